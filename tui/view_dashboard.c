#include "tui/view_dashboard.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/matrix.h"

enum { TABLE_ROWS = 5, HEAD_ROWS = TABLE_ROWS + 3, PERIODS = 6, FIGURES_COLUMN = 46 };

/* What the bars are of. */
enum part { PART_SECTION, PART_AGENCY, PART_MONTH, PART_PLAN, PART_TREND, PART_AREA, PART_COUNT };

static const struct {
	enum standing_by by;
	const char *label;
} parts[PART_COUNT] = {
	[PART_SECTION] = { STANDING_BY_SECTION, N_("mục") },
	[PART_AGENCY] = { STANDING_BY_AGENCY, N_("cơ quan") },
	[PART_MONTH] = { STANDING_BY_MONTH, N_("tháng của hạn") },
	[PART_PLAN] = { STANDING_BY_PLAN, N_("kế hoạch") },
	[PART_TREND] = { STANDING_WHOLE, N_("diễn biến") },
	[PART_AREA] = { STANDING_BY_AREA, N_("lĩnh vực") },
};

struct dashboard_view {
	struct view view;
	row_id plan;			/* the open one */
	bool all;			/* of all plans in force */
	enum part part;
	struct standing_table table;	/* its lines are the bars */
	bool counted;
	int wanted;			/* of the lines that come one by one, how many are not there yet */
	bool late;
	struct list list;
};

static struct dashboard_view *dashboard_view(struct view *view)
{
	return (struct dashboard_view *)view;
}

/* Sections are one plan's; of one plan there is no bar by plan. */
static bool is_offered(const struct dashboard_view *v, enum part part)
{
	return v->all ? part != PART_SECTION : part != PART_PLAN;
}

/* --- counting ----------------------------------------------------------- */

static enum status count(const struct dashboard_view *v, struct workbench *wb, struct date day, struct standing_table *table,
			 struct error *err)
{
	struct standing_query query = { .plan = v->all ? 0 : v->plan, .as_of = day, .by = parts[v->part].by };

	return workbench_standing(wb, &query, table, err);
}

/* The last day of the month that lies BACK months before that of DAY; 0: DAY itself. */
static struct date period_end(struct date day, int back)
{
	int month = day.year * 12 + day.month - 1 - back;

	return back ? date_month_end(month / 12, month % 12 + 1) : day;
}

/* How it stood at the end of one more month, the newest first: each is a count of everything. */
static enum status count_period(struct dashboard_view *v, struct workbench *wb, struct error *err)
{
	int back = PERIODS - v->wanted;
	struct standing_table then = { 0 };
	struct standing_line line = { 0 };
	char day[DATE_TEXT];
	enum status status = count(v, wb, period_end(clock_today(), back), &then, err);

	if (status)
		return status;
	line.label = xstrdup(date_vietnamese(then.as_of, day));
	line.counts = then.total;
	if (!back) {
		standing_table_release(&v->table);
		v->table.as_of = then.as_of;
		v->table.total = then.total;
	}
	standing_line_list_add(&v->table.lines, &line);
	v->wanted--;
	standing_table_release(&then);
	return OK;
}

static enum status dashboard_rest(struct view *view, struct app *app, struct error *err)
{
	struct dashboard_view *v = dashboard_view(view);
	enum status status;

	if (!v->late)
		return OK;
	if (v->part == PART_TREND)
		status = count_period(v, app->wb, err);
	else
		status = count(v, app->wb, (struct date){ 0 }, &v->table, err);
	v->counted = v->counted || !status;
	v->late = !status && v->part == PART_TREND && v->wanted;
	return status;
}

static enum status dashboard_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct dashboard_view *v = dashboard_view(view);

	(void)err;
	if (view->stale) {
		view->stale = false;
		v->late = true;
		v->wanted = PERIODS;
	}
	app->rest_due = app->rest_due || v->late;
	list_fit(&v->list, (int)v->table.lines.count, rect.rows - HEAD_ROWS);
	return OK;
}

static void dashboard_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&dashboard_view(view)->list, move);
}

/* --- the table ---------------------------------------------------------- */

static void draw_table_row(struct surface *surface, int row, const char *label, long long done, long long open, enum role_style style)
{
	char *text = xasprintf("%lld", done);

	surface_text(surface, row, 2, 11, STYLE_NORMAL, label);
	surface_text_right(surface, row, 12, 14, done ? STYLE_DONE : STYLE_NORMAL, text);
	free(text);
	text = xasprintf("%lld", open);
	surface_text_right(surface, row, 27, 16, open ? style : STYLE_NORMAL, text);
	free(text);
}

static void draw_table(const struct standing_counts *c, struct surface *surface, int row)
{
	surface_text_right(surface, row, 12, 14, STYLE_DIM, _("đã xong"));
	surface_text_right(surface, row, 27, 16, STYLE_DIM, _("chưa xong"));
	draw_table_row(surface, row + 1, _("trong hạn"), c->done_in_time, c->open_in_time, STYLE_NORMAL);
	draw_table_row(surface, row + 2, _("quá hạn"), c->done_late, c->open_overdue, STYLE_OVERDUE);
	draw_table_row(surface, row + 3, _("không hạn"), c->undated_done, c->undated_open, STYLE_NORMAL);
}

static void draw_figure(struct surface *surface, int row, const char *label, const char *value, enum role_style style)
{
	int column = FIGURES_COLUMN + surface_text(surface, row, FIGURES_COLUMN, surface->columns - FIGURES_COLUMN - 1, STYLE_NORMAL, label);

	surface_text(surface, row, column, surface->columns - 1 - column, style, value);
}

static void draw_number(struct surface *surface, int row, const char *label, long long number, enum role_style style)
{
	char *text = xasprintf("%lld", number);

	draw_figure(surface, row, label, text, number ? style : STYLE_NORMAL);
	free(text);
}

static void draw_share(struct surface *surface, int row, const char *label, struct share share)
{
	char percent[SHARE_TEXT];
	char *text = share.whole ? xasprintf("%lld/%lld = %s", share.part, share.whole, share_text(share, percent)) : xstrdup("–");

	draw_figure(surface, row, label, text, STYLE_STRONG);
	free(text);
}

static void draw_figures(const struct standing_counts *c, struct surface *surface, int row)
{
	draw_number(surface, row, _("Tổng số phần việc: "), standing_total(c), STYLE_STRONG);
	draw_share(surface, row + 1, _("Hoàn thành: "), standing_completion(c));
	draw_share(surface, row + 2, _("Đúng hạn: "), standing_punctuality(c));
	draw_number(surface, row + 3, _("Đến hạn trong 7 ngày: "), c->due_in_7, STYLE_SOON);
	if (c->suspended)
		draw_number(surface, row + 4, _("Tạm hoãn, không tính: "), c->suspended, STYLE_DIM);
}

/* --- bars --------------------------------------------------------------- */

static void draw_parts(const struct dashboard_view *v, struct surface *surface, int row)
{
	int column = 1 + surface_text(surface, row, 1, surface->columns - 2, STYLE_DIM, _("Theo: "));

	for (int part = 0; part < PART_COUNT; part++) {
		char *label;

		if (!is_offered(v, (enum part)part))
			continue;
		label = xasprintf((enum part)part == v->part ? "[%s] " : " %s  ", _(parts[part].label));
		column += surface_text(surface, row, column, surface->columns - 1 - column,
				       (enum part)part == v->part ? STYLE_STRONG : STYLE_DIM, label);
		free(label);
	}
	surface_text_right(surface, row - 1, 1, surface->columns - 2, STYLE_DIM, _("█ xong ! quá hạn ░ chưa xong"));
}

static long long largest(const struct standing_line_list *lines)
{
	long long most = 1;

	for (size_t i = 0; i < lines->count; i++) {
		long long total = standing_total(&lines->items[i].counts);

		most = total > most ? total : most;
	}
	return most;
}

/* Cells of a bar of COLUMNS for WHOLE; what is there at all takes one. */
static int cells_of(long long number, long long whole, int columns)
{
	int cells = (int)((2 * number * columns + whole) / (2 * whole));

	return number && !cells ? 1 : cells;
}

static int draw_cells(struct surface *surface, int row, int column, int end, int cells, const char *sign, enum role_style style)
{
	for (int i = 0; i < cells && column < end; i++)
		surface_text(surface, row, column++, 1, style, sign);
	return column;
}

/* The last of the parts fills what is left, so that lengths of equal totals are equal. */
static void draw_bar(struct surface *surface, int row, struct span span, const struct standing_counts *c, long long most)
{
	int length = cells_of(standing_total(c), most, span.width), end = span.column + length;
	int done = cells_of(standing_done(c), most, span.width), overdue = cells_of(c->open_overdue, most, span.width);
	int column = draw_cells(surface, row, span.column, end, done, "█", STYLE_DONE);

	column = draw_cells(surface, row, column, end, overdue, "!", STYLE_OVERDUE);
	if (standing_total(c) > standing_done(c) + c->open_overdue)
		draw_cells(surface, row, column, end, end - column, "░", STYLE_DIM);
}

/* What stands under no part. */
static const char *rest_of(enum part part)
{
	if (part == PART_AREA)
		return _("(chưa xếp lĩnh vực)");
	return part == PART_MONTH ? _("(không hạn)") : _("(chưa giao)");
}

static char *label_of(const struct dashboard_view *v, const struct standing_line *line)
{
	if (!*line->label)
		return xstrdup(rest_of(v->part));
	if (v->part == PART_SECTION || v->part == PART_PLAN)
		return xasprintf("%s %s", line->label, line->title ? line->title : "");
	return xstrdup(line->label);
}

static void draw_line(const struct dashboard_view *v, struct surface *surface, int row, int number, long long most)
{
	const struct standing_line *line = &v->table.lines.items[number];
	int figures = surface->columns < 60 ? 9 : 22, label_columns = surface->columns * 2 / 5 - 2;
	struct span bar = { 2 + label_columns + 1, surface->columns - 1 - figures - 1 - (2 + label_columns + 1) };
	char *label = label_of(v, line), *text = xasprintf("%lld/%lld", standing_done(&line->counts), standing_total(&line->counts));

	surface_text(surface, row, 2, label_columns, STYLE_NORMAL, label);
	draw_bar(surface, row, bar, &line->counts, most);
	surface_text_right(surface, row, surface->columns - 1 - figures, 9, STYLE_NORMAL, text);
	if (line->counts.open_overdue && figures > 9) {
		char *late = xasprintf(_("quá hạn %lld"), line->counts.open_overdue);

		surface_text_right(surface, row, surface->columns - 1 - figures + 9, figures - 9, STYLE_OVERDUE, late);
		free(late);
	}
	if (number == v->list.cursor)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	free(text);
	free(label);
}

static void draw_title(const struct dashboard_view *v, struct surface *surface, int row)
{
	char day[DATE_TEXT];
	char *text = v->counted ? xasprintf(_("số liệu đến ngày %s"), date_vietnamese(v->table.as_of, day)) : xstrdup(_("đang đếm…"));
	int width = viet_width(text, strlen(text));

	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE,
		     v->all ? _("Tổng quan các kế hoạch còn hiệu lực") : _("Tổng quan kế hoạch đang mở"));
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, text);
	free(text);
}

static void dashboard_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct dashboard_view *v = (const struct dashboard_view *)view;
	long long most = largest(&v->table.lines);

	draw_title(v, surface, rect.row);
	if (!v->counted)
		return;
	draw_table(&v->table.total, surface, rect.row + 1);
	draw_figures(&v->table.total, surface, rect.row + 1);
	draw_parts(v, surface, rect.row + HEAD_ROWS - 1);
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_line(v, surface, rect.row + HEAD_ROWS + i, v->list.top + i, most);
}

/* --- the view ----------------------------------------------------------- */

static void dashboard_target(const struct view *view, struct target *target)
{
	const struct dashboard_view *v = (const struct dashboard_view *)view;

	if (v->part == PART_AGENCY && v->list.cursor < (int)v->table.lines.count)
		target->agency = v->table.lines.items[v->list.cursor].id;
}

static void dashboard_free(struct view *view)
{
	standing_table_release(&dashboard_view(view)->table);
	free(view);
}

static const struct view_ops dashboard_ops = {
	.title = N_("Tổng quan"),
	.context = CTX_DASHBOARD,
	.move = dashboard_move,
	.update = dashboard_update,
	.draw = dashboard_draw,
	.rest = dashboard_rest,
	.target = dashboard_target,
	.free = dashboard_free,
};

struct view *dashboard_view_new(row_id plan)
{
	struct dashboard_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &dashboard_ops;
	v->view.stale = true;
	v->plan = plan;
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

/* Other bars: the lines of before mean something else. */
static int count_anew(struct dashboard_view *v)
{
	standing_line_list_clear(&v->table.lines);
	list_go(&v->list, 0);
	v->view.stale = true;
	return MOVED;
}

int act_dashboard_part(struct app *app, struct view *view)
{
	struct dashboard_view *v = dashboard_view(view);

	(void)app;
	do
		v->part = (enum part)((v->part + 1) % PART_COUNT);
	while (!is_offered(v, v->part));
	return count_anew(v);
}

int act_dashboard_scope(struct app *app, struct view *view)
{
	struct dashboard_view *v = dashboard_view(view);

	(void)app;
	v->all = !v->all;
	if (!is_offered(v, v->part))
		v->part = v->all ? PART_PLAN : PART_SECTION;
	return count_anew(v);
}

int act_view_dashboard(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, dashboard_view_new(app->plan.id));
	return NOTHING;
}
