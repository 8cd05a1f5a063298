#include "tui/view_journal.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/job.h"

enum { PAGE = 100, AT_COLUMN = 2, AT_COLUMNS = 16, WHO_COLUMN = 19, WHO_COLUMNS = 10, WHAT_COLUMN = 30 };

struct journal_view {
	struct view view;
	row_id plan, task;
	char *title;
	struct change_list items;
	bool whole;		/* there is nothing older */
	struct list list;
};

static struct journal_view *journal_view(struct view *view)
{
	return (struct journal_view *)view;
}

static enum status read_older(struct journal_view *v, struct store *store, struct error *err)
{
	row_id before = v->items.count ? v->items.items[v->items.count - 1].id : 0;
	struct change_list older = { 0 };
	enum status status = store->journal(store, v->plan, v->task, before, PAGE, false, &older, err);

	if (!status)
		v->whole = older.count < PAGE;
	for (size_t i = 0; i < older.count; i++)
		change_list_add(&v->items, &older.items[i]);
	change_list_release(&older);
	return status;
}

static enum status journal_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct journal_view *v = journal_view(view);
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		v->whole = false;
		change_list_clear(&v->items);
	}
	while (!status && !v->whole && v->list.cursor + rect.rows >= (int)v->items.count)
		status = read_older(v, app->wb->store, err);
	list_fit(&v->list, (int)v->items.count, rect.rows - 2);
	return status;
}

static void journal_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&journal_view(view)->list, move);
}

static void draw_change(const struct change *change, struct surface *surface, int row, bool cursor)
{
	char at[TIME_LOCAL_TEXT];
	char *what = xasprintf("%s%s", change->summary ? change->summary : change->action,
			       change->undone_by ? _(" (đã hoàn tác)") : "");
	enum role_style style = change->undone_by ? STYLE_DIM : STYLE_NORMAL;
	int what_column = surface->columns >= 60 ? WHAT_COLUMN : WHO_COLUMN;

	surface_text(surface, row, AT_COLUMN, AT_COLUMNS, cursor ? STYLE_CURSOR : STYLE_DIM,
		     time_vietnamese(change->at, at));
	if (what_column > WHO_COLUMN)
		surface_text(surface, row, WHO_COLUMN, WHO_COLUMNS, STYLE_STRONG, change->who);
	surface_text(surface, row, what_column, surface->columns - 1 - what_column, style, what);
	if (cursor)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	free(what);
}

static void journal_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct journal_view *v = (const struct journal_view *)view;

	surface_text(surface, rect.row, 1, rect.columns - 2, STYLE_TITLE, v->title);
	if (!v->items.count)
		surface_text(surface, rect.row + 2, AT_COLUMN, rect.columns - 3, STYLE_DIM,
			     _("Chưa có thay đổi nào."));
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_change(&v->items.items[v->list.top + i], surface, rect.row + 2 + i,
			    v->list.top + i == v->list.cursor);
}

static void journal_free(struct view *view)
{
	struct journal_view *v = journal_view(view);

	change_list_release(&v->items);
	free(v->title);
	free(v);
}

static const struct view_ops journal_ops = {
	.title = N_("Nhật ký"),
	.context = CTX_JOURNAL,
	.move = journal_move,
	.update = journal_update,
	.draw = journal_draw,
	.free = journal_free,
};

struct view *journal_view_new(row_id plan, row_id task, const char *title)
{
	struct journal_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &journal_ops;
	v->plan = plan;
	v->task = task;
	v->title = xstrdup(title);
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

int act_task_journal(struct app *app, struct view *view)
{
	struct task_ids one = { 0 };
	struct target target;
	char *name, *title;

	app_target(app, view, &target);
	task_ids_add(&one, target.task);
	name = tasks_name(app, &one);
	title = xasprintf(_("Nhật ký của %s"), name);
	app_push(app, journal_view_new(target.plan, target.task, title));
	free(title);
	free(name);
	task_ids_release(&one);
	target_release(&target);
	return NOTHING;
}

int act_view_journal(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, journal_view_new(app->plan.id, 0, _("Nhật ký của kế hoạch")));
	return NOTHING;
}
