#include "tui/job.h"

#include <stdlib.h>

#include "tui/view_outline.h"

struct job *job_new(const struct app *app, const struct view *view)
{
	struct job *job = xcalloc(1, sizeof *job);
	struct target target;

	app_target(app, view, &target);
	job->tasks = target.tasks;
	job->section = target.section;
	job->agency = target.agency;
	job->period = xstrdup_or_null(target.period);
	job->year = app->plan.year;
	target.tasks = (struct task_ids){ 0 };
	target_release(&target);
	return job;
}

void job_free(void *context)
{
	struct job *job = context;

	task_ids_release(&job->tasks);
	free(job->period);
	free(job);
}

char *field_name(const char *what, row_id id)
{
	return xasprintf("%s:%lld", what, id);
}

char *tasks_name(struct app *app, const struct task_ids *tasks)
{
	struct task_row row = { 0 };
	char *name;

	if (tasks->count != 1)
		return xasprintf(_("%zu nhiệm vụ"), tasks->count);
	if (app->wb->store->task_row_get(app->wb->store, tasks->items[0], &row, NULL))
		return xstrdup(_("1 nhiệm vụ"));
	name = xasprintf("%s-%d", row.section_path, row.task.position);
	task_row_release(&row);
	return name;
}

void say_done(struct app *app, const char *what, const struct task_ids *tasks)
{
	struct view *outline = app_find(app, CTX_OUTLINE);
	char *name = tasks_name(app, tasks);

	app_say(app, _("%s: %s · u để hoàn tác"), what, name);
	if (outline)
		outline_view_unpick(outline);
	free(name);
}

int show_outcome(struct app *app, enum status status, struct error *err)
{
	if (status)
		app_complain(app, err);
	error_release(err);
	return CHANGED;
}
