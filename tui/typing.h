/*
 * typing.h: how the person at the keys types Vietnamese: the input method of all
 * fields, its sign at the bottom of the screen, and that it is remembered.
 *
 * What cannot be remembered just now (others write, the disk is full) still
 * holds until the program ends: nobody is told, and it is tried again.
 */
#ifndef TUI_TYPING_H
#define TUI_TYPING_H

#include "tui/app.h"

/* As it was left the last time. */
void typing_restore(struct app *app);

/* From now on; kept once the keys are quiet: the answer to a key does not wait for a disk. */
void typing_choose(struct app *app, enum viet_method method, enum viet_tone_style style);

/* Remember what was changed since; nothing when nothing was. */
void typing_keep(struct app *app);

/* The input method at work, in a word or two; NULL: none. */
const char *typing_sign(const struct app *app);

#endif
