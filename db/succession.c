/* Bodies over time: former names, who came after whom, what was handed over. */
#include <stddef.h>

#include "core/base/error.h"
#include "db/internal.h"

/* --- former names ------------------------------------------------------- */

#define NAME_COLUMNS "agency_id, name, code, until, document"

static const struct column name_columns[] = {
	{ "agency_id", COLUMN_ID, offsetof(struct former_name, agency_id), NULL, false },
	{ "name", COLUMN_TEXT, offsetof(struct former_name, name), NULL, false },
	{ "code", COLUMN_TEXT, offsetof(struct former_name, code), NULL, false },
	{ "until", COLUMN_DATE, offsetof(struct former_name, until), NULL, false },
	{ "document", COLUMN_TEXT, offsetof(struct former_name, document), NULL, false },
};

static void release_name(void *record)
{
	former_name_release(record);
}

const struct entity former_name_entity = {
	.kind = ENTITY_FORMER_NAME,
	.name = "former_name",
	.columns = name_columns,
	.count = sizeof name_columns / sizeof *name_columns,
	.editable = sizeof name_columns / sizeof *name_columns,
	.size = sizeof(struct former_name),
	.version_at = offsetof(struct former_name, version),
	.select = "SELECT id, version, " NAME_COLUMNS " FROM former_name WHERE id = $1",
	.insert = "INSERT INTO former_name (id, version, " NAME_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7)",
	.update = "UPDATE former_name SET version = version + 1, agency_id = $3, name = $4, code = $5, until = $6, "
		  "document = $7 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM former_name WHERE id = $1",
	.release = release_name,
};

static enum status former_name_insert(struct store *store, struct former_name *former, struct error *err)
{
	return entity_insert(db_of(store), &former_name_entity, former, err);
}

/* --- successions -------------------------------------------------------- */

#define SUCCESSION_COLUMNS "from_id, to_id, part, day, document"

static const struct column succession_columns[] = {
	{ "from_id", COLUMN_ID, offsetof(struct succession, from_id), NULL, false },
	{ "to_id", COLUMN_ID, offsetof(struct succession, to_id), NULL, false },
	{ "part", COLUMN_BOOL, offsetof(struct succession, part), NULL, false },
	{ "day", COLUMN_DATE, offsetof(struct succession, day), NULL, false },
	{ "document", COLUMN_TEXT, offsetof(struct succession, document), NULL, false },
};

static void release_succession(void *record)
{
	succession_release(record);
}

const struct entity succession_entity = {
	.kind = ENTITY_SUCCESSION,
	.name = "succession",
	.columns = succession_columns,
	.count = sizeof succession_columns / sizeof *succession_columns,
	.editable = sizeof succession_columns / sizeof *succession_columns,
	.size = sizeof(struct succession),
	.version_at = offsetof(struct succession, version),
	.select = "SELECT id, version, " SUCCESSION_COLUMNS " FROM succession WHERE id = $1",
	.insert = "INSERT INTO succession (id, version, " SUCCESSION_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7)",
	.update = "UPDATE succession SET version = version + 1, from_id = $3, to_id = $4, part = $5, day = $6, "
		  "document = $7 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM succession WHERE id = $1",
	.release = release_succession,
};

static enum status successions(struct store *store, struct succession_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " SUCCESSION_COLUMNS " FROM succession ORDER BY day, id");

	while (sql_row(st)) {
		struct succession succession = { 0 };

		entity_read(&succession_entity, st, &succession);
		succession_list_add(list, &succession);
	}
	return sql_end(st, err);
}

static enum status succession_insert(struct store *store, struct succession *succession, struct error *err)
{
	return entity_insert(db_of(store), &succession_entity, succession, err);
}

/* --- transfers ---------------------------------------------------------- */

#define TRANSFER_COLUMNS "task_id, from_id, to_id, day, reason, document"

static const struct column transfer_columns[] = {
	{ "task_id", COLUMN_ID, offsetof(struct transfer, task_id), NULL, false },
	{ "from_id", COLUMN_ID, offsetof(struct transfer, from_id), NULL, false },
	{ "to_id", COLUMN_ID, offsetof(struct transfer, to_id), NULL, false },
	{ "day", COLUMN_DATE, offsetof(struct transfer, day), NULL, false },
	{ "reason", COLUMN_TEXT, offsetof(struct transfer, reason), NULL, false },
	{ "document", COLUMN_TEXT, offsetof(struct transfer, document), NULL, false },
};

static void release_transfer(void *record)
{
	transfer_release(record);
}

static void transfer_owner(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct transfer *)record)->task_id;
}

const struct entity transfer_entity = {
	.kind = ENTITY_TRANSFER,
	.name = "transfer",
	.columns = transfer_columns,
	.count = sizeof transfer_columns / sizeof *transfer_columns,
	.editable = sizeof transfer_columns / sizeof *transfer_columns,
	.size = sizeof(struct transfer),
	.version_at = offsetof(struct transfer, version),
	.select = "SELECT id, version, " TRANSFER_COLUMNS " FROM transfer WHERE id = $1",
	.insert = "INSERT INTO transfer (id, version, " TRANSFER_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
	.update = "UPDATE transfer SET version = version + 1, task_id = $3, from_id = $4, to_id = $5, day = $6, "
		  "reason = $7, document = $8 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM transfer WHERE id = $1",
	.release = release_transfer,
	.owner = transfer_owner,
};

static enum status transfers(struct store *store, row_id task, struct transfer_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " TRANSFER_COLUMNS " FROM transfer WHERE task_id = $1 ORDER BY id");

	bind_int(st, 1, task);
	while (sql_row(st)) {
		struct transfer transfer = { 0 };

		entity_read(&transfer_entity, st, &transfer);
		transfer_list_add(list, &transfer);
	}
	return sql_end(st, err);
}

static enum status transfer_insert(struct store *store, struct transfer *transfer, struct error *err)
{
	return entity_insert(db_of(store), &transfer_entity, transfer, err);
}

void succession_functions(struct store *store)
{
	store->former_name_insert = former_name_insert;
	store->successions = successions;
	store->succession_insert = succession_insert;
	store->transfers = transfers;
	store->transfer_insert = transfer_insert;
}
