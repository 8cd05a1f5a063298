/*
 * internal.h: what the files of db/ share. Only db/ includes it.
 */
#ifndef DB_INTERNAL_H
#define DB_INTERNAL_H

#include <limits.h>

#include "core/store.h"
#include "db/driver.h"
#include "db/entity.h"
#include "db/journal.h"
#include "db/progress.h"
#include "db/search.h"

/* The section that tasks were put into last: an import puts hundreds into one. Sections never move. */
struct section_place {
	row_id section, plan;
	int seq;
};

struct db {
	struct store store;	/* first: a store of ours is a db */
	struct driver *driver;
	struct here *here;		/* NULL: of no file */
	struct watch *watch;		/* likewise */
	struct journal journal;
	struct last_ids last;
	struct tally tally;
	struct search_queue search;
	struct section_place section;	/* while a change is made */
};

struct db *db_of(struct store *store);

/* Around the statements of one reading function: one state, with counters up to date inside a change too. */
enum status db_read(struct db *db, struct error *err);
void db_read_end(struct db *db);

/* Write what was gathered for counters and search: before they are read, and before the commit. */
enum status db_flush(struct db *db, struct error *err);
/* The same once a lot was gathered; a point where a long change may pause. */
enum status db_relieve(struct db *db, struct error *err);

/* Flush and commit; the journal is complete. */
enum status db_end_change(struct db *db, struct error *err);

/*
 * One number that orders all tasks as their documents do. Position 0 is before
 * the section's first task; what is out of range is put at the end of it.
 */
long long place_number(row_id plan, struct place place);
struct place place_of_number(long long number);
row_id plan_of_number(long long number);

extern const struct entity plan_entity;
extern const struct entity section_entity;
extern const struct entity task_entity;
extern const struct entity agency_entity;
extern const struct entity membership_entity;
extern const struct entity assignment_entity;
extern const struct entity obligation_entity;
extern const struct entity note_entity;
extern const struct entity reference_entity;
extern const struct entity source_entity;
extern const struct entity unused_line_entity;
extern const struct entity correction_entity;
extern const struct entity decision_entity;
extern const struct entity period_entity;
extern const struct entity extension_entity;
extern const struct entity proposal_entity;
extern const struct entity criterion_entity;
extern const struct entity criterion_task_entity;
extern const struct entity meeting_entity;
extern const struct entity meeting_item_entity;
extern const struct entity conclusion_entity;
extern const struct entity label_entity;
extern const struct entity labelling_entity;
extern const struct entity former_name_entity;
extern const struct entity succession_entity;
extern const struct entity transfer_entity;

/*
 * The name and the symbol of agency G as on the date of the plan of task $2; NULL there: the last ones. A symbol
 * that it did not have then is that of now.
 */
#define THEN_OF(column) \
	"coalesce((SELECT f." column " FROM former_name f WHERE f.agency_id = g.id AND f.until >= " \
	"(SELECT p.date FROM task t JOIN plan p ON p.id = t.plan_id WHERE t.id = $2) " \
	"ORDER BY f.until LIMIT 1), g." column ")"

/* An obligation O as obligation_entity reads it. */
#define OBLIGATION_COLUMNS \
	"o.id, o.version, o.task_id, o.agency_id, o.period, o.due, o.original, o.state, o.done_on, o.evidence, " \
	"o.evidence_number, o.evidence_date, o.cause, o.recorded_by, o.recorded_at"

/* NULL when NAME is none. */
const struct entity *entity_named(const char *name);
const struct entity *entity_of_kind(enum entity_kind kind);

/* The file of exactly these bytes, kept now if it was not; 0 and OK from find_file(): there is none. */
enum status find_file(struct db *db, const char *bytes, size_t length, row_id *id, struct error *err);
enum status keep_file(struct db *db, const char *bytes, size_t length, row_id *id, struct error *err);

/* The functions of struct store, by the file that holds them. */
void plan_functions(struct store *store);
void section_functions(struct store *store);
void task_functions(struct store *store);
void find_functions(struct store *store);
void agency_functions(struct store *store);
void succession_functions(struct store *store);
void assignment_functions(struct store *store);
void obligation_functions(struct store *store);
void extension_functions(struct store *store);
void proposal_functions(struct store *store);
void label_functions(struct store *store);
void criterion_functions(struct store *store);
void meeting_functions(struct store *store);
void replace_functions(struct store *store);
void period_functions(struct store *store);
void paper_functions(struct store *store);
void source_functions(struct store *store);
void review_functions(struct store *store);
void setting_functions(struct store *store);
void undo_functions(struct store *store);
void owed_functions(struct store *store);
void matrix_functions(struct store *store);

#endif
