/*
 * Lines -> whole paragraphs. Copies from web pages and PDF files break a
 * paragraph at the page's width; others lose the break between two. Both are
 * undone here.
 */
#include "core/plan/verb.h"
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/intake/rows.h"
#include "core/plan/agency_name.h"

enum { LEAST_WRAPPED_PAIRS = 4, SHORTEST_WIDTH = 40, WIDEST = 400, LONGEST_PAGE_NUMBER = 16 };

struct line_start {
	size_t at;
	int paragraph;
};

struct cutter {
	struct reading *reading;
	struct piece_list *out;
	int width;		/* columns at which the document's lines were broken; 0: they were not */
	struct strbuf text;	/* of the piece being put together */
	int first, last;	/* its paragraphs; -1: none yet */
	struct line_start *starts;	/* where each of them begins in `text` */
	int start_count;
	size_t start_cap;
	int roman, number;	/* of the last headings seen, to know the next ones by */
	bool outside;		/* of the document's text: a person says what is part of the plan */
	int section_end;	/* behind what follows the last line outside that a person made a section */
};

static int letters_between(const char *text, size_t start, size_t end)
{
	int count = 0;

	for (size_t i = start; i < end; i++)
		count += (text[i] & 0xC0) != 0x80;
	return count;
}

static int letters_in(const char *text)
{
	return letters_between(text, 0, strlen(text));
}

static char last_char(const char *text)
{
	size_t length = strlen(text);

	return length ? text[length - 1] : '\0';
}

/* Signs that end a sentence or an item, so that a paragraph may end there. */
static bool is_ended(const char *text)
{
	return strchr(".;:!?", last_char(text)) != NULL;
}

static bool starts_small(const struct words *w)
{
	return w->count && w->items[0].kind == WORD_LETTERS && !w->items[0].capital;
}

/* --- how wide the lines are --------------------------------------------- */

static int by_value(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* True when the line PARAGRAPH plainly goes on in the next one. */
static bool runs_on(const struct reading *r, int paragraph)
{
	const char *text = text_of(r, paragraph), *next = text_of(r, paragraph + 1);
	struct words w = WORDS_INIT;
	bool runs;

	if (!*text || is_ended(text) || r->lines[paragraph + 1].mark.kind != MARK_NONE)
		return false;
	words_split(next, strnlen(next, 40), &w);
	runs = starts_small(&w);
	words_release(&w);
	return runs;
}

/* The width that most lines do not pass, when enough of them run on; else 0. */
static int wrapped_width(const struct reading *r, int first, int last)
{
	int *widths = xcalloc((size_t)(last - first) + 1, sizeof *widths);
	int count = 0, pairs = 0, running = 0, width = 0;

	for (int i = first; i < last; i++) {
		if (*text_of(r, i))
			widths[count++] = letters_in(text_of(r, i));
		if (i + 1 < last && *text_of(r, i) && *text_of(r, i + 1)) {
			pairs++;
			running += runs_on(r, i);
		}
	}
	qsort(widths, (size_t)count, sizeof *widths, by_value);
	if (running >= LEAST_WRAPPED_PAIRS && running * 8 >= pairs)
		width = widths[count * 19 / 20];
	free(widths);
	return width >= SHORTEST_WIDTH && width <= WIDEST ? width : 0;
}

/* --- joining ------------------------------------------------------------ */

/* Words that no paragraph ends with; "số" waits for a number, but "chính quyền số" is whole. */
static bool ends_in_the_middle(const struct words *w, const struct words *next)
{
	static const char *const ends[] = {
		"ban hành", "phê duyệt", "đề án", "quyết định", "chỉ thị", "nghị quyết", "nghị định", "công văn", NULL,
	};

	if (w->count && word_is(w, w->count - 1, "số"))
		return next->count && next->items[0].kind == WORD_NUMBER;
	return w->count && (word_is(w, w->count - 1,
				    ",|(|ngày|tháng|quý|và|của|các|với|tại|theo|trong|cho|đến|từ|về|để|những|do|là|bởi") ||
			    (w->count > 1 && any_phrase_at(w, w->count - 2, ends)));
}

/* A body's name that begins in BEFORE and ends in AFTER: "Lao động" / "- Thương binh và Xã hội". */
static bool name_spans(const char *before, const char *after)
{
	enum { REACH = 120 };
	size_t length = strlen(before), skip = length > REACH ? length - REACH : 0;
	struct agency_mention_list found = { 0 };
	struct strbuf text = STRBUF_INIT;
	bool spans = false;

	while (skip && (before[skip] & 0xC0) == 0x80)
		skip++;
	strbuf_add_text(&text, before + skip);
	length = text.length;
	strbuf_addf(&text, " %.*s", (int)strnlen(after, REACH), after);
	agency_mentions(text.text, &found);
	for (size_t i = 0; i < found.count; i++)
		spans = spans || (found.items[i].start < length && found.items[i].end > length + 3);
	agency_mention_list_release(&found);
	strbuf_release(&text);
	return spans;
}

/* A label that begins in BEFORE and ends in AFTER: "Thời" / "hạn hoàn thành: …". */
static bool label_spans(const char *before, const char *after)
{
	enum { REACH = 30 };
	size_t start = strlen(before), taken;
	struct strbuf text = STRBUF_INIT;
	struct words w = WORDS_INIT;
	bool spans = false;

	while (start && (strlen(before) - start < REACH || (before[start] & 0xC0) == 0x80))
		start--;
	strbuf_add_text(&text, before + start);
	strbuf_addf(&text, " %s", after);
	words_split(text.text, text.length, &w);
	for (size_t at = 0; at < w.count && w.items[at].start < strlen(before) - start; at++)
		if (w.items[at].capital && label_at(&w, at, &taken) != LABEL_NONE)
			spans = w.items[at + taken - 1].end > strlen(before) - start;
	words_release(&w);
	strbuf_release(&text);
	return spans;
}

/* True when the first word of the next line would not have fitted on this one of WIDTH letters. */
static bool is_full(const struct cutter *c, const char *line, const struct words *next, int width)
{
	int word = 1;

	if (!c->width || !next->count)
		return false;
	for (size_t i = 0; i < next->count && (i == 0 || !next->items[i].spaced); i++)
		word += letters_between(next->text, next->items[i].start, next->items[i].end);
	return letters_in(line) + word > width;
}

/* No line is longer but by a letter or two. */
static int full_width(const struct cutter *c)
{
	return c->width - 2;
}

/*
 * In a font of letters of many widths full lines differ by a sixth. A heading may
 * be about as long; what goes on over a second line is no heading.
 */
static int usual_width(const struct cutter *c)
{
	return c->first < c->last ? c->width * 5 / 6 : c->width * 15 / 16;
}

/* A heading in capitals over several lines. */
static bool is_heading_wrapped(const struct cutter *c, int line, int next)
{
	const struct line_facts *facts = c->reading->lines;

	return facts[line].capitals && facts[next].capitals && facts[next].mark.kind == MARK_NONE &&
	       !is_ended(text_of(c->reading, line)) && next == line + 1;
}

/* Words that a new paragraph begins with: a body gets work, the document ends. */
static bool begins_paragraph(const struct words *w)
{
	struct agency_mention_list found = { 0 };
	bool begins = phrase_at(w, 0, "trên đây là") || agency_mentions_at(w, 0, &found) != 0;

	agency_mention_list_release(&found);
	return begins;
}

/* True when what is put together can be no heading: a bullet, or prose of some length. */
static bool is_prose(const struct cutter *c, const char *line)
{
	enum mark_kind kind = c->reading->lines[c->first].mark.kind;

	return (kind == MARK_NONE || kind >= MARK_DASH) && !c->reading->lines[c->last].capitals &&
	       (c->first < c->last || letters_in(line) > c->width / 2);
}

/* A line without a mark, behind one that does not end a sentence. */
static bool joins(const struct cutter *c, const char *line, const char *next_line, const struct words *before,
		  const struct words *next, bool blank_between)
{
	if (starts_small(next))
		return true;
	if (blank_between)
		return false;
	if (ends_in_the_middle(before, next) || (letters_in(line) > c->width * 3 / 5 && c->width && name_spans(line, next_line)) || sign_is(next, 0, '-') || is_full(c, line, next, usual_width(c)))
		return true;
	/* Where lines are broken anyhow, a paragraph that is no heading ends with a sign. */
	return c->width && (next->items[0].kind != WORD_LETTERS || is_prose(c, line));
}

static bool goes_on(struct cutter *c, const char *line, const char *next, bool blank_between)
{
	enum { TAIL = 40, PREFIX = 200 };
	struct words w = WORDS_INIT, before = WORDS_INIT;
	size_t tail = strlen(line), taken;
	struct mark mark;
	bool on;

	if (is_ended(line) && (last_char(line) != '.' || !c->width))
		return false;
	while (tail && (strlen(line) - tail < TAIL || (line[tail] & 0xC0) == 0x80))
		tail--;
	words_split(line + tail, strlen(line + tail), &before);
	words_split(next, strnlen(next, PREFIX), &w);
	mark = mark_of(&w);
	if (label_at(&w, mark.length ? 1 : 0, &taken) != LABEL_NONE)
		on = starts_small(&w) && !blank_between && label_spans(line, next);
	else if (mark.kind == MARK_DASH)
		on = c->width && letters_in(line) > c->width * 3 / 5 && name_spans(line, next);
	else if (mark.kind != MARK_NONE || !w.count)
		on = false;
	else if (is_ended(line))
		on = !blank_between && is_full(c, line, &w, full_width(c)) && !begins_paragraph(&w);
	else
		on = joins(c, line, next, &before, &w, blank_between);
	words_release(&before);
	words_release(&w);
	return on;
}

/* --- splitting ---------------------------------------------------------- */

static bool is_upper_at(const struct words *w, size_t at)
{
	return at < w->count && w->items[at].capital;
}

/* "… như sau: I. MỤC ĐÍCH": a heading's mark at word AT, in the middle of a paragraph. */
static bool is_lost_heading(const struct cutter *c, const struct words *w, size_t at)
{
	bool glued = !w->items[at].spaced, after_end;
	int number;

	if (!sign_is(w, at + 1, '.') || w->items[at + 1].spaced || !is_upper_at(w, at + 2))
		return false;
	number = numeral_at(w, at);
	if (!number)
		return false;
	after_end = at && word_is(w, at - 1, ".|;|:|!|?|)");
	if (w->items[at].kind == WORD_LETTERS)
		return w->items[at].all_capitals && (glued || after_end) && number == c->roman + 1 &&
		       (w->items[at + 2].all_capitals || after_end);
	return after_end && at > 1 && !word_is(w, at - 2, "điều|khoản|điểm|mục|số") &&
	       (number == c->number + 1 || (number == 1 && sign_is(w, at - 1, ':')));
}

/* "…; - Xây dựng …": an item behind the end of the one before. */
static bool is_lost_item(const struct words *w, size_t at)
{
	return at && w->items[at].kind == WORD_SIGN && word_is(w, at, "-|+") && word_is(w, at - 1, ".|;|:") && is_upper_at(w, at + 1) &&
	       w->items[at + 1].spaced;
}

/* "Giao Sở Y tế …" at word AT. */
static bool is_order_at(const struct words *w, size_t at)
{
	struct agency_mention_list found = { 0 };
	bool order = word_is(w, at, "giao") && is_upper_at(w, at) && body_at(w, at + 1, &found);

	agency_mention_list_release(&found);
	return order;
}

/* "Giao Sở Y tế … . Giao Sở Xây dựng …": the second order behind the end of the first. */
static bool is_second_order(const struct words *w, size_t at, size_t opening)
{
	return at > opening && word_is(w, at - 1, ".|;") && word_is(w, at, "giao") && is_order_at(w, opening) && is_order_at(w, at);
}

/* A body and what it does from AT on. */
static bool is_clause_of_body_at(const struct words *w, size_t at)
{
	struct agency_mention_list found = { 0 };
	size_t n = body_at(w, at, &found);

	agency_mention_list_release(&found);
	return n && work_verb_at(w, at + n);
}

static bool has_deadline_between(const struct words *w, size_t from, size_t to)
{
	static const char *const ends[] = { "trước ngày|tháng|#", "chậm nhất", "xong|thành trong|trước|vào", NULL };

	return any_phrase_next(w, from, ends) < to;
}

/* "Sở Tài chính thẩm định trước ngày 10/4; UBND các huyện bố trí kinh phí trước ngày 20/4": each its own, by its own day. */
static bool is_second_duty(const struct words *w, size_t at, size_t opening)
{
	return at > opening && word_is(w, at - 1, ";") && has_deadline_between(w, opening, at) &&
	       is_clause_of_body_at(w, at) && is_clause_of_body_at(w, opening) && has_deadline_between(w, at, w->count);
}

/* "2020II. NỘI DUNG": where the numeral begins inside a word of letters; 0 for nowhere. */
static size_t numeral_inside(const struct words *w, size_t at)
{
	const struct word *word = &w->items[at];
	size_t start = word->end;

	if (word->kind != WORD_LETTERS || word->all_capitals || !sign_is(w, at + 1, '.') || !is_upper_at(w, at + 2) ||
	    !w->items[at + 2].all_capitals)
		return 0;
	while (start > word->start && strchr("IVX", w->text[start - 1]))
		start--;
	return start > word->start && start < word->end ? start : 0;
}

static void note_heading(struct cutter *c, const struct mark *mark)
{
	if (mark->kind == MARK_ROMAN) {
		c->roman = mark->number;
		c->number = 0;
	} else if (mark->kind == MARK_NUMBER) {
		c->number = mark->number;
	}
}

/* The byte AT of what was put together, in the manuscript. */
static struct manuscript_place place_in(const struct cutter *c, size_t at)
{
	int i = c->start_count - 1;

	while (i > 0 && c->starts[i].at > at)
		i--;
	return (struct manuscript_place){ c->starts[i].paragraph, (int)(at - c->starts[i].at) };
}

static void add_piece(struct cutter *c, const char *text, size_t length)
{
	size_t from = (size_t)(text - c->text.text);
	struct manuscript_place first, last;
	const struct hint *said;
	struct piece piece = { .outside = c->outside };
	struct words w = WORDS_INIT;

	while (length && text[length - 1] == ' ')
		length--;
	if (!length)
		return;
	first = place_in(c, from);
	if (c->outside && first.paragraph >= c->section_end && !hint_role(&c->reading->hints, first))
		return;
	last = place_in(c, from + length - 1);
	said = hint_boundary(&c->reading->hints, first);
	piece.split = from && said && said->kind == HINT_SPLIT;
	piece.first = first.paragraph;
	piece.start = first.start;
	piece.last = last.paragraph;
	piece.end = last.start + 1;
	piece.text = xstrndup(text, length);
	words_split(piece.text, strnlen(piece.text, 60), &w);
	piece.mark = mark_of(&w);
	note_heading(c, &piece.mark);
	words_release(&w);
	piece_list_add(c->out, &piece);
}

/* Where a piece begins at word AT, behind the OPENING: said by a person, or because a line end was lost; 0 for nowhere. */
static size_t cut_at(const struct cutter *c, const struct words *w, size_t at, size_t opening)
{
	bool lost = is_lost_heading(c, w, at) || is_lost_item(w, at) || is_second_order(w, at, opening) ||
		    is_second_duty(w, at, opening);
	size_t cut = lost ? w->items[at].start : numeral_inside(w, at);
	const struct hint *said;

	if (!c->reading->hints.count)
		return cut;
	said = hint_boundary(&c->reading->hints, place_in(c, cut ? cut : w->items[at].start));
	if (said)
		return said->kind == HINT_JOIN ? 0 : cut ? cut : w->items[at].start;
	return cut;
}

/* Put the paragraph away, cut into pieces. */
static void finish(struct cutter *c)
{
	struct words w = WORDS_INIT;
	struct mark mark;
	size_t from = 0, opening;

	if (c->first < 0)
		return;
	words_split(c->text.text, c->text.length, &w);
	mark = mark_of(&w);
	note_heading(c, &mark);
	opening = word_at_offset(&w, mark.length);
	for (size_t at = opening + 1; at < w.count; at++) {
		size_t cut = cut_at(c, &w, at, opening);

		if (!cut)
			continue;
		add_piece(c, c->text.text + from, cut - from);
		from = cut;
	}
	add_piece(c, c->text.text + from, c->text.length - from);
	words_release(&w);
	strbuf_clear(&c->text);
	c->first = -1;
	c->start_count = 0;
}

/* --- lines that are none of the text ------------------------------------ */

static bool is_page_number(const struct words *w)
{
	return (w->count == 1 && w->items[0].kind == WORD_NUMBER && w->items[0].value < 1000) ||
	       (w->count == 3 && phrase_at(w, 0, "- # -")) || (w->count && phrase_at(w, 0, "trang # / #") == w->count) ||
	       (w->count == 2 && phrase_at(w, 0, "trang #"));
}

/* "--- PAGE BREAK ---", "--- Hết trang 2 ---": what a converter puts between two pages. */
static bool is_page_break(const struct words *w)
{
	enum { LONGEST_BREAK = 12 };

	return w->count > 6 && w->count <= LONGEST_BREAK && phrase_at(w, 0, "- - -") && phrase_at(w, w->count - 3, "- - -") &&
	       w->items[3].kind == WORD_LETTERS;
}

static bool is_rule(const struct words *w)
{
	for (size_t i = 0; i < w->count; i++)
		if (!word_is(w, i, "_|-|*|=|.|…|~"))
			return false;
	return w->count > 2;
}

static const char *why_no_text(const char *text)
{
	struct words w = WORDS_INIT;
	const char *why = NULL;

	if (strlen(text) > LONGEST_PAGE_NUMBER && !strchr("_-*=.~", *text))
		return NULL;
	words_split(text, strnlen(text, 200), &w);
	if (is_page_number(&w) || is_page_break(&w))
		why = _("số trang");
	else if (is_rule(&w))
		why = _("đường kẻ");
	words_release(&w);
	return why;
}

/* A list's number that stands alone; its text is on the next line. */
static bool is_bare_mark(const struct cutter *c)
{
	return c->first == c->last && c->reading->lines[c->last].mark.length >= c->text.length;
}

static void take_line(struct cutter *c, int paragraph)
{
	if (c->first < 0)
		c->first = paragraph;
	else if (c->text.text[c->text.length - 1] != '-' || !strchr("0123456789", *words_of(c->reading, paragraph)))
		strbuf_add_char(&c->text, ' ');
	GROW(c->starts, (size_t)c->start_count + 1, c->start_cap);
	c->starts[c->start_count++] = (struct line_start){ c->text.length, paragraph };
	strbuf_add_text(&c->text, words_of(c->reading, paragraph));
	c->last = paragraph;
}

/* True when a piece begins at PARAGRAPH, whatever is being put together. */
static bool begins_piece(struct cutter *c, int paragraph)
{
	struct manuscript_place at = { paragraph, 0 };
	const struct hint *said = hint_boundary(&c->reading->hints, at);

	if (said)
		return said->kind == HINT_SPLIT;
	if (hint_role(&c->reading->hints, at))
		return true;
	return !is_bare_mark(c) && !is_heading_wrapped(c, c->last, paragraph) &&
	       !goes_on(c, text_of(c->reading, c->last), text_of(c->reading, paragraph), paragraph > c->last + 1);
}

/* A table as a piece of its own; returns its last paragraph. */
static int take_task_table(struct cutter *c, int paragraph)
{
	const struct task_table *table = &c->reading->tables[c->reading->lines[paragraph].task_table];
	struct piece piece = { .text = xstrdup(""), .first = paragraph, .last = table->grid.last, .table = table,
			       .end = (int)strlen(text_of(c->reading, table->grid.last)) };

	finish(c);
	piece_list_add(c->out, &piece);
	return table->grid.last;
}

/* Why a line of the text tells nothing, unless a person says so; NULL when it tells. */
static const char *why_skipped(const struct reading *r, int paragraph)
{
	const char *text = text_of(r, paragraph);

	if (hint_in_paragraph(&r->hints, paragraph))
		return NULL;
	if (r->lines[paragraph].table)
		return _("bảng, chưa đọc thành nhiệm vụ");
	if (r->lines[paragraph].kind && !text[r->lines[paragraph].title])
		return _("tên loại văn bản in lại");
	return why_no_text(text);
}

static void take_text(struct cutter *c, int paragraph)
{
	const char *why = why_skipped(c->reading, paragraph);

	if (why) {
		leave(c->reading, paragraph, paragraph, why);
		if (c->reading->lines[paragraph].table)
			finish(c);
		return;
	}
	if (c->first >= 0 && begins_piece(c, paragraph))
		finish(c);
	take_line(c, paragraph);
}

static bool has_words(const struct reading *r, int paragraph)
{
	return *text_of(r, paragraph) || (*words_of(r, paragraph) && hint_in_paragraph(&r->hints, paragraph));
}

void cut_pieces(struct reading *r, int first, int last, struct piece_list *out)
{
	struct cutter c = { .reading = r, .out = out, .text = STRBUF_INIT, .first = -1, .last = -1 };

	find_tables(r, first, last);
	c.width = wrapped_width(r, first, last);
	for (int i = first; i < last; i++) {
		if (r->lines[i].task_table >= 0)
			i = take_task_table(&c, i);
		else if (has_words(r, i))
			take_text(&c, i);
	}
	finish(&c);
	strbuf_release(&c.text);
	free(c.starts);
}

/* --- appendices ----------------------------------------------------------- */

static bool is_numbered(const struct reading *r, int paragraph)
{
	return r->lines[paragraph].mark.kind != MARK_NONE && r->lines[paragraph].mark.kind < MARK_DASH;
}

/* "PHỤ LỤC II": its number, 1 where it has none. */
static int number_of_appendix(const char *text)
{
	struct words w = WORDS_INIT;
	int number = 0;

	words_split(text, strlen(text), &w);
	for (size_t at = 2; at < w.count && at < 4 && !number; at++)
		number = numeral_at(&w, at);
	words_release(&w);
	return number ? number : 1;
}

/* The lines of an appendix's title, from its first on, up to what stands in brackets or to END. */
static int read_appendix_title(struct cutter *c, int first, int end)
{
	enum { LONGEST = 8 };
	int at = first, lines = 0;

	c->first = first;
	strbuf_clear(&c->text);
	for (; at < end && lines < LONGEST; at++) {
		const char *text = text_of(c->reading, at);

		if (at > first && (*text == '(' || is_numbered(c->reading, at) ||
				   hint_in_paragraph(&c->reading->hints, at)))
			break;
		if (!*text || why_no_text(text))
			continue;
		strbuf_addf(&c->text, "%s%s", c->text.length ? " " : "", text);
		c->last = at;
		lines++;
	}
	return at;
}

static void take_heading(struct cutter *c, int first, int table)
{
	struct piece piece = { .mark = { .kind = MARK_APPENDIX, .number = number_of_appendix(text_of(c->reading, first)) } };
	int at = read_appendix_title(c, first, table);

	piece.text = strbuf_detach(&c->text);
	piece.first = c->first;
	piece.last = c->last;
	piece.end = (int)strlen(text_of(c->reading, c->last));
	for (int i = piece.first; i <= piece.last; i++)
		c->reading->lines[i].cut = true;
	piece_list_add(c->out, &piece);
	leave(c->reading, at, table - 1, _("lời dẫn của phụ lục"));
	c->first = -1;
}

void cut_appendices(struct reading *r, int first, int last, struct piece_list *out)
{
	struct cutter c = { .reading = r, .out = out, .text = STRBUF_INIT, .first = -1, .last = -1 };
	int heading = -1;

	for (int i = first; i < last; i++) {
		if (r->lines[i].appendix)
			heading = i;
		if (r->lines[i].task_table < 0)
			continue;
		if (heading >= 0)
			take_heading(&c, heading, i);
		heading = -1;
		i = take_task_table(&c, i);
	}
	strbuf_release(&c.text);
}

/* --- outside the text ------------------------------------------------------ */

static bool is_said(const struct reading *r, int paragraph, enum hint_kind kind)
{
	struct manuscript_place at = { paragraph, 0 };
	const struct hint *said = kind <= HINT_UNUSED ? hint_role(&r->hints, at) : hint_boundary(&r->hints, at);

	return said && said->kind == kind;
}

/* Where the text ends that begins at FIRST: at a table, a signature, "Nơi nhận", another appendix. */
static int end_of_text(const struct reading *r, int first, int last)
{
	while (first < last && !r->lines[first].tail && r->lines[first].task_table < 0)
		first++;
	return first;
}

/* The piece that ends on the last line with words before PARAGRAPH; NULL: none does. */
static struct piece *piece_before(const struct reading *r, struct piece_list *pieces, int paragraph)
{
	do
		paragraph--;
	while (paragraph >= 0 && !*words_of(r, paragraph));
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->items[i].last == paragraph && !pieces->items[i].table &&
		    pieces->items[i].end == (int)strlen(words_of(r, paragraph)))
			return &pieces->items[i];
	return NULL;
}

/* The line goes on what stands in a region that was cut before. */
static bool join_before(const struct reading *r, struct piece_list *pieces, int paragraph)
{
	struct piece *piece = is_said(r, paragraph, HINT_JOIN) ? piece_before(r, pieces, paragraph) : NULL;
	char *joined;

	if (!piece)
		return false;
	joined = xasprintf("%s %s", piece->text, words_of(r, paragraph));
	free(piece->text);
	piece->text = joined;
	piece->last = paragraph;
	piece->end = (int)strlen(words_of(r, paragraph));
	return true;
}

/* The head and the tail have what they know; what follows a section in them is text like any other. */
static bool follows_section(const struct cutter *c, int paragraph)
{
	return paragraph < c->section_end && *text_of(c->reading, paragraph) && !c->reading->fates[paragraph].used;
}

void cut_said(struct reading *r, int first, int last, struct piece_list *out)
{
	struct cutter c = { .reading = r, .out = out, .text = STRBUF_INIT, .first = -1, .last = -1, .outside = true };

	for (int i = first; i < last; i++) {
		bool said = hint_in_paragraph(&r->hints, i);

		if (!*words_of(r, i))
			continue;
		if (r->lines[i].cut || r->lines[i].task_table >= 0 || (!said && !follows_section(&c, i))) {
			finish(&c);
			continue;
		}
		if (i >= c.section_end && !is_said(r, i, HINT_JOIN)) {
			finish(&c);
			if (is_said(r, i, HINT_SECTION))
				c.section_end = end_of_text(r, i + 1, last);
		}
		if (c.first >= 0 || !join_before(r, out, i))
			take_text(&c, i);
	}
	finish(&c);
	strbuf_release(&c.text);
	free(c.starts);
}
