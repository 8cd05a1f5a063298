/*
 * xml.h: XML as a stream of elements and text, for files nobody vouches for.
 *
 * The only one above libxml2's interface. No tree is built, no entity is
 * expanded, nothing is fetched, and reading stops at a DOCTYPE: office files have
 * none. Names come with the prefix their standard uses, whatever the file calls it
 * ("w:p", "table:table-cell"); attributes without a prefix have none here either.
 */
#ifndef OFFICE_READ_XML_H
#define OFFICE_READ_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/error.h"

struct xml_attribute {
	const char *name, *value;
};

/* Good until the handler returns. */
struct xml_element {
	const char *name;
	const struct xml_attribute *attributes;
	size_t count;
};

/* The value; NULL without it. */
const char *xml_attribute(const struct xml_element *element, const char *name);
/* A number in decimals; OTHERWISE where there is none. Cut at one billion on either side. */
int xml_number(const struct xml_element *element, const char *name, int otherwise);
/* As OOXML writes yes and no: an attribute that is not there, "1", "true", "on" are yes. */
bool xml_is_on(const struct xml_element *element, const char *name);

/* Any of them may be NULL. */
struct xml_handler {
	/* False: pass over the element with all that is in it; `end` is not called for it. */
	bool (*start)(void *data, const struct xml_element *element);
	void (*end)(void *data, const char *name);
	void (*text)(void *data, const char *text, size_t length);
	/* True: enough was read; the rest is not looked at. */
	bool (*enough)(void *data);
};

/* What begins an element of that name, and what ends it; a table of them ends with an empty row. */
struct xml_rule {
	const char *name;
	bool (*start)(void *data, const struct xml_element *element);	/* NULL: go in */
	void (*end)(void *data);
};

/* NULL for a name without a rule. */
const struct xml_rule *xml_rule_of(const struct xml_rule *rules, const char *name);
/* As start and end of a handler. */
bool xml_start_by_rule(const struct xml_rule *rules, void *data, const struct xml_element *element);
void xml_end_by_rule(const struct xml_rule *rules, void *data, const char *name);
/* Rules that need no function. */
bool xml_pass_over(void *data, const struct xml_element *element);

struct xml_reader;

struct xml_reader *xml_reader_new(const char *label, const struct xml_handler *handler, void *data);
void xml_reader_free(struct xml_reader *reader);
enum status xml_reader_feed(struct xml_reader *reader, const char *bytes, size_t length, struct error *err);
enum status xml_reader_finish(struct xml_reader *reader, struct error *err);

#endif
