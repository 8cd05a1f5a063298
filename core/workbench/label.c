/* Areas and tags of tasks. */
#include "core/workbench/internal.h"

#include "core/base/gettext.h"

/* --- the areas of a plan --------------------------------------------------- */

static int last_position(const struct label_list *list, enum label_sort kind)
{
	int last = 0;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == kind && list->items[i].position > last)
			last = list->items[i].position;
	return last;
}

static enum status add_label(struct store *store, row_id plan, enum label_sort kind, const char *name,
			     const struct label_list *present, row_id *id, struct error *err)
{
	struct label label = {
		.plan_id = plan, .kind = kind, .position = last_position(present, kind) + 1, .name = xstrdup(name),
	};
	enum status status = store->label_insert(store, &label, err);

	*id = label.id;
	label_release(&label);
	return status;
}

static enum status refuse_area(const struct label_list *list, const char *name, struct error *err)
{
	if (!name)
		return error_set(err, STATUS_INVALID, _("Lĩnh vực còn thiếu tên."));
	if (label_named(list, LABEL_AREA, name))
		return error_set(err, STATUS_DENIED, _("Kế hoạch đã có lĩnh vực «%s»."), name);
	return OK;
}

enum status workbench_add_area(struct workbench *wb, row_id plan, const char *name, struct error *err)
{
	struct label_list list = { 0 };
	struct strbuf summary = STRBUF_INIT;
	char *clean = cleaned_or_null(name);
	row_id id;
	enum status status = step_begin(wb, "area", plan, err);

	if (status == OK)
		status = wb->store->labels(wb->store, plan, &list, err);
	if (status == OK)
		status = refuse_area(&list, clean, err);
	if (status == OK)
		status = add_label(wb->store, plan, LABEL_AREA, clean, &list, &id, err);
	strbuf_addf(&summary, _("Thêm lĩnh vực «%s»"), clean ? clean : "");
	status = step_end(wb, status, true, &summary, err);
	label_list_release(&list);
	free(clean);
	return status;
}

static enum status find_area(struct store *store, row_id plan, const char *name, struct label_list *list,
			     struct label *found, struct error *err)
{
	enum status status = store->labels(store, plan, list, err);
	const struct label *label = status == OK ? label_meant(list, LABEL_AREA, name) : NULL;

	if (status == OK && !label)
		return error_set(err, STATUS_NOT_FOUND, _("Kế hoạch không có lĩnh vực «%s»; xem bằng «kehoach areas»."), name);
	if (label)
		*found = *label;	/* the name stays the list's */
	return status;
}

enum status workbench_rename_area(struct workbench *wb, row_id plan, const char *from, const char *to, struct error *err)
{
	struct label_list list = { 0 };
	struct label area = { 0 };
	struct strbuf summary = STRBUF_INIT;
	char *clean = cleaned_or_null(to);
	enum status status = step_begin(wb, "area", plan, err);

	if (status == OK)
		status = find_area(wb->store, plan, from, &list, &area, err);
	if (status == OK && !(clean && label_named(&list, LABEL_AREA, clean) && label_named(&list, LABEL_AREA, clean)->id == area.id))
		status = refuse_area(&list, clean, err);
	if (status == OK) {
		strbuf_addf(&summary, _("Đổi tên lĩnh vực «%s» thành «%s»"), area.name, clean);
		area.name = clean;
		status = wb->store->label_update(wb->store, &area, err);
	}
	status = step_end(wb, status, true, &summary, err);
	label_list_release(&list);
	free(clean);
	return status;
}

static enum status take_off_all(struct store *store, const struct label *area, struct error *err)
{
	struct labelling_list list = { 0 };
	enum status status = store->labellings(store, area->plan_id, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++)
		if (list.items[i].label_id == area->id)
			status = store->labelling_delete(store, list.items[i].task_id, area->id, err);
	labelling_list_release(&list);
	return status;
}

enum status workbench_remove_area(struct workbench *wb, row_id plan, const char *name, struct error *err)
{
	struct label_list list = { 0 };
	struct label area = { 0 };
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "area", plan, err);

	if (status == OK)
		status = find_area(wb->store, plan, name, &list, &area, err);
	if (status == OK)
		status = take_off_all(wb->store, &area, err);
	if (status == OK)
		status = wb->store->label_delete(wb->store, &area, err);
	strbuf_addf(&summary, _("Bỏ lĩnh vực «%s»"), area.name ? area.name : "");
	status = step_end(wb, status, true, &summary, err);
	label_list_release(&list);
	return status;
}

/* --- of tasks --------------------------------------------------------------- */

static bool has_label(const struct label_list *list, row_id id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return true;
	return false;
}

static enum status refuse_unknown(const struct label_list *list, const char *name, struct error *err)
{
	struct strbuf all = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == LABEL_AREA)
			strbuf_addf(&all, "%s%s", all.length ? "; " : "", list->items[i].name);
	if (all.length)
		error_set(err, STATUS_NOT_FOUND, _("Kế hoạch không có lĩnh vực «%s»; có: %s."), name, all.text);
	else
		error_set(err, STATUS_NOT_FOUND, _("Kế hoạch chưa có lĩnh vực nào; thêm bằng «kehoach areas --add TÊN»."));
	strbuf_release(&all);
	return STATUS_NOT_FOUND;
}

/* Areas are named beforehand; a tag comes with its first task. */
static enum status find_label(struct store *store, row_id plan, const struct label_order *order, size_t which, row_id *id,
			      struct error *err)
{
	struct label_list list = { 0 };
	char *name = cleaned_or_null(order->names->items[which]);
	enum status status = store->labels(store, plan, &list, err);
	const struct label *label = NULL;

	if (status == OK && name)
		label = order->kind == LABEL_AREA ? label_meant(&list, LABEL_AREA, name) : label_named(&list, LABEL_TAG, name);
	*id = label ? label->id : 0;
	if (status == OK && !name)
		status = error_set(err, STATUS_INVALID, _("Nhãn còn trống; hãy viết một hai chữ."));
	else if (status == OK && !label && order->kind == LABEL_AREA)
		status = refuse_unknown(&list, name, err);
	else if (status == OK && !label && !order->remove)
		status = add_label(store, plan, LABEL_TAG, name, &list, id, err);
	label_list_release(&list);
	free(name);
	return status;
}

static enum status put_label(struct store *store, row_id task, row_id label, bool remove, bool *changed, struct error *err)
{
	struct labelling labelling = { .task_id = task, .label_id = label };
	struct label_list present = { 0 };
	enum status status = store->labels_of(store, task, &present, err);
	bool has = has_label(&present, label);

	label_list_release(&present);
	if (status != OK || has != remove)
		return status;
	*changed = true;
	return remove ? store->labelling_delete(store, task, label, err) : store->labelling_insert(store, &labelling, err);
}

enum status label_in_step(struct store *store, row_id id, const struct label_order *orders, size_t count, bool *changed,
			  struct error *err)
{
	struct task task = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	for (size_t o = 0; o < count; o++)
		for (size_t i = 0; status == OK && i < orders[o].names->count; i++) {
			row_id label;

			status = find_label(store, task.plan_id, &orders[o], i, &label, err);
			if (status == OK && label)
				status = put_label(store, id, label, orders[o].remove, changed, err);
		}
	task_release(&task);
	return status;
}

enum status workbench_label(struct workbench *wb, const struct task_ids *tasks, const struct label_order *orders, size_t count,
			    struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	bool changed = false, named = false;
	enum status status = step_begin(wb, "label", 0, err);

	strbuf_addf(&summary, "%s ", orders[0].remove ? _("Bỏ nhãn của") : _("Gắn nhãn cho"));
	if (status == OK)
		status = describe_tasks(wb, tasks, &summary, err);
	for (size_t o = 0; o < count; o++)
		for (size_t i = 0; i < orders[o].names->count; i++, named = true)
			strbuf_addf(&summary, "%s%s", named ? "; " : ": ", orders[o].names->items[i]);
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = label_in_step(wb->store, tasks->items[i], orders, count, &changed, err);
	return step_end(wb, status, changed, &summary, err);
}

/* --- exactly these ----------------------------------------------------------- */

static bool is_wanted(const row_id *wanted, size_t count, row_id id)
{
	for (size_t i = 0; i < count; i++)
		if (wanted[i] == id)
			return true;
	return false;
}

static enum status set_labels(struct store *store, row_id task, const row_id *wanted, size_t count, bool *changed,
			      struct error *err)
{
	struct label_list present = { 0 };
	enum status status = store->labels_of(store, task, &present, err);

	for (size_t i = 0; status == OK && i < present.count; i++)
		if (!is_wanted(wanted, count, present.items[i].id))
			status = put_label(store, task, present.items[i].id, true, changed, err);
	for (size_t i = 0; status == OK && i < count; i++)
		status = put_label(store, task, wanted[i], false, changed, err);
	label_list_release(&present);
	return status;
}

enum status workbench_set_labels(struct workbench *wb, const struct task_ids *tasks, const row_id *labels, size_t count,
				 struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	bool changed = false;
	enum status status = step_begin(wb, "label", 0, err);

	strbuf_addf(&summary, "%s ", _("Gắn nhãn cho"));
	if (status == OK)
		status = describe_tasks(wb, tasks, &summary, err);
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = set_labels(wb->store, tasks->items[i], labels, count, &changed, err);
	return step_end(wb, status, changed, &summary, err);
}

enum status workbench_add_tag(struct workbench *wb, row_id plan, const char *name, row_id *id, struct error *err)
{
	struct label_list list = { 0 };
	struct strbuf summary = STRBUF_INIT;
	char *clean = cleaned_or_null(name);
	enum status status = step_begin(wb, "label", plan, err);

	if (status == OK && !clean)
		status = error_set(err, STATUS_INVALID, _("Nhãn còn trống; hãy viết một hai chữ."));
	if (status == OK)
		status = wb->store->labels(wb->store, plan, &list, err);
	if (status == OK)
		status = add_label(wb->store, plan, LABEL_TAG, clean, &list, id, err);
	strbuf_addf(&summary, _("Thêm nhãn «%s»"), clean ? clean : "");
	status = step_end(wb, status, true, &summary, err);
	label_list_release(&list);
	free(clean);
	return status;
}

/* --- in another version of the plan -------------------------------------------- */

enum status carry_labels(struct store *store, row_id older, row_id plan, struct error *err)
{
	struct label_list list = { 0 };
	enum status status = store->labels(store, older, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct label copy = list.items[i];		/* the name stays the list's */

		copy.id = 0;
		copy.plan_id = plan;
		status = store->label_insert(store, &copy, err);
	}
	label_list_release(&list);
	return status;
}

enum status carry_labels_of(struct store *store, row_id older, row_id plan, row_id task, struct error *err)
{
	struct label_list had = { 0 }, present = { 0 };
	enum status status = store->labels_of(store, older, &had, err);
	bool changed;

	if (status == OK && had.count)
		status = store->labels(store, plan, &present, err);
	for (size_t i = 0; status == OK && i < had.count; i++) {
		const struct label *label = label_named(&present, had.items[i].kind, had.items[i].name);

		if (label)
			status = put_label(store, task, label->id, false, &changed, err);
	}
	label_list_release(&had);
	label_list_release(&present);
	return status;
}
