/* The criteria of an index: the table of points of a year, and scoring. */
#include "cli/command.h"

#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "office/office.h"

static enum status read_year(struct cli *cli, int *year, struct error *err)
{
	const char *text = option_value(&cli->arguments, OPTION_YEAR);

	*year = text ? atoi(text) : clock_today().year;
	if (*year >= 1900 && *year <= 9999)
		return OK;
	return misuse(cli, err, _("«%s» không phải một năm; hãy viết như 2014."), text);
}

/* --- the table -------------------------------------------------------------- */

static const struct table_column columns[] = {
	{ "code", N_("Mã"), CELL_TEXT },
	{ "name", N_("Tiêu chí"), CELL_PROSE },
	{ "maximum", N_("Tối đa"), CELL_TEXT },
	{ "self", N_("Tự chấm"), CELL_TEXT },
	{ "verified", N_("Thẩm định"), CELL_TEXT },
	{ "evidence", N_("Minh chứng"), CELL_PROSE },
	{ "tasks", N_("Nhiệm vụ"), CELL_TEXT },
};

static void add_points(struct table *table, int points)
{
	char text[POINTS_TEXT];

	table_add(table, points_text(points, text));
}

/* "62/KH II.1-2; …": the tasks that serve it. */
static enum status task_names(struct cli *cli, row_id criterion, struct strbuf *out, struct error *err)
{
	struct criterion_task_list list = { 0 };
	enum status status = cli->store->criterion_tasks(cli->store, criterion, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct task_row task = { 0 };
		struct plan plan = { 0 };

		status = cli->store->task_row_get(cli->store, list.items[i].task_id, &task, err);
		if (status == OK)
			status = cli->store->plan_get(cli->store, task.task.plan_id, &plan, err);
		if (status == OK)
			strbuf_addf(out, "%s%s %s-%d", out->length ? "; " : "", plan.number ? plan.number : plan.type,
				    task.section_path, task.task.position);
		plan_release(&plan);
		task_row_release(&task);
	}
	criterion_task_list_release(&list);
	return status;
}

static void add_sum(const char *code, const char *name, const struct points_sum *sum, const char *evidence, const char *tasks,
		    struct table *table)
{
	table_add(table, code);
	table_add(table, name);
	add_points(table, sum->maximum);
	add_points(table, sum->self_scored ? sum->self : NO_POINTS);
	add_points(table, sum->verified_scored ? sum->verified : NO_POINTS);
	table_add(table, evidence);
	table_add(table, tasks);
}

static enum status add_criterion(struct cli *cli, const struct criterion_list *list, const struct criterion *criterion,
				 struct table *table, struct error *err)
{
	struct points_sum sum = criteria_sum(list, criterion->code);
	struct strbuf tasks = STRBUF_INIT;
	enum status status = task_names(cli, criterion->id, &tasks, err);

	if (status == OK && criterion_is_sum(list, criterion)) {
		add_sum(criterion->code, criterion->name, &sum, criterion->evidence, tasks.text, table);
	} else if (status == OK) {
		table_add(table, criterion->code);
		table_add(table, criterion->name);
		add_points(table, criterion->maximum);
		add_points(table, criterion->self);
		add_points(table, criterion->verified);
		table_add(table, criterion->evidence);
		table_add(table, tasks.text);
	}
	strbuf_release(&tasks);
	return status;
}

static enum status print_criteria(struct cli *cli, int year, struct error *err)
{
	struct criterion_list list = { 0 };
	struct points_sum total;
	struct table table;
	enum status status = workbench_criteria(&cli->workbench, year, &list, err);

	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; status == OK && i < list.count; i++)
		status = add_criterion(cli, &list, &list.items[i], &table, err);
	total = criteria_sum(&list, NULL);
	if (list.count)
		add_sum(cli->format == FORMAT_TABLE ? "" : "total", _("Tổng điểm"), &total, NULL, NULL, &table);
	if (status == OK)
		print_table(&table, cli->format, _("Năm này chưa có tiêu chí nào; nạp bằng «kehoach criteria --load TỆP»."));
	if (status == OK && list.count && cli->format == FORMAT_TABLE)
		print_line(_("Đã tự chấm %d/%d tiêu chí, đã thẩm định %d/%d."), total.self_scored, total.all, total.verified_scored,
			   total.all);
	table_release(&table);
	criterion_list_release(&list);
	return status;
}

/* --- changing ------------------------------------------------------------------ */

static enum status load(struct cli *cli, int year, const char *name, struct error *err)
{
	struct criterion_list list = { 0 };
	struct criterion_order *orders;
	enum status status = office_read_criteria(name, option_value(&cli->arguments, OPTION_FROM), &list, err);

	orders = xcalloc(list.count + 1, sizeof *orders);
	for (size_t i = 0; i < list.count; i++) {
		struct criterion *c = &list.items[i];

		orders[i] = (struct criterion_order){
			.year = year, .code = c->code, .name = c->name, .evidence = c->evidence, .maximum = &c->maximum,
			.self = c->self == NO_POINTS ? NULL : &c->self, .verified = c->verified == NO_POINTS ? NULL : &c->verified,
		};
	}
	if (status == OK)
		status = workbench_save_criteria(&cli->workbench, orders, list.count, err);
	free(orders);
	criterion_list_release(&list);
	return status;
}

static enum status export(struct cli *cli, int year, struct error *err)
{
	struct criterion_list list = { 0 };
	struct strbuf document = STRBUF_INIT;
	enum status status = workbench_criteria(&cli->workbench, year, &list, err);

	if (status == OK) {
		office_write_criteria(&list, &document);
		status = write_document(cli, &document, err);
	}
	strbuf_release(&document);
	criterion_list_release(&list);
	return status;
}

static enum status run_criteria(struct cli *cli, struct error *err)
{
	const char *file = option_value(&cli->arguments, OPTION_LOAD), *dropped = option_value(&cli->arguments, OPTION_DROP);
	row_id before = newest_change(cli);
	int year;
	enum status status = read_year(cli, &year, err);

	if (status == OK && option_given(&cli->arguments, OPTION_EXPORT))
		return export(cli, year, err);
	if (status != OK || (!file && !dropped))
		return status == OK ? print_criteria(cli, year, err) : status;
	if (file)
		status = load(cli, year, file, err);
	if (status == OK && dropped)
		status = workbench_drop_criterion(&cli->workbench, year, dropped, err);
	if (status == OK)
		say_changes(cli, before);
	return status;
}

static enum status read_points(struct cli *cli, enum option_id option, int *points, const int **out, struct error *err)
{
	const char *text = option_value(&cli->arguments, option);

	*out = NULL;
	if (!text)
		return OK;
	if (!points_parse(text, points))
		return misuse(cli, err, _("«%s» không phải số điểm; hãy viết như 1,5."), text);
	*out = points;
	return OK;
}

static enum status find_served_tasks(struct cli *cli, struct task_ids *tasks, struct error *err)
{
	const struct string_list *names = &cli->arguments.values[OPTION_TASK];
	enum status status = names->count
		? workbench_find_plan(&cli->workbench, option_value(&cli->arguments, OPTION_PLAN), &cli->plan, err) : OK;

	for (size_t i = 0; status == OK && i < names->count; i++) {
		row_id task;

		status = workbench_find_task(&cli->workbench, cli->plan, names->items[i], &task, err);
		if (status == OK)
			task_ids_add(tasks, task);
	}
	return status;
}

static enum status run_criterion(struct cli *cli, struct error *err)
{
	struct task_ids tasks = { 0 };
	struct criterion_order order = {
		.code = cli->arguments.words.items[0], .name = option_value(&cli->arguments, OPTION_TITLE),
		.evidence = option_value(&cli->arguments, OPTION_EVIDENCE), .tasks = &tasks,
	};
	int maximum, self, verified;
	enum status status = read_year(cli, &order.year, err);

	if (status == OK)
		status = read_points(cli, OPTION_MAX, &maximum, &order.maximum, err);
	if (status == OK)
		status = read_points(cli, OPTION_SELF, &self, &order.self, err);
	if (status == OK)
		status = read_points(cli, OPTION_VERIFIED, &verified, &order.verified, err);
	if (status == OK)
		status = find_served_tasks(cli, &tasks, err);
	if (status == OK)
		status = workbench_save_criteria(&cli->workbench, &order, 1, err);
	task_ids_release(&tasks);
	return status;
}

const struct command command_criteria = {
	.name = "criteria", .usage = "", .help = N_("bảng điểm các tiêu chí của một năm; nạp, bỏ tiêu chí"),
	.run = run_criteria, .flags = COMMAND_STORE,
	.options = OPTION_BIT(YEAR) | OPTION_BIT(LOAD) | OPTION_BIT(FROM) | OPTION_BIT(DROP) | OPTION_BIT(EXPORT) |
		   OPTION_BIT(OUTPUT), .least = 0, .most = 0,
};

const struct command command_criterion = {
	.name = "criterion", .usage = N_("MÃ"), .help = N_("ghi một tiêu chí: tên, điểm tối đa, tự chấm, thẩm định, nhiệm vụ phục vụ"),
	.run = run_criterion, .flags = COMMAND_STORE | COMMAND_CHANGES,
	.options = OPTION_BIT(YEAR) | OPTION_BIT(TITLE) | OPTION_BIT(MAX) | OPTION_BIT(SELF) | OPTION_BIT(VERIFIED) |
		   OPTION_BIT(EVIDENCE) | OPTION_BIT(TASK),
	.least = 1, .most = 1,
};
