/* The files that plans came from. */
#include <stddef.h>

#include "core/base/gettext.h"
#include "db/internal.h"
#include "db/words.h"

#define COLUMNS "plan_id, file_id, kind, name, encoding, imported_by, imported_at"
#define COLUMNS_OF_ROW "s.plan_id, s.file_id, s.kind, s.name, s.encoding, s.imported_by, s.imported_at"

static const struct column columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct source, plan_id), NULL, false },
	{ "file_id", COLUMN_ID, offsetof(struct source, file_id), NULL, false },
	{ "kind", COLUMN_WORD, offsetof(struct source, kind), &source_kind_words, false },
	{ "name", COLUMN_TEXT, offsetof(struct source, name), NULL, false },
	{ "encoding", COLUMN_TEXT, offsetof(struct source, encoding), NULL, false },
	{ "imported_by", COLUMN_TEXT, offsetof(struct source, imported_by), NULL, false },
	{ "imported_at", COLUMN_TIME, offsetof(struct source, imported_at), NULL, false },
};

static void release(void *record)
{
	source_release(record);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)task;
	*plan = ((const struct source *)record)->plan_id;
}

const struct entity source_entity = {
	.kind = ENTITY_SOURCE,
	.name = "source",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct source),
	.version_at = offsetof(struct source, version),
	.select = "SELECT id, version, " COLUMNS " FROM source WHERE id = $1",
	.insert = "INSERT INTO source (id, version, " COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
	.update = "UPDATE source SET version = version + 1, plan_id = $3, file_id = $4, kind = $5, name = $6, "
		  "encoding = $7, imported_by = $8, imported_at = $9 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM source WHERE id = $1",
	.release = release,
	.owner = owner,
};

/* --- bytes -------------------------------------------------------------- */

enum status find_file(struct db *db, const char *bytes, size_t length, row_id *id, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT id FROM file WHERE length = $1 AND bytes = $2");
	row_id found = 0;
	enum status status;

	bind_int(st, 1, (long long)length);
	bind_bytes(st, 2, bytes, length);
	if (sql_row(st))
		found = column_id(st, 0);
	status = sql_end(st, err);
	if (status == OK)
		*id = found;
	return status;
}

static enum status insert_file(struct db *db, const char *bytes, size_t length, row_id *id, struct error *err)
{
	struct statement *st = sql(db->driver,
		"INSERT INTO file (id, length, bytes) SELECT coalesce(max(id), 0) + 1, $1, $2 FROM file RETURNING id");

	bind_int(st, 1, (long long)length);
	bind_bytes(st, 2, bytes, length);
	while (sql_row(st))
		*id = column_id(st, 0);
	return sql_end(st, err);
}

enum status keep_file(struct db *db, const char *bytes, size_t length, row_id *id, struct error *err)
{
	row_id found = 0;
	enum status status = find_file(db, bytes, length, &found, err);

	if (status == OK && !found)
		status = insert_file(db, bytes, length, &found, err);
	if (status == OK)
		*id = found;
	return status;
}

/* --- reading ------------------------------------------------------------ */

#define WITH_BYTES "SELECT s.id, s.version, " COLUMNS_OF_ROW ", f.bytes FROM source s JOIN file f ON f.id = s.file_id "

static const char of_plan[] = WITH_BYTES "WHERE s.plan_id = $1 AND s.kind = 'plan' ORDER BY s.id LIMIT 1";
static const char of_id[] = WITH_BYTES "WHERE s.id = $1";

static enum status read_one(struct db *db, const char *text, row_id id, struct source *source, struct error *err)
{
	struct statement *st = sql(db->driver, text);
	struct source found = { 0 };
	enum status status;

	bind_int(st, 1, id);
	if (sql_row(st)) {
		entity_read(&source_entity, st, &found);
		found.bytes = column_bytes(st, (int)source_entity.count + 2, &found.length);
	}
	status = sql_end(st, err);
	if (status == OK && !found.id)
		status = error_set(err, STATUS_NOT_FOUND, _("Kế hoạch này không có tệp gốc kèm theo."));
	if (status == OK)
		*source = found;
	else
		source_release(&found);
	return status;
}

static enum status plan_source(struct store *store, row_id plan, struct source *source, struct error *err)
{
	return read_one(db_of(store), of_plan, plan, source, err);
}

static enum status source_get(struct store *store, row_id id, struct source *source, struct error *err)
{
	return read_one(db_of(store), of_id, id, source, err);
}

static enum status sources(struct store *store, row_id plan, struct source_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT s.id, s.version, " COLUMNS_OF_ROW ", f.length FROM source s JOIN file f ON f.id = s.file_id "
		"WHERE s.plan_id = $1 ORDER BY s.id");
	enum status status;

	bind_int(st, 1, plan);
	while (sql_row(st)) {
		struct source source = { 0 };

		entity_read(&source_entity, st, &source);
		source.length = (size_t)column_id(st, (int)source_entity.count + 2);
		source_list_add(list, &source);
	}
	status = sql_end(st, err);
	if (status != OK)
		source_list_clear(list);
	return status;
}

static enum status plan_by_source(struct store *store, const char *bytes, size_t length, row_id *plan,
				  struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT s.plan_id FROM file f JOIN source s ON s.file_id = f.id JOIN plan p ON p.id = s.plan_id "
		"WHERE p.withdrawn = 0 AND f.length = $1 AND f.bytes = $2 ORDER BY s.plan_id DESC LIMIT 1");
	row_id found = 0;
	enum status status;

	bind_int(st, 1, (long long)length);
	bind_bytes(st, 2, bytes, length);
	if (sql_row(st))
		found = column_id(st, 0);
	status = sql_end(st, err);
	if (status == OK && !found)
		return error_set(err, STATUS_NOT_FOUND, _("Tệp này chưa được nhập lần nào."));
	if (status == OK)
		*plan = found;
	return status;
}

/* --- what was decided of them -------------------------------------------- */

#define DECISION_COLUMNS "plan_id, source_id, line, nth, start, kind, value, who, at"

static const struct column decision_columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct decision, plan_id), NULL, false },
	{ "source_id", COLUMN_ID, offsetof(struct decision, source_id), NULL, false },
	{ "line", COLUMN_TEXT, offsetof(struct decision, line), NULL, false },
	{ "nth", COLUMN_INT, offsetof(struct decision, nth), NULL, false },
	{ "start", COLUMN_INT, offsetof(struct decision, start), NULL, false },
	{ "kind", COLUMN_WORD, offsetof(struct decision, kind), &hint_kind_words, false },
	{ "value", COLUMN_TEXT, offsetof(struct decision, value), NULL, false },
	{ "who", COLUMN_TEXT, offsetof(struct decision, who), NULL, false },
	{ "at", COLUMN_TIME, offsetof(struct decision, when), NULL, false },
};

static void release_decision(void *record)
{
	decision_release(record);
}

static void owner_of_decision(const void *record, row_id *plan, row_id *task)
{
	(void)task;
	*plan = ((const struct decision *)record)->plan_id;
}

const struct entity decision_entity = {
	.kind = ENTITY_DECISION,
	.name = "decision",
	.columns = decision_columns,
	.count = sizeof decision_columns / sizeof *decision_columns,
	.editable = sizeof decision_columns / sizeof *decision_columns,
	.size = sizeof(struct decision),
	.select = "SELECT id, version, " DECISION_COLUMNS " FROM decision WHERE id = $1",
	.insert = "INSERT INTO decision (id, version, " DECISION_COLUMNS ") "
		  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
	.update = "UPDATE decision SET version = version + 1, plan_id = $3, source_id = $4, line = $5, nth = $6, "
		  "start = $7, kind = $8, value = $9, who = $10, at = $11 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM decision WHERE id = $1",
	.release = release_decision,
	.owner = owner_of_decision,
};

static enum status decisions(struct store *store, row_id source, struct decision_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " DECISION_COLUMNS " FROM decision WHERE source_id = $1 ORDER BY id");
	enum status status;

	bind_int(st, 1, source);
	while (sql_row(st)) {
		struct decision decision = { 0 };

		entity_read(&decision_entity, st, &decision);
		decision_list_add(list, &decision);
	}
	status = sql_end(st, err);
	if (status != OK)
		decision_list_clear(list);
	return status;
}

static enum status decision_insert(struct store *store, struct decision *decision, struct error *err)
{
	return entity_insert(db_of(store), &decision_entity, decision, err);
}

/* --- writing ------------------------------------------------------------ */

static enum status source_insert(struct store *store, struct source *source, struct error *err)
{
	struct db *db = db_of(store);
	enum status status = keep_file(db, source->bytes, source->length, &source->file_id, err);

	return status == OK ? entity_insert(db, &source_entity, source, err) : status;
}

void source_functions(struct store *store)
{
	store->plan_source = plan_source;
	store->plan_by_source = plan_by_source;
	store->sources = sources;
	store->source_get = source_get;
	store->source_insert = source_insert;
	store->decisions = decisions;
	store->decision_insert = decision_insert;
}
