#include <uchar.h>

#include "core/viet/internal.h"

/* Each vowel with its six tones, then the one consonant with a mark. */
#define ALPHABET(V, C)                                                               \
	V('a', MARK_NONE, false, U'a', U'à', U'ả', U'ã', U'á', U'ạ')                 \
	V('a', MARK_NONE, true, U'A', U'À', U'Ả', U'Ã', U'Á', U'Ạ')                  \
	V('a', MARK_BREVE, false, U'ă', U'ằ', U'ẳ', U'ẵ', U'ắ', U'ặ')                \
	V('a', MARK_BREVE, true, U'Ă', U'Ằ', U'Ẳ', U'Ẵ', U'Ắ', U'Ặ')                 \
	V('a', MARK_CIRCUMFLEX, false, U'â', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ')           \
	V('a', MARK_CIRCUMFLEX, true, U'Â', U'Ầ', U'Ẩ', U'Ẫ', U'Ấ', U'Ậ')            \
	V('e', MARK_NONE, false, U'e', U'è', U'ẻ', U'ẽ', U'é', U'ẹ')                 \
	V('e', MARK_NONE, true, U'E', U'È', U'Ẻ', U'Ẽ', U'É', U'Ẹ')                  \
	V('e', MARK_CIRCUMFLEX, false, U'ê', U'ề', U'ể', U'ễ', U'ế', U'ệ')           \
	V('e', MARK_CIRCUMFLEX, true, U'Ê', U'Ề', U'Ể', U'Ễ', U'Ế', U'Ệ')            \
	V('i', MARK_NONE, false, U'i', U'ì', U'ỉ', U'ĩ', U'í', U'ị')                 \
	V('i', MARK_NONE, true, U'I', U'Ì', U'Ỉ', U'Ĩ', U'Í', U'Ị')                  \
	V('o', MARK_NONE, false, U'o', U'ò', U'ỏ', U'õ', U'ó', U'ọ')                 \
	V('o', MARK_NONE, true, U'O', U'Ò', U'Ỏ', U'Õ', U'Ó', U'Ọ')                  \
	V('o', MARK_CIRCUMFLEX, false, U'ô', U'ồ', U'ổ', U'ỗ', U'ố', U'ộ')           \
	V('o', MARK_CIRCUMFLEX, true, U'Ô', U'Ồ', U'Ổ', U'Ỗ', U'Ố', U'Ộ')            \
	V('o', MARK_HORN, false, U'ơ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ')                 \
	V('o', MARK_HORN, true, U'Ơ', U'Ờ', U'Ở', U'Ỡ', U'Ớ', U'Ợ')                  \
	V('u', MARK_NONE, false, U'u', U'ù', U'ủ', U'ũ', U'ú', U'ụ')                 \
	V('u', MARK_NONE, true, U'U', U'Ù', U'Ủ', U'Ũ', U'Ú', U'Ụ')                  \
	V('u', MARK_HORN, false, U'ư', U'ừ', U'ử', U'ữ', U'ứ', U'ự')                 \
	V('u', MARK_HORN, true, U'Ư', U'Ừ', U'Ử', U'Ữ', U'Ứ', U'Ự')                  \
	V('y', MARK_NONE, false, U'y', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ')                 \
	V('y', MARK_NONE, true, U'Y', U'Ỳ', U'Ỷ', U'Ỹ', U'Ý', U'Ỵ')                  \
	C('d', MARK_BAR, false, U'đ')                                                \
	C('d', MARK_BAR, true, U'Đ')

/* Letters of other alphabets that look like it and that old fonts and wrong conversions put in its place. */
#define ALIKE(C)                                                                     \
	C('d', MARK_BAR, false, U'ð')                                                \
	C('d', MARK_BAR, true, U'Ð')                                                 \
	C('d', MARK_BAR, true, U'Ɖ')

/* The letters lie in two stretches of Unicode, which one array holds end to end. */
enum {
	LOW_END = 0x200,
	HIGH_BEGIN = 0x1EA0,
	HIGH_END = 0x1EFA,
};
#define SLOT(c) ((c) < LOW_END ? (c) : (c) - HIGH_BEGIN + LOW_END)

static const struct viet_letter letters[SLOT(HIGH_END)] = {
#define SPLIT_VOWEL(base, mark, capital, level, grave, hook, tilde, acute, dot)      \
	[SLOT(level)] = { base, mark, TONE_LEVEL, capital },                         \
	[SLOT(grave)] = { base, mark, TONE_GRAVE, capital },                         \
	[SLOT(hook)] = { base, mark, TONE_HOOK, capital },                           \
	[SLOT(tilde)] = { base, mark, TONE_TILDE, capital },                         \
	[SLOT(acute)] = { base, mark, TONE_ACUTE, capital },                         \
	[SLOT(dot)] = { base, mark, TONE_DOT, capital },
#define SPLIT_CONSONANT(base, mark, capital, c) [SLOT(c)] = { base, mark, TONE_LEVEL, capital },
	ALPHABET(SPLIT_VOWEL, SPLIT_CONSONANT)
	ALIKE(SPLIT_CONSONANT)
};

#define PLACE(base) ((base) - 'a')

static const uint16_t joined['z' - 'a' + 1][MARK_BAR + 1][2][TONE_COUNT] = {
#define JOIN_VOWEL(base, mark, capital, level, grave, hook, tilde, acute, dot)       \
	[PLACE(base)][mark][capital] = { level, grave, hook, tilde, acute, dot },
#define JOIN_CONSONANT(base, mark, capital, c) [PLACE(base)][mark][capital] = { c },
	ALPHABET(JOIN_VOWEL, JOIN_CONSONANT)
};

unsigned char viet_base(uint32_t c)
{
	if (c < 0x80) {
		unsigned char small = (unsigned char)(c | 0x20);

		return small >= 'a' && small <= 'z' ? small : 0;
	}
	return c >= HIGH_END || (c >= LOW_END && c < HIGH_BEGIN) ? 0 : letters[SLOT(c)].base;
}

bool viet_split(uint32_t c, struct viet_letter *letter)
{
	unsigned char base = viet_base(c);

	if (!base)
		return false;
	if (c < 0x80) {
		*letter = (struct viet_letter){ base, MARK_NONE, TONE_LEVEL, c < 'a' };
		return true;
	}
	*letter = letters[SLOT(c)];
	return true;
}

uint32_t viet_join(struct viet_letter letter)
{
	if (letter.mark == MARK_NONE && letter.tone == TONE_LEVEL)
		return letter.capital ? letter.base - 0x20U : letter.base;
	return joined[PLACE(letter.base)][letter.mark][letter.capital][letter.tone];
}

unsigned int viet_small_letter(const char *text, size_t length, size_t *step)
{
	struct viet_letter letter;
	uint32_t c;

	*step = viet_read(text, length, &c);
	if (!viet_split(c, &letter))
		return 0;
	letter.capital = false;
	return viet_join(letter);
}
