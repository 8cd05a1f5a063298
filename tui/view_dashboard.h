/*
 * view_dashboard.h: how things stand, at a glance: the table of the cut-off day, and bars
 * by section, agency, month, or day by day back.
 *
 * All figures are those of workbench/standing. A plan may be large: they are counted when the
 * keys are quiet, those of before stand there meanwhile.
 */
#ifndef TUI_VIEW_DASHBOARD_H
#define TUI_VIEW_DASHBOARD_H

#include "tui/app.h"

struct view *dashboard_view_new(row_id plan);

#endif
