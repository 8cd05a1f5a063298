/*
 * view_paper.h: the minutes and the notice of a meeting, to be read.
 */
#ifndef TUI_VIEW_PAPER_H
#define TUI_VIEW_PAPER_H

#include "tui/app.h"

struct view *paper_view_new(row_id meeting);

#endif
