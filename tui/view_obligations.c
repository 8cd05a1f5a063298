#include "tui/view_obligations.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/act_record.h"

enum { SIGN_COLUMN = 2, CODE_COLUMN = 4, CODE_COLUMNS = 10, NAME_COLUMN = 15 };
enum { STATE_COLUMNS = 24, NARROW_STATE = 15 };

struct obligations_view {
	struct view view;
	row_id task;
	int expected;			/* how many rows, before they have been read */
	struct task_ids tasks;		/* just this one, as the use cases want it */
	struct obligation_list items;
	char *title;
	int done;
	struct list list;
	struct date today;
};

static struct obligations_view *obligations_view(struct view *view)
{
	return (struct obligations_view *)view;
}

static int obligations_rows(const struct view *view, int rows, int columns)
{
	const struct obligations_view *v = (const struct obligations_view *)view;
	int wanted = (v->items.count ? (int)v->items.count : v->expected) + 2;
	int most = rows * 2 / 3;

	(void)columns;
	return wanted < most ? wanted : most;
}

static enum status read_title(struct obligations_view *v, struct store *store, struct error *err)
{
	struct task_row row = { 0 };
	enum status status = store->task_row_get(store, v->task, &row, err);

	if (status)
		return status;
	free(v->title);
	v->title = xasprintf("%s-%d %s", row.section_path, row.task.position, row.task.title);
	task_row_release(&row);
	return OK;
}

/* Those that were taken off the task are not asked any more. */
static void drop_closed(struct obligation_list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].state == OBLIGATION_CLOSED)
			obligation_release(&list->items[i]);
		else
			list->items[kept++] = list->items[i];
	}
	list->count = kept;
}

static enum status read_items(struct obligations_view *v, struct store *store, struct error *err)
{
	struct obligation_list items = { 0 };
	enum status status = store->obligations(store, v->task, &items, err);

	if (status)
		return status;
	drop_closed(&items);
	obligation_list_release(&v->items);
	v->items = items;
	v->done = 0;
	for (size_t i = 0; i < items.count; i++)
		v->done += items.items[i].state == OBLIGATION_DONE;
	return OK;
}

static enum status obligations_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct obligations_view *v = obligations_view(view);
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		v->today = clock_today();
		status = read_title(v, app->wb->store, err);
		if (!status)
			status = read_items(v, app->wb->store, err);
	}
	list_fit(&v->list, (int)v->items.count, rect.rows - 2);
	return status;
}

static void obligations_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&obligations_view(view)->list, move);
}

/* "xong 20/8/2013: QĐ 12", "quá hạn 84 ngày", "chưa xong"; appends. */
static enum role_style state_words(const struct obligation *item, struct date today, struct strbuf *out)
{
	bool done = item->state == OBLIGATION_DONE;
	char day[DATE_TEXT];

	if (done) {
		strbuf_addf(out, _("xong %s"), date_vietnamese(item->done_on, day));
		if (item->evidence)
			strbuf_addf(out, ": %s", item->evidence);
		return STYLE_DONE;
	}
	if (standing_of(false, item->done_on, item->due, today) != STANDING_OVERDUE) {
		strbuf_add_text(out, _("chưa xong"));
		return STYLE_NORMAL;
	}
	strbuf_addf(out, _("quá hạn %d ngày"), date_days_between(item->due, today));
	if (item->cause)
		strbuf_addf(out, ": %s", item->cause);
	return STYLE_OVERDUE;
}

/* A task may owe its mark to no body at all: then nobody leads it. */
static const char *body_name(const struct obligation *item)
{
	return item->agency_name ? item->agency_name : _("chưa giao cơ quan nào");
}

/* "Sở Nội vụ", of periodic work "2013-Q3 Sở Nội vụ": a long name is cut, the period never. */
static void add_share(const struct obligation *item, struct strbuf *out)
{
	strbuf_addf(out, "%s%s%s", item->period ? item->period : "", item->period ? " " : "", body_name(item));
}

static void draw_item(const struct obligations_view *v, struct surface *surface, int row, int columns,
		      int index)
{
	const struct obligation *item = &v->items.items[index];
	struct strbuf state = STRBUF_INIT, share = STRBUF_INIT;
	enum role_style style = state_words(item, v->today, &state);
	bool narrow = columns < 60;
	int state_columns = columns >= 100 ? 2 * STATE_COLUMNS : narrow ? NARROW_STATE : STATE_COLUMNS;
	int name = narrow ? CODE_COLUMN : NAME_COLUMN;

	surface_text(surface, row, SIGN_COLUMN, 1, style,
		     item->state == OBLIGATION_DONE ? "✓" : style == STYLE_OVERDUE ? "!" : "·");
	if (item->agency_code && !narrow)
		surface_text(surface, row, CODE_COLUMN, CODE_COLUMNS, STYLE_STRONG, item->agency_code);
	add_share(item, &share);
	surface_text(surface, row, name, columns - state_columns - 2 - name, STYLE_NORMAL, share.text);
	surface_text(surface, row, columns - 1 - state_columns, state_columns, style, state.text);
	if (index == v->list.cursor)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	strbuf_release(&share);
	strbuf_release(&state);
}

static void obligations_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct obligations_view *v = (const struct obligations_view *)view;
	char *count = xasprintf(_("%d/%zu cơ quan xong"), v->done, v->items.count);
	int width = viet_width(count, strlen(count));

	surface_rule(surface, rect.row, STYLE_DIM);
	surface_text(surface, rect.row + 1, 1, rect.columns - width - 4, STYLE_STRONG,
		     v->title ? v->title : "");
	surface_text_right(surface, rect.row + 1, rect.columns - 1 - width, width, STYLE_STRONG, count);
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_item(v, surface, rect.row + 2 + i, rect.columns, v->list.top + i);
	free(count);
}

static void obligations_target(const struct view *view, struct target *target)
{
	const struct obligations_view *v = (const struct obligations_view *)view;

	if (!v->items.count)
		return;
	target->task = v->task;
	target->agency = v->items.items[v->list.cursor].agency_id;
	target->period = v->items.items[v->list.cursor].period;
	task_ids_add(&target->tasks, v->task);
}

static void obligations_free(struct view *view)
{
	struct obligations_view *v = obligations_view(view);

	obligation_list_release(&v->items);
	task_ids_release(&v->tasks);
	free(v->title);
	free(v);
}

static const struct view_ops obligations_ops = {
	.title = N_("Phần việc của từng cơ quan"),
	.context = CTX_OBLIGATIONS,
	.rows = obligations_rows,
	.move = obligations_move,
	.update = obligations_update,
	.draw = obligations_draw,
	.target = obligations_target,
	.free = obligations_free,
};

struct view *obligations_view_new(row_id task, int count)
{
	struct obligations_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &obligations_ops;
	v->task = task;
	v->expected = count;
	task_ids_add(&v->tasks, task);
	return &v->view;
}

/* ALL: the share of every body in the item's period. */
static int toggle(struct app *app, struct obligations_view *v, const struct obligation *item, bool all, bool take_back)
{
	struct done_mark mark = { .agency = all ? 0 : item->agency_id, .period = item->period };
	struct error err = ERROR_INIT;

	if (tasks_toggle(app, &v->tasks, &mark, take_back, &err))
		app_complain(app, &err);
	else if (!all)
		app_say(app, _("%s: %s · u để hoàn tác"),
			take_back ? _("Đã bỏ đánh dấu") : _("Đã đánh dấu xong"),
			body_name(item));
	error_release(&err);
	return CHANGED;
}

int act_obligation_done(struct app *app, struct view *view)
{
	struct obligations_view *v = obligations_view(view);
	const struct obligation *item = &v->items.items[v->list.cursor];

	return toggle(app, v, item, false, item->state == OBLIGATION_DONE);
}

static bool all_done(const struct obligations_view *v, const char *period)
{
	for (size_t i = 0; i < v->items.count; i++) {
		const struct obligation *item = &v->items.items[i];

		if (!strcmp(item->period ? item->period : "", period ? period : "") && item->state != OBLIGATION_DONE)
			return false;
	}
	return true;
}

int act_obligations_all(struct app *app, struct view *view)
{
	struct obligations_view *v = obligations_view(view);
	const struct obligation *item = &v->items.items[v->list.cursor];

	return toggle(app, v, item, true, all_done(v, item->period));
}
