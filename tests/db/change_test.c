#include "fixture.h"

#include <string.h>

#include "core/base/date.h"

static struct store *store;
static struct made made;

static void set_up(void)
{
	clock_freeze(1377997440);	/* 2013-09-01T01:04:00Z */
	store = open_memory();
	made = make_plan(store);
}

static void check_whole(struct store *checked)
{
	struct string_list problems = { 0 };
	struct error err = ERROR_INIT;
	enum status status = db_check(checked, &problems, &err);

	cr_assert_eq(status, OK, "%s: %s", error_text(&err), problems.count ? problems.items[0] : "");
	string_list_release(&problems);
}

/* Whatever a test did, all that is kept must agree with it. */
static void tear_down(void)
{
	check_whole(store);
	store->close(store);
}

TestSuite(change, .init = set_up, .fini = tear_down);

static void set_title(const char *who, row_id id, const char *title)
{
	struct task task = get_task(store, id);

	begin(store, who, "edit");
	replace_string(&task.title, title);
	must(store->task_update(store, &task, &must_err));
	commit(store, title);
	task_release(&task);
}

static void expect_title(row_id id, const char *title)
{
	struct task task = get_task(store, id);

	cr_assert_str_eq(task.title, title);
	task_release(&task);
}

static void undo(const char *who, const char *summary)
{
	struct change change = { 0 };

	must(store->undo(store, who, true, &change, &must_err));
	cr_assert_str_eq(change.summary, summary);
	change_release(&change);
}

static void redo(const char *who, const char *summary)
{
	struct change change = { 0 };

	must(store->redo(store, who, &change, &must_err));
	cr_assert_str_eq(change.summary, summary);
	change_release(&change);
}

static void refuse_undo(const char *who, enum status status, const char *words)
{
	struct change change = { 0 };

	must_refuse(status, words, store->undo(store, who, true, &change, &must_err));
}

static void refuse_redo(const char *who)
{
	struct change change = { 0 };

	must_refuse(STATUS_NOT_FOUND, "làm lại", store->redo(store, who, &change, &must_err));
}

/* --- versions ----------------------------------------------------------- */

Test(change, another_version_is_a_conflict_that_names_who_and_when)
{
	struct task stale = get_task(store, made.task[0]);

	set_title("binh", made.task[0], "Ban hành quy chế mới");
	begin(store, "lan", "edit");
	replace_string(&stale.title, "Bỏ quy chế");
	must_refuse(STATUS_CONFLICT, "binh", store->task_update(store, &stale, &must_err));
	store->rollback(store);
	begin(store, "lan", "edit");
	must_refuse(STATUS_CONFLICT, "01/9/2013 08:04", store->task_update(store, &stale, &must_err));
	store->rollback(store);
	expect_title(made.task[0], "Ban hành quy chế mới");
	task_release(&stale);
}

Test(change, a_version_is_raised_only_by_what_differs)
{
	struct task task = get_task(store, made.task[0]);

	begin(store, "lan", "edit");
	must(store->task_update(store, &task, &must_err));
	cr_assert_eq(task.version, 1);
	task.status = TASK_DOING;
	must(store->task_update(store, &task, &must_err));
	cr_assert_eq(task.version, 2);
	commit(store, "Đang làm");
	task_release(&task);
	task = get_task(store, made.task[0]);
	cr_assert_eq(task.version, 2);
	task_release(&task);
}

Test(change, what_is_taken_back_before_the_commit_never_was)
{
	struct progress progress = { 0 };
	struct change_list list = { 0 };
	struct task task = get_task(store, made.task[4]);

	begin(store, "lan", "done");
	task.status = TASK_DONE;
	must(store->task_update(store, &task, &must_err));
	add_task(store, made.plan, made.section[0], "Việc bỏ dở", NULL);
	store->rollback(store);
	store->rollback(store);
	task_release(&task);
	must(store->plan_progress(store, made.plan, day("2013-09-01"), &progress, &must_err));
	cr_assert_eq(progress.tasks, 8);
	cr_assert_eq(progress.done, 0);
	must(store->journal(store, 0, 0, 0, 10, false, &list, &must_err));
	cr_assert_eq(list.count, 1);
	change_list_release(&list);
}

Test(change, a_place_that_is_taken_is_refused)
{
	struct task task = { .plan_id = made.plan, .section_id = made.section[0], .position = 2,
			     .title = xstrdup("Trùng chỗ") };

	begin(store, "lan", "add");
	must_refuse(STATUS_INVALID, "chưa có gì được ghi", store->task_insert(store, &task, &must_err));
	store->rollback(store);
	task_release(&task);
}

/* --- counters ----------------------------------------------------------- */

Test(change, counts_inside_a_change_are_up_to_date)
{
	struct section_row_list list = { 0 };
	struct task task;
	row_id id, obligation;

	begin(store, "lan", "add");
	id = add_task(store, made.plan, made.section[3], "Việc mới", "2013-07-01");
	obligation = add_obligation(store, id, made.snv);
	cr_assert_gt(obligation, 0);
	task = get_task(store, id);
	cr_assert_eq(task.position, 3);
	cr_assert_eq(task.obligations, 1);
	cr_assert_eq(task.obligations_done, 0);
	task_release(&task);
	must(store->section_page(store, made.plan, 1, FORWARD, 1, day("2013-09-01"), &list, &must_err));
	cr_assert_eq(list.items[0].progress.tasks, 5);
	section_row_list_release(&list);
	commit(store, "Thêm");
}

Test(change, an_import_counts_whoever_leads_and_owes)
{
	const struct change_intent import = { .who = "lan", .action = "import", .bulk = true };
	const struct { int leads, owing; } loads[] = { { 0, 0 }, { 1, 1 }, { 1, 0 }, { 2, 2 }, { 0, 1 } };
	const row_id bodies[] = { made.snv, made.stc };

	for (size_t i = 0; i < sizeof loads / sizeof *loads; i++) {
		struct task task;
		row_id id;

		must(store->begin(store, &import, &must_err));
		id = add_task(store, made.plan, made.section[3], "Việc mới", "2013-07-01");
		for (int n = 0; n < loads[i].leads; n++)
			add_assignment(store, id, bodies[n], ROLE_LEAD, n + 1);
		for (int n = 0; n < loads[i].owing; n++)
			add_obligation(store, id, bodies[n]);
		task = get_task(store, id);
		cr_assert_eq(task.obligations, loads[i].owing, "%zu: %d", i, task.obligations);
		task_release(&task);
		commit(store, "Nhập");
		check_whole(store);
	}
}

static struct obligation first_obligation(row_id task)
{
	struct obligation_list list = { 0 };
	struct obligation obligation;

	must(store->obligations(store, task, &list, &must_err));
	obligation = list.items[0];
	list.items[0] = (struct obligation){ 0 };
	obligation_list_release(&list);
	return obligation;
}

Test(change, closed_obligations_do_not_count)
{
	struct obligation obligation;
	struct task task;

	begin(store, "lan", "assign");
	add_obligation(store, made.task[1], made.snv);
	add_obligation(store, made.task[1], made.stc);
	commit(store, "Giao");
	obligation = first_obligation(made.task[1]);
	cr_assert_str_eq(obligation.agency_code, "SNV");
	begin(store, "lan", "done");
	obligation.state = OBLIGATION_DONE;
	obligation.done_on = day("2013-08-20");
	must(store->obligation_update(store, &obligation, &must_err));
	commit(store, "Xong");
	task = get_task(store, made.task[1]);
	cr_assert_eq(task.obligations, 2);
	cr_assert_eq(task.obligations_done, 1);
	task_release(&task);
	begin(store, "lan", "close");
	obligation.state = OBLIGATION_CLOSED;
	must(store->obligation_update(store, &obligation, &must_err));
	commit(store, "Đóng");
	task = get_task(store, made.task[1]);
	cr_assert_eq(task.obligations, 1);
	cr_assert_eq(task.obligations_done, 0);
	task_release(&task);
	obligation_release(&obligation);
}

/* --- the journal -------------------------------------------------------- */

Test(change, the_journal_tells_who_did_what_field_by_field)
{
	struct change_list list = { 0 };
	const struct change *change;

	set_title("binh", made.task[0], "Quy chế mới");
	must(store->journal(store, made.plan, 0, 0, 10, true, &list, &must_err));
	cr_assert_eq(list.count, 2);
	change = &list.items[0];
	cr_assert_str_eq(change->who, "binh");
	cr_assert_str_eq(change->action, "edit");
	cr_assert_str_eq(change->summary, "Quy chế mới");
	cr_assert_eq(change->at, 1377997440);
	cr_assert_eq(change->plan_id, made.plan);
	cr_assert_eq(change->fields.count, 1);
	cr_assert_str_eq(change->fields.items[0].entity, "task");
	cr_assert_eq(change->fields.items[0].entity_id, made.task[0]);
	cr_assert_str_eq(change->fields.items[0].field, "title");
	cr_assert_str_eq(change->fields.items[0].before, "Ban hành quy chế làm việc");
	cr_assert_str_eq(change->fields.items[0].after, "Quy chế mới");
	change_list_release(&list);
}

Test(change, the_journal_of_a_task_holds_what_hangs_on_it)
{
	struct change_list list = { 0 };
	struct note note = { .task_id = made.task[1], .text = xstrdup("Đã gọi điện"), .who = xstrdup("lan"), .at = 5 };

	set_title("lan", made.task[0], "Việc khác");
	begin(store, "lan", "note");
	must(store->note_insert(store, &note, &must_err));
	commit(store, "Ghi chú");
	begin(store, "lan", "assign");
	add_assignment(store, made.task[1], made.snv, ROLE_VIA, 1);
	commit(store, "Giao");
	must(store->journal(store, 0, made.task[1], 0, 10, false, &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[0].summary, "Giao");
	cr_assert_str_eq(list.items[1].summary, "Ghi chú");
	cr_assert_eq(list.items[0].fields.count, 0);
	note_release(&note);
	change_list_release(&list);
}

Test(change, the_journal_comes_in_pages)
{
	struct change_list list = { 0 };
	row_id before;

	for (int i = 0; i < 5; i++) {
		char *title = xasprintf("Lần %d", i);

		set_title("lan", made.task[0], title);
		free(title);
	}
	must(store->journal(store, made.plan, 0, 0, 2, false, &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[1].summary, "Lần 3");
	before = list.items[1].id;
	change_list_clear(&list);
	must(store->journal(store, made.plan, 0, before, 2, false, &list, &must_err));
	cr_assert_str_eq(list.items[0].summary, "Lần 2");
	change_list_release(&list);
}

/* --- undo --------------------------------------------------------------- */

Test(change, an_edit_is_taken_back_and_done_again)
{
	set_title("lan", made.task[0], "Một");
	set_title("lan", made.task[0], "Hai");
	undo("lan", "Hai");
	expect_title(made.task[0], "Một");
	undo("lan", "Một");
	expect_title(made.task[0], "Ban hành quy chế làm việc");
	redo("lan", "Một");
	expect_title(made.task[0], "Một");
	redo("lan", "Hai");
	expect_title(made.task[0], "Hai");
	refuse_redo("lan");
	undo("lan", "Hai");
	undo("lan", "Một");
	redo("lan", "Một");
	undo("lan", "Một");
	expect_title(made.task[0], "Ban hành quy chế làm việc");
}

Test(change, what_is_taken_back_stands_in_the_journal)
{
	struct change_list list = { 0 };

	set_title("lan", made.task[0], "Một");
	undo("lan", "Một");
	must(store->journal(store, made.plan, 0, 0, 10, true, &list, &must_err));
	cr_assert_eq(list.count, 3);
	cr_assert_str_eq(list.items[0].action, "undo");
	cr_assert_str_eq(list.items[0].summary, "Hoàn tác: Một");
	cr_assert_eq(list.items[0].undoes, list.items[1].id);
	cr_assert_eq(list.items[1].undone_by, list.items[0].id);
	cr_assert_str_eq(list.items[0].fields.items[0].after, "Ban hành quy chế làm việc");
	change_list_release(&list);
}

Test(change, each_person_takes_back_their_own)
{
	set_title("lan", made.task[0], "Của Lan");
	set_title("binh", made.task[1], "Của Bình");
	undo("lan", "Của Lan");
	expect_title(made.task[1], "Của Bình");
	refuse_undo("hoa", STATUS_NOT_FOUND, "hoàn tác");
	undo("binh", "Của Bình");
}

static bool is_withdrawn(void)
{
	struct plan_row_list list = { 0 };
	bool withdrawn;

	must(store->plan_list(store, clock_today(), &list, &must_err));
	withdrawn = list.items[0].plan.withdrawn;
	cr_expect_eq(list.items[0].current, !withdrawn);
	plan_row_list_release(&list);
	return withdrawn;
}

Test(change, an_import_taken_back_withdraws_its_plan)
{
	struct change change = { 0 };

	must_refuse(STATUS_DENIED, "Việc gần nhất", store->undo(store, "lan", false, &change, &must_err));
	cr_expect_not(is_withdrawn());
	set_title("binh", made.task[1], "Của Bình");
	refuse_undo("lan", STATUS_CONFLICT, "binh đã sửa trong kế hoạch đó");
	undo("binh", "Của Bình");
	undo("lan", "Nhập kế hoạch");
	cr_expect(is_withdrawn());
	must(store->redo(store, "lan", &change, &must_err));
	cr_expect_not(is_withdrawn());
	change_release(&change);
}

Test(change, nothing_is_done_again_after_something_new)
{
	set_title("lan", made.task[0], "Một");
	undo("lan", "Một");
	set_title("binh", made.task[1], "Việc của Bình");
	set_title("lan", made.task[2], "Hai");
	refuse_redo("lan");
	expect_title(made.task[0], "Ban hành quy chế làm việc");
	undo("lan", "Hai");
}

Test(change, what_another_changed_since_is_not_overwritten)
{
	set_title("lan", made.task[0], "Của Lan");
	set_title("binh", made.task[0], "Của Bình");
	refuse_undo("lan", STATUS_CONFLICT, "binh đã sửa chỗ này lúc 01/9/2013 08:04");
	expect_title(made.task[0], "Của Bình");
	undo("binh", "Của Bình");
	undo("lan", "Của Lan");
	expect_title(made.task[0], "Ban hành quy chế làm việc");
}

Test(change, another_field_of_the_same_task_is_no_conflict)
{
	struct task task;

	set_title("lan", made.task[0], "Của Lan");
	task = get_task(store, made.task[0]);
	begin(store, "binh", "status");
	task.status = TASK_SUSPENDED;
	must(store->task_update(store, &task, &must_err));
	commit(store, "Tạm hoãn");
	task_release(&task);
	undo("lan", "Của Lan");
	task = get_task(store, made.task[0]);
	cr_assert_eq(task.status, TASK_SUSPENDED);
	task_release(&task);
}

Test(change, all_of_an_action_is_taken_back_or_nothing)
{
	struct task a = get_task(store, made.task[0]), b = get_task(store, made.task[1]);

	begin(store, "lan", "status");
	a.status = b.status = TASK_SUSPENDED;
	must(store->task_update(store, &a, &must_err));
	must(store->task_update(store, &b, &must_err));
	commit(store, "Tạm hoãn 2 nhiệm vụ");
	begin(store, "binh", "status");
	a.status = TASK_DOING;
	must(store->task_update(store, &a, &must_err));
	commit(store, "Làm tiếp");
	refuse_undo("lan", STATUS_CONFLICT, "binh");
	task_release(&b);
	b = get_task(store, made.task[1]);
	cr_assert_eq(b.status, TASK_SUSPENDED);
	task_release(&a);
	task_release(&b);
}

Test(change, rows_that_came_go_and_come_again)
{
	struct task_row_list list = { 0 };
	struct task task;
	row_id id;

	begin(store, "lan", "add");
	id = add_task(store, made.plan, made.section[0], "Việc mới", "2013-07-01");
	add_assignment(store, id, made.snv, ROLE_LEAD, 1);
	add_obligation(store, id, made.snv);
	commit(store, "Thêm việc");
	undo("lan", "Thêm việc");
	must(store->task_page(store, made.section[0], 0, FORWARD, 10, &list, &must_err));
	cr_assert_eq(list.count, 2);
	task_row_list_clear(&list);
	redo("lan", "Thêm việc");
	must(store->task_page(store, made.section[0], 0, FORWARD, 10, &list, &must_err));
	cr_assert_eq(list.count, 3);
	cr_assert_eq(list.items[2].task.id, id);
	cr_assert_str_eq(list.items[2].leads, "SNV");
	cr_assert_eq(list.items[2].task.obligations, 1);
	task_row_list_release(&list);
	task = get_task(store, id);
	cr_assert_gt(task.version, 1);
	task_release(&task);
}

Test(change, rows_that_went_come_back)
{
	struct assignment_list list = { 0 };
	struct assignment assignment = { .task_id = made.task[0], .agency_id = made.snv, .role = ROLE_LEAD };

	begin(store, "lan", "assign");
	must(store->assignment_delete(store, &assignment, &must_err));
	add_assignment(store, made.task[0], made.stp, ROLE_LEAD, 1);
	commit(store, "Giao chủ trì");
	undo("lan", "Giao chủ trì");
	must(store->assignments(store, made.task[0], &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_str_eq(list.items[0].code, "SNV");
	assignment_list_clear(&list);
	redo("lan", "Giao chủ trì");
	must(store->assignments(store, made.task[0], &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_str_eq(list.items[0].code, "STP");
	assignment_list_release(&list);
}

Test(change, a_row_on_which_others_built_stays)
{
	struct note note = { .who = xstrdup("binh"), .text = xstrdup("Đã xem"), .at = 1 };
	row_id id;

	begin(store, "lan", "add");
	id = add_task(store, made.plan, made.section[0], "Việc mới", NULL);
	commit(store, "Thêm việc");
	note.task_id = id;
	begin(store, "binh", "note");
	must(store->note_insert(store, &note, &must_err));
	commit(store, "Ghi chú");
	refuse_undo("lan", STATUS_CONFLICT, "binh");
	expect_title(id, "Việc mới");
	note_release(&note);
}

Test(change, a_mark_of_another_on_the_same_obligation_is_a_conflict)
{
	struct obligation obligation;

	begin(store, "lan", "assign");
	add_obligation(store, made.task[0], made.snv);
	commit(store, "Giao");
	obligation = first_obligation(made.task[0]);
	begin(store, "binh", "done");
	obligation.state = OBLIGATION_DONE;
	obligation.done_on = day("2013-08-30");
	must(store->obligation_update(store, &obligation, &must_err));
	commit(store, "Xong");
	refuse_undo("lan", STATUS_CONFLICT, "binh");
	obligation_release(&obligation);
}

Test(change, ids_are_never_given_twice)
{
	row_id first, second;

	begin(store, "lan", "add");
	first = add_task(store, made.plan, made.section[0], "Một", NULL);
	commit(store, "Một");
	undo("lan", "Một");
	begin(store, "lan", "add");
	second = add_task(store, made.plan, made.section[0], "Hai", NULL);
	commit(store, "Hai");
	cr_assert_gt(second, first);
}

Test(change, what_another_took_back_is_not_taken_back_again)
{
	set_title("lan", made.task[0], "Của Lan");
	set_title("binh", made.task[0], "Ban hành quy chế làm việc");
	refuse_undo("lan", STATUS_CONFLICT, "binh");
}

/* --- marks of several --------------------------------------------------- */

/* Mark or unmark the obligation of AGENCY, and the task as the workbench does. */
static void mark(const char *who, row_id id, row_id agency, enum obligation_state state)
{
	struct obligation_list list = { 0 };
	struct task task;

	begin(store, who, "done");
	must(store->obligations(store, id, &list, &must_err));
	for (size_t i = 0; i < list.count; i++) {
		if (list.items[i].agency_id != agency)
			continue;
		list.items[i].state = state;
		list.items[i].done_on = state == OBLIGATION_DONE ? day("2013-08-30") : day(NULL);
		must(store->obligation_update(store, &list.items[i], &must_err));
	}
	task = get_task(store, id);
	task.status = task_status_by_marks(task.status, task.obligations, task.obligations_done);
	must(store->task_update(store, &task, &must_err));
	commit(store, "Đánh dấu");
	task_release(&task);
	obligation_list_release(&list);
}

static void expect_status(row_id id, enum task_status status, int done)
{
	struct task task = get_task(store, id);

	cr_assert_eq(task.status, status, "%d", (int)task.status);
	cr_assert_eq(task.obligations_done, done);
	task_release(&task);
}

Test(change, a_task_is_done_no_more_when_one_of_its_marks_is_taken_back)
{
	begin(store, "lan", "assign");
	add_obligation(store, made.task[1], made.snv);
	add_obligation(store, made.task[1], made.stc);
	commit(store, "Giao");
	mark("snv", made.task[1], made.snv, OBLIGATION_DONE);
	mark("stc", made.task[1], made.stc, OBLIGATION_DONE);
	expect_status(made.task[1], TASK_DONE, 2);
	undo("snv", "Đánh dấu");
	expect_status(made.task[1], TASK_OPEN, 1);
	undo("stc", "Đánh dấu");
	expect_status(made.task[1], TASK_OPEN, 0);
	redo("snv", "Đánh dấu");
	redo("stc", "Đánh dấu");
	expect_status(made.task[1], TASK_DONE, 2);
}
