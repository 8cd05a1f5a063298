/* Lines that are pasted: each a task, told before they are added in one step. */
#include <criterion/criterion.h>

#include "desk.h"

static struct desk desk;

static const char lines[] = "- Họp giao ban @SNV !30/9/2013\n2. Lập dự toán @STP\n\na) Việc @không rõ ai\n";

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "Down Down Down Down Down n");
	desk_paste(&desk, lines);
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(lines, .init = sit_down, .fini = get_up);

Test(lines, at_80x24)
{
	desk_expect_golden(&desk, "lines-80x24");
}

Test(lines, at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "lines-40x10");
}

Test(lines, nothing_is_added_while_a_line_is_not_understood)
{
	desk_expect(&desk, "2 việc · 1 dòng chưa hiểu");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Còn 1 dòng chưa hiểu");
	desk_keys(&desk, "End e");
	desk_expect(&desk, "Dòng này: Việc @không rõ ai");
	desk_keys(&desk, "Ctrl-U Việc_@STC Enter");
	desk_expect(&desk, "3 việc");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Đã thêm 3 nhiệm vụ");
	desk_expect(&desk, "Họp giao ban");
	desk_keys(&desk, "u");
	desk_expect_not(&desk, "Họp giao ban");
	desk_expect_not(&desk, "Lập dự toán");
}

Test(lines, a_line_is_left_out)
{
	desk_keys(&desk, "End x");
	desk_expect(&desk, "– Việc @không rõ ai");
	desk_keys(&desk, "F2");
	desk_expect(&desk, "Đã thêm 2 nhiệm vụ");
	desk_keys(&desk, "n");
	desk_expect(&desk, "Nhiệm vụ mới:");
}

Test(lines, they_are_there_until_they_are_added_or_all_left_out)
{
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "các dòng đã dán còn giữ");
	desk_come_back(&desk);
	desk_expect(&desk, "1 chỗ gõ dở, như «Họp giao ban @SNV !30/9…»");
	desk_keys(&desk, "Down Down Down Down Down n");
	desk_expect(&desk, "2 việc · 1 dòng chưa hiểu");
	desk_keys(&desk, "Home x x x Esc n");
	desk_expect(&desk, "Nhiệm vụ mới:");
}

Test(lines, one_pasted_line_stays_a_line)
{
	desk_keys(&desk, "Home x x x Esc n");
	desk_paste(&desk, "Họp @SNV");
	desk_expect(&desk, "Nhiệm vụ mới: Họp");
}
