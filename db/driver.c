#include <config.h>

#include "db/driver.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db/fault.h"
#include "db/queue.h"

enum {
	BUCKETS = 64,
	LOG_FRAMES = 1000,		/* pages in the log that are worth a checkpoint when nobody waits */
	LOG_FRAMES_MOST = 4000,		/* ... and at once: 16 MiB */
	CHECKPOINT_PATIENCE = 200,	/* milliseconds that one waits for readers */
	LEAST_PATIENCE = 20,		/* that nobody at the keys notices */
	OPERATIONS_A_CALL = 1000000,	/* between two looks at a statement that runs long */
	CALLS_A_STATEMENT = 5000,	/* minutes: only a hostile schema gets there */
};

struct statement {
	struct driver *driver;
	const char *text;
	struct statement *next;		/* of its bucket */
	sqlite3_stmt *handle;		/* NULL when it could not be prepared */
	int code;			/* SQLITE_OK, or the first failure of this use */
	int os_error;
	char *words;			/* of the engine, with the failure */
	bool in_use;
	bool composed;			/* not kept */
	unsigned char index[DRIVER_PARAMETERS + 1];	/* SQLite's number of $1, $2 ...; 0: not in the text */
};

struct driver {
	sqlite3 *handle;
	char *path;
	struct queue queue;
	struct statement *buckets[BUCKETS];
	bool writing, large;
	int readers;			/* depth of driver_read() */
	int patience;			/* milliseconds */
	long long waiting_since;
	int calls;			/* of the watch, for the present statement */
	int log_frames;			/* after the last commit, unless a checkpoint was tried since */
	int next_checkpoint;		/* frames at which a commit does not leave it to the idle */
	long long data_version;
};

/* --- waiting and watching ----------------------------------------------- */

/* Random sleeps: SQLite's own growing ones let one writer starve. */
static int wait_for_others(void *context, int count)
{
	struct driver *driver = context;
	long long now = milliseconds_now();
	unsigned short random;
	struct timespec nap = { 0 };

	if (!count)
		driver->waiting_since = now;
	if (now - driver->waiting_since >= driver->patience)
		return 0;
	sqlite3_randomness(sizeof random, &random);
	nap.tv_nsec = (500 + random % 2000) * 1000L;
	nanosleep(&nap, NULL);
	return 1;
}

/* Stops a statement that never ends: a hostile file can hold a recursive view under a table's name. */
static int watch(void *context)
{
	struct driver *driver = context;

	return ++driver->calls > CALLS_A_STATEMENT;
}

/*
 * A passive checkpoint, as SQLite does by itself, reads the log without the
 * writer's lock and can corrupt the file in versions before 3.51.3
 * (sqlite.org/wal.html#walresetbug); TRUNCATE takes that lock first.
 */
static void checkpoint(struct driver *driver)
{
	int code;

	driver->patience = CHECKPOINT_PATIENCE;
	code = sqlite3_wal_checkpoint_v2(driver->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	driver->patience = DRIVER_PATIENCE;
	driver->next_checkpoint = code == SQLITE_OK ? LOG_FRAMES_MOST : driver->log_frames + LOG_FRAMES;
	driver->log_frames = 0;
}

/* A checkpoint costs two waits for the disk more: the answer to a key comes first. */
static int after_commit(void *context, sqlite3 *handle, const char *schema, int frames)
{
	struct driver *driver = context;

	(void)handle;
	(void)schema;
	driver->log_frames = frames;
	if (frames >= driver->next_checkpoint)
		checkpoint(driver);
	return SQLITE_OK;	/* the commit stands either way */
}

void driver_idle(struct driver *driver)
{
	if (driver->log_frames >= LOG_FRAMES)
		checkpoint(driver);
}

/* --- opening ------------------------------------------------------------ */

/* The engine forgets the system's error of some failed writes; errno was cleared before. */
static int system_error(sqlite3 *handle)
{
	int before = errno;
	int known = sqlite3_system_errno(handle);

	return known ? known : before;
}

static enum status engine_failed(struct driver *driver, struct error *err)
{
	int os_error = system_error(driver->handle);

	return fault_of_engine(err, driver->path, sqlite3_extended_errcode(driver->handle), os_error,
			       sqlite3_errmsg(driver->handle));
}

/* One thread, and nobody asks how much memory the engine has: both cost a lock at every step. Before the first use. */
static void configure(void)
{
	static bool configured;

	if (!configured) {
		sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
		sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	}
	configured = true;
}

static void harden(sqlite3 *handle)
{
	static const struct {
		int option, value;
	} options[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
		/* Until it is known to be ours, closing it must not write to it. */
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};

	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		sqlite3_db_config(handle, options[i].option, options[i].value, NULL);
}

enum status driver_open(const char *path, struct driver **out, struct error *err)
{
	struct driver *driver = xcalloc(1, sizeof *driver);
	bool memory = !strcmp(path, ":memory:");
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
	int code;

	configure();
	driver->path = xstrdup(path);
	driver->patience = DRIVER_PATIENCE;
	driver->next_checkpoint = LOG_FRAMES_MOST;
	queue_init(&driver->queue, memory ? NULL : path);
	errno = 0;
	code = sqlite3_open_v2(path, &driver->handle, memory ? flags | SQLITE_OPEN_MEMORY : flags, NULL);
	if (code != SQLITE_OK) {
		enum status status = engine_failed(driver, err);

		driver_close(driver);
		return status;
	}
	harden(driver->handle);
	sqlite3_busy_handler(driver->handle, wait_for_others, driver);
	*out = driver;
	return OK;
}

static enum status read_number(struct driver *driver, const char *text, long long *value, struct error *err)
{
	struct statement *st = sql(driver, text);
	long long found = 0;
	enum status status;

	if (sql_row(st))
		found = column_id(st, 0);
	status = sql_end(st, err);
	if (status == OK)
		*value = found;
	return status;
}

enum status driver_identify(struct driver *driver, int *application, int *version, bool *empty, struct error *err)
{
	long long app = 0, ver = 0, pages = 1;
	enum status status = read_number(driver, "PRAGMA application_id", &app, err);

	/* These two answer even where a newer schema is not understood; the third does not. */
	if (status == OK)
		status = read_number(driver, "PRAGMA user_version", &ver, err);
	if (status == OK && !app && !ver)
		status = read_number(driver, "PRAGMA page_count", &pages, err);
	if (status != OK)
		return status;
	*application = (int)app;
	*version = (int)ver;
	*empty = !pages;
	return OK;
}

enum status driver_settle(struct driver *driver, struct error *err)
{
	static const char settings[] =
		"PRAGMA foreign_keys = ON;"
		"PRAGMA cell_size_check = ON;"
		"PRAGMA mmap_size = 0;"
		"PRAGMA synchronous = FULL;"
		"PRAGMA recursive_triggers = ON;"
		/* Taking back half a statement needs a journal: no file for that, and none in TMPDIR. */
		"PRAGMA temp_store = MEMORY;"
		"PRAGMA journal_mode = WAL;"
		"PRAGMA wal_autocheckpoint = 0;";
	static const struct {
		int limit, value;
	} limits[] = {
		{ SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024 },
		{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
		{ SQLITE_LIMIT_VDBE_OP, 25000 },
		{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
	};
	enum status status;

	if (sqlite3_db_readonly(driver->handle, "main"))
		return fault_of_engine(err, driver->path, SQLITE_READONLY, 0, "");
	status = driver_run_script(driver, settings, err);
	if (status != OK)
		return status;
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		sqlite3_limit(driver->handle, limits[i].limit, limits[i].value);
	sqlite3_progress_handler(driver->handle, OPERATIONS_A_CALL, watch, driver);
	sqlite3_wal_hook(driver->handle, after_commit, driver);
	sqlite3_db_config(driver->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
	driver_changed(driver);
	return OK;
}

enum status driver_claim(struct driver *driver, struct error *err)
{
	driver->patience = 0;
	return driver_run_script(driver, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", err);
}

static void statement_free(struct statement *st)
{
	sqlite3_finalize(st->handle);
	free(st->words);
	free(st);
}

void driver_close(struct driver *driver)
{
	driver_rollback(driver);
	for (size_t i = 0; i < BUCKETS; i++) {
		struct statement *st = driver->buckets[i];

		while (st) {
			struct statement *next = st->next;

			statement_free(st);
			st = next;
		}
	}
	sqlite3_close(driver->handle);
	queue_release(&driver->queue);
	free(driver->path);
	free(driver);
}

const char *driver_path(const struct driver *driver)
{
	return driver->path;
}

const char *driver_engine_version(void)
{
	return sqlite3_libversion();
}

enum status driver_run_script(struct driver *driver, const char *script, struct error *err)
{
	driver->calls = 0;
	errno = 0;
	if (sqlite3_exec(driver->handle, script, NULL, NULL, NULL) == SQLITE_OK)
		return OK;
	return engine_failed(driver, err);
}

/* --- transactions ------------------------------------------------------- */

enum status driver_begin(struct driver *driver, bool large, struct error *err)
{
	enum status status;

	if (driver->writing || driver->readers)
		BUG("a transaction inside a transaction");
	status = queue_enter(&driver->queue, driver->patience, err);
	if (status != OK)
		return status;
	if (large)
		sqlite3_exec(driver->handle, "PRAGMA cache_size = -12000", NULL, NULL, NULL);
	status = sql_run(sql(driver, "BEGIN IMMEDIATE"), err);
	if (status != OK) {
		queue_leave(&driver->queue);
		return status;
	}
	driver->writing = true;
	driver->large = large;
	return OK;
}

enum status driver_begin_at_once(struct driver *driver, struct error *err)
{
	enum status status;

	driver->patience = LEAST_PATIENCE;
	status = driver_begin(driver, false, err);
	driver->patience = DRIVER_PATIENCE;
	return status;
}

static void leave(struct driver *driver)
{
	driver->writing = false;
	if (driver->large)
		sqlite3_exec(driver->handle, "PRAGMA cache_size = -2000", NULL, NULL, NULL);
	driver->large = false;
	queue_leave(&driver->queue);
}

enum status driver_commit(struct driver *driver, struct error *err)
{
	enum status status;

	if (!driver->writing)
		BUG("commit without a transaction");
	status = sql_run(sql(driver, "COMMIT"), err);
	if (status == OK)
		leave(driver);
	return status;
}

void driver_rollback(struct driver *driver)
{
	if (!driver->writing)
		return;
	/* A full disk may have ended it already. */
	if (!sqlite3_get_autocommit(driver->handle))
		sql_run(sql(driver, "ROLLBACK"), NULL);
	leave(driver);
}

bool driver_is_writing(const struct driver *driver)
{
	return driver->writing;
}

enum status driver_read(struct driver *driver, struct error *err)
{
	enum status status = OK;

	if (!driver->writing && !driver->readers)
		status = sql_run(sql(driver, "BEGIN"), err);
	if (status == OK)
		driver->readers++;
	return status;
}

void driver_read_end(struct driver *driver)
{
	if (!--driver->readers && !driver->writing && !sqlite3_get_autocommit(driver->handle))
		sql_run(sql(driver, "COMMIT"), NULL);
}

bool driver_changed(struct driver *driver)
{
	long long before = driver->data_version;

	if (read_number(driver, "PRAGMA data_version", &driver->data_version, NULL) != OK)
		return false;
	return driver->data_version != before;
}

/* --- statements --------------------------------------------------------- */

static void keep_failure(struct statement *st, int code)
{
	sqlite3 *handle = st->driver->handle;

	if (st->code != SQLITE_OK)
		return;
	st->code = code;
	st->os_error = system_error(handle);
	st->words = xstrdup(sqlite3_errmsg(handle));
}

/* SQLite numbers parameters in the order of their first appearance, not by their names. */
static void number_parameters(struct statement *st)
{
	int count = sqlite3_bind_parameter_count(st->handle);

	for (int i = 1; i <= count; i++) {
		const char *name = sqlite3_bind_parameter_name(st->handle, i);
		int number = name && name[0] == '$' ? atoi(name + 1) : 0;

		if (number < 1 || number > DRIVER_PARAMETERS)
			BUG("parameter %s in: %s", name ? name : "?", st->text);
		st->index[number] = (unsigned char)i;
	}
}

static void prepare(struct statement *st)
{
	unsigned int flags = st->composed ? 0 : SQLITE_PREPARE_PERSISTENT;
	int code = sqlite3_prepare_v3(st->driver->handle, st->text, -1, flags, &st->handle, NULL);

	if (code == SQLITE_OK)
		number_parameters(st);
	else
		keep_failure(st, code);
}

static struct statement *use(struct statement *st)
{
	if (st->in_use)
		BUG("used twice at a time: %s", st->text);
	st->in_use = true;
	st->driver->calls = 0;
	if (!st->handle)
		prepare(st);
	return st;
}

struct statement *sql(struct driver *driver, const char *text)
{
	struct statement **bucket = &driver->buckets[((size_t)text >> 4) % BUCKETS];
	struct statement *st = *bucket;

	while (st && st->text != text)
		st = st->next;
	if (!st) {
		st = xcalloc(1, sizeof *st);
		st->driver = driver;
		st->text = text;
		st->next = *bucket;
		*bucket = st;
	}
	return use(st);
}

struct statement *sql_compose(struct driver *driver, const char *text)
{
	struct statement *st = xcalloc(1, sizeof *st);

	st->driver = driver;
	st->text = text;
	st->composed = true;
	return use(st);
}

static int parameter(struct statement *st, int number)
{
	if (st->code != SQLITE_OK)
		return 0;
	if (number < 1 || number > DRIVER_PARAMETERS || !st->index[number])
		BUG("no $%d in: %s", number, st->text);
	return st->index[number];
}

static void bound(struct statement *st, int code)
{
	if (code != SQLITE_OK)
		keep_failure(st, code);
}

void bind_int(struct statement *st, int number, long long value)
{
	int at = parameter(st, number);

	if (at)
		bound(st, sqlite3_bind_int64(st->handle, at, value));
}

static void bind_null(struct statement *st, int number)
{
	int at = parameter(st, number);

	if (at)
		bound(st, sqlite3_bind_null(st->handle, at));
}

void bind_id(struct statement *st, int number, row_id id)
{
	if (id)
		bind_int(st, number, id);
	else
		bind_null(st, number);
}

void bind_text(struct statement *st, int number, const char *text)
{
	int at = parameter(st, number);

	if (at)
		bound(st, sqlite3_bind_text(st->handle, at, text, -1, SQLITE_STATIC));
}

void bind_text_copy(struct statement *st, int number, const char *text)
{
	int at = parameter(st, number);

	if (at)
		bound(st, sqlite3_bind_text(st->handle, at, text, -1, SQLITE_TRANSIENT));
}

void bind_bytes(struct statement *st, int number, const void *bytes, size_t length)
{
	int at = parameter(st, number);

	if (at)
		bound(st, sqlite3_bind_blob64(st->handle, at, length ? bytes : "", length, SQLITE_STATIC));
}

void bind_date(struct statement *st, int number, struct date date)
{
	char text[DATE_TEXT];

	if (date_is_set(date))
		bind_text_copy(st, number, date_iso(date, text));
	else
		bind_null(st, number);
}

void bind_time(struct statement *st, int number, long long seconds)
{
	char text[TIME_TEXT];

	bind_text_copy(st, number, time_iso(seconds, text));
}

bool sql_row(struct statement *st)
{
	int code;

	if (st->code != SQLITE_OK)
		return false;
	errno = 0;
	code = sqlite3_step(st->handle);
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		keep_failure(st, code);
	return false;
}

enum status sql_end(struct statement *st, struct error *err)
{
	enum status status = OK;

	if (st->handle) {
		sqlite3_reset(st->handle);
		sqlite3_clear_bindings(st->handle);
	}
	if (st->code != SQLITE_OK)
		status = fault_of_engine(err, st->driver->path, st->code, st->os_error, st->words);
	free(st->words);
	st->words = NULL;
	st->code = SQLITE_OK;
	st->os_error = 0;
	st->in_use = false;
	if (st->composed)
		statement_free(st);
	return status;
}

enum status sql_run(struct statement *st, struct error *err)
{
	while (sql_row(st))
		;
	return sql_end(st, err);
}

enum status sql_run_counting(struct statement *st, int *rows, struct error *err)
{
	struct driver *driver = st->driver;
	enum status status = sql_run(st, err);

	if (status == OK)
		*rows = sqlite3_changes(driver->handle);
	return status;
}

/* --- columns ------------------------------------------------------------ */

bool column_is_null(const struct statement *st, int column)
{
	return sqlite3_column_type(st->handle, column) == SQLITE_NULL;
}

int column_int(const struct statement *st, int column)
{
	return sqlite3_column_int(st->handle, column);
}

row_id column_id(const struct statement *st, int column)
{
	return sqlite3_column_int64(st->handle, column);
}

const char *column_peek(const struct statement *st, int column)
{
	return (const char *)sqlite3_column_text(st->handle, column);
}

char *column_text(const struct statement *st, int column)
{
	return xstrdup_or_null(column_peek(st, column));
}

char *column_bytes(const struct statement *st, int column, size_t *length)
{
	const void *bytes = sqlite3_column_blob(st->handle, column);

	*length = (size_t)sqlite3_column_bytes(st->handle, column);
	return xstrndup(bytes ? bytes : "", *length);
}

struct date column_date(const struct statement *st, int column)
{
	const char *text = column_peek(st, column);
	struct date date = { 0 };

	if (text)
		date_from_iso(text, &date);
	return date;
}

long long column_time(const struct statement *st, int column)
{
	const char *text = column_peek(st, column);
	long long seconds = 0;

	if (text)
		time_from_iso(text, &seconds);
	return seconds;
}
