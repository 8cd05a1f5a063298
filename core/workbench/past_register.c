/*
 * The register as it was known at an earlier time: what the journal wrote since is read back, newest first.
 */
#include "core/workbench/past.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "core/workbench/internal.h"

struct register_then {
	struct agency_list *agencies;
	struct membership_list *memberships;
};

static struct agency *agency_of(const struct register_then *then, row_id id)
{
	for (size_t i = 0; i < then->agencies->count; i++)
		if (then->agencies->items[i].id == id)
			return &then->agencies->items[i];
	return NULL;
}

/* --- fields the other way round ------------------------------------------ */

static void take_agency(const struct register_then *then, const struct change_field *field)
{
	struct agency *agency = agency_of(then, field->entity_id);
	struct agency gone = { .id = field->entity_id, .name = xstrdup("") };

	/* One that went since, with another in its place, was there then. */
	if (!agency && field->before)
		agency = agency_list_add(then->agencies, &gone);
	agency_release(&gone);
	if (!agency)
		return;
	if (!strcmp(field->field, "kind") && field->before)
		agency_kind_from_word(field->before, &agency->kind);
	else if (!strcmp(field->field, "name") && field->before)
		replace_string(&agency->name, field->before);
	else if (!strcmp(field->field, "code"))
		replace_string(&agency->code, field->before);
}

/* A name that was not former yet; one that was taken back since stands under its agency's name again. */
static void take_former_name(const struct register_then *then, const struct change_field *field)
{
	if (strcmp(field->field, "id") != 0 || field->before)
		return;
	for (size_t i = 0; i < then->agencies->count; i++) {
		struct former_name_list *former = &then->agencies->items[i].former;

		for (size_t f = 0; f < former->count; f++) {
			if (former->items[f].id != field->entity_id)
				continue;
			former_name_release(&former->items[f]);
			memmove(&former->items[f], &former->items[f + 1], (former->count - f - 1) * sizeof *former->items);
			former->count--;
			return;
		}
	}
}

static struct membership *membership_of(const struct register_then *then, row_id id, bool needed)
{
	struct membership new = { .id = id };

	for (size_t i = 0; i < then->memberships->count; i++)
		if (then->memberships->items[i].id == id)
			return &then->memberships->items[i];
	return needed ? membership_list_add(then->memberships, &new) : NULL;
}

static struct date day_of(const char *text)
{
	struct date day = { 0 };

	if (text)
		date_from_iso(text, &day);
	return day;
}

static void take_membership(const struct register_then *then, const struct change_field *field)
{
	struct membership *m = membership_of(then, field->entity_id, field->before != NULL);

	if (!m)
		return;
	if (!strcmp(field->field, "id") && !field->before)
		m->group_id = 0;			/* it was none yet */
	else if (!strcmp(field->field, "group_id"))
		m->group_id = field->before ? atoll(field->before) : 0;
	else if (!strcmp(field->field, "agency_id"))
		m->agency_id = field->before ? atoll(field->before) : 0;
	else if (!strcmp(field->field, "since"))
		m->since = day_of(field->before);
	else if (!strcmp(field->field, "until"))
		m->until = day_of(field->before);
}

static void take_field(void *data, const struct change_field *field)
{
	const struct register_then *then = data;

	if (!strcmp(field->entity, "agency"))
		take_agency(then, field);
	else if (!strcmp(field->entity, "former_name"))
		take_former_name(then, field);
	else if (!strcmp(field->entity, "membership"))
		take_membership(then, field);
}

/* --- the order of the names of then -------------------------------------- */

struct sorted_agency {
	struct agency agency;
	char *key;
};

/* As the storage has it: groups first. */
static int by_name(const void *a, const void *b)
{
	const struct sorted_agency *x = a, *y = b;
	bool x_group = x->agency.kind == AGENCY_GROUP, y_group = y->agency.kind == AGENCY_GROUP;
	int order = x_group == y_group ? strcmp(x->key, y->key) : x_group ? -1 : 1;

	return order ? order : (x->agency.id > y->agency.id) - (x->agency.id < y->agency.id);
}

static void sort_agencies(struct agency_list *list)
{
	struct sorted_agency *sorted = xcalloc(list->count, sizeof *sorted);

	for (size_t i = 0; i < list->count; i++) {
		struct strbuf key = STRBUF_INIT;

		viet_sort_key(list->items[i].name, strlen(list->items[i].name), &key);
		sorted[i] = (struct sorted_agency){ list->items[i], strbuf_detach(&key) };
	}
	qsort(sorted, list->count, sizeof *sorted, by_name);
	for (size_t i = 0; i < list->count; i++) {
		list->items[i] = sorted[i].agency;
		free(sorted[i].key);
	}
	free(sorted);
}

/* --- the whole ---------------------------------------------------------- */

enum status past_register(struct store *store, long long time, struct agency_list *agencies,
			  struct membership_list *memberships, struct error *err)
{
	struct register_then then = { agencies, memberships };
	enum status status = store->agency_list(store, agencies, err);

	if (status == OK)
		status = store->memberships(store, memberships, err);
	if (status != OK || !time)
		return status;
	status = past_go_back(store, time, take_field, &then, err);
	sort_agencies(agencies);
	return status;
}
