#include "office/office.h"

#include <string.h>

#include "office/text_file.h"

/* The last part of the path: where a clerk keeps the file is nobody's business. */
static const char *base_name(const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash && slash[1] ? slash + 1 : name;
}

enum status office_read(const char *name, const char *encoding, struct source *source,
			struct manuscript *manuscript, struct error *err)
{
	struct text_file file = TEXT_FILE_INIT;
	enum status status = text_file_read(name, encoding, &file, err);

	if (status != OK)
		return status;
	source_release(source);
	source->name = xstrdup(base_name(name));
	source->encoding = xstrdup(file.encoding);
	source->length = file.bytes.length;
	source->bytes = strbuf_detach(&file.bytes);
	manuscript_release(manuscript);
	if (!office_is_json(source))
		manuscript_from_text(file.text.text, file.text.length, manuscript);
	text_file_release(&file);
	return OK;
}
