/*
 * sync_vfs.h: counts how often the engine asks the disk to make its writes last.
 */
#ifndef TESTS_DB_SYNC_VFS_H
#define TESTS_DB_SYNC_VFS_H

/* From now on all databases are opened through it. */
void sync_vfs_install(void);

extern int sync_count;

#endif
