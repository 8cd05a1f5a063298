/* Bodies over time in the storage: groups by day, names of the time, work handed over, all of it taken back. */
#include "fixture.h"

#include <string.h>

#include "core/workbench/workbench.h"

static struct store *store;
static struct workbench wb;
static struct made made;

static void set_up(void)
{
	clock_freeze(1377997440);	/* 2013-09-01T01:04:00Z */
	store = open_memory();
	made = make_plan(store);
	workbench_init(&wb, store, "lan");
	clock_freeze(1741000000);	/* 2025-03-03 */
}

static void tear_down(void)
{
	struct string_list problems = { 0 };

	must(db_check(store, &problems, &must_err));
	string_list_release(&problems);
	workbench_release(&wb);
	store->close(store);
}

TestSuite(agency_time, .init = set_up, .fini = tear_down);

static const struct ordered order = { .day = { 2025, 3, 1 }, .document = "04/NQ-HĐND" };

static void merge(const char *into)
{
	const row_id from[] = { made.snv, made.stc };
	struct reorganisation wanted = { .from = from, .from_count = 2, .order = order };

	string_list_add(&wanted.into, into);
	must(workbench_reorganise(&wb, &wanted, &must_err));
	string_list_release(&wanted.into);
}

static row_id find(const char *name)
{
	row_id id = 0;

	must(workbench_find_agency(&wb, name, &id, &must_err));
	return id;
}

static void expect_members(const char *iso, const char *wanted)
{
	struct agency_list list = { 0 };
	struct strbuf names = STRBUF_INIT;

	must(store->agency_members_on(store, made.group, day(iso), &list, &must_err));
	for (size_t i = 0; i < list.count; i++)
		strbuf_addf(&names, "%s%s", i ? "; " : "", list.items[i].name);
	cr_expect_str_eq(names.text, wanted, "%s: %s", iso, names.text);
	strbuf_release(&names);
	agency_list_release(&list);
}

static void expect_lead(row_id task, const char *wanted)
{
	struct assignment_list list = { 0 };

	must(store->assignments(store, task, &list, &must_err));
	cr_expect_str_eq(list.items[0].name, wanted);
	assignment_list_release(&list);
}

static void undo(void)
{
	struct change change = { 0 };

	must(store->undo(store, "lan", true, &change, &must_err));
	change_release(&change);
}

Test(agency_time, who_is_in_a_group_is_so_on_a_day)
{
	expect_members("2025-03-01", "Sở Nội vụ; Sở Tài chính");
	merge("Sở Tổng hợp");
	expect_members("2025-02-28", "Sở Nội vụ; Sở Tài chính");
	expect_members("2025-03-01", "Sở Tổng hợp");
	undo();
	expect_members("2025-03-01", "Sở Nội vụ; Sở Tài chính");
}

Test(agency_time, a_body_may_leave_a_group_and_come_back)
{
	struct membership again = { .group_id = made.group, .agency_id = made.snv, .since = day("2025-06-01") };
	struct membership_list list = { 0 };

	merge("Sở Tổng hợp");
	begin(store, "lan", "members");
	must(store->membership_insert(store, &again, &must_err));
	commit(store, "Trở lại");
	expect_members("2025-05-31", "Sở Tổng hợp");
	expect_members("2025-06-01", "Sở Nội vụ; Sở Tổng hợp");
	must(store->memberships(store, &list, &must_err));
	cr_expect_eq(list.count, 4);
	membership_list_release(&list);
	/* But not twice at once. */
	again = (struct membership){ .group_id = made.group, .agency_id = made.snv };
	begin(store, "lan", "members");
	must_refuse(STATUS_INVALID, "", store->membership_insert(store, &again, &must_err));
	store->rollback(store);
}

Test(agency_time, a_plan_has_the_names_of_its_date_or_of_today)
{
	struct plan plan = { 0 };
	struct task_row row = { 0 };

	begin(store, "lan", "plan");
	must(store->plan_get(store, made.plan, &plan, &must_err));
	plan.date = day("2013-07-11");
	must(store->plan_update(store, &plan, &must_err));
	commit(store, "Ngày ban hành");
	plan_release(&plan);
	must(workbench_rename_agency(&wb, made.snv, "Sở Nội vụ và Lao động", "SNVLĐ", &order, &must_err));
	expect_lead(made.task[0], "Sở Nội vụ");
	must(store->task_row_get(store, made.task[0], &row, &must_err));
	cr_expect_str_eq(row.leads, "SNV");
	task_row_release(&row);
	store->todays_names = true;
	expect_lead(made.task[0], "Sở Nội vụ và Lao động");
	must(store->task_row_get(store, made.task[0], &row, &must_err));
	cr_expect_str_eq(row.leads, "SNVLĐ");
	task_row_release(&row);
	undo();
	expect_lead(made.task[0], "Sở Nội vụ");
	cr_expect_eq(find("SNV"), made.snv);
}

Test(agency_time, names_end_one_after_the_other)
{
	struct ordered earlier = { .day = { 2025, 2, 1 }, .document = "3/NQ" };

	must(workbench_rename_agency(&wb, made.snv, "Sở A", NULL, &order, &must_err));
	must_refuse(STATUS_DENIED, "đổi tên sau ngày đó",
		    workbench_rename_agency(&wb, made.snv, "Sở B", NULL, &earlier, &must_err));
	must_refuse(STATUS_DENIED, "Đã có cơ quan",
		    workbench_rename_agency(&wb, made.stc, "Sở A", NULL, &order, &must_err));
}

static void expect_state(row_id task, row_id agency, enum obligation_state state, const char *due)
{
	struct obligation_list list = { 0 };
	size_t seen = 0;

	must(store->obligations(store, task, &list, &must_err));
	for (size_t i = 0; i < list.count; i++) {
		if (list.items[i].agency_id != agency)
			continue;
		seen++;
		cr_expect_eq(list.items[i].state, state);
		cr_expect_eq(date_compare(list.items[i].due, day(due)), 0);
	}
	cr_expect_eq(seen, 1, "%zu obligations", seen);
	obligation_list_release(&list);
}

/* The fixture has no obligations: the group leads task 1, due on 31/8/2013. */
static void owe(void)
{
	struct task task = get_task(store, made.task[1]);
	struct task_ids tasks = { 0 };

	task_ids_add(&tasks, made.task[1]);
	must(workbench_set_deadline(&wb, &tasks, "đến hết ngày 31/8/2013", NULL, &must_err));
	must(workbench_assign(&wb, &tasks, ROLE_LEAD, (const row_id[]){ made.stp }, 1, &must_err));
	must(workbench_assign(&wb, &tasks, ROLE_LEAD, (const row_id[]){ made.group }, 1, &must_err));
	task_ids_release(&tasks);
	task_release(&task);
}

Test(agency_time, work_is_handed_over_once_and_taken_back_whole)
{
	struct hand_over_order hand_over = { .from = made.snv, .plan = made.plan, .reason = "Sáp nhập", .document = "04/NQ-HĐND" };
	struct transfer_list transfers = { 0 };
	size_t count = 0;
	row_id new;

	owe();
	merge("Sở Tổng hợp");
	new = hand_over.to = find("Sở Tổng hợp");
	expect_state(made.task[1], made.snv, OBLIGATION_OPEN, "2013-08-31");
	must(workbench_hand_over(&wb, &hand_over, &count, &must_err));
	cr_expect_eq(count, 1);
	hand_over.from = made.stc;
	must(workbench_hand_over(&wb, &hand_over, &count, &must_err));
	expect_state(made.task[1], made.snv, OBLIGATION_CLOSED, "2013-08-31");
	expect_state(made.task[1], made.stc, OBLIGATION_CLOSED, "2013-08-31");
	expect_state(made.task[1], new, OBLIGATION_OPEN, "2013-08-31");
	must(store->transfers(store, made.task[1], &transfers, &must_err));
	cr_expect_eq(transfers.count, 2);
	cr_expect_eq(transfers.items[0].to_id, transfers.items[1].to_id);
	cr_expect_str_eq(transfers.items[0].reason, "Sáp nhập");
	transfer_list_release(&transfers);
	undo();
	undo();
	expect_state(made.task[1], made.snv, OBLIGATION_OPEN, "2013-08-31");
	expect_state(made.task[1], made.stc, OBLIGATION_OPEN, "2013-08-31");
}

Test(agency_time, what_was_handed_over_stays_when_the_work_is_given_to_others)
{
	struct hand_over_order hand_over = { .from = made.snv, .reason = "Sáp nhập" };
	struct task_ids tasks = { 0 };
	struct transfer_list transfers = { 0 };
	struct obligation_list list = { 0 };
	size_t count = 0, found = 0;

	owe();
	merge("Sở Tổng hợp");
	hand_over.to = find("Sở Tổng hợp");
	must(workbench_hand_over(&wb, &hand_over, &count, &must_err));
	task_ids_add(&tasks, made.task[1]);
	must(workbench_assign(&wb, &tasks, ROLE_LEAD, (const row_id[]){ made.stp }, 1, &must_err));
	must(workbench_set_deadline(&wb, &tasks, "đến hết ngày 30/9/2013", NULL, &must_err));
	expect_state(made.task[1], made.snv, OBLIGATION_CLOSED, "2013-08-31");
	expect_state(made.task[1], hand_over.to, OBLIGATION_OPEN, "2013-09-30");
	expect_state(made.task[1], made.stc, OBLIGATION_OPEN, "2013-08-31");
	expect_state(made.task[1], made.stp, OBLIGATION_OPEN, "2013-09-30");
	/* In periods there is no such share any more: what was handed over can still be read. */
	must(workbench_set_deadline(&wb, &tasks, "hằng quý", NULL, &must_err));
	must(store->transfers(store, made.task[1], &transfers, &must_err));
	cr_assert_eq(transfers.count, 1);
	must(store->obligations(store, made.task[1], &list, &must_err));
	for (size_t i = 0; i < list.count; i++)
		found += list.items[i].id == transfers.items[0].to_id;
	cr_expect_eq(found, 1);
	obligation_list_release(&list);
	transfer_list_release(&transfers);
	task_ids_release(&tasks);
}

Test(agency_time, what_the_new_body_has_done_is_in_the_way_of_taking_the_handing_over_back)
{
	struct hand_over_order hand_over = { .from = made.snv, .reason = "Sáp nhập" };
	struct workbench other = { 0 };
	struct task_ids tasks = { 0 };
	struct done_mark mark = { 0 };
	struct change change = { 0 };
	size_t count = 0;

	owe();
	merge("Sở Tổng hợp");
	mark.agency = hand_over.to = find("Sở Tổng hợp");
	must(workbench_hand_over(&wb, &hand_over, &count, &must_err));
	workbench_init(&other, store, "hoa");
	task_ids_add(&tasks, made.task[1]);
	must(workbench_mark_done(&other, &tasks, &mark, &count, &must_err));
	must_refuse(STATUS_CONFLICT, "hoa", store->undo(store, "lan", true, &change, &must_err));
	task_ids_release(&tasks);
	workbench_release(&other);
}
