#include "core/plan/criterion.h"

#include <stdio.h>
#include <string.h>

void criterion_release(struct criterion *criterion)
{
	free(criterion->code);
	free(criterion->name);
	free(criterion->evidence);
	*criterion = (struct criterion){ 0 };
}

DEFINE_LIST(criterion)

void criterion_task_release(struct criterion_task *link)
{
	*link = (struct criterion_task){ 0 };
}

DEFINE_LIST(criterion_task)

/* --- points -------------------------------------------------------------- */

enum { POINTS_MOST = 1000 };	/* an index has a hundred */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool points_parse(const char *text, int *points)
{
	int whole = 0, hundredths = 0, unit = 10;
	const char *p = text;

	if (!*text) {
		*points = NO_POINTS;
		return true;
	}
	if (!is_digit(*p))
		return false;
	for (; is_digit(*p); p++) {
		whole = whole * 10 + (*p - '0');
		if (whole > POINTS_MOST)
			return false;
	}
	if ((*p == ',' || *p == '.') && is_digit(p[1]))
		for (p++; is_digit(*p) && unit; p++, unit /= 10)
			hundredths += (*p - '0') * unit;
	if (*p)
		return false;
	*points = whole * 100 + hundredths;
	return true;
}

const char *points_text(int points, char *out)
{
	*out = '\0';
	if (points == NO_POINTS)
		return out;
	if (points % 10)
		snprintf(out, POINTS_TEXT, "%d,%02d", points / 100, points % 100);
	else if (points % 100)
		snprintf(out, POINTS_TEXT, "%d,%d", points / 100, points % 100 / 10);
	else
		snprintf(out, POINTS_TEXT, "%d", points / 100);
	return out;
}

/* --- codes --------------------------------------------------------------- */

int criterion_compare(const char *a, const char *b)
{
	while (*a && *b) {
		if (is_digit(*a) && is_digit(*b)) {
			char *a_end, *b_end;
			unsigned long x = strtoul(a, &a_end, 10), y = strtoul(b, &b_end, 10);

			if (x != y)
				return x < y ? -1 : 1;
			a = a_end;
			b = b_end;
		} else if (*a != *b) {
			return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
		} else {
			a++;
			b++;
		}
	}
	return *a ? 1 : *b ? -1 : 0;
}

bool criterion_is_below(const char *code, const char *above)
{
	size_t length = strlen(above);

	return !strncmp(code, above, length) && code[length] == '.';
}

bool criterion_is_sum(const struct criterion_list *list, const struct criterion *criterion)
{
	for (size_t i = 0; i < list->count; i++)
		if (criterion_is_below(list->items[i].code, criterion->code))
			return true;
	return false;
}

static void add_points(int points, int *sum, int *scored)
{
	if (points == NO_POINTS)
		return;
	*sum += points;
	++*scored;
}

struct points_sum criteria_sum(const struct criterion_list *list, const char *code)
{
	struct points_sum sum = { 0 };
	int ignored = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct criterion *criterion = &list->items[i];

		if ((code && !criterion_is_below(criterion->code, code)) || criterion_is_sum(list, criterion))
			continue;
		sum.all++;
		add_points(criterion->maximum, &sum.maximum, &ignored);
		add_points(criterion->self, &sum.self, &sum.self_scored);
		add_points(criterion->verified, &sum.verified, &sum.verified_scored);
	}
	return sum;
}
