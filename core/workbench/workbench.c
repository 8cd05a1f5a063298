#include "core/workbench/internal.h"

#include <string.h>

#include "core/base/gettext.h"

void workbench_init(struct workbench *wb, struct store *store, const char *user)
{
	wb->store = store;
	wb->user = xstrdup(user);
	wb->along = NULL;
}

void workbench_release(struct workbench *wb)
{
	free(wb->user);
	*wb = (struct workbench){ 0 };
}

/* --- sets of ids -------------------------------------------------------- */

bool task_ids_has(const struct task_ids *ids, row_id id)
{
	for (size_t i = 0; i < ids->count; i++)
		if (ids->items[i] == id)
			return true;
	return false;
}

void task_ids_add(struct task_ids *ids, row_id id)
{
	GROW(ids->items, ids->count + 1, ids->cap);
	ids->items[ids->count++] = id;
}

void task_ids_remove(struct task_ids *ids, row_id id)
{
	size_t kept = 0;

	for (size_t i = 0; i < ids->count; i++)
		if (ids->items[i] != id)
			ids->items[kept++] = ids->items[i];
	ids->count = kept;
}

void task_ids_release(struct task_ids *ids)
{
	free(ids->items);
	*ids = (struct task_ids){ 0 };
}

bool agency_ids_has(const struct agency_ids *ids, row_id id)
{
	for (size_t i = 0; i < ids->count; i++)
		if (ids->items[i] == id)
			return true;
	return false;
}

void agency_ids_add(struct agency_ids *ids, row_id id)
{
	if (agency_ids_has(ids, id))
		return;
	GROW(ids->items, ids->count + 1, ids->cap);
	ids->items[ids->count++] = id;
}

void agency_ids_release(struct agency_ids *ids)
{
	free(ids->items);
	*ids = (struct agency_ids){ 0 };
}

/* --- steps -------------------------------------------------------------- */

enum status step_begin(struct workbench *wb, const char *action, row_id plan, struct error *err)
{
	struct change_intent intent = { .who = wb->user, .action = action, .plan_id = plan };

	return wb->store->begin(wb->store, &intent, err);
}

enum status step_end(struct workbench *wb, enum status status, bool changed, struct strbuf *summary, struct error *err)
{
	if (status == OK && changed && wb->along) {
		strbuf_splice(summary, 0, 0, wb->along->label, strlen(wb->along->label));
		status = wb->along->write(wb->along, wb->store, err);
	}
	if (status == OK && changed)
		status = wb->store->commit(wb->store, summary->text, err);
	else
		wb->store->rollback(wb->store);
	strbuf_release(summary);
	return status;
}

enum status describe_tasks(struct workbench *wb, const struct task_ids *tasks, struct strbuf *out, struct error *err)
{
	struct task_row row = { 0 };
	enum status status;

	if (tasks->count != 1) {
		strbuf_addf(out, _("%zu nhiệm vụ"), tasks->count);
		return OK;
	}
	status = wb->store->task_row_get(wb->store, tasks->items[0], &row, err);
	if (status == OK)
		strbuf_addf(out, "%s-%d", row.section_path, row.task.position);
	task_row_release(&row);
	return status;
}

/* --- undo --------------------------------------------------------------- */

enum status workbench_undo(struct workbench *wb, bool imports, struct change *what, struct error *err)
{
	return wb->store->undo(wb->store, wb->user, imports, what, err);
}

enum status workbench_redo(struct workbench *wb, struct change *what, struct error *err)
{
	return wb->store->redo(wb->store, wb->user, what, err);
}
