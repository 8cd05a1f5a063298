/*
 * What each stretch of the text became, so that a person can read the source
 * with its understanding beneath; and which guess stands where.
 */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"

static int length_of(const struct reading *r, int paragraph)
{
	return (int)strlen(words_of(r, paragraph));
}

/* Above the text of an appendix that is a file of its own. */
static bool is_appendix_name(const struct reading *r, int paragraph)
{
	for (int at = 0; at <= paragraph && at < r->parts[0].body; at++)
		if (r->lines[at].appendix)
			return paragraph < r->parts[0].body;
	return false;
}

static const char *why_left(const struct reading *r, int paragraph)
{
	switch (r->manuscript->paragraphs.items[paragraph].kind) {
	case PARAGRAPH_FRAME:
		return _("đầu trang, chân trang");
	case PARAGRAPH_FOOTNOTE:
		return _("chú thích cuối trang");
	case PARAGRAPH_TEXT:
		break;
	}
	if (r->fates[paragraph].why)
		return r->fates[paragraph].why;
	if (is_appendix_name(r, paragraph))
		return _("tên phụ lục");
	return r->parts[0].body < r->parts[0].tail ? _("khung trang web") : _("không thuộc mục nào");
}

void add_stretch(struct reading *r, const struct piece *piece, enum stretch_kind kind, int section, int task)
{
	struct stretch stretch = {
		.from = { piece->first, piece->start }, .last = piece->last, .end = piece->end,
		.kind = kind, .section = section, .task = task,
	};

	stretch_list_add(&r->draft->stretches, &stretch);
}

void add_left_out(struct reading *r, const struct piece *piece)
{
	add_stretch(r, piece, STRETCH_UNUSED, -1, -1);
	r->draft->stretches.items[r->draft->stretches.count - 1].why = xstrdup(_("người xem lại để ra ngoài"));
}

void stretch_text(const struct stretch *stretch, const struct manuscript *manuscript, struct strbuf *out)
{
	for (int i = stretch->from.paragraph; i <= stretch->last; i++) {
		const char *text = manuscript->paragraphs.items[i].text;
		size_t from = i == stretch->from.paragraph ? (size_t)stretch->from.start : 0;
		size_t to = i == stretch->last ? (size_t)stretch->end : strlen(text);

		if (from >= to)
			continue;
		if (out->length)
			strbuf_add_char(out, '\n');
		strbuf_add(out, text + from, to - from);
	}
}

/* --- all of the text, each word once ------------------------------------ */

static int by_place(const void *a, const void *b)
{
	return manuscript_place_compare(((const struct stretch *)a)->from, ((const struct stretch *)b)->from);
}

static bool is_blank(const char *text, int from, int to)
{
	while (from < to && text[from] == ' ')
		from++;
	return from >= to;
}

/* What a person left out counts as left, even where something else took the paragraphs whole. */
static void leave_what_was_left_out(struct reading *r)
{
	for (size_t i = 0; i < r->draft->stretches.count; i++) {
		const struct stretch *s = &r->draft->stretches.items[i];

		if (s->kind != STRETCH_UNUSED || s->from.start || s->end < length_of(r, s->last))
			continue;
		for (int p = s->from.paragraph; p <= s->last; p++)
			r->fates[p] = (struct fate){ .why = s->why };
	}
}

static void add_untold(struct reading *r, struct stretch_list *out, int paragraph, int start, int end)
{
	bool used = r->fates[paragraph].used;
	struct stretch stretch = {
		.from = { paragraph, start }, .last = paragraph, .end = end, .section = -1, .task = -1,
		.kind = used ? STRETCH_FRONT : STRETCH_UNUSED,
	};

	if (is_blank(words_of(r, paragraph), start, end))
		return;
	if (!used)
		stretch.why = xstrdup(why_left(r, paragraph));
	stretch_list_add(out, &stretch);
}

/* The words of PARAGRAPH from START to END that no stretch tells of, in as many as a person cut them. */
static void fill(struct reading *r, struct stretch_list *out, int paragraph, int start, int end)
{
	struct manuscript_place next = { paragraph, start };

	while (hint_split_behind(&r->hints, next, &next) && next.start < end) {
		if ((words_of(r, paragraph)[next.start] & 0xC0) == 0x80)	/* inside a letter: of other bytes */
			continue;
		add_untold(r, out, paragraph, start, next.start);
		start = next.start;
	}
	add_untold(r, out, paragraph, start, end);
}

/* Fill up to TO (not included); returns TO. */
static struct manuscript_place fill_to(struct reading *r, struct stretch_list *out, struct manuscript_place from,
				 struct manuscript_place to)
{
	for (; from.paragraph < to.paragraph; from = (struct manuscript_place){ from.paragraph + 1, 0 })
		fill(r, out, from.paragraph, from.start, length_of(r, from.paragraph));
	if (from.start < to.start)
		fill(r, out, from.paragraph, from.start, to.start);
	return to;
}

static void complete(struct reading *r)
{
	struct stretch_list *told = &r->draft->stretches, all = { 0 };
	struct manuscript_place at = { 0, 0 }, end = { (int)r->manuscript->paragraphs.count, 0 };

	if (told->count)
		qsort(told->items, told->count, sizeof *told->items, by_place);
	for (size_t i = 0; i < told->count; i++) {
		struct stretch *s = &told->items[i];
		struct manuscript_place behind = { s->last, s->end };

		if (manuscript_place_compare(behind, at) <= 0)
			continue;
		if (manuscript_place_compare(s->from, at) < 0)
			s->from = at;
		else
			at = fill_to(r, &all, at, s->from);
		at = behind.start < length_of(r, s->last) ? behind : (struct manuscript_place){ s->last + 1, 0 };
		stretch_list_add(&all, s);
	}
	fill_to(r, &all, at, end);
	stretch_list_release(told);
	*told = all;
}

/* --- what went nowhere -------------------------------------------------- */

/* WHY: of a line inside a stretch that tells something else; NULL: what the stretch says. */
static void list_line(struct reading *r, int paragraph, const struct stretch *s, const char *why)
{
	const char *text = words_of(r, paragraph);
	int from = s->from.paragraph == paragraph ? s->from.start : 0;
	int to = s->last == paragraph ? s->end : length_of(r, paragraph);
	struct unused_line line = { .line = line_of(r, paragraph) };

	if (is_blank(text, from, to))
		return;
	line.text = xstrndup(text + from, (size_t)(to - from));
	line.why = xstrdup(why ? why : s->why);
	unused_line_list_add(&r->draft->unused, &line);
}

void list_unused(struct reading *r)
{
	for (size_t i = 0; i < r->draft->stretches.count; i++) {
		const struct stretch *s = &r->draft->stretches.items[i];

		for (int p = s->from.paragraph; s->kind == STRETCH_UNUSED && p <= s->last; p++)
			list_line(r, p, s, NULL);
		/* The number of a page in the middle of a sentence. */
		for (int p = s->from.paragraph + 1; s->kind != STRETCH_UNUSED && p < s->last; p++)
			if (!r->fates[p].used && r->fates[p].why)
				list_line(r, p, s, r->fates[p].why);
	}
}

/* --- guesses ------------------------------------------------------------ */

/* The stretch that PARAGRAPH is in, the one of the guess's task where it is shared; -1: none. */
static int stretch_of(const struct reading *r, const struct guess *guess)
{
	const struct stretch_list *list = &r->draft->stretches;
	size_t low = 0, high = list->count;
	int found;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list->items[middle].from.paragraph <= guess->paragraph)
			low = middle + 1;
		else
			high = middle;
	}
	found = (int)low - 1;
	for (int i = found; guess->task >= 0 && i >= 0 && list->items[i].last >= guess->paragraph; i--)
		if (list->items[i].section == guess->section && list->items[i].task == guess->task)
			return i;
	return found;
}

/* Where the words of the task begin that STRETCH tells of. */
static struct manuscript_place place_of_task(const struct reading *r, int stretch)
{
	enum { FARTHEST = 200 };	/* labels stand near their task */
	const struct stretch *items = r->draft->stretches.items, *s = &items[stretch];

	for (int i = stretch; i >= 0 && i > stretch - FARTHEST; i--)
		if (items[i].kind == STRETCH_TASK && items[i].section == s->section && items[i].task == s->task)
			return items[i].from;
	return s->from;
}

/* A person looked at the stretch, or said himself what was guessed. */
static bool is_accepted(const struct reading *r, const struct guess *guess)
{
	struct manuscript_place at = r->draft->stretches.items[guess->stretch].from;
	struct manuscript_place task = place_of_task(r, guess->stretch);

	if (hint_is_accepted(&r->hints, at))
		return true;
	if (guess->said)
		return false;
	switch (guess->about) {
	case ABOUT_LEAD:
		return hint_find(&r->hints, task, HINT_LEAD) != NULL;
	case ABOUT_COORDINATING:
		return hint_find(&r->hints, task, HINT_COORDINATING) != NULL;
	case ABOUT_DEADLINE:
		return hint_find(&r->hints, task, HINT_DEADLINE) != NULL;
	case ABOUT_ROLE:
		return hint_role(&r->hints, at) != NULL;
	case ABOUT_PLAN:
	case ABOUT_REFERENCE:
	case ABOUT_ATTACHMENT:
		break;
	}
	return false;
}

static void raise_to(enum certainty *certainty, enum certainty worse)
{
	if (*certainty < worse)
		*certainty = worse;
}

static void weigh_task(struct draft_task *task, const struct guess *guess)
{
	char *before = task->task.doubt;

	task->task.doubt = before ? xasprintf("%s\n%s", before, guess->text) : xstrdup(guess->text);
	free(before);
	raise_to(&task->task.certainty, guess->certainty);
	if (guess->about == ABOUT_LEAD)
		raise_to(&task->lead_certainty, guess->certainty);
	if (guess->about == ABOUT_DEADLINE)
		raise_to(&task->deadline_certainty, guess->certainty);
}

static struct draft_task *task_of(struct draft *draft, const struct guess *guess)
{
	if (guess->section < 0 || guess->task < 0)
		return NULL;
	return &draft->sections.items[guess->section].tasks.items[guess->task];
}

static void accept_corrections(struct correction_list *list, int line)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].line == line)
			list->items[i].state = CORRECTION_ACCEPTED;
}

static void settle(struct reading *r, struct guess *guess)
{
	struct draft *draft = r->draft;
	struct stretch *stretch;
	struct draft_task *task;

	guess->stretch = stretch_of(r, guess);
	if (guess->stretch < 0)
		return;
	stretch = &draft->stretches.items[guess->stretch];
	if (guess->task < 0) {
		guess->section = stretch->section;
		guess->task = stretch->task;
	}
	task = task_of(draft, guess);
	guess->accepted = is_accepted(r, guess);
	if (guess->accepted && guess->about == ABOUT_REFERENCE)
		accept_corrections(task ? &task->corrections : &draft->corrections, guess->line);
	if (guess->accepted)
		return;
	raise_to(&stretch->certainty, guess->certainty);
	if (task)
		weigh_task(task, guess);
}

void finish_stretches(struct reading *r)
{
	leave_what_was_left_out(r);
	complete(r);
	for (size_t i = 0; i < r->draft->guesses.count; i++)
		settle(r, &r->draft->guesses.items[i]);
}
