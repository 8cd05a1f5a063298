/* The mark that leads a line: "I.", "1.1.", "a)", "-", "Điều 1." and the like. */
#include "core/intake/internal.h"

enum { LARGEST_NUMBER = 99, LARGEST_ARTICLE = 999 };

/* The points of a list, in the order of the Vietnamese alphabet; some put in an "f". */
static int point_number(const struct words *w, size_t at)
{
	static const char *const points[] = {
		"a", "b", "c", "d", "đ", "e", "f|g", "g|h", "h|i", "i|k", "k|l", "l|m", "m|n", "n|o", "o|p", "p|q",
		"q|r", "r|s", "s|t", "t|u", "u|v", "v|x", "x|y", "y|z", NULL,
	};

	if (at >= w->count || w->items[at].kind != WORD_LETTERS)
		return 0;
	for (int i = 0; points[i]; i++)
		if (word_is(w, at, points[i]))
			return i + 1;
	return 0;
}

static bool is_number(const struct words *w, size_t at)
{
	return at < w->count && w->items[at].kind == WORD_NUMBER;
}

static bool is_roman(const struct words *w, size_t at)
{
	return at < w->count && w->items[at].kind == WORD_LETTERS && w->items[at].all_capitals && numeral_at(w, at);
}

static bool is_spaced(const struct words *w, size_t at)
{
	return at >= w->count || w->items[at].spaced;
}

static bool is_capital(const struct words *w, size_t at)
{
	return at < w->count && w->items[at].capital;
}

/* A sign that ends a numeral: "I.", "I/", "1-", "I:"; words taken. A dash needs a blank or a capital behind it. */
static size_t ending_at(const struct words *w, size_t at)
{
	if (word_is(w, at, "/|:") || sign_is(w, at, '.'))
		return 1;
	return sign_is(w, at, '-') && !is_number(w, at + 1) ? 1 : 0;
}

static struct mark make(const struct words *w, enum mark_kind kind, int number, size_t count)
{
	return (struct mark){
		.kind = kind, .number = number,
		.label_length = w->items[count - 1].end,
		.length = count < w->count ? w->items[count].start : w->items[count - 1].end,
	};
}

static const struct mark no_mark = { .kind = MARK_NONE };

/* "Phần thứ nhất", "Phần một:", "PHẦN I.", "Chương II", "Điều 1." */
static struct mark named_mark(const struct words *w)
{
	static const char *const ordinals[] = {
		"nhất|một", "hai", "ba", "tư|bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
	};
	enum mark_kind kind = word_is(w, 0, "phần") ? MARK_PART : word_is(w, 0, "chương") ? MARK_CHAPTER :
			      word_is(w, 0, "điều") ? MARK_ARTICLE : MARK_NONE;
	int number = 0;
	size_t n = 1;

	if (kind == MARK_NONE || !is_capital(w, 0))
		return no_mark;
	if (kind == MARK_PART) {
		n += word_is(w, 1, "thứ") ? 1 : 0;
		for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
			if (word_is(w, n, ordinals[i]) && (n > 1 || n + 1 == w->count || word_is(w, n + 1, ".|:|-")))
				number = (int)i + 1;
	}
	if (!number && (kind == MARK_ARTICLE ? is_number(w, n) : is_number(w, n) || is_roman(w, n)))
		number = numeral_at(w, n);
	if (!number || number > LARGEST_ARTICLE)
		return no_mark;
	n++;
	if (kind == MARK_ARTICLE && n < w->count && !word_is(w, n, ".|:"))
		return no_mark;		/* "Điều 5 của Luật …" is prose */
	n += word_is(w, n, ".|:|-") ? 1 : 0;
	return make(w, kind, number, n);
}

/* "1.", "1.1.", "1.1.1", "1/", "1)" */
static struct mark number_mark(const struct words *w)
{
	int number = numeral_at(w, 0);
	int depth = 1;
	size_t n = 1;

	if (!is_number(w, 0) || number < 1 || number > LARGEST_NUMBER)
		return no_mark;
	while (depth < 4 && sign_is(w, n, '.') && is_number(w, n + 1) && !w->items[n].spaced &&
	       !w->items[n + 1].spaced && w->items[n + 1].value <= LARGEST_NUMBER) {
		number = w->items[n + 1].value;
		depth++;
		n += 2;
	}
	if (sign_is(w, n, ')') && depth == 1)
		return make(w, MARK_PAREN, number, n + 1);
	if (ending_at(w, n) && !w->items[n].spaced && (sign_is(w, n, '.') || is_spaced(w, n + 1)))
		n++;		/* "12/KH-UBND" is no "12/" */
	else if (sign_is(w, n, '.') || depth == 1 || !is_capital(w, n))
		return no_mark;
	/* "2.500 người" and "30.4" are amounts and dates, "1.a" no mark at all. */
	if (n < w->count && (is_number(w, n) || (!is_spaced(w, n) && !is_capital(w, n))))
		return no_mark;
	return make(w, depth == 1 ? MARK_NUMBER : depth == 2 ? MARK_SUBNUMBER : MARK_SUBSUBNUMBER, number, n);
}

/* "I.", "A.", "a)", "(i)", "(1)" */
static struct mark letter_mark(const struct words *w)
{
	if (sign_is(w, 0, '(') && sign_is(w, 2, ')')) {
		int number = is_number(w, 1) ? w->items[1].value : numeral_at(w, 1);

		if (!number)
			number = point_number(w, 1);
		return number && number <= LARGEST_NUMBER ? make(w, MARK_PAREN, number, 3) : no_mark;
	}
	if (phrase_at(w, 0, "v / v"))			/* "V/V BAN HÀNH QUY CHẾ" */
		return no_mark;
	if (is_roman(w, 0) && ending_at(w, 1) && (is_spaced(w, 2) || is_capital(w, 2)))
		return make(w, MARK_ROMAN, numeral_at(w, 0), 2);
	if (!point_number(w, 0))
		return no_mark;
	if (sign_is(w, 1, ')'))
		return make(w, MARK_POINT, point_number(w, 0), 2);
	if (w->items[0].capital && sign_is(w, 1, '.') && is_spaced(w, 2))
		return make(w, MARK_UPPER, point_number(w, 0), 2);
	if (!w->items[0].capital && word_is(w, 1, ".|/|-") && (is_spaced(w, 2) || is_capital(w, 2)) &&
	    !w->items[1].spaced)
		return make(w, MARK_POINT, point_number(w, 0), 2);
	return no_mark;
}

/* "- 2025 …" at a line's start is the end of "2021 - 2025", "-5" no item either. */
static bool goes_on_a_range(const struct words *w)
{
	enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };

	return is_number(w, 1) && (!w->items[1].spaced ||
				   (w->items[1].value >= FIRST_YEAR && w->items[1].value <= LAST_YEAR));
}

static struct mark sign_mark(const struct words *w)
{
	enum mark_kind kind = sign_is(w, 0, '-') ? MARK_DASH : sign_is(w, 0, '+') ? MARK_PLUS :
			      word_is(w, 0, "*|•|·|●|○|▪|■|◦|➢|►|✓|❖|§|o|") ? MARK_DOT : MARK_NONE;

	if (kind == MARK_NONE || (kind == MARK_DASH && goes_on_a_range(w)) || (word_is(w, 0, "o") && !is_capital(w, 1)))
		return no_mark;
	return make(w, kind, 0, 1);
}

struct mark mark_of(const struct words *w)
{
	struct mark mark;

	if (!w->count)
		return no_mark;
	mark = named_mark(w);
	if (mark.kind == MARK_NONE)
		mark = number_mark(w);
	if (mark.kind == MARK_NONE)
		mark = letter_mark(w);
	return mark.kind == MARK_NONE ? sign_mark(w) : mark;
}
