/* Report rounds: opening the periods of a year, and who has sent what in them. */
#include "cli/command.h"

#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/workbench/rounds.h"

/* --- changing ----------------------------------------------------------- */

static enum status read_year(struct cli *cli, const char *text, int *year, struct error *err)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (*end || value < 1900 || value > 2199)
		return misuse(cli, err, _("«%s» không phải một năm; hãy viết như 2013."), text);
	*year = (int)value;
	return OK;
}

static enum status misuse_set(struct cli *cli, const char *text, struct error *err)
{
	struct strbuf sets = STRBUF_INIT;
	enum status status;

	for (size_t i = 0; period_set_at(i); i++)
		strbuf_addf(&sets, "%s%s (%s)", i ? ", " : "", period_set_at(i)->word, _(period_set_at(i)->title));
	status = misuse(cli, err, _("Không có bộ kỳ «%s»; các bộ kỳ: %s."), text, sets.text);
	strbuf_release(&sets);
	return status;
}

/* NULL: of what the plan's work needs. */
static enum status read_set(struct cli *cli, const struct period_set **set, struct error *err)
{
	const char *every = option_value(&cli->arguments, OPTION_EVERY), *word = option_value(&cli->arguments, OPTION_SET);
	enum period_unit unit;

	*set = word ? period_set_find(word) : NULL;
	if (word && !*set)
		return misuse_set(cli, word, err);
	if (!every)
		return OK;
	if (period_unit_from_word(every, &unit) && !*set)
		*set = period_set_of(unit);
	if (!*set || (*set)->every != unit)
		return misuse(cli, err, _("«--every %s» không dùng được ở đây; hãy viết week, month, quarter, half hoặc year."), every);
	return OK;
}

static enum status open_rounds(struct cli *cli, struct error *err)
{
	const struct period_set *set;
	size_t opened;
	int year = 0;
	enum status status = read_year(cli, option_value(&cli->arguments, OPTION_OPEN), &year, err);

	if (status == OK)
		status = read_set(cli, &set, err);
	if (status == OK)
		status = workbench_open_rounds(&cli->workbench, cli->plan, set, year, &opened, err);
	return status;
}

/* The period that the line names: --every where a plan has the key in several rhythms. */
static enum status one_round(struct cli *cli, const char *key, struct period *out, struct error *err)
{
	const char *every = option_value(&cli->arguments, OPTION_EVERY);
	struct period_list found = { 0 };
	enum status status = workbench_find_rounds(&cli->workbench, cli->plan, key, &found, err);
	size_t at = 0;

	while (every && at < found.count && strcmp(period_unit_word(found.items[at].every), every) != 0)
		at++;
	if (status == OK && (at == found.count || (!every && found.count > 1)))
		status = error_set(err, STATUS_DENIED, _("Có nhiều kỳ «%s» hoặc không kỳ nào hợp; hãy thêm --every."), key);
	if (status == OK) {
		*out = found.items[at];
		found.items[at] = (struct period){ 0 };
	}
	period_list_release(&found);
	return status;
}

static enum status set_due(struct cli *cli, struct error *err)
{
	const char *key = option_value(&cli->arguments, OPTION_PERIOD), *text = option_value(&cli->arguments, OPTION_DUE);
	struct period period = { 0 };
	struct date due = { 0 };
	enum status status = key ? one_round(cli, key, &period, err)
				 : misuse(cli, err, _("Hãy nêu kỳ muốn đổi ngày gửi, ví dụ --period 2013-Q3."));

	if (status == OK && *text && !date_from_words(text, period.last.year, clock_today(), &due))
		status = misuse(cli, err, _("Không hiểu ngày «%s»; hãy viết như 15/9/2013."), text);
	if (status == OK) {
		period.due = due;
		status = workbench_save_round(&cli->workbench, &period, err);
	}
	period_release(&period);
	return status;
}

static enum status remove_round(struct cli *cli, struct error *err)
{
	struct period period = { 0 };
	enum status status = one_round(cli, option_value(&cli->arguments, OPTION_REMOVE), &period, err);

	if (status == OK)
		status = workbench_remove_round(&cli->workbench, &period, err);
	period_release(&period);
	return status;
}

/* --- the list for programs ------------------------------------------------- */

static const struct table_column columns[] = {
	{ "period", NULL, CELL_TEXT },
	{ "label", N_("Kỳ"), CELL_TEXT },
	{ "first", NULL, CELL_TEXT },
	{ "last", NULL, CELL_TEXT },
	{ "cumulative", NULL, CELL_FLAG },
	{ "task", N_("Nhiệm vụ"), CELL_TEXT },
	{ "agency", N_("Cơ quan"), CELL_PROSE },
	{ "code", NULL, CELL_TEXT },
	{ "via", N_("Qua"), CELL_TEXT },
	{ "due", NULL, CELL_TEXT },
	{ "state", NULL, CELL_TEXT },
	{ "received", NULL, CELL_TEXT },
	{ "days_late", NULL, CELL_NUMBER },
	{ NULL, N_("Tình trạng"), CELL_TEXT },
	{ "evidence", N_("Minh chứng"), CELL_TEXT },
};

static int days_late(const struct obligation *obligation, struct date day)
{
	enum receipt receipt = receipt_of(obligation, day);

	if (receipt != RECEIPT_LATE && receipt != RECEIPT_MISSING)
		return 0;
	return date_days_between(obligation->due, receipt == RECEIPT_LATE ? obligation->done_on : day);
}

static void add_words(const struct rounds *rounds, const struct obligation *o, struct table *table)
{
	struct strbuf words = STRBUF_INIT;
	bool done = o->state == OBLIGATION_DONE;
	struct round_cell cell = {
		.owed = 1, .received = done, .received_on = o->done_on, .due = o->due, .days_late = days_late(o, rounds->day),
		.missing = receipt_of(o, rounds->day) == RECEIPT_MISSING,
	};

	round_cell_words(&cell, &words);
	table_add(table, words.text);
	strbuf_release(&words);
}

static void add_row(const struct rounds *rounds, const struct round_row *row, struct table *table)
{
	const struct period *period = &rounds->periods.items[row->period];
	const struct obligation *o = &row->obligation;

	table_add(table, period->key);
	table_add(table, period->label);
	table_add_date(table, period->first);
	table_add_date(table, period->last);
	table_add_flag(table, period->cumulative);
	table_add(table, row->task_path);
	table_add(table, o->agency_name);
	table_add(table, o->agency_code);
	table_add(table, row->via);
	table_add_date(table, o->due);
	table_add(table, receipt_word(receipt_of(o, rounds->day)));
	table_add_date(table, o->done_on);
	table_add_number(table, days_late(o, rounds->day));
	add_words(rounds, o, table);
	table_add(table, o->evidence);
}

/* What of it was asked for. */
struct question {
	char *period;			/* NULL: all */
	row_id agency;			/* 0: all */
	struct agency_list members;	/* of that one, where it is a group */
};

static bool is_of_agency(const struct question *question, row_id agency)
{
	for (size_t i = 0; i < question->members.count; i++)
		if (question->members.items[i].id == agency)
			return true;
	return !question->agency || question->agency == agency;
}

static bool is_wanted(const struct rounds *rounds, const struct round_row *row, const struct question *question)
{
	return (!question->period || !strcmp(rounds->periods.items[row->period].key, question->period)) &&
	       is_of_agency(question, row->obligation.agency_id);
}

static void print_list(const struct cli *cli, const struct rounds *rounds, const struct question *question)
{
	struct table table;

	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < rounds->rows.count; i++)
		if (is_wanted(rounds, &rounds->rows.items[i], question))
			add_row(rounds, &rounds->rows.items[i], &table);
	print_table(&table, cli->format, _("Không có phần việc nào trong các kỳ này."));
	table_release(&table);
}

/* --- the grid for people ---------------------------------------------------- */

static bool has_column(const struct rounds *rounds, size_t period)
{
	for (size_t i = 0; i < rounds->rows.count; i++)
		if (rounds->rows.items[i].period == period)
			return true;
	return false;
}

/* The agency of a row, at the first row that is its own. */
static bool is_first(const struct rounds *rounds, size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (rounds->rows.items[i].obligation.agency_id == rounds->rows.items[row].obligation.agency_id)
			return false;
	return true;
}

static void add_grid_row(const struct rounds *rounds, const struct obligation *of, struct table *table)
{
	table_add(table, of->agency_code ? of->agency_code : of->agency_name);
	for (size_t p = 0; p < rounds->periods.count; p++) {
		struct round_cell cell = rounds_cell(rounds, of->agency_id, p);
		struct strbuf words = STRBUF_INIT;

		if (!has_column(rounds, p))
			continue;
		round_cell_words(&cell, &words);
		table_add(table, words.text);
		strbuf_release(&words);
	}
}

static void print_grid(const struct rounds *rounds, const struct question *question)
{
	struct table_column *heads = xcalloc(rounds->periods.count + 1, sizeof *heads);
	struct table table;
	size_t count = 1;

	heads[0] = (struct table_column){ NULL, N_("Cơ quan"), CELL_PROSE };
	for (size_t p = 0; p < rounds->periods.count; p++)
		if (has_column(rounds, p))
			heads[count++] = (struct table_column){ NULL, rounds->periods.items[p].label, CELL_TEXT };
	table_init(&table, heads, count);
	for (size_t i = 0; i < rounds->rows.count; i++)
		if (is_first(rounds, i) && is_wanted(rounds, &rounds->rows.items[i], question))
			add_grid_row(rounds, &rounds->rows.items[i].obligation, &table);
	print_table(&table, FORMAT_TABLE, _("Chưa mở kỳ nào; hãy mở bằng «kehoach rounds --open NĂM»."));
	table_release(&table);
	free(heads);
}

/* --- the command --------------------------------------------------------------- */

static enum status year_to_show(struct cli *cli, int *year, struct error *err)
{
	const char *text = option_value(&cli->arguments, OPTION_YEAR);
	struct period_list periods = { 0 };
	enum status status;

	if (text)
		return read_year(cli, text, year, err);
	if (cli->format != FORMAT_TABLE || option_given(&cli->arguments, OPTION_PERIOD))
		return OK;			/* all of them */
	status = cli->store->periods(cli->store, cli->plan, &periods, err);
	*year = rounds_year(&periods, clock_today());
	period_list_release(&periods);
	return status;
}

static enum status read_question(struct cli *cli, struct question *question, struct error *err)
{
	const char *name = option_value(&cli->arguments, OPTION_AGENCY);
	enum status status = find_period_option(cli, &question->period, err);

	if (status == OK && name)
		status = workbench_find_agency(&cli->workbench, name, &question->agency, err);
	if (status == OK && name)
		status = cli->store->agency_members(cli->store, question->agency, &question->members, err);
	return status;
}

static enum status show(struct cli *cli, struct error *err)
{
	struct question question = { 0 };
	struct rounds rounds = { 0 };
	row_id task = 0;
	int year = 0;
	enum status status = year_to_show(cli, &year, err);

	if (status == OK && cli->arguments.words.count)
		status = find_task_word(cli, 0, &task, err);
	if (status == OK)
		status = read_question(cli, &question, err);
	if (status == OK)
		status = workbench_rounds(&cli->workbench, cli->plan, task, year, &rounds, err);
	if (status == OK && (question.period || cli->format != FORMAT_TABLE))
		print_list(cli, &rounds, &question);
	else if (status == OK)
		print_grid(&rounds, &question);
	rounds_release(&rounds);
	agency_list_release(&question.members);
	free(question.period);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	row_id before = newest_change(cli);
	enum status status;

	if (option_given(&cli->arguments, OPTION_OPEN))
		status = open_rounds(cli, err);
	else if (option_given(&cli->arguments, OPTION_REMOVE))
		status = remove_round(cli, err);
	else if (option_given(&cli->arguments, OPTION_DUE))
		status = set_due(cli, err);
	else
		return show(cli, err);
	if (status == OK)
		say_changes(cli, before);
	return status;
}

const struct command command_rounds = {
	.name = "rounds", .usage = N_("[NHIỆM_VỤ]"),
	.help = N_("các kỳ báo cáo: ai đã gửi, gửi lúc nào, trễ hay còn thiếu; --open mở các kỳ của một năm"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN,
	.options = OPTION_BIT(OPEN) | OPTION_BIT(EVERY) | OPTION_BIT(SET) | OPTION_BIT(YEAR) | OPTION_BIT(PERIOD) |
		   OPTION_BIT(DUE) | OPTION_BIT(REMOVE) | OPTION_BIT(AGENCY),
	.least = 0, .most = 1,
};
