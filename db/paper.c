/* What hangs on a plan and its tasks on paper: notes, citations, appendices, lines left over, slips of the print. */
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

/* --- appendices that a plan names; never edited, never journaled ------------ */

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

/* --- lines left over ----------------------------------------------------- */

#define UNUSED_COLUMNS "plan_id, source_id, line, text, why"

static const struct column unused_columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct unused_line, plan_id), NULL, false },
	{ "source_id", COLUMN_ID, offsetof(struct unused_line, source_id), NULL, false },
	{ "line", COLUMN_INT, offsetof(struct unused_line, line), NULL, false },
	{ "text", COLUMN_TEXT, offsetof(struct unused_line, text), NULL, false },
	{ "why", COLUMN_TEXT, offsetof(struct unused_line, why), NULL, false },
};

static void release_unused(void *record)
{
	unused_line_release(record);
}

static void owner_of_unused(const void *record, row_id *plan, row_id *task)
{
	(void)task;
	*plan = ((const struct unused_line *)record)->plan_id;
}

const struct entity unused_line_entity = {
	.kind = ENTITY_UNUSED_LINE,
	.name = "unused_line",
	.columns = unused_columns,
	.count = sizeof unused_columns / sizeof *unused_columns,
	.editable = sizeof unused_columns / sizeof *unused_columns,
	.size = sizeof(struct unused_line),
	.select = "SELECT id, version, " UNUSED_COLUMNS " FROM unused_line WHERE id = $1",
	.insert = "INSERT INTO unused_line (id, version, " UNUSED_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7)",
	.update = "UPDATE unused_line SET version = version + 1, plan_id = $3, source_id = $4, line = $5, text = $6, "
		  "why = $7 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM unused_line WHERE id = $1",
	.release = release_unused,
	.owner = owner_of_unused,
};

static enum status unused_lines(struct store *store, row_id plan, struct unused_line_list *list, struct error *err)
{
	struct statement *st = sql(db_of(store)->driver,
		"SELECT id, version, " UNUSED_COLUMNS " FROM unused_line WHERE plan_id = $1 ORDER BY id");
	enum status status;

	bind_int(st, 1, plan);
	while (sql_row(st)) {
		struct unused_line line = { 0 };

		entity_read(&unused_line_entity, st, &line);
		unused_line_list_add(list, &line);
	}
	status = sql_end(st, err);
	if (status != OK)
		unused_line_list_clear(list);
	return status;
}

static enum status unused_insert(struct store *store, struct unused_line *line, struct error *err)
{
	return entity_insert(db_of(store), &unused_line_entity, line, err);
}

/* --- slips of the print --------------------------------------------------- */

#define CORRECTION_COLUMNS "plan_id, task_id, line, issued, reading, reason, state"

static const struct column correction_columns[] = {
	{ "plan_id", COLUMN_ID, offsetof(struct correction, plan_id), NULL, false },
	{ "task_id", COLUMN_ID, offsetof(struct correction, task_id), NULL, false },
	{ "line", COLUMN_INT, offsetof(struct correction, line), NULL, false },
	{ "issued", COLUMN_TEXT, offsetof(struct correction, issued), NULL, false },
	{ "reading", COLUMN_TEXT, offsetof(struct correction, reading), NULL, false },
	{ "reason", COLUMN_TEXT, offsetof(struct correction, reason), NULL, false },
	{ "state", COLUMN_WORD, offsetof(struct correction, state), &correction_state_words, false },
};

static void release_correction(void *record)
{
	correction_release(record);
}

static void owner_of_correction(const void *record, row_id *plan, row_id *task)
{
	const struct correction *correction = record;

	*plan = correction->plan_id;
	*task = correction->task_id;
}

const struct entity correction_entity = {
	.kind = ENTITY_CORRECTION,
	.name = "correction",
	.columns = correction_columns,
	.count = sizeof correction_columns / sizeof *correction_columns,
	.editable = sizeof correction_columns / sizeof *correction_columns,
	.size = sizeof(struct correction),
	.version_at = offsetof(struct correction, version),
	.select = "SELECT id, version, " CORRECTION_COLUMNS " FROM correction WHERE id = $1",
	.insert = "INSERT INTO correction (id, version, " CORRECTION_COLUMNS ") "
		  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
	.update = "UPDATE correction SET version = version + 1, plan_id = $3, task_id = $4, line = $5, issued = $6, "
		  "reading = $7, reason = $8, state = $9 WHERE id = $1 AND version = $2",
	.delete = "DELETE FROM correction WHERE id = $1",
	.release = release_correction,
	.owner = owner_of_correction,
};

#define CORRECTIONS "SELECT id, version, " CORRECTION_COLUMNS " FROM correction "

static const char corrections_of_plan[] = CORRECTIONS "WHERE plan_id = $1 ORDER BY id";
static const char corrections_of_task[] = CORRECTIONS "WHERE plan_id = $1 AND task_id = $2 ORDER BY id";

static enum status corrections(struct store *store, row_id plan, row_id task, struct correction_list *list,
			       struct error *err)
{
	struct statement *st = sql(db_of(store)->driver, task ? corrections_of_task : corrections_of_plan);
	enum status status;

	bind_int(st, 1, plan);
	if (task)
		bind_int(st, 2, task);
	while (sql_row(st)) {
		struct correction correction = { 0 };

		entity_read(&correction_entity, st, &correction);
		correction_list_add(list, &correction);
	}
	status = sql_end(st, err);
	if (status != OK)
		correction_list_clear(list);
	return status;
}

static enum status correction_insert(struct store *store, struct correction *correction, struct error *err)
{
	return entity_insert(db_of(store), &correction_entity, correction, err);
}

static enum status correction_update(struct store *store, struct correction *correction, struct error *err)
{
	return entity_update(db_of(store), &correction_entity, correction, err);
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
	store->corrections = corrections;
	store->correction_insert = correction_insert;
	store->correction_update = correction_update;
}
