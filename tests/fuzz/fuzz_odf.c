/* OpenDocument files, texts and sheets: content and styles. */
#include "tests/fuzz/parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct fixed_part parts[] = {
		{ "mimetype", "application/vnd.oasis.opendocument.text" },
		{ "content.xml", NULL }, { "styles.xml", NULL }, { NULL },
	};

	read_parts(parts, data, size);
	return 0;
}
