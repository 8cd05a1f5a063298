/* Search as one types: what answers is shown at once; Enter goes there. */
#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/app.h"
#include "tui/layout.h"
#include "tui/lineedit.h"
#include "tui/outline.h"
#include "tui/task_row.h"
#include "tui/view_outline.h"

enum { QUERY_MAX = 200, COUNT_MAX = 1000 };

struct search_view {
	struct view view;
	struct lineedit query;
	struct filter filter;		/* just the words typed */
	struct outline found;
	int count;			/* of all that answer, at most COUNT_MAX; -1: not counted yet */
	struct list list;
	struct date today;
};

static struct search_view *search_view(struct view *view)
{
	return (struct search_view *)view;
}

static bool is_empty(const struct search_view *v)
{
	return v->query.text.text[strspn(v->query.text.text, " ")] == '\0';
}

static bool search_key(struct view *view, struct app *app, const struct key *key)
{
	enum lineedit_result result = lineedit_key(&search_view(view)->query, &app->input, key);

	if (result == LINEEDIT_CHANGED)
		view->stale = app->rest_due = true;
	return result != LINEEDIT_NOT_TAKEN;
}

static enum status read_found(struct search_view *v, struct error *err)
{
	struct filter_term words = { .field = FILTER_TEXT, .text = xstrdup(v->query.text.text) };
	enum status status;

	filter_release(&v->filter);
	filter_term_list_add(&v->filter.terms, &words);
	v->filter.today = v->today;
	v->found.filter = &v->filter;
	v->list = (struct list){ .rows = v->list.rows };
	v->count = 0;
	outline_trim(&v->found, FORWARD, 0);
	if (is_empty(v))
		return OK;
	status = outline_load(&v->found, (struct outline_spot){ 0 }, v->list.rows + 1, err);
	v->count = v->found.whole_after ? (int)v->found.count : -1;
	return status;
}

/* How many there are can wait until the typing stops: it may cost more than finding the first ones. */
static enum status search_rest(struct view *view, struct app *app, struct error *err)
{
	struct search_view *v = search_view(view);
	struct store *store = app->wb->store;

	if (v->count >= 0)
		return OK;
	return store->task_count(store, v->found.plan, &v->filter, COUNT_MAX, &v->count, err);
}

static enum status search_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct search_view *v = search_view(view);
	enum status status = OK;
	int added;

	(void)app;
	v->list.rows = rect.rows - 2;
	v->today = clock_today();
	if (view->stale)
		status = read_found(v, err);
	view->stale = false;
	if (!status && !is_empty(v) && v->list.cursor + v->list.rows >= (int)v->found.count)
		status = outline_extend(&v->found, FORWARD, 2 * v->list.rows, &added, err);
	list_fit(&v->list, (int)v->found.count, rect.rows - 2);
	return status;
}

static void search_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&search_view(view)->list, move);
}

static void draw_count(const struct search_view *v, struct surface *surface, int row, int columns)
{
	char *text;

	if (is_empty(v))
		text = xstrdup(_("Gõ vài chữ của nhiệm vụ, không cần dấu"));
	else if (v->count < 0)
		text = xstrdup(_("Còn nhiều nhiệm vụ nữa …"));
	else
		text = xasprintf(v->count < COUNT_MAX ? _("%d nhiệm vụ") : _("hơn %d nhiệm vụ"), v->count);
	surface_text(surface, row, 1, columns - 2, STYLE_DIM, text);
	free(text);
}

static void search_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct search_view *v = (const struct search_view *)view;
	struct task_columns at = layout_task_columns(rect.columns);
	int column = 1 + surface_text(surface, rect.row, 1, 6, STYLE_STRONG, _("Tìm: "));

	lineedit_draw(&v->query, surface, rect.row, column, rect.columns - 1 - column);
	draw_count(v, surface, rect.row + 1, rect.columns);
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++) {
		int row = rect.row + 2 + i;

		draw_task_row(surface, row, &at, &v->found.rows[v->list.top + i].task, v->today, true);
		if (v->list.top + i == v->list.cursor)
			draw_cursor(surface, row, &at);
	}
}

static void search_free(struct view *view)
{
	struct search_view *v = search_view(view);

	outline_release(&v->found);
	filter_release(&v->filter);
	lineedit_release(&v->query);
	free(v);
}

static const struct view_ops search_ops = {
	.title = N_("Tìm nhiệm vụ"),
	.context = CTX_SEARCH,
	.text = true,
	.key = search_key,
	.move = search_move,
	.update = search_update,
	.draw = search_draw,
	.rest = search_rest,
	.free = search_free,
};

int act_search(struct app *app, struct view *view)
{
	struct search_view *v = xcalloc(1, sizeof *v);

	(void)view;
	v->view.ops = &search_ops;
	outline_init(&v->found, app->wb->store, app->plan.id);
	lineedit_init(&v->query, NULL, QUERY_MAX);
	app_push(app, &v->view);
	return NOTHING;
}

int act_search_accept(struct app *app, struct view *view)
{
	struct search_view *v = search_view(view);
	struct view *outline = app_find(app, CTX_OUTLINE);
	struct error err = ERROR_INIT;

	if (!v->found.count) {
		app_say(app, _("Chưa thấy nhiệm vụ nào; hãy gõ chữ khác."));
		return NOTHING;
	}
	if (outline_view_go(outline, app, outline_row_id(&v->found.rows[v->list.cursor]), &err))
		app_complain(app, &err);
	error_release(&err);
	app_remove(app, view);
	return NOTHING;
}
