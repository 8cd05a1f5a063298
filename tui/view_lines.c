#include "tui/view_lines.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/quick.h"
#include "tui/job.h"
#include "tui/layout.h"
#include "tui/prompt.h"
#include "tui/view_outline.h"

enum { MOST_LINES = 500, ROWS_EACH = 2, HEAD_ROWS = 1, TEXT_COLUMN = 4 };

/* One pasted line. TROUBLE: why it is no task; NULL: it is one. */
struct pasted {
	char *text;
	struct quick_task task;
	char *trouble;
	bool left_out;
};

struct lines_view {
	struct view view;
	row_id section;
	char *field;
	struct pasted *items;
	size_t count, cap;
	bool cut;			/* there were more lines than are taken */
	struct list list;
};

static struct lines_view *lines_view(struct view *view)
{
	return (struct lines_view *)view;
}

/* --- reading ------------------------------------------------------------- */

static void understand(struct lines_view *v, struct app *app, struct pasted *line)
{
	struct error err = ERROR_INIT;

	quick_task_release(&line->task);
	replace_string(&line->trouble, NULL);
	if (workbench_quick_read(app->wb, app->plan.id, v->section, line->text, &line->task, &err))
		line->trouble = xstrdup(error_text(&err));
	error_release(&err);
}

/* Behind "- ", "• ", "12. ", "a) ": what a list begins its lines with. */
static const char *behind_bullet(const char *text)
{
	static const char *const bullets[] = { "- ", "* ", "+ ", "• ", "– " };
	size_t digits = strspn(text, "0123456789");

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (!strncmp(text, bullets[i], strlen(bullets[i])))
			return text + strlen(bullets[i]);
	if (!digits && isalpha((unsigned char)*text) && text[1] == ')' && text[2] == ' ')
		return text + 3;
	return digits && digits <= 3 && strchr(".)/", text[digits]) && text[digits] && text[digits + 1] == ' ' ? text + digits + 2 : text;
}

static void add_line(struct lines_view *v, struct app *app, const char *text, size_t length)
{
	struct strbuf clean = STRBUF_INIT;

	viet_clean(text, length, &clean);
	if (*behind_bullet(clean.text)) {
		GROW(v->items, v->count + 1, v->cap);
		v->items[v->count] = (struct pasted){ .text = xstrdup(behind_bullet(clean.text)) };
		understand(v, app, &v->items[v->count++]);
	}
	strbuf_release(&clean);
}

static void read_lines(struct lines_view *v, struct app *app, const char *text)
{
	while (*text && v->count < MOST_LINES) {
		size_t length = strcspn(text, "\r\n");

		add_line(v, app, text, length);
		text += length;
		text += strspn(text, "\r\n");
	}
	v->cut = *text != '\0';
}

static void count_lines(const struct lines_view *v, int *good, int *bad)
{
	*good = *bad = 0;
	for (size_t i = 0; i < v->count; i++) {
		*bad += !v->items[i].left_out && v->items[i].trouble;
		*good += !v->items[i].left_out && !v->items[i].trouble;
	}
}

static enum status lines_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct lines_view *v = lines_view(view);
	int rows = (rect.rows - HEAD_ROWS) / ROWS_EACH;

	(void)app;
	(void)err;
	view->stale = false;
	list_fit(&v->list, (int)v->count, rows > 1 ? rows : 1);
	return OK;
}

/* --- drawing ------------------------------------------------------------- */

static void draw_title(const struct lines_view *v, struct surface *surface, int row)
{
	int good, bad, width;
	char *figures;

	count_lines(v, &good, &bad);
	figures = xasprintf(bad ? _("%d việc · %d dòng chưa hiểu") : _("%d việc"), good, bad);
	width = viet_width(figures, strlen(figures));
	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, v->cut ? _("Các dòng dán vào (500 dòng đầu)") : _("Các dòng dán vào"));
	surface_text_right(surface, row, surface->columns - 1 - width, width, bad ? STYLE_OVERDUE : STYLE_TITLE, figures);
	free(figures);
}

static void draw_line(const struct lines_view *v, struct surface *surface, int row, int number)
{
	const struct pasted *line = &v->items[number];
	int room = surface->columns - 1 - TEXT_COLUMN;
	struct strbuf words = STRBUF_INIT;

	if (line->left_out)
		strbuf_add_text(&words, _("bỏ qua"));
	else if (line->trouble)
		strbuf_add_text(&words, line->trouble);
	else
		quick_task_explain(&line->task, &words);
	surface_text(surface, row, 2, 1, line->trouble ? STYLE_OVERDUE : STYLE_DONE, line->left_out ? "–" : line->trouble ? "!" : "+");
	surface_text(surface, row, TEXT_COLUMN, room, line->left_out ? STYLE_DIM : STYLE_NORMAL, line->trouble || line->left_out ? line->text : line->task.title);
	surface_text(surface, row + 1, TEXT_COLUMN, room, line->trouble && !line->left_out ? STYLE_OVERDUE : STYLE_DIM, words.text);
	if (number == v->list.cursor)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	strbuf_release(&words);
}

static void lines_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct lines_view *v = (const struct lines_view *)view;

	draw_title(v, surface, rect.row);
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++)
		draw_line(v, surface, rect.row + HEAD_ROWS + ROWS_EACH * i, v->list.top + i);
}

/* --- the view ------------------------------------------------------------ */

static void lines_move(struct view *view, struct app *app, enum move move)
{
	(void)app;
	list_move(&lines_view(view)->list, move);
}

/* The lines as they stand now, those left out too. */
static void keep_lines(const struct lines_view *v, struct app *app)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < v->count; i++)
		strbuf_addf(&text, "%s%s", i ? "\n" : "", v->items[i].text);
	app_keep_unfinished(app, v->field, text.text);
	strbuf_release(&text);
}

static void lines_back(struct view *view, struct app *app)
{
	struct lines_view *v = lines_view(view);
	int good, bad;

	count_lines(v, &good, &bad);
	if (good + bad) {
		keep_lines(v, app);
		app_say(app, _("Chưa thêm; các dòng đã dán còn giữ, nhấn n ở mục này là có."));
	} else {
		app_keep_unfinished(app, v->field, NULL);
	}
	app_remove(app, view);
}

static void lines_free(struct view *view)
{
	struct lines_view *v = lines_view(view);

	for (size_t i = 0; i < v->count; i++) {
		free(v->items[i].text);
		free(v->items[i].trouble);
		quick_task_release(&v->items[i].task);
	}
	free(v->items);
	free(v->field);
	free(v);
}

static const struct view_ops lines_ops = {
	.title = N_("Các dòng dán vào"),
	.context = CTX_LINES,
	.move = lines_move,
	.update = lines_update,
	.draw = lines_draw,
	.back = lines_back,
	.free = lines_free,
};

struct view *lines_view_new(struct app *app, row_id section, const char *field, const char *text)
{
	struct lines_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &lines_ops;
	v->section = section;
	v->field = xstrdup(field);
	read_lines(v, app, text);
	if (!v->count) {
		lines_free(&v->view);
		return NULL;
	}
	keep_lines(v, app);
	return &v->view;
}

/* --- keys ---------------------------------------------------------------- */

int act_line_leave_out(struct app *app, struct view *view)
{
	struct lines_view *v = lines_view(view);
	struct pasted *line = &v->items[v->list.cursor];

	(void)app;
	line->left_out = !line->left_out;
	list_move(&v->list, MOVE_DOWN);
	return NOTHING;
}

static enum status accept_edit(void *context, struct app *app, const char *text, struct error *err)
{
	struct lines_view *v = context;
	struct pasted *line = &v->items[v->list.cursor];

	(void)err;
	replace_string(&line->text, text);
	understand(v, app, line);
	keep_lines(v, app);
	return OK;
}

int act_line_edit(struct app *app, struct view *view)
{
	struct lines_view *v = lines_view(view);
	struct prompt_spec spec = {
		.label = _("Dòng này"), .initial = v->items[v->list.cursor].text, .field = "pasted-line", .max = LINE_MAX_LETTERS,
		.accept = accept_edit, .context = v,
	};

	app_push(app, prompt_new(app, &spec));
	return NOTHING;
}

static enum status add_all(struct lines_view *v, struct app *app, struct task_ids *ids, struct error *err)
{
	struct quick_task *tasks = xcalloc(v->count, sizeof *tasks);
	size_t count = 0;
	enum status status;

	for (size_t i = 0; i < v->count; i++)
		if (!v->items[i].left_out)
			tasks[count++] = v->items[i].task;	/* its strings stay the line's */
	status = workbench_quick_add(app->wb, tasks, count, ids, err);
	free(tasks);
	return status;
}

int act_lines_add(struct app *app, struct view *view)
{
	struct lines_view *v = lines_view(view);
	struct view *outline = app_find(app, CTX_OUTLINE);
	struct task_ids ids = { 0 };
	struct error err = ERROR_INIT;
	int good, bad;
	enum status status;

	count_lines(v, &good, &bad);
	if (bad || !good) {
		app_say(app, bad ? _("Còn %d dòng chưa hiểu: nhấn e để sửa, x để bỏ qua dòng đó.") : _("Không còn dòng nào để thêm; Esc để trở lại."), bad);
		return NOTHING;
	}
	status = add_all(v, app, &ids, &err);
	if (!status) {
		app_keep_unfinished(app, v->field, NULL);
		app_say(app, _("Đã thêm %zu nhiệm vụ · u để hoàn tác"), ids.count);
		app_remove(app, view);
		if (outline)
			status = outline_view_go(outline, app, ids.items[0], &err);
	}
	task_ids_release(&ids);
	return show_outcome(app, status, &err);
}
