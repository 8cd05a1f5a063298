#include "core/plan/quick_line.h"

#include <stdbool.h>
#include <string.h>

#include "core/viet/viet.h"

static enum quick_part part_of_sign(char sign)
{
	switch (sign) {
	case '@':
		return QUICK_LEADS;
	case '+':
		return QUICK_COORDINATORS;
	case '!':
		return QUICK_DEADLINE;
	case '#':
		return QUICK_LABEL;
	case '>':
		return QUICK_SECTION;
	default:
		return QUICK_TITLE;
	}
}

/* The part that begins at AT; QUICK_TITLE: none does. */
static enum quick_part part_at(const char *text, size_t at)
{
	enum quick_part part = part_of_sign(text[at]);
	char next = part == QUICK_TITLE ? '\0' : text[at + 1];
	bool number = next >= '0' && next <= '9';

	if ((at && text[at - 1] != ' ') || next == ' ')
		return QUICK_TITLE;
	return number && (text[at] == '+' || text[at] == '#') ? QUICK_TITLE : part;
}

void quick_line_init(struct quick_line *line)
{
	for (int i = 0; i < QUICK_PARTS; i++)
		strbuf_init(&line->parts[i]);
}

void quick_line_release(struct quick_line *line)
{
	for (int i = 0; i < QUICK_PARTS; i++)
		strbuf_release(&line->parts[i]);
}

/* The words from START to END, without the backslashes before signs. */
static void add_part(struct quick_line *line, enum quick_part part, const char *text, size_t start, size_t end)
{
	struct strbuf words = STRBUF_INIT, clean = STRBUF_INIT;
	struct strbuf *out = &line->parts[part];

	for (size_t i = start; i < end; i++)
		if (text[i] != '\\' || i + 1 >= end || part_of_sign(text[i + 1]) == QUICK_TITLE)
			strbuf_add_char(&words, text[i]);
	viet_clean(words.text ? words.text : "", words.length, &clean);
	if (part == QUICK_SECTION && clean.length)
		strbuf_clear(out);
	if (clean.length)
		strbuf_addf(out, "%s%s", out->length ? part == QUICK_TITLE ? " " : "; " : "", clean.text);
	strbuf_release(&words);
	strbuf_release(&clean);
}

/* Paths have no blanks: what stands behind one is the title's. */
static bool ends_section(enum quick_part part, char sign)
{
	return part == QUICK_SECTION && sign == ' ';
}

void quick_line_parse(const char *text, struct quick_line *line)
{
	enum quick_part part = QUICK_TITLE;
	size_t start = 0, at;

	for (at = 0; text[at]; at++) {
		enum quick_part begins = part_at(text, at);

		if (begins == QUICK_TITLE && !ends_section(part, text[at]))
			continue;
		add_part(line, part, text, start, at);
		part = begins;
		start = at + 1;
	}
	add_part(line, part, text, start, at);
}

enum quick_part quick_line_tail(const char *text, size_t *start)
{
	enum quick_part part = QUICK_TITLE;

	*start = 0;
	for (size_t at = 0; text[at]; at++) {
		enum quick_part begins = part_at(text, at);

		if (begins != QUICK_TITLE || ends_section(part, text[at]))
			part = begins;
		if (begins != QUICK_TITLE || (text[at] == ';' && (part == QUICK_LEADS || part == QUICK_COORDINATORS)))
			*start = at + 1;
	}
	while (text[*start] == ' ')
		(*start)++;
	return part;
}
