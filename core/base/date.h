/*
 * date.h: calendar days of the Gregorian calendar, and the program's one clock.
 *
 * A day with year 0 is no day at all. A document may be dated only in part
 * (drafts leave the day or the month blank): then `day` or `month` is 0.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>

struct date {
	int year;	/* 1 to 9999; 0 = no date */
	int month;	/* 1 to 12; 0 = not known */
	int day;	/* 1 to 31; 0 = not known */
};

enum { DATE_TEXT = 11 };	/* bytes for "2013-08-31" and its NUL */

struct date date_make(int year, int month, int day);
bool date_is_set(struct date date);
bool date_is_valid(struct date date);		/* a whole, existing day */
int date_compare(struct date a, struct date b);	/* <0, 0, >0; no date comes last */
int date_days_in_month(int year, int month);
struct date date_month_end(int year, int month);
struct date date_add_days(struct date date, int days);
int date_days_between(struct date from, struct date to);	/* TO minus FROM */
int date_weekday(struct date date);		/* 1 Monday to 7 Sunday */

/* ISO 8601: "2013-08-31", "2013-08" and "2013" for dates in part, "" for none. */
const char *date_iso(struct date date, char out[DATE_TEXT]);
bool date_from_iso(const char *text, struct date *date);

/*
 * As Vietnamese papers write it (circular 01/2011/TT-BNV and decree
 * 30/2020/ND-CP): a day below 10 and the months 1 and 2 take a zero, other
 * months do not: "08/3/2012", "22/5/2013".
 */
const char *date_vietnamese(struct date date, char out[DATE_TEXT]);

/* The clock. Tests replace it; nothing else in the program asks for the time. */
long long clock_now(void);		/* seconds since 1970, UTC */
struct date clock_today(void);		/* in the local time zone */
long long clock_end_of(struct date day);	/* the last second of it, in the local time zone */
void clock_freeze(long long seconds);	/* from now on the clock stands still there */
void clock_unfreeze(void);

enum { TIME_TEXT = 21 };		/* "2013-08-31T02:03:04Z" and its NUL */
const char *time_iso(long long seconds, char out[TIME_TEXT]);
bool time_from_iso(const char *text, long long *seconds);
/* "31/8/2013 09:03" in the local time zone. */
enum { TIME_LOCAL_TEXT = 20 };
const char *time_vietnamese(long long seconds, char out[TIME_LOCAL_TEXT]);

#endif
