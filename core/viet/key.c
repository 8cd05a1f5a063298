#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "core/viet/key.h"

/* Letters that old fonts and wrong conversions put for đ: they look the same on paper. */
static bool looks_like_dd(uint32_t c)
{
	return c == 0x00D0 || c == 0x00F0 || c == 0x0189 || c == 0x0256;
}

/* C without what stands over, under and across it; Hangul and what has no marks stays. */
static uint32_t without_marks(uint32_t c)
{
	uint32_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	while (uc_canonical_decomposition(c, parts) == 2 && viet_is_mark(parts[1]))
		c = parts[0];
	return c;
}

static struct key_letter fold(uint32_t c)
{
	struct viet_letter letter;

	if (looks_like_dd(c))
		c = U'đ';
	if (viet_split(c, &letter)) {
		bool capital = letter.capital;

		letter.capital = false;
		return (struct key_letter){ capital ? viet_join(letter) : c, letter.base, letter };
	}
	c = uc_tolower(c);
	return (struct key_letter){ c, without_marks(c), { 0 } };
}

bool key_reader_next(struct key_reader *reader, struct key_letter *letter)
{
	bool blank = false;

	while (reader->at < reader->length) {
		uint32_t c;
		size_t step = viet_read(reader->text + reader->at, reader->length - reader->at, &c);

		if (viet_is_word(c)) {
			if (blank && reader->begun) {
				*letter = (struct key_letter){ ' ', ' ', { 0 } };
				return true;
			}
			*letter = fold(c);
			reader->begun = true;
			reader->at += step;
			return true;
		}
		reader->at += step;
		blank |= viet_class_of(c) != CLASS_HIDDEN && !viet_is_mark(c);
	}
	return false;
}

void viet_search_key(const char *text, size_t length, struct strbuf *out)
{
	struct strbuf room = STRBUF_INIT;
	struct key_reader reader = { 0 };
	struct key_letter letter;

	reader.text = viet_composed(text, &length, &room);
	reader.length = length;
	while (key_reader_next(&reader, &letter))
		strbuf_add_utf8(out, letter.base);
	strbuf_release(&room);
}
