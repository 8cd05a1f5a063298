/* What happens to text at the doors: validity, normal form, cleaning, letters, case. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "core/viet/viet.h"
#include "tests/core/viet_cases.h"

Test(viet_utf8, valid_text_passes)
{
	cr_assert(viet_is_utf8("Đẩy mạnh \xF0\x9F\x98\x80", strlen("Đẩy mạnh") + 5, NULL));
	cr_assert(viet_is_utf8("", 0, NULL));
}

Test(viet_utf8, the_first_bad_byte_is_told)
{
	static const char *const bad[] = {
		"ab\xFF", "ab\xC0\x80", "ab\xED\xA0\x80", "ab\xE1\xBA", "ab\xF4\x90\x80\x80",
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		size_t at = 0;

		cr_assert(!viet_is_utf8(bad[i], strlen(bad[i]), &at));
		cr_expect_eq(at, 2, "case %zu: %zu", i, at);
	}
}

static const struct text_case composed[] = {
	{ "e\u0302\u0301", "ế" },
	{ "ê\u0301", "ế" },
	{ "e\u0323\u0302", "ệ" },
	{ "e\u0302\u0323", "ệ" },
	{ "ẹ\u0302", "ệ" },
	{ "o\u0301\u031B", "ớ" },
	{ "u\u031B\u0323", "ự" },
	{ "U\u031B\u0303", "Ữ" },
	{ "A\u0306\u0323", "Ặ" },
	{ "Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt" },
	/* A circumflex above an acute is not an acute above a circumflex. */
	{ "a\u0301\u0302", "á\u0302" },
	{ "m\u0300", "m\u0300" },
	{ "n\u0303", "ñ" },
	{ "đ\u0301", "đ\u0301" },
	{ "\u0301a", "\u0301a" },
	{ "\u212B", "Å" },
	{ "\u2001", "\u2003" },
	{ "\u1100\u1161\u11A8", "\uAC01" },
	{ "kế\u00A0hoạch\t1\r\n", "kế\u00A0hoạch\t1\r\n" },
	{ "a\xFF" "b", "a\uFFFD" "b" },
	{ "e\xE1\xBA", "e\uFFFD" },
	{ "e\u0302\xFF\u0301", "ê\uFFFD\u0301" },
	{ "", "" },
};

Test(viet_nfc, letters_become_one_code_point)
{
	check_cases(viet_nfc, composed, sizeof composed / sizeof *composed);
}

Test(viet_nfc, agrees_with_libunistring_on_every_letter_and_two_marks)
{
	static const unsigned int marks[] = {
		0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323, 0x308, 0x327,
	};
	enum { MARKS = sizeof marks / sizeof *marks };

	for (unsigned int c = 'A'; c < 0x250; c = c == 0x24F ? 0x1EA0 : c + 1) {
		for (size_t i = 0; i < MARKS * MARKS; i++) {
			struct strbuf text = STRBUF_INIT, nfc = STRBUF_INIT;
			size_t length;
			uint8_t *expected;

			strbuf_add_utf8(&text, c);
			strbuf_add_utf8(&text, marks[i / MARKS]);
			strbuf_add_utf8(&text, marks[i % MARKS]);
			strbuf_add_utf8(&text, 'x');
			viet_nfc(text.text, text.length, &nfc);
			expected = u8_normalize(UNINORM_NFC, (uint8_t *)text.text, text.length, NULL, &length);
			cr_assert(length == nfc.length && !memcmp(expected, nfc.text, length),
				  "U+%04X %04X %04X", c, marks[i / MARKS], marks[i % MARKS]);
			free(expected);
			strbuf_release(&text);
			strbuf_release(&nfc);
		}
		if (c >= 0x1EFF)
			break;
	}
}

static const struct text_case cleaned[] = {
	{ "", "" },
	{ "  Sở \t\n Nội\u00A0vụ  ", "Sở Nội vụ" },
	{ "\u202FSở\u202F\u2009Nội\u3000vụ\u2028", "Sở Nội vụ" },
	{ " \u00A0 ", "" },
	{ "a\x1B[31mb\x07\x7F", "a[31mb" },
	{ "a\xC2\x9B\xC2\x85" "b", "a b" },
	{ "\uFEFFKế\u200Bhoạch\u200D\u2060", "Kếhoạch" },
	{ "a\u202Eb\u2066c\u2069\u200Fd", "abcd" },
	{ "a\U000E0041\U000E007Fb\uFFF9\uFFFB", "ab" },
	{ "so\u00ADft", "soft" },
	{ "a\u200B\u0301", "á" },
	{ "e\u0302\u0301", "ế" },
	{ "e\u0302\u0301\u0300\u0303", "ế" },
	{ "q\u0301\u0302\u0303\u0304\u0305", "q\u0301\u0302" },
	{ "a\xFF\xFE" "b", "a\uFFFD\uFFFD" "b" },
	{ "\xE1\xBA", "\uFFFD" },
	{ "日本 \u0915\u093F", "日本 \u0915\u093F" },
};

Test(viet_clean, a_field_of_one_line)
{
	check_cases(viet_clean, cleaned, sizeof cleaned / sizeof *cleaned);
}

Test(viet_clean, a_nul_byte_is_dropped)
{
	struct strbuf out = STRBUF_INIT;

	viet_clean("a\0b", 3, &out);
	cr_expect_str_eq(out.text, "ab");
	strbuf_release(&out);
}

static const struct text_case lines[] = {
	{ "một\nhai", "một\nhai" },
	{ "  một \r\n\thai\r", "một\nhai\n" },
	{ "một\vhai\u2028ba\u2029bốn\fnăm", "một\nhai\nba\nbốn\nnăm" },
	{ "\n\n", "\n\n" },
	{ "e\n\u0301", "e\n\u0301" },
};

Test(viet_clean, a_field_of_several_lines)
{
	check_cases(viet_clean_lines, lines, sizeof lines / sizeof *lines);
}

Test(viet_letter, a_letter_is_what_a_person_calls_one)
{
	static const struct {
		const char *text;
		size_t first;
	} letters[] = {
		{ "", 0 }, { "a", 1 }, { "ab", 1 }, { "ếb", 3 }, { "e\u0302\u0301b", 5 }, { "đ", 2 },
		{ "\r\nx", 2 }, { "\n\r", 1 }, { "日本", 3 }, { "\u1100\u1161x", 6 },
		{ "\xFFx", 1 }, { "a\xFF", 1 }, { "\u0301\u0302x", 4 },
	};

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
		const char *text = letters[i].text;

		cr_expect_eq(viet_letter_length(text, strlen(text), 0), letters[i].first, "case %zu", i);
	}
	cr_expect_eq(viet_letter_length("abc", 3, 3), 0);
	cr_expect_eq(viet_letter_length("abc", 3, 9), 0);
}

Test(viet_letter, the_letter_before_is_the_one_that_ends_there)
{
	const char *text = "Tie\u0302\u0301ng\r\n\U0001F1FB\U0001F1F3\U0001F1FB\U0001F1F3 "
			   "Vie\u0323\u0302t \xFF\xE1\xBA";
	size_t length = strlen(text), step;

	for (size_t at = 0; (step = viet_letter_length(text, length, at)) > 0; at += step)
		cr_expect_eq(viet_letter_before(text, length, at + step), at, "at %zu", at);
	cr_expect_eq(viet_letter_before(text, length, 0), 0);
	cr_expect_eq(viet_letter_before("abc", 3, 99), 2);
}

static const struct text_case lower[] = {
	{ "ỦY BAN NHÂN DÂN TỈNH", "ủy ban nhân dân tỉnh" },
	{ "ĐƯỜNG", "đường" },
	{ "E\u0302\u0301", "ế" },
	{ "ΑΣ", "ας" },
	{ "A\xFF", "a\uFFFD" },
};
static const struct text_case upper[] = {
	{ "ủy ban nhân dân", "ỦY BAN NHÂN DÂN" },
	{ "đường", "ĐƯỜNG" },
	{ "straße", "STRASSE" },
};
static const struct text_case capitalized[] = {
	{ "đẩy mạnh UBND", "Đẩy mạnh UBND" },
	{ "ủy ban", "Ủy ban" },
	{ "e\u0302\u0301ch", "Ếch" },
	{ "“xây dựng”", "“Xây dựng”" },
	{ "- tổ chức", "- Tổ chức" },
	{ "4 dự án", "4 dự án" },
	{ "", "" },
	{ "…", "…" },
};

Test(viet_case, vietnamese_letters_change_case)
{
	check_cases(viet_lower, lower, sizeof lower / sizeof *lower);
	check_cases(viet_upper, upper, sizeof upper / sizeof *upper);
	check_cases(viet_capitalize, capitalized, sizeof capitalized / sizeof *capitalized);
}
