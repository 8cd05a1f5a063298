/* Decisions of a review apart from its manuscript, and back to the places of another one. */
#include "core/intake/intake.h"

#include <string.h>

/* --- away from the manuscript -------------------------------------------- */

static int nth_of_its_words(const struct paragraph_list *list, int paragraph)
{
	int nth = 1;

	for (int i = 0; i < paragraph; i++)
		nth += !strcmp(list->items[i].text, list->items[paragraph].text);
	return nth;
}

static void keep(struct draft *draft, const struct paragraph_list *list, const struct hint *hint,
		 struct manuscript_place at, enum hint_kind kind)
{
	struct decision decision = {
		.line = xstrdup(list->items[at.paragraph].text), .nth = nth_of_its_words(list, at.paragraph),
		.start = at.start, .kind = kind, .value = xstrdup_or_null(hint->value), .who = xstrdup_or_null(hint->who),
		.when = hint->when,
	};

	decision_list_add(&draft->decisions, &decision);
}

static void keep_accepted(struct draft *draft, const struct paragraph_list *list, const struct hint *hint)
{
	for (size_t i = 0; i < draft->guesses.count; i++) {
		const struct guess *guess = &draft->guesses.items[i];

		if (guess->accepted && guess->stretch >= 0)
			keep(draft, list, hint, draft->stretches.items[guess->stretch].from, HINT_ACCEPTED);
	}
}

void draft_keep_decisions(struct draft *draft, const struct manuscript *manuscript, const struct hint_list *hints)
{
	decision_list_clear(&draft->decisions);
	for (size_t i = 0; i < hints->count; i++) {
		const struct hint *hint = &hints->items[i];

		if (hint->kind == HINT_ALL_ACCEPTED)
			keep_accepted(draft, &manuscript->paragraphs, hint);
		else
			keep(draft, &manuscript->paragraphs, hint, hint->at, hint->kind);
	}
}

/* --- and back -------------------------------------------------------------- */

/* -1: the line is not there. */
static int find_line(const struct paragraph_list *list, const char *line, int nth)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].text, line) && !--nth)
			return (int)i;
	return -1;
}

void manuscript_find_decisions(const struct manuscript *manuscript, const struct decision_list *decisions,
			       struct hint_list *hints)
{
	for (size_t i = 0; i < decisions->count; i++) {
		const struct decision *decision = &decisions->items[i];
		struct hint hint = {
			.at = { find_line(&manuscript->paragraphs, decision->line, decision->nth), decision->start },
			.kind = decision->kind, .when = decision->when, .carried = true,
		};

		if (hint.at.paragraph < 0)
			continue;
		hint.value = xstrdup_or_null(decision->value);
		hint.who = xstrdup(decision->who);
		hint_list_add(hints, &hint);
	}
}
