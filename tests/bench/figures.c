#include <config.h>

#include "tests/bench/figures.h"

#include <stdio.h>

#define NONE (-1.0)

enum gate { COUNT, TIME };

static const struct limit {
	enum gate gate;
	double least, most, times;
	const char *unit, *name;
} limits[FIGURE_COUNT] = {
#define X(id, gate, least, most, times, unit, name) { gate, least, most, times, unit, name },
	FIGURES(X)
#undef X
};

static unsigned counts_over, times_over;

static void number(char *out, size_t size, double value, const char *unit)
{
	if (value < 0)
		snprintf(out, size, "-");
	else
		snprintf(out, size, value < 100 && value > (double)(long)value ? "%.2f %s" : "%.0f %s", value, unit);
}

static double smaller(double a, double b)
{
	return a < 0 ? b : b < 0 || a < b ? a : b;
}

void figures_begin(void)
{
	printf("%-60s %12s %12s %12s\n", "", "floor", "kehoach", "at most");
}

void figure(enum figure_id id, double beside, double value)
{
	const struct limit *limit = &limits[id];
	double most = smaller(limit->most, limit->times < 0 || beside < 0 ? NONE : limit->times * beside);
	bool over = (most >= 0 && value > most) || value < limit->least;
	char columns[3][32];

	number(columns[0], sizeof columns[0], beside, limit->unit);
	number(columns[1], sizeof columns[1], value, limit->unit);
	number(columns[2], sizeof columns[2], most, limit->unit);
	printf("%-60s %12s %12s %12s%s\n", limit->name, columns[0], columns[1], columns[2],
	       !over ? "" : limit->gate == COUNT ? "  OVER" : "  slow");
	fflush(stdout);
	counts_over += over && limit->gate == COUNT;
	times_over += over && limit->gate == TIME;
}

bool figures_end(void)
{
	printf("\n%u counts over their limit (these fail), %u times and sizes over theirs (these depend on the machine)\n",
	       counts_over, times_over);
	return !counts_over;
}
