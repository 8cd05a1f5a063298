/* Who leads a task, what that makes due, and marking it done. */
#include "core/workbench/internal.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"

/* --- obligations follow the leads --------------------------------------- */

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
			agency_ids_add(out, agencies->items[i]);
		agency_list_release(&members);
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

/* An obligation whose body no longer leads: what was recorded in it stays readable. */
static enum status drop_obligation(struct store *store, struct obligation *obligation, struct error *err)
{
	if (!has_record(obligation))
		return store->obligation_delete(store, obligation, err);
	if (obligation->state == OBLIGATION_CLOSED)
		return OK;
	obligation->state = OBLIGATION_CLOSED;
	return store->obligation_update(store, obligation, err);
}

/* An obligation of a body that leads: due when the task is, and open again if it had been closed. */
static enum status keep_obligation(struct store *store, const struct task *task, struct obligation *obligation,
				   struct error *err)
{
	bool reopen = obligation->state == OBLIGATION_CLOSED;

	if (!reopen && !date_compare(obligation->due, task->deadline.due))
		return OK;
	if (reopen)
		obligation->state = date_is_set(obligation->done_on) ? OBLIGATION_DONE : OBLIGATION_OPEN;
	obligation->due = task->deadline.due;
	return store->obligation_update(store, obligation, err);
}

static enum status add_obligation(struct store *store, const struct task *task, row_id agency, struct error *err)
{
	struct obligation obligation = { .task_id = task->id, .agency_id = agency, .due = task->deadline.due };

	return store->obligation_insert(store, &obligation, err);
}

static bool is_present(const struct obligation_list *list, row_id agency)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].agency_id == agency)
			return true;
	return false;
}

enum status sync_obligations(struct store *store, struct task *task, struct error *err)
{
	struct agency_ids leads = { 0 }, bodies = { 0 };
	struct obligation_list present = { 0 }, after = { 0 };
	enum status status = bodies_of_role(store, task->id, ROLE_LEAD, &leads, err);

	if (status == OK)
		status = expand_agencies(store, &leads, &bodies, err);
	if (status == OK)
		status = store->obligations(store, task->id, &present, err);
	for (size_t i = 0; status == OK && i < present.count; i++) {
		struct obligation *obligation = &present.items[i];

		if (agency_ids_has(&bodies, obligation->agency_id))
			status = keep_obligation(store, task, obligation, err);
		else if (bodies.count || obligation->agency_id)
			status = drop_obligation(store, obligation, err);
	}
	for (size_t i = 0; status == OK && i < bodies.count; i++)
		if (!is_present(&present, bodies.items[i]))
			status = add_obligation(store, task, bodies.items[i], err);
	if (status == OK)
		status = store->obligations(store, task->id, &after, err);
	if (status == OK)
		status = sync_status(store, task, &after, err);
	obligation_list_release(&after);
	obligation_list_release(&present);
	agency_ids_release(&bodies);
	agency_ids_release(&leads);
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
	struct date on;
	char *evidence;
	size_t changed;
};

static bool is_wanted(const struct marking *marking, const struct obligation *obligation)
{
	enum obligation_state from = marking->done ? OBLIGATION_OPEN : OBLIGATION_DONE;

	return obligation->state == from &&
	       (!marking->bodies.count || agency_ids_has(&marking->bodies, obligation->agency_id));
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
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK && (task.status == TASK_SUSPENDED || task.status == TASK_CANCELLED))
		status = error_set(err, STATUS_DENIED,
				   _("Nhiệm vụ này đang ở trạng thái «%s»; hãy đổi trạng thái trước khi đánh dấu."),
				   task_status_label(task.status));
	if (status == OK)
		status = store->obligations(store, id, &list, err);
	for (size_t i = 0; status == OK && i < list.count; i++)
		if (is_wanted(marking, &list.items[i]))
			status = mark_obligation(store, &list.items[i], marking, err);
	if (status == OK && marking->done && !marking->bodies.count && !count_live(&list))
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
		.on = date_is_set(mark->on) ? mark->on : clock_today(),
		.evidence = cleaned_or_null(mark->evidence),
	};

	return run_marking(wb, tasks, mark->agency, &marking, changed, err);
}

enum status workbench_take_back(struct workbench *wb, const struct task_ids *tasks, row_id agency,
				size_t *changed, struct error *err)
{
	struct marking marking = { .done = false };

	return run_marking(wb, tasks, agency, &marking, changed, err);
}
