/*
 * TCVN3: the fonts of ABC have a byte for every small letter and for the seven
 * capitals without a tone. A capital with a tone is the small one's byte, which a
 * font of capitals (.VnTimeH) draws; in a text without fonts, the other letters
 * of the word show what was meant, or the words beside it.
 *
 * "TØNH" is TỈNH by its T and N; "Uû BAN" is UỶ BAN by the word behind it; "Uû ban" is
 * Uỷ ban. Where nothing shows it, the letter stays small and is counted.
 */
#include <string.h>

#include "core/viet/charset.h"
#include "core/viet/syllable.h"

enum {
	LINE_ENOUGH = 2048,	/* bytes that are looked at together */
	WORD_LETTERS = 16,	/* no syllable is longer */
};

enum word_case { CASE_UNKNOWN, CASE_SMALL, CASE_CAPITAL };

struct word {
	size_t begin, end;
	unsigned int seen;		/* SMALL | CAPITAL | EITHER: in all of it */
	unsigned int seen_behind;	/* the same without its first letter */
};

/* The first word at or behind BEGIN; false when there is none. */
static bool find_word(const struct decoding *d, const unsigned char *line, size_t length, size_t begin, struct word *word)
{
	unsigned int seen;

	while (begin < length && !d->cases[line[begin]])
		begin++;
	if (begin == length)
		return false;
	*word = (struct word){ begin, begin + 1, d->cases[line[begin]], 0 };
	for (; word->end < length && (seen = d->cases[line[word->end]]); word->end++)
		word->seen_behind |= seen;
	word->seen |= word->seen_behind;
	return true;
}

/* The last word that ends at or before END; false when there is none. */
static bool find_word_before(const struct decoding *d, const unsigned char *line, size_t end, struct word *word)
{
	size_t begin;

	while (end && !d->cases[line[end - 1]])
		end--;
	for (begin = end; begin && d->cases[line[begin - 1]]; begin--)
		;
	return find_word(d, line, end, begin, word);
}

/* What the letters of the word alone show. */
static enum word_case own_case(const struct word *word)
{
	if (word->seen & SMALL)
		return CASE_SMALL;
	return word->seen_behind & CAPITAL ? CASE_CAPITAL : CASE_UNKNOWN;
}

static bool is_syllable(const struct decoding *d, const unsigned char *line, const struct word *word)
{
	struct viet_letter letters[WORD_LETTERS];
	size_t count = word->end - word->begin;

	if (count > WORD_LETTERS)
		return false;
	for (size_t i = 0; i < count; i++)
		viet_split(charset_letter(d->charset, line[word->begin + i]), &letters[i]);
	return viet_is_syllable(letters, count);
}

/* What a word shows of those beside it. An abbreviation shows nothing: "UBND ở TP". */
static enum word_case shown_case(const struct decoding *d, const unsigned char *line, const struct word *word)
{
	enum word_case shown = own_case(word);

	return shown == CASE_CAPITAL && !is_syllable(d, line, word) ? CASE_UNKNOWN : shown;
}

static enum word_case case_behind(const struct decoding *d, const unsigned char *line, size_t length, size_t at)
{
	struct word word;
	enum word_case shown = CASE_UNKNOWN;

	while (shown == CASE_UNKNOWN && find_word(d, line, length, at, &word)) {
		shown = shown_case(d, line, &word);
		at = word.end;
	}
	return shown;
}

static enum word_case case_before(const struct decoding *d, const unsigned char *line, size_t at)
{
	struct word word;
	enum word_case shown = CASE_UNKNOWN;

	while (shown == CASE_UNKNOWN && find_word_before(d, line, at, &word)) {
		shown = shown_case(d, line, &word);
		at = word.begin;
	}
	return shown;
}

/* A sentence begins at OFFSET: with the line, or behind a full stop and its like. */
static bool begins_sentence(const unsigned char *line, size_t offset)
{
	while (offset && strchr(" \t\"(-+*", line[offset - 1]) && line[offset - 1])
		offset--;
	return !offset || (strchr(".!?", line[offset - 1]) && line[offset - 1]);
}

/* "Phạm Ngọc ánh": the word before it begins with a capital, as in a name. */
static bool goes_on_a_name(const struct decoding *d, const unsigned char *line, size_t offset)
{
	struct word before;

	return offset && line[offset - 1] == ' ' && find_word_before(d, line, offset, &before) && before.end + 1 == offset &&
	       d->cases[line[before.begin]] == CAPITAL;
}

/* The case of a word whose letters alone do not tell: that of the words beside it, if they agree. */
static enum word_case case_beside(const struct decoding *d, const unsigned char *line, size_t length,
				  const struct word *word)
{
	enum word_case before = case_before(d, line, word->begin);
	enum word_case behind = case_behind(d, line, length, word->end);

	if (before == CASE_UNKNOWN || behind == CASE_UNKNOWN || before == behind)
		return before == CASE_UNKNOWN ? behind : before;
	return CASE_UNKNOWN;
}

/* Append what stands between BEGIN and END of LINE. */
static void put(struct decoding *d, const unsigned char *line, size_t begin, size_t end, bool capital)
{
	const struct utf8_letter *letters = capital ? d->capitals : d->letters;
	struct strbuf *text = &d->text;

	strbuf_grow(text, 3 * (end - begin) + sizeof letters->bytes);
	for (size_t i = begin; i < end; i++) {
		const struct utf8_letter *letter = &letters[line[i]];

		memcpy(text->text + text->length, letter->bytes, sizeof letter->bytes);
		text->length += letter->length;
		if (!letter->length)
			decoding_add_bad(d, d->offset + i, line[i]);
	}
	text->text[text->length] = '\0';
}

/* The case of WORD, which has a letter that may be small or capital. */
static enum word_case decide(struct decoding *d, const unsigned char *line, size_t length, const struct word *word)
{
	enum word_case found = own_case(word);
	bool doubtful;

	if (found == CASE_UNKNOWN)
		found = case_beside(d, line, length, word);
	doubtful = found == CASE_SMALL && d->cases[line[word->begin]] == EITHER &&
		   (begins_sentence(line, word->begin) || goes_on_a_name(d, line, word->begin));
	d->report->doubtful_capitals += found == CASE_UNKNOWN || doubtful;
	return found;
}

static void decode_line(struct decoding *d, const unsigned char *line, size_t length)
{
	struct word word;
	size_t at = 0, done = 0;

	for (; find_word(d, line, length, at, &word); at = word.end) {
		if (!(word.seen & EITHER) || decide(d, line, length, &word) != CASE_CAPITAL)
			continue;
		put(d, line, done, word.begin, false);
		put(d, line, word.begin, word.end, true);
		done = word.end;
	}
	put(d, line, done, length, false);
}

/* Where the line at BYTES ends, or what is looked at of a long one; 0 when that is not known yet. */
static size_t line_length(const unsigned char *bytes, size_t length, bool last)
{
	size_t most = length < LINE_ENOUGH ? length : LINE_ENOUGH;
	const unsigned char *end = memchr(bytes, '\n', most);

	if (end)
		return (size_t)(end - bytes) + 1;
	if (length < LINE_ENOUGH)
		return last ? length : 0;
	while (most && bytes[most - 1] != ' ')
		most--;
	return most ? most : LINE_ENOUGH;
}

size_t decode_tcvn3(struct decoding *d, const unsigned char *bytes, size_t length, bool last)
{
	unsigned long long offset = d->offset;
	size_t at = 0, line;

	while ((line = line_length(bytes + at, length - at, last))) {
		decode_line(d, bytes + at, line);
		at += line;
		d->offset = offset + at;
	}
	d->offset = offset;
	return at;
}
