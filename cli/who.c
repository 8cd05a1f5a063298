/* Who has the workbench open on this database. */
#include "cli/command.h"
#include "cli/output.h"
#include "core/base/gettext.h"

static const struct table_column columns[] = {
	{ "who", N_("Người"), CELL_TEXT },
	{ "screen", N_("Đang xem"), CELL_PROSE },
	{ "since", N_("Từ lúc"), CELL_TEXT },
	{ "idle", N_("Nghỉ (phút)"), CELL_NUMBER },
};

static enum status run(struct cli *cli, struct error *err)
{
	struct session_list sessions = { 0 };
	struct table table;

	(void)err;
	cli->store->here(cli->store, &sessions);
	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < sessions.count; i++) {
		char since[TIME_TEXT];

		table_add(&table, sessions.items[i].who);
		table_add(&table, sessions.items[i].screen);
		table_add(&table, time_iso(sessions.items[i].since, since));
		table_add_number(&table, (clock_now() - sessions.items[i].active) / 60);
	}
	print_table(&table, cli->format, _("Không ai đang mở màn hình làm việc."));
	table_release(&table);
	session_list_release(&sessions);
	return OK;
}

const struct command command_who = {
	.name = "who", .usage = "", .help = N_("ai đang mở màn hình làm việc trên cơ sở dữ liệu này"),
	.run = run, .flags = COMMAND_OLD_STORE,
};
