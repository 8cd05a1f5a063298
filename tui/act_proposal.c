/* What the keys do to proposals to amend a task. */
#include <stdlib.h>
#include <string.h>

#include "tui/job.h"
#include "tui/picker.h"
#include "tui/prompt.h"

static enum status accept_proposal(void *context, struct app *app, const char *text, struct error *err)
{
	const struct job *job = context;
	row_id id;
	enum status status = workbench_propose(app->wb, job->tasks.items[0], 0, text, date_make(0, 0, 0), &id, err);

	if (!status)
		say_done(app, _("Đã ghi đề xuất"), &job->tasks);
	return status;
}

int act_task_propose(struct app *app, struct view *view)
{
	struct job *job = job_new(app, view);
	char *field = field_name("proposal", job->tasks.items[0]);
	struct prompt_spec spec = {
		.label = _("Đề xuất điều chỉnh"), .field = field, .max = LINE_MAX_LETTERS, .accept = accept_proposal,
		.context = job, .release = job_free,
	};

	app_push(app, prompt_new(app, &spec));
	free(field);
	return NOTHING;
}

/* --- deciding ------------------------------------------------------------ */

/* Which proposal, and then what becomes of it. */
struct choice {
	row_id proposal;
	enum proposal_state state;
};

static struct choice *choice_new(row_id proposal, enum proposal_state state)
{
	struct choice *choice = xcalloc(1, sizeof *choice);

	*choice = (struct choice){ proposal, state };
	return choice;
}

static enum status accept_document(void *context, struct app *app, const char *text, struct error *err)
{
	const struct choice *choice = context;
	struct decision_order order = { .state = choice->state, .document = *text ? text : NULL };
	enum status status = workbench_decide_proposal(app->wb, choice->proposal, &order, err);

	if (!status)
		app_say(app, _("Đề xuất: %s · u để hoàn tác"), proposal_state_label(choice->state));
	return status;
}

static enum status accept_state(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	const struct choice *choice = context;
	char *field = field_name("decision", choice->proposal);
	struct prompt_spec spec = {
		.label = _("Theo văn bản (có thể để trống)"), .field = field, .max = LINE_MAX_LETTERS, .accept = accept_document,
		.context = choice_new(choice->proposal, (enum proposal_state)(ids[0] - 1)), .release = free,
	};

	(void)count;
	(void)err;
	app_push(app, prompt_new(app, &spec));
	free(field);
	return OK;
}

static void ask_state(struct app *app, row_id proposal)
{
	struct picker_spec spec = {
		.title = _("Kết quả"), .accept = accept_state, .context = choice_new(proposal, PROPOSAL_MADE), .release = free,
	};

	for (int state = PROPOSAL_MADE; state <= PROPOSAL_REJECTED; state++) {
		struct picker_item item = { .id = state + 1, .name = xstrdup(proposal_state_label((enum proposal_state)state)) };

		picker_item_list_add(&spec.items, &item);
	}
	app_push(app, picker_new(&spec));
}

static enum status accept_which(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	(void)context;
	(void)count;
	(void)err;
	ask_state(app, ids[0]);
	return OK;
}

static void ask_which(struct app *app, const struct proposal_list *list)
{
	struct picker_spec spec = { .title = _("Đề xuất nào"), .accept = accept_which };

	for (size_t i = 0; i < list->count; i++) {
		struct picker_item item = {
			.id = list->items[i].id, .name = xstrdup(list->items[i].text),
			.detail = xstrdup(proposal_state_label(list->items[i].state)),
		};

		picker_item_list_add(&spec.items, &item);
	}
	app_push(app, picker_new(&spec));
}

int act_task_decide(struct app *app, struct view *view)
{
	struct target target;
	struct proposal_list list = { 0 };
	struct error err = ERROR_INIT;
	enum status status;

	app_target(app, view, &target);
	status = app->wb->store->proposals(app->wb->store, 0, target.task, &list, &err);
	if (status)
		app_complain(app, &err);
	else if (!list.count)
		app_say(app, _("Nhiệm vụ này chưa có đề xuất điều chỉnh nào; nhấn x để ghi"));
	else if (list.count == 1)
		ask_state(app, list.items[0].id);
	else
		ask_which(app, &list);
	target_release(&target);
	proposal_list_release(&list);
	error_release(&err);
	return NOTHING;
}
