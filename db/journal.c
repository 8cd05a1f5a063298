#include "db/journal.h"

#include "core/base/gettext.h"
#include "db/internal.h"

/* --- writing ------------------------------------------------------------ */

enum status journal_begin(struct db *db, const struct change_intent *intent, row_id undoes, struct error *err)
{
	struct statement *st = sql(db->driver,
		"INSERT INTO change (at, who, action, summary, plan_id, bulk, undoes) "
		"VALUES ($1, $2, $3, '', $4, $5, $6) RETURNING id");
	row_id id = 0;
	enum status status;

	bind_time(st, 1, clock_now());
	bind_text(st, 2, intent->who);
	bind_text(st, 3, intent->action);
	bind_id(st, 4, intent->plan_id);
	bind_int(st, 5, intent->bulk);
	bind_id(st, 6, undoes);
	while (sql_row(st))
		id = column_id(st, 0);
	status = sql_end(st, err);
	if (status == OK)
		db->journal = (struct journal){ .change = id, .bulk = intent->bulk, .plan = intent->plan_id };
	return status;
}

enum status journal_end(struct db *db, const char *summary, struct error *err)
{
	struct statement *st = sql(db->driver,
		"UPDATE change SET summary = $2, "
		"plan_id = coalesce($3, (SELECT plan_id FROM task WHERE id = $4)) WHERE id = $1");

	bind_int(st, 1, db->journal.change);
	bind_text(st, 2, summary);
	bind_id(st, 3, db->journal.plan);
	bind_id(st, 4, db->journal.task);
	return sql_run(st, err);
}

void journal_step(struct db *db)
{
	if (!db->journal.change)
		BUG("a row is written outside of a change");
	db->journal.step++;
}

static void remember_owner(struct journal *journal, const struct journal_row *row)
{
	if (!journal->plan)
		journal->plan = row->plan;
	if (!journal->task)
		journal->task = row->task;
}

enum status journal_field(struct db *db, const struct journal_row *row, const char *field, const char *before,
			  const char *after, struct error *err)
{
	struct statement *st;

	remember_owner(&db->journal, row);
	if (db->journal.bulk)
		return OK;
	st = sql(db->driver,
		 "INSERT INTO change_field (change_id, number, step, entity, entity_id, task_id, field, before, after) "
		 "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
	bind_int(st, 1, db->journal.change);
	bind_int(st, 2, ++db->journal.number);
	bind_int(st, 3, db->journal.step);
	bind_text(st, 4, row->entity);
	bind_int(st, 5, row->id);
	bind_id(st, 6, row->task);
	bind_text(st, 7, field);
	bind_text(st, 8, before);
	bind_text(st, 9, after);
	return sql_run(st, err);
}

/* Of the one row of ST, which it ends: who and when. */
static enum status conflict_of(struct statement *st, struct error *err)
{
	struct strbuf words = STRBUF_INIT;
	char at[TIME_LOCAL_TEXT];
	enum status status;

	if (sql_row(st))
		strbuf_addf(&words, _("%s đã sửa chỗ này lúc %s nên chưa có gì được ghi; hãy xem lại rồi làm tiếp."),
			    column_peek(st, 0), time_vietnamese(column_time(st, 1), at));
	status = sql_end(st, err);
	if (status == OK)
		status = error_set(err, STATUS_CONFLICT, "%s", words.length ? words.text :
				   _("Dữ liệu này đã thay đổi từ lúc được đọc nên chưa có gì được ghi; "
				     "hãy xem lại rồi làm tiếp."));
	strbuf_release(&words);
	return status;
}

enum status journal_conflict(struct db *db, const char *entity, row_id id, const char *field, row_id after,
			     struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT c.who, c.at FROM change_field f JOIN change c ON c.id = f.change_id "
		"WHERE f.entity = $1 AND f.entity_id = $2 AND f.change_id > $3 AND f.change_id < $4 "
		"AND (f.field = $5 OR CAST($5 AS TEXT) IS NULL) ORDER BY f.change_id DESC LIMIT 1");

	bind_text(st, 1, entity);
	bind_int(st, 2, id);
	bind_int(st, 3, after);
	bind_int(st, 4, db->journal.change);	/* our own is not meant */
	bind_text(st, 5, field);
	return conflict_of(st, err);
}

enum status journal_conflict_on_task(struct db *db, row_id task, row_id after, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT c.who, c.at FROM change_field f JOIN change c ON c.id = f.change_id "
		"WHERE f.task_id = $1 AND f.change_id > $2 AND f.change_id < $3 ORDER BY f.change_id DESC LIMIT 1");

	bind_int(st, 1, task);
	bind_int(st, 2, after);
	bind_int(st, 3, db->journal.change);
	return conflict_of(st, err);
}

/* --- reading ------------------------------------------------------------ */

#define CHANGE_COLUMNS "c.id, c.at, c.who, c.action, c.summary, c.plan_id, c.undoes, c.undone_by, c.bulk"

static void read_change(const struct statement *st, struct change *change)
{
	change->id = column_id(st, 0);
	change->at = column_time(st, 1);
	change->who = column_text(st, 2);
	change->action = column_text(st, 3);
	change->summary = column_text(st, 4);
	change->plan_id = column_id(st, 5);
	change->undoes = column_id(st, 6);
	change->undone_by = column_id(st, 7);
	change->bulk = column_int(st, 8);
}

enum status journal_load(struct db *db, row_id id, struct change *change, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT " CHANGE_COLUMNS " FROM change c WHERE c.id = $1");
	bool found;
	enum status status;

	bind_int(st, 1, id);
	found = sql_row(st);
	if (found)
		read_change(st, change);
	status = sql_end(st, err);
	if (status == OK && !found)
		status = error_set(err, STATUS_NOT_FOUND, _("Nhật ký không có thay đổi số %lld."), id);
	return status;
}

/* What was done in older versions was done to the same work, and to the same plan. */
#define SAME_WORK "WITH RECURSIVE work (id) AS (SELECT $3 UNION " \
		  "SELECT t.continues FROM work w JOIN task t ON t.id = w.id WHERE t.continues IS NOT NULL) "
#define SAME_PLAN "WITH RECURSIVE version (id) AS (SELECT $3 UNION " \
		  "SELECT p.id FROM version v JOIN plan p ON p.superseded_by = v.id) "

#define FIELDS "SELECT f.entity, f.entity_id, f.field, f.before, f.after FROM change_field f WHERE f.change_id = $1 "

static const char fields_of_change[] = FIELDS "ORDER BY f.number";
static const char fields_of_work[] = SAME_WORK FIELDS "AND f.task_id IN (SELECT id FROM work) ORDER BY f.number";

/* TASK 0: all of the change. */
static enum status load_fields(struct db *db, row_id id, row_id task, struct change_field_list *fields, struct error *err)
{
	struct statement *st = sql(db->driver, task ? fields_of_work : fields_of_change);

	bind_int(st, 1, id);
	if (task)
		bind_int(st, 3, task);
	while (sql_row(st)) {
		struct change_field field = {
			.entity = column_text(st, 0),
			.entity_id = column_id(st, 1),
			.field = column_text(st, 2),
			.before = column_text(st, 3),
			.after = column_text(st, 4),
		};

		change_field_list_add(fields, &field);
	}
	return sql_end(st, err);
}

enum status journal_load_fields(struct db *db, row_id id, struct change_field_list *fields, struct error *err)
{
	return load_fields(db, id, 0, fields, err);
}

static const char *journal_text(row_id plan, row_id task)
{
	if (task)
		return SAME_WORK "SELECT " CHANGE_COLUMNS " FROM change c WHERE c.id IN "
		       "(SELECT f.change_id FROM work w JOIN change_field f ON f.task_id = w.id WHERE f.change_id < $1) "
		       "ORDER BY c.id DESC LIMIT $2";
	if (plan)
		return SAME_PLAN "SELECT " CHANGE_COLUMNS " FROM change c WHERE c.plan_id IN (SELECT id FROM version) "
		       "AND c.id < $1 ORDER BY c.id DESC LIMIT $2";
	return "SELECT " CHANGE_COLUMNS " FROM change c WHERE c.id < $1 ORDER BY c.id DESC LIMIT $2";
}

enum status db_journal(struct store *store, row_id plan, row_id task, row_id before, int limit, bool with_fields,
		       struct change_list *list, struct error *err)
{
	struct db *db = db_of(store);
	struct statement *st;
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	st = sql(db->driver, journal_text(plan, task));
	bind_int(st, 1, before ? before : LLONG_MAX);
	bind_int(st, 2, limit);
	if (task || plan)
		bind_int(st, 3, task ? task : plan);
	while (sql_row(st)) {
		struct change change = { 0 };

		read_change(st, &change);
		change_list_add(list, &change);
	}
	status = sql_end(st, err);
	for (size_t i = 0; status == OK && with_fields && i < list->count; i++)
		status = load_fields(db, list->items[i].id, task, &list->items[i].fields, err);
	db_read_end(db);
	if (status != OK)
		change_list_clear(list);
	return status;
}
