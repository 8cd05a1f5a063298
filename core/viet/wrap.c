#include <string.h>

#include "core/viet/internal.h"

enum kind { KIND_WORD, KIND_BLANK, KIND_HYPHEN, KIND_LINE_END };

/* What the letter TEXT means for a line. A blank that carries a mark is no blank. */
static enum kind kind_of(const char *text, size_t length)
{
	uint32_t c;

	if (length == 2 && !memcmp(text, "\r\n", 2))
		return KIND_LINE_END;
	if (viet_read(text, length, &c) < length)
		return KIND_WORD;
	switch (c) {
	case '\n':
		return KIND_LINE_END;
	case '-':
	case 0x2010:	/* hyphen */
	case 0x2013:	/* en dash */
	case 0x2014:	/* em dash */
		return KIND_HYPHEN;
	case 0x00A0:	/* the blanks that do not break */
	case 0x2007:
	case 0x202F:
		return KIND_WORD;
	default:
		return viet_class_of(c) == CLASS_BLANK ? KIND_BLANK : KIND_WORD;
	}
}

size_t viet_wrap(const char *text, size_t length, int columns, size_t *next)
{
	size_t at, step;
	size_t seen = 0;		/* end of the last letter that is no blank */
	size_t end = 0, resume = 0;	/* at the last place to break: end of the line, begin of the next */
	int used = 0;

	for (at = 0; (step = viet_letter_length(text, length, at)) > 0; at += step) {
		int width = viet_width(text + at, step);
		enum kind kind = kind_of(text + at, step);

		if (kind == KIND_LINE_END) {
			*next = at + step;
			return seen;
		}
		if (kind != KIND_BLANK && used > 0 && used + width > columns) {
			*next = resume ? resume : at;
			return resume ? end : at;
		}
		used += width;
		if (kind == KIND_BLANK) {
			end = seen;
			resume = at + step;
			continue;
		}
		/* A sign at the beginning of a word is a minus or a bullet. */
		if (kind == KIND_HYPHEN && seen == at && at > 0)
			end = resume = at + step;
		seen = at + step;
	}
	*next = length;
	return seen;
}
