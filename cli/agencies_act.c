/* The register over time: renaming, merging, splitting, abolishing, handing over. */
#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"

static const enum option_id acts[] = {
	OPTION_RENAME, OPTION_MERGE, OPTION_SPLIT, OPTION_PART, OPTION_ABOLISH, OPTION_TRANSFER, OPTION_SAME,
};

/* How many different acts the line asks for. */
static size_t count_acts(const struct cli *cli)
{
	size_t count = 0;

	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		count += option_given(&cli->arguments, acts[i]);
	return count;
}

bool asks_for_change(const struct cli *cli)
{
	return count_acts(cli) > 0;
}

static enum status read_order(struct cli *cli, struct ordered *order, struct error *err)
{
	const char *text = option_value(&cli->arguments, OPTION_ON);
	struct date today = clock_today();

	order->document = option_value(&cli->arguments, OPTION_DOCUMENT);
	if (!text)
		return misuse(cli, err, _("Thiếu ngày có hiệu lực; hãy viết như «--on 01/3/2025»."));
	if (!order->document)
		return misuse(cli, err, _("Thiếu văn bản quyết định; hãy viết như «--document \"12/NQ-HĐND\"»."));
	if (!date_from_words(text, today.year, today, &order->day))
		return misuse(cli, err, _("Không hiểu ngày «%s»; hãy viết như 15/9/2013."), text);
	return OK;
}

/* Names of bodies that end are those of the last day before. */
static enum status find_on_eve(struct cli *cli, const char *name, const struct ordered *order, row_id *id, struct error *err)
{
	return workbench_find_agency_on(&cli->workbench, name, date_add_days(order->day, -1), id, err);
}

static enum status rename_agency(struct cli *cli, struct error *err)
{
	const char *to = option_value(&cli->arguments, OPTION_TO);
	struct ordered order = { 0 };
	row_id id = 0;
	enum status status = read_order(cli, &order, err);

	if (status == OK && !to)
		status = misuse(cli, err, _("Thiếu tên mới; hãy viết «--to TÊN»."));
	if (status == OK)
		status = find_on_eve(cli, option_value(&cli->arguments, OPTION_RENAME), &order, &id, err);
	if (status == OK)
		status = workbench_rename_agency(&cli->workbench, id, to, option_value(&cli->arguments, OPTION_CODE), &order, err);
	return status;
}

static enum status check_into(struct cli *cli, enum option_id act, struct error *err)
{
	size_t into = cli->arguments.values[OPTION_INTO].count;

	if (act == OPTION_ABOLISH && into)
		return misuse(cli, err, _("Cơ quan giải thể không có cơ quan kế tiếp; có thì dùng «--merge» hoặc «--split»."));
	if (act != OPTION_ABOLISH && !into)
		return misuse(cli, err, _("Thiếu cơ quan tiếp nhận; hãy viết «--into CƠ_QUAN»."));
	if (act == OPTION_MERGE && into > 1)
		return misuse(cli, err, _("Sáp nhập chỉ thành một cơ quan; chia tách thì dùng «--split»."));
	return OK;
}

static enum status reorganise(struct cli *cli, enum option_id act, struct error *err)
{
	const struct string_list *names = &cli->arguments.values[act];
	row_id *from = xcalloc(names->count, sizeof *from);
	struct reorganisation wanted = {
		.from = from, .from_count = names->count, .into = cli->arguments.values[OPTION_INTO],	/* borrowed */
		.part = act == OPTION_PART,
	};
	enum status status = read_order(cli, &wanted.order, err);

	if (status == OK)
		status = check_into(cli, act, err);
	for (size_t i = 0; status == OK && i < names->count; i++)
		status = find_on_eve(cli, names->items[i], &wanted.order, &from[i], err);
	if (status == OK)
		status = workbench_reorganise(&cli->workbench, &wanted, err);
	free(from);
	return status;
}

static enum status hand_over(struct cli *cli, struct error *err)
{
	const char *to = option_value(&cli->arguments, OPTION_TO), *plan = option_value(&cli->arguments, OPTION_PLAN);
	struct hand_over_order order = {
		.reason = option_value(&cli->arguments, OPTION_REASON),
		.document = option_value(&cli->arguments, OPTION_DOCUMENT),
	};
	size_t count;
	enum status status = plan ? workbench_find_plan(&cli->workbench, plan, &order.plan, err) : OK;

	if (status == OK && (!to || !order.reason))
		status = misuse(cli, err, _("Chuyển giao cần nơi nhận và lý do: «--to CƠ_QUAN --reason CHỮ»."));
	if (status == OK)
		status = workbench_find_dissolved(&cli->workbench, option_value(&cli->arguments, OPTION_TRANSFER), &order.from, err);
	if (status == OK)
		status = workbench_find_agency(&cli->workbench, to, &order.to, err);
	if (status == OK)
		status = workbench_hand_over(&cli->workbench, &order, &count, err);
	return status;
}

/* Two rows of one body. */
static enum status join(struct cli *cli, struct error *err)
{
	const char *to = option_value(&cli->arguments, OPTION_TO);
	row_id from_id = 0, to_id = 0;
	enum status status = OK;

	if (!to)
		return misuse(cli, err, _("Thiếu cơ quan còn lại; hãy viết «--to CƠ_QUAN»."));
	status = workbench_find_agency(&cli->workbench, option_value(&cli->arguments, OPTION_SAME), &from_id, err);
	if (status == OK)
		status = workbench_find_agency(&cli->workbench, to, &to_id, err);
	return status == OK ? workbench_join_agencies(&cli->workbench, from_id, to_id, err) : status;
}

static enum status act_on(struct cli *cli, enum option_id act, struct error *err)
{
	if (act == OPTION_RENAME)
		return rename_agency(cli, err);
	if (act == OPTION_SAME)
		return join(cli, err);
	return act == OPTION_TRANSFER ? hand_over(cli, err) : reorganise(cli, act, err);
}

enum status change_register(struct cli *cli, struct error *err)
{
	row_id before;
	enum status status;

	if (count_acts(cli) > 1)
		return misuse(cli, err, _("Mỗi lần một việc: đổi tên, sáp nhập, chia tách, chuyển một phần, giải thể hoặc chuyển giao."));
	before = newest_change(cli);
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		if (!option_given(&cli->arguments, acts[i]))
			continue;
		status = act_on(cli, acts[i], err);
		if (status == OK)
			say_changes(cli, before);
		return status;
	}
	return OK;
}
