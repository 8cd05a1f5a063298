/* Keys: any bytes are taken, and mostly the same keys come however they are cut into pieces. */
#include <config.h>

#include <string.h>

#include "core/viet/viet.h"
#include "tests/fuzz/fuzz.h"
#include "tui/key.h"

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
	strbuf_release(&whole);
	strbuf_release(&pieces);
	return 0;
}
