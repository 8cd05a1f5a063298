#include "core/workbench/subplan.h"

#include <string.h>

#include "core/base/gettext.h"

static bool is_named(const struct plan *plan, const struct obligation *obligation)
{
	return plan->number && obligation->evidence_number && !strcmp(plan->number, obligation->evidence_number) &&
	       (!date_is_set(obligation->evidence_date) || !date_compare(plan->date, obligation->evidence_date));
}

const struct plan_row *subplan_of(const struct plan_row_list *plans, row_id own, const struct obligation *obligation)
{
	if (obligation->state != OBLIGATION_DONE || !obligation->evidence_number)
		return NULL;
	for (size_t i = plans->count; i-- > 0;) {
		const struct plan_row *row = &plans->items[i];

		if (row->current && row->plan.id != own && is_named(&row->plan, obligation))
			return row;
	}
	return NULL;
}

static bool met_before(const struct plan_row_list *plans, row_id own, const struct obligation_list *list, size_t end,
		       const struct plan_row *plan)
{
	for (size_t i = 0; i < end; i++)
		if (subplan_of(plans, own, &list->items[i]) == plan)
			return true;
	return false;
}

struct subplans subplans_of(const struct plan_row_list *plans, row_id own, const struct obligation_list *obligations)
{
	struct subplans sum = { 0 };

	for (size_t i = 0; i < obligations->count; i++) {
		const struct plan_row *plan = subplan_of(plans, own, &obligations->items[i]);

		if (!plan || met_before(plans, own, obligations, i, plan))
			continue;
		sum.plans++;
		sum.progress.tasks += plan->progress.tasks;
		sum.progress.done += plan->progress.done;
		sum.progress.overdue += plan->progress.overdue;
	}
	return sum;
}

static void describe_progress(const struct progress *progress, struct strbuf *out)
{
	strbuf_addf(out, _("%d/%d nhiệm vụ xong"), progress->done, progress->tasks);
	if (progress->overdue)
		strbuf_addf(out, _(", %d quá hạn"), progress->overdue);
}

void subplan_describe(const struct plan_row *plan, struct strbuf *out)
{
	strbuf_addf(out, "%s: ", plan->plan.number);
	describe_progress(&plan->progress, out);
}

void subplans_describe(const struct subplans *sum, struct strbuf *out)
{
	if (!sum->plans)
		return;
	strbuf_addf(out, _("%d kế hoạch con: "), sum->plans);
	describe_progress(&sum->progress, out);
}

void plan_as_evidence(const struct plan *plan, struct strbuf *out)
{
	char day[DATE_TEXT];

	/* The words of papers, in whatever language the program speaks: the number and date are found in them again. */
	strbuf_addf(out, "%s số %s", plan->type, plan->number ? plan->number : "");
	if (date_is_valid(plan->date))
		strbuf_addf(out, " ngày %s", date_vietnamese(plan->date, day));
}

static enum status add_task(struct store *store, const struct plan_row_list *plans, const struct plan_row *plan,
			    const struct obligation *obligation, struct string_list *out, struct error *err)
{
	struct task_row task = { 0 };
	enum status status = store->task_row_get(store, obligation->task_id, &task, err);

	for (size_t i = 0; status == OK && i < plans->count; i++) {
		const struct plan_row *parent = &plans->items[i];
		char *name;

		if (parent->plan.id != task.task.plan_id || !parent->current || subplan_of(plans, parent->plan.id, obligation) != plan)
			continue;
		name = xasprintf("%s %s-%d", parent->plan.number ? parent->plan.number : parent->plan.type, task.section_path,
				 task.task.position);
		if (!string_list_has(out, name))
			string_list_add(out, name);
		free(name);
	}
	task_row_release(&task);
	return status;
}

enum status workbench_done_by_plan(struct workbench *wb, const struct plan_row_list *plans, const struct plan_row *plan,
				   struct string_list *out, struct error *err)
{
	struct obligation_list list = { 0 };
	enum status status = OK;

	if (plan->plan.number && plan->current)
		status = wb->store->obligations_by_evidence(wb->store, plan->plan.number, &list, err);
	for (size_t i = 0; status == OK && i < list.count; i++)
		status = add_task(wb->store, plans, plan, &list.items[i], out, err);
	obligation_list_release(&list);
	return status;
}
