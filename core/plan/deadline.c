#include "core/plan/deadline.h"

#include <string.h>

#include "core/plan/citation.h"
#include "core/plan/words.h"
#include "core/plan/written_date.h"

/*
 * A text is read in three steps: spans of the calendar are found ("tháng
 * 8/2013"), each with the word before it that bounds it ("trước"); then cues that
 * say another kind ("hằng quý", "thường xuyên", "sau khi"); then one of these is
 * chosen.
 */
enum span_unit { SPAN_DAY, SPAN_MONTH, SPAN_QUARTER, SPAN_HALF, SPAN_YEAR };

enum bound {
	BOUND_NONE,
	BOUND_BEFORE,		/* trước */
	BOUND_UNTIL,		/* đến, hết, chậm nhất, cuối */
	BOUND_FROM,		/* từ */
	BOUND_AFTER,		/* sau */
	BOUND_VAGUE,		/* đầu, giữa: no day can be told */
	BOUND_LABEL,		/* tầm nhìn đến: no deadline at all */
};

struct span {
	enum span_unit unit;
	enum bound bound;
	int first, last;	/* months, quarters, halves or years */
	int day;		/* of a SPAN_DAY, whose month is `first` */
	int year;		/* 0: not written */
	int shift;		/* "năm sau": one year on */
	bool timed;		/* an hour of the day is named: the day itself counts */
	bool onward;		/* "trở đi", "và các năm tiếp theo" */
	bool linked;		/* goes on from the span before it: "từ … đến …" */
	size_t from, to;	/* words, `to` behind the last */
};

enum { MAX_SPANS = 16, NOWHERE = 1 << 30 };

struct reading {
	struct words words;
	struct span spans[MAX_SPANS];
	size_t span_count;
	bool blank;		/* a draft's blank where a number should be */
	int plan_year;
};

static const char *const onward_words[] = {
	"trở đi", "và|, các|những năm tiếp theo|sau", "và|, tiếp theo", "và|, hằng|hàng năm", NULL,
};

/* --- spans -------------------------------------------------------------- */

static bool is_year(int value)
{
	return value >= 1900 && value <= 2199;
}

static int number_at(const struct words *w, size_t at)
{
	return at < w->count && w->items[at].kind == WORD_NUMBER ? w->items[at].value : 0;
}

/* "/2013", "năm 2013", "năm sau" behind a day, a month or a quarter. */
static size_t read_year(const struct words *w, size_t at, struct span *span)
{
	size_t n = phrase_at(w, at, "của|,|- năm");

	if (phrase_at(w, at, "( # )") && is_year(number_at(w, at + 1))) {
		span->year = number_at(w, at + 1);
		return 3;
	}
	n = n ? n : phrase_at(w, at, "năm|/|-");
	if (!n)
		return 0;
	if (is_year(number_at(w, at + n))) {
		span->year = number_at(w, at + n);
		return n + 1;
	}
	if (!word_is(w, at + n - 1, "năm"))
		return 0;
	if (word_is(w, at + n, "sau|tới"))
		span->shift = 1;
	else if (word_is(w, at + n, "trước"))
		span->shift = -1;
	else if (!word_is(w, at + n, "nay|này"))
		return 0;
	return n + 1;
}

/* "III", "3-6", "8, 9 và 10" behind "quý" or "tháng", then a year. */
static size_t read_numbers(const struct words *w, size_t at, int most, struct span *span)
{
	size_t n = 1;

	span->first = span->last = numeral_at(w, at);
	if (span->first < 1 || span->first > most)
		return 0;
	while (word_is(w, at + n, "-|,|và|&|+|đến")) {
		size_t named = word_is(w, at + n + 1, "t|tháng|q|quý|quí|qúy") ? 1 : 0;	/* "T3-T6/2026" */
		int next = numeral_at(w, at + n + 1 + named);

		if (next <= span->last || next > most)
			break;
		if (sign_is(w, at + n + named + 2, '/') && !is_year(number_at(w, at + n + named + 3)))
			break;
		span->last = next;
		n += 2 + named;
	}
	return n + read_year(w, at + n, span);
}

/* "2026-09-15" */
static size_t read_iso_day(const struct words *w, size_t at, struct span *span)
{
	if (!is_year(number_at(w, at)) || !phrase_at(w, at, "# - # - #") || w->items[at + 1].spaced || w->items[at + 3].spaced)
		return 0;
	*span = (struct span){ .unit = SPAN_DAY, .from = at, .year = number_at(w, at), .day = number_at(w, at + 4) };
	span->first = span->last = number_at(w, at + 2);
	return date_is_valid(date_make(span->year, span->first, span->day)) ? 5 : 0;
}

/* The 20 of "20-25/10/2026", "từ 20 đến 25/10/2026": its month and year stand behind the last day. */
static size_t read_first_day(const struct words *w, size_t at, struct span *span)
{
	size_t from = at + (word_is(w, at, "ngày") ? 1 : 0);
	struct written_date last;
	int day = number_at(w, from);

	if (day < 1 || day > 31 || !word_is(w, from + 1, "-|đến|tới") || !written_date_at(w, from + 2, &last) || !last.year ||
	    last.day <= day)
		return 0;
	span->unit = SPAN_DAY;
	span->day = day;
	span->first = span->last = last.month;
	span->year = last.year;
	return from + 1 - at;
}

static size_t read_day(struct reading *r, size_t at, struct span *span)
{
	struct written_date d;
	size_t n = read_iso_day(&r->words, at, span);

	n = n ? n : read_first_day(&r->words, at, span);
	if (n)
		return n;
	if (at && word_is(&r->words, at - 1, "tuần"))		/* "tuần 1 tháng 5" */
		return 0;
	n = written_date_at(&r->words, at, &d);
	if (!n)
		return 0;
	if (!d.day) {
		r->blank = true;
		return 0;
	}
	span->unit = SPAN_DAY;
	span->day = d.day;
	span->first = span->last = d.month;
	span->year = d.year;
	return d.year ? n : n + read_year(&r->words, at + n, span);
}

/* "(trước ngày 20)" behind one month: the last day in it. */
static size_t day_in_brackets(const struct words *w, size_t at, struct span *span)
{
	size_t n = phrase_at(w, at, "( trước|đến|chậm nhất? là? ngày? #");

	if (!n || !sign_is(w, at + n, ')') || span->first != span->last || number_at(w, at + n - 1) > 31)
		return 0;
	span->unit = SPAN_DAY;
	span->day = number_at(w, at + n - 1);
	span->bound = word_is(w, at + 1, "trước") ? BOUND_BEFORE : BOUND_UNTIL;
	return n + 1;
}

static size_t read_month(const struct words *w, size_t at, struct span *span)
{
	size_t n = phrase_at(w, at, "các|những? tháng"), numbers, day;

	if (!n && phrase_at(w, at, "t #") && !w->items[at + 1].spaced)
		n = 1;
	numbers = n ? read_numbers(w, at + n, 12, span) : 0;
	span->unit = SPAN_MONTH;
	day = numbers ? day_in_brackets(w, at + n + numbers, span) : 0;
	if (numbers)
		return n + numbers + day;
	/* "8/2013", "3-6/2013" */
	if (at && sign_is(w, at - 1, '/'))
		return 0;
	if (number_at(w, at) && (numbers = read_numbers(w, at, 12, span)) && span->year &&
	    sign_is(w, at + numbers - 2, '/'))
		return numbers;
	return 0;
}

static size_t read_quarter(const struct words *w, size_t at, struct span *span)
{
	static const char *const joined[] = { "qi", "qii", "qiii", "qiv" };
	size_t n = phrase_at(w, at, "các|những? quý|quí|qúy|qui|quy|q");
	size_t numbers = n ? read_numbers(w, at + n, 4, span) : 0;

	span->unit = SPAN_QUARTER;
	for (size_t i = 0; !numbers && i < sizeof joined / sizeof *joined; i++) {
		if (!word_is(w, at, joined[i]))
			continue;
		span->first = span->last = (int)i + 1;
		return 1 + read_year(w, at + 1, span);
	}
	return numbers ? n + numbers : 0;
}

/* "6 tháng đầu năm 2013", "3 tháng cuối năm" */
static size_t read_months_of_year(const struct words *w, size_t at, struct span *span)
{
	size_t n = phrase_at(w, at, "# tháng đầu|cuối");
	int months = number_at(w, at);
	bool late = word_is(w, at + 2, "cuối");

	if (!n || !word_is(w, at + n, "năm") || months >= 12)
		return 0;
	n += read_year(w, at + n, span);
	n += n == 3;
	if (months == 3 || months == 6) {
		span->unit = months == 3 ? SPAN_QUARTER : SPAN_HALF;
		span->first = span->last = late ? 12 / months : 1;
	} else {
		span->unit = SPAN_MONTH;
		span->first = late ? 13 - months : 1;
		span->last = late ? 12 : months;
	}
	return n;
}

/* "năm 2013", "giai đoạn 2011-2020", "2026–2027", "năm nay" */
static size_t read_years(const struct words *w, size_t at, struct span *span)
{
	size_t n = phrase_at(w, at, "giai đoạn");

	n += phrase_at(w, at + n, "các|những|cả? năm");
	span->unit = SPAN_YEAR;
	span->first = span->last = number_at(w, at + n);
	/* "từ nay đến hết năm": the plan's */
	if (n && at && word_is(w, at - 1, "hết|cuối") && (at + n >= w->count || w->items[at + n].kind == WORD_SIGN)) {
		span->first = span->last = 0;
		return n;
	}
	if (!is_year(span->first)) {
		span->first = span->last = 0;
		return n && word_is(w, at + n - 1, "năm") ? read_year(w, at + n - 1, span) ? n + 1 : 0 : 0;
	}
	if (at && sign_is(w, at - 1, '/'))
		return 0;
	n++;
	while (word_is(w, at + n, "-|,|và|đến")) {
		size_t skip = 1 + phrase_at(w, at + n + 1, "năm");
		int next = number_at(w, at + n + skip);

		if (!is_year(next) || next <= span->last)
			break;
		span->last = next;
		n += skip + 1;
	}
	span->year = span->first;
	return sign_is(w, at + n, '/') ? 0 : n;
}

/* The word before a span that bounds it; fillers and the hour of the day stand between. */
static void read_bound(const struct words *w, struct span *span)
{
	for (size_t i = span->from; i-- > 0;) {
		if (word_is(w, i, "giờ|h|g|phút") || (i && w->items[i].kind == WORD_NUMBER && word_is(w, i - 1, "giờ|h|g"))) {
			span->timed = true;
		} else if (word_is(w, i, "trước")) {
			span->bound = BOUND_BEFORE;
		} else if (word_is(w, i, "đến|hết|tới|nhất|cuối|-")) {
			span->bound = BOUND_UNTIL;
		} else if (word_is(w, i, "từ")) {
			span->bound = BOUND_FROM;
		} else if (word_is(w, i, "sau")) {
			span->bound = BOUND_AFTER;
		} else if (word_is(w, i, "đầu|giữa")) {
			if (i && word_is(w, i - 1, "tuần"))	/* of the month, which has a last day */
				return;
			span->bound = BOUND_VAGUE;
		} else if (!(word_is(w, i, "ngày|tháng|trong|vào|là|của|cả|khoảng|:|,") ||
			     (span->timed && number_at(w, i) >= 0 && w->items[i].kind == WORD_NUMBER))) {
			return;
		}
		if (span->bound == BOUND_UNTIL && (phrase_at(w, i > 1 ? i - 2 : 0, "tầm nhìn") ||
						   phrase_at(w, i > 1 ? i - 2 : 0, "định hướng")))
			span->bound = BOUND_LABEL;
		if (span->bound != BOUND_NONE)
			return;
	}
}

/* True when nothing but words that join stands between two spans. */
static bool is_linked(const struct words *w, size_t from, size_t to)
{
	if (from == to)
		return false;
	for (size_t i = from; i < to; i++)
		if (!word_is(w, i, "-|đến|tới|và|,|&|+|hết|cho|hoặc|thuộc|kỳ|báo|cáo|cuối|ngày"))
			return false;
	return true;
}

static bool inside_citation(const struct citation_list *citations, const struct words *w, size_t at)
{
	for (size_t i = 0; i < citations->count; i++)
		if (w->items[at].start >= citations->items[i].start && w->items[at].start < citations->items[i].end)
			return true;
	return false;
}

static size_t read_span(struct reading *r, size_t at, struct span *span)
{
	const struct words *w = &r->words;
	size_t n;

	*span = (struct span){ .from = at };
	if (!(n = read_day(r, at, span)) && !(n = read_months_of_year(w, at, span)) &&
	    !(n = read_month(w, at, span)) && !(n = read_quarter(w, at, span)) && !(n = read_years(w, at, span)))
		return 0;
	span->to = at + n;
	span->onward = any_phrase_at(w, span->to, onward_words) != 0;
	read_bound(w, span);
	return n;
}

/* "ngày 10 tháng 3 âm lịch" is no day of this calendar: words taken. "(tức ngày 18/4)" says which it is. */
static size_t lunar_at(const struct words *w, size_t at)
{
	size_t n = phrase_at(w, at, "(? âm lịch )?");

	return n ? n : phrase_at(w, at, "(? âl|al )?");
}

/* "năm học 2024-2025" begins and ends when the school says. */
static size_t school_year_at(const struct words *w, size_t at)
{
	size_t n = phrase_at(w, at, "năm học # -|/ #");

	return n ? n : phrase_at(w, at, "năm học #");
}

static void read_spans(struct reading *r)
{
	static const char begins[] = "#|ngày|tháng|t|quý|quí|qúy|qui|quy|q|qi|qii|qiii|qiv|năm|giai|các|những|cả";
	const struct words *w = &r->words;
	struct citation_list citations = { 0 };
	struct span lunar = { .bound = BOUND_NONE };	/* the lunar day before */

	citations_find(w->text, &citations);
	for (size_t at = 0; (at = phrase_next(w, at, begins)) < w->count && r->span_count < MAX_SPANS;) {
		struct span *span = &r->spans[r->span_count];
		size_t school = school_year_at(w, at), moon;
		size_t n = school || inside_citation(&citations, w, at) ? 0 : read_span(r, at, span);

		at += school ? school : n ? n : 1;
		if (!n || span->bound == BOUND_LABEL)
			continue;
		moon = lunar_at(w, span->to);
		if (moon) {
			lunar = *span;
			at += moon;
			continue;
		}
		if (lunar.bound != BOUND_NONE && span->bound == BOUND_NONE && word_is(w, span->from - 1, "tức|là|ngày")) {
			span->bound = lunar.bound;
			span->from = lunar.from;
		}
		lunar.bound = BOUND_NONE;
		span->linked = r->span_count && is_linked(w, span[-1].to, span->from);
		r->span_count++;
	}
	citation_list_release(&citations);
}

static bool inside_span(const struct reading *r, size_t at)
{
	for (size_t i = 0; i < r->span_count; i++)
		if (at >= r->spans[i].from && at < r->spans[i].to)
			return true;
	return false;
}

/* --- days of a span ----------------------------------------------------- */

static struct date first_day(const struct span *s)
{
	switch (s->unit) {
	case SPAN_DAY:
		return date_make(s->year, s->first, s->day);
	case SPAN_MONTH:
		return date_make(s->year, s->first, 1);
	case SPAN_QUARTER:
		return date_make(s->year, 3 * s->first - 2, 1);
	case SPAN_HALF:
		return date_make(s->year, 6 * s->first - 5, 1);
	case SPAN_YEAR:
		break;
	}
	return date_make(s->first, 1, 1);
}

static struct date last_day(const struct span *s)
{
	switch (s->unit) {
	case SPAN_DAY:
		return date_make(s->year, s->first, s->day);
	case SPAN_MONTH:
		return date_month_end(s->year, s->last);
	case SPAN_QUARTER:
		return date_month_end(s->year, 3 * s->last);
	case SPAN_HALF:
		return date_month_end(s->year, 6 * s->last);
	case SPAN_YEAR:
		break;
	}
	return date_make(s->last, 12, 31);
}

/* The last permitted day, as the span's bound has it. */
static struct date due_day(const struct span *s)
{
	if (s->bound == BOUND_BEFORE && !s->timed)
		return date_add_days(first_day(s), -1);
	return last_day(s);
}

static void set_year(struct span *s, int year)
{
	s->year = year + s->shift;
	if (s->unit == SPAN_YEAR && !s->first)
		s->first = s->last = s->year;
}

/*
 * A year not written is that of the next span of the same chain, else of the one
 * before it, else the plan's. False when there is none at all.
 */
static bool complete_years(struct span *chain, size_t count, int plan_year)
{
	bool written[MAX_SPANS];

	for (size_t i = count; i-- > 0;) {
		written[i] = chain[i].year != 0;
		if (!written[i] && i + 1 < count && chain[i + 1].year && !chain[i].shift)
			set_year(&chain[i], chain[i + 1].year);
	}
	for (size_t i = 0; i < count; i++) {
		if (!chain[i].year && i && !chain[i].shift)
			set_year(&chain[i], chain[i - 1].year - chain[i - 1].shift);
		else if (!chain[i].year && plan_year)
			set_year(&chain[i], plan_year);
		if (!is_year(chain[i].year))
			return false;
	}
	if (count > 1 && date_compare(first_day(&chain[0]), last_day(&chain[count - 1])) > 0) {
		if (!written[0])
			chain[0].year--;
		else if (!written[count - 1])
			chain[count - 1].year++;
	}
	return true;
}

static enum deadline_kind kind_of_span(const struct span *s)
{
	static const enum deadline_kind kinds[] = {
		DEADLINE_DATE, DEADLINE_MONTH, DEADLINE_QUARTER, DEADLINE_HALF, DEADLINE_YEAR,
	};

	return s->first == s->last ? kinds[s->unit] : DEADLINE_RANGE;
}

/* What COUNT linked spans say. */
static bool read_chain(struct span *chain, size_t count, int plan_year, struct deadline *out)
{
	const struct span *first = &chain[0], *last = &chain[count - 1];
	struct deadline d = { .raw = NULL };

	if (first->bound == BOUND_VAGUE || !complete_years(chain, count, plan_year))
		return false;
	if (first->bound == BOUND_AFTER) {
		d.kind = DEADLINE_FROM;
		d.start = date_add_days(last_day(first), 1);
	} else if (last->onward || (first->bound == BOUND_FROM && count == 1 && first->first == first->last)) {
		d.kind = DEADLINE_FROM;
		d.start = first_day(first);
	} else if (first->bound == BOUND_BEFORE || first->bound == BOUND_UNTIL) {
		struct span end = *last;

		end.bound = last->bound == BOUND_NONE ? first->bound : last->bound;
		d.kind = DEADLINE_DATE;
		d.due = due_day(&end);
	} else if (count > 1) {
		d.kind = DEADLINE_RANGE;
		d.start = first_day(first);
		d.due = due_day(last);
	} else {
		d.kind = kind_of_span(first);
		d.start = d.kind == DEADLINE_DATE ? (struct date){ 0 } : first_day(first);
		d.due = last_day(first);
	}
	if (date_is_set(d.start) && date_is_set(d.due) && date_compare(d.start, d.due) > 0)
		return false;
	*out = d;
	return true;
}

/* Of several chains the one that ends last: the work is not over before it. */
static bool read_calendar(struct reading *r, struct deadline *out)
{
	struct deadline best = { .raw = NULL };

	for (size_t i = 0; i < r->span_count;) {
		size_t count = 1;
		struct deadline one;

		while (i + count < r->span_count && r->spans[i + count].linked)
			count++;
		if (read_chain(&r->spans[i], count, r->plan_year, &one) &&
		    (best.kind == DEADLINE_NONE || (date_is_set(one.due) && date_compare(one.due, best.due) > 0)))
			best = one;
		i += count;
	}
	if (best.kind == DEADLINE_NONE)
		return false;
	*out = best;
	return true;
}

/* --- cues --------------------------------------------------------------- */

static size_t find_phrase(const struct words *w, const char *const *patterns)
{
	size_t at = any_phrase_next(w, 0, patterns);

	return at < w->count ? at : NOWHERE;
}

static size_t find_ongoing(const struct words *w)
{
	static const char *const patterns[] = { "thường xuyên", "liên tục", "trong suốt", NULL };

	return find_phrase(w, patterns);
}

static bool is_condition(const struct words *w, size_t at)
{
	static const char *const patterns[] = {
		"khi", "trong thời hạn", "trong thời gian #", "trong vòng", "trong # giờ|ngày|tuần",
		"trong # - # tháng|ngày|tuần", "quá # tháng|ngày|năm", "đột xuất", "ngay sau",
		"kể từ ngày", "tùy", NULL,
	};

	if (phrase_at(w, at, "theo đúng tiến độ"))
		return false;
	if (phrase_at(w, at, "trong # tháng"))
		return !word_is(w, at + 3, "đầu|cuối");
	if (word_is(w, at, "sau"))
		return !(at && word_is(w, at - 1, "năm|tháng|quý|tiếp|đó")) &&
		       !word_is(w, at + 1, "ngày|tháng|năm|quý|quí|qúy") && !number_at(w, at + 1);
	if (word_is(w, at, "theo"))
		return !(at && word_is(w, at - 1, "kèm"));	/* "kèm theo Kế hoạch số …" */
	return any_phrase_at(w, at, patterns);
}

static size_t find_condition(const struct reading *r)
{
	for (size_t at = 0; at < r->words.count; at++) {
		if (!is_condition(&r->words, at))
			continue;
		if (phrase_at(&r->words, at, "kể từ ngày") && inside_span(r, at + 2))
			continue;
		return at;
	}
	return NOWHERE;
}

static enum period_unit unit_of_months(int months)
{
	return months == 1 ? PERIOD_MONTH : months == 3 ? PERIOD_QUARTER : months == 6 ? PERIOD_HALF :
	       months == 12 ? PERIOD_YEAR : PERIOD_NONE;
}

static enum period_unit unit_at(const struct words *w, size_t at)
{
	if (phrase_at(w, at, "# tháng"))
		return unit_of_months(number_at(w, at));
	return word_is(w, at, "tuần") ? PERIOD_WEEK : word_is(w, at, "tháng") ? PERIOD_MONTH :
	       word_is(w, at, "quý|quí|qúy|qui") ? PERIOD_QUARTER : word_is(w, at, "năm") ? PERIOD_YEAR : PERIOD_NONE;
}

/* The first unit of time from word AT on that is not part of a day of the calendar. */
static enum period_unit unit_from(const struct reading *r, size_t at)
{
	for (; at < r->words.count; at++)
		if (!inside_span(r, at) && unit_at(&r->words, at) != PERIOD_NONE)
			return unit_at(&r->words, at);
	return PERIOD_NONE;
}

static enum period_unit unit_of_times(int times, enum period_unit unit)
{
	if (unit == PERIOD_YEAR && times == 2)
		return PERIOD_HALF;
	return unit == PERIOD_YEAR && times == 4 ? PERIOD_QUARTER : unit;
}

/* Where the words that say "again and again" stand, and how often. */
static size_t find_period(const struct reading *r, enum period_unit *every)
{
	static const char *const day_of_month[] = {
		"ngày # tháng cuối|đầu", "ngày # của tháng cuối|đầu", NULL,
	};
	const struct words *w = &r->words;

	for (size_t at = 0; at < w->count; at++) {
		size_t n;

		if (phrase_at(w, at, "hằng|hàng|mỗi|từng tuần|tháng|quý|quí|qúy|năm|ngày|kỳ")) {
			*every = unit_at(w, at + 1);
			return at;
		}
		if (phrase_at(w, at, "mỗi # tháng") || phrase_at(w, at, "# tháng một|# lần") ||
		    phrase_at(w, at, "# tháng / lần")) {
			*every = unit_from(r, at + (word_is(w, at, "mỗi") ? 1 : 0));
			return at;
		}
		if (phrase_at(w, at, "# lần / tuần|tháng|quý|năm")) {
			*every = unit_of_times(number_at(w, at), unit_at(w, at + 3));
			return at;
		}
		if (phrase_at(w, at, "định kỳ") || phrase_at(w, at, "kỳ báo cáo")) {
			bool dated = word_is(w, at + 2, "tháng|quý") && numeral_at(w, at + 3) > 0 && r->span_count;

			*every = dated ? PERIOD_NONE : unit_from(r, at + 2);
			if (*every == PERIOD_NONE && r->span_count)
				continue;
			return at;
		}
		if ((n = any_phrase_at(w, at, day_of_month)) || (n = phrase_at(w, at, "ngày # của quý|tháng"))) {
			*every = unit_from(r, word_is(w, at + n - 1, "cuối|đầu") ? at + n : at + n - 1);
			return at;
		}
	}
	return NOWHERE;
}

/* --- the choice --------------------------------------------------------- */

/* "Cả năm", "Trong năm" and nothing else. */
static bool is_whole_year(const struct words *w)
{
	size_t n = phrase_at(w, 0, "cả|trong|suốt năm");

	return n && (n == w->count || (n + 1 == w->count && sign_is(w, n, '.')));
}

static void choose(struct reading *r, struct deadline *out)
{
	enum period_unit every = PERIOD_NONE;
	size_t period = find_period(r, &every);
	size_t ongoing = find_ongoing(&r->words);
	size_t condition = find_condition(r);
	size_t calendar = r->span_count ? r->spans[0].from : NOWHERE;

	if (ongoing < period && (ongoing < calendar || r->spans[0].bound == BOUND_FROM)) {
		out->kind = DEADLINE_ONGOING;
	} else if (period != NOWHERE) {
		out->kind = DEADLINE_PERIODIC;
		out->every = every;
	} else if (condition < calendar) {
		out->kind = DEADLINE_CONDITIONAL;
	} else if (!r->blank) {
		read_calendar(r, out);
	}
	if (out->kind == DEADLINE_NONE && is_whole_year(&r->words) && is_year(r->plan_year)) {
		out->kind = DEADLINE_YEAR;
		out->start = date_make(r->plan_year, 1, 1);
		out->due = date_make(r->plan_year, 12, 31);
	}
}

static void open_reading(struct reading *r, const char *text, size_t length, int plan_year)
{
	*r = (struct reading){ .words = WORDS_INIT, .plan_year = plan_year };
	words_split_typed(text, length, &r->words);
	read_spans(r);
}

bool deadline_parse(const char *text, int plan_year, struct deadline *out)
{
	struct reading r;
	struct deadline read = { .raw = NULL };
	size_t length = text ? strlen(text) : 0;

	open_reading(&r, text ? text : "", length, plan_year);
	choose(&r, &read);
	read.raw = length ? xstrdup(text) : NULL;
	words_release(&r.words);
	deadline_release(out);
	*out = read;
	return !length || out->kind != DEADLINE_NONE;
}

/* --- deadlines in prose ------------------------------------------------- */

/* The words FROM to TO of a deadline. */
struct place {
	size_t from, to;
};

static bool ends_sentence(const struct words *w, size_t at)
{
	return sign_is(w, at, '.') && (at + 1 >= w->count || w->items[at + 1].spaced);
}

/* "đến năm 2030 đạt 60 %" sets a target, not a day. */
static bool is_target(const struct words *w, const struct span *span)
{
	for (size_t at = span->to; at < w->count && !ends_sentence(w, at); at++)
		if (sign_is(w, at, '%'))
			return true;
	return false;
}

static bool is_binding(const struct reading *r, const struct span *span)
{
	const struct words *w = &r->words;
	size_t before = span->from;
	bool into = false;

	if ((span->year && span->year < r->plan_year) || span->bound == BOUND_VAGUE || span->bound == BOUND_AFTER)
		return false;
	while (before && word_is(w, before - 1, "ngày|tháng|năm|vào"))
		into = word_is(w, --before, "vào") || into;
	/* "Quý I: triển khai kế hoạch" */
	if (!before && sign_is(w, span->to, ':'))
		return true;
	if (span->timed && span->bound == BOUND_UNTIL)
		return !is_target(w, span);
	if (span->bound == BOUND_BEFORE || (into && !is_target(w, span)))
		return true;
	if (before && word_is(w, before - 1, "nhất|hết|xong"))
		return !is_target(w, span);
	if (before && (word_is(w, before - 1, "trong") || phrase_at(w, before > 1 ? before - 2 : 0, "định kỳ")))
		return true;
	if (before > 1 && (phrase_at(w, before - 2, "hoàn thành") || phrase_at(w, before - 2, "nhất là|đến")))
		return true;
	if (before && word_is(w, before - 1, "đến"))
		return phrase_at(w, span->to, ", hoàn thành") || phrase_at(w, span->to, "hoàn thành");
	return before && sign_is(w, before - 1, '(') && sign_is(w, span->to, ')') && span->unit != SPAN_YEAR;
}

/* Of "17h00", "08 giờ 30". */
static bool is_hour(const struct words *w, size_t at)
{
	return w->items[at].kind == WORD_NUMBER || word_is(w, at, "giờ|h|g|phút");
}

static bool find_calendar(const struct reading *r, struct place *place)
{
	const struct words *w = &r->words;

	for (size_t i = 0; i < r->span_count; i++) {
		bool range = r->spans[i].bound == BOUND_FROM && i + 1 < r->span_count && r->spans[i + 1].linked &&
			     !(r->spans[i + 1].year && r->spans[i + 1].year < r->plan_year);

		if (!range && !is_binding(r, &r->spans[i]))
			continue;
		place->from = r->spans[i].from;
		while (place->from && (word_is(w, place->from - 1,
					       "trước|đến|hết|trong|vào|chậm|muộn|nhất|là|xong|ngày|tháng|từ|năm") ||
				       (r->spans[i].timed && is_hour(w, place->from - 1))))
			place->from--;
		while (i + 1 < r->span_count && r->spans[i + 1].linked)
			i++;
		place->to = r->spans[i].to;
		place->to += any_phrase_at(w, place->to, onward_words);
		place->to += phrase_at(w, place->to, "hằng|hàng năm");
		return true;
	}
	return false;
}

/* True when the sentence tells, before word AT, of something done again and again. */
static bool is_of_reports(const struct words *w, size_t at)
{
	while (at-- > 0 && !ends_sentence(w, at))
		if (phrase_at(w, at, "báo cáo") || phrase_at(w, at, "định kỳ") || phrase_at(w, at, "giao ban") ||
		    phrase_at(w, at, "sơ kết") || phrase_at(w, at, "tổng kết"))
			return true;
	return false;
}

/* "trước ngày 25" before "hằng tháng" belongs to it. */
static size_t with_day(const struct words *w, size_t at)
{
	if (at > 1 && phrase_at(w, at - 2, "ngày #"))
		at -= 2;
	while (at && word_is(w, at - 1, "trước|chậm|nhất|là|vào"))
		at--;
	return at;
}

/* "định kỳ 6 tháng một lần", "định kỳ (quý, năm)": words taken. */
static size_t period_at(const struct words *w, size_t at)
{
	enum { LONGEST_LIST = 10 };
	size_t n = phrase_at(w, at, "định kỳ # tháng một|#? lần?");

	n = n ? n : phrase_at(w, at, "định kỳ tuần|tháng|quý|năm");
	if (n && word_is(w, at + n - 1, "tháng|quý") && numeral_at(w, at + n) > 0)	/* "sinh hoạt định kỳ tháng 6/2026" is in that month */
		return 0;
	if (n || !phrase_at(w, at, "định kỳ ( tuần|tháng|quý|năm|#"))
		return n;
	for (n = 3; n < LONGEST_LIST; n++)
		if (sign_is(w, at + n, ')'))
			return n + 1;
	return 0;
}

/* "ngày 20 của tháng cuối quý", "ngày 05 tháng cuối cùng của mỗi quý": words taken. */
static size_t day_of_period_at(const struct words *w, size_t at)
{
	size_t n = phrase_at(w, at, "ngày #");

	if (!n)
		return 0;
	n += phrase_at(w, at + n, "của|thuộc");
	if (!phrase_at(w, at + n, "tháng cuối|đầu"))
		return 0;
	n += 2;
	n += phrase_at(w, at + n, "cùng|tiên");
	n += phrase_at(w, at + n, "của|thuộc");
	n += phrase_at(w, at + n, "mỗi|từng|các");
	return n + phrase_at(w, at + n, "quý|quí|qúy|kỳ|năm");
}

/* Back over the words that bound a day: "chậm nhất là", "trước". */
static size_t with_bound(const struct words *w, size_t at)
{
	while (at && word_is(w, at - 1, "trước|chậm|muộn|nhất|là|vào|đến"))
		at--;
	return at;
}

/* "hằng quý" and the day that follows it: ", trước ngày 20 của tháng cuối quý". */
static size_t with_day_behind(const struct words *w, size_t to)
{
	size_t at = to + (word_is(w, to, ",|(|;") ? 1 : 0), n;

	while (word_is(w, at, "trước|chậm|muộn|nhất|là|vào|đến"))
		at++;
	n = day_of_period_at(w, at);
	return n ? at + n : to;
}

static bool find_again(const struct words *w, struct place *place)
{
	for (size_t at = 0; (at = phrase_next(w, at, "ngày|định|hằng|hàng")) < w->count; at++) {
		size_t day = day_of_period_at(w, at);
		bool year = phrase_at(w, at, "hằng|hàng năm") != 0;
		bool opens = !at || word_is(w, at - 1, ",|;|.|(|:|-") ||
			     with_day(w, at) < at || phrase_at(w, at > 1 ? at - 2 : 0, "định kỳ");

		size_t period = period_at(w, at);

		if (day) {
			*place = (struct place){ with_bound(w, at), at + day };
			return true;
		}
		if (period) {
			*place = (struct place){ at, with_day_behind(w, at + period) };
			return true;
		}
		if (!year && !phrase_at(w, at, "hằng|hàng tuần|tháng|quý|quí|qúy"))
			continue;
		if (opens || (!year && is_of_reports(w, at)) || (at > 1 && phrase_at(w, at - 2, "báo cáo"))) {
			*place = (struct place){ with_day(w, at), with_day_behind(w, at + 2) };
			return true;
		}
	}
	return false;
}

/* "định kỳ" alone; "thường xuyên" that opens a clause or says how work is done; "khẩn trương". */
static bool find_other(const struct words *w, struct place *place)
{
	static const char *const periods[] = { "định kỳ", NULL };
	static const char *const urgent[] = { "khẩn trương", "sớm hoàn|ban|trình", NULL };
	size_t at, n;

	if ((at = find_phrase(w, periods)) < w->count) {
		*place = (struct place){ at, at + 2 };
		return true;
	}
	for (at = 0; (at = phrase_next(w, at, "thường xuyên")) < w->count; at++) {
		bool closes = at > 1 && phrase_at(w, at - 2, "thực|tiến hiện|hành") && (at + 2 >= w->count || word_is(w, at + 2, ".|;|,|)"));

		if (!at || word_is(w, at - 1, ",|;|.|:|(") || closes) {
			*place = (struct place){ at, at + 2 };
			return true;
		}
	}
	if ((at = find_phrase(w, urgent)) < w->count) {
		n = phrase_at(w, at, "khẩn trương");
		*place = (struct place){ at, at + (n ? n : 1) };
		return true;
	}
	return false;
}

bool deadline_find(const char *text, int plan_year, size_t *start, size_t *end)
{
	struct reading r;
	struct place place = { 0, 0 }, again;
	bool found;

	open_reading(&r, text, strlen(text), plan_year);
	found = find_calendar(&r, &place);
	if (find_again(&r.words, &again) && (!found || again.from < place.from)) {
		place = again;
		found = true;
	}
	found = found || find_other(&r.words, &place);
	if (found) {
		*start = r.words.items[place.from].start;
		*end = r.words.items[place.to - 1].end;
	}
	words_release(&r.words);
	return found;
}
