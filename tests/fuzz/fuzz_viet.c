/*
 * Every function of core/viet on bytes that mean nothing, with what must hold
 * for all of them. The first byte is a number of columns.
 */
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "core/viet/viet.h"
#include "tests/fuzz/fuzz.h"

typedef void text_function(const char *text, size_t length, struct strbuf *out);

static struct strbuf made(text_function *make, const struct strbuf *text)
{
	struct strbuf out = STRBUF_INIT;

	make(text->text, text->length, &out);
	return out;
}

static bool same(const struct strbuf *a, const struct strbuf *b)
{
	return a->length == b->length && !memcmp(a->text, b->text, a->length);
}

static void check_valid(text_function *make, const struct strbuf *text)
{
	struct strbuf once = made(make, text);

	MUST(viet_is_utf8(once.text, once.length, NULL));
	strbuf_release(&once);
}

static void check_lasting(text_function *make, const struct strbuf *text)
{
	struct strbuf once = made(make, text);
	struct strbuf twice = made(make, &once);

	MUST(same(&once, &twice));
	strbuf_release(&once);
	strbuf_release(&twice);
}

static void check_nfc(const struct strbuf *text)
{
	struct strbuf nfc = made(viet_nfc, text);
	size_t length;
	uint8_t *expected;

	if (viet_is_utf8(text->text, text->length, NULL)) {
		expected = u8_normalize(UNINORM_NFC, (const uint8_t *)text->text, text->length, NULL, &length);
		MUST(expected || !length);
		MUST(length == nfc.length && (!length || !memcmp(expected, nfc.text, length)));
		free(expected);
	}
	strbuf_release(&nfc);
}

static void check_clean(const struct strbuf *text)
{
	struct strbuf clean = made(viet_clean, text);

	MUST(!clean.length || (clean.text[0] != ' ' && clean.text[clean.length - 1] != ' '));
	MUST(!strstr(clean.text, "  ") && strlen(clean.text) == clean.length);
	for (size_t i = 0; i < clean.length; i++)
		MUST((unsigned char)clean.text[i] >= ' ' && clean.text[i] != 0x7F);
	strbuf_release(&clean);
}

static void check_keys(const struct strbuf *text)
{
	struct strbuf search = made(viet_search_key, text), marked = made(viet_marked_key, text);
	struct strbuf a = made(viet_search_key, &search), b = made(viet_search_key, &marked);
	struct strbuf nfc = made(viet_nfc, text);
	struct strbuf sort = made(viet_sort_key, text), sort_nfc = made(viet_sort_key, &nfc);

	MUST(same(&a, &b));
	MUST(!search.length || (search.text[0] != ' ' && search.text[search.length - 1] != ' '));
	MUST(!strstr(search.text, "  "));
	MUST(strlen(sort.text) == sort.length);
	MUST(same(&sort, &sort_nfc));
	MUST(viet_match(nfc.text, nfc.text) > 0);
	strbuf_release(&search);
	strbuf_release(&marked);
	strbuf_release(&a);
	strbuf_release(&b);
	strbuf_release(&nfc);
	strbuf_release(&sort);
	strbuf_release(&sort_nfc);
}

static void check_letters(const struct strbuf *text)
{
	size_t at = 0, step;
	int width = 0;

	while ((step = viet_letter_length(text->text, text->length, at)) > 0) {
		width += viet_width(text->text + at, step);
		at += step;
		MUST(viet_letter_before(text->text, text->length, at) == at - step);
	}
	MUST(at == text->length);
	MUST(width == viet_width(text->text, text->length));
}

static void check_shown(const struct strbuf *text, int columns)
{
	struct strbuf shown = made(viet_show, text), out = STRBUF_INIT;
	int width = viet_width(text->text, text->length);
	size_t fits = viet_fit(text->text, text->length, columns);
	int used = viet_clip(text->text, text->length, columns, &out);

	MUST(viet_width(shown.text, shown.length) == width);
	MUST(viet_width(text->text, fits) <= (columns > 0 ? columns : 0));
	MUST(viet_width(out.text, out.length) == used && used <= columns);
	strbuf_clear(&out);
	viet_pad(text->text, text->length, columns, width % 2, &out);
	MUST(viet_width(out.text, out.length) == columns);
	strbuf_release(&shown);
	strbuf_release(&out);
}

static void check_ascii(const struct strbuf *text)
{
	struct strbuf shown = made(viet_show, text), ascii = made(viet_ascii, &shown);

	MUST((int)ascii.length == viet_width(shown.text, shown.length));
	for (size_t i = 0; i < ascii.length; i++)
		MUST(ascii.text[i] >= ' ' && ascii.text[i] <= '~');
	strbuf_release(&shown);
	strbuf_release(&ascii);
}

static void check_wrapped(const struct strbuf *text, int columns)
{
	size_t next;

	for (size_t at = 0; at < text->length; at += next) {
		size_t line = viet_wrap(text->text + at, text->length - at, columns, &next);
		size_t last = viet_letter_before(text->text + at, line, line);

		MUST(next > 0 && line <= next && next <= text->length - at);
		MUST(viet_width(text->text + at, line) <= columns || viet_width(text->text + at, last) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static text_function *const lasting[] = { viet_nfc, viet_clean, viet_clean_lines };
	static text_function *const valid[] = {
		viet_nfc, viet_clean, viet_clean_lines, viet_show, viet_search_key, viet_marked_key, viet_sort_key,
		viet_lower, viet_upper, viet_capitalize,
	};
	struct strbuf text = STRBUF_INIT;
	int columns = size ? data[0] : 0;

	if (size)
		strbuf_add(&text, data + 1, size - 1);
	for (size_t i = 0; i < sizeof lasting / sizeof *lasting; i++)
		check_lasting(lasting[i], &text);
	for (size_t i = 0; i < sizeof valid / sizeof *valid; i++)
		check_valid(valid[i], &text);
	check_nfc(&text);
	check_clean(&text);
	check_keys(&text);
	check_letters(&text);
	check_shown(&text, columns);
	check_ascii(&text);
	check_wrapped(&text, columns ? columns : 1);
	strbuf_release(&text);
	return 0;
}
