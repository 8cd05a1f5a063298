/*
 * viet_bytes.h: texts as bytes of every encoding, made without the program's own
 * tables: by iconv where it has the encoding, else by what is written here.
 */
#ifndef TESTS_VIET_BYTES_H
#define TESTS_VIET_BYTES_H

#include "core/base/memory.h"

/* All letters of the alphabet with their marks and tones, both cases, a blank between two. */
extern const char all_letters[];

/*
 * Append TEXT, UTF-8 in NFC, as bytes of ENCODING: a name of decode.h, or "nfd" (UTF-8, all marks apart), "half" (UTF-8, the
 * tones apart), "bom" (UTF-8 with a mark), "utf-16le-bom", "utf-16be-bom". A blank stands for what the encoding has not.
 */
void encode_text(const char *encoding, const char *text, struct strbuf *out);

/* Append TEXT as iconv converts it; what the encoding has not is a blank. */
void iconv_text(const char *to, const char *from, const char *text, size_t length, struct strbuf *out);

/*
 * Append what becomes of bytes that are taken for CP1252 (MISREAD "cp1252"; a byte that it has not is taken for
 * Latin-1) or another encoding of iconv, and stored as UTF-8.
 */
void misread_text(const char *misread, const char *bytes, size_t length, struct strbuf *out);

/* The sample plan in letters that every encoding has; caller frees. */
char *sample_text(void);

#endif
