/*
 * same_work.h: which stored task of a plan is the work that a draft tells of.
 *
 * By the words of the title, as it is and as it was issued, or the whole text, accents and capitals aside; where
 * several have the same, or nearly the same words, by who leads. A stored task is found once. Only core/workbench/
 * includes it.
 */
#ifndef WORKBENCH_SAME_WORK_H
#define WORKBENCH_SAME_WORK_H

#include "core/workbench/internal.h"

/* Who has one role of a task. */
struct bodies {
	char *keys;		/* of their names, a line each; NULL: nobody */
	char *names;		/* as a person reads them */
};

void bodies_add(struct bodies *bodies, const char *name);
bool bodies_have(const struct bodies *bodies, const char *name);
bool bodies_share(const struct bodies *a, const struct bodies *b);	/* one is of both */
void bodies_release(struct bodies *bodies);

struct known_task {
	row_id id;
	char *path;		/* "II.1-2" */
	char *title;
	char *issued;		/* the title before a person changed it; NULL: it is as issued */
	char *text;		/* the file's words; NULL: none */
	char *key, *issued_key, *text_key;	/* the words that compare */
	struct bodies bodies[ROLE_VIA + 1];	/* by role */
	char *deadline;		/* its words; NULL: none */
	char *product;
	enum task_status status;
	unsigned edited, decided;	/* parts that a person edited, and decided in a review: enum task_part */
	unsigned settled;	/* of those, what stays although the file says otherwise */
	bool added;		/* it came by an action of its own, not with the plan */
	int marks, notes;	/* obligations with anything recorded; notes */
	int position;
	row_id section, source;
	bool of_appendix;	/* it came from a file of its own */
	bool taken;		/* a draft's task was found to be it */
};

struct known_section {
	row_id id;
	char *path, *title, *body;
	bool taken;
};

struct known_words {
	const char *key;
	struct known_task *task;
};

struct known_tasks {
	struct known_task *items;	/* in the order of the plan */
	size_t count, cap;
	struct known_words *words;	/* all that tasks are known by, in order */
	size_t word_count;
	struct known_section *sections;
	size_t section_count, section_cap;
	struct source_list sources;	/* of the plan, without their bytes */
	int last_seq;			/* of the plan's sections */
};

enum status known_tasks_read(struct store *store, row_id plan, struct known_tasks *out, struct error *err);
void known_tasks_release(struct known_tasks *known);

/* How a draft's task is found: all that have the same words should be taken before any that nearly has. */
enum alike { ALIKE_SAME, ALIKE_NEARLY };

/* Takes the stored task that is the same work; NULL: there is none. */
struct known_task *known_tasks_take(struct known_tasks *known, const struct draft_task *task, enum alike alike);

/* The words that compare; caller frees. */
char *words_key(const char *text);

#endif
