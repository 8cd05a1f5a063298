/*
 * view_meetings.h: the review meetings of the open plan; making one out of a filter or of picked tasks.
 */
#ifndef TUI_VIEW_MEETINGS_H
#define TUI_VIEW_MEETINGS_H

#include "tui/app.h"

/* TASKS, which are copied: those that the view below acts on. FILTER: the one in use there; "" for none. */
struct view *meetings_view_new(struct app *app, const struct task_ids *tasks, const char *filter);

/* Ask what is to be said of a meeting that is there. */
enum status meeting_form_open(struct app *app, row_id meeting, struct error *err);

#endif
