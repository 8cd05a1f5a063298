#include "core/intake/grid.h"

#include <stdlib.h>
#include <string.h>

void grid_release(struct grid *grid)
{
	for (size_t i = 0; i < grid->cell_count; i++)
		free(grid->cells[i].text);
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

static void add_text(struct grid_cell *cell, const char *text, int paragraph, const char *joint)
{
	char *joined;

	if (!*text)
		return;
	joined = *cell->text ? xasprintf("%s%s%s", cell->text, joint, text) : xstrdup(text);
	free(cell->text);
	cell->text = joined;
	if (cell->first < 0)
		cell->first = paragraph;
	cell->last = paragraph;
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

void grid_add(struct grid *grid, const struct cell_place *place, const char *text, int paragraph, const char *joint)
{
	if (place->row < GRID_MAX_ROWS && place->column < GRID_MAX_COLUMNS)
		add_text(cell_at(grid, place), text, paragraph, joint);
	if (paragraph > grid->last)
		grid->last = paragraph;
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
	*out = (struct grid){ .first = first };
	for (at = first; at < (int)list->count && list->items[at].cell.table == table; at++)
		grid_add(out, &list->items[at].cell, list->items[at].text, at, "\n");
	out->last = at - 1;
	grid_lay_out(out);
	return true;
}
