#include "cli/command.h"

#include "cli/importer.h"
#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/workbench/subplan.h"
#include "office/office.h"

static const struct table_column columns[] = {
	{ "field", "", CELL_TEXT },
	{ "value", "", CELL_TEXT },
};

/* One task with all that belongs to it. */
struct detail {
	struct task task;
	struct section section;
	struct assignment_list assignments;
	struct obligation_list obligations;
	struct transfer_list transfers;
	struct extension_list extensions;
	struct proposal_list proposals;
	struct label_list labels;
	struct reference_list references;
	struct note_list notes;
	struct correction_list corrections;
	struct plan_row_list plans;
};

static void release_detail(struct detail *detail)
{
	task_release(&detail->task);
	section_release(&detail->section);
	assignment_list_release(&detail->assignments);
	obligation_list_release(&detail->obligations);
	transfer_list_release(&detail->transfers);
	extension_list_release(&detail->extensions);
	proposal_list_release(&detail->proposals);
	label_list_release(&detail->labels);
	reference_list_release(&detail->references);
	note_list_release(&detail->notes);
	correction_list_release(&detail->corrections);
	plan_row_list_release(&detail->plans);
}

static enum status read_detail(struct store *store, row_id id, struct detail *detail, struct error *err)
{
	enum status status = store->task_get(store, id, &detail->task, err);

	if (status == OK)
		status = store->section_get(store, detail->task.section_id, &detail->section, err);
	if (status == OK)
		status = store->assignments(store, id, &detail->assignments, err);
	if (status == OK)
		status = store->obligations(store, id, &detail->obligations, err);
	if (status == OK)
		status = store->transfers(store, id, &detail->transfers, err);
	if (status == OK)
		status = store->extensions(store, id, &detail->extensions, err);
	if (status == OK)
		status = store->proposals(store, 0, id, &detail->proposals, err);
	if (status == OK)
		status = store->labels_of(store, id, &detail->labels, err);
	if (status == OK)
		status = store->references(store, detail->task.plan_id, id, &detail->references, err);
	if (status == OK)
		status = store->notes(store, id, &detail->notes, err);
	if (status == OK)
		status = store->corrections(store, detail->task.plan_id, id, &detail->corrections, err);
	if (status == OK)
		status = store->plan_list(store, clock_today(), &detail->plans, err);
	return status;
}

static void add_field(struct table *table, const char *name, const char *value)
{
	table_add(table, name);
	table_add(table, value);
}

/* A line that is left out when there is nothing to say. */
static void add_words(struct table *table, const char *name, const char *value)
{
	if (value && *value)
		add_field(table, name, value);
}

static void add_role(struct table *table, const char *name, const struct detail *detail, enum role role)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; i < detail->assignments.count; i++)
		if (detail->assignments.items[i].role == role)
			strbuf_addf(&names, "%s%s", names.length ? "; " : "", detail->assignments.items[i].name);
	if (role == ROLE_LEAD && detail->task.inherited)
		strbuf_add_text(&names, _(" (theo phần mở đầu của mục)"));
	add_words(table, name, names.text);
	strbuf_release(&names);
}

static void add_deadline(struct table *table, const struct task *task)
{
	struct strbuf reason = STRBUF_INIT;

	add_words(table, _("Thời hạn"), task->deadline.raw);
	if (task->deadline.raw)
		deadline_explain(&task->deadline, &reason);
	add_words(table, "", reason.text);
	strbuf_release(&reason);
}

static void describe_obligation(const struct obligation *obligation, struct strbuf *out)
{
	char day[DATE_TEXT], at[TIME_LOCAL_TEXT];

	strbuf_add_text(out, obligation->agency_name ? obligation->agency_name : _("chưa giao cơ quan nào"));
	if (obligation->period)
		strbuf_addf(out, ", %s", obligation->period);
	switch (obligation->state) {
	case OBLIGATION_OPEN:
		strbuf_addf(out, ": %s", _("chưa xong"));
		break;
	case OBLIGATION_DONE:
		strbuf_addf(out, ": %s", _("xong"));
		break;
	case OBLIGATION_CLOSED:
		strbuf_addf(out, ": %s", _("không còn tính"));
		break;
	}
	if (date_is_set(obligation->done_on))
		strbuf_addf(out, " %s", date_vietnamese(obligation->done_on, day));
	if (obligation->evidence)
		strbuf_addf(out, " (%s)", obligation->evidence);
	if (obligation->cause)
		strbuf_addf(out, _(", chậm vì: %s"), obligation->cause);
	if (date_is_set(obligation->original))
		strbuf_addf(out, _(", gia hạn đến %s"), date_vietnamese(obligation->due, day));
	if (date_is_set(obligation->original))
		strbuf_addf(out, _(" (hạn gốc %s)"), date_vietnamese(obligation->original, day));
	if (obligation->recorded_by)
		strbuf_addf(out, _("; %s ghi %s"), obligation->recorded_by, time_vietnamese(obligation->recorded_at, at));
}

static const char *body_of(const struct obligation_list *list, row_id id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id && list->items[i].agency_name)
			return list->items[i].agency_name;
	return "?";
}

/* To whom it was handed over, or from whom it came, and why. */
static void describe_transfers(const struct detail *detail, row_id obligation, struct strbuf *out)
{
	for (size_t i = 0; i < detail->transfers.count; i++) {
		const struct transfer *t = &detail->transfers.items[i];

		if (t->from_id == obligation)
			strbuf_addf(out, _(", chuyển giao cho %s"), body_of(&detail->obligations, t->to_id));
		else if (t->to_id == obligation)
			strbuf_addf(out, _(", nhận từ %s"), body_of(&detail->obligations, t->from_id));
		else
			continue;
		strbuf_addf(out, " (%s%s%s)", t->reason, t->document ? "; " : "", t->document ? t->document : "");
	}
}

static void describe_subplan(const struct detail *detail, const struct obligation *obligation, struct strbuf *out)
{
	const struct plan_row *plan = subplan_of(&detail->plans, detail->task.plan_id, obligation);

	if (!plan)
		return;
	strbuf_add_text(out, "; ");
	subplan_describe(plan, out);
}

/* How far the bodies are that work by plans of their own. */
static void add_subplans(struct table *table, const struct detail *detail)
{
	struct subplans sum = subplans_of(&detail->plans, detail->task.plan_id, &detail->obligations);
	struct strbuf words = STRBUF_INIT;

	subplans_describe(&sum, &words);
	add_words(table, _("Kế hoạch con"), words.text);
	strbuf_release(&words);
}

static void add_obligations(struct table *table, const struct detail *detail)
{
	const struct obligation_list *list = &detail->obligations;
	struct strbuf words = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		strbuf_clear(&words);
		describe_obligation(&list->items[i], &words);
		describe_transfers(detail, list->items[i].id, &words);
		describe_subplan(detail, &list->items[i], &words);
		add_field(table, i ? "" : _("Phần việc"), words.text);
	}
	strbuf_release(&words);
}

static void add_extensions(struct table *table, const struct extension_list *list)
{
	struct strbuf words = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		strbuf_clear(&words);
		extension_describe(&list->items[i], &words);
		add_field(table, i ? "" : _("Gia hạn"), words.text);
	}
	strbuf_release(&words);
}

static void add_proposals(struct table *table, const struct proposal_list *list)
{
	struct strbuf words = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		strbuf_clear(&words);
		proposal_describe(&list->items[i], &words);
		add_field(table, i ? "" : _("Đề xuất"), words.text);
	}
	strbuf_release(&words);
}

static void add_references(struct table *table, const struct reference_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		add_field(table, i ? "" : _("Văn bản"), list->items[i].raw);
}

/* The words as issued, and what they are read as. */
static void add_corrections(struct table *table, const struct correction_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct correction *slip = &list->items[i];
		char *words = xasprintf(_("«%s» đọc là %s (%s; %s)"), slip->issued, slip->reading, slip->reason,
					correction_state_label(slip->state));

		add_field(table, i ? "" : _("Lỗi in"), words);
		free(words);
	}
}

static void add_notes(struct table *table, const struct note_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		char at[TIME_LOCAL_TEXT];
		char *words = xasprintf("%s, %s: %s", time_vietnamese(list->items[i].at, at), list->items[i].who,
					list->items[i].text);

		add_field(table, i ? "" : _("Ghi chú"), words);
		free(words);
	}
}

static void add_labels(struct table *table, const char *name, const struct label_list *list, enum label_sort kind)
{
	struct strbuf words = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == kind)
			strbuf_addf(&words, "%s%s", words.length ? "; " : "", list->items[i].name);
	add_words(table, name, words.text);
	strbuf_release(&words);
}

/* The task of the year before that it goes on with. */
static void add_renewed(struct table *table, const struct detail *detail)
{
	for (size_t i = 0; detail->task.renews && i < detail->plans.count; i++) {
		const struct plan *plan = &detail->plans.items[i].plan;
		char *words;

		if (plan->id != detail->task.plan_id || !plan->renews)
			continue;
		words = xasprintf(_("%s của %s"), detail->task.renews, plan->renews);
		add_field(table, _("Tiếp nối"), words);
		free(words);
	}
}

static void add_detail(struct table *table, const struct detail *detail)
{
	const struct task *task = &detail->task;
	struct strbuf words = STRBUF_INIT;

	strbuf_addf(&words, "%s-%d", detail->section.path, task->position);
	add_field(table, _("Mã"), words.text);
	strbuf_clear(&words);
	strbuf_addf(&words, "%s %s", detail->section.label ? detail->section.label : "", detail->section.title);
	add_field(table, _("Mục"), words.text);
	add_field(table, _("Nhiệm vụ"), task->title);
	add_words(table, _("Nguyên văn"), task->text);
	add_words(table, _("Sản phẩm"), task->product);
	add_deadline(table, task);
	add_role(table, _("Chủ trì"), detail, ROLE_LEAD);
	add_role(table, _("Phối hợp"), detail, ROLE_COORDINATING);
	add_role(table, _("Báo cáo qua"), detail, ROLE_VIA);
	add_labels(table, _("Lĩnh vực"), &detail->labels, LABEL_AREA);
	add_labels(table, _("Nhãn"), &detail->labels, LABEL_TAG);
	add_renewed(table, detail);
	strbuf_clear(&words);
	describe_standing(task, &words);
	add_field(table, _("Tình trạng"), words.text);
	add_obligations(table, detail);
	add_subplans(table, detail);
	add_extensions(table, &detail->extensions);
	add_proposals(table, &detail->proposals);
	add_references(table, &detail->references);
	add_corrections(table, &detail->corrections);
	add_notes(table, &detail->notes);
	if (task->certainty != CERTAINTY_SURE)
		add_words(table, _("Độ chắc"), certainty_label(task->certainty));
	add_words(table, "", task->doubt);
	strbuf_release(&words);
}

/* --- where it came from ------------------------------------------------- */

enum { LINES_AROUND = 2 };

static const struct table_column source_columns[] = {
	{ "line", N_("Dòng"), CELL_NUMBER },
	{ "of_task", N_("Nhiệm vụ"), CELL_FLAG },
	{ "text", N_("Nguyên văn"), CELL_TEXT },
};

static void print_lines(struct cli *cli, const struct task *task, const struct source *source,
			const struct manuscript *lines)
{
	struct table table;

	table_init(&table, source_columns, sizeof source_columns / sizeof *source_columns);
	for (size_t i = 0; i < lines->paragraphs.count; i++) {
		const struct paragraph *paragraph = &lines->paragraphs.items[i];

		if (!*paragraph->text || paragraph->line < task->first_line - LINES_AROUND ||
		    paragraph->line > task->last_line + LINES_AROUND)
			continue;
		table_add_number(&table, paragraph->line);
		table_add_flag(&table, paragraph->line >= task->first_line && paragraph->line <= task->last_line);
		table_add(&table, paragraph->text);
	}
	if (cli->format == FORMAT_TABLE)
		print_line(_("Tệp gốc: %s"), source->name);
	print_table(&table, cli->format, _("Tệp gốc không còn dòng nào như khi nhập."));
	table_release(&table);
}

static enum status print_source(struct cli *cli, row_id id, struct error *err)
{
	struct office_importer importer;
	struct manuscript lines = { 0 };
	struct source source = { 0 };
	struct task task = { 0 };
	enum status status = cli->store->task_get(cli->store, id, &task, err);

	office_importer_init(&importer, NULL);
	if (status == OK && !task.source_id)
		status = error_set(err, STATUS_NOT_FOUND,
				   _("Nhiệm vụ này không lấy từ tệp nào đang lưu (tự thêm, hoặc nhập từ bản xuất)."));
	if (status == OK)
		status = cli->store->source_get(cli->store, task.source_id, &source, err);
	if (status == OK)
		status = importer.importer.show(&importer.importer, &source, &lines, err);
	if (status == OK)
		print_lines(cli, &task, &source, &lines);
	manuscript_release(&lines);
	source_release(&source);
	task_release(&task);
	return status;
}

static enum status print_json(struct cli *cli, row_id id, struct error *err)
{
	struct strbuf out = STRBUF_INIT;
	enum status status = office_export_task_json(cli->store, id, &out, err);

	if (status == OK)
		print_data(out.text, out.length);
	strbuf_release(&out);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	struct detail detail = { 0 };
	struct table table;
	row_id id;
	enum status status = find_task_word(cli, 0, &id, err);

	if (status == OK && option_given(&cli->arguments, OPTION_SOURCE))
		return print_source(cli, id, err);
	if (status == OK && cli->format == FORMAT_JSON)
		return print_json(cli, id, err);
	if (status == OK)
		status = read_detail(cli->store, id, &detail, err);
	if (status == OK) {
		table_init(&table, columns, sizeof columns / sizeof *columns);
		add_detail(&table, &detail);
		print_fields(&table, cli->format);
		table_release(&table);
	}
	release_detail(&detail);
	return status;
}

const struct command command_show = {
	.name = "show", .usage = N_("NHIỆM_VỤ"), .help = N_("in một nhiệm vụ với mọi điều đã biết (mã như II.1-2)"),
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN, .options = OPTION_BIT(SOURCE) | OPTION_BIT(NAMES), .least = 1, .most = 1,
};
