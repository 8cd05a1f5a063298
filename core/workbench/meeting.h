/*
 * meeting.h: review meetings: an agenda out of a filter, conclusions that are ordinary changes, papers at the end.
 *
 * A conclusion and what it makes of the task are one step: undo takes both back.
 */
#ifndef WORKBENCH_MEETING_H
#define WORKBENCH_MEETING_H

#include "core/workbench/workbench.h"

enum { MEETING_SOON_DAYS = 30, MEETING_MOST_ITEMS = 500 };

/* What a meeting is usually about, as words of the filter language. */
enum meeting_source { MEETING_OVERDUE, MEETING_SOON, MEETING_AGENCY };
/* AGENCY (MEETING_AGENCY only): a name, or "" to be completed by a person. Appends. */
void meeting_filter_words(enum meeting_source source, const char *agency, struct strbuf *out);
/* The tasks of PLAN that answer TEXT, in document order. None, or too many, is STATUS_DENIED. */
enum status workbench_meeting_tasks(struct workbench *wb, row_id plan, const char *text, struct task_ids *tasks, struct error *err);

/* What is said of a meeting. NULL: not said; borrowed. */
struct meeting_order {
	const char *title;	/* "": "Họp kiểm điểm tiến độ …" */
	struct date day;	/* unset: today */
	const char *place, *chair, *secretary, *present;
};

/*
 * A meeting of PLAN. What the last ended one left open comes first (CARRIED gets how much; it may be NULL), then TASKS.
 */
enum status workbench_meeting_new(struct workbench *wb, row_id plan, const struct meeting_order *order, const struct task_ids *tasks,
				  row_id *meeting, size_t *carried, struct error *err);
enum status workbench_meeting_edit(struct workbench *wb, row_id meeting, const struct meeting_order *order, struct error *err);

/* --- the agenda ---------------------------------------------------------- */

/* Those that are not on it yet come last. */
enum status workbench_meeting_add(struct workbench *wb, row_id meeting, const struct task_ids *tasks, struct error *err);
/* ITEM goes to place TO of the agenda (0: the first). */
enum status workbench_meeting_move(struct workbench *wb, row_id meeting, row_id item, size_t to, struct error *err);
/* STATUS_DENIED when something was concluded of it. */
enum status workbench_meeting_drop(struct workbench *wb, row_id meeting, row_id item, struct error *err);

/* --- conclusions ---------------------------------------------------------- */

/* What each kind needs is told by the error. Strings borrowed. */
struct conclusion_order {
	row_id meeting;
	row_id task;		/* CONCLUSION_FREE: its section is that of the new one, unless WORDS say another */
	enum conclusion_kind kind;
	row_id agency;		/* 0: all that lead */
	const char *period;	/* of DONE and EXTEND, where several could be meant; NULL */
	const row_id *leads;	/* REASSIGN */
	size_t lead_count;
	const char *due;	/* EXTEND: until when; REMIND: by when, may be "" */
	const char *words;	/* the reason, the evidence, the note; FREE: a quick line (core/plan/quick_line.h) */
};
enum status workbench_conclude(struct workbench *wb, const struct conclusion_order *order, struct error *err);

/* --- presenting ----------------------------------------------------------- */

/* ITEM (0: none any more), or the FIGURES of what is before it, are on the screen from now on; LEFT was for SECONDS. */
enum status workbench_present(struct workbench *wb, row_id meeting, row_id item, bool figures, row_id left, int seconds, struct error *err);
enum status workbench_present_no_more(struct workbench *wb, row_id meeting, row_id left, int seconds, struct error *err);

/* What is presented, by somebody who is still here; `who` NULL: nothing is. */
enum status workbench_presented(struct workbench *wb, row_id meeting, struct meeting_stage *stage, struct error *err);

/* --- the end -------------------------------------------------------------- */

/* Draft minutes and notice from the log, and keep them with the meeting: it is over. Again: they are drafted anew. */
enum status workbench_meeting_end(struct workbench *wb, row_id meeting, struct error *err);

#endif
