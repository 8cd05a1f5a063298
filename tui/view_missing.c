#include "tui/view_missing.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/missing.h"
#include "tui/picker.h"
#include "tui/view_agencies.h"
#include "tui/view_outline.h"

enum { HEAD_ROWS = 2, FOOT_ROWS = 3, PATH_COLUMN = 4, PATH_COLUMNS = 10, NARROW = 60, WHY_COLUMNS = 28 };

/* A line of the list: a row, or above the first of a kind the name of the kind. */
struct missing_line {
	int row;
	bool names_kind;
};

struct missing_view {
	struct view view;
	row_id plan;
	struct missing_list found;
	struct missing_line *lines;
	struct list list;
};

static struct missing_view *missing_view(struct view *view)
{
	return (struct missing_view *)view;
}

/* NULL on the name of a kind. */
static const struct lacking *row_at_cursor(const struct missing_view *v)
{
	if (!v->list.count || v->lines[v->list.cursor].names_kind)
		return NULL;
	return &v->found.rows.items[v->lines[v->list.cursor].row];
}

static int make_lines(struct missing_view *v)
{
	const struct lacking_list *rows = &v->found.rows;
	int count = 0;

	free(v->lines);
	v->lines = xcalloc(2 * rows->count + 1, sizeof *v->lines);
	for (size_t i = 0; i < rows->count; i++) {
		if (!i || rows->items[i].lack != rows->items[i - 1].lack)
			v->lines[count++] = (struct missing_line){ (int)i, true };
		v->lines[count++] = (struct missing_line){ (int)i, false };
	}
	return count;
}

static enum status missing_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct missing_view *v = missing_view(view);
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		status = workbench_missing(app->wb, v->plan, &v->found, err);
		v->list.count = make_lines(v);
	}
	list_fit(&v->list, v->list.count, rect.rows - HEAD_ROWS - FOOT_ROWS);
	return status;
}

static void missing_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&missing_view(view)->list, move);
}

/* --- drawing ------------------------------------------------------------ */

static void draw_row(const struct lacking *row, struct surface *surface, int line)
{
	int why = row->why && surface->columns >= NARROW ? WHY_COLUMNS : 0;
	int title = PATH_COLUMN + PATH_COLUMNS + 1;

	surface_text(surface, line, PATH_COLUMN, PATH_COLUMNS, STYLE_DIM, row->path ? row->path : "");
	surface_text(surface, line, title, surface->columns - 1 - title - (why ? why + 1 : 0), STYLE_NORMAL, row->title);
	if (why)
		surface_text(surface, line, surface->columns - 1 - why, why, STYLE_SOON, row->why);
}

static void draw_line(const struct missing_view *v, struct surface *surface, int line, int number)
{
	const struct lacking *row = &v->found.rows.items[v->lines[number].row];

	if (v->lines[number].names_kind) {
		char *name = xasprintf("%s (%d)", lack_label(row->lack), v->found.counts[row->lack]);

		surface_text(surface, line, 2, surface->columns - 3, STYLE_STRONG, name);
		free(name);
	} else {
		draw_row(row, surface, line);
	}
	if (number == v->list.cursor)
		surface_text(surface, line, 0, 1, STYLE_CURSOR, "▸");
}

static void draw_foot(const struct missing_view *v, struct surface *surface, int line)
{
	const struct lacking *row = row_at_cursor(v);

	surface_rule(surface, line, STYLE_DIM);
	if (!row)
		return;
	surface_text(surface, line + 1, 1, surface->columns - 2, STYLE_STRONG, row->title);
	if (row->why)
		surface_text(surface, line + 2, 1, surface->columns - 2, STYLE_SOON, row->why);
}

static void missing_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct missing_view *v = (const struct missing_view *)view;
	char *count = xasprintf(_("%zu chỗ%s"), v->found.rows.count, v->found.cut ? "+" : "");
	int width = viet_width(count, strlen(count));

	surface_text(surface, rect.row, 1, rect.columns - width - 4, STYLE_TITLE, _("Còn thiếu, còn chưa rõ"));
	surface_text_right(surface, rect.row, rect.columns - 1 - width, width, STYLE_TITLE, count);
	surface_text(surface, rect.row + 1, PATH_COLUMN, rect.columns - PATH_COLUMN - 1, STYLE_DIM,
		     _("Nhiệm vụ, cơ quan"));
	if (!v->list.count)
		surface_text(surface, rect.row + HEAD_ROWS, 2, rect.columns - 3, STYLE_DONE,
			     _("Không thiếu gì: việc nào cũng rõ ai làm, bao giờ xong, sản phẩm gì."));
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_line(v, surface, rect.row + HEAD_ROWS + i, v->list.top + i);
	draw_foot(v, surface, rect.row + rect.rows - FOOT_ROWS);
	free(count);
}

/* --- the view ----------------------------------------------------------- */

static void missing_target(const struct view *view, struct target *target)
{
	const struct lacking *row = row_at_cursor((const struct missing_view *)view);

	if (!row)
		return;
	target->agency = row->agency;
	if (row->task) {
		target->task = row->task;
		task_ids_add(&target->tasks, row->task);
	}
}

static void missing_free(struct view *view)
{
	struct missing_view *v = missing_view(view);

	missing_list_release(&v->found);
	free(v->lines);
	free(v);
}

static const struct view_ops missing_ops = {
	.title = N_("Còn thiếu, còn chưa rõ"),
	.context = CTX_MISSING,
	.move = missing_move,
	.update = missing_update,
	.draw = missing_draw,
	.target = missing_target,
	.free = missing_free,
};

struct view *missing_view_new(row_id plan)
{
	struct missing_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &missing_ops;
	v->view.stale = true;
	v->plan = plan;
	v->list.cursor = 1;	/* below the name of the first kind */
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

int act_view_missing(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, missing_view_new(app->plan.id));
	return NOTHING;
}

/* To the task in its plan, or to the body in the register. */
int act_missing_open(struct app *app, struct view *view)
{
	const struct lacking *row = row_at_cursor(missing_view(view));
	struct error err = ERROR_INIT;

	if (!row)
		return NOTHING;
	if (!row->task) {
		app->agency = row->agency;
		app_show(app, agencies_view_new());
	} else if (outline_view_open(app, app->plan.id, row->task, &err)) {
		app_complain(app, &err);
	}
	error_release(&err);
	return NOTHING;
}

/* The two rows that may be one body. */
struct pair {
	row_id first, second;
};

static enum status accept_kept(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	const struct pair *pair = context;
	enum status status = workbench_join_agencies(app->wb, ids[0] == pair->first ? pair->second : pair->first, ids[0], err);

	(void)count;
	if (!status)
		app_say(app, "%s", _("Đã gộp làm một · u để hoàn tác"));
	return status;
}

int act_missing_join(struct app *app, struct view *view)
{
	const struct lacking *row = row_at_cursor(missing_view(view));
	struct pair *pair;
	struct picker_spec spec = { .title = _("Giữ tên nào"), .accept = accept_kept, .release = free };
	struct picker_item first = { 0 }, second = { 0 };

	if (!row || !row->other) {
		app_say(app, "%s", _("Dòng này không phải hai cơ quan giống nhau."));
		return NOTHING;
	}
	pair = xcalloc(1, sizeof *pair);
	*pair = (struct pair){ row->agency, row->other };
	spec.context = pair;
	first = (struct picker_item){ .id = row->agency, .name = xstrdup(row->title) };
	second = (struct picker_item){ .id = row->other, .name = xstrdup(row->why) };
	picker_item_list_add(&spec.items, &first);
	picker_item_list_add(&spec.items, &second);
	app_push(app, picker_new(&spec));
	return NOTHING;
}
