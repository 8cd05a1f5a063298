#include "core/workbench/version.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"

/* --- which is which ------------------------------------------------------ */

static void take_section(struct known_tasks *known, const struct section *section)
{
	for (size_t i = 0; i < known->section_count; i++) {
		struct known_section *there = &known->sections[i];

		if (!there->taken && !strcmp(there->path, section->path) && !strcmp(there->title, section->title)) {
			there->taken = true;
			return;
		}
	}
}

enum status carried_read(struct store *store, row_id older, const struct draft *draft, struct carried *out,
			 struct error *err)
{
	struct carried carried = { .sections = draft->sections.count };
	enum status status = known_tasks_read(store, older, &carried.known, err);

	carried.of = xcalloc(carried.sections, sizeof *carried.of);
	for (size_t s = 0; s < carried.sections; s++) {
		const struct draft_section *section = &draft->sections.items[s];

		take_section(&carried.known, &section->section);
		carried.of[s] = xcalloc(section->tasks.count, sizeof **carried.of);
		for (size_t t = 0; status == OK && t < section->tasks.count; t++)
			carried.of[s][t] = known_tasks_take(&carried.known, &section->tasks.items[t]);
	}
	*out = carried;
	return status;
}

void carried_release(struct carried *carried)
{
	for (size_t s = 0; s < carried->sections; s++)
		free(carried->of[s]);
	free(carried->of);
	known_tasks_release(&carried->known);
	*carried = (struct carried){ 0 };
}

/* --- what differs --------------------------------------------------------- */

static bool same_words(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static const char *or_nothing(const char *words)
{
	return words && *words ? words : _("không có");
}

static void compare_task(const struct known_task *older, const struct draft_task *task, const char *path,
			 struct string_list *out)
{
	char *leads = lead_keys(&task->leads), *names = lead_names(&task->leads);

	if (!older) {
		string_list_add_owned(out, xasprintf(_("thêm nhiệm vụ %s: %s"), path, task->task.title));
		free(leads);
		free(names);
		return;
	}
	if (strcmp(older->path, path) != 0)
		string_list_add_owned(out, xasprintf(_("nhiệm vụ %s nay là %s"), older->path, path));
	if (strcmp(older->title, task->task.title) != 0)
		string_list_add_owned(out, xasprintf(_("%s: tên «%s» thành «%s»"), path, older->title, task->task.title));
	if (!same_words(older->deadline, task->task.deadline.raw))
		string_list_add_owned(out, xasprintf(_("%s: thời hạn «%s» thành «%s»"), path, or_nothing(older->deadline),
						     or_nothing(task->task.deadline.raw)));
	if (strcmp(older->leads, leads) != 0)
		string_list_add_owned(out, xasprintf(_("%s: chủ trì «%s» thành «%s»"), path,
						     or_nothing(older->lead_names), or_nothing(names)));
	free(leads);
	free(names);
}

static bool has_section(const struct known_tasks *known, const struct section *section)
{
	for (size_t i = 0; i < known->section_count; i++)
		if (known->sections[i].taken && !strcmp(known->sections[i].path, section->path) &&
		    !strcmp(known->sections[i].title, section->title))
			return true;
	return false;
}

/* True when the section, or one below it, holds tasks of an appendix. */
static bool is_of_appendix(const struct known_tasks *known, size_t section)
{
	const char *path = known->sections[section].path;
	size_t length = strlen(path);

	for (size_t i = 0; i < known->count; i++)
		if (known->items[i].of_appendix && !strncmp(known->items[i].path, path, length) &&
		    strchr(".-", known->items[i].path[length]))
			return true;
	return false;
}

void carried_changes(const struct carried *carried, const struct draft *draft, struct string_list *out)
{
	for (size_t s = 0; s < carried->sections; s++) {
		const struct draft_section *section = &draft->sections.items[s];

		if (!has_section(&carried->known, &section->section))
			string_list_add_owned(out, xasprintf(_("thêm mục %s: %s"), section->section.path,
							     section->section.title));
		for (size_t t = 0; t < section->tasks.count; t++) {
			char *path = xasprintf("%s-%d", section->section.path, section->tasks.items[t].task.position);

			compare_task(carried->of[s][t], &section->tasks.items[t], path, out);
			free(path);
		}
	}
	for (size_t i = 0; i < carried->known.section_count; i++)
		if (!carried->known.sections[i].taken && !is_of_appendix(&carried->known, i))
			string_list_add_owned(out, xasprintf(_("không còn mục %s: %s"), carried->known.sections[i].path,
							     carried->known.sections[i].title));
	for (size_t i = 0; i < carried->known.count; i++)
		if (!carried->known.items[i].taken && !carried->known.items[i].of_appendix)
			string_list_add_owned(out, xasprintf(_("không còn nhiệm vụ %s: %s"), carried->known.items[i].path,
							     carried->known.items[i].title));
}

/* --- what is kept ----------------------------------------------------------- */

/* What a person did to the work in any older version: an import journals no fields of its own. */
struct edits {
	bool assigned, deadline, product, title;
};

static void note_edit(const struct change_field *field, struct edits *edits)
{
	if (!strcmp(field->entity, "assignment"))
		edits->assigned = true;
	else if (strcmp(field->entity, "task") != 0)
		return;
	else if (!strcmp(field->field, "deadline") || !strcmp(field->field, "due"))
		edits->deadline = true;
	else if (!strcmp(field->field, "product"))
		edits->product = true;
	else if (!strcmp(field->field, "title"))
		edits->title = true;
}

static enum status read_edits(struct store *store, row_id task, struct edits *edits, struct error *err)
{
	enum { PAGE = 50 };
	struct change_list list = { 0 };
	row_id before = 0;
	enum status status;

	do {
		change_list_clear(&list);
		status = store->journal(store, 0, task, before, PAGE, true, &list, err);
		for (size_t i = 0; status == OK && i < list.count; i++) {
			before = list.items[i].id;
			if (list.items[i].undoes || list.items[i].undone_by)
				continue;
			for (size_t f = 0; f < list.items[i].fields.count; f++)
				note_edit(&list.items[i].fields.items[f], edits);
		}
	} while (status == OK && list.count == PAGE);
	change_list_release(&list);
	return status;
}

static enum status copy_assignments(struct store *store, row_id older, row_id id, struct error *err)
{
	struct assignment_list present = { 0 }, kept = { 0 };
	enum status status = store->assignments(store, id, &present, err);

	if (status == OK)
		status = store->assignments(store, older, &kept, err);
	for (size_t i = 0; status == OK && i < present.count; i++)
		status = store->assignment_delete(store, &present.items[i], err);
	for (size_t i = 0; status == OK && i < kept.count; i++) {
		struct assignment copy = kept.items[i];		/* strings stay the list's */

		copy.task_id = id;
		status = store->assignment_insert(store, &copy, err);
	}
	assignment_list_release(&present);
	assignment_list_release(&kept);
	return status;
}

static struct obligation *obligation_of(struct obligation_list *list, row_id agency)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].agency_id == agency)
			return &list->items[i];
	return NULL;
}

static bool has_record(const struct obligation *obligation)
{
	return obligation->state != OBLIGATION_OPEN || obligation->evidence || date_is_set(obligation->done_on);
}

/* What was recorded in one obligation of the older task; of a body that no longer leads it is closed later. */
static enum status copy_record(struct store *store, const struct obligation *older, row_id id,
			       struct obligation_list *present, struct error *err)
{
	struct obligation *there = obligation_of(present, older->agency_id), copy = *older;	/* strings stay the list's */

	if (!has_record(older))
		return OK;
	if (!there) {
		copy.id = 0;
		copy.task_id = id;
		return store->obligation_insert(store, &copy, err);
	}
	there->state = older->state;
	there->done_on = older->done_on;
	replace_string(&there->evidence, older->evidence);
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

static enum status copy_words(struct store *store, const struct task *older, const struct edits *edits, row_id id,
			      struct error *err)
{
	struct task task = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK) {
		task.continues = older->id;
		task.status = older->status;
		if (edits->assigned)
			task.inherited = older->inherited;
		if (edits->deadline)
			deadline_copy(&task.deadline, &older->deadline);
		if (edits->product)
			replace_string(&task.product, older->product);
		if (edits->title)
			replace_string(&task.title, older->title);
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

enum status carry_over(struct workbench *wb, const struct known_task *older, row_id plan, row_id id, struct error *err)
{
	struct store *store = wb->store;
	struct edits edits = { 0 };
	struct task task = { 0 };
	enum status status = store->task_get(store, older->id, &task, err);

	if (status == OK)
		status = read_edits(store, older->id, &edits, err);
	if (status == OK && edits.assigned)
		status = copy_assignments(store, older->id, id, err);
	if (status == OK)
		status = copy_records(store, older->id, id, err);
	if (status == OK)
		status = copy_words(store, &task, &edits, id, err);
	if (status == OK)
		status = settle(store, id, err);
	if (status == OK)
		status = copy_notes(store, older->id, id, err);
	if (status == OK)
		status = carry_decisions(store, task.plan_id, older->id, plan, id, err);
	task_release(&task);
	return status;
}

/* --- appendices --------------------------------------------------------------- */

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

static enum status move_source(struct move *m, row_id older, row_id *id, struct error *err)
{
	struct store *store = m->wb->store;
	struct source source = { 0 };
	enum status status = OK;

	*id = twin_of(m->sources, m->source_count, older);
	if (*id)
		return OK;
	status = store->source_get(store, older, &source, err);
	if (status == OK) {
		source.id = 0;
		source.plan_id = m->plan;
		status = store->source_insert(store, &source, err);
	}
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
		GROW(m->sections, m->section_count + 1, m->section_cap);
		m->sections[m->section_count++] = (struct twin){ older, there.id };
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
		status = copy_assignments(store, known->id, task.id, err);
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

enum status carry_appendices(struct workbench *wb, const struct carried *carried, row_id older, row_id new_plan,
			     size_t *count, struct error *err)
{
	struct move m = { .wb = wb, .plan = new_plan };
	enum status status = find_last_seq(&m, err);

	if (status == OK)
		status = move_sources(&m, &carried->known.sources, err);
	if (status == OK)
		status = move_unused(&m, older, err);
	for (size_t i = 0; status == OK && i < carried->known.count; i++) {
		const struct known_task *known = &carried->known.items[i];

		if (known->taken || !known->of_appendix)
			continue;
		status = move_task(&m, known, err);
		++*count;
	}
	free(m.sources);
	free(m.sections);
	return status;
}
