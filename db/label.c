/* Areas and tags, and which tasks have them. */
#include <stddef.h>
#include <string.h>

#include "core/viet/viet.h"
#include "db/internal.h"
#include "db/words.h"

/* --- labels ------------------------------------------------------------- */

struct label_record {
	struct label label;	/* first */
	char *search_key;
};

#define COLUMNS "plan_id, kind, position, name, search_key"

static const struct column columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct label, plan_id), NULL, false },
	{ "kind", COLUMN_WORD, offsetof(struct label, kind), &label_sort_words, false },
	{ "position", COLUMN_INT, offsetof(struct label, position), NULL, false },
	{ "name", COLUMN_TEXT, offsetof(struct label, name), NULL, false },
	{ "search_key", COLUMN_TEXT, offsetof(struct label_record, search_key), NULL, true },
};

static void release(void *record)
{
	free(((struct label_record *)record)->search_key);
	label_release(record);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)task;
	*plan = ((const struct label *)record)->plan_id;
}

static enum status prepare(struct db *db, void *record, struct error *err)
{
	struct label_record *label = record;
	struct strbuf key = STRBUF_INIT;

	(void)db;
	(void)err;
	viet_search_key(label->label.name, strlen(label->label.name), &key);
	free(label->search_key);
	label->search_key = strbuf_detach(&key);
	return OK;
}

const struct entity label_entity = {
	.kind = ENTITY_LABEL,
	.name = "label",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct label_record),
	.version_at = offsetof(struct label, version),
	.select = "SELECT id, version, " COLUMNS " FROM label WHERE id = $1",
	.insert = "INSERT INTO label (id, version, " COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7)",
	.update = "UPDATE label SET version = version + 1, plan_id = $3, kind = $4, position = $5, name = $6, search_key = $7 "
		  "WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM label WHERE id = $1",
	.release = release,
	.owner = owner,
	.prepare = prepare,
};

#define LABELS "SELECT l.id, l.version, l.plan_id, l.kind, l.position, l.name, NULL FROM label l "
#define IN_ORDER " ORDER BY l.kind, l.position, l.id"

static const char of_plan[] = LABELS "WHERE l.plan_id = $1" IN_ORDER;
static const char of_all[] = LABELS IN_ORDER;
static const char of_task[] = LABELS "JOIN labelling x ON x.label_id = l.id WHERE x.task_id = $1" IN_ORDER;

/* The rows of ST, which it ends. */
static enum status read_labels(struct statement *st, struct label_list *list, struct error *err)
{
	enum status status;

	while (sql_row(st)) {
		struct label_record record = { 0 };

		entity_read(&label_entity, st, &record);
		free(record.search_key);
		label_list_add(list, &record.label);
	}
	status = sql_end(st, err);
	if (status != OK)
		label_list_clear(list);
	return status;
}

static enum status labels(struct store *store, row_id plan, struct label_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, plan ? of_plan : of_all);

	if (plan)
		bind_int(st, 1, plan);
	return read_labels(st, list, err);
}

static enum status labels_of(struct store *store, row_id task, struct label_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, of_task);

	bind_int(st, 1, task);
	return read_labels(st, list, err);
}

/* The caller's name is lent to the record for the call. */
static enum status label_insert(struct store *store, struct label *label, struct error *err)
{
	struct label_record record = { .label = *label };
	enum status status = entity_insert(db_of(store), &label_entity, &record, err);

	free(record.search_key);
	*label = record.label;
	return status;
}

static enum status label_update(struct store *store, struct label *label, struct error *err)
{
	struct label_record record = { .label = *label };
	enum status status = entity_update(db_of(store), &label_entity, &record, err);

	free(record.search_key);
	*label = record.label;
	return status;
}

static enum status label_delete(struct store *store, const struct label *label, struct error *err)
{
	return entity_delete(db_of(store), &label_entity, label->id, err);
}

/* --- which tasks have them ----------------------------------------------- */

static const struct column labelling_columns[] = {
	{ "task_id", COLUMN_ID, offsetof(struct labelling, task_id), NULL, false },
	{ "label_id", COLUMN_ID, offsetof(struct labelling, label_id), NULL, false },
};

static void release_labelling(void *record)
{
	labelling_release(record);
}

static void owner_of_labelling(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct labelling *)record)->task_id;
}

const struct entity labelling_entity = {
	.kind = ENTITY_LABELLING,
	.name = "labelling",
	.columns = labelling_columns,
	.count = sizeof labelling_columns / sizeof *labelling_columns,
	.editable = sizeof labelling_columns / sizeof *labelling_columns,
	.size = sizeof(struct labelling),
	.version_at = offsetof(struct labelling, version),
	.select = "SELECT id, version, task_id, label_id FROM labelling WHERE id = $1",
	.insert = "INSERT INTO labelling (id, version, task_id, label_id) VALUES ($1, $2, $3, $4)",
	.update = "UPDATE labelling SET version = version + 1, task_id = $3, label_id = $4 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM labelling WHERE id = $1",
	.release = release_labelling,
	.owner = owner_of_labelling,
};

static enum status labellings(struct store *store, row_id plan, struct labelling_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT x.id, x.version, x.task_id, x.label_id FROM labelling x JOIN label l ON l.id = x.label_id "
		"WHERE l.plan_id = $1 OR $1 IS NULL ORDER BY x.task_id, x.label_id");
	enum status status;

	bind_id(st, 1, plan);
	while (sql_row(st)) {
		struct labelling labelling = { 0 };

		entity_read(&labelling_entity, st, &labelling);
		labelling_list_add(list, &labelling);
	}
	status = sql_end(st, err);
	if (status != OK)
		labelling_list_clear(list);
	return status;
}

static enum status labelling_insert(struct store *store, struct labelling *labelling, struct error *err)
{
	return entity_insert(db_of(store), &labelling_entity, labelling, err);
}

static enum status labelling_delete(struct store *store, row_id task, row_id label, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, "SELECT id FROM labelling WHERE task_id = $1 AND label_id = $2");
	row_id id = 0;
	enum status status;

	bind_int(st, 1, task);
	bind_int(st, 2, label);
	if (sql_row(st))
		id = column_id(st, 0);
	status = sql_end(st, err);
	return status == OK && id ? entity_delete(db_of(store), &labelling_entity, id, err) : status;
}

void label_functions(struct store *store)
{
	store->labels = labels;
	store->labels_of = labels_of;
	store->label_insert = label_insert;
	store->label_update = label_update;
	store->label_delete = label_delete;
	store->labellings = labellings;
	store->labelling_insert = labelling_insert;
	store->labelling_delete = labelling_delete;
}
