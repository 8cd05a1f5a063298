/*
 * mend.h: what curses composed -> what is sent.
 *
 * Curses follows the terminfo entry and cannot be told otherwise. Two things are
 * mended: sequences that change nothing are left out (a third of what moving
 * the cursor costs), and what some emulators do not know although their entry
 * says so is said in older words. Pure: bytes to bytes.
 */
#ifndef TUI_MEND_H
#define TUI_MEND_H

#include "core/base/memory.h"

/*
 * Append the LENGTH BYTES of one answer to OUT. Holds for output that never enters
 * the line-drawing letters, and that scrolls with the cursor at the edge of the
 * region, as curses does.
 */
void mend_output(const char *bytes, size_t length, struct strbuf *out);

#endif
