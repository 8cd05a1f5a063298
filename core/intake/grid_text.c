#include "core/intake/grid_text.h"

#include <stdlib.h>
#include <string.h>

#include "core/intake/columns.h"
#include "core/intake/rows.h"
#include "core/plan/agency_name.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"

enum { WIDEST_BREAK = 2 };	/* empty lines inside a table of lines */

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

/* Where the words of a cell stand in a line, behind those of the cell before it; FROM goes behind them. */
static struct manuscript_place place_of_cell(const struct paragraph *paragraph, int index, const char *text, size_t *from)
{
	const char *found = strstr(paragraph->text + *from, text);
	size_t start = found ? (size_t)(found - paragraph->text) : *from;

	*from = found ? start + strlen(text) : *from;
	return (struct manuscript_place){ index, (int)start };
}

/* The cells of a line go on what stands above them where the row goes on. */
static void split_line(struct grid *grid, const struct paragraph *paragraph, int row, int index, char separator)
{
	const char *at = paragraph->original + strspn(paragraph->original, " ");
	struct strbuf text = STRBUF_INIT;
	struct cell_place place = { .row = row, .rows = 1, .columns = 1 };
	size_t from = 0;

	/* A frame's bar before the first cell. */
	at += *at == separator && separator == '|';
	for (;; at++, place.column++) {
		size_t length = strcspn(at, separator == '|' ? "|" : "\t");

		/* And the one behind the last. */
		if (separator == '|' && !at[length] && !at[strspn(at, " ")])
			break;
		strbuf_clear(&text);
		viet_clean(at, length, &text);
		grid_add(grid, &place, text.text, place_of_cell(paragraph, index, text.text, &from), " ");
		at += length;
		if (!*at)
			break;
	}
	strbuf_release(&text);
}

/* Lines of one width, as programs draw them: there a line without a number goes on the one above. */
static bool is_drawn(const struct reading *r, int first, int last)
{
	const struct paragraph_list *list = &r->manuscript->paragraphs;
	int width = -1;

	for (int at = first; at <= last; at++) {
		const char *line = list->items[at].original;
		int columns = viet_width(line, strlen(line));

		if (!*list->items[at].text || is_frame(line))
			continue;
		if (width >= 0 && columns != width)
			return false;
		width = columns;
	}
	return true;
}

/* The last line of a table of lines that begins at FIRST. */
static int last_line(const struct reading *r, int first, char separator)
{
	const struct paragraph_list *list = &r->manuscript->paragraphs;
	int last = first, blank = 0;

	for (int at = first + 1; at < (int)list->count && blank <= WIDEST_BREAK; at++) {
		const struct paragraph *paragraph = &list->items[at];

		if (!*paragraph->text) {
			blank++;
			continue;
		}
		if (!is_frame(paragraph->text) && separator_of(paragraph) != separator)
			break;
		last = at;
		blank = 0;
	}
	return last;
}

static bool has_first_cell(const struct paragraph *paragraph, char separator)
{
	const char *at = paragraph->original + strspn(paragraph->original, " ");

	at += *at == separator && separator == '|';
	at += strspn(at, " ");
	return *at && *at != separator;
}

bool grid_of_lines(const struct reading *r, int first, struct grid *out)
{
	const struct paragraph_list *list = &r->manuscript->paragraphs;
	char separator = separator_of(&list->items[first]);
	int row = -1, last;
	bool drawn;

	if (!separator || list->items[first].cell.table)
		return false;
	*out = (struct grid){ .first = first, .last = first, .spotted = r->hints.count > 0 };
	last = last_line(r, first, separator);
	drawn = separator == '|' && is_drawn(r, first, last);
	for (int at = first; at <= last && row < GRID_MAX_ROWS; at++) {
		const struct paragraph *paragraph = &list->items[at];

		if (!*paragraph->text || is_frame(paragraph->text))
			continue;
		if (row < 0 || !drawn || has_first_cell(paragraph, separator))
			row++;
		split_line(out, paragraph, row, at, separator);
	}
	out->last = last;
	grid_lay_out(out);
	return true;
}

/* --- columns parted by gaps ------------------------------------------------------ */

enum { GAP = 2, COLUMNS_END = 3 };	/* blanks between two columns; empty lines behind a table */

struct run {
	size_t start, end;	/* bytes of the line */
	int from, to;		/* columns of the screen */
};

static size_t blank_length(const char *at)
{
	return *at == ' ' || *at == '\t' ? 1 : strncmp(at, "\xC2\xA0", 2) ? 0 : 2;
}

/* The runs of words in a line that wide gaps part; at most GRID_MAX_COLUMNS. */
static int runs_of(const char *line, struct run *runs)
{
	int count = 0, column = 0, gap = GAP;

	for (size_t at = 0; line[at];) {
		size_t blank = blank_length(line + at), step = blank;

		if (blank) {
			gap++;
		} else {
			step = viet_letter_length(line, strlen(line), at);
			if (gap >= GAP) {
				if (count == GRID_MAX_COLUMNS)
					break;
				runs[count++] = (struct run){ .start = at, .from = column };
			}
			gap = 0;
			runs[count - 1].end = at + step;
			runs[count - 1].to = column + 1;
		}
		at += step;
		column++;
	}
	return count;
}

/* The column whose headings stand over a run: it begins nearest to it. */
static int column_over(const int *starts, int count, const struct run *run)
{
	int best = 0;

	for (int i = 1; i < count; i++)
		if (abs(starts[i] - run->from) < abs(starts[best] - run->from))
			best = i;
	return best;
}

static enum column_role role_of_run(const char *line, const struct run *run)
{
	char *text = xstrndup(line + run->start, run->end - run->start);
	enum column_role role = column_role_of(text);

	free(text);
	return role;
}

/* True when the runs of a line are headings of a table that gives work. */
static bool are_headings(const char *line, const struct run *runs, int count)
{
	unsigned roles = 0;

	for (int i = 0; i < count; i++)
		roles |= 1U << role_of_run(line, &runs[i]);
	return count >= 3 && (roles & 1U << COLUMN_CONTENT) &&
	       (roles & (1U << COLUMN_LEAD | 1U << COLUMN_COORDINATING | 1U << COLUMN_NUMBER));
}

static bool is_number_alone(const char *line, const struct run *run)
{
	char *text = xstrndup(line + run->start, run->end - run->start);
	bool is = mark_of_label(text).kind != MARK_NONE;

	free(text);
	return is;
}

/* Headings parted by gaps: what most lines have none of is looked for first. */
static bool has_gap(const char *line)
{
	line += strspn(line, " ");
	return strstr(line, "  ") || strchr(line, '\t') || strstr(line, "\xC2\xA0");
}

bool grid_of_columns(const struct reading *r, int first, struct grid *out)
{
	const struct paragraph_list *list = &r->manuscript->paragraphs;
	struct run runs[GRID_MAX_COLUMNS];
	int starts[GRID_MAX_COLUMNS], row = 0, blank = 0;
	const char *line = list->items[first].original;
	int columns = has_gap(line) ? runs_of(line, runs) : 0;

	if (list->items[first].cell.table || !are_headings(line, runs, columns))
		return false;
	*out = (struct grid){ .first = first, .last = first, .spotted = r->hints.count > 0 };
	for (int i = 0; i < columns; i++)
		starts[i] = runs[i].from;
	for (int at = first; at < (int)list->count && blank < COLUMNS_END && row < GRID_MAX_ROWS; at++) {
		int count = runs_of(line = list->items[at].original, runs);
		size_t from = 0;

		if (!count) {
			blank++;
			continue;
		}
		if (r->lines[at].tail)
			break;
		if (column_over(starts, columns, &runs[0]) == 0 && is_number_alone(line, &runs[0]))
			row++;
		blank = 0;
		for (int i = 0; i < count; i++) {
			struct cell_place place = { .row = row, .column = column_over(starts, columns, &runs[i]), .rows = 1, .columns = 1 };
			struct strbuf text = STRBUF_INIT;

			viet_clean(line + runs[i].start, runs[i].end - runs[i].start, &text);
			grid_add(out, &place, text.text, place_of_cell(&list->items[at], at, text.text, &from), " ");
			strbuf_release(&text);
		}
	}
	grid_lay_out(out);
	if (!row)
		grid_release(out);
	return row > 0;
}

/* --- a cell a line ----------------------------------------------------------------- */

enum { FEWEST_HEADINGS = 4, LONGEST_HEADING_BYTES = 80 };

struct stream {
	const struct reading *reading;
	struct grid *grid;
	enum column_role roles[GRID_MAX_COLUMNS];
	int columns;
	int row, column;	/* of the cell that was filled last */
	int numbers[MARK_DOT + 1];	/* the last of each kind of mark */
};

/*
 * "| TT | Nội dung | Chủ trì |" as cells or between bars, when no row of such follows: a page on the net
 * lost those of the rows. Returns the paragraph behind, or FIRST.
 */
static int read_row_of_headings(struct stream *s, int first, unsigned *roles)
{
	const struct paragraph_list *list = &s->reading->manuscript->paragraphs;
	const struct cell_place *cell = &list->items[first].cell;
	struct grid row = { .first = first, .last = first };
	int behind = first;

	if (cell->table) {
		for (; behind < (int)list->count && list->items[behind].cell.table == cell->table &&
		       list->items[behind].cell.row == cell->row; behind++)
			grid_add(&row, &list->items[behind].cell, list->items[behind].text, (struct manuscript_place){ behind, 0 }, " ");
	} else if (separator_of(&list->items[first]) == '|') {
		split_line(&row, &list->items[first], 0, first, '|');
		for (behind++; behind < (int)list->count && is_frame(list->items[behind].text);)
			behind++;
	}
	if (row.cell_count < 2 || behind >= (int)list->count || list->items[behind].cell.table ||
	    separator_of(&list->items[behind]) || column_role_of(row.cells[0].text) != COLUMN_NUMBER)
		behind = first;
	for (size_t i = 0; behind > first && i < row.cell_count && s->columns < GRID_MAX_COLUMNS; i++) {
		enum column_role role = column_role_of(row.cells[i].text);

		*roles |= 1U << role;
		s->roles[s->columns++] = role;
	}
	grid_release(&row);
	return behind;
}

/* The headings from FIRST on, a line each; returns the paragraph behind them, FIRST where there are none. */
static int read_headings(struct stream *s, int first)
{
	const struct paragraph_list *list = &s->reading->manuscript->paragraphs;
	enum { LONGEST_NUMBER_HEADING = 20 };
	unsigned roles = 0;
	int at = read_row_of_headings(s, first, &roles);

	if (at == first && list->items[first].cell.table)
		return first;
	if (at == first && (strlen(list->items[first].text) > LONGEST_NUMBER_HEADING ||
			    column_role_of(list->items[first].text) != COLUMN_NUMBER))
		return first;
	for (; at < (int)list->count && s->columns < GRID_MAX_COLUMNS; at++) {
		const char *text = list->items[at].text;
		enum column_role role;

		if (!*text)
			continue;
		role = column_role_of(text);
		if (strlen(text) > LONGEST_HEADING_BYTES || mark_of_label(text).kind != MARK_NONE ||
		    (role == COLUMN_OTHER && s->columns < 2))
			break;
		roles |= 1U << role;
		s->roles[s->columns++] = role;
	}
	return s->columns >= FEWEST_HEADINGS && (roles & 1U << COLUMN_CONTENT) && (roles & 1U << COLUMN_LEAD) ? at : first;
}

/* A number that goes on from the last one of its kind, or begins anew. */
static bool begins_row(struct stream *s, const char *text)
{
	struct mark mark = mark_of_label(text);

	if (mark.kind == MARK_NONE || mark.kind >= MARK_DASH ||
	    (mark.number != 1 && mark.number != s->numbers[mark.kind] + 1 &&
	     !(mark.kind == MARK_POINT && mark.number > s->numbers[mark.kind])))
		return false;
	s->numbers[mark.kind] = mark.number;
	return true;
}

static int next_column(const struct stream *s, enum column_role a, enum column_role b)
{
	for (int column = s->column + 1; column < s->columns; column++)
		if (s->roles[column] == a || s->roles[column] == b)
			return column;
	return -1;
}

/* A few words with a capital: of a body that no shape is known for. */
static bool is_name(const char *text)
{
	enum { LONGEST_NAME = 8 };
	struct words w = WORDS_INIT;
	bool is;

	words_split(text, strlen(text), &w);
	is = w.count && w.count <= LONGEST_NAME && w.items[0].capital;
	words_release(&w);
	return is;
}

/* The column of a line behind the one that was filled last: by what it says. */
static int column_for(const struct stream *s, const char *text, int year)
{
	struct agency_mention_list found = { 0 };
	struct deadline deadline = { 0 };
	bool bodies = agency_list_parse(text, &found) && found.count;
	bool time = !bodies && deadline_parse(text, year, &deadline);
	int column;

	if (s->roles[s->column] == COLUMN_NUMBER)	/* something is to be done in every row */
		time = bodies = false;

	agency_mention_list_release(&found);
	deadline_release(&deadline);
	if (bodies)
		column = next_column(s, COLUMN_LEAD, COLUMN_COORDINATING);
	else if (time)
		column = next_column(s, COLUMN_TIME, COLUMN_TIME);
	else if (s->roles[s->column] == COLUMN_CONTENT || s->roles[s->column] == COLUMN_NUMBER)
		column = next_column(s, COLUMN_CONTENT, COLUMN_CONTENT);
	else if (s->roles[s->column] == COLUMN_LEAD && is_name(text))
		column = next_column(s, COLUMN_COORDINATING, COLUMN_COORDINATING);
	else
		column = next_column(s, COLUMN_PRODUCT, COLUMN_OTHER);
	return column < 0 ? s->column : column;
}

/* The lines of one row, from its number on; returns the paragraph behind. */
static int read_row(struct stream *s, int first, int year)
{
	const struct paragraph_list *list = &s->reading->manuscript->paragraphs;
	int end = first + 1, said = 0, at;

	while (end < (int)list->count && !s->reading->lines[end].tail && !begins_row(s, list->items[end].text))
		said += *list->items[end++].text != '\0';
	s->column = 0;
	for (at = first; at < end; at++) {
		const char *text = list->items[at].text;
		struct cell_place place = { .row = s->row, .rows = 1, .columns = 1 };

		if (!*text)
			continue;
		if (at > first)		/* a line a column where the counts agree */
			s->column = said == s->columns - 1 ? s->column + 1 : column_for(s, text, year);
		place.column = s->column;
		grid_add(s->grid, &place, text, (struct manuscript_place){ at, 0 }, " ");
	}
	s->row++;
	return end;
}

bool grid_of_stream(const struct reading *r, int first, struct grid *out)
{
	const struct paragraph_list *list = &r->manuscript->paragraphs;
	struct stream s = { .reading = r, .grid = out };
	int at = read_headings(&s, first);

	if (at == first)
		return false;
	*out = (struct grid){ .first = first, .last = first, .spotted = r->hints.count > 0 };
	for (int i = first, column = 0; i < at; i++) {
		struct cell_place place = { .row = 0, .column = column, .rows = 1, .columns = 1 };

		if (is_frame(list->items[i].text))
			continue;
		if (separator_of(&list->items[i]) == '|') {
			split_line(out, &list->items[i], 0, i, '|');
			column = (int)out->cell_count;
		} else if (*list->items[i].text && column++ < s.columns)
			grid_add(out, &place, list->items[i].text, (struct manuscript_place){ i, 0 }, " ");
	}
	s.row = 1;
	while (at < (int)list->count && s.row < GRID_MAX_ROWS && (s.row > 1 || begins_row(&s, list->items[at].text))) {
		if (r->lines[at].tail)
			break;
		at = read_row(&s, at, r->draft->plan.year);
	}
	grid_lay_out(out);
	if (s.row == 1)
		grid_release(out);
	return s.row > 1;
}
