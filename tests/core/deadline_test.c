#include <criterion/criterion.h>
#include <string.h>

#include "core/plan/deadline.h"

/*
 * What each form means was worked out by hand from the rules of deadline.h, on
 * the forms that clerks really write. PLAN is the plan's year.
 */
struct row {
	const char *text;
	int plan;
	const char *kind, *start, *due, *every;
};

static const struct row calendar[] = {
	{ "Trong tháng 8/2013", 2013, "month", "2013-08-01", "2013-08-31", "" },
	{ "giai đoạn 2011-2020", 2013, "range", "2011-01-01", "2020-12-31", "" },
	{ "giai đoạn 2011-2015", 2013, "range", "2011-01-01", "2015-12-31", "" },
	{ "năm 2013", 2013, "year", "2013-01-01", "2013-12-31", "" },
	{ "Quý I", 2026, "quarter", "2026-01-01", "2026-03-31", "" },
	{ "trước ngày 15-12", 2026, "date", "", "2026-12-14", "" },
	{ "định kỳ tháng 6/2026", 2026, "month", "2026-06-01", "2026-06-30", "" },
	{ "trước ngày 05/6", 2012, "date", "", "2012-06-04", "" },
	{ "từ ngày 15 tháng 12 của năm trước kỳ báo cáo đến ngày 14 tháng 3 thuộc kỳ báo cáo", 2013,
	  "range", "2012-12-15", "2013-03-14", "" },
	{ "Quí III năm 2013", 2013, "quarter", "2013-07-01", "2013-09-30", "" },
	{ "Qui III", 2013, "quarter", "2013-07-01", "2013-09-30", "" },
	{ "trong 3 tháng cuối năm 2013", 2013, "quarter", "2013-10-01", "2013-12-31", "" },
	{ "6 tháng đầu năm", 2013, "half", "2013-01-01", "2013-06-30", "" },
	{ "6 tháng cuối năm", 2013, "half", "2013-07-01", "2013-12-31", "" },
	{ "vào tháng 12 năm 2010", 2010, "month", "2010-12-01", "2010-12-31", "" },
	{ "trước ngày 01 tháng 12 năm 2010", 2010, "date", "", "2010-11-30", "" },
	{ "trong quý III năm 2012", 2012, "quarter", "2012-07-01", "2012-09-30", "" },
	{ "Đến năm 2015, hoàn thành việc di dời", 2012, "date", "", "2015-12-31", "" },
	{ "trước ngày 20.7.2020", 2020, "date", "", "2020-07-19", "" },
	{ "trước 14 giờ, ngày 05/12/2017", 2017, "date", "", "2017-12-05", "" },
	{ "trước 08 giờ 00 ngày 22/6/2026", 2026, "date", "", "2026-06-22", "" },
	{ "hoàn thành trước ngày 31/12/2026", 2026, "date", "", "2026-12-30", "" },
	{ "trước ngày 12/6/2026", 2026, "date", "", "2026-06-11", "" },
	{ "(dự kiến tổ chức trong tháng 6 năm 2026)", 2026, "month", "2026-06-01", "2026-06-30", "" },
	{ "Xong trong Quý II/2026", 2026, "quarter", "2026-04-01", "2026-06-30", "" },
	{ "Xong trong tháng 5/2026", 2026, "month", "2026-05-01", "2026-05-31", "" },
	{ "Trong năm 2026", 2026, "year", "2026-01-01", "2026-12-31", "" },
	{ "Hoàn thành đầu tư, lắp đặt và vận hành xong trước ngày 01/01/2030", 2026, "date", "", "2029-12-31", "" },
	{ "trước tháng 6/2027", 2026, "date", "", "2027-05-31", "" },
	{ "trước tháng 7/2026", 2026, "date", "", "2026-06-30", "" },
	{ "hoàn thành trước năm 2030", 2026, "date", "", "2029-12-31", "" },
	{ "trong Quý III và Quý IV/2026", 2026, "range", "2026-07-01", "2026-12-31", "" },
	{ "Quý II-IV/2026", 2026, "range", "2026-04-01", "2026-12-31", "" },
	{ "Quý III/2025 - Quý III/2028", 2025, "range", "2025-07-01", "2028-09-30", "" },
	{ "Trước 10/4", 2026, "date", "", "2026-04-09", "" },
	{ "Trước 15/01 năm sau", 2026, "date", "", "2027-01-14", "" },
	{ "đến hết năm 2026", 2026, "date", "", "2026-12-31", "" },
	{ "đến hết ngày 28 tháng 02 năm 2027", 2026, "date", "", "2027-02-28", "" },
	{ "Chậm nhất đến ngày 01 tháng 7 năm 2026", 2026, "date", "", "2026-07-01", "" },
	{ "2026–2027", 2026, "range", "2026-01-01", "2027-12-31", "" },
	{ "2026-2030", 2026, "range", "2026-01-01", "2030-12-31", "" },
	{ "2021 - 2030", 2026, "range", "2021-01-01", "2030-12-31", "" },
	{ "đến năm 2030, tầm nhìn đến năm 2050", 2026, "date", "", "2030-12-31", "" },
	{ "từ ngày 17/01/2026 đến ngày 30/6/2026", 2026, "range", "2026-01-17", "2026-06-30", "" },
	{ "T3 - 6/2026", 2026, "range", "2026-03-01", "2026-06-30", "" },
	{ "T3-T6/2026", 2026, "range", "2026-03-01", "2026-06-30", "" },
	{ "T9/2026", 2026, "month", "2026-09-01", "2026-09-30", "" },
	{ "Tuần 1 tháng 5/2026", 2026, "month", "2026-05-01", "2026-05-31", "" },
	{ "2026-09-15", 2026, "date", "", "2026-09-15", "" },
	{ "trước ngày 2026-09-15", 2026, "date", "", "2026-09-14", "" },
	{ "Quý II (2026)", 2025, "quarter", "2026-04-01", "2026-06-30", "" },
	{ "Tháng 9/2026 (trước ngày 20)", 2026, "date", "", "2026-09-19", "" },
	{ "Qúy II/2026", 2026, "quarter", "2026-04-01", "2026-06-30", "" },
	{ "QII/2026", 2026, "quarter", "2026-04-01", "2026-06-30", "" },
	{ "Cả năm", 2026, "year", "2026-01-01", "2026-12-31", "" },
	{ "Trong năm", 2026, "year", "2026-01-01", "2026-12-31", "" },
	{ "20-25/10/2026", 2026, "range", "2026-10-20", "2026-10-25", "" },
	{ "Từ 20 đến 25/10/2026", 2026, "range", "2026-10-20", "2026-10-25", "" },
	{ "trước ngày 15/9", 2013, "date", "", "2013-09-14", "" },
	{ "xong trước 30/11/2013", 2013, "date", "", "2013-11-29", "" },
	{ "Tháng 3-6/2013", 2013, "range", "2013-03-01", "2013-06-30", "" },
	{ "Quý III/2013", 2013, "quarter", "2013-07-01", "2013-09-30", "" },
	/* Other habits of real plans. */
	{ "Tháng 9", 2021, "month", "2021-09-01", "2021-09-30", "" },
	{ "9/2021", 2021, "month", "2021-09-01", "2021-09-30", "" },
	{ "Ngày 15/8/2021", 2021, "date", "", "2021-08-15", "" },
	{ "31/12/2021", 2021, "date", "", "2021-12-31", "" },
	{ "Trong ngày 15/8/2021", 2021, "date", "", "2021-08-15", "" },
	{ "Chậm nhất là ngày 15/8/2021", 2021, "date", "", "2021-08-15", "" },
	{ "Chậm nhất trong tháng 8/2021", 2021, "date", "", "2021-08-31", "" },
	{ "Muộn nhất ngày 15-8-2021", 2021, "date", "", "2021-08-15", "" },
	{ "đến hết tháng 10/2021", 2021, "date", "", "2021-10-31", "" },
	{ "Từ nay đến hết quý III", 2021, "date", "", "2021-09-30", "" },
	{ "Từ tháng 8 đến tháng 12/2021", 2021, "range", "2021-08-01", "2021-12-31", "" },
	{ "Từ tháng 10/2021 đến tháng 3/2022", 2021, "range", "2021-10-01", "2022-03-31", "" },
	{ "Từ tháng 10 đến tháng 3/2022", 2021, "range", "2021-10-01", "2022-03-31", "" },
	{ "Từ ngày 01/8 đến 15/9/2021", 2021, "range", "2021-08-01", "2021-09-15", "" },
	{ "Quý I, II, III/2021", 2021, "range", "2021-01-01", "2021-09-30", "" },
	{ "Tháng 8, 9 và 10 năm 2021", 2021, "range", "2021-08-01", "2021-10-31", "" },
	{ "Quý IV hoặc quý I/2022", 2021, "range", "2021-10-01", "2022-03-31", "" },
	{ "Năm 2021-2022", 2021, "range", "2021-01-01", "2022-12-31", "" },
	{ "cuối năm 2021", 2021, "date", "", "2021-12-31", "" },
	{ "trước ngày 15 tháng 9", 2021, "date", "", "2021-09-14", "" },
	{ "trước quý III/2021", 2021, "date", "", "2021-06-30", "" },
	{ "Quý III năm nay", 2021, "quarter", "2021-07-01", "2021-09-30", "" },
	{ "9 tháng đầu năm 2021", 2021, "range", "2021-01-01", "2021-09-30", "" },
	{ "Quý III/2021 (sau khi có hướng dẫn của Bộ)", 2021, "quarter", "2021-07-01", "2021-09-30", "" },
	{ "Ban hành trước 15/8/2021; tổng kết trong tháng 11/2021", 2021, "month", "2021-11-01", "2021-11-30", "" },
	/* As a person types it, without accents. */
	{ "trong thang 8/2013", 2013, "month", "2013-08-01", "2013-08-31", "" },
	{ "truoc ngay 15/9", 2013, "date", "", "2013-09-14", "" },
	{ "den het quy 3", 2013, "date", "", "2013-09-30", "" },
	{ "xong truoc 30/11/2013", 2013, "date", "", "2013-11-29", "" },
	{ "quý 3 năm 2013", 2013, "quarter", "2013-07-01", "2013-09-30", "" },
};

static const struct row starts[] = {
	{ "Từ năm 2021", 2021, "from", "2021-01-01", "", "" },
	{ "Từ ngày 01/7/2021", 2021, "from", "2021-07-01", "", "" },
	{ "Kể từ ngày 01/7/2021", 2021, "from", "2021-07-01", "", "" },
	{ "Bắt đầu từ quý III/2021", 2021, "from", "2021-07-01", "", "" },
	{ "Từ tháng 8/2021 trở đi", 2021, "from", "2021-08-01", "", "" },
	{ "Năm 2021 và các năm tiếp theo", 2021, "from", "2021-01-01", "", "" },
	{ "Quý IV/2021 và những năm tiếp theo", 2021, "from", "2021-10-01", "", "" },
	{ "sau ngày 15/8/2021", 2021, "from", "2021-08-16", "", "" },
};

static const struct row again[] = {
	{ "hằng quý", 2013, "periodic", "", "", "quarter" },
	{ "định kỳ (báo cáo)", 2013, "periodic", "", "", "" },
	{ "hằng năm", 2013, "periodic", "", "", "year" },
	{ "hàng năm", 2013, "periodic", "", "", "year" },
	{ "trước ngày 20/11 hàng năm", 2012, "periodic", "", "", "year" },
	{ "trước ngày 15 của tháng", 2012, "periodic", "", "", "month" },
	{ "trước ngày 05 tháng cuối cùng của mỗi quý", 2012, "periodic", "", "", "quarter" },
	{ "chậm nhất là ngày 20 của tháng cuối kỳ báo cáo", 2013, "periodic", "", "", "" },
	{ "Định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu", 2026, "periodic", "", "", "week" },
	{ "Định kỳ hằng quý", 2026, "periodic", "", "", "quarter" },
	{ "Hàng năm", 2026, "periodic", "", "", "year" },
	{ "định kỳ hàng năm (trước ngày 10/12) hoặc đột xuất", 2026, "periodic", "", "", "year" },
	{ "trước ngày 18 hằng tháng", 2026, "periodic", "", "", "month" },
	{ "Định kỳ 6 tháng, hàng năm, giữa nhiệm kỳ; sơ kết 3 năm, kết thúc nhiệm kỳ tổng kết", 2026,
	  "periodic", "", "", "half" },
	{ "trước ngày 25 hằng tháng", 2026, "periodic", "", "", "month" },
	{ "trước ngày 20 của kỳ báo cáo (tháng, quý, năm)", 2026, "periodic", "", "", "month" },
	{ "hằng quý (trước ngày 20 của tháng đầu quý)", 2026, "periodic", "", "", "quarter" },
	{ "định kỳ: 6 tháng trước 30/6; năm trước 30/12", 2026, "periodic", "", "", "half" },
	{ "trước ngày 20 tháng 6 và tháng 11 hằng năm", 2026, "periodic", "", "", "year" },
	{ "Chậm nhất là ngày 30 tháng 9 hằng năm", 2026, "periodic", "", "", "year" },
	{ "hằng tháng", 2021, "periodic", "", "", "month" },
	{ "Quý IV hằng năm", 2021, "periodic", "", "", "year" },
	{ "6 tháng một lần", 2021, "periodic", "", "", "half" },
	{ "02 lần/năm", 2021, "periodic", "", "", "half" },
	{ "hang quy", 2021, "periodic", "", "", "quarter" },
	{ "Thường xuyên", 2013, "ongoing", "", "", "" },
	{ "Thường xuyên, liên tục", 2013, "ongoing", "", "", "" },
	{ "Thường xuyên, hằng năm", 2013, "ongoing", "", "", "" },
	{ "Từ năm 2021, thường xuyên", 2021, "ongoing", "", "", "" },
	{ "thuong xuyen", 2013, "ongoing", "", "", "" },
};

static const struct row conditions[] = {
	{ "cho đến khi có chỉ đạo của Thủ tướng", 2012, "conditional", "", "", "" },
	{ "Quá 24 tháng kể từ ngày Quyết định có hiệu lực", 2026, "conditional", "", "", "" },
	{ "Theo CV yêu cầu", 2026, "conditional", "", "", "" },
	{ "trong thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ", 2026, "conditional", "", "", "" },
	{ "trong 24 giờ", 2026, "conditional", "", "", "" },
	{ "ngay sau khi được phê duyệt", 2026, "conditional", "", "", "" },
	{ "khi có yêu cầu", 2026, "conditional", "", "", "" },
	{ "đột xuất", 2026, "conditional", "", "", "" },
	{ "Hoàn thành trong 02-03 tháng", 2026, "conditional", "", "", "" },
	{ "Sau khi Nghị định được ban hành", 2021, "conditional", "", "", "" },
	{ "Theo kế hoạch của Bộ", 2021, "conditional", "", "", "" },
	{ "Theo lộ trình", 2021, "conditional", "", "", "" },
	{ "Kể từ khi Luật có hiệu lực", 2021, "conditional", "", "", "" },
};

static const struct row unknown[] = {
	{ "khẩn trương", 2013, "none", "", "", "" },
	{ "theo đúng tiến độ", 2012, "none", "", "", "" },
	{ "cần sớm", 2012, "none", "", "", "" },
	{ "ngày tháng 7 năm 2026", 2026, "none", "", "", "" },
	{ "ngày /6/2026", 2026, "none", "", "", "" },
	{ "ngày … tháng 7 năm 2026", 2026, "none", "", "", "" },
	{ "đầu tháng 9/2021", 2021, "none", "", "", "" },
	{ "trước ngày 31/6/2021", 2021, "none", "", "", "" },
	{ "trước ngày 15/9", 0, "none", "", "", "" },
	{ "Quý V/2021", 2021, "none", "", "", "" },
	{ "????", 2021, "none", "", "", "" },
	{ "ngày 15/7 (âm lịch)", 2024, "none", "", "", "" },
	{ "ngày 15/7 ÂL", 2024, "none", "", "", "" },
	{ "Năm học 2024-2025", 2024, "none", "", "", "" },
	{ "cuối năm học 2024/2025", 2024, "none", "", "", "" },
};

/* Other calendars than the one on the wall: the day that is told in both is the one of ours. */
static const struct row other_calendars[] = {
	{ "Giỗ Tổ ngày 10 tháng 3 âm lịch, tức ngày 31/3/2020", 2020, "date", "", "2020-03-31", "" },
	{ "trước ngày 15/01 âm lịch (tức ngày 24/02/2024)", 2024, "date", "", "2024-02-23", "" },
	{ "trong tháng 9 năm học 2024-2025", 2024, "month", "2024-09-01", "2024-09-30", "" },
	{ "Từ nay đến hết năm", 2024, "date", "", "2024-12-31", "" },
	{ "Tuần đầu tháng 9", 2024, "month", "2024-09-01", "2024-09-30", "" },
};

static void check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct row *row = &rows[i];
		struct deadline d = { 0 };
		char start[DATE_TEXT], due[DATE_TEXT];
		bool understood = deadline_parse(row->text, row->plan, &d);
		const char *every = period_unit_word(d.every);

		cr_expect_str_eq(deadline_kind_word(d.kind), row->kind, "«%s»: kind %s, not %s", row->text,
				 deadline_kind_word(d.kind), row->kind);
		cr_expect_str_eq(date_iso(d.start, start), row->start, "«%s»: starts %s", row->text, start);
		cr_expect_str_eq(date_iso(d.due, due), row->due, "«%s»: due %s, not %s", row->text, due, row->due);
		cr_expect_str_eq(every ? every : "", row->every, "«%s»: every %s", row->text, every ? every : "");
		cr_expect_eq(understood, strcmp(row->kind, "none") != 0, "«%s»: understood %d", row->text, understood);
		cr_expect_str_eq(d.raw, row->text);
		deadline_release(&d);
	}
}

#define CHECK(table) check(table, sizeof(table) / sizeof *(table))

Test(deadline, calendar_forms_give_their_days)
{
	CHECK(calendar);
}

Test(deadline, a_start_without_an_end_has_no_last_day)
{
	CHECK(starts);
}

Test(deadline, ongoing_and_periodic_work_has_no_last_day)
{
	CHECK(again);
}

Test(deadline, work_that_waits_for_something_is_conditional)
{
	CHECK(conditions);
}

Test(deadline, what_is_not_understood_is_never_guessed)
{
	CHECK(unknown);
	CHECK(other_calendars);
}

Test(deadline, nothing_written_is_nothing_unclear)
{
	struct deadline d = { .raw = xstrdup("cũ"), .kind = DEADLINE_ONGOING };

	cr_assert(deadline_parse("", 2013, &d));
	cr_assert_null(d.raw);
	cr_assert_eq(d.kind, DEADLINE_NONE);
	deadline_release(&d);
}

Test(deadline, may_read_its_own_words_again)
{
	struct deadline d = { 0 };

	deadline_parse("Trong tháng 8", 2013, &d);
	deadline_parse(d.raw, 2014, &d);
	cr_assert_str_eq(d.raw, "Trong tháng 8");
	cr_assert_eq(d.due.year, 2014);
	deadline_release(&d);
}

Test(deadline, a_date_of_a_cited_document_is_no_deadline)
{
	struct deadline d = { 0 };

	deadline_parse("Hoàn thành Quyết định số 12/QĐ-UBND ngày 05/6/2013 trước ngày 30/9/2013", 2013, &d);
	cr_assert_eq(d.kind, DEADLINE_DATE);
	cr_assert_eq(date_compare(d.due, date_make(2013, 9, 29)), 0);
	deadline_release(&d);
}

Test(deadline, prose_gives_a_deadline_only_where_it_binds)
{
	static const struct {
		const char *text, *words;
	} rows[] = {
		{ "rà soát, sửa đổi xong trước 30/11/2013 và báo cáo", "xong trước 30/11/2013" },
		{ "xây dựng kế hoạch, hoàn thành trước ngày 15 tháng 9 năm 2013.", "trước ngày 15 tháng 9 năm 2013" },
		{ "ban hành trong quý III/2013", "trong quý III/2013" },
		{ "gửi danh sách chậm nhất ngày 15/7", "chậm nhất ngày 15/7" },
		{ "hoàn thành việc di dời đến hết năm 2014", "đến hết năm 2014" },
		{ "thí điểm trong năm 2013 và các năm tiếp theo", "trong năm 2013 và các năm tiếp theo" },
		{ "tổ chức từ ngày 01/8/2013 đến ngày 15/8/2013", "từ ngày 01/8/2013 đến ngày 15/8/2013" },
		{ "phát động phong trào (quý III/2013)", "quý III/2013" },
		{ "báo cáo Ủy ban nhân dân tỉnh hằng quý", "hằng quý" },
		{ "tổng hợp, báo cáo trước ngày 10/12 hằng năm", "trước ngày 10/12 hằng năm" },
		{ "báo cáo về Sở trước ngày 25 hằng tháng", "trước ngày 25 hằng tháng" },
		{ "báo cáo định kỳ 6 tháng (trước ngày 15/6)", "định kỳ 6 tháng" },
		{ "định kỳ (quý, năm) báo cáo", "định kỳ (quý, năm)" },
		{ "theo dõi; định kỳ báo cáo", "định kỳ" },
		{ "Thường xuyên kiểm tra cơ sở", "Thường xuyên" },
		{ "Hằng năm, các cơ quan tự đánh giá", "Hằng năm" },
		{ "khẩn trương xây dựng kế hoạch", "khẩn trương" },
		/* No deadlines. */
		{ "bố trí trong dự toán ngân sách hàng năm được giao", "" },
		{ "đưa vào kế hoạch công tác hàng năm", "" },
		{ "nâng cao chỉ số hằng năm của tỉnh", "" },
		{ "thực hiện Quyết định số 12/QĐ-UBND ngày 05/6/2013 của UBND tỉnh", "" },
		{ "thực hiện chương trình giai đoạn 2011-2020", "" },
		{ "đến hết năm 2015 đạt 60% số hộ", "" },
		{ "kế hoạch cải cách hành chính năm 2013", "" },
		{ "phát huy kết quả đạt được trong năm 2012", "" },
		{ "chi thường xuyên, nhiệm vụ thường xuyên", "" },
		{ "", "" },
		{ "Tổng hợp, báo cáo định kỳ hằng quý, trước ngày 20 của tháng cuối quý.",
		  "hằng quý, trước ngày 20 của tháng cuối quý" },
		{ "Gửi báo cáo trước ngày 05 tháng cuối cùng của mỗi quý; báo cáo năm trước ngày 10/12.",
		  "trước ngày 05 tháng cuối cùng của mỗi quý" },
		{ "Tổng kết việc thực hiện vào tháng 12 năm 2014.", "vào tháng 12 năm 2014" },
		{ "nộp trước ngày 15/01 âm lịch (tức ngày 24/02/2014) tại xã", "trước ngày 15/01 âm lịch (tức ngày 24/02/2014" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t start = 0, end = 0;
		bool found = deadline_find(rows[i].text, 2013, &start, &end);
		char *words = xstrndup(rows[i].text + start, end - start);

		cr_expect_eq(found, *rows[i].words != '\0', "«%s»", rows[i].text);
		cr_expect_str_eq(words, rows[i].words, "«%s» gives \"%s\"", rows[i].text, words);
		free(words);
	}
}

static void expect_text(void (*tell)(const struct deadline *, struct strbuf *), const char *text, const char *want)
{
	struct deadline d = { 0 };
	struct strbuf out = STRBUF_INIT;

	deadline_parse(text, 2013, &d);
	tell(&d, &out);
	cr_expect_str_eq(out.text, want, "«%s» is told as \"%s\"", text, out.text);
	strbuf_release(&out);
	deadline_release(&d);
}

Test(deadline, explains_the_day_by_the_words_it_came_from)
{
	expect_text(deadline_explain, "Trong tháng 8/2013", "hết hạn 31/8/2013, theo lời «Trong tháng 8/2013»");
	expect_text(deadline_explain, "trước ngày 15/9", "hết hạn 14/9/2013, theo lời «trước ngày 15/9»");
	expect_text(deadline_explain, "Tháng 3-6/2013", "từ 01/3/2013, hết hạn 30/6/2013, theo lời «Tháng 3-6/2013»");
	expect_text(deadline_explain, "hằng quý", "lặp lại: hằng quý, theo lời «hằng quý»");
	expect_text(deadline_explain, "khẩn trương", "chưa hiểu thành ngày, theo lời «khẩn trương»");
	expect_text(deadline_explain, "", "chưa có hạn");
}

Test(deadline, has_a_short_form_for_a_column)
{
	expect_text(deadline_brief, "Trong tháng 8/2013", "31/8/13");
	expect_text(deadline_brief, "trước ngày 02/02/2014", "01/02/14");
	expect_text(deadline_brief, "Thường xuyên", "t.xuyên");
	expect_text(deadline_brief, "hằng quý", "hằng quý");
	expect_text(deadline_brief, "từ năm 2014", "từ 01/01/14");
	expect_text(deadline_brief, "khẩn trương", "?");
	expect_text(deadline_brief, "", "");
}

Test(deadline, a_day_is_read_as_a_person_types_it)
{
	struct date today = date_make(2013, 8, 31), d = { 0 };
	static const struct {
		const char *text, *day;
	} rows[] = {
		{ "15/9/2013", "2013-09-15" }, { "15/9", "2013-09-15" }, { "2013-09-15", "2013-09-15" },
		{ "15.9.2013", "2013-09-15" }, { "15-9-2013", "2013-09-15" }, { "15/9/13", "2013-09-15" },
		{ "ngày 15 tháng 9", "2013-09-15" }, { "ngay 15/9", "2013-09-15" }, { "hôm nay", "2013-08-31" },
		{ "Hom nay", "2013-08-31" }, { "mai", "2013-09-01" }, { "hôm qua", "2013-08-30" },
	};
	static const char *const wrong[] = { "", "15", "31/9", "15/13/2013", "2013-02-30", "15/9/2013 xong", "hôm" };
	char out[DATE_TEXT];

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		cr_expect(date_from_words(rows[i].text, 2013, today, &d), "«%s» is a day", rows[i].text);
		cr_expect_str_eq(date_iso(d, out), rows[i].day, "«%s» is %s", rows[i].text, out);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		cr_expect_not(date_from_words(wrong[i], 2013, today, &d), "«%s» is no day", wrong[i]);
	cr_expect_not(date_from_words("15/9", 0, today, &d), "no year at all");
}
