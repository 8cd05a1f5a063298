#include "cli/command.h"

#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"
#include "core/workbench/matrix.h"

enum { PAGE = 200, TITLE_COLUMNS = 50 };	/* tasks read at a time */

/* What the shown cells of a row or a column come to. */
struct sum {
	int cells;		/* with something in them, suspended ones too */
	long long all, done, overdue;
};

/* The columns that are shown: all bodies, or those that --agency names. */
struct shown {
	struct standing_table bodies;
	bool *wanted;		/* of each body */
	bool all;
	const struct filter *filter;	/* which tasks; NULL: all */
	struct sum *sums;	/* of each body: what the rows that were added come to */
};

/* --- which columns ------------------------------------------------------ */

static void want(struct shown *shown, row_id agency)
{
	for (size_t i = 0; i < shown->bodies.lines.count; i++)
		if (shown->bodies.lines.items[i].id == agency)
			shown->wanted[i] = true;
}

/* A group's members owe, and the group itself while it has none. */
static enum status want_agency(struct cli *cli, const char *name, struct shown *shown, struct error *err)
{
	struct agency_list members = { 0 };
	row_id agency;
	enum status status = workbench_find_agency(&cli->workbench, name, &agency, err);

	if (status == OK)
		status = cli->store->agency_members(cli->store, agency, &members, err);
	if (status != OK)
		return status;
	want(shown, agency);
	for (size_t i = 0; i < members.count; i++)
		want(shown, members.items[i].id);
	agency_list_release(&members);
	return OK;
}

static enum status choose_columns(struct cli *cli, struct shown *shown, struct error *err)
{
	const char *name = option_value(&cli->arguments, OPTION_AGENCY);

	shown->wanted = xcalloc(shown->bodies.lines.count + 1, sizeof *shown->wanted);
	shown->all = !name;
	for (size_t i = 0; shown->all && i < shown->bodies.lines.count; i++)
		shown->wanted[i] = true;
	return name ? want_agency(cli, name, shown, err) : OK;
}

/* --- rows --------------------------------------------------------------- */

static void add_to_sum(struct sum *sum, const struct matrix_cell *cell)
{
	sum->cells++;
	if (cell->state == MATRIX_SUSPENDED)
		return;
	sum->all += cell->count;
	sum->done += cell->done;
	sum->overdue += cell->overdue;
}

static struct sum sum_up(const struct shown *shown, const struct matrix_line *line)
{
	struct sum sum = { 0 };

	for (size_t i = 0; i < shown->bodies.lines.count; i++)
		if (shown->wanted[i] && line->cells[i].count)
			add_to_sum(&sum, &line->cells[i]);
	return sum;
}

/* The row counts in its columns. */
static void count_line(const struct shown *shown, const struct matrix_line *line)
{
	for (size_t i = 0; i < shown->bodies.lines.count; i++)
		if (shown->wanted[i] && line->cells[i].count)
			add_to_sum(&shown->sums[i], &line->cells[i]);
}

static void add_share(struct table *table, long long done, long long all)
{
	char *text = all ? xasprintf("%lld/%lld", done, all) : NULL;

	table_add(table, text);
	free(text);
}

/* "!", and "! 1/3" where there are several periods. */
static void add_cell(struct table *table, const struct matrix_cell *cell)
{
	char *text = cell->count > 1 ? xasprintf("%s %d/%d", matrix_sign(cell->state), cell->done, cell->count)
				     : xstrdup(matrix_sign(cell->state));

	table_add(table, text);
	free(text);
}

/* The beginning of a title: all of it would put the signs out of sight. */
static void add_title(const char *title, bool people, struct table *table)
{
	struct strbuf text = STRBUF_INIT;

	if (people)
		viet_clip(title, strlen(title), TITLE_COLUMNS, &text);
	else
		strbuf_add_text(&text, title);
	table_add(table, text.text);
	strbuf_release(&text);
}

static void add_wide_row(const struct shown *shown, const struct matrix_line *line, bool people, struct table *table)
{
	struct sum sum = sum_up(shown, line);

	table_add(table, line->path);
	add_title(line->title, people, table);
	add_share(table, sum.done, sum.all);
	table_add_number(table, sum.overdue);
	for (size_t i = 0; i < shown->bodies.lines.count; i++)
		if (shown->wanted[i])
			add_cell(table, &line->cells[i]);
}

static void add_totals(const struct shown *shown, bool people, struct table *table)
{
	struct sum sum = { 0 };

	for (size_t i = 0; i < shown->bodies.lines.count; i++) {
		sum.all += shown->sums[i].all;
		sum.done += shown->sums[i].done;
		sum.overdue += shown->sums[i].overdue;
	}
	table_add(table, people ? NULL : "total");
	table_add(table, people ? _("Tổng cộng") : NULL);
	add_share(table, sum.done, sum.all);
	table_add_number(table, sum.overdue);
	for (size_t i = 0; i < shown->bodies.lines.count; i++)
		if (shown->wanted[i])
			add_share(table, shown->sums[i].done, shown->sums[i].all);
}

/* A row for each cell, with all that is known of it. */
static const struct table_column long_columns[] = {
	{ "task", NULL, CELL_TEXT },
	{ "title", NULL, CELL_TEXT },
	{ "agency", NULL, CELL_TEXT },
	{ "code", NULL, CELL_TEXT },
	{ "state", NULL, CELL_TEXT },
	{ "due", NULL, CELL_TEXT },
	{ "done_on", NULL, CELL_TEXT },
	{ "total", NULL, CELL_NUMBER },
	{ "done", NULL, CELL_NUMBER },
	{ "overdue", NULL, CELL_NUMBER },
};

static void add_long_rows(const struct shown *shown, const struct matrix_line *line, struct table *table)
{
	for (size_t i = 0; i < shown->bodies.lines.count; i++) {
		const struct standing_line *body = &shown->bodies.lines.items[i];
		const struct matrix_cell *cell = &line->cells[i];

		if (!shown->wanted[i] || !cell->count)
			continue;
		table_add(table, line->path);
		table_add(table, line->title);
		table_add(table, *body->label ? body->label : "nobody");
		table_add(table, body->title);
		table_add(table, matrix_state_word(cell->state));
		table_add_date(table, cell->due);
		table_add_date(table, cell->done_on);
		table_add_number(table, cell->count);
		table_add_number(table, cell->done);
		table_add_number(table, cell->overdue);
	}
}

/* Those that the filter lets through, by their ids. */
static enum status find_tasks(struct cli *cli, const struct filter *filter, struct task_ids *ids, struct error *err)
{
	struct task_row_list page = { 0 };
	struct place place = { 0 };
	enum status status;

	do {
		task_row_list_clear(&page);
		status = cli->store->task_find(cli->store, cli->plan, filter, place, FORWARD, PAGE, &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			place = page.items[i].place;
			task_ids_add(ids, page.items[i].task.id);
		}
	} while (status == OK && page.count == PAGE);
	task_row_list_release(&page);
	return status;
}

static void add_line(struct cli *cli, const struct shown *shown, const struct matrix_line *line, struct table *table)
{
	count_line(shown, line);
	if (cli->format == FORMAT_JSON)
		add_long_rows(shown, line, table);
	else if (shown->all || sum_up(shown, line).cells)
		add_wide_row(shown, line, cli->format == FORMAT_TABLE, table);
}

/*
 * The tasks of the plan, or those of the filter, which come in the same order; where columns were chosen, those of which
 * one of them owes something.
 */
static enum status add_rows(struct cli *cli, const struct shown *shown, struct table *table, struct error *err)
{
	struct matrix_line_list lines = { 0 };
	struct task_ids found = { 0 };
	size_t next = 0;
	int first = 0;
	enum status status = shown->filter ? find_tasks(cli, shown->filter, &found, err) : OK;

	if (status != OK)
		return status;
	do {
		matrix_line_list_clear(&lines);
		status = workbench_matrix_lines(&cli->workbench, cli->plan, shown->bodies.as_of, &shown->bodies, first, PAGE,
						&lines, err);
		for (size_t i = 0; status == OK && i < lines.count; i++) {
			if (shown->filter && (next == found.count || found.items[next] != lines.items[i].task))
				continue;
			next++;
			add_line(cli, shown, &lines.items[i], table);
		}
		first += PAGE;
	} while (status == OK && lines.count == PAGE);
	matrix_line_list_release(&lines);
	task_ids_release(&found);
	return status;
}

/* --- printing ----------------------------------------------------------- */

enum { FIXED = 4 };

/* NAMES keeps the headings of the bodies. The caller frees the columns. */
static struct table_column *wide_columns(const struct shown *shown, struct string_list *names, size_t *count)
{
	struct table_column *columns = xcalloc(FIXED + shown->bodies.lines.count, sizeof *columns);
	struct string_list codes = { 0 };

	columns[0] = (struct table_column){ "task", N_("Mã"), CELL_TEXT };
	columns[1] = (struct table_column){ "title", N_("Nhiệm vụ"), CELL_PROSE };
	columns[2] = (struct table_column){ "done", N_("Xong"), CELL_TEXT };
	columns[3] = (struct table_column){ "overdue", N_("Quá hạn"), CELL_NUMBER };
	*count = FIXED;
	matrix_body_codes(&shown->bodies, &codes);
	for (size_t i = 0; i < codes.count; i++)
		if (shown->wanted[i])
			string_list_add(names, *shown->bodies.lines.items[i].label ? codes.items[i] : _("(chưa giao)"));
	string_list_release(&codes);
	for (size_t i = 0; i < names->count; i++)
		columns[(*count)++] = (struct table_column){ names->items[i], names->items[i], CELL_TEXT };
	return columns;
}

static enum status print_wide(struct cli *cli, const struct shown *shown, struct error *err)
{
	size_t count;
	struct string_list names = { 0 };
	struct table_column *columns = wide_columns(shown, &names, &count);
	struct table table;
	enum status status;

	table_init(&table, columns, count);
	status = add_rows(cli, shown, &table, err);
	if (status == OK && table.count) {
		add_totals(shown, cli->format == FORMAT_TABLE, &table);
		print_table(&table, cli->format, "");
		if (cli->format == FORMAT_TABLE)
			print_line("%s", _("✓ xong   ! quá hạn   · chưa xong   = tạm hoãn   để trống: không phải làm"));
	} else if (status == OK) {
		print_table(&table, cli->format, _("Không có phần việc nào."));
	}
	table_release(&table);
	string_list_release(&names);
	free(columns);
	return status;
}

static enum status print_long(struct cli *cli, const struct shown *shown, struct error *err)
{
	struct table table;
	enum status status;

	table_init(&table, long_columns, sizeof long_columns / sizeof *long_columns);
	status = add_rows(cli, shown, &table, err);
	if (status == OK)
		print_table(&table, cli->format, "");
	table_release(&table);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	const char *as_of = option_value(&cli->arguments, OPTION_AS_OF);
	struct standing_query query = { .plan = cli->plan, .by = STANDING_BY_AGENCY };
	struct shown shown = { 0 };
	struct filter filter = { 0 };
	enum status status;

	if (as_of && !date_from_words(as_of, clock_today().year, clock_today(), &query.as_of))
		return misuse(cli, err, _("«%s» không phải một ngày; hãy viết như 14/9/2013."), as_of);
	status = read_filter_words(cli, &filter, err);
	if (status == OK)
		status = workbench_standing(&cli->workbench, &query, &shown.bodies, err);
	shown.filter = filter.terms.count ? &filter : NULL;
	shown.sums = xcalloc(shown.bodies.lines.count + 1, sizeof *shown.sums);
	if (status == OK)
		status = choose_columns(cli, &shown, err);
	if (status == OK)
		status = cli->format == FORMAT_JSON ? print_long(cli, &shown, err) : print_wide(cli, &shown, err);
	free(shown.wanted);
	free(shown.sums);
	filter_release(&filter);
	standing_table_release(&shown.bodies);
	return status;
}

const struct command command_matrix = {
	.name = "matrix", .usage = N_("[BỘ_LỌC]"), .help = N_("bảng nhiệm vụ × cơ quan: ai đã xong, ai còn nợ phần nào"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_FILTER, .options = OPTION_BIT(AGENCY) | OPTION_BIT(AS_OF),
	.most = ANY_NUMBER,
};
