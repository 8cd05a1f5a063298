/*
 * view_meeting.h: the agenda of one meeting, with what was concluded of each task.
 */
#ifndef TUI_VIEW_MEETING_H
#define TUI_VIEW_MEETING_H

#include "tui/app.h"

struct view *meeting_view_new(struct app *app, row_id meeting);

#endif
