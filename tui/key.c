#include "tui/key.h"

#include <string.h>

#include "core/viet/viet.h"

enum {
	ESC = 0x1b,
	GHOST = 0x202f,		/* NARROW NO-BREAK SPACE, which some input methods send first */
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
	if (*code == GHOST || (*code >= 0x80 && *code < 0xa0)) {
		decoder->ghost = *code == GHOST;
		*code = K_NONE;
		return used;
	}
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

/* Each vowel with its tones in the order of tone_keys; the key that makes its shape of the plain letter. */
static const struct vowel {
	int shape_key;
	int plain;
	int letters[6];
} vowels[] = {
	{ 0, 'a', { 'a', 0xe1, 0xe0, 0x1ea3, 0xe3, 0x1ea1 } },
	{ 'w', 'a', { 0x103, 0x1eaf, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eb7 } },
	{ 'a', 'a', { 0xe2, 0x1ea5, 0x1ea7, 0x1ea9, 0x1eab, 0x1ead } },
	{ 0, 'e', { 'e', 0xe9, 0xe8, 0x1ebb, 0x1ebd, 0x1eb9 } },
	{ 'e', 'e', { 0xea, 0x1ebf, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ec7 } },
	{ 0, 'i', { 'i', 0xed, 0xec, 0x1ec9, 0x129, 0x1ecb } },
	{ 0, 'o', { 'o', 0xf3, 0xf2, 0x1ecf, 0xf5, 0x1ecd } },
	{ 'o', 'o', { 0xf4, 0x1ed1, 0x1ed3, 0x1ed5, 0x1ed7, 0x1ed9 } },
	{ 'w', 'o', { 0x1a1, 0x1edb, 0x1edd, 0x1edf, 0x1ee1, 0x1ee3 } },
	{ 0, 'u', { 'u', 0xfa, 0xf9, 0x1ee7, 0x169, 0x1ee5 } },
	{ 'w', 'u', { 0x1b0, 0x1ee9, 0x1eeb, 0x1eed, 0x1eef, 0x1ef1 } },
	{ 0, 'y', { 'y', 0xfd, 0x1ef3, 0x1ef7, 0x1ef9, 0x1ef5 } },
};

static const int tone_keys[6] = { 0, 's', 'f', 'r', 'x', 'j' };
static const int tone_marks[6] = { 0, 0x301, 0x300, 0x309, 0x303, 0x323 };

static const struct vowel *find_vowel(int letter, int *tone)
{
	for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++) {
		for (*tone = 0; *tone < 6; ++*tone) {
			if (vowels[i].letters[*tone] == letter)
				return &vowels[i];
		}
	}
	return NULL;
}

static int lower_code(int code)
{
	struct strbuf upper = STRBUF_INIT, lower = STRBUF_INIT;

	strbuf_add_utf8(&upper, (unsigned int)code);
	viet_lower(upper.text, upper.length, &lower);
	code = first_code(lower.text);
	strbuf_release(&upper);
	strbuf_release(&lower);
	return code;
}

/* The Telex key that made MADE of what stood there before; K_NONE when nothing was added. */
static int composing_key(int before, int made)
{
	const struct vowel *old, *new;
	int old_tone, new_tone;

	before = lower_code(before);
	made = lower_code(made);
	for (int tone = 1; tone < 6; tone++) {
		if (made == tone_marks[tone])
			return tone_keys[tone];
	}
	if (made == 0x111)
		return before == made ? K_NONE : 'd';
	new = find_vowel(made, &new_tone);
	if (!new)
		return K_NONE;
	old = find_vowel(before, &old_tone);
	if (new_tone && (!old || new_tone != old_tone))
		return tone_keys[new_tone];
	return old == new ? K_NONE : new->shape_key;
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

static int take_back(struct command_reader *reader)
{
	if (!reader->length || reader->erased_count == COMMAND_WORD)
		return K_BACKSPACE;
	memmove(reader->erased + 1, reader->erased, sizeof reader->erased - sizeof *reader->erased);
	reader->erased[0] = reader->word[--reader->length];
	reader->erased_count++;
	reader->told = false;
	return K_NONE;
}

/* A letter that takes the place of an erased one: one key may have changed several of them. */
static int make_anew(struct command_reader *reader, int letter)
{
	int before = reader->erased[0];
	int found = composing_key(before, letter);
	bool told = reader->told;

	reader->erased_count--;
	memmove(reader->erased, reader->erased + 1, sizeof reader->erased - sizeof *reader->erased);
	remember(reader, letter);
	if (found != K_NONE) {
		reader->told = true;
		return told ? K_NONE : found;
	}
	if (letter == before)
		return told || reader->erased_count ? K_NONE : letter;	/* typed again by hand */
	return letter < 0x80 && before < 0x80 ? letter : K_NONE;
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
	if (reader->erased_count)
		return make_anew(reader, key->code);
	found = key->code < 0x80 ? K_NONE : composing_key(0, key->code);
	remember(reader, key->code);
	return found == K_NONE ? key->code : found;
}
