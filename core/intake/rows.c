#include "core/intake/rows.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/deadline.h"

void table_row_release(struct table_row *row)
{
	free(row->label);
	for (int role = 0; role < COLUMN_ROLE_COUNT; role++)
		free(row->cells[role]);
	string_list_release(&row->others);
	free(row->spots.items);
	*row = (struct table_row){ 0 };
}

DEFINE_LIST(table_row)

struct reader {
	const struct reading *reading;
	const struct grid *grid;
	const struct columns *columns;
	struct table_row_list *out;
};

/* --- cells ------------------------------------------------------------------- */

static int column_of(const struct reader *t, enum column_role role)
{
	for (int column = 0; column < t->grid->columns; column++)
		if (t->columns->roles[column] == role)
			return column;
	return -1;
}

static const struct grid_cell *cell_of(const struct reader *t, int row, enum column_role role)
{
	return grid_at(t->grid, row, column_of(t, role));
}

static const char *text_in(const struct reader *t, int row, enum column_role role)
{
	const struct grid_cell *cell = cell_of(t, row, role);

	return cell ? cell->text : "";
}

/* Something is written in this very row; what is merged from above is not. */
static bool says(const struct reader *t, int row, int column)
{
	const struct grid_cell *cell = grid_at(t->grid, row, column);

	return cell && cell->row == row && *cell->text;
}

static bool is_blank_row(const struct reader *t, int row)
{
	for (int column = 0; column < t->grid->columns; column++)
		if (says(t, row, column))
			return false;
	return true;
}

/* --- numbers in front ----------------------------------------------------------- */

struct mark mark_of_label(const char *label)
{
	enum { LONGEST_LABEL = 12 };
	struct words w = WORDS_INIT;
	struct strbuf text = STRBUF_INIT;
	struct mark mark = { .kind = MARK_NONE };
	size_t length = strlen(label);

	if (length && length <= LONGEST_LABEL && !strchr(label, '\n')) {
		bool ended = strchr(".)/:", label[length - 1]) != NULL;

		strbuf_addf(&text, "%s%s X", label, ended ? "" : length == 1 && label[0] >= 'a' ? ")" : ".");
		words_split(text.text, text.length, &w);
		mark = mark_of(&w);
	}
	words_release(&w);
	strbuf_release(&text);
	return mark;
}

static struct mark mark_of_text(const char *text)
{
	enum { PREFIX = 60 };
	struct words w = WORDS_INIT;
	struct mark mark;

	words_split(text, strnlen(text, PREFIX), &w);
	mark = mark_of(&w);
	words_release(&w);
	return mark;
}

/* The mark of a row: in the number's cell, else in front of its words. */
static struct mark mark_of_row(const struct reader *t, int row)
{
	struct mark mark = mark_of_label(text_in(t, row, COLUMN_NUMBER));

	return mark.kind != MARK_NONE ? mark : mark_of_text(text_in(t, row, COLUMN_CONTENT));
}

/* --- headings ------------------------------------------------------------------- */

static bool is_assigned(const struct reader *t, int row)
{
	static const enum column_role roles[] = {
		COLUMN_LEAD, COLUMN_COORDINATING, COLUMN_TIME, COLUMN_START, COLUMN_PRODUCT,
	};

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (*text_in(t, row, roles[i]))
			return true;
	return false;
}

/* One cell over what is to be done and who does it. */
static bool is_merged_across(const struct reader *t, int row)
{
	const struct grid_cell *content = cell_of(t, row, COLUMN_CONTENT), *number = cell_of(t, row, COLUMN_NUMBER);
	const struct grid_cell *lead = cell_of(t, row, COLUMN_LEAD);

	return lead && *lead->text && (lead == content || lead == number);
}

static bool is_in_capitals(const char *text)
{
	struct words w = WORDS_INIT;
	bool capitals;

	words_split(text, strlen(text), &w);
	capitals = w.count > 1;
	for (size_t i = 0; i < w.count; i++)
		capitals = capitals && (w.items[i].kind != WORD_LETTERS || w.items[i].all_capitals);
	words_release(&w);
	return capitals;
}

static int next_row(const struct reader *t, int row)
{
	do
		row++;
	while (row < t->grid->rows && (is_blank_row(t, row) || columns_repeat(t->columns, t->grid, row)));
	return row;
}

/* Nobody gets the row itself, and the rows below it are of a lower level. */
static bool heads_rows(const struct reader *t, int row)
{
	struct mark mark = mark_of_row(t, row), below;
	int next = next_row(t, row);

	bool high = mark.kind == MARK_ROMAN || mark.kind == MARK_UPPER || mark.kind == MARK_PART;

	if (next >= t->grid->rows)
		return false;
	below = mark_of_row(t, next);
	if (is_assigned(t, row))	/* to all that stands below it */
		return below.kind > mark.kind &&
		       (high || ((mark.kind != MARK_NONE || is_in_capitals(text_in(t, row, COLUMN_CONTENT))) &&
				 !*text_in(t, row, COLUMN_LEAD) && *text_in(t, next, COLUMN_LEAD)));
	if (high)
		return true;
	if (mark.kind == MARK_NONE)
		return below.kind != MARK_NONE || is_in_capitals(text_in(t, row, COLUMN_CONTENT));
	return below.kind == MARK_NONE ? is_assigned(t, next) : below.kind > mark.kind;
}

/* The words of a heading: they may stand in the number's cell, with the number. */
static const char *heading_text(const struct reader *t, int row)
{
	const char *content = text_in(t, row, COLUMN_CONTENT);

	return *content ? content : text_in(t, row, COLUMN_NUMBER);
}

static bool is_heading(const struct reader *t, int row)
{
	enum { LONGEST_LABEL = 12 };

	if (is_merged_across(t, row))
		return true;
	if (!*text_in(t, row, COLUMN_CONTENT))
		return strlen(text_in(t, row, COLUMN_NUMBER)) > LONGEST_LABEL && !is_assigned(t, row);
	return says(t, row, column_of(t, COLUMN_CONTENT)) && heads_rows(t, row);
}

/* --- rows ----------------------------------------------------------------------- */

/* Bytes of the dash or dot, and of the blanks, that a line of a list begins with. */
static size_t bullet_length(const char *line)
{
	static const char *const bullets[] = { "-", "–", "—", "+", "*", "•", "·", "▪", "➢" };
	size_t length = strspn(line, " ");

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (!strncmp(line + length, bullets[i], strlen(bullets[i]))) {
			length += strlen(bullets[i]);
			return length + strspn(line + length, " ");
		}
	return length;
}

/* Several names, a line each, are a list; a line that goes on is not. */
static char *joined_names(const char *text)
{
	struct strbuf out = STRBUF_INIT;

	while (*text) {
		size_t length = strcspn(text, "\n");
		char *line = xstrndup(text, length);
		const char *name = line + bullet_length(line);
		struct words w = WORDS_INIT;
		struct agency_mention_list found = { 0 };

		words_split(name, strlen(name), &w);
		if (out.length)
			strbuf_add_text(&out, name != line || agency_mentions_at(&w, 0, &found) ? "; " : " ");
		strbuf_add_text(&out, name);
		agency_mention_list_release(&found);
		words_release(&w);
		free(line);
		text += length + (text[length] != '\0');
	}
	return strbuf_detach(&out);
}

static char *joined_by(const char *text, const char *joint)
{
	struct strbuf out = STRBUF_INIT;

	for (; *text; text++) {
		if (*text == '\n')
			strbuf_add_text(&out, joint);
		else
			strbuf_add_char(&out, *text);
	}
	return strbuf_detach(&out);
}

static char *cell_value(enum column_role role, const char *text)
{
	switch (role) {
	case COLUMN_LEAD:
	case COLUMN_COORDINATING:
		return joined_names(text);
	case COLUMN_TIME:
		return joined_by(text, " ");
	case COLUMN_PRODUCT:
		return joined_by(text, "; ");
	default:
		return xstrdup(text);
	}
}

static void take_cell(struct table_row *row, const struct grid_cell *cell)
{
	if (!cell || cell->first < 0)
		return;
	if (cell->first < row->first)
		row->first = cell->first;
	if (cell->last > row->last)
		row->last = cell->last;
}

static void set_cell(struct table_row *row, enum column_role role, const struct grid_cell *cell)
{
	if (!cell || !*cell->text)
		return;
	free(row->cells[role]);
	row->cells[role] = cell_value(role, cell->text);
	row->places[role] = cell->first;
	if (role == COLUMN_CONTENT)
		text_spots_append(&row->spots, &cell->spots, 0);
	take_cell(row, cell);
}

static void add_others(const struct reader *t, int at, struct table_row *row)
{
	for (int column = 0; column < t->grid->columns; column++) {
		const struct grid_cell *cell = grid_at(t->grid, at, column);
		const char *name = t->columns->names[column];

		if (t->columns->roles[column] != COLUMN_OTHER || !says(t, at, column) || cell->column != column)
			continue;
		string_list_add_owned(&row->others, name ? xasprintf("%s: %s", name, cell->text) : xstrdup(cell->text));
		take_cell(row, cell);
	}
}

/* Take the mark off CONTENT where it stands in front of the words. */
static void take_label(struct table_row *row, const char *number)
{
	const char *content = row->cells[COLUMN_CONTENT];

	row->mark = mark_of_label(number);
	if (row->mark.kind != MARK_NONE) {
		row->label = xstrdup(number);
		return;
	}
	row->mark = mark_of_text(content);
	row->label = xstrndup(content, row->mark.kind < MARK_DASH ? row->mark.label_length : 0);
	memmove(row->cells[COLUMN_CONTENT], content + row->mark.length, strlen(content + row->mark.length) + 1);
	text_spots_cut(&row->spots, row->mark.length);
}

static void add_heading(const struct reader *t, int at)
{
	struct table_row row = { .group = true, .first = t->grid->last, .last = t->grid->first };
	const struct grid_cell *cell = cell_of(t, at, COLUMN_CONTENT);

	if (!cell || !*cell->text)
		cell = cell_of(t, at, COLUMN_NUMBER);
	row.cells[COLUMN_CONTENT] = joined_by(heading_text(t, at), " ");
	text_spots_append(&row.spots, &cell->spots, 0);
	if (!is_merged_across(t, at)) {
		set_cell(&row, COLUMN_LEAD, cell_of(t, at, COLUMN_LEAD));
		set_cell(&row, COLUMN_COORDINATING, cell_of(t, at, COLUMN_COORDINATING));
		set_cell(&row, COLUMN_TIME, cell_of(t, at, COLUMN_TIME));
	}
	take_cell(&row, cell);
	take_cell(&row, cell_of(t, at, COLUMN_NUMBER));
	take_label(&row, cell == cell_of(t, at, COLUMN_NUMBER) ? "" : text_in(t, at, COLUMN_NUMBER));
	table_row_list_add(t->out, &row);
}

/* What a row says where nothing stands below "Nội dung": no row is lost. */
static char *first_words(const struct reader *t, int at)
{
	for (int column = 0; column < t->grid->columns; column++)
		if (says(t, at, column) && t->columns->roles[column] != COLUMN_NUMBER)
			return joined_by(grid_text(t->grid, at, column), " ");
	return xstrdup(text_in(t, at, COLUMN_NUMBER));
}

/* "Bắt đầu" and "Hoàn thành" are one time. */
static void set_start(const struct reader *t, int at, struct table_row *row)
{
	const struct grid_cell *start = cell_of(t, at, COLUMN_START);
	char *end = row->cells[COLUMN_TIME];

	if (!start || !*start->text)
		return;
	row->cells[COLUMN_TIME] = end ? xasprintf(_("từ %s đến %s"), start->text, end) : xasprintf(_("từ %s"), start->text);
	free(end);
	if (!row->places[COLUMN_TIME])
		row->places[COLUMN_TIME] = start->first;
	take_cell(row, start);
}

/* A column a quarter, with a mark where the work is due. */
static void set_periods(const struct reader *t, int at, struct table_row *row)
{
	struct strbuf time = STRBUF_INIT;

	for (int column = 0; column < t->grid->columns; column++) {
		const struct grid_cell *cell = grid_at(t->grid, at, column);

		if (t->columns->roles[column] != COLUMN_PERIOD || !cell || !*cell->text)
			continue;
		strbuf_addf(&time, "%s%s", time.length ? ", " : "", t->columns->names[column]);
		row->places[COLUMN_TIME] = cell->first;
		take_cell(row, cell);
	}
	if (time.length && !row->cells[COLUMN_TIME])
		row->cells[COLUMN_TIME] = strbuf_detach(&time);
	strbuf_release(&time);
}

static void add_task(const struct reader *t, int at)
{
	static const enum column_role roles[] = { COLUMN_CONTENT, COLUMN_LEAD, COLUMN_COORDINATING, COLUMN_TIME, COLUMN_PRODUCT };
	struct table_row row = { .first = t->grid->last, .last = t->grid->first };
	const struct grid_cell *lead = cell_of(t, at, COLUMN_LEAD);

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		const struct grid_cell *cell = cell_of(t, at, roles[i]);

		/* A cell over who leads and who helps tells both. */
		if (roles[i] != COLUMN_COORDINATING || cell != lead)
			set_cell(&row, roles[i], cell);
	}
	set_start(t, at, &row);
	set_periods(t, at, &row);
	take_cell(&row, cell_of(t, at, COLUMN_NUMBER));
	add_others(t, at, &row);
	if (!row.cells[COLUMN_CONTENT])
		row.cells[COLUMN_CONTENT] = first_words(t, at);
	take_label(&row, text_in(t, at, COLUMN_NUMBER));
	table_row_list_add(t->out, &row);
}

static bool begins_small(const char *text)
{
	struct words w = WORDS_INIT;
	bool is;

	words_split(text, strnlen(text, 40), &w);
	is = w.count && w.items[0].kind == WORD_LETTERS && !w.items[0].capital;
	words_release(&w);
	return is;
}

/* The row below a page's end, or the next line of a wrapped one. */
static bool goes_on(const struct reader *t, int at)
{
	if (!t->out->count || says(t, at, column_of(t, COLUMN_NUMBER)))
		return false;
	return !*text_in(t, at, COLUMN_CONTENT) ||
	       (says(t, at, column_of(t, COLUMN_CONTENT)) && begins_small(text_in(t, at, COLUMN_CONTENT)));
}

/* A further body, or another time, is one of a list; else the words go on. */
static const char *joint(enum column_role role, const char *more)
{
	struct agency_mention_list found = { 0 };
	struct deadline deadline = { 0 };
	struct words w = WORDS_INIT;
	bool listed = false;

	words_split(more, strlen(more), &w);
	if (role == COLUMN_LEAD || role == COLUMN_COORDINATING)
		listed = agency_mentions_at(&w, 0, &found) != 0;
	else if (role == COLUMN_TIME)
		listed = deadline_parse(more, 2000, &deadline) && deadline.kind != DEADLINE_NONE && w.items[0].capital;
	else if (role == COLUMN_PRODUCT)
		listed = w.count && w.items[0].capital;
	agency_mention_list_release(&found);
	deadline_release(&deadline);
	words_release(&w);
	return listed ? "; " : " ";
}

static void go_on(const struct reader *t, int at)
{
	struct table_row *row = &t->out->items[t->out->count - 1];

	for (int role = COLUMN_CONTENT; role < COLUMN_ROLE_COUNT; role++) {
		const struct grid_cell *cell = cell_of(t, at, (enum column_role)role);
		const char *between;
		char *more, *both;

		if (!says(t, at, column_of(t, (enum column_role)role)))
			continue;
		more = cell_value((enum column_role)role, cell->text);
		between = row->cells[role] ? joint((enum column_role)role, more) : "";
		if (role == COLUMN_CONTENT)
			text_spots_append(&row->spots, &cell->spots,
					  strlen(row->cells[role] ? row->cells[role] : "") + strlen(between));
		both = xasprintf("%s%s%s", row->cells[role] ? row->cells[role] : "", between, more);
		free(row->cells[role]);
		free(more);
		row->cells[role] = both;
		if (!row->places[role])
			row->places[role] = cell->first;
		take_cell(row, cell);
	}
	add_others(t, at, row);
}

/* The work is the row's above, and here only another product of it. */
static bool is_second_product(const struct reader *t, int at)
{
	const struct grid_cell *content = cell_of(t, at, COLUMN_CONTENT);

	return t->out->count && content && content->row < at && *content->text &&
	       !says(t, at, column_of(t, COLUMN_LEAD)) && !says(t, at, column_of(t, COLUMN_TIME));
}

static void add_product(const struct reader *t, int at)
{
	struct table_row *row = &t->out->items[t->out->count - 1];
	const struct grid_cell *cell = cell_of(t, at, COLUMN_PRODUCT);

	if (cell && cell->row == at && *cell->text) {
		char *more = cell_value(COLUMN_PRODUCT, cell->text);
		char *both = row->cells[COLUMN_PRODUCT] ? xasprintf("%s; %s", row->cells[COLUMN_PRODUCT], more) : xstrdup(more);

		free(row->cells[COLUMN_PRODUCT]);
		free(more);
		row->cells[COLUMN_PRODUCT] = both;
		take_cell(row, cell);
	}
	add_others(t, at, row);
}

/* "Nhóm nhiệm vụ": a column of merged cells, each a heading over its rows. */
static void add_group_cell(const struct reader *t, int at)
{
	int column = column_of(t, COLUMN_GROUP);
	struct table_row row = { .group = true, .first = t->grid->last, .last = t->grid->first };

	if (column < 0 || !says(t, at, column))
		return;
	row.cells[COLUMN_CONTENT] = joined_by(grid_text(t->grid, at, column), " ");
	text_spots_append(&row.spots, &grid_at(t->grid, at, column)->spots, 0);
	take_cell(&row, grid_at(t->grid, at, column));
	take_label(&row, "");
	table_row_list_add(t->out, &row);
}

/* The first words that a row says. */
static const char *first_said(const struct reader *t, int at)
{
	for (int column = 0; column < t->grid->columns; column++)
		if (says(t, at, column))
			return grid_text(t->grid, at, column);
	return "";
}

/* "Tổng cộng": what the rows above come to. */
static bool adds_up(const struct reader *t, int at)
{
	struct words w = WORDS_INIT;
	const char *text = first_said(t, at);
	bool adds;

	words_split(text, strnlen(text, 60), &w);
	adds = !*text_in(t, at, COLUMN_LEAD) &&
	       (phrase_at(&w, 0, "tổng cộng|số") || (w.count == 1 && word_is(&w, 0, "cộng|tổng")));
	words_release(&w);
	return adds;
}

/* "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "TM. …": the rows are over, and who signs them follows. */
static bool signs_off(const struct reader *t, int at)
{
	static const char *const signs[] = {
		"người lập", "( ký", "tm|kt|tl .", "nơi nhận", "thủ trưởng đơn|cơ vị|quan", "ghi chú :", NULL,
	};
	bool signs_it = false;

	for (int column = 0; column < t->grid->columns && !*text_in(t, at, COLUMN_NUMBER); column++) {
		struct words w = WORDS_INIT;
		const char *text = says(t, at, column) ? grid_text(t->grid, at, column) : "";

		words_split(text, strnlen(text, 60), &w);
		signs_it = signs_it || (t->columns->roles[column] != COLUMN_LEAD &&
					t->columns->roles[column] != COLUMN_COORDINATING && any_phrase_at(&w, 0, signs));
		words_release(&w);
	}
	return signs_it && !(*text_in(t, at, COLUMN_CONTENT) && *text_in(t, at, COLUMN_LEAD) && *text_in(t, at, COLUMN_TIME));
}

/* A person says that something stands in the row, whatever it looks like. */
static bool is_said(const struct reader *t, int row)
{
	struct manuscript_place at = { t->grid->last + 1, 0 };
	const struct hint *said;

	for (int column = 0; column < t->grid->columns; column++)
		if (says(t, row, column) && grid_at(t->grid, row, column)->first < at.paragraph)
			at.paragraph = grid_at(t->grid, row, column)->first;
	said = hint_role(&t->reading->hints, at);
	return said && said->kind != HINT_UNUSED;
}

/* Headings and sums tell nothing of their own. */
static bool is_no_work(const struct reader *t, int row)
{
	return row < t->columns->data_row || columns_repeat(t->columns, t->grid, row) || adds_up(t, row);
}

static void set_ends(const struct reading *r, struct table_row_list *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		rows->items[i].end = (int)strlen(text_of(r, rows->items[i].last));
}

void table_rows(const struct reading *r, const struct grid *grid, const struct columns *columns,
		struct table_row_list *out)
{
	struct reader t = { .reading = r, .grid = grid, .columns = columns, .out = out };
	bool over = false;

	for (int at = columns->first_row; at < grid->rows; at++) {
		over = over || (at >= columns->data_row && signs_off(&t, at));
		if (is_blank_row(&t, at))
			continue;
		if (over || is_no_work(&t, at)) {
			if (is_said(&t, at))
				add_task(&t, at);
			continue;
		}
		if (is_heading(&t, at)) {
			add_heading(&t, at);
			continue;
		}
		add_group_cell(&t, at);
		if (goes_on(&t, at) && !out->items[out->count - 1].group)
			go_on(&t, at);
		else if (is_second_product(&t, at))
			add_product(&t, at);
		else
			add_task(&t, at);
	}
	set_ends(r, out);
}

/* --- a row that holds more than one piece of work ---------------------------------- */

/* The first place behind the row's beginning where a person cut the words of the work; AT: byte of them. */
static bool find_cut(const struct reading *r, const struct table_row *row, struct manuscript_place *place, size_t *at)
{
	const char *content = row->cells[COLUMN_CONTENT];

	for (size_t i = 0; content && i < row->spots.count; i++) {
		struct manuscript_place spot = row->spots.items[i].place;

		*place = (struct manuscript_place){ spot.paragraph, spot.start - 1 };
		while (hint_split_behind(&r->hints, *place, place))
			if (text_spots_find(&row->spots, strlen(content), *place, at) && *at > 0 &&
			    (content[*at] & 0xC0) != 0x80)
				return true;
	}
	return false;
}

static void copy_other_cells(const struct table_row *row, struct table_row *rest)
{
	for (int role = 0; role < COLUMN_ROLE_COUNT; role++) {
		if (role == COLUMN_CONTENT)
			continue;
		rest->cells[role] = xstrdup_or_null(row->cells[role]);
		rest->places[role] = row->places[role];
	}
	for (size_t i = 0; i < row->others.count; i++)
		string_list_add(&rest->others, row->others.items[i]);
}

/* The row ends where the words at PLACE begin. */
static void end_at(const struct reading *r, struct table_row *row, struct manuscript_place place)
{
	row->last = place.start ? place.paragraph : place.paragraph - 1;
	row->end = place.start ? place.start : (int)strlen(text_of(r, row->last));
}

bool table_row_split(const struct reading *r, struct table_row *row, struct table_row *rest)
{
	struct manuscript_place place;
	char *content = row->cells[COLUMN_CONTENT];
	size_t at;

	if (!r->hints.count || !find_cut(r, row, &place, &at))
		return false;
	*rest = (struct table_row){ .label = xstrdup(""), .first = place.paragraph, .start = place.start,
				    .last = row->last, .end = row->end };
	copy_other_cells(row, rest);
	rest->cells[COLUMN_CONTENT] = xstrdup(content + at);
	rest->places[COLUMN_CONTENT] = place.paragraph;
	text_spots_append(&rest->spots, &row->spots, 0);
	text_spots_cut(&rest->spots, at);
	while (at && strchr(" \n", content[at - 1]))
		at--;
	content[at] = '\0';
	end_at(r, row, place);
	return true;
}
