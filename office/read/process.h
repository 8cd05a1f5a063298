/*
 * process.h: another program run under limits, and a folder for it to work in.
 */
#ifndef OFFICE_READ_PROCESS_H
#define OFFICE_READ_PROCESS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/base/memory.h"

/*
 * A private folder below $TMPDIR or /tmp. While it is there, the signals that would end
 * this program wait, so that it never stays behind.
 */
struct folder {
	char *path;
	sigset_t signals;	/* those that were held back before */
};

bool folder_make(struct folder *folder);
void folder_remove(struct folder *folder);	/* with all that is in it */
bool folder_write(const struct folder *folder, const char *name, const char *bytes, size_t length);
/* False without the file, or where it is larger than MOST. */
bool folder_read(const struct folder *folder, const char *name, size_t most, struct strbuf *out);

struct process {
	char **words;		/* the program's path and its arguments, NULL behind the last */
	const struct folder *folder;	/* where it runs, and its home */
	int megabytes;		/* of memory */
	int seconds;
};

/*
 * Run it to its end and append what it writes to standard output. False when it fails, goes beyond
 * its time, its memory, or LIMIT_CONVERTER_OUTPUT, or when a signal waits to end this program: then it is
 * killed with all that it started.
 */
bool process_run(const struct process *process, struct strbuf *out);

#endif
