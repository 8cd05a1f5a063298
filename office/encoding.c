#include "office/encoding.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/decode.h"
#include "office/read/kind.h"

enum status encoding_refuse(const char *name, struct error *err)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; viet_encoding_name(i); i++)
		strbuf_addf(&names, "%s%s", i ? ", " : "", viet_encoding_name(i));
	error_set(err, STATUS_INVALID, _("Không biết bảng mã «%s»; dùng được: %s."), name, names.text);
	strbuf_release(&names);
	return STATUS_INVALID;
}

char *encoding_sentence(const char *path)
{
	size_t stored = strcspn(path, ":");
	const char *read = path + stored + (path[stored] == ':');
	const char *meant = viet_mended_encoding(path);

	if (meant)
		return xasprintf(_("Văn bản đã hỏng vì chuyển mã sai: chữ %s từng bị đọc nhầm thành %.*s rồi lưu thành %.*s; đã chữa lại."),
				 meant, (int)strcspn(read, ":"), read, (int)stored, path);
	if (!strcmp(path, "utf-8"))
		return NULL;
	if (kind_has_word(path))
		return xasprintf(_("Loại tệp: %s."), path);
	return xasprintf(_("Bảng mã của văn bản: %s."), path);
}
