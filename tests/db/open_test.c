#include "fixture.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bytes.h"
#include "db/driver.h"
#include "db/file.h"
#include "db/schema.h"

static char *folder, *path;

static void set_up(void)
{
	folder = temp_folder();
	path = in_folder(folder, "plan.db");
}

static void tear_down(void)
{
	remove_folder(folder);
	free(path);
	free(folder);
}

TestSuite(open, .init = set_up, .fini = tear_down);

/* A database with a plan, closed again. */
static void make_file(void)
{
	struct store *store = open_file(path);

	make_plan(store);
	store->close(store);
}

/* Opening PATH is refused in these words, and not a byte of it changes. */
static void refuse_untouched(int flags, enum status wanted, const char *words)
{
	struct bytes before = read_bytes(path), after;
	struct store *store = NULL;

	must_refuse(wanted, words, db_open(path, flags, &store, &must_err));
	cr_assert_null(store);
	after = read_bytes(path);
	cr_assert_eq(before.length, after.length);
	cr_assert_eq(memcmp(before.text, after.text, before.length), 0);
	free(before.text);
	free(after.text);
}

Test(open, a_file_is_made_only_when_asked)
{
	struct store *store = NULL;

	must_refuse(STATUS_IO, "plan.db", db_open(path, 0, &store, &must_err));
	cr_assert_not(file_exists(path));
	must(db_open(path, DB_CREATE, &store, &must_err));
	store->close(store);
	cr_assert(file_exists(path));
	must(db_open(path, 0, &store, &must_err));
	store->close(store);
}

Test(open, a_file_is_not_for_others_to_read)
{
	struct stat st;

	umask(022);
	make_file();
	cr_assert_eq(stat(path, &st), 0);
	cr_assert_eq(st.st_mode & 0777, 0640);
}

Test(open, what_was_stored_is_there_again)
{
	struct plan_row_list list = { 0 };
	struct store *store;

	make_file();
	store = open_file(path);
	must(store->plan_list(store, day("2013-09-01"), &list, &must_err));
	cr_assert_eq(list.count, 1);
	cr_assert_eq(list.items[0].progress.tasks, 8);
	plan_row_list_release(&list);
	store->close(store);
}

Test(open, a_missing_folder_is_named)
{
	char *deep = in_folder(folder, "khong/co/plan.db");
	struct store *store = NULL;

	must_refuse(STATUS_IO, "khong/co", db_open(deep, DB_CREATE, &store, &must_err));
	free(deep);
}

Test(open, a_folder_is_no_database)
{
	struct store *store = NULL;

	must_refuse(STATUS_IO, "là một thư mục", db_open(folder, DB_CREATE, &store, &must_err));
}

Test(open, a_device_is_no_database)
{
	struct store *store = NULL;

	must_refuse(STATUS_NOT_OURS, "/dev/null", db_open("/dev/null", DB_CREATE, &store, &must_err));
}

Test(open, a_link_to_the_file_is_refused_and_one_to_its_folder_is_not)
{
	char *link = in_folder(folder, "link.db");
	char *other = temp_folder();
	char *folder_link = in_folder(other, "thumuc");
	char *through = in_folder(folder_link, "plan.db");
	struct store *store = NULL;

	make_file();
	cr_assert_eq(symlink(path, link), 0);
	must_refuse(STATUS_IO, "liên kết", db_open(link, 0, &store, &must_err));
	cr_assert_eq(symlink(folder, folder_link), 0);
	must(db_open(through, 0, &store, &must_err));
	store->close(store);
	unlink(folder_link);
	remove_folder(other);
	free(link);
	free(other);
	free(folder_link);
	free(through);
}

Test(open, a_text_is_not_ours)
{
	const char text[] = "Đây là một văn bản dài hơn một trăm byte, không phải là cơ sở dữ liệu; "
			    "nó phải còn nguyên sau khi bị từ chối.";

	write_bytes(path, text, strlen(text));
	refuse_untouched(DB_CREATE, STATUS_NOT_OURS, "không phải là cơ sở dữ liệu của kehoach");
	write_bytes(path, "ab", 2);
	refuse_untouched(DB_CREATE, STATUS_NOT_OURS, "không phải là cơ sở dữ liệu của kehoach");
}

Test(open, an_empty_file_is_not_ours_unless_it_is_to_be_made)
{
	struct store *store = NULL;

	write_bytes(path, "", 0);
	refuse_untouched(0, STATUS_NOT_OURS, "kehoach");
	must(db_open(path, DB_CREATE, &store, &must_err));
	store->close(store);
}

Test(open, the_database_of_another_program_is_not_ours)
{
	run_raw(path, "CREATE TABLE t (a); INSERT INTO t VALUES (1);");
	refuse_untouched(DB_CREATE, STATUS_NOT_OURS, "được giữ nguyên");
	run_raw(path, "PRAGMA application_id = 1; PRAGMA user_version = 1; PRAGMA journal_mode = wal;");
	refuse_untouched(DB_CREATE, STATUS_NOT_OURS, "được giữ nguyên");
}

Test(open, a_newer_file_is_refused_with_both_versions)
{
	char *words = xasprintf("dạng 99, bản này biết đến dạng %d", schema_newest.count);

	make_file();
	run_raw(path, "PRAGMA user_version = 99;");
	refuse_untouched(DB_CREATE, STATUS_NEWER_SCHEMA, words);
	free(words);
}

Test(open, a_schema_that_is_not_understood_is_still_told_as_newer)
{
	make_file();
	run_raw(path, "PRAGMA user_version = 99; PRAGMA writable_schema = 1; "
		"UPDATE sqlite_schema SET sql = 'CREATE TABLE plan (a NEWFANGLED SYNTAX ((' WHERE name = 'plan';");
	refuse_untouched(0, STATUS_NEWER_SCHEMA, "99");
}

static bool give_up_root(void)
{
	return geteuid() != 0 || seteuid(65534) == 0;
}

static void take_root_again(void)
{
	if (getuid() == 0)
		cr_assert_eq(seteuid(0), 0);
}

Test(open, a_read_only_file_is_told)
{
	make_file();
	cr_assert_eq(chmod(path, 0444), 0);
	cr_assert_eq(chmod(folder, 0777), 0);
	cr_assert(give_up_root());
	refuse_untouched(DB_CREATE, STATUS_READONLY, "Không có quyền ghi");
	take_root_again();
}

Test(open, a_read_only_folder_is_told)
{
	struct store *store = NULL;

	make_file();
	cr_assert_eq(chmod(path, 0666), 0);
	cr_assert_eq(chmod(folder, 0555), 0);
	cr_assert(give_up_root());
	refuse_untouched(DB_CREATE, STATUS_READONLY, "Không có quyền ghi");
	take_root_again();
	cr_assert_eq(chmod(folder, 0755), 0);
	cr_assert_eq(unlink(path), 0);
	cr_assert_eq(chmod(folder, 0555), 0);
	cr_assert(give_up_root());
	must_refuse(STATUS_READONLY, "Không có quyền ghi", db_open(path, DB_CREATE, &store, &must_err));
	take_root_again();
	cr_assert_eq(chmod(folder, 0755), 0);
}

Test(open, file_systems_of_other_hosts_are_known)
{
	cr_assert(file_system_is_remote(0x6969));
	cr_assert(file_system_is_remote(0xFF534D42));
	cr_assert(file_system_is_remote(0xFE534D42));
	cr_assert_not(file_system_is_remote(0xEF53));		/* ext4 */
	cr_assert_not(file_system_is_remote(0x01021994));	/* tmpfs */
	cr_assert_not(file_system_is_remote(0x58465342));	/* XFS */
}

Test(open, every_setting_of_a_connection_holds)
{
	static const struct {
		const char *pragma;
		int value;
	} wanted[] = {
		{ "PRAGMA foreign_keys", 1 }, { "PRAGMA cell_size_check", 1 }, { "PRAGMA synchronous", 2 },
		{ "PRAGMA recursive_triggers", 1 }, { "PRAGMA trusted_schema", 0 }, { "PRAGMA temp_store", 2 },
		{ "PRAGMA wal_autocheckpoint", 0 },
	};
	struct driver *driver;
	struct statement *st;

	make_file();
	must(driver_open(path, &driver, &must_err));
	must(driver_settle(driver, &must_err));
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		st = sql(driver, wanted[i].pragma);
		cr_assert(sql_row(st));
		cr_assert_eq(column_int(st, 0), wanted[i].value, "%s: %d", wanted[i].pragma, column_int(st, 0));
		must(sql_end(st, &must_err));
	}
	st = sql(driver, "PRAGMA journal_mode");
	cr_assert(sql_row(st));
	cr_assert_str_eq(column_peek(st, 0), "wal");
	must(sql_end(st, &must_err));
	must_refuse(STATUS_CORRUPT, "plan", sql_run(sql(driver, "SELECT \"nothing\" FROM plan"), &must_err));
	driver_close(driver);
}

/* --- migrations --------------------------------------------------------- */

TestSuite(schema, .init = set_up, .fini = tear_down);

static const char *const two_steps[] = {
	"CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1); "
	"PRAGMA application_id = 1265125487; PRAGMA user_version = 1;",
	"CREATE TABLE b (y INTEGER) STRICT; INSERT INTO b SELECT x + 1 FROM a; PRAGMA user_version = 2;",
};

static const char *const bad_step[] = {
	"PRAGMA user_version = 1;",
	"CREATE TABLE b (y INTEGER) STRICT; INSERT INTO nowhere VALUES (1); PRAGMA user_version = 2;",
};

static struct driver *migrate(const struct schema *schema, enum status wanted)
{
	struct driver *driver;
	struct error err = ERROR_INIT;
	int version = -1;

	must(driver_open(path, &driver, &must_err));
	must(schema_check(driver, schema, true, &version, &must_err));
	must(driver_settle(driver, &must_err));
	cr_assert_eq(schema_migrate(driver, schema, version, &err), wanted, "%s", error_text(&err));
	error_release(&err);
	return driver;
}

static int version_of(struct driver *driver)
{
	int application, version;
	bool empty;

	must(driver_identify(driver, &application, &version, &empty, &must_err));
	return version;
}

Test(schema, is_made_from_nothing)
{
	struct driver *driver;

	write_bytes(path, "", 0);
	driver = migrate(&schema_newest, OK);
	cr_assert_eq(version_of(driver), schema_newest.count);
	driver_close(driver);
}

Test(schema, an_older_one_is_brought_up_behind_a_copy)
{
	const struct schema old = { two_steps, 1 }, new = { two_steps, 2 };
	struct driver *driver;
	struct statement *st;
	char *copy = xasprintf("%s.v1-2013-09-01T01:04:00Z", path);
	struct stat mode;

	clock_freeze(1377997440);
	write_bytes(path, "", 0);
	driver_close(migrate(&old, OK));
	cr_assert_not(file_exists(copy));
	driver = migrate(&new, OK);
	cr_assert_eq(version_of(driver), 2);
	st = sql(driver, "SELECT y FROM b");
	cr_assert(sql_row(st));
	cr_assert_eq(column_int(st, 0), 2);
	must(sql_end(st, &must_err));
	driver_close(driver);
	cr_assert_eq(stat(copy, &mode), 0);
	cr_assert_eq(mode.st_mode & 0777, 0600);
	must(driver_open(copy, &driver, &must_err));
	cr_assert_eq(version_of(driver), 1);
	driver_close(driver);
	free(copy);
}

#define PLAN_COLUMNS_BEFORE_7 "id, version, type, number, issuer, place, date, title, signer_name, signer_position, " \
	"signer_on_behalf, year, superseded_by"
#define AGENCY_COLUMNS_BEFORE_9 "id, version, code, name, kind, requested, aliases, sort_key"
#define MEMBERSHIP_COLUMNS_BEFORE_9 "id, version, group_id, agency_id"
#define OBLIGATION_COLUMNS_BEFORE_12 "id, version, task_id, agency_id, period, due, state, done_on, evidence"
#define TASK_COLUMNS_BEFORE_3 \
	"id, version, plan_id, section_id, position, status, inherited, deadline_kind, start, due, every, leads, " \
	"obligations, obligations_done, done_on, place, deadline, title, product, text, search_key"

/*
 * A file as the program of schema VERSION (1 or 2) left it: its tables, with rows that the present program wrote
 * elsewhere, a file that the plan came from and two lines of it that went nowhere.
 */
static void make_file_of_schema(int version)
{
	static const char *const tables[] = {
		"last_id", "section", "assignment", "note", "reference",
		"attachment", "plan_progress", "section_progress", "due_day", "change", "change_field",
	};
	const struct schema old = { schema_newest.steps, version };
	char *newer = in_folder(folder, "newer.db");
	struct store *store = open_file(newer);
	struct strbuf copy = STRBUF_INIT;

	make_plan(store);
	store->close(store);
	write_bytes(path, "", 0);
	driver_close(migrate(&old, OK));
	strbuf_addf(&copy, "ATTACH '%s' AS newer; BEGIN; INSERT INTO main.plan (" PLAN_COLUMNS_BEFORE_7 ") "
		    "SELECT " PLAN_COLUMNS_BEFORE_7 " FROM newer.plan;", newer);
	strbuf_add_text(&copy, "INSERT INTO main.agency (" AGENCY_COLUMNS_BEFORE_9 ") SELECT " AGENCY_COLUMNS_BEFORE_9
			" FROM newer.agency; INSERT INTO main.membership (" MEMBERSHIP_COLUMNS_BEFORE_9 ") SELECT "
			MEMBERSHIP_COLUMNS_BEFORE_9 " FROM newer.membership;");
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		strbuf_addf(&copy, "INSERT INTO main.%s SELECT * FROM newer.%s;", tables[i], tables[i]);
	strbuf_add_text(&copy, "INSERT INTO main.obligation (" OBLIGATION_COLUMNS_BEFORE_12 ") SELECT "
			OBLIGATION_COLUMNS_BEFORE_12 " FROM newer.obligation;");
	strbuf_add_text(&copy, "INSERT INTO main.task (" TASK_COLUMNS_BEFORE_3 ") "
			"SELECT " TASK_COLUMNS_BEFORE_3 " FROM newer.task;");
	strbuf_add_text(&copy, "INSERT INTO source (plan_id, name, encoding, imported_by, imported_at, length, bytes) "
			"SELECT id, 'ke-hoach.txt', 'utf-8', 'lan', '2013-08-30T01:00:00Z', 5, CAST('m' || char(10) || "
			"'hai' AS BLOB) FROM plan;");
	strbuf_add_text(&copy, "INSERT INTO unused_line (plan_id, position, line, text, why) "
			"SELECT id, 1, 2, 'hai', 'trình đơn' FROM plan UNION ALL SELECT id, 2, 1, 'm', 'số trang' FROM plan;");
	strbuf_add_text(&copy, "INSERT INTO task_search (task_search) VALUES ('rebuild'); COMMIT;");
	run_raw(path, copy.text);
	strbuf_release(&copy);
	free(newer);
}

Test(schema, a_plan_of_schema_1_is_brought_up_with_all_it_has)
{
	char *copy = xasprintf("%s.v1-2013-09-01T01:04:00Z", path), *value = NULL;
	struct plan_row_list plans = { 0 };
	struct string_list problems = { 0 };
	struct membership_list members = { 0 };
	struct driver *driver;
	struct store *store;

	clock_freeze(1377997440);
	make_file_of_schema(1);
	store = open_file(path);
	must(store->plan_list(store, day("2013-09-01"), &plans, &must_err));
	cr_assert_eq(plans.count, 1);
	cr_assert_eq(plans.items[0].progress.tasks, 8);
	must(store->memberships(store, &members, &must_err));
	cr_assert_eq(members.count, 2, "%zu", members.count);
	cr_assert_not(date_is_set(members.items[0].since) || date_is_set(members.items[0].until));
	membership_list_release(&members);
	must(db_check(store, &problems, &must_err));
	must(store->setting_put(store, "lan", "input-method", "telex", false, &must_err));
	must(store->setting_get(store, "lan", "input-method", &value, &must_err));
	cr_assert_str_eq(value, "telex");
	store->close(store);
	must(driver_open(copy, &driver, &must_err));
	cr_assert_eq(version_of(driver), 1);
	must_refuse(STATUS_CORRUPT, "setting", sql_run(sql(driver, "SELECT value FROM setting"), &must_err));
	driver_close(driver);
	must(driver_open(path, &driver, &must_err));
	must(sql_run(sql(driver, "UPDATE assignment SET role = 'via' WHERE id = 1"), &must_err));
	must_refuse(STATUS_INVALID, "CHECK", sql_run(sql(driver, "UPDATE assignment SET role = 'x' WHERE id = 1"), &must_err));
	driver_close(driver);
	plan_row_list_release(&plans);
	string_list_release(&problems);
	free(value);
	free(copy);
}

Test(schema, the_file_and_the_lines_left_over_of_schema_2_are_its_source_now)
{
	struct source_list sources = { 0 };
	struct unused_line_list lines = { 0 };
	struct source source = { 0 };
	struct string_list problems = { 0 };
	struct plan_row_list plans = { 0 };
	struct store *store;
	row_id plan, found = 0;

	make_file_of_schema(2);
	store = open_file(path);
	must(store->plan_list(store, day("2013-09-01"), &plans, &must_err));
	plan = plans.items[0].plan.id;
	must(store->plan_source(store, plan, &source, &must_err));
	cr_assert_str_eq(source.name, "ke-hoach.txt");
	cr_assert_eq(source.length, 5);
	cr_assert_eq(memcmp(source.bytes, "m\nhai", 5), 0);
	must(store->plan_by_source(store, "m\nhai", 5, &found, &must_err));
	cr_assert_eq(found, plan);
	must(store->unused_lines(store, plan, &lines, &must_err));
	cr_assert_eq(lines.count, 2);
	cr_assert_str_eq(lines.items[0].text, "hai");
	cr_assert_eq(lines.items[1].source_id, source.id);
	source_release(&source);
	/* New rows get ids of their own. */
	begin(store, "lan", "import");
	source = (struct source){ .plan_id = plan, .kind = SOURCE_APPENDIX, .name = xstrdup("phu-luc.txt"),
				  .bytes = xstrdup("x"), .length = 1, .imported_by = xstrdup("lan") };
	must(store->source_insert(store, &source, &must_err));
	lines.items[0].id = 0;
	lines.items[0].source_id = source.id;
	must(store->unused_insert(store, &lines.items[0], &must_err));
	commit(store, "Nhập phụ lục");
	must(store->sources(store, plan, &sources, &must_err));
	cr_assert_eq(sources.count, 2);
	cr_assert_eq(sources.items[1].kind, SOURCE_APPENDIX);
	must(db_check(store, &problems, &must_err));
	store->close(store);
	source_release(&source);
	source_list_release(&sources);
	unused_line_list_release(&lines);
	plan_row_list_release(&plans);
	string_list_release(&problems);
}

Test(schema, a_step_that_fails_leaves_the_old_one)
{
	const struct schema old = { two_steps, 1 }, bad = { bad_step, 2 };
	struct driver *driver;

	write_bytes(path, "", 0);
	driver_close(migrate(&old, OK));
	driver = migrate(&bad, STATUS_CORRUPT);
	cr_assert_eq(version_of(driver), 1);
	must_refuse(STATUS_CORRUPT, "no such table", sql_run(sql(driver, "SELECT y FROM b"), &must_err));
	driver_close(driver);
}
