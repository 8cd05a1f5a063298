/*
 * Where the tables of a file are. Those whose headings say that they give work are
 * read as tasks. Others are left alone: a row a line with bars or tabs between
 * its cells, or a cell a line with a bar on the line between; a cell torn from its row says nothing.
 */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/intake/grid_text.h"
#include "core/intake/rows.h"

/* --- tables that give work ------------------------------------------------------ */

/* The rows above the headings are lines like others: a sheet's title, "PHỤ LỤC". */
static int first_of_headings(const struct task_table *table)
{
	const struct grid *grid = &table->grid;
	int first = grid->last;

	for (size_t i = 0; i < grid->cell_count; i++)
		if (grid->cells[i].row >= table->columns.first_row && grid->cells[i].first >= 0 &&
		    grid->cells[i].first < first)
			first = grid->cells[i].first;
	return first;
}

static void add_table(struct reading *r, struct task_table *table)
{
	r->tables = xreallocarray(r->tables, (size_t)r->table_count + 1, sizeof *r->tables);
	for (int i = first_of_headings(table); i <= table->grid.last; i++)
		r->lines[i] = (struct line_facts){ .task_table = r->table_count };
	r->tables[r->table_count++] = *table;
}

/* A table of some size that gives no work, not the two columns of a letterhead or a signature. */
static bool is_data(const struct grid *grid)
{
	return grid->rows >= 3 && grid->columns >= 3;
}

/* A table cut in two by a heading or a page, or that goes on in the next sheet. */
static bool goes_on(const struct reading *r, const struct grid *grid, struct columns *columns)
{
	const struct task_table *before = r->table_count ? &r->tables[r->table_count - 1] : NULL;

	return before && columns_continue(&before->columns, before->grid.columns, grid, columns);
}

/* Returns the paragraph behind the table that begins at FIRST; FIRST when none does. */
static int take_table(struct reading *r, int first)
{
	struct task_table table = { .grid.last = first - 1 };
	bool of_stream = grid_of_stream(r, first, &table.grid);
	bool of_cells = !of_stream && grid_of_cells(r, first, &table.grid);
	int behind;

	if (!of_stream && !of_cells && !grid_of_lines(r, first, &table.grid) &&
	    !grid_of_columns(r, first, &table.grid))
		return first;
	behind = table.grid.last + 1;
	table.continues = !columns_find(&table.grid, &table.columns);
	if (!table.continues || (of_cells && goes_on(r, &table.grid, &table.columns))) {
		add_table(r, &table);
		return behind;
	}
	for (int i = first; of_cells && is_data(&table.grid) && i < behind; i++)
		r->lines[i] = (struct line_facts){ .table = true, .task_table = -1 };
	grid_release(&table.grid);
	return behind;
}

void find_task_tables(struct reading *r)
{
	int count = (int)r->manuscript->paragraphs.count;

	for (int i = 0; i < count; i++)
		r->lines[i].task_table = -1;
	for (int i = 0; i < count;) {
		int behind = take_table(r, i);

		i = behind > i ? behind : i + 1;
	}
}

void release_task_tables(struct reading *r)
{
	for (int i = 0; i < r->table_count; i++) {
		grid_release(&r->tables[i].grid);
		columns_release(&r->tables[i].columns);
	}
	free(r->tables);
}

/* --- other tables that came as text ----------------------------------------------- */

enum { WIDEST_GAP = 8 };	/* lines of one cell */

/* Bars, and tabs that part words, in a line. */
static int separators_in(const struct paragraph *paragraph)
{
	int count = 0;

	for (const char *at = paragraph->text; *at; at++)
		count += *at == '|';
	for (const char *at = paragraph->original + strspn(paragraph->original, " \t"); *at; at++)
		count += *at == '\t' && at[1] && at[1] != '\t';
	return count;
}

static bool is_row(const struct reading *r, int paragraph)
{
	const struct paragraph *p = &r->manuscript->paragraphs.items[paragraph];

	return !strcmp(p->text, "|") || separators_in(p) >= 2;
}

static bool is_heading(const struct reading *r, int paragraph)
{
	enum mark_kind mark = r->lines[paragraph].mark.kind;

	return mark != MARK_NONE && mark < MARK_POINT;
}

/* "STT": the first cell of a table stands before its first bar. */
static bool is_first_cell(const char *text)
{
	struct words w = WORDS_INIT;
	bool is;

	words_split(text, strnlen(text, 40), &w);
	is = w.count && w.count <= 3 && word_is(&w, w.count - 1, "tt|stt");
	words_release(&w);
	return is;
}

void find_tables(struct reading *r, int first, int last)
{
	int row = -1;		/* the row or cell before, as long as the table may go on */

	for (int i = first; i < last; i++) {
		if (!is_row(r, i)) {
			if (is_heading(r, i) || i - row > WIDEST_GAP)
				row = -1;
			continue;
		}
		for (int cell = row < 0 ? i : row; cell <= i; cell++)
			r->lines[cell].table = true;
		if (row < 0 && i > first && is_first_cell(text_of(r, i - 1)))
			r->lines[i - 1].table = true;
		row = i;
	}
}
