#include <string.h>
#include <uniwidth.h>

#include "core/viet/internal.h"

/* Stands for what must not be sent to a terminal. */
#define SIGN 0xFFFD
#define ELLIPSIS "\u2026"

static int width_of(uint32_t c)
{
	int width = viet_class_of(c) == CLASS_PLAIN ? 1 : uc_width(c, "UTF-8");

	return width > 0 ? width : 0;
}

/* Append one code point as it may be shown. */
static void mask(uint32_t c, struct strbuf *out)
{
	switch (viet_class_of(c)) {
	case CLASS_PLAIN:
	case CLASS_OTHER:
		strbuf_add_utf8(out, c);
		break;
	case CLASS_BLANK:
		strbuf_add_char(out, ' ');
		break;
	case CLASS_SIGN:
		strbuf_add_utf8(out, SIGN);
		break;
	case CLASS_HIDDEN:
		break;
	}
}

/*
 * Append the letter TEXT masked: marks without a letter under them are left out,
 * for they would change what stands before them on the screen. CR LF is one letter.
 */
static void mask_letter(const char *text, size_t length, struct strbuf *out)
{
	size_t begin = out->length, step;

	if (length == 2 && !memcmp(text, "\r\n", 2))
		length = 1;
	for (size_t at = 0; at < length; at += step) {
		uint32_t c;

		step = viet_read(text + at, length - at, &c);
		if (out->length > begin || !viet_is_mark(c))
			mask(c, out);
	}
}

static int width_of_all(const char *text, size_t length)
{
	int width = 0;
	size_t step;

	for (size_t at = 0; at < length; at += step) {
		uint32_t c;

		step = viet_read(text + at, length - at, &c);
		width += width_of(c);
	}
	return width;
}

/* As show_letter(), for a letter that is not one plain code point. */
static int show_composed(const char *text, size_t length, struct strbuf *out)
{
	struct strbuf masked = STRBUF_INIT, composed = STRBUF_INIT;
	int width;

	mask_letter(text, length, &masked);
	viet_compose(masked.text, masked.length, &composed);
	width = width_of_all(composed.text, composed.length);
	if (out)
		strbuf_add(out, composed.text, composed.length);
	strbuf_release(&masked);
	strbuf_release(&composed);
	return width;
}

/* The columns of the letter TEXT; appends it as it is shown where OUT is given. */
static int show_letter(const char *text, size_t length, struct strbuf *out)
{
	uint32_t c;

	if (viet_read(text, length, &c) < length || (c != ' ' && viet_class_of(c) != CLASS_PLAIN))
		return show_composed(text, length, out);
	if (out)
		strbuf_add_utf8(out, c);
	return 1;
}

int viet_width(const char *text, size_t length)
{
	int width = 0;
	size_t step;

	for (size_t at = 0; (step = viet_letter_length(text, length, at)) > 0; at += step)
		width += show_letter(text + at, step, NULL);
	return width;
}

/* Bytes from AT on that are shown as they are: one code point a letter, to the end or before one more of those. */
static size_t plain_run(const char *text, size_t length, size_t at)
{
	size_t end = at, last = at;
	uint32_t c;

	while (end < length) {
		size_t step = viet_read(text + end, length - end, &c);

		if (c == SIGN || (c != ' ' && viet_class_of(c) != CLASS_PLAIN))
			return last - at;	/* the sign may stand for bytes that are no text */
		last = end;
		end += step;
	}
	return end - at;
}

void viet_show(const char *text, size_t length, struct strbuf *out)
{
	for (size_t at = 0, step; at < length; at += step) {
		step = plain_run(text, length, at);
		strbuf_add(out, text + at, step);
		if (!step && (step = viet_letter_length(text, length, at)) > 0)
			show_letter(text + at, step, out);
	}
}

size_t viet_fit(const char *text, size_t length, int columns)
{
	size_t at = 0, step;

	while ((step = viet_letter_length(text, length, at)) > 0) {
		columns -= show_letter(text + at, step, NULL);
		if (columns < 0)
			break;
		at += step;
	}
	return at;
}

int viet_clip(const char *text, size_t length, int columns, struct strbuf *out)
{
	size_t fits;

	if (columns < 1)
		return 0;
	fits = viet_fit(text, length, columns);
	if (fits < length)
		fits = viet_fit(text, length, columns - 1);
	viet_show(text, fits, out);
	if (fits == length)
		return viet_width(text, length);
	strbuf_add_text(out, ELLIPSIS);
	return viet_width(text, fits) + 1;
}

void viet_pad(const char *text, size_t length, int columns, bool right, struct strbuf *out)
{
	size_t begin = out->length;
	int used = viet_clip(text, length, columns, out);

	for (; used < columns; used++) {
		if (right)
			strbuf_splice(out, begin, 0, " ", 1);
		else
			strbuf_add_char(out, ' ');
	}
}
