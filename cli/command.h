/*
 * command.h: what a command is, and what all of them share.
 *
 * One file per command; each ends in its constant row of the table. Commands
 * return a status and leave showing the error to main().
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <limits.h>

#include "cli/options.h"
#include "core/workbench/workbench.h"
#include "office/table.h"

struct cli {
	struct arguments arguments;
	enum table_format format;
	struct store *store;		/* NULL for commands that need none */
	struct workbench workbench;
	row_id plan;			/* 0 for commands that need none */
	bool misused;			/* the failure is wrong use: exit 2 */
};

enum command_flags {
	COMMAND_STORE = 1,	/* opens the database, made at first use */
	COMMAND_OLD_STORE = 2,	/* opens it, but does not make it */
	COMMAND_PLAN = 4,	/* finds the plan */
	COMMAND_FILES = 8,	/* its words are names of files */
	COMMAND_FILTER = 16,	/* its words are a filter */
	COMMAND_FORMATS = 32,	/* --format has words of its own */
	COMMAND_CHANGES = 64,	/* what it wrote into the journal is printed */
};

enum { ANY_NUMBER = INT_MAX };

struct command {
	const char *name;
	const char *usage;	/* its words, translated when shown; "" for none */
	const char *help;	/* one line */
	enum status (*run)(struct cli *cli, struct error *err);
	int (*run_line)(int argc, char **argv);	/* instead of run: reads its own line, returns the exit code */
	option_set options;		/* OPTION_BIT()s besides the global ones */
	unsigned int flags;
	size_t least, most;	/* how many words */
};

/* In the order of the help. */
extern const struct command
	command_import, command_export,
	command_plans, command_outline, command_tasks, command_show, command_agencies, command_documents, command_log,
	command_meeting, command_who, command_keys, command_add, command_edit, command_assign, command_deadline, command_extend, command_cause, command_renew, command_criteria, command_criterion, command_label, command_unlabel, command_areas, command_calendar, command_missing, command_accept, command_propose, command_decide, command_proposals,
	command_done, command_undone, command_start, command_suspend, command_cancel, command_note,
	command_undo, command_redo,
	command_standing, command_rounds, command_matrix, command_agency,
	command_check, command_backup, command_restore,
	command_text;

const struct command *command_find(const char *name);	/* NULL: none of that name */
const struct command *command_at(size_t index);		/* NULL behind the last */

/* Plans, and the outline of the only one: what is printed without a command and a terminal. */
enum status overview(struct cli *cli, struct error *err);

/* Help for the program (COMMAND NULL) or for one command. */
void help_print(const struct command *command);

/* --- shared ------------------------------------------------------------- */

/*
 * Open what FLAGS ask for (COMMAND_STORE, COMMAND_OLD_STORE, COMMAND_PLAN). Done before run() for
 * the flags of the command itself; one that must do something first calls it.
 */
enum status open_store(struct cli *cli, unsigned int flags, struct error *err);

/* Open the workbench on the terminal; REVIEW: of a file, to go on with; 0: none. */
enum status open_workbench(struct cli *cli, row_id review, struct error *err);
bool has_terminal(void);

/* Records wrong use; returns STATUS_INVALID. */
enum status misuse(struct cli *cli, struct error *err, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The task that word number WORD names; the tasks that all words name. */
enum status find_task_word(struct cli *cli, size_t word, row_id *task, struct error *err);
enum status find_task_words(struct cli *cli, struct task_ids *tasks, struct error *err);

/*
 * The command's words as a filter; a word with blanks is one name if there is such an agency or label, else several words.
 */
enum status read_filter_words(struct cli *cli, struct filter *filter, struct error *err);

/* The key of the period that --period names, NULL without it; caller frees. */
enum status find_period_option(struct cli *cli, char **key, struct error *err);

/* The agency that was called NAME when the plan was issued. */
enum status find_agency_of_plan(struct cli *cli, const char *name, row_id *agency, struct error *err);

/* Write to the file of --output, or print. */
enum status write_document(struct cli *cli, const struct strbuf *document, struct error *err);

/* The line asks for a change of the register over time; make it (agencies_act.c). */
bool asks_for_change(const struct cli *cli);
enum status change_register(struct cli *cli, struct error *err);

/* The number of the newest journal entry; 0 for none. */
row_id newest_change(struct cli *cli);
/* Say what the user's journal entries behind BEFORE did, or that nothing changed. */
void say_changes(struct cli *cli, row_id before);

/* Say which encoding was found in a file, and what was mended, if that is worth a word. */
void print_encoding(const char *path);

/* How a task stands, in words: "quá hạn 12 ngày". Appends to OUT. */
void describe_standing(const struct task *task, struct strbuf *out);
/* The word for programs; NULL where standing says nothing (suspended, cancelled). */
const char *task_standing_word(const struct task *task);

#endif
