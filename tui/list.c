#include "tui/list.h"

static int clamp(int value, int low, int high)
{
	if (value > high)
		value = high;
	return value < low ? low : value;
}

void list_go(struct list *list, int cursor)
{
	list->cursor = clamp(cursor, 0, list->count - 1);
	list->top = clamp(list->top, list->cursor - list->rows + 1, list->cursor);
	list->top = clamp(list->top, 0, list->count - list->rows);
}

void list_fit(struct list *list, int count, int rows)
{
	list->count = count;
	list->rows = rows > 1 ? rows : 1;
	list_go(list, list->cursor);
}

void list_move(struct list *list, enum move move)
{
	int page = list->rows > 1 ? list->rows - 1 : 1;

	switch (move) {
	case MOVE_UP:
		list_go(list, list->cursor - 1);
		break;
	case MOVE_DOWN:
		list_go(list, list->cursor + 1);
		break;
	case MOVE_PAGE_UP:
		list->top -= page;
		list_go(list, list->cursor - page);
		break;
	case MOVE_PAGE_DOWN:
		list->top += page;
		list_go(list, list->cursor + page);
		break;
	case MOVE_HOME:
		list_go(list, 0);
		break;
	case MOVE_END:
		list_go(list, list->count - 1);
		break;
	}
}
