/* Tasks in another order than the plan's. */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "S");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(sorted, .init = sit_down, .fini = get_up);

/* Fails unless FIRST stands on the screen above SECOND. */
static void expect_order(const char *first, const char *second)
{
	char *screen = desk_screen(&desk, false);
	const char *a = strstr(screen, first), *b = strstr(screen, second);

	cr_expect(a && b && a < b, "«%s» does not stand above «%s»:\n%s", first, second, screen);
	free(screen);
}

Test(sorted, by_time_at_80x24)
{
	desk_expect_golden(&desk, "sorted-80x24");
}

Test(sorted, by_time_at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "sorted-40x10");
}

Test(sorted, what_has_no_time_is_last_from_either_end)
{
	expect_order("I.1-2", "I.2-1");
	expect_order("I.2-1", "II.1-1");
	expect_order("II.1-1", "I.2-2");
	desk_keys(&desk, "-");
	desk_expect(&desk, "Sắp theo thời hạn, từ cuối");
	expect_order("II.1-1", "I.2-1");
	expect_order("I.2-1", "I.1-2");
	expect_order("I.1-2", "I.2-2");
}

Test(sorted, the_order_is_kept_for_the_person)
{
	desk_keys(&desk, "Tab");
	desk_expect(&desk, "Sắp theo cơ quan chủ trì");
	desk_expect(&desk, "SNV (2)");
	desk_come_back(&desk);
	desk_keys(&desk, "S");
	desk_expect(&desk, "Sắp theo cơ quan chủ trì");
	desk_keys(&desk, "Tab Tab Tab");
	desk_expect(&desk, "Sắp theo tên nhiệm vụ");
	expect_order("Báo cáo kết quả", "Chọn đơn vị");
	expect_order("Chọn đơn vị", "Gửi danh mục");
	expect_order("Tập huấn", "Thẩm định");
	expect_order("Thẩm định", "Vận hành");
}

Test(sorted, a_task_stands_in_each_of_its_areas)
{
	desk_keys(&desk, "Tab Tab");
	desk_expect(&desk, "Sắp theo lĩnh vực");
	desk_expect(&desk, "chưa xếp lĩnh vực (7)");
}

Test(sorted, the_cursor_stays_on_its_task_and_enter_leads_to_it)
{
	desk_keys(&desk, "Tab Tab Tab Tab Home Down Tab");
	desk_expect(&desk, "Sắp theo thời hạn");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Số hóa hồ sơ lưu trữ");
	desk_expect(&desk, "▸·   -2    Chọn đơn vị");
}

Test(sorted, picked_ones_are_done_in_one_step)
{
	desk_keys(&desk, "Tab Tab Tab Tab v v");
	desk_expect(&desk, "đã chọn 2");
	desk_keys(&desk, "a thong_tin Enter");
	desk_keys(&desk, "u");
	desk_expect(&desk, "Đã hoàn tác");
	desk_keys(&desk, "Esc");
	desk_expect_not(&desk, "đã chọn");
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "Số hóa hồ sơ lưu trữ");
}

Test(sorted, only_what_answers_the_filter)
{
	desk_keys(&desk, "Esc f chutri:SNV Enter S");
	desk_expect(&desk, "Lọc «chutri:SNV»");
	desk_expect(&desk, "4 nhiệm vụ");
}
