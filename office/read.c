#include "office/office.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/decode.h"
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

enum status office_show_source(const struct source *source, struct manuscript *manuscript, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	enum status status = OK;

	if (viet_decode(source->encoding, source->bytes, source->length, &text))
		manuscript_from_text(text.text, text.length, manuscript);
	else
		status = error_set(err, STATUS_INVALID,
				   _("Không đọc được tệp gốc theo bảng mã «%s» ở máy này; tệp vẫn còn nguyên."),
				   source->encoding);
	strbuf_release(&text);
	return status;
}
