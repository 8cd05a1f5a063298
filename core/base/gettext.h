/*
 * gettext.h: marks the words a person reads.
 *
 * The sources hold Vietnamese; `_()` looks up another language, `N_()` only
 * marks a string of a table that is looked up when it is used. The program is
 * whole without any catalogue installed.
 */
#ifndef BASE_GETTEXT_H
#define BASE_GETTEXT_H

#ifdef HAVE_CONFIG_H
#include <config.h>
#endif

#if defined ENABLE_NLS && ENABLE_NLS
#include <libintl.h>
#define _(text) gettext(text)
#else
#define _(text) (text)
#endif
#define N_(text) text

#endif
