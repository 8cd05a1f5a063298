#include "cli/command.h"

#include "core/base/gettext.h"

static enum status run(struct cli *cli, struct error *err)
{
	char *text = words_from(&cli->arguments, 1);
	row_id task;
	enum status status = find_task_word(cli, 0, &task, err);

	if (status == OK)
		status = workbench_add_note(&cli->workbench, task, text, err);
	free(text);
	return status;
}

const struct command command_note = {
	.name = "note", .usage = N_("NHIỆM_VỤ GHI_CHÚ"), .help = N_("ghi chú vào một nhiệm vụ"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES, .least = 2, .most = ANY_NUMBER,
};
