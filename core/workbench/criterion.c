/* The criteria of an index: which there are, their points, and the tasks that serve them. */
#include "core/workbench/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"

static int by_code(const void *a, const void *b)
{
	return criterion_compare(((const struct criterion *)a)->code, ((const struct criterion *)b)->code);
}

enum status workbench_criteria(struct workbench *wb, int year, struct criterion_list *out, struct error *err)
{
	enum status status = wb->store->criteria(wb->store, year, out, err);

	if (out->count)
		qsort(out->items, out->count, sizeof *out->items, by_code);
	return status;
}

static struct criterion *find(struct criterion_list *list, const char *code)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].code, code))
			return &list->items[i];
	return NULL;
}

/* --- one criterion --------------------------------------------------------- */

static enum status refuse_points(const struct criterion *criterion, struct error *err)
{
	int most = criterion->maximum;

	if (most != NO_POINTS && (criterion->self > most || criterion->verified > most))
		return error_set(err, STATUS_INVALID, _("Điểm của tiêu chí %s không được hơn điểm tối đa."), criterion->code);
	return OK;
}

static void take_changes(struct criterion *criterion, const struct criterion_order *order)
{
	char *name = cleaned_or_null(order->name), *evidence = cleaned_or_null(order->evidence);

	if (name)
		replace_string(&criterion->name, name);
	if (order->evidence)
		replace_string(&criterion->evidence, evidence);
	if (order->maximum)
		criterion->maximum = *order->maximum;
	if (order->self)
		criterion->self = *order->self;
	if (order->verified)
		criterion->verified = *order->verified;
	free(name);
	free(evidence);
}

static enum status put_criterion(struct store *store, const struct criterion_order *order, row_id *id, struct error *err)
{
	struct criterion_list list = { 0 };
	struct criterion new = {
		.year = order->year, .maximum = NO_POINTS, .self = NO_POINTS, .verified = NO_POINTS,
		.code = cleaned_or_null(order->code),
	}, *criterion = &new;
	enum status status = store->criteria(store, order->year, &list, err);

	if (status == OK && !new.code)
		status = error_set(err, STATUS_INVALID, _("Tiêu chí còn thiếu mã; hãy viết như 1.2.3."));
	if (status == OK && find(&list, new.code))
		criterion = find(&list, new.code);
	if (status == OK)
		take_changes(criterion, order);
	if (status == OK && !criterion->name)
		status = error_set(err, STATUS_INVALID, _("Tiêu chí %s là mới nên cần có tên."), criterion->code);
	if (status == OK)
		status = refuse_points(criterion, err);
	if (status == OK)
		status = criterion->id ? store->criterion_update(store, criterion, err) : store->criterion_insert(store, criterion, err);
	*id = criterion->id;
	criterion_list_release(&list);
	criterion_release(&new);
	return status;
}

static enum status link_task(struct store *store, row_id criterion, row_id task, struct error *err)
{
	struct criterion_task_list list = { 0 };
	struct criterion_task link = { .criterion_id = criterion, .task_id = task };
	bool there = false;
	enum status status = store->criterion_tasks(store, criterion, &list, err);

	for (size_t i = 0; i < list.count; i++)
		there = there || list.items[i].task_id == task;
	criterion_task_list_release(&list);
	return status == OK && !there ? store->criterion_task_insert(store, &link, err) : status;
}

/* What served CRITERION in the order's plan and is not named by it serves it no more. */
static enum status unlink_others(struct store *store, row_id criterion, const struct criterion_order *order, struct error *err)
{
	struct criterion_task_list list = { 0 };
	enum status status = store->criterion_tasks(store, criterion, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct task task = { 0 };

		status = store->task_get(store, list.items[i].task_id, &task, err);
		if (status == OK && task.plan_id == order->plan && !(order->tasks && task_ids_has(order->tasks, task.id)))
			status = store->criterion_task_delete(store, &list.items[i], err);
		task_release(&task);
	}
	criterion_task_list_release(&list);
	return status;
}

enum status workbench_save_criteria(struct workbench *wb, const struct criterion_order *orders, size_t count, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "criterion", 0, err);

	for (size_t i = 0; status == OK && i < count; i++) {
		row_id id = 0;

		status = put_criterion(wb->store, &orders[i], &id, err);
		if (status == OK && orders[i].plan)
			status = unlink_others(wb->store, id, &orders[i], err);
		for (size_t t = 0; status == OK && orders[i].tasks && t < orders[i].tasks->count; t++)
			status = link_task(wb->store, id, orders[i].tasks->items[t], err);
	}
	if (status == OK && count == 1)
		strbuf_addf(&summary, _("Ghi tiêu chí %s năm %d"), orders->code, orders->year);
	else if (status == OK)
		strbuf_addf(&summary, _("Nạp %zu tiêu chí năm %d"), count, count ? orders->year : 0);
	return step_end(wb, status, count > 0, &summary, err);
}

/* --- taking one away --------------------------------------------------------- */

static enum status unlink_tasks(struct store *store, row_id criterion, struct error *err)
{
	struct criterion_task_list list = { 0 };
	enum status status = store->criterion_tasks(store, criterion, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++)
		status = store->criterion_task_delete(store, &list.items[i], err);
	criterion_task_list_release(&list);
	return status;
}

enum status workbench_drop_criterion(struct workbench *wb, int year, const char *code, struct error *err)
{
	struct criterion_list list = { 0 };
	struct strbuf summary = STRBUF_INIT;
	const struct criterion *criterion = NULL;
	enum status status = step_begin(wb, "criterion", 0, err);

	if (status == OK)
		status = wb->store->criteria(wb->store, year, &list, err);
	if (status == OK)
		criterion = find(&list, code);
	if (status == OK && !criterion)
		status = error_set(err, STATUS_NOT_FOUND, _("Năm %d không có tiêu chí «%s»."), year, code);
	if (status == OK)
		status = unlink_tasks(wb->store, criterion->id, err);
	if (status == OK)
		status = wb->store->criterion_delete(wb->store, criterion, err);
	strbuf_addf(&summary, _("Bỏ tiêu chí %s năm %d"), code, year);
	status = step_end(wb, status, true, &summary, err);
	criterion_list_release(&list);
	return status;
}
