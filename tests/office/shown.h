/*
 * shown.h: what a file shows, as one text that tests compare.
 *
 * A line a paragraph: prose as it stands, "~" before a frame, "^" before a footnote,
 * "1:0,2 " before the paragraph of a cell (table:row,column), "1:0,2+1x2 " of one that
 * spans 1 row and 2 columns.
 */
#ifndef TESTS_OFFICE_SHOWN_H
#define TESTS_OFFICE_SHOWN_H

#include "office/office.h"

/* Read the file; it must show exactly that. */
void must_show(const char *path, const char *expected);
/* The same, with the line of each paragraph and a blank before it. */
void must_show_lines(const char *path, const char *expected);
/* It must be refused with a sentence that says this, and nothing be read. */
void must_be_refused(const char *path, const char *said);

#endif
