/*
 * condition.h: a filter as a statement of SQL, put together from const fragments
 * with bound values.
 */
#ifndef DB_CONDITION_H
#define DB_CONDITION_H

#include "db/internal.h"
#include "db/text_check.h"

struct search_value;

struct search {
	struct db *db;
	const struct filter *filter;
	row_id plan;
	long long from, to;		/* places between them */
	bool empty;			/* nothing can hold */
	struct strbuf conditions;	/* on `task t`, each behind an AND */
	struct strbuf text;		/* of the statement */
	struct search_value *values;
	size_t count, cap;
	struct text_checks checks;	/* what is held against the rows as they come */
};

#define SEARCH_INIT(of_db, of_filter, of_plan) \
	{ .db = (of_db), .filter = (of_filter), .plan = (of_plan), .conditions = STRBUF_INIT, .text = STRBUF_INIT }

void search_release(struct search *search);

/* Append the parameter of a value to OUT. */
void search_add_number(struct search *search, struct strbuf *out, long long number);
void search_add_text(struct search *search, struct strbuf *out, const char *text);

/* All terms of the filter: conditions, and for sections the range of places. Texts are not among them. */
enum status search_add_terms(struct search *search, struct error *err);

/* Terms with an index of their own: days, and agencies with their roles. */
bool term_is_days(const struct filter_term *term);
bool term_is_bodies(const struct filter_term *term);

/* Append a statement that gives the ids of the tasks that TERM leaves, from its own index. */
void search_add_ids(struct search *search, const struct filter_term *term, struct strbuf *out);
/* The same, less those that other terms of agencies leave out: that needs no look at the task. */
void search_add_set(struct search *search, const struct filter_term *term, struct strbuf *out);

/* The statement of search->text with its values. */
struct statement *search_compose(struct search *search);

#endif
