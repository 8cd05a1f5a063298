/* The periods that a plan's work is owed in. */
#include <stddef.h>

#include "db/internal.h"
#include "db/words.h"

#define COLUMNS "plan_id, every, made_of, key, label, first, last, due, cumulative"

static const struct column columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct period, plan_id), NULL, false },
	{ "every", COLUMN_WORD, offsetof(struct period, every), &period_unit_words, false },
	{ "made_of", COLUMN_TEXT, offsetof(struct period, made_of), NULL, false },
	{ "key", COLUMN_TEXT, offsetof(struct period, key), NULL, false },
	{ "label", COLUMN_TEXT, offsetof(struct period, label), NULL, false },
	{ "first", COLUMN_DATE, offsetof(struct period, first), NULL, false },
	{ "last", COLUMN_DATE, offsetof(struct period, last), NULL, false },
	{ "due", COLUMN_DATE, offsetof(struct period, due), NULL, false },
	{ "cumulative", COLUMN_BOOL, offsetof(struct period, cumulative), NULL, false },
};

static void release(void *record)
{
	period_release(record);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)task;
	*plan = ((const struct period *)record)->plan_id;
}

const struct entity period_entity = {
	.kind = ENTITY_PERIOD,
	.name = "period",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct period),
	.version_at = offsetof(struct period, version),
	.select = "SELECT id, version, " COLUMNS " FROM period WHERE id = $1",
	.insert = "INSERT INTO period (id, version, " COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
	.update = "UPDATE period SET version = version + 1, plan_id = $3, every = $4, made_of = $5, key = $6, label = $7, "
		  "first = $8, last = $9, due = $10, cumulative = $11 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM period WHERE id = $1",
	.release = release,
	.owner = owner,
};

static enum status periods(struct store *store, row_id plan, struct period_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " COLUMNS " FROM period WHERE plan_id = $1 ORDER BY last, first, id");
	enum status status;

	bind_int(st, 1, plan);
	while (sql_row(st)) {
		struct period period = { 0 };

		entity_read(&period_entity, st, &period);
		period_list_add(list, &period);
	}
	status = sql_end(st, err);
	if (status != OK)
		period_list_clear(list);
	return status;
}

static enum status period_insert(struct store *store, struct period *period, struct error *err)
{
	return entity_insert(db_of(store), &period_entity, period, err);
}

static enum status period_update(struct store *store, struct period *period, struct error *err)
{
	return entity_update(db_of(store), &period_entity, period, err);
}

static enum status period_delete(struct store *store, const struct period *period, struct error *err)
{
	struct db *db = db_of(store);
	struct period present = { 0 };
	enum status status = entity_load(db, &period_entity, period->id, &present, err);

	if (status == OK && present.version != period->version)
		status = journal_conflict(db, period_entity.name, period->id, NULL, 0, err);
	period_release(&present);
	return status == OK ? entity_delete(db, &period_entity, period->id, err) : status;
}

void period_functions(struct store *store)
{
	store->periods = periods;
	store->period_insert = period_insert;
	store->period_update = period_update;
	store->period_delete = period_delete;
}
