/* The agencies of an exported plan. */
#include "office/json_register.h"

#include <stdlib.h>

#include "core/workbench/workbench.h"

enum status json_register_read(struct store *store, struct json_register *out, struct error *err)
{
	enum status status = store->agency_list(store, &out->agencies, err);

	if (status == OK)
		status = store->memberships(store, &out->memberships, err);
	if (status == OK)
		status = store->successions(store, &out->successions, err);
	agency_references(&out->agencies, &out->references);
	out->concerned = xcalloc(out->agencies.count, sizeof *out->concerned);
	return status;
}

void json_register_release(struct json_register *reg)
{
	agency_list_release(&reg->agencies);
	membership_list_release(&reg->memberships);
	succession_list_release(&reg->successions);
	string_list_release(&reg->references);
	free(reg->concerned);
	*reg = (struct json_register){ 0 };
}

/* Its place in the register; the count where it is not there. */
static size_t place_of(const struct json_register *reg, row_id agency)
{
	size_t i = 0;

	while (i < reg->agencies.count && reg->agencies.items[i].id != agency)
		i++;
	return i;
}

static bool is_concerned(const struct json_register *reg, row_id agency)
{
	size_t place = place_of(reg, agency);

	return place < reg->agencies.count && reg->concerned[place];
}

void json_register_concern(struct json_register *reg, row_id agency)
{
	size_t place = place_of(reg, agency);

	if (place < reg->agencies.count)
		reg->concerned[place] = true;
}

json_t *json_register_name(const struct json_register *reg, row_id agency, const char *name)
{
	size_t place = reg ? place_of(reg, agency) : 0;

	return json_text(reg && place < reg->agencies.count ? reg->references.items[place] : name);
}

/* --- whom it takes to tell of them ---------------------------------------- */

static size_t count_concerned(const struct json_register *reg)
{
	size_t count = 0;

	for (size_t i = 0; i < reg->agencies.count; i++)
		count += reg->concerned[i];
	return count;
}

static void concern_neighbours(struct json_register *reg)
{
	for (size_t i = 0; i < reg->memberships.count; i++)
		if (is_concerned(reg, reg->memberships.items[i].group_id))
			json_register_concern(reg, reg->memberships.items[i].agency_id);
	for (size_t i = 0; i < reg->successions.count; i++)
		if (is_concerned(reg, reg->successions.items[i].from_id))
			json_register_concern(reg, reg->successions.items[i].to_id);
	for (size_t i = 0; i < reg->agencies.count; i++)
		if (reg->concerned[i])
			json_register_concern(reg, reg->agencies.items[i].parent_id);
}

/* Who came after one who came after: until nobody is new. */
static void concern_all(struct json_register *reg)
{
	size_t before;

	do {
		before = count_concerned(reg);
		concern_neighbours(reg);
	} while (count_concerned(reg) > before);
}

/* --- values ---------------------------------------------------------------- */

/* A word where it has no days. */
static json_t *aliases_value(const struct agency *agency)
{
	json_t *values = json_array();

	for (size_t i = 0; i < agency->aliases.count; i++) {
		const struct agency_alias *alias = &agency->aliases.items[i];
		json_t *dated;

		if (!date_is_set(alias->since) && !date_is_set(alias->until)) {
			json_append(values, json_text(alias->name));
			continue;
		}
		dated = json_object();
		json_put(dated, "name", json_text(alias->name));
		json_put(dated, "since", json_date(alias->since));
		json_put(dated, "until", json_date(alias->until));
		json_append(values, dated);
	}
	return values;
}

static json_t *former_value(const struct agency *agency)
{
	json_t *values = json_array();

	for (size_t i = 0; i < agency->former.count; i++) {
		const struct former_name *former = &agency->former.items[i];
		json_t *value = json_object();

		json_put(value, "name", json_text(former->name));
		json_put(value, "code", json_words(former->code));
		json_put(value, "until", json_date(former->until));
		json_put(value, "document", json_words(former->document));
		json_append(values, value);
	}
	return values;
}

/* One that began or ended; one without days stands in `groups` alone. */
static bool is_dated(const struct membership *m)
{
	return date_is_set(m->since) || date_is_set(m->until);
}

static void put_groups(const struct json_register *reg, const struct agency *agency, json_t *value)
{
	json_t *groups = json_array(), *memberships = json_array();

	for (size_t g = 0; g < reg->agencies.count; g++) {
		for (size_t i = 0; reg->concerned[g] && i < reg->memberships.count; i++) {
			const struct membership *m = &reg->memberships.items[i];
			const char *name = reg->agencies.items[g].name;
			json_t *dated;

			if (m->agency_id != agency->id || m->group_id != reg->agencies.items[g].id)
				continue;
			if (!date_is_set(m->until))
				json_append(groups, json_register_name(reg, m->group_id, name));
			if (!is_dated(m))
				continue;
			dated = json_object();
			json_put(dated, "group", json_register_name(reg, m->group_id, name));
			json_put(dated, "since", json_date(m->since));
			json_put(dated, "until", json_date(m->until));
			json_append(memberships, dated);
		}
	}
	json_put(value, "groups", groups);
	json_put(value, "memberships", memberships);
}

static json_t *successors_value(const struct json_register *reg, const struct agency *agency)
{
	json_t *values = json_array();

	for (size_t i = 0; i < reg->successions.count; i++) {
		const struct succession *s = &reg->successions.items[i];
		json_t *value;

		if (s->from_id != agency->id)
			continue;
		value = json_object();
		json_put(value, "to", s->to_id ? json_register_name(reg, s->to_id, "") : json_null());
		json_put(value, "day", json_date(s->day));
		json_put(value, "part", json_boolean(s->part));
		json_put(value, "document", json_words(s->document));
		json_append(values, value);
	}
	return values;
}

static json_t *agency_value(const struct json_register *reg, const struct agency *agency)
{
	json_t *value = json_object();

	json_put(value, "code", json_words(agency->code));
	json_put(value, "name", json_text(agency->name));
	json_put(value, "kind", json_text(agency_kind_word(agency->kind)));
	json_put(value, "aliases", aliases_value(agency));
	put_groups(reg, agency, value);
	json_put(value, "requested", json_boolean(agency->requested));
	json_put(value, "valid_from", json_date(agency->valid_from));
	json_put(value, "valid_to", json_date(agency->valid_to));
	json_put(value, "parent", agency->parent_id ? json_register_name(reg, agency->parent_id, "") : json_null());
	json_put(value, "head", json_words(agency->head));
	json_put(value, "contact", json_words(agency->contact));
	json_put(value, "former", former_value(agency));
	json_put(value, "successors", successors_value(reg, agency));
	return value;
}

json_t *json_register_values(struct json_register *reg)
{
	json_t *values = json_array();

	concern_all(reg);
	for (size_t i = 0; i < reg->agencies.count; i++)
		if (reg->concerned[i])
			json_append(values, agency_value(reg, &reg->agencies.items[i]));
	return values;
}
