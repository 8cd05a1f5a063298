#include <stdlib.h>
#include <unicase.h>

#include "core/viet/internal.h"

typedef uint8_t *case_mapping(const uint8_t *text, size_t length, const char *language, uninorm_t form,
			      uint8_t *room, size_t *made);

/* TEXT is valid UTF-8. */
static void add_mapped(case_mapping *map, const char *text, size_t length, struct strbuf *out)
{
	uint8_t room[256];
	size_t made = sizeof room;
	uint8_t *mapped = map(bytes_of(text), length, "vi", UNINORM_NFC, room, &made);

	if (!mapped)
		BUG("cannot change the case of %zu bytes", length);
	strbuf_add(out, mapped, made);
	if (mapped != room)
		free(mapped);
}

static void add_in_case(case_mapping *map, const char *text, size_t length, struct strbuf *out)
{
	struct strbuf room = STRBUF_INIT;

	text = viet_composed(text, &length, &room);
	add_mapped(map, text, length, out);
	strbuf_release(&room);
}

void viet_lower(const char *text, size_t length, struct strbuf *out)
{
	add_in_case(u8_tolower, text, length, out);
}

void viet_upper(const char *text, size_t length, struct strbuf *out)
{
	add_in_case(u8_toupper, text, length, out);
}

/* Offset of the first letter or digit; quotation marks and dashes may stand before it. */
static size_t first_letter(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length) {
		uint32_t c;
		size_t step = viet_read(text + at, length - at, &c);

		if (viet_is_word(c))
			break;
		at += step;
	}
	return at;
}

void viet_capitalize(const char *text, size_t length, struct strbuf *out)
{
	struct strbuf room = STRBUF_INIT;
	size_t first, letter;

	text = viet_composed(text, &length, &room);
	first = first_letter(text, length);
	letter = viet_letter_length(text, length, first);
	strbuf_add(out, text, first);
	add_mapped(u8_totitle, text + first, letter, out);
	strbuf_add(out, text + first + letter, length - first - letter);
	strbuf_release(&room);
}
