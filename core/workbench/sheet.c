#include "core/workbench/sheet.h"

#include <stdlib.h>

#include "core/base/gettext.h"

void sheet_row_release(struct sheet_row *row)
{
	free(row->plan_number);
	free(row->plan_title);
	free(row->path);
	free(row->title);
	free(row->deadline);
	free(row->period);
	free(row->evidence);
	*row = (struct sheet_row){ 0 };
}

DEFINE_LIST(sheet_row)

void sheet_release(struct sheet *sheet)
{
	sheet_row_list_release(&sheet->rows);
	*sheet = (struct sheet){ 0 };
}

static void done_words(const struct sheet_row *row, struct strbuf *out)
{
	char day[DATE_TEXT];

	if (date_is_set(row->done_on))
		strbuf_addf(out, _("xong %s"), date_vietnamese(row->done_on, day));
	else
		strbuf_add_text(out, _("xong"));
	if (row->days_late)
		strbuf_addf(out, _(", trễ %d ngày"), row->days_late);
}

void sheet_row_words(const struct sheet_row *row, struct strbuf *out)
{
	switch (row->state) {
	case MATRIX_NONE:
		break;
	case MATRIX_DONE:
		done_words(row, out);
		break;
	case MATRIX_SUSPENDED:
		strbuf_add_text(out, _("tạm hoãn"));
		break;
	case MATRIX_OPEN:
		strbuf_add_text(out, _("chưa xong"));
		break;
	case MATRIX_OVERDUE:
		strbuf_addf(out, _("quá hạn %d ngày"), row->days_late);
		break;
	}
}

/* A row with what it is sorted by. */
struct placed {
	size_t plan;		/* number in the list of plans */
	struct place place;
	struct sheet_row row;
};

struct collecting {
	struct sheet *sheet;
	struct plan_row_list plans;
	struct placed *items;
	size_t count, cap;
};

/* One that is neither superseded nor withdrawn. */
static bool in_force(const struct collecting *c, row_id plan, size_t *index)
{
	for (size_t i = 0; i < c->plans.count; i++)
		if (c->plans.items[i].plan.id == plan) {
			*index = i;
			return c->plans.items[i].current;
		}
	return false;
}

static struct sheet_row row_of(const struct plan *plan, const struct task_row *task, const struct obligation *owed,
			       struct date day)
{
	struct owed_share share = { .state = owed->state, .due = owed->due, .done_on = owed->done_on };
	struct sheet_row row = {
		.plan = plan->id, .task = task->task.id, .state = matrix_state_of(&share, task->task.status, day),
		.plan_number = xstrdup(plan->number ? plan->number : plan->type), .plan_title = xstrdup_or_null(plan->title),
		.path = xasprintf("%s-%d", task->section_path, task->task.position), .title = xstrdup(task->task.title),
		.deadline = xstrdup_or_null(task->task.deadline.raw), .period = xstrdup_or_null(owed->period),
		.due = owed->due, .evidence = xstrdup_or_null(owed->evidence),
	};
	struct date until = row.state == MATRIX_DONE ? owed->done_on : day;

	if (row.state == MATRIX_DONE)
		row.done_on = owed->done_on;
	if ((row.state == MATRIX_DONE || row.state == MATRIX_OVERDUE) && date_is_set(until) && date_is_set(owed->due) &&
	    date_compare(until, owed->due) > 0)
		row.days_late = date_days_between(owed->due, until);
	return row;
}

static void count(struct sheet *sheet, const struct obligation *owed, enum task_status status)
{
	struct owed one = {
		.done = owed->state == OBLIGATION_DONE, .done_on = owed->done_on, .due = owed->due,
		.suspended = status == TASK_SUSPENDED,
	};

	standing_count(&sheet->counts, &one, sheet->as_of, 1);
}

static enum status take(struct collecting *c, struct store *store, const struct obligation *owed, struct error *err)
{
	struct task_row task = { 0 };
	size_t plan;
	enum status status = store->task_row_get(store, owed->task_id, &task, err);

	if (status != OK)
		return status;
	if (task.task.status != TASK_CANCELLED && in_force(c, task.task.plan_id, &plan)) {
		GROW(c->items, c->count + 1, c->cap);
		c->items[c->count++] = (struct placed){
			plan, task.place, row_of(&c->plans.items[plan].plan, &task, owed, c->sheet->as_of),
		};
		count(c->sheet, owed, task.task.status);
	}
	task_row_release(&task);
	return OK;
}

static int by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->plan != y->plan)
		return x->plan < y->plan ? -1 : 1;
	if (x->place.seq != y->place.seq)
		return x->place.seq < y->place.seq ? -1 : 1;
	if (x->place.position != y->place.position)
		return x->place.position < y->place.position ? -1 : 1;
	return date_compare(x->row.due, y->row.due);
}

enum status workbench_sheet(struct workbench *wb, row_id agency, struct date day, struct sheet *out, struct error *err)
{
	struct sheet sheet = { .as_of = date_is_set(day) ? day : clock_today() };
	struct collecting c = { .sheet = &sheet };
	struct obligation_list owed = { 0 };
	enum status status = wb->store->plan_list(wb->store, sheet.as_of, &c.plans, err);

	if (status == OK)
		status = wb->store->obligations_of(wb->store, agency, false, &owed, err);
	for (size_t i = 0; status == OK && i < owed.count; i++)
		status = take(&c, wb->store, &owed.items[i], err);
	if (c.count)
		qsort(c.items, c.count, sizeof *c.items, by_place);
	for (size_t i = 0; i < c.count; i++)
		sheet_row_list_add(&sheet.rows, &c.items[i].row);
	free(c.items);
	obligation_list_release(&owed);
	plan_row_list_release(&c.plans);
	if (status != OK) {
		sheet_release(&sheet);
		return status;
	}
	sheet_release(out);
	*out = sheet;
	return OK;
}
