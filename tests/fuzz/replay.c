/*
 * Runs a fuzz target on the files of its corpus, for compilers without
 * libFuzzer: what once failed stays a test. TAP.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/memory.h"
#include "tests/fuzz/fuzz.h"

static int is_case(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int read_file(const char *path, struct strbuf *out)
{
	FILE *file = fopen(path, "rb");
	char bytes[4096];
	size_t length;

	if (!file)
		return -1;
	while ((length = fread(bytes, 1, sizeof bytes, file)) > 0)
		strbuf_add(out, bytes, length);
	return fclose(file);
}

static void replay(const char *folder, const char *name, int number)
{
	char *path = xasprintf("%s/%s", folder, name);
	struct strbuf bytes = STRBUF_INIT;
	int failed = read_file(path, &bytes);

	if (!failed)
		LLVMFuzzerTestOneInput((const uint8_t *)bytes.text, bytes.length);
	printf("%s %d - %s\n", failed ? "not ok" : "ok", number, name);
	fflush(stdout);
	strbuf_release(&bytes);
	free(path);
}

int main(int argc, char **argv)
{
	const char *slash = argc ? strrchr(argv[0], '/') : NULL;
	char *folder = xasprintf("%s/fuzz/corpus/%s", TEST_DATA, slash ? slash + 1 : argv[0]);
	struct dirent **cases;
	int count = scandir(folder, &cases, is_case, alphasort);

	if (count < 1) {
		printf("Bail out! no cases in %s\n", folder);
		return 1;
	}
	printf("1..%d\n", count);
	for (int i = 0; i < count; i++) {
		replay(folder, cases[i]->d_name, i + 1);
		free(cases[i]);
	}
	free(cases);
	free(folder);
	return 0;
}
