/*
 * The functions of core/viet for scripts and for tests from outside, on
 * standard input; decoding has a file of its own. Knows no database.
 */
#include "cli/command.h"

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "cli/text.h"
#include "core/base/gettext.h"
#include "core/viet/input.h"
#include "core/viet/viet.h"

/* --- standard input --------------------------------------------------------- */

/* One line without its end; -1 after the last. */
static ssize_t read_line(char **line, size_t *cap)
{
	ssize_t length = getline(line, cap, stdin);

	if (length > 0 && (*line)[length - 1] == '\n')
		length--;
	if (length > 0 && (*line)[length - 1] == '\r')
		length--;
	if (length >= 0)
		(*line)[length] = '\0';
	return length;
}

/* All of it; the end of its last line is not part of the text. */
static void read_all(struct strbuf *out)
{
	char bytes[65536];
	size_t length;

	while ((length = fread(bytes, 1, sizeof bytes, stdin)) > 0)
		strbuf_add(out, bytes, length);
	if (out->length && out->text[out->length - 1] == '\n')
		strbuf_truncate(out, out->length - 1);
	if (out->length && out->text[out->length - 1] == '\r')
		strbuf_truncate(out, out->length - 1);
}

enum verb { TELEX, VNI, VIQR, FOLD, NFC, SORT, MATCH, WIDTH, SHOW, CUT, WRAP, VERB_COUNT };

/* --- a line in, a line out -------------------------------------------------- */

/* What a command line asks for. */
struct request {
	enum verb verb;
	const char *query;
	int columns;
	enum viet_tone_style style;
};

static void fold_line(const struct request *request, const char *line, size_t length, struct strbuf *out)
{
	(void)request;
	viet_search_key(line, length, out);
}

static void compose_marks(const struct request *request, const char *line, size_t length, struct strbuf *out)
{
	(void)request;
	viet_nfc(line, length, out);
}

static void compose_keys(const struct request *request, const char *line, size_t length, struct strbuf *out)
{
	static const enum viet_method methods[] = { [TELEX] = VIET_TELEX, [VNI] = VIET_VNI, [VIQR] = VIET_VIQR };

	viet_input_line(methods[request->verb], request->style, line, length, out);
}

static void map_lines(const struct request *request,
		      void (*map)(const struct request *, const char *, size_t, struct strbuf *))
{
	struct strbuf out = STRBUF_INIT;
	char *line = NULL;
	size_t cap = 0;
	ssize_t length;

	while (!output_failed() && (length = read_line(&line, &cap)) >= 0) {
		strbuf_clear(&out);
		map(request, line, (size_t)length, &out);
		strbuf_add_char(&out, '\n');
		print_data(out.text, out.length);
	}
	free(line);
	strbuf_release(&out);
}

/* --- lines in another order ------------------------------------------------- */

struct ranked_line {
	struct strbuf text;
	char *key;	/* compared first, as a string */
	int score;	/* the higher, the earlier */
	size_t number;	/* keeps the order of the input where all else is the same */
};

struct ranked_lines {
	struct ranked_line *items;
	size_t count, cap;
};

static int compare_lines(const void *left, const void *right)
{
	const struct ranked_line *a = left, *b = right;
	int order = strcmp(a->key, b->key);

	if (order)
		return order;
	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	return a->number < b->number ? -1 : 1;
}

/* Takes KEY. */
static void add_line(struct ranked_lines *lines, const char *text, size_t length, char *key, int score)
{
	struct ranked_line line = { STRBUF_INIT, key, score, lines->count };

	strbuf_add(&line.text, text, length);
	strbuf_add_char(&line.text, '\n');
	GROW(lines->items, lines->count + 1, lines->cap);
	lines->items[lines->count++] = line;
}

/* Print the lines in order and free them. */
static void finish_lines(struct ranked_lines *lines)
{
	if (lines->count)
		qsort(lines->items, lines->count, sizeof *lines->items, compare_lines);
	for (size_t i = 0; i < lines->count; i++) {
		print_data(lines->items[i].text.text, lines->items[i].text.length);
		strbuf_release(&lines->items[i].text);
		free(lines->items[i].key);
	}
	free(lines->items);
}

static void sort_lines(void)
{
	struct ranked_lines lines = { 0 };
	char *line = NULL;
	size_t cap = 0;
	ssize_t length;

	while ((length = read_line(&line, &cap)) >= 0) {
		struct strbuf key = STRBUF_INIT;

		viet_sort_key(line, (size_t)length, &key);
		add_line(&lines, line, (size_t)length, strbuf_detach(&key), 0);
	}
	free(line);
	finish_lines(&lines);
}

static void match_lines(const char *text)
{
	struct viet_query *query = viet_query_new(text);
	struct ranked_lines lines = { 0 };
	char *line = NULL;
	size_t cap = 0;
	ssize_t length;

	while ((length = read_line(&line, &cap)) >= 0) {
		int score = viet_query_match(query, line);

		if (score > 0)
			add_line(&lines, line, (size_t)length, xstrdup(""), score);
	}
	viet_query_free(query);
	free(line);
	finish_lines(&lines);
}

/* --- the input as one string ------------------------------------------------ */

static void print_shown(const char *text, size_t length)
{
	struct strbuf out = STRBUF_INIT;

	viet_show(text, length, &out);
	strbuf_add_char(&out, '\n');
	print_text(out.text, out.length);
	strbuf_release(&out);
}

static void print_cut(const struct strbuf *text, int columns)
{
	struct strbuf out = STRBUF_INIT;

	viet_clip(text->text, text->length, columns, &out);
	strbuf_add_char(&out, '\n');
	print_text(out.text, out.length);
	strbuf_release(&out);
}

static void print_wrapped(const struct strbuf *text, int columns)
{
	size_t next;

	for (size_t at = 0; at < text->length; at += next) {
		size_t line = viet_wrap(text->text + at, text->length - at, columns, &next);

		print_shown(text->text + at, line);
	}
}

/* --- the command ------------------------------------------------------------ */


enum operand { NO_OPERAND, QUERY, COLUMNS, TONE_STYLE };

static const struct {
	const char *name;
	enum operand operand;
	int least;	/* of a number of columns */
} verbs[VERB_COUNT] = {
	[TELEX] = { "telex", TONE_STYLE, 0 },
	[VNI] = { "vni", TONE_STYLE, 0 },
	[VIQR] = { "viqr", TONE_STYLE, 0 },
	[FOLD] = { "fold", NO_OPERAND, 0 },
	[NFC] = { "nfc", NO_OPERAND, 0 },
	[SORT] = { "sort", NO_OPERAND, 0 },
	[MATCH] = { "match", QUERY, 0 },
	[WIDTH] = { "width", NO_OPERAND, 0 },
	[SHOW] = { "show", NO_OPERAND, 0 },
	[CUT] = { "cut", COLUMNS, 0 },
	[WRAP] = { "wrap", COLUMNS, 1 },
};

static enum verb find_verb(const char *name)
{
	int verb = 0;

	while (verb < VERB_COUNT && strcmp(verbs[verb].name, name) != 0)
		verb++;
	return (enum verb)verb;
}

static bool read_columns(const char *word, int least, int *columns)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(word, &end, 10);
	if (end == word || *end || errno || number < least || number > INT_MAX)
		return false;
	*columns = (int)number;
	return true;
}

static void run(const struct request *request)
{
	struct strbuf text = STRBUF_INIT;

	if (request->verb >= WIDTH)
		read_all(&text);
	switch (request->verb) {
	case TELEX: case VNI: case VIQR: map_lines(request, compose_keys); break;
	case FOLD: map_lines(request, fold_line); break;
	case NFC: map_lines(request, compose_marks); break;
	case SORT: sort_lines(); break;
	case MATCH: match_lines(request->query); break;
	case WIDTH: print_line("%d", viet_width(text.text, text.length)); break;
	case SHOW: print_shown(text.text, text.length); break;
	case CUT: print_cut(&text, request->columns); break;
	case WRAP: print_wrapped(&text, request->columns); break;
	case VERB_COUNT: break;
	}
	strbuf_release(&text);
}

static bool read_tone_style(const char *name, enum viet_tone_style *style)
{
	*style = strcmp(name, "new") ? VIET_TONE_OLD : VIET_TONE_NEW;
	return !strcmp(name, "old") || !strcmp(name, "new");
}

/* "--tone STYLE" or "--tone=STYLE", all that may follow the name of an input method. */
static enum status read_tone_option(int argc, char **argv, enum viet_tone_style *style, struct error *err)
{
	const char *option = argc > 2 ? argv[2] : NULL;
	bool one_word = option && !strncmp(option, "--tone=", strlen("--tone="));
	const char *name = one_word ? option + strlen("--tone=") : argc > 3 ? argv[3] : "";

	*style = VIET_TONE_OLD;
	if (!option)
		return OK;
	if ((!one_word && strcmp(option, "--tone") != 0) || argc > (one_word ? 3 : 4))
		return error_set(err, STATUS_INVALID,
				 _("«kehoach text %s» chỉ nhận thêm «--tone old» hoặc «--tone new»; các phím được đọc "
				   "từ đầu vào chuẩn."), argv[1]);
	if (!read_tone_style(name, style))
		return error_set(err, STATUS_INVALID,
				 _("«%s» không phải kiểu đặt dấu thanh; hãy viết «--tone old» (hòa) hoặc «--tone new» (hoà)."),
				 name);
	return OK;
}

static enum status read_words(int argc, char **argv, struct request *out, struct error *err)
{
	const char *name = argc > 1 ? argv[1] : "";
	enum verb found = find_verb(name);
	int words;

	if (found == VERB_COUNT)
		return error_set(err, STATUS_INVALID,
				 _("«kehoach text» không có việc «%s»; các việc là telex, vni, viqr, fold, nfc, sort, "
				   "match CHUỖI, width, show, cut N, wrap N, decode."), name);
	out->verb = found;
	if (verbs[found].operand == TONE_STYLE)
		return read_tone_option(argc, argv, &out->style, err);
	words = verbs[found].operand == NO_OPERAND ? 2 : 3;
	if (argc < words)
		return error_set(err, STATUS_INVALID, _("«kehoach text %s» cần thêm một từ: %s."), name,
				 verbs[found].operand == QUERY ? _("chuỗi cần tìm") : _("số cột"));
	if (argc > words)
		return error_set(err, STATUS_INVALID,
				 _("«kehoach text %s» không nhận thêm «%s»; văn bản được đọc từ đầu vào chuẩn."),
				 name, argv[words]);
	out->query = argc > 2 ? argv[2] : "";
	if (verbs[found].operand == COLUMNS && !read_columns(argv[2], verbs[found].least, &out->columns))
		return error_set(err, STATUS_INVALID,
				 _("«%s» không phải số cột; hãy viết một số nguyên từ %d trở lên."),
				 argv[2], verbs[found].least);
	return OK;
}

/* "--" ends options: what follows it is a word, whatever it begins with. */
static int drop_end_of_options(int argc, char **argv)
{
	if (argc < 3 || strcmp(argv[2], "--") != 0)
		return argc;
	for (int i = 2; i + 1 < argc; i++)
		argv[i] = argv[i + 1];
	return argc - 1;
}

/* The exit code; main() sees to what cannot be written. */
static int run_line(int argc, char **argv)
{
	struct error err = ERROR_INIT;
	struct request request = { 0 };
	int code = TEXT_DONE;

	if (argc > 1 && !strcmp(argv[1], "decode"))
		return text_decode(argc - 1, argv + 1);
	argc = drop_end_of_options(argc, argv);
	if (read_words(argc, argv, &request, &err) != OK) {
		code = TEXT_MISUSE;
	} else {
		run(&request);
		if (ferror(stdin)) {
			error_set(&err, STATUS_IO,
				  _("Không đọc được đầu vào chuẩn; hãy đưa văn bản vào bằng «<» hoặc «|»."));
			code = TEXT_REFUSED;
		}
	}
	if (code != TEXT_DONE)
		print_error(error_text(&err));
	error_release(&err);
	return code;
}

const struct command command_text = {
	.name = "text", .usage = N_("VIỆC"),
	.help = N_("xử lý chữ Việt từ đầu vào chuẩn: telex, vni, viqr [--tone old|new], fold, nfc, sort, match CHUỖI, width, show, cut N, wrap N; decode [--from BẢNG_MÃ] [--detect] [TỆP]"),
	.run_line = run_line,
};
