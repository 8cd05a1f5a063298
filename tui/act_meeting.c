/* What is decided of the task that a meeting has on the screen: a key each, and a sheet for what belongs to it. */
#include <stdlib.h>
#include <string.h>

#include "core/plan/deadline.h"
#include "core/workbench/meeting.h"
#include "core/workbench/quick.h"
#include "tui/form.h"
#include "tui/job.h"
#include "tui/prompt.h"
#include "tui/view_stage.h"

/* The rows of a sheet, in their order; -1: it has none of them. */
struct conclusion_job {
	row_id meeting, task;
	enum conclusion_kind kind;
	int words, due, agency, leads;
};

/* False, and says why, while no task is shown. */
static bool job_begin(struct app *app, struct view *view, enum conclusion_kind kind, struct conclusion_job **job)
{
	struct conclusion_job new = { .kind = kind, .words = -1, .due = -1, .agency = -1, .leads = -1 };

	stage_view_spot(view, &new.meeting, &new.task);
	if (!new.task && kind != CONCLUSION_FREE) {
		app_say(app, _("Đang hiện số liệu; sang một việc rồi mới ghi kết luận."));
		return false;
	}
	*job = xcalloc(1, sizeof **job);
	**job = new;
	return true;
}

static void say_concluded(struct app *app, const struct conclusion_job *job)
{
	app_say(app, _("Đã ghi kết luận: %s · u để hoàn tác"), conclusion_kind_label(job->kind));
}

/* --- names that are typed -------------------------------------------------------- */

static enum status find_bodies(struct app *app, const char *text, row_id **ids, size_t *count, struct error *err)
{
	struct date day;
	enum status status = workbench_names_day(app->wb, app->plan.id, &day, err);

	*ids = xcalloc(strlen(text) / 2 + 1, sizeof **ids);
	while (!status && *text) {
		size_t length = strcspn(text, ";,");
		char *name = xstrndup(text + strspn(text, " "), length - (strspn(text, " ") < length ? strspn(text, " ") : length));

		if (*name)
			status = workbench_find_agency_on(app->wb, name, day, &(*ids)[*count], err);
		*count += *name && !status;
		free(name);
		text += length + (text[length] != '\0');
	}
	return status;
}

static enum status accept_form(void *context, struct app *app, const struct form_values *values, struct error *err)
{
	const struct conclusion_job *job = context;
	struct conclusion_order order = { .meeting = job->meeting, .task = job->task, .kind = job->kind };
	row_id *bodies = NULL, *leads = NULL;
	size_t count = 0;
	enum status status = OK;

	if (job->words >= 0)
		order.words = values->texts[job->words];
	if (job->due >= 0)
		order.due = values->texts[job->due];
	if (job->agency >= 0)
		status = find_bodies(app, values->texts[job->agency], &bodies, &count, err);
	if (!status && count > 1)
		status = error_set(err, STATUS_INVALID, _("Mỗi kết luận ghi cho một cơ quan; để trống là mọi cơ quan chủ trì."));
	if (!status && job->leads >= 0)
		status = find_bodies(app, values->texts[job->leads], &leads, &order.lead_count, err);
	order.agency = count ? bodies[0] : 0;
	order.leads = leads;
	if (!status)
		status = workbench_conclude(app->wb, &order, err);
	if (!status)
		say_concluded(app, job);
	free(bodies);
	free(leads);
	return status;
}

static int add_field(struct form_spec *spec, const char *label, const char *help)
{
	spec->fields[spec->count] = (struct form_field){ label, help, NULL, .max = LINE_MAX_LETTERS };
	return spec->count++;
}

static int open_form(struct app *app, struct conclusion_job *job, struct form_spec *spec)
{
	char *draft = xasprintf("conclusion-%s:%lld", conclusion_kind_word(job->kind), job->task);

	spec->draft = draft;
	spec->accept = accept_form;
	spec->context = job;
	spec->release = free;
	app_push(app, form_new(app, spec));
	free(draft);
	return NOTHING;
}

/* --- the keys ---------------------------------------------------------------------- */

int act_conclude_done(struct app *app, struct view *view)
{
	struct form_spec spec = { .title = _("Đã hoàn thành") };
	struct conclusion_job *job;

	if (!job_begin(app, view, CONCLUSION_DONE, &job))
		return NOTHING;
	job->words = add_field(&spec, _("Minh chứng"), _("Số, ký hiệu văn bản báo cáo; có thể để trống. F2 lưu."));
	job->agency = add_field(&spec, _("Cơ quan"), _("Chỉ phần việc của cơ quan này; để trống: tất cả."));
	return open_form(app, job, &spec);
}

int act_conclude_extend(struct app *app, struct view *view)
{
	struct form_spec spec = { .title = _("Gia hạn") };
	struct conclusion_job *job;

	if (!job_begin(app, view, CONCLUSION_EXTEND, &job))
		return NOTHING;
	job->due = add_field(&spec, _("Hạn mới"), _("Vd.: 15/10/2013, hết tháng 10."));
	job->words = add_field(&spec, _("Lý do"), _("Vì sao được thêm thời gian. F2 lưu."));
	job->agency = add_field(&spec, _("Cơ quan"), _("Chỉ phần việc của cơ quan này; để trống: tất cả."));
	return open_form(app, job, &spec);
}

int act_conclude_reassign(struct app *app, struct view *view)
{
	struct form_spec spec = { .title = _("Giao lại chủ trì") };
	struct conclusion_job *job;

	if (!job_begin(app, view, CONCLUSION_REASSIGN, &job))
		return NOTHING;
	job->leads = add_field(&spec, _("Chủ trì"), _("Tên hoặc ký hiệu, cách nhau bằng dấu chấm phẩy, vd.: SNV; Sở Y tế. F2 lưu."));
	job->words = add_field(&spec, _("Lời ghi"), _("Có thể để trống."));
	return open_form(app, job, &spec);
}

int act_conclude_remind(struct app *app, struct view *view)
{
	struct form_spec spec = { .title = _("Đôn đốc") };
	struct conclusion_job *job;

	if (!job_begin(app, view, CONCLUSION_REMIND, &job))
		return NOTHING;
	job->words = add_field(&spec, _("Việc phải làm"), _("Vd.: gửi báo cáo. Có thể để trống. F2 lưu."));
	job->due = add_field(&spec, _("Chậm nhất"), _("Vd.: 15/9/2013. Có thể để trống."));
	job->agency = add_field(&spec, _("Cơ quan"), _("Cơ quan bị đôn đốc; để trống: mọi cơ quan chủ trì."));
	return open_form(app, job, &spec);
}

int act_conclude_note(struct app *app, struct view *view)
{
	struct form_spec spec = { .title = _("Ghi nhận") };
	struct conclusion_job *job;

	if (!job_begin(app, view, CONCLUSION_NOTE, &job))
		return NOTHING;
	job->words = add_field(&spec, _("Kết luận"), _("Một câu. F2 lưu."));
	job->agency = add_field(&spec, _("Cơ quan"), _("Cơ quan thực hiện; để trống: mọi cơ quan chủ trì."));
	return open_form(app, job, &spec);
}

static enum status accept_words(void *context, struct app *app, const char *text, struct error *err)
{
	const struct conclusion_job *job = context;
	struct conclusion_order order = { .meeting = job->meeting, .task = job->task, .kind = job->kind, .words = text };
	enum status status = workbench_conclude(app->wb, &order, err);

	if (!status)
		say_concluded(app, job);
	return status;
}

int act_conclude_postpone(struct app *app, struct view *view)
{
	struct conclusion_job *job;
	char *field;
	struct prompt_spec spec = { .label = _("Để phiên họp sau, vì"), .max = LINE_MAX_LETTERS, .accept = accept_words, .release = free };

	if (!job_begin(app, view, CONCLUSION_POSTPONE, &job))
		return NOTHING;
	spec.context = job;
	spec.field = field = field_name("postpone", job->task);
	app_push(app, prompt_new(app, &spec));
	free(field);
	return NOTHING;
}

/* What was understood of a new task, while it is typed. */
static void preview_task(void *context, struct app *app, const char *text, struct strbuf *out)
{
	const struct conclusion_job *job = context;
	struct quick_task new = { 0 };
	struct task beside = { 0 };
	struct error err = ERROR_INIT;
	enum status status = job->task ? app->wb->store->task_get(app->wb->store, job->task, &beside, &err) : OK;

	if (!text[strspn(text, " ")]) {
		strbuf_add_text(out, _("Vd.: Gửi báo cáo rà soát @STC +STP !30/9/2013 >II.1"));
	} else {
		if (!status)
			status = workbench_quick_read(app->wb, app->plan.id, beside.section_id, text, &new, &err);
		if (status)
			strbuf_add_text(out, error_text(&err));
		else
			quick_task_explain(&new, out);
	}
	quick_task_release(&new);
	task_release(&beside);
	error_release(&err);
}

int act_conclude_free(struct app *app, struct view *view)
{
	struct conclusion_job *job;
	char *field;
	struct prompt_spec spec = {
		.label = _("Giao việc mới"), .max = LINE_MAX_LETTERS, .preview = preview_task, .accept = accept_words, .release = free,
	};

	if (!job_begin(app, view, CONCLUSION_FREE, &job))
		return NOTHING;
	spec.context = job;
	spec.field = field = field_name("free", job->meeting);
	app_push(app, prompt_new(app, &spec));
	free(field);
	return NOTHING;
}
