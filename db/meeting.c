/* Meetings: their agenda, what was concluded, and what the presenter has on the screen. */
#include <stddef.h>

#include "db/internal.h"
#include "db/words.h"

/* --- meetings ------------------------------------------------------------ */

#define COLUMNS "plan_id, title, day, place, chair, secretary, present, ended, minutes, notice"

static const struct column columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct meeting, plan_id), NULL, false },
	{ "title", COLUMN_TEXT, offsetof(struct meeting, title), NULL, false },
	{ "day", COLUMN_DATE, offsetof(struct meeting, day), NULL, false },
	{ "place", COLUMN_TEXT, offsetof(struct meeting, place), NULL, false },
	{ "chair", COLUMN_TEXT, offsetof(struct meeting, chair), NULL, false },
	{ "secretary", COLUMN_TEXT, offsetof(struct meeting, secretary), NULL, false },
	{ "present", COLUMN_TEXT, offsetof(struct meeting, present), NULL, false },
	{ "ended", COLUMN_TIME_OR_NONE, offsetof(struct meeting, ended), NULL, false },
	{ "minutes", COLUMN_TEXT, offsetof(struct meeting, minutes), NULL, false },
	{ "notice", COLUMN_TEXT, offsetof(struct meeting, notice), NULL, false },
};

static void release(void *record)
{
	meeting_release(record);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)task;
	*plan = ((const struct meeting *)record)->plan_id;
}

const struct entity meeting_entity = {
	.kind = ENTITY_MEETING,
	.name = "meeting",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct meeting),
	.version_at = offsetof(struct meeting, version),
	.select = "SELECT id, version, " COLUMNS " FROM meeting WHERE id = $1",
	.insert = "INSERT INTO meeting (id, version, " COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
	.update = "UPDATE meeting SET version = version + 1, plan_id = $3, title = $4, day = $5, place = $6, chair = $7, "
		  "secretary = $8, present = $9, ended = $10, minutes = $11, notice = $12 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM meeting WHERE id = $1",
	.release = release,
	.owner = owner,
};

static enum status meetings(struct store *store, row_id plan, struct meeting_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " COLUMNS " FROM meeting WHERE plan_id = $1 ORDER BY day DESC, id DESC");
	enum status status;

	bind_int(st, 1, plan);
	while (sql_row(st)) {
		struct meeting meeting = { 0 };

		entity_read(&meeting_entity, st, &meeting);
		meeting_list_add(list, &meeting);
	}
	status = sql_end(st, err);
	if (status != OK)
		meeting_list_clear(list);
	return status;
}

static enum status meeting_get(struct store *store, row_id id, struct meeting *meeting, struct error *err)
{
	return entity_load(db_of(store), &meeting_entity, id, meeting, err);
}

static enum status meeting_insert(struct store *store, struct meeting *meeting, struct error *err)
{
	return entity_insert(db_of(store), &meeting_entity, meeting, err);
}

static enum status meeting_update(struct store *store, struct meeting *meeting, struct error *err)
{
	return entity_update(db_of(store), &meeting_entity, meeting, err);
}

/* --- the agenda ---------------------------------------------------------- */

#define ITEM_COLUMNS "meeting_id, task_id, position"

static const struct column item_columns[] = {
	{ "meeting_id", COLUMN_ID, offsetof(struct meeting_item, meeting_id), NULL, false },
	{ "task_id", COLUMN_ID, offsetof(struct meeting_item, task_id), NULL, false },
	{ "position", COLUMN_INT, offsetof(struct meeting_item, position), NULL, false },
};

static void release_item(void *record)
{
	meeting_item_release(record);
}

static void owner_of_item(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct meeting_item *)record)->task_id;
}

const struct entity meeting_item_entity = {
	.kind = ENTITY_MEETING_ITEM,
	.name = "meeting_item",
	.columns = item_columns,
	.count = sizeof item_columns / sizeof *item_columns,
	.editable = sizeof item_columns / sizeof *item_columns,
	.size = sizeof(struct meeting_item),
	.version_at = offsetof(struct meeting_item, version),
	.select = "SELECT id, version, " ITEM_COLUMNS " FROM meeting_item WHERE id = $1",
	.insert = "INSERT INTO meeting_item (id, version, " ITEM_COLUMNS ") VALUES ($1, $2, $3, $4, $5)",
	.update = "UPDATE meeting_item SET version = version + 1, meeting_id = $3, task_id = $4, position = $5 "
		  "WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM meeting_item WHERE id = $1",
	.release = release_item,
	.owner = owner_of_item,
};

static enum status meeting_items(struct store *store, row_id meeting, struct meeting_item_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " ITEM_COLUMNS ", seconds FROM meeting_item WHERE meeting_id = $1 ORDER BY position, id");
	enum status status;

	bind_int(st, 1, meeting);
	while (sql_row(st)) {
		struct meeting_item item = { 0 };

		entity_read(&meeting_item_entity, st, &item);
		item.seconds = column_int(st, (int)meeting_item_entity.count + 2);
		meeting_item_list_add(list, &item);
	}
	status = sql_end(st, err);
	if (status != OK)
		meeting_item_list_clear(list);
	return status;
}

static enum status meeting_item_insert(struct store *store, struct meeting_item *item, struct error *err)
{
	return entity_insert(db_of(store), &meeting_item_entity, item, err);
}

static enum status meeting_item_update(struct store *store, struct meeting_item *item, struct error *err)
{
	return entity_update(db_of(store), &meeting_item_entity, item, err);
}

static enum status meeting_item_delete(struct store *store, const struct meeting_item *item, struct error *err)
{
	return entity_delete(db_of(store), &meeting_item_entity, item->id, err);
}

/* --- conclusions ---------------------------------------------------------- */

#define CONCLUSION_COLUMNS "meeting_id, task_id, kind, agency_id, due, words, who, at, change_id"

static const struct column conclusion_columns[] = {
	{ "meeting_id", COLUMN_ID, offsetof(struct conclusion, meeting_id), NULL, false },
	{ "task_id", COLUMN_ID, offsetof(struct conclusion, task_id), NULL, false },
	{ "kind", COLUMN_WORD, offsetof(struct conclusion, kind), &conclusion_kind_words, false },
	{ "agency_id", COLUMN_ID, offsetof(struct conclusion, agency_id), NULL, false },
	{ "due", COLUMN_DATE, offsetof(struct conclusion, due), NULL, false },
	{ "words", COLUMN_TEXT, offsetof(struct conclusion, words), NULL, false },
	{ "who", COLUMN_TEXT, offsetof(struct conclusion, who), NULL, false },
	{ "at", COLUMN_TIME, offsetof(struct conclusion, at), NULL, false },
	{ "change_id", COLUMN_ID, offsetof(struct conclusion, change_id), NULL, false },
};

static void release_conclusion(void *record)
{
	conclusion_release(record);
}

static void owner_of_conclusion(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct conclusion *)record)->task_id;
}

const struct entity conclusion_entity = {
	.kind = ENTITY_CONCLUSION,
	.name = "conclusion",
	.columns = conclusion_columns,
	.count = sizeof conclusion_columns / sizeof *conclusion_columns,
	.editable = sizeof conclusion_columns / sizeof *conclusion_columns,
	.size = sizeof(struct conclusion),
	.version_at = offsetof(struct conclusion, version),
	.select = "SELECT id, version, " CONCLUSION_COLUMNS " FROM conclusion WHERE id = $1",
	.insert = "INSERT INTO conclusion (id, version, " CONCLUSION_COLUMNS ") "
		  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
	.update = "UPDATE conclusion SET version = version + 1, meeting_id = $3, task_id = $4, kind = $5, agency_id = $6, "
		  "due = $7, words = $8, who = $9, at = $10, change_id = $11 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM conclusion WHERE id = $1",
	.release = release_conclusion,
	.owner = owner_of_conclusion,
};

#define CONCLUSION_ROWS \
	"SELECT c.id, c.version, c.meeting_id, c.task_id, c.kind, c.agency_id, c.due, c.words, c.who, c.at, c.change_id, " \
	"g.name FROM conclusion c LEFT JOIN agency g ON g.id = c.agency_id "

static const char of_meeting[] = CONCLUSION_ROWS "WHERE c.meeting_id = $1 ORDER BY c.id";
static const char of_task[] = CONCLUSION_ROWS "WHERE c.task_id = $1 ORDER BY c.id";

static enum status conclusions(struct store *store, row_id meeting, row_id task, struct conclusion_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, meeting ? of_meeting : of_task);
	enum status status;

	bind_int(st, 1, meeting ? meeting : task);
	while (sql_row(st)) {
		struct conclusion conclusion = { 0 };

		entity_read(&conclusion_entity, st, &conclusion);
		conclusion.agency_name = column_text(st, (int)conclusion_entity.count + 2);
		conclusion_list_add(list, &conclusion);
	}
	status = sql_end(st, err);
	if (status != OK)
		conclusion_list_clear(list);
	return status;
}

static enum status conclusion_insert(struct store *store, struct conclusion *conclusion, struct error *err)
{
	conclusion->change_id = db_of(store)->journal.change;
	return entity_insert(db_of(store), &conclusion_entity, conclusion, err);
}

/* --- what is on the screen ------------------------------------------------ */

static enum status stage_get(struct store *store, row_id meeting, struct meeting_stage *stage, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, "SELECT item_id, who, since, figures FROM meeting_stage WHERE meeting_id = $1");

	bind_int(st, 1, meeting);
	stage->meeting_id = meeting;
	if (sql_row(st)) {
		stage->item_id = column_id(st, 0);
		stage->who = column_text(st, 1);
		stage->since = column_time(st, 2);
		stage->figures = column_int(st, 3);
	}
	return sql_end(st, err);
}

static enum status put_stage(struct driver *driver, const struct meeting_stage *stage, struct error *err)
{
	struct statement *st;

	if (!stage->who) {
		st = sql(driver, "DELETE FROM meeting_stage WHERE meeting_id = $1");
		bind_int(st, 1, stage->meeting_id);
		return sql_run(st, err);
	}
	st = sql(driver,
		"INSERT INTO meeting_stage (meeting_id, item_id, who, since, figures) VALUES ($1, $2, $3, $4, $5) "
		"ON CONFLICT (meeting_id) DO UPDATE SET item_id = excluded.item_id, who = excluded.who, since = excluded.since, "
		"figures = excluded.figures");
	bind_int(st, 1, stage->meeting_id);
	bind_id(st, 2, stage->item_id);
	bind_text(st, 3, stage->who);
	bind_time(st, 4, stage->since);
	bind_int(st, 5, stage->figures);
	return sql_run(st, err);
}

static enum status add_seconds(struct driver *driver, row_id item, int seconds, struct error *err)
{
	struct statement *st = sql(driver, "UPDATE meeting_item SET seconds = seconds + $2 WHERE id = $1");

	bind_int(st, 1, item);
	bind_int(st, 2, seconds);
	return sql_run(st, err);
}

static enum status stage_put(struct store *store, const struct meeting_stage *stage, row_id left, int seconds, struct error *err)
{
	struct driver *driver = db_of(store)->driver;
	enum status status = driver_begin(driver, false, err);

	if (status == OK)
		status = put_stage(driver, stage, err);
	if (status == OK && left && seconds > 0)
		status = add_seconds(driver, left, seconds, err);
	if (status == OK)
		status = driver_commit(driver, err);
	if (status != OK)
		driver_rollback(driver);
	return status;
}

void meeting_functions(struct store *store)
{
	store->meetings = meetings;
	store->meeting_get = meeting_get;
	store->meeting_insert = meeting_insert;
	store->meeting_update = meeting_update;
	store->meeting_items = meeting_items;
	store->meeting_item_insert = meeting_item_insert;
	store->meeting_item_update = meeting_item_update;
	store->meeting_item_delete = meeting_item_delete;
	store->conclusions = conclusions;
	store->conclusion_insert = conclusion_insert;
	store->stage_get = stage_get;
	store->stage_put = stage_put;
}
