#include "core/workbench/rounds.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/workbench/internal.h"

void round_row_release(struct round_row *row)
{
	obligation_release(&row->obligation);
	free(row->task_path);
	free(row->via);
	*row = (struct round_row){ 0 };
}

DEFINE_LIST(round_row)

void rounds_release(struct rounds *rounds)
{
	period_list_release(&rounds->periods);
	round_row_list_release(&rounds->rows);
	*rounds = (struct rounds){ 0 };
}

enum receipt receipt_of(const struct obligation *obligation, struct date day)
{
	bool done = obligation->state == OBLIGATION_DONE;

	switch (standing_of(done, obligation->done_on, obligation->due, day)) {
	case STANDING_DONE:
		return RECEIPT_RECEIVED;
	case STANDING_DONE_LATE:
		return RECEIPT_LATE;
	case STANDING_OVERDUE:
		return RECEIPT_MISSING;
	case STANDING_UNDATED:
	case STANDING_ONTIME:
	case STANDING_SOON:
		break;
	}
	return RECEIPT_PENDING;
}

const char *receipt_word(enum receipt receipt)
{
	static const char *const words[] = { "received", "late", "missing", "pending" };

	return words[receipt];
}

/* --- reading --------------------------------------------------------------- */

static void keep_year(struct period_list *list, int year)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		if (!year || period_year(&list->items[i]) == year)
			list->items[kept++] = list->items[i];
		else
			period_release(&list->items[i]);
	}
	list->count = kept;
}

static enum status path_of(struct store *store, row_id task, char **out, struct error *err)
{
	struct task_row row = { 0 };
	enum status status = store->task_row_get(store, task, &row, err);

	if (status == OK)
		*out = xasprintf("%s-%d", row.section_path, row.task.position);
	task_row_release(&row);
	return status;
}

/* "SNV"; several parted by ", ". */
static enum status via_of(struct store *store, row_id task, char **out, struct error *err)
{
	struct assignment_list list = { 0 };
	struct strbuf names = STRBUF_INIT;
	enum status status = store->assignments(store, task, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++)
		if (list.items[i].role == ROLE_VIA)
			strbuf_addf(&names, "%s%s", names.length ? ", " : "",
				    list.items[i].code ? list.items[i].code : list.items[i].name);
	assignment_list_release(&list);
	if (names.length)
		*out = strbuf_detach(&names);
	strbuf_release(&names);
	return status;
}

/* The period that an obligation of TASK belongs to; the number of periods: to none of them. */
static size_t period_of(const struct period_list *periods, const struct task *task, const char *key)
{
	enum period_unit every = deadline_rhythm(&task->deadline);
	size_t at = 0;

	while (at < periods->count && (strcmp(periods->items[at].key, key) != 0 ||
				       (every != PERIOD_NONE && periods->items[at].every != every)))
		at++;
	return at;
}

static void add_row(struct rounds *rounds, const struct task *task, struct obligation *obligation, const char *path,
		    const char *via)
{
	struct round_row row = { 0 };

	if (!obligation->period || obligation->state == OBLIGATION_CLOSED)
		return;
	row.period = period_of(&rounds->periods, task, obligation->period);
	if (row.period == rounds->periods.count)
		return;
	row.obligation = *obligation;
	*obligation = (struct obligation){ 0 };
	row.task_path = xstrdup(path);
	row.via = xstrdup_or_null(via);
	round_row_list_add(&rounds->rows, &row);
}

static enum status add_task(struct rounds *rounds, struct store *store, const struct task *task, struct error *err)
{
	struct obligation_list list = { 0 };
	char *path = NULL, *via = NULL;
	enum status status = store->obligations(store, task->id, &list, err);

	if (status == OK)
		status = path_of(store, task->id, &path, err);
	if (status == OK)
		status = via_of(store, task->id, &via, err);
	for (size_t i = 0; status == OK && i < list.count; i++)
		add_row(rounds, task, &list.items[i], path, via);
	free(path);
	free(via);
	obligation_list_release(&list);
	return status;
}

static bool counts(const struct task *task, row_id wanted)
{
	return (!wanted || task->id == wanted) && task->status != TASK_CANCELLED && task->status != TASK_SUSPENDED;
}

enum status workbench_rounds(struct workbench *wb, row_id plan, row_id task, int year, struct rounds *out,
			     struct error *err)
{
	struct rounds rounds = { .day = clock_today() };
	struct task_list tasks = { 0 };
	enum status status = wb->store->periods(wb->store, plan, &rounds.periods, err);

	if (status == OK)
		status = periodic_tasks(wb->store, plan, &tasks, err);
	keep_year(&rounds.periods, year);
	for (size_t i = 0; status == OK && i < tasks.count; i++)
		if (counts(&tasks.items[i], task))
			status = add_task(&rounds, wb->store, &tasks.items[i], err);
	task_list_release(&tasks);
	if (status != OK) {
		rounds_release(&rounds);
		return status;
	}
	rounds_release(out);
	*out = rounds;
	return OK;
}

int rounds_year(const struct period_list *periods, struct date today)
{
	int year = periods->count ? period_year(&periods->items[0]) : 0;

	for (size_t i = 0; i < periods->count; i++)
		if (date_compare(periods->items[i].first, today) <= 0)
			year = period_year(&periods->items[i]);
	return year;
}

/* --- one cell ---------------------------------------------------------------- */

static int most(int a, int b)
{
	return a > b ? a : b;
}

static void count_received(struct round_cell *cell, const struct obligation *obligation)
{
	cell->received++;
	if (date_is_set(obligation->done_on) &&
	    (!date_is_set(cell->received_on) || date_compare(obligation->done_on, cell->received_on) > 0))
		cell->received_on = obligation->done_on;
}

static void count_open(struct round_cell *cell, const struct obligation *obligation, struct date day)
{
	bool missing = receipt_of(obligation, day) == RECEIPT_MISSING;

	if (missing && !cell->missing)
		cell->days_late = 0;		/* what is missing says how late it is, not what came */
	cell->missing = cell->missing || missing;
	if (missing)
		cell->days_late = most(cell->days_late, date_days_between(obligation->due, day));
	if (date_compare(obligation->due, cell->due) < 0)
		cell->due = obligation->due;
}

struct round_cell rounds_cell(const struct rounds *rounds, row_id agency, size_t period)
{
	struct round_cell cell = { 0 };

	for (size_t i = 0; i < rounds->rows.count; i++) {
		const struct obligation *obligation = &rounds->rows.items[i].obligation;

		if (obligation->agency_id != agency || rounds->rows.items[i].period != period)
			continue;
		cell.owed++;
		if (obligation->state != OBLIGATION_DONE)
			count_open(&cell, obligation, rounds->day);
		else
			count_received(&cell, obligation);
		if (!cell.missing && receipt_of(obligation, rounds->day) == RECEIPT_LATE)
			cell.days_late = most(cell.days_late, date_days_between(obligation->due, obligation->done_on));
	}
	return cell;
}

void round_cell_words(const struct round_cell *cell, struct strbuf *out)
{
	if (!cell->owed)
		return;
	if (cell->owed > 1)
		strbuf_addf(out, "%zu/%zu ", cell->received, cell->owed);
	if (cell->missing)
		strbuf_add_text(out, _("thiếu"));
	else if (cell->received < cell->owed && date_is_set(cell->due))
		strbuf_addf(out, _("hạn %d/%d"), cell->due.day, cell->due.month);
	else if (cell->received < cell->owed)
		strbuf_add_text(out, _("chưa nhận"));
	else if (date_is_set(cell->received_on))
		strbuf_addf(out, _("đã nhận %d/%d"), cell->received_on.day, cell->received_on.month);
	else
		strbuf_add_text(out, _("đã nhận"));
	if (cell->days_late)
		strbuf_addf(out, _(", trễ %d ngày"), cell->days_late);
}
