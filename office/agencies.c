/* The list of agencies as a file of tab-separated cells: in and out. */
#include "office/office.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"
#include "office/text_file.h"

enum column {
	COLUMN_KIND, COLUMN_CODE, COLUMN_NAME, COLUMN_ALIASES, COLUMN_MEMBERS, COLUMN_REQUESTED, COLUMN_VALID_FROM,
	COLUMN_VALID_TO, COLUMN_PARENT, COLUMN_HEAD, COLUMN_CONTACT, COLUMN_SUCCESSORS, COLUMN_COUNT,
};

static const char *const headings[COLUMN_COUNT] = {
	"kind", "code", "name", "aliases", "members", "requested", "valid_from", "valid_to", "parent", "head", "contact",
	"successors",
};

/* Behind another name with days, where the symbol of a former name would stand. */
#define ALIAS_SIGN "="

/* The file being read: which cell of a line holds which column. */
struct reader {
	const char *name;
	size_t line;
	int cell_of[COLUMN_COUNT];	/* -1: the file has no such column */
};

static const char *cell(const struct reader *reader, const struct string_list *cells, enum column column)
{
	int at = reader->cell_of[column];

	return at >= 0 && (size_t)at < cells->count ? cells->items[at] : "";
}

static void add_names(const char *text, struct string_list *out)
{
	struct string_list pieces = { 0 };

	text_cells(text, strlen(text), ';', &pieces);
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

static enum status read_day(const struct reader *reader, const char *text, struct date *day, struct error *err)
{
	struct date today = clock_today();

	if (!*text || date_from_words(text, today.year, today, day))
		return OK;
	return error_set(err, STATUS_INVALID, _("Dòng %zu của «%s»: không hiểu ngày «%s»; hãy viết như 2025-03-01."),
			 reader->line, text_file_label(reader->name), text);
}

static void add_alias(struct agency *agency, char *name, const struct agency_link *link)
{
	struct agency_alias alias = { name, link->since, link->until };

	agency_alias_list_add(&agency->aliases, &alias);
}

/*
 * A name with a last day is what the body was called until then: "Sở X | ..2025-02-28 | SX | 12/QĐ-UBND". Another name
 * that meant it on some days says so by the sign "=": "Sở X | 2013-01-01..2025-02-28 | =".
 */
static enum status read_names(const struct reader *reader, const char *text, struct agency *agency, struct error *err)
{
	struct string_list pieces = { 0 };
	enum status status = OK;

	add_names(text, &pieces);
	for (size_t i = 0; status == OK && i < pieces.count; i++) {
		struct agency_link link = { 0 };
		struct former_name former = { 0 };

		if (!strchr(pieces.items[i], '|')) {
			agency_add_alias(agency, pieces.items[i]);
			continue;
		}
		agency_link_parse(pieces.items[i], &link);
		if (link.third && !strcmp(link.third, ALIAS_SIGN)) {
			add_alias(agency, xstrdup(link.name), &link);
			agency_link_release(&link);
			continue;
		}
		former.name = xstrdup(link.name);
		former.until = link.until;
		former.code = xstrdup_or_null(link.third);
		former.document = xstrdup_or_null(link.fourth);
		if (date_is_valid(link.until))
			former_name_list_add(&agency->former, &former);
		else
			status = error_set(err, STATUS_INVALID, _("Dòng %zu của «%s»: tên cũ «%s» thiếu ngày cuối; "
								  "hãy viết như «Sở X | ..2025-02-28»."),
					   reader->line, text_file_label(reader->name), link.name);
		former_name_release(&former);
		agency_link_release(&link);
	}
	string_list_release(&pieces);
	return status;
}

/* When it is there, above and after whom it stands, how to reach it. */
static enum status read_place(const struct reader *reader, const struct string_list *cells, struct agency_record *record,
			      struct error *err)
{
	const char *requested = cell(reader, cells, COLUMN_REQUESTED), *parent = cell(reader, cells, COLUMN_PARENT);
	const char *head = cell(reader, cells, COLUMN_HEAD), *contact = cell(reader, cells, COLUMN_CONTACT);
	enum status status = read_day(reader, cell(reader, cells, COLUMN_VALID_FROM), &record->agency.valid_from, err);

	if (status == OK)
		status = read_day(reader, cell(reader, cells, COLUMN_VALID_TO), &record->agency.valid_to, err);
	record->agency.requested = *requested ? *requested == '1' : agency_is_requested(record->agency.name);
	record->agency.head = *head ? xstrdup(head) : NULL;
	record->agency.contact = *contact ? xstrdup(contact) : NULL;
	record->parent = *parent ? xstrdup(parent) : NULL;
	add_names(cell(reader, cells, COLUMN_SUCCESSORS), &record->successors);
	return status;
}

static enum status read_record(const struct reader *reader, const struct string_list *cells,
			       struct agency_record *record, struct error *err)
{
	const char *code = cell(reader, cells, COLUMN_CODE);
	const char *name = cell(reader, cells, COLUMN_NAME);
	enum status status;

	if (!*name)
		return error_set(err, STATUS_INVALID, _("Dòng %zu của «%s» thiếu tên cơ quan; hãy điền cột «name»."),
				 reader->line, text_file_label(reader->name));
	record->agency.name = xstrdup(name);
	record->agency.code = *code ? xstrdup(code) : NULL;
	add_names(cell(reader, cells, COLUMN_MEMBERS), &record->members);
	status = read_names(reader, cell(reader, cells, COLUMN_ALIASES), &record->agency, err);
	if (status == OK)
		status = read_place(reader, cells, record, err);
	if (status != OK)
		return status;
	return read_kind(reader, cell(reader, cells, COLUMN_KIND), record, err);
}

static enum status read_line(struct reader *reader, const char *line, size_t length, bool *headed,
			     struct agency_record_list *out, struct error *err)
{
	struct agency_record record = { 0 };
	struct string_list cells = { 0 };
	enum status status;

	text_cells(line, length, '\t', &cells);
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
		if (!text_says_nothing(line, length))
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

/* --- writing ------------------------------------------------------------ */

static void add_cell(struct strbuf *out, const char *text)
{
	for (; text && *text; text++)
		strbuf_add_char(out, *text == '\t' || *text == '\n' ? ' ' : *text);
	strbuf_add_char(out, '\t');
}

static void add_list(const struct string_list *list, struct strbuf *out)
{
	for (size_t i = 0; i < list->count; i++)
		strbuf_addf(out, "%s%s", i ? "; " : "", list->items[i]);
	strbuf_add_char(out, '\t');
}

static void add_link(const struct agency_link *link, struct string_list *names)
{
	struct strbuf text = STRBUF_INIT;

	agency_link_format(link, &text);
	string_list_add_owned(names, strbuf_detach(&text));
}

static void add_all_names(const struct agency *agency, struct strbuf *out)
{
	static char sign[] = ALIAS_SIGN;
	struct string_list names = { 0 };

	for (size_t i = 0; i < agency->aliases.count; i++) {
		const struct agency_alias *alias = &agency->aliases.items[i];
		bool dated = date_is_set(alias->since) || date_is_set(alias->until);

		add_link(&(struct agency_link){ .name = alias->name, .since = alias->since, .until = alias->until,
						.third = dated ? sign : NULL }, &names);
	}
	for (size_t i = 0; i < agency->former.count; i++) {
		const struct former_name *former = &agency->former.items[i];

		add_link(&(struct agency_link){ .name = former->name, .until = former->until, .third = former->code,
						.fourth = former->document }, &names);
	}
	add_list(&names, out);
	string_list_release(&names);
}

static void add_line(const struct agency_record *record, struct strbuf *out)
{
	const struct agency *agency = &record->agency;
	char day[DATE_TEXT];

	add_cell(out, agency_kind_word(agency->kind));
	add_cell(out, agency->code);
	add_cell(out, agency->name);
	add_all_names(agency, out);
	add_list(&record->members, out);
	add_cell(out, agency->requested ? "1" : "0");
	add_cell(out, date_iso(agency->valid_from, day));
	add_cell(out, date_iso(agency->valid_to, day));
	add_cell(out, record->parent);
	add_cell(out, agency->head);
	add_cell(out, agency->contact);
	add_list(&record->successors, out);
	out->text[out->length - 1] = '\n';
}

void office_write_agencies(const struct agency_record_list *records, struct strbuf *out)
{
	for (int column = 0; column < COLUMN_COUNT; column++)
		strbuf_addf(out, "%s%c", headings[column], column + 1 < COLUMN_COUNT ? '\t' : '\n');
	for (size_t i = 0; i < records->count; i++)
		add_line(&records->items[i], out);
}
