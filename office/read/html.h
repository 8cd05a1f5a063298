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

/*
 * ENCODING is what TEXT was decoded from: where that is TCVN3, references to letters mean
 * its bytes too, of which "&shy;" is most frequent, for ư.
 */
void html_read(const char *text, size_t length, const char *encoding, struct page *page);

#endif
