/*
 * The head of a document: who issued it, its number, where and when. Its two
 * columns arrive side by side, cell by cell or between bars: so what is known is
 * looked for in each line and taken out, whatever stands around it.
 */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/written_date.h"
#include "core/viet/viet.h"

static const char *const mottos[] = {
	"cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "đảng cộng sản việt nam", NULL,
};

static const char *const stamps[] = { "dự thảo", "hỏa tốc", "thượng khẩn", "khẩn", "mật", NULL };

static bool has_word(const struct words *w, const char *const *phrases)
{
	for (size_t at = 0; at < w->count; at++)
		if (any_phrase_at(w, at, phrases))
			return true;
	return false;
}

/* --- the number --------------------------------------------------------- */

/* Words of "Số: 12/KH-UBND" behind "Số"; NUMBER gets them without blanks. */
static size_t number_words(const struct words *w, size_t at, struct strbuf *number)
{
	size_t n = sign_is(w, at, ':') ? 1 : 0;

	while (word_is(w, at + n, ".|…|_"))
		n++;
	for (; at + n < w->count; n++) {
		const struct word *word = &w->items[at + n];
		bool joined = word_is(w, at + n, "/|-|.") || (number->length && !word->spaced);

		if (number->length && !joined && !word_is(w, at + n - 1, "/|-"))
			break;
		if (word->kind == WORD_SIGN && !word_is(w, at + n, "/|-|.|&"))
			break;
		strbuf_add(number, w->text + word->start, word->end - word->start);
	}
	return n;
}

/* Words taken by the number at AT ("Số : …"); 0 when none begins there. */
static size_t read_number(struct reading *r, const struct words *w, size_t at)
{
	struct strbuf number = STRBUF_INIT;
	size_t n = 0;

	if (word_is(w, at, "số") && (sign_is(w, at + 1, ':') || at == 0)) {
		n = 1 + number_words(w, at + 1, &number);
		if (strchr(number.text, '/') && !r->draft->plan.number)
			r->draft->plan.number = xstrdup(number.text);
	}
	strbuf_release(&number);
	return n;
}

/* --- place and date ----------------------------------------------------- */

static bool read_date(struct reading *r, const struct words *w, size_t at, size_t floor, size_t *taken)
{
	struct plan *plan = &r->draft->plan;
	struct written_date date;
	size_t n = written_date_at(w, at, &date), place = at;

	if (!n || !word_is(w, at, "ngày") || !date.year)
		return false;
	*taken = n;
	if (date_is_set(plan->date))
		return true;
	plan->date = date_make(date.year, date.month, date.day);
	place -= place > floor && sign_is(w, place - 1, ',') ? 1 : 0;
	at = place;
	while (place > floor && w->items[place - 1].kind == WORD_LETTERS && at - place < 5)
		place--;
	if (place < at)
		plan->place = xstrndup(w->text + w->items[place].start,
				       w->items[at - 1].end - w->items[place].start);
	return true;
}

/* --- the issuer --------------------------------------------------------- */

/* Words in capitals that are neither motto nor stamp, added to ISSUER. */
static void collect_issuer(const struct words *w, size_t from, size_t to, struct strbuf *issuer)
{
	for (size_t at = from; at < to;) {
		size_t motto = any_phrase_at(w, at, mottos);
		const struct word *word = &w->items[at];

		if (motto) {
			at += motto;
			continue;
		}
		if (word->kind == WORD_LETTERS ? word->all_capitals : !word_is(w, at, "|")) {
			if (issuer->length)
				strbuf_add_char(issuer, ' ');
			strbuf_add(issuer, w->text + word->start, word->end - word->start);
		}
		at++;
	}
}

/* "UBND tỉnh Sơn Bình" -> "Ủy ban nhân dân tỉnh Sơn Bình" */
static char *written_out(const char *name)
{
	static const char shortened[] = "UBND";

	if (strncmp(name, shortened, strlen(shortened)))
		return xstrdup(name);
	return xasprintf("Ủy ban nhân dân%s", name + strlen(shortened));
}

/* Of two levels the lower one issues: it stands last. */
static void set_issuer(struct plan *plan, const char *capitals)
{
	struct agency_mention_list found = { 0 };
	struct strbuf lower = STRBUF_INIT, name = STRBUF_INIT;

	if (!*capitals || plan->issuer)
		return;
	agency_mentions(capitals, &found);
	if (found.count) {
		plan->issuer = written_out(found.items[found.count - 1].name);
	} else {
		viet_lower(capitals, strlen(capitals), &lower);
		viet_capitalize(lower.text, lower.length, &name);
		plan->issuer = strbuf_detach(&name);
	}
	strbuf_release(&lower);
	agency_mention_list_release(&found);
}

/* --- lines -------------------------------------------------------------- */

static bool is_capitals(const struct words *w)
{
	bool letters = false;

	for (size_t i = 0; i < w->count; i++) {
		if (w->items[i].kind != WORD_LETTERS)
			continue;
		if (!w->items[i].all_capitals)
			return false;
		letters = true;
	}
	return letters;
}

static bool names_committee(const struct words *w)
{
	static const char *const committees[] = { "ủy ban nhân dân", "hội đồng nhân dân", "ubnd", NULL };

	return has_word(w, committees) && w->count && w->items[0].all_capitals;
}

static bool has_number(const struct words *w)
{
	return (word_is(w, 0, "số") && sign_is(w, 1, ':')) || phrase_at(w, 0, "số #");
}

/* The first line of the letterhead in [front, type). */
static int find_first(const struct reading *r, const struct part *part)
{
	struct words w = WORDS_INIT;
	int first = part->type, at = part->front;

	for (; at < part->type; at++) {
		words_split(text_of(r, at), strnlen(text_of(r, at), 300), &w);
		if (has_word(&w, mottos) || has_number(&w) || names_committee(&w))
			break;
	}
	first = at;
	while (at < part->type && at-- > part->front) {
		words_split(text_of(r, at), strnlen(text_of(r, at), 300), &w);
		if (w.count && !is_capitals(&w))
			break;
		first = w.count ? at : first;
	}
	words_release(&w);
	return first;
}

static void read_line(struct reading *r, int paragraph, struct strbuf *issuer)
{
	struct words w = WORDS_INIT;
	size_t rest = 0, taken;

	words_split(text_of(r, paragraph), strlen(text_of(r, paragraph)), &w);
	if (is_capitals(&w) && any_phrase_at(&w, 0, stamps)) {
		leave(r, paragraph, paragraph, _("dấu chỉ mức độ, dự thảo"));
		words_release(&w);
		return;
	}
	if (has_word(&w, mottos) || (is_capitals(&w) && !has_number(&w))) {
		collect_issuer(&w, 0, w.count, issuer);
		use(r, paragraph, paragraph);
	}
	for (size_t at = 0; at < w.count; at++) {
		size_t n = read_number(r, &w, at);

		if (n) {
			rest = at + n;
			at += n - 1;
			use(r, paragraph, paragraph);
		} else if (read_date(r, &w, at, rest, &taken)) {
			at += taken - 1;
			use(r, paragraph, paragraph);
		}
	}
	words_release(&w);
}

/* "Số:" with the number on the next line. */
static void read_bare_number(struct reading *r, int paragraph)
{
	struct strbuf number = STRBUF_INIT;
	struct words w = WORDS_INIT;

	words_split(text_of(r, paragraph), strlen(text_of(r, paragraph)), &w);
	if (!r->draft->plan.number && number_words(&w, 0, &number) == w.count && strchr(number.text, '/')) {
		r->draft->plan.number = xstrdup(number.text);
		use(r, paragraph, paragraph);
	}
	words_release(&w);
	strbuf_release(&number);
}

void read_letterhead(struct reading *r, const struct part *part)
{
	struct strbuf issuer = STRBUF_INIT;

	for (int at = find_first(r, part); at < part->type; at++) {
		if (!*text_of(r, at))
			continue;
		read_line(r, at, &issuer);
		if (!r->fates[at].used)
			read_bare_number(r, at);
	}
	set_issuer(&r->draft->plan, issuer.text);
	strbuf_release(&issuer);
}
