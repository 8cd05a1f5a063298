/*
 * view_lines.h: many lines that were pasted, each a new task: what was understood of each stands below it, and all
 * of them are added in one step. Lines that are not understood are told apart and can be mended or left out.
 */
#ifndef TUI_VIEW_LINES_H
#define TUI_VIEW_LINES_H

#include "tui/app.h"

/* Of TEXT for SECTION; what stands in FIELD (app_keep_unfinished) until they are added. NULL: no line says anything. */
struct view *lines_view_new(struct app *app, row_id section, const char *field, const char *text);

#endif
