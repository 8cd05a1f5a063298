#include <criterion/criterion.h>
#include <string.h>

#include "tui/picker.h"

/* A picker with a few bodies, on an app that shows nothing else. */
static char user[] = "lan";
static struct workbench wb = { .user = user };
static struct app app;
static row_id chosen[16];
static size_t chosen_count;
static bool refuse;

static struct picker_item item(row_id id, const char *code, const char *name, const char *alias, bool picked)
{
	struct picker_item made = { .id = id, .code = xstrdup(code), .name = xstrdup(name),
				    .picked = picked };

	if (alias)
		string_list_add(&made.aliases, alias);
	return made;
}

static enum status accept(void *context, struct app *on, const row_id *ids, size_t count, struct error *err)
{
	(void)context;
	(void)on;
	if (refuse)
		return error_set(err, STATUS_DENIED, "Không được.");
	memcpy(chosen, ids, count * sizeof *ids);
	chosen_count = count;
	return OK;
}

static enum status add(void *context, struct app *on, const char *text, struct picker_item *made,
		       struct error *err)
{
	(void)context;
	(void)on;
	(void)err;
	*made = item(9, "", text, NULL, false);
	return OK;
}

static void open_picker(bool several, bool picked)
{
	struct picker_spec spec = { .title = "Chủ trì", .several = several, .accept = accept, .add = add };
	struct picker_item items[] = {
		item(1, "SNV", "Sở Nội vụ", NULL, picked),
		item(2, "STC", "Sở Tài chính", NULL, false),
		item(3, "UBND", "UBND các huyện, thành phố", "Ủy ban nhân dân các huyện", false),
		item(4, "VP", "Văn phòng UBND tỉnh", "VPUB", false),
	};

	for (size_t i = 0; i < sizeof items / sizeof *items; i++)
		picker_item_list_add(&spec.items, &items[i]);
	refuse = false;
	chosen_count = 99;
	app_init(&app, &wb, NULL);
	/* the lowest view of an app stays: the picker needs one below it */
	app_push(&app, picker_new(&(struct picker_spec){ .title = "", .accept = accept }));
	app_push(&app, picker_new(&spec));
}

/* Keys as their names or as text; then Enter. */
static void choose(const char *keys)
{
	char *copy = xstrdup(keys), *rest = copy, *word;

	while ((word = strsep(&rest, " "))) {
		int code = key_from_name(word, strlen(word));

		if (code >= K_FIRST || code == ' ') {
			app_key(&app, &(struct key){ code, code == ' ' ? " " : "" });
			continue;
		}
		for (; *word; word++)
			app_key(&app, &(struct key){ (unsigned char)*word, (char[]){ *word, '\0' } });
	}
	app_key(&app, &(struct key){ K_ENTER, "" });
	free(copy);
}

static void expect_chosen(const char *wanted)
{
	struct strbuf got = STRBUF_INIT;

	for (size_t i = 0; i < chosen_count && chosen_count != 99; i++)
		strbuf_addf(&got, "%lld ", chosen[i]);
	cr_expect_str_eq(got.text, wanted);
	strbuf_release(&got);
	app_release(&app);
}

static void expect_choice(bool several, bool picked, const char *keys, const char *wanted)
{
	open_picker(several, picked);
	choose(keys);
	expect_chosen(wanted);
}

Test(picker, finds_by_code_name_middle_of_a_word_and_alias)
{
	expect_choice(false, false, "stc", "2 ");
	expect_choice(false, false, "tai Space chi", "2 ");
	expect_choice(false, false, "noi", "1 ");
	expect_choice(false, false, "vpub", "4 ");
	expect_choice(false, false, "uy Space ban", "3 ");
	expect_choice(false, false, "hinh", "2 ");
}

Test(picker, finds_a_body_by_another_spelling_of_its_name)
{
	expect_choice(false, false, "van Space phong Space uy Space ban Space nhan Space dan", "4 ");
}

Test(picker, words_may_stand_in_any_order_and_all_must_be_there)
{
	expect_choice(false, false, "chinh Space tai", "2 ");
	expect_choice(false, false, "tinh Space van", "4 ");
	expect_choice(false, false, "chinh Space noi", "9 ");
}

Test(picker, the_best_match_comes_first)
{
	expect_choice(false, false, "ubnd", "3 ");	/* the whole code before a word inside a name */
}

Test(picker, enter_without_a_word_takes_the_row_of_the_cursor)
{
	expect_choice(false, false, "Down", "2 ");
	expect_choice(true, false, "Down Down", "3 ");
}

Test(picker, space_picks_while_nothing_is_typed)
{
	expect_choice(true, false, "Space Space", "1 2 ");
	expect_choice(true, false, "Down Space", "2 ");
}

Test(picker, insert_picks_what_was_typed_and_clears_it)
{
	expect_choice(true, false, "stc Insert vp Insert", "2 4 ");
}

Test(picker, what_was_picked_before_stays_until_taken_off)
{
	expect_choice(true, true, "stc", "1 2 ");
	expect_choice(true, true, "Space", "");
	expect_choice(true, true, "", "1 ");
}

Test(picker, one_of_one_never_gives_two)
{
	expect_choice(false, true, "stc", "2 ");
}

Test(picker, what_fits_nothing_can_be_added)
{
	expect_choice(true, false, "xyz", "9 ");
}

Test(picker, a_refusal_leaves_it_open)
{
	open_picker(false, false);
	refuse = true;
	choose("stc");
	cr_assert_eq(app.depth, 2);
	refuse = false;
	choose("");
	cr_assert_eq(app.depth, 1);
	expect_chosen("2 ");
}
