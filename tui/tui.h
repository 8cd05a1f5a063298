/*
 * tui.h: the workbench on a terminal, from start to end.
 */
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include <stdbool.h>

#include "core/workbench/importer.h"
#include "core/workbench/workbench.h"

struct tui_options {
	row_id plan;		/* 0: the only one there is, else the list of plans */
	struct importer *importer;	/* borrowed; reads files */
	row_id review;		/* of a file, to go on with; 0: none */
	bool new_version;	/* the review's plan takes the place of a stored one: nobody is asked */
	const char *filter;	/* what the filter line holds at the start; NULL: nothing */
	bool ascii;		/* this terminal cannot show our letters: without marks, signs as what looks alike */
	bool charset_given;	/* that was said for this run, and goes before what the person prefers */
};

/*
 * Returns the program's exit code: 0 the person left (or the terminal is gone);
 * else ERR has the sentence: 2 this terminal cannot do, 3 the storage failed, 1
 * anything else.
 */
int tui_run(struct workbench *wb, const struct tui_options *options, struct error *err);

/* Put what tui_run() shows first on APP: for whoever drives it without a terminal. */
struct app;
enum status tui_open_first_view(struct app *app, const struct tui_options *options, struct error *err);

#endif
