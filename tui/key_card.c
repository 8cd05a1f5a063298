#include "tui/key_card.h"

#include <string.h>

#include "core/viet/viet.h"
#include "tui/action.h"

enum { TWO_COLUMNS = 100, GAP = 2, KEYS_COLUMNS = 16 };

/* The screens in the order in which one meets them. */
static const struct {
	unsigned context;
	const char *title;
} screens[] = {
	{ CTX_OUTLINE, N_("KẾ HOẠCH") }, { CTX_OBLIGATIONS, N_("TỪNG CƠ QUAN LÀM ĐẾN ĐÂU") }, { CTX_MATRIX, N_("MA TRẬN") },
	{ CTX_SHEET, N_("PHIẾU CƠ QUAN") }, { CTX_AGENCIES, N_("SỔ CƠ QUAN") }, { CTX_ROUNDS, N_("KỲ BÁO CÁO") },
	{ CTX_CALENDAR, N_("LỊCH HẠN") }, { CTX_MISSING, N_("CÒN THIẾU") }, { CTX_SORTED, N_("DANH SÁCH SẮP XẾP") }, { CTX_CRITERIA, N_("TIÊU CHÍ") },
	{ CTX_DASHBOARD, N_("TỔNG QUAN") }, { CTX_DOCUMENTS, N_("VĂN BẢN") }, { CTX_SOURCE, N_("VĂN BẢN GỐC") },
	{ CTX_PLANS, N_("DANH SÁCH KẾ HOẠCH") }, { CTX_REVIEW, N_("XEM LẠI TRƯỚC KHI LƯU") }, { CTX_LINES, N_("CÁC DÒNG DÁN VÀO") },
	{ CTX_FORM, N_("BIỂU NHIỀU Ô") }, { CTX_PROMPT, N_("Ô NHẬP MỘT DÒNG") }, { CTX_PICKER, N_("DANH SÁCH CHỌN") },
};

enum { SCREENS = sizeof screens / sizeof *screens, COMMON = 4 };

/* What works on most screens is told once, at the end. */
static bool is_common(const struct action *action)
{
	int count = 0;

	for (int i = 0; i < SCREENS; i++)
		count += (action->contexts & screens[i].context) != 0;
	return count > COMMON;
}

/* An arrow to a side says by itself where it leads, and the page is full. */
static bool goes_without_saying(const struct action *action)
{
	return !strncmp(action->keys, "Left ", strlen("Left ")) || !strncmp(action->keys, "Right ", strlen("Right "));
}

/* The first of the screens that has it; SCREENS: none. */
static int home_of(const struct action *action)
{
	int i = 0;

	while (i < SCREENS && !(action->contexts & screens[i].context))
		i++;
	return i;
}

/* As much of LABEL as there is room for: up to where a further remark begins, else clipped. */
static void add_label(const char *label, int columns, struct strbuf *out)
{
	size_t length = strlen(label), shorter = length;

	while (shorter && viet_width(label, shorter) > columns) {
		shorter--;
		while (shorter && !strchr(",;:(", label[shorter]))
			shorter--;
	}
	while (shorter && label[shorter - 1] == ' ')
		shorter--;
	viet_clip(label, shorter ? shorter : length, columns, out);
}

/* All its keys, or the first where they are too many for their column. */
static void add_keys(const struct action *action, unsigned context, struct strbuf *out)
{
	struct strbuf keys = STRBUF_INIT;
	const char *end;

	action_keys(action, context, &keys);
	end = viet_width(keys.text, keys.length) < KEYS_COLUMNS ? NULL : strstr(keys.text, " / ");
	viet_pad(keys.text, end ? (size_t)(end - keys.text) : keys.length, KEYS_COLUMNS - 1, false, out);
	strbuf_add_char(out, ' ');
	strbuf_release(&keys);
}

static void add_action(const struct action *action, unsigned context, int columns, struct string_list *lines)
{
	struct strbuf line = STRBUF_INIT;

	add_keys(action, context, &line);
	add_label(_(action->label), columns - KEYS_COLUMNS, &line);
	string_list_add_owned(lines, strbuf_detach(&line));
}

static void add_screen(int screen, int columns, struct string_list *lines)
{
	bool any = false;

	for (int i = 0; i < ACTION_COUNT; i++) {
		if (is_common(&actions[i]) || goes_without_saying(&actions[i]) || home_of(&actions[i]) != screen)
			continue;
		if (!any)
			string_list_add(lines, _(screens[screen].title));
		any = true;
		add_action(&actions[i], screens[screen].context, columns, lines);
	}
}

static void add_common(int columns, struct string_list *lines)
{
	string_list_add(lines, _("Ở MỌI MÀN HÌNH"));
	for (int i = 0; i < ACTION_COUNT; i++)
		if (is_common(&actions[i]))
			add_action(&actions[i], screens[home_of(&actions[i])].context, columns, lines);
}

/* The second half beside the first. */
static void join(const struct string_list *lines, int columns, struct strbuf *out)
{
	size_t half = (lines->count + 1) / 2;

	for (size_t i = 0; i < half; i++) {
		bool two = half + i < lines->count;

		viet_pad(lines->items[i], strlen(lines->items[i]), two ? columns + GAP : 0, false, out);
		strbuf_addf(out, "%s\n", two ? lines->items[half + i] : "");
	}
}

void key_card(int columns, struct strbuf *out)
{
	bool two = columns >= TWO_COLUMNS;
	int each = two ? (columns - GAP) / 2 : columns;
	struct string_list lines = { 0 };

	for (int i = 0; i < SCREENS; i++)
		add_screen(i, each, &lines);
	add_common(each, &lines);
	if (two)
		join(&lines, each, out);
	for (size_t i = 0; !two && i < lines.count; i++)
		strbuf_addf(out, "%s\n", lines.items[i]);
	string_list_release(&lines);
}
