/*
 * standing.h: the table of how things stand on a cut-off day, whole and in parts.
 *
 * Computed from what had been recorded by a time: a table of last month is the same to the
 * digit whenever it is printed again.
 */
#ifndef WORKBENCH_STANDING_H
#define WORKBENCH_STANDING_H

#include "core/plan/standing.h"
#include "core/workbench/workbench.h"

enum standing_by {
	STANDING_WHOLE,
	STANDING_BY_AGENCY,
	STANDING_BY_GROUP,	/* a body in two groups counts in both, in the total once */
	STANDING_BY_SECTION,	/* the section that the task stands in itself */
	STANDING_BY_MONTH,	/* of the last day */
	STANDING_BY_PLAN,
	STANDING_BY_AREA,	/* of reform; work in two areas counts in both, in the total once */
	STANDING_BY_TAG,	/* likewise */
};

const char *standing_by_word(enum standing_by by);
bool standing_by_from_word(const char *word, enum standing_by *by);

struct standing_query {
	row_id plan;		/* 0: all that are in force */
	struct date as_of;	/* unset: today */
	long long known_at;	/* seconds; 0: now */
	enum standing_by by;
	bool original;		/* by the last days of the plan, as if nothing had been extended */
};

/* One part. LABEL is what a person reads: a name, "II.1", "2013-08"; "" for nobody, no day, no group. */
struct standing_line {
	row_id id;		/* of the agency, section or plan */
	char *label, *title;	/* title: of a section or plan; may be NULL */
	struct standing_counts counts;
};

DECLARE_RECORD(standing_line);

struct standing_table {
	struct date as_of;
	struct standing_counts total;
	struct standing_counts other;		/* the total by the other last days: the plan's, or the extended ones */
	struct standing_line_list lines;	/* in the order of the register, the document or the calendar; "" last */
};

void standing_table_release(struct standing_table *table);

enum status workbench_standing(struct workbench *wb, const struct standing_query *query, struct standing_table *out,
			       struct error *err);

#endif
