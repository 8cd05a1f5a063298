#include "core/workbench/past.h"

#include <stdlib.h>
#include <string.h>

enum former_kind { OF_TASK, OF_OBLIGATION, OF_ASSIGNMENT, OF_LABELLING };

/* A row of then, as far as something of it was changed since. */
struct former {
	enum former_kind kind;
	row_id id;
	bool came, went;	/* since then; of one that came, nothing else below counts */
	bool seen;		/* it was visited */
	bool has_status, has_due, has_original, has_agency, has_state, has_done_on, has_period, has_inherited;
	struct date due;
	row_id task;		/* of an obligation, assignment or labelling */

	/* of a task */
	int live;		/* its obligations that counted then */
	bool touched;		/* obligations or leads of it came or went */
	int more_leads;		/* then than now */
	bool inherited;
	enum task_status status;
	row_id plan, section;

	/* of an obligation */
	struct date original, done_on;
	enum obligation_state state;
	row_id agency;
	char *period;

	row_id label;		/* of a labelling */

	/* of an assignment */
	bool is_lead;
	bool is_now, now_known;
};

struct plan_then {
	row_id plan;
	bool withdrawn;
};

struct past {
	struct store *store;
	struct former **slots;		/* by kind and id; SIZE is a power of two, more than COUNT */
	size_t size, count;
	struct plan_then *flips;	/* of each plan that was withdrawn or came back since */
	size_t flip_count, flip_cap;
	row_id *later_plans;
	size_t plan_count, plan_cap;
};

/* --- rows by id --------------------------------------------------------- */

static struct former **slot_of(const struct past *past, enum former_kind kind, row_id id)
{
	size_t at = (size_t)((unsigned long long)id * 4 + kind) * 0x9E3779B97F4A7C15u >> 20;

	while (past->slots[at & (past->size - 1)] &&
	       (past->slots[at & (past->size - 1)]->id != id || past->slots[at & (past->size - 1)]->kind != kind))
		at++;
	return &past->slots[at & (past->size - 1)];
}

static struct former *find(const struct past *past, enum former_kind kind, row_id id)
{
	return past->size ? *slot_of(past, kind, id) : NULL;
}

static void grow(struct past *past)
{
	struct former **old = past->slots;
	size_t size = past->size;

	past->size = size ? size * 2 : 64;
	past->slots = xcalloc(past->size, sizeof *past->slots);
	for (size_t i = 0; i < size; i++)
		if (old[i])
			*slot_of(past, old[i]->kind, old[i]->id) = old[i];
	free(old);
}

static struct former *need(struct past *past, enum former_kind kind, row_id id)
{
	struct former *former = find(past, kind, id);

	if (former)
		return former;
	if (past->count * 2 >= past->size)
		grow(past);
	former = xcalloc(1, sizeof *former);
	former->kind = kind;
	former->id = id;
	*slot_of(past, kind, id) = former;
	past->count++;
	return former;
}

/* Every row there is now: more may be added while they are looked at. Caller frees. */
static struct former **all_rows(const struct past *past, size_t *count)
{
	struct former **all = xcalloc(past->size, sizeof *all);

	*count = 0;
	for (size_t i = 0; i < past->size; i++)
		if (past->slots[i])
			all[(*count)++] = past->slots[i];
	return all;
}

/* --- the journal, newest first ------------------------------------------ */

static struct date day_of(const char *text)
{
	struct date day = { 0 };

	if (text)
		date_from_iso(text, &day);
	return day;
}

static row_id id_of(const char *text)
{
	return text ? atoll(text) : 0;
}

/* What a field was before a change; an older change of the same field is read later and counts. */
static void take_obligation_field(struct former *f, const char *field, const char *before)
{
	if (!strcmp(field, "due")) {
		f->due = day_of(before);
		f->has_due = true;
	} else if (!strcmp(field, "original")) {
		f->original = day_of(before);
		f->has_original = true;
	} else if (!strcmp(field, "done_on")) {
		f->done_on = day_of(before);
		f->has_done_on = true;
	} else if (!strcmp(field, "state")) {
		f->has_state = before && obligation_state_from_word(before, &f->state);
	} else if (!strcmp(field, "agency_id")) {
		f->agency = id_of(before);
		f->has_agency = true;
	} else if (!strcmp(field, "task_id")) {
		f->task = id_of(before);
	} else if (!strcmp(field, "period")) {
		replace_string(&f->period, before);
		f->has_period = true;
	}
}

static void take_task_field(struct former *f, const char *field, const char *before)
{
	if (!strcmp(field, "status")) {
		f->has_status = before && task_status_from_word(before, &f->status);
	} else if (!strcmp(field, "due")) {
		f->due = day_of(before);
		f->has_due = true;
	} else if (!strcmp(field, "inherited")) {
		f->inherited = before && !strcmp(before, "1");
		f->has_inherited = f->touched = true;
	} else if (!strcmp(field, "plan_id")) {
		f->plan = id_of(before);
	} else if (!strcmp(field, "section_id")) {
		f->section = id_of(before);
	}
}

/* An assignment or a labelling comes and goes, and is what it is. */
static void take_assignment_field(struct former *f, const struct change_field *field)
{
	const char *value = field->before ? field->before : field->after;

	if (!strcmp(field->field, "role"))
		f->is_lead = value && !strcmp(value, "lead");
	else if (!strcmp(field->field, "task_id"))
		f->task = id_of(value);
	else if (!strcmp(field->field, "label_id"))
		f->label = id_of(value);
}

static void take_plan_field(struct past *past, const struct change_field *field)
{
	struct plan_then then = { field->entity_id, field->before && !strcmp(field->before, "1") };

	if (strcmp(field->field, "withdrawn") != 0)
		return;
	for (size_t i = 0; i < past->flip_count; i++)
		if (past->flips[i].plan == then.plan) {
			past->flips[i] = then;
			return;
		}
	GROW(past->flips, past->flip_count + 1, past->flip_cap);
	past->flips[past->flip_count++] = then;
}

static bool kind_of(const char *entity, enum former_kind *kind)
{
	static const char *const names[] = { [OF_TASK] = "task", [OF_OBLIGATION] = "obligation", [OF_ASSIGNMENT] = "assignment",
					      [OF_LABELLING] = "labelling" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(entity, names[i])) {
			*kind = (enum former_kind)i;
			return true;
		}
	return false;
}

/* The last of its comings and goings says whether it is there now, the first whether it was. */
static void take_existence(struct former *former, const struct change_field *field)
{
	if (!former->now_known)
		former->is_now = field->after != NULL;
	former->now_known = true;
	former->came = !field->before;
	former->went = former->went || !field->after;
}

static void take_field(struct past *past, const struct change_field *field)
{
	enum former_kind kind;
	struct former *former;

	if (!strcmp(field->entity, "plan"))
		take_plan_field(past, field);
	if (!kind_of(field->entity, &kind))
		return;
	former = need(past, kind, field->entity_id);
	if (!strcmp(field->field, "id"))
		take_existence(former, field);
	else if (kind == OF_ASSIGNMENT || kind == OF_LABELLING)
		take_assignment_field(former, field);
	else if (kind == OF_TASK)
		take_task_field(former, field->field, field->before);
	else
		take_obligation_field(former, field->field, field->before);
}

static void take_change(void *data, const struct change *change)
{
	struct past *past = data;

	if (change->bulk) {
		GROW(past->later_plans, past->plan_count + 1, past->plan_cap);
		past->later_plans[past->plan_count++] = change->plan_id;
	}
	for (size_t i = change->fields.count; i-- > 0;)		/* a row may be written more than once */
		take_field(past, &change->fields.items[i]);
}

/* Which tasks had other leads. */
static void settle_leads(struct past *past)
{
	size_t count;
	struct former **all = all_rows(past, &count);

	for (size_t i = 0; i < count; i++) {
		bool then = !all[i]->came;
		struct former *task;

		if (all[i]->kind != OF_ASSIGNMENT || !all[i]->is_lead || then == all[i]->is_now)
			continue;
		task = need(past, OF_TASK, all[i]->task);
		task->touched = true;
		task->more_leads += then ? 1 : -1;
	}
	free(all);
}

/* Each change behind TIME, the newest first. */
static enum status visit_changes(struct store *store, long long time, void (*visit)(void *data, const struct change *change),
				 void *data, struct error *err)
{
	enum { PAGE = 100 };
	row_id before = 0;
	bool more = true;
	enum status status = OK;

	while (status == OK && more) {
		struct change_list list = { 0 };

		status = store->journal(store, 0, 0, before, PAGE, true, &list, err);
		more = list.count == PAGE;
		for (size_t i = 0; status == OK && i < list.count; i++) {
			before = list.items[i].id;
			if (list.items[i].at <= time) {
				more = false;
				break;
			}
			visit(data, &list.items[i]);
		}
		change_list_release(&list);
	}
	return status;
}

struct field_visit {
	void (*take)(void *data, const struct change_field *field);
	void *data;
};

static void visit_fields(void *data, const struct change *change)
{
	const struct field_visit *visit = data;

	for (size_t i = change->fields.count; i-- > 0;)		/* a row may be written more than once */
		visit->take(visit->data, &change->fields.items[i]);
}

enum status past_go_back(struct store *store, long long time, void (*take)(void *data, const struct change_field *field), void *data,
			 struct error *err)
{
	struct field_visit visit = { take, data };

	return visit_changes(store, time, visit_fields, &visit, err);
}

enum status past_read(struct store *store, long long time, struct past **out, struct error *err)
{
	struct past *past = xcalloc(1, sizeof *past);
	enum status status;

	past->store = store;
	status = visit_changes(store, time, take_change, past, err);
	if (status != OK) {
		past_free(past);
		return status;
	}
	settle_leads(past);
	*out = past;
	return OK;
}

void past_free(struct past *past)
{
	for (size_t i = 0; past && i < past->size; i++) {
		if (past->slots[i])
			free(past->slots[i]->period);
		free(past->slots[i]);
	}
	if (past) {
		free(past->slots);
		free(past->later_plans);
		free(past->flips);
	}
	free(past);
}

/* --- what was owed ------------------------------------------------------ */

bool past_has_plan(const struct past *past, row_id plan)
{
	for (size_t i = 0; i < past->plan_count; i++)
		if (past->later_plans[i] == plan)
			return false;
	return true;
}

bool past_was_withdrawn(const struct past *past, row_id plan, bool now)
{
	for (size_t i = 0; i < past->flip_count; i++)
		if (past->flips[i].plan == plan)
			return past->flips[i].withdrawn;
	return now;
}

static void go_back(const struct former *then, struct owed_row *row)
{
	if (then->has_due)
		row->due = then->due;
	if (then->has_original)
		row->original = then->original;
	if (then->has_done_on)
		row->done_on = then->done_on;
	if (then->has_state)
		row->state = then->state;
	if (then->has_agency)
		row->agency = then->agency;
	if (then->has_period)
		row->period = then->period;
}

static void count_live(struct past *past, const struct owed_row *row, bool came_or_went)
{
	struct former *task = came_or_went ? need(past, OF_TASK, row->task) : find(past, OF_TASK, row->task);

	if (task && came_or_went)
		task->touched = true;
	if (task && row->state != OBLIGATION_CLOSED)
		task->live++;
}

void past_visit(struct past *past, const struct owed_row *now, void (*visit)(void *data, const struct owed_row *row),
		void *data)
{
	struct owed_row row = *now;
	struct former *task = find(past, OF_TASK, now->task), *own;

	if (!past_has_plan(past, now->plan) || (task && task->came))
		return;
	if (task && task->has_status)
		row.status = task->status;
	if (!now->obligation) {
		/* Nobody leads it now; if somebody did then, his row went and comes back in past_end(). */
		if (!task || !task->touched) {
			task = need(past, OF_TASK, now->task);
			task->touched = true;
		}
		return;
	}
	own = find(past, OF_OBLIGATION, now->obligation);
	if (own) {
		own->seen = true;
		if (own->came) {
			need(past, OF_TASK, now->task)->touched = true;
			return;
		}
		if (own->has_state)
			need(past, OF_TASK, now->task)->touched = true;	/* it may have been closed, or opened again */
		go_back(own, &row);
	}
	count_live(past, &row, false);
	visit(data, &row);
}

/* The task as it is; one that went with a step that was taken back is found in the journal. */
static enum status read_task(struct past *past, row_id id, struct task *task, struct error *err)
{
	const struct former *then = find(past, OF_TASK, id);
	enum status status = past->store->task_get(past->store, id, task, err);

	if (status != STATUS_NOT_FOUND || !then || !then->went || then->came)
		return status;
	error_clear(err);
	*task = (struct task){ .id = id, .plan_id = then->plan, .section_id = then->section };
	return OK;
}

/* Plan, section and status of a task that is not at hand. */
static enum status place_task(struct past *past, row_id id, struct owed_row *row, struct error *err)
{
	struct task task = { 0 };
	struct section section = { 0 };
	const struct former *then = find(past, OF_TASK, id);
	enum status status = read_task(past, id, &task, err);

	if (status == OK)
		status = past->store->section_get(past->store, task.section_id, &section, err);
	if (status == OK) {
		row->task = id;
		row->plan = task.plan_id;
		row->section_seq = section.seq;
		row->status = then && then->has_status ? then->status : task.status;
		row->task_due = then && then->has_due ? then->due : task.deadline.due;
	}
	section_release(&section);
	task_release(&task);
	return status;
}

static enum status visit_gone(struct past *past, struct former *former, row_id plan,
			      void (*visit)(void *data, const struct owed_row *row), void *data, struct error *err)
{
	struct owed_row row = { .obligation = former->id };
	enum status status;

	if (former->kind != OF_OBLIGATION || former->seen || former->came || !former->went || !former->task)
		return OK;
	status = place_task(past, former->task, &row, err);
	if (status == STATUS_NOT_FOUND) {		/* the task itself went: a step that was taken back */
		error_clear(err);
		return OK;
	}
	if (status != OK || (plan && row.plan != plan) || !past_has_plan(past, row.plan))
		return status;
	go_back(former, &row);
	count_live(past, &row, true);
	visit(data, &row);
	return OK;
}

/* Nobody was named for it: the opening words of its section name no one either. */
static enum status led_by_nobody(struct past *past, const struct former *former, bool *nobody, struct error *err)
{
	struct task task = { 0 };
	struct assignment_list list = { 0 };
	int leads = former->more_leads;
	enum status status = read_task(past, former->id, &task, err);

	if (status == OK)
		status = past->store->assignments(past->store, former->id, &list, err);
	for (size_t i = 0; i < list.count; i++)
		leads += list.items[i].role == ROLE_LEAD;
	*nobody = leads == 0 || (former->has_inherited ? former->inherited : task.inherited);
	assignment_list_release(&list);
	task_release(&task);
	return status;
}

/* Work of which everything that counts came since, and which nobody led: then it was nobody's. */
static enum status visit_nobody(struct past *past, const struct former *former, row_id plan,
				void (*visit)(void *data, const struct owed_row *row), void *data, struct error *err)
{
	struct owed_row row = { 0 };
	bool nobody = false;
	enum status status;

	if (former->kind != OF_TASK || !(former->touched || former->went) || former->live || former->came)
		return OK;
	status = place_task(past, former->id, &row, err);
	if (status == STATUS_NOT_FOUND) {
		error_clear(err);
		return OK;
	}
	if (status != OK || (plan && row.plan != plan) || !past_has_plan(past, row.plan))
		return status;
	status = led_by_nobody(past, former, &nobody, err);
	if (status != OK || !nobody)
		return status;
	row.due = row.task_due;
	visit(data, &row);
	return OK;
}

enum status past_end(struct past *past, row_id plan, void (*visit)(void *data, const struct owed_row *row), void *data,
		     struct error *err)
{
	size_t count;
	struct former **all = all_rows(past, &count);
	enum status status = OK;

	for (size_t i = 0; status == OK && i < count; i++)
		status = visit_gone(past, all[i], plan, visit, data, err);
	for (size_t i = 0; status == OK && i < past->size; i++)
		if (past->slots[i])
			status = visit_nobody(past, past->slots[i], plan, visit, data, err);
	free(all);
	return status;
}

/* --- what it was sorted by ---------------------------------------------- */

void past_labellings(const struct past *past, struct labelling_list *list)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct former *former = find(past, OF_LABELLING, list->items[i].id);

		if (!former || !former->came)
			list->items[kept++] = list->items[i];
	}
	list->count = kept;
	for (size_t i = 0; i < past->size; i++) {
		const struct former *former = past->slots[i];
		struct labelling gone;

		if (!former || former->kind != OF_LABELLING || former->came || former->is_now)
			continue;
		gone = (struct labelling){ .id = former->id, .task_id = former->task, .label_id = former->label };
		labelling_list_add(list, &gone);
	}
}
