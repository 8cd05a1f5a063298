/*
 * job.h: what a sheet that asks for something was opened for, and what is said when it is done.
 */
#ifndef TUI_JOB_H
#define TUI_JOB_H

#include "tui/app.h"

enum { LINE_MAX_LETTERS = 500 };

/* What a prompt or a picker was opened for. */
struct job {
	struct task_ids tasks;
	row_id section;
	row_id agency;		/* 0: all that lead */
	char *period;		/* NULL: none was chosen */
	enum role role;
	enum task_field field;
	int version;		/* of the task, where one is edited */
	int year;		/* of the plan */
};

/* From the cursor of VIEW and the rows that are picked. */
struct job *job_new(const struct app *app, const struct view *view);
/* The release() of a prompt, a picker or a form. */
void job_free(void *context);

/* A name under which the unfinished text of this job is kept; caller frees. */
char *field_name(const char *what, row_id id);

/* "II.1-1", or "3 nhiệm vụ"; caller frees. */
char *tasks_name(struct app *app, const struct task_ids *tasks);

/* "Đã …: II.1-1 · u để hoàn tác". The picked rows have had their turn. */
void say_done(struct app *app, const char *what, const struct task_ids *tasks);

/* The end of an action that wrote: complains of ERR when STATUS is one, and releases it. */
int show_outcome(struct app *app, enum status status, struct error *err);

#endif
