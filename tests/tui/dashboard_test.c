/* How things stand at a glance: the same figures as elsewhere. */
#include <criterion/criterion.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "5 rest");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(dashboard, .init = sit_down, .fini = get_up);

Test(dashboard, at_80x24)
{
	desk_expect_golden(&desk, "dashboard-80x24");
}

Test(dashboard, at_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "Tab rest Down");
	desk_expect_golden(&desk, "dashboard-120x40");
}

Test(dashboard, at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "dashboard-40x10");
}

Test(dashboard, by_month_at_80x24)
{
	desk_keys(&desk, "Tab Tab rest");
	desk_expect_golden(&desk, "dashboard-months-80x24");
}

Test(dashboard, trend_at_80x24)
{
	desk_keys(&desk, "Tab Tab Tab rest rest rest rest rest rest");
	desk_expect_golden(&desk, "dashboard-trend-80x24");
}

Test(dashboard, its_figures_are_those_of_the_matrix_before_and_after_a_mark)
{
	desk_expect(&desk, "Tổng số phần việc: 17");
	desk_expect(&desk, "Hoàn thành: 3/7 = 42,86 %");
	desk_keys(&desk, "4 Down Space rest");
	desk_expect(&desk, "4/17 xong · 3 quá hạn");
	desk_keys(&desk, "5 rest");
	desk_expect(&desk, "Hoàn thành: 4/7 = 57,14 %");
	desk_keys(&desk, "u rest");
	desk_expect(&desk, "Hoàn thành: 3/7 = 42,86 %");
}

Test(dashboard, the_sheet_of_an_agency_opens_from_its_bar)
{
	desk_keys(&desk, "Tab rest p");
	desk_expect(&desk, "Sở Nội vụ");
	desk_expect(&desk, "1/4 xong · 1 quá hạn");
	desk_keys(&desk, "Esc Tab rest p");
	desk_expect(&desk, "Hãy đưa con trỏ tới một cơ quan trước.");
}

Test(dashboard, what_is_suspended_is_told_apart)
{
	desk_keys(&desk, "1 End s hoan Enter 5 rest");
	desk_expect(&desk, "Tổng số phần việc: 11");
	desk_expect(&desk, "Tạm hoãn, không tính: 6");
}

Test(dashboard, all_plans_in_force_can_be_counted_together)
{
	desk_keys(&desk, "a rest");
	desk_expect(&desk, "Tổng quan các kế hoạch còn hiệu lực");
	desk_expect(&desk, "15/KH-UBND Số hóa hồ sơ");
	desk_expect(&desk, "3/17");
	desk_keys(&desk, "a rest");
	desk_expect(&desk, "[mục]");
}
