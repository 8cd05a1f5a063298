#include "sync_vfs.h"

#include <criterion/criterion.h>
#include <sqlite3.h>

int sync_count;

enum { KINDS_MAX = 8 };

/* The engine has a table of functions for each kind of file; ours differ in what writes. */
static struct kind {
	const sqlite3_io_methods *real;
	sqlite3_io_methods ours;
} kinds[KINDS_MAX];

static sqlite3_vfs *real_vfs;

static struct kind *kind_of(const sqlite3_io_methods *methods)
{
	for (int i = 0; i < KINDS_MAX; i++)
		if (kinds[i].real == methods || &kinds[i].ours == methods)
			return &kinds[i];
	return NULL;
}

static struct {
	int left, code, for_ever, failed;
} plan;

void sync_vfs_fail(int n, int code, int for_ever)
{
	plan.left = n;
	plan.code = code;
	plan.for_ever = for_ever;
	plan.failed = 0;
}

int sync_vfs_failures(void)
{
	return plan.failed;
}

/* SQLITE_OK, or that this call fails. */
static int fate(void)
{
	if (!plan.left || (plan.left > 1 && plan.left--))
		return SQLITE_OK;
	if (plan.failed && !plan.for_ever)
		return SQLITE_OK;
	plan.failed++;
	return plan.code;
}

static int sync_or_fail(sqlite3_file *file, int flags)
{
	int code = fate();

	sync_count++;
	return code == SQLITE_OK ? kind_of(file->pMethods)->real->xSync(file, flags) : code;
}

static int write_or_fail(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 at)
{
	int code = fate();

	return code == SQLITE_OK ? kind_of(file->pMethods)->real->xWrite(file, bytes, length, at) : code;
}

static int cut_or_fail(sqlite3_file *file, sqlite3_int64 length)
{
	int code = fate();

	return code == SQLITE_OK ? kind_of(file->pMethods)->real->xTruncate(file, length) : code;
}

static struct kind *add_kind(const sqlite3_io_methods *methods)
{
	struct kind *kind = kind_of(NULL);

	cr_assert(kind);
	kind->real = methods;
	kind->ours = *methods;
	kind->ours.xSync = sync_or_fail;
	kind->ours.xWrite = write_or_fail;
	kind->ours.xTruncate = cut_or_fail;
	return kind;
}

static int open_file_counting(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	int code = real_vfs->xOpen(vfs, name, file, flags, out);
	struct kind *kind;

	if (code != SQLITE_OK || !file->pMethods)
		return code;
	kind = kind_of(file->pMethods);
	file->pMethods = kind ? &kind->ours : &add_kind(file->pMethods)->ours;
	return code;
}

void sync_vfs_install(void)
{
	static sqlite3_vfs ours;

	real_vfs = sqlite3_vfs_find(NULL);
	ours = *real_vfs;
	ours.zName = "sync";
	ours.pNext = NULL;
	ours.xOpen = open_file_counting;
	cr_assert_eq(sqlite3_vfs_register(&ours, 1), SQLITE_OK);
}
