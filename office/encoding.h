/*
 * encoding.h: what a person is told about the encoding of a file.
 */
#ifndef OFFICE_ENCODING_H
#define OFFICE_ENCODING_H

#include "core/base/error.h"

/* STATUS_INVALID: NAME is no encoding; the sentence has the names of those there are. */
enum status encoding_refuse(const char *name, struct error *err);

/*
 * One sentence on the encoding that was found, PATH of a viet_report: which it is, and what wrong
 * conversion was mended; of a file that is no text, its kind. NULL where the file is UTF-8 as it should be, which needs no word. Caller frees.
 */
char *encoding_sentence(const char *path);

#endif
