#include <criterion/criterion.h>
#include <string.h>

#include "core/plan/standing.h"

static struct date day(const char *iso)
{
	struct date date = { 0 };

	if (*iso)
		cr_assert(date_from_iso(iso, &date), "%s", iso);
	return date;
}

static struct standing_counts count_one(bool done, const char *done_on, const char *due, const char *as_of)
{
	struct owed owed = { .done = done, .done_on = day(done_on), .due = day(due) };
	struct standing_counts counts = { 0 };

	standing_count(&counts, &owed, day(as_of), 1);
	cr_expect_eq(standing_total(&counts), 1, "each counts once");
	return counts;
}

Test(standing, each_stands_in_one_cell)
{
	cr_expect_eq(count_one(false, "", "2013-08-31", "2013-08-31").open_in_time, 1, "the last day itself is in time");
	cr_expect_eq(count_one(false, "", "2013-08-31", "2013-09-01").open_overdue, 1);
	cr_expect_eq(count_one(true, "2013-08-31", "2013-08-31", "2013-12-01").done_in_time, 1);
	cr_expect_eq(count_one(true, "2013-09-01", "2013-08-31", "2013-12-01").done_late, 1);
	cr_expect_eq(count_one(false, "", "", "2013-12-01").undated_open, 1);
	cr_expect_eq(count_one(true, "2013-09-01", "", "2013-12-01").undated_done, 1);
	cr_expect_eq(count_one(true, "", "2013-08-31", "2013-12-01").done_in_time, 1, "without a day nobody can say late");
}

Test(standing, what_was_done_after_the_cut_off_is_open_on_it)
{
	cr_expect_eq(count_one(true, "2013-09-05", "2013-08-31", "2013-09-01").open_overdue, 1);
	cr_expect_eq(count_one(true, "2013-08-20", "2013-08-31", "2013-08-10").open_in_time, 1);
	cr_expect_eq(count_one(true, "2013-08-20", "", "2013-08-10").undated_open, 1);
}

Test(standing, what_is_late_is_told_by_how_long_and_what_is_due_soon_by_how_near)
{
	static const struct {
		const char *due;
		int bucket;
	} rows[] = {
		{ "2013-11-30", LATE_30 }, { "2013-11-01", LATE_30 }, { "2013-10-31", LATE_60 }, { "2013-10-02", LATE_60 },
		{ "2013-10-01", LATE_120 }, { "2013-08-03", LATE_120 }, { "2013-08-02", LATE_MORE },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_eq(count_one(false, "", rows[i].due, "2013-12-01").late[rows[i].bucket], 1, "%s", rows[i].due);
	cr_expect_eq(count_one(false, "", "2013-12-04", "2013-12-01").due_in_3, 1);
	cr_expect_eq(count_one(false, "", "2013-12-05", "2013-12-01").due_in_3, 0);
	cr_expect_eq(count_one(false, "", "2013-12-08", "2013-12-01").due_in_7, 1);
	cr_expect_eq(count_one(false, "", "2013-12-09", "2013-12-01").due_in_7, 0);
}

Test(standing, suspended_work_stands_outside_of_the_total)
{
	struct owed owed = { .suspended = true, .due = day("2013-08-31") };
	struct standing_counts counts = { 0 };

	standing_count(&counts, &owed, day("2013-12-01"), 1);
	cr_expect_eq(standing_total(&counts), 0);
	cr_expect_eq(counts.suspended, 1);
}

/* Báo cáo 1270/BC-TCTTTg of 2017; recomputed, since it says 98,62 and 1,38. */
Test(standing, shares_are_those_of_the_government_s_report)
{
	struct standing_counts c = { .done_in_time = 14068, .done_late = 1983, .open_in_time = 5640, .open_overdue = 223 };
	char text[SHARE_TEXT];

	cr_expect_eq(standing_total(&c), 21914);
	cr_expect_eq(standing_completion(&c).part, 16051);
	cr_expect_eq(standing_completion(&c).whole, 16274);
	cr_expect_str_eq(share_text(standing_completion(&c), text), "98,63 %");
	cr_expect_str_eq(share_text(standing_punctuality(&c), text), "87,65 %");
	cr_expect_str_eq(share_text((struct share){ 0, 0 }, text), "–");
	cr_expect_str_eq(share_text((struct share){ 1, 1 }, text), "100,00 %");
	cr_expect_str_eq(share_text((struct share){ 1, 200 }, text), "0,50 %");
}

Test(standing, what_is_taken_out_leaves_nothing)
{
	static const char *const dues[] = { "", "2013-08-31", "2013-12-03", "2014-05-01" };
	struct standing_counts counts = { 0 }, none = { 0 };

	for (int sign = 1; sign >= -1; sign -= 2)
		for (size_t i = 0; i < sizeof dues / sizeof *dues; i++)
			for (int done = 0; done < 2; done++) {
				struct owed owed = { .done = done, .done_on = day(done ? "2013-09-09" : ""), .due = day(dues[i]) };

				standing_count(&counts, &owed, day("2013-12-01"), sign);
			}
	cr_expect_eq(memcmp(&counts, &none, sizeof counts), 0);
}
