#include <assert.h>
#include <string.h>
#include <uchar.h>
#include <unicase.h>
#include <uninorm.h>

#include "core/viet/internal.h"

/*
 * The Unicode Collation Algorithm (UTS #10) with the CLDR root order, cut down to
 * what Vietnamese writing uses, and its tailoring for `vi`. A key holds the first
 * weights of all letters, then their second ones (tones), then the third (case);
 * a level ends with LEVEL_END, and the common weights at its end are left out.
 */

/* White space, punctuation and symbols as CLDR orders them, with room for other symbols after them. */
static const char32_t signs[] =
	U"\t\n\v\f\r\x85\u2028\u2029 ‾_‗-‐‒–—―⁓,;:!¡?¿‽.·'‘’‚‛‹›\"“”„‟«»()[]{}‖§¶@*⁎/\\&#%‰‱†‡•‣‧⁃′‵‸※"
	U"`´^¯¨¸°©®←→↑↓+±÷×<=>¬|¦~\u2212⁄";
static const char32_t currencies[] = U"¤¢$£¥₩₫€";

/* Marks as CLDR orders them, but the tones as `vi` does. */
static const char32_t marks[] =
	U"\u0332\u0313\u0314\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030C\u030A\u0308\u030B\u0307\u0338\u0327"
	U"\u0328\u0304";

enum {
	SIGNS = sizeof signs / sizeof *signs - 1,
	CURRENCIES = sizeof currencies / sizeof *currencies - 1,
	MARKS = sizeof marks / sizeof *marks - 1,
	LETTER_ROOM = 4,		/* o ô ơ */
};

enum {
	LEVEL_END = 1,
	COMMON,				/* second weight of a bare letter, third of a small one */
	FIRST_MARK,
	OTHER_MARK = FIRST_MARK + MARKS,
	CAPITAL = COMMON + 1,
	VARIANT,			/* a letter in another shape: superscript, full width ... */
	FIRST_SIGN = LEVEL_END + 1,
	OTHER_SIGN = FIRST_SIGN + SIGNS,	/* its UTF-8 follows */
	FIRST_CURRENCY,
	FIRST_DIGIT = FIRST_CURRENCY + CURRENCIES,
	FIRST_LETTER = FIRST_DIGIT + 10,
	OTHER_LETTER = FIRST_LETTER + 26 * LETTER_ROOM,	/* its UTF-8 follows */
};
static_assert(OTHER_LETTER <= 0xFF, "a weight is one byte");

struct levels {
	struct strbuf *first;
	struct strbuf second, third;
	size_t second_end, third_end;	/* after the last weight that is not common */
};

static void add_second(struct levels *levels, int weight)
{
	strbuf_add_char(&levels->second, (char)weight);
	if (weight != COMMON)
		levels->second_end = levels->second.length;
}

static void add_third(struct levels *levels, int weight)
{
	strbuf_add_char(&levels->third, (char)weight);
	if (weight != COMMON)
		levels->third_end = levels->third.length;
}

static void add_first(struct levels *levels, int weight, int third)
{
	strbuf_add_char(levels->first, (char)weight);
	add_second(levels, COMMON);
	add_third(levels, third);
}

/* Place of C in LIST; -1 when it is not there. */
static int place_in(const char32_t *list, int count, uint32_t c)
{
	for (int i = 0; i < count; i++)
		if (list[i] == c)
			return i;
	return -1;
}

static void add_mark_weight(struct levels *levels, uint32_t mark)
{
	int place = place_in(marks, MARKS, mark);

	add_second(levels, place < 0 ? OTHER_MARK : FIRST_MARK + place);
}

static void add_letter(struct levels *levels, struct viet_letter letter, int third)
{
	static const unsigned char place[] = {
		[MARK_NONE] = 0, [MARK_BREVE] = 1, [MARK_BAR] = 1, [MARK_CIRCUMFLEX] = 2, [MARK_HORN] = 3,
	};
	static const uint32_t tones[] = { 0, 0x300, 0x309, 0x303, 0x301, 0x323 };

	if (third == COMMON && letter.capital)
		third = CAPITAL;
	add_first(levels, FIRST_LETTER + (letter.base - 'a') * LETTER_ROOM + place[letter.mark], third);
	if (letter.tone)
		add_mark_weight(levels, tones[letter.tone]);
}

/* Not of the Vietnamese alphabet, but in place names of the highlands. */
static bool is_barred_b(uint32_t c)
{
	return c == 0x0180 || c == 0x0243;
}

static void add_other(struct levels *levels, uint32_t c, int third)
{
	uint32_t small = uc_tolower(c);

	add_first(levels, viet_is_word(c) ? OTHER_LETTER : OTHER_SIGN, small == c ? third : CAPITAL);
	strbuf_add_utf8(levels->first, small);
}

static bool is_hangul(uint32_t c)
{
	return c >= 0xAC00 && c <= 0xD7A3;
}

static void add_code_point(struct levels *levels, uint32_t c, int third)
{
	uint32_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	struct viet_letter letter;
	enum viet_class class = viet_class_of(c);
	int place, count, tag;

	if (class == CLASS_SIGN || class == CLASS_HIDDEN)
		return;
	if (viet_split(c, &letter)) {
		add_letter(levels, letter, third);
	} else if (is_barred_b(c)) {
		add_letter(levels, (struct viet_letter){ 'b', MARK_BAR, TONE_LEVEL, c == 0x0243 }, third);
	} else if (c >= '0' && c <= '9') {
		add_first(levels, FIRST_DIGIT + (int)(c - '0'), third);
	} else if ((place = place_in(signs, SIGNS, c)) >= 0) {
		add_first(levels, FIRST_SIGN + place, third);
	} else if ((place = place_in(currencies, CURRENCIES, c)) >= 0) {
		add_first(levels, FIRST_CURRENCY + place, third);
	} else if (viet_is_mark(c)) {
		add_mark_weight(levels, c);
	} else if (!is_hangul(c) && (count = uc_decomposition(c, &tag, parts)) > 0) {
		for (int i = 0; i < count; i++)
			add_code_point(levels, parts[i], tag == UC_DECOMP_CANONICAL ? third : VARIANT);
	} else {
		add_other(levels, c, third);
	}
}

void viet_sort_key(const char *text, size_t length, struct strbuf *out)
{
	struct strbuf room = STRBUF_INIT;
	struct levels levels = { out, STRBUF_INIT, STRBUF_INIT, 0, 0 };
	size_t step;

	text = viet_composed(text, &length, &room);
	for (size_t at = 0; at < length; at += step) {
		uint32_t c;

		step = viet_read(text + at, length - at, &c);
		add_code_point(&levels, c, COMMON);
	}
	strbuf_add_char(out, LEVEL_END);
	strbuf_add(out, levels.second.text, levels.second_end);
	strbuf_add_char(out, LEVEL_END);
	strbuf_add(out, levels.third.text, levels.third_end);
	strbuf_release(&levels.second);
	strbuf_release(&levels.third);
	strbuf_release(&room);
}
