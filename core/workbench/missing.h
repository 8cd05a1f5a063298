/*
 * missing.h: what a plan and its register still lack: the check that work says clearly who does it, by when and to what
 * end (the five and six "rõ" of the administration: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm).
 */
#ifndef WORKBENCH_MISSING_H
#define WORKBENCH_MISSING_H

#include "core/workbench/workbench.h"

enum lack {
	LACK_LEAD,		/* nobody is named, or only in the opening words of the section */
	LACK_DUE,		/* no time, or none that was understood */
	LACK_CERTAINTY,		/* something of it was a guess that nobody looked at */
	LACK_PRODUCT,
	LACK_WORK,		/* an agency that has nothing to lead in the plan */
	LACK_TWIN,		/* two rows of the register that seem to be one body */
};
enum { LACKS = LACK_TWIN + 1 };

struct lacking {
	enum lack lack;
	row_id task;		/* 0: about an agency */
	char *path, *title;	/* of the task: "II.1-2"; of an agency: its code (may be NULL) and name */
	char *why;		/* what was guessed, or the other body's name; NULL: nothing more to say */
	row_id agency, other;
};

DECLARE_RECORD(lacking);

struct missing_list {
	struct lacking_list rows;	/* by kind; tasks in document order, bodies in that of the register */
	int counts[LACKS];
	bool cut;			/* of some kind only the first ones are there */
};

void missing_list_release(struct missing_list *list);

/* The stable word: "lead", "due" …; false when unknown. */
const char *lack_word(enum lack lack);
/* Translated: "chưa rõ ai chủ trì". */
const char *lack_label(enum lack lack);

enum status workbench_missing(struct workbench *wb, row_id plan, struct missing_list *out, struct error *err);

#endif
