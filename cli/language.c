#include "cli/language.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"

void language_init(void)
{
	const char *wanted = getenv("KEHOACH_LANG");

	/* SSH often brings no locale, or one that this machine does not have. */
	if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	if (wanted)
		language_set(wanted);
}

#if defined ENABLE_NLS && ENABLE_NLS

static void use_catalogue(const char *language)
{
	const char *folder = getenv("KEHOACH_LOCALEDIR");

	/* A catalogue is chosen by $LANGUAGE, in any locale but "C". */
	setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", language, 1);
	bindtextdomain("kehoach", folder ? folder : LOCALEDIR);
	bind_textdomain_codeset("kehoach", "UTF-8");
	textdomain("kehoach");
}

bool language_set(const char *name)
{
	if (!strcmp(name, "en")) {
		use_catalogue("en");
		return true;
	}
	if (strcmp(name, "vi") != 0)
		return false;
	/* No catalogue has this name: the sources' own words are shown. */
	textdomain("kehoach-vi");
	return true;
}

#else

bool language_set(const char *name)
{
	return !strcmp(name, "vi") || !strcmp(name, "en");
}

#endif
