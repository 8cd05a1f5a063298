#include "core/plan/label.h"

#include <string.h>

#include "core/viet/viet.h"

void label_release(struct label *label)
{
	free(label->name);
	*label = (struct label){ 0 };
}

DEFINE_LIST(label)

void labelling_release(struct labelling *labelling)
{
	*labelling = (struct labelling){ 0 };
}

DEFINE_LIST(labelling)

const char *label_sort_word(enum label_sort kind)
{
	return kind == LABEL_AREA ? "area" : "tag";
}

bool label_sort_from_word(const char *word, enum label_sort *kind)
{
	*kind = strcmp(word, "area") ? LABEL_TAG : LABEL_AREA;
	return !strcmp(word, label_sort_word(*kind));
}

enum likeness { UNLIKE, CONTAINS, SAME };

/* As they are found: in capitals or not, with or without accents. */
static enum likeness compare(const char *name, const char *typed)
{
	struct strbuf x = STRBUF_INIT, y = STRBUF_INIT;
	enum likeness likeness = UNLIKE;

	viet_search_key(name, strlen(name), &x);
	viet_search_key(typed, strlen(typed), &y);
	if (y.length && !strcmp(x.text, y.text))
		likeness = SAME;
	else if (y.length && strstr(x.text, y.text))
		likeness = CONTAINS;
	strbuf_release(&x);
	strbuf_release(&y);
	return likeness;
}

const struct label *label_named(const struct label_list *list, enum label_sort kind, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == kind && !strcmp(list->items[i].name, name))
			return &list->items[i];
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == kind && compare(list->items[i].name, name) == SAME)
			return &list->items[i];
	return NULL;
}

const struct label *label_meant(const struct label_list *list, enum label_sort kind, const char *text)
{
	const struct label *found = label_named(list, kind, text);
	size_t count = 0;

	for (size_t i = 0; !found && i < list->count; i++)
		count += list->items[i].kind == kind && compare(list->items[i].name, text) == CONTAINS;
	for (size_t i = 0; count == 1 && !found && i < list->count; i++)
		if (list->items[i].kind == kind && compare(list->items[i].name, text) == CONTAINS)
			found = &list->items[i];
	return found;
}
