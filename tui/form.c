#include "tui/form.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/lineedit.h"

enum { LABEL_COLUMN = 1, NOTE_ROWS = 2 };

struct field {
	char *label, *help;
	char *stored;			/* what the record has; what differs from it was typed */
	size_t max;
	const char *const *choices;	/* NULL: the line is typed */
	int choice;
	struct lineedit line;
	bool touched;			/* by this person: suggestions keep off */
};

struct form {
	struct view view;
	struct form_spec spec;
	char *title, *draft;
	struct field fields[FORM_FIELDS];
	struct list list;		/* its cursor is the field with the focus */
	struct strbuf trouble;		/* why it was not accepted, until the next key */
};

void form_values_release(struct form_values *values)
{
	for (int i = 0; i < FORM_FIELDS; i++)
		free(values->texts[i]);
	*values = (struct form_values){ 0 };
}

/* --- one field ---------------------------------------------------------- */

static const char *field_text(const struct field *field)
{
	return field->choices ? field->choices[field->choice] : field->line.text.text;
}

static bool is_changed(const struct field *field)
{
	return strcmp(field_text(field), field->stored) != 0;
}

static void set_text(struct field *field, const char *text)
{
	if (!field->choices) {
		lineedit_release(&field->line);
		lineedit_init(&field->line, text, field->max);
		return;
	}
	for (int i = 0; field->choices[i]; i++)
		if (!strcmp(field->choices[i], text))
			field->choice = i;
}

static void field_init(struct field *field, const struct form_field *spec)
{
	field->label = xstrdup(spec->label);
	field->help = xstrdup(spec->help ? spec->help : "");
	field->stored = xstrdup(spec->text ? spec->text : "");
	field->max = spec->max;
	field->choices = spec->max ? NULL : spec->choices;
	lineedit_init(&field->line, NULL, field->max);
	set_text(field, field->stored);
}

static void field_release(struct field *field)
{
	free(field->label);
	free(field->help);
	free(field->stored);
	lineedit_release(&field->line);
}

static bool choose(struct field *field, int code)
{
	int count = 0, step = code == K_LEFT ? -1 : code == K_RIGHT || code == ' ' ? 1 : 0;

	while (field->choices[count])
		count++;
	field->choice = (field->choice + count + step) % count;
	return step != 0;
}

/* --- drafts ------------------------------------------------------------- */

static char *draft_name(const struct form *form, int index)
{
	return xasprintf("%s:%d", form->draft, index);
}

/* Returns whether anything differs from what is stored. */
static bool keep_draft(const struct form *form, struct app *app)
{
	bool any = false;

	for (int i = 0; i < form->spec.count; i++) {
		const struct field *field = &form->fields[i];
		char *name = draft_name(form, i);

		app_keep_unfinished(app, name, is_changed(field) ? field_text(field) : NULL);
		any = any || is_changed(field);
		free(name);
	}
	return any;
}

static void forget_draft(const struct form *form, struct app *app)
{
	for (int i = 0; i < form->spec.count; i++) {
		char *name = draft_name(form, i);

		app_keep_unfinished(app, name, NULL);
		free(name);
	}
}

/* Returns whether there was any. */
static bool take_draft(struct form *form, const struct app *app)
{
	bool any = false;

	for (int i = 0; i < form->spec.count; i++) {
		char *name = draft_name(form, i);
		const char *text = app_unfinished(app, name);

		if (text)
			set_text(&form->fields[i], text);
		form->fields[i].touched = text != NULL;
		any = any || text;
		free(name);
	}
	return any;
}

/* --- keys --------------------------------------------------------------- */

static void read_values(const struct form *form, struct form_values *values)
{
	for (int i = 0; i < form->spec.count; i++)
		values->texts[i] = xstrdup(field_text(&form->fields[i]));
}

static void suggest(struct form *form)
{
	struct form_values values = { 0 };

	if (!form->spec.suggest)
		return;
	read_values(form, &values);
	form->spec.suggest(form->spec.context, &values);
	for (int i = 0; i < form->spec.count; i++)
		if (!form->fields[i].touched)
			set_text(&form->fields[i], values.texts[i]);
	form_values_release(&values);
}

static void finish_field(struct form *form, struct app *app)
{
	struct field *field = &form->fields[form->list.cursor];

	if (!field->choices)
		lineedit_finish(&field->line, &app->input);
}

static void form_move(struct view *view, struct app *app, enum move move)
{
	struct form *form = (struct form *)view;

	finish_field(form, app);
	suggest(form);
	strbuf_clear(&form->trouble);
	list_move(&form->list, move);
}

static bool form_key(struct view *view, struct app *app, const struct key *key)
{
	struct form *form = (struct form *)view;
	struct field *field = &form->fields[form->list.cursor];
	bool taken;

	if (key->code == K_TAB || key->code == K_BACKTAB) {
		form_move(view, app, key->code == K_TAB ? MOVE_DOWN : MOVE_UP);
		return true;
	}
	if (field->choices)
		taken = choose(field, key->code);
	else
		taken = lineedit_key(&field->line, &app->input, key) != LINEEDIT_NOT_TAKEN;
	if (taken)
		strbuf_clear(&form->trouble);
	field->touched = field->touched || taken;
	return taken;
}

static void form_back(struct view *view, struct app *app)
{
	struct form *form = (struct form *)view;

	finish_field(form, app);
	if (keep_draft(form, app))
		app_say(app, _("Chưa lưu; chữ đã gõ còn giữ, mở lại là có."));
	app_remove(app, view);
}

/* --- saving ------------------------------------------------------------- */

/* What is stored now takes the place of what this person has not touched. */
static void merge(struct form *form, const struct form_values *now)
{
	for (int i = 0; i < form->spec.count; i++) {
		struct field *field = &form->fields[i];
		bool mine = is_changed(field);

		replace_string(&field->stored, now->texts[i] ? now->texts[i] : "");
		if (!mine)
			set_text(field, field->stored);
	}
}

static void show_trouble(struct form *form, const char *text)
{
	strbuf_clear(&form->trouble);
	strbuf_add_text(&form->trouble, text);
}

static void refuse(struct form *form, struct app *app, enum status status, struct error *err)
{
	struct form_values now = { 0 };
	bool conflict = status == STATUS_CONFLICT && form->spec.read;

	show_trouble(form, error_text(err));
	if (conflict && !form->spec.read(form->spec.context, app, &now, err)) {
		merge(form, &now);
		strbuf_add_text(&form->trouble, _(" Xem các ô có dấu *; lưu lần nữa là ghi theo chữ ở đây."));
	}
	form_values_release(&now);
}

static enum status accept(struct form *form, struct app *app, struct error *err)
{
	struct form_values values = { 0 };
	enum status status;

	finish_field(form, app);
	suggest(form);
	read_values(form, &values);
	status = form->spec.accept(form->spec.context, app, &values, err);
	form_values_release(&values);
	return status;
}

int act_form_save(struct app *app, struct view *view)
{
	struct form *form = (struct form *)view;
	struct error err = ERROR_INIT;
	enum status status = accept(form, app, &err);

	if (status) {
		refuse(form, app, status, &err);
		error_release(&err);
		return NOTHING;
	}
	forget_draft(form, app);
	app_remove(app, view);
	return CHANGED;
}

int act_form_next(struct app *app, struct view *view)
{
	struct form *form = (struct form *)view;

	if (form->list.cursor == form->spec.count - 1)
		return act_form_save(app, view);
	form_move(view, app, MOVE_DOWN);
	return NOTHING;
}

int act_form_reset(struct app *app, struct view *view)
{
	struct form *form = (struct form *)view;

	for (int i = 0; i < form->spec.count; i++) {
		set_text(&form->fields[i], form->fields[i].stored);
		form->fields[i].touched = false;
	}
	strbuf_clear(&form->trouble);
	forget_draft(form, app);
	app_say(app, form->spec.read ? _("Các ô trở về như bản đã lưu.") : _("Các ô trở về như lúc đầu."));
	return NOTHING;
}

/* --- drawing ------------------------------------------------------------ */

static int form_rows(const struct view *view, int rows, int columns)
{
	(void)rows;
	(void)columns;
	return 1 + ((const struct form *)view)->spec.count + NOTE_ROWS;
}

/* A low window scrolls the fields and keeps the note. */
static int shown_fields(const struct form *form, struct rect rect)
{
	int room = rect.rows - 1 - NOTE_ROWS;

	return room >= form->spec.count ? form->spec.count : room > 1 ? room : 1;
}

static enum status form_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct form *form = (struct form *)view;

	(void)app;
	(void)err;
	list_fit(&form->list, form->spec.count, shown_fields(form, rect));
	return OK;
}

static int label_columns(const struct form *form)
{
	int most = 0;

	for (int i = 0; i < form->spec.count; i++) {
		int width = viet_width(form->fields[i].label, strlen(form->fields[i].label));

		if (width > most)
			most = width;
	}
	return most;
}

static void draw_choice(const struct field *field, struct surface *surface, int row, int column, int columns)
{
	char *text = xasprintf("< %s >", field_text(field));

	surface_text(surface, row, column, columns, STYLE_INPUT, text);
	surface_put_cursor(surface, row, column + 2);
	free(text);
}

/* Only the field with the focus looks like one. */
static void draw_field(const struct field *field, struct surface *surface, int row, int value, bool focus)
{
	int columns = surface->columns - 1 - value;
	enum role_style style = focus ? STYLE_STRONG : STYLE_DIM;

	surface_text(surface, row, LABEL_COLUMN, value - LABEL_COLUMN, style, field->label);
	if (!focus)
		surface_text(surface, row, value, columns, STYLE_NORMAL, field_text(field));
	else if (field->choices)
		draw_choice(field, surface, row, value, columns);
	else
		lineedit_draw(&field->line, surface, row, value, columns);
}

/* Why it was not saved; else what is stored, where that was changed here; else the help of the field. */
static void draw_note(const struct form *form, struct surface *surface, struct rect rect)
{
	const struct field *field = &form->fields[form->list.cursor];
	char *stored;

	if (form->trouble.length) {
		surface_paragraph(surface, rect, STYLE_ERROR, form->trouble.text);
	} else if (form->spec.read && is_changed(field)) {
		stored = xasprintf(_("Bản đã lưu: %s"), *field->stored ? field->stored : _("để trống"));
		surface_paragraph(surface, rect, STYLE_DIM, stored);
		free(stored);
	} else {
		surface_paragraph(surface, rect, STYLE_DIM, field->help);
	}
}

/* Fields above or below those shown. */
static void draw_more(struct surface *surface, struct rect rect, bool above, bool below)
{
	if (above || below)
		surface_text_right(surface, rect.row, rect.columns - 4, 3, STYLE_DIM, above && below ? "↑↓ " : above ? "↑ " : "↓ ");
}

static void form_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct form *form = (const struct form *)view;
	int value = LABEL_COLUMN + label_columns(form) + 3;
	int shown = shown_fields(form, rect), first = form->list.top;
	struct rect note = { rect.row + 1 + shown, 1, NOTE_ROWS, rect.columns - 2 };

	surface_rule(surface, rect.row, STYLE_DIM);
	surface_text(surface, rect.row, 1, rect.columns - 2, STYLE_STRONG, form->title);
	for (int i = first; i < first + shown; i++) {
		int row = rect.row + 1 + i - first;

		draw_field(&form->fields[i], surface, row, value, i == form->list.cursor);
		if (form->spec.read && is_changed(&form->fields[i]))
			surface_text(surface, row, value - 2, 1, STYLE_PICKED, "*");
	}
	draw_more(surface, rect, first > 0, first + shown < form->spec.count);
	draw_note(form, surface, note);
}

static void form_free(struct view *view)
{
	struct form *form = (struct form *)view;

	if (form->spec.release)
		form->spec.release(form->spec.context);
	for (int i = 0; i < form->spec.count; i++)
		field_release(&form->fields[i]);
	strbuf_release(&form->trouble);
	free(form->title);
	free(form->draft);
	free(form);
}

static const struct view_ops form_ops = {
	.title = N_("Sửa từng ô"),
	.context = CTX_FORM,
	.text = true,
	.rows = form_rows,
	.key = form_key,
	.move = form_move,
	.update = form_update,
	.draw = form_draw,
	.back = form_back,
	.free = form_free,
};

struct view *form_new(struct app *app, const struct form_spec *spec)
{
	struct form *form = xcalloc(1, sizeof *form);

	form->view.ops = &form_ops;
	form->spec = *spec;
	form->draft = xstrdup(spec->draft);
	strbuf_init(&form->trouble);
	for (int i = 0; i < spec->count; i++)
		field_init(&form->fields[i], &spec->fields[i]);
	list_fit(&form->list, spec->count, 1);	/* keys may come before it is drawn */
	if (take_draft(form, app))
		form->title = xasprintf(_(" %s · còn chữ gõ dở lần trước, Ctrl-X để bỏ "), spec->title);
	else
		form->title = xasprintf(" %s ", spec->title);
	return &form->view;
}
