/* What each lead owes, and whether it was done. */
#include <stddef.h>

#include "db/internal.h"
#include "db/words.h"

#define COLUMNS "task_id, agency_id, period, due, original, state, done_on, evidence, " \
	"evidence_number, evidence_date, cause, recorded_by, recorded_at"

static const struct column columns[] = {
	{ "task_id", COLUMN_ID, offsetof(struct obligation, task_id), NULL, false },
	{ "agency_id", COLUMN_ID, offsetof(struct obligation, agency_id), NULL, false },
	{ "period", COLUMN_TEXT, offsetof(struct obligation, period), NULL, false },
	{ "due", COLUMN_DATE, offsetof(struct obligation, due), NULL, false },
	{ "original", COLUMN_DATE, offsetof(struct obligation, original), NULL, false },
	{ "state", COLUMN_WORD, offsetof(struct obligation, state), &obligation_state_words, false },
	{ "done_on", COLUMN_DATE, offsetof(struct obligation, done_on), NULL, false },
	{ "evidence", COLUMN_TEXT, offsetof(struct obligation, evidence), NULL, false },
	{ "evidence_number", COLUMN_TEXT, offsetof(struct obligation, evidence_number), NULL, false },
	{ "evidence_date", COLUMN_DATE, offsetof(struct obligation, evidence_date), NULL, false },
	{ "cause", COLUMN_TEXT, offsetof(struct obligation, cause), NULL, false },
	{ "recorded_by", COLUMN_TEXT, offsetof(struct obligation, recorded_by), NULL, false },
	{ "recorded_at", COLUMN_TIME_OR_NONE, offsetof(struct obligation, recorded_at), NULL, false },
};

static void release(void *record)
{
	obligation_release(record);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct obligation *)record)->task_id;
}

static enum status written(struct db *db, const void *before, const void *after, struct error *err)
{
	(void)err;
	if (before)
		tally_obligation(db, before, -1);
	if (after)
		tally_obligation(db, after, 1);
	return OK;
}

const struct entity obligation_entity = {
	.kind = ENTITY_OBLIGATION,
	.name = "obligation",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct obligation),
	.version_at = offsetof(struct obligation, version),
	.select = "SELECT id, version, " COLUMNS " FROM obligation WHERE id = $1",
	.insert = "INSERT INTO obligation (id, version, " COLUMNS ") "
		  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
	.update = "UPDATE obligation SET version = version + 1, task_id = $3, agency_id = $4, period = $5, due = $6, "
		  "original = $7, state = $8, done_on = $9, evidence = $10, "
		  "evidence_number = $11, evidence_date = $12, cause = $13, recorded_by = $14, recorded_at = $15 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM obligation WHERE id = $1",
	.release = release,
	.owner = owner,
	.written = written,
};

static enum status obligations(struct store *store, row_id task, struct obligation_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT " OBLIGATION_COLUMNS ", "
		THEN_OF("name") ", " THEN_OF("code") " FROM obligation o LEFT JOIN agency g ON g.id = o.agency_id "
		"WHERE o.task_id = $1 ORDER BY g.sort_key NULLS FIRST, o.due NULLS FIRST, o.period NULLS FIRST, o.id");
	int next = (int)obligation_entity.count + 2;
	enum status status;

	bind_int(st, 1, task);
	bind_id(st, 2, store->todays_names ? 0 : task);
	while (sql_row(st)) {
		struct obligation obligation = { 0 };

		entity_read(&obligation_entity, st, &obligation);
		obligation.agency_name = column_text(st, next);
		obligation.agency_code = column_text(st, next + 1);
		obligation_list_add(list, &obligation);
	}
	status = sql_end(st, err);
	if (status != OK)
		obligation_list_clear(list);
	return status;
}

static enum status open_obligations(struct store *store, row_id agency, row_id plan, struct obligation_list *list,
				    struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT " OBLIGATION_COLUMNS " "
		"FROM obligation o JOIN task t ON t.id = o.task_id JOIN plan p ON p.id = t.plan_id "
		"WHERE o.agency_id = $1 AND o.state = 'open' AND t.status <> 'cancelled' AND "
		"(p.id = $2 OR $2 IS NULL AND p.withdrawn = 0 AND p.superseded_by IS NULL) ORDER BY t.place, o.id");

	bind_int(st, 1, agency);
	bind_id(st, 2, plan);
	while (sql_row(st)) {
		struct obligation obligation = { 0 };

		entity_read(&obligation_entity, st, &obligation);
		obligation_list_add(list, &obligation);
	}
	return sql_end(st, err);
}

static enum status obligations_by_evidence(struct store *store, const char *number, struct obligation_list *list,
					   struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT " OBLIGATION_COLUMNS " FROM obligation o "
		"WHERE o.evidence_number = $1 AND o.evidence_number IS NOT NULL ORDER BY o.task_id, o.id");

	bind_text(st, 1, number);
	while (sql_row(st)) {
		struct obligation obligation = { 0 };

		entity_read(&obligation_entity, st, &obligation);
		obligation_list_add(list, &obligation);
	}
	return sql_end(st, err);
}

static enum status obligation_insert(struct store *store, struct obligation *obligation, struct error *err)
{
	enum status status = entity_insert(db_of(store), &obligation_entity, obligation, err);

	return status == OK ? db_relieve(db_of(store), err) : status;
}

static enum status obligation_update(struct store *store, struct obligation *obligation, struct error *err)
{
	return entity_update(db_of(store), &obligation_entity, obligation, err);
}

static enum status obligation_delete(struct store *store, const struct obligation *obligation, struct error *err)
{
	struct db *db = db_of(store);
	struct obligation present = { 0 };
	enum status status = entity_load(db, &obligation_entity, obligation->id, &present, err);

	if (status == OK && present.version != obligation->version)
		status = journal_conflict(db, obligation_entity.name, obligation->id, NULL, 0, err);
	obligation_release(&present);
	return status == OK ? entity_delete(db, &obligation_entity, obligation->id, err) : status;
}

void obligation_functions(struct store *store)
{
	store->obligations = obligations;
	store->open_obligations = open_obligations;
	store->obligations_by_evidence = obligations_by_evidence;
	store->obligation_insert = obligation_insert;
	store->obligation_update = obligation_update;
	store->obligation_delete = obligation_delete;
}
