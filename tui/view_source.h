/*
 * view_source.h: the files that the open plan came from, line by line as they came
 * in, with the lines that went nowhere and the reason of each: nothing is lost.
 */
#ifndef TUI_VIEW_SOURCE_H
#define TUI_VIEW_SOURCE_H

#include "tui/app.h"

struct view *source_view_new(row_id plan);
/* At the lines that TASK came from, marked. */
struct view *source_view_of_task(const struct task *task);

#endif
