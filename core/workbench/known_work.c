/* What is stored of a plan, as a draft is held against it. */
#include "core/workbench/same_work.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"

enum { PAGE = 200 };

char *words_key(const char *text)
{
	struct strbuf key = STRBUF_INIT;

	viet_search_key(text, strlen(text), &key);
	return strbuf_detach(&key);
}

/* --- whom a task was given to -------------------------------------------- */

static void add_line(char **lines, const char *separator, const char *text)
{
	char *longer = xasprintf("%s%s%s", *lines ? *lines : "", *lines ? separator : "", text);

	free(*lines);
	*lines = longer;
}

void bodies_add(struct bodies *bodies, const char *name)
{
	char *key = words_key(name);

	add_line(&bodies->keys, "\n", key);
	add_line(&bodies->names, "; ", name);
	free(key);
}

void bodies_release(struct bodies *bodies)
{
	free(bodies->keys);
	free(bodies->names);
	*bodies = (struct bodies){ 0 };
}

/* True when KEY is a line of KEYS. */
static bool has_line(const char *keys, const char *key, size_t length)
{
	for (const char *at = keys ? keys : ""; *at;) {
		size_t other = strcspn(at, "\n");

		if (other == length && !strncmp(at, key, length))
			return true;
		at += other + (at[other] == '\n');
	}
	return false;
}

bool bodies_have(const struct bodies *bodies, const char *name)
{
	char *key = words_key(name);
	bool have = has_line(bodies->keys, key, strlen(key));

	free(key);
	return have;
}

bool bodies_share(const struct bodies *a, const struct bodies *b)
{
	for (const char *at = a->keys ? a->keys : ""; *at;) {
		size_t length = strcspn(at, "\n");

		if (has_line(b->keys, at, length))
			return true;
		at += length + (at[length] == '\n');
	}
	return false;
}

static enum status read_bodies(struct store *store, struct known_task *known, struct error *err)
{
	struct assignment_list list = { 0 };
	enum status status = store->assignments(store, known->id, &list, err);

	for (size_t i = 0; i < list.count; i++)
		bodies_add(&known->bodies[list.items[i].role], list.items[i].name);
	assignment_list_release(&list);
	return status;
}

/* --- what people did ------------------------------------------------------ */

static unsigned part_of_role(const char *role)
{
	if (!role)
		return 0;
	return !strcmp(role, "lead") ? PART_LEAD : !strcmp(role, "coordinating") ? PART_COORDINATING : PART_VIA;
}

/* A field of the task itself. The journal is read from its newest change to its oldest: the last words seen were issued. */
static void note_task_field(const struct change_field *field, struct known_task *known)
{
	if (!strcmp(field->field, "deadline") || !strcmp(field->field, "due"))
		known->edited |= PART_DEADLINE;
	else if (!strcmp(field->field, "product"))
		known->edited |= PART_PRODUCT;
	else if (!strcmp(field->field, "title")) {
		known->edited |= PART_TITLE;
		replace_string(&known->issued, field->before);
	} else if (!strcmp(field->field, "text")) {
		known->edited |= PART_TEXT;
		replace_string(&known->text, field->before);
	}
}

static void note_edit(const struct change_field *field, struct known_task *known)
{
	if (!strcmp(field->entity, "task"))
		note_task_field(field, known);
	else if (!strcmp(field->entity, "assignment") && !strcmp(field->field, "role"))
		known->edited |= part_of_role(field->after ? field->after : field->before);
}

/* The task came with this change: a person added it, or an appendix did. What it came with is no edit. */
static bool is_arrival(const struct change *change)
{
	for (size_t f = 0; f < change->fields.count; f++) {
		const struct change_field *field = &change->fields.items[f];

		if (!strcmp(field->entity, "task") && !strcmp(field->field, "id") && !field->before)
			return true;
	}
	return false;
}

static void note_change(const struct change *change, struct known_task *known)
{
	if (change->undoes || change->undone_by)
		return;
	if (is_arrival(change)) {
		known->added = true;
		return;
	}
	for (size_t f = 0; f < change->fields.count; f++)
		note_edit(&change->fields.items[f], known);
}

/* What a person did to the work in any version: an import journals no fields of its own. */
static enum status read_edits(struct store *store, struct known_task *known, struct error *err)
{
	enum { CHANGES = 50 };
	struct change_list list = { 0 };
	row_id before = 0;
	enum status status;

	do {
		change_list_clear(&list);
		status = store->journal(store, 0, known->id, before, CHANGES, true, &list, err);
		for (size_t i = 0; status == OK && i < list.count; i++) {
			before = list.items[i].id;
			note_change(&list.items[i], known);
		}
	} while (status == OK && list.count == CHANGES);
	change_list_release(&list);
	return status;
}

static enum status count_records(struct store *store, struct known_task *known, struct error *err)
{
	struct obligation_list obligations = { 0 };
	struct note_list notes = { 0 };
	enum status status = store->obligations(store, known->id, &obligations, err);

	if (status == OK)
		status = store->notes(store, known->id, &notes, err);
	for (size_t i = 0; i < obligations.count; i++)
		known->marks += obligation_is_recorded(&obligations.items[i]);
	known->notes = (int)notes.count;
	obligation_list_release(&obligations);
	note_list_release(&notes);
	return status;
}

/* --- reading --------------------------------------------------------------- */

static bool is_appendix(const struct known_tasks *known, row_id source)
{
	for (size_t i = 0; i < known->sources.count; i++)
		if (known->sources.items[i].id == source)
			return known->sources.items[i].kind == SOURCE_APPENDIX;
	return false;
}

/* Rows of a list do not hold the text. */
static enum status read_text(struct store *store, struct known_task *known, struct error *err)
{
	struct task task = { 0 };
	enum status status = store->task_get(store, known->id, &task, err);

	if (status == OK)
		known->text = xstrdup_or_null(task.text);
	task_release(&task);
	return status;
}

static enum status add_task(struct store *store, struct known_tasks *known, const struct task_row *row,
			    struct error *err)
{
	const struct task *from = &row->task;
	struct known_task *task;
	enum status status;

	GROW(known->items, known->count + 1, known->cap);
	task = &known->items[known->count++];
	*task = (struct known_task){
		.id = from->id, .path = xasprintf("%s-%d", row->section_path, from->position),
		.title = xstrdup(from->title), .deadline = xstrdup_or_null(from->deadline.raw),
		.product = xstrdup_or_null(from->product), .status = from->status, .decided = from->decided, .position = from->position,
		.section = from->section_id, .source = from->source_id,
		.of_appendix = is_appendix(known, from->source_id),
	};
	status = read_text(store, task, err);
	if (status == OK)
		status = read_bodies(store, task, err);
	if (status == OK)
		status = read_edits(store, task, err);
	return status == OK ? count_records(store, task, err) : status;
}

static enum status read_section(struct store *store, struct known_tasks *known, row_id section, struct error *err)
{
	struct task_row_list page = { 0 };
	int position = 0;
	enum status status;

	do {
		task_row_list_clear(&page);
		status = store->task_page(store, section, position, FORWARD, PAGE, &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			position = page.items[i].task.position;
			status = add_task(store, known, &page.items[i], err);
		}
	} while (status == OK && page.count);
	task_row_list_release(&page);
	return status;
}

/* Rows of a list do not hold the body. */
static enum status add_section(struct store *store, struct known_tasks *known, row_id id, struct error *err)
{
	struct section section = { 0 };
	enum status status = store->section_get(store, id, &section, err);

	if (status == OK) {
		GROW(known->sections, known->section_count + 1, known->section_cap);
		known->sections[known->section_count++] = (struct known_section){
			.id = id, .path = xstrdup(section.path), .title = xstrdup(section.title),
			.body = xstrdup_or_null(section.body),
		};
		known->last_seq = section.seq;
	}
	section_release(&section);
	return status;
}

static int by_key(const void *a, const void *b)
{
	const struct known_words *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : (x->task > y->task) - (x->task < y->task);
}

static char *add_words(struct known_tasks *known, struct known_task *task, const char *words)
{
	char *key = words ? words_key(words) : NULL;

	if (key)
		known->words[known->word_count++] = (struct known_words){ key, task };
	return key;
}

/* A task is known by its title, the one it was issued with, and by the whole of its words. */
static void sort(struct known_tasks *known)
{
	known->words = xcalloc(3 * known->count, sizeof *known->words);
	for (size_t i = 0; i < known->count; i++) {
		struct known_task *task = &known->items[i];

		task->key = add_words(known, task, task->title);
		task->issued_key = add_words(known, task, task->issued);
		task->text_key = add_words(known, task, task->text);
	}
	if (known->word_count)
		qsort(known->words, known->word_count, sizeof *known->words, by_key);
}

enum status known_tasks_read(struct store *store, row_id plan, struct known_tasks *out, struct error *err)
{
	struct section_row_list page = { 0 };
	struct known_tasks known = { 0 };
	enum status status = store->sources(store, plan, &known.sources, err);

	while (status == OK) {
		section_row_list_clear(&page);
		status = store->section_page(store, plan, known.last_seq, FORWARD, PAGE, clock_today(), &page, err);
		for (size_t i = 0; status == OK && i < page.count; i++) {
			status = add_section(store, &known, page.items[i].section.id, err);
			if (status == OK)
				status = read_section(store, &known, page.items[i].section.id, err);
		}
		if (!page.count)
			break;
	}
	section_row_list_release(&page);
	sort(&known);
	*out = known;
	return status;
}

static void release_task(struct known_task *task)
{
	free(task->path);
	free(task->title);
	free(task->issued);
	free(task->text);
	free(task->key);
	free(task->issued_key);
	free(task->text_key);
	free(task->deadline);
	free(task->product);
	for (int role = ROLE_LEAD; role <= ROLE_VIA; role++)
		bodies_release(&task->bodies[role]);
}

void known_tasks_release(struct known_tasks *known)
{
	for (size_t i = 0; i < known->count; i++)
		release_task(&known->items[i]);
	for (size_t i = 0; i < known->section_count; i++) {
		free(known->sections[i].path);
		free(known->sections[i].title);
		free(known->sections[i].body);
	}
	source_list_release(&known->sources);
	free(known->items);
	free(known->words);
	free(known->sections);
	*known = (struct known_tasks){ 0 };
}

