/*
 * text_file.h: a file of text -> its bytes and, decoded, UTF-8.
 *
 * Everything that is no text of a sensible size is refused here in words, before
 * anything tries to understand it. Only office/ includes this.
 */
#ifndef OFFICE_TEXT_FILE_H
#define OFFICE_TEXT_FILE_H

#include "core/base/error.h"
#include "core/base/memory.h"

struct text_file {
	struct strbuf bytes;	/* as they stood in the file */
	struct strbuf text;	/* valid UTF-8 without NUL and without BOM; not yet NFC */
	char *encoding;		/* as found or as told, small letters */
};

void text_file_release(struct text_file *file);

/* See office_read(): NAME "-" is standard input, ENCODING may be NULL. OUT is released first. */
enum status text_file_read(const char *name, const char *encoding, struct text_file *out, struct error *err);

/* What a person calls the file NAME in a sentence. */
const char *text_file_label(const char *name);

#endif
