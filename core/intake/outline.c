/*
 * Pieces -> sections and tasks.
 *
 * First the pieces become a tree by their marks. Then each gets its role, from
 * the top down: a heading has no full stop and something below it; what is below a heading about
 * purposes, grounds or targets is prose; elsewhere a whole sentence is a task,
 * a label describes the tasks above it, a body's name heads the tasks below it.
 */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/intake/job.h"
#include "core/intake/paths.h"
#include "core/intake/rows.h"
#include "core/plan/agency_name.h"
#include "core/plan/deadline.h"
#include "core/plan/verb.h"
#include "core/viet/viet.h"

/* What a section is about, and so what its sentences are. */
enum area {
	AREA_WORK,		/* each a task */
	AREA_MEANS,		/* money, time: a task only where a body gets one */
	AREA_PURPOSE,		/* never a task */
};

enum item_role {
	ITEM_NOT_SET,
	ITEM_SECTION,
	ITEM_TASK,
	ITEM_HEAD,		/* a body's name above the tasks it gets */
	ITEM_PROSE,		/* part of its section's body */
	ITEM_LABELS,		/* describes the tasks above */
	ITEM_PART,		/* of the task above it */
	ITEM_LEFT_OUT,		/* a person said that it is nothing */
};

struct item {
	const struct piece *piece;
	const char *text;	/* without the mark */
	int parent;		/* -1 at the top */
	int marked, plain, labelled;	/* children: marked ones that are no labels, unmarked ones, labels */
	bool label;		/* begins with a label */
	enum label_kind heading;	/* is nothing but a label: its values stand below */
	enum item_role role;
	int value_of;		/* 1 + the line above that is nothing but a label; 0: none */
	int section;		/* that it is, or that it stands in; -1 */
	int job;		/* that it is or belongs to; -1 */
	struct who who;		/* of a ITEM_HEAD */
};

/* What is known of a section besides its record. */
struct place {
	enum area area;
	struct who who;		/* the heading's bodies, or those of the opening words */
	bool is_default;	/* from the opening words: inherited */
	bool marked_seen;	/* a marked child has been read */
	bool in_labels;		/* the piece before was a label */
	int block;		/* the first job that the next labels describe */
	char *time;		/* of labels above the first task */
	int explained;		/* 1 + the job that "(i) …" behind it explains; 0: none */
	char *time_of_heading;	/* when the heading, a whole sentence, is due */
	struct strbuf body;
};

/* A row of a table that is work, or part of the work above it. */
struct told_row {
	struct piece piece;	/* without words */
	int job;
	bool part;
};

struct outline {
	int table_section;	/* of the last table; -1: none yet */
	bool opened;		/* words of a letter without numbers said who does what follows */
	struct reading *reading;
	struct item *items;
	int count;
	struct place *places;	/* one a section */
	size_t places_cap;
	struct path_set paths;
	struct job_list jobs;
	struct told_row *rows;
	size_t row_count, rows_cap;
};

/* --- the tree ----------------------------------------------------------- */

struct level {
	enum mark_kind kind;
	int item;
};

enum { DEEPEST = 16 };

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

static bool is_of_content(enum label_kind kind)
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

static const struct hint *role_said(const struct outline *o, int paragraph, int start)
{
	return hint_role(&o->reading->hints, (struct manuscript_place){ paragraph, start });
}

static bool is_said_section(const struct outline *o, const struct piece *piece)
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

/* --- headings ----------------------------------------------------------- */

static bool ends_whole(const char *text)
{
	size_t length = strlen(text);

	return length && strchr(".;!", text[length - 1]);
}

static enum area area_of(const char *title, enum area inherited)
{
	static const char *const purposes[] = {
		"mục đích", "yêu cầu", "mục tiêu", "quan điểm", "nguyên tắc", "căn cứ", "cơ sở pháp lý", "sự cần thiết",
		"thực trạng", "tình hình", "đánh giá chung|tình|thực|kết", "phạm vi", "đối tượng", "chỉ tiêu", "đặc điểm",
		"thuận lợi", "khó khăn", "tồn tại", "hạn chế", "nguyên nhân", "giải thích", "khái quát", "bối cảnh",
		"dự báo", "phương châm", "kết quả đạt|thực", "các? chỉ tiêu", "định hướng", "tầm nhìn", NULL,
	};
	static const char *const means[] = {
		"nguồn? kinh phí", "nguồn lực", "nguồn vốn", "dự toán", "thời gian", "lộ trình", "tiến độ", "hiệu lực",
		"địa điểm", "thành phần", "chủ đề", "khẩu hiệu", "tên gọi", NULL,
	};
	static const char *const works[] = {
		"nhiệm vụ", "giải pháp", "nội dung", "biện pháp", "tổ chức thực hiện", "phân công", "trách nhiệm", NULL,
	};
	struct words w = WORDS_INIT;
	enum area area = inherited;
	size_t at = 0;

	words_split(title, strlen(title), &w);
	at += phrase_at(&w, 0, "về|các|một|những số?");
	if (any_phrase_at(&w, at, purposes))
		area = AREA_PURPOSE;
	else if (any_phrase_at(&w, at, means))
		area = AREA_MEANS;
	/* What is spoken about is no work yet. */
	if (phrase_at(&w, 0, "nội dung tuyên|phổ truyền|biến"))
		area = AREA_PURPOSE;
	else
		for (at = 0; at < w.count; at++)
			if (any_phrase_at(&w, at, works))
				area = AREA_WORK;
	words_release(&w);
	return area;
}

/* NULL for what has no number: "1." -> "1", "1.2." below "1." -> "2", "Điều 3." -> "Đ3", "Phần II" -> "P2" */
static char *path_step(const struct piece *piece, const struct piece *parent)
{
	const char *label = piece->text;
	size_t from = 0, to = piece->mark.label_length;

	switch (piece->mark.kind) {
	case MARK_APPENDIX:
		return piece->mark.number > 1 ? xasprintf("PL%d", piece->mark.number) : xstrdup("PL");
	case MARK_PART:
		return xasprintf("P%d", piece->mark.number);
	case MARK_CHAPTER:
		return xasprintf("C%d", piece->mark.number);
	case MARK_ARTICLE:
		return xasprintf("Đ%d", piece->mark.number);
	case MARK_SUBNUMBER:
	case MARK_SUBSUBNUMBER:
		if (parent && parent->mark.kind == piece->mark.kind - 1)
			return xasprintf("%d", piece->mark.number);
		break;
	default:
		break;
	}
	while (from < to && strchr("( ", label[from]))
		from++;
	while (to > from && strchr(").:/- +", label[to - 1]))
		to--;
	return to > from ? xstrndup(label + from, to - from) : NULL;
}

/* A person made a section of what has no number: it gets the next one behind all numbers beside it. */
static char *free_step(const struct outline *o, const struct item *item)
{
	int number = 1;

	for (int i = 0; i < o->count; i++) {
		const struct item *other = &o->items[i];

		if (other->parent != item->parent || other == item)
			continue;
		if (other->piece->mark.number >= number)
			number = other->piece->mark.number + 1;
		else if (other < item && is_said_section(o, other->piece))
			number++;
	}
	return xasprintf("%d", number);
}

/* The heading's words without what ends them; BODY gets where the rest begins ("Kinh phí: …"). */
static char *heading_title(const struct item *item, const char **body)
{
	const char *text = item->text, *colon = strstr(text, ": ");
	size_t length = strlen(text);

	*body = NULL;
	if (item->piece->mark.kind <= MARK_ARTICLE && colon && colon[2]) {
		*body = colon + 2;
		length = (size_t)(colon - text);
	}
	while (length && strchr(".:; ", text[length - 1]))
		length--;
	return xstrndup(text, length);
}

/* --- sections ----------------------------------------------------------- */

static struct draft_section *section_at(struct outline *o, int index)
{
	return &o->reading->draft->sections.items[index];
}

/* A section below PARENT (-1: at the top); takes the strings. */
static int add_section(struct outline *o, int parent, int first, int last, char *label, char *title, char *step)
{
	struct draft_section_list *list = &o->reading->draft->sections;
	struct draft_section section = {
		.parent = parent,
		.first_line = line_of(o->reading, first),
		.last_line = line_of(o->reading, last),
	};

	section.section.seq = (int)list->count + 1;
	section.section.level = parent < 0 ? 1 : list->items[parent].section.level + 1;
	section.section.label = label;
	section.section.path = path_set_add(&o->paths, parent < 0 ? NULL : list->items[parent].section.path, step);
	section.section.title = title;
	free(step);
	GROW(o->places, list->count + 1, o->places_cap);
	o->places[list->count] = (struct place){
		.area = area_of(section.section.title, parent < 0 ? AREA_WORK : o->places[parent].area),
		.body = STRBUF_INIT,
		.block = (int)o->jobs.count,
	};
	draft_section_list_add(list, &section);
	return (int)list->count - 1;
}

/* What a person said in place of the title that is printed; what the section is about was read in that. */
static void set_title_said(struct outline *o, int section, int paragraph, int start)
{
	const struct hint *said = hint_find(&o->reading->hints, (struct manuscript_place){ paragraph, start }, HINT_TITLE);

	if (said && *said->value)
		replace_string(&section_at(o, section)->section.title, said->value);
}

static int add_heading(struct outline *o, struct item *item, int parent)
{
	const struct piece *piece = item->piece;
	char *step = path_step(piece, item->parent < 0 ? NULL : o->items[item->parent].piece);
	const char *body;

	return add_section(o, parent, piece->first, piece->last, xstrndup(piece->text, piece->mark.label_length),
			   heading_title(item, &body), step ? step : free_step(o, item));
}

/* --- roles -------------------------------------------------------------- */

static void add_prose(struct outline *o, int section, const char *line)
{
	struct strbuf *body = &o->places[section].body;

	if (body->length)
		strbuf_add_char(body, '\n');
	strbuf_add_text(body, line);
}

static void be_prose(struct outline *o, struct item *item, int section)
{
	bool basis = o->places[section].area == AREA_PURPOSE && item->piece->mark.kind != MARK_NONE;

	item->role = ITEM_PROSE;
	item->section = section;
	add_prose(o, section, item->piece->text);
	collect_references(o->reading, item->piece->first, item->text, basis, &o->reading->draft->references);
}

static struct job *be_task(struct outline *o, struct item *item, int section, const char *text)
{
	struct place *place = &o->places[section];

	item->role = ITEM_TASK;
	item->section = section;
	item->job = (int)o->jobs.count;
	if (place->in_labels)
		place->block = item->job;
	place->in_labels = false;
	return job_list_add(&o->jobs, o->reading, section, item->piece, text);
}

static void be_part(struct outline *o, struct item *item, int job)
{
	item->role = ITEM_PART;
	item->job = job;
	item->section = o->jobs.items[job].section;
	job_add_text(&o->jobs.items[job], item->piece->text, item->piece->last);
}

/* --- labels ------------------------------------------------------------- */

/* The value of a label for the work of JOB, or for the block of work above it in its section. */
static void apply(struct outline *o, const struct item *item, enum label_kind kind, const char *value)
{
	struct reading *r = o->reading;
	struct place *place = &o->places[item->section];
	int last = (int)o->jobs.count - 1, first = item->job >= 0 ? item->job : place->block;

	if (item->job >= 0)
		last = item->job;
	if (first > last) {		/* labels above the work: they hold for all of the section */
		add_prose(o, item->section, item->piece->text);
		if (kind == LABEL_TIME && !place->time)
			place->time = xstrdup(value);
		else if (kind == LABEL_LEAD && !place->who.leads.count)
			who_read_list(value, &place->who);
		return;
	}
	if (kind == LABEL_TIME && first < last && o->jobs.items[first].own.leads.count)
		first = last;		/* each has its own body, so each its own time */
	if (first < last)
		guess(r, item->piece->first, _("«%s» được hiểu cho cả %d việc ở trên"), value, last - first + 1);
	for (int i = first; i <= last; i++)
		job_apply(&o->jobs.items[i], r, item->piece->first, kind, value);
	if (is_of_content(kind) || kind == LABEL_NONE)
		job_add_text(&o->jobs.items[last], item->piece->text, item->piece->last);
	o->jobs.items[last].last = item->piece->last;
}

static void be_labels(struct outline *o, struct item *item, int section, int job)
{
	struct segment_list segments = { 0 };

	item->role = ITEM_LABELS;
	item->section = section;
	item->job = job;
	segments_of(item->text, &segments);
	for (size_t i = 0; i < segments.count && item->heading == LABEL_NONE; i++) {
		const struct segment *s = &segments.items[i];
		char *value = xstrndup(item->text + s->value, s->end - s->value);

		apply(o, item, s->kind, value);
		free(value);
	}
	segment_list_release(&segments);
	if (job < 0)
		o->places[section].in_labels = true;
}

/* A line below a heading that is a label: "1.2. Cơ quan chủ trì" / "- Sở Y tế". */
static void be_value(struct outline *o, struct item *item, const struct item *label)
{
	char *value = xstrndup(item->text, strlen(item->text));
	size_t length = strlen(value);

	while (length && strchr(" .;", value[length - 1]))
		value[--length] = '\0';
	item->role = ITEM_LABELS;
	item->section = label->section;
	item->job = label->job;
	item->heading = label->heading;
	apply(o, item, label->heading, value);
	free(value);
}

/* --- small questions ------------------------------------------------------ */

static int words_in(const char *text)
{
	int count = 1;

	for (; *text; text++)
		count += *text == ' ';
	return count;
}

/* --- who a heading names ------------------------------------------------ */

/* The bodies of the heading, or of the opening words, that are nearest above SECTION. */
static void look_above(struct outline *o, struct job *job)
{
	for (int section = job->section; section >= 0 && !job->above;
	     section = section_at(o, section)->parent) {
		struct place *place = &o->places[section];

		if (!job->time && place->time)
			job->time = xstrdup(place->time);
		if (!job->time_above && place->time_of_heading)
			job->time_above = xstrdup(place->time_of_heading);
		if (!place->who.leads.count)
			continue;
		job->above = &place->who;
		job->inherited = place->is_default;
	}
}

/* "1. Sở Xây dựng trình trước ngày 20/10. Trong đó chú ý:": what follows is due then. */
static void set_time_of_list(struct outline *o, int section, const char *text)
{
	enum { LEAST_WORDS = 10 };
	struct place *place = &o->places[section];
	size_t length = strlen(text), start, end;

	if (!place->time_of_heading && length && text[length - 1] == ':' && words_in(text) >= LEAST_WORDS &&
	    deadline_find(text, o->reading->draft->plan.year, &start, &end))
		place->time_of_heading = xstrndup(text + start, end - start);
}

static void read_heading_who(struct outline *o, struct item *item)
{
	struct place *place = &o->places[item->section];

	if (place->area == AREA_PURPOSE)
		return;
	who_read(item->text, &place->who);
	if (item->piece->mark.kind <= MARK_ARTICLE && !place->who.only_bodies)
		who_release(&place->who);
}

/* --- what a piece is ---------------------------------------------------- */

/* True when PROSE gives the work to somebody. */
static bool names_lead(const char *prose)
{
	struct who who = { 0 };
	bool names;

	who_read(prose, &who);
	names = who.leads.count > 0;
	who_release(&who);
	return names;
}

/* "Quyết định này có hiệu lực kể từ ngày ký", "… chịu trách nhiệm thi hành Quyết định này": nobody's work. */
static bool is_formal_clause(const char *text)
{
	static const char *const clauses[] = {
		"có hiệu lực thi? hành? kể? từ|sau", "lực thi hành kể", "thi hành quyết|nghị|chỉ định|quyết|thị này", "ban hành kèm",
		"biết , thực hiện", "trân trọng cảm|thông|đề|báo ơn|báo|nghị|cáo", NULL,
	};
	struct words w = WORDS_INIT;
	bool formal;

	words_split(text, strlen(text), &w);
	formal = any_phrase_next(&w, 0, clauses) < w.count;
	words_release(&w);
	return formal;
}

/* "Điều 1. Ban hành Kế hoạch …": what the decision itself does. */
static bool is_issuing_article(const struct item *item)
{
	struct words w = WORDS_INIT;
	bool is;

	words_split(item->text, strnlen(item->text, 60), &w);
	is = item->piece->mark.kind == MARK_ARTICLE && (phrase_at(&w, 0, "ban hành") || phrase_at(&w, 0, "phê duyệt"));
	words_release(&w);
	return is;
}

/* "Sở Xây dựng rà soát …, trình trước ngày 20/10. Trong đó chú ý:": a sentence, and what opens a list. */
static bool tells_before_list(const char *text)
{
	enum { LONGEST_OPENING = 8 };
	size_t length = strlen(text);
	const char *last = NULL;

	if (!length || text[length - 1] != ':')
		return false;
	for (const char *at = text; (at = strstr(at, ". ")) != NULL; at += 2)
		last = at + 2;
	return last && words_in(last) <= LONGEST_OPENING && words_in(text) > LONGEST_OPENING + 4;
}

static bool begins_with_subject(const char *text)
{
	struct who who = { 0 };
	bool subject;

	who_read(text, &who);
	subject = who.leads.count && who.work;
	who_release(&who);
	return subject;
}

/* "Giao Công đoàn tỉnh rà soát": whoever that is, it is work of its own. */
static bool orders_somebody(const char *text)
{
	struct words w = WORDS_INIT;
	size_t order;
	bool orders;

	words_split(text, strnlen(text, 80), &w);
	order = phrase_at(&w, 0, "giao") ? 1 : phrase_at(&w, 0, "yêu|đề cầu|nghị");
	orders = order && w.items[0].capital && order < w.count && w.items[order].capital;
	words_release(&w);
	return orders;
}

/* Words behind a heading's colon, or a heading that is a whole sentence: prose or work? */
static bool is_work(struct outline *o, const struct item *item, const char *words)
{
	enum { LONG_HEADING = 25 };
	const struct place *place = &o->places[item->section];

	if (place->area == AREA_PURPOSE || is_formal_clause(words) || is_issuing_article(item))
		return false;
	if (tells_before_list(words))
		return names_lead(words) || place->who.only_bodies;
	if (!(item->marked + item->plain) && place->area == AREA_WORK && begins_with_subject(words))
		return true;
	if (!ends_whole(words))
		return false;
	if (!(item->marked + item->plain))
		return place->area == AREA_WORK || names_lead(words);
	return words == item->text &&
	       ((place->who.leads.count && !place->who.only_bodies) || words_in(words) >= LONG_HEADING);
}

static void be_section(struct outline *o, struct item *item, int parent)
{
	const char *body;
	char *title = heading_title(item, &body);

	free(title);
	item->role = ITEM_SECTION;
	item->section = add_heading(o, item, parent);
	read_heading_who(o, item);
	collect_references(o->reading, item->piece->first, item->text, false, &o->reading->draft->references);
	if (!is_said_section(o, item->piece) && is_work(o, item, body ? body : item->text)) {
		item->job = (int)o->jobs.count;
		job_list_add(&o->jobs, o->reading, item->section, item->piece, body ? body : item->text);
	} else {
		if (item->piece->mark.kind > MARK_ARTICLE)
			set_time_of_list(o, item->section, item->text);
		if (body)
			add_prose(o, item->section, body);
	}
	if (item->job < 0)
		set_title_said(o, item->section, item->piece->first, item->piece->start);
}

/* "100% số xã có …": a target, and nobody's work. */
static bool is_target(const char *text)
{
	struct words w = WORDS_INIT;
	bool is;

	if (*text < '0' || *text > '9')
		return false;
	words_split(text, strnlen(text, 60), &w);
	is = w.count > 2 && w.items[0].kind == WORD_NUMBER && (sign_is(&w, 1, '%') || sign_is(&w, 3, '%'));
	words_release(&w);
	return is && !names_lead(text);
}

/* A bullet whose sub-items have bodies or labels of their own: it only heads them. */
static bool heads_jobs(const struct outline *o, int index)
{
	for (int i = index + 1; i < o->count && o->items[i].parent >= index; i++)
		if (o->items[i].parent == index && (o->items[i].labelled || names_lead(o->items[i].text)))
			return true;
	return false;
}

/* "Các nhiệm vụ cụ thể tại Phụ lục kèm theo": the work stands elsewhere. */
static bool points_to_appendix(const char *text)
{
	enum { LONGEST = 30 };
	struct words w = WORDS_INIT;
	bool appendix = false, enclosed = false;

	if (!strstr(text, "ụ lục") && !strstr(text, "Ụ LỤC") && !strstr(text, "iểu"))
		return false;
	words_split(text, strlen(text), &w);
	for (size_t at = 0; at < w.count && w.count <= LONGEST; at++) {
		appendix = appendix || phrase_at(&w, at, "phụ lục|biểu");
		enclosed = enclosed || phrase_at(&w, at, "kèm|đính theo|kèm");
	}
	words_release(&w);
	return appendix && enclosed && !names_lead(text);
}

static void place_bullet(struct outline *o, int index, int section)
{
	struct item *item = &o->items[index];
	enum area area = o->places[section].area;
	size_t length = strlen(item->text);

	if (area == AREA_PURPOSE || (area == AREA_MEANS && !names_lead(item->text)) || points_to_appendix(item->text) ||
	    is_target(item->text)) {
		be_prose(o, item, section);
		return;
	}
	if (item->marked) {
		who_read(item->text, &item->who);
		if (item->who.leads.count && (item->who.only_bodies || item->text[length - 1] == ':')) {
			be_prose(o, item, section);
			item->role = ITEM_HEAD;
			return;
		}
		if (length && item->text[length - 1] == ':' && heads_jobs(o, index)) {
			be_prose(o, item, section);
			item->role = ITEM_HEAD;
			who_release(&item->who);
			return;
		}
	}
	be_task(o, item, section, item->text);
}

/* "4. Di dời cụm công nghiệp." over "Sở Công Thương chủ trì …": a heading for all its full stop. */
static bool heads_its_paragraph(const struct outline *o, int index)
{
	const struct item *item = &o->items[index], *next = item + 1;

	return index + 1 < o->count && next->parent == index && next->piece->mark.kind == MARK_NONE && !next->label &&
	       !names_lead(item->text) && !begins_with_subject(item->text) && begins_with_subject(next->text);
}

static void place_numbered(struct outline *o, int index, int section)
{
	struct item *item = &o->items[index];
	enum area area = o->places[section].area;
	bool whole = ends_whole(item->text);

	if (area == AREA_PURPOSE ? (item->marked || item->plain) && !whole :
				   item->marked || (item->plain && (!whole || heads_its_paragraph(o, index)))) {
		be_section(o, item, section);
		return;
	}
	if (area == AREA_PURPOSE || (area == AREA_MEANS && !names_lead(item->text)))
		be_prose(o, item, section);
	else
		be_task(o, item, section, item->text);
}

/* "Trên đây là Kế hoạch …", "Yêu cầu các cơ quan nghiêm túc thực hiện./." */
static bool closes(const char *text)
{
	static const char *const closings[] = {
		"trên đây là", "trong quá trình", "kế hoạch này", "quá trình", NULL,
	};
	struct words w = WORDS_INIT;
	bool is;

	words_split(text, strlen(text), &w);
	is = any_phrase_at(&w, 0, closings) || (phrase_at(&w, 0, "yêu|đề cầu|nghị") && w.count > 5 &&
						phrase_at(&w, w.count - 5, "thực hiện . / ."));
	words_release(&w);
	return is;
}

/* Words that open a section: prose, and the bodies they name get what follows. */
static void be_opening(struct outline *o, struct item *item, int section)
{
	struct place *place = &o->places[section];
	struct who who = { 0 };

	be_prose(o, item, section);
	if (place->area == AREA_PURPOSE)
		return;
	who_read(item->text, &who);
	if (!who.leads.count || (place->who.leads.count && !place->is_default)) {
		who_release(&who);
		return;
	}
	who_release(&place->who);
	place->who = who;
	place->is_default = true;
	set_time_of_list(o, section, item->text);
}

static void place_plain(struct outline *o, struct item *item, int section)
{
	struct place *place = &o->places[section];
	const struct item *parent = &o->items[item->parent];
	size_t length = strlen(item->text);
	int job = (int)o->jobs.count - 1;
	bool has_job = job >= 0 && o->jobs.items[job].section == section;

	if (place->area == AREA_PURPOSE || closes(item->text) || points_to_appendix(item->text) ||
	    is_formal_clause(item->text) || (place->area == AREA_MEANS && !names_lead(item->text)))
		be_prose(o, item, section);
	else if (place->who.only_bodies && tells_before_list(item->text))
		place->explained = be_task(o, item, section, item->text) ? (int)o->jobs.count : 0;
	else if ((parent->marked && !place->marked_seen) || item->text[length - 1] == ':')
		be_opening(o, item, section);
	else if (!has_job || place->in_labels || (place->who.leads.count && !place->is_default) ||
		 begins_with_subject(item->text) || orders_somebody(item->text))
		be_task(o, item, section, item->text);
	else
		be_part(o, item, job);
}

/* "Nội dung: tập huấn cho cán bộ xã": the work itself stands behind the label. */
static bool is_content_in_words(const struct item *item)
{
	struct words w = WORDS_INIT;
	size_t taken = 0;
	bool is;

	words_split(item->text, strnlen(item->text, 200), &w);
	is = label_at(&w, 0, &taken) == LABEL_CONTENT && taken < w.count;
	words_release(&w);
	return is;
}

static void place_in_section(struct outline *o, int index, int section)
{
	struct item *item = &o->items[index];
	enum mark_kind kind = item->piece->mark.kind;

	if (item->label && o->places[section].area != AREA_PURPOSE && (kind == MARK_NONE || kind > MARK_ARTICLE)) {
		if (is_content_in_words(item) && o->places[section].area == AREA_WORK)
			be_task(o, item, section, item->text);
		else
			be_labels(o, item, section, -1);
		return;
	}
	if (kind == MARK_NONE)
		place_plain(o, item, section);
	else if (kind <= MARK_ARTICLE)
		be_section(o, item, section);
	else if (kind == MARK_PAREN && o->places[section].explained)
		be_part(o, item, o->places[section].explained - 1);
	else if (kind < MARK_DASH)
		place_numbered(o, index, section);
	else
		place_bullet(o, index, section);
	if (kind != MARK_NONE)
		o->places[section].marked_seen = true;
}

/* "UBND tỉnh X ban hành kế hoạch …": who issued a plan whose letterhead is missing. */
static void read_issuer(struct reading *r, const struct item *item)
{
	struct words w = WORDS_INIT;

	words_split(item->text, strlen(item->text), &w);
	for (size_t at = 0; at < w.count && !r->draft->plan.issuer; at++) {
		struct agency_mention_list found = { 0 };
		size_t n = at && word_is(&w, at - 1, "của") ? 0 : agency_mentions_at(&w, at, &found);

		if (n && phrase_at(&w, at + n, "ban|xây hành|dựng")) {
			r->draft->plan.issuer = issuer_written_out(found.items[0].name);
			doubt(r, item->piece->first, ABOUT_PLAN, CERTAINTY_LIKELY, _("cơ quan ban hành «%s» lấy từ lời dẫn"), r->draft->plan.issuer);
		}
		agency_mention_list_release(&found);
	}
	words_release(&w);
}

/* What stands before the first heading: the basis of the plan, or words that lead to it. */
static void place_before(struct outline *o, struct item *item)
{
	struct reading *r = o->reading;
	size_t before = r->draft->references.count;

	if (!r->draft->plan.issuer)
		read_issuer(r, item);
	collect_references(r, item->piece->first, item->text, false, &r->draft->references);
	if (r->draft->references.count > before)
		use(r, item->piece->first, item->piece->last);
	else
		leave(r, item->piece->first, item->piece->last, _("lời dẫn trước các mục"));
}

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
	return add_section(o, -1, item->piece->first, item->piece->first, xstrdup(""),
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

static void add_row_stretch(struct outline *o, const struct piece *piece, enum stretch_kind kind, int section, int task)
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
	section = add_section(o, above->section, row->first, row->last, xstrdup(row->label), xstrndup(title, length),
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

static void place_table(struct outline *o, struct item *item)
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

/* --- what a person said ---------------------------------------------------- */

/* The section that ITEM stands in, whatever its parent became; -1: none. */
static int section_around(const struct outline *o, const struct item *item)
{
	for (int at = item->parent; at >= 0; at = o->items[at].parent)
		if (o->items[at].section >= 0)
			return o->items[at].section;
	return -1;
}

/* Work needs a section: where the text has none, it gets one. */
static int section_for_work(struct outline *o, const struct item *item)
{
	int section = section_around(o, item);

	if (section >= 0)
		return section;
	if (o->reading->draft->sections.count)
		return (int)o->reading->draft->sections.count - 1;
	return add_section(o, -1, item->piece->first, item->piece->first, xstrdup(""), xstrdup(_("Nhiệm vụ")), xstrdup("1"));
}

static void place_as_said(struct outline *o, struct item *item, enum hint_kind kind)
{
	if (kind == HINT_UNUSED) {
		item->role = ITEM_LEFT_OUT;
		item->section = section_around(o, item);
	} else if (kind == HINT_SECTION) {
		be_section(o, item, section_around(o, item));
	} else if (kind == HINT_PART && o->jobs.count) {
		be_part(o, item, (int)o->jobs.count - 1);
	} else {
		be_task(o, item, section_for_work(o, item), item->text);
	}
}

/* Of a line outside the text the rest may tell something else. */
static bool is_whole(const struct reading *r, const struct piece *piece)
{
	return !piece->outside || (!piece->start && piece->end == (int)strlen(words_of(r, piece->last)));
}

/* "1. Rà soát thủ tục" over "Chủ trì: …" and nothing else, at the top of the document: what it heads is itself. */
static bool is_labelled_work(const struct item *item)
{
	return item->labelled && !item->marked && !item->plain && !item->label && item->heading == LABEL_NONE &&
	       area_of(item->text, AREA_WORK) == AREA_WORK;
}

/* A list of such work needs one section; beside sections it is one of them. */
static void be_labelled_work(struct outline *o, struct item *item)
{
	const struct draft *draft = o->reading->draft;

	if (!draft->sections.count || !*draft->sections.items[0].section.label) {
		be_task(o, item, section_for_work(o, item), item->text);
	} else {
		be_section(o, item, -1);
		if (item->job < 0) {
			item->job = (int)o->jobs.count;
			job_list_add(&o->jobs, o->reading, item->section, item->piece, item->text);
		}
	}
}

/* But for those between them that tell nothing: the number of a page. */
static void use_lines(struct reading *r, const struct piece *piece)
{
	for (int line = piece->first; line <= piece->last; line++)
		if (line == piece->first || line == piece->last || !r->fates[line].why)
			use(r, line, line);
}

/* What a person split from the words of a task; NULL: nothing like that. */
static const struct item *whole_of(const struct outline *o, int index)
{
	const struct item *before = index ? &o->items[index - 1] : NULL;

	return before && o->items[index].piece->split && before->role == ITEM_TASK ? before : NULL;
}

static void link_halves(struct outline *o)
{
	for (size_t i = 0; i < o->jobs.count; i++) {
		struct job *job = &o->jobs.items[i], *before;

		if (!job->split_from)
			continue;
		before = &o->jobs.items[job->split_from - 1];
		label_as_said(before, o->reading);
		job->before = before;
		before->after = job;
	}
}

static void place_item(struct outline *o, int index)
{
	const struct hint *said = role_said(o, o->items[index].piece->first, o->items[index].piece->start);
	struct item *item = &o->items[index];
	const struct item *parent = item->parent < 0 ? NULL : &o->items[item->parent];
	enum mark_kind kind = item->piece->mark.kind;

	if (item->piece->table)
		place_table(o, item);
	else if (said)
		place_as_said(o, item, said->kind);
	else if (whole_of(o, index) && !item->label)
		be_task(o, item, whole_of(o, index)->section, item->text);
	else if (parent && parent->role == ITEM_LEFT_OUT && parent->section >= 0)
		place_in_section(o, index, parent->section);
	else if (!parent && (kind == MARK_NONE || kind >= MARK_POINT)) {
		place_before(o, item);
		return;
	} else if (!parent && is_labelled_work(item))
		be_labelled_work(o, item);
	else if (!parent)
		be_section(o, item, -1);
	else if (item->value_of && o->items[item->value_of - 1].role == ITEM_LABELS)
		be_value(o, item, &o->items[item->value_of - 1]);
	else if (parent->role == ITEM_SECTION)
		place_in_section(o, index, parent->section);
	else if (parent->role == ITEM_NOT_SET || parent->role == ITEM_LEFT_OUT)
		place_before(o, item);
	else if (parent->role == ITEM_PROSE)
		be_prose(o, item, parent->section);
	else if (parent->role == ITEM_LABELS && parent->heading != LABEL_NONE && !is_of_content(parent->heading))
		be_value(o, item, parent);
	else if (parent->role == ITEM_LABELS && parent->job < 0)
		place_in_section(o, index, parent->section);
	else if (parent->role == ITEM_HEAD && !item->label)
		be_task(o, item, parent->section, item->text)->above = parent->who.leads.count ? &parent->who : NULL;
	else if (item->label)
		be_labels(o, item, parent->section, parent->job);
	else if (kind == MARK_NONE && closes(item->text))
		be_prose(o, item, parent->section);
	else if (kind == MARK_NONE && parent->job >= 0 && (begins_with_subject(item->text) || orders_somebody(item->text)))
		be_task(o, item, parent->section, item->text);
	else if (parent->job >= 0)
		be_part(o, item, parent->job);
	else
		be_prose(o, item, parent->section);
	if (item->role == ITEM_TASK && whole_of(o, index))
		o->jobs.items[item->job].split_from = 1 + whole_of(o, index)->job;
	if (item->role == ITEM_NOT_SET || item->role == ITEM_LEFT_OUT)
		return;
	if (!item->piece->table && is_whole(o->reading, item->piece))
		use_lines(o->reading, item->piece);
	for (int section = item->section; section >= 0; section = section_at(o, section)->parent)
		section_at(o, section)->last_line = line_of(o->reading, item->piece->last);
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

/* --- the whole ---------------------------------------------------------- */

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
	bool opens = length && item->text[length - 1] == ':' && names_lead(item->text);
	int section;

	if (!opens && !gives_work(item->text) && !(item->piece->mark.kind >= MARK_DASH && o->jobs.count + o->opened))
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
