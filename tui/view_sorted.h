/*
 * view_sorted.h: the tasks of a plan, or those of its filter, in another order, in groups.
 */
#ifndef TUI_VIEW_SORTED_H
#define TUI_VIEW_SORTED_H

#include "tui/app.h"

/* FILTER: as it is typed; "" for all tasks. */
struct view *sorted_view_new(row_id plan, const char *filter);

#endif
