/*
 * sheet_text.h: rows of cells as plain text (RFC 4180 and its like), decoded.
 *
 * The sign between cells is found: a tab, a comma, a semicolon or a bar. Prose has
 * commas and tabs too: it is a sheet only if nearly all rows have as many cells.
 */
#ifndef OFFICE_READ_SHEET_TEXT_H
#define OFFICE_READ_SHEET_TEXT_H

#include "office/read/page.h"

/* The sign that parts cells; '\0' where TEXT is no sheet. */
char sheet_text_separator(const char *text, size_t length);

void sheet_text_read(const char *text, size_t length, char separator, struct page *page);

#endif
