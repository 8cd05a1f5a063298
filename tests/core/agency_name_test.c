#include <criterion/criterion.h>
#include <string.h>

#include "core/plan/agency_name.h"

/* The names found in a text, joined by " | "; one named through its head has a "*" before it. */
static char *names_in(const char *text)
{
	struct agency_mention_list found = { 0 };
	struct strbuf out = STRBUF_INIT;
	size_t last = 0;

	agency_mentions(text, &found);
	for (size_t i = 0; i < found.count; i++) {
		cr_expect(found.items[i].start >= last, "«%s»: mentions overlap", text);
		cr_expect(found.items[i].end <= strlen(text));
		last = found.items[i].end;
		strbuf_addf(&out, "%s%s%s", i ? " | " : "", found.items[i].by_head ? "*" : "", found.items[i].name);
	}
	agency_mention_list_release(&found);
	return strbuf_detach(&out);
}

struct row {
	const char *text, *names;
};

static void check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *names = names_in(rows[i].text);

		cr_expect_str_eq(names, rows[i].names, "«%s»\n  gives \"%s\"\n  not   \"%s\"", rows[i].text, names,
				 rows[i].names);
		free(names);
	}
}

#define CHECK(table) check(table, sizeof(table) / sizeof *(table))

#define DEPARTMENTS "các Sở, Ban, ngành"
#define DISTRICTS "UBND các huyện, thành phố"

Test(agency_name, a_name_ends_where_its_words_end)
{
	static const struct row rows[] = {
		{ "Ban Thường vụ Tỉnh ủy và UBND tỉnh", "Ban Thường vụ Tỉnh ủy | UBND tỉnh" },
		{ "Trung tâm Phục vụ hành chính công xã", "Trung tâm Phục vụ hành chính công xã" },
		{ "Sở Y tế xây dựng kế hoạch", "Sở Y tế" },
		{ "Sở Tài chính bố trí kinh phí", "Sở Tài chính" },
		{ "Sở Công Thương chủ trì", "Sở Công Thương" },
		{ "Sở Kế hoạch và Đầu tư tổng hợp", "Sở Kế hoạch và Đầu tư" },
		{ "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch | Sở Y tế" },
		{ "Sở Lao động - Thương binh và Xã hội phối hợp", "Sở Lao động - Thương binh và Xã hội" },
		{ "Sở Lao động, Thương binh và Xã hội và Sở Y tế",
		  "Sở Lao động, Thương binh và Xã hội | Sở Y tế" },
		{ "Sở Nông nghiệp và Phát triển nông thôn hướng dẫn", "Sở Nông nghiệp và Phát triển nông thôn" },
		{ "Sở Giao thông vận tải rà soát", "Sở Giao thông vận tải" },
		{ "Sở Thông tin và truyền thông có trách nhiệm", "Sở Thông tin và Truyền thông" },
		{ "Sở Tư pháp và các đơn vị liên quan", "Sở Tư pháp | các cơ quan, đơn vị liên quan" },
		{ "Sở LĐTB&XH và Sở KH&CN, Sở NN&PTNT", "Sở LĐTB&XH | Sở KH&CN | Sở NN&PTNT" },
		{ "Sở Y tế (đầu mối)", "Sở Y tế" },
		{ "Sở nội vụ báo cáo", "Sở Nội vụ" },
		{ "sở Y tế", "Sở Y tế" },
		{ "Ban Dân tộc, Thanh tra tỉnh", "Ban Dân tộc | Thanh tra tỉnh" },
		{ "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh và Bộ đội Biên phòng tỉnh",
		  "Công an tỉnh | Bộ Chỉ huy Quân sự tỉnh | Bộ đội Biên phòng tỉnh" },
		{ "Văn phòng UBND tỉnh đôn đốc", "Văn phòng UBND tỉnh" },
		{ "Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng UBND tỉnh" },
		{ "Đài Phát thanh và Truyền hình tỉnh, Báo Sơn Bình đưa tin",
		  "Đài Phát thanh và Truyền hình tỉnh | Báo Sơn Bình" },
		{ "Báo Sơn bình", "Báo Sơn Bình" },
		{ "Cục Hải quan, Hội Nhà báo tỉnh", "Cục Hải quan | Hội Nhà báo tỉnh" },
		{ "Ban Chỉ đạo 389 tỉnh báo cáo", "Ban Chỉ đạo 389 tỉnh" },
		{ "Kho bạc Nhà nước tỉnh, Cục Thuế tỉnh", "Kho bạc Nhà nước tỉnh | Cục Thuế tỉnh" },
		{ "Bảo hiểm xã hội tỉnh", "Bảo hiểm xã hội tỉnh" },
		{ "Ban Quản lý các khu công nghiệp tỉnh", "Ban Quản lý các khu công nghiệp tỉnh" },
		{ "Ban Tổ chức Tỉnh ủy, Ban Tuyên giáo Tỉnh ủy", "Ban Tổ chức Tỉnh ủy | Ban Tuyên giáo Tỉnh ủy" },
		{ "Hội Nông dân, Hội Liên hiệp Phụ nữ tỉnh, Tỉnh đoàn",
		  "Hội Nông dân | Hội Liên hiệp Phụ nữ tỉnh | Tỉnh đoàn" },
		{ "Uỷ ban Mặt trận Tổ quốc tỉnh và các đoàn thể",
		  "Ủy ban Mặt trận Tổ quốc tỉnh | các đoàn thể, tổ chức chính trị - xã hội" },
		{ "Vụ Thi đua, Khen thưởng và Tuyên truyền, Văn phòng Bộ gương mẫu",
		  "Vụ Thi đua, Khen thưởng và Tuyên truyền | Văn phòng Bộ" },
		{ "Phòng Tài chính - Kế hoạch bố trí", "Phòng Tài chính - Kế hoạch" },
		{ "Đài Phát thanh và Truyền hình Sơn Bình, Công an Sơn Bình và các cơ quan báo chí",
		  "Đài Phát thanh và Truyền hình Sơn Bình | Công an Sơn Bình | các cơ quan báo chí" },
		{ "Báo Tài nguyên và Môi trường mở chuyên mục", "Báo Tài nguyên và Môi trường" },
		{ "Bộ Nội vụ công bố", "Bộ Nội vụ" },
		{ "Trung tâm Xúc tiến Đầu tư tỉnh", "Trung tâm Xúc tiến Đầu tư tỉnh" },
		{ "Trường Chính trị tỉnh", "Trường Chính trị tỉnh" },
	};

	CHECK(rows);
}

/* What looks like a verb may be half of a name, and the other way round. */
Test(agency_name, a_name_ends_where_its_work_begins)
{
	static const struct row rows[] = {
		{ "Trung tâm Phát triển quỹ đất lập hồ sơ", "Trung tâm Phát triển quỹ đất" },
		{ "Trung tâm Kiểm soát bệnh tật tỉnh giám sát", "Trung tâm Kiểm soát bệnh tật tỉnh" },
		{ "Cục Bảo vệ thực vật kiểm tra", "Cục Bảo vệ thực vật" },
		{ "Cục Biến đổi khí hậu chủ trì, phối hợp với Cục Kiểm soát ô nhiễm môi trường, Vụ Đất đai rà soát",
		  "Cục Biến đổi khí hậu | Cục Kiểm soát ô nhiễm môi trường | Vụ Đất đai" },
		{ "Cục Chuyển đổi số và Thông tin dữ liệu lập danh mục", "Cục Chuyển đổi số và Thông tin dữ liệu" },
		{ "Viện Chiến lược, Chính sách nguồn nước nghiên cứu", "Viện Chiến lược, Chính sách nguồn nước" },
		{ "Viện Khoa học Khí tượng thủy văn và Biến đổi khí hậu; Viện Mắt chủ trì",
		  "Viện Khoa học Khí tượng thủy văn và Biến đổi khí hậu | Viện Mắt" },
		{ "Ủy ban Kiểm tra Tỉnh ủy kiểm tra các chi bộ", "Ủy ban Kiểm tra Tỉnh ủy | các chi bộ, đảng bộ" },
		{ "Bộ Ngoại giao chủ trì", "Bộ Ngoại giao" },
		{ "Phòng Kinh tế bảo quản hồ sơ", "Phòng Kinh tế" },
		{ "Sở VH,TT&DL, Sở KH&CN tuyên truyền", "Sở VH,TT&DL | Sở KH&CN" },
		{ "UBND thành phố Hải Phòng giao", "UBND thành phố Hải Phòng" },
		{ "Thứ trưởng Bộ Xây dựng Nguyễn Văn An vừa ký", "*Bộ Xây dựng" },
		{ "đồng chí Giám đốc Sở Y tế Lê Thị Bình kiểm tra", "*Sở Y tế" },
		{ "Yêu cầu các bộ phận chuyên môn rà soát", "các cơ quan, đơn vị" },
		{ "Bộ phận Một cửa, Văn phòng HĐND&UBND huyện", "Bộ phận Một cửa | Văn phòng HĐND&UBND huyện" },
		{ "Công đoàn tỉnh, Khối Dân vận", "Công đoàn tỉnh | Khối Dân vận" },
		{ "Bộ Xây dựng trình Chính phủ", "Bộ Xây dựng | Chính phủ" },
		{ "Ban An toàn giao thông tỉnh kiểm tra", "Ban An toàn giao thông tỉnh" },
		{ "Ban Quản lý các công trình công cộng mở lớp học", "Ban Quản lý các công trình công cộng" },
		{ "Ban QLDA đầu tư xây dựng các công trình Giao thông và Thủy lợi hoàn thiện",
		  "Ban QLDA đầu tư xây dựng các công trình Giao thông và Thủy lợi" },
		{ "Ban Quản lý dự án đầu tư xây dựng lập hồ sơ", "Ban Quản lý dự án đầu tư xây dựng" },
		{ "Đảng ủy Hội đồng nhân dân tỉnh", "Đảng ủy Hội đồng nhân dân tỉnh" },
		{ "Cục Thuế triển khai", "Cục Thuế" },
		{ "Thuế tỉnh, Thống kê tỉnh thu thập", "Thuế tỉnh | Thống kê tỉnh" },
		{ "thuế đất và thống kê đất đai", "" },
		{ "Chi cục chăn nuôi và thú y tiêm phòng", "Chi cục Chăn nuôi và Thú y" },
		{ "Phòng chống tham nhũng", "" },
		{ "phòng giáo dục và đào tạo các quận, huyện", "Phòng Giáo dục và Đào tạo các quận, huyện" },
		{ "công an phường và công an", "Công an phường" },
	};

	CHECK(rows);
}

/* Bodies of the Party, of forests, of elections, companies: they lead work in the plans of communes and of ministries. */
Test(agency_name, bodies_beyond_departments_are_known)
{
	static const struct row rows[] = {
		{ "Các ban Đảng mở lớp", "các ban Đảng" },
		{ "Các chi bộ trực thuộc Đảng uỷ", "các chi bộ, đảng bộ" },
		{ "Cơ quan Uỷ ban Kiểm tra Đảng uỷ xã", "Cơ quan Ủy ban Kiểm tra Đảng ủy xã" },
		{ "Cơ quan Uỷ ban Mặt trận Tổ quốc Việt Nam xã", "Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam xã" },
		{ "Cơ quan Thường trực Ban Chỉ đạo kiểm tra", "Cơ quan Thường trực Ban Chỉ đạo" },
		{ "Hạt Kiểm lâm huyện Hữu Lũng, Trạm Kiểm lâm", "Hạt Kiểm lâm huyện Hữu Lũng | Trạm Kiểm lâm" },
		{ "Kiểm lâm địa bàn và UBND xã Bình An", "Kiểm lâm địa bàn | UBND xã Bình An" },
		{ "Tổng Liên đoàn Lao động Việt Nam hướng dẫn", "Tổng Liên đoàn Lao động Việt Nam" },
		{ "Ủy ban bầu cử tỉnh công bố", "Ủy ban bầu cử tỉnh" },
		{ "Thanh tra Chính phủ, Thanh tra các Bộ, ngành, địa phương thực hiện",
		  "Thanh tra Chính phủ | Thanh tra các Bộ, ngành, địa phương" },
		{ "Các Tập đoàn, Tổng Công ty nhà nước xây dựng", "các tập đoàn, tổng công ty" },
		{ "công chức Tư pháp - Hộ tịch", "Công chức Tư pháp - Hộ tịch" },
		{ "Trung tâm Y tế các huyện, thành phố rà soát", "Trung tâm Y tế các huyện, thành phố" },
		{ "UBND TP giao Sở Y tế", "UBND TP | Sở Y tế" },
		{ "Giám đốc: Sở Y tế, Sở Tư pháp", "*Sở Y tế | Sở Tư pháp" },
		{ "các cơ quan, ban ngành, đoàn thể xã", "các cơ quan, đơn vị | các Sở, Ban, ngành" },
	};

	CHECK(rows);
}

Test(agency_name, committees_keep_their_place)
{
	static const struct row rows[] = {
		{ "UBND tỉnh", "UBND tỉnh" },
		{ "Uỷ ban nhân dân tỉnh Sơn Bình ban hành", "UBND tỉnh Sơn Bình" },
		{ "UBND huyện Bắc Giang Thượng chủ trì", "UBND huyện Bắc Giang Thượng" },
		{ "UBND huyện Sơn Tây, UBND thành phố Sơn Bình", "UBND huyện Sơn Tây | UBND thành phố Sơn Bình" },
		{ "UBND tỉnh Sơn bình", "UBND tỉnh Sơn Bình" },
		{ "UBND huyện Phú Lâm, huyện An Đồng và thành phố Sơn Bình chỉ đạo",
		  "UBND huyện Phú Lâm | UBND huyện An Đồng | UBND thành phố Sơn Bình" },
		{ "UBND thị xã An Lạc và UBND xã Minh Khai", "UBND thị xã An Lạc | UBND xã Minh Khai" },
		{ "UBND tỉnh Bà Rịa - Vũng Tàu", "UBND tỉnh Bà Rịa - Vũng Tàu" },
		{ "HĐND tỉnh và UBND tỉnh", "HĐND tỉnh | UBND tỉnh" },
	};

	CHECK(rows);
}

Test(agency_name, a_person_at_the_head_stands_for_the_body)
{
	static const struct row rows[] = {
		{ "Giám đốc Sở Y tế", "*Sở Y tế" },
		{ "Chủ tịch UBND huyện Sơn Tây", "*UBND huyện Sơn Tây" },
		{ "Chánh Văn phòng UBND tỉnh", "*Văn phòng UBND tỉnh" },
		{ "Chánh Thanh tra tỉnh", "*Thanh tra tỉnh" },
		{ "Trưởng Ban Dân tộc", "*Ban Dân tộc" },
		{ "Trưởng phòng Nội vụ", "*Phòng Nội vụ" },
		{ "Trưởng các thôn, tổ trưởng tổ dân phố", "*các thôn, tổ dân phố | *các thôn, tổ dân phố" },
		{ "Trưởng công an huyện", "*Công an huyện" },
		{ "Chánh văn phòng HĐND và UBND huyện", "*Văn phòng HĐND và UBND huyện" },
		{ "Bộ trưởng Bộ Nội vụ", "*Bộ Nội vụ" },
		{ "Thủ trưởng các Sở, Ban, ngành, Lãnh đạo UBND các huyện, thành phố",
		  "*" DEPARTMENTS " | *" DISTRICTS },
		{ "Giám đốc, Thủ trưởng các sở, ban, ngành tỉnh; Chủ tịch UBND các huyện, thị xã, thành phố",
		  "*" DEPARTMENTS " | *" DISTRICTS },
		{ "Thủ tướng Chính phủ", "Thủ tướng Chính phủ" },
		{ "Phó Chủ tịch thường trực", "" },
	};

	CHECK(rows);
}

Test(agency_name, a_collective_is_one_group_in_all_its_spellings)
{
	static const char *const departments[] = {
		"các Sở, Ban, ngành", "các Sở, Ban, ngành tỉnh", "Các sở, ban, ngành", "các sở, ban ngành",
		"các Sở, ban ngành", "các sở ban ngành", "các sở, ngành", "các sở, ngành tỉnh",
		"các sở, ban, ngành, đoàn thể", "các sở, ban, ngành, đoàn thể tỉnh", "các sở, ban, ngành và đoàn thể",
		"các sở, ban, ngành cấp tỉnh", "các sở, ban, ngành của tỉnh", "các sở, ban, ngành thuộc tỉnh",
		"các sở, ban, ngành thuộc UBND tỉnh", "các Sở, Ban, Ngành", "Sở, ban, ngành", "sở, ngành",
		"các sở, ban, ngành liên quan", "các sở, ngành có liên quan", "các sở, ngành, đơn vị",
		"các sở, ban, ngành, đơn vị liên quan", "các sở; ", "các cơ quan chuyên môn thuộc UBND tỉnh",
		"các Sở, các ban, ngành", "các ban, ngành", "các sở, ban, ngành trên địa bàn tỉnh", "CÁC SỞ, BAN, NGÀNH",
	};
	static const char *const districts[] = {
		"UBND các huyện, thành phố", "UBND các huyện thành phố", "UBND các huyện, thị xã, thành phố",
		"Ủy ban nhân dân các huyện, thành phố", "Uỷ ban nhân dân các huyện, thị xã, thành phố",
		"UBND huyện, thành phố", "UBND các huyện và thành phố", "UBND cấp huyện",
		"các huyện, thành phố", "UBND các quận, huyện", "UBND các huyện, thành phố trên địa bàn tỉnh",
	};

	for (size_t i = 0; i < sizeof departments / sizeof *departments; i++)
		check(&(struct row){ departments[i], DEPARTMENTS }, 1);
	for (size_t i = 0; i < sizeof districts / sizeof *districts; i++)
		check(&(struct row){ districts[i], DISTRICTS }, 1);
}

Test(agency_name, two_collectives_in_a_row_are_two_groups)
{
	static const struct row rows[] = {
		{ "các Sở, Ban, ngành, UBND các huyện, thành phố", DEPARTMENTS " | " DISTRICTS },
		{ "các sở, ban, ngành và UBND các huyện, thành phố", DEPARTMENTS " | " DISTRICTS },
		{ "các Sở, ban ngành, UBND các huyện thành phố theo dõi", DEPARTMENTS " | " DISTRICTS },
		{ "các sở, ban, ngành, các huyện, thành phố", DEPARTMENTS " | " DISTRICTS },
		{ "các sở, ban, ngành, địa phương", DEPARTMENTS " | " DISTRICTS },
		{ "UBND các huyện, thành phố; UBND các xã, phường, thị trấn",
		  DISTRICTS " | UBND các xã, phường, thị trấn" },
		{ "các Bộ, ngành, địa phương", "các Bộ, ngành | UBND các tỉnh, thành phố" },
		{ "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, UBND các tỉnh, thành phố trực thuộc Trung ương",
		  "các Bộ, ngành | UBND các tỉnh, thành phố" },
		{ "các cơ quan, đơn vị, địa phương", "các cơ quan, đơn vị" },
		{ "với cơ quan liên quan kiểm tra", "các cơ quan, đơn vị liên quan" },
		{ "với ngành chức năng có liên quan", "các cơ quan, đơn vị liên quan" },
		{ "với chính quyền địa phương", "các địa phương" },
		{ "cơ quan thẩm quyền, đơn vị tính", "" },
	};

	CHECK(rows);
}

Test(agency_name, one_head_before_a_list_heads_each_of_its_names)
{
	static const struct row rows[] = {
		{ "các Sở: Tư pháp, Y tế, Kế hoạch và Đầu tư và UBND các huyện, thành phố",
		  "Sở Tư pháp | Sở Y tế | Sở Kế hoạch và Đầu tư | " DISTRICTS },
		{ "các sở Tài chính, Thông tin và Truyền thông và Y tế rà soát",
		  "Sở Tài chính | Sở Thông tin và Truyền thông | Sở Y tế" },
		{ "các sở, ngành: Tài chính, Công an tỉnh", "Sở Tài chính | Công an tỉnh" },
		{ "Các Bộ: Công an, Tài chính, Xây dựng", "Bộ Công an | Bộ Tài chính | Bộ Xây dựng" },
		{ "với các Bộ Xây dựng, Tư pháp, Công Thương hoàn thiện", "Bộ Xây dựng | Bộ Tư pháp | Bộ Công Thương" },
	};

	CHECK(rows);
}

Test(agency_name, common_words_are_no_bodies)
{
	static const struct row rows[] = {
		{ "cán bộ, công chức, viên chức", "" },
		{ "cơ sở vật chất và trụ sở làm việc", "" },
		{ "trên cơ sở những nhiệm vụ", "" },
		{ "ban hành kế hoạch; báo cáo kết quả", "" },
		{ "Báo cáo Chủ tịch UBND tỉnh", "*UBND tỉnh" },
		{ "Hội nghị tổng kết; Trường hợp cần thiết", "" },
		{ "tổ chức bộ máy, toàn bộ, nội bộ", "" },
		{ "Bộ tiêu chí đánh giá", "" },
		{ "xây dựng Chính phủ điện tử", "" },
		{ "trong thời gian qua", "" },
		{ "công tác thanh tra, kiểm tra", "" },
		{ "", "" },
	};

	CHECK(rows);
}

Test(agency_name, capitals_are_evened)
{
	static const struct row rows[] = {
		{ "SỞ NỘI VỤ", "Sở Nội vụ" },
		{ "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Sở Kế hoạch và Đầu tư" },
		{ "UBND TỈNH SƠN BÌNH", "UBND tỉnh Sơn Bình" },
		{ "ỦY BAN NHÂN DÂN HUYỆN SƠN TÂY", "UBND huyện Sơn Tây" },
		{ "CÔNG AN TỈNH", "Công an tỉnh" },
		{ "UBND TỈNH SƠN BÌNH BAN CHỈ ĐẠO 389", "UBND tỉnh Sơn Bình | Ban chỉ đạo 389" },
	};

	CHECK(rows);
}

Test(agency_name, a_list_of_bodies_and_nothing_else_is_known_as_such)
{
	static const char *const lists[] = {
		"Sở Tư pháp; các Sở, Ban, ngành", "Sở Y tế", "Sở Y tế và Sở Tài chính.", "Giám đốc Sở Y tế",
	};
	static const char *const others[] = {
		"", "Theo phân công tại Quyết định số 12/QĐ-UBND", "Sở Y tế tham mưu", "Kinh phí",
	};

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct agency_mention_list found = { 0 };

		cr_expect(agency_list_parse(lists[i], &found), "«%s» is a list", lists[i]);
		cr_expect(found.count > 0);
		agency_mention_list_release(&found);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct agency_mention_list found = { 0 };

		cr_expect_not(agency_list_parse(others[i], &found), "«%s» is more than a list", others[i]);
		agency_mention_list_release(&found);
	}
}

Test(agency_name, the_kind_is_in_the_shape)
{
	static const struct {
		const char *name, *kind;
	} rows[] = {
		{ "Sở Y tế", "department" }, { "Văn phòng UBND tỉnh", "department" }, { "UBND tỉnh Sơn Bình", "province" },
		{ "UBND huyện Sơn Tây", "district" }, { "UBND thành phố Sơn Bình", "district" },
		{ "UBND xã Minh Khai", "commune" }, { "Bộ Nội vụ", "ministry" }, { "Thủ tướng Chính phủ", "ministry" },
		{ "Công an tỉnh", "vertical" }, { "Cục Thuế tỉnh", "vertical" }, { "Tỉnh ủy", "party" },
		{ "Hội Nông dân tỉnh", "party" }, { "Báo Sơn Bình", "press" }, { "Trường Chính trị tỉnh", "other" },
		{ "các Sở, Ban, ngành", "group" }, { "Công ty Cây xanh", "other" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_str_eq(agency_kind_word(agency_kind_of_name(rows[i].name)), rows[i].kind, "%s", rows[i].name);
}

Test(agency_name, bodies_outside_the_administration_are_asked)
{
	cr_expect(agency_is_requested("Ủy ban Mặt trận Tổ quốc tỉnh"));
	cr_expect(agency_is_requested("Hội Nông dân tỉnh"));
	cr_expect(agency_is_requested("Tòa án nhân dân tỉnh"));
	cr_expect_not(agency_is_requested("Sở Y tế"));
	cr_expect_not(agency_is_requested("UBND huyện Sơn Tây"));
}

static void expect_same_key(const char *a, const char *b, bool same)
{
	struct strbuf ka = STRBUF_INIT, kb = STRBUF_INIT;

	agency_name_key(a, &ka);
	agency_name_key(b, &kb);
	cr_expect_eq(!strcmp(ka.text, kb.text), same, "%s -> \"%s\", %s -> \"%s\"", a, ka.text, b, kb.text);
	strbuf_release(&ka);
	strbuf_release(&kb);
}

Test(agency_name, all_spellings_of_a_body_have_one_key)
{
	static const char *const same[][2] = {
		{ "UBND tỉnh", "Ủy ban nhân dân tỉnh" }, { "Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh" },
		{ "Sở KH&ĐT", "Sở Kế hoạch và Đầu tư" }, { "Sở KH&CN", "Sở Khoa học và Công nghệ" },
		{ "Sở LĐTB&XH", "Sở Lao động - Thương binh và Xã hội" },
		{ "Sở Lao động, Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội" },
		{ "Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn" },
		{ "Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch" }, { "SKHĐT", "Sở Kế hoạch và Đầu tư" },
		{ "VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh" }, { "Sở nội vụ", "SỞ NỘI VỤ" },
		{ "Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh" }, { "Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh" },
		{ "Đài PT-TH tỉnh", "Đài Phát thanh và Truyền hình tỉnh" },
		{ "các sở, ban ngành tỉnh", "các Sở, Ban, ngành" }, { "UBND các huyện thành phố", "UBND các huyện, thị xã, thành phố" },
		{ "Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch" },
	};
	static const char *const different[][2] = {
		{ "Sở Nội vụ", "Sở Ngoại vụ" }, { "UBND tỉnh", "UBND huyện" }, { "Sở Y tế", "Sở Tư pháp" },
		{ "UBND huyện Sơn Tây", "UBND huyện Sơn Đông" }, { "Công an tỉnh", "Công an huyện Sơn Tây" },
		{ "các Sở, Ban, ngành", "các Bộ, ngành" },
	};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		expect_same_key(same[i][0], same[i][1], true);
	for (size_t i = 0; i < sizeof different / sizeof *different; i++)
		expect_same_key(different[i][0], different[i][1], false);
}

Test(agency_name, a_code_is_proposed_by_the_usual_rule)
{
	static const char *const rows[][2] = {
		{ "Sở Y tế", "SYT" }, { "Sở Kế hoạch và Đầu tư", "SKHĐT" }, { "Văn phòng UBND tỉnh", "VPUBNDT" },
		{ "Sở LĐTB&XH", "SLĐTBXH" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *code = agency_propose_code(rows[i][0]);

		cr_expect_str_eq(code, rows[i][1]);
		free(code);
	}
}

Test(agency_name, capitals_become_the_letters_of_running_text)
{
	static const char *const names[][2] = {
		{ "SỞ NỘI VỤ", "Sở Nội vụ" },
		{ "UỶ BAN NHÂN DÂN TỈNH SƠN BÌNH", "Ủy ban nhân dân tỉnh Sơn Bình" },
		{ "UBND TỈNH SƠN BÌNH", "UBND tỉnh Sơn Bình" },
		{ "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", "Văn phòng Ủy ban nhân dân tỉnh" },
		{ "HỘI ĐỒNG NHÂN DÂN HUYỆN AN ĐỒNG", "Hội đồng nhân dân huyện An Đồng" },
		{ "BỘ KHOA HỌC VÀ CÔNG NGHỆ", "Bộ Khoa học và Công nghệ" },
		{ "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội" },
		{ "SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH", "Sở Văn hoá, Thể thao và Du lịch" },
		{ "SỞ NÔNG NGHIỆP VÀ PTNT", "Sở Nông nghiệp và PTNT" },
		{ "SỞ CÔNG THƯƠNG", "Sở Công Thương" },
		{ "CỤC THUẾ TỈNH SƠN BÌNH", "Cục Thuế tỉnh Sơn Bình" },
		{ "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "Ngân hàng Nhà nước Việt Nam" },
		{ "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh" },
		{ "ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH TỈNH", "Đài Phát thanh và Truyền hình tỉnh" },
		{ "BỘ CHỈ HUY QUÂN SỰ TỈNH", "Bộ Chỉ huy quân sự tỉnh" },
		{ "TỈNH ỦY SƠN BÌNH", "Tỉnh ủy Sơn Bình" }, { "BAN TỔ CHỨC TỈNH ỦY", "Ban Tổ chức Tỉnh ủy" },
		{ "THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ" }, { "ỦY BAN DÂN TỘC", "Ủy ban Dân tộc" },
		{ "ĐOÀN KIỂM TRA LIÊN NGÀNH", "Đoàn kiểm tra liên ngành" },
		{ "Sở Nội vụ", "Sở Nội vụ" }, { "SNV tỉnh", "SNV tỉnh" }, { "12", "12" }, { "", "" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char *evened = agency_name_evened(names[i][0]);

		cr_expect_str_eq(evened, names[i][1], "%s: %s", names[i][0], evened);
		free(evened);
	}
}
