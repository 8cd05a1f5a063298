/* The window on a plan against the whole plan read at once. */
#include <criterion/criterion.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "db/db.h"
#include "tui/outline.h"

enum { SECTIONS = 30, LONG_SECTION = 12, LONG = 120 };

static struct store *store;
static row_id plan_id;

static void must(enum status status, struct error *err)
{
	cr_assert_eq(status, OK, "%s", error_text(err));
}

/* Every third section has no tasks; a section of level 1, two below it, and so on. */
static int tasks_of(int seq)
{
	return seq == LONG_SECTION ? LONG : seq % 3 == 0 ? 0 : seq % 7;
}

static row_id add_section(int seq, row_id parent)
{
	struct section section = {
		.plan_id = plan_id, .seq = seq, .level = parent ? 2 : 1, .parent_id = parent,
		.path = xasprintf("%d", seq), .label = xasprintf("%d.", seq), .title = xasprintf("Mục %d",
												 seq),
	};
	struct error err = ERROR_INIT;
	row_id id;

	must(store->section_insert(store, &section, &err), &err);
	id = section.id;
	for (int i = 0; i < tasks_of(seq); i++) {
		struct task task = { .plan_id = plan_id, .section_id = id, .title = xasprintf("Việc %d",
											      i + 1) };

		must(store->task_insert(store, &task, &err), &err);
		task_release(&task);
	}
	section_release(&section);
	return id;
}

static void open_plan(void)
{
	struct plan plan = { .type = xstrdup("Kế hoạch"), .year = 2013 };
	struct change_intent intent = { .who = "tester", .action = "import", .bulk = true };
	struct error err = ERROR_INIT;
	row_id parent = 0;

	must(db_open(":memory:", DB_CREATE, &store, &err), &err);
	must(store->begin(store, &intent, &err), &err);
	must(store->plan_insert(store, &plan, &err), &err);
	plan_id = plan.id;
	plan_release(&plan);
	for (int seq = 1; seq <= SECTIONS; seq++) {
		row_id id = add_section(seq, seq % 3 == 1 ? 0 : parent);

		if (seq % 3 == 1)
			parent = id;
	}
	must(store->commit(store, "Nhập", &err), &err);
}

static void close_plan(void)
{
	store->close(store);
}

TestSuite(outline, .init = open_plan, .fini = close_plan);

static void add_place(struct strbuf *out, struct place place)
{
	strbuf_addf(out, "%d-%d ", place.seq, place.position);
}

/* All rows, as they must come. HIDDEN: sections first and last that a fold hides, 0 for none. */
static char *expected(int first_hidden, int last_hidden)
{
	struct strbuf out = STRBUF_INIT;

	for (int seq = 1; seq <= SECTIONS; seq++) {
		if (seq >= first_hidden && seq <= last_hidden)
			continue;
		add_place(&out, (struct place){ seq, 0 });
		for (int i = 1; i <= tasks_of(seq) && seq + 1 != first_hidden; i++)
			add_place(&out, (struct place){ seq, i });
	}
	return strbuf_detach(&out);
}

static char *rows(const struct outline *outline)
{
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0; i < outline->count; i++)
		add_place(&out, outline->rows[i].place);
	return strbuf_detach(&out);
}

static void expect_rows(const struct outline *outline, const char *wanted)
{
	char *got = rows(outline);

	cr_assert_str_eq(got, wanted);
	free(got);
}

static void read_all(struct outline *outline, enum direction side, int step)
{
	struct error err = ERROR_INIT;
	int added;

	while (!(side == FORWARD ? outline->whole_after : outline->whole_before))
		must(outline_extend(outline, side, step, &added, &err), &err);
}

Test(outline, reading_on_gives_every_row_once_whatever_the_step)
{
	char *wanted = expected(0, 0);

	for (int step = 1; step < 60; step += step < 5 ? 1 : 11) {
		struct outline outline;
		struct error err = ERROR_INIT;

		outline_init(&outline, store, plan_id);
		must(outline_load(&outline, (struct outline_spot){ 0 }, step, &err), &err);
		read_all(&outline, FORWARD, step);
		expect_rows(&outline, wanted);
		must(outline_load_end(&outline, step, &err), &err);
		read_all(&outline, BACKWARD, step);
		expect_rows(&outline, wanted);
		outline_release(&outline);
	}
	free(wanted);
}

Test(outline, from_any_row_both_ways_lead_to_the_whole)
{
	char *wanted = expected(0, 0);
	struct outline all, outline;
	struct error err = ERROR_INIT;

	outline_init(&all, store, plan_id);
	outline_init(&outline, store, plan_id);
	must(outline_load(&all, (struct outline_spot){ 0 }, 1000, &err), &err);
	for (size_t i = 0; i < all.count; i += 3) {
		must(outline_load(&outline, outline_spot(&all.rows[i]), 7, &err), &err);
		cr_assert_eq(outline_row_id(&outline.rows[0]), outline_row_id(&all.rows[i]));
		read_all(&outline, BACKWARD, 7);
		read_all(&outline, FORWARD, 7);
		expect_rows(&outline, wanted);
	}
	outline_release(&all);
	outline_release(&outline);
	free(wanted);
}

Test(outline, what_is_folded_is_skipped_both_ways)
{
	char *wanted = expected(11, 12);	/* section 10 with 11 and the long 12 in it */
	struct outline outline;
	struct section section = { .seq = 10, .level = 1 };
	struct error err = ERROR_INIT;

	outline_init(&outline, store, plan_id);
	must(outline_fold(&outline, &section, &err), &err);
	must(outline_load(&outline, (struct outline_spot){ 0 }, 4, &err), &err);
	read_all(&outline, FORWARD, 4);
	expect_rows(&outline, wanted);
	must(outline_load_end(&outline, 4, &err), &err);
	read_all(&outline, BACKWARD, 4);
	expect_rows(&outline, wanted);
	/* a spot inside the fold is its section */
	must(outline_load(&outline, (struct outline_spot){ { 12, 5 }, 0 }, 4, &err), &err);
	cr_assert_eq(outline.rows[0].place.seq, 10);
	outline_reveal(&outline, 12);
	cr_assert_not(outline_is_folded(&outline, 10));
	outline_release(&outline);
	free(wanted);
}

Test(outline, a_fold_inside_a_fold_stays_when_the_outer_opens)
{
	struct outline outline;
	struct section inner = { .seq = 11, .level = 2 }, outer = { .seq = 10, .level = 1 };
	struct error err = ERROR_INIT;

	outline_init(&outline, store, plan_id);
	must(outline_fold(&outline, &inner, &err), &err);
	must(outline_fold(&outline, &outer, &err), &err);
	outline_unfold(&outline, 10);
	cr_assert(outline_is_folded(&outline, 11));
	outline_release(&outline);
}

Test(outline, trimming_forgets_rows_that_can_be_read_again)
{
	char *wanted = expected(0, 0);
	struct outline outline;
	struct error err = ERROR_INIT;

	outline_init(&outline, store, plan_id);
	must(outline_load(&outline, (struct outline_spot){ 0 }, 1000, &err), &err);
	cr_assert_gt(outline_trim(&outline, BACKWARD, 60), 0);
	cr_assert_eq(outline_trim(&outline, FORWARD, 20), 40);
	cr_assert_eq(outline.count, 20);
	cr_assert_eq(outline_trim(&outline, FORWARD, 20), 0);
	read_all(&outline, FORWARD, 9);
	read_all(&outline, BACKWARD, 9);
	expect_rows(&outline, wanted);
	outline_release(&outline);
	free(wanted);
}

Test(outline, rows_are_found_by_id_and_by_place)
{
	struct outline outline;
	struct error err = ERROR_INIT;
	row_id id;

	outline_init(&outline, store, plan_id);
	must(outline_load(&outline, (struct outline_spot){ 0 }, 10, &err), &err);
	id = outline_row_id(&outline.rows[4]);
	cr_assert_eq(outline_find(&outline, outline.rows[4].is_task, id), 4);
	cr_assert_eq(outline_find(&outline, true, 99999), -1);
	cr_assert_eq(outline_nearest(&outline, outline.rows[4].place), 4);
	cr_assert_eq(outline_nearest(&outline, (struct place){ INT_MAX, 0 }), 9);
	outline_release(&outline);
}
