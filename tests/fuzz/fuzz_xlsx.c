/* Workbooks: two sheets, shared texts, styles, the workbook itself. */
#include "tests/fuzz/parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct fixed_part parts[] = {
		{ "_rels/.rels", RELATIONSHIPS(RELATIONSHIP("r", "officeDocument", "xl/workbook.xml")) },
		{ "xl/_rels/workbook.xml.rels", RELATIONSHIPS(RELATIONSHIP("r1", "worksheet", "sheet1.xml")
			RELATIONSHIP("r2", "worksheet", "sheet2.xml") RELATIONSHIP("t", "sharedStrings", "texts.xml")
			RELATIONSHIP("s", "styles", "styles.xml")) },
		{ "xl/sheet1.xml", NULL }, { "xl/texts.xml", NULL }, { "xl/styles.xml", NULL }, { "xl/sheet2.xml", NULL },
		{ "xl/workbook.xml", NULL }, { NULL },
	};

	read_parts(parts, data, size);
	return 0;
}
