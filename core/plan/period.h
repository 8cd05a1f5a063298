/*
 * period.h: the periods that work comes back in, and by when each is sent.
 *
 * A plan's periods are data: rows that a person opens for a year, made from a *set* - the calendar's
 * months, quarters, halves or years, or rounds that somebody ordered - and may change later. Four rounds a year
 * need not be four quarters: the ministry asks for two quarters, a half and a year.
 *
 * May not know: storage, agencies, the clock.
 */
#ifndef PLAN_PERIOD_H
#define PLAN_PERIOD_H

#include "core/plan/plan.h"

struct period {
	row_id id;
	int version;
	row_id plan_id;
	enum period_unit every;	/* work of this rhythm is owed in it */
	char *made_of;		/* required: the word of the set that it was made from */
	char *key;		/* required: "2013-Q3", "2013-09", "2013-W37", "2013-H1", "2013"; once in a plan and rhythm */
	char *label;		/* required: "Quý III/2013", in the language of plans, as their other words are */
	struct date first, last;	/* what it tells of */
	struct date due;	/* the last day to send; unset: as the deadline of each work says */
	bool cumulative;	/* it tells of all since the year began */
};

DECLARE_RECORD(period);

/* Rows that are made together for a year. */
struct period_set {
	const char *word;	/* "quarter", "bnv581" */
	const char *title;	/* to be translated */
	const char *source;	/* the paper that orders it; NULL: the calendar */
	enum period_unit every;
};

const struct period_set *period_set_at(size_t index);		/* NULL behind the last */
const struct period_set *period_set_find(const char *word);	/* NULL: none */
/* The calendar's own set of that rhythm; NULL for no rhythm. */
const struct period_set *period_set_of(enum period_unit every);

/* Add the periods of YEAR in order, without id and plan. */
void period_set_make(const struct period_set *set, int year, struct period_list *out);

/* The year that it is a period of: a week is one of the year that most of it lies in. */
int period_year(const struct period *period);

/*
 * How often work with this deadline is owed: its rhythm, or, where the words name two or four days of
 * a year ("01/6 và 15/11 hằng năm"), half a year or a quarter. NONE when it is not periodic or does not say.
 */
enum period_unit deadline_rhythm(const struct deadline *deadline);

/*
 * The last day on which work with DEADLINE is in time in PERIOD: the period's own send-by day; else the one
 * that the words name ("trước ngày 20 hằng tháng" ends on the 19th, as everywhere); else the last day that
 * the period tells of. Unset for ongoing work, which is never late.
 */
struct date period_due(const struct period *period, const struct deadline *deadline);

#endif
