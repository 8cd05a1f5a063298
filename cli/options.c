#include "cli/options.h"

#include <getopt.h>
#include <string.h>

#include "cli/command.h"
#include "cli/language.h"
#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/viet/viet.h"

enum { NO_OPTION = 1 };		/* what getopt_long() returns for a word, since the letters begin with "-" */

static const struct option_row rows[OPTION_COUNT] = {
#define X(id, name, letter, argument, is_file, help) { name, letter, argument, is_file, help },
	OPTIONS(X)
#undef X
};

const struct option_row *option_row(enum option_id option)
{
	return &rows[option];
}

bool option_is_global(enum option_id option)
{
	return option <= OPTION_VERSION;
}

bool option_given(const struct arguments *arguments, enum option_id option)
{
	return arguments->values[option].count > 0;
}

const char *option_value(const struct arguments *arguments, enum option_id option)
{
	const struct string_list *values = &arguments->values[option];

	return values->count ? values->items[values->count - 1] : NULL;
}

char *words_from(const struct arguments *arguments, size_t first)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = first; i < arguments->words.count; i++)
		strbuf_addf(&text, "%s%s", i > first ? " " : "", arguments->words.items[i]);
	return strbuf_detach(&text);
}

void arguments_release(struct arguments *arguments)
{
	for (size_t i = 0; i < OPTION_COUNT; i++)
		string_list_release(&arguments->values[i]);
	string_list_release(&arguments->words);
	*arguments = (struct arguments){ 0 };
}

/* --- getopt's tables ---------------------------------------------------- */

/* Codes of long options lie above all letters. */
enum { FIRST_CODE = 256 };

static void make_tables(struct option *longs, char *letters)
{
	*letters++ = '-';
	*letters++ = ':';
	for (int i = 0; i < OPTION_COUNT; i++) {
		longs[i] = (struct option){ rows[i].name, rows[i].argument ? required_argument : no_argument, NULL,
					    FIRST_CODE + i };
		if (!rows[i].letter)
			continue;
		*letters++ = rows[i].letter;
		if (rows[i].argument)
			*letters++ = ':';
	}
	longs[OPTION_COUNT] = (struct option){ 0 };
	*letters = '\0';
}

static enum option_id option_of_code(int code)
{
	if (code >= FIRST_CODE)
		return (enum option_id)(code - FIRST_CODE);
	for (int i = 0; i < OPTION_COUNT; i++)
		if (rows[i].letter == code)
			return (enum option_id)i;
	BUG("option letter %d", code);
}

/* --- values ------------------------------------------------------------- */

static enum status add_text(struct string_list *list, const char *text, struct error *err)
{
	struct strbuf nfc = STRBUF_INIT;

	if (!viet_is_utf8(text, strlen(text), NULL))
		return error_set(err, STATUS_INVALID,
				 _("Chữ trên dòng lệnh không phải UTF-8; hãy đặt bảng mã của cửa sổ lệnh là UTF-8 rồi gõ lại."));
	viet_nfc(text, strlen(text), &nfc);
	string_list_add_owned(list, strbuf_detach(&nfc));
	return OK;
}

static enum status add_option(struct arguments *arguments, enum option_id option, const char *value, struct error *err)
{
	enum status status = OK;

	if (rows[option].is_file || !value)
		string_list_add(&arguments->values[option], value ? value : "");
	else
		status = add_text(&arguments->values[option], value, err);
	if (status == OK && option == OPTION_LANG && !language_set(value))
		status = error_set(err, STATUS_INVALID, _("Không có ngôn ngữ «%s»; dùng vi hoặc en."), value);
	if (status == OK && option == OPTION_CHARSET && !output_set_charset(value))
		status = error_set(err, STATUS_INVALID, _("Không có bộ chữ «%s»; dùng utf-8, ascii hoặc auto."), value);
	return status;
}

static enum status add_word(struct arguments *arguments, const char *word, struct error *err)
{
	if (!arguments->command) {
		arguments->command = command_find(word);
		if (arguments->command)
			return OK;
		return error_set(err, STATUS_INVALID, _("Không có lệnh «%s»; xem các lệnh bằng «kehoach --help»."), word);
	}
	if (arguments->command->flags & COMMAND_FILES) {
		string_list_add(&arguments->words, word);
		return OK;
	}
	return add_text(&arguments->words, word, err);
}

/* In a filter, "-" before a word negates it: "-lead:SNV" is no option. */
static bool is_negated_word(const struct arguments *arguments, const char *word)
{
	return arguments->command && arguments->command->flags & COMMAND_FILTER && word[0] == '-' && word[1] &&
	       word[1] != '-';
}

static bool reads_its_own_line(const struct arguments *arguments)
{
	return arguments->command && arguments->command->run_line;
}

/* The option that getopt_long() has just refused, as it was written. */
static char *refused_option(char **argv)
{
	return optopt > 0 && optopt < FIRST_CODE ? xasprintf("-%c", optopt) : xstrdup(argv[optind - 1]);
}

static enum status refuse_option(int code, char **argv, struct error *err)
{
	char *option = refused_option(argv);

	if (code == ':')
		error_set(err, STATUS_INVALID, _("Tùy chọn «%s» còn thiếu giá trị; xem «kehoach --help»."), option);
	else
		error_set(err, STATUS_INVALID,
			  _("Không dùng được tùy chọn «%s»; xem «kehoach --help», và viết «--» trước chữ bắt đầu bằng dấu gạch."),
			  option);
	free(option);
	return STATUS_INVALID;
}

static enum status read_options(int argc, char **argv, struct arguments *arguments, struct error *err)
{
	struct option longs[OPTION_COUNT + 1];
	char letters[2 * OPTION_COUNT + 3];
	enum status status = OK;

	make_tables(longs, letters);
	opterr = 0;
	while (status == OK && !reads_its_own_line(arguments)) {
		int code;

		if (optind < argc && is_negated_word(arguments, argv[optind])) {
			status = add_word(arguments, argv[optind++], err);
			continue;
		}
		code = getopt_long(argc, argv, letters, longs, NULL);
		if (code == -1)
			break;
		if (code == NO_OPTION)
			status = add_word(arguments, optarg, err);
		else if (code == ':' || code == '?')
			status = refuse_option(code, argv, err);
		else
			status = add_option(arguments, option_of_code(code), optarg, err);
	}
	return status;
}

/* --- the whole ---------------------------------------------------------- */

static enum status refuse_foreign_options(const struct arguments *arguments, struct error *err)
{
	const struct command *command = arguments->command;

	for (int i = 0; i < OPTION_COUNT; i++) {
		if (!option_given(arguments, (enum option_id)i) || option_is_global((enum option_id)i))
			continue;
		if (!command)
			return error_set(err, STATUS_INVALID, _("Tùy chọn «--%s» phải đi cùng một lệnh; xem «kehoach --help»."),
					 rows[i].name);
		if (!(command->options & OPTION_BIT_OF(i)))
			return error_set(err, STATUS_INVALID, _("Lệnh «%s» không có tùy chọn «--%s»; xem «kehoach %s --help»."),
					 command->name, rows[i].name, command->name);
	}
	return OK;
}

static enum status refuse_count(const struct arguments *arguments, struct error *err)
{
	const struct command *command = arguments->command;
	size_t count = arguments->words.count;

	if (!command || option_given(arguments, OPTION_HELP))
		return OK;
	if (count < command->least)
		return error_set(err, STATUS_INVALID, _("Lệnh «%s» còn thiếu thông tin; hãy viết như «kehoach %s %s»."), command->name, command->name,
				 _(command->usage));
	if (count > command->most)
		return error_set(err, STATUS_INVALID, _("Lệnh «%s» không hiểu «%s»; xem «kehoach %s --help»."), command->name,
				 arguments->words.items[command->most], command->name);
	return OK;
}

enum status arguments_read(int argc, char **argv, struct arguments *out, struct error *err)
{
	enum status status = read_options(argc, argv, out, err);

	if (status == OK && reads_its_own_line(out)) {
		/* The name itself was read last. */
		out->rest = argv + optind - 1;
		out->rest_count = argc - optind + 1;
		return OK;
	}
	while (status == OK && optind < argc)
		status = add_word(out, argv[optind++], err);
	if (status == OK)
		status = refuse_foreign_options(out, err);
	if (status == OK)
		status = refuse_count(out, err);
	return status;
}
