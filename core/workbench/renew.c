/*
 * The draft of next year's plan: what comes back, goes on or is not done yet of this one.
 */
#include "core/workbench/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/deadline.h"

struct renewal {
	struct workbench *wb;
	struct plan old;
	row_id plan;			/* the draft */
	int year;
	struct succession_list successions;
	struct {
		row_id old, new_id;
	} *sections;
	size_t section_count, section_cap;
	size_t tasks;
};

/* --- words of another year ------------------------------------------------ */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The year at FOUND belongs to a day or a number: "22/5/2013", "tháng 5 năm 2013", "61/2013/NĐ-CP". */
static bool is_of_a_date(const char *start, const char *found)
{
	static const char year_word[] = "năm ";
	const char *p = found;

	if (p > start && !strchr(" (", p[-1]))
		return true;
	if (found[4] == '/' || found[4] == '-')
		return true;
	if ((size_t)(p - start) < sizeof year_word || strncmp(p - (sizeof year_word - 1), year_word, sizeof year_word - 1) != 0)
		return false;
	p -= sizeof year_word;		/* the blank before the word */
	while (p > start && is_digit(p[-1]))
		p--;
	return is_digit(*p);
}

/* TEXT with the year FROM as TO, in days too where DATES are to change; NULL stays NULL. Caller frees. */
static char *with_year(const char *text, int from, int to, bool dates)
{
	struct strbuf out = STRBUF_INIT;
	char *year = xasprintf("%04d", from);
	const char *start = text, *found;

	while (text && (found = strstr(text, year))) {
		bool whole = (found == start || !is_digit(found[-1])) && !is_digit(found[4]) &&
			     (dates || !is_of_a_date(start, found));

		strbuf_add(&out, text, (size_t)(found - text));
		if (whole)
			strbuf_addf(&out, "%04d", to);
		else
			strbuf_add(&out, found, 4);
		text = found + 4;
	}
	free(year);
	if (!start)
		return NULL;
	strbuf_add_text(&out, text);
	return strbuf_detach(&out);
}

/* "15/KH-UBND" has no number yet: "/KH-UBND". Caller frees. */
static char *blank_number(const char *number)
{
	const char *slash = number ? strchr(number, '/') : NULL;

	return slash ? xstrdup(slash) : NULL;
}

/* --- tasks ---------------------------------------------------------------- */

static bool comes_back(const struct task *task)
{
	return task->deadline.kind == DEADLINE_ONGOING || task->deadline.kind == DEADLINE_PERIODIC;
}

static bool goes_on(const struct task *task)
{
	return task->status != TASK_CANCELLED && (comes_back(task) || task->status != TASK_DONE);
}

/* What was planned for this year has its day in the next one; a person looks at it. */
static void set_deadline(const struct renewal *r, const struct task *old, struct task *task)
{
	struct strbuf doubt = STRBUF_INIT;
	char *words = with_year(old->deadline.raw, r->old.year, r->year, true);

	deadline_parse(words ? words : "", r->year, &task->deadline);
	if (!comes_back(old)) {
		strbuf_addf(&doubt, _("Chưa xong trong năm %d nên chuyển sang."), r->old.year);
		if (old->deadline.raw)
			strbuf_addf(&doubt, _(" Thời hạn năm trước: «%s»; hãy xem lại."), old->deadline.raw);
		task->certainty = CERTAINTY_GUESS;
		task->doubt = strbuf_detach(&doubt);
	}
	strbuf_release(&doubt);
	free(words);
}

/* Who does today what BODY did: itself, or whoever came after it. */
static enum status present_bodies(const struct renewal *r, row_id body, int depth, struct agency_ids *out, struct error *err)
{
	enum { CHAIN_MOST = 20 };	/* bodies after bodies; a ring is nobody's doing */
	bool dissolved = false;
	enum status status = is_dissolved(r->wb->store, body, &dissolved, err);

	if (status == OK && !dissolved)
		agency_ids_add(out, body);
	for (size_t i = 0; status == OK && dissolved && depth < CHAIN_MOST && i < r->successions.count; i++) {
		const struct succession *s = &r->successions.items[i];

		if (s->from_id == body && s->to_id && !s->part)
			status = present_bodies(r, s->to_id, depth + 1, out, err);
	}
	return status;
}

static enum status put_role(struct renewal *r, const struct assignment_list *old, enum role role, row_id task,
			    struct agency_ids *leads, struct error *err)
{
	struct agency_ids bodies = { 0 };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < old->count; i++)
		if (old->items[i].role == role)
			status = present_bodies(r, old->items[i].agency_id, 0, &bodies, err);
	for (size_t i = 0; status == OK && i < bodies.count; i++) {
		struct assignment new = { .task_id = task, .agency_id = bodies.items[i], .role = role, .position = (int)i + 1 };

		if (role == ROLE_COORDINATING && agency_ids_has(leads, new.agency_id))
			continue;
		if (role == ROLE_LEAD)
			agency_ids_add(leads, new.agency_id);
		status = r->wb->store->assignment_insert(r->wb->store, &new, err);
	}
	agency_ids_release(&bodies);
	return status;
}

static enum status put_bodies_of(struct renewal *r, row_id old, row_id task, struct error *err)
{
	struct assignment_list list = { 0 };
	struct agency_ids leads = { 0 };
	enum status status = r->wb->store->assignments(r->wb->store, old, &list, err);

	for (int role = ROLE_LEAD; status == OK && role <= ROLE_VIA; role++)
		status = put_role(r, &list, (enum role)role, task, &leads, err);
	agency_ids_release(&leads);
	assignment_list_release(&list);
	return status;
}

/* Of one task; TASK 0: of the plan itself. */
static enum status put_references_of(struct renewal *r, row_id old, row_id task, struct error *err)
{
	struct reference_list list = { 0 };
	enum status status = r->wb->store->references(r->wb->store, r->old.id, old, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct reference copy = list.items[i];		/* strings stay the list's */

		copy.id = 0;
		copy.plan_id = r->plan;
		copy.task_id = task;
		status = r->wb->store->reference_insert(r->wb->store, &copy, err);
	}
	reference_list_release(&list);
	return status;
}

static enum status settle(struct store *store, row_id id, struct error *err)
{
	struct task task = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK)
		status = sync_obligations(store, &task, err);
	task_release(&task);
	return status;
}

static enum status put_task(struct renewal *r, const struct task_row *row, row_id section, struct error *err)
{
	struct store *store = r->wb->store;
	struct task old = { 0 }, task = { .plan_id = r->plan, .section_id = section };
	enum status status = store->task_get(store, row->task.id, &old, err);

	if (status == OK) {
		task.title = xstrdup(old.title);
		task.text = xstrdup_or_null(old.text);
		task.product = xstrdup_or_null(old.product);
		task.inherited = old.inherited;
		task.renews = xasprintf("%s-%d", row->section_path, old.position);
		set_deadline(r, &old, &task);
		status = store->task_insert(store, &task, err);
	}
	if (status == OK)
		status = put_bodies_of(r, old.id, task.id, err);
	if (status == OK)
		status = put_references_of(r, old.id, task.id, err);
	if (status == OK)
		status = carry_labels_of(store, old.id, r->plan, task.id, err);
	if (status == OK)
		status = settle(store, task.id, err);
	r->tasks++;
	task_release(&task);
	task_release(&old);
	return status;
}

/* --- sections ------------------------------------------------------------- */

static row_id new_section(const struct renewal *r, row_id old)
{
	for (size_t i = 0; i < r->section_count; i++)
		if (r->sections[i].old == old)
			return r->sections[i].new_id;
	return 0;
}

static enum status put_tasks_of(struct renewal *r, row_id old, row_id section, struct error *err)
{
	enum { PAGE = 200 };
	struct task_row_list page = { 0 };
	int position = 0;
	enum status status;

	do {
		task_row_list_clear(&page);
		status = r->wb->store->task_page(r->wb->store, old, position, FORWARD, PAGE, &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			position = page.items[i].task.position;
			if (goes_on(&page.items[i].task))
				status = put_task(r, &page.items[i], section, err);
		}
	} while (status == OK && page.count == PAGE);
	task_row_list_release(&page);
	return status;
}

/* The headings and their prose stay all: whoever writes the new plan begins from them. */
static enum status put_section(struct renewal *r, row_id old, struct error *err)
{
	struct store *store = r->wb->store;
	struct section section = { 0 };
	enum status status = store->section_get(store, old, &section, err);

	section.id = 0;
	section.plan_id = r->plan;
	section.parent_id = new_section(r, section.parent_id);
	if (status == OK)
		status = store->section_insert(store, &section, err);
	if (status == OK) {
		GROW(r->sections, r->section_count + 1, r->section_cap);
		r->sections[r->section_count].old = old;
		r->sections[r->section_count++].new_id = section.id;
		status = put_tasks_of(r, old, section.id, err);
	}
	section_release(&section);
	return status;
}

static enum status put_sections(struct renewal *r, struct error *err)
{
	enum { PAGE = 200 };
	struct section_row_list page = { 0 };
	int seq = 0;
	enum status status;

	do {
		section_row_list_clear(&page);
		status = r->wb->store->section_page(r->wb->store, r->old.id, seq, FORWARD, PAGE, clock_today(), &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			seq = page.items[i].section.seq;
			status = put_section(r, page.items[i].section.id, err);
		}
	} while (status == OK && page.count == PAGE);
	section_row_list_release(&page);
	return status;
}

/* --- the plan ------------------------------------------------------------- */

static bool is_draft_of(const struct renewal *r, const struct plan *plan)
{
	return plan->renews && r->old.number && !strcmp(plan->renews, r->old.number) &&
	       !date_compare(plan->renews_date, r->old.date) && plan->year == r->year;
}

static enum status refuse(struct renewal *r, struct error *err)
{
	struct plan_row_list list = { 0 };
	enum status status = r->wb->store->plan_list(r->wb->store, clock_today(), &list, err);

	if (status == OK && !r->old.year)
		status = error_set(err, STATUS_DENIED, _("Kế hoạch này chưa rõ năm nên chưa lập được bản thảo cho năm sau."));
	if (status == OK && r->year <= r->old.year)
		status = error_set(err, STATUS_INVALID, _("Bản thảo phải cho một năm sau năm %d."), r->old.year);
	for (size_t i = 0; status == OK && i < list.count; i++)
		if (list.items[i].current && is_draft_of(r, &list.items[i].plan))
			status = error_set(err, STATUS_DENIED, _("Bản thảo năm %d của kế hoạch này đã có (mã %lld)."), r->year,
					   list.items[i].plan.id);
	plan_row_list_release(&list);
	return status;
}

static enum status put_plan(struct renewal *r, struct error *err)
{
	const struct plan *old = &r->old;
	struct plan plan = {
		.type = xstrdup(old->type), .number = blank_number(old->number), .issuer = xstrdup_or_null(old->issuer),
		.place = xstrdup_or_null(old->place), .title = with_year(old->title, old->year, r->year, false), .year = r->year,
		.renews = xstrdup(old->number ? old->number : old->type), .renews_date = old->date,
	};
	enum status status = r->wb->store->plan_insert(r->wb->store, &plan, err);

	r->plan = plan.id;
	plan_release(&plan);
	return status;
}

static enum status renew(struct renewal *r, row_id plan, struct error *err)
{
	struct store *store = r->wb->store;
	enum status status = store->plan_get(store, plan, &r->old, err);

	if (status == OK && !r->year)
		r->year = r->old.year + 1;
	if (status == OK)
		status = refuse(r, err);
	if (status == OK)
		status = store->successions(store, &r->successions, err);
	if (status == OK)
		status = put_plan(r, err);
	if (status == OK)
		status = put_references_of(r, 0, 0, err);
	if (status == OK)
		status = carry_labels(store, plan, r->plan, err);
	return status == OK ? put_sections(r, err) : status;
}

enum status workbench_renew(struct workbench *wb, row_id plan, int year, row_id *draft, struct error *err)
{
	struct change_intent intent = { .who = wb->user, .action = "renew", .bulk = true };
	struct renewal r = { .wb = wb, .year = year };
	struct strbuf summary = STRBUF_INIT;
	enum status status = wb->store->begin(wb->store, &intent, err);

	if (status == OK)
		status = renew(&r, plan, err);
	if (status == OK)
		strbuf_addf(&summary, _("Lập bản thảo năm %d từ %s: %zu nhiệm vụ (mã %lld)"), r.year,
			    r.old.number ? r.old.number : r.old.type, r.tasks, r.plan);
	status = step_end(wb, status, true, &summary, err);
	if (status == OK)
		*draft = r.plan;
	succession_list_release(&r.successions);
	plan_release(&r.old);
	free(r.sections);
	return status;
}
