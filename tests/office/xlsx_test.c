#include <criterion/criterion.h>
#include <stdlib.h>

#include "tests/office/files.h"
#include "tests/office/package.h"
#include "tests/office/shown.h"

TestSuite(xlsx, .init = files_init, .fini = files_fini);

#define X "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define ROW(number, cells) "<row r=\"" number "\">" cells "</row>"
#define WORDS(place, text) "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define NUMBER(place, style, value) "<c r=\"" place "\" s=\"" style "\"><v>" value "</v></c>"
#define DATA(rows) "<sheetData>" rows "</sheetData>"
#define SHEET(content) (const struct part[]){ { "Sheet1", content }, { NULL } }

/* Cell styles 0 to 13: general, then a day, then the custom formats in order; money comes last. */
#define STYLES \
	{ "styles.xml", "<styleSheet " X "><numFmts>" \
	"<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"mm/yyyy\"/>" \
	"<numFmt numFmtId=\"166\" formatCode=\"&quot;Quý &quot;0\"/><numFmt numFmtId=\"167\" formatCode=\"000\"/>" \
	"<numFmt numFmtId=\"168\" formatCode=\"[$-42A]d \\t\\h\\á\\n\\g m yyyy;@\"/><numFmt numFmtId=\"169\" formatCode=\"0&quot;.&quot;\"/>" \
	"<numFmt numFmtId=\"170\" formatCode=\"yyyy\"/>" \
	"<numFmt numFmtId=\"171\" formatCode=\"_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-\"/><numFmt numFmtId=\"172\" formatCode=\"*·0\\₫\"/></numFmts>" \
	"<fonts><font><name val=\"Arial\"/></font><font><name val=\".VnTime\"/></font></fonts>" \
	"<cellStyleXfs><xf numFmtId=\"14\" fontId=\"1\"/></cellStyleXfs>" \
	"<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/>" \
	"<xf numFmtId=\"167\"/><xf numFmtId=\"168\"/><xf numFmtId=\"169\"/><xf numFmtId=\"170\"/><xf numFmtId=\"9\"/><xf numFmtId=\"22\"/>" \
	"<xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"171\"/><xf numFmtId=\"172\"/></cellXfs></styleSheet>" }

static const struct part styles[] = { STYLES, { NULL } };

Test(xlsx, cells_stand_where_the_sheet_has_them_and_lines_are_its_rows)
{
	must_show_lines(xlsx_of(SHEET(DATA(ROW("2", WORDS("B2", "STT") WORDS("C2", "Nội dung"))
					   ROW("5", WORDS("B5", "1") WORDS("AA5", "xa")))), NULL),
			"2 1:1,1 STT\n2 1:1,2 Nội dung\n5 1:4,1 1\n5 1:4,26 xa\n");
}

Test(xlsx, cells_without_a_place_follow_each_other)
{
	must_show(xlsx_of(SHEET(DATA("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")), NULL),
		  "1:0,0 1\n1:0,1 2\n1:1,0 3\n");
}

/* Rows are counted from 1: one numbered otherwise follows the one above it. */
Test(xlsx, rows_with_an_impossible_number_follow_each_other)
{
	must_show_lines(xlsx_of(SHEET(DATA(ROW("0", "<c><v>1</v></c>") ROW("-7", "<c><v>2</v></c><c><v>3</v></c>"))), NULL),
			"1 1:0,0 1\n2 1:1,0 2\n2 1:1,1 3\n");
}

Test(xlsx, reads_shared_rich_and_computed_texts)
{
	static const struct part parts[] = {
		{ "sharedStrings.xml", "<sst " X "><si><t>một</t></si><si><r><t>ha</t></r><r><rPr><rFont val=\"Arial\"/></rPr><t>i</t></r>"
				       "<rPh><t>x</t></rPh></si></sst>" },
		{ NULL },
	};

	must_show(xlsx_of(SHEET(DATA(ROW("1", "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
					      "<c r=\"C1\" t=\"str\"><f>A1&amp;B1</f><v>ba</v></c><c r=\"D1\"><f>1+1</f><v>2</v></c>"
					      "<c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"s\"><v>99</v></c>"
					      "<c r=\"G1\" t=\"d\"><v>2025-06-30T00:00:00</v></c>"))), parts),
		  "1:0,0 một\n1:0,1 hai\n1:0,2 ba\n1:0,3 2\n1:0,4 TRUE\n1:0,6 30/6/2025\n");
}

/* 45838 is 30 June 2025: 45658 is 1 January 2025 (25569 days from 1900 to 1970, 20089 from there) + 180. */
Test(xlsx, numbers_are_shown_as_their_format_says)
{
	must_show(xlsx_of(SHEET(DATA(ROW("1", NUMBER("A1", "0", "45838") NUMBER("B1", "1", "45838") NUMBER("C1", "2", "45838")
					      NUMBER("D1", "3", "45838") NUMBER("E1", "4", "3") NUMBER("F1", "5", "7")
					      NUMBER("G1", "6", "45838") NUMBER("H1", "7", "12") NUMBER("I1", "8", "45838")
					      NUMBER("J1", "9", "0.5") NUMBER("K1", "10", "45838.75") NUMBER("L1", "0", "1.1000000000000001")))),
			  styles),
		  "1:0,0 45838\n1:0,1 30/6/2025\n1:0,2 30/6/2025\n1:0,3 6/2025\n1:0,4 Quý 3\n1:0,5 007\n1:0,6 30/6/2025\n"
		  "1:0,7 12.\n1:0,8 2025\n1:0,9 50%\n1:0,10 30/6/2025 18:00\n1:0,11 1.1\n");
}

/* Excel's own formats of money leave the room of a «₫»: a letter of three bytes in UTF-8. */
Test(xlsx, the_letters_of_a_format_are_whole)
{
	must_show(xlsx_of(SHEET(DATA(ROW("1", NUMBER("A1", "12", "1500") NUMBER("B1", "13", "2000")))), styles),
		  "1:0,0 1500\n1:0,1 2000₫\n");
}

Test(xlsx, what_is_no_day_of_a_day_cell_stays_as_it_stands)
{
	must_show(xlsx_of(SHEET(DATA(ROW("1", "<c r=\"A1\" t=\"d\"><v>Trước Tết Nguyên đán</v></c>"
					      "<c r=\"B1\" t=\"d\"><v>2025-02-30T00:00:00</v></c>"))), NULL),
		  "1:0,0 Trước Tết Nguyên đán\n1:0,1 2025-02-30T00:00:00\n");
}

/* ECMA-376 part 1, 18.17.4.1: 59 is 28 February 1900, 61 the day behind it. */
Test(xlsx, days_are_counted_from_1900_or_1904)
{
	must_show(xlsx_of(SHEET(DATA(ROW("1", NUMBER("A1", "1", "59") NUMBER("B1", "1", "61") NUMBER("C1", "1", "1")))), styles),
		  "1:0,0 28/2/1900\n1:0,1 1/3/1900\n1:0,2 1/1/1900\n");
	must_show(xlsx_of(SHEET(DATA(ROW("1", NUMBER("A1", "1", "0") NUMBER("B1", "1", "366")))),
			  (const struct part[]){ STYLES, { "workbookPr", "<workbookPr date1904=\"1\"/>" }, { NULL } }),
		  "1:0,0 1/1/1904\n1:0,1 1/1/1905\n");
}

Test(xlsx, what_is_no_day_stays_a_number)
{
	must_show(xlsx_of(SHEET(DATA(ROW("1", NUMBER("A1", "1", "-5") NUMBER("B1", "1", "99999999") NUMBER("C1", "1", "x")))), styles),
		  "1:0,0 -5\n1:0,1 99999999\n1:0,2 x\n");
}

Test(xlsx, a_merged_cell_stands_once_and_hides_what_is_behind_it)
{
	must_show(xlsx_of(SHEET(DATA(ROW("1", WORDS("A1", "đầu") WORDS("B1", "ẩn") WORDS("C1", "x"))
				     ROW("2", WORDS("A2", "ẩn") WORDS("C2", "y")))
				"<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"), NULL),
		  "1:0,0+2x2 đầu\n1:0,2 x\n1:1,2 y\n");
}

Test(xlsx, lines_of_a_cell_are_paragraphs_of_it)
{
	must_show(xlsx_of(SHEET(DATA(ROW("1", WORDS("A1", "Sở A&#10;Sở B_x000A_Sở C") WORDS("B1", "x_y")))), NULL),
		  "1:0,0 Sở A\n1:0,0 Sở B\n1:0,0 Sở C\n1:0,1 x_y\n");
}

Test(xlsx, cells_in_legacy_fonts_are_decoded)
{
	static const struct part parts[] = {
		STYLES,
		{ "sharedStrings.xml", "<sst " X "><si><r><t>k\u00D5</t></r><r><rPr><rFont val=\"VNI-Times\"/></rPr><t> hoa\u00EFch</t></r></si></sst>" },
		{ NULL },
	};

	must_show(xlsx_of(SHEET(DATA(ROW("1", "<c r=\"A1\" s=\"11\" t=\"inlineStr\"><is><t>k\u00D5 ho\u00B9ch</t></is></c>"
					      "<c r=\"B1\" s=\"11\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>\u00D5</t></is></c>"))), parts),
		  "1:0,0 kế hoạch\n1:0,1 kế hoạch\n1:0,2 \u00D5\n");
}

Test(xlsx, sheets_are_tables_whose_lines_go_on_and_hidden_things_are_told)
{
	must_show_lines(xlsx_of((const struct part[]){
				{ "Phụ lục I", DATA(ROW("1", WORDS("A1", "a") WORDS("B1", "b"))
						    "<row r=\"3\" hidden=\"1\">" WORDS("A3", "c") "</row>"
						    "<row r=\"4\" hidden=\"1\">" WORDS("A4", "d") "</row>") },
				{ "Danh mục\" state=\"hidden", DATA(ROW("1", WORDS("A1", "không"))) },
				{ "Phụ lục II", DATA(ROW("2", WORDS("A2", "e") WORDS("B2", "g"))) }, { NULL } }, NULL),
			"1 ~Phụ lục I\n1 1:0,0 a\n1 1:0,1 b\n3 1:2,0 c\n4 1:3,0 d\n"
			"4 ~Trang tính «Phụ lục I» có các dòng đang ẩn, vẫn đọc: 3-4\n"
			"5 ~Trang tính ẩn, không đọc: Danh mục\n6 ~Phụ lục II\n7 2:1,0 e\n7 2:1,1 g\n");
}

Test(xlsx, a_thousand_formatted_empty_rows_are_nothing)
{
	struct strbuf rows = STRBUF_INIT;
	char *content;

	strbuf_add_text(&rows, ROW("1", WORDS("A1", "a") WORDS("B1", "b")));
	for (int i = 2; i <= 1001; i++)
		strbuf_addf(&rows, "<row r=\"%d\"><c r=\"A%d\" s=\"1\"/><c r=\"B%d\" s=\"1\"><v></v></c></row>", i, i, i);
	content = xasprintf(DATA("%s"), rows.text);
	must_show(xlsx_of(SHEET(content), styles), "1:0,0 a\n1:0,1 b\n");
	free(content);
	strbuf_release(&rows);
}

Test(xlsx, a_sheet_of_one_column_is_prose)
{
	must_show_lines(xlsx_of(SHEET(DATA(ROW("1", WORDS("B1", "KẾ HOẠCH")) ROW("3", WORDS("B3", "I. MỤC ĐÍCH")))), NULL),
			"1 KẾ HOẠCH\n3 I. MỤC ĐÍCH\n");
}
