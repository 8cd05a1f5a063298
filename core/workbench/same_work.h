/*
 * same_work.h: which stored task of a plan is the work that a draft tells of.
 *
 * By the words of the title, accents and capitals aside; where several have the same, or nearly the same words,
 * by who leads. A stored task is found once. Only core/workbench/ includes it.
 */
#ifndef WORKBENCH_SAME_WORK_H
#define WORKBENCH_SAME_WORK_H

#include "core/workbench/internal.h"

struct known_task {
	row_id id;
	char *path;		/* "II.1-2" */
	char *title;
	char *key;		/* the words that compare */
	char *leads;		/* keys of their names, a line each */
	char *lead_names;	/* as a person reads them */
	char *deadline;		/* its words; NULL: none */
	struct date due;
	row_id section, source;
	bool of_appendix;	/* it came from a file of its own */
	bool taken;		/* a draft's task was found to be it */
};

struct known_section {
	row_id id;
	char *path, *title;
	bool taken;
};

struct known_tasks {
	struct known_task *items;	/* in the order of the plan */
	size_t count, cap;
	struct known_task **by_key;
	struct known_section *sections;
	size_t section_count, section_cap;
	struct source_list sources;	/* of the plan, without their bytes */
	int last_seq;			/* of the plan's sections */
};

enum status known_tasks_read(struct store *store, row_id plan, struct known_tasks *out, struct error *err);
void known_tasks_release(struct known_tasks *known);

/* Takes the stored task that is the same work; NULL: there is none. */
struct known_task *known_tasks_take(struct known_tasks *known, const struct draft_task *task);

/* Of a draft's task, as `leads` of a known one. Caller frees. */
char *lead_keys(const struct agency_list *leads);
char *lead_names(const struct agency_list *leads);

#endif
