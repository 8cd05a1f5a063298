/* Files that mean harm: refused in words, or read without more than the limits allow. */
#include <config.h>

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "office/read/limits.h"
#include "tests/office/files.h"
#include "tests/office/package.h"
#include "tests/office/shown.h"

TestSuite(hostile, .init = files_init, .fini = files_fini, .timeout = 60);

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

/* COUNT times TEXT. The caller frees. */
static char *times(const char *text, size_t count)
{
	struct strbuf out = STRBUF_INIT;

	while (count--)
		strbuf_add_text(&out, text);
	return strbuf_detach(&out);
}

static const char *docx_of_owned(char *body)
{
	const char *path = docx_of(body, NULL);

	free(body);
	return path;
}

/* A document whose main part is this, whatever it is. */
static const char *docx_of_part(const char *text)
{
	return package_of("b.docx", (const struct part[]){
		{ "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
				 "<Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>" },
		{ "word/document.xml", text }, { NULL },
	});
}

static char *bytes_of(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	char *bytes = xmalloc(1 << 20);

	cr_assert_not_null(file);
	*length = fread(bytes, 1, 1 << 20, file);
	fclose(file);
	return bytes;
}

/* --- packages ----------------------------------------------------------- */

Test(hostile, a_package_that_inflates_without_end_is_refused)
{
	must_be_refused(docx_of_owned(times("<w:p/><w:p/>                                ", LIMIT_INFLATED / 40)), "quá nhiều nội dung");
}

Test(hostile, a_package_of_too_many_parts_is_refused)
{
	struct part *parts = xcalloc(LIMIT_ENTRIES + 2, sizeof *parts);
	struct string_list names = { 0 };

	for (int i = 0; i <= LIMIT_ENTRIES; i++)
		string_list_add_owned(&names, xasprintf("%d", i));
	for (int i = 0; i <= LIMIT_ENTRIES; i++)
		parts[i] = (struct part){ names.items[i], "" };
	must_be_refused(package_of("b.docx", parts), "quá nhiều nội dung");
	string_list_release(&names);
	free(parts);
}

Test(hostile, a_package_cut_anywhere_is_damaged)
{
	size_t length;
	char *bytes = bytes_of(docx_of("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>", NULL), &length);

	for (size_t cut = 5; cut < length; cut += 7)
		must_be_refused(file_of("cut.docx", bytes, cut), "hỏng");
	free(bytes);
}

Test(hostile, a_package_that_lies_about_sizes_is_not_believed)
{
	char *many = times("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>", 2000);
	size_t length;
	char *bytes = bytes_of(docx_of_owned(many), &length);

	/* The size of the part in the directory: 24 bytes behind "PK\1\2"; the name 46 bytes behind it. */
	for (size_t i = 0; i + 64 < length; i++)
		if (!memcmp(bytes + i, "PK\001\002", 4) && !memcmp(bytes + i + 46, "word/document.xml", 17))
			memcpy(bytes + i + 24, "\012\0\0\0", 4);
	must_be_refused(file_of("lie.docx", bytes, length), "hỏng");
	free(bytes);
}

Test(hostile, names_in_a_package_never_reach_the_file_system)
{
	must_be_refused(package_of("b.docx", (const struct part[]){
		{ "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
				 "<Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/../../../../etc/passwd\"/></Relationships>" },
		{ "../../../../etc/passwd", "x" }, { NULL } }), "hỏng");
}

Test(hostile, a_locked_package_says_so)
{
	const char *path = path_of("locked.docx");
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	zip_int64_t index = zip_file_add(zip, "word/document.xml", zip_source_buffer(zip, "x", 1, 0), 0);

	if (zip_file_set_encryption(zip, (zip_uint64_t)index, ZIP_EM_AES_128, "abc") < 0)
		cr_skip_test("this libzip encrypts nothing");
	cr_assert_eq(zip_close(zip), 0);
	must_be_refused(path, "mật khẩu");
}

/* --- XML ---------------------------------------------------------------- */

Test(hostile, entities_and_document_types_are_refused)
{
	must_be_refused(docx_of_part("<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><w:document " W ">&b;</w:document>"), "DOCTYPE");
	must_be_refused(docx_of_part("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document " W ">&a;</w:document>"), "DOCTYPE");
	must_be_refused(docx_of_part("<!DOCTYPE x SYSTEM \"http://127.0.0.1/x.dtd\"><w:document " W "/>"), "DOCTYPE");
	must_be_refused(docx_of_part("<w:document " W ">&undefined;</w:document>"), "hỏng");
}

Test(hostile, what_is_no_xml_or_ends_early_is_damaged)
{
	must_be_refused(docx_of_part("không phải XML"), "hỏng");
	must_be_refused(docx_of_part("<w:document " W "><w:body><w:p><w:r><w:t>chữ"), "hỏng");
	must_be_refused(docx_of_part(""), "hỏng");
}

/* An element with so many attributes keeps a parser that compares each with all busy for minutes. */
Test(hostile, too_many_attributes_and_namespaces_are_refused)
{
	struct strbuf tag = STRBUF_INIT, spaces = STRBUF_INIT;

	for (int i = 0; i < 200000; i++) {
		strbuf_addf(&tag, " a%d=\"&gt;\"", i);
		strbuf_addf(&spaces, " xmlns:a%d=\"x\"", i);
	}
	for (int i = 0; i < 2; i++) {
		char *body = xasprintf("<!-- \" --><![CDATA[']]><?a '?><x%s/>", i ? tag.text : spaces.text);

		must_be_refused(docx_of(body, NULL), "quá nhiều nội dung");
		free(body);
	}
	strbuf_release(&tag);
	strbuf_release(&spaces);
}

Test(hostile, an_element_may_have_many_attributes_and_a_long_value)
{
	char *amp = times("&amp;", 100000), *body;
	struct strbuf tag = STRBUF_INIT;

	for (int i = 0; i < LIMIT_ATTRIBUTES; i++)
		strbuf_addf(&tag, " a%d='\"'", i);
	body = xasprintf("<!-- = \" < a=b --><x%s/><x a=\"%s\"/><w:p><w:r><w:t>a=b</w:t></w:r></w:p>", tag.text, amp);
	must_show(docx_of(body, NULL), "a=b\n");
	free(amp);
	free(body);
	strbuf_release(&tag);
}

Test(hostile, a_part_in_another_encoding_than_utf_8_is_damaged)
{
	must_be_refused(docx_of_part("<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-w:document/+AD4-"), "hỏng");
}

Test(hostile, a_name_that_stands_twice_in_a_package_is_refused)
{
	size_t length;
	char *bytes = bytes_of(package_of("b.docx", (const struct part[]){ { "word/document.xml", "a" }, { "word/document.xmx", "b" }, { NULL } }), &length);

	for (size_t i = 0; i + 17 <= length; i++)
		if (!memcmp(bytes + i, "word/document.xmx", 17))
			bytes[i + 16] = 'l';
	must_be_refused(file_of("twice.docx", bytes, length), "hỏng");
	free(bytes);
}

Test(hostile, deep_nesting_is_refused)
{
	must_be_refused(docx_of_owned(times("<w:tbl><w:tr><w:tc>", LIMIT_DEPTH)), "quá sâu");
	must_be_refused(docx_of_owned(times("<x>", 1000000)), "quá sâu");
}

/* --- tables ------------------------------------------------------------- */

Test(hostile, spans_of_a_billion_are_cut)
{
	must_show(docx_of("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999999\"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
			  "<w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", NULL),
		  "1:0,0+1x1000 a\n1:0,1000 b\n");
	must_show(file_of_text("a.html", "<table><tr><td rowspan=1000000000 colspan=1000000000>a<td>b</table>"),
		  "1:0,0+65534x1000 a\n1:0,1000 b\n");
}

Test(hostile, a_million_columns_are_refused)
{
	char *cells = times("<td colspan=1000>a", 1000), *page = xasprintf("<table><tr>%s", cells);

	must_be_refused(file_of_text("a.html", page), "quá nhiều cột");
	free(cells);
	free(page);
	must_be_refused(xlsx_of((const struct part[]){ { "A", "<sheetData><row><c r=\"ZZZZZ1\"><v>1</v></c></row></sheetData>" }, { NULL } }, NULL),
			"quá nhiều cột");
	must_be_refused(xlsx_of((const struct part[]){ { "A", "<sheetData><row r=\"99999999\"><c><v>1</v></c></row></sheetData>" }, { NULL } }, NULL),
			"quá nhiều cột");
}

Test(hostile, cells_out_of_order_are_damage)
{
	must_be_refused(xlsx_of((const struct part[]){ { "A", "<sheetData><row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row></sheetData>" },
						       { NULL } }, NULL), "hỏng");
}

Test(hostile, a_sheet_merged_all_over_takes_no_time)
{
	char *merged = times("<mergeCell ref=\"A1:XFD1048576\"/>", 20000);
	char *content = xasprintf("<sheetData><row><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row><c r=\"A2\"><v>3</v></c></row></sheetData>"
				  "<mergeCells>%s</mergeCells>", merged);

	must_show(xlsx_of((const struct part[]){ { "A", content }, { NULL } }, NULL), "1:0,0+1048576x16384 1\n");
	free(merged);
	free(content);
}

/* Sixteen copies of a megabyte: more text than a plan has, out of a small file. */
Test(hostile, a_shared_text_that_many_cells_show_is_counted_each_time)
{
	char *text = times("aaaaaaaaaaaaaaaa", 65536), *cells = times("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>", 8);
	char *shared = xasprintf("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>%s</t></si></sst>", text);
	char *content = xasprintf("<sheetData>%s</sheetData>", cells);

	must_be_refused(xlsx_of((const struct part[]){ { "A", content }, { NULL } },
				(const struct part[]){ { "sharedStrings.xml", shared }, { NULL } }), "quá nhiều nội dung");
	free(text);
	free(cells);
	free(shared);
	free(content);
}

Test(hostile, a_row_repeated_a_billion_times_is_cut)
{
	struct source source = { 0 };
	struct manuscript manuscript = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(office_read(odt_of("<table:table><table:table-row table:number-rows-repeated=\"1000000000\">"
					"<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>"
					"</table:table-row></table:table>", ""), NULL, &source, &manuscript, &err), OK);
	cr_assert_eq(manuscript.paragraphs.count, 2 * LIMIT_REPEATED);
	source_release(&source);
	manuscript_release(&manuscript);
}

/* --- time --------------------------------------------------------------- */

/* Each of these is a web page or sheet on which a careless reader looks at everything again and again. */
Test(hostile, what_never_ends_is_read_once)
{
	static const char *const parts[] = { "<!--", "<a b=\"", "<script>", "<ul><li>", "<table><tr><td>", "&#", "\"x,", "</p", "<b>" };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct source source = { 0 };
		struct manuscript manuscript = { 0 };
		struct error err = ERROR_INIT;
		struct strbuf text = STRBUF_INIT;

		strbuf_add_text(&text, "<html>chữ");
		while (text.length < 4 * 1024 * 1024)
			strbuf_add_text(&text, parts[i]);
		office_read(file_of("a.html", text.text, text.length), NULL, &source, &manuscript, &err);
		manuscript_release(&manuscript);
		source_release(&source);
		error_release(&err);
		strbuf_release(&text);
	}
}
