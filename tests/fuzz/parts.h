/*
 * parts.h: the bytes of a fuzzer as the parts of an office file.
 *
 * Fuzzing an archive itself would stop at its checksums: the input is the parts, one
 * behind the other, a NUL between them.
 */
#ifndef TESTS_FUZZ_PARTS_H
#define TESTS_FUZZ_PARTS_H

#include "tests/fuzz/fuzz.h"

struct fixed_part {
	const char *name, *text;	/* TEXT NULL: the next of the input */
};

/* Read the package with these parts, up to the first without a name, and hold what must hold of any file. */
void read_parts(const struct fixed_part *parts, const uint8_t *data, size_t size);

/* The same of a file with these bytes. */
void read_bytes(const void *bytes, size_t length);

#define RELATIONSHIPS(content) \
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" content "</Relationships>"
#define RELATIONSHIP(id, type, target) "<Relationship Id=\"" id "\" Type=\"t/" type "\" Target=\"" target "\"/>"

#endif
