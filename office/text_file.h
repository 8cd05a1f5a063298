/*
 * text_file.h: a file of text -> its bytes and, decoded, UTF-8.
 *
 * Everything that is no text of a sensible size is refused here in words, before
 * anything tries to understand it. Only office/ includes this.
 */
#ifndef OFFICE_TEXT_FILE_H
#define OFFICE_TEXT_FILE_H

#include <stdbool.h>

#include "core/base/error.h"
#include "core/base/memory.h"

struct text_file {
	struct strbuf bytes;	/* as they stood in the file */
	struct strbuf text;	/* UTF-8 in NFC without NUL and without BOM */
	char *encoding;		/* as found or as told: what viet_decoder_new() takes to read the bytes again */
	unsigned long long bad_count, first_bad;	/* bytes that are no letter; the offset of the first */
};

#define TEXT_FILE_INIT { STRBUF_INIT, STRBUF_INIT, NULL, 0, 0 }

void text_file_release(struct text_file *file);

/* Read the bytes alone; larger ones than text has are allowed where they begin as another kind of file. */
enum status text_file_load(const char *name, struct text_file *out, struct error *err);

/* Decode the bytes of FILE, which are text. */
enum status text_file_decode(const char *name, const char *encoding, struct text_file *file, struct error *err);

/* Both, of a file that must be text. See office_read(): NAME "-" is standard input, ENCODING may be NULL. OUT is released first. */
enum status text_file_read(const char *name, const char *encoding, struct text_file *out, struct error *err);

/* What a person calls the file NAME in a sentence. */
const char *text_file_label(const char *name);

/* Append the pieces of TEXT between separators, cleaned; empty ones too. */
void text_cells(const char *text, size_t length, char separator, struct string_list *out);
/* A line of a list that is blank or begins with "#". */
bool text_says_nothing(const char *line, size_t length);

#endif
