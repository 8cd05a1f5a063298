#include "core/workbench/matrix.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/workbench/internal.h"

const char *matrix_state_word(enum matrix_state state)
{
	static const char *const words[] = { NULL, "done", "suspended", "open", "overdue" };

	return words[state];
}

const char *matrix_sign(enum matrix_state state)
{
	static const char *const signs[] = { "", "✓", "=", "·", "!" };

	return signs[state];
}

void matrix_line_release(struct matrix_line *line)
{
	free(line->path);
	free(line->title);
	for (size_t i = 0; i < line->count; i++)
		free(line->cells[i].period);
	free(line->cells);
	*line = (struct matrix_line){ 0 };
}

DEFINE_LIST(matrix_line)

long long standing_done(const struct standing_counts *counts)
{
	return counts->done_in_time + counts->done_late + counts->undated_done;
}

/* What the people's committees have in common leaves too little room for what tells them apart. */
#define COMMITTEE "UBND"

static char *proposed_code(const char *name)
{
	char *code = agency_propose_code(name);

	if (!code)
		return xstrdup(name);
	if (!strncmp(code, COMMITTEE, strlen(COMMITTEE)) && code[strlen(COMMITTEE)])
		memmove(code, code + strlen(COMMITTEE), strlen(code + strlen(COMMITTEE)) + 1);
	return code;
}

/* The letters of the last word behind its first, which stands in the code. */
static const char *tail_of(const char *name)
{
	const char *blank = strrchr(name, ' '), *tail = blank ? blank + 1 : name;

	if (*tail)
		tail++;
	while (((unsigned char)*tail & 0xC0) == 0x80)
		tail++;
	return tail;
}

static bool is_shared(const struct string_list *codes, size_t at)
{
	for (size_t i = 0; i < codes->count; i++)
		if (i != at && !strcmp(codes->items[i], codes->items[at]))
			return true;
	return false;
}

void matrix_body_codes(const struct standing_table *bodies, struct string_list *out)
{
	struct string_list codes = { 0 };

	for (size_t i = 0; i < bodies->lines.count; i++) {
		const struct standing_line *body = &bodies->lines.items[i];

		string_list_add_owned(&codes, !*body->label ? xstrdup("–") : body->title ? xstrdup(body->title)
											  : proposed_code(body->label));
	}
	for (size_t i = 0; i < codes.count; i++) {
		const struct standing_line *body = &bodies->lines.items[i];
		bool own = body->title || !*body->label;

		string_list_add_owned(out, !own && is_shared(&codes, i) ? xasprintf("%s%s", codes.items[i], tail_of(body->label))
								       : xstrdup(codes.items[i]));
	}
	string_list_release(&codes);
}

/* --- the bodies --------------------------------------------------------- */

static void add_body(struct standing_table *bodies, const struct agency *agency)
{
	struct standing_line line = {
		.id = agency ? agency->id : 0, .label = xstrdup(agency ? agency->name : ""),
		.title = agency ? xstrdup_or_null(agency->code) : NULL,
	};

	standing_line_list_add(&bodies->lines, &line);
}

enum status workbench_matrix_bodies(struct workbench *wb, row_id plan, struct standing_table *bodies, struct error *err)
{
	struct store *store = wb->store;
	struct agency_ids leaders = { 0 }, owing = { 0 };
	struct agency_list all = { 0 };
	bool nobody = false;
	enum status status = store->leaders(store, plan, &leaders.items, &leaders.count, &nobody, err);

	if (status == OK)
		status = expand_agencies(store, &leaders, &owing, err);
	if (status == OK)
		status = store->agency_list(store, &all, err);
	if (status == OK)
		standing_table_release(bodies);
	for (size_t i = 0; status == OK && i < all.count; i++)
		if (agency_ids_has(&owing, all.items[i].id))
			add_body(bodies, &all.items[i]);
	if (status == OK && nobody)
		add_body(bodies, NULL);
	agency_list_release(&all);
	agency_ids_release(&owing);
	agency_ids_release(&leaders);
	return status;
}

/* --- the cells ---------------------------------------------------------- */

/* A body and its column, to be found by its id. */
struct column {
	row_id agency;
	size_t index;
};

static int by_agency(const void *a, const void *b)
{
	const struct column *x = a, *y = b;

	return (x->agency > y->agency) - (x->agency < y->agency);
}

static struct column *columns_of(const struct standing_table *bodies)
{
	size_t count = bodies->lines.count;
	struct column *columns = xcalloc(count + 1, sizeof *columns);

	for (size_t i = 0; i < count; i++)
		columns[i] = (struct column){ bodies->lines.items[i].id, i };
	qsort(columns, count, sizeof *columns, by_agency);
	return columns;
}

/* A mark of a later day is none yet, as in the table of how things stand. */
static bool done_by(const struct owed_share *share, struct date day)
{
	return share->state == OBLIGATION_DONE && !(date_is_set(share->done_on) && date_compare(share->done_on, day) > 0);
}

enum matrix_state matrix_state_of(const struct owed_share *share, enum task_status status, struct date day)
{
	if (status == TASK_SUSPENDED)
		return MATRIX_SUSPENDED;
	if (done_by(share, day))
		return MATRIX_DONE;
	return standing_of(false, share->done_on, share->due, day) == STANDING_OVERDUE ? MATRIX_OVERDUE : MATRIX_OPEN;
}

/* Of what is to be done the first, of what is done the last is the one to look at. */
static bool comes_before(const struct matrix_cell *cell, const struct owed_share *share, enum matrix_state state)
{
	return state == MATRIX_DONE ? date_compare(share->due, cell->due) > 0 : date_compare(share->due, cell->due) < 0;
}

static void put_share(struct matrix_cell *cell, const struct owed_share *share, enum task_status status, struct date day)
{
	enum matrix_state state = matrix_state_of(share, status, day);

	cell->count++;
	cell->done += done_by(share, day);
	cell->overdue += state == MATRIX_OVERDUE;
	if (state < cell->state || (state == cell->state && !comes_before(cell, share, state)))
		return;
	cell->state = state;
	replace_string(&cell->period, share->period);
	cell->due = share->due;
	cell->done_on = done_by(share, day) ? share->done_on : (struct date){ 0 };
}

static void fill_line(struct matrix_line *line, const struct owed_task *task, const struct column *columns, size_t count,
		      struct date day)
{
	line->cells = xcalloc(count + 1, sizeof *line->cells);
	line->count = count;
	if (task->status == TASK_CANCELLED)
		return;
	for (size_t i = 0; i < task->count; i++) {
		const struct owed_share *share = &task->shares[i];
		struct column key = { share->agency, 0 };
		const struct column *column = bsearch(&key, columns, count, sizeof *columns, by_agency);
		struct owed owed = {
			.done = share->state == OBLIGATION_DONE, .done_on = share->done_on, .due = share->due,
			.suspended = task->status == TASK_SUSPENDED,
		};

		standing_count(&line->counts, &owed, day, 1);
		if (column)
			put_share(&line->cells[column->index], share, task->status, day);
	}
}

enum status workbench_matrix_lines(struct workbench *wb, row_id plan, struct date day, const struct standing_table *bodies,
				   int first, int limit, struct matrix_line_list *lines, struct error *err)
{
	struct owed_task_list tasks = { 0 };
	enum status status = wb->store->owed_tasks(wb->store, plan, first, limit, &tasks, err);
	struct column *columns;

	if (status != OK)
		return status;
	columns = columns_of(bodies);
	for (size_t i = 0; i < tasks.count; i++) {
		struct owed_task *task = &tasks.items[i];
		struct matrix_line line = { .task = task->id, .status = task->status, .path = task->path, .title = task->title };

		task->path = task->title = NULL;
		fill_line(&line, task, columns, bodies->lines.count, day);
		matrix_line_list_add(lines, &line);
	}
	free(columns);
	owed_task_list_release(&tasks);
	return OK;
}
