/* The calendar: what is due on its days, and the way to it. */
#include <criterion/criterion.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "3 rest");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(calendar, .init = sit_down, .fini = get_up);

Test(calendar, at_80x24)
{
	desk_keys(&desk, "Down Left Left rest");
	desk_expect_golden(&desk, "calendar-80x24");
}

Test(calendar, a_quarter_at_80x24)
{
	desk_keys(&desk, "Tab rest");
	desk_expect_golden(&desk, "calendar-quarter-80x24");
}

Test(calendar, a_quarter_at_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "Tab rest");
	desk_expect_golden(&desk, "calendar-quarter-120x40");
}

Test(calendar, at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "calendar-40x10");
}

Test(calendar, days_weeks_and_months_follow_the_keys)
{
	desk_expect(&desk, "Lịch hạn tháng 8/2013");
	desk_expect(&desk, "Hạn ngày 20/8/2013: 0 nhiệm vụ");
	desk_keys(&desk, "Right Down rest");
	desk_expect(&desk, "Hạn ngày 28/8/2013");
	desk_keys(&desk, "] rest");
	desk_expect(&desk, "Lịch hạn tháng 9/2013");
	desk_expect(&desk, "Hạn ngày 28/9/2013");
	desk_keys(&desk, "End rest");
	desk_expect(&desk, "Hạn ngày 30/9/2013: 1 nhiệm vụ");
	desk_expect(&desk, "Tập huấn nghiệp vụ");
	desk_keys(&desk, "PgDn PgDn rest");
	desk_expect(&desk, "Hạn ngày 30/11/2013");
	desk_keys(&desk, "t rest [ rest");
	desk_expect(&desk, "Hạn ngày 20/7/2013");
	desk_keys(&desk, "Home Up rest");
	desk_expect(&desk, "Hạn ngày 24/6/2013");
}

Test(calendar, enter_leads_to_the_work_of_the_day)
{
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "không có phần việc nào đến hạn");
	desk_keys(&desk, "Right Right Right Right Right rest Enter");
	desk_expect(&desk, "▸·   -1    Thẩm định dự toán");
}

Test(calendar, a_mark_changes_its_day)
{
	desk_keys(&desk, "[ rest Home rest");
	desk_expect(&desk, "4 quá hạn · 0 chưa xong · 2 xong");
	desk_keys(&desk, "1 Down Down Down Space * Esc 3 rest [ rest");
	desk_expect(&desk, "0 quá hạn · 0 chưa xong · 6 xong");
}
