#include "core/workbench/review.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/plan/words.h"
#include "core/viet/viet.h"
#include "core/workbench/import.h"
#include "core/workbench/typed_bodies.h"

/* --- beginning ---------------------------------------------------------- */

static enum status read_again(struct reviewing *r, struct error *err)
{
	return intake_read_hinted(&r->manuscript, &r->review.hints, r->year, &r->draft, err);
}

/* The year that deadlines without one mean in an appendix. */
static enum status find_year(struct reviewing *r, row_id plan, struct error *err)
{
	struct plan record = { 0 };
	enum status status = plan ? r->wb->store->plan_get(r->wb->store, plan, &record, err) : OK;

	r->year = record.year;
	plan_release(&record);
	return status;
}

/* Keep the file, unless a review of it was left open. */
static enum status keep(struct reviewing *r, struct source *source, row_id plan, struct error *err)
{
	struct store *store = r->wb->store;
	row_id id = 0;
	enum status status = store->review_by_source(store, source->bytes, source->length, plan, &id, err);

	if (status == OK)
		return store->review_get(store, id, &r->review, err);
	if (status != STATUS_NOT_FOUND)
		return status;
	error_clear(err);
	if (!plan)
		status = workbench_decided(r->wb, &r->draft, &r->manuscript, &r->review.hints, err);
	else
		status = OK;
	if (status != OK)
		return status;
	r->review.plan_id = plan;
	r->review.who = xstrdup(r->wb->user);
	r->review.at = clock_now();
	r->review.source = *source;		/* lent until it is kept */
	status = store->review_insert(store, &r->review, err);
	if (status == OK)
		*source = (struct source){ 0 };
	else
		r->review.source = (struct source){ 0 };
	return status;
}

enum status reviewing_begin(struct workbench *wb, struct source *source, struct manuscript *manuscript, row_id plan,
			    struct reviewing *out, struct error *err)
{
	struct reviewing r = { .wb = wb, .manuscript = *manuscript };
	enum status status = find_year(&r, plan, err);

	if (status == OK)
		status = read_again(&r, err);		/* what is no plan is not kept */
	if (status == OK && !plan) {
		status = plan_of_appendix(wb->store, &r.draft, &plan, err);
		if (status == OK && plan)
			status = find_year(&r, plan, err);
		if (status == OK && plan)
			status = read_again(&r, err);
	}
	if (status == OK)
		status = keep(&r, source, plan, err);
	if (status == OK && r.review.hints.count)
		status = read_again(&r, err);
	if (status != OK) {
		r.manuscript = (struct manuscript){ 0 };
		reviewing_release(&r);
		return status;
	}
	source_release(source);
	*manuscript = (struct manuscript){ 0 };
	*out = r;
	return OK;
}

enum status reviewing_open(struct workbench *wb, struct importer *importer, row_id review, struct reviewing *out,
			   struct error *err)
{
	struct reviewing r = { .wb = wb };
	enum status status = wb->store->review_get(wb->store, review, &r.review, err);

	if (status == OK)
		status = find_year(&r, r.review.plan_id, err);
	if (status == OK)
		status = importer->show(importer, &r.review.source, &r.manuscript, err);
	if (status == OK)
		status = read_again(&r, err);
	if (status == OK)
		*out = r;
	else
		reviewing_release(&r);
	return status;
}

void reviewing_release(struct reviewing *r)
{
	review_release(&r->review);
	manuscript_release(&r->manuscript);
	draft_release(&r->draft);
	*r = (struct reviewing){ 0 };
}

/* --- places ------------------------------------------------------------- */

int reviewing_stretch_at(const struct reviewing *r, struct manuscript_place at)
{
	const struct stretch_list *list = &r->draft.stretches;
	int low = 0, high = (int)list->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (manuscript_place_compare(list->items[middle].from, at) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low - 1 < 0 && list->count ? 0 : low - 1;
}

static bool begins_task(const struct stretch *s)
{
	return s->task >= 0 && (s->kind == STRETCH_TASK || s->kind == STRETCH_SECTION);
}

bool reviewing_task_place(const struct reviewing *r, int stretch, struct manuscript_place *at)
{
	const struct stretch *items = r->draft.stretches.items, *wanted = &items[stretch];

	for (int i = stretch; wanted->task >= 0 && i >= 0; i--) {
		if (begins_task(&items[i]) && items[i].section == wanted->section && items[i].task == wanted->task) {
			*at = items[i].from;
			return true;
		}
	}
	return false;
}

int reviewing_doubtful(const struct reviewing *r)
{
	int count = 0;

	for (size_t i = 0; i < r->draft.stretches.count; i++)
		count += r->draft.stretches.items[i].certainty != CERTAINTY_SURE;
	return count;
}

static const char place_name[] = "review-place";	/* of the review that was left last */

void reviewing_keep_place(const struct reviewing *r, struct manuscript_place at)
{
	char *value = xasprintf("%lld %lld %d %d", r->review.id, r->review.at, at.paragraph, at.start);
	struct error err = ERROR_INIT;

	r->wb->store->setting_put(r->wb->store, r->wb->user, place_name, value, false, &err);
	error_release(&err);
	free(value);
}

static bool kept_place(const struct reviewing *r, struct manuscript_place *at)
{
	struct error err = ERROR_INIT;
	char *value = NULL;
	long long review, begun;		/* ids come again */
	bool kept;

	r->wb->store->setting_get(r->wb->store, r->wb->user, place_name, &value, &err);
	kept = value && sscanf(value, "%lld %lld %d %d", &review, &begun, &at->paragraph, &at->start) == 4 &&
	       review == r->review.id && begun == r->review.at;
	error_release(&err);
	free(value);
	return kept;
}

bool reviewing_place(const struct reviewing *r, struct manuscript_place *at)
{
	if (kept_place(r, at))
		return true;
	if (!r->review.hints.count || r->review.hints.items[r->review.hints.count - 1].carried)
		return false;
	*at = r->review.hints.items[r->review.hints.count - 1].at;
	return true;
}

/* --- the words where a stretch is split --------------------------------- */

/* True when the words of TEXT from FROM on begin with those of WANTED, accents optional. */
static bool words_begin(const char *text, size_t from, const struct strbuf *wanted)
{
	struct strbuf key = STRBUF_INIT;
	size_t length = strnlen(text + from, 4 * wanted->length);	/* a letter of the key is no longer than its text */
	bool begin;

	while (length && (text[from + length] & 0xC0) == 0x80)
		length--;
	viet_search_key(text + from, length, &key);
	begin = !strncmp(key.text, wanted->text, wanted->length);
	strbuf_release(&key);
	return begin;
}

bool reviewing_find_words(const struct reviewing *r, int stretch, const char *words, struct manuscript_place *at)
{
	const struct stretch *s = &r->draft.stretches.items[stretch];
	struct strbuf wanted = STRBUF_INIT;
	bool found = false;

	viet_search_key(words, strlen(words), &wanted);
	for (int p = s->from.paragraph; p <= s->last && wanted.length && !found; p++) {
		const char *text = r->manuscript.paragraphs.items[p].text;
		size_t end = p == s->last ? (size_t)s->end : strlen(text);
		struct words w = WORDS_INIT;

		words_split(text, end, &w);
		for (size_t i = 0; i < w.count && !found; i++) {
			struct manuscript_place here = { p, (int)w.items[i].start };

			found = w.items[i].kind != WORD_SIGN && manuscript_place_compare(here, s->from) > 0 &&
				words_begin(text, w.items[i].start, &wanted);
			if (found)
				*at = here;
		}
		words_release(&w);
	}
	strbuf_release(&wanted);
	return found;
}

/* --- bodies ------------------------------------------------------------- */

static bool has_name(const struct agency_list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].name, name))
			return true;
	return false;
}

static void add_named(struct agency_list *list, const struct agency_list *named)
{
	for (size_t i = 0; i < named->count; i++) {
		struct agency body = { .kind = named->items[i].kind };

		if (has_name(list, named->items[i].name))
			continue;
		body.name = xstrdup(named->items[i].name);
		if (body.kind != AGENCY_GROUP)
			body.code = agency_propose_code(body.name);
		agency_list_add(list, &body);
	}
}

enum status reviewing_bodies(const struct reviewing *r, struct agency_list *registered, struct agency_list *in_file,
			     struct error *err)
{
	struct agency_list all = { 0 };
	enum status status = r->wb->store->agency_list(r->wb->store, &all, err);

	if (status != OK)
		return status;
	agency_list_release(registered);
	*registered = all;
	agency_list_clear(in_file);
	for (size_t s = 0; s < r->draft.sections.count; s++) {
		const struct draft_task_list *tasks = &r->draft.sections.items[s].tasks;

		for (size_t t = 0; t < tasks->count; t++) {
			add_named(in_file, &tasks->items[t].leads);
			add_named(in_file, &tasks->items[t].coordinating);
		}
	}
	return OK;
}

/* VALUE as it is kept: bodies by the names that they are stored under. Caller frees. */
static enum status value_of(const struct reviewing *r, enum hint_kind kind, const char *value, char **kept,
			    struct error *err)
{
	struct agency_list registered = { 0 }, in_file = { 0 };
	struct typed_body_list bodies = { 0 };
	struct strbuf names = STRBUF_INIT;
	enum status status;

	if (kind != HINT_LEAD && kind != HINT_COORDINATING) {
		*kept = xstrdup_or_null(value);
		return OK;
	}
	status = reviewing_bodies(r, &registered, &in_file, err);
	if (status == OK) {
		typed_bodies_read(value ? value : "", &registered, &in_file, &bodies);
		status = typed_bodies_join(&bodies, &names, err);
	}
	if (status == OK)
		*kept = strbuf_detach(&names);
	strbuf_release(&names);
	typed_body_list_release(&bodies);
	agency_list_release(&registered);
	agency_list_release(&in_file);
	return status;
}

/* --- deciding ----------------------------------------------------------- */

/* The task that the stretch AT became part of stands above another heading: nobody sees that it does. */
static bool crosses_heading(const struct reviewing *r, int at)
{
	const struct stretch *items = r->draft.stretches.items, *part = &items[at];

	for (int i = at - 1; i >= 0; i--) {
		if (begins_task(&items[i]) && items[i].section == part->section && items[i].task == part->task)
			return false;
		if (items[i].kind == STRETCH_SECTION)
			return true;
	}
	return false;
}

/* The decision shows in what was read with it. */
static bool has_effect(const struct stretch *s, struct manuscript_place at, enum hint_kind kind)
{
	bool begins = !manuscript_place_compare(s->from, at);

	switch (kind) {
	case HINT_SECTION:
		return begins && s->kind == STRETCH_SECTION;
	case HINT_TASK:
		return begins && s->kind == STRETCH_TASK;
	case HINT_PART:
		return begins && s->kind == STRETCH_PART;
	case HINT_UNUSED:
		return begins && s->kind == STRETCH_UNUSED;
	case HINT_SPLIT:
		return begins;
	case HINT_JOIN:
		return !begins;
	case HINT_LEAD:
	case HINT_COORDINATING:
	case HINT_DEADLINE:
	case HINT_PRODUCT:
		return begins && begins_task(s);
	case HINT_TITLE:
		return begins && (begins_task(s) || s->kind == STRETCH_SECTION);
	case HINT_ACCEPTED:
	case HINT_ALL_ACCEPTED:
	case HINT_KINDS:
		break;
	}
	return true;
}

static const char *why_not_joined(const struct stretch *s, bool row_above)
{
	if (s->row)
		return _("Ngay trên hàng này không có hàng nhiệm vụ nào để ghép vào.");
	if (row_above)
		return _("Ở trên là một hàng của bảng; p để coi chỗ này là chi tiết của hàng ấy.");
	return _("Đoạn ở trên không phải mục, nhiệm vụ hay lời văn, nên không ghép vào được.");
}

/* Why a decision about the stretch AT had no effect, in words. */
static const char *why_no_effect(const struct reviewing *r, int at, enum hint_kind kind)
{
	const struct stretch *s = &r->draft.stretches.items[at];

	switch (kind) {
	case HINT_PART:
		if (s->kind == STRETCH_PART)
			return _("Nhiệm vụ ở trên thuộc mục khác; t để coi chỗ này là nhiệm vụ của mục này.");
		return _("Phía trên chưa có nhiệm vụ nào để chỗ này thuộc về.");
	case HINT_SPLIT:
		return s->row ? _("Hàng của bảng chỉ tách được ở chữ trong ô nội dung công việc.") :
				_("Không tách được ở đây; hãy chọn một chữ ở giữa đoạn.");
	case HINT_JOIN:
		return why_not_joined(s, at > 0 && s[-1].row);
	default:
		return _("Chỗ này không đổi được như vậy; bảng được đọc theo hàng, hãy chọn ô đầu của hàng.");
	}
}

static void drop_last(struct reviewing *r)
{
	hint_release(&r->review.hints.items[--r->review.hints.count]);
}

/* --- several people ----------------------------------------------------- */

static bool same_text(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static bool same_hint(const struct hint *a, const struct hint *b)
{
	return a->number == b->number && a->kind == b->kind && a->when == b->when &&
	       !manuscript_place_compare(a->at, b->at) && same_text(a->value, b->value) && same_text(a->who, b->who);
}

/* How many of the first are the same. */
static size_t count_same(const struct hint_list *a, const struct hint_list *b)
{
	size_t count = 0;

	while (count < a->count && count < b->count && same_hint(&a->items[count], &b->items[count]))
		count++;
	return count;
}

/* Who made those from FROM on, each once; carried ones are nobody's here. */
static void name_deciders(const struct hint_list *hints, size_t from, const char *except, struct strbuf *out)
{
	struct string_list names = { 0 };

	for (size_t i = from; i < hints->count; i++) {
		const struct hint *hint = &hints->items[i];

		if (hint->carried || (except && !strcmp(hint->who, except)) || string_list_has(&names, hint->who))
			continue;
		strbuf_addf(out, "%s%s", names.count ? ", " : "", hint->who);
		string_list_add(&names, hint->who);
	}
	string_list_release(&names);
}

/* A review is of all who open it: what they decided since this one was read is read before anything is done. */
enum status reviewing_see_others(struct reviewing *r, struct error *err)
{
	struct hint_list now = { 0 };
	struct strbuf names = STRBUF_INIT;
	enum status status = r->wb->store->hints(r->wb->store, r->review.id, &now, err);
	size_t same = count_same(&r->review.hints, &now);

	if (status == OK && (same < now.count || same < r->review.hints.count)) {
		struct hint_list before = r->review.hints;

		name_deciders(&now, same, NULL, &names);
		r->review.hints = now;
		now = before;
		status = read_again(r, err);
		if (status == OK && names.length)
			status = error_set(err, STATUS_CONFLICT,
					   _("%s vừa quyết định trong bản xem lại này; đã đọc lại, hãy xem rồi làm tiếp."), names.text);
		else if (status == OK)
			status = error_set(err, STATUS_CONFLICT,
					   _("Có người vừa hoàn tác trong bản xem lại này; đã đọc lại, hãy xem rồi làm tiếp."));
	}
	strbuf_release(&names);
	hint_list_release(&now);
	return status;
}

int reviewing_others(const struct reviewing *r, struct strbuf *names)
{
	int count = 0;

	name_deciders(&r->review.hints, 0, r->wb->user, names);
	for (size_t i = 0; i < r->review.hints.count; i++)
		count += !r->review.hints.items[i].carried && strcmp(r->review.hints.items[i].who, r->wb->user) != 0;
	return count;
}

static int last_number(const struct reviewing *r)
{
	return r->review.hints.count ? r->review.hints.items[r->review.hints.count - 1].number : 0;
}

/* --- deciding and taking back -------------------------------------------- */

enum status reviewing_decide(struct reviewing *r, struct manuscript_place at, enum hint_kind kind, const char *value,
			     struct error *err)
{
	struct hint hint = { .at = at, .kind = kind, .who = xstrdup(r->wb->user), .when = clock_now(),
			     .number = last_number(r) + 1 };
	enum status status = reviewing_see_others(r, err);
	int decided;

	if (status == OK)
		status = value_of(r, kind, value, &hint.value, err);
	if (status != OK) {
		hint_release(&hint);
		return status;
	}
	hint_list_add(&r->review.hints, &hint);
	status = read_again(r, err);
	decided = reviewing_stretch_at(r, at);
	if (status == OK && (!has_effect(&r->draft.stretches.items[decided], at, kind) ||
			     (kind == HINT_PART && crosses_heading(r, decided))))
		status = error_set(err, STATUS_DENIED, "%s", why_no_effect(r, decided, kind));
	if (status == OK)
		status = r->wb->store->hint_insert(r->wb->store, r->review.id,
						   &r->review.hints.items[r->review.hints.count - 1], err);
	if (status != OK) {
		drop_last(r);
		read_again(r, NULL);	/* it was read so before */
	}
	return status;
}

enum status reviewing_take_back(struct reviewing *r, struct manuscript_place *where, struct error *err)
{
	enum status status = reviewing_see_others(r, err);
	const struct hint *last;

	if (status != OK)
		return status;
	if (!r->review.hints.count)
		return error_set(err, STATUS_NOT_FOUND, _("Chưa có quyết định nào để hoàn tác."));
	last = &r->review.hints.items[r->review.hints.count - 1];
	if (!last->carried && strcmp(last->who, r->wb->user) != 0)
		return error_set(err, STATUS_DENIED,
				 _("Quyết định cuối là của %s nên chỉ người đó hoàn tác được; nếu không đúng, hãy quyết định lại chỗ ấy."),
				 last->who);
	*where = last->at;
	status = r->wb->store->hint_drop(r->wb->store, r->review.id, last->number, err);
	if (status != OK)
		return status;
	drop_last(r);
	return read_again(r, err);
}

/* --- the end ------------------------------------------------------------ */

static enum status forget(struct reviewing *r, struct error *err)
{
	return r->wb->store->review_delete(r->wb->store, r->review.id, err);
}

enum status reviewing_cancel(struct reviewing *r, struct error *err)
{
	enum status status = reviewing_see_others(r, err);

	return status == OK ? forget(r, err) : status;
}

enum status reviewing_compare(struct reviewing *r, row_id *older, struct string_list *changes, struct error *err)
{
	const struct source *source = &r->review.source;
	row_id same = 0;
	enum status status = r->wb->store->plan_by_source(r->wb->store, source->bytes, source->length, &same, err);

	*older = 0;
	if (status != STATUS_NOT_FOUND || r->review.plan_id) {
		error_clear(err);
		return status == STATUS_NOT_FOUND ? OK : status;
	}
	error_clear(err);
	status = reviewing_see_others(r, err);
	if (status != OK)
		return status;
	draft_keep_decisions(&r->draft, &r->manuscript, &r->review.hints);
	return workbench_compare(r->wb, &r->draft, older, changes, err);
}

enum status reviewing_store(struct reviewing *r, bool new_version, struct import_report *report, struct error *err)
{
	enum status status = reviewing_see_others(r, err);

	if (status != OK)
		return status;
	if (!r->draft.sections.count)
		return error_set(err, STATUS_INVALID,
				 _("Chưa có mục nào nên chưa lưu được; m để coi một chỗ là mục, t là nhiệm vụ."));
	draft_keep_decisions(&r->draft, &r->manuscript, &r->review.hints);
	replace_string(&r->review.source.imported_by, r->wb->user);
	r->review.source.imported_at = clock_now();
	if (r->review.plan_id && !draft_count_tasks(&r->draft))
		return error_set(err, STATUS_INVALID,
				 _("Phụ lục chưa có nhiệm vụ nào nên chưa lưu được; t để coi một chỗ là nhiệm vụ."));
	if (r->review.plan_id)
		status = workbench_import_appendix(r->wb, r->review.plan_id, &r->draft, &r->review.source, report, err);
	else
		status = workbench_import(r->wb, &r->draft, &r->review.source, new_version, report, err);
	return status == OK ? forget(r, err) : status;
}
