/* A plan as a sheet: one row a task. */
#include "office/office.h"

#include "core/base/gettext.h"
#include "office/table.h"

enum { PAGE = 500 };	/* rows read at a time */

static const struct table_column columns[] = {
	{ "path", N_("Mã"), CELL_TEXT },
	{ "section", N_("Mục"), CELL_TEXT },
	{ "title", N_("Nhiệm vụ"), CELL_TEXT },
	{ "lead", N_("Chủ trì"), CELL_LIST },
	{ "coordinating", N_("Phối hợp"), CELL_LIST },
	{ "via", N_("Báo cáo qua"), CELL_LIST },
	{ "deadline", N_("Thời hạn"), CELL_TEXT },
	{ "start", N_("Từ ngày"), CELL_TEXT },
	{ "due", N_("Đến ngày"), CELL_TEXT },
	{ "product", N_("Sản phẩm"), CELL_TEXT },
	{ "status", N_("Trạng thái"), CELL_TEXT },
	{ "done", N_("Phần việc xong"), CELL_NUMBER },
	{ "obligations", N_("Phần việc"), CELL_NUMBER },
	{ "text", N_("Nguyên văn"), CELL_TEXT },
};

static void add_names(struct table *table, const struct assignment_list *list, enum role role)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].role == role)
			strbuf_addf(&names, "%s%s", names.length ? "\n" : "", list->items[i].name);
	table_add(table, names.text);
	strbuf_release(&names);
}

static void add_day(struct table *table, struct date date)
{
	char text[DATE_TEXT];

	table_add(table, date_vietnamese(date, text));
}

static enum status add_task(struct store *store, const struct section *section, row_id id, struct table *table,
			    struct error *err)
{
	struct assignment_list assignments = { 0 };
	struct task task = { 0 };
	char *path;
	enum status status = store->task_get(store, id, &task, err);

	if (status == OK)
		status = store->assignments(store, id, &assignments, err);
	if (status == OK) {
		path = xasprintf("%s-%d", section->path, task.position);
		table_add(table, path);
		table_add(table, section->title);
		table_add(table, task.title);
		add_names(table, &assignments, ROLE_LEAD);
		add_names(table, &assignments, ROLE_COORDINATING);
		add_names(table, &assignments, ROLE_VIA);
		table_add(table, task.deadline.raw);
		add_day(table, task.deadline.start);
		add_day(table, task.deadline.due);
		table_add(table, task.product);
		table_add(table, task_status_label(task.status));
		table_add_number(table, task.obligations_done);
		table_add_number(table, task.obligations);
		table_add(table, task.text);
		free(path);
	}
	assignment_list_release(&assignments);
	task_release(&task);
	return status;
}

static enum status add_section(struct store *store, const struct section *section, struct table *table,
			       struct error *err)
{
	struct task_row_list page = { 0 };
	int position = 0;
	enum status status;

	do {
		task_row_list_clear(&page);
		status = store->task_page(store, section->id, position, FORWARD, PAGE, &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			position = page.items[i].task.position;
			status = add_task(store, section, page.items[i].task.id, table, err);
		}
	} while (status == OK && page.count);
	task_row_list_release(&page);
	return status;
}

enum status office_export_csv(struct store *store, row_id plan, struct strbuf *out, struct error *err)
{
	struct section_row_list page = { 0 };
	struct table table;
	int seq = 0;
	enum status status;

	table_init(&table, columns, sizeof columns / sizeof *columns);
	do {
		section_row_list_clear(&page);
		status = store->section_page(store, plan, seq, FORWARD, PAGE, clock_today(), &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			seq = page.items[i].section.seq;
			status = add_section(store, &page.items[i].section, &table, err);
		}
	} while (status == OK && page.count);
	if (status == OK)
		table_print_sheet(&table, out);
	table_release(&table);
	section_row_list_release(&page);
	return status;
}
