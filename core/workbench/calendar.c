#include "core/workbench/calendar.h"

#include <stdlib.h>

void calendar_release(struct calendar *calendar)
{
	free(calendar->items);
	*calendar = (struct calendar){ 0 };
}

struct collecting {
	struct calendar *calendar;
	const struct plan_row_list *plans;
	row_id plan;
	struct date today;
	size_t of_task;		/* where the items of the task at hand begin */
	row_id task;
};

static bool is_in_force(const struct collecting *c, row_id plan)
{
	if (c->plan)
		return plan == c->plan;
	for (size_t i = 0; i < c->plans->count; i++)
		if (c->plans->items[i].plan.id == plan)
			return c->plans->items[i].current;
	return false;
}

/* The shares of one task come together, and have few days. */
static struct calendar_item *item_for(struct collecting *c, const struct owed_row *row)
{
	struct calendar *calendar = c->calendar;

	if (c->task != row->task) {
		c->task = row->task;
		c->of_task = calendar->count;
	}
	for (size_t i = c->of_task; i < calendar->count; i++)
		if (!date_compare(calendar->items[i].day, row->due))
			return &calendar->items[i];
	GROW(calendar->items, calendar->count + 1, calendar->cap);
	calendar->items[calendar->count] = (struct calendar_item){
		.day = row->due, .plan = row->plan, .task = row->task, .section_seq = row->section_seq,
	};
	return &calendar->items[calendar->count++];
}

static void take(void *data, const struct owed_row *row)
{
	struct collecting *c = data;
	struct calendar_item *item;

	if (!date_is_set(row->due) || date_compare(row->due, c->calendar->from) < 0 || date_compare(row->due, c->calendar->to) > 0)
		return;
	if (row->state == OBLIGATION_CLOSED || row->status == TASK_CANCELLED || row->status == TASK_SUSPENDED)
		return;
	if (!is_in_force(c, row->plan))
		return;
	item = item_for(c, row);
	if (row->state == OBLIGATION_DONE)
		item->done++;
	else if (date_compare(row->due, c->today) < 0)
		item->overdue++;
	else
		item->open++;
}

static int by_day(const void *a, const void *b)
{
	const struct calendar_item *x = a, *y = b;
	int order = date_compare(x->day, y->day);

	if (order)
		return order;
	if (x->plan != y->plan)
		return x->plan < y->plan ? -1 : 1;
	if (x->section_seq != y->section_seq)
		return x->section_seq < y->section_seq ? -1 : 1;
	return (x->task > y->task) - (x->task < y->task);
}

enum status workbench_calendar(struct workbench *wb, row_id plan, struct date from, struct date to, struct calendar *out,
			       struct error *err)
{
	struct calendar calendar = { .from = from, .to = to };
	struct plan_row_list plans = { 0 };
	struct collecting c = { .calendar = &calendar, .plans = &plans, .plan = plan, .today = clock_today() };
	enum status status = wb->store->plan_list(wb->store, c.today, &plans, err);

	if (status == OK)
		status = wb->store->owed(wb->store, plan, OWED_PLACES, take, &c, err);
	plan_row_list_release(&plans);
	if (status != OK) {
		calendar_release(&calendar);
		return status;
	}
	if (calendar.count)
		qsort(calendar.items, calendar.count, sizeof *calendar.items, by_day);
	calendar_release(out);
	*out = calendar;
	return OK;
}

const struct calendar_item *calendar_day(const struct calendar *calendar, struct date day, size_t *count)
{
	size_t first = 0;

	while (first < calendar->count && date_compare(calendar->items[first].day, day) < 0)
		first++;
	*count = 0;
	while (first + *count < calendar->count && !date_compare(calendar->items[first + *count].day, day))
		++*count;
	return calendar->items + first;
}

struct calendar_item calendar_sum(const struct calendar_item *items, size_t count)
{
	struct calendar_item sum = { 0 };

	for (size_t i = 0; i < count; i++) {
		sum.open += items[i].open;
		sum.overdue += items[i].overdue;
		sum.done += items[i].done;
	}
	return sum;
}
