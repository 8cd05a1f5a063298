/*
 * xlsx_number.h: a number of a sheet and its format -> the words a reader sees.
 *
 * Formats are those of ECMA-376 part 1, 18.8.30 and 18.8.31. Days are shown as
 * Vietnamese papers write them, d/m/yyyy, whatever order the format has; where it
 * has no day, m/yyyy. A point parts the decimals, as numbers like 1.1 are typed.
 */
#ifndef OFFICE_READ_XLSX_NUMBER_H
#define OFFICE_READ_XLSX_NUMBER_H

#include <stdbool.h>

#include "core/base/memory.h"

/* The code of a format that every program knows by its number; NULL for others. */
const char *xlsx_known_format(int id);

/* Append the number that WORDS write in FORMAT. FROM_1904: day 0 is 1 January 1904. Other words stay as they are. */
void xlsx_show_number(const char *words, const char *format, bool from_1904, struct strbuf *out);

#endif
