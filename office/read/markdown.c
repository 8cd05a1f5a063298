#include <config.h>

#include "office/read/markdown.h"

#include <string.h>
#include <strings.h>

struct line {
	const char *text;
	size_t length;
};

/* The line at AT without its end; false behind the last. */
static bool next_line(const char *text, size_t length, size_t *at, struct line *line)
{
	const char *end;

	if (*at >= length)
		return false;
	end = memchr(text + *at, '\n', length - *at);
	line->text = text + *at;
	line->length = end ? (size_t)(end - line->text) : length - *at;
	*at += line->length + 1;
	if (line->length && line->text[line->length - 1] == '\r')
		line->length--;
	return true;
}

static struct line trimmed(struct line line)
{
	while (line.length && (*line.text == ' ' || *line.text == '\t')) {
		line.text++;
		line.length--;
	}
	while (line.length && strchr(" \t", line.text[line.length - 1]))
		line.length--;
	return line;
}

/* --- what lines are ----------------------------------------------------- */

/* How many signs begin a heading: "## " 3; 0: it is none. */
static size_t heading_signs(struct line line)
{
	size_t signs = 0;

	while (signs < line.length && line.text[signs] == '#')
		signs++;
	return signs && signs <= 6 && signs < line.length && line.text[signs] == ' ' ? signs + 1 : 0;
}

static bool has_bar(struct line line)
{
	return line.length && memchr(line.text, '|', line.length);
}

/* "|---|:--:|": below the headings of a table. */
static bool is_rule(struct line line)
{
	size_t dashes = 0;

	line = trimmed(line);
	for (size_t i = 0; i < line.length; i++) {
		if (!strchr("|-: \t", line.text[i]))
			return false;
		dashes += line.text[i] == '-';
	}
	return dashes && has_bar(line);
}

static bool is_bold(struct line line)
{
	line = trimmed(line);
	if (line.length > 2 && strchr("-*+", *line.text) && line.text[1] == ' ') {	/* a point of a list */
		line.text += 2;
		line.length -= 2;
	}
	return line.length > 4 && !strncmp(line.text, "**", 2) && memmem(line.text + 2, line.length - 2, "**", 2);
}

bool markdown_is(const char *text, size_t length)
{
	struct line line, before = { "", 0 };
	size_t at = 0;
	int bold = 0;

	while (next_line(text, length, &at, &line)) {
		if (heading_signs(line) || (is_rule(line) && has_bar(before)))
			return true;
		bold += is_bold(line);
		before = line;
	}
	return bold >= 2;
}

/* --- reading ------------------------------------------------------------ */

static bool is_escape(struct line line, size_t at)
{
	return line.text[at] == '\\' && at + 1 < line.length && strchr("\\`*_{}[]()#+-.!|<>~", line.text[at + 1]);
}

static size_t break_at(struct line line, size_t at)
{
	static const char *const breaks[] = { "<br>", "<br/>", "<br />" };

	for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++)
		if (line.length - at >= strlen(breaks[i]) && !strncasecmp(line.text + at, breaks[i], strlen(breaks[i])))
			return strlen(breaks[i]);
	return 0;
}

/* "*nghiêng*": one star that stands against a word on one side only; a bullet or a product stands free. */
static bool is_emphasis(struct line line, size_t at)
{
	bool free_before = !at || strchr(" (|", line.text[at - 1]), free_behind = at + 1 == line.length ||
			   strchr(" ).,;:|", line.text[at + 1]);

	return line.text[at] == '*' && free_before != free_behind;
}

/* The words of a line or cell without the signs that say how they look. */
static void add_words(struct line line, struct strbuf *out)
{
	for (size_t i = 0; i < line.length; i++) {
		size_t taken = break_at(line, i);

		if (taken) {
			strbuf_add_char(out, '\n');
			i += taken - 1;
		} else if (is_escape(line, i)) {
			strbuf_add_char(out, line.text[++i]);
		} else if (i + 1 < line.length && (!strncmp(line.text + i, "**", 2) || !strncmp(line.text + i, "__", 2))) {
			i++;
		} else if (!is_emphasis(line, i)) {
			strbuf_add_char(out, line.text[i]);
		}
	}
}

static void read_prose(struct line line, struct page *page)
{
	struct strbuf words = STRBUF_INIT;
	size_t signs = heading_signs(line);

	line.text += signs;
	line.length -= signs;
	add_words(line, &words);
	page_add(page, words.text, words.length);
	strbuf_release(&words);
}

static void read_row(struct line line, struct page *page)
{
	struct strbuf words = STRBUF_INIT;
	size_t start = 0;

	line = trimmed(line);
	if (line.length && *line.text == '|')
		start++;
	if (line.length > start + 1 && line.text[line.length - 1] == '|' && line.text[line.length - 2] != '\\')
		line.length--;
	page_begin_row(page);
	while (start <= line.length) {
		size_t end = start;

		while (end < line.length && line.text[end] != '|')
			end += is_escape(line, end) ? 2 : 1;
		if (end > line.length)
			end = line.length;
		strbuf_clear(&words);
		add_words(trimmed((struct line){ line.text + start, end - start }), &words);
		page_begin_cell(page, 1, 1);
		page_add(page, words.text, words.length);
		page_end_cell(page);
		start = end + 1;
	}
	strbuf_release(&words);
}

void markdown_read(const char *text, size_t length, struct page *page)
{
	struct line line, next;
	size_t at = 0, ahead;
	bool in_table = false;

	page->keep_line = true;
	while (next_line(text, length, &at, &line) && !page->overflow) {
		page->line++;
		ahead = at;
		if (in_table && !has_bar(line)) {
			page_end_table(page);
			in_table = false;
		} else if (!in_table && has_bar(line) && next_line(text, length, &ahead, &next) && is_rule(next)) {
			page_begin_table(page);
			in_table = true;
		}
		if (!in_table)
			read_prose(line, page);
		else if (!is_rule(line))
			read_row(line, page);
	}
	if (in_table)
		page_end_table(page);
	page->keep_line = false;
}
