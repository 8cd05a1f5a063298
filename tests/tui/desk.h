/*
 * desk.h: the whole workbench at a desk of its own: a database in memory with a
 * small plan, a clock that stands still, keys as a script, screens as text.
 */
#ifndef TESTS_TUI_DESK_H
#define TESTS_TUI_DESK_H

#include "core/workbench/importer.h"
#include "tui/app.h"

/* Reads texts that a test has put there under their names. */
struct desk_importer {
	struct importer importer;	/* first */
	const char *name, *text;
};

struct desk {
	struct desk_importer importer;
	struct store *store;
	struct workbench wb;
	struct app app;
	struct surface surface;
	row_id plan;
	row_id sections[6];	/* I, I.1, I.2, II, II.1, III */
};

/* Sat down at on 20/8/2013, a plan open. EMPTY: no plan at all. */
void desk_open(struct desk *desk, int columns, int rows);
/* The same in a new file. */
void desk_open_on(struct desk *desk, const char *database, int columns, int rows);
void desk_open_empty(struct desk *desk, int columns, int rows);
void desk_close(struct desk *desk);
/* The program ends, as it does when the line drops, and the same person opens it again. */
void desk_come_back(struct desk *desk);

/*
 * Press KEYS: names of keys ("Down", "Ctrl-R", "F7"), else text that is typed as it
 * stands, '_' for a blank; `rest` lets the keys be quiet. Each is drawn.
 */
void desk_keys(struct desk *desk, const char *keys);
/* As the terminal pastes it: all at once. */
void desk_paste(struct desk *desk, const char *text);
void desk_resize(struct desk *desk, int columns, int rows);

/* The screen as it is; caller frees. */
char *desk_screen(struct desk *desk, bool styles);

/* Fails, and shows the screen, unless TEXT is (is not) on it. */
void desk_expect(struct desk *desk, const char *text);
void desk_expect_not(struct desk *desk, const char *text);

/* Compare with tests/golden/NAME.txt; KEHOACH_GOLDEN=update writes it anew. */
void desk_expect_golden(struct desk *desk, const char *name);

/* A store that answers every write with STATUS, from now on (OK: no more). */
void desk_break_writes(struct desk *desk, enum status status, const char *sentence);

#endif
