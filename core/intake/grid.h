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

/* Words of a cell and where they stand in the manuscript: from byte AT of the cell's text on, up to the next spot. */
struct text_spot {
	size_t at;
	struct manuscript_place place;
};

struct text_spots {
	struct text_spot *items;
	size_t count, cap;
};

/* The byte of the text that stands at PLACE; false when none does. */
bool text_spots_find(const struct text_spots *spots, size_t length, struct manuscript_place place, size_t *at);
/* Add those of MORE, a text that was put behind LENGTH bytes. */
void text_spots_append(struct text_spots *spots, const struct text_spots *more, size_t length);
/* The first LENGTH bytes of the text are taken off. */
void text_spots_cut(struct text_spots *spots, size_t length);

struct grid_cell {
	char *text;		/* its lines parted by '\n', cleaned */
	int row, column;	/* of its upper left corner */
	int rows, columns;	/* that it spans */
	int first, last;	/* paragraphs; -1 for an empty one */
	struct text_spots spots;
};

struct grid {
	struct grid_cell *cells;
	size_t cell_count, cells_cap;
	int *slots;		/* row * columns + column -> its cell, -1 for none */
	int rows, columns;
	int first, last;	/* paragraphs */
	bool spotted;		/* cells keep their spots: a person may have cut the words */
};

void grid_release(struct grid *grid);

/* The cell that covers a place; NULL where none does. */
const struct grid_cell *grid_at(const struct grid *grid, int row, int column);
/* Its text, "" where there is none. */
const char *grid_text(const struct grid *grid, int row, int column);

/* --- making one ----------------------------------------------------------------- */

/*
 * Add TEXT, which stands at FROM, to the cell at PLACE, behind JOINT where it has some already. Rows come one after
 * the other.
 */
void grid_add(struct grid *grid, const struct cell_place *place, const char *text, struct manuscript_place from,
	      const char *joint);
/* When all is added: spans are cut to what there is, and places found. */
void grid_lay_out(struct grid *grid);

/* The table of an office file whose first paragraph is FIRST. False when none begins there. The caller releases it. */
bool grid_of_cells(const struct reading *r, int first, struct grid *out);

#endif
