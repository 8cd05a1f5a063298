/* Whole jobs with keys only: what is stored afterwards, and what is said. */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(work, .init = sit_down, .fini = get_up);

/* The task at PATH; released by the next call. */
static struct task *task_at(const char *path)
{
	static struct task task;
	struct error err = ERROR_INIT;
	row_id id;

	task_release(&task);
	cr_assert_eq(workbench_find_task(&desk.wb, desk.plan, path, &id, &err), OK, "%s", error_text(&err));
	cr_assert_eq(desk.store->task_get(desk.store, id, &task, &err), OK, "%s", error_text(&err));
	return &task;
}

/* "SNV, STP": who has ROLE on the task, by code or name. Caller frees. */
static char *bodies(const char *path, enum role role)
{
	struct assignment_list list = { 0 };
	struct strbuf out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	cr_assert_eq(desk.store->assignments(desk.store, task_at(path)->id, &list, &err), OK);
	for (size_t i = 0; i < list.count; i++) {
		if (list.items[i].role == role)
			strbuf_addf(&out, "%s%s", out.length ? ", " : "",
				    list.items[i].code ? list.items[i].code : list.items[i].name);
	}
	assignment_list_release(&list);
	return strbuf_detach(&out);
}

static void expect_bodies(const char *path, enum role role, const char *wanted)
{
	char *got = bodies(path, role);

	cr_expect_str_eq(got, wanted, "%s has %s instead of %s", path, got, wanted);
	free(got);
}

/* The rows of the sample: I, I.1, I.1-1, I.1-2, I.2, I.2-1, I.2-2, II, ... */
#define TO_I_1_1 "Down Down "
#define TO_I_1_2 TO_I_1_1 "Down "
#define TO_I_2_1 TO_I_1_2 "Down Down "

Test(work, space_marks_and_takes_back_and_u_undoes)
{
	desk_keys(&desk, TO_I_2_1 "Space");
	cr_assert_eq(task_at("I.2-1")->status, TASK_DONE);
	desk_expect(&desk, "Đã đánh dấu xong: I.2-1 · u để hoàn tác");
	desk_expect(&desk, "▸✓   -1");
	desk_keys(&desk, "u");
	cr_assert_eq(task_at("I.2-1")->status, TASK_OPEN);
	desk_expect(&desk, "Đã hoàn tác");
	desk_keys(&desk, "Ctrl-R");
	cr_assert_eq(task_at("I.2-1")->status, TASK_DONE);
	desk_keys(&desk, "Space");
	cr_assert_eq(task_at("I.2-1")->status, TASK_OPEN);
}

Test(work, a_shared_task_is_marked_body_by_body)
{
	desk_keys(&desk, TO_I_1_2 "Space");
	desk_expect(&desk, "2/6 cơ quan xong");
	desk_keys(&desk, "Home Space");
	cr_assert_eq(task_at("I.1-2")->obligations_done, 3);
	desk_expect(&desk, "3/6 cơ quan xong");
	desk_keys(&desk, "*");
	cr_assert_eq(task_at("I.1-2")->status, TASK_DONE);
	desk_keys(&desk, "u Esc");
	cr_assert_eq(task_at("I.1-2")->obligations_done, 3);
	desk_expect(&desk, "3/6");
}

Test(work, a_lead_is_found_by_typing_without_accents)
{
	desk_keys(&desk, TO_I_2_1 "Down a tu_phap Enter");
	expect_bodies("I.2-2", ROLE_LEAD, "STP");
	desk_expect(&desk, "Đã giao chủ trì: I.2-2");
}

Test(work, several_are_picked_with_space_and_insert)
{
	desk_keys(&desk, TO_I_2_1 "c syt Insert sxd Insert Enter");
	expect_bodies("I.2-1", ROLE_COORDINATING, "SXD, SYT");
	desk_keys(&desk, "c Space Enter");
	expect_bodies("I.2-1", ROLE_COORDINATING, "SYT");
}

Test(work, a_body_that_is_not_there_is_added_from_the_picker)
{
	desk_keys(&desk, TO_I_2_1 "a Sở_Giao_thông_vận_tải");
	desk_expect(&desk, "thêm mới «Sở Giao thông vận tải» …");
	desk_keys(&desk, "Enter");
	expect_bodies("I.2-1", ROLE_LEAD, "STC, SGTVT");
}

Test(work, a_deadline_is_understood_while_it_is_typed)
{
	desk_keys(&desk, TO_I_2_1 "d trong_tháng_9");
	desk_expect(&desk, "30/9/2013");
	desk_keys(&desk, "Enter");
	cr_assert_str_eq(task_at("I.2-1")->deadline.raw, "trong tháng 9");
	cr_assert_eq(date_compare(task_at("I.2-1")->deadline.due, date_make(2013, 9, 30)), 0);
	desk_expect(&desk, "30/9/13");
}

Test(work, the_input_method_of_the_clerk_may_stay_on)
{
	/* `a` opens the picker; `s` comes as a backspace and á, made of the command's own letter */
	desk_keys(&desk, TO_I_2_1 "a \bá");
	desk_keys(&desk, "tp Enter");
	expect_bodies("I.2-1", ROLE_LEAD, "STC, STP");
	/* `d` twice: the second comes as đ */
	desk_keys(&desk, "d \bđ");
	desk_expect(&desk, "Thời hạn: d");
}

/* What may be the input method's is a person's when nothing, or something else, follows. */
Test(work, a_backspace_right_behind_a_command_letter_erases)
{
	desk_keys(&desk, TO_I_2_1 "d");
	desk_expect(&desk, "Thời hạn: chậm nhất 25/8/2013");
	desk_keys(&desk, "Backspace rest");
	desk_expect_not(&desk, "Thời hạn: chậm");
	desk_keys(&desk, "Esc d End Ctrl-U 30/9 Enter d Backspace Backspace");
	desk_expect_not(&desk, "Thời hạn: 30/9");
	desk_keys(&desk, "Esc d Backspace q");
	desk_expect(&desk, "Thời hạn: q");
}

Test(work, text_left_with_esc_is_there_when_the_field_opens_again)
{
	desk_keys(&desk, TO_I_2_1 "d ngày_mai Esc");
	desk_expect(&desk, "chữ đã gõ còn giữ");
	desk_keys(&desk, "d");
	desk_expect(&desk, "Thời hạn: ngày mai");
	desk_keys(&desk, "Ctrl-U 30/9 Enter");
	cr_assert_str_eq(task_at("I.2-1")->deadline.raw, "30/9");
	desk_keys(&desk, "d");
	desk_expect(&desk, "Thời hạn: 30/9");
	desk_expect_not(&desk, "ngày mai");
}

Test(work, text_left_with_esc_is_there_in_the_next_session)
{
	desk_keys(&desk, TO_I_2_1 "d ngày_mai Esc");
	desk_come_back(&desk);
	desk_expect(&desk, "Lần trước còn 1 chỗ gõ dở, như «ngày mai»");
	desk_keys(&desk, TO_I_2_1 "d");
	desk_expect(&desk, "Thời hạn: ngày mai");
	desk_keys(&desk, "Ctrl-U 30/9 Enter");
	desk_come_back(&desk);
	desk_expect_not(&desk, "gõ dở");
}

Test(work, text_that_was_being_typed_when_the_line_dropped_is_there_in_the_next_session)
{
	desk_keys(&desk, TO_I_2_1 "n Họp_rà_soát_@SN");
	desk_come_back(&desk);
	desk_expect(&desk, "như «Họp rà soát @SN»");
	desk_keys(&desk, TO_I_2_1 "n");
	desk_expect(&desk, "Nhiệm vụ mới: Họp rà soát @SN");
	desk_come_back(&desk);
	desk_come_back(&desk);
	desk_expect(&desk, "như «Họp rà soát @SN»");
}

Test(work, fields_of_a_form_are_there_in_the_next_session)
{
	desk_keys(&desk, "2 / stp Enter e End _Hà_Bắc Enter 2");
	desk_come_back(&desk);
	desk_expect(&desk, "Lần trước còn 2 chỗ gõ dở");
	desk_keys(&desk, "2 / stp Enter e");
	desk_expect(&desk, "Sở Tư pháp Hà Bắc");
	desk_expect(&desk, "STP2");
}

Test(work, a_write_that_fails_says_why_and_keeps_the_text)
{
	desk_break_writes(&desk, STATUS_BUSY, "Cơ sở dữ liệu đang bận; hãy thử lại sau ít phút.");
	desk_keys(&desk, TO_I_2_1 "d tháng_10 Enter");
	desk_expect(&desk, "Cơ sở dữ liệu đang bận");
	desk_expect(&desk, "Thời hạn: tháng 10");
	desk_break_writes(&desk, OK, "");
	desk_keys(&desk, "Enter");
	cr_assert_str_eq(task_at("I.2-1")->deadline.raw, "tháng 10");
}

Test(work, a_new_task_gets_the_cursor)
{
	desk_keys(&desk, TO_I_2_1 "n Ký_hợp_đồng_số_hóa Enter");
	cr_assert_str_eq(task_at("I.2-3")->title, "Ký hợp đồng số hóa");
	desk_expect(&desk, "▸·   -3");
	desk_expect(&desk, "Đã thêm: I.2-3");
	desk_keys(&desk, "u");
	desk_expect_not(&desk, "Ký hợp đồng số hóa    ");
}

Test(work, a_title_and_a_product_are_edited)
{
	desk_keys(&desk, TO_I_2_1 "e Enter _(đợt_1) Enter");
	cr_assert_str_eq(task_at("I.2-1")->title,
			 "Thẩm định dự toán mua sắm máy quét và thiết bị lưu trữ (đợt 1)");
	desk_keys(&desk, "e san_pham Enter Tờ_trình Enter");
	cr_assert_str_eq(task_at("I.2-1")->product, "Tờ trình");
}

Test(work, somebody_elses_change_is_not_overwritten)
{
	struct field_value theirs = { FIELD_TITLE, "Tên của người khác" };
	struct error err = ERROR_INIT;

	desk_keys(&desk, TO_I_2_1 "e Enter _của_tôi");
	cr_assert_eq(workbench_edit_fields(&desk.wb, task_at("I.2-1")->id, task_at("I.2-1")->version,
					   &theirs, 1, &err), OK);
	desk_keys(&desk, "Enter");
	cr_assert_str_eq(task_at("I.2-1")->title, "Tên của người khác");
	desk_expect(&desk, "của tôi");
}

Test(work, picked_tasks_are_done_in_one_step)
{
	desk_keys(&desk, TO_I_2_1 "v v");
	desk_expect(&desk, "đã chọn 2");
	desk_keys(&desk, "Space");
	cr_assert_eq(task_at("I.2-1")->status, TASK_DONE);
	cr_assert_eq(task_at("I.2-2")->status, TASK_DONE);
	desk_expect(&desk, "Đã đánh dấu xong: 2 nhiệm vụ");
	desk_expect_not(&desk, "đã chọn");
	desk_keys(&desk, "u");
	cr_assert_eq(task_at("I.2-1")->status, TASK_OPEN);
	cr_assert_eq(task_at("I.2-2")->status, TASK_OPEN);
}

Test(work, a_result_is_recorded_with_the_mark)
{
	desk_keys(&desk, TO_I_2_1 "r Quyết_định_7/QĐ-STC Enter");
	cr_assert_eq(task_at("I.2-1")->status, TASK_DONE);
	desk_expect(&desk, "xong 20/8/2013: Quyết định 7/QĐ-STC");
}

Test(work, a_task_that_nobody_leads_has_a_result_too)
{
	desk_keys(&desk, TO_I_2_1 "Down r Hợp_đồng_3 Enter");
	cr_assert_eq(task_at("I.2-2")->status, TASK_DONE);
	desk_expect(&desk, "Xong 20/8/2013: Hợp đồng 3");
	desk_keys(&desk, "Space");
	cr_assert_eq(task_at("I.2-2")->status, TASK_OPEN);
}

Test(work, status_and_note)
{
	desk_keys(&desk, TO_I_2_1 "s Down Down Enter");
	cr_assert_eq(task_at("I.2-1")->status, TASK_SUSPENDED);
	desk_expect(&desk, "tạm hoãn");
	desk_keys(&desk, "g Chờ_ý_kiến_Sở_Tài_chính Enter");
	desk_expect(&desk, "Chờ ý kiến Sở Tài chính");
}

Test(work, search_leads_to_the_task_even_in_a_folded_section)
{
	desk_keys(&desk, "End Home Left");
	desk_expect_not(&desk, "Kiểm kê kho");
	desk_keys(&desk, "/ kiem_ke");
	desk_expect(&desk, "I.1-1");
	desk_keys(&desk, "Enter rest");
	desk_expect(&desk, "▸✓   -1");
	desk_expect(&desk, "Báo cáo 41/BC-SNV");
}

Test(work, a_filter_narrows_and_esc_comes_back_to_the_same_task)
{
	desk_keys(&desk, "f cq:STC Enter");
	desk_expect(&desk, "Lọc «cq:STC»");
	desk_expect(&desk, "I.2-1");
	desk_expect_not(&desk, "Tập huấn");
	desk_keys(&desk, "Down Esc rest");
	desk_expect(&desk, "Tập huấn");
	desk_expect_not(&desk, "Lọc «");
}

Test(work, a_wrong_filter_says_what_may_stand_there)
{
	desk_keys(&desk, "f tt:khongco Enter");
	desk_expect(&desk, "Lọc: tt:khongco");
	desk_keys(&desk, "Esc");
	desk_expect(&desk, "Kiểm kê kho");
}

Test(work, sections_fold_and_unfold_with_the_arrows)
{
	desk_keys(&desk, TO_I_1_2 "Left");		/* to the section of the task */
	desk_expect(&desk, "▸▾  1");
	desk_keys(&desk, "Left");
	desk_expect(&desk, "▸▸  1");
	desk_expect_not(&desk, "Kiểm kê kho");
	desk_keys(&desk, "Left");			/* to the section above */
	desk_expect(&desk, "▸▾ I");
	desk_keys(&desk, "Left");
	desk_expect_not(&desk, "Kinh phí");
	desk_keys(&desk, "Right");
	desk_expect(&desk, "Kinh phí");
	desk_expect_not(&desk, "Kiểm kê kho");		/* what was folded inside stays so */
}

Test(work, forty_columns_are_enough_to_tell_who_has_not_done_it)
{
	desk_resize(&desk, 40, 12);
	desk_keys(&desk, TO_I_1_2 "Enter");
	desk_expect(&desk, "Sở Nội vụ");
	desk_expect(&desk, "quá hạn 37 ngày");
	desk_keys(&desk, "Esc h");
	desk_expect(&desk, "Đánh dấu xong");
}

Test(work, the_palette_runs_what_it_finds)
{
	desk_keys(&desk, TO_I_2_1 "Ctrl-P thoi_han Enter");
	desk_expect(&desk, "Thời hạn: ");
	desk_keys(&desk, "Ctrl-U Enter");
	cr_assert_null(task_at("I.2-1")->deadline.raw);
}

Test(work, a_key_without_meaning_says_so)
{
	desk_keys(&desk, "z");
	desk_expect(&desk, "Phím z không dùng");
	desk_keys(&desk, "Space");
	desk_expect(&desk, "Hãy đưa con trỏ tới một nhiệm vụ trước.");
}

Test(work, f10_leaves_and_esc_does_not)
{
	desk_keys(&desk, "Esc q");
	cr_assert_not(desk.app.leaving);
	desk_keys(&desk, "F10");
	cr_assert(desk.app.leaving);
}

Test(work, a_paste_never_acts)
{
	struct key paste = { K_PASTE, "q u Space" };

	app_key(&desk.app, &paste);
	cr_assert_not(desk.app.leaving);
	desk_keys(&desk, TO_I_2_1 "d");
	app_key(&desk.app, &paste);
	app_draw(&desk.app, &desk.surface);
	desk_expect(&desk, "Thời hạn: q u Space");
}

Test(no_plan, says_what_to_do)
{
	struct desk empty;

	desk_open_empty(&empty, 80, 24);
	desk_expect(&empty, "nhấn i để nhập một tệp");
	desk_keys(&empty, "Enter Down a ? Esc F10");
	cr_assert(empty.app.leaving);
	desk_close(&empty);
}

#define TO_OBLIGATION TO_I_1_2 "Space "

/* What is stored of the share of the body at INDEX, as the list of shares has it. */
static void obligation_at(const char *path, size_t index, struct obligation *out)
{
	struct obligation_list list = { 0 };
	struct error err = ERROR_INIT;

	obligation_release(out);
	cr_assert_eq(desk.store->obligations(desk.store, task_at(path)->id, &list, &err), OK);
	cr_assert_lt(index, list.count);
	*out = list.items[index];
	list.items[index] = (struct obligation){ 0 };
	obligation_list_release(&list);
}

Test(work, more_time_is_given_in_a_form_and_shown_beside_the_first_day)
{
	struct obligation share = { 0 };

	desk_keys(&desk, TO_I_2_1 "t");
	desk_expect(&desk, "Gia hạn I.2-1");
	desk_keys(&desk, "30/9/2013 Enter F2");
	desk_expect(&desk, "Gia hạn cần có lý do");
	desk_keys(&desk, "chờ_thẩm_định Enter 45/UBND-TH Enter");
	desk_expect(&desk, "Đã gia hạn: I.2-1 · u để hoàn tác");
	desk_expect(&desk, "STC        30/9/13");
	desk_expect(&desk, "Gia hạn: đến ngày 30/9/2013, theo 45/UBND-TH");
	obligation_at("I.2-1", 0, &share);
	cr_assert_eq(date_compare(share.due, date_make(2013, 9, 30)), 0);
	cr_assert_eq(date_compare(share.original, date_make(2013, 8, 25)), 0);
	desk_keys(&desk, "u");
	desk_expect(&desk, "STC        25/8/13");
	desk_keys(&desk, "t F2");
	desk_expect(&desk, "Không có lần gia hạn nào để rút");
	obligation_release(&share);
}

Test(work, a_form_that_was_left_has_what_was_typed)
{
	desk_keys(&desk, TO_I_2_1 "t 30/9/2013 Enter chờ_thẩm_định Esc t");
	desk_expect(&desk, "30/9/2013");
	desk_expect(&desk, "chờ thẩm định");
}

Test(work, why_one_body_is_late_is_recorded_of_that_body)
{
	struct obligation share = { 0 };

	desk_keys(&desk, TO_OBLIGATION "Home y thiếu_người Enter");
	desk_expect(&desk, "Đã ghi nguyên nhân chậm: I.1-2");
	desk_expect(&desk, "quá hạn 37 ngày: thiếu");
	obligation_at("I.1-2", 0, &share);
	cr_assert_str_eq(share.cause, "thiếu người");
	cr_assert_str_eq(share.recorded_by, "lan");
	obligation_at("I.1-2", 1, &share);
	cr_assert_null(share.cause);
	desk_keys(&desk, "y");
	desk_expect(&desk, "Vì sao chậm: thiếu người");
	desk_keys(&desk, "Esc r Báo_cáo_12/BC-SYT_ngày_5/9/2013 Enter");
	obligation_at("I.1-2", 0, &share);
	cr_assert_eq(share.state, OBLIGATION_DONE);
	cr_assert_str_eq(share.evidence_number, "12/BC-SYT");
	cr_assert_str_eq(share.cause, "thiếu người");
	obligation_release(&share);
}

Test(work, a_share_is_done_by_a_plan_of_the_body_itself)
{
	struct plan plan = {
		.type = xstrdup("Kế hoạch"), .number = xstrdup("7/KH-SNV"), .title = xstrdup("Lập danh mục hồ sơ"),
		.date = { 2013, 8, 2 }, .year = 2013,
	};
	struct change_intent intent = { .who = "lan", .action = "import", .bulk = true };
	struct obligation share = { 0 };
	struct error err = ERROR_INIT;

	desk_keys(&desk, TO_OBLIGATION "Home b");
	desk_expect(&desk, "Chưa có kế hoạch nào khác");
	cr_assert_eq(desk.store->begin(desk.store, &intent, &err), OK);
	cr_assert_eq(desk.store->plan_insert(desk.store, &plan, &err), OK);
	cr_assert_eq(desk.store->commit(desk.store, "Nhập", &err), OK);
	plan_release(&plan);
	desk_keys(&desk, "b danh_muc Enter");
	desk_expect(&desk, "Xong bằng 7/KH-SNV");
	obligation_at("I.1-2", 0, &share);
	cr_assert_eq(share.state, OBLIGATION_DONE);
	cr_assert_eq(date_compare(share.done_on, date_make(2013, 8, 2)), 0);
	cr_assert_str_eq(share.evidence_number, "7/KH-SNV");
	obligation_release(&share);
	desk_keys(&desk, "Esc Tab");
	desk_expect(&desk, "1 kế hoạch con: 0/0 nhiệm vụ xong");
}

Test(work, a_proposal_is_recorded_and_then_decided)
{
	desk_keys(&desk, TO_I_2_1 "X");
	desk_expect(&desk, "chưa có đề xuất điều chỉnh nào");
	desk_keys(&desk, "x lùi_sang_quý_IV Enter");
	desk_expect(&desk, "Đã ghi đề xuất: I.2-1");
	desk_expect(&desk, "Đề xuất: lùi sang quý IV");
	desk_keys(&desk, "X chap Enter 78/UBND Enter");
	desk_expect(&desk, "Đề xuất: chấp thuận · u để hoàn tác");
	desk_expect(&desk, "chấp thuận theo 78/UBND");
	desk_keys(&desk, "x bỏ_hẳn Enter X bo_han Enter Down Enter Enter");
	desk_expect(&desk, "Đề xuất: chờ quyết định");
	desk_keys(&desk, "u u u");
	desk_expect(&desk, "Đề xuất: lùi sang quý IV");
	desk_expect_not(&desk, "theo 78/UBND");
}

Test(work, tags_are_given_by_typing_them)
{
	desk_keys(&desk, TO_I_2_1 "b cần_họp");
	desk_expect(&desk, "thêm mới «cần họp» …");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Đã gắn nhãn: I.2-1");
	desk_keys(&desk, "Down b hop Enter");
	desk_expect(&desk, "Đã gắn nhãn: I.2-2");
	desk_keys(&desk, "f nhan:hop Enter");
	desk_expect(&desk, "Thẩm định dự toán");
	desk_expect_not(&desk, "Tập huấn nghiệp vụ");
	desk_keys(&desk, "u");
	desk_expect_not(&desk, "Chọn đơn vị");
}

/* --- a task in one line --------------------------------------------------- */

Test(work, a_line_tells_what_was_understood_of_it_while_it_is_typed)
{
	desk_keys(&desk, TO_I_2_1 "n");
	desk_expect(&desk, "+ phối hợp  ! hạn");
	desk_keys(&desk, "Họp_rà_soát_@SNV_+STP_!30/9/2013");
	desk_expect(&desk, "I.2 · chủ trì: Sở Nội vụ · phối hợp: Sở Tư pháp · hết hạn 30/9/2013");
	desk_keys(&desk, "_@khong_ro_ai");
	desk_expect(&desk, "khong ro ai");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Họp rà soát @SNV");
}

Test(work, tab_completes_the_part_that_is_typed_and_can_be_taken_back)
{
	desk_keys(&desk, TO_I_2_1 "n Họp_@so_tu");
	desk_expect(&desk, "Tab điền: Sở Tư pháp");
	desk_keys(&desk, "Tab");
	desk_expect(&desk, "Họp @STP");
	desk_keys(&desk, "Ctrl-Z");
	desk_expect(&desk, "Họp @so tu");
	desk_keys(&desk, "Tab +noi_v Tab Enter");
	desk_expect(&desk, "Đã thêm: I.2-");
	desk_keys(&desk, "rest");
	desk_expect(&desk, "Chủ trì: Sở Tư pháp");
	desk_expect(&desk, "Sở Nội vụ");
}

Test(work, a_line_may_name_another_section)
{
	desk_keys(&desk, TO_I_2_1 "n Họp_>I.1 Enter");
	desk_expect(&desk, "Đã thêm: I.1-");
}

/* --- filters with a name ---------------------------------------------------- */

Test(work, a_common_filter_is_chosen_by_its_name)
{
	desk_keys(&desk, "F qua_han Enter");
	desk_expect(&desk, "Lọc «standing:overdue»");
	desk_expect(&desk, "Gửi danh mục hồ sơ");
	desk_expect_not(&desk, "Thẩm định dự toán");
}

Test(work, the_filter_in_use_gets_a_name_and_is_there_in_the_next_session)
{
	desk_keys(&desk, "f cq:STC Enter F Việc_tài_chính Enter Enter");
	desk_expect(&desk, "Lọc «cq:STC»");
	desk_come_back(&desk);
	desk_keys(&desk, "F tai_chinh");
	desk_expect(&desk, "cq:STC");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "Lọc «cq:STC»");
	desk_keys(&desk, "F bo_mot Enter tai_chinh Enter");
	desk_expect(&desk, "Đã bỏ bộ lọc «Việc tài chính».");
	desk_keys(&desk, "F");
	desk_expect_not(&desk, "Việc tài chính");
	desk_expect_not(&desk, "Bỏ một bộ lọc");
}

Test(work, without_a_filter_there_is_none_to_save)
{
	desk_keys(&desk, "F Xyz Enter");
	desk_expect(&desk, "Chưa lọc gì nên không có gì để lưu");
}

/* --- what was accepted before ------------------------------------------------- */

Test(work, up_brings_back_what_was_accepted_in_fields_of_that_kind)
{
	desk_keys(&desk, TO_I_2_1 "d Ctrl-U 30/9 Enter Down d Ctrl-U quý_4 Enter");
	desk_keys(&desk, "d Ctrl-U th Up");
	desk_expect(&desk, "Thời hạn: quý 4");
	desk_keys(&desk, "Up");
	desk_expect(&desk, "Thời hạn: 30/9");
	desk_keys(&desk, "Up Down Down");
	desk_expect(&desk, "Thời hạn: th");
	desk_keys(&desk, "Up Up Enter");
	cr_assert_str_eq(task_at("I.2-2")->deadline.raw, "30/9");
	desk_keys(&desk, "f Up");
	desk_expect(&desk, "Lọc:");
	desk_expect_not(&desk, "Lọc: 30/9");
}

Test(work, a_column_is_filled_down_from_task_to_task)
{
	desk_keys(&desk, "Down Down D thoi_han Enter");
	desk_expect(&desk, "Thời hạn: Trong tháng 5/2013");
	desk_keys(&desk, "Enter 30/11/2013 Enter");
	desk_expect(&desk, "Thời hạn:");
	desk_keys(&desk, "Up Enter");
	desk_keys(&desk, "Esc");
	desk_expect_not(&desk, "Thời hạn:");
	desk_expect(&desk, "Kiểm kê kho lưu trữ và lập danh m… SNV        31/5/13");
	desk_expect(&desk, "6 cq       30/11/13");
	desk_expect(&desk, "STC        30/11/13");
	desk_keys(&desk, "u");
	desk_expect(&desk, "STC        25/8/13");
	desk_expect(&desk, "6 cq       30/11/13");
	desk_keys(&desk, "u");
	desk_expect(&desk, "6 cq       14/7/13");
}

Test(work, a_column_ends_with_the_list)
{
	desk_keys(&desk, "End D san_pham Enter báo_cáo Enter");
	desk_expect(&desk, "Đã tới nhiệm vụ cuối");
	desk_keys(&desk, "P Enter");
	desk_expect_not(&desk, "Đã tới nhiệm vụ cuối");
}

Test(work, a_run_of_leads_is_left_with_escape)
{
	desk_keys(&desk, "Down Down D chu_tri Enter thong_tin Enter");
	desk_expect(&desk, "▸!   -2");
	desk_expect(&desk, "Chủ trì:");
	desk_keys(&desk, "Esc d Ctrl-U 1/12/2013 Enter");
	desk_expect(&desk, "1/12/13");
	desk_expect_not(&desk, "Enter nhận");
}
