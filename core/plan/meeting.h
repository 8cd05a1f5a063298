/*
 * meeting.h: a meeting that goes through work of a plan, task by task, and what was concluded in it.
 *
 * A conclusion is written in the same change as what it makes of the task, so that taking that back takes it back too.
 *
 * May not know: storage, the clock.
 */
#ifndef PLAN_MEETING_H
#define PLAN_MEETING_H

#include "core/plan/plan.h"

struct meeting {
	row_id id;
	int version;
	row_id plan_id;
	char *title;		/* required */
	struct date day;
	char *place, *chair, *secretary;	/* NULL: not said */
	char *present;		/* who took part, in words */
	long long ended;	/* seconds; 0: not yet */
	char *minutes, *notice;	/* drafted at the end (core/workbench/meeting_paper.h); NULL: not yet */
};

DECLARE_RECORD(meeting);

/* A task on the agenda. */
struct meeting_item {
	row_id id;
	int version;
	row_id meeting_id, task_id;
	int position;		/* in the order of the agenda; may have gaps */
	int seconds;		/* that it was on the screen: the storage's, no part of the journal */
};

DECLARE_RECORD(meeting_item);

enum conclusion_kind {
	CONCLUSION_DONE,
	CONCLUSION_EXTEND,
	CONCLUSION_REASSIGN,
	CONCLUSION_REMIND,
	CONCLUSION_NOTE,
	CONCLUSION_POSTPONE,	/* to the next meeting */
	CONCLUSION_FREE,	/* became a task of its own */
};

struct conclusion {
	row_id id;
	int version;
	row_id meeting_id;
	row_id task_id;
	enum conclusion_kind kind;
	row_id agency_id;	/* who is meant; 0: all that lead */
	struct date due;	/* by when; unset: not said */
	char *words;		/* NULL: the kind says all */
	char *who;		/* that wrote it down */
	long long at;
	row_id change_id;	/* the entry of the journal: the storage's */
	char *agency_name;	/* a copy for showing */
};

DECLARE_RECORD(conclusion);

/* What the presenter has on the screen, for those who follow. No part of the journal. */
struct meeting_stage {
	row_id meeting_id;
	row_id item_id;		/* 0: all are behind him */
	bool figures;		/* of what is before the item are shown, not the item */
	char *who;		/* presents; NULL: nobody does */
	long long since;	/* seconds */
};

void meeting_stage_release(struct meeting_stage *stage);

/* The stable word; false when unknown. */
const char *conclusion_kind_word(enum conclusion_kind kind);
bool conclusion_kind_from_word(const char *word, enum conclusion_kind *kind);
/* Translated. */
const char *conclusion_kind_label(enum conclusion_kind kind);

/* "gia hạn đến ngày 30/10/2013: lý do", without who is meant; translated, appends. */
void conclusion_describe(const struct conclusion *conclusion, struct strbuf *out);

/* The last one about TASK; NULL: none. */
const struct conclusion *conclusion_last(const struct conclusion_list *list, row_id task);
/* Nothing was concluded of TASK but to come back to it. */
bool conclusion_is_missing(const struct conclusion_list *list, row_id task);

#endif
