/*
 * grid_text.h: tables that came as text, in the forms in which copies, converters
 * and people write them.
 *
 * Each function tells whether a table of its form begins at paragraph FIRST; then the
 * caller releases it. A form without visible lines is known by headings that give work.
 */
#ifndef INTAKE_GRID_TEXT_H
#define INTAKE_GRID_TEXT_H

#include "core/intake/grid.h"

/* A row a line, its cells parted by bars or tabs; a row may be wrapped. */
bool grid_of_lines(const struct reading *r, int first, struct grid *out);
/* Columns that only wide gaps part, each wrapped by itself, as PDF files give them. */
bool grid_of_columns(const struct reading *r, int first, struct grid *out);
/* A cell a line, as copies of web pages give them. */
bool grid_of_stream(const struct reading *r, int first, struct grid *out);

#endif
