/*
 * schema.h: the shapes of the database, and from an older one to the newest.
 *
 * Each file db/schema/NNN.sql is one step. It ends with the PRAGMA user_version
 * that it leads to, so that a step and its number are one transaction. A file
 * that is newer than this program, or not ours, is refused before anything in
 * it changes.
 */
#ifndef DB_SCHEMA_H
#define DB_SCHEMA_H

#include "db/driver.h"

enum { SCHEMA_APPLICATION = 0x4B68486F };	/* "KhHo": the application_id of our files */

struct schema {
	const char *const *steps;	/* steps[0] leads to version 1, ... */
	int count;
};

extern const struct schema schema_newest;

/*
 * Refuse what is not ours (STATUS_NOT_OURS) or newer (STATUS_NEWER_SCHEMA). A file that nothing was
 * ever written to passes where CREATE.
 */
enum status schema_check(struct driver *driver, const struct schema *schema, bool create, int *version,
			 struct error *err);

/* Take the steps behind VERSION, after a copy of the file beside it ("plan.db.v1-2013-08-31T02:03:04Z"). */
enum status schema_migrate(struct driver *driver, const struct schema *schema, int version, struct error *err);

#endif
