/*
 * prompt.h: a sheet that asks for one line of text.
 *
 * Under the field stands what is understood of the text so far, or why it was
 * not accepted; the text stays until it is. A text left with Esc is there again when
 * the same field is opened.
 */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "core/base/error.h"
#include "tui/app.h"

struct prompt_spec {
	const char *label;		/* translated; borrowed for the call */
	const char *initial;		/* NULL: empty; borrowed for the call */
	const char *field;		/* under which a text left behind is kept; borrowed for the call */
	size_t max;			/* letters */
	bool replaces;			/* the initial text is selected: typing takes its place */

	/* What is understood of TEXT: a sentence for the line under the field. NULL: nothing to say. */
	void (*preview)(void *context, struct app *, const char *text, struct strbuf *out);

	/* Tab: OUT gets the text with its last part completed; false: there is nothing to complete. NULL: there never is. */
	bool (*complete)(void *context, struct app *, const char *text, struct strbuf *out);

	/* Several lines were pasted. True: they are taken, and the prompt is closed. NULL: they become one. */
	bool (*paste)(void *context, struct app *, const char *text);

	/* OK closes the prompt. Else the sentence of the error stands under the field. */
	enum status (*accept)(void *context, struct app *, const char *text, struct error *);

	void *context;			/* the prompt's from now on */
	void (*release)(void *context);	/* NULL: nothing to free */
};

struct view *prompt_new(struct app *app, const struct prompt_spec *spec);

#endif
