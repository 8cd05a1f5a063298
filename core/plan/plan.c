#include "core/plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"

void plan_release(struct plan *plan)
{
	free(plan->type);
	free(plan->number);
	free(plan->issuer);
	free(plan->place);
	free(plan->title);
	free(plan->signer_name);
	free(plan->renews);
	free(plan->signer_position);
	free(plan->signer_on_behalf);
	*plan = (struct plan){ 0 };
}

void section_release(struct section *section)
{
	free(section->path);
	free(section->label);
	free(section->title);
	free(section->body);
	*section = (struct section){ 0 };
}

void deadline_release(struct deadline *deadline)
{
	free(deadline->raw);
	*deadline = (struct deadline){ 0 };
}

void deadline_copy(struct deadline *to, const struct deadline *from)
{
	deadline_release(to);
	*to = *from;
	to->raw = xstrdup_or_null(from->raw);
}

void former_name_release(struct former_name *former)
{
	free(former->name);
	free(former->code);
	free(former->document);
	*former = (struct former_name){ 0 };
}

static void copy_former(struct former_name_list *to, const struct former_name *from)
{
	struct former_name twin = *from;

	twin.name = xstrdup(from->name);
	twin.code = xstrdup_or_null(from->code);
	twin.document = xstrdup_or_null(from->document);
	former_name_list_add(to, &twin);
}

void membership_release(struct membership *membership)
{
	*membership = (struct membership){ 0 };
}

void succession_release(struct succession *succession)
{
	free(succession->document);
	*succession = (struct succession){ 0 };
}

void transfer_release(struct transfer *transfer)
{
	free(transfer->reason);
	free(transfer->document);
	*transfer = (struct transfer){ 0 };
}

void agency_release(struct agency *agency)
{
	free(agency->code);
	free(agency->name);
	free(agency->head);
	free(agency->contact);
	former_name_list_release(&agency->former);
	agency_alias_list_release(&agency->aliases);
	*agency = (struct agency){ 0 };
}

void agency_copy(struct agency *to, const struct agency *from)
{
	agency_release(to);
	*to = *from;
	to->code = xstrdup_or_null(from->code);
	to->name = xstrdup_or_null(from->name);
	to->aliases = (struct agency_alias_list){ 0 };
	agency_alias_list_copy(&to->aliases, &from->aliases);
	to->head = xstrdup_or_null(from->head);
	to->contact = xstrdup_or_null(from->contact);
	to->former = (struct former_name_list){ 0 };
	for (size_t i = 0; i < from->former.count; i++)
		copy_former(&to->former, &from->former.items[i]);
}

void agency_record_release(struct agency_record *record)
{
	agency_release(&record->agency);
	string_list_release(&record->members);
	string_list_release(&record->successors);
	free(record->parent);
	record->parent = NULL;
}

void task_release(struct task *task)
{
	free(task->title);
	free(task->text);
	free(task->product);
	free(task->doubt);
	free(task->renews);
	deadline_release(&task->deadline);
	*task = (struct task){ 0 };
}

void task_copy(struct task *to, const struct task *from)
{
	task_release(to);
	*to = *from;
	to->title = xstrdup_or_null(from->title);
	to->text = xstrdup_or_null(from->text);
	to->product = xstrdup_or_null(from->product);
	to->doubt = xstrdup_or_null(from->doubt);
	to->renews = xstrdup_or_null(from->renews);
	to->deadline.raw = xstrdup_or_null(from->deadline.raw);
}

void assignment_release(struct assignment *assignment)
{
	free(assignment->name);
	free(assignment->code);
	*assignment = (struct assignment){ 0 };
}

void obligation_release(struct obligation *obligation)
{
	free(obligation->period);
	free(obligation->evidence);
	free(obligation->evidence_number);
	free(obligation->cause);
	free(obligation->recorded_by);
	free(obligation->agency_name);
	free(obligation->agency_code);
	*obligation = (struct obligation){ 0 };
}

void note_release(struct note *note)
{
	free(note->text);
	free(note->who);
	*note = (struct note){ 0 };
}

void reference_release(struct reference *reference)
{
	free(reference->kind);
	free(reference->number);
	free(reference->issuer);
	free(reference->raw);
	*reference = (struct reference){ 0 };
}

void attachment_release(struct attachment *attachment)
{
	free(attachment->name);
	free(attachment->size);
	*attachment = (struct attachment){ 0 };
}

void correction_release(struct correction *correction)
{
	free(correction->issued);
	free(correction->reading);
	free(correction->reason);
	*correction = (struct correction){ 0 };
}

void unused_line_release(struct unused_line *line)
{
	free(line->text);
	free(line->why);
	*line = (struct unused_line){ 0 };
}

DEFINE_LIST(plan)
DEFINE_LIST(section)
DEFINE_LIST(agency)
DEFINE_LIST(former_name)
DEFINE_LIST(membership)
DEFINE_LIST(succession)
DEFINE_LIST(transfer)
DEFINE_LIST(agency_record)
DEFINE_LIST(task)
DEFINE_LIST(assignment)
DEFINE_LIST(obligation)
DEFINE_LIST(note)
DEFINE_LIST(reference)
DEFINE_LIST(attachment)
DEFINE_LIST(correction)
DEFINE_LIST(unused_line)

/* --- words of the enumerations ------------------------------------------ */

/* Tables in the order of the enumerators, so that a word is found by its index and back. */
static const char *const deadline_kinds[] = {
	"none", "date", "month", "quarter", "half", "year", "range", "from", "ongoing", "periodic", "conditional",
};
static const char *const period_units[] = { NULL, "week", "month", "quarter", "half", "year" };
static const char *const task_statuses[] = { "open", "doing", "done", "suspended", "cancelled" };
static const char *const agency_kinds[] = {
	"department", "district", "commune", "province", "ministry", "vertical", "party", "press", "other", "group",
};
static const char *const obligation_states[] = { "open", "done", "closed" };
static const char *const relations[] = { "mentions", "basis", "implements", "amends" };
static const char *const certainties[] = { "sure", "likely", "guess" };
static const char *const correction_states[] = { "open", "accepted", "rejected" };
static const char *const standings[] = { "undated", "ontime", "soon", "overdue", "done", "late" };

static const char *word_at(const char *const *words, size_t count, int index)
{
	return index >= 0 && (size_t)index < count ? words[index] : NULL;
}

static bool index_of(const char *const *words, size_t count, const char *word, int *index)
{
	for (size_t i = 0; i < count; i++) {
		if (words[i] && !strcmp(words[i], word)) {
			*index = (int)i;
			return true;
		}
	}
	return false;
}

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define WORDS(type, function, table)                                                \
	const char *function##_word(enum type value)                                \
	{                                                                           \
		return word_at(table, COUNT_OF(table), (int)value);                 \
	}                                                                           \
	bool function##_from_word(const char *word, enum type *value)               \
	{                                                                           \
		int index;                                                          \
                                                                                    \
		if (!index_of(table, COUNT_OF(table), word, &index))                \
			return false;                                               \
		*value = (enum type)index;                                          \
		return true;                                                        \
	}

WORDS(deadline_kind, deadline_kind, deadline_kinds)
WORDS(period_unit, period_unit, period_units)
WORDS(task_status, task_status, task_statuses)
WORDS(agency_kind, agency_kind, agency_kinds)
WORDS(obligation_state, obligation_state, obligation_states)
WORDS(relation, relation, relations)
WORDS(certainty, certainty, certainties)
WORDS(correction_state, correction_state, correction_states)
WORDS(standing, standing, standings)

const char *certainty_label(enum certainty certainty)
{
	switch (certainty) {
	case CERTAINTY_SURE:
		return _("chắc chắn");
	case CERTAINTY_LIKELY:
		return _("có thể khác");
	case CERTAINTY_GUESS:
		return _("phỏng đoán");
	}
	return "";
}

const char *correction_state_label(enum correction_state state)
{
	switch (state) {
	case CORRECTION_OPEN:
		return _("chưa quyết định");
	case CORRECTION_ACCEPTED:
		return _("đã nhận");
	case CORRECTION_REJECTED:
		return _("không nhận");
	}
	return "";
}

const char *task_status_label(enum task_status status)
{
	static const char *const labels[] = {
		N_("chưa làm"), N_("đang làm"), N_("xong"), N_("tạm hoãn"), N_("đã hủy"),
	};
	const char *label = word_at(labels, COUNT_OF(labels), (int)status);

	return label ? _(label) : "";
}

const char *agency_kind_label(enum agency_kind kind)
{
	static const char *const labels[] = {
		N_("sở, ban, ngành"), N_("cấp huyện"), N_("cấp xã"), N_("cấp tỉnh"), N_("trung ương"),
		N_("ngành dọc"), N_("Đảng, đoàn thể"), N_("báo, đài"), N_("khác"), N_("nhóm cơ quan"),
	};
	const char *label = word_at(labels, COUNT_OF(labels), (int)kind);

	return label ? _(label) : "";
}

const char *relation_label(enum relation relation)
{
	static const char *const labels[] = { N_("nhắc đến"), N_("căn cứ"), N_("thực hiện"), N_("sửa đổi") };
	const char *label = word_at(labels, COUNT_OF(labels), (int)relation);

	return label ? _(label) : "";
}

/* --- rules -------------------------------------------------------------- */

bool task_path_parse(const char *text, char **section_path, int *position)
{
	const char *dash = strrchr(text, '-');
	int n = 0;

	if (!dash || dash == text || !dash[1])
		return false;
	for (const char *p = dash + 1; *p; p++) {
		if (*p < '0' || *p > '9' || n > 99999999)
			return false;
		n = n * 10 + (*p - '0');
	}
	if (!n)
		return false;
	*section_path = xstrndup(text, (size_t)(dash - text));
	*position = n;
	return true;
}

enum task_status task_status_by_marks(enum task_status present, int all, int done)
{
	if (present == TASK_SUSPENDED || present == TASK_CANCELLED)
		return present;
	if (all && done == all)
		return TASK_DONE;
	return present == TASK_DONE ? TASK_OPEN : present;
}

enum standing standing_of(bool done, struct date done_on, struct date due, struct date day)
{
	if (done)
		return date_is_set(due) && date_is_set(done_on) && date_compare(done_on, due) > 0
			? STANDING_DONE_LATE : STANDING_DONE;
	if (!date_is_set(due))
		return STANDING_UNDATED;
	if (date_compare(due, day) < 0)
		return STANDING_OVERDUE;
	return date_days_between(day, due) <= SOON_DAYS ? STANDING_SOON : STANDING_ONTIME;
}

bool same_period(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

bool obligation_is_recorded(const struct obligation *obligation)
{
	return obligation->state != OBLIGATION_OPEN || obligation->evidence || obligation->cause ||
	       date_is_set(obligation->done_on);
}

void obligation_record_copy(struct obligation *to, const struct obligation *from)
{
	to->state = from->state;
	to->done_on = from->done_on;
	to->evidence_date = from->evidence_date;
	to->recorded_at = from->recorded_at;
	replace_string(&to->evidence, from->evidence);
	replace_string(&to->evidence_number, from->evidence_number);
	replace_string(&to->cause, from->cause);
	replace_string(&to->recorded_by, from->recorded_by);
}
