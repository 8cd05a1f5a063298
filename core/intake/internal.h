/*
 * internal.h: what the steps of the intake hand to each other.
 *
 * A manuscript's paragraphs are lines of a file. They become pieces: whole
 * paragraphs of the document, wrapped lines joined and lost line ends put back.
 * Pieces become items of an outline, items become sections and tasks. Each line
 * of the file has a fate: it is used, or it is left with a reason.
 */
#ifndef INTAKE_INTERNAL_H
#define INTAKE_INTERNAL_H

#include "core/intake/intake.h"
#include "core/plan/words.h"

/* --- marks -------------------------------------------------------------- */

/* What leads a line, in the order of their rank: the first is never below the last. */
enum mark_kind {
	MARK_NONE,
	MARK_APPENDIX,		/* PHỤ LỤC */
	MARK_PART,		/* Phần thứ nhất, PHẦN I. */
	MARK_CHAPTER,		/* Chương I */
	MARK_UPPER,		/* A. */
	MARK_ROMAN,		/* I. */
	MARK_ARTICLE,		/* Điều 1. */
	MARK_NUMBER,		/* 1. */
	MARK_SUBNUMBER,		/* 1.1. */
	MARK_SUBSUBNUMBER,	/* 1.1.1. */
	MARK_POINT,		/* a) */
	MARK_PAREN,		/* (1) 1) (i) */
	MARK_DASH,		/* - */
	MARK_PLUS,		/* + */
	MARK_DOT,		/* • * o */
};

struct mark {
	enum mark_kind kind;
	int number;		/* 0 for signs; 1 for "a", "A", "I" */
	size_t label_length;	/* bytes of the mark itself */
	size_t length;		/* and of the blanks behind it */
};

/* The mark that the text begins with; kind MARK_NONE and length 0 when there is none. */
struct mark mark_of(const struct words *words);

/* --- labels ------------------------------------------------------------- */

enum label_kind {
	LABEL_NONE,
	LABEL_LEAD,		/* Cơ quan chủ trì: */
	LABEL_COORDINATING,	/* Cơ quan phối hợp: */
	LABEL_TIME,		/* Thời gian: */
	LABEL_PRODUCT,		/* Sản phẩm: */
	LABEL_CONTENT,		/* Nội dung: */
	LABEL_OTHER,		/* Kinh phí: and what else describes work */
};

/* A piece of text cut at its labels; the first segment may have none. */
struct segment {
	enum label_kind kind;
	size_t start;		/* bytes of the text: where the label begins */
	size_t value, end;	/* what follows it, trimmed of blanks, ";" and "." at the end */
};

struct segment_list {
	struct segment *items;
	size_t count, cap;
};

/* The label that stands at word AT; TAKEN gets its words, the colon included. */
enum label_kind label_at(const struct words *words, size_t at, size_t *taken);
/* A heading that is nothing but a label, without a value: "1.2. Cơ quan chủ trì". */
enum label_kind label_of_heading(const char *text);
void segments_of(const char *text, struct segment_list *out);	/* replaces what OUT held; frees nothing else */
void segment_list_release(struct segment_list *list);

/* --- pieces ------------------------------------------------------------- */

struct piece {
	char *text;		/* cleaned, with its mark */
	struct mark mark;
	int first, last;	/* paragraphs of the manuscript */
	int start, end;		/* bytes of the first one where it begins, of the last one where it ends */
	const struct task_table *table;	/* a whole table instead of words; borrowed, or NULL */
	bool outside;		/* it stands outside the text; a person made it part of the plan */
	bool split;		/* a person split it from the one before */
};

DECLARE_RECORD(piece);

/* --- who does it -------------------------------------------------------- */

struct who {
	struct agency_list leads, coordinating;
	char *via;
	size_t work;		/* bytes of the text: where the work itself begins */
	bool only_bodies;	/* the text names bodies and nothing to do */
	bool partly;		/* a list had words that are no names */
	bool unsure;		/* leads were found at the end, in brackets */
	bool ordered;		/* the text begins with an order to several: "yêu cầu các đơn vị …" */
};

/* Understand the prose TEXT of one task (or the words that open a section). */
void who_read(const char *text, struct who *out);
/* body_list.c: the value of a label: a list of bodies, or such prose. False when it names none. */
bool who_read_list(const char *text, struct who *out);
void who_release(struct who *who);

/* A body at word AT, known by its shape or in words of its own ("tổ tự quản"): words taken. */
struct agency_mention_list;
size_t body_at(const struct words *words, size_t at, struct agency_mention_list *found);

/* Add AGENCY's name unless it is there; the caller keeps it. */
void agency_list_add_name(struct agency_list *list, const char *name, enum agency_kind kind);
bool agency_list_has_name(const struct agency_list *list, const char *name, enum agency_kind kind);

/* --- the reading as a whole --------------------------------------------- */

struct fate {
	bool used;
	const char *why;	/* translated; NULL while undecided */
};

/*
 * One document of the file: a decision and the plan that it carries are two.
 * Paragraphs: [front, type) letterhead, [type, titled) title, [titled, body) letterhead again in a
 * letter, [body, tail) text, [tail, end) signature and what follows it.
 */
struct part {
	int front, type, titled, body, tail, end;
	const char *kind;	/* "Kế hoạch"; NULL where no line says it */
	char *title;
};

enum { MAX_PARTS = 16 };

/* What the beginning of a paragraph tells. */
struct line_facts {
	struct mark mark;
	const char *kind;	/* "Kế hoạch" where it names a kind of document in capitals */
	size_t title;		/* bytes of the text where a title follows the kind */
	bool broken;		/* the kind goes on in the next paragraph */
	bool tail, appendix;	/* begins the signature or Nơi nhận; an appendix */
	bool capitals;		/* nothing else behind the mark */
	bool table;		/* a row or a cell of a table */
	bool cut;		/* of an appendix's heading, which is a piece already */
	int task_table;		/* of the reading's, that the paragraph belongs to; -1: of none */
};

/* The task that is being put together, so that guesses name it. */
struct subject {
	int section, task;	/* -1: none */
};

struct reading {
	const struct manuscript *manuscript;
	struct hint_index hints;
	struct subject subject;
	struct correction_list *corrections;	/* of the task at hand, or of the plan */
	struct draft *draft;
	struct fate *fates;	/* one a paragraph */
	struct line_facts *lines;	/* likewise */
	struct part parts[MAX_PARTS];
	int part_count;
	struct reference_list known;	/* documents cited in full so far */
	struct task_table *tables;	/* that give work to somebody */
	int table_count;
};

void use(struct reading *r, int first, int last);
void leave(struct reading *r, int first, int last, const char *why);	/* unless used already */
int line_of(const struct reading *r, int paragraph);
const char *text_of(const struct reading *r, int paragraph);
/* Also of what stands beside the text: heads of pages, footnotes. */
const char *words_of(const struct reading *r, int paragraph);
/* For what reads the frame of a document: "" where a person said what the line is. */
const char *frame_text_of(const struct reading *r, int paragraph);
/* A guess about what the words are. */
void guess(struct reading *r, int paragraph, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* A guess about something else. */
void doubt(struct reading *r, int paragraph, enum guess_about about, enum certainty certainty, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

/* stretches.c: what each stretch of the text became. TASK: an index of the section's, -1 for none. */
void add_stretch(struct reading *r, const struct piece *piece, enum stretch_kind kind, int section, int task);
/* What a person left out; it counts more than what else the paragraphs were used for. */
void add_left_out(struct reading *r, const struct piece *piece);
/* All that was not told yet; then guesses find what they are about. */
void finish_stretches(struct reading *r);
/* What went nowhere, in the order of the text. */
void list_unused(struct reading *r);

/* parts.c: where each document of the file and its regions begin. */
void find_parts(struct reading *r);
/* letterhead.c: issuer, number, place and date of a part. */
void read_letterhead(struct reading *r, const struct part *part);
/* "UBND tỉnh X" as an issuer stands in a letterhead: "Ủy ban nhân dân tỉnh X". Caller frees. */
char *issuer_written_out(const char *name);
/* tail.c: signature, Nơi nhận, attachments, footer. */
void read_tail(struct reading *r, const struct part *part);

/* tables.c: the tables that give work; their paragraphs tell nothing else any more. */
void find_task_tables(struct reading *r);
void release_task_tables(struct reading *r);
/* Mark the rows and cells of other tables that came as text. */
void find_tables(struct reading *r, int first, int last);

/* pieces.c: paragraphs FIRST to LAST (not included). */
void cut_pieces(struct reading *r, int first, int last, struct piece_list *out);
/* The appendices between FIRST and LAST whose tables give work: their headings and tables. */
void cut_appendices(struct reading *r, int first, int last, struct piece_list *out);
/*
 * What a person made part of the plan in FIRST to LAST, outside its text: single lines, and what follows one that he
 * made a section. Joins a line to the piece of OUT that it follows.
 */
void cut_said(struct reading *r, int first, int last, struct piece_list *out);
/* outline.c: pieces -> sections and tasks. */
void read_outline(struct reading *r, const struct piece_list *pieces);
/* reference.c: citations of TEXT into LIST (the plan's, or a task's). */
void collect_references(struct reading *r, int paragraph, const char *text, bool basis, struct reference_list *list);

#endif
