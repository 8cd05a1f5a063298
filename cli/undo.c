/* Taking back one's own last change, and doing it again. */
#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"

static enum status run_undo(struct cli *cli, struct error *err)
{
	struct change change = { 0 };
	enum status status = workbench_undo(&cli->workbench, true, &change, err);

	if (status == OK)
		print_line(_("Đã hoàn tác: %s."), change.summary);
	change_release(&change);
	return status;
}

static enum status run_redo(struct cli *cli, struct error *err)
{
	struct change change = { 0 };
	enum status status = workbench_redo(&cli->workbench, &change, err);

	if (status == OK)
		print_line(_("Đã làm lại: %s."), change.summary);
	change_release(&change);
	return status;
}

const struct command command_undo = {
	.name = "undo", .usage = "", .help = N_("hoàn tác thay đổi gần nhất của chính mình"),
	.run = run_undo, .flags = COMMAND_STORE,
};

const struct command command_redo = {
	.name = "redo", .usage = "", .help = N_("làm lại thay đổi vừa hoàn tác"),
	.run = run_redo, .flags = COMMAND_STORE,
};
