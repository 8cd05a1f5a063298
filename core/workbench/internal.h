/*
 * internal.h: what the use cases share. Only core/workbench/ includes it.
 */
#ifndef WORKBENCH_INTERNAL_H
#define WORKBENCH_INTERNAL_H

#include "core/workbench/workbench.h"

/* A set of agencies in order, each once. */
struct agency_ids {
	row_id *items;
	size_t count, cap;
};

void agency_ids_add(struct agency_ids *ids, row_id id);		/* once */
bool agency_ids_has(const struct agency_ids *ids, row_id id);
void agency_ids_release(struct agency_ids *ids);

/* True when NAME is its name, code or an alias, in any spelling. */
bool agency_is_named(const struct agency *agency, const char *name);

/* ALIAS with its days, unless it answers to it already; true when that changed it. */
bool agency_take_alias(struct agency *agency, const struct agency_alias *alias);

/* It was called so before; it is called so on a day that it is there. */
bool agency_was_named(const struct agency *agency, const char *name);
bool agency_is_named_on(const struct agency *agency, const char *name, struct date day);
/* The same, on some day from FIRST to LAST; that it is there then is not looked at. */
bool agency_is_named_between(const struct agency *agency, const char *name, struct date first, struct date last);
/* Both are there on some day. */
bool agencies_meet(const struct agency *a, const struct agency *b);
/* Inside a step: exactly WANTED are the members of GROUP today. */
enum status put_members(struct workbench *wb, row_id group, const struct agency_ids *wanted, bool *changed,
			struct error *err);

/* STATUS_DENIED when the body above AGENCY is a group, itself or one below it. */
enum status refuse_parent(const struct agency_list *list, const struct agency *agency, struct error *err);
/* STATUS_DENIED when AGENCY has a name or a code that another of LIST has while both are there. */
enum status refuse_taken(const struct agency_list *list, const struct agency *agency, struct error *err);

/* Whether an obligation was handed over: on to another body, or in from one. */
enum hand_over { NOT_HANDED, HANDED_ON, HANDED_IN };
enum hand_over transfer_of(const struct transfer_list *list, row_id obligation);
/* It ended before today. Agency 0: nobody, who does not end. */
enum status is_dissolved(struct store *store, row_id agency, bool *dissolved, struct error *err);

/* Inside a step: put what RECORDS know and the register does not. ADDED and CHANGED go up. */
enum status load_agencies(struct workbench *wb, const struct agency_record_list *records, size_t *added,
			  bool *changed, struct error *err);

/* Inside a step: what was granted to the body of FROM alone, for that share, counts for TO as well. */
enum status pass_extensions(struct store *store, const struct obligation *from, row_id to, struct error *err);

/* The labels of a plan in another version of it, and those of a task. */
enum status carry_labels(struct store *store, row_id older, row_id plan, struct error *err);
enum status carry_labels_of(struct store *store, row_id older, row_id plan, row_id task, struct error *err);

enum status step_begin(struct workbench *wb, const char *action, row_id plan, struct error *err);

/*
 * End a step: commit when STATUS is OK and something changed, else take it all
 * back. SUMMARY is released. Returns STATUS, or why the commit failed.
 */
enum status step_end(struct workbench *wb, enum status status, bool changed, struct strbuf *summary, struct error *err);

/* Inside a step: what the use cases of one task do. CHANGED is set when something was. */
enum status assign_in_step(struct store *store, row_id task, enum role role, const row_id *agencies, size_t count, bool *changed,
			   struct error *err);
enum status set_deadline_in_step(struct store *store, row_id task, const char *text, bool *changed, struct error *err);
enum status label_in_step(struct store *store, row_id task, const struct label_order *orders, size_t count, bool *changed,
			  struct error *err);

/* Append "II.1-2"; for several tasks "3 nhiệm vụ". */
enum status describe_tasks(struct workbench *wb, const struct task_ids *tasks, struct strbuf *out, struct error *err);

/* Append "Sở Nội vụ; Sở Tư pháp", "không ai". */
enum status describe_agencies(struct store *store, const row_id *agencies, size_t count, struct strbuf *out,
			      struct error *err);
/* TEXT as a field keeps it; NULL: nothing is left of it. Caller frees. */
char *cleaned_or_null(const char *text);

/* The bodies that AGENCIES stand for: a group's members, or itself while it has none. */
enum status expand_agencies(struct store *store, const struct agency_ids *agencies, struct agency_ids *out,
			    struct error *err);

/* Who has ROLE on TASK, groups as such. */
enum status bodies_of_role(struct store *store, row_id task, enum role role, struct agency_ids *out, struct error *err);
/* The bodies that lead TASK: members of groups one by one. */
enum status lead_bodies(struct store *store, row_id task, struct agency_ids *bodies, struct error *err);
/* LIST has what AGENCY owes in PERIOD, also when it is closed. */
bool has_share(const struct obligation_list *list, row_id agency, const char *period);

/* What a body that leads TASK owes of it: the whole, or its share in each of the periods of its rhythm. */
struct dues {
	const struct task *task;	/* borrowed */
	struct period_list periods;
	bool whole;			/* it is owed without period */
	bool results;			/* the periods take a result, and owe none */
};

enum status dues_read(struct store *store, const struct task *task, struct dues *dues, struct error *err);
void dues_release(struct dues *dues);
/* Whether an obligation of PERIOD (NULL: of the whole) has its place in the task; DUE gets its last day. */
bool dues_find(const struct dues *dues, const char *period, struct date *due);

/* The tasks of PLAN that periods may concern. */
enum status periodic_tasks(struct store *store, row_id plan, struct task_list *out, struct error *err);
/* Inside a step: what they owe, as the periods are now. */
enum status sync_periods(struct store *store, row_id plan, struct error *err);
/* The same after work was added: nothing to do where no period is open. */
enum status sync_new_work(struct store *store, row_id plan, struct error *err);

/*
 * Make the obligations of TASK those of its present leads, due on its present
 * last day or in the present periods, and its status what they say; TASK is written when that changed it.
 */
enum status sync_obligations(struct store *store, struct task *task, struct error *err);

/* Set the status that the obligations of TASK say (done when all are) and write it if it differs. */
enum status sync_status(struct store *store, struct task *task, const struct obligation_list *obligations,
			struct error *err);

/* Bring every task that GROUP leads in line with its members. */
enum status sync_group(struct workbench *wb, row_id group, struct error *err);

#endif
