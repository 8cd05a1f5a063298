/*
 * key.h: a text read as its search keys see it, letter by letter.
 *
 * Words are runs of letters and digits. All else parts words and reads as one
 * blank, except marks that make no letter with what they stand on and characters
 * that nobody sees: these read as nothing.
 */
#ifndef VIET_KEY_H
#define VIET_KEY_H

#include "core/viet/internal.h"

struct key_letter {
	uint32_t marked;		/* lower case */
	uint32_t base;			/* and without marks and tone */
	struct viet_letter letter;	/* where it is one of the alphabet, else zero */
};

/* Set TEXT, which must be in NFC, and LENGTH; the rest begins zero. */
struct key_reader {
	const char *text;
	size_t length, at;
	bool begun;
};

/* False at the end. */
bool key_reader_next(struct key_reader *reader, struct key_letter *letter);

/*
 * FIRST and SECOND end a word, BEFORE stands before them (zero where nothing does): move
 * the tone from "hoà" to "hòa", but leave "quý" alone. True if it was moved.
 */
bool key_settle_tone(const struct key_letter *before, struct key_letter *first, struct key_letter *second);

/* --- what is written in two ways (spelling.c) ------------------------------ */

/* The last of the COUNT letters of WORD, without marks, may be i as well as y: "ky", "quy". */
bool key_ends_in_i_or_y(const uint32_t *word, size_t count);

/* WORD, with its marks, is a stretch of time, before which "hàng" means "hằng": "năm". */
bool key_is_time(const uint32_t *word, size_t count);

#endif
