#include "tui/view_stage.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/deadline.h"
#include "core/viet/viet.h"
#include "core/workbench/meeting.h"
#include "tui/detail.h"
#include "tui/job.h"
#include "tui/prompt.h"

enum { HEAD_ROWS = 2, SHOWN_PARTS = 40, MANY_BODIES = 10 };

/* What was concluded in one part of the agenda: the tasks in a row that are of one chapter of the plan. */
struct part {
	char *name;
	int items, concluded, done, postponed, seconds;
};

struct stage_view {
	struct view view;
	struct workbench *wb;		/* whom to tell that nobody presents any more */
	row_id meeting;
	struct meeting_item_list items;
	char **chapters;		/* of each item: "II" */
	struct conclusion_list conclusions;
	int at;				/* the item; behind the last: the end */
	bool figures;			/* those of the part before AT are shown instead */
	bool presenting;		/* others may follow */
	bool following;
	char *presenter;		/* whom; NULL: nobody presents any more */
	char *followers;		/* who follows; "" for nobody */
	long long since;		/* seconds: AT has been on the screen */
	struct detail shown;		/* its lines */
	char *title;
};

static struct stage_view *stage_view(struct view *view)
{
	return (struct stage_view *)view;
}

/* Where the meeting stands, whether it is shown or the figures before it. NULL: behind the last. */
static const struct meeting_item *item_at(const struct stage_view *v)
{
	return v->at < (int)v->items.count ? &v->items.items[v->at] : NULL;
}

static const struct meeting_item *present_item(const struct stage_view *v)
{
	return v->figures ? NULL : item_at(v);
}

void stage_view_spot(const struct view *view, row_id *meeting, row_id *task)
{
	const struct stage_view *v = (const struct stage_view *)view;
	const struct meeting_item *item = present_item(v);

	*meeting = v->meeting;
	*task = item ? item->task_id : 0;
}

/* --- reading the meeting -------------------------------------------------------- */

static void clear_chapters(struct stage_view *v)
{
	for (size_t i = 0; i < v->items.count; i++)
		free(v->chapters[i]);
	free(v->chapters);
	v->chapters = NULL;
}

static enum status read_chapters(struct stage_view *v, struct store *store, struct error *err)
{
	enum status status = OK;

	v->chapters = xcalloc(v->items.count + 1, sizeof *v->chapters);
	for (size_t i = 0; !status && i < v->items.count; i++) {
		struct task_row row = { 0 };

		status = store->task_row_get(store, v->items.items[i].task_id, &row, err);
		if (!status)
			v->chapters[i] = xstrndup(row.section_path, strcspn(row.section_path, "."));
		task_row_release(&row);
	}
	return status;
}

/* The item that was shown stays shown where it is still on the agenda. */
static enum status read_meeting(struct stage_view *v, struct store *store, struct error *err)
{
	row_id shown = v->at < (int)v->items.count ? v->items.items[v->at].id : 0;
	enum status status;

	clear_chapters(v);
	meeting_item_list_clear(&v->items);
	conclusion_list_clear(&v->conclusions);
	status = store->meeting_items(store, v->meeting, &v->items, err);
	if (!status)
		status = store->conclusions(store, v->meeting, 0, &v->conclusions, err);
	for (size_t i = 0; shown && i < v->items.count; i++)
		if (v->items.items[i].id == shown)
			v->at = (int)i;
	if (v->at > (int)v->items.count)
		v->at = (int)v->items.count;
	return status ? status : read_chapters(v, store, err);
}

/* Show what the presenter shows. */
static enum status follow(struct stage_view *v, struct error *err)
{
	struct meeting_stage stage = { 0 };
	enum status status = workbench_presented(v->wb, v->meeting, &stage, err);

	if (!status) {
		replace_string(&v->presenter, stage.who);
		v->figures = stage.who ? stage.figures : v->figures;
		v->at = stage.who && !stage.item_id ? (int)v->items.count : v->at;
		for (size_t i = 0; i < v->items.count; i++)
			if (stage.item_id && v->items.items[i].id == stage.item_id)
				v->at = (int)i;
	}
	meeting_stage_release(&stage);
	return status;
}

/* Who follows; true when that is another one than before. */
static bool look_for_followers(struct stage_view *v)
{
	struct session_list sessions = { 0 };
	struct strbuf names = STRBUF_INIT;
	bool changed;

	if (v->presenting)
		v->wb->store->here(v->wb->store, &sessions);
	for (size_t i = 0; i < sessions.count; i++) {
		const struct session *session = &sessions.items[i];
		struct strbuf who = STRBUF_INIT;

		if (session->self || session->follows != v->meeting)
			continue;
		viet_clean(session->who, strlen(session->who), &who);
		strbuf_addf(&names, "%s%s", names.length ? ", " : "", who.text);
		strbuf_release(&who);
	}
	changed = strcmp(names.text, v->followers) != 0;
	replace_string(&v->followers, names.text);
	strbuf_release(&names);
	session_list_release(&sessions);
	return changed;
}

/* --- what is shown of a task ------------------------------------------------------- */

static void show(struct stage_view *v, enum role_style style, char *text)
{
	detail_add(&v->shown, style, text);
}

static char *bodies_of(const struct assignment_list *list, enum role role)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].role == role)
			strbuf_addf(&names, "%s%s", names.length ? "; " : "", list->items[i].name);
	return strbuf_detach(&names);
}

static enum status show_bodies(struct stage_view *v, struct store *store, row_id task, struct error *err)
{
	struct assignment_list list = { 0 };
	enum status status = store->assignments(store, task, &list, err);
	char *leads = bodies_of(&list, ROLE_LEAD), *with = bodies_of(&list, ROLE_COORDINATING);

	if (!status) {
		show(v, STYLE_NORMAL, xasprintf(_("Chủ trì: %s"), *leads ? leads : _("chưa giao")));
		if (*with)
			show(v, STYLE_NORMAL, xasprintf(_("Phối hợp: %s"), with));
	}
	free(leads);
	free(with);
	assignment_list_release(&list);
	return status;
}

static void show_deadline(struct stage_view *v, const struct task *task)
{
	struct date today = clock_today();
	char day[DATE_TEXT];
	int days = date_days_between(task->next_due, today);

	if (task->status == TASK_DONE)
		show(v, STYLE_DONE, xstrdup(_("Đã hoàn thành")));
	else if (!date_is_set(task->next_due))
		show(v, STYLE_NORMAL, xasprintf(_("Thời hạn: %s"), task->deadline.raw ? task->deadline.raw : _("chưa có")));
	else if (days > 0)
		show(v, STYLE_OVERDUE, xasprintf(_("Hạn %s · QUÁ HẠN %d NGÀY"), date_vietnamese(task->next_due, day), days));
	else
		show(v, STYLE_SOON, xasprintf(days ? _("Hạn %s · còn %d ngày") : _("Hạn %s · hôm nay"), date_vietnamese(task->next_due, day), -days));
}

/* Symbols where many names would push the rest off the screen. */
static const char *short_name(const struct obligation *o, int all)
{
	if (all > MANY_BODIES && o->agency_code)
		return o->agency_code;
	return o->agency_name ? o->agency_name : _("chưa giao");
}

/* Of work that several share. */
static enum status show_owing(struct stage_view *v, struct store *store, const struct task *task, struct error *err)
{
	struct obligation_list list = { 0 };
	struct strbuf names = STRBUF_INIT;
	int open = 0;
	enum status status = task->obligations > 1 ? store->obligations(store, task->id, &list, err) : OK;

	for (size_t i = 0; i < list.count; i++) {
		const struct obligation *o = &list.items[i];

		if (o->state != OBLIGATION_OPEN)
			continue;
		open++;
		strbuf_addf(&names, "%s%s", names.length ? "; " : "", short_name(o, task->obligations));
		if (o->period)
			strbuf_addf(&names, " (%s)", o->period);
	}
	if (!status && open)
		show(v, STYLE_NORMAL, xasprintf(_("Chưa xong %d/%d: %s"), open, task->obligations, names.text));
	strbuf_release(&names);
	obligation_list_release(&list);
	return status;
}

/* Also of meetings before. */
static enum status show_last(struct stage_view *v, struct store *store, row_id task, struct error *err)
{
	struct conclusion_list list = { 0 };
	struct meeting meeting = { 0 };
	struct strbuf words = STRBUF_INIT;
	char day[DATE_TEXT];
	const struct conclusion *last;
	enum status status = store->conclusions(store, 0, task, &list, err);

	last = status ? NULL : conclusion_last(&list, task);
	if (last)
		status = store->meeting_get(store, last->meeting_id, &meeting, err);
	if (last && !status) {
		if (last->agency_name)
			strbuf_addf(&words, "%s: ", last->agency_name);
		conclusion_describe(last, &words);
		show(v, last->meeting_id == v->meeting ? STYLE_DONE : STYLE_NORMAL,
		     xasprintf(_("Kết luận ngày %s: %s"), date_vietnamese(meeting.day, day), words.text));
	}
	strbuf_release(&words);
	meeting_release(&meeting);
	conclusion_list_release(&list);
	return status;
}

static enum status show_task(struct stage_view *v, struct store *store, const struct meeting_item *item, struct error *err)
{
	struct task_row row = { 0 };
	long long seconds = item->seconds + (v->presenting ? clock_now() - v->since : 0);
	char *spent = xasprintf(_("%lld phút"), seconds / 60);
	enum status status = store->task_row_get(store, item->task_id, &row, err);

	if (!status) {
		free(v->title);
		v->title = xasprintf(_("Việc %d/%zu · %s"), v->at + 1, v->items.count, spent);
		show(v, STYLE_STRONG, xasprintf("%s-%d  %s", row.section_path, row.task.position, row.task.title));
		status = show_bodies(v, store, item->task_id, err);
	}
	if (!status) {
		show_deadline(v, &row.task);
		status = show_owing(v, store, &row.task, err);
	}
	if (!status)
		status = show_last(v, store, item->task_id, err);
	task_row_release(&row);
	free(spent);
	return status;
}

/* --- the figures ---------------------------------------------------------------------- */

static void count_item(const struct stage_view *v, int i, struct part *part)
{
	const struct meeting_item *item = &v->items.items[i];
	const struct conclusion *last = conclusion_last(&v->conclusions, item->task_id);

	part->items++;
	part->seconds += item->seconds;
	part->concluded += !conclusion_is_missing(&v->conclusions, item->task_id);
	part->done += last && last->kind == CONCLUSION_DONE;
	part->postponed += last && last->kind == CONCLUSION_POSTPONE;
}

static void show_part(struct stage_view *v, enum role_style style, const struct part *part)
{
	show(v, style, xasprintf(_("%s: %d việc, %d kết luận, %d hoàn thành, %d để sau, %d phút"), part->name, part->items, part->concluded,
				 part->done, part->postponed, part->seconds / 60));
}

static void show_figures(struct stage_view *v)
{
	struct part all = { .name = xstrdup(_("Cả phiên họp")) }, part = { 0 };
	int shown = 0;

	for (int i = 0; i < (int)v->items.count; i++) {
		bool ends = i + 1 == (int)v->items.count || strcmp(v->chapters[i], v->chapters[i + 1]) != 0;

		count_item(v, i, &all);
		count_item(v, i, &part);
		if (!ends)
			continue;
		part.name = xasprintf(_("Phần %s"), v->chapters[i]);
		if (shown++ < SHOWN_PARTS)
			show_part(v, i + 1 == v->at ? STYLE_STRONG : STYLE_NORMAL, &part);
		free(part.name);
		part = (struct part){ 0 };
	}
	show_part(v, STYLE_STRONG, &all);
	free(all.name);
	free(v->title);
	v->title = xstrdup(v->at >= (int)v->items.count ? _("Số liệu cuối phiên họp") : _("Số liệu giữa các phần"));
}

static enum status stage_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct stage_view *v = stage_view(view);
	struct store *store = app->wb->store;
	enum status status;

	(void)rect;
	if (!view->stale)
		return OK;
	view->stale = false;
	status = read_meeting(v, store, err);
	if (!status && v->following)
		status = follow(v, err);
	look_for_followers(v);
	detail_clear(&v->shown);
	if (!status && present_item(v))
		status = show_task(v, store, present_item(v), err);
	else if (!status)
		show_figures(v);
	return status;
}

static bool stage_look(struct view *view)
{
	return look_for_followers(stage_view(view));
}

/* --- drawing ---------------------------------------------------------------------------- */

static void draw_title(const struct stage_view *v, struct surface *surface, struct rect rect)
{
	char *who = v->presenting ? (*v->followers ? xasprintf(_("đang theo dõi: %s"), v->followers) : xstrdup(_("đang trình bày"))) :
		    !v->following ? xstrdup(_("tự xem, f để theo dõi")) :
		    v->presenter ? xasprintf(_("theo dõi %s"), v->presenter) : xstrdup(_("người trình bày đã dừng"));
	int width = viet_width(who, strlen(who));

	if (width > rect.columns / 2)
		width = rect.columns / 2;
	surface_text(surface, rect.row, 1, rect.columns - width - 4, STYLE_TITLE, v->title ? v->title : "");
	surface_text(surface, rect.row, rect.columns - 1 - width, width, STYLE_DIM, who);
	free(who);
}

/* In the middle, with blank lines between where there is room. */
static void stage_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct stage_view *v = (const struct stage_view *)view;
	int columns = rect.columns - 4 < STAGE_COLUMNS ? rect.columns - 4 : STAGE_COLUMNS;
	int left = (rect.columns - columns) / 2, row = rect.row + HEAD_ROWS, end = rect.row + rect.rows, wanted = 0, gap;

	draw_title(v, surface, rect);
	for (size_t i = 0; i < v->shown.count; i++)
		wanted += surface_wrapped_rows(v->shown.lines[i].text, columns);
	gap = wanted + (int)v->shown.count <= rect.rows - HEAD_ROWS;
	for (size_t i = 0; i < v->shown.count && row < end; i++) {
		int rows = surface_wrapped_rows(v->shown.lines[i].text, columns);

		if (rows > end - row)
			rows = end - row;
		surface_paragraph(surface, (struct rect){ row, left, rows, columns }, v->shown.lines[i].style, v->shown.lines[i].text);
		row += rows + gap;
	}
}

/* --- moving -------------------------------------------------------------------------------- */

/* Another item, or the figures, comes on the screen. */
static int go(struct stage_view *v, struct app *app, int at, bool figures)
{
	const struct meeting_item *left = present_item(v);
	long long now = clock_now();
	struct error err = ERROR_INIT;
	enum status status = OK;
	row_id left_id = left ? left->id : 0;
	int seconds = (int)(now - v->since);

	if (v->following) {
		v->following = false;
		app->acted = true;
		app_say(app, _("Thôi theo dõi, tự xem; f để theo dõi lại."));
	}
	v->at = at;
	v->figures = figures;
	v->since = now;
	if (v->presenting)
		status = workbench_present(app->wb, v->meeting, item_at(v) ? item_at(v)->id : 0, figures, left_id, seconds, &err);
	v->view.stale = true;
	if (status)
		app_complain(app, &err);
	error_release(&err);
	return NOTHING;
}

static int go_next(struct stage_view *v, struct app *app)
{
	int count = (int)v->items.count;

	if (v->figures)
		return v->at < count ? go(v, app, v->at, false) : NOTHING;
	if (v->at + 1 >= count)
		return go(v, app, count, true);
	return go(v, app, v->at + 1, strcmp(v->chapters[v->at], v->chapters[v->at + 1]) != 0);
}

static int go_back(struct stage_view *v, struct app *app)
{
	return v->at > 0 ? go(v, app, v->at - 1, false) : NOTHING;
}

static void stage_move(struct view *view, struct app *app, enum move move)
{
	struct stage_view *v = stage_view(view);

	if (move == MOVE_DOWN || move == MOVE_PAGE_DOWN)
		go_next(v, app);
	else if (move == MOVE_UP || move == MOVE_PAGE_UP)
		go_back(v, app);
	else
		go(v, app, move == MOVE_HOME ? 0 : (int)v->items.count, move == MOVE_END);
}

int act_stage_next(struct app *app, struct view *view)
{
	return go_next(stage_view(view), app);
}

int act_stage_before(struct app *app, struct view *view)
{
	return go_back(stage_view(view), app);
}

int act_stage_figures(struct app *app, struct view *view)
{
	struct stage_view *v = stage_view(view);

	return go(v, app, v->at, !v->figures || v->at >= (int)v->items.count);
}

static enum status accept_number(void *context, struct app *app, const char *text, struct error *err)
{
	struct stage_view *v = context;
	int number = atoi(text);
	row_id task;
	enum status status = OK;

	if (number < 1) {
		status = workbench_find_task(app->wb, app->plan.id, text, &task, err);
		for (size_t i = 0; !status && i < v->items.count; i++)
			if (v->items.items[i].task_id == task)
				number = (int)i + 1;
	}
	if (!status && (number < 1 || number > (int)v->items.count))
		status = error_set(err, STATUS_NOT_FOUND, _("Chương trình không có việc «%s»; gõ số từ 1 đến %zu, hoặc mã như II.1-2."), text,
				   v->items.count);
	if (!status)
		go(v, app, number - 1, false);
	return status;
}

int act_stage_jump(struct app *app, struct view *view)
{
	struct prompt_spec spec = { .label = _("Tới việc số"), .field = "stage", .max = 20, .accept = accept_number, .context = view };

	app_push(app, prompt_new(app, &spec));
	return NOTHING;
}

int act_stage_follow(struct app *app, struct view *view)
{
	struct stage_view *v = stage_view(view);

	if (v->presenting) {
		app_say(app, _("Bạn đang trình bày; người khác nhấn f ở phiên họp này là theo dõi được."));
		return NOTHING;
	}
	v->following = true;
	view->stale = true;
	app->acted = true;
	app_tell_here(app);
	return NOTHING;
}

/* --- the view --------------------------------------------------------------------------------- */

static void stage_target(const struct view *view, struct target *target)
{
	const struct meeting_item *item = present_item((const struct stage_view *)view);

	if (!item)
		return;
	target->task = item->task_id;
	task_ids_add(&target->tasks, item->task_id);
}

static row_id stage_follows(const struct view *view)
{
	const struct stage_view *v = (const struct stage_view *)view;

	return v->following ? v->meeting : 0;
}

static void stage_free(struct view *view)
{
	struct stage_view *v = stage_view(view);
	const struct meeting_item *left = present_item(v);

	if (v->presenting)
		workbench_present_no_more(v->wb, v->meeting, left ? left->id : 0, (int)(clock_now() - v->since), NULL);
	clear_chapters(v);
	meeting_item_list_release(&v->items);
	conclusion_list_release(&v->conclusions);
	detail_release(&v->shown);
	free(v->presenter);
	free(v->followers);
	free(v->title);
	free(v);
}

static const struct view_ops stage_ops = {
	.title = N_("Họp: từng việc"),
	.context = CTX_STAGE,
	.many_keys = true,
	.move = stage_move,
	.update = stage_update,
	.look = stage_look,
	.follows = stage_follows,
	.draw = stage_draw,
	.target = stage_target,
	.free = stage_free,
};

struct view *stage_view_new(struct app *app, row_id meeting, int at, bool following)
{
	struct stage_view *v = xcalloc(1, sizeof *v);
	struct error err = ERROR_INIT;

	v->view.ops = &stage_ops;
	v->wb = app->wb;
	v->meeting = meeting;
	v->following = following;
	v->followers = xstrdup("");
	v->since = clock_now();
	if (read_meeting(v, app->wb->store, &err))
		app_complain(app, &err);
	v->presenting = !following;
	v->at = v->items.count ? at : 0;
	if (v->presenting && workbench_present(app->wb, meeting, item_at(v) ? item_at(v)->id : 0, false, 0, 0, &err)) {
		v->presenting = false;
		app_complain(app, &err);
	}
	app->acted = true;
	app_tell_here(app);	/* that the person is here */
	app->acted = true;	/* which screen it is follows */
	error_release(&err);
	return &v->view;
}
