#include <criterion/criterion.h>

#include "core/plan/quick_line.h"

/* TEXT is taken apart into title | leads | coordinators | deadline | labels | section. */
static void expect_parts(const char *text, const char *wanted)
{
	struct quick_line line;
	struct strbuf parts = STRBUF_INIT;

	quick_line_init(&line);
	quick_line_parse(text, &line);
	for (int i = 0; i < QUICK_PARTS; i++)
		strbuf_addf(&parts, "%s%s", i ? "|" : "", line.parts[i].text);
	cr_expect_str_eq(parts.text, wanted);
	strbuf_release(&parts);
	quick_line_release(&line);
}

Test(quick_line, says_everything_of_a_task)
{
	expect_parts("Tổ chức hội nghị phổ biến @SNV +STP,STTTT !8/2013 #cải cách thể chế >II.1",
		     "Tổ chức hội nghị phổ biến|SNV|STP,STTTT|8/2013|cải cách thể chế|II.1");
	expect_parts("Lập kế hoạch", "Lập kế hoạch|||||");
	expect_parts("  >III   Lập   kế hoạch ", "Lập kế hoạch|||||III");
}

Test(quick_line, parts_stand_in_any_order_and_go_on_to_the_next_sign)
{
	expect_parts(">II.1 @Sở Văn hóa, Thể thao và Du lịch !trước ngày 15/8/2013", "|Sở Văn hóa, Thể thao và Du lịch||trước ngày 15/8/2013||II.1");
	expect_parts("Việc @SNV @STP", "Việc|SNV; STP||||");
	expect_parts("Việc >I >II", "Việc|||||II");
}

Test(quick_line, what_is_no_sign_is_a_word)
{
	expect_parts("Gửi về a@b.vn, tăng +5 % so với #1! Ai > ai", "Gửi về a@b.vn, tăng +5 % so với #1! Ai > ai|||||");
	expect_parts("Giảm \\@SNV và \\!gấp \\x", "Giảm @SNV và !gấp \\x|||||");
	expect_parts("", "|||||");
	expect_parts("Việc @", "Việc|||||");
}

Test(quick_line, the_end_tells_what_is_being_typed)
{
	static const struct {
		const char *text;
		enum quick_part part;
		size_t start;
	} ends[] = {
		{ "Việc", QUICK_TITLE, 0 }, { "Viec @sn", QUICK_LEADS, 6 }, { "Viec @SNV; st", QUICK_LEADS, 11 },
		{ "Viec @SNV +", QUICK_COORDINATORS, 11 }, { "a #the che", QUICK_LABEL, 3 }, { "a >II", QUICK_SECTION, 3 }, { "a >II b", QUICK_TITLE, 3 },
		{ "a !8; 9", QUICK_DEADLINE, 3 },
	};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t start;

		cr_expect_eq(quick_line_tail(ends[i].text, &start), ends[i].part, "%s", ends[i].text);
		cr_expect_eq(start, ends[i].start, "%s: %zu", ends[i].text, start);
	}
}
