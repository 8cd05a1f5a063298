#include "core/workbench/standing.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/workbench/internal.h"
#include "core/workbench/past.h"

static const char *const words[] = { "whole", "agency", "group", "section", "month", "plan", "area", "tag" };

const char *standing_by_word(enum standing_by by)
{
	return words[by];
}

bool standing_by_from_word(const char *word, enum standing_by *by)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (strcmp(word, words[i]) != 0)
			continue;
		*by = (enum standing_by)i;
		return true;
	}
	return false;
}

void standing_line_release(struct standing_line *line)
{
	free(line->label);
	free(line->title);
	*line = (struct standing_line){ 0 };
}

DEFINE_LIST(standing_line)

void standing_table_release(struct standing_table *table)
{
	standing_line_list_release(&table->lines);
	*table = (struct standing_table){ 0 };
}

/* --- counting ----------------------------------------------------------- */

/* A part by its number: an agency, a plan, a section's place, a month. */
struct part {
	long long key;
	struct standing_counts counts;
};

struct counting {
	const struct standing_query *query;
	struct date day;
	struct past *past;		/* NULL: as it is now */
	bool plans_told;		/* each row is looked at for its plan; else all that is read counts */
	const struct plan_row_list *plans;
	struct label_list labels;	/* of the kind that is asked for */
	struct labelling_list labellings;	/* with them, by task */
	struct standing_counts total;
	struct standing_counts shift;	/* what to add to the total to have it by the other last days */
	struct part *parts;		/* open addressing; SIZE is a power of two, more than COUNT */
	bool *taken;
	size_t count, size;
};

static size_t slot_of(const struct part *parts, const bool *taken, size_t size, long long key)
{
	size_t at = (size_t)((unsigned long long)key * 0x9E3779B97F4A7C15u >> 20);

	while (taken[at & (size - 1)] && parts[at & (size - 1)].key != key)
		at++;
	return at & (size - 1);
}

static void grow(struct counting *c)
{
	struct part *old = c->parts;
	bool *taken = c->taken;
	size_t size = c->size;

	c->size = size ? size * 2 : 256;
	c->parts = xcalloc(c->size, sizeof *c->parts);
	c->taken = xcalloc(c->size, sizeof *c->taken);
	for (size_t i = 0; i < size; i++) {
		size_t at;

		if (!taken[i])
			continue;
		at = slot_of(c->parts, c->taken, c->size, old[i].key);
		c->parts[at] = old[i];
		c->taken[at] = true;
	}
	free(old);
	free(taken);
}

static struct standing_counts *part_of(struct counting *c, long long key)
{
	size_t at;

	if (c->count * 2 >= c->size)
		grow(c);
	at = slot_of(c->parts, c->taken, c->size, key);
	if (!c->taken[at]) {
		c->taken[at] = true;
		c->parts[at].key = key;
		c->count++;
	}
	return &c->parts[at].counts;
}

enum { SECTION_BITS = 24 };

/* The last day with what was granted, or the plan's own. */
static struct date day_of(const struct owed_row *row, bool original)
{
	return original && date_is_set(row->original) ? row->original : row->due;
}

static long long key_of(const struct counting *c, const struct owed_row *row)
{
	switch (c->query->by) {
	case STANDING_BY_AGENCY:
	case STANDING_BY_GROUP:
		return row->agency;
	case STANDING_BY_SECTION:
		return (long long)row->plan << SECTION_BITS | row->section_seq;
	case STANDING_BY_MONTH:
		return day_of(row, c->query->original).year * 12 + day_of(row, c->query->original).month;
	case STANDING_BY_PLAN:
		return row->plan;
	case STANDING_WHOLE:
	case STANDING_BY_AREA:
	case STANDING_BY_TAG:
		break;
	}
	return 0;
}

static bool is_by_label(const struct counting *c)
{
	return c->query->by == STANDING_BY_AREA || c->query->by == STANDING_BY_TAG;
}

static int by_task(const void *a, const void *b)
{
	const struct labelling *x = a, *y = b;

	if (x->task_id != y->task_id)
		return x->task_id < y->task_id ? -1 : 1;
	return (x->label_id > y->label_id) - (x->label_id < y->label_id);
}

/* The first labelling of TASK; behind the last one without any. */
static size_t first_labelling(const struct counting *c, row_id task)
{
	size_t low = 0, high = c->labellings.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (c->labellings.items[middle].task_id < task)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Under each of its labels; without any under 0. */
static void count_by_label(struct counting *c, row_id task, const struct owed *owed)
{
	size_t i = first_labelling(c, task);
	bool any = false;

	for (; i < c->labellings.count && c->labellings.items[i].task_id == task; i++, any = true)
		standing_count(part_of(c, c->labellings.items[i].label_id), owed, c->day, 1);
	if (!any)
		standing_count(part_of(c, 0), owed, c->day, 1);
}

static void count_row(void *data, const struct owed_row *row)
{
	struct counting *c = data;
	struct owed owed = {
		.done = row->state == OBLIGATION_DONE, .done_on = row->done_on, .due = day_of(row, c->query->original),
		.extended = date_is_set(row->original), .suspended = row->status == TASK_SUSPENDED,
	};

	if (row->state == OBLIGATION_CLOSED || row->status == TASK_CANCELLED)
		return;
	if (is_by_label(c)) {
		standing_count(&c->total, &owed, c->day, 1);
		count_by_label(c, row->task, &owed);
	} else {
		standing_count(part_of(c, key_of(c, row)), &owed, c->day, 1);
	}
	if (owed.extended) {
		standing_count(&c->shift, &owed, c->day, -1);
		owed.due = day_of(row, !c->query->original);
		standing_count(&c->shift, &owed, c->day, 1);
	}
}

static const struct plan_row *plan_row_of(const struct counting *c, row_id plan)
{
	for (size_t i = 0; i < c->plans->count; i++)
		if (c->plans->items[i].plan.id == plan)
			return &c->plans->items[i];
	return NULL;
}

/* It was here then, and its import not taken back. */
static bool stood_then(const struct counting *c, row_id plan)
{
	const struct plan_row *row = plan_row_of(c, plan);

	if (!row || !c->past)
		return row && !row->plan.withdrawn;
	return past_has_plan(c->past, plan) && !past_was_withdrawn(c->past, plan, row->plan.withdrawn);
}

/* A plan counts unless a newer version had taken its place by then. */
static bool counts_then(const struct counting *c, row_id plan)
{
	const struct plan_row *row = plan_row_of(c, plan);

	if (c->query->plan)
		return plan == c->query->plan;
	return stood_then(c, plan) && !(row->superseded_by && stood_then(c, row->superseded_by));
}

static void take_row(void *data, const struct owed_row *row)
{
	struct counting *c = data;

	if (c->plans_told && !counts_then(c, row->plan))
		return;
	if (c->past)
		past_visit(c->past, row, count_row, c);
	else
		count_row(c, row);
}

static void take_former(void *data, const struct owed_row *row)
{
	struct counting *c = data;

	if (counts_then(c, row->plan))
		count_row(c, row);
}

static bool has_label(const struct label_list *list, row_id id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return true;
	return false;
}

/* Those of the kind alone. */
static void keep_kind(struct counting *c, enum label_sort kind)
{
	size_t kept = 0;

	for (size_t i = 0; i < c->labels.count; i++) {
		if (c->labels.items[i].kind == kind)
			c->labels.items[kept++] = c->labels.items[i];
		else
			label_release(&c->labels.items[i]);
	}
	c->labels.count = kept;
	kept = 0;
	for (size_t i = 0; i < c->labellings.count; i++)
		if (has_label(&c->labels, c->labellings.items[i].label_id))
			c->labellings.items[kept++] = c->labellings.items[i];
	c->labellings.count = kept;
}

static enum status read_labels(struct counting *c, struct store *store, struct error *err)
{
	enum status status = is_by_label(c) ? store->labels(store, c->query->plan, &c->labels, err) : OK;

	if (status == OK && is_by_label(c))
		status = store->labellings(store, c->query->plan, &c->labellings, err);
	if (status != OK || !is_by_label(c))
		return status;
	if (c->past) {
		past_labellings(c->past, &c->labellings);
		status = past_labels(store, c->query->known_at, c->query->plan, &c->labels, err);
		if (status != OK)
			return status;
	}
	keep_kind(c, c->query->by == STANDING_BY_AREA ? LABEL_AREA : LABEL_TAG);
	if (c->labellings.count)
		qsort(c->labellings.items, c->labellings.count, sizeof *c->labellings.items, by_task);
	return OK;
}

static bool all_count(const struct counting *c)
{
	for (size_t i = 0; i < c->plans->count; i++)
		if (!counts_then(c, c->plans->items[i].plan.id))
			return false;
	return true;
}

/* Where the plan and section of each task are not asked for, not looking for them takes off a third of the time. */
static enum owed_depth depth_of(const struct counting *c)
{
	bool by_place = c->query->by == STANDING_BY_SECTION || c->query->by == STANDING_BY_PLAN;

	if (c->past)
		return OWED_DETAILS;
	return by_place || !(c->query->plan || all_count(c)) ? OWED_PLACES : OWED_SHARES;
}

static enum status count_all(struct counting *c, struct store *store, struct error *err)
{
	enum status status = c->query->known_at ? past_read(store, c->query->known_at, &c->past, err) : OK;

	if (status == OK)
		status = read_labels(c, store, err);
	c->plans_told = depth_of(c) != OWED_SHARES;
	if (status == OK)
		status = store->owed(store, c->query->plan, depth_of(c), take_row, c, err);
	if (status == OK && c->past)
		status = past_end(c->past, c->query->plan, take_former, c, err);
	past_free(c->past);
	return status;
}

/* Each share is in one part, but for labels, where it may be in several and is counted by itself. */
static void sum_up(struct counting *c)
{
	for (size_t i = 0; !is_by_label(c) && i < c->size; i++)
		if (c->taken[i])
			standing_add(&c->total, &c->parts[i].counts);
}

/* --- the lines ---------------------------------------------------------- */

static const struct standing_counts *find_part(const struct counting *c, long long key)
{
	size_t at = c->size ? slot_of(c->parts, c->taken, c->size, key) : 0;

	return c->size && c->taken[at] ? &c->parts[at].counts : NULL;
}

static void add_line(struct standing_table *table, row_id id, const char *label, const char *title,
		     const struct standing_counts *counts)
{
	struct standing_line line = {
		.id = id, .label = xstrdup(label), .title = xstrdup_or_null(title), .counts = *counts,
	};

	standing_line_list_add(&table->lines, &line);
}

static void add_nobody(const struct counting *c, struct standing_table *table)
{
	const struct standing_counts *counts = find_part(c, 0);

	if (counts)
		add_line(table, 0, "", NULL, counts);
}

/* The register as it was known, for the names and groups of the cut-off day. */
struct register_view {
	struct agency_list agencies;
	struct membership_list memberships;
};

static void register_view_release(struct register_view *view)
{
	agency_list_release(&view->agencies);
	membership_list_release(&view->memberships);
}

static void add_agencies(const struct counting *c, const struct register_view *view, struct standing_table *table)
{
	for (size_t i = 0; i < view->agencies.count; i++) {
		const struct agency *agency = &view->agencies.items[i];
		const struct standing_counts *counts = find_part(c, agency->id);

		if (counts)
			add_line(table, agency->id, agency_name_on(agency, c->day), agency_code_on(agency, c->day), counts);
	}
	add_nobody(c, table);
}

/* The members of a group on that day, and the group itself where it has none yet. */
static void add_group(const struct counting *c, const struct register_view *view, const struct agency *group,
		      struct agency_ids *grouped, struct standing_table *table)
{
	struct standing_counts sum = { 0 };
	struct agency_ids members = { 0 };
	const struct standing_counts *own = find_part(c, group->id);
	bool any = own != NULL;

	if (own)
		standing_add(&sum, own);
	agency_ids_add(grouped, group->id);
	for (size_t i = 0; i < view->memberships.count; i++) {
		const struct membership *m = &view->memberships.items[i];

		if (m->group_id == group->id && date_within(c->day, m->since, m->until))
			agency_ids_add(&members, m->agency_id);
	}
	for (size_t i = 0; i < members.count; i++) {
		const struct standing_counts *counts = find_part(c, members.items[i]);

		agency_ids_add(grouped, members.items[i]);
		any = any || counts;
		if (counts)
			standing_add(&sum, counts);
	}
	if (any)
		add_line(table, group->id, agency_name_on(group, c->day), NULL, &sum);
	agency_ids_release(&members);
}

static void add_groups(const struct counting *c, const struct register_view *view, struct standing_table *table)
{
	struct agency_ids grouped = { 0 };
	struct standing_counts rest = { 0 };

	for (size_t i = 0; i < view->agencies.count; i++)
		if (view->agencies.items[i].kind == AGENCY_GROUP)
			add_group(c, view, &view->agencies.items[i], &grouped, table);
	for (size_t i = 0; i < c->size; i++)
		if (c->taken[i] && !agency_ids_has(&grouped, c->parts[i].key))
			standing_add(&rest, &c->parts[i].counts);
	if (standing_total(&rest) + rest.suspended)
		add_line(table, 0, "", NULL, &rest);
	agency_ids_release(&grouped);
}

static enum status add_bodies(const struct counting *c, struct store *store, struct standing_table *table, struct error *err)
{
	struct register_view view = { 0 };
	enum status status = past_register(store, c->query->known_at, &view.agencies, &view.memberships, err);

	if (status == OK && c->query->by == STANDING_BY_AGENCY)
		add_agencies(c, &view, table);
	else if (status == OK)
		add_groups(c, &view, table);
	register_view_release(&view);
	return status;
}

static enum status add_sections_of(const struct counting *c, struct store *store, row_id plan,
				   struct standing_table *table, struct error *err)
{
	enum { PAGE = 200 };
	struct section_row_list list = { 0 };
	int seq = 0;
	enum status status;

	do {
		section_row_list_clear(&list);
		status = store->section_page(store, plan, seq, FORWARD, PAGE, c->day, &list, err);
		for (size_t i = 0; status == OK && i < list.count; i++) {
			const struct section *section = &list.items[i].section;
			const struct standing_counts *counts = find_part(c, (long long)plan << SECTION_BITS | section->seq);

			seq = section->seq;
			if (counts)
				add_line(table, section->id, section->path, section->title, counts);
		}
	} while (status == OK && list.count == PAGE);
	section_row_list_release(&list);
	return status;
}

static enum status add_sections(const struct counting *c, struct store *store, struct standing_table *table,
				struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < c->plans->count; i++)
		status = add_sections_of(c, store, c->plans->items[i].plan.id, table, err);
	return status;
}

static void add_plans(const struct counting *c, struct standing_table *table)
{
	for (size_t i = 0; i < c->plans->count; i++) {
		const struct plan *plan = &c->plans->items[i].plan;
		const struct standing_counts *counts = find_part(c, plan->id);

		if (counts)
			add_line(table, plan->id, plan->number ? plan->number : plan->type, plan->title, counts);
	}
}

static int by_key(const void *a, const void *b)
{
	long long x = *(const long long *)a, y = *(const long long *)b;

	return (x > y) - (x < y);
}

static void add_months(const struct counting *c, struct standing_table *table)
{
	long long *keys = xcalloc(c->count, sizeof *keys);
	size_t count = 0;

	for (size_t i = 0; i < c->size; i++)
		if (c->taken[i] && c->parts[i].key)
			keys[count++] = c->parts[i].key;
	qsort(keys, count, sizeof *keys, by_key);
	for (size_t i = 0; i < count; i++) {
		char *month = xasprintf("%04lld-%02lld", (keys[i] - 1) / 12, (keys[i] - 1) % 12 + 1);

		add_line(table, 0, month, NULL, find_part(c, keys[i]));
		free(month);
	}
	add_nobody(c, table);
	free(keys);
}

/* Labels of the same name in several plans are one line. */
static void add_labels(const struct counting *c, struct standing_table *table)
{
	for (size_t i = 0; i < c->labels.count; i++) {
		const struct label *label = &c->labels.items[i];
		const struct standing_counts *counts = find_part(c, label->id);
		struct standing_line *same = NULL;

		for (size_t l = 0; l < table->lines.count; l++)
			if (!strcmp(table->lines.items[l].label, label->name))
				same = &table->lines.items[l];
		if (counts && same)
			standing_add(&same->counts, counts);
		else if (counts)
			add_line(table, label->id, label->name, NULL, counts);
	}
	add_nobody(c, table);
}

static enum status add_lines(const struct counting *c, struct store *store, struct standing_table *table, struct error *err)
{
	switch (c->query->by) {
	case STANDING_WHOLE:
		break;
	case STANDING_BY_AGENCY:
	case STANDING_BY_GROUP:
		return add_bodies(c, store, table, err);
	case STANDING_BY_SECTION:
		return add_sections(c, store, table, err);
	case STANDING_BY_MONTH:
		add_months(c, table);
		break;
	case STANDING_BY_PLAN:
		add_plans(c, table);
		break;
	case STANDING_BY_AREA:
	case STANDING_BY_TAG:
		add_labels(c, table);
		break;
	}
	return OK;
}

enum status workbench_standing(struct workbench *wb, const struct standing_query *query, struct standing_table *out,
			       struct error *err)
{
	struct plan_row_list plans = { 0 };
	struct counting c = {
		.query = query, .day = date_is_set(query->as_of) ? query->as_of : clock_today(), .plans = &plans,
	};
	struct standing_table table = { .as_of = c.day };
	enum status status = wb->store->plan_list(wb->store, c.day, &plans, err);

	if (status == OK)
		status = count_all(&c, wb->store, err);
	sum_up(&c);
	if (status == OK)
		status = add_lines(&c, wb->store, &table, err);
	table.total = c.total;
	table.other = c.total;
	standing_add(&table.other, &c.shift);
	plan_row_list_release(&plans);
	label_list_release(&c.labels);
	labelling_list_release(&c.labellings);
	free(c.parts);
	free(c.taken);
	if (status != OK) {
		standing_table_release(&table);
		return status;
	}
	standing_table_release(out);
	*out = table;
	return OK;
}
