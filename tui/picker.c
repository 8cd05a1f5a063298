#include "tui/picker.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/lineedit.h"
#include "tui/match.h"

enum { QUERY_MAX = 200, CODE_COLUMNS = 12 };

struct picker {
	struct view view;
	struct picker_spec spec;
	char *title;
	struct lineedit query;
	struct match_list matches;	/* what is shown, best first; item -1: add what was typed */
	struct list list;
	bool in_list;			/* the last key was in the list: a blank picks */
	bool cursor_counts;		/* Enter means the item at the cursor as well as the picked ones */
	struct strbuf trouble;		/* why the last choice was not accepted */
};

DEFINE_LIST(picker_item)

void picker_item_release(struct picker_item *item)
{
	free(item->code);
	free(item->name);
	free(item->detail);
	string_list_release(&item->aliases);
	*item = (struct picker_item){ 0 };
}

/* --- narrowing ---------------------------------------------------------- */

static void narrow(struct picker *picker)
{
	struct match_query query;

	match_query_init(&query, picker->query.text.text);
	picker->matches.count = 0;
	for (size_t i = 0; i < picker->spec.items.count; i++) {
		const struct picker_item *item = &picker->spec.items.items[i];
		int score = query.all ? 1 + item->picked
				      : match_names(&query, item->code, item->name, &item->aliases);

		if (score)
			match_list_add(&picker->matches, (int)i, score);
	}
	if (!query.all && picker->spec.add)
		match_list_add(&picker->matches, -1, 0);
	match_query_release(&query);
	list_fit(&picker->list, (int)picker->matches.count, picker->list.rows);
	list_go(&picker->list, 0);
}

static struct picker_item *item_at_cursor(const struct picker *picker)
{
	if (!picker->matches.count || picker->matches.items[picker->list.cursor].item < 0)
		return NULL;
	return &picker->spec.items.items[picker->matches.items[picker->list.cursor].item];
}

/* --- keys --------------------------------------------------------------- */

static void pick(struct picker *picker)
{
	struct picker_item *item = item_at_cursor(picker);

	if (!item || !picker->spec.several)
		return;
	item->picked = !item->picked;
	picker->in_list = true;
	picker->cursor_counts = false;
	if (picker->query.text.length) {
		lineedit_release(&picker->query);
		lineedit_init(&picker->query, NULL, QUERY_MAX);
		narrow(picker);
	} else {
		list_move(&picker->list, MOVE_DOWN);
	}
}

static bool picker_key(struct view *view, struct app *app, const struct key *key)
{
	struct picker *picker = (struct picker *)view;
	enum lineedit_result result;

	if (key->code == ' ' && picker->spec.several && (picker->in_list || !picker->query.text.length)) {
		pick(picker);
		viet_input_end(&app->input);
		return true;
	}
	result = lineedit_key(&picker->query, &app->input, key);
	if (result == LINEEDIT_CHANGED) {
		strbuf_clear(&picker->trouble);
		picker->cursor_counts = true;
		narrow(picker);
	}
	if (result != LINEEDIT_NOT_TAKEN)
		picker->in_list = false;
	return result != LINEEDIT_NOT_TAKEN;
}

static void picker_move(struct view *view, struct app *app, enum move move)
{
	struct picker *picker = (struct picker *)view;

	(void)app;
	picker->in_list = true;
	picker->cursor_counts = true;
	list_move(&picker->list, move);
}

int act_picker_pick(struct app *app, struct view *view)
{
	(void)app;
	pick((struct picker *)view);
	return NOTHING;
}

/* The last row offers what was typed as a new item. */
static bool at_new_item(const struct picker *picker)
{
	return picker->matches.count && picker->matches.items[picker->list.cursor].item < 0;
}

/* Make an item of what was typed, and stand on it. */
static enum status add_typed(struct picker *picker, struct app *app, struct error *err)
{
	struct picker_item item = { 0 };
	enum status status;

	lineedit_finish(&picker->query, &app->input);
	status = picker->spec.add(picker->spec.context, app, picker->query.text.text, &item, err);
	if (status)
		return status;
	picker_item_list_add(&picker->spec.items, &item);
	picker->matches.items[picker->list.cursor].item = (int)picker->spec.items.count - 1;
	return OK;
}

static size_t chosen_ids(const struct picker *picker, row_id *ids)
{
	const struct picker_item *at_cursor = item_at_cursor(picker);
	size_t count = 0;

	for (size_t i = 0; i < picker->spec.items.count; i++) {
		const struct picker_item *item = &picker->spec.items.items[i];
		bool chosen = item == at_cursor && (picker->cursor_counts || !picker->spec.several);

		if (chosen || (item->picked && picker->spec.several))
			ids[count++] = item->id;
	}
	return count;
}

static enum status accept(struct picker *picker, struct app *app, struct error *err)
{
	enum status status = at_new_item(picker) ? add_typed(picker, app, err) : OK;
	row_id *ids = xcalloc(picker->spec.items.count, sizeof *ids);

	if (!status)
		status = picker->spec.accept(picker->spec.context, app, ids, chosen_ids(picker, ids), err);
	free(ids);
	return status;
}

int act_picker_accept(struct app *app, struct view *view)
{
	struct picker *picker = (struct picker *)view;
	struct error err = ERROR_INIT;

	if (!picker->matches.count) {
		app_say(app, _("Không có dòng nào khớp với chữ đã gõ; hãy xóa bớt chữ."));
		return NOTHING;
	}
	if (accept(picker, app, &err)) {
		strbuf_clear(&picker->trouble);
		strbuf_add_text(&picker->trouble, error_text(&err));
		error_release(&err);
		return NOTHING;
	}
	app_remove(app, view);
	app_run_on(app);
	return CHANGED;
}

/* --- drawing ------------------------------------------------------------ */

static int picker_rows(const struct view *view, int rows, int columns)
{
	const struct picker *picker = (const struct picker *)view;
	int wanted = (int)picker->spec.items.count + 3;
	int most = rows * 2 / 3;

	(void)columns;
	if (wanted < 6)
		wanted = 6;
	return wanted < most ? wanted : most;
}

static enum status picker_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct picker *picker = (struct picker *)view;

	(void)app;
	(void)err;
	list_fit(&picker->list, (int)picker->matches.count, rect.rows - 2);
	return OK;
}

static bool is_question(const char *title)
{
	size_t length = strlen(title);

	return length && title[length - 1] == '?';
}

static void draw_head(const struct picker *picker, struct surface *surface, struct rect rect)
{
	int column = 1;

	surface_rule(surface, rect.row, STYLE_DIM);
	column += surface_text(surface, rect.row + 1, column, rect.columns / 2, STYLE_STRONG, picker->title);
	column += surface_text(surface, rect.row + 1, column, 2, STYLE_STRONG, is_question(picker->title) ? " " : ": ");
	if (picker->trouble.length)
		surface_text(surface, rect.row, 1, rect.columns - 2, STYLE_ERROR, picker->trouble.text);
	lineedit_draw(&picker->query, surface, rect.row + 1, column, rect.columns - 1 - column);
}

static void draw_new_item(const struct picker *picker, struct surface *surface, int row, int columns)
{
	char *text = xasprintf(_("thêm mới «%s» …"), picker->query.text.text);

	surface_text(surface, row, 3, columns - 4, STYLE_NORMAL, text);
	free(text);
}

static void draw_item(const struct picker_item *item, struct surface *surface, int row, int columns)
{
	int name = 3, detail = columns / 3;

	if (item->picked)
		surface_text(surface, row, 1, 1, STYLE_PICKED, "*");
	if (item->code) {
		surface_text(surface, row, name, CODE_COLUMNS, STYLE_STRONG, item->code);
		name += CODE_COLUMNS + 1;
	}
	if (item->detail) {
		detail = viet_width(item->detail, strlen(item->detail));
		surface_text_right(surface, row, columns - 1 - detail, detail, STYLE_DIM, item->detail);
		columns -= detail + 2;
	}
	surface_text(surface, row, name, columns - 1 - name, item->picked ? STYLE_PICKED : STYLE_NORMAL,
		     item->name);
}

static void picker_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct picker *picker = (const struct picker *)view;

	draw_head(picker, surface, rect);
	for (int i = 0; i < picker->list.rows && picker->list.top + i < picker->list.count; i++) {
		const struct match *match = &picker->matches.items[picker->list.top + i];
		int row = rect.row + 2 + i;

		if (match->item < 0)
			draw_new_item(picker, surface, row, rect.columns);
		else
			draw_item(&picker->spec.items.items[match->item], surface, row, rect.columns);
		if (picker->list.top + i == picker->list.cursor)
			surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	}
}

static void picker_free(struct view *view)
{
	struct picker *picker = (struct picker *)view;

	if (picker->spec.release)
		picker->spec.release(picker->spec.context);
	picker_item_list_release(&picker->spec.items);
	lineedit_release(&picker->query);
	strbuf_release(&picker->trouble);
	match_list_release(&picker->matches);
	free(picker->title);
	free(picker);
}

#define PICKER_OPS(where)                                                                        \
	{                                                                                        \
		.title = N_("Chọn từ danh sách"), .context = (where), .text = true, .rows = picker_rows, \
		.key = picker_key, .move = picker_move, .update = picker_update, .draw = picker_draw, \
		.free = picker_free,                                                             \
	}

static const struct view_ops picker_ops = PICKER_OPS(CTX_PICKER), choice_ops = PICKER_OPS(CTX_CHOICE);

void picker_add_choice(struct picker_spec *spec, row_id id, const char *name)
{
	struct picker_item item = { .id = id, .name = xstrdup(name) };

	picker_item_list_add(&spec->items, &item);
}

struct view *picker_new(const struct picker_spec *spec)
{
	struct picker *picker = xcalloc(1, sizeof *picker);

	picker->view.ops = spec->several ? &picker_ops : &choice_ops;
	picker->spec = *spec;
	picker->title = xstrdup(spec->title);
	picker->cursor_counts = true;
	for (size_t i = 0; i < spec->items.count; i++)
		picker->cursor_counts = picker->cursor_counts && !spec->items.items[i].picked;
	lineedit_init(&picker->query, NULL, QUERY_MAX);
	strbuf_init(&picker->trouble);
	narrow(picker);
	return &picker->view;
}
