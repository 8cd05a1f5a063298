/* Tasks x bodies on a real storage: its sums are those of the table of how things stand. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "core/workbench/matrix.h"

static struct store *store;
static struct made made;
static struct workbench wb;

static void lead(int task, const row_id *agencies, size_t count)
{
	struct task_ids ids = { 0 };

	task_ids_add(&ids, made.task[task]);
	must(workbench_assign(&wb, &ids, ROLE_LEAD, agencies, count, &must_err));
	task_ids_release(&ids);
}

static void done(int task, row_id agency)
{
	struct done_mark mark = { .agency = agency, .on = day("2013-08-20") };
	struct task_ids ids = { 0 };
	size_t changed;

	task_ids_add(&ids, made.task[task]);
	must(workbench_mark_done(&wb, &ids, &mark, &changed, &must_err));
	task_ids_release(&ids);
}

static void set_status(int task, enum task_status status)
{
	struct task_ids ids = { 0 };

	task_ids_add(&ids, made.task[task]);
	must(workbench_set_status(&wb, &ids, status, &must_err));
	task_ids_release(&ids);
}

/* One more share of SNV in a period. */
static void add_period(int task, const char *period, const char *due)
{
	struct obligation obligation = { .task_id = made.task[task], .agency_id = made.snv, .due = day(due) };

	obligation.period = xstrdup(period);
	begin(store, "lan", "assign");
	must(store->obligation_insert(store, &obligation, &must_err));
	commit(store, "Thêm kỳ");
	obligation_release(&obligation);
}

/* Everything that a plan can have: marks, a closed share, suspended, cancelled, periods, work of nobody. */
static void set_up(void)
{
	row_id all[3];

	clock_freeze(1378000000);
	store = open_memory();
	made = make_plan(store);
	workbench_init(&wb, store, "lan");
	memcpy(all, (row_id[]){ made.snv, made.stc, made.stp }, sizeof all);
	for (int task = 0; task < 6; task++)
		lead(task, all, 3);
	done(1, made.stc);
	done(2, 0);
	done(3, made.stp);
	lead(3, all, 2);
	set_status(4, TASK_SUSPENDED);
	done(5, made.snv);
	set_status(5, TASK_CANCELLED);
	add_period(0, "2013-Q2", "2013-06-30");
	add_period(0, "2013-Q4", "2013-12-31");
}

static void tear_down(void)
{
	workbench_release(&wb);
	store->close(store);
	clock_unfreeze();
}

TestSuite(matrix, .init = set_up, .fini = tear_down);

static struct standing_table table(enum standing_by by)
{
	struct standing_query query = { .plan = made.plan, .as_of = day("2013-09-01"), .by = by };
	struct standing_table standing = { 0 };

	must(workbench_standing(&wb, &query, &standing, &must_err));
	return standing;
}

static struct matrix_line_list lines(const struct standing_table *bodies, int first, int limit)
{
	struct matrix_line_list list = { 0 };

	must(workbench_matrix_lines(&wb, made.plan, day("2013-09-01"), bodies, first, limit, &list, &must_err));
	return list;
}

Test(matrix, rows_add_up_to_the_table_of_how_things_stand)
{
	struct standing_table standing = table(STANDING_BY_AGENCY);
	struct matrix_line_list list = lines(&standing, 0, 100);
	struct standing_counts sum = { 0 };

	cr_assert_eq(list.count, 8);
	for (size_t i = 0; i < list.count; i++)
		standing_add(&sum, &list.items[i].counts);
	cr_expect(!memcmp(&sum, &standing.total, sizeof sum));
	cr_expect_gt(sum.suspended, 0);
	matrix_line_list_release(&list);
	standing_table_release(&standing);
}

Test(matrix, columns_add_up_to_what_each_body_owes)
{
	struct standing_table standing = table(STANDING_BY_AGENCY);
	struct matrix_line_list list = lines(&standing, 0, 100);

	cr_assert_eq(standing.lines.count, 4);
	for (size_t body = 0; body < standing.lines.count; body++) {
		const struct standing_counts *counts = &standing.lines.items[body].counts;
		long long all = 0, finished = 0;

		for (size_t i = 0; i < list.count; i++) {
			const struct matrix_cell *cell = &list.items[i].cells[body];

			if (cell->state == MATRIX_SUSPENDED)
				continue;
			all += cell->count;
			finished += cell->done;
		}
		cr_expect_eq(all, standing_total(counts));
		cr_expect_eq(finished, standing_done(counts));
	}
	matrix_line_list_release(&list);
	standing_table_release(&standing);
}

Test(matrix, the_quick_list_of_bodies_is_that_of_the_counted_table)
{
	struct standing_table standing = table(STANDING_BY_AGENCY), bodies = { 0 };

	must(workbench_matrix_bodies(&wb, made.plan, &bodies, &must_err));
	cr_assert_eq(bodies.lines.count, standing.lines.count);
	for (size_t i = 0; i < bodies.lines.count; i++) {
		cr_expect_eq(bodies.lines.items[i].id, standing.lines.items[i].id);
		cr_expect_str_eq(bodies.lines.items[i].label, standing.lines.items[i].label);
	}
	standing_table_release(&bodies);
	standing_table_release(&standing);
}

Test(matrix, a_cell_of_several_periods_shows_the_worst_and_how_many)
{
	struct standing_table standing = table(STANDING_BY_AGENCY);
	struct matrix_line_list list = lines(&standing, 0, 1);
	const struct matrix_cell *cell = &list.items[0].cells[0];

	cr_assert_eq(standing.lines.items[0].id, made.snv);
	cr_expect_eq(cell->count, 3);
	cr_expect_eq(cell->done, 0);
	cr_expect_eq(cell->state, MATRIX_OVERDUE);
	cr_expect_eq(date_compare(cell->due, day("2013-06-30")), 0);
	matrix_line_list_release(&list);
	standing_table_release(&standing);
}

Test(matrix, a_window_has_the_tasks_of_its_numbers)
{
	struct standing_table standing = table(STANDING_BY_AGENCY);
	struct matrix_line_list list = lines(&standing, 3, 2);
	int size;

	cr_assert_eq(list.count, 2);
	cr_expect_eq(list.items[0].task, made.task[3]);
	cr_expect_str_eq(list.items[0].path, "II.1-2");
	cr_expect_eq(list.items[1].task, made.task[4]);
	matrix_line_list_release(&list);
	list = lines(&standing, 8, 5);
	cr_expect_eq(list.count, 0);
	must(store->plan_size(store, made.plan, &size, &must_err));
	cr_expect_eq(size, 8);
	matrix_line_list_release(&list);
	standing_table_release(&standing);
}
