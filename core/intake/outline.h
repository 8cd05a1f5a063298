/*
 * outline.h: pieces become sections and tasks.
 *
 * A tree by the marks (outline.c), from the top down a role for each item
 * (outline_role.c, outline_section.c), rows of tables beside them
 * (outline_table.c). Shared by these files only.
 */
#ifndef INTAKE_OUTLINE_H
#define INTAKE_OUTLINE_H

#include "core/intake/internal.h"
#include "core/intake/job.h"
#include "core/intake/paths.h"

enum { DEEPEST = 16 };	/* levels of the tree, and of a table */

/* What a section is about, and so what its sentences are. */
enum area {
	AREA_WORK,		/* each a task */
	AREA_MEANS,		/* money, time: a task only where a body gets one */
	AREA_PURPOSE,		/* never a task */
};

enum item_role {
	ITEM_NOT_SET,
	ITEM_SECTION,
	ITEM_TASK,
	ITEM_HEAD,		/* a body's name above the tasks it gets */
	ITEM_PROSE,		/* part of its section's body */
	ITEM_LABELS,		/* describes the tasks above */
	ITEM_PART,		/* of the task above it */
	ITEM_LEFT_OUT,		/* a person said that it is nothing */
};

struct item {
	const struct piece *piece;
	const char *text;	/* without the mark */
	int parent;		/* -1 at the top */
	int marked, plain, labelled;	/* children: marked ones that are no labels, unmarked ones, labels */
	bool label;		/* begins with a label */
	enum label_kind heading;	/* is nothing but a label: its values stand below */
	enum item_role role;
	int value_of;		/* 1 + the line above that is nothing but a label; 0: none */
	int section;		/* that it is, or that it stands in; -1 */
	int job;		/* that it is or belongs to; -1 */
	struct who who;		/* of a ITEM_HEAD */
};

/* What is known of a section besides its record. */
struct place {
	enum area area;
	struct who who;		/* the heading's bodies, or those of the opening words */
	bool is_default;	/* from the opening words: inherited */
	bool marked_seen;	/* a marked child has been read */
	bool in_labels;		/* the piece before was a label */
	int block;		/* the first job that the next labels describe */
	char *time;		/* of labels above the first task */
	int explained;		/* 1 + the job that "(i) …" behind it explains; 0: none */
	char *time_of_heading;	/* when the heading, a whole sentence, is due */
	struct strbuf body;
};

/* A row of a table that is work, or part of the work above it. */
struct told_row {
	struct piece piece;	/* without words */
	int job;
	bool part;
};

struct outline {
	int table_section;	/* of the last table; -1: none yet */
	struct who before;	/* whom the words above all headings order: "UBND tỉnh yêu cầu các sở:" */
	bool opened;		/* words of a letter without numbers said who does what follows */
	struct reading *reading;
	struct item *items;
	int count;
	struct place *places;	/* one a section */
	size_t places_cap;
	struct path_set paths;
	struct job_list jobs;
	struct told_row *rows;
	size_t row_count, rows_cap;
};

/* outline.c */
/* A label whose words are the work itself. */
bool is_of_content(enum label_kind kind);
/* What a person said of the words that begin there; NULL: nothing. */
const struct hint *role_said(const struct outline *o, int paragraph, int start);
bool is_said_section(const struct outline *o, const struct piece *piece);

/* outline_section.c */
/* Words that end as a sentence does. */
bool ends_whole(const char *text);
/* What a heading is about, below one about INHERITED. */
enum area area_of(const char *title, enum area inherited);
/* The heading's words without what ends them; BODY gets where the rest begins. Caller frees. */
char *heading_title(const struct item *item, const char **body);
/* By its place in the draft. */
struct draft_section *section_at(struct outline *o, int index);
/* A section below PARENT (-1: at the top); takes the strings. */
int begin_section(struct outline *o, int parent, int first, int last, char *label, char *title, char *step);
/* The title that a person gave it, if so. */
void set_title_said(struct outline *o, int section, int paragraph, int start);
/* The section that ITEM heads. */
int add_heading(struct outline *o, struct item *item, int parent);

/* outline_role.c */
/* One more line of the section's body. */
void add_prose(struct outline *o, int section, const char *line);
struct job *be_task(struct outline *o, struct item *item, int section, const char *text);
/* What the sections above say of JOB. */
void look_above(struct outline *o, struct job *job);
/* True when PROSE gives the work to somebody. */
bool names_lead(const char *prose);
bool closes(const char *text);
void be_opening(struct outline *o, struct item *item, int section);
int section_for_work(struct outline *o, const struct item *item);
void use_lines(struct reading *r, const struct piece *piece);
void link_halves(struct outline *o);
/* The role of one item, and what follows from it. */
void place_item(struct outline *o, int index);

/* outline_table.c */
void add_row_stretch(struct outline *o, const struct piece *piece, enum stretch_kind kind, int section, int task);
/* The rows of a table: groups, work, parts of the work above. */
void place_table(struct outline *o, struct item *item);

#endif
