#include "core/plan/filter.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/deadline.h"
#include "core/viet/viet.h"

void filter_term_release(struct filter_term *term)
{
	free(term->text);
	*term = (struct filter_term){ 0 };
}

DEFINE_LIST(filter_term)

void filter_release(struct filter *filter)
{
	filter_term_list_release(&filter->terms);
	*filter = (struct filter){ 0 };
}

/* --- words -------------------------------------------------------------- */

/* A word that may be typed, in any case and with or without accents. */
struct word {
	const char *word;
	int value;
};

static const struct word fields[] = {
	{ "agency", FILTER_AGENCY }, { "cq", FILTER_AGENCY }, { "coquan", FILTER_AGENCY },
	{ "lead", FILTER_LEAD }, { "chutri", FILTER_LEAD },
	{ "with", FILTER_WITH }, { "phoihop", FILTER_WITH },
	{ "section", FILTER_SECTION }, { "muc", FILTER_SECTION },
	{ "status", FILTER_STATUS }, { "tt", FILTER_STATUS }, { "trangthai", FILTER_STATUS },
	{ "standing", FILTER_STANDING }, { "tinhtrang", FILTER_STANDING },
	{ "due", FILTER_DUE }, { "han", FILTER_DUE },
	{ "missing", FILTER_MISSING }, { "thieu", FILTER_MISSING },
	{ "kind", FILTER_KIND }, { "loai", FILTER_KIND },
	{ "area", FILTER_AREA }, { "linhvuc", FILTER_AREA },
	{ "tag", FILTER_TAG }, { "nhan", FILTER_TAG },
	{ NULL, 0 },
};

static const struct word statuses[] = {
	{ "open", TASK_OPEN }, { "chualam", TASK_OPEN },
	{ "doing", TASK_DOING }, { "danglam", TASK_DOING },
	{ "done", TASK_DONE }, { "xong", TASK_DONE },
	{ "suspended", TASK_SUSPENDED }, { "tamhoan", TASK_SUSPENDED },
	{ "cancelled", TASK_CANCELLED }, { "dahuy", TASK_CANCELLED }, { "thoi", TASK_CANCELLED },
	{ NULL, 0 },
};

static const struct word standings[] = {
	{ "overdue", STANDING_OVERDUE }, { "quahan", STANDING_OVERDUE },
	{ "soon", STANDING_SOON }, { "saphan", STANDING_SOON },
	{ "ontime", STANDING_ONTIME }, { "tronghan", STANDING_ONTIME },
	{ "late", STANDING_DONE_LATE }, { "xongtre", STANDING_DONE_LATE },
	{ "undated", STANDING_UNDATED }, { "khonghan", STANDING_UNDATED },
	{ "done", STANDING_DONE }, { "xong", STANDING_DONE },
	{ NULL, 0 },
};

static const struct word missings[] = {
	{ "lead", MISSING_LEAD }, { "chutri", MISSING_LEAD },
	{ "due", MISSING_DUE }, { "han", MISSING_DUE },
	{ "product", MISSING_PRODUCT }, { "sanpham", MISSING_PRODUCT },
	{ "certainty", MISSING_CERTAINTY }, { "chacchan", MISSING_CERTAINTY },
	{ NULL, 0 },
};

static const struct word kinds[] = {
	{ "none", DEADLINE_NONE }, { "date", DEADLINE_DATE }, { "month", DEADLINE_MONTH },
	{ "quarter", DEADLINE_QUARTER }, { "half", DEADLINE_HALF }, { "year", DEADLINE_YEAR },
	{ "range", DEADLINE_RANGE }, { "from", DEADLINE_FROM }, { "ongoing", DEADLINE_ONGOING },
	{ "thuongxuyen", DEADLINE_ONGOING }, { "periodic", DEADLINE_PERIODIC },
	{ "dinhky", DEADLINE_PERIODIC }, { "conditional", DEADLINE_CONDITIONAL },
	{ NULL, 0 },
};

/* TEXT without accents, case and blanks, so that "Quá hạn" is "quahan". Caller frees. */
static char *squeeze(const char *text)
{
	struct strbuf key = STRBUF_INIT;
	struct strbuf out = STRBUF_INIT;

	viet_search_key(text, strlen(text), &key);
	for (size_t i = 0; i < key.length; i++)
		if (key.text[i] != ' ')
			strbuf_add_char(&out, key.text[i]);
	strbuf_release(&key);
	return strbuf_detach(&out);
}

static bool find_word(const struct word *words, const char *text, int *value)
{
	char *key = squeeze(text);
	bool found = false;

	for (const struct word *w = words; w->word && !found; w++) {
		if (!strcmp(w->word, key)) {
			*value = w->value;
			found = true;
		}
	}
	free(key);
	return found;
}

static void list_words(const struct word *words, struct strbuf *out)
{
	for (const struct word *w = words; w->word; w++)
		strbuf_addf(out, "%s%s", out->length ? ", " : "", w->word);
}

static enum status read_word(const struct word *words, const char *field, struct filter_term *term, struct error *err)
{
	struct strbuf all = STRBUF_INIT;

	if (find_word(words, term->text, &term->value))
		return OK;
	list_words(words, &all);
	error_set(err, STATUS_INVALID, _("«%s:%s»: sau «%s:» chỉ dùng một trong các từ: %s."), field, term->text,
		  field, all.text);
	strbuf_release(&all);
	return STATUS_INVALID;
}

/* --- days --------------------------------------------------------------- */

static bool read_number(const char **text, int digits_max, int *value)
{
	int n = 0, digits = 0;

	while (**text >= '0' && **text <= '9' && digits < digits_max) {
		n = n * 10 + (*(*text)++ - '0');
		digits++;
	}
	*value = n;
	return digits > 0;
}

static void months(int year, int first, int last, struct date *from, struct date *to)
{
	*from = date_make(year, first, 1);
	*to = date_month_end(year, last);
}

/* "q3/2013", "quý 3/2013" (squeezed by the caller to q or quy): the quarter's days. */
static bool read_quarter(const char *text, int year, struct date *from, struct date *to)
{
	int quarter;

	if (*text != 'q' && *text != 'Q')
		return false;
	text++;
	if (!read_number(&text, 1, &quarter) || quarter < 1 || quarter > 4)
		return false;
	if (*text == '/' || *text == '-') {
		text++;
		if (!read_number(&text, 4, &year))
			return false;
	}
	if (*text || !year)
		return false;
	months(year, 3 * quarter - 2, 3 * quarter, from, to);
	return true;
}

/* "2013", "8/2013", "2013-08". */
static bool read_month_or_year(const char *text, struct date *from, struct date *to)
{
	struct date iso;
	int a, b;

	if (date_from_iso(text, &iso) && !iso.day) {
		months(iso.year, iso.month ? iso.month : 1, iso.month ? iso.month : 12, from, to);
		return true;
	}
	if (!read_number(&text, 2, &a) || *text++ != '/' || !read_number(&text, 4, &b) || *text ||
	    a < 1 || a > 12 || b < 1000)
		return false;
	months(b, a, a, from, to);
	return true;
}

static bool read_days(const char *text, int year, struct date today, struct date *from, struct date *to)
{
	struct date day;

	if (read_quarter(text, year, from, to) || read_month_or_year(text, from, to))
		return true;
	if (!date_from_words(text, year, today, &day))
		return false;
	*from = *to = day;
	return true;
}

static enum status read_due(struct filter_term *term, int year, struct date today, struct error *err)
{
	const char *text = term->text;
	const char *range = strstr(text, "..");
	struct date from = { 0 }, to = { 0 };
	size_t sign = strspn(text, "<>=");
	bool ok;

	if (range) {
		char *first = xstrndup(text, (size_t)(range - text));
		struct date ignored;

		ok = read_days(first, year, today, &from, &ignored) &&
		     read_days(range + 2, year, today, &ignored, &to);
		free(first);
	} else {
		ok = sign <= 2 && read_days(text + sign, year, today, &from, &to);
	}
	if (!ok)
		return error_set(err, STATUS_INVALID,
				 _("Không hiểu ngày trong «due:%s»; viết như due:30/9/2013, due:8/2013, due:q3/2013, "
				   "due:2013, due:<=30/9/2013 hoặc due:1/8/2013..30/9/2013."), text);
	term->from = from;
	term->to = to;
	if (sign && text[0] == '<') {
		term->from = date_make(0, 0, 0);
		term->to = sign == 2 ? to : date_add_days(from, -1);
	} else if (sign && text[0] == '>') {
		term->from = sign == 2 ? from : date_add_days(to, 1);
		term->to = date_make(0, 0, 0);
	}
	return OK;
}

/* --- the line ----------------------------------------------------------- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* The next word of *TEXT: quotes taken off, a blank inside them kept. Caller frees. */
static char *next_word(const char **text)
{
	struct strbuf word = STRBUF_INIT;
	bool quoted = false;
	const char *p = *text;

	for (; *p && (quoted || !is_blank(*p)); p++) {
		if (*p == '"')
			quoted = !quoted;
		else
			strbuf_add_char(&word, *p);
	}
	*text = p;
	return strbuf_detach(&word);
}

static enum status read_value(struct filter_term *term, const char *field, int year, struct date today,
			      struct error *err)
{
	switch (term->field) {
	case FILTER_STATUS:
		return read_word(statuses, field, term, err);
	case FILTER_STANDING:
		return read_word(standings, field, term, err);
	case FILTER_MISSING:
		return read_word(missings, field, term, err);
	case FILTER_KIND:
		return read_word(kinds, field, term, err);
	case FILTER_DUE:
		return read_due(term, year, today, err);
	case FILTER_TEXT:
	case FILTER_AGENCY:
	case FILTER_LEAD:
	case FILTER_WITH:
	case FILTER_SECTION:
	case FILTER_AREA:
	case FILTER_TAG:
		return OK;
	}
	BUG("filter field %d", (int)term->field);
}

static enum status read_term(const char *word, int year, struct date today, struct filter *filter, struct error *err)
{
	struct filter_term term = { .field = FILTER_TEXT };
	const char *colon;
	char *name;
	int field;
	enum status status;

	if (word[0] == '-' && word[1]) {
		term.negate = true;
		word++;
	}
	colon = strchr(word, ':');
	if (!colon || colon == word) {
		term.text = xstrdup(word);
		filter_term_list_add(&filter->terms, &term);
		return OK;
	}
	name = xstrndup(word, (size_t)(colon - word));
	if (!find_word(fields, name, &field)) {
		struct strbuf all = STRBUF_INIT;

		list_words(fields, &all);
		error_set(err, STATUS_INVALID, _("Bộ lọc không có «%s:»; dùng một trong: %s."), name, all.text);
		strbuf_release(&all);
		free(name);
		return STATUS_INVALID;
	}
	if (!colon[1]) {
		error_set(err, STATUS_INVALID, _("Sau «%s:» còn thiếu giá trị cần lọc; hãy viết liền sau dấu hai chấm."), name);
		free(name);
		return STATUS_INVALID;
	}
	term.field = (enum filter_field)field;
	term.text = xstrdup(colon + 1);
	status = read_value(&term, name, year, today, err);
	free(name);
	if (status == OK)
		filter_term_list_add(&filter->terms, &term);
	else
		filter_term_release(&term);
	return status;
}

enum status filter_parse(const char *text, int year, struct date today, struct filter *out, struct error *err)
{
	struct filter filter = { .today = today };
	enum status status = OK;

	while (status == OK) {
		char *word;

		while (is_blank(*text))
			text++;
		if (!*text)
			break;
		word = next_word(&text);
		if (*word)
			status = read_term(word, year, today, &filter, err);
		free(word);
	}
	if (status != OK) {
		filter_release(&filter);
		return status;
	}
	filter_release(out);
	*out = filter;
	return OK;
}
