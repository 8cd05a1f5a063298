/*
 * columns.h: what the columns of a table are, by the words above them.
 *
 * Columns stand in any order and under many names; headings may take two rows
 * ("Cơ quan thực hiện" over "Chủ trì" and "Phối hợp", "Thời gian" over "Bắt đầu" and
 * "Hoàn thành"), and a row "(1) (2) (3)" may follow.
 */
#ifndef INTAKE_COLUMNS_H
#define INTAKE_COLUMNS_H

#include "core/intake/grid.h"

enum column_role {
	COLUMN_OTHER,
	COLUMN_NUMBER,		/* STT */
	COLUMN_GROUP,		/* Nhóm nhiệm vụ */
	COLUMN_CONTENT,		/* Nội dung công việc */
	COLUMN_LEAD,		/* Cơ quan chủ trì; may name who coordinates, too */
	COLUMN_COORDINATING,
	COLUMN_TIME,		/* a last day, or any words for when */
	COLUMN_START,		/* "Bắt đầu" beside a COLUMN_TIME */
	COLUMN_PERIOD,		/* "Quý I": marked for the rows that are due then; there may be several */
	COLUMN_PRODUCT,
	COLUMN_ROLE_COUNT,
};

/* What a heading says of its column. */
enum column_role column_role_of(const char *heading);

struct columns {
	enum column_role roles[GRID_MAX_COLUMNS];
	char *names[GRID_MAX_COLUMNS];		/* the heading's words; NULL: none */
	int first_row;				/* of the headings */
	int data_row;				/* behind them */
};

/* Find the headings of a table that gives work to somebody. False when it has none such. */
bool columns_find(const struct grid *grid, struct columns *out);
/* The columns of a table that goes on in GRID without its headings; false when it is another table. */
bool columns_continue(const struct columns *before, int width, const struct grid *grid, struct columns *out);
void columns_release(struct columns *columns);

/* True for a row that repeats the headings, or counts the columns. */
bool columns_repeat(const struct columns *columns, const struct grid *grid, int row);

#endif
