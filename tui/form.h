/*
 * form.h: a sheet with several fields of one record, one a line: words to type,
 * or a choice between a few.
 *
 * Nothing typed is lost. What was changed and left with Esc is there again when
 * the form of the same record is opened, even when the record has changed
 * meanwhile: the draft is kept field by field. Where somebody else saved first
 * (STATUS_CONFLICT), fields that this person did not touch take over what is
 * stored now, the others stay as typed, and what is stored is shown for them.
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "core/base/error.h"
#include "tui/app.h"

enum { FORM_FIELDS = 8 };

struct form_field {
	const char *label;		/* translated; borrowed for the call */
	const char *help;		/* translated, shown while the cursor is there; borrowed for the call */
	const char *text;		/* what is stored; NULL: nothing; borrowed for the call */
	size_t max;			/* letters; 0: a choice */
	const char *const *choices;	/* translated, NULL at the end; borrowed while the form lives */
};

/* The text of each field; a choice is one of its choices. */
struct form_values {
	char *texts[FORM_FIELDS];
};

void form_values_release(struct form_values *values);

struct form_spec {
	const char *title;		/* translated; borrowed for the call */
	const char *draft;		/* under which what is left behind is kept; borrowed for the call */
	struct form_field fields[FORM_FIELDS];
	int count;

	/* OK closes the form. Else the sentence of the error is shown and everything stays. */
	enum status (*accept)(void *context, struct app *, const struct form_values *, struct error *);

	/* A field was left: what the others then hold, as long as nobody touched them. NULL: nothing. */
	void (*suggest)(void *context, struct form_values *);

	/* After a conflict: what is stored now; accept() starts from there. NULL: nothing is stored yet. */
	enum status (*read)(void *context, struct app *, struct form_values *, struct error *);

	void *context;			/* the form's from now on */
	void (*release)(void *context);	/* NULL: nothing to free */
};

struct view *form_new(struct app *app, const struct form_spec *spec);

#endif
