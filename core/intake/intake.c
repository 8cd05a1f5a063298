#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/citation.h"
#include "core/viet/viet.h"

/* --- fates of lines ----------------------------------------------------- */

/* What stands beside the text of a page reads as nothing. */
const char *text_of(const struct reading *r, int paragraph)
{
	const struct paragraph *p = &r->manuscript->paragraphs.items[paragraph];

	return p->kind == PARAGRAPH_TEXT ? p->text : "";
}

const char *words_of(const struct reading *r, int paragraph)
{
	return r->manuscript->paragraphs.items[paragraph].text;
}

const char *frame_text_of(const struct reading *r, int paragraph)
{
	return hint_role(&r->hints, (struct manuscript_place){ paragraph, 0 }) ? "" : text_of(r, paragraph);
}

int line_of(const struct reading *r, int paragraph)
{
	return r->manuscript->paragraphs.items[paragraph].line;
}

void use(struct reading *r, int first, int last)
{
	for (int i = first; i <= last; i++)
		r->fates[i] = (struct fate){ .used = true };
}

void leave(struct reading *r, int first, int last, const char *why)
{
	for (int i = first; i <= last; i++)
		if (!r->fates[i].used)
			r->fates[i].why = why;
}

static void add_guess(struct reading *r, int paragraph, enum guess_about about, enum certainty certainty, char *text)
{
	struct guess guess = {
		.line = line_of(r, paragraph), .paragraph = paragraph, .text = text, .about = about,
		.certainty = certainty, .section = r->subject.section, .task = r->subject.task, .stretch = -1,
	};

	guess_list_add(&r->draft->guesses, &guess);
}

void guess(struct reading *r, int paragraph, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	add_guess(r, paragraph, ABOUT_ROLE, CERTAINTY_LIKELY, xvasprintf(format, ap));
	va_end(ap);
}

void doubt(struct reading *r, int paragraph, enum guess_about about, enum certainty certainty, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	add_guess(r, paragraph, about, certainty, xvasprintf(format, ap));
	va_end(ap);
}

/* --- the plan's own fields ---------------------------------------------- */

static bool is_decision(const struct part *part)
{
	return part->kind && !strcmp(part->kind, "Quyết định");
}

/* True when the part's text has headings below articles: a plan's, not a decision's. */
static bool has_text(const struct part *part)
{
	return part->body < part->tail;
}

/* The document that is followed: the plan that a decision or nothing known stands before, else the first. */
static int main_part(const struct reading *r)
{
	const struct part *first = &r->parts[0];

	if (first->kind && !is_decision(first))
		return 0;
	for (int i = 1; i < r->part_count; i++)
		if (r->parts[i].kind && !is_decision(&r->parts[i]) && has_text(&r->parts[i]) &&
		    (first->kind || r->parts[i].tail - r->parts[i].body > first->tail - first->body))
			return i;
	return 0;
}

/* The line of the kind and those of the title. */
static void use_title(struct reading *r, const struct part *part)
{
	for (int i = part->type; (part->kind || part->title) && i < part->titled; i++)
		if (*text_of(r, i))
			use(r, i, i);
}

/* The first year that a title speaks of: "… năm 2021", "giai đoạn 2021-2025". */
static int year_in(const char *text)
{
	struct words w = WORDS_INIT;
	int year = 0;

	words_split(text, strlen(text), &w);
	for (size_t i = 0; i < w.count && !year; i++)
		if (w.items[i].kind == WORD_NUMBER && w.items[i].value >= 1900 && w.items[i].value < 2200 &&
		    !sign_is(&w, i ? i - 1 : w.count, '/'))
			year = w.items[i].value;
	words_release(&w);
	return year;
}

/* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X" below the title says whose the "ỦY BAN NHÂN DÂN" of the letterhead is. */
static void complete_issuer(struct reading *r, const struct part *part)
{
	enum { REACH = 30 };
	static const char bare[] = "Ủy ban nhân dân";
	struct plan *plan = &r->draft->plan;

	for (int i = part->type; i < part->end && i < part->type + REACH; i++) {
		struct agency_mention_list found = { 0 };

		if (!plan->issuer || strcmp(plan->issuer, bare) != 0)
			return;
		if (r->lines[i].capitals)
			agency_mentions(text_of(r, i), &found);
		if (found.count == 1 && !strncmp(found.items[0].name, "UBND ", strlen("UBND "))) {
			free(plan->issuer);
			plan->issuer = issuer_written_out(found.items[0].name);
		}
		agency_mention_list_release(&found);
	}
}

static void set_plan(struct reading *r)
{
	struct plan *plan = &r->draft->plan;
	const struct part *first = &r->parts[0], *main = &r->parts[main_part(r)];
	const char *title = first->title ? first->title : main->title;
	const char *kind = first->kind ? first->kind : main->kind;
	bool appendix = plan->year != 0;	/* its plan has what its head lacks */

	for (int i = 0; i < r->part_count && i <= main_part(r); i++) {
		read_letterhead(r, &r->parts[i]);
		use_title(r, &r->parts[i]);
	}
	complete_issuer(r, first);
	if (!kind && plan->number)
		kind = document_kind_of_number(plan->number);
	if (!kind && plan->number && title)
		kind = "Công văn";		/* the one kind that has no sign in its number */
	if (!kind) {
		kind = "Kế hoạch";
		if (!appendix)
			doubt(r, 0, ABOUT_PLAN, CERTAINTY_GUESS, _("không thấy dòng tên loại văn bản, coi là Kế hoạch"));
	}
	plan->type = xstrdup(kind);
	plan->title = xstrdup_or_null(title);
	if (plan->date.year)
		plan->year = plan->date.year;
	else if (title && year_in(title))
		plan->year = year_in(title);
	if (appendix)
		return;
	if (!plan->number)
		doubt(r, 0, ABOUT_PLAN, CERTAINTY_GUESS, _("không thấy số, ký hiệu của văn bản"));
	if (!date_is_set(plan->date))
		doubt(r, 0, ABOUT_PLAN, CERTAINTY_GUESS, _("không thấy ngày ban hành"));
	else if (!plan->date.day)
		doubt(r, first->type, ABOUT_PLAN, CERTAINTY_GUESS, _("ngày ban hành còn để trống"));
}

/* A key and its text may differ by signs and spellings, not by half. */
static bool near_length(size_t text, size_t key)
{
	return text + 8 >= key / 2 && text <= key * 2 + 8;
}

/* A title printed again, wherever it stands. */
static void use_titles(struct reading *r)
{
	struct strbuf title = STRBUF_INIT, key = STRBUF_INIT;

	for (int p = 0; p <= main_part(r); p++) {
		const char *text = r->parts[p].title;

		strbuf_clear(&title);
		viet_marked_key(text ? text : "", text ? strlen(text) : 0, &title);
		for (size_t i = 0; title.length && i < r->manuscript->paragraphs.count; i++) {
			const char *line = text_of(r, (int)i);

			if (r->fates[i].used || !near_length(strlen(line), title.length))
				continue;
			strbuf_clear(&key);
			viet_marked_key(line, strlen(line), &key);
			if (!strcmp(key.text, title.text))
				use(r, (int)i, (int)i);
		}
	}
	strbuf_release(&title);
	strbuf_release(&key);
}

/* --- the text ----------------------------------------------------------- */

/* The articles of a decision go nowhere, but for the documents that it rests on. */
static void read_articles(struct reading *r, const struct part *part)
{
	struct piece_list pieces = { 0 };

	cut_pieces(r, part->body, part->tail, &pieces);
	for (size_t i = 0; i < pieces.count; i++) {
		const struct piece *piece = &pieces.items[i];
		size_t before = r->draft->references.count;

		collect_references(r, piece->first, piece->text, false, &r->draft->references);
		if (r->draft->references.count > before)
			use(r, piece->first, piece->last);
		else
			leave(r, piece->first, piece->last, _("điều khoản của quyết định ban hành kế hoạch"));
	}
	piece_list_release(&pieces);
}

/* True when the part is the plan that is followed, or goes on with it. */
static bool is_of_plan(const struct reading *r, int part, int main)
{
	return part == main || (part > main && !r->parts[part].kind);
}

static int by_place(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;

	return manuscript_place_compare((struct manuscript_place){ x->first, x->start },
					(struct manuscript_place){ y->first, y->start });
}

/* What a person says counts wherever it stands. */
static void cut_outside(struct reading *r, int main, struct piece_list *pieces)
{
	for (int i = 0; i < r->part_count && r->hints.count; i++) {
		const struct part *part = &r->parts[i];

		cut_said(r, part->front, is_of_plan(r, i, main) ? part->body : part->tail, pieces);
		cut_said(r, part->tail, part->end, pieces);
	}
	if (pieces->count)
		qsort(pieces->items, pieces->count, sizeof *pieces->items, by_place);
}

static void read_text(struct reading *r)
{
	struct piece_list pieces = { 0 };
	int main = main_part(r);

	for (int i = 0; i < r->part_count; i++) {
		const struct part *part = &r->parts[i];

		if (is_of_plan(r, i, main))
			cut_pieces(r, part->body, part->tail, &pieces);
		else if (i < main)
			read_articles(r, part);
		else
			leave(r, part->body, part->tail - 1, _("văn bản kèm theo, chưa đọc"));
		if (i >= main)
			cut_appendices(r, part->tail, part->end, &pieces);
	}
	cut_outside(r, main, &pieces);
	read_outline(r, &pieces);
	piece_list_release(&pieces);
	for (int i = 0; i < r->part_count; i++)
		read_tail(r, &r->parts[i]);
}

/* What only the title cites. */
static void read_title_references(struct reading *r)
{
	const struct plan *plan = &r->draft->plan;

	if (plan->title)
		collect_references(r, r->parts[0].type, plan->title, false, &r->draft->references);
}

static size_t count_lines(const struct manuscript *manuscript)
{
	size_t count = 0;

	for (size_t i = 0; i < manuscript->paragraphs.count; i++)
		count += manuscript->paragraphs.items[i].text[0] != '\0';
	return count;
}

enum status intake_read(const struct manuscript *manuscript, struct draft *out, struct error *err)
{
	struct draft draft = { 0 };
	enum status status = intake_read_hinted(manuscript, NULL, 0, &draft, err);

	if (status == OK && !draft.sections.count)
		status = error_set(err, STATUS_INVALID,
				   _("Văn bản có %zu dòng nhưng không có mục nào (I., 1., Điều 1. …): nếu đúng là kế hoạch, hãy "
				     "chỉ ra các mục của nó bằng «kehoach import --review»."), count_lines(manuscript));
	if (status != OK) {
		draft_release(&draft);
		return status;
	}
	draft_release(out);
	*out = draft;
	return OK;
}

enum status intake_read_hinted(const struct manuscript *manuscript, const struct hint_list *hints, int year,
			       struct draft *out, struct error *err)
{
	struct draft draft = { .plan.year = year };
	struct reading r = { .manuscript = manuscript, .draft = &draft, .subject = { -1, -1 },
			     .corrections = &draft.corrections };

	if (!count_lines(manuscript))
		return error_set(err, STATUS_INVALID,
				 _("Văn bản không có chữ nào: hãy kiểm tra lại tệp rồi nhập lại."));
	r.fates = xcalloc(manuscript->paragraphs.count, sizeof *r.fates);
	r.lines = xcalloc(manuscript->paragraphs.count, sizeof *r.lines);
	hint_index_init(&r.hints, hints);
	find_parts(&r);
	set_plan(&r);
	use_titles(&r);
	read_text(&r);
	read_title_references(&r);
	finish_stretches(&r);
	list_unused(&r);
	draft_release(out);
	*out = draft;
	for (int i = 0; i < r.part_count; i++)
		free(r.parts[i].title);
	reference_list_release(&r.known);
	release_task_tables(&r);
	hint_index_release(&r.hints);
	free(r.fates);
	free(r.lines);
	return OK;
}
