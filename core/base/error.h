/*
 * error.h: how a function says that it failed, and why.
 *
 * Every function that can fail returns `enum status` and takes a trailing
 * `struct error *`. Results come through out-parameters, which are left
 * untouched on failure. The error holds one whole sentence in the language of
 * the interface that says what is wrong and what to do next; the status is for
 * the program to act on. Only tui/app and cli/ show errors to a person.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

enum status {
	OK = 0,
	STATUS_INVALID,		/* what was given cannot be used as it is */
	STATUS_NOT_FOUND,	/* no such task, agency, plan, file ... */
	STATUS_AMBIGUOUS,	/* the name given fits several */
	STATUS_CONFLICT,	/* somebody else changed the row since it was read */
	STATUS_DENIED,		/* this person may not, or the rules forbid it */
	STATUS_BUSY,		/* others held the storage past the timeout */
	STATUS_READONLY,	/* the storage cannot be written */
	STATUS_FULL,		/* no room left on the disk */
	STATUS_CORRUPT,		/* the storage is damaged */
	STATUS_NOT_OURS,	/* a database, but not of this program */
	STATUS_NEWER_SCHEMA,	/* written by a newer version of this program */
	STATUS_IO,		/* any other failure of a file or a device */
};

struct error {
	enum status status;
	char *text;		/* owned; NULL until something failed */
};

#define ERROR_INIT { OK, NULL }

/*
 * Record a failure and return STATUS, so that a caller can write
 * `return error_set(err, STATUS_INVALID, _("…"), …);`. ERR may be NULL.
 * A second call replaces the first text.
 */
enum status error_set(struct error *err, enum status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The sentence, never NULL: a general one when nothing was recorded. */
const char *error_text(const struct error *err);

void error_clear(struct error *err);	/* empties it for reuse; NULL is allowed */
void error_release(struct error *err);

/* True for the statuses that mean trouble with the storage itself. */
bool status_is_storage(enum status status);

/*
 * A broken invariant of the program. Runs the hook set by the front end (which
 * puts the terminal back), says where, and aborts; the open transaction dies
 * with the process.
 */
#define BUG(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)
_Noreturn void bug_at(const char *file, int line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void bug_set_hook(void (*hook)(void));

#endif
