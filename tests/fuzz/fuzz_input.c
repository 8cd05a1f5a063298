/*
 * The input method on any keys: the first byte says which method and style, a
 * DEL is a backspace. What it says to do must be possible, and make text.
 */
#include <string.h>

#include "core/viet/input.h"
#include "core/viet/viet.h"
#include "tests/fuzz/fuzz.h"

static bool is_nfc(const struct strbuf *text)
{
	struct strbuf composed = STRBUF_INIT;
	bool same;

	viet_nfc(text->text, text->length, &composed);
	same = composed.length == text->length && !memcmp(composed.text, text->text, text->length);
	strbuf_release(&composed);
	return same;
}

/* As a field of plain keys applies it: it takes back only what the same keys have put there. */
static void apply(struct strbuf *field, struct viet_edit edit)
{
	size_t length = field->length;

	MUST(viet_is_utf8(edit.text, strlen(edit.text), NULL));
	for (size_t i = 0; i < edit.erase; i++) {
		MUST(length > 0);
		length = viet_letter_before(field->text, field->length, length);
	}
	strbuf_truncate(field, length);
	strbuf_add_text(field, edit.text);
	MUST(is_nfc(field));
}

static void check_word(const struct viet_input *input)
{
	MUST(input->word.count <= input->word.key_count && input->word.key_count <= VIET_WORD_KEYS);
	MUST(!input->word.tone || input->word.tone_at < input->word.count);
}

static void type_plain_keys(struct viet_input *input, const uint8_t *keys, size_t size)
{
	struct strbuf field = STRBUF_INIT;

	for (size_t i = 0; i < size; i++) {
		if (keys[i] == 0x7F && field.length)
			apply(&field, viet_input_backspace(input));
		else if (keys[i] == '\n')
			apply(&field, viet_input_finish(input));
		else if (keys[i] >= ' ' && keys[i] < 0x7F)
			apply(&field, viet_input_key(input, keys[i]));
		check_word(input);
	}
	strbuf_release(&field);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct strbuf line = STRBUF_INIT;
	struct viet_input input;
	enum viet_method method;
	enum viet_tone_style style;

	if (!size)
		return 0;
	method = (enum viet_method)(data[0] % VIET_METHOD_COUNT);
	style = data[0] & 0x80 ? VIET_TONE_NEW : VIET_TONE_OLD;
	viet_input_init(&input, method, style);
	type_plain_keys(&input, data + 1, size - 1);
	viet_input_line(method, style, (const char *)data + 1, size - 1, &line);
	MUST(viet_is_utf8(line.text, line.length, NULL));
	strbuf_release(&line);
	return 0;
}
