/* Who has the database open: told by files under locks, gone with the session whichever way it ends. */
#include "fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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
	free(path);
	remove_folder(folder);
}

TestSuite(here, .init = set_up, .fini = tear_down);

/* "lan: Sổ cơ quan" of each, in any order; "*" behind this session. */
static void expect_here(const char *const *wanted, size_t count)
{
	struct session_list list = { 0 };

	store->here(store, &list);
	cr_assert_eq(list.count, count, "%zu are here", list.count);
	for (size_t i = 0; i < count; i++) {
		bool found = false;

		for (size_t s = 0; s < list.count; s++) {
			char *line = xasprintf("%s: %s%s", list.items[s].who, list.items[s].screen, list.items[s].self ? "*" : "");

			found = found || !strcmp(line, wanted[i]);
			free(line);
		}
		cr_expect(found, "%s is not here", wanted[i]);
	}
	session_list_release(&list);
}
#define EXPECT_HERE(...) \
	expect_here((const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

Test(here, sessions_see_each_other_until_they_close)
{
	struct store *other = open_file(path);

	store->here_tell(store, "lan", "Sổ cơ quan", 0);
	EXPECT_HERE("lan: Sổ cơ quan*");
	other->here_tell(other, "Đỗ Ngọc", "Ma trận", 0);
	EXPECT_HERE("lan: Sổ cơ quan*", "Đỗ Ngọc: Ma trận");
	store->here_tell(store, "lan", "Lịch", 0);
	EXPECT_HERE("lan: Lịch*", "Đỗ Ngọc: Ma trận");
	other->close(other);
	EXPECT_HERE("lan: Lịch*");
}

Test(here, one_that_was_killed_is_gone)
{
	int status;
	pid_t child = fork();

	if (!child) {
		struct store *other = open_file(path);

		other->here_tell(other, "hoa", "Ma trận", 0);
		raise(SIGKILL);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert(WIFSIGNALED(status));
	store->here_tell(store, "lan", "Lịch", 0);
	EXPECT_HERE("lan: Lịch*");
}

Test(here, the_folder_goes_with_the_last_one)
{
	char *beside = xasprintf("%s-here", path);
	struct stat st;
	struct store *other = open_file(path);

	other->here_tell(other, "lan", "Lịch", 0);
	cr_expect_eq(stat(beside, &st), 0);
	other->close(other);
	cr_expect_eq(stat(beside, &st), -1);
	free(beside);
}

/* Modes of the folder and of the file in it where the database has MODE. */
static void expect_modes(mode_t mode, mode_t of_folder, mode_t of_file)
{
	char *beside = xasprintf("%s-here", path), *file = xasprintf("%s/%ld-1", beside, (long)getpid());
	mode_t before = umask(077);
	struct stat st;

	cr_assert_eq(chmod(path, mode), 0);
	store->here_tell(store, "lan", "x", 0);
	umask(before);
	cr_assert_eq(stat(beside, &st), 0);
	cr_expect_eq(st.st_mode & 07777, of_folder, "%o", st.st_mode);
	cr_assert_eq(stat(file, &st), 0);
	cr_expect_eq(st.st_mode & 07777, of_file, "%o", st.st_mode);
	free(beside);
	free(file);
}

Test(here, those_who_share_the_database_see_each_other)
{
	expect_modes(0660, 02770, 0640);
}

Test(here, one_who_shares_it_with_nobody_is_seen_by_nobody)
{
	expect_modes(0600, 0700, 0600);
}

Test(here, what_is_no_session_is_passed_over)
{
	char *beside = xasprintf("%s-here", path), *link_name, *rubbish;

	store->here_tell(store, "a\nb", "x", 0);
	link_name = xasprintf("%s/1-1", beside);
	rubbish = xasprintf("%s/2-1", beside);
	cr_assert_eq(symlink("/etc/passwd", link_name), 0);
	close(open(rubbish, O_CREAT | O_WRONLY, 0600));
	EXPECT_HERE("a b: x*");
	cr_expect_eq(access("/etc/passwd", F_OK), 0);
	unlink(link_name);
	unlink(rubbish);
	free(link_name);
	free(rubbish);
	free(beside);
}

Test(here, where_no_folder_can_be_made_nobody_is_seen)
{
	char *beside = xasprintf("%s-here", path);

	close(open(beside, O_CREAT | O_WRONLY, 0600));
	store->here_tell(store, "lan", "Lịch", 0);
	expect_here(NULL, 0);
	unlink(beside);
	free(beside);
}

Test(here, who_follows_a_meeting_is_told_to_others_until_he_leaves_it)
{
	struct store *other = open_file(path);
	struct session_list list = { 0 };

	other->here_tell(other, "hoa", "Họp: từng việc", 12345678901);
	store->here(store, &list);
	cr_assert_eq(list.count, 1);
	cr_assert_eq(list.items[0].follows, 12345678901);
	session_list_release(&list);
	other->here_tell(other, "hoa", "Lịch", 0);
	store->here(store, &list);
	cr_assert_eq(list.items[0].follows, 0);
	session_list_release(&list);
	other->close(other);
}
