#include <criterion/criterion.h>
#include <stdlib.h>

#include "tests/office/files.h"
#include "tests/office/package.h"
#include "tests/office/shown.h"

TestSuite(odt, .init = files_init, .fini = files_fini);

#define P(text) "<text:p>" text "</text:p>"
#define ITEM(content) "<text:list-item>" content "</text:list-item>"
#define LIST(style, content) "<text:list text:style-name=\"" style "\">" content "</text:list>"
#define LEVEL(level, attributes) "<text:list-level-style-number text:level=\"" level "\" " attributes "/>"
#define CELL(content) "<table:table-cell>" content "</table:table-cell>"

static const char list_style[] =
	"<text:list-style style:name=\"L1\">" LEVEL("1", "style:num-format=\"I\" style:num-suffix=\".\"")
	LEVEL("2", "style:num-format=\"1\" style:num-suffix=\")\" text:display-levels=\"2\"")
	LEVEL("3", "style:num-format=\"a\" style:num-prefix=\"(\" style:num-suffix=\")\"")
	"<text:list-level-style-bullet text:level=\"4\" text:bullet-char=\"-\"/></text:list-style>";

Test(odt, shows_paragraphs_with_their_blanks_tabs_and_breaks)
{
	must_show_lines(odt_of(P("một\n  hai<text:s text:c=\"2\"/>ba<text:tab/>bốn") P("") P("năm<text:line-break/><text:span>sáu</text:span>"), ""),
			"1 một hai ba bốn\n2 \n3 năm\n4 sáu\n");
}

Test(odt, items_of_lists_have_their_numbers)
{
	must_show(odt_of(LIST("L1", ITEM(P("A") "<text:list>" ITEM(P("b") P("tiếp")) ITEM(P("c") "<text:list>" ITEM(P("d"))
					 "</text:list>") "</text:list>")
			      ITEM(P("E") "<text:list>" ITEM(P("g")) "</text:list>")), list_style),
		  "I. A\nI.1) b\ntiếp\nI.2) c\n(a) d\nII. E\nII.1) g\n");
}

Test(odt, a_list_goes_on_or_begins_anew_as_it_says)
{
	must_show(odt_of(LIST("L1", ITEM(P("a"))) P("giữa")
			 "<text:list text:style-name=\"L1\" text:continue-numbering=\"true\">" ITEM(P("b")) "</text:list>"
			 LIST("L1", ITEM(P("c")) "<text:list-item text:start-value=\"5\">" P("d") "</text:list-item>"
			 "<text:list-header>" P("không số") "</text:list-header>"), list_style),
		  "I. a\ngiữa\nII. b\nI. c\nV. d\nkhông số\n");
}

Test(odt, levels_of_other_programs_are_understood)
{
	must_show(odt_of(LIST("L2", ITEM(P("a") "<text:list>" ITEM(P("b")) "</text:list>")),
			 "<text:list-style style:name=\"L2\">"
			 "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\"x\""
			 " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" loext:num-list-format=\"Điều %1%:\"/>"
			 LEVEL("2", "style:num-format=\"\" style:num-suffix=\".\"") "</text:list-style>"),
		  "Điều 1: a\nb\n");
}

Test(odt, cells_know_their_place_and_what_they_span)
{
	must_show(odt_of("<table:table><table:table-header-rows><table:table-row>"
			 "<table:table-cell table:number-rows-spanned=\"2\">" P("STT") "</table:table-cell>"
			 "<table:table-cell table:number-columns-spanned=\"2\">" P("Cơ quan") "</table:table-cell><table:covered-table-cell/>"
			 "</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>"
			 CELL(P("Chủ trì")) CELL(P("Phối hợp")) "</table:table-row></table:table>" P("sau"), ""),
		  "1:0,0+2x1 STT\n1:0,1+1x2 Cơ quan\n1:1,1 Chủ trì\n1:1,2 Phối hợp\nsau\n");
}

Test(odt, what_is_repeated_stands_several_times)
{
	must_show(odt_of("<table:table><table:table-row table:number-rows-repeated=\"2\">"
			 "<table:table-cell table:number-columns-repeated=\"2\">" P("x") "</table:table-cell>"
			 "<table:table-cell table:number-columns-repeated=\"3\"/>" CELL(P("y")) "</table:table-row>"
			 "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row></table:table>", ""),
		  "1:0,0 x\n1:0,1 x\n1:0,5 y\n1:1,0 x\n1:1,1 x\n1:1,5 y\n");
}

Test(odt, notes_come_behind_and_deleted_text_does_not_come)
{
	must_show(odt_of("<text:tracked-changes><text:changed-region><text:deletion>" P("bỏ") "</text:deletion></text:changed-region></text:tracked-changes>"
			 P("thân<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>"
			   P("chú thích") "</text:note-body></text:note> sau<office:annotation>" P("góp ý") "</office:annotation>"), ""),
		  "thân sau\n^chú thích\n");
}

Test(odt, text_of_a_frame_is_read_and_a_table_of_contents_is_a_frame)
{
	must_show(odt_of("<text:table-of-content><text:index-body>" P("I. A 1") "</text:index-body></text:table-of-content>"
			 P("thân<draw:frame><draw:text-box>" P("DỰ THẢO") "</draw:text-box></draw:frame>"), ""),
		  "~I. A 1\nDỰ THẢO\nthân\n");
}

Test(odt, fonts_and_hidden_text_come_through_styles)
{
	must_show(odt_of("<text:p text:style-name=\"P1\">k\u00D5 <text:span text:style-name=\"T1\">\u00E1</text:span>"
			 "<text:span text:style-name=\"T2\">ẩn</text:span></text:p>",
			 "<style:default-style style:family=\"paragraph\"><style:text-properties fo:font-family=\"'.VnTime'\"/></style:default-style>"
			 "<style:style style:name=\"P1\" style:family=\"paragraph\"/>"
			 "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties fo:font-family=\"Arial\"/></style:style>"
			 "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"),
		  "kế á\n");
}

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES "xmlns:office=\"" ODF "office:1.0\" xmlns:text=\"" ODF "text:1.0\" xmlns:table=\"" ODF "table:1.0\" xmlns:style=\"" ODF "style:1.0\""

Test(odt, heads_of_pages_come_last_with_styles_of_their_own)
{
	must_show(package_of("b.odt", (const struct part[]){
			  { "mimetype", "application/vnd.oasis.opendocument.text" },
			  { "content.xml", "<office:document-content " SPACES "><office:body><office:text>"
					   "<text:h text:outline-level=\"1\">MỤC</text:h></office:text></office:body></office:document-content>" },
			  { "styles.xml", "<office:document-styles " SPACES "><office:styles><text:outline-style style:name=\"Outline\">"
					  "<text:outline-level-style text:level=\"1\" style:num-format=\"I\" style:num-suffix=\".\"/></text:outline-style>"
					  "</office:styles><office:master-styles><style:master-page><style:header>" P("Trang đầu")
					  "</style:header></style:master-page></office:master-styles></office:document-styles>" },
			  { NULL } }),
		  "I. MỤC\n~Trang đầu\n");
}

Test(odt, sheets_count_their_rows_and_hidden_ones_are_told)
{
	must_show_lines(package_of("b.ods", (const struct part[]){
			  { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
			  { "content.xml", "<office:document-content " SPACES "><office:automatic-styles>"
					   "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
					   "</office:automatic-styles><office:body><office:spreadsheet>"
					   "<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>"
					   "<table:table-row>" CELL(P("a") P("b")) CELL(P("c")) "</table:table-row></table:table>"
					   "<table:table table:name=\"B\" table:style-name=\"ta2\"><table:table-row>" CELL(P("x")) "</table:table-row></table:table>"
					   "</office:spreadsheet></office:body></office:document-content>" },
			  { NULL } }),
		  "4 1:3,0 a\n4 1:3,0 b\n4 1:3,1 c\n4 ~Trang tính ẩn, không đọc: B\n");
}

Test(odt, what_stands_before_the_rows_of_the_first_sheet_stands_in_the_first_line)
{
	must_show_lines(package_of("b.ods", (const struct part[]){
			  { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
			  { "content.xml", "<office:document-content " SPACES "><office:automatic-styles>"
					   "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
					   "</office:automatic-styles><office:body><office:spreadsheet>"
					   "<table:table table:name=\"A\" table:style-name=\"ta2\"/>"
					   "<table:table table:name=\"B\"><table:table-row>" CELL(P("a")) CELL(P("b")) "</table:table-row></table:table>"
					   "</office:spreadsheet></office:body></office:document-content>" },
			  { NULL } }),
		  "1 ~Trang tính ẩn, không đọc: A\n2 1:0,0 a\n2 1:0,1 b\n");
}

Test(odt, a_document_with_a_password_says_so)
{
	must_be_refused(package_of("b.odt", (const struct part[]){
				{ "mimetype", "application/vnd.oasis.opendocument.text" },
				{ "META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>" },
				{ "content.xml", "\x01\x02" }, { NULL } }), "mật khẩu");
}
