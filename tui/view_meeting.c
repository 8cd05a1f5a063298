#include "tui/view_meeting.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/meeting.h"
#include "tui/job.h"
#include "tui/prompt.h"
#include "tui/view_meetings.h"
#include "tui/view_paper.h"
#include "tui/view_stage.h"

enum { HEAD_ROWS = 3, NUMBER_COLUMN = 2, PATH_COLUMN = 6, TITLE_COLUMN = 15, STATE_COLUMNS = 26, NARROW_STATE = 12, NARROW = 60 };

/* A task of the agenda, as it is shown. */
struct agenda_row {
	row_id item, task;
	char *path, *title, *state;
	bool concluded, overdue;
};

struct meeting_view {
	struct view view;
	struct meeting meeting;	/* its id is set from the start */
	char *presenter;	/* NULL: nobody presents */
	struct agenda_row *rows;
	size_t concluded;
	struct list list;
};

static struct meeting_view *meeting_view(struct view *view)
{
	return (struct meeting_view *)view;
}

static const struct agenda_row *at_cursor(const struct meeting_view *v)
{
	return v->list.count ? &v->rows[v->list.cursor] : NULL;
}

static void clear_rows(struct meeting_view *v)
{
	for (int i = 0; i < v->list.count; i++) {
		free(v->rows[i].path);
		free(v->rows[i].title);
		free(v->rows[i].state);
	}
	free(v->rows);
	v->rows = NULL;
	v->list.count = 0;
	v->concluded = 0;
}

/* --- reading ------------------------------------------------------------------ */

/* The last conclusion; before there is one, how late it is. */
static char *state_words(const struct task *task, const struct conclusion *last)
{
	struct strbuf words = STRBUF_INIT;
	char day[DATE_TEXT];

	if (last)
		conclusion_describe(last, &words);
	else if (task->status == TASK_DONE)
		strbuf_add_text(&words, task_status_label(TASK_DONE));
	else if (standing_of(false, (struct date){ 0 }, task->next_due, clock_today()) == STANDING_OVERDUE)
		strbuf_addf(&words, _("quá hạn %d ngày"), date_days_between(task->next_due, clock_today()));
	else if (date_is_set(task->next_due))
		strbuf_addf(&words, _("hạn %s"), date_vietnamese(task->next_due, day));
	return strbuf_detach(&words);
}

static enum status read_row(struct store *store, const struct meeting_item *item, const struct conclusion_list *conclusions,
			    struct agenda_row *row, struct error *err)
{
	struct task_row task = { 0 };
	enum status status = store->task_row_get(store, item->task_id, &task, err);

	if (!status) {
		row->item = item->id;
		row->task = item->task_id;
		row->path = xasprintf("%s-%d", task.section_path, task.task.position);
		row->title = xstrdup(task.task.title);
		row->state = state_words(&task.task, conclusion_last(conclusions, item->task_id));
		row->concluded = !conclusion_is_missing(conclusions, item->task_id);
		row->overdue = task.task.status != TASK_DONE &&
			       standing_of(false, (struct date){ 0 }, task.task.next_due, clock_today()) == STANDING_OVERDUE;
	}
	task_row_release(&task);
	return status;
}

static enum status read_rows(struct meeting_view *v, struct store *store, struct error *err)
{
	struct meeting_item_list items = { 0 };
	struct conclusion_list conclusions = { 0 };
	enum status status = store->meeting_items(store, v->meeting.id, &items, err);

	if (!status)
		status = store->conclusions(store, v->meeting.id, 0, &conclusions, err);
	if (!status) {
		clear_rows(v);
		v->rows = xcalloc(items.count + 1, sizeof *v->rows);
	}
	for (size_t i = 0; !status && i < items.count; i++) {
		status = read_row(store, &items.items[i], &conclusions, &v->rows[v->list.count++], err);
		v->concluded += !status && v->rows[i].concluded;
	}
	conclusion_list_release(&conclusions);
	meeting_item_list_release(&items);
	return status;
}

static enum status read_meeting(struct meeting_view *v, struct workbench *wb, struct error *err)
{
	struct store *store = wb->store;
	struct meeting meeting = { 0 };
	struct meeting_stage stage = { 0 };
	enum status status = store->meeting_get(store, v->meeting.id, &meeting, err);

	if (!status) {
		meeting_release(&v->meeting);
		v->meeting = meeting;
		status = workbench_presented(wb, meeting.id, &stage, err);
	}
	if (!status)
		replace_string(&v->presenter, stage.who);
	meeting_stage_release(&stage);
	return status ? status : read_rows(v, store, err);
}

static enum status meeting_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct meeting_view *v = meeting_view(view);
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		status = read_meeting(v, app->wb, err);
	}
	list_fit(&v->list, v->list.count, rect.rows - HEAD_ROWS);
	return status;
}

/* --- drawing -------------------------------------------------------------------- */

static void draw_heads(const struct meeting_view *v, struct surface *surface, struct rect rect)
{
	char day[DATE_TEXT];
	char *title = xasprintf("%s · %s", v->meeting.title ? v->meeting.title : "", date_vietnamese(v->meeting.day, day));
	char *figures = xasprintf(_("%zu/%d kết luận"), v->concluded, v->list.count);
	struct strbuf people = STRBUF_INIT;
	int width = viet_width(figures, strlen(figures));

	surface_text(surface, rect.row, 1, rect.columns - width - 4, STYLE_TITLE, title);
	surface_text_right(surface, rect.row, rect.columns - 1 - width, width, STYLE_TITLE, figures);
	if (v->presenter)
		strbuf_addf(&people, _("%s đang trình bày, f để theo dõi"), v->presenter);
	else if (v->meeting.ended)
		strbuf_add_text(&people, _("Đã kết thúc; r để đọc biên bản và thông báo"));
	if (v->meeting.chair)
		strbuf_addf(&people, "%s%s %s", people.length ? " · " : "", _("chủ trì:"), v->meeting.chair);
	if (v->meeting.place)
		strbuf_addf(&people, "%s%s", people.length ? " · " : "", v->meeting.place);
	surface_text(surface, rect.row + 1, 1, rect.columns - 2, STYLE_DIM, people.text);
	strbuf_release(&people);
	free(title);
	free(figures);
}

static void draw_row(const struct agenda_row *row, struct surface *surface, int line, int number, bool cursor)
{
	int state = surface->columns < NARROW ? NARROW_STATE : STATE_COLUMNS;
	int title = surface->columns - 2 - state - TITLE_COLUMN;
	char *text = xasprintf("%d", number);

	surface_text_right(surface, line, NUMBER_COLUMN - 1, PATH_COLUMN - NUMBER_COLUMN, STYLE_DIM, text);
	surface_text(surface, line, PATH_COLUMN, TITLE_COLUMN - PATH_COLUMN - 1, cursor ? STYLE_CURSOR : STYLE_NORMAL, row->path);
	surface_text(surface, line, TITLE_COLUMN, title, STYLE_NORMAL, row->title);
	surface_text(surface, line, surface->columns - 1 - state, state,
		     row->concluded ? STYLE_DONE : row->overdue ? STYLE_OVERDUE : STYLE_NORMAL, row->state);
	if (cursor)
		surface_text(surface, line, 0, 1, STYLE_CURSOR, "▸");
	free(text);
}

static void meeting_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct meeting_view *v = (const struct meeting_view *)view;

	draw_heads(v, surface, rect);
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_row(&v->rows[v->list.top + i], surface, rect.row + HEAD_ROWS + i, v->list.top + i + 1, v->list.top + i == v->list.cursor);
}

/* --- the view --------------------------------------------------------------------- */

static void meeting_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&meeting_view(view)->list, move);
}

static void meeting_target(const struct view *view, struct target *target)
{
	const struct agenda_row *row = at_cursor((const struct meeting_view *)view);

	if (!row)
		return;
	target->task = row->task;
	task_ids_add(&target->tasks, row->task);
}

static void meeting_free(struct view *view)
{
	struct meeting_view *v = meeting_view(view);

	clear_rows(v);
	meeting_release(&v->meeting);
	free(v->presenter);
	free(v);
}

static const struct view_ops meeting_ops = {
	.title = N_("Chương trình họp"),
	.context = CTX_MEETING,
	.many_keys = true,
	.move = meeting_move,
	.update = meeting_update,
	.draw = meeting_draw,
	.target = meeting_target,
	.free = meeting_free,
};

/* Read at once: keys may come before it is drawn. */
struct view *meeting_view_new(struct app *app, row_id meeting)
{
	struct meeting_view *v = xcalloc(1, sizeof *v);
	struct error err = ERROR_INIT;

	v->view.ops = &meeting_ops;
	v->meeting.id = meeting;
	if (read_meeting(v, app->wb, &err))
		app_complain(app, &err);
	error_release(&err);
	return &v->view;
}

/* --- keys ---------------------------------------------------------------------------- */

int act_meeting_present(struct app *app, struct view *view)
{
	struct meeting_view *v = meeting_view(view);

	app_push(app, stage_view_new(app, v->meeting.id, v->list.cursor, false));
	return CHANGED;
}

int act_meeting_follow(struct app *app, struct view *view)
{
	struct meeting_view *v = meeting_view(view);

	if (v->presenter)
		app_push(app, stage_view_new(app, v->meeting.id, 0, true));
	else
		app_say(app, _("Chưa ai trình bày phiên họp này; Enter để trình bày."));
	return NOTHING;
}

static int move_item(struct app *app, struct view *view, int by)
{
	struct meeting_view *v = meeting_view(view);
	struct error err = ERROR_INIT;
	int to = v->list.cursor + by;
	enum status status;

	if (to < 0 || to >= v->list.count)
		return NOTHING;
	status = workbench_meeting_move(app->wb, v->meeting.id, at_cursor(v)->item, (size_t)to, &err);
	if (!status)
		list_go(&v->list, to);
	return show_outcome(app, status, &err);
}

int act_item_earlier(struct app *app, struct view *view)
{
	return move_item(app, view, -1);
}

int act_item_later(struct app *app, struct view *view)
{
	return move_item(app, view, 1);
}

int act_item_drop(struct app *app, struct view *view)
{
	struct meeting_view *v = meeting_view(view);
	struct error err = ERROR_INIT;
	enum status status = workbench_meeting_drop(app->wb, v->meeting.id, at_cursor(v)->item, &err);

	if (!status)
		app_say(app, _("Đã bỏ khỏi chương trình · u để hoàn tác"));
	return show_outcome(app, status, &err);
}

static enum status accept_tasks(void *context, struct app *app, const char *text, struct error *err)
{
	struct meeting_view *v = context;
	struct task_ids tasks = { 0 };
	enum status status = workbench_meeting_tasks(app->wb, v->meeting.plan_id, text, &tasks, err);

	if (!status)
		status = workbench_meeting_add(app->wb, v->meeting.id, &tasks, err);
	task_ids_release(&tasks);
	return status;
}

int act_item_new(struct app *app, struct view *view)
{
	struct prompt_spec spec = {
		.label = _("Thêm nhiệm vụ theo bộ lọc"), .field = "agenda", .max = LINE_MAX_LETTERS, .accept = accept_tasks, .context = view,
	};

	app_push(app, prompt_new(app, &spec));
	return NOTHING;
}

int act_meeting_edit(struct app *app, struct view *view)
{
	struct error err = ERROR_INIT;
	enum status status = meeting_form_open(app, meeting_view(view)->meeting.id, &err);

	return show_outcome(app, status, &err);
}

int act_meeting_end(struct app *app, struct view *view)
{
	struct meeting_view *v = meeting_view(view);
	struct error err = ERROR_INIT;
	enum status status = workbench_meeting_end(app->wb, v->meeting.id, &err);

	if (!status) {
		app_push(app, paper_view_new(v->meeting.id));
		app_say(app, _("Đã lập biên bản và thông báo, lưu cùng phiên họp · Tab xem bản kia"));
	}
	return show_outcome(app, status, &err);
}

int act_meeting_papers(struct app *app, struct view *view)
{
	struct meeting_view *v = meeting_view(view);

	if (v->meeting.ended)
		app_push(app, paper_view_new(v->meeting.id));
	else
		app_say(app, _("Phiên họp chưa kết thúc; F2 để kết thúc và lập biên bản."));
	return NOTHING;
}
