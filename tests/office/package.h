/*
 * package.h: office files for one test, made of the parts that matter to it.
 */
#ifndef TESTS_OFFICE_PACKAGE_H
#define TESTS_OFFICE_PACKAGE_H

#include <stddef.h>

struct part {
	const char *name, *text;
};

/* Up to the first part without a name. Paths are good until files_fini(). */
const char *package_of(const char *name, const struct part *parts);

/*
 * A docx with these paragraphs and tables as its body; other parts are named without their folder
 * ("styles.xml"), and found by what they are called.
 */
const char *docx_of(const char *body, const struct part *others);
/* A workbook with these sheets: the name of each and the content of its worksheet element. */
const char *xlsx_of(const struct part *sheets, const struct part *others);
/* A text document with this content of office:text and of office:automatic-styles. */
const char *odt_of(const char *text, const char *styles);

#endif
