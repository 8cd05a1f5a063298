/* The statuses a person sets by name: started, suspended, cancelled. */
#include "cli/command.h"

#include "core/base/gettext.h"

static enum status set(struct cli *cli, enum task_status wanted, struct error *err)
{
	struct task_ids tasks = { 0 };
	enum status status = find_task_words(cli, &tasks, err);

	if (status == OK)
		status = workbench_set_status(&cli->workbench, &tasks, wanted, err);
	task_ids_release(&tasks);
	return status;
}

static enum status run_start(struct cli *cli, struct error *err)
{
	return set(cli, TASK_DOING, err);
}

static enum status run_suspend(struct cli *cli, struct error *err)
{
	return set(cli, TASK_SUSPENDED, err);
}

static enum status run_cancel(struct cli *cli, struct error *err)
{
	return set(cli, TASK_CANCELLED, err);
}

const struct command command_start = {
	.name = "start", .usage = N_("NHIỆM_VỤ…"), .help = N_("ghi là đang làm (cũng để làm tiếp việc đã tạm hoãn)"),
	.run = run_start, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES, .least = 1, .most = ANY_NUMBER,
};

const struct command command_suspend = {
	.name = "suspend", .usage = N_("NHIỆM_VỤ…"), .help = N_("tạm hoãn nhiệm vụ"),
	.run = run_suspend, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES, .least = 1, .most = ANY_NUMBER,
};

const struct command command_cancel = {
	.name = "cancel", .usage = N_("NHIỆM_VỤ…"), .help = N_("hủy nhiệm vụ: nhiệm vụ không còn tính vào tiến độ"),
	.run = run_cancel, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES, .least = 1, .most = ANY_NUMBER,
};
