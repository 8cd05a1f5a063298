/*
 * filter.h: the language of the filter line and of `kehoach tasks FILTER`.
 *
 * Words and `field:value` pairs, all of which must hold; `-` before one negates;
 * "quoted words" are one. Vietnamese field names without accents mean the same
 * (cq chutri phoihop muc tt han thieu). This part only reads the language; names
 * of agencies are resolved by the workbench, days are computed here.
 */
#ifndef PLAN_FILTER_H
#define PLAN_FILTER_H

#include "core/base/error.h"
#include "core/plan/plan.h"

enum filter_field {
	FILTER_TEXT,		/* a bare word: in title or text */
	FILTER_AGENCY,		/* assigned, in any role, itself or through a group */
	FILTER_LEAD,
	FILTER_WITH,
	FILTER_SECTION,		/* path, and all below it */
	FILTER_STATUS,
	FILTER_STANDING,
	FILTER_DUE,
	FILTER_MISSING,
	FILTER_KIND,
	FILTER_AREA,		/* the words are in the name of one of its areas, or tags */
	FILTER_TAG,
};

enum missing { MISSING_LEAD, MISSING_DUE, MISSING_PRODUCT, MISSING_CERTAINTY };	/* the last: a guess nobody looked at */

struct filter_term {
	enum filter_field field;
	bool negate;
	char *text;		/* the value as typed; TEXT, AGENCY, LEAD, WITH, SECTION, AREA, TAG use it */
	row_id agency_id;	/* AGENCY, LEAD, WITH: set by the workbench */
	int value;		/* STATUS, STANDING, MISSING, KIND: the enumerator */
	struct date from, to;	/* DUE: last day between the two; an unset one is open */
};

DECLARE_RECORD(filter_term);

struct filter {
	struct filter_term_list terms;
	struct date today;	/* what STANDING is held against */
};

void filter_release(struct filter *filter);

/*
 * STATUS_INVALID with a sentence that names the word and what may stand there.
 * YEAR completes days without a year.
 */
enum status filter_parse(const char *text, int year, struct date today, struct filter *out, struct error *err);

#endif
