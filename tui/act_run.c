/*
 * Down one column: the same field of one task after another, without going back to the list.
 *
 * Accepting a field opens it for the task below; one accepted as it stood leaves its task as it was. Each
 * task is a step of its own for undo. Esc ends the run; nothing else is kept of it.
 */
#include <stdlib.h>

#include "tui/job.h"
#include "tui/picker.h"

/* What can be run down. */
static const struct {
	const char *name;
	enum action_id action;
} columns[] = {
	{ N_("Thời hạn"), ACTION_TASK_DEADLINE }, { N_("Chủ trì"), ACTION_TASK_LEAD }, { N_("Phối hợp"), ACTION_TASK_WITH },
	{ N_("Sản phẩm"), ACTION_TASK_PRODUCT }, { N_("Lĩnh vực, nhãn"), ACTION_TASK_LABELS },
};

enum { COLUMNS = sizeof columns / sizeof *columns };

static row_id task_under_cursor(const struct app *app, const struct view *view, row_id *section)
{
	struct target target;
	row_id task;

	app_target(app, view, &target);
	task = target.task;
	*section = target.section;
	target_release(&target);
	return task;
}

/* To the next task below, over whatever stands between; false at the end of the list. */
static bool go_to_next_task(struct app *app, struct view *view)
{
	enum { FARTHEST = 1000 };	/* headings between two tasks */
	row_id section, first = task_under_cursor(app, view, &section);

	for (int i = 0; i < FARTHEST; i++) {
		row_id task;

		view->ops->move(view, app, MOVE_DOWN);
		task = task_under_cursor(app, view, &section);
		if (task && task != first)
			return true;
		if (task == first)
			return false;
	}
	return false;
}

void app_run_on(struct app *app)
{
	if (!app->run || app_top(app) != app->run_view)
		return;
	if (go_to_next_task(app, app->run_view)) {
		app_run(app, app->run_view, app->run);
	} else {
		app->run = NULL;
		app_say(app, _("Đã tới nhiệm vụ cuối của danh sách."));
	}
}

static enum status accept_column(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	struct view *view = *(struct view *const *)context;

	(void)count, (void)err;
	app->run = &actions[columns[ids[0] - 1].action];
	app->run_view = view;
	app_run(app, view, app->run);
	return OK;
}

int act_run(struct app *app, struct view *view)
{
	struct view **context = xmalloc(sizeof(struct view *));
	struct picker_spec spec = { .title = _("Điền dọc cột nào"), .accept = accept_column, .context = context, .release = free };

	*context = view;
	for (int i = 0; i < COLUMNS; i++)
		picker_add_choice(&spec, i + 1, _(columns[i].name));
	app_push(app, picker_new(&spec));
	return NOTHING;
}
