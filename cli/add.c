#include "cli/command.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"

/* Paths carry Roman numerals: "ii.1" is meant as "II.1". */
static enum status find_section(struct cli *cli, const char *path, struct section *section, struct error *err)
{
	struct strbuf upper = STRBUF_INIT;
	enum status status = cli->store->section_by_path(cli->store, cli->plan, path, section, err);

	if (status == STATUS_NOT_FOUND) {
		viet_upper(path, strlen(path), &upper);
		status = cli->store->section_by_path(cli->store, cli->plan, upper.text, section, err);
	}
	if (status == STATUS_NOT_FOUND)
		error_set(err, status, _("Không có mục «%s»; xem các mục bằng «kehoach outline»."), path);
	strbuf_release(&upper);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	const char *path = option_value(&cli->arguments, OPTION_SECTION);
	struct section section = { 0 };
	char *title = words_from(&cli->arguments, 0);
	row_id task;
	enum status status;

	if (path)
		status = find_section(cli, path, &section, err);
	else
		status = misuse(cli, err, _("Hãy cho biết nhiệm vụ mới thuộc mục nào: «--section II.1»."));
	if (status == OK)
		status = workbench_add_task(&cli->workbench, section.id, title, &task, err);
	section_release(&section);
	free(title);
	return status;
}

const struct command command_add = {
	.name = "add", .usage = N_("TÊN_NHIỆM_VỤ --section MỤC"), .help = N_("thêm một nhiệm vụ vào cuối một mục"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES, .options = OPTION_BIT(SECTION),
	.least = 1, .most = ANY_NUMBER,
};
