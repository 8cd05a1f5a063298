#include "tui/stretch_order.h"

#include <stdlib.h>

void stretch_order_release(struct stretch_order *order)
{
	free(order->rows);
	free(order->first);
	*order = (struct stretch_order){ 0 };
}

/* True when one that stands first began at PLACE; *AT goes through them. */
static bool stood_first(const struct stretch_order *order, int *at, struct manuscript_place place)
{
	while (*at < order->first_count && manuscript_place_compare(order->first[*at], place) < 0)
		(*at)++;
	return *at < order->first_count && !manuscript_place_compare(order->first[*at], place);
}

void stretch_order_follow(struct stretch_order *order, const struct stretch_list *stretches)
{
	struct stretch_order now = { .doubtful_first = true };
	int count = (int)stretches->count, at = 0, first = 0;

	if (!order->doubtful_first)
		return;
	now.rows = xcalloc(stretches->count, sizeof *now.rows);
	now.first = xcalloc(stretches->count, sizeof *now.first);
	for (int i = 0; i < count; i++) {
		const struct stretch *s = &stretches->items[i];

		if (!stood_first(order, &at, s->from) && s->certainty == CERTAINTY_SURE)
			continue;
		now.rows[now.first_count] = i;
		now.first[now.first_count++] = s->from;
	}
	now.count = now.first_count;
	for (int i = 0; i < count; i++) {
		if (first < now.first_count && now.rows[first] == i)
			first++;
		else
			now.rows[now.count++] = i;
	}
	stretch_order_release(order);
	*order = now;
}

void stretch_order_turn(struct stretch_order *order, const struct stretch_list *stretches)
{
	bool doubtful_first = !order->doubtful_first;

	stretch_order_release(order);
	order->doubtful_first = doubtful_first;
	stretch_order_follow(order, stretches);
}

int stretch_order_at(const struct stretch_order *order, int row)
{
	return order->rows && row < order->count ? order->rows[row] : row;
}

int stretch_order_row_of(const struct stretch_order *order, int stretch)
{
	for (int row = 0; order->rows && row < order->count; row++)
		if (order->rows[row] == stretch)
			return row;
	return stretch;
}
