/*
 * converter.h: files of older programs -> files that are read here, by programs of others.
 *
 * A converter runs without a shell, on a copy in a folder of its own that goes away
 * again, with limits to its time, memory and output (limits.h), and without the
 * user's environment. The first one installed that succeeds is taken.
 */
#ifndef OFFICE_READ_CONVERTER_H
#define OFFICE_READ_CONVERTER_H

#include "core/base/error.h"
#include "core/base/memory.h"
#include "office/read/kind.h"

/*
 * Put what BYTES of KIND (doc, xls, pdf, rtf) become into OUT: a docx or xlsx, or text in UTF-8.
 * STATUS_INVALID: none is installed, and the sentence names the package; or none could read it.
 */
enum status converter_run(const char *label, enum file_kind kind, const char *bytes, size_t length, struct strbuf *out,
			  struct error *err);

#endif
