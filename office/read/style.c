#include "office/read/style.h"

#include <stdlib.h>
#include <string.h>

#include "office/read/limits.h"

static void release(struct style *style)
{
	free(style->name);
	free(style->parent);
	free(style->font);
	free(style->list);
}

void style_sheet_release(struct style_sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++)
		release(&sheet->items[i]);
	free(sheet->items);
	release(&sheet->base);
	free(sheet->usual);
	*sheet = (struct style_sheet){ 0 };
}

struct style *style_sheet_add(struct style_sheet *sheet, const char *name, const char *parent)
{
	if (sheet->count >= LIMIT_STYLES) {
		sheet->overflow = true;
		release(&sheet->items[--sheet->count]);
	}
	GROW(sheet->items, sheet->count + 1, sheet->cap);
	sheet->items[sheet->count] = (struct style){
		.name = xstrdup(name), .parent = xstrdup_or_null(parent), .level = -1,
	};
	return &sheet->items[sheet->count++];
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct style *)a)->name, ((const struct style *)b)->name);
}

const struct style *style_sheet_find(const struct style_sheet *sheet, const char *name)
{
	size_t low = 0, high = sheet->count;

	while (name && low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(sheet->items[middle].name, name);

		if (!order)
			return &sheet->items[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static void inherit(struct style *style, const struct style *from)
{
	if (!style->font)
		style->font = xstrdup_or_null(from->font);
	if (style->capitals == CHOICE_INHERITED)
		style->capitals = from->capitals;
	if (style->hidden == CHOICE_INHERITED)
		style->hidden = from->hidden;
	if (!style->list)
		style->list = xstrdup_or_null(from->list);
	if (style->level < 0)
		style->level = from->level;
}

/* A parent that was resolved before has all of its own parents: inheriting twice changes nothing. */
void style_sheet_resolve(struct style_sheet *sheet)
{
	if (sheet->count)
		qsort(sheet->items, sheet->count, sizeof *sheet->items, by_name);
	for (size_t i = 0; i < sheet->count; i++) {
		const struct style *from = &sheet->items[i];

		for (int steps = 0; steps < LIMIT_STYLE_PARENTS; steps++) {
			from = style_sheet_find(sheet, from->parent);
			if (!from)
				break;
			inherit(&sheet->items[i], from);
		}
	}
}

void style_apply(const struct style *style, struct text_look *look)
{
	if (!style)
		return;
	if (style->font)
		look->font = style->font;
	if (style->capitals != CHOICE_INHERITED)
		look->capitals = style->capitals == CHOICE_YES;
	if (style->hidden != CHOICE_INHERITED)
		look->hidden = style->hidden == CHOICE_YES;
}
