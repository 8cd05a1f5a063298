/*
 * driver.h: the engine. The only file above SQLite's own interface.
 *
 * A statement is const text with parameters $1, $2 ... Its use reads
 *
 *	struct statement *st = sql(driver, "SELECT title FROM task WHERE id = $1");
 *
 *	bind_id(st, 1, id);
 *	while (sql_row(st))
 *		take(column_text(st, 0));
 *	return sql_end(st, err);
 *
 * Whatever fails in between is kept and told by sql_end(), which must always be
 * reached: an open statement keeps old pages of the log alive. A statement is in
 * use once at a time. What is bound is borrowed until sql_end(); what a column
 * shows is good until the next row, unless it says that the caller frees it.
 *
 * May not know tables. Everything that another engine would do otherwise lies
 * here, in the schema and in the full-text search.
 */
#ifndef DB_DRIVER_H
#define DB_DRIVER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/date.h"
#include "core/base/error.h"
#include "core/plan/plan.h"

struct driver;
struct statement;

enum {
	DRIVER_PATIENCE = 5000,		/* milliseconds that a writer waits for others */
	DRIVER_PARAMETERS = 250,	/* of a statement, at most */
};

/* PATH as file_locate() gives it, or ":memory:". Hardened, but nothing was read or set yet. */
enum status driver_open(const char *path, struct driver **driver, struct error *err);
/* Whose file it is and in which shape; *EMPTY: nothing was ever written to it. */
enum status driver_identify(struct driver *driver, int *application, int *version, bool *empty, struct error *err);
/* The settings of every connection; from here on the file may change (write-ahead log). */
enum status driver_settle(struct driver *driver, struct error *err);
/* Instead of settling: hold it alone until it is closed, and leave its log as it is. STATUS_BUSY while others have it. */
enum status driver_claim(struct driver *driver, struct error *err);
void driver_close(struct driver *driver);

const char *driver_path(const struct driver *driver);
const char *driver_engine_version(void);

/* Several statements without parameters or rows, as the schema's files hold. */
enum status driver_run_script(struct driver *driver, const char *script, struct error *err);

/* --- transactions ------------------------------------------------------- */

/*
 * The one writer's. LARGE: many thousand rows, with more memory for pages until the
 * end. After a failure inside it driver_rollback(), which is harmless outside.
 */
enum status driver_begin(struct driver *driver, bool large, struct error *err);
/* The same for what is not worth a wait: STATUS_BUSY while others write. */
enum status driver_begin_at_once(struct driver *driver, struct error *err);
enum status driver_commit(struct driver *driver, struct error *err);
void driver_rollback(struct driver *driver);
bool driver_is_writing(const struct driver *driver);

/* Several statements that read one state; nests, also inside a writer's. */
enum status driver_read(struct driver *driver, struct error *err);
void driver_read_end(struct driver *driver);

/* True once after the commit of another connection. */
bool driver_changed(struct driver *driver);
/* Carry a grown log over into the file, while nobody waits for an answer. */
void driver_idle(struct driver *driver);

/* --- statements --------------------------------------------------------- */

/* TEXT is const and lives for ever: the statement is kept under its address. */
struct statement *sql(struct driver *driver, const char *text);
/* TEXT was put together from const fragments; the statement is gone after sql_end(). */
struct statement *sql_compose(struct driver *driver, const char *text);

void bind_int(struct statement *st, int number, long long value);
void bind_id(struct statement *st, int number, row_id id);		/* 0: NULL */
void bind_text(struct statement *st, int number, const char *text);	/* NULL: NULL */
void bind_text_copy(struct statement *st, int number, const char *text);	/* of a passing buffer */
void bind_bytes(struct statement *st, int number, const void *bytes, size_t length);
void bind_date(struct statement *st, int number, struct date date);	/* ISO text; none: NULL */
void bind_time(struct statement *st, int number, long long seconds);	/* ISO text in UTC */

bool sql_row(struct statement *st);
enum status sql_end(struct statement *st, struct error *err);
/* To the end, no rows wanted; then sql_end(). */
enum status sql_run(struct statement *st, struct error *err);
/* The same, and how many rows were written. */
enum status sql_run_counting(struct statement *st, int *rows, struct error *err);

bool column_is_null(const struct statement *st, int column);
int column_int(const struct statement *st, int column);			/* 0 for NULL */
row_id column_id(const struct statement *st, int column);		/* 0 for NULL */
const char *column_peek(const struct statement *st, int column);	/* NULL for NULL; borrowed */
char *column_text(const struct statement *st, int column);		/* NULL for NULL; caller frees */
char *column_bytes(const struct statement *st, int column, size_t *length);	/* caller frees */
struct date column_date(const struct statement *st, int column);
long long column_time(const struct statement *st, int column);

#endif
