/* What a plan and its register still lack. */
#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/workbench/missing.h"

static const struct table_column columns[] = {
	{ "lack", NULL, CELL_TEXT },
	{ NULL, N_("Thiếu gì"), CELL_TEXT },
	{ "path", N_("Mã"), CELL_TEXT },
	{ "title", N_("Nhiệm vụ, cơ quan"), CELL_PROSE },
	{ "why", N_("Đang ghi"), CELL_PROSE },
};

static enum status run(struct cli *cli, struct error *err)
{
	struct missing_list list = { 0 };
	struct table table;
	enum status status = workbench_missing(&cli->workbench, cli->plan, &list, err);

	if (status != OK)
		return status;
	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < list.rows.count; i++) {
		const struct lacking *row = &list.rows.items[i];

		table_add(&table, lack_word(row->lack));
		table_add(&table, lack_label(row->lack));
		table_add(&table, row->path);
		table_add(&table, row->title);
		table_add(&table, row->why);
	}
	print_table(&table, cli->format, _("Không thiếu gì: việc nào cũng rõ ai làm, bao giờ xong, sản phẩm gì."));
	if (list.cut && cli->format == FORMAT_TABLE)
		print_line("%s", _("Mỗi loại chỉ in 500 dòng đầu; xem tiếp bằng bộ lọc «missing:»."));
	table_release(&table);
	missing_list_release(&list);
	return OK;
}

static enum status run_accept(struct cli *cli, struct error *err)
{
	struct task_ids tasks = { 0 };
	enum status status = find_task_words(cli, &tasks, err);

	if (status == OK)
		status = workbench_accept(&cli->workbench, &tasks, err);
	task_ids_release(&tasks);
	return status;
}

const struct command command_accept = {
	.name = "accept", .usage = N_("NHIỆM_VỤ…"), .help = N_("đã xem lại: những gì ngờ ở nhiệm vụ là đúng"),
	.run = run_accept, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES, .least = 1, .most = ANY_NUMBER,
};

const struct command command_missing = {
	.name = "missing", .usage = "", .help = N_("những gì còn thiếu: ai chủ trì, thời hạn, sản phẩm, chỗ ngờ, cơ quan chưa có việc"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN, .least = 0, .most = 0,
};
