/*
 * subplan.h: work that a body does by a plan of its own.
 *
 * Nothing is stored for it: what was recorded of an obligation names the plan as its evidence, by number and date, and
 * the plan of that number and date that is in force here is meant. It may come before the mark or after it.
 */
#ifndef WORKBENCH_SUBPLAN_H
#define WORKBENCH_SUBPLAN_H

#include "core/workbench/workbench.h"

/* The one that OBLIGATION of plan OWN was done by; NULL: none, or it is not here. PLANS as plan_list() gives them. */
const struct plan_row *subplan_of(const struct plan_row_list *plans, row_id own, const struct obligation *obligation);

/* How far the plans are by which the bodies of OBLIGATIONS do their shares. */
struct subplans {
	int plans;
	struct progress progress;	/* of all of them */
};
struct subplans subplans_of(const struct plan_row_list *plans, row_id own, const struct obligation_list *obligations);

/* "12/KH-SYT: 3/10 nhiệm vụ xong, 1 quá hạn"; appends. */
void subplan_describe(const struct plan_row *plan, struct strbuf *out);
/* "5 kế hoạch con: 40/120 nhiệm vụ xong, 3 quá hạn"; appends nothing where there is none. */
void subplans_describe(const struct subplans *sum, struct strbuf *out);

/* What a mark says of PLAN as its evidence: "Kế hoạch số 12/KH-SYT ngày 05/9/2013"; appends. */
void plan_as_evidence(const struct plan *plan, struct strbuf *out);

/* The tasks, "15/KH-UBND II.1-2", that are done by the plan of that row; adds to OUT. */
enum status workbench_done_by_plan(struct workbench *wb, const struct plan_row_list *plans, const struct plan_row *plan,
				   struct string_list *out, struct error *err);

#endif
