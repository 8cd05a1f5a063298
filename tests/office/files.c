#include "tests/office/files.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/memory.h"

static char folder[] = "/tmp/kehoach-office-XXXXXX";
static struct string_list paths;

void files_init(void)
{
	cr_assert_not_null(mkdtemp(folder));
}

void files_fini(void)
{
	/* A folder came before what is in it. */
	for (size_t i = paths.count; i-- > 0;)
		remove(paths.items[i]);
	string_list_release(&paths);
	rmdir(folder);
}

const char *path_of(const char *name)
{
	string_list_add_owned(&paths, xasprintf("%s/%s", folder, name));
	return paths.items[paths.count - 1];
}

const char *file_of(const char *name, const void *bytes, size_t length)
{
	const char *path = path_of(name);
	FILE *file = fopen(path, "wb");

	cr_assert_not_null(file);
	cr_assert_eq(fwrite(bytes, 1, length, file), length);
	cr_assert_eq(fclose(file), 0);
	return path;
}

const char *file_of_text(const char *name, const char *text)
{
	return file_of(name, text, strlen(text));
}
