/*
 * importer.h: what the workbench needs of whoever reads files. Implemented over
 * office/ by cli/, which alone sees both; by the tests in memory.
 */
#ifndef WORKBENCH_IMPORTER_H
#define WORKBENCH_IMPORTER_H

#include "core/intake/intake.h"
#include "core/store.h"

struct importer {
	/* Read the file NAME: its bytes and its encoding into SOURCE, its words into MANUSCRIPT. */
	enum status (*read)(struct importer *, const char *name, struct source *, struct manuscript *, struct error *);
	/* The words of bytes that were read before; the same paragraphs as then. */
	enum status (*show)(struct importer *, const struct source *, struct manuscript *, struct error *);
};

#endif
