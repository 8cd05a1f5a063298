#include <stdlib.h>
#include <string.h>

#include "core/viet/key.h"

/* A marked key taken apart. */
struct key_text {
	struct key_letter *letters;
	size_t count;
};

static void key_text_init(struct key_text *key, const char *text)
{
	struct strbuf marked = STRBUF_INIT;
	struct key_reader reader = { 0 };

	viet_marked_key(text, strlen(text), &marked);
	reader.text = marked.text;
	reader.length = marked.length;
	key->letters = xreallocarray(NULL, marked.length + 1, sizeof *key->letters);
	key->count = 0;
	while (key_reader_next(&reader, &key->letters[key->count]))
		key->count++;
	strbuf_release(&marked);
}

static void key_text_release(struct key_text *key)
{
	free(key->letters);
}

static bool is_blank(const struct key_text *text, size_t at)
{
	return text->letters[at].base == ' ';
}

/*
 * True if the word around AT has TONE anywhere: while "hoàn" is being typed as
 * "hoà" its tone does not stand where it will.
 */
static bool word_has_tone(const struct key_text *text, size_t at, unsigned char tone)
{
	while (at > 0 && !is_blank(text, at - 1))
		at--;
	for (; at < text->count && !is_blank(text, at); at++)
		if (text->letters[at].letter.tone == tone)
			return true;
	return false;
}

/* What one letter of a query asks of the letter of TEXT that it stands over. */
static bool agrees(const struct key_letter *wanted, const struct key_text *text, size_t at)
{
	const struct key_letter *letter = &text->letters[at];

	if (wanted->base != letter->base)
		return false;
	if (!wanted->letter.base)
		return wanted->marked == wanted->base || wanted->marked == letter->marked;
	if (wanted->letter.mark && wanted->letter.mark != letter->letter.mark)
		return false;
	return !wanted->letter.tone || word_has_tone(text, at, wanted->letter.tone);
}

enum {
	IN_WORD = 1,
	AT_WORD,
	AT_BEGINNING,
	WHOLE,
	SAME_MARKS = WHOLE,	/* added: worth more than any place */
};

static int score_at(const struct key_text *query, const struct key_text *text, size_t at)
{
	bool same = true;
	int score = IN_WORD;

	for (size_t i = 0; i < query->count; i++) {
		if (!agrees(&query->letters[i], text, at + i))
			return 0;
		same &= query->letters[i].marked == text->letters[at + i].marked;
	}
	if (at == 0)
		score = query->count == text->count ? WHOLE : AT_BEGINNING;
	else if (is_blank(text, at - 1))
		score = AT_WORD;
	return same ? score + SAME_MARKS : score;
}

int viet_match(const char *query, const char *text)
{
	struct key_text wanted, found;
	int best = 0;

	key_text_init(&wanted, query);
	key_text_init(&found, text);
	for (size_t at = 0; at + wanted.count <= found.count; at++) {
		int score = score_at(&wanted, &found, at);

		if (score > best)
			best = score;
	}
	key_text_release(&wanted);
	key_text_release(&found);
	return best;
}
