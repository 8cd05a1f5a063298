/*
 * limits.h: how much is read of a file, in one place.
 *
 * A plan is some pages; these are far above the largest there are and far below
 * what hurts the machine. What goes beyond gets a sentence (refuse.h), or is cut
 * where the limit says so.
 */
#ifndef OFFICE_READ_LIMITS_H
#define OFFICE_READ_LIMITS_H

enum {
	LIMIT_TEXT = 12 * 1024 * 1024,		/* bytes of text that a file may show in all */
	LIMIT_PARAGRAPHS = 1000000,		/* in all */
	LIMIT_COLUMNS = 16384,			/* of a table: a spreadsheet's own limit; cells beyond are refused */
	LIMIT_ROWS = 1048576,			/* likewise */
	LIMIT_COLUMN_SPAN = 1000,		/* of a merged cell, as HTML has it; cut */
	LIMIT_ROW_SPAN = 65534,			/* likewise */
	LIMIT_REPEATED = 1000,			/* times that a row or cell with text stands for itself; cut */

	LIMIT_ENTRIES = 2000,			/* files in a package */
	LIMIT_INFLATED = 96 * 1024 * 1024,	/* bytes that the parts read come to, in all */
	LIMIT_DEPTH = 128,			/* elements inside each other */
	LIMIT_ELEMENTS = 8000000,		/* in all */
	LIMIT_ATTRIBUTES = 256,			/* of an element, declared namespaces among them */
	LIMIT_NAMESPACES = 512,			/* declared by an element and all around it */
	LIMIT_STYLES = 20000,
	LIMIT_STYLE_PARENTS = 32,		/* steps from a style to the first it is made from; cut */
	LIMIT_LISTS = 20000,
	LIMIT_SHARED_TEXTS = 1000000,		/* that cells name by number */
	LIMIT_MERGED_CELLS = 100000,		/* of a sheet */
	LIMIT_SHEETS = 256,

	LIMIT_CONVERTER_SECONDS = 60,
	LIMIT_CONVERTER_OUTPUT = 64 * 1024 * 1024,
};

#endif
