#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/workbench/workbench.h"
#include "tests/core/fake_store.h"

/* A small office: two departments and two districts in their groups, one plan with two tasks. */
static struct fake_store fake;
static struct workbench wb;
static struct error err;
static row_id plan, section, first, second;
static row_id home, justice, north, south, departments, districts;

static void open_office(void)
{
	long long noon;

	time_from_iso("2014-09-01T05:00:00Z", &noon);
	clock_freeze(noon);
	fake_store_init(&fake);
	workbench_init(&wb, &fake.base, "lan");
	err = (struct error)ERROR_INIT;
	plan = fake_plan(&fake, "15/KH-UBND", 2014);
	section = fake_section(&fake, plan, "II.1");
	first = fake_task(&fake, section, "Xây dựng quy chế");
	second = fake_task(&fake, section, "Tập huấn");
	home = fake_agency(&fake, "SNV", "Sở Nội vụ", AGENCY_DEPARTMENT);
	justice = fake_agency(&fake, "STP", "Sở Tư pháp", AGENCY_DEPARTMENT);
	north = fake_agency(&fake, NULL, "UBND huyện Bắc Khê", AGENCY_DISTRICT);
	south = fake_agency(&fake, NULL, "UBND huyện Nam Khê", AGENCY_DISTRICT);
	departments = fake_agency(&fake, NULL, "các Sở, Ban, ngành", AGENCY_GROUP);
	districts = fake_agency(&fake, NULL, "UBND các huyện, thành phố", AGENCY_GROUP);
	fake_member(&fake, departments, home);
	fake_member(&fake, departments, justice);
	fake_member(&fake, districts, north);
	fake_member(&fake, districts, south);
}

static void close_office(void)
{
	error_release(&err);
	workbench_release(&wb);
	fake_store_release(&fake);
	clock_unfreeze();
}

TestSuite(workbench, .init = open_office, .fini = close_office);

static enum status assign(row_id task, enum role role, size_t count, const row_id *agencies)
{
	struct task_ids tasks = { 0 };
	enum status status;

	task_ids_add(&tasks, task);
	status = workbench_assign(&wb, &tasks, role, agencies, count, &err);
	task_ids_release(&tasks);
	return status;
}

#define ASSIGN(task, role, ...)                                                     \
	assign(task, role, sizeof((row_id[]){ __VA_ARGS__ }) / sizeof(row_id), (row_id[]){ __VA_ARGS__ })

static enum status mark(row_id task, row_id agency, bool done, size_t *changed)
{
	struct task_ids tasks = { 0 };
	struct done_mark how = { .agency = agency };
	enum status status;

	task_ids_add(&tasks, task);
	status = done ? workbench_mark_done(&wb, &tasks, &how, changed, &err)
		      : workbench_take_back(&wb, &tasks, &how, changed, &err);
	task_ids_release(&tasks);
	return status;
}

static size_t count_role(row_id task, enum role role)
{
	size_t n = 0;

	for (size_t i = 0; i < fake.now.assignments.count; i++)
		n += fake.now.assignments.items[i].task_id == task && fake.now.assignments.items[i].role == role;
	return n;
}

/* --- assigning ---------------------------------------------------------- */

Test(workbench, a_group_that_leads_makes_one_obligation_per_member)
{
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, departments, districts), OK, "%s", error_text(&err));
	cr_assert_eq(fake_count_obligations(&fake, first, OBLIGATION_OPEN), 4);
	cr_assert_not_null(fake_obligation(&fake, first, south));
	cr_assert_null(fake_obligation(&fake, first, departments));
	cr_assert_eq(fake.commits, 1, "one action is one step");
}

Test(workbench, a_body_named_alone_and_through_its_group_owes_once)
{
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home, departments), OK);
	cr_assert_eq(fake_count_obligations(&fake, first, OBLIGATION_OPEN), 2);
}

Test(workbench, a_group_with_no_members_owes_itself_until_it_has_some)
{
	row_id empty = fake_agency(&fake, NULL, "các đơn vị liên quan", AGENCY_GROUP);

	cr_assert_eq(ASSIGN(first, ROLE_LEAD, empty), OK);
	cr_assert_not_null(fake_obligation(&fake, first, empty));
	cr_assert_eq(workbench_set_members(&wb, empty, &justice, 1, &err), OK, "%s", error_text(&err));
	cr_assert_null(fake_obligation(&fake, first, empty));
	cr_assert_not_null(fake_obligation(&fake, first, justice));
}

Test(workbench, a_lead_is_not_its_own_coordinator)
{
	cr_assert_eq(ASSIGN(first, ROLE_COORDINATING, home, justice), OK);
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home), OK);
	cr_assert_eq(count_role(first, ROLE_COORDINATING), 1);
	cr_assert_eq(ASSIGN(first, ROLE_COORDINATING, home, justice), OK);
	cr_assert_eq(count_role(first, ROLE_COORDINATING), 1);
	cr_assert_eq(count_role(first, ROLE_LEAD), 1);
}

Test(workbench, assigning_what_is_there_already_writes_nothing)
{
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home), OK);
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home), OK);
	cr_assert_eq(fake.commits, 1);
}

Test(workbench, assigning_by_hand_ends_inheritance)
{
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, departments), OK);
	fake_task_at(&fake, first)->inherited = true;
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, departments), OK);
	cr_assert_not(fake_task_at(&fake, first)->inherited);
}

Test(workbench, a_changed_lead_takes_open_work_along_and_keeps_what_was_recorded)
{
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home, justice), OK);
	cr_assert_eq(mark(first, justice, true, NULL), OK);
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, north), OK);
	cr_assert_null(fake_obligation(&fake, first, home), "open and empty: gone");
	cr_assert_eq(fake_obligation(&fake, first, justice)->state, OBLIGATION_CLOSED, "recorded: kept");
	cr_assert_eq(fake_obligation(&fake, first, north)->state, OBLIGATION_OPEN);
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_OPEN);
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, justice), OK);
	cr_assert_eq(fake_obligation(&fake, first, justice)->state, OBLIGATION_DONE, "back again with its record");
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_DONE);
}

Test(workbench, members_leaving_a_group_leave_its_tasks)
{
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, districts), OK);
	cr_assert_eq(workbench_set_members(&wb, districts, &north, 1, &err), OK);
	cr_assert_eq(fake_count_obligations(&fake, first, OBLIGATION_OPEN), 1);
	cr_assert_null(fake_obligation(&fake, first, south));
}

Test(workbench, a_group_is_no_member_of_a_group)
{
	cr_assert_eq(workbench_set_members(&wb, districts, &departments, 1, &err), STATUS_DENIED);
	cr_assert_eq(fake.commits, 0);
}

/* --- marking ------------------------------------------------------------ */

Test(workbench, marking_one_member_leaves_the_others_open)
{
	size_t changed = 0;

	cr_assert_eq(ASSIGN(first, ROLE_LEAD, departments, districts), OK);
	cr_assert_eq(mark(first, south, true, &changed), OK);
	cr_assert_eq(changed, 1);
	cr_assert_eq(fake_count_obligations(&fake, first, OBLIGATION_OPEN), 3);
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_OPEN, "how far it is, the count says");
	cr_assert_eq(date_compare(fake_obligation(&fake, first, south)->done_on, date_make(2014, 9, 1)), 0);
}

Test(workbench, a_task_is_done_when_all_its_obligations_are)
{
	size_t changed = 0;

	cr_assert_eq(ASSIGN(first, ROLE_LEAD, departments, districts), OK);
	cr_assert_eq(mark(first, departments, true, &changed), OK, "a group stands for its members");
	cr_assert_eq(changed, 2);
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_OPEN);
	cr_assert_eq(mark(first, 0, true, &changed), OK);
	cr_assert_eq(changed, 2, "those that were left");
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_DONE);
	cr_assert_eq(mark(first, north, false, &changed), OK);
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_OPEN);
	cr_assert_eq(mark(first, 0, false, &changed), OK);
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_OPEN);
}

Test(workbench, a_task_that_nobody_leads_keeps_the_day_and_evidence_of_its_mark)
{
	struct task_ids tasks = { 0 };
	struct done_mark how = { .on = date_make(2014, 8, 30), .evidence = " Báo cáo  số 7/BC-SNV " };
	const struct obligation *o;

	task_ids_add(&tasks, first);
	cr_assert_eq(workbench_mark_done(&wb, &tasks, &how, NULL, &err), OK, "%s", error_text(&err));
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_DONE);
	o = fake_obligation(&fake, first, 0);
	cr_assert_str_eq(o->evidence, "Báo cáo số 7/BC-SNV");
	cr_assert_eq(o->done_on.day, 30);
	cr_assert_eq(workbench_take_back(&wb, &tasks, &(struct done_mark){ 0 }, NULL, &err), OK);
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_OPEN);
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home), OK);
	cr_assert_eq(fake_task_at(&fake, first)->obligations, 1, "now it is the lead's");
	task_ids_release(&tasks);
}

Test(workbench, marking_twice_is_refused_in_words)
{
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home), OK);
	cr_assert_eq(mark(first, 0, true, NULL), OK);
	cr_assert_eq(mark(first, 0, true, NULL), STATUS_DENIED);
	cr_assert(strlen(error_text(&err)) > 10);
	cr_assert_eq(mark(first, justice, true, NULL), STATUS_DENIED, "it does not lead");
	cr_assert_eq(fake.commits, 2);
}

Test(workbench, a_suspended_task_is_not_marked)
{
	struct task_ids tasks = { 0 };

	task_ids_add(&tasks, first);
	cr_assert_eq(workbench_set_status(&wb, &tasks, TASK_SUSPENDED, &err), OK);
	cr_assert_eq(mark(first, 0, true, NULL), STATUS_DENIED);
	cr_assert_eq(fake_task_at(&fake, first)->status, TASK_SUSPENDED);
	task_ids_release(&tasks);
}

Test(workbench, several_tasks_are_one_step)
{
	struct task_ids tasks = { 0 };
	struct done_mark how = { 0 };
	size_t changed = 0;

	task_ids_add(&tasks, first);
	task_ids_add(&tasks, second);
	cr_assert_eq(workbench_assign(&wb, &tasks, ROLE_LEAD, &home, 1, &err), OK);
	cr_assert_eq(workbench_mark_done(&wb, &tasks, &how, &changed, &err), OK);
	cr_assert_eq(changed, 2);
	cr_assert_eq(fake.commits, 2);
	task_ids_release(&tasks);
}

/* --- failures of the storage -------------------------------------------- */

Test(workbench, a_failure_at_any_write_leaves_everything_as_it_was)
{
	int failures = 0;

	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home), OK);
	cr_assert_eq(mark(first, 0, true, NULL), OK);
	for (int n = 1;; n++) {
		fake.fail_at = n;
		fake.fail_with = STATUS_FULL;
		if (ASSIGN(first, ROLE_LEAD, departments, districts) == OK)
			break;
		failures++;
		cr_assert_eq(err.status, STATUS_FULL);
		cr_assert_eq(fake_task_at(&fake, first)->status, TASK_DONE);
		cr_assert_eq(fake_count_obligations(&fake, first, OBLIGATION_DONE), 1);
		cr_assert_eq(fake.now.obligations.count, 1);
		cr_assert_not(fake.in_step);
	}
	cr_assert_geq(failures, 5, "a lead gone, two groups in, four obligations, a status: more than %d writes", failures);
}

Test(workbench, a_busy_storage_and_a_failed_commit_are_passed_on)
{
	fake.begin_answer = STATUS_BUSY;
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home), STATUS_BUSY);
	fake.begin_answer = OK;
	fake.commit_answer = STATUS_FULL;
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home), STATUS_FULL);
	cr_assert_eq(fake.now.assignments.count, 0);
}

/* --- deadline, words, notes --------------------------------------------- */

Test(workbench, a_new_deadline_reaches_the_obligations)
{
	struct task_ids tasks = { 0 };

	task_ids_add(&tasks, first);
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, home, justice), OK);
	cr_assert_eq(workbench_set_deadline(&wb, &tasks, "trước ngày 15/10", NULL, &err), OK);
	cr_assert_eq(date_compare(fake_task_at(&fake, first)->deadline.due, date_make(2014, 10, 14)), 0);
	cr_assert_eq(date_compare(fake_obligation(&fake, first, justice)->due, date_make(2014, 10, 14)), 0);
	cr_assert_eq(workbench_set_deadline(&wb, &tasks, "", NULL, &err), OK);
	cr_assert_null(fake_task_at(&fake, first)->deadline.raw);
	cr_assert_not(date_is_set(fake_obligation(&fake, first, justice)->due));
	task_ids_release(&tasks);
}

Test(workbench, an_edit_of_an_older_version_is_a_conflict_and_changes_nothing)
{
	int version = fake_task_at(&fake, first)->version;

	cr_assert_eq(workbench_edit_task(&wb, first, version, FIELD_TITLE, "Bản của tôi", &err), OK);
	cr_assert_eq(workbench_edit_task(&wb, first, version, FIELD_TITLE, "Bản đến sau", &err), STATUS_CONFLICT);
	cr_assert_str_eq(fake_task_at(&fake, first)->title, "Bản của tôi");
}

Test(workbench, an_empty_title_is_refused)
{
	row_id id = 77;

	cr_assert_eq(workbench_add_task(&wb, section, " \t ", &id, &err), STATUS_INVALID);
	cr_assert_eq(id, 77);
	cr_assert_eq(workbench_edit_task(&wb, first, 1, FIELD_TITLE, "", &err), STATUS_INVALID);
	cr_assert_eq(fake.commits, 0);
}

Test(workbench, a_new_task_is_the_last_of_its_section)
{
	row_id id = 0;

	cr_assert_eq(workbench_add_task(&wb, section, "Kiểm tra  thực hiện", &id, &err), OK);
	cr_assert_eq(fake_task_at(&fake, id)->position, 3);
	cr_assert_str_eq(fake_task_at(&fake, id)->title, "Kiểm tra thực hiện");
}

/* --- names -------------------------------------------------------------- */

Test(workbench, agencies_are_found_by_code_name_start_and_without_accents)
{
	row_id id = 0;

	cr_assert_eq(workbench_find_agency(&wb, "snv", &id, &err), OK);
	cr_assert_eq(id, home);
	cr_assert_eq(workbench_find_agency(&wb, "so tu phap", &id, &err), OK);
	cr_assert_eq(id, justice);
	cr_assert_eq(workbench_find_agency(&wb, "ủy ban nhân dân huyện Bắc", &id, &err), OK);
	cr_assert_eq(id, north);
	cr_assert_eq(workbench_find_agency(&wb, "uy ban nhan dan huyen bac", &id, &err), OK);
	cr_assert_eq(id, north);
	cr_assert_eq(workbench_find_agency(&wb, "ubnd huyen", &id, &err), STATUS_AMBIGUOUS);
	cr_assert(strstr(error_text(&err), "Bắc Khê") && strstr(error_text(&err), "Nam Khê"));
	cr_assert_eq(workbench_find_agency(&wb, "Sở Lạ", &id, &err), STATUS_NOT_FOUND);
	cr_assert_eq(id, north, "left alone on failure");
}

Test(workbench, an_agency_typed_with_marks_has_these_marks)
{
	struct agency other = { .name = xstrdup("UBND huyện Bác Khê") };
	row_id id = 0;

	cr_assert_eq(workbench_find_agency(&wb, "ubnd huyện bạc khê", &id, &err), STATUS_NOT_FOUND);
	cr_assert_eq(workbench_save_agency(&wb, &other, &err), OK);
	cr_assert_eq(workbench_find_agency(&wb, "ubnd huyện bác khê", &id, &err), OK);
	cr_assert_eq(id, other.id);
	cr_assert_eq(workbench_find_agency(&wb, "ubnd huyện bắc khê", &id, &err), OK);
	cr_assert_eq(id, north);
	cr_assert_eq(workbench_find_agency(&wb, "ubnd huyen bac khe", &id, &err), STATUS_AMBIGUOUS);
	agency_release(&other);
}

Test(workbench, tasks_are_found_by_id_and_path)
{
	row_id id = 0;
	char number[24];

	cr_assert_eq(workbench_find_task(&wb, plan, "II.1-2", &id, &err), OK);
	cr_assert_eq(id, second);
	cr_assert_eq(workbench_find_task(&wb, plan, "ii.1-1", &id, &err), OK);
	cr_assert_eq(id, first);
	snprintf(number, sizeof number, "%lld", second);
	cr_assert_eq(workbench_find_task(&wb, plan, number, &id, &err), OK);
	cr_assert_eq(id, second);
	cr_assert_eq(workbench_find_task(&wb, plan, "II.1-9", &id, &err), STATUS_NOT_FOUND);
	cr_assert_eq(workbench_find_task(&wb, plan, "II.1", &id, &err), STATUS_INVALID);
}

Test(workbench, the_only_plan_needs_no_name)
{
	row_id id = 0;

	cr_assert_eq(workbench_find_plan(&wb, NULL, &id, &err), OK);
	cr_assert_eq(id, plan);
	cr_assert_eq(workbench_find_plan(&wb, "15/kh-ubnd", &id, &err), OK);
	fake_plan(&fake, "16/KH-UBND", 2014);
	cr_assert_eq(workbench_find_plan(&wb, NULL, &id, &err), STATUS_AMBIGUOUS);
	cr_assert_eq(workbench_find_plan(&wb, "99/KH-UBND", &id, &err), STATUS_NOT_FOUND);
}

/* --- the register ------------------------------------------------------- */

Test(workbench, a_second_agency_of_the_same_name_is_refused)
{
	struct agency copy = { .name = xstrdup("Sở  Nội Vụ") };
	struct agency other = { .name = xstrdup("Sở Ngoại vụ"), .code = xstrdup("SNV") };

	cr_assert_eq(workbench_save_agency(&wb, &copy, &err), STATUS_DENIED);
	cr_assert_eq(workbench_save_agency(&wb, &other, &err), STATUS_DENIED, "the code is taken");
	replace_string(&other.code, "SNgV");
	cr_assert_eq(workbench_save_agency(&wb, &other, &err), OK, "%s", error_text(&err));
	agency_release(&copy);
	agency_release(&other);
}

Test(workbench, names_that_differ_in_a_mark_are_two_bodies)
{
	struct agency other = { .name = xstrdup("UBND huyện Bác Khê") };

	cr_assert_eq(workbench_save_agency(&wb, &other, &err), OK, "%s", error_text(&err));
	agency_release(&other);
}

Test(workbench, a_list_loaded_twice_adds_nothing_the_second_time)
{
	struct agency_record_list list = { 0 };
	struct agency_record a = { .agency = { .name = xstrdup("Sở Y tế"), .code = xstrdup("SYT") } };
	struct agency_record b = { .agency = { .name = xstrdup("các Sở, Ban, ngành"), .kind = AGENCY_GROUP } };
	size_t added = 0;
	int commits;

	string_list_add(&b.members, "SYT");
	agency_record_list_add(&list, &a);
	agency_record_list_add(&list, &b);
	cr_assert_eq(ASSIGN(first, ROLE_LEAD, departments), OK);
	cr_assert_eq(workbench_load_agencies(&wb, &list, &added, &err), OK, "%s", error_text(&err));
	cr_assert_eq(added, 1);
	cr_assert_eq(fake_count_obligations(&fake, first, OBLIGATION_OPEN), 3, "the task follows its group");
	commits = fake.commits;
	cr_assert_eq(workbench_load_agencies(&wb, &list, &added, &err), OK);
	cr_assert_eq(added, 0);
	cr_assert_eq(fake.commits, commits);
	agency_record_list_release(&list);
}

/* --- import ------------------------------------------------------------- */

static void make_draft(struct draft *draft)
{
	struct draft_section part = { .section = { .seq = 1, .level = 1, .path = xstrdup("I"), .title = xstrdup("Việc") },
				      .parent = -1 };
	struct draft_task work = { .task = { .position = 1, .title = xstrdup("Rà soát"), .text = xstrdup("Rà soát") },
				   .via = xstrdup("Sở Nội vụ") };
	struct agency group = { .name = xstrdup("các Sở, Ban, ngành"), .kind = AGENCY_GROUP };
	struct agency unknown = { .name = xstrdup("Sở Công Thương"), .kind = AGENCY_DEPARTMENT };

	*draft = (struct draft){ 0 };
	draft->plan.type = xstrdup("Kế hoạch");
	draft->plan.number = xstrdup("20/KH-UBND");
	draft->plan.title = xstrdup("Việc mới");
	agency_list_add(&work.leads, &group);
	agency_list_add(&work.coordinating, &unknown);
	draft_task_list_add(&part.tasks, &work);
	draft_section_list_add(&draft->sections, &part);
}

Test(workbench, an_import_is_one_step_and_the_same_file_twice_changes_nothing)
{
	struct draft draft;
	struct source source = { .bytes = xstrdup("nguyên văn"), .length = strlen("nguyên văn") };
	struct import_report report = { 0 };

	make_draft(&draft);
	cr_assert_eq(workbench_import(&wb, &draft, &source, false, &report, &err), OK, "%s", error_text(&err));
	cr_assert_eq(report.tasks, 1);
	cr_assert_eq(report.obligations, 2, "the members of the group");
	cr_assert_eq(report.new_agencies.count, 1);
	cr_assert_str_eq(report.new_agencies.items[0], "Sở Công Thương");
	cr_assert_eq(fake.commits, 1);
	cr_assert_eq(workbench_import(&wb, &draft, &source, false, &report, &err), OK);
	cr_assert(report.unchanged);
	cr_assert_eq(fake.commits, 1);
	import_report_release(&report);
	source_release(&source);
	draft_release(&draft);
}

Test(workbench, an_import_knows_bodies_by_every_name_and_adds_each_once)
{
	static const char *const names[] = { "Sở Nội Vụ", "STP", "Ban Nội chính", "Sở Công Thương", "Sở công thương" };
	struct draft draft;
	struct source source = { .bytes = xstrdup("tên"), .length = strlen("tên") };
	struct import_report report = { 0 };
	struct agency_list *named;

	agency_add_alias(&fake.now.agencies.items[0], "Ban nội chính");
	make_draft(&draft);
	named = &draft.sections.items[0].tasks.items[0].leads;
	agency_list_clear(named);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct agency agency = { .name = xstrdup(names[i]), .kind = AGENCY_DEPARTMENT };

		agency_list_add(named, &agency);
	}
	cr_assert_eq(workbench_import(&wb, &draft, &source, false, &report, &err), OK, "%s", error_text(&err));
	cr_assert_eq(report.new_agencies.count, 1);
	cr_assert_str_eq(report.new_agencies.items[0], "Sở Công Thương");
	cr_assert_eq(report.obligations, 3, "Sở Nội vụ, Sở Tư pháp and the new one");
	import_report_release(&report);
	source_release(&source);
	draft_release(&draft);
}

Test(workbench, another_file_of_the_same_plan_needs_to_be_called_a_new_version)
{
	struct draft draft;
	struct source source = { .bytes = xstrdup("bản một"), .length = strlen("bản một") };
	struct import_report report = { 0 };
	row_id older;

	make_draft(&draft);
	cr_assert_eq(workbench_import(&wb, &draft, &source, false, &report, &err), OK);
	older = report.plan;
	replace_string(&source.bytes, "bản hai");
	source.length = strlen(source.bytes);
	cr_assert_eq(workbench_import(&wb, &draft, &source, false, &report, &err), STATUS_DENIED);
	cr_assert_eq(fake.now.plans.count, 2, "the office's own and the first import");
	cr_assert_eq(workbench_import(&wb, &draft, &source, true, &report, &err), OK);
	cr_assert_neq(report.plan, older);
	cr_assert_eq(fake.now.superseded, older);
	import_report_release(&report);
	source_release(&source);
	draft_release(&draft);
}

Test(workbench, an_import_that_fails_anywhere_stores_nothing)
{
	struct draft draft;
	struct source source = { .bytes = xstrdup("nguyên văn"), .length = strlen("nguyên văn") };
	struct import_report report = { 0 };
	int failures = 0;

	make_draft(&draft);
	for (int n = 1;; n++) {
		fake.fail_at = n;
		fake.fail_with = STATUS_FULL;
		if (workbench_import(&wb, &draft, &source, false, &report, &err) == OK)
			break;
		failures++;
		cr_assert_eq(fake.now.plans.count, 1);
		cr_assert_eq(fake.now.agencies.count, 6);
		fake.source_plan = 0;
	}
	cr_assert_geq(failures, 8);
	import_report_release(&report);
	source_release(&source);
	draft_release(&draft);
}

/* --- the person --------------------------------------------------------- */

static void expect_typing(enum viet_method method, enum viet_tone_style style)
{
	struct typing typing = { VIET_METHOD_COUNT, VIET_TONE_OLD };

	cr_assert_eq(workbench_typing(&wb, &typing, &err), OK);
	cr_expect_eq(typing.method, method);
	cr_expect_eq(typing.style, style);
}

Test(workbench, typing_is_off_and_in_the_older_style_at_first)
{
	expect_typing(VIET_OFF, VIET_TONE_OLD);
}

Test(workbench, typing_is_kept_for_each_person)
{
	for (int method = 0; method < VIET_METHOD_COUNT; method++) {
		for (int style = VIET_TONE_OLD; style <= VIET_TONE_NEW; style++) {
			struct typing typing = { (enum viet_method)method, (enum viet_tone_style)style };

			cr_assert_eq(workbench_keep_typing(&wb, &typing, &err), OK);
			expect_typing(typing.method, typing.style);
		}
	}
	replace_string(&wb.user, "hoa");
	expect_typing(VIET_OFF, VIET_TONE_OLD);
	cr_expect_eq(fake.commits, 0);
}

Test(workbench, typing_in_words_of_another_version_is_as_if_never_kept)
{
	cr_assert_eq(fake.base.setting_put(&fake.base, "lan", "input-method", "bépo", false, &err), OK);
	cr_assert_eq(fake.base.setting_put(&fake.base, "lan", "tone-style", "", false, &err), OK);
	expect_typing(VIET_OFF, VIET_TONE_OLD);
}

Test(workbench, typing_that_cannot_be_kept_says_so_and_stays_as_it_was)
{
	struct typing typing = { VIET_VNI, VIET_TONE_NEW };

	cr_assert_eq(workbench_keep_typing(&wb, &typing, &err), OK);
	fake.setting_answer = STATUS_BUSY;
	typing.method = VIET_TELEX;
	cr_assert_eq(workbench_keep_typing(&wb, &typing, &err), STATUS_BUSY);
	typing.style = VIET_TONE_OLD;
	cr_assert_eq(workbench_typing(&wb, &typing, &err), STATUS_BUSY);
	cr_assert_eq(typing.method, VIET_TELEX);
	fake.setting_answer = OK;
	expect_typing(VIET_VNI, VIET_TONE_NEW);
}
