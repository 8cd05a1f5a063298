#include <criterion/criterion.h>

#include "tests/office/files.h"
#include "tests/office/package.h"
#include "tests/office/shown.h"

TestSuite(docx, .init = files_init, .fini = files_fini);

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define RUN(properties, text) "<w:r><w:rPr>" properties "</w:rPr><w:t>" text "</w:t></w:r>"
#define FONT(name) "<w:rFonts w:ascii=\"" name "\" w:hAnsi=\"" name "\"/>"
#define CELL(properties, content) "<w:tc><w:tcPr>" properties "</w:tcPr>" content "</w:tc>"
#define NUMBERED(list, level, text) \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list "\"/></w:numPr></w:pPr>" \
	"<w:r><w:t>" text "</w:t></w:r></w:p>"
#define LEVEL(level, format, text) \
	"<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define NUMBERING(content) { "numbering.xml", "<w:numbering " W ">" content "</w:numbering>" }
#define STYLES(content) { "styles.xml", "<w:styles " W ">" content "</w:styles>" }
#define LIST(id, levels) \
	"<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>" \
	"<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" id "\"/></w:num>"

/* --- words -------------------------------------------------------------- */

Test(docx, shows_paragraphs_in_order_with_their_runs_put_together)
{
	must_show_lines(docx_of("<w:p><w:r><w:t>KẾ</w:t></w:r><w:r><w:t xml:space=\"preserve\"> HOẠCH</w:t></w:r></w:p>"
				"<w:p/>" P("I. MỤC ĐÍCH &amp; YÊU CẦU"), NULL),
			"1 KẾ HOẠCH\n2 \n3 I. MỤC ĐÍCH & YÊU CẦU\n");
}

Test(docx, a_break_ends_a_line_and_a_tab_parts_words)
{
	must_show(docx_of("<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t>"
			  "<w:br w:type=\"page\"/><w:t>bốn</w:t><w:noBreakHyphen/><w:t>năm</w:t></w:r></w:p>", NULL),
		  "một\nhai babốn-năm\n");
}

Test(docx, reads_tracked_changes_as_accepted)
{
	must_show(docx_of("<w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
			  "<w:ins><w:r><w:t>thêm </w:t></w:r></w:ins><w:r><w:t>giữ</w:t></w:r>"
			  "<w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom></w:p>"
			  "<w:p><w:moveTo><w:r><w:t>dời</w:t></w:r></w:moveTo></w:p>", NULL),
		  "thêm giữ\ndời\n");
}

Test(docx, a_paragraph_whose_mark_was_deleted_goes_on_in_the_next)
{
	must_show(docx_of("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">đầu </w:t></w:r></w:p>"
			  P("cuối"), NULL),
		  "đầu cuối\n");
}

Test(docx, properties_that_were_changed_say_nothing)
{
	must_show(docx_of("<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
			  "</w:pPrChange></w:pPr>"
			  "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>chữ</w:t></w:r></w:p>",
			  (const struct part[]){ NUMBERING(LIST("1", LEVEL("0", "decimal", "%1."))), { NULL } }),
		  "chữ\n");
}

Test(docx, hidden_text_is_no_text_and_capitals_are_shown)
{
	must_show(docx_of("<w:p>" RUN("<w:vanish/>", "ẩn") RUN("<w:vanish w:val=\"0\"/>", "hiện ")
			  RUN("<w:caps/>", "mục đích") "</w:p>", NULL),
		  "hiện MỤC ĐÍCH\n");
}

Test(docx, a_field_shows_its_result_and_not_its_code)
{
	must_show(docx_of("<w:p><w:r><w:t xml:space=\"preserve\">ngày </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
			  "<w:r><w:instrText> DATE </w:instrText></w:r>"
			  "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>X</w:instrText></w:r>"
			  "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>trong mã</w:t></w:r>"
			  "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
			  "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>5/6</w:t></w:r>"
			  "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>/7</w:t></w:r></w:fldSimple></w:p>",
			  NULL),
		  "ngày 5/6/7\n");
}

Test(docx, a_table_of_contents_is_a_frame)
{
	must_show(docx_of("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
			  "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>I. MỤC ĐÍCH 1</w:t></w:r></w:p>"
			  "<w:p><w:r><w:t>II. YÊU CẦU 2</w:t></w:r></w:p>"
			  "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" P("I. MỤC ĐÍCH"), NULL),
		  "~I. MỤC ĐÍCH 1\n~II. YÊU CẦU 2\n\nI. MỤC ĐÍCH\n");
}

Test(docx, goes_through_links_smart_tags_and_content_controls)
{
	must_show(docx_of("<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>"
			  "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>c</w:t></w:r></w:sdtContent></w:sdt></w:p>",
			  NULL),
		  "abc\n");
}

Test(docx, a_text_box_is_read_once_and_what_follows_it_too)
{
	must_show(docx_of("<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P("DỰ THẢO") "</w:txbxContent></mc:Choice>"
			  "<mc:Fallback><w:txbxContent>" P("DỰ THẢO") "</w:txbxContent></mc:Fallback></mc:AlternateContent>"
			  "<w:t>sau</w:t></w:r></w:p>", NULL),
		  "DỰ THẢO\nsau\n");
}

Test(docx, numbers_may_be_words)
{
	static const struct part numbering[] = {
		NUMBERING("<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/>"
			  "<w:numFmt w:val=\"vietnameseCounting\"/><w:lvlText w:val=\"Phần %1:\"/></w:lvl>"
			  "<w:lvl w:ilvl=\"1\"><w:start w:val=\"14\"/><w:numFmt w:val=\"cardinalText\"/><w:lvlText w:val=\"%2.\"/></w:lvl>"
			  "<w:lvl w:ilvl=\"2\"><w:start w:val=\"21\"/><w:numFmt w:val=\"vietnameseCounting\"/><w:lvlText w:val=\"%3.\"/></w:lvl>"
			  "<w:lvl w:ilvl=\"3\"><w:start w:val=\"99\"/><w:numFmt w:val=\"vietnameseCounting\"/><w:lvlText w:val=\"%4.\"/></w:lvl>"
			  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"),
		{ NULL },
	};

	must_show(docx_of(NUMBERED("1", "0", "a") NUMBERED("1", "0", "b") NUMBERED("1", "1", "c") NUMBERED("1", "1", "d")
			  NUMBERED("1", "2", "e") NUMBERED("1", "3", "f") NUMBERED("1", "3", "g"), numbering),
		  "Phần bốn: a\nPhần năm: b\nmười bốn. c\nmười lăm. d\nhai mươi mốt. e\nchín mươi chín. f\n100. g\n");
}

/* --- fonts -------------------------------------------------------------- */

/* TCVN3: ế 0xD5, ạ 0xB9; VNI: e + á 0xE1, a + ï 0xEF (the tables of core/viet). */
Test(docx, decodes_each_run_by_its_font)
{
	must_show(docx_of("<w:p>" RUN(FONT(".VnTime"), "k\u00D5 ho\u00B9ch ") RUN(FONT("VNI-Times"), "ke\u00E1 hoa\u00EFch ")
			  RUN(FONT("Arial"), "kế hoạch \u00D5") "</w:p>", NULL),
		  "kế hoạch kế hoạch kế hoạch \u00D5\n");
}

Test(docx, a_letter_of_vni_may_be_parted_between_runs)
{
	must_show(docx_of("<w:p>" RUN(FONT("VNI-Times"), "ke") RUN(FONT("VNI-Times") "<w:b/>", "\u00E1") "</w:p>", NULL),
		  "kế\n");
}

Test(docx, a_font_of_capitals_shows_capitals)
{
	must_show(docx_of("<w:p>" RUN(FONT(".VnTimeH"), "k\u00D5 ho\u00B9ch") "</w:p>", NULL), "KẾ HOẠCH\n");
}

Test(docx, the_soft_hyphen_of_a_legacy_font_is_a_letter)
{
	must_show(docx_of("<w:p><w:r><w:rPr>" FONT(".VnTime") "</w:rPr><w:t>ch</w:t><w:softHyphen/><w:t>a</w:t></w:r>"
			  "<w:r><w:t>x</w:t><w:softHyphen/><w:t>y</w:t></w:r></w:p>", NULL),
		  "chưaxy\n");
}

Test(docx, unicode_under_a_legacy_font_stays_as_it_is)
{
	must_show(docx_of("<w:p>" RUN(FONT(".VnTime"), "kế hoạch – số") "</w:p>", NULL), "kế hoạch – số\n");
}

Test(docx, letters_of_symbol_fonts_are_letters_too)
{
	must_show(docx_of("<w:p>" RUN(FONT(".VnTime"), "k\uF0D5") "<w:r><w:sym w:font=\".VnTime\" w:char=\"F0B9\"/></w:r></w:p>", NULL),
		  "kếạ\n");
}

Test(docx, fonts_come_through_styles_and_defaults)
{
	static const struct part styles[] = {
		STYLES("<w:docDefaults><w:rPrDefault><w:rPr>" FONT(".VnTime") "</w:rPr></w:rPrDefault></w:docDefaults>"
		       "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Binhthng\"/>"
		       "<w:style w:type=\"paragraph\" w:styleId=\"goc\"><w:rPr>" FONT("VNI-Times") "</w:rPr></w:style>"
		       "<w:style w:type=\"paragraph\" w:styleId=\"con\"><w:basedOn w:val=\"goc\"/></w:style>"
		       "<w:style w:type=\"character\" w:styleId=\"chu\"><w:rPr>" FONT("Arial") "</w:rPr></w:style>"),
		{ NULL },
	};

	must_show(docx_of(P("k\u00D5") "<w:p><w:pPr><w:pStyle w:val=\"con\"/></w:pPr><w:r><w:t>ke\u00E1 </w:t></w:r>"
			  RUN("<w:rStyle w:val=\"chu\"/>", "\u00E1") "</w:p>", styles),
		  "kế\nkế á\n");
}

Test(docx, styles_made_from_each_other_in_a_circle_end)
{
	static const struct part styles[] = {
		STYLES("<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
		       "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"),
		{ NULL },
	};

	must_show(docx_of("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>", styles), "chữ\n");
}

/* --- numbers ------------------------------------------------------------ */

Test(docx, prints_automatic_numbers_on_all_levels)
{
	static const struct part numbering[] = {
		NUMBERING(LIST("1", LEVEL("0", "upperRoman", "%1.") LEVEL("1", "decimal", "%2.") LEVEL("2", "decimal", "%2.%3.")
			       LEVEL("3", "lowerLetter", "%4)") LEVEL("4", "bullet", "-"))),
		{ NULL },
	};

	must_show(docx_of(NUMBERED("1", "0", "A") NUMBERED("1", "1", "B") NUMBERED("1", "2", "C") NUMBERED("1", "2", "D")
			  NUMBERED("1", "3", "E") NUMBERED("1", "3", "F") NUMBERED("1", "4", "G") NUMBERED("1", "1", "H")
			  NUMBERED("1", "3", "I") NUMBERED("1", "0", "J") NUMBERED("1", "1", "K"), numbering),
		  "I. A\n1. B\n1.1. C\n1.2. D\na) E\nb) F\n- G\n2. H\na) I\nII. J\n1. K\n");
}

/* Word counts in the Latin alphabet: d, e and never đ; behind z come aa, bb. */
Test(docx, letters_are_those_that_word_prints)
{
	static const struct part numbering[] = {
		NUMBERING("<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/>"
			  "<w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl>"
			  "<w:lvl w:ilvl=\"1\"><w:start w:val=\"26\"/><w:numFmt w:val=\"upperLetter\"/><w:lvlText w:val=\"%2.\"/></w:lvl>"
			  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"),
		{ NULL },
	};

	must_show(docx_of(NUMBERED("1", "0", "x") NUMBERED("1", "0", "y") NUMBERED("1", "1", "z") NUMBERED("1", "1", "t")
			  NUMBERED("1", "1", "u"), numbering),
		  "d) x\ne) y\nZ. z\nAA. t\nBB. u\n");
}

Test(docx, lists_of_one_definition_count_on_and_an_override_begins_anew)
{
	static const struct part numbering[] = {
		NUMBERING(LIST("1", LEVEL("0", "decimal", "%1."))
			  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
			  "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
			  "</w:lvlOverride></w:num>"
			  "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
			  LEVEL("0", "decimal", "Điều %1:") "</w:lvlOverride></w:num>"),
		{ NULL },
	};

	must_show(docx_of(NUMBERED("1", "0", "a") NUMBERED("2", "0", "b") NUMBERED("3", "0", "c") NUMBERED("3", "0", "d")
			  NUMBERED("1", "0", "e") NUMBERED("4", "0", "f"), numbering),
		  "1. a\n2. b\n1. c\n2. d\n3. e\nĐiều 4: f\n");
}

Test(docx, a_level_restarts_only_behind_the_level_that_it_names)
{
	static const struct part numbering[] = {
		NUMBERING("<w:abstractNum w:abstractNumId=\"1\">" LEVEL("0", "upperRoman", "%1.")
			  "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlRestart w:val=\"0\"/>"
			  "<w:lvlText w:val=\"%2.\"/></w:lvl>"
			  "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlRestart w:val=\"1\"/>"
			  "<w:lvlText w:val=\"%3)\"/></w:lvl></w:abstractNum>"
			  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"),
		{ NULL },
	};

	must_show(docx_of(NUMBERED("1", "0", "A") NUMBERED("1", "1", "b") NUMBERED("1", "2", "c") NUMBERED("1", "1", "d")
			  NUMBERED("1", "2", "e") NUMBERED("1", "0", "F") NUMBERED("1", "1", "g") NUMBERED("1", "2", "h"),
			  numbering),
		  "I. A\n1. b\na) c\n2. d\nb) e\nII. F\n3. g\na) h\n");
}

Test(docx, legal_numbers_are_decimal_and_some_paragraphs_have_none)
{
	static const struct part numbering[] = {
		NUMBERING(LIST("1", LEVEL("0", "upperRoman", "%1.")
			       "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/>"
			       "<w:lvlText w:val=\"%1.%2\"/></w:lvl>" LEVEL("2", "none", ""))),
		{ NULL },
	};

	must_show(docx_of(NUMBERED("1", "0", "A") NUMBERED("1", "1", "b") NUMBERED("1", "2", "c") NUMBERED("0", "0", "d")
			  NUMBERED("77", "0", "e"), numbering),
		  "I. A\n1.1 b\nc\nd\ne\n");
}

Test(docx, numbers_come_through_styles)
{
	static const struct part parts[] = {
		STYLES("<w:style w:type=\"paragraph\" w:styleId=\"Muc\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
		       "<w:style w:type=\"paragraph\" w:styleId=\"Diem\"><w:basedOn w:val=\"Muc\"/></w:style>"),
		NUMBERING("<w:abstractNum w:abstractNumId=\"1\">" LEVEL("0", "upperRoman", "%1.")
			  "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Diem\"/>"
			  "<w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum>"
			  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"),
		{ NULL },
	};

	must_show(docx_of("<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>"
			  "<w:p><w:pPr><w:pStyle w:val=\"Diem\"/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>"
			  "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>c</w:t></w:r></w:p>",
			  parts),
		  "I. A\n1. b\nc\n");
}

Test(docx, a_sign_of_a_symbol_font_is_a_bullet)
{
	static const struct part numbering[] = {
		NUMBERING(LIST("1", LEVEL("0", "bullet", "\uF0B7") LEVEL("1", "bullet", "+"))), { NULL },
	};

	must_show(docx_of(NUMBERED("1", "0", "a") NUMBERED("1", "1", "b"), numbering), "• a\n+ b\n");
}

/* --- tables ------------------------------------------------------------- */

Test(docx, cells_know_their_place_and_what_they_span)
{
	must_show(docx_of("<w:tbl><w:tr>" CELL("<w:vMerge w:val=\"restart\"/>", P("STT")) CELL("<w:gridSpan w:val=\"2\"/>", P("Cơ quan"))
			  "</w:tr><w:tr>" CELL("<w:vMerge/>", "<w:p/>") CELL("", P("Chủ trì")) CELL("", P("Phối hợp")) "</w:tr><w:tr>"
			  CELL("", P("1")) CELL("", P("Sở A") P("Sở B")) CELL("", "<w:p/>") "</w:tr></w:tbl>" P("sau bảng"), NULL),
		  "1:0,0+2x1 STT\n1:0,1+1x2 Cơ quan\n1:1,1 Chủ trì\n1:1,2 Phối hợp\n1:2,0 1\n1:2,1 Sở A\n1:2,1 Sở B\nsau bảng\n");
}

Test(docx, an_automatic_number_alone_fills_its_cell)
{
	static const struct part numbering[] = { NUMBERING(LIST("1", LEVEL("0", "decimal", "%1"))), { NULL } };

	must_show(docx_of("<w:tbl><w:tr>" CELL("", NUMBERED("1", "0", "")) CELL("", P("a")) "</w:tr><w:tr>"
			  CELL("", NUMBERED("1", "0", "")) CELL("", P("b")) "</w:tr></w:tbl>", numbering),
		  "1:0,0 1\n1:0,1 a\n1:1,0 2\n1:1,1 b\n");
}

Test(docx, a_row_may_begin_in_a_later_column_and_deleted_rows_are_none)
{
	must_show(docx_of("<w:tbl><w:tr>" CELL("", P("a")) CELL("", P("b")) "</w:tr>"
			  "<w:tr><w:trPr><w:del/></w:trPr>" CELL("", "<w:p/>") CELL("", "<w:p/>") "</w:tr>"
			  "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" CELL("", P("c")) "</w:tr></w:tbl>", NULL),
		  "1:0,0 a\n1:0,1 b\n1:1,1 c\n");
}

Test(docx, a_table_in_a_cell_is_text_of_that_cell)
{
	must_show(docx_of("<w:tbl><w:tr>" CELL("", P("a") "<w:tbl><w:tr>" CELL("", P("x")) CELL("", P("y")) "</w:tr></w:tbl>" P("b"))
			  CELL("", P("c")) "</w:tr></w:tbl><w:tbl><w:tr>" CELL("", P("d")) CELL("", P("e")) "</w:tr></w:tbl>", NULL),
		  "1:0,0 a\n1:0,0 x\n1:0,0 y\n1:0,0 b\n1:0,1 c\n2:0,0 d\n2:0,1 e\n");
}

Test(docx, a_table_of_one_column_is_prose)
{
	must_show(docx_of("<w:tbl><w:tr>" CELL("", P("a")) "</w:tr><w:tr>" CELL("", P("b")) "</w:tr></w:tbl>", NULL), "a\nb\n");
}

/* --- what stands apart -------------------------------------------------- */

Test(docx, heads_of_pages_and_notes_come_behind_the_body)
{
	static const struct part parts[] = {
		{ "header1.xml", "<w:hdr " W ">" P("Trang đầu") "</w:hdr>" },
		{ "footnotes.xml", "<w:footnotes " W "><w:footnote w:type=\"separator\" w:id=\"0\">" P("vạch") "</w:footnote>"
				   "<w:footnote w:id=\"2\">" P("chú thích") "</w:footnote></w:footnotes>" },
		{ NULL },
	};

	must_show(docx_of(P("thân") "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1.xml\"/>"
			  "<w:headerReference w:type=\"first\" r:id=\"header1.xml\"/></w:sectPr>", parts),
		  "thân\n^chú thích\n~Trang đầu\n");
}

Test(docx, has_no_encoding_to_choose)
{
	struct source source = { 0 };
	struct manuscript manuscript = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(office_read(docx_of(P("a"), NULL), "tcvn3", &source, &manuscript, &err), STATUS_INVALID);
	cr_assert(strstr(error_text(&err), "«--from»"));
	cr_assert_null(source.bytes);
	error_release(&err);
}

Test(docx, a_document_without_a_word_is_refused)
{
	must_be_refused(docx_of("<w:p/>", NULL), "không có chữ nào");
}
