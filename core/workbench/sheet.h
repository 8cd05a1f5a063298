/*
 * sheet.h: all that one body owes, across the plans in force.
 *
 * Its figures are those that the table of how things stand has for that body.
 */
#ifndef WORKBENCH_SHEET_H
#define WORKBENCH_SHEET_H

#include "core/workbench/matrix.h"

struct sheet_row {
	row_id plan, task;
	char *plan_number;	/* its type where it has none */
	char *plan_title;
	char *path, *title;	/* "II.1-2" */
	char *deadline;		/* in the document's words; NULL: none */
	char *period;		/* NULL: the whole task */
	enum matrix_state state;
	struct date due, done_on;
	int days_late;		/* done late or overdue; 0: neither */
	char *evidence;
};

DECLARE_RECORD(sheet_row);

struct sheet {
	struct date as_of;
	struct standing_counts counts;
	struct sheet_row_list rows;	/* by plan, newest first as they are listed; in each in the order of the document */
};

void sheet_release(struct sheet *sheet);

/* How it stands: "xong 20/8/2013, trễ 5 ngày", "quá hạn 84 ngày", "chưa xong"; appends. */
void sheet_row_words(const struct sheet_row *row, struct strbuf *out);

/* DAY unset: today. */
enum status workbench_sheet(struct workbench *wb, row_id agency, struct date day, struct sheet *out, struct error *err);

#endif
