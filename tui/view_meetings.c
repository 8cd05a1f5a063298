#include "tui/view_meetings.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/deadline.h"
#include "core/workbench/meeting.h"
#include "tui/form.h"
#include "tui/job.h"
#include "tui/picker.h"
#include "tui/view_meeting.h"
#include "tui/view_outline.h"
#include "tui/view_stage.h"

enum { HEAD_ROWS = 2, DAY_COLUMN = 2, DAY_COLUMNS = 10, TITLE_COLUMN = 13, STATE_COLUMNS = 26, NARROW = 60 };

/* One meeting, and how far it is. */
struct meeting_row {
	struct meeting meeting;
	size_t items, concluded;
	char *presenter;	/* NULL: nobody presents */
};

struct meetings_view {
	struct view view;
	struct task_ids tasks;
	char *filter;
	struct meeting_row *rows;
	struct list list;
};

static struct meetings_view *meetings_view(struct view *view)
{
	return (struct meetings_view *)view;
}

static void clear_rows(struct meetings_view *v)
{
	for (int i = 0; i < v->list.count; i++) {
		meeting_release(&v->rows[i].meeting);
		free(v->rows[i].presenter);
	}
	free(v->rows);
	v->rows = NULL;
	v->list.count = 0;
}

/* --- reading --------------------------------------------------------------- */

static enum status read_row(struct workbench *wb, struct meeting_row *row, struct error *err)
{
	struct store *store = wb->store;
	struct meeting_item_list items = { 0 };
	struct conclusion_list conclusions = { 0 };
	struct meeting_stage stage = { 0 };
	enum status status = store->meeting_items(store, row->meeting.id, &items, err);

	if (!status)
		status = store->conclusions(store, row->meeting.id, 0, &conclusions, err);
	if (!status)
		status = workbench_presented(wb, row->meeting.id, &stage, err);
	row->items = items.count;
	for (size_t i = 0; !status && i < items.count; i++)
		row->concluded += !conclusion_is_missing(&conclusions, items.items[i].task_id);
	row->presenter = xstrdup_or_null(stage.who);
	meeting_stage_release(&stage);
	conclusion_list_release(&conclusions);
	meeting_item_list_release(&items);
	return status;
}

static enum status read_rows(struct meetings_view *v, struct workbench *wb, row_id plan, struct error *err)
{
	struct meeting_list list = { 0 };
	enum status status = wb->store->meetings(wb->store, plan, &list, err);

	if (!status) {
		clear_rows(v);
		v->rows = xcalloc(list.count + 1, sizeof *v->rows);
	}
	for (size_t i = 0; !status && i < list.count; i++) {
		struct meeting_row *row = &v->rows[v->list.count++];

		row->meeting = list.items[i];
		list.items[i] = (struct meeting){ 0 };
		status = read_row(wb, row, err);
	}
	meeting_list_release(&list);
	return status;
}

static enum status meetings_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct meetings_view *v = meetings_view(view);
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		status = read_rows(v, app->wb, app->plan.id, err);
	}
	list_fit(&v->list, v->list.count, rect.rows - HEAD_ROWS);
	return status;
}

/* --- drawing ---------------------------------------------------------------- */

static char *state_words(const struct meeting_row *row)
{
	if (row->presenter)
		return xasprintf(_("%s đang trình bày"), row->presenter);
	return xasprintf(row->meeting.ended ? _("xong, %zu/%zu kết luận") : _("%zu/%zu kết luận"), row->concluded, row->items);
}

static void draw_row(const struct meeting_row *row, struct surface *surface, int line, bool cursor)
{
	char day[DATE_TEXT];
	char *state = state_words(row);
	int width = surface->columns < NARROW ? 0 : STATE_COLUMNS;

	surface_text(surface, line, DAY_COLUMN, DAY_COLUMNS, cursor ? STYLE_CURSOR : STYLE_NORMAL, date_vietnamese(row->meeting.day, day));
	surface_text(surface, line, TITLE_COLUMN, surface->columns - 2 - TITLE_COLUMN - width, STYLE_NORMAL, row->meeting.title);
	if (width)
		surface_text_right(surface, line, 0, surface->columns - 1, row->meeting.ended ? STYLE_DONE : STYLE_NORMAL, state);
	if (cursor)
		surface_text(surface, line, 0, 1, STYLE_CURSOR, "▸");
	free(state);
}

static void meetings_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct meetings_view *v = (const struct meetings_view *)view;

	surface_text(surface, rect.row, 1, rect.columns - 2, STYLE_TITLE, _("Các phiên họp của kế hoạch"));
	if (!v->list.count)
		surface_paragraph(surface, (struct rect){ rect.row + HEAD_ROWS, 2, 3, rect.columns - 3 }, STYLE_DIM,
				  _("Chưa có phiên họp nào; nhấn n để mở một phiên."));
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_row(&v->rows[v->list.top + i], surface, rect.row + HEAD_ROWS + i, v->list.top + i == v->list.cursor);
}

/* --- the view ----------------------------------------------------------------- */

static void meetings_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&meetings_view(view)->list, move);
}

static void meetings_free(struct view *view)
{
	struct meetings_view *v = meetings_view(view);

	clear_rows(v);
	task_ids_release(&v->tasks);
	free(v->filter);
	free(v);
}

static const struct view_ops meetings_ops = {
	.title = N_("Các phiên họp"),
	.context = CTX_MEETINGS,
	.move = meetings_move,
	.update = meetings_update,
	.draw = meetings_draw,
	.free = meetings_free,
};

/* Read at once: keys may come before it is drawn. */
struct view *meetings_view_new(struct app *app, const struct task_ids *tasks, const char *filter)
{
	struct meetings_view *v = xcalloc(1, sizeof *v);
	struct error err = ERROR_INIT;

	v->view.ops = &meetings_ops;
	for (size_t i = 0; i < tasks->count; i++)
		task_ids_add(&v->tasks, tasks->items[i]);
	v->filter = xstrdup(filter);
	if (read_rows(v, app->wb, app->plan.id, &err))
		app_complain(app, &err);
	error_release(&err);
	return &v->view;
}

/* --- what is said of a meeting -------------------------------------------------- */

enum { ROW_TITLE, ROW_DAY, ROW_PLACE, ROW_CHAIR, ROW_SECRETARY, ROW_PRESENT, ROW_FILTER, ROW_COUNT };

struct meeting_job {
	row_id meeting;			/* 0: a new one */
	struct task_ids tasks;		/* of a new one; none: those of the filter */
};

static void meeting_job_free(void *context)
{
	struct meeting_job *job = context;

	task_ids_release(&job->tasks);
	free(job);
}

static enum status read_day(const char *text, struct date *day, struct error *err)
{
	struct date today = clock_today();

	if (!text[strspn(text, " ")] || date_from_words(text, today.year, today, day))
		return OK;
	return error_set(err, STATUS_INVALID, _("Không hiểu ngày «%s»; hãy viết như 15/9/2013."), text);
}

static enum status make_meeting(struct meeting_job *job, struct app *app, const struct meeting_order *order, const char *filter,
				struct error *err)
{
	struct task_ids found = { 0 };
	row_id id = 0;
	size_t carried = 0;
	enum status status = OK;

	if (!job->tasks.count)
		status = workbench_meeting_tasks(app->wb, app->plan.id, filter, &found, err);
	if (!status)
		status = workbench_meeting_new(app->wb, app->plan.id, order, job->tasks.count ? &job->tasks : &found, &id, &carried, err);
	if (!status && carried)
		app_say(app, _("Đã mở phiên họp; %zu việc phiên trước chưa kết luận đứng đầu"), carried);
	else if (!status)
		app_say(app, _("Đã mở phiên họp · Enter để trình bày từng việc"));
	if (!status)
		app_push(app, meeting_view_new(app, id));
	task_ids_release(&found);
	return status;
}

static enum status accept_meeting(void *context, struct app *app, const struct form_values *values, struct error *err)
{
	struct meeting_job *job = context;
	struct meeting_order order = {
		.title = values->texts[ROW_TITLE], .place = values->texts[ROW_PLACE], .chair = values->texts[ROW_CHAIR],
		.secretary = values->texts[ROW_SECRETARY], .present = values->texts[ROW_PRESENT],
	};
	enum status status = read_day(values->texts[ROW_DAY], &order.day, err);

	if (!status && job->meeting)
		status = workbench_meeting_edit(app->wb, job->meeting, &order, err);
	else if (!status)
		status = make_meeting(job, app, &order, values->texts[ROW_FILTER], err);
	return status;
}

/* KNOWN: what stands in the fields. FILTER NULL: which tasks it is about is settled. */
static void open_form(struct app *app, struct meeting_job *job, const struct meeting *known, const char *filter)
{
	char day[DATE_TEXT];
	char *draft = field_name("meeting", job->meeting ? job->meeting : -app->plan.id);
	struct form_spec spec = {
		.title = job->meeting ? _("Phiên họp") : _("Mở phiên họp"), .draft = draft,
		.fields = {
			[ROW_TITLE] = { _("Tên"), _("Vd.: Họp giao ban tháng 9. Để trống: họp kiểm điểm tiến độ."), known->title, .max = LINE_MAX_LETTERS },
			[ROW_DAY] = { _("Ngày"), _("Vd.: 15/9/2013. Để trống: hôm nay."), date_vietnamese(known->day, day), .max = 40 },
			[ROW_PLACE] = { _("Địa điểm"), _("Nơi họp."), known->place, .max = LINE_MAX_LETTERS },
			[ROW_CHAIR] = { _("Chủ trì"), _("Người chủ trì họp, chức vụ."), known->chair, .max = LINE_MAX_LETTERS },
			[ROW_SECRETARY] = { _("Thư ký"), _("Người ghi biên bản."), known->secretary, .max = LINE_MAX_LETTERS },
			[ROW_PRESENT] = { _("Tham dự"), _("Những cơ quan, những ai dự họp."), known->present, .max = LINE_MAX_LETTERS },
			[ROW_FILTER] = { _("Lọc"), _("Những nhiệm vụ đưa ra họp, vd.: tinhtrang:quahan cq:SNV muc:II"), filter, .max = LINE_MAX_LETTERS },
		},
		.count = filter ? ROW_COUNT : ROW_FILTER, .accept = accept_meeting, .context = job, .release = meeting_job_free,
	};

	app_push(app, form_new(app, &spec));
	free(draft);
}

enum status meeting_form_open(struct app *app, row_id id, struct error *err)
{
	struct meeting known = { 0 };
	enum status status = app->wb->store->meeting_get(app->wb->store, id, &known, err);
	struct meeting_job *job;

	if (!status) {
		job = xcalloc(1, sizeof *job);
		job->meeting = id;
		open_form(app, job, &known, NULL);
	}
	meeting_release(&known);
	return status;
}

/* --- keys -------------------------------------------------------------------------- */

int act_meetings(struct app *app, struct view *view)
{
	struct target target;

	app_target(app, view, &target);
	app_push(app, meetings_view_new(app, &target.tasks, view->ops->context == CTX_OUTLINE ? outline_view_filter_text(view) : ""));
	target_release(&target);
	return NOTHING;
}

/* In the register m is for members. */
int act_meetings_too(struct app *app, struct view *view)
{
	return act_meetings(app, view);
}

int act_meeting_open(struct app *app, struct view *view)
{
	struct meetings_view *v = meetings_view(view);

	if (v->list.count)
		app_push(app, meeting_view_new(app, v->rows[v->list.cursor].meeting.id));
	else
		app_say(app, _("Chưa có phiên họp nào; nhấn n để mở một phiên."));
	return NOTHING;
}

enum { FROM_TASKS = 1, FROM_FILTER, FROM_OVERDUE, FROM_SOON, FROM_AGENCY, FROM_OTHER };

/* Those who met last time mostly meet again. */
static enum status accept_source(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	struct meetings_view *v = context;
	struct meeting known = { .day = clock_today() };
	struct meeting_job *job = xcalloc(1, sizeof *job);
	struct strbuf filter = STRBUF_INIT;

	(void)count, (void)err;
	if (v->list.count) {
		known.place = v->rows[0].meeting.place;
		known.chair = v->rows[0].meeting.chair;
		known.secretary = v->rows[0].meeting.secretary;
		known.present = v->rows[0].meeting.present;
	}
	for (size_t i = 0; ids[0] == FROM_TASKS && i < v->tasks.count; i++)
		task_ids_add(&job->tasks, v->tasks.items[i]);
	if (ids[0] == FROM_FILTER)
		strbuf_add_text(&filter, v->filter);
	else if (ids[0] == FROM_OVERDUE || ids[0] == FROM_SOON)
		meeting_filter_words(ids[0] == FROM_SOON ? MEETING_SOON : MEETING_OVERDUE, "", &filter);
	else if (ids[0] == FROM_AGENCY)
		meeting_filter_words(MEETING_AGENCY, "", &filter);
	open_form(app, job, &known, ids[0] == FROM_TASKS ? NULL : filter.text);
	strbuf_release(&filter);
	return OK;
}

int act_meeting_new(struct app *app, struct view *view)
{
	struct meetings_view *v = meetings_view(view);
	struct picker_spec spec = { .title = _("Đưa ra họp những nhiệm vụ nào"), .accept = accept_source, .context = v };
	char *picked = xasprintf(_("%zu nhiệm vụ đang chọn"), v->tasks.count), *used = xasprintf(_("bộ lọc đang dùng: %s"), v->filter);

	if (v->tasks.count > 1)
		picker_add_choice(&spec, FROM_TASKS, picked);
	if (*v->filter)
		picker_add_choice(&spec, FROM_FILTER, used);
	picker_add_choice(&spec, FROM_OVERDUE, _("quá hạn"));
	picker_add_choice(&spec, FROM_SOON, _("đến hạn trong 30 ngày tới"));
	picker_add_choice(&spec, FROM_AGENCY, _("chưa xong của một cơ quan"));
	if (v->tasks.count == 1)
		picker_add_choice(&spec, FROM_TASKS, picked);
	picker_add_choice(&spec, FROM_OTHER, _("theo bộ lọc khác"));
	app_push(app, picker_new(&spec));
	free(picked);
	free(used);
	return NOTHING;
}
