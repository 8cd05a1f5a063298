/* A whole text as a plan: any text is lived through, and no line of it is lost. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "core/intake/intake.h"
#include "core/viet/viet.h"
#include "tests/fuzz/fuzz.h"

static void must_be_text(const char *text)
{
	MUST(!text || viet_is_utf8(text, strlen(text), NULL));
}

static void check_task(const struct draft_task *task)
{
	MUST(task->task.title && task->task.text && task->first_line <= task->last_line);
	must_be_text(task->task.title);
	must_be_text(task->task.text);
	must_be_text(task->task.product);
	must_be_text(task->task.deadline.raw);
	must_be_text(task->via);
	for (size_t i = 0; i < task->leads.count; i++)
		must_be_text(task->leads.items[i].name);
}

static void check_sections(const struct draft *draft)
{
	MUST(draft->sections.count);
	for (size_t i = 0; i < draft->sections.count; i++) {
		const struct draft_section *section = &draft->sections.items[i];

		MUST(section->parent < (int)i && section->section.seq == (int)i + 1);
		MUST(*section->section.path && section->section.title && section->first_line <= section->last_line);
		must_be_text(section->section.title);
		must_be_text(section->section.body);
		for (size_t t = 0; t < section->tasks.count; t++)
			check_task(&section->tasks.items[t]);
	}
}

static void check_unused(const struct draft *draft)
{
	int last = 0;

	for (size_t i = 0; i < draft->unused.count; i++) {
		MUST(draft->unused.items[i].line > last && *draft->unused.items[i].text && *draft->unused.items[i].why);
		last = draft->unused.items[i].line;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct manuscript manuscript = { 0 };
	struct draft draft = { .plan.type = NULL };
	struct error err = ERROR_INIT;
	struct strbuf text = STRBUF_INIT;

	viet_nfc((const char *)data, size, &text);
	manuscript_from_text(text.text, text.length, &manuscript);
	if (intake_read(&manuscript, &draft, &err) == OK) {
		MUST(draft.plan.type);
		check_sections(&draft);
		check_unused(&draft);
	} else {
		MUST(err.status == STATUS_INVALID && err.text);
	}
	draft_release(&draft);
	manuscript_release(&manuscript);
	error_release(&err);
	strbuf_release(&text);
	return 0;
}
