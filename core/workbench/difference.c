/* What a corrected file changes of a stored plan, in sentences. */
#include "core/workbench/version.h"

#include <string.h>

#include "core/base/gettext.h"

static bool same_words(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static const char *or_nothing(const char *words)
{
	return words && *words ? words : _("không có");
}

static void say(struct string_list *out, char *sentence)
{
	string_list_add_owned(out, sentence);
}

/* --- the plan ------------------------------------------------------------ */

static void compare_words(const char *what, const char *before, const char *after, struct string_list *out)
{
	if (!same_words(before, after))
		say(out, xasprintf(_("%s «%s» thành «%s»"), what, or_nothing(before), or_nothing(after)));
}

static void compare_plan(const struct plan *older, const struct plan *plan, struct string_list *out)
{
	char before[DATE_TEXT], after[DATE_TEXT];

	compare_words(_("trích yếu"), older->title, plan->title, out);
	compare_words(_("ngày ban hành"), date_vietnamese(older->date, before), date_vietnamese(plan->date, after), out);
	compare_words(_("nơi ban hành"), older->place, plan->place, out);
	compare_words(_("người ký"), older->signer_name, plan->signer_name, out);
	compare_words(_("chức vụ người ký"), older->signer_position, plan->signer_position, out);
	compare_words(_("ký thay"), older->signer_on_behalf, plan->signer_on_behalf, out);
}

/* --- a task -------------------------------------------------------------- */

struct comparison {
	const struct carried *carried;
	const struct known_task *older;
	const char *path;			/* in the corrected file */
	struct string_list *out;
};

/* What is printed otherwise is either taken over, or gives way to what a person settled. */
static void say_part(const struct comparison *c, enum task_part part, const char *what, const char *before,
		     const char *after)
{
	if (c->older->settled & part)
		say(c->out, xasprintf(_("%s: %s «%s» giữ theo người dùng; tệp ghi «%s»"), c->path, what, or_nothing(before),
				      or_nothing(after)));
	else
		say(c->out, xasprintf(_("%s: %s «%s» thành «%s»"), c->path, what, or_nothing(before), or_nothing(after)));
}

static void compare_part(const struct comparison *c, enum task_part part, const char *what, const char *before,
			 const char *after)
{
	if (!same_words(before, after))
		say_part(c, part, what, before, after);
}

/* A body is written in several ways: by the name that it has in the register. */
static const char *registered_name(const struct agency_list *agencies, const char *name)
{
	for (size_t i = 0; i < agencies->count; i++)
		if (!strcmp(agencies->items[i].name, name))
			return name;
	for (size_t i = 0; i < agencies->count; i++)
		if (agency_is_named(&agencies->items[i], name))
			return agencies->items[i].name;
	return name;
}

/* As they would be stored: each once, and none that is in EXCEPT. */
static void bodies_named(const struct comparison *c, const struct agency_list *named, const struct bodies *except,
			 struct bodies *out)
{
	for (size_t i = 0; i < named->count; i++) {
		const char *name = registered_name(&c->carried->agencies, named->items[i].name);

		if (!bodies_have(out, name) && !(except && bodies_have(except, name)))
			bodies_add(out, name);
	}
}

static void compare_bodies(const struct comparison *c, const struct draft_task *task)
{
	static const struct {
		enum task_part part;
		const char *what;
	} roles[] = {
		[ROLE_LEAD] = { PART_LEAD, N_("chủ trì") },
		[ROLE_COORDINATING] = { PART_COORDINATING, N_("phối hợp") },
		[ROLE_VIA] = { PART_VIA, N_("báo cáo qua") },
	};
	struct bodies named[ROLE_VIA + 1] = { { 0 } };

	bodies_named(c, &task->leads, NULL, &named[ROLE_LEAD]);
	bodies_named(c, &task->coordinating, &named[ROLE_LEAD], &named[ROLE_COORDINATING]);
	if (task->via)
		bodies_add(&named[ROLE_VIA], registered_name(&c->carried->agencies, task->via));
	for (int role = ROLE_LEAD; role <= ROLE_VIA; role++) {
		if (!same_words(c->older->bodies[role].keys, named[role].keys))
			say_part(c, roles[role].part, _(roles[role].what), c->older->bodies[role].names, named[role].names);
		bodies_release(&named[role]);
	}
}

/* Words that say who, when or what by are told as that. */
static void compare_task(const struct comparison *c, const struct draft_task *task)
{
	size_t said = c->out->count;

	compare_part(c, PART_TITLE, _("tên"), c->older->title, task->task.title);
	compare_part(c, PART_DEADLINE, _("thời hạn"), c->older->deadline, task->task.deadline.raw);
	compare_bodies(c, task);
	compare_part(c, PART_PRODUCT, _("sản phẩm"), c->older->product, task->task.product);
	if (c->out->count == said && !same_words(c->older->text, task->task.text))
		say(c->out, xasprintf(c->older->settled & PART_TEXT ? _("%s: lời văn giữ theo người dùng; tệp ghi khác") :
				      _("%s: lời văn có chỗ đổi"), c->path));
}

/* --- sections ------------------------------------------------------------ */

static void compare_section(const struct known_section *older, const struct section *section, struct string_list *out)
{
	if (!older)
		say(out, xasprintf(_("thêm mục %s: %s"), section->path, section->title));
	else if (strcmp(older->path, section->path) != 0)
		say(out, xasprintf(_("mục %s nay là %s: %s"), older->path, section->path, section->title));
	if (older && strcmp(older->title, section->title) != 0)
		say(out, xasprintf(_("mục %s: tên «%s» thành «%s»"), section->path, older->title, section->title));
	if (older && !same_words(older->body, section->body))
		say(out, xasprintf(_("mục %s: lời văn có chỗ đổi"), section->path));
}

/* True when the task has another number than what came of its section gives it. */
static bool has_moved(const struct known_task *older, const struct known_section *section, int position)
{
	return !section || older->section != section->id || older->position != position;
}

static void compare_tasks(const struct carried *carried, size_t s, const struct draft_section *section,
			  struct string_list *out)
{
	for (size_t t = 0; t < section->tasks.count; t++) {
		const struct draft_task *task = &section->tasks.items[t];
		char *path = xasprintf("%s-%d", section->section.path, task->task.position);
		struct comparison c = { carried, carried->of[s][t], path, out };

		if (!c.older) {
			say(out, xasprintf(_("thêm nhiệm vụ %s: %s"), path, task->task.title));
		} else {
			if (has_moved(c.older, carried->section_of[s], task->task.position))
				say(out, xasprintf(_("nhiệm vụ %s nay là %s"), c.older->path, path));
			compare_task(&c, task);
		}
		free(path);
	}
}

/* --- what is gone -------------------------------------------------------- */

/* True when the section, or one below it, holds tasks that stay without being in the file. */
static bool stays(const struct carried *carried, size_t section)
{
	const struct known_tasks *known = &carried->known;
	const char *path = known->sections[section].path;
	size_t length = strlen(path);

	for (size_t i = 0; i < known->count; i++)
		if (carried_stays(&known->items[i]) && !strncmp(known->items[i].path, path, length) &&
		    strchr(".-", known->items[i].path[length]))
			return true;
	return false;
}

static void add_words(struct strbuf *out, const char *words)
{
	strbuf_addf(out, "%s%s", out->length ? ", " : "", words);
}

static void add_count(struct strbuf *out, int count, const char *what)
{
	if (count)
		strbuf_addf(out, "%s%d %s", out->length ? ", " : "", count, what);
}

/* What people recorded of the task; empty: nothing. */
static void describe_record(const struct known_task *task, struct strbuf *out)
{
	static const struct {
		enum task_part part;
		const char *words;
	} parts[] = {
		{ PART_TITLE, N_("sửa tên") }, { PART_TEXT, N_("sửa lời văn") }, { PART_DEADLINE, N_("sửa thời hạn") },
		{ PART_LEAD, N_("sửa chủ trì") }, { PART_COORDINATING, N_("sửa phối hợp") },
		{ PART_VIA, N_("sửa nơi báo cáo qua") }, { PART_PRODUCT, N_("sửa sản phẩm") },
	};

	if (task->status != TASK_OPEN)
		add_words(out, task_status_label(task->status));
	add_count(out, task->marks, _("phần việc có kết quả"));
	add_count(out, task->notes, _("ghi chú"));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if ((task->edited | task->decided) & parts[i].part)
			add_words(out, _(parts[i].words));
}

static void say_gone(const struct known_task *task, struct string_list *out)
{
	struct strbuf record = STRBUF_INIT;

	describe_record(task, &record);
	if (record.length)
		say(out, xasprintf(_("không còn nhiệm vụ %s: %s; những gì đã ghi (%s) chỉ còn ở bản cũ"), task->path, task->title,
				   record.text));
	else
		say(out, xasprintf(_("không còn nhiệm vụ %s: %s"), task->path, task->title));
	strbuf_release(&record);
}

static void list_gone(const struct carried *carried, struct string_list *out)
{
	const struct known_tasks *known = &carried->known;

	for (size_t i = 0; i < known->section_count; i++)
		if (!known->sections[i].taken && !stays(carried, i))
			say(out, xasprintf(_("không còn mục %s: %s"), known->sections[i].path, known->sections[i].title));
	for (size_t i = 0; i < known->count; i++)
		if (!known->items[i].taken && !carried_stays(&known->items[i]))
			say_gone(&known->items[i], out);
}

/* --- decisions ----------------------------------------------------------- */

static bool is_decided(const struct decision_list *list, const struct decision *decision)
{
	for (size_t i = 0; i < list->count; i++)
		if (decision_is_same(&list->items[i], decision))
			return true;
	return false;
}

/* Decisions of the older version without which the file was read. That a guess was right is asked anew by the guess. */
static void list_undecided(const struct carried *carried, const struct draft *draft, struct string_list *out)
{
	for (size_t i = 0; i < carried->decisions.count; i++) {
		const struct decision *decision = &carried->decisions.items[i];
		const char *value = decision->value;

		if (decision->kind == HINT_ACCEPTED || is_decided(&draft->decisions, decision))
			continue;
		say(out, xasprintf(_("không còn áp dụng quyết định «%s%s%s» của %s ở dòng «%s»"), hint_kind_label(decision->kind),
				   value ? ": " : "", value ? value : "", decision->who, decision->line));
	}
}

/* --- the whole ----------------------------------------------------------- */

void carried_changes(const struct carried *carried, const struct draft *draft, struct string_list *out)
{
	compare_plan(&carried->plan, &draft->plan, out);
	for (size_t s = 0; s < carried->sections; s++) {
		compare_section(carried->section_of[s], &draft->sections.items[s].section, out);
		compare_tasks(carried, s, &draft->sections.items[s], out);
	}
	list_gone(carried, out);
	list_undecided(carried, draft, out);
}
