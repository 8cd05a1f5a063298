/*
 * entity.h: rows that people edit, written one way.
 *
 * An entity is a table with a const list of columns, each tied to a member of a
 * record. Inserting, updating and deleting go through here only, so that every
 * write checks the version that was read, keeps what is computed in the same
 * transaction, and stands in the journal column by column. What may be taken
 * back is what the journal holds, so undo writes through here as well.
 *
 * Ids are counted here, not by the engine: an INSERT that must tell the id it gave
 * costs twice as much, and engines differ in how they are asked.
 *
 * Statements of an entity give or take its columns in the order of the list:
 * SELECT id, version, columns; INSERT and UPDATE $1 id, $2 version, $3 columns.
 */
#ifndef DB_ENTITY_H
#define DB_ENTITY_H

#include "db/driver.h"

struct db;

enum column_kind {
	COLUMN_ID,		/* row_id; 0 is NULL */
	COLUMN_INT,		/* int */
	COLUMN_LONG,		/* long long */
	COLUMN_BOOL,		/* bool */
	COLUMN_TEXT,		/* char *; may be NULL */
	COLUMN_ALIASES,		/* struct agency_alias_list, a line each; empty is NULL */
	COLUMN_DATE,		/* struct date; none is NULL */
	COLUMN_TIME,		/* long long seconds */
	COLUMN_TIME_OR_NONE,	/* the same; 0 is NULL */
	COLUMN_WORD,		/* an enum, as its stable word */
};

/* The words of an enumeration. */
struct words {
	const char *(*word)(int value);			/* NULL: no word, stored as NULL */
	bool (*value)(const char *word, int *value);
};

struct column {
	const char *name;
	enum column_kind kind;
	size_t offset;
	const struct words *words;	/* COLUMN_WORD */
	bool kept;			/* computed by prepare(); not in the journal */
};

enum entity_kind {
	ENTITY_PLAN, ENTITY_SECTION, ENTITY_TASK, ENTITY_AGENCY, ENTITY_MEMBERSHIP, ENTITY_ASSIGNMENT,
	ENTITY_OBLIGATION, ENTITY_NOTE, ENTITY_REFERENCE, ENTITY_SOURCE, ENTITY_UNUSED_LINE,
	ENTITY_CORRECTION, ENTITY_DECISION, ENTITY_PERIOD, ENTITY_FORMER_NAME, ENTITY_SUCCESSION, ENTITY_TRANSFER,
	ENTITY_EXTENSION, ENTITY_PROPOSAL, ENTITY_LABEL, ENTITY_LABELLING,
	ENTITY_CRITERION, ENTITY_CRITERION_TASK,
	ENTITY_MEETING, ENTITY_MEETING_ITEM, ENTITY_CONCLUSION,
	ENTITY_KINDS,
};

/* The last ids given, while a change is made. */
struct last_ids {
	row_id ids[ENTITY_KINDS];	/* 0: not read yet */
	bool changed[ENTITY_KINDS];
};

struct entity {
	enum entity_kind kind;
	const char *name;		/* of the table, and in the journal */
	const struct column *columns;
	size_t count;
	size_t editable;		/* the first so many are set by UPDATE; the rest are counted elsewhere */
	size_t size;			/* of a record; its row_id comes first */
	size_t version_at;		/* 0: the record has none and is never updated */
	/* Whose part a row is. NULL: of no plan. Sets what it knows. */
	void (*owner)(const void *record, row_id *plan, row_id *task);
	const char *select, *insert, *update, *delete;
	void (*release)(void *record);
	/* Compute the kept columns of AFTER. NULL: none. */
	enum status (*prepare)(struct db *db, void *after, struct error *err);
	/* A row is about to go: what is kept beside it goes first. NULL: nothing is. */
	enum status (*deleting)(struct db *db, const void *before, struct error *err);
	/* A row became AFTER; NULL before an insertion, after a deletion. NULL: nothing follows. */
	enum status (*written)(struct db *db, const void *before, const void *after, struct error *err);
};

/* --- reading ------------------------------------------------------------ */

/* RECORD (zeroed) from a row whose first columns are id, version and the entity's. */
void entity_read(const struct entity *entity, const struct statement *st, void *record);
/* STATUS_NOT_FOUND without the row. */
enum status entity_load(struct db *db, const struct entity *entity, row_id id, void *record, struct error *err);

/* --- writing, inside a change only -------------------------------------- */

/* Id 0 gets one, and version 1; an undo names both. */
enum status entity_insert(struct db *db, const struct entity *entity, void *record, struct error *err);
/* STATUS_CONFLICT when the record's version is not the present one. Nothing different: nothing written. */
enum status entity_update(struct db *db, const struct entity *entity, void *record, struct error *err);
enum status entity_delete(struct db *db, const struct entity *entity, row_id id, struct error *err);

/* Write the last ids given, before the commit. */
enum status entity_flush_ids(struct db *db, struct error *err);

/* --- columns as text, for the journal ----------------------------------- */

/* NULL for an absent value; caller frees. */
char *column_format(const struct column *column, const void *record);
void column_parse(const struct column *column, void *record, const char *text);
const struct column *entity_column(const struct entity *entity, const char *name);	/* NULL: none */

row_id entity_id(const void *record);
int entity_version(const struct entity *entity, const void *record);
void entity_set_version(const struct entity *entity, void *record, int version);

#endif
