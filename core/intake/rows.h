/*
 * rows.h: the rows of a table that gives work: which are headings over others,
 * which are tasks, and what their cells say.
 *
 * A task may take several rows (a page's end, a second product), a row several
 * tasks' worth of merged cells. Levels are told by the numbers in front. May not know:
 * the plan that the table belongs to.
 */
#ifndef INTAKE_ROWS_H
#define INTAKE_ROWS_H

#include "core/intake/columns.h"

struct table_row {
	bool group;			/* heads the rows below it */
	struct mark mark;		/* of the number in front; MARK_NONE without one */
	char *label;			/* that number as written; "" for none */
	char *cells[COLUMN_ROLE_COUNT];	/* CONTENT: what is to be done, lines by '\n'; NULL: nothing said */
	int places[COLUMN_ROLE_COUNT];	/* paragraph where each begins */
	struct string_list others;	/* "Ghi chú: …": what other columns say */
	int first, last;		/* paragraphs */
	int start, end;			/* bytes of the first one where it begins, of the last one where it ends */
	struct text_spots spots;	/* of CONTENT */
};

DECLARE_RECORD(table_row);

/*
 * Cut ROW where a person said that another piece of work begins: REST gets it, with what the other cells say of both.
 * False, and nothing is done, when he said so nowhere in the words of the work.
 */
bool table_row_split(const struct reading *r, struct table_row *row, struct table_row *rest);

/* "1", "I.", "1.1", "a", "(1)" alone in its cell, as the mark it would be in front of a text. */
struct mark mark_of_label(const char *label);

/* A table that gives work, as the reading keeps it. */
struct task_table {
	struct grid grid;
	struct columns columns;
	bool continues;		/* the one before, without headings of its own */
};

void table_rows(const struct reading *r, const struct grid *grid, const struct columns *columns,
		struct table_row_list *out);

#endif
