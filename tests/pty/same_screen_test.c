/*
 * What the workbench draws is what the terminal shows: the same keys at a desk
 * (tests/tui) and on a pseudo-terminal, the screens compared after each.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/db.h"
#include "tests/pty/pty.h"
#include "tests/tui/desk.h"

static char folder[64], *database;
static struct desk desk;
static struct pty *pty;

static void start(int columns, int rows, const char *term)
{
	struct error err = ERROR_INIT;
	char *term_variable = xasprintf("TERM=%s", term), *zone = xasprintf("TZ=%s", getenv("TZ")), *own;
	const char *const env[] = { "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "KEHOACH_USER=lan",
				    "KEHOACH_NOW=2013-08-20T03:00:00Z", zone, term_variable, NULL };
	const char *argv[] = { KEHOACH, "--db", NULL, NULL };

	snprintf(folder, sizeof folder, "/tmp/kehoach-pty-XXXXXX");
	cr_assert(mkdtemp(folder));
	database = xasprintf("%s/plan.db", folder);
	argv[2] = database;
	own = xasprintf("%s/desk.db", folder);
	desk_open_on(&desk, own, columns, rows);
	cr_assert_eq(db_backup(desk.store, database, &err), OK, "%s", error_text(&err));
	pty = pty_start(rows, columns, env, argv);
	free(term_variable);
	free(zone);
	free(own);
	error_release(&err);
}

static void end(void)
{
	char *remove = xasprintf("rm -rf '%s'", folder);

	pty_free(pty);
	desk_close(&desk);
	if (system(remove))
		cr_log_warn("%s is left", folder);
	free(remove);
	free(database);
}

/* TEXT is a dump of the desk: the rows, then perhaps "[cursor ROW,COLUMN]". */
static bool looks_like(struct pty *terminal, const void *text)
{
	const char *cursor = strstr(text, "[cursor "), *screen = pty_screen(terminal);
	size_t length = cursor ? (size_t)(cursor - (const char *)text) : strlen(text);
	int row, column, wanted_row = 0, wanted_column = 0;
	bool visible;

	pty_cursor(terminal, &row, &column, &visible);
	if (cursor && sscanf(cursor, "[cursor %d,%d]", &wanted_row, &wanted_column) == 2 &&
	    (!visible || row != wanted_row || column != wanted_column))
		return false;
	return strlen(screen) == length && !memcmp(screen, text, length);
}

static void same(const char *after)
{
	char *wanted = desk_screen(&desk, false);

	cr_assert(pty_wait(pty, looks_like, wanted, PTY_DEADLINE), "after «%s» the desk shows\n%s\nthe terminal\n%s",
		  after, wanted, pty_screen(pty));
	free(wanted);
}

/* The names that desk_keys() knows, and what a terminal sends for them. */
static const struct {
	const char *name, *bytes;
} keys[] = {
	{ "Down", "\033OB" }, { "Up", "\033OA" }, { "PgDn", "\033[6~" }, { "Home", "\033OH" }, { "End", "\033OF" },
	{ "Left", "\033OD" }, { "Right", "\033OC" }, { "Enter", "\r" }, { "Esc", "\033" }, { "Tab", "\t" },
	{ "Space", " " }, { "F1", "\033OP" }, { "Ctrl-U", "\025" },
};

static void press(const char *name)
{
	char *desk_keys_and_rest = xasprintf("%s rest", name);

	desk_keys(&desk, desk_keys_and_rest);
	free(desk_keys_and_rest);
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (!strcmp(name, keys[i].name)) {
			cr_assert(pty_send(pty, keys[i].bytes));
			return;
		}
	}
	for (; *name; name++)
		cr_assert(pty_send_bytes(pty, *name == '_' ? " " : name, 1));
}

static void press_all(const char *script)
{
	char *copy = xstrdup(script), *rest = copy, *word;

	same("the start");
	while ((word = strsep(&rest, " "))) {
		press(word);
		same(word);
	}
	free(copy);
}

static void session(int columns, int rows, const char *term)
{
	start(columns, rows, term);
	press_all("Down Down Down Down Up Space Space End Home Left Right "
		  "a so_t Esc d Ctrl-U tháng_9 Enter u "
		  "/ luu_tru Down Enter f tt:overdue Enter Esc "
		  "Down Enter Down Space Esc ? PgDn Esc 8 Down 9 1 : phoi Esc v v Space");
	end();
}

Test(same_screen, at_80x24)
{
	session(80, 24, "xterm-256color");
}

Test(same_screen, at_120x40)
{
	session(120, 40, "xterm-256color");
}

Test(same_screen, at_40x10)
{
	session(40, 10, "xterm");
}

Test(same_screen, at_200x60_in_no_colour)
{
	session(200, 60, "vt220");
}
