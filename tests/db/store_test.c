#include "fixture.h"

#include <limits.h>
#include <string.h>

#include "core/base/date.h"

static struct store *store;
static struct made made;

static void set_up(void)
{
	store = open_memory();
	made = make_plan(store);
}

static void tear_down(void)
{
	store->close(store);
}

TestSuite(store, .init = set_up, .fini = tear_down);

Test(store, gives_a_plan_back_as_it_was_stored)
{
	struct plan plan = { 0 };

	must(store->plan_get(store, made.plan, &plan, &must_err));
	cr_assert_str_eq(plan.type, "Kế hoạch");
	cr_assert_str_eq(plan.number, "15/KH-UBND");
	cr_assert_null(plan.issuer);
	cr_assert_eq(date_compare(plan.date, date_make(2013, 5, 0)), 0);
	cr_assert_eq(plan.year, 2013);
	cr_assert_eq(plan.version, 1);
	plan_release(&plan);
}

Test(store, says_that_a_plan_is_not_there)
{
	struct plan plan = { 0 };

	must_refuse(STATUS_NOT_FOUND, "hãy", store->plan_get(store, 99, &plan, &must_err));
}

Test(store, counts_tasks_done_and_overdue)
{
	struct progress progress = { 0 };
	struct task task = get_task(store, made.task[4]);

	must(store->plan_progress(store, made.plan, day("2013-09-01"), &progress, &must_err));
	cr_assert_eq(progress.tasks, 8);
	cr_assert_eq(progress.done, 0);
	cr_assert_eq(progress.overdue, 3);
	begin(store, "lan", "done");
	task.status = TASK_DONE;
	must(store->task_update(store, &task, &must_err));
	commit(store, "Xong");
	must(store->plan_progress(store, made.plan, day("2013-09-01"), &progress, &must_err));
	cr_assert_eq(progress.done, 1);
	cr_assert_eq(progress.overdue, 2);
	must(store->plan_progress(store, made.plan, day("2013-08-31"), &progress, &must_err));
	cr_assert_eq(progress.overdue, 0);
	task_release(&task);
}

Test(store, pages_sections_both_ways)
{
	struct section_row_list list = { 0 };

	must(store->section_page(store, made.plan, 1, FORWARD, 2, day("2013-09-01"), &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[0].section.path, "II");
	cr_assert_eq(list.items[0].progress.tasks, 4);
	cr_assert_eq(list.items[0].own_tasks, 0);
	cr_assert_str_eq(list.items[1].section.path, "II.1");
	cr_assert_eq(list.items[1].own_tasks, 2);
	cr_assert_null(list.items[1].section.body);
	section_row_list_clear(&list);
	must(store->section_page(store, made.plan, INT_MAX, BACKWARD, 2, day("2013-09-01"), &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[0].section.path, "II.2");
	cr_assert_str_eq(list.items[1].section.path, "III");
	section_row_list_release(&list);
}

Test(store, finds_where_a_subtree_ends)
{
	int end = 0;

	must(store->section_end(store, made.plan, 2, 1, &end, &must_err));
	cr_assert_eq(end, 4);
	must(store->section_end(store, made.plan, 3, 2, &end, &must_err));
	cr_assert_eq(end, 3);
	must(store->section_end(store, made.plan, 5, 1, &end, &must_err));
	cr_assert_eq(end, 5);
}

Test(store, pages_tasks_with_the_labels_of_their_leads)
{
	struct task_row_list list = { 0 };

	must(store->task_page(store, made.section[0], 0, FORWARD, 10, &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[0].leads, "SNV");
	cr_assert_str_eq(list.items[1].leads, "2 cq");
	cr_assert_str_eq(list.items[1].section_path, "I");
	cr_assert_eq(list.items[1].place.seq, 1);
	cr_assert_eq(list.items[1].place.position, 2);
	cr_assert_null(list.items[1].task.text);
	task_row_list_clear(&list);
	must(store->task_page(store, made.section[2], 2, BACKWARD, 10, &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_str_eq(list.items[0].leads, "STC, 2 cq");
	task_row_list_clear(&list);
	must(store->task_page(store, made.section[4], 0, FORWARD, 1, &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_null(list.items[0].leads);
	task_row_list_release(&list);
}
