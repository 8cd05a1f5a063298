#include "office/read/list.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_LETTERS = 30 };	/* of a number in letters */

void list_level_release(struct list_level *level)
{
	free(level->text);
	level->text = NULL;
}

/* --- numbers ------------------------------------------------------------ */

static void show_roman(int number, bool capitals, struct strbuf *out)
{
	static const struct {
		int value;
		const char *small, *capital;
	} signs[] = {
		{ 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" }, { 400, "cd", "CD" }, { 100, "c", "C" },
		{ 90, "xc", "XC" }, { 50, "l", "L" }, { 40, "xl", "XL" }, { 10, "x", "X" }, { 9, "ix", "IX" },
		{ 5, "v", "V" }, { 4, "iv", "IV" }, { 1, "i", "I" },
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (; number >= signs[i].value; number -= signs[i].value)
			strbuf_add_text(out, capitals ? signs[i].capital : signs[i].small);
}

/* z, then aa bb cc: the letter of the alphabet as often as it has been gone through. */
static void show_letters(int number, char first, struct strbuf *out)
{
	int times = (number - 1) / 26 + 1;

	for (int i = 0; i < times; i++)
		strbuf_add_char(out, (char)(first + (number - 1) % 26));
}

static void show_column(int number, char first, struct strbuf *out)
{
	char letters[8];
	int count = 0;

	for (; number > 0; number = (number - 1) / 26)
		letters[count++] = (char)(first + (number - 1) % 26);
	while (count)
		strbuf_add_char(out, letters[--count]);
}

/* As they are counted in Vietnamese: 10 "mười", 15 "mười lăm", 21 "hai mươi mốt". */
static void show_words(int number, struct strbuf *out)
{
	static const char *const digits[] = {
		"", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
	};
	int tens = number / 10, units = number % 10;
	const char *unit = units == 5 && tens ? "lăm" : units == 1 && tens > 1 ? "mốt" : digits[units];

	if (tens > 1)
		strbuf_addf(out, "%s mươi", digits[tens]);
	else if (tens)
		strbuf_add_text(out, "mười");
	if (units)
		strbuf_addf(out, "%s%s", tens ? " " : "", unit);
}

void number_show(enum number_format format, int number, struct strbuf *out)
{
	bool in_letters = number > 0 && number <= 26 * MOST_LETTERS;

	switch (format) {
	case NUMBER_DECIMAL_ZERO:
		strbuf_addf(out, "%02d", number);
		return;
	case NUMBER_UPPER_ROMAN:
	case NUMBER_LOWER_ROMAN:
		if (number > 0 && number < 4000) {
			show_roman(number, format == NUMBER_UPPER_ROMAN, out);
			return;
		}
		break;
	case NUMBER_UPPER_LETTER:
	case NUMBER_LOWER_LETTER:
		if (in_letters) {
			show_letters(number, format == NUMBER_UPPER_LETTER ? 'A' : 'a', out);
			return;
		}
		break;
	case NUMBER_UPPER_COLUMN:
	case NUMBER_LOWER_COLUMN:
		if (in_letters) {
			show_column(number, format == NUMBER_UPPER_COLUMN ? 'A' : 'a', out);
			return;
		}
		break;
	case NUMBER_WORDS:
		if (number > 0 && number < 100) {
			show_words(number, out);
			return;
		}
		break;
	case NUMBER_BULLET:
	case NUMBER_NONE:
		return;
	case NUMBER_DECIMAL:
		break;
	}
	strbuf_addf(out, "%d", number);
}

/* --- counting ----------------------------------------------------------- */

static int start_of(const struct list_level *level)
{
	return level ? level->start : 1;
}

static void begin(struct list_count *count, const struct list_level *const levels[LIST_LEVELS], int level)
{
	count->begun[level] = true;
	count->number[level] = start_of(levels[level]);
}

static bool restarts(const struct list_level *level, int after)
{
	return !level || level->restart < 0 || after < level->restart;
}

void list_advance(struct list_count *count, const struct list_level *const levels[LIST_LEVELS], int level)
{
	for (int above = 0; above < level; above++)
		if (!count->begun[above])
			begin(count, levels, above);
	if (!count->begun[level])
		begin(count, levels, level);
	else
		count->number[level]++;
	for (int below = level + 1; below < LIST_LEVELS; below++)
		if (restarts(levels[below], level))
			count->begun[below] = false;
}

void list_set_next(struct list_count *count, int level, int number)
{
	count->begun[level] = true;
	count->number[level] = number - 1;
}

/* --- labels ------------------------------------------------------------- */

void list_bullet(const char *text, struct strbuf *out)
{
	static const char *const kept[] = { "-", "+", "*", "–", "—", "•", "·", "." };

	if (!*text)
		return;
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (!strcmp(text, kept[i])) {
			strbuf_add_text(out, text);
			return;
		}
	strbuf_add_text(out, "•");
}

void list_label(const struct list_count *count, const struct list_level *const levels[LIST_LEVELS], int level,
		struct strbuf *out)
{
	const struct list_level *own = levels[level];
	const char *text = own && own->text ? own->text : "";

	if (own && own->format == NUMBER_BULLET) {
		list_bullet(text, out);
		return;
	}
	for (; *text; text++) {
		int named = *text == '%' && text[1] >= '1' && text[1] <= '9' ? text[1] - '1' : -1;

		if (named < 0) {
			strbuf_add_char(out, *text);
			continue;
		}
		if (named <= level)
			number_show(own->legal ? NUMBER_DECIMAL : levels[named] ? levels[named]->format : NUMBER_DECIMAL,
				    count->number[named], out);
		text++;
	}
}
