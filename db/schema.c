#include "db/schema.h"

#include <stdlib.h>
#include <string.h>

#include "db/copy.h"
#include "db/fault.h"

static const char step_001[] = {
#include "db/schema/001.inc"
};

static const char step_002[] = {
#include "db/schema/002.inc"
};

static const char step_003[] = {
#include "db/schema/003.inc"
};

static const char step_004[] = {
#include "db/schema/004.inc"
};

static const char step_005[] = {
#include "db/schema/005.inc"
};

static const char step_006[] = {
#include "db/schema/006.inc"
};

static const char step_007[] = {
#include "db/schema/007.inc"
};

static const char step_008[] = {
#include "db/schema/008.inc"
};

static const char step_009[] = {
#include "db/schema/009.inc"
};

static const char step_010[] = {
#include "db/schema/010.inc"
};

static const char step_011[] = {
#include "db/schema/011.inc"
};

static const char step_012[] = {
#include "db/schema/012.inc"
};

static const char step_013[] = {
#include "db/schema/013.inc"
};

static const char step_014[] = {
#include "db/schema/014.inc"
};

static const char step_015[] = {
#include "db/schema/015.inc"
};

static const char step_016[] = {
#include "db/schema/016.inc"
};

static const char step_017[] = {
#include "db/schema/017.inc"
};

static const char step_018[] = {
#include "db/schema/018.inc"
};

static const char step_019[] = {
#include "db/schema/019.inc"
};

static const char *const steps[] = {
	step_001, step_002, step_003, step_004, step_005, step_006, step_007, step_008, step_009, step_010,
	step_011, step_012, step_013, step_014, step_015,
	step_016, step_017, step_018, step_019,
};

const struct schema schema_newest = { steps, sizeof steps / sizeof *steps };

enum status schema_check(struct driver *driver, const struct schema *schema, bool create, int *version,
			 struct error *err)
{
	int application, found;
	bool empty;
	enum status status = driver_identify(driver, &application, &found, &empty, err);

	if (status != OK)
		return status;
	if (empty && create)
		found = 0;
	else if (application != SCHEMA_APPLICATION)
		return fault_not_ours(err, driver_path(driver));
	if (found > schema->count)
		return fault_newer(err, driver_path(driver), found, schema->count);
	*version = found;
	return OK;
}

static enum status keep_copy(struct driver *driver, int version, struct error *err)
{
	char at[TIME_TEXT];
	char *path;
	enum status status;

	if (!strcmp(driver_path(driver), ":memory:"))
		return OK;
	path = xasprintf("%s.v%d-%s", driver_path(driver), version, time_iso(clock_now(), at));
	status = copy_database(driver, path, err);
	free(path);
	return status;
}

/* Another process may have taken the same step while we waited for our turn. */
static enum status take_step(struct driver *driver, const struct schema *schema, int version, struct error *err)
{
	int application, found;
	bool empty;
	enum status status = driver_begin(driver, false, err);

	if (status == OK)
		status = driver_identify(driver, &application, &found, &empty, err);
	if (status == OK && found == version)
		status = driver_run_script(driver, schema->steps[version], err);
	if (status == OK)
		status = driver_commit(driver, err);
	if (status != OK)
		driver_rollback(driver);
	return status;
}

enum status schema_migrate(struct driver *driver, const struct schema *schema, int version, struct error *err)
{
	enum status status = OK;

	if (version > 0 && version < schema->count)
		status = keep_copy(driver, version, err);
	for (; status == OK && version < schema->count; version++)
		status = take_step(driver, schema, version, err);
	return status;
}
