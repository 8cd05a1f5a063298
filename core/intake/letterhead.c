/*
 * The head of a document: who issued it, its number, where and when.
 *
 * Its two columns arrive side by side, cell by cell or between bars, and lines
 * break anywhere ("CỘNG" / "HÒA XÃ HỘI …", "Số:" / "12/KH-UBND"). So all its lines
 * are read as one row of words: what is known is taken out, and of what stays
 * the words in capitals are the issuer.
 */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/written_date.h"
#include "core/viet/viet.h"

static const char *const mottos[] = {
	/* As it should be, broken over lines, and with the slips that are met. */
	"cộng hòa|hõa|hóa|hoa xã? hội? chủ? nghĩa? việt? nam?", "xã hội chủ nghĩa việt? nam?", "chủ nghĩa việt nam",
	"độc lập - tự do - hạnh phúc", "đảng cộng sản việt nam", NULL,
};

static const char *const stamps[] = { "dự thảo", "hỏa tốc", "thượng khẩn", "khẩn", "mật", NULL };

struct head {
	struct plan *plan;
	struct strbuf text;	/* the lines, each behind a blank */
	struct words words;
	bool *taken;		/* one a word: it is known what it says */
};

static void take(struct head *h, size_t from, size_t count)
{
	for (size_t i = from; i < from + count; i++)
		h->taken[i] = true;
}

static void take_phrases(struct head *h, const char *const *phrases)
{
	for (size_t at = 0; at < h->words.count;) {
		size_t n = any_phrase_at(&h->words, at, phrases);

		take(h, at, n);
		at += n ? n : 1;
	}
}

/* --- the number --------------------------------------------------------- */

/* "07/KH UBND": the hyphen before the body was left out. */
static bool lost_hyphen_at(const struct words *w, size_t at)
{
	return at > 1 && sign_is(w, at - 2, '/') && w->items[at - 1].all_capitals &&
	       word_is(w, at, "ubnd|hđnd|bcđ|bch|đu|tu|hu|qu") && w->items[at].all_capitals;
}

/* Words of "12/KH-UBND" behind "Số:"; NUMBER gets them without blanks. */
static size_t number_words(const struct words *w, size_t at, struct strbuf *number)
{
	size_t n = 0;

	while (word_is(w, at + n, ".|…|_"))		/* left open in a draft */
		n++;
	for (; at + n < w->count; n++) {
		const struct word *word = &w->items[at + n];
		bool joined = word_is(w, at + n, "/|-|.") || (number->length && !word->spaced);

		if (number->length && !joined && !word_is(w, at + n - 1, "/|-")) {
			if (!lost_hyphen_at(w, at + n))
				break;
			strbuf_add_char(number, '-');
		}
		if (word->kind == WORD_SIGN && !word_is(w, at + n, "/|-|.|&"))
			break;
		strbuf_add(number, w->text + word->start, word->end - word->start);
	}
	return n;
}

static void read_number(struct head *h)
{
	for (size_t at = 0; at < h->words.count && !h->plan->number; at++) {
		struct strbuf number = STRBUF_INIT;
		size_t n = phrase_at(&h->words, at, "số :");

		if (!n && (phrase_at(&h->words, at, "số # /") || phrase_at(&h->words, at, "số # -") ||
			   phrase_at(&h->words, at, "số -")))
			n = 1;
		if (!n)
			continue;
		n += number_words(&h->words, at + n, &number);
		take(h, at, n);
		if (strchr(number.text, '/'))
			h->plan->number = strbuf_detach(&number);
		strbuf_release(&number);
	}
}

/* --- place and date ----------------------------------------------------- */

/* "Phan Rang-Tháp Chàm" */
static bool is_hyphen_at(const struct words *w, size_t at)
{
	return sign_is(w, at, '-') && !w->items[at].spaced && at + 1 < w->count && !w->items[at + 1].spaced;
}

/* The words before "…, ngày": a place is not all in capitals. */
static size_t place_before(const struct head *h, size_t end)
{
	enum { LONGEST = 5 };
	size_t at = end;

	while (at > 0 && end - at < LONGEST && !h->taken[at - 1] && !h->words.items[at - 1].all_capitals &&
	       (h->words.items[at - 1].kind == WORD_LETTERS || (at < end && is_hyphen_at(&h->words, at - 1))))
		at--;
	if (at > 1 && at < end && sign_is(&h->words, at - 1, '.') && word_is(&h->words, at - 2, "tp"))
		at -= 2;			/* "TP. Hồ Chí Minh" */
	return at;
}

static void read_date(struct head *h)
{
	const struct words *w = &h->words;
	struct written_date date;

	for (size_t at = 0; at < w->count && !date_is_set(h->plan->date); at++) {
		size_t n = word_is(w, at, "ngày") ? written_date_at(w, at, &date) : 0;
		size_t end = at && sign_is(w, at - 1, ',') ? at - 1 : at, place;

		if (!n || !date.year)
			continue;
		h->plan->date = date_make(date.year, date.month, date.day);
		place = place_before(h, end);
		if (place < end)
			h->plan->place = xstrndup(w->text + w->items[place].start,
						  w->items[end - 1].end - w->items[place].start);
		take(h, place, at + n - place);
	}
}

/* --- the issuer --------------------------------------------------------- */

char *issuer_written_out(const char *name)
{
	static const char shortened[] = "UBND";

	if (strncmp(name, shortened, strlen(shortened)))
		return xstrdup(name);
	return xasprintf("Ủy ban nhân dân%s", name + strlen(shortened));
}

/* Of two levels the lower one issues: it stands last. */
static void read_issuer(struct head *h)
{
	struct agency_mention_list found = { 0 };
	struct strbuf capitals = STRBUF_INIT;

	for (size_t at = 0; at < h->words.count; at++) {
		const struct word *word = &h->words.items[at];

		if (h->taken[at] || (word->kind == WORD_LETTERS ? !word->all_capitals : word->kind != WORD_NUMBER))
			continue;
		if (word->kind == WORD_NUMBER && !capitals.length)
			continue;
		take(h, at, 1);
		strbuf_addf(&capitals, "%s%.*s", capitals.length ? " " : "", (int)(word->end - word->start),
			    h->words.text + word->start);
	}
	agency_mentions(capitals.text, &found);
	if (!h->plan->issuer && found.count)
		h->plan->issuer = issuer_written_out(found.items[found.count - 1].name);
	else if (!h->plan->issuer && capitals.length)
		h->plan->issuer = agency_name_evened(capitals.text);
	agency_mention_list_release(&found);
	strbuf_release(&capitals);
}

/* --- lines -------------------------------------------------------------- */

static bool has_phrase(const struct words *w, const char *const *phrases)
{
	return any_phrase_next(w, 0, phrases) < w->count;
}

/* True for a line that may belong to a letterhead: capitals, a motto, a rule. */
static bool may_belong(const struct words *w)
{
	for (size_t i = 0; i < w->count; i++)
		if (w->items[i].kind == WORD_LETTERS && !w->items[i].all_capitals)
			return has_phrase(w, mottos);
	return true;
}

static bool is_anchor(const struct words *w)
{
	static const char *const committees[] = { "ủy ban nhân dân", "hội đồng nhân dân", "ubnd", "đảng bộ|ủy", "tỉnh|thành|huyện ủy", NULL };
	size_t committee = any_phrase_next(w, 0, committees);

	return has_phrase(w, mottos) || (committee < w->count && w->items[0].all_capitals &&
					 w->items[committee].all_capitals) ||
	       phrase_at(w, 0, "số :") || phrase_at(w, 0, "số # /") || phrase_at(w, 0, "số # -");
}

/* The first line of the letterhead in [front, type). */
static int find_first(const struct reading *r, const struct part *part)
{
	enum { PREFIX = 300 };
	struct words w = WORDS_INIT;
	int first = part->front;
	bool anchored = false;

	for (; first < part->type && !anchored; first++) {
		words_split(frame_text_of(r, first), strnlen(frame_text_of(r, first), PREFIX), &w);
		anchored = w.count && is_anchor(&w);
	}
	for (first -= anchored; anchored && first > part->front; first--) {
		words_split(frame_text_of(r, first - 1), strnlen(frame_text_of(r, first - 1), PREFIX), &w);
		if (!may_belong(&w))
			break;
	}
	words_release(&w);
	return first;
}

/* Each line is used when something in it is known. */
static void set_fates(struct reading *r, const struct head *h, const size_t *starts, int first, int last)
{
	for (int line = first; line < last; line++) {
		size_t from = word_at_offset(&h->words, starts[line - first]);
		size_t to = word_at_offset(&h->words, starts[line - first + 1]);
		bool used = from == to, stamp = any_phrase_at(&h->words, from, stamps) != 0;

		for (size_t at = from; at < to; at++)
			used = used || h->taken[at] || h->words.items[at].kind == WORD_SIGN;
		if (*frame_text_of(r, line) && used && !stamp)
			use(r, line, line);
		else if (stamp)
			leave(r, line, line, _("dấu chỉ mức độ, dự thảo"));
	}
}

void read_letterhead(struct reading *r, const struct part *part)
{
	struct head h = { .plan = &r->draft->plan, .text = STRBUF_INIT, .words = WORDS_INIT };
	int first = find_first(r, part), last = part->titled < part->body ? part->body : part->type;
	size_t *starts = xcalloc((size_t)(last - first) + 1, sizeof *starts);

	for (int line = first; line < last; line++) {
		starts[line - first] = h.text.length;
		if ((line < part->type || line >= part->titled) && !r->fates[line].why)
			strbuf_addf(&h.text, "%s ", frame_text_of(r, line));
	}
	for (size_t i = 0; i < h.text.length; i++)
		if (h.text.text[i] == '*')		/* Markdown's, in the middle of a date */
			h.text.text[i] = ' ';
	starts[last - first] = h.text.length;
	words_split(h.text.text, h.text.length, &h.words);
	h.taken = xcalloc(h.words.count, sizeof *h.taken);
	take_phrases(&h, mottos);
	read_number(&h);
	read_date(&h);
	take_phrases(&h, stamps);
	read_issuer(&h);
	set_fates(r, &h, starts, first, last);
	free(starts);
	free(h.taken);
	words_release(&h.words);
	strbuf_release(&h.text);
}
