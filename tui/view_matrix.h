/*
 * view_matrix.h: tasks x bodies of the open plan: a sign for each, headings that
 * stay while the cells scroll both ways.
 *
 * Holds a few pages of tasks with all their cells, so that moving sideways reads nothing. The totals are
 * those of workbench/standing; in a large plan they come when the keys are quiet.
 */
#ifndef TUI_VIEW_MATRIX_H
#define TUI_VIEW_MATRIX_H

#include "tui/app.h"

struct view *matrix_view_new(row_id plan);

#endif
