#include "cli/command.h"

#include "core/base/gettext.h"

static const struct {
	enum option_id option;
	enum task_field field;
} fields[] = {
	{ OPTION_TITLE, FIELD_TITLE },
	{ OPTION_TEXT, FIELD_TEXT },
	{ OPTION_PRODUCT, FIELD_PRODUCT },
};

enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static enum status edit(struct cli *cli, row_id id, size_t which, struct error *err)
{
	struct task task = { 0 };
	enum status status = cli->store->task_get(cli->store, id, &task, err);

	if (status == OK)
		status = workbench_edit_task(&cli->workbench, id, task.version, fields[which].field,
					     option_value(&cli->arguments, fields[which].option), err);
	task_release(&task);
	return status;
}

/* One change is one step of undo, so one call edits one part. */
static enum status run(struct cli *cli, struct error *err)
{
	size_t wanted = FIELD_COUNT;
	size_t given = 0;
	row_id task;
	enum status status;

	for (size_t i = 0; i < FIELD_COUNT; i++) {
		if (option_given(&cli->arguments, fields[i].option)) {
			wanted = i;
			given++;
		}
	}
	if (given != 1)
		return misuse(cli, err, _("Mỗi lần sửa một phần của nhiệm vụ: --title, --text hoặc --product."));
	status = find_task_word(cli, 0, &task, err);
	return status == OK ? edit(cli, task, wanted, err) : status;
}

const struct command command_edit = {
	.name = "edit", .usage = N_("NHIỆM_VỤ --title|--text|--product CHỮ"),
	.help = N_("sửa nội dung, nguyên văn hoặc sản phẩm của nhiệm vụ"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(TITLE) | OPTION_BIT(TEXT) | OPTION_BIT(PRODUCT), .least = 1, .most = 1,
};
