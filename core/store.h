/*
 * store.h: what the model needs of a storage.
 *
 * Implemented by db/ on SQLite and by a fake in the tests. The interface is a
 * struct of functions; the first argument is the struct itself. Out-parameters
 * are released records or empty lists on entry and are owned by the caller.
 *
 * Reading: every function reads one consistent state and leaves nothing open.
 * Windows of rows are asked for by key ("the N after this one"), never by count.
 *
 * Writing: begin() .. commit() is one transaction, one entry of the journal and
 * one step of undo. Between the two nothing may wait for a person or a
 * terminal. Updates and deletions name the version that was read: another one
 * in the storage is STATUS_CONFLICT. After any failure between the two the
 * caller calls rollback() (harmless when nothing was begun). The storage keeps the counters (task.obligations, progress), the
 * search and sort keys and the journal itself.
 */
#ifndef CORE_STORE_H
#define CORE_STORE_H

#include "core/base/error.h"
#include "core/intake/hint.h"
#include "core/plan/criterion.h"
#include "core/plan/extension.h"
#include "core/plan/filter.h"
#include "core/plan/label.h"
#include "core/plan/meeting.h"
#include "core/plan/period.h"
#include "core/plan/plan.h"
#include "core/plan/proposal.h"

enum direction { FORWARD = 1, BACKWARD = -1 };

/* A place in document order. Position 0 is the section's own row, before its tasks. */
struct place {
	int seq;		/* of the section; 0: before everything, INT_MAX: behind */
	int position;
};

/* A section as a list shows it: `section.body` is not read. */
struct section_row {
	struct section section;
	struct progress progress;	/* of itself and all below it; `overdue` as of the day asked */
	int own_tasks;
};

DECLARE_RECORD(section_row);

/* A task as a list shows it: `task.text` is not read. */
struct task_row {
	struct task task;
	struct place place;
	char *section_path;
	char *leads;		/* "SNV", "SNV, STP", "31 cq" (31 members of groups); NULL: none */
};

DECLARE_RECORD(task_row);

struct plan_row {
	struct plan plan;
	struct progress progress;
	bool superseded;	/* a newer version of it was imported */
	row_id superseded_by;	/* that one; 0: none */
	bool current;		/* neither superseded nor withdrawn: one to work with */
};

DECLARE_RECORD(plan_row);

enum source_kind { SOURCE_PLAN, SOURCE_APPENDIX };

/* A file that a plan came from. */
struct source {
	row_id id;
	int version;
	row_id plan_id;
	row_id file_id;		/* of its bytes: the storage's */
	enum source_kind kind;
	char *name;		/* of the file */
	char *encoding;		/* as found or as told */
	char *bytes;		/* byte for byte */
	size_t length;
	char *imported_by;
	long long imported_at;
};

DECLARE_RECORD(source);

/*
 * A file that is being reviewed before it is stored, kept until that is done or
 * given up: the draft is its manuscript read with the hints.
 */
struct review {
	row_id id;
	row_id plan_id;		/* that it is an appendix of; 0: a plan of its own */
	struct source source;	/* name, encoding and bytes; bytes NULL in lists */
	char *who;
	long long at;
	int decisions;		/* how many hints */
	struct hint_list hints;	/* in the order they were made; not in lists */
};

DECLARE_RECORD(review);

/* One user's action, with what it changed. */
struct change_field {
	char *entity;		/* "task", "assignment", "obligation" ... */
	row_id entity_id;
	char *field;
	char *before, *after;	/* NULL: did not exist */
};

DECLARE_RECORD(change_field);

struct change {
	row_id id;
	long long at;
	char *who;
	char *action;		/* the stable word: "done", "assign", "undo" ... */
	char *summary;		/* what a person reads */
	row_id plan_id;
	row_id undoes;		/* the change that this one takes back; 0: none */
	row_id undone_by;	/* 0: still stands */
	bool bulk;		/* an import: what it wrote stands in no fields */
	struct change_field_list fields;	/* only where they were asked for */
};

DECLARE_RECORD(change);

/* What is about to be done. Strings are borrowed for the call. */
struct change_intent {
	const char *who;
	const char *action;
	row_id plan_id;		/* 0: none (the agency register) */
	bool bulk;		/* an import: journaled as one line; undo withdraws its plan */
};

/* What one body owes of one task; of a task that nobody leads and of which nothing is recorded, one row of nobody. */
/* Somebody who has the same database open. */
struct session {
	char *who;
	char *screen;			/* what he looks at, in words */
	long long since, active;	/* seconds: began, did something last */
	row_id follows;			/* a meeting that somebody presents; 0: none */
	bool self;
};

DECLARE_RECORD(session);

/* What is told of each row: the more, the more is read. */
enum owed_depth {
	OWED_SHARES,		/* who owes it by when, and the task's status; closed ones are left out */
	OWED_PLACES,		/* the task's plan and section too */
	OWED_DETAILS,		/* the obligation and its period too, and closed ones are not left out */
};

struct owed_row {
	row_id obligation;	/* 0: of nobody; -1: not told */
	row_id task, plan, agency;	/* plan 0: not told */
	int section_seq;
	enum task_status status;	/* of the task */
	enum obligation_state state;
	struct date due, done_on;
	struct date original;	/* the last day before it was extended; unset: it was not */
	const char *period;	/* borrowed; NULL: the whole task */
	struct date task_due;	/* set by core/workbench/past.h alone */
};

/* One share of what is owed of a task. */
struct owed_share {
	row_id agency;		/* 0: nobody's */
	enum obligation_state state;	/* never closed */
	struct date due, done_on;
	char *period;		/* NULL: the whole task; the owed_task's */
};

/* A task with all that is owed of it; of one that nobody leads and of which nothing is recorded, one share of nobody. */
struct owed_task {
	row_id id;
	char *path;		/* "II.1-2" */
	char *title;
	enum task_status status;
	struct owed_share *shares;	/* those of one body stand together */
	size_t count, cap;
};

DECLARE_RECORD(owed_task);

struct store {
	/* What bodies are called with a task: as on the date of its plan, or as they are today. The reader's choice. */
	bool todays_names;

	/* --- plans and their parts --- */
	enum status (*plan_list)(struct store *, struct date today, struct plan_row_list *, struct error *);
	enum status (*plan_get)(struct store *, row_id, struct plan *, struct error *);
	enum status (*plan_progress)(struct store *, row_id plan, struct date today, struct progress *, struct error *);
	/* The plan's own file; STATUS_NOT_FOUND without one. */
	enum status (*plan_source)(struct store *, row_id plan, struct source *, struct error *);
	/* All files of a plan in the order they came, without their bytes. */
	enum status (*sources)(struct store *, row_id plan, struct source_list *, struct error *);
	enum status (*source_get)(struct store *, row_id, struct source *, struct error *);
	/* What was decided when it was reviewed, in the order of that. */
	enum status (*decisions)(struct store *, row_id source, struct decision_list *, struct error *);
	/* The plan that came from exactly these bytes, or was added to from them; STATUS_NOT_FOUND without one. */
	enum status (*plan_by_source)(struct store *, const char *bytes, size_t length, row_id *, struct error *);

	/* Up to LIMIT sections behind / before SEQ, always in document order. */
	enum status (*section_page)(struct store *, row_id plan, int seq, enum direction, int limit,
				    struct date today, struct section_row_list *, struct error *);
	enum status (*section_get)(struct store *, row_id, struct section *, struct error *);
	enum status (*section_by_path)(struct store *, row_id plan, const char *path, struct section *, struct error *);
	/* The last seq of the subtree that begins with this section (its own when it has no children). */
	enum status (*section_end)(struct store *, row_id plan, int seq, int level, int *end, struct error *);

	/* Up to LIMIT tasks of one section behind / before POSITION. */
	enum status (*task_page)(struct store *, row_id section, int position, enum direction, int limit,
				 struct task_row_list *, struct error *);
	/* Up to LIMIT tasks of a plan that hold to FILTER, behind / before PLACE, in document order. */
	enum status (*task_find)(struct store *, row_id plan, const struct filter *, struct place, enum direction,
				 int limit, struct task_row_list *, struct error *);
	/* How many, but not more than MAX. */
	enum status (*task_count)(struct store *, row_id plan, const struct filter *, int max, int *, struct error *);
	enum status (*task_get)(struct store *, row_id, struct task *, struct error *);
	enum status (*task_row_get)(struct store *, row_id, struct task_row *, struct error *);
	enum status (*task_by_position)(struct store *, row_id section, int position, struct task *, struct error *);
	/* Up to LIMIT tasks of any plan that AGENCY itself leads, with ids above AFTER, in order of id. */
	enum status (*tasks_led_by)(struct store *, row_id agency, row_id after, int limit, struct task_list *,
				    struct error *);

	/* All tasks of PLAN whose deadline is of KIND, in document order. */
	enum status (*tasks_of_kind)(struct store *, row_id plan, enum deadline_kind kind, struct task_list *, struct error *);

	enum status (*assignments)(struct store *, row_id task, struct assignment_list *, struct error *);
	enum status (*obligations)(struct store *, row_id task, struct obligation_list *, struct error *);
	/* In all plans, those whose evidence names the document NUMBER. */
	enum status (*obligations_by_evidence)(struct store *, const char *number, struct obligation_list *, struct error *);
	/* In the order they were granted. */
	enum status (*extensions)(struct store *, row_id task, struct extension_list *, struct error *);
	/* Areas, then tags, in their order; PLAN 0: of all plans. */
	enum status (*labels)(struct store *, row_id plan, struct label_list *, struct error *);
	enum status (*labels_of)(struct store *, row_id task, struct label_list *, struct error *);
	/* Which tasks have which, by task; PLAN 0: of all plans. */
	enum status (*labellings)(struct store *, row_id plan, struct labelling_list *, struct error *);
	/* Of one task in the order they were made; TASK 0: of all tasks of the plan, in document order. */
	enum status (*proposals)(struct store *, row_id plan, row_id task, struct proposal_list *, struct error *);
	enum status (*proposal_get)(struct store *, row_id, struct proposal *, struct error *);
	/* Those of the plan, in the order of their last days. */
	enum status (*periods)(struct store *, row_id plan, struct period_list *, struct error *);
	enum status (*notes)(struct store *, row_id task, struct note_list *, struct error *);
	/* Of one task; TASK 0: of the plan itself; TASK -1: all of the plan, its own and its tasks'. */
	enum status (*references)(struct store *, row_id plan, row_id task, struct reference_list *, struct error *);
	enum status (*attachments)(struct store *, row_id plan, struct attachment_list *, struct error *);
	/* Of all sources of the plan. */
	enum status (*unused_lines)(struct store *, row_id plan, struct unused_line_list *, struct error *);
	/* Of one task; TASK 0: all of the plan. */
	enum status (*corrections)(struct store *, row_id plan, row_id task, struct correction_list *, struct error *);

	/* Everything that is owed, in one state, in no order; PLAN 0: of all plans. VISIT may not use the store. */
	enum status (*owed)(struct store *, row_id plan, enum owed_depth, void (*visit)(void *data, const struct owed_row *row),
			    void *data, struct error *);

	/* How many tasks a plan has. Up to LIMIT of them in document order, from number FIRST (0: the first) on. */
	enum status (*plan_size)(struct store *, row_id plan, int *tasks, struct error *);
	enum status (*owed_tasks)(struct store *, row_id plan, int first, int limit, struct owed_task_list *, struct error *);
	/*
	 * Which agencies and groups lead something in a plan, without a look at what each of them owes. NOBODY: some of
	 * its tasks are led by none.
	 */
	enum status (*leaders)(struct store *, row_id plan, row_id **ids, size_t *count, bool *nobody, struct error *);
	/* All that AGENCY itself owes in all plans, task by task; CLOSED: those that are closed too. */
	enum status (*obligations_of)(struct store *, row_id agency, bool closed, struct obligation_list *, struct error *);

	/* --- agencies --- */
	/* All, with their aliases, in Vietnamese order; groups first. */
	enum status (*agency_list)(struct store *, struct agency_list *, struct error *);
	enum status (*agency_get)(struct store *, row_id, struct agency *, struct error *);
	/* Of today. */
	enum status (*agency_members)(struct store *, row_id group, struct agency_list *, struct error *);
	enum status (*agency_members_on)(struct store *, row_id group, struct date day, struct agency_list *, struct error *);
	/* Every membership there is or was, by group and day. */
	enum status (*memberships)(struct store *, struct membership_list *, struct error *);
	/* By day. */
	enum status (*successions)(struct store *, struct succession_list *, struct error *);
	/* What was handed over of a task. */
	enum status (*transfers)(struct store *, row_id task, struct transfer_list *, struct error *);
	/* What AGENCY has open, in the plans to work with (PLAN 0) or in one. */
	enum status (*open_obligations)(struct store *, row_id agency, row_id plan, struct obligation_list *, struct error *);
	enum status (*agency_groups)(struct store *, row_id agency, struct agency_list *, struct error *);

	/* --- criteria of an index --- */
	/* Of one year, in no order. */
	enum status (*criteria)(struct store *, int year, struct criterion_list *, struct error *);
	enum status (*criterion_tasks)(struct store *, row_id criterion, struct criterion_task_list *, struct error *);
	enum status (*task_criteria)(struct store *, row_id task, struct criterion_task_list *, struct error *);

	/* --- meetings --- */
	/* Of a plan, the newest first. */
	enum status (*meetings)(struct store *, row_id plan, struct meeting_list *, struct error *);
	enum status (*meeting_get)(struct store *, row_id, struct meeting *, struct error *);
	/* In the order of the agenda. */
	enum status (*meeting_items)(struct store *, row_id meeting, struct meeting_item_list *, struct error *);
	/* Of one meeting, or (MEETING 0) of a task in all of them; in the order they were made. */
	enum status (*conclusions)(struct store *, row_id meeting, row_id task, struct conclusion_list *, struct error *);
	/* What is presented; without a presenter `who` stays NULL. */
	enum status (*stage_get)(struct store *, row_id meeting, struct meeting_stage *, struct error *);
	/*
	 * Present this (`who` NULL: nobody presents any more); the item LEFT (0: none) was on the screen for SECONDS. A short
	 * transaction of its own, outside of begin/commit.
	 */
	enum status (*stage_put)(struct store *, const struct meeting_stage *, row_id left, int seconds, struct error *);

	/* --- journal --- */
	/*
	 * Newest first, up to LIMIT before change BEFORE (0: from the newest); TASK 0: every one; PLAN 0: of all plans.
	 * Older versions of the plan, and the tasks of theirs that TASK goes on with, count as the same. Fields are
	 * those of TASK alone.
	 */
	enum status (*journal)(struct store *, row_id plan, row_id task, row_id before, int limit,
			       bool with_fields, struct change_list *, struct error *);
	/* True once after somebody else's commit. Costs no lock and no read of the file. */
	bool (*changed)(struct store *);
	/* A descriptor that is readable once somebody wrote, this session too; -1: there is none. It stays the store's. */
	int (*news)(struct store *);
	void (*clear_news)(struct store *);	/* until the next write */
	/* Nobody waits: do what a commit has put off. Outside of begin/commit. */
	void (*idle)(struct store *);

	/* --- what the program remembers of a person: not in the journal, outside of begin/commit --- */
	/* *VALUE gets NULL when nothing was put; the caller frees it. */
	enum status (*setting_get)(struct store *, const char *who, const char *name, char **value, struct error *);
	/* Those whose names begin with PREFIX, in the order of the names. */
	enum status (*settings)(struct store *, const char *who, const char *prefix, struct string_list *names,
				struct string_list *values, struct error *);
	/* VALUE NULL: nothing is remembered. WAIT while others write; else it is STATUS_BUSY at once. */
	enum status (*setting_put)(struct store *, const char *who, const char *name, const char *value, bool wait,
				   struct error *);

	/* --- who is here: nothing of it is kept, and it never fails --- */
	/* What WHO looks at, and which meeting he follows (0: none), now that he did something. */
	void (*here_tell)(struct store *, const char *who, const char *screen, row_id follows);
	/* This session too; in no order. */
	void (*here)(struct store *, struct session_list *);

	/* --- reviews before storing: each call a short transaction of its own, outside of begin/commit --- */
	/* Open ones, oldest first. */
	enum status (*review_list)(struct store *, struct review_list *, struct error *);
	enum status (*review_get)(struct store *, row_id, struct review *, struct error *);
	/* Of exactly these bytes for that plan (0: for none); STATUS_NOT_FOUND without one. */
	enum status (*review_by_source)(struct store *, const char *bytes, size_t length, row_id plan, row_id *,
					struct error *);
	/* Keep the file, and the hints that it begins with: sets the record's id. */
	enum status (*review_insert)(struct store *, struct review *, struct error *);
	enum status (*review_delete)(struct store *, row_id, struct error *);
	/* The review's hints alone, as review_get() gives them. */
	enum status (*hints)(struct store *, row_id review, struct hint_list *, struct error *);
	/* As the last one, with the number behind that of the last one read: STATUS_CONFLICT when it is not. */
	enum status (*hint_insert)(struct store *, row_id review, const struct hint *, struct error *);
	/* The last one, which has NUMBER, is taken back: STATUS_CONFLICT when another one is the last. */
	enum status (*hint_drop)(struct store *, row_id review, int number, struct error *);

	/* --- writing --- */
	enum status (*begin)(struct store *, const struct change_intent *, struct error *);
	enum status (*commit)(struct store *, const char *summary, struct error *);
	void (*rollback)(struct store *);

	/* Inserts set the record's id and version 1; updates check `version` and raise it in the record. */
	enum status (*plan_insert)(struct store *, struct plan *, struct error *);
	enum status (*plan_update)(struct store *, struct plan *, struct error *);
	enum status (*plan_supersede)(struct store *, row_id older, row_id newer, struct error *);
	enum status (*source_insert)(struct store *, struct source *, struct error *);	/* the bytes are kept once */
	enum status (*decision_insert)(struct store *, struct decision *, struct error *);
	enum status (*section_insert)(struct store *, struct section *, struct error *);
	enum status (*section_update)(struct store *, struct section *, struct error *);
	/* POSITION 0 in the record: behind the last task of its section. */
	enum status (*task_insert)(struct store *, struct task *, struct error *);
	enum status (*task_update)(struct store *, struct task *, struct error *);
	enum status (*assignment_insert)(struct store *, const struct assignment *, struct error *);
	enum status (*assignment_delete)(struct store *, const struct assignment *, struct error *);
	enum status (*obligation_insert)(struct store *, struct obligation *, struct error *);
	enum status (*obligation_update)(struct store *, struct obligation *, struct error *);
	enum status (*obligation_delete)(struct store *, const struct obligation *, struct error *);
	enum status (*extension_insert)(struct store *, struct extension *, struct error *);
	enum status (*extension_delete)(struct store *, const struct extension *, struct error *);
	enum status (*criterion_insert)(struct store *, struct criterion *, struct error *);
	enum status (*criterion_update)(struct store *, struct criterion *, struct error *);
	enum status (*criterion_delete)(struct store *, const struct criterion *, struct error *);	/* that no task serves */
	enum status (*criterion_task_insert)(struct store *, struct criterion_task *, struct error *);
	enum status (*criterion_task_delete)(struct store *, const struct criterion_task *, struct error *);
	enum status (*meeting_insert)(struct store *, struct meeting *, struct error *);
	enum status (*meeting_update)(struct store *, struct meeting *, struct error *);
	enum status (*meeting_item_insert)(struct store *, struct meeting_item *, struct error *);
	enum status (*meeting_item_update)(struct store *, struct meeting_item *, struct error *);
	enum status (*meeting_item_delete)(struct store *, const struct meeting_item *, struct error *);
	enum status (*conclusion_insert)(struct store *, struct conclusion *, struct error *);	/* sets its change */
	enum status (*label_insert)(struct store *, struct label *, struct error *);
	enum status (*label_update)(struct store *, struct label *, struct error *);
	enum status (*label_delete)(struct store *, const struct label *, struct error *);	/* that no task has */
	enum status (*labelling_insert)(struct store *, struct labelling *, struct error *);
	enum status (*labelling_delete)(struct store *, row_id task, row_id label, struct error *);
	enum status (*proposal_insert)(struct store *, struct proposal *, struct error *);
	enum status (*proposal_update)(struct store *, struct proposal *, struct error *);
	enum status (*period_insert)(struct store *, struct period *, struct error *);
	enum status (*period_update)(struct store *, struct period *, struct error *);
	enum status (*period_delete)(struct store *, const struct period *, struct error *);
	enum status (*note_insert)(struct store *, struct note *, struct error *);
	enum status (*reference_insert)(struct store *, struct reference *, struct error *);
	enum status (*attachment_insert)(struct store *, row_id plan, const struct attachment *, struct error *);
	enum status (*unused_insert)(struct store *, struct unused_line *, struct error *);
	enum status (*correction_insert)(struct store *, struct correction *, struct error *);
	enum status (*correction_update)(struct store *, struct correction *, struct error *);
	enum status (*agency_insert)(struct store *, struct agency *, struct error *);	/* aliases too */
	enum status (*agency_update)(struct store *, struct agency *, struct error *);	/* aliases too */
	/* Every row that names FROM names TO; one that TO has already goes, and so does FROM. */
	enum status (*agency_replace)(struct store *, row_id from, row_id to, struct error *);
	enum status (*member_insert)(struct store *, row_id group, row_id agency, struct error *);
	enum status (*membership_insert)(struct store *, struct membership *, struct error *);
	enum status (*membership_update)(struct store *, struct membership *, struct error *);
	enum status (*former_name_insert)(struct store *, struct former_name *, struct error *);
	enum status (*succession_insert)(struct store *, struct succession *, struct error *);
	enum status (*transfer_insert)(struct store *, struct transfer *, struct error *);
	enum status (*member_delete)(struct store *, row_id group, row_id agency, struct error *);

	/*
	 * Take back the last action of WHO that still stands (redo: the last one taken
	 * back, unless WHO did something new since). An import is taken back by withdrawing its plan, and only
	 * with IMPORTS; STATUS_DENIED without. One transaction of its own, outside
	 * begin/commit. STATUS_CONFLICT, and nothing changed, when somebody has changed one of its
	 * fields since: ERR says who and when. STATUS_NOT_FOUND when there is nothing.
	 * CHANGE gets the change that was taken back or done again.
	 */
	enum status (*undo)(struct store *, const char *who, bool imports, struct change *, struct error *);
	enum status (*redo)(struct store *, const char *who, struct change *, struct error *);

	void (*close)(struct store *);	/* frees the store itself */
};

#endif
