#include "core/workbench/meeting_paper.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"
#include "core/workbench/internal.h"

/* What a paper is made of: the log of one meeting. */
struct log {
	struct workbench *wb;
	const struct meeting *meeting;
	struct plan plan;
	struct meeting_item_list items;
	struct conclusion_list conclusions;
	struct strbuf *out;
};

static void log_release(struct log *log)
{
	plan_release(&log->plan);
	meeting_item_list_release(&log->items);
	conclusion_list_release(&log->conclusions);
}

static enum status log_read(struct log *log, struct error *err)
{
	struct store *store = log->wb->store;
	enum status status = store->plan_get(store, log->meeting->plan_id, &log->plan, err);

	if (status == OK)
		status = store->meeting_items(store, log->meeting->id, &log->items, err);
	if (status == OK)
		status = store->conclusions(store, log->meeting->id, 0, &log->conclusions, err);
	return status;
}

static void __attribute__((format(printf, 3, 4))) add(struct log *log, enum paper_role role, const char *format, ...)
{
	va_list ap;
	char *text;

	va_start(ap, format);
	text = xvasprintf(format, ap);
	va_end(ap);
	for (char *c = text; *c; c++)
		if (*c == '\n')
			*c = ' ';
	strbuf_addf(log->out, "%c %s\n", (char)role, text);
	free(text);
}

/* --- the head ------------------------------------------------------------- */

/* "Hà Bắc, ngày 05 tháng 3 năm 2013": a day below 10 and the months 1 and 2 take a zero. */
static char *place_and_day(const struct log *log)
{
	struct date day = log->meeting->day;

	return xasprintf(day.month < 3 ? _("%s, ngày %02d tháng %02d năm %d") : _("%s, ngày %02d tháng %d năm %d"),
			 log->plan.place ? log->plan.place : "…", day.day, day.month, day.year);
}

static void add_head(struct log *log, const char *symbol)
{
	struct strbuf issuer = STRBUF_INIT;
	const char *name = log->plan.issuer ? log->plan.issuer : "…";
	char *day = place_and_day(log);

	viet_upper(name, strlen(name), &issuer);
	add(log, PAPER_HEAD, "%s\t%s", issuer.text, _("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
	add(log, PAPER_HEAD, "\t%s", _("Độc lập - Tự do - Hạnh phúc"));
	add(log, PAPER_HEAD, _("Số:       /%s\t%s"), symbol, day);
	free(day);
	strbuf_release(&issuer);
}

/* --- the conclusions, by body ---------------------------------------------- */

/* One conclusion that concerns one body. */
struct charge {
	char *body;
	row_id body_id;
	const struct conclusion *conclusion;
};

struct charges {
	struct charge *items;
	size_t count, cap;
};

static void add_charge(struct charges *charges, row_id id, const char *body, const struct conclusion *conclusion)
{
	GROW(charges->items, charges->count + 1, charges->cap);
	charges->items[charges->count++] = (struct charge){ xstrdup(body), id, conclusion };
}

/* Those that lead the task, unless one was named. */
static enum status charge_bodies(struct log *log, const struct conclusion *conclusion, struct charges *charges, struct error *err)
{
	struct store *store = log->wb->store;
	struct assignment_list list = { 0 };
	size_t before = charges->count;
	enum status status = OK;

	if (conclusion->agency_id)
		add_charge(charges, conclusion->agency_id, conclusion->agency_name, conclusion);
	else
		status = store->assignments(store, conclusion->task_id, &list, err);
	for (size_t i = 0; status == OK && i < list.count; i++)
		if (list.items[i].role == ROLE_LEAD)
			add_charge(charges, list.items[i].agency_id, list.items[i].name, conclusion);
	if (status == OK && charges->count == before)
		add_charge(charges, 0, _("Chưa rõ cơ quan thực hiện"), conclusion);
	assignment_list_release(&list);
	return status;
}

static enum status add_charge_line(struct log *log, const struct charge *charge, struct error *err)
{
	struct task_row row = { 0 };
	struct strbuf words = STRBUF_INIT;
	char day[DATE_TEXT];
	enum status status = log->wb->store->task_row_get(log->wb->store, charge->conclusion->task_id, &row, err);

	if (status == OK) {
		conclusion_describe(charge->conclusion, &words);
		if (charge->conclusion->kind == CONCLUSION_FREE)
			add(log, PAPER_ITEM, "- %s%s%s.", row.task.title, date_is_set(row.task.next_due) ? _("; hoàn thành chậm nhất ngày ") : "",
			    date_is_set(row.task.next_due) ? date_vietnamese(row.task.next_due, day) : "");
		else if (date_is_set(row.task.next_due) && !date_is_set(charge->conclusion->due) &&
			 charge->conclusion->kind != CONCLUSION_DONE)
			add(log, PAPER_ITEM, _("- %s (%s-%d): %s; hạn: ngày %s."), row.task.title, row.section_path, row.task.position, words.text,
			    date_vietnamese(row.task.next_due, day));
		else
			add(log, PAPER_ITEM, "- %s (%s-%d): %s.", row.task.title, row.section_path, row.task.position, words.text);
	}
	strbuf_release(&words);
	task_row_release(&row);
	return status;
}

/* Bodies in the order in which they come up. */
static enum status add_by_body(struct log *log, struct error *err)
{
	struct charges charges = { 0 };
	int number = 0;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < log->conclusions.count; i++)
		if (log->conclusions.items[i].kind != CONCLUSION_POSTPONE)
			status = charge_bodies(log, &log->conclusions.items[i], &charges, err);
	for (size_t i = 0; status == OK && i < charges.count; i++) {
		bool told = false;

		for (size_t k = 0; k < i; k++)
			told = told || charges.items[k].body_id == charges.items[i].body_id;
		if (told)
			continue;
		add(log, PAPER_HEADING, "%d. %s", ++number, charges.items[i].body);
		for (size_t k = i; status == OK && k < charges.count; k++)
			if (charges.items[k].body_id == charges.items[i].body_id)
				status = add_charge_line(log, &charges.items[k], err);
	}
	if (status == OK && !charges.count)
		add(log, PAPER_BODY, "%s", _("Phiên họp chưa có kết luận nào."));
	for (size_t i = 0; i < charges.count; i++)
		free(charges.items[i].body);
	free(charges.items);
	return status;
}

static enum status add_unresolved(struct log *log, const char *heading, struct error *err)
{
	bool any = false;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < log->items.count; i++) {
		const struct meeting_item *item = &log->items.items[i];
		const struct conclusion *last = conclusion_last(&log->conclusions, item->task_id);
		struct task_row row = { 0 };

		if (!conclusion_is_missing(&log->conclusions, item->task_id))
			continue;
		if (!any)
			add(log, PAPER_HEADING, "%s", heading);
		any = true;
		status = log->wb->store->task_row_get(log->wb->store, item->task_id, &row, err);
		if (status == OK)
			add(log, PAPER_ITEM, last && last->words ? "- %s (%s-%d): %s." : "- %s (%s-%d).", row.task.title, row.section_path,
			    row.task.position, last && last->words ? last->words : "");
		task_row_release(&row);
	}
	return status;
}

/* --- the minutes ------------------------------------------------------------ */

static void add_people(struct log *log)
{
	const struct meeting *m = log->meeting;

	add(log, PAPER_BODY, _("Địa điểm: %s."), m->place ? m->place : "…");
	add(log, PAPER_BODY, _("Chủ trì: %s."), m->chair ? m->chair : "…");
	add(log, PAPER_BODY, _("Thư ký: %s."), m->secretary ? m->secretary : "…");
	add(log, PAPER_BODY, _("Thành phần tham dự: %s."), m->present ? m->present : "…");
}

/* One item of the agenda with all that was concluded of it. */
static enum status add_discussed(struct log *log, int number, const struct meeting_item *item, struct error *err)
{
	struct task_row row = { 0 };
	bool any = false;
	enum status status = log->wb->store->task_row_get(log->wb->store, item->task_id, &row, err);

	if (status == OK)
		add(log, PAPER_HEADING, "%d. %s (%s-%d)", number, row.task.title, row.section_path, row.task.position);
	for (size_t i = 0; status == OK && i < log->conclusions.count; i++) {
		const struct conclusion *c = &log->conclusions.items[i];
		struct strbuf words = STRBUF_INIT;

		if (c->task_id != item->task_id)
			continue;
		any = true;
		conclusion_describe(c, &words);
		add(log, PAPER_ITEM, "- %s%s%s.", c->agency_name ? c->agency_name : "", c->agency_name ? ": " : "", words.text);
		strbuf_release(&words);
	}
	if (status == OK && !any)
		add(log, PAPER_ITEM, "%s", _("- Chưa kết luận."));
	task_row_release(&row);
	return status;
}

static enum status add_new_tasks(struct log *log, struct error *err)
{
	bool any = false;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < log->conclusions.count; i++) {
		const struct conclusion *c = &log->conclusions.items[i];

		if (c->kind != CONCLUSION_FREE)
			continue;
		if (!any)
			add(log, PAPER_HEADING, "%s", _("Việc mới được giao"));
		any = true;
		status = add_charge_line(log, &(struct charge){ .conclusion = c }, err);
	}
	return status;
}

static enum status draft_minutes(struct log *log, struct error *err)
{
	const struct meeting *m = log->meeting;
	char day[DATE_TEXT], time[TIME_LOCAL_TEXT];
	enum status status = OK;

	add_head(log, "BB-…");
	add(log, PAPER_TITLE, "%s", _("BIÊN BẢN"));
	add(log, PAPER_SUBJECT, "%s", m->title);
	add(log, PAPER_BODY, _("Thời gian bắt đầu: … giờ …, ngày %s."), date_vietnamese(m->day, day));
	add_people(log);
	add(log, PAPER_BODY, _("Nội dung: xem xét %zu nhiệm vụ của %s."), log->items.count, log->plan.number ? log->plan.number : log->plan.title);
	for (size_t i = 0; status == OK && i < log->items.count; i++)
		status = add_discussed(log, (int)i + 1, &log->items.items[i], err);
	if (status == OK)
		status = add_new_tasks(log, err);
	if (status == OK && m->ended)
		add(log, PAPER_BODY, _("Phiên họp kết thúc lúc %s."), time_vietnamese(m->ended, time));
	if (status == OK) {
		add(log, PAPER_SIGN, "%s\t%s", _("THƯ KÝ"), _("CHỦ TỌA"));
		add(log, PAPER_SIGN, "%s\t%s", m->secretary ? m->secretary : "", m->chair ? m->chair : "");
		add(log, PAPER_COPY, "%s", _("Nơi nhận:"));
		add(log, PAPER_COPY, "%s", _("- Thành phần dự họp;"));
		add(log, PAPER_COPY, "%s", _("- Lưu: VT."));
	}
	return status;
}

/* --- the notice --------------------------------------------------------------- */

static void add_standing(struct log *log)
{
	size_t concluded = 0, done = 0;

	for (size_t i = 0; i < log->items.count; i++) {
		const struct conclusion *last = conclusion_last(&log->conclusions, log->items.items[i].task_id);

		concluded += !conclusion_is_missing(&log->conclusions, log->items.items[i].task_id);
		done += last && last->kind == CONCLUSION_DONE;
	}
	add(log, PAPER_HEADING, "%s", _("I. ĐÁNH GIÁ CHUNG"));
	add(log, PAPER_BODY, _("Phiên họp đã xem xét %zu nhiệm vụ của %s: kết luận %zu nhiệm vụ, trong đó %zu nhiệm vụ đã hoàn thành; "
			       "còn %zu nhiệm vụ để phiên họp sau."),
	    log->items.count, log->plan.number ? log->plan.number : log->plan.title, concluded, done, log->items.count - concluded);
}

static enum status draft_notice(struct log *log, struct error *err)
{
	const struct meeting *m = log->meeting;
	char day[DATE_TEXT];
	enum status status;

	add_head(log, "TB-…");
	add(log, PAPER_TITLE, "%s", _("THÔNG BÁO"));
	add(log, PAPER_SUBJECT, _("Kết luận tại phiên họp: %s"), m->title);
	add(log, PAPER_BODY, _("Ngày %s, tại %s, %s chủ trì phiên họp: %s. Tham dự có: %s."), date_vietnamese(m->day, day), m->place ? m->place : "…",
	    m->chair ? m->chair : "…", m->title, m->present ? m->present : "…");
	add(log, PAPER_BODY, "%s", _("Sau khi nghe báo cáo và ý kiến của các cơ quan dự họp, chủ trì phiên họp kết luận như sau:"));
	add_standing(log);
	add(log, PAPER_HEADING, "%s", _("II. NHIỆM VỤ CỦA CÁC CƠ QUAN"));
	status = add_by_body(log, err);
	if (status == OK)
		status = add_unresolved(log, _("III. VIỆC ĐỂ PHIÊN HỌP SAU"), err);
	if (status == OK) {
		add(log, PAPER_BODY, "%s", _("Các cơ quan căn cứ kết luận này tổ chức thực hiện đúng thời hạn./."));
		add(log, PAPER_SIGN, "%s\t%s", _("Nơi nhận:"), _("TL. THỦ TRƯỞNG CƠ QUAN"));
		add(log, PAPER_COPY, "%s", _("- Các cơ quan nêu tại Mục II;"));
		add(log, PAPER_COPY, "%s", _("- Lưu: VT."));
	}
	return status;
}

enum status meeting_draft(struct workbench *wb, const struct meeting *meeting, enum meeting_paper which, struct strbuf *out,
			  struct error *err)
{
	struct log log = { .wb = wb, .meeting = meeting, .out = out };
	enum status status = log_read(&log, err);

	if (status == OK)
		status = which == PAPER_MINUTES ? draft_minutes(&log, err) : draft_notice(&log, err);
	log_release(&log);
	return status;
}

/* --- as text -------------------------------------------------------------------- */

bool paper_next(const char **draft, enum paper_role *role, const char **words, size_t *length)
{
	const char *line = *draft;
	size_t whole = strcspn(line, "\n");

	if (!*line)
		return false;
	*role = (enum paper_role)*line;
	*words = whole > 2 ? line + 2 : line + whole;
	*length = whole > 2 ? whole - 2 : 0;
	*draft = line + whole + (line[whole] == '\n');
	return true;
}

/* TEXT of WIDTH in the middle of COLUMNS that begin at AT. */
static void add_centred(const char *text, size_t length, int at, int columns, struct strbuf *line)
{
	int width = viet_width(text, length), used = viet_width(line->text, line->length);

	for (int start = at + (columns > width ? (columns - width) / 2 : 0); used < start; used++)
		strbuf_add_char(line, ' ');
	strbuf_add(line, text, length);
}

static void add_halves(const char *words, size_t length, int columns, struct strbuf *out)
{
	const char *tab = memchr(words, '\t', length);
	size_t left = tab ? (size_t)(tab - words) : length;
	struct strbuf line = STRBUF_INIT;

	if (left && tab && viet_width(words, left) > columns / 2 - 2) {	/* both do not fit side by side */
		strbuf_add(out, words, left);
		strbuf_add_char(out, '\n');
		left = 0;
	}
	if (left)
		add_centred(words, left, 0, columns / 2, &line);
	if (tab)
		add_centred(tab + 1, length - (size_t)(tab + 1 - words), columns / 2, columns - columns / 2, &line);
	strbuf_addf(out, "%s\n", line.text);
	strbuf_release(&line);
}

static void add_wrapped(const char *words, size_t length, int columns, bool centred, struct strbuf *out)
{
	size_t at = 0;

	while (at < length) {
		size_t next, end = viet_wrap(words + at, length - at, columns, &next);

		if (centred) {
			struct strbuf line = STRBUF_INIT;

			add_centred(words + at, end, 0, columns, &line);
			strbuf_add_text(out, line.text);
			strbuf_release(&line);
		} else {
			strbuf_add(out, words + at, end);
		}
		strbuf_add_char(out, '\n');
		at += next;
	}
}

void paper_as_text(const char *draft, int columns, struct strbuf *out)
{
	enum paper_role role, before = PAPER_HEAD;
	const char *words;
	size_t length;

	for (; paper_next(&draft, &role, &words, &length); before = role) {
		if (role != before || role == PAPER_HEADING)
			strbuf_add_char(out, '\n');
		if (role == PAPER_HEAD || role == PAPER_SIGN)
			add_halves(words, length, columns, out);
		else
			add_wrapped(words, length, columns, role == PAPER_TITLE || role == PAPER_SUBJECT, out);
	}
}
