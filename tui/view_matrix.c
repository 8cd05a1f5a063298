#include "tui/view_matrix.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/matrix.h"
#include "tui/act_record.h"
#include "tui/job.h"
#include "tui/layout.h"
#include "tui/picker.h"
#include "tui/view_obligations.h"

enum {
	PAGES = 3,		/* of tasks in memory */
	CELLS_AT_ONCE = 20000,	/* counted before the screen is shown; more when the keys are quiet */
	SCAN = 50,		/* tasks read at a time while looking for something */
	FOOT_ROWS = 3,
	SHORT_HEADS = 6, LONG_HEADS = 9,
};

struct matrix_view {
	struct view view;
	row_id plan;
	struct standing_table bodies;	/* the columns */
	struct string_list codes;	/* above them */
	bool counted;			/* the figures of the bodies are there */
	bool late;			/* and are not those of now */
	int tasks;
	struct matrix_line_list lines;	/* of the tasks from number FIRST on */
	int first;
	bool reread;			/* the lines are not those of now */
	struct list list;		/* counts the tasks of the plan */
	struct list across;		/* counts the bodies; its rows are the columns in sight */
	struct date today;
};

static struct matrix_view *matrix_view(struct view *view)
{
	return (struct matrix_view *)view;
}

static const struct matrix_line *line_at(const struct matrix_view *v, int number)
{
	int at = number - v->first;

	return at >= 0 && at < (int)v->lines.count ? &v->lines.items[at] : NULL;
}

/* NULL where there is no column at all. */
static const struct standing_line *body_at_cursor(const struct matrix_view *v)
{
	return v->bodies.lines.count ? &v->bodies.lines.items[v->across.cursor] : NULL;
}

static const struct matrix_cell *cell_at_cursor(const struct matrix_view *v)
{
	const struct matrix_line *line = line_at(v, v->list.cursor);

	return line && body_at_cursor(v) ? &line->cells[v->across.cursor] : NULL;
}

static const char *body_name(const struct standing_line *body)
{
	return *body->label ? body->label : _("chưa giao cơ quan nào");
}

/* --- what is shown ------------------------------------------------------ */

static void name_columns(struct matrix_view *v)
{
	string_list_release(&v->codes);
	matrix_body_codes(&v->bodies, &v->codes);
}

static int column_of(const struct matrix_view *v, row_id agency)
{
	for (size_t i = 0; i < v->bodies.lines.count; i++)
		if (v->bodies.lines.items[i].id == agency)
			return (int)i;
	return 0;
}

static enum status count(struct matrix_view *v, struct workbench *wb, struct error *err)
{
	struct standing_query query = { .plan = v->plan, .as_of = v->today, .by = STANDING_BY_AGENCY };
	const struct standing_line *body = body_at_cursor(v);
	row_id agency = body ? body->id : 0;
	enum status status = workbench_standing(wb, &query, &v->bodies, err);

	if (status)
		return status;
	name_columns(v);
	v->counted = true;
	v->late = false;
	v->reread = true;
	list_fit(&v->across, (int)v->bodies.lines.count, v->across.rows);
	list_go(&v->across, column_of(v, agency));
	return OK;
}

static enum status read_bodies(struct matrix_view *v, struct workbench *wb, struct error *err)
{
	enum status status = OK;

	if (!v->bodies.lines.count) {
		status = workbench_matrix_bodies(wb, v->plan, &v->bodies, err);
		name_columns(v);
	}
	if (status)
		return status;
	if ((long long)v->tasks * (long long)v->bodies.lines.count <= CELLS_AT_ONCE)
		return count(v, wb, err);
	v->late = true;
	return OK;
}

static enum status read_shape(struct matrix_view *v, struct workbench *wb, struct error *err)
{
	enum status status = wb->store->plan_size(wb->store, v->plan, &v->tasks, err);

	v->today = clock_today();
	v->reread = true;
	return status ? status : read_bodies(v, wb, err);
}

/* The page in sight, and the ones before and behind it. */
static enum status read_lines(struct matrix_view *v, struct workbench *wb, struct error *err)
{
	int first = v->list.top > v->list.rows ? v->list.top - v->list.rows : 0;
	int last = v->list.top + v->list.rows < v->tasks ? v->list.top + v->list.rows : v->tasks;
	struct matrix_line_list lines = { 0 };
	enum status status;

	if (!v->reread && v->list.top >= v->first && last <= v->first + (int)v->lines.count)
		return OK;
	status = workbench_matrix_lines(wb, v->plan, v->today, &v->bodies, first, PAGES * v->list.rows, &lines, err);
	if (status)
		return status;
	matrix_line_list_release(&v->lines);
	v->lines = lines;
	v->first = first;
	v->reread = false;
	return OK;
}

/* --- where things stand ------------------------------------------------- */

struct matrix_layout {
	int head, heads;		/* rows of the codes, letter below letter */
	int foot;
	struct rect list;
	struct span path, title, total;
	int cells, columns;		/* the first cell; how many fit */
};

enum { CELL_COLUMNS = 2 };

static struct matrix_layout lay_out(const struct matrix_view *v, struct rect rect)
{
	struct matrix_layout at = { .head = rect.row + 1 };
	int most = rect.rows >= 30 ? LONG_HEADS : rect.rows >= 16 ? SHORT_HEADS : 2;
	int title = rect.columns * 35 / 100;

	for (size_t i = 0; i < v->codes.count; i++) {
		int width = viet_width(v->codes.items[i], strlen(v->codes.items[i]));

		at.heads = width > at.heads ? width : at.heads;
	}
	at.heads = at.heads > most ? most : at.heads;
	at.path = (struct span){ 1, 8 };
	at.title = (struct span){ 10, title };
	at.total = (struct span){ 11 + title, 7 };
	at.cells = at.total.column + at.total.width + 2;
	at.columns = (rect.columns - at.cells) / CELL_COLUMNS;
	at.foot = rect.row + rect.rows - FOOT_ROWS;
	at.list = (struct rect){ at.head + at.heads + 1, rect.column, at.foot - at.head - at.heads - 1, rect.columns };
	return at;
}

static enum status matrix_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct matrix_view *v = matrix_view(view);
	struct matrix_layout at;
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		status = read_shape(v, app->wb, err);
	}
	app->rest_due = app->rest_due || v->late;
	at = lay_out(v, rect);
	list_fit(&v->list, v->tasks, at.list.rows);
	list_fit(&v->across, (int)v->bodies.lines.count, at.columns);
	return status ? status : read_lines(v, app->wb, err);
}

static enum status matrix_rest(struct view *view, struct app *app, struct error *err)
{
	struct matrix_view *v = matrix_view(view);
	bool late = v->late;

	v->late = false;	/* also when it fails: with the next change it is tried again */
	return late ? count(v, app->wb, err) : OK;
}

/* --- drawing ------------------------------------------------------------ */

static enum role_style style_of(enum matrix_state state)
{
	return state == MATRIX_OVERDUE ? STYLE_OVERDUE : state == MATRIX_DONE ? STYLE_DONE
		: state == MATRIX_SUSPENDED ? STYLE_DIM : STYLE_NORMAL;
}

static void draw_title(const struct matrix_view *v, struct surface *surface, int row)
{
	const struct standing_counts *c = &v->bodies.total;
	char *figures = v->counted ? xasprintf(_("%lld/%lld xong · %lld quá hạn"), standing_done(c), standing_total(c), c->open_overdue)
				   : xstrdup("…");
	int width = viet_width(figures, strlen(figures));

	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, _("Ma trận nhiệm vụ × cơ quan"));
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, figures);
	free(figures);
}

/* Letter below letter, ending right above the cells. */
static void draw_code(struct surface *surface, const struct matrix_layout *at, int column, const char *code, bool cursor)
{
	size_t length = strlen(code);
	int height = viet_width(code, length), row;

	height = height > at->heads ? at->heads : height;
	row = at->head + at->heads - height;
	for (int i = 0; i < height && *code; i++) {
		char letter[CELL_BYTES] = "";
		size_t step = viet_fit(code, length, 1);

		if (!step || step >= sizeof letter)
			return;
		memcpy(letter, code, step);
		surface_text(surface, row + i, column, 1, cursor ? STYLE_STRONG : STYLE_NORMAL, letter);
		code += step;
		length -= step;
	}
}

static void draw_heads(const struct matrix_view *v, struct surface *surface, const struct matrix_layout *at)
{
	int row = at->head + at->heads;

	for (int i = 0; i < at->columns && v->across.top + i < v->across.count; i++) {
		int number = v->across.top + i;

		draw_code(surface, at, at->cells + i * CELL_COLUMNS, v->codes.items[number], number == v->across.cursor);
	}
	surface_span(surface, row, at->path, STYLE_DIM, _("Mã"));
	surface_span(surface, row, at->title, STYLE_DIM, _("Nhiệm vụ"));
	surface_text_right(surface, row, at->total.column, at->total.width, STYLE_DIM, _("Xong"));
	if (v->across.top)
		surface_text(surface, row, at->cells - 1, 1, STYLE_DIM, "←");
	if (v->across.top + at->columns < v->across.count)
		surface_text(surface, row, at->cells + at->columns * CELL_COLUMNS - 1, 1, STYLE_DIM, "→");
	if (v->across.count)
		surface_text(surface, row, at->cells + (v->across.cursor - v->across.top) * CELL_COLUMNS, 1, STYLE_STRONG, "▾");
}

/* The sign, and behind it how many shares (periods) where there are several. */
static void draw_cell(struct surface *surface, int row, int column, const struct matrix_cell *cell, bool cursor)
{
	char count[2] = { cell->count > 9 ? '+' : (char)('0' + cell->count), '\0' };
	enum role_style style = cursor ? STYLE_CURSOR : style_of(cell->state);

	surface_text(surface, row, column, 1, style, cell->count ? matrix_sign(cell->state) : cursor ? " " : "");
	if (cell->count > 1)
		surface_text(surface, row, column + 1, 1, style_of(cell->state), count);
}

static void draw_total(struct surface *surface, int row, const struct matrix_layout *at, const struct matrix_line *line)
{
	long long all = standing_total(&line->counts);
	char *text = line->status == TASK_CANCELLED ? xstrdup(_("hủy")) : line->status == TASK_SUSPENDED ? xstrdup(_("hoãn"))
		: xasprintf("%lld/%lld", standing_done(&line->counts), all);

	surface_text_right(surface, row, at->total.column, at->total.width, STYLE_NORMAL, text);
	free(text);
}

static void draw_line(const struct matrix_view *v, struct surface *surface, int row, const struct matrix_layout *at,
		      int number)
{
	const struct matrix_line *line = line_at(v, number);
	bool here = number == v->list.cursor;

	if (!line)
		return;
	surface_span(surface, row, at->path, STYLE_DIM, line->path);
	surface_span(surface, row, at->title, STYLE_NORMAL, line->title);
	draw_total(surface, row, at, line);
	for (int i = 0; i < at->columns && v->across.top + i < v->across.count; i++) {
		int column = v->across.top + i;

		draw_cell(surface, row, at->cells + i * CELL_COLUMNS, &line->cells[column], here && column == v->across.cursor);
	}
	if (here)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
}

/* "Sở Nội vụ: 3/9 xong · 1 quá hạn"; appends. */
static void body_words(const struct matrix_view *v, const struct standing_line *body, struct strbuf *out)
{
	strbuf_add_text(out, body_name(body));
	if (v->counted)
		strbuf_addf(out, _(": %lld/%lld xong · %lld quá hạn"), standing_done(&body->counts),
			    standing_total(&body->counts), body->counts.open_overdue);
}

/* How the cell stands, in words; appends. */
static void cell_words(const struct matrix_view *v, const struct matrix_cell *cell, struct strbuf *out)
{
	char day[DATE_TEXT];

	if (cell->count > 1)
		strbuf_addf(out, _("%d/%d kỳ xong; "), cell->done, cell->count);
	if (cell->period)
		strbuf_addf(out, "%s ", cell->period);
	if (cell->state == MATRIX_NONE)
		strbuf_add_text(out, _("không phải làm việc này"));
	else if (cell->state == MATRIX_SUSPENDED)
		strbuf_add_text(out, _("nhiệm vụ tạm hoãn"));
	else if (cell->state == MATRIX_DONE && date_is_set(cell->done_on))
		strbuf_addf(out, _("xong %s"), date_vietnamese(cell->done_on, day));
	else if (cell->state == MATRIX_DONE)
		strbuf_add_text(out, _("xong"));
	else if (cell->state == MATRIX_OVERDUE)
		strbuf_addf(out, _("quá hạn %d ngày"), date_days_between(cell->due, v->today));
	else
		strbuf_add_text(out, _("chưa xong"));
	if (cell->state != MATRIX_NONE && date_is_set(cell->due))
		strbuf_addf(out, _(" · hạn %s"), date_vietnamese(cell->due, day));
}

static void draw_foot(const struct matrix_view *v, struct surface *surface, int row)
{
	const struct standing_line *body = body_at_cursor(v);
	const struct matrix_line *line = line_at(v, v->list.cursor);
	const struct matrix_cell *cell = cell_at_cursor(v);
	struct strbuf words = STRBUF_INIT;

	surface_rule(surface, row, STYLE_DIM);
	if (!body || !line)
		return;
	body_words(v, body, &words);
	surface_text(surface, row + 1, 1, surface->columns - 2, STYLE_STRONG, words.text);
	strbuf_clear(&words);
	strbuf_addf(&words, "%s: ", line->path);
	cell_words(v, cell, &words);
	surface_text(surface, row + 2, 1, surface->columns - 2, style_of(cell->state), words.text);
	strbuf_release(&words);
}

static void matrix_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct matrix_view *v = (const struct matrix_view *)view;
	struct matrix_layout at = lay_out(v, rect);

	draw_title(v, surface, rect.row);
	draw_heads(v, surface, &at);
	if (!v->tasks)
		surface_text(surface, at.list.row, 1, rect.columns - 2, STYLE_DIM, _("Kế hoạch chưa có nhiệm vụ nào."));
	for (int i = 0; i < at.list.rows && v->list.top + i < v->tasks; i++)
		draw_line(v, surface, at.list.row + i, &at, v->list.top + i);
	draw_foot(v, surface, at.foot);
}

/* --- the view ----------------------------------------------------------- */

static void matrix_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&matrix_view(view)->list, move);
}

static void matrix_target(const struct view *view, struct target *target)
{
	const struct matrix_view *v = (const struct matrix_view *)view;
	const struct matrix_line *line = line_at(v, v->list.cursor);
	const struct standing_line *body = body_at_cursor(v);

	if (line) {
		target->task = line->task;
		task_ids_add(&target->tasks, line->task);
	}
	target->agency = body ? body->id : 0;
	if (line && body)
		target->period = line->cells[v->across.cursor].period;
}

static void matrix_free(struct view *view)
{
	struct matrix_view *v = matrix_view(view);

	matrix_line_list_release(&v->lines);
	string_list_release(&v->codes);
	standing_table_release(&v->bodies);
	free(v);
}

static const struct view_ops matrix_ops = {
	.title = N_("Ma trận nhiệm vụ × cơ quan"),
	.context = CTX_MATRIX,
	.move = matrix_move,
	.update = matrix_update,
	.draw = matrix_draw,
	.rest = matrix_rest,
	.target = matrix_target,
	.free = matrix_free,
};

struct view *matrix_view_new(row_id plan)
{
	struct matrix_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &matrix_ops;
	v->view.stale = true;
	v->plan = plan;
	return &v->view;
}

/* --- moving ------------------------------------------------------------- */

static int across(struct view *view, enum move move)
{
	list_move(&matrix_view(view)->across, move);
	return MOVED;
}

int act_matrix_left(struct app *app, struct view *view)
{
	(void)app;
	return across(view, MOVE_UP);
}

int act_matrix_right(struct app *app, struct view *view)
{
	(void)app;
	return across(view, MOVE_DOWN);
}

int act_matrix_page_left(struct app *app, struct view *view)
{
	(void)app;
	return across(view, MOVE_PAGE_UP);
}

int act_matrix_page_right(struct app *app, struct view *view)
{
	(void)app;
	return across(view, MOVE_PAGE_DOWN);
}

/* --- what is missing ---------------------------------------------------- */

/* A cell by its task's number and its column. */
struct spot {
	int row, column;
};

/* The first cell of LINE in STATE, from column FROM on; -1: none. */
static int find_in_line(const struct matrix_view *v, const struct matrix_line *line, enum matrix_state state, int from)
{
	for (int i = from; i < (int)v->bodies.lines.count; i++)
		if (line->cells[i].state == state)
			return i;
	return -1;
}

/* From SPOT on to the row END, that excluded; the row is -1 when there is none. */
static enum status find_cell(struct matrix_view *v, struct workbench *wb, enum matrix_state state, struct spot from, int end,
			     struct spot *found, struct error *err)
{
	struct matrix_line_list lines = { 0 };
	enum status status = OK;

	found->row = -1;
	for (int first = from.row; !status && first < end && found->row < 0; first += SCAN) {
		int limit = end - first < SCAN ? end - first : SCAN;

		matrix_line_list_clear(&lines);
		status = workbench_matrix_lines(wb, v->plan, v->today, &v->bodies, first, limit, &lines, err);
		for (size_t i = 0; !status && i < lines.count && found->row < 0; i++) {
			int column = find_in_line(v, &lines.items[i], state, first == from.row && !i ? from.column : 0);

			if (column >= 0)
				*found = (struct spot){ first + (int)i, column };
		}
	}
	matrix_line_list_release(&lines);
	return status;
}

/* Behind the cursor to the end, then from the beginning to where it stands. */
static enum status find_around(struct matrix_view *v, struct workbench *wb, enum matrix_state state, struct spot *found,
			       struct error *err)
{
	struct spot behind = { v->list.cursor, v->across.cursor + 1 };
	enum status status = find_cell(v, wb, state, behind, v->tasks, found, err);

	if (!status && found->row < 0)
		status = find_cell(v, wb, state, (struct spot){ 0, 0 }, v->list.cursor + 1, found, err);
	return status;
}

int act_matrix_next(struct app *app, struct view *view)
{
	struct matrix_view *v = matrix_view(view);
	struct spot found = { -1, 0 };
	struct error err = ERROR_INIT;
	enum status status = find_around(v, app->wb, MATRIX_OVERDUE, &found, &err);

	if (!status && found.row < 0)
		status = find_around(v, app->wb, MATRIX_OPEN, &found, &err);
	if (status)
		app_complain(app, &err);
	else if (found.row < 0)
		app_say(app, _("Mọi phần việc đã xong."));
	else {
		list_go(&v->list, found.row);
		list_go(&v->across, found.column);
	}
	error_release(&err);
	return MOVED;
}

/* --- marking ------------------------------------------------------------ */

static void say_marked(struct app *app, const struct task_ids *tasks, const struct standing_line *body, bool take_back)
{
	char *name = tasks_name(app, tasks);

	app_say(app, _("%s: %s, %s · u để hoàn tác"), take_back ? _("Đã bỏ đánh dấu") : _("Đã đánh dấu xong"), name,
		body_name(body));
	free(name);
}

int act_matrix_mark(struct app *app, struct view *view)
{
	struct matrix_view *v = matrix_view(view);
	const struct matrix_cell *cell = cell_at_cursor(v);
	const struct standing_line *body = body_at_cursor(v);
	struct done_mark mark = { 0 };
	struct task_ids tasks = { 0 };
	struct error err = ERROR_INIT;
	bool take_back;

	if (!cell || !cell->count) {
		app_say(app, _("Cơ quan này không phải làm việc này."));
		return NOTHING;
	}
	take_back = cell->done == cell->count;
	task_ids_add(&tasks, line_at(v, v->list.cursor)->task);
	mark = (struct done_mark){ .agency = body->id, .period = cell->period };
	if (tasks_toggle(app, &tasks, &mark, take_back, &err))
		app_complain(app, &err);
	else
		say_marked(app, &tasks, body, take_back);
	task_ids_release(&tasks);
	error_release(&err);
	return CHANGED;
}

/* Several cells that are to be marked in one step, after a question. */
struct marking {
	struct task_ids tasks;
	row_id agency;		/* 0: every body */
};

enum { MARK = 1, LEAVE_AS_IT_IS = 2 };

static void marking_free(void *context)
{
	struct marking *marking = context;

	task_ids_release(&marking->tasks);
	free(marking);
}

static enum status mark_all(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	struct marking *marking = context;
	struct done_mark mark = { .agency = marking->agency };

	(void)count;
	return ids[0] == MARK ? tasks_toggle(app, &marking->tasks, &mark, false, err) : OK;
}

/* WHAT is the question's answer; it is freed. */
static void ask(struct app *app, struct marking *marking, char *what)
{
	struct picker_spec spec = { .title = _("Đánh dấu xong"), .accept = mark_all, .context = marking, .release = marking_free };

	picker_add_choice(&spec, MARK, what);
	picker_add_choice(&spec, LEAVE_AS_IT_IS, _("Thôi, để nguyên"));
	app_push(app, picker_new(&spec));
	free(what);
}

static bool is_missing(const struct matrix_cell *cell)
{
	return cell->state == MATRIX_OPEN || cell->state == MATRIX_OVERDUE;
}

/* A mark is of one period: what is owed in several is marked cell by cell. */
static bool is_periodic(const struct matrix_cell *cell)
{
	return cell->period != NULL;
}

int act_matrix_row(struct app *app, struct view *view)
{
	struct matrix_view *v = matrix_view(view);
	const struct matrix_line *line = line_at(v, v->list.cursor);
	struct marking *marking;
	int missing = 0, periodic = 0;

	for (size_t i = 0; line && i < v->bodies.lines.count; i++) {
		missing += is_missing(&line->cells[i]);
		periodic += is_missing(&line->cells[i]) && is_periodic(&line->cells[i]);
	}
	if (!missing || periodic) {
		app_say(app, "%s", missing ? _("Việc này làm theo kỳ; hãy đánh dấu từng ô bằng Space.")
					   : _("Hàng này không còn phần việc nào chưa xong."));
		return NOTHING;
	}
	marking = xcalloc(1, sizeof *marking);
	task_ids_add(&marking->tasks, line->task);
	ask(app, marking, xasprintf(_("Cả hàng %s: %d cơ quan chưa xong"), line->path, missing));
	return NOTHING;
}

/* The tasks of which the body of COLUMN still owes something, those of several periods left out. */
static enum status collect(struct matrix_view *v, struct workbench *wb, int column, struct task_ids *tasks, struct error *err)
{
	struct matrix_line_list lines = { 0 };
	enum status status = OK;

	for (int first = 0; !status && first < v->tasks; first += SCAN) {
		matrix_line_list_clear(&lines);
		status = workbench_matrix_lines(wb, v->plan, v->today, &v->bodies, first, SCAN, &lines, err);
		for (size_t i = 0; !status && i < lines.count; i++)
			if (is_missing(&lines.items[i].cells[column]) && !is_periodic(&lines.items[i].cells[column]))
				task_ids_add(tasks, lines.items[i].task);
	}
	matrix_line_list_release(&lines);
	return status;
}

int act_matrix_column(struct app *app, struct view *view)
{
	struct matrix_view *v = matrix_view(view);
	const struct standing_line *body = body_at_cursor(v);
	struct marking *marking;
	struct error err = ERROR_INIT;

	if (!body)
		return NOTHING;
	marking = xcalloc(1, sizeof *marking);
	marking->agency = body->id;
	if (collect(v, app->wb, v->across.cursor, &marking->tasks, &err))
		app_complain(app, &err);
	else if (!marking->tasks.count)
		app_say(app, _("Cột này không còn phần việc nào chưa xong, ngoài việc làm theo kỳ nếu có."));
	else {
		ask(app, marking, xasprintf(_("Cả cột %s: %zu nhiệm vụ chưa xong"), body_name(body), marking->tasks.count));
		marking = NULL;
	}
	if (marking)
		marking_free(marking);
	error_release(&err);
	return NOTHING;
}

/* --- elsewhere ---------------------------------------------------------- */

int act_matrix_open(struct app *app, struct view *view)
{
	const struct matrix_view *v = matrix_view(view);
	const struct matrix_line *line = line_at(v, v->list.cursor);

	if (line)
		app_push(app, obligations_view_new(line->task, (int)(standing_total(&line->counts) + line->counts.suspended)));
	return NOTHING;
}

int act_view_matrix(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, matrix_view_new(app->plan.id));
	return NOTHING;
}
