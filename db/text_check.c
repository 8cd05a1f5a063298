#include "db/text_check.h"

#include <string.h>

#include "core/viet/viet.h"
#include "db/search.h"

struct text_check {
	struct string_list keys;	/* in every spelling, as typed first */
	struct viet_query *marked;	/* where it has marks, which must be there */
	bool negate;
};

static bool has_marks(const char *text, const char *key)
{
	struct strbuf marked = STRBUF_INIT;
	bool differ;

	viet_marked_key(text, strlen(text), &marked);
	differ = strcmp(key, marked.text) != 0;
	strbuf_release(&marked);
	return differ;
}

static struct text_check check_of(const struct filter_term *term)
{
	struct text_check check = { .negate = term->negate };
	struct strbuf key = STRBUF_INIT;

	viet_search_key(term->text, strlen(term->text), &key);
	if (has_marks(term->text, key.text))
		check.marked = viet_query_new(term->text);
	string_list_add(&check.keys, key.text);
	viet_other_spellings(key.text, &check.keys);
	strbuf_release(&key);
	return check;
}

void text_checks_init(struct text_checks *checks, const struct filter *filter, bool indexed)
{
	*checks = (struct text_checks){ 0 };
	for (size_t i = 0; i < filter->terms.count; i++) {
		struct text_check check;

		if (filter->terms.items[i].field != FILTER_TEXT)
			continue;
		check = check_of(&filter->terms.items[i]);
		if (indexed && !check.negate && !check.marked) {
			string_list_release(&check.keys);
			continue;
		}
		GROW(checks->items, checks->count + 1, checks->cap);
		checks->items[checks->count++] = check;
	}
}

void text_checks_release(struct text_checks *checks)
{
	for (size_t i = 0; i < checks->count; i++) {
		string_list_release(&checks->items[i].keys);
		viet_query_free(checks->items[i].marked);
	}
	free(checks->items);
	*checks = (struct text_checks){ 0 };
}

/* A title stands in the key by itself, behind a line end, only where the text does not hold it. */
static bool marks_hold(const struct text_check *check, const char *key, const char *title, const char *text)
{
	if (text && viet_query_match(check->marked, text))
		return true;
	return (!text || strchr(key, '\n')) && viet_query_match(check->marked, title);
}

static bool holds_any(const char *key, const struct string_list *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (search_holds(key, words->items[i]))
			return true;
	return false;
}

static bool holds(const struct text_check *check, const struct statement *st)
{
	const char *key = column_peek(st, 1);

	return holds_any(key, &check->keys) &&
	       (!check->marked || marks_hold(check, key, column_peek(st, 2), column_peek(st, 3)));
}

bool text_checks_hold(const struct text_checks *checks, const struct statement *st)
{
	for (size_t i = 0; i < checks->count; i++)
		if (holds(&checks->items[i], st) == checks->items[i].negate)
			return false;
	return true;
}

bool text_phrases(const struct filter *filter, struct strbuf *out)
{
	for (size_t i = 0; i < filter->terms.count; i++) {
		const struct filter_term *term = &filter->terms.items[i];
		struct strbuf phrase = STRBUF_INIT;

		if (term->field == FILTER_TEXT && !term->negate && search_phrase(term->text, &phrase))
			strbuf_addf(out, "%s%s", out->length ? " AND " : "", phrase.text);
		strbuf_release(&phrase);
	}
	return out->length > 0;
}
