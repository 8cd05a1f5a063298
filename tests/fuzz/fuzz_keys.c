/*
 * Keys: any bytes are taken, and mostly the same keys come however they are cut into pieces.
 * A field holds a text of no more letters than it may, whatever keys come.
 */
#include <config.h>

#include <string.h>

#include "core/viet/viet.h"
#include "tests/fuzz/fuzz.h"
#include "tui/key.h"
#include "tui/lineedit.h"

/* What came out, as text. */
static void take(struct key_decoder *decoder, struct strbuf *out)
{
	struct key key;

	while (key_decoder_next(decoder, &key)) {
		MUST(viet_is_utf8(key.text, strlen(key.text), NULL));
		strbuf_addf(out, "%d «%s»\n", key.code, key.text);
	}
}

static void decode(const char *bytes, size_t length, size_t piece, struct strbuf *out)
{
	struct key_decoder decoder;

	key_decoder_init(&decoder);
	for (size_t at = 0; at < length; at += piece) {
		key_decoder_feed(&decoder, bytes + at, length - at < piece ? length - at : piece);
		take(&decoder, out);
	}
	if (key_decoder_timeout(&decoder) >= 0) {
		key_decoder_expire(&decoder);
		take(&decoder, out);
	}
	key_decoder_release(&decoder);
}

static void commands(const char *bytes, size_t length)
{
	struct key_decoder decoder;
	struct command_reader reader = { 0 };
	struct key key;

	key_decoder_init(&decoder);
	key_decoder_feed(&decoder, bytes, length);
	while (key_decoder_next(&decoder, &key)) {
		command_reader_take(&reader, &key);
		MUST(reader.length >= 0 && reader.length <= COMMAND_WORD);
		MUST(reader.erased_count >= 0 && reader.erased_count <= COMMAND_WORD);
	}
	key_decoder_release(&decoder);
}

enum { FIELD_LETTERS = 12 };

static size_t count_letters(const struct strbuf *text)
{
	size_t count = 0;

	for (size_t at = 0; at < text->length; at += viet_letter_length(text->text, text->length, at))
		count++;
	return count;
}

static void check_line(const struct lineedit *line)
{
	MUST(viet_is_utf8(line->text.text, line->text.length, NULL));
	MUST(line->cursor <= line->text.length);
	MUST(((unsigned char)line->text.text[line->cursor] & 0xc0) != 0x80);
	MUST(count_letters(&line->text) <= FIELD_LETTERS);
}

static void type_line(const char *bytes, size_t length, enum viet_method method)
{
	struct key_decoder decoder;
	struct viet_input input;
	struct lineedit line;
	struct key key;

	key_decoder_init(&decoder);
	viet_input_init(&input, method, VIET_TONE_OLD);
	lineedit_init(&line, NULL, FIELD_LETTERS);
	key_decoder_feed(&decoder, bytes, length);
	while (key_decoder_next(&decoder, &key)) {
		if (lineedit_key(&line, &input, &key) == LINEEDIT_NOT_TAKEN)
			lineedit_finish(&line, &input);
		check_line(&line);
	}
	lineedit_release(&line);
	key_decoder_release(&decoder);
}

/* A mark joins the letter that came with it, and what comes along with the end of a paste belongs to it. */
static bool pieces_matter(const char *bytes, size_t length)
{
	return memchr(bytes, 0xcc, length) || memchr(bytes, 0xcd, length) || memmem(bytes, length, "\033[20", 4);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;
	struct strbuf whole = STRBUF_INIT, pieces = STRBUF_INIT;

	decode(bytes, size, size ? size : 1, &whole);
	decode(bytes, size, 1, &pieces);
	MUST(pieces_matter(bytes, size) || !strcmp(whole.text, pieces.text));
	commands(bytes, size);
	for (int method = 0; method < VIET_METHOD_COUNT; method++)
		type_line(bytes, size, (enum viet_method)method);
	strbuf_release(&whole);
	strbuf_release(&pieces);
	return 0;
}
