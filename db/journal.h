/*
 * journal.h: who changed what, when; written in the transaction of the change.
 */
#ifndef DB_JOURNAL_H
#define DB_JOURNAL_H

#include "core/store.h"

struct db;

/* The change that is being made. */
struct journal {
	row_id change;		/* 0: none */
	bool bulk;		/* only the one row */
	int number, step;	/* of the last field, of the last row written */
	row_id plan, task;	/* the first ones touched: they say whose change it is */
};

/* A row whose fields are journaled. */
struct journal_row {
	const char *entity;
	row_id id;
	row_id plan, task;	/* 0: not known, or none */
};

/* The row of the change; UNDOES 0: it takes nothing back. The transaction has begun. */
enum status journal_begin(struct db *db, const struct change_intent *intent, row_id undoes, struct error *err);
/* What a person reads of it. */
enum status journal_end(struct db *db, const char *summary, struct error *err);

/* A row is about to be written. */
void journal_step(struct db *db);
/* Nothing in a bulk change. */
enum status journal_field(struct db *db, const struct journal_row *row, const char *field, const char *before,
			  const char *after, struct error *err);

/*
 * STATUS_CONFLICT, with who changed the row last and when. FIELD NULL: any of it; only
 * changes behind AFTER count.
 */
enum status journal_conflict(struct db *db, const char *entity, row_id id, const char *field, row_id after,
			     struct error *err);

/* The same for anything that hangs on a task. */
enum status journal_conflict_on_task(struct db *db, row_id task, row_id after, struct error *err);

/* store->journal */
enum status db_journal(struct store *store, row_id plan, row_id task, row_id before, int limit, bool with_fields,
		       struct change_list *list, struct error *err);
/* One change without its fields; STATUS_NOT_FOUND. */
enum status journal_load(struct db *db, row_id id, struct change *change, struct error *err);
enum status journal_load_fields(struct db *db, row_id id, struct change_field_list *fields, struct error *err);

#endif
