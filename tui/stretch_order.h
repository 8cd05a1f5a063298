/*
 * stretch_order.h: which stretch of a draft stands on which row: in the order of the
 * text, or the doubtful ones first.
 *
 * What once stood first stays there until the order is changed, also when it is
 * settled: what was decided is seen, and the rows below do not jump.
 */
#ifndef TUI_STRETCH_ORDER_H
#define TUI_STRETCH_ORDER_H

#include "core/intake/intake.h"

struct stretch_order {
	bool doubtful_first;
	int *rows;			/* indices of stretches; NULL: in the order of the text */
	int count;
	struct manuscript_place *first;	/* where those begin that stand first, in the order of the text */
	int first_count;
};

void stretch_order_release(struct stretch_order *order);
/* Change to the other order. */
void stretch_order_turn(struct stretch_order *order, const struct stretch_list *stretches);
/* The stretches were read again. */
void stretch_order_follow(struct stretch_order *order, const struct stretch_list *stretches);

int stretch_order_at(const struct stretch_order *order, int row);
int stretch_order_row_of(const struct stretch_order *order, int stretch);

#endif
