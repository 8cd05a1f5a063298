/*
 * A list of bodies, as a cell or a label's value has it: "Sở Y tế; Sở Nội vụ",
 * a name a line behind dashes or numbers, joined by "+" or "/". Nothing of it is
 * dropped: what has no known shape is a name as it stands, or stays in words.
 */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/agency_name.h"
#include "core/plan/verb.h"

struct list_reader {
	const struct words *w;
	struct agency_mention_list found;
	bool strange;		/* something in it is no name */
};

/* What stands before a name in a list: "-", "•", "1.", "a)", "(1)". */
static size_t bullet_at(const struct words *w, size_t at)
{
	size_t n;

	if (word_is(w, at, "-|+|*|•|·|▪|►|➢|✓|"))
		return 1;
	n = sign_is(w, at, '(') ? 1 : 0;
	if (at + n >= w->count || !(w->items[at + n].kind == WORD_NUMBER || w->items[at + n].end - w->items[at + n].start == 1))
		return 0;
	return word_is(w, at + n + 1, n ? ")" : ".|)") ? n + 2 : 0;
}

/* True where a list goes on with another name, or ends. */
static bool parts_names(const struct words *w, size_t at)
{
	if (at < w->count && sign_is(w, at, '&') && !w->items[at].spaced)
		return false;			/* "TN&MT" */
	return at >= w->count || word_is(w, at, ",|;|/|+|&|và|cùng|hoặc|(|)|:|.");
}

static bool begins_name(const struct words *w, size_t at)
{
	struct agency_mention_list found = { 0 };
	bool begins = body_at(w, at, &found) != 0;

	agency_mention_list_release(&found);
	return begins;
}

static void rename_to(const struct words *w, struct agency_mention *mention, size_t from, size_t to)
{
	free(mention->name);
	mention->name = xstrndup(w->text + w->items[from].start, w->items[to - 1].end - w->items[from].start);
	mention->end = w->items[to - 1].end;
}

/* A body of a sector may have several, parted by commas; "Công an tỉnh" has none. */
static bool has_sectors(const struct words *w, size_t from, size_t to)
{
	return word_is(w, from, "phòng|sở|ban|vụ|cục|chi|trung|viện|khoa|bộ") && !word_is(w, to - 1, "tỉnh|huyện|xã|phường|phố");
}

/*
 * "Phòng Hợp tác quốc tế", "Phòng Kinh tế, Hạ tầng và Đô thị": words of the name FROM to AT that follow
 * it, since no other name can be meant.
 */
static size_t rest_of_name(const struct words *w, size_t at, bool sectors)
{
	enum { LONGEST = 8 };
	size_t n = 0;

	while (n < LONGEST && !parts_names(w, at + n) &&
	       (w->items[at + n].kind == WORD_LETTERS || sign_is(w, at + n, '&')) && !work_verb_at(w, at + n) &&
	       !word_is(w, at + n, "theo|với|tại|trên|có|thuộc|của|trong"))
		n++;
	if (sectors && word_is(w, at + n, ",|và") && at + n + 1 < w->count && w->items[at + n + 1].capital &&
	    !(w->items[at + n + 1].all_capitals && word_is(w, at + n, ",")) && !begins_name(w, at + n + 1)) {
		size_t more = rest_of_name(w, at + n + 1, true);

		n += more ? 1 + more : 0;
	}
	return n;
}

/* Words in brackets behind a name. */
static size_t brackets_at(const struct words *w, size_t at)
{
	size_t n = 1;

	if (!sign_is(w, at, '('))
		return 0;
	while (at + n < w->count && !sign_is(w, at + n - 1, ')'))
		n++;
	return n;
}

/* "Sở Y tế Sở Nội vụ": of two lines of a cell one was made. "Vụ Pháp chế Bộ Y tế" is one body. */
static bool begins_next_of_kind(const struct words *w, size_t at, size_t n)
{
	return word_is(w, at, "sở|bộ") && word_is(w, at + n, "sở|bộ") && w->items[at + n].capital && begins_name(w, at + n);
}

static size_t known_name_at(struct list_reader *l, size_t at)
{
	size_t before = l->found.count, n = body_at(l->w, at, &l->found), more;
	struct agency_mention *last;

	if (!n)
		return 0;
	last = &l->found.items[l->found.count - 1];
	more = l->found.count == before + 1 && !begins_next_of_kind(l->w, at, n) ? rest_of_name(l->w, at + n, has_sectors(l->w, at, at + n)) : 0;
	if (more && last->kind != AGENCY_GROUP)
		rename_to(l->w, last, at, at + n + more);
	else if (more)
		l->strange = true;		/* which of the group: its words are kept */
	n += more;
	l->strange = l->strange || brackets_at(l->w, at + n);
	return n + brackets_at(l->w, at + n);
}

/* "Tổ công nghệ số cộng đồng": a name as it stands, when it looks like one. */
static size_t unknown_name_at(struct list_reader *l, size_t at)
{
	enum { LONGEST = 14 };
	const struct words *w = l->w;
	struct agency_mention mention = { .kind = AGENCY_OTHER };
	size_t n = 0;

	while (!word_is(w, at + n, ";|,|/|+|(|.") && at + n < w->count &&
	       !(n && word_is(w, at + n, "và") && begins_name(w, at + n + 1)))
		n++;
	if (!n)
		return 1;
	if (n > LONGEST || !w->items[at].capital || work_verb_at(w, at) ||
	    word_is(w, at, "theo|căn|do|tất|toàn|không|có|như|các|x|đã|chưa|khi") || (n == 1 && w->items[at].end - w->items[at].start < 3)) {
		l->strange = true;
		return n;
	}
	rename_to(w, &mention, at, at + n);
	agency_mention_list_add(&l->found, &mention);
	return n;
}

bool who_read_list(const char *text, struct who *out)
{
	struct words w = WORDS_INIT;
	struct list_reader l = { .w = &w };

	who_read(text, out);
	words_split(text, strlen(text), &w);
	/* Prose says itself who leads: "Sở Y tế chủ trì, phối hợp với …". */
	if (!out->leads.count || (!out->coordinating.count && !out->via)) {
		bool known = false;

		for (size_t at = 0; at < w.count;) {
			size_t n = parts_names(&w, at) ? 1 : bullet_at(&w, at);

			if (!n && (n = known_name_at(&l, at)) != 0)
				known = true;
			at += n ? n : unknown_name_at(&l, at);
		}
		if (known) {
			out->partly = l.strange;
			agency_list_release(&out->leads);
			for (size_t i = 0; i < l.found.count; i++)
				agency_list_add_name(&out->leads, l.found.items[i].name, l.found.items[i].kind);
		}
	}
	agency_mention_list_release(&l.found);
	words_release(&w);
	return out->leads.count > 0;
}
