/*
 * bytes.h: files as bytes, and databases behind the program's back.
 */
#ifndef TESTS_DB_BYTES_H
#define TESTS_DB_BYTES_H

#include <stdbool.h>
#include <stddef.h>

struct bytes {
	char *text;
	size_t length;
};

struct bytes read_bytes(const char *path);	/* text is the caller's */
void write_bytes(const char *path, const char *text, size_t length);
/* Put LENGTH bytes of VALUE at OFFSET. */
void spoil_bytes(const char *path, size_t offset, size_t length, int value);
bool file_exists(const char *path);
long long file_size(const char *path);		/* -1: none */

/* Statements run with SQLite alone; the file is made where it is missing. */
void run_raw(const char *path, const char *statements);

#endif
