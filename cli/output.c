#include "cli/output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"

enum { NARROW_TEXT = 20 };	/* columns below which values are not wrapped */

static int write_failed;	/* errno of the first write to standard output that failed */

static void put(FILE *stream, const char *text, size_t length)
{
	if (fwrite(text, 1, length, stream) < length && stream == stdout && !write_failed)
		write_failed = errno;
}

bool output_failed(void)
{
	return write_failed != 0;
}

/* --- letters ---------------------------------------------------------------- */

static enum charset { CHARSET_AUTO, CHARSET_UTF8, CHARSET_ASCII, CHARSET_COUNT } charset;

bool output_set_charset(const char *word)
{
	static const char *const words[CHARSET_COUNT] = {
		[CHARSET_AUTO] = "auto", [CHARSET_UTF8] = "utf-8", [CHARSET_ASCII] = "ascii",
	};

	for (int i = 0; i < CHARSET_COUNT; i++) {
		if (strcmp(word, words[i]) != 0)
			continue;
		charset = (enum charset)i;
		return true;
	}
	return false;
}

static bool is_ascii(FILE *stream)
{
	const char *term = getenv("TERM");

	if (charset != CHARSET_AUTO)
		return charset == CHARSET_ASCII;
	return term && !strncmp(term, "linux", strlen("linux")) && isatty(fileno(stream));
}

bool output_charset_given(void)
{
	return charset != CHARSET_AUTO;
}

bool output_is_ascii(void)
{
	return is_ascii(stdout);
}

/* --- text ------------------------------------------------------------------- */

/* Append each line masked, the line ends kept. */
static void mask(const char *text, size_t length, struct strbuf *out)
{
	for (size_t at = 0; at < length;) {
		const char *end = memchr(text + at, '\n', length - at);
		size_t line = end ? (size_t)(end - text) - at : length - at;

		viet_show(text + at, line, out);
		if (end)
			strbuf_add_char(out, '\n');
		at += line + 1;
	}
}

/* TEXT is masked. */
static void put_shown(FILE *stream, const char *text, size_t length)
{
	struct strbuf ascii = STRBUF_INIT;

	if (is_ascii(stream)) {
		viet_ascii(text, length, &ascii);
		put(stream, ascii.text, ascii.length);
	} else {
		put(stream, text, length);
	}
	strbuf_release(&ascii);
}

static void put_text(FILE *stream, const char *text, size_t length)
{
	struct strbuf shown = STRBUF_INIT;

	mask(text, length, &shown);
	put_shown(stream, shown.text, shown.length);
	strbuf_release(&shown);
}

void print_text(const char *text, size_t length)
{
	put_text(stdout, text, length);
}

/* Asked for every line of a stream. */
static bool is_terminal(void)
{
	static int known = -1;

	if (known < 0)
		known = isatty(STDOUT_FILENO);
	return known;
}

void print_data(const char *text, size_t length)
{
	struct strbuf shown = STRBUF_INIT;

	if (!is_terminal()) {
		put(stdout, text, length);
		return;
	}
	mask(text, length, &shown);
	put(stdout, shown.text, shown.length);
	strbuf_release(&shown);
}

void print_line(const char *format, ...)
{
	va_list ap;
	char *text, *line;

	va_start(ap, format);
	text = xvasprintf(format, ap);
	va_end(ap);
	line = xasprintf("%s\n", text);
	print_text(line, strlen(line));
	free(line);
	free(text);
}

void print_error(const char *sentence)
{
	struct strbuf line = STRBUF_INIT;

	fflush(stdout);
	strbuf_add_text(&line, "kehoach: ");
	viet_show(sentence, strlen(sentence), &line);	/* one line, whatever a file is called */
	strbuf_add_char(&line, '\n');
	put_shown(stderr, line.text, line.length);
	strbuf_release(&line);
}

/* Columns of the terminal; 0 when the output is none. */
static int terminal_width(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_col)
		return 0;
	return size.ws_col;
}

static bool has_colours(void)
{
	const char *none = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && !(none && *none) && term && strcmp(term, "dumb") != 0;
}

/* The headings stand out where the terminal can do that. */
static void print_with_heading(const struct strbuf *text)
{
	const char *end = strchr(text->text, '\n');
	size_t heading = end ? (size_t)(end - text->text) : 0;

	if (!heading || !has_colours()) {
		put_shown(stdout, text->text, text->length);
		return;
	}
	put(stdout, "\033[1m", 4);
	put_shown(stdout, text->text, heading);
	put(stdout, "\033[0m", 4);
	put_shown(stdout, text->text + heading, text->length - heading);
}

void print_table(const struct table *table, enum table_format format, const char *empty)
{
	struct strbuf text = STRBUF_INIT;

	table_print(table, format, terminal_width(), &text);
	if (format != FORMAT_TABLE)
		print_data(text.text, text.length);
	else if (text.length)
		print_with_heading(&text);
	else
		print_line("%s", empty);
	strbuf_release(&text);
}

static const char *words(const char *cell)
{
	return cell ? cell : "";
}

/* Several lines, all but the first behind INDENT blanks. */
static void add_wrapped(const char *value, int indent, int width, struct strbuf *out)
{
	size_t length = strlen(value);

	for (size_t at = 0; at < length;) {
		size_t next = length - at;
		size_t line = width ? viet_wrap(value + at, length - at, width, &next) : strcspn(value + at, "\n");

		if (!width)
			next = line + (value[at + line] == '\n');
		if (at)
			strbuf_addf(out, "%*s", indent, "");
		viet_show(value + at, line, out);
		strbuf_add_char(out, '\n');
		at += next;
	}
}

void print_fields(const struct table *table, enum table_format format)
{
	struct strbuf out = STRBUF_INIT;
	int indent = 0;
	int width = terminal_width();

	if (format != FORMAT_TABLE) {
		print_table(table, format, "");
		return;
	}
	for (size_t i = 0; i < table->count; i += 2) {
		int label = viet_width(words(table->cells[i]), strlen(words(table->cells[i]))) + 2;

		indent = label > indent ? label : indent;
	}
	width = width > indent + NARROW_TEXT ? width - indent : 0;
	for (size_t i = 0; i < table->count; i += 2) {
		viet_pad(words(table->cells[i]), strlen(words(table->cells[i])), indent, false, &out);
		add_wrapped(words(table->cells[i + 1]), indent, width, &out);
	}
	put_shown(stdout, out.text, out.length);
	strbuf_release(&out);
}

enum status output_end(struct error *err)
{
	if (fflush(stdout) && !write_failed)
		write_failed = errno;
	if (!write_failed || write_failed == EPIPE)
		return OK;
	if (write_failed == ENOSPC || write_failed == EFBIG)
		return error_set(err, STATUS_FULL, _("Không ghi hết được kết quả vì đĩa đầy; hãy dọn bớt chỗ rồi chạy lại."));
	return error_set(err, STATUS_IO, _("Không ghi được kết quả ra đầu ra chuẩn (%s); hãy xem lại nơi nhận kết quả."), strerror(write_failed));
}
