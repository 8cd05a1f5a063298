#include <criterion/criterion.h>
#include <string.h>

#include "burst.h"
#include "core/viet/input.h"
#include "core/viet/viet.h"
#include "tui/action.h"
#include "tui/key.h"

/* What BYTES decode to, as names parted by blanks; pastes as <text>. EXPIRE: then silence. */
static char *decoded(const char *bytes, size_t length, size_t chunk, bool expire)
{
	struct key_decoder decoder;
	struct strbuf out = STRBUF_INIT;
	struct key key;

	key_decoder_init(&decoder);
	for (size_t i = 0; i < length; i += chunk) {
		key_decoder_feed(&decoder, bytes + i, i + chunk < length ? chunk : length - i);
		while (key_decoder_next(&decoder, &key)) {
			if (out.length)
				strbuf_add_char(&out, ' ');
			if (key.code == K_PASTE)
				strbuf_addf(&out, "<%s>", key.text);
			else if (key_is_letter(&key) && key.code != ' ')
				strbuf_add_text(&out, key.text);
			else
				key_name(key.code, &out);
		}
	}
	while (expire && key_decoder_timeout(&decoder) >= 0) {
		key_decoder_expire(&decoder);
		while (key_decoder_next(&decoder, &key)) {
			if (out.length)
				strbuf_add_char(&out, ' ');
			if (key.code == K_PASTE)
				strbuf_addf(&out, "<%s>", key.text);
			else
				key_name(key.code, &out);
		}
	}
	key_decoder_release(&decoder);
	return strbuf_detach(&out);
}

static const struct {
	const char *bytes, *keys;
} table[] = {
	{ "a", "a" },
	{ "aB ", "a B Space" },
	{ "\r", "Enter" },
	{ "\n", "Enter" },
	{ "\t", "Tab" },
	{ "\033[Z", "Shift-Tab" },
	{ "\x7f", "Backspace" },
	{ "\b", "Backspace" },
	{ "\022", "Ctrl-R" },
	{ "\020", "Ctrl-P" },
	{ "\003", "Ctrl-C" },
	/* letters of Vietnamese, whole and in parts */
	{ "ế", "ế" },
	{ "đ", "đ" },
	{ "e\u0302\u0301", "ế" },
	{ "\u00ea\u0301", "ế" },
	{ "a\u0301b", "á b" },
	/* arrows and editing keys: xterm in both modes, VT220, rxvt, the console */
	{ "\033[A\033[B\033[C\033[D", "Up Down Right Left" },
	{ "\033OA\033OB\033OC\033OD", "Up Down Right Left" },
	{ "\033[H\033[F", "Home End" },
	{ "\033OH\033OF", "Home End" },
	{ "\033[1~\033[4~", "Home End" },
	{ "\033[7~\033[8~", "Home End" },
	{ "\033[2~\033[3~\033[5~\033[6~", "Insert Delete PgUp PgDn" },
	{ "\033[1;5C\033[1;5D", "Ctrl-Right Ctrl-Left" },
	{ "\033Oc\033Od", "Ctrl-Right Ctrl-Left" },
	{ "\033[1;2A", "Up" },
	{ "\033[3;5~", "Delete" },
	/* function keys: xterm */
	{ "\033OP\033OQ\033OR\033OS", "F1 F2 F3 F4" },
	{ "\033[15~\033[17~\033[18~\033[19~\033[20~\033[21~\033[23~\033[24~", "F5 F6 F7 F8 F9 F10 F11 F12" },
	{ "\033[1;2P\033[1;5S", "F1 F4" },
	/* PuTTY "ESC[n~", and VT400 */
	{ "\033[11~\033[12~\033[13~\033[14~\033[15~", "F1 F2 F3 F4 F5" },
	/* PuTTY "Linux", the console, screen's linux */
	{ "\033[[A\033[[B\033[[C\033[[D\033[[E", "F1 F2 F3 F4 F5" },
	/* PuTTY "VT100+" */
	{ "\033OP\033OT\033OU\033OV\033OW\033OX\033OY\033OZ\033O[", "F1 F5 F6 F7 F8 F9 F10 F11 F12" },
	/* PuTTY "SCO" */
	{ "\033[M\033[N\033[O\033[P\033[Q\033[R\033[S\033[T\033[U\033[V\033[W\033[X",
	  "F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12" },
	{ "\033[L\033[I\033[G", "Insert PgUp PgDn" },
	/* what is not known goes whole */
	{ "\033[99;1;7xq", "q" },
	{ "\033[?1;2cq", "q" },
	{ "\033Oyq", "q" },
	/* Esc and then something else at once */
	{ "\033q", "Esc q" },
	{ "\033\033[A", "Esc Up" },
	/* what is no UTF-8 is no key */
	{ "\xff\xc3" "a\xed\xa0\x80z", "a z" },
	{ "\xc2\x85q", "q" },
	/* a paste is text, whatever is in it */
	{ "\033[200~q\r\033[A đất\033[201~", "<q\r\033[A đất>" },
	/* an input method's own backspaces behind a U+202F go with it */
	{ "a\u202f\b\bá", "a Backspace á" },
	{ "a\u200c\b\bá", "a Backspace á" },
	/* but not those that a person presses later */
	{ "a\u202fb\b\b", "a b Backspace Backspace" },
	{ "a\u202f\033[D\b", "a Left Backspace" },
	{ "a\bá", "a Backspace á" },
};

Test(key, every_sequence_means_its_key_however_it_is_cut)
{
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		size_t length = strlen(table[i].bytes);

		for (size_t chunk = length; chunk >= 1; chunk--) {
			char *keys;

			/* a mark that comes in a read of its own is a key of its own */
			if (chunk < length && strchr(table[i].bytes, '\xcc'))
				continue;
			keys = decoded(table[i].bytes, length, chunk, false);
			cr_expect_str_eq(keys, table[i].keys, "row %zu in pieces of %zu: %s instead of %s",
					 i, chunk, keys,
					 table[i].keys);
			free(keys);
		}
	}
}

Test(key, a_lone_esc_is_a_key_after_50_ms)
{
	struct key_decoder decoder;
	struct key key;

	key_decoder_init(&decoder);
	cr_assert_eq(key_decoder_timeout(&decoder), -1);
	key_decoder_feed(&decoder, "\033", 1);
	cr_assert_not(key_decoder_next(&decoder, &key));
	cr_assert_eq(key_decoder_timeout(&decoder), 50);
	key_decoder_expire(&decoder);
	cr_assert(key_decoder_next(&decoder, &key));
	cr_assert_eq(key.code, K_ESC);
	cr_assert_not(key_decoder_next(&decoder, &key));
	cr_assert_eq(key_decoder_timeout(&decoder), -1);
	key_decoder_release(&decoder);
}

Test(key, half_a_sequence_is_dropped_in_silence)
{
	char *keys = decoded("\033[1;", 4, 4, true);

	cr_assert_str_eq(keys, "");
	free(keys);
	keys = decoded("\xe1\xba", 2, 2, true);
	cr_assert_str_eq(keys, "");
	free(keys);
}

Test(key, what_follows_a_paste_at_once_never_acts)
{
	struct key_decoder decoder;
	struct key key;

	key_decoder_init(&decoder);
	key_decoder_feed(&decoder, "\033[200~một\033[201~\rq", strlen("\033[200~một\033[201~\rq"));
	cr_assert(key_decoder_next(&decoder, &key));
	cr_assert_eq(key.code, K_PASTE);
	cr_assert_str_eq(key.text, "một");
	cr_assert_not(key_decoder_next(&decoder, &key));
	key_decoder_feed(&decoder, "DELETE\r", 7);
	cr_assert_not(key_decoder_next(&decoder, &key));
	cr_assert_eq(key_decoder_timeout(&decoder), 50);
	key_decoder_expire(&decoder);
	key_decoder_feed(&decoder, "x", 1);
	cr_assert(key_decoder_next(&decoder, &key));
	cr_assert_eq(key.code, 'x');
	key_decoder_release(&decoder);
}

Test(key, a_paste_without_end_ends_by_itself)
{
	char *keys = decoded("\033[200~abc", 9, 9, true);

	cr_assert_str_eq(keys, "<abc>");
	free(keys);
}

Test(key, names_and_codes_agree)
{
	static const char *const names[] = { "Space", "Enter", "Esc", "Tab", "F1", "F12", "Ctrl-R",
					     "Insert", "a", "/" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct strbuf name = STRBUF_INIT;
		int code = key_from_name(names[i], strlen(names[i]));

		cr_assert_neq(code, K_NONE, "%s", names[i]);
		key_name(code, &name);
		cr_assert_str_eq(name.text, names[i]);
		strbuf_release(&name);
	}
	cr_assert_eq(key_from_name("F13", 3), K_NONE);
	cr_assert_eq(key_from_name("Nothing", 7), K_NONE);
}

/* The commands that BYTES give: letters, and '<' for a backspace that is not the input method's. */
static char *commands(const char *bytes)
{
	struct key_decoder decoder;
	struct command_reader reader = { 0 };
	struct strbuf out = STRBUF_INIT;
	struct key key;

	key_decoder_init(&decoder);
	key_decoder_feed(&decoder, bytes, strlen(bytes));
	while (key_decoder_next(&decoder, &key)) {
		int code = command_reader_take(&reader, &key);

		if (code == K_BACKSPACE)
			strbuf_add_char(&out, '<');
		else if (code > K_NONE && code < K_FIRST)
			strbuf_add_utf8(&out, (unsigned int)code);
	}
	key_decoder_release(&decoder);
	return strbuf_detach(&out);
}

static const struct {
	const char *bytes, *commands;
} bursts[] = {
	{ "as", "as" },			/* no input method */
	{ "a\bá", "as" },
	{ "a\x7fá", "as" },
	{ "a\u202f\x7f\x7fá", "as" },
	{ "a\ba\u0301", "as" },		/* decomposed */
	{ "a\u0301",
	  "s" },		/* the same without taking the letter back: a command that came as one */
	{ "d\bđ", "dd" },
	{ "e\bê", "ee" },
	{ "o\bơ", "ow" },
	{ "u\bư", "uw" },
	{ "a\bă", "aw" },
	{ "a\bâ\bấ", "aas" },
	{ "a\bá\bà", "asf" },		/* another tone on the same letter */
	{ "oa\b\bóa", "oas" },		/* the tone goes to a letter further back */
	{ "uo\b\bươ", "uow" },		/* one key changes two letters */
	{ "A\bÁ", "As" },
	{ "ư", "w" },			/* a lone w */
	{ "a\bá\bas", "ass" },		/* the key typed twice takes the tone away */
	{ "v\bv", "vv" },		/* a person with a backspace */
	{ "\b", "<" },
	{ "a b\b", "a b" },
	{ "a \bâ", "a <a" },		/* the word ended with the blank */
	{ "ư\bw", "ww" },		/* a lone w pressed twice */
	{ "a\bán\b\bans", "asns" },	/* the tone is taken off, and its key stands behind the word */
	{ "a\báh\b\bash ", "ash " },	/* no Vietnamese: the word goes back to its keys, which had their turn */
	{ "d\bđ\bdd", "ddd" },
	{ "uy\b\bủy", "uyr" },
	{ "u\bùa\b\buầ", "ufaa" },	/* a tone that moves is no key */
	{ "a\x7f\u200c\x7fá", "as" },
	/* VNI: the key of Telex that does the same */
	{ "a\bá\bấ", "asa" },
	{ "d\bđ1", "dd1" },
};

Test(command_reader, a_burst_counts_as_the_key_that_made_it)
{
	for (size_t i = 0; i < sizeof bursts / sizeof *bursts; i++) {
		char *got = commands(bursts[i].bytes);

		cr_expect_str_eq(got, bursts[i].commands, "row %zu: %s instead of %s", i, got,
				 bursts[i].commands);
		free(got);
	}
}

/* What is sent when KEYS are pressed and an input method composes them by Telex. */
static void send_composed(struct strbuf *out, enum burst_style style, const char *keys)
{
	struct strbuf shown = STRBUF_INIT, before = STRBUF_INIT;
	struct viet_input input;

	viet_input_init(&input, VIET_TELEX, VIET_TONE_OLD);
	for (; *keys; keys++) {
		struct viet_edit edit = viet_input_key(&input, (unsigned char)*keys);
		size_t end = shown.length;

		strbuf_clear(&before);
		strbuf_add_text(&before, shown.text);
		for (size_t i = 0; i < edit.erase; i++)
			end = viet_letter_before(shown.text, shown.length, end);
		strbuf_truncate(&shown, end);
		strbuf_add_text(&shown, edit.text);
		burst_add(out, style, before.text, shown.text);
	}
	strbuf_release(&shown);
	strbuf_release(&before);
}

/* The letters that are commands of the outline, where most of the work is done. */
static const char *command_letters(void)
{
	static char letters[128];
	size_t count = 0;

	for (int code = 'a'; code <= 'z'; code++)
		if (action_for_key(CTX_OUTLINE, code))
			letters[count++] = (char)code;
	letters[count] = '\0';
	return letters;
}

static void expect_pressed(enum burst_style style, const char *keys)
{
	struct strbuf bytes = STRBUF_INIT;
	char *got;

	send_composed(&bytes, style, keys);
	got = commands(bytes.text);
	cr_expect_str_eq(got, keys, "style %d: %s came as %s", (int)style, keys, got);
	free(got);
	strbuf_release(&bytes);
}

/* A word that goes back to its keys before a blank may look, up to the blank, as if its last key came twice. */
static bool looks_like_twice(enum burst_style style, const char *keys, size_t length)
{
	char *twice = xasprintf("%s%c", keys, keys[length - 1]), *ended = xasprintf("%s ", keys);
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;
	bool same;

	send_composed(&a, style, twice);
	send_composed(&b, style, ended);
	same = a.length + 1 == b.length && !memcmp(a.text, b.text, a.length);
	strbuf_release(&a);
	strbuf_release(&b);
	free(twice);
	free(ended);
	return same;
}

/* KEYS, and all that begin with them and go on with LETTERS up to LONGEST; behind a blank the word is over. */
static void expect_all(enum burst_style style, const char *letters, char *keys, size_t length, size_t longest)
{
	keys[length] = '\0';
	if (length)
		expect_pressed(style, keys);
	if (length && !looks_like_twice(style, keys, length)) {
		keys[length] = ' ';
		keys[length + 1] = '\0';
		expect_pressed(style, keys);
	}
	for (size_t i = 0; letters[i] && length < longest; i++) {
		keys[length] = letters[i];
		expect_all(style, letters, keys, length + 1, longest);
	}
}

Test(command_reader, command_letters_count_as_pressed_under_an_input_method)
{
	char keys[16];

	cr_assert_gt(strlen(command_letters()), 10);
	expect_all(BURST_UNIKEY, command_letters(), keys, 0, 3);
	expect_all(BURST_UNIKEY, "aefjklnsu", keys, 0, 4);
	for (int style = 0; style < BURST_STYLES; style++)
		expect_all((enum burst_style)style, "adefjnu", keys, 0, 3);
}
