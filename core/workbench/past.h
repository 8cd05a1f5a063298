/*
 * past.h: what was owed as it was known at an earlier time, by the journal.
 *
 * The journal is read back from now to that time. What was changed since has its
 * value of then, what came since did not exist, what went since is there again.
 * An import is journaled as one line: its whole plan came with it. Only
 * core/workbench/ includes it.
 */
#ifndef WORKBENCH_PAST_H
#define WORKBENCH_PAST_H

#include "core/store.h"

struct past;

/* All that was changed behind TIME (seconds). Caller frees. */
enum status past_read(struct store *store, long long time, struct past **out, struct error *err);
void past_free(struct past *past);

/* Every field that was changed behind TIME, the newest first. */
enum status past_go_back(struct store *store, long long time, void (*take)(void *data, const struct change_field *field), void *data,
			 struct error *err);

/* False for a plan that came later. */
bool past_has_plan(const struct past *past, row_id plan);

/* The import of PLAN was taken back then; NOW: it is today. */
bool past_was_withdrawn(const struct past *past, row_id plan, bool now);

/*
 * Visit what was owed then: ROW is what is now. What nobody leads now, or led then, is
 * told apart by past_end(), which must follow the last row.
 */
void past_visit(struct past *past, const struct owed_row *row, void (*visit)(void *data, const struct owed_row *row),
		void *data);
/* What was there then and is not any more. PLAN 0: of all plans. */
enum status past_end(struct past *past, row_id plan, void (*visit)(void *data, const struct owed_row *row), void *data,
		     struct error *err);

/* LIST, as it is now, becomes that of then, in no order. */
void past_labellings(const struct past *past, struct labelling_list *list);

/*
 * The register as it was known at TIME (0: now): names with those of before, and every membership with its days; one
 * of group 0 is none.
 */
enum status past_register(struct store *store, long long time, struct agency_list *agencies,
			  struct membership_list *memberships, struct error *err);

/* LIST, the areas and tags of PLAN (0: of all) as they are now, becomes that of TIME. */
enum status past_labels(struct store *store, long long time, row_id plan, struct label_list *list, struct error *err);

#endif
