/*
 * internal.h: what the files of core/viet/ share and nobody else sees: reading
 * code points, the letters of the Vietnamese alphabet, and the classes of code
 * points that text is cleaned and shown by.
 */
#ifndef VIET_INTERNAL_H
#define VIET_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unistr.h>

#include "core/base/error.h"
#include "core/viet/viet.h"

static inline const uint8_t *bytes_of(const char *text)
{
	return (const uint8_t *)text;
}

/*
 * Read the code point at TEXT, which has at least one byte; returns the bytes it
 * takes. A sequence that is not UTF-8 reads as U+FFFD.
 */
static inline size_t viet_read(const char *text, size_t length, uint32_t *c)
{
	if (!((unsigned char)*text & 0x80)) {
		*c = (unsigned char)*text;
		return 1;
	}
	if (length >= 2 && (unsigned char)*text >= 0xC2 && (unsigned char)*text < 0xE0 &&
	    ((unsigned char)text[1] & 0xC0) == 0x80) {
		*c = ((unsigned char)*text & 0x1FU) << 6 | ((unsigned char)text[1] & 0x3FU);
		return 2;
	}
	return (size_t)u8_mbtouc(c, bytes_of(text), length);
}

/* --- the alphabet (alphabet.c) -------------------------------------------- */

enum mark { MARK_NONE, MARK_BREVE, MARK_CIRCUMFLEX, MARK_HORN, MARK_BAR };

/* In the order of the dictionaries, and of CLDR: ngang huyền hỏi ngã sắc nặng. */
enum tone { TONE_LEVEL, TONE_GRAVE, TONE_HOOK, TONE_TILDE, TONE_ACUTE, TONE_DOT, TONE_COUNT };

struct viet_letter {
	unsigned char base;	/* a to z; 0 = no letter of ours */
	unsigned char mark;	/* enum mark */
	unsigned char tone;	/* enum tone */
	bool capital;
};

/* Take C apart; false when it is neither an ASCII letter nor a Vietnamese one. What looks like đ is đ. */
bool viet_split(uint32_t c, struct viet_letter *letter);

/* The base alone, from a to z, in one step; 0 where viet_split() is false. */
unsigned char viet_base(uint32_t c);

/* The code point of LETTER, whose base is a to z; 0 when Unicode has none. */
uint32_t viet_join(struct viet_letter letter);

/* --- classes of code points (class.c) ------------------------------------- */

enum viet_class {
	CLASS_PLAIN,	/* visible, one column, a letter by itself, the same in every normal form C */
	CLASS_BLANK,	/* white space of any kind and width */
	CLASS_SIGN,	/* control and bidi characters, noncharacters: dangerous to send to a terminal */
	CLASS_HIDDEN,	/* zero-width and tag characters: harmless, but nobody sees them */
	CLASS_OTHER,	/* combining marks, other scripts, emoji: ask libunistring */
};

enum viet_class viet_class_of(uint32_t c);

/* A combining mark of any kind. */
bool viet_is_mark(uint32_t c);

/* A letter or a digit of any script: what words are made of. */
bool viet_is_word(uint32_t c);

/* --- normal form (nfc.c) -------------------------------------------------- */

enum { MARKS_MAX = 2 };		/* what a Vietnamese letter needs */

/* As viet_nfc(), and no more than MARKS_MAX marks stay on a letter. */
void viet_compose(const char *text, size_t length, struct strbuf *out);

/*
 * A piece of a longer text, which is valid, in NFC: appends what no later piece can change and
 * returns how many bytes those were; the rest must come again in front of the next one. A letter with
 * more than 30 marks is parted as the Stream-Safe Text Format says, so that the rest stays short.
 */
size_t viet_nfc_part(const char *text, size_t length, bool last, struct strbuf *out);

/*
 * True where TEXT is in NFC for certain: valid, and made of code points that change
 * nothing before them. All of Vietnamese is, once it is composed.
 */
bool viet_is_fixed(const char *text, size_t length);

/* TEXT itself where it is fixed, else its NFC in ROOM; *LENGTH follows. */
const char *viet_composed(const char *text, size_t *length, struct strbuf *room);

/* The same with viet_clean(): nothing unseen stands between a letter and its marks. */
const char *viet_cleaned(const char *text, size_t *length, struct strbuf *room);

#endif
