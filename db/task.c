/* Tasks: their rows, their pages in document order, their search key. */
#include "db/task.h"

#include <stddef.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"

/* --- the entity --------------------------------------------------------- */

struct task_record {
	struct task task;	/* first */
	int leads;
	struct date done_on;
	long long place;
	char *search_key;
};

#define EDITABLE "plan_id, section_id, position, status, inherited, deadline_kind, start, due, every, deadline, " \
		 "title, product, text, source_id, first_line, last_line, certainty, doubt, continues, decided, renews, search_key"
#define COLUMNS EDITABLE ", leads, obligations, obligations_done, done_on, next_due, place"

static const struct column columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct task, plan_id), NULL, false },
	{ "section_id", COLUMN_ID, offsetof(struct task, section_id), NULL, false },
	{ "position", COLUMN_INT, offsetof(struct task, position), NULL, false },
	{ "status", COLUMN_WORD, offsetof(struct task, status), &task_status_words, false },
	{ "inherited", COLUMN_BOOL, offsetof(struct task, inherited), NULL, false },
	{ "deadline_kind", COLUMN_WORD, offsetof(struct task, deadline.kind), &deadline_kind_words, false },
	{ "start", COLUMN_DATE, offsetof(struct task, deadline.start), NULL, false },
	{ "due", COLUMN_DATE, offsetof(struct task, deadline.due), NULL, false },
	{ "every", COLUMN_WORD, offsetof(struct task, deadline.every), &period_unit_words, false },
	{ "deadline", COLUMN_TEXT, offsetof(struct task, deadline.raw), NULL, false },
	{ "title", COLUMN_TEXT, offsetof(struct task, title), NULL, false },
	{ "product", COLUMN_TEXT, offsetof(struct task, product), NULL, false },
	{ "text", COLUMN_TEXT, offsetof(struct task, text), NULL, false },
	{ "source_id", COLUMN_ID, offsetof(struct task, source_id), NULL, false },
	{ "first_line", COLUMN_INT, offsetof(struct task, first_line), NULL, false },
	{ "last_line", COLUMN_INT, offsetof(struct task, last_line), NULL, false },
	{ "certainty", COLUMN_WORD, offsetof(struct task, certainty), &certainty_words, false },
	{ "doubt", COLUMN_TEXT, offsetof(struct task, doubt), NULL, false },
	{ "continues", COLUMN_ID, offsetof(struct task, continues), NULL, false },
	{ "decided", COLUMN_INT, offsetof(struct task, decided), NULL, false },
	{ "renews", COLUMN_TEXT, offsetof(struct task, renews), NULL, false },
	{ "search_key", COLUMN_TEXT, offsetof(struct task_record, search_key), NULL, true },
	/* Counted by progress.c; an insertion begins them. */
	{ "leads", COLUMN_INT, offsetof(struct task_record, leads), NULL, true },
	{ "obligations", COLUMN_INT, offsetof(struct task, obligations), NULL, true },
	{ "obligations_done", COLUMN_INT, offsetof(struct task, obligations_done), NULL, true },
	{ "done_on", COLUMN_DATE, offsetof(struct task_record, done_on), NULL, true },
	{ "next_due", COLUMN_DATE, offsetof(struct task, next_due), NULL, true },
	{ "place", COLUMN_LONG, offsetof(struct task_record, place), NULL, true },
};

enum { COUNTED = 6 };

static void release(void *record)
{
	struct task_record *task = record;

	free(task->search_key);
	task_release(&task->task);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	const struct task *owned = record;

	*plan = owned->plan_id;
	*task = owned->id;
}

void task_search_key(const struct task *task, struct strbuf *out)
{
	struct strbuf title = STRBUF_INIT;

	viet_search_key(task->title, strlen(task->title), &title);
	if (task->text)
		viet_search_key(task->text, strlen(task->text), out);
	/* The text mostly holds the title: then its words are there once. */
	if (!search_holds(out->text, title.text)) {
		if (out->length)
			strbuf_add_char(out, '\n');
		strbuf_add(out, title.text, title.length);
	}
	strbuf_release(&title);
}

static enum status find_section(struct db *db, const struct task *task, struct error *err)
{
	struct statement *st;
	enum status status;

	if (db->section.section == task->section_id && db->section.plan == task->plan_id)
		return OK;
	db->section = (struct section_place){ 0 };
	st = sql(db->driver, "SELECT seq FROM section WHERE id = $1 AND plan_id = $2");
	bind_int(st, 1, task->section_id);
	bind_int(st, 2, task->plan_id);
	if (sql_row(st))
		db->section = (struct section_place){ task->section_id, task->plan_id, column_int(st, 0) };
	status = sql_end(st, err);
	if (status == OK && !db->section.section)
		return error_set(err, STATUS_NOT_FOUND, _("Không tìm thấy mục của nhiệm vụ; hãy xem lại kế hoạch."));
	return status;
}

/* Behind the last task of its section. */
static enum status next_position(struct db *db, const struct task *task, struct place *place, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT max(place) FROM task WHERE place > $1 AND place < $2");

	bind_int(st, 1, place_number(task->plan_id, (struct place){ place->seq, 0 }));
	bind_int(st, 2, place_number(task->plan_id, (struct place){ place->seq + 1, 0 }));
	if (sql_row(st))
		place->position = column_is_null(st, 0) ? 1 : place_of_number(column_id(st, 0)).position + 1;
	return sql_end(st, err);
}

static enum status prepare(struct db *db, void *record, struct error *err)
{
	struct task_record *task = record;
	struct strbuf key = STRBUF_INIT;
	struct place place;
	enum status status = find_section(db, &task->task, err);

	place = (struct place){ db->section.seq, task->task.position };
	if (status == OK && !place.position)
		status = next_position(db, &task->task, &place, err);
	if (status != OK)
		return status;
	task->task.position = place.position;
	task->place = place_number(task->task.plan_id, place);
	task_search_key(&task->task, &key);
	free(task->search_key);
	task->search_key = strbuf_detach(&key);
	return OK;
}

static bool is_found_alike(const struct task_record *a, const struct task_record *b)
{
	return a && b && !strcmp(a->search_key, b->search_key);
}

static enum status written(struct db *db, const void *before, const void *after, struct error *err)
{
	const struct task_record *old = before, *new = after;

	(void)err;
	if (old && new && old->place != new->place)
		BUG("task %lld moves", new->task.id);
	tally_change(db, old ? &old->task : NULL, new ? &new->task : NULL);
	if (is_found_alike(old, new))
		return OK;
	if (old)
		search_remove(db, old->place, old->search_key);
	if (new)
		search_add(db, new->place, new->search_key);
	return OK;
}

const struct entity task_entity = {
	.kind = ENTITY_TASK,
	.name = "task",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns - COUNTED,
	.size = sizeof(struct task_record),
	.version_at = offsetof(struct task, version),
	.select = "SELECT id, version, " COLUMNS " FROM task WHERE id = $1",
	.insert = "INSERT INTO task (id, version, " COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
		  "$11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30)",
	.update = "UPDATE task SET version = version + 1, plan_id = $3, section_id = $4, position = $5, "
		  "status = $6, inherited = $7, deadline_kind = $8, start = $9, due = $10, every = $11, "
		  "deadline = $12, title = $13, product = $14, text = $15, source_id = $16, "
		  "first_line = $17, last_line = $18, certainty = $19, doubt = $20, continues = $21, decided = $22, renews = $23, "
		  "search_key = $24 "
		  "WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM task WHERE id = $1",
	.release = release,
	.owner = owner,
	.prepare = prepare,
	.written = written,
};

/* --- rows --------------------------------------------------------------- */

void task_row_read(const struct statement *st, struct task_row *row)
{
	struct task_record record = { 0 };
	int next = (int)task_entity.count + 2;

	entity_read(&task_entity, st, &record);
	row->task = record.task;
	row->place = place_of_number(record.place);
	row->section_path = column_text(st, next);
}

/* What stands in the column of leads: codes, and how many bodies the groups hold. */
static enum status read_leads(struct db *db, struct task_row *row, bool *groups, struct strbuf *out, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT coalesce(" THEN_OF("code") ", " THEN_OF("name") "), g.kind = 'group' AND "
		"EXISTS (SELECT 1 FROM membership m WHERE m.group_id = g.id) "
		"FROM assignment a JOIN agency g ON g.id = a.agency_id "
		"WHERE a.task_id = $1 AND a.role = 'lead' ORDER BY a.position, a.id");

	bind_int(st, 1, row->task.id);
	bind_id(st, 2, db->store.todays_names ? 0 : row->task.id);
	while (sql_row(st)) {
		if (column_int(st, 1))
			*groups = true;
		else
			strbuf_addf(out, "%s%s", out->length ? ", " : "", column_peek(st, 0));
	}
	return sql_end(st, err);
}

/* Those of the plan's date: a group may have changed since. */
static enum status count_members(struct db *db, struct task_row *row, struct strbuf *out, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT count(DISTINCT m.agency_id) FROM assignment a JOIN membership m ON m.group_id = a.agency_id "
		"JOIN task t ON t.id = a.task_id JOIN plan p ON p.id = t.plan_id WHERE a.task_id = $1 AND a.role = 'lead' AND "
		"(m.since IS NULL OR m.since <= coalesce(p.date, $2)) AND (m.until IS NULL OR m.until >= coalesce(p.date, $2))");

	bind_int(st, 1, row->task.id);
	bind_date(st, 2, clock_today());
	if (sql_row(st)) {
		if (out->length)
			strbuf_add_text(out, ", ");
		strbuf_addf(out, _("%d cq"), column_int(st, 0));
	}
	return sql_end(st, err);
}

enum status task_rows_finish(struct db *db, struct task_row_list *list, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < list->count; i++) {
		struct strbuf leads = STRBUF_INIT;
		bool groups = false;

		status = read_leads(db, &list->items[i], &groups, &leads, err);
		if (status == OK && groups)
			status = count_members(db, &list->items[i], &leads, err);
		if (status == OK && leads.length)
			list->items[i].leads = strbuf_detach(&leads);
		strbuf_release(&leads);
	}
	return status;
}

void task_rows_reverse(struct task_row_list *list)
{
	for (size_t i = 0, j = list->count; i + 1 < j; i++) {
		struct task_row row = list->items[i];

		list->items[i] = list->items[--j];
		list->items[j] = row;
	}
}

#define ROWS "SELECT " TASK_ROW_COLUMNS " FROM task t JOIN section s ON s.id = t.section_id "

static const char rows_behind[] = ROWS "WHERE t.place > $1 AND t.place < $2 ORDER BY t.place LIMIT $3";
static const char rows_before[] = ROWS "WHERE t.place > $1 AND t.place < $2 ORDER BY t.place DESC LIMIT $3";
static const char row_of_id[] = ROWS "WHERE t.id = $1";

static enum status read_page(struct db *db, row_id plan, struct place from, struct place to, enum direction direction,
			     int limit, struct task_row_list *list, struct error *err)
{
	struct statement *st = sql(db->driver, direction == FORWARD ? rows_behind : rows_before);
	enum status status;

	bind_int(st, 1, place_number(plan, from));
	bind_int(st, 2, place_number(plan, to));
	bind_int(st, 3, limit);
	while (sql_row(st)) {
		struct task_row row = { 0 };

		task_row_read(st, &row);
		task_row_list_add(list, &row);
	}
	status = sql_end(st, err);
	if (direction == BACKWARD)
		task_rows_reverse(list);
	return status == OK ? task_rows_finish(db, list, err) : status;
}

static enum status task_page(struct store *store, row_id section, int position, enum direction direction, int limit,
			     struct task_row_list *list, struct error *err)
{
	struct db *db = db_of(store);
	struct section in = { 0 };
	struct place from, to;
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = entity_load(db, &section_entity, section, &in, err);
	if (status == OK) {
		from = (struct place){ in.seq, direction == FORWARD ? position : 0 };
		to = direction == FORWARD ? (struct place){ in.seq + 1, 0 } : (struct place){ in.seq, position };
		status = read_page(db, in.plan_id, from, to, direction, limit, list, err);
	}
	section_release(&in);
	db_read_end(db);
	if (status != OK)
		task_row_list_clear(list);
	return status;
}

static enum status task_row_get(struct store *store, row_id id, struct task_row *row, struct error *err)
{
	struct db *db = db_of(store);
	struct task_row_list list = { 0 };
	struct statement *st;
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	st = sql(db->driver, row_of_id);
	bind_int(st, 1, id);
	while (sql_row(st)) {
		struct task_row found = { 0 };

		task_row_read(st, &found);
		task_row_list_add(&list, &found);
	}
	status = sql_end(st, err);
	if (status == OK && !list.count)
		status = error_set(err, STATUS_NOT_FOUND, _("Không tìm thấy nhiệm vụ mã %lld; hãy xem lại danh sách."), id);
	if (status == OK)
		status = task_rows_finish(db, &list, err);
	db_read_end(db);
	if (status == OK) {
		*row = list.items[0];
		list.items[0] = (struct task_row){ 0 };
	}
	task_row_list_release(&list);
	return status;
}

/* --- whole tasks -------------------------------------------------------- */

static void read_task(const struct statement *st, struct task *task)
{
	struct task_record record = { 0 };

	entity_read(&task_entity, st, &record);
	free(record.search_key);
	*task = record.task;
}

/* The first row of ST, which it ends. */
static enum status one_task(struct statement *st, struct task *task, struct error *err)
{
	bool found = sql_row(st);
	enum status status;

	if (found)
		read_task(st, task);
	status = sql_end(st, err);
	if (status == OK && !found)
		return error_set(err, STATUS_NOT_FOUND, _("Không tìm thấy nhiệm vụ; hãy xem lại danh sách."));
	return status;
}

static enum status task_get(struct store *store, row_id id, struct task *task, struct error *err)
{
	struct db *db = db_of(store);
	struct statement *st;
	enum status status = db_flush(db, err);

	if (status != OK)
		return status;
	st = sql(db->driver, task_entity.select);
	bind_int(st, 1, id);
	return one_task(st, task, err);
}

static enum status task_by_position(struct store *store, row_id section, int position, struct task *task,
				    struct error *err)
{
	struct db *db = db_of(store);
	struct section in = { 0 };
	struct statement *st;
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = entity_load(db, &section_entity, section, &in, err);
	if (status == OK) {
		st = sql(db->driver, "SELECT id, version, " COLUMNS " FROM task WHERE place = $1");
		bind_int(st, 1, place_number(in.plan_id, (struct place){ in.seq, position }));
		status = one_task(st, task, err);
	}
	section_release(&in);
	db_read_end(db);
	return status;
}

#define WHOLE \
	"SELECT t.id, t.version, t.plan_id, t.section_id, t.position, t.status, t.inherited, t.deadline_kind, " \
	"t.start, t.due, t.every, t.deadline, t.title, t.product, t.text, t.source_id, t.first_line, t.last_line, " \
	"t.certainty, t.doubt, t.continues, t.decided, t.renews, NULL, t.leads, t.obligations, t.obligations_done, t.done_on, t.next_due, t.place "

/* The rows of ST, whole, then the end of the reading. */
static enum status read_whole_tasks(struct db *db, struct statement *st, struct task_list *list, struct error *err)
{
	enum status status;

	while (sql_row(st)) {
		struct task task = { 0 };

		read_task(st, &task);
		task_list_add(list, &task);
	}
	status = sql_end(st, err);
	db_read_end(db);
	if (status != OK)
		task_list_clear(list);
	return status;
}

/* What is said twice of the kind lets the engine see that its index has all of them. */
static enum status tasks_of_kind(struct store *store, row_id plan, enum deadline_kind kind, struct task_list *list,
				 struct error *err)
{
	struct db *db = db_of(store);
	struct statement *st;
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	st = sql(db->driver, WHOLE "FROM task t WHERE t.deadline_kind = $1 AND t.deadline_kind <> 'date' "
			     "AND t.place > $2 AND t.place < $3 ORDER BY t.place");
	bind_text(st, 1, deadline_kind_word(kind));
	bind_int(st, 2, place_number(plan, (struct place){ 0, 0 }));
	bind_int(st, 3, place_number(plan + 1, (struct place){ 0, 0 }));
	return read_whole_tasks(db, st, list, err);
}

static enum status tasks_led_by(struct store *store, row_id agency, row_id after, int limit, struct task_list *list,
				struct error *err)
{
	struct db *db = db_of(store);
	struct statement *st;
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	st = sql(db->driver, WHOLE "FROM assignment a JOIN task t ON t.id = a.task_id "
			     "WHERE a.agency_id = $1 AND a.role = 'lead' AND a.task_id > $2 ORDER BY a.task_id LIMIT $3");
	bind_int(st, 1, agency);
	bind_int(st, 2, after);
	bind_int(st, 3, limit);
	return read_whole_tasks(db, st, list, err);
}

/* --- writing ------------------------------------------------------------ */

/*
 * The caller's strings are lent to the record for the call. In an import nearly every task
 * gets one lead that owes it once: counted before they come, the row is written once.
 */
static enum status task_insert(struct store *store, struct task *task, struct error *err)
{
	struct db *db = db_of(store);
	struct task_record record = { .task = *task };
	enum status status;

	record.leads = record.task.obligations = db->journal.bulk;
	record.task.obligations_done = 0;
	record.task.next_due = record.task.deadline.due;
	status = entity_insert(db, &task_entity, &record, err);
	free(record.search_key);
	if (status == OK && db->journal.bulk)
		tally_expected(db, &record.task);
	record.task.obligations = 0;
	if (status == OK)
		status = db_relieve(db, err);
	if (status == OK)
		*task = record.task;
	return status;
}

static enum status task_update(struct store *store, struct task *task, struct error *err)
{
	struct task_record record = { .task = *task };
	enum status status = entity_update(db_of(store), &task_entity, &record, err);

	free(record.search_key);
	if (status == OK)
		*task = record.task;
	return status;
}

void task_functions(struct store *store)
{
	store->task_page = task_page;
	store->task_get = task_get;
	store->task_row_get = task_row_get;
	store->task_by_position = task_by_position;
	store->tasks_led_by = tasks_led_by;
	store->tasks_of_kind = tasks_of_kind;
	store->task_insert = task_insert;
	store->task_update = task_update;
}
