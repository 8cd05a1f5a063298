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

static void add_aliases(struct detail *detail, const struct string_list *aliases)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < aliases->count; i++)
		strbuf_addf(&text, "%s%s", i ? "; " : _("Tên khác: "), aliases->items[i]);
	detail_add(detail, STYLE_NORMAL, strbuf_detach(&text));
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
		detail_add(detail, STYLE_STRONG, agency.code ? xasprintf("%s (%s)", agency.name, agency.code)
							     : xstrdup(agency.name));
		detail_add(detail, STYLE_DIM, xasprintf("%s · %s", agency_kind_label(agency.kind),
							agency.requested ? _("đề nghị") : _("giao")));
		add_aliases(detail, &agency.aliases);
		status = agency.kind == AGENCY_GROUP ? add_members(detail, store, id, err)
						     : add_groups(detail, store, id, err);
	}
	if (!status && plan)
		status = add_tasks(detail, store, id, plan, err);
	agency_release(&agency);
	return status;
}
