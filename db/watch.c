#include "db/watch.h"

#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "core/base/memory.h"

struct watch {
	char *log;
	int descriptor;		/* -1: not watched yet */
};

struct watch *watch_new(const char *database)
{
	struct watch *watch = xcalloc(1, sizeof *watch);

	watch->log = xasprintf("%s-wal", database);
	watch->descriptor = -1;
	return watch;
}

void watch_free(struct watch *watch)
{
	if (!watch)
		return;
	if (watch->descriptor >= 0)
		close(watch->descriptor);
	free(watch->log);
	free(watch);
}

/* A watch is set by name and opens nothing: closing a descriptor of the log would drop SQLite's locks. */
int watch_descriptor(struct watch *watch)
{
	int descriptor;

	if (watch->descriptor >= 0)
		return watch->descriptor;
	descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (descriptor >= 0 && inotify_add_watch(descriptor, watch->log, IN_MODIFY) >= 0)
		watch->descriptor = descriptor;
	else if (descriptor >= 0)
		close(descriptor);
	return watch->descriptor;
}

void watch_clear(struct watch *watch)
{
	char events[4096] __attribute__((aligned(8)));

	while (watch->descriptor >= 0 && read(watch->descriptor, events, sizeof events) > 0)
		;
}
