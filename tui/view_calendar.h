/*
 * view_calendar.h: a month or a quarter with what is due on its days, and below it the work of one day.
 */
#ifndef TUI_VIEW_CALENDAR_H
#define TUI_VIEW_CALENDAR_H

#include "tui/app.h"

struct view *calendar_view_new(row_id plan);

#endif
