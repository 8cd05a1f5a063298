/* Bodies over time, as far as no storage is needed: names of a day, how a list names a body, who is meant by a name. */
#include <criterion/criterion.h>
#include <string.h>

#include "core/workbench/workbench.h"

static struct date day(const char *iso)
{
	struct date date = { 0 };

	if (*iso)
		cr_assert(date_from_iso(iso, &date), "%s", iso);
	return date;
}

/* --- names of a day ----------------------------------------------------- */

static void add_former(struct agency *agency, const char *name, const char *code, const char *until)
{
	struct former_name former = { .name = xstrdup(name), .code = xstrdup(code), .until = day(until) };

	former_name_list_add(&agency->former, &former);
}

Test(agency_time, a_name_holds_to_the_day_before_it_was_changed)
{
	struct agency agency = { .name = xstrdup("Sở C"), .code = xstrdup("SC") };

	add_former(&agency, "Sở A", "SA", "2005-12-31");
	add_former(&agency, "Sở B", "SB", "2015-06-30");
	cr_expect_str_eq(agency_name_on(&agency, day("2000-01-01")), "Sở A");
	cr_expect_str_eq(agency_name_on(&agency, day("2005-12-31")), "Sở A");
	cr_expect_str_eq(agency_name_on(&agency, day("2006-01-01")), "Sở B");
	cr_expect_str_eq(agency_code_on(&agency, day("2015-06-30")), "SB");
	cr_expect_str_eq(agency_name_on(&agency, day("2015-07-01")), "Sở C");
	cr_expect_str_eq(agency_name_on(&agency, day("")), "Sở C");
	agency_release(&agency);
}

Test(agency_time, the_first_and_the_last_day_belong_to_it)
{
	cr_expect(date_within(day("2025-03-01"), day("2025-03-01"), day("")));
	cr_expect(date_within(day("2025-02-28"), day(""), day("2025-02-28")));
	cr_expect_not(date_within(day("2025-03-01"), day(""), day("2025-02-28")));
	cr_expect_not(date_within(day("2025-02-28"), day("2025-03-01"), day("")));
}

/* --- links -------------------------------------------------------------- */

static const char *const links[] = {
	"SNV",
	"Sở Văn hóa, Thể thao và Du lịch",
	"STC@2025-02-28",
	"SNV | 2013-01-01..2025-02-28",
	"SNV | ..2025-02-28",
	"SNV | 2013-01-01",
	"STC@2025-03-01 | 2025-03-01 | part | 04/NQ-HĐND",
	" | 2025-07-01 | whole | 1672/NQ-UBTVQH15",
	"Sở X | ..2025-02-28 |  | 12/QĐ-UBND",
	"ai@co.quan",
};

Test(agency_time, what_names_a_body_in_a_list_reads_as_it_is_written)
{
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		struct agency_link link = { 0 };
		struct strbuf out = STRBUF_INIT;

		agency_link_parse(links[i], &link);
		agency_link_format(&link, &out);
		cr_expect_str_eq(out.text, links[i]);
		agency_link_release(&link);
		strbuf_release(&out);
	}
}

Test(agency_time, the_pieces_of_a_link_are_told_apart)
{
	struct agency_link link = { 0 };

	agency_link_parse("STC@2025-03-01 | 2025-03-01.. | part | 04/NQ-HĐND", &link);
	cr_expect_str_eq(link.name, "STC");
	cr_expect_eq(date_compare(link.on, day("2025-03-01")), 0);
	cr_expect_eq(date_compare(link.since, day("2025-03-01")), 0);
	cr_expect_not(date_is_set(link.until));
	cr_expect_str_eq(link.third, "part");
	cr_expect_str_eq(link.fourth, "04/NQ-HĐND");
	agency_link_release(&link);
}

/* --- other names -------------------------------------------------------- */

/* TEXT as typed is NAME, from SINCE to UNTIL, and is shown so again. */
static void expect_alias(const char *text, const char *name, const char *since, const char *until)
{
	struct agency_alias alias = { 0 }, again = { 0 };
	struct strbuf shown = STRBUF_INIT, line = STRBUF_INIT;

	agency_alias_read(text, &alias);
	cr_expect_str_eq(alias.name, name);
	cr_expect_eq(date_compare(alias.since, day(since)), 0, "%s", text);
	cr_expect_eq(date_compare(alias.until, day(until)), 0, "%s", text);
	agency_alias_describe(&alias, &shown);
	cr_expect_str_eq(shown.text, text);
	agency_alias_to_line(&alias, &line);
	agency_alias_from_line(line.text, &again);
	cr_expect_str_eq(again.name, name);
	cr_expect_eq(date_compare(again.since, alias.since), 0, "%s", line.text);
	cr_expect_eq(date_compare(again.until, alias.until), 0, "%s", line.text);
	agency_alias_release(&alias);
	agency_alias_release(&again);
	strbuf_release(&shown);
	strbuf_release(&line);
}

Test(agency_time, another_name_is_typed_with_its_days)
{
	expect_alias("Sở NN", "Sở NN", "", "");
	expect_alias("Sở NN (từ 01/3/2025 đến 28/02/2026)", "Sở NN", "2025-03-01", "2026-02-28");
	expect_alias("Sở NN (từ 01/3/2025)", "Sở NN", "2025-03-01", "");
	expect_alias("Ban Tổ chức (cũ) (đến 28/02/2025)", "Ban Tổ chức (cũ)", "", "2025-02-28");
}

Test(agency_time, what_tells_no_days_belongs_to_the_name)
{
	expect_alias("Sở NN (từ hôm nào)", "Sở NN (từ hôm nào)", "", "");
	expect_alias("Sở NN (đến)", "Sở NN (đến)", "", "");
	expect_alias("(đến 28/02/2025)", "(đến 28/02/2025)", "", "");
	expect_alias("A | B", "A | B", "", "");
	expect_alias("ai@2025-02-28", "ai@2025-02-28", "", "");
	expect_alias("A | 2025-02-28 | x", "A | 2025-02-28 | x", "", "");
}

/* --- who is meant ------------------------------------------------------- */

static struct agency_list list;

static void add(row_id id, const char *code, const char *name, const char *from, const char *to)
{
	struct agency agency = {
		.id = id, .code = *code ? xstrdup(code) : NULL, .name = xstrdup(name), .valid_from = day(from), .valid_to = day(to),
	};

	agency_list_add(&list, &agency);
}

static void fill(void)
{
	add(1, "STC", "Sở Tài chính", "", "2025-02-28");
	add(2, "STC", "Sở Tài chính", "2025-03-01", "");
	add(3, "SNMT", "Sở Nông nghiệp và Môi trường", "", "");
	add_former(&list.items[2], "Sở Nông nghiệp", "SNN", "2025-02-28");
	add(4, "SNN", "Sở Nông nghiệp", "2026-01-01", "");
	add(5, "", "UBND huyện Chi Lăng", "", "2025-06-30");
	add(6, "", "UBND phường Chi Lăng", "2025-07-01", "");
	add(7, "", "UBND thành phố Lạng Sơn", "", "2025-06-30");
	add(8, "", "UBND tỉnh Lạng Sơn", "", "");
}

static void clear(void)
{
	agency_list_release(&list);
}

TestSuite(agency_of_day, .init = fill, .fini = clear);

static void expect_found(const char *text, const char *on, row_id wanted)
{
	const struct agency *found = NULL;
	struct error err = ERROR_INIT;

	cr_expect_eq(agency_list_find_on(&list, text, day(on), &found, &err), OK, "%s on %s: %s", text, on, error_text(&err));
	cr_expect(found && found->id == wanted, "%s on %s is %lld, not %lld", text, on, found ? found->id : 0, wanted);
	error_release(&err);
}

Test(agency_of_day, of_two_bodies_of_one_name_the_one_of_the_day_is_meant)
{
	expect_found("STC", "2013-07-11", 1);
	expect_found("so tai chinh", "2025-02-28", 1);
	expect_found("Sở Tài chính", "2025-03-01", 2);
	expect_found("STC", "2026-01-01", 2);
	expect_found("STC@28/2/2025", "2026-01-01", 1);
	expect_found("STC@2025-03-01", "2013-07-11", 2);
}

Test(agency_of_day, a_name_that_passed_to_another_body_means_the_bearer_of_the_day)
{
	expect_found("SNN", "2013-07-11", 3);
	expect_found("Sở Nông nghiệp", "2025-02-28", 3);
	expect_found("SNN", "2026-02-01", 4);
	expect_found("SNMT", "2013-07-11", 3);
}

static void add_alias(struct agency *agency, const char *name, const char *since, const char *until)
{
	struct agency_alias alias = { xstrdup(name), day(since), day(until) };

	agency_alias_list_add(&agency->aliases, &alias);
}

/* The same short name for one body up to a day, for another from the next on, and then for nobody. */
Test(agency_of_day, another_name_means_the_body_that_had_it_on_the_day)
{
	add_alias(&list.items[2], "Sở NN", "", "2025-02-28");
	add_alias(&list.items[3], "Sở NN", "2026-01-01", "2026-12-31");
	expect_found("Sở NN", "2013-07-11", 3);
	expect_found("Sở NN", "2026-02-01", 4);
	expect_found("Sở NN@28/2/2025", "2026-02-01", 3);
}

Test(agency_of_day, another_name_that_nobody_has_on_the_day_still_finds_who_had_it)
{
	add_alias(&list.items[7], "Nhà trắng", "2001-01-01", "2002-12-31");
	expect_found("Nhà trắng", "2013-07-11", 8);
}

Test(agency_of_day, places_of_other_levels_are_other_bodies)
{
	expect_found("UBND huyện Chi Lăng", "2025-07-01", 5);
	expect_found("UBND phường Chi Lăng", "2013-07-11", 6);
	expect_found("UBND thành phố Lạng Sơn", "2025-07-01", 7);
	expect_found("UBND tỉnh Lạng Sơn", "2013-07-11", 8);
}

Test(agency_of_day, bodies_of_one_name_that_no_day_tells_apart_are_told_with_their_days)
{
	const struct agency *found = NULL;
	struct error err = ERROR_INIT;

	list.items[1].valid_from = day("2025-04-01");
	cr_assert_eq(agency_list_find_on(&list, "STC", day("2025-03-15"), &found, &err), STATUS_AMBIGUOUS);
	cr_assert(strstr(error_text(&err), "Sở Tài chính (đến 28/02/2025); Sở Tài chính (từ 01/4/2025)"), "%s", error_text(&err));
	error_clear(&err);
	cr_assert_eq(agency_list_find_on(&list, "STC@mai sau", day("2025-03-15"), &found, &err), STATUS_INVALID);
	error_release(&err);
}
