#include "cli/command.h"

#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"

static const struct table_column columns[] = {
	{ "kind", NULL, CELL_TEXT },
	{ "number", N_("Số"), CELL_TEXT },
	{ "date", NULL, CELL_TEXT },
	{ NULL, N_("Ngày"), CELL_TEXT },
	{ "issuer", NULL, CELL_TEXT },
	{ "relation", NULL, CELL_TEXT },
	{ NULL, N_("Quan hệ"), CELL_TEXT },
	{ "task", N_("Nhiệm vụ"), CELL_TEXT },
	{ "raw", N_("Nguyên văn"), CELL_PROSE },
	{ "corrected", N_("Lỗi in"), CELL_FLAG },
	{ "reading", NULL, CELL_TEXT },
	{ NULL, N_("Cách đọc"), CELL_TEXT },
};

/* Whether the reading of a misprint was accepted; nothing where there is none. */
static void add_reading(const struct reference *reference, const struct correction_list *slips, struct table *table)
{
	const struct correction *slip = NULL;

	for (size_t i = 0; reference && i < slips->count && !slip; i++)
		if (slips->items[i].task_id == reference->task_id && !strcmp(slips->items[i].issued, reference->raw))
			slip = &slips->items[i];
	table_add(table, slip ? correction_state_word(slip->state) : NULL);
	table_add(table, slip ? correction_state_label(slip->state) : NULL);
}

static enum status add_reference(struct store *store, const struct reference *reference,
				 const struct correction_list *slips, struct table *table, struct error *err)
{
	struct task_row task = { 0 };
	char day[DATE_TEXT];
	char *path = NULL;
	enum status status = OK;

	if (reference->task_id)
		status = store->task_row_get(store, reference->task_id, &task, err);
	if (status != OK)
		return status;
	if (reference->task_id)
		path = xasprintf("%s-%d", task.section_path, task.task.position);
	table_add(table, reference->kind);
	table_add(table, reference->number);
	table_add_date(table, reference->date);
	table_add(table, date_vietnamese(reference->date, day));
	table_add(table, reference->issuer);
	table_add(table, relation_word(reference->relation));
	table_add(table, relation_label(reference->relation));
	table_add(table, path);
	table_add(table, reference->raw);
	table_add_flag(table, reference->corrected);
	add_reading(reference, slips, table);
	task_row_release(&task);
	free(path);
	return OK;
}

/* A file that came with the plan, in the same columns. */
static void add_attachment(const struct attachment *attachment, struct table *table)
{
	table_add(table, _("Tệp kèm theo"));
	table_add(table, NULL);
	table_add(table, NULL);
	table_add(table, NULL);
	table_add(table, NULL);
	table_add(table, "attachment");
	table_add(table, attachment->present ? _("có tệp") : _("không có tệp"));
	table_add(table, NULL);
	table_add(table, attachment->name);
	table_add_flag(table, false);
	add_reading(NULL, NULL, table);
}

static enum status run(struct cli *cli, struct error *err)
{
	struct reference_list references = { 0 };
	struct attachment_list attachments = { 0 };
	struct correction_list slips = { 0 };
	struct table table;
	enum status status = cli->store->references(cli->store, cli->plan, -1, &references, err);

	table_init(&table, columns, sizeof columns / sizeof *columns);
	if (status == OK)
		status = cli->store->corrections(cli->store, cli->plan, 0, &slips, err);
	/* Those that the plan itself cites come first. */
	for (int of_tasks = 0; of_tasks <= 1; of_tasks++)
		for (size_t i = 0; status == OK && i < references.count; i++)
			if ((references.items[i].task_id != 0) == of_tasks)
				status = add_reference(cli->store, &references.items[i], &slips, &table, err);
	if (status == OK)
		status = plan_attachments(cli->store, cli->plan, &attachments, err);
	for (size_t i = 0; status == OK && i < attachments.count; i++)
		add_attachment(&attachments.items[i], &table);
	if (status == OK)
		print_table(&table, cli->format, _("Kế hoạch không viện dẫn văn bản nào."));
	table_release(&table);
	reference_list_release(&references);
	attachment_list_release(&attachments);
	correction_list_release(&slips);
	return status;
}

const struct command command_documents = {
	.name = "documents", .usage = "", .help = N_("liệt kê văn bản được viện dẫn và tệp kèm theo"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN,
};
