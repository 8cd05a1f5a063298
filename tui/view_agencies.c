#include "tui/view_agencies.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/detail.h"
#include "tui/layout.h"
#include "tui/lineedit.h"
#include "tui/match.h"

enum { QUERY_MAX = 200, FIRST_COLUMN = 2 };

struct agencies_view {
	struct view view;
	struct agency_list items;
	int *counts;			/* of each: members of a group, groups that an agency is in */
	size_t groups;
	struct lineedit query;
	struct match_list shown;
	struct list list;		/* counts those shown */
	struct detail detail;
};

static const struct view_ops agencies_ops, narrowing_ops;

static struct agencies_view *agencies_view(struct view *view)
{
	return (struct agencies_view *)view;
}

static const struct agency *agency_at_cursor(const struct agencies_view *v)
{
	return v->shown.count ? &v->items.items[v->shown.items[v->list.cursor].item] : NULL;
}

static void note_cursor(struct agencies_view *v, struct app *app)
{
	const struct agency *agency = agency_at_cursor(v);

	app->agency = agency ? agency->id : app->agency;
	v->detail.late = true;
}

/* --- what is shown ------------------------------------------------------ */

static int match_agency(struct match_query *query, const struct agency *agency)
{
	struct string_list others = { 0 };
	int score;

	for (size_t i = 0; i < agency->aliases.count; i++)
		string_list_add(&others, agency->aliases.items[i].name);
	score = match_names(query, agency->code, agency->name, &others);
	string_list_release(&others);
	return score;
}

static void narrow(struct agencies_view *v)
{
	struct match_query query;

	match_query_init(&query, v->query.text.text);
	v->shown.count = 0;
	for (size_t i = 0; i < v->items.count; i++) {
		const struct agency *agency = &v->items.items[i];
		int score = query.all ? 1 : match_agency(&query, agency);

		if (score)
			match_list_add(&v->shown, (int)i, score);
	}
	match_query_release(&query);
	list_fit(&v->list, (int)v->shown.count, v->list.rows);
}

static int find_shown(const struct agencies_view *v, row_id agency)
{
	for (size_t i = 0; i < v->shown.count; i++)
		if (v->items.items[v->shown.items[i].item].id == agency)
			return (int)i;
	return -1;
}

static void drop_query(struct agencies_view *v)
{
	lineedit_release(&v->query);
	lineedit_init(&v->query, NULL, QUERY_MAX);
	narrow(v);
}

/* Stand on AGENCY, also when it does not answer to what was typed: it may just have been added. */
static void go(struct agencies_view *v, row_id agency)
{
	if (find_shown(v, agency) < 0)
		drop_query(v);
	if (find_shown(v, agency) >= 0)
		list_go(&v->list, find_shown(v, agency));
}

static int index_of(const struct agency_list *list, row_id id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return (int)i;
	return -1;
}

static enum status count_members(struct agencies_view *v, struct store *store, struct error *err)
{
	enum status status = OK;

	v->groups = 0;
	free(v->counts);
	v->counts = xcalloc(v->items.count, sizeof *v->counts);
	for (size_t i = 0; i < v->items.count && !status && v->items.items[i].kind == AGENCY_GROUP; i++) {
		struct agency_list members = { 0 };

		v->groups++;
		status = store->agency_members(store, v->items.items[i].id, &members, err);
		v->counts[i] = (int)members.count;
		for (size_t m = 0; m < members.count; m++) {
			int at = index_of(&v->items, members.items[m].id);

			if (at >= 0)
				v->counts[at]++;
		}
		agency_list_release(&members);
	}
	return status;
}

static enum status read_items(struct agencies_view *v, struct store *store, struct error *err)
{
	struct agency_list items = { 0 };
	enum status status = store->agency_list(store, &items, err);

	if (status)
		return status;
	agency_list_release(&v->items);
	v->items = items;
	narrow(v);
	return count_members(v, store, err);
}

static enum status read_detail(struct agencies_view *v, struct app *app, struct error *err)
{
	const struct agency *agency = agency_at_cursor(v);

	v->detail.late = false;
	detail_clear(&v->detail);
	return agency ? detail_read_agency(&v->detail, app->wb->store, agency->id, app->plan.id, err) : OK;
}

static enum status agencies_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct agencies_view *v = agencies_view(view);
	struct list_panes panes = detail_panes_now(&v->detail, app, rect);
	enum status status = OK;

	v->detail.rect = panes.detail;
	v->list.rows = panes.list.rows;
	if (view->stale) {
		view->stale = false;
		status = read_items(v, app->wb->store, err);
		if (!status) {
			go(v, app->agency);
			status = read_detail(v, app, err);
		}
	}
	list_fit(&v->list, (int)v->shown.count, v->list.rows);
	return status;
}

static enum status agencies_rest(struct view *view, struct app *app, struct error *err)
{
	struct agencies_view *v = agencies_view(view);

	return v->detail.late ? read_detail(v, app, err) : OK;
}

/* --- keys --------------------------------------------------------------- */

static void agencies_move(struct view *view, struct app *app, enum move move)
{
	struct agencies_view *v = agencies_view(view);

	if (detail_move(&v->detail, move))
		return;
	list_move(&v->list, move);
	note_cursor(v, app);
}

static void agencies_detail(struct view *view, struct app *app)
{
	struct agencies_view *v = agencies_view(view);
	struct error err = ERROR_INIT;

	detail_turn(&v->detail);
	if (v->detail.late && read_detail(v, app, &err))
		app_complain(app, &err);
	error_release(&err);
}

/* Esc leads out of the detail, then of what was typed, and only then of the view. */
static void agencies_back(struct view *view, struct app *app)
{
	struct agencies_view *v = agencies_view(view);

	if (v->detail.reading) {
		agencies_detail(view, app);
	} else if (v->query.text.length) {
		drop_query(v);
		go(v, app->agency);
	} else {
		app_remove(app, view);
	}
}

static bool narrowing_key(struct view *view, struct app *app, const struct key *key)
{
	struct agencies_view *v = agencies_view(view);
	enum lineedit_result result = lineedit_key(&v->query, &app->input, key);

	if (result == LINEEDIT_CHANGED) {
		narrow(v);
		list_go(&v->list, 0);
		note_cursor(v, app);
		app->rest_due = true;
	}
	return result != LINEEDIT_NOT_TAKEN;
}

static void narrowing_back(struct view *view, struct app *app)
{
	view->ops = &agencies_ops;
	drop_query(agencies_view(view));
	go(agencies_view(view), app->agency);
}

int act_agency_narrow(struct app *app, struct view *view)
{
	(void)app;
	agencies_view(view)->detail.reading = false;
	view->ops = &narrowing_ops;
	return NOTHING;
}

int act_agency_narrowed(struct app *app, struct view *view)
{
	struct agencies_view *v = agencies_view(view);

	if (!v->shown.count) {
		app_say(app, _("Không có cơ quan nào khớp với chữ đã gõ; hãy xóa bớt chữ."));
		return NOTHING;
	}
	view->ops = &agencies_ops;
	return NOTHING;
}

/* --- drawing ------------------------------------------------------------ */

static void draw_title(const struct agencies_view *v, struct surface *surface, int row)
{
	char *counts = xasprintf(_("%zu cơ quan · %zu nhóm"), v->items.count - v->groups, v->groups);
	int width = viet_width(counts, strlen(counts));

	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, _("Sổ cơ quan"));
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, counts);
	free(counts);
}

static void draw_query(const struct agencies_view *v, struct surface *surface, int row)
{
	char *found = xasprintf(_("%zu kết quả"), v->shown.count);
	int width = viet_width(found, strlen(found));
	int column = 1 + surface_text(surface, row, 1, 6, STYLE_STRONG, _("Tìm: "));
	int room = surface->columns - width - 2 - column;

	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_DIM, found);
	if (v->view.ops == &narrowing_ops)
		lineedit_draw(&v->query, surface, row, column, room);
	else
		surface_text(surface, row, column, room, STYLE_MATCH, v->query.text.text);
	free(found);
}

static void draw_heads(const struct agencies_view *v, struct surface *surface, int row,
		       const struct agency_columns *at)
{
	if (v->view.ops == &narrowing_ops || v->query.text.length) {
		draw_query(v, surface, row);
		return;
	}
	surface_span(surface, row, at->code, STYLE_DIM, _("Ký hiệu"));
	surface_span(surface, row, at->name, STYLE_DIM, _("Tên"));
	surface_span(surface, row, at->aliases, STYLE_DIM, _("Tên khác"));
	surface_span(surface, row, at->kind, STYLE_DIM, _("Loại"));
	surface_span(surface, row, at->wording, STYLE_DIM, _("Lời văn"));
	surface_span(surface, row, at->count, STYLE_DIM, _("Gồm / thuộc"));
}

static void draw_agency(const struct agencies_view *v, struct surface *surface, int row,
			const struct agency_columns *at, int index)
{
	int item = v->shown.items[index].item;
	const struct agency *agency = &v->items.items[item];
	bool group = agency->kind == AGENCY_GROUP;
	char *count = xasprintf(group ? _("%d cơ quan") : _("%d nhóm"), v->counts[item]);
	struct strbuf aliases = STRBUF_INIT, name = STRBUF_INIT;

	agency_describe(agency, &name);
	surface_span(surface, row, at->code, STYLE_NORMAL, agency->code);
	surface_span(surface, row, at->name, group ? STYLE_STRONG : STYLE_NORMAL, name.text);
	for (size_t i = 0; i < agency->aliases.count; i++)
		strbuf_addf(&aliases, "%s%s", i ? "; " : "", agency->aliases.items[i].name);
	surface_span(surface, row, at->aliases, STYLE_DIM, aliases.text);
	surface_span(surface, row, at->kind, STYLE_DIM, agency_kind_label(agency->kind));
	surface_span(surface, row, at->wording, STYLE_NORMAL, agency->requested ? _("đề nghị") : _("giao"));
	if (group || v->counts[item])
		surface_span(surface, row, at->count, STYLE_NORMAL, count);
	strbuf_release(&name);
	strbuf_release(&aliases);
	free(count);
}

static void draw_cursor(struct surface *surface, int row, const struct agency_columns *at)
{
	surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	surface_restyle(surface, (struct rect){ row, 0, 1, at->code.column + at->code.width }, STYLE_CURSOR);
}

static void draw_nothing(const struct agencies_view *v, struct surface *surface, struct rect rect)
{
	struct rect text = { rect.row, FIRST_COLUMN, rect.rows, rect.columns - 3 };

	surface_paragraph(surface, text, STYLE_DIM,
			  v->items.count ? _("Không có cơ quan nào khớp; Esc hiện lại tất cả.")
					 : _("Sổ chưa có cơ quan nào; nhấn n để thêm."));
}

static void agencies_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct agencies_view *v = (const struct agencies_view *)view;
	struct list_panes panes = detail_panes(&v->detail, rect);
	struct agency_columns at = layout_agency_columns(rect.columns);

	draw_title(v, surface, panes.title);
	draw_heads(v, surface, panes.heads, &at);
	if (!v->shown.count)
		draw_nothing(v, surface, panes.list);
	for (int i = 0; i < panes.list.rows && v->list.top + i < v->list.count; i++) {
		draw_agency(v, surface, panes.list.row + i, &at, v->list.top + i);
		if (v->list.top + i == v->list.cursor)
			draw_cursor(surface, panes.list.row + i, &at);
	}
	detail_draw(&v->detail, surface, &panes);
}

/* --- the view ----------------------------------------------------------- */

static void agencies_target(const struct view *view, struct target *target)
{
	const struct agency *agency = agency_at_cursor((const struct agencies_view *)view);

	target->agency = agency ? agency->id : 0;
}

static void agencies_free(struct view *view)
{
	struct agencies_view *v = agencies_view(view);

	agency_list_release(&v->items);
	match_list_release(&v->shown);
	lineedit_release(&v->query);
	detail_release(&v->detail);
	free(v->counts);
	free(v);
}

static const struct view_ops agencies_ops = {
	.title = N_("Sổ cơ quan"),
	.context = CTX_AGENCIES,
	.move = agencies_move,
	.detail = agencies_detail,
	.update = agencies_update,
	.draw = agencies_draw,
	.rest = agencies_rest,
	.target = agencies_target,
	.back = agencies_back,
	.free = agencies_free,
};

/* The same while a name is typed. */
static const struct view_ops narrowing_ops = {
	.title = N_("Tìm cơ quan"),
	.context = CTX_AGENCY_NAME,
	.text = true,
	.key = narrowing_key,
	.move = agencies_move,
	.update = agencies_update,
	.draw = agencies_draw,
	.rest = agencies_rest,
	.target = agencies_target,
	.back = narrowing_back,
	.free = agencies_free,
};

struct view *agencies_view_new(void)
{
	struct agencies_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &agencies_ops;
	lineedit_init(&v->query, NULL, QUERY_MAX);
	return &v->view;
}

int act_view_agencies(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, agencies_view_new());
	return NOTHING;
}
