/*
 * A filter as conditions of SQL: const fragments with bound values.
 */
#include "db/condition.h"

#include <string.h>

#include "core/viet/viet.h"

/* --- a statement put together ------------------------------------------- */

struct search_value {
	bool is_text;
	long long number;
	char *text;
};

void search_release(struct search *search)
{
	for (size_t i = 0; i < search->count; i++)
		free(search->values[i].text);
	free(search->values);
	strbuf_release(&search->conditions);
	strbuf_release(&search->text);
	text_checks_release(&search->checks);
}

static void add_value(struct search *search, struct strbuf *out, struct search_value value)
{
	GROW(search->values, search->count + 1, search->cap);
	search->values[search->count++] = value;
	strbuf_addf(out, "$%zu", search->count);
}

void search_add_number(struct search *search, struct strbuf *out, long long number)
{
	add_value(search, out, (struct search_value){ .number = number });
}

void search_add_text(struct search *search, struct strbuf *out, const char *text)
{
	add_value(search, out, (struct search_value){ .is_text = true, .text = xstrdup(text) });
}

static void add_date(struct search *search, struct strbuf *out, struct date date)
{
	char text[DATE_TEXT];

	search_add_text(search, out, date_iso(date, text));
}

struct statement *search_compose(struct search *search)
{
	struct statement *st = sql_compose(search->db->driver, search->text.text);

	for (size_t i = 0; i < search->count; i++) {
		const struct search_value *value = &search->values[i];

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
	search_add_number(search, out, term->agency_id);
	strbuf_add_text(out, " UNION ALL SELECT m.group_id FROM membership m WHERE m.agency_id = ");
	search_add_number(search, out, term->agency_id);
	strbuf_add_char(out, ')');
	if (role)
		strbuf_addf(out, " AND a.role = %s", role);
}

/* The tasks of which the agency was handed an obligation: it leads there for the one that was dissolved. */
static void add_handed(struct search *search, const struct filter_term *term, struct strbuf *out)
{
	strbuf_add_text(out, "SELECT h.task_id AS id FROM transfer h JOIN obligation o ON o.id = h.to_id WHERE o.agency_id = ");
	search_add_number(search, out, term->agency_id);
}

/* The task whose id is the column ID has such an assignment. */
static void add_assigned(struct search *search, const struct filter_term *term, const char *id, struct strbuf *out)
{
	strbuf_addf(out, "(EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = %s AND ", id);
	add_bodies(search, term, out);
	strbuf_add_char(out, ')');
	if (term->field != FILTER_WITH) {
		strbuf_addf(out, " OR %s IN (", id);
		add_handed(search, term, out);
		strbuf_add_char(out, ')');
	}
	strbuf_add_char(out, ')');
}

/*
 * Days between two, for a column that is T.NEXT_DUE: alone it may be looked up by its index, with a sign
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
		strbuf_add_text(out, IS_OPEN " AND t.next_due IS NULL");
		return;
	case STANDING_DONE:
		strbuf_add_text(out, "t.status = 'done' AND (t.done_on > t.next_due) IS NOT TRUE");
		return;
	case STANDING_DONE_LATE:
		strbuf_add_text(out, "t.status = 'done' AND t.done_on > t.next_due");
		return;
	}
	BUG("standing %d", term->value);
}

/* Most deadlines are dates; the others have an index. */
static void add_kind(struct search *search, const struct filter_term *term, struct strbuf *out)
{
	strbuf_add_text(out, "t.deadline_kind = ");
	search_add_text(search, out, deadline_kind_word((enum deadline_kind)term->value));
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
		strbuf_add_text(out, "t.next_due IS NULL AND t.deadline_kind = 'none'");
		return;
	case MISSING_PRODUCT:
		strbuf_add_text(out, "t.product IS NULL");
		return;
	case MISSING_CERTAINTY:
		strbuf_add_text(out, "t.certainty <> 'sure'");
		return;
	}
	BUG("missing %d", term->value);
}

/* The words of TERM are in the name of one of its labels, however they are accented. */
static void add_label(struct search *search, const struct filter_term *term, struct strbuf *out)
{
	struct strbuf key = STRBUF_INIT;

	viet_search_key(term->text, strlen(term->text), &key);
	strbuf_add_text(out, "EXISTS (SELECT 1 FROM labelling x JOIN label l ON l.id = x.label_id WHERE x.task_id = t.id AND l.kind = ");
	search_add_text(search, out, label_sort_word(term->field == FILTER_AREA ? LABEL_AREA : LABEL_TAG));
	strbuf_add_text(out, " AND instr(l.search_key, ");
	search_add_text(search, out, key.length ? key.text : "");
	strbuf_add_text(out, ") > 0)");
	strbuf_release(&key);
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
		search_add_text(search, out, task_status_word((enum task_status)term->value));
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
	case FILTER_AREA:
	case FILTER_TAG:
		add_label(search, term, out);
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
	add_condition(search, term, "+t.next_due", &search->conditions);
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
	search_add_number(search, out, from);
	strbuf_add_text(out, " AND t.place < ");
	search_add_number(search, out, to);
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

/* --- tasks by the index of one term -------------------------------------- */

bool term_is_days(const struct filter_term *term)
{
	return term->field == FILTER_DUE ||
	       (term->field == FILTER_STANDING &&
		(term->value == STANDING_OVERDUE || term->value == STANDING_SOON || term->value == STANDING_ONTIME));
}

bool term_is_bodies(const struct filter_term *term)
{
	return term->field == FILTER_AGENCY || term->field == FILTER_LEAD || term->field == FILTER_WITH;
}

void search_add_ids(struct search *search, const struct filter_term *term, struct strbuf *out)
{
	if (term_is_days(term)) {
		strbuf_add_text(out, "SELECT t.id AS id FROM task t WHERE ");
		add_condition(search, term, "t.next_due", out);
	} else {
		strbuf_add_text(out, "SELECT a.task_id AS id FROM assignment a WHERE ");
		add_bodies(search, term, out);
		if (term->field != FILTER_WITH) {
			strbuf_add_text(out, " UNION ALL ");
			add_handed(search, term, out);
		}
	}
}

void search_add_set(struct search *search, const struct filter_term *term, struct strbuf *out)
{
	const struct filter_term_list *terms = &search->filter->terms;

	strbuf_add_text(out, "SELECT DISTINCT i.id AS id FROM (");
	search_add_ids(search, term, out);
	strbuf_add_text(out, ") i WHERE true");
	for (size_t i = 0; i < terms->count; i++) {
		const struct filter_term *other = &terms->items[i];

		if (other == term || other->negate || !term_is_bodies(other))
			continue;
		strbuf_add_text(out, " AND ");
		add_assigned(search, other, "i.id", out);
	}
}

/* --- all terms ---------------------------------------------------------- */

enum status search_add_terms(struct search *search, struct error *err)
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
