/*
 * charset_viqr.h: a word of VIQR, taken apart; for decoding it and for telling it from ASCII.
 */
#ifndef VIET_CHARSET_VIQR_H
#define VIET_CHARSET_VIQR_H

#include "core/viet/internal.h"

enum { VIQR_LETTERS = 32 };	/* a longer word is none; it is taken in pieces */

struct viqr_word {
	struct viet_letter letters[VIQR_LETTERS];
	size_t count;
	size_t length;		/* bytes */
	unsigned int signs;	/* marks among them */
	unsigned int strong_signs;	/* those of them that are no punctuation, or make ă */
	unsigned int inner_signs;	/* those with a letter behind them */
	unsigned char last_sign;
};

/* Read the word at BYTES, which begins with a letter; false when it may go on behind LENGTH (unless LAST). */
bool viqr_read_word(const unsigned char *bytes, size_t length, bool last, struct viqr_word *word);

/* The tone, if there is one, stands where the older or the newer style has it. */
bool viet_is_well_toned(const struct viet_letter *letters, size_t count);

#endif
