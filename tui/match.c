#include "tui/match.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/agency_name.h"
#include "core/viet/viet.h"

void match_list_add(struct match_list *list, int item, int score)
{
	size_t at;

	GROW(list->items, list->count + 1, list->cap);
	for (at = list->count; at > 0 && list->items[at - 1].score < score; at--)
		list->items[at] = list->items[at - 1];
	list->items[at] = (struct match){ item, score };
	list->count++;
}

void match_list_release(struct match_list *list)
{
	free(list->items);
	*list = (struct match_list){ 0 };
}

/* The query for the keys of names; NULL where KEY is no more than the words that were typed. */
static struct viet_query *key_query(const char *text)
{
	struct strbuf key = STRBUF_INIT, words = STRBUF_INIT;
	struct viet_query *query = NULL;

	agency_typed_key(text, &key);
	viet_marked_key(text, strlen(text), &words);
	if (key.length && strcmp(key.text, words.text) != 0)
		query = viet_query_new(key.text);
	strbuf_release(&key);
	strbuf_release(&words);
	return query;
}

static void free_words(struct match_query *query)
{
	for (size_t i = 0; i < query->word_count; i++)
		viet_query_free(query->words[i]);
	query->word_count = 0;
}

/* A letter alone is in nearly every name: then the words count as they stand. */
static void split_words(struct match_query *query, const char *text)
{
	bool letters = false;

	query->word_count = 0;
	for (text += strspn(text, " "); *text && query->word_count < MATCH_WORDS; text += strspn(text, " ")) {
		size_t length = strcspn(text, " ");
		char *word = xstrndup(text, length);

		letters = letters || viet_width(word, length) < 2;
		query->words[query->word_count++] = viet_query_new(word);
		free(word);
		text += length;
	}
	if (query->word_count < 2 || letters || *text)
		free_words(query);
}

void match_query_init(struct match_query *query, const char *text)
{
	query->all = text[strspn(text, " ")] == '\0';
	query->typed = viet_query_new(text);
	query->key = key_query(text);
	split_words(query, text);
}

void match_query_release(struct match_query *query)
{
	free_words(query);
	viet_query_free(query->typed);
	viet_query_free(query->key);
	*query = (struct match_query){ 0 };
}

static int best(int a, int b)
{
	return a > b ? a : b;
}

static int match_key(struct match_query *query, const char *name)
{
	struct strbuf key = STRBUF_INIT;
	int score;

	agency_name_key(name, &key);
	score = viet_query_match(query->key, key.text);
	strbuf_release(&key);
	return score;
}

/* The least there is, where each word is somewhere in the code or one of the names. */
static int match_words(struct match_query *query, const char *code, const char *name, const struct string_list *aliases)
{
	enum { LEAST = 1 };
	bool all = query->word_count > 0;

	for (size_t i = 0; all && i < query->word_count; i++) {
		all = viet_query_match(query->words[i], name) || (code && viet_query_match(query->words[i], code));
		for (size_t a = 0; !all && a < aliases->count; a++)
			all = viet_query_match(query->words[i], aliases->items[a]) > 0;
	}
	return all ? LEAST : 0;
}

int match_names(struct match_query *query, const char *code, const char *name, const struct string_list *aliases)
{
	int score = viet_query_match(query->typed, name);

	if (code)
		score = best(score, viet_query_match(query->typed, code));
	for (size_t i = 0; i < aliases->count; i++)
		score = best(score, viet_query_match(query->typed, aliases->items[i]));
	if (!score && query->key)
		score = match_key(query, name);
	return score ? score : match_words(query, code, name, aliases);
}
