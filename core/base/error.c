#include "core/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/gettext.h"
#include "core/base/memory.h"

static void (*bug_hook)(void);

enum status error_set(struct error *err, enum status status, const char *format, ...)
{
	va_list ap;

	if (!err)
		return status;
	free(err->text);
	err->status = status;
	va_start(ap, format);
	err->text = xvasprintf(format, ap);
	va_end(ap);
	return status;
}

const char *error_text(const struct error *err)
{
	if (err && err->text)
		return err->text;
	return _("Thao tác không thực hiện được; chưa có gì bị thay đổi.");
}

void error_clear(struct error *err)
{
	if (!err)
		return;
	free(err->text);
	err->text = NULL;
	err->status = OK;
}

void error_release(struct error *err)
{
	error_clear(err);
}

bool status_is_storage(enum status status)
{
	switch (status) {
	case STATUS_BUSY:
	case STATUS_READONLY:
	case STATUS_FULL:
	case STATUS_CORRUPT:
	case STATUS_NOT_OURS:
	case STATUS_NEWER_SCHEMA:
	case STATUS_IO:
		return true;
	case OK:
	case STATUS_INVALID:
	case STATUS_NOT_FOUND:
	case STATUS_AMBIGUOUS:
	case STATUS_CONFLICT:
	case STATUS_DENIED:
		return false;
	}
	return false;
}

void bug_set_hook(void (*hook)(void))
{
	bug_hook = hook;
}

void bug_at(const char *file, int line, const char *format, ...)
{
	va_list ap;

	if (bug_hook)
		bug_hook();
	fprintf(stderr, "kehoach: BUG %s:%d: ", file, line);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	abort();
}
