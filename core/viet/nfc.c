#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "core/viet/internal.h"

enum {
	STRETCH_ENOUGH = 256,		/* bytes that are composed together where nothing forces more */
	STREAM_SAFE_MARKS = 30,		/* UAX #15, section 13 */
	GRAPHEME_JOINER = 0x034F,	/* what such a text has behind so many marks */
};

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

static bool continues(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t other_fixed_step(const char *text, size_t length)
{
	uint32_t c;
	int step;

	/* U+0300 to U+033F: the marks. */
	if (*text == '\xCC')
		return 0;
	step = u8_mbtoucr(&c, bytes_of(text), length);
	return step > 0 && is_fixed(c) ? (size_t)step : 0;
}

/* Bytes of the fixed code point at TEXT; 0 where none stands there. */
static inline size_t fixed_step(const char *text, size_t length)
{
	unsigned char lead = (unsigned char)*text;

	if (lead < 0x80)
		return 1;
	/* Most Vietnamese letters: U+0080 to U+02FF, U+1EA0 to U+1EFF. */
	if (lead >= 0xC2 && lead < 0xCC && length >= 2 && continues(text[1]))
		return 2;
	if (lead == 0xE1 && length >= 3 && continues(text[2]) &&
	    (text[1] == '\xBB' || (text[1] == '\xBA' && (unsigned char)text[2] >= 0xA0)))
		return 3;
	return other_fixed_step(text, length);
}

/* Bytes at the beginning of TEXT that hold fixed code points only. */
static size_t fixed_length(const char *text, size_t length)
{
	size_t at = 0, step;

	while (at < length) {
		uint64_t eight;

		while (length - at >= sizeof eight) {
			memcpy(&eight, text + at, sizeof eight);
			if (eight & UINT64_C(0x8080808080808080))
				break;
			at += sizeof eight;
		}
		/* The letters of a word or two, before looking for eight of ASCII again. */
		for (int i = 0; i < 8 && at < length; i++) {
			step = fixed_step(text + at, length - at);
			if (!step)
				return at;
			at += step;
		}
	}
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

/*
 * The letter that a Vietnamese base at TEXT makes with the marks behind it: *JOINED, and the bytes it
 * takes; 0 when they make none, or when more marks could follow behind LENGTH.
 */
static size_t join_vietnamese(const char *text, size_t length, bool more_follows, uint32_t *joined)
{
	struct viet_letter letter;
	uint32_t c;
	size_t at = viet_read(text, length, &c);

	if (!viet_split(c, &letter))
		return 0;
	while (at < length && text[at] == '\xCC') {
		at += viet_read(text + at, length - at, &c);
		if (!add_mark(&letter, c))
			return 0;
	}
	if (at == length ? more_follows : !fixed_step(text + at, length - at))
		return 0;
	*joined = viet_join(letter);
	return *joined ? at : 0;
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

static void add_clean_utf8(const char *text, size_t length, struct strbuf *out)
{
	for (size_t at = 0; at < length;) {
		uint32_t c;

		at += viet_read(text + at, length - at, &c);
		strbuf_add_utf8(out, c);
	}
}

/* TEXT is a code point and all behind it that may change with it. */
static void add_stretch(const char *text, size_t length, bool limit_marks, struct strbuf *out)
{
	struct strbuf clean = STRBUF_INIT, apart = STRBUF_INIT, kept = STRBUF_INIT;

	add_clean_utf8(text, length, &clean);
	if (limit_marks) {
		add_normalized(UNINORM_NFD, clean.text, clean.length, &apart);
		keep_marks(apart.text, apart.length, &kept);
		add_normalized(UNINORM_NFC, kept.text, kept.length, out);
	} else {
		add_normalized(UNINORM_NFC, clean.text, clean.length, out);
	}
	strbuf_release(&clean);
	strbuf_release(&apart);
	strbuf_release(&kept);
}

enum composing {
	LIMIT_MARKS = 1,	/* no more than MARKS_MAX on a letter */
	MORE_FOLLOWS = 2,	/* the text goes on behind LENGTH */
	STREAM_SAFE = 4,	/* see viet_nfc_part() */
};

/* It may be joined to what stands before it, or change places with it: marks, and the later parts of Hangul. */
static bool joins(uint32_t c)
{
	if (c < 0x370)
		return c >= 0x300;
	return viet_is_mark(c) || (c >= 0x1160 && c <= 0x11FF);
}

/* Code points that can only be composed together, or a group of such. */
struct stretch {
	size_t length;
	size_t settled;		/* where its last code point begins that joins nothing before it */
	bool open;		/* it reaches to the end of the text */
	bool cut;		/* it was too long */
};

static struct stretch find_stretch(const char *text, size_t length, unsigned int how)
{
	struct stretch stretch = { 0 };
	size_t joined;
	uint32_t c;

	stretch.length = viet_read(text, length, &c);
	joined = joins(c);
	while (stretch.length < length && !fixed_step(text + stretch.length, length - stretch.length)) {
		size_t step = viet_read(text + stretch.length, length - stretch.length, &c);

		if (!joins(c)) {
			if (stretch.length >= STRETCH_ENOUGH)
				return stretch;
			stretch.settled = stretch.length;
			joined = 0;
		} else if (++joined > STREAM_SAFE_MARKS && how & STREAM_SAFE) {
			stretch.cut = true;
			return stretch;
		}
		stretch.length += step;
	}
	stretch.open = stretch.length == length;
	return stretch;
}

/* Returns how much of TEXT is composed: all, unless more follows. */
static size_t compose(const char *text, size_t length, unsigned int how, struct strbuf *out)
{
	size_t at = 0;

	for (;;) {
		size_t fixed = fixed_length(text + at, length - at);
		bool all = fixed == length - at;
		/* The last of them may take the marks that follow. */
		size_t base = all && !(how & MORE_FOLLOWS) ? 0 : last_length(text + at, fixed);
		struct stretch stretch;
		uint32_t joined;
		size_t step;

		strbuf_add(out, text + at, fixed - base);
		at += fixed - base;
		if (all)
			return at;
		step = base ? join_vietnamese(text + at, length - at, how & MORE_FOLLOWS, &joined) : 0;
		if (step) {
			strbuf_add_utf8(out, joined);
			at += step;
			continue;
		}
		stretch = find_stretch(text + at, length - at, how);
		if (stretch.open && how & MORE_FOLLOWS) {
			if (stretch.settled)
				add_stretch(text + at, stretch.settled, how & LIMIT_MARKS, out);
			return at + stretch.settled;
		}
		add_stretch(text + at, stretch.length, how & LIMIT_MARKS, out);
		if (stretch.cut)
			strbuf_add_utf8(out, GRAPHEME_JOINER);
		at += stretch.length;
		if (at == length)
			return at;
	}
}

void viet_nfc(const char *text, size_t length, struct strbuf *out)
{
	compose(text, length, 0, out);
}

size_t viet_nfc_part(const char *text, size_t length, bool last, struct strbuf *out)
{
	return compose(text, length, STREAM_SAFE | (last ? 0 : MORE_FOLLOWS), out);
}

void viet_compose(const char *text, size_t length, struct strbuf *out)
{
	compose(text, length, LIMIT_MARKS, out);
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
