/* What a plan lacks: told by kind, mended with a key, and gone then. */
#include <criterion/criterion.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "!");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(missing, .init = sit_down, .fini = get_up);

Test(missing, at_80x24)
{
	desk_expect_golden(&desk, "missing-80x24");
}

Test(missing, at_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "Down");
	desk_expect_golden(&desk, "missing-120x40");
}

Test(missing, at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "missing-40x10");
}

Test(missing, a_lead_is_given_where_one_is_missing)
{
	desk_expect(&desk, "chưa rõ ai chủ trì (1)");
	desk_keys(&desk, "a tu_phap Enter");
	desk_expect(&desk, "Đã giao chủ trì: I.2-2");
	desk_expect_not(&desk, "chưa rõ ai chủ trì");
	desk_keys(&desk, "u");
	desk_expect(&desk, "chưa rõ ai chủ trì (1)");
}

Test(missing, a_time_is_given_where_one_is_missing)
{
	desk_keys(&desk, "Down Down d 30/9/2013 Enter");
	desk_expect(&desk, "Đã đặt thời hạn: I.2-2");
	desk_expect_not(&desk, "chưa rõ thời hạn");
}

Test(missing, enter_leads_to_the_task_and_to_the_body)
{
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "▸·   -2    Chọn đơn vị");
	desk_keys(&desk, "2 n Sở_Lao_động F2 ! End");
	desk_expect(&desk, "cơ quan chưa có việc chủ trì (1)");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "▸ SLĐ");
}

Test(missing, the_name_of_a_kind_is_no_task)
{
	desk_keys(&desk, "Home a");
	desk_expect(&desk, "Hãy đưa con trỏ tới một nhiệm vụ");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Còn thiếu, còn chưa rõ");
}

Test(missing, two_rows_of_one_body_are_joined)
{
	struct change_intent intent = { .who = "lan", .action = "agency" };
	struct agency twin = { .name = xstrdup("So Tai chinh"), .kind = AGENCY_OTHER };
	struct error err = ERROR_INIT;

	desk_keys(&desk, "g");
	desk_expect(&desk, "Hãy đưa con trỏ tới một cơ quan");
	cr_assert_eq(desk.store->begin(desk.store, &intent, &err), OK);
	cr_assert_eq(desk.store->agency_insert(desk.store, &twin, &err), OK);
	cr_assert_eq(desk.store->commit(desk.store, "Thêm", &err), OK);
	agency_release(&twin);
	desk_keys(&desk, "1 ! End");
	desk_expect(&desk, "có thể là một cơ quan (1)");
	desk_keys(&desk, "g Sở Enter");
	desk_expect(&desk, "Đã gộp làm một");
	desk_expect_not(&desk, "có thể là một cơ quan");
	desk_keys(&desk, "u End");
	desk_expect(&desk, "có thể là một cơ quan (1)");
}
