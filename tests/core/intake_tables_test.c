/* Tables that give work: in office files, and in every form in which a text has them. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/core/draft_check.h"

#define DEPARTMENTS "các Sở, Ban, ngành"
#define DISTRICTS "UBND các huyện, thành phố"

#define HEAD                                                       \
	"UBND TỈNH SƠN BÌNH\nSố: 31/KH-UBND\n"                     \
	"Sơn Bình, ngày 05 tháng 02 năm 2026\n"                    \
	"KẾ HOẠCH\nCải cách hành chính năm 2026\n\n"               \
	"I. MỤC ĐÍCH\nNâng cao chất lượng phục vụ.\n"              \
	"II. NHIỆM VỤ\nCác nhiệm vụ tại Phụ lục kèm theo.\n"       \
	"III. TỔ CHỨC THỰC HIỆN\n"                                 \
	"1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này./.\n\n" \
	"TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn A\n\n"            \
	"PHỤ LỤC\nDANH MỤC NHIỆM VỤ NĂM 2026\n(Kèm theo Kế hoạch số 31/KH-UBND)\n"

static void check_text(const char *text, const struct want_task *want, size_t count)
{
	struct draft draft = { 0 };

	draft_of(text, &draft);
	check_tasks(&draft, want, count);
	check_nothing_lost(text, &draft, "a table");
	draft_release(&draft);
}

Test(intake_tables, rows_parted_by_bars_are_tasks_under_the_appendix)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", "", NULL, NULL, NULL },
		{ "PL.I-1", "Xây dựng kế hoạch kiểm tra", "Sở Nội vụ", DEPARTMENTS, NULL,
		  "quarter 2026-01-01..2026-03-31", "Quý I/2026" },
		{ "PL.I-2", "Rà soát văn bản", "Sở Tư pháp; Sở Công Thương", DISTRICTS, NULL, NULL,
		  "Xong trước ngày 30/6/2026" },
		{ "PL.II-1", "Công khai thủ tục", "Văn phòng UBND tỉnh", "", NULL, NULL, "Thường xuyên" },
	};

	check_text(HEAD "| STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |\n"
			"|---|---|---|---|---|---|\n"
			"| (1) | (2) | (3) | (4) | (5) | (6) |\n"
			"| I | Cải cách thể chế | | | | |\n"
			"| 1 | Xây dựng kế hoạch kiểm tra | Sở Nội vụ | các Sở, Ban, ngành | Quý I/2026 | Kế hoạch |\n"
			"| 2 | Rà soát văn bản | Sở Tư pháp; Sở Công Thương | UBND các huyện, thành phố | "
			"Xong trước ngày 30/6/2026 | Báo cáo |\n"
			"| II | Cải cách thủ tục hành chính | | | | |\n"
			"| 1 | Công khai thủ tục | Văn phòng UBND tỉnh | | Thường xuyên | |\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, columns_are_known_by_their_headings_in_any_order)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Số hóa hồ sơ", "Sở Y tế", "Sở Tài chính", NULL, NULL, "Tháng 9/2026" },
	};

	check_text(HEAD "TT\tThời gian hoàn thành\tĐơn vị phối hợp thực hiện\tSở, ngành chủ trì tham mưu\tTên nhiệm vụ\tGhi chú\n"
			"1\tTháng 9/2026\tSở Tài chính\tSở Y tế\tSố hóa hồ sơ\tNguồn ngân sách\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, a_column_that_is_only_called_a_body_leads_but_a_unit_of_measure_does_not)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Trồng cây", "Sở Xây dựng", NULL, NULL, NULL, "Tháng 2" },
	};

	check_text(HEAD "TT\tNội dung\tĐơn vị tính\tĐơn vị\tThời gian\n1\tTrồng cây\tcây\tSở Xây dựng\tTháng 2\n", want,
		   COUNT_OF(want));
}

Test(intake_tables, a_cell_a_line_is_a_table_too)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL.I-1", "Xây dựng kế hoạch rà soát", "Sở Tư pháp", DEPARTMENTS, NULL, NULL, "Quý I/2026" },
		{ "PL.I-2", "Kiểm tra công vụ", "Sở Nội vụ", "", NULL, NULL, "Tháng 3/2026" },
		{ "PL.II-1", "Nâng cấp cổng dịch vụ", "Sở Khoa học và Công nghệ", "VNPT Sơn Bình", NULL, NULL, "Thường xuyên" },
	};

	check_text(HEAD "STT\nNội dung công việc\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian thực hiện\nSản phẩm\n"
			"I\nCải cách thể chế\n"
			"1\nXây dựng kế hoạch rà soát\nSở Tư pháp\nCác sở, ban, ngành\nQuý I/2026\nKế hoạch\n"
			"2\nKiểm tra công vụ\nSở Nội vụ\nTháng 3/2026\nBáo cáo của UBND tỉnh\n"
			"II\nChuyển đổi số\n"
			"1\nNâng cấp cổng dịch vụ\nSở Khoa học và Công nghệ\nVNPT Sơn Bình\nThường xuyên\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, columns_that_only_gaps_part_are_put_together)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Xây dựng kế hoạch rà soát văn bản năm 2026", "Sở Tư pháp", DEPARTMENTS, NULL, NULL, "Quý I/2026" },
		{ "PL-2", "Kiểm tra công tác cải cách hành chính", "Sở Kế hoạch và Đầu tư", "Sở Nội vụ", NULL, NULL,
		  "Trước ngày 30/11/2026" },
	};

	check_text(HEAD " TT      Nội dung công việc         Cơ quan chủ trì     Cơ quan          Thời gian     Sản phẩm\n"
			"                                                        phối hợp         hoàn thành\n"
			"  1    Xây dựng kế hoạch rà soát    Sở Tư pháp          Các sở, ban,     Quý I/2026    Kế hoạch\n"
			"       văn bản năm 2026                                 ngành\n"
			"  2    Kiểm tra công tác cải cách   Sở Kế hoạch         Sở Nội vụ        Trước ngày    Báo cáo\n"
			"       hành chính                   và Đầu tư                            30/11/2026\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, cells_wrapped_by_a_converter_are_put_together)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Xây dựng kế hoạch rà soát văn bản", "Sở Tư pháp", "", NULL, NULL, "Quý I" },
		{ "PL-2", "Kiểm tra công tác cải cách", "Sở Kế hoạch và Đầu tư", "", NULL, NULL, "Tháng 9" },
	};

	check_text(HEAD "|STT|Nội dung công     |Cơ quan chủ    |Thời gian |\n"
			"|   |việc              |trì            |          |\n"
			"|1  |Xây dựng kế hoạch |Sở Tư pháp     |Quý I     |\n"
			"|   |rà soát văn bản   |               |          |\n"
			"|2  |Kiểm tra công tác |Sở Kế hoạch và |Tháng 9   |\n"
			"|   |cải cách          |Đầu tư         |          |\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, a_table_that_gives_no_work_is_left_with_its_reason)
{
	static const struct want_task want[] = { { "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL } };
	static const char text[] = HEAD "| STT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026 |\n"
					"| 1 | Tỷ lệ hồ sơ đúng hạn | % | 95 | 98 |\n";
	struct draft draft = { 0 };

	draft_of(text, &draft);
	check_tasks(&draft, want, COUNT_OF(want));
	cr_expect_gt(draft.unused.count, 1);
	draft_release(&draft);
}

Test(intake_tables, what_the_text_lists_and_a_row_assigns_is_one_task)
{
	static const struct want_task want[] = {
		{ "II-1", "Rà soát văn bản", "Sở Tư pháp", NULL, NULL, NULL, NULL },
		{ "PL-1", "Xây dựng kế hoạch kiểm tra", "Sở Nội vụ", NULL, NULL, NULL, "Quý I/2026" },
	};

	check_text("KẾ HOẠCH\nNăm 2026\n\nI. MỤC ĐÍCH\nLàm tốt.\nII. NHIỆM VỤ\n- Xây dựng kế hoạch kiểm tra.\n"
		   "- Sở Tư pháp rà soát văn bản.\n\nPHỤ LỤC\n"
		   "| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n| 1 | Xây dựng kế hoạch kiểm tra | Sở Nội vụ | Quý I/2026 |\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, who_is_assigned_elsewhere_stays_in_words)
{
	struct draft draft = { 0 };
	const struct draft_task *task;

	draft_of(HEAD "| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n"
		      "| 1 | Xử lý hồ sơ | Theo phân công tại Quyết định số 15/QĐ-UBND | Năm 2026 |\n", &draft);
	task = task_at(&draft, "PL-1");
	cr_assert_not_null(task);
	cr_expect_eq(task->leads.count, 0);
	cr_expect_not_null(strstr(task->task.text, "Theo phân công tại Quyết định số 15/QĐ-UBND"));
	draft_release(&draft);
}

/* --- cells of office files -------------------------------------------------------- */

struct cell_text {
	int row, column, rows, columns;
	const char *text;
};

static void draft_of_cells(const struct cell_text *cells, size_t count, struct draft *out)
{
	struct manuscript manuscript = { 0 };
	struct error err = ERROR_INIT;

	manuscript_from_text("KẾ HOẠCH\nNăm 2026\n\nI. NHIỆM VỤ\n", strlen("KẾ HOẠCH\nNăm 2026\n\nI. NHIỆM VỤ\n"), &manuscript);
	for (size_t i = 0; i < count; i++) {
		struct cell_place place = { 1, cells[i].row, cells[i].column, cells[i].rows, cells[i].columns };

		manuscript_add_cell(&manuscript, 10 + cells[i].row, place, cells[i].text, strlen(cells[i].text));
	}
	cr_assert_eq(intake_read(&manuscript, out, &err), OK, "%s", error_text(&err));
	manuscript_release(&manuscript);
	error_release(&err);
}

static void check_cells(const struct cell_text *cells, size_t count, const struct want_task *want, size_t wanted)
{
	struct draft draft = { 0 };

	draft_of_cells(cells, count, &draft);
	check_tasks(&draft, want, wanted);
	draft_release(&draft);
}

Test(intake_tables, headings_may_take_two_rows)
{
	static const struct cell_text cells[] = {
		{ 0, 0, 2, 1, "TT" }, { 0, 1, 2, 1, "Nhiệm vụ, giải pháp" }, { 0, 2, 1, 2, "Cơ quan thực hiện" },
		{ 0, 4, 2, 1, "Thời gian" }, { 1, 2, 1, 1, "Chủ trì" }, { 1, 3, 1, 1, "Phối hợp" },
		{ 2, 0, 1, 1, "1" }, { 2, 1, 1, 1, "Rà soát quy trình" }, { 2, 2, 1, 1, "Sở Y tế" },
		{ 2, 3, 1, 1, "Sở Tài chính" }, { 2, 4, 1, 1, "Quý II" },
	};
	static const struct want_task want[] = {
		{ "I-1", "Rà soát quy trình", "Sở Y tế", "Sở Tài chính", NULL, NULL, "Quý II" },
	};

	check_cells(cells, COUNT_OF(cells), want, COUNT_OF(want));
}

Test(intake_tables, a_row_merged_across_heads_the_rows_below)
{
	static const struct cell_text cells[] = {
		{ 0, 0, 1, 1, "STT" }, { 0, 1, 1, 1, "Nội dung" }, { 0, 2, 1, 1, "Cơ quan chủ trì" }, { 0, 3, 1, 1, "Thời gian" },
		{ 1, 0, 1, 4, "A. Cải cách thể chế" },
		{ 2, 0, 1, 1, "1" }, { 2, 1, 1, 1, "Ban hành quy chế" }, { 2, 2, 1, 1, "Sở Tư pháp" }, { 2, 3, 1, 1, "Tháng 5" },
		{ 3, 0, 1, 4, "B. Chuyển đổi số" },
		{ 4, 0, 1, 1, "2" }, { 4, 1, 1, 1, "Số hóa hồ sơ" }, { 4, 2, 1, 1, "Sở Y tế" },
	};
	static const struct want_task want[] = {
		{ "I.A-1", "Ban hành quy chế", "Sở Tư pháp", NULL, NULL, NULL, "Tháng 5" },
		{ "I.B-1", "Số hóa hồ sơ", "Sở Y tế", NULL, NULL, NULL, NULL },
	};

	check_cells(cells, COUNT_OF(cells), want, COUNT_OF(want));
}

Test(intake_tables, a_cell_merged_down_holds_for_each_of_its_rows)
{
	static const struct cell_text cells[] = {
		{ 0, 0, 1, 1, "STT" }, { 0, 1, 1, 1, "Nội dung" }, { 0, 2, 1, 1, "Sản phẩm" }, { 0, 3, 1, 1, "Cơ quan chủ trì" },
		{ 0, 4, 1, 1, "Thời hạn" },
		/* one lead for two works */
		{ 1, 0, 1, 1, "1" }, { 1, 1, 1, 1, "Lập danh mục" }, { 1, 2, 1, 1, "Danh mục" }, { 1, 3, 2, 1, "Sở Y tế" },
		{ 1, 4, 1, 1, "Tháng 3" },
		{ 2, 0, 1, 1, "2" }, { 2, 1, 1, 1, "Tập huấn" }, { 2, 4, 1, 1, "Tháng 4" },
		/* one work with two products, each with its own body and time */
		{ 3, 0, 2, 1, "3" }, { 3, 1, 2, 1, "Chuẩn hóa dữ liệu" }, { 3, 2, 1, 1, "Báo cáo" }, { 3, 3, 1, 1, "Sở Tư pháp" },
		{ 3, 4, 1, 1, "Tháng 6" },
		{ 4, 2, 1, 1, "Quyết định" }, { 4, 3, 1, 1, "Sở Nội vụ" }, { 4, 4, 1, 1, "Tháng 9" },
		/* and one with two products and nothing else */
		{ 5, 0, 2, 1, "4" }, { 5, 1, 2, 1, "Sơ kết" }, { 5, 2, 1, 1, "Báo cáo" }, { 5, 3, 2, 1, "Sở Tài chính" },
		{ 5, 4, 2, 1, "Tháng 12" }, { 6, 2, 1, 1, "Tờ trình" },
	};
	static const struct want_task want[] = {
		{ "I-1", "Lập danh mục", "Sở Y tế", NULL, NULL, NULL, "Tháng 3" },
		{ "I-2", "Tập huấn", "Sở Y tế", NULL, NULL, NULL, "Tháng 4" },
		{ "I-3", "Chuẩn hóa dữ liệu", "Sở Tư pháp", NULL, NULL, NULL, "Tháng 6" },
		{ "I-4", "Chuẩn hóa dữ liệu", "Sở Nội vụ", NULL, NULL, NULL, "Tháng 9" },
		{ "I-5", "Sơ kết", "Sở Tài chính", NULL, NULL, NULL, "Tháng 12" },
	};
	struct draft draft = { 0 };

	draft_of_cells(cells, COUNT_OF(cells), &draft);
	check_tasks(&draft, want, COUNT_OF(want));
	cr_expect_str_eq(task_at(&draft, "I-5")->task.product, "Báo cáo; Tờ trình");
	draft_release(&draft);
}

Test(intake_tables, one_cell_for_both_roles_is_read_as_words)
{
	static const struct cell_text cells[] = {
		{ 0, 0, 1, 1, "STT" }, { 0, 1, 1, 1, "Nội dung" }, { 0, 2, 1, 1, "Chủ trì" }, { 0, 3, 1, 1, "Phối hợp" },
		{ 1, 0, 1, 1, "1" }, { 1, 1, 1, 1, "Kiểm tra công vụ" },
		{ 1, 2, 1, 2, "Sở Nội vụ chủ trì, phối hợp với Thanh tra tỉnh" },
		{ 2, 0, 1, 1, "2" }, { 2, 1, 1, 1, "Tổ chức hội nghị" }, { 2, 2, 1, 2, "Sở Y tế" },
	};
	static const struct want_task want[] = {
		{ "I-1", "Kiểm tra công vụ", "Sở Nội vụ", "Thanh tra tỉnh", NULL, NULL, NULL },
		{ "I-2", "Tổ chức hội nghị", "Sở Y tế", "", NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of_cells(cells, COUNT_OF(cells), &draft);
	check_tasks(&draft, want, COUNT_OF(want));
	draft_release(&draft);
}

Test(intake_tables, several_paragraphs_of_a_cell_are_several_bodies)
{
	static const struct cell_text cells[] = {
		{ 0, 0, 1, 1, "STT" }, { 0, 1, 1, 1, "Nội dung" }, { 0, 2, 1, 1, "Cơ quan chủ trì" },
		{ 1, 0, 1, 1, "1" }, { 1, 1, 1, 1, "Tổ chức hội nghị" }, { 1, 1, 1, 1, "- Mời báo cáo viên." },
		{ 1, 2, 1, 1, "- Sở Y tế" }, { 1, 2, 1, 1, "- Sở Tài chính" },
	};
	static const struct want_task want[] = {
		{ "I-1", "Tổ chức hội nghị", "Sở Y tế; Sở Tài chính", NULL, NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of_cells(cells, COUNT_OF(cells), &draft);
	check_tasks(&draft, want, COUNT_OF(want));
	cr_expect_str_eq(task_at(&draft, "I-1")->task.text, "Tổ chức hội nghị\n- Mời báo cáo viên.");
	draft_release(&draft);
}

Test(intake_tables, a_sheet_without_anything_else_is_an_appendix)
{
	static const struct cell_text cells[] = {
		{ 0, 0, 1, 4, "DANH MỤC NHIỆM VỤ" },
		{ 2, 0, 1, 1, "STT" }, { 2, 1, 1, 1, "Nội dung công việc" }, { 2, 2, 1, 1, "Đơn vị thực hiện" },
		{ 2, 3, 1, 1, "Thời gian" },
		{ 3, 0, 1, 1, "1" }, { 3, 1, 1, 1, "Trồng cây" }, { 3, 2, 1, 1, "UBND các xã, phường" }, { 3, 3, 1, 1, "Tháng 2" },
	};
	struct manuscript manuscript = { 0 };
	struct error err = ERROR_INIT;
	struct draft draft = { 0 };

	for (size_t i = 0; i < COUNT_OF(cells); i++) {
		struct cell_place place = { 1, cells[i].row, cells[i].column, cells[i].rows, cells[i].columns };

		manuscript_add_cell(&manuscript, cells[i].row + 1, place, cells[i].text, strlen(cells[i].text));
	}
	cr_assert_eq(intake_read(&manuscript, &draft, &err), OK, "%s", error_text(&err));
	cr_assert_not_null(task_at(&draft, "PL-1"));
	cr_expect_str_eq(task_at(&draft, "PL-1")->task.title, "Trồng cây");
	cr_expect_eq(task_at(&draft, "PL-1")->first_line, 4);
	cr_expect_str_eq(section_at_path(&draft, "PL")->section.title, "DANH MỤC NHIỆM VỤ");
	draft_release(&draft);
	manuscript_release(&manuscript);
	error_release(&err);
}

Test(intake_tables, heads_of_pages_and_footnotes_stand_beside_the_text)
{
	static const char text[] = "KẾ HOẠCH\nNăm 2026\n\nI. NHIỆM VỤ\n1. Sở Y tế lập danh sách.\n";
	struct manuscript manuscript = { 0 };
	struct error err = ERROR_INIT;
	struct draft draft = { 0 };

	manuscript_from_text(text, strlen(text), &manuscript);
	manuscript_add(&manuscript, 6, "2. Trang 1/3", strlen("2. Trang 1/3"));
	manuscript.paragraphs.items[manuscript.paragraphs.count - 1].kind = PARAGRAPH_FRAME;
	manuscript_add(&manuscript, 7, "Theo số liệu năm 2025.", strlen("Theo số liệu năm 2025."));
	manuscript.paragraphs.items[manuscript.paragraphs.count - 1].kind = PARAGRAPH_FOOTNOTE;
	cr_assert_eq(intake_read(&manuscript, &draft, &err), OK, "%s", error_text(&err));
	cr_expect_eq(draft_count_tasks(&draft), 1);
	cr_assert_eq(draft.unused.count, 2);
	cr_expect_str_eq(draft.unused.items[0].why, "đầu trang, chân trang");
	cr_expect_str_eq(draft.unused.items[1].why, "chú thích cuối trang");
	draft_release(&draft);
	manuscript_release(&manuscript);
	error_release(&err);
}

/* --- headings in two rows, rows that are no tasks ------------------------------------ */

Test(intake_tables, a_time_in_two_columns_is_one)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Số hóa hồ sơ", "Sở Y tế", "", NULL, "range 2026-03-01..2026-06-30", "từ 01/3/2026 đến 30/6/2026" },
		{ "PL-2", "Bảo trì hệ thống", "Sở Nội vụ", "", NULL, NULL, "30/9/2026" },
	};

	check_text(HEAD "| STT | Nội dung | Cơ quan chủ trì | Thời gian | |\n"
			"| | | | Bắt đầu | Hoàn thành |\n"
			"| 1 | Số hóa hồ sơ | Sở Y tế | 01/3/2026 | 30/6/2026 |\n"
			"| 2 | Bảo trì hệ thống | Sở Nội vụ | | 30/9/2026 |\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, quarters_may_be_columns_with_a_mark)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Số hóa hồ sơ", "Sở Y tế", "", NULL, "quarter 2026-01-01..2026-03-31", "Quý I" },
		{ "PL-2", "Bảo trì hệ thống", "Sở Nội vụ", "", NULL, "range 2026-07-01..2026-12-31", "Quý III, Quý IV" },
	};

	check_text(HEAD "| STT | Nội dung | Cơ quan chủ trì | Thời gian | | | |\n"
			"| | | | Quý I | Quý II | Quý III | Quý IV |\n"
			"| 1 | Số hóa hồ sơ | Sở Y tế | ● | | | |\n"
			"| 2 | Bảo trì hệ thống | Sở Nội vụ | | | ● | ● |\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, a_group_row_may_say_who_and_when_for_all_below)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL.I-1", "Rà soát hộ tịch", "Sở Tài chính", "", NULL, "date ..2026-08-30", "30/8/2026" },
		{ "PL.I-2", "Rà soát bệnh án", "Sở Y tế", "", NULL, "date ..2026-08-30", "30/8/2026" },
		{ "PL.II-1", "Bảo trì", "Sở Nội vụ", "", NULL, NULL, "Tháng 9/2026" },
	};

	check_text(HEAD "| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n"
			"| I | Làm sạch dữ liệu | Sở Tài chính | 30/8/2026 |\n"
			"| 1 | Rà soát hộ tịch | | |\n"
			"| 2 | Rà soát bệnh án | Sở Y tế | |\n"
			"| II | Hạ tầng | | |\n"
			"| 1 | Bảo trì | Sở Nội vụ | Tháng 9/2026 |\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, sums_and_signatures_are_no_tasks)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Tổng kết đề án", "Sở Y tế", "", NULL, NULL, "Tháng 9/2026" },
	};

	check_text(HEAD "| STT | Nội dung | Cơ quan chủ trì | Thời gian |\n"
			"| 1 | Tổng kết đề án | Sở Y tế | Tháng 9/2026 |\n"
			"| | Tổng cộng | | 1 |\n"
			"| | NGƯỜI LẬP BIỂU | | THỦ TRƯỞNG ĐƠN VỊ |\n"
			"| | (Ký, ghi rõ họ tên) | | (Ký tên, đóng dấu) |\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, what_goes_on_in_the_next_row_is_a_list_or_the_same_words)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Ban hành quy chế phối hợp", "Sở Y tế; Sở Xây dựng", "Sở Kế hoạch và Đầu tư", NULL, NULL,
		  "Quý II/2026; Quý III/2026" },
	};

	check_text(HEAD "| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n"
			"| 1 | Ban hành quy chế phối hợp | Sở Y tế | Sở Kế hoạch và | Quý II/2026 |\n"
			"| | | Sở Xây dựng | Đầu tư | Quý III/2026 |\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, work_with_a_time_and_nobody_is_work_a_table_of_targets_is_not)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Xây dựng quy chế", "", "", NULL, NULL, "Quý II/2026" },
	};
	static const struct want_task none[] = { { "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL } };

	check_text(HEAD "| STT | Nhiệm vụ | Thời hạn | Sản phẩm |\n| 1 | Xây dựng quy chế | Quý II/2026 | Quy chế |\n", want,
		   COUNT_OF(want));
	check_text(HEAD "| STT | Chỉ tiêu | Đơn vị tính | Năm 2026 |\n| 1 | Tỷ lệ hộ nghèo | % | 3,5 |\n", none, COUNT_OF(none));
}

/* --- cells that name bodies --------------------------------------------------------- */

Test(intake_tables, no_name_of_a_cell_is_lost)
{
	static const struct {
		const char *cell, *names;
	} rows[] = {
		{ "Thuế tỉnh; Sở Nội vụ; Sở Tài chính", "Thuế tỉnh; Sở Nội vụ; Sở Tài chính" },
		{ "Tổ công nghệ số cộng đồng; Sở Nội vụ", "Tổ công nghệ số cộng đồng; Sở Nội vụ" },
		{ "Phòng Kinh tế, Hạ tầng và Đô thị; Công an xã", "Phòng Kinh tế, Hạ tầng và Đô thị; Công an xã" },
		{ "1. Sở Nội vụ 2. Sở Tài chính", "Sở Nội vụ; Sở Tài chính" },
		{ "Sở Nội vụ + Sở Tài chính", "Sở Nội vụ; Sở Tài chính" },
		{ "Sở Nội vụ/Sở Tài chính", "Sở Nội vụ; Sở Tài chính" },
		{ "Sở Y tế;; Sở Nội vụ;", "Sở Y tế; Sở Nội vụ" },
		{ "UBND các huyện Đông Sơn, Tây Hà và thành phố Hòa An",
		  "UBND huyện Đông Sơn; UBND huyện Tây Hà; UBND thành phố Hòa An" },
		{ "Cục Chuyển đổi số và Thông tin dữ liệu TN&MT", "Cục Chuyển đổi số và Thông tin dữ liệu TN&MT" },
		{ "Công an tỉnh, VNPT Sơn Bình", "Công an tỉnh; VNPT Sơn Bình" },
		{ "VP HĐND-UBND; Công an xã", "VP HĐND-UBND; Công an xã" },
		{ "Báo và Đài Phát thanh, Truyền hình tỉnh", "Báo và Đài Phát thanh, Truyền hình tỉnh" },
		{ "Trung tâm Xúc tiến đầu tư tỉnh, Viện Nghiên cứu phát triển",
		  "Trung tâm Xúc tiến đầu tư tỉnh; Viện Nghiên cứu phát triển" },
		{ "Sở Y tế (cơ quan thường trực), các bệnh viện", "Sở Y tế; các bệnh viện" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct want_task want[] = {
			{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
			{ "PL-1", "Số hóa", "Sở Ngoại vụ", rows[i].names, NULL, NULL, NULL },
		};
		char *text = xasprintf("%s| STT | Nội dung | Chủ trì | Phối hợp |\n| 1 | Số hóa | Sở Ngoại vụ | %s |\n", HEAD,
				       rows[i].cell);

		check_text(text, want, COUNT_OF(want));
		free(text);
	}
}

Test(intake_tables, one_cell_may_say_who_leads_and_who_helps)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Số hóa", "Sở Xây dựng", "Sở Nội vụ", NULL, NULL, NULL },
	};

	check_text(HEAD "| STT | Nội dung | Cơ quan thực hiện | Thời gian |\n"
			"| 1 | Số hóa | Chủ trì: Sở Xây dựng; Phối hợp: Sở Nội vụ | Tháng 9/2026 |\n", want, COUNT_OF(want));
}

/* As pages on the net come as text: the headings between bars, a cell a line below. */
Test(intake_tables, headings_between_bars_stand_over_cells_a_line)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL.1-1", "Tổ chức hội nghị", "Sở Y tế", "Sở Tư pháp; các cơ quan, đơn vị liên quan", NULL, NULL, "Quý III/2026" },
		{ "PL.1-2", "Tuyên truyền trên báo", "Sở Y tế; Sở Ngoại vụ", DISTRICTS, NULL, "ongoing ..", "Thường xuyên" },
		{ "PL.2-1", "Xây dựng quy chế", "Sở Nội vụ", "Sở Tư pháp", NULL, NULL, "Quý II/2026" },
	};
	static const char rows[] =
		"Thời gian thực hiện\n1\nPhổ biến Kế hoạch\na)\nTổ chức hội nghị.\nSở Y tế\nSở Tư pháp; các cơ quan liên quan\n"
		"Quý III/2026\nb)\nTuyên truyền trên báo.\nSở Y tế, Sở Ngoại vụ\nUBND các huyện, thành phố\nThường xuyên\n"
		"2\nHoàn thiện thể chế\nc)\nXây dựng quy chế.\nSở Nội vụ\nSở Tư pháp\nQuý II/2026\n";
	char *text = xasprintf("%s| TT | Nội dung hoạt động | Cơ quan chủ trì | Cơ quan phối hợp |\n| --- | --- | --- | --- |\n%s", HEAD, rows);

	check_text(text, want, COUNT_OF(want));
	free(text);
}

Test(intake_tables, a_row_with_a_day_and_nobody_heads_those_that_have_bodies)
{
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL.1-1", "Soạn thảo công văn", "Phòng CNTT", NULL, NULL, NULL, "Tháng 5/2026" },
		{ "PL.2-1", "Ký hợp đồng", "Văn phòng Sở", NULL, NULL, NULL, "Tháng 6/2026" },
	};

	check_text(HEAD "| Mã WBS | Tên công việc | Đơn vị chủ trì | Thời hạn |\n"
			"| WP1 | THỦ TỤC PHÁP LÝ | | Quý II/2026 |\n| 1.1 | Soạn thảo công văn | Phòng CNTT | Tháng 5/2026 |\n"
			"| 2 | Khảo sát | | Quý II/2026 |\n| 2.1 | Ký hợp đồng | Văn phòng Sở | Tháng 6/2026 |\n",
		   want, COUNT_OF(want));
}

Test(intake_tables, headings_come_in_the_words_of_an_office)
{
	static const char *const heads[] = {
		"TT | Nhóm / Nhiệm vụ | Cá nhân phụ trách | Thời hạn", "Mã | Việc | Người soạn | Mốc",
		"STT | Giai đoạn | Chủ trì | Mốc hoàn thành", "Mã việc | Đầu việc | Phòng / người soạn | Deadline",
	};
	static const struct want_task want[] = {
		{ "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL },
		{ "PL-1", "Số hóa hồ sơ", "Phòng Tổ chức", "", NULL, NULL, "Tháng 9/2026" },
	};

	for (size_t i = 0; i < COUNT_OF(heads); i++) {
		char *text = xasprintf("%s| %s |\n| 1 | Số hóa hồ sơ | Phòng Tổ chức | Tháng 9/2026 |\n", HEAD, heads[i]);

		check_text(text, want, COUNT_OF(want));
		free(text);
	}
}

Test(intake_tables, meetings_and_procedures_are_no_work)
{
	static const struct want_task want[] = { { "III-1", "Theo dõi", "Sở Nội vụ", NULL, NULL, NULL, NULL } };

	check_text(HEAD "| Ngày | Thời gian | Nội dung | Chủ trì | Địa điểm | Thành phần |\n"
			"| 11/11/2026 | 10h00 | Giao ban | Sở Nội vụ | Tầng 2 | Các phòng |\n", want, COUNT_OF(want));
	check_text(HEAD "| STT | Tên thủ tục | Lĩnh vực | Cơ quan thực hiện | Quyết định công bố |\n"
			"| 1 | Cấp phép hoạt động | Điện lực | Sở Công Thương | 3968/QĐ-UBND |\n", want, COUNT_OF(want));
}

/* A sheet: no letterhead, the title above the headings. */
Test(intake_tables, a_title_ends_where_its_table_begins)
{
	struct draft draft = { 0 };

	draft_of("KẾ HOẠCH CÔNG TÁC NĂM 2024\nSTT\tNội dung\tChủ trì\tHạn\n1\tXây dựng cổng dữ liệu\tSở Nội vụ\t30/6/2024\n", &draft);
	cr_expect_str_eq(draft.plan.title, "CÔNG TÁC NĂM 2024");
	cr_expect_str_eq(task_at(&draft, "PL-1")->task.title, "Xây dựng cổng dữ liệu");
	draft_release(&draft);
}
