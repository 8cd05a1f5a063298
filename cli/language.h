/*
 * language.h: the locale and the language of the interface.
 *
 * Vietnamese is in the sources and needs no locale and no catalogue. English is
 * a catalogue; it must work with no locale generated.
 */
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

#include <stdbool.h>

/* Takes a UTF-8 locale whatever the environment says, then $KEHOACH_LANG. Call first. */
void language_init(void);

/* "vi" or "en"; false for any other. */
bool language_set(const char *name);

#endif
