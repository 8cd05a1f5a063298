/*
 * VNI for Windows: a letter is a base and, behind it, one byte that has all of
 * its marks; a few are one byte. A capital's mark lies 20 below the small one's.
 */
#include <string.h>

#include "core/viet/charset.h"
#include "core/viet/internal.h"

/* One more than the index of a base; 0: none. */
static const unsigned char base_at[256] = {
	['a'] = 1, ['A'] = 2, ['e'] = 3, ['E'] = 4, ['o'] = 5, ['O'] = 6, ['u'] = 7, ['U'] = 8, ['y'] = 9, ['Y'] = 10,
	[0xF4] = 11, [0xD4] = 12, [0xF6] = 13, [0xD6] = 14,
};

static const struct viet_letter bases[VNI_BASES] = {
	{ 'a', MARK_NONE, 0, false }, { 'a', MARK_NONE, 0, true }, { 'e', MARK_NONE, 0, false }, { 'e', MARK_NONE, 0, true },
	{ 'o', MARK_NONE, 0, false }, { 'o', MARK_NONE, 0, true }, { 'u', MARK_NONE, 0, false }, { 'u', MARK_NONE, 0, true },
	{ 'y', MARK_NONE, 0, false }, { 'y', MARK_NONE, 0, true },
	{ 'o', MARK_HORN, 0, false }, { 'o', MARK_HORN, 0, true }, { 'u', MARK_HORN, 0, false }, { 'u', MARK_HORN, 0, true },
};

static const struct {
	unsigned char byte;	/* behind a small letter */
	unsigned char mark, tone;
} marks[VNI_MARKS] = {
	{ 0xF9, MARK_NONE, TONE_ACUTE }, { 0xF8, MARK_NONE, TONE_GRAVE }, { 0xFB, MARK_NONE, TONE_HOOK },
	{ 0xF5, MARK_NONE, TONE_TILDE }, { 0xEF, MARK_NONE, TONE_DOT },
	{ 0xE2, MARK_CIRCUMFLEX, TONE_LEVEL }, { 0xE1, MARK_CIRCUMFLEX, TONE_ACUTE },
	{ 0xE0, MARK_CIRCUMFLEX, TONE_GRAVE }, { 0xE5, MARK_CIRCUMFLEX, TONE_HOOK },
	{ 0xE3, MARK_CIRCUMFLEX, TONE_TILDE }, { 0xE4, MARK_CIRCUMFLEX, TONE_DOT },
	{ 0xEA, MARK_BREVE, TONE_LEVEL }, { 0xE9, MARK_BREVE, TONE_ACUTE }, { 0xE8, MARK_BREVE, TONE_GRAVE },
	{ 0xFA, MARK_BREVE, TONE_HOOK }, { 0xFC, MARK_BREVE, TONE_TILDE }, { 0xEB, MARK_BREVE, TONE_DOT },
};

/* One more than the index of a mark, by its byte from C0 on; the mark of a capital counts as the small one's. */
static const unsigned char mark_at[32] = {
	[0x19] = 1, [0x18] = 2, [0x1B] = 3, [0x15] = 4, [0x0F] = 5, [0x02] = 6, [0x01] = 7, [0x00] = 8, [0x05] = 9,
	[0x03] = 10, [0x04] = 11, [0x0A] = 12, [0x09] = 13, [0x08] = 14, [0x1A] = 15, [0x1C] = 16, [0x0B] = 17,
};

void vni_make_pairs(struct utf8_letter pairs[VNI_BASES][VNI_MARKS])
{
	for (size_t b = 0; b < VNI_BASES; b++) {
		for (size_t m = 0; m < VNI_MARKS; m++) {
			struct viet_letter letter = bases[b];
			char32_t c;

			if (letter.mark && marks[m].mark)
				continue;
			letter.mark |= marks[m].mark;
			letter.tone = marks[m].tone;
			c = viet_join(letter);
			if (c)
				pairs[b][m] = utf8_letter(c);
		}
	}
}

/* The letter of two bytes at BYTES; NULL when they are none. */
static const struct utf8_letter *pair_at(const struct decoding *d, const unsigned char *bytes)
{
	unsigned char base = base_at[bytes[0]];
	unsigned char mark = bytes[1] >= 0xC0 ? mark_at[bytes[1] & 0x1F] : 0;

	if (!base || !mark || !d->pairs[base - 1][mark - 1].length)
		return NULL;
	return &d->pairs[base - 1][mark - 1];
}

size_t decode_vni(struct decoding *d, const unsigned char *bytes, size_t length, bool last)
{
	struct strbuf *text = &d->text;
	size_t at = 0;

	strbuf_grow(text, length * 3 + sizeof d->letters->bytes);
	while (at < length) {
		const struct utf8_letter *letter = &d->letters[bytes[at]];
		size_t step = 1;

		if (base_at[bytes[at]]) {
			const struct utf8_letter *pair = at + 1 < length ? pair_at(d, bytes + at) : NULL;

			if (at + 1 == length && !last)
				break;
			if (pair) {
				letter = pair;
				step = 2;
			}
		}
		if (letter->length) {
			memcpy(text->text + text->length, letter->bytes, sizeof letter->bytes);
			text->length += letter->length;
		} else {
			decoding_add_bad(d, d->offset + at, bytes[at]);
		}
		at += step;
	}
	text->text[text->length] = '\0';
	return at;
}
