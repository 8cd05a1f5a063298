/* What the program remembers of a person. */
#include "fixture.h"

#include <string.h>

#include "db/driver.h"
#include "db/queue.h"

static char *folder, *path;
static struct store *store;

static void set_up(void)
{
	folder = temp_folder();
	path = in_folder(folder, "plan.db");
	store = open_file(path);
}

static void tear_down(void)
{
	store->close(store);
	remove_folder(folder);
	free(path);
	free(folder);
}

TestSuite(setting, .init = set_up, .fini = tear_down);

static void expect_value(const char *who, const char *name, const char *wanted)
{
	char *value = NULL;

	must(store->setting_get(store, who, name, &value, &must_err));
	if (wanted)
		cr_expect_str_eq(value ? value : "(nothing)", wanted, "%s of %s", name, who);
	else
		cr_expect_null(value, "%s of %s: %s", name, who, value);
	free(value);
}

Test(setting, is_there_again_for_its_person_only)
{
	must(store->setting_put(store, "lan", "input-method", "telex", false, &must_err));
	must(store->setting_put(store, "lan", "tone-style", "new", false, &must_err));
	must(store->setting_put(store, "Đỗ Ngọc", "input-method", "vni", false, &must_err));
	store->close(store);
	store = open_file(path);
	expect_value("lan", "input-method", "telex");
	expect_value("lan", "tone-style", "new");
	expect_value("Đỗ Ngọc", "input-method", "vni");
	expect_value("Đỗ Ngọc", "tone-style", NULL);
	expect_value("Lan", "input-method", NULL);
}

Test(setting, the_last_value_stands)
{
	must(store->setting_put(store, "lan", "input-method", "telex", false, &must_err));
	must(store->setting_put(store, "lan", "input-method", "off", false, &must_err));
	expect_value("lan", "input-method", "off");
}

Test(setting, is_no_step_of_anybodys_work)
{
	struct change_list changes = { 0 };
	struct change change = { 0 };

	must(store->setting_put(store, "lan", "input-method", "telex", false, &must_err));
	must(store->journal(store, 0, 0, 0, 10, true, &changes, &must_err));
	cr_assert_eq(changes.count, 0);
	must_refuse(STATUS_NOT_FOUND, "", store->undo(store, "lan", true, &change, &must_err));
	expect_value("lan", "input-method", "telex");
	change_list_release(&changes);
}

Test(setting, the_same_value_again_writes_nothing)
{
	struct store *other = open_file(path);

	must(store->setting_put(store, "lan", "input-method", "telex", false, &must_err));
	cr_assert(other->changed(other));
	must(store->setting_put(store, "lan", "input-method", "telex", false, &must_err));
	cr_assert_not(other->changed(other));
	other->close(other);
}

Test(setting, does_not_wait_for_a_writer)
{
	struct store *other = open_file(path);
	struct change_intent intent = { .who = "hoa", .action = "edit" };
	long long began;

	must(other->begin(other, &intent, &must_err));
	began = milliseconds_now();
	must_refuse(STATUS_BUSY, "thử lại", store->setting_put(store, "lan", "input-method", "vni", false, &must_err));
	cr_assert_lt(milliseconds_now() - began, DRIVER_PATIENCE / 10);
	expect_value("lan", "input-method", NULL);
	other->rollback(other);
	must(store->setting_put(store, "lan", "input-method", "vni", false, &must_err));
	expect_value("lan", "input-method", "vni");
	other->close(other);
}

/* After a setting that had to give way, a change waits as long as ever. */
Test(setting, leaves_the_patience_of_changes_as_it_was)
{
	struct driver *ours, *theirs;
	long long began;

	must(driver_open(path, &ours, &must_err));
	must(driver_open(path, &theirs, &must_err));
	must(driver_begin(theirs, false, &must_err));
	must_refuse(STATUS_BUSY, "", driver_begin_at_once(ours, &must_err));
	began = milliseconds_now();
	must_refuse(STATUS_BUSY, "", driver_begin(ours, false, &must_err));
	cr_assert_geq(milliseconds_now() - began, DRIVER_PATIENCE - 100);
	driver_close(theirs);
	driver_close(ours);
}

Test(setting, those_of_a_beginning_are_listed_and_one_can_be_forgotten)
{
	struct string_list names = { 0 }, values = { 0 };

	must(store->setting_put(store, "lan", "draft:new:2", "Họp", true, &must_err));
	must(store->setting_put(store, "lan", "draft:new:1", "Đi", true, &must_err));
	must(store->setting_put(store, "lan", "input-method", "vni", true, &must_err));
	must(store->setting_put(store, "hoa", "draft:new:3", "Ăn", true, &must_err));
	must(store->settings(store, "lan", "draft:", &names, &values, &must_err));
	cr_assert_eq(names.count, 2);
	cr_expect_str_eq(names.items[0], "draft:new:1");
	cr_expect_str_eq(values.items[0], "Đi");
	cr_expect_str_eq(names.items[1], "draft:new:2");
	string_list_release(&names);
	string_list_release(&values);
	must(store->setting_put(store, "lan", "draft:new:1", NULL, true, &must_err));
	must(store->settings(store, "lan", "draft:", &names, &values, &must_err));
	cr_assert_eq(names.count, 1);
	cr_expect_str_eq(values.items[0], "Họp");
	string_list_release(&names);
	string_list_release(&values);
}
