/*
 * xlsx.h: a workbook of Excel (ECMA-376, transitional or strict) -> what its sheets show.
 *
 * Each sheet is a table; lines are the sheet's own row numbers, those of a later
 * sheet going on behind the last row of the one before. Hidden sheets are named
 * and not read, hidden rows are read and named.
 */
#ifndef OFFICE_READ_XLSX_H
#define OFFICE_READ_XLSX_H

#include "office/read/package.h"
#include "office/read/page.h"

enum status xlsx_read(struct package *package, struct page *page, struct error *err);

#endif
