#include "office/table.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/gettext.h"
#include "core/viet/viet.h"
#include "office/json_value.h"

/* Columns between two cells; prose is cut down to SHORTEST, then every cell to NARROWEST. */
enum { GAP = 2, SHORTEST = 16, NARROWEST = 6 };

bool table_format_from_word(const char *word, enum table_format *format)
{
	static const char *const words[] = { "table", "json", "csv", "tsv" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (!strcmp(word, words[i])) {
			*format = (enum table_format)i;
			return true;
		}
	}
	return false;
}

void table_init(struct table *table, const struct table_column *columns, size_t count)
{
	*table = (struct table){ .columns = columns, .column_count = count };
}

void table_release(struct table *table)
{
	for (size_t i = 0; i < table->count; i++)
		free(table->cells[i]);
	free(table->cells);
	*table = (struct table){ 0 };
}

void table_add(struct table *table, const char *text)
{
	GROW(table->cells, table->count + 1, table->cap);
	table->cells[table->count++] = text && *text ? xstrdup(text) : NULL;
}

void table_add_number(struct table *table, long long number)
{
	GROW(table->cells, table->count + 1, table->cap);
	table->cells[table->count++] = xasprintf("%lld", number);
}

void table_add_flag(struct table *table, bool flag)
{
	table_add(table, flag ? "1" : NULL);
}

void table_add_date(struct table *table, struct date date)
{
	char iso[DATE_TEXT];

	table_add(table, date_iso(date, iso));
}

/* The column's heading for PEOPLE or its key for programs; NULL where they do not see it. */
static const char *head_of(const struct table *table, size_t column, bool people)
{
	const struct table_column *c = &table->columns[column];

	if (!people)
		return c->key;
	return c->heading && *c->heading ? _(c->heading) : c->heading;
}

static size_t row_count(const struct table *table)
{
	if (table->count % table->column_count)
		BUG("a table row of %zu columns is not full", table->column_count);
	return table->count / table->column_count;
}

static const char *cell_at(const struct table *table, size_t row, size_t column)
{
	return table->cells[row * table->column_count + column];
}

/* Append the cell as text on its own; lists joined. */
static void cell_text(const struct table *table, size_t row, size_t column, struct strbuf *out)
{
	const char *text = cell_at(table, row, column);

	if (!text)
		return;
	if (table->columns[column].type == CELL_FLAG)
		text = "x";
	if (table->columns[column].type != CELL_LIST) {
		strbuf_add_text(out, text);
		return;
	}
	for (; *text; text++) {
		if (*text == '\n')
			strbuf_add_text(out, "; ");
		else
			strbuf_add_char(out, *text);
	}
}

/* --- for people --------------------------------------------------------- */

static int text_width(const char *text)
{
	return viet_width(text, strlen(text));
}

/* WIDTHS gets the columns each column needs; 0 for those that people do not see. */
static void measure(const struct table *table, int *widths)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t column = 0; column < table->column_count; column++) {
		if (!head_of(table, column, true))
			continue;
		widths[column] = text_width(head_of(table, column, true));
		for (size_t row = 0; row < row_count(table); row++) {
			int width;

			strbuf_clear(&text);
			cell_text(table, row, column, &text);
			width = text_width(text.text);
			if (width > widths[column])
				widths[column] = width;
		}
	}
	strbuf_release(&text);
}

static int line_width(const int *widths, size_t count)
{
	int total = -GAP;

	for (size_t i = 0; i < count; i++)
		if (widths[i])
			total += widths[i] + GAP;
	return total;
}

/* Take from the widest column, again and again, until the line fits in WIDTH or none is wider than LEAST. */
static void narrow(const struct table *table, int *widths, int width, bool prose_only, int least)
{
	size_t count = table->column_count;

	while (line_width(widths, count) > width) {
		size_t widest = count;

		for (size_t i = 0; i < count; i++) {
			if (widths[i] <= least || (prose_only && table->columns[i].type != CELL_PROSE))
				continue;
			if (widest == count || widths[i] > widths[widest])
				widest = i;
		}
		if (widest == count)
			return;
		widths[widest]--;
	}
}

static void print_cell(const char *text, int width, bool right, struct strbuf *line)
{
	if (line->length)
		for (int i = 0; i < GAP; i++)
			strbuf_add_char(line, ' ');
	viet_pad(text, strlen(text), width, right, line);
}

static void end_line(struct strbuf *line, struct strbuf *out)
{
	while (line->length && line->text[line->length - 1] == ' ')
		strbuf_truncate(line, line->length - 1);
	strbuf_add(out, line->text, line->length);
	strbuf_add_char(out, '\n');
	strbuf_clear(line);
}

static void print_for_people(const struct table *table, int width, struct strbuf *out)
{
	int *widths = xcalloc(table->column_count, sizeof *widths);
	struct strbuf line = STRBUF_INIT, text = STRBUF_INIT;

	measure(table, widths);
	if (width) {
		narrow(table, widths, width, true, SHORTEST);
		narrow(table, widths, width, false, NARROWEST);
	}
	for (size_t column = 0; column < table->column_count; column++)
		if (widths[column])
			print_cell(head_of(table, column, true), widths[column],
				   table->columns[column].type == CELL_NUMBER, &line);
	end_line(&line, out);
	for (size_t row = 0; row < row_count(table); row++) {
		for (size_t column = 0; column < table->column_count; column++) {
			if (!widths[column])
				continue;
			strbuf_clear(&text);
			cell_text(table, row, column, &text);
			print_cell(text.text, widths[column], table->columns[column].type == CELL_NUMBER, &line);
		}
		end_line(&line, out);
	}
	strbuf_release(&line);
	strbuf_release(&text);
	free(widths);
}

/* --- for programs ------------------------------------------------------- */

static json_t *list_value(const char *text)
{
	json_t *array = json_array();

	while (text && *text) {
		size_t length = strcspn(text, "\n");
		char *item = xstrndup(text, length);

		json_append(array, json_text(item));
		free(item);
		text += length;
		if (*text)
			text++;
	}
	return array;
}

static json_t *cell_value(const struct table *table, size_t row, size_t column)
{
	const char *text = cell_at(table, row, column);

	switch (table->columns[column].type) {
	case CELL_NUMBER:
		return text ? json_integer(atoll(text)) : json_null();
	case CELL_LIST:
		return list_value(text);
	case CELL_FLAG:
		return json_boolean(text != NULL);
	case CELL_TEXT:
	case CELL_PROSE:
		break;
	}
	return json_text(text);
}

static void print_json(const struct table *table, struct strbuf *out)
{
	strbuf_add_char(out, '[');
	for (size_t row = 0; row < row_count(table); row++) {
		json_t *object = json_object();

		for (size_t column = 0; column < table->column_count; column++)
			if (head_of(table, column, false))
				json_put(object, head_of(table, column, false), cell_value(table, row, column));
		strbuf_add_text(out, row ? ",\n" : "\n");
		json_write(object, out);
	}
	strbuf_add_text(out, "\n]\n");
}

static bool looks_like_formula(const char *text)
{
	static const char *const starts[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };

	text += strspn(text, " ");
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (!strncmp(text, starts[i], strlen(starts[i])))
			return true;
	return false;
}

static void print_csv_cell(const char *text, bool number, struct strbuf *out)
{
	const char *guard = !number && looks_like_formula(text) ? "'" : "";

	if (!strpbrk(text, ",;\"\r\n\t ")) {
		strbuf_addf(out, "%s%s", guard, text);
		return;
	}
	strbuf_addf(out, "\"%s", guard);
	for (; *text; text++) {
		if (*text == '"')
			strbuf_add_char(out, '"');
		strbuf_add_char(out, *text);
	}
	strbuf_add_char(out, '"');
}

static void end_csv_line(struct strbuf *out)
{
	strbuf_truncate(out, out->length - 1);	/* the last comma */
	strbuf_add_text(out, "\r\n");
}

static void print_csv(const struct table *table, bool people, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t column = 0; column < table->column_count; column++) {
		if (!head_of(table, column, people))
			continue;
		print_csv_cell(head_of(table, column, people), false, out);
		strbuf_add_char(out, ',');
	}
	end_csv_line(out);
	for (size_t row = 0; row < row_count(table); row++) {
		for (size_t column = 0; column < table->column_count; column++) {
			if (!head_of(table, column, people))
				continue;
			strbuf_clear(&text);
			cell_text(table, row, column, &text);
			print_csv_cell(text.text, table->columns[column].type == CELL_NUMBER, out);
			strbuf_add_char(out, ',');
		}
		end_csv_line(out);
	}
	strbuf_release(&text);
}

static void end_tsv_line(struct strbuf *out)
{
	strbuf_truncate(out, out->length - 1);	/* the last tab */
	strbuf_add_char(out, '\n');
}

static void print_tsv(const struct table *table, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t column = 0; column < table->column_count; column++)
		if (head_of(table, column, false))
			strbuf_addf(out, "%s\t", head_of(table, column, false));
	end_tsv_line(out);
	for (size_t row = 0; row < row_count(table); row++) {
		for (size_t column = 0; column < table->column_count; column++) {
			if (!head_of(table, column, false))
				continue;
			strbuf_clear(&text);
			cell_text(table, row, column, &text);
			viet_show(text.text, text.length, out);
			strbuf_add_char(out, '\t');
		}
		end_tsv_line(out);
	}
	strbuf_release(&text);
}

void table_print(const struct table *table, enum table_format format, int width, struct strbuf *out)
{
	switch (format) {
	case FORMAT_TABLE:
		if (row_count(table))
			print_for_people(table, width, out);
		return;
	case FORMAT_JSON:
		print_json(table, out);
		return;
	case FORMAT_CSV:
		print_csv(table, false, out);
		return;
	case FORMAT_TSV:
		print_tsv(table, out);
		return;
	}
}

void table_print_sheet(const struct table *table, struct strbuf *out)
{
	strbuf_add_utf8(out, 0xFEFF);
	print_csv(table, true, out);
}
