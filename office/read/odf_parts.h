/*
 * odf_parts.h: styles and lists of an OpenDocument file, met before the text that uses them.
 */
#ifndef OFFICE_READ_ODF_PARTS_H
#define OFFICE_READ_ODF_PARTS_H

#include "office/read/list.h"
#include "office/read/style.h"
#include "office/read/xml.h"

/* A style of lists, with how far each level of the last list in it has counted. */
struct odf_list {
	char *name;			/* "": the outline of headings */
	struct list_level levels[LIST_LEVELS];
	struct list_count count;
};

struct odf_styles {
	struct style_sheet sheet;	/* names: family, ':', name */
	struct string_list faces;	/* name of a face, '\n', its family of fonts */
	struct odf_list *lists;
	size_t list_count, lists_cap;
	struct string_list hidden_tables;	/* names of styles of tables that are not shown */
	bool overflow;

	/* While they are read: */
	struct style *style;
	struct odf_list *list;
	struct list_level *level;
};

void odf_styles_release(struct odf_styles *styles);

/* Elements that define styles; DATA of the handler must begin with a struct odf_styles. A table without an end row. */
#define ODF_STYLE_RULES \
	{ "style:style", odf_start_style, odf_end_style }, \
	{ "style:default-style", odf_start_style, odf_end_style }, \
	{ "style:text-properties", odf_start_text_properties, NULL }, \
	{ "style:table-properties", odf_start_table_properties, NULL }, \
	{ "style:font-face", odf_start_face, NULL }, \
	{ "text:list-style", odf_start_list_style, NULL }, \
	{ "text:outline-style", odf_start_list_style, NULL }, \
	{ "text:list-level-style-number", odf_start_level_number, NULL }, \
	{ "text:outline-level-style", odf_start_level_number, NULL }, \
	{ "text:list-level-style-bullet", odf_start_level_bullet, NULL }, \
	{ "text:list-level-style-image", odf_start_level_bullet, NULL }

bool odf_start_style(void *data, const struct xml_element *element);
void odf_end_style(void *data);
bool odf_start_text_properties(void *data, const struct xml_element *element);
bool odf_start_table_properties(void *data, const struct xml_element *element);
bool odf_start_face(void *data, const struct xml_element *element);
bool odf_start_list_style(void *data, const struct xml_element *element);
bool odf_start_level_number(void *data, const struct xml_element *element);
bool odf_start_level_bullet(void *data, const struct xml_element *element);

/* All styles so far are complete. */
void odf_styles_resolve(struct odf_styles *styles);

/* NULL for NULL and where there is none. */
const struct style *odf_style(const struct odf_styles *styles, const char *family, const char *name);
struct odf_list *odf_list(const struct odf_styles *styles, const char *name);

/* The label of one more item on LEVEL, from 0; COUNT may be that of another list in the same style. */
void odf_list_next(const struct odf_list *list, struct list_count *count, int level, struct strbuf *label);

#endif
