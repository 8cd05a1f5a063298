#include "tui/view_documents.h"

#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/detail.h"
#include "tui/view_outline.h"

/* One document, and where it is cited. */
struct paper {
	const struct reference **citations;	/* those in the order of the plan; at least one */
	size_t count;
	char *places;				/* "II.3-1, III-2"; NULL until it comes into sight */
};

struct documents_view {
	struct view view;
	row_id plan;
	struct reference_list references;
	const struct reference **sorted;	/* by the document they cite */
	struct paper *papers;			/* in the order of the plan; point into `sorted` */
	int paper_count;
	struct correction_list slips;		/* of the plan and its tasks */
	struct attachment_list attachments;	/* listed behind the papers */
	int missing;				/* of the attachments */
	struct list list;
	struct detail detail;
};

static struct documents_view *documents_view(struct view *view)
{
	return (struct documents_view *)view;
}

static struct paper *paper_at(const struct documents_view *v, int row)
{
	return row < v->paper_count ? &v->papers[row] : NULL;
}

static const struct attachment *attachment_at(const struct documents_view *v, int row)
{
	int at = row - v->paper_count;

	return at >= 0 && at < (int)v->attachments.count ? &v->attachments.items[at] : NULL;
}

/* --- citations -> documents --------------------------------------------- */

static int compare_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int compare_identity(const struct reference *a, const struct reference *b)
{
	int order = compare_text(a->number, b->number);

	if (!order)
		order = compare_text(a->kind, b->kind);
	if (!order)
		order = compare_text(a->issuer, b->issuer);
	return order ? order : date_compare(a->date, b->date);
}

/* The plan's own first, then those of its tasks as they stand in the list. */
static int compare_order(const struct reference *a, const struct reference *b)
{
	bool of_task = a->task_id != 0, other_of_task = b->task_id != 0;

	return of_task != other_of_task ? of_task - other_of_task : (a > b) - (a < b);
}

static int compare_citations(const void *a, const void *b)
{
	const struct reference *const *x = a, *const *y = b;
	int order = compare_identity(*x, *y);

	return order ? order : compare_order(*x, *y);
}

static int compare_papers(const void *a, const void *b)
{
	const struct paper *x = a, *y = b;

	return compare_order(x->citations[0], y->citations[0]);
}

static void free_papers(struct documents_view *v)
{
	for (int i = 0; i < v->paper_count; i++)
		free(v->papers[i].places);
	free(v->papers);
	free(v->sorted);
	v->papers = NULL;
	v->sorted = NULL;
	v->paper_count = 0;
}

static void make_papers(struct documents_view *v)
{
	size_t count = v->references.count;

	v->sorted = xcalloc(count, sizeof *v->sorted);
	v->papers = xcalloc(count, sizeof *v->papers);
	for (size_t i = 0; i < count; i++)
		v->sorted[i] = &v->references.items[i];
	qsort(v->sorted, count, sizeof *v->sorted, compare_citations);
	for (size_t i = 0; i < count; i++) {
		if (!i || compare_identity(v->sorted[i - 1], v->sorted[i]))
			v->papers[v->paper_count++].citations = &v->sorted[i];
		v->papers[v->paper_count - 1].count++;
	}
	qsort(v->papers, (size_t)v->paper_count, sizeof *v->papers, compare_papers);
}

/* --- reading ------------------------------------------------------------ */

static enum status read_references(struct documents_view *v, struct store *store, struct error *err)
{
	struct reference_list references = { 0 };
	enum status status = store->references(store, v->plan, -1, &references, err);

	if (status)
		return status;
	free_papers(v);
	reference_list_release(&v->references);
	v->references = references;
	make_papers(v);
	return OK;
}

static enum status read_slips(struct documents_view *v, struct store *store, struct error *err)
{
	struct correction_list slips = { 0 };
	enum status status = store->corrections(store, v->plan, 0, &slips, err);

	if (status)
		return status;
	correction_list_release(&v->slips);
	v->slips = slips;
	return OK;
}

/* The slip in one of the paper's citations; NULL: there is none. */
static const struct correction *slip_of(const struct documents_view *v, const struct paper *paper)
{
	for (size_t c = 0; paper && c < paper->count; c++)
		for (size_t i = 0; i < v->slips.count; i++)
			if (!strcmp(v->slips.items[i].issued, paper->citations[c]->raw))
				return &v->slips.items[i];
	return NULL;
}

static enum status read_attachments(struct documents_view *v, struct store *store, struct error *err)
{
	struct attachment_list attachments = { 0 };
	enum status status = plan_attachments(store, v->plan, &attachments, err);

	if (status)
		return status;
	attachment_list_release(&v->attachments);
	v->attachments = attachments;
	v->missing = 0;
	for (size_t i = 0; i < attachments.count; i++)
		v->missing += !attachments.items[i].present;
	return OK;
}

/* Where CITATION stands: "II.3-1", and there the title of the task. Both append. */
static enum status add_place(const struct reference *citation, struct store *store, struct strbuf *path,
			     struct strbuf *title, struct error *err)
{
	struct task_row task = { 0 };
	enum status status;

	if (!citation->task_id) {
		strbuf_add_text(path, _("phần chung"));
		return OK;
	}
	status = store->task_row_get(store, citation->task_id, &task, err);
	if (status)
		return status;
	strbuf_addf(path, "%s-%d", task.section_path, task.task.position);
	strbuf_add_text(title, task.task.title);
	task_row_release(&task);
	return OK;
}

static enum status read_places(struct paper *paper, struct store *store, struct error *err)
{
	struct strbuf text = STRBUF_INIT, title = STRBUF_INIT;
	enum status status = OK;

	for (size_t i = 0; i < paper->count && !status; i++) {
		if (i)
			strbuf_add_text(&text, ", ");
		status = add_place(paper->citations[i], store, &text, &title, err);
	}
	strbuf_release(&title);
	paper->places = strbuf_detach(&text);
	return status;
}

static enum status read_seen_places(struct documents_view *v, struct store *store, struct error *err)
{
	enum status status = OK;

	for (int i = 0; i < v->list.rows && !status; i++) {
		struct paper *paper = paper_at(v, v->list.top + i);

		if (paper && !paper->places)
			status = read_places(paper, store, err);
	}
	return status;
}

/* --- the detail --------------------------------------------------------- */

/* "Chỉ thị số 9/CT-UBND ngày 02/3/2012 của Ủy ban nhân dân tỉnh", as it is understood. */
static char *full_name(const struct reference *reference)
{
	struct strbuf text = STRBUF_INIT;
	char day[DATE_TEXT];

	strbuf_add_text(&text, reference->kind ? reference->kind : _("Văn bản"));
	if (reference->number)
		strbuf_addf(&text, _(" số %s"), reference->number);
	if (date_is_set(reference->date))
		strbuf_addf(&text, _(" ngày %s"), date_vietnamese(reference->date, day));
	if (reference->issuer)
		strbuf_addf(&text, _(" của %s"), reference->issuer);
	return strbuf_detach(&text);
}

/* "II.3-1 (nhắc đến): Tiếp tục …" */
static enum status read_citation(struct documents_view *v, const struct reference *citation,
				 struct store *store, struct error *err)
{
	struct strbuf path = STRBUF_INIT, title = STRBUF_INIT;
	enum status status = add_place(citation, store, &path, &title, err);

	detail_add(&v->detail, STYLE_NORMAL,
		   xasprintf(_("Dẫn ở %s (%s)%s%s"), path.text, relation_label(citation->relation),
			     title.length ? ": " : "", title.text));
	strbuf_release(&path);
	strbuf_release(&title);
	return status;
}

static enum status read_paper_detail(struct documents_view *v, const struct paper *paper, struct store *store,
				     struct error *err)
{
	const struct reference *reference = paper->citations[0];
	const struct correction *slip = slip_of(v, paper);
	enum status status = OK;

	detail_add(&v->detail, STYLE_STRONG, full_name(reference));
	if (slip)
		detail_add(&v->detail, STYLE_SOON,
			   xasprintf(_("Lỗi in: «%s» đọc là %s vì %s (%s)"), slip->issued, slip->reading, slip->reason,
				     correction_state_label(slip->state)));
	else if (reference->corrected)
		detail_add(&v->detail, STYLE_SOON,
			   xasprintf(_("Đã sửa lỗi in; nguyên văn là «%s»"), reference->raw));
	for (size_t i = 0; i < paper->count && !status; i++)
		status = read_citation(v, paper->citations[i], store, err);
	return status;
}

static void read_attachment_detail(struct documents_view *v, const struct attachment *attachment)
{
	detail_add(&v->detail, STYLE_STRONG,
		   attachment->size ? xasprintf("%s (%s)", attachment->name, attachment->size)
				    : xstrdup(attachment->name));
	if (attachment->present)
		detail_add(&v->detail, STYLE_DONE, xstrdup(_("Tệp đã có cùng kế hoạch.")));
	else
		detail_add(&v->detail, STYLE_OVERDUE,
			   xstrdup(_("Còn thiếu: kế hoạch có nêu tệp này nhưng tệp không kèm theo khi nhập; "
				     "hãy xin lại ở nơi gửi.")));
}

static enum status read_detail(struct documents_view *v, struct store *store, struct error *err)
{
	const struct paper *paper = paper_at(v, v->list.cursor);
	const struct attachment *attachment = attachment_at(v, v->list.cursor);

	v->detail.late = false;
	detail_clear(&v->detail);
	if (attachment)
		read_attachment_detail(v, attachment);
	return paper ? read_paper_detail(v, paper, store, err) : OK;
}

/* --- the view ----------------------------------------------------------- */

static enum status documents_update(struct view *view, struct app *app, struct rect rect, struct error *err)
{
	struct documents_view *v = documents_view(view);
	struct list_panes panes = detail_panes_now(&v->detail, app, rect);
	struct store *store = app->wb->store;
	bool stale = view->stale;
	enum status status = OK;

	v->detail.rect = panes.detail;
	view->stale = false;
	if (stale)
		status = read_references(v, store, err);
	if (stale && !status)
		status = read_attachments(v, store, err);
	if (stale && !status)
		status = read_slips(v, store, err);
	list_fit(&v->list, v->paper_count + (int)v->attachments.count, panes.list.rows);
	if (!status)
		status = read_seen_places(v, store, err);
	if (stale && !status)
		status = read_detail(v, store, err);
	return status;
}

static enum status documents_rest(struct view *view, struct app *app, struct error *err)
{
	struct documents_view *v = documents_view(view);

	return v->detail.late ? read_detail(v, app->wb->store, err) : OK;
}

static void documents_move(struct view *view, struct app *app, enum move move)
{
	struct documents_view *v = documents_view(view);

	(void)app;
	if (detail_move(&v->detail, move))
		return;
	list_move(&v->list, move);
	v->detail.late = true;
}

static void documents_detail(struct view *view, struct app *app)
{
	struct documents_view *v = documents_view(view);
	struct error err = ERROR_INIT;

	detail_turn(&v->detail);
	if (v->detail.late && read_detail(v, app->wb->store, &err))
		app_complain(app, &err);
	error_release(&err);
}

static void documents_back(struct view *view, struct app *app)
{
	if (documents_view(view)->detail.reading)
		documents_detail(view, app);
	else
		app_remove(app, view);
}

static void draw_title(const struct documents_view *v, struct surface *surface, int row)
{
	struct strbuf text = STRBUF_INIT;
	int width;

	strbuf_addf(&text, _("%d văn bản"), v->paper_count);
	if (v->missing)
		strbuf_addf(&text, _(" · thiếu %d tệp"), v->missing);
	else if (v->attachments.count)
		strbuf_addf(&text, _(" · %zu tệp"), v->attachments.count);
	width = viet_width(text.text, text.length);
	surface_text(surface, row, 1, surface->columns - width - 4, STYLE_TITLE,
		     _("Văn bản viện dẫn, tệp kèm theo"));
	surface_text_right(surface, row, surface->columns - 1 - width, width, STYLE_TITLE, text.text);
	strbuf_release(&text);
}

static void draw_heads(struct surface *surface, int row, const struct document_columns *at)
{
	surface_span(surface, row, at->number, STYLE_DIM, _("Số, ký hiệu"));
	surface_span(surface, row, at->date, STYLE_DIM, _("Ngày"));
	surface_span(surface, row, at->relation, STYLE_DIM, _("Quan hệ"));
	surface_span(surface, row, at->kind, STYLE_DIM, _("Loại"));
	surface_span(surface, row, at->issuer, STYLE_DIM, _("Cơ quan ban hành"));
	surface_span(surface, row, at->places, STYLE_DIM, _("Dẫn ở"));
}

static void draw_paper(const struct paper *paper, struct surface *surface, int row,
		       const struct document_columns *at)
{
	const struct reference *reference = paper->citations[0];
	char day[DATE_TEXT];
	const char *number = reference->number ? reference->number : reference->raw;
	enum role_style style = reference->corrected ? STYLE_SOON : STYLE_NORMAL;
	char *relation = xasprintf("%s%s", relation_label(reference->relation),
				   reference->corrected ? _(", đã sửa") : "");

	surface_span(surface, row, at->number, STYLE_NORMAL, number);
	surface_span(surface, row, at->date, STYLE_NORMAL, date_vietnamese(reference->date, day));
	surface_span(surface, row, at->relation, style, relation);
	surface_span(surface, row, at->kind, STYLE_NORMAL, reference->kind);
	surface_span(surface, row, at->issuer, STYLE_NORMAL, reference->issuer);
	surface_span(surface, row, at->places, STYLE_NORMAL, paper->places);
	free(relation);
}

/* The name stands where documents have the number and the date. */
static void draw_attachment(const struct attachment *attachment, struct surface *surface, int row,
			    const struct document_columns *at)
{
	struct span name = { at->number.column, at->date.column + at->date.width - at->number.column };

	surface_span(surface, row, name, STYLE_NORMAL, attachment->name);
	surface_span(surface, row, at->relation, attachment->present ? STYLE_NORMAL : STYLE_OVERDUE,
		     attachment->present ? _("tệp kèm theo") : _("! còn thiếu"));
	surface_span(surface, row, at->issuer, STYLE_DIM, attachment->size);
}

static void draw_row(const struct documents_view *v, struct surface *surface, int row,
		     const struct document_columns *at, int index)
{
	const struct paper *paper = paper_at(v, index);
	struct rect highlight = { row, 0, 1, at->number.column + at->number.width };

	if (paper)
		draw_paper(paper, surface, row, at);
	else
		draw_attachment(attachment_at(v, index), surface, row, at);
	if (index != v->list.cursor)
		return;
	surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	surface_restyle(surface, highlight, STYLE_CURSOR);
}

static void documents_draw(const struct view *view, struct surface *surface, struct rect rect)
{
	const struct documents_view *v = (const struct documents_view *)view;
	struct list_panes panes = detail_panes(&v->detail, rect);
	struct document_columns at = layout_document_columns(rect.columns);

	draw_title(v, surface, panes.title);
	draw_heads(surface, panes.heads, &at);
	if (!v->list.count)
		surface_text(surface, panes.list.row, at.number.column, rect.columns - 3, STYLE_DIM,
			     _("Kế hoạch không viện dẫn văn bản nào, không có tệp kèm theo."));
	for (int i = 0; i < panes.list.rows && v->list.top + i < v->list.count; i++)
		draw_row(v, surface, panes.list.row + i, &at, v->list.top + i);
	detail_draw(&v->detail, surface, &panes);
}

static void documents_free(struct view *view)
{
	struct documents_view *v = documents_view(view);

	free_papers(v);
	reference_list_release(&v->references);
	correction_list_release(&v->slips);
	attachment_list_release(&v->attachments);
	detail_release(&v->detail);
	free(v);
}

static const struct view_ops documents_ops = {
	.title = N_("Văn bản viện dẫn, tệp kèm theo"),
	.context = CTX_DOCUMENTS,
	.move = documents_move,
	.detail = documents_detail,
	.update = documents_update,
	.draw = documents_draw,
	.rest = documents_rest,
	.back = documents_back,
	.free = documents_free,
};

struct view *documents_view_new(row_id plan)
{
	struct documents_view *v = xcalloc(1, sizeof *v);

	v->view.ops = &documents_ops;
	v->plan = plan;
	return &v->view;
}

/* --- actions ------------------------------------------------------------ */

int act_view_documents(struct app *app, struct view *view)
{
	(void)view;
	app_show(app, documents_view_new(app->plan.id));
	return NOTHING;
}

/* The first task that cites the document; 0 when only the plan itself does. */
static row_id citing_task(const struct paper *paper)
{
	for (size_t i = 0; paper && i < paper->count; i++)
		if (paper->citations[i]->task_id)
			return paper->citations[i]->task_id;
	return 0;
}

int act_document_task(struct app *app, struct view *view)
{
	struct documents_view *v = documents_view(view);
	row_id task = citing_task(paper_at(v, v->list.cursor));
	struct error err = ERROR_INIT;

	if (!task)
		app_say(app, _("Không có nhiệm vụ nào nhắc đến văn bản này; nhấn 7 để đọc văn bản gốc."));
	else if (outline_view_go(app_find(app, CTX_OUTLINE), app, task, &err))
		app_complain(app, &err);
	else
		app_show(app, NULL);
	error_release(&err);
	return NOTHING;
}

static int decide(struct app *app, struct view *view, enum correction_state state)
{
	struct documents_view *v = documents_view(view);
	const struct correction *slip = slip_of(v, paper_at(v, v->list.cursor));
	struct error err = ERROR_INIT;

	if (!slip)
		app_say(app, _("Văn bản này không có chỗ in lỗi nào cần quyết định."));
	else if (workbench_decide_correction(app->wb, slip, state, &err))
		app_complain(app, &err);
	else
		app_say(app, _("Cách đọc chỗ in lỗi: %s · u để hoàn tác"), correction_state_label(state));
	error_release(&err);
	return CHANGED;
}

int act_slip_accept(struct app *app, struct view *view)
{
	return decide(app, view, CORRECTION_ACCEPTED);
}

int act_slip_reject(struct app *app, struct view *view)
{
	return decide(app, view, CORRECTION_REJECTED);
}
