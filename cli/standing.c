#include "cli/command.h"

#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/workbench/standing.h"

static const struct table_column columns[] = {
	{ "part", N_("Theo"), CELL_TEXT },
	{ "title", NULL, CELL_TEXT },
	{ "total", N_("Tổng"), CELL_NUMBER },
	{ "done_in_time", N_("Xong trong hạn"), CELL_NUMBER },
	{ "done_late", N_("Xong quá hạn"), CELL_NUMBER },
	{ "open_in_time", N_("Chưa, trong hạn"), CELL_NUMBER },
	{ "open_overdue", N_("Chưa, quá hạn"), CELL_NUMBER },
	{ "undated_done", N_("Không hạn, xong"), CELL_NUMBER },
	{ "undated_open", N_("Không hạn, chưa"), CELL_NUMBER },
	{ "due_in_3", NULL, CELL_NUMBER },
	{ "due_in_7", N_("Hạn trong 7 ngày"), CELL_NUMBER },
	{ "late_30", NULL, CELL_NUMBER },
	{ "late_60", NULL, CELL_NUMBER },
	{ "late_120", NULL, CELL_NUMBER },
	{ "late_more", NULL, CELL_NUMBER },
	{ "extended", NULL, CELL_NUMBER },
	{ "suspended", NULL, CELL_NUMBER },
	{ "completed", NULL, CELL_NUMBER },
	{ "completed_of", NULL, CELL_NUMBER },
	{ NULL, N_("Hoàn thành"), CELL_TEXT },
	{ "punctual", NULL, CELL_NUMBER },
	{ "punctual_of", NULL, CELL_NUMBER },
	{ NULL, N_("Đúng hạn"), CELL_TEXT },
};

static void add_share(struct share share, struct table *table)
{
	char text[SHARE_TEXT];
	char *words = share.whole ? xasprintf("%lld/%lld = %s", share.part, share.whole, share_text(share, text)) : xstrdup("–");

	table_add_number(table, share.part);
	table_add_number(table, share.whole);
	table_add(table, words);
	free(words);
}

static void add_counts(const char *part, const char *title, const struct standing_counts *c, struct table *table)
{
	table_add(table, part);
	table_add(table, title);
	table_add_number(table, standing_total(c));
	table_add_number(table, c->done_in_time);
	table_add_number(table, c->done_late);
	table_add_number(table, c->open_in_time);
	table_add_number(table, c->open_overdue);
	table_add_number(table, c->undated_done);
	table_add_number(table, c->undated_open);
	table_add_number(table, c->due_in_3);
	table_add_number(table, c->due_in_7);
	for (int i = 0; i < LATENESS_COUNT; i++)
		table_add_number(table, c->late[i]);
	table_add_number(table, c->extended);
	table_add_number(table, c->suspended);
	add_share(standing_completion(c), table);
	add_share(standing_punctuality(c), table);
}

/* What stands under no part: no agency, no group, no last day. */
static const char *rest_of(enum standing_by by)
{
	switch (by) {
	case STANDING_BY_MONTH:
		return _("(không hạn)");
	case STANDING_BY_GROUP:
		return _("(ngoài nhóm)");
	case STANDING_BY_AREA:
		return _("(chưa xếp lĩnh vực)");
	case STANDING_BY_TAG:
		return _("(không có nhãn)");
	case STANDING_WHOLE:
	case STANDING_BY_AGENCY:
	case STANDING_BY_SECTION:
	case STANDING_BY_PLAN:
		break;
	}
	return _("(chưa giao)");
}

static const char *rest_word(enum standing_by by)
{
	if (by == STANDING_BY_AREA || by == STANDING_BY_TAG)
		return "unsorted";
	return by == STANDING_BY_MONTH ? "undated" : by == STANDING_BY_GROUP ? "ungrouped" : "nobody";
}

static void add_lines(const struct cli *cli, enum standing_by by, const struct standing_table *standing, struct table *table)
{
	bool people = cli->format == FORMAT_TABLE;

	for (size_t i = 0; i < standing->lines.count; i++) {
		const struct standing_line *line = &standing->lines.items[i];

		add_counts(*line->label ? line->label : people ? rest_of(by) : rest_word(by), line->title, &line->counts, table);
	}
	add_counts(people ? _("Tổng cộng") : "total", NULL, &standing->total, table);
}

/* What the other last days make of the same. */
static void print_extended(const struct standing_table *standing, bool original)
{
	const struct standing_counts *o = &standing->other;

	print_line(original ? _("Trên đây là theo hạn gốc của cả %lld phần việc đã được gia hạn.")
			    : _("Trong đó %lld phần việc tính theo hạn đã gia hạn."), o->extended);
	print_line(original ? _("Theo hạn gia hạn: trong hạn %lld xong, %lld chưa; quá hạn %lld xong, %lld chưa.")
			    : _("Theo hạn gốc: trong hạn %lld xong, %lld chưa; quá hạn %lld xong, %lld chưa."),
		   o->done_in_time, o->open_in_time, o->done_late, o->open_overdue);
}

/* The status table (DOMAIN's 2 x 2 and the undated row), and how late what is late is. */
static void print_whole(const struct standing_table *standing, bool original)
{
	const struct standing_counts *c = &standing->total;
	char day[DATE_TEXT];

	print_line(_("Số liệu chốt đến ngày %s: %lld phần việc."), date_vietnamese(standing->as_of, day), standing_total(c));
	print_line("                     %s", _("đã hoàn thành   chưa hoàn thành"));
	print_line(_("  trong hạn      %15lld %17lld"), c->done_in_time, c->open_in_time);
	print_line(_("  quá hạn        %15lld %17lld"), c->done_late, c->open_overdue);
	print_line(_("  không hạn      %15lld %17lld"), c->undated_done, c->undated_open);
	if (c->open_overdue)
		print_line(_("Quá hạn đến 30 ngày: %lld, đến 60 ngày: %lld, đến 120 ngày: %lld, lâu hơn: %lld."), c->late[LATE_30],
			   c->late[LATE_60], c->late[LATE_120], c->late[LATE_MORE]);
	if (c->due_in_7)
		print_line(_("Đến hạn trong 7 ngày: %lld, trong đó trong 3 ngày: %lld."), c->due_in_7, c->due_in_3);
	if (c->extended)
		print_extended(standing, original);
	if (c->suspended)
		print_line(_("Ngoài ra có %lld phần việc của nhiệm vụ tạm dừng."), c->suspended);
}

static enum status read_query(struct cli *cli, struct standing_query *query, struct error *err)
{
	const char *as_of = option_value(&cli->arguments, OPTION_AS_OF), *known = option_value(&cli->arguments, OPTION_KNOWN_AT);
	const char *by = option_value(&cli->arguments, OPTION_BY);
	struct date day;

	if (as_of && !date_from_words(as_of, clock_today().year, clock_today(), &query->as_of))
		return misuse(cli, err, _("«%s» không phải một ngày; hãy viết như 14/9/2013."), as_of);
	if (known && date_from_words(known, clock_today().year, clock_today(), &day))
		query->known_at = clock_end_of(day);
	else if (known && !time_from_iso(known, &query->known_at))
		return misuse(cli, err, _("«%s» không phải một ngày hay một lúc; hãy viết như 14/9/2013 hoặc 2013-09-14T17:00:00Z."), known);
	if (by && !standing_by_from_word(by, &query->by))
		return misuse(cli, err, _("«--by %s» không có; hãy viết agency, group, section, month, plan, area hoặc tag."), by);
	query->original = option_given(&cli->arguments, OPTION_ORIGINAL);
	query->plan = cli->plan;
	return OK;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct standing_query query = { 0 };
	struct standing_table standing = { 0 };
	struct table table;
	enum status status = read_query(cli, &query, err);

	if (status == OK && option_value(&cli->arguments, OPTION_PLAN))
		status = workbench_find_plan(&cli->workbench, option_value(&cli->arguments, OPTION_PLAN), &query.plan, err);
	if (status == OK)
		status = workbench_standing(&cli->workbench, &query, &standing, err);
	if (status != OK)
		return status;
	table_init(&table, columns, sizeof columns / sizeof *columns);
	add_lines(cli, query.by, &standing, &table);
	if (cli->format == FORMAT_TABLE)
		print_whole(&standing, query.original);
	print_table(&table, cli->format, "");
	table_release(&table);
	standing_table_release(&standing);
	return OK;
}

const struct command command_standing = {
	.name = "standing", .usage = "",
	.help = N_("tình trạng các phần việc tại một ngày chốt, tính từ những gì đã ghi đến lúc đó"),
	.run = run, .flags = COMMAND_STORE, .options = OPTION_BIT(AS_OF) | OPTION_BIT(KNOWN_AT) | OPTION_BIT(BY) | OPTION_BIT(ORIGINAL),
	.least = 0, .most = 0,
};
