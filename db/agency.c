/* The register: agencies, groups, and who is in which group. */
#include <stddef.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"
#include "db/internal.h"
#include "db/words.h"

/* --- agencies ----------------------------------------------------------- */

struct agency_entry {
	struct agency agency;	/* first */
	char *sort_key;
};

#define COLUMNS "code, name, kind, requested, aliases, valid_from, valid_to, parent_id, head, contact, sort_key"
#define COLUMNS_OF_LIST "g.id, g.version, g.code, g.name, g.kind, g.requested, g.aliases, " \
	"g.valid_from, g.valid_to, g.parent_id, g.head, g.contact, NULL"

static const struct column columns[] = {
	{ "code", COLUMN_TEXT, offsetof(struct agency, code), NULL, false },
	{ "name", COLUMN_TEXT, offsetof(struct agency, name), NULL, false },
	{ "kind", COLUMN_WORD, offsetof(struct agency, kind), &agency_kind_words, false },
	{ "requested", COLUMN_BOOL, offsetof(struct agency, requested), NULL, false },
	{ "aliases", COLUMN_ALIASES, offsetof(struct agency, aliases), NULL, false },
	{ "valid_from", COLUMN_DATE, offsetof(struct agency, valid_from), NULL, false },
	{ "valid_to", COLUMN_DATE, offsetof(struct agency, valid_to), NULL, false },
	{ "parent_id", COLUMN_ID, offsetof(struct agency, parent_id), NULL, false },
	{ "head", COLUMN_TEXT, offsetof(struct agency, head), NULL, false },
	{ "contact", COLUMN_TEXT, offsetof(struct agency, contact), NULL, false },
	{ "sort_key", COLUMN_TEXT, offsetof(struct agency_entry, sort_key), NULL, true },
};

static void release(void *record)
{
	struct agency_entry *agency = record;

	free(agency->sort_key);
	agency_release(&agency->agency);
}

static enum status prepare(struct db *db, void *record, struct error *err)
{
	struct agency_entry *agency = record;
	struct strbuf key = STRBUF_INIT;

	(void)db;
	(void)err;
	viet_sort_key(agency->agency.name, strlen(agency->agency.name), &key);
	free(agency->sort_key);
	agency->sort_key = strbuf_detach(&key);
	return OK;
}

const struct entity agency_entity = {
	.kind = ENTITY_AGENCY,
	.name = "agency",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct agency_entry),
	.version_at = offsetof(struct agency, version),
	.select = "SELECT id, version, " COLUMNS " FROM agency WHERE id = $1",
	.insert = "INSERT INTO agency (id, version, " COLUMNS ") "
		  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
	.update = "UPDATE agency SET version = version + 1, code = $3, name = $4, kind = $5, requested = $6, "
		  "aliases = $7, valid_from = $8, valid_to = $9, parent_id = $10, head = $11, contact = $12, "
		  "sort_key = $13 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM agency WHERE id = $1",
	.release = release,
	.prepare = prepare,
};

static void read_agency(const struct statement *st, struct agency *agency)
{
	struct agency_entry record = { 0 };

	entity_read(&agency_entity, st, &record);
	free(record.sort_key);
	*agency = record.agency;
}

/* What the COUNT agencies were called before. Renamings are rare: all are read at once. */
static enum status read_former(struct db *db, struct agency *agencies, size_t count, struct error *err)
{
	struct statement *st = sql(db->driver,
		"SELECT id, version, agency_id, name, code, until, document FROM former_name ORDER BY until, id");

	while (sql_row(st)) {
		struct former_name former = { 0 };

		entity_read(&former_name_entity, st, &former);
		for (size_t i = 0; i < count; i++)
			if (agencies[i].id == former.agency_id) {
				former_name_list_add(&agencies[i].former, &former);
				break;
			}
		former_name_release(&former);
	}
	return sql_end(st, err);
}

/* All rows of ST, which it ends. */
static enum status read_list(struct db *db, struct statement *st, struct agency_list *list, struct error *err)
{
	enum status status;

	while (sql_row(st)) {
		struct agency agency = { 0 };

		read_agency(st, &agency);
		agency_list_add(list, &agency);
	}
	status = sql_end(st, err);
	if (status == OK)
		status = read_former(db, list->items, list->count, err);
	if (status != OK)
		agency_list_clear(list);
	return status;
}

static enum status agency_list(struct store *store, struct agency_list *list, struct error *err)
{
	return read_list(db_of(store), sql(db_of(store)->driver, "SELECT " COLUMNS_OF_LIST " FROM agency g "
			     "ORDER BY CASE g.kind WHEN 'group' THEN 0 ELSE 1 END, g.sort_key, g.id"), list, err);
}

static enum status agency_get(struct store *store, row_id id, struct agency *agency, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, agency_entity.select);
	bool found;
	enum status status;

	bind_int(st, 1, id);
	found = sql_row(st);
	if (found)
		read_agency(st, agency);
	status = sql_end(st, err);
	if (status == OK && found)
		return read_former(db_of(store), agency, 1, err);
	if (status == OK)
		return error_set(err, STATUS_NOT_FOUND, _("Không tìm thấy cơ quan mã %lld; hãy xem lại danh sách."), id);
	return status;
}

/* A membership (m) that holds on day $2. */
#define HOLDS "(m.since IS NULL OR m.since <= $2) AND (m.until IS NULL OR m.until >= $2)"

static enum status agency_members_on(struct store *store, row_id group, struct date day, struct agency_list *list,
				     struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT " COLUMNS_OF_LIST " FROM membership m JOIN agency g ON g.id = m.agency_id "
		"WHERE m.group_id = $1 AND " HOLDS " ORDER BY g.sort_key, g.id");

	bind_int(st, 1, group);
	bind_date(st, 2, day);
	return read_list(db_of(store), st, list, err);
}

static enum status agency_members(struct store *store, row_id group, struct agency_list *list, struct error *err)
{
	return agency_members_on(store, group, clock_today(), list, err);
}

static enum status agency_groups(struct store *store, row_id agency, struct agency_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT " COLUMNS_OF_LIST " FROM membership m JOIN agency g ON g.id = m.group_id "
		"WHERE m.agency_id = $1 AND " HOLDS " ORDER BY g.sort_key, g.id");

	bind_int(st, 1, agency);
	bind_date(st, 2, clock_today());
	return read_list(db_of(store), st, list, err);
}

static enum status agency_insert(struct store *store, struct agency *agency, struct error *err)
{
	struct agency_entry record = { .agency = *agency };	/* strings stay the caller's */
	enum status status = entity_insert(db_of(store), &agency_entity, &record, err);

	free(record.sort_key);
	if (status == OK)
		*agency = record.agency;
	return status;
}

static enum status agency_update(struct store *store, struct agency *agency, struct error *err)
{
	struct agency_entry record = { .agency = *agency };
	enum status status = entity_update(db_of(store), &agency_entity, &record, err);

	free(record.sort_key);
	if (status == OK)
		*agency = record.agency;
	return status;
}

/* --- members of groups -------------------------------------------------- */

#define MEMBER_COLUMNS "group_id, agency_id, since, until"

static const struct column member_columns[] = {
	{ "group_id", COLUMN_ID, offsetof(struct membership, group_id), NULL, false },
	{ "agency_id", COLUMN_ID, offsetof(struct membership, agency_id), NULL, false },
	{ "since", COLUMN_DATE, offsetof(struct membership, since), NULL, false },
	{ "until", COLUMN_DATE, offsetof(struct membership, until), NULL, false },
};

static void release_membership(void *record)
{
	(void)record;
}

const struct entity membership_entity = {
	.kind = ENTITY_MEMBERSHIP,
	.name = "membership",
	.columns = member_columns,
	.count = sizeof member_columns / sizeof *member_columns,
	.editable = sizeof member_columns / sizeof *member_columns,
	.size = sizeof(struct membership),
	.version_at = offsetof(struct membership, version),
	.select = "SELECT id, version, " MEMBER_COLUMNS " FROM membership WHERE id = $1",
	.insert = "INSERT INTO membership (id, version, " MEMBER_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6)",
	.update = "UPDATE membership SET version = version + 1, group_id = $3, agency_id = $4, since = $5, until = $6 "
		  "WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM membership WHERE id = $1",
	.release = release_membership,
};

static enum status memberships(struct store *store, struct membership_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, "SELECT id, version, " MEMBER_COLUMNS " FROM membership "
		"ORDER BY group_id, since NULLS FIRST, id");

	while (sql_row(st)) {
		struct membership membership = { 0 };

		entity_read(&membership_entity, st, &membership);
		membership_list_add(list, &membership);
	}
	return sql_end(st, err);
}

static enum status membership_insert(struct store *store, struct membership *membership, struct error *err)
{
	return entity_insert(db_of(store), &membership_entity, membership, err);
}

static enum status membership_update(struct store *store, struct membership *membership, struct error *err)
{
	return entity_update(db_of(store), &membership_entity, membership, err);
}

static enum status member_insert(struct store *store, row_id group, row_id agency, struct error *err)
{
	struct membership membership = { .group_id = group, .agency_id = agency };

	return entity_insert(db_of(store), &membership_entity, &membership, err);
}

static enum status member_delete(struct store *store, row_id group, row_id agency, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT m.id FROM membership m WHERE m.group_id = $1 AND m.agency_id = $3 AND " HOLDS);
	row_id id = 0;
	enum status status;

	bind_int(st, 1, group);
	bind_date(st, 2, clock_today());
	bind_int(st, 3, agency);
	if (sql_row(st))
		id = column_id(st, 0);
	status = sql_end(st, err);
	if (status != OK)
		return status;
	if (!id)
		return error_set(err, STATUS_CONFLICT,
				 _("Thành viên này vừa được người khác đưa ra khỏi nhóm; hãy xem lại nhóm."));
	return entity_delete(db_of(store), &membership_entity, id, err);
}

void agency_functions(struct store *store)
{
	store->agency_list = agency_list;
	store->agency_get = agency_get;
	store->agency_members = agency_members;
	store->agency_members_on = agency_members_on;
	store->memberships = memberships;
	store->membership_insert = membership_insert;
	store->membership_update = membership_update;
	store->agency_groups = agency_groups;
	store->agency_insert = agency_insert;
	store->agency_update = agency_update;
	store->member_insert = member_insert;
	store->member_delete = member_delete;
}
