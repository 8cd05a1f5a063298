/*
 * library.h: libxml2 and libzip, opened when the first file needs them.
 *
 * They bring ICU, the C++ library and OpenSSL along: 2 ms and 5 MiB for each
 * start of a program that reads an office file now and then. So the program is
 * not linked with them; what it uses of each stands in the two lists below.
 */
#ifndef OFFICE_READ_LIBRARY_H
#define OFFICE_READ_LIBRARY_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <zip.h>

#include "core/base/error.h"

#define LIBXML_FUNCTIONS(X)                                                                              \
	X(xmlInitParser) X(xmlCreatePushParserCtxt) X(xmlCtxtUseOptions) X(xmlSwitchEncoding) X(xmlParseChunk) X(xmlStopParser) \
	X(xmlFreeDoc) X(xmlFreeParserCtxt) X(htmlEntityLookup)

#define LIBZIP_FUNCTIONS(X)                                                                                   \
	X(zip_source_buffer_create) X(zip_source_free) X(zip_open_from_source) X(zip_discard) X(zip_get_num_entries) \
	X(zip_stat_index) X(zip_name_locate) X(zip_fopen_index) X(zip_fread) X(zip_fclose) \
	X(zip_source_buffer) X(zip_file_add) X(zip_close) X(zip_source_keep) X(zip_source_open) X(zip_source_read) \
	X(zip_source_close)

/* A function of each library under its own name. */
#define X(function) __typeof__(&function) function;
struct libxml {
	LIBXML_FUNCTIONS(X)
};
struct libzip {
	LIBZIP_FUNCTIONS(X)
};
#undef X

/* NULL where the library is not there; then ERR (which may be NULL) says what to install. Never closed again. */
const struct libxml *libxml(struct error *err);
const struct libzip *libzip(struct error *err);

#endif
