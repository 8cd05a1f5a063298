/*
 * deadline.h: a deadline's words -> the days they mean.
 *
 * Rules (decided once, printed everywhere): the words are kept; "trước ngày X"
 * ends the day before X, "chậm nhất", "đến hết ngày X", "trong ngày X" end on X,
 * "trước tháng M" ends with the month before, "trước năm N" with the year before. A missing year is that of the
 * plan, never that of the clock. What is not understood is DEADLINE_NONE: it is
 * listed for review and never guessed.
 */
#ifndef PLAN_DEADLINE_H
#define PLAN_DEADLINE_H

#include "core/plan/plan.h"

/*
 * Understand TEXT (already cleaned). PLAN_YEAR 0 when not known: then words
 * without a year stay DEADLINE_NONE. OUT is released first and gets a copy of
 * TEXT as `raw` (NULL for an empty text). Returns false when the kind stayed
 * DEADLINE_NONE although something was written.
 */
bool deadline_parse(const char *text, int plan_year, struct deadline *out);

/*
 * Where prose gives its work a deadline ("… xong trước 30/11/2013", "báo cáo hằng
 * quý"): bytes START to END of TEXT. Dates of cited documents, periods of other
 * plans, budgets and targets are none. False when there is none.
 */
bool deadline_find(const char *text, int plan_year, size_t *start, size_t *end);

/*
 * The reason a person can check: "hết hạn 31/8/2013, theo lời «Trong tháng
 * 8/2013»". Appends to OUT, translated.
 */
void deadline_explain(const struct deadline *deadline, struct strbuf *out);

/* A short form for a column of a list: "31/8/13", "quý III", "t.xuyên", "". */
void deadline_brief(const struct deadline *deadline, struct strbuf *out);

/* A day as a person types it: "15/9/2013", "15/9", "2013-09-15", "15.9.2013", "hôm nay". */
bool date_from_words(const char *text, int year, struct date today, struct date *out);

#endif
