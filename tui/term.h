/*
 * term.h: the terminal itself. The only module that knows curses.
 *
 * Curses composes the output (it finds the difference to what is shown and the
 * cheapest way there) but never sees the terminal: it writes to a file in
 * memory, and each answer then goes out in one write(). Terminal modes and
 * reading are done here; what the bytes read mean is tui/key's business.
 * There is one terminal, opened at most once at a time. BUG() puts it back.
 */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/error.h"
#include "tui/surface.h"

struct terminal;

/*
 * Take the terminal of standard input and output: raw mode, alternate screen.
 * COLOURS false: none, though the terminal has some. ASCII: letters without marks, signs as what looks alike (also where the system knows
 * no UTF-8). STATUS_INVALID, and nothing was sent, when there is no
 * terminal, or $TERM is unknown or too poor.
 */
enum status term_open(bool ascii, bool colours, struct terminal **term, struct error *err);

/* Put the terminal back as it was. After a hang-up nothing is sent any more. */
void term_close(struct terminal *term);

int term_input(const struct terminal *term);	/* for poll() */

/* Read what is waiting; *LENGTH 0: nothing after all. False: the terminal is gone. */
bool term_read(struct terminal *term, char *bytes, size_t size, size_t *length);

void term_size(const struct terminal *term, int *rows, int *columns);

/* Show SURFACE. False: the terminal is gone. */
bool term_put(struct terminal *term, const struct surface *surface);

void term_repaint(struct terminal *term);	/* the next term_put() sends everything */

void term_hang_up(struct terminal *term);	/* it is gone: nothing more is sent or read */

/* Stop this process as a shell job does, with the terminal put back meanwhile. */
void term_suspend(struct terminal *term);

#endif
