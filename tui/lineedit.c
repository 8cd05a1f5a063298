#include "tui/lineedit.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"

enum { UNDO_STEPS = 100 };

enum edit { EDIT_NONE, EDIT_TYPE, EDIT_ERASE, EDIT_CUT };

void lineedit_init(struct lineedit *line, const char *text, size_t max)
{
	*line = (struct lineedit){ .text = STRBUF_INIT, .max = max };
	if (text)
		viet_nfc(text, strlen(text), &line->text);
	line->cursor = line->text.length;
}

void lineedit_release(struct lineedit *line)
{
	for (size_t i = 0; i < line->step_count; i++)
		free(line->steps[i].text);
	free(line->steps);
	free(line->killed);
	strbuf_release(&line->text);
}

/* --- places ------------------------------------------------------------- */

static size_t letter_before(const struct lineedit *line, size_t at)
{
	return viet_letter_before(line->text.text, line->text.length, at);
}

static size_t letter_after(const struct lineedit *line, size_t at)
{
	return at + viet_letter_length(line->text.text, line->text.length, at);
}

static bool is_blank(const struct lineedit *line, size_t at)
{
	return line->text.text[at] == ' ';
}

static size_t word_before(const struct lineedit *line, size_t at)
{
	while (at > 0 && is_blank(line, letter_before(line, at)))
		at = letter_before(line, at);
	while (at > 0 && !is_blank(line, letter_before(line, at)))
		at = letter_before(line, at);
	return at;
}

static size_t word_after(const struct lineedit *line, size_t at)
{
	while (at < line->text.length && !is_blank(line, at))
		at = letter_after(line, at);
	while (at < line->text.length && is_blank(line, at))
		at = letter_after(line, at);
	return at;
}

static size_t count_letters(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t at = 0; at < length; at += viet_letter_length(text, length, at))
		count++;
	return count;
}

/* --- undo --------------------------------------------------------------- */

static void remember(struct lineedit *line, enum edit edit)
{
	bool same = line->last_edit == (int)edit && edit != EDIT_CUT;

	line->last_edit = (int)edit;
	if (same)
		return;
	if (line->step_count == UNDO_STEPS) {
		free(line->steps[0].text);
		memmove(line->steps, line->steps + 1, --line->step_count * sizeof *line->steps);
	}
	GROW(line->steps, line->step_count + 1, line->step_cap);
	line->steps[line->step_count++] = (struct lineedit_step){ xstrdup(line->text.text), line->cursor };
}

static enum lineedit_result undo(struct lineedit *line)
{
	struct lineedit_step step;

	line->last_edit = EDIT_NONE;
	if (!line->step_count)
		return LINEEDIT_TAKEN;
	step = line->steps[--line->step_count];
	strbuf_clear(&line->text);
	strbuf_add_text(&line->text, step.text);
	line->cursor = step.cursor;
	free(step.text);
	return LINEEDIT_CHANGED;
}

/* --- edits -------------------------------------------------------------- */

/* What came and the letter before it may be one letter now: a mark joins its vowel. */
static void compose(struct lineedit *line, size_t from)
{
	struct strbuf composed = STRBUF_INIT;
	size_t start = letter_before(line, from);

	viet_nfc(line->text.text + start, line->cursor - start, &composed);
	strbuf_splice(&line->text, start, line->cursor - start, composed.text, composed.length);
	line->cursor = start + composed.length;
	strbuf_release(&composed);
}

static void insert(struct lineedit *line, const char *text, size_t length)
{
	size_t from = line->cursor;

	strbuf_splice(&line->text, from, 0, text, length);
	line->cursor += length;
	compose(line, from);
}

static enum lineedit_result type(struct lineedit *line, const char *text)
{
	size_t length = strlen(text), fits = 0;
	size_t room = line->max - count_letters(line->text.text, line->text.length);

	for (size_t i = 0; i < room && fits < length; i++)
		fits += viet_letter_length(text, length, fits);
	if (!fits)
		return LINEEDIT_TAKEN;
	remember(line, EDIT_TYPE);
	insert(line, text, fits);
	if (text[0] == ' ')
		line->last_edit = EDIT_NONE;	/* undo goes word by word */
	return LINEEDIT_CHANGED;
}

static enum lineedit_result paste(struct lineedit *line, const char *text)
{
	struct strbuf clean = STRBUF_INIT;
	enum lineedit_result result;

	viet_clean(text, strlen(text), &clean);
	line->last_edit = EDIT_NONE;
	result = type(line, clean.text);
	line->last_edit = EDIT_NONE;
	strbuf_release(&clean);
	return result;
}

static enum lineedit_result erase(struct lineedit *line, size_t from, size_t to, enum edit edit)
{
	if (from == to)
		return LINEEDIT_TAKEN;
	remember(line, edit);
	strbuf_splice(&line->text, from, to - from, "", 0);
	line->cursor = from;
	return LINEEDIT_CHANGED;
}

static enum lineedit_result cut(struct lineedit *line, size_t from, size_t to)
{
	if (from == to)
		return LINEEDIT_TAKEN;
	free(line->killed);
	line->killed = xstrndup(line->text.text + from, to - from);
	return erase(line, from, to, EDIT_CUT);
}

static enum lineedit_result go(struct lineedit *line, size_t to)
{
	line->cursor = to;
	line->last_edit = EDIT_NONE;
	return LINEEDIT_TAKEN;
}

void lineedit_select(struct lineedit *line)
{
	line->selected = line->text.length > 0;
}

/* The first key either takes the place of the selected text or only ends the selection. */
static enum lineedit_result take_selected(struct lineedit *line, const struct key *key)
{
	bool erases = key->code == K_BACKSPACE || key->code == K_DELETE;

	line->selected = false;
	if (!erases && !key_is_letter(key) && key->code != K_PASTE)
		return lineedit_key(line, key);
	erase(line, 0, line->text.length, EDIT_CUT);
	if (!erases)
		lineedit_key(line, key);
	return LINEEDIT_CHANGED;
}

enum lineedit_result lineedit_key(struct lineedit *line, const struct key *key)
{
	size_t at = line->cursor;

	if (line->selected)
		return take_selected(line, key);
	if (key_is_letter(key))
		return type(line, key->text);
	switch (key->code) {
	case K_PASTE:
		return paste(line, key->text);
	case K_BACKSPACE:
		return erase(line, letter_before(line, at), at, EDIT_ERASE);
	case K_DELETE:
	case K_CONTROL + 'D':
		return erase(line, at, letter_after(line, at), EDIT_ERASE);
	case K_CONTROL + 'W':
		return cut(line, word_before(line, at), at);
	case K_CONTROL + 'U':
		return cut(line, 0, at);
	case K_CONTROL + 'K':
		return cut(line, at, line->text.length);
	case K_CONTROL + 'Y':
		return line->killed ? paste(line, line->killed) : LINEEDIT_TAKEN;
	case K_CONTROL + 'Z':
		return undo(line);
	case K_LEFT:
	case K_CONTROL + 'B':
		return go(line, letter_before(line, at));
	case K_RIGHT:
	case K_CONTROL + 'F':
		return go(line, letter_after(line, at));
	case K_CTRL_LEFT:
		return go(line, word_before(line, at));
	case K_CTRL_RIGHT:
		return go(line, word_after(line, at));
	case K_HOME:
	case K_CONTROL + 'A':
		return go(line, 0);
	case K_END:
	case K_CONTROL + 'E':
		return go(line, line->text.length);
	}
	return LINEEDIT_NOT_TAKEN;
}

/* --- drawing ------------------------------------------------------------ */

void lineedit_draw(const struct lineedit *line, struct surface *surface, int row, int column, int columns)
{
	const char *text = line->text.text;
	size_t start = 0;

	while (start < line->cursor && viet_width(text + start, line->cursor - start) >= columns)
		start = letter_after(line, start);
	surface_fill(surface, (struct rect){ row, column, 1, columns }, STYLE_INPUT);
	surface_text(surface, row, column, columns, line->selected ? STYLE_CURSOR : STYLE_INPUT,
		     text + start);
	surface_put_cursor(surface, row, column + viet_width(text + start, line->cursor - start));
}
