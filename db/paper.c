/* What hangs on a plan and its tasks on paper: notes, citations, appendices, lines left over. */
#include <stddef.h>

#include "db/internal.h"
#include "db/words.h"

/* --- notes -------------------------------------------------------------- */

#define NOTE_COLUMNS "task_id, text, who, at"

static const struct column note_columns[] = {
	{ "task_id", COLUMN_ID, offsetof(struct note, task_id), NULL, false },
	{ "text", COLUMN_TEXT, offsetof(struct note, text), NULL, false },
	{ "who", COLUMN_TEXT, offsetof(struct note, who), NULL, false },
	{ "at", COLUMN_TIME, offsetof(struct note, at), NULL, false },
};

static void release_note(void *record)
{
	note_release(record);
}

static void owner_of_note(const void *record, row_id *plan, row_id *task)
{
	(void)plan;
	*task = ((const struct note *)record)->task_id;
}

const struct entity note_entity = {
	.kind = ENTITY_NOTE,
	.name = "note",
	.columns = note_columns,
	.count = sizeof note_columns / sizeof *note_columns,
	.editable = sizeof note_columns / sizeof *note_columns,
	.size = sizeof(struct note),
	.select = "SELECT id, version, " NOTE_COLUMNS " FROM note WHERE id = $1",
	.insert = "INSERT INTO note (id, version, " NOTE_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6)",
	.update = "UPDATE note SET version = version + 1, task_id = $3, text = $4, who = $5, at = $6 "
		  "WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM note WHERE id = $1",
	.release = release_note,
	.owner = owner_of_note,
};

static enum status notes(struct store *store, row_id task, struct note_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " NOTE_COLUMNS " FROM note WHERE task_id = $1 ORDER BY id");
	enum status status;

	bind_int(st, 1, task);
	while (sql_row(st)) {
		struct note note = { 0 };

		entity_read(&note_entity, st, &note);
		note_list_add(list, &note);
	}
	status = sql_end(st, err);
	if (status != OK)
		note_list_clear(list);
	return status;
}

static enum status note_insert(struct store *store, struct note *note, struct error *err)
{
	return entity_insert(db_of(store), &note_entity, note, err);
}

/* --- citations ---------------------------------------------------------- */

#define REFERENCE_COLUMNS "plan_id, task_id, kind, number, date, issuer, relation, raw, corrected"

static const struct column reference_columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct reference, plan_id), NULL, false },
	{ "task_id", COLUMN_ID, offsetof(struct reference, task_id), NULL, false },
	{ "kind", COLUMN_TEXT, offsetof(struct reference, kind), NULL, false },
	{ "number", COLUMN_TEXT, offsetof(struct reference, number), NULL, false },
	{ "date", COLUMN_DATE, offsetof(struct reference, date), NULL, false },
	{ "issuer", COLUMN_TEXT, offsetof(struct reference, issuer), NULL, false },
	{ "relation", COLUMN_WORD, offsetof(struct reference, relation), &relation_words, false },
	{ "raw", COLUMN_TEXT, offsetof(struct reference, raw), NULL, false },
	{ "corrected", COLUMN_BOOL, offsetof(struct reference, corrected), NULL, false },
};

static void release_reference(void *record)
{
	reference_release(record);
}

static void owner_of_reference(const void *record, row_id *plan, row_id *task)
{
	const struct reference *reference = record;

	*plan = reference->plan_id;
	*task = reference->task_id;
}

const struct entity reference_entity = {
	.kind = ENTITY_REFERENCE,
	.name = "reference",
	.columns = reference_columns,
	.count = sizeof reference_columns / sizeof *reference_columns,
	.editable = sizeof reference_columns / sizeof *reference_columns,
	.size = sizeof(struct reference),
	.select = "SELECT id, version, " REFERENCE_COLUMNS " FROM reference WHERE id = $1",
	.insert = "INSERT INTO reference (id, version, " REFERENCE_COLUMNS ") "
		  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
	.update = "UPDATE reference SET version = version + 1, plan_id = $3, task_id = $4, kind = $5, number = $6, "
		  "date = $7, issuer = $8, relation = $9, raw = $10, corrected = $11 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM reference WHERE id = $1",
	.release = release_reference,
	.owner = owner_of_reference,
};

#define REFERENCES "SELECT id, version, " REFERENCE_COLUMNS " FROM reference "

static const char references_of_all[] = REFERENCES "WHERE plan_id = $1 ORDER BY id";
static const char references_of_plan[] = REFERENCES "WHERE plan_id = $1 AND task_id IS NULL ORDER BY id";
static const char references_of_task[] = REFERENCES "WHERE plan_id = $1 AND task_id = $2 ORDER BY id";

static enum status references(struct store *store, row_id plan, row_id task, struct reference_list *list,
			      struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, task > 0 ? references_of_task :
				   task < 0 ? references_of_all : references_of_plan);
	enum status status;

	bind_int(st, 1, plan);
	if (task > 0)
		bind_int(st, 2, task);
	while (sql_row(st)) {
		struct reference reference = { 0 };

		entity_read(&reference_entity, st, &reference);
		reference_list_add(list, &reference);
	}
	status = sql_end(st, err);
	if (status != OK)
		reference_list_clear(list);
	return status;
}

static enum status reference_insert(struct store *store, struct reference *reference, struct error *err)
{
	return entity_insert(db_of(store), &reference_entity, reference, err);
}

/* --- what an import leaves behind; never edited, never journaled --------- */

static enum status attachments(struct store *store, row_id plan, struct attachment_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT name, size, present FROM attachment WHERE plan_id = $1 ORDER BY position");
	enum status status;

	bind_int(st, 1, plan);
	while (sql_row(st)) {
		struct attachment attachment = {
			.name = column_text(st, 0),
			.size = column_text(st, 1),
			.present = column_int(st, 2) != 0,
		};

		attachment_list_add(list, &attachment);
	}
	status = sql_end(st, err);
	if (status != OK)
		attachment_list_clear(list);
	return status;
}

static enum status attachment_insert(struct store *store, row_id plan, const struct attachment *attachment,
				     struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"INSERT INTO attachment (plan_id, position, name, size, present) VALUES ($1, "
		"(SELECT coalesce(max(position), 0) + 1 FROM attachment WHERE plan_id = $1), $2, $3, $4)");

	bind_int(st, 1, plan);
	bind_text(st, 2, attachment->name);
	bind_text(st, 3, attachment->size);
	bind_int(st, 4, attachment->present);
	return sql_run(st, err);
}

static enum status unused_lines(struct store *store, row_id plan, struct unused_line_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT line, text, why FROM unused_line WHERE plan_id = $1 ORDER BY position");
	enum status status;

	bind_int(st, 1, plan);
	while (sql_row(st)) {
		struct unused_line line = {
			.line = column_int(st, 0),
			.text = column_text(st, 1),
			.why = column_text(st, 2),
		};

		unused_line_list_add(list, &line);
	}
	status = sql_end(st, err);
	if (status != OK)
		unused_line_list_clear(list);
	return status;
}

static enum status unused_insert(struct store *store, row_id plan, const struct unused_line *line, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"INSERT INTO unused_line (plan_id, position, line, text, why) VALUES ($1, "
		"(SELECT coalesce(max(position), 0) + 1 FROM unused_line WHERE plan_id = $1), $2, $3, $4)");

	bind_int(st, 1, plan);
	bind_int(st, 2, line->line);
	bind_text(st, 3, line->text);
	bind_text(st, 4, line->why);
	return sql_run(st, err);
}

void paper_functions(struct store *store)
{
	store->notes = notes;
	store->note_insert = note_insert;
	store->references = references;
	store->reference_insert = reference_insert;
	store->attachments = attachments;
	store->attachment_insert = attachment_insert;
	store->unused_lines = unused_lines;
	store->unused_insert = unused_insert;
}
