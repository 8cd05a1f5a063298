#include <criterion/criterion.h>
#include <string.h>

#include "core/plan/citation.h"

/* kind/number/date/issuer/relation of each citation, parted by blanks and "; " */
static char *citations_in(const char *text)
{
	struct citation_list found = { 0 };
	struct strbuf out = STRBUF_INIT;
	char date[DATE_TEXT];

	citations_find(text, &found);
	for (size_t i = 0; i < found.count; i++) {
		const struct reference *r = &found.items[i].reference;

		cr_expect_eq(strncmp(r->raw, text + found.items[i].start, strlen(r->raw)), 0);
		strbuf_addf(&out, "%s%s,%s,%s,%s,%s%s", i ? "; " : "", r->kind ? r->kind : "", r->number,
			    date_iso(r->date, date), r->issuer ? r->issuer : "", relation_word(r->relation),
			    r->corrected ? ",corrected" : "");
	}
	citation_list_release(&found);
	return strbuf_detach(&out);
}

static void expect(const char *text, const char *want)
{
	char *got = citations_in(text);

	cr_expect_str_eq(got, want, "«%s»\n  gives \"%s\"\n  not   \"%s\"", text, got, want);
	free(got);
}

Test(citation, number_kind_date_and_issuer_are_read)
{
	expect("theo Quyết định số 254/QĐ-UBND ngày 08/3/2012 của UBND tỉnh Sơn bình, Phê duyệt",
	       "Quyết định,254/QĐ-UBND,2012-03-08,UBND tỉnh Sơn Bình,mentions");
	expect("Nghị quyết 30c/NQ-CP ngày 08/11/2011 của Chính phủ, ban hành",
	       "Nghị quyết,30c/NQ-CP,2011-11-08,Chính phủ,mentions");
	expect("Ngày 18/7/2018, UBND thị xã đã ban hành Công văn số 928/UBND về bảo vệ rừng",
	       "Công văn,928/UBND,2018-07-18,,mentions");
	expect("Ngày 18/7/2018, UBND thị xã họp theo Công văn số 928/UBND", "Công văn,928/UBND,,,mentions");
	expect("Nghị định số 63/2010/NĐ-CP", "Nghị định,63/2010/NĐ-CP,,Chính phủ,mentions");
	expect("công văn số 581/BNV-CCHC ngày 22 tháng 5 năm 2013 của Bộ Nội vụ",
	       "Công văn,581/BNV-CCHC,2013-05-22,Bộ Nội vụ,mentions");
	expect("2539/UBND-SNV", ",2539/UBND-SNV,,,mentions");
	expect("Thông tư liên tịch số 02/2009/TTLT-BNG-BNV", "Thông tư liên tịch,02/2009/TTLT-BNG-BNV,,,mentions");
	expect("Nghị quyết số 35-NQ/TU ngày 01-7-2013 của Tỉnh ủy",
	       "Nghị quyết,35-NQ/TU,2013-07-01,Tỉnh ủy,mentions");
	expect("Luật Cán bộ, công chức số 22/2008/QH12", "Luật,22/2008/QH12,,Quốc hội,mentions");
	expect("Nghị quyết số 1672/NQ-UBTVQH15", "Nghị quyết,1672/NQ-UBTVQH15,,Ủy ban Thường vụ Quốc hội,mentions");
	expect("Kế hoạch số: /KH-UBND", "Kế hoạch,/KH-UBND,,,mentions");
}

Test(citation, slips_of_the_print_are_mended_and_told)
{
	expect("Nghị định số 63/2010/NĐ-CP ngày 08//6/2010 và",
	       "Nghị định,63/2010/NĐ-CP,2010-06-08,Chính phủ,mentions,corrected");
	expect("Quyết định số 1129/QĐ.TTg ngày 03/8/2020",
	       "Quyết định,1129/QĐ-TTg,2020-08-03,Thủ tướng Chính phủ,mentions,corrected");
	expect("Công văn số 12/UBND - SNV", "Công văn,12/UBND-SNV,,,mentions");
}

Test(citation, the_words_before_say_what_it_is_to_the_plan)
{
	expect("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2013 của UBND tỉnh;",
	       "Quyết định,12/QĐ-UBND,2013-01-05,UBND tỉnh,basis");
	expect("Thực hiện Chỉ thị số 05/CT-TTg ngày 22/5/2013 của Thủ tướng Chính phủ về việc",
	       "Chỉ thị,05/CT-TTg,2013-05-22,Thủ tướng Chính phủ,implements");
	expect("quy định tại Nghị định số 63/2010/NĐ-CP và được sửa đổi, bổ sung tại Nghị định số 48/2013/NĐ-CP",
	       "Nghị định,63/2010/NĐ-CP,,Chính phủ,mentions; Nghị định,48/2013/NĐ-CP,,Chính phủ,amends");
}

Test(citation, several_in_a_row_do_not_run_together)
{
	expect("các Quyết định số 12/QĐ-UBND, số 13/QĐ-UBND và 14/QĐ-UBND",
	       "Quyết định,12/QĐ-UBND,,,mentions; Quyết định,13/QĐ-UBND,,,mentions; Quyết định,14/QĐ-UBND,,,mentions");
	expect("số 62/KH-UBND Sơn Bình, ngày 11 tháng 7 năm 2013", "Kế hoạch,62/KH-UBND,,,mentions");
}

Test(citation, fractions_and_dates_are_no_citations)
{
	expect("ngày 05/12/2017, tỷ lệ 1/2, trực 24/7, và/hoặc, 12/QĐ", "");
	expect("", "");
	expect("12/", "");
	expect("số /", "");
}

Test(citation, a_number_tells_its_kind)
{
	cr_expect_str_eq(document_kind_of_number("62/KH-UBND"), "Kế hoạch");
	cr_expect_str_eq(document_kind_of_number("63/2010/NĐ-CP"), "Nghị định");
	cr_expect_str_eq(document_kind_of_number("35-NQ/TU"), "Nghị quyết");
	cr_expect_str_eq(document_kind_of_number("/KH-UBND"), "Kế hoạch");
	cr_expect_null(document_kind_of_number("581/BNV-CCHC"));
}

Test(citation, a_date_is_read_where_it_stands)
{
	const char *text = "Hà Nội, ngày 11  tháng 7  năm 2013 và";
	size_t at = strlen("Hà Nội, ");
	struct date date = { 0 };
	bool corrected = true;

	cr_assert(date_in_text(text, &at, &date, &corrected));
	cr_assert_eq(date_compare(date, date_make(2013, 7, 11)), 0);
	cr_assert_not(corrected);
	cr_assert_str_eq(text + at, " và");
	cr_assert_not(date_in_text(text, &at, &date, &corrected));
	cr_assert_str_eq(text + at, " và", "nothing read, nothing moved");
}
