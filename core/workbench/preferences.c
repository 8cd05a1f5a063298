#include "core/workbench/preferences.h"

#include <string.h>

#include "core/workbench/internal.h"
#include "core/workbench/sorted.h"

enum { MOST_ANSWERS = START_COUNT };

static const char prefix[] = "preference.";

/* As they are stored, for all versions of the program. */
static const struct {
	const char *name;
	unsigned int count;
	const char *words[MOST_ANSWERS];
} kept[PREFERENCE_COUNT] = {
	[PREFERENCE_START] = { "preference.start", START_COUNT, {
		[START_OUTLINE] = "outline", [START_CALENDAR] = "calendar", [START_MATRIX] = "matrix",
		[START_DASHBOARD] = "dashboard", [START_MISSING] = "missing" } },
	[PREFERENCE_DENSITY] = { "preference.density", DENSITY_COUNT, {
		[DENSITY_USUAL] = "usual", [DENSITY_DENSE] = "dense" } },
	[PREFERENCE_CHARSET] = { "preference.charset", CHARSET_WISH_COUNT, {
		[CHARSET_WISH_AUTO] = "auto", [CHARSET_WISH_UTF8] = "utf-8", [CHARSET_WISH_ASCII] = "ascii" } },
	[PREFERENCE_COLOURS] = { "preference.colours", COLOURS_COUNT, {
		[COLOURS_AUTO] = "auto", [COLOURS_NONE] = "none" } },
	[PREFERENCE_ORDER] = { "preference.order", SORT_ORDERS, {
		[SORT_DUE] = "due", [SORT_LEAD] = "lead", [SORT_AREA] = "area", [SORT_STATE] = "state", [SORT_TITLE] = "title" } },
};

unsigned int preference_count(enum preference which)
{
	return kept[which].count;
}

static void take(struct preferences *out, const char *name, const char *word)
{
	for (int which = 0; which < PREFERENCE_COUNT; which++)
		for (unsigned int answer = 0; !strcmp(name, kept[which].name) && answer < kept[which].count; answer++)
			if (!strcmp(word, kept[which].words[answer]))
				out->chosen[which] = answer;
}

enum status workbench_preferences(struct workbench *wb, struct preferences *out, struct error *err)
{
	struct string_list names = { 0 }, words = { 0 };
	enum status status = wb->store->settings(wb->store, wb->user, prefix, &names, &words, err);

	*out = (struct preferences){ { 0 } };
	for (size_t i = 0; status == OK && i < names.count; i++)
		take(out, names.items[i], words.items[i]);
	string_list_release(&names);
	string_list_release(&words);
	return status;
}

enum status workbench_keep_preference(struct workbench *wb, enum preference which, unsigned int answer, struct error *err)
{
	return wb->store->setting_put(wb->store, wb->user, kept[which].name, answer ? kept[which].words[answer] : NULL, true, err);
}
