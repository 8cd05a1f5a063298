#include <criterion/criterion.h>
#include <string.h>

#include "core/plan/deadline.h"
#include "core/plan/period.h"

static void make(const char *set, int year, struct period_list *out)
{
	const struct period_set *found = period_set_find(set);

	cr_assert_not_null(found, "%s", set);
	period_set_make(found, year, out);
}

static void expect_day(struct date day, const char *iso, const char *what)
{
	char text[DATE_TEXT];

	cr_expect_str_eq(date_iso(day, text), iso, "%s: %s, not %s", what, text, iso);
}

/* A set's rows: key, label, first and last day, send-by day, + when cumulative. */
static void expect_set(const char *set, const char *const *rows, size_t count)
{
	struct period_list list = { 0 };

	make(set, 2013, &list);
	cr_assert_eq(list.count, count, "%s has %zu", set, list.count);
	for (size_t i = 0; i < count; i++) {
		const struct period *p = &list.items[i];
		char first[DATE_TEXT], last[DATE_TEXT], due[DATE_TEXT];
		char *row = xasprintf("%s|%s|%s|%s|%s|%s", p->key, p->label, date_iso(p->first, first), date_iso(p->last, last),
				      date_iso(p->due, due), p->cumulative ? "+" : "");

		cr_expect_str_eq(row, rows[i]);
		free(row);
	}
	period_list_release(&list);
}
#define EXPECT_SET(set, ...) \
	expect_set(set, (const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

Test(period, the_calendar_gives_quarters_halves_and_years)
{
	EXPECT_SET("quarter", "2013-Q1|Quý I/2013|2013-01-01|2013-03-31||", "2013-Q2|Quý II/2013|2013-04-01|2013-06-30||",
		   "2013-Q3|Quý III/2013|2013-07-01|2013-09-30||", "2013-Q4|Quý IV/2013|2013-10-01|2013-12-31||");
	EXPECT_SET("half", "2013-H1|6 tháng đầu năm 2013|2013-01-01|2013-06-30||",
		   "2013-H2|6 tháng cuối năm 2013|2013-07-01|2013-12-31||");
	EXPECT_SET("year", "2013|Năm 2013|2013-01-01|2013-12-31||");
}

/* ISO 8601: 1 January 2013 is a Tuesday of the week of 31 December 2012; 2015 has 53 weeks, 2016 begins on 4 January. */
Test(period, the_calendar_has_weeks_from_monday_to_sunday)
{
	struct period_list list = { 0 };

	make("week", 2013, &list);
	cr_assert_eq(list.count, 52);
	cr_expect_str_eq(list.items[0].key, "2013-W01");
	cr_expect_str_eq(list.items[36].label, "Tuần 37/2013");
	expect_day(list.items[0].first, "2012-12-31", "first of 2013");
	expect_day(list.items[51].last, "2013-12-29", "last of 2013");
	period_list_release(&list);
	make("week", 2015, &list);
	cr_assert_eq(list.count, 53);
	expect_day(list.items[52].last, "2016-01-03", "last of 2015");
	cr_expect_eq(period_year(&list.items[52]), 2015);
	cr_expect_eq(period_year(&list.items[0]), 2015);
	period_list_release(&list);
	make("week", 2016, &list);
	expect_day(list.items[0].first, "2016-01-04", "first of 2016");
	period_list_release(&list);
}

/* Week 37 of 2013 is 9 to 15 September. */
static void expect_in_week(const char *words, const char *due)
{
	struct deadline deadline = { .kind = DEADLINE_PERIODIC, .every = PERIOD_WEEK, .raw = xstrdup(words) };
	struct period_list list = { 0 };

	make("week", 2013, &list);
	expect_day(period_due(&list.items[36], &deadline), due, words);
	period_list_release(&list);
	deadline_release(&deadline);
}

Test(period, work_of_a_week_is_due_on_the_weekday_that_the_words_name)
{
	expect_in_week("hằng tuần", "2013-09-15");
	expect_in_week("Định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu", "2013-09-13");
	expect_in_week("vào thứ 6 hằng tuần", "2013-09-13");
	expect_in_week("trước thứ năm hằng tuần", "2013-09-11");
	expect_in_week("trước ngày thứ Hai hằng tuần", "2013-09-08");
	expect_in_week("chiều Chủ nhật hằng tuần", "2013-09-15");
}

Test(period, the_calendar_has_twelve_months_and_knows_leap_years)
{
	struct period_list list = { 0 };

	make("month", 2012, &list);
	cr_assert_eq(list.count, 12);
	cr_expect_str_eq(list.items[1].key, "2012-02");
	cr_expect_str_eq(list.items[8].label, "Tháng 9/2012");
	expect_day(list.items[1].last, "2012-02-29", "February");
	period_list_release(&list);
}

Test(period, the_ministry_s_rounds_are_no_quarters)
{
	EXPECT_SET("bnv581", "2013-Q1|Quý I/2013|2012-12-15|2013-03-14|2013-03-20|",
		   "2013-H1|6 tháng đầu năm 2013|2012-12-15|2013-06-14|2013-06-20|+",
		   "2013-Q3|Quý III/2013|2013-06-15|2013-09-14|2013-09-20|",
		   "2013|Năm 2013|2012-12-15|2013-12-14|2013-12-20|+");
	cr_expect_not_null(period_set_find("bnv581")->source, "it names the paper that orders it");
}

Test(period, every_set_is_found_by_its_word_and_rhythm)
{
	for (size_t i = 0; period_set_at(i); i++)
		cr_expect_eq(period_set_find(period_set_at(i)->word), period_set_at(i));
	cr_expect_null(period_set_find("ngày"));
	cr_expect_str_eq(period_set_of(PERIOD_WEEK)->word, "week");
	cr_expect_null(period_set_of(PERIOD_NONE));
	cr_expect_str_eq(period_set_of(PERIOD_QUARTER)->word, "quarter");
}

struct written {
	const char *words;
	const char *set;	/* that its rhythm asks for */
	size_t number;		/* of the period in that set, from 0 */
	const char *due;
};

static const struct written written[] = {
	{ "hằng quý", "quarter", 2, "2013-09-30" },
	{ "trước ngày 20 hằng tháng", "month", 8, "2013-09-19" },
	{ "trước ngày 15 của tháng", "month", 1, "2013-02-14" },
	{ "chậm nhất ngày 31 hằng tháng", "month", 1, "2013-02-28" },
	{ "trước ngày 05 tháng cuối cùng của mỗi quý", "quarter", 2, "2013-09-04" },
	{ "ngày 05 tháng cuối cùng của mỗi quý", "quarter", 2, "2013-09-05" },
	{ "hằng quý (trước ngày 20 của tháng đầu quý)", "quarter", 3, "2013-10-19" },
	{ "hằng quý, trước ngày 05 của tháng đầu quý sau", "quarter", 3, "2014-01-04" },
	{ "hằng tháng, chậm nhất ngày 03 tháng sau", "month", 11, "2014-01-03" },
	{ "trước ngày 01 hằng tháng", "month", 2, "2013-02-28" },
	{ "trước ngày 20/11 hằng năm", "year", 0, "2013-11-19" },
	{ "Chậm nhất là ngày 30 tháng 9 hằng năm", "year", 0, "2013-09-30" },
	{ "trước ngày 10/01 năm sau, hằng năm", "year", 0, "2014-01-09" },
	{ "định kỳ hàng năm (trước ngày 10/12) hoặc đột xuất", "year", 0, "2013-12-09" },
	{ "01/6 và 15/11 hằng năm", "half", 0, "2013-06-01" },
	{ "01/6 và 15/11 hằng năm", "half", 1, "2013-11-15" },
	{ "trước ngày 01/6 và 15/11 hằng năm", "half", 1, "2013-11-14" },
	{ "trước ngày 20 tháng 6 và tháng 11 hằng năm", "half", 0, "2013-06-19" },
	{ "trước ngày 20 tháng 6 và tháng 11 hằng năm", "half", 1, "2013-11-19" },
	{ "định kỳ: 6 tháng trước 30/6; năm trước 30/12", "half", 1, "2013-12-29" },
};

Test(period, the_words_of_a_deadline_give_its_rhythm_and_its_send_by_day)
{
	for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
		const struct written *w = &written[i];
		struct period_list list = { 0 };
		struct deadline deadline = { 0 };

		deadline_parse(w->words, 2013, &deadline);
		cr_expect_eq(deadline_rhythm(&deadline), period_set_find(w->set)->every, "%s", w->words);
		make(w->set, 2013, &list);
		expect_day(period_due(&list.items[w->number], &deadline), w->due, w->words);
		deadline_release(&deadline);
		period_list_release(&list);
	}
}

Test(period, a_send_by_day_of_its_own_comes_before_the_words)
{
	struct period_list list = { 0 };
	struct deadline deadline = { 0 };

	deadline_parse("trước ngày 05 tháng cuối cùng của mỗi quý", 2013, &deadline);
	make("bnv581", 2013, &list);
	expect_day(period_due(&list.items[2], &deadline), "2013-09-20", "its own");
	list.items[2].due = date_make(0, 0, 0);
	expect_day(period_due(&list.items[2], &deadline), "2013-09-04", "by the words");
	deadline_release(&deadline);
	period_list_release(&list);
}

Test(period, ongoing_and_dated_work_has_no_rhythm_and_is_never_late_in_a_period)
{
	struct period_list list = { 0 };
	struct deadline ongoing = { 0 }, dated = { 0 };

	deadline_parse("Thường xuyên", 2013, &ongoing);
	deadline_parse("01/6/2013", 2013, &dated);
	make("bnv581", 2013, &list);
	cr_expect_eq(deadline_rhythm(&ongoing), PERIOD_NONE);
	cr_expect_eq(deadline_rhythm(&dated), PERIOD_NONE);
	expect_day(period_due(&list.items[0], &ongoing), "", "ongoing");
	deadline_release(&ongoing);
	deadline_release(&dated);
	period_list_release(&list);
}
