#include "db/progress.h"

#include <stdlib.h>

#include "db/internal.h"

enum tally_kind { TALLY_FREE, TALLY_PLAN, TALLY_SECTION, TALLY_DAY, TALLY_TASK };

struct tally_item {
	enum tally_kind kind;
	row_id id;		/* of the plan (DAY too), section or task */
	struct date day;
	int own;		/* SECTION: tasks that stand in itself; TASK: leads */
	int all;		/* tasks; TASK: obligations */
	int done;
	bool done_days;		/* TASK: the days on which obligations were done may differ */
	bool next_due;		/* TASK: something may be due next on another day */
	bool expected;		/* TASK: one open obligation, due on `expected_due`, is in its row already */
	struct date expected_due;
};

void tally_release(struct tally *tally)
{
	free(tally->items);
	*tally = (struct tally){ 0 };
}

/* --- gathering ---------------------------------------------------------- */

static size_t hash(enum tally_kind kind, row_id id, struct date day)
{
	unsigned long long key = (unsigned long long)id * 8 + (unsigned)kind;

	key = key * 400 * 16 * 32 + (unsigned)((day.year * 16 + day.month) * 32 + day.day);
	key *= 0x9E3779B97F4A7C15;
	return (size_t)(key >> 20);
}

static struct tally_item *slot(struct tally *tally, enum tally_kind kind, row_id id, struct date day)
{
	size_t at = hash(kind, id, day) % tally->cap;

	while (tally->items[at].kind != TALLY_FREE) {
		struct tally_item *item = &tally->items[at];

		if (item->kind == kind && item->id == id && !date_compare(item->day, day))
			return item;
		at = (at + 1) % tally->cap;
	}
	return &tally->items[at];
}

static void grow(struct tally *tally)
{
	struct tally old = *tally;

	tally->cap = old.cap ? old.cap * 2 : 64;
	tally->items = xcalloc(tally->cap, sizeof *tally->items);
	for (size_t i = 0; i < old.cap; i++)
		if (old.items[i].kind != TALLY_FREE)
			*slot(tally, old.items[i].kind, old.items[i].id, old.items[i].day) = old.items[i];
	free(old.items);
}

static struct tally_item *item_for(struct tally *tally, enum tally_kind kind, row_id id, struct date day)
{
	struct tally_item *item;

	if (tally->count * 2 >= tally->cap)
		grow(tally);
	item = slot(tally, kind, id, day);
	if (item->kind == TALLY_FREE) {
		*item = (struct tally_item){ .kind = kind, .id = id, .day = day };
		tally->count++;
	}
	return item;
}

static const struct date no_day;

static bool is_open(const struct task *task)
{
	return task->status == TASK_OPEN || task->status == TASK_DOING;
}

static void tally_task(struct db *db, const struct task *task, struct date next_due, int sign)
{
	struct tally_item *section = item_for(&db->tally, TALLY_SECTION, task->section_id, no_day);
	int all = task->status == TASK_CANCELLED ? 0 : sign;
	int done = task->status == TASK_DONE ? sign : 0;
	struct tally_item *plan;

	section->own += sign;
	section->all += all;
	section->done += done;
	plan = item_for(&db->tally, TALLY_PLAN, task->plan_id, no_day);
	plan->all += all;
	plan->done += done;
	if (is_open(task) && date_is_set(next_due))
		item_for(&db->tally, TALLY_DAY, task->plan_id, next_due)->all += sign;
}

/* The day it is next due follows from the obligations and is settled with them: until then it stays what it was. */
void tally_change(struct db *db, const struct task *old, const struct task *new)
{
	if (old)
		tally_task(db, old, old->next_due, -1);
	if (new)
		tally_task(db, new, old ? old->next_due : new->next_due, 1);
	if (new && date_compare(old ? old->deadline.due : new->next_due, new->deadline.due) != 0)
		item_for(&db->tally, TALLY_TASK, new->id, no_day)->next_due = true;
}

void tally_lead(struct db *db, row_id task, int sign)
{
	item_for(&db->tally, TALLY_TASK, task, no_day)->own += sign;
}

static bool is_as_expected(const struct tally_item *task, const struct obligation *obligation)
{
	return task->expected && obligation->state == OBLIGATION_OPEN && !date_compare(obligation->due, task->expected_due);
}

void tally_obligation(struct db *db, const struct obligation *obligation, int sign)
{
	struct tally_item *task = item_for(&db->tally, TALLY_TASK, obligation->task_id, no_day);

	if (obligation->state == OBLIGATION_CLOSED)
		return;
	task->all += sign;
	if (sign < 0 || !is_as_expected(task, obligation))
		task->next_due = true;
	if (obligation->state == OBLIGATION_DONE) {
		task->done += sign;
		task->done_days = true;
	}
}

void tally_expected(struct db *db, const struct task *task)
{
	struct tally_item *item = item_for(&db->tally, TALLY_TASK, task->id, no_day);

	item->own--;
	item->all--;
	item->expected = true;
	item->expected_due = task->deadline.due;
}

/* --- writing ------------------------------------------------------------ */

static enum status write_plan(struct db *db, const struct tally_item *item, struct error *err)
{
	struct statement *st = sql(db->driver,
		"INSERT INTO plan_progress (plan_id, tasks, done) VALUES ($1, $2, $3) "
		"ON CONFLICT (plan_id) DO UPDATE SET tasks = plan_progress.tasks + excluded.tasks, "
		"done = plan_progress.done + excluded.done");

	bind_int(st, 1, item->id);
	bind_int(st, 2, item->all);
	bind_int(st, 3, item->done);
	return sql_run(st, err);
}

/* Itself and all that it lies in. */
static enum status write_section(struct db *db, const struct tally_item *item, struct error *err)
{
	struct statement *st = sql(db->driver,
		"WITH RECURSIVE above (id, own_tasks) AS (SELECT $1, $2 UNION ALL "
		"SELECT s.parent_id, 0 FROM above JOIN section s ON s.id = above.id WHERE s.parent_id IS NOT NULL) "
		"INSERT INTO section_progress (section_id, own_tasks, tasks, done) "
		"SELECT id, own_tasks, $3, $4 FROM above WHERE true "
		"ON CONFLICT (section_id) DO UPDATE SET "
		"own_tasks = section_progress.own_tasks + excluded.own_tasks, "
		"tasks = section_progress.tasks + excluded.tasks, "
		"done = section_progress.done + excluded.done");

	bind_int(st, 1, item->id);
	bind_int(st, 2, item->own);
	bind_int(st, 3, item->all);
	bind_int(st, 4, item->done);
	return sql_run(st, err);
}

static enum status drop_empty_day(struct db *db, const struct tally_item *item, struct error *err)
{
	struct statement *st = sql(db->driver, "DELETE FROM due_day WHERE plan_id = $1 AND due = $2 AND tasks = 0");

	bind_int(st, 1, item->id);
	bind_date(st, 2, item->day);
	return sql_run(st, err);
}

static enum status write_day(struct db *db, const struct tally_item *item, struct error *err)
{
	struct statement *st = sql(db->driver,
		"INSERT INTO due_day (plan_id, due, tasks) VALUES ($1, $2, $3) "
		"ON CONFLICT (plan_id, due) DO UPDATE SET tasks = due_day.tasks + excluded.tasks");
	enum status status;

	bind_int(st, 1, item->id);
	bind_date(st, 2, item->day);
	bind_int(st, 3, item->all);
	status = sql_run(st, err);
	if (status == OK && item->all < 0)
		status = drop_empty_day(db, item, err);
	return status;
}

static enum status write_done_days(struct db *db, row_id task, struct error *err)
{
	struct statement *st = sql(db->driver,
		"UPDATE task SET done_on = (SELECT max(done_on) FROM obligation "
		"WHERE task_id = $1 AND state = 'done') WHERE id = $1");

	bind_int(st, 1, task);
	return sql_run(st, err);
}

/* TASKS more of PLAN are open and next due on DAY. */
static enum status shift_day(struct db *db, row_id plan, struct date day, int tasks, struct error *err)
{
	struct tally_item item = { .kind = TALLY_DAY, .id = plan, .day = day, .all = tasks };

	return date_is_set(day) ? write_day(db, &item, err) : OK;
}

static enum status put_next_due(struct db *db, row_id task, struct date day, struct error *err)
{
	struct statement *st = sql(db->driver, "UPDATE task SET next_due = $2 WHERE id = $1");

	bind_int(st, 1, task);
	bind_date(st, 2, day);
	return sql_run(st, err);
}

/* Behind the counters: it asks them. */
static enum status write_next_due(struct db *db, row_id task, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT t.plan_id, t.status IN ('open', 'doing'), t.next_due, " NEXT_DUE " FROM task t WHERE t.id = $1");
	struct date before = no_day, after = no_day;
	bool open = false;
	row_id plan = 0;
	enum status status;

	bind_int(st, 1, task);
	if (sql_row(st)) {
		plan = column_id(st, 0);
		open = column_int(st, 1) != 0;
		before = column_date(st, 2);
		after = column_date(st, 3);
	}
	status = sql_end(st, err);
	if (status != OK || !date_compare(before, after))
		return status;
	status = put_next_due(db, task, after, err);
	if (status == OK && open)
		status = shift_day(db, plan, before, -1, err);
	return status == OK && open ? shift_day(db, plan, after, 1, err) : status;
}

static enum status write_task(struct db *db, const struct tally_item *item, struct error *err)
{
	struct statement *st = sql(db->driver,
		"UPDATE task SET leads = leads + $2, obligations = obligations + $3, "
		"obligations_done = obligations_done + $4 WHERE id = $1");
	enum status status;

	bind_int(st, 1, item->id);
	bind_int(st, 2, item->own);
	bind_int(st, 3, item->all);
	bind_int(st, 4, item->done);
	status = sql_run(st, err);
	if (status == OK && item->done_days)
		status = write_done_days(db, item->id, err);
	return status == OK && item->next_due ? write_next_due(db, item->id, err) : status;
}

static enum status write_item(struct db *db, const struct tally_item *item, struct error *err)
{
	if (!item->own && !item->all && !item->done && !item->done_days && !item->next_due)
		return OK;
	switch (item->kind) {
	case TALLY_FREE:
		return OK;
	case TALLY_PLAN:
		return write_plan(db, item, err);
	case TALLY_SECTION:
		return write_section(db, item, err);
	case TALLY_DAY:
		return write_day(db, item, err);
	case TALLY_TASK:
		return write_task(db, item, err);
	}
	BUG("tally of kind %d", (int)item->kind);
}

/* Tasks last: when another day becomes their next one, that day's own counter must be right. */
enum status tally_flush(struct db *db, struct error *err)
{
	enum status status = OK;

	for (int tasks = 0; tasks <= 1; tasks++)
		for (size_t i = 0; status == OK && i < db->tally.cap && db->tally.count; i++)
			if ((db->tally.items[i].kind == TALLY_TASK) == tasks)
				status = write_item(db, &db->tally.items[i], err);
	tally_release(&db->tally);
	return status;
}

/* --- reading ------------------------------------------------------------ */

static enum status count_overdue(struct db *db, row_id plan, struct date today, int *overdue, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT coalesce(sum(tasks), 0) FROM due_day WHERE plan_id = $1 AND due < $2");

	bind_int(st, 1, plan);
	bind_date(st, 2, today);
	if (sql_row(st))
		*overdue = column_int(st, 0);
	return sql_end(st, err);
}

enum status progress_of_plan(struct db *db, row_id plan, struct date today, struct progress *progress,
			     struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT tasks, done FROM plan_progress WHERE plan_id = $1");
	struct progress found = { 0 };
	enum status status;

	bind_int(st, 1, plan);
	if (sql_row(st)) {
		found.tasks = column_int(st, 0);
		found.done = column_int(st, 1);
	}
	status = sql_end(st, err);
	if (status == OK)
		status = count_overdue(db, plan, today, &found.overdue, err);
	if (status == OK)
		*progress = found;
	return status;
}
