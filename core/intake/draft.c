#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/citation.h"

void paragraph_release(struct paragraph *paragraph)
{
	free(paragraph->text);
	free(paragraph->original);
	*paragraph = (struct paragraph){ 0 };
}

void guess_release(struct guess *g)
{
	free(g->text);
	*g = (struct guess){ 0 };
}

void piece_release(struct piece *piece)
{
	free(piece->text);
	*piece = (struct piece){ 0 };
}

void stretch_release(struct stretch *stretch)
{
	free(stretch->why);
	*stretch = (struct stretch){ 0 };
}

void draft_task_release(struct draft_task *task)
{
	task_release(&task->task);
	agency_list_release(&task->leads);
	agency_list_release(&task->coordinating);
	free(task->via);
	reference_list_release(&task->references);
	obligation_list_release(&task->recorded);
	transfer_list_release(&task->transfers);
	extension_list_release(&task->extensions);
	proposal_list_release(&task->proposals);
	label_list_release(&task->labels);
	note_list_release(&task->notes);
	correction_list_release(&task->corrections);
	*task = (struct draft_task){ 0 };
}

void draft_section_release(struct draft_section *section)
{
	section_release(&section->section);
	draft_task_list_release(&section->tasks);
	*section = (struct draft_section){ 0 };
}

DEFINE_LIST(paragraph)
DEFINE_LIST(guess)
DEFINE_LIST(stretch)
DEFINE_LIST(piece)
DEFINE_LIST(draft_task)
DEFINE_LIST(draft_section)

void manuscript_release(struct manuscript *manuscript)
{
	paragraph_list_release(&manuscript->paragraphs);
}

void draft_release(struct draft *draft)
{
	plan_release(&draft->plan);
	agency_record_list_release(&draft->agencies);
	draft_section_list_release(&draft->sections);
	reference_list_release(&draft->references);
	attachment_list_release(&draft->attachments);
	label_list_release(&draft->labels);
	period_list_release(&draft->periods);
	unused_line_list_release(&draft->unused);
	guess_list_release(&draft->guesses);
	correction_list_release(&draft->corrections);
	stretch_list_release(&draft->stretches);
	decision_list_release(&draft->decisions);
}

size_t draft_count_tasks(const struct draft *draft)
{
	size_t count = 0;

	for (size_t i = 0; i < draft->sections.count; i++)
		count += draft->sections.items[i].tasks.count;
	return count;
}

/* "(Kèm theo Kế hoạch số 31/KH-UBND ngày …)": the number. Caller frees; NULL for other words. */
static char *enclosing_number(const char *text)
{
	struct citation_list found = { 0 };
	struct words w = WORDS_INIT;
	char *number = NULL;

	words_split(text, strlen(text), &w);
	if (phrase_next(&w, 0, "kèm theo") < w.count) {
		citations_find(text, &found);
		if (found.count)
			number = xstrdup_or_null(found.items[0].reference.number);
	}
	citation_list_release(&found);
	words_release(&w);
	return number;
}

char *draft_appendix_of(const struct draft *draft)
{
	char *number = NULL;

	if (draft->plan.number || !draft->sections.count || strncmp(draft->sections.items[0].section.path, "PL", 2))
		return NULL;
	number = enclosing_number(draft->sections.items[0].section.title);
	for (size_t i = 0; !number && i < draft->unused.count; i++)
		number = enclosing_number(draft->unused.items[i].text);
	return number;
}
