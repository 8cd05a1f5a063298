#include <config.h>

#include "fixture.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bytes.h"
#include "db/driver.h"
#include "db/queue.h"

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

TestSuite(fault, .init = set_up, .fini = tear_down);

static void expect_whole(struct store *store)
{
	struct string_list problems = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(db_check(store, &problems, &err), OK, "%s: %s", error_text(&err),
		     problems.count ? problems.items[0] : "");
	string_list_release(&problems);
}

/* --- full --------------------------------------------------------------- */

static enum status store_text(struct store *store, row_id task, size_t length, struct error *err)
{
	struct change_intent intent = { .who = "lan", .action = "note" };
	struct note note = { .task_id = task, .who = xstrdup("lan"), .text = xmalloc(length + 1) };
	enum status status = store->begin(store, &intent, err);

	memset(note.text, 'x', length);
	note.text[length] = '\0';
	if (status == OK)
		status = store->note_insert(store, &note, err);
	if (status == OK)
		status = store->commit(store, "Ghi chú", err);
	if (status != OK)
		store->rollback(store);
	note_release(&note);
	return status;
}

static size_t count_notes(struct store *store, row_id task)
{
	struct note_list list = { 0 };
	size_t count;

	must(store->notes(store, task, &list, &must_err));
	count = list.count;
	note_list_release(&list);
	return count;
}

/* Write until there is no room: what was acknowledged stays, the rest never was. */
static void fill_up(struct store *store, row_id task)
{
	struct error err = ERROR_INIT;
	size_t stored = count_notes(store, task);
	enum status status;

	while ((status = store_text(store, task, 20000, &err)) == OK)
		stored++;
	cr_assert_eq(status, STATUS_FULL, "%d %s", (int)status, error_text(&err));
	cr_assert(strstr(error_text(&err), "Đĩa đã đầy"));
	error_release(&err);
	cr_assert_gt(stored, 0);
	cr_assert_eq(count_notes(store, task), stored);
}

Test(fault, a_full_disk_is_told_and_loses_nothing)
{
	struct store *store;
	struct made made;
	char *ballast = in_folder(folder, "ballast");
	size_t stored;

	if (unshare(CLONE_NEWNS) || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
	    mount("none", folder, "tmpfs", 0, "size=3m")) {
		free(ballast);
		cr_skip_test("no right to mount a small file system");
	}
	store = open_file(path);
	made = make_plan(store);
	write_bytes(ballast, "", 0);
	spoil_bytes(ballast, 0, 1 << 20, 'x');
	fill_up(store, made.task[0]);
	fill_up(store, made.task[0]);
	stored = count_notes(store, made.task[0]);
	cr_assert_eq(unlink(ballast), 0);
	must(store_text(store, made.task[0], 100, &must_err));
	cr_assert_eq(count_notes(store, made.task[0]), stored + 1);
	expect_whole(store);
	store->close(store);
	store = open_file(path);
	cr_assert_eq(count_notes(store, made.task[0]), stored + 1);
	store->close(store);
	umount(folder);
	free(ballast);
}

Test(fault, a_limit_on_file_sizes_is_like_a_full_disk)
{
	struct rlimit limit = { 1 << 20, RLIM_INFINITY };
	struct store *store = open_file(path);
	struct made made = make_plan(store);

	signal(SIGXFSZ, SIG_IGN);
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	fill_up(store, made.task[0]);
	limit.rlim_cur = RLIM_INFINITY;
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	expect_whole(store);
	store->close(store);
}

/* --- held by others ----------------------------------------------------- */

/* A child that runs HOLD on the open database and then sleeps; it is killed by release(). */
static pid_t hold(void (*act)(const char *))
{
	int ready[2];
	char byte;
	pid_t child;

	cr_assert_eq(pipe(ready), 0);
	child = fork();
	cr_assert_geq(child, 0);
	if (!child) {
		act(path);
		if (write(ready[1], "x", 1) == 1)
			pause();
		_exit(0);
	}
	cr_assert_eq(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	close(ready[1]);
	return child;
}

static void release(pid_t child)
{
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static void hold_as_we_do(const char *file)
{
	struct store *store = NULL;
	struct change_intent intent = { .who = "binh", .action = "edit" };

	if (db_open(file, 0, &store, NULL) != OK || store->begin(store, &intent, NULL) != OK)
		_exit(1);
}

/* Another program knows nothing of the queue. */
static void hold_as_others_do(const char *file)
{
	struct driver *driver;

	if (driver_open(file, &driver, NULL) != OK || driver_run_script(driver, "BEGIN IMMEDIATE", NULL) != OK)
		_exit(1);
}

static void expect_busy(void (*act)(const char *))
{
	struct store *store = open_file(path);
	struct made made = make_plan(store);
	struct change_intent intent = { .who = "lan", .action = "edit" };
	struct progress progress = { 0 };
	pid_t child = hold(act);
	long long began = milliseconds_now(), waited;

	must_refuse(STATUS_BUSY, "thử lại sau ít giây", store->begin(store, &intent, &must_err));
	waited = milliseconds_now() - began;
	cr_assert(waited >= DRIVER_PATIENCE - 100 && waited < DRIVER_PATIENCE + 3000, "%lld ms", waited);
	must(store->plan_progress(store, made.plan, day("2013-09-01"), &progress, &must_err));
	cr_assert_eq(progress.tasks, 8);
	release(child);
	must(store->begin(store, &intent, &must_err));
	store->rollback(store);
	store->close(store);
}

Test(fault, a_writer_that_stays_is_waited_for_and_then_told)
{
	expect_busy(hold_as_we_do);
}

Test(fault, another_programs_lock_is_waited_for_and_then_told)
{
	expect_busy(hold_as_others_do);
}

static void alarm_of_others(int signal)
{
	(void)signal;
}

Test(fault, waiting_leaves_the_alarm_clock_of_the_program_alone)
{
	struct sigaction ours = { .sa_handler = alarm_of_others }, after;
	struct queue a, b;

	sigaction(SIGALRM, &ours, NULL);
	queue_init(&a, path);
	queue_init(&b, path);
	must(queue_enter(&a, 1000, &must_err));
	must_refuse(STATUS_BUSY, "thử lại", queue_enter(&b, 200, &must_err));
	queue_leave(&a);
	must(queue_enter(&b, 200, &must_err));
	sigaction(SIGALRM, NULL, &after);
	cr_assert_eq(after.sa_handler, alarm_of_others);
	queue_release(&a);
	queue_release(&b);
}

/* --- damaged ------------------------------------------------------------ */

/* Everything a screen reads; the first failure. */
static enum status read_all(struct store *store, row_id plan, struct error *err)
{
	struct plan_row_list plans = { 0 };
	struct section_row_list sections = { 0 };
	struct task_row_list tasks = { 0 };
	struct agency_list agencies = { 0 };
	struct change_list changes = { 0 };
	enum status status = store->plan_list(store, date_make(2013, 9, 1), &plans, err);

	if (status == OK)
		status = store->section_page(store, plan, 0, FORWARD, 100, date_make(2013, 9, 1), &sections, err);
	for (size_t i = 0; status == OK && i < sections.count; i++) {
		task_row_list_clear(&tasks);
		status = store->task_page(store, sections.items[i].section.id, 0, FORWARD, 100, &tasks, err);
	}
	if (status == OK)
		status = store->agency_list(store, &agencies, err);
	if (status == OK)
		status = store->journal(store, plan, 0, 0, 10, true, &changes, err);
	plan_row_list_release(&plans);
	section_row_list_release(&sections);
	task_row_list_release(&tasks);
	agency_list_release(&agencies);
	change_list_release(&changes);
	return status;
}

/* The file with one page of zeros: opened, read and checked. True when the damage was told. */
static bool damage_is_told(row_id plan)
{
	struct string_list problems = { 0 };
	struct error err = ERROR_INIT;
	struct store *store = NULL;
	enum status status = db_open(path, 0, &store, &err);

	if (status == OK) {
		status = read_all(store, plan, &err);
		cr_assert(status == OK || status == STATUS_CORRUPT, "%d %s", (int)status, error_text(&err));
		status = db_check(store, &problems, &err);
		store->close(store);
	}
	if (status != OK)
		cr_assert(status == STATUS_CORRUPT || status == STATUS_NOT_OURS, "%d %s", (int)status, error_text(&err));
	string_list_release(&problems);
	error_release(&err);
	return status != OK;
}

Test(fault, every_damaged_page_is_found, .timeout = 120)
{
	enum { PAGE = 4096 };
	struct store *store = open_file(path);
	row_id plan = make_plan(store).plan;
	struct bytes whole;

	expect_whole(store);
	store->close(store);
	run_raw(path, "VACUUM");	/* a page that is free holds nothing to be damaged */
	whole = read_bytes(path);
	for (size_t page = 0; page < whole.length / PAGE; page++) {
		write_bytes(path, whole.text, whole.length);
		spoil_bytes(path, page * PAGE, PAGE, 0);
		cr_assert(damage_is_told(plan), "page %zu", page + 1);
		write_bytes(path, whole.text, whole.length);
		spoil_bytes(path, page * PAGE, PAGE, 0xA5);
		cr_assert(damage_is_told(plan), "page %zu", page + 1);
	}
	write_bytes(path, whole.text, whole.length);
	cr_assert_not(damage_is_told(plan));
	free(whole.text);
}

Test(fault, what_is_kept_and_is_wrong_is_found)
{
	static const char *const wrongs[] = {
		"UPDATE plan_progress SET done = done + 1",
		"UPDATE section_progress SET tasks = tasks + 1 WHERE section_id = 2",
		"UPDATE due_day SET tasks = 7 WHERE due = '2013-08-31'",
		"DELETE FROM due_day WHERE due = '2013-06-30'",
		"UPDATE task SET leads = 5 WHERE id = 3",
		"UPDATE task SET obligations = 5 WHERE id = 3",
		"UPDATE task SET done_on = '2013-01-01' WHERE id = 3",
		"UPDATE task SET next_due = '2013-01-01' WHERE id = 3",
		"UPDATE task SET place = place + 100 WHERE id = 8",
		"UPDATE task SET search_key = 'sai' WHERE id = 3",
		"UPDATE agency SET sort_key = 'sai' WHERE id = 2",
		"INSERT INTO task_search (rowid, search_key) VALUES (77, 'thua')",
		"UPDATE task SET title = 'Sau lưng nhật ký' WHERE id = 1",
		"PRAGMA foreign_keys = OFF; DELETE FROM agency WHERE code = 'STP'",
	};

	for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
		struct string_list problems = { 0 };
		struct store *store = open_file(path);
		struct made made = make_plan(store);
		struct task task = get_task(store, made.task[0]);

		begin(store, "lan", "edit");
		replace_string(&task.title, "Ban hành quy chế");
		must(store->task_update(store, &task, &must_err));
		commit(store, "Sửa");
		task_release(&task);
		expect_whole(store);
		store->close(store);
		run_raw(path, wrongs[i]);
		store = open_file(path);
		must_refuse(STATUS_CORRUPT, "khôi phục", db_check(store, &problems, &must_err));
		cr_assert_geq(problems.count, 1, "%s", wrongs[i]);
		store->close(store);
		string_list_release(&problems);
		unlink(path);
	}
}

/* --- copies ------------------------------------------------------------- */

TestSuite(copy, .init = set_up, .fini = tear_down);

Test(copy, a_backup_holds_all_and_overwrites_nothing)
{
	char *to = in_folder(folder, "backup.db");
	struct store *store = open_file(path), *copy = NULL;
	struct progress progress = { 0 };
	struct made made = make_plan(store);

	must(db_backup(store, to, &must_err));
	must_refuse(STATUS_INVALID, "đã có sẵn", db_backup(store, to, &must_err));
	store->close(store);
	must(db_open(to, 0, &copy, &must_err));
	must(copy->plan_progress(copy, made.plan, day("2013-09-01"), &progress, &must_err));
	cr_assert_eq(progress.tasks, 8);
	expect_whole(copy);
	copy->close(copy);
	free(to);
}

Test(copy, going_back_keeps_what_was_there)
{
	char *to = in_folder(folder, "backup.db"), *kept = NULL;
	struct store *store = open_file(path);
	struct made made = make_plan(store);

	must(db_backup(store, to, &must_err));
	must(store_text(store, made.task[0], 10, &must_err));
	must_refuse(STATUS_BUSY, "thoát ra", db_restore(path, to, &kept, &must_err));
	cr_assert_null(kept);
	store->close(store);
	must(db_restore(path, to, &kept, &must_err));
	store = open_file(path);
	cr_assert_eq(count_notes(store, made.task[0]), 0);
	expect_whole(store);
	store->close(store);
	store = open_file(kept);
	cr_assert_eq(count_notes(store, made.task[0]), 1);
	store->close(store);
	free(kept);
	free(to);
}

static void write_and_die(const char *file)
{
	struct store *store = NULL;

	if (db_open(file, 0, &store, NULL) != OK || store_text(store, 1, 10, NULL) != OK)
		_exit(1);
}

Test(copy, a_log_left_behind_is_not_played_into_the_copy)
{
	char *to = in_folder(folder, "backup.db"), *log = in_folder(folder, "plan.db-wal"), *kept = NULL, *kept_log;
	struct store *store = open_file(path);
	struct made made = make_plan(store);

	must(db_backup(store, to, &must_err));
	store->close(store);
	release(hold(write_and_die));
	cr_assert_gt(file_size(log), 0);
	must(db_restore(path, to, &kept, &must_err));
	kept_log = xasprintf("%s-wal", kept);
	cr_assert_gt(file_size(kept_log), 0);
	store = open_file(path);
	cr_assert_eq(count_notes(store, made.task[0]), 0);
	store->close(store);
	store = open_file(kept);
	cr_assert_eq(count_notes(store, made.task[0]), 1);
	store->close(store);
	free(kept_log);
	free(kept);
	free(log);
	free(to);
}

Test(copy, going_back_to_what_is_no_sound_copy_changes_nothing)
{
	char *bad = in_folder(folder, "bad.db"), *kept = NULL;
	struct store *store = open_file(path);
	struct bytes before, after;

	make_plan(store);
	must(db_backup(store, bad, &must_err));
	store->close(store);
	before = read_bytes(path);
	spoil_bytes(bad, 5 * 4096, 4096, 0);
	must_refuse(STATUS_CORRUPT, "khôi phục từ bản sao lưu", db_restore(path, bad, &kept, &must_err));
	write_bytes(bad, "không phải", 12);
	must_refuse(STATUS_NOT_OURS, "bad.db", db_restore(path, bad, &kept, &must_err));
	unlink(bad);
	must_refuse(STATUS_IO, "bad.db", db_restore(path, bad, &kept, &must_err));
	cr_assert_null(kept);
	after = read_bytes(path);
	cr_assert_eq(before.length, after.length);
	cr_assert_eq(memcmp(before.text, after.text, before.length), 0);
	free(before.text);
	free(after.text);
	free(bad);
}

Test(copy, a_damaged_or_missing_file_is_replaced)
{
	char *to = in_folder(folder, "backup.db"), *kept = NULL;
	struct store *store = open_file(path);

	make_plan(store);
	must(db_backup(store, to, &must_err));
	store->close(store);
	spoil_bytes(path, 0, 8192, 0x5A);
	must(db_restore(path, to, &kept, &must_err));
	cr_assert(file_exists(kept));
	free(kept);
	kept = NULL;
	cr_assert_eq(unlink(path), 0);
	must(db_restore(path, to, &kept, &must_err));
	cr_assert_null(kept);
	store = open_file(path);
	expect_whole(store);
	store->close(store);
	free(to);
}
