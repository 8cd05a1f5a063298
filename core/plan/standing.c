#include "core/plan/standing.h"

#include <stdio.h>

static enum lateness lateness_of(int days)
{
	return days <= 30 ? LATE_30 : days <= 60 ? LATE_60 : days <= 120 ? LATE_120 : LATE_MORE;
}

void standing_count(struct standing_counts *c, const struct owed *owed, struct date day, int sign)
{
	enum standing standing;

	if (owed->suspended) {
		c->suspended += sign;
		return;
	}
	c->extended += owed->extended ? sign : 0;
	standing = standing_of(owed->done && !(date_is_set(owed->done_on) && date_compare(owed->done_on, day) > 0), owed->done_on,
			       owed->due, day);
	switch (standing) {
	case STANDING_DONE:
		if (date_is_set(owed->due))
			c->done_in_time += sign;
		else
			c->undated_done += sign;
		break;
	case STANDING_DONE_LATE:
		c->done_late += sign;
		break;
	case STANDING_UNDATED:
		c->undated_open += sign;
		break;
	case STANDING_OVERDUE:
		c->open_overdue += sign;
		c->late[lateness_of(date_days_between(owed->due, day))] += sign;
		break;
	case STANDING_ONTIME:
	case STANDING_SOON:
		c->open_in_time += sign;
		c->due_in_3 += date_days_between(day, owed->due) <= 3 ? sign : 0;
		c->due_in_7 += standing == STANDING_SOON ? sign : 0;
		break;
	}
}

void standing_add(struct standing_counts *to, const struct standing_counts *from)
{
	to->done_in_time += from->done_in_time;
	to->done_late += from->done_late;
	to->open_in_time += from->open_in_time;
	to->open_overdue += from->open_overdue;
	to->undated_done += from->undated_done;
	to->undated_open += from->undated_open;
	to->due_in_3 += from->due_in_3;
	to->due_in_7 += from->due_in_7;
	for (int i = 0; i < LATENESS_COUNT; i++)
		to->late[i] += from->late[i];
	to->extended += from->extended;
	to->suspended += from->suspended;
}

long long standing_total(const struct standing_counts *c)
{
	return c->done_in_time + c->done_late + c->open_in_time + c->open_overdue + c->undated_done + c->undated_open;
}

struct share standing_completion(const struct standing_counts *c)
{
	long long done = c->done_in_time + c->done_late;

	return (struct share){ done, done + c->open_overdue };
}

struct share standing_punctuality(const struct standing_counts *c)
{
	return (struct share){ c->done_in_time, c->done_in_time + c->done_late };
}

const char *share_text(struct share share, char *out)
{
	long long hundredths;

	if (!share.whole) {
		snprintf(out, SHARE_TEXT, "–");
		return out;
	}
	hundredths = (share.part * 20000 + share.whole) / (2 * share.whole);
	snprintf(out, SHARE_TEXT, "%lld,%02lld %%", hundredths / 100, hundredths % 100);
	return out;
}
