/* Extensions: a later last day for what is not done yet. */
#include "core/workbench/internal.h"

#include "core/base/gettext.h"
#include "core/plan/deadline.h"

/* --- which shares ------------------------------------------------------- */

/* One extension of one task: whose shares, of which period, until when. */
struct extending {
	const struct extension_order *order;
	struct agency_ids bodies;	/* empty: all that lead */
	struct date due;		/* unset: what was granted is withdrawn */
	char *reason, *document;
	size_t changed;
};

static bool is_asked(const struct extending *e, const struct obligation *o)
{
	return o->state == OBLIGATION_OPEN && (!e->bodies.count || agency_ids_has(&e->bodies, o->agency_id));
}

/* The period that is meant where none was named: the whole task's, or the only one that is open. */
static enum status find_period(const struct extending *e, const struct obligation_list *list, const char **period,
			       struct error *err)
{
	bool any = false;

	*period = e->order->period;
	for (size_t i = 0; !e->order->period && i < list->count; i++) {
		const struct obligation *o = &list->items[i];

		if (!is_asked(e, o) || (any && same_period(*period, o->period)))
			continue;
		if (any)
			return error_set(err, STATUS_DENIED, _("Nhiệm vụ này làm theo kỳ; hãy nêu kỳ muốn gia hạn, ví dụ %s."),
					 *period ? *period : o->period);
		*period = o->period;
		any = true;
	}
	return OK;
}

static bool is_extended(const struct extending *e, const struct obligation *o, const char *period)
{
	return is_asked(e, o) && same_period(o->period, period) && date_is_set(o->due) && date_compare(o->due, e->due) < 0;
}

/* --- granting ----------------------------------------------------------- */

static enum status put_extension(struct store *store, const struct extending *e, row_id task, row_id agency,
				 const char *period, struct error *err)
{
	struct extension extension = {
		.task_id = task, .agency_id = agency, .period = xstrdup_or_null(period), .due = e->due,
		.day = date_is_set(e->order->day) ? e->order->day : clock_today(), .reason = xstrdup(e->reason),
		.document = xstrdup_or_null(e->document),
	};
	enum status status = store->extension_insert(store, &extension, err);

	extension_release(&extension);
	return status;
}

/* One row for all that lead, or one for each body that was named and has something to extend. */
static enum status grant(struct store *store, struct extending *e, row_id task, const struct obligation_list *list,
			 struct error *err)
{
	const char *period = NULL;
	bool all = !e->bodies.count, put = false;
	enum status status = find_period(e, list, &period, err);

	for (size_t i = 0; status == OK && i < list->count; i++) {
		const struct obligation *o = &list->items[i];

		if (!is_extended(e, o, period))
			continue;
		e->changed++;
		if (!all || !put)
			status = put_extension(store, e, task, all ? 0 : o->agency_id, period, err);
		put = true;
	}
	return status;
}

/* What was granted to those bodies alone, or, where none was named, all of it. */
static enum status withdraw(struct store *store, struct extending *e, row_id task, struct error *err)
{
	struct extension_list list = { 0 };
	enum status status = store->extensions(store, task, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		const struct extension *extension = &list.items[i];

		if ((e->order->period && !same_period(extension->period, e->order->period)) ||
		    (e->bodies.count && !agency_ids_has(&e->bodies, extension->agency_id)))
			continue;
		e->changed++;
		status = store->extension_delete(store, extension, err);
	}
	extension_list_release(&list);
	return status;
}

static enum status read_due(struct store *store, struct extending *e, row_id plan, struct error *err)
{
	struct plan record = { 0 };
	struct deadline deadline = { 0 };
	enum status status = store->plan_get(store, plan, &record, err);

	if (status == OK) {
		deadline_parse(e->order->due, record.year, &deadline);
		e->due = deadline.due;
		if (!date_is_set(e->due))
			status = error_set(err, STATUS_INVALID, _("Chưa hiểu «%s» là đến ngày nào; hãy viết như 15/10/2013."), e->order->due);
	}
	deadline_release(&deadline);
	plan_release(&record);
	return status;
}

static enum status extend_task(struct store *store, struct extending *e, row_id id, struct error *err)
{
	struct task task = { 0 };
	struct obligation_list list = { 0 };
	size_t before = e->changed;
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK && *e->order->due)
		status = read_due(store, e, task.plan_id, err);
	if (status == OK)
		status = store->obligations(store, id, &list, err);
	if (status == OK)
		status = *e->order->due ? grant(store, e, id, &list, err) : withdraw(store, e, id, err);
	if (status == OK && e->changed > before)
		status = sync_obligations(store, &task, err);
	obligation_list_release(&list);
	task_release(&task);
	return status;
}

enum status pass_extensions(struct store *store, const struct obligation *from, row_id to, struct error *err)
{
	struct extension_list list = { 0 };
	enum status status = store->extensions(store, from->task_id, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct extension copy = list.items[i];		/* strings stay the list's */

		if (!copy.agency_id || !extension_covers(&copy, from->agency_id, from->period))
			continue;
		copy.id = 0;
		copy.agency_id = to;
		status = store->extension_insert(store, &copy, err);
	}
	extension_list_release(&list);
	return status;
}

/* --- the use case ------------------------------------------------------- */

static enum status nothing_to_extend(const struct extending *e, struct error *err)
{
	char day[DATE_TEXT];

	if (!*e->order->due)
		return error_set(err, STATUS_DENIED, _("Không có lần gia hạn nào để rút."));
	return error_set(err, STATUS_DENIED,
			 _("Không có phần việc nào để gia hạn đến %s: đã xong, không có hạn, hoặc hạn đã muộn hơn."),
			 date_vietnamese(e->due, day));
}

static enum status describe(struct workbench *wb, const struct extending *e, const struct task_ids *tasks, struct strbuf *out,
			    struct error *err)
{
	struct agency agency = { 0 };
	char day[DATE_TEXT];
	enum status status;

	strbuf_addf(out, "%s ", date_is_set(e->due) ? _("Gia hạn") : _("Rút gia hạn"));
	status = describe_tasks(wb, tasks, out, err);
	if (status == OK && e->order->agency)
		status = wb->store->agency_get(wb->store, e->order->agency, &agency, err);
	if (agency.name)
		strbuf_addf(out, ": %s", agency.name);
	if (e->order->period)
		strbuf_addf(out, _(", kỳ %s"), e->order->period);
	if (date_is_set(e->due))
		strbuf_addf(out, _(", đến ngày %s"), date_vietnamese(e->due, day));
	if (e->reason)
		strbuf_addf(out, _(" (lý do: %s)"), e->reason);
	if (e->document)
		strbuf_addf(out, _(", theo %s"), e->document);
	agency_release(&agency);
	return status;
}

static enum status named_bodies(struct store *store, row_id agency, struct agency_ids *out, struct error *err)
{
	struct agency_ids named = { 0 };
	enum status status = OK;

	if (agency) {
		agency_ids_add(&named, agency);
		agency_ids_add(out, agency);
		status = expand_agencies(store, &named, out, err);
	}
	agency_ids_release(&named);
	return status;
}

static enum status run(struct workbench *wb, struct extending *e, const struct task_ids *tasks, struct error *err)
{
	enum status status = named_bodies(wb->store, e->order->agency, &e->bodies, err);

	if (status == OK && *e->order->due && !e->reason)
		status = error_set(err, STATUS_INVALID, _("Gia hạn cần có lý do; hãy viết vì sao."));
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = extend_task(wb->store, e, tasks->items[i], err);
	return status == OK && !e->changed ? nothing_to_extend(e, err) : status;
}

enum status workbench_extend(struct workbench *wb, const struct task_ids *tasks, const struct extension_order *order,
			     size_t *changed, struct error *err)
{
	struct extending e = { .order = order, .reason = cleaned_or_null(order->reason), .document = cleaned_or_null(order->document) };
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "extend", 0, err);

	if (status == OK)
		status = run(wb, &e, tasks, err);
	if (status == OK)
		status = describe(wb, &e, tasks, &summary, err);
	status = step_end(wb, status, true, &summary, err);
	if (status == OK)
		*changed = e.changed;
	agency_ids_release(&e.bodies);
	free(e.reason);
	free(e.document);
	return status;
}
