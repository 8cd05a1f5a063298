/* What a person changes on tasks, other than who leads and what is done. */
#include "core/workbench/internal.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"

/* --- deadline ----------------------------------------------------------- */

static enum status plan_year(struct store *store, row_id plan, int *year, struct error *err)
{
	struct plan record = { 0 };
	enum status status = store->plan_get(store, plan, &record, err);

	if (status == OK)
		*year = record.year;
	plan_release(&record);
	return status;
}

enum status set_deadline_in_step(struct store *store, row_id id, const char *text, bool *changed, struct error *err)
{
	struct task task = { 0 };
	struct deadline deadline = { 0 };
	int year = 0;
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK)
		status = plan_year(store, task.plan_id, &year, err);
	if (status == OK) {
		deadline_parse(text, year, &deadline);
		if (strcmp(deadline.raw ? deadline.raw : "", task.deadline.raw ? task.deadline.raw : "") != 0) {
			*changed = true;
			deadline_copy(&task.deadline, &deadline);
			status = store->task_update(store, &task, err);
			if (status == OK)
				status = sync_obligations(store, &task, err);
		}
	}
	deadline_release(&deadline);
	task_release(&task);
	return status;
}

enum status workbench_set_deadline(struct workbench *wb, const struct task_ids *tasks, const char *text,
				   const char *reason, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct strbuf clean = STRBUF_INIT;
	bool changed = false;
	enum status status = step_begin(wb, "deadline", 0, err);

	viet_clean(text, strlen(text), &clean);
	strbuf_addf(&summary, "%s ", clean.length ? _("Đặt thời hạn") : _("Bỏ thời hạn"));
	if (status == OK)
		status = describe_tasks(wb, tasks, &summary, err);
	if (clean.length)
		strbuf_addf(&summary, ": %s", clean.text);
	if (reason && *reason)
		strbuf_addf(&summary, _(" (lý do: %s)"), reason);
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = set_deadline_in_step(wb->store, tasks->items[i], clean.text, &changed, err);
	strbuf_release(&clean);
	return step_end(wb, status, changed, &summary, err);
}

/* --- status ------------------------------------------------------------- */

static enum status set_status(struct store *store, row_id id, enum task_status wanted, bool *changed, struct error *err)
{
	struct task task = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK && task.status != wanted) {
		*changed = true;
		task.status = wanted;
		status = store->task_update(store, &task, err);
	}
	task_release(&task);
	return status;
}

enum status workbench_set_status(struct workbench *wb, const struct task_ids *tasks, enum task_status wanted,
				 struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	bool changed = false;
	enum status status;

	if (wanted == TASK_DONE)
		BUG("done is said of obligations: workbench_mark_done()");
	status = step_begin(wb, "status", 0, err);
	strbuf_addf(&summary, "%s ", _("Đổi trạng thái"));
	if (status == OK)
		status = describe_tasks(wb, tasks, &summary, err);
	strbuf_addf(&summary, ": %s", task_status_label(wanted));
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = set_status(wb->store, tasks->items[i], wanted, &changed, err);
	return step_end(wb, status, changed, &summary, err);
}

/* --- doubts ------------------------------------------------------------- */

static enum status accept_task(struct store *store, row_id id, bool *changed, struct error *err)
{
	struct task task = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK && task.certainty != CERTAINTY_SURE) {
		*changed = true;
		task.certainty = CERTAINTY_SURE;
		replace_string(&task.doubt, NULL);
		status = store->task_update(store, &task, err);
	}
	task_release(&task);
	return status;
}

enum status workbench_accept(struct workbench *wb, const struct task_ids *tasks, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	bool changed = false;
	enum status status = step_begin(wb, "accept", 0, err);

	strbuf_addf(&summary, "%s ", _("Nhận chỗ ngờ là đúng"));
	if (status == OK)
		status = describe_tasks(wb, tasks, &summary, err);
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = accept_task(wb->store, tasks->items[i], &changed, err);
	if (status == OK && !changed)
		status = error_set(err, STATUS_DENIED, _("Không có chỗ nào còn ngờ ở nhiệm vụ này."));
	return step_end(wb, status, changed, &summary, err);
}

/* --- words -------------------------------------------------------------- */

enum status workbench_add_task(struct workbench *wb, row_id section, const char *title, row_id *task, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct strbuf clean = STRBUF_INIT;
	struct section place = { 0 };
	struct task new = { 0 };
	enum status status;

	viet_clean(title, strlen(title), &clean);
	if (!clean.length) {
		strbuf_release(&clean);
		return error_set(err, STATUS_INVALID, _("Nhiệm vụ mới còn thiếu tên; hãy viết việc cần làm."));
	}
	status = wb->store->section_get(wb->store, section, &place, err);
	if (status == OK)
		status = step_begin(wb, "add", place.plan_id, err);
	if (status == OK) {
		new.plan_id = place.plan_id;
		new.section_id = section;
		new.title = xstrdup(clean.text);
		new.text = xstrdup(clean.text);
		status = wb->store->task_insert(wb->store, &new, err);
		strbuf_addf(&summary, _("Thêm nhiệm vụ %s-%d: %s"), place.path, new.position, new.title);
	}
	status = step_end(wb, status, true, &summary, err);
	if (status == OK)
		*task = new.id;
	task_release(&new);
	section_release(&place);
	strbuf_release(&clean);
	return status;
}

static char **field_of(struct task *task, enum task_field field)
{
	switch (field) {
	case FIELD_TITLE:
		return &task->title;
	case FIELD_TEXT:
		return &task->text;
	case FIELD_PRODUCT:
		return &task->product;
	}
	BUG("task field %d", (int)field);
}

static const char *field_label(enum task_field field)
{
	switch (field) {
	case FIELD_TITLE:
		return _("tên");
	case FIELD_TEXT:
		return _("nguyên văn");
	case FIELD_PRODUCT:
		return _("sản phẩm");
	}
	BUG("task field %d", (int)field);
}

/* VALUE as the field keeps it. A title must say something. */
static enum status clean_field(const struct field_value *value, struct strbuf *clean, struct error *err)
{
	if (value->field == FIELD_TEXT)
		viet_clean_lines(value->text, strlen(value->text), clean);
	else
		viet_clean(value->text, strlen(value->text), clean);
	if (value->field == FIELD_TITLE && !clean->length)
		return error_set(err, STATUS_INVALID, _("Tên nhiệm vụ không được để trống; hãy viết việc cần làm."));
	return OK;
}

static enum status edit_field(struct task *task, const struct field_value *value, bool *changed,
			      struct strbuf *summary, struct error *err)
{
	char **slot = field_of(task, value->field);
	struct strbuf clean = STRBUF_INIT;
	enum status status = clean_field(value, &clean, err);

	if (status == OK && strcmp(*slot ? *slot : "", clean.text) != 0) {
		*changed = true;
		replace_string(slot, clean.length ? clean.text : NULL);
	}
	strbuf_addf(summary, "; %s: %s", field_label(value->field), clean.text);
	strbuf_release(&clean);
	return status;
}

enum status workbench_edit_fields(struct workbench *wb, row_id id, int version, const struct field_value *values,
				  size_t count, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct task_ids ids = { 0 };
	struct task task = { 0 };
	bool changed = false;
	enum status status = step_begin(wb, "edit", 0, err);

	task_ids_add(&ids, id);
	strbuf_addf(&summary, "%s ", _("Sửa"));
	if (status == OK)
		status = wb->store->task_get(wb->store, id, &task, err);
	if (status == OK)
		status = describe_tasks(wb, &ids, &summary, err);
	for (size_t i = 0; status == OK && i < count; i++)
		status = edit_field(&task, &values[i], &changed, &summary, err);
	if (status == OK && changed) {
		task.version = version;
		status = wb->store->task_update(wb->store, &task, err);
	}
	status = step_end(wb, status, changed, &summary, err);
	task_release(&task);
	task_ids_release(&ids);
	return status;
}

enum status workbench_edit_task(struct workbench *wb, row_id id, int version, enum task_field field,
				const char *value, struct error *err)
{
	struct field_value one = { field, value };

	return workbench_edit_fields(wb, id, version, &one, 1, err);
}

enum status workbench_add_note(struct workbench *wb, row_id id, const char *text, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct strbuf clean = STRBUF_INIT;
	struct task_ids ids = { 0 };
	struct note note = { .task_id = id, .at = clock_now() };
	enum status status;

	viet_clean_lines(text, strlen(text), &clean);
	if (!clean.length) {
		strbuf_release(&clean);
		return error_set(err, STATUS_INVALID, _("Ghi chú còn trống; hãy viết nội dung cần ghi."));
	}
	task_ids_add(&ids, id);
	note.text = strbuf_detach(&clean);
	note.who = xstrdup(wb->user);
	status = step_begin(wb, "note", 0, err);
	strbuf_addf(&summary, "%s ", _("Ghi chú"));
	if (status == OK)
		status = describe_tasks(wb, &ids, &summary, err);
	strbuf_addf(&summary, ": %s", note.text);
	if (status == OK)
		status = wb->store->note_insert(wb->store, &note, err);
	status = step_end(wb, status, true, &summary, err);
	note_release(&note);
	task_ids_release(&ids);
	return status;
}
