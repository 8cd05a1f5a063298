/* Several handles and processes on one file. */
#include "fixture.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bytes.h"
#include "db/driver.h"
#include "sync_vfs.h"

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

TestSuite(share, .init = set_up, .fini = tear_down);

static void set_title(struct store *store, const char *who, row_id id, const char *title)
{
	struct task task = get_task(store, id);

	begin(store, who, "edit");
	replace_string(&task.title, title);
	must(store->task_update(store, &task, &must_err));
	commit(store, title);
	task_release(&task);
}

static void expect_whole(struct store *store)
{
	struct string_list problems = { 0 };
	struct error err = ERROR_INIT;

	cr_assert_eq(db_check(store, &problems, &err), OK, "%s: %s", error_text(&err),
		     problems.count ? problems.items[0] : "");
	string_list_release(&problems);
}

Test(share, the_commit_of_another_is_seen_once)
{
	struct store *ours = open_file(path), *theirs;
	struct made made = make_plan(ours);

	theirs = open_file(path);
	cr_assert_not(ours->changed(ours));
	set_title(ours, "lan", made.task[0], "Của mình");
	cr_assert_not(ours->changed(ours));
	cr_assert(theirs->changed(theirs));
	cr_assert_not(theirs->changed(theirs));
	begin(theirs, "binh", "edit");
	theirs->rollback(theirs);
	cr_assert_not(ours->changed(ours));
	set_title(theirs, "binh", made.task[0], "Của bạn");
	cr_assert(ours->changed(ours));
	cr_assert_not(ours->changed(ours));
	ours->close(ours);
	theirs->close(theirs);
}

Test(share, who_read_before_anothers_commit_gets_a_conflict)
{
	struct store *ours = open_file(path), *theirs;
	struct made made = make_plan(ours);
	struct task task;

	theirs = open_file(path);
	task = get_task(ours, made.task[0]);
	set_title(theirs, "binh", made.task[0], "Của bạn");
	begin(ours, "lan", "edit");
	replace_string(&task.title, "Của mình");
	must_refuse(STATUS_CONFLICT, "binh", ours->task_update(ours, &task, &must_err));
	ours->rollback(ours);
	task_release(&task);
	task = get_task(ours, made.task[0]);
	cr_assert_str_eq(task.title, "Của bạn");
	task_release(&task);
	ours->close(ours);
	theirs->close(theirs);
}

Test(share, undo_works_from_another_start_of_the_program)
{
	struct store *store = open_file(path);
	struct made made = make_plan(store);
	struct change change = { 0 };
	struct task task;

	set_title(store, "lan", made.task[0], "Của mình");
	store->close(store);
	store = open_file(path);
	must(store->undo(store, "lan", true, &change, &must_err));
	change_release(&change);
	store->close(store);
	store = open_file(path);
	must(store->redo(store, "lan", &change, &must_err));
	cr_assert_str_eq(change.summary, "Của mình");
	change_release(&change);
	task = get_task(store, made.task[0]);
	cr_assert_str_eq(task.title, "Của mình");
	task_release(&task);
	store->close(store);
}

Test(share, readers_go_on_while_another_writes)
{
	struct store *ours = open_file(path), *theirs;
	struct made made = make_plan(ours);
	struct task task;

	theirs = open_file(path);
	begin(theirs, "binh", "add");
	add_task(theirs, made.plan, made.section[0], "Đang ghi dở", NULL);
	task = get_task(ours, made.task[0]);
	task_release(&task);
	theirs->rollback(theirs);
	ours->close(ours);
	theirs->close(theirs);
}

Test(share, the_log_stays_small_where_nobody_is_ever_idle, .timeout = 120)
{
	struct store *store = open_file(path);
	struct made made = make_plan(store);
	char *log = xasprintf("%s-wal", path);
	long long largest = 0;

	for (int i = 0; i < 2000; i++) {
		char *title = xasprintf("Lần thứ %d", i);

		set_title(store, "lan", made.task[i % 8], title);
		if (file_size(log) > largest)
			largest = file_size(log);
		free(title);
	}
	cr_assert_gt(largest, 0);
	cr_assert_leq(largest, 20 << 20, "%lld bytes", largest);
	store->close(store);
	cr_assert_not(file_exists(log));
	free(log);
}

/* --- the disk ----------------------------------------------------------- */

Test(share, one_action_makes_the_disk_settle_exactly_once)
{
	struct store *store;
	struct made made;
	struct task tasks[8];
	struct change change = { 0 };

	sync_vfs_install();
	store = open_file(path);
	made = make_plan(store);
	for (int mark = 0; mark < 5; mark++) {
		sync_count = 0;
		set_title(store, "lan", made.task[mark], "Đánh dấu");
		cr_assert_eq(sync_count, 1, "mark %d: %d", mark, sync_count);
	}
	for (int i = 0; i < 8; i++)
		tasks[i] = get_task(store, made.task[i]);
	sync_count = 0;
	begin(store, "lan", "status");
	for (int mark = 0; mark < 1000; mark++) {
		tasks[mark % 8].status = mark / 8 % 2 ? TASK_OPEN : TASK_SUSPENDED;
		must(store->task_update(store, &tasks[mark % 8], &must_err));
	}
	commit(store, "1.000 lần");
	cr_assert_eq(sync_count, 1);
	for (int i = 0; i < 8; i++)
		task_release(&tasks[i]);
	sync_count = 0;
	must(store->undo(store, "lan", true, &change, &must_err));
	cr_assert_eq(sync_count, 1);
	change_release(&change);
	store->close(store);
}

/* One edit on a disk that fails at the Nth step; true when it was acknowledged. */
static bool edit_on_a_bad_disk(row_id id, const char *title, int n, int code, int for_ever)
{
	struct change_intent intent = { .who = "lan", .action = "edit" };
	struct error err = ERROR_INIT;
	struct store *store = NULL;
	struct task task = { 0 };
	enum status status;

	sync_vfs_fail(n, code, for_ever);
	status = db_open(path, 0, &store, &err);
	if (status == OK)
		status = store->begin(store, &intent, &err);
	if (status == OK)
		status = store->task_get(store, id, &task, &err);
	if (status == OK) {
		replace_string(&task.title, title);
		status = store->task_update(store, &task, &err);
	}
	if (status == OK)
		status = store->commit(store, title, &err);
	if (status != OK) {
		cr_assert(status_is_storage(status), "%d %s", (int)status, error_text(&err));
		cr_assert(err.text);
	}
	if (store) {
		store->rollback(store);
		store->close(store);
	}
	task_release(&task);
	error_release(&err);
	return status == OK;
}

Test(share, a_disk_that_fails_at_any_step_loses_nothing_acknowledged, .timeout = 300)
{
	static const int codes[] = { 778 /* write */, 1034 /* fsync */, 13 /* full */ };
	struct store *store;
	struct made made;
	int failed = 0, acknowledged = 0;

	sync_vfs_install();
	store = open_file(path);
	made = make_plan(store);
	set_title(store, "lan", made.task[0], "Lần 0");
	store->close(store);
	for (size_t c = 0; c < sizeof codes / sizeof *codes; c++) {
		for (int n = 1, hit = 1; hit; n++) {
			char *title = xasprintf("Lần %zu.%d", c, n);
			char *before;
			struct task task;
			bool told;

			store = open_file(path);
			task = get_task(store, made.task[0]);
			before = xstrdup(task.title);
			task_release(&task);
			store->close(store);
			told = edit_on_a_bad_disk(made.task[0], title, n, codes[c], n % 2);
			hit = sync_vfs_failures();
			failed += hit > 0;
			acknowledged += told;
			sync_vfs_fail(0, 0, 0);
			store = open_file(path);
			task = get_task(store, made.task[0]);
			cr_assert(!strcmp(task.title, title) || (!told && !strcmp(task.title, before)),
				  "code %d, step %d: %s", codes[c], n, task.title);
			expect_whole(store);
			store->close(store);
			task_release(&task);
			free(before);
			free(title);
		}
	}
	cr_assert_gt(failed, 20);
	cr_assert_gt(acknowledged, 3);
}

/* --- killed ------------------------------------------------------------- */

enum { WRITERS = 3, ROUNDS = 20 };

static int number_in(const char *title)
{
	int number = -1;

	sscanf(title, "Lần %d", &number);
	return number;
}

/* Writes the next number into both of its tasks, and tells each that was acknowledged. */
static _Noreturn void write_for_ever(const struct made *made, int writer, int acknowledged)
{
	struct change_intent intent = { .who = "tho", .action = "edit" };
	struct store *store = NULL;

	if (db_open(path, 0, &store, NULL) != OK)
		_exit(1);
	for (;;) {
		struct task a = { 0 }, b = { 0 };
		enum status status = store->begin(store, &intent, NULL);
		int number;

		if (status == OK)
			status = store->task_get(store, made->task[writer], &a, NULL);
		if (status == OK)
			status = store->task_get(store, made->task[writer + WRITERS], &b, NULL);
		if (status != OK)
			_exit(2);
		number = number_in(a.title) + 1;
		free(a.title);
		free(b.title);
		a.title = xasprintf("Lần %d", number);
		b.title = xasprintf("Lần %d", number);
		if (store->task_update(store, &a, NULL) != OK || store->task_update(store, &b, NULL) != OK ||
		    store->commit(store, "Ghi", NULL) != OK)
			_exit(3);
		if (write(acknowledged, &number, sizeof number) != sizeof number)
			_exit(4);
		task_release(&a);
		task_release(&b);
	}
}

static pid_t start_writer(const struct made *made, int writer, int *acknowledged)
{
	int ends[2];
	pid_t child;

	cr_assert_eq(pipe(ends), 0);
	child = fork();
	cr_assert_geq(child, 0);
	if (!child) {
		close(ends[0]);
		write_for_ever(made, writer, ends[1]);
	}
	close(ends[1]);
	*acknowledged = ends[0];
	return child;
}

/* The last number that was acknowledged; LAST when none was. */
static int last_acknowledged(int from, int last)
{
	int number;

	while (read(from, &number, sizeof number) == sizeof number)
		last = number;
	close(from);
	return last;
}

static int number_of(struct store *store, row_id id)
{
	struct task task = get_task(store, id);
	int number = number_in(task.title);

	task_release(&task);
	return number;
}

Test(share, writers_killed_at_any_moment_leave_the_old_or_the_new, .timeout = 300)
{
	struct store *store = open_file(path);
	struct made made = make_plan(store);
	int last[WRITERS] = { 0 };
	int commits = 0;

	for (int i = 0; i < 2 * WRITERS; i++)
		set_title(store, "tho", made.task[i], "Lần 0");
	store->close(store);
	for (int round = 0; round < ROUNDS; round++) {
		pid_t children[WRITERS];
		int acknowledged[WRITERS];
		struct timespec nap = { 0, (5 + round * 7 % 40) * 1000000L };

		for (int w = 0; w < WRITERS; w++)
			children[w] = start_writer(&made, w, &acknowledged[w]);
		nanosleep(&nap, NULL);
		for (int w = 0; w < WRITERS; w++)
			kill(children[w], SIGKILL);
		for (int w = 0; w < WRITERS; w++) {
			int status;

			cr_assert_eq(waitpid(children[w], &status, 0), children[w]);
			cr_assert(WIFSIGNALED(status), "writer %d ended by itself: %d", w, WEXITSTATUS(status));
		}
		store = open_file(path);
		for (int w = 0; w < WRITERS; w++) {
			int told = last_acknowledged(acknowledged[w], last[w]);
			int found = number_of(store, made.task[w]);

			cr_assert(found == told || found == told + 1, "told %d, found %d", told, found);
			cr_assert_eq(number_of(store, made.task[w + WRITERS]), found);
			commits += found - last[w];
			last[w] = found;
		}
		expect_whole(store);
		store->close(store);
	}
	cr_assert_gt(commits, ROUNDS);
}

Test(share, many_writers_lose_nothing, .timeout = 120)
{
	enum { CLERKS = 8, EACH = 25 };
	struct store *store = open_file(path);
	struct made made = make_plan(store);
	struct change_list changes = { 0 };
	struct note_list notes = { 0 };

	store->close(store);
	for (int clerk = 0; clerk < CLERKS; clerk++) {
		if (fork())
			continue;
		store = NULL;
		if (db_open(path, 0, &store, NULL) != OK)
			_exit(1);
		for (int i = 0; i < EACH; i++) {
			struct change_intent intent = { .who = "tho", .action = "note" };
			struct note note = { .task_id = made.task[0], .text = xstrdup("Ghi"), .who = xstrdup("tho") };

			if (store->begin(store, &intent, NULL) != OK || store->note_insert(store, &note, NULL) != OK ||
			    store->commit(store, "Ghi chú", NULL) != OK)
				_exit(2);
			note_release(&note);
		}
		store->close(store);
		_exit(0);
	}
	for (int clerk = 0; clerk < CLERKS; clerk++) {
		int status;

		wait(&status);
		cr_assert(WIFEXITED(status) && !WEXITSTATUS(status), "a writer failed: %d", WEXITSTATUS(status));
	}
	store = open_file(path);
	must(store->notes(store, made.task[0], &notes, &must_err));
	cr_assert_eq(notes.count, CLERKS * EACH);
	must(store->journal(store, 0, made.task[0], 0, 1000, false, &changes, &must_err));
	cr_assert_eq(changes.count, CLERKS * EACH);
	expect_whole(store);
	note_list_release(&notes);
	change_list_release(&changes);
	store->close(store);
}
