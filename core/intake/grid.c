#include "core/intake/grid.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"

enum { WIDEST_BREAK = 2 };	/* empty lines inside a table of lines */

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

static void add_line(struct grid_cell *cell, const char *text, int paragraph)
{
	char *joined;

	if (!*text)
		return;
	joined = *cell->text ? xasprintf("%s\n%s", cell->text, text) : xstrdup(text);
	free(cell->text);
	cell->text = joined;
	if (cell->first < 0)
		cell->first = paragraph;
	cell->last = paragraph;
}

/* The cell at PLACE, made where there is none yet; NULL when it lies outside of what is read. */
static struct grid_cell *cell_at(struct grid *grid, const struct cell_place *place)
{
	struct grid_cell *last = grid->cell_count ? &grid->cells[grid->cell_count - 1] : NULL;

	if (place->row >= GRID_MAX_ROWS || place->column >= GRID_MAX_COLUMNS)
		return NULL;
	if (last && last->row == place->row && last->column == place->column)
		return last;
	GROW(grid->cells, grid->cell_count + 1, grid->cells_cap);
	last = &grid->cells[grid->cell_count++];
	*last = (struct grid_cell){
		.text = xstrdup(""), .row = place->row, .column = place->column,
		.rows = place->rows > 0 ? place->rows : 1, .columns = place->columns > 0 ? place->columns : 1,
		.first = -1, .last = -1,
	};
	return last;
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

static void lay_out(struct grid *grid)
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
	for (at = first; at < (int)list->count && list->items[at].cell.table == table; at++) {
		struct grid_cell *cell = cell_at(out, &list->items[at].cell);

		if (cell)
			add_line(cell, list->items[at].text, at);
	}
	out->last = at - 1;
	lay_out(out);
	return true;
}

/* --- lines with bars or tabs --------------------------------------------------- */

/* What parts the cells of a line: bars where there are two, else tabs; '\0' for neither. */
static char separator_of(const struct paragraph *paragraph)
{
	const char *text = paragraph->original + strspn(paragraph->original, " ");
	int bars = 0, tabs = 0;

	for (; *text; text++) {
		bars += *text == '|';
		tabs += *text == '\t';
	}
	return bars >= 2 ? '|' : tabs >= 2 ? '\t' : '\0';
}

/* "|---|:--|" of Markdown and "+----+" of drawn frames. */
static bool is_frame(const char *text)
{
	return *text && strspn(text, "|+-=:_ \t") == strlen(text) && strpbrk(text, "-=_");
}

static void split_line(struct grid *grid, const struct paragraph *paragraph, int row, int index, char separator)
{
	const char *at = paragraph->original + strspn(paragraph->original, " ");
	struct strbuf text = STRBUF_INIT;
	struct cell_place place = { .row = row, .rows = 1, .columns = 1 };

	/* A frame's bar before the first cell. */
	at += *at == separator && separator == '|';
	for (;; at++, place.column++) {
		size_t length = strcspn(at, separator == '|' ? "|" : "\t");
		struct grid_cell *cell = NULL;

		/* And the one behind the last. */
		if (separator == '|' && !at[length] && !at[strspn(at, " ")])
			break;
		strbuf_clear(&text);
		viet_clean(at, length, &text);
		cell = cell_at(grid, &place);
		if (cell)
			add_line(cell, text.text, index);
		at += length;
		if (!*at)
			break;
	}
	strbuf_release(&text);
}

bool grid_of_lines(const struct reading *r, int first, struct grid *out)
{
	const struct paragraph_list *list = &r->manuscript->paragraphs;
	char separator = separator_of(&list->items[first]);
	int row = 0, blank = 0;

	if (!separator || list->items[first].cell.table)
		return false;
	*out = (struct grid){ .first = first, .last = first };
	for (int at = first; at < (int)list->count && blank <= WIDEST_BREAK && row < GRID_MAX_ROWS; at++) {
		const struct paragraph *paragraph = &list->items[at];

		if (!*paragraph->text) {
			blank++;
			continue;
		}
		if (is_frame(paragraph->text)) {
			out->last = at;
			continue;
		}
		if (separator_of(paragraph) != separator)
			break;
		split_line(out, paragraph, row++, at, separator);
		out->last = at;
		blank = 0;
	}
	lay_out(out);
	return true;
}
