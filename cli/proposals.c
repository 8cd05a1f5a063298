/* Proposals to amend: making, deciding, listing them. */
#include "cli/command.h"

#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"

static enum status read_day(struct cli *cli, struct date *day, struct error *err)
{
	const char *text = option_value(&cli->arguments, OPTION_ON);
	struct date today = clock_today();

	if (!text || date_from_words(text, today.year, today, day))
		return OK;
	return misuse(cli, err, _("Không hiểu ngày «%s»; hãy viết như 15/9/2013."), text);
}

static enum status run_propose(struct cli *cli, struct error *err)
{
	const char *name = option_value(&cli->arguments, OPTION_AGENCY);
	char *text = words_from(&cli->arguments, 1);
	struct date day = { 0 };
	row_id task, agency = 0, id;
	enum status status = read_day(cli, &day, err);

	if (status == OK && name)
		status = find_agency_of_plan(cli, name, &agency, err);
	if (status == OK)
		status = find_task_word(cli, 0, &task, err);
	if (status == OK)
		status = workbench_propose(&cli->workbench, task, agency, text, day, &id, err);
	free(text);
	return status;
}

/* The state's stable word, or the one that a person reads. */
static bool read_state(const char *word, enum proposal_state *state)
{
	for (int s = PROPOSAL_MADE; s <= PROPOSAL_REJECTED; s++) {
		*state = (enum proposal_state)s;
		if (!strcmp(word, proposal_state_label(*state)))
			return true;
	}
	return proposal_state_from_word(word, state);
}

static enum status run_decide(struct cli *cli, struct error *err)
{
	const char *number = cli->arguments.words.items[0], *word = cli->arguments.words.items[1];
	struct decision_order order = { .document = option_value(&cli->arguments, OPTION_DOCUMENT) };
	row_id id = atoll(number);
	enum status status = read_day(cli, &order.day, err);

	if (status == OK && id < 1)
		status = misuse(cli, err, _("«%s» không phải mã của một đề xuất; xem bằng «kehoach proposals»."), number);
	if (status == OK && !read_state(word, &order.state))
		status = misuse(cli, err, _("«%s» không phải một quyết định; dùng made, waiting, accepted hoặc rejected."), word);
	return status == OK ? workbench_decide_proposal(&cli->workbench, id, &order, err) : status;
}

static const struct table_column columns[] = {
	{ "id", N_("Mã"), CELL_NUMBER },
	{ "task", N_("Nhiệm vụ"), CELL_TEXT },
	{ "agency", N_("Cơ quan"), CELL_TEXT },
	{ "text", N_("Đề xuất"), CELL_PROSE },
	{ "day", NULL, CELL_TEXT },
	{ NULL, N_("Ngày"), CELL_TEXT },
	{ "state", NULL, CELL_TEXT },
	{ NULL, N_("Kết quả"), CELL_TEXT },
	{ "document", N_("Văn bản"), CELL_TEXT },
	{ "decided_on", NULL, CELL_TEXT },
};

static enum status add_proposal(struct cli *cli, const struct proposal *proposal, struct table *table, struct error *err)
{
	struct task_row task = { 0 };
	char day[DATE_TEXT];
	char *path;
	enum status status = cli->store->task_row_get(cli->store, proposal->task_id, &task, err);

	if (status != OK)
		return status;
	path = xasprintf("%s-%d", task.section_path, task.task.position);
	table_add_number(table, proposal->id);
	table_add(table, path);
	table_add(table, proposal->agency_name);
	table_add(table, proposal->text);
	table_add_date(table, proposal->day);
	table_add(table, date_vietnamese(proposal->day, day));
	table_add(table, proposal_state_word(proposal->state));
	table_add(table, proposal_state_label(proposal->state));
	table_add(table, proposal->document);
	table_add_date(table, proposal->decided_on);
	free(path);
	task_row_release(&task);
	return OK;
}

static enum status run_proposals(struct cli *cli, struct error *err)
{
	struct proposal_list list = { 0 };
	struct table table;
	enum status status = cli->store->proposals(cli->store, cli->plan, 0, &list, err);

	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; status == OK && i < list.count; i++)
		status = add_proposal(cli, &list.items[i], &table, err);
	if (status == OK)
		print_table(&table, cli->format, _("Chưa có đề xuất điều chỉnh nào; ghi bằng «kehoach propose NHIỆM_VỤ ĐỀ_XUẤT»."));
	table_release(&table);
	proposal_list_release(&list);
	return status;
}

const struct command command_propose = {
	.name = "propose", .usage = N_("NHIỆM_VỤ ĐỀ_XUẤT"), .help = N_("ghi đề xuất điều chỉnh một nhiệm vụ"),
	.run = run_propose, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_CHANGES,
	.options = OPTION_BIT(AGENCY) | OPTION_BIT(ON), .least = 2, .most = ANY_NUMBER,
};

const struct command command_decide = {
	.name = "decide", .usage = N_("MÃ_ĐỀ_XUẤT made|waiting|accepted|rejected"),
	.help = N_("ghi kết quả của một đề xuất: đề xuất, chờ quyết định, chấp thuận, bác"),
	.run = run_decide, .flags = COMMAND_STORE | COMMAND_CHANGES,
	.options = OPTION_BIT(DOCUMENT) | OPTION_BIT(ON), .least = 2, .most = 2,
};

const struct command command_proposals = {
	.name = "proposals", .usage = "", .help = N_("liệt kê các đề xuất điều chỉnh của kế hoạch"),
	.run = run_proposals, .flags = COMMAND_STORE | COMMAND_PLAN, .least = 0, .most = 0,
};
