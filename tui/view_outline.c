#include "tui/view_outline.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/detail.h"
#include "tui/layout.h"
#include "tui/outline.h"
#include "tui/task_row.h"
#include "tui/view_obligations.h"

enum {
	FIRST_ROWS = 40,	/* read before the size of the screen is known */
	PAGES = 5,		/* kept in memory */
	COUNT_MAX = 1000,	/* of tasks that answer the filter */
};

struct outline_view {
	struct view view;
	struct outline outline;
	struct list list;		/* counts the rows of the outline's window */
	struct filter filter;
	char *filter_text;		/* "" without a filter */
	int found;			/* tasks that answer it, at most COUNT_MAX */
	struct task_ids picked;
	char *title;			/* of the plan, with its number */
	struct progress progress;
	struct date today;
	struct detail detail;
};

static struct outline_view *outline_view(struct view *view)
{
	return (struct outline_view *)view;
}

static struct outline_row *row_at_cursor(const struct outline_view *v)
{
	return v->outline.count ? &v->outline.rows[v->list.cursor] : NULL;
}

static int page_rows(const struct outline_view *v)
{
	return v->list.rows > 1 ? v->list.rows : FIRST_ROWS;
}

/* --- the window follows the cursor -------------------------------------- */

static enum status read_ahead(struct outline_view *v, struct error *err)
{
	int page = page_rows(v), added, gone;
	enum status status;

	if (v->list.cursor + page < v->list.count || v->outline.whole_after)
		return OK;
	status = outline_extend(&v->outline, FORWARD, 2 * page, &added, err);
	if (status)
		return status;
	gone = outline_trim(&v->outline, BACKWARD, PAGES * page);
	v->list.cursor -= gone;
	v->list.top -= gone;
	list_fit(&v->list, (int)v->outline.count, v->list.rows);
	return OK;
}

static enum status read_back(struct outline_view *v, struct error *err)
{
	int page = page_rows(v), added;
	enum status status;

	if (v->list.cursor - page >= 0 || v->outline.whole_before)
		return OK;
	status = outline_extend(&v->outline, BACKWARD, 2 * page, &added, err);
	if (status)
		return status;
	outline_trim(&v->outline, FORWARD, PAGES * page);
	v->list.cursor += added;
	v->list.top += added;
	list_fit(&v->list, (int)v->outline.count, v->list.rows);
	return OK;
}

/* Read anew from SPOT, with the cursor there and some rows before it in sight. */
static enum status read_around(struct outline_view *v, struct outline_spot spot, struct error *err)
{
	int page = page_rows(v), added = 0;
	enum status status = outline_load(&v->outline, spot, 2 * page, err);

	if (!status)
		status = outline_extend(&v->outline, BACKWARD, page, &added, err);
	if (status)
		return status;
	v->list.cursor = added;
	v->list.top = added - page / 3;
	list_fit(&v->list, (int)v->outline.count, v->list.rows);
	return OK;
}

/*
 * Read the same rows again; the cursor stays on its row, or where that stood.
 * The window begins with the row on top of the screen, so that nothing moves.
 */
static enum status read_again(struct outline_view *v, struct error *err)
{
	struct outline_spot top = { 0 }, cursor = { 0 };
	bool is_task = false;
	row_id id = 0;
	enum status status;
	int at;

	if (v->outline.count) {
		top = outline_spot(&v->outline.rows[v->list.top]);
		cursor = outline_spot(row_at_cursor(v));
		is_task = row_at_cursor(v)->is_task;
		id = outline_row_id(row_at_cursor(v));
	}
	status = outline_load(&v->outline, top, page_rows(v) + 1, err);
	if (status)
		return status;
	v->outline.whole_before = !top.place.seq;
	at = outline_find(&v->outline, is_task, id);
	v->list.top = 0;
	v->list.cursor = at >= 0 ? at : outline_nearest(&v->outline, cursor.place);
	list_fit(&v->list, (int)v->outline.count, v->list.rows);
	return OK;
}

static enum status read_detail(struct outline_view *v, struct store *store, struct error *err)
{
	const struct outline_row *row = row_at_cursor(v);

	v->detail.late = false;
	detail_clear(&v->detail);
	if (!row)
		return OK;
	if (row->is_task)
		return detail_read_task(&v->detail, store, outline_row_id(row), v->today, err);
	return detail_read_section(&v->detail, store, outline_row_id(row), err);
}

static void show_error(struct app *app, enum status status, struct error *err)
{
	if (status)
		app_complain(app, err);
	error_release(err);
}

/* --- moving ------------------------------------------------------------- */

static enum status move_in_list(struct outline_view *v, enum move move, struct error *err)
{
	enum status status = OK;

	switch (move) {
	case MOVE_HOME:
		status = outline_load(&v->outline, (struct outline_spot){ 0 }, 2 * page_rows(v), err);
		v->outline.whole_before = true;
		break;
	case MOVE_END:
		status = outline_load_end(&v->outline, 2 * page_rows(v), err);
		break;
	case MOVE_DOWN:
	case MOVE_PAGE_DOWN:
		status = read_ahead(v, err);
		break;
	case MOVE_UP:
	case MOVE_PAGE_UP:
		status = read_back(v, err);
		break;
	}
	list_fit(&v->list, (int)v->outline.count, v->list.rows);
	list_move(&v->list, move);
	v->detail.late = true;
	return status;
}

static void outline_view_move(struct view *view, struct app *app, enum move move)
{
	struct outline_view *v = outline_view(view);
	struct error err = ERROR_INIT;

	if (!detail_move(&v->detail, move))
		show_error(app, move_in_list(v, move, &err), &err);
}

static void outline_view_detail(struct view *view, struct app *app)
{
	struct outline_view *v = outline_view(view);
	struct error err = ERROR_INIT;

	detail_turn(&v->detail);
	if (v->detail.late)
		show_error(app, read_detail(v, app->wb->store, &err), &err);
}

static enum status outline_view_rest(struct view *view, struct app *app, struct error *err)
{
	struct outline_view *v = outline_view(view);

	return v->detail.late ? read_detail(v, app->wb->store, err) : OK;
}

/* --- what is shown ------------------------------------------------------ */

static enum status read_totals(struct outline_view *v, struct store *store, struct error *err)
{
	enum status status = store->plan_progress(store, v->outline.plan, v->today, &v->progress, err);

	if (!status && v->outline.filter)
		status = store->task_count(store, v->outline.plan, v->outline.filter, COUNT_MAX, &v->found,
					   err);
	return status;
}

static enum status outline_view_update(struct view *view, struct app *app, struct rect rect,
				       struct error *err)
{
	struct outline_view *v = outline_view(view);
	struct list_panes panes = detail_panes_now(&v->detail, app, rect);
	enum status status = OK;

	v->detail.rect = panes.detail;
	v->list.rows = panes.list.rows;
	if (view->stale) {
		view->stale = false;
		v->today = clock_today();
		status = read_again(v, err);
		if (!status)
			status = read_totals(v, app->wb->store, err);
		if (!status)
			status = read_detail(v, app->wb->store, err);
	}
	list_fit(&v->list, (int)v->outline.count, panes.list.rows);
	if (!status && v->list.top + v->list.rows > v->list.count)
		status = read_ahead(v, err);
	if (!status && v->list.top + v->list.rows > v->list.count)
		status = read_back(v, err);
	return status;
}

static void draw_title(const struct outline_view *v, struct surface *surface, int row)
{
	struct strbuf text = STRBUF_INIT;
	int width;

	strbuf_addf(&text, _("%d/%d xong"), v->progress.done, v->progress.tasks);
	if (v->progress.overdue)
		strbuf_addf(&text, _(" · %d quá hạn"), v->progress.overdue);
	width = viet_width(text.text, text.length);
	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, v->title);
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, text.text);
	strbuf_release(&text);
}

static void draw_heads(const struct outline_view *v, struct surface *surface, int row,
		       const struct task_columns *at)
{
	struct strbuf text = STRBUF_INIT;

	if (v->outline.filter)
		strbuf_addf(&text,
			    v->found < COUNT_MAX ? _("Lọc «%s»: %d nhiệm vụ")
						 : _("Lọc «%s»: hơn %d nhiệm vụ"),
			    v->filter_text, v->found);
	else
		strbuf_add_text(&text, _("Mục / nhiệm vụ"));
	if (v->picked.count)
		strbuf_addf(&text, _(" · đã chọn %zu"), v->picked.count);
	draw_task_heads(surface, row, at, text.text);
	strbuf_release(&text);
}

static void draw_row(const struct outline_view *v, struct surface *surface, int row,
		     const struct task_columns *at,
		     int index)
{
	const struct outline_row *item = &v->outline.rows[index];

	if (item->is_task)
		draw_task_row(surface, row, at, &item->task, v->today, v->outline.filter != NULL);
	else
		draw_section_row(surface, row, at, &item->section, outline_is_folded(&v->outline,
										     item->place.seq));
	if (item->is_task && task_ids_has(&v->picked, outline_row_id(item)))
		draw_picked(surface, row, at);
	if (index == v->list.cursor)
		draw_cursor(surface, row, at);
}

static void draw_nothing(const struct outline_view *v, struct surface *surface, struct rect rect)
{
	surface_text(surface, rect.row, 3, rect.columns - 4, STYLE_DIM,
		     v->outline.filter ? _("Không có nhiệm vụ nào khớp; nhấn f để sửa bộ lọc, Esc để bỏ lọc.")
				       : _("Kế hoạch này chưa có mục nào."));
}

static void outline_view_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct outline_view *v = (const struct outline_view *)view;
	struct list_panes panes = detail_panes(&v->detail, rect);
	struct task_columns at = layout_task_columns(rect.columns);

	draw_title(v, surface, panes.title);
	draw_heads(v, surface, panes.heads, &at);
	if (!v->outline.count)
		draw_nothing(v, surface, panes.list);
	for (int i = 0; i < panes.list.rows && v->list.top + i < v->list.count; i++)
		draw_row(v, surface, panes.list.row + i, &at, v->list.top + i);
	detail_draw(&v->detail, surface, &panes);
}

/* --- acted on ----------------------------------------------------------- */

static void outline_view_target(const struct view *view, struct target *target)
{
	const struct outline_view *v = (const struct outline_view *)view;
	const struct outline_row *row = row_at_cursor(v);

	if (row) {
		target->section = outline_spot(row).section;
		target->task = row->is_task ? outline_row_id(row) : 0;
	}
	for (size_t i = 0; i < v->picked.count; i++)
		task_ids_add(&target->tasks, v->picked.items[i]);
	if (!v->picked.count && target->task)
		task_ids_add(&target->tasks, target->task);
}

void outline_view_unpick(struct view *view)
{
	outline_view(view)->picked.count = 0;
}

static void drop_filter(struct outline_view *v)
{
	v->outline.filter = NULL;
	filter_release(&v->filter);
	replace_string(&v->filter_text, "");
}

enum status outline_view_filter(struct view *view, struct app *app, const char *text, struct error *err)
{
	struct outline_view *v = outline_view(view);
	struct filter filter = { 0 };
	bool any = text[strspn(text, " ")] != '\0';
	enum status status = any ? workbench_filter(app->wb, v->outline.plan, text, &filter, err) : OK;

	if (status)
		return status;
	drop_filter(v);
	v->filter = filter;
	v->outline.filter = any ? &v->filter : NULL;
	replace_string(&v->filter_text, text);
	outline_trim(&v->outline, FORWARD, 0);	/* begin at the first task found */
	view->stale = true;
	return OK;
}

const char *outline_view_filter_text(const struct view *view)
{
	return ((const struct outline_view *)view)->filter_text;
}

enum status outline_view_go(struct view *view, struct app *app, row_id task, struct error *err)
{
	struct outline_view *v = outline_view(view);
	struct task_row row = { 0 };
	enum status status = app->wb->store->task_row_get(app->wb->store, task, &row, err);

	if (!status) {
		drop_filter(v);
		outline_reveal(&v->outline, row.place.seq);
		status = read_around(v, (struct outline_spot){ row.place, row.task.section_id }, err);
		view->stale = true;
	}
	task_row_release(&row);
	return status;
}

/* Esc leads out of the detail, then of the picked rows, then of the filter, and only then of the view. */
static void outline_view_back(struct view *view, struct app *app)
{
	struct outline_view *v = outline_view(view);
	struct outline_row *row = row_at_cursor(v);
	struct error err = ERROR_INIT;

	if (v->detail.reading) {
		detail_turn(&v->detail);
	} else if (v->picked.count) {
		outline_view_unpick(view);
	} else if (v->outline.filter && row) {
		show_error(app, outline_view_go(view, app, outline_row_id(row), &err), &err);
	} else if (v->outline.filter) {
		drop_filter(v);
		view->stale = true;
	} else if (app->depth > 1) {
		app_remove(app, view);
	} else {
		app_say(app, _("Đây là màn hình đầu; nhấn F10 để thoát chương trình."));
	}
}

static void outline_view_free(struct view *view)
{
	struct outline_view *v = outline_view(view);

	drop_filter(v);
	free(v->filter_text);
	outline_release(&v->outline);
	task_ids_release(&v->picked);
	detail_release(&v->detail);
	free(v->title);
	free(v);
}

static const struct view_ops outline_ops = {
	.title = N_("Kế hoạch"),
	.context = CTX_OUTLINE,
	.move = outline_view_move,
	.detail = outline_view_detail,
	.update = outline_view_update,
	.draw = outline_view_draw,
	.rest = outline_view_rest,
	.target = outline_view_target,
	.back = outline_view_back,
	.free = outline_view_free,
};

struct view *outline_view_new(struct app *app)
{
	struct outline_view *v = xcalloc(1, sizeof *v);
	const struct plan *plan = &app->plan;

	v->view.ops = &outline_ops;
	outline_init(&v->outline, app->wb->store, plan->id);
	v->filter_text = xstrdup("");
	v->title = plan->number ? xasprintf("%s · %s", plan->number, plan->title ? plan->title : plan->type)
				: xstrdup(plan->title ? plan->title : plan->type);
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

static void after_fold(struct outline_view *v, enum status status, struct app *app, struct error *err)
{
	v->view.stale = true;
	show_error(app, status, err);
}

/* The row of the section that holds the one under the cursor, reading back to it where it is far. */
static enum status go_to_parent(struct outline_view *v, struct app *app, struct error *err)
{
	const struct outline_row *row = row_at_cursor(v);
	row_id parent = row->is_task ? row->task.task.section_id : row->section.section.parent_id;
	struct section section = { 0 };
	enum status status;
	int at;

	if (!parent)
		return OK;
	at = outline_find(&v->outline, false, parent);
	if (at >= 0) {
		list_go(&v->list, at);
		v->detail.late = true;
		return OK;
	}
	status = app->wb->store->section_get(app->wb->store, parent, &section, err);
	if (!status)
		status = read_around(v, (struct outline_spot){ { section.seq, 0 }, section.id }, err);
	v->detail.late = true;
	section_release(&section);
	return status;
}

int act_fold(struct app *app, struct view *view)
{
	struct outline_view *v = outline_view(view);
	const struct outline_row *row = row_at_cursor(v);
	struct error err = ERROR_INIT;

	if (!row || v->outline.filter)
		return NOTHING;
	if (row->is_task || outline_is_folded(&v->outline, row->place.seq))
		show_error(app, go_to_parent(v, app, &err), &err);
	else
		after_fold(v, outline_fold(&v->outline, &row->section.section, &err), app, &err);
	return MOVED;
}

int act_unfold(struct app *app, struct view *view)
{
	struct outline_view *v = outline_view(view);
	const struct outline_row *row = row_at_cursor(v);

	(void)app;
	if (row && !row->is_task && outline_is_folded(&v->outline, row->place.seq)) {
		outline_unfold(&v->outline, row->place.seq);
		view->stale = true;
	}
	return NOTHING;
}

int act_pick(struct app *app, struct view *view)
{
	struct outline_view *v = outline_view(view);
	row_id task = outline_row_id(row_at_cursor(v));

	if (task_ids_has(&v->picked, task))
		task_ids_remove(&v->picked, task);
	else
		task_ids_add(&v->picked, task);
	outline_view_move(view, app, MOVE_DOWN);
	return MOVED;
}

/* Enter shows more: the share of each body, the whole words of a task, what a section holds. */
int act_task_open(struct app *app, struct view *view)
{
	const struct outline_row *row = row_at_cursor(outline_view(view));

	if (!row)
		return NOTHING;
	if (row->is_task && row->task.task.obligations > 1)
		app_push(app, obligations_view_new(outline_row_id(row), row->task.task.obligations));
	else if (row->is_task)
		return act_detail(app, view);
	else if (outline_is_folded(&outline_view(view)->outline, row->place.seq))
		return act_unfold(app, view);
	else
		return act_fold(app, view);
	return NOTHING;
}

int act_view_outline(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, NULL);
	return NOTHING;
}

enum status outline_view_open(struct app *app, row_id plan, row_id task, struct error *err)
{
	struct view *outline = plan == app->plan.id ? app_find(app, CTX_OUTLINE) : NULL;
	enum status status = outline ? OK : app_open_plan(app, plan, err);

	if (!status && outline)
		app_show(app, NULL);
	else if (!status)
		app_home(app, outline_view_new(app));
	return status ? status : outline_view_go(app_find(app, CTX_OUTLINE), app, task, err);
}
