/* Marking what is owed done, taking that back, and why it is late. */
#include "core/workbench/internal.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/citation.h"
#include "core/viet/viet.h"

/* A mark for everything that is wanted of one task: which obligations, to which state. */
struct marking {
	bool done;
	struct agency_ids bodies;	/* empty: all */
	const char *period;		/* NULL: the whole task, or the only period that there is to mark */
	struct date on;
	char *evidence, *cause;
	struct reference document;	/* that the evidence names; empty: none */
	const char *who;
	size_t changed;
};

static bool is_for_marking(const struct marking *marking, const struct obligation *obligation)
{
	enum obligation_state from = marking->done ? OBLIGATION_OPEN : OBLIGATION_DONE;

	return obligation->state == from &&
	       (!marking->bodies.count || agency_ids_has(&marking->bodies, obligation->agency_id));
}

/* Without a named period the share in the whole task counts, where there is one. */
static bool is_wanted(const struct marking *marking, bool whole, const struct obligation *obligation)
{
	return is_for_marking(marking, obligation) &&
	       (marking->period || whole ? same_period(obligation->period, marking->period) : true);
}

static bool has_whole(const struct obligation_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (!list->items[i].period && list->items[i].state != OBLIGATION_CLOSED)
			return true;
	return false;
}

/* Marks go to one period at a time: the next one is not done because this one is. */
static enum status refuse_several(const struct marking *marking, const struct obligation_list *list, struct error *err)
{
	const char *first = NULL;
	bool whole = has_whole(list);

	for (size_t i = 0; !marking->period && i < list->count; i++) {
		const struct obligation *obligation = &list->items[i];

		if (!obligation->period || !is_wanted(marking, whole, obligation))
			continue;
		if (first && strcmp(first, obligation->period) != 0)
			return error_set(err, STATUS_DENIED, _("Nhiệm vụ này làm theo kỳ; hãy nêu kỳ muốn đánh dấu, ví dụ %s."),
					 first);
		first = obligation->period;
	}
	return OK;
}

/* The first document of a text that has a number. */
static void find_document(const char *text, struct reference *out)
{
	struct citation_list found = { 0 };

	if (text)
		citations_find(text, &found);
	for (size_t i = 0; i < found.count && !out->number; i++) {
		struct reference *reference = &found.items[i].reference;

		if (!reference->number)
			continue;
		*out = *reference;
		*reference = (struct reference){ 0 };
	}
	citation_list_release(&found);
}

static void sign(struct obligation *obligation, const char *who)
{
	replace_string(&obligation->recorded_by, who);
	obligation->recorded_at = clock_now();
}

/* The cause of a delay outlives the mark: it may have been told before. */
static void put_mark(struct obligation *obligation, const struct marking *marking)
{
	obligation->state = marking->done ? OBLIGATION_DONE : OBLIGATION_OPEN;
	obligation->done_on = marking->done ? marking->on : date_make(0, 0, 0);
	replace_string(&obligation->evidence, marking->evidence);
	replace_string(&obligation->evidence_number, marking->document.number);
	obligation->evidence_date = marking->document.date;
	if (marking->cause)
		replace_string(&obligation->cause, marking->cause);
	sign(obligation, marking->who);
}

static enum status mark_obligation(struct store *store, struct obligation *obligation, struct marking *marking,
				   struct error *err)
{
	put_mark(obligation, marking);
	marking->changed++;
	return store->obligation_update(store, obligation, err);
}

/*
 * A task that nobody leads can still be done: the mark becomes an obligation of no body,
 * so that its day and evidence are kept like any other's.
 */
static enum status mark_nobody(struct store *store, const struct task *task, struct marking *marking, struct error *err)
{
	struct obligation obligation = { .task_id = task->id, .due = task->deadline.due };
	enum status status;

	put_mark(&obligation, marking);
	status = store->obligation_insert(store, &obligation, err);
	marking->changed++;
	obligation_release(&obligation);
	return status;
}

static bool takes_result(const struct marking *marking, const struct obligation_list *list, row_id agency)
{
	return (!marking->bodies.count || agency_ids_has(&marking->bodies, agency)) &&
	       !has_share(list, agency, marking->period);
}

/* Ongoing work owes nothing in a period: what came is put there when it comes. */
static enum status mark_results(struct store *store, const struct dues *dues, const struct obligation_list *list,
				struct marking *marking, struct error *err)
{
	struct agency_ids bodies = { 0 };
	enum status status = lead_bodies(store, dues->task->id, &bodies, err);

	for (size_t i = 0; status == OK && i < bodies.count; i++) {
		struct obligation result = { .task_id = dues->task->id, .agency_id = bodies.items[i] };

		if (!takes_result(marking, list, bodies.items[i]))
			continue;
		result.period = xstrdup(marking->period);
		put_mark(&result, marking);
		status = store->obligation_insert(store, &result, err);
		marking->changed++;
		obligation_release(&result);
	}
	agency_ids_release(&bodies);
	return status;
}

/* A mark with a period, on work that knows the period. */
static enum status mark_in_period(struct store *store, struct task *task, const struct obligation_list *list,
				  struct marking *marking, struct error *err)
{
	struct dues dues = { 0 };
	struct date due;
	enum status status = dues_read(store, task, &dues, err);

	if (status == OK && !dues_find(&dues, marking->period, &due))
		status = error_set(err, STATUS_DENIED, _("Nhiệm vụ này không có kỳ «%s» nào đang mở."), marking->period);
	if (status == OK && dues.results && marking->done)
		status = mark_results(store, &dues, list, marking, err);
	else if (status == OK && dues.results)
		status = sync_obligations(store, task, err);
	dues_release(&dues);
	return status;
}

static size_t count_live(const struct obligation_list *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->count; i++)
		n += list->items[i].state != OBLIGATION_CLOSED;
	return n;
}

static enum status mark_task(struct store *store, row_id id, struct marking *marking, struct error *err)
{
	struct task task = { 0 };
	struct obligation_list list = { 0 }, after = { 0 };
	size_t before = marking->changed;
	bool whole;
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK && (task.status == TASK_SUSPENDED || task.status == TASK_CANCELLED))
		status = error_set(err, STATUS_DENIED,
				   _("Nhiệm vụ này đang ở trạng thái «%s»; hãy đổi trạng thái trước khi đánh dấu."),
				   task_status_label(task.status));
	if (status == OK)
		status = store->obligations(store, id, &list, err);
	if (status == OK)
		status = refuse_several(marking, &list, err);
	whole = has_whole(&list);
	for (size_t i = 0; status == OK && i < list.count; i++)
		if (is_wanted(marking, whole, &list.items[i]))
			status = mark_obligation(store, &list.items[i], marking, err);
	if (status == OK && marking->period)
		status = mark_in_period(store, &task, &list, marking, err);
	else if (status == OK && marking->done && !marking->bodies.count && !count_live(&list))
		status = mark_nobody(store, &task, marking, err);
	if (status == OK && marking->changed > before)
		status = store->obligations(store, id, &after, err);
	if (status == OK && marking->changed > before)
		status = sync_status(store, &task, &after, err);
	obligation_list_release(&after);
	obligation_list_release(&list);
	task_release(&task);
	return status;
}

static enum status nothing_to_mark(const struct marking *marking, struct error *err)
{
	if (marking->bodies.count)
		return error_set(err, STATUS_DENIED, marking->done
				 ? _("Không có phần việc nào để đánh dấu: cơ quan này đã xong hoặc không chủ trì nhiệm vụ.")
				 : _("Không có phần việc nào để bỏ đánh dấu: cơ quan này chưa xong hoặc không chủ trì nhiệm vụ."));
	return error_set(err, STATUS_DENIED, marking->done ? _("Nhiệm vụ đã được đánh dấu xong từ trước.")
							    : _("Nhiệm vụ chưa được đánh dấu xong, không có gì để bỏ đánh dấu."));
}

static enum status mark_summary(struct workbench *wb, const struct task_ids *tasks, row_id agency,
				const struct marking *marking, struct strbuf *out, struct error *err)
{
	char day[DATE_TEXT];
	enum status status;

	strbuf_addf(out, "%s ", marking->done ? _("Đánh dấu xong") : _("Bỏ đánh dấu xong"));
	status = describe_tasks(wb, tasks, out, err);
	if (status == OK && agency) {
		strbuf_add_text(out, ": ");
		status = describe_agencies(wb->store, &agency, 1, out, err);
	}
	if (marking->period)
		strbuf_addf(out, _(", kỳ %s"), marking->period);
	if (marking->done)
		strbuf_addf(out, _(", ngày %s"), date_vietnamese(marking->on, day));
	if (marking->evidence)
		strbuf_addf(out, ", %s", marking->evidence);
	if (marking->cause)
		strbuf_addf(out, _(" (chậm vì: %s)"), marking->cause);
	return status;
}

static enum status run_marking(struct workbench *wb, const struct task_ids *tasks, row_id agency,
			       struct marking *marking, size_t *changed, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct agency_ids named = { 0 };
	enum status status = step_begin(wb, marking->done ? "done" : "undone", 0, err);

	if (status == OK && agency) {
		agency_ids_add(&named, agency);
		/* A group's own obligation counts too: it had no members yet when it was made. */
		agency_ids_add(&marking->bodies, agency);
		status = expand_agencies(wb->store, &named, &marking->bodies, err);
	}
	if (status == OK)
		status = mark_summary(wb, tasks, agency, marking, &summary, err);
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = mark_task(wb->store, tasks->items[i], marking, err);
	if (status == OK && !marking->changed)
		status = nothing_to_mark(marking, err);
	status = step_end(wb, status, marking->changed > 0, &summary, err);
	if (status == OK && changed)
		*changed = marking->changed;
	agency_ids_release(&named);
	agency_ids_release(&marking->bodies);
	free(marking->evidence);
	free(marking->cause);
	reference_release(&marking->document);
	return status;
}

char *cleaned_or_null(const char *text)
{
	struct strbuf clean = STRBUF_INIT;

	if (text)
		viet_clean(text, strlen(text), &clean);
	if (!clean.length) {
		strbuf_release(&clean);
		return NULL;
	}
	return strbuf_detach(&clean);
}

enum status workbench_mark_done(struct workbench *wb, const struct task_ids *tasks, const struct done_mark *mark,
				size_t *changed, struct error *err)
{
	struct marking marking = {
		.done = true,
		.period = mark->period,
		.on = date_is_set(mark->on) ? mark->on : clock_today(),
		.evidence = cleaned_or_null(mark->evidence),
		.cause = cleaned_or_null(mark->cause),
		.who = wb->user,
	};

	find_document(marking.evidence, &marking.document);
	return run_marking(wb, tasks, mark->agency, &marking, changed, err);
}

enum status workbench_take_back(struct workbench *wb, const struct task_ids *tasks, const struct done_mark *mark,
				size_t *changed, struct error *err)
{
	struct marking marking = { .done = false, .period = mark->period, .who = wb->user };

	return run_marking(wb, tasks, mark->agency, &marking, changed, err);
}

/* --- why it is late ----------------------------------------------------- */

struct explaining {
	struct agency_ids bodies;	/* empty: all */
	const char *period;		/* NULL: the only one in which something is late */
	char *cause;			/* NULL: none any more */
	const char *who;
	size_t changed;
};

static bool is_late(const struct explaining *e, const struct obligation *o)
{
	enum standing standing;

	if (o->state == OBLIGATION_CLOSED || (e->bodies.count && !agency_ids_has(&e->bodies, o->agency_id)) ||
	    (e->period && !same_period(e->period, o->period)))
		return false;
	standing = standing_of(o->state == OBLIGATION_DONE, o->done_on, o->due, clock_today());
	return standing == STANDING_OVERDUE || standing == STANDING_DONE_LATE;
}

static enum status refuse_several_late(const struct explaining *e, const struct obligation_list *list, struct error *err)
{
	const struct obligation *first = NULL;

	for (size_t i = 0; i < list->count; i++) {
		const struct obligation *o = &list->items[i];

		if (!is_late(e, o))
			continue;
		if (first && !same_period(first->period, o->period))
			return error_set(err, STATUS_DENIED, _("Nhiều kỳ của nhiệm vụ này bị chậm; hãy nêu kỳ, ví dụ %s."),
					 first->period ? first->period : o->period);
		first = o;
	}
	return OK;
}

static enum status explain_task(struct store *store, struct explaining *e, row_id id, struct error *err)
{
	struct obligation_list list = { 0 };
	enum status status = store->obligations(store, id, &list, err);

	if (status == OK)
		status = refuse_several_late(e, &list, err);
	for (size_t i = 0; status == OK && i < list.count; i++) {
		if (!is_late(e, &list.items[i]))
			continue;
		replace_string(&list.items[i].cause, e->cause);
		sign(&list.items[i], e->who);
		e->changed++;
		status = store->obligation_update(store, &list.items[i], err);
	}
	obligation_list_release(&list);
	return status;
}

static enum status explain_summary(struct workbench *wb, const struct explaining *e, const struct task_ids *tasks,
				   row_id agency, struct strbuf *out, struct error *err)
{
	enum status status;

	strbuf_addf(out, "%s ", e->cause ? _("Ghi nguyên nhân chậm của") : _("Bỏ nguyên nhân chậm của"));
	status = describe_tasks(wb, tasks, out, err);
	if (status == OK && agency) {
		strbuf_add_text(out, ", ");
		status = describe_agencies(wb->store, &agency, 1, out, err);
	}
	if (e->period)
		strbuf_addf(out, _(", kỳ %s"), e->period);
	if (e->cause)
		strbuf_addf(out, ": %s", e->cause);
	return status;
}

enum status workbench_explain(struct workbench *wb, const struct task_ids *tasks, row_id agency, const char *period,
			      const char *cause, struct error *err)
{
	struct explaining e = { .period = period, .cause = cleaned_or_null(cause), .who = wb->user };
	struct agency_ids named = { 0 };
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "cause", 0, err);

	if (agency)
		agency_ids_add(&named, agency);
	if (status == OK)
		status = expand_agencies(wb->store, &named, &e.bodies, err);
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = explain_task(wb->store, &e, tasks->items[i], err);
	if (status == OK && !e.changed)
		status = error_set(err, STATUS_DENIED, _("Không có phần việc nào chậm hạn để ghi nguyên nhân."));
	if (status == OK)
		status = explain_summary(wb, &e, tasks, agency, &summary, err);
	status = step_end(wb, status, true, &summary, err);
	agency_ids_release(&named);
	agency_ids_release(&e.bodies);
	free(e.cause);
	return status;
}
