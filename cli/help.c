/* Help, made from the tables of commands and options. */
#include "cli/command.h"

#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/viet/viet.h"

enum { INDENT = 2, LEFT = 24, WIDTH = 79 };	/* columns: before a term, of a term, of a line */

/* A term and what it means, side by side; the meaning is wrapped. */
static void add_entry(const char *term, const char *meaning, struct strbuf *out)
{
	size_t length = strlen(meaning);

	bool long_term = viet_width(term, strlen(term)) >= LEFT;

	strbuf_addf(out, "%*s", INDENT, "");
	if (long_term)
		strbuf_addf(out, "%s\n", term);
	else
		viet_pad(term, strlen(term), LEFT, false, out);
	for (size_t at = 0; at < length;) {
		size_t next;
		size_t line = viet_wrap(meaning + at, length - at, WIDTH - LEFT - INDENT, &next);

		if (at || long_term)
			strbuf_addf(out, "%*s", LEFT + INDENT, "");
		strbuf_addf(out, "%.*s\n", (int)line, meaning + at);
		at += next;
	}
}

static void add_option(enum option_id id, struct strbuf *out)
{
	const struct option_row *row = option_row(id);
	struct strbuf term = STRBUF_INIT;

	if (row->letter)
		strbuf_addf(&term, "-%c, ", row->letter);
	strbuf_addf(&term, "--%s", row->name);
	if (row->argument)
		strbuf_addf(&term, " %s", _(row->argument));
	add_entry(term.text, _(row->help), out);
	strbuf_release(&term);
}

static void add_global_options(struct strbuf *out)
{
	strbuf_addf(out, "\n%s\n", _("Tùy chọn chung (đứng ở đâu cũng được; «--» kết thúc các tùy chọn):"));
	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_is_global((enum option_id)i))
			add_option((enum option_id)i, out);
}

static void add_program(struct strbuf *out)
{
	strbuf_addf(out, "%s\n\n%s\n\n%s\n",
		    _("kehoach theo dõi một kế hoạch hành chính đến khi xong."),
		    _("Cách dùng: kehoach [TÙY CHỌN] [LỆNH …]; không có lệnh thì mở bàn làm việc."), _("Lệnh:"));
	for (size_t i = 0; command_at(i); i++) {
		const struct command *command = command_at(i);
		char *term = xasprintf("%s %s", command->name, *command->usage ? _(command->usage) : "");

		add_entry(term, _(command->help), out);
		free(term);
	}
	add_global_options(out);
}

static void add_command(const struct command *command, struct strbuf *out)
{
	strbuf_addf(out, _("Cách dùng: kehoach %s %s"), command->name, *command->usage ? _(command->usage) : "");
	strbuf_addf(out, "\n%s.\n", _(command->help));
	if (command->options)
		strbuf_addf(out, "\n%s\n", _("Tùy chọn:"));
	for (int i = 0; i < OPTION_COUNT; i++)
		if (command->options & OPTION_BIT_OF(i))
			add_option((enum option_id)i, out);
	add_global_options(out);
}

void help_print(const struct command *command)
{
	struct strbuf out = STRBUF_INIT;

	if (command)
		add_command(command, &out);
	else
		add_program(&out);
	print_text(out.text, out.length);
	strbuf_release(&out);
}
