/*
 * Tables that came as text: a row a line with bars or tabs between its cells, or a
 * cell a line with a bar on the line between. They are not read as tasks: a cell
 * torn from its row says nothing.
 */
#include "core/intake/internal.h"

#include <string.h>

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
