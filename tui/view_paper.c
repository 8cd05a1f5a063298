#include "tui/view_paper.h"

#include <stdlib.h>
#include <string.h>

#include "core/workbench/meeting_paper.h"

enum { PAPER_COLUMNS = 76, HEAD_ROWS = 2 };

struct paper_view {
	struct view view;
	row_id meeting;
	enum meeting_paper which;
	char *draft;
	struct string_list lines;
	int columns;		/* that they were wrapped at */
	struct list list;	/* its top is what is read; the cursor goes with it */
};

static struct paper_view *paper_view(struct view *view)
{
	return (struct paper_view *)view;
}

/* --- reading -------------------------------------------------------------------- */

static void set_lines(struct paper_view *v, int columns)
{
	struct strbuf text = STRBUF_INIT;
	const char *line;

	paper_as_text(v->draft ? v->draft : "", columns, &text);
	string_list_clear(&v->lines);
	for (line = text.text; *line; line += strcspn(line, "\n") + 1)
		string_list_add_owned(&v->lines, xstrndup(line, strcspn(line, "\n")));
	v->columns = columns;
	strbuf_release(&text);
}

static enum status read_draft(struct paper_view *v, struct store *store, struct error *err)
{
	struct meeting meeting = { 0 };
	enum status status = store->meeting_get(store, v->meeting, &meeting, err);

	if (!status)
		replace_string(&v->draft, v->which == PAPER_MINUTES ? meeting.minutes : meeting.notice);
	meeting_release(&meeting);
	return status;
}

static enum status paper_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct paper_view *v = paper_view(view);
	int columns = rect.columns - 2 < PAPER_COLUMNS ? rect.columns - 2 : PAPER_COLUMNS;
	enum status status = OK;

	if (view->stale) {
		view->stale = false;
		status = read_draft(v, app->wb->store, err);
		set_lines(v, columns);
	} else if (columns != v->columns) {
		set_lines(v, columns);
	}
	list_fit(&v->list, (int)v->lines.count, rect.rows - HEAD_ROWS);
	return status;
}

/* --- drawing ---------------------------------------------------------------------- */

static void paper_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct paper_view *v = (const struct paper_view *)view;
	char *title = xasprintf(_("%s · lấy bản Word: kehoach meeting %s %lld -o TỆP.docx"),
				v->which == PAPER_MINUTES ? _("Biên bản") : _("Thông báo kết luận"),
				v->which == PAPER_MINUTES ? "minutes" : "notice", v->meeting);

	surface_text(surface, rect.row, 1, rect.columns - 2, STYLE_TITLE, title);
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		surface_text(surface, rect.row + HEAD_ROWS + i, 1, rect.columns - 2, STYLE_NORMAL, v->lines.items[v->list.top + i]);
	free(title);
}

/* --- the view ------------------------------------------------------------------------ */

/* Lines scroll; there is no row to stand on. */
static void paper_move(struct view *view, struct app *app, enum move move)
{
	struct list *list = &paper_view(view)->list;

	(void)app;
	if (move == MOVE_DOWN || move == MOVE_PAGE_DOWN)
		list->cursor = list->top + list->rows - 1 < list->count ? list->top + list->rows - 1 : list->cursor;
	else if (move == MOVE_UP || move == MOVE_PAGE_UP)
		list->cursor = list->top;
	list_move(list, move);
}

static void paper_free(struct view *view)
{
	struct paper_view *v = paper_view(view);

	string_list_release(&v->lines);
	free(v->draft);
	free(v);
}

static const struct view_ops paper_ops = {
	.title = N_("Biên bản, thông báo kết luận"),
	.context = CTX_PAPER,
	.move = paper_move,
	.update = paper_update,
	.draw = paper_draw,
	.free = paper_free,
};

struct view *paper_view_new(row_id meeting)
{
	struct paper_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &paper_ops;
	v->meeting = meeting;
	v->which = PAPER_NOTICE;
	return &v->view;
}

int act_paper_other(struct app *app, struct view *view)
{
	struct paper_view *v = paper_view(view);

	(void)app;
	v->which = v->which == PAPER_MINUTES ? PAPER_NOTICE : PAPER_MINUTES;
	v->list = (struct list){ 0 };
	return CHANGED;
}
