/*
 * sync_vfs.h: a disk between the engine and the real one, that counts and fails.
 */
#ifndef TESTS_DB_SYNC_VFS_H
#define TESTS_DB_SYNC_VFS_H

/* From now on all databases are opened through it. */
void sync_vfs_install(void);

extern int sync_count;		/* how often the engine asked for its writes to last */

/*
 * The Nth write, sync or cut from now on fails with CODE (SQLITE_IOERR_WRITE, SQLITE_FULL ...), and all behind
 * it if FOR_EVER. N 0: none fails.
 */
void sync_vfs_fail(int n, int code, int for_ever);
int sync_vfs_failures(void);		/* how many did since then */

#endif
