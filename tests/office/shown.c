#include "tests/office/shown.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static void show_cell(const struct cell_place *cell, struct strbuf *out)
{
	strbuf_addf(out, "%d:%d,%d", cell->table, cell->row, cell->column);
	if (cell->rows != 1 || cell->columns != 1)
		strbuf_addf(out, "+%dx%d", cell->rows, cell->columns);
	strbuf_add_char(out, ' ');
}

static void show_paragraph(const struct paragraph *paragraph, bool lines, struct strbuf *out)
{
	static const char *const kinds[] = { [PARAGRAPH_TEXT] = "", [PARAGRAPH_FRAME] = "~", [PARAGRAPH_FOOTNOTE] = "^" };

	if (lines)
		strbuf_addf(out, "%d ", paragraph->line);
	strbuf_add_text(out, kinds[paragraph->kind]);
	if (paragraph->cell.table)
		show_cell(&paragraph->cell, out);
	strbuf_addf(out, "%s\n", paragraph->text);
}

static void compare(const char *path, bool lines, const char *expected)
{
	struct source source = { 0 };
	struct manuscript first = { 0 }, again = { 0 };
	struct strbuf shown = STRBUF_INIT;
	struct error err = ERROR_INIT;

	cr_assert_eq(office_read(path, NULL, &source, &first, &err), OK, "%s", error_text(&err));
	for (size_t i = 0; i < first.paragraphs.count; i++)
		show_paragraph(&first.paragraphs.items[i], lines, &shown);
	cr_assert_str_eq(shown.text, expected);
	/* What is stored shows the same. */
	cr_assert_eq(office_show_source(&source, &again, &err), OK, "%s", error_text(&err));
	cr_assert_eq(again.paragraphs.count, first.paragraphs.count);
	for (size_t i = 0; i < first.paragraphs.count; i++)
		cr_assert_str_eq(again.paragraphs.items[i].text, first.paragraphs.items[i].text);
	strbuf_release(&shown);
	manuscript_release(&first);
	manuscript_release(&again);
	source_release(&source);
	error_release(&err);
}

void must_show(const char *path, const char *expected)
{
	compare(path, false, expected);
}

void must_show_lines(const char *path, const char *expected)
{
	compare(path, true, expected);
}

void must_be_refused(const char *path, const char *said)
{
	struct source source = { 0 };
	struct manuscript manuscript = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(office_read(path, NULL, &source, &manuscript, &err), STATUS_INVALID);
	cr_assert(strstr(error_text(&err), said), "«%s» does not say «%s»", error_text(&err), said);
	cr_assert_null(source.bytes);
	cr_assert_eq(manuscript.paragraphs.count, 0);
	error_release(&err);
}
