#include <unigbrk.h>

#include "core/viet/internal.h"

size_t viet_letter_length(const char *text, size_t length, size_t offset)
{
	const uint8_t *begin, *next;
	uint32_t c;
	size_t step;

	if (offset >= length)
		return 0;
	text += offset;
	length -= offset;
	step = viet_read(text, length, &c);
	if (viet_class_of(c) == CLASS_PLAIN) {
		if (step == length)
			return step;
		viet_read(text + step, length - step, &c);
		if (c == ' ' || viet_class_of(c) == CLASS_PLAIN)
			return step;
	}
	begin = bytes_of(text);
	next = u8_grapheme_next(begin, begin + length);
	return next ? (size_t)(next - begin) : length;
}

/* Between two printable ASCII characters a letter always begins. */
static bool begins_letter(const char *text, size_t offset)
{
	return offset == 0 || (text[offset - 1] >= ' ' && text[offset - 1] <= '~' && text[offset] >= ' ' &&
			       text[offset] <= '~');
}

size_t viet_letter_before(const char *text, size_t length, size_t offset)
{
	size_t at, next;

	if (offset > length)
		offset = length;
	if (offset == 0)
		return 0;
	/* Letters can only be told going forward: step back to a sure beginning, and count from there. */
	for (at = offset - 1; !begins_letter(text, at); at--)
		;
	while ((next = at + viet_letter_length(text, length, at)) < offset)
		at = next;
	return at;
}
