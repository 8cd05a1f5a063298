/*
 * page.h: what a file shows, put together paragraph by paragraph -> a manuscript.
 *
 * Readers say what begins and ends; where a cell stands in its table, and how
 * large merged ones are, is counted here. One table is read at a time: what of it
 * lies inside another is told by `nested`.
 *
 * More than LIMIT_ allows sets `trouble`; what is added after that is dropped.
 */
#ifndef OFFICE_READ_PAGE_H
#define OFFICE_READ_PAGE_H

#include "core/intake/intake.h"
#include "office/read/refuse.h"

/* What becomes of a table inside a cell of another. */
enum page_nested {
	NESTED_FLAT,		/* its paragraphs belong to the outer cell */
	NESTED_LAYOUT,		/* the outer table only arranged the page: its cells are prose */
};

struct page_column {
	int free_from;		/* the first row into which no cell from above reaches */
	size_t first, end;	/* the paragraphs of the last cell that began in this column */
};

struct page {
	struct manuscript *manuscript;	/* borrowed */
	enum paragraph_kind kind;	/* of what is added now */
	enum page_nested nested;
	int line;			/* of the last paragraph */
	bool keep_line;			/* LINE is set by the reader, not counted */
	size_t bytes;			/* of text so far */
	bool overflow;			/* TROUBLE is set */
	enum trouble trouble;

	int tables;			/* so far, the open one among them */
	int depth, open;		/* tables one in the other now; at which depth the one being read stands, 0: none */
	size_t table_first, row_first, cell_first;	/* paragraphs they began with */
	int leftmost, rightmost;	/* columns of the open table that show something */
	struct cell_place cell;		/* the open cell, or where the next one goes; rows 0: no cell is open */
	bool covered;			/* what is added is behind a merged cell */
	struct page_column *columns;
	size_t column_count, columns_cap;
};

void page_init(struct page *page, struct manuscript *manuscript);
void page_release(struct page *page);	/* not the manuscript */

/* A whole paragraph; each '\n' in it begins another one. */
void page_add(struct page *page, const char *text, size_t length);

void page_begin_table(struct page *page);
void page_end_table(struct page *page);
/* False while a table inside another is passed through. */
bool page_in_table(const struct page *page);
void page_begin_row(struct page *page);
/* The row just begun is none, nor is what will be added to it. */
void page_drop_row(struct page *page);
/* Leave COUNT columns of the row free. */
void page_skip_columns(struct page *page, int count);
/* The next cell of the row that spans COLUMNS and ROWS; an open one ends. */
void page_begin_cell(struct page *page, int columns, int rows);
/* Where the next cell begins, for files that say so; behind all others. */
void page_place_cell(struct page *page, int row, int column);
/* The next COLUMNS of the row belong to the cell above them; what is added until the cell ends is not shown. */
void page_continue_cell(struct page *page, int columns);
void page_end_cell(struct page *page);
/* The last row stands COUNT times in all; so does the last cell, to the right. */
void page_repeat_row(struct page *page, int count);
void page_repeat_cell(struct page *page, int count);

#endif
