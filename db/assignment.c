/* Who has a task, and in which role. */
#include <stddef.h>

#include "core/base/gettext.h"
#include "db/internal.h"
#include "db/words.h"

struct assignment_record {
	row_id id;
	int version;
	struct assignment assignment;
};

#define COLUMNS "task_id, agency_id, role, position"

static const struct column columns[] = {
	{ "task_id", COLUMN_ID, offsetof(struct assignment_record, assignment.task_id), NULL, false },
	{ "agency_id", COLUMN_ID, offsetof(struct assignment_record, assignment.agency_id), NULL, false },
	{ "role", COLUMN_WORD, offsetof(struct assignment_record, assignment.role), &role_words, false },
	{ "position", COLUMN_INT, offsetof(struct assignment_record, assignment.position), NULL, false },
};

static void release(void *record)
{
	assignment_release(&((struct assignment_record *)record)->assignment);
}

static void owner(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct assignment_record *)record)->assignment.task_id;
}

static void tally(struct db *db, const struct assignment_record *record, int sign)
{
	if (record && record->assignment.role == ROLE_LEAD)
		tally_lead(db, record->assignment.task_id, sign);
}

static enum status written(struct db *db, const void *before, const void *after, struct error *err)
{
	(void)err;
	tally(db, before, -1);
	tally(db, after, 1);
	return OK;
}

const struct entity assignment_entity = {
	.kind = ENTITY_ASSIGNMENT,
	.name = "assignment",
	.columns = columns,
	.count = sizeof columns / sizeof *columns,
	.editable = sizeof columns / sizeof *columns,
	.size = sizeof(struct assignment_record),
	.version_at = offsetof(struct assignment_record, version),
	.select = "SELECT id, version, " COLUMNS " FROM assignment WHERE id = $1",
	.insert = "INSERT INTO assignment (id, version, " COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6)",
	.update = "UPDATE assignment SET version = version + 1, task_id = $3, agency_id = $4, role = $5, "
		  "position = $6 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM assignment WHERE id = $1",
	.release = release,
	.owner = owner,
	.written = written,
};

static enum status assignments(struct store *store, row_id task, struct assignment_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT a.agency_id, a.role, a.position, " THEN_OF("name") ", " THEN_OF("code") ", g.kind = 'group' "
		"FROM assignment a JOIN agency g ON g.id = a.agency_id WHERE a.task_id = $1 "
		"ORDER BY CASE a.role WHEN 'lead' THEN 1 WHEN 'coordinating' THEN 2 ELSE 3 END, a.position, a.id");
	enum status status;

	bind_int(st, 1, task);
	bind_id(st, 2, store->todays_names ? 0 : task);
	while (sql_row(st)) {
		struct assignment assignment = { .task_id = task, .agency_id = column_id(st, 0) };
		int role = 0;

		role_words.value(column_peek(st, 1), &role);
		assignment.role = (enum role)role;
		assignment.position = column_int(st, 2);
		assignment.name = column_text(st, 3);
		assignment.code = column_text(st, 4);
		assignment.is_group = column_int(st, 5) != 0;
		assignment_list_add(list, &assignment);
	}
	status = sql_end(st, err);
	if (status != OK)
		assignment_list_clear(list);
	return status;
}

static enum status assignment_insert(struct store *store, const struct assignment *assignment, struct error *err)
{
	struct assignment_record record = { .assignment = *assignment };	/* strings stay the caller's */
	enum status status = entity_insert(db_of(store), &assignment_entity, &record, err);

	return status == OK ? db_relieve(db_of(store), err) : status;
}

static enum status assignment_delete(struct store *store, const struct assignment *assignment, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id FROM assignment WHERE task_id = $1 AND role = $2 AND agency_id = $3");
	row_id id = 0;
	enum status status;

	bind_int(st, 1, assignment->task_id);
	bind_text(st, 2, role_words.word((int)assignment->role));
	bind_int(st, 3, assignment->agency_id);
	if (sql_row(st))
		id = column_id(st, 0);
	status = sql_end(st, err);
	if (status != OK)
		return status;
	/* Somebody else took it off meanwhile. */
	if (!id)
		return journal_conflict(db_of(store), "task", assignment->task_id, NULL, 0, err);
	return entity_delete(db_of(store), &assignment_entity, id, err);
}

void assignment_functions(struct store *store)
{
	store->assignments = assignments;
	store->assignment_insert = assignment_insert;
	store->assignment_delete = assignment_delete;
}
