#include "tui/view_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/calendar.h"
#include "tui/view_outline.h"

enum {
	WEEKS = 6, DAYS = 7, HEAD_ROWS = 2, GRID_ROWS = HEAD_ROWS + WEEKS, LIST_ROW = GRID_ROWS + 2,
	QUARTER = 3, QUARTER_COLUMNS = 66,	/* three months side by side need so many */
	SHOWN_MOST = 60,			/* tasks of one day that are read */
	SIGN_WIDTH = 5, COUNT_WIDTH = 9,	/* cells so wide show where the cursor is, and counts */
};

struct calendar_view {
	struct view view;
	row_id plan;
	bool quarter;
	bool counted, late;
	struct date day, today;		/* under the cursor */
	struct calendar calendar;
	struct date read_day;		/* whose tasks are in `rows` */
	struct task_row_list rows;
};

static struct calendar_view *calendar_view(struct view *view)
{
	return (struct calendar_view *)view;
}

/* --- days --------------------------------------------------------------- */

static struct date month_of(struct date day, int later)
{
	int month = day.year * 12 + day.month - 1 + later;

	return date_make(month / 12, month % 12 + 1, 1);
}

/* The first month on the screen. */
static struct date first_month(const struct calendar_view *v)
{
	return v->quarter ? date_make(v->day.year, (v->day.month - 1) / QUARTER * QUARTER + 1, 1) : month_of(v->day, 0);
}

static struct date last_day(const struct calendar_view *v)
{
	return date_add_days(month_of(first_month(v), v->quarter ? QUARTER : 1), -1);
}

static bool holds(const struct calendar_view *v)
{
	return v->counted && !date_compare(v->calendar.from, first_month(v)) && !date_compare(v->calendar.to, last_day(v));
}

/* Papers have dates of four digits. */
static bool is_in_range(struct date day)
{
	return day.year >= 1900 && day.year <= 9998;
}

static void go(struct calendar_view *v, struct date day)
{
	if (is_in_range(day))
		v->day = day;
	v->late = v->late || !holds(v);
}

/* The same day of the month, or its last one. */
static struct date same_day(struct date day, int later)
{
	struct date month = month_of(day, later);
	int last = date_days_in_month(month.year, month.month);

	month.day = day.day < last ? day.day : last;
	return month;
}

/* --- reading ------------------------------------------------------------ */

static enum status read_tasks(struct calendar_view *v, struct store *store, struct error *err)
{
	size_t count;
	const struct calendar_item *items = calendar_day(&v->calendar, v->day, &count);
	enum status status = OK;

	task_row_list_clear(&v->rows);
	for (size_t i = 0; !status && i < count && i < SHOWN_MOST; i++) {
		struct task_row row = { 0 };

		status = store->task_row_get(store, items[i].task, &row, err);
		if (!status)
			task_row_list_add(&v->rows, &row);
	}
	v->read_day = v->day;
	return status;
}

static enum status calendar_rest(struct view *view, struct app *app, struct error *err)
{
	struct calendar_view *v = calendar_view(view);
	enum status status = OK;

	if (v->late) {
		status = workbench_calendar(app->wb, v->plan, first_month(v), last_day(v), &v->calendar, err);
		v->counted = !status;
		v->late = false;
		v->read_day = (struct date){ 0 };
	}
	if (!status && date_compare(v->read_day, v->day))
		status = read_tasks(v, app->wb->store, err);
	return status;
}

static enum status calendar_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct calendar_view *v = calendar_view(view);

	(void)rect;
	(void)err;
	if (view->stale) {
		view->stale = false;
		v->today = clock_today();
		v->late = true;
	}
	app->rest_due = app->rest_due || v->late || date_compare(v->read_day, v->day);
	return OK;
}

/* --- drawing ------------------------------------------------------------ */

static enum role_style style_of(const struct calendar_item *sum)
{
	return sum->overdue ? STYLE_OVERDUE : sum->open ? STYLE_NORMAL : sum->done ? STYLE_DONE : STYLE_DIM;
}

/* "!3 ·2 ✓4", as much of it as there is room for; appends. */
static void add_counts(const struct calendar_item *sum, struct strbuf *out)
{
	if (sum->overdue)
		strbuf_addf(out, " !%d", sum->overdue);
	if (sum->open)
		strbuf_addf(out, " ·%d", sum->open);
	if (sum->done)
		strbuf_addf(out, " ✓%d", sum->done);
}

static const char *sign_of(const struct calendar_item *sum)
{
	return sum->overdue ? "!" : sum->open ? "·" : sum->done ? "✓" : " ";
}

static void draw_day(const struct calendar_view *v, struct surface *surface, int row, struct span cell, struct date day)
{
	size_t count;
	const struct calendar_item *items = calendar_day(&v->calendar, day, &count);
	struct calendar_item sum = calendar_sum(items, v->counted ? count : 0);
	struct strbuf text = STRBUF_INIT;
	bool cursor = !date_compare(day, v->day), narrow = cell.width < SIGN_WIDTH;

	strbuf_addf(&text, "%2d", day.day);
	if (cell.width < COUNT_WIDTH)
		strbuf_add_text(&text, sign_of(&sum));
	else
		add_counts(&sum, &text);
	if (!narrow)
		surface_text(surface, row, cell.column, 1, cursor ? STYLE_CURSOR : STYLE_STRONG,
			     cursor ? "▸" : date_compare(day, v->today) ? "" : "›");
	surface_text(surface, row, cell.column + !narrow, cell.width - 1 - !narrow + narrow, style_of(&sum), text.text);
	if (cursor)
		surface_restyle(surface, (struct rect){ row, cell.column + !narrow, 1, 2 }, STYLE_CURSOR);
	if (cursor && narrow)
		surface_put_cursor(surface, row, cell.column);	/* no room for a sign, and not all terminals have colours */
	strbuf_release(&text);
}

static void draw_month(const struct calendar_view *v, struct surface *surface, int top, struct span span, struct date month)
{
	static const char *const heads[DAYS] = { "T2", "T3", "T4", "T5", "T6", "T7", "CN" };
	int width = span.width / DAYS, days = date_days_in_month(month.year, month.month);
	int before = date_weekday(month) - 1;

	for (int i = 0; i < DAYS; i++)
		surface_text(surface, top, span.column + i * width + (width >= SIGN_WIDTH), 2, STYLE_DIM, heads[i]);
	for (int i = 0; i < days; i++) {
		int place = before + i;
		struct span cell = { span.column + place % DAYS * width, width };

		draw_day(v, surface, top + 1 + place / DAYS, cell, date_make(month.year, month.month, i + 1));
	}
}

static void draw_title(const struct calendar_view *v, struct surface *surface, int row)
{
	struct calendar_item sum = calendar_sum(v->calendar.items, v->counted ? v->calendar.count : 0);
	struct date month = first_month(v);
	char *title = v->quarter ? xasprintf(_("Lịch hạn quý %d/%d"), (month.month + 2) / 3, month.year)
				 : xasprintf(_("Lịch hạn tháng %d/%d"), month.month, month.year);
	char *figures = v->counted && !v->late ? xasprintf(_("%d quá hạn · %d chưa xong · %d xong"), sum.overdue, sum.open, sum.done)
					       : xstrdup(_("đang đếm…"));
	int width = viet_width(figures, strlen(figures));

	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, title);
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, figures);
	free(figures);
	free(title);
}

static void draw_grid(const struct calendar_view *v, struct surface *surface, struct rect rect)
{
	int months = v->quarter && rect.columns >= QUARTER_COLUMNS ? QUARTER : 1;
	struct date month = months == 1 ? month_of(v->day, 0) : first_month(v);
	int width = (rect.columns - 2) / months;

	for (int i = 0; i < months; i++)
		draw_month(v, surface, rect.row + 1, (struct span){ 1 + i * width, width - (months > 1) }, month_of(month, i));
}

/* "II.1-2 Tên nhiệm vụ … !3 ✓4": the shares of a task that are due on the day. */
static void draw_task(struct surface *surface, int row, const struct task_row *task, const struct calendar_item *item)
{
	struct strbuf counts = STRBUF_INIT;
	char *path = xasprintf("%s-%d", task->section_path, task->task.position);
	int width;

	add_counts(item, &counts);
	width = viet_width(counts.text, counts.length);
	surface_text(surface, row, 2, 10, STYLE_DIM, path);
	surface_text(surface, row, 13, surface->columns - 15 - width, STYLE_NORMAL, task->task.title);
	surface_text(surface, row, surface->columns - 1 - width, width, style_of(item), counts.text);
	strbuf_release(&counts);
	free(path);
}

static void draw_tasks(const struct calendar_view *v, struct surface *surface, struct rect rect)
{
	size_t count;
	const struct calendar_item *items = calendar_day(&v->calendar, v->day, &count);
	int row = rect.row + LIST_ROW, end = rect.row + rect.rows;
	char day[DATE_TEXT];
	char *head = xasprintf(_("Hạn ngày %s: %zu nhiệm vụ"), date_vietnamese(v->day, day), v->counted ? count : 0);

	surface_rule(surface, rect.row + GRID_ROWS, STYLE_DIM);
	surface_text(surface, rect.row + GRID_ROWS + 1, 1, rect.columns - 2, STYLE_STRONG, head);
	free(head);
	if (date_compare(v->read_day, v->day))
		return;
	for (size_t i = 0; i < v->rows.count && i < count && row < end; i++)
		draw_task(surface, row++, &v->rows.items[i], &items[i]);
}

static void calendar_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct calendar_view *v = (const struct calendar_view *)view;

	draw_title(v, surface, rect.row);
	draw_grid(v, surface, rect);
	if (rect.rows > GRID_ROWS + 1)
		draw_tasks(v, surface, rect);
}

/* --- the view ----------------------------------------------------------- */

static void calendar_move(struct view *view, struct app *app, enum move move)
{
	struct calendar_view *v = calendar_view(view);

	(void)app;
	switch (move) {
	case MOVE_UP:
		go(v, date_add_days(v->day, -DAYS));
		break;
	case MOVE_DOWN:
		go(v, date_add_days(v->day, DAYS));
		break;
	case MOVE_PAGE_UP:
		go(v, same_day(v->day, -1));
		break;
	case MOVE_PAGE_DOWN:
		go(v, same_day(v->day, 1));
		break;
	case MOVE_HOME:
		go(v, month_of(v->day, 0));
		break;
	case MOVE_END:
		go(v, date_add_days(month_of(v->day, 1), -1));
		break;
	}
}

static void calendar_free(struct view *view)
{
	struct calendar_view *v = calendar_view(view);

	calendar_release(&v->calendar);
	task_row_list_release(&v->rows);
	free(v);
}

static const struct view_ops calendar_ops = {
	.title = N_("Lịch hạn"),
	.context = CTX_CALENDAR,
	.move = calendar_move,
	.update = calendar_update,
	.draw = calendar_draw,
	.rest = calendar_rest,
	.free = calendar_free,
};

struct view *calendar_view_new(row_id plan)
{
	struct calendar_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &calendar_ops;
	v->view.stale = true;
	v->plan = plan;
	v->day = clock_today();
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

int act_view_calendar(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, calendar_view_new(app->plan.id));
	return NOTHING;
}

static int step(struct view *view, struct date day)
{
	go(calendar_view(view), day);
	return MOVED;
}

int act_calendar_left(struct app *app, struct view *view)
{
	(void)app;
	return step(view, date_add_days(calendar_view(view)->day, -1));
}

int act_calendar_right(struct app *app, struct view *view)
{
	(void)app;
	return step(view, date_add_days(calendar_view(view)->day, 1));
}

static int months_of(const struct view *view)
{
	return ((const struct calendar_view *)view)->quarter ? QUARTER : 1;
}

int act_calendar_before(struct app *app, struct view *view)
{
	(void)app;
	return step(view, same_day(calendar_view(view)->day, -months_of(view)));
}

int act_calendar_after(struct app *app, struct view *view)
{
	(void)app;
	return step(view, same_day(calendar_view(view)->day, months_of(view)));
}

int act_calendar_today(struct app *app, struct view *view)
{
	(void)app;
	return step(view, calendar_view(view)->today);
}

int act_calendar_quarter(struct app *app, struct view *view)
{
	struct calendar_view *v = calendar_view(view);

	(void)app;
	v->quarter = !v->quarter;
	return step(view, v->day);
}

/* The outline shows what is due next on that day. */
int act_calendar_open(struct app *app, struct view *view)
{
	struct calendar_view *v = calendar_view(view);
	struct error err = ERROR_INIT;
	char iso[DATE_TEXT];
	char *filter = xasprintf("due:%s", date_iso(v->day, iso));
	size_t count;
	const struct calendar_item *items = calendar_day(&v->calendar, v->day, &count);

	if (!count)
		app_say(app, _("Ngày này không có phần việc nào đến hạn."));
	else if (count == 1 && outline_view_open(app, app->plan.id, items->task, &err))
		app_complain(app, &err);
	else if (count > 1) {
		app_show(app, NULL);
		if (outline_view_filter(app_find(app, CTX_OUTLINE), app, filter, &err))
			app_complain(app, &err);
	}
	error_release(&err);
	free(filter);
	return NOTHING;
}
