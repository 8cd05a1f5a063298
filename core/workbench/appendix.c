/*
 * The tasks of an appendix -> the plan that they belong to, in one step that can be
 * taken back. What is there already gets what it lacks and keeps what it has; what
 * is new becomes a section of its own behind all others.
 */
#include "core/workbench/import.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"
#include "core/workbench/same_work.h"

struct appendix {
	struct import import;
	struct known_tasks known;
	const struct draft *draft;
	bool **new_tasks;		/* by section and task of the draft */
	bool *wanted;			/* sections that hold new ones */
	char **paths;			/* that the sections get */
	row_id *ids;
	int seq;			/* of the last section */
	row_id root;			/* the section that what has no "PL" of its own stands in; 0: not needed yet */
	char *root_path;
};

/* --- what is there already ---------------------------------------------- */

static bool has_role(const struct assignment_list *list, enum role role)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].role == role)
			return true;
	return false;
}

/* Those that have the task already, so that none of them gets it twice. */
static void ids_of_role(const struct assignment_list *list, enum role role, struct agency_ids *out)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].role == role)
			agency_ids_add(out, list->items[i].agency_id);
}

static enum status add_bodies(struct appendix *a, const struct draft_task *from, const struct task *task, bool *changed,
			      struct error *err)
{
	struct assignment_list present = { 0 };
	struct agency_ids leads = { 0 }, none = { 0 }, put = { 0 }, bodies = { 0 };
	enum status status = a->import.wb->store->assignments(a->import.wb->store, task->id, &present, err);
	bool lacks_lead = status == OK && from->leads.count && !has_role(&present, ROLE_LEAD);
	bool lacks_others = status == OK && from->coordinating.count && !has_role(&present, ROLE_COORDINATING);

	ids_of_role(&present, ROLE_LEAD, &leads);
	if (lacks_lead) {
		struct agency_ids others = { 0 };

		ids_of_role(&present, ROLE_COORDINATING, &others);
		status = put_bodies(&a->import, task->id, ROLE_LEAD, &from->leads, &others, &leads, &bodies, err);
		agency_ids_release(&others);
	}
	if (status == OK && lacks_others)
		status = put_bodies(&a->import, task->id, ROLE_COORDINATING, &from->coordinating, &leads, &put, &none, err);
	*changed = *changed || lacks_lead || put.count;
	assignment_list_release(&present);
	agency_ids_release(&leads);
	agency_ids_release(&none);
	agency_ids_release(&put);
	agency_ids_release(&bodies);
	return status;
}

/* Deadline and product, where there are none. True when the record changed. */
static bool add_words(const struct draft_task *from, struct task *task)
{
	bool changed = false;

	if (!task->deadline.raw && from->task.deadline.raw) {
		deadline_copy(&task->deadline, &from->task.deadline);
		changed = true;
	}
	if (!task->product && from->task.product) {
		task->product = xstrdup(from->task.product);
		changed = true;
	}
	return changed;
}

static enum status complete_task(struct appendix *a, const struct draft_task *from, row_id id, struct error *err)
{
	struct store *store = a->import.wb->store;
	struct task task = { 0 };
	bool changed = false, words;
	enum status status = store->task_get(store, id, &task, err);

	words = status == OK && add_words(from, &task);
	if (words)
		status = store->task_update(store, &task, err);
	if (status == OK)
		status = add_bodies(a, from, &task, &changed, err);
	/* The counters of the row were written meanwhile. */
	if (status == OK && (words || changed)) {
		struct task now = { 0 };

		status = store->task_get(store, id, &now, err);
		if (status == OK)
			status = sync_obligations(store, &now, err);
		task_release(&now);
		a->import.report->completed++;
	}
	task_release(&task);
	return status;
}

/* What the appendix says otherwise than what is stored, and stays: a person decides whether it is meant. */
static void note_differences(const struct known_task *known, const struct draft_task *task, struct string_list *out)
{
	const struct bodies *present = &known->bodies[ROLE_LEAD];
	const char *deadline = task->task.deadline.raw;
	struct bodies leads = { 0 };

	for (size_t i = 0; i < task->leads.count; i++)
		bodies_add(&leads, task->leads.items[i].name);
	if (deadline && known->deadline && strcmp(deadline, known->deadline) != 0)
		string_list_add_owned(out, xasprintf(_("%s: phụ lục ghi thời hạn «%s», đang lưu «%s»"), known->path, deadline,
						     known->deadline));
	if (leads.keys && present->keys && strcmp(leads.keys, present->keys) != 0)
		string_list_add_owned(out, xasprintf(_("%s: phụ lục ghi chủ trì «%s», đang lưu «%s»"), known->path, leads.names,
						     present->names));
	bodies_release(&leads);
}

static void want_section(struct appendix *a, int section)
{
	for (; section >= 0; section = a->draft->sections.items[section].parent)
		a->wanted[section] = true;
}

static const struct known_task *take(struct appendix *a, const struct draft_task *task)
{
	const struct known_task *known = known_tasks_take(&a->known, task, ALIKE_SAME);

	return known ? known : known_tasks_take(&a->known, task, ALIKE_NEARLY);
}

static enum status match_tasks(struct appendix *a, struct error *err)
{
	enum status status = OK;

	for (size_t s = 0; status == OK && s < a->draft->sections.count; s++) {
		const struct draft_task_list *tasks = &a->draft->sections.items[s].tasks;

		a->new_tasks[s] = xcalloc(tasks->count, sizeof **a->new_tasks);
		for (size_t t = 0; status == OK && t < tasks->count; t++) {
			const struct known_task *known = take(a, &tasks->items[t]);

			if (known) {
				a->import.report->matched++;
				note_differences(known, &tasks->items[t], &a->import.report->changes);
				status = complete_task(a, &tasks->items[t], known->id, err);
			} else {
				a->new_tasks[s][t] = true;
				want_section(a, (int)s);
			}
		}
	}
	return status;
}

/* --- what is new -------------------------------------------------------- */

static bool is_path_taken(const struct appendix *a, const char *path)
{
	for (size_t i = 0; i < a->known.section_count; i++)
		if (!strcmp(a->known.sections[i].path, path))
			return true;
	for (size_t i = 0; i < a->draft->sections.count; i++)
		if (a->paths[i] && !strcmp(a->paths[i], path))
			return true;
	return a->root_path && !strcmp(a->root_path, path);
}

/* "PL", or "PL2" where that is there already. */
static char *free_root(const struct appendix *a)
{
	char *path = xstrdup("PL");

	for (int n = 2; is_path_taken(a, path); n++) {
		free(path);
		path = xasprintf("PL%d", n);
	}
	return path;
}

static enum status insert_section(struct appendix *a, struct section *section, char *path, row_id *id,
				  struct error *err)
{
	struct store *store = a->import.wb->store;
	enum status status;

	section->id = 0;
	section->plan_id = a->import.plan;
	section->seq = ++a->seq;
	section->path = path;				/* lent for the call */
	status = store->section_insert(store, section, err);
	*id = section->id;
	a->import.report->sections++;
	return status;
}

/* Sections numbered as in a plan's text stand below one of the appendix's own. */
static enum status need_root(struct appendix *a, struct error *err)
{
	struct section section = { .level = 1 };
	enum status status;

	if (a->root)
		return OK;
	section.title = xstrdup(_("Phụ lục"));
	a->root_path = free_root(a);
	status = insert_section(a, &section, a->root_path, &a->root, err);
	free(section.title);
	return status;
}

/* One deeper than in the draft, which does not have the root. */
static bool is_below_root(const struct appendix *a, const char *path)
{
	size_t length = a->root_path ? strlen(a->root_path) : 0;

	return length && !strncmp(path, a->root_path, length) && path[length] == '.';
}

static enum status put_section(struct appendix *a, size_t index, struct error *err)
{
	const struct draft_section *from = &a->draft->sections.items[index];
	struct section section = from->section;		/* strings stay the draft's */
	const char *above = from->parent < 0 ? NULL : a->draft->sections.items[from->parent].section.path;
	enum status status = OK;

	if (above) {
		section.parent_id = a->ids[from->parent];
		a->paths[index] = xasprintf("%s%s", a->paths[from->parent], from->section.path + strlen(above));
	} else if (!strncmp(from->section.path, "PL", 2)) {
		a->paths[index] = free_root(a);
	} else {
		status = need_root(a, err);
		section.parent_id = a->root;
		a->paths[index] = xasprintf("%s.%s", a->root_path, from->section.path);
	}
	section.level += is_below_root(a, a->paths[index]);
	return status == OK ? insert_section(a, &section, a->paths[index], &a->ids[index], err) : status;
}

static enum status put_new(struct appendix *a, struct error *err)
{
	enum status status = OK;

	a->seq = a->known.last_seq;
	for (size_t s = 0; status == OK && s < a->draft->sections.count; s++) {
		const struct draft_task_list *tasks = &a->draft->sections.items[s].tasks;

		if (a->wanted[s])
			status = put_section(a, s, err);
		for (size_t t = 0; status == OK && t < tasks->count; t++) {
			struct draft_task copy = tasks->items[t];	/* strings stay the draft's */
			row_id id;

			copy.task.position = 0;
			if (a->new_tasks[s][t])
				status = put_task(&a->import, &copy, a->ids[s], &id, err);
		}
	}
	return status;
}

/* --- the whole ---------------------------------------------------------- */

static enum status add_all(struct appendix *a, const struct source *source, struct error *err)
{
	struct store *store = a->import.wb->store;
	enum status status = workbench_names_day(a->import.wb, a->import.plan, &a->import.cache.day, err);

	if (status == OK)
		status = store->agency_list(store, &a->import.cache.agencies, err);

	if (status == OK)
		status = known_tasks_read(store, a->import.plan, &a->known, err);
	if (status == OK)
		status = put_source(&a->import, a->draft, source, SOURCE_APPENDIX, err);
	if (status == OK)
		status = match_tasks(a, err);
	if (status == OK)
		status = put_new(a, err);
	if (status == OK)
		status = put_unused(&a->import, a->draft, err);
	if (status == OK)
		status = put_corrections(&a->import, &a->draft->corrections, 0, err);
	/* New work owes its share in the periods as well. */
	return status == OK ? sync_new_work(store, a->import.plan, err) : status;
}

static void list_left(struct appendix *a)
{
	for (size_t i = 0; i < a->known.count; i++)
		a->import.report->left += !a->known.items[i].taken;
}

static void release(struct appendix *a)
{
	for (size_t i = 0; i < a->draft->sections.count; i++) {
		free(a->new_tasks[i]);
		free(a->paths[i]);
	}
	free(a->new_tasks);
	free(a->wanted);
	free(a->paths);
	free(a->ids);
	free(a->root_path);
	known_tasks_release(&a->known);
	register_cache_release(&a->import.cache);
}

static enum status store_appendix(struct workbench *wb, row_id plan, const struct draft *draft,
				  const struct source *source, struct import_report *report, struct error *err)
{
	size_t sections = draft->sections.count;
	struct appendix a = {
		.import = { .wb = wb, .report = report, .plan = plan, .cache = { .wb = wb, .added = &report->new_agencies } },
		.draft = draft, .new_tasks = xcalloc(sections, sizeof *a.new_tasks),
		.wanted = xcalloc(sections, sizeof *a.wanted), .paths = xcalloc(sections, sizeof *a.paths),
		.ids = xcalloc(sections, sizeof *a.ids),
	};
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "appendix", plan, err);

	if (status == OK)
		status = add_all(&a, source, err);
	if (status == OK) {
		list_left(&a);
		strbuf_addf(&summary, _("Nhập phụ lục «%s»: thêm %zu nhiệm vụ, khớp %zu"), source->name, report->tasks,
			    report->matched);
	}
	release(&a);
	return step_end(wb, status, true, &summary, err);
}

/* True when exactly this file is a source of PLAN already. */
static enum status find_source(struct workbench *wb, row_id plan, const struct source *source, bool *found,
			       struct error *err)
{
	struct source_list list = { 0 };
	enum status status = wb->store->sources(wb->store, plan, &list, err);

	*found = false;
	for (size_t i = 0; status == OK && i < list.count && !*found; i++) {
		struct source stored = { 0 };

		if (list.items[i].length != source->length)
			continue;
		status = wb->store->source_get(wb->store, list.items[i].id, &stored, err);
		*found = status == OK && !memcmp(stored.bytes, source->bytes, source->length);
		source_release(&stored);
	}
	source_list_release(&list);
	return status;
}

enum status workbench_import_appendix(struct workbench *wb, row_id plan, const struct draft *draft,
				      const struct source *source, struct import_report *report, struct error *err)
{
	struct import_report result = { .plan = plan };
	enum status status = find_source(wb, plan, source, &result.unchanged, err);

	if (status == OK && !result.unchanged && !draft_count_tasks(draft))
		status = error_set(err, STATUS_INVALID, _("Phụ lục «%s» không thấy nhiệm vụ nào; hãy nhập bằng «--review» để tự chỉ ra dòng nào là nhiệm vụ."),
				   source->name);
	if (status == OK && !result.unchanged)
		status = store_appendix(wb, plan, draft, source, &result, err);
	if (status != OK) {
		import_report_release(&result);
		return status;
	}
	viet_sort(&result.new_agencies);
	import_report_release(report);
	*report = result;
	return OK;
}
