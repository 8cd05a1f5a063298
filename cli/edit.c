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

static size_t wanted_values(const struct arguments *arguments, struct field_value *values)
{
	size_t count = 0;

	for (size_t i = 0; i < FIELD_COUNT; i++)
		if (option_given(arguments, fields[i].option))
			values[count++] = (struct field_value){ fields[i].field, option_value(arguments, fields[i].option) };
	return count;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct field_value values[FIELD_COUNT];
	size_t count = wanted_values(&cli->arguments, values);
	struct task task = { 0 };
	row_id id;
	enum status status;

	if (!count)
		return misuse(cli, err, _("Hãy cho biết sửa gì: --title, --text hoặc --product."));
	status = find_task_word(cli, 0, &id, err);
	if (status == OK)
		status = cli->store->task_get(cli->store, id, &task, err);
	if (status == OK)
		status = workbench_edit_fields(&cli->workbench, id, task.version, values, count, err);
	task_release(&task);
	return status;
}

const struct command command_edit = {
	.name = "edit", .usage = N_("NHIỆM_VỤ --title|--text|--product CHỮ"),
	.help = N_("sửa tên, nguyên văn hoặc sản phẩm của nhiệm vụ"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(TITLE) | OPTION_BIT(TEXT) | OPTION_BIT(PRODUCT), .least = 1, .most = 1,
};
