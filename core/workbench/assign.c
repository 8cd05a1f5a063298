/* Who has which role on a task. */
#include "core/workbench/internal.h"

#include "core/base/gettext.h"

static bool same_bodies(const struct assignment_list *list, enum role role, const struct agency_ids *wanted)
{
	size_t n = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].role != role)
			continue;
		if (n >= wanted->count || wanted->items[n] != list->items[i].agency_id)
			return false;
		n++;
	}
	return n == wanted->count;
}

static enum status put_assignments(struct store *store, row_id task, enum role role, const struct agency_ids *wanted,
				   const struct assignment_list *present, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < present->count; i++) {
		const struct assignment *old = &present->items[i];

		/* A body has one role: who leads does not also coordinate. */
		if (old->role == role ||
		    (role == ROLE_LEAD && old->role == ROLE_COORDINATING && agency_ids_has(wanted, old->agency_id)))
			status = store->assignment_delete(store, old, err);
	}
	for (size_t i = 0; status == OK && i < wanted->count; i++) {
		struct assignment new = {
			.task_id = task, .agency_id = wanted->items[i], .role = role, .position = (int)i + 1,
		};

		status = store->assignment_insert(store, &new, err);
	}
	return status;
}

enum status assign_in_step(struct store *store, row_id id, enum role role, const row_id *agencies, size_t count, bool *changed,
			   struct error *err)
{
	struct task task = { 0 };
	struct assignment_list present = { 0 };
	struct agency_ids leads = { 0 }, wanted = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK)
		status = store->assignments(store, id, &present, err);
	if (status == OK && role == ROLE_COORDINATING)
		status = bodies_of_role(store, id, ROLE_LEAD, &leads, err);
	for (size_t i = 0; status == OK && i < count; i++)
		if (!agency_ids_has(&leads, agencies[i]))
			agency_ids_add(&wanted, agencies[i]);
	if (status == OK && (!same_bodies(&present, role, &wanted) || (role == ROLE_LEAD && task.inherited))) {
		*changed = true;
		status = put_assignments(store, id, role, &wanted, &present, err);
		if (status == OK && role == ROLE_LEAD && task.inherited) {
			task.inherited = false;
			status = store->task_update(store, &task, err);
		}
		if (status == OK && role == ROLE_LEAD)
			status = sync_obligations(store, &task, err);
	}
	agency_ids_release(&wanted);
	agency_ids_release(&leads);
	assignment_list_release(&present);
	task_release(&task);
	return status;
}

enum status describe_agencies(struct store *store, const row_id *agencies, size_t count, struct strbuf *out,
			      struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct agency agency = { 0 };
		enum status status = store->agency_get(store, agencies[i], &agency, err);

		if (status != OK)
			return status;
		strbuf_addf(out, "%s%s", i ? "; " : "", agency.name);
		agency_release(&agency);
	}
	if (!count)
		strbuf_add_text(out, _("không ai"));
	return OK;
}

static const char *role_summary(enum role role)
{
	switch (role) {
	case ROLE_LEAD:
		return _("Giao chủ trì");
	case ROLE_COORDINATING:
		return _("Giao phối hợp");
	case ROLE_VIA:
		return _("Đặt nơi nhận báo cáo");
	}
	BUG("role %d", (int)role);
}

static enum status assign_role(struct workbench *wb, const struct task_ids *tasks, const struct role_bodies *bodies,
			       bool *changed, struct strbuf *summary, struct error *err)
{
	enum status status;

	strbuf_addf(summary, "%s%s ", summary->length ? "; " : "", role_summary(bodies->role));
	status = describe_tasks(wb, tasks, summary, err);
	strbuf_add_text(summary, ": ");
	if (status == OK)
		status = describe_agencies(wb->store, bodies->agencies, bodies->count, summary, err);
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		status = assign_in_step(wb->store, tasks->items[i], bodies->role, bodies->agencies, bodies->count, changed, err);
	return status;
}

enum status workbench_assign_roles(struct workbench *wb, const struct task_ids *tasks, const struct role_bodies *roles,
				   size_t count, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	bool changed = false;
	enum status status = step_begin(wb, "assign", 0, err);

	if (status != OK)
		return status;
	for (size_t i = 0; status == OK && i < count; i++)
		status = assign_role(wb, tasks, &roles[i], &changed, &summary, err);
	return step_end(wb, status, changed, &summary, err);
}

enum status workbench_assign(struct workbench *wb, const struct task_ids *tasks, enum role role,
			     const row_id *agencies, size_t count, struct error *err)
{
	struct role_bodies bodies = { role, agencies, count };

	return workbench_assign_roles(wb, tasks, &bodies, 1, err);
}

