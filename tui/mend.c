#include "tui/mend.h"

#include <stdbool.h>
#include <string.h>

#define LETTERS_OFF "\033(B"	/* out of the line-drawing letters: xterm's way */

enum { SHIFT_IN = '\017', REPEAT_MAX = 1000 };	/* SHIFT_IN: the same, the VT100's way */

static bool begins(const char *bytes, const char *end, const char *sequence)
{
	return (size_t)(end - bytes) >= strlen(sequence) && !memcmp(bytes, sequence, strlen(sequence));
}

/* A colour taken back just before all attributes are; its length, 0 when it is none. */
static size_t idle_colour(const char *bytes, const char *end)
{
	static const char *const sequences[] = { "\033[39m", "\033[39;49m" };

	for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
		size_t used = strlen(sequences[i]);

		if (!begins(bytes, end, sequences[i]))
			continue;
		if (begins(bytes + used, end, LETTERS_OFF))
			used += strlen(LETTERS_OFF);
		if (begins(bytes + used, end, "\033[m") || begins(bytes + used, end, "\033[0;"))
			return used;
	}
	return 0;
}

/* Length of the sequence at BYTES if it changes nothing. */
static size_t idle_sequence(const char *bytes, const char *end)
{
	if (begins(bytes, end, LETTERS_OFF))
		return strlen(LETTERS_OFF);
	if (*bytes == SHIFT_IN)
		return 1;
	return idle_colour(bytes, end);
}

/*
 * Scrolling by several lines ("ESC [ n S", "ESC [ n T") is line feeds at the
 * edge of the region; a repeated letter ("ESC [ n b") is that letter. Appends
 * them; the length of the sequence, 0 when it is none of these.
 */
static size_t expand(const char *bytes, const char *end, struct strbuf *out)
{
	const char *at = bytes + 2;
	char last = out->length ? out->text[out->length - 1] : ' ';
	int count = 0;

	if (!begins(bytes, end, "\033["))
		return 0;
	for (; at < end && *at >= '0' && *at <= '9' && count < REPEAT_MAX; at++)
		count = count * 10 + (*at - '0');
	if (at == end || (*at != 'S' && *at != 'T' && *at != 'b'))
		return 0;
	for (int i = 0; i < count; i++) {
		if (*at == 'T')
			strbuf_add_text(out, "\033M");
		else
			strbuf_add_char(out, *at == 'S' ? '\n' : last);
	}
	return (size_t)(at + 1 - bytes);
}

void mend_output(const char *bytes, size_t length, struct strbuf *out)
{
	const char *end = bytes + length;

	while (bytes < end) {
		size_t used = 0;

		if (*bytes == '\033' || *bytes == SHIFT_IN)
			used = idle_sequence(bytes, end);
		if (!used && *bytes == '\033')
			used = expand(bytes, end, out);
		if (used)
			bytes += used;
		else
			strbuf_add_char(out, *bytes++);
	}
}
