/*
 * importer.h: the readers of office/ as the workbench sees them.
 */
#ifndef CLI_IMPORTER_H
#define CLI_IMPORTER_H

#include "core/workbench/importer.h"

struct office_importer {
	struct importer importer;	/* first */
	const char *encoding;		/* as told on the command line; NULL: found. Borrowed */
};

void office_importer_init(struct office_importer *importer, const char *encoding);

#endif
