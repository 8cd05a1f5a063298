/*
 * written_date.h: a day as Vietnamese papers write it, in a text cut into words.
 *
 * "08/3/2012", "22-5-2013", "20.7.2020", "ngày 11 tháng 7 năm 2013", "15/9",
 * "ngày     tháng 7 năm 2013" of a draft. May not know: what the day is for.
 */
#ifndef PLAN_WRITTEN_DATE_H
#define PLAN_WRITTEN_DATE_H

#include "core/plan/words.h"

struct written_date {
	int day, month, year;	/* 0: not written */
	bool corrected;		/* a slip of the print was mended: "08//6/2010" */
};

/*
 * How many words the day at word AT takes ("ngày" and "năm" included); 0 and OUT
 * untouched when there is none. What is returned exists in the calendar as far as it is
 * written; at least its month or its year is. A day without a year needs "/" or
 * "tháng" between its numbers.
 */
size_t written_date_at(const struct words *words, size_t at, struct written_date *out);

#endif
