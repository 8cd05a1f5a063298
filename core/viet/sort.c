#include <assert.h>
#include <stdlib.h>
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
 * Every weight is an ASCII character, so that a key is text.
 */

/* As CLDR orders them; symbols that are not listed come between the two. */
static const char32_t signs[] =
	U"‾_‗-‐‒–—―⁓,;:!¡?¿‽.·'‘’‚‛‹›\"“”„‟«»()[]{}‖§¶@*⁎/\\&#%‰‱†‡•‣‧⁃′‵‸※"
	U"`´^¯¨¸°©®←→↑↓+±÷×<=>¬|¦~\u2212⁄";
static const char32_t currencies[] = U"¤¢$£¥₩₫€";

/* Marks as CLDR orders them, but the tones as `vi` does. */
static const char32_t marks[] =
	U"\u0332\u0313\u0314\u0300\u0309\u0303\u0301\u0323\u0306\u0302"
	U"\u030C\u030A\u0308\u030B\u0307\u0338\u0327\u0328\u0304";

#define COUNT(list) ((int)(sizeof (list) / sizeof *(list)) - 1)

enum { LETTER_ROOM = 4 };	/* o ô ơ */

enum {
	LEVEL_END = 1,
	/* first weights */
	BLANK,
	SIGN,			/* its place in the list follows */
	OTHER_SIGN,		/* its UTF-8 follows */
	CURRENCY,		/* its place in the list follows */
	FIRST_DIGIT,
	FIRST_LETTER = FIRST_DIGIT + 10,
	OTHER_LETTER = FIRST_LETTER + 26 * LETTER_ROOM,	/* its UTF-8 follows */
	/* second and third weights */
	COMMON = LEVEL_END + 1,	/* a bare letter; a small one */
	CAPITAL,
	VARIANT,		/* another shape: superscript, full width ... */
	FIRST_MARK = COMMON + 1,
	OTHER_MARK = FIRST_MARK + COUNT(marks),
};
static_assert(OTHER_LETTER < 0x80 && OTHER_MARK < 0x80 && COUNT(signs) < 0x7F, "weights are ASCII");

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
static int place_in(const char32_t *list, uint32_t c)
{
	for (int i = 0; list[i]; i++)
		if (list[i] == c)
			return i;
	return -1;
}

static void add_listed(struct levels *levels, int weight, int place, int third)
{
	add_first(levels, weight, third);
	strbuf_add_char(levels->first, (char)(place + 1));
}

static void add_mark_weight(struct levels *levels, uint32_t mark)
{
	int place = place_in(marks, mark);

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

static void add_code_point(struct levels *levels, uint32_t c, int third);

static bool is_hangul(uint32_t c)
{
	return c >= 0xAC00 && c <= 0xD7A3;
}

/* What is neither a letter nor a sign that we know: by its parts, or else by its number. */
static void add_other(struct levels *levels, uint32_t c, int third)
{
	uint32_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	uint32_t small = uc_tolower(c);
	int tag, count = is_hangul(c) ? 0 : uc_decomposition(c, &tag, parts);

	for (int i = 0; i < count; i++)
		add_code_point(levels, parts[i], tag == UC_DECOMP_CANONICAL ? third : VARIANT);
	if (count <= 0) {
		add_first(levels, viet_is_word(c) ? OTHER_LETTER : OTHER_SIGN, small == c ? third : CAPITAL);
		strbuf_add_utf8(levels->first, small);
	}
}

static void add_code_point(struct levels *levels, uint32_t c, int third)
{
	enum viet_class class = viet_class_of(c);
	struct viet_letter letter;

	if (class == CLASS_SIGN || class == CLASS_HIDDEN)
		return;
	if (class == CLASS_BLANK)
		add_first(levels, BLANK, c == ' ' ? third : VARIANT);
	else if (viet_split(c, &letter))
		add_letter(levels, letter, third);
	else if (is_barred_b(c))
		add_letter(levels, (struct viet_letter){ 'b', MARK_BAR, TONE_LEVEL, c == 0x0243 }, third);
	else if (c >= '0' && c <= '9')
		add_first(levels, FIRST_DIGIT + (int)(c - '0'), third);
	else if (place_in(signs, c) >= 0)
		add_listed(levels, SIGN, place_in(signs, c), third);
	else if (place_in(currencies, c) >= 0)
		add_listed(levels, CURRENCY, place_in(currencies, c), third);
	else if (viet_is_mark(c))
		add_mark_weight(levels, c);
	else
		add_other(levels, c, third);
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

struct keyed {
	char *key, *text;
};

static int compare_keys(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	return strcmp(x->key, y->key);
}

void viet_sort(struct string_list *list)
{
	struct keyed *items = xcalloc(list->count, sizeof *items);

	for (size_t i = 0; i < list->count; i++) {
		struct strbuf key = STRBUF_INIT;

		viet_sort_key(list->items[i], strlen(list->items[i]), &key);
		items[i] = (struct keyed){ strbuf_detach(&key), list->items[i] };
	}
	if (list->count)
		qsort(items, list->count, sizeof *items, compare_keys);
	for (size_t i = 0; i < list->count; i++) {
		list->items[i] = items[i].text;
		free(items[i].key);
	}
	free(items);
}
