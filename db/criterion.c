/* The criteria of an index, and the tasks that serve them. */
#include <stddef.h>

#include "db/internal.h"

#define COLUMNS "year, code, name, maximum, self, verified, evidence"

static const struct column columns[] = {
	{ "year", COLUMN_INT, offsetof(struct criterion, year), NULL, false },
	{ "code", COLUMN_TEXT, offsetof(struct criterion, code), NULL, false },
	{ "name", COLUMN_TEXT, offsetof(struct criterion, name), NULL, false },
	{ "maximum", COLUMN_INT, offsetof(struct criterion, maximum), NULL, false },
	{ "self", COLUMN_INT, offsetof(struct criterion, self), NULL, false },
	{ "verified", COLUMN_INT, offsetof(struct criterion, verified), NULL, false },
	{ "evidence", COLUMN_TEXT, offsetof(struct criterion, evidence), NULL, false },
};

static void release(void *record)
{
	criterion_release(record);
}

const struct entity criterion_entity = {
	.kind = ENTITY_CRITERION,
	.name = "criterion",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct criterion),
	.version_at = offsetof(struct criterion, version),
	.select = "SELECT id, version, " COLUMNS " FROM criterion WHERE id = $1",
	.insert = "INSERT INTO criterion (id, version, " COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
	.update = "UPDATE criterion SET version = version + 1, year = $3, code = $4, name = $5, maximum = $6, self = $7, "
		  "verified = $8, evidence = $9 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM criterion WHERE id = $1",
	.release = release,
};

static enum status criteria(struct store *store, int year, struct criterion_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " COLUMNS " FROM criterion WHERE year = $1 ORDER BY id");
	enum status status;

	bind_int(st, 1, year);
	while (sql_row(st)) {
		struct criterion criterion = { 0 };

		entity_read(&criterion_entity, st, &criterion);
		criterion_list_add(list, &criterion);
	}
	status = sql_end(st, err);
	if (status != OK)
		criterion_list_clear(list);
	return status;
}

static enum status criterion_insert(struct store *store, struct criterion *criterion, struct error *err)
{
	return entity_insert(db_of(store), &criterion_entity, criterion, err);
}

static enum status criterion_update(struct store *store, struct criterion *criterion, struct error *err)
{
	return entity_update(db_of(store), &criterion_entity, criterion, err);
}

static enum status criterion_delete(struct store *store, const struct criterion *criterion, struct error *err)
{
	return entity_delete(db_of(store), &criterion_entity, criterion->id, err);
}

/* --- tasks that serve them ------------------------------------------------ */

static const struct column link_columns[] = {
	{ "criterion_id", COLUMN_ID, offsetof(struct criterion_task, criterion_id), NULL, false },
	{ "task_id", COLUMN_ID, offsetof(struct criterion_task, task_id), NULL, false },
};

static void release_link(void *record)
{
	criterion_task_release(record);
}

static void owner_of_link(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct criterion_task *)record)->task_id;
}

const struct entity criterion_task_entity = {
	.kind = ENTITY_CRITERION_TASK,
	.name = "criterion_task",
	.columns = link_columns,
	.count = sizeof link_columns / sizeof *link_columns,
	.editable = sizeof link_columns / sizeof *link_columns,
	.size = sizeof(struct criterion_task),
	.version_at = offsetof(struct criterion_task, version),
	.select = "SELECT id, version, criterion_id, task_id FROM criterion_task WHERE id = $1",
	.insert = "INSERT INTO criterion_task (id, version, criterion_id, task_id) VALUES ($1, $2, $3, $4)",
	.update = "UPDATE criterion_task SET version = version + 1, criterion_id = $3, task_id = $4 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM criterion_task WHERE id = $1",
	.release = release_link,
	.owner = owner_of_link,
};

/* All links that ST, which it ends, gives of the row ID. */
static enum status read_links(struct statement *st, row_id id, struct criterion_task_list *list, struct error *err)
{
	enum status status;

	bind_int(st, 1, id);
	while (sql_row(st)) {
		struct criterion_task link = { 0 };

		entity_read(&criterion_task_entity, st, &link);
		criterion_task_list_add(list, &link);
	}
	status = sql_end(st, err);
	if (status != OK)
		criterion_task_list_clear(list);
	return status;
}

static enum status criterion_tasks(struct store *store, row_id criterion, struct criterion_task_list *list, struct error *err)
{
	return read_links(sql(db_of(store)->driver,
			      "SELECT id, version, criterion_id, task_id FROM criterion_task WHERE criterion_id = $1 ORDER BY id"),
			  criterion, list, err);
}

static enum status task_criteria(struct store *store, row_id task, struct criterion_task_list *list, struct error *err)
{
	return read_links(sql(db_of(store)->driver,
			      "SELECT id, version, criterion_id, task_id FROM criterion_task WHERE task_id = $1 ORDER BY id"),
			  task, list, err);
}

static enum status criterion_task_insert(struct store *store, struct criterion_task *link, struct error *err)
{
	return entity_insert(db_of(store), &criterion_task_entity, link, err);
}

static enum status criterion_task_delete(struct store *store, const struct criterion_task *link, struct error *err)
{
	return entity_delete(db_of(store), &criterion_task_entity, link->id, err);
}

void criterion_functions(struct store *store)
{
	store->criteria = criteria;
	store->criterion_insert = criterion_insert;
	store->criterion_update = criterion_update;
	store->criterion_delete = criterion_delete;
	store->criterion_tasks = criterion_tasks;
	store->task_criteria = task_criteria;
	store->criterion_task_insert = criterion_task_insert;
	store->criterion_task_delete = criterion_task_delete;
}
