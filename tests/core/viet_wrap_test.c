/* Lines of a paragraph. */
#include <criterion/criterion.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tests/core/viet_cases.h"

/* TEXT wrapped, with '|' between the lines. */
static void wrap_all(const char *text, size_t length, int columns, struct strbuf *out)
{
	size_t at = 0, next;

	while (at < length) {
		size_t line = viet_wrap(text + at, length - at, columns, &next);

		cr_assert(next > 0 && line <= next);
		if (at)
			strbuf_add_char(out, '|');
		strbuf_add(out, text + at, line);
		at += next;
	}
}

Test(viet_wrap, breaks_at_blanks_and_after_hyphens)
{
	static const struct {
		const char *text;
		int columns;
		const char *expected;
	} cases[] = {
		{ "", 10, "" },
		{ "Đẩy mạnh cải cách", 80, "Đẩy mạnh cải cách" },
		{ "Đẩy mạnh cải cách", 8, "Đẩy mạnh|cải cách" },
		{ "Đẩy mạnh cải cách", 12, "Đẩy mạnh cải|cách" },
		{ "Đẩy mạnh cải cách", 11, "Đẩy mạnh|cải cách" },
		{ "Đẩy mạnh", 3, "Đẩy|mạn|h" },
		{ "a   b", 1, "a|b" },
		{ "a   ", 2, "a" },
		{ "  thụt vào", 6, "  thụt|vào" },
		{ "một\nhai\n", 80, "một|hai" },
		{ "một\r\nhai", 80, "một|hai" },
		{ "một\n\nhai", 80, "một||hai" },
		{ "một \n hai", 80, "một| hai" },
		{ "số 62/KH-UBND ngày", 9, "số 62/KH-|UBND ngày" },
		{ "2011–2020", 6, "2011–|2020" },
		{ "nhiệt độ -5", 10, "nhiệt độ|-5" },
		{ "nghiêng", 4, "nghi|êng" },
		{ "a nghiêng", 4, "a|nghi|êng" },
		{ "Vie\u0323\u0302t Nam", 4, "Vie\u0323\u0302t|Nam" },
		{ "một\u00A0hai ba", 7, "một\u00A0hai|ba" },
		{ "日本語", 3, "日|本|語" },
		{ "日本", 1, "日|本" },
		{ "abc", 0, "a|b|c" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strbuf out = STRBUF_INIT;

		wrap_all(cases[i].text, strlen(cases[i].text), cases[i].columns, &out);
		cr_expect_str_eq(out.text, cases[i].expected, "case %zu: \"%s\"", i, out.text);
		strbuf_release(&out);
	}
}

Test(viet_wrap, every_line_fits_and_nothing_but_blanks_is_left_out)
{
	unsigned int seed = 11;

	for (int round = 0; round < 20000; round++) {
		struct strbuf text = STRBUF_INIT;
		size_t at = 0, next;
		int columns = 2 + round % 12;

		add_random_text(&seed, &text);
		while (at < text.length) {
			size_t line = viet_wrap(text.text + at, text.length - at, columns, &next);
			int width = viet_width(text.text + at, line);
			size_t last = viet_letter_before(text.text + at, line, line);
			struct strbuf between = STRBUF_INIT;

			cr_assert(next > 0 && line <= next && at + next <= text.length);
			/* A letter with spacing marks may be wider than the line; it then stands alone. */
			cr_assert(width <= columns || viet_width(text.text + at, last) == 0,
				  "round %d: %d of %d columns", round, width, columns);
			viet_clean(text.text + at + line, next - line, &between);
			cr_assert_str_eq(between.text, "", "round %d", round);
			strbuf_release(&between);
			at += next;
		}
		strbuf_release(&text);
	}
}
