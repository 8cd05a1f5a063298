/* What stands behind a document's text: signature, Nơi nhận, attachments, a page's footer. */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/viet/viet.h"

struct tail {
	struct reading *reading;
	bool recipients;	/* inside "Nơi nhận:" */
	bool appendix;
	bool signed_by;		/* the position has been read: a name may follow */
};

/* --- columns ------------------------------------------------------------ */

enum { COLUMN_GAP = 3 };

/* Bytes of the blank at AT, 0 for anything else; WIDTH gets how wide a gap it makes. */
static size_t blank_at(const char *at, int *width)
{
	*width = *at == '\t' || *at == '|' ? COLUMN_GAP : 1;
	if (*at == ' ' || *at == '\t' || *at == '|')
		return 1;
	return strncmp(at, "\xC2\xA0", 2) ? 0 : 2;
}

/* The column that begins at AT or behind the blanks there: its first byte, LENGTH its bytes; NULL: none follows. */
static const char *next_column(const char *at, size_t *length)
{
	const char *end;
	int gap = 0, width;
	size_t blank;

	while ((blank = blank_at(at, &width)) != 0)
		at += blank;
	end = at;
	for (const char *p = at; *p && gap < COLUMN_GAP; p += blank ? blank : 1) {
		blank = blank_at(p, &width);
		gap = blank ? gap + width : 0;
		if (!blank)
			end = p + 1;
	}
	*length = (size_t)(end - at);
	return *length ? at : NULL;
}

static char *cleaned(const char *text, size_t length)
{
	struct strbuf out = STRBUF_INIT;

	viet_clean(text, length, &out);
	return strbuf_detach(&out);
}

/* --- the signature ------------------------------------------------------ */

static bool is_all_capitals(const struct words *w, size_t from)
{
	for (size_t i = from; i < w->count; i++)
		if (w->items[i].kind == WORD_LETTERS && !w->items[i].all_capitals)
			return false;
	return from < w->count;
}

static void add_evened(const struct words *w, size_t from, size_t to, struct strbuf *out)
{
	struct strbuf lower = STRBUF_INIT;

	viet_lower(w->text + w->items[from].start, w->items[to - 1].end - w->items[from].start, &lower);
	viet_capitalize(lower.text, lower.length, out);
	strbuf_release(&lower);
}

/* "PHÓ CHỦ TỊCH" -> "Phó Chủ tịch": words from AT to END. */
static char *evened(const struct words *w, size_t at, size_t end)
{
	struct strbuf out = STRBUF_INIT;

	if (word_is(w, at, "phó|quyền") && at + 1 < end) {
		add_evened(w, at, at + 1, &out);
		strbuf_add_char(&out, ' ');
		at++;
	}
	add_evened(w, at, end, &out);
	return strbuf_detach(&out);
}

/* "KT. BỘ TRƯỞNG THỨ TRƯỞNG" on one line: where the second position begins; the end of the line without one. */
static size_t second_position(const struct words *w, size_t at)
{
	for (size_t i = at + 1; i < w->count; i++)
		if (agency_person_at(w, i) && (word_is(w, i, "phó|thứ") || !word_is(w, i - 1, "phó|thứ|tổng")) &&
		    !sign_is(w, i - 1, ',') && i > at + agency_person_at(w, at) - 1)
			return i;
	return w->count;
}

/* "KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN": KT. is nearer to who signs than TM. */
static bool read_capacity(struct tail *t, const struct words *w)
{
	struct plan *plan = &t->reading->draft->plan;

	for (size_t at = 0; at + 2 < w->count; at++) {
		if (!word_is(w, at, "kt|tm|tl|tuq|q") || !sign_is(w, at + 1, '.') || !is_all_capitals(w, at))
			continue;
		if (!plan->signer_name && (!plan->signer_on_behalf || !word_is(w, at, "tm"))) {
			size_t end = second_position(w, at + 2);

			free(plan->signer_on_behalf);
			plan->signer_on_behalf = evened(w, at + 2, end);
			if (end < w->count && !plan->signer_position) {
				plan->signer_position = evened(w, end, w->count);
				t->signed_by = true;
			}
		}
		return true;
	}
	return false;
}

/* "… PHÓ CHỦ TỊCH" at the end of a line. */
static bool read_position(struct tail *t, const struct words *w)
{
	struct plan *plan = &t->reading->draft->plan;

	for (size_t at = 0; at < w->count; at++) {
		if (!is_all_capitals(w, at) || !agency_person_at(w, at))
			continue;
		if (!plan->signer_position)
			plan->signer_position = evened(w, at, w->count);
		t->signed_by = true;
		return true;
	}
	return false;
}

/* Two to five words, each with a capital: a person's name. */
static bool is_person(const struct words *w)
{
	if (w->count < 2 || w->count > 5)
		return false;
	for (size_t i = 0; i < w->count; i++)
		if (w->items[i].kind != WORD_LETTERS || !w->items[i].capital)
			return false;
	return !agency_person_at(w, 0);
}

static bool read_name(struct tail *t, const char *column, const struct words *w)
{
	struct plan *plan = &t->reading->draft->plan;

	if (!t->signed_by || plan->signer_name || !is_person(w))
		return false;
	plan->signer_name = xstrdup(column);
	return true;
}

static bool is_signing_note(const struct words *w)
{
	return phrase_at(w, 0, "( đã ký )") || phrase_at(w, 0, "đã ký") || phrase_at(w, 0, "( đã ký , đóng dấu )");
}

static bool read_signing_words(struct tail *t, const char *text, size_t length)
{
	char *words = cleaned(text, length);
	struct words w = WORDS_INIT;
	bool read;

	words_split(words, strlen(words), &w);
	read = read_capacity(t, &w) || read_position(t, &w) || read_name(t, words, &w) || is_signing_note(&w);
	words_release(&w);
	free(words);
	return read;
}

/* "THỨ TRƯỞNG Trần Văn Sơn": bytes of the capitals before what may be a name; 0 when it is not so. */
static size_t capitals_before_name(const char *text, size_t length)
{
	struct words w = WORDS_INIT;
	size_t at = 0, bytes = 0;

	words_split(text, length, &w);
	while (at < w.count && (w.items[at].kind != WORD_LETTERS || w.items[at].all_capitals))
		at++;
	if (at > 1 && w.count - at >= 2 && w.count - at <= 5)
		bytes = w.items[at].start;
	words_release(&w);
	return bytes;
}

static bool read_signing_column(struct tail *t, const char *text, size_t length)
{
	size_t capitals = capitals_before_name(text, length);

	if (!capitals || !read_signing_words(t, text, capitals))
		return read_signing_words(t, text, length);
	read_signing_words(t, text + capitals, length - capitals);
	return true;
}

static bool read_signature(struct tail *t, int paragraph)
{
	const struct paragraph *p = &t->reading->manuscript->paragraphs.items[paragraph];
	const char *original = p->original, *column;
	bool bars = p->cell.table || strchr(original, '|'), read = false;
	size_t length, behind;

	/* In a line that has all columns only what stands in the last one is of the signature. */
	for (column = next_column(original, &length); column; column = next_column(column + length, &length))
		if (bars || !next_column(column + length, &behind))
			read = read_signing_column(t, column, length) || read;
	return read;
}

/* --- attachments -------------------------------------------------------- */

/* Bytes of NAME in "name.docx82.5 KB"; 0 when the line names no file. */
static size_t file_name_length(const char *text)
{
	static const char *const endings[] = {
		".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".pdf", ".odt", ".ods", ".rtf", ".rar", ".zip", ".7z",
	};

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		const char *at = strstr(text, endings[i]);
		size_t length = at ? (size_t)(at - text) + strlen(endings[i]) : 0;

		if (length > strlen(endings[i]) && !(text[length] >= 'a' && text[length] <= 'z'))
			return length;
	}
	return 0;
}

static bool is_size(const char *text)
{
	struct words w = WORDS_INIT;
	bool is;

	words_split(text, strlen(text), &w);
	is = w.count && w.count <= 4 && w.items[0].kind == WORD_NUMBER && word_is(&w, w.count - 1, "kb|mb|b|gb|k|m");
	words_release(&w);
	return is;
}

static bool read_attachment(struct tail *t, int paragraph)
{
	const char *text = text_of(t->reading, paragraph);
	size_t length = file_name_length(text);
	struct attachment attachment = { .present = false };
	const char *size = text + length;

	if (!length || strchr(text, '@') || (text[length] && !is_size(size + strspn(size, " (|"))))
		return false;
	attachment.name = xstrndup(text, length);
	size += strspn(size, " (|");
	if (*size)
		attachment.size = xstrndup(size, strcspn(size, ")|"));
	doubt(t->reading, paragraph, ABOUT_ATTACHMENT, CERTAINTY_GUESS, _("tệp đính kèm «%s» không có trong văn bản: cần bổ sung"), attachment.name);
	attachment_list_add(&t->reading->draft->attachments, &attachment);
	return true;
}

static bool is_attachments_heading(const struct words *w)
{
	return w->count <= 5 && (phrase_at(w, 0, "tệp|file|tài? liệu? đính kèm") || phrase_at(w, 0, "đính"));
}

/* --- lines -------------------------------------------------------------- */

static bool is_recipient(const struct words *w)
{
	return word_is(w, 0, "-|+|*|•|") || phrase_at(w, 0, "lưu") || (w->count && word_is(w, w->count - 1, ";")) ||
	       phrase_at(w, 0, "như trên");
}

/* "Nơi nhận:", maybe behind the bar or the star of Markdown. */
static bool starts_recipients(const struct words *w)
{
	size_t at = 0;

	while (sign_is(w, at, '|') || sign_is(w, at, '*'))
		at++;
	return phrase_at(w, at, "nơi nhận") != 0;
}

static void read_line(struct tail *t, int paragraph)
{
	struct reading *r = t->reading;
	const char *text = text_of(r, paragraph);
	struct words w = WORDS_INIT;

	words_split(text, strlen(text), &w);
	t->recipients = t->recipients || starts_recipients(&w);
	t->appendix = t->appendix || r->lines[paragraph].appendix;
	if (t->appendix) {
		leave(r, paragraph, paragraph, _("phụ lục, chưa đọc thành nhiệm vụ"));
	} else if (starts_recipients(&w)) {
		read_signature(t, paragraph);	/* in the same line, when both are cells of one */
		leave(r, paragraph, paragraph, _("nơi nhận"));
	} else if (read_signature(t, paragraph) || read_attachment(t, paragraph) || is_attachments_heading(&w)) {
		use(r, paragraph, paragraph);
	} else if (t->recipients && is_recipient(&w)) {
		leave(r, paragraph, paragraph, _("nơi nhận"));
	} else if (t->recipients && !r->draft->plan.signer_name) {
		leave(r, paragraph, paragraph, _("nơi nhận"));
	} else {
		leave(r, paragraph, paragraph, _("khung trang web"));
	}
	words_release(&w);
}

void read_tail(struct reading *r, const struct part *part)
{
	struct tail tail = { .reading = r };

	for (int at = part->tail; at < part->end; at++)
		if (*frame_text_of(r, at) && !r->fates[at].used && !r->fates[at].why)
			read_line(&tail, at);
}
