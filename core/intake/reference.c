/* Citations of a text -> references, a short one completed by the full one before it. */
#include "core/intake/internal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/base/gettext.h"
#include "core/plan/citation.h"

enum { LONGEST_MEMORY = 300 };	/* keeps a file of nothing but citations linear */

/* The same number, and neither says another date or kind. */
static bool may_be(const struct reference *a, const struct reference *b)
{
	return !strcasecmp(a->number, b->number) &&
	       (!date_is_set(a->date) || !date_is_set(b->date) || !date_compare(a->date, b->date)) &&
	       (!a->kind || !b->kind || !strcmp(a->kind, b->kind));
}

static struct reference *find(struct reference_list *list, const struct reference *wanted)
{
	size_t oldest = list->count > LONGEST_MEMORY ? list->count - LONGEST_MEMORY : 0;

	for (size_t i = list->count; i-- > oldest;)
		if (may_be(&list->items[i], wanted))
			return &list->items[i];
	return NULL;
}

static void copy_reference(struct reference *to, const struct reference *from)
{
	*to = *from;
	to->kind = xstrdup_or_null(from->kind);
	to->number = xstrdup_or_null(from->number);
	to->issuer = xstrdup_or_null(from->issuer);
	to->raw = xstrdup_or_null(from->raw);
}

static bool has_small_letter(const char *text)
{
	return strpbrk(text, "abcdefghijklmnopqrstuvwxyz") != NULL;
}

/* What a later, shorter citation left out; a title in capitals loses the small letters of "CT-TTg". */
static void complete(struct reference *reference, const struct reference *full)
{
	if (has_small_letter(full->number) && !has_small_letter(reference->number))
		replace_string(&reference->number, full->number);
	if (!date_is_set(reference->date))
		reference->date = full->date;
	if (!reference->kind)
		reference->kind = xstrdup_or_null(full->kind);
	if (!reference->issuer)
		reference->issuer = xstrdup_or_null(full->issuer);
}

static void remember(struct reading *r, const struct reference *reference)
{
	struct reference copy;

	if (r->known.count >= LONGEST_MEMORY || !date_is_set(reference->date) || find(&r->known, reference))
		return;
	copy_reference(&copy, reference);
	reference_list_add(&r->known, &copy);
}

/* The words stay as printed; a person decides about the reading. */
static void note_slip(struct reading *r, int paragraph, const struct reference *reference)
{
	char day[DATE_TEXT];
	struct correction correction = {
		.line = line_of(r, paragraph), .issued = xstrdup(reference->raw),
		.reading = date_is_set(reference->date) ?
			xasprintf(_("số %s ngày %s"), reference->number, date_vietnamese(reference->date, day)) :
			xasprintf(_("số %s"), reference->number),
		.reason = xstrdup(_("số, ký hiệu hoặc ngày in thừa hay thiếu dấu")),
	};

	doubt(r, paragraph, ABOUT_REFERENCE, CERTAINTY_LIKELY, _("«%s» có lỗi in, được đọc là %s"), correction.issued,
	      correction.reading);
	correction_list_add(r->corrections, &correction);
}

static void add_reference(struct reading *r, int paragraph, struct reference *reference, struct reference_list *list)
{
	const struct reference *full = find(&r->known, reference);
	struct reference *there;

	if (full)
		complete(reference, full);
	there = find(list, reference);
	if (there) {
		complete(there, reference);
		reference_release(reference);
		return;
	}
	if (reference->corrected)
		note_slip(r, paragraph, reference);
	remember(r, reference);
	reference_list_add(list, reference);
}

/* "(Ban hành kèm theo Quyết định số …)" of a plan in its own decision. */
static bool is_own(const struct reading *r, const struct reference *reference)
{
	const struct plan *plan = &r->draft->plan;

	return plan->number && !strcasecmp(plan->number, reference->number) &&
	       (!date_is_set(reference->date) || !date_compare(reference->date, plan->date));
}

void collect_references(struct reading *r, int paragraph, const char *text, bool basis, struct reference_list *list)
{
	struct citation_list found = { 0 };

	citations_find(text, &found);
	for (size_t i = 0; i < found.count; i++) {
		struct reference *reference = &found.items[i].reference;

		if (is_own(r, reference))
			continue;
		if (basis && !found.items[i].start && reference->relation == RELATION_MENTIONS)
			reference->relation = RELATION_BASIS;
		add_reference(r, paragraph, reference, list);
		*reference = (struct reference){ 0 };
	}
	citation_list_release(&found);
}
