#include "tui/app.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/picker.h"
#include "tui/typing.h"
#include "tui/view_plans.h"

void target_release(struct target *target)
{
	task_ids_release(&target->tasks);
	*target = (struct target){ 0 };
}

void app_init(struct app *app, struct workbench *wb, struct importer *importer)
{
	*app = (struct app){ .wb = wb, .importer = importer, .message = STRBUF_INIT, .acted = true };
}

/* A list that is gone is run down no more. */
static void free_view(struct app *app, struct view *view)
{
	if (view == app->run_view)
		app->run = NULL;
	view->ops->free(view);
}

static void free_views(struct app *app)
{
	while (app->depth > 0) {
		struct view *view = app->views[--app->depth];

		free_view(app, view);
	}
}

void app_release(struct app *app)
{
	typing_keep(app);
	app_store_unfinished(app);
	app_store_histories(app);
	free_views(app);
	free(app->views);
	for (size_t i = 0; i < app->unfinished_count; i++) {
		free(app->unfinished[i].field);
		free(app->unfinished[i].text);
	}
	free(app->unfinished);
	for (size_t i = 0; i < app->history_count; i++) {
		free(app->histories[i].kind);
		string_list_release(&app->histories[i].texts);
	}
	free(app->histories);
	plan_release(&app->plan);
	strbuf_release(&app->message);
}

/* --- views -------------------------------------------------------------- */

void app_push(struct app *app, struct view *view)
{
	GROW(app->views, (size_t)app->depth + 1, app->views_cap);
	view->stale = true;
	app->views[app->depth++] = view;
}

void app_remove(struct app *app, struct view *view)
{
	int i = 0;

	while (i < app->depth && app->views[i] != view)
		i++;
	if (i == app->depth || app->depth < 2)
		return;
	memmove(&app->views[i], &app->views[i + 1], (size_t)(app->depth - i - 1) * sizeof *app->views);
	app->depth--;
	free_view(app, view);
}

void app_show(struct app *app, struct view *view)
{
	while (app->depth > 1)
		app_remove(app, app_top(app));
	if (view)
		app_push(app, view);
}

struct view *app_top(const struct app *app)
{
	return app->views[app->depth - 1];
}

struct view *app_find(const struct app *app, unsigned context)
{
	for (int i = app->depth - 1; i >= 0; i--) {
		if (app->views[i]->ops->context & context)
			return app->views[i];
	}
	return NULL;
}

void app_home(struct app *app, struct view *view)
{
	free_views(app);
	app_push(app, view);
}

enum status app_open_plan(struct app *app, row_id plan, struct error *err)
{
	struct plan opened = { 0 };
	enum status status = app->wb->store->plan_get(app->wb->store, plan, &opened, err);

	if (status)
		return status;
	plan_release(&app->plan);
	app->plan = opened;
	return OK;
}

void app_target(const struct app *app, const struct view *view, struct target *target)
{
	*target = (struct target){ .plan = app->plan.id };
	if (view->ops->target)
		view->ops->target(view, target);
}

void app_stale(struct app *app)
{
	for (int i = 0; i < app->depth; i++)
		app->views[i]->stale = true;
}

/* --- the line at the bottom --------------------------------------------- */

void app_say(struct app *app, const char *format, ...)
{
	va_list ap;
	char *text;

	va_start(ap, format);
	text = xvasprintf(format, ap);
	va_end(ap);
	strbuf_clear(&app->message);
	strbuf_add_text(&app->message, text);
	app->complaint = false;
	free(text);
}

void app_complain(struct app *app, struct error *err)
{
	app_say(app, "%s", error_text(err));
	app->complaint = true;
	error_clear(err);
}

/* --- keys --------------------------------------------------------------- */

static void take_outcome(struct app *app, int outcome)
{
	if (outcome & CHANGED)
		app_stale(app);
	if (outcome & MOVED)
		app->rest_due = true;
	if (outcome & LEAVE)
		app->leaving = true;
}

void app_run(struct app *app, struct view *view, const struct action *action)
{
	struct target target;
	const char *refusal;

	app_target(app, view, &target);
	refusal = action_refusal(action, &target);
	target_release(&target);
	if (refusal)
		app_say(app, "%s", refusal);
	else
		take_outcome(app, action->run(app, view));
}

static void command_key(struct app *app, struct view *view, int code)
{
	const struct action *action = action_for_key(view->ops->context, code);
	struct strbuf name = STRBUF_INIT;

	if (action) {
		app_run(app, view, action);
	} else if (code != K_NONE && code != K_PASTE) {
		key_name(code, &name);
		app_say(app, _("Phím %s không dùng ở màn hình này · F1 trợ giúp"), name.text);
		strbuf_release(&name);
	}
}

/* A person pressed them after all. */
static void press_held(struct app *app)
{
	struct view *view = app_top(app);
	struct key key = { K_BACKSPACE, "" };

	for (; app->held > 0; app->held--)
		view->ops->key(view, app, &key);
	app->reader = (struct command_reader){ 0 };
}

/*
 * A clerk whose input method is on pressed a command letter, a field opened, and
 * the next letter comes as a backspace and a letter composed with that command:
 * what was meant is the key alone. True when KEY belongs to such a burst;
 * LETTER is then that key, or '\0' while it is not known.
 */
static bool belongs_to_command(struct app *app, const struct key *key, char *letter)
{
	struct command_reader *reader = &app->reader;
	bool composed = key_is_letter(key) && key->code >= 0x80;
	int code;

	if (key->code == K_BACKSPACE && reader->length) {
		command_reader_take(reader, key);
		app->held++;
		app->rest_due = true;	/* nothing may follow */
		return true;
	}
	if (!command_reader_in_burst(reader) || !key_is_letter(key) || (app->held && !composed)) {
		press_held(app);
		return false;
	}
	app->held = 0;
	app->input.yields = app->input.yields || composed;
	code = command_reader_take(reader, key);
	*letter = code > K_NONE && code < 0x80 ? (char)code : '\0';
	return true;
}

static void text_key(struct app *app, struct view *view, const struct key *key)
{
	char text[2] = "";
	struct key typed = *key;

	if (belongs_to_command(app, key, text)) {
		typed = (struct key){ (unsigned char)text[0], text };
		if (typed.code == K_NONE)
			return;
	}
	if (view->ops->key(view, app, &typed))
		return;
	command_key(app, view, typed.code);
	viet_input_end(&app->input);	/* another field may have the keys now, or none */
}

void app_key(struct app *app, const struct key *key)
{
	struct view *view = app_top(app);

	app->acted = true;
	strbuf_clear(&app->message);
	app->complaint = false;
	if (app->too_small)
		app->leaving = key->code == K_F1 + 9;
	else if (view->ops->text)
		text_key(app, view, key);
	else if (!view->ops->key || !view->ops->key(view, app, key))
		command_key(app, view, command_reader_take(&app->reader, key));
	/* Back at the list without going on: the run was left. */
	if (app->run && app_top(app) == app->run_view)
		app->run = NULL;
}

void app_rest(struct app *app)
{
	struct error err = ERROR_INIT;

	app->rest_due = false;
	if (app->held)
		press_held(app);
	typing_keep(app);
	for (int i = 0; i < app->depth; i++) {
		struct view *view = app->views[i];

		if (view->ops->rest && view->ops->rest(view, app, &err))
			app_complain(app, &err);
	}
	error_release(&err);
}

bool app_look(struct app *app)
{
	struct view *view = app_top(app);

	return view->ops->look && view->ops->look(view);
}

/* --- drawing ------------------------------------------------------------ */

/* At the bottom, below VIEW. */
static int hint_rows(const struct view *view, const struct surface *surface)
{
	return view->ops->many_keys && surface->rows >= APP_ROWS_FOR_MORE_HINTS ? 2 : 1;
}

static struct rect view_rect(const struct view *view, const struct surface *surface)
{
	int rows = surface->rows - hint_rows(view, surface);
	int wanted = view->ops->rows ? view->ops->rows(view, rows, surface->columns) : rows;

	if (wanted > rows)
		wanted = rows;
	return (struct rect){ rows - wanted, 0, wanted, surface->columns };
}

/* The lowest view that is not wholly covered. */
static int first_in_sight(const struct app *app)
{
	int i = app->depth - 1;

	while (i > 0 && app->views[i]->ops->rows)
		i--;
	return i;
}

static void draw_view(struct app *app, struct view *view, struct surface *surface)
{
	struct rect rect = view_rect(view, surface);
	struct error err = ERROR_INIT;

	if (view->ops->update(view, app, rect, &err)) {
		view->stale = true;	/* tried again with the next key */
		app_complain(app, &err);
	}
	surface_fill(surface, rect, STYLE_NORMAL);
	surface->cursor_row = -1;
	view->ops->draw(view, surface, rect);
	error_release(&err);
}

/* Draw TEXT at the right end of the bottom line, before END; returns where it begins. */
static int draw_at_end(struct surface *surface, int end, enum role_style style, const char *text)
{
	surface_text_right(surface, surface->rows - 1, 0, end, style, text);
	return end - viet_width(text, strlen(text)) - 1;
}

/* Who acts, unless that takes too much of the line; returns the end of what is left of it. */
static int draw_identity(struct app *app, struct surface *surface, int end)
{
	bool wide = surface->columns >= 100 && app->plan.number;
	char *identity = wide ? xasprintf("%s@%s", app->wb->user, app->plan.number) : xstrdup(app->wb->user);

	if (viet_width(identity, strlen(identity)) <= surface->columns / 3)
		end = draw_at_end(surface, end, STYLE_DIM, identity);
	free(identity);
	return end;
}

/* The input method of the fields, also where a message hides all else. */
static int draw_typing(struct app *app, struct surface *surface, int end)
{
	const char *sign = typing_sign(app);

	return sign ? draw_at_end(surface, end, STYLE_STRONG, sign) : end;
}

/* A long sentence takes lines from what is above it: none of it may be lost. */
static void draw_message(struct app *app, struct surface *surface)
{
	int columns = draw_typing(app, surface, surface->columns - 1) - 1;
	int rows = surface_wrapped_rows(app->message.text, columns);
	struct rect rect;

	if (rows > APP_MIN_ROWS / 2)
		rows = APP_MIN_ROWS / 2;
	rect = (struct rect){ surface->rows - rows, 1, rows, columns };
	surface_fill(surface, (struct rect){ rect.row, 0, rows - 1, surface->columns }, STYLE_NORMAL);
	surface_paragraph(surface, rect, app->complaint ? STYLE_ERROR : STYLE_STRONG, app->message.text);
}

/* One line of hints from the action FIRST on; returns the first of the next line. */
static int draw_hint_line(struct app *app, struct surface *surface, int row, int first, int columns)
{
	struct strbuf hints = STRBUF_INIT;
	int next = action_hints(app_top(app)->ops->context, first, columns, row == surface->rows - 1, &hints);

	surface_text(surface, row, 1, columns, STYLE_HINT, hints.text);
	strbuf_release(&hints);
	return next;
}

/* A message takes the place of the last line only: what is above it need not be sent again. */
static void draw_bottom(struct app *app, struct surface *surface)
{
	int first = 0, last = surface->rows - 1;

	for (int row = surface->rows - hint_rows(app_top(app), surface); row < last; row++)
		first = draw_hint_line(app, surface, row, first, surface->columns - 2);
	if (app->message.length)
		draw_message(app, surface);
	else
		draw_hint_line(app, surface, last, first,
			       draw_typing(app, surface, draw_identity(app, surface, surface->columns - 1)) - 2);
}

static void draw_too_small(struct surface *surface)
{
	struct rect all = { 0, 0, surface->rows, surface->columns };
	char *text = xasprintf(_("Cửa sổ quá nhỏ: cần ít nhất %d cột × %d dòng. F10 thoát."),
			       APP_MIN_COLUMNS, APP_MIN_ROWS);

	surface_paragraph(surface, all, STYLE_NORMAL, text);
	free(text);
}

void app_draw(struct app *app, struct surface *surface)
{
	surface_clear(surface);
	app->too_small = surface->rows < APP_MIN_ROWS || surface->columns < APP_MIN_COLUMNS;
	if (app->too_small) {
		if (surface->columns > 0)
			draw_too_small(surface);
		return;
	}
	for (int i = first_in_sight(app); i < app->depth; i++)
		draw_view(app, app->views[i], surface);
	draw_bottom(app, surface);
}

/* --- unfinished texts --------------------------------------------------- */

const char *app_unfinished(const struct app *app, const char *field)
{
	for (size_t i = 0; i < app->unfinished_count; i++) {
		if (!strcmp(app->unfinished[i].field, field))
			return app->unfinished[i].text;
	}
	return NULL;
}

static void set_unfinished(struct app *app, const char *field, const char *text, bool changed)
{
	for (size_t i = 0; i < app->unfinished_count; i++) {
		struct unfinished *known = &app->unfinished[i];

		if (strcmp(known->field, field) != 0)
			continue;
		known->changed = known->changed || strcmp(known->text ? known->text : "", text ? text : "") != 0;
		replace_string(&known->text, text);
		return;
	}
	if (!text)
		return;
	GROW(app->unfinished, app->unfinished_count + 1, app->unfinished_cap);
	app->unfinished[app->unfinished_count++] = (struct unfinished){ xstrdup(field), xstrdup(text), changed };
}

void app_keep_unfinished(struct app *app, const char *field, const char *text)
{
	set_unfinished(app, field, text && *text ? text : NULL, true);
}

/* The beginning of one is enough to know it again. */
static void say_unfinished(struct app *app, size_t count, const char *text)
{
	enum { SHOWN = 24 };
	struct strbuf start = STRBUF_INIT;

	viet_clip(text, strcspn(text, "\n"), SHOWN, &start);
	app_say(app, _("Lần trước còn %zu chỗ gõ dở, như «%s»; mở lại ô đó là có."), count, start.text);
	strbuf_release(&start);
}

void app_restore_unfinished(struct app *app)
{
	struct string_list fields = { 0 }, texts = { 0 };
	enum status status = workbench_drafts(app->wb, &fields, &texts, NULL);

	for (size_t i = 0; status == OK && i < fields.count; i++)
		set_unfinished(app, fields.items[i], texts.items[i], false);
	if (status == OK && fields.count)
		say_unfinished(app, fields.count, texts.items[0]);
	string_list_release(&fields);
	string_list_release(&texts);
}

void app_store_unfinished(struct app *app)
{
	while (app->depth > 1 && app_top(app)->ops->text && app_top(app)->ops->back) {
		int depth = app->depth;

		app_top(app)->ops->back(app_top(app), app);
		if (app->depth == depth)
			break;
	}
	for (size_t i = 0; i < app->unfinished_count; i++) {
		struct unfinished *left = &app->unfinished[i];

		if (left->changed && workbench_keep_draft(app->wb, left->field, left->text, NULL) == OK)
			left->changed = false;
	}
}

/* --- what was accepted --------------------------------------------------- */

static struct history *history_of(const struct app *app, const char *field)
{
	size_t length = strcspn(field, ":");

	for (size_t i = 0; i < app->history_count; i++)
		if (strlen(app->histories[i].kind) == length && !strncmp(app->histories[i].kind, field, length))
			return &app->histories[i];
	return NULL;
}

const struct string_list *app_history(const struct app *app, const char *field)
{
	const struct history *history = history_of(app, field);

	return history ? &history->texts : NULL;
}

/* The same text again moves to the end. */
void app_remember(struct app *app, const char *field, const char *text)
{
	struct history *history = history_of(app, field);
	struct string_list kept = { 0 };

	if (!text[strspn(text, " ")])
		return;
	if (!history) {
		GROW(app->histories, app->history_count + 1, app->history_cap);
		history = &app->histories[app->history_count++];
		*history = (struct history){ .kind = xstrndup(field, strcspn(field, ":")) };
	}
	for (size_t i = 0; i < history->texts.count; i++)
		if (strcmp(history->texts.items[i], text) != 0)
			string_list_add(&kept, history->texts.items[i]);
	string_list_add(&kept, text);
	string_list_release(&history->texts);
	history->texts = kept;
	history->changed = true;
}

void app_restore_histories(struct app *app)
{
	struct string_list kinds = { 0 }, texts = { 0 };
	enum status status = workbench_histories(app->wb, &kinds, &texts, NULL);

	for (size_t i = 0; status == OK && i < kinds.count; i++) {
		for (char *line = texts.items[i], *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
			*end = '\0';
			app_remember(app, kinds.items[i], line);
		}
	}
	for (size_t i = 0; i < app->history_count; i++)
		app->histories[i].changed = false;
	string_list_release(&kinds);
	string_list_release(&texts);
}

void app_store_histories(struct app *app)
{
	enum { MOST_KEPT = 50 };

	for (size_t i = 0; i < app->history_count; i++) {
		struct history *history = &app->histories[i];
		struct strbuf texts = STRBUF_INIT;
		size_t count = history->texts.count;

		for (size_t n = count > MOST_KEPT ? count - MOST_KEPT : 0; n < count; n++)
			if (!strchr(history->texts.items[n], '\n'))
				strbuf_addf(&texts, "%s\n", history->texts.items[n]);
		if (history->changed && workbench_keep_history(app->wb, history->kind, texts.text, NULL) == OK)
			history->changed = false;
		strbuf_release(&texts);
	}
}

/* --- actions of every view ---------------------------------------------- */

static int move(struct app *app, struct view *view, enum move how)
{
	view->ops->move(view, app, how);
	return MOVED;
}

int act_up(struct app *app, struct view *view)
{
	return move(app, view, MOVE_UP);
}

int act_down(struct app *app, struct view *view)
{
	return move(app, view, MOVE_DOWN);
}

int act_page_up(struct app *app, struct view *view)
{
	return move(app, view, MOVE_PAGE_UP);
}

int act_page_down(struct app *app, struct view *view)
{
	return move(app, view, MOVE_PAGE_DOWN);
}

int act_home(struct app *app, struct view *view)
{
	return move(app, view, MOVE_HOME);
}

int act_end(struct app *app, struct view *view)
{
	return move(app, view, MOVE_END);
}

int act_detail(struct app *app, struct view *view)
{
	view->ops->detail(view, app);
	return NOTHING;
}

int act_back(struct app *app, struct view *view)
{
	if (view->ops->back)
		view->ops->back(view, app);
	else if (app->depth > 1)
		app_remove(app, view);
	else
		app_say(app, _("Đây là màn hình đầu; nhấn F10 để thoát chương trình."));
	return NOTHING;
}

int act_names(struct app *app, struct view *view)
{
	struct store *store = app->wb->store;

	(void)view;
	store->todays_names = !store->todays_names;
	app_say(app, store->todays_names ? _("Tên cơ quan như hôm nay · N trở lại tên của thời kế hoạch")
					 : _("Tên cơ quan của thời kế hoạch"));
	return CHANGED;
}

int act_repaint(struct app *app, struct view *view)
{
	(void)view;
	app->repaint = true;
	return CHANGED;
}

int act_leave(struct app *app, struct view *view)
{
	(void)app;
	(void)view;
	return LEAVE;
}

enum { KEEP = 1, WITHDRAW = 2 };

static void undo(struct app *app, bool imports, struct error *err)
{
	struct change change = { 0 };

	if (workbench_undo(app->wb, imports, &change, err))
		return;
	app_say(app, _("Đã hoàn tác: %s · Ctrl-R để làm lại"), change.summary);
	if (change.bulk)
		app_home(app, plans_view_new());	/* the plan on the screen may be the one that went */
	change_release(&change);
}

static enum status undo_import(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	(void)context;
	(void)count;
	if (ids[0] == WITHDRAW)
		undo(app, true, err);
	return err->status;
}

/* A key hit once too often takes back a mark, but no plan. */
static void ask_about_import(struct app *app, const char *what)
{
	struct picker_spec spec = { .title = what, .accept = undo_import };

	picker_add_choice(&spec, KEEP, _("Giữ kế hoạch"));
	picker_add_choice(&spec, WITHDRAW, _("Rút kế hoạch này khỏi mọi danh sách"));
	app_push(app, picker_new(&spec));
}

int act_undo(struct app *app, struct view *view)
{
	struct error err = ERROR_INIT;

	(void)view;
	undo(app, false, &err);
	if (err.status == STATUS_DENIED)
		ask_about_import(app, err.text);
	else if (err.status)
		app_complain(app, &err);
	error_release(&err);
	return CHANGED;
}

int act_redo(struct app *app, struct view *view)
{
	struct change change = { 0 };
	struct error err = ERROR_INIT;

	(void)view;
	if (workbench_redo(app->wb, &change, &err))
		app_complain(app, &err);
	else
		app_say(app, _("Đã làm lại: %s · u để hoàn tác"), change.summary);
	change_release(&change);
	error_release(&err);
	return CHANGED;
}
