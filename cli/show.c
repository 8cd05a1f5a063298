#include "cli/command.h"

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"
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
	struct reference_list references;
	struct note_list notes;
};

static void release_detail(struct detail *detail)
{
	task_release(&detail->task);
	section_release(&detail->section);
	assignment_list_release(&detail->assignments);
	obligation_list_release(&detail->obligations);
	reference_list_release(&detail->references);
	note_list_release(&detail->notes);
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
		status = store->references(store, detail->task.plan_id, id, &detail->references, err);
	if (status == OK)
		status = store->notes(store, id, &detail->notes, err);
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
	char day[DATE_TEXT];

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
}

static void add_obligations(struct table *table, const struct obligation_list *list)
{
	struct strbuf words = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		strbuf_clear(&words);
		describe_obligation(&list->items[i], &words);
		add_field(table, i ? "" : _("Phần việc"), words.text);
	}
	strbuf_release(&words);
}

static void add_references(struct table *table, const struct reference_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		add_field(table, i ? "" : _("Văn bản"), list->items[i].raw);
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
	strbuf_clear(&words);
	describe_standing(task, &words);
	add_field(table, _("Tình trạng"), words.text);
	add_obligations(table, &detail->obligations);
	add_references(table, &detail->references);
	add_notes(table, &detail->notes);
	strbuf_release(&words);
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
	.run = run, .flags = COMMAND_STORE | COMMAND_PLAN, .least = 1, .most = 1,
};
