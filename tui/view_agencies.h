/*
 * view_agencies.h: the register: groups and agencies in Vietnamese order, and
 * below them what is known of the one under the cursor. app->agency is where the
 * cursor stands.
 */
#ifndef TUI_VIEW_AGENCIES_H
#define TUI_VIEW_AGENCIES_H

#include "tui/app.h"

struct view *agencies_view_new(void);

#endif
