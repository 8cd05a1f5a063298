/*
 * view_obligations.h: a sheet with the share of each body in one task: who has
 * done it, who has not, since when.
 */
#ifndef TUI_VIEW_OBLIGATIONS_H
#define TUI_VIEW_OBLIGATIONS_H

#include "tui/app.h"

/* COUNT: about how many there are, for the height of the sheet. */
struct view *obligations_view_new(row_id task, int count);

#endif
