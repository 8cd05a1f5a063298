#include "core/workbench/same_work.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"

enum { PAGE = 200 };

static char *key_of(const char *text)
{
	struct strbuf key = STRBUF_INIT;

	viet_search_key(text, strlen(text), &key);
	return strbuf_detach(&key);
}

/* --- reading what is stored --------------------------------------------- */

static void add_line(struct strbuf *out, const char *separator, const char *text)
{
	strbuf_addf(out, "%s%s", out->length ? separator : "", text);
}

static enum status read_leads(struct store *store, struct known_task *known, struct error *err)
{
	struct assignment_list list = { 0 };
	struct strbuf keys = STRBUF_INIT, names = STRBUF_INIT;
	enum status status = store->assignments(store, known->id, &list, err);

	for (size_t i = 0; i < list.count; i++) {
		char *key;

		if (list.items[i].role != ROLE_LEAD)
			continue;
		key = key_of(list.items[i].name);
		add_line(&keys, "\n", key);
		add_line(&names, "; ", list.items[i].name);
		free(key);
	}
	known->leads = strbuf_detach(&keys);
	known->lead_names = strbuf_detach(&names);
	assignment_list_release(&list);
	return status;
}

static bool is_appendix(const struct known_tasks *known, row_id source)
{
	for (size_t i = 0; i < known->sources.count; i++)
		if (known->sources.items[i].id == source)
			return known->sources.items[i].kind == SOURCE_APPENDIX;
	return false;
}

static enum status add_task(struct store *store, struct known_tasks *known, const struct task_row *row,
			    struct error *err)
{
	struct known_task *task;

	GROW(known->items, known->count + 1, known->cap);
	task = &known->items[known->count++];
	*task = (struct known_task){
		.id = row->task.id, .path = xasprintf("%s-%d", row->section_path, row->task.position),
		.title = xstrdup(row->task.title), .key = key_of(row->task.title),
		.deadline = xstrdup_or_null(row->task.deadline.raw), .due = row->task.deadline.due,
		.section = row->task.section_id, .source = row->task.source_id,
		.of_appendix = is_appendix(known, row->task.source_id),
	};
	return read_leads(store, task, err);
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

static void add_section(struct known_tasks *known, const struct section *section)
{
	GROW(known->sections, known->section_count + 1, known->section_cap);
	known->sections[known->section_count++] =
		(struct known_section){ .id = section->id, .path = xstrdup(section->path), .title = xstrdup(section->title) };
	known->last_seq = section->seq;
}

static int by_key(const void *a, const void *b)
{
	const struct known_task *x = *(struct known_task *const *)a, *y = *(struct known_task *const *)b;
	int order = strcmp(x->key, y->key);

	return order ? order : (x > y) - (x < y);
}

static void sort(struct known_tasks *known)
{
	known->by_key = xcalloc(known->count, sizeof *known->by_key);
	for (size_t i = 0; i < known->count; i++)
		known->by_key[i] = &known->items[i];
	if (known->count)
		qsort(known->by_key, known->count, sizeof *known->by_key, by_key);
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
			add_section(&known, &page.items[i].section);
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

void known_tasks_release(struct known_tasks *known)
{
	for (size_t i = 0; i < known->count; i++) {
		free(known->items[i].path);
		free(known->items[i].title);
		free(known->items[i].key);
		free(known->items[i].leads);
		free(known->items[i].lead_names);
		free(known->items[i].deadline);
	}
	for (size_t i = 0; i < known->section_count; i++) {
		free(known->sections[i].path);
		free(known->sections[i].title);
	}
	source_list_release(&known->sources);
	free(known->items);
	free(known->by_key);
	free(known->sections);
	*known = (struct known_tasks){ 0 };
}

/* --- comparing ---------------------------------------------------------- */

char *lead_keys(const struct agency_list *leads)
{
	struct strbuf keys = STRBUF_INIT;

	for (size_t i = 0; i < leads->count; i++) {
		char *key = key_of(leads->items[i].name);

		add_line(&keys, "\n", key);
		free(key);
	}
	return strbuf_detach(&keys);
}

char *lead_names(const struct agency_list *leads)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; i < leads->count; i++)
		add_line(&names, "; ", leads->items[i].name);
	return strbuf_detach(&names);
}

/* True when a line of A is a line of B. */
static bool share_line(const char *a, const char *b)
{
	while (*a) {
		size_t length = strcspn(a, "\n");

		for (const char *at = b; *at;) {
			size_t other = strcspn(at, "\n");

			if (other == length && !strncmp(a, at, length))
				return true;
			at += other + (at[other] == '\n');
		}
		a += length + (a[length] == '\n');
	}
	return false;
}

/* True when who is known to lead the one leads the other as well, or one of them says nobody. */
static bool may_lead(const struct known_task *known, const char *leads)
{
	return !*known->leads || !*leads || share_line(known->leads, leads);
}

static size_t count_words(const char *key)
{
	size_t count = *key != '\0';

	for (; *key; key++)
		count += *key == ' ';
	return count;
}

static bool has_word(const char *key, const char *word, size_t length)
{
	for (const char *at = key; *at;) {
		size_t other = strcspn(at, " ");

		if (other == length && !strncmp(at, word, length))
			return true;
		at += other + (at[other] == ' ');
	}
	return false;
}

/*
 * How many of a hundred words are the same, by Dice's coefficient; 0 for too few
 * words to tell, or when it is plain that not enough are the same.
 */
static size_t likeness(const char *a, const char *b)
{
	enum { LEAST_WORDS = 4 };
	size_t in_a = count_words(a), in_b = count_words(b), shared = 0;

	if (in_a < LEAST_WORDS || in_b < LEAST_WORDS || in_a * 3 < in_b * 2 || in_b * 3 < in_a * 2)
		return 0;
	for (const char *at = a; *at;) {
		size_t length = strcspn(at, " ");

		shared += has_word(b, at, length);
		at += length + (at[length] == ' ');
	}
	return shared * 200 / (in_a + in_b);
}

/* --- finding ------------------------------------------------------------ */

static size_t first_of_key(const struct known_tasks *known, const char *key)
{
	size_t low = 0, high = known->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(known->by_key[middle]->key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Of those with the same words, one with the same lead before the others. */
static struct known_task *find_same(const struct known_tasks *known, const char *key, const char *leads)
{
	struct known_task *found = NULL;

	for (size_t i = first_of_key(known, key); i < known->count && !strcmp(known->by_key[i]->key, key); i++) {
		struct known_task *task = known->by_key[i];

		if (task->taken)
			continue;
		if (*leads && share_line(task->leads, leads))
			return task;
		if (!found)
			found = task;
	}
	return found;
}

/* A slip was mended, a word put in, a day moved: the most alike, of those that are alike. */
static struct known_task *find_near(const struct known_tasks *known, const char *key, const char *leads)
{
	enum { MOST_COMPARED = 2000 };	/* keeps a long table linear */
	enum { ALIKE = 80 };
	struct known_task *found = NULL;
	size_t compared = 0, best = ALIKE - 1;

	for (size_t i = 0; i < known->count && compared < MOST_COMPARED; i++) {
		struct known_task *task = &known->items[i];
		size_t alike;

		if (task->taken || !may_lead(task, leads))
			continue;
		compared++;
		alike = likeness(task->key, key);
		if (alike > best) {
			best = alike;
			found = task;
		}
	}
	return found;
}

struct known_task *known_tasks_take(struct known_tasks *known, const struct draft_task *task)
{
	char *key = key_of(task->task.title), *leads = lead_keys(&task->leads);
	struct known_task *found = find_same(known, key, leads);

	if (!found)
		found = find_near(known, key, leads);
	if (found)
		found->taken = true;
	free(key);
	free(leads);
	return found;
}
