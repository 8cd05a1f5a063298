#include "office/read/page.h"

#include <stdlib.h>
#include <string.h>

#include "office/read/limits.h"

void page_init(struct page *page, struct manuscript *manuscript)
{
	*page = (struct page){ .manuscript = manuscript };
}

void page_release(struct page *page)
{
	free(page->columns);
	page->columns = NULL;
}

static size_t count_of(const struct page *page)
{
	return page->manuscript->paragraphs.count;
}

static struct paragraph *paragraph_at(const struct page *page, size_t index)
{
	return &page->manuscript->paragraphs.items[index];
}

static void overflow(struct page *page, enum trouble trouble)
{
	if (!page->overflow)
		page->trouble = trouble;
	page->overflow = true;
}

/* Rows and cells of a table inside the open one say nothing. */
bool page_in_table(const struct page *page)
{
	return page->open && page->depth == page->open && !page->overflow;
}

/* --- paragraphs --------------------------------------------------------- */

static void add_to_cell(struct page *page, struct cell_place cell, const char *text, size_t length)
{
	manuscript_add_cell(page->manuscript, page->line, cell, text, length);
	if (page->leftmost > cell.column)
		page->leftmost = cell.column;
	if (page->rightmost < cell.column)
		page->rightmost = cell.column;
}

static void add_line(struct page *page, const char *text, size_t length)
{
	bool in_cell = page->open && page->cell.rows > 0;

	if (page->covered || (in_cell && !length))
		return;
	page->line += !page->keep_line || !page->line;	/* what stands before a reader's first line stands in it */
	page->bytes += length;
	if (page->bytes > LIMIT_TEXT || count_of(page) >= LIMIT_PARAGRAPHS) {
		overflow(page, TROUBLE_TOO_LARGE);
		return;
	}
	if (in_cell)
		add_to_cell(page, page->cell, text, length);
	else
		manuscript_add(page->manuscript, page->line, text, length);
	paragraph_at(page, count_of(page) - 1)->kind = page->kind;
}

void page_add(struct page *page, const char *text, size_t length)
{
	size_t start = 0;

	while (!page->overflow && start <= length) {
		const char *end = memchr(text + start, '\n', length - start);
		size_t line = end ? (size_t)(end - text) - start : length - start;

		add_line(page, text + start, line);
		start += line + 1;
	}
}

/* --- tables ------------------------------------------------------------- */

/* The open table is none: what stood in its cells is prose. */
static void dissolve(struct page *page)
{
	for (size_t i = page->table_first; i < count_of(page); i++)
		paragraph_at(page, i)->cell = (struct cell_place){ 0 };
	page->tables--;
	page->open = 0;
}

void page_begin_table(struct page *page)
{
	page->depth++;
	if (page->open && page->nested == NESTED_FLAT)
		return;
	if (page->open)
		dissolve(page);
	page->open = page->depth;
	page->tables++;
	page->table_first = page->row_first = page->cell_first = count_of(page);
	page->leftmost = LIMIT_COLUMNS;
	page->rightmost = -1;
	page->cell = (struct cell_place){ .table = page->tables, .row = -1 };
	page->column_count = 0;
}

void page_end_table(struct page *page)
{
	if (page->open && page->depth == page->open) {
		page_end_cell(page);
		if (page->rightmost <= page->leftmost)
			dissolve(page);
		page->open = 0;
	}
	if (page->depth)
		page->depth--;
}

void page_begin_row(struct page *page)
{
	if (!page_in_table(page))
		return;
	page_end_cell(page);
	if (page->cell.row + 1 >= LIMIT_ROWS) {
		overflow(page, TROUBLE_TOO_WIDE);
		return;
	}
	page->row_first = count_of(page);
	page->cell.row++;
	page->cell.column = 0;
}

/* Its cells are empty: they leave no trace but in the columns, which the row in its place takes over. */
void page_drop_row(struct page *page)
{
	if (page_in_table(page) && page->cell.row > 0)
		page->cell.row--;
}

/* Room for columns up to END; false when that is too wide. */
static bool reach_column(struct page *page, int end)
{
	if (end > LIMIT_COLUMNS) {
		overflow(page, TROUBLE_TOO_WIDE);
		return false;
	}
	GROW(page->columns, (size_t)end, page->columns_cap);
	while (page->column_count < (size_t)end)
		page->columns[page->column_count++] = (struct page_column){ 0, count_of(page), count_of(page) };
	return true;
}

static int within(int count, int most)
{
	return count < 1 ? 1 : count > most ? most : count;
}

void page_skip_columns(struct page *page, int count)
{
	if (page_in_table(page) && count > 0)
		page->cell.column += within(count, LIMIT_COLUMN_SPAN);
}

/* Go on to a column of this row that no cell from above takes. */
static void pass_taken_columns(struct page *page)
{
	while ((size_t)page->cell.column < page->column_count &&
	       page->columns[page->cell.column].free_from > page->cell.row)
		page->cell.column++;
}

void page_begin_cell(struct page *page, int columns, int rows)
{
	int end;

	if (!page_in_table(page))
		return;
	if (page->cell.row < 0)
		page_begin_row(page);
	page_end_cell(page);
	pass_taken_columns(page);
	end = page->cell.column + within(columns, LIMIT_COLUMN_SPAN);
	if (!reach_column(page, end))
		return;
	page->cell.columns = end - page->cell.column;
	page->cell.rows = within(rows, LIMIT_ROW_SPAN);
	page->cell_first = count_of(page);
	for (int column = page->cell.column; column < end; column++)
		page->columns[column] = (struct page_column){ page->cell.row + page->cell.rows, count_of(page), count_of(page) };
}

void page_place_cell(struct page *page, int row, int column)
{
	bool behind = row > page->cell.row || (row == page->cell.row && column >= page->cell.column);

	if (!page_in_table(page))
		return;
	page_end_cell(page);
	if (!behind || row >= LIMIT_ROWS || column >= LIMIT_COLUMNS) {
		overflow(page, behind ? TROUBLE_TOO_WIDE : TROUBLE_DAMAGED);
		return;
	}
	page->cell.row = row;
	page->cell.column = column;
}

void page_end_cell(struct page *page)
{
	if (!page_in_table(page))
		return;
	page->covered = false;
	if (page->cell.rows <= 0)
		return;
	page->columns[page->cell.column].end = count_of(page);
	page->cell.column += page->cell.columns;
	page->cell.rows = 0;
}

void page_continue_cell(struct page *page, int columns)
{
	struct page_column *above;

	if (!page_in_table(page))
		return;
	page_end_cell(page);
	if (!reach_column(page, page->cell.column + within(columns, LIMIT_COLUMN_SPAN)))
		return;
	above = &page->columns[page->cell.column];
	for (size_t i = above->first; i < above->end; i++)
		paragraph_at(page, i)->cell.rows = page->cell.row - paragraph_at(page, i)->cell.row + 1;
	page->cell.column += within(columns, LIMIT_COLUMN_SPAN);
	page->covered = true;
}

/* --- what stands several times ------------------------------------------ */

/* The paragraphs FIRST to END once more, so many rows and columns away; as lines of their own. */
static void copy_cells(struct page *page, size_t first, size_t end, int rows, int columns)
{
	for (size_t i = first; i < end && !page->overflow; i++) {
		struct paragraph *from = paragraph_at(page, i);
		struct cell_place place = from->cell;
		char *text = xstrdup(from->original);

		place.row += rows;
		place.column += columns;
		page->line += !page->keep_line;
		page->bytes += strlen(text);
		if (page->bytes > LIMIT_TEXT || count_of(page) >= LIMIT_PARAGRAPHS)
			overflow(page, TROUBLE_TOO_LARGE);
		else
			add_to_cell(page, place, text, strlen(text));
		free(text);
	}
}

void page_repeat_cell(struct page *page, int count)
{
	size_t end = count_of(page);
	int width = page->cell.columns, times;

	if (!page_in_table(page) || count <= 1)
		return;
	page_end_cell(page);
	times = within(count, LIMIT_REPEATED) - 1;
	if (page->cell_first == end) {
		page->cell.column += within(count, LIMIT_COLUMNS) - 1;
		return;
	}
	if (!reach_column(page, page->cell.column + times * width))
		return;
	for (int i = 1; i <= times; i++)
		copy_cells(page, page->cell_first, end, 0, i * width);
	page->cell.column += times * width;
}

void page_repeat_row(struct page *page, int count)
{
	size_t first = page->row_first, end = count_of(page);
	int times;

	if (!page_in_table(page) || count <= 1)
		return;
	page_end_cell(page);
	if (first == end) {
		times = within(count, LIMIT_ROWS) - 1;
		page->cell.row = times < LIMIT_ROWS - page->cell.row ? page->cell.row + times : LIMIT_ROWS - 1;
		return;
	}
	times = within(count, LIMIT_REPEATED) - 1;
	for (int i = 1; i <= times; i++)
		copy_cells(page, first, end, i, 0);
	page->cell.row += times;
}
