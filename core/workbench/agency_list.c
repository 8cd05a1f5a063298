/* A whole list of agencies: into the register, and out of it. */
#include "core/workbench/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/viet/viet.h"

/* --- one line ----------------------------------------------------------- */

/* How well the body OLD is the one that a list tells of as NEW, who goes by NAME; 0: it is another one. */
static int likeness(const struct agency *old, const struct agency *new, const struct agency_alias *name)
{
	if (!agency_is_named_between(old, name->name, name->since, name->until) || !agencies_meet(old, new))
		return 0;
	if (!date_compare(old->valid_from, new->valid_from) && !date_compare(old->valid_to, new->valid_to))
		return 3;
	return date_within(clock_today(), old->valid_from, old->valid_to) ? 2 : 1;
}

static struct agency *find_same(struct agency_list *list, const struct agency *new, const struct agency_alias *name)
{
	struct agency *best = NULL;
	int most = 0;

	for (size_t i = 0; i < list->count; i++) {
		int like = likeness(&list->items[i], new, name);

		if (like <= most)
			continue;
		most = like;
		best = &list->items[i];
	}
	return best;
}

static struct agency *find_by_name(struct agency_list *list, const struct agency *new)
{
	struct agency_alias name = { new->name, new->valid_from, new->valid_to };

	return find_same(list, new, &name);
}

static bool take_text(char **old, const char *new)
{
	if (!new || (*old && !strcmp(*old, new)))
		return false;
	replace_string(old, new);
	return true;
}

static bool take_day(struct date *old, struct date new)
{
	if (!date_is_set(new) || !date_compare(*old, new))
		return false;
	*old = new;
	return true;
}

/* The list knows that the body was renamed since: OLD bears a name of before. */
static bool take_name(struct agency *old, const struct agency *new)
{
	for (size_t i = 0; i < new->former.count; i++)
		if (!strcmp(new->former.items[i].name, old->name))
			return take_text(&old->name, new->name);
	return false;
}

/* What NEW knows and OLD does not: its last name, its code, its other names, its days. */
static bool merge_agency(struct agency *old, const struct agency *new)
{
	bool changed = take_name(old, new);

	changed = take_text(&old->code, new->code) || changed;
	changed = take_text(&old->head, new->head) || changed;
	changed = take_text(&old->contact, new->contact) || changed;
	changed = take_day(&old->valid_from, new->valid_from) || changed;
	changed = take_day(&old->valid_to, new->valid_to) || changed;
	if (!agency_is_named(old, new->name)) {
		agency_add_alias(old, new->name);
		changed = true;
	}
	for (size_t i = 0; i < new->aliases.count; i++)
		changed = agency_take_alias(old, &new->aliases.items[i]) || changed;
	return changed;
}

static bool has_former(const struct agency *agency, const struct former_name *former)
{
	for (size_t i = 0; i < agency->former.count; i++)
		if (!strcmp(agency->former.items[i].name, former->name) &&
		    !date_compare(agency->former.items[i].until, former->until))
			return true;
	return false;
}

static enum status load_former(struct workbench *wb, struct agency *agency, const struct agency *new, bool *changed,
			       struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < new->former.count; i++) {
		struct former_name former = new->former.items[i];	/* strings stay the list's */

		if (has_former(agency, &former))
			continue;
		former.id = 0;
		former.agency_id = agency->id;
		status = wb->store->former_name_insert(wb->store, &former, err);
		*changed = true;
	}
	return status;
}

static enum status load_one(struct workbench *wb, struct agency_list *list, const struct agency *new, size_t *added,
			    bool *changed, struct error *err)
{
	struct agency *old = find_by_name(list, new);
	struct agency copy = { 0 };
	enum status status = OK;

	for (size_t i = 0; !old && i < new->aliases.count; i++)
		old = find_same(list, new, &new->aliases.items[i]);
	if (old && merge_agency(old, new)) {
		*changed = true;
		status = wb->store->agency_update(wb->store, old, err);
	}
	if (!old) {
		agency_copy(&copy, new);
		former_name_list_clear(&copy.former);
		copy.id = copy.parent_id = 0;
		status = wb->store->agency_insert(wb->store, &copy, err);
		old = status == OK ? agency_list_add(list, &copy) : NULL;
		*changed = true;
		*added += old != NULL;
	}
	agency_release(&copy);
	return status == OK ? load_former(wb, old, new, changed, err) : status;
}

/* --- bodies that a line names ------------------------------------------- */

/* The one that bore NAME on DAY; else one that bears it; else one that did. NULL: none. */
static struct agency *find_named(struct agency_list *list, const char *name, struct date day)
{
	for (size_t i = 0; i < list->count; i++)
		if (agency_is_named_on(&list->items[i], name, day))
			return &list->items[i];
	for (size_t i = 0; i < list->count; i++)
		if (agency_is_named(&list->items[i], name))
			return &list->items[i];
	for (size_t i = 0; i < list->count; i++)
		if (agency_was_named(&list->items[i], name))
			return &list->items[i];
	return NULL;
}

static struct date day_of_link(const struct agency_link *link)
{
	if (date_is_set(link->on))
		return link->on;
	if (date_is_set(link->until))
		return link->until;
	return date_is_set(link->since) ? link->since : clock_today();
}

static struct agency *of_record(struct agency_list *list, const struct agency *record)
{
	return find_by_name(list, record);
}

static enum status find_linked(struct agency_list *list, const struct agency *owner, const struct agency_link *link,
			       row_id *id, struct error *err)
{
	const struct agency *found = find_named(list, link->name, day_of_link(link));

	if (!found)
		return error_set(err, STATUS_NOT_FOUND, owner->kind == AGENCY_GROUP
				 ? _("Nhóm «%s» có thành viên «%s» không nằm trong danh sách cơ quan; "
				     "hãy thêm cơ quan đó vào danh sách.")
				 : _("Dòng «%s» nhắc đến «%s» không nằm trong danh sách cơ quan; "
				     "hãy thêm cơ quan đó vào danh sách."),
				 owner->name, link->name);
	*id = found->id;
	return OK;
}

/* --- members ------------------------------------------------------------ */

static bool is_dated(const struct membership *m)
{
	return date_is_set(m->since) || date_is_set(m->until);
}

/* The membership that WANTED tells of: of the same days; else one that still lasts, whose days it tells. */
static struct membership *find_membership(struct membership_list *list, const struct membership *wanted)
{
	struct membership *lasting = NULL;

	for (size_t i = 0; i < list->count; i++) {
		struct membership *m = &list->items[i];

		if (m->group_id != wanted->group_id || m->agency_id != wanted->agency_id)
			continue;
		if (!date_compare(m->since, wanted->since) && !date_compare(m->until, wanted->until))
			return m;
		if (!date_is_set(m->until))
			lasting = m;
	}
	return lasting;
}

/* GREW: a body that the group always had was not known; work given to the group is its work as well. */
static enum status load_membership(struct workbench *wb, struct membership_list *list, const struct membership *wanted,
				   bool *changed, bool *grew, struct error *err)
{
	struct membership *present = find_membership(list, wanted);
	struct membership new = *wanted;
	enum status status = OK;

	if (!present) {
		*changed = true;
		*grew = *grew || !is_dated(wanted);
		status = wb->store->membership_insert(wb->store, &new, err);
		membership_list_add(list, &new);
		return status;
	}
	if (!is_dated(wanted) || (!date_compare(present->since, wanted->since) && !date_compare(present->until, wanted->until)))
		return OK;
	*changed = true;
	present->since = wanted->since;
	present->until = wanted->until;
	return wb->store->membership_update(wb->store, present, err);
}

static enum status load_members(struct workbench *wb, struct agency_list *list, const struct agency_record *record,
				bool *changed, struct error *err)
{
	struct agency *group = record->members.count ? of_record(list, &record->agency) : NULL;
	struct membership_list present = { 0 };
	bool grew = false;
	enum status status = group ? wb->store->memberships(wb->store, &present, err) : OK;

	for (size_t i = 0; status == OK && group && i < record->members.count; i++) {
		struct agency_link link = { 0 };
		struct membership wanted = { .group_id = group->id };

		agency_link_parse(record->members.items[i], &link);
		wanted.since = link.since;
		wanted.until = link.until;
		status = find_linked(list, group, &link, &wanted.agency_id, err);
		if (status == OK)
			status = load_membership(wb, &present, &wanted, changed, &grew, err);
		agency_link_release(&link);
	}
	membership_list_release(&present);
	return status == OK && grew ? sync_group(wb, group->id, err) : status;
}

/* --- above and after ---------------------------------------------------- */

static enum status load_parent(struct workbench *wb, struct agency_list *list, const struct agency_record *record,
			       bool *changed, struct error *err)
{
	struct agency *agency = record->parent ? of_record(list, &record->agency) : NULL;
	struct agency_link link = { 0 };
	row_id parent = 0;
	enum status status = OK;

	if (!agency)
		return OK;
	agency_link_parse(record->parent, &link);
	status = find_linked(list, agency, &link, &parent, err);
	if (status == OK && agency->parent_id != parent) {
		*changed = true;
		agency->parent_id = parent;
		status = refuse_parent(list, agency, err);
		if (status == OK)
			status = wb->store->agency_update(wb->store, agency, err);
	}
	agency_link_release(&link);
	return status;
}

static bool is_known_succession(const struct succession_list *list, const struct succession *wanted)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].from_id == wanted->from_id && list->items[i].to_id == wanted->to_id &&
		    !date_compare(list->items[i].day, wanted->day))
			return true;
	return false;
}

static enum status load_successor(struct workbench *wb, struct agency_list *list, struct succession_list *present,
				  const struct agency *from, const struct agency_link *link, bool *changed,
				  struct error *err)
{
	struct succession wanted = {
		.from_id = from->id, .day = link->since, .part = link->third && !strcmp(link->third, "part"),
		.document = link->fourth,			/* borrowed */
	};
	enum status status = *link->name ? find_linked(list, from, link, &wanted.to_id, err) : OK;

	if (status == OK && !date_is_set(wanted.day))
		status = error_set(err, STATUS_INVALID, _("Dòng «%s» có cơ quan kế tiếp mà không có ngày; "
							  "hãy viết như «STC | 2025-03-01»."), from->name);
	if (status != OK || is_known_succession(present, &wanted))
		return status;
	*changed = true;
	return wb->store->succession_insert(wb->store, &wanted, err);
}

static enum status load_successors(struct workbench *wb, struct agency_list *list, const struct agency_record *record,
				   bool *changed, struct error *err)
{
	struct agency *from = record->successors.count ? of_record(list, &record->agency) : NULL;
	struct succession_list present = { 0 };
	enum status status = from ? wb->store->successions(wb->store, &present, err) : OK;

	for (size_t i = 0; status == OK && from && i < record->successors.count; i++) {
		struct agency_link link = { 0 };

		agency_link_parse(record->successors.items[i], &link);
		status = load_successor(wb, list, &present, from, &link, changed, err);
		agency_link_release(&link);
	}
	succession_list_release(&present);
	return status;
}

/* --- the whole ---------------------------------------------------------- */

enum status load_agencies(struct workbench *wb, const struct agency_record_list *records, size_t *added,
			  bool *changed, struct error *err)
{
	struct agency_list list = { 0 };
	enum status status = wb->store->agency_list(wb->store, &list, err);

	for (size_t i = 0; status == OK && i < records->count; i++)
		status = load_one(wb, &list, &records->items[i].agency, added, changed, err);
	for (size_t i = 0; status == OK && i < records->count; i++)
		status = load_parent(wb, &list, &records->items[i], changed, err);
	for (size_t i = 0; status == OK && i < records->count; i++)
		status = load_successors(wb, &list, &records->items[i], changed, err);
	for (size_t i = 0; status == OK && i < records->count; i++)
		status = load_members(wb, &list, &records->items[i], changed, err);
	agency_list_release(&list);
	return status;
}

enum status workbench_load_agencies(struct workbench *wb, const struct agency_record_list *records,
				    size_t *added, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	bool changed = false;
	size_t new = 0;
	enum status status = step_begin(wb, "agencies", 0, err);

	if (status == OK)
		status = load_agencies(wb, records, &new, &changed, err);
	strbuf_addf(&summary, _("Nạp danh sách cơ quan: thêm %zu"), new);
	status = step_end(wb, status, changed, &summary, err);
	if (status == OK)
		*added = new;
	return status;
}

/* --- out of the register ------------------------------------------------ */

static const struct agency *by_id(const struct agency_list *list, row_id id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return &list->items[i];
	return NULL;
}

/* Its code or name, with a day where another body answers to that as well. */
static void name_link(const struct agency_list *list, row_id id, struct agency_link *link)
{
	const struct agency *agency = by_id(list, id);

	link->name = xstrdup(!agency ? "" : agency->code ? agency->code : agency->name);
	for (size_t i = 0; agency && i < list->count; i++)
		if (&list->items[i] != agency &&
		    (agency_is_named(&list->items[i], link->name) || agency_was_named(&list->items[i], link->name)))
			link->on = agency_day_of_name(agency);
}

/* A name that some body answers or answered to. */
struct claim {
	char *key;
	size_t of;		/* its place in the register */
};

struct claim_list {
	struct claim *items;
	size_t count, cap;
};

static void claim(struct claim_list *list, const char *name, size_t of)
{
	struct strbuf key = STRBUF_INIT;

	agency_name_key(name, &key);
	GROW(list->items, list->count + 1, list->cap);
	list->items[list->count++] = (struct claim){ strbuf_detach(&key), of };
}

static void claim_names(struct claim_list *list, const struct agency *agency, size_t of)
{
	claim(list, agency->name, of);
	if (agency->code)
		claim(list, agency->code, of);
	for (size_t i = 0; i < agency->aliases.count; i++)
		claim(list, agency->aliases.items[i].name, of);
	for (size_t i = 0; i < agency->former.count; i++)
		claim(list, agency->former.items[i].name, of);
}

static int compare_claims(const void *a, const void *b)
{
	return strcmp(((const struct claim *)a)->key, ((const struct claim *)b)->key);
}

/* SHARED gets true for each body that does not answer to its names alone. */
static void mark_shared(const struct claim_list *claims, bool *shared)
{
	for (size_t i = 1; i < claims->count; i++) {
		const struct claim *a = &claims->items[i - 1], *b = &claims->items[i];

		if (a->of != b->of && !strcmp(a->key, b->key))
			shared[a->of] = shared[b->of] = true;
	}
}

void agency_references(const struct agency_list *list, struct string_list *out)
{
	struct claim_list claims = { 0 };
	bool *shared = xcalloc(list->count, sizeof *shared);

	for (size_t i = 0; i < list->count; i++)
		claim_names(&claims, &list->items[i], i);
	if (claims.count)
		qsort(claims.items, claims.count, sizeof *claims.items, compare_claims);
	mark_shared(&claims, shared);
	for (size_t i = 0; i < list->count; i++) {
		struct date on = shared[i] ? agency_day_of_name(&list->items[i]) : (struct date){ 0, 0, 0 };
		const char *name = list->items[i].name;
		char day[DATE_TEXT];

		string_list_add_owned(out, date_is_set(on) ? xasprintf("%s@%s", name, date_iso(on, day)) : xstrdup(name));
	}
	for (size_t i = 0; i < claims.count; i++)
		free(claims.items[i].key);
	free(claims.items);
	free(shared);
}

static void add_link(struct string_list *out, struct agency_link *link)
{
	struct strbuf text = STRBUF_INIT;

	agency_link_format(link, &text);
	string_list_add_owned(out, strbuf_detach(&text));
	agency_link_release(link);
}

static void add_members_of(const struct agency_list *list, const struct membership_list *memberships, row_id group,
			   struct string_list *out)
{
	for (size_t i = 0; i < memberships->count; i++) {
		const struct membership *m = &memberships->items[i];
		struct agency_link link = { .since = m->since, .until = m->until };

		if (m->group_id != group)
			continue;
		name_link(list, m->agency_id, &link);
		add_link(out, &link);
	}
}

static void add_successors_of(const struct agency_list *list, const struct succession_list *successions, row_id from,
			      struct string_list *out)
{
	for (size_t i = 0; i < successions->count; i++) {
		const struct succession *s = &successions->items[i];
		struct agency_link link = {
			.since = s->day, .third = xstrdup(s->part ? "part" : "whole"), .fourth = xstrdup_or_null(s->document),
		};

		if (s->from_id == from) {
			name_link(list, s->to_id, &link);
			add_link(out, &link);
		}
		agency_link_release(&link);
	}
}

static void add_record(const struct agency_list *list, const struct agency *agency,
		       const struct membership_list *memberships, const struct succession_list *successions,
		       struct agency_record_list *out)
{
	struct agency_record record = { 0 };
	struct agency_link parent = { 0 };
	struct strbuf text = STRBUF_INIT;

	agency_copy(&record.agency, agency);
	if (agency->parent_id) {
		name_link(list, agency->parent_id, &parent);
		agency_link_format(&parent, &text);
		record.parent = strbuf_detach(&text);
	}
	add_members_of(list, memberships, agency->id, &record.members);
	add_successors_of(list, successions, agency->id, &record.successors);
	agency_record_list_add(out, &record);
	agency_link_release(&parent);
	strbuf_release(&text);
}

enum status workbench_agency_records(struct workbench *wb, struct agency_record_list *out, struct error *err)
{
	struct agency_list list = { 0 };
	struct membership_list memberships = { 0 };
	struct succession_list successions = { 0 };
	enum status status = wb->store->agency_list(wb->store, &list, err);

	if (status == OK)
		status = wb->store->memberships(wb->store, &memberships, err);
	if (status == OK)
		status = wb->store->successions(wb->store, &successions, err);
	for (size_t i = 0; status == OK && i < list.count; i++)
		add_record(&list, &list.items[i], &memberships, &successions, out);
	succession_list_release(&successions);
	membership_list_release(&memberships);
	agency_list_release(&list);
	return status;
}

/* --- the same body twice ------------------------------------------------ */

static bool are_twins(const struct agency *a, const struct agency *b)
{
	if ((a->kind == AGENCY_GROUP) != (b->kind == AGENCY_GROUP) || !agencies_meet(a, b))
		return false;
	if (agency_is_named_between(a, b->name, b->valid_from, b->valid_to) ||
	    agency_is_named_between(b, a->name, a->valid_from, a->valid_to))
		return true;
	for (size_t i = 0; i < b->aliases.count; i++) {
		const struct agency_alias *alias = &b->aliases.items[i];

		if (agency_is_named_between(a, alias->name, alias->since, alias->until))
			return true;
	}
	return false;
}

static bool same_letters(const char *a, const char *b)
{
	struct strbuf key_a = STRBUF_INIT, key_b = STRBUF_INIT;
	bool same;

	viet_search_key(a, strlen(a), &key_a);
	viet_search_key(b, strlen(b), &key_b);
	same = !strcmp(key_a.text, key_b.text);
	strbuf_release(&key_a);
	strbuf_release(&key_b);
	return same;
}

/* The same letters without marks: "Sở Nội vụ", "So noi vu". */
static bool look_alike(const struct agency *a, const struct agency *b)
{
	struct strbuf key_a = STRBUF_INIT, key_b = STRBUF_INIT;
	bool same;

	agency_typed_key(a->name, &key_a);
	agency_typed_key(b->name, &key_b);
	same = same_letters(key_a.text, key_b.text);
	strbuf_release(&key_a);
	strbuf_release(&key_b);
	return same && (a->kind == AGENCY_GROUP) == (b->kind == AGENCY_GROUP) && agencies_meet(a, b);
}

enum status workbench_duplicates(struct workbench *wb, struct agency_pair_list *out, struct error *err)
{
	struct agency_list list = { 0 };
	enum status status = wb->store->agency_list(wb->store, &list, err);

	for (size_t i = 0; i < list.count; i++) {
		for (size_t j = i + 1; j < list.count; j++) {
			const struct agency *a = &list.items[i], *b = &list.items[j];
			struct agency_pair pair = { 0 };

			if (!are_twins(a, b) && !look_alike(a, b))
				continue;
			agency_copy(&pair.first, a);
			agency_copy(&pair.second, b);
			agency_pair_list_add(out, &pair);
		}
	}
	agency_list_release(&list);
	return status;
}
