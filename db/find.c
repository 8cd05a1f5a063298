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
#include <string.h>

#include "core/viet/viet.h"
#include "db/task.h"

enum {
	SET_MAX = 20000,	/* more tasks than this are not counted, nor sorted */
	/* Measured at a million tasks, in steps of an index or of document order: */
	COST_OF_TASK = 10,	/* a task looked up by its id */
	COST_OF_WORDS = 5000,	/* a page from the words' index, when other conditions thin it out */
};

/* --- a statement put together ------------------------------------------- */

struct value {
	bool is_text;
	long long number;
	char *text;
};

struct search {
	struct db *db;
	const struct filter *filter;
	row_id plan;
	long long from, to;	/* places between them */
	bool empty;		/* nothing can hold */
	struct strbuf conditions, text;
	struct value *values;
	size_t count, cap;
};

static void search_release(struct search *search)
{
	for (size_t i = 0; i < search->count; i++)
		free(search->values[i].text);
	free(search->values);
	strbuf_release(&search->conditions);
	strbuf_release(&search->text);
}

static void add_value(struct search *search, struct strbuf *out, struct value value)
{
	GROW(search->values, search->count + 1, search->cap);
	search->values[search->count++] = value;
	strbuf_addf(out, "$%zu", search->count);
}

static void add_number(struct search *search, struct strbuf *out, long long number)
{
	add_value(search, out, (struct value){ .number = number });
}

static void add_text(struct search *search, struct strbuf *out, const char *text)
{
	add_value(search, out, (struct value){ .is_text = true, .text = xstrdup(text) });
}

static void add_date(struct search *search, struct strbuf *out, struct date date)
{
	char text[DATE_TEXT];

	add_text(search, out, date_iso(date, text));
}

static struct statement *compose(struct search *search)
{
	struct statement *st = sql_compose(search->db->driver, search->text.text);

	for (size_t i = 0; i < search->count; i++) {
		const struct value *value = &search->values[i];

		if (value->is_text)
			bind_text(st, (int)i + 1, value->text);
		else
			bind_int(st, (int)i + 1, value->number);
	}
	return st;
}

/* --- the conditions ----------------------------------------------------- */

static const char *role_of_field(enum filter_field field)
{
	if (field == FILTER_LEAD)
		return "'lead'";
	return field == FILTER_WITH ? "'coordinating'" : NULL;
}

/* Of the assignment A: it is the agency's own, or a group's that the agency is in. */
static void add_bodies(struct search *search, const struct filter_term *term, struct strbuf *out)
{
	const char *role = role_of_field(term->field);

	strbuf_add_text(out, "a.agency_id IN (SELECT ");
	add_number(search, out, term->agency_id);
	strbuf_add_text(out, " UNION ALL SELECT m.group_id FROM membership m WHERE m.agency_id = ");
	add_number(search, out, term->agency_id);
	strbuf_add_char(out, ')');
	if (role)
		strbuf_addf(out, " AND a.role = %s", role);
}

/* The task whose id is the column ID has such an assignment. */
static void add_assigned(struct search *search, const struct filter_term *term, const char *id, struct strbuf *out)
{
	strbuf_addf(out, "EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = %s AND ", id);
	add_bodies(search, term, out);
	strbuf_add_char(out, ')');
}

/*
 * Days between two, for a column that is T.DUE: alone it may be looked up by its index, with a sign
 * before it that index is left alone and the order of places kept.
 */
static void add_days(struct search *search, const char *due, struct date from, struct date to, struct strbuf *out)
{
	strbuf_addf(out, "%s IS NOT NULL", due);
	if (date_is_set(from)) {
		strbuf_addf(out, " AND %s >= ", due);
		add_date(search, out, from);
	}
	if (date_is_set(to)) {
		strbuf_addf(out, " AND %s <= ", due);
		add_date(search, out, to);
	}
}

/* As the index of open tasks says it. */
#define IS_OPEN "t.status <> 'done' AND t.status <> 'suspended' AND t.status <> 'cancelled'"

static void add_standing(struct search *search, const struct filter_term *term, const char *due, struct strbuf *out)
{
	const struct date none = { 0 };
	struct date today = search->filter->today;
	struct date soon = date_add_days(today, SOON_DAYS);

	switch ((enum standing)term->value) {
	case STANDING_OVERDUE:
		strbuf_add_text(out, IS_OPEN " AND ");
		add_days(search, due, none, date_add_days(today, -1), out);
		return;
	case STANDING_SOON:
		strbuf_add_text(out, IS_OPEN " AND ");
		add_days(search, due, today, soon, out);
		return;
	case STANDING_ONTIME:
		strbuf_add_text(out, IS_OPEN " AND ");
		add_days(search, due, date_add_days(soon, 1), none, out);
		return;
	case STANDING_UNDATED:
		strbuf_add_text(out, IS_OPEN " AND t.due IS NULL");
		return;
	case STANDING_DONE:
		strbuf_add_text(out, "t.status = 'done' AND (t.done_on > t.due) IS NOT TRUE");
		return;
	case STANDING_DONE_LATE:
		strbuf_add_text(out, "t.status = 'done' AND t.done_on > t.due");
		return;
	}
	BUG("standing %d", term->value);
}

/* Most deadlines are dates; the others have an index. */
static void add_kind(struct search *search, const struct filter_term *term, struct strbuf *out)
{
	strbuf_add_text(out, "t.deadline_kind = ");
	add_text(search, out, deadline_kind_word((enum deadline_kind)term->value));
	if (term->value != DEADLINE_DATE)
		strbuf_add_text(out, " AND t.deadline_kind <> 'date'");
}

static void add_missing(const struct filter_term *term, struct strbuf *out)
{
	switch ((enum missing)term->value) {
	case MISSING_LEAD:
		strbuf_add_text(out, "(t.leads = 0 OR t.inherited = 1)");
		return;
	case MISSING_DUE:
		strbuf_add_text(out, "t.due IS NULL AND t.deadline_kind = 'none'");
		return;
	case MISSING_PRODUCT:
		strbuf_add_text(out, "t.product IS NULL");
		return;
	}
	BUG("missing %d", term->value);
}

/* What TERM asks of the task t; text and sections are no conditions on its row. DUE: see add_days(). */
static void add_condition(struct search *search, const struct filter_term *term, const char *due,
			  struct strbuf *out)
{
	switch (term->field) {
	case FILTER_AGENCY:
	case FILTER_LEAD:
	case FILTER_WITH:
		add_assigned(search, term, "t.id", out);
		return;
	case FILTER_STATUS:
		strbuf_add_text(out, "t.status = ");
		add_text(search, out, task_status_word((enum task_status)term->value));
		return;
	case FILTER_KIND:
		add_kind(search, term, out);
		return;
	case FILTER_DUE:
		add_days(search, due, term->from, term->to, out);
		return;
	case FILTER_STANDING:
		add_standing(search, term, due, out);
		return;
	case FILTER_MISSING:
		add_missing(term, out);
		return;
	case FILTER_TEXT:
	case FILTER_SECTION:
		break;
	}
	BUG("filter field %d", (int)term->field);
}

static void add_term(struct search *search, const struct filter_term *term)
{
	strbuf_add_text(&search->conditions, " AND (");
	add_condition(search, term, "+t.due", &search->conditions);
	strbuf_add_text(&search->conditions, term->negate ? ") IS NOT TRUE" : ")");
}

/* --- sections are ranges of places -------------------------------------- */

static enum status find_section(struct search *search, const char *path, struct section *section, struct error *err)
{
	struct store *store = &search->db->store;
	struct strbuf upper = STRBUF_INIT;
	char *typed = xstrdup(path);
	size_t length = strlen(typed);
	enum status status;

	while (length && typed[length - 1] == '.')
		typed[--length] = '\0';
	status = store->section_by_path(store, search->plan, typed, section, err);
	if (status == STATUS_NOT_FOUND) {
		viet_upper(typed, length, &upper);
		status = store->section_by_path(store, search->plan, upper.text, section, err);
	}
	strbuf_release(&upper);
	free(typed);
	return status;
}

static void leave_out(struct search *search, long long from, long long to)
{
	struct strbuf *out = &search->conditions;

	strbuf_add_text(out, " AND NOT (t.place > ");
	add_number(search, out, from);
	strbuf_add_text(out, " AND t.place < ");
	add_number(search, out, to);
	strbuf_add_char(out, ')');
}

static enum status add_section(struct search *search, const struct filter_term *term, struct error *err)
{
	struct store *store = &search->db->store;
	struct section section = { 0 };
	long long from, to;
	int end = 0;
	enum status status = find_section(search, term->text, &section, err);

	if (status == STATUS_NOT_FOUND) {
		error_clear(err);
		search->empty = search->empty || !term->negate;
		return OK;
	}
	if (status == OK)
		status = store->section_end(store, search->plan, section.seq, section.level, &end, err);
	if (status == OK) {
		from = place_number(search->plan, (struct place){ section.seq, 0 });
		to = place_number(search->plan, (struct place){ end + 1, 0 });
		if (term->negate)
			leave_out(search, from, to);
		else if (from > search->from)
			search->from = from;
		if (!term->negate && to < search->to)
			search->to = to;
	}
	section_release(&section);
	return status;
}

/* --- text --------------------------------------------------------------- */

static bool has_marks(const char *text)
{
	struct strbuf plain = STRBUF_INIT, marked = STRBUF_INIT;
	bool differ;

	viet_search_key(text, strlen(text), &plain);
	viet_marked_key(text, strlen(text), &marked);
	differ = strcmp(plain.text, marked.text) != 0;
	strbuf_release(&plain);
	strbuf_release(&marked);
	return differ;
}

/* What the words' index is asked for all texts that must be there. False: there are none. */
static bool add_phrases(const struct filter *filter, struct strbuf *out)
{
	for (size_t i = 0; i < filter->terms.count; i++) {
		const struct filter_term *term = &filter->terms.items[i];
		struct strbuf phrase = STRBUF_INIT;

		if (term->field == FILTER_TEXT && !term->negate && search_phrase(term->text, &phrase))
			strbuf_addf(out, "%s%s", out->length ? " AND " : "", phrase.text);
		strbuf_release(&phrase);
	}
	return out->length > 0;
}

/* Columns behind the place, where rows are checked as they come. */
#define CHECKED_COLUMNS ", t.search_key, t.title, t.text"

static bool text_holds(const struct filter_term *term, const struct statement *st)
{
	const char *text = column_peek(st, 3);
	struct strbuf key = STRBUF_INIT;
	bool holds;

	viet_search_key(term->text, strlen(term->text), &key);
	holds = search_holds(column_peek(st, 1), key.text);
	strbuf_release(&key);
	if (holds && has_marks(term->text))
		holds = viet_match(term->text, column_peek(st, 2)) || (text && viet_match(term->text, text));
	return holds;
}

/* The index has seen to the plain words already when it was asked. */
static bool is_checked(const struct filter_term *term, bool indexed)
{
	return term->field == FILTER_TEXT && (term->negate || !indexed || has_marks(term->text));
}

static bool any_checked(const struct filter *filter, bool indexed)
{
	for (size_t i = 0; i < filter->terms.count; i++)
		if (is_checked(&filter->terms.items[i], indexed))
			return true;
	return false;
}

static bool row_holds(const struct filter *filter, bool indexed, const struct statement *st)
{
	for (size_t i = 0; i < filter->terms.count; i++) {
		const struct filter_term *term = &filter->terms.items[i];

		if (is_checked(term, indexed) && text_holds(term, st) == term->negate)
			return false;
	}
	return true;
}

/* --- where the rows come from ------------------------------------------- */

static bool is_days(const struct filter_term *term)
{
	return term->field == FILTER_DUE ||
	       (term->field == FILTER_STANDING &&
		(term->value == STANDING_OVERDUE || term->value == STANDING_SOON || term->value == STANDING_ONTIME));
}

static bool is_bodies(const struct filter_term *term)
{
	return term->field == FILTER_AGENCY || term->field == FILTER_LEAD || term->field == FILTER_WITH;
}

/* The ids of the tasks that TERM leaves, from its own index. */
static void add_ids(struct search *search, const struct filter_term *term, struct strbuf *out)
{
	if (is_days(term)) {
		strbuf_add_text(out, "SELECT t.id AS id FROM task t WHERE ");
		add_condition(search, term, "t.due", out);
	} else {
		strbuf_add_text(out, "SELECT a.task_id AS id FROM assignment a WHERE ");
		add_bodies(search, term, out);
	}
}

/* The same, less those that another term of agencies leaves out: that needs no look at the task. */
static void add_set(struct search *search, const struct filter_term *term, struct strbuf *out)
{
	const struct filter_term_list *terms = &search->filter->terms;

	strbuf_add_text(out, "SELECT DISTINCT i.id AS id FROM (");
	add_ids(search, term, out);
	strbuf_add_text(out, ") i WHERE true");
	for (size_t i = 0; i < terms->count; i++) {
		const struct filter_term *other = &terms->items[i];

		if (other == term || other->negate || !is_bodies(other))
			continue;
		strbuf_add_text(out, " AND ");
		add_assigned(search, other, "i.id", out);
	}
}

static enum status read_count(struct search *search, int *count, struct error *err)
{
	struct statement *st = compose(search);
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
	struct search counting = { .db = search->db, .filter = search->filter, .conditions = STRBUF_INIT,
				   .text = STRBUF_INIT };
	enum status status;

	strbuf_add_text(&counting.text, "SELECT count(*) FROM (");
	add_ids(&counting, term, &counting.text);
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

		if (term->negate || !(is_days(term) || is_bodies(term)))
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
		if (&all->items[i] != candidate && is_bodies(all->items[i].term))
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
	add_number(search, out, search->from);
	strbuf_addf(out, " AND %s < ", place);
	add_number(search, out, search->to);
	strbuf_add(out, search->conditions.text, search->conditions.length);
	strbuf_addf(out, " ORDER BY %s%s", place, direction == BACKWARD ? " DESC" : "");
}

static enum status add_source(struct search *search, enum direction direction, int wanted, bool *indexed,
			      struct error *err)
{
	struct strbuf phrases = STRBUF_INIT;
	bool texts = add_phrases(search->filter, &phrases);
	const struct filter_term *set;
	const char *columns;
	enum status status = choose(search, wanted, texts, &set, err);

	*indexed = texts && !set;
	columns = any_checked(search->filter, *indexed) ? CHECKED_COLUMNS : "";
	if (set) {
		strbuf_addf(&search->text, "SELECT t.place%s FROM (", columns);
		add_set(search, set, &search->text);
		/* The join keeps this order; the sign keeps the index of places out of it. */
		strbuf_add_text(&search->text, ") s CROSS JOIN task t WHERE t.id = s.id AND ");
		add_order(search, "+t.place", direction);
	} else if (*indexed) {
		strbuf_addf(&search->text, "SELECT t.place%s FROM task_search JOIN task t "
			    "ON t.place = task_search.rowid WHERE task_search MATCH ", columns);
		add_text(search, &search->text, phrases.text);
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

static enum status collect(struct search *search, bool indexed, int limit, struct places *places, struct error *err)
{
	struct statement *st = compose(search);
	bool checked = any_checked(search->filter, indexed);

	while (places->count < (size_t)limit && sql_row(st)) {
		if (checked && !row_holds(search->filter, indexed, st))
			continue;
		GROW(places->items, places->count + 1, places->cap);
		places->items[places->count++] = column_id(st, 0);
	}
	return sql_end(st, err);
}

static enum status add_terms(struct search *search, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < search->filter->terms.count; i++) {
		const struct filter_term *term = &search->filter->terms.items[i];

		if (term->field == FILTER_SECTION)
			status = add_section(search, term, err);
		else if (term->field != FILTER_TEXT)
			add_term(search, term);
	}
	return status;
}

/* Up to LIMIT places behind / before PLACE, in that direction. */
static enum status find_places(struct db *db, row_id plan, const struct filter *filter, struct place place,
			       enum direction direction, int limit, struct places *places, struct error *err)
{
	struct search search = { .db = db, .filter = filter, .plan = plan,
				 .conditions = STRBUF_INIT, .text = STRBUF_INIT };
	bool indexed = false;
	enum status status;

	search.from = place_number(plan, direction == FORWARD ? place : (struct place){ 0, 0 });
	search.to = direction == FORWARD ? place_number(plan + 1, (struct place){ 0, 0 }) : place_number(plan, place);
	status = add_terms(&search, err);
	if (status == OK)
		status = add_source(&search, direction, limit, &indexed, err);
	if (status == OK && !search.empty)
		status = collect(&search, indexed, limit, places, err);
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
