/*
 * charset.h: the encodings that Vietnamese text arrives in, each as a function
 * from bytes to UTF-8. What the files of the decoder share; nobody else sees it.
 *
 * A function decodes what BYTES alone can tell and says how many of them that
 * were; the rest comes again, with what follows it, until nothing follows (LAST).
 * What is no letter of the encoding is reported and kept as U+FFFD.
 */
#ifndef VIET_CHARSET_H
#define VIET_CHARSET_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#include "core/base/memory.h"
#include "core/viet/decode.h"

/* A letter as UTF-8; four bytes, so that copying it needs no loop. */
struct utf8_letter {
	char bytes[4];
	unsigned char length;	/* 0: none */
};

enum { VNI_BASES = 14, VNI_MARKS = 17 };

/* One encoding being decoded. */
struct decoding {
	const struct charset *charset;
	struct utf8_letter letters[256];	/* what a byte is by itself */
	struct utf8_letter capitals[256];	/* tcvn3: the same where the font draws capitals */
	unsigned char cases[256];		/* SMALL, CAPITAL, EITHER; 0: no letter */
	struct utf8_letter pairs[VNI_BASES][VNI_MARKS];
	iconv_t cd;				/* for encodings of iconv; else (iconv_t)-1 */
	struct strbuf text;			/* UTF-8, not yet NFC: what was decoded */
	char before;				/* the byte in front of it, handed on already; ' ' at the beginning */
	unsigned long long offset;		/* in the input, of the bytes handed over */
	struct viet_report *report;		/* bad bytes and doubtful capitals are counted here */
	const struct charset *misread;		/* mending: a bad byte was this encoding's letter after all */
};

struct charset {
	const char *name;
	const char *aliases;			/* parted by blanks */
	size_t (*decode)(struct decoding *d, const unsigned char *bytes, size_t length, bool last);
	const char16_t *high;			/* the letters of the bytes 80 to FF; U+FFFD: none */
	const char16_t *low;			/* those of 00 to 1F where they are no control characters; 0: they are */
	bool is_composed;			/* its letters are whole: what it decodes to is NFC as it is */
};

/* What a letter says of the case of its word; TCVN3 has one byte for small letters with a tone and their capitals. */
enum { SMALL = 1, CAPITAL = 2, EITHER = 4 };

/* The encoding of that name or alias, in any case; NULL when it is none of ours. */
const struct charset *charset_find(const char *name);
const struct charset *charset_at(size_t index);		/* NULL behind the last */

/* CD is the decoding's from now on. */
void decoding_init(struct decoding *d, const struct charset *charset, iconv_t cd, struct viet_report *report);
void decoding_release(struct decoding *d);

struct utf8_letter utf8_letter(char32_t c);		/* of none for 0 */

/* LENGTH bytes at OFFSET, of which BYTE is the first, are no letter: append what stands for them. */
void decoding_add_bad(struct decoding *d, unsigned long long offset, unsigned char byte);

/* The code point that BYTE is in a CHARSET of single bytes; 0 for none. */
char32_t charset_letter(const struct charset *charset, unsigned char byte);

/* The byte that is the letter C there; false when there is none. */
bool charset_byte(const struct charset *charset, char32_t c, unsigned char *byte);

size_t decode_single_bytes(struct decoding *d, const unsigned char *bytes, size_t length, bool last);
size_t decode_utf8(struct decoding *d, const unsigned char *bytes, size_t length, bool last);
size_t decode_utf16le(struct decoding *d, const unsigned char *bytes, size_t length, bool last);
size_t decode_utf16be(struct decoding *d, const unsigned char *bytes, size_t length, bool last);
size_t decode_vni(struct decoding *d, const unsigned char *bytes, size_t length, bool last);
size_t decode_viqr(struct decoding *d, const unsigned char *bytes, size_t length, bool last);
size_t decode_tcvn3(struct decoding *d, const unsigned char *bytes, size_t length, bool last);
size_t decode_iconv(struct decoding *d, const unsigned char *bytes, size_t length, bool last);

void vni_make_pairs(struct utf8_letter pairs[VNI_BASES][VNI_MARKS]);

#endif
