/* The list of agencies as a file of tab-separated cells. */
#include "office/office.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/viet/viet.h"
#include "office/text_file.h"

enum column { COLUMN_KIND, COLUMN_CODE, COLUMN_NAME, COLUMN_ALIASES, COLUMN_MEMBERS, COLUMN_COUNT };

static const char *const headings[COLUMN_COUNT] = { "kind", "code", "name", "aliases", "members" };

/* The file being read: which cell of a line holds which column. */
struct reader {
	const char *name;
	size_t line;
	int cell_of[COLUMN_COUNT];	/* -1: the file has no such column */
};

/* Append the pieces of TEXT between separators, cleaned; empty ones too. */
static void split(const char *text, size_t length, char separator, struct string_list *out)
{
	size_t start = 0;

	while (start <= length) {
		const char *end = memchr(text + start, separator, length - start);
		size_t piece = end ? (size_t)(end - text) - start : length - start;
		struct strbuf clean = STRBUF_INIT;

		viet_clean(text + start, piece, &clean);
		string_list_add_owned(out, strbuf_detach(&clean));
		start += piece + 1;
	}
}

static const char *cell(const struct reader *reader, const struct string_list *cells, enum column column)
{
	int at = reader->cell_of[column];

	return at >= 0 && (size_t)at < cells->count ? cells->items[at] : "";
}

static void add_names(const char *text, struct string_list *out)
{
	struct string_list pieces = { 0 };

	split(text, strlen(text), ';', &pieces);
	for (size_t i = 0; i < pieces.count; i++)
		if (*pieces.items[i])
			string_list_add(out, pieces.items[i]);
	string_list_release(&pieces);
}

static enum status read_headings(struct reader *reader, const struct string_list *cells, struct error *err)
{
	for (int column = 0; column < COLUMN_COUNT; column++) {
		reader->cell_of[column] = -1;
		for (size_t i = 0; i < cells->count; i++)
			if (!strcmp(cells->items[i], headings[column]))
				reader->cell_of[column] = (int)i;
	}
	if (reader->cell_of[COLUMN_NAME] >= 0)
		return OK;
	return error_set(err, STATUS_INVALID,
			 _("Dòng %zu của «%s» phải là các đầu cột «kind code name aliases members» cách nhau bằng dấu tab "
			   "(ít nhất có cột «name»)."),
			 reader->line, text_file_label(reader->name));
}

static enum status read_kind(const struct reader *reader, const char *word, struct agency_record *record,
			     struct error *err)
{
	if (!*word) {
		record->agency.kind = record->members.count ? AGENCY_GROUP : agency_kind_of_name(record->agency.name);
		return OK;
	}
	if (!agency_kind_from_word(word, &record->agency.kind))
		return error_set(err, STATUS_INVALID, _("Dòng %zu của «%s»: không có loại cơ quan «%s»; "
							"hãy để trống ô đó hoặc xem các loại trong kehoach(1)."),
				 reader->line, text_file_label(reader->name), word);
	if (record->members.count && record->agency.kind != AGENCY_GROUP)
		return error_set(err, STATUS_INVALID, _("Dòng %zu của «%s»: «%s» có thành viên nên loại phải là «group»."),
				 reader->line, text_file_label(reader->name), record->agency.name);
	return OK;
}

static enum status read_record(const struct reader *reader, const struct string_list *cells,
			       struct agency_record *record, struct error *err)
{
	const char *code = cell(reader, cells, COLUMN_CODE);
	const char *name = cell(reader, cells, COLUMN_NAME);

	if (!*name)
		return error_set(err, STATUS_INVALID, _("Dòng %zu của «%s» thiếu tên cơ quan; hãy điền cột «name»."),
				 reader->line, text_file_label(reader->name));
	record->agency.name = xstrdup(name);
	record->agency.code = *code ? xstrdup(code) : NULL;
	record->agency.requested = agency_is_requested(name);
	add_names(cell(reader, cells, COLUMN_ALIASES), &record->agency.aliases);
	add_names(cell(reader, cells, COLUMN_MEMBERS), &record->members);
	return read_kind(reader, cell(reader, cells, COLUMN_KIND), record, err);
}

static enum status read_line(struct reader *reader, const char *line, size_t length, bool *headed,
			     struct agency_record_list *out, struct error *err)
{
	struct agency_record record = { 0 };
	struct string_list cells = { 0 };
	enum status status;

	split(line, length, '\t', &cells);
	if (!*headed) {
		status = read_headings(reader, &cells, err);
		*headed = true;
	} else {
		status = read_record(reader, &cells, &record, err);
		if (status == OK)
			agency_record_list_add(out, &record);
	}
	agency_record_release(&record);
	string_list_release(&cells);
	return status;
}

static bool says_nothing(const char *line, size_t length)
{
	size_t at = 0;

	while (at < length && strchr(" \t\r", line[at]))
		at++;
	return at == length || line[at] == '#';
}

static enum status read_lines(struct reader *reader, const struct strbuf *text, struct agency_record_list *out,
			      struct error *err)
{
	size_t start = 0;
	bool headed = false;
	enum status status = OK;

	while (status == OK && start < text->length) {
		const char *line = text->text + start;
		const char *end = memchr(line, '\n', text->length - start);
		size_t length = end ? (size_t)(end - line) : text->length - start;

		reader->line++;
		if (!says_nothing(line, length))
			status = read_line(reader, line, length, &headed, out, err);
		start += length + 1;
	}
	if (status == OK && !out->count)
		status = error_set(err, STATUS_INVALID, _("«%s» không có cơ quan nào; hãy kiểm tra lại tệp."),
				   text_file_label(reader->name));
	return status;
}

enum status office_read_agencies(const char *name, const char *encoding, struct agency_record_list *out, char **found,
				 struct error *err)
{
	struct text_file file = TEXT_FILE_INIT;
	struct agency_record_list list = { 0 };
	struct reader reader = { .name = name };
	enum status status = text_file_read(name, encoding, &file, err);

	if (status == OK)
		status = read_lines(&reader, &file.text, &list, err);
	if (status == OK)
		*found = xstrdup(file.encoding);
	text_file_release(&file);
	if (status != OK) {
		agency_record_list_release(&list);
		return status;
	}
	agency_record_list_release(out);
	*out = list;
	return OK;
}
