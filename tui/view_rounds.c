#include "tui/view_rounds.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/rounds.h"

enum { NAME_COLUMN = 2, CELL_COLUMNS = 13, NAME_LEAST = 14, NAME_MOST = 40, DETAIL_ROWS = 3 };

struct rounds_view {
	struct view view;
	struct rounds rounds;
	row_id *bodies;			/* the rows of the grid: agencies, each once */
	const struct obligation **named;	/* of each: one of its rows, for the name; of `rounds` */
	int year;
	struct list list;		/* of bodies */
	struct list across;		/* of periods: `rows` is how many columns fit */
};

static struct rounds_view *rounds_view(struct view *view)
{
	return (struct rounds_view *)view;
}

/* --- reading ------------------------------------------------------------ */

static void list_bodies(struct rounds_view *v)
{
	const struct round_row_list *rows = &v->rounds.rows;
	int count = 0;

	free(v->bodies);
	free(v->named);
	v->bodies = xcalloc(rows->count, sizeof *v->bodies);
	v->named = xcalloc(rows->count, sizeof *v->named);
	for (size_t i = 0; i < rows->count; i++) {
		int at = 0;

		while (at < count && v->bodies[at] != rows->items[i].obligation.agency_id)
			at++;
		if (at < count)
			continue;
		v->bodies[count] = rows->items[i].obligation.agency_id;
		v->named[count++] = &rows->items[i].obligation;
	}
	v->list.count = count;
}

static enum status read_year(struct rounds_view *v, struct app *app, struct error *err)
{
	struct period_list periods = { 0 };
	struct store *store = app->wb->store;
	enum status status = v->year ? OK : store->periods(store, app->plan.id, &periods, err);

	if (!status && !v->year)
		v->year = rounds_year(&periods, clock_today());
	period_list_release(&periods);
	return status;
}

static int name_columns(const struct rounds_view *v, int columns)
{
	int room = columns - NAME_COLUMN - 1 - CELL_COLUMNS * (int)v->rounds.periods.count;

	return room < NAME_LEAST ? NAME_LEAST : room > NAME_MOST ? NAME_MOST : room;
}

/* How many fit; one is shown on any screen. */
static int period_columns(const struct rounds_view *v, int columns)
{
	int fit = (columns - NAME_COLUMN - 1 - name_columns(v, columns)) / CELL_COLUMNS;

	return fit > 1 ? fit : 1;
}

static enum status rounds_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct rounds_view *v = rounds_view(view);
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		status = read_year(v, app, err);
		if (!status)
			status = workbench_rounds(app->wb, app->plan.id, 0, v->year, &v->rounds, err);
		if (!status)
			list_bodies(v);
	}
	list_fit(&v->list, v->list.count, rect.rows - 2 - DETAIL_ROWS);
	list_fit(&v->across, (int)v->rounds.periods.count, period_columns(v, rect.columns));
	return status;
}

static void rounds_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&rounds_view(view)->list, move);
}

/* --- drawing ------------------------------------------------------------ */

static const char *body_name(const struct obligation *of)
{
	return of->agency_name ? of->agency_name : _("chưa giao cơ quan nào");
}

/* "✓ 18/9", "✓ trễ 3", "! trễ 12", "· 20/12"; of several works "1/2" first. */
static enum role_style cell_words(const struct round_cell *cell, struct strbuf *out)
{
	bool received = cell->owed && cell->received == cell->owed;

	if (!cell->owed)
		return STYLE_DIM;
	strbuf_add_text(out, received ? "✓ " : cell->missing ? "! " : "· ");
	if (cell->owed > 1 && !received)
		strbuf_addf(out, "%zu/%zu ", cell->received, cell->owed);
	if (cell->days_late && (received || cell->missing))
		strbuf_addf(out, _("trễ %d"), cell->days_late);
	else if (received && date_is_set(cell->received_on))
		strbuf_addf(out, "%d/%d", cell->received_on.day, cell->received_on.month);
	else if (!received && date_is_set(cell->due))
		strbuf_addf(out, "%d/%d", cell->due.day, cell->due.month);
	return received ? STYLE_DONE : cell->missing ? STYLE_OVERDUE : STYLE_NORMAL;
}

static void draw_cell(const struct rounds_view *v, struct surface *surface, int row, int column, int body, int period)
{
	struct round_cell cell = rounds_cell(&v->rounds, v->bodies[body], (size_t)period);
	bool cursor = body == v->list.cursor && period == v->across.cursor;
	struct strbuf words = STRBUF_INIT;
	enum role_style style = cell_words(&cell, &words);

	surface_text(surface, row, column, CELL_COLUMNS - 1, style, words.text ? words.text : "");
	if (cursor)
		surface_restyle(surface, (struct rect){ row, column, 1, CELL_COLUMNS - 1 }, STYLE_CURSOR);
	strbuf_release(&words);
}

static int shown_periods(const struct rounds_view *v)
{
	int behind = v->across.count - v->across.top;

	return behind < v->across.rows ? behind : v->across.rows;
}

static void draw_body(const struct rounds_view *v, struct surface *surface, int row, int columns, int body)
{
	int name = name_columns(v, columns);

	surface_text(surface, row, NAME_COLUMN, name - 1, STYLE_NORMAL, body_name(v->named[body]));
	if (body == v->list.cursor)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	for (int i = 0; i < shown_periods(v); i++)
		draw_cell(v, surface, row, NAME_COLUMN + name + i * CELL_COLUMNS, body, v->across.top + i);
}

/* How much of the year's work came, in all cells. */
static void draw_title(const struct rounds_view *v, struct surface *surface, int row)
{
	size_t received = 0, missing = 0;
	char *title = v->year ? xasprintf(_("Kỳ báo cáo năm %d"), v->year) : xstrdup(_("Kỳ báo cáo"));
	char *counts;
	int width;

	for (size_t i = 0; i < v->rounds.rows.count; i++) {
		received += v->rounds.rows.items[i].obligation.state == OBLIGATION_DONE;
		missing += receipt_of(&v->rounds.rows.items[i].obligation, v->rounds.day) == RECEIPT_MISSING;
	}
	counts = xasprintf(_("%zu/%zu đã nhận · %zu thiếu"), received, v->rounds.rows.count, missing);
	width = viet_width(counts, strlen(counts));
	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, title);
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, counts);
	free(counts);
	free(title);
}

/* The names of bodies and of periods stay where they are while the grid moves. */
static void draw_heads(const struct rounds_view *v, struct surface *surface, int row, int columns)
{
	int name = name_columns(v, columns);

	surface_text(surface, row, NAME_COLUMN, name - 1, STYLE_DIM, _("Cơ quan"));
	for (int i = 0; i < shown_periods(v); i++)
		surface_text(surface, row, NAME_COLUMN + name + i * CELL_COLUMNS, CELL_COLUMNS - 1, STYLE_STRONG,
			     v->rounds.periods.items[v->across.top + i].key);
	if (v->across.top > 0)
		surface_text(surface, row, NAME_COLUMN + name - 2, 1, STYLE_DIM, "<");
	if (v->across.top + v->across.rows < v->across.count)
		surface_text(surface, row, columns - 1, 1, STYLE_DIM, ">");
}

static void describe_period(const struct period *period, struct strbuf *out)
{
	char first[DATE_TEXT], last[DATE_TEXT], due[DATE_TEXT];

	strbuf_addf(out, _("%s: số liệu từ %s đến %s"), period->label, date_vietnamese(period->first, first),
		    date_vietnamese(period->last, last));
	if (period->cumulative)
		strbuf_add_text(out, _(" (lũy kế)"));
	if (date_is_set(period->due))
		strbuf_addf(out, _(", gửi chậm nhất ngày %s"), date_vietnamese(period->due, due));
}

/* "III-1 qua SNV" of each work in the cell. */
static void describe_works(const struct rounds_view *v, struct strbuf *out)
{
	for (size_t i = 0; i < v->rounds.rows.count; i++) {
		const struct round_row *row = &v->rounds.rows.items[i];

		if (row->obligation.agency_id != v->bodies[v->list.cursor] || (int)row->period != v->across.cursor)
			continue;
		strbuf_addf(out, " · %s", row->task_path);
		if (row->via)
			strbuf_addf(out, _(" qua %s"), row->via);
		if (row->obligation.evidence)
			strbuf_addf(out, " (%s)", row->obligation.evidence);
	}
}

static void draw_detail(const struct rounds_view *v, struct surface *surface, int row)
{
	struct round_cell cell = rounds_cell(&v->rounds, v->bodies[v->list.cursor], (size_t)v->across.cursor);
	struct strbuf period = STRBUF_INIT, body = STRBUF_INIT;

	describe_period(&v->rounds.periods.items[v->across.cursor], &period);
	strbuf_addf(&body, "%s: ", body_name(v->named[v->list.cursor]));
	round_cell_words(&cell, &body);
	describe_works(v, &body);
	surface_rule(surface, row, STYLE_DIM);
	surface_text(surface, row + 1, 1, surface->columns - 2, STYLE_NORMAL, period.text);
	surface_text(surface, row + 2, 1, surface->columns - 2, STYLE_NORMAL, body.text);
	strbuf_release(&period);
	strbuf_release(&body);
}

static void rounds_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct rounds_view *v = (const struct rounds_view *)view;

	draw_title(v, surface, rect.row);
	if (!v->list.count || !v->across.count) {
		surface_paragraph(surface, (struct rect){ rect.row + 2, 2, rect.rows - 2, rect.columns - 3 }, STYLE_DIM,
				  _("Chưa có phần việc nào theo kỳ. Nhấn n để mở các kỳ của năm cho những nhiệm vụ định kỳ."));
		return;
	}
	draw_heads(v, surface, rect.row + 1, rect.columns);
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_body(v, surface, rect.row + 2 + i, rect.columns, v->list.top + i);
	if (rect.rows > 2 + DETAIL_ROWS)
		draw_detail(v, surface, rect.row + rect.rows - DETAIL_ROWS);
}

/* --- the view ----------------------------------------------------------- */

static void rounds_free(struct view *view)
{
	struct rounds_view *v = rounds_view(view);

	rounds_release(&v->rounds);
	free(v->bodies);
	free(v->named);
	free(v);
}

static const struct view_ops rounds_ops = {
	.title = N_("Kỳ báo cáo"),
	.context = CTX_ROUNDS,
	.move = rounds_move,
	.update = rounds_update,
	.draw = rounds_draw,
	.free = rounds_free,
};

struct view *rounds_view_new(void)
{
	struct rounds_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &rounds_ops;
	v->view.stale = true;
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

int act_view_rounds(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, rounds_view_new());
	return NOTHING;
}

int act_round_before(struct app *app, struct view *view)
{
	(void)app;
	list_move(&rounds_view(view)->across, MOVE_UP);
	return NOTHING;
}

int act_round_after(struct app *app, struct view *view)
{
	(void)app;
	list_move(&rounds_view(view)->across, MOVE_DOWN);
	return NOTHING;
}

/* The works of the cell under the cursor. */
static void add_works(const struct rounds_view *v, struct task_ids *tasks)
{
	for (size_t i = 0; v->list.count && i < v->rounds.rows.count; i++) {
		const struct round_row *row = &v->rounds.rows.items[i];

		if (row->obligation.agency_id == v->bodies[v->list.cursor] && (int)row->period == v->across.cursor)
			task_ids_add(tasks, row->obligation.task_id);
	}
}

static enum status mark_cell(struct rounds_view *v, struct app *app, const struct task_ids *tasks, bool *taken_back,
			     struct error *err)
{
	row_id body = v->bodies[v->list.cursor];
	struct round_cell cell = rounds_cell(&v->rounds, body, (size_t)v->across.cursor);
	struct done_mark mark = { .agency = body, .period = v->rounds.periods.items[v->across.cursor].key };
	size_t changed;

	*taken_back = cell.received == cell.owed;
	return *taken_back ? workbench_take_back(app->wb, tasks, &mark, &changed, err)
			   : workbench_mark_done(app->wb, tasks, &mark, &changed, err);
}

/* One stroke an agency: the cursor goes on to the next. */
int act_round_receive(struct app *app, struct view *view)
{
	struct rounds_view *v = rounds_view(view);
	struct task_ids tasks = { 0 };
	struct error err = ERROR_INIT;
	bool taken_back;

	add_works(v, &tasks);
	if (!tasks.count) {
		app_say(app, _("Cơ quan này không nợ gì trong kỳ đó."));
	} else if (mark_cell(v, app, &tasks, &taken_back, &err)) {
		app_complain(app, &err);
	} else {
		app_say(app, _("%s: %s · u để hoàn tác"), taken_back ? _("Bỏ ghi nhận") : _("Đã nhận"),
			body_name(v->named[v->list.cursor]));
		list_move(&v->list, MOVE_DOWN);
	}
	task_ids_release(&tasks);
	error_release(&err);
	return CHANGED;
}

/* The plan's year, then the next one each time. */
int act_round_open(struct app *app, struct view *view)
{
	struct rounds_view *v = rounds_view(view);
	struct period_list periods = { 0 };
	struct error err = ERROR_INIT;
	size_t opened = 0;
	int year = app->plan.year ? app->plan.year : clock_today().year;
	enum status status = app->wb->store->periods(app->wb->store, app->plan.id, &periods, &err);

	if (!status && periods.count)
		year = period_year(&periods.items[periods.count - 1]) + 1;
	if (!status)
		status = workbench_open_rounds(app->wb, app->plan.id, NULL, year, &opened, &err);
	if (status) {
		app_complain(app, &err);
	} else {
		v->year = year;
		app_say(app, _("Đã mở %zu kỳ của năm %d · u để hoàn tác"), opened, year);
	}
	period_list_release(&periods);
	error_release(&err);
	return CHANGED;
}

static int turn_year(struct rounds_view *v, int by)
{
	if (v->year)
		v->year += by;
	v->view.stale = true;
	return NOTHING;
}

int act_round_year_before(struct app *app, struct view *view)
{
	(void)app;
	return turn_year(rounds_view(view), -1);
}

int act_round_year_after(struct app *app, struct view *view)
{
	(void)app;
	return turn_year(rounds_view(view), 1);
}
