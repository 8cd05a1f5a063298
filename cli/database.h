/*
 * database.h: where the plans are stored.
 */
#ifndef CLI_DATABASE_H
#define CLI_DATABASE_H

#include <stdbool.h>

#include "core/store.h"

/*
 * The file: OPTION (--db, may be NULL), else $KEHOACH_DB, else kehoach/kehoach.db
 * in the user's data folder ($XDG_DATA_HOME). STATUS_INVALID when there is no home. Caller frees.
 */
enum status database_path(const char *option, char **path, struct error *err);

/*
 * Open it. CREATE: made when missing, and for the user's data folder the folders
 * above it as well; another folder that is missing is refused.
 */
enum status database_open(const char *option, bool create, struct store **store, struct error *err);

#endif
