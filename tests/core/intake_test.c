#include <criterion/criterion.h>
#include <string.h>

#include "tests/core/draft_check.h"

#define DEPARTMENTS "các Sở, Ban, ngành"
#define DISTRICTS "UBND các huyện, thành phố"
#define ALL DEPARTMENTS "; " DISTRICTS
#define FARMING "Sở Nông nghiệp và Phát triển nông thôn"
#define SAMPLE SOURCE_ROOT "/data/samples/ke-hoach-mau.txt"

Test(sample, is_read_whole)
{
	static const struct want_section sections[] = {
		{ "I", "MỤC ĐÍCH" }, { "I.1", "Mục đích" }, { "I.2", "Yêu cầu" }, { "II", "NỘI DUNG" },
		{ "II.1", "Rà soát" }, { "II.2", "Xây mới" }, { "II.3", "Kiểm soát" }, { "II.4", "Đổi mới" },
		{ "II.5", "Kiểm tra" }, { "III", "TỔ CHỨC" },
	};
	static const struct want_task tasks[] = {
		{ "II.1-1", "Lập bản đồ nguồn nước", FARMING, "", "", "month 2014-04-01..2014-04-30", "Trong tháng 4/2014" },
		{ "II.1-2", "Kiểm kê công trình", ALL, "", "", "date ..2014-05-14", "Xong trước ngày 15/5/2014" },
		{ "II.2-1", "Chọn nơi xây công trình", DISTRICTS, "", "", "range 2014-04-01..2014-12-31", "Quý II-IV/2014" },
		{ "II.3-1", "Giữ sạch nguồn nước", ALL, "", "", "ongoing ..", "Thường xuyên" },
		{ "II.4-1", "Đưa tin, bài", ALL, "", "", "ongoing ..", "Thường xuyên" },
		{ "II.5-1", "Lấy mẫu nước", "Sở Y tế", "Sở Tài nguyên và Môi trường", "", "periodic .. half",
		  "Định kỳ 6 tháng một lần" },
		{ "III-1", "Khẩn trương giao việc", ALL, "", "", "none ..", "khẩn trương" },
		{ "III-2", "Cân đối nguồn vốn", "Sở Tài chính", "", "", "none ..", "" },
		{ "III-3", "Theo dõi, giúp đỡ", FARMING, "Sở Y tế; Sở Tài nguyên và Môi trường; " ALL, "", "periodic ..",
		  "định kỳ" },
		{ "III-4", "Báo cáo Chủ tịch", ALL, "", FARMING, "periodic .. quarter", "hằng quý" },
	};
	char *text = read_whole_file(SAMPLE);
	struct draft draft = { 0 };
	char date[DATE_TEXT];

	draft_of(text, &draft);
	cr_expect_str_eq(draft.plan.type, "Kế hoạch");
	cr_expect_str_eq(draft.plan.number, "18/KH-UBND");
	cr_expect_str_eq(draft.plan.issuer, "Ủy ban nhân dân tỉnh Sơn Bình");
	cr_expect_str_eq(draft.plan.place, "Sơn Bình");
	cr_expect_str_eq(date_iso(draft.plan.date, date), "2014-03-06");
	cr_expect_str_eq(draft.plan.signer_name, "Trần Văn Mẫu");
	cr_expect_str_eq(draft.plan.signer_position, "Phó Chủ tịch");
	cr_expect_str_eq(draft.plan.signer_on_behalf, "Chủ tịch");
	check_sections(&draft, sections, COUNT_OF(sections));
	check_tasks(&draft, tasks, COUNT_OF(tasks));
	cr_expect(task_at(&draft, "II.4-1")->task.inherited);
	cr_expect_eq(draft.attachments.count, 1);
	check_nothing_lost(text, &draft, "the sample");
	draft_release(&draft);
	free(text);
}

/* --- bad input ---------------------------------------------------------- */

static void expect_invalid(const char *text, const char *part)
{
	struct manuscript manuscript = { 0 };
	struct draft draft = { .plan.number = NULL };
	struct error err = ERROR_INIT;

	manuscript_from_text(text, strlen(text), &manuscript);
	cr_expect_eq(intake_read(&manuscript, &draft, &err), STATUS_INVALID, "«%s» is no plan", text);
	cr_expect_not_null(strstr(error_text(&err), part), "\"%s\"", error_text(&err));
	cr_expect_null(draft.plan.type, "the draft is left alone");
	manuscript_release(&manuscript);
	error_release(&err);
}

Test(intake, what_is_no_plan_gets_a_sentence)
{
	expect_invalid("", "không có chữ nào");
	expect_invalid("\n \n\t\xC2\xA0\n", "không có chữ nào");
	expect_invalid("Kính gửi các bạn,\nhôm nay trời đẹp.\n", "2 dòng nhưng không có mục nào");
	expect_invalid("KẾ HOẠCH\n\nThực hiện việc chung\n\n- Một\n- Hai\n", "không có mục nào");
}

/* A small generator of its own, so that a failure can be run again. */
static unsigned int next_random(unsigned int *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static void split_lines(const char *text, struct string_list *lines)
{
	while (*text) {
		size_t length = strcspn(text, "\n");

		string_list_add_owned(lines, xstrndup(text, length));
		text += length + (text[length] == '\n');
	}
}

enum mutation { DELETE_LINES, SWAP_LINES, GLUE_LINES, BREAK_LINES, DAMAGE_BYTES, CUT_SHORT, MUTATIONS };

static void mutate(const struct string_list *lines, enum mutation mutation, unsigned int seed, struct strbuf *out)
{
	for (size_t i = 0; i < lines->count; i++) {
		unsigned int dice = next_random(&seed);
		const char *line = lines->items[i];

		if (mutation == SWAP_LINES && dice % 3 == 0)
			line = lines->items[next_random(&seed) % lines->count];
		if ((mutation == DELETE_LINES && dice % 4 == 0) || (mutation == CUT_SHORT && i > seed % lines->count))
			continue;
		for (; *line; line++) {
			if (mutation == BREAK_LINES && *line == ' ' && next_random(&seed) % 8 == 0)
				strbuf_add_char(out, '\n');
			else if (mutation == DAMAGE_BYTES && next_random(&seed) % 40 == 0)
				strbuf_add_char(out, (char)(1 + next_random(&seed) % 255));
			else
				strbuf_add_char(out, *line);
		}
		if (mutation != GLUE_LINES || dice % 2)
			strbuf_add_char(out, '\n');
	}
}

static void read_mutated(const char *text, const char *what)
{
	struct string_list lines = { 0 };

	split_lines(text, &lines);
	for (unsigned int seed = 0; seed < 12; seed++) {
		for (int mutation = 0; mutation < MUTATIONS; mutation++) {
			struct strbuf mutated = STRBUF_INIT;
			struct manuscript manuscript = { 0 };
			struct draft draft = { .plan.number = NULL };
			char *name = xasprintf("%s, mutation %d, seed %u", what, mutation, seed);

			mutate(&lines, (enum mutation)mutation, seed, &mutated);
			manuscript_from_text(mutated.text, mutated.length, &manuscript);
			/* Damaged words are not known for what they were: it is enough to live through them. */
			if (intake_read(&manuscript, &draft, NULL) == OK && mutation != DAMAGE_BYTES)
				check_nothing_lost(mutated.text, &draft, name);
			manuscript_release(&manuscript);
			draft_release(&draft);
			strbuf_release(&mutated);
			free(name);
		}
	}
	string_list_release(&lines);
}

Test(intake, no_line_of_a_damaged_plan_is_lost)
{
	char *text = read_whole_file(SAMPLE);

	read_mutated(text, "the sample");
	free(text);
}

Test(intake, no_line_of_the_damaged_real_plan_is_lost)
{
	char *text;

	if (!seed_path())
		cr_skip_test("the real plan is not here: skipped");
	text = read_whole_file(seed_path());
	read_mutated(text, "the real plan");
	free(text);
}
