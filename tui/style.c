#include "tui/style.h"

/* As terminals number them. Their own colours are those their user can read, and the shortest to send. */
enum { RED = 1, GREEN, YELLOW, BLUE, MAGENTA, CYAN };

enum { GREY = 244 };	/* of 256: read on a black and on a white ground */

static const struct look looks[STYLE_COUNT] = {
	[STYLE_NORMAL] = { .colour = COLOUR_OWN },
	[STYLE_DIM] = { .colour = COLOUR_OWN },
	[STYLE_STRONG] = { .colour = COLOUR_OWN, .bold = true },
	[STYLE_TITLE] = { .colour = CYAN, .bold = true },
	[STYLE_HINT] = { .colour = CYAN },
	[STYLE_CURSOR] = { .colour = COLOUR_OWN, .reverse = true },
	[STYLE_PICKED] = { .colour = MAGENTA },
	[STYLE_OVERDUE] = { .colour = RED },
	[STYLE_SOON] = { .colour = YELLOW },
	[STYLE_DONE] = { .colour = GREEN },
	[STYLE_INPUT] = { .colour = COLOUR_OWN, .underline = true },
	[STYLE_MATCH] = { .colour = YELLOW, .bold = true },
	[STYLE_ERROR] = { .colour = RED, .bold = true },
};

/* Where there are no colours. */
static const struct look plain_looks[STYLE_COUNT] = {
	[STYLE_NORMAL] = { .colour = COLOUR_OWN },
	[STYLE_DIM] = { .colour = COLOUR_OWN },
	[STYLE_STRONG] = { .colour = COLOUR_OWN, .bold = true },
	[STYLE_TITLE] = { .colour = COLOUR_OWN, .bold = true },
	[STYLE_HINT] = { .colour = COLOUR_OWN },
	[STYLE_CURSOR] = { .colour = COLOUR_OWN, .reverse = true },
	[STYLE_PICKED] = { .colour = COLOUR_OWN, .underline = true },
	[STYLE_OVERDUE] = { .colour = COLOUR_OWN, .bold = true },
	[STYLE_SOON] = { .colour = COLOUR_OWN },
	[STYLE_DONE] = { .colour = COLOUR_OWN },
	[STYLE_INPUT] = { .colour = COLOUR_OWN, .underline = true },
	[STYLE_MATCH] = { .colour = COLOUR_OWN, .underline = true },
	[STYLE_ERROR] = { .colour = COLOUR_OWN, .bold = true },
};

struct look style_look(enum role_style style, int colours)
{
	struct look look = colours >= 8 ? looks[style] : plain_looks[style];

	if (colours >= 256 && style == STYLE_DIM)
		look.colour = GREY;
	return look;
}
