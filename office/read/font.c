#include "office/read/font.h"

#include <string.h>
#include <strings.h>

#include "core/viet/decode.h"
#include "core/viet/viet.h"

enum { NO_BREAK_SPACE = 0xA0, LAST_BYTE = 0xFF };

/* Symbol fonts put byte XX at U+F0XX. */
enum { SYMBOLS = 0xF000 };

static const char *encoding_of(const char *font)
{
	if (!font)
		return NULL;
	if (!strncasecmp(font, ".vn", 3))
		return "tcvn3";
	return strncasecmp(font, "vni-", 4) ? NULL : "vni";
}

/* The fonts of ABC come in pairs: .VnTimeH draws capitals at the places of small letters. */
static bool draws_capitals(const char *font)
{
	size_t length = font ? strlen(font) : 0;

	return length && !strncasecmp(font, ".vn", 3) && font[length - 1] == 'H';
}

bool font_is_legacy(const char *font)
{
	return encoding_of(font) != NULL;
}

/* The code point at TEXT, which is UTF-8; *LENGTH its bytes. */
static unsigned int code_point(const char *text, size_t rest, size_t *length)
{
	unsigned char first = (unsigned char)*text;
	size_t more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
	unsigned int code = more == 0 ? first : first & (0x3Fu >> more);

	if (more >= rest)
		more = rest - 1;
	for (size_t i = 1; i <= more; i++)
		code = code << 6 | ((unsigned char)text[i] & 0x3Fu);
	*length = more + 1;
	return code;
}

/* The byte that a legacy font draws for this code point; 0: none. */
static unsigned int legacy_byte(unsigned int code)
{
	if (code >= SYMBOLS && code <= SYMBOLS + LAST_BYTE)
		code -= SYMBOLS;
	return code <= LAST_BYTE && code != NO_BREAK_SPACE ? code : 0;
}

/*
 * Somebody typed Unicode and the font's name stayed: letters of Vietnamese that no
 * byte stands for. Dashes and quotation marks say nothing, Word sets them by itself.
 */
static bool has_unicode_letter(const char *text, size_t length)
{
	size_t bytes;

	for (size_t i = 0; i < length; i += bytes) {
		unsigned int code = code_point(text + i, length - i, &bytes);

		if (code > LAST_BYTE && code < 0x2000)
			return true;
	}
	return false;
}

static void flush(struct prose *prose)
{
	struct strbuf text = STRBUF_INIT;

	if (!prose->pending.length)
		return;
	viet_decode(prose->encoding, prose->pending.text, prose->pending.length, &text);
	if (prose->capitals)
		viet_upper(text.text, text.length, &prose->text);
	else
		strbuf_add(&prose->text, text.text, text.length);
	strbuf_clear(&prose->pending);
	strbuf_release(&text);
}

static void add_legacy(struct prose *prose, const char *encoding, bool capitals, const char *text, size_t length)
{
	size_t bytes;

	if (prose->pending.length && (prose->capitals != capitals || strcmp(prose->encoding, encoding)))
		flush(prose);
	prose->encoding = encoding;
	prose->capitals = capitals;
	for (size_t i = 0; i < length; i += bytes) {
		unsigned int byte = legacy_byte(code_point(text + i, length - i, &bytes));

		if (byte) {
			strbuf_add_char(&prose->pending, (char)byte);
		} else {
			flush(prose);
			strbuf_add(&prose->text, text + i, bytes);
		}
	}
}

void prose_add(struct prose *prose, const struct text_look *look, const char *text, size_t length)
{
	const char *encoding = look->hidden ? NULL : encoding_of(look->font);

	if (look->hidden)
		return;
	if (encoding && !has_unicode_letter(text, length)) {
		add_legacy(prose, encoding, look->capitals || draws_capitals(look->font), text, length);
		return;
	}
	flush(prose);
	if (look->capitals)
		viet_upper(text, length, &prose->text);
	else
		strbuf_add(&prose->text, text, length);
}

const struct strbuf *prose_text(struct prose *prose)
{
	flush(prose);
	return &prose->text;
}

void prose_clear(struct prose *prose)
{
	strbuf_clear(&prose->text);
	strbuf_clear(&prose->pending);
}

void prose_release(struct prose *prose)
{
	strbuf_release(&prose->text);
	strbuf_release(&prose->pending);
}
