/*
 * markdown.h: a text in Markdown (CommonMark 0.31, tables as GitHub has them), decoded.
 *
 * Lines stay lines; the signs of headings and of bold letters go, tables of bars
 * become cells.
 */
#ifndef OFFICE_READ_MARKDOWN_H
#define OFFICE_READ_MARKDOWN_H

#include "office/read/page.h"

bool markdown_is(const char *text, size_t length);
void markdown_read(const char *text, size_t length, struct page *page);

#endif
