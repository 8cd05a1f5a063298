#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { FRAME = 4096 + 24, WORTH = 1000 * FRAME };

static char *folder, *path, *log_path;
static struct store *store;
static struct made made;

static void set_up(void)
{
	folder = temp_folder();
	path = in_folder(folder, "plan.db");
	log_path = in_folder(folder, "plan.db-wal");
	store = open_file(path);
	made = make_plan(store);
	store->idle(store);
}

static void tear_down(void)
{
	store->close(store);
	remove_folder(folder);
	free(log_path);
	free(path);
	free(folder);
}

TestSuite(log, .init = set_up, .fini = tear_down);

static long long log_size(void)
{
	struct stat st;

	return stat(log_path, &st) ? 0 : (long long)st.st_size;
}

static void change_title(int number)
{
	struct task task = get_task(store, made.task[number % 8]);

	begin(store, "lan", "edit");
	free(task.title);
	task.title = xasprintf("Việc %d", number);
	must(store->task_update(store, &task, &must_err));
	commit(store, "sửa");
	task_release(&task);
}

Test(log, grows_while_somebody_waits_and_is_carried_over_when_nobody_does)
{
	for (int i = 0; log_size() <= WORTH; i++) {
		cr_assert_lt(i, 1000, "the log never grows");
		change_title(i);
	}
	store->idle(store);
	cr_assert_eq(log_size(), 0);
}

Test(log, a_small_one_is_left_alone)
{
	long long size;

	change_title(1);
	size = log_size();
	cr_assert_gt(size, 0);
	store->idle(store);
	cr_assert_eq(log_size(), size);
}
