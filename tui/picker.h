/*
 * picker.h: a sheet that lets one choose from a list that narrows as one types.
 *
 * Letters match the code, the beginning or the middle of a word of the name, or
 * another name of the item, with or without accents; the best come first. Several can be picked;
 * what fits nothing can be added where the spec says how.
 */
#ifndef TUI_PICKER_H
#define TUI_PICKER_H

#include "core/base/error.h"
#include "tui/app.h"

struct picker_item {
	row_id id;		/* not 0 */
	char *code;		/* short name; NULL: none */
	char *name;		/* required */
	char *detail;		/* what else is shown; NULL: nothing */
	struct string_list aliases;
	bool picked;
};

DECLARE_RECORD(picker_item);

struct picker_spec {
	const char *title;	/* translated; borrowed for the call */
	bool several;
	struct picker_item_list items;	/* the picker's from now on; picked ones are shown first */

	/* OK closes the picker. Else the error is shown and everything stays. */
	enum status (*accept)(void *context, struct app *, const row_id *ids, size_t count, struct error *);

	/*
	 * Make an item of what was typed; *ITEM gets it. NULL: the list is as it is.
	 */
	enum status (*add)(void *context, struct app *, const char *text, struct picker_item *item,
			   struct error *);

	void *context;			/* the picker's from now on */
	void (*release)(void *context);	/* NULL: nothing to free */
};

/* One of a few answers. */
void picker_add_choice(struct picker_spec *spec, row_id id, const char *name);

struct view *picker_new(const struct picker_spec *spec);

#endif
