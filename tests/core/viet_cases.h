/* viet_cases.h: tables of a text and what a function of core/viet makes of it. */
#ifndef VIET_CASES_H
#define VIET_CASES_H

#include <stddef.h>

#include "core/base/memory.h"

struct text_case {
	const char *text, *expected;
};

typedef void text_function(const char *text, size_t length, struct strbuf *out);

void check_cases(text_function *make, const struct text_case *cases, size_t count);

/* Bytes that are sometimes text and often not: the SEED decides which. Caller releases. */
void add_random_text(unsigned int *seed, struct strbuf *out);

#endif
