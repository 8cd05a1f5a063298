/* What a person prefers, chosen from a list and remembered. */
#include <criterion/criterion.h>

#include "desk.h"

Test(settings, are_chosen_from_a_list_and_remembered)
{
	struct desk desk;

	desk_open(&desk, 100, 30);
	desk_expect(&desk, "Việc chuẩn bị phải xong");
	desk_keys(&desk, "= mat_do Enter");
	desk_expect(&desk, "có khung chi tiết dưới danh sách");
	desk_keys(&desk, "nhieu Enter");
	desk_expect(&desk, "Mật độ: nhiều dòng nhất");
	desk_keys(&desk, "mo_dau Enter lich Enter Esc");
	desk_expect_not(&desk, "Việc chuẩn bị phải xong");
	desk_keys(&desk, "Tab");
	desk_expect(&desk, "Việc chuẩn bị phải xong");
	desk_come_back(&desk);
	desk_expect(&desk, "Lịch hạn tháng");
	desk_keys(&desk, "1");
	desk_expect_not(&desk, "Việc chuẩn bị phải xong");
	desk_close(&desk);
}

Test(settings, how_one_types_is_one_of_them)
{
	struct desk desk;

	desk_open(&desk, 100, 30);
	desk_keys(&desk, "= kieu_go Enter vni Enter rest");
	desk_expect(&desk, "Kiểu gõ tiếng Việt: VNI");
	desk_keys(&desk, "Esc / tie61ng");
	desk_expect(&desk, "tiếng");
	desk_close(&desk);
}

Test(settings, what_was_accepted_before_is_there_at_the_next_start)
{
	struct desk desk;

	desk_open(&desk, 100, 30);
	desk_keys(&desk, "f cq:SNV Enter f Ctrl-U cq:STC Enter Esc");
	desk_come_back(&desk);
	desk_keys(&desk, "f Up");
	desk_expect(&desk, "Lọc: cq:STC");
	desk_keys(&desk, "Up");
	desk_expect(&desk, "Lọc: cq:SNV");
	desk_keys(&desk, "Ctrl-U Esc");
	desk_close(&desk);
}
