#include "core/workbench/missing.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/workbench/internal.h"

void lacking_release(struct lacking *row)
{
	free(row->path);
	free(row->title);
	free(row->why);
	*row = (struct lacking){ 0 };
}

DEFINE_LIST(lacking)

void missing_list_release(struct missing_list *list)
{
	lacking_list_release(&list->rows);
	*list = (struct missing_list){ 0 };
}

static const struct {
	const char *word, *label;
} lacks[LACKS] = {
	[LACK_LEAD] = { "lead", N_("chưa rõ ai chủ trì") },
	[LACK_DUE] = { "due", N_("chưa rõ thời hạn") },
	[LACK_CERTAINTY] = { "certainty", N_("còn ngờ") },
	[LACK_PRODUCT] = { "product", N_("chưa rõ sản phẩm") },
	[LACK_WORK] = { "work", N_("cơ quan chưa có việc chủ trì") },
	[LACK_TWIN] = { "twin", N_("có thể là một cơ quan") },
};

const char *lack_word(enum lack lack)
{
	return lacks[lack].word;
}

const char *lack_label(enum lack lack)
{
	return _(lacks[lack].label);
}

static void add_row(struct missing_list *list, struct lacking *row)
{
	list->counts[row->lack]++;
	lacking_list_add(&list->rows, row);
}

/* --- tasks ---------------------------------------------------------------- */

static enum missing asked_of(enum lack lack)
{
	switch (lack) {
	case LACK_LEAD:
		return MISSING_LEAD;
	case LACK_DUE:
		return MISSING_DUE;
	case LACK_CERTAINTY:
		return MISSING_CERTAINTY;
	case LACK_PRODUCT:
		return MISSING_PRODUCT;
	case LACK_WORK:
	case LACK_TWIN:
		break;
	}
	BUG("no task lacks %s", lack_word(lack));
}

/* A row of a list does not hold the doubt. */
static enum status read_doubt(struct store *store, row_id task, char **why, struct error *err)
{
	struct task whole = { 0 };
	enum status status = store->task_get(store, task, &whole, err);

	if (whole.doubt)
		*why = xstrndup(whole.doubt, strcspn(whole.doubt, "\n"));
	task_release(&whole);
	return status;
}

static enum status add_task(struct store *store, enum lack lack, const struct task_row *task, struct missing_list *list,
			    struct error *err)
{
	struct lacking row = {
		.lack = lack, .task = task->task.id, .path = xasprintf("%s-%d", task->section_path, task->task.position),
		.title = xstrdup(task->task.title),
	};
	enum status status = OK;

	if (lack == LACK_DUE)
		row.why = xstrdup_or_null(task->task.deadline.raw);
	if (lack == LACK_CERTAINTY)
		status = read_doubt(store, row.task, &row.why, err);
	add_row(list, &row);
	return status;
}

/* Cancelled work lacks nothing any more. */
static enum status add_tasks(struct workbench *wb, row_id plan, enum lack lack, struct missing_list *list, struct error *err)
{
	enum { MOST = 500 };
	struct filter filter = { .today = clock_today() };
	struct filter_term lacks_it = { .field = FILTER_MISSING, .value = (int)asked_of(lack) };
	struct filter_term lives = { .field = FILTER_STATUS, .value = TASK_CANCELLED, .negate = true };
	struct task_row_list tasks = { 0 };
	enum status status;

	filter_term_list_add(&filter.terms, &lacks_it);
	filter_term_list_add(&filter.terms, &lives);
	status = wb->store->task_find(wb->store, plan, &filter, (struct place){ 0, 0 }, FORWARD, MOST, &tasks, err);
	list->cut = list->cut || tasks.count == MOST;
	for (size_t i = 0; status == OK && i < tasks.count; i++)
		status = add_task(wb->store, lack, &tasks.items[i], list, err);
	task_row_list_release(&tasks);
	filter_release(&filter);
	return status;
}

/* --- the register ----------------------------------------------------------- */

static void add_agency(enum lack lack, const struct agency *agency, const struct agency *other, struct missing_list *list)
{
	struct lacking row = {
		.lack = lack, .agency = agency->id, .other = other ? other->id : 0, .path = xstrdup_or_null(agency->code),
		.title = xstrdup(agency->name), .why = other ? xstrdup(other->name) : NULL,
	};

	add_row(list, &row);
}

/* Whoever is told what to do is meant to be told something: not those that are only asked, nor who is above the province. */
static bool should_work(const struct agency *agency)
{
	return (agency->kind == AGENCY_DEPARTMENT || agency->kind == AGENCY_DISTRICT) && !agency->requested &&
	       date_within(clock_today(), agency->valid_from, agency->valid_to);
}

static enum status add_idle(struct workbench *wb, row_id plan, struct missing_list *list, struct error *err)
{
	struct agency_ids leaders = { 0 }, owing = { 0 };
	struct agency_list all = { 0 };
	bool nobody;
	enum status status = wb->store->leaders(wb->store, plan, &leaders.items, &leaders.count, &nobody, err);

	if (status == OK)
		status = expand_agencies(wb->store, &leaders, &owing, err);
	if (status == OK)
		status = wb->store->agency_list(wb->store, &all, err);
	for (size_t i = 0; status == OK && i < all.count; i++)
		if (should_work(&all.items[i]) && !agency_ids_has(&owing, all.items[i].id))
			add_agency(LACK_WORK, &all.items[i], NULL, list);
	agency_list_release(&all);
	agency_ids_release(&leaders);
	agency_ids_release(&owing);
	return status;
}

static enum status add_twins(struct workbench *wb, struct missing_list *list, struct error *err)
{
	struct agency_pair_list pairs = { 0 };
	enum status status = workbench_duplicates(wb, &pairs, err);

	for (size_t i = 0; status == OK && i < pairs.count; i++)
		add_agency(LACK_TWIN, &pairs.items[i].first, &pairs.items[i].second, list);
	agency_pair_list_release(&pairs);
	return status;
}

enum status workbench_missing(struct workbench *wb, row_id plan, struct missing_list *out, struct error *err)
{
	struct missing_list list = { 0 };
	enum status status = OK;

	for (int lack = LACK_LEAD; status == OK && lack <= LACK_PRODUCT; lack++)
		status = add_tasks(wb, plan, (enum lack)lack, &list, err);
	if (status == OK)
		status = add_idle(wb, plan, &list, err);
	if (status == OK)
		status = add_twins(wb, &list, err);
	if (status != OK) {
		missing_list_release(&list);
		return status;
	}
	missing_list_release(out);
	*out = list;
	return OK;
}
