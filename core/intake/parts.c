/* Where the documents of a file begin, and the regions of each. */
#include "core/intake/internal.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/citation.h"

enum { LONGEST_APPENDIX = 12 };	/* words of its first line */
enum { PREFIX = 240, LONGEST_TITLE = 8, LONG_LINE = 160 };

static bool is_all_capitals(const struct words *w, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (w->items[i].kind == WORD_LETTERS && !w->items[i].all_capitals)
			return false;
	return from < to;
}

/* --- the line that says what a document is ------------------------------ */

static const struct {
	const char *pattern, *kind;
} kinds[] = {
	{ "kế hoạch hành động", "Kế hoạch hành động" }, { "kế hoạch", "Kế hoạch" }, { "chương trình hành động", "Chương trình hành động" },
	{ "chương trình", "Chương trình" }, { "quyết định", "Quyết định" }, { "đề án", "Đề án" },
	{ "phương án", "Phương án" }, { "chỉ thị", "Chỉ thị" }, { "hướng dẫn", "Hướng dẫn" },
	{ "thông báo", "Thông báo" }, { "nghị quyết", "Nghị quyết" }, { "công điện", "Công điện" },
	{ "báo cáo", "Báo cáo" }, { "quy chế", "Quy chế" }, { "tờ trình", "Tờ trình" },
};

static void read_kind(const struct words *w, const char *text, struct line_facts *line)
{
	for (size_t i = 0, n; (i = PHRASE_ROW_AT(w, 0, kinds, i, &n)) < sizeof kinds / sizeof *kinds; i++) {
		if (!is_all_capitals(w, 0, n) || (n < w->count && w->items[n].kind != WORD_LETTERS))
			continue;
		line->kind = kinds[i].kind;
		line->title = n < w->count ? w->items[n].start : strlen(text);
		break;
	}
}

/* --- what a line tells -------------------------------------------------- */

/* "PHÓ CHỦ TỊCH" and nothing else. */
static bool is_position(const struct words *w)
{
	return w->count && is_all_capitals(w, 0, w->count) && agency_person_at(w, 0) == w->count;
}

static bool is_capacity(const struct words *w)
{
	return word_is(w, 0, "kt|tm|tl|tuq|q") && sign_is(w, 1, '.') && w->items[0].all_capitals && w->count > 3 &&
	       is_all_capitals(w, 2, 4);
}

/* "QUYẾT" / "ĐỊNH": the kind broken over two lines; the first of them gets it. */
static void read_broken_kind(struct reading *r, int paragraph, const struct words *first)
{
	const char *next = paragraph + 1 < (int)r->manuscript->paragraphs.count ? text_of(r, paragraph + 1) : "";
	struct line_facts *line = &r->lines[paragraph];
	struct strbuf both = STRBUF_INIT;
	struct words w = WORDS_INIT;

	if (line->kind || first->count != 1 || !is_all_capitals(first, 0, 1) || strlen(next) > LONG_LINE)
		return;
	strbuf_addf(&both, "%s %s", text_of(r, paragraph), next);
	words_split(both.text, both.length, &w);
	read_kind(&w, both.text, line);
	if (line->kind && both.text[line->title])
		line->kind = NULL;
	line->title = strlen(text_of(r, paragraph));
	line->broken = line->kind != NULL;
	words_release(&w);
	strbuf_release(&both);
}

/* "File đính kèm", "Nguồn: chinhphu.vn": what a page on the net has below a text. */
static bool ends_page(const struct words *w)
{
	enum { LONGEST = 10 };

	if (!w->count || w->count > LONGEST || !w->items[0].capital)
		return false;
	for (size_t at = 2; at + 2 < w->count && phrase_at(w, 0, "nguồn :"); at++)
		if (sign_is(w, at + 1, '.') && !w->items[at + 1].spaced && !w->items[at + 2].spaced)
			return true;
	return phrase_at(w, 0, "file|tệp đính kèm") || phrase_at(w, 0, "tài liệu đính kèm");
}

/* Behind the bars and stars of Markdown. */
static size_t first_letters(const struct words *w)
{
	size_t at = 0;

	while (at < w->count && (sign_is(w, at, '|') || sign_is(w, at, '*') || sign_is(w, at, '_')))
		at++;
	return at;
}

static void read_lines(struct reading *r)
{
	struct words w = WORDS_INIT;

	for (size_t i = 0; i < r->manuscript->paragraphs.count; i++) {
		const char *text = text_of(r, (int)i);
		struct line_facts *line = &r->lines[i];

		words_split(text, strnlen(text, PREFIX), &w);
		if (!w.count)
			continue;
		line->mark = mark_of(&w);
		line->capitals = is_all_capitals(&w, word_at_offset(&w, line->mark.length), w.count);
		line->appendix = phrase_at(&w, 0, "phụ lục") && w.items[0].capital &&
				 w.count <= (w.items[1].all_capitals ? LONGEST_APPENDIX : 3);
		line->tail = line->appendix || phrase_at(&w, first_letters(&w), "nơi nhận") || is_capacity(&w) || is_position(&w) || ends_page(&w);
		read_kind(&w, text, line);
		read_broken_kind(r, (int)i, &w);
	}
	words_release(&w);
}

static bool is_kind_alone(const struct reading *r, int paragraph)
{
	return r->lines[paragraph].kind && !text_of(r, paragraph)[r->lines[paragraph].title];
}

/* "QUYẾT ĐỊNH" before "Điều 1": the words by which a decision decides, without their colon. */
static bool is_formula(const struct reading *r, int paragraph)
{
	int next = paragraph + 1, count = (int)r->manuscript->paragraphs.count;

	while (next < count && !*text_of(r, next))
		next++;
	return is_kind_alone(r, paragraph) && !strcmp(r->lines[paragraph].kind, "Quyết định") && next < count &&
	       r->lines[next].mark.kind == MARK_ARTICLE;
}

/* --- regions ------------------------------------------------------------ */

static bool ends_document(const char *text)
{
	size_t length = strlen(text);

	return length > 3 && !strcmp(text + length - 3, "./.");
}

/* True for a line with a mark above the bullets. */
static bool is_numbered(const struct reading *r, int paragraph)
{
	return r->lines[paragraph].mark.kind != MARK_NONE && r->lines[paragraph].mark.kind < MARK_DASH;
}

/*
 * The first paragraph from AT on that is no longer text of the document. The line
 * of another one ends a decision's text; a plan's goes on, whatever a page repeats.
 */
static int find_tail(const struct reading *r, int at, int end, bool is_plan)
{
	bool ended = false;

	for (; at < end; at++) {
		const char *text = text_of(r, at);

		if (!*text)
			continue;
		if (r->lines[at].tail || (!is_plan && is_kind_alone(r, at) && !is_formula(r, at)) || (ended && !is_numbered(r, at)))
			return at;
		ended = ends_document(text);
	}
	return end;
}

/* A heading in capitals with the numeral that the document's last one leads to. */
static bool resumes(const struct reading *r, int paragraph, int last_roman)
{
	const struct line_facts *line = &r->lines[paragraph];

	return line->mark.kind == MARK_ROMAN && line->mark.number == last_roman + 1 && line->capitals;
}

static int last_roman_in(const struct reading *r, int from, int to)
{
	int roman = 0;

	for (int i = from; i < to; i++)
		if (r->lines[i].mark.kind == MARK_ROMAN)
			roman = r->lines[i].mark.number;
	return roman;
}

/* --- the title ---------------------------------------------------------- */

/* Words that open the basis of a document, wherever its line breaks. */
static bool opens_basis(const struct reading *r, int paragraph, int end, bool has_title)
{
	static const char *const openings[] = { "căn cứ", "để", "nhằm", "trên cơ sở", "theo", "xét", NULL };
	struct words w = WORDS_INIT;
	char last = '\0';
	bool opens;

	words_split(text_of(r, paragraph), strnlen(text_of(r, paragraph), PREFIX), &w);
	opens = any_phrase_at(&w, 0, openings) != 0;
	if (has_title && phrase_at(&w, 0, "thực hiện|triển")) {
		/* A title may begin so as well, but it does not end in a colon. */
		for (int at = paragraph; at < end && *text_of(r, at) && !strchr(".:;", last ? last : 'x'); at++)
			last = text_of(r, at)[strlen(text_of(r, at)) - 1];
		opens = last && strchr(".:;,", last);
	}
	words_release(&w);
	return opens;
}

/* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X": the authority that decides, below the title of a decision. */
static bool is_authority(const struct reading *r, int paragraph)
{
	struct agency_mention_list found = { 0 };
	struct words w = WORDS_INIT;
	bool is;

	words_split(text_of(r, paragraph), strnlen(text_of(r, paragraph), PREFIX), &w);
	is = r->lines[paragraph].capitals && agency_mentions_at(&w, 0, &found) == w.count;
	agency_mention_list_release(&found);
	words_release(&w);
	return is;
}

static bool is_address(const char *text)
{
	struct words w = WORDS_INIT;
	bool is;

	words_split(text, strnlen(text, 40), &w);
	is = phrase_at(&w, 0, "kính gửi") != 0;
	words_release(&w);
	return is;
}

/* "Nam Hải, ngày 15 tháng 9 năm 2024", behind the subject of a letter. */
static bool is_dated(const char *text)
{
	enum { LONGEST_PLACE = 6 };
	struct words w = WORDS_INIT;
	size_t at;
	bool is;

	words_split(text, strnlen(text, PREFIX), &w);
	at = phrase_next(&w, 0, ", ngày #? tháng #");
	is = at && at <= LONGEST_PLACE && at < w.count;
	words_release(&w);
	return is;
}

static bool is_rule(const char *text)
{
	return strspn(text, "_-=*. ") == strlen(text);
}

/* The motto of the state or the document's number. */
static bool is_letterhead(const char *text)
{
	struct words w = WORDS_INIT;
	bool is = false;

	words_split(text, strnlen(text, PREFIX), &w);
	for (size_t at = 0; at < w.count && !is; at++)
		is = phrase_at(&w, at, "cộng hòa xã hội chủ nghĩa") || phrase_at(&w, at, "đảng cộng sản việt nam") ||
		     phrase_at(&w, at, "số : # /");
	words_release(&w);
	return is;
}

/* A title that cannot end there. */
static bool breaks_off(const struct strbuf *title)
{
	static const char *const ends[] = { "thực|triển hiện|khai", "ban hành", "phê duyệt", NULL };
	struct words w = WORDS_INIT;
	bool off;

	words_split(title->text, title->length, &w);
	off = w.count > 4 && (any_phrase_at(&w, w.count - 2, ends) || word_is(&w, w.count - 1, "và|của|về|cho|theo|tại"));
	words_release(&w);
	return off;
}

/* The lines of a title from AT on; returns the first paragraph behind it. */
static int read_title(struct reading *r, struct part *part, int at, int end)
{
	struct strbuf title = STRBUF_INIT;
	int lines = 0, blank = 0;
	bool capitals = false;

	strbuf_add_text(&title, part->title ? part->title : "");
	for (; at < end && lines < LONGEST_TITLE; at++) {
		const char *text = frame_text_of(r, at);

		if (!*text || is_rule(text)) {
			blank++;
			continue;
		}
		if (r->lines[at].task_table >= 0 || (blank && title.length && !breaks_off(&title)) || is_address(text) ||
		    is_dated(text) || r->lines[at].mark.kind != MARK_NONE || r->lines[at].tail ||
		    is_kind_alone(r, at) || text[0] == '(' || opens_basis(r, at, end, title.length > 0))
			break;
		if (title.length && (is_authority(r, at) || is_letterhead(text) || (capitals && !r->lines[at].capitals)))
			break;
		capitals = r->lines[at].capitals;
		if (title.length && title.text[title.length - 1] != '-')
			strbuf_add_char(&title, ' ');
		strbuf_add_text(&title, text);
		lines++;
		blank = 0;
	}
	free(part->title);
	part->title = title.length ? strbuf_detach(&title) : NULL;
	strbuf_release(&title);
	return at;
}

/* --- parts -------------------------------------------------------------- */

/*
 * The line with the document's kind, the first behind the letterhead where there is one (a
 * web page's menu may name kinds, too); -1 when the text begins without.
 */
static int find_kind(const struct reading *r, int from, int end)
{
	bool letterhead = false;
	int found = -1;

	for (int at = from; at < end; at++) {
		enum mark_kind mark = r->lines[at].mark.kind;

		letterhead = letterhead || is_letterhead(text_of(r, at));
		if (r->lines[at].kind && letterhead)
			return at;
		if (r->lines[at].kind && found < 0)
			found = at;
		if (mark == MARK_ROMAN || mark == MARK_PART || mark == MARK_ARTICLE)
			break;
	}
	return found;
}

static int first_mark(const struct reading *r, int from, int end)
{
	while (from < end && !is_numbered(r, from) && r->lines[from].task_table < 0)
		from++;
	return from;
}

static struct part *add_part(struct reading *r, int front, int end)
{
	struct part *part = &r->parts[r->part_count++];

	*part = (struct part){ .front = front, .type = front, .body = front, .tail = end, .end = end };
	return part;
}

/* "Số 44-CV/ĐU": a letter of the Party, whose subject stands below its number without "V/v" (Hướng dẫn 36-HD/VPTW, 2018). */
static bool is_party_letter(const struct words *w)
{
	for (size_t at = 1; at + 2 < w->count; at++)
		if (sign_is(w, at - 1, '-') && word_is(w, at, "cv") && sign_is(w, at + 1, '/'))
			return true;
	return false;
}

/* Prose below a number. */
static bool is_subject(const struct reading *r, int paragraph)
{
	const char *text = text_of(r, paragraph);

	return *text && !r->lines[paragraph].capitals && r->lines[paragraph].mark.kind == MARK_NONE && !is_address(text) &&
	       !is_dated(text) && !is_rule(text);
}

/* "V/v bảo vệ nguồn nước", "VỀ VIỆC BAN HÀNH …": a title where no line says what kind of document it is. */
static int find_bare_title(const struct reading *r, int from, int to)
{
	static const char *const openings[] = { "về việc", "ban hành", "phê duyệt", NULL };
	struct words w = WORDS_INIT;
	int found = -1;

	for (int at = from; at < to && found < 0; at++) {
		words_split(text_of(r, at), strnlen(text_of(r, at), PREFIX), &w);
		if (phrase_at(&w, 0, "số") && is_party_letter(&w) && at + 1 < to && is_subject(r, at + 1))
			found = at + 1;
		else if (phrase_at(&w, 0, "v / v") || (r->lines[at].capitals && any_phrase_at(&w, 0, openings)))
			found = at;
	}
	words_release(&w);
	return found;
}

/* "Chỉ thị về việc phát triển nghề cá", in the letters of a sentence: how a page on the net has it; its kind, or NULL. */
static const char *kind_of_plain_title(const struct words *w, size_t *title)
{
	enum { LONGEST = 60 };
	size_t n, i = PHRASE_ROW_AT(w, 0, kinds, 0, &n);

	if (!n || !w->items[0].capital || w->items[0].all_capitals || w->count > LONGEST ||
	    sign_is(w, w->count - 1, '.') || sign_is(w, w->count - 1, ':') || sign_is(w, w->count - 1, ';') ||
	    !phrase_at(w, n, "về|ban|triển|thực việc|hành|khai|hiện"))
		return NULL;
	*title = w->items[n].start;
	return kinds[i].kind;
}

/* The document's kind and title, when the first line with words is such a one. */
static bool read_plain_title(struct reading *r, struct part *part, int to)
{
	struct words w = WORDS_INIT;
	int at = part->front;
	size_t title = 0;

	while (at < to && !*text_of(r, at))
		at++;
	if (at >= to)
		return false;
	words_split(text_of(r, at), strlen(text_of(r, at)), &w);
	part->kind = kind_of_plain_title(&w, &title);
	words_release(&w);
	if (!part->kind)
		return false;
	part->title = xstrdup(text_of(r, at) + title);
	part->type = at;
	part->titled = part->body = at + 1;
	return true;
}

static bool has_citation(const char *text)
{
	struct citation_list found = { 0 };
	bool has;

	citations_find(text, &found);
	has = found.count > 0;
	citation_list_release(&found);
	return has;
}

/* The first line of [from, to) that is prose: the letterhead is over. */
static int find_prose(const struct reading *r, int from, int to)
{
	enum { LEAST_LETTERS = 50 };

	for (int at = from; at < to; at++)
		if (strlen(text_of(r, at)) > LEAST_LETTERS && !r->lines[at].capitals && !is_letterhead(text_of(r, at)) &&
		    (opens_basis(r, at, to, false) || has_citation(text_of(r, at))))
			return at;
	return to;
}

/* "Kính gửi:" and whom: no part of the text. Returns the first line behind. */
static int skip_addressees(struct reading *r, int at, int end)
{
	int first = at;

	while (first < end && !*text_of(r, first))
		first++;
	if (first >= end || !is_address(text_of(r, first)))
		return at;
	for (at = first + 1; at < end && (!*text_of(r, at) || r->lines[at].mark.kind >= MARK_DASH); at++)
		;
	leave(r, first, at - 1, _("nơi nhận"));
	return at;
}

/* The regions of a part that no line of a kind heads. */
static void read_untitled_part(struct reading *r, struct part *part)
{
	int mark = first_mark(r, part->front, part->end), title = find_bare_title(r, part->front, mark);
	static const char about[] = "V/v";

	if (title < 0 && read_plain_title(r, part, mark))
		return;
	if (title < 0) {
		part->type = part->titled = part->body = find_prose(r, part->front, mark);
		return;
	}
	part->type = title;
	part->body = read_title(r, part, title, part->end);
	if (part->title && !strncmp(part->title, about, strlen(about))) {
		size_t length = strlen(about) + strspn(part->title + strlen(about), " :");

		memmove(part->title, part->title + length, strlen(part->title + length) + 1);
	}
	part->titled = part->body;
	while (part->body < mark && (!*text_of(r, part->body) || is_dated(text_of(r, part->body)) || is_letterhead(text_of(r, part->body))))
		part->body++;
	part->body = skip_addressees(r, part->body, mark);
}

/* Set the regions of a part whose line of the kind is TYPE (-1: it has none). */
static void read_part(struct reading *r, struct part *part, int type)
{
	if (type < 0) {
		read_untitled_part(r, part);
	} else {
		const char *title = text_of(r, type) + r->lines[type].title;

		part->type = type;
		part->kind = r->lines[type].kind;
		part->title = *title ? xstrdup(title) : NULL;
		part->titled = part->body = read_title(r, part, type + 1 + r->lines[type].broken, part->end);
	}
	part->tail = find_tail(r, part->body, part->end, part->kind && strcmp(part->kind, "Quyết định"));
}

void find_parts(struct reading *r)
{
	int end = (int)r->manuscript->paragraphs.count;
	struct part *part = add_part(r, 0, end);

	read_lines(r);
	find_task_tables(r);
	read_part(r, part, find_kind(r, 0, end));
	while (r->part_count < MAX_PARTS) {
		int roman = last_roman_in(r, part->body, part->tail), at;

		for (at = part->tail; at < end; at++)
			if ((at > part->body && is_kind_alone(r, at) && !is_formula(r, at)) || resumes(r, at, roman))
				break;
		if (at >= end)
			return;
		part->end = at;
		part = add_part(r, at, end);
		read_part(r, part, is_kind_alone(r, at) ? at : -1);
	}
}
