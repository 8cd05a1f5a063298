#include "office/read/xlsx_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/read/limits.h"
#include "office/read/refuse.h"
#include "office/read/xlsx_number.h"

void xlsx_unescape(const char *text, size_t length, struct strbuf *out)
{
	static const char hexadecimal[] = "0123456789ABCDEFabcdef";

	for (size_t i = 0; i < length; i++) {
		bool escaped = i + 7 <= length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_' &&
			       strspn(text + i + 2, hexadecimal) >= 4;
		unsigned long code = escaped ? strtoul(text + i + 2, NULL, 16) : 0;

		if (code && (code < 0xD800 || code > 0xDFFF)) {
			strbuf_add_utf8(out, (unsigned int)code);
			i += 6;
		} else {
			strbuf_add_char(out, text[i]);
		}
	}
}

/* --- shared texts ------------------------------------------------------- */

void xlsx_texts_release(struct xlsx_texts *texts)
{
	for (size_t i = 0; i < texts->run_count; i++) {
		free(texts->runs[i].font);
		free(texts->runs[i].text);
	}
	free(texts->runs);
	free(texts->first);
	*texts = (struct xlsx_texts){ 0 };
}

struct text_reader {
	struct xlsx_texts *texts;
	struct strbuf text;
	char *font;
	bool in_text;
};

static bool start_shared(void *data, const struct xml_element *element)
{
	struct xlsx_texts *texts = ((struct text_reader *)data)->texts;

	(void)element;
	if (texts->count >= LIMIT_SHARED_TEXTS) {
		texts->overflow = true;
		return false;
	}
	GROW(texts->first, texts->count + 1, texts->first_cap);
	texts->first[texts->count++] = texts->run_count;
	return true;
}

static bool start_shared_text(void *data, const struct xml_element *element)
{
	(void)element;
	((struct text_reader *)data)->in_text = true;
	return true;
}

static void end_shared_text(void *data)
{
	struct text_reader *reader = data;
	struct xlsx_texts *texts = reader->texts;
	struct strbuf text = STRBUF_INIT;

	reader->in_text = false;
	xlsx_unescape(reader->text.text, reader->text.length, &text);
	GROW(texts->runs, texts->run_count + 1, texts->runs_cap);
	texts->runs[texts->run_count++] = (struct xlsx_run){ reader->font, strbuf_detach(&text) };
	reader->font = NULL;
	strbuf_clear(&reader->text);
}

static bool start_run_font(void *data, const struct xml_element *element)
{
	replace_string(&((struct text_reader *)data)->font, xml_attribute(element, "val"));
	return true;
}

/* x:rPh tells how East Asian words are spoken. */
static const struct xml_rule text_rules[] = {
	{ "x:si", start_shared, NULL },
	{ "x:t", start_shared_text, end_shared_text },
	{ "x:rFont", start_run_font, NULL },
	{ "x:rPh", xml_pass_over, NULL },
	{ NULL },
};

static bool start_in_texts(void *data, const struct xml_element *element)
{
	return xml_start_by_rule(text_rules, data, element);
}

static void end_in_texts(void *data, const char *name)
{
	xml_end_by_rule(text_rules, data, name);
}

static void text_in_texts(void *data, const char *text, size_t length)
{
	struct text_reader *reader = data;

	if (reader->in_text)
		strbuf_add(&reader->text, text, length);
}

enum status xlsx_read_texts(struct package *package, const char *name, struct xlsx_texts *texts, struct error *err)
{
	static const struct xml_handler handler = { start_in_texts, end_in_texts, text_in_texts, NULL };
	struct text_reader reader = { .texts = texts, .text = STRBUF_INIT };
	enum status status = package_read_xml(package, name, &handler, &reader, err);

	if (status == OK && texts->overflow)
		status = refuse(package_label(package), TROUBLE_TOO_LARGE, err);
	strbuf_release(&reader.text);
	free(reader.font);
	return status;
}

const struct xlsx_run *xlsx_text(const struct xlsx_texts *texts, size_t number, size_t *count)
{
	size_t end;

	*count = 0;
	if (number >= texts->count)
		return NULL;
	end = number + 1 < texts->count ? texts->first[number + 1] : texts->run_count;
	*count = end - texts->first[number];
	return *count ? texts->runs + texts->first[number] : NULL;	/* texts may all be empty */
}

/* --- styles ------------------------------------------------------------- */

void xlsx_styles_release(struct xlsx_styles *styles)
{
	free(styles->items);
	string_list_release(&styles->fonts);
	for (size_t i = 0; i < styles->format_count; i++)
		free(styles->formats[i].code);
	free(styles->formats);
	*styles = (struct xlsx_styles){ 0 };
}

struct style_reader {
	struct xlsx_styles *styles;
	bool in_fonts, in_cells;	/* the lists that cells name by number */
};

static bool start_fonts(void *data, const struct xml_element *element)
{
	(void)element;
	((struct style_reader *)data)->in_fonts = true;
	return true;
}

static void end_fonts(void *data)
{
	((struct style_reader *)data)->in_fonts = false;
}

static bool start_font(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;

	(void)element;
	if (reader->in_fonts && reader->styles->fonts.count < LIMIT_STYLES)
		string_list_add(&reader->styles->fonts, "");
	return true;
}

static bool start_font_name(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;
	struct string_list *fonts = &reader->styles->fonts;

	if (reader->in_fonts && fonts->count && xml_attribute(element, "val"))
		replace_string(&fonts->items[fonts->count - 1], xml_attribute(element, "val"));
	return true;
}

static bool start_format(void *data, const struct xml_element *element)
{
	struct xlsx_styles *styles = ((struct style_reader *)data)->styles;
	const char *code = xml_attribute(element, "formatCode");

	if (!code || styles->format_count >= LIMIT_STYLES)
		return true;
	GROW(styles->formats, styles->format_count + 1, styles->formats_cap);
	styles->formats[styles->format_count++] = (struct xlsx_format){ xml_number(element, "numFmtId", -1), xstrdup(code) };
	return true;
}

static bool start_cells(void *data, const struct xml_element *element)
{
	(void)element;
	((struct style_reader *)data)->in_cells = true;
	return true;
}

static void end_cells(void *data)
{
	((struct style_reader *)data)->in_cells = false;
}

static bool start_cell_style(void *data, const struct xml_element *element)
{
	struct style_reader *reader = data;
	struct xlsx_styles *styles = reader->styles;
	int font = xml_number(element, "fontId", 0);

	if (!reader->in_cells || styles->count >= LIMIT_SHARED_TEXTS)
		return true;
	GROW(styles->items, styles->count + 1, styles->cap);
	styles->items[styles->count++] = (struct xlsx_style){
		xml_number(element, "numFmtId", 0), font > 0 ? (size_t)font : 0,
	};
	return true;
}

static const struct xml_rule style_rules[] = {
	{ "x:fonts", start_fonts, end_fonts },
	{ "x:font", start_font, NULL },
	{ "x:name", start_font_name, NULL },
	{ "x:numFmt", start_format, NULL },
	{ "x:cellXfs", start_cells, end_cells },
	{ "x:xf", start_cell_style, NULL },
	{ "x:dxfs", xml_pass_over, NULL },
	{ NULL },
};

static bool start_in_styles(void *data, const struct xml_element *element)
{
	return xml_start_by_rule(style_rules, data, element);
}

static void end_in_styles(void *data, const char *name)
{
	xml_end_by_rule(style_rules, data, name);
}

static int by_id(const void *a, const void *b)
{
	int first = ((const struct xlsx_format *)a)->id, second = ((const struct xlsx_format *)b)->id;

	return (first > second) - (first < second);
}

enum status xlsx_read_styles(struct package *package, const char *name, struct xlsx_styles *styles, struct error *err)
{
	static const struct xml_handler handler = { .start = start_in_styles, .end = end_in_styles };
	struct style_reader reader = { .styles = styles };
	enum status status = package_read_xml(package, name, &handler, &reader, err);

	if (styles->format_count)
		qsort(styles->formats, styles->format_count, sizeof *styles->formats, by_id);
	return status;
}

const char *xlsx_style_format(const struct xlsx_styles *styles, size_t number)
{
	struct xlsx_format key = { .id = number < styles->count ? styles->items[number].format_id : 0 };
	const struct xlsx_format *own = NULL;

	if (styles->format_count)
		own = bsearch(&key, styles->formats, styles->format_count, sizeof key, by_id);
	return own ? own->code : xlsx_known_format(key.id);
}

const char *xlsx_style_font(const struct xlsx_styles *styles, size_t number)
{
	size_t font = number < styles->count ? styles->items[number].font : styles->fonts.count;

	return font < styles->fonts.count ? styles->fonts.items[font] : NULL;
}
