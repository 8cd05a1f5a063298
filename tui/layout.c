#include "tui/layout.h"

enum {
	FIRST_COLUMN = 2,
	PATH_COLUMN = 3,
	GAP = 1,
};

/* A column of WIDTH at the right end of what is left. */
static struct span take_right(int *end, int width)
{
	struct span span = { *end - width, width };

	if (width == 0)
		return (struct span){ 0, 0 };
	*end = span.column - GAP;
	return span;
}

struct task_columns layout_task_columns(int columns)
{
	struct task_columns at = { .sign = { 1, 1 }, .pick = { 2, 1 } };
	int end = columns - 1;
	bool wide = columns >= 110;

	at.path = (struct span){ PATH_COLUMN, wide ? 9 : columns >= 70 ? 7 : 6 };
	at.state = take_right(&end, columns >= 60 ? 13 : 11);
	at.due = take_right(&end, wide ? 12 : columns >= 60 ? 8 : 0);
	at.lead = take_right(&end, columns >= 150 ? 28 : wide ? 20 : columns >= 70 ? 10 : 0);
	at.product = take_right(&end, columns >= 150 ? 28 : 0);
	at.title.column = at.path.column + at.path.width + GAP;
	at.title.width = end - at.title.column;
	return at;
}

struct agency_columns layout_agency_columns(int columns)
{
	bool wide = columns >= 110;
	struct agency_columns at = { .code = { FIRST_COLUMN, wide ? 12 : 8 } };
	int end = columns - 1;

	at.count = take_right(&end, columns >= 60 ? 11 : 0);
	at.wording = take_right(&end, columns >= 70 ? 8 : 0);
	at.kind = take_right(&end, columns >= 70 ? 14 : 0);
	at.aliases = take_right(&end, wide ? columns / 4 : 0);
	at.name.column = at.code.column + at.code.width + GAP;
	at.name.width = end - at.name.column;
	return at;
}

struct document_columns layout_document_columns(int columns)
{
	bool wide = columns >= 110, narrow = columns < 70;
	struct document_columns at = { .number = { FIRST_COLUMN, wide ? 22 : 14 } };
	int end = columns - 1;

	at.places = take_right(&end, wide ? 24 : narrow ? 0 : 12);
	at.date = (struct span){ at.number.column + at.number.width + GAP, 10 };
	at.relation = (struct span){ at.date.column + at.date.width + GAP, narrow ? end - 28 : 16 };
	at.issuer.column = at.relation.column + at.relation.width + GAP;
	if (wide) {
		at.kind = (struct span){ at.issuer.column, 14 };
		at.issuer.column += at.kind.width + GAP;
	}
	at.issuer.width = narrow ? 0 : end - at.issuer.column;
	return at;
}

struct source_columns layout_source_columns(int columns)
{
	struct source_columns at = { .number = { 1, 5 }, .sign = { 7, 1 }, .text = { 9, 0 } };
	int end = columns - 1;

	at.why = take_right(&end, columns >= 70 ? 22 : 0);
	at.text.width = end - at.text.column;
	return at;
}

static int detail_rows(int rows, bool large)
{
	if (large)
		return rows * 2 / 3;
	if (rows < 13)
		return 0;
	if (rows < 19)
		return 3;
	if (rows < 30)
		return 5;
	return rows < 45 ? 8 : 10;
}

static struct list_panes panes_of(struct rect rect, int detail)
{
	struct list_panes panes = { .title = rect.row, .heads = rect.row + 1, .rule = -1 };
	int list = rect.rows - 2 - (detail ? detail + 1 : 0);

	panes.list = (struct rect){ rect.row + 2, rect.column, list, rect.columns };
	if (detail) {
		panes.rule = panes.list.row + list;
		panes.detail = (struct rect){ panes.rule + 1, rect.column, detail, rect.columns };
	}
	return panes;
}

struct list_panes layout_list_panes(struct rect rect, enum detail_size size)
{
	return panes_of(rect, size == DETAIL_NONE ? 0 : detail_rows(rect.rows, size == DETAIL_LARGE));
}

/* A small screen is narrow as well: the same words take more lines there. */
static int pair_detail_rows(int rows)
{
	enum { MOST = 11 };
	int wanted = rows < 20 ? rows / 2 : rows * 2 / 5;

	return rows < 13 ? 0 : wanted < MOST ? wanted : MOST;
}

struct list_panes layout_pair_panes(struct rect rect, bool large_detail)
{
	int detail = large_detail ? detail_rows(rect.rows, true) : pair_detail_rows(rect.rows);

	if (detail)
		detail += (rect.rows - 3 - detail) % 2;
	return panes_of(rect, detail);
}
