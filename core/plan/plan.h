/*
 * plan.h: the records of the model.
 *
 * A *plan* has *sections*, sections have *tasks*; a task is given to *agencies*
 * by *assignments* and counted in *obligations* (task x agency x period). Plain
 * records: strings are owned, UTF-8 in NFC, never NULL where "required" is said,
 * and NULL where a value is absent. `id` is the storage's number (0: not stored
 * yet), `version` counts the changes of a row: a writer must name the one it
 * read. The glossary that gives the names is in HACKING.md.
 *
 * Every list has _add (takes the record over and empties the caller's),
 * _clear and _release; every record _release. None of this knows storage, screens
 * or files.
 */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#include "core/base/date.h"
#include "core/base/memory.h"

typedef long long row_id;	/* the one typedef: an identity, never a count */

/* --- plan --------------------------------------------------------------- */

struct plan {
	row_id id;
	int version;
	char *type;		/* required: "Kế hoạch", "Quyết định" ... */
	char *number;		/* "15/KH-UBND"; drafts have none or "/KH-UBND" */
	char *issuer;		/* "Ủy ban nhân dân tỉnh Sơn Bình" */
	char *place;		/* "Sơn Bình" */
	struct date date;	/* may be in part */
	char *title;		/* trích yếu */
	char *signer_name;
	char *signer_position;	/* "Phó Chủ tịch" */
	char *signer_on_behalf;	/* "Chủ tịch", when signed KT./TM./TL. */
	int year;		/* the year that deadlines without one mean; 0 unknown */
	bool withdrawn;		/* its import was taken back: in no list, and may come again */
	char *renews;		/* number (or type) of the plan of an earlier year that it goes on with; NULL: none */
	struct date renews_date;	/* that one's */
};

/* --- section ------------------------------------------------------------ */

/*
 * Sections stand in document order by `seq`, a parent before its children.
 * `path` is built from the labels ("II.1"), unique in a plan.
 */
struct section {
	row_id id;
	int version;
	row_id plan_id;
	row_id parent_id;	/* 0 at the top */
	int seq;		/* 1, 2, 3 ... through the whole plan */
	int level;		/* 1 at the top */
	char *path;		/* required */
	char *label;		/* as printed: "II.", "1.", "a)" */
	char *title;		/* required, may be "" */
	char *body;		/* the prose that is no task; lines by '\n'; or NULL */
};

/* --- deadline ----------------------------------------------------------- */

enum deadline_kind {
	DEADLINE_NONE,		/* nothing written, or not understood */
	DEADLINE_DATE,		/* a last permitted day */
	DEADLINE_MONTH,
	DEADLINE_QUARTER,
	DEADLINE_HALF,
	DEADLINE_YEAR,
	DEADLINE_RANGE,
	DEADLINE_FROM,		/* a start, no end */
	DEADLINE_ONGOING,	/* "Thường xuyên": never overdue */
	DEADLINE_PERIODIC,
	DEADLINE_CONDITIONAL,	/* "sau khi ... ban hành" */
};

enum period_unit { PERIOD_NONE, PERIOD_WEEK, PERIOD_MONTH, PERIOD_QUARTER, PERIOD_HALF, PERIOD_YEAR };

struct deadline {
	char *raw;		/* the document's own words; NULL when nothing is written */
	enum deadline_kind kind;
	struct date start, due;	/* first and last day, where the kind has them */
	enum period_unit every;	/* PERIODIC */
};

/* --- agency ------------------------------------------------------------- */

/*
 * Agencies and groups of agencies are one kind of row, so that a task can be
 * assigned to either: a group ("các Sở, Ban, ngành") has members.
 */
enum agency_kind {
	AGENCY_DEPARTMENT,	/* sở, ban, văn phòng: under the province's committee */
	AGENCY_DISTRICT,	/* committee of a district or a town */
	AGENCY_COMMUNE,
	AGENCY_PROVINCE,	/* a province's committee or council, and its chairman */
	AGENCY_MINISTRY,	/* ministries and what is above the province */
	AGENCY_VERTICAL,	/* police, military, taxes, treasury ... */
	AGENCY_PARTY,		/* party, front, unions, associations */
	AGENCY_PRESS,		/* broadcasting, newspaper, web site */
	AGENCY_OTHER,
	AGENCY_GROUP,
};

/* What a body was called up to a day. */
struct former_name {
	row_id id;
	int version;
	row_id agency_id;
	char *name;		/* required */
	char *code;
	struct date until;	/* the last day of it */
	char *document;		/* that renamed it */
};

struct former_name_list {
	struct former_name *items;	/* of one body: the oldest first */
	size_t count, cap;
};

/* Another name of a body, on the days on which it meant that body. */
struct agency_alias {
	char *name;		/* required */
	struct date since, until;	/* first and last day; none: always, still */
};

struct agency_alias_list {
	struct agency_alias *items;
	size_t count, cap;
};

struct agency {
	row_id id;
	int version;
	char *code;		/* "SNV"; may be NULL */
	char *name;		/* required: the last one */
	enum agency_kind kind;
	bool requested;		/* is asked (đề nghị), not told (giao) */
	struct agency_alias_list aliases;
	struct date valid_from, valid_to;	/* first and last day; none: not known, or still there */
	row_id parent_id;	/* the body above it; 0: not known */
	char *head;		/* the title of its head: "Giám đốc" */
	char *contact;
	struct former_name_list former;		/* read with it; written by actions of their own */
};

/* A body belongs to a group from its first to its last day. */
struct membership {
	row_id id;
	int version;
	row_id group_id, agency_id;
	struct date since, until;	/* none: always, still */
};

/* Who came after a body. */
struct succession {
	row_id id;
	int version;
	row_id from_id, to_id;	/* to 0: nobody */
	bool part;		/* the body itself goes on; some of its work went */
	struct date day;	/* the first of the new order */
	char *document;
};

/* An obligation handed over: FROM is closed with its record, TO goes on with it. */
struct transfer {
	row_id id;
	int version;
	row_id task_id;
	row_id from_id, to_id;	/* obligations */
	struct date day;
	char *reason;		/* required */
	char *document;
};

/*
 * An agency or a group as a list of agencies says it. Other bodies stand there by name or
 * code, with the day that the name is meant for ("STC@2025-02-28"); pieces of one line by "|".
 */
struct agency_record {
	struct agency agency;
	struct string_list members;	/* of a group: "SNV | 2013-01-01..2025-02-28" */
	struct string_list successors;	/* "STC@2025-03-01 | 2025-03-01 | part | document"; an empty name: nobody */
	char *parent;
};

/* --- task --------------------------------------------------------------- */

/* How far what was read of a document may be trusted. */
enum certainty {
	CERTAINTY_SURE,
	CERTAINTY_LIKELY,	/* one reading of several */
	CERTAINTY_GUESS,	/* nothing says so plainly, or it is missing */
};

enum task_status { TASK_OPEN, TASK_DOING, TASK_DONE, TASK_SUSPENDED, TASK_CANCELLED };

/* What a person may settle of a task, however a file tells of it. A set of these is an unsigned. */
enum task_part {
	PART_LEAD = 1, PART_COORDINATING = 2, PART_VIA = 4, PART_DEADLINE = 8, PART_TITLE = 16, PART_PRODUCT = 32,
	PART_TEXT = 64,
};

enum role { ROLE_LEAD = 1, ROLE_COORDINATING = 2, ROLE_VIA = 3 };

struct task {
	row_id id;
	int version;
	row_id plan_id;
	row_id section_id;
	int position;		/* 1, 2, 3 ... in its section */
	char *title;		/* required: the work, without who does it */
	char *text;		/* the document's whole words; paragraphs by '\n' */
	char *product;
	struct deadline deadline;
	bool inherited;		/* its leads come from the section's opening words */
	enum task_status status;
	row_id source_id;	/* the file it came from; 0: none, or one that is not here */
	int first_line, last_line;	/* of that file; 0: not known */
	char *renews;		/* its path in the plan that its own renews: "II.1-2"; NULL: none */
	row_id continues;	/* the task of the plan's older version that is the same work; 0: none */
	unsigned decided;	/* parts that a reviewing person decided: enum task_part */
	enum certainty certainty;	/* of its reading; a person's look makes it sure */
	char *doubt;		/* what makes it unsure, a sentence a line; NULL when it is sure */
	int obligations;	/* kept by the storage: how many, and how many done */
	int obligations_done;
	/*
	 * Kept by the storage: the first last day of what is still open; of what is all done, the last one; the
	 * deadline's where nobody owes anything.
	 */
	struct date next_due;
};

/* One body on a task. `name` and `code` are copies for showing. */
struct assignment {
	row_id task_id;
	row_id agency_id;
	enum role role;
	int position;		/* in the order of the document */
	char *name;
	char *code;
	bool is_group;
};

enum obligation_state { OBLIGATION_OPEN, OBLIGATION_DONE, OBLIGATION_CLOSED };

/*
 * What is done or late: one lead's share of a task in one period. CLOSED: it no longer applies
 * (the body was taken off the task) but what had been recorded stays.
 */
struct obligation {
	row_id id;
	int version;
	row_id task_id;
	row_id agency_id;	/* 0: marked done while nobody was named */
	char *period;		/* "2013-Q3"; NULL for the whole task */
	struct date due;	/* with all that was granted */
	struct date original;	/* by the plan, where something was granted; else unset */
	enum obligation_state state;
	struct date done_on;
	char *evidence;		/* as it was typed: "Báo cáo số 45/BC-SNV ngày 20/8/2013" */
	char *evidence_number;	/* of the document that it names; NULL: none */
	struct date evidence_date;
	char *cause;		/* why it is late, or was */
	char *recorded_by;	/* who marked it or took that back last; NULL: nobody yet */
	long long recorded_at;	/* seconds; 0: nobody yet */
	char *agency_name;	/* copies for showing */
	char *agency_code;
};

struct note {
	row_id id;
	row_id task_id;
	char *text;
	char *who;
	long long at;
};

/* --- document reference ------------------------------------------------- */

enum relation { RELATION_MENTIONS, RELATION_BASIS, RELATION_IMPLEMENTS, RELATION_AMENDS };

/* The identity of a document is kind + number + issuer + date: numbers begin anew each year. */
struct reference {
	row_id id;
	row_id plan_id;
	row_id task_id;		/* 0: cited by the plan itself, outside its tasks */
	char *kind;		/* "Chỉ thị" */
	char *number;		/* "23/CT-TTg" */
	struct date date;
	char *issuer;
	enum relation relation;
	char *raw;		/* required: as printed */
	bool corrected;		/* the reading mends a slip of the print */
};

struct attachment {
	char *name;
	char *size;		/* as printed: "82.5 KB" */
	bool present;
};

enum correction_state { CORRECTION_OPEN, CORRECTION_ACCEPTED, CORRECTION_REJECTED };

/* A slip of the print: the words stay as they were issued, their reading stands beside them. */
struct correction {
	row_id id;
	int version;
	row_id plan_id;
	row_id task_id;		/* 0: outside the tasks */
	int line;		/* of the source; 0: not known */
	char *issued;		/* required: the words as printed */
	char *reading;		/* required: what they are read as */
	char *reason;		/* required: a sentence */
	enum correction_state state;	/* OPEN until a person decides */
};

/* A line of a source that went nowhere, and why. */
struct unused_line {
	row_id id;
	row_id plan_id;
	row_id source_id;	/* 0: of a file that is not here */
	int line;		/* 1 = the first of the file */
	char *text;
	char *why;
};

/* --- lists -------------------------------------------------------------- */

#define DECLARE_RECORD(type)                                                        \
	struct type##_list {                                                        \
		struct type *items;                                                 \
		size_t count, cap;                                                  \
	};                                                                          \
	void type##_release(struct type *record);                                   \
	struct type *type##_list_add(struct type##_list *list, struct type *record);\
	void type##_list_clear(struct type##_list *list);                           \
	void type##_list_release(struct type##_list *list)

/* What DECLARE_RECORD promised, given type##_release(). */
#define DEFINE_LIST(type)                                                           \
	struct type *type##_list_add(struct type##_list *list, struct type *record) \
	{                                                                           \
		GROW(list->items, list->count + 1, list->cap);                      \
		list->items[list->count] = *record;                                 \
		*record = (struct type){ 0 };                                       \
		return &list->items[list->count++];                                 \
	}                                                                           \
	void type##_list_clear(struct type##_list *list)                            \
	{                                                                           \
		for (size_t i = 0; i < list->count; i++)                            \
			type##_release(&list->items[i]);                            \
		list->count = 0;                                                    \
	}                                                                           \
	void type##_list_release(struct type##_list *list)                          \
	{                                                                           \
		type##_list_clear(list);                                            \
		free(list->items);                                                  \
		*list = (struct type##_list){ 0 };                                  \
	}

DECLARE_RECORD(plan);
DECLARE_RECORD(section);
DECLARE_RECORD(agency);
void agency_alias_release(struct agency_alias *record);
struct agency_alias *agency_alias_list_add(struct agency_alias_list *list, struct agency_alias *record);
void agency_alias_list_clear(struct agency_alias_list *list);
void agency_alias_list_release(struct agency_alias_list *list);
void agency_alias_list_copy(struct agency_alias_list *to, const struct agency_alias_list *from);
void former_name_release(struct former_name *record);
struct former_name *former_name_list_add(struct former_name_list *list, struct former_name *record);
void former_name_list_clear(struct former_name_list *list);
void former_name_list_release(struct former_name_list *list);
DECLARE_RECORD(membership);
DECLARE_RECORD(succession);
DECLARE_RECORD(transfer);
DECLARE_RECORD(agency_record);
DECLARE_RECORD(task);
DECLARE_RECORD(assignment);
DECLARE_RECORD(obligation);
DECLARE_RECORD(note);
DECLARE_RECORD(reference);
DECLARE_RECORD(attachment);
DECLARE_RECORD(correction);
DECLARE_RECORD(unused_line);

void deadline_release(struct deadline *deadline);
void deadline_copy(struct deadline *to, const struct deadline *from);	/* TO is released first */
void task_copy(struct task *to, const struct task *from);		/* TO is released first */
void agency_copy(struct agency *to, const struct agency *from);

/* --- words of the enumerations ------------------------------------------ */

/* The stable words of JSON, of filters and of the storage; NULL / false when unknown. */
const char *deadline_kind_word(enum deadline_kind kind);
bool deadline_kind_from_word(const char *word, enum deadline_kind *kind);
const char *period_unit_word(enum period_unit unit);		/* NULL for NONE */
bool period_unit_from_word(const char *word, enum period_unit *unit);
const char *task_status_word(enum task_status status);
bool task_status_from_word(const char *word, enum task_status *status);
const char *agency_kind_word(enum agency_kind kind);
bool agency_kind_from_word(const char *word, enum agency_kind *kind);
const char *obligation_state_word(enum obligation_state state);
bool obligation_state_from_word(const char *word, enum obligation_state *state);
const char *relation_word(enum relation relation);
bool relation_from_word(const char *word, enum relation *relation);

const char *certainty_word(enum certainty certainty);
bool certainty_from_word(const char *word, enum certainty *certainty);
const char *correction_state_word(enum correction_state state);
bool correction_state_from_word(const char *word, enum correction_state *state);

/* The words of the interface, translated. */
const char *task_status_label(enum task_status status);
const char *agency_kind_label(enum agency_kind kind);
const char *relation_label(enum relation relation);
const char *certainty_label(enum certainty certainty);
const char *correction_state_label(enum correction_state state);

/* --- rules -------------------------------------------------------------- */

/* "II.1-3" into section path and position; false when it is no such path. */
bool task_path_parse(const char *text, char **section_path, int *position);	/* caller frees the path */

/*
 * How a list of agencies names another body: "NAME@ON | SINCE..UNTIL | third | fourth"; what is behind the name may
 * be missing. Days as ISO 8601.
 */
struct agency_link {
	char *name;		/* never NULL once parsed */
	struct date on;		/* which of several of that name: the one that bore it on this day */
	struct date since, until;
	char *third, *fourth;	/* NULL: not there */
};

void agency_link_parse(const char *text, struct agency_link *out);
void agency_link_format(const struct agency_link *link, struct strbuf *out);
void agency_link_release(struct agency_link *link);

/* Without days. */
void agency_add_alias(struct agency *agency, const char *name);
/* "Sở NV (từ 01/3/2025 đến 28/02/2026)", as a person reads it (translated, appends), and types it: what tells no days belongs to the name. */
void agency_alias_describe(const struct agency_alias *alias, struct strbuf *out);
void agency_alias_read(const char *text, struct agency_alias *out);
/* A line of a store: the name, or a link with its days. Appends. */
void agency_alias_to_line(const struct agency_alias *alias, struct strbuf *out);
void agency_alias_from_line(const char *text, struct agency_alias *out);

/* DAY lies between the two, which belong to it; none: without an end. */
bool date_within(struct date day, struct date first, struct date last);
/* Its name, with its days where it has any: "Sở X (đến 28/02/2025)". Appends, translated. */
void agency_describe(const struct agency *agency, struct strbuf *out);
/* A day on which a body bears the name that it has last; none where no day of it is known. */
struct date agency_day_of_name(const struct agency *agency);
/* What a body was called on DAY. Borrowed; the symbol may be NULL. */
const char *agency_name_on(const struct agency *agency, struct date day);
const char *agency_code_on(const struct agency *agency, struct date day);

/*
 * Where a task stands on a day. The five are exclusive; DONE_* only for done tasks.
 */
enum standing {
	STANDING_UNDATED,	/* no last day: never late */
	STANDING_ONTIME,	/* open, the last day not passed */
	STANDING_SOON,		/* open, due within SOON_DAYS days */
	STANDING_OVERDUE,	/* open, the last day passed */
	STANDING_DONE,
	STANDING_DONE_LATE,
};
enum { SOON_DAYS = 7 };

/* Of an open or done piece of work due on DUE (may be unset), as of DAY. */
enum standing standing_of(bool done, struct date done_on, struct date due, struct date day);
const char *standing_word(enum standing standing);
bool standing_from_word(const char *word, enum standing *standing);

/*
 * The status of a task of which DONE of ALL obligations are done: a task is done
 * when they all are. Other words of a clerk stay.
 */
enum task_status task_status_by_marks(enum task_status present, int all, int done);

/* TO gets the state of FROM and all that was recorded in it. */
void obligation_record_copy(struct obligation *to, const struct obligation *from);

/* Two periods of obligations are the same; NULL: the whole task. */
bool same_period(const char *a, const char *b);
/* Something was recorded in it that may not be lost. */
bool obligation_is_recorded(const struct obligation *obligation);

/* How far a plan or a section is. A task counts one; `overdue` are open tasks whose last day is past. */
struct progress {
	int tasks;
	int done;
	int overdue;
};

#endif
