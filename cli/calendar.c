/* What is due on which day. */
#include "cli/command.h"

#include <stdlib.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/workbench/calendar.h"

static const struct table_column columns[] = {
	{ "day", NULL, CELL_TEXT },
	{ NULL, N_("Ngày"), CELL_TEXT },
	{ "tasks", N_("Nhiệm vụ"), CELL_NUMBER },
	{ "done", N_("Xong"), CELL_NUMBER },
	{ "open", N_("Chưa"), CELL_NUMBER },
	{ "overdue", N_("Quá hạn"), CELL_NUMBER },
};

static void add_day(const struct calendar_item *items, size_t count, struct table *table)
{
	struct calendar_item sum = calendar_sum(items, count);
	char day[DATE_TEXT];

	table_add_date(table, items->day);
	table_add(table, date_vietnamese(items->day, day));
	table_add_number(table, (long long)count);
	table_add_number(table, sum.done);
	table_add_number(table, sum.open);
	table_add_number(table, sum.overdue);
}

static void add_days(const struct calendar *calendar, struct table *table)
{
	size_t count;

	for (size_t i = 0; i < calendar->count; i += count) {
		calendar_day(calendar, calendar->items[i].day, &count);
		add_day(&calendar->items[i], count, table);
	}
}

static enum status run(struct cli *cli, struct error *err)
{
	const char *text = option_value(&cli->arguments, OPTION_YEAR), *name = option_value(&cli->arguments, OPTION_PLAN);
	int year = text ? atoi(text) : clock_today().year;
	struct calendar calendar = { 0 };
	struct table table;
	row_id plan = 0;
	enum status status = OK;

	if (year < 1900 || year > 9999)
		return misuse(cli, err, _("«%s» không phải một năm; hãy viết như 2014."), text);
	if (name)
		status = workbench_find_plan(&cli->workbench, name, &plan, err);
	if (status == OK)
		status = workbench_calendar(&cli->workbench, plan, date_make(year, 1, 1), date_make(year, 12, 31), &calendar, err);
	if (status != OK)
		return status;
	table_init(&table, columns, sizeof columns / sizeof *columns);
	add_days(&calendar, &table);
	print_table(&table, cli->format, _("Năm ấy không có phần việc nào đến hạn."));
	table_release(&table);
	calendar_release(&calendar);
	return OK;
}

const struct command command_calendar = {
	.name = "calendar", .usage = "", .help = N_("ngày nào có bao nhiêu phần việc đến hạn, của một năm"),
	.run = run, .flags = COMMAND_STORE, .options = OPTION_BIT(YEAR), .least = 0, .most = 0,
};
