#include "tests/core/draft_check.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "core/viet/viet.h"

char *read_whole_file(const char *name)
{
	struct strbuf text = STRBUF_INIT, path = STRBUF_INIT;
	char buffer[4096];
	FILE *file;
	size_t n;

	strbuf_addf(&path, "%s%s", *name == '/' ? "" : TEST_DATA "/fixtures/", name);
	file = fopen(path.text, "rb");
	while (file && (n = fread(buffer, 1, sizeof buffer, file)) > 0)
		strbuf_add(&text, buffer, n);
	if (file)
		fclose(file);
	strbuf_release(&path);
	return strbuf_detach(&text);
}

const char *seed_path(void)
{
	const char *path = getenv("KEHOACH_SEED");
	FILE *file;

	if (!path)
		path = SOURCE_ROOT "/../shared/seed/62-KH-UBND.txt";
	file = fopen(path, "rb");
	if (!file)
		return NULL;
	fclose(file);
	return path;
}

void draft_of(const char *text, struct draft *out)
{
	struct manuscript manuscript = { 0 };
	struct error err = ERROR_INIT;

	manuscript_from_text(text, strlen(text), &manuscript);
	cr_assert_eq(intake_read(&manuscript, out, &err), OK, "%s", error_text(&err));
	manuscript_release(&manuscript);
	error_release(&err);
}

const struct draft_section *section_at_path(const struct draft *draft, const char *path)
{
	for (size_t i = 0; i < draft->sections.count; i++)
		if (!strcmp(draft->sections.items[i].section.path, path))
			return &draft->sections.items[i];
	return NULL;
}

const struct draft_task *task_at(const struct draft *draft, const char *path)
{
	const struct draft_section *section;
	char *section_path;
	int position;

	if (!task_path_parse(path, &section_path, &position))
		return NULL;
	section = section_at_path(draft, section_path);
	free(section_path);
	return section && (size_t)position <= section->tasks.count ? &section->tasks.items[position - 1] : NULL;
}

bool has_guess(const struct draft *draft, int line, const char *part)
{
	for (size_t i = 0; i < draft->guesses.count; i++)
		if (draft->guesses.items[i].line == line && strstr(draft->guesses.items[i].text, part))
			return true;
	return false;
}

static char *names_told(const struct agency_list *list)
{
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		strbuf_addf(&out, "%s%s", i ? "; " : "", list->items[i].name);
	return strbuf_detach(&out);
}

static char *deadline_told(const struct deadline *d)
{
	char start[DATE_TEXT], due[DATE_TEXT];
	const char *every = period_unit_word(d->every);

	return xasprintf("%s %s..%s%s%s", deadline_kind_word(d->kind), date_iso(d->start, start), date_iso(d->due, due),
			 every ? " " : "", every ? every : "");
}

char *references_told(const struct reference_list *list)
{
	struct strbuf out = STRBUF_INIT;
	char date[DATE_TEXT];

	for (size_t i = 0; i < list->count; i++) {
		const struct reference *r = &list->items[i];

		strbuf_addf(&out, "%s%s,%s,%s,%s,%s%s", i ? "; " : "", r->kind ? r->kind : "", r->number,
			    date_iso(r->date, date), r->issuer ? r->issuer : "", relation_word(r->relation),
			    r->corrected ? ",corrected" : "");
	}
	return strbuf_detach(&out);
}

static void check_text(const char *path, const char *what, char *got, const char *want)
{
	if (want)
		cr_expect_str_eq(got, want, "%s: %s is\n  \"%s\"\n  not\n  \"%s\"", path, what, got, want);
	free(got);
}

static void check_beginning(const char *path, const char *got, const char *want)
{
	if (want)
		cr_expect(!strncmp(got, want, strlen(want)), "%s: title is\n  \"%s\"\n  not\n  \"%s…\"", path, got, want);
}

void check_tasks(const struct draft *draft, const struct want_task *want, size_t count)
{
	cr_expect_eq(draft_count_tasks(draft), count, "%zu tasks, not %zu", draft_count_tasks(draft), count);
	for (size_t i = 0; i < count; i++) {
		const struct draft_task *task = task_at(draft, want[i].path);

		cr_expect_not_null(task, "no task %s", want[i].path);
		if (!task)
			continue;
		check_beginning(want[i].path, task->task.title, want[i].title);
		check_text(want[i].path, "lead", names_told(&task->leads), want[i].lead);
		check_text(want[i].path, "with", names_told(&task->coordinating), want[i].with);
		check_text(want[i].path, "via", xstrdup(task->via ? task->via : ""), want[i].via);
		check_text(want[i].path, "deadline", deadline_told(&task->task.deadline), want[i].deadline);
		check_text(want[i].path, "words of the deadline",
			   xstrdup(task->task.deadline.raw ? task->task.deadline.raw : ""), want[i].raw);
	}
}

void check_sections(const struct draft *draft, const struct want_section *want, size_t count)
{
	cr_expect_eq(draft->sections.count, count, "%zu sections, not %zu", draft->sections.count, count);
	for (size_t i = 0; i < count && i < draft->sections.count; i++) {
		const struct section *section = &draft->sections.items[i].section;

		cr_expect_str_eq(section->path, want[i].path, "section %zu is %s, not %s", i + 1, section->path,
				 want[i].path);
		check_beginning(want[i].path, section->title, want[i].title);
		cr_expect_eq(section->seq, (int)i + 1);
		cr_expect_lt(draft->sections.items[i].parent, (int)i);
	}
}

/* --- nothing is lost ---------------------------------------------------- */

static void add(struct strbuf *all, const char *text)
{
	if (!text)
		return;
	viet_search_key(text, strlen(text), all);
	strbuf_add_char(all, ' ');
}

static void add_names(struct strbuf *all, const struct agency_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		add(all, list->items[i].name);
}

static void add_references(struct strbuf *all, const struct reference_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		add(all, list->items[i].raw);
}

/* As web pages print them: name and size without a blank between. */
static void add_attachment(struct strbuf *all, const struct attachment *attachment)
{
	char *printed = xasprintf("%s%s", attachment->name, attachment->size ? attachment->size : "");

	add(all, printed);
	free(printed);
}

/* The search keys of every word that the draft holds. */
static void add_everything(struct strbuf *all, const struct draft *draft)
{
	const struct plan *plan = &draft->plan;
	char date[DATE_TEXT];

	add(all, plan->type), add(all, plan->number), add(all, plan->issuer), add(all, plan->place);
	add(all, plan->title), add(all, plan->signer_name), add(all, plan->signer_position);
	add(all, plan->signer_on_behalf), add(all, date_vietnamese(plan->date, date));
	add_references(all, &draft->references);
	for (size_t i = 0; i < draft->attachments.count; i++)
		add_attachment(all, &draft->attachments.items[i]);
	for (size_t i = 0; i < draft->sections.count; i++) {
		const struct draft_section *s = &draft->sections.items[i];

		add(all, s->section.label), add(all, s->section.title), add(all, s->section.body);
		for (size_t t = 0; t < s->tasks.count; t++) {
			const struct draft_task *task = &s->tasks.items[t];

			add(all, task->task.text), add(all, task->task.title), add(all, task->task.product);
			add(all, task->task.deadline.raw), add(all, task->via);
			add_names(all, &task->leads), add_names(all, &task->coordinating);
			add_references(all, &task->references);
		}
	}
}

static bool is_unused(const struct draft *draft, int line)
{
	for (size_t i = 0; i < draft->unused.count; i++)
		if (draft->unused.items[i].line == line)
			return draft->unused.items[i].why && *draft->unused.items[i].why;
	return false;
}

/* Words that say what stands behind them; what they said is in fields of the draft. */
static bool is_structure(const char *word)
{
	static const char *const words[] = {
		"so", "ngay", "thang", "nam", "cong", "hoa", "xa", "hoi", "chu", "nghia", "viet", "doc", "lap", "tu", "do",
		"hanh", "phuc", "kt", "tm", "tl", "thoi", "gian", "han", "co", "quan", "don", "vi", "tri", "phoi", "hop",
		"thuc", "hien", "thu", "truong", "lanh", "dao", "dinh", "kemdung", "luong", "hoan", "thanh", "da",
		"ky", "san", "pham", "uy", "ban", "nhan", "dan", "va", "cac",
	};

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (!strcmp(words[i], word))
			return true;
	return false;
}

void check_nothing_lost(const char *text, const struct draft *draft, const char *what)
{
	struct manuscript manuscript = { 0 };
	struct strbuf all = STRBUF_INIT, key = STRBUF_INIT;

	manuscript_from_text(text, strlen(text), &manuscript);
	strbuf_add_char(&all, ' ');
	add_everything(&all, draft);
	for (size_t i = 0; i < manuscript.paragraphs.count; i++) {
		const struct paragraph *p = &manuscript.paragraphs.items[i];

		/* What stands before the first section went into fields: title, number, references ... */
		if (!*p->text || is_unused(draft, p->line) || p->line <= draft->sections.items[0].first_line)
			continue;
		strbuf_clear(&key);
		viet_search_key(p->text, strlen(p->text), &key);
		for (char *word = strtok(key.text, " "); word && key.length; word = strtok(NULL, " "))
			if (!is_structure(word) && !(word - key.text < 5 && strlen(word) < 4))	/* a task's mark */
				cr_expect_not_null(strstr(all.text, word), "%s: line %d lost «%s» of «%s»", what,
						   p->line, word, p->text);
	}
	strbuf_release(&all);
	strbuf_release(&key);
	manuscript_release(&manuscript);
}
