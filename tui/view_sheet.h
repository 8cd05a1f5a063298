/*
 * view_sheet.h: all that one body owes, plan by plan, to mark and to read out.
 */
#ifndef TUI_VIEW_SHEET_H
#define TUI_VIEW_SHEET_H

#include "tui/app.h"

struct view *sheet_view_new(row_id agency);

#endif
