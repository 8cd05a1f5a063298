/*
 * package.h: a ZIP archive of parts, as docx, xlsx and odt are (ECMA-376 part 2, ODF 1.2 part 3).
 *
 * Parts are read by their exact names, from memory into memory: the names in an
 * archive never reach the file system. What is inflated is counted while it comes,
 * since an archive may lie about sizes.
 */
#ifndef OFFICE_READ_PACKAGE_H
#define OFFICE_READ_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/error.h"
#include "core/base/memory.h"
#include "office/read/xml.h"

struct package;

/* LABEL is what a person calls it; BYTES and LABEL must outlive the package. */
enum status package_open(const char *label, const char *bytes, size_t length, struct package **out, struct error *err);
void package_free(struct package *package);
const char *package_label(const struct package *package);

bool package_has(const struct package *package, const char *part);

/* Read PART; TROUBLE_DAMAGED without it. */
enum status package_read_xml(struct package *package, const char *part, const struct xml_handler *handler, void *data,
			     struct error *err);
/* The first bytes of PART, up to LENGTH, NUL-terminated; "" without it. OUT has room for one more. */
void package_read_start(struct package *package, const char *part, char *out, size_t length);

/* --- relations between parts (ECMA-376 part 2, 9.3) --------------------- */

struct relationship {
	char *id;
	char *type;		/* the last word of its URI: "styles", "header", "officeDocument" */
	char *target;		/* name of the part */
};

struct relationship_list {
	struct relationship *items;
	size_t count, cap;
};

void relationship_list_release(struct relationship_list *list);
/* The relations of PART ("": of the package itself); none is no failure. */
enum status package_relationships(struct package *package, const char *part, struct relationship_list *out, struct error *err);
/* The first one of that type or id; NULL without one. */
const struct relationship *relationship_of_type(const struct relationship_list *list, const char *type);
const struct relationship *relationship_of_id(const struct relationship_list *list, const char *id);

#endif
