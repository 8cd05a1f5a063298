/*
 * sorted.h: the tasks that answer a filter in another order than the plan's, in groups where the order has some.
 */
#ifndef WORKBENCH_SORTED_H
#define WORKBENCH_SORTED_H

#include "core/workbench/workbench.h"

enum sort_order {
	SORT_DUE,		/* the first day that is still open, in groups of a month */
	SORT_LEAD,		/* by the first body that leads, in groups of one */
	SORT_AREA,		/* in groups of one; a task of several stands in each */
	SORT_STATE,		/* overdue, open, the others; most late first */
	SORT_TITLE,		/* as Vietnamese words are ordered */
	SORT_ORDERS,
};

struct sorted_row {
	struct task_row task;
	char *group;		/* the name of its group; NULL: the order has none */
	char *key;		/* what it was ordered by, for memcmp */
};

DECLARE_RECORD(sorted_row);

/* Enough for any plan that people have, and read in a tenth of a second. */
enum { SORTED_MOST = 20000 };

struct sorted_rows {
	struct sorted_row_list rows;
	bool cut;		/* the filter has more than SORTED_MOST: only the first ones of the plan are here */
};

void sorted_rows_release(struct sorted_rows *rows);

/* Translated: "thời hạn". */
const char *sort_order_name(enum sort_order order);

/* OUT is released first. What is the same by ORDER stands as in the plan, also from the end. */
enum status workbench_sorted(struct workbench *wb, row_id plan, const struct filter *filter, enum sort_order order, bool backward,
			     struct sorted_rows *out, struct error *err);

#endif
