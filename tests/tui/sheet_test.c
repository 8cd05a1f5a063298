/* The sheet of one body: its figures, marks on it, the way to the task and back. */
#include <criterion/criterion.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "2 / noi_vu Enter p rest");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(sheet, .init = sit_down, .fini = get_up);

Test(sheet, at_80x24)
{
	desk_expect_golden(&desk, "sheet-80x24");
}

Test(sheet, at_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "Down");
	desk_expect_golden(&desk, "sheet-120x40");
}

Test(sheet, at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "sheet-40x10");
}

Test(sheet, its_figures_are_those_of_the_matrix)
{
	desk_expect(&desk, "1/4 xong · 1 quá hạn");
	desk_keys(&desk, "4 rest");
	desk_expect(&desk, "Sở Nội vụ: 1/4 xong · 1 quá hạn");
}

Test(sheet, space_marks_the_share_of_this_body_alone)
{
	desk_keys(&desk, "Down Space");
	desk_expect(&desk, "2/4 xong · 0 quá hạn");
	desk_expect(&desk, "xong 20/8/2013, trễ");
	desk_keys(&desk, "4 rest");
	desk_expect(&desk, "4/17 xong · 3 quá hạn");
	desk_keys(&desk, "u rest");
	desk_expect(&desk, "3/17 xong · 4 quá hạn");
}

Test(sheet, enter_leads_to_the_task_in_its_plan)
{
	desk_keys(&desk, "Down Enter rest");
	desk_expect(&desk, "15/KH-UBND");
	desk_expect(&desk, "Gửi danh mục hồ sơ của cơ quan mình về cơ quan thường trực");
	desk_expect(&desk, "TRIỂN KHAI");
}

Test(sheet, on_the_name_of_a_plan_there_is_nothing_to_mark)
{
	desk_keys(&desk, "Home Space");
	desk_expect(&desk, "Hãy đưa con trỏ tới một nhiệm vụ trước.");
}

Test(sheet, back_leads_where_it_came_from)
{
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "Sổ cơ quan");
	desk_keys(&desk, "4 p rest");
	desk_expect(&desk, "Minh chứng: Báo cáo 41/BC-SNV");
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "Ma trận");
}
