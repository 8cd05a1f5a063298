#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"

enum { PAGE = 500 };	/* rows read at a time */

static const struct table_column columns[] = {
	{ "id", NULL, CELL_NUMBER },
	{ "at", NULL, CELL_TEXT },
	{ NULL, N_("Lúc"), CELL_TEXT },
	{ "who", N_("Ai"), CELL_TEXT },
	{ "action", NULL, CELL_TEXT },
	{ "summary", N_("Thay đổi"), CELL_PROSE },
	{ "undone", N_("Đã hoàn tác"), CELL_FLAG },
};

static void add_change(const struct change *change, struct table *table)
{
	char at[TIME_TEXT], local[TIME_LOCAL_TEXT];

	table_add_number(table, change->id);
	table_add(table, time_iso(change->at, at));
	table_add(table, time_vietnamese(change->at, local));
	table_add(table, change->who);
	table_add(table, change->action);
	table_add(table, change->summary);
	table_add_flag(table, change->undone_by != 0);
}

static enum status add_changes(struct cli *cli, row_id plan, row_id task, struct table *table, struct error *err)
{
	struct change_list page = { 0 };
	row_id before = 0;
	enum status status;

	do {
		change_list_clear(&page);
		status = cli->store->journal(cli->store, plan, task, before, PAGE, false, &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			before = page.items[i].id;
			add_change(&page.items[i], table);
		}
	} while (status == OK && page.count == PAGE);
	change_list_release(&page);
	return status;
}

/* Without a task and --plan: everything, the register of agencies too. */
static enum status find_subject(struct cli *cli, row_id *task, struct error *err)
{
	const char *plan = option_value(&cli->arguments, OPTION_PLAN);
	enum status status = OK;

	*task = 0;
	if (plan || cli->arguments.words.count)
		status = workbench_find_plan(&cli->workbench, plan, &cli->plan, err);
	if (status == OK && cli->arguments.words.count)
		status = find_task_word(cli, 0, task, err);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct table table;
	row_id task;
	enum status status = find_subject(cli, &task, err);

	table_init(&table, columns, sizeof columns / sizeof *columns);
	if (status == OK)
		status = add_changes(cli, cli->plan, task, &table, err);
	if (status == OK)
		print_table(&table, cli->format, _("Nhật ký chưa có gì."));
	table_release(&table);
	return status;
}

const struct command command_log = {
	.name = "log", .usage = N_("[NHIỆM_VỤ]"), .help = N_("ai đã sửa gì, lúc nào; mới nhất ở trên"),
	.run = run, .flags = COMMAND_STORE, .most = 1,
};
