/*
 * detail.h: everything worth knowing of one task or section, as lines to read.
 *
 * Made by one reading of the store; drawn and scrolled without it.
 */
#ifndef TUI_DETAIL_H
#define TUI_DETAIL_H

#include "core/store.h"
#include "tui/surface.h"

struct detail_line {
	enum role_style style;
	char *text;		/* one paragraph; wrapped when it is drawn */
};

struct detail {
	struct detail_line *lines;
	size_t count, cap;
	int top;		/* first line shown, counted as wrapped */
};

void detail_clear(struct detail *detail);
void detail_release(struct detail *detail);

enum status detail_read_task(struct detail *detail, struct store *store, row_id task, struct date today,
			     struct error *err);
enum status detail_read_section(struct detail *detail, struct store *store, row_id section,
				struct error *err);

/* Scroll by LINES; never past the end when drawn at COLUMNS x ROWS. */
void detail_scroll(struct detail *detail, int lines, int columns, int rows);
void detail_draw(const struct detail *detail, struct surface *surface, struct rect rect);

#endif
