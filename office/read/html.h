/*
 * html.h: a web page, decoded -> what it shows.
 *
 * Read as browsers do, forgiving: no tag has to be closed, none is unknown. The
 * time is in proportion to the length, whatever the page holds. Menus and what
 * stands beside the text (nav, aside, footer) are frames.
 */
#ifndef OFFICE_READ_HTML_H
#define OFFICE_READ_HTML_H

#include "office/read/page.h"

/* True when TEXT begins as a web page does. */
bool html_is(const char *text, size_t length);

/* The encoding that a page says it is in, small letters; NULL where it says none. The caller frees. */
char *html_declared_encoding(const char *bytes, size_t length);

void html_read(const char *text, size_t length, struct page *page);

#endif
