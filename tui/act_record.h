/*
 * act_record.h: marking, for views with their own way of choosing what is marked.
 */
#ifndef TUI_ACT_RECORD_H
#define TUI_ACT_RECORD_H

#include "tui/app.h"

/* Mark done (or take back) what MARK says, and say so. */
enum status tasks_toggle(struct app *app, const struct task_ids *tasks, const struct done_mark *mark, bool take_back,
			 struct error *err);

#endif
