/*
 * preferences.h: how a person wants his workbench, remembered for each name in the database.
 *
 * Each preference is one of a few words. What a run is told by an option or the
 * environment goes before it, for that run. How one types is a preference as
 * well, but has its own place (struct typing in workbench.h).
 */
#ifndef WORKBENCH_PREFERENCES_H
#define WORKBENCH_PREFERENCES_H

#include "core/workbench/workbench.h"

enum preference {
	PREFERENCE_START,	/* what is shown when a plan is opened at the beginning */
	PREFERENCE_DENSITY,
	PREFERENCE_CHARSET,
	PREFERENCE_COLOURS,
	PREFERENCE_ORDER,	/* of the sorted list: enum sort_order of sorted.h */
	PREFERENCE_COUNT,
};

enum start { START_OUTLINE, START_CALENDAR, START_MATRIX, START_DASHBOARD, START_MISSING, START_COUNT };
enum density { DENSITY_USUAL, DENSITY_DENSE, DENSITY_COUNT };	/* dense: a detail only when it is asked for */
enum charset_wish { CHARSET_WISH_AUTO, CHARSET_WISH_UTF8, CHARSET_WISH_ASCII, CHARSET_WISH_COUNT };
enum colours_wish { COLOURS_AUTO, COLOURS_NONE, COLOURS_COUNT };

struct preferences {
	unsigned int chosen[PREFERENCE_COUNT];	/* enum start, enum density, …; 0 is what was never chosen */
};

/* How many answers WHICH has. */
unsigned int preference_count(enum preference which);

/* What was never kept, or was kept by a version that knows more, is the first answer. */
enum status workbench_preferences(struct workbench *wb, struct preferences *out, struct error *err);
enum status workbench_keep_preference(struct workbench *wb, enum preference which, unsigned int answer, struct error *err);

#endif
