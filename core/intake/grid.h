/*
 * grid.h: a table as rows of cells, whatever form it came in: cells of an office
 * file, lines with bars or tabs, or columns that only wide gaps part.
 *
 * Knows the paragraphs it is made of, so that every cell can say where it stands in
 * the file. May not know: what its columns mean.
 */
#ifndef INTAKE_GRID_H
#define INTAKE_GRID_H

#include "core/intake/internal.h"

/* The widest table that is read; cells behind are left as they are. */
enum { GRID_MAX_COLUMNS = 40, GRID_MAX_ROWS = 20000 };

struct grid_cell {
	char *text;		/* its lines parted by '\n', cleaned */
	int row, column;	/* of its upper left corner */
	int rows, columns;	/* that it spans */
	int first, last;	/* paragraphs; -1 for an empty one */
};

struct grid {
	struct grid_cell *cells;
	size_t cell_count, cells_cap;
	int *slots;		/* row * columns + column -> its cell, -1 for none */
	int rows, columns;
	int first, last;	/* paragraphs */
};

void grid_release(struct grid *grid);

/* The cell that covers a place; NULL where none does. */
const struct grid_cell *grid_at(const struct grid *grid, int row, int column);
/* Its text, "" where there is none. */
const char *grid_text(const struct grid *grid, int row, int column);

/* --- making one ----------------------------------------------------------------- */

/* Add TEXT to the cell at PLACE, behind JOINT where it has some already. Rows come one after the other. */
void grid_add(struct grid *grid, const struct cell_place *place, const char *text, int paragraph, const char *joint);
/* When all is added: spans are cut to what there is, and places found. */
void grid_lay_out(struct grid *grid);

/* The table of an office file whose first paragraph is FIRST. False when none begins there. The caller releases it. */
bool grid_of_cells(const struct reading *r, int first, struct grid *out);

#endif
