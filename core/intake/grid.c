#include "core/intake/grid.h"

#include <stdlib.h>
#include <string.h>

/* --- where words stand -------------------------------------------------------- */

static void add_spot(struct text_spots *spots, size_t at, struct manuscript_place place)
{
	GROW(spots->items, spots->count + 1, spots->cap);
	spots->items[spots->count++] = (struct text_spot){ at, place };
}

bool text_spots_find(const struct text_spots *spots, size_t length, struct manuscript_place place, size_t *at)
{
	for (size_t i = 0; i < spots->count; i++) {
		const struct text_spot *spot = &spots->items[i];
		size_t end = i + 1 < spots->count ? spots->items[i + 1].at : length;
		size_t found = spot->at + (size_t)(place.start - spot->place.start);

		if (spot->place.paragraph == place.paragraph && place.start >= spot->place.start && found < end) {
			*at = found;
			return true;
		}
	}
	return false;
}

void text_spots_append(struct text_spots *spots, const struct text_spots *more, size_t length)
{
	for (size_t i = 0; i < more->count; i++)
		add_spot(spots, length + more->items[i].at, more->items[i].place);
}

void text_spots_cut(struct text_spots *spots, size_t length)
{
	size_t kept = 0;

	for (size_t i = 0; i < spots->count; i++) {
		struct text_spot spot = spots->items[i];

		if (i + 1 < spots->count && spots->items[i + 1].at <= length)
			continue;
		if (spot.at < length)
			spot.place.start += (int)(length - spot.at);
		spot.at = spot.at < length ? 0 : spot.at - length;
		spots->items[kept++] = spot;
	}
	spots->count = kept;
}

/* --- the whole ---------------------------------------------------------------- */

static void cell_release(struct grid_cell *cell)
{
	free(cell->text);
	free(cell->spots.items);
}

void grid_release(struct grid *grid)
{
	for (size_t i = 0; i < grid->cell_count; i++)
		cell_release(&grid->cells[i]);
	free(grid->cells);
	free(grid->slots);
	*grid = (struct grid){ 0 };
}

const struct grid_cell *grid_at(const struct grid *grid, int row, int column)
{
	int cell = -1;

	if (row >= 0 && row < grid->rows && column >= 0 && column < grid->columns)
		cell = grid->slots[row * grid->columns + column];
	return cell < 0 ? NULL : &grid->cells[cell];
}

const char *grid_text(const struct grid *grid, int row, int column)
{
	const struct grid_cell *cell = grid_at(grid, row, column);

	return cell ? cell->text : "";
}

/* --- building --------------------------------------------------------------- */

static void add_text(const struct grid *grid, struct grid_cell *cell, const char *text, struct manuscript_place from,
		     const char *joint)
{
	char *joined;

	if (!*text)
		return;
	joined = *cell->text ? xasprintf("%s%s%s", cell->text, joint, text) : xstrdup(text);
	if (grid->spotted)
		add_spot(&cell->spots, strlen(joined) - strlen(text), from);
	free(cell->text);
	cell->text = joined;
	if (cell->first < 0)
		cell->first = from.paragraph;
	cell->last = from.paragraph;
}

/* The cell at PLACE, made where there is none yet. It may be any of the row that is being filled. */
static struct grid_cell *cell_at(struct grid *grid, const struct cell_place *place)
{
	struct grid_cell *last;

	for (size_t i = grid->cell_count; i-- > 0 && grid->cells[i].row == place->row;)
		if (grid->cells[i].column == place->column)
			return &grid->cells[i];
	GROW(grid->cells, grid->cell_count + 1, grid->cells_cap);
	last = &grid->cells[grid->cell_count++];
	*last = (struct grid_cell){
		.text = xstrdup(""), .row = place->row, .column = place->column,
		.rows = place->rows > 0 ? place->rows : 1, .columns = place->columns > 0 ? place->columns : 1,
		.first = -1, .last = -1,
	};
	return last;
}

void grid_add(struct grid *grid, const struct cell_place *place, const char *text, struct manuscript_place from,
	      const char *joint)
{
	if (place->row < GRID_MAX_ROWS && place->column < GRID_MAX_COLUMNS)
		add_text(grid, cell_at(grid, place), text, from, joint);
	if (from.paragraph > grid->last)
		grid->last = from.paragraph;
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

/* Spans come from a file: they are cut to the rows and columns in which text stands. */
static void measure(struct grid *grid)
{
	for (size_t i = 0; i < grid->cell_count; i++) {
		const struct grid_cell *cell = &grid->cells[i];
		int columns = cell->column + cell->columns;

		if (cell->row >= grid->rows)
			grid->rows = cell->row + 1;
		if (cell->columns <= GRID_MAX_COLUMNS && columns > grid->columns)
			grid->columns = smaller(columns, GRID_MAX_COLUMNS);
	}
	for (size_t i = 0; i < grid->cell_count; i++) {
		struct grid_cell *cell = &grid->cells[i];

		cell->rows = smaller(cell->rows, grid->rows - cell->row);
		cell->columns = smaller(cell->columns, grid->columns - cell->column);
	}
}

void grid_lay_out(struct grid *grid)
{
	size_t places;

	measure(grid);
	places = (size_t)grid->rows * (size_t)grid->columns;
	grid->slots = xreallocarray(NULL, places + 1, sizeof *grid->slots);
	for (size_t i = 0; i < places; i++)
		grid->slots[i] = -1;
	for (size_t i = 0; i < grid->cell_count; i++) {
		const struct grid_cell *cell = &grid->cells[i];

		for (int row = cell->row; row < cell->row + cell->rows; row++)
			for (int column = cell->column; column < cell->column + cell->columns; column++)
				if (grid->slots[row * grid->columns + column] < 0)
					grid->slots[row * grid->columns + column] = (int)i;
	}
}

/* --- cells of an office file ------------------------------------------------- */

bool grid_of_cells(const struct reading *r, int first, struct grid *out)
{
	const struct paragraph_list *list = &r->manuscript->paragraphs;
	int table = list->items[first].cell.table;
	int at;

	if (!table)
		return false;
	*out = (struct grid){ .first = first, .spotted = r->hints.count > 0 };
	for (at = first; at < (int)list->count && list->items[at].cell.table == table; at++)
		grid_add(out, &list->items[at].cell, list->items[at].text, (struct manuscript_place){ at, 0 }, "\n");
	out->last = at - 1;
	grid_lay_out(out);
	return true;
}
