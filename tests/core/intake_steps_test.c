/* The steps of the intake one by one: marks, labels, who does it. */
#include <criterion/criterion.h>
#include <string.h>

#include "core/intake/internal.h"
#include "tests/core/draft_check.h"

#define DEPARTMENTS "các Sở, Ban, ngành"
#define DISTRICTS "UBND các huyện, thành phố"

static struct mark read_mark(const char *text)
{
	struct words w = WORDS_INIT;
	struct mark mark;

	words_split(text, strlen(text), &w);
	mark = mark_of(&w);
	words_release(&w);
	return mark;
}

Test(marks, every_way_to_lead_a_line_is_known)
{
	static const struct {
		const char *text;
		enum mark_kind kind;
		int number;
		const char *rest;
	} rows[] = {
		{ "PHẦN I. CHUNG", MARK_PART, 1, "CHUNG" }, { "Phần thứ hai", MARK_PART, 2, "" },
		{ "Phần bốn: CHUNG", MARK_PART, 4, "CHUNG" }, { "PHẦN MỘT", MARK_PART, 1, "" },
		{ "Chương II", MARK_CHAPTER, 2, "" }, { "A. MỤC ĐÍCH", MARK_UPPER, 1, "MỤC ĐÍCH" },
		{ "IV. TỔ CHỨC", MARK_ROMAN, 4, "TỔ CHỨC" }, { "I- NỘI DUNG", MARK_ROMAN, 1, "NỘI DUNG" },
		{ "II/ Nội dung", MARK_ROMAN, 2, "Nội dung" }, { "Điều 3. Trách nhiệm", MARK_ARTICLE, 3, "Trách nhiệm" },
		{ "1. Mục đích", MARK_NUMBER, 1, "Mục đích" }, { "2.Yêu cầu", MARK_NUMBER, 2, "Yêu cầu" },
		{ "1/ Mục đích", MARK_NUMBER, 1, "Mục đích" }, { "3- Mục đích", MARK_NUMBER, 3, "Mục đích" },
		{ "1.2. Rà soát", MARK_SUBNUMBER, 2, "Rà soát" }, { "1.2 Rà soát", MARK_SUBNUMBER, 2, "Rà soát" },
		{ "1.2.3. Rà soát", MARK_SUBSUBNUMBER, 3, "Rà soát" },
		{ "a) Công khai", MARK_POINT, 1, "Công khai" }, { "đ) Vận động", MARK_POINT, 5, "Vận động" },
		{ "b. Công khai", MARK_POINT, 2, "Công khai" }, { "c- Công khai", MARK_POINT, 3, "Công khai" },
		{ "(1) Xây dựng", MARK_PAREN, 1, "Xây dựng" }, { "(ii) Xây dựng", MARK_PAREN, 2, "Xây dựng" },
		{ "1) Xây dựng", MARK_PAREN, 1, "Xây dựng" }, { "- Xây dựng", MARK_DASH, 0, "Xây dựng" },
		{ "– Xây dựng", MARK_DASH, 0, "Xây dựng" }, { "-Xây dựng", MARK_DASH, 0, "Xây dựng" },
		{ "- 100% số xã", MARK_DASH, 0, "100% số xã" }, { "+ Xây dựng", MARK_PLUS, 0, "Xây dựng" },
		{ "• Xây dựng", MARK_DOT, 0, "Xây dựng" }, { "* Xây dựng", MARK_DOT, 0, "Xây dựng" },
		{ "1.", MARK_NUMBER, 1, "" },
	};
	static const char *const none[] = {
		"Mục đích", "2013. Các sở", "2.500 người", "30 ngày", "- 2020 của tỉnh", "12/KH-UBND ngày", "340/NQ-HĐND",
		"Điều 5 của Luật", "Phần việc còn lại", "Phần hai bên cùng làm", "22/5/2013", "ông A", "", "(xem phụ lục)", "I", "a",
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct mark mark = read_mark(rows[i].text);

		cr_expect_eq(mark.kind, rows[i].kind, "«%s» is of kind %d", rows[i].text, mark.kind);
		cr_expect_eq(mark.number, rows[i].number, "«%s» has number %d", rows[i].text, mark.number);
		cr_expect_str_eq(rows[i].text + mark.length, rows[i].rest);
	}
	for (size_t i = 0; i < COUNT_OF(none); i++)
		cr_expect_eq(read_mark(none[i]).kind, MARK_NONE, "«%s» has no mark", none[i]);
}

static char *segments_told(const char *text)
{
	static const char *const names[] = { "", "lead=", "with=", "time=", "product=", "content=", "other=" };
	struct segment_list list = { 0 };
	struct strbuf out = STRBUF_INIT;

	segments_of(text, &list);
	for (size_t i = 0; i < list.count; i++)
		strbuf_addf(&out, "%s%s%.*s", i ? " | " : "", names[list.items[i].kind],
			    (int)(list.items[i].end - list.items[i].value), text + list.items[i].value);
	segment_list_release(&list);
	return strbuf_detach(&out);
}

Test(labels, a_line_is_cut_at_its_labels)
{
	static const char *const rows[][2] = {
		{ "Thời gian: Trong tháng 8/2013.", "time=Trong tháng 8/2013" },
		{ "Thời gian thực hiện : Quý II", "time=Quý II" },
		{ "Cơ quan chủ trì: Sở Y tế; cơ quan phối hợp: Sở Tài chính. Thời hạn hoàn thành: 30/9",
		  "lead=Sở Y tế | with=Sở Tài chính | time=30/9" },
		{ "Đơn vị chủ trì tham mưu: Sở Y tế", "lead=Sở Y tế" },
		{ "Đơn vị thực hiện: Sở Y tế", "lead=Sở Y tế" },
		{ "Xây dựng kế hoạch. Thời gian: Quý I.", "Xây dựng kế hoạch | time=Quý I" },
		{ "Mua sắm (Chủ trì: Sở Y tế; thời gian: Tháng 3)", "Mua sắm | lead=Sở Y tế | time=Tháng 3" },
		{ "Sản phẩm: Báo cáo (bản in)", "product=Báo cáo (bản in)" },
		{ "Nội dung: tập huấn", "content=tập huấn" },
		{ "Kinh phí: 50 triệu đồng", "other=50 triệu đồng" },
		{ "trên chuyên mục, chuyên trang: cải cách", "trên chuyên mục, chuyên trang: cải cách" },
		{ "gồm: Cải cách thể chế", "gồm: Cải cách thể chế" },
		{ "", "" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char *told = segments_told(rows[i][0]);

		cr_expect_str_eq(told, rows[i][1], "«%s» is cut into \"%s\"", rows[i][0], told);
		free(told);
	}
}

static char *who_told(const char *text)
{
	struct who who = { 0 };
	struct strbuf out = STRBUF_INIT;

	who_read(text, &who);
	for (size_t i = 0; i < who.leads.count; i++)
		strbuf_addf(&out, "%s%s", i ? "; " : "", who.leads.items[i].name);
	for (size_t i = 0; i < who.coordinating.count; i++)
		strbuf_addf(&out, "%s%s", i ? "; " : " + ", who.coordinating.items[i].name);
	if (who.via)
		strbuf_addf(&out, " via %s", who.via);
	strbuf_addf(&out, " > %s", text + who.work);
	who_release(&who);
	return strbuf_detach(&out);
}

Test(who, the_place_in_the_sentence_tells_who_does_it)
{
	static const char *const rows[][2] = {
		{ "Sở Y tế có trách nhiệm lập danh sách", "Sở Y tế > lập danh sách" },
		{ "Sở Y tế chủ trì, phối hợp với Sở Tài chính và các sở, ngành lập dự toán",
		  "Sở Y tế + Sở Tài chính; " DEPARTMENTS " > lập dự toán" },
		{ "Giám đốc Sở Y tế, Chủ tịch UBND các huyện, thành phố chỉ đạo", "Sở Y tế; " DISTRICTS " > chỉ đạo" },
		{ "Trên cơ sở kế hoạch này, căn cứ nhiệm vụ của mình, các sở, ban, ngành xây dựng",
		  DEPARTMENTS " > xây dựng" },
		{ "Giao Sở Y tế chủ trì tổng hợp", "Sở Y tế > tổng hợp" },
		{ "Đề nghị Hội Nông dân tỉnh vận động", "Hội Nông dân tỉnh > vận động" },
		{ "UBND tỉnh giao Sở Y tế tổng hợp", "Sở Y tế > tổng hợp" },
		{ "Trách nhiệm của Sở Y tế", "Sở Y tế > " },
		{ "NHIỆM VỤ CHUNG CỦA CÁC SỞ, BAN, NGÀNH", DEPARTMENTS " > " },
		{ "Nhiệm vụ cụ thể của Sở Y tế", "Sở Y tế > " },
		{ "Chỉ đạo các phòng chuyên môn rà soát hồ sơ", " > Chỉ đạo các phòng chuyên môn rà soát hồ sơ" },
		{ "Thanh tra Sở: Kiểm tra việc chấp hành", "Thanh tra Sở > Kiểm tra việc chấp hành" },
		{ "Trưởng phòng Nội vụ phân công người theo dõi", "Phòng Nội vụ > phân công người theo dõi" },
		{ "Lập danh sách (Sở Y tế; Quý III/2024)", "Sở Y tế > Lập danh sách (Sở Y tế; Quý III/2024)" },
		{ "Ngoài ra, UBND tỉnh giao Sở Y tế tổng hợp", "Sở Y tế > tổng hợp" },
		{ "Thực hiện rà soát để kiến nghị Cục Thủy lợi, Bộ Xây dựng xem xét",
		  " > Thực hiện rà soát để kiến nghị Cục Thủy lợi, Bộ Xây dựng xem xét" },
		{ "Phối hợp chặt chẽ với các cơ quan chủ trì trong việc kiểm tra",
		  " + các cơ quan, đơn vị > Phối hợp chặt chẽ với các cơ quan chủ trì trong việc kiểm tra" },
		{ "Sở Tư pháp - cơ quan thường trực của Hội đồng phối hợp có trách nhiệm đôn đốc", "Sở Tư pháp > đôn đốc" },
		{ "Phòng Nông nghiệp (Thường trực Ban Chỉ huy phòng thủ dân sự) chủ trì diễn tập",
		  "Phòng Nông nghiệp > diễn tập" },
		{ "Các chủ đầu tư dự án có trách nhiệm lắp đồng hồ", "các chủ đầu tư dự án > lắp đồng hồ" },
		{ "Hội nghị triển khai có trách nhiệm", " > Hội nghị triển khai có trách nhiệm" },
		{ "Sở Y tế là nơi nhận báo cáo do Sở Nội vụ chủ trì thực hiện",
		  "Sở Nội vụ > Sở Y tế là nơi nhận báo cáo do Sở Nội vụ chủ trì thực hiện" },
		{ "Sở Y tế chủ trì, phối hợp với các địa phương có hồ chứa kiểm tra nước",
		  "Sở Y tế + các địa phương > kiểm tra nước" },
		{ "Rà soát do Sở Y tế chủ trì", "Sở Y tế > Rà soát do Sở Y tế chủ trì" },
		{ "Lập danh sách (Sở Y tế)", "Sở Y tế > Lập danh sách (Sở Y tế)" },
		{ "Phối hợp với Công an tỉnh kiểm tra", " + Công an tỉnh > Phối hợp với Công an tỉnh kiểm tra" },
		{ "Sở Y tế chủ trì; các sở, ngành phối hợp thực hiện", "Sở Y tế + " DEPARTMENTS " > ; các sở, ngành phối hợp thực hiện" },
		{ "Các sở, ban, ngành báo cáo UBND tỉnh (qua Sở Y tế) hằng quý",
		  DEPARTMENTS " via Sở Y tế > báo cáo UBND tỉnh (qua Sở Y tế) hằng quý" },
		/* Spoken to or of, not given work. */
		{ "Tổ chức hội nghị đến các Sở, Ban, ngành", " > Tổ chức hội nghị đến các Sở, Ban, ngành" },
		{ "Báo cáo UBND tỉnh kết quả", " > Báo cáo UBND tỉnh kết quả" },
		{ "Đăng trên chuyên mục của Đài Phát thanh và Truyền hình tỉnh",
		  " > Đăng trên chuyên mục của Đài Phát thanh và Truyền hình tỉnh" },
		{ "Quy định của Chính phủ, của Bộ Y tế được thực hiện", " > Quy định của Chính phủ, của Bộ Y tế được thực hiện" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char *told = who_told(rows[i][0]);

		cr_expect_str_eq(told, rows[i][1], "«%s»\n  tells \"%s\"\n  not   \"%s\"", rows[i][0], told, rows[i][1]);
		free(told);
	}
}
