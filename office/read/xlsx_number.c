#include "office/read/xlsx_number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"

enum { MOST_DECIMALS = 15, MINUTES_A_DAY = 24 * 60 };

/* ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are days in the languages of East Asia. */
const char *xlsx_known_format(int id)
{
	static const char *const codes[] = {
		[0] = "General", [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%",
		[11] = "0.00E+00", [14] = "d/m/yyyy", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy",
		[18] = "h:mm AM/PM", [19] = "h:mm:ss AM/PM", [20] = "h:mm", [21] = "h:mm:ss", [22] = "d/m/yyyy h:mm",
		[37] = "#,##0", [38] = "#,##0", [39] = "#,##0.00", [40] = "#,##0.00",
		[45] = "mm:ss", [46] = "[h]:mm:ss", [47] = "mm:ss", [49] = "@",
	};

	if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))
		return "d/m/yyyy";
	return id >= 0 && (size_t)id < sizeof codes / sizeof *codes ? codes[id] : NULL;
}

/* --- the parts of a format ---------------------------------------------- */

enum token {
	TOKEN_END,
	TOKEN_WORDS,		/* shown as they stand */
	TOKEN_SIGN,		/* one letter that means something */
	TOKEN_NOTHING,		/* colours, conditions, room for a letter */
};

/* Bytes of the letter there, which is UTF-8; 0 at the end. */
static size_t letter_length(const char *text)
{
	size_t length = *text != '\0';

	while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
		length++;
	return length;
}

/* The next part of a format; WORDS and LENGTH say where it stands: whole letters. */
static enum token next_token(const char **format, const char **words, size_t *length)
{
	const char *at = *format, *end;

	*words = at;
	*length = 1;
	switch (*at) {
	case '\0':
	case ';':
		return TOKEN_END;
	case '"':
		end = strchr(at + 1, '"');
		*words = at + 1;
		*length = end ? (size_t)(end - at) - 1 : strlen(at + 1);
		*format = end ? end + 1 : at + 1 + *length;
		return TOKEN_WORDS;
	case '[':
		end = strchr(at, ']');
		*format = end ? end + 1 : at + strlen(at);
		return TOKEN_NOTHING;
	case '\\':
	case '_':
	case '*':
		*words = at + 1;
		*length = letter_length(at + 1);
		*format = at + 1 + *length;
		return *at == '\\' ? TOKEN_WORDS : TOKEN_NOTHING;
	default:
		*length = letter_length(at);
		*format = at + *length;
		return TOKEN_SIGN;
	}
}

/* What a format shows of a day. */
struct day_format {
	bool day, month, year, hour, minute;
};

static bool is_general(const char *format)
{
	return !*format || !strncmp(format, "General", strlen("General"));
}

/* "m" is a month, but behind an hour or before a second it is a minute. */
static struct day_format day_format_of(const char *format)
{
	struct day_format days = { 0 };
	const char *words;
	size_t length;
	enum token token;
	char before = '\0';

	while (!is_general(format) && (token = next_token(&format, &words, &length)) != TOKEN_END) {
		char sign = token == TOKEN_SIGN ? *words : '\0';

		if (sign >= 'A' && sign <= 'Z')
			sign = (char)(sign - 'A' + 'a');
		days.day |= sign == 'd';
		days.year |= sign == 'y';
		days.hour |= sign == 'h' || sign == 's';
		if (sign == 'm') {
			bool minute = before == 'h' || format[strspn(format, "mM:")] == 's';

			days.minute |= minute;
			days.month |= !minute;
		}
		if (sign && strchr("dmyhs", sign))
			before = sign == 'm' && before == 'h' ? 'h' : sign;
	}
	return days;
}

static bool shows_day(const struct day_format *days)
{
	return days->day || days->month || days->year || days->hour || days->minute;
}

/* --- days --------------------------------------------------------------- */

/*
 * Serial 1 is 1 January 1900; 29 February 1900, which never was, has 60
 * (ECMA-376 part 1, 18.17.4.1). False for what is no day.
 */
static bool day_of_serial(long serial, bool from_1904, struct date *day)
{
	struct date base = from_1904 ? (struct date){ 1904, 1, 1 } : (struct date){ 1899, 12, 30 };

	if (serial < 0 || serial > 2958465)
		return false;
	if (!from_1904 && serial < 60)
		serial++;
	*day = date_add_days(base, (int)serial);
	return true;
}

static bool show_day(double number, const struct day_format *days, bool from_1904, struct strbuf *out)
{
	long minutes = number < 3e6 && number >= 0 ? lround(number * MINUTES_A_DAY) : -1;
	size_t before = out->length;
	struct date day;

	if (minutes < 0 || !day_of_serial(minutes / MINUTES_A_DAY, from_1904, &day))
		return false;
	if (days->day)
		strbuf_addf(out, "%d/%d", day.day, day.month);
	else if (days->month)
		strbuf_addf(out, "%d", day.month);
	if ((days->day || days->month) && (days->year || days->day))
		strbuf_add_char(out, '/');
	if (days->year || days->day)
		strbuf_addf(out, "%d", day.year);
	minutes %= MINUTES_A_DAY;
	if (days->hour && (minutes || !days->day))
		strbuf_addf(out, "%s%02ld:%02ld", out->length > before ? " " : "", minutes / 60, minutes % 60);
	return true;
}

/* --- numbers ------------------------------------------------------------ */

/* As many digits as a cell shows, without needless ones. */
static void show_general(double number, struct strbuf *out)
{
	if (fabs(number) < 1e15 && floor(number) == number)
		strbuf_addf(out, "%.0f", number);
	else
		strbuf_addf(out, "%.10g", number);
}

static bool is_digit_place(char sign)
{
	return sign == '0' || sign == '#' || sign == '?';
}

struct number_shape {
	int whole, decimals;	/* digits at least; digits behind the point */
	bool percent, digits, exponent;
};

static struct number_shape shape_of(const char *format)
{
	struct number_shape shape = { 0 };
	const char *words;
	size_t length;
	enum token token;
	bool behind_point = false;

	while ((token = next_token(&format, &words, &length)) != TOKEN_END) {
		if (token != TOKEN_SIGN)
			continue;
		shape.digits |= is_digit_place(*words);
		shape.percent |= *words == '%';
		shape.exponent |= *words == 'E';
		behind_point |= *words == '.';
		if (behind_point && is_digit_place(*words))
			shape.decimals += shape.decimals < MOST_DECIMALS;
		else if (*words == '0')
			shape.whole += shape.whole < MOST_DECIMALS;
	}
	return shape;
}

static void show_digits(double number, const struct number_shape *shape, struct strbuf *out)
{
	int width = shape->whole + (shape->decimals ? shape->decimals + 1 : 0);

	strbuf_addf(out, "%0*.*f", width, shape->decimals, number);
}

/* The words around the digits stay: «"Quý "0». */
static void show_shaped(double number, const char *format, struct strbuf *out)
{
	struct number_shape shape = shape_of(format);
	const char *words;
	size_t length;
	enum token token;
	bool shown = false;

	if (shape.exponent || fabs(number) >= 1e15) {
		show_general(number, out);
		return;
	}
	if (shape.percent)
		number *= 100;
	while ((token = next_token(&format, &words, &length)) != TOKEN_END) {
		if (token == TOKEN_SIGN && (is_digit_place(*words) || *words == '.' || *words == ',')) {
			if (!shown && shape.digits && is_digit_place(*words)) {
				show_digits(number, &shape, out);
				shown = true;
			} else if (!shape.digits || (shown && *words == '.' && !shape.decimals)) {
				strbuf_add(out, words, length);
			}
		} else if (token == TOKEN_WORDS || token == TOKEN_SIGN) {
			strbuf_add(out, words, length);
		}
	}
	if (!shown && !shape.digits)
		show_general(number, out);
}

void xlsx_show_number(const char *words, const char *format, bool from_1904, struct strbuf *out)
{
	char *end;
	double number = strtod(words, &end);
	struct day_format days;

	if (end == words || *end || !isfinite(number)) {
		strbuf_add_text(out, words);
		return;
	}
	days = format ? day_format_of(format) : (struct day_format){ 0 };
	if (shows_day(&days) && show_day(number, &days, from_1904, out))
		return;
	if (!format || is_general(format) || shows_day(&days) || strchr(format, '@'))
		show_general(number, out);
	else
		show_shaped(number, format, out);
}
