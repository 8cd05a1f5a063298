#include <config.h>

#include "office/read/library.h"

#include <dlfcn.h>
#include <string.h>

#include "core/base/gettext.h"

/* A function has a place for an address: POSIX has dlsym() give it so. */
static bool find(void *library, const char *name, void *function, size_t size)
{
	void *address = library ? dlsym(library, name) : NULL;

	memcpy(function, &address, size);
	return address != NULL;
}

static void report(struct error *err, const char *package)
{
	if (err)
		error_set(err, STATUS_INVALID,
			  _("Máy này thiếu thư viện để đọc loại tệp này; hãy nhờ người quản trị cài gói «%s»."), package);
}

#define FIND(function) found = find(library, #function, &functions.function, sizeof functions.function) && found;

const struct libxml *libxml(struct error *err)
{
	static struct libxml functions;
	static bool found;
	void *library = found ? NULL : dlopen(LIBXML_SONAME, RTLD_NOW | RTLD_LOCAL);

	if (!found && library) {
		found = true;
		LIBXML_FUNCTIONS(FIND)
	}
	if (!found)
		report(err, "libxml2");
	return found ? &functions : NULL;
}

const struct libzip *libzip(struct error *err)
{
	static struct libzip functions;
	static bool found;
	void *library = found ? NULL : dlopen(LIBZIP_SONAME, RTLD_NOW | RTLD_LOCAL);

	if (!found && library) {
		found = true;
		LIBZIP_FUNCTIONS(FIND)
	}
	if (!found)
		report(err, "libzip");
	return found ? &functions : NULL;
}
