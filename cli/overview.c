#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"

/* How many plans are in force; the last of them. */
static enum status count_plans(struct cli *cli, size_t *count, row_id *plan, struct error *err)
{
	struct plan_row_list list = { 0 };
	enum status status = cli->store->plan_list(cli->store, clock_today(), &list, err);

	*count = 0;
	for (size_t i = 0; i < list.count; i++) {
		if (!list.items[i].current)
			continue;
		++*count;
		*plan = list.items[i].plan.id;
	}
	plan_row_list_release(&list);
	return status;
}

enum status overview(struct cli *cli, struct error *err)
{
	size_t count;
	enum status status = command_plans.run(cli, err);

	if (status == OK)
		status = count_plans(cli, &count, &cli->plan, err);
	if (status != OK || count != 1 || cli->format != FORMAT_TABLE)
		return status;
	print_line("%s", "");
	return command_outline.run(cli, err);
}
