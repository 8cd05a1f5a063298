#include "tui/typing.h"

static const char *const method_signs[] = {
	[VIET_OFF] = NULL, [VIET_TELEX] = "Telex", [VIET_VNI] = "VNI", [VIET_VIQR] = "VIQR",
};

void typing_restore(struct app *app)
{
	struct typing typing = { VIET_OFF, VIET_TONE_OLD };

	workbench_typing(app->wb, &typing, NULL);
	viet_input_init(&app->input, typing.method, typing.style);
}

void typing_keep(struct app *app)
{
	struct typing typing = { app->input.method, app->input.style };

	if (app->typing_changed && workbench_keep_typing(app->wb, &typing, NULL) == OK)
		app->typing_changed = false;
}

const char *typing_sign(const struct app *app)
{
	if (app->input.method != VIET_OFF && app->input.yields)
		return _("bộ gõ máy");
	return method_signs[app->input.method];
}

void typing_choose(struct app *app, enum viet_method method, enum viet_tone_style style)
{
	viet_input_init(&app->input, method, style);
	app->typing_changed = true;
	app->rest_due = true;
}

static int change_typing(struct app *app, enum viet_method method, enum viet_tone_style style)
{
	typing_choose(app, method, style);
	return MOVED;
}

int act_input_method(struct app *app, struct view *view)
{
	enum viet_method next = (app->input.method + 1) % VIET_METHOD_COUNT;

	(void)view;
	app_say(app, _("Gõ tiếng Việt: %s · F12 đổi"), next == VIET_OFF ? _("tắt") : method_signs[next]);
	return change_typing(app, next, app->input.style);
}

int act_tone_style(struct app *app, struct view *view)
{
	bool newer = app->input.style == VIET_TONE_OLD;

	(void)view;
	app_say(app, newer ? _("Đặt dấu thanh kiểu mới: hoà, thuý.") : _("Đặt dấu thanh kiểu cũ: hòa, thúy."));
	return change_typing(app, app->input.method, newer ? VIET_TONE_NEW : VIET_TONE_OLD);
}
