/*
 * match.h: which items of a list answer to what was typed, the best first.
 *
 * Letters match the code, the beginning or the middle of a word of the name, or
 * another name of the item, with or without accents; words that stand apart or in another order
 * match behind those that stand as they were typed; a body's name in any of its
 * spellings ("uy ban nhan dan" is UBND). Pure.
 */
#ifndef TUI_MATCH_H
#define TUI_MATCH_H

#include <stdbool.h>

#include "core/base/memory.h"

enum { MATCH_WORDS = 8 };

struct match {
	int item;	/* its number in the list that is narrowed */
	int score;
};

struct match_list {
	struct match *items;
	size_t count, cap;
};

/* Puts it behind those that are as good, before those that are worse. */
void match_list_add(struct match_list *list, int item, int score);
void match_list_release(struct match_list *list);

/* What was typed, read once for all items. */
struct match_query {
	bool all;			/* it has no letter: everything answers */
	struct viet_query *typed;
	struct viet_query *key;		/* as the key of a body's name; NULL where that says nothing else */
	struct viet_query *words[MATCH_WORDS];	/* one by one; none where there is only one, or more */
	size_t word_count;
};

void match_query_init(struct match_query *query, const char *text);
void match_query_release(struct match_query *query);

/* 0: no answer; else higher is better. CODE may be NULL. */
int match_names(struct match_query *query, const char *code, const char *name, const struct string_list *aliases);

#endif
