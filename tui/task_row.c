#include "tui/task_row.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"

static bool is_pending(const struct task *task)
{
	return task->status == TASK_OPEN || task->status == TASK_DOING;
}

static enum standing standing_now(const struct task *task, struct date today)
{
	struct date none = { 0, 0, 0 };

	if (task->status == TASK_DONE)
		return STANDING_DONE;
	if (!is_pending(task))
		return STANDING_UNDATED;
	return standing_of(false, none, task->next_due, today);
}

static enum role_style standing_style(enum standing standing)
{
	switch (standing) {
	case STANDING_OVERDUE:
		return STYLE_OVERDUE;
	case STANDING_SOON:
		return STYLE_SOON;
	case STANDING_DONE:
	case STANDING_DONE_LATE:
		return STYLE_DONE;
	case STANDING_UNDATED:
	case STANDING_ONTIME:
		return STYLE_NORMAL;
	}
	return STYLE_NORMAL;
}

const char *task_sign(const struct task *task, struct date today, enum role_style *style)
{
	enum standing standing = standing_now(task, today);

	*style = standing_style(standing);
	if (task->status == TASK_SUSPENDED)
		return "=";
	if (task->status == TASK_CANCELLED)
		return "-";
	if (standing == STANDING_DONE)
		return "✓";
	return standing == STANDING_OVERDUE ? "!" : "·";
}

static int days_left(const struct task *task, struct date today)
{
	return date_days_between(today, task->next_due);
}

void task_state(const struct task *task, struct date today, struct strbuf *out)
{
	bool shared = task->obligations > 1;

	if (shared && is_pending(task))
		strbuf_addf(out, "%d/%d", task->obligations_done, task->obligations);
	switch (standing_now(task, today)) {
	case STANDING_OVERDUE:
		strbuf_addf(out, shared ? _(" trễ %d") : _("trễ %d ngày"), -days_left(task, today));
		return;
	case STANDING_SOON:
		if (!days_left(task, today))
			strbuf_add_text(out, shared ? _(" hôm nay") : _("hôm nay"));
		else
			strbuf_addf(out, shared ? _(" còn %d") : _("còn %d ngày"), days_left(task, today));
		return;
	case STANDING_DONE:
	case STANDING_DONE_LATE:
		strbuf_add_text(out, _("xong"));
		return;
	case STANDING_UNDATED:
	case STANDING_ONTIME:
		break;
	}
	if (!shared || !is_pending(task))
		strbuf_add_text(out, task_status_label(task->status));
}

void task_due_words(const struct task *task, struct date today, struct strbuf *out)
{
	int days;

	if (!is_pending(task) || !date_is_set(task->next_due))
		return;
	days = days_left(task, today);
	if (days < 0)
		strbuf_addf(out, _("Quá hạn %d ngày"), -days);
	else if (days == 0)
		strbuf_add_text(out, _("Hết hạn hôm nay"));
	else
		strbuf_addf(out, _("Còn %d ngày"), days);
}

/* --- drawing ------------------------------------------------------------ */

static int level_of(const char *section_path)
{
	int level = 1;

	for (; *section_path; section_path++)
		level += *section_path == '.';
	return level;
}

static void draw_path(struct surface *surface, int row, struct span span, int indent, const char *text)
{
	int room = span.width - viet_width(text, strlen(text));

	if (indent > room)
		indent = room > 0 ? room : 0;
	surface_text(surface, row, span.column + indent, span.width - indent, STYLE_NORMAL, text);
}

/* The deadline; of work that was given more time, the day that counts now. */
static void add_due(const struct task *task, struct strbuf *out)
{
	struct deadline moved = { .raw = task->deadline.raw, .kind = DEADLINE_DATE, .due = task->next_due };

	if (date_is_set(task->deadline.due) && date_compare(task->next_due, task->deadline.due) > 0)
		deadline_brief(&moved, out);
	else
		deadline_brief(&task->deadline, out);
}

void draw_task_row(struct surface *surface, int row, const struct task_columns *at,
		   const struct task_row *task,
		   struct date today, bool full_path)
{
	struct strbuf text = STRBUF_INIT;
	enum role_style style;
	const char *sign = task_sign(&task->task, today, &style);

	surface_span(surface, row, at->sign, STYLE_NORMAL, sign);
	strbuf_addf(&text, "%s-%d", full_path ? task->section_path : "", task->task.position);
	draw_path(surface, row, at->path, full_path ? 0 : level_of(task->section_path), text.text);
	surface_span(surface, row, at->title, STYLE_NORMAL, task->task.title);
	surface_span(surface, row, at->product, STYLE_DIM, task->task.product);
	surface_span(surface, row, at->lead, STYLE_NORMAL, task->leads);
	strbuf_clear(&text);
	add_due(&task->task, &text);
	surface_span(surface, row, at->due, STYLE_NORMAL, text.text);
	strbuf_clear(&text);
	task_state(&task->task, today, &text);
	surface_span(surface, row, at->state, style, text.text);
	strbuf_release(&text);
}

void draw_section_row(struct surface *surface, int row, const struct task_columns *at,
		      const struct section_row *section,
		      bool folded)
{
	const char *path = section->section.path, *dot = strrchr(path, '.');
	enum role_style style = section->section.level == 1 ? STYLE_STRONG : STYLE_NORMAL;
	struct strbuf text = STRBUF_INIT;

	surface_span(surface, row, at->sign, STYLE_NORMAL, folded ? "▸" : "▾");
	draw_path(surface, row, at->path, section->section.level - 1, dot ? dot + 1 : path);
	if (section->progress.tasks)
		strbuf_addf(&text, _("%d/%d xong"), section->progress.done, section->progress.tasks);
	surface_text(surface, row, at->title.column, at->state.column - 1 - at->title.column, style,
		     section->section.title);
	surface_span(surface, row, at->state, STYLE_NORMAL, text.text);
	strbuf_release(&text);
}

void draw_task_heads(struct surface *surface, int row, const struct task_columns *at, const char *first)
{
	surface_text(surface, row, at->path.column, at->title.column + at->title.width - at->path.column,
		     STYLE_DIM, first);
	surface_span(surface, row, at->product, STYLE_DIM, _("Sản phẩm"));
	surface_span(surface, row, at->lead, STYLE_DIM, _("Chủ trì"));
	surface_span(surface, row, at->due, STYLE_DIM, _("Hạn"));
	surface_span(surface, row, at->state, STYLE_DIM, _("Tình trạng"));
}

void draw_cursor(struct surface *surface, int row, const struct task_columns *at)
{
	int end = at->path.column + at->path.width;

	surface_text(surface, row, 0, 1, STYLE_CURSOR, "▸");
	while (end > at->path.column && !strcmp(surface_at(surface, row, end - 1)->text, " "))
		end--;
	surface_restyle(surface, (struct rect){ row, 0, 1, end }, STYLE_CURSOR);
}

void draw_picked(struct surface *surface, int row, const struct task_columns *at)
{
	surface_text(surface, row, at->pick.column, 1, STYLE_PICKED, "*");
}
