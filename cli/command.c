#include "cli/command.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/workbench/rounds.h"
#include "office/encoding.h"

static const struct command *const commands[] = {
	&command_import, &command_export, &command_renew,
	&command_plans, &command_outline, &command_tasks, &command_show, &command_agencies, &command_documents,
	&command_log,
	&command_add, &command_edit, &command_assign, &command_deadline, &command_extend,
	&command_done, &command_undone, &command_cause, &command_start, &command_suspend, &command_cancel, &command_note,
	&command_areas, &command_label, &command_unlabel,
	&command_propose, &command_decide, &command_proposals,
	&command_undo, &command_redo,
	&command_standing, &command_rounds, &command_matrix, &command_agency, &command_calendar, &command_missing, &command_accept,
	&command_criteria, &command_criterion, &command_meeting,
	&command_check, &command_backup, &command_restore,
	&command_text, &command_who, &command_keys,
};

const struct command *command_at(size_t index)
{
	return index < sizeof commands / sizeof *commands ? commands[index] : NULL;
}

const struct command *command_find(const char *name)
{
	for (size_t i = 0; command_at(i); i++)
		if (!strcmp(command_at(i)->name, name))
			return command_at(i);
	return NULL;
}

enum status misuse(struct cli *cli, struct error *err, const char *format, ...)
{
	va_list ap;
	char *sentence;

	va_start(ap, format);
	sentence = xvasprintf(format, ap);
	va_end(ap);
	cli->misused = true;
	error_set(err, STATUS_INVALID, "%s", sentence);
	free(sentence);
	return STATUS_INVALID;
}

void print_encoding(const char *path)
{
	char *sentence = encoding_sentence(path);

	if (sentence)
		print_line("%s", sentence);
	free(sentence);
}

enum status find_task_word(struct cli *cli, size_t word, row_id *task, struct error *err)
{
	return workbench_find_task(&cli->workbench, cli->plan, cli->arguments.words.items[word], task, err);
}

enum status find_task_words(struct cli *cli, struct task_ids *tasks, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < cli->arguments.words.count; i++) {
		row_id task;

		status = find_task_word(cli, i, &task, err);
		if (status == OK && !task_ids_has(tasks, task))
			task_ids_add(tasks, task);
	}
	return status;
}

enum status find_period_option(struct cli *cli, char **key, struct error *err)
{
	const char *text = option_value(&cli->arguments, OPTION_PERIOD);
	struct period_list found = { 0 };
	enum status status = text ? workbench_find_rounds(&cli->workbench, cli->plan, text, &found, err) : OK;

	if (status == OK)
		*key = found.count ? xstrdup(found.items[0].key) : NULL;
	period_list_release(&found);
	return status;
}

/* The length of "lead:" and its like at the beginning of WORD; 0 for none. */
static size_t name_field(const char *word)
{
	static const char *const fields[] = {
		"agency:", "lead:", "with:", "cq:", "chutri:", "phoihop:", "area:", "linhvuc:", "tag:", "nhan:",
	};
	size_t minus = *word == '-';

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (!strncmp(word + minus, fields[i], strlen(fields[i])))
			return minus + strlen(fields[i]);
	return 0;
}

/* The shell took the quotes of `lead:"Sở Nội vụ"` away: the filter with them put back. */
static char *quoted_words(const struct string_list *words)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < words->count; i++) {
		const char *word = words->items[i];
		size_t field = name_field(word);

		strbuf_add_text(&text, i ? " " : "");
		if (field && strchr(word, ' ') && !strchr(word, '"'))
			strbuf_addf(&text, "%.*s\"%s\"", (int)field, word, word + field);
		else
			strbuf_add_text(&text, word);
	}
	return strbuf_detach(&text);
}

enum status read_filter_words(struct cli *cli, struct filter *filter, struct error *err)
{
	char *quoted = quoted_words(&cli->arguments.words);
	char *plain = words_from(&cli->arguments, 0);
	enum status status = workbench_filter(&cli->workbench, cli->plan, quoted, filter, err);

	if (status != OK && strcmp(quoted, plain) != 0)
		status = workbench_filter(&cli->workbench, cli->plan, plain, filter, err);
	free(quoted);
	free(plain);
	return status;
}

row_id newest_change(struct cli *cli)
{
	struct change_list list = { 0 };
	row_id id = 0;

	if (cli->store->journal(cli->store, 0, 0, 0, 1, false, &list, NULL) == OK && list.count)
		id = list.items[0].id;
	change_list_release(&list);
	return id;
}

void say_changes(struct cli *cli, row_id before)
{
	enum { MOST = 20 };	/* others may have written meanwhile */
	struct change_list list = { 0 };
	bool said = false;

	if (cli->store->journal(cli->store, 0, 0, 0, MOST, false, &list, NULL) != OK)
		return;
	for (size_t i = list.count; i-- > 0;) {
		const struct change *change = &list.items[i];

		if (change->id <= before || strcmp(change->who, cli->workbench.user) != 0)
			continue;
		print_line("%s.", change->summary);
		said = true;
	}
	if (!said)
		print_line("%s", _("Không có gì thay đổi."));
	change_list_release(&list);
}

static bool is_done(const struct task *task)
{
	return task->status == TASK_DONE;
}

static enum standing task_standing(const struct task *task)
{
	return standing_of(is_done(task), date_make(0, 0, 0), task->next_due, clock_today());
}

const char *task_standing_word(const struct task *task)
{
	if (task->status == TASK_SUSPENDED || task->status == TASK_CANCELLED)
		return NULL;
	return standing_word(task_standing(task));
}

void describe_standing(const struct task *task, struct strbuf *out)
{
	if (task_standing_word(task) && task_standing(task) == STANDING_OVERDUE)
		strbuf_addf(out, _("quá hạn %d ngày"), date_days_between(task->next_due, clock_today()));
	else
		strbuf_add_text(out, task_status_label(task->status));
}

enum status find_agency_of_plan(struct cli *cli, const char *name, row_id *agency, struct error *err)
{
	struct date day;
	enum status status = workbench_names_day(&cli->workbench, cli->plan, &day, err);

	return status == OK ? workbench_find_agency_on(&cli->workbench, name, day, agency, err) : status;
}
