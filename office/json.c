/* A plan as one JSON document. */
#include "office/office.h"

#include <string.h>

#include "office/json_register.h"
#include "office/json_value.h"

enum { PAGE = 500 };	/* rows read at a time */

/*
 * One export. The sections are written before the agencies that stand above
 * them in the document, so that only the agencies of this plan are listed.
 */
struct export {
	struct store *store;
	row_id plan;
	struct json_register bodies;
	struct reference_list references;	/* of the plan and of all its tasks */
	struct string_list *cited_in;	/* for each reference of `references`: the paths of its tasks */
};

static const char *number_or_raw(const struct reference *reference)
{
	return reference->number ? reference->number : reference->raw;
}

/* --- tasks -------------------------------------------------------------- */

static json_t *deadline_value(const struct deadline *deadline)
{
	json_t *value = json_object();

	json_put(value, "raw", json_words(deadline->raw));
	json_put(value, "kind", json_text(deadline_kind_word(deadline->kind)));
	json_put(value, "start", json_date(deadline->start));
	json_put(value, "due", json_date(deadline->due));
	json_put(value, "every", json_text(period_unit_word(deadline->every)));
	return value;
}

/* BODIES: what their names mean; NULL: as they are. */
static json_t *names_of_role(const struct json_register *bodies, const struct assignment_list *list, enum role role)
{
	json_t *names = json_array();

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].role == role)
			json_append(names, json_register_name(bodies, list->items[i].agency_id, list->items[i].name));
	return names;
}

static json_t *via_value(const struct json_register *bodies, const struct assignment_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].role == ROLE_VIA)
			return json_register_name(bodies, list->items[i].agency_id, list->items[i].name);
	return json_null();
}

static json_t *obligation_value(const struct json_register *bodies, const struct obligation *obligation)
{
	json_t *value = json_object();
	char at[TIME_TEXT];

	json_put(value, "agency", json_register_name(bodies, obligation->agency_id, obligation->agency_name));
	json_put(value, "period", json_text(obligation->period));
	json_put(value, "due", json_date(obligation->due));
	json_put(value, "original", json_date(obligation->original));
	json_put(value, "state", json_text(obligation_state_word(obligation->state)));
	json_put(value, "done_on", json_date(obligation->done_on));
	json_put(value, "evidence", json_words(obligation->evidence));
	json_put(value, "evidence_number", json_words(obligation->evidence_number));
	json_put(value, "evidence_date", json_date(obligation->evidence_date));
	json_put(value, "cause", json_words(obligation->cause));
	json_put(value, "recorded_by", json_words(obligation->recorded_by));
	json_put(value, "recorded_at", obligation->recorded_at ? json_text(time_iso(obligation->recorded_at, at)) : json_null());
	return value;
}

static json_t *note_value(const struct note *note)
{
	json_t *value = json_object();
	char at[TIME_TEXT];

	json_put(value, "text", json_text(note->text));
	json_put(value, "who", json_text(note->who));
	json_put(value, "at", json_text(time_iso(note->at, at)));
	return value;
}

static enum status put_assignments(struct store *store, const struct json_register *bodies, row_id task, json_t *value,
				   struct assignment_list *list, struct error *err)
{
	enum status status = store->assignments(store, task, list, err);

	if (status != OK)
		return status;
	json_put(value, "lead", names_of_role(bodies, list, ROLE_LEAD));
	json_put(value, "coordinating", names_of_role(bodies, list, ROLE_COORDINATING));
	json_put(value, "via", via_value(bodies, list));
	return OK;
}

static enum status put_obligations(struct store *store, const struct json_register *bodies, row_id task, json_t *value,
				   struct obligation_list *list, struct error *err)
{
	enum status status = store->obligations(store, task, list, err);
	json_t *values;

	if (status != OK)
		return status;
	values = json_array();
	for (size_t i = 0; i < list->count; i++)
		json_append(values, obligation_value(bodies, &list->items[i]));
	json_put(value, "obligations", values);
	return OK;
}

static const struct obligation *obligation_of(const struct obligation_list *list, row_id id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return &list->items[i];
	return NULL;
}

/* An obligation of a task is told by its body and period; the one that is handed on keeps its period. */
static json_t *transfer_value(const struct json_register *bodies, const struct transfer *transfer,
			      const struct obligation *from, const struct obligation *to)
{
	json_t *value = json_object();

	json_put(value, "from", json_register_name(bodies, from->agency_id, from->agency_name));
	json_put(value, "to", json_register_name(bodies, to->agency_id, to->agency_name));
	json_put(value, "period", json_text(from->period));
	json_put(value, "day", json_date(transfer->day));
	json_put(value, "reason", json_text(transfer->reason));
	json_put(value, "document", json_words(transfer->document));
	return value;
}

static enum status put_transfers(struct store *store, const struct json_register *bodies, row_id task, json_t *value,
				 const struct obligation_list *obligations, struct error *err)
{
	struct transfer_list list = { 0 };
	enum status status = store->transfers(store, task, &list, err);
	json_t *values = json_array();

	for (size_t i = 0; i < list.count; i++) {
		const struct obligation *from = obligation_of(obligations, list.items[i].from_id);
		const struct obligation *to = obligation_of(obligations, list.items[i].to_id);

		if (from && to)
			json_append(values, transfer_value(bodies, &list.items[i], from, to));
	}
	json_put(value, "transfers", values);
	transfer_list_release(&list);
	return status;
}

static json_t *extension_value(const struct json_register *bodies, const struct extension *extension)
{
	json_t *value = json_object();

	json_put(value, "agency", extension->agency_id
		 ? json_register_name(bodies, extension->agency_id, extension->agency_name) : json_null());
	json_put(value, "period", json_text(extension->period));
	json_put(value, "due", json_date(extension->due));
	json_put(value, "day", json_date(extension->day));
	json_put(value, "reason", json_text(extension->reason));
	json_put(value, "document", json_words(extension->document));
	return value;
}

static enum status put_extensions(struct store *store, const struct json_register *bodies, row_id task, json_t *value,
				  struct error *err)
{
	struct extension_list list = { 0 };
	enum status status = store->extensions(store, task, &list, err);
	json_t *values = json_array();

	for (size_t i = 0; i < list.count; i++)
		json_append(values, extension_value(bodies, &list.items[i]));
	json_put(value, "extensions", values);
	extension_list_release(&list);
	return status;
}

static json_t *proposal_value(const struct json_register *bodies, const struct proposal *proposal)
{
	json_t *value = json_object();

	json_put(value, "agency", proposal->agency_id
		 ? json_register_name(bodies, proposal->agency_id, proposal->agency_name) : json_null());
	json_put(value, "text", json_text(proposal->text));
	json_put(value, "day", json_date(proposal->day));
	json_put(value, "state", json_text(proposal_state_word(proposal->state)));
	json_put(value, "document", json_words(proposal->document));
	json_put(value, "decided_on", json_date(proposal->decided_on));
	return value;
}

static enum status put_proposals(struct store *store, const struct json_register *bodies, row_id task, json_t *value,
				 struct error *err)
{
	struct proposal_list list = { 0 };
	enum status status = store->proposals(store, 0, task, &list, err);
	json_t *values = json_array();

	for (size_t i = 0; i < list.count; i++)
		json_append(values, proposal_value(bodies, &list.items[i]));
	json_put(value, "proposals", values);
	proposal_list_release(&list);
	return status;
}

static json_t *label_names(const struct label_list *list, enum label_sort kind)
{
	json_t *names = json_array();

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == kind)
			json_append(names, json_text(list->items[i].name));
	return names;
}

static enum status put_labels(struct store *store, row_id task, json_t *value, struct error *err)
{
	struct label_list list = { 0 };
	enum status status = store->labels_of(store, task, &list, err);

	json_put(value, "areas", label_names(&list, LABEL_AREA));
	json_put(value, "tags", label_names(&list, LABEL_TAG));
	label_list_release(&list);
	return status;
}

static enum status put_references(struct store *store, const struct task *task, json_t *value, struct error *err)
{
	struct reference_list list = { 0 };
	enum status status = store->references(store, task->plan_id, task->id, &list, err);
	json_t *numbers;

	if (status != OK)
		return status;
	numbers = json_array();
	for (size_t i = 0; i < list.count; i++)
		json_append(numbers, json_text(number_or_raw(&list.items[i])));
	json_put(value, "references", numbers);
	reference_list_release(&list);
	return OK;
}

static enum status put_notes(struct store *store, row_id task, json_t *value, struct error *err)
{
	struct note_list list = { 0 };
	enum status status = store->notes(store, task, &list, err);
	json_t *notes;

	if (status != OK)
		return status;
	notes = json_array();
	for (size_t i = 0; i < list.count; i++)
		json_append(notes, note_value(&list.items[i]));
	json_put(value, "notes", notes);
	note_list_release(&list);
	return OK;
}

static json_t *correction_value(const struct correction *correction)
{
	json_t *value = json_object();

	json_put(value, "issued", json_text(correction->issued));
	json_put(value, "reading", json_text(correction->reading));
	json_put(value, "reason", json_text(correction->reason));
	json_put(value, "line", json_integer(correction->line));
	json_put(value, "state", json_text(correction_state_word(correction->state)));
	return value;
}

/* Those of one task; TASK 0: of the plan outside its tasks. */
static enum status put_corrections(struct store *store, row_id plan, row_id task, json_t *values, struct error *err)
{
	struct correction_list list = { 0 };
	enum status status = store->corrections(store, plan, task, &list, err);

	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].task_id == task)
			json_append(values, correction_value(&list.items[i]));
	correction_list_release(&list);
	return status;
}

/* Where the task stands in the file it came from, and how sure its reading is. */
static enum status put_origin(struct store *store, const struct task *task, json_t *value, struct error *err)
{
	json_t *lines = json_array(), *corrections = json_array();

	json_append(lines, json_integer(task->first_line));
	json_append(lines, json_integer(task->last_line));
	json_put(value, "lines", lines);
	json_put(value, "certainty", json_text(certainty_word(task->certainty)));
	json_put(value, "doubt", json_words(task->doubt));
	json_put(value, "corrections", corrections);
	return put_corrections(store, task->plan_id, task->id, corrections, err);
}

/* ASSIGNMENTS and OBLIGATIONS get what was read, for the caller to look at and release. */
static enum status task_value(struct store *store, const struct json_register *bodies, const struct task *task,
			      const char *path, json_t *value, struct assignment_list *assignments,
			      struct obligation_list *obligations, struct error *err)
{
	enum status status;

	json_put(value, "path", json_text(path));
	json_put(value, "title", json_text(task->title));
	json_put(value, "text", json_words(task->text));
	json_put(value, "product", json_words(task->product));
	json_put(value, "deadline", deadline_value(&task->deadline));
	status = put_assignments(store, bodies, task->id, value, assignments, err);
	if (status != OK)
		return status;
	json_put(value, "inherited", json_boolean(task->inherited));
	json_put(value, "status", json_text(task_status_word(task->status)));
	status = put_obligations(store, bodies, task->id, value, obligations, err);
	if (status == OK)
		status = put_references(store, task, value, err);
	if (status == OK)
		status = put_notes(store, task->id, value, err);
	if (status == OK)
		status = put_origin(store, task, value, err);
	if (status == OK)
		status = put_transfers(store, bodies, task->id, value, obligations, err);
	if (status == OK)
		status = put_extensions(store, bodies, task->id, value, err);
	if (status == OK)
		status = put_proposals(store, bodies, task->id, value, err);
	if (status == OK)
		status = put_labels(store, task->id, value, err);
	if (status == OK)
		json_put(value, "renews", json_words(task->renews));
	return status;
}

/* --- what the plan cites -------------------------------------------------- */

static bool same_words(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

/* A document is kind + number + issuer + date; what is not numbered is its words. */
static bool same_document(const struct reference *a, const struct reference *b)
{
	return same_words(number_or_raw(a), number_or_raw(b)) && same_words(a->kind, b->kind) &&
	       same_words(a->issuer, b->issuer) && !date_compare(a->date, b->date);
}

/* The first reference to the same document, a citation of the plan itself before those of tasks. */
static size_t first_reference(const struct export *export, const struct reference *reference)
{
	size_t found = 0;
	bool any = false;

	for (size_t i = 0; i < export->references.count; i++) {
		const struct reference *other = &export->references.items[i];

		if (!same_document(other, reference))
			continue;
		if (!other->task_id)
			return i;
		if (!any)
			found = i;
		any = true;
	}
	return found;
}

static void cite(struct export *export, row_id task, const char *path)
{
	for (size_t i = 0; i < export->references.count; i++) {
		const struct reference *reference = &export->references.items[i];
		struct string_list *paths;

		if (reference->task_id != task)
			continue;
		paths = &export->cited_in[first_reference(export, reference)];
		if (!string_list_has(paths, path))
			string_list_add(paths, path);
	}
}

/* --- sections ----------------------------------------------------------- */

static enum status append_task(struct export *export, const struct task_row *row, json_t *tasks, struct error *err)
{
	struct assignment_list assignments = { 0 };
	struct obligation_list obligations = { 0 };
	struct task task = { 0 };
	char *path = xasprintf("%s-%d", row->section_path, row->task.position);
	json_t *value = json_object();
	enum status status = export->store->task_get(export->store, row->task.id, &task, err);

	if (status == OK)
		status = task_value(export->store, &export->bodies, &task, path, value, &assignments, &obligations, err);
	for (size_t i = 0; i < assignments.count; i++)
		json_register_concern(&export->bodies, assignments.items[i].agency_id);
	for (size_t i = 0; i < obligations.count; i++)
		json_register_concern(&export->bodies, obligations.items[i].agency_id);
	cite(export, task.id, path);
	json_append(tasks, value);
	assignment_list_release(&assignments);
	obligation_list_release(&obligations);
	task_release(&task);
	free(path);
	return status;
}

static enum status section_tasks(struct export *export, row_id section, json_t *tasks, struct error *err)
{
	struct task_row_list page = { 0 };
	int position = 0;
	enum status status;

	do {
		task_row_list_clear(&page);
		status = export->store->task_page(export->store, section, position, FORWARD, PAGE, &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			position = page.items[i].task.position;
			status = append_task(export, &page.items[i], tasks, err);
		}
	} while (status == OK && page.count);
	task_row_list_release(&page);
	return status;
}

static enum status write_section(struct export *export, row_id id, struct strbuf *out, struct error *err)
{
	struct section section = { 0 };
	json_t *value = json_object(), *tasks = json_array();
	enum status status = export->store->section_get(export->store, id, &section, err);

	json_put(value, "path", json_text(section.path));
	json_put(value, "label", json_words(section.label));
	json_put(value, "title", json_text(section.title));
	json_put(value, "body", json_words(section.body));
	if (status == OK)
		status = section_tasks(export, id, tasks, err);
	json_put(value, "tasks", tasks);
	strbuf_add_text(out, out->length ? ",\n" : "");
	json_write(value, out);
	section_release(&section);
	return status;
}

static enum status write_sections(struct export *export, struct strbuf *out, struct error *err)
{
	struct section_row_list page = { 0 };
	int seq = 0;
	enum status status;

	do {
		section_row_list_clear(&page);
		status = export->store->section_page(export->store, export->plan, seq, FORWARD, PAGE, clock_today(), &page,
						     err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			seq = page.items[i].section.seq;
			status = write_section(export, page.items[i].section.id, out, err);
		}
	} while (status == OK && page.count);
	section_row_list_release(&page);
	return status;
}

/* --- the other parts ---------------------------------------------------- */

static json_t *renewed_value(const struct plan *plan)
{
	json_t *value;

	if (!plan->renews)
		return json_null();
	value = json_object();
	json_put(value, "number", json_text(plan->renews));
	json_put(value, "date", json_date(plan->renews_date));
	return value;
}

static json_t *plan_value(const struct plan *plan)
{
	json_t *value = json_object(), *signer = json_object();

	json_put(value, "type", json_text(plan->type));
	json_put(value, "number", json_words(plan->number));
	json_put(value, "issuer", json_words(plan->issuer));
	json_put(value, "place", json_words(plan->place));
	json_put(value, "date", json_date(plan->date));
	json_put(value, "title", json_words(plan->title));
	json_put(signer, "name", json_words(plan->signer_name));
	json_put(signer, "position", json_words(plan->signer_position));
	json_put(signer, "on_behalf", json_words(plan->signer_on_behalf));
	json_put(value, "signer", signer);
	json_put(value, "year", plan->year ? json_integer(plan->year) : json_null());
	json_put(value, "renews", renewed_value(plan));
	return value;
}

static json_t *string_values(const struct string_list *list)
{
	json_t *values = json_array();

	for (size_t i = 0; i < list->count; i++)
		json_append(values, json_text(list->items[i]));
	return values;
}

static json_t *reference_value(const struct export *export, size_t index)
{
	const struct reference *reference = &export->references.items[index];
	json_t *value = json_object();

	json_put(value, "kind", json_words(reference->kind));
	json_put(value, "number", json_words(reference->number));
	json_put(value, "date", json_date(reference->date));
	json_put(value, "issuer", json_words(reference->issuer));
	json_put(value, "relation", json_text(relation_word(reference->relation)));
	json_put(value, "raw", json_text(reference->raw));
	json_put(value, "corrected", json_boolean(reference->corrected));
	json_put(value, "in_plan", json_boolean(!reference->task_id));
	json_put(value, "in_tasks", string_values(&export->cited_in[index]));
	return value;
}

/* Each document once, those that the plan itself cites first. `in_plan` and `in_tasks` say who cites it. */
static json_t *references_value(const struct export *export)
{
	json_t *values = json_array();

	for (int of_tasks = 0; of_tasks <= 1; of_tasks++)
		for (size_t i = 0; i < export->references.count; i++)
			if ((export->references.items[i].task_id != 0) == of_tasks &&
			    first_reference(export, &export->references.items[i]) == i)
				json_append(values, reference_value(export, i));
	return values;
}

static enum status attachments_value(struct export *export, json_t *values, struct error *err)
{
	struct attachment_list list = { 0 };
	enum status status = plan_attachments(export->store, export->plan, &list, err);

	for (size_t i = 0; i < list.count; i++) {
		json_t *value = json_object();

		json_put(value, "name", json_text(list.items[i].name));
		json_put(value, "size", json_words(list.items[i].size));
		json_put(value, "present", json_boolean(list.items[i].present));
		json_append(values, value);
	}
	attachment_list_release(&list);
	return status;
}

static enum status put_labels_of_plan(struct export *export, json_t *value, struct error *err)
{
	struct label_list list = { 0 };
	enum status status = export->store->labels(export->store, export->plan, &list, err);

	json_put(value, "areas", label_names(&list, LABEL_AREA));
	json_put(value, "tags", label_names(&list, LABEL_TAG));
	label_list_release(&list);
	return status;
}

static enum status periods_value(struct export *export, json_t *values, struct error *err)
{
	struct period_list list = { 0 };
	enum status status = export->store->periods(export->store, export->plan, &list, err);

	for (size_t i = 0; i < list.count; i++) {
		const struct period *period = &list.items[i];
		json_t *value = json_object();

		json_put(value, "every", json_text(period_unit_word(period->every)));
		json_put(value, "set", json_text(period->made_of));
		json_put(value, "key", json_text(period->key));
		json_put(value, "label", json_text(period->label));
		json_put(value, "first", json_date(period->first));
		json_put(value, "last", json_date(period->last));
		json_put(value, "due", json_date(period->due));
		json_put(value, "cumulative", json_boolean(period->cumulative));
		json_append(values, value);
	}
	period_list_release(&list);
	return status;
}

static enum status unused_value(struct export *export, json_t *values, struct error *err)
{
	struct unused_line_list list = { 0 };
	enum status status = export->store->unused_lines(export->store, export->plan, &list, err);

	for (size_t i = 0; i < list.count; i++) {
		json_t *value = json_object();

		json_put(value, "line", json_integer(list.items[i].line));
		json_put(value, "text", json_text(list.items[i].text));
		json_put(value, "why", json_text(list.items[i].why));
		json_append(values, value);
	}
	unused_line_list_release(&list);
	return status;
}

/* --- the whole ---------------------------------------------------------- */

static void write_part(const char *key, json_t *value, struct strbuf *out)
{
	strbuf_addf(out, "\"%s\": ", key);
	json_write(value, out);
	strbuf_add_text(out, ",\n");
}

static enum status write_document(struct export *export, const struct plan *plan, struct strbuf *out,
				  struct error *err)
{
	json_t *attachments = json_array(), *periods = json_array(), *unused = json_array();
	json_t *about = plan_value(plan), *corrections = json_array();
	struct strbuf sections = STRBUF_INIT;
	enum status status = write_sections(export, &sections, err);

	json_put(about, "corrections", corrections);
	json_put(about, "periods", periods);
	if (status == OK)
		status = put_labels_of_plan(export, about, err);
	if (status == OK)
		status = attachments_value(export, attachments, err);
	if (status == OK)
		status = periods_value(export, periods, err);
	if (status == OK)
		status = unused_value(export, unused, err);
	if (status == OK)
		status = put_corrections(export->store, export->plan, 0, corrections, err);
	strbuf_add_text(out, "{\n");
	write_part("plan", about, out);
	write_part("references", references_value(export), out);
	write_part("agencies", json_register_values(&export->bodies), out);
	strbuf_addf(out, "\"sections\": [\n%s\n],\n", sections.text);
	write_part("attachments", attachments, out);
	strbuf_add_text(out, "\"unused\": ");
	json_write(unused, out);
	strbuf_add_text(out, "\n}\n");
	strbuf_release(&sections);
	return status;
}

static void release_export(struct export *export)
{
	for (size_t i = 0; i < export->references.count; i++)
		string_list_release(&export->cited_in[i]);
	free(export->cited_in);
	reference_list_release(&export->references);
	json_register_release(&export->bodies);
}

enum status office_export_json(struct store *store, row_id plan, struct strbuf *out, struct error *err)
{
	struct export export = { .store = store, .plan = plan };
	struct strbuf document = STRBUF_INIT;
	struct plan record = { 0 };
	enum status status = store->plan_get(store, plan, &record, err);

	if (status == OK)
		status = json_register_read(store, &export.bodies, err);
	if (status == OK)
		status = store->references(store, plan, -1, &export.references, err);
	if (status == OK) {
		export.cited_in = xcalloc(export.references.count, sizeof *export.cited_in);
		status = write_document(&export, &record, &document, err);
	}
	if (status == OK)
		strbuf_add(out, document.text, document.length);
	strbuf_release(&document);
	release_export(&export);
	plan_release(&record);
	return status;
}

enum status office_export_task_json(struct store *store, row_id task, struct strbuf *out, struct error *err)
{
	struct assignment_list assignments = { 0 };
	struct obligation_list obligations = { 0 };
	struct task record = { 0 };
	struct section section = { 0 };
	json_t *value = json_object();
	char *path = NULL;
	enum status status = store->task_get(store, task, &record, err);

	if (status == OK)
		status = store->section_get(store, record.section_id, &section, err);
	if (status == OK) {
		path = xasprintf("%s-%d", section.path, record.position);
		status = task_value(store, NULL, &record, path, value, &assignments, &obligations, err);
	}
	if (status == OK) {
		json_write(value, out);
		strbuf_add_char(out, '\n');
	} else {
		json_decref(value);
	}
	free(path);
	assignment_list_release(&assignments);
	obligation_list_release(&obligations);
	section_release(&section);
	task_release(&record);
	return status;
}
