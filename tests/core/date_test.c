#include <criterion/criterion.h>
#include <stdlib.h>

#include "core/base/date.h"

Test(date, days_between_counts_leap_days)
{
	cr_assert_eq(date_days_between(date_make(2012, 2, 28), date_make(2012, 3, 1)), 2);
	cr_assert_eq(date_days_between(date_make(2013, 2, 28), date_make(2013, 3, 1)), 1);
	cr_assert_eq(date_days_between(date_make(1900, 1, 1), date_make(1901, 1, 1)), 365);
	cr_assert_eq(date_days_between(date_make(2000, 1, 1), date_make(2001, 1, 1)), 366);
}

Test(date, adding_days_goes_there_and_back_over_four_centuries)
{
	struct date start = date_make(1799, 12, 31);

	for (int n = 0; n < 146097 + 400; n++) {
		struct date d = date_add_days(start, n);

		cr_assert(date_is_valid(d), "day %d: %d-%d-%d", n, d.year, d.month, d.day);
		cr_assert_eq(date_days_between(start, d), n);
	}
}

Test(date, weekday_of_known_days)
{
	cr_assert_eq(date_weekday(date_make(2013, 7, 11)), 4);	/* a Thursday */
	cr_assert_eq(date_weekday(date_make(2026, 11, 23)), 1);
	cr_assert_eq(date_weekday(date_make(2000, 2, 29)), 2);
}

Test(date, zero_rule_of_official_papers)
{
	char out[DATE_TEXT];

	cr_assert_str_eq(date_vietnamese(date_make(2012, 3, 8), out), "08/3/2012");
	cr_assert_str_eq(date_vietnamese(date_make(2013, 5, 22), out), "22/5/2013");
	cr_assert_str_eq(date_vietnamese(date_make(2009, 2, 3), out), "03/02/2009");
	cr_assert_str_eq(date_vietnamese(date_make(2013, 11, 0), out), "11/2013");
	cr_assert_str_eq(date_vietnamese(date_make(2013, 0, 0), out), "2013");
}

Test(date, iso_reads_what_it_writes_and_nothing_else)
{
	char out[DATE_TEXT];
	struct date d = date_make(1, 1, 1);

	cr_assert(date_from_iso("2013-08-31", &d));
	cr_assert_str_eq(date_iso(d, out), "2013-08-31");
	cr_assert(date_from_iso("2013-08", &d));
	cr_assert_str_eq(date_iso(d, out), "2013-08");
	cr_assert_not(date_from_iso("2013-02-29", &d));
	cr_assert_not(date_from_iso("2013-8-31", &d));
	cr_assert_not(date_from_iso("2013-08-31x", &d));
	cr_assert_not(date_from_iso("", &d));
	cr_assert_str_eq(date_iso(d, out), "2013-08", "a refused text leaves the date alone");
}

Test(clock, stands_still_when_frozen)
{
	long long t;
	char out[TIME_TEXT];

	cr_assert(time_from_iso("2013-08-31T20:30:00Z", &t));
	clock_freeze(t);
	cr_assert_eq(clock_now(), t);
	cr_assert_str_eq(time_iso(clock_now(), out), "2013-08-31T20:30:00Z");
	/* The suite runs in Vietnam's zone, seven hours ahead: already September. */
	cr_assert_eq(date_compare(clock_today(), date_make(2013, 9, 1)), 0);
	clock_unfreeze();
}
