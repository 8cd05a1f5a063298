/* Names that people type -> rows. */
#include "core/workbench/internal.h"

#include <limits.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"

enum { NAMES_SHOWN = 5 };	/* of those that fit an ambiguous name */

static bool is_number(const char *text)
{
	return *text && strspn(text, "0123456789") == strlen(text) && strlen(text) < 18;
}

static char *search_key(const char *text)
{
	struct strbuf key = STRBUF_INIT;

	viet_search_key(text, strlen(text), &key);
	return strbuf_detach(&key);
}

/* --- plans -------------------------------------------------------------- */

static bool plan_fits(const struct plan_row *row, const char *text, const char *key)
{
	char *number;
	bool fits;

	if (!text)
		return row->current;
	if (is_number(text))
		return row->plan.id == atoll(text);
	if (!row->current || !row->plan.number)
		return false;
	number = search_key(row->plan.number);
	fits = !strcmp(number, key);
	free(number);
	return fits;
}

static enum status no_plan(const char *text, bool any, struct error *err)
{
	if (!any)
		return error_set(err, STATUS_NOT_FOUND,
				 _("Chưa có kế hoạch nào; hãy nhập một kế hoạch bằng «kehoach import TỆP»."));
	return error_set(err, STATUS_NOT_FOUND,
			 _("Không có kế hoạch «%s»; xem danh sách bằng «kehoach plans»."), text ? text : "");
}

enum status workbench_find_plan(struct workbench *wb, const char *text, row_id *plan, struct error *err)
{
	struct plan_row_list list = { 0 };
	char *key = search_key(text ? text : "");
	struct strbuf names = STRBUF_INIT;
	row_id found = 0;
	size_t fits = 0;
	enum status status = wb->store->plan_list(wb->store, clock_today(), &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		const struct plan *p = &list.items[i].plan;

		if (!plan_fits(&list.items[i], text, key))
			continue;
		found = p->id;
		if (fits++ < NAMES_SHOWN)
			strbuf_addf(&names, "%s%lld (%s)", names.length ? ", " : "", p->id, p->number ? p->number : p->type);
	}
	if (status == OK && !fits)
		status = no_plan(text, list.count > 0, err);
	else if (status == OK && fits > 1)
		status = error_set(err, STATUS_AMBIGUOUS,
				   _("Có %zu kế hoạch phù hợp: %s; hãy chọn một bằng «--plan SỐ»."), fits, names.text);
	else if (status == OK)
		*plan = found;
	plan_row_list_release(&list);
	strbuf_release(&names);
	free(key);
	return status;
}

/* --- tasks -------------------------------------------------------------- */

static enum status task_at(struct workbench *wb, row_id plan, const char *path, int position, row_id *task,
			   struct error *err)
{
	struct section section = { 0 };
	struct task found = { 0 };
	enum status status = wb->store->section_by_path(wb->store, plan, path, &section, err);

	if (status == STATUS_NOT_FOUND) {
		/* Paths carry Roman numerals: "ii.1" is meant as "II.1". */
		struct strbuf upper = STRBUF_INIT;

		viet_upper(path, strlen(path), &upper);
		status = wb->store->section_by_path(wb->store, plan, upper.text, &section, err);
		strbuf_release(&upper);
	}
	if (status == OK)
		status = wb->store->task_by_position(wb->store, section.id, position, &found, err);
	if (status == OK)
		*task = found.id;
	task_release(&found);
	section_release(&section);
	return status;
}

enum status workbench_find_task(struct workbench *wb, row_id plan, const char *text, row_id *task, struct error *err)
{
	struct task found = { 0 };
	char *path;
	int position;
	enum status status;

	if (is_number(text)) {
		status = wb->store->task_get(wb->store, atoll(text), &found, err);
		if (status == OK)
			*task = found.id;
		task_release(&found);
	} else if (task_path_parse(text, &path, &position)) {
		status = task_at(wb, plan, path, position, task, err);
		free(path);
	} else {
		return error_set(err, STATUS_INVALID,
				 _("«%s» không phải là mã nhiệm vụ; hãy viết mục và thứ tự của nhiệm vụ, như II.1-2."), text);
	}
	if (status == STATUS_NOT_FOUND)
		error_set(err, status, _("Không có nhiệm vụ «%s» trong kế hoạch; xem danh sách bằng «kehoach tasks»."), text);
	return status;
}

/* --- agencies ----------------------------------------------------------- */

/* How well a name answers what was typed: 0 not at all, else the higher the better. */
enum { FIT_NONE, FIT_EXACT = INT_MAX };

/*
 * KEY: the key of TEXT as a name. All spellings of a name fit, and its beginning as it
 * stands, typed with marks or without; what marks there are must agree.
 */
static int name_fit(const char *name, const char *text, const char *key)
{
	struct strbuf name_key = STRBUF_INIT;
	int fit, as_it_stands;

	if (!strcmp(name, text))
		return FIT_EXACT;
	if (!*key)
		return FIT_NONE;
	agency_name_key(name, &name_key);
	fit = viet_match_beginning(key, name_key.text);
	as_it_stands = viet_match_beginning(text, name);
	strbuf_release(&name_key);
	return fit > as_it_stands ? fit : as_it_stands;
}

/* A code is short: its beginning says nothing ("S"). */
static int code_fit(const char *code, const char *text)
{
	char *code_key = search_key(code), *key = search_key(text);
	int fit = strcmp(code_key, key) ? FIT_NONE : viet_match(text, code);

	free(code_key);
	free(key);
	return fit;
}

/* How well what a body was called before answers; it bore that name up to a day. */
static int former_fit(const struct agency *agency, const char *text, const char *key, struct date day, bool *then)
{
	int best = FIT_NONE;

	for (size_t i = 0; i < agency->former.count; i++) {
		const struct former_name *former = &agency->former.items[i];
		int fit = name_fit(former->name, text, key);
		int by_code = former->code ? code_fit(former->code, text) : FIT_NONE;

		fit = by_code > fit ? by_code : fit;
		if (fit <= best)
			continue;
		best = fit;
		*then = agency_name_on(agency, day) == former->name;
	}
	return best;
}

static int alias_fit(const struct agency *agency, const char *text, const char *key, struct date day, bool *then)
{
	int best = FIT_NONE;

	for (size_t i = 0; i < agency->aliases.count; i++) {
		const struct agency_alias *alias = &agency->aliases.items[i];
		int fit = name_fit(alias->name, text, key);

		if (fit > best)
			*then = false;
		if (fit >= best && fit != FIT_NONE)
			*then = *then || date_within(day, alias->since, alias->until);
		best = fit > best ? fit : best;
	}
	return best;
}

/* THEN: AGENCY was there on DAY and answered to that name. */
static int agency_fit(const struct agency *agency, const char *text, const char *key, struct date day, bool *then)
{
	bool former_then = false, alias_then = false, there = date_within(day, agency->valid_from, agency->valid_to);
	int former = former_fit(agency, text, key, day, &former_then);
	int best = name_fit(agency->name, text, key);
	int fit = agency->code ? code_fit(agency->code, text) : FIT_NONE;

	int alias = alias_fit(agency, text, key, day, &alias_then), other = alias > former ? alias : former;

	best = fit > best ? fit : best;
	*then = there && (best >= other || (alias == other && alias_then) || (former == other && former_then));
	return best > other ? best : other;
}

/* Cut the day from "STC@28/2/2025"; false when what stands behind "@" is none. */
static bool cut_day(char *text, struct date *day)
{
	char *at = strrchr(text, '@');

	if (!at)
		return true;
	*at = '\0';
	return date_from_words(at + 1, day->year, *day, day);
}

/* Of those that fit as well, the ones that bore the name on DAY go before all others. */
static size_t fits_on(const struct agency_list *list, const char *text, struct date day, const struct agency **fits,
		      size_t most)
{
	struct strbuf key = STRBUF_INIT;
	int best = FIT_NONE;
	bool best_then = false;
	size_t count = 0;

	agency_typed_key(text, &key);
	for (size_t i = 0; i < list->count; i++) {
		bool then;
		int fit = agency_fit(&list->items[i], text, key.text, day, &then);

		if (fit == FIT_NONE || fit < best || (fit == best && best_then && !then))
			continue;
		if (fit > best || then != best_then) {
			best = fit;
			best_then = then;
			count = 0;
		}
		if (count < most)
			fits[count] = &list->items[i];
		count++;
	}
	strbuf_release(&key);
	return count;
}

size_t agency_list_fits(const struct agency_list *list, const char *text, const struct agency **fits, size_t most)
{
	return fits_on(list, text, clock_today(), fits, most);
}

static enum status find_then(const struct agency_list *list, const char *text, struct date day,
			     const struct agency **found, struct error *err)
{
	const struct agency *fits[NAMES_SHOWN];
	size_t count = fits_on(list, text, day, fits, NAMES_SHOWN);
	struct strbuf names = STRBUF_INIT;

	if (count == 1) {
		*found = fits[0];
		return OK;
	}
	if (!count)
		return error_set(err, STATUS_NOT_FOUND,
				 _("Không có cơ quan «%s»; xem danh sách bằng «kehoach agencies»."), text);
	for (size_t i = 0; i < count && i < NAMES_SHOWN; i++) {
		strbuf_add_text(&names, i ? "; " : "");
		agency_describe(fits[i], &names);
	}
	error_set(err, STATUS_AMBIGUOUS, _("«%s» có thể là %zu cơ quan: %s; hãy viết rõ hơn."), text, count, names.text);
	strbuf_release(&names);
	return STATUS_AMBIGUOUS;
}

enum status agency_list_find_on(const struct agency_list *list, const char *text, struct date day,
				const struct agency **found, struct error *err)
{
	char *name = xstrdup(text);
	enum status status;

	if (cut_day(name, &day))
		status = find_then(list, name, day, found, err);
	else
		status = error_set(err, STATUS_INVALID, _("Không hiểu ngày trong «%s»; hãy viết như STC@28/2/2025."), text);
	free(name);
	return status;
}

enum status agency_list_find(const struct agency_list *list, const char *text, const struct agency **found,
			     struct error *err)
{
	return agency_list_find_on(list, text, clock_today(), found, err);
}

enum status workbench_names_day(struct workbench *wb, row_id plan, struct date *day, struct error *err)
{
	struct plan record = { 0 };
	enum status status = plan ? wb->store->plan_get(wb->store, plan, &record, err) : OK;

	if (status == OK)
		*day = date_is_valid(record.date) ? record.date : clock_today();
	plan_release(&record);
	return status;
}

enum status workbench_find_agency(struct workbench *wb, const char *text, row_id *agency, struct error *err)
{
	return workbench_find_agency_on(wb, text, clock_today(), agency, err);
}

enum status workbench_find_agency_on(struct workbench *wb, const char *text, struct date day, row_id *agency,
				     struct error *err)
{
	struct agency_list list = { 0 };
	const struct agency *found;
	enum status status = wb->store->agency_list(wb->store, &list, err);

	if (status == OK)
		status = agency_list_find_on(&list, text, day, &found, err);
	if (status == OK)
		*agency = found->id;
	agency_list_release(&list);
	return status;
}

enum status workbench_find_dissolved(struct workbench *wb, const char *text, row_id *agency, struct error *err)
{
	struct agency_list list = { 0 }, dissolved = { 0 };
	const struct agency *found;
	enum status status = wb->store->agency_list(wb->store, &list, err);

	for (size_t i = 0; i < list.count; i++) {
		struct agency twin = { 0 };

		if (!date_is_set(list.items[i].valid_to) || date_compare(list.items[i].valid_to, clock_today()) >= 0)
			continue;
		agency_copy(&twin, &list.items[i]);
		agency_list_add(&dissolved, &twin);
	}
	/* Without one what is said of the others is more use: it is there, and is given work in another way. */
	if (status == OK && agency_list_find(&dissolved, text, &found, NULL) != OK)
		status = agency_list_find(&list, text, &found, err);
	if (status == OK)
		*agency = found->id;
	agency_list_release(&dissolved);
	agency_list_release(&list);
	return status;
}

/* --- filters ------------------------------------------------------------ */

static bool names_agency(const struct filter_term *term)
{
	return term->field == FILTER_AGENCY || term->field == FILTER_LEAD || term->field == FILTER_WITH;
}

static enum status resolve_names(struct workbench *wb, row_id plan, struct filter *filter, struct error *err)
{
	struct agency_list list = { 0 };
	struct date day;
	enum status status = workbench_names_day(wb, plan, &day, err);

	for (size_t i = 0; status == OK && i < filter->terms.count; i++) {
		struct filter_term *term = &filter->terms.items[i];
		const struct agency *found;

		if (!names_agency(term))
			continue;
		if (!list.count)
			status = wb->store->agency_list(wb->store, &list, err);
		if (status == OK)
			status = agency_list_find_on(&list, term->text, day, &found, err);
		if (status == OK)
			term->agency_id = found->id;
	}
	agency_list_release(&list);
	return status;
}

enum status workbench_filter(struct workbench *wb, row_id plan, const char *text, struct filter *out, struct error *err)
{
	struct filter filter = { 0 };
	struct plan record = { 0 };
	struct date today = clock_today();
	int year = today.year;
	enum status status = OK;

	if (plan) {
		status = wb->store->plan_get(wb->store, plan, &record, err);
		if (status == OK && record.year)
			year = record.year;
		plan_release(&record);
	}
	if (status == OK)
		status = filter_parse(text, year, today, &filter, err);
	if (status == OK)
		status = resolve_names(wb, plan, &filter, err);
	if (status != OK) {
		filter_release(&filter);
		return status;
	}
	filter_release(out);
	*out = filter;
	return OK;
}
