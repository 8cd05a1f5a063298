#include "cli/importer.h"

#include "core/base/gettext.h"
#include "office/office.h"

static enum status read_file(struct importer *importer, const char *name, struct source *source,
			     struct manuscript *manuscript, struct error *err)
{
	enum status status = office_read(name, ((struct office_importer *)importer)->encoding, source, manuscript, err);

	if (status == OK && office_is_json(source))
		status = error_set(err, STATUS_INVALID,
				   _("Tệp «%s» là bản xuất của kehoach, không có gì để xem lại; hãy nhập bằng «kehoach import»."),
				   source->name);
	return status;
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
