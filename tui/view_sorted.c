#include "tui/view_sorted.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/sorted.h"
#include "tui/layout.h"
#include "tui/task_row.h"
#include "tui/view_outline.h"

enum { HEAD_ROWS = 2 };

/* A line of the list: a row, or above the first of a group the group's name. */
struct sorted_line {
	int row;
	bool names_group;
	int size;		/* of the group */
};

struct sorted_view {
	struct view view;
	row_id plan;
	char *filter;
	enum sort_order order;
	bool backward;
	struct sorted_rows found;
	struct sorted_line *lines;
	struct list list;
	struct task_ids picked;
	struct date today;
};

static struct sorted_view *sorted_view(struct view *view)
{
	return (struct sorted_view *)view;
}

/* NULL on the name of a group. */
static const struct sorted_row *row_at_cursor(const struct sorted_view *v)
{
	if (!v->list.count || v->lines[v->list.cursor].names_group)
		return NULL;
	return &v->found.rows.items[v->lines[v->list.cursor].row];
}

/* --- reading ------------------------------------------------------------- */

static bool begins_group(const struct sorted_row_list *rows, size_t at)
{
	return rows->items[at].group && (!at || strcmp(rows->items[at].group, rows->items[at - 1].group) != 0);
}

static int make_lines(struct sorted_view *v)
{
	const struct sorted_row_list *rows = &v->found.rows;
	struct sorted_line *group = NULL;
	int count = 0;

	free(v->lines);
	v->lines = xcalloc(2 * rows->count + 1, sizeof *v->lines);
	for (size_t i = 0; i < rows->count; i++) {
		if (begins_group(rows, i)) {
			group = &v->lines[count++];
			*group = (struct sorted_line){ (int)i, true, 0 };
		}
		if (group)
			group->size++;
		v->lines[count++] = (struct sorted_line){ (int)i, false, 0 };
	}
	return count;
}

/* The cursor stays on its task, wherever that went. */
static void find_cursor(struct sorted_view *v, row_id task)
{
	for (int i = 0; i < v->list.count; i++) {
		if (v->lines[i].names_group || v->found.rows.items[v->lines[i].row].task.task.id != task)
			continue;
		v->list.cursor = i;
		return;
	}
}

static enum status read_again(struct sorted_view *v, struct workbench *wb, struct error *err)
{
	const struct sorted_row *at = row_at_cursor(v);
	row_id task = at ? at->task.task.id : 0;
	struct filter filter = { 0 };
	enum status status = workbench_filter(wb, v->plan, v->filter, &filter, err);

	if (!status)
		status = workbench_sorted(wb, v->plan, &filter, v->order, v->backward, &v->found, err);
	v->today = clock_today();
	v->list.count = make_lines(v);
	if (task)
		find_cursor(v, task);
	filter_release(&filter);
	return status;
}

static enum status sorted_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct sorted_view *v = sorted_view(view);
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		status = read_again(v, app->wb, err);
	}
	list_fit(&v->list, v->list.count, rect.rows - HEAD_ROWS);
	return status;
}

static void sorted_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&sorted_view(view)->list, move);
}

/* --- drawing ------------------------------------------------------------ */

static void draw_line(const struct sorted_view *v, struct surface *surface, int line, int number, const struct task_columns *at)
{
	const struct sorted_line *what = &v->lines[number];
	const struct sorted_row *row = &v->found.rows.items[what->row];

	if (what->names_group) {
		char *name = xasprintf("%s (%d)", row->group, what->size);

		surface_text(surface, line, 2, surface->columns - 3, STYLE_STRONG, name);
		free(name);
	} else {
		draw_task_row(surface, line, at, &row->task, v->today, true);
		if (task_ids_has(&v->picked, row->task.task.id))
			draw_picked(surface, line, at);
	}
	if (number == v->list.cursor)
		draw_cursor(surface, line, at);
}

static void sorted_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct sorted_view *v = (const struct sorted_view *)view;
	struct task_columns at = layout_task_columns(rect.columns);
	char *title = xasprintf(v->backward ? _("Sắp theo %s, từ cuối") : _("Sắp theo %s"), sort_order_name(v->order));
	char *count = xasprintf(_("%zu nhiệm vụ%s"), v->found.rows.count, v->found.cut ? "+" : "");
	struct strbuf heads = STRBUF_INIT;
	int width = viet_width(count, strlen(count));

	surface_text(surface, rect.row, 1, rect.columns - width - 4, STYLE_TITLE, title);
	surface_text_right(surface, rect.row, rect.columns - 1 - width, width, STYLE_TITLE, count);
	if (*v->filter)
		strbuf_addf(&heads, _("Lọc «%s»"), v->filter);
	else
		strbuf_add_text(&heads, _("Nhiệm vụ"));
	if (v->picked.count)
		strbuf_addf(&heads, _(" · đã chọn %zu"), v->picked.count);
	draw_task_heads(surface, rect.row + 1, &at, heads.text);
	if (!v->list.count)
		surface_text(surface, rect.row + HEAD_ROWS, 3, rect.columns - 4, STYLE_DIM, _("Không có nhiệm vụ nào."));
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_line(v, surface, rect.row + HEAD_ROWS + i, v->list.top + i, &at);
	strbuf_release(&heads);
	free(count);
	free(title);
}

/* --- the view ----------------------------------------------------------- */

static void sorted_target(const struct view *view, struct target *target)
{
	const struct sorted_view *v = (const struct sorted_view *)view;
	const struct sorted_row *row = row_at_cursor(v);

	if (row)
		target->task = row->task.task.id;
	for (size_t i = 0; i < v->picked.count; i++)
		task_ids_add(&target->tasks, v->picked.items[i]);
	if (row && !v->picked.count)
		task_ids_add(&target->tasks, row->task.task.id);
}

/* Esc lets go of the picked rows first. */
static void sorted_back(struct view *view, struct app *app)
{
	struct sorted_view *v = sorted_view(view);

	if (v->picked.count)
		v->picked.count = 0;
	else
		app_remove(app, view);
}

static void sorted_free(struct view *view)
{
	struct sorted_view *v = sorted_view(view);

	sorted_rows_release(&v->found);
	task_ids_release(&v->picked);
	free(v->lines);
	free(v->filter);
	free(v);
}

static const struct view_ops sorted_ops = {
	.title = N_("Danh sách sắp xếp"),
	.context = CTX_SORTED,
	.move = sorted_move,
	.update = sorted_update,
	.draw = sorted_draw,
	.target = sorted_target,
	.back = sorted_back,
	.free = sorted_free,
};

struct view *sorted_view_new(row_id plan, const char *filter)
{
	struct sorted_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &sorted_ops;
	v->view.stale = true;
	v->plan = plan;
	v->filter = xstrdup(filter);
	v->list.cursor = 1;	/* below the name of the first group */
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

int act_view_sorted(struct app *app, struct view *view)
{
	struct view *outline = app_find(app, CTX_OUTLINE);
	const char *filter = outline ? outline_view_filter_text(outline) : "";
	struct sorted_view *sorted = sorted_view(sorted_view_new(app->plan.id, filter ? filter : ""));

	(void)view;
	sorted->order = (enum sort_order)app->preferences.chosen[PREFERENCE_ORDER];
	app_show(app, &sorted->view);
	return NOTHING;
}

/* The person's next time begins with the same order; that it cannot be kept now is no reason to complain. */
int act_sorted_order(struct app *app, struct view *view)
{
	struct sorted_view *v = sorted_view(view);

	v->order = (v->order + 1) % SORT_ORDERS;
	v->view.stale = true;
	app->preferences.chosen[PREFERENCE_ORDER] = v->order;
	workbench_keep_preference(app->wb, PREFERENCE_ORDER, v->order, NULL);
	return MOVED;
}

int act_sorted_turn(struct app *app, struct view *view)
{
	struct sorted_view *v = sorted_view(view);

	(void)app;
	v->backward = !v->backward;
	v->view.stale = true;
	return MOVED;
}

int act_sorted_open(struct app *app, struct view *view)
{
	const struct sorted_row *row = row_at_cursor(sorted_view(view));
	struct error err = ERROR_INIT;

	if (row && outline_view_open(app, app->plan.id, row->task.task.id, &err))
		app_complain(app, &err);
	error_release(&err);
	return NOTHING;
}

int act_sorted_pick(struct app *app, struct view *view)
{
	struct sorted_view *v = sorted_view(view);
	const struct sorted_row *row = row_at_cursor(v);

	(void)app;
	if (row && task_ids_has(&v->picked, row->task.task.id))
		task_ids_remove(&v->picked, row->task.task.id);
	else if (row)
		task_ids_add(&v->picked, row->task.task.id);
	list_move(&v->list, MOVE_DOWN);
	return MOVED;
}
