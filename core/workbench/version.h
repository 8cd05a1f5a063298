/*
 * version.h: a plan that is imported anew after its file was corrected. Only
 * core/workbench/ includes it.
 */
#ifndef WORKBENCH_VERSION_H
#define WORKBENCH_VERSION_H

#include "core/workbench/same_work.h"

/*
 * What was recorded of the older plan's tasks, by the tasks of DRAFT that are the
 * same work. OF[section][task]: the stored one; NULL for what is new.
 */
struct carried {
	struct plan plan;		/* the older one */
	struct agency_list agencies;	/* the register, for names that are written in several ways */
	struct decision_list decisions;	/* of its review */
	struct known_tasks known;
	struct known_task ***of;
	struct known_section **section_of;	/* by section of the draft; NULL: it is new */
	size_t sections;
};

enum status carried_read(struct store *store, row_id older, const struct draft *draft, struct carried *out,
			 struct error *err);
void carried_release(struct carried *carried);

/* What was decided when the plan's own file was reviewed. */
enum status decisions_of_plan(struct store *store, row_id plan, struct decision_list *out, struct error *err);

/* True when the work goes on although the corrected file does not tell of it: an appendix did, or a person. */
bool carried_stays(const struct known_task *known);

/* Give the new task ID of PLAN what was recorded of OLDER: marks, status, notes, and what a person had settled. */
enum status carry_over(struct workbench *wb, const struct known_task *older, row_id plan, row_id id, struct error *err);
/* The periods that were opened in the older plan. Before anything of it is carried over. */
enum status carry_periods(struct store *store, row_id older, row_id plan, struct error *err);
/* What a person decided of slips of the print, where TASK (0: the plan outside its tasks) still has them. */
enum status carry_decisions(struct store *store, row_id older_plan, row_id older, row_id plan, row_id task,
			    struct error *err);

/*
 * The corrected file of the plan OLDER does not tell of its appendices: their files come to NEW_PLAN with the lines
 * that went nowhere. Their tasks, and those that a person added, come as they were where they are not in DRAFT, into
 * the sections that go on with theirs, else below sections of the same paths. COUNT goes up.
 */
enum status carry_the_rest(struct workbench *wb, const struct carried *carried, const struct draft *draft, row_id older,
			   row_id new_plan, size_t *count, struct error *err);

/* "II.1-2: hạn «…» thành «…»", a sentence each; and what stays as a person settled it, and what is lost. */
void carried_changes(const struct carried *carried, const struct draft *draft, struct string_list *out);

#endif
