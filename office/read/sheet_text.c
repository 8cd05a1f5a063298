#include "office/read/sheet_text.h"

#include <string.h>

enum {
	ROWS_LOOKED_AT = 200,	/* to find the separator */
	COLUMNS_TOLD_APART = 64,
	LEAST_ROWS = 3,
	WIDEST_CELL = 32 * 1024,	/* a quotation mark that is never closed ends here: what a spreadsheet's cell holds */
};

/* Excel's own first line: "sep=;". */
static bool is_told(const char *text, size_t length)
{
	return length > 5 && !strncmp(text, "sep=", 4) && strchr(",;|\t", text[4]) && strchr("\r\n", text[5]);
}

struct reader {
	const char *text;
	size_t length, at;
	char separator;
	bool row_ends;		/* the cell read last was the row's last */
	size_t parting, loose;	/* separators outside quotation marks; those of them before a blank */
};

static bool begins_quoted(const struct reader *r)
{
	return r->text[r->at] == '"';
}

/* The end of a cell in quotation marks, each inside it doubled; 0 where it never ends. */
static size_t end_of_quoted(const struct reader *r)
{
	for (size_t at = r->at + 1; at < r->length && at - r->at < WIDEST_CELL; at++) {
		if (r->text[at] != '"')
			continue;
		if (at + 1 >= r->length || r->text[at + 1] != '"')
			return at + 1;
		at++;
	}
	return 0;
}

static size_t end_of_plain(const struct reader *r, size_t at)
{
	while (at < r->length && r->text[at] != r->separator && r->text[at] != '\n' && r->text[at] != '\r')
		at++;
	return at;
}

/* Read the next cell; CELL may be NULL. */
static void read_cell(struct reader *r, struct strbuf *cell)
{
	size_t quoted = r->at < r->length && begins_quoted(r) ? end_of_quoted(r) : 0;
	size_t end = end_of_plain(r, quoted ? quoted : r->at);

	if (cell && quoted) {
		for (size_t i = r->at + 1; i + 1 < quoted; i++) {
			strbuf_add_char(cell, r->text[i] == '\r' ? '\n' : r->text[i]);
			i += r->text[i] == '"' || (r->text[i] == '\r' && r->text[i + 1] == '\n');
		}
		strbuf_add(cell, r->text + quoted, end - quoted);
	} else if (cell) {
		strbuf_add(cell, r->text + r->at, end - r->at);
	}
	r->at = end;
	r->row_ends = end >= r->length || r->text[end] != r->separator;
	if (!r->row_ends) {
		r->at++;
		r->parting++;
		r->loose += r->at < r->length && r->text[r->at] == ' ';
	} else if (end < r->length) {
		r->at += r->text[end] == '\r' && end + 1 < r->length && r->text[end + 1] == '\n' ? 2 : 1;
	}
}

/* Cells of the next row; 0 for an empty one. */
static int count_cells(struct reader *r)
{
	size_t start = r->at;
	int count = 0;

	do {
		read_cell(r, NULL);
		count++;
	} while (!r->row_ends);
	while (start < r->at && strchr(" \r\n", r->text[start]))
		start++;
	return count == 1 && start == r->at ? 0 : count;
}

/*
 * How many cells the rows have, if nearly all have as many; else 0. Prose follows its commas by
 * blanks, and its lists end each line with a semicolon: two columns must both be filled.
 */
static int columns_of(const char *text, size_t length, char separator)
{
	struct reader r = { .text = text, .length = length, .separator = separator };
	int rows_of[COLUMNS_TOLD_APART] = { 0 };
	int rows = 0, best = 0, count;

	while (r.at < length && rows < ROWS_LOOKED_AT) {
		count = count_cells(&r);
		if (!count)
			continue;
		rows++;
		rows_of[count < COLUMNS_TOLD_APART ? count : COLUMNS_TOLD_APART - 1]++;
	}
	for (count = 1; count < COLUMNS_TOLD_APART; count++)
		if (rows_of[count] > rows_of[best])
			best = count;
	if (rows < LEAST_ROWS || best < (separator == '\t' ? 2 : 3) || rows_of[best] * 10 < rows * 9)
		return 0;
	return separator != '\t' && r.loose * 2 > r.parting ? 0 : best;
}

char sheet_text_separator(const char *text, size_t length)
{
	static const char separators[] = { '\t', ';', ',', '|' };
	int most = 0;
	char found = '\0';

	if (is_told(text, length))
		return text[4];
	for (size_t i = 0; i < sizeof separators; i++) {
		int columns = columns_of(text, length, separators[i]);

		if (columns > most) {
			most = columns;
			found = separators[i];
		}
	}
	return found;
}

void sheet_text_read(const char *text, size_t length, char separator, struct page *page)
{
	struct reader r = { .text = text, .length = length, .separator = separator };
	struct strbuf cell = STRBUF_INIT;

	page->keep_line = true;
	page_begin_table(page);
	if (is_told(text, length)) {
		count_cells(&r);
		page->line++;
	}
	while (r.at < length && !page->overflow) {
		page_begin_row(page);
		page->line++;
		do {
			strbuf_clear(&cell);
			read_cell(&r, &cell);
			page_begin_cell(page, 1, 1);
			page_add(page, cell.text, cell.length);
			page_end_cell(page);
		} while (!r.row_ends && !page->overflow);
	}
	page_end_table(page);
	page->keep_line = false;
	strbuf_release(&cell);
}
