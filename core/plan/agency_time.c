/* What a body is called on a day, and whether it is there. */
#include "core/plan/plan.h"

#include <string.h>

#include "core/base/gettext.h"

bool date_within(struct date day, struct date first, struct date last)
{
	return (!date_is_set(first) || date_compare(first, day) <= 0) &&
	       (!date_is_set(last) || date_compare(day, last) <= 0);
}

/* The oldest of the names that had not ended by DAY; NULL: it bore the one it has now. */
static const struct former_name *former_on(const struct agency *agency, struct date day)
{
	for (size_t i = 0; date_is_set(day) && i < agency->former.count; i++)
		if (date_compare(day, agency->former.items[i].until) <= 0)
			return &agency->former.items[i];
	return NULL;
}

const char *agency_name_on(const struct agency *agency, struct date day)
{
	const struct former_name *former = former_on(agency, day);

	return former ? former->name : agency->name;
}

const char *agency_code_on(const struct agency *agency, struct date day)
{
	const struct former_name *former = former_on(agency, day);

	return former ? former->code : agency->code;
}

struct date agency_day_of_name(const struct agency *agency)
{
	size_t count = agency->former.count;

	if (date_is_set(agency->valid_to))
		return agency->valid_to;
	return count ? date_add_days(agency->former.items[count - 1].until, 1) : agency->valid_from;
}

void agency_describe(const struct agency *agency, struct strbuf *out)
{
	char day[DATE_TEXT];

	strbuf_add_text(out, agency->name);
	if (date_is_set(agency->valid_to))
		strbuf_addf(out, _(" (đến %s)"), date_vietnamese(agency->valid_to, day));
	else if (date_is_set(agency->valid_from))
		strbuf_addf(out, _(" (từ %s)"), date_vietnamese(agency->valid_from, day));
}

/* --- links -------------------------------------------------------------- */

static char *piece(const char *start, const char *end)
{
	while (start < end && *start == ' ')
		start++;
	while (end > start && end[-1] == ' ')
		end--;
	return xstrndup(start, (size_t)(end - start));
}

/* "A..B", "..B", "A..", "A": the day of a beginning. */
static void parse_days(char *text, struct agency_link *out)
{
	char *dots = strstr(text, "..");

	if (dots) {
		*dots = '\0';
		date_from_iso(dots + 2, &out->until);
	}
	date_from_iso(text, &out->since);
}

void agency_link_parse(const char *text, struct agency_link *out)
{
	char *pieces[4] = { 0 }, *at;

	for (size_t i = 0; i < 4 && text; i++) {
		const char *end = strchr(text, '|');

		pieces[i] = piece(text, end ? end : text + strlen(text));
		text = end ? end + 1 : NULL;
	}
	*out = (struct agency_link){ .name = pieces[0], .third = pieces[2], .fourth = pieces[3] };
	at = strrchr(out->name, '@');
	if (at && date_from_iso(at + 1, &out->on))
		*at = '\0';
	if (pieces[1])
		parse_days(pieces[1], out);
	free(pieces[1]);
	if (out->third && !*out->third)
		replace_string(&out->third, NULL);
	if (out->fourth && !*out->fourth)
		replace_string(&out->fourth, NULL);
}

/* What parts the pieces of a line cannot stand in one. */
static void add_piece(struct strbuf *out, const char *text)
{
	for (; *text; text++)
		strbuf_add_char(out, *text == ';' ? ',' : *text == '|' || *text == '\t' ? '/' : *text);
}

void agency_link_format(const struct agency_link *link, struct strbuf *out)
{
	bool days = date_is_set(link->since) || date_is_set(link->until);
	char day[DATE_TEXT];

	add_piece(out, link->name);
	if (date_is_set(link->on))
		strbuf_addf(out, "@%s", date_iso(link->on, day));
	if (days || link->third || link->fourth) {
		strbuf_addf(out, " | %s", date_iso(link->since, day));
		strbuf_addf(out, "%s%s", date_is_set(link->until) ? ".." : "", date_iso(link->until, day));
	}
	if (link->third || link->fourth) {
		strbuf_add_text(out, " | ");
		add_piece(out, link->third ? link->third : "");
	}
	if (link->fourth) {
		strbuf_add_text(out, " | ");
		add_piece(out, link->fourth);
	}
}

void agency_link_release(struct agency_link *link)
{
	free(link->name);
	free(link->third);
	free(link->fourth);
	*link = (struct agency_link){ 0 };
}
