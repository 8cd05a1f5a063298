/*
 * extension.h: a later last day that somebody granted.
 *
 * The day that the plan set stays beside it: how things stand is told by both (hạn gốc, hạn gia hạn). It only ever
 * gives more time: of several the latest day counts, and the plan's own where that is later by now.
 *
 * May not know: storage, the clock.
 */
#ifndef PLAN_EXTENSION_H
#define PLAN_EXTENSION_H

#include "core/plan/plan.h"

struct extension {
	row_id id;
	int version;
	row_id task_id;
	row_id agency_id;	/* 0: for all that lead */
	char *period;		/* "2013-Q3"; NULL: of the whole task */
	struct date due;	/* the new last day */
	struct date day;	/* that it was granted on */
	char *reason;		/* required */
	char *document;		/* that grants it; NULL: none was named */
	char *agency_name;	/* a copy for showing; NULL: for all that lead */
};

DECLARE_RECORD(extension);

/* It is for what AGENCY owes in PERIOD (NULL: of the whole task). */
bool extension_covers(const struct extension *extension, row_id agency, const char *period);

/* The last day of what AGENCY owes in PERIOD, which is DUE by the plan. */
struct date extended_due(const struct extension_list *list, row_id agency, const char *period, struct date due);

/* Whose, until when, when granted, by what and why: "Sở Y tế: đến ngày 30/10/2013 …", translated; appends. */
void extension_describe(const struct extension *extension, struct strbuf *out);

#endif
