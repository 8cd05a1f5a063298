/* The areas and tags as they were known at an earlier time: one that was renamed or removed since has its place again. */
#include "core/workbench/past.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/label.h"
#include "core/workbench/internal.h"

struct labels_then {
	struct label_list *list;
	row_id plan;
};

static struct label *label_of(struct label_list *list, row_id id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return &list->items[i];
	return NULL;
}

static void drop(struct label_list *list, struct label *label)
{
	size_t at = (size_t)(label - list->items);

	label_release(label);
	memmove(label, label + 1, (list->count - at - 1) * sizeof *label);
	list->count--;
}

static void take_field(void *data, const struct change_field *field)
{
	struct label_list *list = ((struct labels_then *)data)->list;
	struct label *label, new = { .id = field->entity_id };

	if (strcmp(field->entity, "label") != 0)
		return;
	label = label_of(list, field->entity_id);
	if (!label && field->before) {
		new.name = xstrdup("");
		label = label_list_add(list, &new);
	}
	if (!label)
		return;
	if (!strcmp(field->field, "id") && !field->before)
		drop(list, label);			/* it was none yet */
	else if (!strcmp(field->field, "name") && field->before)
		replace_string(&label->name, field->before);
	else if (!strcmp(field->field, "kind") && field->before)
		label_sort_from_word(field->before, &label->kind);
	else if (!strcmp(field->field, "plan_id") && field->before)
		label->plan_id = atoll(field->before);
	else if (!strcmp(field->field, "position") && field->before)
		label->position = atoi(field->before);
}

/* As the storage has them. */
static int by_place(const void *a, const void *b)
{
	const struct label *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->position != y->position)
		return x->position < y->position ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

static void keep_plan(struct labels_then *then)
{
	for (size_t i = then->list->count; then->plan && i-- > 0;)
		if (then->list->items[i].plan_id != then->plan)
			drop(then->list, &then->list->items[i]);
}

enum status past_labels(struct store *store, long long time, row_id plan, struct label_list *list, struct error *err)
{
	struct labels_then then = { list, plan };
	enum status status = past_go_back(store, time, take_field, &then, err);

	keep_plan(&then);
	if (list->count)
		qsort(list->items, list->count, sizeof *list->items, by_place);
	return status;
}
