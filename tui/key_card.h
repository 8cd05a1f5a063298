/*
 * key_card.h: all keys on one page, to lie beside the keyboard: made from the table of actions as the help is.
 */
#ifndef TUI_KEY_CARD_H
#define TUI_KEY_CARD_H

#include "core/base/memory.h"

/* Appends lines of up to COLUMNS, in two columns where there is room for them; translated. */
void key_card(int columns, struct strbuf *out);

#endif
