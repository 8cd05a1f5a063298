/* What a terminal without our letters can show: each letter in ASCII, as wide as it was. */
#include <uchar.h>
#include <uninorm.h>

#include "core/viet/internal.h"

#define NO_SIGN '?'

/* Signs that look alike, or do the same. */
static const struct {
	char32_t sign;
	char ascii;
} signs[] = {
	{ U'▸', '>' }, { U'▾', 'v' }, { U'✓', 'x' }, { U'·', '.' }, { U'•', '*' }, { U'…', '~' },
	{ U'─', '-' }, { U'│', '|' }, { U'█', '#' }, { U'░', '.' },
	{ U'←', '<' }, { U'→', '>' }, { U'↑', '^' }, { U'↓', 'v' }, { U'≤', '<' }, { U'≥', '>' }, { U'×', 'x' },
	{ U'‐', '-' }, { U'‑', '-' }, { U'‒', '-' }, { U'–', '-' }, { U'—', '-' }, { U'―', '-' }, { U'−', '-' },
	{ U'«', '"' }, { U'»', '"' }, { U'“', '"' }, { U'”', '"' }, { U'„', '"' }, { U'″', '"' },
	{ U'‘', '\'' }, { U'’', '\'' }, { U'‚', ',' }, { U'′', '\'' }, { U'‹', '<' }, { U'›', '>' },
	{ U'₫', 'd' }, { U'⁄', '/' }, { U'ƀ', 'b' }, { U'Ƀ', 'B' },
};

/* C in one ASCII character; NO_SIGN where none says it. Fractions and the like would take several. */
static char ascii_of(uint32_t c)
{
	uint32_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	struct viet_letter letter;
	int tag, count;

	if (c < 0x80)
		return (char)c;
	if (viet_split(c, &letter))
		return (char)(letter.capital ? letter.base - ('a' - 'A') : letter.base);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].sign == c)
			return signs[i].ascii;
	count = uc_decomposition(c, &tag, parts);
	if (count == 1 || (count == 2 && viet_is_mark(parts[1])))
		return ascii_of(parts[0]);
	return NO_SIGN;
}

void viet_ascii(const char *text, size_t length, struct strbuf *out)
{
	size_t step;

	for (size_t at = 0; (step = viet_letter_length(text, length, at)) > 0; at += step) {
		int width = viet_width(text + at, step);
		uint32_t c;
		char ascii;

		viet_read(text + at, step, &c);
		ascii = ascii_of(c);
		for (int i = 0; i < width; i++)
			strbuf_add_char(out, i == 0 ? ascii : ascii == NO_SIGN ? NO_SIGN : ' ');
	}
}
