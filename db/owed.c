/*
 * What everybody owes, for counting. Rows of tasks are large and those of obligations
 * many, so both are read from indexes alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/internal.h"
#include "db/words.h"

static int digits(const char *text, int count)
{
	int number = 0;

	for (int i = 0; i < count; i++)
		number = number * 10 + (text[i] - '0');
	return number;
}

/* Days stand as "2013-08-31": there are millions, and they need no checking one by one. */
static struct date day_of(const struct statement *st, int column)
{
	const char *text = column_peek(st, column);

	if (!text)
		return (struct date){ 0 };
	if (strnlen(text, DATE_TEXT) != strlen("2013-08-31"))
		return column_date(st, column);
	return (struct date){ digits(text, 4), digits(text + 5, 2), digits(text + 8, 2) };
}

/* Of an obligation whose id was not read. */
#define NO_DETAILS (-1)

/* What is known of a task, by its id from FIRST on. */
struct task_mark {
	long long place;	/* 0: not of this count */
	enum task_status status;
};

struct task_marks {
	struct task_mark *items;
	row_id first, last;
	size_t count;		/* of tasks from FIRST to LAST that belong to this count */
	bool places;		/* the marks have them; else all tasks from FIRST to LAST are of this count */
};

static enum status id_range(struct db *db, row_id plan, struct task_marks *marks, struct error *err)
{
	static const char all[] = "SELECT min(id), max(id) FROM task";
	static const char some[] = "SELECT min(id), max(id), count(*) FROM task WHERE place > $1 AND place < $2";
	struct statement *st = sql(db->driver, plan ? some : all);

	if (plan) {
		bind_int(st, 1, place_number(plan, (struct place){ 0, 0 }));
		bind_int(st, 2, place_number(plan + 1, (struct place){ 0, 0 }));
	}
	if (sql_row(st) && !column_is_null(st, 0)) {
		marks->first = column_id(st, 0);
		marks->last = column_id(st, 1);
		marks->items = xcalloc((size_t)(marks->last - marks->first) + 1, sizeof *marks->items);
		marks->count = plan ? (size_t)column_id(st, 2) : (size_t)(marks->last - marks->first) + 1;
		/* Tasks of a plan came together: mostly no other plan's lie between them. */
		marks->places = marks->places || marks->count < (size_t)(marks->last - marks->first) + 1;
	}
	return sql_end(st, err);
}

/* By status, since that index has the places too. */
static enum status mark_tasks(struct db *db, row_id plan, enum task_status of, struct task_marks *marks, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT id, place FROM task WHERE status = $1 AND place > $2 AND place < $3");

	bind_text(st, 1, task_status_word(of));
	bind_int(st, 2, plan ? place_number(plan, (struct place){ 0, 0 }) : 0);
	bind_int(st, 3, plan ? place_number(plan + 1, (struct place){ 0, 0 }) : LLONG_MAX);
	while (sql_row(st)) {
		row_id id = column_id(st, 0);

		if (id < marks->first || id > marks->last)
			continue;
		marks->items[id - marks->first] = (struct task_mark){ column_id(st, 1), of };
	}
	return sql_end(st, err);
}

static const struct task_mark *mark_of(const struct task_marks *marks, row_id task)
{
	const struct task_mark *mark;

	if (!marks->items || task < marks->first || task > marks->last)
		return NULL;
	mark = &marks->items[task - marks->first];
	return mark->place || !marks->places ? mark : NULL;
}

/* What is not marked is open, or on its way, or done: that is told by its obligations. */
static enum status mark_all(struct db *db, row_id plan, struct task_marks *marks, struct error *err)
{
	enum status status = OK;

	for (int of = marks->places ? TASK_OPEN : TASK_SUSPENDED; status == OK && of <= TASK_CANCELLED; of++)
		status = mark_tasks(db, plan, (enum task_status)of, marks, err);
	return status;
}

static void set_task(struct owed_row *row, row_id task, const struct task_mark *mark)
{
	struct place place = place_of_number(mark->place);

	row->task = task;
	row->plan = mark->place ? plan_of_number(mark->place) : 0;
	row->section_seq = mark->place ? place.seq : 0;
	row->status = mark->status;
}

#define OWED "task_id, agency_id, due, state, done_on, original"
#define OF_TASKS " FROM obligation WHERE task_id >= $1 AND task_id <= $2 ORDER BY task_id"

/* Who is told of each row. */
struct visit {
	void (*row)(void *data, const struct owed_row *row);
	void *data;
	bool details;
};

static void visit_obligation(const struct statement *st, row_id task, const struct task_mark *mark, struct visit *visit)
{
	struct owed_row row = { .obligation = visit->details ? column_id(st, 6) : NO_DETAILS };
	int state = OBLIGATION_OPEN;

	obligation_state_words.value(column_peek(st, 3), &state);
	if (state == OBLIGATION_CLOSED && !visit->details)
		return;
	set_task(&row, task, mark);
	row.agency = column_id(st, 1);
	row.state = (enum obligation_state)state;
	row.due = day_of(st, 2);
	row.original = day_of(st, 5);
	if (state != OBLIGATION_OPEN)
		row.done_on = day_of(st, 4);
	if (visit->details)
		row.period = column_peek(st, 7);
	visit->row(visit->data, &row);
}

/* The columns are those of obligation_owed: a row's id costs a look at the end of its entry, so it is asked for alone. */
static enum status visit_obligations(struct db *db, const struct task_marks *marks, struct visit *visit, struct error *err)
{
	static const char short_rows[] = "SELECT " OWED OF_TASKS;
	static const char whole_rows[] = "SELECT " OWED ", id, period" OF_TASKS;
	struct statement *st = sql(db->driver, visit->details ? whole_rows : short_rows);

	bind_int(st, 1, marks->first);
	bind_int(st, 2, marks->last);
	while (sql_row(st)) {
		row_id task = column_id(st, 0);
		const struct task_mark *mark = mark_of(marks, task);

		if (mark)
			visit_obligation(st, task, mark, visit);
	}
	return sql_end(st, err);
}

/* Work that nobody leads, and of which nothing is marked, is owed once, by nobody. */
static enum status visit_leaderless(struct db *db, const struct task_marks *marks, const struct visit *visit,
				    struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT id, next_due FROM task WHERE (leads = 0 OR inherited = 1) AND obligations = 0");

	while (sql_row(st)) {
		const struct task_mark *mark = mark_of(marks, column_id(st, 0));
		struct owed_row row = { .due = column_date(st, 1) };

		if (!mark)
			continue;
		set_task(&row, column_id(st, 0), mark);
		visit->row(visit->data, &row);
	}
	return sql_end(st, err);
}

static enum status owed(struct store *store, row_id plan, enum owed_depth depth,
			void (*row)(void *data, const struct owed_row *row), void *data, struct error *err)
{
	struct visit visit = { .row = row, .data = data, .details = depth == OWED_DETAILS };
	struct db *db = db_of(store);
	struct task_marks marks = { .places = depth != OWED_SHARES };
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = id_range(db, plan, &marks, err);
	if (status == OK)
		status = mark_all(db, plan, &marks, err);
	if (status == OK && marks.count)
		status = visit_obligations(db, &marks, &visit, err);
	if (status == OK && marks.count)
		status = visit_leaderless(db, &marks, &visit, err);
	db_read_end(db);
	free(marks.items);
	return status;
}

void owed_functions(struct store *store)
{
	store->owed = owed;
}
