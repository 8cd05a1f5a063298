#include "office/read/odf.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "office/read/limits.h"
#include "office/read/odf_parts.h"

/* A paragraph being put together; one in a frame or a note lies inside another. */
struct open_paragraph {
	struct prose prose;
	const struct style *style;
	bool heading;
	int outline;			/* level of a heading, from 0; -1: no number */
	size_t looks;			/* that were open before it */
};

/* A list that is open; LIST NULL: its items have no labels. */
struct open_list {
	struct odf_list *list;
	bool told;			/* its style is named, not that of its paragraphs */
	bool item;			/* an item began that has no paragraph yet */
	int start;			/* the number it begins with; -1: the next one */
};

struct odf {
	struct odf_styles styles;	/* first: the rules for styles know nothing else */
	struct package *package;
	struct page *page;
	bool only_styles;		/* this time through */

	struct open_paragraph *paragraphs;
	size_t depth, paragraphs_cap;
	struct text_look *looks;	/* of what is around the text at hand, innermost last */
	size_t look_count, looks_cap;
	struct text_look cell_look;
	struct open_list *lists;
	size_t list_depth, lists_cap;

	int notes;			/* open ones */
	struct string_list note_texts;	/* told behind the body */
	int contents;			/* open tables of contents */
	bool sheets;			/* the file is a spreadsheet */
	int base;			/* lines before the sheet at hand */
	int column;			/* where the next cell of the row begins */
	int cell_repeated, row_repeated;
};

/* --- looks -------------------------------------------------------------- */

static void push_look(struct odf *d, const struct style *style, bool inherits)
{
	struct text_look look = d->cell_look;

	if (inherits && d->look_count)
		look = d->looks[d->look_count - 1];
	style_apply(style, &look);
	GROW(d->looks, d->look_count + 1, d->looks_cap);
	d->looks[d->look_count++] = look;
}

static bool start_span(void *data, const struct xml_element *element)
{
	struct odf *d = data;

	push_look(d, odf_style(&d->styles, "text", xml_attribute(element, "text:style-name")), true);
	return true;
}

static void end_span(void *data)
{
	struct odf *d = data;

	if (d->look_count)
		d->look_count--;
}

/* --- paragraphs --------------------------------------------------------- */

static bool start_paragraph(void *data, const struct xml_element *element)
{
	struct odf *d = data;
	const struct style *style = odf_style(&d->styles, "paragraph", xml_attribute(element, "text:style-name"));
	bool heading = !strcmp(element->name, "text:h");
	const char *unnumbered = xml_attribute(element, "text:is-list-header");

	GROW(d->paragraphs, d->depth + 1, d->paragraphs_cap);
	d->paragraphs[d->depth++] = (struct open_paragraph){
		.prose = PROSE_INIT, .style = style, .heading = heading, .looks = d->look_count,
		.outline = heading && (!unnumbered || strcmp(unnumbered, "true")) ? xml_number(element, "text:outline-level", 1) - 1 : -1,
	};
	push_look(d, style, false);
	return true;
}

/* The paragraph's own list, where the one around it names none. */
static struct odf_list *list_of(struct odf *d, const struct open_list *open, const struct open_paragraph *p)
{
	if (open->told || !p->style || !p->style->list)
		return open->list;
	return odf_list(&d->styles, p->style->list);
}

/* Only the first paragraph of an item has its label. */
static void add_label(struct odf *d, const struct open_paragraph *p, struct strbuf *label)
{
	struct open_list *open = d->list_depth ? &d->lists[d->list_depth - 1] : NULL;
	struct odf_list *list;
	int level = (int)d->list_depth - 1;

	if (!open) {
		list = p->outline >= 0 ? odf_list(&d->styles, "") : NULL;
		if (list)
			odf_list_next(list, &list->count, p->outline, label);
		return;
	}
	list = list_of(d, open, p);
	if (!open->item || !list || level >= LIST_LEVELS)
		return;
	if (open->start >= 0)
		list_set_next(&list->count, level, open->start);
	open->item = false;
	odf_list_next(list, &list->count, level, label);
}

static void add_line(struct odf *d, const struct strbuf *line)
{
	enum paragraph_kind kind = d->page->kind;

	if (d->notes) {
		if (line->length && d->note_texts.count < LIMIT_PARAGRAPHS)
			string_list_add(&d->note_texts, line->text);
		return;
	}
	if (d->contents)
		d->page->kind = PARAGRAPH_FRAME;
	page_add(d->page, line->text, line->length);
	d->page->kind = kind;
}

static void end_paragraph(void *data)
{
	struct odf *d = data;
	struct open_paragraph *p;
	struct strbuf line = STRBUF_INIT;
	const struct strbuf *text;

	if (!d->depth)
		return;
	p = &d->paragraphs[d->depth - 1];
	text = prose_text(&p->prose);
	add_label(d, p, &line);
	if (!text->length && d->page->cell.rows <= 0)
		strbuf_clear(&line);
	else if (text->length && line.length)
		strbuf_add_char(&line, ' ');
	strbuf_add(&line, text->text, text->length);
	add_line(d, &line);
	strbuf_release(&line);
	prose_release(&p->prose);
	d->look_count = p->looks;
	d->depth--;
}

static void add_text(struct odf *d, const char *text, size_t length)
{
	if (d->depth && d->look_count)
		prose_add(&d->paragraphs[d->depth - 1].prose, &d->looks[d->look_count - 1], text, length);
}

static bool add_blanks(void *data, const struct xml_element *element)
{
	int count = xml_number(element, "text:c", 1);

	for (int i = 0; i < count && i < 80; i++)
		add_text(data, " ", 1);
	return true;
}

static bool add_tab(void *data, const struct xml_element *element)
{
	(void)element;
	add_text(data, "\t", 1);
	return true;
}

static bool add_break(void *data, const struct xml_element *element)
{
	(void)element;
	add_text(data, "\n", 1);
	return true;
}

/* --- lists -------------------------------------------------------------- */

static bool is_true(const struct xml_element *element, const char *name)
{
	const char *value = xml_attribute(element, name);

	return value && !strcmp(value, "true");
}

static bool start_list(void *data, const struct xml_element *element)
{
	struct odf *d = data;
	const char *name = xml_attribute(element, "text:style-name");
	struct open_list *around = d->list_depth ? &d->lists[d->list_depth - 1] : NULL;
	struct open_list open = { .start = -1 };
	bool goes_on = is_true(element, "text:continue-numbering") || xml_attribute(element, "text:continue-list");

	if (name)
		open.list = odf_list(&d->styles, name);
	else if (around)
		open.list = around->list;
	open.told = open.list != NULL;
	if (open.list && !goes_on && (!around || around->list != open.list))
		open.list->count = (struct list_count){ 0 };
	GROW(d->lists, d->list_depth + 1, d->lists_cap);
	d->lists[d->list_depth++] = open;
	return true;
}

static void end_list(void *data)
{
	struct odf *d = data;

	if (d->list_depth)
		d->list_depth--;
}

static bool start_item(void *data, const struct xml_element *element)
{
	struct odf *d = data;

	if (d->list_depth) {
		d->lists[d->list_depth - 1].item = true;
		d->lists[d->list_depth - 1].start = xml_number(element, "text:start-value", -1);
	}
	return true;
}

static void end_item(void *data)
{
	struct odf *d = data;

	if (d->list_depth)
		d->lists[d->list_depth - 1].item = false;
}

/* --- tables ------------------------------------------------------------- */

static void note_hidden_sheet(struct odf *d, const char *name)
{
	char *words = xasprintf(_("Trang tính ẩn, không đọc: %s"), name);

	d->page->kind = PARAGRAPH_FRAME;
	page_add(d->page, words, strlen(words));
	d->page->kind = PARAGRAPH_TEXT;
	free(words);
}

static bool start_table(void *data, const struct xml_element *element)
{
	struct odf *d = data;
	const char *name = xml_attribute(element, "table:name"), *style = xml_attribute(element, "table:style-name");

	if (d->sheets && style && string_list_has(&d->styles.hidden_tables, style)) {
		note_hidden_sheet(d, name ? name : "");
		return false;
	}
	page_begin_table(d->page);
	if (page_in_table(d->page))
		d->base = d->page->line;
	return true;
}

static void end_table(void *data)
{
	page_end_table(((struct odf *)data)->page);
}

static bool start_row(void *data, const struct xml_element *element)
{
	struct odf *d = data;

	if (!page_in_table(d->page))
		return true;
	page_begin_row(d->page);
	d->column = 0;
	d->row_repeated = xml_number(element, "table:number-rows-repeated", 1);
	if (d->sheets)
		d->page->line = d->base + d->page->cell.row + 1;
	return true;
}

static void end_row(void *data)
{
	struct odf *d = data;

	if (page_in_table(d->page))
		page_repeat_row(d->page, d->row_repeated);
}

static int repeated(const struct xml_element *element)
{
	int count = xml_number(element, "table:number-columns-repeated", 1);

	return count < 1 ? 1 : count > LIMIT_COLUMNS ? LIMIT_COLUMNS : count;
}

static bool start_cell(void *data, const struct xml_element *element)
{
	struct odf *d = data;

	if (!page_in_table(d->page))
		return true;
	page_place_cell(d->page, d->page->cell.row, d->column);
	page_begin_cell(d->page, xml_number(element, "table:number-columns-spanned", 1),
			xml_number(element, "table:number-rows-spanned", 1));
	d->cell_repeated = repeated(element);
	d->cell_look = (struct text_look){ NULL };
	style_apply(odf_style(&d->styles, "table-cell", xml_attribute(element, "table:style-name")), &d->cell_look);
	return true;
}

static void end_cell(void *data)
{
	struct odf *d = data;

	if (!page_in_table(d->page))
		return;
	page_end_cell(d->page);
	page_repeat_cell(d->page, d->cell_repeated);
	d->column += d->cell_repeated;
	d->cell_look = (struct text_look){ NULL };
}

/* It lies behind a merged one. */
static bool start_covered_cell(void *data, const struct xml_element *element)
{
	struct odf *d = data;

	if (page_in_table(d->page))
		d->column += repeated(element);
	return false;
}

/* --- the parts ---------------------------------------------------------- */

static bool start_sheets(void *data, const struct xml_element *element)
{
	struct odf *d = data;

	(void)element;
	d->sheets = true;
	d->page->keep_line = true;
	return true;
}

static bool start_note(void *data, const struct xml_element *element)
{
	(void)element;
	((struct odf *)data)->notes++;
	return true;
}

static void end_note(void *data)
{
	((struct odf *)data)->notes--;
}

static bool start_contents(void *data, const struct xml_element *element)
{
	(void)element;
	((struct odf *)data)->contents++;
	return true;
}

static void end_contents(void *data)
{
	((struct odf *)data)->contents--;
}

static bool start_automatic_styles(void *data, const struct xml_element *element)
{
	(void)element;
	return !((struct odf *)data)->only_styles;
}

/* What uses styles comes behind all of them. */
static bool start_text(void *data, const struct xml_element *element)
{
	struct odf *d = data;

	(void)element;
	if (d->only_styles)
		return false;
	odf_styles_resolve(&d->styles);
	return true;
}

static const struct xml_rule rules[] = {
	{ "text:p", start_paragraph, end_paragraph },
	{ "text:span", start_span, end_span },
	{ "text:s", add_blanks, NULL },
	{ "table:table-cell", start_cell, end_cell },
	{ "table:covered-table-cell", start_covered_cell, NULL },
	{ "table:table-row", start_row, end_row },
	{ "text:list-item", start_item, end_item },
	{ "text:list", start_list, end_list },
	{ "text:h", start_paragraph, end_paragraph },
	{ "text:tab", add_tab, NULL },
	{ "text:line-break", add_break, NULL },
	{ "table:table", start_table, end_table },
	{ "text:note-body", start_note, end_note },
	{ "text:note-citation", xml_pass_over, NULL },
	{ "text:table-of-content", start_contents, end_contents },
	{ "text:tracked-changes", xml_pass_over, NULL },
	{ "table:tracked-changes", xml_pass_over, NULL },
	{ "office:annotation", xml_pass_over, NULL },
	{ "office:forms", xml_pass_over, NULL },
	{ "text:hidden-text", xml_pass_over, NULL },
	{ "text:ruby-text", xml_pass_over, NULL },
	{ "svg:title", xml_pass_over, NULL },
	{ "svg:desc", xml_pass_over, NULL },
	{ "office:spreadsheet", start_sheets, NULL },
	ODF_STYLE_RULES,
	{ "office:automatic-styles", start_automatic_styles, NULL },
	{ "office:master-styles", start_text, NULL },
	{ "office:body", start_text, NULL },
	{ NULL },
};

static bool start(void *data, const struct xml_element *element)
{
	return xml_start_by_rule(rules, data, element);
}

static void end(void *data, const char *name)
{
	xml_end_by_rule(rules, data, name);
}

/* White space of the file parts words and no more (ODF 1.2, 6.1.2). */
static void text(void *data, const char *bytes, size_t length)
{
	size_t at = 0;

	while (at < length) {
		size_t word = at;

		while (word < length && bytes[word] != '\n' && bytes[word] != '\r' && bytes[word] != '\t')
			word++;
		add_text(data, bytes + at, word - at);
		if (word < length)
			add_text(data, " ", 1);
		at = word + 1;
	}
}

static bool enough(void *data)
{
	struct odf *d = data;

	return d->page->overflow || d->styles.overflow;
}

static void release_text(struct odf *d)
{
	for (size_t i = 0; i < d->depth; i++)
		prose_release(&d->paragraphs[i].prose);
	d->depth = d->look_count = d->list_depth = 0;
	d->notes = d->contents = 0;
}

static enum status read_part(struct odf *d, const char *part, struct error *err)
{
	static const struct xml_handler handler = { start, end, text, enough };
	enum status status = package_read_xml(d->package, part, &handler, d, err);

	release_text(d);
	if (status == OK && d->styles.overflow)
		return refuse(package_label(d->package), TROUBLE_TOO_LARGE, err);
	return status;
}

static void add_notes(struct odf *d)
{
	d->page->kind = PARAGRAPH_FOOTNOTE;
	for (size_t i = 0; i < d->note_texts.count; i++)
		page_add(d->page, d->note_texts.items[i], strlen(d->note_texts.items[i]));
	d->page->kind = PARAGRAPH_TEXT;
}

/* Names of automatic styles mean one thing in the text and another in the heads of pages. */
static enum status read_frames(struct odf *d, struct error *err)
{
	enum status status;

	odf_styles_release(&d->styles);
	d->page->kind = PARAGRAPH_FRAME;
	status = read_part(d, "styles.xml", err);
	d->page->kind = PARAGRAPH_TEXT;
	return status;
}

static enum status read_parts(struct odf *d, struct error *err)
{
	bool styles = package_has(d->package, "styles.xml");
	enum status status = OK;

	d->only_styles = true;
	if (styles)
		status = read_part(d, "styles.xml", err);
	d->only_styles = false;
	if (status == OK)
		status = read_part(d, "content.xml", err);
	add_notes(d);
	if (status == OK && styles && !d->sheets)
		status = read_frames(d, err);
	return status;
}

/* ODF 1.2 part 3, 3.4: the manifest says of every part how it is encrypted. */
static bool is_locked(struct package *package)
{
	char manifest[8192];

	package_read_start(package, "META-INF/manifest.xml", manifest, sizeof manifest - 1);
	return strstr(manifest, "encryption-data") != NULL;
}

enum status odf_read(struct package *package, struct page *page, struct error *err)
{
	struct odf d = { .package = package, .page = page };
	enum status status;

	if (is_locked(package))
		return refuse(package_label(package), TROUBLE_LOCKED, err);
	page->nested = NESTED_FLAT;
	status = read_parts(&d, err);
	page->keep_line = false;
	odf_styles_release(&d.styles);
	string_list_release(&d.note_texts);
	free(d.paragraphs);
	free(d.looks);
	free(d.lists);
	return status;
}
