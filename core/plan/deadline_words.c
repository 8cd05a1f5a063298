/* How a deadline is shown, and how a person types a day. */
#include "core/plan/deadline.h"

#include <stdio.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/words.h"
#include "core/plan/written_date.h"

static const char *period_label(enum period_unit every)
{
	static const char *const labels[] = {
		[PERIOD_NONE] = N_("định kỳ"), [PERIOD_WEEK] = N_("hằng tuần"), [PERIOD_MONTH] = N_("hằng tháng"),
		[PERIOD_QUARTER] = N_("hằng quý"), [PERIOD_HALF] = N_("6 tháng"), [PERIOD_YEAR] = N_("hằng năm"),
	};

	return _(labels[every]);
}

static void explain_undated(const struct deadline *d, struct strbuf *out)
{
	switch (d->kind) {
	case DEADLINE_ONGOING:
		strbuf_add_text(out, _("thường xuyên, không có ngày hết hạn"));
		break;
	case DEADLINE_PERIODIC:
		if (d->every == PERIOD_NONE)
			strbuf_add_text(out, _("định kỳ, chưa rõ kỳ nào"));
		else
			strbuf_addf(out, _("lặp lại: %s"), period_label(d->every));
		break;
	case DEADLINE_CONDITIONAL:
		strbuf_add_text(out, _("phụ thuộc việc khác, chưa tính được ngày"));
		break;
	default:
		strbuf_add_text(out, _("chưa hiểu thành ngày"));
		break;
	}
}

void deadline_explain(const struct deadline *d, struct strbuf *out)
{
	char start[DATE_TEXT], due[DATE_TEXT];

	if (d->kind == DEADLINE_NONE && !d->raw) {
		strbuf_add_text(out, _("chưa có hạn"));
		return;
	}
	date_vietnamese(d->start, start);
	date_vietnamese(d->due, due);
	if (d->kind == DEADLINE_RANGE)
		strbuf_addf(out, _("từ %s, hết hạn %s"), start, due);
	else if (d->kind == DEADLINE_FROM)
		strbuf_addf(out, _("bắt đầu từ %s, không có ngày hết hạn"), start);
	else if (date_is_set(d->due))
		strbuf_addf(out, _("hết hạn %s"), due);
	else
		explain_undated(d, out);
	if (d->raw)
		strbuf_addf(out, _(", theo lời «%s»"), d->raw);
}

/* "31/8/13" */
static void add_short_date(struct date date, struct strbuf *out)
{
	char text[DATE_TEXT];
	const char *year = strrchr(date_vietnamese(date, text), '/');

	if (year)
		strbuf_addf(out, "%.*s/%02d", (int)(year - text), text, date.year % 100);
}

void deadline_brief(const struct deadline *d, struct strbuf *out)
{
	if (date_is_set(d->due)) {
		add_short_date(d->due, out);
	} else if (d->kind == DEADLINE_FROM) {
		strbuf_addf(out, "%s ", _("từ"));
		add_short_date(d->start, out);
	} else if (d->kind == DEADLINE_ONGOING) {
		strbuf_add_text(out, _("t.xuyên"));
	} else if (d->kind == DEADLINE_PERIODIC) {
		strbuf_add_text(out, period_label(d->every));
	} else if (d->kind == DEADLINE_CONDITIONAL) {
		strbuf_add_text(out, _("tùy việc"));
	} else if (d->raw) {
		strbuf_add_text(out, "?");
	}
}

/* --- a day as a person types it ----------------------------------------- */

/* "15/9/13" */
static bool read_short_year(const struct words *w, struct date *out)
{
	if (phrase_at(w, 0, "# /|-|. # /|-|. #") != 5 || w->count != 5 || w->items[4].value > 99)
		return false;
	*out = date_make(2000 + w->items[4].value, w->items[2].value, w->items[0].value);
	return true;
}

static bool read_day_word(const struct words *w, struct date today, struct date *out)
{
	static const struct {
		const char *pattern;
		int days;
	} names[] = {
		{ "hôm nay", 0 }, { "hôm qua", -1 }, { "hôm kia", -2 }, { "ngày? mai", 1 }, { "ngày? kia", 2 },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (w->count && phrase_at(w, 0, names[i].pattern) == w->count) {
			*out = date_add_days(today, names[i].days);
			return true;
		}
	}
	return false;
}

static bool read_typed_date(const struct words *w, const char *text, int year, struct date today, struct date *out)
{
	struct written_date d;

	if (date_from_iso(text, out) || read_day_word(w, today, out) || read_short_year(w, out))
		return true;
	if (!w->count || written_date_at(w, 0, &d) != w->count || !d.day)
		return false;
	*out = date_make(d.year ? d.year : year, d.month, d.day);
	return true;
}

bool date_from_words(const char *text, int year, struct date today, struct date *out)
{
	struct words w = WORDS_INIT;
	struct date date = { 0 };
	bool read;

	words_split(text, strlen(text), &w);
	w.bare = strlen(text) < 100;
	read = read_typed_date(&w, text, year, today, &date) && date_is_valid(date);
	words_release(&w);
	if (read)
		*out = date;
	return read;
}
