/* Our own JSON document -> a draft plan with everything that was recorded. */
#include "office/office.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/viet/viet.h"
#include "office/json_value.h"
#include "office/read/kind.h"

/*
 * One reading. The first thing that is not as the contract says ends it; what
 * follows then reads as absent, so that only the end has to look.
 */
struct reading {
	const char *name;	/* of the file */
	json_t *document;
	struct draft draft;
	struct error *err;
	enum status status;
};

static void refuse(struct reading *reading, const char *where, const char *wanted)
{
	if (reading->status == OK)
		reading->status = error_set(reading->err, STATUS_INVALID,
					    _("«%s» là JSON nhưng không phải bản xuất của kehoach: «%s» phải là %s."),
					    reading->name, where, wanted);
}

/* --- values ------------------------------------------------------------- */

/* The array KEY of OBJECT; an empty one where it is absent. */
static json_t *list_of(struct reading *reading, json_t *object, const char *key)
{
	json_t *value = json_object_get(object, key);

	if (value && !json_is_array(value)) {
		refuse(reading, key, _("một danh sách"));
		return NULL;
	}
	return value;
}

static json_t *object_of(struct reading *reading, json_t *object, const char *key)
{
	json_t *value = json_object_get(object, key);

	if (!json_is_object(value))
		refuse(reading, key, _("một đối tượng"));
	return value;
}

/* A cleaned copy; NULL for null, absent or nothing but blanks. */
static char *copy_text(struct reading *reading, const json_t *value, const char *key, bool lines)
{
	struct strbuf clean = STRBUF_INIT;

	if (!value || json_is_null(value))
		return NULL;
	if (!json_is_string(value)) {
		refuse(reading, key, _("chữ"));
		return NULL;
	}
	if (lines)
		viet_clean_lines(json_string_value(value), json_string_length(value), &clean);
	else
		viet_clean(json_string_value(value), json_string_length(value), &clean);
	if (!clean.length) {
		strbuf_release(&clean);
		return NULL;
	}
	return strbuf_detach(&clean);
}

static char *line_of(struct reading *reading, json_t *object, const char *key)
{
	return copy_text(reading, json_object_get(object, key), key, false);
}

static char *lines_of(struct reading *reading, json_t *object, const char *key)
{
	return copy_text(reading, json_object_get(object, key), key, true);
}

/* What may not be absent; never NULL, so that a refused reading can still be taken apart. */
static char *required_line(struct reading *reading, json_t *object, const char *key)
{
	char *text = line_of(reading, object, key);

	if (text)
		return text;
	refuse(reading, key, _("chữ, không để trống"));
	return xstrdup("");
}

static bool flag_of(json_t *object, const char *key)
{
	return json_is_true(json_object_get(object, key));
}

static struct date date_of(struct reading *reading, json_t *object, const char *key)
{
	char *text = line_of(reading, object, key);
	struct date date = { 0, 0, 0 };

	if (text && !date_from_iso(text, &date))
		refuse(reading, key, _("ngày như 2013-08-31"));
	free(text);
	return date;
}

/* The word KEY of OBJECT by its table FROM_WORD; DEFAULT_VALUE where it is absent. */
#define WORD_OF(reading, object, key, from_word, default_value, out)                \
	do {                                                                        \
		char *word_ = line_of(reading, object, key);                        \
		*(out) = default_value;                                             \
		if (word_ && !from_word(word_, out))                                \
			refuse(reading, key, _("một từ của định dạng này"));        \
		free(word_);                                                        \
	} while (0)

/* --- agencies ----------------------------------------------------------- */

static void add_names(struct reading *reading, json_t *array, const char *key, struct string_list *out)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		char *name = copy_text(reading, value, key, false);

		if (name)
			string_list_add_owned(out, name);
		else
			refuse(reading, key, _("danh sách các tên"));
	}
}

static void read_aliases(struct reading *reading, json_t *array, struct agency *agency)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct agency_alias alias = { 0 };

		if (json_is_object(value)) {
			alias.name = required_line(reading, value, "name");
			alias.since = date_of(reading, value, "since");
			alias.until = date_of(reading, value, "until");
		} else {
			alias.name = copy_text(reading, value, "aliases", false);
		}
		if (alias.name)
			agency_alias_list_add(&agency->aliases, &alias);
		else
			refuse(reading, "aliases", _("danh sách các tên"));
	}
}

static void read_former(struct reading *reading, json_t *array, struct agency *agency)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct former_name former = {
			.name = required_line(reading, value, "name"),
			.code = line_of(reading, value, "code"),
			.until = date_of(reading, value, "until"),
			.document = line_of(reading, value, "document"),
		};

		if (!date_is_set(former.until))
			refuse(reading, "until", _("ngày như 2013-08-31"));
		former_name_list_add(&agency->former, &former);
	}
}

static void add_link(struct agency_link *link, struct string_list *out)
{
	struct strbuf text = STRBUF_INIT;

	agency_link_format(link, &text);
	string_list_add_owned(out, strbuf_detach(&text));
	agency_link_release(link);
}

static void read_successors(struct reading *reading, json_t *array, struct string_list *out)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct agency_link link = {
			.name = line_of(reading, value, "to"),
			.since = date_of(reading, value, "day"),
			.third = xstrdup(flag_of(value, "part") ? "part" : "whole"),
			.fourth = line_of(reading, value, "document"),
		};

		if (!link.name)
			link.name = xstrdup("");
		add_link(&link, out);
	}
}

static void read_agency(struct reading *reading, json_t *value)
{
	struct agency_record record = { 0 };
	struct agency *agency = &record.agency;

	agency->name = required_line(reading, value, "name");
	agency->code = line_of(reading, value, "code");
	WORD_OF(reading, value, "kind", agency_kind_from_word, agency_kind_of_name(agency->name), &agency->kind);
	agency->requested = flag_of(value, "requested");
	read_aliases(reading, list_of(reading, value, "aliases"), agency);
	agency->valid_from = date_of(reading, value, "valid_from");
	agency->valid_to = date_of(reading, value, "valid_to");
	agency->head = line_of(reading, value, "head");
	agency->contact = line_of(reading, value, "contact");
	read_former(reading, list_of(reading, value, "former"), agency);
	record.parent = line_of(reading, value, "parent");
	read_successors(reading, list_of(reading, value, "successors"), &record.successors);
	agency_record_list_add(&reading->draft.agencies, &record);
	agency_record_release(&record);
}

/* The one that REFERENCE tells of: its name, on a day where there are several of that name. */
static struct agency_record *find_agency(const struct reading *reading, const char *reference)
{
	struct agency_record *found = NULL;
	struct agency_link link = { 0 };

	agency_link_parse(reference, &link);
	for (size_t i = 0; !found && i < reading->draft.agencies.count; i++) {
		struct agency_record *record = &reading->draft.agencies.items[i];

		if (!strcmp(record->agency.name, link.name) &&
		    (!date_is_set(link.on) || date_within(link.on, record->agency.valid_from, record->agency.valid_to)))
			found = record;
	}
	agency_link_release(&link);
	return found;
}

static void join_group(struct reading *reading, const char *name, const struct agency *member, struct date since,
		       struct date until)
{
	struct agency_record *group = find_agency(reading, name);
	struct agency_link link = {
		.name = xstrdup(member->name), .on = agency_day_of_name(member), .since = since, .until = until,
	};

	if (group && group->agency.kind == AGENCY_GROUP)
		add_link(&link, &group->members);
	else
		refuse(reading, "groups", _("tên những nhóm có trong «agencies»"));
	agency_link_release(&link);
}

/* True when the days of its time in GROUP are told as well. */
static bool has_days(json_t *memberships, const char *group)
{
	json_t *value;
	size_t i;

	json_array_foreach(memberships, i, value) {
		const char *name = json_string_value(json_object_get(value, "group"));

		if (name && !strcmp(name, group))
			return true;
	}
	return false;
}

/* An agency names its groups; a record names its members. */
static void join_groups(struct reading *reading, json_t *value, const struct agency *member)
{
	json_t *memberships = list_of(reading, value, "memberships"), *dated;
	struct string_list groups = { 0 };
	struct date always = { 0, 0, 0 };
	size_t i;

	add_names(reading, list_of(reading, value, "groups"), "groups", &groups);
	for (i = 0; i < groups.count; i++)
		if (!has_days(memberships, groups.items[i]))
			join_group(reading, groups.items[i], member, always, always);
	json_array_foreach(memberships, i, dated) {
		char *group = required_line(reading, dated, "group");

		join_group(reading, group, member, date_of(reading, dated, "since"), date_of(reading, dated, "until"));
		free(group);
	}
	string_list_release(&groups);
}

static void read_agencies(struct reading *reading, json_t *array)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value)
		read_agency(reading, value);
	json_array_foreach(array, i, value)
		join_groups(reading, value, &reading->draft.agencies.items[i].agency);
}

/* --- references --------------------------------------------------------- */

static struct reference reference_of(struct reading *reading, json_t *value)
{
	struct reference reference = {
		.kind = line_of(reading, value, "kind"),
		.number = line_of(reading, value, "number"),
		.date = date_of(reading, value, "date"),
		.issuer = line_of(reading, value, "issuer"),
		.raw = required_line(reading, value, "raw"),
		.corrected = flag_of(value, "corrected"),
	};

	WORD_OF(reading, value, "relation", relation_from_word, RELATION_MENTIONS, &reference.relation);
	return reference;
}

static void read_references(struct reading *reading, json_t *array)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct reference reference;

		/* Those that only tasks cite are read with their task. */
		if (json_is_false(json_object_get(value, "in_plan")))
			continue;
		reference = reference_of(reading, value);
		reference_list_add(&reading->draft.references, &reference);
	}
}

static bool is_called(json_t *reference, const char *name)
{
	const char *number = json_string_value(json_object_get(reference, "number"));
	const char *raw = json_string_value(json_object_get(reference, "raw"));

	return (number && !strcmp(number, name)) || (!number && raw && !strcmp(raw, name));
}

static bool names_task(json_t *reference, const char *path)
{
	json_t *value;
	size_t i;

	json_array_foreach(json_object_get(reference, "in_tasks"), i, value)
		if (json_is_string(value) && !strcmp(json_string_value(value), path))
			return true;
	return false;
}

/* The document that the task PATH means by NAME: a number may stand for several. */
static json_t *find_reference(struct reading *reading, const char *name, const char *path)
{
	json_t *value, *found = NULL;
	size_t i;

	json_array_foreach(json_object_get(reading->document, "references"), i, value) {
		if (!is_called(value, name))
			continue;
		if (names_task(value, path))
			return value;
		if (!found)
			found = value;
	}
	return found;
}

static void read_task_references(struct reading *reading, json_t *array, const char *path, struct draft_task *task)
{
	struct string_list names = { 0 };

	add_names(reading, array, "references", &names);
	for (size_t i = 0; i < names.count; i++) {
		json_t *value = find_reference(reading, names.items[i], path);
		struct reference reference = { 0 };

		if (value) {
			reference = reference_of(reading, value);
		} else {
			reference.number = xstrdup(names.items[i]);
			reference.raw = xstrdup(names.items[i]);
		}
		reference_list_add(&task->references, &reference);
	}
	string_list_release(&names);
}

/* --- tasks -------------------------------------------------------------- */

static void read_deadline(struct reading *reading, json_t *value, struct deadline *deadline)
{
	deadline->raw = line_of(reading, value, "raw");
	WORD_OF(reading, value, "kind", deadline_kind_from_word, DEADLINE_NONE, &deadline->kind);
	deadline->start = date_of(reading, value, "start");
	deadline->due = date_of(reading, value, "due");
	WORD_OF(reading, value, "every", period_unit_from_word, PERIOD_NONE, &deadline->every);
}

static void read_bodies(struct reading *reading, json_t *object, const char *key, struct agency_list *out)
{
	struct string_list names = { 0 };

	add_names(reading, list_of(reading, object, key), key, &names);
	for (size_t i = 0; i < names.count; i++) {
		const struct agency_record *known = find_agency(reading, names.items[i]);
		struct agency agency = {
			.name = xstrdup(names.items[i]),
			.kind = known ? known->agency.kind : agency_kind_of_name(names.items[i]),
		};

		agency_list_add(out, &agency);
	}
	string_list_release(&names);
}

static void read_obligations(struct reading *reading, json_t *array, struct draft_task *task)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct obligation obligation = {
			.agency_name = line_of(reading, value, "agency"),
			.period = line_of(reading, value, "period"),
			.due = date_of(reading, value, "due"),
			.original = date_of(reading, value, "original"),
			.done_on = date_of(reading, value, "done_on"),
			.evidence = line_of(reading, value, "evidence"),
			.evidence_number = line_of(reading, value, "evidence_number"),
			.evidence_date = date_of(reading, value, "evidence_date"),
			.cause = line_of(reading, value, "cause"),
			.recorded_by = line_of(reading, value, "recorded_by"),
		};
		char *at = line_of(reading, value, "recorded_at");

		if (at && !time_from_iso(at, &obligation.recorded_at))
			refuse(reading, "recorded_at", _("thời điểm như 2013-09-01T03:00:00Z"));
		free(at);

		WORD_OF(reading, value, "state", obligation_state_from_word, OBLIGATION_OPEN, &obligation.state);
		obligation_list_add(&task->recorded, &obligation);
	}
}

/* The place of an obligation of this task, from 1; 0: it is not there. */
static row_id place_of(const struct draft_task *task, const char *agency, const char *period)
{
	for (size_t i = 0; i < task->recorded.count; i++) {
		const struct obligation *o = &task->recorded.items[i];

		if (o->agency_name && !strcmp(o->agency_name, agency) && !strcmp(o->period ? o->period : "", period ? period : ""))
			return (row_id)i + 1;
	}
	return 0;
}

static void read_transfers(struct reading *reading, json_t *array, struct draft_task *task)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		char *from = required_line(reading, value, "from"), *to = required_line(reading, value, "to");
		char *period = line_of(reading, value, "period");
		struct transfer transfer = {
			.from_id = place_of(task, from, period),
			.to_id = place_of(task, to, period),
			.day = date_of(reading, value, "day"),
			.reason = required_line(reading, value, "reason"),
			.document = line_of(reading, value, "document"),
		};

		if (!transfer.from_id || !transfer.to_id || !date_is_set(transfer.day))
			refuse(reading, "transfers", _("việc chuyển giao giữa hai cơ quan của nhiệm vụ, có ngày"));
		transfer_list_add(&task->transfers, &transfer);
		free(from);
		free(to);
		free(period);
	}
}

static void read_extensions(struct reading *reading, json_t *array, struct draft_task *task)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct extension extension = {
			.agency_name = line_of(reading, value, "agency"),
			.period = line_of(reading, value, "period"),
			.due = date_of(reading, value, "due"),
			.day = date_of(reading, value, "day"),
			.reason = required_line(reading, value, "reason"),
			.document = line_of(reading, value, "document"),
		};

		if (!date_is_valid(extension.due) || !date_is_valid(extension.day))
			refuse(reading, "extensions", _("các lần gia hạn có ngày gia hạn và hạn mới"));
		extension_list_add(&task->extensions, &extension);
	}
}

static void read_proposals(struct reading *reading, json_t *array, struct draft_task *task)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct proposal proposal = {
			.agency_name = line_of(reading, value, "agency"),
			.text = required_line(reading, value, "text"),
			.day = date_of(reading, value, "day"),
			.document = line_of(reading, value, "document"),
			.decided_on = date_of(reading, value, "decided_on"),
		};

		WORD_OF(reading, value, "state", proposal_state_from_word, PROPOSAL_MADE, &proposal.state);
		if (!date_is_valid(proposal.day))
			refuse(reading, "proposals", _("các đề xuất có ngày"));
		proposal_list_add(&task->proposals, &proposal);
	}
}

static void read_labels(struct reading *reading, json_t *object, const char *key, enum label_sort kind, struct label_list *out)
{
	struct string_list names = { 0 };

	add_names(reading, list_of(reading, object, key), key, &names);
	for (size_t i = 0; i < names.count; i++) {
		struct label label = { .kind = kind, .position = (int)i + 1, .name = xstrdup(names.items[i]) };

		label_list_add(out, &label);
	}
	string_list_release(&names);
}

static void read_notes(struct reading *reading, json_t *array, struct draft_task *task)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct note note = { .text = lines_of(reading, value, "text"), .who = required_line(reading, value, "who") };
		char *at = required_line(reading, value, "at");

		if (!note.text)
			refuse(reading, "text", _("chữ, không để trống"));
		if (!time_from_iso(at, &note.at))
			refuse(reading, "at", _("thời điểm như 2013-09-01T03:00:00Z"));
		free(at);
		note_list_add(&task->notes, &note);
	}
}

static void read_corrections(struct reading *reading, json_t *array, struct correction_list *list)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct correction correction = {
			.issued = required_line(reading, value, "issued"),
			.reading = required_line(reading, value, "reading"),
			.reason = required_line(reading, value, "reason"),
			.line = (int)json_integer_value(json_object_get(value, "line")),
		};

		WORD_OF(reading, value, "state", correction_state_from_word, CORRECTION_OPEN, &correction.state);
		correction_list_add(list, &correction);
	}
}

static void read_origin(struct reading *reading, json_t *value, struct draft_task *draft)
{
	json_t *lines = list_of(reading, value, "lines");

	draft->first_line = (int)json_integer_value(json_array_get(lines, 0));
	draft->last_line = (int)json_integer_value(json_array_get(lines, 1));
	WORD_OF(reading, value, "certainty", certainty_from_word, CERTAINTY_SURE, &draft->task.certainty);
	draft->task.doubt = lines_of(reading, value, "doubt");
	read_corrections(reading, list_of(reading, value, "corrections"), &draft->corrections);
}

static int task_position(struct reading *reading, const char *path, const char *section)
{
	char *prefix = NULL;
	int position = 0;

	if (!task_path_parse(path, &prefix, &position) || strcmp(prefix, section) != 0)
		refuse(reading, "path", _("mục và thứ tự của nhiệm vụ"));
	free(prefix);
	return position;
}

static void read_task(struct reading *reading, json_t *value, struct draft_section *section)
{
	struct draft_task draft = { 0 };
	struct task *task = &draft.task;
	char *path = required_line(reading, value, "path");

	task->position = task_position(reading, path, section->section.path);
	if (section->tasks.count && section->tasks.items[section->tasks.count - 1].task.position >= task->position)
		refuse(reading, "path", _("mã tăng dần trong mục"));
	task->title = required_line(reading, value, "title");
	task->text = lines_of(reading, value, "text");
	task->product = line_of(reading, value, "product");
	task->renews = line_of(reading, value, "renews");
	read_deadline(reading, object_of(reading, value, "deadline"), &task->deadline);
	read_bodies(reading, value, "lead", &draft.leads);
	read_bodies(reading, value, "coordinating", &draft.coordinating);
	draft.via = line_of(reading, value, "via");
	task->inherited = flag_of(value, "inherited");
	WORD_OF(reading, value, "status", task_status_from_word, TASK_OPEN, &task->status);
	read_obligations(reading, list_of(reading, value, "obligations"), &draft);
	read_transfers(reading, list_of(reading, value, "transfers"), &draft);
	read_extensions(reading, list_of(reading, value, "extensions"), &draft);
	read_proposals(reading, list_of(reading, value, "proposals"), &draft);
	read_labels(reading, value, "areas", LABEL_AREA, &draft.labels);
	read_labels(reading, value, "tags", LABEL_TAG, &draft.labels);
	read_task_references(reading, list_of(reading, value, "references"), path, &draft);
	read_notes(reading, list_of(reading, value, "notes"), &draft);
	read_origin(reading, value, &draft);
	draft_task_list_add(&section->tasks, &draft);
	free(path);
}

/* --- sections ----------------------------------------------------------- */

/* The section whose path is PATH cut at a dot, the longest such; -1 at the top. */
static int parent_of(const struct draft_section_list *list, const char *path)
{
	for (size_t length = strlen(path); length-- > 0;) {
		if (path[length] != '.')
			continue;
		for (size_t i = 0; i < list->count; i++) {
			const char *other = list->items[i].section.path;

			if (strlen(other) == length && !strncmp(other, path, length))
				return (int)i;
		}
	}
	return -1;
}

static bool has_path(const struct draft_section_list *list, const char *path)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].section.path, path))
			return true;
	return false;
}

static void read_section(struct reading *reading, json_t *value)
{
	struct draft_section_list *list = &reading->draft.sections;
	struct draft_section draft = { 0 };
	struct section *section = &draft.section;
	json_t *tasks = list_of(reading, value, "tasks");
	json_t *task;
	size_t i;

	section->path = required_line(reading, value, "path");
	if (has_path(list, section->path))
		refuse(reading, "path", _("khác nhau giữa các mục"));
	draft.parent = parent_of(list, section->path);
	section->seq = (int)list->count + 1;
	section->level = draft.parent >= 0 ? list->items[draft.parent].section.level + 1 : 1;
	section->label = line_of(reading, value, "label");
	section->title = line_of(reading, value, "title");
	if (!section->title)
		section->title = xstrdup("");
	section->body = lines_of(reading, value, "body");
	json_array_foreach(tasks, i, task)
		read_task(reading, task, &draft);
	draft_section_list_add(list, &draft);
}

/* --- the whole ---------------------------------------------------------- */

static void read_plan(struct reading *reading, json_t *value)
{
	struct plan *plan = &reading->draft.plan;
	json_t *signer = json_object_get(value, "signer");

	plan->type = required_line(reading, value, "type");
	plan->number = line_of(reading, value, "number");
	plan->issuer = line_of(reading, value, "issuer");
	plan->place = line_of(reading, value, "place");
	plan->date = date_of(reading, value, "date");
	plan->title = line_of(reading, value, "title");
	plan->signer_name = line_of(reading, signer, "name");
	plan->signer_position = line_of(reading, signer, "position");
	plan->signer_on_behalf = line_of(reading, signer, "on_behalf");
	plan->renews = line_of(reading, json_object_get(value, "renews"), "number");
	plan->renews_date = date_of(reading, json_object_get(value, "renews"), "date");
	plan->year = (int)json_integer_value(json_object_get(value, "year"));
	if (!plan->year)
		plan->year = plan->date.year;
	if (plan->year < 0 || plan->year > 9999)
		refuse(reading, "year", _("một năm"));
}

static void read_attachments(struct reading *reading, json_t *array)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct attachment attachment = {
			.name = required_line(reading, value, "name"),
			.size = line_of(reading, value, "size"),
			.present = flag_of(value, "present"),
		};

		attachment_list_add(&reading->draft.attachments, &attachment);
	}
}

static void read_periods(struct reading *reading, json_t *array)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct period period = {
			.made_of = required_line(reading, value, "set"),
			.key = required_line(reading, value, "key"),
			.label = required_line(reading, value, "label"),
			.first = date_of(reading, value, "first"),
			.last = date_of(reading, value, "last"),
			.due = date_of(reading, value, "due"),
			.cumulative = flag_of(value, "cumulative"),
		};

		WORD_OF(reading, value, "every", period_unit_from_word, PERIOD_NONE, &period.every);
		if (!date_is_valid(period.first) || !date_is_valid(period.last))
			refuse(reading, "periods", _("các kỳ có ngày đầu và ngày cuối"));
		period_list_add(&reading->draft.periods, &period);
	}
}

static void read_unused(struct reading *reading, json_t *array)
{
	json_t *value;
	size_t i;

	json_array_foreach(array, i, value) {
		struct unused_line unused = {
			.line = (int)json_integer_value(json_object_get(value, "line")),
			.text = required_line(reading, value, "text"),
			.why = required_line(reading, value, "why"),
		};

		unused_line_list_add(&reading->draft.unused, &unused);
	}
}

static void read_document(struct reading *reading)
{
	json_t *document = reading->document;
	json_t *sections = list_of(reading, document, "sections");
	json_t *value;
	size_t i;

	read_plan(reading, object_of(reading, document, "plan"));
	read_agencies(reading, list_of(reading, document, "agencies"));
	read_references(reading, list_of(reading, document, "references"));
	json_array_foreach(sections, i, value)
		read_section(reading, value);
	read_attachments(reading, list_of(reading, document, "attachments"));
	read_periods(reading, list_of(reading, object_of(reading, document, "plan"), "periods"));
	read_labels(reading, object_of(reading, document, "plan"), "areas", LABEL_AREA, &reading->draft.labels);
	read_labels(reading, object_of(reading, document, "plan"), "tags", LABEL_TAG, &reading->draft.labels);
	read_unused(reading, list_of(reading, document, "unused"));
	read_corrections(reading, list_of(reading, object_of(reading, document, "plan"), "corrections"), &reading->draft.corrections);
	reading->draft.restored = true;
	if (!reading->draft.sections.count)
		refuse(reading, "sections", _("danh sách các mục, không để trống"));
}

static enum status refuse_syntax(const char *name, const json_error_t *why, struct error *err)
{
	return error_set(err, STATUS_INVALID, _("«%s» không phải JSON đúng (dòng %d, cột %d); hãy xuất lại kế hoạch rồi nhập."),
			 name, why->line, why->column);
}

static size_t mark_length(const struct source *source)
{
	return source->length >= 3 && !memcmp(source->bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
}

bool office_is_json(const struct source *source)
{
	size_t mark = mark_length(source);

	return source->length > mark && source->bytes[mark] == '{' &&
	       kind_of_bytes(source->bytes, source->length) == KIND_TEXT;
}

enum status office_draft_from_json(const struct source *source, struct draft *out, struct error *err)
{
	struct reading reading = { .name = source->name, .err = err };
	size_t mark = mark_length(source);
	json_error_t why;

	reading.document = json_loadb(source->bytes + mark, source->length - mark, JSON_REJECT_DUPLICATES, &why);
	if (!reading.document)
		return refuse_syntax(source->name, &why, err);
	read_document(&reading);
	json_decref(reading.document);
	if (reading.status != OK) {
		draft_release(&reading.draft);
		return reading.status;
	}
	draft_release(out);
	*out = reading.draft;
	return OK;
}
