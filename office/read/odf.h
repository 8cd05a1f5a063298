/*
 * odf.h: a text document or spreadsheet of OpenDocument (ODF 1.2) -> what it shows.
 *
 * Of tracked changes the text keeps what is accepted by itself; what was deleted
 * lies in a list apart. Heads and feet of pages come behind the body.
 */
#ifndef OFFICE_READ_ODF_H
#define OFFICE_READ_ODF_H

#include "office/read/package.h"
#include "office/read/page.h"

enum status odf_read(struct package *package, struct page *page, struct error *err);

#endif
