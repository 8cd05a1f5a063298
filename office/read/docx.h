/*
 * docx.h: a document of Word (ECMA-376, transitional or strict) -> what it shows.
 *
 * Tracked changes are read as accepted, fields by their results, numbers that Word
 * makes by itself as the words it prints; hidden text is no text. Heads and feet of
 * pages and footnotes come behind the body.
 */
#ifndef OFFICE_READ_DOCX_H
#define OFFICE_READ_DOCX_H

#include "office/read/package.h"
#include "office/read/page.h"

enum status docx_read(struct package *package, struct page *page, struct error *err);

#endif
