/* Numbers in a row, bodies above their points, labelled blocks: as a city's plan has them. */
#include <criterion/criterion.h>

#include "tests/core/draft_check.h"

static const char plan[] =
	"ỦY BAN NHÂN DÂN\n"
	"THÀNH PHỐ ĐỒNG MAI\n"
	"-------\n"
	"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	"Độc lập - Tự do - Hạnh phúc\n"
	"---------------\n"
	"Số: 145/KH-UBND\n"
	"Đồng Mai, ngày 05 tháng 02 năm 2021\n"
	"\n"
	"KẾ HOẠCH\n"
	"Phòng, chống thiên tai trên địa bàn thành phố năm 2021\n"
	"\n"
	"I. NHIỆM VỤ TRỌNG TÂM\n"
	"1. Hoàn thiện thể chế\n"
	"1.1. Rà soát, sửa đổi Quy chế hoạt động của Ban Chỉ huy.\n"
	"- Cơ quan chủ trì: Sở Nông nghiệp và Phát triển nông thôn.\n"
	"- Cơ quan phối hợp: Sở Tư pháp, Văn phòng UBND thành phố.\n"
	"- Thời gian hoàn thành: Quý II năm 2021.\n"
	"1.2. Xây dựng phương án ứng phó với bão mạnh, siêu bão.\n"
	"- Đơn vị chủ trì: Bộ Chỉ huy Quân sự thành phố; đơn vị phối hợp: Công an thành phố.\n"
	"- Thời gian thực hiện: trước ngày 30/4/2021.\n"
	"2. Tuyên truyền\n"
	"a) Sở Thông tin và Truyền thông chủ trì, phối hợp với Báo Đồng Mai tăng cường tuyên truyền; "
	"hoàn thành trong tháng 5/2021.\n"
	"b) Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố vận động nhân dân tham gia.\n"
	"II. TỔ CHỨC THỰC HIỆN\n"
	"1. Sở Nông nghiệp và Phát triển nông thôn\n"
	"- Là cơ quan thường trực, theo dõi, đôn đốc việc thực hiện Kế hoạch.\n"
	"2. Sở Tài chính\n"
	"- Cân đối, bố trí kinh phí thực hiện.\n"
	"Nơi nhận:\n"
	"- Chủ tịch, các PCT UBND thành phố;\n"
	"- Các sở, ban, ngành;\n"
	"- Lưu: VT, NN.\n"
	"TM. ỦY BAN NHÂN DÂN\n"
	"KT. CHỦ TỊCH\n"
	"PHÓ CHỦ TỊCH\n"
	"Trần Văn Mẫu\n";

Test(intake_blocks, second_numbers_and_points_under_a_body_are_kept_apart)
{
	static const struct want_section sections[] = {
		{ "I", "NHIỆM VỤ TRỌNG TÂM" }, { "I.1", "Hoàn thiện thể chế" }, { "I.2", "Tuyên truyền" },
		{ "II", "TỔ CHỨC THỰC HIỆN" }, { "II.1", "Sở Nông nghiệp" }, { "II.2", "Sở Tài chính" },
	};
	static const struct want_task tasks[] = {
		{ "I.1-1", "Rà soát, sửa đổi Quy chế", "Sở Nông nghiệp và Phát triển nông thôn",
		  "Sở Tư pháp; Văn phòng UBND thành phố", NULL, "quarter 2021-04-01..2021-06-30", "Quý II năm 2021" },
		{ "I.1-2", "Xây dựng phương án", "Bộ Chỉ huy Quân sự thành phố", "Công an thành phố", NULL, NULL,
		  "trước ngày 30/4/2021" },
		{ "I.2-1", "Tăng cường tuyên truyền", "Sở Thông tin và Truyền thông", "Báo Đồng Mai", NULL,
		  "month 2021-05-01..2021-05-31", NULL },
		{ "I.2-2", "Vận động nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", "", NULL, NULL, NULL },
		{ "II.1-1", "Là cơ quan thường trực", "Sở Nông nghiệp và Phát triển nông thôn", NULL, NULL, NULL, NULL },
		{ "II.2-1", "Cân đối, bố trí kinh phí", "Sở Tài chính", NULL, NULL, NULL, NULL },
	};
	struct draft draft = { 0 };

	draft_of(plan, &draft);
	check_sections(&draft, sections, COUNT_OF(sections));
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	check_nothing_lost(plan, &draft, "blocks");
	cr_assert_str_eq(draft.plan.issuer, "Ủy ban nhân dân thành phố Đồng Mai");
	cr_assert_str_eq(draft.plan.signer_name, "Trần Văn Mẫu");
	draft_release(&draft);
}

Test(intake_blocks, a_value_may_stand_on_the_line_below_its_label)
{
	static const char text[] =
		"UBND TỈNH NAM HẢI\nSố: 31/KH-UBND\nNam Hải, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nĐào tạo nghề\n\n"
		"I. NHIỆM VỤ\n1. Xây dựng đề án đào tạo nghề\nCơ quan chủ trì:\nSở Nội vụ\nCơ quan phối hợp:\n- Sở Tài chính\n"
		"- Sở Y tế\nThời gian hoàn thành:\nQuý II/2026\nSản phẩm:\nĐề án\n"
		"2. Mở lớp cho cán bộ xã\nCơ quan chủ trì: Sở Y tế\n";
	static const struct want_task tasks[] = {
		{ "I-1", "Xây dựng đề án", "Sở Nội vụ", "Sở Tài chính; Sở Y tế", NULL, "quarter 2026-04-01..2026-06-30", "Quý II/2026" },
		{ "I-2", "Mở lớp", "Sở Y tế", "", NULL, "none ..", "" },
	};
	struct draft draft = { 0 };

	draft_of(text, &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	cr_expect_str_eq(task_at(&draft, "I-1")->task.product, "Đề án");
	check_nothing_lost(text, &draft, "values below");
	draft_release(&draft);
}

Test(intake_blocks, work_with_labels_needs_no_heading_above_it)
{
	static const struct want_section sections[] = { { "1", "Nhiệm vụ" } };
	static const struct want_task tasks[] = {
		{ "1-1", "Khảo sát các hồ chứa", "Sở Xây dựng", "Công an tỉnh", NULL, NULL, NULL },
		{ "1-2", "Lập bản đồ ngập lụt", "Sở Tài chính", "", NULL, "quarter 2024-10-01..2024-12-31", "Quý IV/2024" },
	};
	struct draft draft = { 0 };

	draft_of("PHỤ LỤC\nDanh mục nhiệm vụ\n\n1. Khảo sát các hồ chứa\n- Chủ trì: Sở Xây dựng\n- Phối hợp: Công an tỉnh\n"
		 "2. Lập bản đồ ngập lụt\n- Chủ trì: Sở Tài chính\n- Thời gian: Quý IV/2024\n",
		 &draft);
	check_sections(&draft, sections, COUNT_OF(sections));
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	for (size_t i = 0; i < draft.unused.count; i++)
		cr_expect_str_eq(draft.unused.items[i].why, "tên phụ lục");
	cr_expect_eq(draft.unused.count, 2);
	draft_release(&draft);
}

Test(intake_blocks, beside_a_heading_work_with_labels_is_a_section_of_its_own)
{
	static const struct want_section sections[] = { { "1", "Mục đích" }, { "2", "Khảo sát các hồ chứa" } };
	static const struct want_task tasks[] = { { "2-1", "Khảo sát các hồ chứa", "Sở Xây dựng", "", NULL, NULL, NULL } };
	struct draft draft = { 0 };

	draft_of("KẾ HOẠCH\nBảo vệ hồ chứa\n1. Mục đích\nNâng cao an toàn.\n2. Khảo sát các hồ chứa\n- Chủ trì: Sở Xây dựng\n", &draft);
	check_sections(&draft, sections, COUNT_OF(sections));
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}

/* As a converter to text breaks lines. */
Test(intake_blocks, a_label_broken_over_two_lines_is_one)
{
	static const struct want_task tasks[] = {
		{ "I-1", "Ký kết thỏa thuận", "Văn phòng UBND tỉnh", "Sở Ngoại vụ", NULL, NULL, "Trước 30/9/2024" },
	};
	struct draft draft = { 0 };

	draft_of("KẾ HOẠCH\nĐối ngoại năm 2024\nI. NHIỆM VỤ\n1. Ký kết thỏa thuận\n"
		 "Cơ quan chủ trì: Văn phòng UBND tỉnh; cơ quan phối hợp: Sở Ngoại vụ. Thời\nhạn hoàn thành: Trước 30/9/2024.\n",
		 &draft);
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	draft_release(&draft);
}
