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
#include "core/plan/plan.h"

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

/* A thing that was decided without certainty; a person should look. */
struct guess {
	int line;
	char *text;		/* translated sentence */
};

DECLARE_RECORD(guess);

struct draft_task {
	struct task task;		/* title, text, product, deadline, inherited, position */
	struct agency_list leads;	/* name + kind of each; groups are one entry */
	struct agency_list coordinating;
	char *via;			/* "Sở Nội vụ" of "(qua Sở Nội vụ)" */
	struct reference_list references;
	struct obligation_list recorded;	/* marks already given (an export read back); by agency_name */
	struct note_list notes;			/* likewise */
	int first_line, last_line;
};

DECLARE_RECORD(draft_task);

struct draft_section {
	struct section section;		/* seq, level, path, label, title, body */
	int parent;			/* index in the list, -1 at the top */
	struct draft_task_list tasks;
	int first_line, last_line;
};

DECLARE_RECORD(draft_section);

struct draft {
	struct plan plan;
	struct agency_record_list agencies;	/* that come with it (an export read back) */
	struct draft_section_list sections;	/* document order, a parent before its children */
	struct reference_list references;	/* cited by the plan, outside its tasks */
	struct attachment_list attachments;
	struct unused_line_list unused;
	struct guess_list guesses;
};

void draft_release(struct draft *draft);

/* How many tasks the draft has in all. */
size_t draft_count_tasks(const struct draft *draft);

/*
 * Understand MANUSCRIPT. STATUS_INVALID when it is no plan (empty, no section at
 * all): ERR says what was found and what to do.
 */
enum status intake_read(const struct manuscript *manuscript, struct draft *out, struct error *err);

#endif
