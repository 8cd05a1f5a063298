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
