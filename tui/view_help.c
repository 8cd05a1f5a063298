/* Help for a screen, and the palette: both made from the table of actions. */
#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/app.h"
#include "tui/picker.h"

enum { KEYS_COLUMN = 2, KEYS_COLUMNS = 14, LABEL_COLUMN = 17 };

struct help_view {
	struct view view;
	const char *about;	/* the screen, to be translated */
	unsigned context;
	struct list list;
};

/* --- help --------------------------------------------------------------- */

/* The Nth action of CONTEXT; NULL behind the last. */
static const struct action *action_of(unsigned context, int n)
{
	for (int i = 0; i < ACTION_COUNT; i++) {
		if ((actions[i].contexts & context) && n-- == 0)
			return &actions[i];
	}
	return NULL;
}

static int count_actions(unsigned context)
{
	int count = 0;

	while (action_of(context, count))
		count++;
	return count;
}

static enum status help_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct help_view *v = (struct help_view *)view;

	(void)app;
	(void)err;
	list_fit(&v->list, count_actions(v->context), rect.rows - 2);
	return OK;
}

static void help_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&((struct help_view *)view)->list, move);
}

static void draw_action(const struct action *action, unsigned context, struct surface *surface, int row,
			bool cursor)
{
	struct strbuf keys = STRBUF_INIT;

	action_keys(action, context, &keys);
	if (cursor)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	surface_text(surface, row, KEYS_COLUMN, KEYS_COLUMNS, STYLE_STRONG, keys.text);
	surface_text(surface, row, LABEL_COLUMN, surface->columns - 1 - LABEL_COLUMN, STYLE_NORMAL,
		     _(action->label));
	strbuf_release(&keys);
}

static void help_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct help_view *v = (const struct help_view *)view;
	char *title = xasprintf(_("Trợ giúp: %s"), _(v->about));

	surface_text(surface, rect.row, 1, rect.columns - 2, STYLE_TITLE, title);
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_action(action_of(v->context, v->list.top + i), v->context, surface, rect.row + 2 + i,
			    v->list.top + i == v->list.cursor);
	free(title);
}

static void help_free(struct view *view)
{
	free(view);
}

static const struct view_ops help_ops = {
	.title = N_("Trợ giúp"),
	.context = CTX_HELP,
	.move = help_move,
	.update = help_update,
	.draw = help_draw,
	.free = help_free,
};

int act_help(struct app *app, struct view *view)
{
	struct help_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &help_ops;
	v->about = view->ops->title;
	v->context = view->ops->context;
	app_push(app, &v->view);
	return NOTHING;
}

/* --- palette ------------------------------------------------------------ */

/* The view the palette was opened on is the context. */
static enum status accept_action(void *context, struct app *app, const row_id *ids, size_t count,
				 struct error *err)
{
	(void)err;
	if (count)
		app_run(app, context, &actions[ids[0] - 1]);
	return OK;
}

int act_palette(struct app *app, struct view *view)
{
	struct picker_spec spec = { .title = _("Chọn lệnh"), .accept = accept_action, .context = view };

	for (int i = 0; i < ACTION_COUNT; i++) {
		struct strbuf keys = STRBUF_INIT;
		struct picker_item item = { .id = i + 1 };

		if (!(actions[i].contexts & view->ops->context))
			continue;
		action_keys(&actions[i], view->ops->context, &keys);
		item.name = xstrdup(_(actions[i].label));
		item.detail = strbuf_detach(&keys);
		string_list_add(&item.aliases, actions[i].name);
		picker_item_list_add(&spec.items, &item);
	}
	app_push(app, picker_new(&spec));
	return NOTHING;
}
