/* What the keys do to the register over time: renaming, merging, splitting, abolishing, handing over. */
#include <stdlib.h>
#include <string.h>

#include "core/plan/deadline.h"
#include "core/viet/viet.h"
#include "tui/act_agency.h"
#include "tui/form.h"
#include "tui/job.h"
#include "tui/picker.h"

enum { NAMES_MAX = 1000, DAY_MAX = 40 };

enum act { ACT_RENAME, ACT_MERGE, ACT_SPLIT, ACT_PART, ACT_ABOLISH, ACT_HAND_OVER, ACT_COUNT };

/* One body, and what becomes of it. */
struct order_job {
	enum act act;
	row_id agency;
	char *name;
	const char *scopes[3];		/* of the work that is handed over */
};

static struct order_job *job_of(enum act act, const struct order_job *body)
{
	struct order_job *job = xcalloc(1, sizeof *job);

	job->act = act;
	job->agency = body->agency;
	job->name = xstrdup(body->name);
	return job;
}

static void order_job_free(void *context)
{
	struct order_job *job = context;

	free(job->name);
	free(job);
}

static const char *label_of(enum act act)
{
	static const char *const labels[ACT_COUNT] = {
		N_("Đổi tên"), N_("Sáp nhập"), N_("Chia, tách"), N_("Chuyển một phần việc, cơ quan vẫn còn"),
		N_("Giải thể"), N_("Chuyển giao việc còn lại"),
	};

	return _(labels[act]);
}

/* --- what was typed ------------------------------------------------------ */

static enum status read_order(const char *day, const char *document, struct ordered *order, struct error *err)
{
	struct date today = clock_today();

	if (!*day || !date_from_words(day, today.year, today, &order->day))
		return error_set(err, STATUS_INVALID, _("Hãy gõ ngày có hiệu lực, như 01/3/2025."));
	if (!*document)
		return error_set(err, STATUS_INVALID, _("Hãy gõ văn bản quyết định, như 12/NQ-HĐND."));
	order->document = document;
	return OK;
}

/* OUT gets the bodies named, which are called by their names of the last day before. */
static enum status find_bodies(struct app *app, const struct string_list *names, const struct ordered *order, row_id *out,
			       struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < names->count; i++)
		status = workbench_find_agency_on(app->wb, names->items[i], date_add_days(order->day, -1), &out[i], err);
	return status;
}

static void say(struct app *app, const struct order_job *job)
{
	app->agency = job->agency;
	app_say(app, _("Đã ghi: %s · %s · u để hoàn tác"), label_of(job->act), job->name);
}

/* --- renaming ------------------------------------------------------------- */

enum { RENAME_NAME, RENAME_CODE, RENAME_DAY, RENAME_DOCUMENT, RENAME_ROWS };

static enum status accept_rename(void *context, struct app *app, const struct form_values *values, struct error *err)
{
	const struct order_job *job = context;
	struct ordered order;
	enum status status = read_order(values->texts[RENAME_DAY], values->texts[RENAME_DOCUMENT], &order, err);

	if (status == OK)
		status = workbench_rename_agency(app->wb, job->agency, values->texts[RENAME_NAME], values->texts[RENAME_CODE],
						 &order, err);
	if (status == OK)
		say(app, job);
	return status;
}

static struct form_field day_field(void)
{
	return (struct form_field){ _("Từ ngày"), _("Ngày đầu tiên của cách sắp xếp mới, vd.: 01/3/2025"), .max = DAY_MAX };
}

static struct form_field document_field(void)
{
	return (struct form_field){ _("Theo văn bản"), _("Số, ký hiệu văn bản quyết định, vd.: 12/NQ-HĐND"), .max = LINE_MAX_LETTERS };
}

static void set_rename(struct form_spec *spec, const struct agency *agency)
{
	spec->fields[RENAME_NAME] = (struct form_field){ _("Tên mới"), _("Tên trước đó vẫn là tên của thời trước."),
							 agency->name, .max = NAMES_MAX };
	spec->fields[RENAME_CODE] = (struct form_field){ _("Ký hiệu mới"), _("Để nguyên nếu ký hiệu không đổi."),
							 agency->code, .max = DAY_MAX };
	spec->fields[RENAME_DAY] = day_field();
	spec->fields[RENAME_DOCUMENT] = document_field();
	spec->count = RENAME_ROWS;
	spec->accept = accept_rename;
}

/* --- merging, splitting, abolishing ---------------------------------------- */


/* The rows of an act; -1: it does not ask for that. */
struct rows {
	int with, into, day, document, count;
};

static struct rows rows_of(enum act act)
{
	struct rows rows = { -1, -1, 0, 0, 0 };

	if (act == ACT_MERGE)
		rows.with = rows.count++;
	if (act != ACT_ABOLISH)
		rows.into = rows.count++;
	rows.day = rows.count++;
	rows.document = rows.count++;
	return rows;
}

static enum status check_into(enum act act, size_t into, struct error *err)
{
	if (act == ACT_ABOLISH || into == 1 || (into > 1 && act != ACT_MERGE))
		return OK;
	return error_set(err, STATUS_INVALID, into ? _("Sáp nhập chỉ thành một cơ quan; nhiều nơi nhận thì chọn «Chia, tách».")
						   : _("Hãy gõ tên cơ quan tiếp nhận."));
}

static enum status accept_reorganisation(void *context, struct app *app, const struct form_values *values, struct error *err)
{
	const struct order_job *job = context;
	struct rows rows = rows_of(job->act);
	struct reorganisation wanted = { .part = job->act == ACT_PART };
	struct string_list others = { 0 };
	row_id *from;
	enum status status = read_order(values->texts[rows.day], values->texts[rows.document], &wanted.order, err);

	if (rows.into >= 0)
		split_names(values->texts[rows.into], &wanted.into);
	if (rows.with >= 0)
		split_names(values->texts[rows.with], &others);
	from = xcalloc(others.count + 1, sizeof *from);
	from[0] = job->agency;
	if (status == OK)
		status = check_into(job->act, wanted.into.count, err);
	if (status == OK)
		status = find_bodies(app, &others, &wanted.order, from + 1, err);
	wanted.from = from;
	wanted.from_count = others.count + 1;
	if (status == OK)
		status = workbench_reorganise(app->wb, &wanted, err);
	if (status == OK)
		say(app, job);
	free(from);
	string_list_release(&others);
	string_list_release(&wanted.into);
	return status;
}

static void set_reorganisation(struct form_spec *spec, enum act act)
{
	struct rows rows = rows_of(act);

	if (rows.with >= 0)
		spec->fields[rows.with] = (struct form_field){
			_("Cùng với"), _("Các cơ quan khác cùng sáp nhập, cách nhau bằng dấu chấm phẩy; không có thì để trống."),
			.max = NAMES_MAX };
	if (rows.into >= 0)
		spec->fields[rows.into] = (struct form_field){
			act == ACT_MERGE ? _("Thành") : _("Nơi nhận"),
			act == ACT_MERGE ? _("Cơ quan sau khi sáp nhập. Tên chưa có trong sổ thì là cơ quan mới.")
					 : _("Cách nhau bằng dấu chấm phẩy. Tên chưa có trong sổ thì là cơ quan mới."),
			.max = NAMES_MAX };
	spec->fields[rows.day] = day_field();
	spec->fields[rows.document] = document_field();
	spec->count = rows.count;
	spec->accept = accept_reorganisation;
}

/* --- handing over ----------------------------------------------------------- */

enum { OVER_TO, OVER_REASON, OVER_DOCUMENT, OVER_SCOPE, OVER_ROWS };

static enum status accept_hand_over(void *context, struct app *app, const struct form_values *values, struct error *err)
{
	const struct order_job *job = context;
	const char *document = values->texts[OVER_DOCUMENT];
	struct hand_over_order order = {
		.from = job->agency, .reason = values->texts[OVER_REASON], .document = *document ? document : NULL,
		.plan = strcmp(values->texts[OVER_SCOPE], job->scopes[0]) ? app->plan.id : 0,
	};
	size_t count;
	enum status status = OK;

	if (!*values->texts[OVER_TO] || !*order.reason)
		return error_set(err, STATUS_INVALID, _("Chuyển giao cần nơi nhận và lý do."));
	status = workbench_find_agency(app->wb, values->texts[OVER_TO], &order.to, err);
	if (status == OK)
		status = workbench_hand_over(app->wb, &order, &count, err);
	if (status == OK) {
		app->agency = order.to;
		app_say(app, _("Đã chuyển giao %zu phần việc của %s · u để hoàn tác"), count, job->name);
	}
	return status;
}

static void set_hand_over(struct form_spec *spec, struct order_job *job, bool has_plan)
{
	job->scopes[0] = _("mọi kế hoạch");
	job->scopes[1] = has_plan ? _("kế hoạch đang mở") : NULL;
	spec->fields[OVER_TO] = (struct form_field){ _("Nơi nhận"), _("Tên hoặc ký hiệu của cơ quan nhận việc."), .max = NAMES_MAX };
	spec->fields[OVER_REASON] = (struct form_field){ _("Lý do"), _("Vì sao chuyển giao: in ra ở cả hai bên."), .max = LINE_MAX_LETTERS };
	spec->fields[OVER_DOCUMENT] = (struct form_field){ _("Theo văn bản"), _("Có thể để trống."), .max = LINE_MAX_LETTERS };
	spec->fields[OVER_SCOPE] = (struct form_field){ _("Việc của"), _("Phím ← → để đổi."), job->scopes[0], .choices = job->scopes };
	spec->count = OVER_ROWS;
	spec->accept = accept_hand_over;
}

/* --- which of them ----------------------------------------------------------- */

/* Takes JOB over. */
static void open_form(struct app *app, struct order_job *job, const struct agency *agency)
{
	char *title = xasprintf("%s: %s", label_of(job->act), job->name);
	char *draft = xasprintf("reorganise:%d:%lld", (int)job->act, job->agency);
	struct form_spec spec = { .title = title, .draft = draft, .context = job, .release = order_job_free };

	if (job->act == ACT_RENAME)
		set_rename(&spec, agency);
	else if (job->act == ACT_HAND_OVER)
		set_hand_over(&spec, job, app->plan.id != 0);
	else
		set_reorganisation(&spec, job->act);
	app_push(app, form_new(app, &spec));
	free(draft);
	free(title);
}

static enum status accept_act(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	const struct order_job *body = context;
	struct agency agency = { 0 };
	enum status status = app->wb->store->agency_get(app->wb->store, body->agency, &agency, err);

	(void)count;
	if (status == OK)
		open_form(app, job_of((enum act)(ids[0] - 1), body), &agency);
	agency_release(&agency);
	return status;
}

/* A body that has ended can only hand its work over; one that goes on has nothing left over. */
static void ask_act(struct app *app, const struct agency *agency)
{
	struct order_job body = { .agency = agency->id, .name = agency->name };
	struct picker_spec spec = {
		.title = agency->name, .accept = accept_act, .context = job_of(ACT_RENAME, &body), .release = order_job_free,
	};
	bool ended = date_is_set(agency->valid_to);

	for (int act = 0; act < ACT_COUNT; act++)
		if ((act == ACT_HAND_OVER) == ended)
			picker_add_choice(&spec, act + 1, label_of((enum act)act));
	app_push(app, picker_new(&spec));
}

int act_agency_reorganise(struct app *app, struct view *view)
{
	struct agency agency = { 0 };
	struct target target;
	struct error err = ERROR_INIT;
	enum status status;

	app_target(app, view, &target);
	status = app->wb->store->agency_get(app->wb->store, target.agency, &agency, &err);
	if (status)
		app_complain(app, &err);
	else if (agency.kind == AGENCY_GROUP)
		app_say(app, _("«%s» là nhóm: không đổi tên theo văn bản hay sáp nhập; nhấn e để sửa, m để chọn thành viên."), agency.name);
	else
		ask_act(app, &agency);
	agency_release(&agency);
	target_release(&target);
	error_release(&err);
	return NOTHING;
}
