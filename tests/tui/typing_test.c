/* Typing Vietnamese in the fields of the workbench: the keys that turn it on, its sign, and that it is remembered. */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"
#include "tui/tui.h"

static struct desk desk;

static void sit_down(void)
{
	desk_open(&desk, 80, 24);
}

static void get_up(void)
{
	desk_close(&desk);
}

TestSuite(typing, .init = sit_down, .fini = get_up);

#define TO_I_2_1 "Down Down Down Down Down "

/* The text at the right end of the bottom line. */
static void expect_sign(const char *wanted)
{
	char *screen = desk_screen(&desk, false);
	const char *line = strrchr(screen, '\n');

	while (line > screen && line[-1] != '\n')
		line--;
	if (!strncmp(line, "[cursor", strlen("[cursor"))) {
		line--;
		while (line > screen && line[-1] != '\n')
			line--;
	}
	cr_expect_not_null(strstr(line, wanted), "«%s» is not in: %s", wanted, line);
	free(screen);
}

static char *title_of(const char *path)
{
	struct task task = { 0 };
	struct error err = ERROR_INIT;
	char *title;
	row_id id;

	cr_assert_eq(workbench_find_task(&desk.wb, desk.plan, path, &id, &err), OK, "%s", error_text(&err));
	cr_assert_eq(desk.store->task_get(desk.store, id, &task, &err), OK, "%s", error_text(&err));
	title = xstrdup(task.title);
	task_release(&task);
	return title;
}

static struct typing kept_of(const char *who)
{
	struct workbench wb;
	struct typing typing = { 0 };
	struct error err = ERROR_INIT;

	workbench_init(&wb, desk.store, who);
	cr_assert_eq(workbench_typing(&wb, &typing, &err), OK, "%s", error_text(&err));
	workbench_release(&wb);
	return typing;
}

/* --- turning it on ------------------------------------------------------ */

Test(typing, f12_goes_through_the_methods_and_the_sign_says_which)
{
	static const char *const keys[] = { "F12", "Ctrl-T", "F12", "Ctrl-T", "F12" };
	static const char *const signs[] = { "Telex lan", "VNI lan", "VIQR lan", " lan", "Telex lan" };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		desk_keys(&desk, keys[i]);
		desk_keys(&desk, "Down");
		expect_sign(signs[i]);
	}
	desk_keys(&desk, "F12 F12 F12 Down");
	desk_expect_not(&desk, "Telex");
	desk_expect_not(&desk, "VNI");
	desk_expect_not(&desk, "VIQR");
}

Test(typing, is_off_at_first)
{
	desk_keys(&desk, TO_I_2_1 "d tieengs");
	desk_expect(&desk, "Thời hạn: tieengs");
}

Test(typing, the_key_that_turns_it_on_says_so_and_leaves_the_field_as_it_is)
{
	desk_keys(&desk, TO_I_2_1 "d thang F12");
	desk_expect(&desk, "Gõ tiếng Việt: Telex");
	desk_expect(&desk, "Thời hạn: thang");
	desk_keys(&desk, "_quys");
	desk_expect(&desk, "Thời hạn: thang quý");
	desk_keys(&desk, "Ctrl-T F12 F12");
	desk_expect(&desk, "Gõ tiếng Việt: tắt");
	desk_expect(&desk, "Thời hạn: thang quý");
}

Test(typing, the_sign_stays_beside_a_message)
{
	desk_resize(&desk, 40, 10);
	desk_keys(&desk, "F12");
	expect_sign("Telex");
	desk_keys(&desk, "z");
	desk_expect(&desk, "Phím z không dùng");
	expect_sign("Telex");
	desk_expect_golden(&desk, "typing-message-40x10");
}

Test(typing, sign_in_the_outline_80x24)
{
	desk_keys(&desk, "F12 Down Down Down rest");
	desk_expect_golden(&desk, "typing-outline-80x24");
}

Test(typing, sign_in_the_outline_120x40)
{
	desk_resize(&desk, 120, 40);
	desk_keys(&desk, "F12 F12 Down Down Down rest");
	desk_expect_golden(&desk, "typing-outline-120x40");
}

Test(typing, sign_in_a_field_80x24)
{
	desk_keys(&desk, TO_I_2_1 "F12 d thangs_9");
	desk_expect_golden(&desk, "typing-deadline-80x24");
}

Test(typing, sign_in_a_form_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_keys(&desk, "F12 2 n Uyr_ban");
	desk_expect_golden(&desk, "typing-form-40x10");
}

Test(typing, sign_in_the_search_40x10)
{
	desk_resize(&desk, 40, 10);
	desk_keys(&desk, "F12 / luwu_truwx");
	desk_expect_golden(&desk, "typing-search-40x10");
}

/* --- every field -------------------------------------------------------- */

Test(typing, every_field_composes)
{
	static const struct {
		const char *keys, *shown;
	} fields[] = {
		{ "/ quys", "Tìm: quý" },
		{ "f quys", "quý" },
		{ TO_I_2_1 "d quys", "Thời hạn: quý" },
		{ TO_I_2_1 "e Enter Ctrl-U quys", ": quý" },
		{ TO_I_2_1 "a quys", "thêm mới «quý» …" },
		{ TO_I_2_1 "g quys", ": quý" },
		{ "n quys", ": quý" },
		{ "Ctrl-P quys", "Chọn lệnh: quý" },
		{ "2 / quys", "quý" },
		{ "2 n quys", "quý" },
		{ "2 n Tab Tab Tab quys", "quý" },
	};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (i)
			desk_open(&desk, 80, 24);
		desk_keys(&desk, "F12");
		desk_keys(&desk, fields[i].keys);
		desk_expect(&desk, fields[i].shown);
		if (i + 1 < sizeof fields / sizeof *fields)
			desk_close(&desk);
	}
}

Test(typing, a_title_is_stored_as_it_was_composed)
{
	char *title;

	desk_keys(&desk, "F12 " TO_I_2_1 "Down n Toor_chuwcs_hooij_nghij_phoor_bieens Enter");
	title = title_of("I.2-3");
	cr_expect_str_eq(title, "Tổ chức hội nghị phổ biến");
	free(title);
}

Test(typing, enter_finishes_the_last_word)
{
	char *title;

	desk_keys(&desk, "F12 " TO_I_2_1 "Down n Mua_sawcs_bieemn Enter");
	title = title_of("I.2-3");
	cr_expect_str_eq(title, "Mua sắc bieemn");
	free(title);
	desk_keys(&desk, "e Enter Ctrl-U Xem_bieemn");
	desk_expect(&desk, "Xem biêmn");
	desk_keys(&desk, "Enter");
	title = title_of("I.2-3");
	cr_expect_str_eq(title, "Xem bieemn");
	free(title);
}

Test(typing, a_field_that_is_left_by_tab_is_finished_and_the_next_begins_a_word)
{
	desk_keys(&desk, "F12 2 n bieemn Tab s Shift-Tab");
	desk_expect(&desk, "bieemn");
	desk_keys(&desk, "s");
	desk_expect(&desk, "bieemns");
}

/* What is found by the beginning of a word must still be there when Enter takes it. */
Test(typing, a_search_takes_what_it_shows)
{
	desk_keys(&desk, "F12 / nghieej");
	desk_expect(&desk, "Tìm: nghiệ");
	desk_expect(&desk, "Tập huấn nghiệp vụ");
	desk_keys(&desk, "Enter");
	desk_expect(&desk, "▸·   -1    Tập huấn nghiệp vụ");
}

Test(typing, a_word_ends_where_the_view_changes)
{
	desk_keys(&desk, TO_I_2_1 "F12 d hoa F1 Esc s");
	desk_expect(&desk, "Thời hạn: hoas");
}

/* --- commands ------------------------------------------------------------ */

Test(typing, letters_that_are_commands_stay_commands)
{
	desk_keys(&desk, "F12 " TO_I_2_1 "Space");
	desk_expect(&desk, "Đã đánh dấu xong: I.2-1");
	desk_keys(&desk, "u u");
	desk_expect_not(&desk, "ú");
	desk_keys(&desk, "s");
	desk_expect(&desk, "đang làm");
	desk_keys(&desk, "Esc a Esc w");
	desk_expect(&desk, "Phím w không dùng");
	desk_keys(&desk, "d Esc d");
	desk_expect(&desk, "Thời hạn:");
}

/* --- the clerk's own input method ---------------------------------------- */

Test(typing, a_letter_that_comes_with_marks_makes_it_yield_in_all_fields)
{
	desk_keys(&desk, "F12 " TO_I_2_1 "d thang");
	expect_sign("Telex lan");
	desk_keys(&desk, "\x7f\x7f\x7f" "áng");
	desk_expect(&desk, "Thời hạn: tháng");
	expect_sign("bộ gõ máy lan");
	desk_keys(&desk, "_ass Esc / aas");
	desk_expect(&desk, "Tìm: aas");
	expect_sign("bộ gõ máy");
	desk_keys(&desk, "F12");
	expect_sign("VNI");
	desk_keys(&desk, "Ctrl-U a61");
	desk_expect(&desk, "Tìm: ấ");
}

/* The first burst may be about the letter that opened the field. */
Test(typing, a_burst_on_the_command_letter_makes_it_yield)
{
	desk_keys(&desk, "F12 " TO_I_2_1 "a \bá");
	expect_sign("bộ gõ máy");
	desk_keys(&desk, "tp Enter");
	desk_expect(&desk, "Đã giao chủ trì");
}

Test(typing, nothing_yields_while_it_is_off)
{
	desk_keys(&desk, TO_I_2_1 "d quý");
	desk_expect_not(&desk, "bộ gõ máy");
	desk_keys(&desk, "F12 _dduf");
	desk_expect(&desk, "Thời hạn: quý đù");
	expect_sign("Telex");
}

/* --- the style of tones -------------------------------------------------- */

Test(typing, tones_stand_in_the_older_or_the_newer_way)
{
	desk_keys(&desk, "F12 / hoaf_");
	desk_expect(&desk, "Tìm: hòa");
	desk_keys(&desk, "F11");
	desk_expect(&desk, "kiểu mới: hoà, thuý");
	desk_keys(&desk, "hoaf_");
	desk_expect(&desk, "Tìm: hòa hoà");
	desk_keys(&desk, "F11");
	desk_expect(&desk, "kiểu cũ: hòa, thúy");
	desk_keys(&desk, "Esc Ctrl-P kiểu_cũ Enter");
	desk_expect(&desk, "kiểu mới: hoà, thuý");
}

/* --- remembering --------------------------------------------------------- */

Test(typing, is_remembered_for_the_person_once_the_keys_are_quiet)
{
	desk_keys(&desk, "F12 F12 F11");
	cr_assert_eq(kept_of("lan").method, VIET_OFF);
	desk_keys(&desk, "rest");
	cr_assert_eq(kept_of("lan").method, VIET_VNI);
	cr_assert_eq(kept_of("lan").style, VIET_TONE_NEW);
	cr_assert_eq(kept_of("hoa").method, VIET_OFF);
	cr_assert_eq(kept_of("hoa").style, VIET_TONE_OLD);
}

static enum viet_method method_at_start_of(const char *who)
{
	struct tui_options options = { 0 };
	struct error err = ERROR_INIT;
	struct workbench wb;
	struct app app;
	enum viet_method method;

	workbench_init(&wb, desk.store, who);
	app_init(&app, &wb, NULL);
	cr_assert_eq(tui_open_first_view(&app, &options, &err), OK, "%s", error_text(&err));
	method = app.input.method;
	app_release(&app);
	workbench_release(&wb);
	return method;
}

Test(typing, is_as_it_was_left_at_the_next_start)
{
	desk_keys(&desk, "F12 rest");
	cr_assert_eq(method_at_start_of("lan"), VIET_TELEX);
	cr_assert_eq(method_at_start_of("hoa"), VIET_OFF);
	desk_keys(&desk, "F12 F12 F12 rest");
	cr_assert_eq(method_at_start_of("lan"), VIET_OFF);
}

Test(typing, is_no_step_to_take_back)
{
	struct change_list before = { 0 }, after = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(desk.store->journal(desk.store, 0, 0, 0, 100, false, &before, &err), OK);
	desk_keys(&desk, "F12 F11 rest");
	cr_assert_eq(desk.store->journal(desk.store, 0, 0, 0, 100, false, &after, &err), OK);
	cr_assert_eq(after.count, before.count);
	change_list_release(&before);
	change_list_release(&after);
}

/* --- a storage that cannot ------------------------------------------------ */

static enum status (*working_put)(struct store *, const char *, const char *, const char *, bool, struct error *);

static enum status refusing_put(struct store *store, const char *who, const char *name, const char *value, bool wait,
				struct error *err)
{
	(void)wait;
	(void)store;
	(void)who;
	(void)name;
	(void)value;
	return error_set(err, STATUS_BUSY, "Người khác đang giữ cơ sở dữ liệu.");
}

static enum status refusing_get(struct store *store, const char *who, const char *name, char **value,
				struct error *err)
{
	(void)store;
	(void)who;
	(void)name;
	(void)value;
	return error_set(err, STATUS_CORRUPT, "Cơ sở dữ liệu bị hỏng.");
}

Test(typing, works_where_it_cannot_be_remembered_and_is_remembered_when_it_can)
{
	working_put = desk.store->setting_put;
	desk.store->setting_put = refusing_put;
	desk_keys(&desk, "F12 rest");
	desk_expect(&desk, "Gõ tiếng Việt: Telex");
	desk_expect_not(&desk, "Người khác");
	desk_keys(&desk, "/ quys rest");
	desk_expect(&desk, "Tìm: quý");
	expect_sign("Telex");
	desk.store->setting_put = working_put;
	cr_assert_eq(kept_of("lan").method, VIET_OFF);
	desk_keys(&desk, "rest");
	cr_assert_eq(kept_of("lan").method, VIET_TELEX);
}

Test(typing, cannot_be_read_and_is_off)
{
	enum status (*working_get)(struct store *, const char *, const char *, char **, struct error *) =
		desk.store->setting_get;

	desk_keys(&desk, "F12 rest");
	desk.store->setting_get = refusing_get;
	cr_assert_eq(method_at_start_of("lan"), VIET_OFF);
	desk.store->setting_get = working_get;
	cr_assert_eq(kept_of("lan").method, VIET_TELEX);
}
