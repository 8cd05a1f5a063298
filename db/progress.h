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

/* TASK counts with SIGN 1 in its section, its plan and on its last day; with -1 no longer. */
void tally_task(struct db *db, const struct task *task, int sign);
/* A lead came to a task, or went. */
void tally_lead(struct db *db, row_id task, int sign);
/* The same of an obligation, in the state that it has. */
void tally_obligation(struct db *db, const struct obligation *obligation, int sign);

/* The row of TASK counts one lead that owes it once already, before they came. */
void tally_expected(struct db *db, row_id task);

/* Write what was gathered. */
enum status tally_flush(struct db *db, struct error *err);
enum status progress_of_plan(struct db *db, row_id plan, struct date today, struct progress *progress,
			     struct error *err);

#endif
