/* What a reviewing person said of a task, in place of what was understood. */
#include "core/intake/job.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/deadline.h"

bool intake_read_bodies(const char *text, struct agency_list *list)
{
	struct who who = { 0 };
	bool whole = who_read_list(text, &who) && !who.partly && !who.coordinating.count && !who.via;

	agency_list_clear(list);
	for (size_t i = 0; whole && i < who.leads.count; i++)
		agency_list_add_name(list, who.leads.items[i].name, who.leads.items[i].kind);
	who_release(&who);
	return whole;
}

/* Names parted by ";": a person has seen what they mean, so they are taken at their word. */
static void set_bodies(const char *value, struct agency_list *list)
{
	char *names = xstrdup(value), *rest = names, *name;

	agency_list_clear(list);
	while ((name = strsep(&rest, ";"))) {
		name += strspn(name, " ");
		if (*name)
			agency_list_add_name(list, name, agency_kind_of_name(name));
	}
	free(names);
}

static void set_words(char **words, const char *value)
{
	replace_string(words, *value ? value : NULL);
}

static const char *said_there(const struct reading *r, const struct job *job, enum hint_kind kind)
{
	const struct hint *hint = hint_find(&r->hints, (struct manuscript_place){ job->first, job->start }, kind);

	return hint ? hint->value : NULL;
}

/* What a person said there of the task, and that he said it; NULL: nothing. */
static const char *said(const struct reading *r, const struct job *job, enum hint_kind kind, enum task_part part,
			struct draft_task *task)
{
	const struct hint *hint = hint_find(&r->hints, (struct manuscript_place){ job->first, job->start }, kind);

	if (!hint)
		return NULL;
	task->task.decided |= part;
	if (!hint->carried)
		task->anew |= part;
	return hint->value;
}

/* What was said of the words before they were split is what the other part goes by, as if it were printed. */
void label_as_said(struct job *job, const struct reading *r)
{
	const char *lead = said_there(r, job, HINT_LEAD), *with = said_there(r, job, HINT_COORDINATING);
	const char *when = said_there(r, job, HINT_DEADLINE);

	if (lead && *lead)
		set_bodies(lead, &job->labelled.leads);
	if (with && *with)
		set_bodies(with, &job->labelled.coordinating);
	if (when && *when)
		replace_string(&job->time, when);
}

/* The guess that was added last is about what a person said. */
static void mark_as_said(const struct reading *r)
{
	r->draft->guesses.items[r->draft->guesses.count - 1].said = true;
}

static void set_leads(const struct job *job, struct reading *r, struct draft_task *task, const char *value)
{
	set_bodies(value, &task->leads);
	task->task.inherited = false;
	if (task->leads.count)
		return;
	doubt(r, job->first, ABOUT_LEAD, CERTAINTY_GUESS, _("chưa rõ cơ quan chủ trì"));
	mark_as_said(r);
}

static void set_deadline(const struct job *job, struct reading *r, struct deadline *deadline, const char *value)
{
	deadline_release(deadline);
	if (!*value || deadline_parse(value, r->draft->plan.year, deadline))
		return;
	doubt(r, job->first, ABOUT_DEADLINE, CERTAINTY_GUESS, _("thời hạn «%s» chưa hiểu thành ngày"), value);
	mark_as_said(r);
}

void apply_hints(const struct job *job, struct reading *r, struct draft_task *task)
{
	const char *lead = said(r, job, HINT_LEAD, PART_LEAD, task);
	const char *with = said(r, job, HINT_COORDINATING, PART_COORDINATING, task);
	const char *when = said(r, job, HINT_DEADLINE, PART_DEADLINE, task);
	const char *title = said(r, job, HINT_TITLE, PART_TITLE, task);
	const char *product = said(r, job, HINT_PRODUCT, PART_PRODUCT, task);

	if (lead)
		set_leads(job, r, task, lead);
	if (with)
		set_bodies(with, &task->coordinating);
	if (when)
		set_deadline(job, r, &task->task.deadline, when);
	if (title && *title)
		replace_string(&task->task.title, title);
	if (product)
		set_words(&task->task.product, product);
}
