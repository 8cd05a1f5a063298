/*
 * Phrases that are looked for, taken apart once.
 *
 * Nearly every word of a text is held against hundreds of patterns and fits
 * none, so what matters is to say no at once: a word carries the hash of its
 * key, and each element of a pattern has a set of the hashes that it takes.
 * Patterns live as long as the program: what was taken apart is kept by the
 * pattern's address and never freed.
 */
#include "core/plan/words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"

struct alternative {
	unsigned int hash;
	const char *text;	/* in the pattern */
	size_t length;
	char *bare;		/* its letters without marks */
	size_t bare_length;
};

/* Hashes, by their lowest bits: may have what it was not given, never lacks what it was. */
struct hash_set {
	uint64_t bits[4];
};

struct element {
	struct alternative *alternatives;
	size_t count, cap;
	struct hash_set hashes;
	bool optional, number;
};

/* The words that something may begin with. */
struct beginning {
	struct hash_set hashes;
	bool number;
};

struct phrase {
	struct element *elements;
	size_t count, cap;
	struct beginning first;
};

enum { BUCKETS = 64 };

/* Rows of a list, in its order. */
struct bucket {
	size_t *rows;
	size_t count, cap;
};

/* Patterns of which any will do. */
struct phrase_list {
	const struct phrase **items;
	size_t count, cap;
	struct beginning first;		/* of one of them */
	struct bucket buckets[BUCKETS];	/* the rows that may begin with a word, by the lowest bits of its hash */
};

static void hash_set_add(struct hash_set *set, unsigned int hash)
{
	set->bits[hash >> 6 & 3] |= (uint64_t)1 << (hash & 63);
}

static bool hash_set_may_have(const struct hash_set *set, unsigned int hash)
{
	return set->bits[hash >> 6 & 3] >> (hash & 63) & 1;
}

/* --- what was taken apart, by the address of the pattern ---------------- */

struct slot {
	const void *pattern;
	void *made;
};

struct kept {
	struct slot *slots;
	size_t count, size;	/* SIZE is a power of two, more than COUNT */
};

static struct kept kept_phrases, kept_lists;

static struct slot *slot_of(const struct kept *kept, const void *pattern)
{
	size_t at = (size_t)((uint64_t)(uintptr_t)pattern * 0x9E3779B97F4A7C15u >> 32);

	while (kept->slots[at & (kept->size - 1)].pattern && kept->slots[at & (kept->size - 1)].pattern != pattern)
		at++;
	return &kept->slots[at & (kept->size - 1)];
}

static void *kept_find(const struct kept *kept, const void *pattern)
{
	return kept->size ? slot_of(kept, pattern)->made : NULL;
}

static void kept_add(struct kept *kept, const void *pattern, void *made)
{
	if (kept->count * 2 >= kept->size) {
		struct kept larger = { .size = kept->size ? kept->size * 2 : 256, .count = kept->count };

		larger.slots = xcalloc(larger.size, sizeof *larger.slots);
		for (size_t i = 0; i < kept->size; i++)
			if (kept->slots[i].pattern)
				*slot_of(&larger, kept->slots[i].pattern) = kept->slots[i];
		free(kept->slots);
		*kept = larger;
	}
	*slot_of(kept, pattern) = (struct slot){ pattern, made };
	kept->count++;
}

/* --- taking a pattern apart --------------------------------------------- */

/* "?" ends an alternative only at the end of its element. */
static bool ends_alternative(const char *p)
{
	return !*p || *p == '|' || *p == ' ' || (*p == '?' && (p[1] == ' ' || !p[1]));
}

static void add_alternative(struct element *element, const char *text, size_t length)
{
	struct alternative *new;
	struct strbuf bare = STRBUF_INIT;

	GROW(element->alternatives, element->count + 1, element->cap);
	new = &element->alternatives[element->count++];
	viet_search_key(text, length, &bare);
	*new = (struct alternative){ .hash = word_hash(text, length), .text = text, .length = length,
				     .bare_length = bare.length };
	new->bare = strbuf_detach(&bare);
	element->number = element->number || (length == 1 && *text == '#' && element->count == 1);
	hash_set_add(&element->hashes, new->hash);
}

static const char *take_element(const char *at, struct element *element)
{
	*element = (struct element){ 0 };
	for (;; at++) {
		const char *start = at;

		at += *at == '?';	/* the sign itself */
		while (!ends_alternative(at))
			at++;
		add_alternative(element, start, (size_t)(at - start));
		if (*at != '|')
			break;
	}
	element->optional = *at == '?';
	at += element->optional;
	return at + (*at == ' ');
}

/* Behind an optional element a phrase may begin with the next one, too. */
static void add_first(struct beginning *first, const struct phrase *phrase)
{
	for (size_t e = 0; e < phrase->count; e++) {
		const struct element *element = &phrase->elements[e];

		for (size_t i = 0; i < element->count; i++)
			hash_set_add(&first->hashes, element->alternatives[i].hash);
		first->number = first->number || element->number;
		if (!element->optional)
			break;
	}
}

static const struct phrase *phrase_of(const char *pattern)
{
	struct phrase *phrase = kept_find(&kept_phrases, pattern);

	if (phrase)
		return phrase;
	phrase = xcalloc(1, sizeof *phrase);
	for (const char *at = pattern; *at;) {
		GROW(phrase->elements, phrase->count + 1, phrase->cap);
		at = take_element(at, &phrase->elements[phrase->count++]);
	}
	add_first(&phrase->first, phrase);
	kept_add(&kept_phrases, pattern, phrase);
	return phrase;
}

/* Row ROW, under every hash that its first word may have. */
static void fill_buckets(struct phrase_list *list, size_t row)
{
	const struct hash_set *hashes = &list->items[row]->first.hashes;
	uint64_t lowest = hashes->bits[0] | hashes->bits[1] | hashes->bits[2] | hashes->bits[3];

	for (size_t i = 0; i < BUCKETS; i++) {
		struct bucket *bucket = &list->buckets[i];

		if (!(lowest >> i & 1))
			continue;
		GROW(bucket->rows, bucket->count + 1, bucket->cap);
		bucket->rows[bucket->count++] = row;
	}
}

/* Of a table of ROWS rows of ROW_SIZE bytes that begin with a pattern, or of a list that ends with NULL. */
static const struct phrase_list *list_of(const void *table, size_t rows, size_t row_size)
{
	struct phrase_list *list = kept_find(&kept_lists, table);
	const char *row = table, *pattern;

	if (list)
		return list;
	list = xcalloc(1, sizeof *list);
	for (size_t i = 0; i < rows && (pattern = *(const char *const *)(const void *)row); i++, row += row_size) {
		GROW(list->items, list->count + 1, list->cap);
		list->items[list->count++] = phrase_of(pattern);
		add_first(&list->first, list->items[i]);
		fill_buckets(list, i);
	}
	kept_add(&kept_lists, table, list);
	return list;
}

/* --- comparing ---------------------------------------------------------- */

static bool is_one_of(const struct words *words, size_t at, const struct element *element)
{
	unsigned int hash = words->items[at].hash;
	size_t length;
	const char *key = word_key(words, at, &length);

	for (size_t i = 0; i < element->count; i++) {
		const struct alternative *alternative = &element->alternatives[i];

		if (alternative->hash == hash && alternative->length == length &&
		    !memcmp(alternative->text, key, length))
			return true;
	}
	return false;
}

/* In a text typed without marks a word stands for every word of the same bare letters. */
static bool is_bare_one_of(const struct words *words, size_t at, const struct element *element)
{
	size_t length;
	const char *key = word_key(words, at, &length);

	for (size_t i = 0; words->items[at].kind == WORD_LETTERS && i < element->count; i++)
		if (element->alternatives[i].bare_length == length &&
		    !memcmp(element->alternatives[i].bare, key, length))
			return true;
	return false;
}

static bool element_fits(const struct words *words, size_t at, const struct element *element)
{
	if (at >= words->count)
		return false;
	if (element->number && words->items[at].kind == WORD_NUMBER)
		return true;
	return (hash_set_may_have(&element->hashes, words->items[at].hash) && is_one_of(words, at, element)) ||
	       (words->bare && is_bare_one_of(words, at, element));
}

static inline bool may_begin(const struct words *words, size_t at, const struct beginning *first)
{
	return hash_set_may_have(&first->hashes, words->items[at].hash) || words->bare ||
	       (first->number && words->items[at].kind == WORD_NUMBER);
}

/* At a word that exists. */
static inline size_t phrase_length(const struct words *words, size_t at, const struct phrase *phrase)
{
	size_t taken = 0;

	if (!may_begin(words, at, &phrase->first))
		return 0;
	for (size_t e = 0; e < phrase->count; e++) {
		if (element_fits(words, at + taken, &phrase->elements[e]))
			taken++;
		else if (!phrase->elements[e].optional)
			return 0;
	}
	return taken;
}

size_t phrase_at(const struct words *words, size_t at, const char *pattern)
{
	return at < words->count ? phrase_length(words, at, phrase_of(pattern)) : 0;
}

/* True when the hash of the word alone tells which phrases may begin with it. */
static inline bool has_bucket(const struct words *words, size_t at)
{
	return !words->bare && words->items[at].kind != WORD_NUMBER;
}

/* The first phrase from FROM on that stands at AT; the count of the list when there is none. */
static inline size_t first_of(const struct words *words, size_t at, const struct phrase_list *list, size_t from,
			      size_t *taken)
{
	const struct bucket *bucket;

	*taken = 0;
	if (!may_begin(words, at, &list->first))
		return list->count;
	if (!has_bucket(words, at)) {
		for (; from < list->count && !(*taken = phrase_length(words, at, list->items[from])); from++)
			;
		return from;
	}
	bucket = &list->buckets[words->items[at].hash & (BUCKETS - 1)];
	for (size_t i = 0; i < bucket->count; i++)
		if (bucket->rows[i] >= from && (*taken = phrase_length(words, at, list->items[bucket->rows[i]])))
			return bucket->rows[i];
	return list->count;
}

size_t any_phrase_at(const struct words *words, size_t at, const char *const *patterns)
{
	size_t taken = 0;

	if (at < words->count)
		first_of(words, at, list_of(patterns, SIZE_MAX, sizeof *patterns), 0, &taken);
	return taken;
}

size_t phrase_next(const struct words *words, size_t from, const char *pattern)
{
	const struct phrase *phrase = phrase_of(pattern);

	while (from < words->count && !phrase_length(words, from, phrase))
		from++;
	return from < words->count ? from : words->count;
}

size_t any_phrase_next(const struct words *words, size_t from, const char *const *patterns)
{
	const struct phrase_list *list = list_of(patterns, SIZE_MAX, sizeof *patterns);
	size_t taken = 0;

	for (; from < words->count; from++) {
		first_of(words, from, list, 0, &taken);
		if (taken)
			return from;
	}
	return words->count;
}

size_t phrase_row_at(const struct words *words, size_t at, const void *table, size_t rows, size_t row_size, size_t from,
		     size_t *taken)
{
	*taken = 0;
	return at < words->count ? first_of(words, at, list_of(table, rows, row_size), from, taken) : rows;
}

bool word_is(const struct words *words, size_t at, const char *alternatives)
{
	const struct phrase *phrase = at < words->count ? phrase_of(alternatives) : NULL;

	return phrase && phrase->count && element_fits(words, at, &phrase->elements[0]);
}
