/*
 * view_plans.h: the plans there are, with how far each is.
 */
#ifndef TUI_VIEW_PLANS_H
#define TUI_VIEW_PLANS_H

#include "tui/app.h"

struct view *plans_view_new(void);

#endif
