#include "tui/detail.h"

#include "core/base/gettext.h"

enum { COUNT_MAX = 1000 };

/* Takes LABEL over, which stands before the names; without any there is no line. */
static void add_names(struct detail *detail, char *label, const struct agency_list *list)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++)
		strbuf_addf(&text, "%s%s", i ? " · " : label, list->items[i].name);
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
	free(label);
}

static void add_aliases(struct detail *detail, const struct agency_alias_list *aliases)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < aliases->count; i++) {
		strbuf_add_text(&text, i ? "; " : _("Tên khác: "));
		agency_alias_describe(&aliases->items[i], &text);
	}
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
}

/* What it was called before, who stands at its head, how to reach it. */
static void add_particulars(struct detail *detail, const struct agency *agency)
{
	char day[DATE_TEXT];

	for (size_t i = 0; i < agency->former.count; i++)
		detail_add(detail, STYLE_NORMAL, xasprintf(_("Trước đây: %s (đến %s)"), agency->former.items[i].name,
							   date_vietnamese(agency->former.items[i].until, day)));
	if (agency->head)
		detail_add(detail, STYLE_NORMAL, xasprintf(_("Người đứng đầu: %s"), agency->head));
	if (agency->contact)
		detail_add(detail, STYLE_NORMAL, xasprintf(_("Liên hệ: %s"), agency->contact));
}

static enum status add_parent(struct detail *detail, struct store *store, row_id parent, struct error *err)
{
	struct agency above = { 0 };
	struct strbuf name = STRBUF_INIT;
	enum status status = parent ? store->agency_get(store, parent, &above, err) : OK;

	if (!status && parent) {
		agency_describe(&above, &name);
		detail_add(detail, STYLE_NORMAL, xasprintf(_("Cấp trên: %s"), name.text));
	}
	strbuf_release(&name);
	agency_release(&above);
	return status;
}

/* Who comes after it and before it, by which document. */
static enum status add_successions(struct detail *detail, struct store *store, row_id id, struct error *err)
{
	struct succession_list list = { 0 };
	enum status status = store->successions(store, &list, err);

	for (size_t i = 0; !status && i < list.count; i++) {
		const struct succession *s = &list.items[i];
		row_id other = s->from_id == id ? s->to_id : s->from_id;
		struct agency agency = { 0 };
		struct strbuf name = STRBUF_INIT;
		char day[DATE_TEXT];

		if ((s->from_id != id && s->to_id != id) || !other)
			continue;
		status = store->agency_get(store, other, &agency, err);
		if (!status) {
			agency_describe(&agency, &name);
			detail_add(detail, STYLE_NORMAL, xasprintf(s->from_id == id ? _("Từ %s tiếp nhận: %s (%s)")
										    : _("Từ %s thay cho: %s (%s)"),
								   date_vietnamese(s->day, day), name.text,
								   s->document ? s->document : "–"));
		}
		strbuf_release(&name);
		agency_release(&agency);
	}
	succession_list_release(&list);
	return status;
}

static enum status add_members(struct detail *detail, struct store *store, row_id group, struct error *err)
{
	struct agency_list members = { 0 };
	enum status status = store->agency_members(store, group, &members, err);

	add_names(detail, xasprintf(_("Gồm %zu cơ quan: "), members.count), &members);
	if (!status && !members.count)
		detail_add(detail, STYLE_SOON, xstrdup(_("Nhóm chưa có thành viên; nhấn m để chọn.")));
	agency_list_release(&members);
	return status;
}

static enum status add_groups(struct detail *detail, struct store *store, row_id agency, struct error *err)
{
	struct agency_list groups = { 0 };
	enum status status = store->agency_groups(store, agency, &groups, err);

	add_names(detail, xasprintf(_("Thuộc %zu nhóm: "), groups.count), &groups);
	agency_list_release(&groups);
	return status;
}

static enum status add_tasks(struct detail *detail, struct store *store, row_id agency, row_id plan,
			     struct error *err)
{
	struct filter_term term = { .field = FILTER_AGENCY, .agency_id = agency };
	struct filter filter = { .today = clock_today() };
	int count = 0;
	enum status status;

	filter_term_list_add(&filter.terms, &term);
	status = store->task_count(store, plan, &filter, COUNT_MAX, &count, err);
	if (!status)
		detail_add(detail, STYLE_NORMAL,
			   xasprintf(_("Có phần trong %s%d nhiệm vụ của kế hoạch đang mở."),
				     count < COUNT_MAX ? "" : _("hơn "), count));
	filter_release(&filter);
	return status;
}

enum status detail_read_agency(struct detail *detail, struct store *store, row_id id, row_id plan,
			       struct error *err)
{
	struct agency agency = { 0 };
	enum status status = store->agency_get(store, id, &agency, err);

	detail_clear(detail);
	if (!status) {
		struct strbuf name = STRBUF_INIT;

		agency_describe(&agency, &name);
		detail_add(detail, STYLE_STRONG, agency.code ? xasprintf("%s (%s)", name.text, agency.code)
							     : xstrdup(name.text));
		strbuf_release(&name);
		detail_add(detail, STYLE_DIM, xasprintf("%s · %s", agency_kind_label(agency.kind),
							agency.requested ? _("đề nghị") : _("giao")));
		add_aliases(detail, &agency.aliases);
		add_particulars(detail, &agency);
		status = add_parent(detail, store, agency.parent_id, err);
	}
	if (!status)
		status = agency.kind == AGENCY_GROUP ? add_members(detail, store, id, err) : add_groups(detail, store, id, err);
	if (!status)
		status = add_successions(detail, store, id, err);
	if (!status && plan)
		status = add_tasks(detail, store, id, plan, err);
	agency_release(&agency);
	return status;
}
