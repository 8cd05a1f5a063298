/*
 * pty.h: a program on a pseudo-terminal, with a terminal emulator at the other end.
 *
 * What a person does at a terminal, for tests and for measuring: start the
 * program, type, read the screen, resize the window, drop the line. Nothing
 * here sleeps: a wait ends when what is waited for is there, or at a deadline.
 * May not know: kehoach.
 */
#ifndef TESTS_PTY_PTY_H
#define TESTS_PTY_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct pty;

struct pty_exit {
	int code;		/* exit status; -1 when a signal ended it */
	int signal;		/* that signal; 0 for none */
	double cpu_ms;		/* all it ever used, user and system */
};

/*
 * Run ARGV in a session of its own on a new terminal of ROWS × COLUMNS. ENV is
 * all of its environment: "NAME=value", NULL at the end. A program that cannot
 * be run shows as exit status 127. The caller ends with pty_free().
 */
struct pty *pty_start(int rows, int columns, const char *const *env, const char *const *argv);

/* Kills the program if it is still there. NULL is nothing. */
void pty_free(struct pty *pty);

pid_t pty_pid(const struct pty *pty);
int pty_line(const struct pty *pty);	/* its end of the terminal, to poll(2) several at once; -1 after a hang-up */

/* --- what a person does ------------------------------------------------- */

/* Type BYTES, all at once. False: there is nobody to read them any more. */
bool pty_send(struct pty *pty, const char *bytes);
bool pty_send_bytes(struct pty *pty, const char *bytes, size_t length);
void pty_resize(struct pty *pty, int rows, int columns);
void pty_hang_up(struct pty *pty);	/* the line is dropped: the program gets SIGHUP and end of file */

/* --- what a person sees ------------------------------------------------- */

/* The rows of the screen, each ended by "\n", blanks at their ends left out. Valid until the next call on PTY. */
const char *pty_screen(struct pty *pty);
/* One row of it, counted from 0, without the "\n"; "" outside. Valid likewise. */
const char *pty_row(struct pty *pty, int row);
void pty_cursor(const struct pty *pty, int *row, int *column, bool *visible);

/*
 * Read what comes until TEXT stands on the screen (or no longer does), at most
 * PTY_DEADLINE seconds. False: the deadline passed, or the program ended first.
 */
enum { PTY_DEADLINE = 10 };
bool pty_wait_text(struct pty *pty, const char *text);
bool pty_wait_no_text(struct pty *pty, const char *text);
/* The same for any CONDITION on the screen. */
bool pty_wait(struct pty *pty, bool (*condition)(struct pty *pty, const void *data), const void *data,
	      double seconds);

/* Read to the end of the program. False: it is still there after SECONDS. */
bool pty_wait_exit(struct pty *pty, double seconds, struct pty_exit *how);

bool pty_is_raw(const struct pty *pty);	/* keys reach the program one by one, without an echo */

/* --- what it took ------------------------------------------------------- */

double pty_now(void);	/* seconds of the monotonic clock, as all times here */

/* Read what has come, waiting at most SECONDS for the first of it; true when something came. */
bool pty_read(struct pty *pty, double seconds);
bool pty_ended(const struct pty *pty);	/* its side of the terminal is closed */

struct pty_traffic {
	size_t bytes;		/* that the program wrote */
	size_t reads;		/* pieces they came in */
	size_t queries;		/* times it asked the terminal something */
	double first, last;	/* when the first and the last piece came */
};
/* Since the start, or since the traffic was last counted with RESET. */
struct pty_traffic pty_traffic(struct pty *pty, bool reset);

double pty_started(const struct pty *pty);	/* when exec was called */
size_t pty_unread(const struct pty *pty);	/* bytes typed that the program has not taken yet */

#endif
