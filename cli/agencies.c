#include "cli/command.h"

#include <stdlib.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "office/office.h"

static const struct table_column columns[] = {
	{ "id", NULL, CELL_NUMBER },
	{ "code", N_("Ký hiệu"), CELL_TEXT },
	{ "name", N_("Tên"), CELL_TEXT },
	{ "kind", NULL, CELL_TEXT },
	{ NULL, N_("Loại"), CELL_TEXT },
	{ "requested", NULL, CELL_FLAG },
	{ "valid_from", NULL, CELL_TEXT },
	{ "valid_to", NULL, CELL_TEXT },
	{ NULL, N_("Hiệu lực"), CELL_TEXT },
	{ "head", NULL, CELL_TEXT },
	{ "contact", NULL, CELL_TEXT },
	{ "aliases", N_("Tên khác"), CELL_LIST },
	{ "former", NULL, CELL_LIST },
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

static enum status add_members(struct store *store, const struct agency *agency, struct date day, struct table *table,
			       struct error *err)
{
	struct agency_list members = { 0 };
	struct string_list names = { 0 };
	enum status status = OK;

	if (agency->kind == AGENCY_GROUP) {
		status = store->agency_members_on(store, agency->id, day, &members, err);
		table_add_number(table, (long long)members.count);
	} else {
		table_add(table, NULL);
	}
	for (size_t i = 0; i < members.count; i++)
		string_list_add(&names, agency_name_on(&members.items[i], day));
	add_names(&names, table);
	string_list_release(&names);
	agency_list_release(&members);
	return status;
}

static void add_validity(const struct agency *agency, struct table *table)
{
	struct strbuf words = STRBUF_INIT;
	char day[DATE_TEXT];

	table_add(table, date_iso(agency->valid_from, day));
	table_add(table, date_iso(agency->valid_to, day));
	if (date_is_set(agency->valid_from))
		strbuf_addf(&words, _("từ %s"), date_vietnamese(agency->valid_from, day));
	if (date_is_set(agency->valid_to))
		strbuf_addf(&words, words.length ? _(" đến %s") : _("đến %s"), date_vietnamese(agency->valid_to, day));
	table_add(table, words.text);
	strbuf_release(&words);
}

/* "Sở X (đến 28/2/2025)" */
static void add_aliases(const struct agency *agency, struct table *table)
{
	struct string_list names = { 0 };

	for (size_t i = 0; i < agency->aliases.count; i++) {
		struct strbuf name = STRBUF_INIT;

		agency_alias_describe(&agency->aliases.items[i], &name);
		string_list_add_owned(&names, strbuf_detach(&name));
	}
	add_names(&names, table);
	string_list_release(&names);
}

static void add_former(const struct agency *agency, struct table *table)
{
	struct string_list names = { 0 };
	char day[DATE_TEXT];

	for (size_t i = 0; i < agency->former.count; i++)
		string_list_add_owned(&names, xasprintf(_("%s (đến %s)"), agency->former.items[i].name,
							date_vietnamese(agency->former.items[i].until, day)));
	add_names(&names, table);
	string_list_release(&names);
}

/* As it was on DAY. */
static enum status add_agency(struct store *store, const struct agency *agency, struct date day, struct table *table,
			      struct error *err)
{
	table_add_number(table, agency->id);
	table_add(table, agency_code_on(agency, day));
	table_add(table, agency_name_on(agency, day));
	table_add(table, agency_kind_word(agency->kind));
	table_add(table, agency_kind_label(agency->kind));
	table_add_flag(table, agency->requested);
	add_validity(agency, table);
	table_add(table, agency->head);
	table_add(table, agency->contact);
	add_aliases(agency, table);
	add_former(agency, table);
	return add_members(store, agency, day, table, err);
}

/* The whole register, or the members of the group that the words name. */
static enum status read_agencies(struct cli *cli, struct date day, struct agency_list *list, struct error *err)
{
	struct store *store = cli->store;
	char *name = words_from(&cli->arguments, 0);
	row_id group;
	enum status status;

	if (!*name) {
		status = store->agency_list(store, list, err);
	} else {
		status = workbench_find_agency_on(&cli->workbench, name, day, &group, err);
		if (status == OK)
			status = store->agency_members_on(store, group, day, list, err);
	}
	free(name);
	return status;
}

static enum status read_as_of(struct cli *cli, struct date *day, struct error *err)
{
	const char *text = option_value(&cli->arguments, OPTION_AS_OF);
	struct date today = clock_today();

	*day = today;
	if (!text || date_from_words(text, today.year, today, day))
		return OK;
	return misuse(cli, err, _("Không hiểu ngày «%s»; hãy viết như 15/9/2013."), text);
}

/* All there ever were, or (--as-of) those of a day as they were then. */
static enum status list_agencies(struct cli *cli, struct error *err)
{
	bool of_day = option_given(&cli->arguments, OPTION_AS_OF);
	struct agency_list list = { 0 };
	struct table table;
	struct date day;
	enum status status = read_as_of(cli, &day, err);

	if (status == OK)
		status = read_agencies(cli, day, &list, err);

	table_init(&table, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; status == OK && i < list.count; i++)
		if (!of_day || date_within(day, list.items[i].valid_from, list.items[i].valid_to))
			status = add_agency(cli->store, &list.items[i], day, &table, err);
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

static enum status export(struct cli *cli, struct error *err)
{
	struct agency_record_list records = { 0 };
	struct strbuf document = STRBUF_INIT;
	enum status status = workbench_agency_records(&cli->workbench, &records, err);

	if (status == OK) {
		office_write_agencies(&records, &document);
		status = write_document(cli, &document, err);
	}
	strbuf_release(&document);
	agency_record_list_release(&records);
	return status;
}

static const struct table_column pair_columns[] = {
	{ "id", N_("Mã"), CELL_NUMBER },
	{ "name", N_("Tên"), CELL_TEXT },
	{ "other_id", N_("Mã"), CELL_NUMBER },
	{ "other_name", N_("Có thể là"), CELL_TEXT },
};

static enum status list_duplicates(struct cli *cli, struct error *err)
{
	struct agency_pair_list pairs = { 0 };
	struct table table;
	enum status status = workbench_duplicates(&cli->workbench, &pairs, err);

	table_init(&table, pair_columns, sizeof pair_columns / sizeof *pair_columns);
	for (size_t i = 0; i < pairs.count; i++) {
		table_add_number(&table, pairs.items[i].first.id);
		table_add(&table, pairs.items[i].first.name);
		table_add_number(&table, pairs.items[i].second.id);
		table_add(&table, pairs.items[i].second.name);
	}
	if (status == OK)
		print_table(&table, cli->format, _("Không có cơ quan nào trùng nhau."));
	table_release(&table);
	agency_pair_list_release(&pairs);
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
	if (status != OK)
		return status;
	if (asks_for_change(cli))
		return change_register(cli, err);
	if (option_given(&cli->arguments, OPTION_DUPLICATES))
		return list_duplicates(cli, err);
	return option_given(&cli->arguments, OPTION_EXPORT) ? export(cli, err) : list_agencies(cli, err);
}

const struct command command_agencies = {
	.name = "agencies", .usage = N_("[NHÓM]"), .help = N_("liệt kê cơ quan và nhóm, hoặc thành viên của một nhóm; nạp, xuất, đổi tên, sáp nhập, chuyển giao"),
	.run = run, .most = ANY_NUMBER,
	.options = OPTION_BIT(LOAD) | OPTION_BIT(FROM) | OPTION_BIT(EXPORT) | OPTION_BIT(OUTPUT) | OPTION_BIT(DUPLICATES) |
		   OPTION_BIT(AS_OF) | OPTION_BIT(RENAME) | OPTION_BIT(MERGE) | OPTION_BIT(SPLIT) | OPTION_BIT(PART) |
		   OPTION_BIT(ABOLISH) | OPTION_BIT(TRANSFER) | OPTION_BIT(SAME) | OPTION_BIT(TO) | OPTION_BIT(INTO) | OPTION_BIT(ON) |
		   OPTION_BIT(DOCUMENT) | OPTION_BIT(CODE) | OPTION_BIT(REASON),
};
