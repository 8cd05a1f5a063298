#include "tui/tui.h"

#include "tui/loop.h"
#include "tui/typing.h"
#include "tui/view_outline.h"
#include "tui/view_plans.h"
#include "tui/view_review.h"

/* The plan to open without being told: the only one still in force; 0 when a person has to choose. */
static enum status only_plan(struct app *app, row_id *plan, struct error *err)
{
	struct store *store = app->wb->store;
	struct plan_row_list list = { 0 };
	enum status status = store->plan_list(store, clock_today(), &list, err);
	size_t current = 0;

	for (size_t i = 0; i < list.count; i++) {
		if (!list.items[i].current)
			continue;
		*plan = current++ ? 0 : list.items[i].plan.id;
	}
	plan_row_list_release(&list);
	return status;
}

enum status tui_open_first_view(struct app *app, const struct tui_options *options, struct error *err)
{
	row_id plan = options->plan;
	enum status status = plan ? OK : only_plan(app, &plan, err);

	typing_restore(app);
	if (status)
		return status;
	if (plan)
		status = app_open_plan(app, plan, err);
	if (status)
		return status;
	app_push(app, plan ? outline_view_new(app) : plans_view_new());
	if (options->review)
		status = review_view_open(app, options->review, options->new_version, err);
	else if (plan && options->filter)
		status = outline_view_filter(app_top(app), app, options->filter, err);
	if (!status)
		app_restore_unfinished(app);
	return status;
}

int tui_run(struct workbench *wb, const struct tui_options *options, struct error *err)
{
	struct app app;
	struct terminal *term;
	enum status status;

	if (term_open(options->ascii, &term, err))
		return 2;
	app_init(&app, wb, options->importer);
	status = tui_open_first_view(&app, options, err);
	if (!status)
		loop_run(&app, term);
	app_release(&app);
	term_close(term);
	if (!status)
		return 0;
	return status_is_storage(status) ? 3 : 1;
}
