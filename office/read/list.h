/*
 * list.h: automatic numbers of paragraphs -> the words a reader sees.
 *
 * The rules are those of ECMA-376 part 1, 17.9 and of ODF 1.2, 16.31; where they
 * leave something open, what Word prints.
 */
#ifndef OFFICE_READ_LIST_H
#define OFFICE_READ_LIST_H

#include <stdbool.h>

#include "core/base/memory.h"

enum number_format {
	NUMBER_DECIMAL,
	NUMBER_DECIMAL_ZERO,	/* 01 02 ... 10 */
	NUMBER_UPPER_ROMAN,
	NUMBER_LOWER_ROMAN,
	NUMBER_UPPER_LETTER,	/* A ... Z AA BB ...: the Latin alphabet, also in Vietnamese documents */
	NUMBER_LOWER_LETTER,
	NUMBER_UPPER_COLUMN,	/* A ... Z AA AB ... */
	NUMBER_LOWER_COLUMN,
	NUMBER_WORDS,		/* một, hai ... hai mươi mốt: up to 99 */
	NUMBER_BULLET,		/* the text alone */
	NUMBER_NONE,
};

/* Append NUMBER in FORMAT; nothing for bullets. */
void number_show(enum number_format format, int number, struct strbuf *out);

enum { LIST_LEVELS = 10 };

struct list_level {
	enum number_format format;
	int start;
	int restart;		/* counts anew behind a paragraph of a level above this one; -1: any above; 0: never */
	bool legal;		/* all numbers of the text in decimals */
	char *text;		/* "%1.%2)", %1 the number of the first level; owned; NULL: "" */
};

void list_level_release(struct list_level *level);

/* How far each level has counted. */
struct list_count {
	int number[LIST_LEVELS];
	bool begun[LIST_LEVELS];
};

/* One more paragraph on LEVEL. */
void list_advance(struct list_count *count, const struct list_level *const levels[LIST_LEVELS], int level);
/* The next paragraph on LEVEL gets NUMBER. */
void list_set_next(struct list_count *count, int level, int number);
/* Append the label of the last paragraph on LEVEL. */
void list_label(const struct list_count *count, const struct list_level *const levels[LIST_LEVELS], int level,
		struct strbuf *out);

/* Append the sign of a bullet as a plain text writes it: fonts of symbols have it anywhere. */
void list_bullet(const char *text, struct strbuf *out);

#endif
