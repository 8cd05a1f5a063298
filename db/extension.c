/* Later last days that were granted. */
#include <stddef.h>

#include "db/internal.h"

#define COLUMNS "task_id, agency_id, period, due, day, reason, document"

static const struct column columns[] = {
	{ "task_id", COLUMN_ID, offsetof(struct extension, task_id), NULL, false },
	{ "agency_id", COLUMN_ID, offsetof(struct extension, agency_id), NULL, false },
	{ "period", COLUMN_TEXT, offsetof(struct extension, period), NULL, false },
	{ "due", COLUMN_DATE, offsetof(struct extension, due), NULL, false },
	{ "day", COLUMN_DATE, offsetof(struct extension, day), NULL, false },
	{ "reason", COLUMN_TEXT, offsetof(struct extension, reason), NULL, false },
	{ "document", COLUMN_TEXT, offsetof(struct extension, document), NULL, false },
};

static void release(void *record)
{
	extension_release(record);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct extension *)record)->task_id;
}

const struct entity extension_entity = {
	.kind = ENTITY_EXTENSION,
	.name = "extension",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct extension),
	.version_at = offsetof(struct extension, version),
	.select = "SELECT id, version, " COLUMNS " FROM extension WHERE id = $1",
	.insert = "INSERT INTO extension (id, version, " COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
	.update = "UPDATE extension SET version = version + 1, task_id = $3, agency_id = $4, period = $5, due = $6, "
		  "day = $7, reason = $8, document = $9 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM extension WHERE id = $1",
	.release = release,
	.owner = owner,
};

static enum status extensions(struct store *store, row_id task, struct extension_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT e.id, e.version, e.task_id, e.agency_id, e.period, e.due, e.day, e.reason, e.document, "
		THEN_OF("name") " FROM extension e LEFT JOIN agency g ON g.id = e.agency_id WHERE e.task_id = $1 ORDER BY e.id");
	enum status status;

	bind_int(st, 1, task);
	bind_id(st, 2, store->todays_names ? 0 : task);
	while (sql_row(st)) {
		struct extension extension = { 0 };

		entity_read(&extension_entity, st, &extension);
		extension.agency_name = column_text(st, (int)extension_entity.count + 2);
		extension_list_add(list, &extension);
	}
	status = sql_end(st, err);
	if (status != OK)
		extension_list_clear(list);
	return status;
}

static enum status extension_insert(struct store *store, struct extension *extension, struct error *err)
{
	return entity_insert(db_of(store), &extension_entity, extension, err);
}

static enum status extension_delete(struct store *store, const struct extension *extension, struct error *err)
{
	return entity_delete(db_of(store), &extension_entity, extension->id, err);
}

void extension_functions(struct store *store)
{
	store->extensions = extensions;
	store->extension_insert = extension_insert;
	store->extension_delete = extension_delete;
}
