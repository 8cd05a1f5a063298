/*
 * draft_check.h: what a draft must hold, as a table, and how to get a draft.
 */
#ifndef TESTS_DRAFT_CHECK_H
#define TESTS_DRAFT_CHECK_H

#include "core/intake/intake.h"

/* One task. Names are joined by "; ", a deadline is "kind start..due every". NULL: not looked at. */
struct want_task {
	const char *path;	/* "II.1-1" */
	const char *title;	/* how it begins */
	const char *lead, *with, *via;
	const char *deadline;
	const char *raw;	/* of the deadline */
};

struct want_section {
	const char *path;
	const char *title;	/* how it begins */
};

/* The file NAME below tests/fixtures, or an absolute path; "" when it cannot be read. */
char *read_whole_file(const char *name);

/* The real plan, or NULL where it is not present. */
const char *seed_path(void);

/* Read TEXT as a plan; fails the test when it is none. */
void draft_of(const char *text, struct draft *out);

void check_tasks(const struct draft *draft, const struct want_task *want, size_t count);
void check_sections(const struct draft *draft, const struct want_section *want, size_t count);
/* References as "kind,number,date,issuer,relation[,corrected]" joined by "; ". */
char *references_told(const struct reference_list *list);
const struct draft_task *task_at(const struct draft *draft, const char *path);	/* NULL: none */
const struct draft_section *section_at_path(const struct draft *draft, const char *path);
bool has_guess(const struct draft *draft, int line, const char *part);

/* Each line of TEXT is either unused or its words are in the draft. */
void check_nothing_lost(const char *text, const struct draft *draft, const char *what);

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))

#endif
