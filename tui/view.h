/*
 * view.h: what every view is to the app.
 *
 * A view holds what it shows. It reads the store in update() only, draws without
 * reading anything, and changes nothing but through core/workbench. A view
 * that does not fill the screen is a sheet: it lies over the lower rows of the
 * one below it. The line at the very bottom belongs to the app.
 *
 * How to add a view: a struct with `struct view` as its first member, a const
 * struct view_ops, a constructor; a CTX_ bit and its rows in tui/action.h.
 */
#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include "core/workbench/workbench.h"
#include "tui/key.h"
#include "tui/list.h"
#include "tui/surface.h"

struct app;
struct view;

/* What the keys of a view act on. */
struct target {
	row_id plan;
	row_id section;			/* the one the cursor is in */
	row_id task;			/* the one under the cursor; 0 on another row */
	row_id agency;
	const char *period;		/* borrowed from the view until it updates; NULL: none */
	struct task_ids tasks;		/* the picked ones, else the one under the cursor */
};

void target_release(struct target *target);

struct view_ops {
	const char *title;	/* what help calls it; N_() */
	unsigned context;	/* one CTX_ bit */
	bool text;		/* letters go to a field of the view, not to commands */
	bool many_keys;		/* its hints take two lines at the bottom, where there is room */

	/* Rows wanted of those above the bottom line; NULL: all of them. */
	int (*rows)(const struct view *, int rows, int columns);

	/* Keys that are no command: NULL where there are none. True when taken. */
	bool (*key)(struct view *, struct app *, const struct key *);

	void (*move)(struct view *, struct app *, enum move);

	/* Moving keys scroll the detail from now on, or move in the list again. NULL: there is none. */
	void (*detail)(struct view *, struct app *);

	/* Make what RECT will show: read what is missing, everything when view->stale. */
	enum status (*update)(struct view *, struct app *, struct rect rect, struct error *);

	/* Pure: no store, no clock. */
	void (*draw)(const struct view *, struct surface *, struct rect rect);

	/* The keys have been quiet: read what does not have to follow each of them. */
	enum status (*rest)(struct view *, struct app *, struct error *);

	/* Nothing happens: look for what changes outside of the storage. True: what is shown is another. NULL: there is none. */
	bool (*look)(struct view *);

	/* The meeting whose presenter is followed; 0: none. NULL: never one. */
	row_id (*follows)(const struct view *);

	/* TARGET is empty on entry. NULL: there is nothing to act on. */
	void (*target)(const struct view *, struct target *);

	/* Leave the view, asked by the person; NULL: it is simply closed. */
	void (*back)(struct view *, struct app *);

	void (*free)(struct view *);
};

struct view {
	const struct view_ops *ops;
	bool stale;		/* what it holds may differ from the store */
};

#endif
