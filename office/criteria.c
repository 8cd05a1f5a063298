/* The criteria of an index as a file of tab-separated cells. */
#include "office/office.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "office/text_file.h"

enum column { COLUMN_CODE, COLUMN_NAME, COLUMN_MAXIMUM, COLUMN_SELF, COLUMN_VERIFIED, COLUMN_EVIDENCE, COLUMN_COUNT };

static const char *const headings[COLUMN_COUNT] = { "code", "name", "maximum", "self", "verified", "evidence" };

struct reader {
	const char *name;
	size_t line;
	int cell_of[COLUMN_COUNT];	/* -1: the file has no such column */
	bool headed;
};

static const char *cell(const struct reader *reader, const struct string_list *cells, enum column column)
{
	int at = reader->cell_of[column];

	return at >= 0 && (size_t)at < cells->count ? cells->items[at] : "";
}

static enum status read_headings(struct reader *reader, const struct string_list *cells, struct error *err)
{
	for (int column = 0; column < COLUMN_COUNT; column++) {
		reader->cell_of[column] = -1;
		for (size_t i = 0; i < cells->count; i++)
			if (!strcmp(cells->items[i], headings[column]))
				reader->cell_of[column] = (int)i;
	}
	reader->headed = true;
	if (reader->cell_of[COLUMN_CODE] >= 0 && reader->cell_of[COLUMN_NAME] >= 0)
		return OK;
	return error_set(err, STATUS_INVALID,
			 _("Dòng %zu của «%s» phải là các đầu cột «code name maximum self verified evidence» cách nhau bằng dấu tab "
			   "(ít nhất có «code» và «name»)."), reader->line, text_file_label(reader->name));
}

static enum status read_points(const struct reader *reader, const struct string_list *cells, enum column column, int *points,
			       struct error *err)
{
	const char *text = cell(reader, cells, column);

	if (points_parse(text, points))
		return OK;
	return error_set(err, STATUS_INVALID, _("Dòng %zu của «%s»: «%s» không phải số điểm; hãy viết như 1,5."), reader->line,
			 text_file_label(reader->name), text);
}

static enum status read_criterion(const struct reader *reader, const struct string_list *cells, struct criterion *out,
				  struct error *err)
{
	const char *evidence = cell(reader, cells, COLUMN_EVIDENCE);
	enum status status = read_points(reader, cells, COLUMN_MAXIMUM, &out->maximum, err);

	if (status == OK)
		status = read_points(reader, cells, COLUMN_SELF, &out->self, err);
	if (status == OK)
		status = read_points(reader, cells, COLUMN_VERIFIED, &out->verified, err);
	out->code = xstrdup(cell(reader, cells, COLUMN_CODE));
	out->name = xstrdup(cell(reader, cells, COLUMN_NAME));
	out->evidence = *evidence ? xstrdup(evidence) : NULL;
	if (status == OK && (!*out->code || !*out->name))
		return error_set(err, STATUS_INVALID, _("Dòng %zu của «%s» thiếu mã hoặc tên tiêu chí."), reader->line,
				 text_file_label(reader->name));
	return status;
}

static enum status read_line(struct reader *reader, const char *line, size_t length, struct criterion_list *out,
			     struct error *err)
{
	struct criterion criterion = { 0 };
	struct string_list cells = { 0 };
	enum status status;

	text_cells(line, length, '\t', &cells);
	if (!reader->headed) {
		status = read_headings(reader, &cells, err);
	} else {
		status = read_criterion(reader, &cells, &criterion, err);
		if (status == OK)
			criterion_list_add(out, &criterion);
	}
	criterion_release(&criterion);
	string_list_release(&cells);
	return status;
}

enum status office_read_criteria(const char *name, const char *encoding, struct criterion_list *out, struct error *err)
{
	struct text_file file = TEXT_FILE_INIT;
	struct reader reader = { .name = name };
	size_t start = 0;
	enum status status = text_file_read(name, encoding, &file, err);

	while (status == OK && start < file.text.length) {
		const char *line = file.text.text + start;
		size_t length = strcspn(line, "\n");

		reader.line++;
		if (!text_says_nothing(line, length))
			status = read_line(&reader, line, length, out, err);
		start += length + 1;
	}
	text_file_release(&file);
	return status;
}

/* --- writing ------------------------------------------------------------ */

static void add_cell(struct strbuf *out, const char *text, char end)
{
	for (; text && *text; text++)
		strbuf_add_char(out, *text == '\t' || *text == '\n' ? ' ' : *text);
	strbuf_add_char(out, end);
}

void office_write_criteria(const struct criterion_list *list, struct strbuf *out)
{
	char points[POINTS_TEXT];

	for (int column = 0; column < COLUMN_COUNT; column++)
		add_cell(out, headings[column], column + 1 < COLUMN_COUNT ? '\t' : '\n');
	for (size_t i = 0; i < list->count; i++) {
		const struct criterion *criterion = &list->items[i];

		add_cell(out, criterion->code, '\t');
		add_cell(out, criterion->name, '\t');
		add_cell(out, points_text(criterion->maximum, points), '\t');
		add_cell(out, points_text(criterion->self, points), '\t');
		add_cell(out, points_text(criterion->verified, points), '\t');
		add_cell(out, criterion->evidence, '\n');
	}
}
