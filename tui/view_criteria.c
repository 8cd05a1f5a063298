#include "tui/view_criteria.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/criterion.h"
#include "core/viet/viet.h"
#include "tui/act_agency.h"
#include "tui/detail.h"
#include "tui/form.h"
#include "tui/job.h"
#include "tui/layout.h"
#include "tui/picker.h"
#include "tui/view_outline.h"

enum { CODE_COLUMN = 2, CODE_COLUMNS = 8, POINTS_COLUMNS = 9, NARROW = 60, CODE_MAX = 20, NAME_MAX = 300, POINTS_MAX = 10, TASKS_MAX = 400 };

struct criteria_view {
	struct view view;
	int year;
	struct criterion_list items;
	struct list list;
	struct detail detail;
};

static struct criteria_view *criteria_view(struct view *view)
{
	return (struct criteria_view *)view;
}

static const struct criterion *at_cursor(const struct criteria_view *v)
{
	return v->list.cursor < (int)v->items.count ? &v->items.items[v->list.cursor] : NULL;
}

/* What stands in the row: of a sum, what lies below it comes to. */
static struct points_sum points_of(const struct criteria_view *v, const struct criterion *criterion)
{
	if (criterion_is_sum(&v->items, criterion))
		return criteria_sum(&v->items, criterion->code);
	return (struct points_sum){
		.maximum = criterion->maximum, .self = criterion->self, .verified = criterion->verified, .all = 1,
		.self_scored = criterion->self != NO_POINTS, .verified_scored = criterion->verified != NO_POINTS,
	};
}

/* --- reading ------------------------------------------------------------- */

/* "✓ 15/KH-UBND II.1-2 Trồng cây": a task that serves it, wherever it stands. */
static enum status read_task(struct criteria_view *v, struct store *store, row_id id, struct error *err)
{
	struct task_row task = { 0 };
	struct plan plan = { 0 };
	enum status status = store->task_row_get(store, id, &task, err);

	if (!status)
		status = store->plan_get(store, task.task.plan_id, &plan, err);
	if (!status)
		detail_add(&v->detail, task.task.status == TASK_DONE ? STYLE_DONE : STYLE_NORMAL,
			   xasprintf("%s %s %s-%d %s", task.task.status == TASK_DONE ? "✓" : "·", plan.number ? plan.number : plan.type,
				     task.section_path, task.task.position, task.task.title));
	plan_release(&plan);
	task_row_release(&task);
	return status;
}

static enum status read_detail(struct criteria_view *v, struct store *store, struct error *err)
{
	const struct criterion *criterion = at_cursor(v);
	struct criterion_task_list tasks = { 0 };
	enum status status;

	v->detail.late = false;
	detail_clear(&v->detail);
	if (!criterion)
		return OK;
	detail_add(&v->detail, STYLE_STRONG, xasprintf("%s %s", criterion->code, criterion->name));
	if (criterion->evidence)
		detail_add(&v->detail, STYLE_NORMAL, xasprintf(_("Minh chứng: %s"), criterion->evidence));
	status = store->criterion_tasks(store, criterion->id, &tasks, err);
	for (size_t i = 0; !status && i < tasks.count; i++)
		status = read_task(v, store, tasks.items[i].task_id, err);
	criterion_task_list_release(&tasks);
	return status;
}

static enum status read_items(struct criteria_view *v, struct workbench *wb, struct error *err)
{
	struct criterion_list items = { 0 };
	enum status status = workbench_criteria(wb, v->year, &items, err);

	if (status)
		return status;
	criterion_list_release(&v->items);
	v->items = items;
	list_fit(&v->list, (int)items.count, v->list.rows);
	return read_detail(v, wb->store, err);
}

static enum status criteria_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct criteria_view *v = criteria_view(view);
	struct list_panes panes = detail_panes_now(&v->detail, app, rect);
	enum status status = OK;

	v->detail.rect = panes.detail;
	if (view->stale) {
		view->stale = false;
		status = read_items(v, app->wb, err);
	}
	list_fit(&v->list, (int)v->items.count, panes.list.rows);
	return status;
}

static enum status criteria_rest(struct view *view, struct app *app, struct error *err)
{
	struct criteria_view *v = criteria_view(view);

	return v->detail.late ? read_detail(v, app->wb->store, err) : OK;
}

/* --- drawing ------------------------------------------------------------- */

static void draw_title(const struct criteria_view *v, struct surface *surface, int row)
{
	struct points_sum total = criteria_sum(&v->items, NULL);
	char maximum[POINTS_TEXT], self[POINTS_TEXT], verified[POINTS_TEXT];
	char *title = xasprintf(_("Tiêu chí năm %d"), v->year);
	char *figures = xasprintf(surface->columns < NARROW ? "%s/%s" : _("tự chấm %s/%s · thẩm định %s"),
				  points_text(total.self_scored ? total.self : 0, self), points_text(total.maximum, maximum),
				  points_text(total.verified_scored ? total.verified : 0, verified));
	int width = viet_width(figures, strlen(figures));

	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, title);
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, figures);
	free(figures);
	free(title);
}

/* A narrow screen has room for what is scored of how much. */
static int count_points(const struct surface *surface)
{
	return surface->columns < NARROW ? 1 : 3;
}

static int points_column(const struct surface *surface, int number)
{
	return surface->columns - 1 - POINTS_COLUMNS * (count_points(surface) - number);
}

static void draw_heads(struct surface *surface, int row)
{
	bool narrow = count_points(surface) == 1;
	const char *const heads[] = { narrow ? _("Điểm") : _("Tối đa"), _("Tự chấm"), _("Th.định") };

	surface_text(surface, row, CODE_COLUMN, CODE_COLUMNS, STYLE_DIM, _("Mã"));
	surface_text(surface, row, CODE_COLUMN + CODE_COLUMNS + 1, points_column(surface, 0) - CODE_COLUMN - CODE_COLUMNS - 1, STYLE_DIM,
		     _("Tiêu chí"));
	for (int i = 0; i < count_points(surface); i++)
		surface_text_right(surface, row, points_column(surface, i), POINTS_COLUMNS, STYLE_DIM, heads[i]);
}

static void draw_row(const struct criteria_view *v, struct surface *surface, int row, int number)
{
	const struct criterion *criterion = &v->items.items[number];
	struct points_sum sum = points_of(v, criterion);
	enum role_style style = criterion_is_sum(&v->items, criterion) ? STYLE_STRONG : STYLE_NORMAL;
	int points[] = { sum.maximum, sum.self_scored ? sum.self : NO_POINTS, sum.verified_scored ? sum.verified : NO_POINTS };
	int name = CODE_COLUMN + CODE_COLUMNS + 1;
	char texts[3][POINTS_TEXT], *both = NULL;

	surface_text(surface, row, CODE_COLUMN, CODE_COLUMNS, STYLE_DIM, criterion->code);
	surface_text(surface, row, name, points_column(surface, 0) - name, style, criterion->name);
	for (int i = 0; i < 3; i++)
		points_text(points[i], texts[i]);
	if (count_points(surface) == 1 && points[1] != NO_POINTS)
		both = xasprintf("%s/%s", texts[1], texts[0]);
	for (int i = 0; i < count_points(surface); i++)
		surface_text_right(surface, row, points_column(surface, i), POINTS_COLUMNS, style, both ? both : texts[i]);
	free(both);
	if (number == v->list.cursor)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
}

static void criteria_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct criteria_view *v = (const struct criteria_view *)view;
	struct list_panes panes = detail_panes(&v->detail, rect);
	struct rect nothing = { panes.list.row, CODE_COLUMN, panes.list.rows, rect.columns - 3 };

	draw_title(v, surface, panes.title);
	draw_heads(surface, panes.heads);
	if (!v->items.count)
		surface_paragraph(surface, nothing, STYLE_DIM,
				  _("Năm này chưa có tiêu chí nào; nhấn n để thêm, [ ] để xem năm khác, hoặc nạp danh sách bằng "
				    "«kehoach criteria --load TỆP»."));
	for (int i = 0; i < panes.list.rows && v->list.top + i < v->list.count; i++)
		draw_row(v, surface, panes.list.row + i, v->list.top + i);
	detail_draw(&v->detail, surface, &panes);
}

/* --- the view ------------------------------------------------------------ */

static void criteria_move(struct view *view, struct app *app, enum move move)
{
	struct criteria_view *v = criteria_view(view);

	(void)app;
	if (detail_move(&v->detail, move))
		return;
	list_move(&v->list, move);
	v->detail.late = true;
}

static void criteria_detail(struct view *view, struct app *app)
{
	struct criteria_view *v = criteria_view(view);
	struct error err = ERROR_INIT;

	detail_turn(&v->detail);
	if (v->detail.late && read_detail(v, app->wb->store, &err))
		app_complain(app, &err);
	error_release(&err);
}

static void criteria_back(struct view *view, struct app *app)
{
	if (criteria_view(view)->detail.reading)
		criteria_detail(view, app);
	else
		app_remove(app, view);
}

static void criteria_free(struct view *view)
{
	struct criteria_view *v = criteria_view(view);

	criterion_list_release(&v->items);
	detail_release(&v->detail);
	free(v);
}

static const struct view_ops criteria_ops = {
	.title = N_("Tiêu chí"),
	.context = CTX_CRITERIA,
	.move = criteria_move,
	.detail = criteria_detail,
	.update = criteria_update,
	.draw = criteria_draw,
	.rest = criteria_rest,
	.back = criteria_back,
	.free = criteria_free,
};

struct view *criteria_view_new(int year)
{
	struct criteria_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &criteria_ops;
	v->view.stale = true;
	v->year = year;
	return &v->view;
}

int act_view_criteria(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, criteria_view_new(app->plan.id && app->plan.year ? app->plan.year : clock_today().year));
	return NOTHING;
}

static int turn_year(struct view *view, int years)
{
	struct criteria_view *v = criteria_view(view);

	v->year += years;
	v->view.stale = true;
	list_go(&v->list, 0);
	return NOTHING;
}

int act_criteria_before(struct app *app, struct view *view)
{
	(void)app;
	return turn_year(view, -1);
}

int act_criteria_after(struct app *app, struct view *view)
{
	(void)app;
	return turn_year(view, 1);
}

/* --- going to a task that serves it --------------------------------------- */

static enum status open_task(struct app *app, row_id id, struct error *err)
{
	struct task task = { 0 };
	enum status status = app->wb->store->task_get(app->wb->store, id, &task, err);

	if (!status)
		status = outline_view_open(app, task.plan_id, id, err);
	task_release(&task);
	return status;
}

static enum status accept_task(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	(void)context, (void)count;
	return open_task(app, ids[0], err);
}

static enum status ask_task(struct app *app, const struct criterion_task_list *tasks, struct error *err)
{
	struct picker_spec spec = { .title = _("Nhiệm vụ phục vụ tiêu chí này"), .accept = accept_task };
	enum status status = OK;

	for (size_t i = 0; !status && i < tasks->count; i++) {
		struct task_row task = { 0 };

		status = app->wb->store->task_row_get(app->wb->store, tasks->items[i].task_id, &task, err);
		if (!status)
			picker_add_choice(&spec, task.task.id, task.task.title);
		task_row_release(&task);
	}
	if (status)
		picker_item_list_release(&spec.items);
	else
		app_push(app, picker_new(&spec));
	return status;
}

int act_criterion_open(struct app *app, struct view *view)
{
	const struct criterion *criterion = at_cursor(criteria_view(view));
	struct criterion_task_list tasks = { 0 };
	struct error err = ERROR_INIT;
	enum status status = criterion ? app->wb->store->criterion_tasks(app->wb->store, criterion->id, &tasks, &err) : OK;

	if (!status && !tasks.count)
		app_say(app, _("Chưa có nhiệm vụ nào phục vụ tiêu chí này; nhấn e để ghi."));
	else if (!status)
		status = tasks.count == 1 ? open_task(app, tasks.items[0].task_id, &err) : ask_task(app, &tasks, &err);
	if (status)
		app_complain(app, &err);
	criterion_task_list_release(&tasks);
	error_release(&err);
	return NOTHING;
}

/* --- writing --------------------------------------------------------------- */

enum { ROW_CODE, ROW_NAME, ROW_MAXIMUM, ROW_SELF, ROW_VERIFIED, ROW_EVIDENCE, ROW_TASKS, ROW_COUNT };

struct criterion_job {
	int year;
	row_id plan;		/* whose tasks are named by their paths; 0: none is open */
};

static enum status read_points(const char *text, int *points, struct error *err)
{
	if (points_parse(text, points))
		return OK;
	return error_set(err, STATUS_INVALID, _("«%s» không phải số điểm; hãy gõ như 1,5."), text);
}

static enum status find_tasks(struct app *app, row_id plan, const char *text, struct task_ids *tasks, struct error *err)
{
	struct string_list names = { 0 };
	enum status status = OK;

	split_names(text, &names);
	for (size_t i = 0; !status && i < names.count; i++) {
		row_id task;

		status = workbench_find_task(app->wb, plan, names.items[i], &task, err);
		if (!status)
			task_ids_add(tasks, task);
	}
	string_list_release(&names);
	return status;
}

static enum status accept_criterion(void *context, struct app *app, const struct form_values *values, struct error *err)
{
	const struct criterion_job *job = context;
	char *const *texts = values->texts;
	struct task_ids tasks = { 0 };
	int maximum, self, verified;
	struct criterion_order order = {
		.year = job->year, .code = texts[ROW_CODE], .name = texts[ROW_NAME], .evidence = texts[ROW_EVIDENCE],
		.maximum = &maximum, .self = &self, .verified = &verified, .tasks = &tasks, .plan = job->plan,
	};
	enum status status = read_points(texts[ROW_MAXIMUM], &maximum, err);

	if (!status)
		status = read_points(texts[ROW_SELF], &self, err);
	if (!status)
		status = read_points(texts[ROW_VERIFIED], &verified, err);
	if (!status && job->plan)
		status = find_tasks(app, job->plan, texts[ROW_TASKS], &tasks, err);
	if (!status)
		status = workbench_save_criteria(app->wb, &order, 1, err);
	if (!status)
		app_say(app, _("Đã lưu tiêu chí %s · u để hoàn tác"), order.code);
	task_ids_release(&tasks);
	return status;
}

/* "II.1-1; III-2": those of PLAN that serve it. */
static enum status name_tasks(struct store *store, row_id criterion, row_id plan, struct strbuf *out, struct error *err)
{
	struct criterion_task_list list = { 0 };
	enum status status = store->criterion_tasks(store, criterion, &list, err);

	for (size_t i = 0; !status && i < list.count; i++) {
		struct task_row task = { 0 };

		status = store->task_row_get(store, list.items[i].task_id, &task, err);
		if (!status && task.task.plan_id == plan)
			strbuf_addf(out, "%s%s-%d", out->length ? "; " : "", task.section_path, task.task.position);
		task_row_release(&task);
	}
	criterion_task_list_release(&list);
	return status;
}

/* CRITERION: what is stored; without id: a new one. */
static void open_form(struct app *app, int year, const struct criterion *criterion, const char *tasks)
{
	struct criterion_job *job = xcalloc(1, sizeof *job);
	char maximum[POINTS_TEXT], self[POINTS_TEXT], verified[POINTS_TEXT];
	char *draft = xasprintf("criterion:%d:%lld", year, criterion->id);
	char *title = criterion->id ? xasprintf(_("Tiêu chí %s năm %d"), criterion->code, year) : xasprintf(_("Thêm tiêu chí năm %d"), year);
	struct form_spec spec = {
		.title = title, .draft = draft,
		.fields = {
			[ROW_CODE] = { _("Mã"), _("Các cấp cách nhau bằng dấu chấm, vd.: 1.2.3"), criterion->code, .max = CODE_MAX },
			[ROW_NAME] = { _("Tên"), _("Tên tiêu chí hoặc tiêu chí thành phần"), criterion->name, .max = NAME_MAX },
			[ROW_MAXIMUM] = { _("Điểm tối đa"), _("Vd.: 1,5. Tiêu chí có cấp dưới thì để trống: điểm là tổng cấp dưới."),
					  points_text(criterion->maximum, maximum), .max = POINTS_MAX },
			[ROW_SELF] = { _("Tự chấm"), _("Để trống khi chưa chấm."), points_text(criterion->self, self), .max = POINTS_MAX },
			[ROW_VERIFIED] = { _("Thẩm định"), _("Để trống khi chưa có kết quả."), points_text(criterion->verified, verified),
					   .max = POINTS_MAX },
			[ROW_EVIDENCE] = { _("Minh chứng"), _("Số, ký hiệu văn bản, báo cáo …"), criterion->evidence, .max = LINE_MAX_LETTERS },
			[ROW_TASKS] = { _("Nhiệm vụ"), _("Mã nhiệm vụ của kế hoạch đang mở, cách nhau bằng dấu chấm phẩy, vd.: II.1-1; III-2"),
					tasks, .max = TASKS_MAX },
		},
		.count = app->plan.id ? ROW_COUNT : ROW_TASKS, .accept = accept_criterion, .context = job, .release = free,
	};

	*job = (struct criterion_job){ year, app->plan.id };
	app_push(app, form_new(app, &spec));
	free(title);
	free(draft);
}

int act_criterion_new(struct app *app, struct view *view)
{
	struct criterion new = { .maximum = NO_POINTS, .self = NO_POINTS, .verified = NO_POINTS };

	open_form(app, criteria_view(view)->year, &new, NULL);
	return NOTHING;
}

int act_criterion_edit(struct app *app, struct view *view)
{
	struct criteria_view *v = criteria_view(view);
	const struct criterion *criterion = at_cursor(v);
	struct strbuf tasks = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (!criterion)
		app_say(app, _("Chưa có tiêu chí nào; nhấn n để thêm."));
	else if (name_tasks(app->wb->store, criterion->id, app->plan.id, &tasks, &err))
		app_complain(app, &err);
	else
		open_form(app, v->year, criterion, tasks.text);
	strbuf_release(&tasks);
	error_release(&err);
	return NOTHING;
}

int act_criterion_drop(struct app *app, struct view *view)
{
	struct criteria_view *v = criteria_view(view);
	const struct criterion *criterion = at_cursor(v);
	struct error err = ERROR_INIT;
	char *code = criterion ? xstrdup(criterion->code) : NULL;
	enum status status = criterion ? workbench_drop_criterion(app->wb, v->year, code, &err) : OK;

	if (criterion && !status)
		app_say(app, _("Đã bỏ tiêu chí %s · u để hoàn tác"), code);
	free(code);
	return show_outcome(app, status, &err);
}
