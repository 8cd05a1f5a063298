/*
 * kind.h: what kind of file bytes are, told by what stands in them.
 *
 * The ending of a name says nothing: web pages are saved as .doc, sheets as .txt.
 */
#ifndef OFFICE_READ_KIND_H
#define OFFICE_READ_KIND_H

#include <stdbool.h>
#include <stddef.h>

enum file_kind {
	KIND_TEXT,		/* whatever has no mark of another kind; text_kind.h tells more */
	KIND_DOCX,
	KIND_XLSX,
	KIND_ODF,		/* .odt and .ods */
	KIND_DOC,
	KIND_XLS,
	KIND_PDF,
	KIND_RTF,
	KIND_LOCKED,		/* an office file with a password */
	KIND_DATABASE,
	KIND_PICTURE,
	KIND_ARCHIVE,		/* that holds no document */
	KIND_OLD_OFFICE,	/* presentations and the like */
};

/* True when the first bytes are those of another kind than text. */
bool kind_has_mark(const char *bytes, size_t length);

enum file_kind kind_of_bytes(const char *bytes, size_t length);

/* "docx": where an encoding would be named; NULL for text and for what is not read at all. */
const char *kind_word(enum file_kind kind);
/* True for a word of kind_word(). */
bool kind_has_word(const char *word);

#endif
