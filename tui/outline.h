/*
 * outline.h: a window on the sections and tasks of a plan, in document order.
 *
 * Holds a few pages of rows around what is on the screen and reads more by key
 * when they are asked for, so that a plan of a million tasks behaves as one of
 * a hundred. Folded sections are ranges of `seq`; what is inside them is not
 * read. With a filter the window holds only the tasks that answer it. Draws
 * nothing.
 */
#ifndef TUI_OUTLINE_H
#define TUI_OUTLINE_H

#include "core/store.h"

struct outline_row {
	bool is_task;
	struct place place;
	struct section_row section;	/* where it is one */
	struct task_row task;
};

/* A folded section: its own row is shown, those up to `last` are not. */
struct fold {
	int first, last;
};

struct outline {
	struct store *store;		/* borrowed */
	row_id plan;
	const struct filter *filter;	/* borrowed; NULL: everything */
	struct fold *folds;		/* by `first` */
	size_t fold_count, fold_cap;
	struct outline_row *rows;
	size_t count, cap;
	bool whole_before, whole_after;	/* nothing more stands on that side of the rows */
};

/* Where to read: a row's place, and its section (0 where that is not known). */
struct outline_spot {
	struct place place;
	row_id section;
};

void outline_init(struct outline *outline, struct store *store, row_id plan);
void outline_release(struct outline *outline);

struct outline_spot outline_spot(const struct outline_row *row);
row_id outline_row_id(const struct outline_row *row);

/* The row of that section or task, -1 when it is not in the window. */
int outline_find(const struct outline *outline, bool is_task, row_id id);
/* The first row at or behind PLACE, the last one when all stand before it; -1 when there is none. */
int outline_nearest(const struct outline *outline, struct place place);

/* Forget all rows and read about COUNT from SPOT on, SPOT's own first. */
enum status outline_load(struct outline *outline, struct outline_spot spot, int count, struct error *err);
/* The same from the end backwards. */
enum status outline_load_end(struct outline *outline, int count, struct error *err);
/* Read about COUNT more on one side; *ADDED gets how many there were. */
enum status outline_extend(struct outline *outline, enum direction side, int count, int *added,
			   struct error *err);
/* Forget all but COUNT rows, those on SIDE first; returns how many went. */
int outline_trim(struct outline *outline, enum direction side, int count);

bool outline_is_folded(const struct outline *outline, int seq);
/* Fold or unfold the section that begins at SEQ; the rows must be loaded again. */
enum status outline_fold(struct outline *outline, const struct section *section, struct error *err);
void outline_unfold(struct outline *outline, int seq);
/* Unfold whatever hides SEQ. */
void outline_reveal(struct outline *outline, int seq);

#endif
