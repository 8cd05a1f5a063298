/*
 * loop.h: connects the app to a terminal: keys, signals, time.
 *
 * Keys that wait are handled before anything is drawn. An idle screen sends
 * nothing; every two seconds the store is asked whether somebody else wrote.
 * The only module that blocks.
 */
#ifndef TUI_LOOP_H
#define TUI_LOOP_H

#include "tui/app.h"
#include "tui/term.h"

/* Until the person leaves, the terminal is gone, or a signal ends the program. */
void loop_run(struct app *app, struct terminal *term);

#endif
