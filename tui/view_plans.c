#include "tui/view_plans.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/view_outline.h"
#include "tui/view_review.h"

enum { NUMBER_COLUMNS = 18, STATE_COLUMNS = 26, FIRST_COLUMN = 2 };

struct plans_view {
	struct view view;
	struct plan_row_list items;
	struct review_list reviews;	/* left open; listed behind the plans */
	struct list list;
};

static struct plans_view *plans_view(struct view *view)
{
	return (struct plans_view *)view;
}

static void drop_withdrawn(struct plan_row_list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].plan.withdrawn)
			plan_row_release(&list->items[i]);
		else
			list->items[kept++] = list->items[i];
	list->count = kept;
}

static enum status plans_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct plans_view *v = plans_view(view);
	struct store *store = app->wb->store;
	enum status status = OK;

	if (view->stale) {
		struct plan_row_list items = { 0 };
		struct review_list reviews = { 0 };

		view->stale = false;
		status = store->plan_list(store, clock_today(), &items, err);
		drop_withdrawn(&items);
		if (!status)
			status = store->review_list(store, &reviews, err);
		if (!status) {
			plan_row_list_release(&v->items);
			review_list_release(&v->reviews);
			v->items = items;
			v->reviews = reviews;
		}
	}
	list_fit(&v->list, (int)(v->items.count + v->reviews.count), rect.rows - 2);
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

/* The number; two versions of one plan have the same one. Caller frees. */
static char *plan_label(const struct plan_row *row)
{
	const char *number = row->plan.number ? row->plan.number : "–";

	return row->superseded ? xasprintf(_("(cũ) %s"), number) : xstrdup(number);
}

static void draw_plan(const struct plan_row *row, struct surface *surface, int at, bool cursor)
{
	const struct plan *plan = &row->plan;
	struct strbuf state = STRBUF_INIT;
	int title = FIRST_COLUMN + NUMBER_COLUMNS + 1, end = surface->columns - 1 - STATE_COLUMNS;
	enum role_style style = cursor ? STYLE_CURSOR : row->superseded ? STYLE_DIM : STYLE_STRONG;
	char *number = plan_label(row);

	plan_state(row, &state);
	if (cursor)
		surface_text(surface, at, 0, 1, STYLE_CURSOR, "▸");
	surface_text(surface, at, FIRST_COLUMN, NUMBER_COLUMNS, style, number);
	if (end - 1 > title)
		surface_text(surface, at, title, end - 1 - title, row->superseded ? STYLE_DIM : STYLE_NORMAL,
			     plan->title ? plan->title : plan->type);
	surface_text_right(surface, at, end, STATE_COLUMNS,
			   row->superseded ? STYLE_DIM : row->progress.overdue ? STYLE_OVERDUE : STYLE_NORMAL,
			   state.text);
	strbuf_release(&state);
	free(number);
}

static void draw_review(const struct review *review, struct surface *surface, int at, bool cursor)
{
	char time[TIME_LOCAL_TEXT];
	char *state = xasprintf(_("%s, %s · %d quyết định"), review->who, time_vietnamese(review->at, time),
				review->decisions);
	int title = FIRST_COLUMN + NUMBER_COLUMNS + 1, width = viet_width(state, strlen(state));
	int end = surface->columns - 1 - width;

	if (cursor)
		surface_text(surface, at, 0, 1, STYLE_CURSOR, "▸");
	surface_text(surface, at, FIRST_COLUMN, NUMBER_COLUMNS, cursor ? STYLE_CURSOR : STYLE_SOON, _("? đang xem lại"));
	if (end - 1 > title) {
		surface_text(surface, at, title, end - 1 - title, STYLE_NORMAL, review->source.name);
		surface_text_right(surface, at, end, width, STYLE_DIM, state);
	} else {
		surface_text(surface, at, title, surface->columns - 1 - title, STYLE_NORMAL, review->source.name);
	}
	free(state);
}

/* The review under the cursor; NULL: a plan is. */
static const struct review *review_at(const struct plans_view *v, int row)
{
	int at = row - (int)v->items.count;

	return at >= 0 && at < (int)v->reviews.count ? &v->reviews.items[at] : NULL;
}

static void draw_row(const struct plans_view *v, struct surface *surface, int at, int row)
{
	const struct review *review = review_at(v, row);

	if (review)
		draw_review(review, surface, at, row == v->list.cursor);
	else
		draw_plan(&v->items.items[row], surface, at, row == v->list.cursor);
}

static void plans_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct plans_view *v = (const struct plans_view *)view;

	surface_text(surface, rect.row, 1, rect.columns - 2, STYLE_TITLE, _("Các kế hoạch"));
	if (!v->list.count)
		surface_text(surface, rect.row + 2, FIRST_COLUMN, rect.columns - 3, STYLE_DIM,
			     _("Chưa có kế hoạch nào; nhấn i để nhập một tệp"));
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_row(v, surface, rect.row + 2 + i, v->list.top + i);
}

static void plans_target(const struct view *view, struct target *target)
{
	const struct plans_view *v = (const struct plans_view *)view;

	if (v->list.cursor < (int)v->items.count)
		target->plan = v->items.items[v->list.cursor].plan.id;
}

static void plans_free(struct view *view)
{
	plan_row_list_release(&plans_view(view)->items);
	review_list_release(&plans_view(view)->reviews);
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
	struct plans_view *v = plans_view(view);
	const struct review *review = review_at(v, v->list.cursor);
	struct error err = ERROR_INIT;

	if (!v->list.count)
		app_say(app, _("Chưa có kế hoạch nào; nhấn i để nhập một tệp"));
	else if (review ? review_view_open(app, review->id, false, &err) :
			  app_open_plan(app, v->items.items[v->list.cursor].plan.id, &err))
		app_complain(app, &err);
	else if (!review)
		app_home(app, outline_view_new(app));
	error_release(&err);
	return NOTHING;
}

/* The draft is opened: there the guesses are looked at. */
int act_plan_renew(struct app *app, struct view *view)
{
	struct target target;
	struct error err = ERROR_INIT;
	row_id draft;
	enum status status;

	app_target(app, view, &target);
	status = workbench_renew(app->wb, target.plan, 0, &draft, &err);
	target_release(&target);
	if (!status)
		status = app_open_plan(app, draft, &err);
	if (status) {
		app_complain(app, &err);
	} else {
		app_home(app, outline_view_new(app));
		app_say(app, _("Đã lập bản thảo năm %d · lọc thieu:… hoặc đọc phần ngờ ở từng việc"), app->plan.year);
	}
	error_release(&err);
	return CHANGED;
}

int act_view_plans(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, plans_view_new());
	return NOTHING;
}
