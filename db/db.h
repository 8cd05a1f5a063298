/*
 * db.h: the storage of the model in one SQLite file. The only folder that knows SQLite.
 *
 * Opening applies the hardening and the settings of HACKING.md, checks that the
 * file is ours and not newer, and brings an older schema up to date (after a
 * copy). All messages are whole sentences for the clerk.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include "core/store.h"

enum db_open_flags {
	DB_CREATE = 1,		/* make the file when missing; its folder must be there */
};

/* PATH is a file name, or ":memory:". On OK *STORE is to be closed with (*store)->close(). */
enum status db_open(const char *path, int flags, struct store **store, struct error *err);

/*
 * Integrity of the file, of its references and of what the program keeps itself
 * (counters, keys, journal against rows). PROBLEMS gets a sentence each; none and OK: all is
 * well. STATUS_CORRUPT when there are any.
 */
enum status db_check(struct store *store, struct string_list *problems, struct error *err);

/* A consistent copy while others work. TO must not exist. */
enum status db_backup(struct store *store, const char *to, struct error *err);

/*
 * Put the copy FROM in the place of PATH; the present file (with its -wal and
 * -shm) is moved aside to *KEPT (caller frees). Refused while others have it open.
 */
enum status db_restore(const char *path, const char *from, char **kept, struct error *err);

/* "3.40.1": for the version and the diagnosis. */
const char *db_engine_version(void);

#endif
