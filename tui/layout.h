/*
 * layout.h: rows x columns -> where things stand. Pure numbers.
 *
 * Columns are dropped on narrow screens, the least needed first, and widen on
 * wide ones. Panes lie one below the other, never side by side: a terminal
 * scrolls whole lines only.
 */
#ifndef TUI_LAYOUT_H
#define TUI_LAYOUT_H

#include "tui/surface.h"

/* The columns of a list of tasks. Column 0 is the cursor's sign. */
struct task_columns {
	struct span sign;	/* state, or fold mark */
	struct span pick;
	struct span path;
	struct span title;
	struct span product;
	struct span lead;
	struct span due;
	struct span state;
};

struct task_columns layout_task_columns(int columns);

/* The columns of the register of agencies. */
struct agency_columns {
	struct span code;
	struct span name;
	struct span aliases;
	struct span kind;
	struct span wording;
	struct span count;
};

struct agency_columns layout_agency_columns(int columns);

/* The columns of the documents that are cited. */
struct document_columns {
	struct span number;
	struct span date;
	struct span relation;
	struct span kind;
	struct span issuer;
	struct span places;
};

struct document_columns layout_document_columns(int columns);

/* The columns of the lines of a file. */
struct source_columns {
	struct span number;
	struct span sign;
	struct span text;
	struct span why;
};

struct source_columns layout_source_columns(int columns);

/* A screen with a list and the detail of its row. Row numbers are the surface's. */
struct list_panes {
	int title, heads;	/* rows */
	struct rect list;
	int rule;		/* -1: no detail */
	struct rect detail;	/* rows 0: none */
};

/* How much of the screen the detail gets; LARGE: it is being read. */
enum detail_size { DETAIL_USUAL, DETAIL_LARGE, DETAIL_NONE };

struct list_panes layout_list_panes(struct rect rect, enum detail_size size);
/* The same for a list whose rows are pairs of lines, and whose detail is needed to decide. */
struct list_panes layout_pair_panes(struct rect rect, bool large_detail);

#endif
