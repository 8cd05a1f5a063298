#include "core/workbench/meeting.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/workbench/internal.h"
#include "core/workbench/meeting_paper.h"
#include "core/workbench/quick.h"

/* --- what it is about ----------------------------------------------------- */

void meeting_filter_words(enum meeting_source source, const char *agency, struct strbuf *out)
{
	char day[DATE_TEXT];

	switch (source) {
	case MEETING_OVERDUE:
		strbuf_add_text(out, "tinhtrang:quahan");
		break;
	case MEETING_SOON:
		strbuf_addf(out, "han:<=%s -tinhtrang:quahan -tt:xong -tt:huy -tt:tamhoan",
			    date_vietnamese(date_add_days(clock_today(), MEETING_SOON_DAYS), day));
		break;
	case MEETING_AGENCY:
		strbuf_addf(out, strchr(agency, ' ') ? "-tt:xong -tt:huy cq:\"%s\"" : "-tt:xong -tt:huy cq:%s", agency);
		break;
	}
}

enum status workbench_meeting_tasks(struct workbench *wb, row_id plan, const char *text, struct task_ids *tasks, struct error *err)
{
	struct filter filter = { 0 };
	struct task_row_list rows = { 0 };
	enum status status = workbench_filter(wb, plan, text, &filter, err);

	if (status == OK)
		status = wb->store->task_find(wb->store, plan, &filter, (struct place){ 0 }, FORWARD, MEETING_MOST_ITEMS + 1, &rows, err);
	if (status == OK && !rows.count)
		status = error_set(err, STATUS_DENIED, _("Không có nhiệm vụ nào hợp với bộ lọc «%s»; hãy đổi bộ lọc."), text);
	if (status == OK && rows.count > MEETING_MOST_ITEMS)
		status = error_set(err, STATUS_DENIED, _("Bộ lọc «%s» có hơn %d nhiệm vụ; hãy lọc hẹp lại cho một phiên họp."), text,
				   (int)MEETING_MOST_ITEMS);
	for (size_t i = 0; status == OK && i < rows.count; i++)
		task_ids_add(tasks, rows.items[i].task.id);
	task_row_list_release(&rows);
	filter_release(&filter);
	return status;
}

/* What the last meeting of PLAN that is over left open: not concluded, and not done meanwhile. */
static enum status left_open(struct store *store, row_id plan, struct task_ids *tasks, struct error *err)
{
	struct meeting_list meetings = { 0 };
	struct meeting_item_list items = { 0 };
	struct conclusion_list conclusions = { 0 };
	size_t last = 0;
	enum status status = store->meetings(store, plan, &meetings, err);

	while (status == OK && last < meetings.count && !meetings.items[last].ended)
		last++;
	if (status == OK && last < meetings.count)
		status = store->meeting_items(store, meetings.items[last].id, &items, err);
	if (status == OK && last < meetings.count)
		status = store->conclusions(store, meetings.items[last].id, 0, &conclusions, err);
	for (size_t i = 0; status == OK && i < items.count; i++) {
		struct task task = { 0 };

		status = store->task_get(store, items.items[i].task_id, &task, err);
		if (status == OK && conclusion_is_missing(&conclusions, task.id) && task.status != TASK_DONE &&
		    task.status != TASK_CANCELLED)
			task_ids_add(tasks, task.id);
		task_release(&task);
	}
	conclusion_list_release(&conclusions);
	meeting_item_list_release(&items);
	meeting_list_release(&meetings);
	return status;
}

/* --- making one ------------------------------------------------------------ */

static void put_order(struct meeting *meeting, const struct meeting_order *order)
{
	free(meeting->title);
	free(meeting->place);
	free(meeting->chair);
	free(meeting->secretary);
	free(meeting->present);
	meeting->title = order->title ? cleaned_or_null(order->title) : NULL;
	meeting->place = order->place ? cleaned_or_null(order->place) : NULL;
	meeting->chair = order->chair ? cleaned_or_null(order->chair) : NULL;
	meeting->secretary = order->secretary ? cleaned_or_null(order->secretary) : NULL;
	meeting->present = order->present ? cleaned_or_null(order->present) : NULL;
	meeting->day = date_is_set(order->day) ? order->day : clock_today();
	if (!meeting->title)
		meeting->title = xstrdup(_("Họp kiểm điểm tiến độ thực hiện kế hoạch"));
}

/* Inside a step: TASKS that are not in ITEMS come behind them. */
static enum status add_items(struct store *store, row_id meeting, struct meeting_item_list *items, const struct task_ids *tasks,
			     size_t *added, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < tasks->count; i++) {
		struct meeting_item item = { .meeting_id = meeting, .task_id = tasks->items[i] };
		bool there = false;

		for (size_t k = 0; k < items->count; k++)
			there = there || items->items[k].task_id == item.task_id;
		if (there)
			continue;
		item.position = items->count ? items->items[items->count - 1].position + 1 : 1;
		status = store->meeting_item_insert(store, &item, err);
		meeting_item_list_add(items, &item);
		++*added;
	}
	return status;
}

/* "Họp … ngày 20/8/2013", to begin a summary with. */
static void name_meeting(const struct meeting *meeting, struct strbuf *out)
{
	char day[DATE_TEXT];

	strbuf_addf(out, _("%s, ngày %s"), meeting->title, date_vietnamese(meeting->day, day));
}

enum status workbench_meeting_new(struct workbench *wb, row_id plan, const struct meeting_order *order, const struct task_ids *tasks,
				  row_id *id, size_t *carried, struct error *err)
{
	struct store *store = wb->store;
	struct meeting meeting = { .plan_id = plan };
	struct meeting_item_list items = { 0 };
	struct task_ids open = { 0 };
	struct strbuf summary = STRBUF_INIT;
	size_t before = 0, added = 0;
	enum status status = step_begin(wb, "meeting", plan, err);

	put_order(&meeting, order);
	if (status == OK)
		status = left_open(store, plan, &open, err);
	if (status == OK)
		status = store->meeting_insert(store, &meeting, err);
	if (status == OK)
		status = add_items(store, meeting.id, &items, &open, &before, err);
	if (status == OK)
		status = add_items(store, meeting.id, &items, tasks, &added, err);
	if (status == OK && !items.count)
		status = error_set(err, STATUS_DENIED, _("Phiên họp chưa có nhiệm vụ nào; hãy chọn nhiệm vụ hoặc viết bộ lọc."));
	strbuf_addf(&summary, "%s ", _("Mở phiên họp:"));
	name_meeting(&meeting, &summary);
	strbuf_addf(&summary, _(" (%zu nhiệm vụ)"), items.count);
	status = step_end(wb, status, true, &summary, err);
	if (status == OK) {
		*id = meeting.id;
		if (carried)
			*carried = before;
	}
	task_ids_release(&open);
	meeting_item_list_release(&items);
	meeting_release(&meeting);
	return status;
}

enum status workbench_meeting_edit(struct workbench *wb, row_id id, const struct meeting_order *order, struct error *err)
{
	struct meeting meeting = { 0 };
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "meeting", 0, err);

	if (status == OK)
		status = wb->store->meeting_get(wb->store, id, &meeting, err);
	if (status == OK) {
		put_order(&meeting, order);
		status = wb->store->meeting_update(wb->store, &meeting, err);
		strbuf_addf(&summary, "%s ", _("Sửa phiên họp:"));
		name_meeting(&meeting, &summary);
	}
	status = step_end(wb, status, true, &summary, err);
	meeting_release(&meeting);
	return status;
}

/* --- the agenda ------------------------------------------------------------ */

/* Begin a step that changes the agenda of a meeting. */
static enum status begin_agenda(struct workbench *wb, row_id id, struct meeting_item_list *items, struct strbuf *summary, struct error *err)
{
	struct meeting meeting = { 0 };
	enum status status = step_begin(wb, "agenda", 0, err);

	if (status == OK)
		status = wb->store->meeting_get(wb->store, id, &meeting, err);
	if (status == OK) {
		strbuf_addf(summary, "%s ", _("Sửa chương trình:"));
		name_meeting(&meeting, summary);
		status = wb->store->meeting_items(wb->store, id, items, err);
	}
	meeting_release(&meeting);
	return status;
}

static enum status find_item(const struct meeting_item_list *items, row_id item, size_t *at, struct error *err)
{
	for (*at = 0; *at < items->count; ++*at)
		if (items->items[*at].id == item)
			return OK;
	return error_set(err, STATUS_NOT_FOUND, _("Việc này không còn trong chương trình họp; hãy xem lại chương trình."));
}

enum status workbench_meeting_add(struct workbench *wb, row_id meeting, const struct task_ids *tasks, struct error *err)
{
	struct meeting_item_list items = { 0 };
	struct strbuf summary = STRBUF_INIT;
	size_t added = 0;
	enum status status = begin_agenda(wb, meeting, &items, &summary, err);

	if (status == OK)
		status = add_items(wb->store, meeting, &items, tasks, &added, err);
	if (status == OK && !added)
		status = error_set(err, STATUS_DENIED, _("Các nhiệm vụ này đã có trong chương trình họp."));
	status = step_end(wb, status, true, &summary, err);
	meeting_item_list_release(&items);
	return status;
}

enum status workbench_meeting_move(struct workbench *wb, row_id meeting, row_id item, size_t to, struct error *err)
{
	struct store *store = wb->store;
	struct meeting_item_list items = { 0 };
	struct strbuf summary = STRBUF_INIT;
	size_t from = 0;
	bool changed = false;
	enum status status = begin_agenda(wb, meeting, &items, &summary, err);

	if (status == OK)
		status = find_item(&items, item, &from, err);
	if (status == OK && to < items.count) {
		struct meeting_item moved = items.items[from];

		if (from < to)
			memmove(&items.items[from], &items.items[from + 1], (to - from) * sizeof moved);
		else
			memmove(&items.items[to + 1], &items.items[to], (from - to) * sizeof moved);
		items.items[to] = moved;
	}
	for (size_t i = 0; status == OK && i < items.count; i++) {
		if (items.items[i].position == (int)i + 1)
			continue;
		changed = true;
		items.items[i].position = (int)i + 1;
		status = store->meeting_item_update(store, &items.items[i], err);
	}
	status = step_end(wb, status, changed, &summary, err);
	meeting_item_list_release(&items);
	return status;
}

enum status workbench_meeting_drop(struct workbench *wb, row_id meeting, row_id item, struct error *err)
{
	struct store *store = wb->store;
	struct meeting_item_list items = { 0 };
	struct conclusion_list conclusions = { 0 };
	struct strbuf summary = STRBUF_INIT;
	size_t at = 0;
	enum status status = begin_agenda(wb, meeting, &items, &summary, err);

	if (status == OK)
		status = find_item(&items, item, &at, err);
	if (status == OK)
		status = store->conclusions(store, meeting, 0, &conclusions, err);
	if (status == OK && conclusion_last(&conclusions, items.items[at].task_id))
		status = error_set(err, STATUS_DENIED, _("Việc này đã có kết luận nên không bỏ khỏi chương trình được."));
	if (status == OK)
		status = store->meeting_item_delete(store, &items.items[at], err);
	status = step_end(wb, status, true, &summary, err);
	conclusion_list_release(&conclusions);
	meeting_item_list_release(&items);
	return status;
}

/* --- conclusions ------------------------------------------------------------ */

/* A conclusion that is written in the step of the change that it makes. */
struct concluding {
	struct along along;	/* first */
	struct conclusion conclusion;
};

static enum status write_conclusion(struct along *along, struct store *store, struct error *err)
{
	struct concluding *c = (struct concluding *)along;

	return store->conclusion_insert(store, &c->conclusion, err);
}

/* On the task, as a note. Whom it is for and by when stand in its words. */
static enum status note_it(struct workbench *wb, const struct concluding *c, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	struct agency agency = { 0 };
	enum status status = OK;

	if (c->conclusion.agency_id)
		status = wb->store->agency_get(wb->store, c->conclusion.agency_id, &agency, err);
	if (status == OK && agency.name)
		strbuf_addf(&text, "%s: ", agency.name);
	conclusion_describe(&c->conclusion, &text);
	if (status == OK)
		status = workbench_add_note(wb, c->conclusion.task_id, text.text, err);
	agency_release(&agency);
	strbuf_release(&text);
	return status;
}

static enum status postpone(struct workbench *wb, const struct task_ids *tasks, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "postpone", 0, err);

	strbuf_addf(&summary, "%s ", _("Để phiên họp sau:"));
	if (status == OK)
		status = describe_tasks(wb, tasks, &summary, err);
	return step_end(wb, status, true, &summary, err);
}

/* The new task is known only inside its step. */
static enum status add_free_task(struct workbench *wb, const struct conclusion_order *order, struct concluding *c, struct error *err)
{
	struct quick_task new = { 0 };
	struct task beside = { 0 };
	struct meeting meeting = { 0 };
	struct strbuf summary = STRBUF_INIT;
	enum status status = wb->store->meeting_get(wb->store, order->meeting, &meeting, err);

	if (status == OK && order->task)
		status = wb->store->task_get(wb->store, order->task, &beside, err);
	if (status == OK)
		status = workbench_quick_read(wb, meeting.plan_id, beside.section_id, order->words, &new, err);
	if (status == OK) {
		status = step_begin(wb, "add", new.plan, err);
		strbuf_addf(&summary, "%s %s", _("Thêm nhiệm vụ"), new.title);
		if (status == OK)
			status = quick_add_in_step(wb, &new, &c->conclusion.task_id, err);
		replace_string(&c->conclusion.words, new.title);
		c->conclusion.due = new.deadline.due;
		status = step_end(wb, status, true, &summary, err);
	}
	quick_task_release(&new);
	task_release(&beside);
	meeting_release(&meeting);
	return status;
}

/* A day without a year: of an extension it is the plan's, as for every deadline; else this one. */
static enum status year_meant(struct store *store, const struct conclusion_order *order, int *year, struct error *err)
{
	struct task task = { 0 };
	struct plan plan = { 0 };
	enum status status = OK;

	*year = clock_today().year;
	if (order->kind != CONCLUSION_EXTEND)
		return OK;
	status = store->task_get(store, order->task, &task, err);
	if (status == OK)
		status = store->plan_get(store, task.plan_id, &plan, err);
	if (status == OK)
		*year = plan.year;
	plan_release(&plan);
	task_release(&task);
	return status;
}

static enum status read_due(struct store *store, const struct conclusion_order *order, struct date *due, struct error *err)
{
	struct deadline deadline = { 0 };
	int year;
	enum status status;

	if (!order->due || !order->due[strspn(order->due, " ")])
		return OK;
	status = year_meant(store, order, &year, err);
	if (status == OK)
		deadline_parse(order->due, year, &deadline);
	if (status == OK && date_is_set(deadline.due))
		*due = deadline.due;
	else if (status == OK)
		status = error_set(err, STATUS_INVALID, _("Không hiểu ngày «%s»; hãy viết như 15/9/2013."), order->due);
	deadline_release(&deadline);
	return status;
}

static enum status refuse_missing(const struct conclusion_order *order, const struct conclusion *conclusion, struct error *err)
{
	if (order->kind == CONCLUSION_EXTEND && !date_is_set(conclusion->due))
		return error_set(err, STATUS_INVALID, _("Gia hạn cần có hạn mới; hãy viết ngày, ví dụ 15/10/2013."));
	if (order->kind == CONCLUSION_NOTE && !conclusion->words)
		return error_set(err, STATUS_INVALID, _("Kết luận còn trống; hãy viết một câu."));
	if (order->kind == CONCLUSION_REASSIGN && !order->lead_count)
		return error_set(err, STATUS_INVALID, _("Hãy chọn cơ quan được giao chủ trì."));
	return OK;
}

static enum status apply(struct workbench *wb, const struct conclusion_order *order, struct concluding *c, const struct task_ids *tasks,
			 struct error *err)
{
	struct done_mark mark = { .agency = order->agency, .period = order->period, .evidence = c->conclusion.words };
	struct extension_order extension = {
		.agency = order->agency, .period = order->period, .due = order->due, .reason = order->words,
	};
	size_t changed;

	switch (order->kind) {
	case CONCLUSION_DONE:
		return workbench_mark_done(wb, tasks, &mark, &changed, err);
	case CONCLUSION_EXTEND:
		return workbench_extend(wb, tasks, &extension, &changed, err);
	case CONCLUSION_REASSIGN:
		return workbench_assign(wb, tasks, ROLE_LEAD, order->leads, order->lead_count, err);
	case CONCLUSION_REMIND:
	case CONCLUSION_NOTE:
		return note_it(wb, c, err);
	case CONCLUSION_POSTPONE:
		return postpone(wb, tasks, err);
	case CONCLUSION_FREE:
		return add_free_task(wb, order, c, err);
	}
	BUG("conclusion %d", (int)order->kind);
}

static enum status say_leads(struct store *store, const struct conclusion_order *order, struct conclusion *conclusion, struct error *err)
{
	struct strbuf names = STRBUF_INIT;
	enum status status = describe_agencies(store, order->leads, order->lead_count, &names, err);

	if (conclusion->words)
		strbuf_addf(&names, " (%s)", conclusion->words);
	replace_string(&conclusion->words, names.text);
	strbuf_release(&names);
	return status;
}

enum status workbench_conclude(struct workbench *wb, const struct conclusion_order *order, struct error *err)
{
	struct concluding c = {
		.along = { .label = _("Kết luận họp: "), .write = write_conclusion },
		.conclusion = {
			.meeting_id = order->meeting, .task_id = order->task, .kind = order->kind, .agency_id = order->agency,
			.words = order->words ? cleaned_or_null(order->words) : NULL, .who = xstrdup(wb->user), .at = clock_now(),
		},
	};
	struct task_ids tasks = { 0 };
	enum status status = read_due(wb->store, order, &c.conclusion.due, err);

	task_ids_add(&tasks, order->task);
	if (status == OK)
		status = refuse_missing(order, &c.conclusion, err);
	if (status == OK && order->kind == CONCLUSION_REASSIGN)
		status = say_leads(wb->store, order, &c.conclusion, err);
	if (status == OK) {
		wb->along = &c.along;
		status = apply(wb, order, &c, &tasks, err);
		wb->along = NULL;
	}
	if (status == OK && !c.conclusion.id)
		status = error_set(err, STATUS_DENIED, _("Việc này đã như vậy rồi; nếu vẫn cần kết luận, hãy ghi bằng «ghi nhận»."));
	conclusion_release(&c.conclusion);
	task_ids_release(&tasks);
	return status;
}

/* --- presenting ------------------------------------------------------------- */

enum status workbench_present(struct workbench *wb, row_id meeting, row_id item, bool figures, row_id left, int seconds, struct error *err)
{
	struct meeting_stage stage = { .meeting_id = meeting, .item_id = item, .figures = figures, .who = wb->user, .since = clock_now() };

	return wb->store->stage_put(wb->store, &stage, left, seconds, err);
}

enum status workbench_present_no_more(struct workbench *wb, row_id meeting, row_id left, int seconds, struct error *err)
{
	struct meeting_stage nobody = { .meeting_id = meeting };

	return wb->store->stage_put(wb->store, &nobody, left, seconds, err);
}

/* Whoever was cut off presents no more. Where nobody sees who is here, what was told counts. */
static bool is_here(struct store *store, const char *who)
{
	struct session_list sessions = { 0 };
	bool here;

	store->here(store, &sessions);
	here = !sessions.count;
	for (size_t i = 0; i < sessions.count; i++)
		here = here || !strcmp(sessions.items[i].who, who);
	session_list_release(&sessions);
	return here;
}

enum status workbench_presented(struct workbench *wb, row_id meeting, struct meeting_stage *stage, struct error *err)
{
	enum status status = wb->store->stage_get(wb->store, meeting, stage, err);

	if (status == OK && stage->who && !is_here(wb->store, stage->who))
		meeting_stage_release(stage);
	return status;
}

/* --- the end ----------------------------------------------------------------- */

enum status workbench_meeting_end(struct workbench *wb, row_id id, struct error *err)
{
	struct meeting meeting = { 0 };
	struct strbuf minutes = STRBUF_INIT, notice = STRBUF_INIT, summary = STRBUF_INIT;
	enum status status = step_begin(wb, "meeting-end", 0, err);

	if (status == OK)
		status = wb->store->meeting_get(wb->store, id, &meeting, err);
	if (status == OK && !meeting.ended)
		meeting.ended = clock_now();
	if (status == OK)
		status = meeting_draft(wb, &meeting, PAPER_MINUTES, &minutes, err);
	if (status == OK)
		status = meeting_draft(wb, &meeting, PAPER_NOTICE, &notice, err);
	if (status == OK) {
		replace_string(&meeting.minutes, minutes.text);
		replace_string(&meeting.notice, notice.text);
		strbuf_addf(&summary, "%s ", _("Kết thúc, lập biên bản và thông báo kết luận:"));
		name_meeting(&meeting, &summary);
		status = wb->store->meeting_update(wb->store, &meeting, err);
	}
	status = step_end(wb, status, true, &summary, err);
	strbuf_release(&minutes);
	strbuf_release(&notice);
	meeting_release(&meeting);
	return status;
}
