/* Proposals to amend a task, and what is decided of them. */
#include "core/workbench/internal.h"

#include "core/base/gettext.h"

enum status workbench_propose(struct workbench *wb, row_id task, row_id agency, const char *text, struct date day,
			      row_id *id, struct error *err)
{
	struct proposal proposal = {
		.task_id = task, .agency_id = agency, .text = cleaned_or_null(text),
		.day = date_is_set(day) ? day : clock_today(),
	};
	struct task_ids tasks = { 0 };
	struct strbuf summary = STRBUF_INIT;
	enum status status;

	if (!proposal.text)
		return error_set(err, STATUS_INVALID, _("Đề xuất còn trống; hãy viết cần điều chỉnh gì."));
	task_ids_add(&tasks, task);
	status = step_begin(wb, "propose", 0, err);
	strbuf_addf(&summary, "%s ", _("Đề xuất điều chỉnh"));
	if (status == OK)
		status = describe_tasks(wb, &tasks, &summary, err);
	if (status == OK && agency) {
		strbuf_add_text(&summary, ", ");
		status = describe_agencies(wb->store, &agency, 1, &summary, err);
	}
	strbuf_addf(&summary, ": %s", proposal.text);
	if (status == OK)
		status = wb->store->proposal_insert(wb->store, &proposal, err);
	status = step_end(wb, status, true, &summary, err);
	if (status == OK)
		*id = proposal.id;
	task_ids_release(&tasks);
	proposal_release(&proposal);
	return status;
}

static bool is_decided(enum proposal_state state)
{
	return state == PROPOSAL_ACCEPTED || state == PROPOSAL_REJECTED;
}

/* A document that was named stays until another is. */
static void put_decision(struct proposal *proposal, const struct decision_order *order)
{
	proposal->state = order->state;
	proposal->decided_on = date_make(0, 0, 0);
	if (is_decided(order->state))
		proposal->decided_on = date_is_set(order->day) ? order->day : clock_today();
	if (order->document)
		replace_string(&proposal->document, order->document);
}

enum status workbench_decide_proposal(struct workbench *wb, row_id id, const struct decision_order *order, struct error *err)
{
	struct proposal proposal = { 0 };
	struct task_ids tasks = { 0 };
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "decide", 0, err);

	if (status == OK)
		status = wb->store->proposal_get(wb->store, id, &proposal, err);
	if (status == OK) {
		put_decision(&proposal, order);
		status = wb->store->proposal_update(wb->store, &proposal, err);
	}
	task_ids_add(&tasks, proposal.task_id);
	strbuf_addf(&summary, "%s ", _("Đề xuất điều chỉnh"));
	if (status == OK)
		status = describe_tasks(wb, &tasks, &summary, err);
	if (status == OK)
		strbuf_addf(&summary, ": %s: %s", proposal.text, proposal_state_label(proposal.state));
	if (status == OK && proposal.document)
		strbuf_addf(&summary, _(", theo %s"), proposal.document);
	status = step_end(wb, status, true, &summary, err);
	task_ids_release(&tasks);
	proposal_release(&proposal);
	return status;
}
