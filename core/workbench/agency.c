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

bool agency_is_named(const struct agency *agency, const char *name)
{
	if (same_name(agency->name, name) || (agency->code && !strcmp(agency->code, name)))
		return true;
	for (size_t i = 0; i < agency->aliases.count; i++)
		if (same_name(agency->aliases.items[i], name))
			return true;
	return false;
}

static enum status refuse_taken(const struct agency_list *list, const struct agency *agency, struct error *err)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct agency *other = &list->items[i];

		if (other->id == agency->id)
			continue;
		if (agency_is_named(other, agency->name))
			return error_set(err, STATUS_DENIED, _("Đã có cơ quan «%s»; hãy sửa cơ quan đó hoặc đặt tên khác."),
					 other->name);
		if (agency->code && other->code && !strcmp(agency->code, other->code))
			return error_set(err, STATUS_DENIED, _("Ký hiệu «%s» đang là của «%s»; hãy chọn ký hiệu khác."),
					 agency->code, other->name);
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
	if (!agency->name)
		return error_set(err, STATUS_INVALID, _("Cơ quan còn thiếu tên; hãy viết tên đầy đủ."));
	status = step_begin(wb, "agency", 0, err);
	if (status == OK)
		status = wb->store->agency_list(wb->store, &list, err);
	if (status == OK)
		status = refuse_taken(&list, agency, err);
	if (status == OK) {
		strbuf_addf(&summary, "%s: %s", agency->id ? _("Sửa cơ quan") : _("Thêm cơ quan"), agency->name);
		status = agency->id ? wb->store->agency_update(wb->store, agency, err)
				    : wb->store->agency_insert(wb->store, agency, err);
	}
	agency_list_release(&list);
	return step_end(wb, status, true, &summary, err);
}

/* --- members of a group ------------------------------------------------- */

static enum status put_members(struct workbench *wb, row_id group, const struct agency_ids *wanted, bool *changed,
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

/* --- a whole list ------------------------------------------------------- */

static struct agency *find_named(struct agency_list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (agency_is_named(&list->items[i], name))
			return &list->items[i];
	return NULL;
}

/* What NEW knows and OLD does not: its code and its other names. */
static bool merge_agency(struct agency *old, const struct agency *new)
{
	bool changed = false;

	if (new->code && (!old->code || strcmp(old->code, new->code) != 0)) {
		replace_string(&old->code, new->code);
		changed = true;
	}
	if (!agency_is_named(old, new->name)) {
		string_list_add(&old->aliases, new->name);
		changed = true;
	}
	for (size_t i = 0; i < new->aliases.count; i++) {
		if (agency_is_named(old, new->aliases.items[i]))
			continue;
		string_list_add(&old->aliases, new->aliases.items[i]);
		changed = true;
	}
	return changed;
}

static enum status load_one(struct workbench *wb, struct agency_list *list, const struct agency *new, size_t *added,
			    bool *changed, struct error *err)
{
	struct agency *old = find_named(list, new->name);
	struct agency copy = { 0 };
	enum status status = OK;

	for (size_t i = 0; !old && i < new->aliases.count; i++)
		old = find_named(list, new->aliases.items[i]);
	if (old) {
		if (merge_agency(old, new)) {
			*changed = true;
			status = wb->store->agency_update(wb->store, old, err);
		}
		return status;
	}
	agency_copy(&copy, new);
	copy.id = 0;
	status = wb->store->agency_insert(wb->store, &copy, err);
	if (status == OK) {
		agency_list_add(list, &copy);
		*changed = true;
		++*added;
	}
	agency_release(&copy);
	return status;
}

static enum status load_members(struct workbench *wb, struct agency_list *list, const struct agency_record *record,
				bool *changed, struct error *err)
{
	struct agency *group = find_named(list, record->agency.name);
	struct agency_list present = { 0 };
	struct agency_ids wanted = { 0 };
	bool grew = false;
	enum status status;

	if (!record->members.count || !group)
		return OK;
	status = wb->store->agency_members(wb->store, group->id, &present, err);
	for (size_t i = 0; status == OK && i < present.count; i++)
		agency_ids_add(&wanted, present.items[i].id);
	for (size_t i = 0; status == OK && i < record->members.count; i++) {
		const struct agency *member = find_named(list, record->members.items[i]);

		if (member)
			agency_ids_add(&wanted, member->id);
		else
			status = error_set(err, STATUS_NOT_FOUND,
					   _("Nhóm «%s» có thành viên «%s» không nằm trong danh sách cơ quan; "
					     "hãy thêm cơ quan đó vào danh sách."),
					   group->name, record->members.items[i]);
	}
	if (status == OK)
		status = put_members(wb, group->id, &wanted, &grew, err);
	if (status == OK && grew) {
		*changed = true;
		status = sync_group(wb, group->id, err);
	}
	agency_ids_release(&wanted);
	agency_list_release(&present);
	return status;
}

enum status load_agencies(struct workbench *wb, const struct agency_record_list *records, size_t *added,
			  bool *changed, struct error *err)
{
	struct agency_list list = { 0 };
	enum status status = wb->store->agency_list(wb->store, &list, err);

	for (size_t i = 0; status == OK && i < records->count; i++)
		status = load_one(wb, &list, &records->items[i].agency, added, changed, err);
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
