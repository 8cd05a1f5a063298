/*
 * docx_parts.h: what a docx says beside its text: styles and numbering.
 */
#ifndef OFFICE_READ_DOCX_PARTS_H
#define OFFICE_READ_DOCX_PARTS_H

#include "office/read/list.h"
#include "office/read/package.h"
#include "office/read/style.h"

/* Read the part NAME into SHEET, resolved. */
enum status docx_read_styles(struct package *package, const char *name, struct style_sheet *sheet, struct error *err);

/* The font of w:rFonts that letters are drawn in: NULL, nothing said; "", one of Unicode. The caller frees it. */
char *docx_font(const struct xml_element *fonts);

/* What several lists share: their levels as defined, and how far they have counted. */
struct docx_abstract {
	char *id;
	struct list_level levels[LIST_LEVELS];
	char *level_styles[LIST_LEVELS];	/* whose paragraphs stand on the level; NULL: none */
	char *style_link;			/* the style of numbering that has the levels instead; NULL: none */
	struct list_count count;
};

/* A list as paragraphs name it. */
struct docx_list {
	char *id;
	char *abstract_id;
	struct docx_abstract *abstract;		/* NULL: it is not defined */
	struct list_level *own[LIST_LEVELS];	/* levels defined anew; NULL: the abstract one's */
	int start[LIST_LEVELS];			/* where the level begins at its first use here; -1: where the others are */
	bool used[LIST_LEVELS];
};

struct docx_numbering {
	struct docx_abstract *abstracts;
	size_t abstract_count, abstract_cap;
	struct docx_list *lists;
	size_t list_count, list_cap;
	bool overflow;				/* more lists than LIMIT_LISTS */
};

void docx_numbering_release(struct docx_numbering *numbering);
/* STYLES lead from a style of numbering to its list. */
enum status docx_read_numbering(struct package *package, const char *name, const struct style_sheet *styles,
				struct docx_numbering *numbering, struct error *err);

/* NULL for NULL, "", and a list that is not defined. */
struct docx_list *docx_list_find(const struct docx_numbering *numbering, const char *id);
/* The level of LIST on which paragraphs of that style stand; -1: none. */
int docx_list_level_of_style(const struct docx_list *list, const char *style);
/* One more paragraph on LEVEL: append its label. */
void docx_list_next(struct docx_list *list, int level, struct strbuf *label);

#endif
