/* What a reviewing person decides, and the draft that follows from it. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/core/draft_check.h"

static const char plan_text[] =
	"ỦY BAN NHÂN DÂN\n"
	"TỈNH SƠN BÌNH\n"
	"KẾ HOẠCH\n"
	"Trồng cây năm 2015\n"
	"I. MỤC ĐÍCH\n"
	"- Phủ xanh đất trống.\n"
	"II. NHIỆM VỤ\n"
	"1. Trồng cây ở trường học\n"
	"- Sở Giáo dục và Đào tạo lập danh sách trường. Sở Xây dựng chọn chỗ trồng.\n"
	"- Mua cây giống.\n"
	"- Phát cây giống về các trường.\n"
	"2. Chăm sóc cây\n"
	"- Tưới cây trong mùa khô, xong trước ngày 30/4/2015.\n";

static struct manuscript manuscript;
static struct hint_list hints;
static struct draft draft;

static void set_up(void)
{
	manuscript_from_text(plan_text, strlen(plan_text), &manuscript);
}

static void tear_down(void)
{
	manuscript_release(&manuscript);
	hint_list_release(&hints);
	draft_release(&draft);
}

TestSuite(hint, .init = set_up, .fini = tear_down);

static void read_again(void)
{
	struct error err = ERROR_INIT;

	draft_release(&draft);
	draft = (struct draft){ .plan.type = NULL };
	cr_assert_eq(intake_read_hinted(&manuscript, &hints, 0, &draft, &err), OK, "%s", error_text(&err));
	error_release(&err);
}

/* LINE counts from 1, as the text above. */
static void say_at(int line, int start, enum hint_kind kind, const char *value)
{
	struct hint hint = { .at = { line - 1, start }, .kind = kind, .value = value ? xstrdup(value) : NULL };

	hint_list_add(&hints, &hint);
	read_again();
}

static void say(int line, enum hint_kind kind)
{
	say_at(line, 0, kind, NULL);
}

static const char *unused_why(int line)
{
	for (size_t i = 0; i < draft.unused.count; i++)
		if (draft.unused.items[i].line == line)
			return draft.unused.items[i].why;
	return NULL;
}

/* Each byte of each paragraph that is no blank is in one stretch, in order. */
static void check_stretches(void)
{
	struct strbuf told = STRBUF_INIT, all = STRBUF_INIT;

	for (size_t i = 0; i < draft.stretches.count; i++) {
		struct strbuf text = STRBUF_INIT;

		if (i)
			cr_assert_lt(manuscript_place_compare(draft.stretches.items[i - 1].from, draft.stretches.items[i].from), 0);
		stretch_text(&draft.stretches.items[i], &manuscript, &text);
		for (const char *at = text.text; *at; at++)
			if (!strchr(" \n", *at))
				strbuf_add_char(&told, *at);
		strbuf_release(&text);
	}
	for (size_t i = 0; i < manuscript.paragraphs.count; i++)
		for (const char *at = manuscript.paragraphs.items[i].text; *at; at++)
			if (*at != ' ')
				strbuf_add_char(&all, *at);
	cr_assert_str_eq(told.text, all.text);
	strbuf_release(&told);
	strbuf_release(&all);
}

static int start_of(int line, const char *words)
{
	const char *text = manuscript.paragraphs.items[line - 1].text;

	return (int)(strstr(text, words) - text);
}

static const struct stretch *stretch_at(int line)
{
	for (size_t i = 0; i < draft.stretches.count; i++)
		if (draft.stretches.items[i].from.paragraph == line - 1)
			return &draft.stretches.items[i];
	return NULL;
}

Test(hint, no_hints_are_the_plain_reading)
{
	struct draft plain = { .plan.type = NULL };

	read_again();
	draft_of(plan_text, &plain);
	cr_assert_eq(draft_count_tasks(&draft), draft_count_tasks(&plain));
	cr_assert_eq(draft_count_tasks(&draft), 4);
	check_stretches();
	draft_release(&plain);
}

Test(hint, a_task_becomes_part_of_the_one_above_it)
{
	say(11, HINT_PART);
	cr_assert_eq(draft_count_tasks(&draft), 3);
	cr_assert(strstr(task_at(&draft, "II.1-2")->task.text, "Phát cây giống"));
	cr_assert_eq(task_at(&draft, "II.1-2")->last_line, 11);
	cr_assert_eq(stretch_at(11)->kind, STRETCH_PART);
	cr_assert_eq(stretch_at(11)->task, 1);
	check_stretches();
}

Test(hint, a_task_is_left_out_with_the_reason)
{
	say(10, HINT_UNUSED);
	cr_assert_eq(draft_count_tasks(&draft), 3);
	cr_assert_str_eq(task_at(&draft, "II.1-2")->task.title, "Phát cây giống về các trường");
	cr_assert(strstr(unused_why(10), "người xem lại"));
	check_stretches();
}

Test(hint, a_purpose_becomes_a_task)
{
	say(6, HINT_TASK);
	cr_assert_eq(draft_count_tasks(&draft), 5);
	cr_assert_str_eq(task_at(&draft, "I-1")->task.title, "Phủ xanh đất trống");
	cr_assert_eq(stretch_at(6)->kind, STRETCH_TASK);
}

Test(hint, a_bullet_becomes_a_section_that_takes_those_below_it)
{
	say(10, HINT_SECTION);
	cr_assert_eq(draft_count_tasks(&draft), 3);
	cr_assert_eq(draft.sections.count, 5);
	cr_assert_str_eq(draft.sections.items[3].section.title, "Mua cây giống");
	cr_assert_eq(draft.sections.items[3].tasks.count, 1);
	cr_assert_eq(draft.sections.items[3].section.level, 3);
	cr_assert_str_eq(draft.sections.items[3].section.path, "II.1.1");
	say(11, HINT_SECTION);
	cr_assert_str_eq(draft.sections.items[4].section.path, "II.1.2");
	check_stretches();
}

Test(hint, the_later_of_two_decisions_counts_and_the_first_is_there_again_without_it)
{
	say(10, HINT_UNUSED);
	say(10, HINT_TASK);
	cr_assert_eq(draft_count_tasks(&draft), 4);
	hint_release(&hints.items[--hints.count]);
	read_again();
	cr_assert_eq(draft_count_tasks(&draft), 3);
}

Test(hint, a_line_is_split_into_two_tasks)
{
	say_at(9, start_of(9, "Sở Xây dựng"), HINT_SPLIT, NULL);
	say_at(9, start_of(9, "Sở Xây dựng"), HINT_TASK, NULL);
	cr_assert_eq(draft_count_tasks(&draft), 5);
	cr_assert_str_eq(task_at(&draft, "II.1-1")->task.title, "Lập danh sách trường");
	cr_assert_str_eq(task_at(&draft, "II.1-2")->leads.items[0].name, "Sở Xây dựng");
	check_stretches();
}

Test(hint, what_is_left_out_of_a_line_is_listed_though_the_line_is_used)
{
	say_at(9, start_of(9, "Sở Xây dựng"), HINT_SPLIT, NULL);
	say_at(9, start_of(9, "Sở Xây dựng"), HINT_UNUSED, NULL);
	cr_assert_eq(draft_count_tasks(&draft), 4);
	cr_assert(strstr(unused_why(9), "người xem lại"));
	check_stretches();
}

Test(hint, two_lines_are_joined_into_one)
{
	say(11, HINT_JOIN);
	cr_assert_eq(draft_count_tasks(&draft), 3);
	cr_assert_eq(task_at(&draft, "II.1-2")->last_line, 11);
	cr_assert(strstr(task_at(&draft, "II.1-2")->task.text, "Phát cây giống"));
	check_stretches();
}

Test(hint, what_a_person_says_of_a_task_stands_in_place_of_what_was_read)
{
	const struct draft_task *task;

	say_at(13, 0, HINT_LEAD, "Sở Giáo dục và Đào tạo; Hội Làm vườn");
	say_at(13, 0, HINT_COORDINATING, "Sở Tài chính");
	say_at(13, 0, HINT_DEADLINE, "Quý II/2015");
	say_at(13, 0, HINT_TITLE, "Tưới cây");
	say_at(13, 0, HINT_PRODUCT, "Báo cáo");
	task = task_at(&draft, "II.2-1");
	cr_assert_str_eq(task->task.title, "Tưới cây");
	cr_assert_eq(task->leads.count, 2);
	cr_assert_str_eq(task->leads.items[1].name, "Hội Làm vườn");
	cr_assert_str_eq(task->coordinating.items[0].name, "Sở Tài chính");
	cr_assert_eq(task->task.deadline.kind, DEADLINE_QUARTER);
	cr_assert_str_eq(task->task.product, "Báo cáo");
	cr_assert_eq(task->task.certainty, CERTAINTY_SURE, "%s", task->task.doubt);
}

Test(hint, a_deadline_is_taken_away)
{
	say_at(13, 0, HINT_DEADLINE, "");
	cr_assert_eq(task_at(&draft, "II.2-1")->task.deadline.kind, DEADLINE_NONE);
	cr_assert_null(task_at(&draft, "II.2-1")->task.deadline.raw);
}

Test(hint, a_guess_names_its_task_and_is_settled_when_accepted)
{
	const struct draft_task *task;

	read_again();
	task = task_at(&draft, "II.2-1");
	cr_assert_eq(task->task.certainty, CERTAINTY_GUESS, "nobody leads it");
	cr_assert_eq(task->lead_certainty, CERTAINTY_GUESS);
	cr_assert_eq(task->deadline_certainty, CERTAINTY_LIKELY, "taken from prose");
	cr_assert(strstr(task->task.doubt, "chủ trì"));
	cr_assert_eq(stretch_at(13)->certainty, CERTAINTY_GUESS);
	say(13, HINT_ACCEPTED);
	task = task_at(&draft, "II.2-1");
	cr_assert_eq(task->task.certainty, CERTAINTY_SURE);
	cr_assert_null(task->task.doubt);
	cr_assert_eq(stretch_at(13)->certainty, CERTAINTY_SURE);
	cr_assert_eq(stretch_at(10)->certainty, CERTAINTY_GUESS, "only that one");
}

Test(hint, the_title_of_a_section_is_put_right_and_what_it_is_about_stays)
{
	say_at(5, 0, HINT_TITLE, "Mục đích chung");
	cr_assert_str_eq(draft.sections.items[0].section.title, "Mục đích chung");
	say_at(7, 0, HINT_TITLE, "Mục tiêu");
	cr_assert_str_eq(draft.sections.items[1].section.title, "Mục tiêu");
	cr_assert_eq(draft_count_tasks(&draft), 4, "its lines are work as before");
	say_at(7, 0, HINT_TITLE, "");
	cr_assert_str_eq(draft.sections.items[1].section.title, "NHIỆM VỤ");
}

/* --- outside the text of the plan ------------------------------------------- */

/* What stands behind the text: lines 4 to 11. */
static void read_with_tail(void)
{
	const char text[] = "KẾ HOẠCH\nI. VIỆC\n- Sở Y tế kiểm tra, báo cáo kết quả./.\n"
			    "Nơi nhận:\n- Như trên;\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n"
			    "Việc làm thêm trong năm\nSở Xây dựng sửa cổng. Thời gian: Quý II/2015.\nSở Tài chính cấp tiền.\n";

	manuscript_release(&manuscript);
	manuscript_from_text(text, strlen(text), &manuscript);
	read_again();
}

Test(hint, a_line_of_the_letterhead_becomes_a_task_in_a_section_of_its_own_and_heads_nothing)
{
	say(1, HINT_TASK);
	cr_assert_eq(draft_count_tasks(&draft), 5);
	cr_assert_eq(stretch_at(1)->kind, STRETCH_TASK);
	cr_assert_str_eq(draft.sections.items[0].section.path, "1");
	cr_assert_str_eq(draft.sections.items[0].section.title, "Nhiệm vụ");
	cr_assert_str_eq(draft.sections.items[1].section.path, "I");
	cr_assert_eq(draft.sections.items[1].section.level, 1);
	check_stretches();
}

Test(hint, what_a_person_says_of_a_line_of_the_frame_is_not_read_as_the_frame)
{
	read_with_tail();
	cr_assert_str_eq(draft.plan.signer_name, "Nguyễn Văn An");
	say(8, HINT_TASK);
	cr_assert_null(draft.plan.signer_name);
	cr_assert_str_eq(task_at(&draft, "I-2")->task.title, "Nguyễn Văn An");
	say(8, HINT_UNUSED);
	cr_assert_null(draft.plan.signer_name);
	cr_assert(strstr(unused_why(8), "người xem lại"));
	check_stretches();
}

Test(hint, a_line_behind_the_text_becomes_a_task_of_the_last_section_or_part_of_its_last_task)
{
	read_with_tail();
	cr_assert_not_null(unused_why(10));
	say(10, HINT_TASK);
	cr_assert_eq(draft_count_tasks(&draft), 2);
	cr_assert_str_eq(task_at(&draft, "I-2")->leads.items[0].name, "Sở Xây dựng");
	cr_assert_eq(task_at(&draft, "I-2")->task.deadline.kind, DEADLINE_QUARTER);
	cr_assert_null(unused_why(10));
	cr_assert_not_null(unused_why(11), "only the line that was spoken of");
	say(11, HINT_PART);
	cr_assert(strstr(task_at(&draft, "I-2")->task.text, "Sở Tài chính cấp tiền"));
	cr_assert_eq(stretch_at(11)->kind, STRETCH_PART);
	check_stretches();
}

Test(hint, a_section_behind_the_text_takes_what_follows_it)
{
	read_with_tail();
	say(9, HINT_SECTION);
	cr_assert_eq(draft.sections.count, 2);
	cr_assert_eq(draft.sections.items[1].section.level, 1, "it is none of the text's");
	cr_assert_str_eq(draft.sections.items[1].section.title, "Việc làm thêm trong năm");
	cr_assert_eq(draft.sections.items[1].tasks.count, 2);
	cr_assert_str_eq(draft.plan.signer_name, "Nguyễn Văn An");
	check_stretches();
}

Test(hint, a_line_behind_the_text_is_joined_to_the_one_before_it_once_that_is_something)
{
	read_with_tail();
	say(4, HINT_JOIN);
	cr_assert(strstr(task_at(&draft, "I-1")->task.text, "Nơi nhận:"));
	cr_assert_eq(task_at(&draft, "I-1")->last_line, 4);
	say(11, HINT_JOIN);
	cr_assert_not_null(stretch_at(11), "the one before is nothing yet");
	say(10, HINT_TASK);
	cr_assert_null(stretch_at(11));
	cr_assert_eq(task_at(&draft, "I-2")->last_line, 11);
	check_stretches();
}

Test(hint, of_a_split_line_outside_the_text_the_other_part_stays_what_it_was)
{
	int at;

	read_with_tail();
	at = start_of(10, "Thời gian");
	say_at(10, at, HINT_SPLIT, NULL);
	cr_assert_eq(stretch_at(10)->end, at);
	cr_assert_eq(stretch_at(10)->kind, STRETCH_UNUSED);
	say_at(10, 0, HINT_TASK, NULL);
	cr_assert_eq(task_at(&draft, "I-2")->task.deadline.kind, DEADLINE_NONE);
	cr_assert_not_null(unused_why(10));
	check_stretches();
}

Test(hint, the_head_of_a_page_becomes_a_task)
{
	read_again();
	manuscript.paragraphs.items[5].kind = PARAGRAPH_FRAME;
	say(6, HINT_TASK);
	cr_assert_eq(draft_count_tasks(&draft), 5);
	cr_assert_eq(stretch_at(6)->kind, STRETCH_TASK);
	check_stretches();
}

Test(hint, a_cell_of_a_table_that_gives_no_work_becomes_a_task)
{
	const char text[] = "KẾ HOẠCH\nI. VIỆC\n- Sở Y tế kiểm tra.\nCột A | Cột B | Cột C\nMột | Hai | Ba\n";

	manuscript_release(&manuscript);
	manuscript_from_text(text, strlen(text), &manuscript);
	read_again();
	cr_assert(strstr(unused_why(5), "bảng"));
	say(5, HINT_TASK);
	cr_assert_eq(draft_count_tasks(&draft), 2);
	cr_assert_null(unused_why(5));
	check_stretches();
}

Test(hint, a_file_without_sections_is_made_a_plan_line_by_line)
{
	const char text[] = "Việc phải làm\nĐợt một\n- Sở Y tế mua thuốc.\n- Sở Xây dựng sửa cổng.\nĐợt hai\n- Sở Y tế chia thuốc.\n";

	manuscript_release(&manuscript);
	manuscript_from_text(text, strlen(text), &manuscript);
	read_again();
	cr_assert_eq(draft.sections.count, 0);
	cr_assert_str_eq(unused_why(1), "không thuộc mục nào");
	say(2, HINT_SECTION);
	say(5, HINT_SECTION);
	cr_assert_eq(draft.sections.count, 2);
	cr_assert_eq(draft.sections.items[1].section.level, 1);
	cr_assert_eq(draft.sections.items[0].tasks.count, 2);
	cr_assert_eq(draft.sections.items[1].tasks.count, 1);
	cr_assert_not_null(unused_why(1));
	check_stretches();
}

Test(hint, the_head_of_an_appendix_is_its_plans)
{
	struct error err = ERROR_INIT;

	for (size_t i = 0; i < 2; i++) {
		size_t doubts = 0;

		cr_assert_eq(intake_read_hinted(&manuscript, NULL, i ? 2015 : 0, &draft, &err), OK);
		for (size_t g = 0; g < draft.guesses.count; g++)
			doubts += draft.guesses.items[g].about == ABOUT_PLAN;
		cr_assert_eq(doubts > 0, i == 0);
	}
}

/* Rows of a table: the first of them heads the others, or is a task, or nothing. */
static void read_table(void)
{
	const char text[] = "KẾ HOẠCH\nI. VIỆC\n- Sở Y tế kiểm tra.\nPHỤ LỤC\n"
			    "STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\n1\tTrồng cây\tSở Y tế\tTháng 3/2015\n"
			    "2\tLàm rào\tSở Nội vụ\tTháng 4/2015\n3\tSơn cổng\tSở Nội vụ\tTháng 5/2015\n";

	manuscript_release(&manuscript);
	manuscript_from_text(text, strlen(text), &manuscript);
	read_again();
}

static size_t unused_at(int line)
{
	size_t count = 0;

	for (size_t i = 0; i < draft.unused.count; i++)
		count += draft.unused.items[i].line == line;
	return count;
}

Test(hint, a_row_of_a_table_is_what_a_person_says)
{
	read_table();
	cr_assert_eq(draft_count_tasks(&draft), 4);
	say(7, HINT_UNUSED);
	cr_assert_eq(draft_count_tasks(&draft), 3);
	cr_assert(strstr(unused_why(7), "người xem lại"));
	say(7, HINT_TASK);
	cr_assert_eq(draft_count_tasks(&draft), 4);
	cr_assert_eq(unused_at(7), 0, "a row that is used is not listed as left");
	check_stretches();
	say(7, HINT_SECTION);
	cr_assert_str_eq(task_at(&draft, "PL.2-1")->task.title, "Sơn cổng");
	cr_assert_eq(unused_at(7), 0);
	say(7, HINT_PART);
	cr_assert(strstr(task_at(&draft, "PL-1")->task.text, "Làm rào"));
	cr_assert_eq(draft_count_tasks(&draft), 3);
	cr_assert_eq(unused_at(7), 0);
	check_stretches();
}

Test(hint, a_row_that_is_part_of_the_one_above_loses_none_of_its_cells_and_is_still_there_to_be_chosen)
{
	const struct draft_task *task;

	read_table();
	say(7, HINT_PART);
	task = task_at(&draft, "PL-1");
	cr_assert_eq(task->leads.count, 2);
	cr_assert_str_eq(task->leads.items[1].name, "Sở Nội vụ");
	cr_assert(strstr(task->task.text, "Tháng 4/2015"), "the second time is kept in its words");
	cr_assert_eq(stretch_at(7)->kind, STRETCH_PART);
	say(7, HINT_TASK);
	cr_assert_eq(draft_count_tasks(&draft), 4);
	say(6, HINT_PART);
	cr_assert(strstr(task_at(&draft, "I-1")->task.text, "Trồng cây"), "of the prose above the table as well");
	check_stretches();
}

Test(hint, two_rows_are_joined_and_a_row_below_a_heading_is_not)
{
	read_table();
	say(7, HINT_JOIN);
	cr_assert_eq(draft_count_tasks(&draft), 3);
	cr_assert_null(stretch_at(7));
	cr_assert(strstr(task_at(&draft, "PL-1")->task.text, "Làm rào"));
	cr_assert_eq(task_at(&draft, "PL-1")->leads.count, 2);
	cr_assert_eq(task_at(&draft, "PL-1")->last_line, 7);
	say(8, HINT_JOIN);
	cr_assert_eq(draft_count_tasks(&draft), 2);
	check_stretches();
	say(6, HINT_JOIN);
	cr_assert_eq(draft_count_tasks(&draft), 2, "nothing stands above the first row");
	say(6, HINT_UNUSED);
	say(7, HINT_JOIN);
	cr_assert_not_null(stretch_at(7), "what is left out gets nothing");
	check_stretches();
}

Test(hint, a_row_with_two_pieces_of_work_becomes_two_tasks_of_the_same_body_and_time)
{
	const struct draft_task *second;
	int at;

	read_table();
	at = start_of(6, "cây");
	say_at(6, at, HINT_SPLIT, NULL);
	cr_assert_eq(draft_count_tasks(&draft), 5);
	cr_assert_str_eq(task_at(&draft, "PL-1")->task.title, "Trồng");
	cr_assert_str_eq(task_at(&draft, "PL-1")->leads.items[0].name, "Sở Y tế");
	second = task_at(&draft, "PL-2");
	cr_assert_str_eq(second->task.title, "Cây");
	cr_assert_str_eq(second->leads.items[0].name, "Sở Y tế");
	cr_assert_eq(second->task.deadline.kind, DEADLINE_MONTH);
	check_stretches();
	say_at(6, at, HINT_LEAD, "Sở Nội vụ");
	cr_assert_str_eq(task_at(&draft, "PL-2")->leads.items[0].name, "Sở Nội vụ");
	say_at(6, at, HINT_UNUSED, NULL);
	cr_assert_eq(draft_count_tasks(&draft), 4);
	cr_assert(strstr(unused_why(6), "người xem lại"));
	say_at(6, at, HINT_TASK, NULL);
	say_at(6, at, HINT_JOIN, NULL);
	cr_assert_eq(draft_count_tasks(&draft), 4);
	cr_assert_str_eq(task_at(&draft, "PL-1")->task.title, "Trồng cây");
	say_at(6, start_of(6, "Y tế"), HINT_SPLIT, NULL);
	cr_assert_eq(draft_count_tasks(&draft), 4, "who does it is no work");
	check_stretches();
}

/* A row of cells, its work in two paragraphs. */
static void add_cell(int row, int column, const char *text)
{
	struct cell_place cell = { .table = 1, .row = row, .column = column, .rows = 1, .columns = 1 };

	manuscript_add_cell(&manuscript, (int)manuscript.paragraphs.count + 1, cell, text, strlen(text));
}

Test(hint, a_row_of_cells_is_split_between_the_paragraphs_of_its_work)
{
	read_table();
	add_cell(0, 0, "TT");
	add_cell(0, 1, "Nội dung công việc");
	add_cell(0, 2, "Cơ quan chủ trì");
	add_cell(1, 0, "1");
	add_cell(1, 1, "Lập danh sách.");
	add_cell(1, 1, "Chọn chỗ trồng.");
	add_cell(1, 2, "Sở Xây dựng");
	read_again();
	cr_assert_eq(draft_count_tasks(&draft), 5);
	say(14, HINT_SPLIT);
	cr_assert_eq(draft_count_tasks(&draft), 6);
	cr_assert_eq(stretch_at(12)->last, 12);
	cr_assert_eq(stretch_at(14)->kind, STRETCH_TASK);
	cr_assert_eq(stretch_at(14)->last, 14);
	check_stretches();
}

Test(hint, a_heading_among_the_rows_gets_the_title_that_a_person_gives_it)
{
	read_table();
	say(7, HINT_SECTION);
	say_at(7, 0, HINT_TITLE, "Đợt hai");
	cr_assert_str_eq(draft.sections.items[2].section.title, "Đợt hai");
}

Test(hint, the_headings_of_a_table_become_a_task_where_a_person_says_so)
{
	read_table();
	cr_assert(strstr(unused_why(5), "tiêu đề"));
	say(5, HINT_TASK);
	cr_assert_eq(draft_count_tasks(&draft), 5);
	cr_assert_null(unused_why(5));
	check_stretches();
}

Test(hint, a_slip_of_the_print_is_kept_beside_its_reading)
{
	const char text[] = "KẾ HOẠCH\nI. VIỆC\n- Sở Y tế thực hiện Nghị định số 34/2011/NĐ-CP ngày 17//5/2011 của Chính phủ.\n";
	const struct draft_task *task;
	struct error err = ERROR_INIT;
	struct hint accepted = { .at = { 2, 0 }, .kind = HINT_ACCEPTED };

	manuscript_from_text(text, strlen(text), &manuscript);
	read_again();
	task = task_at(&draft, "I-1");
	cr_assert_eq(task->corrections.count, 1);
	cr_assert(strstr(task->corrections.items[0].issued, "17//5/2011"));
	cr_assert(strstr(task->corrections.items[0].reading, "17/5/2011"));
	cr_assert_eq(task->corrections.items[0].line, 3);
	cr_assert_eq(task->corrections.items[0].state, CORRECTION_OPEN);
	hint_list_add(&hints, &accepted);
	read_again();
	cr_assert_eq(task_at(&draft, "I-1")->corrections.items[0].state, CORRECTION_ACCEPTED);
	error_release(&err);
}

static const char *doubt_of(const char *path)
{
	const char *doubt = task_at(&draft, path)->task.doubt;

	return doubt ? doubt : "";
}

Test(hint, both_parts_of_a_split_task_keep_who_and_when)
{
	say_at(9, start_of(9, "lập"), HINT_SPLIT, NULL);
	cr_assert_str_eq(task_at(&draft, "II.1-2")->task.title, "Lập danh sách trường");
	cr_assert_str_eq(task_at(&draft, "II.1-2")->leads.items[0].name, "Sở Giáo dục và Đào tạo");
	cr_assert(strstr(doubt_of("II.1-2"), "phần kia của đoạn đã tách"));
	say_at(13, start_of(13, "trong"), HINT_SPLIT, NULL);
	cr_assert_str_eq(task_at(&draft, "II.2-1")->task.title, "Tưới cây");
	cr_assert_eq(task_at(&draft, "II.2-1")->task.deadline.due.day, 29);
	cr_assert(strstr(doubt_of("II.2-1"), "phần kia của đoạn đã tách"));
	cr_assert_eq(task_at(&draft, "II.2-2")->task.deadline.due.day, 29);
	check_stretches();
}

Test(hint, an_emptied_lead_and_a_time_that_is_none_are_doubtful_until_accepted)
{
	say_at(9, 0, HINT_LEAD, "");
	cr_assert_eq(stretch_at(9)->certainty, CERTAINTY_GUESS);
	cr_assert_str_eq(doubt_of("II.1-1"), "chưa rõ cơ quan chủ trì");
	say_at(9, 0, HINT_LEAD, "Sở Y tế");
	cr_assert_eq(stretch_at(9)->certainty, CERTAINTY_SURE);
	say_at(9, 0, HINT_DEADLINE, "hôm nào rảnh");
	cr_assert(strstr(doubt_of("II.1-1"), "«hôm nào rảnh» chưa hiểu"));
	say_at(9, 0, HINT_DEADLINE, "31/2/2020");
	cr_assert_eq(stretch_at(9)->certainty, CERTAINTY_GUESS);
	say(9, HINT_ACCEPTED);
	cr_assert_eq(stretch_at(9)->certainty, CERTAINTY_SURE);
	say_at(9, 0, HINT_DEADLINE, "");
	cr_assert_eq(stretch_at(9)->certainty, CERTAINTY_SURE);
}

Test(hint, what_was_said_of_a_task_holds_for_both_parts_when_it_is_split)
{
	say_at(10, 0, HINT_LEAD, "Sở Y tế");
	say_at(10, 0, HINT_DEADLINE, "30/6/2015");
	say_at(10, start_of(10, "cây"), HINT_SPLIT, NULL);
	cr_assert_eq(draft_count_tasks(&draft), 5);
	cr_assert_str_eq(task_at(&draft, "II.1-3")->leads.items[0].name, "Sở Y tế");
	cr_assert_eq(task_at(&draft, "II.1-3")->task.deadline.due.month, 6);
	say_at(10, start_of(10, "cây"), HINT_LEAD, "Sở Tài chính");
	cr_assert_str_eq(task_at(&draft, "II.1-3")->leads.items[0].name, "Sở Tài chính");
	cr_assert_str_eq(task_at(&draft, "II.1-2")->leads.items[0].name, "Sở Y tế");
}

Test(hint, words_of_the_storage_mean_what_they_meant)
{
	for (int i = 0; i < HINT_KINDS; i++) {
		enum hint_kind kind = HINT_KINDS;

		cr_assert(hint_kind_from_word(hint_kind_word((enum hint_kind)i), &kind));
		cr_assert_eq((int)kind, i);
	}
	cr_assert_not(hint_kind_from_word("nothing", &(enum hint_kind){ HINT_TASK }));
}
