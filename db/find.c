/*
 * Tasks that hold to a filter, a page at a time, in document order.
 *
 * The conditions are const fragments of SQL with bound values. The rows come in
 * order from the index of places, or of words; or, where one condition alone
 * leaves few tasks, from its own index, sorted. Which one is guessed from counts
 * that stop early. What an index cannot say (marks of letters, words that must
 * not be there) is checked on the rows as they come, until the page is full.
 */
#include <float.h>

#include "core/base/gettext.h"
#include "db/condition.h"
#include "db/task.h"

enum {
	SET_MAX = 20000,	/* more tasks than this are not counted, nor sorted */
	/* Measured at a million tasks, in steps of an index or of document order: */
	COST_OF_TASK = 10,	/* a task looked up by its id */
	COST_OF_WORDS = 5000,	/* a page from the words' index, when other conditions thin it out */
};

/* --- where the rows come from ------------------------------------------- */

static enum status read_count(struct search *search, int *count, struct error *err)
{
	struct statement *st = search_compose(search);
	int found = 0;
	enum status status;

	if (sql_row(st))
		found = column_int(st, 0);
	status = sql_end(st, err);
	if (status == OK)
		*count = found;
	return status;
}

static enum status count_set(struct search *search, const struct filter_term *term, int *count, struct error *err)
{
	struct search counting = SEARCH_INIT(search->db, search->filter, search->plan);
	enum status status;

	strbuf_add_text(&counting.text, "SELECT count(*) FROM (");
	search_add_ids(&counting, term, &counting.text);
	strbuf_addf(&counting.text, " LIMIT %d)", SET_MAX);
	status = read_count(&counting, count, err);
	search_release(&counting);
	return status;
}

/* A term with an index of its own, and how many tasks it leaves: up to SET_MAX. */
struct candidate {
	const struct filter_term *term;
	double count;
};

struct candidates {
	struct candidate *items;
	size_t count, cap;
	double tasks;		/* of the plan */
};

static enum status count_candidates(struct search *search, struct candidates *all, struct error *err)
{
	const struct filter *filter = search->filter;
	struct progress progress = { 0 };
	enum status status = progress_of_plan(search->db, search->plan, filter->today, &progress, err);

	all->tasks = progress.tasks;
	for (size_t i = 0; status == OK && i < filter->terms.count; i++) {
		const struct filter_term *term = &filter->terms.items[i];
		int count = 0;

		if (term->negate || !(term_is_days(term) || term_is_bodies(term)))
			continue;
		status = count_set(search, term, &count, err);
		search->empty = search->empty || !count;
		GROW(all->items, all->count + 1, all->cap);
		all->items[all->count++] = (struct candidate){ term, count };
	}
	return status;
}

/* Of all tasks, those that a candidate leaves, if the terms have nothing to do with each other. */
static double share(const struct candidates *all, const struct candidate *candidate)
{
	return candidate->count < all->tasks ? candidate->count / all->tasks : 1;
}

/* What it costs to sort the set of CANDIDATE: to go through it, and to look at the tasks left. */
static double cost_of_set(const struct candidates *all, const struct candidate *candidate)
{
	double left = candidate->count;

	if (candidate->count >= SET_MAX)
		return DBL_MAX;
	for (size_t i = 0; i < all->count; i++)
		if (&all->items[i] != candidate && term_is_bodies(all->items[i].term))
			left *= share(all, &all->items[i]);
	return candidate->count + left * COST_OF_TASK;
}

/* What it costs to pass tasks in document order until WANTED are found. */
static double cost_of_order(const struct candidates *all, const struct filter *filter, int wanted)
{
	double passed = wanted;

	for (size_t i = 0; i < all->count; i++)
		passed /= share(all, &all->items[i]);
	for (size_t i = 0; i < filter->terms.count; i++)
		if (filter->terms.items[i].field == FILTER_STATUS)
			passed *= 4;
	return passed < all->tasks ? passed : all->tasks;
}

/* *SET: the term whose set is to be sorted; NULL: rows come in order from an index. */
static enum status choose(struct search *search, int wanted, bool texts, const struct filter_term **set,
			  struct error *err)
{
	struct candidates all = { 0 };
	enum status status = count_candidates(search, &all, err);
	double best = texts ? COST_OF_WORDS : cost_of_order(&all, search->filter, wanted);

	*set = NULL;
	for (size_t i = 0; i < all.count; i++) {
		double cost = cost_of_set(&all, &all.items[i]);

		if (cost < best) {
			best = cost;
			*set = all.items[i].term;
		}
	}
	free(all.items);
	return status;
}

static void add_order(struct search *search, const char *place, enum direction direction)
{
	struct strbuf *out = &search->text;

	strbuf_addf(out, "%s > ", place);
	search_add_number(search, out, search->from);
	strbuf_addf(out, " AND %s < ", place);
	search_add_number(search, out, search->to);
	strbuf_add(out, search->conditions.text, search->conditions.length);
	strbuf_addf(out, " ORDER BY %s%s", place, direction == BACKWARD ? " DESC" : "");
}

static enum status add_source(struct search *search, enum direction direction, int wanted, struct error *err)
{
	struct strbuf phrases = STRBUF_INIT;
	bool texts = text_phrases(search->filter, &phrases);
	const struct filter_term *set;
	const char *columns;
	enum status status = choose(search, wanted, texts, &set, err);

	text_checks_init(&search->checks, search->filter, texts && !set);
	columns = search->checks.count ? TEXT_CHECK_COLUMNS : "";
	if (set) {
		strbuf_addf(&search->text, "SELECT t.place%s FROM (", columns);
		search_add_set(search, set, &search->text);
		/* The join keeps this order; the sign keeps the index of places out of it. */
		strbuf_add_text(&search->text, ") s CROSS JOIN task t WHERE t.id = s.id AND ");
		add_order(search, "+t.place", direction);
	} else if (texts) {
		strbuf_addf(&search->text, "SELECT t.place%s FROM task_search JOIN task t "
			    "ON t.place = task_search.rowid WHERE task_search MATCH ", columns);
		search_add_text(search, &search->text, phrases.text);
		strbuf_add_text(&search->text, " AND ");
		add_order(search, "task_search.rowid", direction);
	} else {
		strbuf_addf(&search->text, "SELECT t.place%s FROM task t WHERE ", columns);
		add_order(search, "t.place", direction);
	}
	strbuf_release(&phrases);
	return status;
}

/* --- running ------------------------------------------------------------ */

struct places {
	long long *items;
	size_t count, cap;
};

static enum status collect(struct search *search, int limit, struct places *places, struct error *err)
{
	struct statement *st = search_compose(search);

	while (places->count < (size_t)limit && sql_row(st)) {
		if (!text_checks_hold(&search->checks, st))
			continue;
		GROW(places->items, places->count + 1, places->cap);
		places->items[places->count++] = column_id(st, 0);
	}
	return sql_end(st, err);
}

/* Up to LIMIT places behind / before PLACE, in that direction. */
static enum status find_places(struct db *db, row_id plan, const struct filter *filter, struct place place,
			       enum direction direction, int limit, struct places *places, struct error *err)
{
	struct search search = SEARCH_INIT(db, filter, plan);
	enum status status;

	search.from = place_number(plan, direction == FORWARD ? place : (struct place){ 0, 0 });
	search.to = direction == FORWARD ? place_number(plan + 1, (struct place){ 0, 0 }) : place_number(plan, place);
	status = search_add_terms(&search, err);
	if (status == OK)
		status = add_source(&search, direction, limit, err);
	if (status == OK && search.count > DRIVER_PARAMETERS)
		status = error_set(err, STATUS_INVALID, _("Bộ lọc có quá nhiều điều kiện; hãy bỏ bớt."));
	if (status == OK && !search.empty)
		status = collect(&search, limit, places, err);
	search_release(&search);
	return status;
}

static enum status read_rows(struct db *db, const struct places *places, struct task_row_list *list, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < places->count; i++) {
		struct statement *st = sql(db->driver, "SELECT " TASK_ROW_COLUMNS
			" FROM task t JOIN section s ON s.id = t.section_id WHERE t.place = $1");

		bind_int(st, 1, places->items[i]);
		while (sql_row(st)) {
			struct task_row row = { 0 };

			task_row_read(st, &row);
			task_row_list_add(list, &row);
		}
		status = sql_end(st, err);
	}
	return status == OK ? task_rows_finish(db, list, err) : status;
}

static enum status task_find(struct store *store, row_id plan, const struct filter *filter, struct place place,
			     enum direction direction, int limit, struct task_row_list *list, struct error *err)
{
	struct db *db = db_of(store);
	struct places places = { 0 };
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = find_places(db, plan, filter, place, direction, limit, &places, err);
	if (status == OK)
		status = read_rows(db, &places, list, err);
	db_read_end(db);
	free(places.items);
	if (direction == BACKWARD)
		task_rows_reverse(list);
	if (status != OK)
		task_row_list_clear(list);
	return status;
}

static enum status task_count(struct store *store, row_id plan, const struct filter *filter, int max, int *count,
			      struct error *err)
{
	struct db *db = db_of(store);
	struct places places = { 0 };
	enum status status = db_read(db, err);

	if (status != OK)
		return status;
	status = find_places(db, plan, filter, (struct place){ 0, 0 }, FORWARD, max, &places, err);
	db_read_end(db);
	if (status == OK)
		*count = (int)places.count;
	free(places.items);
	return status;
}

void find_functions(struct store *store)
{
	store->task_find = task_find;
	store->task_count = task_count;
}
