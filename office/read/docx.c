#include "office/read/docx.h"

#include <stdlib.h>
#include <string.h>

#include "office/read/docx_parts.h"
#include "office/read/limits.h"

/* A paragraph being put together; one in a text box lies inside another. */
struct open_paragraph {
	struct prose prose;
	const struct style *style;
	char *list;			/* told in the paragraph itself; NULL: its style says */
	int level;			/* likewise; -1 */
	bool mark_deleted;		/* it goes on in the next one */
	bool contents;			/* of a table of contents */
	bool in_properties;
	bool in_run;
	struct text_look look;		/* of the run */
	char *run_font;			/* that the run names; LOOK borrows it */
};

enum field_part { FIELD_CODE, FIELD_RESULT };

struct field {
	enum field_part part;
	bool contents;			/* its result is a table of contents */
};

/* What the text of an element is. */
enum text_use { TEXT_NONE, TEXT_SHOWN, TEXT_FIELD_CODE };

enum { MOST_FIELDS = 32 };		/* one in the other; deeper ones are counted only */

struct docx {
	struct package *package;
	struct page *page;
	struct style_sheet styles;
	struct docx_numbering numbering;
	struct relationship_list relations;		/* of the main part */
	struct string_list frames;		/* parts with heads and feet of pages that are used */

	struct open_paragraph *paragraphs;	/* the open ones, innermost last */
	size_t depth, paragraphs_cap;
	struct prose carried;			/* of paragraphs whose mark was deleted */
	enum text_use text_use;			/* of the element at hand */
	bool in_row_properties;

	struct field fields[MOST_FIELDS];
	int field_depth;
	int columns;				/* that the cell spans */
	bool cell_continues;			/* the one above goes on */
	bool cell_pending;			/* its properties are not all read */
};

/* --- paragraphs --------------------------------------------------------- */

static struct open_paragraph *paragraph(struct docx *d)
{
	return d->depth ? &d->paragraphs[d->depth - 1] : NULL;
}

/* Properties of a cell end where its first paragraph or table begins. */
static void open_cell(struct docx *d)
{
	if (!d->cell_pending)
		return;
	d->cell_pending = false;
	if (d->cell_continues)
		page_continue_cell(d->page, d->columns);
	else
		page_begin_cell(d->page, d->columns, 1);
}

static bool start_paragraph(void *data, const struct xml_element *element)
{
	struct docx *d = data;

	(void)element;
	open_cell(d);
	GROW(d->paragraphs, d->depth + 1, d->paragraphs_cap);
	d->paragraphs[d->depth++] = (struct open_paragraph){
		.prose = PROSE_INIT, .level = -1, .style = style_sheet_find(&d->styles, d->styles.usual),
	};
	return true;
}

/* The list that numbers P, and the level; NULL: none does. */
static struct docx_list *list_of(struct docx *d, const struct open_paragraph *p, int *level)
{
	const char *id = p->list ? p->list : p->style ? p->style->list : NULL;
	struct docx_list *list = docx_list_find(&d->numbering, id);

	if (!list)
		return NULL;
	*level = p->level;
	if (*level < 0 && !p->list && p->style)
		*level = docx_list_level_of_style(list, p->style->name);
	if (*level < 0 && p->style)
		*level = p->style->level;
	if (*level < 0)
		*level = 0;
	return list;
}

/* The number counts even where the paragraph is empty; in a cell it is what the cell shows. */
static void add_label(struct docx *d, struct open_paragraph *p, struct strbuf *line)
{
	struct strbuf label = STRBUF_INIT;
	int level;
	struct docx_list *list = list_of(d, p, &level);
	const struct strbuf *text = prose_text(&p->prose);

	if (list)
		docx_list_next(list, level, &label);
	if (label.length && (text->length || d->page->cell.rows > 0))
		strbuf_addf(line, "%s%s", label.text, text->length ? " " : "");
	strbuf_release(&label);
}

static void end_paragraph(void *data)
{
	struct docx *d = data;
	struct open_paragraph *p = paragraph(d);
	struct strbuf line = STRBUF_INIT;
	const struct strbuf *text = prose_text(&p->prose), *carried;
	enum paragraph_kind kind = d->page->kind;

	if (p->mark_deleted) {
		prose_add(&d->carried, &(struct text_look){ NULL }, text->text, text->length);
	} else {
		add_label(d, p, &line);
		carried = prose_text(&d->carried);
		strbuf_add(&line, carried->text, carried->length);
		strbuf_add(&line, text->text, text->length);
		if (p->contents)
			d->page->kind = PARAGRAPH_FRAME;
		page_add(d->page, line.text, line.length);
		d->page->kind = kind;
		prose_clear(&d->carried);
	}
	strbuf_release(&line);
	prose_release(&p->prose);
	free(p->list);
	free(p->run_font);
	d->depth--;
}

static bool start_paragraph_properties(void *data, const struct xml_element *element)
{
	struct open_paragraph *p = paragraph(data);

	(void)element;
	if (p)
		p->in_properties = true;
	return true;
}

static void end_paragraph_properties(void *data)
{
	struct open_paragraph *p = paragraph(data);

	if (p)
		p->in_properties = false;
}

static bool start_paragraph_style(void *data, const struct xml_element *element)
{
	struct docx *d = data;
	const struct style *style = style_sheet_find(&d->styles, xml_attribute(element, "w:val"));

	if (style && paragraph(d))
		paragraph(d)->style = style;
	return true;
}

static bool start_list_id(void *data, const struct xml_element *element)
{
	struct open_paragraph *p = paragraph(data);
	const char *id = xml_attribute(element, "w:val");

	if (p && p->in_properties && id)
		replace_string(&p->list, strcmp(id, "0") ? id : "");
	return true;
}

static bool start_list_level(void *data, const struct xml_element *element)
{
	struct open_paragraph *p = paragraph(data);

	if (p && p->in_properties)
		p->level = xml_number(element, "w:val", -1);
	return true;
}

/* --- runs --------------------------------------------------------------- */

static bool start_run(void *data, const struct xml_element *element)
{
	struct docx *d = data;
	struct open_paragraph *p = paragraph(d);

	(void)element;
	if (!p)
		return true;
	p->in_run = true;
	p->look = (struct text_look){ .font = d->styles.base.font };
	style_apply(&d->styles.base, &p->look);
	style_apply(p->style, &p->look);
	return true;
}

static void end_run(void *data)
{
	struct open_paragraph *p = paragraph(data);

	if (p)
		p->in_run = false;
}

/* The open run, where it is that which properties are about: those of a paragraph hold its mark's, which is no text. */
static struct open_paragraph *run(struct docx *d)
{
	struct open_paragraph *p = paragraph(d);

	return p && p->in_run && !p->in_properties ? p : NULL;
}

static bool start_run_style(void *data, const struct xml_element *element)
{
	struct docx *d = data;

	if (run(d))
		style_apply(style_sheet_find(&d->styles, xml_attribute(element, "w:val")), &run(d)->look);
	return true;
}

static bool start_fonts(void *data, const struct xml_element *element)
{
	struct open_paragraph *p = run(data);
	char *font = p ? docx_font(element) : NULL;

	if (!font)
		return true;
	free(p->run_font);
	p->run_font = font;
	p->look.font = font;
	return true;
}

static bool start_caps(void *data, const struct xml_element *element)
{
	if (run(data))
		run(data)->look.capitals = xml_is_on(element, "w:val");
	return true;
}

static bool start_vanish(void *data, const struct xml_element *element)
{
	if (run(data))
		run(data)->look.hidden = xml_is_on(element, "w:val");
	return true;
}

/* Around runs: what was deleted or moved away. In properties: of the mark that ends a paragraph, or of a row. */
static bool start_deleted(void *data, const struct xml_element *element)
{
	struct docx *d = data;

	(void)element;
	if (paragraph(d) && paragraph(d)->in_properties)
		paragraph(d)->mark_deleted = true;
	else if (d->in_row_properties)
		page_drop_row(d->page);
	return false;
}

/* --- what a run shows --------------------------------------------------- */

static bool shows_text(const struct docx *d)
{
	int depth = d->field_depth < MOST_FIELDS ? d->field_depth : MOST_FIELDS;

	for (int i = 0; i < depth; i++)
		if (d->fields[i].part == FIELD_CODE)
			return false;
	return d->depth && d->paragraphs[d->depth - 1].in_run;
}

static bool in_contents(const struct docx *d)
{
	int depth = d->field_depth < MOST_FIELDS ? d->field_depth : MOST_FIELDS;

	for (int i = 0; i < depth; i++)
		if (d->fields[i].contents)
			return true;
	return false;
}

static void add_text(struct docx *d, const char *text, size_t length)
{
	struct open_paragraph *p = paragraph(d);

	if (!shows_text(d))
		return;
	p->contents |= in_contents(d);
	prose_add(&p->prose, &p->look, text, length);
}

static bool add_tab(void *data, const struct xml_element *element)
{
	(void)element;
	add_text(data, "\t", 1);
	return true;
}

/* A page or column that ends here is no line. */
static bool add_break(void *data, const struct xml_element *element)
{
	const char *type = xml_attribute(element, "w:type");

	if (!type || !strcmp(type, "textWrapping"))
		add_text(data, "\n", 1);
	return true;
}

static bool add_hyphen(void *data, const struct xml_element *element)
{
	(void)element;
	add_text(data, "-", 1);
	return true;
}

/* The place of "ư" in TCVN3 is that of the soft hyphen. */
static bool add_soft_hyphen(void *data, const struct xml_element *element)
{
	struct docx *d = data;

	(void)element;
	if (paragraph(d) && font_is_legacy(paragraph(d)->look.font))
		add_text(d, "\xC2\xAD", 2);
	return true;
}

/* Letters of a legacy font may be written as symbols too; of real symbols only that there is one is kept. */
static bool add_symbol(void *data, const struct xml_element *element)
{
	struct docx *d = data;
	const char *font = xml_attribute(element, "w:font"), *code = xml_attribute(element, "w:char");
	struct text_look look = { .font = font };
	struct strbuf letter = STRBUF_INIT;
	unsigned long number = code ? strtoul(code, NULL, 16) : 0;

	if (font_is_legacy(font) && number > 0x20 && number <= 0xF0FF && shows_text(d)) {
		strbuf_add_utf8(&letter, (unsigned int)number);
		prose_add(&paragraph(d)->prose, &look, letter.text, letter.length);
		strbuf_release(&letter);
	} else {
		add_text(d, "•", strlen("•"));
	}
	return true;
}

static bool start_text(void *data, const struct xml_element *element)
{
	(void)element;
	((struct docx *)data)->text_use = TEXT_SHOWN;
	return true;
}

static bool start_field_code(void *data, const struct xml_element *element)
{
	(void)element;
	((struct docx *)data)->text_use = TEXT_FIELD_CODE;
	return true;
}

static void end_text(void *data)
{
	((struct docx *)data)->text_use = TEXT_NONE;
}

/* --- fields ------------------------------------------------------------- */

static bool start_field_mark(void *data, const struct xml_element *element)
{
	struct docx *d = data;
	const char *type = xml_attribute(element, "w:fldCharType");

	if (!type)
		return true;
	if (!strcmp(type, "begin")) {
		if (d->field_depth < MOST_FIELDS)
			d->fields[d->field_depth] = (struct field){ FIELD_CODE, false };
		d->field_depth++;
	} else if (!strcmp(type, "separate") && d->field_depth && d->field_depth <= MOST_FIELDS) {
		d->fields[d->field_depth - 1].part = FIELD_RESULT;
	} else if (!strcmp(type, "end") && d->field_depth) {
		d->field_depth--;
	}
	return true;
}

/* ECMA-376 part 1, 17.16.5.68: a field TOC is a table of contents. */
static void read_field_code(struct docx *d, const char *text, size_t length)
{
	size_t blanks = 0;

	while (blanks < length && text[blanks] == ' ')
		blanks++;
	if (length - blanks >= 3 && !strncmp(text + blanks, "TOC", 3) && d->field_depth && d->field_depth <= MOST_FIELDS)
		d->fields[d->field_depth - 1].contents = true;
}

/* --- tables ------------------------------------------------------------- */

static bool start_table(void *data, const struct xml_element *element)
{
	struct docx *d = data;

	(void)element;
	open_cell(d);
	page_begin_table(d->page);
	return true;
}

static void end_table(void *data)
{
	page_end_table(((struct docx *)data)->page);
}

static bool start_row(void *data, const struct xml_element *element)
{
	(void)element;
	page_begin_row(((struct docx *)data)->page);
	return true;
}

static bool start_row_properties(void *data, const struct xml_element *element)
{
	(void)element;
	((struct docx *)data)->in_row_properties = true;
	return true;
}

static void end_row_properties(void *data)
{
	((struct docx *)data)->in_row_properties = false;
}

static bool start_grid_before(void *data, const struct xml_element *element)
{
	page_skip_columns(((struct docx *)data)->page, xml_number(element, "w:val", 0));
	return true;
}

static bool start_cell(void *data, const struct xml_element *element)
{
	struct docx *d = data;

	(void)element;
	d->cell_pending = true;
	d->cell_continues = false;
	d->columns = 1;
	return true;
}

static void end_cell(void *data)
{
	struct docx *d = data;

	open_cell(d);
	page_end_cell(d->page);
}

static bool start_span(void *data, const struct xml_element *element)
{
	((struct docx *)data)->columns = xml_number(element, "w:val", 1);
	return true;
}

static bool start_merge(void *data, const struct xml_element *element)
{
	const char *value = xml_attribute(element, "w:val");

	((struct docx *)data)->cell_continues = !value || !strcmp(value, "continue");
	return true;
}

/* --- the parts ---------------------------------------------------------- */

/* A head or foot of pages: its part is read behind the body, once. */
static bool start_frame_reference(void *data, const struct xml_element *element)
{
	struct docx *d = data;
	const struct relationship *relation = relationship_of_id(&d->relations, xml_attribute(element, "r:id"));

	if (relation && !string_list_has(&d->frames, relation->target) && d->frames.count < LIMIT_ENTRIES)
		string_list_add(&d->frames, relation->target);
	return true;
}

/* Lines that part notes from the text are notes by their element only. */
static bool start_note(void *data, const struct xml_element *element)
{
	const char *type = xml_attribute(element, "w:type");

	(void)data;
	return !type || !strcmp(type, "normal");
}

/* What stands first here is met most often. */
static const struct xml_rule rules[] = {
	{ "w:r", start_run, end_run },
	{ "w:t", start_text, end_text },
	{ "w:p", start_paragraph, end_paragraph },
	{ "w:rPr", NULL, NULL },
	{ "w:rFonts", start_fonts, NULL },
	{ "w:pPr", start_paragraph_properties, end_paragraph_properties },
	{ "w:pStyle", start_paragraph_style, NULL },
	{ "w:rStyle", start_run_style, NULL },
	{ "w:tc", start_cell, end_cell },
	{ "w:tr", start_row, NULL },
	{ "w:tbl", start_table, end_table },
	{ "w:gridSpan", start_span, NULL },
	{ "w:vMerge", start_merge, NULL },
	{ "w:gridBefore", start_grid_before, NULL },
	{ "w:numId", start_list_id, NULL },
	{ "w:ilvl", start_list_level, NULL },
	{ "w:caps", start_caps, NULL },
	{ "w:vanish", start_vanish, NULL },
	{ "w:tab", add_tab, NULL },
	{ "w:br", add_break, NULL },
	{ "w:cr", add_break, NULL },
	{ "w:noBreakHyphen", add_hyphen, NULL },
	{ "w:softHyphen", add_soft_hyphen, NULL },
	{ "w:sym", add_symbol, NULL },
	{ "w:fldChar", start_field_mark, NULL },
	{ "w:instrText", start_field_code, end_text },
	{ "m:r", start_run, end_run },
	{ "m:t", start_text, end_text },
	{ "w:trPr", start_row_properties, end_row_properties },
	{ "w:del", start_deleted, NULL },
	{ "w:moveFrom", start_deleted, NULL },
	{ "w:tabs", xml_pass_over, NULL },
	{ "w:sdtPr", xml_pass_over, NULL },
	{ "w:rPrChange", xml_pass_over, NULL },
	{ "w:pPrChange", xml_pass_over, NULL },
	{ "w:tblPrChange", xml_pass_over, NULL },
	{ "w:tcPrChange", xml_pass_over, NULL },
	{ "w:trPrChange", xml_pass_over, NULL },
	{ "w:sectPrChange", xml_pass_over, NULL },
	{ "w:numberingChange", xml_pass_over, NULL },
	{ "w:rt", xml_pass_over, NULL },
	{ "mc:Fallback", xml_pass_over, NULL },
	{ "w:headerReference", start_frame_reference, NULL },
	{ "w:footerReference", start_frame_reference, NULL },
	{ "w:footnote", start_note, NULL },
	{ "w:endnote", start_note, NULL },
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

static void text(void *data, const char *bytes, size_t length)
{
	struct docx *d = data;

	if (d->text_use == TEXT_SHOWN)
		add_text(d, bytes, length);
	else if (d->text_use == TEXT_FIELD_CODE)
		read_field_code(d, bytes, length);
}

static bool enough(void *data)
{
	return ((struct docx *)data)->page->overflow;
}

static enum status read_part(struct docx *d, const char *name, enum paragraph_kind kind, struct error *err)
{
	static const struct xml_handler handler = { start, end, text, enough };
	enum status status;

	d->page->kind = kind;
	d->field_depth = 0;
	status = package_read_xml(d->package, name, &handler, d, err);
	d->page->kind = PARAGRAPH_TEXT;
	return status;
}

/* The part that a relation of that type leads to; without one there is nothing to read. */
static enum status read_notes(struct docx *d, const char *type, struct error *err)
{
	const struct relationship *notes = relationship_of_type(&d->relations, type);

	return notes ? read_part(d, notes->target, PARAGRAPH_FOOTNOTE, err) : OK;
}

static enum status read_definitions(struct docx *d, struct error *err)
{
	const struct relationship *styles = relationship_of_type(&d->relations, "styles");
	const struct relationship *numbering = relationship_of_type(&d->relations, "numbering");
	enum status status = styles ? docx_read_styles(d->package, styles->target, &d->styles, err) : OK;

	if (status == OK && numbering)
		status = docx_read_numbering(d->package, numbering->target, &d->styles, &d->numbering, err);
	return status;
}

static enum status read_parts(struct docx *d, const char *main_part, struct error *err)
{
	enum status status = package_relationships(d->package, main_part, &d->relations, err);

	if (status == OK)
		status = read_definitions(d, err);
	if (status == OK)
		status = read_part(d, main_part, PARAGRAPH_TEXT, err);
	if (status == OK)
		status = read_notes(d, "footnotes", err);
	if (status == OK)
		status = read_notes(d, "endnotes", err);
	for (size_t i = 0; status == OK && i < d->frames.count; i++)
		status = read_part(d, d->frames.items[i], PARAGRAPH_FRAME, err);
	return status;
}

static void release(struct docx *d)
{
	for (size_t i = 0; i < d->depth; i++) {
		prose_release(&d->paragraphs[i].prose);
		free(d->paragraphs[i].list);
		free(d->paragraphs[i].run_font);
	}
	free(d->paragraphs);
	prose_release(&d->carried);
	style_sheet_release(&d->styles);
	docx_numbering_release(&d->numbering);
	relationship_list_release(&d->relations);
	string_list_release(&d->frames);
}

enum status docx_read(struct package *package, struct page *page, struct error *err)
{
	struct docx d = { .package = package, .page = page, .carried = PROSE_INIT };
	struct relationship_list whole = { 0 };
	const struct relationship *main_part;
	enum status status = package_relationships(package, "", &whole, err);

	page->nested = NESTED_FLAT;
	main_part = relationship_of_type(&whole, "officeDocument");
	if (status == OK)
		status = main_part ? read_parts(&d, main_part->target, err)
				   : refuse(package_label(package), TROUBLE_DAMAGED, err);
	relationship_list_release(&whole);
	release(&d);
	return status;
}
