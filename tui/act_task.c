/* What the keys change on tasks, but for what is recorded of them: ask for what is missing, call the use case. */
#include <stdlib.h>
#include <string.h>

#include "core/plan/deadline.h"
#include "core/viet/viet.h"
#include "tui/act_agency.h"
#include "tui/job.h"
#include "tui/picker.h"
#include "tui/prompt.h"
#include "tui/view_outline.h"

/* --- agencies ----------------------------------------------------------- */

static bool has_role(const struct assignment_list *assignments, row_id agency, enum role role)
{
	for (size_t i = 0; i < assignments->count; i++) {
		if (assignments->items[i].agency_id == agency && assignments->items[i].role == role)
			return true;
	}
	return false;
}

/* All agencies and groups; those that have the job's role on its only task are picked. */
static enum status list_agencies(struct app *app, const struct job *job, struct picker_item_list *items,
				 struct error *err)
{
	struct store *store = app->wb->store;
	struct agency_list agencies = { 0 };
	struct assignment_list assignments = { 0 };
	enum status status = store->agency_list(store, &agencies, err);

	if (!status && job->tasks.count == 1)
		status = store->assignments(store, job->tasks.items[0], &assignments, err);
	for (size_t i = 0; i < agencies.count && !status; i++) {
		const struct agency *agency = &agencies.items[i];
		bool picked = has_role(&assignments, agency->id, job->role);
		struct picker_item item = agency_picker_item(agency, picked);

		picker_item_list_add(items, &item);
	}
	assignment_list_release(&assignments);
	agency_list_release(&agencies);
	return status;
}

static enum status accept_agencies(void *context, struct app *app, const row_id *ids, size_t count,
				   struct error *err)
{
	const struct job *job = context;
	enum status status = workbench_assign(app->wb, &job->tasks, job->role, ids, count, err);

	if (!status)
		say_done(app, job->role == ROLE_LEAD ? _("Đã giao chủ trì") : _("Đã giao phối hợp"),
			 &job->tasks);
	return status;
}

static int assign(struct app *app, struct view *view, enum role role, const char *title)
{
	struct job *job = job_new(app, view);
	struct picker_spec spec = {
		.title = title, .several = true, .accept = accept_agencies, .add = agency_add_typed,
		.context = job, .release = job_free,
	};
	struct error err = ERROR_INIT;
	enum status status;

	job->role = role;
	status = list_agencies(app, job, &spec.items, &err);
	if (status) {
		picker_item_list_release(&spec.items);
		job_free(job);
		return show_outcome(app, status, &err);
	}
	app_push(app, picker_new(&spec));
	return NOTHING;
}

int act_task_lead(struct app *app, struct view *view)
{
	return assign(app, view, ROLE_LEAD, _("Chủ trì"));
}

int act_task_with(struct app *app, struct view *view)
{
	return assign(app, view, ROLE_COORDINATING, _("Phối hợp"));
}

/* --- areas and tags ------------------------------------------------------ */

/* Those of the plan; what the job's only task has is picked. */
static enum status list_labels(struct app *app, const struct job *job, struct picker_item_list *items, struct error *err)
{
	struct store *store = app->wb->store;
	struct label_list all = { 0 }, present = { 0 };
	enum status status = store->labels(store, app->plan.id, &all, err);

	if (!status && job->tasks.count == 1)
		status = store->labels_of(store, job->tasks.items[0], &present, err);
	for (size_t i = 0; i < all.count && !status; i++) {
		struct picker_item item = {
			.id = all.items[i].id, .name = xstrdup(all.items[i].name),
			.detail = xstrdup(all.items[i].kind == LABEL_AREA ? _("lĩnh vực") : _("nhãn")),
			.picked = label_named(&present, all.items[i].kind, all.items[i].name) != NULL,
		};

		picker_item_list_add(items, &item);
	}
	label_list_release(&all);
	label_list_release(&present);
	return status;
}

static enum status add_tag(void *context, struct app *app, const char *text, struct picker_item *item, struct error *err)
{
	row_id id;
	enum status status = workbench_add_tag(app->wb, app->plan.id, text, &id, err);

	(void)context;
	if (!status)
		*item = (struct picker_item){ .id = id, .name = xstrdup(text), .detail = xstrdup(_("nhãn")) };
	return status;
}

static enum status accept_labels(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	const struct job *job = context;
	enum status status = workbench_set_labels(app->wb, &job->tasks, ids, count, err);

	if (!status)
		say_done(app, _("Đã gắn nhãn"), &job->tasks);
	return status;
}

int act_task_labels(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	struct picker_spec spec = {
		.title = _("Lĩnh vực, nhãn"), .several = true, .accept = accept_labels, .add = add_tag,
		.context = job, .release = job_free,
	};
	struct error err = ERROR_INIT;
	enum status status = list_labels(app, job, &spec.items, &err);

	if (status) {
		picker_item_list_release(&spec.items);
		job_free(job);
		return show_outcome(app, status, &err);
	}
	app_push(app, picker_new(&spec));
	return NOTHING;
}

/* --- deadline ----------------------------------------------------------- */

static void preview_deadline(void *context, struct app *app, const char *text, struct strbuf *out)
{
	const struct job *job = context;
	struct deadline deadline = { 0 };

	(void)app;
	if (text[strspn(text, " ")] == '\0')
		strbuf_add_text(out,
				_("Vd.: 15/9/2013 · trong tháng 8 · quý III · thường xuyên · hằng quý. "
				  "Để trống: bỏ thời hạn."));
	else if (deadline_parse(text, job->year, &deadline))
		deadline_explain(&deadline, out);
	else
		strbuf_add_text(out,
				_("Chưa hiểu thành ngày; lời vẫn giữ nguyên, nhiệm vụ không có hạn."));
	deadline_release(&deadline);
}

static enum status accept_deadline(void *context, struct app *app, const char *text, struct error *err)
{
	const struct job *job = context;
	enum status status = workbench_set_deadline(app->wb, &job->tasks, text, NULL, err);

	if (!status)
		say_done(app, _("Đã đặt thời hạn"), &job->tasks);
	return status;
}

/* The task the cursor's job is about, where there is just one. */
static enum status only_task(struct app *app, const struct job *job, struct task *task, struct error *err)
{
	if (job->tasks.count != 1)
		return OK;
	return app->wb->store->task_get(app->wb->store, job->tasks.items[0], task, err);
}

int act_task_deadline(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	struct task task = { 0 };
	struct error err = ERROR_INIT;
	char *field = field_name("deadline", job->tasks.items[0]);
	struct prompt_spec spec = {
		.label = _("Thời hạn"), .field = field, .max = LINE_MAX_LETTERS, .replaces = true,
		.preview = preview_deadline, .accept = accept_deadline, .context = job, .release = job_free,
	};
	enum status status = only_task(app, job, &task, &err);

	spec.initial = task.deadline.raw;
	if (status)
		job_free(job);
	else
		app_push(app, prompt_new(app, &spec));
	task_release(&task);
	free(field);
	return status ? show_outcome(app, status, &err) : NOTHING;
}

/* --- status ------------------------------------------------------------- */

static enum status accept_status(void *context, struct app *app, const row_id *ids, size_t count,
				 struct error *err)
{
	const struct job *job = context;
	enum task_status wanted = (enum task_status)(ids[0] - 1);
	enum status status = workbench_set_status(app->wb, &job->tasks, wanted, err);

	(void)count;
	if (!status)
		say_done(app, task_status_label(wanted), &job->tasks);
	return status;
}

int act_task_status(struct app *app, struct view *view)
{
	static const enum task_status statuses[] = { TASK_OPEN, TASK_DOING, TASK_SUSPENDED, TASK_CANCELLED };
	struct picker_spec spec = {
		.title = _("Trạng thái"), .accept = accept_status,
		.context = job_new(app, view), .release = job_free,
	};

	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
		struct picker_item item = { .id = statuses[i] + 1,
					    .name = xstrdup(task_status_label(statuses[i])) };

		picker_item_list_add(&spec.items, &item);
	}
	app_push(app, picker_new(&spec));
	return NOTHING;
}

/* --- words -------------------------------------------------------------- */

static enum status accept_edit(void *context, struct app *app, const char *text, struct error *err)
{
	const struct job *job = context;
	enum status status = workbench_edit_task(app->wb, job->tasks.items[0], job->version, job->field,
						 text, err);

	if (!status)
		say_done(app, _("Đã sửa"), &job->tasks);
	return status;
}

static struct job *job_copy(const struct job *job)
{
	struct job *copy = xcalloc(1, sizeof *copy);

	*copy = *job;
	copy->tasks = (struct task_ids){ 0 };
	for (size_t i = 0; i < job->tasks.count; i++)
		task_ids_add(&copy->tasks, job->tasks.items[i]);
	return copy;
}

/* A field was chosen: now its words. */
static enum status accept_field(void *context, struct app *app, const row_id *ids, size_t count,
				struct error *err)
{
	struct job *job = job_copy(context);
	struct task task = { 0 };
	char *field = field_name(ids[0] - 1 == FIELD_TITLE ? "title" : "product", job->tasks.items[0]);
	struct prompt_spec spec = {
		.field = field, .max = LINE_MAX_LETTERS, .accept = accept_edit,
		.context = job, .release = job_free,
	};
	enum status status = only_task(app, job, &task, err);

	(void)count;
	job->field = (enum task_field)(ids[0] - 1);
	job->version = task.version;
	spec.label = job->field == FIELD_TITLE ? _("Tên nhiệm vụ") : _("Sản phẩm");
	spec.initial = job->field == FIELD_TITLE ? task.title : task.product;
	if (status)
		job_free(job);
	else
		app_push(app, prompt_new(app, &spec));
	task_release(&task);
	free(field);
	return status;
}

/* The field of the task under the cursor at once. */
int act_task_product(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	struct error err = ERROR_INIT;
	enum status status = accept_field(job, app, (row_id[]){ FIELD_PRODUCT + 1 }, 1, &err);

	job_free(job);
	return status ? show_outcome(app, status, &err) : NOTHING;
}

int act_task_edit(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	struct picker_spec spec = {
		.title = _("Sửa"), .accept = accept_field, .context = job, .release = job_free,
	};
	struct picker_item title = { .id = FIELD_TITLE + 1, .name = xstrdup(_("Tên nhiệm vụ")) };
	struct picker_item product = { .id = FIELD_PRODUCT + 1, .name = xstrdup(_("Sản phẩm")) };

	picker_item_list_add(&spec.items, &title);
	picker_item_list_add(&spec.items, &product);
	app_push(app, picker_new(&spec));
	return NOTHING;
}

static enum status accept_note(void *context, struct app *app, const char *text, struct error *err)
{
	const struct job *job = context;
	enum status status = workbench_add_note(app->wb, job->tasks.items[0], text, err);

	if (!status)
		say_done(app, _("Đã ghi chú"), &job->tasks);
	return status;
}

int act_task_note(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	char *field = field_name("note", job->tasks.items[0]);
	struct prompt_spec spec = {
		.label = _("Ghi chú"), .field = field, .max = LINE_MAX_LETTERS, .accept = accept_note,
		.context = job, .release = job_free,
	};

	app_push(app, prompt_new(app, &spec));
	free(field);
	return NOTHING;
}
