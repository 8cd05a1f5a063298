#include "core/intake/hint.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"

void hint_release(struct hint *hint)
{
	free(hint->value);
	free(hint->who);
	*hint = (struct hint){ 0 };
}

DEFINE_LIST(hint)

void decision_release(struct decision *decision)
{
	free(decision->line);
	free(decision->value);
	free(decision->who);
	*decision = (struct decision){ 0 };
}

DEFINE_LIST(decision)

bool decision_is_same(const struct decision *a, const struct decision *b)
{
	return a->kind == b->kind && a->nth == b->nth && a->start == b->start && !strcmp(a->line, b->line) &&
	       !strcmp(a->value ? a->value : "", b->value ? b->value : "");
}

static const char *const kinds[HINT_KINDS] = {
	[HINT_SECTION] = "section", [HINT_TASK] = "task", [HINT_PART] = "part", [HINT_UNUSED] = "unused",
	[HINT_SPLIT] = "split", [HINT_JOIN] = "join", [HINT_LEAD] = "lead", [HINT_COORDINATING] = "coordinating",
	[HINT_DEADLINE] = "deadline", [HINT_TITLE] = "title", [HINT_PRODUCT] = "product",
	[HINT_ACCEPTED] = "accepted", [HINT_ALL_ACCEPTED] = "all-accepted",
};

const char *hint_kind_word(enum hint_kind kind)
{
	return kind < HINT_KINDS ? kinds[kind] : NULL;
}

bool hint_kind_from_word(const char *word, enum hint_kind *kind)
{
	for (int i = 0; word && i < HINT_KINDS; i++) {
		if (!strcmp(kinds[i], word)) {
			*kind = (enum hint_kind)i;
			return true;
		}
	}
	return false;
}

static const char *const labels[HINT_KINDS] = {
	[HINT_SECTION] = N_("là mục"), [HINT_TASK] = N_("là nhiệm vụ"), [HINT_PART] = N_("thuộc nhiệm vụ ở trên"),
	[HINT_UNUSED] = N_("không dùng"), [HINT_SPLIT] = N_("tách ra"), [HINT_JOIN] = N_("ghép lên trên"),
	[HINT_LEAD] = N_("chủ trì"), [HINT_COORDINATING] = N_("phối hợp"), [HINT_DEADLINE] = N_("thời hạn"),
	[HINT_TITLE] = N_("tên"), [HINT_PRODUCT] = N_("sản phẩm"), [HINT_ACCEPTED] = N_("đã xem"),
	[HINT_ALL_ACCEPTED] = N_("đã xem tất cả"),
};

const char *hint_kind_label(enum hint_kind kind)
{
	return kind < HINT_KINDS ? _(labels[kind]) : "";
}

int manuscript_place_compare(struct manuscript_place a, struct manuscript_place b)
{
	if (a.paragraph != b.paragraph)
		return a.paragraph < b.paragraph ? -1 : 1;
	return (a.start > b.start) - (a.start < b.start);
}

/* --- looking up --------------------------------------------------------- */

/* Hints of one place stay in the order they were made: they lie in one array. */
static int compare(const void *a, const void *b)
{
	const struct hint *x = *(const struct hint *const *)a, *y = *(const struct hint *const *)b;
	int order = manuscript_place_compare(x->at, y->at);

	return order ? order : (x > y) - (x < y);
}

void hint_index_init(struct hint_index *index, const struct hint_list *hints)
{
	*index = (struct hint_index){ .count = hints ? hints->count : 0 };
	if (!index->count)
		return;
	index->items = xcalloc(index->count, sizeof *index->items);
	for (size_t i = 0; i < index->count; i++) {
		index->items[i] = &hints->items[i];
		if (hints->items[i].kind == HINT_ALL_ACCEPTED)
			index->all_accepted = &hints->items[i];
	}
	qsort(index->items, index->count, sizeof *index->items, compare);
}

void hint_index_release(struct hint_index *index)
{
	free(index->items);
	*index = (struct hint_index){ 0 };
}

/* The first that is not before AT. */
static size_t lower_bound(const struct hint_index *index, struct manuscript_place at)
{
	size_t low = 0, high = index->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (manuscript_place_compare(index->items[middle]->at, at) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const struct hint *last_of(const struct hint_index *index, struct manuscript_place at, enum hint_kind first,
				  enum hint_kind last)
{
	const struct hint *found = NULL;

	for (size_t i = lower_bound(index, at); i < index->count && !manuscript_place_compare(index->items[i]->at, at); i++)
		if (index->items[i]->kind >= first && index->items[i]->kind <= last)
			found = index->items[i];
	return found;
}

const struct hint *hint_find(const struct hint_index *index, struct manuscript_place at, enum hint_kind kind)
{
	return last_of(index, at, kind, kind);
}

const struct hint *hint_boundary(const struct hint_index *index, struct manuscript_place at)
{
	return last_of(index, at, HINT_SPLIT, HINT_JOIN);
}

bool hint_split_behind(const struct hint_index *index, struct manuscript_place at, struct manuscript_place *next)
{
	at.start++;
	for (size_t i = lower_bound(index, at); i < index->count && index->items[i]->at.paragraph == at.paragraph; i++) {
		const struct hint *said = hint_boundary(index, index->items[i]->at);

		if (said && said->kind == HINT_SPLIT) {
			*next = said->at;
			return true;
		}
	}
	return false;
}

bool hint_in_paragraph(const struct hint_index *index, int paragraph)
{
	struct manuscript_place at = { paragraph, 0 };

	for (size_t i = lower_bound(index, at); i < index->count && index->items[i]->at.paragraph == paragraph; i++)
		if (index->items[i]->kind <= HINT_JOIN)
			return true;
	return false;
}

const struct hint *hint_role(const struct hint_index *index, struct manuscript_place at)
{
	return last_of(index, at, HINT_SECTION, HINT_UNUSED);
}

bool hint_is_accepted(const struct hint_index *index, struct manuscript_place at)
{
	const struct hint *accepted = hint_find(index, at, HINT_ACCEPTED);
	const struct hint *changed = last_of(index, at, HINT_SECTION, HINT_PRODUCT);

	if (!accepted || (index->all_accepted && index->all_accepted > accepted))
		accepted = index->all_accepted;
	return accepted && (!changed || accepted > changed);
}
