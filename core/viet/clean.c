#include <string.h>

#include "core/viet/internal.h"

/* Append TEXT without what is not seen, white space folded; true when it needs composing. */
static bool add_visible(const char *text, size_t length, struct strbuf *out)
{
	bool compose = false, blank = false;
	size_t begin = out->length, step;

	for (size_t at = 0; at < length; at += step) {
		uint32_t c;
		enum viet_class class;

		step = viet_read(text + at, length - at, &c);
		class = viet_class_of(c);
		if (class == CLASS_BLANK)
			blank = true;
		if (class != CLASS_PLAIN && class != CLASS_OTHER)
			continue;
		if (blank && out->length > begin)
			strbuf_add_char(out, ' ');
		blank = false;
		if (c == 0xFFFD)
			strbuf_add_utf8(out, c);
		else
			strbuf_add(out, text + at, step);
		compose |= class == CLASS_OTHER;
	}
	return compose;
}

void viet_clean(const char *text, size_t length, struct strbuf *out)
{
	size_t begin = out->length;
	struct strbuf visible = STRBUF_INIT;

	if (!add_visible(text, length, out))
		return;
	strbuf_add(&visible, out->text + begin, out->length - begin);
	strbuf_truncate(out, begin);
	viet_compose(visible.text, visible.length, out);
	strbuf_release(&visible);
}

const char *viet_cleaned(const char *text, size_t *length, struct strbuf *room)
{
	if (viet_is_fixed(text, *length))
		return text;
	viet_clean(text, *length, room);
	*length = room->length;
	return room->text;
}

/* Bytes of the line break at TEXT, as any system or word processor writes it; 0 for none. */
static size_t break_length(const char *text, size_t length)
{
	if (*text == '\r')
		return length > 1 && text[1] == '\n' ? 2 : 1;
	if (*text == '\n' || *text == '\v' || *text == '\f')
		return 1;
	if (length >= 3 && (!memcmp(text, "\u2028", 3) || !memcmp(text, "\u2029", 3)))
		return 3;
	return 0;
}

void viet_clean_lines(const char *text, size_t length, struct strbuf *out)
{
	size_t begin = 0, at = 0;

	while (at < length) {
		size_t step = break_length(text + at, length - at);

		if (step) {
			viet_clean(text + begin, at - begin, out);
			strbuf_add_char(out, '\n');
			begin = at + step;
		}
		at += step ? step : 1;
	}
	viet_clean(text + begin, length - begin, out);
}
