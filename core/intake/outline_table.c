/* The rows of tables that give work: groups become sections, rows tasks. */
#include "core/intake/outline.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/intake/rows.h"

/* --- tables --------------------------------------------------------------- */

/* A heading of a table, and what stands below it. */
struct table_level {
	enum mark_kind kind, below;	/* of its own number; of its first task's */
	int section, groups;		/* headings below it so far */
};

struct table_place {
	struct outline *outline;
	struct table_level levels[DEEPEST];
	int depth;
	bool goes_on;		/* the row above is told: another may be joined to it */
};

/* What stands above a table that nothing else heads: "DANH MỤC NHIỆM VỤ NĂM 2026". Caller frees. */
static char *title_above(struct reading *r, int table)
{
	enum { FARTHEST = 6 };
	struct strbuf title = STRBUF_INIT;
	int first = table;

	while (first > 0 && table - first < FARTHEST && !r->fates[first - 1].used && text_of(r, first - 1)[0] != '(' &&
	       r->lines[first - 1].task_table < 0)
		first--;
	for (int at = first; at < table; at++) {
		if (!*text_of(r, at))
			continue;
		strbuf_addf(&title, "%s%s", title.length ? " " : "", text_of(r, at));
		use(r, at, at);
	}
	return title.length ? strbuf_detach(&title) : xstrdup(_("Phụ lục"));
}

/* The section that a table stands in: a heading above it, or an appendix of its own. */
static int section_of_table(struct outline *o, const struct item *item)
{
	for (int at = item->parent; at >= 0; at = o->items[at].parent)
		if (o->items[at].section >= 0)
			return o->items[at].section;
	if (item->piece->table->continues && o->table_section >= 0)
		return o->table_section;
	return begin_section(o, -1, item->piece->first, item->piece->first, xstrdup(""),
			   title_above(o->reading, item->piece->first), xstrdup("PL"));
}

static void leave_level(struct table_place *t, const struct table_row *row)
{
	while (t->depth > 1) {
		const struct table_level *top = &t->levels[t->depth - 1];
		enum mark_kind kind = row->mark.kind;
		bool higher = kind != MARK_NONE && (kind < top->kind || (kind == top->kind && row->group));

		if (row->group && top->kind == MARK_NONE)
			higher = true;
		if (!row->group && kind != MARK_NONE && kind <= top->kind && top->below != MARK_NONE && kind < top->below)
			higher = true;
		if (!higher)
			return;
		t->depth--;
	}
}

static char *table_step(const struct table_row *row, int number)
{
	size_t length = strlen(row->label);

	while (length && strchr(".):/ ", row->label[length - 1]))
		length--;
	return length ? xstrndup(row->label + (*row->label == '('), length - (*row->label == '(')) : xasprintf("%d", number);
}

static struct piece piece_of_row(const struct table_row *row)
{
	return (struct piece){ .first = row->first, .start = row->start, .last = row->last, .end = row->end };
}

void add_row_stretch(struct outline *o, const struct piece *piece, enum stretch_kind kind, int section, int task)
{
	struct stretch_list *list = &o->reading->draft->stretches;

	add_stretch(o->reading, piece, kind, section, task);
	list->items[list->count - 1].row = true;
}

/* The stretch is told when the task has its number. */
static void tell_row(struct table_place *t, const struct table_row *row, bool part)
{
	struct outline *o = t->outline;

	GROW(o->rows, o->row_count + 1, o->rows_cap);
	o->rows[o->row_count++] = (struct told_row){ piece_of_row(row), (int)o->jobs.count - 1, part };
	t->goes_on = true;
}

/* What the row of a group says besides: the rows below it may all say it otherwise. */
static void add_group_values(struct outline *o, int section, const struct table_row *row)
{
	static const enum column_role roles[] = { COLUMN_LEAD, COLUMN_COORDINATING, COLUMN_TIME, COLUMN_PRODUCT };

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (row->cells[roles[i]])
			add_prose(o, section, row->cells[roles[i]]);
	for (size_t i = 0; i < row->others.count; i++)
		add_prose(o, section, row->others.items[i]);
}

static void add_group(struct table_place *t, const struct table_row *row)
{
	struct piece piece = piece_of_row(row);
	struct outline *o = t->outline;
	struct table_level *above = &t->levels[t->depth - 1];
	const char *title = row->cells[COLUMN_CONTENT];
	size_t length = strlen(title);
	int section;

	while (length && strchr(".:; ", title[length - 1]))
		length--;
	section = begin_section(o, above->section, row->first, row->last, xstrdup(row->label), xstrndup(title, length),
			      table_step(row, ++above->groups));
	set_title_said(o, section, row->first, row->start);
	add_row_stretch(o, &piece, STRETCH_SECTION, section, -1);
	t->goes_on = false;
	if (row->cells[COLUMN_LEAD])
		who_read_list(row->cells[COLUMN_LEAD], &o->places[section].who);
	if (row->cells[COLUMN_TIME])
		o->places[section].time = xstrdup(row->cells[COLUMN_TIME]);
	add_group_values(o, section, row);
	if (t->depth < DEEPEST)
		t->levels[t->depth++] = (struct table_level){ .kind = row->mark.kind, .section = section };
}

static void apply_cell(struct outline *o, struct job *job, const struct table_row *row, enum column_role role,
		       enum label_kind kind)
{
	if (row->cells[role])
		job_apply(job, o->reading, row->places[role], kind, row->cells[role]);
}

static void apply_cells(struct outline *o, struct job *job, const struct table_row *row)
{
	apply_cell(o, job, row, COLUMN_LEAD, LABEL_LEAD);
	apply_cell(o, job, row, COLUMN_COORDINATING, LABEL_COORDINATING);
	apply_cell(o, job, row, COLUMN_TIME, LABEL_TIME);
	apply_cell(o, job, row, COLUMN_PRODUCT, LABEL_PRODUCT);
	for (size_t i = 0; i < row->others.count; i++)
		job_add_text(job, row->others.items[i], row->last);
}

static void add_table_job(struct table_place *t, const struct table_row *row)
{
	struct outline *o = t->outline;
	struct table_level *level = &t->levels[t->depth - 1];
	const char *content = row->cells[COLUMN_CONTENT];
	size_t length = strcspn(content, "\n");
	struct piece piece = { .text = xstrndup(content, length), .first = row->first, .start = row->start, .last = row->last };
	struct job *job = job_list_add(&o->jobs, o->reading, level->section, &piece, piece.text);

	if (level->below == MARK_NONE)
		level->below = row->mark.kind;
	if (content[length])
		job_add_text(job, content + length + 1, row->last);
	/* Who is named in the words of a row is spoken of: its cells say who does it. */
	if (row->cells[COLUMN_LEAD])
		who_release(&job->own);
	apply_cells(o, job, row);
	job->in_table = true;
	free(piece.text);
	tell_row(t, row, false);
}

/* All that the row says is said of the work above it. */
static void add_to_job_above(struct table_place *t, const struct table_row *row)
{
	struct outline *o = t->outline;
	struct job *job = &o->jobs.items[o->jobs.count - 1];

	job_add_text(job, row->cells[COLUMN_CONTENT], row->last);
	apply_cells(o, job, row);
}

static void leave_row_out(struct table_place *t, const struct table_row *row)
{
	struct stretch_list *list = &t->outline->reading->draft->stretches;
	struct piece piece = piece_of_row(row);

	add_left_out(t->outline->reading, &piece);
	list->items[list->count - 1].row = true;
	t->goes_on = false;
}

static bool is_joined(const struct table_place *t, const struct table_row *row)
{
	const struct hint *said = hint_boundary(&t->outline->reading->hints,
						(struct manuscript_place){ row->first, row->start });

	return said && said->kind == HINT_JOIN && t->goes_on && row->cells[COLUMN_CONTENT];
}

static void join_row(struct table_place *t, const struct table_row *row)
{
	struct piece *above = &t->outline->rows[t->outline->row_count - 1].piece;

	above->last = row->last;
	above->end = row->end;
	add_to_job_above(t, row);
}

/* What a person said of a row; false when nothing. */
static bool place_row_as_said(struct table_place *t, const struct table_row *row)
{
	struct outline *o = t->outline;
	const struct hint *said = role_said(o, row->first, row->start);

	if (!said || !row->cells[COLUMN_CONTENT])
		return false;
	if (said->kind == HINT_UNUSED) {
		leave_row_out(t, row);
	} else if (said->kind == HINT_SECTION) {
		add_group(t, row);
	} else if (said->kind == HINT_PART && o->jobs.count) {
		add_to_job_above(t, row);
		tell_row(t, row, true);
	} else {
		add_table_job(t, row);
	}
	return true;
}

static void place_row(struct table_place *t, const struct table_row *row)
{
	use(t->outline->reading, row->first, row->last);
	if (is_joined(t, row)) {
		join_row(t, row);
		return;
	}
	leave_level(t, row);
	if (place_row_as_said(t, row))
		return;
	if (row->group)
		add_group(t, row);
	else
		add_table_job(t, row);
}

/* A row, and those that a person made of it. */
static void place_rows_of(struct table_place *t, struct table_row *row)
{
	struct table_row rest;
	bool split = table_row_split(t->outline->reading, row, &rest);

	place_row(t, row);
	if (split) {
		place_rows_of(t, &rest);
		table_row_release(&rest);
	}
}

void place_table(struct outline *o, struct item *item)
{
	const struct task_table *table = item->piece->table;
	struct table_place place = { .outline = o, .depth = 1 };
	struct table_row_list rows = { 0 };

	item->role = ITEM_PROSE;
	item->section = o->table_section = section_of_table(o, item);
	place.levels[0].section = item->section;
	table_rows(o->reading, &table->grid, &table->columns, &rows);
	for (size_t i = 0; i < rows.count; i++)
		place_rows_of(&place, &rows.items[i]);
	leave(o->reading, item->piece->first, item->piece->last, _("tiêu đề các cột, dòng cộng hoặc ký tên của bảng"));
	table_row_list_release(&rows);
}
