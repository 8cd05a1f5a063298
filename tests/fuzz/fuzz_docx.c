/* Documents of Word: body, styles, numbering, footnotes, the head of a page. */
#include "tests/fuzz/parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct fixed_part parts[] = {
		{ "_rels/.rels", RELATIONSHIPS(RELATIONSHIP("r", "officeDocument", "word/document.xml")) },
		{ "word/_rels/document.xml.rels", RELATIONSHIPS(RELATIONSHIP("s", "styles", "styles.xml")
			RELATIONSHIP("n", "numbering", "numbering.xml") RELATIONSHIP("f", "footnotes", "footnotes.xml")
			RELATIONSHIP("h", "header", "header1.xml")) },
		{ "word/document.xml", NULL }, { "word/styles.xml", NULL }, { "word/numbering.xml", NULL },
		{ "word/footnotes.xml", NULL }, { "word/header1.xml", NULL }, { NULL },
	};

	read_parts(parts, data, size);
	return 0;
}
