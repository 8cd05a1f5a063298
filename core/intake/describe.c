/* What was understood of a stretch, in words for a person. */
#include "core/intake/intake.h"

#include <stdlib.h>

#include "core/base/gettext.h"

static const struct draft_task *task_of(const struct draft *draft, const struct stretch *s)
{
	return s->task < 0 ? NULL : &draft->sections.items[s->section].tasks.items[s->task];
}

static void add_names(struct strbuf *out, const char *label, const struct agency_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		strbuf_addf(out, "%s%s", i ? "; " : label, list->items[i].name);
}

static void add_task(struct strbuf *out, const struct draft_task *task)
{
	add_names(out, _(" · chủ trì: "), &task->leads);
	if (task->task.deadline.raw)
		strbuf_addf(out, _(" · hạn: %s"), task->task.deadline.raw);
	add_names(out, _(" · phối hợp: "), &task->coordinating);
	if (task->task.product)
		strbuf_addf(out, _(" · sản phẩm: %s"), task->task.product);
}

char *stretch_path(const struct stretch *s, const struct draft *draft)
{
	const struct draft_task *task = task_of(draft, s);
	const char *section = s->section < 0 ? "" : draft->sections.items[s->section].section.path;

	return task ? xasprintf("%s-%d", section, task->task.position) : xstrdup(section);
}

static void add_section(struct strbuf *out, const struct draft *draft, const struct stretch *s)
{
	const struct section *section = &draft->sections.items[s->section].section;

	strbuf_addf(out, _("mục %s: %s"), section->path, section->title);
	if (s->task >= 0) {
		strbuf_addf(out, _(" · và nhiệm vụ %s-%d"), section->path, task_of(draft, s)->task.position);
		add_task(out, task_of(draft, s));
	}
}

/* What tells of a section or a task. */
static void add_place(struct strbuf *out, const struct draft *draft, const struct stretch *s)
{
	char *path = stretch_path(s, draft);

	if (s->kind == STRETCH_TASK)
		strbuf_addf(out, _("nhiệm vụ %s"), path);
	else if (s->kind == STRETCH_PART)
		strbuf_addf(out, _("chi tiết của nhiệm vụ %s ở trên"), path);
	else if (s->kind == STRETCH_PROSE)
		strbuf_addf(out, _("lời văn của mục %s"), path);
	else if (s->task < 0)
		strbuf_addf(out, _("chủ trì, thời hạn, sản phẩm của các nhiệm vụ mục %s"), path);
	else
		strbuf_addf(out, _("chủ trì, thời hạn, sản phẩm của nhiệm vụ %s ở trên"), path);
	if (s->kind == STRETCH_TASK)
		add_task(out, task_of(draft, s));
	free(path);
}

void stretch_describe(const struct stretch *s, const struct draft *draft, struct strbuf *out)
{
	if (s->kind == STRETCH_UNUSED)
		strbuf_addf(out, _("không dùng: %s"), s->why);
	else if (s->kind == STRETCH_FRONT)
		strbuf_add_text(out, _("phần chung của văn bản"));
	else if (s->kind == STRETCH_SECTION)
		add_section(out, draft, s);
	else
		add_place(out, draft, s);
}

const char *stretch_kind_word(enum stretch_kind kind)
{
	static const char *const words[] = {
		[STRETCH_UNUSED] = "unused", [STRETCH_FRONT] = "front", [STRETCH_SECTION] = "section",
		[STRETCH_TASK] = "task", [STRETCH_PART] = "part", [STRETCH_LABELS] = "labels", [STRETCH_PROSE] = "prose",
	};

	return words[kind];
}
