#include <stdlib.h>
#include <string.h>
#include <uchar.h>

#include "core/viet/key.h"

/* A text as its marked key, letter by letter. */
struct key_text {
	struct key_letter *letters;
	bool *varies;			/* the letter may be another one, in another spelling of its word */
	size_t count, cap;
};

struct viet_query {
	struct key_text wanted;
	bool may_vary;			/* it has letters that another spelling may ask for */
	struct key_text found;		/* room for the texts that are asked */
};

static bool is_blank(const struct key_text *text, size_t at)
{
	return text->letters[at].base == ' ';
}

static size_t word_begin(const struct key_text *text, size_t at)
{
	while (at > 0 && !is_blank(text, at - 1))
		at--;
	return at;
}

static size_t word_end(const struct key_text *text, size_t at)
{
	while (at < text->count && !is_blank(text, at))
		at++;
	return at;
}

enum { LONGEST = 5 };			/* letters of the words that are looked at: "tháng" */

/* A word as it is written, and without its marks: its first letters. */
struct word {
	size_t begin, count;
	uint32_t marked[LONGEST], bases[LONGEST];
};

static struct word word_at(const struct key_text *text, size_t at)
{
	struct word word = { .begin = at, .count = word_end(text, at) - at };

	for (size_t i = 0; i < word.count && i < LONGEST; i++) {
		word.marked[i] = text->letters[at + i].marked;
		word.bases[i] = text->letters[at + i].base;
	}
	return word;
}

/* "hằng" and "hàng", but not "hang". */
static bool is_every(const struct word *word)
{
	static const uint32_t every[] = { 'h', 'a', 'n', 'g' };

	return word->count == 4 && !memcmp(word->bases, every, sizeof every) &&
	       (word->marked[1] == U'à' || word->marked[1] == U'ằ');
}

static void mark_varying(struct key_text *text)
{
	struct word word, next;

	for (word = word_at(text, 0); word.begin < text->count; word = next) {
		next = word_at(text, word.begin + word.count + 1);
		if (key_ends_in_i_or_y(word.bases, word.count))
			text->varies[word.begin + word.count - 1] = true;
		if (is_every(&word) && next.count <= LONGEST && key_is_time(next.marked, next.count))
			text->varies[word.begin + 1] = true;
	}
}

/* Tones where the older style writes them, as viet_marked_key() does. */
static void settle_tones(struct key_text *text)
{
	static const struct key_letter none;

	for (size_t begin = 0, end; begin < text->count; begin = end + 1) {
		end = word_end(text, begin);
		if (end - begin >= 2)
			key_settle_tone(end - begin > 2 ? &text->letters[end - 3] : &none, &text->letters[end - 2],
					&text->letters[end - 1]);
	}
}

/* Read TEXT in place of what KEY held. */
static void key_text_read(struct key_text *key, const char *text)
{
	struct strbuf room = STRBUF_INIT;
	struct key_reader reader = { 0 };

	reader.length = strlen(text);
	reader.text = viet_cleaned(text, &reader.length, &room);
	if (key->cap <= reader.length) {
		key->cap = 2 * reader.length + 1;
		key->letters = xreallocarray(key->letters, key->cap, sizeof *key->letters);
		key->varies = xreallocarray(key->varies, key->cap, sizeof *key->varies);
	}
	key->count = 0;
	while (key_reader_next(&reader, &key->letters[key->count]))
		key->count++;
	settle_tones(key);
	memset(key->varies, 0, key->count * sizeof *key->varies);
	strbuf_release(&room);
}

static void key_text_release(struct key_text *key)
{
	free(key->letters);
	free(key->varies);
}

/*
 * True if the word around AT has TONE anywhere: while "hoàn" is being typed as
 * "hoà" its tone does not stand where it will.
 */
static bool word_has_tone(const struct key_text *text, size_t at, unsigned char tone)
{
	size_t end = word_end(text, at);

	for (at = word_begin(text, at); at < end; at++)
		if (text->letters[at].letter.tone == tone)
			return true;
	return false;
}

/* How well one letter, or a whole query, agrees with what it stands over. */
enum agreement { DIFFERENT, OTHER_SPELLING, OTHER_MARKS, SAME };

static bool marks_agree(const struct key_letter *wanted, const struct key_letter *letter)
{
	if (!wanted->letter.base)
		return wanted->marked == wanted->base || wanted->marked == letter->marked;
	return !wanted->letter.mark || wanted->letter.mark == letter->letter.mark;
}

/* WANTED is what the letter AT would be in the other spelling. */
static bool is_other_spelling(const struct key_letter *wanted, const struct key_text *text, size_t at)
{
	uint32_t base = text->letters[at].base;

	if (!text->varies[at])
		return false;
	if (base == 'a')
		return wanted->base == 'a' && wanted->letter.mark == MARK_BREVE;
	return wanted->base == (base == 'i' ? 'y' : 'i');
}

static enum agreement agreement_of(const struct key_letter *wanted, const struct key_text *text, size_t at)
{
	const struct key_letter *letter = &text->letters[at];
	enum agreement agreement = wanted->marked == letter->marked ? SAME : OTHER_MARKS;

	if (wanted->base != letter->base || !marks_agree(wanted, letter)) {
		if (!is_other_spelling(wanted, text, at))
			return DIFFERENT;
		agreement = OTHER_SPELLING;
	}
	if (wanted->letter.tone && !word_has_tone(text, at, wanted->letter.tone))
		return DIFFERENT;
	return agreement;
}

/* The whole of QUERY over TEXT from AT on. Another spelling is one of a whole word, not of a part. */
static enum agreement agreement_at(const struct key_text *query, const struct key_text *text, size_t at)
{
	enum agreement least = SAME;

	for (size_t i = 0; i < query->count && least; i++) {
		enum agreement agreement = agreement_of(&query->letters[i], text, at + i);

		if (agreement == OTHER_SPELLING && word_begin(query, i) + at != word_begin(text, at + i))
			agreement = DIFFERENT;
		if (agreement < least)
			least = agreement;
	}
	return least;
}

enum place { IN_WORD, AT_WORD, AT_BEGINNING, WHOLE, PLACES };

static enum place place_of(const struct key_text *query, const struct key_text *text, size_t at)
{
	if (at == 0)
		return query->count == text->count ? WHOLE : AT_BEGINNING;
	return is_blank(text, at - 1) ? AT_WORD : IN_WORD;
}

/* From 1 on: what agrees better is worth more than any place. */
static int score_at(const struct key_text *query, const struct key_text *text, size_t at)
{
	enum agreement agreement = agreement_at(query, text, at);

	if (agreement == DIFFERENT)
		return 0;
	return 1 + ((int)agreement - OTHER_SPELLING) * PLACES + (int)place_of(query, text, at);
}

/* What is_other_spelling() takes for something else than it is. */
static bool may_vary(const struct key_text *query)
{
	for (size_t i = 0; i < query->count; i++) {
		const struct key_letter *letter = &query->letters[i];

		if (letter->base == 'i' || letter->base == 'y' ||
		    (letter->base == 'a' && letter->letter.mark == MARK_BREVE))
			return true;
	}
	return false;
}

struct viet_query *viet_query_new(const char *text)
{
	struct viet_query *query = xcalloc(1, sizeof *query);

	key_text_read(&query->wanted, text);
	query->may_vary = may_vary(&query->wanted);
	return query;
}

void viet_query_free(struct viet_query *query)
{
	if (!query)
		return;
	key_text_release(&query->wanted);
	key_text_release(&query->found);
	free(query);
}

/* The best score at the offsets 0 to LAST. */
static int best_score(struct viet_query *query, const char *text, size_t last)
{
	const struct key_text *wanted = &query->wanted;
	struct key_text *found = &query->found;
	int best = 0;

	key_text_read(found, text);
	if (query->may_vary)
		mark_varying(found);
	for (size_t at = 0; at <= last && at + wanted->count <= found->count; at++) {
		int score = score_at(wanted, found, at);

		if (score > best)
			best = score;
	}
	return best;
}

int viet_query_match(struct viet_query *query, const char *text)
{
	return best_score(query, text, strlen(text));
}

int viet_match(const char *query, const char *text)
{
	struct viet_query *read = viet_query_new(query);
	int score = viet_query_match(read, text);

	viet_query_free(read);
	return score;
}

int viet_match_beginning(const char *query, const char *text)
{
	struct viet_query *read = viet_query_new(query);
	int score = best_score(read, text, 0);

	viet_query_free(read);
	return score;
}
