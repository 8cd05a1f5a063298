#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

#include "core/plan/filter.h"

static const struct date today = { 2013, 9, 1 };

/* The filter of TEXT in the year 2013; the test fails when it is refused. */
static struct filter parse(const char *text)
{
	struct filter filter = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(filter_parse(text, 2013, today, &filter, &err), OK, "%s: %s", text, error_text(&err));
	error_release(&err);
	return filter;
}

static void refuses(const char *text, const char *named)
{
	struct filter filter = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(filter_parse(text, 2013, today, &filter, &err), STATUS_INVALID, "%s was taken", text);
	cr_assert(strstr(error_text(&err), named), "«%s» is not named in: %s", named, error_text(&err));
	cr_assert_eq(filter.terms.count, 0);
	error_release(&err);
}

Test(filter, an_empty_line_holds_for_everything)
{
	struct filter filter = parse("  ");

	cr_assert_eq(filter.terms.count, 0);
	filter_release(&filter);
}

Test(filter, words_and_fields_and_quotes)
{
	struct filter filter = parse("phổ biến \"một cửa\" agency:\"Sở Nội vụ\" -status:done");

	cr_assert_eq(filter.terms.count, 5);
	cr_assert_str_eq(filter.terms.items[0].text, "phổ");
	cr_assert_eq(filter.terms.items[0].field, FILTER_TEXT);
	cr_assert_str_eq(filter.terms.items[2].text, "một cửa");
	cr_assert_eq(filter.terms.items[3].field, FILTER_AGENCY);
	cr_assert_str_eq(filter.terms.items[3].text, "Sở Nội vụ");
	cr_assert(filter.terms.items[4].negate);
	cr_assert_eq(filter.terms.items[4].value, TASK_DONE);
	filter_release(&filter);
}

Test(filter, vietnamese_names_mean_the_same_with_accents_or_without)
{
	struct filter filter = parse("cq:SNV chutri:SNV chủtrì:SNV phoihop:STP muc:II tt:danglam hạn:8/2013 thieu:chutri");
	static const enum filter_field want[] = {
		FILTER_AGENCY, FILTER_LEAD, FILTER_LEAD, FILTER_WITH, FILTER_SECTION, FILTER_STATUS, FILTER_DUE,
		FILTER_MISSING,
	};

	cr_assert_eq(filter.terms.count, sizeof want / sizeof *want);
	for (size_t i = 0; i < filter.terms.count; i++)
		cr_assert_eq(filter.terms.items[i].field, want[i], "term %zu", i);
	cr_assert_eq(filter.terms.items[5].value, TASK_DOING);
	cr_assert_eq(filter.terms.items[7].value, MISSING_LEAD);
	filter_release(&filter);
}

struct due_case {
	const char *text;
	const char *from, *to;
};

Test(filter, days_of_due)
{
	static const struct due_case cases[] = {
		{ "due:2013-08", "2013-08-01", "2013-08-31" },
		{ "due:8/2013", "2013-08-01", "2013-08-31" },
		{ "due:2013", "2013-01-01", "2013-12-31" },
		{ "due:q3/2013", "2013-07-01", "2013-09-30" },
		{ "due:q4", "2013-10-01", "2013-12-31" },
		{ "due:30/9/2013", "2013-09-30", "2013-09-30" },
		{ "due:30/9", "2013-09-30", "2013-09-30" },
		{ "due:2013-09-30", "2013-09-30", "2013-09-30" },
		{ "due:<=30/9/2013", "", "2013-09-30" },
		{ "due:<30/9/2013", "", "2013-09-29" },
		{ "due:<=8/2013", "", "2013-08-31" },
		{ "due:<8/2013", "", "2013-07-31" },
		{ "due:>=8/2013", "2013-08-01", "" },
		{ "due:>8/2013", "2013-09-01", "" },
		{ "due:1/8/2013..15/9/2013", "2013-08-01", "2013-09-15" },
		{ "due:7/2013..8/2013", "2013-07-01", "2013-08-31" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct filter filter = parse(cases[i].text);
		char from[DATE_TEXT], to[DATE_TEXT];

		cr_expect_str_eq(date_iso(filter.terms.items[0].from, from), cases[i].from, "%s: from %s", cases[i].text, from);
		cr_expect_str_eq(date_iso(filter.terms.items[0].to, to), cases[i].to, "%s: to %s", cases[i].text, to);
		filter_release(&filter);
	}
}

Test(filter, what_cannot_be_read_is_named_with_what_may_stand_there)
{
	refuses("mau:do", "«mau:»");
	refuses("mau:do", "agency");
	refuses("status:sắp", "open");
	refuses("due:31/2/2013", "31/2/2013");
	refuses("due:khi-nào-đó", "due:khi-nào-đó");
	refuses("agency:", "agency");
	refuses("due:<=>3/4", "<=>3/4");
}
