#include <unicase.h>
#include <uninorm.h>

#include "core/viet/key.h"

/* C without what stands over, under and across it; Hangul and what has no marks stays. */
static uint32_t without_marks(uint32_t c)
{
	uint32_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	while (uc_canonical_decomposition(c, parts) == 2 && viet_is_mark(parts[1]))
		c = parts[0];
	return c;
}

/* Read C as a letter of a word; false when it is none. */
static bool fold(uint32_t c, struct key_letter *out)
{
	struct viet_letter letter;

	if (viet_split(c, &letter)) {
		letter.capital = false;
		*out = (struct key_letter){ viet_join(letter), letter.base, letter };
		return true;
	}
	if (!viet_is_word(c))
		return false;
	c = uc_tolower(c);
	*out = (struct key_letter){ c, without_marks(c), { 0 } };
	return true;
}

/* What viet_clean() drops parts no words either. */
static bool parts_words(uint32_t c)
{
	enum viet_class class = viet_class_of(c);

	return class == CLASS_PLAIN || class == CLASS_BLANK || (class == CLASS_OTHER && !viet_is_mark(c));
}

bool key_reader_next(struct key_reader *reader, struct key_letter *letter)
{
	bool blank = false;

	while (reader->at < reader->length) {
		uint32_t c;
		size_t step = viet_read(reader->text + reader->at, reader->length - reader->at, &c);

		if (!fold(c, letter)) {
			blank |= parts_words(c);
			reader->at += step;
			continue;
		}
		if (blank && reader->begun) {
			*letter = (struct key_letter){ ' ', ' ', { 0 } };
			return true;	/* the letter is read again by the next call */
		}
		reader->begun = true;
		reader->at += step;
		return true;
	}
	return false;
}

void viet_search_key(const char *text, size_t length, struct strbuf *out)
{
	struct strbuf room = STRBUF_INIT;
	struct key_reader reader = { 0 };
	struct key_letter letter;

	reader.text = viet_cleaned(text, &length, &room);
	reader.length = length;
	while (key_reader_next(&reader, &letter))
		strbuf_add_utf8(out, letter.base);
	strbuf_release(&room);
}

/* A letter of the word being written, and where it begins. */
struct placed {
	struct key_letter letter;
	size_t at;
};

/* The spellings whose tone is written on the first vowel by the older style, on the second by the newer. */
static bool is_open_pair(struct viet_letter first, struct viet_letter second)
{
	if (first.mark || second.mark)
		return false;
	return (first.base == 'o' && (second.base == 'a' || second.base == 'e')) ||
	       (first.base == 'u' && second.base == 'y');
}

/* A word ends in OUT with the letters LAST: move its tone from "hoà" to "hòa", but leave "quý" alone. */
static void settle_tone(const struct placed last[3], struct strbuf *out)
{
	struct viet_letter first = last[1].letter.letter, second = last[2].letter.letter;

	if (last[0].letter.base == 'q' || !is_open_pair(first, second) || first.tone || !second.tone)
		return;
	first.tone = second.tone;
	second.tone = TONE_LEVEL;
	strbuf_truncate(out, last[1].at);
	strbuf_add_utf8(out, viet_join(first));
	strbuf_add_utf8(out, viet_join(second));
}

void viet_marked_key(const char *text, size_t length, struct strbuf *out)
{
	struct strbuf room = STRBUF_INIT;
	struct key_reader reader = { 0 };
	struct key_letter letter;
	struct placed last[3] = { 0 };

	reader.text = viet_cleaned(text, &length, &room);
	reader.length = length;
	while (key_reader_next(&reader, &letter)) {
		if (letter.base == ' ')
			settle_tone(last, out);
		last[0] = last[1];
		last[1] = last[2];
		last[2] = (struct placed){ letter, out->length };
		strbuf_add_utf8(out, letter.marked);
	}
	settle_tone(last, out);
	strbuf_release(&room);
}
