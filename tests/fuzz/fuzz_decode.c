/*
 * Any bytes in every encoding: what comes out is valid UTF-8 in NFC, the same
 * wherever the input is cut, and no more than a few bytes for one. The first byte says which
 * encoding, the second where the input is cut.
 */
#include <string.h>

#include "core/viet/decode.h"
#include "core/viet/viet.h"
#include "tests/fuzz/fuzz.h"

static const char *const paths[] = {
	NULL, "utf-8", "utf-16", "utf-16le", "utf-16be", "tcvn3", "tcvn5712-1", "vni", "viscii", "viqr", "cp1258", "cp1252",
	"utf-8:cp1252:utf-8", "utf-8:cp1252:utf-8:cp1252:utf-8", "utf-8:cp1252:tcvn3", "utf-8:cp1258:vni", "utf-16le:cp1252:viscii",
	"latin1",
};

static struct viet_decoder *decode(const char *path, const char *bytes, size_t length, size_t piece, struct strbuf *out)
{
	struct viet_decoder *decoder = viet_decoder_new(path);

	MUST(decoder);
	for (size_t at = 0; at < length; at += piece)
		viet_decoder_feed(decoder, bytes + at, length - at < piece ? length - at : piece, out);
	viet_decoder_finish(decoder, out);
	return decoder;
}

static void check_text(const struct strbuf *text, size_t length)
{
	struct strbuf nfc = STRBUF_INIT;

	MUST(viet_is_utf8(text->text, text->length, NULL));
	viet_nfc(text->text, text->length, &nfc);
	MUST(nfc.length == text->length && !memcmp(nfc.text, text->text, nfc.length));
	/* Three bytes for a byte; a letter of Unicode may be three in NFC. */
	MUST(text->length <= 9 * length + 9);
	strbuf_release(&nfc);
}

static void check_report(const struct viet_report *report, size_t length)
{
	MUST(report->encoding && report->path && report->confidence >= 0 && report->confidence <= 100);
	MUST(report->bad_count <= length);
	for (size_t i = 0; i < report->bad_count && i < VIET_BAD_KEPT; i++)
		MUST(report->bad_at[i] < length && (!i || report->bad_at[i] > report->bad_at[i - 1]));
}

/* What was found can be told, and then gives the same. */
static void check_told(const struct viet_report *report, const char *bytes, size_t length, const struct strbuf *text)
{
	struct strbuf out = STRBUF_INIT;

	viet_decoder_free(decode(report->path, bytes, length, length ? length : 1, &out));
	MUST(out.length == text->length && !memcmp(out.text, text->text, out.length));
	strbuf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *path = paths[size ? data[0] % (sizeof paths / sizeof *paths) : 0];
	size_t piece = size > 1 ? data[1] + 1U : 1, length = size > 2 ? size - 2 : 0;
	const char *bytes = (const char *)data + (size - length);
	struct strbuf whole = STRBUF_INIT, pieces = STRBUF_INIT;
	struct viet_decoder *decoder = decode(path, bytes, length, length ? length : 1, &whole);
	struct viet_decoder *other = decode(path, bytes, length, piece, &pieces);

	check_text(&whole, length);
	check_report(viet_decoder_report(decoder), length);
	MUST(whole.length == pieces.length && !memcmp(whole.text, pieces.text, whole.length));
	MUST(viet_decoder_report(decoder)->bad_count == viet_decoder_report(other)->bad_count);
	check_told(viet_decoder_report(decoder), bytes, length, &whole);
	viet_decoder_free(decoder);
	viet_decoder_free(other);
	strbuf_release(&whole);
	strbuf_release(&pieces);
	return 0;
}
