/*
 * view_missing.h: what the open plan and the register still lack, each to be mended with one key.
 */
#ifndef TUI_VIEW_MISSING_H
#define TUI_VIEW_MISSING_H

#include "tui/app.h"

struct view *missing_view_new(row_id plan);

#endif
