/*
 * view_outline.h: the main screen: the sections of the open plan with their
 * tasks under them, and below that the detail of the row under the cursor.
 */
#ifndef TUI_VIEW_OUTLINE_H
#define TUI_VIEW_OUTLINE_H

#include "tui/app.h"

struct view *outline_view_new(struct app *app);

/* Show only the tasks that answer TEXT (core/plan/filter.h); "" shows everything again. */
enum status outline_view_filter(struct view *view, struct app *app, const char *text, struct error *err);
/* The text of the filter; "" without one. */
const char *outline_view_filter_text(const struct view *view);

/* Put the cursor on that task; whatever hides it is opened. */
enum status outline_view_go(struct view *view, struct app *app, row_id task, struct error *err);

/* The same from any view, and in any plan: it becomes the open one. */
enum status outline_view_open(struct app *app, row_id plan, row_id task, struct error *err);

/* No task is picked any more. */
void outline_view_unpick(struct view *view);

#endif
