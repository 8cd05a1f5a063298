/* Files that a plan names as its appendices: which of them are here. */
#include "core/workbench/workbench.h"

#include <string.h>

#include "core/viet/viet.h"

/* The words of a file's name without its ending: people write "Phụ lục.docx" and "phu_luc.pdf" of one paper. */
static void key_of_name(const char *name, struct strbuf *key)
{
	const char *dot = strrchr(name, '.');

	strbuf_clear(key);
	viet_search_key(name, dot && dot != name ? (size_t)(dot - name) : strlen(name), key);
}

static bool is_same_name(const char *a, const char *b)
{
	struct strbuf x = STRBUF_INIT, y = STRBUF_INIT;
	bool same;

	key_of_name(a, &x);
	key_of_name(b, &y);
	same = x.length && !strcmp(x.text, y.text);
	strbuf_release(&x);
	strbuf_release(&y);
	return same;
}

/* Its name says that it is an appendix: a page also offers the plan itself as a file. */
static bool is_named_appendix(const char *name)
{
	static const char *const words[] = { "phu luc", "kem theo", "danh muc", "bieu" };
	struct strbuf key = STRBUF_INIT;
	bool is = false;

	key_of_name(name, &key);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		is = is || strstr(key.text, words[i]);
	strbuf_release(&key);
	return is;
}

static bool has_source_named(const struct source_list *sources, const char *name)
{
	for (size_t i = 0; i < sources->count; i++)
		if (is_same_name(sources->items[i].name, name))
			return true;
	return false;
}

/* An appendix that was brought to the plan under a name of its own. */
static bool has_other_appendix(const struct source_list *sources, const struct attachment_list *named)
{
	for (size_t i = 0; i < sources->count; i++) {
		bool known = sources->items[i].kind != SOURCE_APPENDIX;

		for (size_t a = 0; a < named->count && !known; a++)
			known = is_same_name(sources->items[i].name, named->items[a].name);
		if (!known)
			return true;
	}
	return false;
}

/* The only appendix that the plan names; NULL when it names none or several. */
static struct attachment *only_appendix(const struct attachment_list *named)
{
	struct attachment *only = NULL;

	for (size_t i = 0; i < named->count; i++) {
		if (!is_named_appendix(named->items[i].name))
			continue;
		if (only)
			return NULL;
		only = &named->items[i];
	}
	return only;
}

enum status plan_attachments(struct store *store, row_id plan, struct attachment_list *list, struct error *err)
{
	struct attachment_list named = { 0 };
	struct source_list sources = { 0 };
	struct attachment *only;
	enum status status = store->attachments(store, plan, &named, err);

	if (status == OK)
		status = store->sources(store, plan, &sources, err);
	for (size_t i = 0; status == OK && i < named.count; i++)
		named.items[i].present = named.items[i].present || has_source_named(&sources, named.items[i].name);
	only = only_appendix(&named);
	if (only && has_other_appendix(&sources, &named))
		only->present = true;
	source_list_release(&sources);
	if (status != OK) {
		attachment_list_release(&named);
		return status;
	}
	attachment_list_release(list);
	*list = named;
	return OK;
}
