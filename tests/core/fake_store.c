#include "tests/core/fake_store.h"

#include <stdio.h>
#include <string.h>

static struct fake_state *state_of(struct store *store)
{
	return &((struct fake_store *)store)->now;
}

/* --- state -------------------------------------------------------------- */

static void state_release(struct fake_state *s)
{
	plan_list_release(&s->plans);
	section_list_release(&s->sections);
	task_list_release(&s->tasks);
	assignment_list_release(&s->assignments);
	obligation_list_release(&s->obligations);
	period_list_release(&s->periods);
	note_list_release(&s->notes);
	agency_list_release(&s->agencies);
	*s = (struct fake_state){ 0 };
}

static struct plan plan_twin(const struct plan *p)
{
	struct plan twin = *p;

	twin.type = xstrdup_or_null(p->type);
	twin.number = xstrdup_or_null(p->number);
	twin.issuer = xstrdup_or_null(p->issuer);
	twin.place = xstrdup_or_null(p->place);
	twin.title = xstrdup_or_null(p->title);
	twin.signer_name = xstrdup_or_null(p->signer_name);
	twin.signer_position = xstrdup_or_null(p->signer_position);
	twin.signer_on_behalf = xstrdup_or_null(p->signer_on_behalf);
	twin.renews = xstrdup_or_null(p->renews);
	return twin;
}

static struct section section_twin(const struct section *p)
{
	struct section twin = *p;

	twin.path = xstrdup_or_null(p->path);
	twin.label = xstrdup_or_null(p->label);
	twin.title = xstrdup_or_null(p->title);
	twin.body = xstrdup_or_null(p->body);
	return twin;
}

static struct task task_twin(const struct task *p)
{
	struct task twin = { 0 };

	task_copy(&twin, p);
	return twin;
}

static struct assignment assignment_twin(const struct assignment *p)
{
	struct assignment twin = *p;

	twin.name = xstrdup_or_null(p->name);
	twin.code = xstrdup_or_null(p->code);
	return twin;
}

static struct obligation obligation_twin(const struct obligation *p)
{
	struct obligation twin = *p;

	twin.period = xstrdup_or_null(p->period);
	twin.evidence = xstrdup_or_null(p->evidence);
	twin.evidence_number = xstrdup_or_null(p->evidence_number);
	twin.cause = xstrdup_or_null(p->cause);
	twin.recorded_by = xstrdup_or_null(p->recorded_by);
	twin.agency_name = xstrdup_or_null(p->agency_name);
	twin.agency_code = xstrdup_or_null(p->agency_code);
	return twin;
}

static struct period period_twin(const struct period *p)
{
	struct period twin = *p;

	twin.made_of = xstrdup_or_null(p->made_of);
	twin.key = xstrdup_or_null(p->key);
	twin.label = xstrdup_or_null(p->label);
	return twin;
}

static struct note note_twin(const struct note *p)
{
	struct note twin = *p;

	twin.text = xstrdup_or_null(p->text);
	twin.who = xstrdup_or_null(p->who);
	return twin;
}

static struct agency agency_twin(const struct agency *p)
{
	struct agency twin = { 0 };

	agency_copy(&twin, p);
	return twin;
}

#define COPY_LIST(type, to, from)                                                   \
	for (size_t i = 0; i < (from)->count; i++) {                                \
		struct type twin = type##_twin(&(from)->items[i]);                  \
		type##_list_add(to, &twin);                                         \
	}

static void state_copy(struct fake_state *to, const struct fake_state *from)
{
	state_release(to);
	*to = *from;
	to->plans = (struct plan_list){ 0 };
	to->sections = (struct section_list){ 0 };
	to->tasks = (struct task_list){ 0 };
	to->assignments = (struct assignment_list){ 0 };
	to->obligations = (struct obligation_list){ 0 };
	to->periods = (struct period_list){ 0 };
	to->notes = (struct note_list){ 0 };
	to->agencies = (struct agency_list){ 0 };
	COPY_LIST(plan, &to->plans, &from->plans)
	COPY_LIST(section, &to->sections, &from->sections)
	COPY_LIST(task, &to->tasks, &from->tasks)
	COPY_LIST(assignment, &to->assignments, &from->assignments)
	COPY_LIST(obligation, &to->obligations, &from->obligations)
	COPY_LIST(period, &to->periods, &from->periods)
	COPY_LIST(note, &to->notes, &from->notes)
	COPY_LIST(agency, &to->agencies, &from->agencies)
}

/* Each write counts down to the failure that a test asked for. */
static enum status may_write(struct store *store, struct error *err)
{
	struct fake_store *fake = (struct fake_store *)store;

	if (!fake->in_step)
		BUG("a write outside begin/commit");
	if (fake->fail_at && !--fake->fail_at)
		return error_set(err, fake->fail_with, "hỏng theo yêu cầu của phép thử");
	return OK;
}

/* --- reading ------------------------------------------------------------ */

static enum status missing(struct error *err)
{
	return error_set(err, STATUS_NOT_FOUND, "không có");
}

static enum status plan_list_op(struct store *store, struct date today, struct plan_row_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)today;
	(void)err;
	for (size_t i = 0; i < s->plans.count; i++) {
		struct plan_row row = { .plan = plan_twin(&s->plans.items[i]) };

		row.superseded = row.plan.id == s->superseded;
		row.current = !row.superseded;
		plan_row_list_add(out, &row);
	}
	return OK;
}

static enum status plan_get_op(struct store *store, row_id id, struct plan *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	for (size_t i = 0; i < s->plans.count; i++) {
		if (s->plans.items[i].id == id) {
			plan_release(out);
			*out = plan_twin(&s->plans.items[i]);
			return OK;
		}
	}
	return missing(err);
}

static enum status plan_by_source_op(struct store *store, const char *bytes, size_t length, row_id *id, struct error *err)
{
	struct fake_store *fake = (struct fake_store *)store;

	if (fake->source_plan && strlen(fake->source) == length && !memcmp(fake->source, bytes, length)) {
		*id = fake->source_plan;
		return OK;
	}
	return missing(err);
}

static struct section *section_at(struct fake_state *s, row_id id)
{
	for (size_t i = 0; i < s->sections.count; i++)
		if (s->sections.items[i].id == id)
			return &s->sections.items[i];
	return NULL;
}

static enum status section_get_op(struct store *store, row_id id, struct section *out, struct error *err)
{
	struct section *found = section_at(state_of(store), id);

	if (!found)
		return missing(err);
	section_release(out);
	*out = section_twin(found);
	return OK;
}

static enum status section_by_path_op(struct store *store, row_id plan, const char *path, struct section *out,
				      struct error *err)
{
	struct fake_state *s = state_of(store);

	for (size_t i = 0; i < s->sections.count; i++)
		if (s->sections.items[i].plan_id == plan && !strcmp(s->sections.items[i].path, path))
			return section_get_op(store, s->sections.items[i].id, out, err);
	return missing(err);
}

static enum status section_page_op(struct store *store, row_id plan, int seq, enum direction direction, int limit,
				   struct date today, struct section_row_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)today;
	(void)err;
	if (direction != FORWARD)
		BUG("the fake reads forward only");
	for (size_t i = 0; i < s->sections.count && (int)out->count < limit; i++) {
		if (s->sections.items[i].plan_id == plan && s->sections.items[i].seq > seq) {
			struct section_row row = { .section = section_twin(&s->sections.items[i]) };

			section_row_list_add(out, &row);
		}
	}
	return OK;
}

static enum status task_page_op(struct store *store, row_id section, int position, enum direction direction, int limit,
				struct task_row_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	if (direction != FORWARD)
		BUG("the fake reads forward only");
	for (size_t i = 0; i < s->tasks.count && (int)out->count < limit; i++) {
		if (s->tasks.items[i].section_id == section && s->tasks.items[i].position > position) {
			struct task_row row = { .task = task_twin(&s->tasks.items[i]),
						.section_path = xstrdup(section_at(s, section)->path) };

			task_row_list_add(out, &row);
		}
	}
	return OK;
}

static enum status notes_op(struct store *store, row_id task, struct note_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	for (size_t i = 0; i < s->notes.count; i++) {
		if (s->notes.items[i].task_id == task) {
			struct note twin = note_twin(&s->notes.items[i]);

			note_list_add(out, &twin);
		}
	}
	return OK;
}

/* One file a plan, which nobody asks for. */
static enum status sources_op(struct store *store, row_id plan, struct source_list *out, struct error *err)
{
	(void)store;
	(void)plan;
	(void)out;
	(void)err;
	return OK;
}

/* Reviews are tested on the real storage. */
static enum status decisions_op(struct store *store, row_id source, struct decision_list *out, struct error *err)
{
	(void)store;
	(void)source;
	(void)out;
	(void)err;
	return OK;
}

static enum status decision_insert_op(struct store *store, struct decision *decision, struct error *err)
{
	(void)decision;
	return may_write(store, err);
}

/* The fake counts them. */
static enum status unused_lines_op(struct store *store, row_id plan, struct unused_line_list *out, struct error *err)
{
	(void)store;
	(void)plan;
	(void)out;
	(void)err;
	return OK;
}

/* Likewise. */
static enum status corrections_op(struct store *store, row_id plan, row_id task, struct correction_list *out,
				  struct error *err)
{
	(void)store;
	(void)plan;
	(void)task;
	(void)out;
	(void)err;
	return OK;
}

/* The fake keeps none. */
static enum status journal_op(struct store *store, row_id plan, row_id task, row_id before, int limit, bool with_fields,
			      struct change_list *out, struct error *err)
{
	(void)store;
	(void)plan;
	(void)task;
	(void)before;
	(void)limit;
	(void)with_fields;
	(void)out;
	(void)err;
	return OK;
}

static struct task *task_at(struct fake_state *s, row_id id)
{
	for (size_t i = 0; i < s->tasks.count; i++)
		if (s->tasks.items[i].id == id)
			return &s->tasks.items[i];
	return NULL;
}

static enum status task_get_op(struct store *store, row_id id, struct task *out, struct error *err)
{
	struct task *found = task_at(state_of(store), id);

	if (!found)
		return missing(err);
	task_copy(out, found);
	return OK;
}

static enum status task_row_get_op(struct store *store, row_id id, struct task_row *out, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct task *found = task_at(s, id);

	if (!found)
		return missing(err);
	task_row_release(out);
	out->task = task_twin(found);
	out->section_path = xstrdup(section_at(s, found->section_id)->path);
	return OK;
}

static enum status task_by_position_op(struct store *store, row_id section, int position, struct task *out,
				       struct error *err)
{
	struct fake_state *s = state_of(store);

	for (size_t i = 0; i < s->tasks.count; i++) {
		if (s->tasks.items[i].section_id == section && s->tasks.items[i].position == position) {
			task_copy(out, &s->tasks.items[i]);
			return OK;
		}
	}
	return missing(err);
}

static bool leads(const struct fake_state *s, row_id task, row_id agency)
{
	for (size_t i = 0; i < s->assignments.count; i++) {
		const struct assignment *a = &s->assignments.items[i];

		if (a->task_id == task && a->agency_id == agency && a->role == ROLE_LEAD)
			return true;
	}
	return false;
}

static enum status tasks_led_by_op(struct store *store, row_id agency, row_id after, int limit, struct task_list *out,
				   struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	for (size_t i = 0; i < s->tasks.count && (int)out->count < limit; i++) {
		if (s->tasks.items[i].id > after && leads(s, s->tasks.items[i].id, agency)) {
			struct task twin = task_twin(&s->tasks.items[i]);

			task_list_add(out, &twin);
		}
	}
	return OK;
}

static enum status tasks_of_kind_op(struct store *store, row_id plan, enum deadline_kind kind, struct task_list *out,
				    struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	for (size_t i = 0; i < s->tasks.count; i++) {
		if (s->tasks.items[i].plan_id == plan && s->tasks.items[i].deadline.kind == kind) {
			struct task twin = task_twin(&s->tasks.items[i]);

			task_list_add(out, &twin);
		}
	}
	return OK;
}

static struct agency *agency_at(struct fake_state *s, row_id id)
{
	for (size_t i = 0; i < s->agencies.count; i++)
		if (s->agencies.items[i].id == id)
			return &s->agencies.items[i];
	return NULL;
}

static enum status assignments_op(struct store *store, row_id task, struct assignment_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	for (int role = ROLE_LEAD; role <= ROLE_VIA; role++) {
		for (size_t i = 0; i < s->assignments.count; i++) {
			if (s->assignments.items[i].task_id == task && (int)s->assignments.items[i].role == role) {
				struct assignment twin = assignment_twin(&s->assignments.items[i]);

				replace_string(&twin.name, agency_at(s, twin.agency_id)->name);
				assignment_list_add(out, &twin);
			}
		}
	}
	return OK;
}

static enum status obligations_op(struct store *store, row_id task, struct obligation_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	for (size_t i = 0; i < s->obligations.count; i++) {
		if (s->obligations.items[i].task_id == task) {
			struct obligation twin = obligation_twin(&s->obligations.items[i]);

			obligation_list_add(out, &twin);
		}
	}
	return OK;
}

static enum status agency_list_op(struct store *store, struct agency_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	COPY_LIST(agency, out, &s->agencies)
	return OK;
}

static enum status agency_get_op(struct store *store, row_id id, struct agency *out, struct error *err)
{
	struct agency *found = agency_at(state_of(store), id);

	if (!found)
		return missing(err);
	agency_copy(out, found);
	return OK;
}

static enum status agency_members_op(struct store *store, row_id group, struct agency_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	for (size_t i = 0; i < s->member_count; i++) {
		if (s->members[i].group == group) {
			struct agency twin = agency_twin(agency_at(s, s->members[i].agency));

			agency_list_add(out, &twin);
		}
	}
	return OK;
}

static enum status memberships_op(struct store *store, struct membership_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	for (size_t i = 0; i < s->member_count; i++) {
		struct membership membership = {
			.id = (row_id)i + 1, .version = 1, .group_id = s->members[i].group, .agency_id = s->members[i].agency,
		};

		membership_list_add(out, &membership);
	}
	return OK;
}

/* Nothing is ever merged or handed over here. */
static enum status successions_op(struct store *store, struct succession_list *out, struct error *err)
{
	(void)store;
	(void)out;
	(void)err;
	return OK;
}

static enum status extensions_op(struct store *store, row_id task, struct extension_list *out, struct error *err)
{
	(void)store;
	(void)task;
	(void)out;
	(void)err;
	return OK;
}

static enum status task_criteria_op(struct store *store, row_id task, struct criterion_task_list *out, struct error *err)
{
	(void)store, (void)task, (void)out, (void)err;
	return OK;
}

static enum status proposals_op(struct store *store, row_id plan, row_id task, struct proposal_list *out, struct error *err)
{
	(void)store;
	(void)plan;
	(void)task;
	(void)out;
	(void)err;
	return OK;
}

static enum status labels_op(struct store *store, row_id plan, struct label_list *out, struct error *err)
{
	(void)store;
	(void)plan;
	(void)out;
	(void)err;
	return OK;
}

static enum status transfers_op(struct store *store, row_id task, struct transfer_list *out, struct error *err)
{
	(void)store;
	(void)task;
	(void)out;
	(void)err;
	return OK;
}

/* --- writing ------------------------------------------------------------ */

static enum status begin_op(struct store *store, const struct change_intent *intent, struct error *err)
{
	struct fake_store *fake = (struct fake_store *)store;

	if (!intent->who || !*intent->who || !intent->action)
		BUG("an intent without a person or an action");
	if (fake->in_step)
		BUG("begin inside a step");
	if (fake->begin_answer != OK)
		return error_set(err, fake->begin_answer, "chưa ghi được");
	state_copy(&fake->saved, &fake->now);
	fake->in_step = true;
	return OK;
}

static enum status commit_op(struct store *store, const char *summary, struct error *err)
{
	struct fake_store *fake = (struct fake_store *)store;

	if (fake->commit_answer != OK) {
		state_copy(&fake->now, &fake->saved);
		fake->in_step = false;
		return error_set(err, fake->commit_answer, "đĩa đầy");
	}
	snprintf(fake->last_summary, sizeof fake->last_summary, "%s", summary);
	fake->in_step = false;
	fake->commits++;
	return OK;
}

static void rollback_op(struct store *store)
{
	struct fake_store *fake = (struct fake_store *)store;

	if (fake->in_step)
		state_copy(&fake->now, &fake->saved);
	fake->in_step = false;
}

static enum status plan_insert_op(struct store *store, struct plan *plan, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct plan twin;
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	plan->id = ++s->last_id;
	plan->version = 1;
	twin = plan_twin(plan);
	plan_list_add(&s->plans, &twin);
	return OK;
}

static enum status plan_supersede_op(struct store *store, row_id older, row_id newer, struct error *err)
{
	(void)newer;
	state_of(store)->superseded = older;
	return may_write(store, err);
}

static enum status source_insert_op(struct store *store, struct source *source, struct error *err)
{
	struct fake_store *fake = (struct fake_store *)store;

	fake->source_plan = source->plan_id;
	source->id = 1;
	snprintf(fake->source, sizeof fake->source, "%.*s", (int)source->length, source->bytes);
	fake->now.sources++;
	return may_write(store, err);
}

static enum status section_insert_op(struct store *store, struct section *section, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct section twin;
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	section->id = ++s->last_id;
	section->version = 1;
	twin = section_twin(section);
	section_list_add(&s->sections, &twin);
	return OK;
}

static enum status task_insert_op(struct store *store, struct task *task, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct task twin;
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	task->id = ++s->last_id;
	task->version = 1;
	if (!task->position) {
		task->position = 1;
		for (size_t i = 0; i < s->tasks.count; i++)
			task->position += s->tasks.items[i].section_id == task->section_id;
	}
	twin = task_twin(task);
	task_list_add(&s->tasks, &twin);
	return OK;
}

static enum status conflict(struct error *err)
{
	return error_set(err, STATUS_CONFLICT, "người khác đã sửa");
}

static enum status task_update_op(struct store *store, struct task *task, struct error *err)
{
	struct task *row = task_at(state_of(store), task->id);
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	if (!row || row->version != task->version)
		return conflict(err);
	task->version++;
	task_copy(row, task);
	return OK;
}

static enum status assignment_insert_op(struct store *store, const struct assignment *assignment, struct error *err)
{
	struct assignment twin = assignment_twin(assignment);

	assignment_list_add(&state_of(store)->assignments, &twin);
	return may_write(store, err);
}

static enum status assignment_delete_op(struct store *store, const struct assignment *assignment, struct error *err)
{
	struct assignment_list *list = &state_of(store)->assignments;

	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].task_id == assignment->task_id && list->items[i].agency_id == assignment->agency_id &&
		    list->items[i].role == assignment->role) {
			assignment_release(&list->items[i]);
			memmove(&list->items[i], &list->items[i + 1], (list->count - i - 1) * sizeof *list->items);
			list->count--;
			return may_write(store, err);
		}
	}
	return conflict(err);
}

static struct obligation *obligation_at(struct fake_state *s, row_id id)
{
	for (size_t i = 0; i < s->obligations.count; i++)
		if (s->obligations.items[i].id == id)
			return &s->obligations.items[i];
	return NULL;
}

/* As a real storage does, the counters of the task follow, and with them its version stays. */
static void recount(struct fake_state *s, row_id id)
{
	struct task *task = task_at(s, id);

	task->obligations = task->obligations_done = 0;
	for (size_t i = 0; i < s->obligations.count; i++) {
		if (s->obligations.items[i].task_id != id || s->obligations.items[i].state == OBLIGATION_CLOSED)
			continue;
		task->obligations++;
		task->obligations_done += s->obligations.items[i].state == OBLIGATION_DONE;
	}
}

static enum status obligation_insert_op(struct store *store, struct obligation *obligation, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct obligation twin;
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	obligation->id = ++s->last_id;
	obligation->version = 1;
	twin = obligation_twin(obligation);
	obligation_list_add(&s->obligations, &twin);
	recount(s, obligation->task_id);
	return OK;
}

static enum status obligation_update_op(struct store *store, struct obligation *obligation, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct obligation *row = obligation_at(s, obligation->id);
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	if (!row || row->version != obligation->version)
		return conflict(err);
	obligation->version++;
	obligation_release(row);
	*row = obligation_twin(obligation);
	recount(s, obligation->task_id);
	return OK;
}

static enum status obligation_delete_op(struct store *store, const struct obligation *obligation, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct obligation *row = obligation_at(s, obligation->id);
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	if (!row || row->version != obligation->version)
		return conflict(err);
	obligation_release(row);
	memmove(row, row + 1, (size_t)(s->obligations.items + s->obligations.count - row - 1) * sizeof *row);
	s->obligations.count--;
	recount(s, obligation->task_id);
	return OK;
}

static enum status note_insert_op(struct store *store, struct note *note, struct error *err)
{
	struct note twin = note_twin(note);

	note_list_add(&state_of(store)->notes, &twin);
	return may_write(store, err);
}

static enum status reference_insert_op(struct store *store, struct reference *reference, struct error *err)
{
	(void)reference;
	state_of(store)->references++;
	return may_write(store, err);
}

static enum status attachment_insert_op(struct store *store, row_id plan, const struct attachment *a, struct error *err)
{
	(void)plan;
	(void)a;
	state_of(store)->attachments++;
	return may_write(store, err);
}

static enum status unused_insert_op(struct store *store, struct unused_line *line, struct error *err)
{
	(void)line;
	state_of(store)->unused++;
	return may_write(store, err);
}

static enum status correction_insert_op(struct store *store, struct correction *correction, struct error *err)
{
	(void)correction;
	state_of(store)->corrections++;
	return may_write(store, err);
}

static enum status agency_insert_op(struct store *store, struct agency *agency, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct agency twin;
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	agency->id = ++s->last_id;
	agency->version = 1;
	twin = agency_twin(agency);
	agency_list_add(&s->agencies, &twin);
	return OK;
}

static enum status agency_update_op(struct store *store, struct agency *agency, struct error *err)
{
	struct agency *row = agency_at(state_of(store), agency->id);
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	if (!row || row->version != agency->version)
		return conflict(err);
	agency->version++;
	agency_copy(row, agency);
	return OK;
}

static enum status member_insert_op(struct store *store, row_id group, row_id agency, struct error *err)
{
	fake_member((struct fake_store *)store, group, agency);
	return may_write(store, err);
}

static enum status membership_insert_op(struct store *store, struct membership *membership, struct error *err)
{
	return member_insert_op(store, membership->group_id, membership->agency_id, err);
}

static enum status member_delete_op(struct store *store, row_id group, row_id agency, struct error *err)
{
	struct fake_state *s = state_of(store);
	size_t kept = 0;

	for (size_t i = 0; i < s->member_count; i++)
		if (s->members[i].group != group || s->members[i].agency != agency)
			s->members[kept++] = s->members[i];
	s->member_count = kept;
	return may_write(store, err);
}

/* --- settings ----------------------------------------------------------- */

static size_t find_setting(const struct fake_store *fake, const char *key)
{
	size_t i = 0;

	while (i < fake->settings.count && strncmp(fake->settings.items[i], key, strlen(key)) != 0)
		i++;
	return i;
}

static enum status setting_answer(const struct fake_store *fake, struct error *err)
{
	return fake->setting_answer ? error_set(err, fake->setting_answer, "hỏng theo yêu cầu của phép thử") : OK;
}

static enum status setting_get_op(struct store *store, const char *who, const char *name, char **value,
				  struct error *err)
{
	struct fake_store *fake = (struct fake_store *)store;
	char *key = xasprintf("%s\n%s\n", who, name);
	size_t at = find_setting(fake, key);
	enum status status = setting_answer(fake, err);

	if (!status)
		*value = at < fake->settings.count ? xstrdup(fake->settings.items[at] + strlen(key)) : NULL;
	free(key);
	return status;
}

static void here_tell_op(struct store *store, const char *who, const char *screen, row_id follows)
{
	(void)store, (void)who, (void)screen, (void)follows;
}

static int news_op(struct store *store)
{
	(void)store;
	return -1;
}

static void here_op(struct store *store, struct session_list *out)
{
	(void)store, (void)out;
}

static enum status settings_op(struct store *store, const char *who, const char *prefix, struct string_list *names,
			       struct string_list *values, struct error *err)
{
	const struct fake_store *fake = (const struct fake_store *)store;
	size_t length = strlen(who);

	for (size_t i = 0; i < fake->settings.count; i++) {
		const char *name = fake->settings.items[i] + length + 1, *value = strchr(name, '\n');

		if (strncmp(fake->settings.items[i], who, length) != 0 || strncmp(name, prefix, strlen(prefix)) != 0 || !value[1])
			continue;
		string_list_add_owned(names, xstrndup(name, (size_t)(value - name)));
		string_list_add(values, value + 1);
	}
	return setting_answer(fake, err);
}

/* A value that is forgotten leaves an empty one. */
static enum status setting_put_op(struct store *store, const char *who, const char *name, const char *value, bool wait,
				  struct error *err)
{
	struct fake_store *fake = (struct fake_store *)store;
	char *key = xasprintf("%s\n%s\n", who, name), *line = xasprintf("%s%s", key, value ? value : "");
	size_t at = find_setting(fake, key);
	enum status status = setting_answer(fake, err);

	(void)wait;
	if (fake->in_step)
		BUG("a setting inside a step");
	if (!status && at == fake->settings.count)
		string_list_add(&fake->settings, line);
	else if (!status)
		replace_string(&fake->settings.items[at], line);
	free(key);
	free(line);
	return status;
}

/* --- periods ------------------------------------------------------------ */

static enum status periods_op(struct store *store, row_id plan, struct period_list *out, struct error *err)
{
	struct fake_state *s = state_of(store);

	(void)err;
	for (size_t i = 0; i < s->periods.count; i++) {
		struct period twin;

		if (s->periods.items[i].plan_id != plan)
			continue;
		twin = period_twin(&s->periods.items[i]);
		period_list_add(out, &twin);
	}
	return OK;
}

static struct period *period_at(struct fake_state *s, const struct period *period)
{
	for (size_t i = 0; i < s->periods.count; i++)
		if (s->periods.items[i].id == period->id && s->periods.items[i].version == period->version)
			return &s->periods.items[i];
	return NULL;
}

static enum status period_insert_op(struct store *store, struct period *period, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct period twin;
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	period->id = ++s->last_id;
	period->version = 1;
	twin = period_twin(period);
	period_list_add(&s->periods, &twin);
	return OK;
}

static enum status period_update_op(struct store *store, struct period *period, struct error *err)
{
	struct period *row = period_at(state_of(store), period);
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	if (!row)
		return error_set(err, STATUS_CONFLICT, "đã đổi");
	period->version++;
	period_release(row);
	*row = period_twin(period);
	return OK;
}

static enum status period_delete_op(struct store *store, const struct period *period, struct error *err)
{
	struct fake_state *s = state_of(store);
	struct period *row = period_at(s, period);
	enum status status = may_write(store, err);

	if (status != OK)
		return status;
	if (!row)
		return error_set(err, STATUS_CONFLICT, "đã đổi");
	period_release(row);
	memmove(row, row + 1, (size_t)(s->periods.items + s->periods.count - row - 1) * sizeof *row);
	s->periods.count--;
	return OK;
}

/* --- set-up ------------------------------------------------------------- */

void fake_store_init(struct fake_store *fake)
{
	*fake = (struct fake_store){ .base = {
		.plan_list = plan_list_op,
		.plan_get = plan_get_op,
		.plan_by_source = plan_by_source_op,
		.sources = sources_op,
		.decisions = decisions_op,
		.decision_insert = decision_insert_op,
		.section_page = section_page_op,
		.task_page = task_page_op,
		.notes = notes_op,
		.unused_lines = unused_lines_op,
		.corrections = corrections_op,
		.journal = journal_op,
		.section_get = section_get_op,
		.section_by_path = section_by_path_op,
		.task_get = task_get_op,
		.task_row_get = task_row_get_op,
		.task_by_position = task_by_position_op,
		.tasks_led_by = tasks_led_by_op,
		.tasks_of_kind = tasks_of_kind_op,
		.assignments = assignments_op,
		.obligations = obligations_op,
		.agency_list = agency_list_op,
		.agency_get = agency_get_op,
		.agency_members = agency_members_op,
		.memberships = memberships_op,
		.membership_insert = membership_insert_op,
		.successions = successions_op,
		.transfers = transfers_op,
		.extensions = extensions_op,
		.labels = labels_op,
		.labels_of = labels_op,
		.proposals = proposals_op, .task_criteria = task_criteria_op,
		.begin = begin_op,
		.commit = commit_op,
		.rollback = rollback_op,
		.plan_insert = plan_insert_op,
		.plan_supersede = plan_supersede_op,
		.source_insert = source_insert_op,
		.section_insert = section_insert_op,
		.task_insert = task_insert_op,
		.task_update = task_update_op,
		.assignment_insert = assignment_insert_op,
		.assignment_delete = assignment_delete_op,
		.obligation_insert = obligation_insert_op,
		.obligation_update = obligation_update_op,
		.obligation_delete = obligation_delete_op,
		.periods = periods_op,
		.period_insert = period_insert_op,
		.period_update = period_update_op,
		.period_delete = period_delete_op,
		.note_insert = note_insert_op,
		.reference_insert = reference_insert_op,
		.attachment_insert = attachment_insert_op,
		.unused_insert = unused_insert_op,
		.correction_insert = correction_insert_op,
		.agency_insert = agency_insert_op,
		.agency_update = agency_update_op,
		.member_insert = member_insert_op,
		.member_delete = member_delete_op,
		.setting_get = setting_get_op,
		.settings = settings_op,
		.here_tell = here_tell_op,
		.here = here_op,
		.news = news_op,
		.setting_put = setting_put_op,
	} };
}

void fake_store_release(struct fake_store *fake)
{
	state_release(&fake->now);
	state_release(&fake->saved);
	string_list_release(&fake->settings);
}

row_id fake_plan(struct fake_store *fake, const char *number, int year)
{
	struct plan plan = {
		.id = ++fake->now.last_id, .version = 1, .type = xstrdup("Kế hoạch"), .number = xstrdup(number),
		.title = xstrdup("Thử"), .year = year,
	};

	return plan_list_add(&fake->now.plans, &plan)->id;
}

row_id fake_section(struct fake_store *fake, row_id plan, const char *path)
{
	struct section section = {
		.id = ++fake->now.last_id, .version = 1, .plan_id = plan, .seq = (int)fake->now.sections.count + 1,
		.level = 1, .path = xstrdup(path), .title = xstrdup("Mục"),
	};

	return section_list_add(&fake->now.sections, &section)->id;
}

row_id fake_task(struct fake_store *fake, row_id section, const char *title)
{
	struct task task = {
		.id = ++fake->now.last_id, .version = 1, .section_id = section, .position = 1, .title = xstrdup(title),
		.plan_id = section_at(&fake->now, section)->plan_id,
	};

	for (size_t i = 0; i < fake->now.tasks.count; i++)
		task.position += fake->now.tasks.items[i].section_id == section;
	return task_list_add(&fake->now.tasks, &task)->id;
}

row_id fake_agency(struct fake_store *fake, const char *code, const char *name, enum agency_kind kind)
{
	struct agency agency = {
		.id = ++fake->now.last_id, .version = 1, .code = xstrdup_or_null(code), .name = xstrdup(name), .kind = kind,
	};

	return agency_list_add(&fake->now.agencies, &agency)->id;
}

void fake_member(struct fake_store *fake, row_id group, row_id agency)
{
	fake->now.members[fake->now.member_count++] = (struct fake_membership){ group, agency };
}

struct task *fake_task_at(struct fake_store *fake, row_id id)
{
	return task_at(&fake->now, id);
}

struct obligation *fake_obligation(struct fake_store *fake, row_id task, row_id agency)
{
	for (size_t i = 0; i < fake->now.obligations.count; i++) {
		struct obligation *o = &fake->now.obligations.items[i];

		if (o->task_id == task && o->agency_id == agency)
			return o;
	}
	return NULL;
}

size_t fake_count_obligations(struct fake_store *fake, row_id task, enum obligation_state state)
{
	size_t n = 0;

	for (size_t i = 0; i < fake->now.obligations.count; i++)
		n += fake->now.obligations.items[i].task_id == task && fake->now.obligations.items[i].state == state;
	return n;
}
