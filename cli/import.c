#include "cli/command.h"

#include <string.h>

#include "cli/database.h"
#include "cli/importer.h"
#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/workbench/review.h"
#include "office/office.h"

/* A file that was read and understood, before anything is stored. */
struct document {
	struct source source;
	struct manuscript manuscript;
	struct draft draft;
};

static void release_document(struct document *document)
{
	source_release(&document->source);
	manuscript_release(&document->manuscript);
	draft_release(&document->draft);
}

static enum status read_document(const char *name, const char *encoding, struct document *document, struct error *err)
{
	enum status status = office_read(name, encoding, &document->source, &document->manuscript, err);

	if (status == OK && office_is_json(&document->source))
		status = office_draft_from_json(&document->source, &document->draft, err);
	else if (status == OK)
		status = intake_read(&document->manuscript, &document->draft, err);
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

static void print_guesses(const struct draft *draft)
{
	if (draft->guesses.count)
		print_line("\n%s", _("Đã đoán, cần xem lại:"));
	for (size_t i = 0; i < draft->guesses.count; i++)
		print_line(_("  dòng %d: %s"), draft->guesses.items[i].line, draft->guesses.items[i].text);
}

static void print_unused(const struct draft *draft)
{
	if (draft->unused.count)
		print_line("\n%s", _("Không dùng đến:"));
	for (size_t i = 0; i < draft->unused.count; i++)
		print_line(_("  dòng %d: «%s» (%s)"), draft->unused.items[i].line, draft->unused.items[i].text,
			   draft->unused.items[i].why);
}

static void print_counts(const struct draft *draft)
{
	print_plan(&draft->plan);
	print_line(_("Hiểu được: %zu mục, %zu nhiệm vụ, %zu văn bản viện dẫn, %zu tệp kèm theo.\n"), draft->sections.count,
		   draft_count_tasks(draft), draft->references.count, draft->attachments.count);
}

static void print_draft(const struct draft *draft)
{
	print_counts(draft);
	print_tasks(draft);
	print_guesses(draft);
	print_unused(draft);
	print_line("%s", "");
}

/* --- the review as text ------------------------------------------------- */

static const struct table_column stretch_columns[] = {
	{ "line", NULL, CELL_NUMBER },
	{ "kind", NULL, CELL_TEXT },
	{ "path", NULL, CELL_TEXT },
	{ "certainty", NULL, CELL_TEXT },
	{ "text", NULL, CELL_TEXT },
	{ "understood", NULL, CELL_TEXT },
};

static int line_of(const struct document *document, const struct stretch *s)
{
	return document->manuscript.paragraphs.items[s->from.paragraph].line;
}

/* The words of the file, and beneath them what was understood; "?" where it is a guess. */
static void print_stretch(const struct document *document, const struct stretch *s)
{
	struct strbuf words = STRBUF_INIT, understood = STRBUF_INIT;

	stretch_text(s, &document->manuscript, &words);
	for (size_t i = 0; i < words.length; i++)
		if (words.text[i] == '\n')
			words.text[i] = ' ';
	stretch_describe(s, &document->draft, &understood);
	print_line("%6d %s %s", line_of(document, s), s->certainty == CERTAINTY_SURE ? " " : "?", words.text);
	print_line("           → %s", understood.text);
	strbuf_release(&words);
	strbuf_release(&understood);
}

/* Guesses first, then the file from its first line to its last, then what went nowhere. */
static void print_review(const struct document *document)
{
	print_counts(&document->draft);
	print_guesses(&document->draft);
	print_line("\n%s", _("Nguyên văn, bên dưới là cách hiểu:"));
	for (size_t i = 0; i < document->draft.stretches.count; i++)
		if (document->draft.stretches.items[i].kind != STRETCH_UNUSED)
			print_stretch(document, &document->draft.stretches.items[i]);
	print_unused(&document->draft);
	print_line("%s", "");
}

static void print_stretches(const struct document *document, enum table_format format)
{
	struct table table;

	table_init(&table, stretch_columns, sizeof stretch_columns / sizeof *stretch_columns);
	for (size_t i = 0; i < document->draft.stretches.count; i++) {
		const struct stretch *s = &document->draft.stretches.items[i];
		struct strbuf words = STRBUF_INIT, understood = STRBUF_INIT;
		char *path = stretch_path(s, &document->draft);

		stretch_text(s, &document->manuscript, &words);
		stretch_describe(s, &document->draft, &understood);
		table_add_number(&table, line_of(document, s));
		table_add(&table, stretch_kind_word(s->kind));
		table_add(&table, path);
		table_add(&table, certainty_word(s->certainty));
		table_add(&table, words.text);
		table_add(&table, understood.text);
		strbuf_release(&words);
		strbuf_release(&understood);
		free(path);
	}
	print_table(&table, format, "");
	table_release(&table);
}

/* --- storing ------------------------------------------------------------ */

static void print_new_agencies(const struct import_report *report)
{
	if (report->new_agencies.count)
		print_line("%s", _("Cơ quan mới trong sổ cơ quan:"));
	for (size_t i = 0; i < report->new_agencies.count; i++)
		print_line("  %s", report->new_agencies.items[i]);
}

static void print_changes(const struct string_list *changes)
{
	if (changes->count)
		print_line("%s", _("So với bản đang lưu:"));
	for (size_t i = 0; i < changes->count; i++)
		print_line("  %s", changes->items[i]);
}

static void print_report(const struct import_report *report)
{
	if (report->unchanged) {
		print_line(_("Đúng tệp này đã được nhập từ trước (kế hoạch mã %lld); không có gì thay đổi."), report->plan);
		return;
	}
	print_changes(&report->changes);
	print_line(_("Đã lưu thành kế hoạch mã %lld: %zu mục, %zu nhiệm vụ, %zu phần việc."), report->plan, report->sections,
		   report->tasks, report->obligations);
	if (report->changes.count || report->carried)
		print_line(_("%zu nhiệm vụ giữ nguyên những gì đã ghi; bản cũ vẫn còn, xem bằng «kehoach plans»."),
			   report->carried);
	print_new_agencies(report);
}

static void print_appendix_report(const struct import_report *report, const char *name)
{
	if (report->unchanged) {
		print_line(_("Đúng tệp «%s» đã được nhập vào kế hoạch này từ trước; không có gì thay đổi."), name);
		return;
	}
	print_line(_("Phụ lục «%s»: khớp %zu nhiệm vụ đã có (bổ sung cho %zu), thêm %zu nhiệm vụ mới, còn %zu nhiệm vụ của kế "
		     "hoạch không có trong phụ lục."),
		   name, report->matched, report->completed, report->tasks, report->left);
	if (report->changes.count)
		print_line("%s", _("Phụ lục nói khác; nội dung đang lưu được giữ, hãy sửa bằng «deadline», «assign» nếu phụ lục mới đúng:"));
	for (size_t i = 0; i < report->changes.count; i++)
		print_line("  %s", report->changes.items[i]);
	print_new_agencies(report);
}

/* A plan that is stored already, from another file: what this one would change. */
static void print_comparison(struct cli *cli, const struct document *document)
{
	struct string_list changes = { 0 };
	struct error err = ERROR_INIT;
	row_id older = 0;

	if (workbench_compare(&cli->workbench, &document->draft, &older, &changes, &err) == OK && older)
		print_changes(&changes);
	if (older && !changes.count)
		print_line("%s", _("So với bản đang lưu: không có gì khác."));
	string_list_release(&changes);
	error_release(&err);
}

static enum status store_appendix(struct cli *cli, struct document *document, struct error *err)
{
	struct import_report report = { 0 };
	enum status status = workbench_import_appendix(&cli->workbench, cli->plan, &document->draft, &document->source,
						       &report, err);

	if (status == OK)
		print_appendix_report(&report, document->source.name);
	import_report_release(&report);
	return status;
}

/* A review that was left open has decisions that this import would not know. */
static enum status refuse_review(struct cli *cli, const struct document *document, struct error *err)
{
	row_id review = 0;
	enum status status = cli->store->review_by_source(cli->store, document->source.bytes, document->source.length,
							  cli->plan, &review, err);

	if (status == OK)
		return error_set(err, STATUS_DENIED,
				 _("Tệp «%s» đang có bản xem lại dở; hãy làm tiếp bằng «kehoach import --review», hoặc bỏ bản "
				   "ấy ở đó (F8) rồi nhập lại."), document->source.name);
	if (status != STATUS_NOT_FOUND)
		return status;
	error_clear(err);
	return OK;
}

static enum status store_document(struct cli *cli, struct document *document, struct error *err)
{
	struct import_report report = { 0 };
	enum status status = refuse_review(cli, document, err);

	document->source.imported_by = xstrdup(cli->workbench.user);
	document->source.imported_at = clock_now();
	if (status == OK && cli->plan)
		return store_appendix(cli, document, err);
	if (status == OK)
		status = workbench_import(&cli->workbench, &document->draft, &document->source,
					  option_given(&cli->arguments, OPTION_NEW_VERSION), &report, err);
	if (status == STATUS_DENIED)
		print_comparison(cli, document);
	if (status == OK)
		print_report(&report);
	import_report_release(&report);
	return status;
}

static void print_document(const struct cli *cli, const struct document *document)
{
	bool dry = option_given(&cli->arguments, OPTION_DRY_RUN);

	if (dry && cli->format != FORMAT_TABLE)
		print_stretches(document, cli->format);
	else if (dry && document->draft.stretches.count)
		print_review(document);
	else
		print_draft(&document->draft);
}

/* What would become of them: a reading that is only tried stores nothing. */
static void compare_documents(struct cli *cli, const struct document *documents, size_t count)
{
	if (cli->format != FORMAT_TABLE)
		return;
	for (size_t i = 0; i < count && cli->store && !cli->plan; i++)
		print_comparison(cli, &documents[i]);
	print_line("%s", _("Chỉ đọc thử: chưa lưu gì."));
}

static enum status store_documents(struct cli *cli, struct document *documents, size_t count, struct error *err)
{
	enum status status = OK;

	if (option_given(&cli->arguments, OPTION_DRY_RUN))
		compare_documents(cli, documents, count);
	else
		for (size_t i = 0; status == OK && i < count; i++)
			status = store_document(cli, &documents[i], err);
	return status;
}

/* --- what is stored already ------------------------------------------------ */

/* To try a reading no database is made; where there is one, it is told what would change in it. */
static enum status open_what_is_stored(struct cli *cli, struct error *err)
{
	if (cli->store)
		return OK;
	if (!option_given(&cli->arguments, OPTION_DRY_RUN))
		return open_store(cli, COMMAND_STORE, err);
	open_store(cli, COMMAND_OLD_STORE, NULL);
	return OK;
}

/* What was decided when an older version was reviewed holds where the same lines stand. */
static enum status read_as_decided(struct cli *cli, struct document *document, struct error *err)
{
	struct hint_list hints = { 0 };
	enum status status;

	if (!cli->store || cli->plan || document->draft.restored)
		return OK;
	status = workbench_decided(&cli->workbench, &document->draft, &document->manuscript, &hints, err);
	if (status == OK && hints.count)
		status = intake_read_hinted(&document->manuscript, &hints, 0, &document->draft, err);
	if (status == OK)
		draft_keep_decisions(&document->draft, &document->manuscript, &hints);
	hint_list_release(&hints);
	return status;
}

/* --- on the screen ------------------------------------------------------- */

static enum status review_file(struct cli *cli, struct error *err)
{
	struct office_importer importer;
	struct source source = { 0 };
	struct manuscript manuscript = { 0 };
	struct reviewing reviewing = { 0 };
	bool appendix = option_given(&cli->arguments, OPTION_PLAN);
	enum status status;

	if (cli->arguments.words.count != 1)
		return misuse(cli, err, _("Chỉ xem lại được từng tệp một."));
	if (!has_terminal())
		return misuse(cli, err, _("Xem lại cần một màn hình; dùng «--dry-run» để in cách hiểu ra."));
	office_importer_init(&importer, option_value(&cli->arguments, OPTION_FROM));
	status = importer.importer.read(&importer.importer, cli->arguments.words.items[0], &source, &manuscript, err);
	if (status == OK)
		status = open_store(cli, appendix ? COMMAND_STORE | COMMAND_PLAN : COMMAND_STORE, err);
	if (status == OK)
		status = reviewing_begin(&cli->workbench, &source, &manuscript, cli->plan, &reviewing, err);
	if (status == OK)
		status = open_workbench(cli, reviewing.review.id, err);
	reviewing_release(&reviewing);
	source_release(&source);
	manuscript_release(&manuscript);
	return status;
}

/* --- appendices ----------------------------------------------------------- */

/* Deadlines without a year mean the plan's: read again once it is known. */
static enum status read_as_appendix(struct cli *cli, struct document *documents, size_t count, struct error *err)
{
	struct plan plan = { 0 };
	enum status status = open_store(cli, COMMAND_STORE | COMMAND_PLAN, err);

	if (status == OK)
		status = cli->store->plan_get(cli->store, cli->plan, &plan, err);
	for (size_t i = 0; status == OK && i < count; i++)
		if (!documents[i].draft.restored)
			status = intake_read_hinted(&documents[i].manuscript, NULL, plan.year, &documents[i].draft, err);
	plan_release(&plan);
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

	if (option_given(&cli->arguments, OPTION_REVIEW)) {
		free(documents);
		return review_file(cli, err);
	}
	for (size_t i = 0; status == OK && i < names->count; i++)
		status = read_document(names->items[i], encoding, &documents[i], err);
	if (status == OK && option_given(&cli->arguments, OPTION_PLAN))
		status = read_as_appendix(cli, documents, names->count, err);
	if (status == OK)
		status = open_what_is_stored(cli, err);
	for (size_t i = 0; status == OK && i < names->count; i++)
		status = read_as_decided(cli, &documents[i], err);
	for (size_t i = 0; status == OK && i < names->count; i++) {
		if (!encoding && cli->format == FORMAT_TABLE)
			print_encoding(documents[i].source.encoding);
		print_document(cli, &documents[i]);
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
	.options = OPTION_BIT(FROM) | OPTION_BIT(DRY_RUN) | OPTION_BIT(NEW_VERSION) | OPTION_BIT(REVIEW),
	.least = 1, .most = ANY_NUMBER,
};
