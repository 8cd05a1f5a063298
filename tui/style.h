/*
 * style.h: roles -> looks, for 256, 8 or no colours. The only place that knows
 * a colour. A look never carries meaning of its own: state is also a sign or a word.
 */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

#include <stdbool.h>

#include "tui/surface.h"

enum { COLOUR_OWN = -1 };	/* the terminal's own ink; the ground always is */

struct look {
	short colour;
	bool bold, reverse, underline;
};

/* COLOURS is how many the terminal has; below 8 only attributes are used. */
struct look style_look(enum role_style style, int colours);

#endif
