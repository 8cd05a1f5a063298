#include "core/plan/words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"

/* What a code point is to the one who cuts words. */
enum letter_class { BLANK, SMALL, CAPITAL, MARK, DIGIT, SIGN };

static inline bool is_letter(enum letter_class class)
{
	return class == SMALL || class == CAPITAL || class == MARK;
}

/* Of ASCII, sixteen to a row. */
static const unsigned char ascii_class[128] = {
#define ALL(class) class, class, class, class, class, class, class, class
	ALL(BLANK), ALL(BLANK),
	ALL(BLANK), ALL(BLANK),
	BLANK, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN, ALL(SIGN),
	ALL(DIGIT), DIGIT, DIGIT, SIGN, SIGN, SIGN, SIGN, SIGN, SIGN,
	SIGN, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, CAPITAL, ALL(CAPITAL),
	ALL(CAPITAL), CAPITAL, CAPITAL, CAPITAL, SIGN, SIGN, SIGN, SIGN, SIGN,
	SIGN, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, ALL(SMALL),
	ALL(SMALL), SMALL, SMALL, SMALL, SIGN, SIGN, SIGN, SIGN, BLANK,
#undef ALL
};

/* The Latin letters, among them all of Vietnamese; in the later blocks the even ones are capitals, but for Ư. */
static enum letter_class class_of_latin(unsigned int c)
{
	if (c < 0x100)
		return c == 0xD7 || c == 0xF7 ? SIGN : c <= 0xDE ? CAPITAL : SMALL;
	return c == 0x1AF || (c != 0x1B0 && c % 2 == 0) ? CAPITAL : SMALL;
}

static bool is_blank(unsigned int c)
{
	return c <= 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
	       c == 0x3000 || c == 0xFEFF;
}

static inline enum letter_class class_of(unsigned int c)
{
	if (c < 0x80)
		return ascii_class[c];
	if ((c >= 0xC0 && c <= 0x24F) || (c >= 0x1E00 && c <= 0x1EFF))
		return class_of_latin(c);
	if (c >= 0x300 && c <= 0x36F)
		return MARK;
	return is_blank(c) ? BLANK : SIGN;
}

static inline bool goes_on(const unsigned char *p)
{
	return (*p & 0xC0) == 0x80;
}

/* One code point of valid UTF-8; U+FFFD of one byte for anything else. */
static inline unsigned int code_point_at(const char *text, size_t length, size_t *size)
{
	const unsigned char *p = (const unsigned char *)text;

	*size = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (*size == 1)
		return p[0];
	if (p[0] >= 0xC0 && *size <= length && goes_on(p + 1)) {
		if (*size == 2)
			return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
		if (*size == 3 && goes_on(p + 2))
			return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
		if (*size == 4 && goes_on(p + 2) && goes_on(p + 3))
			return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
	}
	*size = 1;
	return 0xFFFD;
}

static bool is_dash(unsigned int c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD;
}

static uint64_t bytes_at(const char *at, size_t count)
{
	uint64_t bytes = 0;

	memcpy(&bytes, at, count);
	return bytes;
}

/* A few reads that may overlap instead of a loop: words are short. */
unsigned int word_hash(const char *key, size_t length)
{
	uint64_t hash = length;

	if (length >= 8) {
		for (size_t at = 0; at + 8 < length; at += 8)
			hash = (hash ^ bytes_at(key + at, 8)) * 0x9E3779B97F4A7C15u;
		hash ^= bytes_at(key + length - 8, 8);
	} else if (length >= 4) {
		hash ^= bytes_at(key, 4) << 32 | bytes_at(key + length - 4, 4);
	} else if (length) {
		hash ^= (uint64_t)(unsigned char)key[0] << 8 | (uint64_t)(unsigned char)key[length / 2] << 16 |
			(uint64_t)(unsigned char)key[length - 1] << 24;
	}
	return (unsigned int)(hash * 0x9E3779B97F4A7C15u >> 32);
}

/*
 * Most words are their own marked key: small letters, and no tone behind an "o"
 * or "u", where the styles differ ("hoà", "uỷ").
 */
static bool is_own_key(const char *text, size_t length, bool small)
{
	size_t last = length - 1;

	while (last && (text[last] & 0xC0) == 0x80)
		last--;
	return small && (last + 1 == length || !last || (text[last - 1] != 'o' && text[last - 1] != 'u'));
}

/*
 * The key of a word with capitals, where its small letters are their own key: letter
 * by letter, which nearly all words of a text allow. False where only viet_marked_key() can tell.
 */
static bool add_small_key(const char *text, size_t length, struct strbuf *keys)
{
	size_t begin = keys->length, step;

	for (size_t at = 0; at < length; at += step) {
		unsigned int c = viet_small_letter(text + at, length - at, &step);

		if (!c)
			break;
		strbuf_add_utf8(keys, c);
		if (at + step == length && is_own_key(keys->text + begin, keys->length - begin, true))
			return true;
	}
	strbuf_truncate(keys, begin);
	return false;
}

static void add_key(struct words *words, struct word *word, bool small)
{
	const char *at = words->text + word->start;
	size_t length = word->end - word->start, size;
	bool dash = word->kind == WORD_SIGN && is_dash(code_point_at(at, length, &size));

	word->own_key = word->kind == WORD_LETTERS ? is_own_key(at, length, small) : !dash;
	word->key = word->own_key ? word->start : words->keys.length;
	if (dash)
		strbuf_add_char(&words->keys, '-');
	else if (!word->own_key && !add_small_key(at, length, &words->keys))
		viet_marked_key(at, length, &words->keys);
	word->key_length = word->own_key ? length : words->keys.length - word->key;
	word->hash = word_hash((word->own_key ? words->text : words->keys.text) + word->key, word->key_length);
}

static enum word_kind kind_of(enum letter_class class)
{
	return is_letter(class) ? WORD_LETTERS : class == DIGIT ? WORD_NUMBER : WORD_SIGN;
}

static void take_digit(struct word *word, unsigned int digit)
{
	if (word->value > NUMBER_TOO_LARGE / 10 - 1)
		word->value = NUMBER_TOO_LARGE;
	else
		word->value = word->value * 10 + (int)digit;
}

/* Read the word that begins at OFFSET with the code point C of SIZE bytes; SMALL: without capitals and loose marks. */
static inline struct word read_word(const char *text, size_t length, size_t offset, unsigned int c, size_t size,
				    bool *small)
{
	enum letter_class class = class_of(c);
	struct word word = {
		.kind = kind_of(class), .start = offset, .end = offset, .capital = class == CAPITAL,
	};
	unsigned int seen = 0;

	do {
		if (word.kind == WORD_NUMBER)
			take_digit(&word, c - '0');
		seen |= 1U << class;
		word.end += size;
		if (word.kind == WORD_SIGN || word.end >= length)
			break;
		c = code_point_at(text + word.end, length - word.end, &size);
		class = class_of(c);
	} while (class != BLANK && kind_of(class) == word.kind);
	word.all_capitals = seen == 1U << CAPITAL;
	*small = !(seen & (1U << CAPITAL | 1U << MARK));
	return word;
}

/*
 * Room that was given back. A paragraph is cut into words a dozen times, by whoever
 * asks something of it, and forgotten: without this, a quarter of the time goes to the heap.
 */
static struct {
	struct word *items;
	size_t cap;
} spares[4];

enum { SPARES = sizeof spares / sizeof *spares, MOST_KEPT = 4096 };

static void take_spare(struct words *words)
{
	for (size_t i = 0; i < SPARES && !words->items; i++) {
		words->items = spares[i].items;
		words->cap = spares[i].cap;
		spares[i].items = NULL;
	}
}

static void give_back(struct words *words)
{
	for (size_t i = 0; i < SPARES && words->cap <= MOST_KEPT && words->items; i++) {
		if (spares[i].items)
			continue;
		spares[i].items = words->items;
		spares[i].cap = words->cap;
		words->items = NULL;
	}
	free(words->items);
}

/* Room for the words of a usual text at once. */
static void make_room(struct words *words, size_t length)
{
	enum { USUAL_WORD = 5, MOST_AT_ONCE = MOST_KEPT };
	size_t usual = length / USUAL_WORD + 1;

	if (!words->items)
		take_spare(words);
	GROW(words->items, usual < MOST_AT_ONCE ? usual : MOST_AT_ONCE, words->cap);
}

void words_split(const char *text, size_t length, struct words *out)
{
	bool spaced = true;

	make_room(out, length);
	out->text = text;
	out->count = 0;
	out->bare = false;
	strbuf_clear(&out->keys);
	for (size_t offset = 0; offset < length;) {
		size_t size;
		unsigned int c = code_point_at(text + offset, length - offset, &size);
		struct word word;
		bool small;

		if (class_of(c) == BLANK) {
			spaced = true;
			offset += size;
			continue;
		}
		word = read_word(text, length, offset, c, size, &small);
		word.spaced = spaced;
		add_key(out, &word, small);
		GROW(out->items, out->count + 1, out->cap);
		out->items[out->count++] = word;
		offset = word.end;
		spaced = false;
	}
}

void words_split_typed(const char *text, size_t length, struct words *out)
{
	enum { LONGEST_BARE = 200 };
	size_t ascii = 0;

	while (ascii < length && (unsigned char)text[ascii] < 0x80)
		ascii++;
	words_split(text, length, out);
	out->bare = ascii == length && length <= LONGEST_BARE;
}

void words_release(struct words *words)
{
	give_back(words);
	strbuf_release(&words->keys);
	*words = (struct words)WORDS_INIT;
}

const char *word_key(const struct words *words, size_t at, size_t *length)
{
	const struct word *word = &words->items[at];

	*length = word->key_length;
	return (word->own_key ? words->text : words->keys.text) + word->key;
}

bool sign_is(const struct words *words, size_t at, char sign)
{
	size_t length;

	return at < words->count && words->items[at].kind == WORD_SIGN && *word_key(words, at, &length) == sign;
}

static int roman_digit(char c)
{
	return c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
}

int numeral_at(const struct words *words, size_t at)
{
	const char *key;
	size_t length;
	int value = 0;

	if (at >= words->count)
		return 0;
	if (words->items[at].kind == WORD_NUMBER)
		return words->items[at].value;
	key = word_key(words, at, &length);
	if (words->items[at].kind != WORD_LETTERS || length > 6)
		return 0;
	for (size_t i = 0; i < length; i++) {
		int digit = roman_digit(key[i]);
		int next = i + 1 < length ? roman_digit(key[i + 1]) : 0;

		if (!digit)
			return 0;
		value += digit < next ? -digit : digit;
	}
	return value;
}

size_t word_start(const struct words *words, size_t at)
{
	if (at < words->count)
		return words->items[at].start;
	return words->count ? words->items[words->count - 1].end : 0;
}

size_t word_at_offset(const struct words *words, size_t offset)
{
	size_t low = 0, high = words->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (words->items[middle].start < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
