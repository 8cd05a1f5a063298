#include "cli/importer.h"

#include "office/office.h"

static enum status read_file(struct importer *importer, const char *name, struct source *source,
			     struct manuscript *manuscript, struct error *err)
{
	return office_read(name, ((struct office_importer *)importer)->encoding, source, manuscript, err);
}

static enum status show(struct importer *importer, const struct source *source, struct manuscript *manuscript,
			struct error *err)
{
	(void)importer;
	return office_show_source(source, manuscript, err);
}

void office_importer_init(struct office_importer *importer, const char *encoding)
{
	*importer = (struct office_importer){ .importer = { .read = read_file, .show = show }, .encoding = encoding };
}
