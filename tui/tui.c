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

/* The screen that the person begins with, over the plan's own. */
static void open_start(struct app *app)
{
	static const enum action_id screens[START_COUNT] = {
		[START_CALENDAR] = ACTION_VIEW_CALENDAR, [START_MATRIX] = ACTION_VIEW_MATRIX,
		[START_DASHBOARD] = ACTION_VIEW_DASHBOARD, [START_MISSING] = ACTION_VIEW_MISSING,
	};
	unsigned int start = app->preferences.chosen[PREFERENCE_START];

	if (start != START_OUTLINE)
		app_run(app, app_top(app), &actions[screens[start]]);
}

enum status tui_open_first_view(struct app *app, const struct tui_options *options, struct error *err)
{
	row_id plan = options->plan;
	enum status status = plan ? OK : only_plan(app, &plan, err);

	typing_restore(app);
	workbench_preferences(app->wb, &app->preferences, NULL);	/* what cannot be read now is as usual */
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
	else if (plan)
		open_start(app);
	app_restore_histories(app);
	if (!status)
		app_restore_unfinished(app);
	return status;
}

static bool draws_ascii(const struct tui_options *options, const struct preferences *wishes)
{
	unsigned int wish = wishes->chosen[PREFERENCE_CHARSET];

	return options->charset_given || wish == CHARSET_WISH_AUTO ? options->ascii : wish == CHARSET_WISH_ASCII;
}

int tui_run(struct workbench *wb, const struct tui_options *options, struct error *err)
{
	struct preferences wishes = { { 0 } };
	struct app app;
	struct terminal *term;
	enum status status;

	workbench_preferences(wb, &wishes, NULL);
	if (term_open(draws_ascii(options, &wishes), wishes.chosen[PREFERENCE_COLOURS] != COLOURS_NONE, &term, err))
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
