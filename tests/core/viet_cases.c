#include "tests/core/viet_cases.h"

#include <criterion/criterion.h>
#include <string.h>

void check_cases(text_function *make, const struct text_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct strbuf out = STRBUF_INIT;

		strbuf_add_text(&out, ">");
		make(cases[i].text, strlen(cases[i].text), &out);
		cr_expect_str_eq(out.text + 1, cases[i].expected, "case %zu: \"%s\" becomes \"%s\"", i,
				 cases[i].text, out.text + 1);
		strbuf_release(&out);
	}
}

/* A generator of our own: the same texts on every machine. */
static unsigned int roll(unsigned int *seed, unsigned int sides)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % sides;
}

void add_random_text(unsigned int *seed, struct strbuf *out)
{
	static const char *const pieces[] = {
		"e", "ế", "Ự", "hoà", "đ", " ", "  ", "-", "\n", "\r\n", "\t", "\u00A0", "\u0301", "\u0302",
		"\u031B", "\u0323", "\u0309", "\u1100", "\u1161", "\u11A8", "\uAC00", "\U0001F1FB",
		"\U0001F600",
		"\u200D", "\u200B", "\uFE0F", "\u202E", "\u2066", "\u0600", "\u0903", "日", "\uFFFD",
		"\uFEFF",
		"\x1B[31m", "\x07", "\xC2\x9B", "\U000E0041", "\u00AD", "\u212B", "\u0344", "\u0958",
		"\u09C7",
		"\u09BE", "\U0001F3FB", "\u0E33", "\u3099", "\u2001", "Ð", "1", ".",
	};
	enum { PIECES = sizeof pieces / sizeof *pieces };
	unsigned int length = roll(seed, 24);

	for (unsigned int i = 0; i < length; i++) {
		unsigned int kind = roll(seed, 8);

		if (kind == 0)
			strbuf_add_char(out, (char)roll(seed, 256));
		else if (kind == 1)
			strbuf_add_utf8(out, roll(seed, 0x3000));
		else
			strbuf_add_text(out, pieces[roll(seed, PIECES)]);
	}
}
