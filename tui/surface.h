/*
 * surface.h: a grid of cells that views draw on.
 *
 * Drawing is pure: text goes in, cells come out; tests compare a dump of them
 * and tui/term puts them on the screen. Text is masked here (viet_show), so no
 * control byte reaches the terminal. A letter may take two columns: its second
 * cell is empty. Drawing outside is clipped, never an error.
 */
#ifndef TUI_SURFACE_H
#define TUI_SURFACE_H

#include <stdbool.h>

#include "core/base/memory.h"

/*
 * What a cell means, not how it looks: tui/style turns a role into attributes
 * for 256, 8 or no colours. State is always also a sign or a word.
 */
enum role_style {
	STYLE_NORMAL,
	STYLE_DIM,		/* less important: labels, fold marks */
	STYLE_STRONG,		/* headings */
	STYLE_TITLE,		/* the line on top */
	STYLE_HINT,		/* the line at the bottom */
	STYLE_CURSOR,		/* the short highlight on the cursor's row */
	STYLE_PICKED,
	STYLE_OVERDUE,
	STYLE_SOON,
	STYLE_DONE,
	STYLE_INPUT,		/* a field being edited */
	STYLE_MATCH,		/* the found part of a text */
	STYLE_ERROR,
	STYLE_COUNT
};

struct rect {
	int row, column, rows, columns;
};

/* A column of a list. */
struct span {
	int column, width;	/* width 0: not shown */
};

enum { CELL_BYTES = 24 };	/* a letter with the marks that viet_clean allows */

struct cell {
	char text[CELL_BYTES];	/* NUL-terminated; "" is the second column of a wide letter */
	unsigned char style;
};

struct surface {
	int rows, columns;
	struct cell *cells;		/* row by row */
	int cursor_row, cursor_column;	/* -1: hidden */
};

void surface_init(struct surface *surface, int rows, int columns);
void surface_release(struct surface *surface);
void surface_resize(struct surface *surface, int rows, int columns);	/* and clears */
void surface_clear(struct surface *surface);

struct cell *surface_at(struct surface *surface, int row, int column);	/* NULL outside */

/*
 * Write TEXT from ROW, COLUMN in at most COLUMNS columns, cut with an ellipsis;
 * returns the columns used.
 */
int surface_text(struct surface *surface, int row, int column, int columns, enum role_style style,
		 const char *text);
/* The same, right-aligned in the COLUMNS columns. */
int surface_text_right(struct surface *surface, int row, int column, int columns, enum role_style style,
		       const char *text);
/* Write TEXT (NULL: nothing) in the columns of SPAN. */
void surface_span(struct surface *surface, int row, struct span span, enum role_style style,
		  const char *text);
/* Lines that TEXT takes when it is wrapped at COLUMNS. */
int surface_wrapped_rows(const char *text, int columns);
/* Write TEXT wrapped in RECT; what does not fit its last line is cut. */
void surface_paragraph(struct surface *surface, struct rect rect, enum role_style style, const char *text);
void surface_fill(struct surface *surface, struct rect rect, enum role_style style);	/* with blanks */
void surface_restyle(struct surface *surface, struct rect rect, enum role_style style);
void surface_rule(struct surface *surface, int row,
		  enum role_style style);	/* a line over the whole width */
void surface_put_cursor(struct surface *surface, int row, int column);

/*
 * What tests compare: each row's text without trailing blanks, and where the
 * style is not NORMAL, a second line under it with one letter per column. The
 * cursor is said in the last line.
 */
void surface_dump(const struct surface *surface, bool styles, struct strbuf *out);

#endif
