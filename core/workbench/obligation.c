/* What a task makes its leads owe, kept in line with them, the deadline and the periods. */
#include "core/workbench/internal.h"

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

enum status bodies_of_role(struct store *store, row_id task, enum role role, struct agency_ids *out,
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
	if (!obligation_is_recorded(obligation))
		return store->obligation_delete(store, obligation, err);
	return close_obligation(store, obligation, err);
}

/* What there is of a task before it is brought in line. */
struct present {
	struct obligation_list obligations;
	struct transfer_list transfers;
	struct succession_list successions;
	struct extension_list extensions;
};

/* DUE by the plan, with what was granted. True when that changes something. */
static bool set_due(const struct present *present, struct obligation *obligation, struct date due)
{
	struct date last = extended_due(&present->extensions, obligation->agency_id, obligation->period, due);
	struct date original = date_compare(last, due) ? due : date_make(0, 0, 0);
	bool changes = date_compare(obligation->due, last) || date_compare(obligation->original, original);

	obligation->due = last;
	obligation->original = original;
	return changes;
}

/* An obligation of a body that leads: due on DUE by the plan, and open again if it had been closed. */
static enum status keep_obligation(struct store *store, const struct present *present, struct obligation *obligation,
				   struct date due, struct error *err)
{
	bool reopen = obligation->state == OBLIGATION_CLOSED, changes = set_due(present, obligation, due);

	if (!reopen && !changes)
		return OK;
	if (reopen)
		obligation->state = date_is_set(obligation->done_on) ? OBLIGATION_DONE : OBLIGATION_OPEN;
	return store->obligation_update(store, obligation, err);
}

/* What a dissolved body owes stays as it is; but it may be given more time. */
static enum status keep_of_dissolved(struct store *store, const struct present *present, struct obligation *obligation,
				     struct error *err)
{
	struct date due = date_is_set(obligation->original) ? obligation->original : obligation->due;

	if (obligation->state == OBLIGATION_CLOSED || !set_due(present, obligation, due))
		return OK;
	return store->obligation_update(store, obligation, err);
}

bool has_share(const struct obligation_list *list, row_id agency, const char *period)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].agency_id == agency && same_period(list->items[i].period, period))
			return true;
	return false;
}

static enum status present_read(struct store *store, row_id task, struct present *present, struct error *err)
{
	enum status status = store->obligations(store, task, &present->obligations, err);

	if (status == OK)
		status = store->transfers(store, task, &present->transfers, err);
	if (status == OK)
		status = store->successions(store, &present->successions, err);
	return status == OK ? store->extensions(store, task, &present->extensions, err) : status;
}

static void present_release(struct present *present)
{
	obligation_list_release(&present->obligations);
	transfer_list_release(&present->transfers);
	succession_list_release(&present->successions);
	extension_list_release(&present->extensions);
}

/* Whom BODY came after has that share already: it is handed over or done, but not given twice. */
static bool is_served(const struct present *present, row_id body, const char *period)
{
	for (size_t i = 0; i < present->successions.count; i++) {
		const struct succession *s = &present->successions.items[i];

		if (s->to_id == body && !s->part && has_share(&present->obligations, s->from_id, period))
			return true;
	}
	return false;
}

/* What is owed and not there yet. PERIOD NULL: the whole task. */
static enum status need_obligation(struct store *store, const struct dues *dues, const struct present *present,
				   row_id agency, char *period, struct error *err)
{
	struct obligation obligation = { .task_id = dues->task->id, .agency_id = agency, .period = period };

	if (has_share(&present->obligations, agency, period) || is_served(present, agency, period))
		return OK;
	dues_find(dues, period, &obligation.due);
	set_due(present, &obligation, obligation.due);
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
	return dues->results && obligation->period && !obligation_is_recorded(obligation);
}

/*
 * What was handed on stays closed, what was handed in stays owed. A dissolved body keeps what it owes and did: that
 * moves by an explicit act alone.
 */
static enum status settle_one(struct store *store, const struct dues *dues, const struct agency_ids *bodies,
			      const struct present *present, struct obligation *obligation, struct error *err)
{
	enum hand_over handed = transfer_of(&present->transfers, obligation->id);
	bool leads = handed == HANDED_IN || agency_ids_has(bodies, obligation->agency_id), dissolved = false;
	struct date due;
	enum status status;

	if (handed == HANDED_ON || (!bodies->count && !obligation->agency_id))
		return OK;			/* or the mark of work that nobody leads */
	if (leads && dues_find(dues, obligation->period, &due) && !is_empty_result(dues, obligation))
		return keep_obligation(store, present, obligation, due, err);
	status = leads ? OK : is_dissolved(store, obligation->agency_id, &dissolved, err);
	if (status != OK)
		return status;
	if (dissolved)
		return keep_of_dissolved(store, present, obligation, err);
	return handed == HANDED_IN ? close_obligation(store, obligation, err) : drop_obligation(store, obligation, err);
}

static enum status settle_obligations(struct store *store, const struct dues *dues, const struct agency_ids *bodies,
				      struct error *err)
{
	struct present present = { 0 };
	enum status status = present_read(store, dues->task->id, &present, err);

	for (size_t i = 0; status == OK && i < present.obligations.count; i++)
		status = settle_one(store, dues, bodies, &present, &present.obligations.items[i], err);
	for (size_t i = 0; status == OK && i < bodies->count; i++)
		status = need_obligations(store, dues, &present, bodies->items[i], err);
	present_release(&present);
	return status;
}

enum status lead_bodies(struct store *store, row_id task, struct agency_ids *bodies, struct error *err)
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
