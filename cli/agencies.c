#include "cli/command.h"

#include <stdlib.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "office/office.h"

static const struct table_column columns[] = {
	{ "id", NULL, CELL_NUMBER },
	{ "code", N_("Ký hiệu"), CELL_TEXT },
	{ "name", N_("Tên"), CELL_TEXT },
	{ "kind", NULL, CELL_TEXT },
	{ NULL, N_("Loại"), CELL_TEXT },
	{ "requested", NULL, CELL_FLAG },
	{ "aliases", N_("Tên khác"), CELL_LIST },
	{ NULL, N_("Thành viên"), CELL_NUMBER },
	{ "members", NULL, CELL_LIST },
};

static void add_names(const struct string_list *names, struct table *table)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < names->count; i++)
		strbuf_addf(&text, "%s%s", i ? "\n" : "", names->items[i]);
	table_add(table, text.text);
	strbuf_release(&text);
}

static enum status add_members(struct store *store, const struct agency *agency, struct table *table,
			       struct error *err)
{
	struct agency_list members = { 0 };
	struct string_list names = { 0 };
	enum status status = OK;

	if (agency->kind == AGENCY_GROUP) {
		status = store->agency_members(store, agency->id, &members, err);
		table_add_number(table, (long long)members.count);
	} else {
		table_add(table, NULL);
	}
	for (size_t i = 0; i < members.count; i++)
		string_list_add(&names, members.items[i].name);
	add_names(&names, table);
	string_list_release(&names);
	agency_list_release(&members);
	return status;
}

static enum status add_agency(struct store *store, const struct agency *agency, struct table *table,
			      struct error *err)
{
	table_add_number(table, agency->id);
	table_add(table, agency->code);
	table_add(table, agency->name);
	table_add(table, agency_kind_word(agency->kind));
	table_add(table, agency_kind_label(agency->kind));
	table_add_flag(table, agency->requested);
	add_names(&agency->aliases, table);
	return add_members(store, agency, table, err);
}

/* The whole register, or the members of the group that the words name. */
static enum status read_agencies(struct cli *cli, struct agency_list *list, struct error *err)
{
	struct store *store = cli->store;
	char *name = words_from(&cli->arguments, 0);
	row_id group;
	enum status status;

	if (!*name) {
		status = store->agency_list(store, list, err);
	} else {
		status = workbench_find_agency(&cli->workbench, name, &group, err);
		if (status == OK)
			status = store->agency_members(store, group, list, err);
	}
	free(name);
	return status;
}

static enum status list_agencies(struct cli *cli, struct error *err)
{
	struct agency_list list = { 0 };
	struct table table;
	enum status status = read_agencies(cli, &list, err);

	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; status == OK && i < list.count; i++)
		status = add_agency(cli->store, &list.items[i], &table, err);
	if (status == OK)
		print_table(&table, cli->format, _("Không có cơ quan nào."));
	table_release(&table);
	agency_list_release(&list);
	return status;
}

/* The file is closed again before the database is opened: it might be the database itself (see import.c). */
static enum status load(struct cli *cli, const char *name, struct error *err)
{
	struct agency_record_list records = { 0 };
	const char *encoding = option_value(&cli->arguments, OPTION_FROM);
	char *found = NULL;
	size_t added = 0;
	enum status status = office_read_agencies(name, encoding, &records, &found, err);

	if (status == OK && !encoding)
		print_encoding(found);
	free(found);
	if (status == OK)
		status = open_store(cli, COMMAND_STORE, err);
	if (status == OK)
		status = workbench_load_agencies(&cli->workbench, &records, &added, err);
	if (status == OK)
		print_line(_("Đã đọc %zu cơ quan và nhóm, thêm mới %zu."), records.count, added);
	agency_record_list_release(&records);
	return status;
}

static enum status run(struct cli *cli, struct error *err)
{
	const char *file = option_value(&cli->arguments, OPTION_LOAD);
	enum status status;

	if (file && cli->arguments.words.count)
		return misuse(cli, err, _("«--load» nạp cả danh sách, không đi cùng tên một nhóm."));
	if (!file && option_given(&cli->arguments, OPTION_FROM))
		return misuse(cli, err, _("«--from» nói về tệp được nạp: hãy viết cùng «--load TỆP»."));
	if (file)
		return load(cli, file, err);
	status = open_store(cli, COMMAND_STORE, err);
	return status == OK ? list_agencies(cli, err) : status;
}

const struct command command_agencies = {
	.name = "agencies", .usage = N_("[NHÓM]"), .help = N_("liệt kê cơ quan và nhóm, hoặc thành viên của một nhóm; nạp danh sách"),
	.run = run, .options = OPTION_BIT(LOAD) | OPTION_BIT(FROM), .most = ANY_NUMBER,
};
