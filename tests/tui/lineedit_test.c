#include <criterion/criterion.h>
#include <string.h>

#include "tui/lineedit.h"

/* Feed BYTES as keys; returns the text with '|' at the cursor. Caller frees. */
static char *edited(const char *initial, const char *bytes, size_t max)
{
	struct key_decoder decoder;
	struct lineedit line;
	struct strbuf out = STRBUF_INIT;
	struct key key;

	key_decoder_init(&decoder);
	lineedit_init(&line, initial, max);
	key_decoder_feed(&decoder, bytes, strlen(bytes));
	while (key_decoder_next(&decoder, &key))
		lineedit_key(&line, &key);
	strbuf_add(&out, line.text.text, line.cursor);
	strbuf_add_char(&out, '|');
	strbuf_add_text(&out, line.text.text + line.cursor);
	lineedit_release(&line);
	key_decoder_release(&decoder);
	return strbuf_detach(&out);
}

#define LEFT "\033[D"
#define RIGHT "\033[C"
#define HOME "\033[H"
#define END "\033[F"
#define DELETE "\033[3~"
#define WORD_LEFT "\033[1;5D"
#define WORD_RIGHT "\033[1;5C"

static const struct {
	const char *initial, *bytes, *result;
} scripts[] = {
	{ NULL, "abc", "abc|" },
	{ "quý III", "", "quý III|" },
	{ "quý", LEFT LEFT "x", "qx|uý" },
	{ "ế", "\x7f", "|" },
	{ "ế", LEFT DELETE, "|" },
	{ NULL, "e\u0302\u0301", "ế|" },
	{ "a", "\u0301", "á|" },				/* the mark comes by itself */
	{ "a\u0301", "\b", "|" },				/* and the letter goes as one */
	{ NULL, "a\x7fá", "á|" },				/* Unikey */
	{ NULL, "ha\b\bhà", "hà|" },
	{ NULL, "duo\u202f\b\b\b\bđươ", "đươ|" },			/* EVKey */
	{ NULL, "dduwowcj", "dduwowcj|" },			/* no input method */
	{ "một hai ba", WORD_LEFT "x", "một hai x|ba" },
	{ "một hai ba", HOME WORD_RIGHT "x", "một x|hai ba" },
	{ "một hai", HOME "x" END "y", "xmột haiy|" },
	{ "một hai ba", "\027", "một hai |" },			/* Ctrl-W */
	{ "một hai ba", "\025", "|" },				/* Ctrl-U */
	{ "một hai", WORD_LEFT "\013" HOME "\031", "hai|một " },	/* Ctrl-K, Ctrl-Y */
	{ NULL, "một hai" "\032", "một |" },			/* Ctrl-Z: a word */
	{ "một", "\025\032", "một|" },				/* a cut comes back */
	{ NULL, "ab" LEFT "c" "\032", "a|b" },
	{ NULL, "\033[200~ một\n hai \033[201~", "một hai|" },
	{ "ab", LEFT LEFT LEFT "\b" RIGHT RIGHT RIGHT DELETE "c", "abc|" },
};

Test(lineedit, does_what_the_keys_say)
{
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		char *got = edited(scripts[i].initial, scripts[i].bytes, 100);

		cr_expect_str_eq(got, scripts[i].result, "script %zu: %s instead of %s", i, got,
				 scripts[i].result);
		free(got);
	}
}

Test(lineedit, holds_no_more_letters_than_it_may)
{
	char *got = edited("ấậẩ", "xyz", 5);

	cr_assert_str_eq(got, "ấậẩxy|");
	free(got);
	got = edited(NULL, "\033[200~một hai ba\033[201~", 7);
	cr_assert_str_eq(got, "một hai|");
	free(got);
}

Test(lineedit, a_selected_text_gives_way_to_the_first_letter_only)
{
	struct lineedit line;
	struct key letter = { 'x', "x" }, end = { K_END, "" };

	lineedit_init(&line, "quý III", 100);
	lineedit_select(&line);
	lineedit_key(&line, &letter);
	lineedit_key(&line, &letter);
	cr_assert_str_eq(line.text.text, "xx");
	lineedit_release(&line);
	lineedit_init(&line, "quý III", 100);
	lineedit_select(&line);
	lineedit_key(&line, &end);
	lineedit_key(&line, &letter);
	cr_assert_str_eq(line.text.text, "quý IIIx");
	lineedit_release(&line);
}

Test(lineedit, shows_the_part_around_the_cursor)
{
	struct surface surface;
	struct lineedit line;
	struct strbuf dump = STRBUF_INIT;

	surface_init(&surface, 1, 12);
	lineedit_init(&line, "một hai ba bốn năm", 100);
	lineedit_draw(&line, &surface, 0, 2, 8);
	surface_dump(&surface, false, &dump);
	cr_assert_str_eq(dump.text, "  bốn năm\n[cursor 0,9]\n");
	lineedit_release(&line);
	surface_release(&surface);
	strbuf_release(&dump);
}
