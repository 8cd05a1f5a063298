/* The draft of next year's plan. */
#include "cli/command.h"

#include <stdlib.h>

#include "core/base/gettext.h"

static enum status run(struct cli *cli, struct error *err)
{
	const char *text = option_value(&cli->arguments, OPTION_YEAR);
	int year = text ? atoi(text) : 0;
	row_id draft;

	if (text && (year < 1900 || year > 9999))
		return misuse(cli, err, _("«%s» không phải một năm; hãy viết như 2014."), text);
	return workbench_renew(&cli->workbench, cli->plan, year, &draft, err);
}

const struct command command_renew = {
	.name = "renew", .usage = "",
	.help = N_("lập bản thảo kế hoạch năm sau từ việc thường xuyên, định kỳ và chưa xong"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES, .options = OPTION_BIT(YEAR), .least = 0, .most = 0,
};
