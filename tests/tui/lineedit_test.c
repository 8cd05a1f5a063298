#include <criterion/criterion.h>
#include <string.h>

#include "burst.h"
#include "tui/lineedit.h"

/* Feed BYTES as keys, CHUNK at a time; returns the text with '|' at the cursor. Caller frees. */
static char *typed(const char *initial, enum viet_method method, const char *bytes, size_t chunk, size_t max)
{
	size_t length = strlen(bytes);
	struct key_decoder decoder;
	struct viet_input input;
	struct lineedit line;
	struct strbuf out = STRBUF_INIT;
	struct key key;

	key_decoder_init(&decoder);
	viet_input_init(&input, method, VIET_TONE_OLD);
	lineedit_init(&line, initial, max);
	for (size_t at = 0; at < length; at += chunk) {
		key_decoder_feed(&decoder, bytes + at, length - at < chunk ? length - at : chunk);
		while (key_decoder_next(&decoder, &key))
			lineedit_key(&line, &input, &key);
	}
	strbuf_add(&out, line.text.text, line.cursor);
	strbuf_add_char(&out, '|');
	strbuf_add_text(&out, line.text.text + line.cursor);
	lineedit_release(&line);
	key_decoder_release(&decoder);
	return strbuf_detach(&out);
}

/* The same at once, and without an input method of ours. */
static char *edited(const char *initial, const char *bytes, size_t max)
{
	return typed(initial, VIET_OFF, bytes, SIZE_MAX, max);
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

/* By Telex. */
static const struct {
	const char *bytes, *result;
} composed[] = {
	{ "Toor chuwcs hooij nghij phoor bieens", "Tổ chức hội nghị phổ biến|" },
	{ "tieng\x7f" "gse", "tiếng|" },			/* a backspace, and the word goes on */
	{ "tieengs\x7f\x7f" "m", "tiếm|" },
	{ "hoa \x7f" "s", "hóa|" },				/* back over the blank into the word */
	{ "toa" LEFT RIGHT "s", "toas|" },			/* the cursor moved: the word is over */
	{ "toa" LEFT LEFT "f" END "s", "tfoas|" },
	{ "toa\027\031s", "toas|" },				/* so is it when it comes back by Ctrl-Y */
	{ "hoa mai\027" "s", "hoa s|" },				/* and where something was cut */
	{ "toas\032" "s", "s|" },				/* a word is one step of undo */
	{ "mootj hai\032", "một |" },
	{ "mootj hai\032\032", "|" },
	{ "tieengs vieetj\x7f\x7f\x7f\032", "tiếng |" },	/* with what was taken back of it */
	{ "tieengs\x7f\x7f\x7f\x7f\x7f\x7f", "|" },
	{ "ass", "as|" },
	{ "windows ", "windows |" },				/* no Vietnamese: as it was typed */
	{ "x\u0301a", "x\u0301a|" },				/* a letter that has no code point of its own */
};

Test(lineedit, letters_and_backspaces_go_through_the_input_method)
{
	for (size_t i = 0; i < sizeof composed / sizeof *composed; i++) {
		char *got = typed(NULL, VIET_TELEX, composed[i].bytes, SIZE_MAX, 100);

		cr_expect_str_eq(got, composed[i].result, "row %zu: %s instead of %s", i, got, composed[i].result);
		free(got);
	}
}

/* By Ctrl-Z, from the whole text to nothing, no step shows a letter that was never wanted. */
Test(lineedit, undo_never_leaves_half_a_word)
{
	static const char *const steps[] = { "Tổ chức hội ", "Tổ chức ", "Tổ ", "", "" };
	struct strbuf keys = STRBUF_INIT, wanted = STRBUF_INIT;

	for (int style = -1; style < BURST_STYLES; style++) {
		strbuf_clear(&keys);
		if (style < 0)
			strbuf_add_text(&keys, "Toor chuwcs hooij nghij");
		else
			burst_sentence(&keys, (enum burst_style)style,
				       "T To Tô Tổ|c ch chu chư chưc chức|h ho hô hôi hội|n ng ngh nghi nghị");
		for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
			char *got;

			strbuf_add_char(&keys, 'Z' - '@');
			got = typed(NULL, VIET_TELEX, keys.text, SIZE_MAX, 100);
			strbuf_clear(&wanted);
			strbuf_addf(&wanted, "%s|", steps[i]);
			cr_expect_str_eq(got, wanted.text, "style %d, step %zu: %s", style, i, got);
			free(got);
		}
	}
	strbuf_release(&keys);
	strbuf_release(&wanted);
}

static void expect_burst(const char *looks, enum burst_style style, enum viet_method method)
{
	struct strbuf bytes = STRBUF_INIT, wanted = STRBUF_INIT;

	burst_sentence(&bytes, style, looks);
	burst_text(&wanted, looks);
	strbuf_add_char(&wanted, '|');
	for (size_t chunk = 1; chunk <= bytes.length; chunk = chunk < 8 ? chunk + 1 : chunk * 2) {
		char *got = typed(NULL, method, bytes.text, chunk, 200);

		cr_expect_str_eq(got, wanted.text, "style %d, method %s, in pieces of %zu: %s", (int)style,
				 viet_method_name(method), chunk, got);
		free(got);
	}
	strbuf_release(&bytes);
	strbuf_release(&wanted);
}

Test(lineedit, bursts_give_their_sentence_however_they_are_cut_and_whatever_is_on_here)
{
	for (int i = 0; burst_sentences[i]; i++)
		for (int style = 0; style < BURST_STYLES; style++)
			for (int method = 0; method < VIET_METHOD_COUNT; method++)
				expect_burst(burst_sentences[i], (enum burst_style)style, (enum viet_method)method);
}

/* What is taken as it is (Enter) and what is only looked for. */
Test(lineedit, a_last_word_that_is_no_vietnamese_goes_back_to_its_keys_when_it_is_finished)
{
	static const struct {
		const char *keys, *shown, *finished;
	} words[] = {
		{ "tieengs", "tiếng", "tiếng" }, { "tieen", "tiên", "tiên" }, { "tieeng", "tiêng", "tiêng" },
		{ "tiee", "tiê", "tiê" }, { "bieemn", "biêmn", "bieemn" }, { "ass", "as", "as" },
		{ "mootj bieemn", "một biêmn", "một bieemn" },
		{ "", "", "" },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct viet_input input;
		struct lineedit line;

		viet_input_init(&input, VIET_TELEX, VIET_TONE_OLD);
		lineedit_init(&line, NULL, 100);
		for (const char *p = words[i].keys; *p; p++) {
			struct key key = { *p, (char[2]){ *p } };

			lineedit_key(&line, &input, &key);
		}
		cr_expect_str_eq(line.text.text, words[i].shown);
		cr_expect_eq(lineedit_finish(&line, &input), strcmp(words[i].shown, words[i].finished) != 0);
		cr_expect_str_eq(line.text.text, words[i].finished);
		cr_expect_eq(line.cursor, line.text.length);
		lineedit_release(&line);
	}
}

Test(lineedit, a_full_line_still_takes_marks)
{
	static const struct {
		enum viet_method method;
		const char *bytes;
		size_t max;
		const char *result;
	} lines[] = {
		{ VIET_TELEX, "tiengnes", 5, "tiếng|" },		/* the second n does not fit, and is as if never pressed */
		{ VIET_TELEX, "tiengse", 5, "tiếng|" },
		{ VIET_TELEX, "bieemn ", 5, "biêmn|" },		/* no room to give it back */
		{ VIET_OFF, "tie\u0302\u0301ng", 4, "tiến|" },
		{ VIET_OFF, "tie\x7f" "ê", 3, "tiê|" },
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		for (size_t chunk = 1; chunk < 9; chunk++) {
			char *got = typed(NULL, lines[i].method, lines[i].bytes, chunk, lines[i].max);

			cr_expect_str_eq(got, lines[i].result, "line %zu in pieces of %zu: %s", i, chunk, got);
			free(got);
		}
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
	struct viet_input input;

	viet_input_init(&input, VIET_OFF, VIET_TONE_OLD);
	lineedit_init(&line, "quý III", 100);
	lineedit_select(&line);
	lineedit_key(&line, &input, &letter);
	lineedit_key(&line, &input, &letter);
	cr_assert_str_eq(line.text.text, "xx");
	lineedit_release(&line);
	lineedit_init(&line, "quý III", 100);
	lineedit_select(&line);
	lineedit_key(&line, &input, &end);
	lineedit_key(&line, &input, &letter);
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
