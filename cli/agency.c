/* The sheet of one body: all that it owes, across the plans in force. */
#include "cli/command.h"

#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/workbench/sheet.h"

static const struct table_column columns[] = {
	{ "plan", N_("Kế hoạch"), CELL_TEXT },
	{ "task", N_("Mã"), CELL_TEXT },
	{ NULL, "", CELL_TEXT },
	{ "title", N_("Nhiệm vụ"), CELL_PROSE },
	{ "period", N_("Kỳ"), CELL_TEXT },
	{ "deadline", N_("Thời hạn"), CELL_PROSE },
	{ "due", NULL, CELL_TEXT },
	{ NULL, N_("Hạn"), CELL_TEXT },
	{ "state", NULL, CELL_TEXT },
	{ "done_on", NULL, CELL_TEXT },
	{ "days_late", NULL, CELL_NUMBER },
	{ NULL, N_("Tình trạng"), CELL_TEXT },
	{ "evidence", N_("Minh chứng"), CELL_PROSE },
};

static void add_day(struct table *table, struct date day)
{
	char text[DATE_TEXT];

	table_add(table, date_is_set(day) ? date_vietnamese(day, text) : NULL);
}

static void add_row(const struct sheet_row *row, struct table *table)
{
	struct strbuf words = STRBUF_INIT;

	sheet_row_words(row, &words);
	table_add(table, row->plan_number);
	table_add(table, row->path);
	table_add(table, matrix_sign(row->state));
	table_add(table, row->title);
	table_add(table, row->period);
	table_add(table, row->deadline);
	table_add_date(table, row->due);
	add_day(table, row->due);
	table_add(table, matrix_state_word(row->state));
	table_add_date(table, row->done_on);
	table_add_number(table, row->days_late);
	table_add(table, words.text);
	table_add(table, row->evidence);
	strbuf_release(&words);
}

/* The same figures as the body's row in `standing --by agency`. */
static void print_counts(const struct agency *agency, const struct sheet *sheet)
{
	const struct standing_counts *c = &sheet->counts;
	char day[DATE_TEXT];

	print_line(_("%s, số liệu đến ngày %s: %lld phần việc."), agency->name, date_vietnamese(sheet->as_of, day), standing_total(c));
	print_line(_("Đã xong %lld (quá hạn %lld); chưa xong, trong hạn %lld, quá hạn %lld; không hạn: xong %lld, chưa %lld."),
		   c->done_in_time + c->done_late, c->done_late, c->open_in_time, c->open_overdue, c->undated_done, c->undated_open);
	if (c->suspended)
		print_line(_("Ngoài ra có %lld phần việc của nhiệm vụ tạm dừng."), c->suspended);
}

static enum status print_sheet(struct cli *cli, row_id id, struct date day, struct error *err)
{
	struct agency agency = { 0 };
	struct sheet sheet = { 0 };
	struct table table;
	enum status status = cli->store->agency_get(cli->store, id, &agency, err);

	if (status == OK)
		status = workbench_sheet(&cli->workbench, id, day, &sheet, err);
	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < sheet.rows.count; i++)
		add_row(&sheet.rows.items[i], &table);
	if (status == OK && cli->format == FORMAT_TABLE)
		print_counts(&agency, &sheet);
	if (status == OK)
		print_table(&table, cli->format, agency.kind == AGENCY_GROUP
			? _("Nhóm không nợ gì: việc là của từng thành viên; xem bằng «kehoach standing --by group».")
			: _("Cơ quan này không phải làm phần việc nào."));
	table_release(&table);
	sheet_release(&sheet);
	agency_release(&agency);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	const char *as_of = option_value(&cli->arguments, OPTION_AS_OF);
	char *name = words_from(&cli->arguments, 0);
	struct date day = { 0 };
	row_id agency;
	enum status status;

	if (as_of && !date_from_words(as_of, clock_today().year, clock_today(), &day))
		status = misuse(cli, err, _("«%s» không phải một ngày; hãy viết như 14/9/2013."), as_of);
	else
		status = workbench_find_agency(&cli->workbench, name, &agency, err);
	free(name);
	return status == OK ? print_sheet(cli, agency, day, err) : status;
}

const struct command command_agency = {
	.name = "agency", .usage = N_("CƠ_QUAN"), .help = N_("phiếu của một cơ quan: mọi phần việc trong các kế hoạch còn hiệu lực"),
	.run = run, .flags = COMMAND_STORE, .options = OPTION_BIT(AS_OF), .least = 1, .most = ANY_NUMBER,
};
