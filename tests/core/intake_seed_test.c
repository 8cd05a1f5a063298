/* The real plan, line by line. Skipped where the file is not present. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/core/draft_check.h"

#define DEPARTMENTS "các Sở, Ban, ngành"
#define DISTRICTS "UBND các huyện, thành phố"
#define ALL DEPARTMENTS "; " DISTRICTS

static struct draft draft;
static char *text;

static void open_seed(void)
{
	if (!seed_path())
		cr_skip_test("the real plan is not here: skipped");
	text = read_whole_file(seed_path());
	draft_of(text, &draft);
}

static void close_seed(void)
{
	draft_release(&draft);
	free(text);
}

TestSuite(seed, .init = open_seed, .fini = close_seed);

Test(seed, its_head_is_read)
{
	const struct plan *p = &draft.plan;
	char date[DATE_TEXT];
	char *number = strrchr(seed_path(), '/') + 1;

	cr_expect_str_eq(p->type, "Kế hoạch");
	cr_expect_eq(strncmp(p->number, number, 2), 0, "the file is named after the number");
	cr_expect_str_eq(p->number + 2, "/KH-UBND");
	cr_expect_eq(strncmp(p->issuer, "Ủy ban nhân dân tỉnh ", strlen("Ủy ban nhân dân tỉnh ")), 0);
	cr_expect_str_eq(p->issuer + strlen("Ủy ban nhân dân tỉnh "), p->place);
	cr_expect_str_eq(date_iso(p->date, date), "2013-07-11");
	cr_expect_eq(p->year, 2013);
	cr_expect_eq(strncmp(p->title, "Thực hiện Chỉ thị số ", strlen("Thực hiện Chỉ thị số ")), 0);
	cr_expect_str_eq(p->title + strlen(p->title) - strlen("2011-2020"), "2011-2020");
	cr_expect_str_eq(p->signer_position, "Phó Chủ tịch");
	cr_expect_str_eq(p->signer_on_behalf, "Chủ tịch");
	cr_expect_not_null(strstr(text, p->signer_name));
	cr_expect_eq(strncmp(p->signer_name, "Nguyễn ", strlen("Nguyễn ")), 0);
}

Test(seed, its_sections_stand_in_order)
{
	static const struct want_section want[] = {
		{ "I", "MỤC ĐÍCH" }, { "I.1", "Mục đích" }, { "I.2", "Yêu cầu" }, { "II", "NỘI DUNG" },
		{ "II.1", "Tổ chức phổ biến" }, { "II.2", "Tăng cường công tác lãnh đạo" },
		{ "II.3", "Tiếp tục đẩy mạnh" }, { "II.4", "Nâng cao chất lượng" }, { "II.5", "Tăng cường công tác kiểm tra" },
		{ "III", "TỔ CHỨC THỰC HIỆN" },
	};

	check_sections(&draft, want, COUNT_OF(want));
	cr_expect_str_eq(section_at_path(&draft, "I.2")->section.label, "2.");
	cr_expect_eq(section_at_path(&draft, "II.4")->section.level, 2);
	cr_expect_not_null(strstr(section_at_path(&draft, "I.1")->section.body, "+ Nghị quyết"));
	cr_expect_not_null(section_at_path(&draft, "II")->section.body);
}

Test(seed, its_ten_tasks_have_leads_helpers_and_deadlines)
{
	static const struct want_task want[] = {
		{ "II.1-1", "Xây dựng kế hoạch và tổ chức hội nghị", "Sở Nội vụ", "", "", "month 2013-08-01..2013-08-31",
		  "Trong tháng 8/2013" },
		{ "II.1-2", "Phổ biến, quán triệt", ALL, "", "", "month 2013-08-01..2013-08-31", "Trong tháng 8/2013" },
		{ "II.2-1", "Nâng cao trách nhiệm cá nhân", ALL, "", "", "ongoing ..", "Thường xuyên" },
		{ "II.3-1", "Tiếp tục quan tâm", ALL, "", "", "ongoing ..", "Thường xuyên" },
		{ "II.4-1", "Tiếp tục nâng cao chất lượng", ALL, "", "", "ongoing ..", "Thường xuyên" },
		{ "II.5-1", "Tăng cường công tác kiểm tra", ALL, "", "", "ongoing ..", "Thường xuyên" },
		{ "III-1", "Khẩn trương xây dựng kế hoạch", ALL, "", "", "none ..", "khẩn trương" },
		{ "III-2", "Xây dựng kế hoạch huy động", "Sở Tài chính", "", "", "none ..", "" },
		{ "III-3", "Theo dõi, đôn đốc, kiểm tra", "Sở Nội vụ", "Sở Tư pháp; Sở Thông tin và Truyền thông; " ALL, "",
		  "periodic ..", "định kỳ" },
		{ "III-4", "Tập trung chỉ đạo", ALL, "", "Sở Nội vụ", "periodic .. quarter", "hằng quý" },
	};

	check_tasks(&draft, want, COUNT_OF(want));
	for (size_t i = 0; i < COUNT_OF(want); i++)
		cr_expect_eq(task_at(&draft, want[i].path)->task.inherited, !strcmp(want[i].path, "II.4-1"), "%s",
			     want[i].path);
}

Test(seed, a_task_keeps_all_its_paragraphs_but_not_the_line_of_its_deadline)
{
	const struct task *two = &task_at(&draft, "II.3-1")->task;

	cr_expect_not_null(strchr(two->text, '\n'));
	cr_expect_eq(strncmp(two->text, "Các Sở, Ban, ngành, UBND", strlen("Các Sở, Ban, ngành, UBND")), 0);
	cr_expect_null(strstr(two->text, "Thời gian:"));
	cr_expect_not(strchr(two->title, '\n'));
	cr_expect_neq(two->title[strlen(two->title) - 1], '.');
}

Test(seed, its_citations_have_dates_issuers_and_relations)
{
	char *plan = references_told(&draft.references);
	char *task = references_told(&task_at(&draft, "II.3-1")->references);
	const struct reference *mended = &task_at(&draft, "II.3-1")->references.items[0];
	char date[DATE_TEXT];

	cr_expect_eq(draft.references.count, 5, "%s", plan);
	cr_expect_eq(draft.references.items[0].relation, RELATION_IMPLEMENTS);
	cr_expect_str_eq(date_iso(draft.references.items[0].date, date), "2013-05-22");
	cr_expect_str_eq(draft.references.items[0].issuer, "Thủ tướng Chính phủ");
	for (size_t i = 1; i < draft.references.count; i++)
		cr_expect_eq(draft.references.items[i].relation, RELATION_BASIS, "%s", plan);
	cr_expect_eq(task_at(&draft, "II.3-1")->references.count, 2, "%s", task);
	cr_expect(mended->corrected);
	cr_expect_str_eq(date_iso(mended->date, date), "2010-06-08");
	cr_expect_not_null(strstr(mended->raw, "08//6/2010"), "the print is kept");
	cr_expect_eq(task_at(&draft, "II.3-1")->references.items[1].relation, RELATION_AMENDS);
	free(plan);
	free(task);
}

Test(seed, the_missing_attachment_is_recorded)
{
	cr_assert_eq(draft.attachments.count, 1);
	cr_expect_not_null(strstr(draft.attachments.items[0].name, ".doc"));
	cr_expect_str_eq(draft.attachments.items[0].size, "82.5 KB");
	cr_expect_not(draft.attachments.items[0].present);
}

Test(seed, menu_and_footer_go_nowhere_with_a_reason)
{
	static const int lines[] = { 1, 2, 3, 126, 128, 130, 132, 134 };

	cr_expect_eq(draft.unused.count, COUNT_OF(lines));
	for (size_t i = 0; i < COUNT_OF(lines) && i < draft.unused.count; i++) {
		cr_expect_eq(draft.unused.items[i].line, lines[i]);
		cr_expect_str_eq(draft.unused.items[i].why, "khung trang web");
	}
}

Test(seed, what_is_uncertain_is_said)
{
	cr_expect(has_guess(&draft, 83, "lời mở đầu"));
	cr_expect(has_guess(&draft, 95, "khẩn trương"));
	cr_expect(has_guess(&draft, 77, "lỗi in") || has_guess(&draft, 75, "lỗi in"));
	cr_expect(has_guess(&draft, 124, "đính kèm"));
}

Test(seed, no_line_is_lost)
{
	check_nothing_lost(text, &draft, "the real plan");
}
