#include "tui/style.h"

enum { RED = 1, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

static const struct look plain_looks[STYLE_COUNT] = {
	[STYLE_NORMAL] = { -1, -1 },
	[STYLE_DIM] = { -1, -1 },
	[STYLE_STRONG] = { -1, -1, .bold = true },
	[STYLE_TITLE] = { -1, -1, .bold = true },
	[STYLE_HINT] = { -1, -1 },
	[STYLE_CURSOR] = { -1, -1, .reverse = true },
	[STYLE_PICKED] = { -1, -1, .underline = true },
	[STYLE_OVERDUE] = { -1, -1, .bold = true },
	[STYLE_SOON] = { -1, -1 },
	[STYLE_DONE] = { -1, -1 },
	[STYLE_INPUT] = { -1, -1, .underline = true },
	[STYLE_MATCH] = { -1, -1, .underline = true },
	[STYLE_ERROR] = { -1, -1, .bold = true },
};

/* The terminal's own colours, which its user can read; they are also the shortest to send. */
static const struct look eight_looks[STYLE_COUNT] = {
	[STYLE_NORMAL] = { -1, -1 },
	[STYLE_DIM] = { -1, -1 },
	[STYLE_STRONG] = { -1, -1, .bold = true },
	[STYLE_TITLE] = { CYAN, -1, .bold = true },
	[STYLE_HINT] = { CYAN, -1 },
	[STYLE_CURSOR] = { -1, -1, .reverse = true },
	[STYLE_PICKED] = { MAGENTA, -1 },
	[STYLE_OVERDUE] = { RED, -1 },
	[STYLE_SOON] = { YELLOW, -1 },
	[STYLE_DONE] = { GREEN, -1 },
	[STYLE_INPUT] = { -1, -1, .underline = true },
	[STYLE_MATCH] = { YELLOW, -1, .bold = true },
	[STYLE_ERROR] = { RED, -1, .bold = true },
};

/* The dim grey is what 256 colours add: it is read on a black and on a white ground. */
static const struct look dim_look = { 244, -1 };

struct look style_look(enum role_style style, int colours)
{
	if (colours >= 256 && style == STYLE_DIM)
		return dim_look;
	if (colours >= 8)
		return eight_looks[style];
	return plain_looks[style];
}
