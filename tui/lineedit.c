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

/* A letter that was typed in this step and is taken back was never there. */
static enum edit kind_of_erasing(const struct lineedit *line, size_t from)
{
	bool of_step = line->last_edit == EDIT_TYPE && from >= line->steps[line->step_count - 1].cursor;

	return of_step ? EDIT_TYPE : EDIT_ERASE;
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

/*
 * What stands from START to the cursor when TEXT comes behind FROM. The letter
 * before and the first that comes may be one letter then: a mark joins its vowel.
 */
static void join(const struct lineedit *line, size_t start, size_t from, const char *text, size_t length,
		 struct strbuf *out)
{
	struct strbuf both = STRBUF_INIT;

	strbuf_add(&both, line->text.text + start, from - start);
	strbuf_add(&both, text, length);
	viet_nfc(both.text, both.length, out);
	strbuf_release(&both);
}

/* Put TEXT in the place of what stands between FROM and the cursor; false when the line would hold too much. */
static bool replace(struct lineedit *line, size_t from, const char *text, size_t length, enum edit edit)
{
	struct strbuf joined = STRBUF_INIT;
	size_t start = letter_before(line, from);
	size_t before = count_letters(line->text.text + start, line->cursor - start), after;
	bool fits;

	join(line, start, from, text, length, &joined);
	after = count_letters(joined.text, joined.length);
	fits = after <= before || count_letters(line->text.text, line->text.length) - before + after <= line->max;
	if (fits) {
		remember(line, edit);
		strbuf_splice(&line->text, start, line->cursor - start, joined.text, joined.length);
		line->cursor = start + joined.length;
	}
	strbuf_release(&joined);
	return fits;
}

static bool apply(struct lineedit *line, struct viet_edit edit, bool erases)
{
	size_t from = line->cursor;

	for (size_t i = 0; i < edit.erase; i++)
		from = letter_before(line, from);
	return replace(line, from, edit.text, strlen(edit.text), erases ? kind_of_erasing(line, from) : EDIT_TYPE);
}

/* Several code points that no single one stands for: nothing that the input method knows. */
static bool is_compound(const struct key *key)
{
	struct strbuf first = STRBUF_INIT;
	bool compound;

	strbuf_add_utf8(&first, (unsigned int)key->code);
	compound = strcmp(first.text, key->text) != 0;
	strbuf_release(&first);
	return compound;
}

static struct viet_edit edit_of_letter(struct viet_input *input, const struct key *key)
{
	if (!is_compound(key))
		return viet_input_key(input, (uint32_t)key->code);
	viet_input_end(input);
	return (struct viet_edit){ 0, key->text };
}

static enum lineedit_result type(struct lineedit *line, struct viet_input *input, const struct key *key)
{
	struct viet_input before = *input;

	if (!apply(line, edit_of_letter(input, key), false)) {
		*input = before;	/* the key was never pressed */
		return LINEEDIT_TAKEN;
	}
	if (key->code == ' ')
		line->last_edit = EDIT_NONE;	/* undo goes word by word */
	return LINEEDIT_CHANGED;
}

static enum lineedit_result take_back(struct lineedit *line, struct viet_input *input)
{
	struct viet_edit edit = viet_input_backspace(input);

	if (!line->cursor)
		return LINEEDIT_TAKEN;
	apply(line, edit, true);
	return LINEEDIT_CHANGED;
}

/* As much of TEXT as there is room for. */
static size_t fitting(const struct lineedit *line, const char *text, size_t length)
{
	size_t count = count_letters(line->text.text, line->text.length), fits = 0;

	for (; count < line->max && fits < length; count++)
		fits += viet_letter_length(text, length, fits);
	return fits;
}

static enum lineedit_result paste(struct lineedit *line, const char *text)
{
	struct strbuf clean = STRBUF_INIT;
	size_t length;

	viet_clean(text, strlen(text), &clean);
	length = fitting(line, clean.text, clean.length);
	line->last_edit = EDIT_NONE;
	if (length)
		replace(line, line->cursor, clean.text, length, EDIT_TYPE);
	line->last_edit = EDIT_NONE;
	strbuf_release(&clean);
	return length ? LINEEDIT_CHANGED : LINEEDIT_TAKEN;
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

void lineedit_replace(struct lineedit *line, const char *text)
{
	remember(line, EDIT_CUT);
	line->selected = false;
	strbuf_clear(&line->text);
	viet_nfc(text, strlen(text), &line->text);
	line->cursor = line->text.length;
}

void lineedit_select(struct lineedit *line)
{
	line->selected = line->text.length > 0;
}

/* The first key either takes the place of the selected text or only ends the selection. */
static enum lineedit_result take_selected(struct lineedit *line, struct viet_input *input, const struct key *key)
{
	bool erases = key->code == K_BACKSPACE || key->code == K_DELETE;

	line->selected = false;
	if (!erases && !key_is_letter(key) && key->code != K_PASTE)
		return lineedit_key(line, input, key);
	erase(line, 0, line->text.length, EDIT_CUT);
	if (!erases)
		lineedit_key(line, input, key);
	return LINEEDIT_CHANGED;
}

/* Keys that are no typing. */
static enum lineedit_result edit_key(struct lineedit *line, const struct key *key)
{
	size_t at = line->cursor;

	switch (key->code) {
	case K_PASTE:
		return paste(line, key->text);
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

enum lineedit_result lineedit_key(struct lineedit *line, struct viet_input *input, const struct key *key)
{
	enum lineedit_result result;

	if (line->selected)
		return take_selected(line, input, key);
	if (key_is_letter(key))
		return type(line, input, key);
	if (key->code == K_BACKSPACE)
		return take_back(line, input);
	result = edit_key(line, key);
	if (result != LINEEDIT_NOT_TAKEN)
		viet_input_end(input);
	return result;
}

bool lineedit_finish(struct lineedit *line, struct viet_input *input)
{
	struct viet_edit edit = viet_input_finish(input);

	return (edit.erase || *edit.text) && apply(line, edit, false);
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
