#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "core/viet/internal.h"

bool viet_is_utf8(const char *text, size_t length, size_t *bad)
{
	const uint8_t *wrong = u8_check(bytes_of(text), length);

	if (wrong && bad)
		*bad = (size_t)(wrong - bytes_of(text));
	return !wrong;
}

/* Fixed: changes nothing before it and stands in NFC as it is. */
static bool is_fixed(uint32_t c)
{
	return c < 0x300 || viet_class_of(c) == CLASS_PLAIN;
}

/* Bytes of the fixed code point at TEXT; 0 where none stands there. */
static size_t fixed_step(const char *text, size_t length)
{
	uint32_t c;
	int step;

	if (!((unsigned char)*text & 0x80))
		return 1;
	step = u8_mbtoucr(&c, bytes_of(text), length);
	return step > 0 && is_fixed(c) ? (size_t)step : 0;
}

/* Bytes at the beginning of TEXT that hold fixed code points only. */
static size_t fixed_length(const char *text, size_t length)
{
	size_t at = 0, step;

	while (at < length && (step = fixed_step(text + at, length - at)))
		at += step;
	return at;
}

/* Bytes of the last code point of TEXT, which is valid; 0 when it is empty. */
static size_t last_length(const char *text, size_t length)
{
	size_t at = length;

	while (at > 0 && ((unsigned char)text[--at] & 0xC0) == 0x80)
		;
	return length - at;
}

static void add_normalized(uninorm_t form, const char *text, size_t length, struct strbuf *out)
{
	uint8_t room[256];
	size_t made = sizeof room;
	uint8_t *normal = u8_normalize(form, bytes_of(text), length, room, &made);

	if (!normal)
		BUG("cannot normalize %zu bytes", length);
	strbuf_add(out, normal, made);
	if (normal != room)
		free(normal);
}

static bool add_mark(struct viet_letter *letter, uint32_t c)
{
	enum tone tone = TONE_LEVEL;
	enum mark mark = MARK_NONE;

	switch (c) {
	case 0x0300: tone = TONE_GRAVE; break;
	case 0x0301: tone = TONE_ACUTE; break;
	case 0x0302: mark = MARK_CIRCUMFLEX; break;
	case 0x0303: tone = TONE_TILDE; break;
	case 0x0306: mark = MARK_BREVE; break;
	case 0x0309: tone = TONE_HOOK; break;
	case 0x031B: mark = MARK_HORN; break;
	case 0x0323: tone = TONE_DOT; break;
	default: return false;
	}
	if (tone && !letter->tone) {
		letter->tone = (unsigned char)tone;
		return true;
	}
	/* A circumflex typed above a tone is another letter to Unicode; a horn or a dot is not. */
	if (!mark || letter->mark || (mark != MARK_HORN && letter->tone && letter->tone != TONE_DOT))
		return false;
	letter->mark = (unsigned char)mark;
	return true;
}

/* The letter that a Vietnamese base and its marks make; 0 when they make none. */
static uint32_t join_vietnamese(const char *text, size_t length)
{
	struct viet_letter letter;
	uint32_t c;
	size_t at = viet_read(text, length, &c);

	if (!viet_split(c, &letter))
		return 0;
	while (at < length) {
		at += viet_read(text + at, length - at, &c);
		if (!add_mark(&letter, c))
			return 0;
	}
	return viet_join(letter);
}

static void keep_marks(const char *text, size_t length, struct strbuf *out)
{
	size_t marks = 0, step;

	for (size_t at = 0; at < length; at += step) {
		uint32_t c;

		step = viet_read(text + at, length - at, &c);
		marks = viet_is_mark(c) ? marks + 1 : 0;
		if (marks <= MARKS_MAX)
			strbuf_add(out, text + at, step);
	}
}

/* TEXT is a fixed code point, or none, and all up to the next one. */
static void add_stretch(const char *text, size_t length, bool limit_marks, struct strbuf *out)
{
	struct strbuf apart = STRBUF_INIT, kept = STRBUF_INIT;
	uint32_t joined = join_vietnamese(text, length);

	if (joined) {
		strbuf_add_utf8(out, joined);
	} else if (limit_marks) {
		add_normalized(UNINORM_NFD, text, length, &apart);
		keep_marks(apart.text, apart.length, &kept);
		add_normalized(UNINORM_NFC, kept.text, kept.length, out);
	} else {
		add_normalized(UNINORM_NFC, text, length, out);
	}
	strbuf_release(&apart);
	strbuf_release(&kept);
}

/* Append the first code point of TEXT and those after it that are not fixed; returns the bytes read. */
static size_t read_stretch(const char *text, size_t length, struct strbuf *stretch)
{
	size_t at = 0;

	do {
		uint32_t c;

		at += viet_read(text + at, length - at, &c);
		strbuf_add_utf8(stretch, c);
	} while (at < length && !fixed_step(text + at, length - at));
	return at;
}

static void compose(const char *text, size_t length, bool limit_marks, struct strbuf *out)
{
	struct strbuf stretch = STRBUF_INIT;
	size_t at = 0;

	for (;;) {
		size_t fixed = fixed_length(text + at, length - at);
		size_t base;

		if (fixed == length - at)
			break;
		/* The last of them may take the marks that follow. */
		base = last_length(text + at, fixed);
		strbuf_add(out, text + at, fixed - base);
		strbuf_clear(&stretch);
		strbuf_add(&stretch, text + at + fixed - base, base);
		at += fixed;
		at += read_stretch(text + at, length - at, &stretch);
		add_stretch(stretch.text, stretch.length, limit_marks, out);
	}
	strbuf_add(out, text + at, length - at);
	strbuf_release(&stretch);
}

void viet_nfc(const char *text, size_t length, struct strbuf *out)
{
	compose(text, length, false, out);
}

void viet_compose(const char *text, size_t length, struct strbuf *out)
{
	compose(text, length, true, out);
}

bool viet_is_fixed(const char *text, size_t length)
{
	return fixed_length(text, length) == length;
}

const char *viet_composed(const char *text, size_t *length, struct strbuf *room)
{
	if (viet_is_fixed(text, *length))
		return text;
	viet_nfc(text, *length, room);
	*length = room->length;
	return room->text;
}
