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

/* In the order of the text, each within it, none over another; a task is one that there is. */
static void check_stretches(const struct draft *draft, const struct manuscript *manuscript)
{
	struct manuscript_place behind = { 0, 0 };

	for (size_t i = 0; i < draft->stretches.count; i++) {
		const struct stretch *s = &draft->stretches.items[i];
		const struct draft_section *section = s->section < 0 ? NULL : &draft->sections.items[s->section];

		MUST(manuscript_place_compare(s->from, behind) >= 0);
		MUST(s->last >= s->from.paragraph && s->last < (int)manuscript->paragraphs.count);
		MUST(s->end >= 0 && s->end <= (int)strlen(manuscript->paragraphs.items[s->last].text));
		MUST(s->section < (int)draft->sections.count);
		MUST(s->task < 0 || (section && s->task < (int)section->tasks.count));
		MUST((s->kind == STRETCH_UNUSED) == (s->why != NULL));
		behind = (struct manuscript_place){ s->last, s->end };
	}
}

/* Decisions at places that the bytes name, of any kind. */
static void make_hints(const uint8_t *data, size_t size, const struct manuscript *manuscript, struct hint_list *hints)
{
	enum { MOST_HINTS = 12 };

	for (size_t i = 0; i + 3 <= size && hints->count < MOST_HINTS; i += 3) {
		int paragraph = data[i] % (int)manuscript->paragraphs.count;
		int length = (int)strlen(manuscript->paragraphs.items[paragraph].text);
		struct hint hint = {
			.at = { paragraph, data[i + 1] % 4 ? 0 : data[i + 1] % (length + 1) },
			.kind = (enum hint_kind)(data[i + 2] % HINT_KINDS),
			.value = xstrdup(data[i + 1] % 2 ? "Sở Y tế; quý II/2020" : ""),
		};

		hint_list_add(hints, &hint);
	}
}

static void check_hinted(const uint8_t *data, size_t size, const struct manuscript *manuscript)
{
	struct hint_list hints = { 0 };
	struct draft draft = { .plan.type = NULL };

	if (manuscript->paragraphs.count)
		make_hints(data, size, manuscript, &hints);
	if (intake_read_hinted(manuscript, &hints, 2020, &draft, NULL) == OK) {
		check_sections(&draft);
		check_stretches(&draft, manuscript);
	}
	draft_release(&draft);
	hint_list_release(&hints);
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
		MUST(draft.plan.type && draft.sections.count);
		check_sections(&draft);
		check_unused(&draft);
		check_stretches(&draft, &manuscript);
	} else {
		MUST(err.status == STATUS_INVALID && err.text);
	}
	check_hinted(data, size, &manuscript);
	draft_release(&draft);
	manuscript_release(&manuscript);
	error_release(&err);
	strbuf_release(&text);
	return 0;
}
