/* The points of an index: scored with keys, summed by code, led from to the tasks that serve them. */
#include <criterion/criterion.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "%");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(criteria, .init = sit_down, .fini = get_up);

static void fill(void)
{
	desk_keys(&desk, "n 1 Enter Chỉ_đạo,_điều_hành F2");
	desk_keys(&desk, "n 1.1 Enter Kế_hoạch_cải_cách_hành_chính Enter 1,5 Enter 1,25 Enter Enter 15/KH-UBND Enter I.2-1 F2");
	desk_keys(&desk, "n 1.2 Enter Báo_cáo_định_kỳ Enter 2.25 Enter 2 Enter 1,75 F2 rest");
}

Test(criteria, an_empty_year_says_what_to_do)
{
	desk_expect(&desk, "nhấn n để thêm");
	desk_keys(&desk, "e");
	desk_expect(&desk, "Chưa có tiêu chí nào; nhấn n để thêm.");
}

Test(criteria, at_80x24)
{
	fill();
	desk_keys(&desk, "Down rest");
	desk_expect_golden(&desk, "criteria-80x24");
}

Test(criteria, at_40x10)
{
	fill();
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "criteria-40x10");
}

Test(criteria, points_are_summed_by_code)
{
	fill();
	desk_expect(&desk, "tự chấm 3,25/3,75 · thẩm định 1,75");
	desk_keys(&desk, "Down e Enter Enter Enter Ctrl-U 0,5 F2");
	desk_expect(&desk, "tự chấm 2,5/3,75");
	desk_keys(&desk, "u");
	desk_expect(&desk, "tự chấm 3,25/3,75");
}

Test(criteria, what_are_no_points_is_said_and_stays)
{
	fill();
	desk_keys(&desk, "Down e Enter Enter Enter Ctrl-U hai F2");
	desk_expect(&desk, "«hai» không phải số điểm");
	desk_keys(&desk, "Ctrl-U 9 F2");
	desk_expect(&desk, "không được hơn điểm tối đa");
	desk_keys(&desk, "Ctrl-U 1 F2");
	desk_expect(&desk, "tự chấm 3/3,75");
}

Test(criteria, tasks_serve_one_until_they_are_no_longer_named)
{
	fill();
	desk_keys(&desk, "Down rest");
	desk_expect(&desk, "15/KH-UBND I.2-1");
	desk_keys(&desk, "e Up");
	desk_keys(&desk, "Down Down Down Down Down Down Down Down Ctrl-U I.1-1;_X.9-9 F2");
	desk_expect(&desk, "X.9-9");
	desk_keys(&desk, "Ctrl-U I.1-1 F2 rest");
	desk_expect(&desk, "15/KH-UBND I.1-1");
	desk_expect_not(&desk, "15/KH-UBND I.2-1");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "▸");
	desk_expect_not(&desk, "Tiêu chí năm");
}

Test(criteria, years_are_apart_and_one_can_be_dropped)
{
	fill();
	desk_keys(&desk, "]");
	desk_expect_not(&desk, "Báo cáo định kỳ");
	desk_keys(&desk, "[ End x");
	desk_expect(&desk, "Đã bỏ tiêu chí 1.2");
	desk_expect_not(&desk, "Báo cáo định kỳ");
	desk_keys(&desk, "u");
	desk_expect(&desk, "Báo cáo định kỳ");
}
