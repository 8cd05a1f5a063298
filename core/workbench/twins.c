/* Two rows of the register that are one body become one. */
#include "core/workbench/internal.h"

#include <string.h>

#include "core/base/gettext.h"

/* --- what both owe of the same work ------------------------------------------ */

static struct obligation *twin_of(struct obligation_list *list, row_id agency, const struct obligation *share)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].agency_id == agency && same_period(list->items[i].period, share->period))
			return &list->items[i];
	return NULL;
}

static enum status was_handed(struct store *store, const struct obligation *share, bool *handed, struct error *err)
{
	struct transfer_list list = { 0 };
	enum status status = store->transfers(store, share->task_id, &list, err);

	*handed = transfer_of(&list, share->id) != NOT_HANDED;
	transfer_list_release(&list);
	return status;
}

/* A share of which nothing was recorded, and which nobody handed over, may go. */
static enum status may_go(struct store *store, const struct obligation *share, bool *may, struct error *err)
{
	bool handed = false;
	enum status status = was_handed(store, share, &handed, err);

	*may = !handed && !obligation_is_recorded(share);
	return status;
}

/* The body owes it once: the row in which something was recorded stays; of two such the present one counts. */
static enum status join_share(struct store *store, struct obligation *share, row_id to, struct error *err)
{
	struct obligation_list list = { 0 };
	struct obligation *twin = NULL;
	bool may = false;
	enum status status = store->obligations(store, share->task_id, &list, err);

	if (status == OK)
		twin = twin_of(&list, to, share);
	if (status == OK && twin)
		status = may_go(store, share, &may, err);
	if (status == OK && twin && may) {
		status = store->obligation_delete(store, share, err);
		twin = NULL;
	}
	if (status == OK && twin)
		status = may_go(store, twin, &may, err);
	if (status == OK && twin && may) {
		status = store->obligation_delete(store, twin, err);
	} else if (status == OK && twin && share->state != OBLIGATION_CLOSED) {
		share->state = OBLIGATION_CLOSED;
		status = store->obligation_update(store, share, err);
	}
	obligation_list_release(&list);
	return status;
}

static enum status join_shares(struct store *store, row_id from, row_id to, struct error *err)
{
	struct obligation_list list = { 0 };
	enum status status = store->obligations_of(store, from, true, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++)
		status = join_share(store, &list.items[i], to, err);
	obligation_list_release(&list);
	return status;
}

/* --- afterwards ---------------------------------------------------------------- */

/* Who leads a task does not also coordinate it. */
static enum status drop_coordination(struct store *store, row_id task, row_id agency, struct error *err)
{
	struct assignment_list list = { 0 };
	enum status status = store->assignments(store, task, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++)
		if (list.items[i].agency_id == agency && list.items[i].role == ROLE_COORDINATING)
			status = store->assignment_delete(store, &list.items[i], err);
	assignment_list_release(&list);
	return status;
}

static enum status settle_led(struct workbench *wb, row_id agency, struct error *err)
{
	enum { PAGE = 200 };
	struct task_list tasks = { 0 };
	row_id after = 0;
	enum status status;

	do {
		task_list_clear(&tasks);
		status = wb->store->tasks_led_by(wb->store, agency, after, PAGE, &tasks, err);
		for (size_t i = 0; status == OK && i < tasks.count; i++) {
			after = tasks.items[i].id;
			status = drop_coordination(wb->store, after, agency, err);
			if (status == OK)
				status = sync_obligations(wb->store, &tasks.items[i], err);
		}
	} while (status == OK && tasks.count == PAGE);
	task_list_release(&tasks);
	return status;
}

static enum status settle_groups(struct workbench *wb, row_id agency, struct error *err)
{
	struct agency_list groups = { 0 };
	enum status status = wb->store->agency_groups(wb->store, agency, &groups, err);

	for (size_t i = 0; status == OK && i < groups.count; i++)
		status = sync_group(wb, groups.items[i].id, err);
	agency_list_release(&groups);
	return status;
}

static void add_alias(struct agency *agency, const char *name)
{
	if (name && !agency_is_named(agency, name))
		agency_add_alias(agency, name);
}

/* It is found by all names that either had. */
static enum status take_names(struct store *store, const struct agency *from, row_id to, struct error *err)
{
	struct agency agency = { 0 };
	enum status status = store->agency_get(store, to, &agency, err);

	if (status == OK && !agency.code)
		agency.code = xstrdup_or_null(from->code);
	if (status == OK)
		add_alias(&agency, from->name);
	for (size_t i = 0; status == OK && i < from->aliases.count; i++)
		agency_take_alias(&agency, &from->aliases.items[i]);
	if (status == OK)
		status = store->agency_update(store, &agency, err);
	agency_release(&agency);
	return status;
}

/* --- the use case ---------------------------------------------------------------- */

static enum status refuse(const struct agency *from, const struct agency *to, struct error *err)
{
	if (from->id == to->id)
		return error_set(err, STATUS_DENIED, _("«%s» là chính nó; hãy nêu hai dòng khác nhau của sổ cơ quan."), to->name);
	if ((from->kind == AGENCY_GROUP) != (to->kind == AGENCY_GROUP))
		return error_set(err, STATUS_DENIED, _("Không gộp được một nhóm với một cơ quan."));
	return OK;
}

static enum status join(struct workbench *wb, const struct agency *from, row_id to, struct error *err)
{
	struct store *store = wb->store;
	enum status status = join_shares(store, from->id, to, err);

	if (status == OK)
		status = store->agency_replace(store, from->id, to, err);
	if (status == OK)
		status = take_names(store, from, to, err);
	if (status == OK)
		status = settle_led(wb, to, err);
	if (status == OK)
		status = settle_groups(wb, to, err);
	return status == OK && from->kind == AGENCY_GROUP ? sync_group(wb, to, err) : status;
}

enum status workbench_join_agencies(struct workbench *wb, row_id from, row_id to, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct agency gone = { 0 }, kept = { 0 };
	enum status status = step_begin(wb, "join", 0, err);

	if (status == OK)
		status = wb->store->agency_get(wb->store, from, &gone, err);
	if (status == OK)
		status = wb->store->agency_get(wb->store, to, &kept, err);
	if (status == OK)
		status = refuse(&gone, &kept, err);
	if (status == OK)
		status = join(wb, &gone, to, err);
	if (status == OK)
		strbuf_addf(&summary, _("Gộp «%s» vào «%s»: là một cơ quan"), gone.name, kept.name);
	status = step_end(wb, status, true, &summary, err);
	agency_release(&gone);
	agency_release(&kept);
	return status;
}
