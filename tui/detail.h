/*
 * detail.h: everything worth knowing of the row under a cursor, as lines to read.
 *
 * Made by one reading of the store; drawn and scrolled without it.
 */
#ifndef TUI_DETAIL_H
#define TUI_DETAIL_H

#include "core/store.h"
#include "tui/layout.h"
#include "tui/list.h"
#include "tui/surface.h"

struct app;

struct detail_line {
	enum role_style style;
	char *text;		/* one paragraph; wrapped when it is drawn */
};

struct detail {
	struct detail_line *lines;
	size_t count, cap;
	int top;		/* first line shown, counted as wrapped */
	bool reading;		/* moving keys scroll it, and it takes most of the screen */
	bool on_demand;		/* no pane for it until it is being read */
	bool late;		/* the cursor has moved since it was read */
	struct rect rect;	/* as last laid out */
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

/* Begin to read it, or go back to the list. */
void detail_turn(struct detail *detail);
/* The panes of a screen with this detail below its list. */
struct list_panes detail_panes(const struct detail *detail, struct rect screen);
/* The same, with what the person prefers from now on. */
struct list_panes detail_panes_now(struct detail *detail, const struct app *app, struct rect screen);
/* True while it is being read: then MOVE scrolls it, never past the end. */
bool detail_move(struct detail *detail, enum move move);
/* With the rule above it, which says how much more there is. */
void detail_draw(const struct detail *detail, struct surface *surface, const struct list_panes *panes);

#endif
