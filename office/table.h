/*
 * table.h: rows as text, for people (aligned columns) and for programs (JSON,
 * CSV, TSV). Every command that lists something prints through this. Knows
 * nothing of what the rows are about.
 */
#ifndef OFFICE_TABLE_H
#define OFFICE_TABLE_H

#include <stdbool.h>

#include "core/base/date.h"
#include "core/base/memory.h"

enum table_format { FORMAT_TABLE, FORMAT_JSON, FORMAT_CSV, FORMAT_TSV };

bool table_format_from_word(const char *word, enum table_format *format);

enum cell_type {
	CELL_TEXT,
	CELL_PROSE,		/* text that is cut first where a line has no room */
	CELL_NUMBER,		/* right-aligned; a number in JSON */
	CELL_LIST,		/* items parted by '\n'; an array in JSON, "a; b" elsewhere */
	CELL_FLAG,		/* "1" or "": true and false in JSON, "x" for people */
};

/* Tables of columns are static and constant; the headings are translated when they are printed. */
struct table_column {
	const char *key;		/* in JSON, CSV and TSV; NULL: the column is for people only */
	const char *heading;		/* for people; NULL: the column is for programs only */
	enum cell_type type;
};

struct table {
	const struct table_column *columns;	/* borrowed */
	size_t column_count;
	char **cells;				/* row by row; NULL: absent */
	size_t count, cap;
};

void table_init(struct table *table, const struct table_column *columns, size_t count);
void table_release(struct table *table);

/* The next cell, from left to right, row after row. */
void table_add(struct table *table, const char *text);	/* copies; NULL and "": absent */
void table_add_number(struct table *table, long long number);
void table_add_flag(struct table *table, bool flag);
void table_add_date(struct table *table, struct date date);	/* ISO */

/*
 * Append the rows in FORMAT. For people: at most WIDTH columns (0: as wide as
 * it needs), wide cells cut with an ellipsis; text is masked by viet_show();
 * nothing when there is no row. CSV follows RFC 4180; a cell that a spreadsheet
 * would take for a formula gets a leading apostrophe (OWASP ASVS 1.2.10: quoting
 * alone does not help).
 */
void table_print(const struct table *table, enum table_format format, int width, struct strbuf *out);

/* CSV with the headings for people, and with the mark (BOM) by which spreadsheets know UTF-8. */
void table_print_sheet(const struct table *table, struct strbuf *out);

#endif
