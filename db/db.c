#include "db/db.h"

#include <stdlib.h>
#include <string.h>

#include "db/file.h"
#include "db/here.h"
#include "db/internal.h"
#include "db/schema.h"
#include "db/watch.h"

struct db *db_of(struct store *store)
{
	return (struct db *)store;
}

enum { GATHERED_MAX = 32768 };

enum status db_flush(struct db *db, struct error *err)
{
	enum status status = tally_flush(db, err);

	return status == OK ? search_flush(db, err) : status;
}

enum status db_relieve(struct db *db, struct error *err)
{
	return db->tally.count + db->search.count > GATHERED_MAX ? db_flush(db, err) : OK;
}

enum status db_read(struct db *db, struct error *err)
{
	enum status status = db_flush(db, err);

	return status == OK ? driver_read(db->driver, err) : status;
}

void db_read_end(struct db *db)
{
	driver_read_end(db->driver);
}

/* --- places ------------------------------------------------------------- */

enum { PART_BITS = 22 };	/* of a section's seq and of a position: four million each */

#define PART_MAX ((1LL << PART_BITS) - 1)

static long long within(long long part)
{
	return part < 0 ? 0 : part > PART_MAX ? PART_MAX : part;
}

long long place_number(row_id plan, struct place place)
{
	return (long long)plan << 2 * PART_BITS | within(place.seq) << PART_BITS | within(place.position);
}

row_id plan_of_number(long long number)
{
	return number >> 2 * PART_BITS;
}

struct place place_of_number(long long number)
{
	return (struct place){ (int)(number >> PART_BITS & PART_MAX), (int)(number & PART_MAX) };
}

/* --- changes ------------------------------------------------------------ */

static void forget_change(struct db *db)
{
	db->journal = (struct journal){ 0 };
	db->last = (struct last_ids){ 0 };
	db->section = (struct section_place){ 0 };
	tally_release(&db->tally);
	search_queue_release(&db->search);
}

static void rollback(struct store *store)
{
	struct db *db = db_of(store);

	driver_rollback(db->driver);
	forget_change(db);
}

static enum status begin(struct store *store, const struct change_intent *intent, struct error *err)
{
	struct db *db = db_of(store);
	enum status status = driver_begin(db->driver, intent->bulk, err);

	if (status == OK)
		status = journal_begin(db, intent, 0, err);
	if (status != OK)
		rollback(store);
	return status;
}

enum status db_end_change(struct db *db, struct error *err)
{
	enum status status = db_flush(db, err);

	if (status == OK)
		status = entity_flush_ids(db, err);
	if (status == OK)
		status = driver_commit(db->driver, err);
	if (status == OK)
		forget_change(db);
	return status;
}

static enum status commit(struct store *store, const char *summary, struct error *err)
{
	struct db *db = db_of(store);
	enum status status = journal_end(db, summary, err);

	if (status == OK)
		status = db_end_change(db, err);
	if (status != OK)
		rollback(store);
	return status;
}

static bool changed(struct store *store)
{
	return driver_changed(db_of(store)->driver);
}

static void idle(struct store *store)
{
	driver_idle(db_of(store)->driver);
}

static const struct entity *const entities[ENTITY_KINDS] = {
	[ENTITY_PLAN] = &plan_entity,
	[ENTITY_SECTION] = &section_entity,
	[ENTITY_TASK] = &task_entity,
	[ENTITY_AGENCY] = &agency_entity,
	[ENTITY_MEMBERSHIP] = &membership_entity,
	[ENTITY_ASSIGNMENT] = &assignment_entity,
	[ENTITY_OBLIGATION] = &obligation_entity,
	[ENTITY_NOTE] = &note_entity,
	[ENTITY_REFERENCE] = &reference_entity,
	[ENTITY_SOURCE] = &source_entity,
	[ENTITY_UNUSED_LINE] = &unused_line_entity, [ENTITY_DECISION] = &decision_entity,
	[ENTITY_CORRECTION] = &correction_entity,
	[ENTITY_PERIOD] = &period_entity,
	[ENTITY_FORMER_NAME] = &former_name_entity,
	[ENTITY_SUCCESSION] = &succession_entity,
	[ENTITY_TRANSFER] = &transfer_entity,
	[ENTITY_EXTENSION] = &extension_entity,
	[ENTITY_PROPOSAL] = &proposal_entity,
	[ENTITY_LABEL] = &label_entity,
	[ENTITY_LABELLING] = &labelling_entity,
	[ENTITY_CRITERION] = &criterion_entity,
	[ENTITY_CRITERION_TASK] = &criterion_task_entity,
	[ENTITY_MEETING] = &meeting_entity,
	[ENTITY_MEETING_ITEM] = &meeting_item_entity,
	[ENTITY_CONCLUSION] = &conclusion_entity,
};

const struct entity *entity_of_kind(enum entity_kind kind)
{
	return entities[kind];
}

const struct entity *entity_named(const char *name)
{
	for (size_t i = 0; i < ENTITY_KINDS; i++)
		if (!strcmp(entities[i]->name, name))
			return entities[i];
	return NULL;
}

/* --- opening ------------------------------------------------------------ */

static void close_store(struct store *store)
{
	struct db *db = db_of(store);

	here_free(db->here);
	watch_free(db->watch);
	driver_close(db->driver);
	tally_release(&db->tally);
	search_queue_release(&db->search);
	free(db);
}

static void tell_here(struct store *store, const char *who, const char *screen, row_id follows)
{
	struct db *db = db_of(store);

	if (db->here)
		here_tell(db->here, who, screen, follows, clock_now());
}

static void list_here(struct store *store, struct session_list *out)
{
	struct db *db = db_of(store);

	if (db->here)
		here_list(db->here, out);
}

static int news(struct store *store)
{
	struct db *db = db_of(store);

	return db->watch ? watch_descriptor(db->watch) : -1;
}

static void clear_news(struct store *store)
{
	struct db *db = db_of(store);

	if (db->watch)
		watch_clear(db->watch);
}

static struct store *store_on(struct driver *driver)
{
	struct db *db = xcalloc(1, sizeof *db);

	db->driver = driver;
	db->store = (struct store){
		.begin = begin,
		.commit = commit,
		.rollback = rollback,
		.changed = changed,
		.idle = idle,
		.here_tell = tell_here,
		.here = list_here,
		.news = news,
		.clear_news = clear_news,
		.journal = db_journal,
		.close = close_store,
	};
	plan_functions(&db->store);
	section_functions(&db->store);
	task_functions(&db->store);
	find_functions(&db->store);
	agency_functions(&db->store);
	succession_functions(&db->store);
	assignment_functions(&db->store);
	extension_functions(&db->store);
	proposal_functions(&db->store);
	label_functions(&db->store);
	criterion_functions(&db->store);
	meeting_functions(&db->store);
	replace_functions(&db->store);
	period_functions(&db->store);
	obligation_functions(&db->store);
	paper_functions(&db->store);
	source_functions(&db->store);
	review_functions(&db->store);
	setting_functions(&db->store);
	undo_functions(&db->store);
	owed_functions(&db->store);
	matrix_functions(&db->store);
	return &db->store;
}

static enum status open_driver(const char *path, bool create, struct driver **out, struct error *err)
{
	struct driver *driver;
	int version = 0;
	enum status status = driver_open(path, &driver, err);

	if (status != OK)
		return status;
	status = schema_check(driver, &schema_newest, create, &version, err);
	if (status == OK)
		status = driver_settle(driver, err);
	if (status == OK)
		status = schema_migrate(driver, &schema_newest, version, err);
	if (status != OK) {
		driver_close(driver);
		return status;
	}
	*out = driver;
	return OK;
}

enum status db_open(const char *path, int flags, struct store **store, struct error *err)
{
	bool memory = !strcmp(path, ":memory:");
	bool create = memory || (flags & DB_CREATE);
	struct driver *driver;
	char *full = NULL;
	enum status status = memory ? OK : file_locate(path, create, &full, err);

	if (status != OK)
		return status;
	status = open_driver(memory ? path : full, create, &driver, err);
	if (status == OK)
		*store = store_on(driver);
	if (status == OK && !memory) {
		db_of(*store)->here = here_new(full);
		db_of(*store)->watch = watch_new(full);
	}
	free(full);
	return status;
}

const char *db_engine_version(void)
{
	return driver_engine_version();
}
