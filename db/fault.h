/*
 * fault.h: what went wrong below, as one sentence for a clerk.
 *
 * The one place that turns codes of SQLite and of the system into a status and
 * words. May not know tables or records.
 */
#ifndef DB_FAULT_H
#define DB_FAULT_H

#include "core/base/error.h"

/*
 * CODE is an extended result code of SQLite, OS_ERROR the errno that lay under
 * it (0: none), WORDS the engine's own text for codes that say too little.
 * Returns the status; never OK.
 */
enum status fault_of_engine(struct error *err, const char *path, int code, int os_error, const char *words);

/* The same for a failure of a system call on PATH. */
enum status fault_of_system(struct error *err, const char *path, int os_error);

enum status fault_not_ours(struct error *err, const char *path);
enum status fault_newer(struct error *err, const char *path, int version, int known);

#endif
