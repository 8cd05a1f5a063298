/*
 * What is owed, a window at a time: some tasks of a plan with all their shares, which are
 * read from an index alone.
 */
#include <stdlib.h>

#include "db/internal.h"
#include "db/words.h"

struct span {
	long long from, to;	/* the places of a plan lie between */
};

static struct span span_of(row_id plan)
{
	return (struct span){ place_number(plan, (struct place){ 0, 0 }), place_number(plan + 1, (struct place){ 0, 0 }) };
}

static enum status count_tasks(struct db *db, row_id plan, int *tasks, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT sum(p.own_tasks) FROM section s "
		"JOIN section_progress p ON p.section_id = s.id WHERE s.plan_id = $1");
	int count = 0;
	enum status status;

	bind_int(st, 1, plan);
	if (sql_row(st))
		count = column_int(st, 0);
	status = sql_end(st, err);
	if (status == OK)
		*tasks = count;
	return status;
}

static enum status plan_size(struct store *store, row_id plan, int *tasks, struct error *err)
{
	struct db *db = db_of(store);
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = count_tasks(db, plan, tasks, err);
	db_read_end(db);
	return status;
}

/* --- tasks with their shares -------------------------------------------- */

/* The section that has the task of that number, by what each is counted to have; NUMBER becomes that inside it. */
static enum status find_section(struct db *db, row_id plan, int *number, int *seq, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT s.seq, p.own_tasks FROM section s "
		"JOIN section_progress p ON p.section_id = s.id WHERE s.plan_id = $1 ORDER BY s.seq");

	bind_int(st, 1, plan);
	while (!*seq && sql_row(st)) {
		if (*number < column_int(st, 1))
			*seq = column_int(st, 0);
		else
			*number -= column_int(st, 1);
	}
	return sql_end(st, err);
}

/* Where the task of that number stands; 0 behind the last. */
static enum status find_place(struct db *db, row_id plan, int number, long long *place, struct error *err)
{
	struct statement *st;
	int seq = 0;
	enum status status = find_section(db, plan, &number, &seq, err);

	if (status != OK || !seq)
		return status;
	st = sql(db->driver, "SELECT place FROM task WHERE place > $1 AND place < $2 ORDER BY place");
	bind_int(st, 1, place_number(plan, (struct place){ seq, 0 }));
	bind_int(st, 2, span_of(plan).to);
	while (number >= 0 && sql_row(st))
		if (!number--)
			*place = column_id(st, 0);
	return sql_end(st, err);
}

static void add_share(struct owed_task *task, const struct owed_share *share)
{
	GROW(task->shares, task->count + 1, task->cap);
	task->shares[task->count++] = *share;
}

static void read_task(const struct statement *st, struct owed_task *task)
{
	int status = TASK_OPEN;

	task_status_words.value(column_peek(st, 1), &status);
	*task = (struct owed_task){
		.id = column_id(st, 0), .status = (enum task_status)status, .title = column_text(st, 2),
		.path = xasprintf("%s-%d", column_peek(st, 3), column_int(st, 4)),
	};
	if (column_int(st, 5)) {
		struct owed_share nobody = { .due = column_date(st, 6) };

		add_share(task, &nobody);
	}
}

static enum status read_tasks(struct db *db, row_id plan, long long place, int limit, struct owed_task_list *list,
			      struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT t.id, t.status, t.title, s.path, t.position, "
		"(t.leads = 0 OR t.inherited = 1) AND t.obligations = 0, t.next_due "
		"FROM task t JOIN section s ON s.id = t.section_id "
		"WHERE t.place >= $1 AND t.place < $2 ORDER BY t.place LIMIT $3");

	bind_int(st, 1, place);
	bind_int(st, 2, span_of(plan).to);
	bind_int(st, 3, limit);
	while (sql_row(st)) {
		struct owed_task task;

		read_task(st, &task);
		owed_task_list_add(list, &task);
	}
	return sql_end(st, err);
}

static enum status read_shares(struct db *db, struct owed_task *task, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT agency_id, due, state, done_on, period FROM obligation WHERE task_id = $1 ORDER BY agency_id, period");

	bind_int(st, 1, task->id);
	while (sql_row(st)) {
		struct owed_share share = { .agency = column_id(st, 0), .due = column_date(st, 1) };
		int state = OBLIGATION_OPEN;

		obligation_state_words.value(column_peek(st, 2), &state);
		share.state = (enum obligation_state)state;
		if (share.state != OBLIGATION_OPEN)
			share.done_on = column_date(st, 3);
		if (share.state == OBLIGATION_CLOSED)
			continue;
		share.period = column_text(st, 4);
		add_share(task, &share);
	}
	return sql_end(st, err);
}

static enum status owed_tasks(struct store *store, row_id plan, int first, int limit, struct owed_task_list *list,
			      struct error *err)
{
	struct db *db = db_of(store);
	long long place = 0;
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = find_place(db, plan, first, &place, err);
	if (status == OK && place)
		status = read_tasks(db, plan, place, limit, list, err);
	for (size_t i = 0; status == OK && i < list->count; i++)
		status = read_shares(db, &list->items[i], err);
	db_read_end(db);
	if (status != OK)
		owed_task_list_clear(list);
	return status;
}

/* --- who owes ----------------------------------------------------------- */

/* Of a plan that large it costs more to look for its first and last id than to look through all there are. */
enum { LARGE_PLAN = 100000 };

/* The tasks of a plan came together, so that their ids are close: few of an agency's other assignments lie between. */
static enum status id_range(struct db *db, row_id plan, row_id *first, row_id *last, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT min(id), max(id) FROM task WHERE place > $1 AND place < $2");
	struct span span = span_of(plan);

	bind_int(st, 1, span.from);
	bind_int(st, 2, span.to);
	if (sql_row(st)) {
		*first = column_id(st, 0);
		*last = column_id(st, 1);
	}
	return sql_end(st, err);
}

/* For each of the register a look whether there is one task, not a look at all tasks. */
static enum status read_leaders(struct db *db, row_id plan, row_id **ids, size_t *count, struct error *err)
{
	struct statement *st;
	struct span span = span_of(plan);
	row_id first = 0, last = LLONG_MAX;
	size_t cap = 0;
	int tasks = 0;
	enum status status = count_tasks(db, plan, &tasks, err);

	if (status == OK && tasks <= LARGE_PLAN)
		status = id_range(db, plan, &first, &last, err);
	if (status != OK)
		return status;
	st = sql(db->driver, "SELECT g.id FROM agency g WHERE EXISTS (SELECT 1 FROM assignment a CROSS JOIN task t "
		 "WHERE a.agency_id = g.id AND a.task_id >= $1 AND a.task_id <= $2 AND a.role = 'lead' "
		 "AND t.id = a.task_id AND t.place > $3 AND t.place < $4)");
	bind_int(st, 1, first);
	bind_int(st, 2, last);
	bind_int(st, 3, span.from);
	bind_int(st, 4, span.to);
	while (sql_row(st)) {
		GROW(*ids, *count + 1, cap);
		(*ids)[(*count)++] = column_id(st, 0);
	}
	return sql_end(st, err);
}

static enum status read_nobody(struct db *db, row_id plan, bool *nobody, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT 1 FROM task WHERE (leads = 0 OR inherited = 1) AND (leads = 0 OR obligations = 0) "
		"AND place > $1 AND place < $2 LIMIT 1");
	struct span span = span_of(plan);

	bind_int(st, 1, span.from);
	bind_int(st, 2, span.to);
	*nobody = sql_row(st);
	return sql_end(st, err);
}

static enum status leaders(struct store *store, row_id plan, row_id **ids, size_t *count, bool *nobody, struct error *err)
{
	struct db *db = db_of(store);
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	*ids = NULL;
	*count = 0;
	status = read_leaders(db, plan, ids, count, err);
	if (status == OK)
		status = read_nobody(db, plan, nobody, err);
	db_read_end(db);
	if (status != OK) {
		free(*ids);
		*ids = NULL;
		*count = 0;
	}
	return status;
}

/* The ids come from the index, which is much smaller than the rows. */
static enum status obligations_of(struct store *store, row_id agency, bool closed, struct obligation_list *list,
				  struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT " OBLIGATION_COLUMNS " "
		"FROM obligation o WHERE o.id IN (SELECT n.id FROM obligation n INDEXED BY obligation_owed "
		"WHERE n.agency_id = $1 AND (n.state <> 'closed' OR $2 = 1)) ORDER BY o.task_id, o.period, o.id");
	enum status status;

	bind_int(st, 1, agency);
	bind_int(st, 2, closed);
	while (sql_row(st)) {
		struct obligation obligation = { 0 };

		entity_read(&obligation_entity, st, &obligation);
		obligation_list_add(list, &obligation);
	}
	status = sql_end(st, err);
	if (status != OK)
		obligation_list_clear(list);
	return status;
}

void matrix_functions(struct store *store)
{
	store->plan_size = plan_size;
	store->owed_tasks = owed_tasks;
	store->leaders = leaders;
	store->obligations_of = obligations_of;
}
