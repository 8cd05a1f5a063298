#include "tui/action.h"

#include <string.h>

#include "core/viet/viet.h"
#include "tui/key.h"
#include "tui/view.h"

const struct action actions[ACTION_COUNT] = {
#define X(id, ...) { __VA_ARGS__ },
	ACTIONS(X)
#undef X
};

/* The next name in a list parted by blanks; NULL at its end. */
static const char *next_name(const char **names, size_t *length)
{
	const char *name = *names + strspn(*names, " ");

	*length = strcspn(name, " ");
	*names = name + *length;
	return *length ? name : NULL;
}

/* Letters and the blank are text where a field has the focus. */
static bool works_in(unsigned context, int code)
{
	return code >= K_FIRST || !(context & CTX_TEXT);
}

const struct action *action_for_key(unsigned context, int code)
{
	if (code == K_NONE || !works_in(context, code))
		return NULL;
	for (int i = 0; i < ACTION_COUNT; i++) {
		const char *names = actions[i].keys, *name;
		size_t length;

		if (!(actions[i].contexts & context))
			continue;
		while ((name = next_name(&names, &length))) {
			if (key_from_name(name, length) == code)
				return &actions[i];
		}
	}
	return NULL;
}

const char *action_refusal(const struct action *action, const struct target *target)
{
	if ((action->needs & NEED_PLAN) && !target->plan)
		return _("Chưa có kế hoạch nào đang mở; hãy nhập bằng lệnh: kehoach import TÊN-TỆP");
	if ((action->needs & NEED_SECTION) && !target->section)
		return _("Hãy đưa con trỏ tới một mục của kế hoạch trước.");
	if ((action->needs & NEED_TASK) && !target->tasks.count)
		return _("Hãy đưa con trỏ tới một nhiệm vụ trước.");
	if ((action->needs & NEED_ONE_TASK) && !target->task)
		return _("Hãy đưa con trỏ tới một nhiệm vụ trước.");
	if ((action->needs & NEED_AGENCY) && !target->agency)
		return _("Hãy đưa con trỏ tới một cơ quan trước.");
	return NULL;
}

void action_keys(const struct action *action, unsigned context, struct strbuf *out)
{
	const char *names = action->keys, *name;
	size_t length, start = out->length;

	while ((name = next_name(&names, &length))) {
		int code = key_from_name(name, length);

		if (!works_in(context, code))
			continue;
		if (out->length > start)
			strbuf_add_text(out, " / ");
		key_name(code, out);
	}
}

/* The first of its keys that works here. */
static void first_key(const struct action *action, unsigned context, struct strbuf *out)
{
	const char *names = action->keys, *name;
	size_t length;

	while ((name = next_name(&names, &length))) {
		if (works_in(context, key_from_name(name, length))) {
			strbuf_add(out, name, length);
			return;
		}
	}
}

/* "F2 lưu" */
static void add_hint(const struct action *action, unsigned context, struct strbuf *out)
{
	first_key(action, context, out);
	strbuf_addf(out, " %s", _(action->hint));
}

/* Columns kept for the key of the help, with the gap before it; none in a field, where the keys that accept count more. */
static int help_width(unsigned context)
{
	const struct action *help = &actions[ACTION_HELP];
	struct strbuf text = STRBUF_INIT;
	int width;

	if (!(help->contexts & context) || (context & CTX_TEXT))
		return 0;
	strbuf_add_text(&text, "  ");
	add_hint(help, context, &text);
	width = viet_width(text.text, text.length);
	strbuf_release(&text);
	return width;
}

int action_hints(unsigned context, int first, int columns, bool last, struct strbuf *out)
{
	size_t start = out->length;
	int help = last ? help_width(context) : 0;

	for (int i = first; i < ACTION_COUNT; i++) {
		size_t before = out->length;
		int room = columns - (i < ACTION_HELP ? help : 0);

		if (!(actions[i].contexts & context) || !actions[i].hint)
			continue;
		if (before > start)
			strbuf_add_text(out, "  ");
		add_hint(&actions[i], context, out);
		if (viet_width(out->text + start, out->length - start) <= room)
			continue;
		strbuf_truncate(out, before);
		if (!last)
			return i;
	}
	return ACTION_COUNT;
}
