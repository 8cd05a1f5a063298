/*
 * watch.h: being woken when the database's log is written, instead of looking again and again. Where the system cannot
 * tell (no inotify(7), a log that is not there yet) there is no descriptor, and one looks from time to time.
 */
#ifndef DB_WATCH_H
#define DB_WATCH_H

struct watch;

struct watch *watch_new(const char *database);
void watch_free(struct watch *watch);	/* NULL is allowed */

/* Readable when something was written, by whomever; -1: not watched. */
int watch_descriptor(struct watch *watch);
/* Not readable any more until the next write. */
void watch_clear(struct watch *watch);

#endif
