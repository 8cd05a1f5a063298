#include "core/workbench/sorted.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"

/* Behind all that is known: no key begins with it. */
static const char last[] = "\xff";

void sorted_row_release(struct sorted_row *row)
{
	task_row_release(&row->task);
	free(row->group);
	free(row->key);
	*row = (struct sorted_row){ 0 };
}

DEFINE_LIST(sorted_row)

void sorted_rows_release(struct sorted_rows *rows)
{
	sorted_row_list_release(&rows->rows);
	rows->cut = false;
}

const char *sort_order_name(enum sort_order order)
{
	static const char *const names[SORT_ORDERS] = {
		[SORT_DUE] = N_("thời hạn"), [SORT_LEAD] = N_("cơ quan chủ trì"), [SORT_AREA] = N_("lĩnh vực"),
		[SORT_STATE] = N_("tình trạng"), [SORT_TITLE] = N_("tên nhiệm vụ"),
	};

	return _(names[order]);
}

/* --- what a task is ordered by -------------------------------------------- */

static void by_words(struct sorted_row *row, const char *text)
{
	struct strbuf key = STRBUF_INIT;

	if (text)
		viet_sort_key(text, strlen(text), &key);
	else
		strbuf_add_text(&key, last);
	row->key = strbuf_detach(&key);
}

static void by_due(struct sorted_row *row)
{
	struct date due = row->task.task.next_due;

	if (!date_is_set(due)) {
		row->key = xstrdup(last);
		row->group = xstrdup(_("chưa rõ hoặc không có thời hạn"));
		return;
	}
	row->key = xasprintf("%04d%02d%02d", due.year, due.month, due.day);
	row->group = xasprintf(_("tháng %d/%d"), due.month, due.year);
}

static void by_lead(struct sorted_row *row)
{
	const char *leads = row->task.leads;

	by_words(row, leads);
	row->group = xstrdup(leads ? leads : _("chưa rõ ai chủ trì"));
}

/* Overdue ones by how late they are, then those that run, then those that are over. */
static void by_state(struct sorted_row *row, struct date today)
{
	const struct task *task = &row->task.task;
	bool open = task->status != TASK_DONE && task->status != TASK_CANCELLED;
	bool overdue = open && date_is_set(task->next_due) && date_compare(task->next_due, today) < 0;
	int rank = overdue ? 0 : open ? 1 : task->status == TASK_DONE ? 2 : 3;
	struct date due = task->next_due;

	row->key = xasprintf("%d%04d%02d%02d", rank, date_is_set(due) ? due.year : 9999, due.month, due.day);
}

static void order_by(struct sorted_row *row, enum sort_order order, struct date today)
{
	if (order == SORT_DUE)
		by_due(row);
	else if (order == SORT_LEAD)
		by_lead(row);
	else if (order == SORT_STATE)
		by_state(row, today);
	else
		by_words(row, row->task.task.title);
}

/* One row for each area of the task. ROW is taken over. */
static enum status add_to_areas(struct store *store, struct sorted_row *row, struct sorted_row_list *out, struct error *err)
{
	struct label_list labels = { 0 };
	enum status status = store->labels_of(store, row->task.task.id, &labels, err);
	bool any = false;

	for (size_t i = 0; i < labels.count && !status; i++) {
		struct sorted_row copy = { .group = xstrdup(labels.items[i].name), .key = xasprintf("%06d", labels.items[i].position) };

		if (labels.items[i].kind != LABEL_AREA) {
			sorted_row_release(&copy);
			continue;
		}
		any = true;
		status = store->task_row_get(store, row->task.task.id, &copy.task, err);
		sorted_row_list_add(out, &copy);
	}
	if (!any && !status) {
		row->group = xstrdup(_("chưa xếp lĩnh vực"));
		row->key = xstrdup(last);
		sorted_row_list_add(out, row);
	}
	sorted_row_release(row);
	label_list_release(&labels);
	return status;
}

/* --- reading and ordering -------------------------------------------------- */

static enum status add_page(struct store *store, const struct task_row_list *page, enum sort_order order, struct date today,
			    struct sorted_row_list *out, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; i < page->count && !status; i++) {
		struct sorted_row row = { .task = page->items[i] };

		page->items[i] = (struct task_row){ 0 };
		if (order == SORT_AREA) {
			status = add_to_areas(store, &row, out, err);
		} else {
			order_by(&row, order, today);
			sorted_row_list_add(out, &row);
		}
	}
	return status;
}

static int in_plan(const struct sorted_row *x, const struct sorted_row *y)
{
	struct place a = x->task.place, b = y->task.place;

	return a.seq != b.seq ? (a.seq > b.seq) - (a.seq < b.seq) : (a.position > b.position) - (a.position < b.position);
}

static int forward(const void *a, const void *b)
{
	const struct sorted_row *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : in_plan(x, y);
}

/* What is not known stays at the end. */
static int backward_order(const void *a, const void *b)
{
	const struct sorted_row *x = a, *y = b;
	int order = strcmp(y->key, x->key), unknown = !strcmp(x->key, last) - !strcmp(y->key, last);

	return unknown ? unknown : order ? order : in_plan(x, y);
}

enum status workbench_sorted(struct workbench *wb, row_id plan, const struct filter *filter, enum sort_order order, bool backward,
			     struct sorted_rows *out, struct error *err)
{
	enum { PAGE = 500 };
	static const struct filter everything;
	struct place place = { 0 };
	size_t got = PAGE;
	enum status status = OK;

	sorted_rows_release(out);
	while (!status && got == PAGE && out->rows.count < SORTED_MOST) {
		struct task_row_list page = { 0 };

		status = wb->store->task_find(wb->store, plan, filter ? filter : &everything, place, FORWARD, PAGE, &page, err);
		got = page.count;
		if (got)
			place = page.items[got - 1].place;
		if (!status)
			status = add_page(wb->store, &page, order, clock_today(), &out->rows, err);
		task_row_list_release(&page);
	}
	out->cut = got == PAGE;
	if (out->rows.count)
		qsort(out->rows.items, out->rows.count, sizeof *out->rows.items, backward ? backward_order : forward);
	return status;
}
