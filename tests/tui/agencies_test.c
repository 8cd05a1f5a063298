/* The register of agencies: found, edited, grouped, and led from to their tasks. */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
	desk_keys(&desk, "2 rest");
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(agencies, .init = sit_down, .fini = get_up);

static void read_agency(const char *name, struct agency *agency)
{
	struct error err = ERROR_INIT;
	row_id id;

	cr_assert_eq(workbench_find_agency(&desk.wb, name, &id, &err), OK, "%s", error_text(&err));
	cr_assert_eq(desk.store->agency_get(desk.store, id, agency, &err), OK, "%s", error_text(&err));
}

static size_t count_members(const char *group)
{
	struct agency_list members = { 0 };
	struct agency agency = { 0 };
	size_t count;

	read_agency(group, &agency);
	cr_assert_eq(desk.store->agency_members(desk.store, agency.id, &members, NULL), OK);
	count = members.count;
	agency_list_release(&members);
	agency_release(&agency);
	return count;
}

/* --- looks -------------------------------------------------------------- */

Test(agencies, at_80x24)
{
	desk_expect_golden(&desk, "agencies-80x24");
}

Test(agencies, at_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "Down Down rest");
	desk_expect_golden(&desk, "agencies-120x40");
}

Test(agencies, at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_expect_golden(&desk, "agencies-40x10");
}

Test(agencies, the_form_at_80x24)
{
	desk_keys(&desk, "Down e Enter Enter");
	desk_expect_golden(&desk, "agency-form-80x24");
}

Test(agencies, the_form_at_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_keys(&desk, "n");
	desk_expect_golden(&desk, "agency-form-40x10");
}

Test(agencies, an_empty_register_says_what_to_do)
{
	desk_close(&desk);
	desk_open_empty(&desk, 80, 24);
	desk_keys(&desk, "2");
	desk_expect(&desk, "Sổ chưa có cơ quan nào; nhấn n để thêm.");
	desk_keys(&desk, "e");
	desk_expect(&desk, "Hãy đưa con trỏ tới một cơ quan trước.");
}

/* --- found -------------------------------------------------------------- */

Test(agencies, the_list_narrows_while_a_name_is_typed_without_accents)
{
	desk_keys(&desk, "/ tai");
	desk_expect(&desk, "Sở Tài chính");
	desk_expect_not(&desk, "SNV");
	desk_expect(&desk, "1 kết quả");
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "Sở Nội vụ");
}

Test(agencies, the_cursor_follows_the_best_answer)
{
	desk_keys(&desk, "/ stp rest");
	desk_expect(&desk, "▸ STP");
	desk_expect(&desk, "Sở Tư pháp (STP)");
}

Test(agencies, what_fits_nothing_is_said)
{
	desk_keys(&desk, "/ xyz Enter");
	desk_expect(&desk, "Không có cơ quan nào khớp");
	desk_keys(&desk, "Backspace Backspace Backspace");
	desk_expect(&desk, "Sở Nội vụ");
}

Test(agencies, enter_shows_the_tasks_of_the_agency)
{
	desk_keys(&desk, "/ noi_vu Enter Enter");
	desk_expect(&desk, "Lọc «cq:SNV»");
	desk_expect(&desk, "Kiểm kê kho lưu trữ");
	desk_expect_not(&desk, "Thẩm định dự toán");
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "Thẩm định dự toán");
}

Test(agencies, a_group_without_code_is_filtered_by_its_name)
{
	desk_keys(&desk, "Home Enter");
	desk_expect(&desk, "Lọc «cq:\"các Sở, Ban, ngành\"»: 2 nhiệm vụ");
}

Test(agencies, the_cursor_is_where_it_was_when_one_comes_back)
{
	desk_keys(&desk, "/ stp Enter Enter 2");
	desk_expect(&desk, "▸ STP");
}

/* --- edited ------------------------------------------------------------- */

Test(agencies, enter_goes_from_field_to_field_and_saves_at_the_last)
{
	struct agency agency = { 0 };

	desk_keys(&desk, "/ stp Enter e End _Hà_Bắc Enter Enter Enter Sở_TP;_Tư_pháp Enter Right Enter SNV Enter Giám_đốc Enter 0205_3 Enter");
	desk_expect(&desk, "Đã lưu: Sở Tư pháp Hà Bắc");
	read_agency("Sở Tư pháp Hà Bắc", &agency);
	cr_expect_str_eq(agency.code, "STP");
	cr_assert_eq(agency.aliases.count, 2);
	cr_expect_str_eq(agency.aliases.items[0].name, "Sở TP");
	cr_expect_str_eq(agency.aliases.items[1].name, "Tư pháp");
	cr_expect(agency.requested);
	cr_expect_str_eq(agency.head, "Giám đốc");
	cr_expect_str_eq(agency.contact, "0205 3");
	desk_keys(&desk, "rest");
	desk_keys(&desk, "Tab Down Down");
	desk_expect(&desk, "Cấp trên: Sở Nội vụ");
	agency_release(&agency);
}

Test(agencies, what_the_form_does_not_ask_for_stays)
{
	struct workbench wb;
	struct agency agency = { 0 };
	struct error err = ERROR_INIT;

	workbench_init(&wb, desk.store, "hoa");
	read_agency("Sở Tư pháp", &agency);
	agency.valid_from = date_make(2001, 2, 3);
	cr_assert_eq(workbench_save_agency(&wb, &agency, &err), OK, "%s", error_text(&err));
	desk_keys(&desk, "/ stp Enter e End _Hà_Bắc F2");
	agency_release(&agency);
	read_agency("Sở Tư pháp Hà Bắc", &agency);
	cr_expect_eq(agency.valid_from.year, 2001);
	agency_release(&agency);
	workbench_release(&wb);
}

Test(agencies, none_stands_above_itself)
{
	desk_keys(&desk, "/ stp Enter e Enter Enter Enter Enter Enter SNV F2");
	desk_expect(&desk, "Đã lưu: Sở Tư pháp");
	desk_keys(&desk, "Esc / nội_vụ Enter e Enter Enter Enter Enter Enter STP F2");
	desk_expect(&desk, "không thể là cấp trên của chính mình");
	desk_keys(&desk, "Ctrl-U các_Sở F2");
	desk_expect(&desk, "là nhóm nên không là cấp trên");
	desk_keys(&desk, "Ctrl-U F2");
	desk_expect(&desk, "Đã lưu: Sở Nội vụ");
}

Test(agencies, a_low_window_scrolls_the_fields)
{
	desk_resize(&desk, 40, 10);
	desk_keys(&desk, "n Sở_Mới Enter Enter Enter Enter Enter Enter");
	desk_expect(&desk, "Người đứng đầu");
	desk_expect_not(&desk, "Tên đầy đủ");
	desk_keys(&desk, "Up Up Up Up Up Up");
	desk_expect(&desk, "Tên đầy đủ       Sở Mới");
}

Test(agencies, the_name_of_a_new_one_says_what_it_is)
{
	struct agency agency = { 0 };

	desk_keys(&desk, "n UBND_huyện_Vân_Sơn Enter");
	desk_expect(&desk, "cấp huyện");
	desk_keys(&desk, "F2");
	desk_expect(&desk, "UBND huyện Vân Sơn");
	read_agency("UBND huyện Vân Sơn", &agency);
	cr_expect_eq(agency.kind, AGENCY_DISTRICT);
	agency_release(&agency);
}

Test(agencies, what_was_chosen_is_not_suggested_anew)
{
	struct agency agency = { 0 };

	desk_keys(&desk, "n Sở_Mới Enter Backspace Backspace SMO Up F2");
	read_agency("Sở Mới", &agency);
	cr_expect_str_eq(agency.code, "SMO");
	agency_release(&agency);
}

Test(agencies, what_was_typed_and_left_is_there_again)
{
	desk_keys(&desk, "/ stp Enter e End _cũ Enter Esc");
	desk_expect(&desk, "chữ đã gõ còn giữ");
	desk_keys(&desk, "Down e Esc Up e");
	desk_expect(&desk, "Sở Tư pháp cũ");
	desk_expect(&desk, "Bản đã lưu: Sở Tư pháp");
}

Test(agencies, what_is_stored_stands_below_what_was_typed)
{
	desk_keys(&desk, "/ stp Enter e Enter _2 Enter Enter TP");
	desk_expect(&desk, "Bản đã lưu: để trống");
	desk_keys(&desk, "Up Up");
	desk_expect(&desk, "Bản đã lưu: STP");
}

Test(agencies, what_was_typed_can_be_thrown_away)
{
	desk_keys(&desk, "/ stp Enter e End _cũ Esc e");
	desk_expect(&desk, "còn chữ gõ dở lần trước");
	desk_keys(&desk, "Ctrl-X");
	desk_expect_not(&desk, "Sở Tư pháp cũ");
	desk_keys(&desk, "Esc e");
	desk_expect_not(&desk, "còn chữ gõ dở lần trước");
	desk_expect_not(&desk, "Sở Tư pháp cũ");
}

Test(agencies, a_draft_that_was_saved_is_no_draft_any_more)
{
	desk_keys(&desk, "n Sở_Một Esc n F2 n");
	desk_expect_not(&desk, "Tên đầy đủ       Sở Một");
}

Test(agencies, a_refusal_keeps_the_text)
{
	desk_keys(&desk, "/ stp Enter e Ctrl-U Sở_Y_tế F2");
	desk_expect(&desk, "Đã có cơ quan «Sở Y tế»");
	desk_expect(&desk, "Tên đầy đủ     * Sở Y tế");
}

/* Somebody else gives the agency another code and name, while the form is open. */
static void change_behind_the_back(const char *code)
{
	struct workbench other;
	struct agency agency = { 0 };
	struct error err = ERROR_INIT;

	workbench_init(&other, desk.store, "hoa");
	read_agency("Sở Tư pháp", &agency);
	replace_string(&agency.code, code);
	agency_add_alias(&agency, "Tư pháp tỉnh");
	cr_assert_eq(workbench_save_agency(&other, &agency, &err), OK, "%s", error_text(&err));
	agency_release(&agency);
	workbench_release(&other);
}

Test(agencies, a_conflict_keeps_mine_and_takes_over_theirs)
{
	struct agency agency = { 0 };

	desk_keys(&desk, "/ stp Enter e Enter Ctrl-U TUP");
	change_behind_the_back("SOTP");
	desk_keys(&desk, "F2");
	desk_expect(&desk, "hoa");
	desk_expect(&desk, "Tư pháp tỉnh");
	desk_expect(&desk, "Ký hiệu        * TUP");
	desk_keys(&desk, "Up Down");
	desk_expect(&desk, "Bản đã lưu: SOTP");
	desk_keys(&desk, "F2");
	read_agency("Sở Tư pháp", &agency);
	cr_expect_str_eq(agency.code, "TUP");
	cr_expect_eq(agency.aliases.count, 1);
	agency_release(&agency);
}

Test(agencies, trouble_with_the_storage_keeps_the_text)
{
	desk_keys(&desk, "n Sở_Mới");
	desk_break_writes(&desk, STATUS_FULL, "Đĩa đầy.");
	desk_keys(&desk, "F2");
	desk_expect(&desk, "Đĩa đầy.");
	desk_break_writes(&desk, OK, NULL);
	desk_keys(&desk, "F2");
	desk_expect(&desk, "Đã lưu: Sở Mới");
}

/* --- groups ------------------------------------------------------------- */

Test(agencies, members_are_picked_from_all_agencies)
{
	cr_assert_eq(count_members("các Sở, Ban, ngành"), 6);
	desk_keys(&desk, "Home m");
	desk_expect(&desk, "Thành viên của các Sở, Ban, ngành");
	desk_expect(&desk, "▸* SNV");
	desk_expect(&desk, " * SYT");
	desk_keys(&desk, "Space Space Enter");
	desk_expect(&desk, "4 thành viên");
	cr_assert_eq(count_members("các Sở, Ban, ngành"), 4);
	desk_keys(&desk, "u");
	cr_assert_eq(count_members("các Sở, Ban, ngành"), 6);
}

Test(agencies, what_is_no_group_has_no_members)
{
	desk_keys(&desk, "Home Down m");
	desk_expect(&desk, "không phải nhóm");
}

Test(agencies, a_group_does_not_become_an_agency)
{
	desk_keys(&desk, "Home e Enter Enter Right");
	desk_expect(&desk, "< nhóm cơ quan >");
}

/* --- over time ---------------------------------------------------------- */

Test(agencies, a_renamed_body_has_the_name_of_the_plans_time_until_todays_is_asked_for)
{
	struct ordered order = { .day = { 2013, 8, 15 }, .document = "20/QĐ-UBND" };
	struct error err = ERROR_INIT;
	row_id id;

	cr_assert_eq(workbench_find_agency(&desk.wb, "STC", &id, &err), OK);
	cr_assert_eq(workbench_rename_agency(&desk.wb, id, "Sở Ngân khố", "SNK", &order, &err), OK, "%s", error_text(&err));
	desk_keys(&desk, "1 N rest");
	desk_expect(&desk, "SNK");
	desk_keys(&desk, "N rest");
	desk_expect_not(&desk, "SNK");
	desk_keys(&desk, "2 / snk Enter rest");
	desk_expect(&desk, "Trước đây: Sở Tài chính (đến 14/8/2013)");
}

/* --- over time ----------------------------------------------------------- */

static bool has_ended(const char *name)
{
	struct agency agency = { 0 };
	bool ended;

	read_agency(name, &agency);
	ended = date_is_set(agency.valid_to);
	agency_release(&agency);
	return ended;
}

Test(agencies, the_form_of_a_merger_at_80x24)
{
	desk_keys(&desk, "/ stp Enter r Down Enter SNV");
	desk_expect_golden(&desk, "reorganise-80x24");
}

Test(agencies, two_merge_from_a_day_by_a_document_and_it_can_be_undone)
{
	desk_keys(&desk, "/ stp Enter r Down Enter SNV Enter Sở_Nội_chính Enter 01/6/2013 Enter 12/NQ-HĐND Enter");
	desk_expect(&desk, "Đã ghi: Sáp nhập · Sở Tư pháp");
	cr_expect(has_ended("STP@31/5/2013"));
	cr_expect(has_ended("SNV@31/5/2013"));
	cr_expect_not(has_ended("Sở Nội chính"));
	desk_keys(&desk, "u");
	cr_expect_not(has_ended("STP"));
	cr_expect_not(has_ended("SNV"));
}

Test(agencies, one_is_renamed_and_its_name_of_before_stays_known)
{
	struct agency agency = { 0 };

	desk_keys(&desk, "/ stp Enter r Enter Ctrl-U Sở_Pháp_chế Enter Ctrl-U SPC Enter 01/6/2013 Enter 12/NQ-HĐND Enter");
	desk_expect(&desk, "Đã ghi: Đổi tên · Sở Tư pháp");
	read_agency("SPC", &agency);
	cr_expect_str_eq(agency.name, "Sở Pháp chế");
	cr_assert_eq(agency.former.count, 1);
	cr_expect_str_eq(agency.former.items[0].name, "Sở Tư pháp");
	cr_expect_eq(agency.former.items[0].until.month, 5);
	agency_release(&agency);
}

Test(agencies, what_one_that_ended_has_open_is_handed_over_by_a_form)
{
	desk_keys(&desk, "/ nội_vụ Enter r Down Down Down Down Enter 01/6/2013 Enter 12/NQ-HĐND Enter");
	desk_expect(&desk, "Đã ghi: Giải thể · Sở Nội vụ");
	cr_expect(has_ended("SNV@31/5/2013"));
	desk_keys(&desk, "r");
	desk_expect_not(&desk, "Đổi tên");
	desk_keys(&desk, "Enter STP Enter Enter");
	desk_keys(&desk, "F2");
	desk_expect(&desk, "Chuyển giao cần nơi nhận và lý do.");
	desk_keys(&desk, "Up Nhận_việc F2");
	desk_expect(&desk, "phần việc của Sở Nội vụ · u để hoàn tác");
	desk_expect(&desk, "▸ STP");
}

Test(agencies, a_reorganisation_without_its_day_or_document_keeps_what_was_typed)
{
	desk_keys(&desk, "/ stp Enter r Down Down Enter Sở_A;_Sở_B Enter hôm_nào F2");
	desk_expect(&desk, "Hãy gõ ngày có hiệu lực");
	desk_expect(&desk, "Sở A; Sở B");
	desk_keys(&desk, "Ctrl-U 01/6/2013 F2");
	desk_expect(&desk, "Hãy gõ văn bản quyết định");
	desk_keys(&desk, "Enter 12/NQ F2");
	desk_expect(&desk, "Đã ghi: Chia, tách · Sở Tư pháp");
	cr_expect_not(has_ended("Sở B"));
}

Test(agencies, a_merger_has_one_result)
{
	desk_keys(&desk, "/ stp Enter r Down Enter SNV Enter Sở_A;_Sở_B Enter 01/6/2013 Enter 12/NQ F2");
	desk_expect(&desk, "Sáp nhập chỉ thành một cơ quan");
	cr_expect_not(has_ended("STP"));
}

Test(agencies, a_group_is_not_merged)
{
	desk_keys(&desk, "Home r");
	desk_expect(&desk, "là nhóm");
}
