#include "core/base/date.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static bool clock_is_frozen;
static long long clock_frozen_at;

struct date date_make(int year, int month, int day)
{
	return (struct date){ year, month, day };
}

bool date_is_set(struct date date)
{
	return date.year != 0;
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_is_valid(struct date date)
{
	return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
	       date.day >= 1 && date.day <= date_days_in_month(date.year, date.month);
}

int date_compare(struct date a, struct date b)
{
	if (!date_is_set(a) || !date_is_set(b))
		return date_is_set(b) - date_is_set(a);
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

struct date date_month_end(int year, int month)
{
	return date_make(year, month, date_days_in_month(year, month));
}

/*
 * Days since 0000-03-01 of the proleptic Gregorian calendar, and back. Counting
 * years from March puts the leap day at a year's end, so that a month's start is
 * a linear function of its number (153 days in any 5 months from March).
 */
static long day_number(struct date date)
{
	long y = date.month > 2 ? date.year : date.year - 1L;
	long m = date.month > 2 ? date.month - 3 : date.month + 9;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + date.day - 1;
}

static struct date date_of_number(long n)
{
	long y = (10000 * n + 14780) / 3652425;
	long d = n - (365 * y + y / 4 - y / 100 + y / 400);
	long m;

	if (d < 0) {
		y--;
		d = n - (365 * y + y / 4 - y / 100 + y / 400);
	}
	m = (100 * d + 52) / 3060;
	return date_make((int)(y + (m + 2) / 12), (int)((m + 2) % 12 + 1),
			 (int)(d - (m * 306 + 5) / 10 + 1));
}

struct date date_add_days(struct date date, int days)
{
	return date_of_number(day_number(date) + days);
}

int date_days_between(struct date from, struct date to)
{
	return (int)(day_number(to) - day_number(from));
}

int date_weekday(struct date date)
{
	/* Day 2 of the count, 0000-03-03, was a Friday. */
	return (int)((day_number(date) + 2) % 7 + 1);
}

static char *put_digits(char *out, int count, unsigned int value)
{
	for (int i = count; i-- > 0; value /= 10)
		out[i] = (char)('0' + value % 10);
	return out + count;
}

/* Every row of the storage has one or two: printf takes ten times as long. */
const char *date_iso(struct date date, char out[DATE_TEXT])
{
	char *end = out;

	if (date.year)
		end = put_digits(end, 4, (unsigned int)date.year);
	if (date.year && date.month) {
		*end++ = '-';
		end = put_digits(end, 2, (unsigned int)date.month);
	}
	if (date.year && date.month && date.day) {
		*end++ = '-';
		end = put_digits(end, 2, (unsigned int)date.day);
	}
	*end = '\0';
	return out;
}

static bool digits(const char **text, int count, int *value)
{
	int n = 0;

	for (int i = 0; i < count; i++) {
		if ((*text)[i] < '0' || (*text)[i] > '9')
			return false;
		n = n * 10 + ((*text)[i] - '0');
	}
	*text += count;
	*value = n;
	return true;
}

bool date_from_iso(const char *text, struct date *date)
{
	struct date d = { 0, 0, 0 };

	if (!digits(&text, 4, &d.year) || !d.year)
		return false;
	if (*text == '-') {
		text++;
		if (!digits(&text, 2, &d.month) || d.month < 1 || d.month > 12)
			return false;
		if (*text == '-') {
			text++;
			if (!digits(&text, 2, &d.day) || !date_is_valid(d))
				return false;
		}
	}
	if (*text)
		return false;
	*date = d;
	return true;
}

const char *date_vietnamese(struct date date, char out[DATE_TEXT])
{
	unsigned int y = (unsigned int)date.year % 10000u;
	unsigned int m = (unsigned int)date.month % 100u;
	unsigned int d = (unsigned int)date.day % 100u;

	if (!y)
		out[0] = '\0';
	else if (!m)
		snprintf(out, DATE_TEXT, "%u", y);
	else if (!d)
		snprintf(out, DATE_TEXT, m < 3 ? "%02u/%u" : "%u/%u", m, y);
	else
		snprintf(out, DATE_TEXT, m < 3 ? "%02u/%02u/%u" : "%02u/%u/%u", d, m, y);
	return out;
}

long long clock_now(void)
{
	return clock_is_frozen ? clock_frozen_at : (long long)time(NULL);
}

void clock_freeze(long long seconds)
{
	clock_is_frozen = true;
	clock_frozen_at = seconds;
}

void clock_unfreeze(void)
{
	clock_is_frozen = false;
}

struct date clock_today(void)
{
	time_t now = (time_t)clock_now();
	struct tm tm;

	if (!localtime_r(&now, &tm))
		return date_make(0, 0, 0);
	return date_make(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

long long clock_end_of(struct date day)
{
	struct tm tm = {
		.tm_year = day.year - 1900, .tm_mon = day.month - 1, .tm_mday = day.day,
		.tm_hour = 23, .tm_min = 59, .tm_sec = 59, .tm_isdst = -1,
	};

	return (long long)mktime(&tm);
}

const char *time_iso(long long seconds, char out[TIME_TEXT])
{
	time_t t = (time_t)seconds;
	struct tm tm;

	out[0] = '\0';
	if (gmtime_r(&t, &tm))
		strftime(out, TIME_TEXT, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return out;
}

bool time_from_iso(const char *text, long long *seconds)
{
	int h, min, s;
	struct date d;

	if (!digits(&text, 4, &d.year) || *text++ != '-' || !digits(&text, 2, &d.month) ||
	    *text++ != '-' || !digits(&text, 2, &d.day) || *text++ != 'T' ||
	    !digits(&text, 2, &h) || *text++ != ':' || !digits(&text, 2, &min) ||
	    *text++ != ':' || !digits(&text, 2, &s) || strcmp(text, "Z") != 0)
		return false;
	if (!date_is_valid(d) || h > 23 || min > 59 || s > 60)
		return false;
	*seconds = 86400LL * date_days_between(date_make(1970, 1, 1), d) + h * 3600LL + min * 60LL + s;
	return true;
}

const char *time_vietnamese(long long seconds, char out[TIME_LOCAL_TEXT])
{
	time_t t = (time_t)seconds;
	struct tm tm;
	char date[DATE_TEXT];

	out[0] = '\0';
	if (localtime_r(&t, &tm))
		snprintf(out, TIME_LOCAL_TEXT, "%s %02u:%02u",
			 date_vietnamese(date_make(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday), date),
			 (unsigned int)tm.tm_hour % 100u, (unsigned int)tm.tm_min % 100u);
	return out;
}
