#include "office/read/xlsx.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "office/read/font.h"
#include "office/read/limits.h"
#include "office/read/xlsx_number.h"
#include "office/read/xlsx_parts.h"

enum { MERGE_STEPS = 50000000 };	/* cells looked at for all merged ones of a sheet */

/* Merged cells, from the upper left to the lower right one. */
struct range {
	int top, left, bottom, right;
};

struct sheet {
	char *name, *part;		/* PART NULL: it is not there */
	bool hidden;
};

struct workbook {
	struct package *package;
	struct page *page;
	struct relationship_list relations;
	struct xlsx_texts texts;
	struct xlsx_styles styles;
	bool from_1904;
	struct sheet *sheets;
	size_t sheet_count, sheets_cap;

	int base;			/* lines before the sheet being read */
	int row, column;		/* of the cell at hand, from 0; the row -1 before the first */
	size_t style;
	char type[16];			/* of the cell: "s", "str", "n" ... */
	struct strbuf value;		/* its words or number */
	struct prose prose;		/* of inline text */
	char *run_font;
	bool in_value, in_text;
	struct range *merged;
	size_t merged_count, merged_cap;
	int hidden_first, hidden_last;	/* rows, from 1; 0: none so far */
	struct strbuf hidden_rows;	/* "3-5, 9" */
};

/* --- places ------------------------------------------------------------- */

/* "AB12" -> column 27, row 11; returns what follows, NULL where it is no place. */
static const char *read_place(const char *text, int *row, int *column)
{
	int letters = 0, number = 0;

	for (; *text >= 'A' && *text <= 'Z'; text++)
		letters = letters > LIMIT_COLUMNS ? letters : letters * 26 + (*text - 'A' + 1);
	for (; *text >= '0' && *text <= '9'; text++)
		number = number > LIMIT_ROWS ? number : number * 10 + (*text - '0');
	if (!letters || !number)
		return NULL;
	*column = letters - 1;
	*row = number - 1;
	return text;
}

static bool read_range(const char *text, struct range *range)
{
	text = read_place(text, &range->top, &range->left);
	return text && *text == ':' && read_place(text + 1, &range->bottom, &range->right) &&
	       range->top <= range->bottom && range->left <= range->right;
}

/* --- cells -------------------------------------------------------------- */

static void add_hidden_rows(struct workbook *w)
{
	if (!w->hidden_first)
		return;
	strbuf_addf(&w->hidden_rows, "%s%d", w->hidden_rows.length ? ", " : "", w->hidden_first);
	if (w->hidden_last > w->hidden_first)
		strbuf_addf(&w->hidden_rows, "-%d", w->hidden_last);
}

static void note_hidden_row(struct workbook *w, int row)
{
	if (w->hidden_first && row == w->hidden_last + 1) {
		w->hidden_last = row;
		return;
	}
	add_hidden_rows(w);
	w->hidden_first = w->hidden_last = row;
}

static bool start_row(void *data, const struct xml_element *element)
{
	struct workbook *w = data;
	int number = xml_number(element, "r", 0);

	w->row = number > 0 ? number - 1 : w->row + 1;
	w->column = -1;
	if (xml_attribute(element, "hidden") && xml_is_on(element, "hidden") && w->hidden_rows.length < 200)
		note_hidden_row(w, w->row + 1);
	return true;
}

static bool start_cell(void *data, const struct xml_element *element)
{
	struct workbook *w = data;
	const char *place = xml_attribute(element, "r"), *type = xml_attribute(element, "t");
	int style = xml_number(element, "s", 0);

	w->column++;
	if (place)
		read_place(place, &w->row, &w->column);
	snprintf(w->type, sizeof w->type, "%s", type ? type : "n");
	w->style = style > 0 ? (size_t)style : 0;
	strbuf_clear(&w->value);
	prose_clear(&w->prose);
	return true;
}

static bool start_value(void *data, const struct xml_element *element)
{
	(void)element;
	((struct workbook *)data)->in_value = true;
	return true;
}

static void end_value(void *data)
{
	((struct workbook *)data)->in_value = false;
}

static bool start_inline_font(void *data, const struct xml_element *element)
{
	replace_string(&((struct workbook *)data)->run_font, xml_attribute(element, "val"));
	return true;
}

static bool start_inline_text(void *data, const struct xml_element *element)
{
	(void)element;
	((struct workbook *)data)->in_text = true;
	return true;
}

static const char *cell_font(const struct workbook *w)
{
	return xlsx_style_font(&w->styles, w->style);
}

static void add_words(struct workbook *w, const char *font, const char *text, size_t length)
{
	struct text_look look = { .font = font ? font : cell_font(w) };

	prose_add(&w->prose, &look, text, length);
}

static void end_inline_text(void *data)
{
	struct workbook *w = data;
	struct strbuf text = STRBUF_INIT;

	w->in_text = false;
	xlsx_unescape(w->value.text, w->value.length, &text);
	add_words(w, w->run_font, text.text, text.length);
	replace_string(&w->run_font, NULL);
	strbuf_clear(&w->value);
	strbuf_release(&text);
}

static void show_shared(struct workbook *w)
{
	size_t count;
	const struct xlsx_run *runs = xlsx_text(&w->texts, strtoul(w->value.text, NULL, 10), &count);

	for (size_t i = 0; i < count; i++)
		add_words(w, runs[i].font, runs[i].text, strlen(runs[i].text));
}

/* "2025-06-30T00:00:00", as newer programs may write a day. */
static void show_iso_day(struct workbook *w)
{
	struct date day;
	char *iso = xstrndup(w->value.text, w->value.length < 10 ? w->value.length : 10);
	char *words = date_from_iso(iso, &day) ? xasprintf("%d/%d/%d", day.day, day.month, day.year) : xstrdup(w->value.text);

	add_words(w, NULL, words, strlen(words));
	free(words);
	free(iso);
}

static void show_value(struct workbook *w)
{
	struct strbuf words = STRBUF_INIT;

	if (!w->value.length)
		return;
	if (!strcmp(w->type, "s")) {
		show_shared(w);
	} else if (!strcmp(w->type, "d")) {
		show_iso_day(w);
	} else {
		if (!strcmp(w->type, "n"))
			xlsx_show_number(w->value.text, xlsx_style_format(&w->styles, w->style), w->from_1904, &words);
		else if (!strcmp(w->type, "b"))
			strbuf_add_text(&words, strcmp(w->value.text, "0") ? "TRUE" : "FALSE");
		else
			xlsx_unescape(w->value.text, w->value.length, &words);
		add_words(w, NULL, words.text, words.length);
	}
	strbuf_release(&words);
}

static void end_cell(void *data)
{
	struct workbook *w = data;
	const struct strbuf *text;

	if (w->page->overflow)
		return;
	show_value(w);
	text = prose_text(&w->prose);
	if (!text->length)
		return;
	page_place_cell(w->page, w->row, w->column);
	page_begin_cell(w->page, 1, 1);
	w->page->line = w->base + w->row + 1;
	page_add(w->page, text->text, text->length);
	page_end_cell(w->page);
}

static bool start_merged(void *data, const struct xml_element *element)
{
	struct workbook *w = data;
	const char *words = xml_attribute(element, "ref");
	struct range range;

	if (!words || !read_range(words, &range) || w->merged_count >= LIMIT_MERGED_CELLS)
		return true;
	GROW(w->merged, w->merged_count + 1, w->merged_cap);
	w->merged[w->merged_count++] = range;
	return true;
}

static const struct xml_rule sheet_rules[] = {
	{ "x:c", start_cell, end_cell },
	{ "x:v", start_value, end_value },
	{ "x:row", start_row, NULL },
	{ "x:f", xml_pass_over, NULL },
	{ "x:is", NULL, NULL },
	{ "x:t", start_inline_text, end_inline_text },
	{ "x:rFont", start_inline_font, NULL },
	{ "x:rPh", xml_pass_over, NULL },
	{ "x:mergeCell", start_merged, NULL },
	{ "x:headerFooter", xml_pass_over, NULL },
	{ NULL },
};

static bool start_in_sheet(void *data, const struct xml_element *element)
{
	return xml_start_by_rule(sheet_rules, data, element);
}

static void end_in_sheet(void *data, const char *name)
{
	xml_end_by_rule(sheet_rules, data, name);
}

static void text_in_sheet(void *data, const char *text, size_t length)
{
	struct workbook *w = data;

	if (w->in_value || w->in_text)
		strbuf_add(&w->value, text, length);
}

static bool enough(void *data)
{
	return ((struct workbook *)data)->page->overflow;
}

/* --- merged cells ------------------------------------------------------- */

static struct paragraph_list *paragraphs(struct workbook *w)
{
	return &w->page->manuscript->paragraphs;
}

/* The first paragraph of the sheet at that place or behind it: cells come row by row. */
static size_t paragraph_from(struct workbook *w, size_t first, int row, int column)
{
	size_t low = first, high = paragraphs(w)->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct cell_place *place = &paragraphs(w)->items[middle].cell;

		if (place->row < row || (place->row == row && place->column < column))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What lies behind a merged cell is not shown: such paragraphs get no rows, and go. */
static void merge(struct workbook *w, size_t first, const struct range *range, int *steps)
{
	struct paragraph_list *list = paragraphs(w);

	for (size_t i = paragraph_from(w, first, range->top, range->left); i < list->count; i++) {
		struct cell_place *place = &list->items[i].cell;

		if (place->row > range->bottom || ++*steps > MERGE_STEPS)
			return;
		if (place->column < range->left || place->column > range->right)
			continue;
		if (place->row == range->top && place->column == range->left) {
			place->rows = range->bottom - range->top + 1;
			place->columns = range->right - range->left + 1;
		} else {
			place->rows = 0;
		}
	}
}

static void drop_covered(struct workbook *w, size_t first)
{
	struct paragraph_list *list = paragraphs(w);
	size_t kept = first;

	for (size_t i = first; i < list->count; i++) {
		if (list->items[i].cell.rows > 0 || !list->items[i].cell.table)
			list->items[kept++] = list->items[i];
		else
			paragraph_release(&list->items[i]);
	}
	list->count = kept;
}

static void merge_cells(struct workbook *w, size_t first)
{
	int steps = 0;

	for (size_t i = 0; i < w->merged_count; i++)
		merge(w, first, &w->merged[i], &steps);
	drop_covered(w, first);
	w->merged_count = 0;
}

/* --- sheets ------------------------------------------------------------- */

/* Words about a sheet, which are none of its own. */
static void note(struct workbook *w, const char *words)
{
	w->page->kind = PARAGRAPH_FRAME;
	page_add(w->page, words, strlen(words));
	w->page->kind = PARAGRAPH_TEXT;
}

static void note_hidden(struct workbook *w, const struct sheet *sheet)
{
	char *words;

	add_hidden_rows(w);
	if (w->hidden_rows.length) {
		words = xasprintf(_("Trang tính «%s» có các dòng đang ẩn, vẫn đọc: %s"), sheet->name, w->hidden_rows.text);
		note(w, words);
		free(words);
	}
	w->hidden_first = w->hidden_last = 0;
	strbuf_clear(&w->hidden_rows);
}

static enum status read_sheet(struct workbook *w, const struct sheet *sheet, struct error *err)
{
	static const struct xml_handler handler = { start_in_sheet, end_in_sheet, text_in_sheet, enough };
	size_t first;
	enum status status;

	w->row = -1;
	page_begin_table(w->page);
	first = paragraphs(w)->count;
	status = package_read_xml(w->package, sheet->part, &handler, w, err);
	merge_cells(w, first);
	page_end_table(w->page);
	note_hidden(w, sheet);
	return status;
}

static enum status read_sheets(struct workbook *w, struct error *err)
{
	enum status status = OK;
	char *words;

	w->page->keep_line = true;
	for (size_t i = 0; status == OK && i < w->sheet_count && !w->page->overflow; i++) {
		const struct sheet *sheet = &w->sheets[i];

		w->base = w->page->line;
		w->page->line++;
		if (!sheet->part || sheet->hidden) {
			words = xasprintf(_("Trang tính ẩn, không đọc: %s"), sheet->name);
			note(w, words);
			free(words);
			continue;
		}
		if (w->sheet_count > 1)
			note(w, sheet->name);
		status = read_sheet(w, sheet, err);
	}
	w->page->keep_line = false;
	return status;
}

/* --- the workbook ------------------------------------------------------- */

static bool start_properties(void *data, const struct xml_element *element)
{
	struct workbook *w = data;

	w->from_1904 = xml_attribute(element, "date1904") && xml_is_on(element, "date1904");
	return true;
}

static bool start_sheet(void *data, const struct xml_element *element)
{
	struct workbook *w = data;
	const struct relationship *relation = relationship_of_id(&w->relations, xml_attribute(element, "r:id"));
	const char *name = xml_attribute(element, "name"), *state = xml_attribute(element, "state");
	bool is_sheet = relation && !strcmp(relation->type, "worksheet");

	if (w->sheet_count >= LIMIT_SHEETS || (relation && !is_sheet))
		return true;
	GROW(w->sheets, w->sheet_count + 1, w->sheets_cap);
	w->sheets[w->sheet_count++] = (struct sheet){
		.name = xstrdup(name ? name : ""), .part = relation ? xstrdup(relation->target) : NULL,
		.hidden = state && strcmp(state, "visible") != 0,
	};
	return true;
}

static const struct xml_rule workbook_rules[] = {
	{ "x:workbookPr", start_properties, NULL },
	{ "x:sheet", start_sheet, NULL },
	{ NULL },
};

static bool start_in_workbook(void *data, const struct xml_element *element)
{
	return xml_start_by_rule(workbook_rules, data, element);
}

static enum status read_definitions(struct workbook *w, struct error *err)
{
	const struct relationship *texts = relationship_of_type(&w->relations, "sharedStrings");
	const struct relationship *styles = relationship_of_type(&w->relations, "styles");
	enum status status = texts ? xlsx_read_texts(w->package, texts->target, &w->texts, err) : OK;

	if (status == OK && styles)
		status = xlsx_read_styles(w->package, styles->target, &w->styles, err);
	return status;
}

static enum status read_workbook(struct workbook *w, const char *part, struct error *err)
{
	static const struct xml_handler handler = { .start = start_in_workbook };
	enum status status = package_relationships(w->package, part, &w->relations, err);

	if (status == OK)
		status = read_definitions(w, err);
	if (status == OK)
		status = package_read_xml(w->package, part, &handler, w, err);
	return status == OK ? read_sheets(w, err) : status;
}

static void release(struct workbook *w)
{
	for (size_t i = 0; i < w->sheet_count; i++) {
		free(w->sheets[i].name);
		free(w->sheets[i].part);
	}
	free(w->sheets);
	free(w->merged);
	free(w->run_font);
	strbuf_release(&w->value);
	strbuf_release(&w->hidden_rows);
	prose_release(&w->prose);
	relationship_list_release(&w->relations);
	xlsx_texts_release(&w->texts);
	xlsx_styles_release(&w->styles);
}

enum status xlsx_read(struct package *package, struct page *page, struct error *err)
{
	struct workbook w = {
		.package = package, .page = page, .value = STRBUF_INIT, .prose = PROSE_INIT, .hidden_rows = STRBUF_INIT,
	};
	struct relationship_list whole = { 0 };
	const struct relationship *document;
	enum status status = package_relationships(package, "", &whole, err);

	document = relationship_of_type(&whole, "officeDocument");
	if (status == OK)
		status = document ? read_workbook(&w, document->target, err)
				  : refuse(package_label(package), TROUBLE_DAMAGED, err);
	relationship_list_release(&whole);
	release(&w);
	return status;
}
