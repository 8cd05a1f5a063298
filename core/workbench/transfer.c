/* Handing over what a dissolved body had open. */
#include "core/workbench/internal.h"

#include "core/base/gettext.h"

/* --- what was handed over stays so -------------------------------------- */

enum hand_over transfer_of(const struct transfer_list *list, row_id obligation)
{
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].from_id == obligation)
			return HANDED_ON;
	}
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].to_id == obligation)
			return HANDED_IN;
	}
	return NOT_HANDED;
}

enum status is_dissolved(struct store *store, row_id agency, bool *dissolved, struct error *err)
{
	struct agency body = { 0 };
	enum status status = agency ? store->agency_get(store, agency, &body, err) : OK;

	*dissolved = date_is_set(body.valid_to) && date_compare(body.valid_to, clock_today()) < 0;
	agency_release(&body);
	return status;
}

/* --- handing over ------------------------------------------------------- */

/* What the new body has open of the same work already: it owes it once, however many hand it over. */
static const struct obligation *open_one(const struct obligation_list *list, const struct obligation *old, row_id to)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct obligation *o = &list->items[i];

		if (o->agency_id == to && o->state == OBLIGATION_OPEN && same_period(o->period, old->period))
			return o;
	}
	return NULL;
}

static enum status open_new(struct store *store, const struct obligation *old, row_id to, row_id *id, struct error *err)
{
	struct obligation new = {
		.task_id = old->task_id, .agency_id = to, .period = xstrdup_or_null(old->period), .due = old->due,
		.original = old->original,
	};
	enum status status = store->obligation_insert(store, &new, err);

	*id = new.id;
	obligation_release(&new);
	return status;
}

static enum status hand_over(struct store *store, struct obligation *old, const struct hand_over_order *order,
			     struct error *err)
{
	struct obligation_list list = { 0 };
	struct transfer transfer = {
		.task_id = old->task_id, .from_id = old->id, .day = clock_today(), .reason = xstrdup(order->reason),
		.document = xstrdup_or_null(order->document),
	};
	const struct obligation *present = NULL;
	enum status status = store->obligations(store, old->task_id, &list, err);

	if (status == OK)
		present = open_one(&list, old, order->to);
	if (present)
		transfer.to_id = present->id;
	else if (status == OK)
		status = open_new(store, old, order->to, &transfer.to_id, err);
	old->state = OBLIGATION_CLOSED;
	if (status == OK)
		status = store->obligation_update(store, old, err);
	if (status == OK)
		status = store->transfer_insert(store, &transfer, err);
	if (status == OK && !present)
		status = pass_extensions(store, old, order->to, err);
	transfer_release(&transfer);
	obligation_list_release(&list);
	return status;
}

static enum status settle(struct store *store, row_id id, struct error *err)
{
	struct task task = { 0 };
	struct obligation_list list = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK)
		status = store->obligations(store, id, &list, err);
	if (status == OK)
		status = sync_status(store, &task, &list, err);
	obligation_list_release(&list);
	task_release(&task);
	return status;
}

static enum status check_hand_over(struct store *store, const struct hand_over_order *order, struct agency *from,
				   struct agency *to, struct error *err)
{
	bool dissolved = false;
	enum status status = store->agency_get(store, order->from, from, err);

	if (status == OK)
		status = store->agency_get(store, order->to, to, err);
	if (status == OK)
		status = is_dissolved(store, order->from, &dissolved, err);
	if (status != OK)
		return status;
	if (!order->reason || !*order->reason)
		return error_set(err, STATUS_INVALID, _("Chuyển giao cần có lý do; hãy viết vì sao."));
	if (!dissolved)
		return error_set(err, STATUS_DENIED, _("«%s» còn hoạt động; hãy giao lại nhiệm vụ thay vì chuyển giao."), from->name);
	if (to->kind == AGENCY_GROUP)
		return error_set(err, STATUS_DENIED, _("«%s» là một nhóm; hãy chuyển giao cho một cơ quan."), to->name);
	if (!date_within(clock_today(), to->valid_from, to->valid_to))
		return error_set(err, STATUS_DENIED, _("«%s» không còn hoạt động; hãy chọn cơ quan khác."), to->name);
	return OK;
}

static enum status hand_over_all(struct store *store, const struct hand_over_order *order, size_t *count, struct error *err)
{
	struct obligation_list list = { 0 };
	enum status status = store->open_obligations(store, order->from, order->plan, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		status = hand_over(store, &list.items[i], order, err);
		if (status == OK)
			status = settle(store, list.items[i].task_id, err);
	}
	*count = list.count;
	obligation_list_release(&list);
	return status;
}

enum status workbench_hand_over(struct workbench *wb, const struct hand_over_order *order, size_t *count,
				struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct agency from = { 0 }, to = { 0 };
	size_t moved = 0;
	enum status status = step_begin(wb, "transfer", order->plan, err);

	if (status == OK)
		status = check_hand_over(wb->store, order, &from, &to, err);
	if (status == OK)
		status = hand_over_all(wb->store, order, &moved, err);
	if (status == OK && !moved)
		status = error_set(err, STATUS_DENIED, _("«%s» không còn phần việc nào chưa xong để chuyển giao."), from.name);
	if (status == OK)
		strbuf_addf(&summary, _("Chuyển giao %zu phần việc của %s sang %s: %s"), moved, from.name, to.name, order->reason);
	if (status == OK && order->document)
		strbuf_addf(&summary, _(", theo %s"), order->document);
	agency_release(&from);
	agency_release(&to);
	status = step_end(wb, status, true, &summary, err);
	if (status == OK)
		*count = moved;
	return status;
}
