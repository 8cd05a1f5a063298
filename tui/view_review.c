#include "tui/view_review.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/deadline.h"
#include "core/viet/viet.h"
#include "core/workbench/typed_bodies.h"
#include "tui/detail.h"
#include "tui/picker.h"
#include "tui/prompt.h"
#include "tui/stretch_order.h"
#include "tui/view_changes.h"
#include "tui/view_outline.h"

enum {
	STRETCH_ROWS = 2,	/* its words, and what was understood */
	NUMBER_COLUMNS = 5,
	SIGN_COLUMN = 7,
	TEXT_COLUMN = 9,
	UNDERSTOOD_COLUMN = 11,
	LINE_MAX_LETTERS = 500,
};

struct review_view {
	struct view view;
	struct reviewing reviewing;
	struct stretch_order order;
	struct list list;		/* counts stretches */
	struct detail detail;
	bool new_version;		/* takes the place of a stored plan: nobody is asked */
	bool placed;			/* the cursor was put where one left, or on the first guess */
	bool ended;			/* stored or cancelled */
};

static struct review_view *review_view(struct view *view)
{
	return (struct review_view *)view;
}

static const struct draft *draft_of(const struct review_view *v)
{
	return &v->reviewing.draft;
}

/* The index of the stretch under the cursor. */
static int current_index(const struct review_view *v)
{
	return stretch_order_at(&v->order, v->list.cursor);
}

static const struct stretch *stretch_at(const struct review_view *v, int row)
{
	return &draft_of(v)->stretches.items[stretch_order_at(&v->order, row)];
}

static const struct stretch *current(const struct review_view *v)
{
	return stretch_at(v, v->list.cursor);
}

static const struct draft_task *task_of(const struct review_view *v, const struct stretch *s)
{
	return s->task < 0 ? NULL : &draft_of(v)->sections.items[s->section].tasks.items[s->task];
}

/* --- what was understood, in words -------------------------------------- */

static void add_names(struct strbuf *out, const char *label, const struct agency_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		strbuf_addf(out, "%s%s", i ? "; " : label, list->items[i].name);
}

static char *names_of(const struct agency_list *list)
{
	struct strbuf out = STRBUF_INIT;

	add_names(&out, "", list);
	return strbuf_detach(&out);
}

/* The guesses that stand at the stretch and that nobody accepted. */
static const struct guess *next_guess(const struct review_view *v, int stretch, size_t *at)
{
	const struct guess_list *list = &draft_of(v)->guesses;

	while (*at < list->count) {
		const struct guess *guess = &list->items[(*at)++];

		if (guess->stretch == stretch && !guess->accepted)
			return guess;
	}
	return NULL;
}

/* --- reading ------------------------------------------------------------ */

/* The next row from FROM on that holds a doubt, the first ones behind the last; -1: none. */
static int next_doubtful(const struct review_view *v, int from)
{
	int count = v->list.count;

	for (int i = 0; i < count; i++)
		if (stretch_at(v, (from + i) % count)->certainty != CERTAINTY_SURE)
			return (from + i) % count;
	return -1;
}

/* True when WORDS say TITLE already, however they are written. */
static bool says(const char *words, const char *title)
{
	struct strbuf all = STRBUF_INIT, key = STRBUF_INIT;
	bool found;

	viet_search_key(words, strlen(words), &all);
	viet_search_key(title, strlen(title), &key);
	found = strstr(all.text, key.text) != NULL;
	strbuf_release(&all);
	strbuf_release(&key);
	return found;
}

static void add_labelled_names(struct detail *detail, const char *label, const struct agency_list *list)
{
	struct strbuf words = STRBUF_INIT;

	add_names(&words, label, list);
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&words));
}

static void add_deadline(struct detail *detail, const struct deadline *deadline)
{
	struct strbuf words = STRBUF_INIT;

	if (!deadline->raw)
		return;
	strbuf_add_text(&words, _("Thời hạn: "));
	deadline_explain(deadline, &words);
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&words));
}

/* As long as it is open it stands among the reasons of the doubt. */
static void add_correction(struct detail *detail, const struct correction *slip)
{
	if (slip->state != CORRECTION_OPEN)
		detail_add(detail, STYLE_SOON, xasprintf(_("Lỗi in: «%s» đọc là %s (%s)"), slip->issued, slip->reading,
							 correction_state_label(slip->state)));
}

/* What WORDS, the source's, do not say themselves. */
static void add_task_detail(struct detail *detail, const struct draft_task *task, const char *words)
{
	if (!says(words, task->task.title))
		detail_add(detail, STYLE_STRONG, xstrdup(task->task.title));
	add_labelled_names(detail, _("Chủ trì: "), &task->leads);
	add_labelled_names(detail, _("Phối hợp: "), &task->coordinating);
	add_deadline(detail, &task->task.deadline);
	if (task->task.product)
		detail_add(detail, STYLE_NORMAL, xasprintf(_("Sản phẩm: %s"), task->task.product));
	for (size_t i = 0; i < task->corrections.count; i++)
		add_correction(detail, &task->corrections.items[i]);
}

static void add_reasons(struct review_view *v)
{
	const struct guess *guess;
	size_t at = 0;

	while ((guess = next_guess(v, current_index(v), &at)))
		detail_add(&v->detail, STYLE_SOON, xasprintf("? %s", guess->text));
}

/* What is decided about comes first; of a long stretch the last words may be out of sight. */
static void read_detail(struct review_view *v)
{
	struct strbuf words = STRBUF_INIT, understood = STRBUF_INIT;
	const struct draft_task *task;

	v->detail.late = false;
	detail_clear(&v->detail);
	if (!v->list.count)
		return;
	stretch_text(current(v), &v->reviewing.manuscript, &words);
	task = task_of(v, current(v));
	add_reasons(v);
	if (task) {
		add_task_detail(&v->detail, task, words.text);
	} else {
		stretch_describe(current(v), draft_of(v), &understood);
		detail_add(&v->detail, STYLE_NORMAL, strbuf_detach(&understood));
	}
	detail_add_paragraphs(&v->detail, STYLE_DIM, words.text);
	strbuf_release(&words);
}

/* Where one left, or else the first guess. */
static int first_row(const struct review_view *v)
{
	struct manuscript_place at;

	if (reviewing_place(&v->reviewing, &at))
		return reviewing_stretch_at(&v->reviewing, at);
	return next_doubtful(v, 0);
}

/* A row of the list is a stretch: what is left over at the bottom stays empty. */
static enum status review_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct review_view *v = review_view(view);
	struct list_panes panes = layout_pair_panes(rect, v->detail.reading);
	int rows = panes.list.rows / STRETCH_ROWS;

	(void)app;
	(void)err;
	v->detail.rect = panes.detail;
	list_fit(&v->list, (int)draft_of(v)->stretches.count, rows > 0 ? rows : 1);
	if (!v->placed)
		list_go(&v->list, first_row(v));
	if (!v->placed || view->stale)
		read_detail(v);
	v->placed = true;
	view->stale = false;
	return OK;
}

static enum status review_rest(struct view *view, struct app *app, struct error *err)
{
	(void)app;
	(void)err;
	if (review_view(view)->detail.late)
		read_detail(review_view(view));
	return OK;
}

/* --- drawing ------------------------------------------------------------ */

static void draw_title(const struct review_view *v, struct surface *surface, int row)
{
	struct strbuf counts = STRBUF_INIT;
	int doubtful = reviewing_doubtful(&v->reviewing), width;
	char *title = xasprintf(v->reviewing.review.plan_id ? _("Xem lại phụ lục: %s") :
							     _("Xem lại trước khi lưu: %s"),
				v->reviewing.review.source.name);

	strbuf_addf(&counts, _("%zu mục · %zu nhiệm vụ · "), draft_of(v)->sections.count, draft_count_tasks(draft_of(v)));
	if (doubtful)
		strbuf_addf(&counts, _("còn %d chỗ ngờ"), doubtful);
	else
		strbuf_add_text(&counts, _("không còn chỗ ngờ"));
	width = viet_width(counts.text, counts.length);
	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE, title);
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, counts.text);
	strbuf_release(&counts);
	free(title);
}

static const char *sign_of(const struct stretch *s)
{
	if (s->certainty != CERTAINTY_SURE)
		return "?";
	return s->kind == STRETCH_UNUSED ? "-" : s->kind == STRETCH_TASK ? "·" : s->kind == STRETCH_SECTION ? "▾" : "";
}

static enum role_style style_of(const struct stretch *s)
{
	return s->certainty != CERTAINTY_SURE ? STYLE_SOON : s->kind == STRETCH_SECTION ? STYLE_STRONG : STYLE_NORMAL;
}

static void draw_words(const struct review_view *v, struct surface *surface, int row, int at_row)
{
	const struct stretch *s = stretch_at(v, at_row);
	bool cursor = at_row == v->list.cursor;
	struct strbuf words = STRBUF_INIT;
	char *number = xasprintf("%d", v->reviewing.manuscript.paragraphs.items[s->from.paragraph].line);

	stretch_text(s, &v->reviewing.manuscript, &words);
	if (cursor)
		surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	surface_text_right(surface, row, 1, NUMBER_COLUMNS, cursor ? STYLE_CURSOR : STYLE_DIM, number);
	surface_text(surface, row, SIGN_COLUMN, 1, style_of(s), sign_of(s));
	surface_text(surface, row, TEXT_COLUMN, surface->columns - 1 - TEXT_COLUMN,
		     s->kind == STRETCH_UNUSED ? STYLE_DIM : s->kind == STRETCH_SECTION ? STYLE_STRONG : STYLE_NORMAL,
		     words.text);
	strbuf_release(&words);
	free(number);
}

/* What it is comes first, why that is a guess last: where the line is short the reason goes. */
static void draw_understood(const struct review_view *v, struct surface *surface, int row, int at_row)
{
	const struct stretch *s = stretch_at(v, at_row);
	struct strbuf words = STRBUF_INIT;
	const struct guess *guess;
	size_t at = 0;
	int column = UNDERSTOOD_COLUMN, end = surface->columns - 1;

	stretch_describe(s, draft_of(v), &words);
	guess = s->certainty != CERTAINTY_SURE ? next_guess(v, stretch_order_at(&v->order, at_row), &at) : NULL;
	if (guess)
		strbuf_add_text(&words, " · ");
	column += surface_text(surface, row, column, end - column, STYLE_DIM, words.text);
	if (guess)
		surface_text(surface, row, column, end - column, STYLE_SOON, guess->text);
	strbuf_release(&words);
}

static void review_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct review_view *v = (const struct review_view *)view;
	struct list_panes panes = layout_pair_panes(rect, v->detail.reading);

	draw_title(v, surface, panes.title);
	surface_text(surface, panes.heads, TEXT_COLUMN, rect.columns - 1 - TEXT_COLUMN, STYLE_DIM,
		     v->order.doubtful_first ? _("Chỗ ngờ trước · nguyên văn, bên dưới là cách hiểu") :
					       _("Nguyên văn, bên dưới là cách hiểu"));
	surface_text_right(surface, panes.heads, 1, NUMBER_COLUMNS, STYLE_DIM, _("Dòng"));
	for (int i = 0; i < v->list.rows && v->list.top + i < v->list.count; i++) {
		draw_words(v, surface, panes.list.row + STRETCH_ROWS * i, v->list.top + i);
		draw_understood(v, surface, panes.list.row + STRETCH_ROWS * i + 1, v->list.top + i);
	}
	detail_draw(&v->detail, surface, &panes);
}

/* --- the view ----------------------------------------------------------- */

static void review_move(struct view *view, struct app *app, enum move move)
{
	struct review_view *v = review_view(view);

	(void)app;
	if (detail_move(&v->detail, move))
		return;
	list_move(&v->list, move);
	v->detail.late = true;
}

static void review_detail(struct view *view, struct app *app)
{
	(void)app;
	detail_turn(&review_view(view)->detail);
	read_detail(review_view(view));
}

static void review_back(struct view *view, struct app *app)
{
	if (review_view(view)->detail.reading) {
		review_detail(view, app);
		return;
	}
	app_say(app, _("Chưa lưu thành kế hoạch; việc xem lại còn giữ, mở lại ở danh sách kế hoạch (phím 9)."));
	app_stale(app);
	app_remove(app, view);
}

static void review_free(struct view *view)
{
	struct review_view *v = review_view(view);

	if (v->placed && v->list.count && !v->ended)
		reviewing_keep_place(&v->reviewing, current(v)->from);
	stretch_order_release(&v->order);
	reviewing_release(&v->reviewing);
	detail_release(&v->detail);
	free(v);
}

static const struct view_ops review_ops = {
	.title = N_("Xem lại trước khi lưu"),
	.context = CTX_REVIEW,
	.many_keys = true,
	.move = review_move,
	.detail = review_detail,
	.update = review_update,
	.draw = review_draw,
	.rest = review_rest,
	.back = review_back,
	.free = review_free,
};

struct view *review_view_new(struct reviewing *reviewing)
{
	struct review_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &review_ops;
	v->reviewing = *reviewing;
	*reviewing = (struct reviewing){ 0 };
	return &v->view;
}

static void say_opened(struct app *app, const struct reviewing *reviewing)
{
	if (reviewing->review.hints.count)
		app_say(app, _("Làm tiếp bản xem lại còn dở: %zu quyết định."), reviewing->review.hints.count);
	else if (!reviewing->draft.sections.count)
		app_say(app, _("Không thấy mục nào; m để coi một chỗ là mục, t là nhiệm vụ."));
}

enum status review_view_open(struct app *app, row_id id, bool new_version, struct error *err)
{
	struct reviewing reviewing = { 0 };
	struct view *view;
	enum status status = reviewing_open(app->wb, app->importer, id, &reviewing, err);

	if (status)
		return status;
	say_opened(app, &reviewing);
	view = review_view_new(&reviewing);
	review_view(view)->new_version = new_version;
	app_push(app, view);
	return OK;
}

/* --- decisions ---------------------------------------------------------- */

/* The cursor goes with the place that was decided about. */
static void follow(struct review_view *v, struct manuscript_place at)
{
	list_fit(&v->list, (int)draft_of(v)->stretches.count, v->list.rows);
	stretch_order_follow(&v->order, &draft_of(v)->stretches);
	list_go(&v->list, stretch_order_row_of(&v->order, reviewing_stretch_at(&v->reviewing, at)));
	read_detail(v);
}

static enum status decide(struct review_view *v, struct manuscript_place at, enum hint_kind kind, const char *value,
			  struct error *err)
{
	enum status status = reviewing_decide(&v->reviewing, at, kind, value, err);

	if (!status || status == STATUS_CONFLICT)	/* what others decided was read */
		follow(v, at);
	return status;
}

static int decide_here(struct app *app, struct view *view, enum hint_kind kind)
{
	struct review_view *v = review_view(view);
	struct error err = ERROR_INIT;

	if (decide(v, current(v)->from, kind, NULL, &err))
		app_complain(app, &err);
	error_release(&err);
	return MOVED;
}

int act_review_section(struct app *app, struct view *view)
{
	return decide_here(app, view, HINT_SECTION);
}

int act_review_task(struct app *app, struct view *view)
{
	return decide_here(app, view, HINT_TASK);
}

int act_review_part(struct app *app, struct view *view)
{
	return decide_here(app, view, HINT_PART);
}

int act_review_unused(struct app *app, struct view *view)
{
	return decide_here(app, view, HINT_UNUSED);
}

int act_review_join(struct app *app, struct view *view)
{
	return decide_here(app, view, HINT_JOIN);
}

int act_review_next(struct app *app, struct view *view)
{
	struct review_view *v = review_view(view);
	int next = next_doubtful(v, v->list.cursor + 1);

	if (next < 0) {
		app_say(app, _("Không còn chỗ nào ngờ; F2 để lưu thành kế hoạch."));
		return NOTHING;
	}
	list_go(&v->list, next);
	read_detail(v);
	return MOVED;
}

/* Doubts stand together, or all in the order of the text again; the cursor stays at a doubt, or goes to the first one. */
int act_review_order(struct app *app, struct view *view)
{
	struct review_view *v = review_view(view);
	int stretch = current_index(v), row;

	stretch_order_turn(&v->order, &draft_of(v)->stretches);
	row = stretch_order_row_of(&v->order, stretch);
	v->list.top = 0;
	list_go(&v->list, v->order.doubtful_first && row >= v->order.first_count ? 0 : row);
	read_detail(v);
	app_say(app, v->order.doubtful_first ? _("Các chỗ ngờ xếp trước; f để lại theo thứ tự văn bản.") :
					       _("Theo thứ tự văn bản; f để các chỗ ngờ xếp trước."));
	return MOVED;
}

/* What is right is looked at once: the next guess follows. */
int act_review_accept(struct app *app, struct view *view)
{
	struct review_view *v = review_view(view);

	if (current(v)->certainty == CERTAINTY_SURE) {
		app_say(app, _("Chỗ này không có gì ngờ; n để tới chỗ ngờ tiếp theo."));
		return NOTHING;
	}
	decide_here(app, view, HINT_ACCEPTED);
	if (!app->complaint && reviewing_doubtful(&v->reviewing))
		return act_review_next(app, view);
	return MOVED;
}

int act_review_accept_all(struct app *app, struct view *view)
{
	struct review_view *v = review_view(view);
	int doubtful = reviewing_doubtful(&v->reviewing);

	if (!doubtful) {
		app_say(app, _("Không còn chỗ nào ngờ; F2 để lưu thành kế hoạch."));
		return NOTHING;
	}
	decide_here(app, view, HINT_ALL_ACCEPTED);
	if (!app->complaint)
		app_say(app, _("Đã nhận %d chỗ ngờ · u để hoàn tác"), doubtful);
	return MOVED;
}

int act_review_undo(struct app *app, struct view *view)
{
	struct review_view *v = review_view(view);
	struct manuscript_place where = current(v)->from;
	struct error err = ERROR_INIT;

	if (reviewing_take_back(&v->reviewing, &where, &err))
		app_complain(app, &err);
	follow(v, where);
	error_release(&err);
	return MOVED;
}

/* --- decisions in words ------------------------------------------------- */

/* What a prompt was opened for. The view lies under it. */
struct words {
	struct review_view *view;
	struct manuscript_place at;
	enum hint_kind kind;
	struct agency_list registered, in_file;		/* who can be meant, where bodies are asked for */
};

static void words_free(void *context)
{
	struct words *words = context;

	agency_list_release(&words->registered);
	agency_list_release(&words->in_file);
	free(words);
}

static void explain_deadline(const struct review_view *v, const char *text, struct strbuf *out)
{
	struct deadline deadline = { 0 };

	deadline_parse(text, draft_of(v)->plan.year, &deadline);
	deadline_explain(&deadline, out);
	deadline_release(&deadline);
}

static const char *const labels[HINT_KINDS] = {
	[HINT_LEAD] = N_("Chủ trì: "), [HINT_COORDINATING] = N_("Phối hợp: "), [HINT_DEADLINE] = N_("Thời hạn: "),
	[HINT_TITLE] = N_("Tên: "), [HINT_PRODUCT] = N_("Sản phẩm: "),
};

/* "Chủ trì: Sở Nội vụ · u để hoàn tác": what was kept of the words, as it was understood. */
static void say_set(struct app *app, const struct review_view *v, enum hint_kind kind)
{
	const struct hint_list *hints = &v->reviewing.review.hints;
	const char *value = hints->items[hints->count - 1].value;
	struct strbuf said = STRBUF_INIT;

	if (!*value)
		strbuf_add_text(&said, _("để trống"));
	else if (kind == HINT_DEADLINE)
		explain_deadline(v, value, &said);
	else
		strbuf_add_text(&said, value);
	app_say(app, _("%s%s · u để hoàn tác"), _(labels[kind]), said.text);
	strbuf_release(&said);
}

static enum status accept_words(void *context, struct app *app, const char *text, struct error *err)
{
	struct words *words = context;
	struct strbuf clean = STRBUF_INIT;
	enum status status;

	viet_clean(text, strlen(text), &clean);
	status = decide(words->view, words->at, words->kind, clean.text, err);
	if (!status)
		say_set(app, words->view, words->kind);
	strbuf_release(&clean);
	return status;
}

static void preview_bodies(const struct words *words, const char *text, struct strbuf *out)
{
	struct typed_body_list bodies = { 0 };

	typed_bodies_read(text, &words->registered, &words->in_file, &bodies);
	if (bodies.count)
		strbuf_add_text(out, _("Hiểu là: "));
	typed_bodies_explain(&bodies, out);
	typed_body_list_release(&bodies);
}

static bool is_about_bodies(enum hint_kind kind)
{
	return kind == HINT_LEAD || kind == HINT_COORDINATING;
}

static void preview_words(void *context, struct app *app, const char *text, struct strbuf *out)
{
	const struct words *words = context;

	(void)app;
	if (is_about_bodies(words->kind) && !*text)
		strbuf_add_text(out, _("Vd.: snv; sở tài chính; các sở, ban, ngành. Để trống: chưa rõ."));
	else if (is_about_bodies(words->kind))
		preview_bodies(words, text, out);
	else if (words->kind == HINT_DEADLINE && *text)
		explain_deadline(words->view, text, out);
}

/* Where what is put right begins: the task that the stretch tells of, or the section whose title it is. */
static bool find_place(const struct review_view *v, enum hint_kind kind, struct manuscript_place *at)
{
	if (reviewing_task_place(&v->reviewing, current_index(v), at))
		return true;
	*at = current(v)->from;
	return kind == HINT_TITLE && current(v)->kind == STRETCH_SECTION;
}

/* What the prompt is about; NULL, and the person is told, when there is nothing to put right here. */
static struct words *words_new(struct app *app, struct review_view *v, enum hint_kind kind)
{
	struct words *words = xcalloc(1, sizeof *words);
	struct error err = ERROR_INIT;
	bool found;

	*words = (struct words){ .view = v, .kind = kind };
	found = find_place(v, kind, &words->at);
	if (!found)
		app_say(app, _("Chỗ này không thuộc nhiệm vụ nào; t để coi nó là nhiệm vụ."));
	else if (is_about_bodies(kind) && reviewing_bodies(&v->reviewing, &words->registered, &words->in_file, &err))
		app_complain(app, &err);
	else
		return words;
	error_release(&err);
	words_free(words);
	return NULL;
}

static int ask(struct app *app, struct view *view, enum hint_kind kind, const char *label, const char *initial)
{
	struct review_view *v = review_view(view);
	struct words *words = words_new(app, v, kind);
	struct prompt_spec spec = {
		.label = label, .initial = initial, .max = LINE_MAX_LETTERS, .replaces = true,
		.preview = preview_words, .accept = accept_words, .context = words, .release = words_free,
	};
	char *field;

	if (!words)
		return NOTHING;
	field = xasprintf("review:%lld:%d:%d:%d", v->reviewing.review.id, (int)kind, words->at.paragraph, words->at.start);
	spec.field = field;
	app_push(app, prompt_new(app, &spec));
	free(field);
	return NOTHING;
}

static int ask_bodies(struct app *app, struct view *view, enum hint_kind kind, const char *label)
{
	const struct draft_task *task = task_of(review_view(view), current(review_view(view)));
	char *names = task ? names_of(kind == HINT_LEAD ? &task->leads : &task->coordinating) : xstrdup("");
	int outcome = ask(app, view, kind, label, names);

	free(names);
	return outcome;
}

int act_review_lead(struct app *app, struct view *view)
{
	return ask_bodies(app, view, HINT_LEAD, _("Chủ trì (cách nhau bằng ;)"));
}

int act_review_with(struct app *app, struct view *view)
{
	return ask_bodies(app, view, HINT_COORDINATING, _("Phối hợp (cách nhau bằng ;)"));
}

int act_review_deadline(struct app *app, struct view *view)
{
	const struct draft_task *task = task_of(review_view(view), current(review_view(view)));

	return ask(app, view, HINT_DEADLINE, _("Thời hạn"), task ? task->task.deadline.raw : NULL);
}

int act_review_title(struct app *app, struct view *view)
{
	const struct review_view *v = review_view(view);
	const struct draft_task *task = task_of(v, current(v));

	if (!task && current(v)->kind == STRETCH_SECTION)
		return ask(app, view, HINT_TITLE, _("Tên mục"), draft_of(v)->sections.items[current(v)->section].section.title);
	return ask(app, view, HINT_TITLE, _("Tên nhiệm vụ"), task ? task->task.title : NULL);
}

int act_review_product(struct app *app, struct view *view)
{
	const struct draft_task *task = task_of(review_view(view), current(review_view(view)));

	return ask(app, view, HINT_PRODUCT, _("Sản phẩm"), task ? task->task.product : NULL);
}

/* --- splitting ---------------------------------------------------------- */

/* The words of the stretch from AT on, as the second part would have them; appends. */
static void words_from(const struct review_view *v, struct manuscript_place at, struct strbuf *out)
{
	struct stretch rest = draft_of(v)->stretches.items[reviewing_stretch_at(&v->reviewing, at)];
	struct strbuf text = STRBUF_INIT;

	rest.from = at;
	stretch_text(&rest, &v->reviewing.manuscript, &text);
	strbuf_addf(out, _("Phần thứ hai: %s"), text.text);
	strbuf_release(&text);
}

static void preview_split(void *context, struct app *app, const char *text, struct strbuf *out)
{
	const struct words *words = context;
	const struct review_view *v = words->view;
	struct manuscript_place at;

	(void)app;
	if (!*text) {
		strbuf_add_text(out, _("Gõ mấy chữ đầu của phần thứ hai, không cần dấu."));
	} else if (!reviewing_find_words(&v->reviewing, current_index(v), text, &at)) {
		strbuf_add_text(out, _("Không thấy chữ này ở giữa đoạn."));
	} else {
		words_from(v, at, out);
	}
}

static enum status accept_split(void *context, struct app *app, const char *text, struct error *err)
{
	struct words *words = context;
	struct manuscript_place at;

	(void)app;
	if (!reviewing_find_words(&words->view->reviewing, current_index(words->view), text, &at))
		return error_set(err, STATUS_INVALID, _("Không thấy chữ này ở giữa đoạn; hãy gõ mấy chữ đầu của phần thứ hai."));
	return decide(words->view, at, HINT_SPLIT, NULL, err);
}

int act_review_split(struct app *app, struct view *view)
{
	struct words *words = xcalloc(1, sizeof *words);
	struct prompt_spec spec = {
		.label = _("Tách từ chữ"), .field = "review-split", .max = LINE_MAX_LETTERS, .preview = preview_split,
		.accept = accept_split, .context = words, .release = words_free,
	};

	words->view = review_view(view);
	app_push(app, prompt_new(app, &spec));
	return NOTHING;
}

/* --- the end ------------------------------------------------------------ */

enum { CHOICE_YES = 1, CHOICE_NO = 2 };

static void open_stored(struct app *app, row_id plan)
{
	struct error err = ERROR_INIT;

	if (app_open_plan(app, plan, &err))
		app_complain(app, &err);
	else
		app_home(app, outline_view_new(app));
	error_release(&err);
}

static void say_stored(struct app *app, const struct import_report *report, bool appendix, bool new_version)
{
	if (report->unchanged)
		app_say(app, _("Đúng tệp này đã được nhập từ trước; không có gì thay đổi."));
	else if (appendix)
		app_say(app, _("Đã nhập phụ lục: thêm %zu nhiệm vụ, khớp %zu nhiệm vụ đã có, bổ sung cho %zu."),
			report->tasks, report->matched, report->completed);
	else if (new_version)
		app_say(app, _("Đã lưu thành bản mới, giữ bản cũ: %zu mục, %zu nhiệm vụ, %zu phần việc."), report->sections,
			report->tasks, report->obligations);
	else
		app_say(app, _("Đã lưu thành kế hoạch: %zu mục, %zu nhiệm vụ, %zu phần việc."), report->sections,
			report->tasks, report->obligations);
}

/* The view is gone afterwards. */
static enum status store(struct app *app, struct review_view *v, bool new_version, struct error *err)
{
	struct import_report report = { 0 };
	bool appendix = v->reviewing.review.plan_id != 0;
	struct manuscript_place at = current(v)->from;
	enum status status = reviewing_store(&v->reviewing, new_version, &report, err);

	if (status == STATUS_CONFLICT)
		follow(v, at);
	if (!status) {
		v->ended = true;
		open_stored(app, report.plan);
		say_stored(app, &report, appendix, new_version);
	}
	import_report_release(&report);
	return status;
}

static enum status store_new_version(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	(void)count;
	return count && ids[0] == CHOICE_YES ? store(app, context, true, err) : OK;
}

/* Asked in the list of what that changes. */
static void ask_new_version(void *context, struct app *app)
{
	struct picker_spec spec = {
		.title = _("Kế hoạch này đã được nhập từ một tệp khác"), .accept = store_new_version, .context = context,
	};

	picker_add_choice(&spec, CHOICE_NO, _("Chưa lưu"));
	picker_add_choice(&spec, CHOICE_YES, _("Lưu thành bản mới thay bản cũ, giữ những gì đã ghi"));
	app_push(app, picker_new(&spec));
}

static enum status store_or_ask(struct app *app, struct review_view *v, struct error *err)
{
	struct string_list changes = { 0 };
	row_id older = 0;
	bool asked = v->new_version || !draft_of(v)->sections.count;	/* without a section it is refused */
	struct manuscript_place at = current(v)->from;
	enum status status = asked ? OK : reviewing_compare(&v->reviewing, &older, &changes, err);

	if (status == STATUS_CONFLICT)
		follow(v, at);
	if (status)
		return status;
	if (!older)
		return store(app, v, v->new_version, err);
	if (!changes.count)
		string_list_add(&changes, _("không có gì khác"));
	app_push(app, changes_view_new(&changes, ask_new_version, v));
	app_say(app, _("Tệp này khác bản đang lưu: F2 để lưu thành bản mới, Esc để xem lại tiếp."));
	return OK;
}

static enum status store_doubtful(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	struct review_view *v = context;

	(void)count;
	if (ids[0] == CHOICE_YES)
		return store_or_ask(app, v, err);
	list_go(&v->list, next_doubtful(v, 0));
	read_detail(v);
	return OK;
}

/* What is stored with doubts says so at its task; it is better looked at here. */
static void ask_about_doubts(struct app *app, struct review_view *v, int doubtful)
{
	char *title = xasprintf(_("Còn %d chỗ ngờ, lưu luôn?"), doubtful);
	struct picker_spec spec = { .title = title, .accept = store_doubtful, .context = v };

	picker_add_choice(&spec, CHOICE_NO, _("Chưa lưu, tới chỗ ngờ đầu tiên"));
	picker_add_choice(&spec, CHOICE_YES, _("Lưu luôn, chỗ ngờ ghi lại ở từng nhiệm vụ"));
	app_push(app, picker_new(&spec));
	free(title);
}

int act_review_store(struct app *app, struct view *view)
{
	struct review_view *v = review_view(view);
	int doubtful = reviewing_doubtful(&v->reviewing);
	struct error err = ERROR_INIT;

	if (doubtful && draft_of(v)->sections.count)
		ask_about_doubts(app, v, doubtful);
	else if (store_or_ask(app, v, &err))
		app_complain(app, &err);
	error_release(&err);
	return CHANGED;
}

static enum status cancel_all(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	struct review_view *v = context;
	struct manuscript_place at = current(v)->from;
	enum status status = OK;

	if (!count || ids[0] != CHOICE_YES)
		return OK;
	status = reviewing_cancel(&v->reviewing, err);
	if (status == STATUS_CONFLICT)
		follow(v, at);
	if (status)
		return status;
	v->ended = true;
	app_remove(app, &v->view);
	app_stale(app);
	app_say(app, _("Đã bỏ bản xem lại; không có kế hoạch nào được lưu."));
	return OK;
}

/* What others decided is not one's own to throw away unasked. */
static bool ask_about_others(struct app *app, struct review_view *v)
{
	struct picker_spec spec = { .accept = cancel_all, .context = v };
	struct strbuf names = STRBUF_INIT;
	int count = reviewing_others(&v->reviewing, &names);
	char *title = xasprintf(_("%s đã quyết định %d chỗ trong bản này: bỏ cả?"), names.text, count);

	if (count) {
		spec.title = title;
		picker_add_choice(&spec, CHOICE_NO, _("Giữ lại"));
		picker_add_choice(&spec, CHOICE_YES, _("Bỏ cả quyết định của người khác"));
		app_push(app, picker_new(&spec));
	}
	strbuf_release(&names);
	free(title);
	return count > 0;
}

static enum status cancel(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	struct review_view *v = context;
	struct manuscript_place at = current(v)->from;
	enum status status;

	if (!count || ids[0] != CHOICE_YES)
		return OK;
	status = reviewing_see_others(&v->reviewing, err);
	if (status == STATUS_CONFLICT)
		follow(v, at);
	if (status || ask_about_others(app, v))
		return status;
	return cancel_all(context, app, ids, count, err);
}

int act_review_cancel(struct app *app, struct view *view)
{
	struct picker_spec spec = {
		.title = _("Bỏ bản xem lại này?"), .accept = cancel, .context = view,
	};

	picker_add_choice(&spec, CHOICE_NO, _("Giữ lại"));
	picker_add_choice(&spec, CHOICE_YES, _("Bỏ, không lưu kế hoạch"));
	app_push(app, picker_new(&spec));
	return NOTHING;
}

/* --- importing from the workbench --------------------------------------- */

static enum status import_file(void *context, struct app *app, const char *name, struct error *err)
{
	struct source source = { 0 };
	struct manuscript manuscript = { 0 };
	struct reviewing reviewing = { 0 };
	enum status status;

	(void)context;
	status = app->importer->read(app->importer, name, &source, &manuscript, err);
	if (!status)
		status = reviewing_begin(app->wb, &source, &manuscript, 0, &reviewing, err);
	source_release(&source);
	manuscript_release(&manuscript);
	if (status)
		return status;
	say_opened(app, &reviewing);
	app_push(app, review_view_new(&reviewing));
	return OK;
}

int act_import(struct app *app, struct view *view)
{
	struct prompt_spec spec = {
		.label = _("Tên tệp cần nhập"), .field = "import", .max = LINE_MAX_LETTERS, .accept = import_file,
	};

	(void)view;
	app_push(app, prompt_new(app, &spec));
	return NOTHING;
}
