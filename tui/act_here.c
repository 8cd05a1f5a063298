/* Who else is here: telling others what one looks at, and seeing what they do. */
#include <stdlib.h>
#include <string.h>

#include "core/viet/viet.h"
#include "tui/picker.h"

enum { JUST_NOW = 60 };		/* seconds */

void app_tell_here(struct app *app)
{
	const struct view *view = app_top(app);
	row_id follows = view->ops->follows ? view->ops->follows(view) : 0;
	char *screen;

	if (!app->acted)
		return;
	app->acted = false;
	screen = xasprintf("%s%s%s", app->plan.id && app->plan.number ? app->plan.number : "", app->plan.id && app->plan.number ? " · " : "",
			   _(view->ops->title));
	app->wb->store->here_tell(app->wb->store, app->wb->user, screen, follows);
	free(screen);
}

static enum status close_list(void *context, struct app *app, const row_id *ids, size_t count, struct error *err)
{
	(void)context, (void)app, (void)ids, (void)count, (void)err;
	return OK;
}

static char *idle_words(const struct session *session)
{
	long long idle = clock_now() - session->active;

	if (session->self)
		return xstrdup(_("phiên này"));
	if (idle < JUST_NOW)
		return xstrdup(_("đang làm"));
	return idle < 3600 ? xasprintf(_("nghỉ %lld phút"), idle / 60) : xasprintf(_("nghỉ %lld giờ"), idle / 3600);
}

static int by_activity(const void *a, const void *b)
{
	const struct session *x = a, *y = b;

	return (x->active < y->active) - (x->active > y->active);
}

/* What others wrote there is shown as any text from outside is. */
static char *name_of(const struct session *session)
{
	struct strbuf who = STRBUF_INIT, screen = STRBUF_INIT;
	char *name;

	viet_clean(session->who, strlen(session->who), &who);
	viet_clean(session->screen, strlen(session->screen), &screen);
	name = xasprintf("%s: %s", who.text, screen.text);
	strbuf_release(&who);
	strbuf_release(&screen);
	return name;
}

int act_here(struct app *app, struct view *view)
{
	struct session_list sessions = { 0 };
	struct picker_spec spec = { .title = _("Ai đang mở cơ sở dữ liệu này"), .accept = close_list };

	(void)view;
	app->acted = true;
	app_tell_here(app);
	app->wb->store->here(app->wb->store, &sessions);
	if (sessions.count)
		qsort(sessions.items, sessions.count, sizeof *sessions.items, by_activity);
	for (size_t i = 0; i < sessions.count; i++) {
		struct picker_item item = { .id = (row_id)i + 1, .name = name_of(&sessions.items[i]), .detail = idle_words(&sessions.items[i]) };

		picker_item_list_add(&spec.items, &item);
	}
	if (sessions.count) {
		app_push(app, picker_new(&spec));
	} else {
		picker_item_list_release(&spec.items);
		app_say(app, _("Không biết ai đang mở: không ghi được vào thư mục của cơ sở dữ liệu."));
	}
	session_list_release(&sessions);
	return NOTHING;
}
