#include "db/entity.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "db/internal.h"

/* --- members of a record ------------------------------------------------ */

static const void *member(const struct column *column, const void *record)
{
	return (const char *)record + column->offset;
}

static void *member_of(const struct column *column, void *record)
{
	return (char *)record + column->offset;
}

static int int_at(const void *at)
{
	int value;

	memcpy(&value, at, sizeof value);
	return value;
}

static row_id id_at(const void *record, size_t offset)
{
	row_id id;

	memcpy(&id, (const char *)record + offset, sizeof id);
	return id;
}

row_id entity_id(const void *record)
{
	return id_at(record, 0);
}

int entity_version(const struct entity *entity, const void *record)
{
	return entity->version_at ? int_at((const char *)record + entity->version_at) : 1;
}

void entity_set_version(const struct entity *entity, void *record, int version)
{
	if (entity->version_at)
		memcpy((char *)record + entity->version_at, &version, sizeof version);
}

const struct column *entity_column(const struct entity *entity, const char *name)
{
	for (size_t i = 0; i < entity->count; i++)
		if (!strcmp(entity->columns[i].name, name))
			return &entity->columns[i];
	return NULL;
}

/* --- aliases -------------------------------------------------------------- */

static char *join_aliases(const struct agency_alias_list *list)
{
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		strbuf_add_text(&out, i ? "\n" : "");
		agency_alias_to_line(&list->items[i], &out);
	}
	return list->count ? strbuf_detach(&out) : NULL;
}

static void split_aliases(const char *text, struct agency_alias_list *list)
{
	agency_alias_list_clear(list);
	while (text) {
		const char *end = strchr(text, '\n');
		char *line = end ? xstrndup(text, (size_t)(end - text)) : xstrdup(text);
		struct agency_alias alias;

		agency_alias_from_line(line, &alias);
		agency_alias_list_add(list, &alias);
		free(line);
		text = end ? end + 1 : NULL;
	}
}

/* --- columns as text ---------------------------------------------------- */

static const char *word_of(const struct column *column, const void *record)
{
	return column->words->word(int_at(member(column, record)));
}

char *column_format(const struct column *column, const void *record)
{
	const void *at = member(column, record);
	char date[DATE_TEXT], time[TIME_TEXT];

	switch (column->kind) {
	case COLUMN_ID:
		return id_at(at, 0) ? xasprintf("%lld", id_at(at, 0)) : NULL;
	case COLUMN_INT:
		return xasprintf("%d", int_at(at));
	case COLUMN_LONG:
		return xasprintf("%lld", *(const long long *)at);
	case COLUMN_BOOL:
		return xstrdup(*(const bool *)at ? "1" : "0");
	case COLUMN_TEXT:
		return xstrdup_or_null(*(char *const *)at);
	case COLUMN_ALIASES:
		return join_aliases(at);
	case COLUMN_DATE:
		if (!date_is_set(*(const struct date *)at))
			return NULL;
		return xstrdup(date_iso(*(const struct date *)at, date));
	case COLUMN_TIME_OR_NONE:
		if (!*(const long long *)at)
			return NULL;
		return xstrdup(time_iso(*(const long long *)at, time));
	case COLUMN_TIME:
		return xstrdup(time_iso(*(const long long *)at, time));
	case COLUMN_WORD:
		return xstrdup_or_null(word_of(column, record));
	}
	BUG("column %s", column->name);
}

static void parse_word(const struct column *column, void *at, const char *text)
{
	int value = 0;

	if (text)
		column->words->value(text, &value);
	memcpy(at, &value, sizeof value);
}

void column_parse(const struct column *column, void *record, const char *text)
{
	void *at = member_of(column, record);
	struct date date = { 0 };

	switch (column->kind) {
	case COLUMN_ID:
	case COLUMN_LONG:
		*(long long *)at = text ? atoll(text) : 0;
		return;
	case COLUMN_INT:
		*(int *)at = text ? atoi(text) : 0;
		return;
	case COLUMN_BOOL:
		*(bool *)at = text && *text == '1';
		return;
	case COLUMN_TEXT:
		replace_string(at, text);
		return;
	case COLUMN_ALIASES:
		split_aliases(text, at);
		return;
	case COLUMN_DATE:
		if (text)
			date_from_iso(text, &date);
		*(struct date *)at = date;
		return;
	case COLUMN_TIME_OR_NONE:
	case COLUMN_TIME:
		*(long long *)at = 0;
		if (text)
			time_from_iso(text, at);
		return;
	case COLUMN_WORD:
		parse_word(column, at, text);
		return;
	}
	BUG("column %s", column->name);
}

/* --- columns and statements --------------------------------------------- */

static void bind_aliases(struct statement *st, int number, const struct agency_alias_list *list)
{
	char *text = join_aliases(list);

	bind_text_copy(st, number, text);
	free(text);
}

static void bind_column(struct statement *st, int number, const struct column *column, const void *record)
{
	const void *at = member(column, record);

	switch (column->kind) {
	case COLUMN_ID:
		bind_id(st, number, id_at(at, 0));
		return;
	case COLUMN_INT:
		bind_int(st, number, int_at(at));
		return;
	case COLUMN_LONG:
		bind_int(st, number, *(const long long *)at);
		return;
	case COLUMN_BOOL:
		bind_int(st, number, *(const bool *)at);
		return;
	case COLUMN_TEXT:
		bind_text(st, number, *(char *const *)at);
		return;
	case COLUMN_ALIASES:
		bind_aliases(st, number, at);
		return;
	case COLUMN_DATE:
		bind_date(st, number, *(const struct date *)at);
		return;
	case COLUMN_TIME_OR_NONE:
		if (*(const long long *)at)
			bind_time(st, number, *(const long long *)at);
		else
			bind_text(st, number, NULL);
		return;
	case COLUMN_TIME:
		bind_time(st, number, *(const long long *)at);
		return;
	case COLUMN_WORD:
		bind_text(st, number, word_of(column, record));
		return;
	}
	BUG("column %s", column->name);
}

static void read_column(const struct statement *st, int number, const struct column *column, void *record)
{
	void *at = member_of(column, record);

	switch (column->kind) {
	case COLUMN_ID:
	case COLUMN_LONG:
		*(long long *)at = column_id(st, number);
		return;
	case COLUMN_INT:
		*(int *)at = column_int(st, number);
		return;
	case COLUMN_BOOL:
		*(bool *)at = column_int(st, number) != 0;
		return;
	case COLUMN_TEXT:
		*(char **)at = column_text(st, number);
		return;
	case COLUMN_ALIASES:
		split_aliases(column_peek(st, number), at);
		return;
	case COLUMN_DATE:
		*(struct date *)at = column_date(st, number);
		return;
	case COLUMN_TIME_OR_NONE:
	case COLUMN_TIME:
		*(long long *)at = column_time(st, number);
		return;
	case COLUMN_WORD:
		parse_word(column, at, column_peek(st, number));
		return;
	}
	BUG("column %s", column->name);
}

void entity_read(const struct entity *entity, const struct statement *st, void *record)
{
	row_id id = column_id(st, 0);

	memcpy(record, &id, sizeof id);
	entity_set_version(entity, record, column_int(st, 1));
	for (size_t i = 0; i < entity->count; i++)
		read_column(st, (int)i + 2, &entity->columns[i], record);
}

static enum status gone(struct error *err)
{
	return error_set(err, STATUS_NOT_FOUND, _("Không tìm thấy dữ liệu cần dùng: có thể người khác vừa bỏ đi; "
						  "hãy xem lại danh sách."));
}

enum status entity_load(struct db *db, const struct entity *entity, row_id id, void *record, struct error *err)
{
	struct statement *st = sql(db->driver, entity->select);
	bool found;
	enum status status;

	bind_int(st, 1, id);
	found = sql_row(st);
	if (found)
		entity_read(entity, st, record);
	status = sql_end(st, err);
	if (status == OK && !found)
		return gone(err);
	return status;
}

/* --- writing ------------------------------------------------------------ */

static struct journal_row journal_row(const struct entity *entity, const void *record)
{
	struct journal_row row = { .entity = entity->name, .id = entity_id(record) };

	if (entity->owner)
		entity->owner(record, &row.plan, &row.task);
	return row;
}

/* Journal what differs; *DIFFERENT when anything did. BEFORE or AFTER NULL: the row came or went. */
static enum status journal_columns(struct db *db, const struct entity *entity, const void *before, const void *after,
				   bool *different, struct error *err)
{
	struct journal_row row = journal_row(entity, after ? after : before);
	enum status status = OK;

	for (size_t i = 0; status == OK && i < entity->editable; i++) {
		const struct column *column = &entity->columns[i];
		char *old, *new;

		if (column->kept)
			continue;
		old = before ? column_format(column, before) : NULL;
		new = after ? column_format(column, after) : NULL;
		if ((old || new) && (!old || !new || strcmp(old, new) != 0)) {
			*different = true;
			status = journal_field(db, &row, column->name, old, new, err);
		}
		free(old);
		free(new);
	}
	return status;
}

/* The row itself: its id, and the version that a row brought back must exceed. */
static enum status journal_existence(struct db *db, const struct entity *entity, const void *record, bool came,
				     struct error *err)
{
	struct journal_row row = journal_row(entity, record);
	char *id = xasprintf("%lld", row.id);
	char *version = xasprintf("%d", entity_version(entity, record));
	enum status status = journal_field(db, &row, "id", came ? NULL : id, came ? id : NULL, err);

	if (status == OK && !came)
		status = journal_field(db, &row, "version", version, NULL, err);
	free(id);
	free(version);
	return status;
}

static enum status read_last_id(struct db *db, const struct entity *entity, struct error *err)
{
	struct statement *st = sql(db->driver, "SELECT id FROM last_id WHERE entity = $1");

	bind_text(st, 1, entity->name);
	if (sql_row(st))
		db->last.ids[entity->kind] = column_id(st, 0);
	return sql_end(st, err);
}

static enum status give_id(struct db *db, const struct entity *entity, void *record, struct error *err)
{
	row_id *last = &db->last.ids[entity->kind];
	enum status status = *last ? OK : read_last_id(db, entity, err);

	if (status != OK)
		return status;
	++*last;
	db->last.changed[entity->kind] = true;
	memcpy(record, last, sizeof *last);
	entity_set_version(entity, record, 1);
	return OK;
}

enum status entity_flush_ids(struct db *db, struct error *err)
{
	enum status status = OK;

	for (int kind = 0; status == OK && kind < ENTITY_KINDS; kind++) {
		struct statement *st;

		if (!db->last.changed[kind])
			continue;
		st = sql(db->driver, "INSERT INTO last_id (entity, id) VALUES ($1, $2) "
			 "ON CONFLICT (entity) DO UPDATE SET id = excluded.id");
		bind_text(st, 1, entity_of_kind((enum entity_kind)kind)->name);
		bind_int(st, 2, db->last.ids[kind]);
		status = sql_run(st, err);
	}
	return status;
}

enum status entity_insert(struct db *db, const struct entity *entity, void *record, struct error *err)
{
	struct statement *st;
	bool different = false;
	enum status status = entity->prepare ? entity->prepare(db, record, err) : OK;

	if (status == OK && !entity_id(record))
		status = give_id(db, entity, record, err);
	if (status != OK)
		return status;
	journal_step(db);
	st = sql(db->driver, entity->insert);
	bind_int(st, 1, entity_id(record));
	bind_int(st, 2, entity_version(entity, record));
	for (size_t i = 0; i < entity->count; i++)
		bind_column(st, (int)i + 3, &entity->columns[i], record);
	status = sql_run(st, err);
	if (status == OK && entity->written)
		status = entity->written(db, NULL, record, err);
	if (status != OK || db->journal.bulk)
		return status;
	status = journal_existence(db, entity, record, true, err);
	if (status == OK)
		status = journal_columns(db, entity, NULL, record, &different, err);
	return status;
}

static enum status write_update(struct db *db, const struct entity *entity, const void *before, void *after,
				struct error *err)
{
	int version = entity_version(entity, before);
	int rows = 0;
	struct statement *st;
	enum status status = entity->prepare ? entity->prepare(db, after, err) : OK;

	if (status != OK)
		return status;
	st = sql(db->driver, entity->update);
	bind_int(st, 1, entity_id(after));
	bind_int(st, 2, version);
	for (size_t i = 0; i < entity->editable; i++)
		bind_column(st, (int)i + 3, &entity->columns[i], after);
	status = sql_run_counting(st, &rows, err);
	if (status != OK)
		return status;
	if (rows != 1)
		BUG("%d rows of %s %lld at version %d", rows, entity->name, entity_id(after), version);
	if (entity->written)
		status = entity->written(db, before, after, err);
	if (status == OK)
		entity_set_version(entity, after, version + 1);
	return status;
}

enum status entity_update(struct db *db, const struct entity *entity, void *record, struct error *err)
{
	void *before = xcalloc(1, entity->size);
	bool different = false;
	enum status status = entity_load(db, entity, entity_id(record), before, err);

	journal_step(db);
	if (status == OK && entity_version(entity, before) != entity_version(entity, record))
		status = journal_conflict(db, entity->name, entity_id(record), NULL, 0, err);
	if (status == OK)
		status = journal_columns(db, entity, before, record, &different, err);
	if (status == OK && different)
		status = write_update(db, entity, before, record, err);
	entity->release(before);
	free(before);
	return status;
}

enum status entity_delete(struct db *db, const struct entity *entity, row_id id, struct error *err)
{
	void *before = xcalloc(1, entity->size);
	bool different = false;
	enum status status = entity_load(db, entity, id, before, err);

	journal_step(db);
	if (status == OK)
		status = journal_existence(db, entity, before, false, err);
	if (status == OK)
		status = journal_columns(db, entity, before, NULL, &different, err);
	if (status == OK && entity->deleting)
		status = entity->deleting(db, before, err);
	if (status == OK) {
		struct statement *st = sql(db->driver, entity->delete);

		bind_int(st, 1, id);
		status = sql_run(st, err);
	}
	if (status == OK && entity->written)
		status = entity->written(db, before, NULL, err);
	entity->release(before);
	free(before);
	return status;
}
