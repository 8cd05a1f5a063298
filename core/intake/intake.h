/*
 * intake.h: a manuscript -> a draft plan.
 *
 * The manuscript is what a file held, as paragraphs, those of table cells among
 * them, each with the line it came from. The draft is the plan as understood, with
 * every guess named and every line that went nowhere kept with its reason:
 * used + unused = all. Nothing here knows storage, files or screens; agencies
 * are names, not rows.
 */
#ifndef INTAKE_INTAKE_H
#define INTAKE_INTAKE_H

#include "core/base/error.h"
#include "core/intake/hint.h"
#include "core/plan/extension.h"
#include "core/plan/label.h"
#include "core/plan/period.h"
#include "core/plan/plan.h"
#include "core/plan/proposal.h"

/* What a paragraph is to the page it stands on. */
enum paragraph_kind {
	PARAGRAPH_TEXT,
	PARAGRAPH_FRAME,	/* of a page's head or foot, repeated on each */
	PARAGRAPH_FOOTNOTE,
};

/* The cell of a table that a paragraph stands in. */
struct cell_place {
	int table;		/* 1 = the first table (or sheet) of the file; 0: no table */
	int row, column;	/* from 0, of its upper left corner */
	int rows, columns;	/* that it spans: 1 unless cells were merged */
};

struct paragraph {
	int line;		/* 1 = first line, paragraph or row of the file: what a person would count */
	int indent;		/* columns of white space before it */
	char *text;		/* cleaned, one line, NFC; may be "" */
	char *original;		/* before cleaning: columns of a letterhead show here; NFC */
	enum paragraph_kind kind;
	struct cell_place cell;
};

DECLARE_RECORD(paragraph);

struct manuscript {
	struct paragraph_list paragraphs;
};

void manuscript_release(struct manuscript *manuscript);

/* Add a paragraph of prose, without a line end in it. */
void manuscript_add(struct manuscript *manuscript, int line, const char *text, size_t length);
/*
 * Add a paragraph of a table's cell. Cells come row by row; a cell may have several paragraphs, and an empty
 * one need not be there. A merged cell stands once, at its upper left corner.
 */
void manuscript_add_cell(struct manuscript *manuscript, int line, struct cell_place cell, const char *text, size_t length);

/* Split a decoded text (UTF-8, any line ends) into paragraphs, a line each. */
void manuscript_from_text(const char *text, size_t length, struct manuscript *out);

/* What a guess is about. */
enum guess_about {
	ABOUT_ROLE,		/* what the words are: a section, a task, part of one */
	ABOUT_PLAN,		/* number, date, kind or issuer of the plan */
	ABOUT_LEAD,
	ABOUT_COORDINATING,
	ABOUT_DEADLINE,
	ABOUT_REFERENCE,
	ABOUT_ATTACHMENT,
};

/* A thing that was decided without certainty; a person should look. */
struct guess {
	int line;
	char *text;		/* translated sentence */
	int paragraph;
	enum certainty certainty;	/* never SURE */
	enum guess_about about;
	int section, task;	/* of the draft that it is about: indices; -1: none */
	int stretch;		/* that it stands at; -1: none */
	bool said;		/* about what a person said: saying it does not settle it */
	bool accepted;		/* a person looked, or said it himself */
};

DECLARE_RECORD(guess);

struct draft_task {
	struct task task;		/* title, text, product, deadline, inherited, position */
	/* Name + kind of each; groups are one entry. Of an export, as agency_references() tells them apart. */
	struct agency_list leads, coordinating;
	char *via;			/* "Sở Nội vụ" of "(qua Sở Nội vụ)" */
	struct reference_list references;
	struct obligation_list recorded;	/* marks already given (an export read back); by agency_name */
	struct transfer_list transfers;		/* likewise; from_id and to_id: places in `recorded`, from 1 */
	struct extension_list extensions;	/* likewise; by agency_name */
	struct proposal_list proposals;		/* likewise */
	struct label_list labels;		/* likewise; by kind and name */
	struct note_list notes;			/* likewise */
	struct correction_list corrections;
	int first_line, last_line;
	unsigned anew;		/* parts that were decided of this file itself: enum task_part */
	enum certainty lead_certainty, deadline_certainty;	/* that of the whole task is task.certainty */
};

DECLARE_RECORD(draft_task);

struct draft_section {
	struct section section;		/* seq, level, path, label, title, body */
	int parent;			/* index in the list, -1 at the top */
	struct draft_task_list tasks;
	int first_line, last_line;
};

DECLARE_RECORD(draft_section);

/* What a stretch of the manuscript was understood as. */
enum stretch_kind {
	STRETCH_UNUSED,
	STRETCH_FRONT,		/* of the plan itself: its head, title, basis, signature */
	STRETCH_SECTION,	/* a heading */
	STRETCH_TASK,
	STRETCH_PART,		/* of the task */
	STRETCH_LABELS,		/* who does the task, and when */
	STRETCH_PROSE,		/* of the section's body */
};

/*
 * Words that belong together, from one place of the manuscript to another. In
 * the order of the text, stretches hold all of it that is not blank, each word once.
 */
struct stretch {
	struct manuscript_place from;
	int last, end;		/* the paragraph that it ends in; behind its last byte there */
	enum stretch_kind kind;
	int section, task;	/* that it tells of: indices; -1: none */
	enum certainty certainty;	/* the worst of the guesses that nobody accepted */
	char *why;		/* UNUSED: the reason */
	bool row;		/* of a table that gives work */
};

DECLARE_RECORD(stretch);

/* The number of the document that a draft without one of its own says it is an appendix of; NULL: none. Caller frees. */
struct draft;
char *draft_appendix_of(const struct draft *draft);

/* The words of a stretch, a paragraph a line; appends. */
void stretch_text(const struct stretch *stretch, const struct manuscript *manuscript, struct strbuf *out);

struct draft {
	struct plan plan;
	struct agency_record_list agencies;	/* that come with it (an export read back) */
	struct draft_section_list sections;	/* document order, a parent before its children */
	struct reference_list references;	/* cited by the plan, outside its tasks */
	struct attachment_list attachments;
	struct period_list periods;	/* opened already (an export read back) */
	struct label_list labels;		/* likewise */
	struct unused_line_list unused;
	struct guess_list guesses;
	struct correction_list corrections;	/* outside the tasks */
	struct stretch_list stretches;		/* none of an export read back */
	struct decision_list decisions;		/* with which it was read, by draft_keep_decisions() */
	bool restored;		/* an export read back: its lines are those of another file */
};

void draft_release(struct draft *draft);

/* "nhiệm vụ II.1-2 · chủ trì: Sở Nội vụ", translated; appends. */
void stretch_describe(const struct stretch *stretch, const struct draft *draft, struct strbuf *out);
/* "II.1-2", or the section's "II.1" where it tells of no task; "" outside all sections. Caller frees. */
char *stretch_path(const struct stretch *stretch, const struct draft *draft);
/* The stable word of --format json. */
const char *stretch_kind_word(enum stretch_kind kind);

/* How many tasks the draft has in all. */
size_t draft_count_tasks(const struct draft *draft);

/* The bodies that TEXT names -> LIST, emptied first; false when it holds anything else. */
bool intake_read_bodies(const char *text, struct agency_list *list);

/*
 * Understand MANUSCRIPT. STATUS_INVALID when it is no plan (empty, no section at
 * all): ERR says what was found and what to do.
 */
enum status intake_read(const struct manuscript *manuscript, struct draft *out, struct error *err);
/*
 * The same with what a person decided, to whom it is left whether it is a plan: STATUS_INVALID only when there are
 * no words. HINTS may be NULL. YEAR: that deadlines without one mean where the document has no date (an appendix
 * has its plan's); 0: not known.
 */
enum status intake_read_hinted(const struct manuscript *manuscript, const struct hint_list *hints, int year,
			       struct draft *out, struct error *err);

/*
 * HINTS with which DRAFT was read of MANUSCRIPT, by the words of their lines, into DRAFT. That all was accepted is
 * said of each guess: what another file says anew nobody has looked at.
 */
void draft_keep_decisions(struct draft *draft, const struct manuscript *manuscript, const struct hint_list *hints);
/* DECISIONS where their lines stand in MANUSCRIPT, as carried hints; those without a line there are left out. */
void manuscript_find_decisions(const struct manuscript *manuscript, const struct decision_list *decisions,
			       struct hint_list *hints);

#endif
