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

#endif
