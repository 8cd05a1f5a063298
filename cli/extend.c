/* Granting a later last day, and withdrawing that. */
#include "cli/command.h"

#include <stdlib.h>

#include "core/base/gettext.h"
#include "core/plan/deadline.h"

static enum status read_order(struct cli *cli, struct extension_order *order, struct error *err)
{
	const char *agency = option_value(&cli->arguments, OPTION_AGENCY), *on = option_value(&cli->arguments, OPTION_ON);
	struct date today = clock_today();

	order->reason = option_value(&cli->arguments, OPTION_REASON);
	order->document = option_value(&cli->arguments, OPTION_DOCUMENT);
	if (on && !date_from_words(on, today.year, today, &order->day))
		return misuse(cli, err, _("Không hiểu ngày «%s»; hãy viết như 15/9/2013."), on);
	return agency ? find_agency_of_plan(cli, agency, &order->agency, err) : OK;
}

static enum status run(struct cli *cli, struct error *err)
{
	char *due = words_from(&cli->arguments, 1), *period = NULL;
	struct extension_order order = { .due = due };
	struct task_ids tasks = { 0 };
	size_t changed;
	row_id task;
	enum status status = read_order(cli, &order, err);

	if (status == OK)
		status = find_period_option(cli, &period, err);
	order.period = period;
	if (status == OK)
		status = find_task_word(cli, 0, &task, err);
	if (status == OK) {
		task_ids_add(&tasks, task);
		status = workbench_extend(&cli->workbench, &tasks, &order, &changed, err);
	}
	task_ids_release(&tasks);
	free(period);
	free(due);
	return status;
}

const struct command command_extend = {
	.name = "extend", .usage = N_("NHIỆM_VỤ HẠN_MỚI"),
	.help = N_("gia hạn phần việc chưa xong, hạn gốc vẫn giữ; \"\" là rút lại; với --agency chỉ của một cơ quan"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(AGENCY) | OPTION_BIT(PERIOD) | OPTION_BIT(REASON) | OPTION_BIT(DOCUMENT) | OPTION_BIT(ON),
	.least = 2, .most = ANY_NUMBER,
};
