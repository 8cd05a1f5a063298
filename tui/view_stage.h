/*
 * view_stage.h: one task of a meeting on the whole screen, to be read from the back of a room; figures between parts.
 *
 * Whoever presents tells the storage what is shown; whoever follows shows that, until he looks around by himself.
 */
#ifndef TUI_VIEW_STAGE_H
#define TUI_VIEW_STAGE_H

#include "tui/app.h"

enum { STAGE_COLUMNS = 70 };	/* no line is longer */

/* From item number AT (0: the first) on. FOLLOWING: what the presenter shows. */
struct view *stage_view_new(struct app *app, row_id meeting, int at, bool following);

/* The meeting and the task that is shown; task 0: the figures are. */
void stage_view_spot(const struct view *view, row_id *meeting, row_id *task);

#endif
