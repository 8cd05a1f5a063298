/*
 * view_criteria.h: the points of an index of reform in a year: most, self-scored, verified; below the list
 * the evidence of the criterion under the cursor and the tasks that serve it.
 */
#ifndef TUI_VIEW_CRITERIA_H
#define TUI_VIEW_CRITERIA_H

#include "tui/app.h"

struct view *criteria_view_new(int year);

#endif
