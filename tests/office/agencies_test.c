#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "office/office.h"
#include "tests/office/files.h"

TestSuite(agencies, .init = files_init, .fini = files_fini);

static struct agency_record_list list;
static struct error err;

static void must_read(const char *text)
{
	char *found = NULL;

	cr_assert_eq(office_read_agencies(file_of_text("list.tsv", text), NULL, &list, &found, &err), OK, "%s",
		     error_text(&err));
	cr_assert_str_eq(found, "utf-8");
	free(found);
}

static void must_refuse(const char *text, const char *said)
{
	char *found = NULL;

	cr_assert_eq(office_read_agencies(file_of_text("list.tsv", text), NULL, &list, &found, &err), STATUS_INVALID);
	cr_assert_null(found);
	cr_assert(strstr(error_text(&err), said), "«%s» does not say «%s»", error_text(&err), said);
	cr_assert_eq(list.count, 0);
	error_release(&err);
}

Test(agencies, a_line_gives_kind_code_name_aliases_and_members)
{
	must_read("# danh sách\n"
		  "kind\tcode\tname\taliases\tmembers\n"
		  "\n"
		  "department\tSNV\tSở Nội vụ\tNội vụ; Sở NV ;\t\n"
		  "group\t\tcác Sở, Ban, ngành\t\tSNV; Sở Tư pháp\r\n");
	cr_assert_eq(list.count, 2);
	cr_assert_eq(list.items[0].agency.kind, AGENCY_DEPARTMENT);
	cr_assert_str_eq(list.items[0].agency.code, "SNV");
	cr_assert_str_eq(list.items[0].agency.name, "Sở Nội vụ");
	cr_assert_eq(list.items[0].agency.aliases.count, 2);
	cr_assert_str_eq(list.items[0].agency.aliases.items[1].name, "Sở NV");
	cr_assert_eq(list.items[0].members.count, 0);
	cr_assert_eq(list.items[1].agency.kind, AGENCY_GROUP);
	cr_assert_null(list.items[1].agency.code);
	cr_assert_eq(list.items[1].members.count, 2);
	cr_assert_str_eq(list.items[1].members.items[1], "Sở Tư pháp");
	agency_record_list_release(&list);
}

Test(agencies, columns_stand_in_any_order_and_only_the_name_is_needed)
{
	must_read("name\tcode\nSở Nội vụ\tSNV\nSở Tư pháp\n");
	cr_assert_eq(list.count, 2);
	cr_assert_str_eq(list.items[0].agency.code, "SNV");
	cr_assert_null(list.items[1].agency.code);
	cr_assert_eq(list.items[1].agency.kind, AGENCY_DEPARTMENT);
	agency_record_list_release(&list);
}

Test(agencies, who_has_members_is_a_group)
{
	must_read("name\tmembers\nkhối văn xã\tSở Y tế; Sở Nội vụ\n");
	cr_assert_eq(list.items[0].agency.kind, AGENCY_GROUP);
	agency_record_list_release(&list);
	must_refuse("kind\tname\tmembers\ndepartment\tSở Y tế\tSở Nội vụ\n", "Dòng 2");
}

Test(agencies, what_cannot_be_used_is_named_by_its_line)
{
	must_refuse("code\tkind\nSNV\tdepartment\n", "Dòng 1");
	must_refuse("kind\tname\n\n# x\nministerium\tBộ X\n", "Dòng 4");
	must_refuse("kind\tname\ndepartment\t  \n", "Dòng 2");
	must_refuse("# chỉ có ghi chú\n", "không có cơ quan nào");
	must_refuse("name\n", "không có cơ quan nào");
}
