#include <criterion/criterion.h>
#include <string.h>

#include "tests/core/draft_check.h"

#define DEPARTMENTS "các Sở, Ban, ngành"
#define DISTRICTS "UBND các huyện, thành phố"
#define ALL DEPARTMENTS "; " DISTRICTS
#define FARMING "Sở Nông nghiệp và Phát triển nông thôn"
#define SAMPLE SOURCE_ROOT "/data/samples/ke-hoach-mau.txt"

Test(sample, is_read_whole)
{
	static const struct want_section sections[] = {
		{ "I", "MỤC ĐÍCH" }, { "I.1", "Mục đích" }, { "I.2", "Yêu cầu" }, { "II", "NỘI DUNG" },
		{ "II.1", "Rà soát" }, { "II.2", "Xây mới" }, { "II.3", "Kiểm soát" }, { "II.4", "Đổi mới" },
		{ "II.5", "Kiểm tra" }, { "III", "TỔ CHỨC" },
	};
	static const struct want_task tasks[] = {
		{ "II.1-1", "Lập bản đồ nguồn nước", FARMING, "", "", "month 2014-04-01..2014-04-30", "Trong tháng 4/2014" },
		{ "II.1-2", "Kiểm kê công trình", ALL, "", "", "date ..2014-05-14", "Xong trước ngày 15/5/2014" },
		{ "II.2-1", "Chọn nơi xây công trình", DISTRICTS, "", "", "range 2014-04-01..2014-12-31", "Quý II-IV/2014" },
		{ "II.3-1", "Giữ sạch nguồn nước", ALL, "", "", "ongoing ..", "Thường xuyên" },
		{ "II.4-1", "Đưa tin, bài", ALL, "", "", "ongoing ..", "Thường xuyên" },
		{ "II.5-1", "Lấy mẫu nước", "Sở Y tế", "Sở Tài nguyên và Môi trường", "", "periodic .. half",
		  "Định kỳ 6 tháng một lần" },
		{ "III-1", "Khẩn trương giao việc", ALL, "", "", "none ..", "khẩn trương" },
		{ "III-2", "Cân đối nguồn vốn", "Sở Tài chính", "", "", "none ..", "" },
		{ "III-3", "Theo dõi, giúp đỡ", FARMING, "Sở Y tế; Sở Tài nguyên và Môi trường; " ALL, "", "periodic ..",
		  "định kỳ" },
		{ "III-4", "Báo cáo Chủ tịch", ALL, "", FARMING, "periodic .. quarter", "hằng quý" },
	};
	char *text = read_whole_file(SAMPLE);
	struct draft draft = { 0 };
	char date[DATE_TEXT];

	draft_of(text, &draft);
	cr_expect_str_eq(draft.plan.type, "Kế hoạch");
	cr_expect_str_eq(draft.plan.number, "18/KH-UBND");
	cr_expect_str_eq(draft.plan.issuer, "Ủy ban nhân dân tỉnh Sơn Bình");
	cr_expect_str_eq(draft.plan.place, "Sơn Bình");
	cr_expect_str_eq(date_iso(draft.plan.date, date), "2014-03-06");
	cr_expect_str_eq(draft.plan.signer_name, "Trần Văn Mẫu");
	cr_expect_str_eq(draft.plan.signer_position, "Phó Chủ tịch");
	cr_expect_str_eq(draft.plan.signer_on_behalf, "Chủ tịch");
	check_sections(&draft, sections, COUNT_OF(sections));
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	cr_expect(task_at(&draft, "II.4-1")->task.inherited);
	cr_expect_eq(draft.attachments.count, 1);
	check_nothing_lost(text, &draft, "the sample");
	draft_release(&draft);
	free(text);
}
