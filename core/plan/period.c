#include "core/plan/period.h"

#include <string.h>

#include "core/base/error.h"
#include "core/base/gettext.h"
#include "core/plan/words.h"
#include "core/plan/written_date.h"

void period_release(struct period *period)
{
	free(period->made_of);
	free(period->key);
	free(period->label);
	*period = (struct period){ 0 };
}

DEFINE_LIST(period)

/* --- sets ---------------------------------------------------------------- */

static const struct period_set sets[] = {
	{ "week", N_("tuần theo lịch"), NULL, PERIOD_WEEK },
	{ "month", N_("tháng theo lịch"), NULL, PERIOD_MONTH },
	{ "quarter", N_("quý theo lịch"), NULL, PERIOD_QUARTER },
	{ "half", N_("nửa năm theo lịch"), NULL, PERIOD_HALF },
	{ "year", N_("năm theo lịch"), NULL, PERIOD_YEAR },
	{ "bnv581", N_("kỳ báo cáo cải cách hành chính của Bộ Nội vụ"), "581/BNV-CCHC", PERIOD_QUARTER },
};

const struct period_set *period_set_at(size_t index)
{
	return index < sizeof sets / sizeof *sets ? &sets[index] : NULL;
}

const struct period_set *period_set_find(const char *word)
{
	for (size_t i = 0; period_set_at(i); i++)
		if (!strcmp(sets[i].word, word))
			return &sets[i];
	return NULL;
}

const struct period_set *period_set_of(enum period_unit every)
{
	for (size_t i = 0; period_set_at(i); i++)
		if (sets[i].every == every && !sets[i].source)
			return &sets[i];
	return NULL;
}

/* A day of the year that a round belongs to, or (BACK 1) of the one before. */
struct yearly {
	int back, month, day;
};

struct round {
	const char *set;
	const char *key;		/* behind the year and a dash; "" for the year itself */
	const char *label;		/* before the year */
	struct yearly first, last, due;
	bool cumulative;
};

/*
 * Bộ Nội vụ, công văn 581/BNV-CCHC: what each report on the reform of administration tells of, sent by the 20th
 * of its last month.
 */
static const struct round rounds[] = {
	{ "bnv581", "Q1", "Quý I/", { 1, 12, 15 }, { 0, 3, 14 }, { 0, 3, 20 }, false },
	{ "bnv581", "H1", "6 tháng đầu năm ", { 1, 12, 15 }, { 0, 6, 14 }, { 0, 6, 20 }, true },
	{ "bnv581", "Q3", "Quý III/", { 0, 6, 15 }, { 0, 9, 14 }, { 0, 9, 20 }, false },
	{ "bnv581", "", "Năm ", { 1, 12, 15 }, { 0, 12, 14 }, { 0, 12, 20 }, true },
};

static struct date day_in(int year, struct yearly day)
{
	return date_make(year - day.back, day.month, day.day);
}

static void add_round(const struct period_set *set, const struct round *round, int year, struct period_list *out)
{
	struct period period = {
		.every = set->every, .made_of = xstrdup(set->word),
		.key = *round->key ? xasprintf("%d-%s", year, round->key) : xasprintf("%d", year),
		.label = xasprintf("%s%d", round->label, year),
		.first = day_in(year, round->first), .last = day_in(year, round->last), .due = day_in(year, round->due),
		.cumulative = round->cumulative,
	};

	period_list_add(out, &period);
}

static int months_of(enum period_unit every)
{
	return every == PERIOD_MONTH ? 1 : every == PERIOD_QUARTER ? 3 : every == PERIOD_HALF ? 6 : 12;
}

static void name_calendar(enum period_unit every, int year, int number, struct period *period)
{
	static const char *const quarters[] = { "I", "II", "III", "IV" };

	switch (every) {
	case PERIOD_MONTH:
		period->key = xasprintf("%d-%02d", year, number);
		period->label = xasprintf("Tháng %d/%d", number, year);
		return;
	case PERIOD_QUARTER:
		period->key = xasprintf("%d-Q%d", year, number);
		period->label = xasprintf("Quý %s/%d", quarters[number - 1], year);
		return;
	case PERIOD_HALF:
		period->key = xasprintf("%d-H%d", year, number);
		period->label = xasprintf("6 tháng %s năm %d", number == 1 ? "đầu" : "cuối", year);
		return;
	case PERIOD_YEAR:
		period->key = xasprintf("%d", year);
		period->label = xasprintf("Năm %d", year);
		return;
	case PERIOD_NONE:
	case PERIOD_WEEK:
		break;
	}
	BUG("periods of unit %d", (int)every);
}

/*
 * ISO 8601: weeks begin on Monday, and the first of a year is the one with its 4 January. A year has 52 or 53.
 */
static void add_weeks(const struct period_set *set, int year, struct period_list *out)
{
	struct date day = date_make(year, 1, 4), end = date_make(year, 12, 28);
	int number = 1;

	for (day = date_add_days(day, 1 - date_weekday(day)); date_compare(day, end) <= 0; day = date_add_days(day, 7)) {
		struct period period = {
			.every = set->every, .made_of = xstrdup(set->word), .first = day, .last = date_add_days(day, 6),
			.key = xasprintf("%d-W%02d", year, number), .label = xasprintf("Tuần %d/%d", number, year),
		};

		period_list_add(out, &period);
		number++;
	}
}

static void add_calendar(const struct period_set *set, int year, struct period_list *out)
{
	int months = months_of(set->every);

	for (int number = 1; number <= 12 / months; number++) {
		struct period period = {
			.every = set->every, .made_of = xstrdup(set->word),
			.first = date_make(year, (number - 1) * months + 1, 1),
			.last = date_month_end(year, number * months),
		};

		name_calendar(set->every, year, number, &period);
		period_list_add(out, &period);
	}
}

int period_year(const struct period *period)
{
	return period->every == PERIOD_WEEK ? date_add_days(period->last, -3).year : period->last.year;
}

void period_set_make(const struct period_set *set, int year, struct period_list *out)
{
	if (set->every == PERIOD_WEEK)
		add_weeks(set, year, out);
	else if (!set->source)
		add_calendar(set, year, out);
	for (size_t i = 0; set->source && i < sizeof rounds / sizeof *rounds; i++)
		if (!strcmp(rounds[i].set, set->word))
			add_round(set, &rounds[i], year, out);
}

/* --- send-by days in words ------------------------------------------------ */

/* A day as a deadline names it: of a month of the year, or of a month by its place in the period. */
struct send_by {
	int day;
	int month;		/* 0: by its place */
	enum { IN_LAST_MONTH, IN_FIRST_MONTH, IN_NEXT_MONTH } place;
	int years;		/* "năm sau": 1 */
	bool before;		/* "trước": the day itself is too late */
};

enum { MAX_DAYS = 12 };

struct send_days {
	struct send_by items[MAX_DAYS];
	size_t count;
	size_t in_year;		/* how many name their month */
};

/* "trước ngày 20", "trước 20/11"; what goes on from a day before it ("và 15/11") goes on from its bound. */
static bool is_before(const struct words *w, size_t at, const struct send_days *days, size_t end_of_last)
{
	if (at && word_is(w, at - 1, "trước"))
		return true;
	return days->count && end_of_last + 1 == at && word_is(w, end_of_last, "và|,|;") && days->items[days->count - 1].before;
}

static bool ends_phrase(const struct words *w, size_t at)
{
	return at >= w->count || word_is(w, at, ";|,|.|(|)|để|gửi|báo");
}

/* "tháng cuối cùng của mỗi quý", "tháng đầu quý", "tháng sau" behind the number of a day. */
static void read_place(const struct words *w, size_t at, struct send_by *day)
{
	for (; !ends_phrase(w, at); at++) {
		if (word_is(w, at, "sau|kế|tiếp"))
			day->place = IN_NEXT_MONTH;
		else if (word_is(w, at, "đầu") && day->place == IN_LAST_MONTH)
			day->place = IN_FIRST_MONTH;
	}
}

static void add_day(struct send_days *days, const struct send_by *day)
{
	if (days->count == MAX_DAYS)
		return;
	days->items[days->count++] = *day;
	days->in_year += day->month != 0;
}

/* "20/11", "ngày 20 tháng 6 và tháng 11": how many words; 0: none here. */
static size_t read_day_of_year(const struct words *w, size_t at, bool before, struct send_days *days)
{
	struct written_date date;
	size_t n = written_date_at(w, at, &date), more;
	struct send_by day = { .day = date.day, .month = date.month, .before = before };

	if (!n || !date.day || !date.month)
		return 0;
	day.years = phrase_at(w, at + n, "của|,? năm sau|tới") || phrase_at(w, at + n, "của? năm tiếp|kế") ? 1 : 0;
	add_day(days, &day);
	for (; (more = phrase_at(w, at + n, "và|, tháng #")) && w->items[at + n + more - 1].value <= 12; n += more) {
		day.month = w->items[at + n + more - 1].value;
		add_day(days, &day);
	}
	return n;
}

/* "ngày 20", "ngày mùng 5". */
static size_t read_day_of_month(const struct words *w, size_t at, bool before, struct send_days *days)
{
	size_t n = phrase_at(w, at, "ngày mùng|mồng? #");
	struct send_by day = { .before = before };

	if (!n)
		return 0;
	day.day = w->items[at + n - 1].value;
	if (day.day < 1 || day.day > 31)
		return 0;
	read_place(w, at + n, &day);
	add_day(days, &day);
	return n;
}

static void read_send_days(const char *text, struct send_days *days)
{
	struct words w = WORDS_INIT;
	size_t end = 0;

	*days = (struct send_days){ 0 };
	words_split(text ? text : "", text ? strlen(text) : 0, &w);
	for (size_t at = 0; at < w.count;) {
		bool before = is_before(&w, at, days, end);
		size_t n = read_day_of_year(&w, at, before, days);

		n = n ? n : read_day_of_month(&w, at, before, days);
		at += n ? n : 1;
		end = n ? at : end;
	}
	words_release(&w);
}

enum period_unit deadline_rhythm(const struct deadline *deadline)
{
	struct send_days days;

	if (deadline->kind != DEADLINE_PERIODIC)
		return PERIOD_NONE;
	if (deadline->every != PERIOD_YEAR)
		return deadline->every;
	read_send_days(deadline->raw, &days);
	return days.in_year == 2 ? PERIOD_HALF : days.in_year == 4 ? PERIOD_QUARTER : PERIOD_YEAR;
}

/* The month counted on from January of YEAR; a day that it does not have is its last. */
static struct date day_of(int year, int month, const struct send_by *by)
{
	int y = year + by->years + (month - 1) / 12, m = (month - 1) % 12 + 1, most = date_days_in_month(y, m);
	struct date date = date_make(y, m, by->day < most ? by->day : most);

	return by->before ? date_add_days(date, -1) : date;
}

static struct date day_by_place(const struct period *period, const struct send_by *by)
{
	if (by->place == IN_FIRST_MONTH)
		return day_of(period->first.year, period->first.month, by);
	return day_of(period->last.year, period->last.month + (by->place == IN_NEXT_MONTH ? 1 : 0), by);
}

/* Of as many days as there are periods a year each takes its own, in their order. */
static const struct send_by *day_in_year(const struct period *period, const struct send_days *days)
{
	int months = months_of(period->every);
	size_t number = (size_t)((period->last.month - 1) / months);

	return days->count == days->in_year && days->in_year == (size_t)(12 / months) ? &days->items[number] : NULL;
}

/* "thứ sáu", "thứ 6", "chủ nhật": 1 Monday to 7 Sunday; 0: none here. */
static int weekday_at(const struct words *w, size_t at)
{
	static const char *const names[] = { "hai", "ba", "tư", "năm", "sáu", "bảy" };

	if (phrase_at(w, at, "chủ nhật"))
		return 7;
	if (!word_is(w, at, "thứ") || at + 1 >= w->count)
		return 0;
	if (phrase_at(w, at, "thứ #"))
		return w->items[at + 1].value >= 2 && w->items[at + 1].value <= 7 ? w->items[at + 1].value - 1 : 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (word_is(w, at + 1, names[i]))
			return (int)i + 1;
	return 0;
}

/* "trước 16 giờ thứ Sáu" is on that day, "trước thứ Sáu" ends on the one before. */
static struct date day_of_week(const struct period *period, const char *text)
{
	struct words w = WORDS_INIT;
	struct date day = period->last;

	words_split(text ? text : "", text ? strlen(text) : 0, &w);
	for (size_t at = 0; at < w.count; at++) {
		int weekday = weekday_at(&w, at);
		bool before = at && (word_is(&w, at - 1, "trước") || (at > 1 && phrase_at(&w, at - 2, "trước ngày")));

		if (!weekday)
			continue;
		day = date_add_days(period->first, weekday - 1 - before);
		break;
	}
	words_release(&w);
	return day;
}

struct date period_due(const struct period *period, const struct deadline *deadline)
{
	struct send_days days;
	const struct send_by *own;

	if (deadline->kind == DEADLINE_ONGOING)
		return date_make(0, 0, 0);
	if (date_is_set(period->due))
		return period->due;
	if (period->every == PERIOD_WEEK)
		return day_of_week(period, deadline->raw);
	read_send_days(deadline->raw, &days);
	own = day_in_year(period, &days);
	if (own)
		return day_of(period->last.year, own->month, own);
	if (days.count == 1 && !days.in_year)
		return day_by_place(period, &days.items[0]);
	return period->last;
}
