/* Plans. */
#include <stddef.h>

#include "db/internal.h"

#define COLUMNS "type, number, issuer, place, date, title, signer_name, signer_position, signer_on_behalf, year, withdrawn, renews, " \
	"renews_date"

static const struct column columns[] = {
	{ "type", COLUMN_TEXT, offsetof(struct plan, type), NULL, false },
	{ "number", COLUMN_TEXT, offsetof(struct plan, number), NULL, false },
	{ "issuer", COLUMN_TEXT, offsetof(struct plan, issuer), NULL, false },
	{ "place", COLUMN_TEXT, offsetof(struct plan, place), NULL, false },
	{ "date", COLUMN_DATE, offsetof(struct plan, date), NULL, false },
	{ "title", COLUMN_TEXT, offsetof(struct plan, title), NULL, false },
	{ "signer_name", COLUMN_TEXT, offsetof(struct plan, signer_name), NULL, false },
	{ "signer_position", COLUMN_TEXT, offsetof(struct plan, signer_position), NULL, false },
	{ "signer_on_behalf", COLUMN_TEXT, offsetof(struct plan, signer_on_behalf), NULL, false },
	{ "year", COLUMN_INT, offsetof(struct plan, year), NULL, false },
	{ "withdrawn", COLUMN_BOOL, offsetof(struct plan, withdrawn), NULL, false },
	{ "renews", COLUMN_TEXT, offsetof(struct plan, renews), NULL, false },
	{ "renews_date", COLUMN_DATE, offsetof(struct plan, renews_date), NULL, false },
};

static void release(void *record)
{
	plan_release(record);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)task;
	*plan = ((const struct plan *)record)->id;
}

const struct entity plan_entity = {
	.kind = ENTITY_PLAN,
	.name = "plan",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct plan),
	.version_at = offsetof(struct plan, version),
	.select = "SELECT id, version, " COLUMNS " FROM plan WHERE id = $1",
	.insert = "INSERT INTO plan (id, version, " COLUMNS ") "
		  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
	.update = "UPDATE plan SET version = version + 1, type = $3, number = $4, issuer = $5, place = $6, date = $7, "
		  "title = $8, signer_name = $9, signer_position = $10, signer_on_behalf = $11, year = $12, withdrawn = $13, "
		  "renews = $14, renews_date = $15 "
		  "WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM plan WHERE id = $1",
	.release = release,
	.owner = owner,
};

/* --- reading ------------------------------------------------------------ */

static bool is_withdrawn(const struct plan_row_list *list, row_id plan)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].plan.id == plan)
			return list->items[i].plan.withdrawn;
	return false;
}

/* A newer version that was withdrawn gives its place back to the older one. */
static void set_current(struct plan_row_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct plan_row *row = &list->items[i];

		row->superseded = row->superseded_by && !is_withdrawn(list, row->superseded_by);
		row->current = !row->superseded && !row->plan.withdrawn;
	}
}

static enum status read_rows(struct db *db, struct plan_row_list *list, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT id, version, " COLUMNS ", superseded_by FROM plan ORDER BY id");

	while (sql_row(st)) {
		struct plan_row row = { 0 };

		entity_read(&plan_entity, st, &row.plan);
		row.superseded_by = column_id(st, (int)plan_entity.count + 2);
		plan_row_list_add(list, &row);
	}
	set_current(list);
	return sql_end(st, err);
}

static enum status plan_list(struct store *store, struct date today, struct plan_row_list *list, struct error *err)
{
	struct db *db = db_of(store);
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = read_rows(db, list, err);
	for (size_t i = 0; status == OK && i < list->count; i++)
		status = progress_of_plan(db, list->items[i].plan.id, today, &list->items[i].progress, err);
	db_read_end(db);
	if (status != OK)
		plan_row_list_clear(list);
	return status;
}

static enum status plan_get(struct store *store, row_id id, struct plan *plan, struct error *err)
{
	return entity_load(db_of(store), &plan_entity, id, plan, err);
}

static enum status plan_progress(struct store *store, row_id plan, struct date today, struct progress *progress,
				 struct error *err)
{
	struct db *db = db_of(store);
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = progress_of_plan(db, plan, today, progress, err);
	db_read_end(db);
	return status;
}

/* --- writing ------------------------------------------------------------ */

static enum status plan_insert(struct store *store, struct plan *plan, struct error *err)
{
	struct db *db = db_of(store);
	struct statement *st;
	enum status status = entity_insert(db, &plan_entity, plan, err);

	if (status != OK)
		return status;
	if (!db->journal.plan)
		db->journal.plan = plan->id;
	st = sql(db->driver, "INSERT INTO plan_progress (plan_id, tasks, done) VALUES ($1, 0, 0)");
	bind_int(st, 1, plan->id);
	return sql_run(st, err);
}

static enum status plan_update(struct store *store, struct plan *plan, struct error *err)
{
	return entity_update(db_of(store), &plan_entity, plan, err);
}

/* Part of an import, which is journaled as a whole. */
static enum status plan_supersede(struct store *store, row_id older, row_id newer, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"UPDATE plan SET version = version + 1, superseded_by = $2 WHERE id = $1");

	bind_int(st, 1, older);
	bind_int(st, 2, newer);
	return sql_run(st, err);
}

void plan_functions(struct store *store)
{
	store->plan_list = plan_list;
	store->plan_get = plan_get;
	store->plan_progress = plan_progress;
	store->plan_insert = plan_insert;
	store->plan_update = plan_update;
	store->plan_supersede = plan_supersede;
}
