/*
 * file.h: the database's file before SQLite opens it: its folder, its making,
 * the file system it lies on.
 *
 * Nothing here opens an existing database, its -wal or its -shm: closing such a
 * descriptor drops the locks that SQLite holds in this process, and an
 * acknowledged commit can be lost.
 */
#ifndef DB_FILE_H
#define DB_FILE_H

#include "core/base/error.h"

/*
 * The path with links in its folder resolved, since SQLite is told to follow none.
 * CREATE makes an empty file where it is missing; the folder must be there. A file
 * on a network file system is refused: processes of several hosts cannot share the
 * log. *FULL is the caller's to free.
 */
enum status file_locate(const char *path, bool create, char **full, struct error *err);

/* True for the magic numbers (statfs(2)) of file systems that lie on another host. */
bool file_system_is_remote(unsigned long magic);

#endif
