/* What the keys do to agencies: the form of one, the members of a group, its tasks. */
#include "tui/act_agency.h"

#include <stdlib.h>
#include <string.h>

#include "core/plan/agency_name.h"
#include "core/viet/viet.h"
#include "tui/form.h"
#include "tui/view_outline.h"

enum { CODE_MAX = 30, NAME_MAX = 200, ALIASES_MAX = 1000 };

/* --- pickers ------------------------------------------------------------ */

struct picker_item agency_picker_item(const struct agency *agency, bool picked)
{
	struct picker_item item = {
		.id = agency->id,
		.code = xstrdup(agency->code ? agency->code : ""),
		.detail = agency->kind == AGENCY_GROUP ? xstrdup(_("nhóm")) : NULL,
		.picked = picked,
	};

	struct strbuf name = STRBUF_INIT;

	agency_describe(agency, &name);
	item.name = strbuf_detach(&name);
	for (size_t i = 0; i < agency->aliases.count; i++)
		string_list_add(&item.aliases, agency->aliases.items[i].name);
	for (size_t i = 0; i < agency->former.count; i++)
		string_list_add(&item.aliases, agency->former.items[i].name);
	return item;
}

/* The shape of a name says what kind of body it is; what has no such shape is taken as it was typed. */
static void agency_from_words(const char *text, struct agency *agency)
{
	struct agency_mention_list mentions = { 0 };
	struct strbuf name = STRBUF_INIT;

	viet_clean(text, strlen(text), &name);
	agency_mentions(name.text, &mentions);
	agency->kind = mentions.count == 1 ? mentions.items[0].kind : AGENCY_OTHER;
	agency->name = xstrdup(mentions.count == 1 ? mentions.items[0].name : name.text);
	if (agency->kind != AGENCY_GROUP)
		agency->code = agency_propose_code(agency->name);
	agency_mention_list_release(&mentions);
	strbuf_release(&name);
}

enum status agency_add_typed(void *context, struct app *app, const char *text, struct picker_item *item,
			     struct error *err)
{
	struct agency agency = { 0 };
	enum status status;

	(void)context;
	agency_from_words(text, &agency);
	status = workbench_save_agency(app->wb, &agency, err);
	if (!status)
		*item = agency_picker_item(&agency, false);
	agency_release(&agency);
	return status;
}

/* --- the form ----------------------------------------------------------- */

enum form_row { ROW_NAME, ROW_CODE, ROW_KIND, ROW_ALIASES, ROW_REQUESTED, ROW_PARENT, ROW_HEAD, ROW_CONTACT, ROW_COUNT };

struct agency_job {
	struct agency agency;				/* as it is stored; id 0: a new one */
	struct strbuf parent;				/* the name of the body above it */
	const char *kinds[AGENCY_GROUP + 2];		/* to choose from, NULL at the end */
	const char *wordings[3];
};

static void agency_job_free(void *context)
{
	struct agency_job *job = context;

	agency_release(&job->agency);
	strbuf_release(&job->parent);
	free(job);
}

/* Takes what AGENCY holds over; id 0: a new one. */
static struct agency_job *agency_job_new(struct agency *agency)
{
	struct agency_job *job = xcalloc(1, sizeof *job);

	strbuf_init(&job->parent);
	job->agency = *agency;
	*agency = (struct agency){ 0 };
	return job;
}

static enum status read_parent(struct agency_job *job, struct store *store, struct error *err)
{
	struct agency parent = { 0 };
	enum status status = OK;

	strbuf_clear(&job->parent);
	if (job->agency.parent_id)
		status = store->agency_get(store, job->agency.parent_id, &parent, err);
	if (status == OK && job->agency.parent_id)
		strbuf_add_text(&job->parent, parent.name);
	agency_release(&parent);
	return status;
}

/* A group stays one, with its members, and an agency never becomes one. */
static void list_choices(struct agency_job *job)
{
	bool any = !job->agency.id, group = job->agency.kind == AGENCY_GROUP;
	size_t count = 0;

	for (int kind = AGENCY_DEPARTMENT; kind <= AGENCY_GROUP; kind++)
		if (any || group == (kind == AGENCY_GROUP))
			job->kinds[count++] = agency_kind_label((enum agency_kind)kind);
	job->wordings[0] = _("giao");
	job->wordings[1] = _("đề nghị");
}

static void join_aliases(const struct agency_alias_list *aliases, struct strbuf *out)
{
	for (size_t i = 0; i < aliases->count; i++) {
		strbuf_add_text(out, i ? "; " : "");
		agency_alias_describe(&aliases->items[i], out);
	}
}

void split_names(const char *text, struct string_list *names)
{
	while (*text) {
		size_t length = strcspn(text, ";");
		struct strbuf name = STRBUF_INIT;

		viet_clean(text, length, &name);
		if (name.length)
			string_list_add(names, name.text);
		strbuf_release(&name);
		text += length + (text[length] == ';');
	}
}

static void split_aliases(const char *text, struct agency_alias_list *aliases)
{
	struct string_list names = { 0 };

	split_names(text, &names);
	for (size_t i = 0; i < names.count; i++) {
		struct agency_alias alias;

		agency_alias_read(names.items[i], &alias);
		agency_alias_list_add(aliases, &alias);
	}
	string_list_release(&names);
}

static void values_of(const struct agency_job *job, struct form_values *values)
{
	const struct agency *agency = &job->agency;
	struct strbuf aliases = STRBUF_INIT;

	join_aliases(&agency->aliases, &aliases);
	values->texts[ROW_NAME] = xstrdup(agency->name ? agency->name : "");
	values->texts[ROW_CODE] = xstrdup(agency->code ? agency->code : "");
	values->texts[ROW_KIND] = xstrdup(agency_kind_label(agency->kind));
	values->texts[ROW_ALIASES] = strbuf_detach(&aliases);
	values->texts[ROW_REQUESTED] = xstrdup(job->wordings[agency->requested]);
	values->texts[ROW_PARENT] = xstrdup(job->parent.text);
	values->texts[ROW_HEAD] = xstrdup(agency->head ? agency->head : "");
	values->texts[ROW_CONTACT] = xstrdup(agency->contact ? agency->contact : "");
}

/* What was typed into what is stored. */
static void agency_from_values(const struct agency_job *job, const struct form_values *values,
			       struct agency *agency)
{
	agency_copy(agency, &job->agency);
	agency_alias_list_clear(&agency->aliases);
	free(agency->name);
	free(agency->code);
	agency->name = xstrdup(values->texts[ROW_NAME]);
	agency->code = xstrdup(values->texts[ROW_CODE]);
	for (int kind = AGENCY_DEPARTMENT; kind <= AGENCY_GROUP; kind++)
		if (!strcmp(values->texts[ROW_KIND], agency_kind_label((enum agency_kind)kind)))
			agency->kind = (enum agency_kind)kind;
	split_aliases(values->texts[ROW_ALIASES], &agency->aliases);
	agency->requested = !strcmp(values->texts[ROW_REQUESTED], job->wordings[true]);
	replace_string(&agency->head, values->texts[ROW_HEAD]);
	replace_string(&agency->contact, values->texts[ROW_CONTACT]);
}

/* Only where it was changed: the name that stands there may be that of several bodies. */
static enum status find_parent(const struct agency_job *job, struct app *app, const char *name, row_id *parent,
			       struct error *err)
{
	if (!strcmp(name, job->parent.text))
		return OK;
	*parent = 0;
	return *name ? workbench_find_agency(app->wb, name, parent, err) : OK;
}

static enum status accept_form(void *context, struct app *app, const struct form_values *values,
			       struct error *err)
{
	struct agency agency = { 0 };
	enum status status;

	agency_from_values(context, values, &agency);
	status = find_parent(context, app, values->texts[ROW_PARENT], &agency.parent_id, err);
	if (!status)
		status = workbench_save_agency(app->wb, &agency, err);
	if (!status) {
		app->agency = agency.id;
		app_say(app, _("Đã lưu: %s · u để hoàn tác"), agency.name);
	}
	agency_release(&agency);
	return status;
}

/* The shape of a new name says most of the rest. */
static void suggest_rest(void *context, struct form_values *values)
{
	const struct agency_job *job = context;
	const char *name = values->texts[ROW_NAME];
	enum agency_kind kind = agency_kind_of_name(name);

	if (job->agency.id || !*name)
		return;
	replace_string(&values->texts[ROW_KIND], agency_kind_label(kind));
	replace_string(&values->texts[ROW_REQUESTED], job->wordings[agency_is_requested(name)]);
	free(values->texts[ROW_CODE]);
	values->texts[ROW_CODE] = kind == AGENCY_GROUP ? xstrdup("") : agency_propose_code(name);
}

static enum status read_form(void *context, struct app *app, struct form_values *values, struct error *err)
{
	struct agency_job *job = context;
	struct agency now = { 0 };
	enum status status = app->wb->store->agency_get(app->wb->store, job->agency.id, &now, err);

	if (status)
		return status;
	agency_release(&job->agency);
	job->agency = now;
	status = read_parent(job, app->wb->store, err);
	if (!status)
		values_of(job, values);
	return status;
}

/* Takes the job over. */
static void open_form(struct app *app, struct agency_job *job)
{
	struct form_values values = { 0 };
	char *draft = xasprintf("agency:%lld", job->agency.id);
	struct form_spec spec = {
		.title = job->agency.id ? _("Sửa cơ quan") : _("Thêm cơ quan hoặc nhóm"), .draft = draft,
		.fields = {
			[ROW_NAME] = { _("Tên đầy đủ"), _("Vd.: Sở Nội vụ"), .max = NAME_MAX },
			[ROW_CODE] = { _("Ký hiệu"),
				       _("Chữ viết tắt trong số văn bản, vd.: SNV. Không có thì để trống."),
				       .max = CODE_MAX },
			[ROW_KIND] = { _("Loại"),
				       _("Phím ← → để đổi. Nhóm thì nhấn m ở danh sách để chọn thành viên."),
				       .choices = job->kinds },
			[ROW_ALIASES] = { _("Tên khác"),
					  _("Cách nhau bằng dấu chấm phẩy; có thời gian thì viết thêm (từ 01/3/2025 đến 30/6/2025)."),
					  .max = ALIASES_MAX },
			[ROW_REQUESTED] = { _("Lời giao việc"),
					    _("Trực thuộc UBND thì «giao»; Mặt trận, đoàn thể, tòa án … "
					      "thì «đề nghị». Phím ← → để đổi."),
					    .choices = job->wordings },
			[ROW_PARENT] = { _("Cấp trên"), _("Tên hoặc ký hiệu của cơ quan cấp trên. Không có thì để trống."),
					 .max = NAME_MAX },
			[ROW_HEAD] = { _("Người đứng đầu"), _("Chức danh, vd.: Giám đốc"), .max = NAME_MAX },
			[ROW_CONTACT] = { _("Liên hệ"), _("Điện thoại, thư điện tử, người đầu mối"), .max = NAME_MAX },
		},
		.count = ROW_COUNT, .accept = accept_form, .suggest = suggest_rest,
		.read = job->agency.id ? read_form : NULL,
		.context = job, .release = agency_job_free,
	};

	list_choices(job);
	values_of(job, &values);
	for (int i = 0; i < ROW_COUNT; i++)
		spec.fields[i].text = values.texts[i];
	app_push(app, form_new(app, &spec));
	form_values_release(&values);
	free(draft);
}

int act_agency_new(struct app *app, struct view *view)
{
	(void)view;
	open_form(app, agency_job_new(&(struct agency){ 0 }));
	return NOTHING;
}

static row_id agency_of(const struct app *app, const struct view *view)
{
	struct target target;
	row_id agency;

	app_target(app, view, &target);
	agency = target.agency;
	target_release(&target);
	return agency;
}

static int show_trouble(struct app *app, enum status status, struct error *err)
{
	if (status)
		app_complain(app, err);
	error_release(err);
	return NOTHING;
}

int act_agency_edit(struct app *app, struct view *view)
{
	struct agency agency = { 0 };
	struct agency_job *job;
	struct error err = ERROR_INIT;
	struct store *store = app->wb->store;
	enum status status = store->agency_get(store, agency_of(app, view), &agency, &err);

	job = agency_job_new(&agency);
	if (!status)
		status = read_parent(job, store, &err);
	if (status)
		agency_job_free(job);
	else
		open_form(app, job);
	return show_trouble(app, status, &err);
}

/* --- members ------------------------------------------------------------ */

static bool has_agency(const struct agency_list *list, row_id id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return true;
	return false;
}

/* All agencies that are no groups; the members are picked. */
static enum status list_members(struct store *store, row_id group, struct picker_item_list *items,
				struct error *err)
{
	struct agency_list all = { 0 }, members = { 0 };
	enum status status = store->agency_members(store, group, &members, err);

	if (!status)
		status = store->agency_list(store, &all, err);
	for (size_t i = 0; i < all.count; i++) {
		struct picker_item item;

		if (all.items[i].kind == AGENCY_GROUP ||
		    !date_within(clock_today(), all.items[i].valid_from, all.items[i].valid_to))
			continue;
		item = agency_picker_item(&all.items[i], has_agency(&members, all.items[i].id));
		picker_item_list_add(items, &item);
	}
	agency_list_release(&members);
	agency_list_release(&all);
	return status;
}

static enum status accept_members(void *context, struct app *app, const row_id *ids, size_t count,
				  struct error *err)
{
	const struct agency *group = context;
	enum status status = workbench_set_members(app->wb, group->id, ids, count, err);

	if (!status)
		app_say(app, _("%s: %zu thành viên · u để hoàn tác"), group->name, count);
	return status;
}

static void group_free(void *context)
{
	agency_release(context);
	free(context);
}

/* Takes GROUP over. */
static enum status open_members(struct app *app, struct agency *group, struct error *err)
{
	char *title = xasprintf(_("Thành viên của %s"), group->name);
	struct picker_spec spec = {
		.title = title, .several = true, .accept = accept_members, .add = agency_add_typed,
		.context = group, .release = group_free,
	};
	enum status status = list_members(app->wb->store, group->id, &spec.items, err);

	if (status) {
		picker_item_list_release(&spec.items);
		group_free(group);
	} else {
		app_push(app, picker_new(&spec));
	}
	free(title);
	return status;
}

int act_agency_members(struct app *app, struct view *view)
{
	struct agency *agency = xcalloc(1, sizeof *agency);
	struct error err = ERROR_INIT;
	enum status status = app->wb->store->agency_get(app->wb->store, agency_of(app, view), agency, &err);

	if (!status && agency->kind == AGENCY_GROUP)
		return show_trouble(app, open_members(app, agency, &err), &err);
	if (!status)
		app_say(app, _("«%s» không phải nhóm nên không có thành viên."), agency->name);
	group_free(agency);
	return show_trouble(app, status, &err);
}

/* --- its tasks ---------------------------------------------------------- */

/* A code or a name of one word stands as it is in the filter's language. */
static char *filter_words(const struct agency *agency)
{
	const char *name = agency->code ? agency->code : agency->name;

	return xasprintf(strpbrk(name, " :") ? "cq:\"%s\"" : "cq:%s", name);
}

static enum status show_tasks(struct app *app, row_id id, struct error *err)
{
	struct view *outline = app_find(app, CTX_OUTLINE);
	struct agency agency = { 0 };
	char *words;
	enum status status = app->wb->store->agency_get(app->wb->store, id, &agency, err);

	if (status)
		return status;
	words = filter_words(&agency);
	status = outline_view_filter(outline, app, words, err);
	if (!status) {
		app_show(app, NULL);
		app_say(app, _("Nhiệm vụ của %s · Esc hiện lại cả kế hoạch · 2 về sổ cơ quan"), agency.name);
	}
	free(words);
	agency_release(&agency);
	return status;
}

int act_agency_tasks(struct app *app, struct view *view)
{
	struct error err = ERROR_INIT;

	return show_trouble(app, show_tasks(app, agency_of(app, view), &err), &err);
}
