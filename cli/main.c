/*
 * main.c: start, find the command, open what it needs, run it, show its error.
 */
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/database.h"
#include "cli/importer.h"
#include "cli/language.h"
#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/viet/viet.h"
#include "db/db.h"
#include "office/office.h"
#include "tui/tui.h"

enum exit_code { EXIT_DONE, EXIT_REFUSED, EXIT_MISUSE, EXIT_STORAGE };

/* $KEHOACH_NOW stops the clock, for tests. */
static enum status freeze_clock(struct error *err)
{
	const char *now = getenv("KEHOACH_NOW");
	long long seconds;

	if (!now || !*now)
		return OK;
	if (!time_from_iso(now, &seconds))
		return error_set(err, STATUS_INVALID, _("$KEHOACH_NOW phải là thời điểm như 2013-09-01T03:00:00Z."));
	clock_freeze(seconds);
	return OK;
}

static enum status read_charset(struct error *err)
{
	const char *word = getenv("KEHOACH_CHARSET");

	if (!word || !*word || output_set_charset(word))
		return OK;
	return error_set(err, STATUS_INVALID, _("$KEHOACH_CHARSET phải là utf-8, ascii hoặc auto."));
}

static const char *login_name(void)
{
	const struct passwd *entry = getpwuid(getuid());

	return entry ? entry->pw_name : "?";
}

/* Who acts; caller frees. */
static char *acting_user(const struct arguments *arguments)
{
	const char *name = option_value(arguments, OPTION_USER);
	struct strbuf clean = STRBUF_INIT;

	if (!name)
		name = getenv("KEHOACH_USER");
	if (name)
		viet_clean(name, strlen(name), &clean);
	if (!clean.length)
		viet_clean(login_name(), strlen(login_name()), &clean);
	return strbuf_detach(&clean);
}

static enum status read_format(struct cli *cli, struct error *err)
{
	const struct command *command = cli->arguments.command;
	const char *word = option_value(&cli->arguments, OPTION_FORMAT);

	/* An export has formats of its own. */
	if (!word || table_format_from_word(word, &cli->format) || (command && command->flags & COMMAND_FORMATS))
		return OK;
	return misuse(cli, err, _("Không có dạng «%s»; dùng table, json, csv hoặc tsv."), word);
}

/* Of the time of the plan, unless those of today were asked for. */
static enum status choose_names(struct cli *cli, struct error *err)
{
	const char *names = option_value(&cli->arguments, OPTION_NAMES);

	if (names && strcmp(names, "plan") != 0 && strcmp(names, "today") != 0)
		return misuse(cli, err, _("Không có kiểu tên «%s»; dùng plan hoặc today."), names);
	cli->store->todays_names = names && !strcmp(names, "today");
	return OK;
}

enum status open_store(struct cli *cli, unsigned int flags, struct error *err)
{
	const char *name = option_value(&cli->arguments, OPTION_DB);
	const char *plan = option_value(&cli->arguments, OPTION_PLAN);
	char *user;
	enum status status;

	if (!(flags & (COMMAND_STORE | COMMAND_OLD_STORE)))
		return OK;
	status = database_open(name, flags & COMMAND_STORE, &cli->store, err);
	if (status != OK)
		return status;
	user = acting_user(&cli->arguments);
	workbench_init(&cli->workbench, cli->store, user);
	free(user);
	if (flags & COMMAND_PLAN)
		status = workbench_find_plan(&cli->workbench, plan, &cli->plan, err);
	return status == OK ? choose_names(cli, err) : status;
}

bool has_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

enum status open_workbench(struct cli *cli, row_id review, struct error *err)
{
	const char *plan = option_value(&cli->arguments, OPTION_PLAN);
	struct office_importer importer;
	struct tui_options options = { .ascii = output_is_ascii(), .charset_given = output_charset_given(), .importer = &importer.importer, .review = review,
				       .new_version = option_given(&cli->arguments, OPTION_NEW_VERSION) };
	enum status status = plan ? workbench_find_plan(&cli->workbench, plan, &options.plan, err) : OK;
	int code;

	if (status != OK)
		return status;
	office_importer_init(&importer, NULL);
	code = tui_run(&cli->workbench, &options, err);
	cli->misused = code == EXIT_MISUSE;
	return code == EXIT_DONE ? OK : err->status;
}

static enum status run_command(struct cli *cli, struct error *err)
{
	const struct command *command = cli->arguments.command;
	unsigned int flags = command ? command->flags : COMMAND_STORE;
	row_id before = 0;
	enum status status = read_format(cli, err);

	if (status == OK)
		status = open_store(cli, flags, err);
	if (status == OK && flags & COMMAND_CHANGES)
		before = newest_change(cli);
	if (status == OK)
		status = command ? command->run(cli, err) : has_terminal() ? open_workbench(cli, 0, err) : overview(cli, err);
	if (status == OK && flags & COMMAND_CHANGES)
		say_changes(cli, before);
	if (cli->store) {
		workbench_release(&cli->workbench);
		cli->store->close(cli->store);
	}
	return status;
}

static enum exit_code exit_code_of(const struct cli *cli, enum status status)
{
	if (status == OK)
		return EXIT_DONE;
	if (cli->misused)
		return EXIT_MISUSE;
	return status_is_storage(status) ? EXIT_STORAGE : EXIT_REFUSED;
}

static enum status run(struct cli *cli, int argc, char **argv, struct error *err)
{
	enum status status = read_charset(err);

	if (status == OK)
		status = arguments_read(argc, argv, &cli->arguments, err);
	if (status == OK)
		status = freeze_clock(err);
	cli->misused = status != OK;
	if (status != OK || cli->arguments.rest)
		return status;
	if (option_given(&cli->arguments, OPTION_HELP))
		help_print(cli->arguments.command);
	else if (option_given(&cli->arguments, OPTION_VERSION))
		print_line("kehoach %s (SQLite %s)", PACKAGE_VERSION, db_engine_version());
	else
		status = run_command(cli, err);
	return status;
}

/* For commands that read their own line. */
static int run_line(const struct arguments *arguments)
{
	const struct command *command = arguments->command;

	if (arguments->rest_count < 2 || strcmp(arguments->rest[1], "--help") != 0)
		return command->run_line(arguments->rest_count, arguments->rest);
	help_print(command);
	return (int)EXIT_DONE;
}

int main(int argc, char **argv)
{
	struct cli cli = { 0 };
	struct error err = ERROR_INIT, late = ERROR_INIT;
	enum status status;
	int code;

	/* A reader that goes away and a limit on the size of files are errors of a write, not deaths. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	language_init();
	status = run(&cli, argc, argv, &err);
	if (status != OK)
		print_error(error_text(&err));
	if (status == OK && cli.arguments.rest)
		code = run_line(&cli.arguments);
	else
		code = (int)exit_code_of(&cli, status);
	if (code == EXIT_DONE && output_end(&late) != OK) {
		print_error(error_text(&late));
		code = (int)EXIT_STORAGE;
	}
	arguments_release(&cli.arguments);
	error_release(&err);
	error_release(&late);
	return code;
}
