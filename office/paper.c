/*
 * A drafted paper as a Word document (ECMA-376), in the layout of NĐ 30/2020/NĐ-CP, appendix I: A4, margins 20 mm above
 * and below, 30 mm left, 20 mm right, Times New Roman 14, first lines 1,27 cm in, pages numbered on top from the second.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/workbench/meeting_paper.h"
#include "office/office.h"
#include "office/read/library.h"

#define OOXML "http://schemas.openxmlformats.org/"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static const char content_types[] = XML
	"<Types xmlns=\"" OOXML "package/2006/content-types\">"
	"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	"<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
	"<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
	"<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"
	"</Types>";

static const char package_relations[] = XML
	"<Relationships xmlns=\"" OOXML "package/2006/relationships\">"
	"<Relationship Id=\"rId1\" Type=\"" OOXML "officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
	"</Relationships>";

static const char document_relations[] = XML
	"<Relationships xmlns=\"" OOXML "package/2006/relationships\">"
	"<Relationship Id=\"rId1\" Type=\"" OOXML "officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
	"<Relationship Id=\"rId2\" Type=\"" OOXML "officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>"
	"</Relationships>";

static const char styles[] = XML
	"<w:styles xmlns:w=\"" OOXML "wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>"
	"<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
	"<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
	"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style></w:styles>";

static const char header[] = XML
	"<w:hdr xmlns:w=\"" OOXML "wordprocessingml/2006/main\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
	"<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>";

static const char document_start[] = XML
	"<w:document xmlns:w=\"" OOXML "wordprocessingml/2006/main\" xmlns:r=\"" OOXML "officeDocument/2006/relationships\"><w:body>";

static const char document_end[] =
	"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
	"<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
	"<w:titlePg/></w:sectPr></w:body></w:document>";

/* --- the text ----------------------------------------------------------------- */

static void add_escaped(const char *text, size_t length, struct strbuf *out)
{
	for (size_t i = 0; i < length; i++) {
		switch (text[i]) {
		case '&':
			strbuf_add_text(out, "&amp;");
			break;
		case '<':
			strbuf_add_text(out, "&lt;");
			break;
		case '>':
			strbuf_add_text(out, "&gt;");
			break;
		default:
			if ((unsigned char)text[i] >= ' ')
				strbuf_add_char(out, text[i]);
		}
	}
}

static void add_paragraph(const char *properties, const char *run, const char *text, size_t length, struct strbuf *out)
{
	strbuf_addf(out, "<w:p><w:pPr>%s</w:pPr><w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\">", properties, run);
	add_escaped(text, length, out);
	strbuf_add_text(out, "</w:t></w:r></w:p>");
}

/* What stands left and right of a tab goes into the two cells of a row without lines. */
static void add_row(const char *words, size_t length, const char *left_run, const char *right_run, struct strbuf *out)
{
	const char *tab = memchr(words, '\t', length);
	size_t left = tab ? (size_t)(tab - words) : length;

	strbuf_add_text(out, "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"3900\" w:type=\"dxa\"/></w:tcPr>");
	add_paragraph("<w:jc w:val=\"center\"/>", left_run, words, left, out);
	strbuf_add_text(out, "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"5170\" w:type=\"dxa\"/></w:tcPr>");
	add_paragraph("<w:jc w:val=\"center\"/>", right_run, tab ? tab + 1 : "", tab ? length - left - 1 : 0, out);
	strbuf_add_text(out, "</w:tc></w:tr>");
}

static bool is_row(enum paper_role role)
{
	return role == PAPER_HEAD || role == PAPER_SIGN;
}

#define BOLD "<w:b/>"
#define SMALL "<w:sz w:val=\"26\"/>"
#define JUSTIFIED "<w:spacing w:before=\"120\" w:line=\"276\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>"

/* ROW: which line of its table it is, from 0. */
static void add_line(enum paper_role role, int row, const char *words, size_t length, struct strbuf *out)
{
	switch (role) {
	case PAPER_HEAD:
		if (row == 0)
			add_row(words, length, BOLD SMALL, BOLD SMALL, out);
		else if (row == 1)
			add_row(words, length, BOLD, BOLD "<w:u w:val=\"single\"/>", out);
		else
			add_row(words, length, SMALL, "<w:i/>", out);
		break;
	case PAPER_SIGN:
		add_row(words, length, BOLD, BOLD, out);
		break;
	case PAPER_TITLE:
		add_paragraph("<w:spacing w:before=\"360\"/><w:jc w:val=\"center\"/>", BOLD, words, length, out);
		break;
	case PAPER_SUBJECT:
		add_paragraph("<w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/>", BOLD, words, length, out);
		break;
	case PAPER_HEADING:
		add_paragraph("<w:keepNext/>" JUSTIFIED, BOLD, words, length, out);
		break;
	case PAPER_COPY:
		add_paragraph("", row ? "<w:sz w:val=\"22\"/>" : "<w:b/><w:i/><w:sz w:val=\"24\"/>", words, length, out);
		break;
	case PAPER_BODY:
	case PAPER_ITEM:
		add_paragraph(JUSTIFIED, "", words, length, out);
		break;
	}
}

static void write_text(const char *draft, struct strbuf *out)
{
	enum paper_role role = PAPER_BODY, before = PAPER_BODY;
	const char *words;
	size_t length;
	int row = 0;

	strbuf_add_text(out, document_start);
	while (paper_next(&draft, &role, &words, &length)) {
		row = role == before ? row + 1 : 0;
		if (is_row(before) && role != before)
			strbuf_add_text(out, "</w:tbl>");
		if (is_row(role) && !row)
			strbuf_add_text(out, "<w:tbl><w:tblPr><w:tblW w:w=\"9070\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>"
					     "<w:tblGrid><w:gridCol w:w=\"3900\"/><w:gridCol w:w=\"5170\"/></w:tblGrid>");
		add_line(role, row, words, length, out);
		before = role;
	}
	if (is_row(before))
		strbuf_add_text(out, "</w:tbl><w:p/>");
	strbuf_add_text(out, document_end);
}

/* --- the package --------------------------------------------------------------- */

static bool add_part(const struct libzip *library, zip_t *zip, const char *name, const char *text, size_t length)
{
	zip_source_t *source = library->zip_source_buffer(zip, text, length, 0);
	zip_int64_t index = source ? library->zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;

	if (index < 0)
		library->zip_source_free(source);
	return index >= 0;
}

static bool add_parts(const struct libzip *library, zip_t *zip, const struct strbuf *document)
{
	return add_part(library, zip, "[Content_Types].xml", content_types, strlen(content_types)) &&
	       add_part(library, zip, "_rels/.rels", package_relations, strlen(package_relations)) &&
	       add_part(library, zip, "word/document.xml", document->text, document->length) &&
	       add_part(library, zip, "word/_rels/document.xml.rels", document_relations, strlen(document_relations)) &&
	       add_part(library, zip, "word/styles.xml", styles, strlen(styles)) &&
	       add_part(library, zip, "word/header1.xml", header, strlen(header));
}

static bool read_all(const struct libzip *library, zip_source_t *source, struct strbuf *out)
{
	char bytes[8192];
	zip_int64_t got = library->zip_source_open(source);

	if (got < 0)
		return false;
	while ((got = library->zip_source_read(source, bytes, sizeof bytes)) > 0)
		strbuf_add(out, bytes, (size_t)got);
	library->zip_source_close(source);
	return got == 0;
}

static bool write_package(const struct libzip *library, const struct strbuf *document, struct strbuf *out)
{
	zip_source_t *archive = library->zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = archive ? library->zip_open_from_source(archive, ZIP_TRUNCATE, NULL) : NULL;
	bool written;

	if (!zip) {
		library->zip_source_free(archive);
		return false;
	}
	library->zip_source_keep(archive);	/* what is written stays in it when the archive is closed */
	written = add_parts(library, zip, document) && !library->zip_close(zip);
	if (!written)
		library->zip_discard(zip);
	written = written && read_all(library, archive, out);
	library->zip_source_free(archive);
	return written;
}

enum status office_paper_docx(const char *draft, struct strbuf *out, struct error *err)
{
	const struct libzip *library = libzip(err);
	struct strbuf document = STRBUF_INIT;
	enum status status = library ? OK : STATUS_INVALID;

	if (status == OK) {
		write_text(draft, &document);
		if (!write_package(library, &document, out))
			status = error_set(err, STATUS_IO, _("Không tạo được tệp docx; hãy thử lại, hoặc lấy bản chữ (--format text)."));
	}
	strbuf_release(&document);
	return status;
}
