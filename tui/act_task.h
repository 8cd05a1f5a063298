/*
 * act_task.h: what actions on tasks have in common, for views with their own
 * way of choosing them.
 */
#ifndef TUI_ACT_TASK_H
#define TUI_ACT_TASK_H

#include "tui/app.h"

/* "II.1-1", or "3 nhiệm vụ"; caller frees. */
char *tasks_name(struct app *app, const struct task_ids *tasks);

/* Mark done (or take back) what MARK says, and say so. */
enum status tasks_toggle(struct app *app, const struct task_ids *tasks, const struct done_mark *mark, bool take_back,
			 struct error *err);

#endif
