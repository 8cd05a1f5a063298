/*
 * standing.h: obligations counted by how they stand on a cut-off day.
 *
 * The table is that of the government's task force on the tasks it gives: in time or
 * not x done or not, and a third row for what has no last day (báo cáo 1270/BC-TCTTTg
 * of 2017: 21,914 = 14,068 + 1,983 + 5,640 + 223). What is not done on the day, though it was
 * later, counts as open. The cells always add up to the total.
 *
 * May not know: storage, names.
 */
#ifndef PLAN_STANDING_H
#define PLAN_STANDING_H

#include "core/plan/plan.h"

/* How long what is overdue is late, as provinces report it. */
enum lateness { LATE_30, LATE_60, LATE_120, LATE_MORE, LATENESS_COUNT };

struct standing_counts {
	long long done_in_time, done_late;		/* that had a last day */
	long long open_in_time, open_overdue;
	long long undated_done, undated_open;		/* "Thường xuyên" and what has no day */
	long long due_in_3, due_in_7;			/* of open_in_time; the second has the first in it */
	long long late[LATENESS_COUNT];			/* of open_overdue */
	long long extended;				/* of the total: whose last day was put off */
	long long suspended;				/* of tasks that were suspended: outside of the total */
};

/* One obligation, or a task that nobody leads. */
struct owed {
	bool done;
	struct date done_on;	/* unset: done, the day not known */
	struct date due;	/* unset: undated */
	bool extended;
	bool suspended;
};

/* Add, or (SIGN -1) take out again. DAY must be whole. */
void standing_count(struct standing_counts *counts, const struct owed *owed, struct date day, int sign);
void standing_add(struct standing_counts *to, const struct standing_counts *from);

long long standing_total(const struct standing_counts *counts);

/* A part of a whole; of 0 there is no percentage. */
struct share {
	long long part, whole;
};

/* What has fallen due: done / (done + overdue and not done); undated work is in neither. */
struct share standing_completion(const struct standing_counts *counts);
/* Done in time / done. */
struct share standing_punctuality(const struct standing_counts *counts);
/* "98,63 %", rounded half up, with a comma; "–" of 0. OUT has room for SHARE_TEXT bytes. */
enum { SHARE_TEXT = 32 };
const char *share_text(struct share share, char *out);

#endif
