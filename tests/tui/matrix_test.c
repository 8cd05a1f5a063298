/* Tasks x bodies on the screen: headings, signs, marks, what is missing. */
#include <criterion/criterion.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "4 rest");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(matrix, .init = sit_down, .fini = get_up);

Test(matrix, at_80x24)
{
	desk_expect_golden(&desk, "matrix-80x24");
}

Test(matrix, at_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "Down Down Right Right");
	desk_expect_golden(&desk, "matrix-120x40");
}

Test(matrix, at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "matrix-40x10");
}

Test(matrix, space_marks_the_cell_as_one_step_and_takes_the_mark_back)
{
	desk_keys(&desk, "Down Space rest");
	desk_expect(&desk, "4/17 xong · 3 quá hạn");
	desk_expect(&desk, "Sở Nội vụ: 2/4 xong · 0 quá hạn");
	desk_keys(&desk, "u rest");
	desk_expect(&desk, "3/17 xong · 4 quá hạn");
	desk_keys(&desk, "Space Space rest");
	desk_expect(&desk, "3/17 xong · 4 quá hạn");
}

Test(matrix, a_cell_of_a_body_that_owes_nothing_is_not_marked)
{
	desk_keys(&desk, "Right Space");
	desk_expect(&desk, "Cơ quan này không phải làm việc này.");
	desk_expect(&desk, "3/17 xong");
}

Test(matrix, a_row_is_marked_after_its_count_was_said)
{
	desk_keys(&desk, "Down *");
	desk_expect(&desk, "Cả hàng I.1-2: 4 cơ quan chưa xong");
	desk_keys(&desk, "Down Enter rest");
	desk_expect(&desk, "3/17 xong · 4 quá hạn");
	desk_keys(&desk, "* Enter rest");
	desk_expect(&desk, "7/17 xong · 0 quá hạn");
	desk_keys(&desk, "u rest");
	desk_expect(&desk, "3/17 xong · 4 quá hạn");
}

Test(matrix, a_column_is_marked_after_its_count_was_said)
{
	desk_keys(&desk, "+");
	desk_expect(&desk, "Cả cột Sở Nội vụ: 3 nhiệm vụ chưa xong");
	desk_keys(&desk, "Enter rest");
	desk_expect(&desk, "Sở Nội vụ: 4/4 xong · 0 quá hạn");
	desk_keys(&desk, "+");
	desk_expect(&desk, "Cột này không còn phần việc nào chưa xong");
	desk_keys(&desk, "u rest");
	desk_expect(&desk, "Sở Nội vụ: 1/4 xong");
}

Test(matrix, n_goes_to_what_is_missing_and_to_what_is_late_first)
{
	desk_keys(&desk, "n");
	desk_expect(&desk, "I.1-2: quá hạn");
	desk_expect(&desk, "Sở Nội vụ");
	desk_keys(&desk, "n");
	desk_expect(&desk, "Sở Thông tin và Truyền thông");
	desk_keys(&desk, "n n n");
	desk_expect(&desk, "Sở Nội vụ");
	desk_keys(&desk, "* Enter n");
	desk_expect(&desk, "I.2-1: chưa xong · hạn 25/8/2013");
}

Test(matrix, enter_opens_the_task_and_leads_back_to_the_same_cell)
{
	desk_keys(&desk, "Down Right Enter");
	desk_expect(&desk, "2/6 cơ quan xong");
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "Sở Tài chính: 1/");
	desk_expect(&desk, "I.1-2: xong 20/8/2013");
}

Test(matrix, headings_stay_while_columns_scroll)
{
	desk_resize(&desk, 40, 12);
	desk_keys(&desk, "> > >");
	desk_expect(&desk, "I.1-2");
	desk_expect(&desk, "chưa giao cơ quan nào");
	desk_keys(&desk, "< < <");
	desk_expect(&desk, "Sở Nội vụ: 1/4");
}

Test(matrix, a_task_that_is_suspended_or_cancelled_counts_nowhere)
{
	desk_keys(&desk, "1 End s");
	desk_keys(&desk, "hoan Enter 4 rest");
	desk_expect(&desk, "3/11 xong · 4 quá hạn");
	desk_keys(&desk, "End");
	desk_expect(&desk, "III-1: nhiệm vụ tạm hoãn");
	desk_keys(&desk, "1 End s huy Enter 4 rest");
	desk_expect(&desk, "3/11 xong · 4 quá hạn");
	desk_keys(&desk, "End");
	desk_expect(&desk, "III-1: không phải làm việc này");
}

Test(matrix, there_is_a_sentence_where_nothing_is)
{
	desk_close(&desk);
	desk_open_empty(&desk, 80, 24);
	desk_keys(&desk, "4");
	desk_expect(&desk, "Chưa có kế hoạch nào đang mở");
}
