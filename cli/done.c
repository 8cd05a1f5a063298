/* Marking obligations done, taking that back, and why they are late. */
#include "cli/command.h"

#include <stdlib.h>

#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/workbench/subplan.h"

static enum status find_agency(struct cli *cli, row_id *agency, struct error *err)
{
	const char *name = option_value(&cli->arguments, OPTION_AGENCY);

	*agency = 0;
	return name ? find_agency_of_plan(cli, name, agency, err) : OK;
}

static enum status read_day(struct cli *cli, struct date *day, struct error *err)
{
	const char *text = option_value(&cli->arguments, OPTION_ON);
	struct date today = clock_today();

	if (!text || date_from_words(text, today.year, today, day))
		return OK;
	return misuse(cli, err, _("Không hiểu ngày «%s»; hãy viết như 15/9/2013."), text);
}

/* A plan that stands for the work: it is the evidence, and its day the day it was done. */
static enum status read_subplan(struct cli *cli, struct done_mark *mark, struct strbuf *evidence, struct error *err)
{
	const char *name = option_value(&cli->arguments, OPTION_SUBPLAN);
	struct plan plan = { 0 };
	row_id id = 0;
	enum status status = name ? workbench_find_plan(&cli->workbench, name, &id, err) : OK;

	if (status != OK || !name)
		return status;
	if (id == cli->plan)
		return error_set(err, STATUS_DENIED, _("Một kế hoạch không thể là kế hoạch con của chính nó."));
	status = cli->store->plan_get(cli->store, id, &plan, err);
	if (status == OK && !plan.number)
		status = error_set(err, STATUS_DENIED, _("Kế hoạch con chưa có số, ký hiệu nên chưa nêu làm minh chứng được."));
	if (status == OK)
		plan_as_evidence(&plan, evidence);
	mark->evidence = evidence->text;
	if (!date_is_set(mark->on) && date_is_valid(plan.date))
		mark->on = plan.date;
	plan_release(&plan);
	return status;
}

static enum status run_done(struct cli *cli, struct error *err)
{
	struct strbuf subplan = STRBUF_INIT;
	struct done_mark mark = {
		.evidence = option_value(&cli->arguments, OPTION_EVIDENCE),
		.cause = option_value(&cli->arguments, OPTION_CAUSE),
	};
	struct task_ids tasks = { 0 };
	char *period = NULL;
	size_t changed;
	enum status status = read_day(cli, &mark.on, err);

	if (status == OK)
		status = find_agency(cli, &mark.agency, err);
	if (status == OK)
		status = find_period_option(cli, &period, err);
	mark.period = period;
	if (status == OK)
		status = read_subplan(cli, &mark, &subplan, err);
	if (status == OK)
		status = find_task_words(cli, &tasks, err);
	if (status == OK)
		status = workbench_mark_done(&cli->workbench, &tasks, &mark, &changed, err);
	task_ids_release(&tasks);
	strbuf_release(&subplan);
	free(period);
	return status;
}

static enum status run_undone(struct cli *cli, struct error *err)
{
	struct done_mark mark = { 0 };
	struct task_ids tasks = { 0 };
	char *period = NULL;
	size_t changed;
	enum status status = find_agency(cli, &mark.agency, err);

	if (status == OK)
		status = find_period_option(cli, &period, err);
	mark.period = period;
	if (status == OK)
		status = find_task_words(cli, &tasks, err);
	if (status == OK)
		status = workbench_take_back(&cli->workbench, &tasks, &mark, &changed, err);
	task_ids_release(&tasks);
	free(period);
	return status;
}

static enum status run_cause(struct cli *cli, struct error *err)
{
	struct task_ids tasks = { 0 };
	char *period = NULL, *text = words_from(&cli->arguments, 1);
	row_id task, agency;
	enum status status = find_agency(cli, &agency, err);

	if (status == OK)
		status = find_period_option(cli, &period, err);
	if (status == OK)
		status = find_task_word(cli, 0, &task, err);
	if (status == OK) {
		task_ids_add(&tasks, task);
		status = workbench_explain(&cli->workbench, &tasks, agency, period, text, err);
	}
	task_ids_release(&tasks);
	free(period);
	free(text);
	return status;
}

const struct command command_done = {
	.name = "done", .usage = N_("NHIỆM_VỤ…"), .help = N_("đánh dấu xong; với --agency chỉ phần việc của một cơ quan"),
	.run = run_done, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(AGENCY) | OPTION_BIT(PERIOD) | OPTION_BIT(ON) | OPTION_BIT(EVIDENCE) | OPTION_BIT(CAUSE) |
		   OPTION_BIT(SUBPLAN), .least = 1, .most = ANY_NUMBER,
};

const struct command command_undone = {
	.name = "undone", .usage = N_("NHIỆM_VỤ…"), .help = N_("bỏ đánh dấu xong; với --agency chỉ phần việc của một cơ quan"),
	.run = run_undone, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(AGENCY) | OPTION_BIT(PERIOD), .least = 1, .most = ANY_NUMBER,
};

const struct command command_cause = {
	.name = "cause", .usage = N_("NHIỆM_VỤ NGUYÊN_NHÂN"),
	.help = N_("ghi vì sao phần việc chậm hạn; \"\" là bỏ; với --agency chỉ của một cơ quan"),
	.run = run_cause, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(AGENCY) | OPTION_BIT(PERIOD), .least = 2, .most = ANY_NUMBER,
};
