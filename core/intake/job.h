/*
 * job.h: a task while it is being put together from the lines that tell of it.
 */
#ifndef INTAKE_JOB_H
#define INTAKE_JOB_H

#include "core/intake/internal.h"

struct job {
	int section;
	int first, last;	/* paragraphs */
	int start;		/* byte of the first one where it begins */
	char *opening;		/* the words that say what is to be done, labels taken out */
	struct strbuf text;	/* the document's words, paragraphs by '\n' */
	struct who own;		/* what the words themselves say */
	struct who labelled;	/* what labels say */
	char *time, *product;	/* values of labels */
	const struct who *above;	/* bodies of the heading or of the opening words, borrowed; or NULL */
	bool inherited;		/* `above` comes from opening words */
	char *time_above;	/* when the sentence of the heading is due; counts where the words say nothing */
	int split_from;		/* 1 + the job that a person split this one from; 0: none */
	const struct job *before, *after;	/* what it was one with until then; set when all jobs are there */
	bool in_table;
	int task;		/* of its section, once finished; -1: it stays prose */
	bool repeated;		/* a row of a table tells it with more: it stays prose */
};

struct job_list {
	struct job *items;
	size_t count, cap;
};

/* A new job of SECTION, from the words of PIECE without its mark; labels inside it are applied. */
struct job *job_list_add(struct job_list *list, struct reading *r, int section, const struct piece *piece,
			 const char *text);
void job_list_release(struct job_list *list);

/* Another paragraph or sub-item of the work. */
void job_add_text(struct job *job, const char *text, int last);
/* What a label says. The first value of a kind counts, lists of bodies add up. */
void job_apply(struct job *job, struct reading *r, int paragraph, enum label_kind kind, const char *value);

/* hinted.c: what a person said counts instead. */
void apply_hints(const struct job *job, struct reading *r, struct draft_task *task);
void label_as_said(struct job *job, const struct reading *r);

/* The job as a task of the draft. */
void job_finish(struct job *job, struct reading *r);

#endif
