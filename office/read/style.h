/*
 * style.h: named styles, each made from another, as word processors keep them.
 */
#ifndef OFFICE_READ_STYLE_H
#define OFFICE_READ_STYLE_H

#include <stddef.h>

#include "office/read/font.h"

enum style_choice { CHOICE_INHERITED, CHOICE_NO, CHOICE_YES };

struct style {
	char *name;
	char *parent;			/* NULL: none */
	char *font;			/* NULL: inherited; "": one of Unicode */
	enum style_choice capitals, hidden;
	char *list;			/* that numbers its paragraphs; NULL: inherited; "": none */
	int level;			/* in the list, from 0; -1: inherited */
};

struct style_sheet {
	struct style *items;
	size_t count, cap;
	struct style base;		/* what holds where no style says anything; its name is NULL */
	char *usual;			/* the style of a paragraph that names none; NULL: none */
	bool overflow;			/* more styles than LIMIT_STYLES */
};

void style_sheet_release(struct style_sheet *sheet);

/* A new style to be filled in; good until the next is added. NAME and PARENT are copied. */
struct style *style_sheet_add(struct style_sheet *sheet, const char *name, const char *parent);

/* All are added: give each what it inherits, and make them findable. */
void style_sheet_resolve(struct style_sheet *sheet);

/* NULL for NULL and for a name without a style. */
const struct style *style_sheet_find(const struct style_sheet *sheet, const char *name);

/* LOOK as STYLE changes it; the font is the style's own. STYLE NULL: nothing changes. */
void style_apply(const struct style *style, struct text_look *look);

#endif
