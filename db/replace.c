/*
 * One agency in the place of another, in every row that names it: two rows of the register were one body.
 */
#include <string.h>

#include "db/internal.h"

/* A column that names an agency, and all rows that do; whether row $1 would be there twice if it named $2. */
struct naming {
	const struct entity *entity;
	const char *column;
	const char *rows;
	const char *twice;	/* NULL: it may */
};

static const char assigned_twice[] =
	"SELECT 1 FROM assignment a JOIN assignment b ON b.task_id = a.task_id AND b.role = a.role WHERE a.id = $1 AND b.agency_id = $2";
static const char member_twice[] =
	"SELECT 1 FROM membership a JOIN membership b ON b.group_id = a.group_id AND a.until IS NULL AND b.until IS NULL "
	"WHERE a.id = $1 AND b.agency_id = $2";
static const char grouped_twice[] =
	"SELECT 1 FROM membership a JOIN membership b ON b.agency_id = a.agency_id AND a.until IS NULL AND b.until IS NULL "
	"WHERE a.id = $1 AND b.group_id = $2";

static const struct naming namings[] = {
	{ &assignment_entity, "agency_id", "SELECT id FROM assignment WHERE agency_id = $1", assigned_twice },
	{ &obligation_entity, "agency_id", "SELECT id FROM obligation WHERE agency_id = $1", NULL },
	{ &membership_entity, "agency_id", "SELECT id FROM membership WHERE agency_id = $1", member_twice },
	{ &membership_entity, "group_id", "SELECT id FROM membership WHERE group_id = $1", grouped_twice },
	{ &former_name_entity, "agency_id", "SELECT id FROM former_name WHERE agency_id = $1", NULL },
	{ &succession_entity, "from_id", "SELECT id FROM succession WHERE from_id = $1", NULL },
	{ &succession_entity, "to_id", "SELECT id FROM succession WHERE to_id = $1", NULL },
	{ &extension_entity, "agency_id", "SELECT id FROM extension WHERE agency_id = $1", NULL },
	{ &proposal_entity, "agency_id", "SELECT id FROM proposal WHERE agency_id = $1", NULL },
	{ &conclusion_entity, "agency_id", "SELECT id FROM conclusion WHERE agency_id = $1", NULL },
	{ &agency_entity, "parent_id", "SELECT id FROM agency WHERE parent_id = $1", NULL },
};

struct row_ids {
	row_id *items;
	size_t count, cap;
};

static enum status read_ids(struct db *db, const struct naming *naming, row_id agency, struct row_ids *ids, struct error *err)
{
	struct statement *st = sql(db->driver, naming->rows);

	bind_int(st, 1, agency);
	while (sql_row(st)) {
		GROW(ids->items, ids->count + 1, ids->cap);
		ids->items[ids->count++] = column_id(st, 0);
	}
	return sql_end(st, err);
}

static enum status is_twice(struct db *db, const struct naming *naming, row_id id, row_id to, bool *twice, struct error *err)
{
	struct statement *st;

	*twice = false;
	if (!naming->twice)
		return OK;
	st = sql(db->driver, naming->twice);
	bind_int(st, 1, id);
	bind_int(st, 2, to);
	*twice = sql_row(st);
	return sql_end(st, err);
}

static enum status rename_in(struct db *db, const struct naming *naming, row_id id, row_id to, struct error *err)
{
	const struct column *column = entity_column(naming->entity, naming->column);
	void *record = xcalloc(1, naming->entity->size);
	enum status status = entity_load(db, naming->entity, id, record, err);

	memcpy((char *)record + column->offset, &to, sizeof to);
	if (status == OK)
		status = entity_update(db, naming->entity, record, err);
	naming->entity->release(record);
	free(record);
	return status;
}

/* A row that the other one has already goes. */
static enum status rename_row(struct db *db, const struct naming *naming, row_id id, row_id to, struct error *err)
{
	bool twice;
	enum status status = is_twice(db, naming, id, to, &twice, err);

	if (status != OK)
		return status;
	return twice ? entity_delete(db, naming->entity, id, err) : rename_in(db, naming, id, to, err);
}

static enum status agency_replace(struct store *store, row_id from, row_id to, struct error *err)
{
	struct db *db = db_of(store);
	enum status status = OK;

	for (size_t n = 0; status == OK && n < sizeof namings / sizeof *namings; n++) {
		struct row_ids ids = { 0 };

		status = read_ids(db, &namings[n], from, &ids, err);
		for (size_t i = 0; status == OK && i < ids.count; i++)
			status = rename_row(db, &namings[n], ids.items[i], to, err);
		free(ids.items);
	}
	return status == OK ? entity_delete(db, &agency_entity, from, err) : status;
}

void replace_functions(struct store *store)
{
	store->agency_replace = agency_replace;
}
