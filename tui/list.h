/*
 * list.h: cursor and scrolling of a list, as numbers only.
 *
 * Scrolls by the least that keeps the cursor in sight, so that the terminal can
 * scroll lines by itself. Knows neither rows nor screens.
 */
#ifndef TUI_LIST_H
#define TUI_LIST_H

enum move { MOVE_UP, MOVE_DOWN, MOVE_PAGE_UP, MOVE_PAGE_DOWN, MOVE_HOME, MOVE_END };

struct list {
	int count;	/* items there are */
	int rows;	/* lines to show them on */
	int cursor;	/* 0 to count - 1; 0 when there are none */
	int top;	/* the item on the first line */
};

/* Take note of how many items and lines there are; keeps cursor and top where it can. */
void list_fit(struct list *list, int count, int rows);
void list_move(struct list *list, enum move move);
void list_go(struct list *list, int cursor);

#endif
