#include "tui/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/lineedit.h"

enum { NOTE_ROWS = 4 };

struct prompt {
	struct view view;
	struct prompt_spec spec;
	char *label, *field, *initial;
	struct lineedit line;
	struct strbuf note;		/* under the field */
	bool refused;			/* the note is an error */
	size_t back;			/* how far one went back in what was accepted before; 0: not at all */
	char *typed;			/* what stood there before that */
};

static void preview(struct prompt *prompt, struct app *app)
{
	prompt->refused = false;
	strbuf_clear(&prompt->note);
	if (prompt->line.selected)
		strbuf_add_text(&prompt->note, _("Gõ chữ mới là thay chữ cũ; ← → để sửa trong chữ cũ. "));
	if (prompt->spec.preview)
		prompt->spec.preview(prompt->spec.context, app, prompt->line.text.text, &prompt->note);
}

/* Up and down lead through what was accepted in fields of this kind, and back to what was typed. */
static bool recall(struct prompt *prompt, struct app *app, int code)
{
	const struct string_list *texts = app_history(app, prompt->field);
	size_t count = texts ? texts->count : 0, back = prompt->back;

	if (code == K_UP && back < count)
		back++;
	else if (code == K_DOWN && back)
		back--;
	if (back == prompt->back)
		return true;
	if (!prompt->back)
		replace_string(&prompt->typed, prompt->line.text.text);
	prompt->back = back;
	lineedit_replace(&prompt->line, back ? texts->items[count - back] : prompt->typed);
	preview(prompt, app);
	return true;
}

/* The prompt goes: it must not be looked at behind this. */
static bool paste_lines(struct prompt *prompt, struct app *app, const char *text)
{
	char *copy = xstrdup(text);
	bool taken = prompt->spec.paste(prompt->spec.context, app, copy);

	free(copy);
	if (taken)
		app_remove(app, &prompt->view);
	return taken;
}

static bool prompt_key(struct view *view, struct app *app, const struct key *key)
{
	struct prompt *prompt = (struct prompt *)view;
	bool selected = prompt->line.selected;
	enum lineedit_result result;

	if (key->code == K_PASTE && strchr(key->text, '\n') && prompt->spec.paste && paste_lines(prompt, app, key->text))
		return true;
	if (key->code == K_UP || key->code == K_DOWN) {
		lineedit_finish(&prompt->line, &app->input);
		return recall(prompt, app, key->code);
	}
	result = lineedit_key(&prompt->line, &app->input, key);
	if (result == LINEEDIT_CHANGED || selected != prompt->line.selected)
		preview(prompt, app);
	return result != LINEEDIT_NOT_TAKEN;
}

/* The note may take several lines, and always has one. */
static int prompt_rows(const struct view *view, int rows, int columns)
{
	int note = surface_wrapped_rows(((const struct prompt *)view)->note.text, columns - 2);

	(void)rows;
	return 2 + (note < 1 ? 1 : note > NOTE_ROWS ? NOTE_ROWS : note);
}

static enum status prompt_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	(void)view;
	(void)app;
	(void)rect;
	(void)err;
	return OK;
}

static void prompt_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct prompt *prompt = (const struct prompt *)view;
	int column = 1, room = rect.columns - 2;

	surface_rule(surface, rect.row, STYLE_DIM);
	column += surface_text(surface, rect.row + 1, column, room / 2, STYLE_STRONG, prompt->label);
	column += surface_text(surface, rect.row + 1, column, 2, STYLE_STRONG, ": ");
	lineedit_draw(&prompt->line, surface, rect.row + 1, column, rect.columns - 1 - column);
	surface_paragraph(surface, (struct rect){ rect.row + 2, 1, rect.rows - 2, room },
			  prompt->refused ? STYLE_ERROR : STYLE_DIM, prompt->note.text);
}

/* What was typed and is not what stood there is kept. */
static void prompt_back(struct view *view, struct app *app)
{
	struct prompt *prompt = (struct prompt *)view;
	bool typed;

	lineedit_finish(&prompt->line, &app->input);
	typed = strcmp(prompt->line.text.text, prompt->initial) != 0;
	app_keep_unfinished(app, prompt->field, typed ? prompt->line.text.text : NULL);
	if (typed && prompt->line.text.length)
		app_say(app, _("Chưa lưu; chữ đã gõ còn giữ, mở lại ô này là có."));
	app_remove(app, view);
}

static void prompt_free(struct view *view)
{
	struct prompt *prompt = (struct prompt *)view;

	if (prompt->spec.release)
		prompt->spec.release(prompt->spec.context);
	lineedit_release(&prompt->line);
	strbuf_release(&prompt->note);
	free(prompt->label);
	free(prompt->field);
	free(prompt->initial);
	free(prompt->typed);
	free(prompt);
}

static const struct view_ops prompt_ops = {
	.title = N_("Nhập một dòng"),
	.context = CTX_PROMPT,
	.text = true,
	.rows = prompt_rows,
	.key = prompt_key,
	.update = prompt_update,
	.draw = prompt_draw,
	.back = prompt_back,
	.free = prompt_free,
};

struct view *prompt_new(struct app *app, const struct prompt_spec *spec)
{
	struct prompt *prompt = xcalloc(1, sizeof *prompt);
	const char *left = app_unfinished(app, spec->field);

	prompt->view.ops = &prompt_ops;
	prompt->spec = *spec;
	prompt->label = xstrdup(spec->label);
	prompt->field = xstrdup(spec->field);
	prompt->initial = xstrdup(spec->initial ? spec->initial : "");
	strbuf_init(&prompt->note);
	lineedit_init(&prompt->line, left ? left : spec->initial, spec->max);
	if (spec->replaces && !left)
		lineedit_select(&prompt->line);
	preview(prompt, app);
	return &prompt->view;
}

int act_prompt_complete(struct app *app, struct view *view)
{
	struct prompt *prompt = (struct prompt *)view;
	struct strbuf text = STRBUF_INIT;

	lineedit_finish(&prompt->line, &app->input);
	if (prompt->spec.complete && prompt->spec.complete(prompt->spec.context, app, prompt->line.text.text, &text)) {
		lineedit_replace(&prompt->line, text.text);
		preview(prompt, app);
	}
	strbuf_release(&text);
	return NOTHING;
}

int act_prompt_accept(struct app *app, struct view *view)
{
	struct prompt *prompt = (struct prompt *)view;
	struct error err = ERROR_INIT;

	lineedit_finish(&prompt->line, &app->input);
	if (prompt->spec.accept(prompt->spec.context, app, prompt->line.text.text, &err)) {
		strbuf_clear(&prompt->note);
		strbuf_add_text(&prompt->note, error_text(&err));
		prompt->refused = true;
		error_release(&err);
		return NOTHING;
	}
	app_keep_unfinished(app, prompt->field, NULL);
	app_remember(app, prompt->field, prompt->line.text.text);
	app_remove(app, view);
	app_run_on(app);
	return CHANGED;
}
