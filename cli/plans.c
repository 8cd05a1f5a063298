#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/workbench/subplan.h"

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
	{ "does", NULL, CELL_TEXT },
	{ "renews", NULL, CELL_TEXT },
};

/* DOES: the tasks of other plans that it stands for. */
static void add_plan(const struct plan_row *row, const char *does, struct table *table)
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
	table_add(table, does);
	table_add(table, row->plan.renews);
}

static enum status add_with_work(struct cli *cli, const struct plan_row_list *list, const struct plan_row *row,
				 struct table *table, struct error *err)
{
	struct string_list does = { 0 };
	struct strbuf words = STRBUF_INIT;
	enum status status = workbench_done_by_plan(&cli->workbench, list, row, &does, err);

	for (size_t i = 0; i < does.count; i++)
		strbuf_addf(&words, "%s%s", i ? "; " : "", does.items[i]);
	if (status == OK)
		add_plan(row, words.length ? words.text : NULL, table);
	strbuf_release(&words);
	string_list_release(&does);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct plan_row_list list = { 0 };
	struct table table;
	enum status status = cli->store->plan_list(cli->store, clock_today(), &list, err);

	if (status != OK)
		return status;
	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; status == OK && i < list.count; i++)
		if (!list.items[i].plan.withdrawn)
			status = add_with_work(cli, &list, &list.items[i], &table, err);
	if (status == OK)
		print_table(&table, cli->format,
			    _("Chưa có kế hoạch nào; hãy nhập một kế hoạch bằng «kehoach import TỆP»."));
	table_release(&table);
	plan_row_list_release(&list);
	return status;
}

const struct command command_plans = {
	.name = "plans", .usage = "", .help = N_("liệt kê các kế hoạch và tiến độ"),
	.run = run, .flags = COMMAND_STORE,
};
