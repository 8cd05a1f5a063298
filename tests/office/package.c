#include "tests/office/package.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "core/base/memory.h"
#include "tests/office/files.h"

enum { MOST_PARTS = 16 };

#define OOXML "http://schemas.openxmlformats.org/"
#define RELATIONS "<Relationships xmlns=\"" OOXML "package/2006/relationships\">"

const char *package_of(const char *name, const struct part *parts)
{
	const char *path = path_of(name);
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	cr_assert_not_null(zip);
	for (; parts->name; parts++) {
		zip_source_t *source = zip_source_buffer(zip, parts->text, strlen(parts->text), 0);

		cr_assert_geq(zip_file_add(zip, parts->name, source, ZIP_FL_ENC_UTF_8), 0);
	}
	cr_assert_eq(zip_close(zip), 0);
	return path;
}

/* "header1.xml" is of the type "header". */
static void add_relation(struct strbuf *out, const char *id, const char *folder, const char *target, const char *type)
{
	size_t letters = type ? strlen(type) : strcspn(target, "0123456789.");

	strbuf_addf(out, "<Relationship Id=\"%s\" Type=\"" OOXML "officeDocument/2006/relationships/%.*s\" Target=\"%s%s\"/>",
		    id, (int)letters, type ? type : target, folder, target);
}

/* The package of MAIN (and OTHERS) in FOLDER. */
static const char *ooxml_of(const char *name, const char *folder, const struct part *main_part, const struct part *others)
{
	struct strbuf whole = STRBUF_INIT, relations = STRBUF_INIT;
	struct part parts[MOST_PARTS] = { 0 };
	char *names[MOST_PARTS] = { 0 };
	size_t count = 0;
	const char *path;

	strbuf_add_text(&whole, RELATIONS);
	add_relation(&whole, "rId1", folder, main_part->name, "officeDocument");
	strbuf_add_text(&whole, "</Relationships>");
	strbuf_add_text(&relations, RELATIONS);
	for (size_t i = 0; others && others[i].name; i++) {
		add_relation(&relations, others[i].name, "", others[i].name, NULL);
		names[count] = xasprintf("%s%s", folder, others[i].name);
		parts[count] = (struct part){ names[count], others[i].text };
		count++;
	}
	strbuf_add_text(&relations, "</Relationships>");
	parts[count++] = (struct part){ "_rels/.rels", whole.text };
	names[count] = xasprintf("%s%s", folder, main_part->name);
	parts[count] = (struct part){ names[count], main_part->text };
	count++;
	names[count] = xasprintf("%s_rels/%s.rels", folder, main_part->name);
	parts[count] = (struct part){ names[count], relations.text };
	path = package_of(name, parts);
	for (size_t i = 0; i < MOST_PARTS; i++)
		free(names[i]);
	strbuf_release(&whole);
	strbuf_release(&relations);
	return path;
}

const char *docx_of(const char *body, const struct part *others)
{
	char *text = xasprintf("<w:document xmlns:w=\"" OOXML "wordprocessingml/2006/main\""
			       " xmlns:r=\"" OOXML "officeDocument/2006/relationships\""
			       " xmlns:mc=\"" OOXML "markup-compatibility/2006\"><w:body>%s</w:body></w:document>", body);
	const char *path = ooxml_of("a.docx", "word/", &(struct part){ "document.xml", text }, others);

	free(text);
	return path;
}

const char *xlsx_of(const struct part *sheets, const struct part *others)
{
	struct strbuf book = STRBUF_INIT;
	struct part all[MOST_PARTS] = { 0 };
	char *owned[MOST_PARTS] = { 0 };
	size_t count = 0, used = 0;
	const char *path;

	strbuf_add_text(&book, "<workbook xmlns=\"" OOXML "spreadsheetml/2006/main\""
			       " xmlns:r=\"" OOXML "officeDocument/2006/relationships\">");
	for (; others && others->name; others++) {
		if (!strcmp(others->name, "workbookPr"))
			strbuf_add_text(&book, others->text);
		else
			all[count++] = *others;
	}
	strbuf_add_text(&book, "<sheets>");
	for (int i = 1; sheets->name; sheets++, i++) {
		owned[used] = xasprintf("worksheet%d.xml", i);
		owned[used + 1] = xasprintf("<worksheet xmlns=\"" OOXML "spreadsheetml/2006/main\">%s</worksheet>", sheets->text);
		strbuf_addf(&book, "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"%s\"/>", sheets->name, i, owned[used]);
		all[count++] = (struct part){ owned[used], owned[used + 1] };
		used += 2;
	}
	strbuf_add_text(&book, "</sheets></workbook>");
	path = ooxml_of("a.xlsx", "xl/", &(struct part){ "workbook.xml", book.text }, all);
	for (size_t i = 0; i < used; i++)
		free(owned[i]);
	strbuf_release(&book);
	return path;
}

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

const char *odt_of(const char *text, const char *styles)
{
	char *content = xasprintf("<office:document-content xmlns:office=\"" ODF "office:1.0\" xmlns:text=\"" ODF "text:1.0\""
				  " xmlns:table=\"" ODF "table:1.0\" xmlns:style=\"" ODF "style:1.0\""
				  " xmlns:fo=\"" ODF "xsl-fo-compatible:1.0\" xmlns:draw=\"" ODF "drawing:1.0\">"
				  "<office:automatic-styles>%s</office:automatic-styles>"
				  "<office:body><office:text>%s</office:text></office:body></office:document-content>",
				  styles, text);
	const char *path = package_of("a.odt", (const struct part[]){
		{ "mimetype", "application/vnd.oasis.opendocument.text" }, { "content.xml", content }, { NULL },
	});

	free(content);
	return path;
}
