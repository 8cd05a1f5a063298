/*
 * rounds.h: the periods of a plan, and who has sent what in them.
 *
 * A plan's periodic work is owed once by each body that leads it in each period of its rhythm that was opened; until
 * one is, it is owed once, without period. Ongoing work, and work whose rhythm nobody wrote down, takes a result in any
 * period and owes none.
 */
#ifndef WORKBENCH_ROUNDS_H
#define WORKBENCH_ROUNDS_H

#include "core/workbench/workbench.h"

/*
 * Open the periods of YEAR in PLAN, in one step: those of SET, or (NULL) the calendar's of every rhythm that the plan's
 * work has; not what was over when the plan was issued. Another set of that rhythm and year gives way; what was changed of the same set stays. Nothing to
 * open, or nothing that would be owed in them, is STATUS_DENIED. OPENED gets how many periods came.
 */
enum status workbench_open_rounds(struct workbench *wb, row_id plan, const struct period_set *set, int year, size_t *opened,
				  struct error *err);

/*
 * Write PERIOD as it is now, or (id 0) a new one of a person's own; without a send-by day the deadlines' words count
 * again. What is owed follows. PERIOD as it was read: another version in the store is STATUS_CONFLICT.
 */
enum status workbench_save_round(struct workbench *wb, struct period *period, struct error *err);
/* What was recorded in it stays, closed, and counts again when it comes back. */
enum status workbench_remove_round(struct workbench *wb, const struct period *period, struct error *err);

/*
 * The periods of PLAN whose key or label is TEXT, in capitals or not, with or without accents ("2013-q3",
 * "quy III/2013"): one, or one for each rhythm. STATUS_NOT_FOUND in words without any.
 */
enum status workbench_find_rounds(struct workbench *wb, row_id plan, const char *text, struct period_list *out,
				  struct error *err);

/* --- who has sent what ---------------------------------------------------- */

/* How one body's work in one period stands. */
enum receipt {
	RECEIPT_RECEIVED,
	RECEIPT_LATE,		/* received, behind its day */
	RECEIPT_MISSING,	/* not received, its day past */
	RECEIPT_PENDING,	/* its day has not passed */
};

enum receipt receipt_of(const struct obligation *obligation, struct date day);
const char *receipt_word(enum receipt receipt);		/* "received" "late" "missing" "pending" */

/* One body's work of one task in one period. */
struct round_row {
	struct obligation obligation;
	size_t period;		/* of `rounds.periods` */
	char *task_path;
	char *via;		/* the bodies that it goes through; NULL: none */
};

DECLARE_RECORD(round_row);

struct rounds {
	struct period_list periods;	/* in the order of their last days */
	struct round_row_list rows;	/* by task, body and day */
	struct date day;		/* as of when */
};

void rounds_release(struct rounds *rounds);

/* All that is owed, or was recorded, in the periods of PLAN that end in YEAR (0: in all); TASK 0: of every task. */
enum status workbench_rounds(struct workbench *wb, row_id plan, row_id task, int year, struct rounds *out,
			     struct error *err);

/* The year to show when none is named: the last that has begun, else the first; 0 without periods. */
int rounds_year(const struct period_list *periods, struct date today);

/* All work of one body in one period. */
struct round_cell {
	size_t owed, received;
	int days_late;		/* of what is missing, or of what came late; 0: none is */
	struct date received_on;	/* the last that came */
	struct date due;	/* the first of what is not received */
	bool missing;		/* something is, and its day past */
};

/* AGENCY's work in period number PERIOD. */
struct round_cell rounds_cell(const struct rounds *rounds, row_id agency, size_t period);
/* "đã nhận 20/9", "đã nhận 23/9, trễ 3 ngày", "thiếu, trễ 12 ngày", "hạn 20/9"; appends; nothing where nothing is owed. */
void round_cell_words(const struct round_cell *cell, struct strbuf *out);

#endif
