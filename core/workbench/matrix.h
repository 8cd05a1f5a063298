/*
 * matrix.h: tasks x bodies: who owes what of each task, a window of tasks at a time.
 *
 * The bodies are the lines of a table of workbench/standing, so that the totals of the columns
 * are its figures. What several shares of one body in one task come to (one for each period)
 * is the worst of them.
 */
#ifndef WORKBENCH_MATRIX_H
#define WORKBENCH_MATRIX_H

#include "core/workbench/standing.h"

/* From what needs no look to what needs one most. */
enum matrix_state { MATRIX_NONE, MATRIX_DONE, MATRIX_SUSPENDED, MATRIX_OPEN, MATRIX_OVERDUE };

const char *matrix_state_word(enum matrix_state state);	/* stable; NULL for NONE */
/* "✓", "!", "·", "=" as everywhere; "" for NONE. */
const char *matrix_sign(enum matrix_state state);
/* Of one share of a task of that status. */
enum matrix_state matrix_state_of(const struct owed_share *share, enum task_status status, struct date day);

struct matrix_cell {
	enum matrix_state state;
	int count, done, overdue;	/* shares; more than one where there are periods */
	struct date due, done_on;	/* of the share that the state is of: the first to do, the last done */
	char *period;			/* of that share; NULL: the whole task; the line's */
};

struct matrix_line {
	row_id task;
	char *path, *title;		/* "II.1-2" */
	enum task_status status;
	struct standing_counts counts;	/* of the whole task, also of bodies that are no column */
	struct matrix_cell *cells;	/* one for each body */
	size_t count;
};

DECLARE_RECORD(matrix_line);

/* Who may owe something in PLAN, in the order of the register, nothing counted: quick in a plan of any size. */
enum status workbench_matrix_bodies(struct workbench *wb, row_id plan, struct standing_table *bodies, struct error *err);

/* Up to LIMIT tasks from number FIRST on, as they stand on DAY. */
enum status workbench_matrix_lines(struct workbench *wb, row_id plan, struct date day, const struct standing_table *bodies,
				   int first, int limit, struct matrix_line_list *lines, struct error *err);

/*
 * What stands above the columns: a body's code, else what its code would be, else its name; "–" for nobody. Where two
 * without a code would have the same, the last word of the name tells them apart: "HCLăng", "HCLộc".
 */
void matrix_body_codes(const struct standing_table *bodies, struct string_list *out);

long long standing_done(const struct standing_counts *counts);

#endif
