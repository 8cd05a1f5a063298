/* UTF-8 and UTF-16, and what iconv knows besides. */
#ifdef HAVE_CONFIG_H
#include <config.h>
#endif

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "core/viet/charset.h"

/* --- UTF-8 ------------------------------------------------------------------ */

enum { INCOMPLETE = -1 };

static bool continues(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/*
 * What begins at BYTES: *GOOD and the bytes of a code point; or the bytes of the
 * longest beginning of one that is none (Unicode, section 3.9, "maximal subpart"), all of
 * which are one U+FFFD; or INCOMPLETE, when more bytes can still make it one.
 */
static int read_utf8(const unsigned char *bytes, size_t length, bool *good)
{
	unsigned char lead = *bytes, low = 0x80, high = 0xBF;
	int need = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;

	*good = need == 1;
	if (need <= 1)
		return 1;
	if (lead == 0xE0)
		low = 0xA0;
	else if (lead == 0xED)
		high = 0x9F;
	else if (lead == 0xF0)
		low = 0x90;
	else if (lead == 0xF4)
		high = 0x8F;
	for (int i = 1; i < need; i++) {
		if ((size_t)i == length)
			return INCOMPLETE;
		if (i == 1 ? bytes[1] < low || bytes[1] > high : !continues(bytes[i]))
			return i;
	}
	*good = true;
	return need;
}

/* Bytes at the beginning that are UTF-8 for certain. */
static size_t good_utf8(const unsigned char *bytes, size_t length)
{
	size_t at = 0;

	while (at < length) {
		uint64_t eight;
		bool good;
		int step;

		while (length - at >= sizeof eight) {
			memcpy(&eight, bytes + at, sizeof eight);
			if (eight & UINT64_C(0x8080808080808080))
				break;
			at += sizeof eight;
		}
		while (at < length && bytes[at] < 0x80)
			at++;
		if (at == length)
			break;
		/* The Vietnamese letters, and most of what else is written with them. */
		if (length - at >= 3 && bytes[at] == 0xE1 && continues(bytes[at + 1]) && continues(bytes[at + 2])) {
			at += 3;
			continue;
		}
		if (length - at >= 2 && bytes[at] >= 0xC2 && bytes[at] < 0xE0 && continues(bytes[at + 1])) {
			at += 2;
			continue;
		}
		step = read_utf8(bytes + at, length - at, &good);
		if (!good || step == INCOMPLETE)
			break;
		at += (size_t)step;
	}
	return at;
}

/*
 * Editors turn the no-break space into a common one. Where it was the last byte of a
 * misread letter, the letter can be told: Ơ, Ạ and Ỡ, since nothing else begins so; and à, where it stands
 * behind a small letter, since a capital à does not. Returns the bytes of the letter that was appended.
 */
static size_t add_spoilt(struct decoding *d, const unsigned char *bytes, size_t length)
{
	static const struct {
		const char *bytes, *letter;
	} spoilt[] = { { "\xC6 ", "Ơ" }, { "\xE1\xBA ", "Ạ" }, { "\xE1\xBB ", "Ỡ" }, { "\xC3 ", "à" } };
	char before = d->text.length ? d->text.text[d->text.length - 1] : d->before;

	for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
		size_t count = strlen(spoilt[i].bytes);

		if (length < count || memcmp(bytes, spoilt[i].bytes, count) != 0)
			continue;
		if (*bytes == 0xC3 && (before < 'a' || before > 'z'))
			return 0;
		strbuf_add_text(&d->text, spoilt[i].letter);
		return count;
	}
	return 0;
}

/* Take what is no letter at BYTES, of which STEP belong together; returns the bytes taken. */
static size_t take_bad(struct decoding *d, const unsigned char *bytes, size_t length, size_t at, size_t step)
{
	size_t spoilt = d->misread ? add_spoilt(d, bytes + at, length - at) : 0;

	if (spoilt)
		return spoilt;
	decoding_add_bad(d, d->offset + at, bytes[at]);
	/* Misread bytes were letters one by one. */
	return d->misread ? 1 : step;
}

size_t decode_utf8(struct decoding *d, const unsigned char *bytes, size_t length, bool last)
{
	size_t at = 0;

	while (at < length) {
		size_t good = good_utf8(bytes + at, length - at);
		bool is_letter;
		int step;

		strbuf_add(&d->text, bytes + at, good);
		at += good;
		if (at == length)
			break;
		step = read_utf8(bytes + at, length - at, &is_letter);
		if (step == INCOMPLETE && !last)
			break;
		at += take_bad(d, bytes, length, at, step == INCOMPLETE ? length - at : (size_t)step);
	}
	return at;
}

/* --- UTF-16 ----------------------------------------------------------------- */

static unsigned int unit_at(const unsigned char *bytes, bool big)
{
	return big ? (unsigned int)bytes[0] << 8 | bytes[1] : (unsigned int)bytes[1] << 8 | bytes[0];
}

/* Append the letter UNIT, which is no surrogate; there is room. */
static void put_unit(struct strbuf *text, unsigned int unit)
{
	unsigned char *to = (unsigned char *)text->text + text->length;

	if (unit < 0x80) {
		to[0] = (unsigned char)unit;
		text->length += 1;
	} else if (unit < 0x800) {
		to[0] = (unsigned char)(0xC0 | unit >> 6);
		to[1] = (unsigned char)(0x80 | (unit & 0x3F));
		text->length += 2;
	} else {
		to[0] = (unsigned char)(0xE0 | unit >> 12);
		to[1] = (unsigned char)(0x80 | (unit >> 6 & 0x3F));
		to[2] = (unsigned char)(0x80 | (unit & 0x3F));
		text->length += 3;
	}
}

static size_t decode_utf16(struct decoding *d, const unsigned char *bytes, size_t length, bool last, bool big)
{
	size_t at = 0;

	strbuf_grow(&d->text, length / 2 * 3 + 4);
	while (length - at >= 2) {
		unsigned int unit = unit_at(bytes + at, big), next;

		if ((unit & 0xF800) != 0xD800) {
			put_unit(&d->text, unit);
			at += 2;
			continue;
		}
		if (unit < 0xDC00 && length - at < 4 && !last)
			break;
		next = length - at >= 4 ? unit_at(bytes + at + 2, big) : 0;
		if (unit < 0xDC00 && (next & 0xFC00) == 0xDC00) {
			strbuf_add_utf8(&d->text, 0x10000 + ((unit & 0x3FF) << 10) + (next & 0x3FF));
			at += 4;
		} else {
			decoding_add_bad(d, d->offset + at, bytes[at]);
			at += 2;
		}
	}
	if (last && at < length) {
		decoding_add_bad(d, d->offset + at, bytes[at]);
		at = length;
	}
	d->text.text[d->text.length] = '\0';
	return at;
}

size_t decode_utf16le(struct decoding *d, const unsigned char *bytes, size_t length, bool last)
{
	return decode_utf16(d, bytes, length, last, false);
}

size_t decode_utf16be(struct decoding *d, const unsigned char *bytes, size_t length, bool last)
{
	return decode_utf16(d, bytes, length, last, true);
}

/* --- iconv ------------------------------------------------------------------ */

size_t decode_iconv(struct decoding *d, const unsigned char *bytes, size_t length, bool last)
{
	const unsigned char *from = bytes;
	ICONV_CONST char *in;
	size_t left = length;

	/* iconv() changes nothing of what it reads, whatever its type says. */
	memcpy(&in, &from, sizeof in);
	while (left) {
		char block[4096], *to = block;
		size_t room = sizeof block;
		int why = iconv(d->cd, &in, &left, &to, &room) == (size_t)-1 ? errno : 0;

		strbuf_add(&d->text, block, sizeof block - room);
		if (!why || why == E2BIG)
			continue;
		if (why == EINVAL && !last)
			break;
		decoding_add_bad(d, d->offset + (length - left), bytes[length - left]);
		in++;
		left--;
	}
	if (last) {
		char block[64], *to = block;
		size_t room = sizeof block;

		iconv(d->cd, NULL, NULL, &to, &room);
		strbuf_add(&d->text, block, sizeof block - room);
	}
	return length - left;
}
