#include "office/read/docx_parts.h"

#include <stdlib.h>
#include <string.h>

#include "office/read/limits.h"
#include "office/read/refuse.h"

static char *value_of(const struct xml_element *element)
{
	return xstrdup_or_null(xml_attribute(element, "w:val"));
}

/* --- styles ------------------------------------------------------------- */

struct style_reader {
	struct style_sheet *sheet;
	struct style *style;		/* being read */
};

/* Theme fonts are Unicode fonts, and stand above a font named beside them. */
char *docx_font(const struct xml_element *fonts)
{
	const char *font = xml_attribute(fonts, "w:hAnsi");

	if (xml_attribute(fonts, "w:asciiTheme") || xml_attribute(fonts, "w:hAnsiTheme"))
		font = "";
	else if (!font)
		font = xml_attribute(fonts, "w:ascii");
	return xstrdup_or_null(font);
}

static bool start_defaults(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;

	(void)element;
	reader->style = &reader->sheet->base;
	return true;
}

static bool start_style(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;
	const char *id = xml_attribute(element, "w:styleId"), *type = xml_attribute(element, "w:type");
	const char *usual = xml_attribute(element, "w:default");

	if (!id)
		return false;
	reader->style = style_sheet_add(reader->sheet, id, NULL);
	if (type && !strcmp(type, "paragraph") && usual && xml_is_on(element, "w:default"))
		replace_string(&reader->sheet->usual, id);
	return true;
}

static bool start_based_on(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;

	if (reader->style && !reader->style->parent)
		reader->style->parent = value_of(element);
	return true;
}

static bool start_style_fonts(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;

	if (reader->style && !reader->style->font)
		reader->style->font = docx_font(element);
	return true;
}

static enum style_choice choice_of(const struct xml_element *element)
{
	return xml_is_on(element, "w:val") ? CHOICE_YES : CHOICE_NO;
}

static bool start_style_caps(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;

	if (reader->style)
		reader->style->capitals = choice_of(element);
	return true;
}

static bool start_style_vanish(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;

	if (reader->style)
		reader->style->hidden = choice_of(element);
	return true;
}

static bool start_style_list(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;
	const char *id = xml_attribute(element, "w:val");

	if (reader->style && !reader->style->list && id)
		reader->style->list = xstrdup(strcmp(id, "0") ? id : "");
	return true;
}

static bool start_style_level(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;

	if (reader->style)
		reader->style->level = xml_number(element, "w:val", -1);
	return true;
}

/* w:tblStylePr is about parts of tables, the change elements about what was before. */
static const struct xml_rule style_rules[] = {
	{ "w:docDefaults", start_defaults, NULL },
	{ "w:style", start_style, NULL },
	{ "w:basedOn", start_based_on, NULL },
	{ "w:rFonts", start_style_fonts, NULL },
	{ "w:caps", start_style_caps, NULL },
	{ "w:vanish", start_style_vanish, NULL },
	{ "w:numId", start_style_list, NULL },
	{ "w:ilvl", start_style_level, NULL },
	{ "w:tblStylePr", xml_pass_over, NULL },
	{ "w:rPrChange", xml_pass_over, NULL },
	{ "w:pPrChange", xml_pass_over, NULL },
	{ NULL },
};

static bool start_style_part(void *data, const struct xml_element *element)
{
	return xml_start_by_rule(style_rules, data, element);
}

enum status docx_read_styles(struct package *package, const char *name, struct style_sheet *sheet, struct error *err)
{
	static const struct xml_handler handler = { .start = start_style_part };
	struct style_reader reader = { .sheet = sheet };
	enum status status = package_read_xml(package, name, &handler, &reader, err);

	if (status == OK && sheet->overflow)
		status = refuse(package_label(package), TROUBLE_TOO_LARGE, err);
	style_sheet_resolve(sheet);
	return status;
}

/* --- numbering ---------------------------------------------------------- */

static void release_abstract(struct docx_abstract *abstract)
{
	free(abstract->id);
	free(abstract->style_link);
	for (int i = 0; i < LIST_LEVELS; i++) {
		list_level_release(&abstract->levels[i]);
		free(abstract->level_styles[i]);
	}
}

static void release_list(struct docx_list *list)
{
	free(list->id);
	free(list->abstract_id);
	for (int i = 0; i < LIST_LEVELS; i++) {
		if (list->own[i])
			list_level_release(list->own[i]);
		free(list->own[i]);
	}
}

void docx_numbering_release(struct docx_numbering *numbering)
{
	for (size_t i = 0; i < numbering->abstract_count; i++)
		release_abstract(&numbering->abstracts[i]);
	for (size_t i = 0; i < numbering->list_count; i++)
		release_list(&numbering->lists[i]);
	free(numbering->abstracts);
	free(numbering->lists);
	*numbering = (struct docx_numbering){ 0 };
}

struct numbering_reader {
	struct docx_numbering *numbering;
	struct docx_abstract *abstract;	/* being read */
	struct docx_list *list;		/* likewise */
	int overridden;			/* the level that LIST defines anew; -1: none */
	struct list_level *level;	/* being read */
	char **level_style;
};

static bool is_full(struct docx_numbering *numbering)
{
	if (numbering->abstract_count + numbering->list_count >= LIMIT_LISTS)
		numbering->overflow = true;
	return numbering->overflow;
}

static bool start_abstract(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;
	struct docx_numbering *numbering = reader->numbering;
	const char *id = xml_attribute(element, "w:abstractNumId");

	if (!id || is_full(numbering))
		return false;
	GROW(numbering->abstracts, numbering->abstract_count + 1, numbering->abstract_cap);
	reader->abstract = &numbering->abstracts[numbering->abstract_count++];
	*reader->abstract = (struct docx_abstract){ .id = xstrdup(id) };
	for (int i = 0; i < LIST_LEVELS; i++)
		reader->abstract->levels[i] = (struct list_level){ .format = NUMBER_DECIMAL, .start = 1, .restart = -1 };
	return true;
}

static bool start_list(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;
	struct docx_numbering *numbering = reader->numbering;
	const char *id = xml_attribute(element, "w:numId");

	if (!id || is_full(numbering))
		return false;
	GROW(numbering->lists, numbering->list_count + 1, numbering->list_cap);
	reader->list = &numbering->lists[numbering->list_count++];
	*reader->list = (struct docx_list){ .id = xstrdup(id) };
	for (int i = 0; i < LIST_LEVELS; i++)
		reader->list->start[i] = -1;
	reader->abstract = NULL;
	reader->overridden = -1;
	return true;
}

static bool start_list_abstract(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	if (reader->list && !reader->list->abstract_id)
		reader->list->abstract_id = value_of(element);
	return true;
}

static int level_named(const struct xml_element *element)
{
	int level = xml_number(element, "w:ilvl", -1);

	return level >= 0 && level < LIST_LEVELS ? level : -1;
}

static bool start_override(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	reader->overridden = level_named(element);
	return reader->list && reader->overridden >= 0;
}

static bool start_override_start(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	if (reader->list && reader->overridden >= 0)
		reader->list->start[reader->overridden] = xml_number(element, "w:val", 0);
	return true;
}

static struct list_level *own_level(struct docx_list *list, int level)
{
	if (!list->own[level])
		list->own[level] = xcalloc(1, sizeof *list->own[level]);
	list_level_release(list->own[level]);
	*list->own[level] = (struct list_level){ .format = NUMBER_DECIMAL, .start = 1, .restart = -1 };
	return list->own[level];
}

static bool start_level(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;
	int level = level_named(element);

	reader->level = NULL;
	reader->level_style = NULL;
	if (level < 0)
		return false;
	if (reader->abstract) {
		reader->level = &reader->abstract->levels[level];
		reader->level_style = &reader->abstract->level_styles[level];
	} else if (reader->list && reader->overridden >= 0) {
		reader->level = own_level(reader->list, reader->overridden);
	}
	return reader->level != NULL;
}

static bool start_level_start(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	if (reader->level)
		reader->level->start = xml_number(element, "w:val", 0);
	return true;
}

/* ECMA-376 part 1, 17.18.59; formats that count in other scripts are shown in decimals. */
static enum number_format format_of(const char *word)
{
	static const struct {
		const char *word;
		enum number_format format;
	} formats[] = {
		{ "decimalZero", NUMBER_DECIMAL_ZERO }, { "upperRoman", NUMBER_UPPER_ROMAN },
		{ "lowerRoman", NUMBER_LOWER_ROMAN }, { "upperLetter", NUMBER_UPPER_LETTER },
		{ "lowerLetter", NUMBER_LOWER_LETTER }, { "vietnameseCounting", NUMBER_WORDS },
		{ "cardinalText", NUMBER_WORDS }, { "bullet", NUMBER_BULLET }, { "none", NUMBER_NONE },
	};

	for (size_t i = 0; word && i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(formats[i].word, word))
			return formats[i].format;
	return NUMBER_DECIMAL;
}

static bool start_level_format(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	if (reader->level)
		reader->level->format = format_of(xml_attribute(element, "w:val"));
	return true;
}

static bool start_level_text(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	if (reader->level && !reader->level->text)
		reader->level->text = value_of(element);
	return true;
}

static bool start_level_restart(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	if (reader->level)
		reader->level->restart = xml_number(element, "w:val", -1);
	return true;
}

static bool start_level_legal(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	if (reader->level)
		reader->level->legal = xml_is_on(element, "w:val");
	return true;
}

static bool start_level_style(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	if (reader->level_style && !*reader->level_style)
		*reader->level_style = value_of(element);
	return true;
}

static bool start_style_link(void *data, const struct xml_element *element)
{
	struct numbering_reader *reader = data;

	if (reader->abstract && !reader->abstract->style_link)
		reader->abstract->style_link = value_of(element);
	return true;
}

static const struct xml_rule numbering_rules[] = {
	{ "w:abstractNum", start_abstract, NULL },
	{ "w:num", start_list, NULL },
	{ "w:abstractNumId", start_list_abstract, NULL },
	{ "w:lvlOverride", start_override, NULL },
	{ "w:startOverride", start_override_start, NULL },
	{ "w:lvl", start_level, NULL },
	{ "w:start", start_level_start, NULL },
	{ "w:numFmt", start_level_format, NULL },
	{ "w:lvlText", start_level_text, NULL },
	{ "w:lvlRestart", start_level_restart, NULL },
	{ "w:isLgl", start_level_legal, NULL },
	{ "w:pStyle", start_level_style, NULL },
	{ "w:numStyleLink", start_style_link, NULL },
	{ "w:rPr", xml_pass_over, NULL },
	{ NULL },
};

static bool start_numbering_part(void *data, const struct xml_element *element)
{
	return xml_start_by_rule(numbering_rules, data, element);
}

static int compare_abstracts(const void *a, const void *b)
{
	return strcmp(((const struct docx_abstract *)a)->id, ((const struct docx_abstract *)b)->id);
}

static int compare_lists(const void *a, const void *b)
{
	return strcmp(((const struct docx_list *)a)->id, ((const struct docx_list *)b)->id);
}

static struct docx_abstract *find_abstract(const struct docx_numbering *numbering, char *id)
{
	struct docx_abstract key = { .id = id };

	if (!id || !numbering->abstract_count)
		return NULL;
	return bsearch(&key, numbering->abstracts, numbering->abstract_count, sizeof key, compare_abstracts);
}

struct docx_list *docx_list_find(const struct docx_numbering *numbering, const char *id)
{
	struct docx_list key = { .id = NULL };
	struct docx_list *found;

	if (!id || !*id || !numbering->list_count)
		return NULL;
	key.id = xstrdup(id);
	found = bsearch(&key, numbering->lists, numbering->list_count, sizeof key, compare_lists);
	free(key.id);
	return found && found->abstract ? found : NULL;
}

/* A definition that only names a style of numbering has its levels there. One step: the other end has levels. */
static void follow_style_links(struct docx_numbering *numbering, const struct style_sheet *styles)
{
	for (size_t i = 0; i < numbering->list_count; i++) {
		struct docx_list *list = &numbering->lists[i];
		const struct style *style = list->abstract ? style_sheet_find(styles, list->abstract->style_link) : NULL;
		const struct docx_list *linked = style ? docx_list_find(numbering, style->list) : NULL;

		if (linked)
			list->abstract = linked->abstract;
	}
}

static void connect(struct docx_numbering *numbering, const struct style_sheet *styles)
{
	if (numbering->abstract_count)
		qsort(numbering->abstracts, numbering->abstract_count, sizeof *numbering->abstracts, compare_abstracts);
	if (numbering->list_count)
		qsort(numbering->lists, numbering->list_count, sizeof *numbering->lists, compare_lists);
	for (size_t i = 0; i < numbering->list_count; i++)
		numbering->lists[i].abstract = find_abstract(numbering, numbering->lists[i].abstract_id);
	follow_style_links(numbering, styles);
}

enum status docx_read_numbering(struct package *package, const char *name, const struct style_sheet *styles,
				struct docx_numbering *numbering, struct error *err)
{
	static const struct xml_handler handler = { .start = start_numbering_part };
	struct numbering_reader reader = { .numbering = numbering, .overridden = -1 };
	enum status status = package_read_xml(package, name, &handler, &reader, err);

	if (status == OK && numbering->overflow)
		status = refuse(package_label(package), TROUBLE_TOO_LARGE, err);
	connect(numbering, styles);
	return status;
}

int docx_list_level_of_style(const struct docx_list *list, const char *style)
{
	for (int i = 0; style && i < LIST_LEVELS; i++)
		if (list->abstract->level_styles[i] && !strcmp(list->abstract->level_styles[i], style))
			return i;
	return -1;
}

void docx_list_next(struct docx_list *list, int level, struct strbuf *label)
{
	const struct list_level *levels[LIST_LEVELS];
	struct list_count *count = &list->abstract->count;

	if (level < 0 || level >= LIST_LEVELS)
		return;
	for (int i = 0; i < LIST_LEVELS; i++)
		levels[i] = list->own[i] ? list->own[i] : &list->abstract->levels[i];
	if (!list->used[level] && list->start[level] >= 0)
		list_set_next(count, level, list->start[level]);
	list->used[level] = true;
	list_advance(count, levels, level);
	list_label(count, levels, level, label);
}
