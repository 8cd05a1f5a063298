#include "cli/command.h"

#include <string.h>

#include "cli/database.h"
#include "cli/output.h"
#include "core/base/gettext.h"
#include "office/office.h"

/* A file that was read and understood, before anything is stored. */
struct document {
	struct source source;
	struct draft draft;
};

static void release_document(struct document *document)
{
	source_release(&document->source);
	draft_release(&document->draft);
}

static enum status read_document(const char *name, const char *encoding, struct document *document, struct error *err)
{
	struct manuscript manuscript = { 0 };
	enum status status = office_read(name, encoding, &document->source, &manuscript, err);

	if (status == OK && office_is_json(&document->source))
		status = office_draft_from_json(&document->source, &document->draft, err);
	else if (status == OK)
		status = intake_read(&manuscript, &document->draft, err);
	manuscript_release(&manuscript);
	return status;
}

/* --- what was understood ------------------------------------------------ */

static const struct table_column columns[] = {
	{ NULL, N_("Mã"), CELL_TEXT },
	{ NULL, N_("Nhiệm vụ"), CELL_PROSE },
	{ NULL, N_("Chủ trì"), CELL_PROSE },
	{ NULL, N_("Phối hợp"), CELL_PROSE },
	{ NULL, N_("Thời hạn"), CELL_PROSE },
};

static void add_names(const struct agency_list *list, struct table *table)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		strbuf_addf(&names, "%s%s", i ? "; " : "", list->items[i].name);
	table_add(table, names.text);
	strbuf_release(&names);
}

static void add_task(const struct draft_section *section, const struct draft_task *task, struct table *table)
{
	char *path = xasprintf("%s-%d", section->section.path, task->task.position);

	table_add(table, path);
	table_add(table, task->task.title);
	add_names(&task->leads, table);
	add_names(&task->coordinating, table);
	table_add(table, task->task.deadline.raw);
	free(path);
}

static void print_tasks(const struct draft *draft)
{
	struct table table;

	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < draft->sections.count; i++)
		for (size_t t = 0; t < draft->sections.items[i].tasks.count; t++)
			add_task(&draft->sections.items[i], &draft->sections.items[i].tasks.items[t], &table);
	print_table(&table, FORMAT_TABLE, _("Không thấy nhiệm vụ nào."));
	table_release(&table);
}

static void add_part(struct strbuf *out, const char *label, const char *value)
{
	if (value && *value)
		strbuf_addf(out, "%s%s%s", out->length ? ", " : "", label, value);
}

static void print_plan(const struct plan *plan)
{
	struct strbuf line = STRBUF_INIT;
	char day[DATE_TEXT];

	strbuf_add_text(&line, plan->type);
	if (plan->number)
		strbuf_addf(&line, " %s", plan->number);
	add_part(&line, _("ngày "), date_vietnamese(plan->date, day));
	add_part(&line, "", plan->issuer);
	print_line("%s", line.text);
	if (plan->title)
		print_line(_("Trích yếu: %s"), plan->title);
	strbuf_clear(&line);
	add_part(&line, "", plan->signer_name);
	add_part(&line, "", plan->signer_position);
	add_part(&line, _("thay "), plan->signer_on_behalf);
	if (line.length)
		print_line(_("Người ký: %s"), line.text);
	strbuf_release(&line);
}

static void print_doubts(const struct draft *draft)
{
	if (draft->guesses.count)
		print_line("\n%s", _("Đã đoán, cần xem lại:"));
	for (size_t i = 0; i < draft->guesses.count; i++)
		print_line(_("  dòng %d: %s"), draft->guesses.items[i].line, draft->guesses.items[i].text);
	if (draft->unused.count)
		print_line("\n%s", _("Không dùng đến:"));
	for (size_t i = 0; i < draft->unused.count; i++)
		print_line(_("  dòng %d: «%s» (%s)"), draft->unused.items[i].line, draft->unused.items[i].text,
			   draft->unused.items[i].why);
}

static void print_draft(const struct draft *draft)
{
	print_plan(&draft->plan);
	print_line(_("Hiểu được: %zu mục, %zu nhiệm vụ, %zu văn bản viện dẫn, %zu tệp kèm theo.\n"), draft->sections.count,
		   draft_count_tasks(draft), draft->references.count, draft->attachments.count);
	print_tasks(draft);
	print_doubts(draft);
	print_line("%s", "");
}

/* --- storing ------------------------------------------------------------ */

static void print_report(const struct import_report *report)
{
	if (report->unchanged) {
		print_line(_("Đúng tệp này đã được nhập từ trước (kế hoạch mã %lld); không có gì thay đổi."), report->plan);
		return;
	}
	print_line(_("Đã lưu thành kế hoạch mã %lld: %zu mục, %zu nhiệm vụ, %zu phần việc."), report->plan, report->sections,
		   report->tasks, report->obligations);
	if (report->new_agencies.count)
		print_line(_("Cơ quan mới trong sổ cơ quan:"));
	for (size_t i = 0; i < report->new_agencies.count; i++)
		print_line("  %s", report->new_agencies.items[i]);
}

static enum status store_document(struct cli *cli, struct document *document, struct error *err)
{
	struct import_report report = { 0 };
	enum status status;

	document->source.imported_by = xstrdup(cli->workbench.user);
	document->source.imported_at = clock_now();
	status = workbench_import(&cli->workbench, &document->draft, &document->source,
				  option_given(&cli->arguments, OPTION_NEW_VERSION), &report, err);
	if (status == OK)
		print_report(&report);
	import_report_release(&report);
	return status;
}

static enum status store_documents(struct cli *cli, struct document *documents, size_t count, struct error *err)
{
	enum status status;

	if (option_given(&cli->arguments, OPTION_DRY_RUN)) {
		print_line("%s", _("Chỉ đọc thử: chưa lưu gì."));
		return OK;
	}
	status = open_store(cli, COMMAND_STORE, err);
	for (size_t i = 0; status == OK && i < count; i++)
		status = store_document(cli, &documents[i], err);
	return status;
}

/*
 * All files are read before the database is opened: one that is no plan leaves
 * no trace, and a file that happens to be the database itself is closed again
 * before SQLite takes its locks (closing it later would drop them).
 */
static enum status run(struct cli *cli, struct error *err)
{
	const struct string_list *names = &cli->arguments.words;
	const char *encoding = option_value(&cli->arguments, OPTION_FROM);
	struct document *documents = xcalloc(names->count, sizeof *documents);
	enum status status = OK;

	for (size_t i = 0; status == OK && i < names->count; i++)
		status = read_document(names->items[i], encoding, &documents[i], err);
	for (size_t i = 0; status == OK && i < names->count; i++) {
		if (!encoding)
			print_encoding(documents[i].source.encoding);
		print_draft(&documents[i].draft);
	}
	if (status == OK)
		status = store_documents(cli, documents, names->count, err);
	for (size_t i = 0; i < names->count; i++)
		release_document(&documents[i]);
	free(documents);
	return status;
}

const struct command command_import = {
	.name = "import", .usage = N_("TỆP…"), .help = N_("đọc kế hoạch từ tệp docx, odt, xlsx, doc, pdf, html, văn bản … («-» là đầu vào chuẩn) và lưu lại"),
	.run = run, .flags = COMMAND_FILES,
	.options = OPTION_BIT(FROM) | OPTION_BIT(DRY_RUN) | OPTION_BIT(NEW_VERSION), .least = 1, .most = ANY_NUMBER,
};
