/* Bodies over time: renamed, merged, split, abolished, by a document and from a day on. */
#include "core/workbench/internal.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/plan/agency_name.h"
#include "core/viet/viet.h"

/* --- what is ordered ---------------------------------------------------- */

/* What is recorded has happened: nobody would bring groups and work in line on a day to come. */
static enum status check_order(const struct ordered *order, struct error *err)
{
	char day[DATE_TEXT];

	if (!date_is_valid(order->day))
		return error_set(err, STATUS_INVALID, _("Hãy viết ngày thay đổi có hiệu lực, như 01/3/2025."));
	if (date_compare(order->day, clock_today()) > 0)
		return error_set(err, STATUS_DENIED, _("Ngày %s chưa đến; hãy ghi thay đổi khi văn bản đã có hiệu lực."),
				 date_vietnamese(order->day, day));
	if (!order->document || !*order->document)
		return error_set(err, STATUS_INVALID, _("Hãy viết số, ký hiệu văn bản quyết định việc này."));
	return OK;
}

static void describe_order(const struct ordered *order, struct strbuf *summary)
{
	char day[DATE_TEXT];

	strbuf_addf(summary, _(", từ ngày %s, theo %s"), date_vietnamese(order->day, day), order->document);
}

static struct date day_before(struct date day)
{
	return date_add_days(day, -1);
}

/* BODY is no group and is there on the last day of the old order. */
static enum status check_body(const struct agency *body, const struct ordered *order, struct error *err)
{
	char day[DATE_TEXT];

	if (body->kind == AGENCY_GROUP)
		return error_set(err, STATUS_DENIED, _("«%s» là một nhóm; hãy nói về từng cơ quan của nhóm."), body->name);
	if (date_is_set(body->valid_to))
		return error_set(err, STATUS_DENIED, _("«%s» đã thôi hoạt động sau ngày %s."), body->name,
				 date_vietnamese(body->valid_to, day));
	if (date_is_set(body->valid_from) && date_compare(order->day, body->valid_from) <= 0)
		return error_set(err, STATUS_DENIED, _("«%s» mới có từ ngày %s; hãy xem lại ngày."), body->name,
				 date_vietnamese(body->valid_from, day));
	return OK;
}

/* --- renaming ----------------------------------------------------------- */

static enum status keep_former_name(struct store *store, const struct agency *agency, const struct ordered *order,
				    struct error *err)
{
	size_t count = agency->former.count;
	struct former_name former = {
		.agency_id = agency->id, .name = xstrdup(agency->name), .code = xstrdup_or_null(agency->code),
		.until = day_before(order->day), .document = xstrdup(order->document),
	};
	enum status status;

	if (count && date_compare(former.until, agency->former.items[count - 1].until) <= 0)
		status = error_set(err, STATUS_DENIED, _("«%s» đã đổi tên sau ngày đó; hãy xem lại ngày."), agency->name);
	else
		status = store->former_name_insert(store, &former, err);
	former_name_release(&former);
	return status;
}

enum status workbench_rename_agency(struct workbench *wb, row_id id, const char *name, const char *code,
				    const struct ordered *order, struct error *err)
{
	struct strbuf summary = STRBUF_INIT, clean = STRBUF_INIT;
	struct agency agency = { 0 };
	struct agency_list list = { 0 };
	enum status status = check_order(order, err);

	viet_clean(name, strlen(name), &clean);
	if (status == OK && !clean.length)
		status = error_set(err, STATUS_INVALID, _("Cơ quan còn thiếu tên; hãy viết tên đầy đủ."));
	if (status == OK)
		status = step_begin(wb, "rename", 0, err);
	if (status == OK)
		status = wb->store->agency_get(wb->store, id, &agency, err);
	if (status == OK)
		status = check_body(&agency, order, err);
	if (status == OK)
		status = keep_former_name(wb->store, &agency, order, err);
	if (status == OK)
		status = wb->store->agency_list(wb->store, &list, err);
	strbuf_addf(&summary, _("Đổi tên %s thành %s"), agency.name ? agency.name : "", clean.text);
	describe_order(order, &summary);
	replace_string(&agency.name, clean.text);
	if (code)
		replace_string(&agency.code, *code ? code : NULL);
	if (status == OK)
		status = refuse_taken(&list, &agency, err);
	if (status == OK)
		status = wb->store->agency_update(wb->store, &agency, err);
	agency_list_release(&list);
	agency_release(&agency);
	strbuf_release(&clean);
	return step_end(wb, status, true, &summary, err);
}

/* --- n bodies become m -------------------------------------------------- */

/* A reorganisation as it is carried out. */
struct move {
	struct workbench *wb;
	const struct reorganisation *wanted;
	struct agency_list before, after;
	struct agency_list all;		/* the register */
};

static void move_release(struct move *move)
{
	agency_list_release(&move->before);
	agency_list_release(&move->after);
	agency_list_release(&move->all);
}

static const struct agency *in_register(const struct move *move, row_id id)
{
	for (size_t i = 0; i < move->all.count; i++)
		if (move->all.items[i].id == id)
			return &move->all.items[i];
	return NULL;
}

static enum status read_before(struct move *move, struct error *err)
{
	enum status status = move->wb->store->agency_list(move->wb->store, &move->all, err);

	for (size_t i = 0; status == OK && i < move->wanted->from_count; i++) {
		const struct agency *body = in_register(move, move->wanted->from[i]);
		struct agency twin = { 0 };

		if (!body)
			return error_set(err, STATUS_NOT_FOUND, _("Không tìm thấy cơ quan mã %lld; hãy xem lại danh sách."),
					 move->wanted->from[i]);
		status = check_body(body, &move->wanted->order, err);
		agency_copy(&twin, body);
		agency_list_add(&move->before, &twin);
		agency_release(&twin);
	}
	return status;
}

static enum status end_bodies(struct move *move, struct error *err)
{
	struct store *store = move->wb->store;
	enum status status = OK;

	for (size_t i = 0; status == OK && !move->wanted->part && i < move->before.count; i++) {
		move->before.items[i].valid_to = day_before(move->wanted->order.day);
		status = store->agency_update(store, &move->before.items[i], err);
	}
	return status;
}

/* The symbol of a body of that name goes on; else the usual one, where no other body has it. */
static char *code_of_new(const struct move *move, const char *name)
{
	struct date day = move->wanted->order.day;
	char *code;

	for (size_t i = 0; i < move->before.count; i++)
		if (agency_is_named(&move->before.items[i], name))
			return xstrdup_or_null(move->before.items[i].code);
	code = agency_propose_code(name);
	for (size_t i = 0; code && i < move->all.count; i++) {
		const struct agency *other = &move->all.items[i];

		if (!other->code || strcmp(other->code, code) || !date_within(day, other->valid_from, other->valid_to))
			continue;
		free(code);
		code = NULL;
	}
	return code;
}

/* A body with the name of one that ends is another body all the same. */
static enum status make_body(struct move *move, const char *name, struct error *err)
{
	const struct agency *like = &move->before.items[0];
	struct store *store = move->wb->store;
	struct agency new = {
		.name = xstrdup(name), .kind = agency_kind_of_name(name), .requested = like->requested,
		.valid_from = move->wanted->order.day, .parent_id = like->parent_id, .head = xstrdup_or_null(like->head),
	};
	struct agency_list list = { 0 };
	enum status status = store->agency_list(store, &list, err);

	if (new.kind == AGENCY_OTHER || new.kind == AGENCY_GROUP)
		new.kind = like->kind;
	new.code = code_of_new(move, name);
	if (status == OK)
		status = refuse_taken(&list, &new, err);
	if (status == OK)
		status = store->agency_insert(store, &new, err);
	if (status == OK)
		agency_list_add(&move->after, &new);
	agency_release(&new);
	agency_list_release(&list);
	return status;
}

static enum status take_present(struct move *move, row_id id, struct error *err)
{
	const struct agency *body = in_register(move, id);
	struct agency twin = { 0 };

	for (size_t i = 0; i < move->wanted->from_count; i++)
		if (move->wanted->from[i] == id)
			return error_set(err, STATUS_DENIED, _("«%s» không thể tiếp nhận chính mình; hãy xem lại tên cơ quan."),
					 body->name);
	if (body->kind == AGENCY_GROUP)
		return error_set(err, STATUS_DENIED, _("«%s» là một nhóm; hãy nói về từng cơ quan của nhóm."), body->name);
	agency_copy(&twin, body);
	agency_list_add(&move->after, &twin);
	agency_release(&twin);
	return OK;
}

/* Is there, bears NAME on the first day of the new order and does not end with the old one. */
static row_id goes_on_as(const struct move *move, const char *name)
{
	for (size_t i = 0; i < move->all.count; i++) {
		const struct agency *body = &move->all.items[i];
		bool ends = false;

		for (size_t b = 0; b < move->before.count; b++)
			ends = ends || move->before.items[b].id == body->id;
		if (!ends && agency_is_named(body, name) &&
		    date_within(move->wanted->order.day, body->valid_from, body->valid_to))
			return body->id;
	}
	return 0;
}

static enum status make_after(struct move *move, struct error *err)
{
	enum status status = OK;

	for (size_t i = 0; status == OK && i < move->wanted->into.count; i++) {
		struct strbuf name = STRBUF_INIT;
		row_id present;

		viet_clean(move->wanted->into.items[i], strlen(move->wanted->into.items[i]), &name);
		present = goes_on_as(move, name.text);
		if (!name.length)
			status = error_set(err, STATUS_INVALID, _("Cơ quan còn thiếu tên; hãy viết tên đầy đủ."));
		else
			status = present ? take_present(move, present, err) : make_body(move, name.text, err);
		strbuf_release(&name);
	}
	return status;
}

static enum status put_successions(struct move *move, struct error *err)
{
	struct store *store = move->wb->store;
	size_t into = move->after.count ? move->after.count : 1;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < move->before.count * into; i++) {
		struct succession succession = {
			.from_id = move->before.items[i / into].id,
			.to_id = move->after.count ? move->after.items[i % into].id : 0,
			.part = move->wanted->part, .day = move->wanted->order.day,
			.document = xstrdup(move->wanted->order.document),
		};

		status = store->succession_insert(store, &succession, err);
		succession_release(&succession);
	}
	return status;
}

/* --- their groups ------------------------------------------------------- */

static bool is_member(const struct membership_list *list, row_id group, row_id agency)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].group_id == group && list->items[i].agency_id == agency &&
		    !date_is_set(list->items[i].until))
			return true;
	return false;
}

static enum status join(struct move *move, row_id group, struct membership_list *list, struct error *err)
{
	struct store *store = move->wb->store;
	enum status status = OK;

	for (size_t i = 0; status == OK && i < move->after.count; i++) {
		struct membership new = {
			.group_id = group, .agency_id = move->after.items[i].id, .since = move->wanted->order.day,
		};

		if (is_member(list, group, new.agency_id))
			continue;
		status = store->membership_insert(store, &new, err);
		membership_list_add(list, &new);
	}
	return status;
}

/*
 * Who ends leaves its groups, who comes after it takes its place there. The work of the old order stays with
 * whom it was given to: it is handed over by an act of its own.
 */
static enum status move_members(struct move *move, struct error *err)
{
	struct store *store = move->wb->store;
	struct membership_list list = { 0 };
	enum status status = move->wanted->part ? OK : store->memberships(store, &list, err);

	for (size_t i = 0; status == OK && i < list.count; i++) {
		struct membership left = list.items[i];
		bool leaves = false;

		for (size_t b = 0; b < move->before.count; b++)
			leaves = leaves || move->before.items[b].id == left.agency_id;
		if (!leaves || date_is_set(left.until))
			continue;
		left.until = day_before(move->wanted->order.day);
		status = store->membership_update(store, &left, err);
		list.items[i].until = left.until;
		if (status == OK)
			status = join(move, left.group_id, &list, err);
	}
	membership_list_release(&list);
	return status;
}

/* --- the whole ---------------------------------------------------------- */

static void add_names(const struct agency_list *list, struct strbuf *out)
{
	for (size_t i = 0; i < list->count; i++)
		strbuf_addf(out, "%s%s", i ? "; " : " ", list->items[i].name);
}

static void describe_move(const struct move *move, struct strbuf *out)
{
	if (move->wanted->part)
		strbuf_add_text(out, _("Chuyển một phần nhiệm vụ của"));
	else if (!move->after.count)
		strbuf_add_text(out, _("Giải thể"));
	else
		strbuf_add_text(out, move->after.count > 1 ? _("Chia tách") : _("Sáp nhập"));
	add_names(&move->before, out);
	if (move->after.count) {
		strbuf_addf(out, " %s", move->wanted->part ? _("sang") : _("thành"));
		add_names(&move->after, out);
	}
	describe_order(&move->wanted->order, out);
}

static const char *action_of(const struct reorganisation *wanted)
{
	if (!wanted->into.count)
		return "abolish";
	return wanted->part ? "part" : wanted->into.count > 1 ? "split" : "merge";
}

enum status workbench_reorganise(struct workbench *wb, const struct reorganisation *wanted, struct error *err)
{
	struct strbuf summary = STRBUF_INIT;
	struct move move = { .wb = wb, .wanted = wanted };
	enum status status = check_order(&wanted->order, err);

	if (status == OK && !wanted->from_count)
		BUG("a reorganisation of nobody");
	if (status == OK)
		status = step_begin(wb, action_of(wanted), 0, err);
	if (status == OK)
		status = read_before(&move, err);
	if (status == OK)
		status = end_bodies(&move, err);
	if (status == OK)
		status = make_after(&move, err);
	if (status == OK)
		status = put_successions(&move, err);
	if (status == OK)
		status = move_members(&move, err);
	if (status == OK)
		describe_move(&move, &summary);
	move_release(&move);
	return step_end(wb, status, true, &summary, err);
}
