#include "core/workbench/same_work.h"

#include <stdlib.h>
#include <string.h>

/* --- comparing ---------------------------------------------------------- */

/* True when who is known to lead the one leads the other as well, or that tells nothing: nobody does, a person chose him. */
static bool may_lead(const struct known_task *known, const struct bodies *leads)
{
	const struct bodies *there = &known->bodies[ROLE_LEAD];

	return !there->keys || !leads->keys || known->edited & PART_LEAD || bodies_share(there, leads);
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
	size_t low = 0, high = known->word_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(known->words[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Of those with the same words, one with the same lead before the others. */
static struct known_task *find_same(const struct known_tasks *known, const char *key, const struct bodies *leads)
{
	struct known_task *found = NULL;

	for (size_t i = first_of_key(known, key); i < known->word_count && !strcmp(known->words[i].key, key); i++) {
		struct known_task *task = known->words[i].task;

		if (task->taken)
			continue;
		if (bodies_share(&task->bodies[ROLE_LEAD], leads))
			return task;
		if (!found)
			found = task;
	}
	return found;
}

/* A title that a person wrote says little of what the file says: there its other words count as well. */
static size_t likeness_of(const struct known_task *known, const char *title, const char *text)
{
	size_t best = likeness(known->key, title);

	if (known->issued_key && likeness(known->issued_key, title) > best)
		best = likeness(known->issued_key, title);
	if (known->edited & PART_TITLE && known->text_key && text && likeness(known->text_key, text) > best)
		best = likeness(known->text_key, text);
	return best;
}

/* A slip was mended, a word put in, a day moved: the most alike, of those that are alike. */
static struct known_task *find_near(const struct known_tasks *known, const char *title, const char *text,
				    const struct bodies *leads)
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
		alike = likeness_of(task, title, text);
		if (alike > best) {
			best = alike;
			found = task;
		}
	}
	return found;
}

static struct known_task *find(const struct known_tasks *known, const struct draft_task *task, bool near)
{
	char *title = words_key(task->task.title), *text = task->task.text ? words_key(task->task.text) : NULL;
	struct bodies leads = { 0 };
	struct known_task *found;

	for (size_t i = 0; i < task->leads.count; i++)
		bodies_add(&leads, task->leads.items[i].name);
	found = near ? find_near(known, title, text, &leads) : find_same(known, title, &leads);
	if (!found && !near && text)
		found = find_same(known, text, &leads);
	bodies_release(&leads);
	free(title);
	free(text);
	return found;
}

struct known_task *known_tasks_take(struct known_tasks *known, const struct draft_task *task, enum alike alike)
{
	struct known_task *found = find(known, task, alike == ALIKE_NEARLY);

	if (found)
		found->taken = true;
	return found;
}
