/*
 * calendar.h: what is due on each day: shares of the work, task by task.
 *
 * May not know: screens.
 */
#ifndef WORKBENCH_CALENDAR_H
#define WORKBENCH_CALENDAR_H

#include "core/workbench/workbench.h"

/* Shares of one task that are due on one day; closed ones and those of suspended and cancelled work are left out. */
struct calendar_item {
	struct date day;
	row_id plan, task;
	int section_seq;
	int open, overdue, done;	/* overdue are not in open */
};

struct calendar {
	struct date from, to;
	struct calendar_item *items;	/* by day, then in the order of the document's sections */
	size_t count, cap;
};

void calendar_release(struct calendar *calendar);

/* Everything due from FROM to TO; PLAN 0: of all plans in force. Today says what is overdue. */
enum status workbench_calendar(struct workbench *wb, row_id plan, struct date from, struct date to, struct calendar *out,
			       struct error *err);

/* Those of DAY; COUNT gets how many. Borrowed. */
const struct calendar_item *calendar_day(const struct calendar *calendar, struct date day, size_t *count);
/* What COUNT items from ITEMS on come to. */
struct calendar_item calendar_sum(const struct calendar_item *items, size_t count);

#endif
