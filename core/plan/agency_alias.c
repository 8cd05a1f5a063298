/* Other names of a body, each with the days on which it meant it. */
#include "core/plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"

void agency_alias_release(struct agency_alias *alias)
{
	free(alias->name);
	*alias = (struct agency_alias){ 0 };
}

DEFINE_LIST(agency_alias)

void agency_alias_list_copy(struct agency_alias_list *to, const struct agency_alias_list *from)
{
	agency_alias_list_clear(to);
	for (size_t i = 0; i < from->count; i++) {
		struct agency_alias twin = from->items[i];

		twin.name = xstrdup(twin.name);
		agency_alias_list_add(to, &twin);
	}
}

void agency_add_alias(struct agency *agency, const char *name)
{
	struct agency_alias alias = { .name = xstrdup(name) };

	agency_alias_list_add(&agency->aliases, &alias);
}

static bool has_days(const struct agency_alias *alias)
{
	return date_is_set(alias->since) || date_is_set(alias->until);
}

/* --- for people ---------------------------------------------------------- */

void agency_alias_describe(const struct agency_alias *alias, struct strbuf *out)
{
	char since[DATE_TEXT], until[DATE_TEXT];

	date_vietnamese(alias->since, since);
	date_vietnamese(alias->until, until);
	strbuf_add_text(out, alias->name);
	if (date_is_set(alias->since) && date_is_set(alias->until))
		strbuf_addf(out, _(" (từ %s đến %s)"), since, until);
	else if (date_is_set(alias->until))
		strbuf_addf(out, _(" (đến %s)"), until);
	else if (date_is_set(alias->since))
		strbuf_addf(out, _(" (từ %s)"), since);
}

static bool starts_with(const char *text, const char *end, const char *word, const char **behind)
{
	size_t length = strlen(word);

	if ((size_t)(end - text) <= length || strncmp(text, word, length) != 0 || text[length] != ' ')
		return false;
	*behind = text + length + 1;
	return true;
}

static const char *find_last(const char *text, const char *end, char sign)
{
	while (end > text && end[-1] != sign)
		end--;
	return end > text ? end - 1 : NULL;
}

/* The day behind WORD, which is written in either language, up to END. */
static bool read_day(const char *text, const char *end, const char *word, const char *english, struct date *day)
{
	struct date today = clock_today();
	char *words;
	bool read;

	if (!starts_with(text, end, word, &text) && !starts_with(text, end, english, &text))
		return false;
	words = xstrndup(text, (size_t)(end - text));
	read = date_from_words(words, today.year, today, day);
	free(words);
	return read;
}

/* "từ 01/3/2025 đến 28/02/2026", "đến 28/02/2026", "từ 01/3/2025". */
static bool read_days(const char *text, const char *end, struct agency_alias *alias)
{
	const char *parts[] = { "đến ", "to " };

	if (read_day(text, end, "đến", "to", &alias->until) || read_day(text, end, "từ", "from", &alias->since))
		return true;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *middle = strstr(text, parts[i]);

		if (middle && middle < end && middle > text && middle[-1] == ' ' &&
		    read_day(text, middle - 1, "từ", "from", &alias->since) &&
		    read_day(middle, end, "đến", "to", &alias->until))
			return true;
	}
	return false;
}

void agency_alias_read(const char *text, struct agency_alias *out)
{
	struct agency_alias alias = { 0 };
	struct strbuf clean = STRBUF_INIT;
	const char *end, *open;

	viet_clean(text, strlen(text), &clean);
	end = clean.length && clean.text[clean.length - 1] == ')' ? clean.text + clean.length - 1 : NULL;
	open = end ? find_last(clean.text, end, '(') : NULL;
	if (open > clean.text && open[-1] == ' ' && read_days(open + 1, end, &alias))
		alias.name = xstrndup(clean.text, (size_t)(open - 1 - clean.text));
	else
		alias = (struct agency_alias){ .name = xstrdup(clean.text) };
	strbuf_release(&clean);
	*out = alias;
}

/* --- as a line ------------------------------------------------------------ */

void agency_alias_to_line(const struct agency_alias *alias, struct strbuf *out)
{
	struct agency_link link = { .name = alias->name, .since = alias->since, .until = alias->until };

	if (has_days(alias))
		agency_link_format(&link, out);
	else
		strbuf_add_text(out, alias->name);
}

/* A name may hold the signs of a link: only what would be written so is read as one. */
void agency_alias_from_line(const char *text, struct agency_alias *out)
{
	struct agency_link link = { 0 };
	struct strbuf again = STRBUF_INIT;
	struct agency_alias alias;

	agency_link_parse(text, &link);
	alias = (struct agency_alias){ NULL, link.since, link.until };
	agency_link_format(&link, &again);
	if (has_days(&alias) && !link.third && !date_is_set(link.on) && !strcmp(again.text, text))
		alias.name = xstrdup(link.name);
	else
		alias = (struct agency_alias){ .name = xstrdup(text) };
	agency_link_release(&link);
	strbuf_release(&again);
	*out = alias;
}
