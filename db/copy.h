/*
 * copy.h: a whole, consistent copy of the database while others work on it.
 *
 * Made by the engine only. Copying the file's bytes while anybody writes gives a
 * copy that is wrong, at times without any sign of it.
 */
#ifndef DB_COPY_H
#define DB_COPY_H

#include "db/driver.h"

/* TO must not exist (STATUS_INVALID). It is on the disk when this returns, readable by its owner only. */
enum status copy_database(struct driver *driver, const char *to, struct error *err);

#endif
