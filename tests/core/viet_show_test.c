/* Text on its way to a terminal: widths, clipping, padding, and what never gets there raw. */
#include <criterion/criterion.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tests/core/viet_cases.h"

static const struct text_case shown[] = {
	{ "Đẩy mạnh cải cách", "Đẩy mạnh cải cách" },
	{ "e\u0302\u0301", "ế" },
	{ "a\nb\tc\r\nd\u00A0e", "a b c d e" },
	{ "\x1B[31mđỏ", "\uFFFD[31mđỏ" },
	{ "a\xC2\x9B" "2Jb", "a\uFFFD" "2Jb" },
	{ "a\x7F\x01", "a\uFFFD\uFFFD" },
	{ "a\u202Eb\u2066c\u200Fd", "a\uFFFDb\uFFFDc\uFFFDd" },
	{ "a\u200Bb\u2060c\uFEFFd\u00ADe\U000E0041f", "abcdef" },
	{ "a\xFF" "b\xE1\xBA", "a\uFFFD" "b\uFFFD" },
	{ "\u0301a", "a" },
	{ "a\n\u0301b", "a b" },
	{ "q\u0301\u0302\u0303\u0304", "q\u0301\u0302" },
	{ "日本", "日本" },
};

Test(viet_show, what_may_be_sent_to_a_terminal)
{
	check_cases(viet_show, shown, sizeof shown / sizeof *shown);
}

static const struct text_case bare[] = {
	{ "Đẩy mạnh cải cách", "Day manh cai cach" }, { "ĐẮK LẮK, Ƀuôn", "DAK LAK, Buon" },
	{ "▸ ✓ 3/5 · «Quý II–IV» …", "> x 3/5 . \"Quy II-IV\" ~" }, { "─│█░", "-|#." },
	{ "café, m²", "cafe, m2" }, { "½ €", "? ?" }, { "日本", "????" }, { "Ａ.", "A ." }, { "\U0001F600.", "??." },
	{ "một\nhai", "mot\nhai" }, { "\uFFFD[31m", "?[31m" },
};

Test(viet_ascii, says_it_without_marks)
{
	check_cases(viet_ascii, bare, sizeof bare / sizeof *bare);
}

Test(viet_ascii, takes_the_room_of_the_text_whatever_it_is)
{
	unsigned int seed = 4;

	for (int round = 0; round < 20000; round++) {
		struct strbuf text = STRBUF_INIT, shown = STRBUF_INIT, ascii = STRBUF_INIT;

		add_random_text(&seed, &text);
		viet_show(text.text, text.length, &shown);
		viet_ascii(shown.text, shown.length, &ascii);
		cr_assert_eq((int)ascii.length, viet_width(shown.text, shown.length), "round %d", round);
		for (size_t i = 0; i < ascii.length; i++)
			cr_assert(ascii.text[i] >= ' ' && ascii.text[i] <= '~', "round %d", round);
		strbuf_release(&text);
		strbuf_release(&shown);
		strbuf_release(&ascii);
	}
}

Test(viet_show, widths_are_columns)
{
	static const struct {
		const char *text;
		int width;
	} widths[] = {
		{ "", 0 }, { "abc", 3 }, { "Đẩy mạnh", 8 }, { "Tie\u0302\u0301ng Vie\u0323\u0302t", 10 },
		{ "日本", 4 }, { "\U0001F600", 2 }, { "…–“”·", 5 }, { "\u1100\u1161", 2 }, { "\x1B[0m", 4 },
		{ "a\tb", 3 }, { "a\r\nb", 3 }, { "\u200B\u00AD", 0 }, { "\xFF\xFF", 2 },
		{ "✓▸▾─", 4 }, { "₫", 1 },
	};

	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		int width = viet_width(widths[i].text, strlen(widths[i].text));

		cr_expect_eq(width, widths[i].width, "case %zu: %d", i, width);
	}
}

Test(viet_show, clipping_never_splits_a_letter)
{
	static const struct {
		const char *text;
		int columns;
		const char *expected;
		int width;
	} clips[] = {
		{ "Đẩy mạnh", 8, "Đẩy mạnh", 8 },
		{ "Đẩy mạnh", 7, "Đẩy mạ…", 7 },
		{ "Đẩy mạnh", 1, "…", 1 },
		{ "Đẩy mạnh", 0, "", 0 },
		{ "Đẩy mạnh", -5, "", 0 },
		{ "", 5, "", 0 },
		{ "Vie\u0323\u0302t", 3, "Vi…", 3 },
		{ "Vie\u0323\u0302t", 4, "Việt", 4 },
		{ "日本語", 4, "日…", 3 },
		{ "日本語", 5, "日本…", 5 },
		{ "ab\u200B", 2, "ab", 2 },
	};

	for (size_t i = 0; i < sizeof clips / sizeof *clips; i++) {
		struct strbuf out = STRBUF_INIT;
		int width = viet_clip(clips[i].text, strlen(clips[i].text), clips[i].columns, &out);

		cr_expect_str_eq(out.text, clips[i].expected, "case %zu: \"%s\"", i, out.text);
		cr_expect_eq(width, clips[i].width, "case %zu: %d columns", i, width);
		strbuf_release(&out);
	}
}

Test(viet_show, fit_takes_all_that_has_room)
{
	cr_expect_eq(viet_fit("Đẩy mạnh", strlen("Đẩy mạnh"), 3), strlen("Đẩy"));
	cr_expect_eq(viet_fit("Đẩy", strlen("Đẩy"), 80), strlen("Đẩy"));
	cr_expect_eq(viet_fit("e\u0302\u0301e", 6, 1), 5);
	cr_expect_eq(viet_fit("日本", 6, 3), 3);
	cr_expect_eq(viet_fit("abc", 3, 0), 0);
	cr_expect_eq(viet_fit("abc", 3, -1), 0);
}

Test(viet_show, padding_fills_the_column)
{
	struct strbuf out = STRBUF_INIT;

	strbuf_add_text(&out, "|");
	viet_pad("Hạn", strlen("Hạn"), 6, false, &out);
	strbuf_add_text(&out, "|");
	viet_pad("Hạn", strlen("Hạn"), 6, true, &out);
	strbuf_add_text(&out, "|");
	viet_pad("Tình trạng", strlen("Tình trạng"), 6, true, &out);
	strbuf_add_text(&out, "|");
	viet_pad("日本語", strlen("日本語"), 4, false, &out);
	strbuf_add_text(&out, "|");
	cr_expect_str_eq(out.text, "|Hạn   |   Hạn|Tình …|日… |");
	strbuf_release(&out);
}

/* The sets that RELIABILITY calls dangerous, told apart from the code under test. */
static bool is_harmless(unsigned int c)
{
	static const unsigned int harmful[][2] = {
		{ 0, 0x1F }, { 0x7F, 0x9F }, { 0xAD, 0xAD }, { 0x61C, 0x61C }, { 0x200B, 0x200F },
		{ 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFB },
		{ 0xFFFE, 0xFFFF }, { 0xE0000, 0xE0FFF },
	};

	for (size_t i = 0; i < sizeof harmful / sizeof *harmful; i++)
		if (c >= harmful[i][0] && c <= harmful[i][1])
			return false;
	return true;
}

static unsigned int code_point(const unsigned char *text, size_t *length)
{
	*length = *text < 0x80 ? 1 : *text < 0xE0 ? 2 : *text < 0xF0 ? 3 : 4;
	switch (*length) {
	case 1: return text[0];
	case 2: return (text[0] & 0x1Fu) << 6 | (text[1] & 0x3Fu);
	case 3: return (text[0] & 0xFu) << 12 | (text[1] & 0x3Fu) << 6 | (text[2] & 0x3Fu);
	default: return (text[0] & 7u) << 18 | (text[1] & 0x3Fu) << 12 | (text[2] & 0x3Fu) << 6 |
			(text[3] & 0x3Fu);
	}
}

static void assert_harmless(const struct strbuf *out)
{
	size_t step;

	cr_assert(viet_is_utf8(out->text, out->length, NULL));
	for (size_t i = 0; i < out->length; i += step) {
		unsigned int c = code_point((const unsigned char *)out->text + i, &step);

		cr_assert(is_harmless(c), "U+%04X got through", c);
	}
}

Test(viet_show, nothing_dangerous_gets_through_whatever_the_bytes)
{
	unsigned int seed = 1;

	for (int round = 0; round < 20000; round++) {
		struct strbuf text = STRBUF_INIT, out = STRBUF_INIT;

		add_random_text(&seed, &text);
		viet_show(text.text, text.length, &out);
		assert_harmless(&out);
		strbuf_clear(&out);
		viet_clean(text.text, text.length, &out);
		assert_harmless(&out);
		strbuf_release(&text);
		strbuf_release(&out);
	}
}

Test(viet_show, what_is_measured_is_what_is_shown)
{
	unsigned int seed = 2;

	for (int round = 0; round < 20000; round++) {
		struct strbuf text = STRBUF_INIT, out = STRBUF_INIT;
		int width, columns = round % 20, used;

		add_random_text(&seed, &text);
		width = viet_width(text.text, text.length);
		viet_show(text.text, text.length, &out);
		cr_assert_eq(viet_width(out.text, out.length), width, "round %d", round);
		strbuf_clear(&out);
		used = viet_clip(text.text, text.length, columns, &out);
		cr_assert_eq(viet_width(out.text, out.length), used, "round %d", round);
		cr_assert(used <= columns && (used == width || width > columns), "round %d", round);
		strbuf_clear(&out);
		viet_pad(text.text, text.length, columns, round % 2, &out);
		cr_assert_eq(viet_width(out.text, out.length), columns, "round %d", round);
		strbuf_release(&text);
		strbuf_release(&out);
	}
}

Test(viet_show, letters_cover_the_text_and_their_widths_add_up)
{
	unsigned int seed = 3;

	for (int round = 0; round < 20000; round++) {
		struct strbuf text = STRBUF_INIT;
		size_t at = 0, step;
		int width = 0;

		add_random_text(&seed, &text);
		while ((step = viet_letter_length(text.text, text.length, at)) > 0) {
			width += viet_width(text.text + at, step);
			at += step;
			cr_assert_eq(viet_letter_before(text.text, text.length, at), at - step, "%d", round);
		}
		cr_assert_eq(at, text.length);
		cr_assert_eq(width, viet_width(text.text, text.length));
		strbuf_release(&text);
	}
}
