/*
 * review.h: looking at what was understood of a file before it is stored.
 *
 * A review is the file with the decisions made so far, kept from the first moment
 * on: leaving, or a lost connection, loses nothing. The draft always follows from
 * the manuscript and the decisions. Nothing is stored as a plan before
 * reviewing_store().
 */
#ifndef WORKBENCH_REVIEW_H
#define WORKBENCH_REVIEW_H

#include "core/workbench/importer.h"
#include "core/workbench/workbench.h"

struct reviewing {
	struct workbench *wb;		/* borrowed */
	struct review review;
	struct manuscript manuscript;
	int year;			/* of the plan that it is an appendix of; 0: of none */
	struct draft draft;
};

/*
 * Review the file that SOURCE and MANUSCRIPT hold (both are taken over when that succeeds), as an
 * appendix of PLAN or (0) as a plan, or of the plan here whose appendix it says it is. A review of the same bytes that was left open goes on.
 */
enum status reviewing_begin(struct workbench *wb, struct source *source, struct manuscript *manuscript, row_id plan,
			    struct reviewing *out, struct error *err);
/* Go on with the one kept as REVIEW. */
enum status reviewing_open(struct workbench *wb, struct importer *importer, row_id review, struct reviewing *out,
			   struct error *err);
void reviewing_release(struct reviewing *reviewing);

/*
 * Several may have the same review open. When somebody else has decided, or taken back, since it was read, it is read
 * again instead of what was asked for, and the answer is STATUS_CONFLICT: ERR says who. So in all that follows.
 *
 * Decide, keep that, and read again. STATUS_DENIED, and nothing is kept, when the
 * decision can have no effect there; ERR says why. VALUE may be NULL. Bodies are kept by the
 * names that they are stored under; STATUS_AMBIGUOUS or STATUS_INVALID when VALUE names anything else.
 */
enum status reviewing_decide(struct reviewing *reviewing, struct manuscript_place at, enum hint_kind kind,
			     const char *value, struct error *err);
/* Take the last decision back; STATUS_NOT_FOUND without one, STATUS_DENIED when it is another's. WHERE gets its place. */
enum status reviewing_take_back(struct reviewing *reviewing, struct manuscript_place *where, struct error *err);

/*
 * What storing it would change of the plan that is stored, as workbench_compare(). OLDER 0: nothing, it is another
 * plan, an appendix, or exactly this file.
 */
enum status reviewing_compare(struct reviewing *reviewing, row_id *older, struct string_list *changes, struct error *err);

/*
 * Store the plan as it is understood now, and forget the review. As workbench_import(); STATUS_INVALID as long as it
 * has no section.
 */
enum status reviewing_store(struct reviewing *reviewing, bool new_version, struct import_report *report,
			    struct error *err);
/* That alone. */
enum status reviewing_see_others(struct reviewing *reviewing, struct error *err);
/* How many decisions others made in it; appends who. */
int reviewing_others(const struct reviewing *reviewing, struct strbuf *names);
/* Forget it; no plan is stored. */
enum status reviewing_cancel(struct reviewing *reviewing, struct error *err);

/* The stretch that begins at AT, or the one that AT lies in; -1: none. */
int reviewing_stretch_at(const struct reviewing *reviewing, struct manuscript_place at);
/* Where the words of the task begin that STRETCH tells of; false when it tells of none. */
bool reviewing_task_place(const struct reviewing *reviewing, int stretch, struct manuscript_place *at);
/* Who can be meant by a name: the register, and what else the tasks of the file name (id 0). Both are replaced. */
enum status reviewing_bodies(const struct reviewing *reviewing, struct agency_list *registered,
			     struct agency_list *in_file, struct error *err);
/* Remember where the person of the workbench stands in it; nothing is lost when that fails. */
void reviewing_keep_place(const struct reviewing *reviewing, struct manuscript_place at);
/* Where he left it, or decided last; false: he has just begun. */
bool reviewing_place(const struct reviewing *reviewing, struct manuscript_place *at);
/* How many stretches still hold a guess. */
int reviewing_doubtful(const struct reviewing *reviewing);

/*
 * Where the words that a person typed (accents optional) begin in STRETCH, for a
 * split there. False when they do not stand in it, or only at its beginning.
 */
bool reviewing_find_words(const struct reviewing *reviewing, int stretch, const char *words,
			  struct manuscript_place *at);

#endif
