/* A file before it is stored: what was understood of it, and putting it right. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "desk.h"
#include "tui/view_review.h"

static const char plan_text[] =
	"ỦY BAN NHÂN DÂN\n"
	"TỈNH SƠN BÌNH\n"
	"Số: 7/KH-UBND\n"
	"Sơn Bình, ngày 05 tháng 02 năm 2015\n"
	"KẾ HOẠCH\n"
	"Trồng cây năm 2015\n"
	"I. MỤC ĐÍCH\n"
	"- Phủ xanh đất trống.\n"
	"II. NHIỆM VỤ\n"
	"1. Trồng cây ở trường học\n"
	"- Sở Giáo dục và Đào tạo lập danh sách trường. Sở Xây dựng chọn chỗ trồng.\n"
	"- Mua cây giống.\n"
	"- Phát cây giống về các trường.\n"
	"2. Chăm sóc cây\n"
	"- Tưới cây trong mùa khô, xong trước ngày 30/4/2015.\n";

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk.importer.name = "cay.txt";
	desk.importer.text = plan_text;
	desk_keys(&desk, "9 i cay.txt Enter");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(review, .init = sit_down, .fini = get_up);

static size_t plans(void)
{
	struct plan_row_list list = { 0 };
	struct error err = ERROR_INIT;
	size_t count;

	cr_assert_eq(desk.store->plan_list(desk.store, clock_today(), &list, &err), OK);
	count = list.count;
	plan_row_list_release(&list);
	return count;
}

Test(review, screen_80x24)
{
	desk_expect_golden(&desk, "review-80x24");
}

Test(review, screen_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "Home rest");
	desk_expect_golden(&desk, "review-120x40");
}

Test(review, screen_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_keys(&desk, "n");
	desk_expect_golden(&desk, "review-40x10");
}

Test(review, the_keys_that_matter_and_the_help_are_hinted_at_any_size)
{
	static const int sizes[][2] = { { 120, 40 }, { 80, 24 }, { 60, 20 }, { 40, 10 } };

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		desk_resize(&desk, sizes[i][0], sizes[i][1]);
		desk_expect(&desk, " Space đúng ");
		desk_expect(&desk, "? trợ giúp");
	}
	desk_resize(&desk, 60, 20);
	desk_expect(&desk, "F2 lưu");
}

Test(review, it_begins_at_the_first_guess_and_goes_from_one_to_the_next)
{
	desk_expect(&desk, "▸   12 ? - Mua cây giống.");
	desk_keys(&desk, "n");
	desk_expect(&desk, "▸   13 ? - Phát cây");
	desk_keys(&desk, "n n");
	desk_expect(&desk, "▸   12 ?");
}

Test(review, accepting_a_guess_counts_it_off_and_goes_on)
{
	desk_expect(&desk, "còn 3 chỗ ngờ");
	desk_keys(&desk, "Space");
	desk_expect(&desk, "còn 2 chỗ ngờ");
	desk_expect(&desk, "▸   13 ?");
	desk_keys(&desk, "*");
	desk_expect(&desk, "không còn chỗ ngờ");
	desk_keys(&desk, "n");
	desk_expect(&desk, "F2 để lưu");
	desk_keys(&desk, "u");
	desk_expect(&desk, "còn 2 chỗ ngờ");
}

Test(review, what_is_decided_after_accepting_all_may_be_doubtful_again)
{
	desk_keys(&desk, "* u * t");
	desk_expect(&desk, "còn 1 chỗ ngờ");
}

Test(review, a_line_becomes_part_of_the_task_above_and_nothing_and_a_section)
{
	desk_keys(&desk, "n p");
	desk_expect(&desk, "3 nhiệm vụ");
	desk_expect(&desk, "chi tiết của nhiệm vụ II.1-2 ở trên");
	desk_keys(&desk, "x");
	desk_expect(&desk, "không dùng: người xem lại để ra ngoài");
	desk_keys(&desk, "m");
	desk_expect(&desk, "5 mục");
	desk_keys(&desk, "u u u");
	desk_expect(&desk, "4 nhiệm vụ");
	desk_keys(&desk, "u");
	desk_expect(&desk, "Chưa có quyết định nào để hoàn tác");
}

Test(review, what_became_a_section_has_its_number_and_no_work_of_its_own_at_once)
{
	desk_keys(&desk, "End m");
	desk_expect(&desk, "mục II.2.1: Tưới cây trong mùa khô");
	desk_expect(&desk, "5 mục · 3 nhiệm vụ");
	desk_expect_not(&desk, "Thời hạn:");
	desk_expect_not(&desk, "chưa rõ cơ quan chủ trì\n - Tưới");
}

Test(review, a_line_is_no_detail_of_a_task_under_another_heading)
{
	desk_keys(&desk, "End p");
	desk_expect(&desk, "Nhiệm vụ ở trên thuộc mục khác; t để coi");
	desk_expect(&desk, "nhiệm vụ II.2-1");
	desk_keys(&desk, "u");
	desk_expect(&desk, "Chưa có quyết định nào");
}

Test(review, a_question_is_one_and_has_one_answer)
{
	desk_keys(&desk, "F8");
	desk_expect(&desk, " Bỏ bản xem lại này?");
	desk_expect_not(&desk, "này?:");
	desk_expect_not(&desk, "chọn thêm");
}

Test(review, a_new_version_is_said_to_be_one_and_the_older_is_marked)
{
	desk_keys(&desk, "* F2");
	desk.importer.name = "cay-2.txt";
	desk.importer.text =
		"ỦY BAN NHÂN DÂN\nTỈNH SƠN BÌNH\nSố: 7/KH-UBND\nSơn Bình, ngày 05 tháng 02 năm 2015\nKẾ HOẠCH\n"
		"Trồng cây năm 2015\nI. NHIỆM VỤ\n- Sở Y tế mua cây.\n";
	desk_keys(&desk, "9 i cay-2.txt Enter * F2 F2 Down Enter");
	desk_expect(&desk, "Đã lưu thành bản mới, giữ bản cũ: 1 mục, 1 nhiệm vụ");
	desk_keys(&desk, "9");
	desk_expect(&desk, "  (cũ) 7/KH-UBND");
	desk_expect(&desk, "i nhập tệp");
}

Test(review, a_line_is_split_where_the_typed_words_begin)
{
	desk_keys(&desk, "Up s so_xay_d");
	desk_expect(&desk, "Phần thứ hai: Sở Xây dựng chọn chỗ trồng.");
	desk_keys(&desk, "Enter t");
	desk_expect(&desk, "5 nhiệm vụ");
	desk_expect(&desk, "chủ trì: Sở Xây dựng");
	desk_keys(&desk, "Up s khong_co Enter");
	desk_expect(&desk, "Không thấy chữ này ở giữa đoạn");
}

Test(review, two_lines_are_joined)
{
	desk_keys(&desk, "n g");
	desk_expect(&desk, "3 nhiệm vụ");
	desk_expect(&desk, "▸   12 ? - Mua cây giống.");
}

Test(review, who_when_and_what_are_put_right)
{
	desk_keys(&desk, "a so_tai_chinh;_so_y_te");
	desk_expect(&desk, "Hiểu là:");
	desk_keys(&desk, "Esc a Ctrl-U Sở_Tài_chính Enter");
	desk_expect(&desk, "chủ trì: Sở Tài chính");
	desk_keys(&desk, "d quý_II/2015");
	desk_expect(&desk, "30/6/2015");
	desk_keys(&desk, "Enter e Ctrl-U Mua_giống Enter r Hóa_đơn Enter c Sở_Y_tế Enter rest");
	desk_expect(&desk, "Sản phẩm: Hóa đơn");
	desk_expect(&desk, "Phối hợp: Sở Y tế");
	desk_expect(&desk, "Mua giống");
	desk_expect(&desk, "còn 2 chỗ ngờ");
}

Test(review, a_body_is_meant_by_its_code_and_its_name_without_accents)
{
	desk_keys(&desk, "a snv;_so_tu_phap;_stc");
	desk_expect(&desk, "Hiểu là: Sở Nội vụ; Sở Tư pháp; Sở Tài chính");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "chủ trì: Sở Nội vụ; Sở Tư pháp; Sở Tài chính");
}

Test(review, a_body_that_only_the_file_names_is_found_there_and_told_to_be_new)
{
	desk_keys(&desk, "a so_giao_duc");
	desk_expect(&desk, "Hiểu là: cơ quan mới: Sở Giáo dục và Đào tạo");
	desk_keys(&desk, "Ctrl-U Sở_Công_Thương,_SNV;_Tổ_công_nghệ_số_cộng_đồng");
	desk_expect(&desk, "cơ quan mới: Sở Công Thương; Sở Nội vụ; cơ quan mới: Tổ công");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "chủ trì: Sở Công Thương; Sở Nội vụ; Tổ công nghệ");
}

Test(review, a_name_that_fits_several_or_none_is_refused_and_stays)
{
	desk_keys(&desk, "c sở_t");
	desk_expect(&desk, "«sở t» chưa rõ: Sở Tài chính hay Sở");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "hãy viết rõ hơn");
	desk_expect(&desk, "Phối hợp (cách nhau bằng ;): sở t");
	desk_keys(&desk, "Ctrl-U UBND_các_huyện,_thành_phốso_noi_vu Enter");
	desk_expect(&desk, "không phải tên cơ quan; hãy viết");
	desk_keys(&desk, "Ctrl-U blah Enter");
	desk_expect(&desk, "«blah» không phải tên cơ quan");
	desk_keys(&desk, "Esc u");
	desk_expect(&desk, "Chưa có quyết định nào để hoàn tác");
}

Test(review, the_first_letter_takes_the_place_of_what_stood_in_the_field)
{
	desk_keys(&desk, "a snv Enter a");
	desk_expect(&desk, "Gõ chữ mới là thay chữ cũ; ← → để sửa");
	desk_keys(&desk, "stc Enter");
	desk_expect(&desk, "chủ trì: Sở Tài chính");
	desk_expect_not(&desk, "Sở Nội vụ");
	desk_keys(&desk, "a End");
	desk_expect_not(&desk, "Gõ chữ mới là thay");
	desk_keys(&desk, ";_snv Enter");
	desk_expect(&desk, "chủ trì: Sở Tài chính; Sở Nội vụ");
	desk_keys(&desk, "e Mua_giống Enter rest");
	desk_expect(&desk, "Mua giống");
	desk_expect_not(&desk, "Mua cây giốngMua");
}

Test(review, a_stretch_is_shown_whole_with_all_that_was_understood_of_it)
{
	desk.importer.name = "dai.txt";
	desk.importer.text =
		"KẾ HOẠCH\nI. NHIỆM VỤ\n"
		"- Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Sở Tư pháp rà soát, sửa đổi, bổ sung quy chế làm việc của các "
		"cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, bảo đảm đúng quy định của pháp luật và phù hợp với điều kiện thực "
		"tế ở địa phương, hoàn thành trước ngày 30/9/2015 để áp dụng thống nhất.\n";
	desk_keys(&desk, "Esc i dai.txt Enter Down Down rest");
	desk_expect(&desk, "nhiệm vụ I-1 · chủ trì: Sở Nội vụ · hạn: trước ngày 30/9/2015 · ph");
	desk_expect(&desk, " Chủ trì: Sở Nội vụ\n");
	desk_expect(&desk, " Phối hợp: Sở Tài chính; Sở Tư pháp\n");
	desk_expect(&desk, " Thời hạn: hết hạn 29/9/2015");
	desk_expect(&desk, " ? thời hạn «trước ngày 30/9/2015» được lấy từ lời văn\n");
	desk_expect(&desk, "để áp dụng thống nhất.\n");
	desk_resize(&desk, 60, 20);
	desk_expect(&desk, " Phối hợp: Sở Tài chính; Sở Tư pháp\n");
	desk_expect(&desk, " Thời hạn: hết hạn 29/9/2015");
	desk_expect(&desk, "\n - Sở Nội vụ chủ trì");
	desk_expect(&desk, "bổ sung quy chế làm việc");
	desk_expect(&desk, "phù hợp với");
}

Test(review, what_was_set_is_said)
{
	desk_keys(&desk, "a snv Enter");
	desk_expect(&desk, "Chủ trì: Sở Nội vụ · u để hoàn tác");
	desk_keys(&desk, "c stc Enter");
	desk_expect(&desk, "Phối hợp: Sở Tài chính · u để hoàn tác");
	desk_keys(&desk, "d 30/6/2015 Enter");
	desk_expect(&desk, "theo lời «30/6/2015» · u để hoàn tác");
	desk_keys(&desk, "d Backspace Enter");
	desk_expect(&desk, "Thời hạn: để trống · u để hoàn tác");
}

Test(review, what_is_no_task_has_no_lead_until_it_is_made_one)
{
	desk_keys(&desk, "Home a");
	desk_expect(&desk, "không thuộc nhiệm vụ nào");
	desk_keys(&desk, "t");
	desk_expect(&desk, "5 mục · 5 nhiệm vụ");
	desk_keys(&desk, "a Sở_Y_tế Enter");
	desk_expect(&desk, "nhiệm vụ 1-1 · chủ trì: Sở Y tế");
}

Test(review, storing_makes_the_plan_as_it_was_put_right)
{
	desk_keys(&desk, "a Sở_Tài_chính Enter F2 Down Enter");
	cr_expect_eq(plans(), 2);
	desk_expect(&desk, "Đã lưu thành kế hoạch");
	desk_expect(&desk, "7/KH-UBND");
	desk_keys(&desk, "9");
	desk_expect_not(&desk, "đang xem lại");
}

Test(review, storing_with_doubts_asks_and_leads_to_the_first_one)
{
	desk_keys(&desk, "Home F2");
	desk_expect(&desk, "Còn 3 chỗ ngờ, lưu luôn?");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "▸   12 ? - Mua cây giống.");
	cr_expect_eq(plans(), 1);
	desk_keys(&desk, "* F2");
	cr_expect_eq(plans(), 2);
}

Test(review, leaving_keeps_the_work_and_it_goes_on_from_the_list)
{
	desk_keys(&desk, "Space x Esc");
	desk_expect(&desk, "việc xem lại còn giữ");
	cr_expect_eq(plans(), 1);
	desk_keys(&desk, "Home");
	desk_expect(&desk, "? đang xem lại");
	desk_expect(&desk, "2 quyết định");
	desk_keys(&desk, "End Enter");
	desk_expect(&desk, "3 nhiệm vụ");
	desk_expect(&desk, "còn 1 chỗ ngờ");
}

Test(review, coming_back_leads_to_the_place_that_was_left)
{
	desk_keys(&desk, "x End Up Esc");
	desk_keys(&desk, "Home End Enter");
	desk_expect(&desk, "▸   14 ▾ 2. Chăm sóc cây");
}

Test(review, guesses_stand_first_when_asked_and_stay_there_once_settled)
{
	desk_keys(&desk, "Home f");
	desk_expect(&desk, "Chỗ ngờ trước");
	desk_expect(&desk, "▸   12 ? - Mua cây giống.\n           nhiệm vụ II.1-2 · chưa rõ cơ quan chủ trì\n    13 ?");
	desk_keys(&desk, "a snv Enter");
	desk_expect(&desk, "▸   12 · - Mua cây giống.\n           nhiệm vụ II.1-2 · chủ trì: Sở Nội vụ\n    13 ?");
	desk_keys(&desk, "n Space");
	desk_expect(&desk, "    13 · - Phát cây giống về các trường.\n           nhiệm vụ II.1-3\n▸   15 ?");
	desk_keys(&desk, "f");
	desk_expect(&desk, "    14 ▾ 2. Chăm sóc cây\n           mục II.2: Chăm sóc cây\n▸   15 ?");
}

Test(review, no_guess_is_above_the_screen_when_guesses_stand_first)
{
	desk_keys(&desk, "n f");
	desk_expect(&desk, "cách hiểu\n    12 ? - Mua cây giống.");
	desk_expect(&desk, "▸   13 ?");
}

Test(review, a_line_is_split_also_where_guesses_stand_first)
{
	desk_keys(&desk, "f Down s cay Enter");
	desk_expect(&desk, "5 nhiệm vụ");
	desk_expect(&desk, "▸   13 ? cây giống về các trường.");
}

Test(review, importing_the_same_file_again_goes_on_as_well)
{
	desk_keys(&desk, "x Esc i cay.txt Enter");
	desk_expect(&desk, "Làm tiếp bản xem lại còn dở: 1 quyết định");
	desk_expect(&desk, "3 nhiệm vụ");
}

Test(review, cancelling_asks_and_then_forgets_everything)
{
	desk_keys(&desk, "x F8 Enter");
	desk_expect(&desk, "Xem lại trước khi lưu");
	desk_keys(&desk, "F8 Down Enter");
	desk_expect(&desk, "không có kế hoạch nào được lưu");
	cr_expect_eq(plans(), 1);
	desk_keys(&desk, "Home");
	desk_expect_not(&desk, "đang xem lại");
}

Test(review, a_file_that_is_not_there_is_said_under_its_name)
{
	desk_keys(&desk, "Esc i khac.txt Enter");
	desk_expect(&desk, "Không có tệp «khac.txt»");
}

Test(review, a_file_without_a_section_becomes_a_plan_by_decisions)
{
	desk.importer.name = "viec.txt";
	desk.importer.text = "Việc phải làm trong tháng\nĐợt một\n- Sở Y tế mua thuốc.\n- Sở Xây dựng sửa cổng.\n";
	desk_keys(&desk, "Esc i viec.txt Enter");
	desk_expect(&desk, "0 mục · 0 nhiệm vụ");
	desk_expect(&desk, "Không thấy mục nào");
	desk_keys(&desk, "F2");
	desk_expect(&desk, "Chưa có mục nào nên chưa lưu được");
	cr_expect_eq(plans(), 1);
	desk_keys(&desk, "End t");
	desk_expect(&desk, "1 mục · 1 nhiệm vụ");
	desk_expect(&desk, "nhiệm vụ 1-1 · chủ trì: Sở Xây dựng");
	desk_keys(&desk, "u Home Down m");
	desk_expect(&desk, "1 mục · 2 nhiệm vụ");
	desk_keys(&desk, "F2 Down Enter");
	desk_expect(&desk, "Đã lưu thành kế hoạch: 1 mục, 2 nhiệm vụ");
	cr_expect_eq(plans(), 2);
}

Test(review, the_title_of_a_section_is_put_right)
{
	desk_keys(&desk, "Home Down Down Down Down Down Down e Ctrl-U Mục_đích_chung Enter");
	desk_expect(&desk, "mục I: Mục đích chung");
	desk_keys(&desk, "a");
	desk_expect(&desk, "không thuộc nhiệm vụ nào");
}

Test(review, the_words_of_a_stored_task_are_found_again_in_its_file)
{
	desk_keys(&desk, "F2 Down Enter End o");
	desk_expect(&desk, "Văn bản gốc: cay.txt");
	desk_expect(&desk, "▸   15 * - Tưới cây trong mùa khô");
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "7/KH-UBND");
}

static void open_appendix(const char *text)
{
	struct source source = { .name = xstrdup("phu-luc.txt"), .bytes = xstrdup(text), .length = strlen(text) };
	struct manuscript manuscript = { 0 };
	struct reviewing reviewing = { 0 };
	struct error err = ERROR_INIT;

	desk.importer.text = text;
	manuscript_from_text(text, strlen(text), &manuscript);
	cr_assert_eq(reviewing_begin(&desk.wb, &source, &manuscript, desk.plan, &reviewing, &err), OK);
	cr_assert_eq(review_view_open(&desk.app, reviewing.review.id, false, &err), OK);
	reviewing_release(&reviewing);
}

Test(review, an_appendix_says_that_it_is_one_and_what_came_of_it)
{
	open_appendix("STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\n1\tTrồng cây. Làm rào\tSở Y tế\tTháng 3\n");
	desk_keys(&desk, "Home");
	desk_expect(&desk, "Xem lại phụ lục: phu-luc.txt");
	desk_keys(&desk, "End s lam_rao Enter");
	desk_expect(&desk, "nhiệm vụ PL-2 · chủ trì: Sở Y tế · hạn: Tháng 3");
	desk_keys(&desk, "s thang Enter");
	desk_expect(&desk, "chỉ tách được ở chữ trong ô nội dung");
	desk_keys(&desk, "Esc F2");
	desk_expect(&desk, "Đã nhập phụ lục: thêm 2 nhiệm vụ");
	cr_expect_eq(plans(), 1);
}

Test(review, an_appendix_without_work_is_told_to_need_some)
{
	open_appendix("PHỤ LỤC\nI. MỤC ĐÍCH\n- Phủ xanh đất trống.\n");
	desk_keys(&desk, "* F2");
	desk_expect(&desk, "Phụ lục chưa có nhiệm vụ nào nên chưa lưu được; t để coi");
	desk_keys(&desk, "End t a snv Enter * F2");
	desk_expect(&desk, "Đã nhập phụ lục: thêm 1 nhiệm vụ");
}

Test(review, a_file_that_names_its_plan_is_reviewed_as_its_appendix)
{
	desk.importer.name = "phu-luc.txt";
	desk.importer.text = "PHỤ LỤC\n(Kèm theo Kế hoạch số 15/KH-UBND)\nSTT\tNội dung công việc\tCơ quan chủ trì\tThời gian\n"
			     "1\tTrồng cây\tSở Y tế\tTháng 3\n";
	desk_keys(&desk, "Esc i phu-luc.txt Enter Home");
	desk_expect(&desk, "Xem lại phụ lục: phu-luc.txt");
	desk_keys(&desk, "F2");
	desk_expect(&desk, "Đã nhập phụ lục: thêm 1 nhiệm vụ");
	cr_expect_eq(plans(), 1);
}

Test(review, where_a_key_can_do_nothing_it_says_why)
{
	desk.importer.name = "bang.txt";
	desk.importer.text = "KẾ HOẠCH\nI. VIỆC\nPHỤ LỤC\nSTT\tNội dung công việc\tCơ quan chủ trì\tThời gian\n"
			     "1\tTrồng cây\tSở Y tế\tTháng 3\nNơi nhận:\nKẾT THÚC BẢNG\n";
	desk_keys(&desk, "Esc i bang.txt Enter");
	desk_keys(&desk, "Home p");
	desk_expect(&desk, "Phía trên chưa có nhiệm vụ nào");
	desk_keys(&desk, "g");
	desk_expect(&desk, "Đoạn ở trên không phải mục, nhiệm vụ");
	desk_keys(&desk, "End Up Up g");
	desk_expect(&desk, "Ngay trên hàng này không có hàng nhiệm vụ");
	desk_keys(&desk, "s so_y Enter");
	desk_expect(&desk, "chỉ tách được ở chữ trong ô nội dung");
	desk_keys(&desk, "Esc Down t g");
	desk_expect(&desk, "Ở trên là một hàng của bảng; p để");
	desk_keys(&desk, "p");
	desk_expect(&desk, "chi tiết của nhiệm vụ PL-1 ở trên");
}

Test(review, what_was_doubtful_is_told_of_the_stored_task)
{
	desk_keys(&desk, "F2 Down Enter End Tab rest");
	desk_expect(&desk, "Khi nhập chưa chắc (phỏng đoán):");
	desk_expect(&desk, "chưa rõ cơ quan chủ trì");
}

/* A key hit once too often takes back a mark, but no plan. */
Test(review, taking_back_the_import_is_asked_about)
{
	desk_keys(&desk, "F2 Down Enter rest");
	desk_expect_not(&desk, "Dòng");
	desk_keys(&desk, "u");
	desk_expect(&desk, "Việc gần nhất của bạn: Nhập");
	desk_keys(&desk, "Enter");
	desk_expect_not(&desk, "Giữ kế hoạch");
	desk_keys(&desk, "u Down Enter");
	desk_expect(&desk, "Đã hoàn tác: Nhập");
	desk_expect(&desk, "Các kế hoạch");
	desk_keys(&desk, "Ctrl-R");
	desk_expect(&desk, "Đã làm lại: Nhập");
}

/* Somebody else at another desk decides in the same review. */
static void hoa_decides(void)
{
	struct workbench hoa;
	struct reviewing theirs = { 0 };
	struct review_list list = { 0 };
	struct error err = ERROR_INIT;

	workbench_init(&hoa, desk.store, "hoa");
	cr_assert_eq(desk.store->review_list(desk.store, &list, &err), OK);
	cr_assert_eq(reviewing_open(&hoa, &desk.importer.importer, list.items[0].id, &theirs, &err), OK);
	cr_assert_eq(reviewing_decide(&theirs, (struct manuscript_place){ 11, 0 }, HINT_UNUSED, NULL, &err), OK);
	reviewing_release(&theirs);
	review_list_release(&list);
	workbench_release(&hoa);
}

Test(review, what_another_decided_shows_before_anything_is_done)
{
	desk_keys(&desk, "n");
	hoa_decides();
	desk_keys(&desk, "x");
	desk_expect(&desk, "hoa vừa quyết định");
	desk_expect(&desk, "3 nhiệm vụ");
	desk_keys(&desk, "u");
	desk_expect(&desk, "Quyết định cuối là của hoa");
	desk_keys(&desk, "x");
	desk_expect(&desk, "2 nhiệm vụ");
}

Test(review, a_review_in_which_another_decided_is_given_up_after_a_second_question)
{
	hoa_decides();
	desk_keys(&desk, "F8 Down Enter");
	desk_expect(&desk, "hoa vừa quyết định");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "hoa đã quyết định 1 chỗ");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Xem lại trước khi lưu");
	desk_keys(&desk, "F8 Down Enter Down Enter");
	desk_expect(&desk, "Đã bỏ bản xem lại");
}

/* The plan is stored, and its corrected file is being reviewed. */
static const char *review_corrected(void)
{
	static char text[sizeof plan_text + 60];
	const char *at = strstr(plan_text, "30/4/2015");

	snprintf(text, sizeof text, "%.*s31/5/2015.\n- Sở Y tế bón phân.\n", (int)(at - plan_text), plan_text);
	desk_keys(&desk, "* F2");
	desk.importer.text = text;
	return text;
}

Test(review, what_a_corrected_file_changes_is_read_before_it_is_stored)
{
	review_corrected();
	desk_keys(&desk, "9 i cay.txt Enter * F2");
	desk_expect_golden(&desk, "changes-80x24");
	desk_keys(&desk, "Down Down Down Down Esc");
	desk_expect(&desk, "Xem lại trước khi lưu");
	cr_expect_eq(plans(), 2, "nothing is stored");
	desk_keys(&desk, "F2 F2");
	desk_expect(&desk, "Lưu thành bản mới");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "II.2-1: thời hạn");
	cr_expect_eq(plans(), 2, "still nothing");
	desk_keys(&desk, "F2 Down Enter");
	desk_expect(&desk, "Đã lưu thành bản mới");
	cr_expect_eq(plans(), 3);
}

Test(review, who_said_that_a_file_takes_the_place_of_the_stored_one_is_not_asked_again)
{
	const char *text = review_corrected();
	struct source source = { .name = xstrdup("cay.txt"), .bytes = xstrdup(text), .length = strlen(text) };
	struct manuscript manuscript = { 0 };
	struct reviewing reviewing = { 0 };
	struct error err = ERROR_INIT;

	manuscript_from_text(text, strlen(text), &manuscript);
	cr_assert_eq(reviewing_begin(&desk.wb, &source, &manuscript, 0, &reviewing, &err), OK);
	cr_assert_eq(review_view_open(&desk.app, reviewing.review.id, true, &err), OK);
	reviewing_release(&reviewing);
	desk_keys(&desk, "* F2");
	desk_expect(&desk, "Đã lưu thành bản mới");
	cr_expect_eq(plans(), 3);
}
