/* Kinds of files that are text: web pages, Markdown, sheets. */
#include <criterion/criterion.h>

#include "tests/office/files.h"
#include "tests/office/shown.h"

TestSuite(text_kinds, .init = files_init, .fini = files_fini);

static void text_shows(const char *text, const char *expected)
{
	must_show(file_of_text("a.txt", text), expected);
}

static void text_shows_lines(const char *text, const char *expected)
{
	must_show_lines(file_of_text("a.txt", text), expected);
}

/* --- web pages ---------------------------------------------------------- */

Test(text_kinds, a_page_shows_its_blocks_as_paragraphs)
{
	text_shows_lines("<!DOCTYPE html>\n<html><head><title>Đầu</title></head><body><h1>KẾ   HOẠCH</h1><p>một\nhai<br>ba"
			 "<div>bốn<b> năm</b></div></body></html>",
			 "1 KẾ HOẠCH\n2 một hai\n3 ba\n4 bốn năm\n");
}

Test(text_kinds, scripts_styles_and_hidden_parts_are_no_text)
{
	text_shows("<html><style>p{a:b}</style><script>if (a<b) x(\"<p>không</p>\")</script><!-- <p>ghi chú</p> -->"
		   "<div style=\"DISPLAY: none\">ẩn<div>ẩn</div>ẩn</div><select><option>chọn</select><p hidden>thấy<p>chữ</html>",
		   "thấy\nchữ\n");
}

Test(text_kinds, entities_are_letters)
{
	text_shows("<p>&#7870; &#x1EBF; &eacute;&amp;&lt;p&gt; &khong; &#150; a & b &", "Ế ế é&<p> &khong; – a & b &\n");
}

Test(text_kinds, lists_have_their_numbers)
{
	text_shows("<ol type=\"I\" start=\"2\"><li>a<ol><li>b<li value=7>c<li>d</ol><li>e</ol><ul><li>g<li>- h<li>1. i</ul>",
		   "II. a\n1. b\n7. c\n8. d\nIII. e\n• g\n- h\n1. i\n");
}

Test(text_kinds, cells_of_a_page_know_what_they_span_and_need_no_end)
{
	text_shows("<table><tr><th rowspan=2>STT<th colspan=\"2\">Cơ quan<tr><td>Chủ trì<td>Phối hợp"
		   "<tr><td>1<td>Sở A<br>Sở B<td></table>sau",
		   "1:0,0+2x1 STT\n1:0,1+1x2 Cơ quan\n1:1,1 Chủ trì\n1:1,2 Phối hợp\n1:2,0 1\n1:2,1 Sở A\n1:2,1 Sở B\nsau\n");
}

Test(text_kinds, a_table_around_tables_only_arranges_the_page)
{
	text_shows("<table><tr><td>trái<td>đầu<table><tr><td>1<td>a</table>cuối<tr><td>chân<td>x</table><table><tr><td>2<td>b</table>",
		   "trái\nđầu\n1:0,0 1\n1:0,1 a\ncuối\nchân\nx\n2:0,0 2\n2:0,1 b\n");
}

Test(text_kinds, menus_are_frames_and_preformatted_lines_stay)
{
	text_shows("<body><nav><a href=x>Trang chủ</a></nav><pre>một\nhai  ba</pre><footer>Liên hệ</footer>",
		   "~Trang chủ\nmột\nhai ba\n~Liên hệ\n");
}

/* windows-1258: ế is ê (EA) and an acute (EC); too short to be recognised. */
Test(text_kinds, the_encoding_that_a_page_declares_is_taken_where_none_is_found)
{
	text_shows("<html><meta charset=\"windows-1258\"><p>k\xEA\xEC", "kế\n");
}

/* In TCVN3 ư is AD, the soft hyphen of Latin-1, and ớ ED, which is 237. */
Test(text_kinds, references_of_a_page_in_tcvn3_are_its_letters)
{
	static const char page[] = "<html><p>k\xD5 ho\xB9" "ch tri\xD3n khai th\xF9" "c hi\xD6n nhi\xD6m v\xF4 c\xB6i c\xB8" "ch h\xB5nh ch\xDDnh"
				   "<p>tr&shy;&#237;c ng\xB5y";

	must_show(file_of_text("a.html", page), "kế hoạch triển khai thực hiện nhiệm vụ cải cách hành chính\ntrước ngày\n");
}

Test(text_kinds, a_page_may_be_one_long_line)
{
	struct strbuf page = STRBUF_INIT, expected = STRBUF_INIT;

	strbuf_add_text(&page, "<html>");
	for (int i = 0; i < 10000; i++) {
		strbuf_add_text(&page, "<p>dòng</p>");
		strbuf_add_text(&expected, "dòng\n");
	}
	text_shows(page.text, expected.text);
	strbuf_release(&page);
	strbuf_release(&expected);
}

/* --- Markdown ----------------------------------------------------------- */

Test(text_kinds, markdown_loses_its_signs_and_keeps_its_lines)
{
	text_shows_lines("# KẾ HOẠCH\n\n## I. **MỤC** ĐÍCH\n1\\. một\n- hai *ba*\n",
			 "1 KẾ HOẠCH\n2 \n3 I. MỤC ĐÍCH\n4 1. một\n5 - hai ba\n");
}

Test(text_kinds, a_table_of_bars_becomes_cells)
{
	text_shows_lines("trước\n| STT | Nội dung |\n|:---|----|\n| 1 | a \\| b<br>c |\n|2||\nsau\n",
			 "1 trước\n2 1:0,0 STT\n2 1:0,1 Nội dung\n4 1:1,0 1\n4 1:1,1 a | b\n4 1:1,1 c\n5 1:2,0 2\n6 sau\n");
}

Test(text_kinds, bars_without_a_rule_are_plain_text)
{
	text_shows("UBND TỈNH | CỘNG HÒA\nSố 1 | Hà Nội\nKẾ HOẠCH\n", "UBND TỈNH | CỘNG HÒA\nSố 1 | Hà Nội\nKẾ HOẠCH\n");
}

/* --- sheets ------------------------------------------------------------- */

Test(text_kinds, the_separator_of_a_sheet_is_found)
{
	static const char expected[] = "1:0,0 STT\n1:0,1 Nội dung\n1:0,2 Hạn\n1:1,0 1\n1:1,1 a, b\n1:1,2 30/6\n1:2,0 2\n1:2,1 c\n";

	text_shows("STT,Nội dung,Hạn\n1,\"a, b\",30/6\n2,c,\n", expected);
	text_shows("STT;Nội dung;Hạn\r\n1;a, b;30/6\r\n2;c;\r\n", expected);
	text_shows("STT\tNội dung\tHạn\n1\ta, b\t30/6\n2\tc\t\n", expected);
	text_shows("STT|Nội dung|Hạn\n1|a, b|30/6\n2|c|\n", expected);
}

Test(text_kinds, quotation_marks_hold_separators_lines_and_themselves)
{
	text_shows_lines("a,b,c\n\"x\ny\",\"nói \"\"được\"\"\",z\n1,2,3\n\n4,5,6\n",
			 "1 1:0,0 a\n1 1:0,1 b\n1 1:0,2 c\n2 1:1,0 x\n2 1:1,0 y\n2 1:1,1 nói \"được\"\n2 1:1,2 z\n"
			 "3 1:2,0 1\n3 1:2,1 2\n3 1:2,2 3\n5 1:4,0 4\n5 1:4,1 5\n5 1:4,2 6\n");
}

Test(text_kinds, a_quotation_mark_that_never_ends_is_a_letter)
{
	text_shows("a,b,c\n\"x,y,z\n1,2,3\n4,5,6\n",
		   "1:0,0 a\n1:0,1 b\n1:0,2 c\n1:1,0 \"x\n1:1,1 y\n1:1,2 z\n1:2,0 1\n1:2,1 2\n1:2,2 3\n1:3,0 4\n1:3,1 5\n1:3,2 6\n");
}

Test(text_kinds, a_sheet_may_name_its_separator)
{
	text_shows_lines("sep=;\na;b\nc;d\n", "2 1:0,0 a\n2 1:0,1 b\n3 1:1,0 c\n3 1:1,1 d\n");
}

Test(text_kinds, a_sheet_of_utf_16_is_one)
{
	must_show(file_of("a.csv", "\xFF\xFE" "a\0\t\0b\0\n\0c\0\t\0d\0\n\0e\0\t\0f\0", 24),
		  "1:0,0 a\n1:0,1 b\n1:1,0 c\n1:1,1 d\n1:2,0 e\n1:2,1 f\n");
}

Test(text_kinds, prose_with_commas_semicolons_and_tabs_is_no_sheet)
{
	static const char commas[] = "một, hai, ba\nbốn, năm, sáu\nbảy, tám, chín\n";
	static const char basis[] = "Căn cứ Luật A;\nCăn cứ Nghị định B;\nCăn cứ Thông tư C;\n";
	static const char letterhead[] = "UBND TỈNH\tCỘNG HÒA\nSố 1\tHà Nội\nKẾ HOẠCH\nVề việc\nI. A\n1. b\n";

	text_shows(commas, commas);
	text_shows(basis, basis);
	text_shows(letterhead, "UBND TỈNH CỘNG HÒA\nSố 1 Hà Nội\nKẾ HOẠCH\nVề việc\nI. A\n1. b\n");
}

Test(text_kinds, stars_of_markdown_are_no_text)
{
	text_shows("## Mục\n- **Cơ quan chủ trì:** *Sở Y tế*\n* một 3 * 4\n*(Kèm theo)*\n",
		   "Mục\n- Cơ quan chủ trì: Sở Y tế\n* một 3 * 4\n(Kèm theo)\n");
}
