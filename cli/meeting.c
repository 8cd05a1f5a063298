/* Review meetings: made from a filter, decided task by task, ended with their papers. */
#include "cli/command.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/workbench/meeting.h"
#include "core/workbench/meeting_paper.h"
#include "office/office.h"

enum { PAPER_COLUMNS = 76 };

static const char *word(struct cli *cli, size_t number)
{
	return number < cli->arguments.words.count ? cli->arguments.words.items[number] : NULL;
}

/* The meeting that the word behind the verb names; without one the newest that is not over, else the newest. */
static enum status find_meeting(struct cli *cli, struct meeting *meeting, struct error *err)
{
	struct meeting_list list = { 0 };
	row_id id = word(cli, 1) ? atoll(word(cli, 1)) : 0;
	size_t found = 0;
	enum status status;

	if (word(cli, 1) && id < 1)
		return misuse(cli, err, _("«%s» không phải mã của một phiên họp; xem bằng «kehoach meeting list»."), word(cli, 1));
	if (id) {
		status = cli->store->meeting_get(cli->store, id, meeting, err);
		if (status == OK && meeting->plan_id == cli->plan)
			return OK;
		return error_set(err, STATUS_NOT_FOUND, _("Kế hoạch không có phiên họp mã %lld; xem bằng «kehoach meeting list»."), id);
	}
	status = cli->store->meetings(cli->store, cli->plan, &list, err);
	if (status == OK && !list.count)
		status = error_set(err, STATUS_NOT_FOUND, _("Chưa có phiên họp nào; mở bằng «kehoach meeting new BỘ_LỌC»."));
	for (size_t i = list.count; status == OK && i-- > 0;)
		if (!list.items[i].ended)
			found = i;
	if (status == OK) {
		*meeting = list.items[found];
		list.items[found] = (struct meeting){ 0 };
	}
	meeting_list_release(&list);
	return status;
}

/* --- new ------------------------------------------------------------------ */

static enum status read_order(struct cli *cli, struct meeting_order *order, struct error *err)
{
	const struct arguments *a = &cli->arguments;
	const char *on = option_value(a, OPTION_ON);
	struct date today = clock_today();

	*order = (struct meeting_order){
		.title = option_value(a, OPTION_TITLE), .place = option_value(a, OPTION_PLACE), .chair = option_value(a, OPTION_CHAIR),
		.secretary = option_value(a, OPTION_SECRETARY), .present = option_value(a, OPTION_PRESENT),
	};
	if (!on || date_from_words(on, today.year, today, &order->day))
		return OK;
	return misuse(cli, err, _("Không hiểu ngày «%s»; hãy viết như 15/9/2013."), on);
}

static enum status run_new(struct cli *cli, struct error *err)
{
	struct strbuf filter = STRBUF_INIT;
	struct meeting_order order;
	struct task_ids tasks = { 0 };
	char *words = words_from(&cli->arguments, 1);
	row_id id = 0;
	size_t carried = 0;
	enum status status = read_order(cli, &order, err);

	if (*words)
		strbuf_add_text(&filter, words);
	else
		meeting_filter_words(MEETING_OVERDUE, "", &filter);
	if (status == OK)
		status = workbench_meeting_tasks(&cli->workbench, cli->plan, filter.text, &tasks, err);
	if (status == OK)
		status = workbench_meeting_new(&cli->workbench, cli->plan, &order, &tasks, &id, &carried, err);
	if (status == OK) {
		print_line(_("Phiên họp mã %lld."), id);
		if (carried)
			print_line(_("%zu việc phiên trước chưa kết luận đứng đầu chương trình."), carried);
	}
	task_ids_release(&tasks);
	strbuf_release(&filter);
	free(words);
	return status;
}

/* --- rows ------------------------------------------------------------------ */

static const struct table_column meeting_columns[] = {
	{ "id", N_("Mã"), CELL_NUMBER },
	{ "day", NULL, CELL_TEXT },
	{ NULL, N_("Ngày"), CELL_TEXT },
	{ "title", N_("Phiên họp"), CELL_PROSE },
	{ "place", N_("Địa điểm"), CELL_PROSE },
	{ "chair", N_("Chủ trì"), CELL_PROSE },
	{ "secretary", NULL, CELL_TEXT },
	{ "present", NULL, CELL_TEXT },
	{ "items", N_("Việc"), CELL_NUMBER },
	{ "concluded", N_("Kết luận"), CELL_NUMBER },
	{ "ended", N_("Đã xong"), CELL_FLAG },
};

static enum status add_meeting(struct cli *cli, const struct meeting *meeting, struct table *table, struct error *err)
{
	struct meeting_item_list items = { 0 };
	struct conclusion_list conclusions = { 0 };
	size_t concluded = 0;
	char day[DATE_TEXT];
	enum status status = cli->store->meeting_items(cli->store, meeting->id, &items, err);

	if (status == OK)
		status = cli->store->conclusions(cli->store, meeting->id, 0, &conclusions, err);
	for (size_t i = 0; status == OK && i < items.count; i++)
		concluded += !conclusion_is_missing(&conclusions, items.items[i].task_id);
	table_add_number(table, meeting->id);
	table_add_date(table, meeting->day);
	table_add(table, date_vietnamese(meeting->day, day));
	table_add(table, meeting->title);
	table_add(table, meeting->place);
	table_add(table, meeting->chair);
	table_add(table, meeting->secretary);
	table_add(table, meeting->present);
	table_add_number(table, (long long)items.count);
	table_add_number(table, (long long)concluded);
	table_add_flag(table, meeting->ended != 0);
	conclusion_list_release(&conclusions);
	meeting_item_list_release(&items);
	return status;
}

static enum status run_list(struct cli *cli, struct error *err)
{
	struct meeting_list list = { 0 };
	struct table table;
	enum status status = cli->store->meetings(cli->store, cli->plan, &list, err);

	table_init(&table, meeting_columns, sizeof meeting_columns / sizeof *meeting_columns);
	for (size_t i = 0; status == OK && i < list.count; i++)
		status = add_meeting(cli, &list.items[i], &table, err);
	if (status == OK)
		print_table(&table, cli->format, _("Chưa có phiên họp nào; mở bằng «kehoach meeting new BỘ_LỌC»."));
	table_release(&table);
	meeting_list_release(&list);
	return status;
}

static const struct table_column item_columns[] = {
	{ "number", N_("Số"), CELL_NUMBER },
	{ "task", N_("Mã"), CELL_TEXT },
	{ "title", N_("Nhiệm vụ"), CELL_PROSE },
	{ "lead", N_("Chủ trì"), CELL_PROSE },
	{ "due", NULL, CELL_TEXT },
	{ "seconds", NULL, CELL_NUMBER },
	{ "kind", NULL, CELL_TEXT },
	{ "conclusion", N_("Kết luận"), CELL_PROSE },
};

static enum status add_row(struct cli *cli, row_id task, int number, int seconds, const struct conclusion *last, struct table *table,
			   struct error *err)
{
	struct task_row row = { 0 };
	struct strbuf words = STRBUF_INIT;
	char *path;
	enum status status = cli->store->task_row_get(cli->store, task, &row, err);

	if (status != OK)
		return status;
	path = xasprintf("%s-%d", row.section_path, row.task.position);
	if (last && last->agency_name)
		strbuf_addf(&words, "%s: ", last->agency_name);
	if (last)
		conclusion_describe(last, &words);
	table_add_number(table, number);
	table_add(table, path);
	table_add(table, row.task.title);
	table_add(table, row.leads);
	table_add_date(table, row.task.next_due);
	table_add_number(table, seconds);
	table_add(table, last ? conclusion_kind_word(last->kind) : NULL);
	table_add(table, words.text);
	strbuf_release(&words);
	task_row_release(&row);
	free(path);
	return OK;
}

/* The agenda with the last conclusion of each, then the new tasks. */
static enum status add_rows(struct cli *cli, const struct meeting *meeting, struct table *table, struct error *err)
{
	struct meeting_item_list items = { 0 };
	struct conclusion_list conclusions = { 0 };
	enum status status = cli->store->meeting_items(cli->store, meeting->id, &items, err);

	if (status == OK)
		status = cli->store->conclusions(cli->store, meeting->id, 0, &conclusions, err);
	for (size_t i = 0; status == OK && i < items.count; i++)
		status = add_row(cli, items.items[i].task_id, (int)i + 1, items.items[i].seconds,
				 conclusion_last(&conclusions, items.items[i].task_id), table, err);
	for (size_t i = 0, number = items.count; status == OK && i < conclusions.count; i++)
		if (conclusions.items[i].kind == CONCLUSION_FREE)
			status = add_row(cli, conclusions.items[i].task_id, (int)++number, 0, &conclusions.items[i], table, err);
	conclusion_list_release(&conclusions);
	meeting_item_list_release(&items);
	return status;
}

static enum status run_show(struct cli *cli, struct error *err)
{
	struct meeting meeting = { 0 };
	struct table table;
	char day[DATE_TEXT];
	enum status status = find_meeting(cli, &meeting, err);

	table_init(&table, item_columns, sizeof item_columns / sizeof *item_columns);
	if (status == OK)
		status = add_rows(cli, &meeting, &table, err);
	if (status == OK && cli->format == FORMAT_TABLE)
		print_line(_("%s, ngày %s"), meeting.title, date_vietnamese(meeting.day, day));
	if (status == OK)
		print_table(&table, cli->format, _("Chương trình họp chưa có nhiệm vụ nào."));
	table_release(&table);
	meeting_release(&meeting);
	return status;
}

/* --- agenda ----------------------------------------------------------------- */

/* "agenda ID TASK…": these come first, in this order; those that are not on it yet come onto it. */
static enum status put_first(struct cli *cli, row_id meeting, const struct task_ids *tasks, struct error *err)
{
	struct meeting_item_list items = { 0 };
	enum status status = workbench_meeting_add(&cli->workbench, meeting, tasks, err);

	if (status == STATUS_DENIED) {
		error_clear(err);	/* all are on it */
		status = OK;
	}
	if (status == OK)
		status = cli->store->meeting_items(cli->store, meeting, &items, err);
	for (size_t i = 0; status == OK && i < tasks->count; i++)
		for (size_t k = 0; status == OK && k < items.count; k++)
			if (items.items[k].task_id == tasks->items[i])
				status = workbench_meeting_move(&cli->workbench, meeting, items.items[k].id, i, err);
	meeting_item_list_release(&items);
	return status;
}

static enum status run_agenda(struct cli *cli, struct error *err)
{
	struct meeting meeting = { 0 };
	struct task_ids tasks = { 0 };
	enum status status = find_meeting(cli, &meeting, err);

	for (size_t i = 2; status == OK && i < cli->arguments.words.count; i++) {
		row_id task;

		status = find_task_word(cli, i, &task, err);
		if (status == OK && !task_ids_has(&tasks, task))
			task_ids_add(&tasks, task);
	}
	if (status == OK && tasks.count)
		status = put_first(cli, meeting.id, &tasks, err);
	task_ids_release(&tasks);
	meeting_release(&meeting);
	return status == OK ? run_show(cli, err) : status;
}

/* --- conclusions -------------------------------------------------------------- */

static enum status find_leads(struct cli *cli, row_id **leads, size_t *count, struct error *err)
{
	const struct string_list *names = &cli->arguments.values[OPTION_LEAD];
	enum status status = OK;

	*leads = xcalloc(names->count + 1, sizeof **leads);
	for (*count = 0; status == OK && *count < names->count; ++*count)
		status = find_agency_of_plan(cli, names->items[*count], &(*leads)[*count], err);
	return status;
}

static enum status run_decide(struct cli *cli, struct error *err)
{
	struct meeting meeting = { 0 };
	char *words = words_from(&cli->arguments, 4), *period = NULL;
	const char *agency = option_value(&cli->arguments, OPTION_AGENCY);
	struct conclusion_order order = { .words = words, .due = option_value(&cli->arguments, OPTION_DUE) };
	row_id *leads = NULL;
	enum status status = OK;

	if (!word(cli, 3) || !conclusion_kind_from_word(word(cli, 3), &order.kind))
		status = misuse(cli, err, _("Hãy viết «kehoach meeting decide MÃ NHIỆM_VỤ done|extend|reassign|remind|note|postpone|free [LỜI]»."));
	if (status == OK)
		status = find_meeting(cli, &meeting, err);
	if (status == OK)
		status = find_task_word(cli, 2, &order.task, err);
	if (status == OK && agency)
		status = find_agency_of_plan(cli, agency, &order.agency, err);
	if (status == OK)
		status = find_leads(cli, &leads, &order.lead_count, err);
	if (status == OK)
		status = find_period_option(cli, &period, err);
	order.meeting = meeting.id;
	order.leads = leads;
	order.period = period;
	if (status == OK)
		status = workbench_conclude(&cli->workbench, &order, err);
	free(leads);
	free(period);
	free(words);
	meeting_release(&meeting);
	return status;
}

static enum status run_end(struct cli *cli, struct error *err)
{
	struct meeting meeting = { 0 };
	enum status status = find_meeting(cli, &meeting, err);

	if (status == OK)
		status = workbench_meeting_end(&cli->workbench, meeting.id, err);
	meeting_release(&meeting);
	return status;
}

/* --- papers -------------------------------------------------------------------- */

static enum status write_paper(struct cli *cli, const char *draft, const char *format, struct error *err)
{
	struct strbuf out = STRBUF_INIT;
	enum status status = OK;

	if (!strcmp(format, "docx"))
		status = office_paper_docx(draft, &out, err);
	else
		paper_as_text(draft, PAPER_COLUMNS, &out);
	if (status == OK)
		status = write_document(cli, &out, err);
	strbuf_release(&out);
	return status;
}

/* As it was asked for, else as the name of the file says, else for reading at once. */
static const char *format_of_paper(const struct cli *cli)
{
	static const char ending[] = ".docx";
	const char *format = option_value(&cli->arguments, OPTION_FORMAT), *file = option_value(&cli->arguments, OPTION_OUTPUT);
	size_t length = file ? strlen(file) : 0;

	if (format)
		return format;
	return length >= strlen(ending) && !strcasecmp(file + length - strlen(ending), ending) ? "docx" : "text";
}

/* What was kept when the meeting ended; before that a draft of how it stands. */
static enum status run_paper(struct cli *cli, enum meeting_paper which, struct error *err)
{
	const char *format = format_of_paper(cli);
	struct meeting meeting = { 0 };
	struct strbuf draft = STRBUF_INIT;
	const char *kept;
	enum status status = OK;

	if (strcmp(format, "text") != 0 && strcmp(format, "docx") != 0)
		status = misuse(cli, err, _("Không viết được dạng «%s»; dùng text hoặc docx."), format);
	if (status == OK)
		status = find_meeting(cli, &meeting, err);
	kept = which == PAPER_MINUTES ? meeting.minutes : meeting.notice;
	if (status == OK && !kept)
		status = meeting_draft(&cli->workbench, &meeting, which, &draft, err);
	if (status == OK)
		status = write_paper(cli, kept ? kept : draft.text, format, err);
	strbuf_release(&draft);
	meeting_release(&meeting);
	return status;
}

static enum status run_minutes(struct cli *cli, struct error *err)
{
	return run_paper(cli, PAPER_MINUTES, err);
}

static enum status run_notice(struct cli *cli, struct error *err)
{
	return run_paper(cli, PAPER_NOTICE, err);
}

/* --- the command ------------------------------------------------------------------ */

static const struct {
	const char *verb;
	enum status (*run)(struct cli *cli, struct error *err);
	bool changes;
} verbs[] = {
	{ "new", run_new, true },	 { "list", run_list, false },	    { "show", run_show, false },
	{ "agenda", run_agenda, false }, { "decide", run_decide, true },    { "end", run_end, true },
	{ "minutes", run_minutes, false }, { "notice", run_notice, false },
};

static enum status run(struct cli *cli, struct error *err)
{
	const char *wanted = word(cli, 0) ? word(cli, 0) : "list";
	const char *format = option_value(&cli->arguments, OPTION_FORMAT);
	bool paper = !strcmp(wanted, "minutes") || !strcmp(wanted, "notice");

	if (format && !paper && !table_format_from_word(format, &cli->format))
		return misuse(cli, err, _("Không in được dạng «%s»; dùng table, json, csv hoặc tsv."), format);
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		row_id before = newest_change(cli);
		enum status status;

		if (strcmp(wanted, verbs[i].verb) != 0)
			continue;
		status = verbs[i].run(cli, err);
		if (status == OK && verbs[i].changes)
			say_changes(cli, before);
		return status;
	}
	return misuse(cli, err, _("Không hiểu «%s»; dùng new, list, show, agenda, decide, end, minutes hoặc notice."), wanted);
}

const struct command command_meeting = {
	.name = "meeting", .usage = N_("new [BỘ_LỌC] | list | show|agenda|decide|end|minutes|notice [MÃ]"),
	.help = N_("phiên họp: mở từ bộ lọc, ghi kết luận, lập biên bản và thông báo (text, docx)"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN | COMMAND_FORMATS,
	.options = OPTION_BIT(TITLE) | OPTION_BIT(ON) | OPTION_BIT(PLACE) | OPTION_BIT(CHAIR) | OPTION_BIT(SECRETARY) | OPTION_BIT(PRESENT) |
		   OPTION_BIT(AGENCY) | OPTION_BIT(LEAD) | OPTION_BIT(DUE) | OPTION_BIT(PERIOD) | OPTION_BIT(OUTPUT),
	.most = ANY_NUMBER,
};
