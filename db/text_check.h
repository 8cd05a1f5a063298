/*
 * text_check.h: what the words' index cannot say of a task: marks of letters, and
 * words that must not be there. Held against the rows as they come.
 */
#ifndef DB_TEXT_CHECK_H
#define DB_TEXT_CHECK_H

#include "core/plan/filter.h"
#include "db/driver.h"

struct text_check;

struct text_checks {
	struct text_check *items;
	size_t count, cap;
};

/* The texts of FILTER; INDEXED: the words' index was asked for those that must be there. */
void text_checks_init(struct text_checks *checks, const struct filter *filter, bool indexed);
void text_checks_release(struct text_checks *checks);

/* The columns of `task t` that a row is held against, to follow its place. */
#define TEXT_CHECK_COLUMNS ", t.search_key, t.title, t.text"

/* The row of ST, whose first column is the place, holds. */
bool text_checks_hold(const struct text_checks *checks, const struct statement *st);

/* What the words' index is asked for all texts that must be there. Appends to OUT; false: there are none. */
bool text_phrases(const struct filter *filter, struct strbuf *out);

#endif
