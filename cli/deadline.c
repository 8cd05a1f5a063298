#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"

/* Words that were not understood are kept all the same; the clerk should know. */
static enum status warn_if_not_understood(struct cli *cli, row_id id, struct error *err)
{
	struct task task = { 0 };
	enum status status = cli->store->task_get(cli->store, id, &task, err);

	if (status == OK && task.deadline.raw && task.deadline.kind == DEADLINE_NONE)
		print_line(_("Chưa hiểu «%s» là ngày nào nên chỉ giữ nguyên văn; nhiệm vụ chưa có hạn."), task.deadline.raw);
	task_release(&task);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct task_ids tasks = { 0 };
	char *text = words_from(&cli->arguments, 1);
	row_id task;
	enum status status = find_task_word(cli, 0, &task, err);

	if (status == OK) {
		task_ids_add(&tasks, task);
		status = workbench_set_deadline(&cli->workbench, &tasks, text,
						option_value(&cli->arguments, OPTION_REASON), err);
	}
	if (status == OK)
		status = warn_if_not_understood(cli, task, err);
	task_ids_release(&tasks);
	free(text);
	return status;
}

const struct command command_deadline = {
	.name = "deadline", .usage = N_("NHIỆM_VỤ THỜI_HẠN"),
	.help = N_("đặt thời hạn bằng lời, ví dụ «trước ngày 15/9/2013»; \"\" là bỏ thời hạn"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES, .options = OPTION_BIT(REASON),
	.least = 2, .most = ANY_NUMBER,
};
