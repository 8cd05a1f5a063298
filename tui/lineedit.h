/*
 * lineedit.h: one line of text being typed.
 *
 * Works by letters (grapheme clusters), never by bytes. Letters and backspaces go
 * through the input method of the program; whatever else changes the line or
 * moves its cursor ends the word that is being typed. Takes what the input
 * method of the clerk's own PC sends: a backspace removes a whole letter, a mark
 * typed behind a letter joins it (NFC). Holds no place on the screen and knows no view.
 */
#ifndef TUI_LINEEDIT_H
#define TUI_LINEEDIT_H

#include "core/viet/input.h"
#include "tui/key.h"
#include "tui/surface.h"

struct lineedit_step {
	char *text;
	size_t cursor;
};

struct lineedit {
	struct strbuf text;
	size_t cursor;		/* offset in bytes, always between letters */
	size_t max;		/* letters that fit */
	char *killed;		/* what Ctrl-Y brings back */
	struct lineedit_step *steps;	/* for Ctrl-Z, the last one at the end */
	size_t step_count, step_cap;
	int last_edit;		/* edits of one kind in a row are one step */
	bool selected;		/* what is typed next takes the place of the whole text */
};

enum lineedit_result {
	LINEEDIT_NOT_TAKEN,
	LINEEDIT_TAKEN,		/* the text is as it was */
	LINEEDIT_CHANGED,
};

/* The cursor stands behind TEXT (NULL: empty). */
void lineedit_init(struct lineedit *line, const char *text, size_t max);
void lineedit_release(struct lineedit *line);

/* Until the first key, the whole text counts as selected, as office programs have it. */
void lineedit_select(struct lineedit *line);

/* TEXT takes the place of all, the cursor behind it; Ctrl-Z brings back what was there. */
void lineedit_replace(struct lineedit *line, const char *text);

/* INPUT is the one of all lines; it ends its word (viet_input_end) when another line gets the keys. */
enum lineedit_result lineedit_key(struct lineedit *line, struct viet_input *input, const struct key *key);

/*
 * The text is taken as it is: a last word that is no Vietnamese goes back to its
 * keys. True when that changed the text. Not for lines that narrow what is shown
 * while they are typed: there one takes what one sees.
 */
bool lineedit_finish(struct lineedit *line, struct viet_input *input);

/* Shows the part around the cursor, and puts the terminal's cursor there. */
void lineedit_draw(const struct lineedit *line, struct surface *surface, int row, int column, int columns);

#endif
