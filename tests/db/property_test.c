/*
 * What must hold of who owes what, whatever clerks do: they do anything at all here, as a number says that stands
 * in the message when something does not hold.
 */
#include "fixture.h"

#include <string.h>

#include "core/workbench/rounds.h"
#include "core/workbench/standing.h"

enum { WALKS = 12, STEPS = 120, PRINT_EVERY = 11, CHECK_EVERY = 40 };

static const enum standing_by parts[] = {
	STANDING_BY_AGENCY, STANDING_BY_SECTION, STANDING_BY_MONTH, STANDING_BY_PLAN,
	STANDING_BY_GROUP,		/* last: a body may be in several, so that these need not add up */
};

enum { PARTS = sizeof parts / sizeof *parts, SUMS = PARTS - 1 };

/* Everything there is to act on, and what was printed on the way. */
struct walk {
	unsigned long long state;
	unsigned number;
	struct store *store;
	struct workbench wb;
	struct made made;
	long long now;
	int bodies;			/* that were made by merging */
	struct {
		long long at;
		struct date day;
		char *tables;
	} printed[STEPS / PRINT_EVERY + 1];
	int count;
};

static unsigned below(struct walk *w, unsigned most)
{
	w->state = w->state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(w->state >> 33) % most;
}

/* --- what is owed, counted one by one ------------------------------------ */

struct recorded {
	row_id *ids;
	size_t count, cap;
};

static void all_tasks(struct walk *w, struct task_row_list *out)
{
	struct filter filter = { .today = clock_today() };

	must(w->store->task_find(w->store, w->made.plan, &filter, (struct place){ 0, 0 }, FORWARD, 1000, out, &must_err));
}

static bool is_cancelled(const struct task *task)
{
	return task->status == TASK_CANCELLED;
}

/* How many shares count, with those of tasks that were suspended; what is recorded is added to RECORDED. */
static long long count_shares(struct walk *w, struct recorded *recorded)
{
	struct task_row_list tasks = { 0 };
	long long live = 0;

	all_tasks(w, &tasks);
	for (size_t t = 0; t < tasks.count; t++) {
		const struct task *task = &tasks.items[t].task;
		struct obligation_list list = { 0 };
		long long own = 0;

		must(w->store->obligations(w->store, task->id, &list, &must_err));
		for (size_t i = 0; i < list.count; i++) {
			own += list.items[i].state != OBLIGATION_CLOSED;
			if (!obligation_is_recorded(&list.items[i]))
				continue;
			GROW(recorded->ids, recorded->count + 1, recorded->cap);
			recorded->ids[recorded->count++] = list.items[i].id;
		}
		if (!is_cancelled(task))
			live += own ? own : !tasks.items[t].leads;	/* what nobody leads is owed once */
		obligation_list_release(&list);
	}
	task_row_list_release(&tasks);
	return live;
}

static bool is_there(struct walk *w, row_id id)
{
	struct task_row_list tasks = { 0 };
	bool found = false;

	all_tasks(w, &tasks);
	for (size_t t = 0; t < tasks.count && !found; t++) {
		struct obligation_list list = { 0 };

		must(w->store->obligations(w->store, tasks.items[t].task.id, &list, &must_err));
		for (size_t i = 0; i < list.count; i++)
			found = found || list.items[i].id == id;
		obligation_list_release(&list);
	}
	task_row_list_release(&tasks);
	return found;
}

/* --- tables -------------------------------------------------------------- */

static void table_of(struct walk *w, enum standing_by by, bool original, long long known_at, struct date day,
		     struct standing_table *out)
{
	struct standing_query query = { .as_of = day, .known_at = known_at, .by = by, .original = original };

	must(workbench_standing(&w->wb, &query, out, &must_err));
}

static void add_figures(const char *label, const struct standing_counts *c, struct strbuf *out)
{
	strbuf_addf(out, "%s %lld %lld %lld %lld %lld %lld %lld %lld %lld\n", label, c->done_in_time, c->done_late,
		    c->open_in_time, c->open_overdue, c->undated_done, c->undated_open, c->due_in_7, c->extended, c->suspended);
}

/* All tables of a day, as they were known at a time. */
static char *tables_of(struct walk *w, long long known_at, struct date day)
{
	struct strbuf out = STRBUF_INIT;

	for (int original = 0; original <= 1; original++)
		for (size_t i = 0; i < PARTS; i++) {
			struct standing_table table = { 0 };

			table_of(w, parts[i], original, known_at, day, &table);
			for (size_t l = 0; l < table.lines.count; l++)
				add_figures(table.lines.items[l].label, &table.lines.items[l].counts, &out);
			add_figures("total", &table.total, &out);
			standing_table_release(&table);
		}
	return strbuf_detach(&out);
}

static void expect_sums(struct walk *w, int step)
{
	struct recorded ignored = { 0 };
	long long live = count_shares(w, &ignored);

	free(ignored.ids);
	for (int original = 0; original <= 1; original++)
		for (size_t i = 0; i < SUMS; i++) {
			struct standing_table table = { 0 };
			struct standing_counts sum = { 0 };

			table_of(w, parts[i], original, 0, clock_today(), &table);
			for (size_t l = 0; l < table.lines.count; l++)
				standing_add(&sum, &table.lines.items[l].counts);
			cr_assert_eq(memcmp(&sum, &table.total, sizeof sum), 0, "walk %u, step %d: the parts by %s are not the whole",
				     w->number, step, standing_by_word(parts[i]));
			cr_assert_eq(standing_total(&table.total) + table.total.suspended, live,
				     "walk %u, step %d: %lld and %lld are not %lld", w->number, step, standing_total(&table.total),
				     table.total.suspended, live);
			standing_table_release(&table);
		}
}

/* --- what clerks do ------------------------------------------------------- */

static row_id some_body(struct walk *w)
{
	struct agency_list list = { 0 };
	row_id id;

	must(w->store->agency_list(w->store, &list, &must_err));
	id = list.items[below(w, (unsigned)list.count)].id;
	agency_list_release(&list);
	return id;
}

static struct task_ids some_task(struct walk *w)
{
	struct task_row_list list = { 0 };
	struct task_ids ids = { 0 };

	all_tasks(w, &list);
	task_ids_add(&ids, list.items[below(w, (unsigned)list.count)].task.id);
	task_row_list_release(&list);
	return ids;
}

static enum status lead(struct walk *w, const struct task_ids *tasks, struct error *err)
{
	row_id bodies[3] = { some_body(w), some_body(w), some_body(w) };

	return workbench_assign(&w->wb, tasks, ROLE_LEAD, bodies, below(w, 4), err);
}

static enum status limit(struct walk *w, const struct task_ids *tasks, struct error *err)
{
	static const char *const words[] = {
		"", "trước ngày 15/9/2013", "trong tháng 10", "quý III", "thường xuyên", "hằng quý", "hằng tháng", "định kỳ",
		"đến hết ngày 31/8/2013", "khi nào xong thì thôi", "01/6 và 15/11 hằng năm",
	};

	return workbench_set_deadline(&w->wb, tasks, words[below(w, sizeof words / sizeof *words)], NULL, err);
}

/* A share of one of the tasks in STATE, mostly; else anything. */
struct one_share {
	struct task_ids tasks;
	row_id agency;
	char *period;
};

static struct one_share some_share(struct walk *w, enum obligation_state state)
{
	struct one_share share = { 0 };

	for (int tries = 0; tries < 8 && !share.tasks.count; tries++) {
		struct obligation_list list = { 0 };
		struct task_ids tasks = some_task(w);
		const struct obligation *o = NULL;

		must(w->store->obligations(w->store, tasks.items[0], &list, &must_err));
		if (list.count)
			o = &list.items[below(w, (unsigned)list.count)];
		if ((o && o->state == state) || tries == 7) {
			share = (struct one_share){ tasks, o ? o->agency_id : 0, o ? xstrdup_or_null(o->period) : NULL };
			tasks = (struct task_ids){ 0 };
		}
		task_ids_release(&tasks);
		obligation_list_release(&list);
	}
	return share;
}

static void one_share_release(struct one_share *share)
{
	task_ids_release(&share->tasks);
	free(share->period);
}

static enum status mark(struct walk *w, bool back, struct error *err)
{
	struct one_share share = some_share(w, back ? OBLIGATION_DONE : OBLIGATION_OPEN);
	struct done_mark mark = {
		.agency = below(w, 3) ? share.agency : 0, .period = below(w, 5) ? share.period : NULL,
		.evidence = below(w, 2) ? "Báo cáo 7/BC" : NULL, .on = date_add_days(clock_today(), -(int)below(w, 40)),
	};
	size_t changed;
	enum status status = back ? workbench_take_back(&w->wb, &share.tasks, &mark, &changed, err)
				  : workbench_mark_done(&w->wb, &share.tasks, &mark, &changed, err);

	one_share_release(&share);
	return status;
}

static enum status extend(struct walk *w, struct error *err)
{
	static const char *const days[] = { "30/9/2013", "15/10/2013", "hết tháng 11", "31/12/2013", "" };
	struct one_share share = some_share(w, OBLIGATION_OPEN);
	struct extension_order order = {
		.agency = below(w, 2) ? share.agency : 0, .period = share.period, .due = days[below(w, 5)], .reason = "chờ",
	};
	size_t changed;
	enum status status = workbench_extend(&w->wb, &share.tasks, &order, &changed, err);

	one_share_release(&share);
	return status;
}

static enum status explain(struct walk *w, struct error *err)
{
	struct one_share share = some_share(w, OBLIGATION_OPEN);
	enum status status = workbench_explain(&w->wb, &share.tasks, below(w, 2) ? share.agency : 0, share.period, "mưa", err);

	one_share_release(&share);
	return status;
}

static enum status regroup(struct walk *w, struct error *err)
{
	row_id members[3] = { w->made.snv, w->made.stc, w->made.stp };

	return workbench_set_members(&w->wb, w->made.group, members + below(w, 2), below(w, 3), err);
}

static enum status reorganise(struct walk *w, struct error *err)
{
	row_id from = some_body(w);
	struct reorganisation wanted = {
		.from = &from, .from_count = 1, .part = !below(w, 4), .order = { clock_today(), "9/NQ" },
	};
	char *name = xasprintf("Sở mới số %d", w->bodies);
	enum status status;

	if (below(w, 3) || wanted.part) {
		string_list_add(&wanted.into, name);
		w->bodies++;
	}
	status = workbench_reorganise(&w->wb, &wanted, err);
	string_list_release(&wanted.into);
	free(name);
	return status;
}

static enum status rename_body(struct walk *w, struct error *err)
{
	struct ordered order = { clock_today(), "10/NQ" };
	char *name = xasprintf("Sở đổi tên số %d", w->bodies++);
	enum status status = workbench_rename_agency(&w->wb, some_body(w), name, NULL, &order, err);

	free(name);
	return status;
}

static enum status hand_over(struct walk *w, struct error *err)
{
	struct hand_over_order order = { .to = some_body(w), .reason = "Sáp nhập" };
	struct agency_list list = { 0 };
	size_t count;

	must(w->store->agency_list(w->store, &list, &must_err));
	for (size_t i = 0; i < list.count; i++)
		if (date_is_set(list.items[i].valid_to) && (!order.from || below(w, 2)))
			order.from = list.items[i].id;
	agency_list_release(&list);
	return order.from ? workbench_hand_over(&w->wb, &order, &count, err) : OK;
}

static enum status rounds(struct walk *w, struct error *err)
{
	struct period_list list = { 0 };
	size_t opened;
	enum status status = below(w, 2) ? OK : w->store->periods(w->store, w->made.plan, &list, err);

	if (status == OK && list.count)
		status = workbench_remove_round(&w->wb, &list.items[below(w, (unsigned)list.count)], err);
	else if (status == OK)
		status = workbench_open_rounds(&w->wb, w->made.plan, NULL, 2013, &opened, err);
	period_list_release(&list);
	return status;
}

static enum status back(struct walk *w, bool again, struct error *err)
{
	struct change change = { 0 };
	enum status status = again ? workbench_redo(&w->wb, &change, err) : workbench_undo(&w->wb, false, &change, err);

	change_release(&change);
	return status;
}

static enum status add(struct walk *w, struct error *err)
{
	row_id task;

	return workbench_add_task(&w->wb, w->made.section[below(w, 5)], "Việc thêm", &task, err);
}

enum deed {
	LEAD, LIMIT, MARK, MARK_TOO, TAKE_BACK, EXTEND, EXPLAIN, STATUS, ADD, REGROUP, REORGANISE, RENAME, JOIN, HAND_OVER, ROUNDS, UNDO,
	UNDO_TOO, REDO,
	DEEDS,
};

static enum status act(struct walk *w, enum deed deed, struct error *err)
{
	static const enum task_status statuses[] = { TASK_OPEN, TASK_DOING, TASK_SUSPENDED, TASK_CANCELLED };
	struct task_ids tasks = some_task(w);
	enum status status = OK;

	switch (deed) {
	case LEAD:
		status = lead(w, &tasks, err);
		break;
	case LIMIT:
		status = limit(w, &tasks, err);
		break;
	case MARK:
	case MARK_TOO:
	case TAKE_BACK:
		status = mark(w, deed == TAKE_BACK, err);
		break;
	case EXTEND:
		status = extend(w, err);
		break;
	case EXPLAIN:
		status = explain(w, err);
		break;
	case STATUS:
		status = workbench_set_status(&w->wb, &tasks, statuses[below(w, 4)], err);
		break;
	case ADD:
		status = add(w, err);
		break;
	case REGROUP:
		status = regroup(w, err);
		break;
	case REORGANISE:
		status = reorganise(w, err);
		break;
	case JOIN:
		if (!below(w, 3))
			status = workbench_join_agencies(&w->wb, some_body(w), some_body(w), err);
		break;
	case RENAME:
		status = rename_body(w, err);
		break;
	case HAND_OVER:
		status = hand_over(w, err);
		break;
	case ROUNDS:
		status = rounds(w, err);
		break;
	case UNDO:
	case UNDO_TOO:
	case REDO:
		status = back(w, deed == REDO, err);
		break;
	case DEEDS:
		break;
	}
	task_ids_release(&tasks);
	return status;
}

/* Taking back is the one way in which a record may go. */
static bool may_take_away(enum deed deed)
{
	return deed == UNDO || deed == UNDO_TOO || deed == REDO || deed == TAKE_BACK;
}

static void step(struct walk *w, int number)
{
	enum deed deed = (enum deed)below(w, DEEDS);
	struct recorded before = { 0 };
	struct error err = ERROR_INIT;
	enum status status;

	w->now += 5 * 3600;
	clock_freeze(w->now);
	count_shares(w, &before);
	status = act(w, deed, &err);
	cr_assert(status == OK || status == STATUS_DENIED || status == STATUS_INVALID || status == STATUS_NOT_FOUND ||
		  status == STATUS_CONFLICT, "walk %u, step %d, deed %d: %d %s", w->number, number, (int)deed, (int)status,
		  error_text(&err));
	error_release(&err);
	for (size_t i = 0; i < before.count && !may_take_away(deed); i++)
		cr_assert(is_there(w, before.ids[i]), "walk %u, step %d, deed %d: obligation %lld is gone", w->number, number,
			  (int)deed, before.ids[i]);
	free(before.ids);
}

static void check_whole(struct walk *w, int step)
{
	struct string_list problems = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(db_check(w->store, &problems, &err), OK, "walk %u, step %d: %s", w->number, step,
		     problems.count ? problems.items[0] : error_text(&err));
	string_list_release(&problems);
}

static void expect_printed(struct walk *w)
{
	for (int i = 0; i < w->count; i++) {
		char *again = tables_of(w, w->printed[i].at, w->printed[i].day);

		cr_assert_str_eq(again, w->printed[i].tables, "walk %u, printed %d:\n%s\nand now\n%s", w->number, i,
				 w->printed[i].tables, again);
		free(again);
		free(w->printed[i].tables);
	}
}

/* The tasks of the fixture have leads who owe nothing yet: here all that lead owe it. */
static void begin_walk(struct walk *w)
{
	for (size_t i = 0; i < 8; i++) {
		row_id bodies[] = { w->made.snv, w->made.stc, w->made.stp, w->made.group };
		struct task_ids task = { 0 };

		task_ids_add(&task, w->made.task[i]);
		must(workbench_assign(&w->wb, &task, ROLE_LEAD, NULL, 0, &must_err));
		must(workbench_assign(&w->wb, &task, ROLE_LEAD, &bodies[i % 4], i < 7, &must_err));
		task_ids_release(&task);
	}
}

static void walk(unsigned number)
{
	struct walk w = { .state = 7919 * number + 1, .number = number, .now = 1377997440 };	/* 2013-09-01T01:04:00Z */

	clock_freeze(w.now);
	w.store = open_memory();
	w.made = make_plan(w.store);
	workbench_init(&w.wb, w.store, "lan");
	begin_walk(&w);
	for (int i = 0; i < STEPS; i++) {
		step(&w, i);
		expect_sums(&w, i);
		if (i % CHECK_EVERY == CHECK_EVERY - 1)
			check_whole(&w, i);
		if (i % PRINT_EVERY)
			continue;
		w.printed[w.count].at = w.now;
		w.printed[w.count].day = clock_today();
		w.printed[w.count++].tables = tables_of(&w, w.now, clock_today());
	}
	clock_freeze(w.now + 86400 * 200LL);
	expect_printed(&w);
	workbench_release(&w.wb);
	w.store->close(w.store);
}

Test(property, whatever_is_done_the_figures_add_up_and_tables_of_before_stay)
{
	for (unsigned i = 1; i <= WALKS; i++)
		walk(i);
}
