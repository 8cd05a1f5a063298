/* A new task out of one line: what was understood of it stands below while it is typed, and Tab completes its parts. */
#include <stdlib.h>
#include <string.h>

#include "core/plan/quick_line.h"
#include "core/viet/viet.h"
#include "core/workbench/quick.h"
#include "tui/job.h"
#include "tui/match.h"
#include "tui/prompt.h"
#include "tui/view_lines.h"
#include "tui/view_outline.h"

enum { SHOWN = 4 };		/* candidates below the line */

/* What the parts of a line may be; read once, when the line is opened. */
struct quick_job {
	row_id section;
	struct agency_list agencies;
	struct label_list labels;
};

static void quick_job_free(void *context)
{
	struct quick_job *job = context;

	agency_list_release(&job->agencies);
	label_list_release(&job->labels);
	free(job);
}

/* --- candidates ------------------------------------------------------------ */

/* What may be meant by the words that a line ends in, the best first. */
struct candidates {
	bool bodies;		/* else labels */
	size_t start;		/* where the words begin */
	struct match_list list;
};

static void offer_agencies(const struct quick_job *job, struct match_query *query, struct match_list *list)
{
	struct date today = clock_today();

	for (size_t i = 0; i < job->agencies.count; i++) {
		const struct agency *agency = &job->agencies.items[i];
		struct string_list others = { 0 };
		int score;

		for (size_t a = 0; a < agency->aliases.count; a++)
			string_list_add(&others, agency->aliases.items[a].name);
		score = match_names(query, agency->code, agency->name, &others);
		if (score && date_within(today, agency->valid_from, agency->valid_to))
			match_list_add(list, (int)i, score);
		string_list_release(&others);
	}
}

static void offer_labels(const struct quick_job *job, struct match_query *query, struct match_list *list)
{
	struct string_list none = { 0 };

	for (size_t i = 0; i < job->labels.count; i++) {
		int score = match_names(query, NULL, job->labels.items[i].name, &none);

		if (score)
			match_list_add(list, (int)i, score);
	}
}

static void find_candidates(const struct quick_job *job, const char *text, struct candidates *found)
{
	enum quick_part part = quick_line_tail(text, &found->start);
	struct match_query query;

	found->bodies = part == QUICK_LEADS || part == QUICK_COORDINATORS;
	found->list = (struct match_list){ 0 };
	if (!text[found->start] || !(found->bodies || part == QUICK_LABEL))
		return;
	match_query_init(&query, text + found->start);
	if (found->bodies)
		offer_agencies(job, &query, &found->list);
	else
		offer_labels(job, &query, &found->list);
	match_query_release(&query);
}

static const char *candidate_name(const struct quick_job *job, const struct candidates *found, size_t number)
{
	int item = found->list.items[number].item;

	return found->bodies ? job->agencies.items[item].name : job->labels.items[item].name;
}

/* A code says the same in fewer letters. */
static const char *candidate_word(const struct quick_job *job, const struct candidates *found, size_t number)
{
	const char *code = found->bodies ? job->agencies.items[found->list.items[number].item].code : NULL;

	return code ? code : candidate_name(job, found, number);
}

/* --- the line --------------------------------------------------------------- */

static void preview_line(void *context, struct app *app, const char *text, struct strbuf *out)
{
	const struct quick_job *job = context;
	struct quick_task task = { 0 };
	struct candidates found;
	struct error err = ERROR_INIT;

	if (!*text) {
		strbuf_add_text(out, _("Vd.: Tổ chức hội nghị @SNV +STP; STTTT !trước 15/8 #thể chế >II.1 · @ chủ trì  + phối hợp  ! hạn  # lĩnh vực, nhãn  > mục"));
		return;
	}
	if (workbench_quick_read(app->wb, app->plan.id, job->section, text, &task, &err))
		strbuf_add_text(out, error_text(&err));
	else
		quick_task_explain(&task, out);
	find_candidates(job, text, &found);
	for (size_t i = 0; i < found.list.count && i < SHOWN; i++)
		strbuf_addf(out, "%s%s", i ? " · " : _(" → Tab điền: "), candidate_name(job, &found, i));
	match_list_release(&found.list);
	quick_task_release(&task);
	error_release(&err);
}

static bool complete_line(void *context, struct app *app, const char *text, struct strbuf *out)
{
	struct candidates found;
	bool any;

	(void)app;
	find_candidates(context, text, &found);
	any = found.list.count > 0;
	if (any) {
		strbuf_add(out, text, found.start);
		strbuf_add_text(out, candidate_word(context, &found, 0));
		strbuf_add_char(out, ' ');
	}
	match_list_release(&found.list);
	return any;
}

static enum status accept_line(void *context, struct app *app, const char *text, struct error *err)
{
	const struct quick_job *job = context;
	struct view *outline = app_find(app, CTX_OUTLINE);
	struct quick_task task = { 0 };
	struct task_ids added = { 0 };
	enum status status = workbench_quick_read(app->wb, app->plan.id, job->section, text, &task, err);

	if (!status)
		status = workbench_quick_add(app->wb, &task, 1, &added, err);
	if (!status) {
		say_done(app, _("Đã thêm"), &added);
		status = outline ? outline_view_go(outline, app, added.items[0], err) : OK;
	}
	quick_task_release(&task);
	task_ids_release(&added);
	return status;
}

static char *lines_field(row_id section)
{
	return field_name("lines", section);
}

/* Many lines are many tasks. */
static bool open_lines(struct app *app, row_id section, const char *text)
{
	char *field = lines_field(section);
	struct view *view = lines_view_new(app, section, field, text);

	if (view)
		app_push(app, view);
	free(field);
	return view != NULL;
}

static bool paste_lines(void *context, struct app *app, const char *text)
{
	return open_lines(app, ((const struct quick_job *)context)->section, text);
}

/* Lines that were pasted and not added yet come first. */
static bool reopen_lines(struct app *app, row_id section)
{
	char *field = lines_field(section), *text = xstrdup_or_null(app_unfinished(app, field));
	bool opened = text && open_lines(app, section, text);

	free(field);
	free(text);
	return opened;
}

static enum status read_job(struct quick_job *job, struct app *app, struct error *err)
{
	struct store *store = app->wb->store;
	enum status status = store->agency_list(store, &job->agencies, err);

	return status ? status : store->labels(store, app->plan.id, &job->labels, err);
}

int act_task_new(struct app *app, struct view *view)
{
	struct quick_job *job = xcalloc(1, sizeof *job);
	struct target target;
	char *field;
	struct prompt_spec spec = {
		.label = _("Nhiệm vụ mới"), .max = LINE_MAX_LETTERS, .preview = preview_line, .complete = complete_line,
		.paste = paste_lines,
		.accept = accept_line, .context = job, .release = quick_job_free,
	};
	struct error err = ERROR_INIT;

	app_target(app, view, &target);
	job->section = target.section;
	target_release(&target);
	if (reopen_lines(app, job->section)) {
		quick_job_free(job);
	} else if (read_job(job, app, &err)) {
		app_complain(app, &err);
		quick_job_free(job);
	} else {
		spec.field = field = field_name("new", job->section);
		app_push(app, prompt_new(app, &spec));
		free(field);
	}
	error_release(&err);
	return NOTHING;
}
