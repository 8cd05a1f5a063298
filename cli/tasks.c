#include "cli/command.h"

#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"

enum { PAGE = 500 };	/* rows read at a time */

static const struct table_column columns[] = {
	{ "id", NULL, CELL_NUMBER },
	{ "path", N_("Mã"), CELL_TEXT },
	{ "title", N_("Nhiệm vụ"), CELL_PROSE },
	{ "lead", N_("Chủ trì"), CELL_PROSE },
	{ "deadline", NULL, CELL_TEXT },
	{ "kind", NULL, CELL_TEXT },
	{ "start", NULL, CELL_TEXT },
	{ "due", NULL, CELL_TEXT },
	{ NULL, N_("Hạn"), CELL_TEXT },
	{ "done", NULL, CELL_NUMBER },
	{ "obligations", NULL, CELL_NUMBER },
	{ "status", NULL, CELL_TEXT },
	{ "standing", NULL, CELL_TEXT },
	{ NULL, N_("Tình trạng"), CELL_TEXT },
};

/* "12/31, quá hạn 84 ngày": of a task that several bodies owe also how many have done their share. */
static void describe_state(const struct task *task, struct strbuf *out)
{
	if (task->obligations > 1)
		strbuf_addf(out, "%d/%d, ", task->obligations_done, task->obligations);
	describe_standing(task, out);
}

static void add_task(const struct task_row *row, struct table *table)
{
	const struct task *task = &row->task;
	char *path = xasprintf("%s-%d", row->section_path, task->position);
	struct strbuf words = STRBUF_INIT;

	table_add_number(table, task->id);
	table_add(table, path);
	table_add(table, task->title);
	table_add(table, row->leads);
	table_add(table, task->deadline.raw);
	table_add(table, deadline_kind_word(task->deadline.kind));
	table_add_date(table, task->deadline.start);
	table_add_date(table, task->next_due);
	deadline_brief(&task->deadline, &words);
	table_add(table, words.text);
	table_add_number(table, task->obligations_done);
	table_add_number(table, task->obligations);
	table_add(table, task_status_word(task->status));
	table_add(table, task_standing_word(task));
	strbuf_clear(&words);
	describe_state(task, &words);
	table_add(table, words.text);
	strbuf_release(&words);
	free(path);
}

static enum status add_tasks(struct cli *cli, const struct filter *filter, struct table *table, struct error *err)
{
	struct task_row_list page = { 0 };
	struct place place = { 0 };
	enum status status;

	do {
		task_row_list_clear(&page);
		status = cli->store->task_find(cli->store, cli->plan, filter, place, FORWARD, PAGE, &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			place = page.items[i].place;
			add_task(&page.items[i], table);
		}
	} while (status == OK && page.count == PAGE);
	task_row_list_release(&page);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct filter filter = { 0 };
	struct table table;
	enum status status = read_filter_words(cli, &filter, err);

	table_init(&table, columns, sizeof columns / sizeof *columns);
	if (status == OK)
		status = add_tasks(cli, &filter, &table, err);
	if (status == OK)
		print_table(&table, cli->format, filter.terms.count ? _("Không có nhiệm vụ nào hợp với bộ lọc.")
								    : _("Kế hoạch không có nhiệm vụ nào."));
	table_release(&table);
	filter_release(&filter);
	return status;
}

const struct command command_tasks = {
	.name = "tasks", .usage = N_("[BỘ_LỌC]"),
	.help = N_("liệt kê nhiệm vụ; bộ lọc như «chutri:SNV tinhtrang:quahan đất đai», «-» ở trước là trừ ra"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_FILTER, .options = OPTION_BIT(NAMES), .most = ANY_NUMBER,
};
