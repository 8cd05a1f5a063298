#include "core/intake/intake.h"

#include <string.h>

#include "core/viet/viet.h"

enum { TAB = 8 };

/* Columns of white space before the first visible character: blanks, tabs, NBSP. */
static int indent_of(const char *line, size_t length)
{
	int columns = 0;

	for (size_t i = 0; i < length; i++) {
		if (line[i] == '\t')
			columns += TAB - columns % TAB;
		else if (line[i] == ' ')
			columns++;
		else if (i + 1 < length && !strncmp(line + i, "\xC2\xA0", 2))
			columns++, i++;
		else
			break;
	}
	return columns;
}

void manuscript_add_cell(struct manuscript *manuscript, int line, struct cell_place cell, const char *text, size_t length)
{
	struct strbuf clean = STRBUF_INIT, original = STRBUF_INIT;
	struct paragraph paragraph = { .line = line, .indent = indent_of(text, length), .cell = cell };

	viet_clean(text, length, &clean);
	viet_nfc(text, length, &original);
	paragraph.text = strbuf_detach(&clean);
	paragraph.original = strbuf_detach(&original);
	paragraph_list_add(&manuscript->paragraphs, &paragraph);
}

void manuscript_add(struct manuscript *manuscript, int line, const char *text, size_t length)
{
	manuscript_add_cell(manuscript, line, (struct cell_place){ 0 }, text, length);
}

void manuscript_from_text(const char *text, size_t length, struct manuscript *out)
{
	size_t at = 0;

	paragraph_list_clear(&out->paragraphs);
	for (int number = 1; at < length; number++) {
		size_t end = at;

		while (end < length && text[end] != '\n' && text[end] != '\r')
			end++;
		manuscript_add(out, number, text + at, end - at);
		at = end + 1;
		if (end + 1 < length && text[end] == '\r' && text[end + 1] == '\n')
			at++;
	}
}
