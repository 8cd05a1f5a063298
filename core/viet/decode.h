/*
 * decode.h: bytes in any encoding that Vietnamese text arrives in -> UTF-8 in NFC.
 *
 * A stream: bytes go in as they come, text comes out, in bounded memory; where
 * the input is cut between two calls makes no difference. A byte that is no
 * letter of the encoding is reported and becomes U+FFFD; nothing is dropped but
 * a mark of the encoding (BOM) at the beginning. Line ends, NUL and all other
 * control characters stay.
 *
 * Encodings are named as INTERFACE has them, in small letters: utf-8 utf-16
 * utf-16le utf-16be tcvn3 tcvn5712-1 vni viscii viqr cp1258 cp1252. Other names are
 * iconv's. A name may go on with what went wrong before: "utf-8:cp1252:tcvn3" is a
 * text in TCVN3 whose bytes were once read as CP1252 and then stored as UTF-8.
 *
 * What those names mean: TCVN 5712:1993 (its VN1 is tcvn5712-1; tcvn3 is what the
 * .VnTime fonts of ABC have of it), RFC 1456 (VISCII, VIQR), the VNI fonts for
 * Windows, Microsoft's code pages.
 */
#ifndef VIET_DECODE_H
#define VIET_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/memory.h"

enum { VIET_BAD_KEPT = 8 };

/* What is known of the text; whole after viet_decoder_finish(). */
struct viet_report {
	const char *encoding;	/* NULL while it is not found yet; the first name where something was mended */
	const char *path;	/* as viet_decoder_new() takes it to do the same again; the decoder's */
	int confidence;		/* 0 to 100; 100 where the encoding was told */
	const char *runner_up;	/* the next best encoding; NULL: no other comes near */
	unsigned long long bad_count;			/* sequences that are no letter */
	unsigned long long bad_at[VIET_BAD_KEPT];	/* the offsets of the first of them in the input */
	unsigned long long doubtful_capitals;		/* words that may be capitals in truth (tcvn3 has none) */
};

struct viet_decoder;

/* ENCODING in any case; NULL: find it. NULL when no such encoding is known. */
struct viet_decoder *viet_decoder_new(const char *encoding);
void viet_decoder_free(struct viet_decoder *decoder);

/* Take BYTES; append the text that is certain by now. */
void viet_decoder_feed(struct viet_decoder *decoder, const char *bytes, size_t length, struct strbuf *out);

/* The input ends: append what was held back. */
void viet_decoder_finish(struct viet_decoder *decoder, struct strbuf *out);

const struct viet_report *viet_decoder_report(const struct viet_decoder *decoder);

/* All at once; false for an unknown encoding. */
bool viet_decode(const char *encoding, const char *bytes, size_t length, struct strbuf *out);

/* The names of the encodings that people need, in the order they are told; NULL behind the last. */
const char *viet_encoding_name(size_t index);

/* The encoding that was misread before, in a report's path; NULL when nothing was mended. */
const char *viet_mended_encoding(const char *path);

#endif
