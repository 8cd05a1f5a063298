/*
 * xlsx_parts.h: what a workbook says beside its sheets: shared texts and styles.
 */
#ifndef OFFICE_READ_XLSX_PARTS_H
#define OFFICE_READ_XLSX_PARTS_H

#include "office/read/package.h"

/* A piece of a text in one font. */
struct xlsx_run {
	char *font;		/* NULL: the cell's */
	char *text;
};

/* Texts that cells name by number: text N is the runs from first[N] up to first[N + 1]. */
struct xlsx_texts {
	struct xlsx_run *runs;
	size_t run_count, runs_cap;
	size_t *first;
	size_t count, first_cap;
	bool overflow;
};

void xlsx_texts_release(struct xlsx_texts *texts);
enum status xlsx_read_texts(struct package *package, const char *name, struct xlsx_texts *texts, struct error *err);
/* The runs of text NUMBER; *COUNT 0 where there is none. */
const struct xlsx_run *xlsx_text(const struct xlsx_texts *texts, size_t number, size_t *count);

/* What a cell's style says of its words. */
struct xlsx_style {
	int format_id;
	size_t font;
};

struct xlsx_format {
	int id;
	char *code;
};

struct xlsx_styles {
	struct xlsx_style *items;
	size_t count, cap;
	struct string_list fonts;
	struct xlsx_format *formats;	/* by id */
	size_t format_count, formats_cap;
};

void xlsx_styles_release(struct xlsx_styles *styles);
enum status xlsx_read_styles(struct package *package, const char *name, struct xlsx_styles *styles, struct error *err);
/* Of the style NUMBER; NULL where nothing is said. */
const char *xlsx_style_format(const struct xlsx_styles *styles, size_t number);
const char *xlsx_style_font(const struct xlsx_styles *styles, size_t number);

/* Append TEXT, whose letters may be written as _xHHHH_ (ECMA-376 part 1, 22.9.2.19). */
void xlsx_unescape(const char *text, size_t length, struct strbuf *out);

#endif
