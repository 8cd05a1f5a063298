#include <criterion/criterion.h>
#include <jansson.h>
#include <string.h>

#include "office/table.h"

static const struct table_column columns[] = {
	{ "path", "Mã", CELL_TEXT },
	{ "title", "Nhiệm vụ", CELL_TEXT },
	{ "count", "Số", CELL_NUMBER },
	{ "names", "Tên", CELL_LIST },
	{ "late", "Trễ", CELL_FLAG },
	{ "code", NULL, CELL_TEXT },
	{ NULL, "Riêng", CELL_TEXT },
};

static void add_row(struct table *table, const char *path, const char *title, long long count, const char *names, bool late)
{
	table_add(table, path);
	table_add(table, title);
	table_add_number(table, count);
	table_add(table, names);
	table_add_flag(table, late);
	table_add(table, "máy");
	table_add(table, "người");
}

static struct table table;
static struct strbuf out = STRBUF_INIT;

static void begin(void)
{
	table_init(&table, columns, sizeof columns / sizeof *columns);
}

static void end(void)
{
	table_release(&table);
	strbuf_release(&out);
}

TestSuite(table, .init = begin, .fini = end);

Test(table, columns_are_aligned_by_what_they_take_on_a_terminal)
{
	add_row(&table, "I-1", "đất đai", 5, "Sở A\nSở B", true);
	add_row(&table, "II.1-1", "ế", 12, NULL, false);
	table_print(&table, FORMAT_TABLE, 0, &out);
	cr_assert_str_eq(out.text,
			 "Mã      Nhiệm vụ  Số  Tên         Trễ  Riêng\n"
			 "I-1     đất đai    5  Sở A; Sở B  x    người\n"
			 "II.1-1  ế         12                   người\n");
}

Test(table, prose_is_cut_first_to_fit_the_terminal)
{
	static const struct table_column two[] = { { "a", "Văn", CELL_PROSE }, { "b", "Tên", CELL_TEXT } };

	table_init(&table, two, 2);
	table_add(&table, "một hai ba bốn năm sáu bảy tám chín");
	table_add(&table, "Sở Nông nghiệp và Phát triển");
	table_print(&table, FORMAT_TABLE, 50, &out);
	cr_assert_str_eq(out.text,
			 "Văn                   Tên\n"
			 "một hai ba bốn năm …  Sở Nông nghiệp và Phát triển\n");
	strbuf_clear(&out);
	table_print(&table, FORMAT_TABLE, 30, &out);
	cr_assert_str_eq(out.text,
			 "Văn             Tên\n"
			 "một hai ba bố…  Sở Nông nghiệ…\n");
}

Test(table, nothing_is_printed_for_people_when_there_is_no_row)
{
	table_print(&table, FORMAT_TABLE, 0, &out);
	cr_assert_str_eq(out.text, "");
}

Test(table, control_characters_of_a_cell_do_not_reach_the_terminal)
{
	add_row(&table, "I-1", "a\033[2Jb\nc", 1, NULL, false);
	table_print(&table, FORMAT_TABLE, 0, &out);
	cr_assert_null(strchr(out.text, '\033'));
	cr_assert_eq(out.text[out.length - 1], '\n');
	cr_assert_null(strchr(strchr(out.text, '\n') + 1, '\n')[1] ? "more than two lines" : NULL);
}

Test(table, json_is_one_document_with_typed_values)
{
	json_error_t why;
	json_t *document, *row;

	add_row(&table, "I-1", "a \"b\" \033", 5, "Sở A\nSở B", true);
	add_row(&table, NULL, "c", -1, NULL, false);
	table_print(&table, FORMAT_JSON, 0, &out);
	document = json_loadb(out.text, out.length, 0, &why);
	cr_assert_not_null(document, "%s", why.text);
	cr_assert_eq(json_array_size(document), 2);
	row = json_array_get(document, 0);
	cr_assert_str_eq(json_string_value(json_object_get(row, "title")), "a \"b\" \033");
	cr_assert_eq(json_integer_value(json_object_get(row, "count")), 5);
	cr_assert_eq(json_array_size(json_object_get(row, "names")), 2);
	cr_assert_str_eq(json_string_value(json_array_get(json_object_get(row, "names"), 1)), "Sở B");
	cr_assert(json_is_true(json_object_get(row, "late")));
	cr_assert_str_eq(json_string_value(json_object_get(row, "code")), "máy");
	cr_assert_eq(json_object_size(row), 6, "columns for people are no keys");
	row = json_array_get(document, 1);
	cr_assert(json_is_null(json_object_get(row, "path")));
	cr_assert_eq(json_array_size(json_object_get(row, "names")), 0);
	cr_assert(json_is_array(json_object_get(row, "names")));
	cr_assert(json_is_false(json_object_get(row, "late")));
	json_decref(document);
}

Test(table, json_of_no_rows_is_an_empty_list)
{
	json_t *document;

	table_print(&table, FORMAT_JSON, 0, &out);
	document = json_loadb(out.text, out.length, 0, NULL);
	cr_assert(json_is_array(document));
	cr_assert_eq(json_array_size(document), 0);
	json_decref(document);
}

Test(table, csv_quotes_as_rfc_4180_says)
{
	add_row(&table, "I-1", "a, \"b\"\nc", 5, "Sở A\nSở B", false);
	table_print(&table, FORMAT_CSV, 0, &out);
	cr_assert_str_eq(out.text,
			 "path,title,count,names,late,code\r\n"
			 "I-1,\"a, \"\"b\"\"\nc\",5,\"Sở A; Sở B\",,máy\r\n");
}

Test(table, csv_disarms_what_a_spreadsheet_would_run)
{
	static const char *const formulas[] = {
		"=1+1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "＝1", "＋1", "－1", "＠1",
	};

	for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
		const char *cell;

		begin();
		add_row(&table, formulas[i], "a", -5, NULL, false);
		table_print(&table, FORMAT_CSV, 0, &out);
		cell = strstr(out.text, "\r\n") + 2;
		cr_assert(*cell == '\'' || !strncmp(cell, "\"'", 2), "%s -> %s", formulas[i], cell);
		cr_assert(strstr(cell, ",-5,"), "numbers stay numbers");
		end();
	}
}

Test(table, tsv_keeps_a_row_on_its_line)
{
	add_row(&table, "I-1", "a\tb\nc", 5, NULL, false);
	table_print(&table, FORMAT_TSV, 0, &out);
	cr_assert_str_eq(out.text, "path\ttitle\tcount\tnames\tlate\tcode\nI-1\ta b c\t5\t\t\tmáy\n");
}

Test(table, a_sheet_has_the_headings_for_people_and_the_mark_of_utf_8)
{
	static const struct table_column two[] = { { "path", "Mã", CELL_TEXT }, { "code", "=Ký hiệu", CELL_TEXT } };

	table_init(&table, two, 2);
	table_add(&table, "I-1");
	table_add(&table, NULL);
	table_print_sheet(&table, &out);
	cr_assert_str_eq(out.text, "\xEF\xBB\xBFMã,\"'=Ký hiệu\"\r\nI-1,\r\n");
}

Test(table, formats_are_known_by_their_words)
{
	enum table_format format;

	cr_assert(table_format_from_word("tsv", &format));
	cr_assert_eq(format, FORMAT_TSV);
	cr_assert_not(table_format_from_word("xml", &format));
}
