#include "fixture.h"

#include <limits.h>
#include <string.h>

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

TestSuite(find, .init = set_up, .fini = tear_down);

static struct filter filter_of(struct filter_term term)
{
	struct filter filter = { .today = day("2013-09-01") };

	filter_term_list_add(&filter.terms, &term);
	return filter;
}

static void and(struct filter *filter, struct filter_term term)
{
	filter_term_list_add(&filter->terms, &term);
}

/* The tasks found as "I-1 II.1-2", asked in pages of LIMIT in DIRECTION. */
static char *found(const struct filter *filter, enum direction direction, int limit)
{
	struct place place = { direction == FORWARD ? 0 : INT_MAX, 0 };
	struct strbuf out = STRBUF_INIT;
	size_t count;

	do {
		struct task_row_list list = { 0 };
		struct strbuf page = STRBUF_INIT;

		must(store->task_find(store, made.plan, filter, place, direction, limit, &list, &must_err));
		count = list.count;
		cr_assert_leq(count, (size_t)limit);
		for (size_t i = 0; i < count; i++)
			strbuf_addf(&page, "%s%s-%d", page.length ? " " : "", list.items[i].section_path,
				    list.items[i].task.position);
		if (count)
			place = list.items[direction == FORWARD ? count - 1 : 0].place;
		if (count && out.length)
			strbuf_splice(&page, direction == FORWARD ? 0 : page.length, 0, " ", 1);
		strbuf_splice(&out, direction == FORWARD ? out.length : 0, 0, page.text, page.length);
		strbuf_release(&page);
		task_row_list_release(&list);
	} while (count == (size_t)limit);
	return strbuf_detach(&out);
}

/* Both ways, in pages of all sizes, and counted. FILTER is released. */
static void expect(struct filter filter, const char *wanted)
{
	int count = 0, words = *wanted ? 1 : 0;

	for (const char *p = wanted; *p; p++)
		words += *p == ' ';
	for (int limit = 1; limit <= 9; limit++) {
		char *forward = found(&filter, FORWARD, limit);
		char *backward = found(&filter, BACKWARD, limit);

		cr_assert_str_eq(forward, wanted, "limit %d: %s", limit, forward);
		cr_assert_str_eq(backward, wanted, "backward, limit %d: %s", limit, backward);
		free(forward);
		free(backward);
	}
	must(store->task_count(store, made.plan, &filter, 100, &count, &must_err));
	cr_assert_eq(count, words);
	must(store->task_count(store, made.plan, &filter, 1, &count, &must_err));
	cr_assert_eq(count, words > 1 ? 1 : words);
	filter_release(&filter);
}

#define TERM(...) ((struct filter_term){ __VA_ARGS__ })
#define ALL "I-1 I-2 II.1-1 II.1-2 II.2-1 II.2-2 III-1 III-2"

Test(find, an_empty_filter_holds_for_all)
{
	expect((struct filter){ .today = day("2013-09-01") }, ALL);
}

Test(find, words_without_marks_find_all_marks)
{
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("dat"))), "I-2 II.1-1");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("DAT DAI"))), "I-2");
}

Test(find, words_with_marks_find_only_these)
{
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("đất"))), "I-2");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("đạt"))), "II.1-1");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("dảt"))), "");
}

/* The task number AT says TITLE from now on. */
static void retitle(int at, const char *title)
{
	struct task task = get_task(store, made.task[at]);

	begin(store, "lan", "edit");
	replace_string(&task.title, title);
	replace_string(&task.text, title);
	must(store->task_update(store, &task, &must_err));
	commit(store, "Sửa");
	task_release(&task);
}

Test(find, another_spelling_of_a_word_is_found)
{
	retitle(0, "Quản lý kĩ thuật");
	retitle(1, "Lịch thi tay nghề");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("kỹ thuật"))), "I-1");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("quan li ki thuat"))), "I-1");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("quản lí"))), "I-1");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("li"))), "I-1 I-2 II.1-1");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("ly"))), "I-1");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("tai nghe"))), "");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("hàng năm"))), "II.2-2");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("hàng"))), "II.2-2");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("kỹ thuật"), .negate = true)),
	       "I-2 II.1-1 II.1-2 II.2-1 II.2-2 III-1 III-2");
	retitle(5, "Bố trí kinh phí hàng năm");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("hằng năm"))), "II.2-2");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("hằng n"))), "II.2-2");
}

Test(find, the_last_word_may_be_a_beginning)
{
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("to ch"))), "II.2-1");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("t"))), "I-2 II.1-2 II.2-1 II.2-2 III-2");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("o chuc"))), "");
}

Test(find, several_texts_must_all_hold)
{
	struct filter filter = filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("can")));

	and(&filter, TERM(.field = FILTER_TEXT, .text = xstrdup("xa")));
	expect(filter, "II.1-2");
}

Test(find, a_text_may_be_left_out)
{
	struct filter filter = filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("dat"), .negate = true));

	expect(filter, "I-1 II.1-2 II.2-1 II.2-2 III-1 III-2");
	filter = filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("dat")));
	and(&filter, TERM(.field = FILTER_TEXT, .text = xstrdup("đất"), .negate = true));
	expect(filter, "II.1-1");
}

Test(find, signs_alone_are_no_words)
{
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("–"))), ALL);
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("\" OR \"*"))), "");
}

Test(find, an_agency_is_found_itself_and_through_its_groups)
{
	expect(filter_of(TERM(.field = FILTER_AGENCY, .agency_id = made.snv)), "I-1 I-2 II.1-1 II.1-2");
	expect(filter_of(TERM(.field = FILTER_AGENCY, .agency_id = made.stp)), "I-2 II.2-1");
	expect(filter_of(TERM(.field = FILTER_AGENCY, .agency_id = made.group)), "I-2 II.1-1");
	expect(filter_of(TERM(.field = FILTER_AGENCY, .agency_id = made.snv, .negate = true)),
	       "II.2-1 II.2-2 III-1 III-2");
}

Test(find, leads_and_coordinators_are_told_apart)
{
	expect(filter_of(TERM(.field = FILTER_LEAD, .agency_id = made.stc)), "I-2 II.1-1 II.2-2");
	expect(filter_of(TERM(.field = FILTER_WITH, .agency_id = made.stc)), "II.1-2");
	expect(filter_of(TERM(.field = FILTER_WITH, .agency_id = made.stp)), "I-2");
}

Test(find, a_section_means_all_below_it)
{
	expect(filter_of(TERM(.field = FILTER_SECTION, .text = xstrdup("II"))), "II.1-1 II.1-2 II.2-1 II.2-2");
	expect(filter_of(TERM(.field = FILTER_SECTION, .text = xstrdup("ii.2."))), "II.2-1 II.2-2");
	expect(filter_of(TERM(.field = FILTER_SECTION, .text = xstrdup("II"), .negate = true)), "I-1 I-2 III-1 III-2");
	expect(filter_of(TERM(.field = FILTER_SECTION, .text = xstrdup("IX"))), "");
	expect(filter_of(TERM(.field = FILTER_SECTION, .text = xstrdup("IX"), .negate = true)), ALL);
}

Test(find, days_are_a_range_with_open_ends)
{
	expect(filter_of(TERM(.field = FILTER_DUE, .from = day("2013-08-01"), .to = day("2013-08-31"))), "I-2 III-1");
	expect(filter_of(TERM(.field = FILTER_DUE, .from = day("2013-09-30"))), "II.1-1 II.1-2");
	expect(filter_of(TERM(.field = FILTER_DUE, .to = day("2013-06-30"))), "II.2-1");
	expect(filter_of(TERM(.field = FILTER_DUE, .to = day("2013-09-30"), .negate = true)),
	       "I-1 II.1-2 II.2-2 III-2");
}

static void set_status(row_id id, enum task_status status, const char *done_on)
{
	struct task task = get_task(store, id);

	begin(store, "lan", "status");
	task.status = status;
	must(store->task_update(store, &task, &must_err));
	if (done_on) {
		struct obligation obligation = {
			.task_id = id, .state = OBLIGATION_DONE, .done_on = day(done_on), .due = task.deadline.due,
		};

		must(store->obligation_insert(store, &obligation, &must_err));
	}
	commit(store, "Đổi trạng thái");
	task_release(&task);
}

Test(find, standing_is_held_against_the_day_of_the_filter)
{
	set_status(made.task[1], TASK_DONE, "2013-08-31");
	set_status(made.task[4], TASK_DONE, "2013-07-01");
	set_status(made.task[7], TASK_SUSPENDED, NULL);
	expect(filter_of(TERM(.field = FILTER_STANDING, .value = STANDING_DONE)), "I-2");
	expect(filter_of(TERM(.field = FILTER_STANDING, .value = STANDING_DONE_LATE)), "II.2-1");
	expect(filter_of(TERM(.field = FILTER_STANDING, .value = STANDING_OVERDUE)), "III-1");
	expect(filter_of(TERM(.field = FILTER_STANDING, .value = STANDING_ONTIME)), "II.1-1 II.1-2");
	expect(filter_of(TERM(.field = FILTER_STANDING, .value = STANDING_UNDATED)), "I-1 II.2-2");
	for (int today = 22; today <= 31; today++) {
		struct filter filter = filter_of(TERM(.field = FILTER_STANDING, .value = STANDING_SOON));

		filter.today = date_make(2013, 8, today);
		expect(filter, today < 24 ? "" : "III-1");
	}
}

Test(find, status_and_what_is_missing)
{
	set_status(made.task[3], TASK_DOING, NULL);
	expect(filter_of(TERM(.field = FILTER_STATUS, .value = TASK_DOING)), "II.1-2");
	expect(filter_of(TERM(.field = FILTER_STATUS, .value = TASK_OPEN, .negate = true)), "II.1-2");
	expect(filter_of(TERM(.field = FILTER_MISSING, .value = MISSING_LEAD)), "III-1 III-2");
	expect(filter_of(TERM(.field = FILTER_MISSING, .value = MISSING_DUE)), "I-1 II.2-2 III-2");
	expect(filter_of(TERM(.field = FILTER_MISSING, .value = MISSING_PRODUCT)), ALL);
	expect(filter_of(TERM(.field = FILTER_KIND, .value = DEADLINE_DATE)), "I-2 II.1-1 II.1-2 II.2-1 III-1");
	expect(filter_of(TERM(.field = FILTER_KIND, .value = DEADLINE_NONE)), "I-1 II.2-2 III-2");
}

Test(find, an_inherited_lead_is_still_missing)
{
	struct task task = get_task(store, made.task[0]);

	begin(store, "lan", "edit");
	task.inherited = true;
	must(store->task_update(store, &task, &must_err));
	commit(store, "Kế thừa");
	task_release(&task);
	expect(filter_of(TERM(.field = FILTER_MISSING, .value = MISSING_LEAD)), "I-1 III-1 III-2");
}

Test(find, terms_are_combined)
{
	struct filter filter = filter_of(TERM(.field = FILTER_AGENCY, .agency_id = made.snv));

	and(&filter, TERM(.field = FILTER_DUE, .to = day("2013-09-30")));
	expect(filter, "I-2 II.1-1");
	filter = filter_of(TERM(.field = FILTER_AGENCY, .agency_id = made.snv));
	and(&filter, TERM(.field = FILTER_LEAD, .agency_id = made.stc));
	and(&filter, TERM(.field = FILTER_STANDING, .value = STANDING_OVERDUE));
	and(&filter, TERM(.field = FILTER_TEXT, .text = xstrdup("đất")));
	and(&filter, TERM(.field = FILTER_SECTION, .text = xstrdup("I")));
	and(&filter, TERM(.field = FILTER_STATUS, .value = TASK_OPEN));
	expect(filter, "I-2");
	filter = filter_of(TERM(.field = FILTER_AGENCY, .agency_id = made.snv));
	and(&filter, TERM(.field = FILTER_AGENCY, .agency_id = made.stp));
	expect(filter, "I-2");
}

Test(find, a_changed_title_is_found_by_its_new_words_only)
{
	retitle(1, "Đo đạc bản đồ");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("dat dai"))), "");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("ban do"))), "I-2");
}

Test(find, other_plans_are_not_looked_through)
{
	row_id other, section;

	begin(store, "lan", "import");
	other = add_plan(store, "16/KH-UBND");
	section = add_section(store, other, 0, 1, 1, "I");
	add_task(store, other, section, "Rà soát đất đai", "2013-08-31");
	commit(store, "Nhập");
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("dat dai"))), "I-2");
	expect(filter_of(TERM(.field = FILTER_DUE, .from = day("2013-08-31"), .to = day("2013-08-31"))), "I-2 III-1");
	made.plan = other;
	expect(filter_of(TERM(.field = FILTER_TEXT, .text = xstrdup("dat dai"))), "I-1");
}

Test(find, a_filter_of_too_many_terms_is_refused_in_words)
{
	struct filter filter = { .today = day("2013-09-01") };
	struct task_row_list list = { 0 };

	for (int i = 0; i < 20; i++)
		and(&filter, TERM(.field = FILTER_AGENCY, .agency_id = made.snv));
	must(store->task_find(store, made.plan, &filter, (struct place){ 0, 0 }, FORWARD, 10, &list, &must_err));
	cr_assert_eq(list.count, 4);
	task_row_list_release(&list);
	for (int i = 0; i < 200; i++)
		and(&filter, TERM(.field = FILTER_AGENCY, .agency_id = made.snv));
	must_refuse(STATUS_INVALID, "hãy bỏ bớt",
		    store->task_find(store, made.plan, &filter, (struct place){ 0, 0 }, FORWARD, 10, &list, &must_err));
	filter_release(&filter);
}
