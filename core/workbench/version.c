#include "core/workbench/version.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"

/* --- which is which ------------------------------------------------------ */

enum same_section { SAME_PLACE, SAME_TITLE, SAME_PATH, SAME_WAYS };

static bool is_same_section(const struct known_section *known, const struct section *section, enum same_section how)
{
	bool path = !strcmp(known->path, section->path), title = !strcmp(known->title, section->title);

	return how == SAME_PLACE ? path && title : how == SAME_TITLE ? title && *section->title : path;
}

static struct known_section *take_section(struct known_tasks *known, const struct section *section, enum same_section how)
{
	for (size_t i = 0; i < known->section_count; i++) {
		if (!known->sections[i].taken && is_same_section(&known->sections[i], section, how)) {
			known->sections[i].taken = true;
			return &known->sections[i];
		}
	}
	return NULL;
}

/* The best hold first for all of them: where both are the same, then what moved, then what got another title. */
static void match_sections(struct carried *carried, const struct draft *draft)
{
	for (int how = SAME_PLACE; how < SAME_WAYS; how++)
		for (size_t s = 0; s < carried->sections; s++)
			if (!carried->section_of[s])
				carried->section_of[s] = take_section(&carried->known, &draft->sections.items[s].section,
								      (enum same_section)how);
}

static bool has_words(const struct known_task *known, const struct draft_task *task)
{
	char *key = task->task.text ? words_key(task->task.text) : NULL;
	bool same = key && known->text_key && !strcmp(key, known->text_key);

	free(key);
	return same;
}

/*
 * What was edited stays, unless a person decided otherwise of this very file. What was decided in a review stays as
 * well; but where the same words stand before the reviewer, the decision does, and may have been taken back.
 */
static unsigned settled(const struct known_task *known, const struct draft *draft, const struct draft_task *task)
{
	unsigned decided = known->decided;

	if (!draft->restored && has_words(known, task))
		decided &= task->task.decided;
	return (known->edited | decided) & ~task->anew;
}

static struct known_task *take_task(struct carried *carried, const struct draft *draft, const struct draft_task *task,
				    enum alike alike)
{
	struct known_task *known = known_tasks_take(&carried->known, task, alike);

	if (known)
		known->settled = settled(known, draft, task);
	return known;
}

static void match_tasks(struct carried *carried, const struct draft *draft, enum alike alike)
{
	for (size_t s = 0; s < carried->sections; s++) {
		const struct draft_task_list *tasks = &draft->sections.items[s].tasks;

		for (size_t t = 0; t < tasks->count; t++)
			if (!carried->of[s][t])
				carried->of[s][t] = take_task(carried, draft, &tasks->items[t], alike);
	}
}

enum status decisions_of_plan(struct store *store, row_id plan, struct decision_list *out, struct error *err)
{
	struct source_list sources = { 0 };
	enum status status = store->sources(store, plan, &sources, err);

	for (size_t i = 0; status == OK && i < sources.count; i++)
		if (sources.items[i].kind == SOURCE_PLAN)
			status = store->decisions(store, sources.items[i].id, out, err);
	source_list_release(&sources);
	return status;
}

enum status carried_read(struct store *store, row_id older, const struct draft *draft, struct carried *out,
			 struct error *err)
{
	struct carried carried = { .sections = draft->sections.count };
	enum status status = known_tasks_read(store, older, &carried.known, err);

	if (status == OK)
		status = store->plan_get(store, older, &carried.plan, err);
	if (status == OK)
		status = store->agency_list(store, &carried.agencies, err);
	if (status == OK)
		status = decisions_of_plan(store, older, &carried.decisions, err);
	carried.of = xcalloc(carried.sections, sizeof *carried.of);
	carried.section_of = xcalloc(carried.sections, sizeof *carried.section_of);
	for (size_t s = 0; s < carried.sections; s++)
		carried.of[s] = xcalloc(draft->sections.items[s].tasks.count, sizeof **carried.of);
	match_sections(&carried, draft);
	match_tasks(&carried, draft, ALIKE_SAME);
	match_tasks(&carried, draft, ALIKE_NEARLY);
	*out = carried;
	return status;
}

void carried_release(struct carried *carried)
{
	for (size_t s = 0; s < carried->sections; s++)
		free(carried->of[s]);
	free(carried->of);
	free(carried->section_of);
	plan_release(&carried->plan);
	agency_list_release(&carried->agencies);
	decision_list_release(&carried->decisions);
	known_tasks_release(&carried->known);
	*carried = (struct carried){ 0 };
}

bool carried_stays(const struct known_task *known)
{
	return !known->taken && (known->of_appendix || (known->added && !known->source));
}

/* --- what is kept ----------------------------------------------------------- */

enum { ALL_BODIES = PART_LEAD | PART_COORDINATING | PART_VIA };

static unsigned part_of(enum role role)
{
	return role == ROLE_LEAD ? PART_LEAD : role == ROLE_COORDINATING ? PART_COORDINATING : PART_VIA;
}

static bool leads(const struct agency_ids *ids, const struct assignment *assignment)
{
	return assignment->role == ROLE_COORDINATING && agency_ids_has(ids, assignment->agency_id);
}

/* The bodies of FROM whose role is in PARTS; a lead is not also a coordinator. */
static enum status put_roles(struct store *store, const struct assignment_list *from, unsigned parts, row_id id,
			     struct agency_ids *put, enum role role, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < from->count; i++) {
		struct assignment copy = from->items[i];		/* strings stay the list's */

		if (copy.role != role || !(parts & part_of(role)) || leads(put, &copy))
			continue;
		if (role == ROLE_LEAD)
			agency_ids_add(put, copy.agency_id);
		copy.task_id = id;
		status = store->assignment_insert(store, &copy, err);
	}
	return status;
}

/* The roles that are PARTS have who had them in the older task. */
static enum status keep_bodies(struct store *store, row_id older, row_id id, unsigned parts, struct error *err)
{
	struct assignment_list present = { 0 }, kept = { 0 };
	struct agency_ids put = { 0 };
	enum status status = store->assignments(store, id, &present, err);

	if (status == OK)
		status = store->assignments(store, older, &kept, err);
	for (size_t i = 0; status == OK && i < present.count; i++)
		status = store->assignment_delete(store, &present.items[i], err);
	for (int role = ROLE_LEAD; status == OK && role <= ROLE_VIA; role++) {
		status = put_roles(store, &kept, parts, id, &put, (enum role)role, err);
		if (status == OK)
			status = put_roles(store, &present, ALL_BODIES & ~parts, id, &put, (enum role)role, err);
	}
	agency_ids_release(&put);
	assignment_list_release(&present);
	assignment_list_release(&kept);
	return status;
}

static bool same_share(const struct obligation *a, const struct obligation *b)
{
	return a->agency_id == b->agency_id && same_period(a->period, b->period);
}

static struct obligation *twin_obligation(struct obligation_list *list, const struct obligation *older)
{
	for (size_t i = 0; i < list->count; i++)
		if (same_share(&list->items[i], older))
			return &list->items[i];
	return NULL;
}

/* What was recorded in one obligation of the older task; of a body that no longer leads it is closed later. */
static enum status copy_record(struct store *store, const struct obligation *older, row_id id,
			       struct obligation_list *present, struct error *err)
{
	struct obligation *there = twin_obligation(present, older), copy = *older;	/* strings stay the list's */

	if (!obligation_is_recorded(older))
		return OK;
	if (!there) {
		copy.id = 0;
		copy.task_id = id;
		return store->obligation_insert(store, &copy, err);
	}
	obligation_record_copy(there, older);
	return store->obligation_update(store, there, err);
}

static enum status copy_records(struct store *store, row_id older, row_id id, struct error *err)
{
	struct obligation_list present = { 0 }, recorded = { 0 };
	enum status status = store->obligations(store, id, &present, err);

	if (status == OK)
		status = store->obligations(store, older, &recorded, err);
	for (size_t i = 0; status == OK && i < recorded.count; i++)
		status = copy_record(store, &recorded.items[i], id, &present, err);
	obligation_list_release(&present);
	obligation_list_release(&recorded);
	return status;
}

static enum status copy_extensions(struct store *store, row_id older, row_id id, struct error *err)
{
	struct extension_list list = { 0 };
	enum status status = store->extensions(store, older, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct extension copy = list.items[i];		/* strings stay the list's */

		copy.id = 0;
		copy.task_id = id;
		status = store->extension_insert(store, &copy, err);
	}
	extension_list_release(&list);
	return status;
}

static enum status copy_proposals(struct store *store, row_id older, row_id id, struct error *err)
{
	struct proposal_list list = { 0 };
	enum status status = store->proposals(store, 0, older, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct proposal copy = list.items[i];		/* strings stay the list's */

		copy.id = 0;
		copy.task_id = id;
		status = store->proposal_insert(store, &copy, err);
	}
	proposal_list_release(&list);
	return status;
}

/* A criterion is served by the version in force. */
static enum status move_criteria(struct store *store, row_id older, row_id id, struct error *err)
{
	struct criterion_task_list links = { 0 };
	enum status status = store->task_criteria(store, older, &links, err);

	for (size_t i = 0; status == OK && i < links.count; i++) {
		struct criterion_task link = { .criterion_id = links.items[i].criterion_id, .task_id = id };

		status = store->criterion_task_delete(store, &links.items[i], err);
		if (status == OK)
			status = store->criterion_task_insert(store, &link, err);
	}
	criterion_task_list_release(&links);
	return status;
}

static enum status copy_notes(struct store *store, row_id older, row_id id, struct error *err)
{
	struct note_list notes = { 0 };
	enum status status = store->notes(store, older, &notes, err);

	for (size_t i = 0; status == OK && i < notes.count; i++) {
		struct note copy = notes.items[i];		/* strings stay the list's */

		copy.id = 0;
		copy.task_id = id;
		status = store->note_insert(store, &copy, err);
	}
	note_list_release(&notes);
	return status;
}

static enum status copy_words(struct store *store, const struct task *older, unsigned kept, row_id id, struct error *err)
{
	struct task task = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK) {
		task.continues = older->id;
		task.decided |= older->decided & kept;
		task.status = older->status;
		if (kept & PART_LEAD)
			task.inherited = older->inherited;
		if (kept & PART_DEADLINE)
			deadline_copy(&task.deadline, &older->deadline);
		if (kept & PART_PRODUCT)
			replace_string(&task.product, older->product);
		if (kept & PART_TITLE)
			replace_string(&task.title, older->title);
		if (kept & PART_TEXT)
			replace_string(&task.text, older->text);
		status = store->task_update(store, &task, err);
	}
	task_release(&task);
	return status;
}

/* Obligations as the leads and the days are now. */
static enum status settle(struct store *store, row_id id, struct error *err)
{
	struct task task = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK)
		status = sync_obligations(store, &task, err);
	task_release(&task);
	return status;
}

/* What a person decided of the same slip in the older version; NULL: nothing, or it is not there. */
static const struct correction *decided_of(const struct correction_list *older, row_id task, const struct correction *slip)
{
	for (size_t i = 0; i < older->count; i++)
		if (older->items[i].task_id == task && older->items[i].state != CORRECTION_OPEN &&
		    !strcmp(older->items[i].issued, slip->issued) && !strcmp(older->items[i].reading, slip->reading))
			return &older->items[i];
	return NULL;
}

enum status carry_decisions(struct store *store, row_id older_plan, row_id older, row_id plan, row_id task,
			    struct error *err)
{
	struct correction_list before = { 0 }, slips = { 0 };
	enum status status = store->corrections(store, older_plan, older, &before, err);

	if (status == OK && before.count)
		status = store->corrections(store, plan, task, &slips, err);
	for (size_t i = 0; status == OK && i < slips.count; i++) {
		const struct correction *decided = decided_of(&before, older, &slips.items[i]);

		if (!decided || slips.items[i].task_id != task || slips.items[i].state == decided->state)
			continue;
		slips.items[i].state = decided->state;
		status = store->correction_update(store, &slips.items[i], err);
	}
	correction_list_release(&before);
	correction_list_release(&slips);
	return status;
}

enum status carry_periods(struct store *store, row_id older, row_id plan, struct error *err)
{
	struct period_list periods = { 0 };
	enum status status = store->periods(store, older, &periods, err);

	for (size_t i = 0; status == OK && i < periods.count; i++) {
		struct period copy = periods.items[i];		/* strings stay the list's */

		copy.id = 0;
		copy.plan_id = plan;
		status = store->period_insert(store, &copy, err);
	}
	period_list_release(&periods);
	return status;
}

enum status carry_over(struct workbench *wb, const struct known_task *older, row_id plan, row_id id, struct error *err)
{
	struct store *store = wb->store;
	unsigned kept = older->settled;
	struct task task = { 0 };
	enum status status = store->task_get(store, older->id, &task, err);

	if (status == OK && kept & ALL_BODIES)
		status = keep_bodies(store, older->id, id, kept, err);
	if (status == OK)
		status = copy_records(store, older->id, id, err);
	if (status == OK)
		status = copy_words(store, &task, kept, id, err);
	if (status == OK)
		status = copy_extensions(store, older->id, id, err);
	if (status == OK)
		status = settle(store, id, err);
	if (status == OK)
		status = copy_notes(store, older->id, id, err);
	if (status == OK)
		status = copy_proposals(store, older->id, id, err);
	if (status == OK)
		status = carry_labels_of(store, older->id, plan, id, err);
	if (status == OK)
		status = move_criteria(store, older->id, id, err);
	if (status == OK)
		status = carry_decisions(store, task.plan_id, older->id, plan, id, err);
	task_release(&task);
	return status;
}

/* --- what the file does not tell of --------------------------------------------- */

/* What of an older plan has its twin in the new one. */
struct twin {
	row_id older, new_id;
};

struct move {
	struct workbench *wb;
	row_id plan;
	struct twin *sources, *sections;
	size_t source_count, section_count;
	size_t source_cap, section_cap;
	int last_seq;
};

static row_id twin_of(const struct twin *twins, size_t count, row_id older)
{
	for (size_t i = 0; i < count; i++)
		if (twins[i].older == older)
			return twins[i].new_id;
	return 0;
}

static void add_section_twin(struct move *m, row_id older, row_id new_id)
{
	GROW(m->sections, m->section_count + 1, m->section_cap);
	m->sections[m->section_count++] = (struct twin){ older, new_id };
}

static enum status move_decisions(struct move *m, row_id older, row_id source, struct error *err)
{
	struct store *store = m->wb->store;
	struct decision_list list = { 0 };
	enum status status = store->decisions(store, older, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct decision copy = list.items[i];		/* strings stay the list's */

		copy.id = 0;
		copy.plan_id = m->plan;
		copy.source_id = source;
		status = store->decision_insert(store, &copy, err);
	}
	decision_list_release(&list);
	return status;
}

/* OLDER 0: a person's own task has no file. */
static enum status move_source(struct move *m, row_id older, row_id *id, struct error *err)
{
	struct store *store = m->wb->store;
	struct source source = { 0 };
	enum status status = OK;

	*id = twin_of(m->sources, m->source_count, older);
	if (*id || !older)
		return OK;
	status = store->source_get(store, older, &source, err);
	if (status == OK) {
		source.id = 0;
		source.plan_id = m->plan;
		status = store->source_insert(store, &source, err);
	}
	if (status == OK)
		status = move_decisions(m, older, source.id, err);
	if (status == OK) {
		*id = source.id;
		GROW(m->sources, m->source_count + 1, m->source_cap);
		m->sources[m->source_count++] = (struct twin){ older, source.id };
	}
	source_release(&source);
	return status;
}

/* The section of the same path, made with those above it where it is not there. */
static enum status move_section(struct move *m, row_id older, row_id *id, struct error *err)
{
	struct store *store = m->wb->store;
	struct section section = { 0 }, there = { 0 };
	enum status status;

	*id = twin_of(m->sections, m->section_count, older);
	if (*id)
		return OK;
	status = store->section_get(store, older, &section, err);
	if (status == OK)
		status = store->section_by_path(store, m->plan, section.path, &there, err);
	if (status == STATUS_NOT_FOUND) {
		error_clear(err);
		status = section.parent_id ? move_section(m, section.parent_id, &section.parent_id, err) : OK;
		section.id = 0;
		section.plan_id = m->plan;
		section.seq = ++m->last_seq;
		if (status == OK)
			status = store->section_insert(store, &section, err);
		there.id = section.id;
	}
	if (status == OK) {
		*id = there.id;
		add_section_twin(m, older, there.id);
	}
	section_release(&there);
	section_release(&section);
	return status;
}

static enum status move_references(struct move *m, const struct task *older, row_id id, struct error *err)
{
	struct store *store = m->wb->store;
	struct reference_list list = { 0 };
	enum status status = store->references(store, older->plan_id, older->id, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct reference copy = list.items[i];		/* strings stay the list's */

		copy.id = 0;
		copy.plan_id = m->plan;
		copy.task_id = id;
		status = store->reference_insert(store, &copy, err);
	}
	reference_list_release(&list);
	return status;
}

static enum status move_corrections(struct move *m, const struct task *older, row_id id, struct error *err)
{
	struct store *store = m->wb->store;
	struct correction_list list = { 0 };
	enum status status = store->corrections(store, older->plan_id, older->id, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct correction copy = list.items[i];		/* strings stay the list's */

		copy.id = 0;
		copy.plan_id = m->plan;
		copy.task_id = id;
		status = store->correction_insert(store, &copy, err);
	}
	correction_list_release(&list);
	return status;
}

static enum status move_task(struct move *m, const struct known_task *known, struct error *err)
{
	struct store *store = m->wb->store;
	struct task task = { 0 }, older = { 0 };
	enum status status = store->task_get(store, known->id, &task, err);

	if (status == OK)
		status = store->task_get(store, known->id, &older, err);
	if (status == OK)
		status = move_source(m, known->source, &task.source_id, err);
	if (status == OK)
		status = move_section(m, known->section, &task.section_id, err);
	task.id = 0;
	task.plan_id = m->plan;
	task.position = 0;
	if (status == OK)
		status = store->task_insert(store, &task, err);
	if (status == OK)
		status = keep_bodies(store, known->id, task.id, ALL_BODIES, err);
	if (status == OK)
		status = move_references(m, &older, task.id, err);
	if (status == OK)
		status = move_corrections(m, &older, task.id, err);
	if (status == OK)
		status = carry_over(m->wb, known, m->plan, task.id, err);
	task_release(&task);
	task_release(&older);
	return status;
}

/* The files of the appendices, whether or not the corrected file tells of their tasks. */
static enum status move_sources(struct move *m, const struct source_list *sources, struct error *err)
{
	enum status status = OK;
	row_id id;

	for (size_t i = 0; status == OK && i < sources->count; i++)
		if (sources->items[i].kind == SOURCE_APPENDIX)
			status = move_source(m, sources->items[i].id, &id, err);
	return status;
}

/* What went nowhere in those files. */
static enum status move_unused(struct move *m, row_id older, struct error *err)
{
	struct store *store = m->wb->store;
	struct unused_line_list list = { 0 };
	enum status status = store->unused_lines(store, older, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct unused_line copy = list.items[i];	/* strings stay the list's */

		copy.id = 0;
		copy.plan_id = m->plan;
		copy.source_id = twin_of(m->sources, m->source_count, copy.source_id);
		if (copy.source_id)
			status = store->unused_insert(store, &copy, err);
	}
	unused_line_list_release(&list);
	return status;
}

/* Behind all that the corrected file has. */
static enum status find_last_seq(struct move *m, struct error *err)
{
	enum { PAGE = 500 };
	struct section_row_list page = { 0 };
	enum status status;

	do {
		section_row_list_clear(&page);
		status = m->wb->store->section_page(m->wb->store, m->plan, m->last_seq, FORWARD, PAGE, clock_today(), &page,
						    err);
		if (page.count)
			m->last_seq = page.items[page.count - 1].section.seq;
	} while (status == OK && page.count);
	section_row_list_release(&page);
	return status;
}

/* The sections that go on with older ones, wherever they stand now. */
static enum status find_sections(struct move *m, const struct carried *carried, const struct draft *draft,
				 struct error *err)
{
	struct store *store = m->wb->store;
	enum status status = OK;

	for (size_t s = 0; status == OK && s < carried->sections; s++) {
		struct section section = { 0 };

		if (!carried->section_of[s])
			continue;
		status = store->section_by_path(store, m->plan, draft->sections.items[s].section.path, &section, err);
		if (status == OK)
			add_section_twin(m, carried->section_of[s]->id, section.id);
		section_release(&section);
	}
	return status;
}

enum status carry_the_rest(struct workbench *wb, const struct carried *carried, const struct draft *draft, row_id older,
			   row_id new_plan, size_t *count, struct error *err)
{
	struct move m = { .wb = wb, .plan = new_plan };
	enum status status = find_last_seq(&m, err);

	if (status == OK)
		status = find_sections(&m, carried, draft, err);

	if (status == OK)
		status = move_sources(&m, &carried->known.sources, err);
	if (status == OK)
		status = move_unused(&m, older, err);
	for (size_t i = 0; status == OK && i < carried->known.count; i++) {
		const struct known_task *known = &carried->known.items[i];

		if (!carried_stays(known))
			continue;
		status = move_task(&m, known, err);
		++*count;
	}
	free(m.sources);
	free(m.sections);
	return status;
}
