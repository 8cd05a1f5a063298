/*
 * progress.h: the counters, so that nothing is ever counted over all tasks.
 *
 * What a change adds to them is gathered in memory and written once: before the
 * commit, and before anything is read in the same change. An import of many
 * tasks so writes each counter a few times, not once for each task.
 */
#ifndef DB_PROGRESS_H
#define DB_PROGRESS_H

#include "core/store.h"

struct db;

struct tally_item;

/* What is to be added, by whom it counts for. */
struct tally {
	struct tally_item *items;	/* a hash table */
	size_t count, cap;
};

void tally_release(struct tally *tally);

/*
 * By when something of task T is next due: the first last day of what is open; of what is all done, the last one; the
 * task's own where nobody owes anything.
 */
#define NEXT_DUE \
	"CASE WHEN t.obligations = 0 THEN t.due WHEN t.obligations_done = t.obligations THEN " \
	"(SELECT max(o.due) FROM obligation o WHERE o.task_id = t.id AND o.state = 'done') ELSE " \
	"(SELECT min(o.due) FROM obligation o WHERE o.task_id = t.id AND o.state = 'open') END"

/* A task counts in its section, its plan and on the day it is next due; OLD no longer. Either may be NULL. */
void tally_change(struct db *db, const struct task *old, const struct task *new);
/* A lead came to a task, or went. */
void tally_lead(struct db *db, row_id task, int sign);
/* The same of an obligation, in the state that it has. */
void tally_obligation(struct db *db, const struct obligation *obligation, int sign);

/* The row of TASK counts one lead that owes it once, on its own last day, already: before they came. */
void tally_expected(struct db *db, const struct task *task);

/* Write what was gathered. */
enum status tally_flush(struct db *db, struct error *err);
enum status progress_of_plan(struct db *db, row_id plan, struct date today, struct progress *progress,
			     struct error *err);

#endif
