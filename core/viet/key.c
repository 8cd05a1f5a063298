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

/* Printed ASCII: all that is no letter and no digit parts words. */
static bool is_plain_sign(uint32_t c)
{
	return c >= ' ' && c < 0x7F;
}

/* Words of our alphabet with ASCII between them, from the reader's place: nearly all there is, so it is made quick. */
static void add_words(struct key_reader *reader, struct strbuf *out)
{
	const char *text = reader->text;
	size_t at = reader->at, step;
	bool blank = false;
	char *to;

	strbuf_grow(out, reader->length - at);
	to = out->text + out->length;
	for (; at < reader->length; at += step) {
		unsigned char letter;
		uint32_t c;

		step = viet_read(text + at, reader->length - at, &c);
		letter = c >= '0' && c <= '9' ? (unsigned char)c : viet_base(c);
		if (letter) {
			if (blank && reader->begun)
				*to++ = ' ';
			*to++ = (char)letter;
			reader->begun = true;
			reader->at = at + step;
		} else if (!is_plain_sign(c)) {
			break;
		}
		blank = !letter;
	}
	*to = '\0';
	out->length = (size_t)(to - out->text);
}

void viet_search_key(const char *text, size_t length, struct strbuf *out)
{
	struct strbuf room = STRBUF_INIT;
	struct key_reader reader = { 0 };
	struct key_letter letter;

	reader.text = viet_cleaned(text, &length, &room);
	reader.length = length;
	add_words(&reader, out);
	while (key_reader_next(&reader, &letter)) {
		strbuf_add_utf8(out, letter.base);
		add_words(&reader, out);
	}
	strbuf_release(&room);
}

/* The spellings whose tone is written on the first vowel by the older style, on the second by the newer. */
static bool is_open_pair(struct viet_letter first, struct viet_letter second)
{
	if (first.mark || second.mark)
		return false;
	return (first.base == 'o' && (second.base == 'a' || second.base == 'e')) ||
	       (first.base == 'u' && second.base == 'y');
}

static void set_tone(struct key_letter *letter, unsigned char tone)
{
	letter->letter.tone = tone;
	letter->marked = viet_join(letter->letter);
}

bool key_settle_tone(const struct key_letter *before, struct key_letter *first, struct key_letter *second)
{
	unsigned char tone = second->letter.tone;

	if (before->base == 'q' || !is_open_pair(first->letter, second->letter) || first->letter.tone || !tone)
		return false;
	set_tone(first, tone);
	set_tone(second, TONE_LEVEL);
	return true;
}

/* The last letters that were written, and where each begins. */
struct tail {
	struct key_letter letters[3];
	size_t starts[3];
};

static void add_marked(struct tail *tail, const struct key_letter *letter, struct strbuf *out)
{
	for (int i = 0; i < 2; i++) {
		tail->letters[i] = tail->letters[i + 1];
		tail->starts[i] = tail->starts[i + 1];
	}
	tail->letters[2] = *letter;
	tail->starts[2] = out->length;
	strbuf_add_utf8(out, letter->marked);
}

/* A word ends here. */
static void settle_tail(struct tail *tail, struct strbuf *out)
{
	if (!key_settle_tone(&tail->letters[0], &tail->letters[1], &tail->letters[2]))
		return;
	strbuf_truncate(out, tail->starts[1]);
	strbuf_add_utf8(out, tail->letters[1].marked);
	strbuf_add_utf8(out, tail->letters[2].marked);
}

void viet_marked_key(const char *text, size_t length, struct strbuf *out)
{
	struct strbuf room = STRBUF_INIT;
	struct key_reader reader = { 0 };
	struct key_letter letter;
	struct tail tail = { 0 };

	reader.text = viet_cleaned(text, &length, &room);
	reader.length = length;
	while (key_reader_next(&reader, &letter)) {
		if (letter.base == ' ')
			settle_tail(&tail, out);
		add_marked(&tail, &letter, out);
	}
	settle_tail(&tail, out);
	strbuf_release(&room);
}
