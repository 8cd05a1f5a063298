#include "tui/key.h"

#include <string.h>

#include "core/viet/input.h"
#include "core/viet/viet.h"

enum {
	ESC = 0x1b,
	/* What input methods send first, and take away again with a backspace of their own. */
	GHOST = 0x202f,			/* NARROW NO-BREAK SPACE: EVKey, OpenKey */
	THIN_GHOST = 0x200c,		/* ZERO WIDTH NON-JOINER: OpenKey in some programs */
	LONE_ESC_MS = 50,
	PARTIAL_MS = 500,	/* a sequence or a letter cut in two by a slow line */
	OPEN_PASTE_MS = 2000,	/* a paste whose end never comes */
	AFTER_PASTE_MS = 50,
	PASTE_MAX = 1 << 20,
};

#define PASTE_START "\033[200~"
#define PASTE_END "\033[201~"

bool key_is_letter(const struct key *key)
{
	return key->code > K_NONE && key->code < K_FIRST;
}

/* --- names -------------------------------------------------------------- */

static const struct {
	int code;
	const char *name;
} names[] = {
	{ ' ', "Space" }, { K_ENTER, "Enter" }, { K_ESC, "Esc" }, { K_TAB, "Tab" },
	{ K_BACKTAB, "Shift-Tab" }, { K_BACKSPACE, "Backspace" }, { K_DELETE, "Delete" },
	{ K_INSERT, "Insert" }, { K_UP, "Up" }, { K_DOWN, "Down" }, { K_LEFT, "Left" },
	{ K_RIGHT, "Right" }, { K_CTRL_LEFT, "Ctrl-Left" }, { K_CTRL_RIGHT, "Ctrl-Right" },
	{ K_HOME, "Home" }, { K_END, "End" }, { K_PAGE_UP, "PgUp" }, { K_PAGE_DOWN, "PgDn" },
};

enum { NAMES = sizeof names / sizeof *names };

int key_from_name(const char *name, size_t length)
{
	int number = 0;

	for (size_t i = 0; i < NAMES; i++) {
		if (strlen(names[i].name) == length && !memcmp(names[i].name, name, length))
			return names[i].code;
	}
	if (length == 6 && !memcmp(name, "Ctrl-", 5))
		return K_CONTROL + name[5];
	if (length == 1)
		return (unsigned char)name[0];
	if (length < 2 || length > 3 || name[0] != 'F')
		return K_NONE;
	for (size_t i = 1; i < length; i++)
		number = number * 10 + (name[i] - '0');
	return number >= 1 && number <= 12 ? K_F1 + number - 1 : K_NONE;
}

void key_name(int code, struct strbuf *out)
{
	for (size_t i = 0; i < NAMES; i++) {
		if (names[i].code == code) {
			strbuf_add_text(out, names[i].name);
			return;
		}
	}
	if (code >= K_CONTROL)
		strbuf_addf(out, "Ctrl-%c", code - K_CONTROL);
	else if (code >= K_F1)
		strbuf_addf(out, "F%d", code - K_F1 + 1);
	else
		strbuf_add_utf8(out, (unsigned int)code);
}

/* --- escape sequences --------------------------------------------------- */

struct final_key {
	char final;
	int code;
};

/* ESC [ letter. From M on they are PuTTY's SCO mode; xterm's P to S come with parameters only. */
static const struct final_key csi_keys[] = {
	{ 'A', K_UP }, { 'B', K_DOWN }, { 'C', K_RIGHT }, { 'D', K_LEFT }, { 'F', K_END },
	{ 'G', K_PAGE_DOWN }, { 'H', K_HOME }, { 'I', K_PAGE_UP }, { 'L', K_INSERT }, { 'Z', K_BACKTAB },
	{ 'M', K_F1 }, { 'N', K_F1 + 1 }, { 'O', K_F1 + 2 }, { 'P', K_F1 + 3 }, { 'Q', K_F1 + 4 },
	{ 'R', K_F1 + 5 }, { 'S', K_F1 + 6 }, { 'T', K_F1 + 7 }, { 'U', K_F1 + 8 }, { 'V', K_F1 + 9 },
	{ 'W', K_F1 + 10 }, { 'X', K_F12 }, { 0, K_NONE },
};

/* ESC [ parameters letter, where that means something else. */
static const struct final_key csi_modified_keys[] = {
	{ 'P', K_F1 }, { 'Q', K_F1 + 1 }, { 'R', K_F1 + 2 }, { 'S', K_F1 + 3 }, { 0, K_NONE },
};

/* ESC O letter: xterm, VT100 keypads, PuTTY's VT100+ mode (T to [), rxvt's Ctrl with arrows (c, d). */
static const struct final_key ss3_keys[] = {
	{ 'A', K_UP }, { 'B', K_DOWN }, { 'C', K_RIGHT }, { 'D', K_LEFT }, { 'F', K_END },
	{ 'H', K_HOME }, { 'M', K_ENTER }, { 'c', K_CTRL_RIGHT }, { 'd', K_CTRL_LEFT }, { 'P', K_F1 },
	{ 'Q', K_F1 + 1 }, { 'R', K_F1 + 2 }, { 'S', K_F1 + 3 }, { 'T', K_F1 + 4 }, { 'U', K_F1 + 5 },
	{ 'V', K_F1 + 6 }, { 'W', K_F1 + 7 }, { 'X', K_F1 + 8 }, { 'Y', K_F1 + 9 }, { 'Z', K_F1 + 10 },
	{ '[', K_F12 }, { 0, K_NONE },
};

/* ESC [ [ letter: the Linux console. */
static const struct final_key console_keys[] = {
	{ 'A', K_F1 }, { 'B', K_F1 + 1 }, { 'C', K_F1 + 2 }, { 'D', K_F1 + 3 }, { 'E', K_F1 + 4 },
	{ 0, K_NONE },
};

/* ESC [ number ~, by number: VT220, rxvt, the Linux console, PuTTY. */
static const int tilde_keys[] = {
	K_NONE, K_HOME, K_INSERT, K_DELETE, K_END, K_PAGE_UP, K_PAGE_DOWN, K_HOME, K_END, K_NONE, K_NONE,
	K_F1, K_F1 + 1, K_F1 + 2, K_F1 + 3, K_F1 + 4, K_NONE,
	K_F1 + 5, K_F1 + 6, K_F1 + 7, K_F1 + 8, K_F1 + 9, K_NONE, K_F1 + 10, K_F12,
};

static int find_final(const struct final_key *keys, char final)
{
	while (keys->final && keys->final != final)
		keys++;
	return keys->code;
}

static int with_modifier(int code, int modifier)
{
	bool control = modifier > 1 && ((modifier - 1) & 4);

	if (control && code == K_LEFT)
		return K_CTRL_LEFT;
	if (control && code == K_RIGHT)
		return K_CTRL_RIGHT;
	return code;
}

static int csi_key(const int *numbers, bool has_numbers, char final)
{
	int code = K_NONE;

	if (final == '~') {
		if (numbers[0] < (int)(sizeof tilde_keys / sizeof *tilde_keys))
			code = tilde_keys[numbers[0]];
		return code;
	}
	if (has_numbers)
		code = find_final(csi_modified_keys, final);
	if (code == K_NONE)
		code = find_final(csi_keys, final);
	return with_modifier(code, numbers[1]);
}

/* Bytes of the control sequence at TEXT ("ESC ["), 0 while it is not whole. */
static size_t take_csi(const char *text, size_t length, int *code)
{
	int numbers[2] = { 0, 0 };
	size_t field = 0, i;

	if (length > 2 && text[2] == '[') {
		if (length < 4)
			return 0;
		*code = find_final(console_keys, text[3]);
		return 4;
	}
	for (i = 2; i < length; i++) {
		unsigned char byte = (unsigned char)text[i];

		if (byte >= '0' && byte <= '9' && field < 2 && numbers[field] < 1000)
			numbers[field] = numbers[field] * 10 + (byte - '0');
		else if (byte == ';')
			field++;
		if (byte >= 0x40 && byte <= 0x7e) {
			*code = csi_key(numbers, i > 2, text[i]);
			return i + 1;
		}
		if (byte < 0x20 || byte > 0x7e)
			return i;	/* broken off by something else */
	}
	return 0;
}

/* An Esc that something else follows at once is still Esc: clerks type ahead, and Alt is no key of ours. */
static size_t take_escape(const char *text, size_t length, int *code)
{
	if (length < 2)
		return 0;
	if (text[1] == '[')
		return take_csi(text, length, code);
	if (text[1] == 'O') {
		if (length < 3)
			return 0;
		*code = find_final(ss3_keys, text[2]);
		return 3;
	}
	*code = K_ESC;
	return 1;
}

/* --- letters ------------------------------------------------------------ */

/* Bytes of the UTF-8 letter that LEAD begins; 0 when nothing begins so. */
static size_t utf8_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	if (lead >= 0xf0 && lead <= 0xf4)
		return 4;
	return 0;
}

static int utf8_decode(const char *text, size_t length)
{
	int code = (unsigned char)text[0];

	if (length > 1)
		code &= 0xff >> (length + 1);
	for (size_t i = 1; i < length; i++)
		code = code << 6 | (text[i] & 0x3f);
	return code;
}

static int first_code(const char *text)
{
	return *text ? utf8_decode(text, utf8_length((unsigned char)*text)) : 0;
}

static bool is_mark(int code)
{
	return code >= 0x300 && code <= 0x36f;
}

/* Bytes of the combining mark at TEXT, 0 when there is none (or it is not whole). */
static size_t mark_length(const char *text, size_t length)
{
	if (length >= 2 && utf8_length((unsigned char)text[0]) == 2 && is_mark(utf8_decode(text, 2)))
		return 2;
	return 0;
}

/* All bytes behind the first go on with its letter. */
static bool continues(const char *text, size_t length)
{
	for (size_t i = 1; i < length; i++) {
		if ((text[i] & 0xc0) != 0x80)
			return false;
	}
	return true;
}

static size_t take_letter(struct key_decoder *decoder, int *code)
{
	const char *text = decoder->input.text;
	size_t length = decoder->input.length;
	size_t used = utf8_length((unsigned char)text[0]), more;

	if (used > length && continues(text, length))
		return 0;
	if (used == 0 || used > length || !viet_is_utf8(text, used, NULL))
		return 1;
	*code = utf8_decode(text, used);
	if (*code == GHOST || *code == THIN_GHOST || (*code >= 0x80 && *code < 0xa0)) {
		decoder->ghost = *code >= 0xa0;
		*code = K_NONE;
		return used;
	}
	decoder->ghost = false;
	while ((more = mark_length(text + used, length - used)))
		used += more;
	viet_nfc(text, used, &decoder->text);
	*code = first_code(decoder->text.text);
	return used;
}

static int control_key(unsigned char byte)
{
	switch (byte) {
	case '\r':
	case '\n':
		return K_ENTER;
	case '\t':
		return K_TAB;
	case '\b':
	case 0x7f:
		return K_BACKSPACE;
	case 0:
		return K_NONE;
	}
	return K_CONTROL + byte + '@';
}

/* --- decoder ------------------------------------------------------------ */

void key_decoder_init(struct key_decoder *decoder)
{
	*decoder = (struct key_decoder){ STRBUF_INIT, STRBUF_INIT, KEYS_TYPED, false };
}

void key_decoder_release(struct key_decoder *decoder)
{
	strbuf_release(&decoder->input);
	strbuf_release(&decoder->text);
}

void key_decoder_feed(struct key_decoder *decoder, const char *bytes, size_t length)
{
	if (decoder->state != KEYS_AFTER_PASTE)
		strbuf_add(&decoder->input, bytes, length);
}

static bool starts_with(const struct strbuf *sb, const char *text)
{
	return sb->length >= strlen(text) && !memcmp(sb->text, text, strlen(text));
}

static void drop_input(struct key_decoder *decoder, size_t length)
{
	strbuf_splice(&decoder->input, 0, length, "", 0);
}

static bool find_paste_end(const struct strbuf *input, size_t *at)
{
	size_t mark = strlen(PASTE_END);

	for (size_t i = 0; i + mark <= input->length; i++) {
		if (input->text[i] == ESC && !memcmp(input->text + i, PASTE_END, mark)) {
			*at = i;
			return true;
		}
	}
	return false;
}

/*
 * What comes right behind a paste belongs to it: a pasted text may hold the
 * mark of its own end, and its rest must not act as keys.
 */
static bool next_paste(struct key_decoder *decoder, struct key *key)
{
	size_t end;

	if (!find_paste_end(&decoder->input, &end))
		return false;
	viet_nfc(decoder->input.text, end < PASTE_MAX ? end : PASTE_MAX, &decoder->text);
	strbuf_clear(&decoder->input);
	decoder->state = KEYS_AFTER_PASTE;
	*key = (struct key){ K_PASTE, decoder->text.text };
	return true;
}

static size_t take_key(struct key_decoder *decoder, struct key *key)
{
	unsigned char first = (unsigned char)decoder->input.text[0];
	int code = K_NONE;
	size_t used = 1;

	strbuf_clear(&decoder->text);
	if (first == ESC) {
		used = take_escape(decoder->input.text, decoder->input.length, &code);
		decoder->ghost = decoder->ghost && !used;
	} else if (first < 0x20 || first == 0x7f) {
		code = control_key(first);
		if (code == K_BACKSPACE && decoder->ghost)
			code = K_NONE;
		decoder->ghost = false;
	} else {
		used = take_letter(decoder, &code);
	}
	*key = (struct key){ code, decoder->text.text };
	return used;
}

bool key_decoder_next(struct key_decoder *decoder, struct key *key)
{
	while (decoder->input.length) {
		size_t used;

		if (decoder->state == KEYS_TYPED && starts_with(&decoder->input, PASTE_START)) {
			decoder->state = KEYS_PASTED;
			drop_input(decoder, strlen(PASTE_START));
		}
		if (decoder->state == KEYS_PASTED) {
			strbuf_clear(&decoder->text);
			return next_paste(decoder, key);
		}
		used = take_key(decoder, key);
		if (!used)
			return false;
		drop_input(decoder, used);
		if (key->code != K_NONE)
			return true;
	}
	return false;
}

int key_decoder_timeout(const struct key_decoder *decoder)
{
	if (decoder->state == KEYS_AFTER_PASTE)
		return AFTER_PASTE_MS;
	if (decoder->state == KEYS_PASTED)
		return OPEN_PASTE_MS;
	if (!decoder->input.length)
		return -1;
	return decoder->input.length == 1 && decoder->input.text[0] == ESC ? LONE_ESC_MS : PARTIAL_MS;
}

void key_decoder_expire(struct key_decoder *decoder)
{
	switch (decoder->state) {
	case KEYS_AFTER_PASTE:
		decoder->state = KEYS_TYPED;
		break;
	case KEYS_PASTED:
		strbuf_add_text(&decoder->input, PASTE_END);
		break;
	case KEYS_TYPED:
		if (key_decoder_timeout(decoder) == LONE_ESC_MS)
			strbuf_add_char(&decoder->input, '\0');	/* no key: ends the wait behind the Esc */
		else
			strbuf_clear(&decoder->input);
		break;
	}
}

/* --- command letters under an input method ------------------------------ */

/* The code point of MARK on LETTER; LETTER itself where there is none. */
static int with_mark(int letter, int mark)
{
	struct strbuf both = STRBUF_INIT, joined = STRBUF_INIT;
	int code;

	strbuf_add_utf8(&both, (unsigned int)letter);
	strbuf_add_utf8(&both, (unsigned int)mark);
	viet_nfc(both.text, both.length, &joined);
	code = first_code(joined.text);
	strbuf_release(&both);
	strbuf_release(&joined);
	return code;
}

static bool is_composed(int letter)
{
	return letter >= 0x80;
}

static int small(int letter)
{
	return letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter;
}

static int tone_key(int letter)
{
	return (int)viet_telex_tone_key((uint32_t)letter);
}

/*
 * The Telex key that made MADE of what stood there before (0: nothing); K_NONE when
 * nothing was added. A tone that moved here from another letter is nothing new.
 */
static int composing_key(const struct command_reader *reader, int before, int made)
{
	int tone = tone_key(made);

	if (tone && tone != tone_key(before) && tone != reader->tone)
		return tone;
	return (int)viet_telex_mark_key((uint32_t)before, (uint32_t)made);
}

bool command_reader_in_burst(const struct command_reader *reader)
{
	return reader->erased_count > 0;
}

static void remember(struct command_reader *reader, int letter)
{
	if (reader->length == COMMAND_WORD) {
		memmove(reader->word, reader->word + 1, sizeof reader->word - sizeof *reader->word);
		reader->length--;
	}
	reader->word[reader->length++] = letter;
}

/* KEY was pressed. MARKS: the word shows it as a mark, not as a letter. */
static int press(struct command_reader *reader, int key, bool marks)
{
	if (reader->key_count < COMMAND_WORD)
		reader->keys[reader->key_count++] = key;
	reader->last_marks = marks;
	reader->marks += marks;
	return key;
}

static void end_burst(struct command_reader *reader)
{
	reader->composed = reader->told = reader->loosened = false;
	reader->tone = K_NONE;
}

/* The first LENGTH letters of the word are those of its keys. */
static bool shows_keys(const struct command_reader *reader, int length)
{
	for (int i = 0; i < length; i++)
		if (i >= reader->key_count || small(reader->word[i]) != small(reader->keys[i]))
			return false;
	return true;
}

static int take_back(struct command_reader *reader)
{
	if (!reader->length || reader->erased_count == COMMAND_WORD)
		return K_BACKSPACE;
	if (!reader->erased_count) {
		end_burst(reader);
		reader->composed = reader->length != reader->key_count || !shows_keys(reader, reader->length);
	}
	memmove(reader->erased + 1, reader->erased, sizeof reader->erased - sizeof *reader->erased);
	reader->erased[0] = reader->word[--reader->length];
	reader->erased_count++;
	if (tone_key(reader->erased[0]))
		reader->tone = tone_key(reader->erased[0]);
	return K_NONE;
}

/* The letter whose place the next one takes; 0: none. */
static int next_erased(struct command_reader *reader)
{
	int letter = reader->erased_count ? reader->erased[0] : 0;

	if (!reader->erased_count)
		return 0;
	reader->erased_count--;
	memmove(reader->erased, reader->erased + 1, sizeof reader->erased - sizeof *reader->erased);
	return letter;
}

/* A letter that takes the place of an erased one: one key may have changed several of them. */
static int make_anew(struct command_reader *reader, int letter)
{
	int before = next_erased(reader), found = composing_key(reader, before, letter);
	bool told = reader->told;

	remember(reader, letter);
	if (found != K_NONE) {
		reader->told = true;
		return told ? K_NONE : press(reader, found, true);
	}
	if (is_composed(before) && letter != before) {
		reader->loosened = true;	/* the key that took the mark off comes behind the word */
		return K_NONE;
	}
	if (letter == before)	/* passed over, or typed again by hand */
		return told || reader->loosened || reader->erased_count ? K_NONE : press(reader, letter, false);
	return is_composed(letter) || is_composed(before) ? K_NONE : press(reader, letter, false);
}

/*
 * A word that cannot be Vietnamese goes back to its keys, as the methods do
 * with it when it ends: the letters that come are keys that have had their turn.
 */
static bool goes_back(const struct command_reader *reader, int letter)
{
	return reader->composed && reader->length < reader->key_count && reader->key_count < COMMAND_WORD &&
	       shows_keys(reader, reader->length) && small(letter) == small(reader->keys[reader->length]);
}

/*
 * Where the last key alone was a mark, the same letters come when it is pressed
 * twice, which takes that mark off again. That is what people do.
 */
static int take_again(struct command_reader *reader, int letter)
{
	if (next_erased(reader) != letter)
		reader->loosened = true;
	remember(reader, letter);
	if (reader->length < reader->key_count)
		return K_NONE;
	end_burst(reader);
	return reader->last_marks && reader->marks == 1 ? press(reader, letter, false) : K_NONE;
}

/* A mark that comes by itself joins the letter before it. */
static int take_mark(struct command_reader *reader, int mark)
{
	int *last = reader->length ? &reader->word[reader->length - 1] : NULL;
	int made = last ? with_mark(*last, mark) : mark;
	int found = last ? composing_key(reader, *last, made) : K_NONE;

	if (last)
		*last = made;
	if (found == K_NONE || reader->told)
		return K_NONE;
	reader->told = true;
	return press(reader, found, true);
}

int command_reader_take(struct command_reader *reader, const struct key *key)
{
	int found;

	if (key->code == K_BACKSPACE)
		return take_back(reader);
	if (!key_is_letter(key) || key->code == ' ') {
		*reader = (struct command_reader){ 0 };
		return key->code;
	}
	if (is_mark(key->code))
		return take_mark(reader, key->code);
	if (goes_back(reader, key->code))
		return take_again(reader, key->code);
	reader->composed = false;
	if (reader->erased_count)
		return make_anew(reader, key->code);
	end_burst(reader);
	found = composing_key(reader, 0, key->code);
	remember(reader, key->code);
	return found == K_NONE ? press(reader, key->code, false) : press(reader, found, true);
}
