/*
 * Pieces -> sections and tasks.
 *
 * First the pieces become a tree by their marks. Then each gets its role, from
 * the top down: a heading has no full stop and something below it; what is below a heading about
 * purposes, grounds or targets is prose; elsewhere a whole sentence is a task,
 * a label describes the tasks above it, a body's name heads the tasks below it.
 */
#include "core/intake/outline.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/verb.h"
#include "core/viet/viet.h"

/* --- the tree ----------------------------------------------------------- */

struct level {
	enum mark_kind kind;
	int item;
};

/* "A." stands over "I." or below it, as the document has them first. */
static enum mark_kind upper_mark(const struct piece_list *pieces)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->items[i].mark.kind == MARK_UPPER || pieces->items[i].mark.kind == MARK_ROMAN)
			return pieces->items[i].mark.kind;
	return MARK_UPPER;
}

static bool is_below(enum mark_kind kind, enum mark_kind other, enum mark_kind upper)
{
	if (upper == MARK_ROMAN && kind == MARK_UPPER && other == MARK_ROMAN)
		return true;
	if (upper == MARK_ROMAN && kind == MARK_ROMAN && other == MARK_UPPER)
		return false;
	return kind > other;
}

static void count_child(struct outline *o, const struct item *item)
{
	struct item *parent;

	if (item->parent < 0)
		return;
	parent = &o->items[item->parent];
	if (item->label || item->value_of) {
		parent->labelled++;
	} else if (item->piece->mark.kind == MARK_NONE) {
		parent->plain++;
	} else {
		parent->marked++;
	}
}

bool is_of_content(enum label_kind kind)
{
	return kind == LABEL_CONTENT || kind == LABEL_OTHER;
}

/* The label of a line, or of a heading that is nothing else. */
static void read_label(struct item *item)
{
	struct words w = WORDS_INIT;
	size_t taken;

	words_split(item->text, strnlen(item->text, 200), &w);
	item->label = label_at(&w, 0, &taken) != LABEL_NONE;
	if ((item->label && taken == w.count) || item->piece->mark.kind >= MARK_NUMBER)
		item->heading = strlen(item->text) < 100 ? label_of_heading(item->text) : LABEL_NONE;
	/* "1. Nội dung" may be a heading like any other: what stands beside it decides. */
	item->label = item->label || (item->heading != LABEL_NONE && !is_of_content(item->heading));
	words_release(&w);
}

const struct hint *role_said(const struct outline *o, int paragraph, int start)
{
	return hint_role(&o->reading->hints, (struct manuscript_place){ paragraph, start });
}

bool is_said_section(const struct outline *o, const struct piece *piece)
{
	const struct hint *said = role_said(o, piece->first, piece->start);

	return said && said->kind == HINT_SECTION;
}

/* What a person made a section heads what follows, like a point of a list at least; behind the text, above all of it. */
static enum mark_kind rank_of(const struct outline *o, const struct piece *piece)
{
	enum mark_kind kind = piece->mark.kind;

	if (!is_said_section(o, piece) || (kind != MARK_NONE && kind <= MARK_POINT))
		return kind;
	return piece->outside ? MARK_APPENDIX : MARK_POINT;
}

/* "Cơ quan chủ trì:" alone on its line, and the value on the next, or on some with bullets. */
static int label_above(const struct outline *o, const struct item *item)
{
	int above = o->count - 2;
	const struct item *label = above < 0 ? NULL : &o->items[above];
	enum mark_kind kind = item->piece->mark.kind;

	if (!label || item->label || label->parent != item->parent || (kind != MARK_NONE && kind < MARK_DASH))
		return 0;
	if (label->value_of && kind != MARK_NONE && label->piece->mark.kind == kind)
		return label->value_of;
	return label->heading != LABEL_NONE && label->piece->mark.kind == MARK_NONE && !is_of_content(label->heading) ? above + 1 : 0;
}

static void build_tree(struct outline *o, const struct piece_list *pieces)
{
	enum mark_kind upper = upper_mark(pieces);
	struct level levels[DEEPEST];
	int depth = 0;
	bool in_text = false;

	for (size_t i = 0; i < pieces->count; i++) {
		struct item *item = &o->items[o->count++];
		enum mark_kind kind = rank_of(o, &pieces->items[i]);

		if (!in_text && !pieces->items[i].outside)	/* nothing above the text heads it */
			depth = 0;
		in_text = in_text || !pieces->items[i].outside;

		*item = (struct item){ .piece = &pieces->items[i], .section = -1, .job = -1 };
		item->text = item->piece->text + item->piece->mark.length;
		read_label(item);
		if (kind == MARK_NONE)		/* a bullet ends where a line without one follows */
			while (depth && levels[depth - 1].kind >= MARK_DASH)
				depth--;
		else
			while (depth && !is_below(kind, levels[depth - 1].kind, upper))
				depth--;
		item->parent = depth ? levels[depth - 1].item : -1;
		item->value_of = label_above(o, item);
		count_child(o, item);
		if (kind != MARK_NONE && depth < DEEPEST)
			levels[depth++] = (struct level){ kind, o->count - 1 };
	}
}

/* "2.1. Nội dung" beside "2.2. Cơ quan chủ trì" is a label as well. */
static void find_content_labels(struct outline *o)
{
	for (int i = 0; i < o->count; i++) {
		struct item *item = &o->items[i], *parent = item->parent < 0 ? NULL : &o->items[item->parent];

		if (item->label || !is_of_content(item->heading))
			continue;
		item->label = parent && parent->labelled && parent->piece->mark.kind >= MARK_NUMBER;
		if (!item->label) {
			item->heading = LABEL_NONE;
			continue;
		}
		parent->marked--;
		parent->labelled++;
	}
}

/* --- told twice ------------------------------------------------------------ */

/* The work in words that compare: without marks, without what ends it. */
static void work_key(const struct job *job, struct strbuf *out)
{
	viet_search_key(job->opening, strlen(job->opening), out);
}

struct keyed_job {
	char *key;
	struct job *job;
};

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct keyed_job *)a)->key, ((const struct keyed_job *)b)->key);
}

/* A plan's text may list the rows of its appendix once more, without who does them and when: that is one task. */
static bool is_bare(const struct job *job)
{
	return !job->in_table && !job->own.leads.count && !job->labelled.leads.count && !job->time && !job->product;
}

static void find_repeated(struct outline *o)
{
	struct keyed_job *rows = xcalloc(o->jobs.count, sizeof *rows);
	struct strbuf key = STRBUF_INIT;
	size_t count = 0;

	for (size_t i = 0; i < o->jobs.count; i++) {
		if (!o->jobs.items[i].in_table)
			continue;
		work_key(&o->jobs.items[i], &key);
		rows[count++] = (struct keyed_job){ strbuf_detach(&key), &o->jobs.items[i] };
	}
	if (count)
		qsort(rows, count, sizeof *rows, by_key);
	for (size_t i = 0; count && i < o->jobs.count; i++) {
		struct job *job = &o->jobs.items[i];
		struct keyed_job wanted = { 0 };

		if (!is_bare(job))
			continue;
		strbuf_clear(&key);
		work_key(job, &key);
		wanted.key = key.text;
		job->repeated = bsearch(&wanted, rows, count, sizeof *rows, by_key) != NULL;
	}
	for (size_t i = 0; i < count; i++)
		free(rows[i].key);
	free(rows);
	strbuf_release(&key);
}

/* --- what each stretch tells -------------------------------------------------- */

static enum stretch_kind kind_of(const struct outline *o, const struct item *item)
{
	switch (item->role) {
	case ITEM_SECTION:
		return STRETCH_SECTION;
	case ITEM_TASK:
		return o->jobs.items[item->job].task < 0 ? STRETCH_PROSE : STRETCH_TASK;
	case ITEM_PART:
		return STRETCH_PART;
	case ITEM_LABELS:
		return STRETCH_LABELS;
	case ITEM_NOT_SET:
	case ITEM_HEAD:
	case ITEM_PROSE:
	case ITEM_LEFT_OUT:
		break;
	}
	return STRETCH_PROSE;
}

/* The rows of a table are told one by one; what stands before all sections has fates, line by line. */
static bool is_told(const struct item *item)
{
	return item->role != ITEM_LEFT_OUT && item->role != ITEM_NOT_SET && !item->piece->table;
}

/* Labels without a task of their own tell of the last one above them. */
static void tell_stretches(struct outline *o)
{
	int job = -1;

	for (int i = 0; i < o->count; i++) {
		const struct item *item = &o->items[i];
		enum stretch_kind kind = kind_of(o, item);
		bool of_task = kind == STRETCH_TASK || kind == STRETCH_PART || kind == STRETCH_LABELS ||
			       (kind == STRETCH_SECTION && item->job >= 0);

		if (item->role == ITEM_LEFT_OUT)
			add_left_out(o->reading, item->piece);
		if (!is_told(item))
			continue;
		if (item->job >= 0)
			job = item->job;
		of_task = of_task && job >= 0 && o->jobs.items[job].section == item->section;
		add_stretch(o->reading, item->piece, kind, item->section, of_task ? o->jobs.items[job].task : -1);
	}
	for (size_t i = 0; i < o->row_count; i++) {
		const struct job *of = &o->jobs.items[o->rows[i].job];

		add_row_stretch(o, &o->rows[i].piece, o->rows[i].part ? STRETCH_PART : STRETCH_TASK, of->section, of->task);
	}
}

/* --- a letter without numbers ---------------------------------------------- */

/* It has a number, or a line that says what it is. */
static bool is_document(const struct reading *r)
{
	bool kind = false;

	for (int i = 0; i < r->part_count; i++)
		kind = kind || r->parts[i].kind;
	return kind || r->draft->plan.number;
}

/* "Giao Sở Y tế kiểm tra …", "Sở Y tế chủ trì …"; not "UBND tỉnh nhận được …". */
static bool gives_work(const char *text)
{
	struct who who = { 0 };
	struct words w = WORDS_INIT;
	bool gives;

	who_read(text, &who);
	words_split(text, strlen(text), &w);
	gives = who.leads.count && who.work &&
		(phrase_at(&w, 0, "giao") || phrase_at(&w, 0, "yêu|đề|phân cầu|nghị|công") || phrase_next(&w, 0, "chủ trì") < w.count ||
		 work_verb_at(&w, word_at_offset(&w, (size_t)who.work)));
	words_release(&w);
	who_release(&who);
	return gives;
}

static void place_unnumbered_item(struct outline *o, struct item *item)
{
	size_t length = strlen(item->text);
	bool opens = length && item->text[length - 1] == ':' && (o->before.leads.count || names_lead(item->text));
	int section;

	if (!opens && !gives_work(item->text) && !(item->piece->mark.kind >= MARK_POINT && o->jobs.count + o->opened))
		return;
	section = section_for_work(o, item);
	if (opens) {
		be_opening(o, item, section);
		o->opened = true;
	} else {
		be_task(o, item, section, item->text);
	}
	use_lines(o->reading, item->piece);
}

/* The paragraphs of a letter that give work, and what is listed below one that does. */
static void place_unnumbered(struct outline *o)
{
	for (int i = 0; i < o->count; i++)
		if (o->items[i].role == ITEM_NOT_SET && !o->items[i].piece->table && !closes(o->items[i].text))
			place_unnumbered_item(o, &o->items[i]);
}

/* --- the whole ---------------------------------------------------------------- */

static void finish(struct outline *o)
{
	find_repeated(o);
	link_halves(o);
	for (size_t i = 0; i < o->jobs.count; i++) {
		if (o->jobs.items[i].repeated) {
			add_prose(o, o->jobs.items[i].section, o->jobs.items[i].text.text);
			guess(o->reading, o->jobs.items[i].first, _("việc này có trong bảng của phụ lục, chỉ tính một lần"));
			continue;
		}
		if (!o->jobs.items[i].above)
			look_above(o, &o->jobs.items[i]);
		job_finish(&o->jobs.items[i], o->reading);
	}
	tell_stretches(o);
	for (size_t i = 0; i < o->reading->draft->sections.count; i++) {
		if (o->places[i].body.length)
			section_at(o, (int)i)->section.body = strbuf_detach(&o->places[i].body);
		strbuf_release(&o->places[i].body);
		who_release(&o->places[i].who);
		free(o->places[i].time);
		free(o->places[i].time_of_heading);
	}
	for (int i = 0; i < o->count; i++)
		who_release(&o->items[i].who);
	who_release(&o->before);
}

void read_outline(struct reading *r, const struct piece_list *pieces)
{
	struct outline o = { .reading = r, .items = xcalloc(pieces->count, sizeof *o.items), .table_section = -1 };

	build_tree(&o, pieces);
	find_content_labels(&o);
	for (int i = 0; i < o.count; i++)
		place_item(&o, i);
	if (!r->draft->sections.count && is_document(r))
		place_unnumbered(&o);
	finish(&o);
	job_list_release(&o.jobs);
	path_set_release(&o.paths);
	free(o.places);
	free(o.items);
	free(o.rows);
}
