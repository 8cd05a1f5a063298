#include "tui/view_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/sheet.h"
#include "tui/act_record.h"
#include "tui/view_outline.h"

enum {
	HEAD_ROWS = 3, FOOT_ROWS = 4,
	DUE_COLUMNS = 10, STATE_COLUMNS = 28, NARROW_STATE = 15, NARROW = 60,
};

/* A line of the list: a row of the sheet, or above it the name of its plan. */
struct sheet_line {
	int row;
	bool names_plan;
};

struct sheet_view {
	struct view view;
	row_id agency;
	char *name;
	struct sheet sheet;
	struct sheet_line *lines;
	struct list list;
};

static struct sheet_view *sheet_view(struct view *view)
{
	return (struct sheet_view *)view;
}

static const struct sheet_row *row_at(const struct sheet_view *v, int line)
{
	return line < v->list.count ? &v->sheet.rows.items[v->lines[line].row] : NULL;
}

/* NULL on the name of a plan. */
static const struct sheet_row *row_at_cursor(const struct sheet_view *v)
{
	return v->list.count && !v->lines[v->list.cursor].names_plan ? row_at(v, v->list.cursor) : NULL;
}

/* --- what is shown ------------------------------------------------------ */

static int make_lines(struct sheet_view *v)
{
	const struct sheet_row_list *rows = &v->sheet.rows;
	int count = 0;

	free(v->lines);
	v->lines = xcalloc(2 * rows->count + 1, sizeof *v->lines);
	for (size_t i = 0; i < rows->count; i++) {
		if (!i || rows->items[i].plan != rows->items[i - 1].plan)
			v->lines[count++] = (struct sheet_line){ (int)i, true };
		v->lines[count++] = (struct sheet_line){ (int)i, false };
	}
	return count;
}

static enum status read_sheet(struct sheet_view *v, struct workbench *wb, struct error *err)
{
	struct agency agency = { 0 };
	enum status status = wb->store->agency_get(wb->store, v->agency, &agency, err);

	if (!status)
		status = workbench_sheet(wb, v->agency, (struct date){ 0 }, &v->sheet, err);
	if (!status) {
		replace_string(&v->name, agency.name);
		v->list.count = make_lines(v);
	}
	agency_release(&agency);
	return status;
}

static enum status sheet_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct sheet_view *v = sheet_view(view);
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		status = read_sheet(v, app->wb, err);
	}
	list_fit(&v->list, v->list.count, rect.rows - HEAD_ROWS - FOOT_ROWS);
	return status;
}

static void sheet_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&sheet_view(view)->list, move);
}

/* --- drawing ------------------------------------------------------------ */

/* The body's line in the table of how things stand. */
static void draw_figures(const struct sheet_view *v, struct surface *surface, int row)
{
	const struct standing_counts *c = &v->sheet.counts;
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, _("Xong %lld (trễ %lld) · trong hạn %lld · quá hạn %lld · không hạn: xong %lld, chưa %lld"),
		    c->done_in_time + c->done_late, c->done_late, c->open_in_time, c->open_overdue, c->undated_done, c->undated_open);
	if (c->suspended)
		strbuf_addf(&text, _(" · tạm hoãn %lld"), c->suspended);
	surface_text(surface, row, 1, surface->columns - 2, STYLE_NORMAL, text.text);
	strbuf_release(&text);
}

static void draw_title(const struct sheet_view *v, struct surface *surface, int row)
{
	const struct standing_counts *c = &v->sheet.counts;
	char *figures = xasprintf(_("%lld/%lld xong · %lld quá hạn"), standing_done(c), standing_total(c), c->open_overdue);
	int width = viet_width(figures, strlen(figures));

	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, v->name ? v->name : "");
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, figures);
	free(figures);
}

struct sheet_columns {
	struct span sign, path, title, due, state;
};

static struct sheet_columns lay_out(int columns)
{
	int state = columns < NARROW ? NARROW_STATE : STATE_COLUMNS;
	int due = columns < NARROW ? 0 : DUE_COLUMNS;
	int title = columns - 13 - state - 2 - (due ? due + 1 : 0);

	return (struct sheet_columns){
		.sign = { 2, 1 }, .path = { 4, 8 }, .title = { 13, title > 0 ? title : 0 }, .due = { columns - 1 - state - 1 - due, due },
		.state = { columns - 1 - state, state },
	};
}

static void draw_heads(struct surface *surface, int row, const struct sheet_columns *at)
{
	surface_span(surface, row, at->path, STYLE_DIM, _("Mã"));
	surface_span(surface, row, at->title, STYLE_DIM, _("Nhiệm vụ"));
	surface_span(surface, row, at->due, STYLE_DIM, _("Hạn"));
	surface_span(surface, row, at->state, STYLE_DIM, _("Tình trạng"));
}

static enum role_style style_of(enum matrix_state state)
{
	return state == MATRIX_OVERDUE ? STYLE_OVERDUE : state == MATRIX_DONE ? STYLE_DONE : STYLE_NORMAL;
}

static void draw_row(const struct sheet_row *row, struct surface *surface, int line, const struct sheet_columns *at)
{
	struct strbuf words = STRBUF_INIT, title = STRBUF_INIT;
	char day[DATE_TEXT];

	sheet_row_words(row, &words);
	strbuf_addf(&title, "%s%s%s", row->period ? row->period : "", row->period ? " " : "", row->title);
	surface_span(surface, line, at->sign, style_of(row->state), matrix_sign(row->state));
	surface_span(surface, line, at->path, STYLE_DIM, row->path);
	surface_span(surface, line, at->title, STYLE_NORMAL, title.text);
	if (date_is_set(row->due))
		surface_span(surface, line, at->due, STYLE_NORMAL, date_vietnamese(row->due, day));
	surface_span(surface, line, at->state, style_of(row->state), words.text);
	strbuf_release(&title);
	strbuf_release(&words);
}

static void draw_line(const struct sheet_view *v, struct surface *surface, int line, const struct sheet_columns *at, int number)
{
	const struct sheet_row *row = row_at(v, number);

	if (v->lines[number].names_plan) {
		char *name = xasprintf("%s · %s", row->plan_number, row->plan_title ? row->plan_title : "");

		surface_text(surface, line, 2, surface->columns - 3, STYLE_STRONG, name);
		free(name);
	} else {
		draw_row(row, surface, line, at);
	}
	if (number == v->list.cursor)
		surface_text(surface, line, 0, 1, STYLE_CURSOR, "▸");
}

static void draw_field(struct surface *surface, int row, const char *label, const char *value)
{
	int column = 1 + surface_text(surface, row, 1, surface->columns - 2, STYLE_DIM, label);

	surface_text(surface, row, column, surface->columns - 1 - column, STYLE_NORMAL, value ? value : "–");
}

static void draw_foot(const struct sheet_view *v, struct surface *surface, int line)
{
	const struct sheet_row *row = row_at_cursor(v);
	char *deadline;

	surface_rule(surface, line, STYLE_DIM);
	if (!row)
		return;
	deadline = xasprintf("%s%s%s", row->deadline ? row->deadline : "–", row->period ? " · " : "", row->period ? row->period : "");
	surface_text(surface, line + 1, 1, surface->columns - 2, STYLE_STRONG, row->title);
	draw_field(surface, line + 2, _("Thời hạn: "), deadline);
	draw_field(surface, line + 3, _("Minh chứng: "), row->evidence);
	free(deadline);
}

static void sheet_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct sheet_view *v = (const struct sheet_view *)view;
	struct sheet_columns at = lay_out(rect.columns);

	draw_title(v, surface, rect.row);
	draw_figures(v, surface, rect.row + 1);
	draw_heads(surface, rect.row + 2, &at);
	if (!v->list.count)
		surface_text(surface, rect.row + HEAD_ROWS, 2, rect.columns - 3, STYLE_DIM, _("Cơ quan này không phải làm phần việc nào."));
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_line(v, surface, rect.row + HEAD_ROWS + i, &at, v->list.top + i);
	draw_foot(v, surface, rect.row + rect.rows - FOOT_ROWS);
}

/* --- the view ----------------------------------------------------------- */

static void sheet_target(const struct view *view, struct target *target)
{
	const struct sheet_view *v = (const struct sheet_view *)view;
	const struct sheet_row *row = row_at_cursor(v);

	target->agency = v->agency;
	if (row) {
		target->task = row->task;
		target->period = row->period;
		task_ids_add(&target->tasks, row->task);
	}
}

static void sheet_free(struct view *view)
{
	struct sheet_view *v = sheet_view(view);

	sheet_release(&v->sheet);
	free(v->lines);
	free(v->name);
	free(v);
}

static const struct view_ops sheet_ops = {
	.title = N_("Phiếu của một cơ quan"),
	.context = CTX_SHEET,
	.move = sheet_move,
	.update = sheet_update,
	.draw = sheet_draw,
	.target = sheet_target,
	.free = sheet_free,
};

struct view *sheet_view_new(row_id agency)
{
	struct sheet_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &sheet_ops;
	v->view.stale = true;
	v->agency = agency;
	v->list.cursor = 1;	/* below the name of the first plan */
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

int act_agency_sheet(struct app *app, struct view *view)
{
	struct target target;

	app_target(app, view, &target);
	app_push(app, sheet_view_new(target.agency));
	target_release(&target);
	return NOTHING;
}

int act_sheet_mark(struct app *app, struct view *view)
{
	struct sheet_view *v = sheet_view(view);
	const struct sheet_row *row = row_at_cursor(v);
	struct done_mark mark = { .agency = v->agency, .period = row->period };
	struct task_ids tasks = { 0 };
	struct error err = ERROR_INIT;
	bool take_back = row->state == MATRIX_DONE;

	task_ids_add(&tasks, row->task);
	if (tasks_toggle(app, &tasks, &mark, take_back, &err))
		app_complain(app, &err);
	else
		app_say(app, _("%s: %s · u để hoàn tác"), take_back ? _("Đã bỏ đánh dấu") : _("Đã đánh dấu xong"), row->path);
	task_ids_release(&tasks);
	error_release(&err);
	return CHANGED;
}

int act_sheet_open(struct app *app, struct view *view)
{
	const struct sheet_row *row = row_at_cursor(sheet_view(view));
	struct error err = ERROR_INIT;

	if (outline_view_open(app, row->plan, row->task, &err))
		app_complain(app, &err);
	error_release(&err);
	return NOTHING;
}
