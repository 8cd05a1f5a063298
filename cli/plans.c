#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"

static const struct table_column columns[] = {
	{ "id", N_("Mã"), CELL_NUMBER },
	{ "number", N_("Số"), CELL_TEXT },
	{ "date", NULL, CELL_TEXT },
	{ NULL, N_("Ngày"), CELL_TEXT },
	{ "type", NULL, CELL_TEXT },
	{ "issuer", NULL, CELL_TEXT },
	{ "title", N_("Trích yếu"), CELL_PROSE },
	{ "tasks", N_("Nhiệm vụ"), CELL_NUMBER },
	{ "done", N_("Xong"), CELL_NUMBER },
	{ "overdue", N_("Quá hạn"), CELL_NUMBER },
	{ "superseded", N_("Đã thay"), CELL_FLAG },
};

static void add_plan(const struct plan_row *row, struct table *table)
{
	char day[DATE_TEXT];

	table_add_number(table, row->plan.id);
	table_add(table, row->plan.number);
	table_add_date(table, row->plan.date);
	table_add(table, date_vietnamese(row->plan.date, day));
	table_add(table, row->plan.type);
	table_add(table, row->plan.issuer);
	table_add(table, row->plan.title);
	table_add_number(table, row->progress.tasks);
	table_add_number(table, row->progress.done);
	table_add_number(table, row->progress.overdue);
	table_add_flag(table, row->superseded);
}

static enum status run(struct cli *cli, struct error *err)
{
	struct plan_row_list list = { 0 };
	struct table table;
	enum status status = cli->store->plan_list(cli->store, clock_today(), &list, err);

	if (status != OK)
		return status;
	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < list.count; i++)
		if (!list.items[i].plan.withdrawn)
			add_plan(&list.items[i], &table);
	print_table(&table, cli->format, _("Chưa có kế hoạch nào; hãy nhập một kế hoạch bằng «kehoach import TỆP»."));
	table_release(&table);
	plan_row_list_release(&list);
	return OK;
}

const struct command command_plans = {
	.name = "plans", .usage = "", .help = N_("liệt kê các kế hoạch và tiến độ"),
	.run = run, .flags = COMMAND_STORE,
};
