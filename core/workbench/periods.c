/* The periods of a plan: opening, changing, and what is owed in them. */
#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"
#include "core/workbench/internal.h"
#include "core/workbench/rounds.h"

enum { LABELS_SHOWN = 12 };

/* --- what a task is owed in ----------------------------------------------- */

/* Ongoing, or nobody said how often: a result may come in any period, and none is owed. */
static bool takes_results(const struct task *task)
{
	return task->deadline.kind == DEADLINE_ONGOING ||
	       (task->deadline.kind == DEADLINE_PERIODIC && deadline_rhythm(&task->deadline) == PERIOD_NONE);
}

static void keep_rhythm(struct period_list *list, enum period_unit every)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].every == every)
			list->items[kept++] = list->items[i];
		else
			period_release(&list->items[i]);
	}
	list->count = kept;
}

enum status dues_read(struct store *store, const struct task *task, struct dues *dues, struct error *err)
{
	enum status status = OK;

	*dues = (struct dues){ .task = task, .results = takes_results(task) };
	if (dues->results || deadline_rhythm(&task->deadline) != PERIOD_NONE)
		status = store->periods(store, task->plan_id, &dues->periods, err);
	if (status == OK && !dues->results)
		keep_rhythm(&dues->periods, deadline_rhythm(&task->deadline));
	dues->whole = dues->results || !dues->periods.count;
	return status;
}

void dues_release(struct dues *dues)
{
	period_list_release(&dues->periods);
	*dues = (struct dues){ 0 };
}

bool dues_find(const struct dues *dues, const char *period, struct date *due)
{
	if (!period) {
		*due = dues->task->deadline.due;
		return dues->whole;
	}
	for (size_t i = 0; i < dues->periods.count; i++) {
		if (strcmp(dues->periods.items[i].key, period) != 0)
			continue;
		*due = dues->results ? date_make(0, 0, 0) : period_due(&dues->periods.items[i], &dues->task->deadline);
		return true;
	}
	return false;
}

/* --- the tasks of a plan --------------------------------------------------- */

enum status periodic_tasks(struct store *store, row_id plan, struct task_list *out, struct error *err)
{
	static const enum deadline_kind kinds[] = { DEADLINE_PERIODIC, DEADLINE_ONGOING };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < sizeof kinds / sizeof *kinds; i++)
		status = store->tasks_of_kind(store, plan, kinds[i], out, err);
	return status;
}

enum status sync_periods(struct store *store, row_id plan, struct error *err)
{
	struct task_list tasks = { 0 };
	enum status status = periodic_tasks(store, plan, &tasks, err);

	for (size_t i = 0; status == OK && i < tasks.count; i++)
		status = sync_obligations(store, &tasks.items[i], err);
	task_list_release(&tasks);
	return status;
}

enum status sync_new_work(struct store *store, row_id plan, struct error *err)
{
	struct period_list periods = { 0 };
	enum status status = store->periods(store, plan, &periods, err);
	bool any = periods.count > 0;

	period_list_release(&periods);
	return status == OK && any ? sync_periods(store, plan, err) : status;
}

/* --- opening ---------------------------------------------------------------- */

struct opening {
	struct store *store;
	row_id plan;
	int year;
	struct date issued;	/* the plan's day; may be in part */
	struct period_list present;
	size_t opened;
	bool changed;
	struct string_list labels;	/* of those opened */
};

static struct period *present_of(const struct opening *o, enum period_unit every, const char *key)
{
	for (size_t i = 0; i < o->present.count; i++)
		if (o->present.items[i].every == every && !strcmp(o->present.items[i].key, key))
			return &o->present.items[i];
	return NULL;
}

static bool has_key(const struct period_list *list, const char *key)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].key, key))
			return true;
	return false;
}

/* PERIOD takes the place of what another set had under its key; a person's own stays. */
static enum status put_period(struct opening *o, struct period *period, struct error *err)
{
	const struct period *there = present_of(o, period->every, period->key);

	if (there && (!period_set_find(there->made_of) || !strcmp(there->made_of, period->made_of)))
		return OK;
	o->changed = true;
	o->opened++;
	string_list_add(&o->labels, period->label);
	period->plan_id = o->plan;
	if (!there)
		return o->store->period_insert(o->store, period, err);
	period->id = there->id;
	period->version = there->version;
	return o->store->period_update(o->store, period, err);
}

/* Rows of the year that another set made; a person's own stay. */
static enum status drop_others(struct opening *o, const struct period_set *set, const struct period_list *made,
			       struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < o->present.count; i++) {
		const struct period *period = &o->present.items[i];

		if (period->every != set->every || period_year(period) != o->year || has_key(made, period->key) ||
		    !period_set_find(period->made_of) || !strcmp(period->made_of, set->word))
			continue;
		o->changed = true;
		status = o->store->period_delete(o->store, period, err);
	}
	return status;
}

/* Nobody owes anything for what was over when the plan was issued. */
static void drop_early(struct period_list *list, struct date issued)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (date_is_valid(issued) && date_compare(list->items[i].last, issued) < 0)
			period_release(&list->items[i]);
		else
			list->items[kept++] = list->items[i];
	}
	list->count = kept;
}

static enum status open_set(struct opening *o, const struct period_set *set, struct error *err)
{
	struct period_list made = { 0 };
	enum status status = OK;

	period_set_make(set, o->year, &made);
	drop_early(&made, o->issued);
	for (size_t i = 0; status == OK && i < made.count; i++)
		status = put_period(o, &made.items[i], err);
	if (status == OK)
		status = drop_others(o, set, &made, err);
	period_list_release(&made);
	return status;
}

/* A bit for each rhythm that the plan's work has; RESULTS: some takes results in any period. */
static unsigned rhythms_of(const struct task_list *tasks, bool *results)
{
	unsigned rhythms = 0;

	*results = false;
	for (size_t i = 0; i < tasks->count; i++) {
		enum period_unit every = deadline_rhythm(&tasks->items[i].deadline);

		if (period_set_of(every))
			rhythms |= 1u << every;
		*results = *results || takes_results(&tasks->items[i]);
	}
	return rhythms;
}

static enum status refuse_useless(const struct period_set *set, unsigned rhythms, bool results, struct error *err)
{
	if (!set && !rhythms)
		return error_set(err, STATUS_DENIED, _("Kế hoạch không có nhiệm vụ nào làm theo tháng, quý, nửa năm hay năm; "
						       "hãy nêu bộ kỳ muốn mở."));
	if (set && !(rhythms & 1u << set->every) && !results)
		return error_set(err, STATUS_DENIED, _("Kế hoạch không có nhiệm vụ nào cần kỳ như vậy."));
	return OK;
}

static enum status read_plan(struct opening *o, struct error *err)
{
	struct plan plan = { 0 };
	enum status status = o->store->plan_get(o->store, o->plan, &plan, err);

	o->issued = plan.date;
	plan_release(&plan);
	return status == OK ? o->store->periods(o->store, o->plan, &o->present, err) : status;
}

static enum status open_all(struct opening *o, const struct period_set *set, struct error *err)
{
	struct task_list tasks = { 0 };
	unsigned rhythms = 0;
	bool results;
	enum status status = periodic_tasks(o->store, o->plan, &tasks, err);

	if (status == OK) {
		rhythms = rhythms_of(&tasks, &results);
		status = refuse_useless(set, rhythms, results, err);
	}
	if (status == OK)
		status = read_plan(o, err);
	if (status == OK && set)
		status = open_set(o, set, err);
	for (int every = PERIOD_WEEK; status == OK && !set && every <= PERIOD_YEAR; every++)
		if (rhythms & 1u << every)
			status = open_set(o, period_set_of((enum period_unit)every), err);
	if (status == OK && !o->changed)
		status = error_set(err, STATUS_DENIED, _("Năm %d không còn kỳ nào để mở: đã mở từ trước, hoặc đã qua khi kế hoạch ban hành."),
				   o->year);
	if (status == OK)
		status = sync_periods(o->store, o->plan, err);
	task_list_release(&tasks);
	return status;
}

/* A year of weeks would fill the screen: the first and the last tell of them. */
static void add_labels(const struct string_list *labels, struct strbuf *out)
{
	if (labels->count > LABELS_SHOWN) {
		strbuf_addf(out, _("%s … %s (%zu kỳ)"), labels->items[0], labels->items[labels->count - 1], labels->count);
		return;
	}
	for (size_t i = 0; i < labels->count; i++)
		strbuf_addf(out, "%s%s", i ? ", " : "", labels->items[i]);
}

enum status workbench_open_rounds(struct workbench *wb, row_id plan, const struct period_set *set, int year, size_t *opened,
				  struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct opening o = { .store = wb->store, .plan = plan, .year = year };
	enum status status = step_begin(wb, "rounds", plan, err);

	if (status == OK)
		status = open_all(&o, set, err);
	strbuf_addf(&summary, _("Mở các kỳ của năm %d: "), year);
	add_labels(&o.labels, &summary);
	status = step_end(wb, status, o.changed, &summary, err);
	if (status == OK)
		*opened = o.opened;
	period_list_release(&o.present);
	string_list_release(&o.labels);
	return status;
}

/* --- changing ---------------------------------------------------------------- */

static bool is_sound(const struct period *period)
{
	return period->key && *period->key && period->label && *period->label && date_is_valid(period->first) &&
	       date_is_valid(period->last) && date_compare(period->first, period->last) <= 0 &&
	       (!date_is_set(period->due) || date_is_valid(period->due));
}

enum status workbench_save_round(struct workbench *wb, struct period *period, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	char day[DATE_TEXT];
	enum status status;

	if (!is_sound(period))
		return error_set(err, STATUS_INVALID, _("Kỳ cần có ký hiệu, tên, ngày đầu và ngày cuối theo đúng thứ tự."));
	status = step_begin(wb, "rounds", period->plan_id, err);
	if (status == OK)
		status = period->id ? wb->store->period_update(wb->store, period, err)
				    : wb->store->period_insert(wb->store, period, err);
	if (status == OK)
		status = sync_periods(wb->store, period->plan_id, err);
	strbuf_addf(&summary, _("Đặt kỳ %s"), period->label);
	if (date_is_set(period->due))
		strbuf_addf(&summary, _(", gửi chậm nhất ngày %s"), date_vietnamese(period->due, day));
	return step_end(wb, status, true, &summary, err);
}

enum status workbench_remove_round(struct workbench *wb, const struct period *period, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	enum status status = step_begin(wb, "rounds", period->plan_id, err);

	if (status == OK)
		status = wb->store->period_delete(wb->store, period, err);
	if (status == OK)
		status = sync_periods(wb->store, period->plan_id, err);
	strbuf_addf(&summary, _("Bỏ kỳ %s"), period->label);
	return step_end(wb, status, true, &summary, err);
}

static bool same_name(const char *a, const char *b)
{
	struct strbuf x = STRBUF_INIT, y = STRBUF_INIT;
	bool same;

	viet_search_key(a, strlen(a), &x);
	viet_search_key(b, strlen(b), &y);
	same = x.length && x.length == y.length && !memcmp(x.text, y.text, x.length);
	strbuf_release(&x);
	strbuf_release(&y);
	return same;
}

enum status workbench_find_rounds(struct workbench *wb, row_id plan, const char *text, struct period_list *out,
				  struct error *err)
{
	struct period_list list = { 0 };
	enum status status = wb->store->periods(wb->store, plan, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++)
		if (same_name(list.items[i].key, text) || same_name(list.items[i].label, text))
			period_list_add(out, &list.items[i]);
	if (status == OK && !out->count)
		status = error_set(err, STATUS_NOT_FOUND, _("Kế hoạch không có kỳ «%s» nào đang mở."), text);
	period_list_release(&list);
	return status;
}
