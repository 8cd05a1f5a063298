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

static void add_line(struct manuscript *out, int number, const char *line, size_t length)
{
	struct strbuf text = STRBUF_INIT, original = STRBUF_INIT;
	struct paragraph paragraph = { .line = number, .indent = indent_of(line, length) };

	viet_clean(line, length, &text);
	viet_nfc(line, length, &original);
	paragraph.text = strbuf_detach(&text);
	paragraph.original = strbuf_detach(&original);
	paragraph_list_add(&out->paragraphs, &paragraph);
}

void manuscript_from_text(const char *text, size_t length, struct manuscript *out)
{
	size_t at = 0;

	paragraph_list_clear(&out->paragraphs);
	for (int number = 1; at < length; number++) {
		size_t end = at;

		while (end < length && text[end] != '\n' && text[end] != '\r')
			end++;
		add_line(out, number, text + at, end - at);
		at = end + 1;
		if (end + 1 < length && text[end] == '\r' && text[end + 1] == '\n')
			at++;
	}
}
