#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"
#include "db/db.h"

static enum status run(struct cli *cli, struct error *err)
{
	struct string_list problems = { 0 };
	enum status status = db_check(cli->store, &problems, err);

	for (size_t i = 0; i < problems.count; i++)
		print_line("%s", problems.items[i]);
	if (status == OK)
		print_line(_("Cơ sở dữ liệu nguyên vẹn (SQLite %s)."), db_engine_version());
	string_list_release(&problems);
	return status;
}

const struct command command_check = {
	.name = "check", .usage = "", .help = N_("kiểm tra cơ sở dữ liệu có nguyên vẹn không"),
	.run = run, .flags = COMMAND_OLD_STORE,
};
