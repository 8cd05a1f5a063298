#include "fixture.h"

#include <limits.h>
#include <string.h>

#include "core/base/date.h"

static struct store *store;
static struct made made;

static void set_up(void)
{
	store = open_memory();
	made = make_plan(store);
}

static void tear_down(void)
{
	store->close(store);
}

TestSuite(store, .init = set_up, .fini = tear_down);

Test(store, gives_a_plan_back_as_it_was_stored)
{
	struct plan plan = { 0 };

	must(store->plan_get(store, made.plan, &plan, &must_err));
	cr_assert_str_eq(plan.type, "Kế hoạch");
	cr_assert_str_eq(plan.number, "15/KH-UBND");
	cr_assert_null(plan.issuer);
	cr_assert_eq(date_compare(plan.date, date_make(2013, 5, 0)), 0);
	cr_assert_eq(plan.year, 2013);
	cr_assert_eq(plan.version, 1);
	plan_release(&plan);
}

Test(store, says_that_a_plan_is_not_there)
{
	struct plan plan = { 0 };

	must_refuse(STATUS_NOT_FOUND, "hãy", store->plan_get(store, 99, &plan, &must_err));
}

Test(store, counts_tasks_done_and_overdue)
{
	struct progress progress = { 0 };
	struct task task = get_task(store, made.task[4]);

	must(store->plan_progress(store, made.plan, day("2013-09-01"), &progress, &must_err));
	cr_assert_eq(progress.tasks, 8);
	cr_assert_eq(progress.done, 0);
	cr_assert_eq(progress.overdue, 3);
	begin(store, "lan", "done");
	task.status = TASK_DONE;
	must(store->task_update(store, &task, &must_err));
	commit(store, "Xong");
	must(store->plan_progress(store, made.plan, day("2013-09-01"), &progress, &must_err));
	cr_assert_eq(progress.done, 1);
	cr_assert_eq(progress.overdue, 2);
	must(store->plan_progress(store, made.plan, day("2013-08-31"), &progress, &must_err));
	cr_assert_eq(progress.overdue, 0);
	task_release(&task);
}

Test(store, pages_sections_both_ways)
{
	struct section_row_list list = { 0 };

	must(store->section_page(store, made.plan, 1, FORWARD, 2, day("2013-09-01"), &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[0].section.path, "II");
	cr_assert_eq(list.items[0].progress.tasks, 4);
	cr_assert_eq(list.items[0].own_tasks, 0);
	cr_assert_str_eq(list.items[1].section.path, "II.1");
	cr_assert_eq(list.items[1].own_tasks, 2);
	cr_assert_null(list.items[1].section.body);
	section_row_list_clear(&list);
	must(store->section_page(store, made.plan, INT_MAX, BACKWARD, 2, day("2013-09-01"), &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[0].section.path, "II.2");
	cr_assert_str_eq(list.items[1].section.path, "III");
	section_row_list_release(&list);
}

Test(store, finds_where_a_subtree_ends)
{
	int end = 0;

	must(store->section_end(store, made.plan, 2, 1, &end, &must_err));
	cr_assert_eq(end, 4);
	must(store->section_end(store, made.plan, 3, 2, &end, &must_err));
	cr_assert_eq(end, 3);
	must(store->section_end(store, made.plan, 5, 1, &end, &must_err));
	cr_assert_eq(end, 5);
}

Test(store, pages_tasks_with_the_labels_of_their_leads)
{
	struct task_row_list list = { 0 };

	must(store->task_page(store, made.section[0], 0, FORWARD, 10, &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[0].leads, "SNV");
	cr_assert_str_eq(list.items[1].leads, "2 cq");
	cr_assert_str_eq(list.items[1].section_path, "I");
	cr_assert_eq(list.items[1].place.seq, 1);
	cr_assert_eq(list.items[1].place.position, 2);
	cr_assert_null(list.items[1].task.text);
	task_row_list_clear(&list);
	must(store->task_page(store, made.section[2], 2, BACKWARD, 10, &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_str_eq(list.items[0].leads, "STC, 2 cq");
	task_row_list_clear(&list);
	must(store->task_page(store, made.section[4], 0, FORWARD, 1, &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_null(list.items[0].leads);
	task_row_list_release(&list);
}

Test(store, a_task_comes_back_as_it_was_stored)
{
	struct task task = {
		.plan_id = made.plan, .section_id = made.section[0], .title = xstrdup("Báo cáo quý"),
		.text = xstrdup("Sở Nội vụ báo cáo\nhằng quý"), .product = xstrdup("Báo cáo"), .inherited = true,
		.status = TASK_DOING,
		.deadline = {
			.raw = xstrdup("quý III/2013"), .kind = DEADLINE_QUARTER, .start = day("2013-07-01"),
			.due = day("2013-09-30"), .every = PERIOD_QUARTER,
		},
	};
	struct task found = { 0 };

	begin(store, "lan", "add");
	must(store->task_insert(store, &task, &must_err));
	commit(store, "Thêm");
	cr_assert_eq(task.version, 1);
	cr_assert_eq(task.position, 3);
	must(store->task_by_position(store, made.section[0], 3, &found, &must_err));
	cr_assert_eq(found.id, task.id);
	cr_assert_eq(found.plan_id, made.plan);
	cr_assert_eq(found.section_id, made.section[0]);
	cr_assert_str_eq(found.title, task.title);
	cr_assert_str_eq(found.text, task.text);
	cr_assert_str_eq(found.product, task.product);
	cr_assert(found.inherited);
	cr_assert_eq(found.status, TASK_DOING);
	cr_assert_str_eq(found.deadline.raw, "quý III/2013");
	cr_assert_eq(found.deadline.kind, DEADLINE_QUARTER);
	cr_assert_eq(found.deadline.every, PERIOD_QUARTER);
	cr_assert_eq(date_compare(found.deadline.start, day("2013-07-01")), 0);
	cr_assert_eq(date_compare(found.deadline.due, day("2013-09-30")), 0);
	task_release(&found);
	must_refuse(STATUS_NOT_FOUND, "nhiệm vụ",
		    store->task_by_position(store, made.section[0], 4, &found, &must_err));
	must_refuse(STATUS_NOT_FOUND, "nhiệm vụ", store->task_get(store, 9999, &found, &must_err));
	task_release(&task);
}

Test(store, a_row_of_a_list_is_what_the_list_shows)
{
	struct task_row row = { 0 };

	must(store->task_row_get(store, made.task[2], &row, &must_err));
	cr_assert_str_eq(row.section_path, "II.1");
	cr_assert_str_eq(row.leads, "STC, 2 cq");
	cr_assert_eq(row.place.seq, 3);
	cr_assert_eq(row.place.position, 1);
	task_row_release(&row);
	must_refuse(STATUS_NOT_FOUND, "9999", store->task_row_get(store, 9999, &row, &must_err));
}

Test(store, a_group_without_members_is_shown_by_its_name)
{
	struct task_row row = { 0 };
	row_id empty;

	begin(store, "lan", "assign");
	empty = add_agency(store, NULL, "các doanh nghiệp", AGENCY_GROUP);
	add_assignment(store, made.task[0], empty, ROLE_LEAD, 2);
	commit(store, "Giao");
	must(store->task_row_get(store, made.task[0], &row, &must_err));
	cr_assert_str_eq(row.leads, "SNV, các doanh nghiệp");
	task_row_release(&row);
}

Test(store, sections_are_found_by_id_and_by_path)
{
	struct section section = { 0 };

	must(store->section_by_path(store, made.plan, "II.2", &section, &must_err));
	cr_assert_eq(section.id, made.section[3]);
	cr_assert_eq(section.parent_id, made.section[1]);
	cr_assert_str_eq(section.body, "Lời dẫn.");
	section_release(&section);
	must(store->section_get(store, made.section[0], &section, &must_err));
	cr_assert_str_eq(section.path, "I");
	cr_assert_eq(section.parent_id, 0);
	begin(store, "lan", "edit");
	replace_string(&section.title, "Mục đích");
	must(store->section_update(store, &section, &must_err));
	commit(store, "Sửa mục");
	cr_assert_eq(section.version, 2);
	section_release(&section);
	must_refuse(STATUS_NOT_FOUND, "IV", store->section_by_path(store, made.plan, "IV", &section, &must_err));
}

Test(store, assignments_come_in_the_order_of_roles_and_of_the_document)
{
	struct assignment_list list = { 0 };

	begin(store, "lan", "assign");
	add_assignment(store, made.task[2], made.snv, ROLE_VIA, 1);
	add_assignment(store, made.task[2], made.stp, ROLE_COORDINATING, 1);
	commit(store, "Giao");
	must(store->assignments(store, made.task[2], &list, &must_err));
	cr_assert_eq(list.count, 4);
	cr_assert_str_eq(list.items[0].name, "Sở Tài chính");
	cr_assert_str_eq(list.items[1].name, "các Sở, Ban, ngành");
	cr_assert(list.items[1].is_group);
	cr_assert_null(list.items[1].code);
	cr_assert_eq(list.items[2].role, ROLE_COORDINATING);
	cr_assert_eq(list.items[3].role, ROLE_VIA);
	assignment_list_release(&list);
}

Test(store, an_assignment_twice_is_refused)
{
	struct assignment assignment = { .task_id = made.task[0], .agency_id = made.snv, .role = ROLE_LEAD };

	begin(store, "lan", "assign");
	must_refuse(STATUS_INVALID, "chưa có gì được ghi", store->assignment_insert(store, &assignment, &must_err));
	store->rollback(store);
}

Test(store, an_assignment_that_is_gone_is_a_conflict)
{
	struct assignment assignment = { .task_id = made.task[0], .agency_id = made.stc, .role = ROLE_LEAD };

	begin(store, "lan", "assign");
	must_refuse(STATUS_CONFLICT, "hãy xem lại", store->assignment_delete(store, &assignment, &must_err));
	store->rollback(store);
}

Test(store, obligations_keep_their_period_evidence_and_nobody)
{
	struct obligation_list list = { 0 };
	struct obligation obligation = {
		.task_id = made.task[6], .period = xstrdup("2013-Q3"), .due = day("2013-09-30"),
		.state = OBLIGATION_DONE, .done_on = day("2013-09-12"), .evidence = xstrdup("Báo cáo số 9"),
	};

	begin(store, "lan", "done");
	must(store->obligation_insert(store, &obligation, &must_err));
	commit(store, "Xong");
	obligation_release(&obligation);
	must(store->obligations(store, made.task[6], &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_eq(list.items[0].agency_id, 0);
	cr_assert_null(list.items[0].agency_name);
	cr_assert_str_eq(list.items[0].period, "2013-Q3");
	cr_assert_str_eq(list.items[0].evidence, "Báo cáo số 9");
	cr_assert_eq(list.items[0].state, OBLIGATION_DONE);
	cr_assert_eq(date_compare(list.items[0].done_on, day("2013-09-12")), 0);
	begin(store, "lan", "assign");
	must(store->obligation_delete(store, &list.items[0], &must_err));
	must_refuse(STATUS_NOT_FOUND, "hãy", store->obligation_delete(store, &list.items[0], &must_err));
	store->rollback(store);
	obligation_list_release(&list);
}

Test(store, bodies_stand_in_the_order_of_the_dictionary_wherever_they_are_listed)
{
	static const char *const names[] = { "UBND xã An", "UBND xã Ăn", "UBND xã Ân", "UBND xã Da", "UBND xã Đa" };
	enum { COUNT = sizeof names / sizeof *names };
	struct agency_list list = { 0 };
	struct obligation_list owed = { 0 };
	row_id group;

	begin(store, "lan", "assign");
	group = add_agency(store, NULL, "UBND các xã", AGENCY_GROUP);
	for (int i = COUNT - 1; i >= 0; i--) {
		row_id id = add_agency(store, NULL, names[i], AGENCY_COMMUNE);

		must(store->member_insert(store, group, id, &must_err));
		add_obligation(store, made.task[6], id);
	}
	commit(store, "Giao");
	must(store->agency_members(store, group, &list, &must_err));
	must(store->obligations(store, made.task[6], &owed, &must_err));
	cr_assert_eq(list.count, COUNT);
	cr_assert_eq(owed.count, COUNT);
	for (size_t i = 0; i < COUNT; i++) {
		cr_expect_str_eq(list.items[i].name, names[i]);
		cr_expect_str_eq(owed.items[i].agency_name, names[i]);
	}
	agency_list_clear(&list);
	must(store->agency_list(store, &list, &must_err));
	for (size_t i = 0; i < COUNT; i++)
		cr_expect_str_eq(list.items[list.count - COUNT + i].name, names[i]);
	agency_list_release(&list);
	obligation_list_release(&owed);
}

Test(store, an_obligation_of_another_version_is_not_deleted)
{
	struct obligation_list list = { 0 };

	begin(store, "lan", "assign");
	add_obligation(store, made.task[0], made.snv);
	commit(store, "Giao");
	must(store->obligations(store, made.task[0], &list, &must_err));
	list.items[0].version++;
	begin(store, "lan", "assign");
	must_refuse(STATUS_CONFLICT, "lan", store->obligation_delete(store, &list.items[0], &must_err));
	store->rollback(store);
	obligation_list_release(&list);
}

Test(store, tasks_led_by_a_group_come_in_pages)
{
	struct task_list list = { 0 };

	must(store->tasks_led_by(store, made.group, 0, 1, &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_eq(list.items[0].id, made.task[1]);
	cr_assert_str_eq(list.items[0].text, "Rà soát thủ tục đất đai");
	task_list_clear(&list);
	must(store->tasks_led_by(store, made.group, made.task[1], 10, &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_eq(list.items[0].id, made.task[2]);
	task_list_release(&list);
}

/* --- agencies ----------------------------------------------------------- */

Test(store, agencies_come_in_vietnamese_order_with_groups_first)
{
	struct agency_list list = { 0 };

	begin(store, "lan", "agency");
	add_agency(store, "SYT", "Sở Y tế", AGENCY_DEPARTMENT);
	add_agency(store, "BDT", "Đài Phát thanh", AGENCY_PRESS);
	add_agency(store, "CA", "Công an", AGENCY_VERTICAL);
	commit(store, "Thêm");
	must(store->agency_list(store, &list, &must_err));
	cr_assert_eq(list.count, 7);
	cr_assert_str_eq(list.items[0].name, "các Sở, Ban, ngành");
	cr_assert_str_eq(list.items[1].name, "Công an");
	cr_assert_str_eq(list.items[2].name, "Đài Phát thanh");
	cr_assert_str_eq(list.items[3].name, "Sở Nội vụ");
	cr_assert_str_eq(list.items[6].name, "Sở Y tế");
	agency_list_release(&list);
}

Test(store, an_agency_keeps_its_other_names)
{
	struct agency agency = { 0 };

	must(store->agency_get(store, made.snv, &agency, &must_err));
	cr_assert_eq(agency.aliases.count, 0);
	begin(store, "lan", "agency");
	agency_add_alias(&agency, "Ban Tổ chức chính quyền");
	agency_add_alias(&agency, "Sở NV");
	agency.requested = true;
	must(store->agency_update(store, &agency, &must_err));
	commit(store, "Sửa");
	cr_assert_eq(agency.version, 2);
	agency_release(&agency);
	must(store->agency_get(store, made.snv, &agency, &must_err));
	cr_assert_eq(agency.aliases.count, 2);
	cr_assert_str_eq(agency.aliases.items[1].name, "Sở NV");
	cr_assert(agency.requested);
	cr_assert_str_eq(agency.code, "SNV");
	agency_release(&agency);
	must_refuse(STATUS_NOT_FOUND, "999", store->agency_get(store, 999, &agency, &must_err));
}

Test(store, groups_and_members_know_each_other)
{
	struct agency_list list = { 0 };

	must(store->agency_members(store, made.group, &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[0].code, "SNV");
	agency_list_clear(&list);
	must(store->agency_groups(store, made.stc, &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_eq(list.items[0].id, made.group);
	agency_list_clear(&list);
	begin(store, "lan", "members");
	must(store->member_delete(store, made.group, made.stc, &must_err));
	must_refuse(STATUS_CONFLICT, "nhóm", store->member_delete(store, made.group, made.stc, &must_err));
	must(store->member_insert(store, made.group, made.stp, &must_err));
	commit(store, "Đổi thành viên");
	must(store->agency_groups(store, made.stc, &list, &must_err));
	cr_assert_eq(list.count, 0);
	must(store->agency_members(store, made.group, &list, &must_err));
	cr_assert_eq(list.count, 2);
	agency_list_release(&list);
}

/* --- papers ------------------------------------------------------------- */

Test(store, the_source_is_kept_byte_for_byte)
{
	const char bytes[] = "d\xC3\xB2ng 1\r\n\0\xFF\xFE d\xC3\xB2ng 2";
	struct source source = {
		.name = xstrdup("ke-hoach.txt"), .encoding = xstrdup("UTF-8"), .length = sizeof bytes - 1,
		.imported_by = xstrdup("lan"), .imported_at = 1377997440, .plan_id = made.plan,
	};
	struct source found = { 0 };
	row_id plan = 0;

	source.bytes = xmalloc(sizeof bytes);
	memcpy(source.bytes, bytes, sizeof bytes);
	must_refuse(STATUS_NOT_FOUND, "chưa được nhập",
		    store->plan_by_source(store, bytes, sizeof bytes - 1, &plan, &must_err));
	must_refuse(STATUS_NOT_FOUND, "tệp gốc", store->plan_source(store, made.plan, &found, &must_err));
	begin(store, "lan", "import");
	must(store->source_insert(store, &source, &must_err));
	commit(store, "Nhập");
	must(store->plan_source(store, made.plan, &found, &must_err));
	cr_assert_eq(found.length, sizeof bytes - 1);
	cr_assert_eq(memcmp(found.bytes, bytes, found.length), 0);
	cr_assert_str_eq(found.name, "ke-hoach.txt");
	cr_assert_str_eq(found.encoding, "UTF-8");
	cr_assert_str_eq(found.imported_by, "lan");
	cr_assert_eq(found.imported_at, 1377997440);
	must(store->plan_by_source(store, bytes, sizeof bytes - 1, &plan, &must_err));
	cr_assert_eq(plan, made.plan);
	must_refuse(STATUS_NOT_FOUND, "chưa được nhập",
		    store->plan_by_source(store, bytes, sizeof bytes - 2, &plan, &must_err));
	source_release(&source);
	source_release(&found);
}

Test(store, an_appendix_goes_and_comes_back_with_its_lines_when_it_is_undone_and_done_again)
{
	struct source source = { .plan_id = made.plan, .kind = SOURCE_APPENDIX, .name = xstrdup("phu-luc.txt"),
				 .bytes = xstrdup("a\nb"), .length = 3, .imported_by = xstrdup("lan"), .imported_at = 60 };
	struct unused_line line = { .plan_id = made.plan, .line = 2, .text = xstrdup("b"), .why = xstrdup("số trang") };
	struct source_list sources = { 0 };
	struct unused_line_list lines = { 0 };
	struct string_list problems = { 0 };
	struct change change = { 0 };
	struct source found = { 0 };
	row_id plan = 0;

	begin(store, "lan", "import");
	must(store->source_insert(store, &source, &must_err));
	line.source_id = source.id;
	must(store->unused_insert(store, &line, &must_err));
	commit(store, "Nhập phụ lục");
	must(store->undo(store, "lan", true, &change, &must_err));
	change_release(&change);
	must(store->sources(store, made.plan, &sources, &must_err));
	cr_assert_eq(sources.count, 0);
	must(store->unused_lines(store, made.plan, &lines, &must_err));
	cr_assert_eq(lines.count, 0);
	must_refuse(STATUS_NOT_FOUND, "chưa được nhập", store->plan_by_source(store, "a\nb", 3, &plan, &must_err));
	must(store->redo(store, "lan", &change, &must_err));
	change_release(&change);
	must(store->source_get(store, source.id, &found, &must_err));
	cr_assert_eq(found.length, 3);
	cr_assert_eq(memcmp(found.bytes, "a\nb", 3), 0);
	must(store->unused_lines(store, made.plan, &lines, &must_err));
	cr_assert_eq(lines.count, 1);
	cr_assert_eq(lines.items[0].source_id, source.id);
	must(db_check(store, &problems, &must_err));
	string_list_release(&problems);
	unused_line_list_release(&lines);
	source_list_release(&sources);
	source_release(&found);
	source_release(&source);
	unused_line_release(&line);
}

Test(store, a_correction_is_decided_journaled_and_taken_back)
{
	struct correction slip = { .plan_id = made.plan, .task_id = made.task[0], .line = 9, .issued = xstrdup("ngày 08//6"),
				   .reading = xstrdup("ngày 08/6"), .reason = xstrdup("thừa dấu") };
	struct correction_list list = { 0 };
	struct change change = { 0 };

	begin(store, "lan", "import");
	must(store->correction_insert(store, &slip, &must_err));
	commit(store, "Nhập");
	begin(store, "lan", "correction");
	slip.state = CORRECTION_REJECTED;
	must(store->correction_update(store, &slip, &must_err));
	commit(store, "Không nhận cách đọc");
	must(store->corrections(store, made.plan, made.task[0], &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_eq(list.items[0].state, CORRECTION_REJECTED);
	cr_assert_str_eq(list.items[0].issued, "ngày 08//6");
	correction_list_clear(&list);
	must(store->undo(store, "lan", true, &change, &must_err));
	must(store->corrections(store, made.plan, 0, &list, &must_err));
	cr_assert_eq(list.items[0].state, CORRECTION_OPEN);
	change_release(&change);
	correction_list_release(&list);
	correction_release(&slip);
}

Test(store, a_period_is_kept_in_order_journaled_and_taken_back)
{
	struct period_list made_up = { 0 }, list = { 0 };
	struct change change = { 0 };

	period_set_make(period_set_find("bnv581"), 2013, &made_up);
	begin(store, "lan", "rounds");
	for (size_t i = made_up.count; i-- > 0;) {
		made_up.items[i].plan_id = made.plan;
		must(store->period_insert(store, &made_up.items[i], &must_err));
	}
	commit(store, "Mở các kỳ");
	begin(store, "lan", "rounds");
	made_up.items[1].due = day("2013-06-25");
	must(store->period_update(store, &made_up.items[1], &must_err));
	must(store->period_delete(store, &made_up.items[0], &must_err));
	commit(store, "Đổi kỳ");
	must(store->periods(store, made.plan, &list, &must_err));
	cr_assert_eq(list.count, 3);
	cr_assert_str_eq(list.items[0].key, "2013-H1");
	cr_assert_eq(list.items[0].every, PERIOD_QUARTER);
	cr_assert(list.items[0].cumulative);
	cr_assert_str_eq(list.items[0].made_of, "bnv581");
	cr_assert_eq(list.items[0].due.day, 25);
	cr_assert_str_eq(list.items[2].label, "Năm 2013");
	period_list_clear(&list);
	must(store->undo(store, "lan", false, &change, &must_err));
	must(store->periods(store, made.plan, &list, &must_err));
	cr_assert_eq(list.count, 4);
	cr_assert_eq(list.items[1].due.day, 20);
	change_release(&change);
	period_list_release(&list);
	period_list_release(&made_up);
}

static struct review new_review(const char *bytes)
{
	return (struct review){
		.source = { .name = xstrdup("ke-hoach.txt"), .encoding = xstrdup("utf-8"), .bytes = xstrdup(bytes),
			    .length = strlen(bytes) },
		.who = xstrdup("lan"), .at = 60,
	};
}

Test(store, a_review_keeps_its_file_and_every_decision_until_it_is_given_up)
{
	struct review review = new_review("I. MỘT"), found = { 0 };
	struct hint role = { .at = { 3, 0 }, .kind = HINT_TASK }, lead = { .at = { 3, 0 }, .kind = HINT_LEAD };
	struct review_list list = { 0 };
	row_id id = 0;

	must(store->review_insert(store, &review, &must_err));
	role.who = xstrdup("lan");
	role.number = 1;
	lead.who = xstrdup("hoa");
	must(store->hint_insert(store, review.id, &role, &must_err));
	lead.value = xstrdup("Sở Nội vụ");
	lead.number = 1;
	must_refuse(STATUS_CONFLICT, "Người khác", store->hint_insert(store, review.id, &lead, &must_err));
	lead.number = 2;
	must(store->hint_insert(store, review.id, &lead, &must_err));
	must(store->review_by_source(store, "I. MỘT", strlen("I. MỘT"), 0, &id, &must_err));
	cr_assert_eq(id, review.id);
	must(store->review_get(store, id, &found, &must_err));
	cr_assert_eq(found.hints.count, 2);
	cr_assert_eq(found.hints.items[1].kind, HINT_LEAD);
	cr_assert_str_eq(found.hints.items[1].value, "Sở Nội vụ");
	cr_assert_str_eq(found.hints.items[1].who, "hoa");
	cr_assert_eq(memcmp(found.source.bytes, "I. MỘT", found.source.length), 0);
	must_refuse(STATUS_CONFLICT, "Người khác", store->hint_drop(store, id, 1, &must_err));
	must(store->hint_drop(store, id, 2, &must_err));
	must(store->review_list(store, &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_eq(list.items[0].decisions, 1);
	must(store->review_delete(store, id, &must_err));
	must_refuse(STATUS_NOT_FOUND, "không còn", store->hint_insert(store, id, &role, &must_err));
	must_refuse(STATUS_NOT_FOUND, "đang dở",
		    store->review_by_source(store, "I. MỘT", strlen("I. MỘT"), 0, &id, &must_err));
	hint_release(&role);
	hint_release(&lead);
	review_list_release(&list);
	review_release(&found);
	review_release(&review);
}

Test(store, a_review_given_up_leaves_the_file_of_a_plan_alone)
{
	struct review review = new_review("chung");
	struct source source = { .plan_id = made.plan, .name = xstrdup("a.txt"), .bytes = xstrdup("chung"), .length = 5,
				 .imported_by = xstrdup("lan") };
	struct source found = { 0 };

	must(store->review_insert(store, &review, &must_err));
	begin(store, "lan", "import");
	must(store->source_insert(store, &source, &must_err));
	commit(store, "Nhập");
	must(store->review_delete(store, review.id, &must_err));
	must(store->plan_source(store, made.plan, &found, &must_err));
	cr_assert_eq(memcmp(found.bytes, "chung", 5), 0);
	source_release(&found);
	source_release(&source);
	review_release(&review);
}

Test(store, a_plan_is_superseded_by_a_newer_one)
{
	struct plan_row_list list = { 0 };
	row_id newer;

	begin(store, "lan", "import");
	newer = add_plan(store, "15/KH-UBND");
	must(store->plan_supersede(store, made.plan, newer, &must_err));
	commit(store, "Nhập bản mới");
	must(store->plan_list(store, day("2013-09-01"), &list, &must_err));
	cr_assert_eq(list.count, 2);
	cr_assert(list.items[0].superseded);
	cr_assert_not(list.items[1].superseded);
	cr_assert_eq(list.items[1].progress.tasks, 0);
	plan_row_list_release(&list);
}

static void add_reference(row_id task, const char *number)
{
	struct reference reference = {
		.plan_id = made.plan, .task_id = task, .kind = xstrdup("Chỉ thị"), .number = xstrdup(number),
		.date = day("2010-06-08"), .relation = RELATION_BASIS, .raw = xstrdup(number), .corrected = true,
	};

	must(store->reference_insert(store, &reference, &must_err));
	cr_assert_gt(reference.id, 0);
	reference_release(&reference);
}

Test(store, citations_belong_to_a_plan_or_to_its_tasks)
{
	struct reference_list list = { 0 };

	begin(store, "lan", "import");
	add_reference(0, "1/CT-TTg");
	add_reference(made.task[0], "2/CT-TTg");
	commit(store, "Nhập");
	must(store->references(store, made.plan, 0, &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_str_eq(list.items[0].number, "1/CT-TTg");
	cr_assert_eq(list.items[0].relation, RELATION_BASIS);
	cr_assert(list.items[0].corrected);
	cr_assert_null(list.items[0].issuer);
	reference_list_clear(&list);
	must(store->references(store, made.plan, made.task[0], &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_str_eq(list.items[0].number, "2/CT-TTg");
	reference_list_clear(&list);
	must(store->references(store, made.plan, -1, &list, &must_err));
	cr_assert_eq(list.count, 2);
	reference_list_release(&list);
}

Test(store, notes_attachments_and_lines_left_over_keep_their_order)
{
	struct attachment attachment = { .name = xstrdup("phu-luc.doc"), .size = xstrdup("82.5 KB"), .present = false };
	struct unused_line line = { .plan_id = made.plan, .line = 7, .text = xstrdup("Trang chủ"), .why = xstrdup("trình đơn") };
	struct note note = { .task_id = made.task[0], .text = xstrdup("Một\nhai"), .who = xstrdup("lan"), .at = 60 };
	struct attachment_list attachments = { 0 };
	struct unused_line_list lines = { 0 };
	struct note_list notes = { 0 };

	begin(store, "lan", "import");
	must(store->attachment_insert(store, made.plan, &attachment, &must_err));
	must(store->unused_insert(store, &line, &must_err));
	line.line = 3;
	line.id = 0;
	must(store->unused_insert(store, &line, &must_err));
	must(store->note_insert(store, &note, &must_err));
	commit(store, "Nhập");
	must(store->attachments(store, made.plan, &attachments, &must_err));
	cr_assert_eq(attachments.count, 1);
	cr_assert_str_eq(attachments.items[0].size, "82.5 KB");
	cr_assert_not(attachments.items[0].present);
	must(store->unused_lines(store, made.plan, &lines, &must_err));
	cr_assert_eq(lines.count, 2);
	cr_assert_eq(lines.items[0].line, 7);
	cr_assert_str_eq(lines.items[1].why, "trình đơn");
	must(store->notes(store, made.task[0], &notes, &must_err));
	cr_assert_eq(notes.count, 1);
	cr_assert_str_eq(notes.items[0].text, "Một\nhai");
	cr_assert_eq(notes.items[0].at, 60);
	attachment_release(&attachment);
	unused_line_release(&line);
	note_release(&note);
	attachment_list_release(&attachments);
	unused_line_list_release(&lines);
	note_list_release(&notes);
}

Test(store, a_plan_is_changed_and_journaled_as_its_own)
{
	struct change_list list = { 0 };
	struct plan plan = { 0 };

	must(store->plan_get(store, made.plan, &plan, &must_err));
	begin(store, "lan", "edit");
	replace_string(&plan.signer_name, "Nguyễn Văn A");
	plan.date = day("2013-05-22");
	must(store->plan_update(store, &plan, &must_err));
	commit(store, "Sửa người ký");
	plan_release(&plan);
	must(store->journal(store, made.plan, 0, 0, 1, true, &list, &must_err));
	cr_assert_str_eq(list.items[0].summary, "Sửa người ký");
	cr_assert_eq(list.items[0].fields.count, 2);
	cr_assert_str_eq(list.items[0].fields.items[0].before, "2013-05");
	change_list_release(&list);
}
