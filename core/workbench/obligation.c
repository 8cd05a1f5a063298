/* Who leads a task, what that makes due, and marking it done. */
#include "core/workbench/internal.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"

/* --- obligations follow the leads --------------------------------------- */

/* A body, or a group that has no members yet; of one whose members have all ended nobody is left. */
static enum status add_itself(struct store *store, row_id agency, struct agency_ids *out, struct error *err)
{
	struct membership_list list = { 0 };
	bool had = false;
	enum status status = store->memberships(store, &list, err);

	for (size_t i = 0; i < list.count; i++)
		had = had || list.items[i].group_id == agency;
	membership_list_release(&list);
	if (status == OK && !had)
		agency_ids_add(out, agency);
	return status;
}

enum status expand_agencies(struct store *store, const struct agency_ids *agencies, struct agency_ids *out,
			    struct error *err)
{
	for (size_t i = 0; i < agencies->count; i++) {
		struct agency_list members = { 0 };
		enum status status = store->agency_members(store, agencies->items[i], &members, err);

		if (status != OK)
			return status;
		for (size_t m = 0; m < members.count; m++)
			agency_ids_add(out, members.items[m].id);
		if (!members.count)
			status = add_itself(store, agencies->items[i], out, err);
		agency_list_release(&members);
		if (status != OK)
			return status;
	}
	return OK;
}

static enum status bodies_of_role(struct store *store, row_id task, enum role role, struct agency_ids *out,
				  struct error *err)
{
	struct assignment_list list = { 0 };
	enum status status = store->assignments(store, task, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++)
		if (list.items[i].role == role)
			agency_ids_add(out, list.items[i].agency_id);
	assignment_list_release(&list);
	return status;
}

static bool has_record(const struct obligation *obligation)
{
	return obligation->state != OBLIGATION_OPEN || obligation->evidence || date_is_set(obligation->done_on);
}

static enum status close_obligation(struct store *store, struct obligation *obligation, struct error *err)
{
	if (obligation->state == OBLIGATION_CLOSED)
		return OK;
	obligation->state = OBLIGATION_CLOSED;
	return store->obligation_update(store, obligation, err);
}

/* An obligation whose body no longer leads: what was recorded in it stays readable. */
static enum status drop_obligation(struct store *store, struct obligation *obligation, struct error *err)
{
	if (!has_record(obligation))
		return store->obligation_delete(store, obligation, err);
	return close_obligation(store, obligation, err);
}

/* An obligation of a body that leads: due on DUE, and open again if it had been closed. */
static enum status keep_obligation(struct store *store, struct obligation *obligation, struct date due, struct error *err)
{
	bool reopen = obligation->state == OBLIGATION_CLOSED;

	if (!reopen && !date_compare(obligation->due, due))
		return OK;
	if (reopen)
		obligation->state = date_is_set(obligation->done_on) ? OBLIGATION_DONE : OBLIGATION_OPEN;
	obligation->due = due;
	return store->obligation_update(store, obligation, err);
}

static bool same_period(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

static bool is_present(const struct obligation_list *list, row_id agency, const char *period)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].agency_id == agency && same_period(list->items[i].period, period))
			return true;
	return false;
}

/* What there is of a task before it is brought in line. */
struct present {
	struct obligation_list obligations;
	struct transfer_list transfers;
	struct succession_list successions;
};

static enum status present_read(struct store *store, row_id task, struct present *present, struct error *err)
{
	enum status status = store->obligations(store, task, &present->obligations, err);

	if (status == OK)
		status = store->transfers(store, task, &present->transfers, err);
	return status == OK ? store->successions(store, &present->successions, err) : status;
}

static void present_release(struct present *present)
{
	obligation_list_release(&present->obligations);
	transfer_list_release(&present->transfers);
	succession_list_release(&present->successions);
}

/* Whom BODY came after has that share already: it is handed over or done, but not given twice. */
static bool is_served(const struct present *present, row_id body, const char *period)
{
	for (size_t i = 0; i < present->successions.count; i++) {
		const struct succession *s = &present->successions.items[i];

		if (s->to_id == body && !s->part && is_present(&present->obligations, s->from_id, period))
			return true;
	}
	return false;
}

/* What is owed and not there yet. PERIOD NULL: the whole task. */
static enum status need_obligation(struct store *store, const struct dues *dues, const struct present *present,
				   row_id agency, char *period, struct error *err)
{
	struct obligation obligation = { .task_id = dues->task->id, .agency_id = agency, .period = period };

	if (is_present(&present->obligations, agency, period) || is_served(present, agency, period))
		return OK;
	dues_find(dues, period, &obligation.due);
	return store->obligation_insert(store, &obligation, err);
}

static enum status need_obligations(struct store *store, const struct dues *dues, const struct present *present,
				    row_id agency, struct error *err)
{
	enum status status = dues->whole ? need_obligation(store, dues, present, agency, NULL, err) : OK;

	for (size_t i = 0; status == OK && !dues->results && i < dues->periods.count; i++)
		status = need_obligation(store, dues, present, agency, dues->periods.items[i].key, err);
	return status;
}

/* A result that was taken back leaves nothing behind. */
static bool is_empty_result(const struct dues *dues, const struct obligation *obligation)
{
	return dues->results && obligation->period && !has_record(obligation);
}

/*
 * What was handed on stays closed, what was handed in stays owed. A dissolved body keeps what it owes and did: that
 * moves by an explicit act alone.
 */
static enum status settle_present(struct store *store, const struct dues *dues, const struct agency_ids *bodies,
				  struct obligation *obligation, enum hand_over handed, struct error *err)
{
	bool leads = handed == HANDED_IN || agency_ids_has(bodies, obligation->agency_id), dissolved = false;
	struct date due;
	enum status status;

	if (handed == HANDED_ON || (!bodies->count && !obligation->agency_id))
		return OK;			/* or the mark of work that nobody leads */
	if (leads && dues_find(dues, obligation->period, &due) && !is_empty_result(dues, obligation))
		return keep_obligation(store, obligation, due, err);
	status = leads ? OK : is_dissolved(store, obligation->agency_id, &dissolved, err);
	if (status != OK || dissolved)
		return status;
	return handed == HANDED_IN ? close_obligation(store, obligation, err) : drop_obligation(store, obligation, err);
}

static enum status settle_obligations(struct store *store, const struct dues *dues, const struct agency_ids *bodies,
				      struct error *err)
{
	struct present present = { 0 };
	enum status status = present_read(store, dues->task->id, &present, err);

	for (size_t i = 0; status == OK && i < present.obligations.count; i++) {
		struct obligation *obligation = &present.obligations.items[i];

		status = settle_present(store, dues, bodies, obligation, transfer_of(&present.transfers, obligation->id), err);
	}
	for (size_t i = 0; status == OK && i < bodies->count; i++)
		status = need_obligations(store, dues, &present, bodies->items[i], err);
	present_release(&present);
	return status;
}

/* The bodies that lead TASK: members of groups one by one. */
static enum status lead_bodies(struct store *store, row_id task, struct agency_ids *bodies, struct error *err)
{
	struct agency_ids leads = { 0 };
	enum status status = bodies_of_role(store, task, ROLE_LEAD, &leads, err);

	if (status == OK)
		status = expand_agencies(store, &leads, bodies, err);
	agency_ids_release(&leads);
	return status;
}

enum status sync_obligations(struct store *store, struct task *task, struct error *err)
{
	struct agency_ids bodies = { 0 };
	struct obligation_list after = { 0 };
	struct dues dues = { 0 };
	enum status status = lead_bodies(store, task->id, &bodies, err);

	if (status == OK)
		status = dues_read(store, task, &dues, err);
	if (status == OK)
		status = settle_obligations(store, &dues, &bodies, err);
	if (status == OK)
		status = store->obligations(store, task->id, &after, err);
	if (status == OK)
		status = sync_status(store, task, &after, err);
	dues_release(&dues);
	obligation_list_release(&after);
	agency_ids_release(&bodies);
	return status;
}

enum status sync_status(struct store *store, struct task *task, const struct obligation_list *obligations,
			struct error *err)
{
	int all = 0, done = 0;
	enum task_status wanted;
	struct task stored = { 0 };
	enum status status;

	for (size_t i = 0; i < obligations->count; i++) {
		all += obligations->items[i].state != OBLIGATION_CLOSED;
		done += obligations->items[i].state == OBLIGATION_DONE;
	}
	wanted = task_status_by_marks(task->status, all, done);
	if (wanted == task->status)
		return OK;
	/* The storage counted the obligations in the row meanwhile: write on what is there now. */
	status = store->task_get(store, task->id, &stored, err);
	if (status == OK) {
		stored.status = wanted;
		status = store->task_update(store, &stored, err);
	}
	if (status == OK)
		task_copy(task, &stored);
	task_release(&stored);
	return status;
}

enum status sync_group(struct workbench *wb, row_id group, struct error *err)
{
	enum { PAGE = 200 };
	struct task_list tasks = { 0 };
	row_id after = 0;
	enum status status;

	do {
		task_list_clear(&tasks);
		status = wb->store->tasks_led_by(wb->store, group, after, PAGE, &tasks, err);
		for (size_t i = 0; status == OK && i < tasks.count; i++) {
			after = tasks.items[i].id;
			status = sync_obligations(wb->store, &tasks.items[i], err);
		}
	} while (status == OK && tasks.count == PAGE);
	task_list_release(&tasks);
	return status;
}

/* --- assigning ---------------------------------------------------------- */

static bool same_bodies(const struct assignment_list *list, enum role role, const struct agency_ids *wanted)
{
	size_t n = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].role != role)
			continue;
		if (n >= wanted->count || wanted->items[n] != list->items[i].agency_id)
			return false;
		n++;
	}
	return n == wanted->count;
}

static enum status put_assignments(struct store *store, row_id task, enum role role, const struct agency_ids *wanted,
				   const struct assignment_list *present, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < present->count; i++) {
		const struct assignment *old = &present->items[i];

		/* A body has one role: who leads does not also coordinate. */
		if (old->role == role ||
		    (role == ROLE_LEAD && old->role == ROLE_COORDINATING && agency_ids_has(wanted, old->agency_id)))
			status = store->assignment_delete(store, old, err);
	}
	for (size_t i = 0; status == OK && i < wanted->count; i++) {
		struct assignment new = {
			.task_id = task, .agency_id = wanted->items[i], .role = role, .position = (int)i + 1,
		};

		status = store->assignment_insert(store, &new, err);
	}
	return status;
}

static enum status assign_one(struct store *store, row_id id, enum role role, const row_id *agencies, size_t count,
			      bool *changed, struct error *err)
{
	struct task task = { 0 };
	struct assignment_list present = { 0 };
	struct agency_ids leads = { 0 }, wanted = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK)
		status = store->assignments(store, id, &present, err);
	if (status == OK && role == ROLE_COORDINATING)
		status = bodies_of_role(store, id, ROLE_LEAD, &leads, err);
	for (size_t i = 0; status == OK && i < count; i++)
		if (!agency_ids_has(&leads, agencies[i]))
			agency_ids_add(&wanted, agencies[i]);
	if (status == OK && (!same_bodies(&present, role, &wanted) || (role == ROLE_LEAD && task.inherited))) {
		*changed = true;
		status = put_assignments(store, id, role, &wanted, &present, err);
		if (status == OK && role == ROLE_LEAD && task.inherited) {
			task.inherited = false;
			status = store->task_update(store, &task, err);
		}
		if (status == OK && role == ROLE_LEAD)
			status = sync_obligations(store, &task, err);
	}
	agency_ids_release(&wanted);
	agency_ids_release(&leads);
	assignment_list_release(&present);
	task_release(&task);
	return status;
}

static enum status describe_agencies(struct store *store, const row_id *agencies, size_t count, struct strbuf *out,
				     struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct agency agency = { 0 };
		enum status status = store->agency_get(store, agencies[i], &agency, err);

		if (status != OK)
			return status;
		strbuf_addf(out, "%s%s", i ? "; " : "", agency.name);
		agency_release(&agency);
	}
	if (!count)
		strbuf_add_text(out, _("không ai"));
	return OK;
}

static const char *role_summary(enum role role)
{
	switch (role) {
	case ROLE_LEAD:
		return _("Giao chủ trì");
	case ROLE_COORDINATING:
		return _("Giao phối hợp");
	case ROLE_VIA:
		return _("Đặt nơi nhận báo cáo");
	}
	BUG("role %d", (int)role);
}

static enum status assign_role(struct workbench *wb, const struct task_ids *tasks, const struct role_bodies *bodies,
			       bool *changed, struct strbuf *summary, struct error *err)
{
	enum status status;

	strbuf_addf(summary, "%s%s ", summary->length ? "; " : "", role_summary(bodies->role));
	status = describe_tasks(wb, tasks, summary, err);
	strbuf_add_text(summary, ": ");
	if (status == OK)
		status = describe_agencies(wb->store, bodies->agencies, bodies->count, summary, err);
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = assign_one(wb->store, tasks->items[i], bodies->role, bodies->agencies, bodies->count, changed, err);
	return status;
}

enum status workbench_assign_roles(struct workbench *wb, const struct task_ids *tasks, const struct role_bodies *roles,
				   size_t count, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	bool changed = false;
	enum status status = step_begin(wb, "assign", 0, err);

	if (status != OK)
		return status;
	for (size_t i = 0; status == OK && i < count; i++)
		status = assign_role(wb, tasks, &roles[i], &changed, &summary, err);
	return step_end(wb, status, changed, &summary, err);
}

enum status workbench_assign(struct workbench *wb, const struct task_ids *tasks, enum role role,
			     const row_id *agencies, size_t count, struct error *err)
{
	struct role_bodies bodies = { role, agencies, count };

	return workbench_assign_roles(wb, tasks, &bodies, 1, err);
}

/* --- marking ------------------------------------------------------------ */

/* A mark for everything that is wanted of one task: which obligations, to which state. */
struct marking {
	bool done;
	struct agency_ids bodies;	/* empty: all */
	const char *period;		/* NULL: the whole task, or the only period that there is to mark */
	struct date on;
	char *evidence;
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

static enum status mark_obligation(struct store *store, struct obligation *obligation, struct marking *marking,
				   struct error *err)
{
	obligation->state = marking->done ? OBLIGATION_DONE : OBLIGATION_OPEN;
	obligation->done_on = marking->done ? marking->on : date_make(0, 0, 0);
	replace_string(&obligation->evidence, marking->evidence);
	marking->changed++;
	return store->obligation_update(store, obligation, err);
}

/*
 * A task that nobody leads can still be done: the mark becomes an obligation of no body,
 * so that its day and evidence are kept like any other's.
 */
static enum status mark_nobody(struct store *store, const struct task *task, struct marking *marking, struct error *err)
{
	struct obligation obligation = {
		.task_id = task->id, .due = task->deadline.due, .state = OBLIGATION_DONE, .done_on = marking->on,
		.evidence = xstrdup_or_null(marking->evidence),
	};
	enum status status = store->obligation_insert(store, &obligation, err);

	marking->changed++;
	obligation_release(&obligation);
	return status;
}

static bool takes_result(const struct marking *marking, const struct obligation_list *list, row_id agency)
{
	return (!marking->bodies.count || agency_ids_has(&marking->bodies, agency)) &&
	       !is_present(list, agency, marking->period);
}

/* Ongoing work owes nothing in a period: what came is put there when it comes. */
static enum status mark_results(struct store *store, const struct dues *dues, const struct obligation_list *list,
				struct marking *marking, struct error *err)
{
	struct agency_ids bodies = { 0 };
	enum status status = lead_bodies(store, dues->task->id, &bodies, err);

	for (size_t i = 0; status == OK && i < bodies.count; i++) {
		struct obligation result = {
			.task_id = dues->task->id, .agency_id = bodies.items[i], .state = OBLIGATION_DONE, .done_on = marking->on,
		};

		if (!takes_result(marking, list, bodies.items[i]))
			continue;
		result.period = xstrdup(marking->period);
		result.evidence = xstrdup_or_null(marking->evidence);
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
	return status;
}

static char *cleaned_or_null(const char *text)
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
	};

	return run_marking(wb, tasks, mark->agency, &marking, changed, err);
}

enum status workbench_take_back(struct workbench *wb, const struct task_ids *tasks, const struct done_mark *mark,
				size_t *changed, struct error *err)
{
	struct marking marking = { .done = false, .period = mark->period };

	return run_marking(wb, tasks, mark->agency, &marking, changed, err);
}
