/* The ways plans are really written, one invented plan for each bundle of habits. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/core/draft_check.h"

#define DEPARTMENTS "các Sở, Ban, ngành"
#define DISTRICTS "UBND các huyện, thành phố"
#define COMMUNES "UBND các xã, phường, thị trấn"

struct opened {
	char *text;
	struct draft draft;
};

static struct opened open_fixture(const char *name)
{
	struct opened o = { .text = read_whole_file(name) };

	cr_assert(*o.text, "no fixture %s", name);
	draft_of(o.text, &o.draft);
	check_nothing_lost(o.text, &o.draft, name);
	return o;
}

static void close_fixture(struct opened *o)
{
	draft_release(&o->draft);
	free(o->text);
}

static void expect_head(const struct draft *draft, const char *want)
{
	const struct plan *p = &draft->plan;
	char date[DATE_TEXT];
	char *got = xasprintf("%s | %s | %s | %s | %s", p->type, p->number ? p->number : "", p->issuer ? p->issuer : "",
			      p->place ? p->place : "", date_iso(p->date, date));

	cr_expect_str_eq(got, want, "head is\n  \"%s\"\n  not\n  \"%s\"", got, want);
	free(got);
}

static void expect_signer(const struct draft *draft, const char *name, const char *position, const char *on_behalf)
{
	const struct plan *p = &draft->plan;

	cr_expect_str_eq(p->signer_name ? p->signer_name : "", name);
	cr_expect_str_eq(p->signer_position ? p->signer_position : "", position);
	cr_expect_str_eq(p->signer_on_behalf ? p->signer_on_behalf : "", on_behalf);
}

static void expect_references(const struct draft *draft, const char *want)
{
	char *got = references_told(&draft->references);

	cr_expect_str_eq(got, want, "references are\n  \"%s\"\n  not\n  \"%s\"", got, want);
	free(got);
}

static void expect_unused(const struct draft *draft, int line, const char *why)
{
	for (size_t i = 0; i < draft->unused.count; i++) {
		if (draft->unused.items[i].line != line)
			continue;
		cr_expect_str_eq(draft->unused.items[i].why, why, "line %d: %s", line, draft->unused.items[i].why);
		return;
	}
	cr_expect_fail("line %d is not listed as unused", line);
}

Test(habits, lines_broken_at_any_width_are_put_together)
{
	static const struct want_section sections[] = {
		{ "I", "MỤC ĐÍCH, YÊU CẦU" }, { "I.1", "Mục đích" }, { "I.2", "Yêu cầu" },
		{ "II", "NHIỆM VỤ VÀ GIẢI PHÁP" }, { "II.1", "Rà soát quy hoạch" }, { "II.2", "Huy động nguồn lực" },
		{ "III", "TỔ CHỨC THỰC HIỆN" },
	};
	static const struct want_task tasks[] = {
		{ "II.1-1", "Rà soát quy hoạch mạng lưới đường", "Sở Giao thông vận tải",
		  "Sở Xây dựng; Sở Lao động - Thương binh và Xã hội; " DISTRICTS, "", "date ..2021-06-29",
		  "trước ngày 30 tháng 6 năm 2021" },
		{ "II.1-2", "Hướng dẫn thủ tục đất đai", "Sở Tài nguyên và Môi trường", "", "", "none ..", "" },
		{ "II.1-3", "Góp ý bằng văn bản", DEPARTMENTS, "", "", "none ..", "" },
		{ "II.1-4", "Công bố quy hoạch", DISTRICTS, "", "", "quarter 2021-07-01..2021-09-30", "trong quý III/2021" },
		{ "II.1-5", "Vận động người dân hiến đất", COMMUNES, "", "", "none ..", "" },
		{ "II.2-1", "Cân đối ngân sách", "Sở Tài chính", "", "", "none ..", "" },
		{ "III-1", "Tổng hợp kết quả", "Sở Giao thông vận tải", "", "", "periodic .. year",
		  "trước ngày 10/12 hằng năm" },
		{ "III-2", "Tuyên truyền, vận động",
		  "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh; các đoàn thể, tổ chức chính trị - xã hội", "", "", "none ..", "" },
	};
	struct opened o = open_fixture("wrapped.txt");

	expect_head(&o.draft, "Kế hoạch | 215/KH-UBND | Ủy ban nhân dân tỉnh Sơn Bình | Sơn Bình | 2021-03-09");
	cr_expect_str_eq(o.draft.plan.title, "PHÁT TRIỂN ĐƯỜNG GIAO THÔNG NÔNG THÔN TRÊN ĐỊA BÀN TỈNH SƠN BÌNH "
			 "NĂM 2021, ĐỊNH HƯỚNG ĐẾN NĂM 2025");
	expect_signer(&o.draft, "Phạm Thị Ví Dụ", "Phó Chủ tịch", "Chủ tịch");
	expect_references(&o.draft, "Luật,23/2008/QH12,2008-11-13,Quốc hội,basis; "
			  "Nghị quyết,17/NQ-HĐND,2020-12-10,Hội đồng nhân dân tỉnh,implements; "
			  "Chỉ thị,04/CT-TTg,2021-01-05,Thủ tướng Chính phủ,implements");
	check_sections(&o.draft, sections, COUNT_OF(sections));
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	cr_expect_str_eq(section_at_path(&o.draft, "I.1")->section.body + strlen("- Làm mới và sửa chữa đường thôn, xóm, "
			 "phục vụ đi lại của người dân và vận chuyển nông sản, "),
			 "góp phần hoàn thành các tiêu chí đã đề ra trong giai đoạn 2021 - 2025 của tỉnh.");
	expect_unused(&o.draft, 1, "khung trang web");
	expect_unused(&o.draft, 71, "nơi nhận");
	expect_unused(&o.draft, 82, "phụ lục, chưa đọc thành nhiệm vụ");
	close_fixture(&o);
}

Test(habits, a_decision_carries_a_plan_whose_headings_are_bodies)
{
	static const struct want_section sections[] = {
		{ "I", "MỤC TIÊU" }, { "II", "PHÂN CÔNG NHIỆM VỤ" }, { "II.1", "Chi cục Kiểm lâm" },
		{ "II.2", "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh" }, { "II.3", "UBND các huyện, thành phố" },
		{ "III", "KINH PHÍ" },
	};
	static const struct want_task tasks[] = {
		{ "II.1-1", "Trực cháy 24/24 giờ", "Chi cục Kiểm lâm", "", "", "none ..", "" },
		{ "II.1-2", "Tổ chức tập huấn", "Chi cục Kiểm lâm", "", "", "date ..2022-03-30", "trước ngày 31/3/2022" },
		{ "II.1-3", "Phối hợp với Công an tỉnh điều tra", "Chi cục Kiểm lâm", "Công an tỉnh", "", "none ..", "" },
		{ "II.2-1", "Bố trí lực lượng", "Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh", "", "", "none ..", "" },
		{ "II.2-2", "Tổ chức diễn tập", "Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh", "", "",
		  "quarter 2022-01-01..2022-03-31", "trong quý I/2022" },
		{ "II.3-1", "Ban hành phương án", DISTRICTS, "", "", "none ..", "" },
		{ "II.3-2", "Ký cam kết", DISTRICTS, "", "", "none ..", "" },
		{ "II.3-3", "Báo cáo kết quả", DISTRICTS, "", "", "periodic .. month", "trước ngày 25 hằng tháng" },
		{ "III-1", "Thẩm định dự toán", "Sở Tài chính", "", "", "none ..", "" },
	};
	struct opened o = open_fixture("decision.txt");

	expect_head(&o.draft, "Quyết định | 0742/QĐ-UBND | Ủy ban nhân dân tỉnh Sơn Bình | Sơn Bình | 2022-02-02");
	cr_expect_str_eq(o.draft.plan.title, "Về việc ban hành Kế hoạch phòng, chống cháy rừng năm 2022");
	expect_signer(&o.draft, "Lê Văn Thí", "Chủ tịch", "");
	expect_references(&o.draft, "Luật,77/2015/QH13,2015-06-19,Quốc hội,basis; "
			  "Nghị định,156/2018/NĐ-CP,2018-11-16,Chính phủ,basis; "
			  "Tờ trình,15/TTr-SNN,2022-01-20,,mentions");
	check_sections(&o.draft, sections, COUNT_OF(sections));
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	cr_expect_not(task_at(&o.draft, "II.1-1")->task.inherited, "a heading gives the work, openly");
	expect_unused(&o.draft, 16, "điều khoản của quyết định ban hành kế hoạch");
	expect_unused(&o.draft, 22, "nơi nhận");
	close_fixture(&o);
}

Test(habits, labels_say_who_with_whom_when_and_what)
{
	static const struct want_section sections[] = {
		{ "A", "MỤC ĐÍCH" }, { "B", "NỘI DUNG" }, { "B.I", "Hoạt động đoàn ra" }, { "B.II", "Hoạt động đoàn vào" },
		{ "B.II.1", "Đón các đoàn công tác" }, { "B.III", "Lễ tân" }, { "C", "TỔ CHỨC THỰC HIỆN" },
	};
	static const struct want_task tasks[] = {
		{ "B.I-1", "Tổ chức đoàn khảo sát", "Phòng Hợp tác quốc tế",
		  "Sở Nông nghiệp và PTNT; Liên minh Hợp tác xã tỉnh", "", "quarter 2020-04-01..2020-06-30", "Quý II/2020" },
		{ "B.I-2", "Ký kết thoả thuận", "Văn phòng UBND tỉnh", "Sở Ngoại vụ", "", "date ..2020-09-29",
		  "Trước 30/9/2020" },
		{ "B.II.1-1", "Chuẩn bị chương trình", "Sở Ngoại vụ", "Công an tỉnh; Sở Y tế", "", "ongoing ..",
		  "Thường xuyên" },
		{ "B.II.1-2", "Bố trí phương tiện", "Sở Ngoại vụ", "Công an tỉnh; Sở Y tế", "", "ongoing ..", "Thường xuyên" },
		{ "B.II-1", "Hội nghị gặp gỡ doanh nghiệp", "Sở Kế hoạch và Đầu tư",
		  "Sở Công Thương; Trung tâm Xúc tiến Đầu tư tỉnh", "", "range 2020-09-01..2020-10-31", "Tháng 9-10/2020" },
		{ "B.III-1", "Mua sắm quà tặng đối ngoại", "", "", "", "month 2020-03-01..2020-03-31", "Tháng 3" },
		{ "C-1", "Theo dõi, đôn đốc", "Văn phòng Sở", "", "", "periodic .. quarter", "hằng quý" },
		{ "C-2", "Căn cứ Kế hoạch này", "các phòng, ban, ngành", "", "", "none ..", "" },
	};
	struct opened o = open_fixture("labels.txt");

	expect_head(&o.draft, "Kế hoạch | 09/KH-SNgV | Sở Ngoại vụ | Sơn Bình | 2020-01-15");
	expect_signer(&o.draft, "Hoàng Minh Hoạ", "Giám đốc", "");
	check_sections(&o.draft, sections, COUNT_OF(sections));
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	cr_expect_str_eq(task_at(&o.draft, "B.I-1")->task.product, "Báo cáo kết quả khảo sát");
	cr_expect(has_guess(&o.draft, 35, "cho cả 2 việc"));
	cr_expect(has_guess(&o.draft, 53, "không nêu tên cơ quan nào"));
	cr_expect(has_guess(&o.draft, 53, "chưa rõ cơ quan chủ trì"));
	cr_expect_not_null(strstr(task_at(&o.draft, "B.III-1")->task.text, "Theo phân công tại"), "what names nobody is kept");
	close_fixture(&o);
}

Test(habits, a_draft_has_blanks_and_lost_line_ends)
{
	static const struct want_section sections[] = {
		{ "I", "MỤC ĐÍCH" }, { "II", "NỘI DUNG" }, { "III", "TỔ CHỨC THỰC HIỆN" },
	};
	static const struct want_task tasks[] = {
		{ "II-1", "Tham mưu thành lập ban tổ chức", "Phòng Văn hóa và Thông tin", "", "",
		  "month 2024-06-01..2024-06-30", "trong tháng 6" },
		{ "II-2", "Bố trí kinh phí", "Phòng Tài chính - Kế hoạch", "", "", "none ..", "" },
		{ "II-3", "Chọn vận động viên", COMMUNES, "", "", "date ..2024-07-15", "chậm nhất ngày 15/7" },
		{ "II-4", "Đại hội khai mạc", "", "", "", "none ..", "" },
		{ "III-1", "Khẩn trương triển khai", "các phòng, ban, ngành; " COMMUNES, "", "Phòng Văn hóa và Thông tin",
		  "none ..", "khẩn trương" },
	};
	struct opened o = open_fixture("draft.txt");

	expect_head(&o.draft, "Kế hoạch | /KH-UBND | Ủy ban nhân dân huyện Phú Lâm | Phú Lâm | 2024-05");
	expect_signer(&o.draft, "", "Phó Chủ tịch", "Chủ tịch");
	check_sections(&o.draft, sections, COUNT_OF(sections));
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	expect_unused(&o.draft, 1, "dấu chỉ mức độ, dự thảo");
	expect_unused(&o.draft, 16, "số trang");
	close_fixture(&o);
}

Test(habits, parts_and_numbers_of_three_levels_keep_their_own_paths)
{
	static const struct want_section sections[] = {
		{ "P1", "TÌNH HÌNH CHUNG" }, { "P1.I", "KẾT QUẢ ĐẠT ĐƯỢC" }, { "P1.II", "HẠN CHẾ" },
		{ "P2", "NHIỆM VỤ, GIẢI PHÁP" }, { "P2.I", "NHIỆM VỤ CHUNG" },
		{ "P2.I.1.1", "Xây dựng quy định" }, { "P2.I.1.2", "Truyền thông" }, { "P2.II", "NHIỆM VỤ CỤ THỂ" },
	};
	static const struct want_task tasks[] = {
		{ "P2.I.1.1-1", "Ban hành quy định", "các Bộ, ngành; UBND các tỉnh, thành phố", "", "", "date ..2019-11-30",
		  "trước tháng 12/2019" },
		{ "P2.I.1.1-2", "Gương mẫu thực hiện", "Văn phòng Bộ", "", "", "none ..", "" },
		{ "P2.I.1.2-1", "Phát động phong trào", "Vụ Thi đua, Khen thưởng và Tuyên truyền", "", "",
		  "year 2019-01-01..2019-12-31", "trong năm 2019" },
		{ "P2.I.1.2-2", "Mở chuyên mục", "Báo Tài nguyên và Môi trường", "", "", "none ..", "" },
		{ "P2.II-1", "Xây dựng tiêu chí", "Tổng cục Môi trường", "", "", "none ..", "" },
		{ "P2.II-2", "Kiểm tra, giám sát", "Tổng cục Môi trường", "", "", "none ..", "" },
		{ "P2.II-3", "Bố trí kinh phí", "Vụ Kế hoạch - Tài chính", "", "", "none ..", "" },
		{ "P2.II-4", "Hướng dẫn mua sắm", "Vụ Kế hoạch - Tài chính", "", "", "none ..", "" },
	};
	struct opened o = open_fixture("parts.txt");

	expect_head(&o.draft, "Kế hoạch hành động | 33/KH-BTNMT | Bộ Tài nguyên và Môi trường | Hà Nội | 2019-08-01");
	expect_signer(&o.draft, "Nguyễn Thị Giả Định", "Bộ trưởng", "");
	check_sections(&o.draft, sections, COUNT_OF(sections));
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	close_fixture(&o);
}

Test(habits, a_commune_gives_work_to_its_rooms_and_villages)
{
	static const struct want_task tasks[] = {
		{ "II.1-1", "Xây dựng kế hoạch kiểm", "Phòng Văn hóa - Xã hội",
		  "Văn phòng HĐND và UBND xã; Trung tâm Phục vụ hành chính công xã", "",
		  "date ..2025-09-29", "Trước 30/9/2025" },
		{ "II.1-2", "Phát động phong trào thi", "Phòng Văn hóa - Xã hội",
		  "Ủy ban MTTQ Việt Nam xã", "",
		  "range 2025-07-01..2025-12-31", "Quý III, IV năm 2025" },
		{ "II.2-1", "Niêm yết công khai 100%", "Trung tâm Phục vụ hành chính công xã",
		  "", "",
		  "month 2025-08-01..2025-08-31", "xong trong tháng 8/2025" },
		{ "II.2-2", "Tham mưu rà soát quy", "Văn phòng HĐND và UBND xã",
		  "", "",
		  "month 2025-09-01..2025-09-30", "trong tháng 9 năm 2025" },
		{ "II.2-3", "Tuyên truyền cài đặt định", "Công an xã",
		  "các thôn, tổ dân phố", "",
		  "date ..2025-12-31", "đến hết năm 2025" },
		{ "II.3-1", "100% văn bản đi được", "Phòng Kinh tế; Phòng Văn hóa - Xã hội; Văn phòng HĐND và UBND xã; Trung tâm Phục vụ hành chính công xã",
		  "", "",
		  "ongoing ..", "thường xuyên" },
		{ "III-1", "Theo dõi, đôn đốc việc", "Phòng Văn hóa - Xã hội",
		  "", "",
		  "periodic .. month", "hằng tháng" },
		{ "III-2", "Phổ biến Kế hoạch đến", "các thôn, tổ dân phố",
		  "", "",
		  "date ..2025-08-24", "trước ngày 25/8/2025" },
		{ "III-3", "Phối hợp tuyên truyền", "UBMTTQ Việt Nam xã; các đoàn thể, tổ chức chính trị - xã hội",
		  "", "",
		  "none ..", "" },
		{ "III.2-1", "Tham mưu Chủ tịch UBND", "Văn phòng HĐND và UBND xã",
		  "", "",
		  "none ..", "" },
		{ "III.2-2", "Phối hợp với Phòng Kinh", "Văn phòng HĐND và UBND xã",
		  "Phòng Kinh tế", "",
		  "none ..", "" },
	};
	struct opened o = open_fixture("commune.txt");

	expect_head(&o.draft, "Kế hoạch | 37/KH-UBND | Ủy ban nhân dân xã Đồng Tâm | Đồng Tâm | 2025-08-15");
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	close_fixture(&o);
}

Test(habits, bodies_stand_in_labels_brackets_headings_and_orders)
{
	static const struct want_task tasks[] = {
		{ "II.1-1", "Tổ chức các hoạt động", "Sở Thông tin và Truyền thông",
		  DEPARTMENTS "; " DISTRICTS, "",
		  "month 2024-10-01..2024-10-31", "Tháng 10/2024" },
		{ "II.1-2", "Đẩy mạnh tuyên truyền trên", "Sở Thông tin và Truyền thông; Báo Nam Hải; Đài Phát thanh và Truyền hình tỉnh",
		  "", "",
		  "ongoing ..", "Thường xuyên" },
		{ "II.2-1", "Rà soát, sửa đổi Quy", "Văn phòng UBND tỉnh",
		  "Sở Thông tin và Truyền thông", "",
		  "date ..2024-06-29", "trước ngày 30/6/2024" },
		{ "II.2-2", "Xây dựng chính sách hỗ", "Sở Kế hoạch và Đầu tư",
		  "", "",
		  "quarter 2024-07-01..2024-09-30", "Quý III/2024" },
		{ "II.3.1-1", "Triển khai nâng cấp Trung", "Sở Thông tin và Truyền thông",
		  "Công an tỉnh; Sở Tài chính", "",
		  "quarter 2024-10-01..2024-12-31", "trong quý IV năm 2024" },
		{ "II.3.2-1", "Chỉ đạo các doanh nghiệp", "Sở Thông tin và Truyền thông",
		  "", "",
		  "date ..2024-12-31", "chậm nhất đến ngày 31 tháng 12 năm 2024" },
		{ "IV.1-1", "Hướng dẫn, đôn đốc triển", "Sở Thông tin và Truyền thông",
		  DEPARTMENTS "; " DISTRICTS, "",
		  "none ..", "" },
		{ "IV.1-2", "Tổng hợp, báo cáo UBND", "Sở Thông tin và Truyền thông",
		  "", "",
		  "periodic .. quarter", "hằng quý, trước ngày 20 của tháng cuối quý" },
		{ "IV.2-1", "Tham mưu UBND tỉnh bố", "Sở Tài chính",
		  "", "",
		  "none ..", "" },
		{ "IV.3-1", "Xây dựng kế hoạch chuyển", DEPARTMENTS "; " DISTRICTS,
		  "", "",
		  "date ..2024-03-30", "trước ngày 31/3/2024" },
		{ "IV.3-2", "Báo cáo kết quả thực", DEPARTMENTS "; " DISTRICTS,
		  "", "",
		  "date ..2024-12-14", "trước ngày 15/12/2024" },
		{ "IV.4-1", "Tuyên truyền, vận động đoàn", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh; các đoàn thể, tổ chức chính trị - xã hội",
		  "", "",
		  "none ..", "" },
	};
	struct opened o = open_fixture("digital.txt");

	expect_head(&o.draft, "Kế hoạch | 145/KH-UBND | Ủy ban nhân dân tỉnh Nam Hải | Nam Hải | 2024-03-12");
	expect_references(&o.draft, "Quyết định,749/QĐ-TTg,2020-06-03,Thủ tướng Chính phủ,implements; "
			  "Nghị quyết,05-NQ/TU,2021-10-15,Ban Thường vụ Tỉnh ủy,implements");
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	close_fixture(&o);
}

Test(habits, a_ministry_letters_the_labels_of_its_work)
{
	static const struct want_task tasks[] = {
		{ "III-1", "Tổ chức các chương trình", "Vụ Cải cách hành chính",
		  "Văn phòng Bộ; Tạp chí Tổ chức nhà nước", "",
		  "periodic .. year", "Hằng năm" },
		{ "III-2", "Xây dựng chuyên mục cải", "Bộ Nội vụ",
		  "Đài Truyền hình Việt Nam", "",
		  "periodic .. year", "Giai đoạn 2021 - 2025: mỗi năm 12 số; giai đoạn 2026 - 2030: mỗi năm 15 số" },
		{ "III.3-1", "Tổ chức cuộc thi vào", "Vụ Tổ chức cán bộ",
		  "Trung ương Đoàn TNCS Hồ Chí Minh; các cơ quan, đơn vị liên quan", "",
		  NULL, "vào các năm 2023, 2025" },
		{ "IV.1-1", "Theo dõi, đôn đốc việc", "Vụ Cải cách hành chính",
		  "", "",
		  "none ..", "" },
		{ "IV.1-2", "Tham mưu Lãnh đạo Bộ", "Vụ Cải cách hành chính",
		  "", "",
		  "year 2025-01-01..2025-12-31", "vào năm 2025" },
		{ "IV.2-1", "Bố trí kinh phí thực", "Vụ Kế hoạch - Tài chính",
		  "", "",
		  "none ..", "" },
		{ "IV.3-1", "Xây dựng kế hoạch tuyên", "các Bộ, ngành; UBND các tỉnh, thành phố",
		  "", "",
		  "periodic .. year", "hằng năm" },
		{ "IV.3-2", "Định kỳ báo cáo Bộ", "các Bộ, ngành; UBND các tỉnh, thành phố",
		  "", "",
		  "periodic ..", "Định kỳ" },
	};
	struct opened o = open_fixture("ministry.txt");

	expect_head(&o.draft, "Kế hoạch | 1234/KH-BNV | Bộ Nội vụ | Hà Nội | 2021-03-02");
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	close_fixture(&o);
}

Test(habits, articles_may_hold_the_work)
{
	static const struct want_task tasks[] = {
		{ "Đ2-1", "Tham mưu mua sắm thiết", "Phòng Kế hoạch - Tài chính",
		  "", "",
		  "date ..2022-12-30", "xong trước 31/12/2022" },
		{ "Đ2-2", "Thanh tra, kiểm tra các", "Thanh tra Sở",
		  "", "",
		  "date ..2022-11-14", "trước 15/11" },
		{ "Đ2.1-1", "Hướng dẫn các trường tiểu", "Phòng Giáo dục Tiểu học",
		  "", "",
		  "date ..2022-09-04", "trước ngày 05/9/2022" },
		{ "Đ2.1-2", "Tổ chức hội thi giáo", "Phòng Giáo dục Tiểu học",
		  "", "",
		  "month 2023-03-01..2023-03-31", "trong tháng 3/2023" },
		{ "Đ3-1", "Triển khai Kế hoạch đến", "Phòng Giáo dục và Đào tạo các quận, huyện",
		  "", "",
		  "none ..", "" },
		{ "Đ3-2", "Báo cáo sơ kết học", "Phòng Giáo dục và Đào tạo các quận, huyện",
		  "", "",
		  "date ..2023-01-19", "trước ngày 20/01/2023" },
		{ "Đ4-1", "Chịu trách nhiệm thi hành", "các phòng, ban, ngành; Phòng Giáo dục và Đào tạo các quận, huyện",
		  "", "",
		  "none ..", "" },
	};
	struct opened o = open_fixture("articles.txt");

	expect_head(&o.draft, "Kế hoạch | 2210/KH-SGDĐT | Sở Giáo dục và Đào tạo | Hải Sơn | 2022-08-30");
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	close_fixture(&o);
}

Test(habits, bodies_and_orders_come_in_many_words)
{
	static const struct want_section sections[] = {
		{ "I", "NHIỆM VỤ" }, { "I.1", "Lập bản đồ các giếng khoan" }, { "I.2", "Sở Xây dựng rà soát" },
		{ "II", "TỔ CHỨC THỰC HIỆN" }, { "II.1", "Các Bộ: Công an" }, { "II.2", "Trung tâm Kiểm soát" },
		{ "II.3", "Các chủ đầu tư" }, { "II.4", "Sở Khoa học" },
	};
	static const struct want_task tasks[] = {
		{ "I.1-1", "Lập bản đồ", "Sở Xây dựng",
		  "Cục Quản lý tài nguyên nước; Sở Tài chính; các cơ quan, đơn vị liên quan", "",
		  "quarter 2024-07-01..2024-09-30", "xong trong quý III năm 2024" },
		{ "I.2-1", "Rà soát các công trình", "Sở Xây dựng", "", "", "date ..2024-10-19", "trước ngày 20/10/2024" },
		{ "I.2-2", "Các công trình ở vùng cao", "Sở Xây dựng", "", "", "none ..", "" },
		{ "I.2-3", "Các công trình xây dựng trước", "Sở Xây dựng", "", "", "none ..", "" },
		{ "I-1", "Báo cáo kết quả", DEPARTMENTS, "", "", "date ..2024-12-14", "trước ngày 15/12/2024" },
		{ "II.1-1", "Cử cán bộ", "Bộ Công an; Bộ Tài chính", "", "", "none ..", "" },
		{ "II.2-1", "Kiểm tra chất lượng", "Trung tâm Kiểm soát bệnh tật tỉnh",
		  "Thuế tỉnh; Sở Công Thương; các địa phương", "", "none ..", "" },
		{ "II.2-2", "Yêu cầu các đơn vị", "Trung tâm Kiểm soát bệnh tật tỉnh", "", "", "none ..", "" },
		{ "II.3-1", "Lắp trạm đo", "các chủ đầu tư dự án hạ tầng khu, cụm công nghiệp", "", "", "none ..", "" },
		{ "II.4-1", "Triển khai việc đo đạc từ xa", "Sở Khoa học và Công nghệ", "", "", "none ..", "" },
		{ "II-1", "Tuần tra bờ kè", "Công an phường; tổ quản lý trật tự đô thị; tổ dân phố", "", "", "none ..", "" },
		{ "II-2", "In tờ gấp", "Sở Tư pháp", "", "", "none ..", "" },
		{ "II-3", "Diễn tập", "Phòng Nông nghiệp", "", "", "none ..", "" },
		{ "II-4", "Thường xuyên kiểm tra", "Ủy ban Kiểm tra Tỉnh ủy", "", "", "ongoing ..", "thường xuyên" },
	};
	struct opened o = open_fixture("water.txt");

	expect_head(&o.draft, "Kế hoạch | 31/KH-UBND | Ủy ban nhân dân tỉnh Nam Hải | Nam Hải | 2024-03-12");
	expect_signer(&o.draft, "Trần Văn Ví Dụ", "Phó Chủ tịch", "Chủ tịch");
	expect_references(&o.draft, "Kế hoạch,03/KH-UBND,2022-01-11,UBND tỉnh,implements,corrected");
	check_sections(&o.draft, sections, COUNT_OF(sections));
	check_tasks(&o.draft, tasks, COUNT_OF(tasks));
	cr_expect(strstr(task_at(&o.draft, "II.4-1")->task.text, "(ii) Tập huấn"));
	close_fixture(&o);
}

static void expect_head_of(const char *text, const char *head, const char *title, const char *references)
{
	struct draft draft = { 0 };

	draft_of(text, &draft);
	check_nothing_lost(text, &draft, head);
	expect_head(&draft, head);
	cr_expect_str_eq(draft.plan.title ? draft.plan.title : "", title, "title is «%s»", draft.plan.title);
	expect_references(&draft, references);
	draft_release(&draft);
}

Test(habits, a_letter_has_a_subject_and_no_kind)
{
	expect_head_of("UBND TỈNH NAM HẢI\nSố: 312/UBND-KT\nV/v bảo vệ nguồn nước\nmùa khô năm 2024\n"
		       "Nam Hải, ngày 15 tháng 9 năm 2024\n\nKính gửi:\n- Các Sở, ban, ngành;\n- Công an tỉnh.\n\n"
		       "Thực hiện Văn bản số 250/BNN-TL ngày 29/4/2024 của Bộ Nông nghiệp, UBND tỉnh chỉ đạo như sau:\n"
		       "1. Giao Sở Xây dựng lập kế hoạch, xong trước ngày 05/10/2024.\n2. Công an tỉnh tuần tra các hồ.\n",
		       "Công văn | 312/UBND-KT | Ủy ban nhân dân tỉnh Nam Hải | Nam Hải | 2024-09-15",
		       "bảo vệ nguồn nước mùa khô năm 2024",
		       "Văn bản,250/BNN-TL,2024-04-29,Bộ Nông nghiệp,implements");
}

Test(habits, a_decision_may_lack_the_word)
{
	expect_head_of("THỦ TƯỚNG CHÍNH PHỦ |\nCỘNG HÒA HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 15/QĐ-TTg |\n"
		       "Hà Nội, ngày 21 tháng 7 năm 2024 |\nBAN HÀNH KẾ HOẠCH BẢO VỆ NGUỒN NƯỚC\nTHỦ TƯỚNG CHÍNH PHỦ\n"
		       "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;\nQUYẾT ĐỊNH:\n"
		       "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch bảo vệ nguồn nước.\n"
		       "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.\n"
		       "Điều 3. Giao Bộ Xây dựng theo dõi việc thực hiện.\n"
		       "Điều 4. Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ chịu trách nhiệm thi hành Quyết định này./.\n",
		       "Quyết định | 15/QĐ-TTg | Thủ tướng Chính phủ | Hà Nội | 2024-07-21",
		       "BAN HÀNH KẾ HOẠCH BẢO VỆ NGUỒN NƯỚC", "Luật,63/2025/QH15,,Quốc hội,basis");
}

Test(habits, a_letter_of_the_party_has_its_subject_below_its_number)
{
	expect_head_of("ĐẢNG BỘ TỈNH NAM HẢI\nĐẢNG UỶ XÃ ĐÔNG AN\n*\nSố 44-CV/ĐU\nTham mưu bảo vệ nguồn nước\n"
		       "của xã Đông An\nĐẢNG CỘNG SẢN VIỆT NAM\n\nĐông An, ngày 05 tháng 6 năm 2026\n\nKính gửi:\n- Sở Y tế;\n"
		       "- Các chi bộ trực thuộc Đảng uỷ.\nThực hiện Kế hoạch số 83-KH/TU, ngày 12/5/2026 của Ban Thường vụ Tỉnh uỷ, "
		       "Thường trực Đảng uỷ có ý kiến như sau:\n1. Giao Ban Xây dựng Đảng:\n- Chủ trì xây dựng kế hoạch.\n",
		       "Công văn | 44-CV/ĐU | Đảng ủy xã Đông An | Đông An | 2026-06-05",
		       "Tham mưu bảo vệ nguồn nước của xã Đông An",
		       "Kế hoạch,83-KH/TU,2026-05-12,Ban Thường vụ Tỉnh ủy,implements");
}

Test(habits, a_plan_of_the_party_has_no_colon_in_its_number)
{
	expect_head_of("ĐẢNG BỘ TỈNH NAM HẢI\nĐẢNG UỶ XÃ ĐÔNG AN\n*\nSố 12-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
		       "Đông An, ngày 5 tháng 6 năm 2026\nKẾ HOẠCH\nbảo vệ nguồn nước\nI. NHIỆM VỤ\n1. Sở Y tế kiểm tra.\n",
		       "Kế hoạch | 12-KH/ĐU | Đảng ủy xã Đông An | Đông An | 2026-06-05", "bảo vệ nguồn nước", "");
}

/* As a page on the net has it. */
Test(habits, a_directive_may_stand_without_its_letterhead)
{
	expect_head_of("Chỉ thị về việc bảo vệ nguồn nước năm 2026\nThực hiện Công điện số 75/CĐ-TTg ngày 03/6/2025 của Thủ tướng "
		       "Chính phủ, UBND tỉnh yêu cầu:\n1. Giao Sở Y tế kiểm tra.\n2. Sở Tư pháp hướng dẫn.\n",
		       "Chỉ thị |  |  |  | ", "về việc bảo vệ nguồn nước năm 2026",
		       "Công điện,75/CĐ-TTg,2025-06-03,Thủ tướng Chính phủ,implements");
}

static void expect_tasks_of(const char *body, const struct want_task *tasks, size_t count)
{
	char *text = xasprintf("UBND TỈNH NAM HẢI\nSố: 31/KH-UBND\nNam Hải, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\n"
			       "Bảo vệ nguồn nước\n\nI. NỘI DUNG\n%s", body);
	struct draft draft = { 0 };

	draft_of(text, &draft);
	check_tasks(&draft, tasks, count);
	check_nothing_lost(text, &draft, body);
	draft_release(&draft);
	free(text);
}

Test(habits, what_a_converter_puts_between_pages_is_no_text)
{
	static const struct want_task tasks[] = {
		{ "I.1-1", "Đề xuất chính sách, báo cáo Ủy ban nhân dân tỉnh", "Sở Y tế", "Sở Tư pháp", NULL,
		  "month 2026-03-01..2026-03-31", NULL },
		{ "I.1-2", "Mở lớp học", "Sở Y tế", "", NULL, NULL, NULL },
		{ "I.1-3", "Mua thuốc", "Sở Y tế", "", NULL, NULL, NULL },
	};

	expect_tasks_of("1. Sở Y tế\n- Chủ trì, phối hợp với Sở Tư pháp đề xuất chính sách, báo cáo Ủy ban\n\n2\n\n"
			"--- PAGE BREAK ---\n\nnhân dân tỉnh trong tháng 3 năm 2026.\n- Mở lớp học.\n--- Hết trang 2 ---\n"
			"- Mua thuốc.\n\nNguồn: namhai.gov.vn\nMinh Anh\n",
			tasks, COUNT_OF(tasks));
}

Test(habits, who_orders_does_not_do_the_work)
{
	static const struct want_task tasks[] = {
		{ "I-1", "Thực hiện", "Sở Y tế", "Sở Tư pháp", NULL, NULL, NULL },
		{ "I-2", "Tuyên truyền", "Sở Y tế; Sở Tư pháp", DEPARTMENTS, NULL, NULL, NULL },
		{ "I-3", "Kiểm tra", "Sở Y tế; Sở Nội vụ", "", NULL, NULL, NULL },
		{ "I-4", "Chỉ đạo các trạm y tế", DISTRICTS, "", NULL, NULL, NULL },
		{ "I-5", "Kiểm tra các hồ", "Sở Y tế", "Kiểm lâm địa bàn; UBND xã Bình An", NULL, NULL, NULL },
		{ "I-6", "Kiểm tra các giếng", "Sở Y tế", "UBND xã Bình An", NULL, NULL, NULL },
	};

	expect_tasks_of("1. UBND tỉnh chỉ đạo Sở Y tế chủ trì, phối hợp với Sở Tư pháp thực hiện.\n"
			"2. Giao Giám đốc: Sở Y tế, Sở Tư pháp phối hợp với các sở, ban, ngành tuyên truyền.\n"
			"3. Giao: Sở Y tế, Sở Nội vụ kiểm tra.\n4. UBND các huyện, thành phố chỉ đạo các trạm y tế trực đêm.\n"
			"5. Sở Y tế phối hợp với Kiểm lâm địa bàn và UBND xã Bình An kiểm tra các hồ.\n"
			"6. Sở Y tế phối hợp với Nhóm Bạn Nước và UBND xã Bình An kiểm tra các giếng.\n",
			tasks, COUNT_OF(tasks));
}

Test(habits, words_before_a_list_say_when_it_is_due)
{
	static const struct want_task tasks[] = {
		{ "I.1-1", "Tình hình nguồn nước", "Sở Y tế", NULL, NULL, "month 2026-03-01..2026-03-31", NULL },
		{ "I.1-2", "Chất lượng nước", "Sở Y tế", NULL, NULL, "month 2026-03-01..2026-03-31", NULL },
	};

	expect_tasks_of("1. Nước sạch\nSở Y tế chủ trì, phối hợp với các địa phương báo cáo UBND tỉnh trong tháng 3 năm 2026 các vấn đề sau:\n"
			"- Tình hình nguồn nước.\n- Chất lượng nước.\n",
			tasks, COUNT_OF(tasks));
}

Test(habits, an_order_and_what_follows_it_are_two)
{
	static const struct want_task tasks[] = {
		{ "I.1-1", "Mở lớp học", "Sở Nội vụ", "", NULL, NULL, NULL },
		{ "I.1-2", "Thực hiện nghiêm quy định về nước", "Thanh tra Chính phủ; Thanh tra các Bộ, ngành, địa phương", "", NULL, NULL, NULL },
		{ "I.1-3", "Tạo điều kiện", "Kiểm toán Nhà nước", "", NULL, NULL, NULL },
	};

	expect_tasks_of("1. Việc thứ nhất\na) Sở Nội vụ mở lớp học.\n"
			"b) Thanh tra Chính phủ, Thanh tra các Bộ, ngành, địa phương thực hiện nghiêm quy định về nước.\n"
			"Đề nghị Kiểm toán Nhà nước tạo điều kiện cho nhân dân.\n",
			tasks, COUNT_OF(tasks));
}

Test(habits, a_list_of_bodies_may_end_in_bare_nouns)
{
	static const struct want_task tasks[] = {
		{ "I-1", "Xây dựng cơ sở dữ liệu", "Sở Y tế", "Sở Tư pháp; các địa phương", NULL, NULL, NULL },
		{ "I-2", "Triển khai", "Sở Y tế", DEPARTMENTS "; các cơ quan, đơn vị liên quan", NULL, NULL, NULL },
		{ "I-3", "Lập hồ sơ", "Sở Y tế", "các chủ đầu tư hạ tầng các khu, cụm công nghiệp", NULL, NULL, NULL },
		{ "I-4", "Đơn vị được giao", "Sở Y tế", "Sở Tư pháp", NULL, NULL, NULL },
	};

	expect_tasks_of("1. Sở Y tế chủ trì, phối hợp với Sở Tư pháp và địa phương có rừng xây dựng cơ sở dữ liệu.\n"
			"2. Sở Y tế chủ trì, phối hợp với các sở, ngành và các cơ quan liên quan triển khai.\n"
			"3. Sở Y tế phối hợp với các chủ đầu tư hạ tầng các khu, cụm công nghiệp lập hồ sơ.\n"
			"4. Sở Y tế phối hợp với Sở Tư pháp, đơn vị được giao quản lý hồ kiểm tra.\n",
			tasks, COUNT_OF(tasks));
}

/* A letter that gives its work in paragraphs. */
Test(habits, a_letter_may_have_no_numbers)
{
	static const struct want_section sections[] = { { "1", "Nhiệm vụ" } };
	static const struct want_task tasks[] = {
		{ "1-1", "Mua thuốc", "Sở Y tế", "Sở Tài chính", NULL, NULL, "trước ngày 10/5/2026" },
		{ "1-2", "Rà soát danh sách", "Sở Nội vụ", "", NULL, NULL, NULL },
		{ "1-3", "Kiểm tra các giếng", DISTRICTS, NULL, NULL, NULL, NULL },
		{ "1-4", "Dọn các kho", DISTRICTS, NULL, NULL, NULL, NULL },
	};
	static const char text[] =
		"UBND TỈNH NAM HẢI\nSố: 312/UBND-KT\nV/v bảo vệ nguồn nước\nNam Hải, ngày 15 tháng 4 năm 2026\n\n"
		"Kính gửi: Sở Y tế.\n\nUBND tỉnh nhận được Công văn số 250/BYT-DP ngày 29/3/2026 của Bộ Y tế.\n"
		"Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính mua thuốc trước ngày 10/5/2026.\n"
		"Sở Nội vụ rà soát danh sách.\nYêu cầu UBND các huyện, thành phố:\n- Kiểm tra các giếng.\n- Dọn các kho.\n"
		"Trong quá trình thực hiện, có vướng mắc thì báo cáo./.\n";
	struct draft draft = { 0 };

	draft_of(text, &draft);
	check_sections(&draft, sections, COUNT_OF(sections));
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

Test(habits, a_page_that_is_no_document_gives_no_work)
{
	static const char text[] = "Tin trong tỉnh\nSở Y tế kiểm tra các giếng nước.\nSở Nội vụ rà soát danh sách.\n";
	struct manuscript manuscript = { 0 };
	struct draft draft = { 0 };
	struct error err = ERROR_INIT;

	manuscript_from_text(text, strlen(text), &manuscript);
	cr_expect_eq(intake_read(&manuscript, &draft, &err), STATUS_INVALID);
	manuscript_release(&manuscript);
	error_release(&err);
}

Test(habits, a_decision_may_decide_without_a_colon)
{
	static const struct want_task tasks[] = {
		{ "Đ2-1", "Theo dõi", "Sở Công Thương", "", NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of("UBND TỈNH NAM HẢI\nSố: 15/QĐ-UBND\nNam Hải, ngày 15 tháng 4 năm 2026\nQUYẾT ĐỊNH\nBan hành Quy chế bảo vệ nguồn nước\n"
		 "Căn cứ Luật Tài nguyên nước số 28/2023/QH15;\nQUYẾT ĐỊNH\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế.\n"
		 "Điều 2. Giao Sở Công Thương theo dõi việc thực hiện.\nĐiều 3. Quyết định này có hiệu lực kể từ ngày ký.\n",
		 &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	cr_expect_str_eq(draft.plan.type, "Quyết định");
	draft_release(&draft);
}

Test(habits, an_order_to_a_body_nobody_knows_is_work_of_its_own)
{
	static const struct want_task tasks[] = {
		{ "I.1-1", "Dọn kho thuốc", "Sở Y tế", "", NULL, "none ..", NULL },
		{ "I.1-2", "Giao Liên chi Nhi khoa", "", "", NULL, NULL, "trước ngày 10/5/2026" },
		{ "I.2-1", "Xây dựng đề án về cát", "Bộ Xây dựng", "", NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of("KẾ HOẠCH\nBảo vệ nguồn nước năm 2026\nI. NỘI DUNG\n1. Kho\nGiao Sở Y tế dọn kho thuốc.\n"
		 "Giao Liên chi Nhi khoa rà soát danh sách trước ngày 10/5/2026.\n"
		 "2. Cát\nChính phủ đã giao Bộ Xây dựng chủ trì xây dựng đề án về cát.\n", &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

Test(habits, numbered_work_may_lack_its_full_stop)
{
	static const struct want_task tasks[] = {
		{ "1-1", "Dọn kho thuốc", "Sở Y tế", "", NULL, NULL, "trước ngày 10/5/2026" },
		{ "2-1", "Cấp kinh phí", "Sở Tài chính", "", NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of("KẾ HOẠCH\nBảo vệ nguồn nước năm 2026\n1. Giao Sở Y tế dọn kho thuốc trước ngày 10/5/2026\n"
		 "2. Giao Sở Tài chính cấp kinh phí\n", &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

/* Whom a letter asks stands in its words above the numbers. */
Test(habits, words_above_all_headings_say_who_does_the_work)
{
	static const struct want_task tasks[] = {
		{ "1-1", "Rà soát hồ sơ", DEPARTMENTS, "", NULL, NULL, NULL },
		{ "2-1", "Theo dõi", "Sở Nội vụ", "", NULL, "date ..2026-09-25", NULL },
		{ "3-1", "Nộp báo cáo", DEPARTMENTS, "", NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of("UBND TỈNH NAM HẢI\nSố: 312/UBND-KT\nV/v bảo vệ nguồn nước\nNam Hải, ngày 15 tháng 4 năm 2026\n\n"
		 "Kính gửi: Sở Y tế.\n\nĐể bảo vệ nguồn nước, UBND tỉnh yêu cầu các sở, ban, ngành thực hiện các việc sau:\n"
		 "1. Rà soát hồ sơ.\n2. Sở Nội vụ theo dõi, xong chậm nhất 17h00 ngày 25/9/2026.\n3. Nộp báo cáo.\n"
		 "KT. GIÁM ĐỐC - PHÓ GIÁM ĐỐC Huỳnh Văn Mẫu (đã ký)\n", &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

Test(habits, who_only_issues_the_plan_is_asked_for_nothing)
{
	static const struct want_task tasks[] = { { "1-1", "Rà soát hồ sơ", "", "", NULL, NULL, NULL } };
	struct draft draft = { 0 };

	draft_of("KẾ HOẠCH\nBảo vệ nguồn nước năm 2026\nĐể bảo vệ nguồn nước, UBND tỉnh ban hành Kế hoạch như sau:\n1. Rà soát hồ sơ.\n",
		 &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

Test(habits, names_of_cities_are_whole_in_a_letterhead)
{
	expect_head_of("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 12/KH-UBND\nHải Phòng, ngày 5 tháng 6 năm 2026\n"
		       "KẾ HOẠCH\nbảo vệ nguồn nước\nI. NHIỆM VỤ\n1. Sở Y tế kiểm tra.\n",
		       "Kế hoạch | 12/KH-UBND | Ủy ban nhân dân thành phố Hải Phòng | Hải Phòng | 2026-06-05", "bảo vệ nguồn nước", "");
	expect_head_of("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH\nSố: 12/KH-UBND\nTP. Hồ Chí Minh, ngày 5 tháng 6 năm 2026\n"
		       "KẾ HOẠCH\nbảo vệ nguồn nước\nI. NHIỆM VỤ\n1. Sở Y tế kiểm tra.\n",
		       "Kế hoạch | 12/KH-UBND | Ủy ban nhân dân thành phố Hồ Chí Minh | TP. Hồ Chí Minh | 2026-06-05",
		       "bảo vệ nguồn nước", "");
}

/* A decision in capitals, with its subject as letters have it; who has to obey gets no work by that. */
Test(habits, a_subject_in_capitals_is_no_roman_five)
{
	static const struct want_task tasks[] = { { "Đ2-1", "Theo dõi", "Sở Công Thương", "", NULL, NULL, NULL } };
	struct draft draft = { 0 };

	draft_of("UBND TỈNH NAM HẢI\nSố: 15/QĐ-UBND\nNam Hải, ngày 15 tháng 4 năm 2026\nQUYẾT ĐỊNH\nV/V BAN HÀNH QUY CHẾ BẢO VỆ NGUỒN NƯỚC\n"
		 "- Căn cứ Luật Tài nguyên nước số 28/2023/QH15;\nQUYẾT ĐỊNH:\nĐiều 1: Ban hành kèm theo Quyết định này Quy chế.\n"
		 "Điều 2: Giao Sở Công Thương theo dõi việc thực hiện.\n"
		 "Điều 3: Chánh Văn phòng UBND tỉnh, Giám đốc các Sở, ngành và các đơn vị liên quan chịu trách nhiệm thi hành./.\n",
		 &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

/* "1)" stands below no heading here. */
Test(habits, an_urgent_telegram_lists_what_it_orders)
{
	static const struct want_task tasks[] = {
		{ "1-1", "Gấp rút kiểm tra các hồ", "UBND các tỉnh, thành phố", "", NULL, NULL, NULL },
		{ "1-2", "Báo cáo kịp thời", "UBND các tỉnh, thành phố", "", NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of("BỘ XÂY DỰNG\nSố: 09/CĐ-BXD\nHà Nội, ngày 15 tháng 02 năm 2026\nCÔNG ĐIỆN\n\nĐể đề phòng hạn hán, Ban Chỉ đạo Trung ương về "
		 "nguồn nước yêu cầu UBND các tỉnh:\n1) Gấp rút kiểm tra các hồ.\n2) Báo cáo kịp thời.\n", &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

Test(habits, the_authority_below_the_title_says_whose_the_committee_is)
{
	expect_head_of("ỦY BAN NHÂN DÂN\n-------\nSố: 15/QĐ-UBND\nNam Hải, ngày 15 tháng 4 năm 2026\nQUYẾT ĐỊNH\nBan hành Quy chế\n"
		       "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NAM HẢI\nQUYẾT ĐỊNH:\nĐiều 1. Giao Sở Y tế theo dõi.\n",
		       "Quyết định | 15/QĐ-UBND | Ủy ban nhân dân tỉnh Nam Hải | Nam Hải | 2026-04-15", "Ban hành Quy chế", "");
}

/* One number, several orders: each is work of its own. */
Test(habits, each_order_of_a_line_is_work_of_its_own)
{
	static const struct want_task tasks[] = {
		{ "I-1", "Theo dõi", "Sở Y tế", "", NULL, "date ..2024-06-14", NULL },
		{ "I-2", "Lập dự toán", "Sở Xây dựng", "Sở Tài chính", NULL, NULL, NULL },
		{ "I-3", "Báo cáo", "Sở Y tế", "", NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of("UBND TỈNH NAM HẢI\nSố: 15/KH-UBND\nNam Hải, ngày 15 tháng 4 năm 2024\nKẾ HOẠCH\nBảo vệ nguồn nước\n\nI. NHIỆM VỤ\n"
		 "1. Giao Sở Y tế theo dõi trước ngày 15/6/2024. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập dự toán.\n"
		 "2. Sở Y tế báo cáo. Giao Sở Nội vụ kiểm tra.\n", &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

/* Bodies without a usual name at the head of a sentence; a full stop heads nothing among sentences that head nothing. */
Test(habits, those_who_hold_an_exam_have_work)
{
	static const struct want_task tasks[] = {
		{ "I-1", "Kiểm tra phòng thi", "Ban 1; Ban 2", "", NULL, NULL, NULL },
		{ "I-2", "Rà soát danh sách", "các trường THPT", "", NULL, NULL, NULL },
		{ "I-3", "Xét duyệt kết quả", "Hội đồng tuyển sinh", "", NULL, NULL, NULL },
		{ "I-4", "Sửa chữa cơ sở vật chất", "", "", NULL, NULL, NULL },
		{ "I-5", "Báo cáo kết quả", "các trường THCS", "", NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of("UBND TỈNH NAM HẢI\nSố: 15/KH-UBND\nNam Hải, ngày 15 tháng 4 năm 2024\nKẾ HOẠCH\nTổ chức kỳ thi\n\nI. NHIỆM VỤ\n"
		 "1. Ban 1, Ban 2 kiểm tra phòng thi.\n2. Các trường THPT rà soát danh sách học sinh.\n"
		 "3. Hội đồng tuyển sinh xét duyệt kết quả.\n4. Sửa chữa cơ sở vật chất.\n"
		 "Yêu cầu các trường THCS báo cáo kết quả.\n", &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

Test(habits, two_bodies_by_two_days_have_two_tasks)
{
	static const struct want_task tasks[] = {
		{ "I-1", "Thẩm định dự toán", "Sở Tài chính", "", NULL, "date ..2024-06-14", NULL },
		{ "I-2", "Bố trí kinh phí", "UBND các huyện, thành phố", "", NULL, "date ..2024-06-19", NULL },
		{ "I-3", "Theo dõi", "Sở Y tế", "", NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of("UBND TỈNH NAM HẢI\nSố: 15/KH-UBND\nNam Hải, ngày 15 tháng 4 năm 2024\nKẾ HOẠCH\nTổ chức kỳ thi\n\nI. NHIỆM VỤ\n"
		 "1. Sở Tài chính thẩm định dự toán trước ngày 15/6/2024; UBND các huyện bố trí kinh phí trước ngày 20/6/2024.\n"
		 "2. Sở Y tế theo dõi; Sở Tài chính cấp kinh phí.\n", &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

Test(habits, a_field_of_duties_is_no_order_and_two_lines_of_a_cell_are_two_bodies)
{
	static const struct want_task tasks[] = {
		{ "I.1-1", "Tuyên truyền", "Sở Văn hóa, Thể thao và Du lịch; Báo và Phát thanh, Truyền hình Nam Hải", "", NULL, NULL, NULL },
		{ "I.2-1", "Thực hiện một số nội dung khác", "Sở Y tế", "", NULL, NULL, NULL },
		{ "PL-1", "Xây dựng đề án", "Bộ Thông tin và Truyền thông; Bộ Khoa học và Công nghệ", "Sở Y tế; Sở Nội vụ", NULL, "year 2025-01-01..2025-12-31", NULL },
	};
	struct draft draft = { 0 };

	draft_of("UBND TỈNH NAM HẢI\nSố: 15/KH-UBND\nNam Hải, ngày 15 tháng 4 năm 2025\nKẾ HOẠCH\nThử\n\nI. NHIỆM VỤ\n"
		 "1. Sở Văn hóa, Thể thao và Du lịch; Báo và Phát thanh, Truyền hình Nam Hải\na) Tuyên truyền.\n2. Sở Y tế\n"
		 "- Thực hiện một số nội dung khác thuộc chức năng, nhiệm vụ của Sở Nội vụ hoặc theo sự phân công của UBND tỉnh.\n\n"
		 "PHỤ LỤC\nTT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"
		 "1\tXây dựng đề án\tBộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ\tSở Y tế Sở Nội vụ\t2025\n", &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}
