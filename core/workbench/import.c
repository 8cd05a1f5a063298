/* A draft plan -> stored rows, in one transaction. */
#include "core/workbench/import.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/viet/viet.h"
#include "core/workbench/version.h"

void import_report_release(struct import_report *report)
{
	string_list_release(&report->new_agencies);
	string_list_release(&report->changes);
	*report = (struct import_report){ 0 };
}

/* A name that an agency goes by, as agency_is_named() compares it: by its key, but a code as it is. */
struct known_name {
	char *key;
	bool is_code;
	bool then;			/* it was so called on the plan's day */
	row_id id;
};

/* A name of the register with whom it stands for. */
struct body {
	char *name;
	row_id id;
	struct agency_ids members;
	struct body *next;		/* in its bucket */
};

static unsigned int bucket_of(const char *name)
{
	unsigned int hash = 5381;

	while (*name)
		hash = hash * 33 + (unsigned char)*name++;
	return hash % REGISTER_BUCKETS;
}

void register_cache_release(struct register_cache *cache)
{
	for (size_t i = 0; i < REGISTER_BUCKETS; i++) {
		while (cache->buckets[i]) {
			struct body *body = cache->buckets[i];

			cache->buckets[i] = body->next;
			free(body->name);
			agency_ids_release(&body->members);
			free(body);
		}
	}
	for (size_t i = 0; i < cache->name_count; i++)
		free(cache->names[i].key);
	free(cache->names);
	agency_list_release(&cache->agencies);
}

static bool code_is_taken(const struct agency_list *list, const char *code)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].code && !strcmp(list->items[i].code, code))
			return true;
	return false;
}

static enum status add_agency(struct register_cache *cache, const struct agency *named, row_id *id, struct error *err)
{
	struct agency new = { 0 };
	enum status status;

	agency_copy(&new, named);
	new.id = 0;
	if (!new.code && new.kind != AGENCY_GROUP)
		new.code = agency_propose_code(new.name);
	if (new.code && code_is_taken(&cache->agencies, new.code))
		replace_string(&new.code, NULL);
	status = cache->wb->store->agency_insert(cache->wb->store, &new, err);
	if (status == OK) {
		*id = new.id;
		string_list_add(cache->added, new.name);
		agency_list_add(&cache->agencies, &new);
	}
	agency_release(&new);
	return status;
}

static char *name_key(const char *name)
{
	struct strbuf key = STRBUF_INIT;

	agency_name_key(name, &key);
	return strbuf_detach(&key);
}

static void add_name(struct register_cache *cache, char *key, bool is_code, bool then, row_id id)
{
	GROW(cache->names, cache->name_count + 1, cache->name_cap);
	cache->names[cache->name_count++] = (struct known_name){ key, is_code, then, id };
}

/* The names of the agencies that came since: their keys are made once, not for each name that is looked up. */
static void learn_names(struct register_cache *cache)
{
	for (; cache->named < cache->agencies.count; cache->named++) {
		const struct agency *agency = &cache->agencies.items[cache->named];
		struct date day = date_is_valid(cache->day) ? cache->day : clock_today();
		bool there = date_within(day, agency->valid_from, agency->valid_to);
		bool last = there && agency_name_on(agency, day) == agency->name;

		add_name(cache, name_key(agency->name), false, last, agency->id);
		if (agency->code)
			add_name(cache, xstrdup(agency->code), true, last, agency->id);
		for (size_t i = 0; i < agency->aliases.count; i++) {
			const struct agency_alias *alias = &agency->aliases.items[i];

			add_name(cache, name_key(alias->name), false, there && date_within(day, alias->since, alias->until), agency->id);
		}
		for (size_t i = 0; i < agency->former.count; i++) {
			const struct former_name *former = &agency->former.items[i];

			add_name(cache, name_key(former->name), false, there && agency_name_on(agency, day) == former->name,
				 agency->id);
		}
	}
}

/* The first of that name, unless another one was called so on the plan's day; 0: none. */
static row_id find_name(struct register_cache *cache, const char *wanted)
{
	char *key = name_key(wanted);
	row_id found = 0;
	bool then = false;

	learn_names(cache);
	for (size_t i = 0; i < cache->name_count && !then; i++) {
		const struct known_name *name = &cache->names[i];

		if ((found && !name->then) || strcmp(name->key, name->is_code ? wanted : key) != 0)
			continue;
		found = name->id;
		then = name->then;
	}
	free(key);
	return found;
}

/* "Sở Nội vụ@2025-02-28", of an export: the one that bore the name on that day; 0: no such name, or none. */
static row_id find_reference(const struct register_cache *cache, const char *wanted)
{
	struct agency_link link = { 0 };
	row_id found = 0;

	if (!strchr(wanted, '@'))
		return 0;
	agency_link_parse(wanted, &link);
	for (size_t i = 0; date_is_set(link.on) && !found && i < cache->agencies.count; i++)
		if (agency_is_named_on(&cache->agencies.items[i], link.name, link.on))
			found = cache->agencies.items[i].id;
	agency_link_release(&link);
	return found;
}

static enum status find_or_add(struct register_cache *cache, const struct agency *named, row_id *id, struct error *err)
{
	*id = find_reference(cache, named->name);
	if (!*id)
		*id = find_name(cache, named->name);
	return *id ? OK : add_agency(cache, named, id, err);
}

static enum status look_up(struct register_cache *cache, const struct agency *named, struct body **found,
			   struct error *err)
{
	struct body **bucket = &cache->buckets[bucket_of(named->name)];
	struct body *body;
	struct agency_ids self = { 0 };
	row_id id;
	enum status status;

	for (body = *bucket; body; body = body->next) {
		if (!strcmp(body->name, named->name)) {
			*found = body;
			return OK;
		}
	}
	status = find_or_add(cache, named, &id, err);
	if (status != OK)
		return status;
	body = xcalloc(1, sizeof *body);
	body->name = xstrdup(named->name);
	body->id = id;
	body->next = *bucket;
	*bucket = body;
	agency_ids_add(&self, id);
	status = expand_agencies(cache->wb->store, &self, &body->members, err);
	agency_ids_release(&self);
	*found = body;
	return status;
}

/* --- the parts ---------------------------------------------------------- */

enum status put_bodies(struct import *import, row_id task, enum role role, const struct agency_list *named,
			      const struct agency_ids *except, struct agency_ids *put, struct agency_ids *bodies,
			      struct error *err)
{
	struct store *store = import->wb->store;

	for (size_t i = 0; i < named->count; i++) {
		struct assignment assignment = { .task_id = task, .role = role };
		struct body *body;
		enum status status = look_up(&import->cache, &named->items[i], &body, err);

		if (status != OK)
			return status;
		if (agency_ids_has(except, body->id) || agency_ids_has(put, body->id))
			continue;
		agency_ids_add(put, body->id);
		for (size_t m = 0; m < body->members.count; m++)
			agency_ids_add(bodies, body->members.items[m]);
		assignment.agency_id = body->id;
		assignment.position = (int)put->count;
		status = store->assignment_insert(store, &assignment, err);
		if (status != OK)
			return status;
	}
	return OK;
}

static enum status put_obligation(struct import *import, const struct task *task, row_id agency,
				  const struct obligation *recorded, row_id *id, struct error *err)
{
	struct obligation obligation = { 0 };
	enum status status;

	if (recorded)
		obligation = *recorded;			/* strings stay the draft's */
	else
		obligation.due = task->deadline.due;
	obligation.id = 0;
	obligation.task_id = task->id;
	obligation.agency_id = agency;
	import->report->obligations++;
	status = import->wb->store->obligation_insert(import->wb->store, &obligation, err);
	*id = obligation.id;
	return status;
}

/* IDS: of the obligations recorded, in their order. */
static enum status put_transfers(struct import *import, const struct draft_task *draft, row_id task, const row_id *ids,
				 struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < draft->transfers.count; i++) {
		struct transfer copy = draft->transfers.items[i];	/* strings stay the draft's */

		copy.id = 0;
		copy.task_id = task;
		copy.from_id = ids[copy.from_id - 1];
		copy.to_id = ids[copy.to_id - 1];
		status = import->wb->store->transfer_insert(import->wb->store, &copy, err);
	}
	return status;
}

/* The body that something was recorded of; NAME NULL: nobody, 0. */
static enum status find_recorded(struct import *import, const char *name, row_id *id, struct error *err)
{
	struct agency agency = { 0 };
	struct body *body = NULL;
	enum status status = OK;

	if (name) {
		agency.name = xstrdup(name);
		agency.kind = agency_kind_of_name(name);
		status = look_up(&import->cache, &agency, &body, err);
	}
	*id = body ? body->id : 0;
	agency_release(&agency);
	return status;
}

static enum status put_extensions(struct import *import, const struct draft_task *draft, row_id task, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < draft->extensions.count; i++) {
		struct extension copy = draft->extensions.items[i];	/* strings stay the draft's */

		copy.id = 0;
		copy.task_id = task;
		status = find_recorded(import, copy.agency_name, &copy.agency_id, err);
		if (status == OK)
			status = import->wb->store->extension_insert(import->wb->store, &copy, err);
	}
	return status;
}

static enum status put_proposals(struct import *import, const struct draft_task *draft, row_id task, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < draft->proposals.count; i++) {
		struct proposal copy = draft->proposals.items[i];	/* strings stay the draft's */

		copy.id = 0;
		copy.task_id = task;
		status = find_recorded(import, copy.agency_name, &copy.agency_id, err);
		if (status == OK)
			status = import->wb->store->proposal_insert(import->wb->store, &copy, err);
	}
	return status;
}

/* What was recorded is put as it was; bodies of which nothing is recorded begin anew. */
static enum status put_obligations(struct import *import, const struct draft_task *draft, const struct task *task,
				   const struct agency_ids *bodies, struct error *err)
{
	struct agency_ids recorded = { 0 };
	row_id *ids = xcalloc(draft->recorded.count, sizeof *ids), ignored;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < draft->recorded.count; i++) {
		const struct obligation *obligation = &draft->recorded.items[i];
		row_id agency = 0;

		status = find_recorded(import, obligation->agency_name, &agency, err);
		if (status == OK)
			status = put_obligation(import, task, agency, obligation, &ids[i], err);
		if (agency)
			agency_ids_add(&recorded, agency);
	}
	for (size_t i = 0; status == OK && i < bodies->count; i++)
		if (!agency_ids_has(&recorded, bodies->items[i]))
			status = put_obligation(import, task, bodies->items[i], NULL, &ignored, err);
	if (status == OK)
		status = put_transfers(import, draft, task->id, ids, err);
	if (status == OK)
		status = put_extensions(import, draft, task->id, err);
	if (status == OK)
		status = put_proposals(import, draft, task->id, err);
	free(ids);
	agency_ids_release(&recorded);
	return status;
}

static enum status put_assignments(struct import *import, const struct draft_task *draft, const struct task *task,
				   struct error *err)
{
	struct agency_ids none = { 0 }, leads = { 0 }, others = { 0 }, via = { 0 };
	struct agency_ids bodies = { 0 }, ignored = { 0 };
	struct agency_list channel = { 0 };
	enum status status;

	if (draft->via) {
		struct agency agency = { .name = xstrdup(draft->via), .kind = agency_kind_of_name(draft->via) };

		agency_list_add(&channel, &agency);
	}
	status = put_bodies(import, task->id, ROLE_LEAD, &draft->leads, &none, &leads, &bodies, err);
	if (status == OK)
		status = put_bodies(import, task->id, ROLE_COORDINATING, &draft->coordinating, &leads, &others,
				    &ignored, err);
	if (status == OK)
		status = put_bodies(import, task->id, ROLE_VIA, &channel, &none, &via, &ignored, err);
	if (status == OK)
		status = put_obligations(import, draft, task, &bodies, err);
	agency_list_release(&channel);
	agency_ids_release(&leads);
	agency_ids_release(&others);
	agency_ids_release(&via);
	agency_ids_release(&bodies);
	agency_ids_release(&ignored);
	return status;
}

static enum status put_references(struct import *import, const struct reference_list *references, row_id task,
				  struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < references->count; i++) {
		struct reference copy = references->items[i];	/* strings stay the draft's */

		copy.plan_id = import->plan;
		copy.task_id = task;
		status = import->wb->store->reference_insert(import->wb->store, &copy, err);
	}
	return status;
}

static enum status put_notes(struct import *import, const struct note_list *notes, row_id task, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < notes->count; i++) {
		struct note copy = notes->items[i];		/* strings stay the draft's */

		copy.id = 0;
		copy.task_id = task;
		status = import->wb->store->note_insert(import->wb->store, &copy, err);
	}
	return status;
}

enum status put_corrections(struct import *import, const struct correction_list *corrections, row_id task,
				   struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < corrections->count; i++) {
		struct correction copy = corrections->items[i];		/* strings stay the draft's */

		copy.id = 0;
		copy.plan_id = import->plan;
		copy.task_id = task;
		status = import->wb->store->correction_insert(import->wb->store, &copy, err);
	}
	return status;
}

static enum status put_labels_of(struct import *import, const struct label_list *wanted, row_id task, struct error *err)
{
	struct store *store = import->wb->store;
	struct label_list list = { 0 };
	enum status status = wanted->count ? store->labels(store, import->plan, &list, err) : OK;

	for (size_t i = 0; status == OK && i < wanted->count; i++) {
		const struct label *label = label_named(&list, wanted->items[i].kind, wanted->items[i].name);
		struct labelling labelling = { .task_id = task, .label_id = label ? label->id : 0 };

		if (label)
			status = store->labelling_insert(store, &labelling, err);
	}
	label_list_release(&list);
	return status;
}

enum status put_task(struct import *import, const struct draft_task *draft, row_id section, row_id *id,
		     struct error *err)
{
	struct task task = draft->task;				/* strings stay the draft's */
	enum status status;

	task.id = 0;
	task.plan_id = import->plan;
	task.section_id = section;
	task.source_id = import->source;
	task.first_line = draft->first_line;
	task.last_line = draft->last_line;
	status = import->wb->store->task_insert(import->wb->store, &task, err);
	if (status == OK)
		status = put_assignments(import, draft, &task, err);
	if (status == OK)
		status = put_references(import, &draft->references, task.id, err);
	if (status == OK)
		status = put_notes(import, &draft->notes, task.id, err);
	if (status == OK)
		status = put_corrections(import, &draft->corrections, task.id, err);
	if (status == OK)
		status = put_labels_of(import, &draft->labels, task.id, err);
	import->report->tasks++;
	*id = task.id;
	return status;
}

/* CARRIED: what was recorded of an older version; NULL: there is none. */
static enum status put_sections(struct import *import, const struct draft *draft, const struct carried *carried,
				struct error *err)
{
	row_id *ids = xcalloc(draft->sections.count, sizeof *ids);
	enum status status = OK;

	for (size_t i = 0; status == OK && i < draft->sections.count; i++) {
		const struct draft_section *from = &draft->sections.items[i];
		struct section section = from->section;		/* strings stay the draft's */

		section.id = 0;
		section.plan_id = import->plan;
		section.parent_id = from->parent >= 0 ? ids[from->parent] : 0;
		status = import->wb->store->section_insert(import->wb->store, &section, err);
		ids[i] = section.id;
		import->report->sections++;
		for (size_t t = 0; status == OK && t < from->tasks.count; t++) {
			const struct known_task *known = carried ? carried->of[i][t] : NULL;
			row_id task;

			status = put_task(import, &from->tasks.items[t], section.id, &task, err);
			if (status == OK && known)
				status = carry_over(import->wb, known, import->plan, task, err);
			import->report->carried += known != NULL;
		}
	}
	free(ids);
	return status;
}

static enum status put_decisions(struct import *import, const struct draft *draft, row_id source, struct error *err)
{
	struct store *store = import->wb->store;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < draft->decisions.count; i++) {
		struct decision copy = draft->decisions.items[i];	/* strings stay the draft's */

		copy.id = 0;
		copy.plan_id = import->plan;
		copy.source_id = source;
		status = store->decision_insert(store, &copy, err);
	}
	return status;
}

/* An export that is read back tells of the lines of a file that is not here. */
enum status put_source(struct import *import, const struct draft *draft, const struct source *source,
			      enum source_kind kind, struct error *err)
{
	struct source copy = *source;			/* strings stay the caller's */
	enum status status;

	copy.id = 0;
	copy.plan_id = import->plan;
	copy.kind = kind;
	status = import->wb->store->source_insert(import->wb->store, &copy, err);
	import->source = draft->restored ? 0 : copy.id;
	return status == OK ? put_decisions(import, draft, copy.id, err) : status;
}

enum status put_unused(struct import *import, const struct draft *draft, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < draft->unused.count; i++) {
		struct unused_line copy = draft->unused.items[i];	/* strings stay the draft's */

		copy.id = 0;
		copy.plan_id = import->plan;
		copy.source_id = import->source;
		status = import->wb->store->unused_insert(import->wb->store, &copy, err);
	}
	return status;
}

static enum status put_rest(struct import *import, const struct draft *draft, struct error *err)
{
	struct store *store = import->wb->store;
	enum status status = put_references(import, &draft->references, 0, err);

	for (size_t i = 0; status == OK && i < draft->attachments.count; i++)
		status = store->attachment_insert(store, import->plan, &draft->attachments.items[i], err);
	if (status == OK)
		status = put_unused(import, draft, err);
	if (status == OK)
		status = put_corrections(import, &draft->corrections, 0, err);
	return status;
}

/* Those that an export tells of; else the older version's, which its marks belong to. */
static enum status put_periods(struct import *import, const struct draft *draft, row_id older, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < draft->periods.count; i++) {
		struct period copy = draft->periods.items[i];	/* strings stay the draft's */

		copy.id = 0;
		copy.plan_id = import->plan;
		status = import->wb->store->period_insert(import->wb->store, &copy, err);
	}
	if (status == OK && older && !draft->periods.count)
		status = carry_periods(import->wb->store, older, import->plan, err);
	return status;
}

/* Those that an export tells of; else the older version's. */
static enum status put_labels(struct import *import, const struct draft *draft, row_id older, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < draft->labels.count; i++) {
		struct label copy = draft->labels.items[i];	/* the name stays the draft's */

		copy.id = 0;
		copy.plan_id = import->plan;
		status = import->wb->store->label_insert(import->wb->store, &copy, err);
	}
	if (status == OK && older && !draft->labels.count)
		status = carry_labels(import->wb->store, older, import->plan, err);
	return status;
}

/* --- the whole ---------------------------------------------------------- */

static bool same_text(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static bool is_numbered(const struct plan *plan)
{
	return plan->number && strpbrk(plan->number, "0123456789");
}

/*
 * A document is the same when type, number, issuer and date are. Numbers begin anew each year: where there is one,
 * another day of the same year is a date put right.
 */
static bool same_document(const struct plan *a, const struct plan *b)
{
	bool same_year = is_numbered(a) && a->date.year && a->date.year == b->date.year;

	return same_text(a->type, b->type) && same_text(a->number, b->number) && same_text(a->issuer, b->issuer) &&
	       (same_year || !date_compare(a->date, b->date));
}

/* The one of the same day before the others of the year. */
static enum status find_older(struct store *store, const struct plan *plan, row_id *older, struct error *err)
{
	struct plan_row_list list = { 0 };
	enum status status = store->plan_list(store, clock_today(), &list, err);
	bool same_day = false;

	*older = 0;
	for (size_t i = 0; status == OK && i < list.count; i++) {
		const struct plan *stored = &list.items[i].plan;
		bool day = !date_compare(stored->date, plan->date);

		if (!list.items[i].current || !same_document(stored, plan) || (same_day && !day))
			continue;
		*older = stored->id;
		same_day = day;
	}
	plan_row_list_release(&list);
	return status;
}

static enum status put_plan(struct import *import, const struct draft *draft, const struct source *source, row_id older,
			    struct error *err)
{
	struct store *store = import->wb->store;
	struct plan plan = draft->plan;				/* strings stay the draft's */
	struct carried carried = { 0 };
	size_t known = 0;
	bool changed;
	enum status status = older ? carried_read(store, older, draft, &carried, err) : OK;

	if (status == OK && older)
		carried_changes(&carried, draft, &import->report->changes);
	plan.id = 0;
	if (status == OK)
		status = store->plan_insert(store, &plan, err);
	if (status == OK)
		status = load_agencies(import->wb, &draft->agencies, &known, &changed, err);
	import->plan = import->report->plan = plan.id;
	if (status == OK && older)
		status = store->plan_supersede(store, older, plan.id, err);
	if (status == OK)
		status = store->agency_list(store, &import->cache.agencies, err);
	if (status == OK)
		status = put_periods(import, draft, older, err);
	if (status == OK)
		status = put_labels(import, draft, older, err);
	if (status == OK)
		status = put_source(import, draft, source, SOURCE_PLAN, err);
	if (status == OK)
		status = put_sections(import, draft, older ? &carried : NULL, err);
	if (status == OK)
		status = put_rest(import, draft, err);
	if (status == OK && older)
		status = carry_decisions(store, older, 0, import->plan, 0, err);
	if (status == OK && older)
		status = carry_the_rest(import->wb, &carried, draft, older, import->plan, &import->report->carried, err);
	/* Work that was not known before owes its share in the periods as well. */
	if (status == OK && older)
		status = sync_new_work(store, import->plan, err);
	carried_release(&carried);
	return status;
}

static enum status store_draft(struct workbench *wb, const struct draft *draft, const struct source *source,
			       bool new_version, struct import_report *report, struct error *err)
{
	struct change_intent intent = { .who = wb->user, .action = "import", .bulk = true };
	struct import import = { .wb = wb, .report = report,
				 .cache = { .wb = wb, .day = draft->plan.date, .added = &report->new_agencies } };
	struct strbuf summary = STRBUF_INIT;
	row_id older = 0;
	enum status status = wb->store->begin(wb->store, &intent, err);

	if (status == OK)
		status = find_older(wb->store, &draft->plan, &older, err);
	if (status == OK && older && !new_version)
		status = error_set(err, STATUS_DENIED,
				   _("Kế hoạch %s đã được nhập từ một tệp khác (mã %lld); "
				     "thêm «--new-version» nếu đây là bản mới thay cho bản đó."),
				   draft->plan.number ? draft->plan.number : draft->plan.title, older);
	if (status == OK)
		status = put_plan(&import, draft, source, older, err);
	if (status == OK)
		strbuf_addf(&summary, _("Nhập %s %s: %zu mục, %zu nhiệm vụ"), draft->plan.type,
			    draft->plan.number ? draft->plan.number : "", report->sections, report->tasks);
	register_cache_release(&import.cache);
	return step_end(wb, status, true, &summary, err);
}

enum status plan_of_appendix(struct store *store, const struct draft *draft, row_id *plan, struct error *err)
{
	char *number = draft_appendix_of(draft);
	struct plan_row_list list = { 0 };
	enum status status = number ? store->plan_list(store, clock_today(), &list, err) : OK;

	*plan = 0;
	for (size_t i = 0; number && status == OK && i < list.count; i++)
		if (list.items[i].current && same_text(list.items[i].plan.number, number))
			*plan = list.items[i].plan.id;
	plan_row_list_release(&list);
	free(number);
	return status;
}

/* An appendix of a plan that is here is no plan of its own. */
static enum status refuse_appendix(struct store *store, const struct draft *draft, struct error *err)
{
	row_id plan;
	char *number;
	enum status status = plan_of_appendix(store, draft, &plan, err);

	if (status != OK || !plan)
		return status;
	number = draft_appendix_of(draft);
	status = error_set(err, STATUS_DENIED,
			   _("Tệp này là phụ lục của %s đã có ở đây: hãy nhập bằng «import TỆP --plan %s» "
			     "để các việc vào đúng kế hoạch đó."), number, number);
	free(number);
	return status;
}

enum status workbench_import(struct workbench *wb, const struct draft *draft, const struct source *source,
			     bool new_version, struct import_report *report, struct error *err)
{
	struct import_report result = { 0 };
	enum status status = wb->store->plan_by_source(wb->store, source->bytes, source->length, &result.plan, err);

	if (status == OK) {
		result.unchanged = true;
	} else if (status == STATUS_NOT_FOUND) {
		error_clear(err);
		status = refuse_appendix(wb->store, draft, err);
		if (status == OK)
			status = store_draft(wb, draft, source, new_version, &result, err);
	}
	if (status != OK) {
		import_report_release(&result);
		return status;
	}
	viet_sort(&result.new_agencies);
	import_report_release(report);
	*report = result;
	return OK;
}

enum status workbench_compare(struct workbench *wb, const struct draft *draft, row_id *older,
			      struct string_list *changes, struct error *err)
{
	struct carried carried = { 0 };
	row_id found = 0;
	enum status status = find_older(wb->store, &draft->plan, &found, err);

	if (status == OK && found)
		status = carried_read(wb->store, found, draft, &carried, err);
	if (status == OK) {
		*older = found;
		if (found)
			carried_changes(&carried, draft, changes);
	}
	carried_release(&carried);
	return status;
}

enum status workbench_decided(struct workbench *wb, const struct draft *draft, const struct manuscript *manuscript,
			      struct hint_list *hints, struct error *err)
{
	struct decision_list decisions = { 0 };
	row_id older = 0;
	enum status status = find_older(wb->store, &draft->plan, &older, err);

	if (status == OK && older)
		status = decisions_of_plan(wb->store, older, &decisions, err);
	if (status == OK)
		manuscript_find_decisions(manuscript, &decisions, hints);
	decision_list_release(&decisions);
	return status;
}
