/*
 * view_rounds.h: who has sent what: a grid of agencies and the periods of one year, and below it what the cell under
 * the cursor says in full.
 */
#ifndef TUI_VIEW_ROUNDS_H
#define TUI_VIEW_ROUNDS_H

#include "tui/app.h"

struct view *rounds_view_new(void);

#endif
