/* What the keys do to the filter of a plan: typing one, and those that were given a name. */
#include <stdlib.h>
#include <string.h>

#include "tui/job.h"
#include "tui/picker.h"
#include "tui/prompt.h"
#include "tui/view_outline.h"

/* --- typing one ------------------------------------------------------------ */

static enum status apply(struct app *app, const char *text, struct error *err)
{
	struct view *outline = app_find(app, CTX_OUTLINE);

	return outline ? outline_view_filter(outline, app, text, err) : OK;
}

static enum status accept_filter(void *context, struct app *app, const char *text, struct error *err)
{
	(void)context;
	return apply(app, text, err);
}

static void preview_filter(void *context, struct app *app, const char *text, struct strbuf *out)
{
	struct filter filter = { 0 };
	struct error err = ERROR_INIT;

	(void)context;
	if (text[strspn(text, " ")] == '\0')
		strbuf_add_text(out,
				_("Vd.: cq:SNV · chutri:STC · muc:II · tinhtrang:quahan · han:9/2013 · "
				  "thieu:han · hoặc chữ cần tìm. Để trống: hiện tất cả."));
	else if (workbench_filter(app->wb, app->plan.id, text, &filter, &err))
		strbuf_add_text(out, error_text(&err));
	filter_release(&filter);
	error_release(&err);
}

int act_filter(struct app *app, struct view *view)
{
	struct prompt_spec spec = {
		.label = _("Lọc"), .field = "filter", .initial = outline_view_filter_text(view),
		.max = LINE_MAX_LETTERS,
		.replaces = true,
		.preview = preview_filter, .accept = accept_filter,
	};

	app_push(app, prompt_new(app, &spec));
	return NOTHING;
}

/* --- those with a name ------------------------------------------------------ */

/* What everybody asks for. */
static const struct {
	const char *name, *filter;
} common[] = {
	{ N_("Quá hạn"), "standing:overdue" }, { N_("Sắp đến hạn"), "standing:soon" }, { N_("Chưa rõ chủ trì"), "missing:lead" },
	{ N_("Chưa rõ thời hạn"), "missing:deadline" }, { N_("Đang làm"), "status:doing" }, { N_("Đã xong"), "status:done" },
};

enum { COMMON = sizeof common / sizeof *common, DROP = COMMON + 1, FIRST_SAVED };

struct saved {
	struct string_list names, filters;
	char *now;		/* the filter that the plan has; "" for none */
};

static void saved_free(void *context)
{
	struct saved *saved = context;

	string_list_release(&saved->names);
	string_list_release(&saved->filters);
	free(saved->now);
	free(saved);
}

static struct saved *saved_read(struct app *app, const char *now, struct error *err)
{
	struct saved *saved = xcalloc(1, sizeof *saved);

	saved->now = xstrdup(now ? now : "");
	if (!workbench_saved_filters(app->wb, &saved->names, &saved->filters, err))
		return saved;
	saved_free(saved);
	return NULL;
}

static void offer_saved(const struct saved *saved, struct picker_spec *spec)
{
	for (size_t i = 0; i < saved->names.count; i++) {
		struct picker_item item = {
			.id = FIRST_SAVED + (row_id)i, .name = xstrdup(saved->names.items[i]), .detail = xstrdup(saved->filters.items[i]),
		};

		picker_item_list_add(&spec->items, &item);
	}
}

static enum status accept_drop(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	const struct saved *saved = context;
	const char *name = saved->names.items[ids[0] - FIRST_SAVED];
	enum status status = workbench_save_filter(app->wb, name, NULL, err);

	(void)count;
	if (!status)
		app_say(app, _("Đã bỏ bộ lọc «%s»."), name);
	return status;
}

static enum status ask_which_to_drop(struct app *app, struct error *err)
{
	struct saved *saved = saved_read(app, NULL, err);
	struct picker_spec spec = { .title = _("Bỏ bộ lọc nào"), .accept = accept_drop, .context = saved, .release = saved_free };

	if (!saved)
		return err->status;
	offer_saved(saved, &spec);
	app_push(app, picker_new(&spec));
	return OK;
}

static enum status accept_saved(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	const struct saved *saved = context;

	(void)count;
	if (ids[0] == DROP)
		return ask_which_to_drop(app, err);
	return apply(app, ids[0] >= FIRST_SAVED ? saved->filters.items[ids[0] - FIRST_SAVED] : common[ids[0] - 1].filter, err);
}

/* The filter that is on gets the name that was typed. */
static enum status save_typed(void *context, struct app *app, const char *text, struct picker_item *item, struct error *err)
{
	struct saved *saved = context;
	enum status status = *saved->now ? OK : error_set(err, STATUS_INVALID,
		_("Chưa lọc gì nên không có gì để lưu; nhấn Esc, rồi f để lọc trước."));

	if (!status)
		status = workbench_save_filter(app->wb, text, saved->now, err);
	if (status)
		return status;
	string_list_add(&saved->names, text);
	string_list_add(&saved->filters, saved->now);
	*item = (struct picker_item){
		.id = FIRST_SAVED + (row_id)saved->names.count - 1, .name = xstrdup(text), .detail = xstrdup(saved->now),
	};
	app_say(app, _("Đã lưu bộ lọc «%s»; nhấn F để dùng lại."), text);
	return OK;
}

int act_filters(struct app *app, struct view *view)
{
	struct error err = ERROR_INIT;
	struct saved *saved = saved_read(app, outline_view_filter_text(view), &err);
	struct picker_spec spec = {
		.title = saved && *saved->now ? _("Lọc theo; gõ tên mới để lưu bộ lọc đang dùng") : _("Lọc theo"),
		.accept = accept_saved, .add = save_typed, .context = saved, .release = saved_free,
	};

	if (!saved) {
		app_complain(app, &err);
		error_release(&err);
		return NOTHING;
	}
	offer_saved(saved, &spec);
	for (int i = 0; i < COMMON; i++) {
		struct picker_item item = { .id = i + 1, .name = xstrdup(_(common[i].name)), .detail = xstrdup(common[i].filter) };

		picker_item_list_add(&spec.items, &item);
	}
	if (saved->names.count)
		picker_add_choice(&spec, DROP, _("Bỏ một bộ lọc đã lưu …"));
	app_push(app, picker_new(&spec));
	return NOTHING;
}
