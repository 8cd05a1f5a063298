#include "core/plan/citation.h"

#include <string.h>

#include "core/plan/agency_name.h"
#include "core/plan/words.h"
#include "core/plan/written_date.h"
#include "core/viet/viet.h"

/* Kinds of documents and their abbreviations (decree 30/2020/ND-CP, appendix III; the rest by usage). */
static const struct {
	const char *pattern;		/* as a text has it */
	const char *abbreviation;	/* as a number has it; keys */
	const char *kind;
} kinds[] = {
	{ "thông tư liên tịch", "ttlt", "Thông tư liên tịch" },
	{ "nghị quyết liên tịch", "nqlt", "Nghị quyết liên tịch" },
	{ "chương trình hành động", NULL, "Chương trình hành động" },
	{ "nghị quyết", "nq", "Nghị quyết" },
	{ "quyết định", "qđ", "Quyết định" },
	{ "chỉ thị", "ct", "Chỉ thị" },
	{ "quy chế", "qc", "Quy chế" },
	{ "quy định", "qyđ", "Quy định" },
	{ "thông cáo", "tc", "Thông cáo" },
	{ "thông báo", "tb", "Thông báo" },
	{ "hướng dẫn", "hd", "Hướng dẫn" },
	{ "chương trình", "ctr", "Chương trình" },
	{ "kế hoạch", "kh", "Kế hoạch" },
	{ "phương án", "pa", "Phương án" },
	{ "đề án", "đa", "Đề án" },
	{ "dự án", "da", "Dự án" },
	{ "báo cáo", "bc", "Báo cáo" },
	{ "biên bản", "bb", "Biên bản" },
	{ "tờ trình", "ttr", "Tờ trình" },
	{ "hợp đồng", "hđ", "Hợp đồng" },
	{ "công điện", "cđ", "Công điện" },
	{ "kết luận", "kl", "Kết luận" },
	{ "nghị định", "nđ", "Nghị định" },
	{ "thông tư", "tt", "Thông tư" },
	{ "pháp lệnh", "pl", "Pháp lệnh" },
	{ "bộ luật", NULL, "Bộ luật" },
	{ "luật", NULL, "Luật" },
	{ "công văn", NULL, "Công văn" },
	{ "văn bản", NULL, "Văn bản" },
};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* The word of a symbol that says who issued the document. */
static const struct {
	const char *symbol, *issuer;
} issuers[] = {
	{ "ttg", "Thủ tướng Chính phủ" },
	{ "cp", "Chính phủ" },
	{ "qh", "Quốc hội" },
	{ "ubtvqh", "Ủy ban Thường vụ Quốc hội" },
};

static bool is_number(const struct words *w, size_t at)
{
	return at < w->count && w->items[at].kind == WORD_NUMBER;
}

static bool is_symbol_word(const struct words *w, size_t at)
{
	return at < w->count && w->items[at].kind == WORD_LETTERS && w->items[at].capital && !word_is(w, at, "kế|của|và") &&
	       (w->items[at].all_capitals || w->items[at].end - w->items[at].start <= 4);
}

/* --- the number --------------------------------------------------------- */

/* "KH-UBND", "QĐ.TTg", "CT - UBND", "QH15": words taken; PARTS gets how many are joined. */
static size_t symbol_at(const struct words *w, size_t at, size_t *parts)
{
	size_t n = 1;

	*parts = 1;
	if (!is_symbol_word(w, at))
		return 0;
	for (;;) {
		if (is_number(w, at + n) && !w->items[at + n].spaced)
			n++;
		if (n == 1 && word_is(w, at + n, "ubnd|hđnd|bcđ|đu|tu|hu|qu") && w->items[at + n].all_capitals &&
		    w->items[at].all_capitals) {
			n++;			/* "03/KH UBND": the hyphen was left out */
			(*parts)++;
			continue;
		}
		if (!word_is(w, at + n, "-|.|/") || !is_symbol_word(w, at + n + 1))
			return n;
		/* Behind a blank only capitals go on with it: not "KH-UBND - Sở …", nor the next sentence. */
		if (w->items[at + n + 1].spaced && (!w->items[at + n + 1].all_capitals || sign_is(w, at + n, '.')))
			return n;
		n += 2;
		(*parts)++;
	}
}

/*
 * "12/KH-UBND", "12a/NQ-CP", "12/2010/NĐ-CP", "12-NQ/TU", "/KH-UBND" of a draft.
 * SURE: the words before said that a number follows.
 */
static size_t number_at(const struct words *w, size_t at, bool sure)
{
	size_t n = 0, symbol, parts;
	bool has_year = false;

	if (is_number(w, at)) {
		n = 1;
		if (at + n < w->count && w->items[at + n].kind == WORD_LETTERS && !w->items[at + n].spaced &&
		    w->items[at + n].end - w->items[at + n].start == 1)
			n++;
	} else if (!sure || !sign_is(w, at, '/')) {
		return 0;
	}
	if (!word_is(w, at + n, "/|-") || (w->items[at + n].spaced && !sure))
		return 0;
	n++;
	while (sign_is(w, at + n, '/'))
		n++;
	if (is_number(w, at + n) && sign_is(w, at + n + 1, '/')) {
		has_year = true;
		n += 2;
	}
	symbol = symbol_at(w, at + n, &parts);
	return symbol && (sure || parts > 1 || has_year) ? n + symbol : 0;
}

/* The number without blanks, its parts joined as the rules want it. */
static char *number_text(const struct words *w, size_t at, size_t count, bool *corrected)
{
	struct strbuf number = STRBUF_INIT;

	for (size_t i = at; i < at + count; i++) {
		const struct word *word = &w->items[i];

		if (i > at && word->spaced && word->kind == WORD_LETTERS && w->items[i - 1].kind == WORD_LETTERS) {
			*corrected = true;
			strbuf_add_char(&number, '-');
		}
		if (sign_is(w, i, '/') && sign_is(w, i + 1, '/')) {
			*corrected = true;
		} else if (sign_is(w, i, '.') || sign_is(w, i, '-')) {
			*corrected = *corrected || sign_is(w, i, '.');
			strbuf_add_char(&number, '-');
		} else {
			strbuf_add(&number, w->text + word->start, word->end - word->start);
		}
	}
	return strbuf_detach(&number);
}

/* --- what stands around it ---------------------------------------------- */

/* The kind whose words end right before END; its first word, or END when there is none. */
static size_t kind_before(const struct words *w, size_t end, const char **kind)
{
	for (size_t k = 0; k < KINDS; k++) {
		for (size_t n = 1; n <= 4 && n <= end; n++) {
			if (phrase_at(w, end - n, kinds[k].pattern) == n) {
				*kind = kinds[k].kind;
				return end - n;
			}
		}
	}
	return end;
}

/* "Luật Cán bộ, công chức số 22/2008/QH12": a law's name stands between. */
static size_t law_before(const struct words *w, size_t end, const char **kind)
{
	enum { LONGEST_NAME = 14 };

	for (size_t n = 1; n <= LONGEST_NAME && n <= end; n++) {
		if (word_is(w, end - n, ";|.|:"))
			break;
		if (word_is(w, end - n, "luật")) {
			*kind = "Luật";
			return end - n;
		}
	}
	return end;
}

static bool has_symbol(const struct words *w, size_t at, size_t count, const char *symbol)
{
	for (size_t i = at; i < at + count; i++)
		if (word_is(w, i, symbol))
			return true;
	return false;
}

static const char *kind_of_symbol(const struct words *w, size_t at, size_t count)
{
	for (size_t i = at; i < at + count; i++) {
		if (w->items[i].kind != WORD_LETTERS || w->items[i].end - w->items[i].start == 1)
			continue;
		for (size_t k = 0; k < KINDS; k++)
			if (kinds[k].abbreviation && word_is(w, i, kinds[k].abbreviation))
				return kinds[k].kind;
		return NULL;
	}
	return NULL;
}

static char *issuer_of_symbol(const struct words *w, size_t at, size_t count)
{
	for (size_t i = 0; i < sizeof issuers / sizeof *issuers; i++)
		if (has_symbol(w, at, count, issuers[i].symbol))
			return xstrdup(issuers[i].issuer);
	return NULL;
}

/* "của Thủ tướng Chính phủ" at AT: words taken. */
static size_t issuer_at(const struct words *w, size_t at, char **issuer)
{
	struct agency_mention_list found = { 0 };
	size_t n = 0;

	if (word_is(w, at, "của"))
		n = agency_mentions_at(w, at + 1, &found);
	if (n)
		*issuer = xstrdup(found.items[0].name);
	agency_mention_list_release(&found);
	return n ? n + 1 : 0;
}

static bool stands_before(const struct words *w, size_t at, size_t reach, const char *pattern)
{
	for (size_t n = 1; n <= reach && n <= at; n++) {
		if (phrase_at(w, at - n, pattern))
			return true;
		if (word_is(w, at - n, ".|;"))
			return false;
	}
	return false;
}

static enum relation relation_of(const struct words *w, size_t start)
{
	if (stands_before(w, start, 8, "sửa đổi , bổ sung tại|bởi|theo") ||
	    stands_before(w, start, 6, "sửa đổi tại|bởi|theo"))
		return RELATION_AMENDS;
	if (word_is(w, 0, "căn") && word_is(w, 1, "cứ"))
		return RELATION_BASIS;
	if (stands_before(w, start, 3, "căn cứ"))
		return RELATION_BASIS;
	if (stands_before(w, start, 2, "thực hiện") || stands_before(w, start, 2, "triển khai"))
		return RELATION_IMPLEMENTS;
	if (phrase_at(w, 0, "thực hiện") && start && word_is(w, start - 1, ";|,|và"))
		return RELATION_IMPLEMENTS;		/* "Thực hiện Nghị quyết …; Chỉ thị …" */
	return RELATION_MENTIONS;
}

/* --- a citation --------------------------------------------------------- */

/* "Ngày 18/7/2018, UBND tỉnh ban hành Công văn số 928/UBND": the day stands in front of who did; year 0: none. */
static struct written_date date_of_issue(const struct words *w, size_t start)
{
	enum { REACH = 24 };
	struct written_date written = { 0 };

	if (!stands_before(w, start, 3, "ban hành") && !stands_before(w, start, 2, "ký"))
		return written;
	for (size_t n = 3; n <= REACH && n <= start; n++) {
		size_t at = start - n;

		if (word_is(w, at, "ngày") && (!at || word_is(w, at - 1, ",|.|;")) && written_date_at(w, at, &written))
			break;
	}
	return written;
}

static size_t citation_at(const struct words *w, size_t at, size_t floor, struct citation_list *out)
{
	size_t sure = at > floor && word_is(w, at - 1, "số") ? 1 : 0;
	size_t before = at - sure, start, end;
	const char *kind = NULL;
	struct written_date written = { 0 };
	struct citation c = { 0 };
	size_t number;

	if (!number_at(w, at, true))
		return 0;
	if (at > floor + 1 && sign_is(w, at - 1, ':') && word_is(w, at - 2, "số")) {
		sure = 2;
		before = at - 2;
	}
	start = kind_before(w, before, &kind);
	number = number_at(w, at, sure || kind);
	if (!number)
		return 0;
	if (!kind && has_symbol(w, at, number, "qh"))
		start = law_before(w, before, &kind);
	if (start < floor)
		start = before;
	end = at + number;
	c.reference.number = number_text(w, at, number, &c.reference.corrected);
	c.reference.kind = xstrdup_or_null(kind ? kind : kind_of_symbol(w, at, number));
	end += word_is(w, end, ",|(") && written_date_at(w, end + 1, &written) ? 1 : 0;
	end += written_date_at(w, end, &written);
	if (!written.year)
		written = date_of_issue(w, start);
	if (written.year) {
		c.reference.date = date_make(written.year, written.month, written.day);
		c.reference.corrected = c.reference.corrected || written.corrected;
	}
	end += issuer_at(w, end, &c.reference.issuer);
	if (!c.reference.issuer)
		c.reference.issuer = issuer_of_symbol(w, at, number);
	c.reference.relation = relation_of(w, start);
	c.start = w->items[start].start;
	c.end = w->items[end - 1].end;
	c.reference.raw = xstrndup(w->text + c.start, c.end - c.start);
	citation_list_add(out, &c);
	return end - at;
}

void citations_find(const char *text, struct citation_list *out)
{
	struct words w = WORDS_INIT;
	size_t floor = 0;

	if (!strpbrk(text, "/0123456789"))
		return;			/* most paragraphs: no number, no citation */
	words_split(text, strlen(text), &w);
	for (size_t at = 0; at < w.count;) {
		size_t n = is_number(&w, at) || sign_is(&w, at, '/') ? citation_at(&w, at, floor, out) : 0;

		at += n ? n : 1;
		if (n)
			floor = at;
	}
	words_release(&w);
}

void citation_release(struct citation *citation)
{
	reference_release(&citation->reference);
	*citation = (struct citation){ 0 };
}

DEFINE_LIST(citation)

const char *document_kind_of_number(const char *number)
{
	struct words w = WORDS_INIT;
	const char *kind;

	words_split(number, strlen(number), &w);
	kind = kind_of_symbol(&w, 0, w.count);
	words_release(&w);
	return kind;
}

bool date_in_text(const char *text, size_t *at, struct date *date, bool *corrected)
{
	struct words w = WORDS_INIT;
	struct written_date written;
	size_t n;

	words_split(text + *at, strlen(text + *at), &w);
	n = written_date_at(&w, 0, &written);
	if (n && written.year) {
		*date = date_make(written.year, written.month, written.day);
		*corrected = written.corrected;
		*at += w.items[n - 1].end;
	} else {
		n = 0;
	}
	words_release(&w);
	return n != 0;
}
