/*
 * detail.h: everything worth knowing of the row under a cursor, as lines to read.
 *
 * Made by one reading of the store; drawn and scrolled without it.
 */
#ifndef TUI_DETAIL_H
#define TUI_DETAIL_H

#include "core/store.h"
#include "tui/list.h"
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

/* Adds one paragraph and takes TEXT over; an empty one is no line. */
void detail_add(struct detail *detail, enum role_style style, char *text);
/* TEXT may have several lines; NULL is none. */
void detail_add_paragraphs(struct detail *detail, enum role_style style, const char *text);

enum status detail_read_task(struct detail *detail, struct store *store, row_id task, struct date today,
			     struct error *err);
enum status detail_read_section(struct detail *detail, struct store *store, row_id section,
				struct error *err);
/* PLAN: where its tasks are counted; 0: nowhere. */
enum status detail_read_agency(struct detail *detail, struct store *store, row_id agency, row_id plan,
			       struct error *err);

/* Scroll what is drawn in RECT; never past the end. */
void detail_move(struct detail *detail, enum move move, struct rect rect);
void detail_draw(const struct detail *detail, struct surface *surface, struct rect rect);

#endif
