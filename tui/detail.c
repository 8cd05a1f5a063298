#include "tui/detail.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"
#include "core/workbench/subplan.h"
#include "tui/app.h"
#include "tui/task_row.h"

enum {
	MISSING_SHOWN = 8,	/* bodies named before "…" */
	TITLE_COLUMNS = 150,	/* two lines of a small screen: who and when must be seen below it */
	MARGIN = 1,
};

void detail_clear(struct detail *detail)
{
	for (size_t i = 0; i < detail->count; i++)
		free(detail->lines[i].text);
	detail->count = 0;
	detail->top = 0;
}

void detail_release(struct detail *detail)
{
	detail_clear(detail);
	free(detail->lines);
	*detail = (struct detail){ 0 };
}

void detail_add(struct detail *detail, enum role_style style, char *text)
{
	if (!*text) {
		free(text);
		return;
	}
	GROW(detail->lines, detail->count + 1, detail->cap);
	detail->lines[detail->count++] = (struct detail_line){ style, text };
}

void detail_add_paragraphs(struct detail *detail, enum role_style style, const char *text)
{
	while (text && *text) {
		size_t length = strcspn(text, "\n");

		detail_add(detail, style, xstrndup(text, length));
		text += length + (text[length] == '\n');
	}
}

/* --- a task ------------------------------------------------------------- */

static enum status add_role(struct detail *detail, struct store *store,
			    const struct assignment_list *assignments,
			    enum role role, const char *label, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	enum status status = OK;

	for (size_t i = 0; i < assignments->count && !status; i++) {
		const struct assignment *assignment = &assignments->items[i];
		struct agency_list members = { 0 };

		if (assignment->role != role)
			continue;
		strbuf_addf(&text, "%s%s", text.length ? " · " : label, assignment->name);
		if (assignment->is_group)
			status = store->agency_members(store, assignment->agency_id, &members, err);
		if (assignment->is_group && !status)
			strbuf_addf(&text, " (%zu)", members.count);
		agency_list_release(&members);
	}
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
	return status;
}

static enum status add_assignments(struct detail *detail, struct store *store, row_id task, struct error *err)
{
	struct assignment_list assignments = { 0 };
	enum status status = store->assignments(store, task, &assignments, err);

	if (!status)
		status = add_role(detail, store, &assignments, ROLE_LEAD, _("Chủ trì: "), err);
	if (!status)
		status = add_role(detail, store, &assignments, ROLE_COORDINATING, _("Phối hợp: "), err);
	if (!status)
		status = add_role(detail, store, &assignments, ROLE_VIA, _("Báo cáo qua: "), err);
	assignment_list_release(&assignments);
	return status;
}

/* Of periodic work only what should be here: later periods are not missing yet. */
static bool is_missing(const struct obligation *obligation, struct date today)
{
	return obligation->state == OBLIGATION_OPEN && obligation->agency_name &&
	       (!obligation->period || date_compare(obligation->due, today) < 0);
}

/* "Sở Y tế", of periodic work "Sở Y tế 2013-Q3". */
static void add_body(const struct obligation *obligation, struct strbuf *out)
{
	strbuf_add_text(out, obligation->agency_name);
	if (obligation->period)
		strbuf_addf(out, " %s", obligation->period);
}

static void add_missing(struct detail *detail, const struct obligation_list *obligations)
{
	struct strbuf text = STRBUF_INIT;
	size_t missing = 0;

	for (size_t i = 0; i < obligations->count; i++) {
		const struct obligation *obligation = &obligations->items[i];

		if (!is_missing(obligation, clock_today()))
			continue;
		if (missing++ >= MISSING_SHOWN)
			continue;
		strbuf_add_text(&text, text.length ? ", " : _("Còn thiếu: "));
		add_body(obligation, &text);
	}
	if (missing > MISSING_SHOWN)
		strbuf_addf(&text, ", … (%zu)", missing);
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
}

/* A task that nobody leads has its mark from no body. */
static char *evidence_words(const struct obligation *obligation)
{
	struct strbuf body = STRBUF_INIT;
	char day[DATE_TEXT];
	char *words;

	date_vietnamese(obligation->done_on, day);
	if (!obligation->agency_name)
		return xasprintf(_("Xong %s: %s"), day, obligation->evidence);
	add_body(obligation, &body);
	words = xasprintf(_("%s xong %s: %s"), body.text, day, obligation->evidence);
	strbuf_release(&body);
	return words;
}

static void add_evidence(struct detail *detail, const struct obligation_list *obligations)
{
	for (size_t i = 0; i < obligations->count; i++) {
		const struct obligation *obligation = &obligations->items[i];

		if (obligation->state == OBLIGATION_DONE && obligation->evidence)
			detail_add(detail, STYLE_DONE, evidence_words(obligation));
	}
}

static void add_causes(struct detail *detail, const struct obligation_list *obligations)
{
	for (size_t i = 0; i < obligations->count; i++) {
		const struct obligation *obligation = &obligations->items[i];
		struct strbuf text = STRBUF_INIT;

		if (!obligation->cause || obligation->state == OBLIGATION_CLOSED)
			continue;
		strbuf_add_text(&text, _("Chậm vì: "));
		if (obligation->agency_name && obligations->count > 1) {
			add_body(obligation, &text);
			strbuf_add_text(&text, ": ");
		}
		strbuf_add_text(&text, obligation->cause);
		detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
	}
}

/* How far the bodies are that work by plans of their own. Most tasks name none: then the plans are not read. */
static enum status add_subplans(struct detail *detail, struct store *store, const struct task *task,
				const struct obligation_list *obligations, struct error *err)
{
	struct plan_row_list plans = { 0 };
	struct strbuf text = STRBUF_INIT;
	struct subplans sum;
	bool any = false;
	enum status status;

	for (size_t i = 0; i < obligations->count; i++)
		any = any || obligations->items[i].evidence_number;
	if (!any)
		return OK;
	status = store->plan_list(store, clock_today(), &plans, err);
	sum = subplans_of(&plans, task->plan_id, obligations);
	subplans_describe(&sum, &text);
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
	plan_row_list_release(&plans);
	return status;
}

static enum status add_obligations(struct detail *detail, struct store *store, const struct task *task,
				   struct error *err)
{
	struct obligation_list obligations = { 0 };
	enum status status = store->obligations(store, task->id, &obligations, err);

	if (!status && obligations.count > 1)
		add_missing(detail, &obligations);
	if (!status)
		add_evidence(detail, &obligations);
	if (!status)
		add_causes(detail, &obligations);
	if (!status)
		status = add_subplans(detail, store, task, &obligations, err);
	obligation_list_release(&obligations);
	return status;
}

static enum status add_extensions(struct detail *detail, struct store *store, row_id task, struct error *err)
{
	struct extension_list list = { 0 };
	enum status status = store->extensions(store, task, &list, err);

	for (size_t i = 0; i < list.count; i++) {
		struct strbuf text = STRBUF_INIT;

		strbuf_add_text(&text, _("Gia hạn: "));
		extension_describe(&list.items[i], &text);
		detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
	}
	extension_list_release(&list);
	return status;
}

static enum status add_proposals(struct detail *detail, struct store *store, row_id task, struct error *err)
{
	struct proposal_list list = { 0 };
	enum status status = store->proposals(store, 0, task, &list, err);

	for (size_t i = 0; i < list.count; i++) {
		struct strbuf text = STRBUF_INIT;

		strbuf_add_text(&text, _("Đề xuất: "));
		proposal_describe(&list.items[i], &text);
		detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
	}
	proposal_list_release(&list);
	return status;
}

static enum status add_notes(struct detail *detail, struct store *store, row_id task, struct error *err)
{
	struct note_list notes = { 0 };
	enum status status = store->notes(store, task, &notes, err);

	for (size_t i = 0; i < notes.count; i++) {
		char at[TIME_LOCAL_TEXT];

		detail_add(detail, STYLE_NORMAL,
			 xasprintf(_("Ghi chú (%s, %s): %s"), notes.items[i].who,
				   time_vietnamese(notes.items[i].at, at), notes.items[i].text));
	}
	note_list_release(&notes);
	return status;
}

/* The words stay as issued: what they are read as stands beside them. */
static enum status add_corrections(struct detail *detail, struct store *store, const struct task *task,
				   struct error *err)
{
	struct correction_list list = { 0 };
	enum status status = store->corrections(store, task->plan_id, task->id, &list, err);

	for (size_t i = 0; i < list.count; i++)
		detail_add(detail, STYLE_SOON,
			   xasprintf(_("Lỗi in: «%s» đọc là %s (%s)"), list.items[i].issued, list.items[i].reading,
				     correction_state_label(list.items[i].state)));
	correction_list_release(&list);
	return status;
}

static void add_doubts(struct detail *detail, const struct task *task)
{
	if (task->certainty != CERTAINTY_SURE && task->doubt)
		detail_add(detail, STYLE_SOON, xasprintf(_("Khi nhập chưa chắc (%s):"), certainty_label(task->certainty)));
	if (task->certainty != CERTAINTY_SURE)
		detail_add_paragraphs(detail, STYLE_SOON, task->doubt);
}

static void add_deadline(struct detail *detail, const struct task *task, struct date today)
{
	struct strbuf text = STRBUF_INIT, late = STRBUF_INIT;

	if (!task->deadline.raw)
		return;
	task_due_words(task, today, &late);
	strbuf_add_text(&text, _("Thời hạn: "));
	deadline_explain(&task->deadline, &text);
	if (late.length)
		strbuf_addf(&text, " · %s", late.text);
	strbuf_release(&late);
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
}

static void add_title(struct detail *detail, const char *title)
{
	struct strbuf text = STRBUF_INIT;

	viet_clip(title, strlen(title), TITLE_COLUMNS, &text);
	detail_add(detail, STYLE_STRONG, strbuf_detach(&text));
}

/* The document's words, where the title above did not say them all. */
static void add_text(struct detail *detail, const struct task *task)
{
	const char *text = task->text ? task->text : task->title;

	if (strcmp(text, task->title) || viet_width(text, strlen(text)) > TITLE_COLUMNS)
		detail_add_paragraphs(detail, STYLE_DIM, text);
}

static enum status add_labels(struct detail *detail, struct store *store, row_id task, struct error *err)
{
	struct label_list list = { 0 };
	struct strbuf text = STRBUF_INIT;
	enum status status = store->labels_of(store, task, &list, err);

	for (size_t i = 0; i < list.count; i++)
		strbuf_addf(&text, "%s%s%s", i ? "; " : _("Lĩnh vực, nhãn: "), list.items[i].kind == LABEL_TAG ? "#" : "",
			    list.items[i].name);
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
	label_list_release(&list);
	return status;
}

/* The task of the year before that it goes on with. */
static enum status add_renewed(struct detail *detail, struct store *store, const struct task *task, struct error *err)
{
	struct plan plan = { 0 };
	enum status status = store->plan_get(store, task->plan_id, &plan, err);

	if (!status && plan.renews)
		detail_add(detail, STYLE_DIM, xasprintf(_("Tiếp nối %s của %s."), task->renews, plan.renews));
	plan_release(&plan);
	return status;
}

enum status detail_read_task(struct detail *detail, struct store *store, row_id id, struct date today,
			     struct error *err)
{
	struct task task = { 0 };
	enum status status = store->task_get(store, id, &task, err);

	detail_clear(detail);
	if (!status) {
		add_title(detail, task.title);
		status = add_assignments(detail, store, id, err);
	}
	if (!status) {
		add_deadline(detail, &task, today);
		status = add_extensions(detail, store, id, err);
	}
	if (!status)
		status = add_obligations(detail, store, &task, err);
	if (!status && task.product)
		detail_add(detail, STYLE_NORMAL, xasprintf(_("Sản phẩm: %s"), task.product));
	if (!status)
		status = add_labels(detail, store, id, err);
	if (!status && task.renews)
		status = add_renewed(detail, store, &task, err);
	if (!status && task.inherited)
		detail_add(detail, STYLE_DIM, xstrdup(_("Chủ trì lấy theo câu mở đầu của mục.")));
	if (!status)
		status = add_proposals(detail, store, id, err);
	if (!status)
		status = add_notes(detail, store, id, err);
	if (!status)
		status = add_corrections(detail, store, &task, err);
	if (!status) {
		add_doubts(detail, &task);
		add_text(detail, &task);
	}
	task_release(&task);
	return status;
}

enum status detail_read_section(struct detail *detail, struct store *store, row_id id, struct error *err)
{
	struct section section = { 0 };
	enum status status = store->section_get(store, id, &section, err);

	detail_clear(detail);
	if (!status) {
		detail_add(detail, STYLE_STRONG, xasprintf("%s. %s", section.path, section.title));
		detail_add_paragraphs(detail, STYLE_NORMAL, section.body);
	}
	section_release(&section);
	return status;
}

/* --- shown -------------------------------------------------------------- */

/* One line of a paragraph when it is wrapped. */
struct piece {
	const char *text;
	size_t length;
	int column;		/* of the detail */
};

/* A point of a list ("- ", "+ "): its lines stand under its first letter, those of "+" further in. */
static int indent_of(const char *text, bool first)
{
	int marker = (text[0] == '-' || text[0] == '+') && text[1] == ' ' ? 2 : 0;

	return (text[0] == '+' ? marker : 0) + (first ? 0 : marker);
}

/* The piece that begins at *AT, which then is where the next one begins; false behind the last. */
static bool next_piece(const char *text, int columns, size_t *at, struct piece *piece)
{
	int indent = indent_of(text, *at == 0);
	size_t next;

	if (!text[*at])
		return false;
	piece->text = text + *at;
	piece->length = viet_wrap(piece->text, strlen(piece->text), columns - 2 * MARGIN - indent, &next);
	piece->column = MARGIN + indent;
	*at += next;
	return true;
}

static int all_lines(const struct detail *detail, int columns)
{
	int all = 0;

	for (size_t i = 0; i < detail->count; i++) {
		struct piece piece;
		size_t at = 0;

		while (next_piece(detail->lines[i].text, columns, &at, &piece))
			all++;
	}
	return all;
}

void detail_turn(struct detail *detail)
{
	detail->reading = !detail->reading;
	detail->top = 0;
}

struct list_panes detail_panes(const struct detail *detail, struct rect screen)
{
	return layout_list_panes(screen, detail->reading ? DETAIL_LARGE : detail->on_demand ? DETAIL_NONE : DETAIL_USUAL);
}

struct list_panes detail_panes_now(struct detail *detail, const struct app *app, struct rect screen)
{
	detail->on_demand = app->preferences.chosen[PREFERENCE_DENSITY] == DENSITY_DENSE;
	return detail_panes(detail, screen);
}

bool detail_move(struct detail *detail, enum move move)
{
	int all = all_lines(detail, detail->rect.columns), rows = detail->rect.rows;
	int page = rows > 1 ? rows - 1 : 1;
	const int steps[] = { [MOVE_UP] = -1, [MOVE_DOWN] = 1, [MOVE_PAGE_UP] = -page,
			      [MOVE_PAGE_DOWN] = page, [MOVE_HOME] = -all, [MOVE_END] = all };

	if (!detail->reading)
		return false;
	detail->top += steps[move];
	if (detail->top > all - rows)
		detail->top = all - rows;
	if (detail->top < 0)
		detail->top = 0;
	return true;
}

/* Draws those wrapped lines that fall into RECT; the first one is line FIRST of it. Returns the next. */
static int draw_paragraph(const struct detail_line *line, struct surface *surface, struct rect rect,
			  int first)
{
	struct piece piece;
	size_t at = 0;

	for (; next_piece(line->text, rect.columns, &at, &piece); first++) {
		char *text = xstrndup(piece.text, piece.length);

		if (first >= 0 && first < rect.rows)
			surface_text(surface, rect.row + first, rect.column + piece.column,
				     rect.columns - MARGIN - piece.column, line->style, text);
		free(text);
	}
	return first;
}

/* "còn 12 dòng · Tab đọc", or where one is in it. */
static void draw_more(const struct detail *detail, struct surface *surface, const struct list_panes *panes)
{
	int rows = panes->detail.rows, all = all_lines(detail, panes->detail.columns);
	int last = detail->top + rows < all ? detail->top + rows : all;
	char *text;

	if (detail->reading)
		text = xasprintf(_(" dòng %d–%d trên %d · Tab về danh sách "), detail->top + 1, last, all);
	else
		text = xasprintf(_(" còn %d dòng · Tab đọc "), all - last);
	if (detail->reading || all > rows)
		surface_text_right(surface, panes->rule, 0, surface->columns - 1, STYLE_DIM, text);
	free(text);
}

void detail_draw(const struct detail *detail, struct surface *surface, const struct list_panes *panes)
{
	int row = -detail->top;

	if (panes->rule < 0)
		return;
	surface_rule(surface, panes->rule, detail->reading ? STYLE_STRONG : STYLE_DIM);
	draw_more(detail, surface, panes);
	for (size_t i = 0; i < detail->count && row < panes->detail.rows; i++)
		row = draw_paragraph(&detail->lines[i], surface, panes->detail, row);
}
