/* Copies of the whole database, and going back to one. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/gettext.h"
#include "db/check.h"
#include "db/copy.h"
#include "db/db.h"
#include "db/fault.h"
#include "db/file.h"
#include "db/internal.h"
#include "db/schema.h"

enum status db_backup(struct store *store, const char *to, struct error *err)
{
	return copy_database(db_of(store)->driver, to, err);
}

/* --- the copy that is to come ------------------------------------------- */

static enum status open_copy(const char *from, struct driver **out, struct error *err)
{
	struct driver *driver;
	int version;
	enum status status = driver_open(from, &driver, err);

	if (status != OK)
		return status;
	status = schema_check(driver, &schema_newest, false, &version, err);
	if (status == OK)
		status = check_file(driver, NULL, err);
	if (status != OK) {
		driver_close(driver);
		return status;
	}
	*out = driver;
	return OK;
}

/* A sound copy of FROM beside the present file. */
static enum status lay_beside(const char *from, const char *beside, struct error *err)
{
	struct driver *driver;
	char *full = NULL;
	enum status status = file_locate(from, false, &full, err);

	if (status != OK)
		return status;
	status = open_copy(full, &driver, err);
	free(full);
	if (status != OK)
		return status;
	status = copy_database(driver, beside, err);
	driver_close(driver);
	return status;
}

/* --- the present file --------------------------------------------------- */

static enum status move(const char *from, const char *to, const char *suffix, struct error *err)
{
	char *old = xasprintf("%s%s", from, suffix);
	char *new = xasprintf("%s%s", to, suffix);
	enum status status = OK;

	if (rename(old, new) && !(errno == ENOENT && *suffix))
		status = fault_of_system(err, old, errno);
	free(old);
	free(new);
	return status;
}

/* A log left beside another file would be played into it: the three go together. */
static enum status move_aside(const char *path, const char *kept, struct error *err)
{
	enum status status = move(path, kept, "", err);

	if (status == OK)
		status = move(path, kept, "-wal", err);
	if (status == OK)
		status = move(path, kept, "-shm", err);
	return status;
}

static enum status flush_folder(const char *path, struct error *err)
{
	char *folder = xstrndup(path, (size_t)(strrchr(path, '/') - path + 1));
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int error = fd < 0 || fsync(fd) ? errno : 0;

	if (fd >= 0)
		close(fd);
	free(folder);
	return error ? fault_of_system(err, path, error) : OK;
}

/* What is damaged can be held too: only others who have it open count. */
static enum status claim(const char *path, struct driver **out, struct error *err)
{
	struct driver *driver;
	enum status status = driver_open(path, &driver, err);

	if (status != OK)
		return status;
	if (driver_claim(driver, NULL) == STATUS_BUSY) {
		driver_close(driver);
		return error_set(err, STATUS_BUSY,
				 _("Đang có người mở «%s»; hãy để mọi người thoát ra rồi khôi phục lại."), path);
	}
	*out = driver;
	return OK;
}

static enum status replace(const char *path, const char *beside, char **kept, struct error *err)
{
	char at[TIME_TEXT];
	char *aside = xasprintf("%s.kept-%s", path, time_iso(clock_now(), at));
	struct driver *driver;
	enum status status = claim(path, &driver, err);

	if (status != OK) {
		free(aside);
		return status;
	}
	status = move_aside(path, aside, err);
	if (status == OK)
		status = move(beside, path, "", err);
	if (status == OK)
		status = flush_folder(path, err);
	driver_close(driver);
	if (status != OK) {
		free(aside);
		return status;
	}
	*kept = aside;
	return OK;
}

/* --- both --------------------------------------------------------------- */

enum status db_restore(const char *path, const char *from, char **kept, struct error *err)
{
	char *full = NULL, *beside, *aside = NULL;
	bool missing = access(path, F_OK) != 0;
	enum status status = file_locate(path, missing, &full, err);

	if (status != OK)
		return status;
	beside = xasprintf("%s.new", full);
	unlink(beside);		/* of an attempt that was cut short */
	status = lay_beside(from, beside, err);
	if (status == OK && missing)
		status = move(beside, full, "", err);
	else if (status == OK)
		status = replace(full, beside, &aside, err);
	if (status == OK)
		*kept = aside;
	else
		unlink(beside);
	if (status != OK && missing)
		unlink(full);
	free(beside);
	free(full);
	return status;
}
