/* What the keys record of tasks: marks, evidence, why something is late, more time. */
#include "tui/act_record.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/deadline.h"
#include "core/workbench/subplan.h"
#include "tui/form.h"
#include "tui/job.h"
#include "tui/picker.h"
#include "tui/prompt.h"
#include "tui/view_obligations.h"

/* --- done --------------------------------------------------------------- */

/* Whether all of TASKS are done, and how many bodies share the only one. */
static enum status look_at(struct app *app, const struct task_ids *tasks, bool *all_done, int *shares,
			   struct error *err)
{
	*all_done = true;
	*shares = 0;
	for (size_t i = 0; i < tasks->count; i++) {
		struct task task = { 0 };
		enum status status = app->wb->store->task_get(app->wb->store, tasks->items[i], &task, err);

		if (status)
			return status;
		*all_done = *all_done && task.status == TASK_DONE;
		*shares = tasks->count == 1 ? task.obligations : 0;
		task_release(&task);
	}
	return OK;
}

enum status tasks_toggle(struct app *app, const struct task_ids *tasks, const struct done_mark *mark, bool take_back,
			 struct error *err)
{
	size_t changed;
	enum status status = take_back ? workbench_take_back(app->wb, tasks, mark, &changed, err)
				       : workbench_mark_done(app->wb, tasks, mark, &changed, err);

	if (!status)
		say_done(app, take_back ? _("Đã bỏ đánh dấu") : _("Đã đánh dấu xong"), tasks);
	return status;
}

int act_task_done(struct app *app, struct view *view)
{
	struct target target;
	struct error err = ERROR_INIT;
	bool all_done;
	int shares;
	enum status status;

	app_target(app, view, &target);
	status = look_at(app, &target.tasks, &all_done, &shares, &err);
	if (!status && shares > 1)
		app_push(app, obligations_view_new(target.tasks.items[0], shares));
	else if (!status)
		status = tasks_toggle(app, &target.tasks, &(struct done_mark){ 0 }, all_done, &err);
	target_release(&target);
	return show_outcome(app, status, &err);
}

static enum status accept_result(void *context, struct app *app, const char *text, struct error *err)
{
	const struct job *job = context;
	struct done_mark mark = { .agency = job->agency, .period = job->period, .evidence = *text ? text : NULL };
	size_t changed;
	enum status status = workbench_mark_done(app->wb, &job->tasks, &mark, &changed, err);

	if (!status)
		say_done(app, _("Đã ghi kết quả và đánh dấu xong"), &job->tasks);
	return status;
}

int act_task_result(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	char *field = field_name("result", job->tasks.items[0]);
	struct prompt_spec spec = {
		.label = _("Kết quả, minh chứng"), .field = field, .max = LINE_MAX_LETTERS,
		.accept = accept_result, .context = job, .release = job_free,
	};

	app_push(app, prompt_new(app, &spec));
	free(field);
	return NOTHING;
}

/* --- done by a plan of its own ------------------------------------------ */

static enum status accept_subplan(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	const struct job *job = context;
	struct plan plan = { 0 };
	struct strbuf evidence = STRBUF_INIT;
	size_t changed;
	enum status status = app->wb->store->plan_get(app->wb->store, ids[0], &plan, err);

	(void)count;
	plan_as_evidence(&plan, &evidence);
	if (!status) {
		struct done_mark mark = { .agency = job->agency, .period = job->period, .evidence = evidence.text };

		if (date_is_valid(plan.date))
			mark.on = plan.date;
		status = workbench_mark_done(app->wb, &job->tasks, &mark, &changed, err);
	}
	if (!status)
		app_say(app, _("Xong bằng %s · u để hoàn tác"), plan.number);
	strbuf_release(&evidence);
	plan_release(&plan);
	return status;
}

static void add_plan_item(const struct plan_row *row, struct picker_item_list *items)
{
	struct picker_item item = {
		.id = row->plan.id, .code = xstrdup(row->plan.number),
		.name = xstrdup(row->plan.title ? row->plan.title : row->plan.type),
	};

	picker_item_list_add(items, &item);
}

/* The plans in force that have a number, but for the one that is open. */
static enum status list_subplans(struct app *app, struct picker_item_list *items, struct error *err)
{
	struct plan_row_list plans = { 0 };
	enum status status = app->wb->store->plan_list(app->wb->store, clock_today(), &plans, err);

	for (size_t i = 0; i < plans.count; i++)
		if (plans.items[i].current && plans.items[i].plan.number && plans.items[i].plan.id != app->plan.id)
			add_plan_item(&plans.items[i], items);
	plan_row_list_release(&plans);
	if (!status && !items->count)
		status = error_set(err, STATUS_DENIED, _("Chưa có kế hoạch nào khác được nhập; hãy nhập kế hoạch của cơ quan này trước."));
	return status;
}

int act_share_by_plan(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	struct picker_spec spec = {
		.title = _("Bằng kế hoạch"), .accept = accept_subplan, .context = job, .release = job_free,
	};
	struct error err = ERROR_INIT;
	enum status status = list_subplans(app, &spec.items, &err);

	if (status) {
		picker_item_list_release(&spec.items);
		job_free(job);
		return show_outcome(app, status, &err);
	}
	app_push(app, picker_new(&spec));
	return NOTHING;
}

/* --- doubts ------------------------------------------------------------- */

int act_task_accept(struct app *app, struct view *view)
{
	struct target target;
	struct error err = ERROR_INIT;
	enum status status;

	app_target(app, view, &target);
	status = workbench_accept(app->wb, &target.tasks, &err);
	if (!status)
		say_done(app, _("Đã nhận là đúng"), &target.tasks);
	target_release(&target);
	return show_outcome(app, status, &err);
}

/* --- why it is late ----------------------------------------------------- */

/* The cause that stands where the cursor is; caller frees. */
static enum status present_cause(struct app *app, const struct job *job, char **cause, struct error *err)
{
	struct obligation_list list = { 0 };
	enum status status = job->tasks.count == 1 ? app->wb->store->obligations(app->wb->store, job->tasks.items[0], &list, err) : OK;

	for (size_t i = 0; i < list.count && !*cause; i++)
		if ((!job->agency || list.items[i].agency_id == job->agency) &&
		    (!job->period || same_period(list.items[i].period, job->period)))
			*cause = xstrdup_or_null(list.items[i].cause);
	obligation_list_release(&list);
	return status;
}

static enum status accept_cause(void *context, struct app *app, const char *text, struct error *err)
{
	const struct job *job = context;
	enum status status = workbench_explain(app->wb, &job->tasks, job->agency, job->period, text, err);

	if (!status)
		say_done(app, _("Đã ghi nguyên nhân chậm"), &job->tasks);
	return status;
}

int act_task_cause(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	struct error err = ERROR_INIT;
	char *field = field_name("cause", job->tasks.items[0]), *cause = NULL;
	enum status status = present_cause(app, job, &cause, &err);
	struct prompt_spec spec = {
		.label = _("Vì sao chậm"), .field = field, .initial = cause, .max = LINE_MAX_LETTERS,
		.accept = accept_cause, .context = job, .release = job_free,
	};

	if (status)
		job_free(job);
	else
		app_push(app, prompt_new(app, &spec));
	free(cause);
	free(field);
	return status ? show_outcome(app, status, &err) : NOTHING;
}

/* --- more time ---------------------------------------------------------- */

enum { ROW_DUE, ROW_REASON, ROW_DOCUMENT, ROW_COUNT };

static enum status accept_extension(void *context, struct app *app, const struct form_values *values, struct error *err)
{
	const struct job *job = context;
	struct extension_order order = {
		.agency = job->agency, .period = job->period, .due = values->texts[ROW_DUE],
		.reason = values->texts[ROW_REASON], .document = values->texts[ROW_DOCUMENT],
	};
	size_t changed;
	enum status status = workbench_extend(app->wb, &job->tasks, &order, &changed, err);

	if (!status)
		say_done(app, *order.due ? _("Đã gia hạn") : _("Đã rút gia hạn"), &job->tasks);
	return status;
}

int act_task_extend(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	char *draft = field_name("extension", job->tasks.items[0]), *name = tasks_name(app, &job->tasks);
	char *title = xasprintf(_("Gia hạn %s"), name);
	struct form_spec spec = {
		.title = title, .draft = draft,
		.fields = {
			[ROW_DUE] = { _("Hạn mới"), _("Vd.: 15/10/2013, hết tháng 10. Để trống: rút các lần gia hạn."),
				      .max = LINE_MAX_LETTERS },
			[ROW_REASON] = { _("Lý do"), _("Vì sao được thêm thời gian."), .max = LINE_MAX_LETTERS },
			[ROW_DOCUMENT] = { _("Văn bản"), _("Số, ký hiệu, ngày văn bản cho gia hạn, vd.: 45/UBND-NC ngày 18/9/2013."),
					   .max = LINE_MAX_LETTERS },
		},
		.count = ROW_COUNT, .accept = accept_extension, .context = job, .release = job_free,
	};

	app_push(app, form_new(app, &spec));
	free(title);
	free(name);
	free(draft);
	return NOTHING;
}
