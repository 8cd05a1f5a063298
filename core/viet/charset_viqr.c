/*
 * VIQR (RFC 1456): a mark stands behind its letter as a sign of ASCII, "dd" is đ, a
 * backslash takes a sign's meaning away. A sign is a mark where the two make a
 * letter of ours, else it is itself.
 *
 * People leave the backslash out where a sentence ends. So, of a sign at the
 * end of a word that is punctuation elsewhere, the word decides: "dda^u?" is a question,
 * since ủ has no place in it; "cu?" is củ.
 */
#include <string.h>

#include "core/viet/charset.h"
#include "core/viet/charset_viqr.h"
#include "core/viet/syllable.h"

static bool is_ascii_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

#define LETTER(c) (1u << ((c) - 'a'))
#define VOWELS (LETTER('a') | LETTER('e') | LETTER('i') | LETTER('o') | LETTER('u') | LETTER('y'))

/* What a sign is: a mark for these letters, or a tone for all vowels. */
static const struct {
	unsigned int letters;
	unsigned char mark, tone;
} signs[128] = {
	['('] = { LETTER('a'), MARK_BREVE, TONE_LEVEL },
	['^'] = { LETTER('a') | LETTER('e') | LETTER('o'), MARK_CIRCUMFLEX, TONE_LEVEL },
	['+'] = { LETTER('o') | LETTER('u'), MARK_HORN, TONE_LEVEL },
	['`'] = { VOWELS, MARK_NONE, TONE_GRAVE },
	['?'] = { VOWELS, MARK_NONE, TONE_HOOK },
	['~'] = { VOWELS, MARK_NONE, TONE_TILDE },
	['\''] = { VOWELS, MARK_NONE, TONE_ACUTE },
	['.'] = { VOWELS, MARK_NONE, TONE_DOT },
	['d'] = { LETTER('d'), MARK_BAR, TONE_LEVEL },
	['D'] = { LETTER('d'), MARK_BAR, TONE_LEVEL },
};

/* Add the mark that SIGN is to LETTER; false when that is no letter. */
static bool add_sign(struct viet_letter *letter, unsigned char sign)
{
	if (sign >= 0x80 || !(signs[sign].letters & LETTER(letter->base)))
		return false;
	if ((signs[sign].mark && letter->mark) || (signs[sign].tone && letter->tone) || (sign == 'D' && !letter->capital))
		return false;
	letter->mark |= signs[sign].mark;
	letter->tone |= signs[sign].tone;
	return true;
}

static bool is_punctuation(unsigned char sign)
{
	return sign == '.' || sign == '?' || sign == '\'' || sign == '(';
}

bool viet_is_well_toned(const struct viet_letter *letters, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (letters[i].tone)
			return i == viet_tone_place(letters, count, false) || i == viet_tone_place(letters, count, true);
	return true;
}

static bool is_word(const struct viet_letter *letters, size_t count)
{
	return viet_is_syllable(letters, count) && viet_is_well_toned(letters, count);
}

/* The word without signs at BYTES: its length, when it ends there for certain; else 0. */
static size_t plain_word(const unsigned char *bytes, size_t length)
{
	size_t at = 0;

	while (at < length && at < VIQR_LETTERS && is_ascii_letter(bytes[at]) && (bytes[at] | 0x20) != 'd')
		at++;
	if (at == length || at == VIQR_LETTERS || is_ascii_letter(bytes[at]))
		return 0;
	return bytes[at] < 0x80 && signs[bytes[at]].letters ? 0 : at;
}

/* The last sign of WORD was punctuation after all: BEFORE is its last letter without it. */
static bool ends_in_punctuation(const struct viqr_word *word, struct viet_letter before)
{
	struct viqr_word other = *word;

	if (word->count < 2 || is_word(word->letters, word->count))
		return false;
	other.letters[other.count - 1] = before;
	return is_word(other.letters, other.count) || word->signs == 1;
}

/* The last letter of WORD without its last sign. */
static struct viet_letter letter_before_sign(const struct viqr_word *word)
{
	struct viet_letter letter = word->letters[word->count - 1];

	if (word->last_sign == '(')
		letter.mark = MARK_NONE;
	else
		letter.tone = TONE_LEVEL;
	return letter;
}

/* Take the letter at BYTES and the signs that belong to it; returns their bytes. */
static size_t read_letter(const unsigned char *bytes, size_t length, struct viqr_word *word)
{
	struct viet_letter *letter = &word->letters[word->count++];
	size_t at = 1;

	*letter = (struct viet_letter){ bytes[0] | 0x20, MARK_NONE, TONE_LEVEL, !(bytes[0] & 0x20) };
	while (at < length && add_sign(letter, bytes[at])) {
		word->last_sign = bytes[at++];
		word->signs++;
		word->strong_signs += !is_punctuation(word->last_sign) || letter->mark == MARK_BREVE;
		word->inner_signs += at < length && is_ascii_letter(bytes[at]);
	}
	return at;
}

bool viqr_read_word(const unsigned char *bytes, size_t length, bool last, struct viqr_word *word)
{
	struct viet_letter before;

	word->count = word->length = 0;
	word->signs = word->strong_signs = word->inner_signs = 0;
	word->last_sign = 0;
	while (word->length < length && word->count < VIQR_LETTERS && is_ascii_letter(bytes[word->length]))
		word->length += read_letter(bytes + word->length, length - word->length, word);
	if (word->length == length && !last)
		return false;
	if (!word->signs || bytes[word->length - 1] != word->last_sign || !is_punctuation(word->last_sign))
		return true;
	before = letter_before_sign(word);
	if (ends_in_punctuation(word, before)) {
		word->letters[word->count - 1] = before;
		word->strong_signs -= word->last_sign == '(';
		word->signs--;
		word->length--;
	}
	return true;
}

static void put_word(struct decoding *d, const struct viqr_word *word)
{
	struct strbuf *text = &d->text;

	strbuf_grow(text, 3 * word->count + sizeof d->letters->bytes);
	for (size_t i = 0; i < word->count; i++) {
		const struct viet_letter *letter = &word->letters[i];
		struct utf8_letter made = { { (char)(letter->base - (letter->capital ? 0x20 : 0)) }, 1 };

		if (letter->mark || letter->tone)
			made = utf8_letter(viet_join(*letter));
		memcpy(text->text + text->length, made.bytes, sizeof made.bytes);
		text->length += made.length;
	}
	text->text[text->length] = '\0';
}

size_t decode_viqr(struct decoding *d, const unsigned char *bytes, size_t length, bool last)
{
	struct viqr_word word;
	size_t at = 0;

	while (at < length) {
		size_t from = at, plain;

		while (at < length && !is_ascii_letter(bytes[at]) && bytes[at] != '\\' && bytes[at] < 0x80)
			at++;
		strbuf_add(&d->text, bytes + from, at - from);
		if (at == length)
			break;
		if (bytes[at] >= 0x80) {
			decoding_add_bad(d, d->offset + at, bytes[at]);
			at++;
		} else if (bytes[at] == '\\') {
			if (at + 1 == length && !last)
				break;
			/* The sign itself; before anything else it is a backslash. */
			if (at + 1 < length && strchr("(^+`?~'.dD\\", bytes[at + 1]) && bytes[at + 1])
				at++;
			strbuf_add(&d->text, bytes + at, 1);
			at++;
		} else if ((plain = plain_word(bytes + at, length - at))) {
			strbuf_add(&d->text, bytes + at, plain);
			at += plain;
		} else {
			if (!viqr_read_word(bytes + at, length - at, last, &word))
				break;
			put_word(d, &word);
			at += word.length;
		}
	}
	return at;
}
