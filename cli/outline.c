#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"

enum { PAGE = 500, INDENT = 2 };	/* rows read at a time; columns a level is moved in */

static const struct table_column columns[] = {
	{ "path", N_("Mục"), CELL_TEXT },
	{ "label", NULL, CELL_TEXT },
	{ "level", NULL, CELL_NUMBER },
	{ "title", NULL, CELL_TEXT },
	{ NULL, N_("Tên mục"), CELL_PROSE },
	{ "tasks", N_("Nhiệm vụ"), CELL_NUMBER },
	{ "done", N_("Xong"), CELL_NUMBER },
};

static void add_section(const struct section_row *row, struct table *table)
{
	const struct section *section = &row->section;
	char *indented = xasprintf("%*s%s", (section->level - 1) * INDENT, "", section->title);

	table_add(table, section->path);
	table_add(table, section->label);
	table_add_number(table, section->level);
	table_add(table, section->title);
	table_add(table, indented);
	table_add_number(table, row->progress.tasks);
	table_add_number(table, row->progress.done);
	free(indented);
}

static enum status run(struct cli *cli, struct error *err)
{
	struct section_row_list page = { 0 };
	struct table table;
	int seq = 0;
	enum status status;

	table_init(&table, columns, sizeof columns / sizeof *columns);
	do {
		section_row_list_clear(&page);
		status = cli->store->section_page(cli->store, cli->plan, seq, FORWARD, PAGE, clock_today(), &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			seq = page.items[i].section.seq;
			add_section(&page.items[i], &table);
		}
	} while (status == OK && page.count == PAGE);
	if (status == OK)
		print_table(&table, cli->format, _("Kế hoạch không có mục nào."));
	table_release(&table);
	section_row_list_release(&page);
	return status;
}

const struct command command_outline = {
	.name = "outline", .usage = "", .help = N_("liệt kê các mục của kế hoạch và tiến độ"),
	.options = OPTION_BIT(NAMES), .run = run, .flags = COMMAND_STORE | COMMAND_PLAN,
};
