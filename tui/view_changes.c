#include "tui/view_changes.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"

enum { SIGN_COLUMN = 2, TEXT_COLUMN = 4 };

/* A row of the screen: the sentences are wrapped, none is cut. */
struct line {
	const char *text;	/* in a sentence */
	size_t length;
	bool first;		/* of its sentence */
};

struct changes_view {
	struct view view;
	struct string_list changes;
	struct line *lines;
	size_t count, cap;
	int columns;		/* that they were wrapped for */
	struct list list;
	void (*store)(void *context, struct app *app);
	void *context;
};

static void wrap(struct changes_view *v, const char *sentence, int columns)
{
	size_t length = strlen(sentence), at = 0;

	while (at < length) {
		size_t next, bytes = viet_wrap(sentence + at, length - at, columns, &next);

		GROW(v->lines, v->count + 1, v->cap);
		v->lines[v->count++] = (struct line){ sentence + at, bytes, !at };
		at += next;
	}
}

static enum status changes_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct changes_view *v = (struct changes_view *)view;
	int columns = rect.columns - 1 - TEXT_COLUMN;

	(void)app;
	(void)err;
	if (v->columns != columns) {
		v->columns = columns;
		v->count = 0;
		for (size_t i = 0; i < v->changes.count; i++)
			wrap(v, v->changes.items[i], columns > 1 ? columns : 1);
	}
	list_fit(&v->list, (int)v->count, rect.rows - 2);
	return OK;
}

static void changes_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&((struct changes_view *)view)->list, move);
}

static void draw_line(const struct line *line, struct surface *surface, int row, bool cursor)
{
	char *text = xstrndup(line->text, line->length);

	if (cursor)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	if (line->first)
		surface_text(surface, row, SIGN_COLUMN, 1, STYLE_DIM, "·");
	surface_text(surface, row, TEXT_COLUMN, surface->columns - 1 - TEXT_COLUMN, STYLE_NORMAL, text);
	free(text);
}

static void changes_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct changes_view *v = (const struct changes_view *)view;
	char *title = xasprintf(_("So với bản đang lưu: %zu chỗ khác"), v->changes.count);

	surface_text(surface, rect.row, 1, rect.columns - 2, STYLE_TITLE, title);
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_line(&v->lines[v->list.top + i], surface, rect.row + 2 + i, v->list.top + i == v->list.cursor);
	free(title);
}

static void changes_free(struct view *view)
{
	struct changes_view *v = (struct changes_view *)view;

	string_list_release(&v->changes);
	free(v->lines);
	free(v);
}

static const struct view_ops changes_ops = {
	.title = N_("So với bản đang lưu"),
	.context = CTX_CHANGES,
	.move = changes_move,
	.update = changes_update,
	.draw = changes_draw,
	.free = changes_free,
};

struct view *changes_view_new(struct string_list *changes, void (*store)(void *context, struct app *app), void *context)
{
	struct changes_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &changes_ops;
	v->changes = *changes;
	v->store = store;
	v->context = context;
	*changes = (struct string_list){ 0 };
	return &v->view;
}

int act_changes_store(struct app *app, struct view *view)
{
	struct changes_view *v = (struct changes_view *)view;

	v->store(v->context, app);
	return NOTHING;
}
