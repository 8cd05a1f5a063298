#include "tui/view_plans.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/view_outline.h"

enum { NUMBER_COLUMNS = 18, STATE_COLUMNS = 26, FIRST_COLUMN = 2 };

struct plans_view {
	struct view view;
	struct plan_row_list items;
	struct list list;
};

static struct plans_view *plans_view(struct view *view)
{
	return (struct plans_view *)view;
}

static enum status plans_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct plans_view *v = plans_view(view);
	struct store *store = app->wb->store;
	enum status status = OK;

	if (view->stale) {
		struct plan_row_list items = { 0 };

		view->stale = false;
		status = store->plan_list(store, clock_today(), &items, err);
		if (!status) {
			plan_row_list_release(&v->items);
			v->items = items;
		}
	}
	list_fit(&v->list, (int)v->items.count, rect.rows - 2);
	return status;
}

static void plans_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&plans_view(view)->list, move);
}

static void plan_state(const struct plan_row *row, struct strbuf *out)
{
	if (row->superseded) {
		strbuf_add_text(out, _("đã có bản mới hơn"));
		return;
	}
	strbuf_addf(out, _("%d/%d xong"), row->progress.done, row->progress.tasks);
	if (row->progress.overdue)
		strbuf_addf(out, _(" · %d quá hạn"), row->progress.overdue);
}

static void draw_plan(const struct plan_row *row, struct surface *surface, int at, bool cursor)
{
	const struct plan *plan = &row->plan;
	struct strbuf state = STRBUF_INIT;
	int title = FIRST_COLUMN + NUMBER_COLUMNS + 1, end = surface->columns - 1 - STATE_COLUMNS;
	enum role_style style = cursor ? STYLE_CURSOR : STYLE_STRONG;

	plan_state(row, &state);
	if (cursor)
		surface_text(surface, at, 0, 1, STYLE_CURSOR, "▸");
	surface_text(surface, at, FIRST_COLUMN, NUMBER_COLUMNS, style, plan->number ? plan->number : "–");
	if (end - 1 > title)
		surface_text(surface, at, title, end - 1 - title, STYLE_NORMAL,
			     plan->title ? plan->title : plan->type);
	surface_text_right(surface, at, end, STATE_COLUMNS,
			   row->progress.overdue ? STYLE_OVERDUE : STYLE_NORMAL,
			   state.text);
	strbuf_release(&state);
}

static void plans_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct plans_view *v = (const struct plans_view *)view;

	surface_text(surface, rect.row, 1, rect.columns - 2, STYLE_TITLE, _("Các kế hoạch"));
	if (!v->items.count)
		surface_text(surface, rect.row + 2, FIRST_COLUMN, rect.columns - 3, STYLE_DIM,
			     _("Chưa có kế hoạch nào; hãy thoát ra rồi chạy: kehoach import TÊN-TỆP"));
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_plan(&v->items.items[v->list.top + i], surface, rect.row + 2 + i,
			  v->list.top + i == v->list.cursor);
}

static void plans_target(const struct view *view, struct target *target)
{
	const struct plans_view *v = (const struct plans_view *)view;

	if (v->items.count)
		target->plan = v->items.items[v->list.cursor].plan.id;
}

static void plans_free(struct view *view)
{
	plan_row_list_release(&plans_view(view)->items);
	free(view);
}

static const struct view_ops plans_ops = {
	.title = N_("Danh sách kế hoạch"),
	.context = CTX_PLANS,
	.move = plans_move,
	.update = plans_update,
	.draw = plans_draw,
	.target = plans_target,
	.free = plans_free,
};

struct view *plans_view_new(void)
{
	struct plans_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &plans_ops;
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

int act_plan_open(struct app *app, struct view *view)
{
	struct target target;
	struct error err = ERROR_INIT;
	enum status status;

	app_target(app, view, &target);
	status = app_open_plan(app, target.plan, &err);
	if (status)
		app_complain(app, &err);
	else
		app_home(app, outline_view_new(app));
	target_release(&target);
	error_release(&err);
	return NOTHING;
}

int act_view_plans(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, plans_view_new());
	return NOTHING;
}
