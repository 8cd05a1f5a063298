#include "core/workbench/quick.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/deadline.h"
#include "core/plan/quick_line.h"
#include "core/viet/viet.h"
#include "core/workbench/internal.h"

void quick_task_release(struct quick_task *task)
{
	free(task->title);
	free(task->section_path);
	typed_body_list_release(&task->leads);
	typed_body_list_release(&task->coordinators);
	deadline_release(&task->deadline);
	string_list_release(&task->areas);
	string_list_release(&task->tags);
	*task = (struct quick_task){ 0 };
}

/* --- reading ------------------------------------------------------------- */

/* Paths carry Roman numerals: "ii.1" is meant as "II.1". */
static enum status find_section(struct store *store, row_id plan, const char *path, struct section *section, struct error *err)
{
	struct strbuf upper = STRBUF_INIT;
	enum status status = store->section_by_path(store, plan, path, section, err);

	if (status == STATUS_NOT_FOUND) {
		viet_upper(path, strlen(path), &upper);
		status = store->section_by_path(store, plan, upper.text, section, err);
	}
	if (status == STATUS_NOT_FOUND)
		error_set(err, status, _("Không có mục «%s»; xem các mục bằng «kehoach outline»."), path);
	strbuf_release(&upper);
	return status;
}

static enum status read_section(struct store *store, row_id section, const char *path, struct quick_task *out, struct error *err)
{
	struct section found = { 0 };
	enum status status;

	if (*path)
		status = find_section(store, out->plan, path, &found, err);
	else if (section)
		status = store->section_get(store, section, &found, err);
	else
		status = error_set(err, STATUS_INVALID, _("Hãy cho biết nhiệm vụ thuộc mục nào, như «>II.1»."));
	if (status == OK) {
		out->section = found.id;
		out->section_path = xstrdup(found.path);
	}
	section_release(&found);
	return status;
}

static enum status read_bodies(const struct agency_list *registered, const char *text, struct typed_body_list *out, struct error *err)
{
	struct agency_list none = { 0 };
	struct strbuf names = STRBUF_INIT;
	enum status status = OK;

	if (*text) {
		typed_bodies_read(text, registered, &none, out);
		status = typed_bodies_join(out, &names, err);
	}
	strbuf_release(&names);
	return status;
}

/* An area of the plan where there is one of that name, else a tag. */
static void read_label(const struct label_list *labels, const char *name, struct quick_task *out)
{
	const struct label *area = label_meant(labels, LABEL_AREA, name);

	string_list_add(area ? &out->areas : &out->tags, area ? area->name : name);
}

static enum status read_labels(struct store *store, const char *text, struct quick_task *out, struct error *err)
{
	struct label_list labels = { 0 };
	enum status status = *text ? store->labels(store, out->plan, &labels, err) : OK;

	while (status == OK && *text) {
		size_t length = strcspn(text, ";");
		struct strbuf name = STRBUF_INIT;

		viet_clean(text, length, &name);
		if (name.length)
			read_label(&labels, name.text, out);
		strbuf_release(&name);
		text += length + (text[length] == ';');
	}
	label_list_release(&labels);
	return status;
}

static enum status read_deadline(struct store *store, const char *text, struct quick_task *out, struct error *err)
{
	struct plan plan = { 0 };
	enum status status = *text ? store->plan_get(store, out->plan, &plan, err) : OK;

	if (status == OK && *text)
		deadline_parse(text, plan.year, &out->deadline);
	plan_release(&plan);
	return status;
}

static enum status read_parts(struct workbench *wb, row_id section, const struct quick_line *line, struct quick_task *out,
			      struct error *err)
{
	struct store *store = wb->store;
	struct agency_list registered = { 0 };
	enum status status = OK;

	if (!line->parts[QUICK_TITLE].length)
		return error_set(err, STATUS_INVALID, _("Nhiệm vụ mới còn thiếu tên; hãy viết việc cần làm."));
	out->title = xstrdup(line->parts[QUICK_TITLE].text);
	status = read_section(store, section, line->parts[QUICK_SECTION].text, out, err);
	if (status == OK)
		status = store->agency_list(store, &registered, err);
	if (status == OK)
		status = read_bodies(&registered, line->parts[QUICK_LEADS].text, &out->leads, err);
	if (status == OK)
		status = read_bodies(&registered, line->parts[QUICK_COORDINATORS].text, &out->coordinators, err);
	if (status == OK)
		status = read_deadline(store, line->parts[QUICK_DEADLINE].text, out, err);
	if (status == OK)
		status = read_labels(store, line->parts[QUICK_LABEL].text, out, err);
	agency_list_release(&registered);
	return status;
}

enum status workbench_quick_read(struct workbench *wb, row_id plan, row_id section, const char *text, struct quick_task *out,
				 struct error *err)
{
	struct quick_task task = { .plan = plan };
	struct quick_line line;
	enum status status;

	quick_line_init(&line);
	quick_line_parse(text, &line);
	status = read_parts(wb, section, &line, &task, err);
	quick_line_release(&line);
	if (status != OK) {
		quick_task_release(&task);
		return status;
	}
	quick_task_release(out);
	*out = task;
	return OK;
}

/* --- telling -------------------------------------------------------------- */

static void explain_bodies(const char *role, const struct typed_body_list *bodies, struct strbuf *out)
{
	if (!bodies->count)
		return;
	strbuf_addf(out, " · %s: ", role);
	typed_bodies_explain(bodies, out);
}

static void explain_labels(const char *kind, const struct string_list *names, struct strbuf *out)
{
	if (names->count)
		strbuf_addf(out, " · %s: ", kind);
	for (size_t i = 0; i < names->count; i++)
		strbuf_addf(out, "%s%s", i ? "; " : "", names->items[i]);
}

void quick_task_explain(const struct quick_task *task, struct strbuf *out)
{
	strbuf_add_text(out, task->section_path);
	explain_bodies(_("chủ trì"), &task->leads, out);
	explain_bodies(_("phối hợp"), &task->coordinators, out);
	if (task->deadline.raw) {
		strbuf_add_text(out, " · ");
		deadline_explain(&task->deadline, out);
	}
	explain_labels(_("lĩnh vực"), &task->areas, out);
	explain_labels(_("nhãn"), &task->tags, out);
}

/* --- adding ---------------------------------------------------------------- */

/* The bodies that no register has yet come into it. */
static enum status add_new_bodies(struct workbench *wb, const struct typed_body_list *bodies, struct error *err)
{
	struct agency_record_list records = { 0 };
	size_t added = 0;
	bool changed = false;
	enum status status;

	for (size_t i = 0; i < bodies->count; i++) {
		struct agency_record record = { 0 };

		if (bodies->items[i].meaning != TYPED_NEW)
			continue;
		record.agency.name = xstrdup(bodies->items[i].name);
		record.agency.kind = agency_kind_of_name(record.agency.name);
		agency_record_list_add(&records, &record);
	}
	status = records.count ? load_agencies(wb, &records, &added, &changed, err) : OK;
	agency_record_list_release(&records);
	return status;
}

static enum status put_role(struct workbench *wb, row_id task, enum role role, const struct typed_body_list *bodies, struct error *err)
{
	struct agency_list registered = { 0 };
	struct agency_ids ids = { 0 };
	bool changed = false;
	enum status status = bodies->count ? add_new_bodies(wb, bodies, err) : OK;

	if (status == OK && bodies->count)
		status = wb->store->agency_list(wb->store, &registered, err);
	for (size_t i = 0; status == OK && i < bodies->count; i++) {
		const struct agency *found;

		status = agency_list_find(&registered, bodies->items[i].name, &found, err);
		if (status == OK)
			agency_ids_add(&ids, found->id);
	}
	if (status == OK && ids.count)
		status = assign_in_step(wb->store, task, role, ids.items, ids.count, &changed, err);
	agency_ids_release(&ids);
	agency_list_release(&registered);
	return status;
}

static enum status put_labels(struct store *store, row_id task, const struct quick_task *from, struct error *err)
{
	struct label_order orders[] = {
		{ .kind = LABEL_AREA, .names = &from->areas }, { .kind = LABEL_TAG, .names = &from->tags },
	};
	bool changed = false;

	return label_in_step(store, task, orders, sizeof orders / sizeof *orders, &changed, err);
}

enum status quick_add_in_step(struct workbench *wb, const struct quick_task *from, row_id *id, struct error *err)
{
	struct task new = { .plan_id = from->plan, .section_id = from->section };
	bool changed = false;
	enum status status;

	new.title = xstrdup(from->title);
	new.text = xstrdup(from->title);
	status = wb->store->task_insert(wb->store, &new, err);
	*id = new.id;
	if (status == OK)
		status = put_role(wb, *id, ROLE_LEAD, &from->leads, err);
	if (status == OK)
		status = put_role(wb, *id, ROLE_COORDINATING, &from->coordinators, err);
	if (status == OK && from->deadline.raw)
		status = set_deadline_in_step(wb->store, *id, from->deadline.raw, &changed, err);
	if (status == OK)
		status = put_labels(wb->store, *id, from, err);
	task_release(&new);
	return status;
}

enum status workbench_quick_add(struct workbench *wb, const struct quick_task *tasks, size_t count, struct task_ids *ids,
				struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct task_ids added = { 0 };
	enum status status = step_begin(wb, "add", count ? tasks[0].plan : 0, err);

	for (size_t i = 0; status == OK && i < count; i++) {
		row_id id = 0;

		status = quick_add_in_step(wb, &tasks[i], &id, err);
		task_ids_add(&added, id);
	}
	strbuf_addf(&summary, "%s ", _("Thêm nhiệm vụ"));
	if (status == OK)
		status = describe_tasks(wb, &added, &summary, err);
	if (count == 1)
		strbuf_addf(&summary, ": %s", tasks[0].title);
	status = step_end(wb, status, count > 0, &summary, err);
	for (size_t i = 0; status == OK && i < added.count; i++)
		task_ids_add(ids, added.items[i]);
	task_ids_release(&added);
	return status;
}
