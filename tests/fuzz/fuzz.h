/*
 * fuzz.h: what the fuzz targets share.
 *
 * A target is LLVMFuzzerTestOneInput(): it gives any bytes to a door of the
 * program and says what must hold of what comes out. With
 * --enable-fuzz libFuzzer invents the bytes; else replay.c reads the saved ones
 * of tests/fuzz/corpus/TARGET, as a part of make check.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/error.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                  \
	do {                                             \
		if (!(condition))                        \
			BUG("does not hold: %s", #condition); \
	} while (0)

#endif
