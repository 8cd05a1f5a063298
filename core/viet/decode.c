#ifdef HAVE_CONFIG_H
#include <config.h>
#endif

#include "core/viet/decode.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/viet/charset.h"
#include "core/viet/detect.h"
#include "core/viet/internal.h"

enum {
	STAGES = 3,		/* a text misread twice */
	WINDOW = 65536,		/* so much of plain ASCII is judged together */
	CONTEXT = 1024,		/* and so much of it stays, in front of the first byte that is not; an even number */
	SAMPLE = 65536,		/* so much behind that byte shows the encoding */
};

/* One decoding, and the bytes that wait for what follows. */
struct stage {
	struct decoding decoding;
	struct strbuf rest;
	struct strbuf bytes;	/* the letters of the stage before, as what they were misread from */
};

/* The encoding is not known yet: what came, and what is known of it. */
struct search {
	const char *only;		/* see detect_encoding() */
	struct strbuf held;
	size_t scanned;			/* bytes of it that were looked at */
	bool has_odd;
	size_t first_odd;		/* offset of the first byte that is not plain ASCII */
};

struct viet_decoder {
	struct viet_report report;
	char *path;
	struct stage stages[STAGES];
	size_t stage_count;		/* 0: still searching */
	bool begun;			/* a mark (BOM) can no longer come */
	unsigned long long passed;	/* bytes of plain ASCII, given on before the encoding was known */
	struct search search;
};

/* --- names ------------------------------------------------------------------ */

static char *small_letters(const char *text)
{
	char *copy = xstrdup(text);

	for (char *p = copy; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return copy;
}

static const struct charset iconv_charset = { "", "", decode_iconv, NULL, NULL, false };

static bool is_utf16(const char *name)
{
	char *small = small_letters(name);
	bool is = !strcmp(small, "utf-16") || !strcmp(small, "utf16");

	free(small);
	return is;
}

/* --- stages ----------------------------------------------------------------- */

static void add_stage(struct viet_decoder *d, const struct charset *charset, const struct charset *misread, iconv_t cd)
{
	struct stage *stage = &d->stages[d->stage_count++];

	decoding_init(&stage->decoding, charset, cd, &d->report);
	stage->decoding.misread = misread;
	strbuf_init(&stage->rest);
	strbuf_init(&stage->bytes);
}

/* The charset that stands at *PATH up to the next colon; *PATH goes on behind that. */
static const struct charset *next_charset(const char **path)
{
	size_t length = strcspn(*path, ":");
	char *name = xstrndup(*path, length);
	const struct charset *charset = charset_find(name);

	free(name);
	*path += length + ((*path)[length] == ':');
	return charset;
}

/* Stages for a path of our own names. */
static bool add_path(struct viet_decoder *d, const char *path)
{
	const struct charset *charset = charset_find(path), *misread = NULL;
	size_t length = strlen(path);

	if (!length || path[length - 1] == ':')
		return false;
	if (charset)
		path = "";
	else
		charset = next_charset(&path);
	for (;;) {
		if (!charset || d->stage_count == STAGES)
			return false;
		add_stage(d, charset, misread, (iconv_t)-1);
		if (!*path)
			return true;
		misread = next_charset(&path);
		if (!misread || misread->decode != decode_single_bytes || !*path)
			return false;
		charset = next_charset(&path);
	}
}

static void release_stages(struct viet_decoder *d)
{
	for (size_t i = 0; i < d->stage_count; i++) {
		decoding_release(&d->stages[i].decoding);
		strbuf_release(&d->stages[i].rest);
		strbuf_release(&d->stages[i].bytes);
	}
	d->stage_count = 0;
}

static bool add_iconv(struct viet_decoder *d, const char *name)
{
	/* An empty name would be the locale's. */
	iconv_t cd = *name ? iconv_open("UTF-8", name) : (iconv_t)-1;

	if (cd == (iconv_t)-1)
		return false;
	add_stage(d, &iconv_charset, NULL, cd);
	return true;
}

/* Begin to decode what PATH says. */
static bool set_path(struct viet_decoder *d, const char *path)
{
	const struct charset *first;

	if (!add_path(d, path)) {
		release_stages(d);
		if (!add_iconv(d, path))
			return false;
	}
	first = d->stages[0].decoding.charset;
	d->path = charset_find(path) ? xstrdup(first->name) : small_letters(path);
	d->report.path = d->path;
	d->report.encoding = first == &iconv_charset ? d->path : first->name;
	return true;
}

/* Decode BYTES behind those that wait. LAST: none follow that they could belong to. */
static void decode_bytes(struct stage *stage, const char *bytes, size_t length, bool last)
{
	struct decoding *decoding = &stage->decoding;
	bool waited = stage->rest.length > 0;
	size_t used;

	if (waited) {
		strbuf_add(&stage->rest, bytes, length);
		bytes = stage->rest.text;
		length = stage->rest.length;
	}
	used = decoding->charset->decode(decoding, (const unsigned char *)bytes, length, last);
	decoding->offset += used;
	if (waited)
		strbuf_splice(&stage->rest, 0, used, "", 0);
	else
		strbuf_add(&stage->rest, bytes + used, length - used);
}

/*
 * Decode the letters of the stage before as the bytes they were misread from. A letter
 * that cannot have been is kept as it is.
 */
static void decode_misread(struct stage *stage, const struct strbuf *text, bool last)
{
	struct strbuf *bytes = &stage->bytes;

	strbuf_clear(bytes);
	for (size_t at = 0; at < text->length;) {
		unsigned char byte;
		uint32_t c;

		at += viet_read(text->text + at, text->length - at, &c);
		/* Latin-1 has control characters where the code pages have letters or nothing. */
		if (c >= 0x80 && c < 0xA0)
			byte = (unsigned char)c;
		else if (!charset_byte(stage->decoding.misread, c, &byte)) {
			decode_bytes(stage, bytes->text, bytes->length, true);
			strbuf_clear(bytes);
			strbuf_add_utf8(&stage->decoding.text, c);
			continue;
		}
		strbuf_add_char(bytes, (char)byte);
	}
	decode_bytes(stage, bytes->text, bytes->length, last);
}

/* Hand on what the stage has decoded. LAST: all of it. */
static void deliver(struct viet_decoder *d, size_t index, bool last, struct strbuf *out)
{
	struct decoding *decoding = &d->stages[index].decoding;
	struct strbuf *text = &decoding->text;

	if (text->length)
		decoding->before = text->text[text->length - 1];
	if (index + 1 < d->stage_count) {
		decode_misread(&d->stages[index + 1], text, last);
		strbuf_clear(text);
		deliver(d, index + 1, last, out);
	} else if (decoding->charset->is_composed && !decoding->misread) {
		strbuf_add(out, text->text, text->length);
		strbuf_clear(text);
	} else {
		strbuf_splice(text, 0, viet_nfc_part(text->text, text->length, last, out), "", 0);
	}
}

static void decode_all(struct viet_decoder *d, const char *bytes, size_t length, bool last, struct strbuf *out)
{
	decode_bytes(&d->stages[0], bytes, length, last);
	deliver(d, 0, last, out);
}

/* --- the beginning ---------------------------------------------------------- */

/* The length of the mark that a text in the encoding of the first stage may begin with, when BYTES begin with it. */
static size_t mark_length(const struct viet_decoder *d, const char *bytes, size_t length)
{
	const struct charset *charset = d->stages[0].decoding.charset;

	if (charset->decode == decode_utf8)
		return length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
	if (charset->decode == decode_utf16le)
		return length >= 2 && !memcmp(bytes, "\xFF\xFE", 2) ? 2 : 0;
	if (charset->decode == decode_utf16be)
		return length >= 2 && !memcmp(bytes, "\xFE\xFF", 2) ? 2 : 0;
	return 0;
}

/* The encoding is known. */
static void decode(struct viet_decoder *d, const char *bytes, size_t length, bool last, struct strbuf *out)
{
	struct stage *first = &d->stages[0];
	struct strbuf begin = STRBUF_INIT;
	size_t mark;

	if (d->begun) {
		decode_all(d, bytes, length, last, out);
		return;
	}
	if (first->rest.length + length < 3 && !last) {
		strbuf_add(&first->rest, bytes, length);
		return;
	}
	strbuf_add(&begin, first->rest.text, first->rest.length);
	strbuf_add(&begin, bytes, length);
	strbuf_clear(&first->rest);
	mark = mark_length(d, begin.text, begin.length);
	first->decoding.offset = mark;
	d->begun = true;
	decode_all(d, begin.text + mark, begin.length - mark, last, out);
	strbuf_release(&begin);
}

/* --- searching -------------------------------------------------------------- */

/* Control characters that some encoding has as letters, NUL for UTF-16, and all beyond ASCII. */
static bool is_odd(unsigned char byte)
{
	static const bool odd[32] = {
		[0x00] = true, [0x01] = true, [0x02] = true, [0x04] = true, [0x05] = true, [0x06] = true,
		[0x11] = true, [0x12] = true, [0x13] = true, [0x14] = true, [0x15] = true, [0x16] = true,
		[0x17] = true, [0x19] = true, [0x1E] = true,
	};

	return byte >= 0x80 || (byte < 0x20 && odd[byte]);
}

/* Look at what was held since; returns how much of it makes the sample, 0 when that is not enough yet. */
static size_t scan(struct search *search)
{
	while (!search->has_odd && search->scanned < search->held.length) {
		search->has_odd = is_odd((unsigned char)search->held.text[search->scanned]);
		if (search->has_odd)
			search->first_odd = search->scanned;
		search->scanned++;
	}
	if (!search->has_odd || search->held.length < search->first_odd + SAMPLE)
		return 0;
	return search->first_odd + SAMPLE;
}

static void settle(struct viet_decoder *d, const char *path, bool last, struct strbuf *out)
{
	struct strbuf held = d->search.held;

	if (!set_path(d, path))
		BUG("no such encoding: %s", path);
	strbuf_init(&d->search.held);
	d->begun = d->passed > 0;
	d->stages[0].decoding.offset = d->passed;
	decode(d, held.text, held.length, last, out);
	strbuf_release(&held);
}

/* Find the encoding by the first LENGTH bytes that are held. */
static void settle_by_sample(struct viet_decoder *d, size_t length, bool last, struct strbuf *out)
{
	struct search *search = &d->search;
	size_t before = search->first_odd > CONTEXT ? (search->first_odd - CONTEXT) & ~(size_t)1 : 0;
	struct finding finding;

	detect_encoding(search->held.text + before, length - before, !d->passed && !before, search->only, &finding);
	d->report.confidence = finding.confidence;
	d->report.runner_up = finding.runner_up;
	settle(d, finding.path, last, out);
}

/* All that is held is plain ASCII: the same in all encodings but VIQR. */
static bool settle_as_viqr(struct viet_decoder *d, bool last, struct strbuf *out)
{
	int confidence;

	if (d->search.only || !detect_viqr(d->search.held.text, d->search.held.length, &confidence))
		return false;
	d->report.confidence = confidence;
	d->report.runner_up = "utf-8";
	settle(d, "viqr", last, out);
	return true;
}

static void pass_ascii(struct viet_decoder *d, struct strbuf *out)
{
	struct search *search = &d->search;
	size_t passed = search->held.length - CONTEXT;

	strbuf_add(out, search->held.text, passed);
	strbuf_splice(&search->held, 0, passed, "", 0);
	search->scanned -= passed;
	d->passed += passed;
}

/* Take what makes the sample longer; returns how many of BYTES were taken. */
static size_t look(struct viet_decoder *d, const char *bytes, size_t length, struct strbuf *out)
{
	struct search *search = &d->search;
	size_t room = search->has_odd ? SAMPLE : WINDOW - search->held.length, sample;

	if (length > room)
		length = room;
	strbuf_add(&search->held, bytes, length);
	sample = scan(search);
	if (sample)
		settle_by_sample(d, sample, false, out);
	else if (!search->has_odd && search->held.length == WINDOW && !settle_as_viqr(d, false, out))
		pass_ascii(d, out);
	return length;
}

static void settle_at_end(struct viet_decoder *d, struct strbuf *out)
{
	if (d->search.has_odd) {
		settle_by_sample(d, d->search.held.length, true, out);
	} else if (!settle_as_viqr(d, true, out)) {
		d->report.confidence = 100;
		settle(d, d->search.only ? "utf-16le" : "utf-8", true, out);
	}
}

/* --- the decoder ------------------------------------------------------------ */

struct viet_decoder *viet_decoder_new(const char *encoding)
{
	struct viet_decoder *d = xcalloc(1, sizeof *d);

	strbuf_init(&d->search.held);
	if (encoding && is_utf16(encoding)) {
		d->search.only = "utf-16";
	} else if (encoding) {
		d->report.confidence = 100;
		if (!set_path(d, encoding)) {
			viet_decoder_free(d);
			return NULL;
		}
	}
	return d;
}

void viet_decoder_free(struct viet_decoder *d)
{
	if (!d)
		return;
	release_stages(d);
	strbuf_release(&d->search.held);
	free(d->path);
	free(d);
}

void viet_decoder_feed(struct viet_decoder *d, const char *bytes, size_t length, struct strbuf *out)
{
	size_t at = 0;

	while (!d->stage_count && at < length)
		at += look(d, bytes + at, length - at, out);
	if (at < length)
		decode(d, bytes + at, length - at, false, out);
}

void viet_decoder_finish(struct viet_decoder *d, struct strbuf *out)
{
	if (!d->stage_count)
		settle_at_end(d, out);
	else
		decode(d, "", 0, true, out);
}

const struct viet_report *viet_decoder_report(const struct viet_decoder *d)
{
	return &d->report;
}

bool viet_decode(const char *encoding, const char *bytes, size_t length, struct strbuf *out)
{
	struct viet_decoder *d = viet_decoder_new(encoding);

	if (!d)
		return false;
	viet_decoder_feed(d, bytes, length, out);
	viet_decoder_finish(d, out);
	viet_decoder_free(d);
	return true;
}

const char *viet_encoding_name(size_t index)
{
	static const char *const names[] = {
		"utf-8", "utf-16", "utf-16le", "utf-16be", "tcvn3", "tcvn5712-1", "vni", "viscii", "viqr", "cp1258",
	};

	return index < sizeof names / sizeof *names ? names[index] : NULL;
}

const char *viet_mended_encoding(const char *path)
{
	const char *colon = strrchr(path, ':');

	return colon ? colon + 1 : NULL;
}
