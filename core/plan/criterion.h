/*
 * criterion.h: what an index of administrative reform is scored by.
 *
 * A ministry publishes the criteria of a year with the most that each can bring; a province scores itself and is
 * verified (chỉ số cải cách hành chính, PAR INDEX: decision 1294/QĐ-BNV of 2012 and those after it). The criteria are
 * the user's data: no table of points is built in. Codes nest by dots: what has others below it is their sum.
 */
#ifndef PLAN_CRITERION_H
#define PLAN_CRITERION_H

#include "core/plan/plan.h"

enum { NO_POINTS = -1 };

struct criterion {
	row_id id;
	int version;
	int year;
	char *code;		/* required, once a year: "1.2.3" */
	char *name;		/* required */
	int maximum;		/* hundredths of a point; NO_POINTS: not said */
	int self, verified;	/* likewise; NO_POINTS: not scored yet */
	char *evidence;
};

DECLARE_RECORD(criterion);

/* Tasks that serve a criterion. */
struct criterion_task {
	row_id id;
	int version;
	row_id criterion_id, task_id;
};

DECLARE_RECORD(criterion_task);

/* "1,5", "1.5", "12": hundredths of a point; "" is NO_POINTS. False when it is none, or below 0. */
bool points_parse(const char *text, int *points);
/* "1,5"; "" for NO_POINTS. OUT has room for POINTS_TEXT bytes. */
enum { POINTS_TEXT = 16 };
const char *points_text(int points, char *out);

/* Codes by their numbers: "1.2" before "1.10". */
int criterion_compare(const char *a, const char *b);
/* CODE stands below ABOVE: "1.2.3" below "1.2". */
bool criterion_is_below(const char *code, const char *above);

/* Something of the year stands below it: its points are their sum. LIST is of one year. */
bool criterion_is_sum(const struct criterion_list *list, const struct criterion *criterion);

/* Points of all that stand below CODE and are no sums (NULL: of everything). `scored` of `all` have a score. */
struct points_sum {
	int maximum, self, verified;
	int all, self_scored, verified_scored;
};
struct points_sum criteria_sum(const struct criterion_list *list, const char *code);

#endif
