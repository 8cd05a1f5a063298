/*
 * detect.h: which encoding bytes are in, by how well each reads as Vietnamese.
 *
 * Every encoding is tried on the sample: its words with letters beyond ASCII are
 * syllables of the language or they are not. UTF-8 that is valid is taken as such
 * even where it is no Vietnamese. A text that reads badly as Unicode is tried for
 * what a wrong conversion may have made of it.
 */
#ifndef VIET_DETECT_H
#define VIET_DETECT_H

#include <stdbool.h>
#include <stddef.h>

enum { DETECT_PATH = 64 };

struct finding {
	char path[DETECT_PATH];		/* see decode.h */
	int confidence;			/* 0 to 100 */
	const char *runner_up;		/* NULL: nothing else comes near */
};

/* BYTES, of which some are not plain ASCII. IS_BEGINNING: a mark (BOM) may stand first. ONLY: "utf-16", or NULL for any. */
void detect_encoding(const char *bytes, size_t length, bool is_beginning, const char *only, struct finding *out);

/* BYTES, plain ASCII, are VIQR; CONFIDENCE says how surely. */
bool detect_viqr(const char *bytes, size_t length, int *confidence);

#endif
