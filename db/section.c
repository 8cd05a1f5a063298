/* Sections, in the order of the document. */
#include <stddef.h>
#include <string.h>

#include "core/base/gettext.h"
#include "db/internal.h"

#define COLUMNS "plan_id, parent_id, seq, level, path, label, title, body"
#define COLUMNS_OF_ROW "s.plan_id, s.parent_id, s.seq, s.level, s.path, s.label, s.title, NULL"

static const struct column columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct section, plan_id), NULL, false },
	{ "parent_id", COLUMN_ID, offsetof(struct section, parent_id), NULL, false },
	{ "seq", COLUMN_INT, offsetof(struct section, seq), NULL, false },
	{ "level", COLUMN_INT, offsetof(struct section, level), NULL, false },
	{ "path", COLUMN_TEXT, offsetof(struct section, path), NULL, false },
	{ "label", COLUMN_TEXT, offsetof(struct section, label), NULL, false },
	{ "title", COLUMN_TEXT, offsetof(struct section, title), NULL, false },
	{ "body", COLUMN_TEXT, offsetof(struct section, body), NULL, false },
};

static void release(void *record)
{
	section_release(record);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)task;
	*plan = ((const struct section *)record)->plan_id;
}

/* What is gathered for them is written before they go. */
static enum status drop_counters(struct db *db, row_id section, struct error *err)
{
	enum status status = db_flush(db, err);
	struct statement *st;

	if (status != OK)
		return status;
	st = sql(db->driver, "DELETE FROM section_progress WHERE section_id = $1");
	bind_int(st, 1, section);
	return sql_run(st, err);
}

static enum status deleting(struct db *db, const void *before, struct error *err)
{
	db->section = (struct section_place){ 0 };
	return drop_counters(db, ((const struct section *)before)->id, err);
}

/* The places of its tasks are made from seq. */
static enum status written(struct db *db, const void *before, const void *after, struct error *err)
{
	const struct section *old = before, *new = after;

	(void)db;
	(void)err;
	if (old && new && (old->plan_id != new->plan_id || old->seq != new->seq))
		BUG("section %lld moves from %d to %d", new->id, old->seq, new->seq);
	return OK;
}

const struct entity section_entity = {
	.kind = ENTITY_SECTION,
	.name = "section",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct section),
	.version_at = offsetof(struct section, version),
	.select = "SELECT id, version, " COLUMNS " FROM section WHERE id = $1",
	.insert = "INSERT INTO section (id, version, " COLUMNS ") "
		  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
	.update = "UPDATE section SET version = version + 1, plan_id = $3, parent_id = $4, seq = $5, level = $6, "
		  "path = $7, label = $8, title = $9, body = $10 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM section WHERE id = $1",
	.release = release,
	.owner = owner,
	.deleting = deleting,
	.written = written,
};

/* --- reading ------------------------------------------------------------ */

#define ROWS "SELECT s.id, s.version, " COLUMNS_OF_ROW ", " \
	     "coalesce(p.own_tasks, 0), coalesce(p.tasks, 0), coalesce(p.done, 0) " \
	     "FROM section s LEFT JOIN section_progress p ON p.section_id = s.id "

static const char rows_behind[] = ROWS "WHERE s.plan_id = $1 AND s.seq > $2 ORDER BY s.seq LIMIT $3";
static const char rows_before[] = ROWS "WHERE s.plan_id = $1 AND s.seq < $2 ORDER BY s.seq DESC LIMIT $3";

static void reverse(struct section_row_list *list)
{
	for (size_t i = 0, j = list->count; i + 1 < j; i++) {
		struct section_row row = list->items[i];

		list->items[i] = list->items[--j];
		list->items[j] = row;
	}
}

static enum status section_page(struct store *store, row_id plan, int seq, enum direction direction, int limit,
				struct date today, struct section_row_list *list, struct error *err)
{
	struct db *db = db_of(store);
	struct statement *st;
	int column = (int)section_entity.count + 2;
	enum status status = db_read(db, err);

	(void)today;
	if (status != OK)
		return status;
	st = sql(db->driver, direction == FORWARD ? rows_behind : rows_before);
	bind_int(st, 1, plan);
	bind_int(st, 2, seq);
	bind_int(st, 3, limit);
	while (sql_row(st)) {
		struct section_row row = { 0 };

		entity_read(&section_entity, st, &row.section);
		row.own_tasks = column_int(st, column);
		row.progress.tasks = column_int(st, column + 1);
		row.progress.done = column_int(st, column + 2);
		section_row_list_add(list, &row);
	}
	status = sql_end(st, err);
	db_read_end(db);
	if (direction == BACKWARD)
		reverse(list);
	if (status != OK)
		section_row_list_clear(list);
	return status;
}

static enum status section_get(struct store *store, row_id id, struct section *section, struct error *err)
{
	return entity_load(db_of(store), &section_entity, id, section, err);
}

static enum status section_by_path(struct store *store, row_id plan, const char *path, struct section *section,
				   struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " COLUMNS " FROM section WHERE plan_id = $1 AND path = $2");
	bool found;
	enum status status;

	bind_int(st, 1, plan);
	bind_text(st, 2, path);
	found = sql_row(st);
	if (found)
		entity_read(&section_entity, st, section);
	status = sql_end(st, err);
	if (status == OK && !found)
		return error_set(err, STATUS_NOT_FOUND, _("Kế hoạch không có mục «%s»."), path);
	return status;
}

/* The next section that is not below it comes behind its subtree. */
static enum status section_end(struct store *store, row_id plan, int seq, int level, int *end, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT coalesce("
		"(SELECT n.seq - 1 FROM section n WHERE n.plan_id = $1 AND n.seq > $2 AND n.level <= $3 "
		"ORDER BY n.seq LIMIT 1), "
		"(SELECT max(l.seq) FROM section l WHERE l.plan_id = $1))");
	int found = seq;
	enum status status;

	bind_int(st, 1, plan);
	bind_int(st, 2, seq);
	bind_int(st, 3, level);
	if (sql_row(st))
		found = column_int(st, 0);
	status = sql_end(st, err);
	if (status == OK)
		*end = found;
	return status;
}

/* --- writing ------------------------------------------------------------ */

static enum status section_insert(struct store *store, struct section *section, struct error *err)
{
	return entity_insert(db_of(store), &section_entity, section, err);
}

static enum status section_update(struct store *store, struct section *section, struct error *err)
{
	return entity_update(db_of(store), &section_entity, section, err);
}

void section_functions(struct store *store)
{
	store->section_page = section_page;
	store->section_get = section_get;
	store->section_by_path = section_by_path;
	store->section_end = section_end;
	store->section_insert = section_insert;
	store->section_update = section_update;
}
