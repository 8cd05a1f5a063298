#include "cli/command.h"

#include "core/base/gettext.h"

/* Agencies of one role, as they were named on the line. */
struct named {
	row_id *ids;
	size_t count, cap;
};

/* An empty name names nobody: `--lead ""` takes all leads away. */
static enum status find_agencies(struct cli *cli, enum option_id option, bool group, struct named *named,
				 struct error *err)
{
	const struct string_list *names = &cli->arguments.values[option];
	struct agency agency = { 0 };
	enum status status = OK;

	for (size_t i = 0; status == OK && i < names->count; i++) {
		if (!*names->items[i])
			continue;
		GROW(named->ids, named->count + 1, named->cap);
		status = find_agency_of_plan(cli, names->items[i], &named->ids[named->count], err);
		if (status == OK && group)
			status = cli->store->agency_get(cli->store, named->ids[named->count], &agency, err);
		if (status == OK && group && agency.kind != AGENCY_GROUP)
			status = error_set(err, STATUS_INVALID, _("«%s» là một cơ quan, không phải nhóm; hãy dùng «--lead»."),
					   agency.name);
		agency_release(&agency);
		named->count++;
	}
	return status;
}

static enum status assign(struct cli *cli, const struct task_ids *tasks, struct error *err)
{
	bool leads = option_given(&cli->arguments, OPTION_LEAD) || option_given(&cli->arguments, OPTION_GROUP);
	struct named lead = { 0 }, with = { 0 }, via = { 0 };
	struct role_bodies roles[3];
	size_t count = 0;
	enum status status = find_agencies(cli, OPTION_LEAD, false, &lead, err);

	if (status == OK)
		status = find_agencies(cli, OPTION_GROUP, true, &lead, err);
	if (status == OK)
		status = find_agencies(cli, OPTION_WITH, false, &with, err);
	if (status == OK)
		status = find_agencies(cli, OPTION_VIA, false, &via, err);
	if (leads)
		roles[count++] = (struct role_bodies){ ROLE_LEAD, lead.ids, lead.count };
	if (option_given(&cli->arguments, OPTION_WITH))
		roles[count++] = (struct role_bodies){ ROLE_COORDINATING, with.ids, with.count };
	if (option_given(&cli->arguments, OPTION_VIA))
		roles[count++] = (struct role_bodies){ ROLE_VIA, via.ids, via.count };
	if (status == OK && !count)
		status = misuse(cli, err, _("Hãy cho biết giao cho ai: --lead, --group, --with hoặc --via."));
	if (status == OK)
		status = workbench_assign_roles(&cli->workbench, tasks, roles, count, err);
	free(lead.ids);
	free(with.ids);
	free(via.ids);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct task_ids tasks = { 0 };
	enum status status = find_task_words(cli, &tasks, err);

	if (status == OK)
		status = assign(cli, &tasks, err);
	task_ids_release(&tasks);
	return status;
}

const struct command command_assign = {
	.name = "assign", .usage = N_("NHIỆM_VỤ… --lead|--group|--with|--via CƠ_QUAN"),
	.help = N_("giao nhiệm vụ: chủ trì, phối hợp, báo cáo qua; vai nào được nêu thì thay cả vai đó"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(LEAD) | OPTION_BIT(GROUP) | OPTION_BIT(WITH) | OPTION_BIT(VIA),
	.least = 1, .most = ANY_NUMBER,
};
