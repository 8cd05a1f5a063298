/*
 * files.h: files for one test, in a folder that goes away with it.
 */
#ifndef TESTS_OFFICE_FILES_H
#define TESTS_OFFICE_FILES_H

#include <stddef.h>

void files_init(void);		/* fixtures of a suite */
void files_fini(void);

/* Make the file NAME of these bytes; returns its path, good until files_fini(). */
const char *file_of(const char *name, const void *bytes, size_t length);
const char *file_of_text(const char *name, const char *text);

/* The path that NAME would have. */
const char *path_of(const char *name);

#endif
