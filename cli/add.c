#include "cli/command.h"

#include <stdlib.h>

#include "core/base/gettext.h"
#include "core/plan/quick_line.h"
#include "core/workbench/quick.h"

/* "--section II.1" is the same as ">II.1" in the line. */
static char *line_of(const struct cli *cli)
{
	const char *path = option_value(&cli->arguments, OPTION_SECTION);
	char *words = words_from(&cli->arguments, 0), *line;

	if (!path)
		return words;
	line = xasprintf("%s >%s", words, path);
	free(words);
	return line;
}

static bool names_section(const char *text)
{
	struct quick_line line;
	bool any;

	quick_line_init(&line);
	quick_line_parse(text, &line);
	any = line.parts[QUICK_SECTION].length > 0;
	quick_line_release(&line);
	return any;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct quick_task task = { 0 };
	struct task_ids ids = { 0 };
	char *line = line_of(cli);
	enum status status = OK;

	if (!names_section(line))
		status = misuse(cli, err, _("Hãy cho biết nhiệm vụ mới thuộc mục nào: «>II.1», hoặc «--section II.1»."));
	if (status == OK)
		status = workbench_quick_read(&cli->workbench, cli->plan, 0, line, &task, err);
	if (status == OK)
		status = workbench_quick_add(&cli->workbench, &task, 1, &ids, err);
	quick_task_release(&task);
	task_ids_release(&ids);
	free(line);
	return status;
}

const struct command command_add = {
	.name = "add", .usage = N_("VIỆC [@CHỦ_TRÌ] [+PHỐI_HỢP] [!HẠN] [#NHÃN] [>MỤC]"),
	.help = N_("thêm một nhiệm vụ vào cuối một mục, nói đủ trong một dòng"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES, .options = OPTION_BIT(SECTION),
	.least = 1, .most = ANY_NUMBER,
};
