#include "bytes.h"

#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

struct bytes read_bytes(const char *path)
{
	struct bytes bytes = { NULL, (size_t)file_size(path) };
	FILE *file = fopen(path, "rb");

	cr_assert(file, "%s", path);
	bytes.text = malloc(bytes.length + 1);
	cr_assert_eq(fread(bytes.text, 1, bytes.length, file), bytes.length);
	fclose(file);
	return bytes;
}

void write_bytes(const char *path, const char *text, size_t length)
{
	FILE *file = fopen(path, "wb");

	cr_assert(file, "%s", path);
	cr_assert_eq(fwrite(text, 1, length, file), length);
	fclose(file);
}

void spoil_bytes(const char *path, size_t offset, size_t length, int value)
{
	FILE *file = fopen(path, "r+b");

	cr_assert(file, "%s", path);
	fseek(file, (long)offset, SEEK_SET);
	for (size_t i = 0; i < length; i++)
		fputc(value, file);
	fclose(file);
}

bool file_exists(const char *path)
{
	return file_size(path) >= 0;
}

long long file_size(const char *path)
{
	struct stat st;

	return stat(path, &st) ? -1 : (long long)st.st_size;
}

void run_raw(const char *path, const char *statements)
{
	sqlite3 *handle = NULL;
	char *words = NULL;

	cr_assert_eq(sqlite3_open(path, &handle), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(handle, statements, NULL, NULL, &words), SQLITE_OK, "%s", words);
	cr_assert_eq(sqlite3_close(handle), SQLITE_OK);
}
