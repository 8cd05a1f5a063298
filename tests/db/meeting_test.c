/* Meetings: what is concluded is an ordinary change, and goes with it. */
#include "fixture.h"

#include <string.h>

#include "core/workbench/meeting.h"
#include "core/workbench/meeting_paper.h"

static struct store *store;
static struct workbench wb;
static struct made made;

static void set_up(void)
{
	long long now;

	time_from_iso("2013-09-01T03:00:00Z", &now);
	clock_freeze(now);
	store = open_memory();
	made = make_plan(store);
	workbench_init(&wb, store, "lan");
}

static void tear_down(void)
{
	workbench_release(&wb);
	store->close(store);
	clock_unfreeze();
}

TestSuite(meeting, .init = set_up, .fini = tear_down);

static row_id open_meeting(size_t tasks, size_t *carried)
{
	struct meeting_order order = { .title = "Họp giao ban", .chair = "Ông Đỗ Bình", .place = "Phòng họp số 2" };
	struct task_ids ids = { 0 };
	row_id id = 0;

	for (size_t i = 0; i < tasks; i++)
		task_ids_add(&ids, made.task[i]);
	must(workbench_meeting_new(&wb, made.plan, &order, &ids, &id, carried, &must_err));
	task_ids_release(&ids);
	return id;
}

static size_t count_conclusions(row_id meeting)
{
	struct conclusion_list list = { 0 };
	size_t count;

	must(store->conclusions(store, meeting, 0, &list, &must_err));
	count = list.count;
	conclusion_list_release(&list);
	return count;
}

static void undo(void)
{
	struct change change = { 0 };

	must(workbench_undo(&wb, false, &change, &must_err));
	change_release(&change);
}

static void redo(void)
{
	struct change change = { 0 };

	must(workbench_redo(&wb, &change, &must_err));
	change_release(&change);
}

static size_t count_items(row_id meeting, row_id *first)
{
	struct meeting_item_list items = { 0 };
	size_t count;

	must(store->meeting_items(store, meeting, &items, &must_err));
	count = items.count;
	if (first)
		*first = items.items[0].task_id;
	meeting_item_list_release(&items);
	return count;
}

Test(meeting, a_conclusion_and_its_change_are_taken_back_and_done_again_together)
{
	row_id meeting = open_meeting(3, NULL);
	struct conclusion_order done = { .meeting = meeting, .task = made.task[0], .kind = CONCLUSION_DONE, .words = "Báo cáo 4/BC" };
	struct conclusion_list list = { 0 };
	struct change_list journal = { 0 };
	struct task task;

	must(workbench_conclude(&wb, &done, &must_err));
	task = get_task(store, made.task[0]);
	cr_assert_eq(task.status, TASK_DONE);
	task_release(&task);
	must(store->conclusions(store, 0, made.task[0], &list, &must_err));
	cr_assert_eq(list.count, 1);
	must(store->journal(store, 0, 0, 0, 1, false, &journal, &must_err));
	cr_assert_eq(list.items[0].change_id, journal.items[0].id);
	cr_assert(!strncmp(journal.items[0].summary, "Kết luận họp: ", strlen("Kết luận họp: ")), "%s", journal.items[0].summary);
	change_list_release(&journal);
	conclusion_list_release(&list);
	undo();
	cr_assert_eq(count_conclusions(meeting), 0);
	task = get_task(store, made.task[0]);
	cr_assert_neq(task.status, TASK_DONE);
	task_release(&task);
	redo();
	cr_assert_eq(count_conclusions(meeting), 1);
	must(store->conclusions(store, meeting, 0, &list, &must_err));
	cr_assert_str_eq(list.items[0].words, "Báo cáo 4/BC");
	conclusion_list_release(&list);
}

Test(meeting, each_kind_is_applied_or_refused_in_words)
{
	row_id meeting = open_meeting(3, NULL);
	struct conclusion_order o = { .meeting = meeting, .task = made.task[0], .kind = CONCLUSION_EXTEND };
	struct note_list notes = { 0 };
	struct obligation_list owed = { 0 };
	struct task_ids first = { 0 };

	task_ids_add(&first, made.task[0]);
	must(workbench_set_deadline(&wb, &first, "30/9/2013", NULL, &must_err));
	task_ids_release(&first);
	must_refuse(STATUS_INVALID, "hạn mới", workbench_conclude(&wb, &o, &must_err));
	o.due = "hôm nào đó";
	must_refuse(STATUS_INVALID, "Không hiểu ngày", workbench_conclude(&wb, &o, &must_err));
	o.due = "15/12/2013";
	must_refuse(STATUS_INVALID, "lý do", workbench_conclude(&wb, &o, &must_err));
	cr_assert_eq(count_conclusions(meeting), 0);
	o.words = "Thiếu kinh phí";
	must(workbench_conclude(&wb, &o, &must_err));
	must(store->obligations(store, made.task[0], &owed, &must_err));
	cr_assert_eq(date_compare(owed.items[0].due, date_make(2013, 12, 15)), 0);
	obligation_list_release(&owed);
	o = (struct conclusion_order){ .meeting = meeting, .task = made.task[1], .kind = CONCLUSION_REMIND, .agency = made.stc,
				       .due = "10/9/2013", .words = "Gửi báo cáo" };
	must(workbench_conclude(&wb, &o, &must_err));
	must(store->notes(store, made.task[1], &notes, &must_err));
	cr_assert_eq(notes.count, 1);
	cr_assert(strstr(notes.items[0].text, "Gửi báo cáo") && strstr(notes.items[0].text, "10/9/2013"), "%s", notes.items[0].text);
	note_list_release(&notes);
	o.kind = CONCLUSION_NOTE;
	o.words = " ";
	must_refuse(STATUS_INVALID, "còn trống", workbench_conclude(&wb, &o, &must_err));
	o.kind = CONCLUSION_REASSIGN;
	must_refuse(STATUS_INVALID, "chủ trì", workbench_conclude(&wb, &o, &must_err));
	o.leads = &made.stp;
	o.lead_count = 1;
	must(workbench_conclude(&wb, &o, &must_err));
	must_refuse(STATUS_DENIED, "đã như vậy", workbench_conclude(&wb, &o, &must_err));
	cr_assert_eq(count_conclusions(meeting), 3);
}

Test(meeting, a_free_conclusion_is_a_task_and_goes_with_it)
{
	row_id meeting = open_meeting(1, NULL);
	struct conclusion_order o = { .meeting = meeting, .task = made.task[0], .kind = CONCLUSION_FREE };
	struct conclusion_list list = { 0 };
	struct task task;
	row_id id;

	o.words = "Mua máy in @STC !30/9/2013";
	must(workbench_conclude(&wb, &o, &must_err));
	must(store->conclusions(store, meeting, 0, &list, &must_err));
	id = list.items[0].task_id;
	cr_assert_neq(id, made.task[0]);
	cr_assert_eq(date_compare(list.items[0].due, date_make(2013, 9, 30)), 0);
	conclusion_list_release(&list);
	task = get_task(store, id);
	cr_assert_str_eq(task.title, "Mua máy in");
	task_release(&task);
	undo();
	cr_assert_eq(store->task_get(store, id, &task, NULL), STATUS_NOT_FOUND);
	cr_assert_eq(count_conclusions(meeting), 0);
	redo();
	cr_assert_eq(count_conclusions(meeting), 1);
}

Test(meeting, what_was_left_open_comes_first_in_the_next_one)
{
	row_id meeting = open_meeting(4, NULL), next, first;
	struct conclusion_order o = { .meeting = meeting, .task = made.task[0], .kind = CONCLUSION_NOTE, .words = "Đã rõ" };
	size_t carried = 9;

	must(workbench_conclude(&wb, &o, &must_err));
	o = (struct conclusion_order){ .meeting = meeting, .task = made.task[2], .kind = CONCLUSION_POSTPONE };
	must(workbench_conclude(&wb, &o, &must_err));
	open_meeting(1, &carried);
	cr_assert_eq(carried, 0, "it is not over yet");
	undo();
	must(workbench_meeting_end(&wb, meeting, &must_err));
	next = open_meeting(1, &carried);
	cr_assert_eq(carried, 3);
	cr_assert_eq(count_items(next, &first), 4);
	cr_assert_eq(first, made.task[1]);
}

Test(meeting, the_agenda_is_put_in_another_order)
{
	row_id meeting = open_meeting(4, NULL), first;
	struct meeting_item_list items = { 0 };

	must(store->meeting_items(store, meeting, &items, &must_err));
	must(workbench_meeting_move(&wb, meeting, items.items[2].id, 0, &must_err));
	count_items(meeting, &first);
	cr_assert_eq(first, made.task[2]);
	undo();
	count_items(meeting, &first);
	cr_assert_eq(first, made.task[0]);
	must(workbench_meeting_drop(&wb, meeting, items.items[0].id, &must_err));
	cr_assert_eq(count_items(meeting, &first), 3);
	cr_assert_eq(first, made.task[1]);
	meeting_item_list_release(&items);
}

Test(meeting, what_is_presented_is_no_change_of_anybody)
{
	row_id meeting = open_meeting(2, NULL);
	struct meeting_item_list items = { 0 };
	struct meeting_stage stage = { 0 };
	struct change_list before = { 0 }, after = { 0 };

	must(store->meeting_items(store, meeting, &items, &must_err));
	must(store->journal(store, 0, 0, 0, 99, false, &before, &must_err));
	must(workbench_present(&wb, meeting, items.items[0].id, false, 0, 0, &must_err));
	must(workbench_present(&wb, meeting, items.items[1].id, true, items.items[0].id, 42, &must_err));
	must(store->stage_get(store, meeting, &stage, &must_err));
	cr_assert_eq(stage.item_id, items.items[1].id);
	cr_assert_str_eq(stage.who, "lan");
	cr_assert(stage.figures);
	meeting_stage_release(&stage);
	meeting_item_list_clear(&items);
	must(store->meeting_items(store, meeting, &items, &must_err));
	cr_assert_eq(items.items[0].seconds, 42);
	must(workbench_present_no_more(&wb, meeting, 0, 0, &must_err));
	must(store->stage_get(store, meeting, &stage, &must_err));
	cr_assert_null(stage.who);
	must(store->journal(store, 0, 0, 0, 99, false, &after, &must_err));
	cr_assert_eq(before.count, after.count);
	change_list_release(&before);
	change_list_release(&after);
	meeting_item_list_release(&items);
}

Test(meeting, the_notice_tells_each_body_what_it_has_to_do_by_when)
{
	row_id meeting = open_meeting(3, NULL);
	struct conclusion_order o = { .meeting = meeting, .task = made.task[0], .kind = CONCLUSION_REMIND, .agency = made.stc,
				      .due = "10/9/2013", .words = "Gửi báo cáo" };
	struct meeting held = { 0 };
	struct strbuf text = STRBUF_INIT;
	const char *body;

	must(workbench_conclude(&wb, &o, &must_err));
	o = (struct conclusion_order){ .meeting = meeting, .task = made.task[1], .kind = CONCLUSION_POSTPONE, .words = "chờ kinh phí" };
	must(workbench_conclude(&wb, &o, &must_err));
	must(workbench_meeting_end(&wb, meeting, &must_err));
	must(store->meeting_get(store, meeting, &held, &must_err));
	cr_assert(held.ended);
	paper_as_text(held.notice, 76, &text);
	body = strstr(text.text, "Sở Tài chính");
	cr_assert_not_null(body, "%s", text.text);
	cr_assert(strstr(body, "đôn đốc, chậm nhất ngày 10/9/2013"), "%s", text.text);
	cr_assert(strstr(text.text, "chờ kinh phí"), "%s", text.text);
	strbuf_clear(&text);
	paper_as_text(held.minutes, 76, &text);
	cr_assert(strstr(text.text, "BIÊN BẢN") && strstr(text.text, "Ông Đỗ Bình"), "%s", text.text);
	for (const char *line = text.text; *line; line += strcspn(line, "\n") + 1)
		cr_assert_leq(strcspn(line, "\n"), 76 * 3);
	strbuf_release(&text);
	meeting_release(&held);
}
