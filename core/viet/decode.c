/* Other encodings -> UTF-8, by the C library's (or GNU's) iconv. */
#ifdef HAVE_CONFIG_H
#include <config.h>
#endif

#include "core/viet/viet.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

enum { BLOCK = 4096 };

/* The encoding that a mark at the beginning says, and the mark's length. */
static const char *mark_at(const char *bytes, size_t length, size_t *mark_length)
{
	static const struct {
		const char *mark;
		size_t length;
		const char *encoding;
	} marks[] = {
		{ "\xEF\xBB\xBF", 3, "utf-8" },
		{ "\xFF\xFE", 2, "utf-16le" },
		{ "\xFE\xFF", 2, "utf-16be" },
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (length >= marks[i].length && !memcmp(bytes, marks[i].mark, marks[i].length)) {
			*mark_length = marks[i].length;
			return marks[i].encoding;
		}
	}
	*mark_length = 0;
	return NULL;
}

const char *viet_encoding_of_mark(const char *bytes, size_t length)
{
	size_t mark_length;

	return mark_at(bytes, length, &mark_length);
}

static enum viet_decoded convert(iconv_t cd, const char *bytes, size_t left, struct strbuf *out)
{
	ICONV_CONST char *in;
	char block[BLOCK];

	/* iconv() changes nothing of what it reads, whatever its type says. */
	memcpy(&in, &bytes, sizeof in);
	/* The last call, with nothing left, flushes what the decoder holds back to compose. */
	for (bool flushed = false; !flushed;) {
		char *to = block;
		size_t room = sizeof block;
		size_t done;

		flushed = !left;
		done = iconv(cd, left ? &in : NULL, &left, &to, &room);
		strbuf_add(out, block, sizeof block - room);
		if (done == (size_t)-1 && errno != E2BIG)
			return VIET_BAD_BYTE;
		flushed = flushed && done != (size_t)-1;
	}
	return VIET_DECODED;
}

enum viet_decoded viet_decode(const char *encoding, const char *bytes, size_t length, struct strbuf *out)
{
	size_t skip;
	const char *marked = mark_at(bytes, length, &skip);
	enum viet_decoded result;
	iconv_t cd;

	if (!marked || strcmp(marked, encoding) != 0)
		skip = 0;
	if (!strcmp(encoding, "utf-8")) {
		strbuf_add(out, bytes + skip, length - skip);
		return VIET_DECODED;
	}
	cd = iconv_open("UTF-8", encoding);
	if (cd == (iconv_t)-1)
		return VIET_UNKNOWN_ENCODING;
	result = convert(cd, bytes + skip, length - skip, out);
	iconv_close(cd);
	return result;
}
