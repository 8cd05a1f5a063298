/* The settings of the person: what can be chosen, and what is. */
#include <stdlib.h>

#include "tui/job.h"
#include "tui/picker.h"
#include "tui/typing.h"

enum { ROW_METHOD = PREFERENCE_COUNT, ROW_STYLE, ROW_COUNT };

enum { MOST_ANSWERS = 5 };

/* What a person reads: a name, and its answers in the order of their enums. */
static const struct {
	const char *name;
	const char *answers[MOST_ANSWERS];
} rows[ROW_COUNT] = {
	[PREFERENCE_START] = { N_("Màn hình mở đầu"), {
		N_("các mục của kế hoạch"), N_("lịch"), N_("bảng nhiệm vụ × cơ quan"), N_("tình hình chung"), N_("những gì còn thiếu") } },
	[PREFERENCE_DENSITY] = { N_("Mật độ"), {
		N_("có khung chi tiết dưới danh sách"), N_("nhiều dòng nhất: chi tiết chỉ khi nhấn Tab") } },
	[PREFERENCE_CHARSET] = { N_("Bộ chữ"), {
		N_("tự nhận theo thiết bị cuối"), N_("UTF-8: đủ dấu"), N_("ASCII: bỏ dấu, cho máy không hiện được chữ Việt") } },
	[PREFERENCE_COLOURS] = { N_("Màu"), {
		N_("có màu nếu thiết bị cuối có"), N_("không màu: đậm, gạch chân, đảo nền") } },
	[PREFERENCE_ORDER] = { N_("Danh sách sắp xếp"), {
		N_("theo thời hạn"), N_("theo cơ quan chủ trì"), N_("theo lĩnh vực"), N_("theo tình trạng"), N_("theo tên") } },
	[ROW_METHOD] = { N_("Kiểu gõ tiếng Việt"), { N_("tắt, hoặc dùng bộ gõ của máy"), "Telex", "VNI", "VIQR" } },
	[ROW_STYLE] = { N_("Đặt dấu thanh"), { N_("kiểu cũ: hòa, thúy"), N_("kiểu mới: hoà, thuý") } },
};

static unsigned int answer_of(const struct app *app, int row)
{
	if (row == ROW_METHOD)
		return (unsigned int)app->input.method;
	return row == ROW_STYLE ? (unsigned int)app->input.style : app->preferences.chosen[row];
}

static unsigned int count_of(int row)
{
	if (row == ROW_METHOD)
		return VIET_METHOD_COUNT;
	return row == ROW_STYLE ? VIET_TONE_NEW + 1 : preference_count((enum preference)row);
}

static void open_settings(struct app *app);

/* --- one of them ------------------------------------------------------------- */

static enum status keep(struct app *app, int row, unsigned int answer, struct error *err)
{
	enum status status = OK;

	if (row == ROW_METHOD)
		typing_choose(app, (enum viet_method)answer, app->input.style);
	else if (row == ROW_STYLE)
		typing_choose(app, app->input.method, (enum viet_tone_style)answer);
	else
		status = workbench_keep_preference(app->wb, (enum preference)row, answer, err);
	if (!status && row < PREFERENCE_COUNT)
		app->preferences.chosen[row] = answer;
	return status;
}

/* Letters and colours belong to the terminal, which is open. */
static bool waits_for_next_start(int row)
{
	return row == PREFERENCE_CHARSET || row == PREFERENCE_COLOURS || row == PREFERENCE_START;
}

static enum status accept_answer(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	const int *row = context;
	unsigned int answer = (unsigned int)ids[0] - 1;
	enum status status = keep(app, *row, answer, err);

	(void)count;
	if (status)
		return status;
	app_say(app, waits_for_next_start(*row) ? _("%s: %s. Có hiệu lực từ lần mở sau.") : "%s: %s.", _(rows[*row].name),
		_(rows[*row].answers[answer]));
	open_settings(app);
	return OK;
}

static void ask_answer(struct app *app, int row)
{
	int *context = xmalloc(sizeof *context);
	struct picker_spec spec = { .title = _(rows[row].name), .accept = accept_answer, .context = context, .release = free };

	*context = row;
	for (unsigned int i = 0; i < count_of(row); i++) {
		struct picker_item item = {
			.id = (row_id)i + 1, .name = xstrdup(_(rows[row].answers[i])),
			.detail = i == answer_of(app, row) ? xstrdup(_("đang dùng")) : NULL,
		};

		picker_item_list_add(&spec.items, &item);
	}
	app_push(app, picker_new(&spec));
}

/* --- all of them ------------------------------------------------------------- */

static enum status accept_row(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	(void)context, (void)count, (void)err;
	ask_answer(app, (int)ids[0] - 1);
	return OK;
}

static void open_settings(struct app *app)
{
	char *title = xasprintf(_("Thiết lập của %s"), app->wb->user);
	struct picker_spec spec = { .title = title, .accept = accept_row };

	for (int row = 0; row < ROW_COUNT; row++) {
		struct picker_item item = {
			.id = row + 1, .name = xstrdup(_(rows[row].name)), .detail = xstrdup(_(rows[row].answers[answer_of(app, row)])),
		};

		picker_item_list_add(&spec.items, &item);
	}
	app_push(app, picker_new(&spec));
	free(title);
}

int act_settings(struct app *app, struct view *view)
{
	(void)view;
	open_settings(app);
	return NOTHING;
}
