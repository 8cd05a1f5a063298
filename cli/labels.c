/* Areas of a plan and tags; which tasks have them. */
#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"

static enum status label(struct cli *cli, bool remove, struct error *err)
{
	const struct string_list *areas = &cli->arguments.values[OPTION_AREA], *tags = &cli->arguments.values[OPTION_TAG];
	struct label_order orders[] = { { LABEL_AREA, areas, remove }, { LABEL_TAG, tags, remove } };
	struct task_ids tasks = { 0 };
	enum status status;

	if (!areas->count && !tags->count)
		return misuse(cli, err, _("Hãy nêu lĩnh vực ở «--area» hoặc nhãn ở «--tag»."));
	status = find_task_words(cli, &tasks, err);
	if (status == OK)
		status = workbench_label(&cli->workbench, &tasks, orders, sizeof orders / sizeof *orders, err);
	task_ids_release(&tasks);
	return status;
}

static enum status run_label(struct cli *cli, struct error *err)
{
	return label(cli, false, err);
}

static enum status run_unlabel(struct cli *cli, struct error *err)
{
	return label(cli, true, err);
}

/* --- the areas ------------------------------------------------------------ */

static const struct table_column columns[] = {
	{ "kind", NULL, CELL_TEXT },
	{ "position", N_("Số"), CELL_NUMBER },
	{ "name", N_("Lĩnh vực, nhãn"), CELL_TEXT },
	{ "tasks", N_("Nhiệm vụ"), CELL_NUMBER },
};

static long long count_tasks(const struct labelling_list *list, row_id label)
{
	long long count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].label_id == label;
	return count;
}

static enum status print_labels(struct cli *cli, struct error *err)
{
	struct label_list list = { 0 };
	struct labelling_list labellings = { 0 };
	struct table table;
	enum status status = cli->store->labels(cli->store, cli->plan, &list, err);

	if (status == OK)
		status = cli->store->labellings(cli->store, cli->plan, &labellings, err);
	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < list.count; i++) {
		table_add(&table, label_sort_word(list.items[i].kind));
		table_add_number(&table, list.items[i].position);
		table_add(&table, list.items[i].name);
		table_add_number(&table, count_tasks(&labellings, list.items[i].id));
	}
	if (status == OK)
		print_table(&table, cli->format, _("Kế hoạch chưa có lĩnh vực nào; thêm bằng «kehoach areas --add TÊN»."));
	table_release(&table);
	label_list_release(&list);
	labelling_list_release(&labellings);
	return status;
}

static enum status change_areas(struct cli *cli, struct error *err)
{
	const struct string_list *added = &cli->arguments.values[OPTION_ADD];
	const char *from = option_value(&cli->arguments, OPTION_RENAME), *to = option_value(&cli->arguments, OPTION_TO);
	const char *dropped = option_value(&cli->arguments, OPTION_DROP);
	enum status status = OK;

	if (from && !to)
		return misuse(cli, err, _("Thiếu tên mới; hãy viết «--to TÊN»."));
	for (size_t i = 0; status == OK && i < added->count; i++)
		status = workbench_add_area(&cli->workbench, cli->plan, added->items[i], err);
	if (status == OK && from)
		status = workbench_rename_area(&cli->workbench, cli->plan, from, to, err);
	if (status == OK && dropped)
		status = workbench_remove_area(&cli->workbench, cli->plan, dropped, err);
	return status;
}

static enum status run_areas(struct cli *cli, struct error *err)
{
	bool changes = option_given(&cli->arguments, OPTION_ADD) || option_given(&cli->arguments, OPTION_RENAME) ||
		       option_given(&cli->arguments, OPTION_DROP);
	row_id before = newest_change(cli);
	enum status status = changes ? change_areas(cli, err) : print_labels(cli, err);

	if (status == OK && changes)
		say_changes(cli, before);
	return status;
}

const struct command command_label = {
	.name = "label", .usage = N_("NHIỆM_VỤ…"), .help = N_("xếp nhiệm vụ vào lĩnh vực, gắn nhãn"),
	.run = run_label, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(AREA) | OPTION_BIT(TAG), .least = 1, .most = ANY_NUMBER,
};

const struct command command_unlabel = {
	.name = "unlabel", .usage = N_("NHIỆM_VỤ…"), .help = N_("bỏ lĩnh vực, nhãn của nhiệm vụ"),
	.run = run_unlabel, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(AREA) | OPTION_BIT(TAG), .least = 1, .most = ANY_NUMBER,
};

const struct command command_areas = {
	.name = "areas", .usage = "", .help = N_("liệt kê, thêm, đổi tên, bỏ lĩnh vực của kế hoạch"),
	.run = run_areas, .flags = COMMAND_STORE | COMMAND_PLAN,
	.options = OPTION_BIT(ADD) | OPTION_BIT(RENAME) | OPTION_BIT(TO) | OPTION_BIT(DROP), .least = 0, .most = 0,
};
