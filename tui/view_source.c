#include "tui/view_source.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/detail.h"

struct source_view {
	struct view view;
	row_id plan;
	struct source_list sources;	/* of the plan, without their bytes */
	row_id source;			/* the one to show; 0: the plan's own */
	bool is_read;
	int first, last;		/* lines that the task came from; 0: no task asked */
	char *name;			/* of the file */
	char *trouble;			/* why there are no lines; NULL: there are */
	struct manuscript lines;
	struct unused_line_list unused;	/* by line */
	bool only_unused;
	struct list list;		/* counts the lines, or those not used */
	struct detail detail;
};

static struct source_view *source_view(struct view *view)
{
	return (struct source_view *)view;
}

/* --- lines -------------------------------------------------------------- */

/* What a row of the list shows. */
struct row {
	int line;		/* as its paragraph counts; several may have the same, as the cells of a row */
	const char *original;	/* as it stands in the file */
	const char *text;	/* without needless blanks */
	const char *why;	/* it went nowhere; NULL: it did not */
};

/* How many unused lines stand before LINE. */
static size_t unused_before(const struct source_view *v, int line)
{
	size_t low = 0, high = v->unused.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (v->unused.items[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The texts differ where the plan was read back from an export: the numbers mean lines of another file. */
static const char *why_unused(const struct source_view *v, const struct paragraph *paragraph)
{
	for (size_t at = unused_before(v, paragraph->line); at < v->unused.count; at++) {
		const struct unused_line *unused = &v->unused.items[at];

		if (unused->line != paragraph->line)
			return NULL;
		if (!strcmp(unused->text, paragraph->text))
			return unused->why;
	}
	return NULL;
}

/* The first paragraph that counts as LINE or more. */
static size_t paragraphs_before(const struct source_view *v, int line)
{
	size_t low = 0, high = v->lines.paragraphs.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (v->lines.paragraphs.items[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_of_task(const struct source_view *v, int line)
{
	return line >= v->first && line <= v->last;
}

static int count_rows(const struct source_view *v)
{
	return (int)(v->only_unused ? v->unused.count : v->lines.paragraphs.count);
}

static struct row row_at(const struct source_view *v, int index)
{
	const struct paragraph *paragraph;
	const struct unused_line *unused;

	if (v->only_unused) {
		unused = &v->unused.items[index];
		return (struct row){ unused->line, unused->text, unused->text, unused->why };
	}
	paragraph = &v->lines.paragraphs.items[index];
	return (struct row){ paragraph->line, paragraph->original, paragraph->text,
			     why_unused(v, paragraph) };
}

/* --- reading ------------------------------------------------------------ */

static void forget_source(struct source_view *v)
{
	manuscript_release(&v->lines);
	v->lines = (struct manuscript){ 0 };
	unused_line_list_clear(&v->unused);
	replace_string(&v->trouble, NULL);
	replace_string(&v->name, NULL);
}

/* The lines of one source, or of all of a plan that was read back from an export. */
static enum status read_unused(struct source_view *v, struct store *store, struct error *err)
{
	struct unused_line_list all = { 0 };
	enum status status = store->unused_lines(store, v->plan, &all, err);

	for (size_t i = 0; i < all.count; i++)
		if (!all.items[i].source_id || all.items[i].source_id == v->source)
			unused_line_list_add(&v->unused, &all.items[i]);
	unused_line_list_release(&all);
	return status;
}

/* What cannot be read is told in place of the lines. */
static void read_lines(struct source_view *v, struct importer *importer, const struct source *source)
{
	struct error err = ERROR_INIT;

	if (importer->show(importer, source, &v->lines, &err))
		v->trouble = xstrdup(error_text(&err));
	error_release(&err);
}

static enum status read_source(struct source_view *v, struct app *app, struct error *err)
{
	struct store *store = app->wb->store;
	struct source source = { 0 };
	enum status status;

	forget_source(v);
	source_list_clear(&v->sources);
	status = store->sources(store, v->plan, &v->sources, err);
	if (!status)
		status = v->source ? store->source_get(store, v->source, &source, err) :
				     store->plan_source(store, v->plan, &source, err);
	if (status == STATUS_NOT_FOUND) {
		error_clear(err);
		v->trouble = xstrdup(_("Kế hoạch này không nhập từ tệp nào."));
		status = OK;
	} else if (!status) {
		v->source = source.id;
		v->name = xstrdup(source.name);
		read_lines(v, app->importer, &source);
		status = read_unused(v, store, err);
	}
	source_release(&source);
	v->is_read = !status;
	return status;
}

static void read_detail(struct source_view *v)
{
	struct row row;

	v->detail.late = false;
	detail_clear(&v->detail);
	if (!v->list.count)
		return;
	row = row_at(v, v->list.cursor);
	if (row.why)
		detail_add(&v->detail, STYLE_SOON, xasprintf(_("Dòng %d không dùng: %s"), row.line, row.why));
	else if (!*row.text)
		detail_add(&v->detail, STYLE_DIM, xasprintf(_("Dòng %d để trống"), row.line));
	else if (is_of_task(v, row.line))
		detail_add(&v->detail, STYLE_STRONG, xasprintf(_("Dòng %d: nhiệm vụ lấy từ đây"), row.line));
	else
		detail_add(&v->detail, STYLE_DIM, xasprintf(_("Dòng %d đã dùng trong kế hoạch"), row.line));
	detail_add(&v->detail, STYLE_NORMAL, xstrdup(row.text));
}

/* A file never changes: it is read once. */
static enum status source_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct source_view *v = source_view(view);
	struct list_panes panes = detail_panes_now(&v->detail, app, rect);
	bool first = !v->is_read;
	enum status status = first ? read_source(v, app, err) : OK;

	view->stale = false;
	v->detail.rect = panes.detail;
	list_fit(&v->list, count_rows(v), panes.list.rows);
	if (first) {
		list_go(&v->list, (int)paragraphs_before(v, v->first));
		read_detail(v);
	}
	return status;
}

static enum status source_rest(struct view *view, struct app *app, struct error *err)
{
	(void)app;
	(void)err;
	if (source_view(view)->detail.late)
		read_detail(source_view(view));
	return OK;
}

/* --- keys --------------------------------------------------------------- */

static void source_move(struct view *view, struct app *app, enum move move)
{
	struct source_view *v = source_view(view);

	(void)app;
	if (detail_move(&v->detail, move))
		return;
	list_move(&v->list, move);
	v->detail.late = true;
}

static void source_detail(struct view *view, struct app *app)
{
	(void)app;
	detail_turn(&source_view(view)->detail);
	read_detail(source_view(view));
}

static void source_back(struct view *view, struct app *app)
{
	if (source_view(view)->detail.reading)
		source_detail(view, app);
	else
		app_remove(app, view);
}

/* The cursor stays on its line, or goes to the unused one behind it. */
int act_source_unused(struct app *app, struct view *view)
{
	struct source_view *v = source_view(view);
	int line = v->list.count ? row_at(v, v->list.cursor).line : 1;

	if (!v->unused.count) {
		app_say(app, _("Mọi dòng có chữ của tệp đều đã dùng."));
		return NOTHING;
	}
	v->only_unused = !v->only_unused;
	list_fit(&v->list, count_rows(v), v->list.rows);
	list_go(&v->list, v->only_unused ? (int)unused_before(v, line) : (int)paragraphs_before(v, line));
	v->detail.late = true;
	return MOVED;
}

/* A plan may have its appendices from files of their own. */
int act_source_next(struct app *app, struct view *view)
{
	struct source_view *v = source_view(view);
	size_t at = 0;

	while (at < v->sources.count && v->sources.items[at].id != v->source)
		at++;
	if (v->sources.count < 2) {
		app_say(app, _("Kế hoạch này chỉ có một tệp gốc."));
		return NOTHING;
	}
	v->source = v->sources.items[(at + 1) % v->sources.count].id;
	v->first = v->last = 0;
	v->only_unused = false;
	v->is_read = false;
	return NOTHING;
}

/* --- drawing ------------------------------------------------------------ */

static void draw_title(const struct source_view *v, struct surface *surface, int row)
{
	char *counts = xasprintf(_("%zu dòng · %zu không dùng"), v->lines.paragraphs.count, v->unused.count);
	char *more = v->sources.count > 1 ? xasprintf(_(" (một trong %zu tệp)"), v->sources.count) : xstrdup("");
	char *title = xasprintf(_("Văn bản gốc: %s%s"), v->name ? v->name : "", more);
	int width = viet_width(counts, strlen(counts));

	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, title);
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, counts);
	free(title);
	free(more);
	free(counts);
}

static void draw_heads(const struct source_view *v, struct surface *surface, int row,
		       const struct source_columns *at)
{
	surface_span(surface, row, at->number, STYLE_DIM, _("Dòng"));
	surface_span(surface, row, at->text, STYLE_DIM,
		     v->only_unused ? _("Chỉ những dòng không dùng; f hiện cả văn bản") : _("Nguyên văn"));
	surface_span(surface, row, at->why, STYLE_DIM, _("Không dùng vì"));
}

static void draw_line(const struct source_view *v, struct surface *surface, int at_row,
		      const struct source_columns *at, int index)
{
	struct row row = row_at(v, index);
	struct span text = at->text;
	char *number = xasprintf("%d", row.line);
	enum role_style style = index == v->list.cursor ? STYLE_CURSOR : STYLE_DIM;

	if (!row.why)
		text.width = surface->columns - 1 - text.column;
	surface_text_right(surface, at_row, at->number.column, at->number.width, style, number);
	surface_span(surface, at_row, text, row.why ? STYLE_DIM : STYLE_NORMAL, row.original);
	surface_span(surface, at_row, at->why, STYLE_SOON, row.why);
	if (row.why)
		surface_text(surface, at_row, at->sign.column, 1, STYLE_SOON, "-");
	else if (is_of_task(v, row.line))
		surface_text(surface, at_row, at->sign.column, 1, STYLE_STRONG, "*");
	if (index == v->list.cursor)
		surface_text(surface, at_row, 0, 1, STYLE_CURSOR, "▸");
	free(number);
}

static void source_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct source_view *v = (const struct source_view *)view;
	struct list_panes panes = detail_panes(&v->detail, rect);
	struct source_columns at = layout_source_columns(rect.columns);
	struct rect text = { panes.list.row, 2, panes.list.rows, rect.columns - 3 };

	draw_title(v, surface, panes.title);
	draw_heads(v, surface, panes.heads, &at);
	if (v->trouble)
		surface_paragraph(surface, text, STYLE_DIM, v->trouble);
	for (int i = 0; i < panes.list.rows && v->list.top + i < v->list.count; i++)
		draw_line(v, surface, panes.list.row + i, &at, v->list.top + i);
	detail_draw(&v->detail, surface, &panes);
}

/* --- the view ----------------------------------------------------------- */

static void source_free(struct view *view)
{
	struct source_view *v = source_view(view);

	forget_source(v);
	unused_line_list_release(&v->unused);
	source_list_release(&v->sources);
	detail_release(&v->detail);
	free(v);
}

static const struct view_ops source_ops = {
	.title = N_("Văn bản gốc"),
	.context = CTX_SOURCE,
	.move = source_move,
	.detail = source_detail,
	.update = source_update,
	.draw = source_draw,
	.rest = source_rest,
	.back = source_back,
	.free = source_free,
};

struct view *source_view_new(row_id plan)
{
	struct source_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &source_ops;
	v->plan = plan;
	return &v->view;
}

struct view *source_view_of_task(const struct task *task)
{
	struct view *view = source_view_new(task->plan_id);
	struct source_view *v = source_view(view);

	v->source = task->source_id;
	v->first = task->first_line;
	v->last = task->last_line;
	return view;
}

int act_task_source(struct app *app, struct view *view)
{
	struct target target;
	struct task task = { 0 };
	struct error err = ERROR_INIT;

	app_target(app, view, &target);
	if (app->wb->store->task_get(app->wb->store, target.task, &task, &err))
		app_complain(app, &err);
	else if (!task.source_id)
		app_say(app, _("Nhiệm vụ này không lấy từ tệp nào đang lưu (tự thêm, hoặc nhập từ bản xuất)."));
	else
		app_push(app, source_view_of_task(&task));
	task_release(&task);
	target_release(&target);
	error_release(&err);
	return NOTHING;
}

int act_view_source(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, source_view_new(app->plan.id));
	return NOTHING;
}
