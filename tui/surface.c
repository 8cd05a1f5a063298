#include "tui/surface.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"

/* One letter per role, for the dump; '.' where nothing stands out. */
static const char style_letters[STYLE_COUNT + 1] = ".dSTHC*!sxIME";

static const struct cell blank = { " ", STYLE_NORMAL };

void surface_init(struct surface *surface, int rows, int columns)
{
	*surface = (struct surface){ .cursor_row = -1, .cursor_column = -1 };
	surface_resize(surface, rows, columns);
}

void surface_release(struct surface *surface)
{
	free(surface->cells);
	*surface = (struct surface){ .cursor_row = -1, .cursor_column = -1 };
}

void surface_resize(struct surface *surface, int rows, int columns)
{
	surface->rows = rows > 0 ? rows : 0;
	surface->columns = columns > 0 ? columns : 0;
	surface->cells = xreallocarray(surface->cells, (size_t)surface->rows * (size_t)surface->columns,
				       sizeof *surface->cells);
	surface_clear(surface);
}

void surface_clear(struct surface *surface)
{
	for (int i = 0; i < surface->rows * surface->columns; i++)
		surface->cells[i] = blank;
	surface->cursor_row = -1;
	surface->cursor_column = -1;
}

struct cell *surface_at(struct surface *surface, int row, int column)
{
	if (row < 0 || row >= surface->rows || column < 0 || column >= surface->columns)
		return NULL;
	return &surface->cells[row * surface->columns + column];
}

/* A wide letter that loses one of its two cells leaves a blank in the other. */
static void break_wide_letter(struct surface *surface, int row, int column)
{
	struct cell *cell = surface_at(surface, row, column);
	struct cell *next = surface_at(surface, row, column + 1);

	if (cell && !cell->text[0] && column > 0)
		strcpy(surface_at(surface, row, column - 1)->text, " ");
	if (next && !next->text[0])
		strcpy(next->text, " ");
}

static void put_letter(struct surface *surface, int row, int column, int width, enum role_style style,
		       const char *letter, size_t length)
{
	for (int i = 0; i < width; i++) {
		struct cell *cell = surface_at(surface, row, column + i);

		break_wide_letter(surface, row, column + i);
		*cell = (struct cell){ "", (unsigned char)style };
		if (i == 0 && length < CELL_BYTES)
			memcpy(cell->text, letter, length);
		else if (i == 0)
			strcpy(cell->text, "\uFFFD");
	}
}

/* TEXT is fit to be shown and fits between COLUMN and the right edge. */
static int put_shown(struct surface *surface, int row, int column, enum role_style style, const char *text,
		     size_t length)
{
	int at = column;
	size_t step;

	for (size_t i = 0; i < length; i += step) {
		int width;

		step = viet_letter_length(text, length, i);
		width = viet_width(text + i, step);
		if (width < 1 || !surface_at(surface, row, at + width - 1))
			continue;
		put_letter(surface, row, at, width, style, text + i, step);
		at += width;
	}
	return at - column;
}

/* The columns that are really there of those wanted; 0 when none. */
static int columns_there(const struct surface *surface, int row, int column, int columns)
{
	int room = surface->columns - column;

	if (row < 0 || row >= surface->rows || column < 0 || room <= 0 || columns <= 0)
		return 0;
	return columns < room ? columns : room;
}

int surface_text(struct surface *surface, int row, int column, int columns, enum role_style style,
		 const char *text)
{
	struct strbuf shown = STRBUF_INIT;
	int used = 0;

	columns = columns_there(surface, row, column, columns);
	if (columns > 0) {
		viet_clip(text, strlen(text), columns, &shown);
		used = put_shown(surface, row, column, style, shown.text, shown.length);
	}
	strbuf_release(&shown);
	return used;
}

int surface_text_right(struct surface *surface, int row, int column, int columns, enum role_style style,
		       const char *text)
{
	int width = viet_width(text, strlen(text));

	columns = columns_there(surface, row, column, columns);
	if (width > columns)
		width = columns;
	return surface_text(surface, row, column + columns - width, width, style, text);
}

void surface_span(struct surface *surface, int row, struct span span, enum role_style style,
		  const char *text)
{
	if (text)
		surface_text(surface, row, span.column, span.width, style, text);
}

int surface_wrapped_rows(const char *text, int columns)
{
	size_t length = strlen(text), at = 0, next;
	int rows = 0;

	for (; at < length; at += next, rows++)
		viet_wrap(text + at, length - at, columns, &next);
	return rows;
}

void surface_paragraph(struct surface *surface, struct rect rect, enum role_style style, const char *text)
{
	size_t length = strlen(text), at = 0;

	for (int i = 0; i < rect.rows && at < length; i++) {
		size_t next, used = viet_wrap(text + at, length - at, rect.columns, &next);
		bool last = i == rect.rows - 1;
		char *line = xstrndup(text + at, last ? length - at : used);

		surface_text(surface, rect.row + i, rect.column, rect.columns, style, line);
		free(line);
		at += next;
	}
}

void surface_fill(struct surface *surface, struct rect rect, enum role_style style)
{
	for (int row = rect.row; row < rect.row + rect.rows; row++) {
		for (int column = rect.column; column < rect.column + rect.columns; column++) {
			if (surface_at(surface, row, column))
				put_letter(surface, row, column, 1, style, " ", 1);
		}
	}
}

void surface_restyle(struct surface *surface, struct rect rect, enum role_style style)
{
	for (int row = rect.row; row < rect.row + rect.rows; row++) {
		for (int column = rect.column; column < rect.column + rect.columns; column++) {
			struct cell *cell = surface_at(surface, row, column);

			if (cell)
				cell->style = (unsigned char)style;
		}
	}
}

void surface_rule(struct surface *surface, int row, enum role_style style)
{
	for (int column = 0; column < surface->columns; column++) {
		if (surface_at(surface, row, column))
			put_letter(surface, row, column, 1, style, "─", strlen("─"));
	}
}

void surface_put_cursor(struct surface *surface, int row, int column)
{
	if (!surface_at(surface, row, column))
		return;
	surface->cursor_row = row;
	surface->cursor_column = column;
}

static void trim_line(struct strbuf *out, size_t start, char blank_byte)
{
	size_t end = out->length;

	while (end > start && out->text[end - 1] == blank_byte)
		end--;
	strbuf_truncate(out, end);
	strbuf_add_char(out, '\n');
}

void surface_dump(const struct surface *surface, bool styles, struct strbuf *out)
{
	for (int row = 0; row < surface->rows; row++) {
		const struct cell *cells = &surface->cells[row * surface->columns];
		size_t start = out->length;
		bool styled = false;

		for (int column = 0; column < surface->columns; column++) {
			strbuf_add_text(out, cells[column].text);
			styled = styled || cells[column].style != STYLE_NORMAL;
		}
		trim_line(out, start, ' ');
		if (!styles || !styled)
			continue;
		start = out->length;
		for (int column = 0; column < surface->columns; column++)
			strbuf_add_char(out, style_letters[cells[column].style]);
		trim_line(out, start, '.');
	}
	if (surface->cursor_row >= 0)
		strbuf_addf(out, "[cursor %d,%d]\n", surface->cursor_row, surface->cursor_column);
}
