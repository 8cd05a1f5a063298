/*
 * paths.h: paths of sections, each unique in its plan.
 *
 * Real plans number a section twice or leave numbers out: nothing is
 * renumbered, a second "II.1" is called "II.1(2)".
 */
#ifndef INTAKE_PATHS_H
#define INTAKE_PATHS_H

#include <stddef.h>

struct path_entry {
	char *path;		/* owned; NULL: free */
	int times;
};

struct path_set {
	struct path_entry *entries;
	size_t count, size;
};

/* PARENT and STEP joined, made unique. PARENT may be NULL. The caller frees the result. */
char *path_set_add(struct path_set *set, const char *parent, const char *step);
void path_set_release(struct path_set *set);

#endif
