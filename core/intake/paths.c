#include "core/intake/paths.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/memory.h"

/* FNV-1a */
static size_t hash(const char *text)
{
	uint64_t h = 14695981039346656037u;

	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return (size_t)h;
}

static struct path_entry *slot(const struct path_set *set, const char *path)
{
	size_t at = hash(path) & (set->size - 1);

	while (set->entries[at].path && strcmp(set->entries[at].path, path))
		at = (at + 1) & (set->size - 1);
	return &set->entries[at];
}

static void grow(struct path_set *set)
{
	struct path_set larger = { .size = set->size ? set->size * 2 : 64 };

	larger.entries = xcalloc(larger.size, sizeof *larger.entries);
	for (size_t i = 0; i < set->size; i++)
		if (set->entries[i].path)
			*slot(&larger, set->entries[i].path) = set->entries[i];
	larger.count = set->count;
	free(set->entries);
	*set = larger;
}

/* How often PATH has been seen, this time included. */
static int see(struct path_set *set, const char *path)
{
	struct path_entry *entry;

	if (set->count * 2 >= set->size)
		grow(set);
	entry = slot(set, path);
	if (!entry->path) {
		entry->path = xstrdup(path);
		set->count++;
	}
	return ++entry->times;
}

char *path_set_add(struct path_set *set, const char *parent, const char *step)
{
	char *path = parent ? xasprintf("%s.%s", parent, step) : xstrdup(step);
	int times = see(set, path);

	while (times > 1) {
		char *another = xasprintf("%s(%d)", path, times);

		if (see(set, another) == 1) {
			free(path);
			return another;
		}
		free(another);
		times++;
	}
	return path;
}

void path_set_release(struct path_set *set)
{
	for (size_t i = 0; i < set->size; i++)
		free(set->entries[i].path);
	free(set->entries);
	*set = (struct path_set){ 0 };
}
