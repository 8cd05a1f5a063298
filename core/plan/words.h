/*
 * words.h: a text cut into words that remember where they stand.
 *
 * Names of agencies, deadlines, citations and marks of a list are all found by
 * comparing words and reported by their place in the text. A word's key is its
 * marked key (viet.h), so that case and the style of tones never matter while
 * "sở", "số" and "so" stay apart, unless the reader of a line that somebody
 * typed without accents sets `bare`.
 *
 * A word is a run of letters, a run of digits, or one sign; white space of any
 * kind only parts words. May not know: what the words mean.
 */
#ifndef PLAN_WORDS_H
#define PLAN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/memory.h"

enum word_kind { WORD_LETTERS, WORD_NUMBER, WORD_SIGN };

struct word {
	enum word_kind kind;
	size_t start, end;	/* bytes of the text */
	size_t key, key_length;	/* bytes of words.keys, or of the text where it is its own key */
	unsigned int hash;	/* of the key */
	bool own_key;
	int value;		/* of a number; NUMBER_TOO_LARGE above 9 digits */
	bool spaced;		/* white space, or the text's beginning, before it */
	bool capital;		/* the first letter is a capital */
	bool all_capitals;	/* every letter is one */
};

enum { NUMBER_TOO_LARGE = 999999999 };

struct words {
	const char *text;	/* borrowed: must live as long as this */
	struct word *items;
	size_t count, cap;
	struct strbuf keys;
	bool bare;		/* patterns stand for their bare letters, too; short texts only */
};

#define WORDS_INIT { .keys = STRBUF_INIT }

void words_split(const char *text, size_t length, struct words *out);	/* replaces what OUT held */
/* The same for a line that somebody typed: `bare` where it is short and has no accents. */
void words_split_typed(const char *text, size_t length, struct words *out);
void words_release(struct words *words);

/*
 * How many words the phrase PATTERN takes at word AT; 0 when it does not stand there.
 *
 * The words of a pattern are parted by blanks and written as keys are (small
 * letters, "hòa", "ủy", "-" for every dash). "a|b" takes either, a last "?" makes
 * a word optional, "#" takes any number.
 *
 * Patterns and lists of them are constants of the program: what they mean is
 * worked out once and kept by their address (phrase.c).
 */
size_t phrase_at(const struct words *words, size_t at, const char *pattern);

/* The first of a NULL-terminated list of patterns that stands at AT; 0 for none. */
size_t any_phrase_at(const struct words *words, size_t at, const char *const *patterns);

/* The first word from FROM on where the pattern, or one of the list, stands; the number of words when none does. */
size_t phrase_next(const struct words *words, size_t from, const char *pattern);
size_t any_phrase_next(const struct words *words, size_t from, const char *const *patterns);

/*
 * any_phrase_at() for a table whose rows begin with their pattern, from row FROM on: the
 * index of the row, TAKEN its words; the number of rows and 0 when none stands there.
 */
size_t phrase_row_at(const struct words *words, size_t at, const void *table, size_t rows, size_t row_size, size_t from,
		     size_t *taken);
#define PHRASE_ROW_AT(words, at, table, from, taken) \
	phrase_row_at(words, at, table, sizeof(table) / sizeof *(table), sizeof *(table), from, taken)

/* The same for one word, any of "a|b|c". */
bool word_is(const struct words *words, size_t at, const char *alternatives);

/* True when the word AT exists and is the sign SIGN ("," "/" "-" ...). */
bool sign_is(const struct words *words, size_t at, char sign);

/* The value of a number, or of a Roman numeral up to 39, at AT; 0 when it is neither. */
int numeral_at(const struct words *words, size_t at);

/* A number that equal keys have in common. */
unsigned int word_hash(const char *key, size_t length);

/* The key of word AT, which must exist; not terminated. */
const char *word_key(const struct words *words, size_t at, size_t *length);

/* Bytes where word AT begins; the end of the text past the last one. */
size_t word_start(const struct words *words, size_t at);

/* Index of the first word that begins at or behind the byte OFFSET. */
size_t word_at_offset(const struct words *words, size_t offset);

#endif
