/* What is text and more: web pages, sheets, Markdown. */
#include "tests/fuzz/parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	read_bytes(data, size);
	return 0;
}
