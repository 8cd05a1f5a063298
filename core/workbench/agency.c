/* The register of agencies and groups. */
#include "core/workbench/internal.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/viet/viet.h"

/* --- one agency --------------------------------------------------------- */

static void clean_string(char **slot)
{
	struct strbuf clean = STRBUF_INIT;

	if (!*slot)
		return;
	viet_clean(*slot, strlen(*slot), &clean);
	free(*slot);
	*slot = clean.length ? strbuf_detach(&clean) : NULL;
	strbuf_release(&clean);
}

static bool same_name(const char *a, const char *b)
{
	struct strbuf key_a = STRBUF_INIT, key_b = STRBUF_INIT;
	bool same;

	agency_name_key(a, &key_a);
	agency_name_key(b, &key_b);
	same = !strcmp(key_a.text, key_b.text);
	strbuf_release(&key_a);
	strbuf_release(&key_b);
	return same;
}

/* None of the days: always, still. */
static bool days_meet(struct date a_first, struct date a_last, struct date b_first, struct date b_last)
{
	bool a_before = date_is_set(a_last) && date_is_set(b_first) && date_compare(a_last, b_first) < 0;
	bool b_before = date_is_set(b_last) && date_is_set(a_first) && date_compare(b_last, a_first) < 0;

	return !a_before && !b_before;
}

/* It goes by that other name on some day from FIRST to LAST. */
static bool has_alias(const struct agency *agency, const char *name, struct date first, struct date last)
{
	for (size_t i = 0; i < agency->aliases.count; i++) {
		const struct agency_alias *alias = &agency->aliases.items[i];

		if (days_meet(alias->since, alias->until, first, last) && same_name(alias->name, name))
			return true;
	}
	return false;
}

static bool same_days(const struct agency_alias *a, const struct agency_alias *b)
{
	return !date_compare(a->since, b->since) && !date_compare(a->until, b->until);
}

bool agency_take_alias(struct agency *agency, const struct agency_alias *alias)
{
	bool dated = date_is_set(alias->since) || date_is_set(alias->until);
	struct agency_alias twin = *alias;

	for (size_t i = 0; i < agency->aliases.count; i++) {
		struct agency_alias *known = &agency->aliases.items[i];

		if (!same_name(known->name, alias->name))
			continue;
		if (!dated || same_days(known, alias))
			return false;
		known->since = alias->since;
		known->until = alias->until;
		return true;
	}
	if (agency_is_named(agency, alias->name))
		return false;
	twin.name = xstrdup(alias->name);
	agency_alias_list_add(&agency->aliases, &twin);
	return true;
}

bool agency_is_named(const struct agency *agency, const char *name)
{
	static const struct date any;

	return agency_is_named_between(agency, name, any, any);
}

bool agency_was_named(const struct agency *agency, const char *name)
{
	for (size_t i = 0; i < agency->former.count; i++)
		if (same_name(agency->former.items[i].name, name) ||
		    (agency->former.items[i].code && !strcmp(agency->former.items[i].code, name)))
			return true;
	return false;
}

bool agency_is_named_on(const struct agency *agency, const char *name, struct date day)
{
	const char *code = agency_code_on(agency, day);

	return date_within(day, agency->valid_from, agency->valid_to) &&
	       (same_name(agency_name_on(agency, day), name) || (code && !strcmp(code, name)) || has_alias(agency, name, day, day));
}

bool agencies_meet(const struct agency *a, const struct agency *b)
{
	return days_meet(a->valid_from, a->valid_to, b->valid_from, b->valid_to);
}

bool agency_is_named_between(const struct agency *agency, const char *name, struct date first, struct date last)
{
	return same_name(agency->name, name) || (agency->code && !strcmp(agency->code, name)) ||
	       has_alias(agency, name, first, last);
}

enum status refuse_taken(const struct agency_list *list, const struct agency *agency, struct error *err)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct agency *other = &list->items[i];

		if (other->id == agency->id || !agencies_meet(other, agency))
			continue;
		if (agency_is_named_between(other, agency->name, agency->valid_from, agency->valid_to))
			return error_set(err, STATUS_DENIED, _("Đã có cơ quan «%s»; hãy sửa cơ quan đó hoặc đặt tên khác."),
					 other->name);
		if (agency->code && other->code && !strcmp(agency->code, other->code))
			return error_set(err, STATUS_DENIED, _("Ký hiệu «%s» đang là của «%s»; hãy chọn ký hiệu khác."),
					 agency->code, other->name);
	}
	return OK;
}

static const struct agency *agency_of_id(const struct agency_list *list, row_id id)
{
	for (size_t i = 0; id && i < list->count; i++)
		if (list->items[i].id == id)
			return &list->items[i];
	return NULL;
}

enum status refuse_parent(const struct agency_list *list, const struct agency *agency, struct error *err)
{
	const struct agency *above = agency_of_id(list, agency->parent_id);

	if (above && above->kind == AGENCY_GROUP)
		return error_set(err, STATUS_DENIED, _("«%s» là nhóm nên không là cấp trên của cơ quan nào."), above->name);
	for (size_t steps = 0; above && steps <= list->count; steps++) {
		if (above->id == agency->id)
			return error_set(err, STATUS_DENIED, _("«%s» không thể là cấp trên của chính mình hay của cấp trên mình."),
					 agency->name);
		above = agency_of_id(list, above->parent_id);
	}
	return OK;
}

enum status workbench_save_agency(struct workbench *wb, struct agency *agency, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct agency_list list = { 0 };
	enum status status;

	clean_string(&agency->name);
	clean_string(&agency->code);
	clean_string(&agency->head);
	clean_string(&agency->contact);
	if (!agency->name)
		return error_set(err, STATUS_INVALID, _("Cơ quan còn thiếu tên; hãy viết tên đầy đủ."));
	status = step_begin(wb, "agency", 0, err);
	if (status == OK)
		status = wb->store->agency_list(wb->store, &list, err);
	if (status == OK)
		status = refuse_taken(&list, agency, err);
	if (status == OK)
		status = refuse_parent(&list, agency, err);
	if (status == OK) {
		strbuf_addf(&summary, "%s: %s", agency->id ? _("Sửa cơ quan") : _("Thêm cơ quan"), agency->name);
		status = agency->id ? wb->store->agency_update(wb->store, agency, err)
				    : wb->store->agency_insert(wb->store, agency, err);
	}
	agency_list_release(&list);
	return step_end(wb, status, true, &summary, err);
}

/* --- members of a group ------------------------------------------------- */

enum status put_members(struct workbench *wb, row_id group, const struct agency_ids *wanted, bool *changed,
			       struct error *err)
{
	struct agency_list present = { 0 };
	struct agency_ids kept = { 0 };
	enum status status = wb->store->agency_members(wb->store, group, &present, err);

	for (size_t i = 0; status == OK && i < present.count; i++) {
		if (agency_ids_has(wanted, present.items[i].id)) {
			agency_ids_add(&kept, present.items[i].id);
			continue;
		}
		*changed = true;
		status = wb->store->member_delete(wb->store, group, present.items[i].id, err);
	}
	for (size_t i = 0; status == OK && i < wanted->count; i++) {
		if (agency_ids_has(&kept, wanted->items[i]))
			continue;
		*changed = true;
		status = wb->store->member_insert(wb->store, group, wanted->items[i], err);
	}
	agency_ids_release(&kept);
	agency_list_release(&present);
	return status;
}

static enum status refuse_nested(struct store *store, row_id id, struct error *err)
{
	struct agency agency = { 0 };
	enum status status = store->agency_get(store, id, &agency, err);

	if (status == OK && agency.kind == AGENCY_GROUP)
		status = error_set(err, STATUS_DENIED,
				   _("«%s» là một nhóm; thành viên của nhóm phải là từng cơ quan."), agency.name);
	agency_release(&agency);
	return status;
}

enum status workbench_set_members(struct workbench *wb, row_id group, const row_id *members, size_t count,
				  struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct agency agency = { 0 };
	struct agency_ids wanted = { 0 };
	bool changed = false;
	enum status status = step_begin(wb, "members", 0, err);

	if (status == OK)
		status = wb->store->agency_get(wb->store, group, &agency, err);
	if (status == OK && agency.kind != AGENCY_GROUP)
		status = error_set(err, STATUS_INVALID, _("«%s» là một cơ quan, không phải nhóm nên không có thành viên."),
				   agency.name);
	for (size_t i = 0; status == OK && i < count; i++) {
		status = refuse_nested(wb->store, members[i], err);
		agency_ids_add(&wanted, members[i]);
	}
	if (status == OK)
		status = put_members(wb, group, &wanted, &changed, err);
	if (status == OK && changed)
		status = sync_group(wb, group, err);
	if (status == OK)
		strbuf_addf(&summary, _("Đặt thành viên của «%s»: %zu cơ quan"), agency.name, wanted.count);
	agency_ids_release(&wanted);
	agency_release(&agency);
	return step_end(wb, status, changed, &summary, err);
}

/* --- pairs -------------------------------------------------------------- */

void agency_pair_release(struct agency_pair *pair)
{
	agency_release(&pair->first);
	agency_release(&pair->second);
}

DEFINE_LIST(agency_pair)
