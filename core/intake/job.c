#include "core/intake/job.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"

struct job *job_list_add(struct job_list *list, struct reading *r, int section, const struct piece *piece,
			 const char *text)
{
	struct segment_list segments = { 0 };
	struct job *job;

	GROW(list->items, list->count + 1, list->cap);
	job = &list->items[list->count++];
	*job = (struct job){ .section = section, .first = piece->first, .last = piece->last,
			     .start = piece->start, .task = -1, .text = STRBUF_INIT };
	strbuf_add_text(&job->text, text);
	segments_of(text, &segments);
	for (size_t i = 0; i < segments.count; i++) {
		const struct segment *s = &segments.items[i];
		char *value = xstrndup(text + s->value, s->end - s->value);

		if (!job->opening && (s->kind == LABEL_NONE || s->kind == LABEL_CONTENT))
			job->opening = xstrdup(value);
		else
			job_apply(job, r, piece->first, s->kind, value);
		free(value);
	}
	segment_list_release(&segments);
	if (!job->opening)
		job->opening = xstrdup(text);
	who_read(job->opening, &job->own);
	return job;
}

static void job_release(struct job *job)
{
	free(job->opening);
	free(job->time);
	free(job->time_above);
	free(job->product);
	strbuf_release(&job->text);
	who_release(&job->own);
	who_release(&job->labelled);
}

void job_list_release(struct job_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		job_release(&list->items[i]);
	free(list->items);
	*list = (struct job_list){ 0 };
}

void job_add_text(struct job *job, const char *text, int last)
{
	strbuf_addf(&job->text, "\n%s", text);
	job->last = last;
}

static void add_names(struct agency_list *to, const struct agency_list *from)
{
	for (size_t i = 0; i < from->count; i++)
		agency_list_add_name(to, from->items[i].name, from->items[i].kind);
}

/* A cell that names something no shape is known for ("Tổ công nghệ số cộng đồng") is taken at its word. */
static void add_unknown_body(struct job *job, struct reading *r, int paragraph, enum label_kind kind,
			     const char *value)
{
	enum { LONGEST_NAME = 80 };
	struct words w = WORDS_INIT;
	bool name;

	words_split(value, strlen(value), &w);
	name = w.count && w.items[0].capital && !word_is(&w, 0, "theo|căn|các|do|tất|toàn") &&
	       strlen(value) <= LONGEST_NAME;
	words_release(&w);
	if (name)
		agency_list_add_name(kind == LABEL_LEAD ? &job->labelled.leads : &job->labelled.coordinating, value,
				     AGENCY_OTHER);
	else
		strbuf_addf(&job->text, "\n%s: %s", kind == LABEL_LEAD ? _("Chủ trì") : _("Phối hợp"), value);
	doubt(r, paragraph, kind == LABEL_LEAD ? ABOUT_LEAD : ABOUT_COORDINATING, CERTAINTY_GUESS,
	      name ? _("«%s» được coi là tên một cơ quan") : _("«%s» không nêu tên cơ quan nào"), value);
}

static void apply_bodies(struct job *job, struct reading *r, int paragraph, enum label_kind kind, const char *value);

/* "Chủ trì: Sở Y tế; Phối hợp: Sở Nội vụ" in one cell. */
static bool apply_labelled_bodies(struct job *job, struct reading *r, int paragraph, enum label_kind kind, const char *value)
{
	struct segment_list segments = { 0 };
	bool labelled = false;

	segments_of(value, &segments);
	for (size_t i = 0; i < segments.count; i++)
		labelled = labelled || segments.items[i].kind == LABEL_LEAD || segments.items[i].kind == LABEL_COORDINATING;
	for (size_t i = 0; labelled && i < segments.count; i++) {
		const struct segment *s = &segments.items[i];
		char *part = xstrndup(value + s->value, s->end - s->value);

		if (*part)
			apply_bodies(job, r, paragraph, s->kind == LABEL_COORDINATING ? LABEL_COORDINATING :
				     s->kind == LABEL_LEAD ? LABEL_LEAD : kind, part);
		free(part);
	}
	segment_list_release(&segments);
	return labelled;
}

static void apply_bodies(struct job *job, struct reading *r, int paragraph, enum label_kind kind, const char *value)
{
	struct who who = { 0 };

	if (apply_labelled_bodies(job, r, paragraph, kind, value))
		return;

	if (!who_read_list(value, &who)) {
		add_unknown_body(job, r, paragraph, kind, value);
	} else if (kind == LABEL_LEAD) {
		add_names(&job->labelled.leads, &who.leads);
		add_names(&job->labelled.coordinating, &who.coordinating);
	} else {
		add_names(&job->labelled.coordinating, &who.leads);
		add_names(&job->labelled.coordinating, &who.coordinating);
	}
	if (who.via && !job->labelled.via)
		job->labelled.via = xstrdup(who.via);
	if (who.partly)			/* its other words are kept */
		strbuf_addf(&job->text, "\n%s: %s", kind == LABEL_LEAD ? _("Chủ trì") : _("Phối hợp"), value);
	who_release(&who);
}

static void join(char **to, const char *value)
{
	char *joined = *to ? xasprintf("%s; %s", *to, value) : xstrdup(value);

	free(*to);
	*to = joined;
}

void job_apply(struct job *job, struct reading *r, int paragraph, enum label_kind kind, const char *value)
{
	if (!*value)
		return;
	switch (kind) {
	case LABEL_LEAD:
	case LABEL_COORDINATING:
		apply_bodies(job, r, paragraph, kind, value);
		break;
	case LABEL_TIME:
		if (job->time && strcmp(job->time, value)) {
			doubt(r, paragraph, ABOUT_DEADLINE, CERTAINTY_LIKELY, _("có thời hạn thứ hai: «%s»"), value);
			strbuf_addf(&job->text, "\n%s", value);
		} else if (!job->time) {
			job->time = xstrdup(value);
		}
		break;
	case LABEL_PRODUCT:
		join(&job->product, value);
		break;
	case LABEL_NONE:
	case LABEL_CONTENT:
	case LABEL_OTHER:
		break;
	}
}

/* --- the title ---------------------------------------------------------- */

/* Bytes of the first sentence; "TP." and the like do not end one. */
static size_t sentence_length(const char *text)
{
	struct words w = WORDS_INIT;
	size_t length = strlen(text);

	words_split(text, length, &w);
	for (size_t at = 1; at + 1 < w.count; at++) {
		if (word_is(&w, at, ".|!|?") && w.items[at + 1].spaced && w.items[at + 1].capital &&
		    !w.items[at - 1].all_capitals && !word_is(&w, at - 1, "tp|tx|tt|th|gs|ts|ths")) {
			length = w.items[at].start;
			break;
		}
	}
	words_release(&w);
	return length;
}

/* Below a body's heading "yêu cầu các đơn vị …" says what the body does. */
static bool orders_others(const struct job *job)
{
	return job->own.ordered && job->above && job->above->leads.count && !job->inherited;
}

/* LENGTH of TEXT without the "và" that it ends with. */
static size_t without_joint(const char *text, size_t length)
{
	size_t joint = strlen(" và");

	return length > joint && !strncmp(text + length - joint, " và", joint) ? length - joint : length;
}

/* The work without who does it: its first sentence, with a capital, without a full stop. */
static char *title_of(const struct job *job)
{
	const char *work = job->opening + (job->own.only_bodies || orders_others(job) ? 0 : job->own.work);
	size_t length;
	struct strbuf title = STRBUF_INIT;

	work += strspn(work, " ,;:-");
	length = sentence_length(work);
	while (length && strchr(" .;,:/", work[length - 1]))
		length--;
	if (job->after)			/* "lập danh sách và" | "mua cây giống" */
		length = without_joint(work, length);
	viet_capitalize(work, length, &title);
	if (!title.length)
		strbuf_add_text(&title, job->opening);
	return strbuf_detach(&title);
}

/* --- when --------------------------------------------------------------- */

/* "… (Sở Y tế; Quý III/2024)": the part of the last brackets that is a time. Caller frees; NULL for none. */
static char *time_in_brackets(const char *text, int year)
{
	size_t length = strlen(text), start, end;
	const char *open;
	char *inside, *rest, *found = NULL;

	while (length && strchr(".; ", text[length - 1]))
		length--;
	if (!length || text[length - 1] != ')')
		return NULL;
	for (open = text + length - 1; open > text && *open != '('; open--)
		;
	inside = rest = xstrndup(open + 1, (size_t)(text + length - 1 - open) - 1);
	for (char *part; !found && (part = strsep(&rest, ";,")) != NULL;) {
		struct deadline deadline = { 0 };

		part += strspn(part, " ");
		if (*part && deadline_parse(part, year, &deadline) && deadline.kind != DEADLINE_NONE) {
			if (!deadline_find(part, year, &start, &end))
				start = 0, end = strlen(part);
			found = xstrndup(part + start, end - start);
		}
		deadline_release(&deadline);
	}
	free(inside);
	return found;
}

/* "Sở Y tế thường xuyên kiểm tra": what the work itself begins with. Caller frees; NULL for none. */
static char *first_words_of_time(const struct job *job)
{
	const char *work = job->opening + job->own.work;
	struct words w = WORDS_INIT;
	char *found = NULL;
	size_t n;

	words_split(work, strnlen(work, 40), &w);
	n = phrase_at(&w, 0, "thường xuyên");
	if (n)
		found = xstrndup(work + w.items[0].start, w.items[n - 1].end - w.items[0].start);
	words_release(&w);
	return found;
}

/* When the words of JOB are due, by themselves. Caller frees; NULL for none. */
static char *own_time(const struct job *job, int year)
{
	char *raw = time_in_brackets(job->opening, year);
	size_t start, end;

	if (!raw && deadline_find(job->text.text, year, &start, &end))
		raw = xstrndup(job->text.text + start, end - start);
	return raw ? raw : first_words_of_time(job);
}

/* The same of what a person split it from, or split from it. */
static char *time_of_halves(const struct job *job, int year)
{
	const struct job *half;
	char *raw = NULL;

	for (half = job->before; half && !raw; half = half->before)
		raw = half->time ? xstrdup(half->time) : own_time(half, year);
	for (half = job->after; half && !raw; half = half->after)
		raw = half->time ? xstrdup(half->time) : own_time(half, year);
	return raw;
}

/* Caller frees; NULL for none. */
static char *find_time(const struct job *job, int year, bool *of_half)
{
	char *raw = own_time(job, year);

	*of_half = false;
	if (raw)
		return raw;
	raw = time_of_halves(job, year);
	*of_half = raw != NULL;
	return raw ? raw : xstrdup_or_null(job->time_above);
}

static void set_deadline(struct job *job, struct reading *r, struct deadline *deadline)
{
	int year = r->draft->plan.year;
	bool of_half;
	char *raw;

	if (job->time) {
		if (!deadline_parse(job->time, year, deadline))
			doubt(r, job->first, ABOUT_DEADLINE, CERTAINTY_GUESS, _("thời hạn «%s» chưa hiểu thành ngày"), job->time);
		return;
	}
	raw = find_time(job, year, &of_half);
	if (!raw)
		return;
	if (deadline_parse(raw, year, deadline))
		doubt(r, job->first, ABOUT_DEADLINE, CERTAINTY_LIKELY,
		      of_half ? _("thời hạn «%s» lấy theo phần kia của đoạn đã tách") :
				_("thời hạn «%s» được lấy từ lời văn"), raw);
	else
		doubt(r, job->first, ABOUT_DEADLINE, CERTAINTY_GUESS, _("«%s»: có yêu cầu về thời gian nhưng không có ngày"), raw);
	free(raw);
}

/* --- who ---------------------------------------------------------------- */

/* The name of the place in "Ủy ban nhân dân tỉnh X", " tỉnh X" of it; NULL when the issuer is of another shape. */
static const char *own_territory(const struct reading *r)
{
	const char *issuer = r->draft->plan.issuer;

	return issuer ? strstr(issuer, " tỉnh ") : NULL;
}

/*
 * The plan's own province is not part of the names of its bodies ("Sở Y tế tỉnh
 * X" is the Sở Y tế), but of its committee's, which stands without it in prose.
 */
static char *own_name(const struct reading *r, const char *name)
{
	const char *territory = own_territory(r), *at;

	if (!territory)
		return xstrdup(name);
	if (!strcmp(name, "UBND tỉnh"))
		return xasprintf("UBND%s", territory);
	at = strstr(name, territory);
	if (!at || at == name || at[strlen(territory)] || !strncmp(name, "UBND", 4))
		return xstrdup(name);
	return strncmp(name, "Sở ", strlen("Sở ")) ? xasprintf("%.*s tỉnh", (int)(at - name), name) :
		xstrndup(name, (size_t)(at - name));
}

static void add_own_names(const struct reading *r, struct agency_list *to, const struct agency_list *from,
			  const struct agency_list *except)
{
	for (size_t i = 0; i < from->count; i++) {
		char *name = own_name(r, from->items[i].name);

		if (!except || !agency_list_has_name(except, name, from->items[i].kind))
			agency_list_add_name(to, name, from->items[i].kind);
		free(name);
	}
}

/* Who leads by the words of JOB themselves; NULL: they do not say. */
static const struct who *own_lead(const struct job *job)
{
	if (job->labelled.leads.count)
		return &job->labelled;
	return job->own.leads.count && !orders_others(job) ? &job->own : NULL;
}

/* The same of what a person split it from, or split from it. */
static const struct who *lead_of_halves(const struct job *job)
{
	const struct who *lead = NULL;
	const struct job *half;

	for (half = job->before; half && !lead; half = half->before)
		lead = own_lead(half);
	for (half = job->after; half && !lead; half = half->after)
		lead = own_lead(half);
	return lead;
}

static void set_who(struct job *job, struct reading *r, struct draft_task *task)
{
	const struct who *lead = own_lead(job), *above = job->above;
	const struct who *half = lead ? NULL : lead_of_halves(job);
	const char *via = job->own.via ? job->own.via : job->labelled.via;

	if (half) {
		lead = half;
		via = via ? via : half->via;
	}
	if (!lead && above && above->leads.count) {
		lead = above;
		task->task.inherited = job->inherited;
	}
	if (lead)
		add_own_names(r, &task->leads, &lead->leads, NULL);
	add_own_names(r, &task->coordinating, &job->labelled.coordinating, &task->leads);
	add_own_names(r, &task->coordinating, &job->own.coordinating, &task->leads);
	if (lead && (lead == above || lead == half))
		add_own_names(r, &task->coordinating, &lead->coordinating, &task->leads);
	if (via)
		task->via = own_name(r, via);
	if (!lead)
		doubt(r, job->first, ABOUT_LEAD, CERTAINTY_GUESS, _("chưa rõ cơ quan chủ trì"));
	else if (half)
		doubt(r, job->first, ABOUT_LEAD, CERTAINTY_LIKELY, _("cơ quan chủ trì lấy theo phần kia của đoạn đã tách"));
	else if (task->task.inherited)
		doubt(r, job->first, ABOUT_LEAD, CERTAINTY_LIKELY, _("cơ quan chủ trì lấy từ lời mở đầu của mục"));
	else if (lead->unsure)
		doubt(r, job->first, ABOUT_LEAD, CERTAINTY_LIKELY, _("cơ quan chủ trì lấy từ tên trong ngoặc ở cuối câu"));
}

void job_finish(struct job *job, struct reading *r)
{
	struct draft_section *section = &r->draft->sections.items[job->section];
	struct draft_task task = {
		.first_line = line_of(r, job->first),
		.last_line = line_of(r, job->last),
	};

	job->task = (int)section->tasks.count;
	r->subject = (struct subject){ job->section, job->task };
	r->corrections = &task.corrections;
	task.task.position = job->task + 1;
	task.task.title = title_of(job);
	task.task.text = xstrdup(job->text.text);
	task.task.product = xstrdup_or_null(job->product);
	set_deadline(job, r, &task.task.deadline);
	set_who(job, r, &task);
	collect_references(r, job->first, job->text.text, false, &task.references);
	apply_hints(job, r, &task);
	draft_task_list_add(&section->tasks, &task);
	r->subject = (struct subject){ -1, -1 };
	r->corrections = &r->draft->corrections;
}
