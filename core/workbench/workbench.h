/*
 * workbench.h: the use cases, one function each, over the store interface.
 *
 * A use case reads what it needs, checks the rules, and makes one transaction:
 * one entry of the journal, one step of undo. It never waits for a person. The
 * words of its summary are recorded in the journal. Errors are whole sentences; STATUS_CONFLICT
 * means that somebody else changed the row since this one read it and nothing was
 * written.
 */
#ifndef WORKBENCH_WORKBENCH_H
#define WORKBENCH_WORKBENCH_H

#include "core/intake/intake.h"
#include "core/store.h"
#include "core/viet/input.h"

/* What is written in the same step as a use case, before its commit: a conclusion beside the change that it makes. */
struct along {
	const char *label;	/* begins the summary; borrowed */
	enum status (*write)(struct along *, struct store *, struct error *);
};

struct workbench {
	struct store *store;	/* borrowed */
	char *user;		/* who acts; stands in the journal */
	struct along *along;	/* NULL: nothing */
};

void workbench_init(struct workbench *wb, struct store *store, const char *user);
void workbench_release(struct workbench *wb);	/* does not close the store */

/* Several tasks acted on at once: one step. */
struct task_ids {
	row_id *items;
	size_t count, cap;
};

void task_ids_add(struct task_ids *ids, row_id id);
bool task_ids_has(const struct task_ids *ids, row_id id);
void task_ids_remove(struct task_ids *ids, row_id id);
void task_ids_release(struct task_ids *ids);

/* --- names -> rows ------------------------------------------------------ */

/* A plan by id or number ("15/KH-UBND"); TEXT NULL: the only plan there is. Superseded ones only by id. */
enum status workbench_find_plan(struct workbench *wb, const char *text, row_id *plan, struct error *err);
/* A task by id or by path in PLAN ("II.1-1"). */
enum status workbench_find_task(struct workbench *wb, row_id plan, const char *text, row_id *task, struct error *err);
/* The day that names in PLAN are meant for: its date; today where it has none or there is no plan (0). */
enum status workbench_names_day(struct workbench *wb, row_id plan, struct date *day, struct error *err);

/*
 * An agency or group by code, name, alias or an unambiguous start of one, with or
 * without accents. An exact hit beats a beginning. STATUS_AMBIGUOUS names the ones
 * that fit. Of several that fit as well the one that bore the name on a day: today, or the one told behind "@"
 * ("STC@28/2/2025").
 */
enum status workbench_find_agency(struct workbench *wb, const char *text, row_id *agency, struct error *err);
enum status workbench_find_agency_on(struct workbench *wb, const char *text, struct date day, row_id *agency,
				     struct error *err);
/* Of the bodies that fit, one that is dissolved: of the same name it is the one whose work is handed over. */
enum status workbench_find_dissolved(struct workbench *wb, const char *text, row_id *agency, struct error *err);
/* The same over a list that was read already (pickers, imports). */
enum status agency_list_find(const struct agency_list *list, const char *text, const struct agency **found,
			     struct error *err);
/* How many of LIST fit best; the first MOST of them go to FITS. */
size_t agency_list_fits(const struct agency_list *list, const char *text, const struct agency **fits, size_t most);
enum status agency_list_find_on(const struct agency_list *list, const char *text, struct date day,
				const struct agency **found, struct error *err);

/* Read the filter language; agency names are resolved. */
enum status workbench_filter(struct workbench *wb, row_id plan, const char *text, struct filter *out, struct error *err);

/* --- import ------------------------------------------------------------- */

struct import_report {
	row_id plan;
	bool unchanged;			/* exactly this file is stored already */
	size_t sections, tasks, obligations;
	struct string_list new_agencies;	/* not in the register before; by name */
	size_t matched, completed, left;	/* of an appendix: tasks that were there, those of them that got something,
						   those of the plan that it does not tell of */
	size_t carried;				/* of a new version: tasks that keep what was recorded of them */
	struct string_list changes;		/* what differs from the older version, or, in an appendix, from what is
						   stored and stays; a sentence each */
};

void import_report_release(struct import_report *report);

/*
 * Store DRAFT with the file it came from; agencies that are not in the register
 * are added to it. A plan of the same type, number, issuer and date is refused
 * (STATUS_DENIED) unless NEW_VERSION, which keeps the older one and marks it
 * superseded; tasks that are the same work keep marks, evidence, status, notes and
 * what a person had changed of them.
 */
enum status workbench_import(struct workbench *wb, const struct draft *draft, const struct source *source,
			     bool new_version, struct import_report *report, struct error *err);

/*
 * What would change against the plan of that identity that is stored: OLDER gets its
 * id (0: there is none), CHANGES a sentence for each difference.
 */
enum status workbench_compare(struct workbench *wb, const struct draft *draft, row_id *older,
			      struct string_list *changes, struct error *err);

/*
 * What was decided when the plan of that identity that is stored was reviewed, where the same lines stand in
 * MANUSCRIPT, from which DRAFT was read: to be read with. Adds to HINTS.
 */
enum status workbench_decided(struct workbench *wb, const struct draft *draft, const struct manuscript *manuscript,
			      struct hint_list *hints, struct error *err);

/*
 * Add the tasks of an appendix to PLAN, in one step that can be taken back. One that is there already gets
 * what it lacks (leads, coordinators, deadline, product) and keeps what it has; new ones become the
 * section "PL" ("PL2", …). The same file again changes nothing.
 */
enum status workbench_import_appendix(struct workbench *wb, row_id plan, const struct draft *draft,
				      const struct source *source, struct import_report *report, struct error *err);

/*
 * The draft of a plan for YEAR (0: the one after PLAN's own): the headings of PLAN and, of its tasks, what comes back or
 * goes on and what is not done, with who does it today; days of this year become those of YEAR, as guesses. It tells
 * which plan it renews. Taken back as an import is. A second draft for that year is STATUS_DENIED.
 */
enum status workbench_renew(struct workbench *wb, row_id plan, int year, row_id *draft, struct error *err);

/*
 * The files that PLAN names as coming with it. PRESENT: one of its sources has the name, whatever its ending and
 * spelling; or it is the only appendix that the plan names, and an appendix of another name was brought to it. That
 * follows from what is stored, so taking the appendix back makes it missing again.
 */
enum status plan_attachments(struct store *store, row_id plan, struct attachment_list *list, struct error *err);

/* Add agencies, aliases and group memberships that are not there yet (one step). */
enum status workbench_load_agencies(struct workbench *wb, const struct agency_record_list *list,
				    size_t *added, struct error *err);

/* The whole register, as workbench_load_agencies() takes it. */
enum status workbench_agency_records(struct workbench *wb, struct agency_record_list *out, struct error *err);

/*
 * What tells each body of LIST, the whole register, from the others, in its order: its name, with a day on which it
 * bore it ("Sở Nội vụ@2025-02-28") where another one answers or answered to that name.
 */
void agency_references(const struct agency_list *list, struct string_list *out);

/* Two rows of the register that seem to be one body: names, aliases or letters are the same, on the same days. */
struct agency_pair {
	struct agency first, second;
};
DECLARE_RECORD(agency_pair);
enum status workbench_duplicates(struct workbench *wb, struct agency_pair_list *out, struct error *err);

/* Whether the reading of words that were issued with a slip holds. CORRECTION as it was read. */
enum status workbench_decide_correction(struct workbench *wb, const struct correction *correction,
					enum correction_state state, struct error *err);

/* --- tasks -------------------------------------------------------------- */

/*
 * Set who has ROLE on each task: exactly the COUNT agencies and groups given, in
 * that order. A lead is not also a coordinator. Leads make the
 * obligations: one per agency, one per member of a group; those of bodies that
 * no longer lead are closed when something had been recorded in them, else removed.
 */
enum status workbench_assign(struct workbench *wb, const struct task_ids *tasks, enum role role,
			     const row_id *agencies, size_t count, struct error *err);

/* The same for several roles in one step, in the order given: leads first. */
struct role_bodies {
	enum role role;
	const row_id *agencies;		/* borrowed */
	size_t count;
};
enum status workbench_assign_roles(struct workbench *wb, const struct task_ids *tasks, const struct role_bodies *roles,
				   size_t count, struct error *err);

/* Set the deadline in words; REASON may be NULL. Empty TEXT takes it away. */
enum status workbench_set_deadline(struct workbench *wb, const struct task_ids *tasks, const char *text,
				   const char *reason, struct error *err);

/*
 * Gia hạn: what is not done yet gets a later last day; the plan's own stays beside it. Strings borrowed.
 */
struct extension_order {
	row_id agency;		/* 0: all that lead; else this one's (or this group's members') shares */
	const char *period;	/* needed where several could be meant; NULL: the whole task, or its only one */
	const char *due;	/* in words, "15/10/2013"; "": what was granted is withdrawn */
	const char *reason;	/* required, but to withdraw */
	const char *document;	/* that grants it; may be NULL */
	struct date day;	/* that it was granted on; unset: today */
};
/* CHANGED gets how many shares were extended, or extensions withdrawn; none is STATUS_DENIED. */
enum status workbench_extend(struct workbench *wb, const struct task_ids *tasks, const struct extension_order *order,
			     size_t *changed, struct error *err);

/* What AGENCY (0: it is not said who) proposes to change of TASK. DAY unset: today. */
enum status workbench_propose(struct workbench *wb, row_id task, row_id agency, const char *text, struct date day,
			      row_id *id, struct error *err);
/* What came of it. DOCUMENT NULL: the one that was named before stays. DAY unset: today; only where it is decided. */
struct decision_order {
	enum proposal_state state;
	const char *document;
	struct date day;
};
enum status workbench_decide_proposal(struct workbench *wb, row_id proposal, const struct decision_order *order,
				      struct error *err);

/* The areas of a plan, each once. An area that goes is taken off its tasks. */
enum status workbench_add_area(struct workbench *wb, row_id plan, const char *name, struct error *err);
enum status workbench_rename_area(struct workbench *wb, row_id plan, const char *from, const char *to, struct error *err);
enum status workbench_remove_area(struct workbench *wb, row_id plan, const char *name, struct error *err);
/* A tag that no task has yet. */
enum status workbench_add_tag(struct workbench *wb, row_id plan, const char *name, row_id *id, struct error *err);

/* Put the tasks into areas and give them tags, or (REMOVE) take that back. A tag that is not there yet comes with it. */
struct label_order {
	enum label_sort kind;
	const struct string_list *names;	/* borrowed */
	bool remove;
};
enum status workbench_label(struct workbench *wb, const struct task_ids *tasks, const struct label_order *orders, size_t count,
			    struct error *err);
/* Exactly these are the labels of each task. */
enum status workbench_set_labels(struct workbench *wb, const struct task_ids *tasks, const row_id *labels, size_t count,
				 struct error *err);

/* The criteria of a year by their codes. */
enum status workbench_criteria(struct workbench *wb, int year, struct criterion_list *out, struct error *err);
/* What is written of one, by year and code; NULL stays as it is. A new one needs a name. Borrowed. */
struct criterion_order {
	int year;
	const char *code, *name, *evidence;
	const int *maximum, *self, *verified;	/* hundredths, or NO_POINTS */
	const struct task_ids *tasks;		/* that serve it, besides those that do already */
	row_id plan;				/* of this plan only those; 0: none is taken away */
};
/* All of them in one step. Points above the maximum are STATUS_INVALID. */
enum status workbench_save_criteria(struct workbench *wb, const struct criterion_order *orders, size_t count, struct error *err);
enum status workbench_drop_criterion(struct workbench *wb, int year, const char *code, struct error *err);

/* What goes with a mark; NULL / unset: none, ON unset: today. */
struct done_mark {
	row_id agency;		/* 0: all that lead; else this one's (or this group's members') obligations */
	const char *period;	/* "2013-Q3"; needed where several periods could be meant */
	struct date on;
	const char *evidence;	/* a document's number and date in it are kept by themselves as well */
	const char *cause;	/* why it is late; NULL: what was told before stays */
};

/* CHANGED gets how many obligations (or tasks without any) were marked; nothing to mark is STATUS_DENIED. */
enum status workbench_mark_done(struct workbench *wb, const struct task_ids *tasks, const struct done_mark *mark,
				size_t *changed, struct error *err);
/* Of the mark only AGENCY and PERIOD count. What was told of the cause stays. */
enum status workbench_take_back(struct workbench *wb, const struct task_ids *tasks, const struct done_mark *mark,
				size_t *changed, struct error *err);

/*
 * Why what is late, or was done late, is so: of AGENCY (0: all), in PERIOD (NULL: where there is just one). NULL or ""
 * takes it away. Nothing late is STATUS_DENIED.
 */
enum status workbench_explain(struct workbench *wb, const struct task_ids *tasks, row_id agency, const char *period,
			      const char *cause, struct error *err);

/* A person looked at what was guessed of the tasks and lets it stand. Nothing guessed is STATUS_DENIED. */
enum status workbench_accept(struct workbench *wb, const struct task_ids *tasks, struct error *err);

/* OPEN, DOING, SUSPENDED or CANCELLED; DONE goes through workbench_mark_done(). */
enum status workbench_set_status(struct workbench *wb, const struct task_ids *tasks, enum task_status status,
				 struct error *err);

/* New last task of SECTION; TASK gets its id. TITLE is cleaned and must not be empty. */
enum status workbench_add_task(struct workbench *wb, row_id section, const char *title, row_id *task, struct error *err);

enum task_field { FIELD_TITLE, FIELD_TEXT, FIELD_PRODUCT };

/* VERSION is the one the editor started from: another one in the store is STATUS_CONFLICT, nothing is lost. */
enum status workbench_edit_task(struct workbench *wb, row_id task, int version, enum task_field field,
				const char *value, struct error *err);
/* The same for several fields in one step. */
struct field_value {
	enum task_field field;
	const char *text;		/* borrowed */
};
enum status workbench_edit_fields(struct workbench *wb, row_id task, int version, const struct field_value *values,
				  size_t count, struct error *err);
enum status workbench_add_note(struct workbench *wb, row_id task, const char *text, struct error *err);

/* --- agencies ----------------------------------------------------------- */

/* Insert (id 0) or update. Name required; a name or code of another agency is STATUS_DENIED. */
enum status workbench_save_agency(struct workbench *wb, struct agency *agency, struct error *err);
/* Exactly these are the members of GROUP; open obligations of tasks that the group leads follow. */
enum status workbench_set_members(struct workbench *wb, row_id group, const row_id *members, size_t count,
				  struct error *err);

/* --- agencies over time -------------------------------------------------- */

/* What orders a change of the register: from DAY, which may not be to come, by DOCUMENT. Borrowed. */
struct ordered {
	struct date day;
	const char *document;
};

/* What it was called before stays its name of that time. CODE NULL: the symbol stays; "": it has none. */
enum status workbench_rename_agency(struct workbench *wb, row_id agency, const char *name, const char *code,
				    const struct ordered *order, struct error *err);

/*
 * The bodies FROM end the day before; INTO come after them: one into which they merge, several into which they
 * split, none. A name in INTO is a body that is there and goes on, or else a new one, even where one of FROM bears the
 * same. PART: those of FROM go on, only some of their work goes to INTO. Who comes after takes the places in the
 * groups; what was open stays open with the body that it was given to until it is handed over.
 */
struct reorganisation {
	const row_id *from;
	size_t from_count;
	struct string_list into;
	bool part;
	struct ordered order;
};
enum status workbench_reorganise(struct workbench *wb, const struct reorganisation *wanted, struct error *err);

/*
 * Chuyển giao: what FROM, which is dissolved, has open in PLAN (0: all to work with) is closed with what was recorded
 * in it; TO gets the same work with the same last day, once. Strings borrowed; DOCUMENT may be NULL.
 */
struct hand_over_order {
	row_id from, to, plan;
	const char *reason, *document;
};
enum status workbench_hand_over(struct workbench *wb, const struct hand_over_order *order, size_t *count,
				struct error *err);

/*
 * FROM and TO are one body, written down twice: all that FROM has becomes TO's, what both owe of the same work is owed
 * once and keeps what was recorded, FROM's names find TO, and FROM goes.
 */
enum status workbench_join_agencies(struct workbench *wb, row_id from, row_id to, struct error *err);

/* --- the person --------------------------------------------------------- */

/* How the one who acts types Vietnamese: remembered, but no change of any plan. */
struct typing {
	enum viet_method method;
	enum viet_tone_style style;
};

/* What was never kept is off, and the older style. */
enum status workbench_typing(struct workbench *wb, struct typing *typing, struct error *err);
/* STATUS_BUSY at once while somebody writes. */
enum status workbench_keep_typing(struct workbench *wb, const struct typing *typing, struct error *err);

/* Texts that the one who acts left in fields without accepting them; lists of one length, appended to. */
enum status workbench_drafts(struct workbench *wb, struct string_list *fields, struct string_list *texts, struct error *err);
/* TEXT NULL: the one of FIELD is forgotten. Waits while others write. */
enum status workbench_keep_draft(struct workbench *wb, const char *field, const char *text, struct error *err);

/* What was accepted in fields of each kind, the oldest first, each ended by "\n"; lists of one length, appended to. */
enum status workbench_histories(struct workbench *wb, struct string_list *kinds, struct string_list *texts, struct error *err);
enum status workbench_keep_history(struct workbench *wb, const char *kind, const char *texts, struct error *err);

/* Filters that the one who acts gave a name; lists of one length, appended to. */
enum status workbench_saved_filters(struct workbench *wb, struct string_list *names, struct string_list *filters, struct error *err);
/* FILTER NULL: the one of that name is forgotten. */
enum status workbench_save_filter(struct workbench *wb, const char *name, const char *filter, struct error *err);

/* --- undo --------------------------------------------------------------- */

/* Without IMPORTS STATUS_DENIED, in words that say which, when an import is the last action; with it its plan is withdrawn. */
enum status workbench_undo(struct workbench *wb, bool imports, struct change *what, struct error *err);
enum status workbench_redo(struct workbench *wb, struct change *what, struct error *err);

#endif
