#include "office/read/odf_parts.h"

#include <stdlib.h>
#include <string.h>

#include "office/read/limits.h"

enum { MOST_FACES = 1000 };

void odf_styles_release(struct odf_styles *styles)
{
	for (size_t i = 0; i < styles->list_count; i++) {
		free(styles->lists[i].name);
		for (int level = 0; level < LIST_LEVELS; level++)
			list_level_release(&styles->lists[i].levels[level]);
	}
	free(styles->lists);
	style_sheet_release(&styles->sheet);
	string_list_release(&styles->faces);
	string_list_release(&styles->hidden_tables);
	*styles = (struct odf_styles){ 0 };
}

/* --- styles of text ----------------------------------------------------- */

static char *full_name(const char *family, const char *name)
{
	return name ? xasprintf("%s:%s", family, name) : NULL;
}

/* What a family's default says, each of its styles inherits: it stands as a parent without a name of its own. */
bool odf_start_style(void *data, const struct xml_element *element)
{
	struct odf_styles *styles = data;
	const char *family = xml_attribute(element, "style:family");
	const char *name = xml_attribute(element, "style:name"), *parent = xml_attribute(element, "style:parent-style-name");
	const char *list = xml_attribute(element, "style:list-style-name");
	char *full, *full_parent;

	if (!family)
		return false;
	full = full_name(family, name ? name : "");
	full_parent = name ? full_name(family, parent ? parent : "") : NULL;
	styles->style = style_sheet_add(&styles->sheet, full, full_parent);
	if (list)
		styles->style->list = xstrdup(list);
	free(full);
	free(full_parent);
	return true;
}

void odf_end_style(void *data)
{
	((struct odf_styles *)data)->style = NULL;
}

bool odf_start_face(void *data, const struct xml_element *element)
{
	struct odf_styles *styles = data;
	const char *name = xml_attribute(element, "style:name"), *family = xml_attribute(element, "svg:font-family");

	if (name && family && styles->faces.count < MOST_FACES)
		string_list_add_owned(&styles->faces, xasprintf("%s\n%s", name, family));
	return true;
}

/* The font of a face; names of families may stand in quotation marks. */
static char *font_of(const struct odf_styles *styles, const char *face)
{
	size_t length = strlen(face);
	const char *family = face;

	for (size_t i = 0; i < styles->faces.count; i++)
		if (!strncmp(styles->faces.items[i], face, length) && styles->faces.items[i][length] == '\n')
			family = styles->faces.items[i] + length + 1;
	family += strspn(family, "'\"");
	return xstrndup(family, strcspn(family, "'\","));
}

bool odf_start_text_properties(void *data, const struct xml_element *element)
{
	struct odf_styles *styles = data;
	const char *face = xml_attribute(element, "style:font-name"), *family = xml_attribute(element, "fo:font-family");
	const char *shown = xml_attribute(element, "text:display"), *letters = xml_attribute(element, "fo:text-transform");

	if (!styles->style)
		return true;
	if ((face || family) && !styles->style->font)
		styles->style->font = font_of(styles, face ? face : family);
	if (shown)
		styles->style->hidden = strcmp(shown, "none") ? CHOICE_NO : CHOICE_YES;
	if (letters)
		styles->style->capitals = strcmp(letters, "uppercase") ? CHOICE_NO : CHOICE_YES;
	return true;
}

bool odf_start_table_properties(void *data, const struct xml_element *element)
{
	struct odf_styles *styles = data;
	const char *shown = xml_attribute(element, "table:display");

	if (shown && !strcmp(shown, "false") && styles->style && styles->hidden_tables.count < LIMIT_SHEETS)
		string_list_add(&styles->hidden_tables, strchr(styles->style->name, ':') + 1);
	return true;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct odf_list *)a)->name, ((const struct odf_list *)b)->name);
}

void odf_styles_resolve(struct odf_styles *styles)
{
	styles->style = NULL;
	styles->list = NULL;
	styles->overflow |= styles->sheet.overflow;
	style_sheet_resolve(&styles->sheet);
	if (styles->list_count)
		qsort(styles->lists, styles->list_count, sizeof *styles->lists, by_name);
}

const struct style *odf_style(const struct odf_styles *styles, const char *family, const char *name)
{
	char *full = full_name(family, name ? name : "");
	const struct style *style = style_sheet_find(&styles->sheet, full);

	free(full);
	return style;
}

/* --- styles of lists ---------------------------------------------------- */

bool odf_start_list_style(void *data, const struct xml_element *element)
{
	struct odf_styles *styles = data;
	const char *name = xml_attribute(element, "style:name");

	styles->list = NULL;
	if (!strcmp(element->name, "text:outline-style"))
		name = "";
	if (!name || styles->list_count >= LIMIT_LISTS) {
		styles->overflow |= styles->list_count >= LIMIT_LISTS;
		return false;
	}
	GROW(styles->lists, styles->list_count + 1, styles->lists_cap);
	styles->list = &styles->lists[styles->list_count++];
	*styles->list = (struct odf_list){ .name = xstrdup(name) };
	for (int i = 0; i < LIST_LEVELS; i++)
		styles->list->levels[i] = (struct list_level){ .format = NUMBER_NONE, .start = 1, .restart = -1 };
	return true;
}

static struct list_level *level_of(struct odf_styles *styles, const struct xml_element *element, int *number)
{
	*number = xml_number(element, "text:level", 0);
	if (!styles->list || *number < 1 || *number > LIST_LEVELS)
		return NULL;
	return &styles->list->levels[*number - 1];
}

/* ODF 1.2, 19.500: with style:num-letter-sync the letters go on aa bb, else aa ab. */
static enum number_format format_of(const char *word, const char *in_step)
{
	bool same = in_step && !strcmp(in_step, "true");

	switch (word ? *word : '\0') {
	case '\0':
		return NUMBER_NONE;
	case 'a':
		return same ? NUMBER_LOWER_LETTER : NUMBER_LOWER_COLUMN;
	case 'A':
		return same ? NUMBER_UPPER_LETTER : NUMBER_UPPER_COLUMN;
	case 'i':
		return NUMBER_LOWER_ROMAN;
	case 'I':
		return NUMBER_UPPER_ROMAN;
	case '0':
		return NUMBER_DECIMAL_ZERO;
	default:
		return NUMBER_DECIMAL;
	}
}

/* The numbers of the levels shown, parted by points, between prefix and suffix. */
static char *text_of(const struct xml_element *element, int level)
{
	const char *prefix = xml_attribute(element, "style:num-prefix"), *suffix = xml_attribute(element, "style:num-suffix");
	const char *whole = xml_attribute(element, "loext:num-list-format");
	int shown = xml_number(element, "text:display-levels", 1);
	struct strbuf text = STRBUF_INIT;

	if (whole) {
		/* "%1%.%2%)" */
		for (const char *at = whole; *at; at++) {
			bool number = *at == '%' && at[1] >= '1' && at[1] <= '9';

			strbuf_add_char(&text, *at);
			if (number && at[2] == '%') {
				strbuf_add_char(&text, at[1]);
				at += 2;
			}
		}
		return strbuf_detach(&text);
	}
	strbuf_add_text(&text, prefix ? prefix : "");
	for (int i = level - (shown > 1 && shown <= level ? shown : 1) + 1; i <= level; i++)
		strbuf_addf(&text, "%%%d%s", i, i < level ? "." : "");
	strbuf_add_text(&text, suffix ? suffix : "");
	return strbuf_detach(&text);
}

bool odf_start_level_number(void *data, const struct xml_element *element)
{
	int number;
	struct list_level *level = level_of(data, element, &number);
	const char *format = xml_attribute(element, "style:num-format");

	if (!level)
		return false;
	list_level_release(level);
	level->format = format_of(format, xml_attribute(element, "style:num-letter-sync"));
	level->start = xml_number(element, "text:start-value", 1);
	/* Without a format there is no number, and its prefix and suffix are not shown either. */
	level->text = level->format == NUMBER_NONE ? NULL : text_of(element, number);
	return false;
}

bool odf_start_level_bullet(void *data, const struct xml_element *element)
{
	int number;
	struct list_level *level = level_of(data, element, &number);
	const char *sign = xml_attribute(element, "text:bullet-char");

	if (!level)
		return false;
	list_level_release(level);
	level->format = NUMBER_BULLET;
	level->text = xstrdup(sign ? sign : "•");
	return false;
}

struct odf_list *odf_list(const struct odf_styles *styles, const char *name)
{
	size_t low = 0, high = styles->list_count;

	while (name && low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(styles->lists[middle].name, name);

		if (!order)
			return &styles->lists[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

void odf_list_next(const struct odf_list *list, struct list_count *count, int level, struct strbuf *label)
{
	const struct list_level *levels[LIST_LEVELS];

	if (level < 0 || level >= LIST_LEVELS)
		return;
	for (int i = 0; i < LIST_LEVELS; i++)
		levels[i] = &list->levels[i];
	list_advance(count, levels, level);
	list_label(count, levels, level, label);
}
