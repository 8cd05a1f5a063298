/* Report rounds: the grid, marking what came, opening a year. */
#include <criterion/criterion.h>
#include <string.h>

#include "core/workbench/rounds.h"
#include "desk.h"

static struct desk desk;

static void open_set(const char *set)
{
	struct error err = ERROR_INIT;
	size_t opened;

	cr_assert_eq(workbench_open_rounds(&desk.wb, desk.plan, period_set_find(set), 2013, &opened, &err), OK, "%s",
		     error_text(&err));
}

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(rounds, .init = sit_down, .fini = get_up);

Test(rounds, at_80x24)
{
	open_set("bnv581");
	desk_keys(&desk, "0 Right Down Space Space Up Right");
	desk_expect_golden(&desk, "rounds-80x24");
}

Test(rounds, twelve_months_at_40x10_keep_their_heads)
{
	struct task_ids tasks = { 0 };
	struct task_list all = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(desk.store->tasks_of_kind(desk.store, desk.plan, DEADLINE_PERIODIC, &all, &err), OK);
	task_ids_add(&tasks, all.items[0].id);
	cr_assert_eq(workbench_set_deadline(&desk.wb, &tasks, "trước ngày 20 hằng tháng", NULL, &err), OK);
	open_set("month");
	desk_resize(&desk, 40, 10);
	desk_keys(&desk, "0 Right Right Right Right Right Right Right Right Right Down Down Down");
	desk_expect_golden(&desk, "rounds-40x10");
	task_ids_release(&tasks);
	task_list_release(&all);
}

Test(rounds, one_stroke_an_agency_marks_what_came_and_takes_it_back)
{
	open_set("quarter");
	desk_keys(&desk, "0 Right Right Space Space");
	desk_expect(&desk, "2/");
	desk_expect(&desk, "✓ 20/8");
	desk_expect(&desk, "Đã nhận: Sở Tài chính");
	desk_keys(&desk, "Up Space");
	desk_expect(&desk, "Bỏ ghi nhận: Sở Tài chính");
	desk_keys(&desk, "u u u");
	desk_expect_not(&desk, "✓");
}

Test(rounds, without_periods_the_screen_says_how_to_open_them)
{
	desk_keys(&desk, "0");
	desk_expect(&desk, "Nhấn n để mở các kỳ");
	desk_keys(&desk, "Space");
	desk_keys(&desk, "n");
	desk_expect(&desk, "Đã mở");
	desk_expect(&desk, "2013-Q3");
	desk_keys(&desk, "n");
	desk_expect(&desk, "2014-Q1");
	desk_keys(&desk, "[");
	desk_expect(&desk, "2013-Q3");
}

Test(rounds, the_detail_of_a_task_names_what_is_missing_by_period)
{
	open_set("bnv581");
	desk_keys(&desk, "End rest");
	desk_expect(&desk, "Còn thiếu: Sở Nội vụ 2013-Q1, Sở Nội vụ 2013-H1, Sở Tài chính 2013-Q1");
	desk_expect_not(&desk, "Sở Nội vụ 2013-Q3");
}

Test(rounds, a_periodic_task_is_marked_period_by_period_where_its_shares_stand)
{
	open_set("quarter");
	desk_keys(&desk, "End Enter");
	desk_expect(&desk, "2013-Q3 Sở Nội vụ");
	desk_keys(&desk, "Space");
	desk_expect(&desk, "xong 20/8/2013");
	desk_keys(&desk, "Down *");
	desk_expect(&desk, "Đã đánh dấu xong");
}
