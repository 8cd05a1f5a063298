#include "core/plan/written_date.h"

#include "core/base/date.h"

enum { LEAP_YEAR = 2000, FIRST_YEAR = 1900, LAST_YEAR = 2199 };

static bool is_year(int value)
{
	return value >= FIRST_YEAR && value <= LAST_YEAR;
}

/* True when what is written can stand in a calendar. */
static bool exists(const struct written_date *d)
{
	if (d->year && !is_year(d->year))
		return false;
	if (!d->month)
		return !d->day && d->year;
	if (d->month < 1 || d->month > 12)
		return false;
	return !d->day || date_is_valid(date_make(d->year ? d->year : LEAP_YEAR, d->month, d->day));
}

static int number_at(const struct words *words, size_t at)
{
	return at < words->count && words->items[at].kind == WORD_NUMBER ? words->items[at].value : 0;
}

/* Signs that part the numbers of a date; more than one of them is a slip. */
static size_t separators_at(const struct words *words, size_t at)
{
	size_t n = 0;

	while (word_is(words, at + n, "/|-|."))
		n++;
	return n;
}

/* Dots or a line drawn where a draft is to be filled in. */
static size_t filling_at(const struct words *words, size_t at)
{
	size_t n = 0;

	while (word_is(words, at + n, ".|…|_"))
		n++;
	return n;
}

/* "trước ngày 15-12": a day and its month, where "ngày 15-17" are days. */
static bool is_last_day_at(const struct words *words, size_t at)
{
	return at > 1 && phrase_at(words, at - 2, "trước|đến|hết|là ngày") && phrase_at(words, at, "# - #") &&
	       !words->items[at + 1].spaced && !words->items[at + 2].spaced;
}

/* "08/3/2012", "15/9", "trước ngày 15-12" */
static size_t numbers_at(const struct words *words, size_t at, struct written_date *d)
{
	size_t first, second, n = 1;

	d->day = number_at(words, at);
	first = separators_at(words, at + n);
	if (!d->day || !first || first > 2)
		return 0;
	n += first;
	d->month = number_at(words, at + n);
	if (!d->month)
		return 0;
	second = separators_at(words, at + n + 1);
	d->year = number_at(words, at + n + 1 + second);
	if (second && second <= 2 && is_year(d->year)) {
		d->corrected = first > 1 || second > 1;
		return n + second + 2;
	}
	d->year = 0;
	d->corrected = first > 1;
	if (is_last_day_at(words, at) && !word_is(words, at + n + 1, "tháng|/|-|,"))
		return n + 1;
	return sign_is(words, at + 1, '/') && (!second || !sign_is(words, at + n + 1, '/')) ? n + 1 : 0;
}

/* " /6/2026": the day is still to be written */
static size_t blank_day_at(const struct words *words, size_t at, struct written_date *d)
{
	if (!sign_is(words, at, '/') || !sign_is(words, at + 2, '/'))
		return 0;
	d->month = number_at(words, at + 1);
	d->year = number_at(words, at + 3);
	return d->month && d->year ? 4 : 0;
}

/* "năm 2013", "/2013", "năm" and a blank, or nothing at all. */
static size_t year_at(const struct words *words, size_t at, struct written_date *d)
{
	size_t n = phrase_at(words, at, "năm|/ #");

	if (n && is_year(number_at(words, at + 1))) {
		d->year = number_at(words, at + 1);
		return n;
	}
	return 0;
}

/* "11 tháng 7 năm 2013", each number may be a blank */
static size_t words_date_at(const struct words *words, size_t at, struct written_date *d)
{
	size_t n = 0;

	d->day = number_at(words, at);
	n += d->day ? 1 : filling_at(words, at);
	if (!word_is(words, at + n, "tháng"))
		return 0;
	n++;
	d->month = number_at(words, at + n);
	n += d->month ? 1 : filling_at(words, at + n);
	return n + year_at(words, at + n, d);
}

size_t written_date_at(const struct words *words, size_t at, struct written_date *out)
{
	size_t lead = word_is(words, at, "ngày") ? 1 : 0;
	struct written_date d = { 0 };
	size_t n = numbers_at(words, at + lead, &d);

	if (!n) {
		d = (struct written_date){ 0 };
		n = words_date_at(words, at + lead, &d);
		if (!lead && !d.day)
			n = 0;
	}
	if (!n && lead) {
		d = (struct written_date){ 0 };
		n = blank_day_at(words, at + lead, &d);
	}
	if (!n || !exists(&d))
		return 0;
	*out = d;
	return lead + n;
}
