#include <criterion/criterion.h>

#include <string.h>

#include "core/plan/deadline.h"
#include "core/workbench/rounds.h"
#include "tests/core/fake_store.h"

/* Two districts that send a report each quarter, and a department with ongoing work. */
static struct fake_store fake;
static struct workbench wb;
static struct error err;
static row_id plan, report, ongoing, home, north, south, districts;

static void set_words(row_id task, const char *words)
{
	deadline_parse(words, 2013, &fake_task_at(&fake, task)->deadline);
}

static void lead(row_id task, row_id agency)
{
	struct task_ids tasks = { 0 };

	task_ids_add(&tasks, task);
	cr_assert_eq(workbench_assign(&wb, &tasks, ROLE_LEAD, &agency, 1, &err), OK, "%s", error_text(&err));
	task_ids_release(&tasks);
}

static void open_office(void)
{
	long long noon;
	row_id section;

	time_from_iso("2013-09-25T05:00:00Z", &noon);
	clock_freeze(noon);
	fake_store_init(&fake);
	workbench_init(&wb, &fake.base, "lan");
	err = (struct error)ERROR_INIT;
	plan = fake_plan(&fake, "15/KH-UBND", 2013);
	section = fake_section(&fake, plan, "III");
	report = fake_task(&fake, section, "Báo cáo tình hình");
	ongoing = fake_task(&fake, section, "Tuyên truyền");
	set_words(report, "hằng quý");
	set_words(ongoing, "Thường xuyên");
	home = fake_agency(&fake, "SNV", "Sở Nội vụ", AGENCY_DEPARTMENT);
	north = fake_agency(&fake, NULL, "UBND huyện Bắc Khê", AGENCY_DISTRICT);
	south = fake_agency(&fake, NULL, "UBND huyện Nam Khê", AGENCY_DISTRICT);
	districts = fake_agency(&fake, NULL, "UBND các huyện, thành phố", AGENCY_GROUP);
	fake_member(&fake, districts, north);
	fake_member(&fake, districts, south);
	lead(report, districts);
	lead(ongoing, home);
}

static void close_office(void)
{
	error_release(&err);
	workbench_release(&wb);
	fake_store_release(&fake);
	clock_unfreeze();
}

TestSuite(rounds, .init = open_office, .fini = close_office);

static enum status open_year(int year, const char *set)
{
	size_t opened;

	return workbench_open_rounds(&wb, plan, set ? period_set_find(set) : NULL, year, &opened, &err);
}

static enum status mark(row_id task, row_id agency, const char *period, bool done)
{
	struct task_ids tasks = { 0 };
	struct done_mark how = { .agency = agency, .period = period, .evidence = "BC 7" };
	size_t changed;
	enum status status;

	task_ids_add(&tasks, task);
	status = done ? workbench_mark_done(&wb, &tasks, &how, &changed, &err)
		      : workbench_take_back(&wb, &tasks, &how, &changed, &err);
	task_ids_release(&tasks);
	return status;
}

/* NULL: there is none. */
static struct obligation *share(row_id task, row_id agency, const char *period)
{
	for (size_t i = 0; i < fake.now.obligations.count; i++) {
		struct obligation *o = &fake.now.obligations.items[i];

		if (o->task_id == task && o->agency_id == agency && !strcmp(o->period ? o->period : "", period ? period : ""))
			return o;
	}
	return NULL;
}

static struct period *period(const char *key)
{
	for (size_t i = 0; i < fake.now.periods.count; i++)
		if (!strcmp(fake.now.periods.items[i].key, key))
			return &fake.now.periods.items[i];
	return NULL;
}

Test(rounds, opening_a_year_is_one_step_and_owes_one_share_a_body_and_period)
{
	int commits = fake.commits;

	cr_assert_eq(open_year(2013, NULL), OK, "%s", error_text(&err));
	cr_assert_eq(fake.commits, commits + 1);
	cr_assert_eq(fake_count_obligations(&fake, report, OBLIGATION_OPEN), 8);
	cr_assert_null(share(report, north, NULL), "the whole is parted");
	cr_assert_eq(share(report, north, "2013-Q3")->due.month, 9);
	cr_assert_eq(share(report, north, "2013-Q3")->due.day, 30);
	cr_assert_eq(fake_count_obligations(&fake, ongoing, OBLIGATION_OPEN), 1, "ongoing work owes nothing in them");
}

Test(rounds, the_same_year_opens_once)
{
	cr_assert_eq(open_year(2013, NULL), OK);
	cr_assert_eq(open_year(2013, NULL), STATUS_DENIED);
	cr_assert_eq(fake_count_obligations(&fake, report, OBLIGATION_OPEN), 8);
	cr_assert_eq(open_year(2014, NULL), OK);
	cr_assert_eq(fake_count_obligations(&fake, report, OBLIGATION_OPEN), 16);
}

Test(rounds, what_was_over_when_the_plan_was_issued_is_not_opened)
{
	fake.now.plans.items[0].date = date_make(2013, 7, 11);
	cr_assert_eq(open_year(2013, NULL), OK);
	cr_assert_null(period("2013-Q2"));
	cr_assert_not_null(period("2013-Q3"));
	cr_assert_eq(fake_count_obligations(&fake, report, OBLIGATION_OPEN), 4);
}

Test(rounds, a_plan_without_periodic_work_opens_none)
{
	set_words(report, "30/9/2013");
	cr_assert_eq(open_year(2013, NULL), STATUS_DENIED);
	cr_assert_eq(open_year(2013, "quarter"), OK, "ongoing work takes results in the set that is named");
}

Test(rounds, a_mark_goes_to_its_period_and_the_task_stays_open)
{
	open_year(2013, NULL);
	cr_assert_eq(mark(report, north, "2013-Q3", true), OK, "%s", error_text(&err));
	cr_assert_eq(share(report, north, "2013-Q3")->state, OBLIGATION_DONE);
	cr_assert_eq(share(report, north, "2013-Q2")->state, OBLIGATION_OPEN);
	cr_assert_eq(share(report, south, "2013-Q3")->state, OBLIGATION_OPEN);
	cr_assert_eq(fake_task_at(&fake, report)->status, TASK_OPEN);
	cr_assert_eq(mark(report, 0, "2013-Q3", true), OK);
	cr_assert_eq(share(report, south, "2013-Q3")->state, OBLIGATION_DONE);
	cr_assert_eq(mark(report, north, "2013-Q3", false), OK);
	cr_assert_eq(share(report, north, "2013-Q3")->state, OBLIGATION_OPEN);
}

Test(rounds, a_task_is_done_when_all_its_periods_are_until_the_next_year_opens)
{
	static const char *const keys[] = { "2013-Q1", "2013-Q2", "2013-Q3", "2013-Q4" };

	open_year(2013, NULL);
	for (size_t i = 0; i < 4; i++)
		cr_assert_eq(mark(report, 0, keys[i], true), OK);
	cr_assert_eq(fake_task_at(&fake, report)->status, TASK_DONE);
	cr_assert_eq(open_year(2014, NULL), OK);
	cr_assert_eq(fake_task_at(&fake, report)->status, TASK_OPEN);
}

Test(rounds, a_mark_that_could_mean_several_periods_is_refused)
{
	open_year(2013, NULL);
	cr_assert_eq(mark(report, north, NULL, true), STATUS_DENIED);
	cr_assert_not_null(strstr(error_text(&err), "2013-Q"));
	cr_assert_eq(mark(report, north, "2012-Q3", true), STATUS_DENIED);
	cr_assert_eq(mark(report, north, "2013-Q1", true), OK);
	cr_assert_eq(mark(report, north, NULL, false), OK, "only one could be meant");
	cr_assert_eq(share(report, north, "2013-Q1")->state, OBLIGATION_OPEN);
}

Test(rounds, the_record_of_the_whole_is_closed_and_comes_back_without_periods)
{
	struct period_list all = { 0 };

	cr_assert_eq(mark(report, north, NULL, true), OK);
	open_year(2013, "year");
	cr_assert_eq(share(report, north, NULL)->state, OBLIGATION_DONE, "no period of its rhythm");
	open_year(2013, NULL);
	cr_assert_eq(share(report, north, NULL)->state, OBLIGATION_CLOSED);
	cr_assert_str_eq(share(report, north, NULL)->evidence, "BC 7");
	cr_assert_eq(fake.base.periods(&fake.base, plan, &all, &err), OK);
	for (size_t i = 0; i < all.count; i++)
		cr_assert_eq(workbench_remove_round(&wb, &all.items[i], &err), OK);
	cr_assert_eq(share(report, north, NULL)->state, OBLIGATION_DONE);
	cr_assert_not_null(share(report, south, NULL));
	cr_assert_eq(fake_count_obligations(&fake, report, OBLIGATION_OPEN), 1);
	period_list_release(&all);
}

Test(rounds, another_set_closes_what_was_recorded_and_it_opens_again_when_it_applies)
{
	open_year(2013, NULL);
	mark(report, north, "2013-Q2", true);
	cr_assert_eq(open_year(2013, "bnv581"), OK);
	cr_assert_eq(share(report, north, "2013-Q2")->state, OBLIGATION_CLOSED);
	cr_assert_null(share(report, south, "2013-Q2"));
	cr_assert_not_null(share(report, south, "2013-H1"));
	cr_assert_eq(share(report, south, "2013-Q3")->due.day, 20);
	cr_assert_eq(open_year(2013, "quarter"), OK);
	cr_assert_eq(share(report, north, "2013-Q2")->state, OBLIGATION_DONE);
	cr_assert_eq(share(report, south, "2013-Q3")->due.day, 30);
}

Test(rounds, another_send_by_day_moves_what_is_owed_and_stays_when_the_set_is_opened_again)
{
	struct period_list found = { 0 };

	open_year(2013, "bnv581");
	cr_assert_eq(workbench_find_rounds(&wb, plan, "2013-Q3", &found, &err), OK);
	found.items[0].due = date_make(2013, 9, 25);
	cr_assert_eq(workbench_save_round(&wb, &found.items[0], &err), OK);
	cr_assert_eq(share(report, north, "2013-Q3")->due.day, 25);
	found.items[0].version--;
	cr_assert_eq(workbench_save_round(&wb, &found.items[0], &err), STATUS_CONFLICT);
	cr_assert_eq(open_year(2013, "bnv581"), STATUS_DENIED);
	cr_assert_eq(share(report, north, "2013-Q3")->due.day, 25);
	period_list_release(&found);
	cr_assert_eq(workbench_find_rounds(&wb, plan, "2012-Q3", &found, &err), STATUS_NOT_FOUND);
}

Test(rounds, another_deadline_closes_and_opens_periods)
{
	struct task_ids tasks = { 0 };

	open_year(2013, NULL);
	mark(report, north, "2013-Q1", true);
	task_ids_add(&tasks, report);
	cr_assert_eq(workbench_set_deadline(&wb, &tasks, "30/11/2013", NULL, &err), OK);
	cr_assert_eq(share(report, north, "2013-Q1")->state, OBLIGATION_CLOSED);
	cr_assert_null(share(report, south, "2013-Q1"));
	cr_assert_eq(share(report, south, NULL)->due.month, 11);
	cr_assert_eq(workbench_set_deadline(&wb, &tasks, "trước ngày 05 tháng cuối cùng của mỗi quý", NULL, &err), OK);
	cr_assert_eq(share(report, north, "2013-Q1")->state, OBLIGATION_DONE);
	cr_assert_eq(share(report, south, "2013-Q3")->due.day, 4, "the words name the day");
	cr_assert_null(share(report, south, NULL));
	task_ids_release(&tasks);
}

Test(rounds, a_new_member_of_a_group_owes_every_open_period)
{
	open_year(2013, NULL);
	mark(report, north, "2013-Q1", true);
	cr_assert_eq(workbench_set_members(&wb, districts, (row_id[]){ south, home }, 2, &err), OK);
	cr_assert_not_null(share(report, home, "2013-Q4"));
	cr_assert_eq(share(report, north, "2013-Q1")->state, OBLIGATION_CLOSED);
	cr_assert_null(share(report, north, "2013-Q2"));
}

Test(rounds, ongoing_work_takes_a_result_in_a_period_and_is_never_late)
{
	struct obligation *result;

	open_year(2013, "bnv581");
	cr_assert_eq(mark(ongoing, home, "2013-Q3", true), OK, "%s", error_text(&err));
	result = share(ongoing, home, "2013-Q3");
	cr_assert_eq(result->state, OBLIGATION_DONE);
	cr_assert(!date_is_set(result->due));
	cr_assert_eq(share(ongoing, home, NULL)->state, OBLIGATION_OPEN);
	cr_assert_eq(fake_task_at(&fake, ongoing)->status, TASK_OPEN);
	cr_assert_eq(mark(ongoing, home, "2013-Q3", true), STATUS_DENIED, "it is there");
	cr_assert_eq(mark(ongoing, home, "2013-Q3", false), OK);
	cr_assert_null(share(ongoing, home, "2013-Q3"), "a result that was taken back leaves nothing");
}

Test(rounds, a_failing_storage_leaves_everything_as_it_was)
{
	fake.fail_at = 6;
	fake.fail_with = STATUS_FULL;
	cr_assert_eq(open_year(2013, NULL), STATUS_FULL);
	cr_assert_eq(fake.now.periods.count, 0);
	cr_assert_eq(fake_count_obligations(&fake, report, OBLIGATION_OPEN), 2);
}

static void expect_cell(const struct rounds *rounds, row_id agency, size_t number, const char *words)
{
	struct round_cell cell = rounds_cell(rounds, agency, number);
	struct strbuf text = STRBUF_INIT;

	round_cell_words(&cell, &text);
	cr_expect_str_eq(text.text ? text.text : "", words);
	strbuf_release(&text);
}

Test(rounds, the_grid_says_received_late_or_missing)
{
	struct rounds rounds = { 0 };

	open_year(2013, "bnv581");
	mark(report, north, "2013-Q3", true);
	mark(ongoing, home, "2013-Q1", true);
	cr_assert_eq(workbench_rounds(&wb, plan, 0, 2013, &rounds, &err), OK);
	cr_assert_eq(rounds.periods.count, 4);
	expect_cell(&rounds, north, 2, "đã nhận 25/9, trễ 5 ngày");
	expect_cell(&rounds, south, 2, "thiếu, trễ 5 ngày");
	expect_cell(&rounds, south, 3, "hạn 20/12");
	expect_cell(&rounds, home, 0, "đã nhận 25/9");
	expect_cell(&rounds, home, 1, "");
	cr_assert_eq(workbench_rounds(&wb, plan, 0, 2012, &rounds, &err), OK);
	cr_assert_eq(rounds.periods.count + rounds.rows.count, 0);
	rounds_release(&rounds);
}
