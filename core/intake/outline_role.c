/* What each piece is: a section, a task, part of one, a label of it, or prose. */
#include "core/intake/outline.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/deadline.h"

/* --- roles -------------------------------------------------------------- */

void add_prose(struct outline *o, int section, const char *line)
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

struct job *be_task(struct outline *o, struct item *item, int section, const char *text)
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
void look_above(struct outline *o, struct job *job)
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
	if (!job->above && o->before.leads.count) {
		job->above = &o->before;
		job->inherited = true;
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
bool names_lead(const char *prose)
{
	struct who who = { 0 };
	bool names;

	who_read(prose, &who);
	names = who.leads.count > 0;
	who_release(&who);
	return names;
}

/* "Chánh Văn phòng, … chịu trách nhiệm thi hành./." */
static bool ends_in_obeying(const struct words *w)
{
	size_t end = w->count;

	while (end && w->items[end - 1].kind == WORD_SIGN)
		end--;
	return end > 4 && (phrase_at(w, end - 4, "trách nhiệm thi hành") || phrase_at(w, end - 2, "thi hành"));
}

/* "Quyết định này có hiệu lực kể từ ngày ký", "… chịu trách nhiệm thi hành Quyết định này": nobody's work. */
static bool is_formal_clause(const char *text)
{
	static const char *const clauses[] = {
		"có hiệu lực thi? hành? kể? từ|sau", "lực thi hành kể", "thi hành quyết|nghị|chỉ định|quyết|thị này", "ban hành kèm",
		"biết , thực hiện",  "trân trọng cảm|thông|đề|báo ơn|báo|nghị|cáo", NULL,
	};
	struct words w = WORDS_INIT;
	bool formal;

	words_split(text, strlen(text), &w);
	formal = any_phrase_next(&w, 0, clauses) < w.count || ends_in_obeying(&w);
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

/* Most of those numbered beside it are whole sentences with nothing below them: a list of work. */
static bool stands_among_work(const struct outline *o, int index)
{
	const struct item *item = &o->items[index];
	int alone = 0, heading = 0;

	for (int i = item->parent + 1; i < o->count && (item->parent < 0 || o->items[i].parent >= item->parent); i++) {
		const struct item *other = &o->items[i];

		if (i == index || other->parent != item->parent || other->piece->mark.kind != item->piece->mark.kind)
			continue;
		if (ends_whole(other->text) && !(i + 1 < o->count && o->items[i + 1].parent == i))
			alone++;
		else
			heading++;
	}
	return alone > heading;
}

/* "4. Di dời cụm công nghiệp." over "Sở Công Thương chủ trì …": a heading for all its full stop. */
static bool heads_its_paragraph(const struct outline *o, int index)
{
	const struct item *item = &o->items[index], *next = item + 1;

	return index + 1 < o->count && next->parent == index && next->piece->mark.kind == MARK_NONE && !next->label &&
	       !names_lead(item->text) && !begins_with_subject(item->text) && begins_with_subject(next->text) &&
	       !stands_among_work(o, index);
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
bool closes(const char *text)
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
void be_opening(struct outline *o, struct item *item, int section)
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
/* "Bộ Y tế yêu cầu các Sở Y tế thực hiện:" above a list of numbers: they get what nobody is named for. */
static void read_order_above(struct outline *o, const char *text)
{
	size_t length = strlen(text);
	struct words w = WORDS_INIT;

	if (!length || text[length - 1] != ':')
		return;
	words_split(text, length, &w);
	for (size_t at = 0; at < w.count && !o->before.leads.count; at++)
		if (phrase_at(&w, at, "yêu|đề cầu|nghị") || phrase_at(&w, at, "giao"))
			who_read(text + word_start(&w, at), &o->before);
	words_release(&w);
}

static void place_before(struct outline *o, struct item *item)
{
	struct reading *r = o->reading;
	size_t before = r->draft->references.count;

	if (!r->draft->plan.issuer)
		read_issuer(r, item);
	read_order_above(o, item->text);
	collect_references(r, item->piece->first, item->text, false, &r->draft->references);
	if (r->draft->references.count > before)
		use(r, item->piece->first, item->piece->last);
	else
		leave(r, item->piece->first, item->piece->last, _("lời dẫn trước các mục"));
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
int section_for_work(struct outline *o, const struct item *item)
{
	int section = section_around(o, item);

	if (section >= 0)
		return section;
	if (o->reading->draft->sections.count)
		return (int)o->reading->draft->sections.count - 1;
	return begin_section(o, -1, item->piece->first, item->piece->first, xstrdup(""), xstrdup(_("Nhiệm vụ")), xstrdup("1"));
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
void use_lines(struct reading *r, const struct piece *piece)
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

void link_halves(struct outline *o)
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

void place_item(struct outline *o, int index)
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
